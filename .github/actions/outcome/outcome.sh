#!/usr/bin/env bash
# Turns $RESULTS ("test=success build=failure …") and $ROLLBACK into one outcome. Outputs are set before it fails.
set -euo pipefail

outcome=success
sentence=
for pair in $RESULTS; do
  job=${pair%%=*}
  result=${pair#*=}
  # The first one that is no success is the cause; what comes after it was skipped because of it.
  if [ "$result" != success ] && [ "$outcome" = success ]; then
    case "$result" in
      cancelled) outcome=cancelled sentence="$job was cancelled" ;;
      skipped) outcome=failure sentence="$job did not run" ;;
      *) outcome=failure sentence="$job failed" ;;
    esac
  fi
done

# One line a job, `none` for nothing. What actions say may hold parts of logs: nothing of it may begin a line of its own.
said=$(printf '%s\n' "$REASON" | grep -vxE '[[:space:]]*(none)?[[:space:]]*' | tr -s '[:cntrl:]' ' ' || true)
if [ "$outcome" = success ] && [ "$ROLLBACK" = paused ]; then
  outcome=paused sentence=${said% }
elif [ "$outcome" = success ]; then
  sentence=none
else
  if [ -n "$said" ]; then sentence="$sentence: ${said% }"; fi
  case "$ROLLBACK" in
    skipped) ;;
    success) outcome=rolled-back sentence="$sentence; what served before serves again" ;;
    needs-action | paused) outcome=needs-action sentence="$sentence; it waits for somebody: resume it or roll it back" ;;
    *) outcome=failure sentence="$sentence; and the rollback did not succeed: look at what serves now" ;;
  esac
fi

{
  echo "outcome=$outcome"
  echo "reason=$sentence"
} >>"$GITHUB_OUTPUT"

# Percent first: it begins every escape of a workflow command.
escaped=${sentence//%/%25}
case "$outcome" in
  success) echo "success" ;;
  paused) echo "::notice title=Outcome: paused::$escaped" ;;
  *)
    echo "::error title=Outcome: $outcome::$escaped"
    exit 1
    ;;
esac
