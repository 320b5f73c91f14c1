#!/usr/bin/env bash
# Logs in to $REGISTRY for this job alone. The password reaches docker by its standard input: arguments can be read by every process.
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

# A login at home would outlive the job on a runner that is used again; this folder is emptied with each job.
umask 077
home=${DOCKER_CONFIG:-$HOME/.docker}
folder=$RUNNER_TEMP/slipway-docker
if [ "$home" != "$folder" ]; then
  mkdir -p "$folder"
  for part in cli-plugins contexts; do
    if [ -e "$home/$part" ]; then ln -sfn "$home/$part" "$folder/$part"; fi
  done
  if [ -f "$home/config.json" ]; then cp "$home/config.json" "$folder/config.json"; fi
  {
    echo "DOCKER_CONFIG=$folder"
    # Builders belong to the machine: buildx looks for them beside the logins unless it is told where.
    echo "BUILDX_CONFIG=${BUILDX_CONFIG:-$home/buildx}"
  } >>"$GITHUB_ENV"
fi

# Nor may docker hand the password to a keychain of the machine: an empty helper of this registry means the file.
key=$REGISTRY
if [ "$key" = docker.io ]; then key=https://index.docker.io/v1/; fi
if [ ! -f "$folder/config.json" ]; then
  printf '{"credHelpers":{"%s":""}}\n' "$key" >"$folder/config.json"
elif command -v jq >/dev/null; then
  jq --arg key "$key" '.credHelpers[$key] = ""' "$folder/config.json" >"$folder/config.new"
  mv "$folder/config.new" "$folder/config.json"
fi
printf '%s' "$PASSWORD" | DOCKER_CONFIG=$folder docker login --username "$USERNAME" --password-stdin "$REGISTRY"
