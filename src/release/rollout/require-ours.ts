import { stampOf } from '../../traffic/fence.ts';
import { leaseLost } from '../workloads/lease-lost.ts';
import type { RolloutContext } from './context.ts';
import type { Snapshot } from './informers.ts';

/**
 * Compares this run's fencing token with those of the Lease and of the workloads.
 * @throws LeaseLost when one of them is higher: a newer run has taken over.
 */
export function requireOurs({ spec: { token, app } }: RolloutContext, snapshot: Snapshot): void {
  const moved = [
    snapshot.workload,
    snapshot.canary,
    ...Object.values(snapshot.workers).map(each => each.workload),
  ];
  const tokens = [snapshot.token ?? 0, ...moved.map(each => stampOf(each ?? {}, app))];
  if (tokens.some(each => each > token)) throw leaseLost(app);
}
