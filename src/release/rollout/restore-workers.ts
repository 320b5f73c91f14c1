import { writtenAt } from '../../workloads/controllers.ts';
import { titleOf } from '../../workloads/kinds.ts';
import { canonicalTemplate, runsTemplate } from '../../workloads/pods.ts';
import { removeStuckAction } from '../../workloads/stuck.ts';
import { releaseOf, type Worker } from '../../workloads/workers.ts';
import type { Inputs, RolloutAction, RolloutSnapshot, RolloutSpec } from './spec.ts';

/** Restores workers in a rollback. All pure. */

/** Milliseconds for which a rollback waits for workers, at most: only the workload has traffic. */
const workerTimeout = 5 * 60_000;

/** Returns the next worker that a rollback must restore. */
export function workerToRestore(
  { workers, candidate }: RolloutSpec,
  snapshot: RolloutSnapshot,
): Worker | undefined {
  const { baseline } = snapshot.rollout;
  return workers.find(({ name, before, skipsReleases }) => {
    const live = snapshot.workers[name]?.workload;
    if (before === undefined || live === undefined || live.metadata?.deletionTimestamp !== undefined)
      return false;
    // `delete-created` deletes the workers of a first release.
    if (before === null && baseline === undefined) return false;
    const at = releaseOf(live);
    if (!skipsReleases) return at === candidate;
    if (before === null) return at !== undefined;
    return at !== baseline || !runsTemplate(live, canonicalTemplate(before.template));
  });
}

/**
 * Waits for the restored workers to become ready, for `workerTimeout` at most.
 * @returns the action, or once the wait is over a text about those that are not ready, for the reason of the rollback.
 */
export function waitForWorkers(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
): RolloutAction | string {
  const { rollout } = snapshot;
  // The API server keeps the times of writes in whole seconds.
  const began = Math.floor(rollout.since / 1000) * 1000;
  const ours = spec.workers.filter(({ name, before }) => {
    const live = snapshot.workers[name]?.workload;
    return before && live !== undefined && writtenAt(live) >= began;
  });
  const slow = ours.filter(({ name }) => {
    const seen = inputs.workers[name];
    return seen?.state === 'failed' || (seen?.state === 'progressing' && seen.ready < seen.wanted);
  });
  const waiting = slow.find(({ name }) => inputs.workers[name]?.state === 'progressing');
  if (waiting !== undefined && snapshot.now - rollout.since < workerTimeout) {
    for (const { name, ref } of slow) {
      const stuck = removeStuckAction(ref, snapshot.workers[name], snapshot.now, 0);
      if (stuck !== undefined) return stuck;
    }
    return { do: 'await', what: `waiting for ${titleOf(waiting.ref)} to become ready again`, ms: 1000 };
  }
  return slow.map(({ ref }) => `; ${titleOf(ref)} was restored but is not ready`).join('');
}
