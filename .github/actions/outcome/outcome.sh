#!/usr/bin/env bash
# Sums up $RESULTS ("test=success build=failure …") and $ROLLBACK as one outcome. Sets the outputs before it fails.
set -euo pipefail

outcome=success
sentence=
for pair in $RESULTS; do
  job=${pair%%=*}
  result=${pair#*=}
  # The first one without success is the cause, because of which the following ones were skipped.
  if [ "$result" != success ] && [ "$outcome" = success ]; then
    case "$result" in
      cancelled) outcome=cancelled sentence="$job was cancelled" ;;
      skipped) outcome=failure sentence="$job did not run" ;;
      # A job that has concluded itself, whose reason already says how it ended.
      rolled-back | needs-action) outcome=$result sentence="$job ended as $result" ;;
      *) outcome=failure sentence="$job failed" ;;
    esac
  fi
done

# One line per job, `none` for no reason. A reason may contain parts of logs, and none of them may start a line.
said=$(printf '%s\n' "$REASON" | grep -vxE '[[:space:]]*(none)?[[:space:]]*' | tr -s '[:cntrl:]' ' ' || true)
if [ "$outcome" = success ] && [ "$ROLLBACK" = paused ]; then
  outcome=paused sentence=${said% }
elif [ "$outcome" = success ]; then
  sentence=none
elif [ "$outcome" = rolled-back ] || [ "$outcome" = needs-action ]; then
  if [ -n "$said" ]; then sentence=${said% }; fi
else
  if [ -n "$said" ]; then sentence="$sentence: ${said% }"; fi
  case "$ROLLBACK" in
    skipped) ;;
    success) outcome=rolled-back sentence="$sentence; the baseline is live again" ;;
    by-another-run) outcome=rolled-back ;;
    environment) outcome=needs-action ;;
    needs-action | paused) outcome=needs-action sentence="$sentence; a person must resume it or roll it back" ;;
    *) outcome=failure sentence="$sentence; and the rollback failed: check which version is live" ;;
  esac
fi

{
  echo "outcome=$outcome"
  echo "reason=$sentence"
} >>"$GITHUB_OUTPUT"

# Percent first, because it starts every escape of a workflow command.
escaped=${sentence//%/%25}
level=error
if [ "$outcome" = paused ]; then level=notice; fi
case "$outcome ${said:+${SHOWN:-none}}" in
  success*) echo "success" ;;
  *" any" | "failure failure") echo "$outcome: $sentence" ;;
  *) echo "::$level title=Outcome: $outcome::$escaped" ;;
esac
case "$outcome" in
  success | paused) ;;
  *) exit 1 ;;
esac
