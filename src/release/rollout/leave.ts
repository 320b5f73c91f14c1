import { noteWaits } from '../../decision/record.ts';
import { retry } from '../../toolkit/retry.ts';
import { timing } from '../../toolkit/timing.ts';
import type { Pause, RolloutState } from '../store/schema.ts';
import type { RolloutContext, RunEnd } from './context.ts';
import { isTemporary } from './failure-policy.ts';
import { extendWatchdogTimeout, tryToEndWatchdog } from './heartbeat.ts';
import { recordEnd, recordPods, servingOf } from './record-transitions.ts';
import { mayHaveRunCandidate, runsCandidate, weightWithoutService } from './spec.ts';

/** What a run writes when it leaves a rollout that is not over. */

/** Writes what the rollout waits for into the state: the next run needs it, and no sweep may roll back too early. */
export async function leaveRollout(run: RolloutContext, end: RunEnd): Promise<void> {
  switch (end.state) {
    case 'prepared':
      return writePause(run, { for: 'gate', until: run.cluster.now() + run.spec.deadlineMs });
    case 'judged':
      return writePause(run, { for: 'promote', until: run.cluster.now() + timing.handOver });
    case 'paused':
      return writePause(run, end.paused);
    case 'needs-action':
      return end.reachedTimeLimit === true ? undefined : stopForPerson(run, end.reason);
    case 'done':
    case 'rolled-back':
      return undefined;
    default:
      return end satisfies never;
  }
}

/** Pauses a rollout. No run holds the Lease then: the watchdog waits for the next run as long as the pause lasts, and so does `sweep`. */
async function writePause(run: RolloutContext, paused: Pause): Promise<void> {
  const { cluster, spec, decisions, fence, report } = run;
  const { for: waits, until, reason } = paused;
  if (fence !== undefined && spec.watchdog !== undefined) {
    const told = await extendWatchdogTimeout(cluster, fence, Math.max(0, until - cluster.now()));
    if (!told)
      report(
        'warning: the watchdog does not know that the rollout is paused, and may restore the traffic early',
      );
  }
  if (waits !== 'gate' && waits !== 'promote') {
    const why = reason === undefined ? {} : { reason };
    decisions.update(record => noteWaits(record, { for: waits, until: Math.round(until), ...why }));
  }
  recordPods(run);
  // Before the state says that it is paused: from then on the next run may write the decision record.
  await decisions.save(report);
  // The deadline must not pass during the pause: a run that checks the rollout would roll it back.
  await change(run, rollout => ({ ...rollout, paused, deadline: Math.max(rollout.deadline, until) }));
}

/** Records that a person must act. Ends the watchdog: the baseline cannot take the traffic, or must not have it. */
async function stopForPerson(run: RolloutContext, reason: string): Promise<void> {
  const { cluster, spec, decisions, fence, store, informers, report } = run;
  recordPods(run);
  const at = Math.round(cluster.now());
  const snapshot = informers.snapshot();
  // A workload that runs the candidate gives it the rest of the traffic.
  const set = Math.max(spec.router.weight(snapshot), weightWithoutService(spec, snapshot));
  const weight = runsCandidate(spec, snapshot.workload) ? 100 : Math.round(set);
  const serving = servingOf(store.rollout, decisions.record, weight);
  recordEnd(run, { at, state: 'needs-action', reason, ...serving });
  if (fence !== undefined && spec.watchdog !== undefined && !(await tryToEndWatchdog(cluster, fence)))
    report(
      'warning: the watchdog was not ended, and may restore the traffic to the baseline: delete its Job',
    );
  await decisions.save(report);
  // What was never written, no later run may write: a person has to act first.
  const isUnwritten =
    store.rollout.strategy === 'rolling' && !mayHaveRunCandidate({ ...snapshot, rollout: store.rollout });
  await change(run, rollout => ({
    ...rollout,
    ...(isUnwritten ? { applied: false } : {}),
    needsAction: { at, reason },
  }));
}

/** Changes the state. A write that fails temporarily is retried, as in the reconciler. */
function change({ store }: RolloutContext, next: (rollout: RolloutState) => RolloutState): Promise<void> {
  const { writeRetry: within, apiRetry } = timing;
  return retry({ within, temporary: isTemporary, delay: () => apiRetry }, () => store.change(next));
}
