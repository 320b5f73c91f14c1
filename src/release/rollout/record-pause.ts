import { timing } from '../../toolkit/timing.ts';
import { noteWaits } from '../decision-record/record.ts';
import type { Pause } from '../store/schema.ts';
import type { RolloutContext, RolloutEnd } from './context.ts';
import { askForPatience, endWatchdog } from './heartbeat.ts';
import { recordNeedsAction, recordPods } from './record-transitions.ts';

/** What a run writes down about a rollout that it leaves before its end. */

/** So that whoever comes next knows what it waits for, and nobody rolls it back before its time. */
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

/** Between two runs nobody holds the lease: nobody sweeps what waits, and the watchdog is patient for as long. */
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
  // Before the state says that nobody is at it: from then on the record is the next run's to write.
  await decisions.save(report);
  // Whoever looks at it meanwhile must not find that its time is over.
  await store.change(rollout => ({ ...rollout, paused, deadline: Math.max(rollout.deadline, until) }));
}

/** Neither side may lose what serves by itself: what would take the traffic back ends, for nothing is there to take it. */
async function hold(run: RolloutContext, reason: string): Promise<void> {
  const { cluster, spec, decisions, fence, store, report } = run;
  recordPods(run);
  recordNeedsAction(run, 'needs-action', reason);
  if (fence !== undefined && spec.watchdog !== undefined) await endWatchdog(cluster, fence);
  await decisions.save(report);
  await store.change(rollout => ({ ...rollout, needsAction: { at: Math.round(cluster.now()), reason } }));
}
