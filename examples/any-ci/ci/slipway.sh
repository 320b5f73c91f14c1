#!/usr/bin/env bash
# The steps of .gitlab-ci.yml and of the Jenkinsfile: slipway.sh check | build, or deploy | rollback | sweep ENVIRONMENT
# Writes outputs to slipway.env, the summary to summary.md, and everything else to the log. Exits with 1 if a step failed or was refused.
set -euo pipefail

# The job of GitLab, the build of Jenkins, or a name that you set in a terminal, so that files of another one are ignored.
run=${CI_JOB_ID:-${BUILD_TAG:?not set, because this is neither GitLab CI nor Jenkins. Set it to a name that is new for each release.}}

main() {
  local step=${1:-}
  case $step in
    check | build | deploy | rollback | sweep) ;;
    *) echo "unknown step \"$step\": choose check, build, deploy, rollback or sweep" >&2 && exit 2 ;;
  esac
  # Outside the checkout, so that no file gets into an image and no login outlives the step.
  work=$(mktemp -d)
  trap leave EXIT
  # What an earlier run left here would get into the image.
  case $step in check | build) rm -rf scan-reports slipway.env slipway.started summary.md ;; esac
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

# Fetches Slipway at the pinned commit. Without access to github.com set SLIPWAY_CLI to a local path.
fetch() {
  [ -z "${SLIPWAY_CLI:-}" ] || return 0
  git -C "$work" init --quiet suite
  git -C "$work/suite" fetch --quiet --depth 1 https://github.com/slipway/slipway "$SLIPWAY_COMMIT"
  git -C "$work/suite" checkout --quiet FETCH_HEAD
  SLIPWAY_CLI=$work/suite/dist/cli/index.js
}

slipway() { node "$SLIPWAY_CLI" "$@" --dotenv "$work/slipway.env" --summary "$work/summary.md"; }

# Prints an output of an earlier command.
output() { sed -n "s/^SLIPWAY_$1=//p" "$work/slipway.env"; }

# Logs in with a temporary configuration; the builders of the machine stay in use.
login() {
  [ -n "${REGISTRY_PASSWORD:-}" ] || return 0
  export BUILDX_CONFIG=${BUILDX_CONFIG:-${DOCKER_CONFIG:-$HOME/.docker}/buildx} DOCKER_CONFIG=$work/docker
  local pair key=$REGISTRY
  # As docker itself calls it.
  if [ "$key" = docker.io ]; then key=https://index.docker.io/v1/; fi
  pair=$(printf '%s:%s' "$REGISTRY_USER" "$REGISTRY_PASSWORD" | base64 | tr -d '\n')
  (umask 077 && mkdir "$DOCKER_CONFIG" && printf '{"auths":{"%s":{"auth":"%s"}}}\n' "$key" "$pair" >"$DOCKER_CONFIG/config.json")
}

check() {
  slipway test
  slipway build --push false --output "$work/layouts"
  slipway scan --layouts "$work/layouts" --trivy-database "${TRIVY_DATABASE:-}"
  slipway plan
}

build() {
  local images tags
  slipway test
  login
  slipway build
  images=$(output BUILD_IMAGES)
  tags=$(output BUILD_TAGS)
  slipway scan --images "$images" --trivy-database "${TRIVY_DATABASE:-}"
  slipway push --images "$images" --tags "$tags"
  # If slipway.yml has `signing`. The key comes from the environment.
  if [ "$(output PUSH_SIGN_IMAGES)" = true ]; then slipway sign --images "$images" --reports scan-reports; fi
}

deploy() {
  local images release state
  # GitLab passes it as a variable, Jenkins in the same folder.
  images=${SLIPWAY_BUILD_IMAGES:-$(output BUILD_IMAGES)}
  rm -f slipway.started
  # `sed -i` differs between Linux and macOS.
  sed -E '/^SLIPWAY_(DEPLOY|GATE|PROMOTE|VERIFY)_/d' "$work/slipway.env" >"$work/slipway.kept"
  mv "$work/slipway.kept" "$work/slipway.env"
  login
  slipway plan --environment "$1" --images "$images"
  # No earlier command changes the cluster.
  echo "$run" >slipway.started
  slipway deploy --environment "$1" --images "$images" --wait 10m
  release=$(output DEPLOY_RELEASE)
  if [ "$(output DEPLOY_STATE)" = prepared ]; then slipway gate --environment "$1" --release "$release"; fi
  if [ "$(output GATE_STATE)" = passed ]; then slipway promote --environment "$1" --release "$release"; fi
  state=$(output GATE_STATE)
  # A paused release is not finished; sweep continues it.
  if [ "${state:-$(output DEPLOY_STATE)}" != paused ]; then slipway verify --environment "$1" --release "$release"; fi
}

# Runs however deploy ended, even if it was killed before it set any output.
rollback() {
  local state release
  [ "$(cat slipway.started 2>/dev/null)" = "$run" ] || return 0
  [ "$(output VERIFY_VERDICT)" != pass ] || return 0
  # No rollback can cure what failed.
  [ "$(output VERIFY_CAUSE)" != environment ] || return 0
  state=$(output PROMOTE_STATE)
  state=${state:-$(output GATE_STATE)}
  state=${state:-$(output DEPLOY_STATE)}
  case $state in
    # Nothing was changed, it is already rolled back, or a person must act.
    refused | rolled-back | paused | needs-action)
      echo "rollback: nothing to do, because the state of the release is $state" >&2
      return 0
      ;;
  esac
  release=$(output DEPLOY_RELEASE)
  # For the signature of an image that only a record knows, as below.
  login
  slipway rollback --environment "$1" --from-release "${release:-run}"
}

# For a schedule: ends what a lost run left, and continues a paused release.
sweep() {
  login
  slipway sweep --environment "$1"
  if [ "$(output SWEEP_STATE)" = complete ]; then
    slipway verify --environment "$1" --release "$(output SWEEP_RELEASE)"
  # Withdraws the proof of a release that was rolled back.
  elif [ "$(output SWEEP_PROOF)" = refused ]; then
    slipway verify --environment "$1"
  fi
}

main "$@"
