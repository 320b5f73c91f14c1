import { timing } from '../../toolkit/timing.ts';
import { noteWaits } from '../decision-record/record.ts';
import type { Pause } from '../store/schema.ts';
import type { RolloutContext, RolloutEnd } from './context.ts';
import { askForPatience, endWatchdog } from './heartbeat.ts';
import { recordHeld, recordPods } from './record-transitions.ts';

/** What a run writes down about a rollout that it leaves before its end. */

/** So that whoever comes next knows what it waits for, and nobody undoes it before its time. */
export async function recordPause(run: RolloutContext, end: RolloutEnd): Promise<void> {
  switch (end.state) {
    case 'prepared':
      return pause(run, { for: 'gate', until: run.cluster.now() + run.spec.deadlineMs });
    case 'judged':
      return pause(run, { for: 'promote', until: run.cluster.now() + timing.handOver });
    case 'parked':
      return pause(run, end.parked);
    case 'held':
      return end.timeIsUp === true ? undefined : hold(run, end.reason);
    case 'done':
    case 'undone':
      return undefined;
    default:
      return end satisfies never;
  }
}

/** Between two runs nobody holds the lease: nobody sweeps what waits, and the watchdog is patient for as long. */
async function pause(run: RolloutContext, parked: Pause): Promise<void> {
  const { cluster, spec, decisions, fence, store, report } = run;
  const { for: waits, until, reason } = parked;
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
  await store.change(rollout => ({ ...rollout, parked, deadline: Math.max(rollout.deadline, until) }));
}

/** Neither side may lose what serves by itself: what would take the traffic back ends, for nothing is there to take it. */
async function hold(run: RolloutContext, reason: string): Promise<void> {
  const { cluster, spec, decisions, fence, store, report } = run;
  recordPods(run);
  recordHeld(run, 'held', reason);
  if (fence !== undefined && spec.watchdog !== undefined) await endWatchdog(cluster, fence);
  await decisions.save(report);
  await store.change(rollout => ({ ...rollout, held: { at: Math.round(cluster.now()), reason } }));
}
