import type { Cluster } from '../../cluster/port.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isOver, type Phase } from '../store/phases.ts';
import { rebuildState } from '../store/rebuild.ts';
import { RolloutOver, readState, type StoredState } from '../store/rollout-state.ts';
import type { RolloutRequest } from './run.ts';

/** Finds the rollout that is under way, from the state in the cluster. */

/** Returns the state of a rollout that is not over, rebuilt if it was deleted; undefined when there is none. */
export async function unfinished(
  cluster: Cluster,
  { config, environment, report }: Pick<RolloutRequest, 'config' | 'environment' | 'report'>,
): Promise<StoredState | undefined> {
  const entry =
    (await readState(cluster, environment.namespace, config.app)) ??
    (await rebuildState(cluster, config.app, environment, report));
  return entry === undefined || isOver(entry.rollout.phase) ? undefined : entry;
}

/**
 * Returns the state of the rollout that is under way.
 * @throws UserError when there is none, when it is not that of the requested release, or when it is in none of these phases.
 */
export async function requireUnfinished(
  cluster: Cluster,
  request: RolloutRequest,
  phases: readonly Phase[],
): Promise<StoredState> {
  const { app } = request.config;
  const entry = await unfinished(cluster, request);
  if (entry === undefined) throw new RolloutOver(app);
  const { phase, candidate, run } = entry.rollout;
  if (request.release !== undefined && request.release !== candidate) {
    throw new UserError(
      `release ${request.release} has no rollout under way: the current one is that of release ${candidate} (${run.actor} in ${run.run})`,
      `check how release ${request.release} ended, or whether its rollout ever began`,
    );
  }
  if (!phases.includes(phase)) {
    throw new UserError(
      `the rollout of release ${candidate} is in phase ${phase}, not in ${phases.join(' or ')}`,
      phase === 'rolling-back'
        ? 'run `sweep`, which finishes the rollback'
        : 'run the actions in the order deploy, gate, promote',
    );
  }
  return entry;
}
