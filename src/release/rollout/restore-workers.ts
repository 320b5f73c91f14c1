import type { RolloutState } from '../store/schema.ts';
import { templateOf, titleOf } from '../workloads/kinds.ts';
import { canonical } from '../workloads/naming.ts';
import { writtenAt } from '../workloads/owners.ts';
import { unstuck } from '../workloads/stuck.ts';
import { releaseOf, type Worker } from '../workloads/workers.ts';
import type { Snapshot } from './informers.ts';
import type { Action, Inputs, RolloutSpec } from './spec.ts';

/** How workers go back with their workload. All pure. */

/** Milliseconds for which a rollback waits for workers, at most: what serves is the workload. */
const patience = 5 * 60_000;

/** The next worker that a rollback has to put back. */
export function workerToRestore({ workers, candidate }: RolloutSpec, o: Snapshot): Worker | undefined {
  const baseline = o.rollout?.baseline;
  return workers.find(({ name, before, passed }) => {
    const live = o.workers[name]?.workload;
    if (before === undefined || live === undefined || live.metadata?.deletionTimestamp !== undefined)
      return false;
    // What a first release made goes with all that it made.
    if (before === null && baseline === undefined) return false;
    const at = releaseOf(live);
    if (!passed) return at === candidate;
    if (before === null) return at !== undefined;
    return at !== baseline || canonical(templateOf(live)) !== canonical(before.template);
  });
}

/** Workers that were put back and are not up: waited for, but not for ever; what became of them stands in the reason. */
export function waitForWorkers(
  spec: RolloutSpec,
  o: Snapshot,
  rollout: RolloutState,
  inputs: Inputs,
): Action | string {
  // The server keeps the times of writes in whole seconds.
  const began = Math.floor(rollout.since / 1000) * 1000;
  const ours = spec.workers.filter(({ name, before }) => {
    const live = o.workers[name]?.workload;
    return before && live !== undefined && writtenAt(live) >= began;
  });
  const slow = ours.filter(({ name }) => {
    const seen = inputs.workers[name];
    return seen?.state === 'failed' || (seen?.state === 'progressing' && seen.ready < seen.wanted);
  });
  const waiting = slow.find(({ name }) => inputs.workers[name]?.state === 'progressing');
  if (waiting !== undefined && o.now - rollout.since < patience) {
    for (const { name, ref } of slow) {
      const stuck = unstuck(ref, o.workers[name], o.now, 0);
      if (stuck !== undefined) return stuck;
    }
    return { do: 'await', what: `${titleOf(waiting.ref)} comes up again`, ms: 1000 };
  }
  return slow.map(({ ref }) => `; ${titleOf(ref)} was put back and is not up`).join('');
}
