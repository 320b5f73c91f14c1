#!/usr/bin/env bash
# Writes $KUBECONFIG_TEXT where only this user can read it, and hands its path to the steps that follow.
set -euo pipefail
umask 077

file=$(mktemp "$RUNNER_TEMP/kubeconfig.XXXXXX")
printf '%s\n' "$KUBECONFIG_TEXT" >"$file"

# As workflow commands ask, or the mask would be of another text. Percent first: it begins every escape.
mask() {
  local text=${1//%/%25}
  text=${text//$'\r'/%0D}
  if [ -n "$text" ]; then echo "::add-mask::$text"; fi
}

# GitHub masks the secret as a whole and each of its lines, but not the token inside a line.
if command -v kubectl >/dev/null; then
  fields='{range .users[*]}{.user.token}{"\n"}{.user.password}{"\n"}{.user.client-key-data}{"\n"}'
  for key in access-token id-token refresh-token client-secret; do
    fields+="{.user.auth-provider.config.$key}{\"\\n\"}"
  done
  fields+='{end}'
  plugins='{range .users[*].user.exec.env[*]}{.value}{"\n"}{end}'
  view() { kubectl config view --raw --kubeconfig "$file" --output "jsonpath=$1" 2>/dev/null; }
  if ! view "$fields" >"$file.values" || ! view "$plugins" >"$file.plugins"; then
    rm -f "$file" "$file.values" "$file.plugins"
    echo "::error title=Connect::the secret \`kubeconfig\` is no kubeconfig: give the text of the file itself, not its path and not base64"
    exit 1
  fi
  while IFS= read -r value; do mask "$value"; done <"$file.values"
  # Not only secrets stand in a plugin's environment: masking `1` or `true` would make the log unreadable.
  while IFS= read -r value; do
    if [ "${#value}" -ge 6 ]; then mask "$value"; fi
  done <"$file.plugins"
  rm -f "$file.values" "$file.plugins"
else
  echo "::warning title=Connect::there is no kubectl on this runner yet, so the credentials inside the kubeconfig are not masked in the log"
fi

echo "KUBECONFIG=$file" >>"$GITHUB_ENV"
