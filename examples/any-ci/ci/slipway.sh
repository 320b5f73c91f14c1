#!/usr/bin/env bash
# The steps of .gitlab-ci.yml and of the Jenkinsfile: slipway.sh check | build | deploy ENVIRONMENT | rollback ENVIRONMENT
# Outputs are left in slipway.env, what happened in summary.md; all else goes to the log. It ends with 1 when a step failed or was refused.
set -euo pipefail

# GitLab's job or Jenkins' build: what one of them left is no other's.
run=${CI_JOB_ID:-${BUILD_TAG:?neither GitLab CI nor Jenkins}}

main() {
  local step=${1:-}
  case $step in
    check | build | deploy | rollback) ;;
    *) echo "there is no step \"$step\": check, build, deploy or rollback" >&2 && exit 2 ;;
  esac
  # Outside of the checkout: nothing of ours gets into an image, and no login outlives the step.
  work=$(mktemp -d)
  trap leave EXIT
  cp slipway.env "$work/slipway.env" 2>/dev/null || touch "$work/slipway.env"
  touch "$work/summary.md"
  fetch
  "$step" "${@:2}"
}

leave() {
  cp "$work/slipway.env" slipway.env
  cat "$work/summary.md" >>summary.md
  rm -rf "$work"
}

# Slipway at the pinned commit; a path in SLIPWAY_CLI takes the place of it where there is no way to github.com.
fetch() {
  [ -z "${SLIPWAY_CLI:-}" ] || return 0
  git -C "$work" init --quiet suite
  git -C "$work/suite" fetch --quiet --depth 1 https://github.com/slipway/slipway "$SLIPWAY_COMMIT"
  git -C "$work/suite" checkout --quiet FETCH_HEAD
  SLIPWAY_CLI=$work/suite/dist/cli/index.js
}

slipway() { node "$SLIPWAY_CLI" "$@" --dotenv "$work/slipway.env" --summary "$work/summary.md"; }

# What an earlier command has set.
output() { sed -n "s/^SLIPWAY_$1=//p" "$work/slipway.env"; }

# Builders belong to the machine and stay where they are.
login() {
  [ -n "${REGISTRY_PASSWORD:-}" ] || return 0
  export BUILDX_CONFIG=${BUILDX_CONFIG:-${DOCKER_CONFIG:-$HOME/.docker}/buildx} DOCKER_CONFIG=$work/docker
  local pair
  pair=$(printf '%s:%s' "$REGISTRY_USER" "$REGISTRY_PASSWORD" | base64 | tr -d '\n')
  (umask 077 && mkdir "$DOCKER_CONFIG" && printf '{"auths":{"%s":{"auth":"%s"}}}\n' "$REGISTRY" "$pair" >"$DOCKER_CONFIG/config.json")
}

check() {
  slipway test
  slipway build --push false --output "$work/layouts"
  slipway scan --layouts "$work/layouts" --database "${TRIVY_DATABASE:-}"
  slipway plan
}

build() {
  local images tags
  slipway test
  login
  slipway build
  images=$(output BUILD_IMAGES)
  tags=$(output BUILD_TAGS)
  slipway scan --images "$images" --database "${TRIVY_DATABASE:-}"
  slipway push --images "$images" --tags "$tags"
  # Where slipway.yml says how; what the key is comes from the environment.
  if [ "$(output PUSH_SIGN)" = true ]; then slipway sign --images "$images" --reports scan-reports; fi
}

deploy() {
  local images release
  # GitLab hands it on as a variable, Jenkins in the same folder.
  images=${SLIPWAY_BUILD_IMAGES:-$(output BUILD_IMAGES)}
  rm -f slipway.started
  sed -i -E '/^SLIPWAY_(DEPLOY|GATE|PROMOTE|VERIFY)_/d' "$work/slipway.env"
  login
  slipway plan --environment "$1" --images "$images"
  # Nothing before this changes anything.
  echo "$run" >slipway.started
  slipway deploy --environment "$1" --images "$images" --wait 10m
  release=$(output DEPLOY_RELEASE)
  if [ "$(output DEPLOY_STATE)" = prepared ]; then slipway gate --environment "$1" --release "$release"; fi
  if [ "$(output GATE_STATE)" = passed ]; then slipway promote --environment "$1" --release "$release"; fi
  # What is paused is in the middle of it: sweep goes on with it.
  if [ "$(output GATE_STATE)" != paused ]; then slipway verify --environment "$1" --release "$release"; fi
}

# After whatever happened to deploy, which may have been killed before it could say anything.
rollback() {
  local state release
  [ "$(cat slipway.started 2>/dev/null)" = "$run" ] || return 0
  [ "$(output VERIFY_VERDICT)" != pass ] || return 0
  state=$(output PROMOTE_STATE)
  state=${state:-$(output GATE_STATE)}
  state=${state:-$(output DEPLOY_STATE)}
  case $state in
    # Nothing was changed, it went back by itself, or it waits for somebody.
    refused | rolled-back | paused | needs-action) return 0 ;;
  esac
  release=$(output DEPLOY_RELEASE)
  slipway rollback --environment "$1" --from-release "${release:-run}" --within 4m
}

main "$@"
