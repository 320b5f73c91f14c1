import type { Cluster } from '../cluster/port.ts';
import { reasonOf, watcherOf } from './gate.ts';
import { acquireLease, type Lease, LeaseHeld } from './lease.ts';
import { needsHand } from './looking.ts';
import { lookAfter, type Progress, type ProgressRequest, sweepRollout, unfinished } from './progress.ts';
import { waitsSentence } from './waiting.ts';

export interface SweepResult {
  /** `nothing` to sweep, `busy`: a run is at work or the rollout waits on purpose; else how it ended. */
  state: 'nothing' | 'busy' | 'finished' | 'undone' | 'held';
  release?: number;
  reason?: string;
}

/**
 * Finishes or undoes what a run left that died. Never touches what a living run holds. What waits on purpose it looks at: a
 * long bake that is over goes on, one that does harm goes back; what waits for a person waits on, unless it does harm.
 */
export async function sweep(cluster: Cluster, request: ProgressRequest): Promise<SweepResult> {
  const entry = await unfinished(cluster, request);
  if (entry === undefined) return { state: 'nothing' };
  const { candidate, parked, token } = entry.journal;
  const waits = parked !== undefined && parked.until > cluster.now() ? parked : undefined;
  if (waits !== undefined && !(await needsHand(cluster, request, entry))) {
    return { state: 'busy', release: candidate, reason: `release ${candidate} ${waitsSentence(waits)}` };
  }
  const lease = await leaseOrHolder(cluster, request, token);
  if (typeof lease === 'string') return { state: 'busy', release: candidate, reason: lease };
  try {
    const swept =
      waits === undefined
        ? await sweepRollout(cluster, request, lease, entry.journal)
        : await lookAfter(cluster, request, lease, run => watcherOf(run, request));
    return swept === undefined ? { state: 'nothing' } : resultOf(swept);
  } finally {
    await lease.release();
  }
}

/** The lease, or who has it. */
async function leaseOrHolder(
  cluster: Cluster,
  { config, environment, origin, report }: ProgressRequest,
  floor: number,
): Promise<Lease | string> {
  try {
    return await acquireLease(cluster, {
      app: config.app,
      namespace: environment.namespace,
      origin,
      wait: 0,
      seize: false,
      floor,
      report,
    });
  } catch (error) {
    if (!(error instanceof LeaseHeld)) throw error;
    return error.message;
  }
}

function resultOf({ end, journal }: Progress): SweepResult {
  const release = journal.candidate;
  const why = reasonOf(end, journal);
  switch (end.state) {
    case 'undone':
    case 'held':
      return { state: end.state, release, ...why };
    case 'parked':
      return { state: 'busy', release, ...why };
    default:
      return { state: 'finished', release };
  }
}
