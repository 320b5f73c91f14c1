#!/usr/bin/env bash
# Logs in to $REGISTRY, and to each registry in $FURTHER, for this job only. Passwords go to docker's standard input, because every
# process can read arguments.
set -euo pipefail

# Percent is escaped, because it starts every escape of a workflow command.
refuse() {
  echo "reason=$1" >>"$GITHUB_OUTPUT"
  echo "::error title=Registry login::${1//%/%25}"
  exit 1
}

# A host with an optional port, and nothing that docker could parse as an option.
host='^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]+)?$'

# On a self-hosted runner a login in the home folder would outlive the job; this folder is emptied for each job.
umask 077
home=${DOCKER_CONFIG:-$HOME/.docker}
folder=$RUNNER_TEMP/slipway-docker

# How to log in without this action.
yourself="set \`registry\` to empty and log in yourself: in the one step by a step before it, in the workflows by .github/slipway/login"

# $1 says which login fails.
prepare() {
  command -v docker >/dev/null ||
    refuse "the login to $1 failed: docker is not on this runner. Install it, or $yourself."
  if [ "$home" = "$folder" ]; then return; fi
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
  home=$folder
}

# $4 says which login fails.
login() {
  local registry=$1 username=$2 password=$3 said text comma=,
  prepare "$4"
  # An empty credential helper makes docker store the password in the file, and not in a keychain of the machine.
  local key=$registry
  if [ "$key" = docker.io ]; then key=https://index.docker.io/v1/; fi
  if [ ! -s "$folder/config.json" ]; then
    printf '{"credHelpers":{"%s":""}}\n' "$key" >"$folder/config.json"
  elif command -v jq >/dev/null; then
    jq --arg key "$key" '.credHelpers[$key] = ""' "$folder/config.json" >"$folder/config.new"
    mv "$folder/config.new" "$folder/config.json"
  else
    # Before the last brace. If there are helpers already, docker takes both maps, the later entry of a registry wins, and it writes one.
    text=$(<"$folder/config.json")
    text=${text%\}*}
    if [[ $text =~ ^[[:space:]]*\{[[:space:]]*$ ]]; then comma=; fi
    printf '%s%s"credHelpers":{"%s":""}}\n' "$text" "$comma" "$key" >"$folder/config.json"
  fi
  if said=$(printf '%s' "$password" | DOCKER_CONFIG=$folder docker login --username "$username" --password-stdin "$registry" 2>&1); then
    printf '%s\n' "$said"
    return
  fi
  # On one line: the registry wrote a part of it.
  said=$(printf '%s' "$said" | tr -s '[:cntrl:]' ' ' | tail -c 300 | sed 's#[[:space:]]*$##')
  refuse "the login to $4 failed: ${said:-docker gave no reason}. Check the account and its password."
}

# GitHub masks each line of the secret, but not the password within it. Escaped, percent first, or another text would be masked.
mask() {
  local text=${1//%/%25}
  echo "::add-mask::${text//$'\r'/%0D}"
}

# The lines are secret, so a message names only their number.
further() {
  local line=0 registry username password
  while read -r registry username password; do
    line=$((line + 1))
    # A secret that was pasted on Windows has a carriage return at the end of each line.
    password=${password%$'\r'}
    if [ -z "${registry%$'\r'}" ]; then continue; fi
    [[ -n $password && $registry =~ $host && $username != -* ]] ||
      refuse "line $line of the secret \`registry-logins\` is not a login. Write host, account and password, separated by spaces, and check that the secrets in it exist."
    mask "$password"
    login "$registry" "$username" "$password" "line $line of the secret \`registry-logins\`"
  done <<<"${FURTHER:-}"
  exit 0
}

[ -n "$REGISTRY" ] || further

[[ $REGISTRY =~ $host ]] ||
  refuse "the input \`registry\` is not a host. Write one such as ghcr.io, or leave it empty for no login."

if [ -z "$USERNAME" ]; then
  # The token of the run is only for GitHub; no other registry may see it.
  server=${GITHUB_SERVER_URL:-https://github.com}
  case "$server $REGISTRY" in
    "https://github.com ghcr.io" | "$server containers.${server#https://}") ;;
    *)
      if [ "$OPTIONAL" = true ]; then
        echo "::notice title=Registry login::continuing without a login, which can read only public images: no account for $REGISTRY was given"
        further
      fi
      case "$REGISTRY" in
        *.amazonaws.com | *.amazonaws.com.cn | public.ecr.aws | *docker.pkg.dev | *gcr.io | *azurecr.io)
          refuse "the login to $REGISTRY failed: it needs the login of its cloud. For that, $yourself (docs/clouds.md)."
          ;;
      esac
      refuse "the login to $REGISTRY failed: it has no account. Set \`registry-username\` and \`registry-password\`, or leave \`registry\` empty for no login."
      ;;
  esac
  USERNAME=$GITHUB_ACTOR
  PASSWORD=$TOKEN
elif [ -z "$PASSWORD" ]; then
  [ "$OPTIONAL" = true ] || refuse "the login to $REGISTRY failed: the password of its account is missing. Pass the secret with it."
  echo "::notice title=Registry login::continuing without a login: this run has no password for $REGISTRY (pull requests from forks get no secrets)"
  further
fi

[[ $USERNAME != -* ]] || refuse "the input \`registry-username\` is not an account: it begins with a dash. Write the name of the account."
login "$REGISTRY" "$USERNAME" "$PASSWORD" "$REGISTRY"
further
