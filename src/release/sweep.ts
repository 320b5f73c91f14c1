import type { Cluster } from '../cluster/port.ts';
import { acquireLease, LeaseHeld } from './lease.ts';
import { type ProgressRequest, sweepRollout, unfinished } from './progress.ts';

export interface SweepResult {
  /** `nothing` to sweep, `busy`: a run is at work or the rollout waits on purpose; else how it ended. */
  state: 'nothing' | 'busy' | 'finished' | 'undone' | 'held';
  release?: number;
  reason?: string;
}

/** Finishes or undoes what a run left that died. Never touches what a living run holds, nor what waits on purpose. */
export async function sweep(cluster: Cluster, request: ProgressRequest): Promise<SweepResult> {
  const { config, environment, origin, report } = request;
  const entry = await unfinished(cluster, request);
  if (entry === undefined) return { state: 'nothing' };
  const { candidate, parked, token } = entry.journal;
  if (parked !== undefined && parked.until > cluster.now()) {
    const reason = `release ${candidate} waits for ${parked.for} until ${new Date(parked.until).toISOString()}`;
    return { state: 'busy', release: candidate, reason };
  }
  let lease: Awaited<ReturnType<typeof acquireLease>>;
  try {
    lease = await acquireLease(cluster, {
      app: config.app,
      namespace: environment.namespace,
      origin,
      wait: 0,
      seize: false,
      floor: token,
      report,
    });
  } catch (error) {
    if (!(error instanceof LeaseHeld)) throw error;
    return { state: 'busy', release: candidate, reason: error.message };
  }
  try {
    const swept = await sweepRollout(cluster, request, lease, entry.journal);
    if (swept === undefined) return { state: 'nothing' };
    const { end } = swept;
    if (end.state === 'undone') return { state: 'undone', release: candidate, reason: end.reason };
    if (end.state === 'held') return { state: 'held', release: candidate, reason: end.reason };
    return { state: 'finished', release: candidate };
  } finally {
    await lease.release();
  }
}
