import type { Cluster } from '../../cluster/port.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isOver, type Phase } from '../store/phases.ts';
import { rebuildState } from '../store/rebuild.ts';
import { RolloutOver, readState, type StoredState } from '../store/rollout-state.ts';
import type { RolloutRequest } from './run.ts';

/** The rollout that is under way, as the state in the cluster has it. */

/** The rollout of an application that is not over, its state written again if that was deleted; undefined when there is none. */
export async function unfinished(
  cluster: Cluster,
  { config, environment, report }: Pick<RolloutRequest, 'config' | 'environment' | 'report'>,
): Promise<StoredState | undefined> {
  const entry =
    (await readState(cluster, environment.namespace, config.app)) ??
    (await rebuildState(cluster, config.app, environment, report));
  return entry === undefined || isOver(entry.rollout.phase) ? undefined : entry;
}

/** @throws UserError when nothing is under way, another release than the one that is named, or nothing in one of these phases. */
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
      `the rollout under way is that of release ${candidate} (${run.actor} in ${run.run}), not of release ${request.release}`,
      'see what became of that one: it was ended, or never begun',
    );
  }
  if (!phases.includes(phase)) {
    throw new UserError(
      `the rollout of release ${candidate} is ${phase}, not ${phases.join(' or ')}`,
      phase === 'rolling-back'
        ? 'run sweep, which ends the rollback'
        : 'run the actions in the order deploy, gate, promote',
    );
  }
  return entry;
}
