#!/usr/bin/env bash
# Writes $KUBECONFIG_TEXT where only this user can read it, and hands its path to the steps that follow.
set -euo pipefail
umask 077

file=$(mktemp "$RUNNER_TEMP/kubeconfig.XXXXXX")
printf '%s\n' "$KUBECONFIG_TEXT" >"$file"

# GitHub masks the secret as a whole and each of its lines, but not the token inside a line.
if command -v kubectl >/dev/null; then
  fields='{range .users[*]}{.user.token}{"\n"}{.user.password}{"\n"}{.user.client-key-data}{"\n"}{end}'
  if ! kubectl config view --raw --kubeconfig "$file" --output "jsonpath=$fields" >"$file.values" 2>/dev/null; then
    rm -f "$file" "$file.values"
    echo "::error title=Connect::the secret \`kubeconfig\` is no kubeconfig: give the text of the file itself, not its path and not base64"
    exit 1
  fi
  while IFS= read -r value; do
    if [ -n "$value" ]; then echo "::add-mask::$value"; fi
  done <"$file.values"
  rm -f "$file.values"
fi

echo "KUBECONFIG=$file" >>"$GITHUB_ENV"
