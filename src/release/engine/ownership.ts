import { stampOf } from '../../traffic/fence.ts';
import { overtaken } from '../workloads/overtaken.ts';
import type { Drive } from './drive.ts';
import type { Observation } from './world.ts';

/** @throws LeaseLost when a stamp says that a newer run is at work, or the state does and the Lease agrees. */
export async function requireOurs({ course, keeper }: Drive, o: Observation): Promise<void> {
  const { token, app } = course;
  const moved = [o.workload, o.canary, ...Object.values(o.workers).map(each => each.workload)];
  const isNewer = moved.some(each => stampOf(each ?? {}, app) > token);
  const claimed = (o.journal?.token ?? 0) > token;
  if (isNewer || (claimed && !(await keeper.holdsLease()))) throw overtaken(app);
}
