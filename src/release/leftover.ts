import type { Cluster } from '../cluster/port.ts';
import { UserError } from '../toolkit/errors.ts';
import { readJournal } from './journal.ts';
import type { Lease } from './lease.ts';
import { isOver } from './phases.ts';
import type { DeployRequest } from './plan.ts';
import { sweepRollout } from './progress.ts';

/** What a rollout before left in the way of this one. */

/** A rollout that waits for its next step is nobody's to sweep, and two at once are none. */
export async function requireNothingParked(
  cluster: Cluster,
  { config, environment }: DeployRequest,
): Promise<void> {
  const entry = await readJournal(cluster, environment.namespace, config.app);
  if (entry === undefined || isOver(entry.journal.phase)) return;
  const { candidate, parked, run } = entry.journal;
  if (parked === undefined || parked.until < cluster.now()) return;
  throw new UserError(
    `release ${candidate} of ${config.app} waits for ${parked.for} until ${new Date(parked.until).toISOString()} (${run.actor} in ${run.run})`,
    'let it go on, or end it by a rollback',
  );
}

/** Ends what a run left that died: nothing new begins beside it. */
export async function recover(cluster: Cluster, request: DeployRequest, lease: Lease): Promise<void> {
  const entry = await readJournal(cluster, request.environment.namespace, request.config.app);
  if (entry === undefined || isOver(entry.journal.phase)) return;
  await requireNothingParked(cluster, request);
  await sweepRollout(cluster, { ...request, wait: 0 }, lease, entry.journal);
}
