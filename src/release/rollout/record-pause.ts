import { timing } from '../../toolkit/timing.ts';
import { noteWaits } from '../decision-record/record.ts';
import type { Pause } from '../store/schema.ts';
import type { RolloutContext, RolloutEnd } from './context.ts';
import { askForPatience, endWatchdog } from './heartbeat.ts';
import { recordNeedsAction, recordPods } from './record-transitions.ts';

/** Records why a run leaves a rollout before its end. */

/** Writes what the rollout waits for into the state: the next run needs it, and no sweep may roll back too early. */
export async function recordPause(run: RolloutContext, end: RolloutEnd): Promise<void> {
  switch (end.state) {
    case 'prepared':
      return pause(run, { for: 'gate', until: run.cluster.now() + run.spec.deadlineMs });
    case 'judged':
      return pause(run, { for: 'promote', until: run.cluster.now() + timing.handOver });
    case 'paused':
      return pause(run, end.paused);
    case 'needs-action':
      return end.timeIsUp === true ? undefined : hold(run, end.reason);
    case 'done':
    case 'rolled-back':
      return undefined;
    default:
      return end satisfies never;
  }
}

/** Pauses a rollout. No run holds the Lease then: the watchdog waits for the next run as long as the pause lasts, and so does `sweep`. */
async function pause(run: RolloutContext, paused: Pause): Promise<void> {
  const { cluster, spec, decisions, fence, store, report } = run;
  const { for: waits, until, reason } = paused;
  if (fence !== undefined && spec.watchdog !== undefined) {
    await askForPatience(cluster, fence, Math.max(0, until - cluster.now()));
  }
  if (waits !== 'gate' && waits !== 'promote') {
    const why = reason === undefined ? {} : { reason };
    decisions.update(record => noteWaits(record, { for: waits, until: Math.round(until), ...why }));
  }
  recordPods(run);
  // Before the state says that it is paused: from then on the next run may write the decision record.
  await decisions.save(report);
  // The deadline must not pass during the pause: a run that checks the rollout would roll it back.
  await store.change(rollout => ({ ...rollout, paused, deadline: Math.max(rollout.deadline, until) }));
}

/** Records that a person must act. Ends the watchdog: the baseline cannot take the traffic, or must not have it. */
async function hold(run: RolloutContext, reason: string): Promise<void> {
  const { cluster, spec, decisions, fence, store, report } = run;
  recordPods(run);
  recordNeedsAction(run, 'needs-action', reason);
  if (fence !== undefined && spec.watchdog !== undefined) await endWatchdog(cluster, fence);
  await decisions.save(report);
  await store.change(rollout => ({ ...rollout, needsAction: { at: Math.round(cluster.now()), reason } }));
}
