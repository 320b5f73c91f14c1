#!/usr/bin/env bash
# Logs in to $REGISTRY for this job only. The password goes to docker's standard input, because every process can read arguments.
set -euo pipefail

refuse() {
  echo "::error title=Registry login::$1"
  exit 1
}

# A host with an optional port, and nothing that docker could parse as an option.
[[ $REGISTRY =~ ^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]+)?$ ]] ||
  refuse "the input \`registry\` is not a host: write one such as ghcr.io, or leave it empty for no login"

if [ -z "$USERNAME" ]; then
  # The token of the run is only for GitHub; no other registry may see it.
  server=${GITHUB_SERVER_URL:-https://github.com}
  case "$server $REGISTRY" in
    "https://github.com ghcr.io" | "$server containers.${server#https://}") ;;
    *)
      if [ "$OPTIONAL" = true ]; then
        echo "::notice title=Registry login::continuing without a login, which can read only public images: no account for $REGISTRY was given"
        exit 0
      fi
      refuse "$REGISTRY needs a login: set the input \`registry-username\` and the secret \`registry-password\`, or leave \`registry\` empty for no login"
      ;;
  esac
  USERNAME=$GITHUB_ACTOR
  PASSWORD=$TOKEN
elif [ -z "$PASSWORD" ]; then
  [ "$OPTIONAL" = true ] || refuse "the password for $REGISTRY is missing: pass the secret of that username"
  echo "::notice title=Registry login::continuing without a login: this run has no password for $REGISTRY (pull requests from forks get no secrets)"
  exit 0
fi

[[ $USERNAME != -* ]] || refuse "the input \`registry-username\` is not an account: it begins with a dash"
command -v docker >/dev/null ||
  refuse "docker is missing on this runner: install it, or leave \`registry\` empty and log in with .github/slipway/login"

# On a self-hosted runner a login in the home folder would outlive the job; this folder is emptied for each job.
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
    # By default buildx looks for its builders next to the logins, but they belong to the machine.
    echo "BUILDX_CONFIG=${BUILDX_CONFIG:-$home/buildx}"
  } >>"$GITHUB_ENV"
fi

# An empty credential helper makes docker store the password in the file, and not in a keychain of the machine.
key=$REGISTRY
if [ "$key" = docker.io ]; then key=https://index.docker.io/v1/; fi
if [ ! -f "$folder/config.json" ]; then
  printf '{"credHelpers":{"%s":""}}\n' "$key" >"$folder/config.json"
elif command -v jq >/dev/null; then
  jq --arg key "$key" '.credHelpers[$key] = ""' "$folder/config.json" >"$folder/config.new"
  mv "$folder/config.new" "$folder/config.json"
fi
printf '%s' "$PASSWORD" | DOCKER_CONFIG=$folder docker login --username "$USERNAME" --password-stdin "$REGISTRY"
