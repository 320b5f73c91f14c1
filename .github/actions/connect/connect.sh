#!/usr/bin/env bash
# Writes $KUBECONFIG_TEXT to a file that only this user can read, and passes its path to the following steps.
set -euo pipefail
umask 077

file=$(mktemp "$RUNNER_TEMP/kubeconfig.XXXXXX")
printf '%s\n' "$KUBECONFIG_TEXT" >"$file"

# Escaped for the workflow command, or another text would be masked. Percent first, because it starts every escape.
mask() {
  local text=${1//%/%25}
  text=${text//$'\r'/%0D}
  if [ -n "$text" ]; then echo "::add-mask::$text"; fi
}

# GitHub masks the whole secret and each of its lines, but not the token within a line.
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
    echo "::error title=Connect::the secret \`kubeconfig\` is not a kubeconfig: set it to the content of the file, not its path and not base64"
    exit 1
  fi
  while IFS= read -r value; do mask "$value"; done <"$file.values"
  # The environment of a plugin has more than secrets, and masking `1` or `true` would make the log unreadable.
  while IFS= read -r value; do
    if [ "${#value}" -ge 6 ]; then mask "$value"; fi
  done <"$file.plugins"
  rm -f "$file.values" "$file.plugins"
else
  echo "::warning title=Connect::the credentials in the kubeconfig are not masked in the log: kubectl is not on this runner yet"
fi

echo "KUBECONFIG=$file" >>"$GITHUB_ENV"
