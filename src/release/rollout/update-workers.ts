import { titleOf } from '../workloads/kinds.ts';
import { writtenAt } from '../workloads/owners.ts';
import { patienceForward, removeStuckAction } from '../workloads/stuck.ts';
import type { Worker } from '../workloads/workers.ts';
import type { Snapshot } from './informers.ts';
import { abort, abortWithCause } from './roll-back.ts';
import { type Action, type Inputs, type RolloutSpec, runsCandidate } from './spec.ts';

/**
 * Gives the candidate to the workers, once the workload has it, and waits until all of them are ready.
 * @returns undefined when they are.
 */
export function updateWorkers(spec: RolloutSpec, snapshot: Snapshot, inputs: Inputs): Action | undefined {
  const workers = spec.workers.filter(({ candidate }) => candidate !== undefined);
  const liveOf = ({ name }: Worker) => snapshot.workers[name]?.workload;
  const next = workers.find(worker => !runsCandidate(spec, liveOf(worker)));
  if (next !== undefined) return { do: 'apply-worker', name: next.name };
  const ends = workers.map(worker => ({ worker, seen: inputs.workers[worker.name] }));
  // A failed worker ends the rollout even while others are still starting.
  for (const { seen } of ends)
    if (seen?.state === 'failed') return abortWithCause(spec, snapshot, seen.cause);
  const slow = ends.filter(({ seen }) => seen?.state !== 'complete');
  // For a run that has just attached no worker counts as complete for ten seconds: one with all pods ready is not late.
  const late = slow.find(
    ({ worker, seen }) =>
      seen !== undefined &&
      seen.ready < seen.wanted &&
      snapshot.now > writtenAt(liveOf(worker) ?? {}) + spec.deadlineMs,
  );
  if (late !== undefined)
    return abort(spec, snapshot, `${titleOf(late.worker.ref)} did not become ready in time`);
  const [first] = slow;
  if (first === undefined) return undefined;
  for (const { worker } of slow) {
    const stuck = removeStuckAction(worker.ref, snapshot.workers[worker.name], snapshot.now, patienceForward);
    if (stuck !== undefined) return stuck;
  }
  const counted = first.seen === undefined ? '' : `: ${first.seen.ready} of ${first.seen.wanted} pods`;
  return { do: 'await', what: `waiting for ${titleOf(first.worker.ref)}${counted}` };
}
