#!/usr/bin/env bash
# Logs in to $REGISTRY. The password reaches docker by its standard input: arguments can be read by every process.
set -euo pipefail

refuse() {
  echo "::error title=Registry login::$1"
  exit 1
}

# A host with a port perhaps; nothing that docker could take for an option.
[[ $REGISTRY =~ ^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]+)?$ ]] ||
  refuse "the input \`registry\` is not a host: write one such as ghcr.io, or an empty text for no login"

if [ -z "$USERNAME" ]; then
  # The run's token is worth something on GitHub alone; no other registry may see it.
  server=${GITHUB_SERVER_URL:-https://github.com}
  case "$server $REGISTRY" in
    "https://github.com ghcr.io" | "$server containers.${server#https://}") ;;
    *)
      if [ "$OPTIONAL" = true ]; then
        echo "::notice title=Registry login::no account for $REGISTRY was given: going on without a login, which reads what is public there"
        exit 0
      fi
      refuse "$REGISTRY needs a login: give the input \`registry-username\` and the secret \`registry-password\`, or an empty \`registry\` for no login"
      ;;
  esac
  USERNAME=$GITHUB_ACTOR
  PASSWORD=$TOKEN
elif [ -z "$PASSWORD" ]; then
  [ "$OPTIONAL" = true ] || refuse "a username for $REGISTRY came without a password: pass the secret that belongs to it"
  echo "::notice title=Registry login::no password for $REGISTRY reached this run (pull requests from forks get no secrets): going on without a login"
  exit 0
fi

[[ $USERNAME != -* ]] || refuse "the input \`registry-username\` begins with a dash: no account is named so"
command -v docker >/dev/null ||
  refuse "there is no docker on this runner to log in with: install it, or give an empty \`registry\` and log in by .github/slipway/connect"
printf '%s' "$PASSWORD" | docker login --username "$USERNAME" --password-stdin "$REGISTRY"
