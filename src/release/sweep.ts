import type { Cluster } from '../cluster/port.ts';
import { sealJournal } from './journal.ts';
import { acquireLease, type Lease, LeaseHeld } from './lease.ts';
import { type ProgressRequest, sweepRollout, unfinished } from './progress.ts';
import { clearRemains, remainsOf } from './remains.ts';

export interface SweepResult {
  /** `nothing` to sweep, `busy`: a run is at work or the rollout waits on purpose; else how it ended. */
  state: 'nothing' | 'busy' | 'finished' | 'undone' | 'held';
  release?: number;
  reason?: string;
}

/** Finishes or undoes what a run left that died. Never touches what a living run holds, nor what waits on purpose. */
export async function sweep(cluster: Cluster, request: ProgressRequest): Promise<SweepResult> {
  const entry = await unfinished(cluster, request);
  if (entry === undefined) return sweepRemains(cluster, request);
  const { candidate, parked } = entry.journal;
  if (parked !== undefined && parked.until > cluster.now()) {
    const reason = `release ${candidate} waits for ${parked.for} until ${new Date(parked.until).toISOString()}`;
    return { state: 'busy', release: candidate, reason };
  }
  return underFreeLease(cluster, request, candidate, async lease => {
    const swept = await sweepRollout(cluster, request, lease, entry.journal);
    if (swept === undefined) return { state: 'nothing' };
    const { end } = swept;
    if (end.state === 'undone') return { state: 'undone', release: candidate, reason: end.reason };
    if (end.state === 'held') return { state: 'held', release: candidate, reason: end.reason };
    return { state: 'finished', release: candidate };
  });
}

/** No rollout is under way; a run may have died before it came to one. */
async function sweepRemains(cluster: Cluster, request: ProgressRequest): Promise<SweepResult> {
  const { app } = request.config;
  const { namespace, workload } = request.environment;
  const found = () => remainsOf(cluster, namespace, app, workload.name);
  const first = await found();
  if (first === undefined) return { state: 'nothing' };
  const release = first.open[0]?.record.release;
  return underFreeLease(cluster, request, release, async ({ token }) => {
    // Until the lease was ours, its run could have gone on.
    const remains = await found();
    if (remains === undefined) return { state: 'nothing' };
    await sealJournal(cluster, namespace, app, { token, run: request.origin });
    await clearRemains(cluster, namespace, app, token, remains);
    const reason = 'its run ended before anything of it was applied';
    return release === undefined ? { state: 'nothing' } : { state: 'undone', release, reason };
  });
}

async function underFreeLease(
  cluster: Cluster,
  { config, environment, origin, report }: ProgressRequest,
  candidate: number | undefined,
  work: (lease: Lease) => Promise<SweepResult>,
): Promise<SweepResult> {
  let lease: Lease;
  try {
    lease = await acquireLease(cluster, {
      app: config.app,
      namespace: environment.namespace,
      workload: environment.workload.name,
      origin,
      wait: 0,
      seize: false,
      report,
    });
  } catch (error) {
    if (!(error instanceof LeaseHeld)) throw error;
    const release = candidate === undefined ? {} : { release: candidate };
    return { state: 'busy', ...release, reason: error.message };
  }
  try {
    return await work(lease);
  } finally {
    await lease.release();
  }
}
