import type { Cluster } from '../../cluster/port.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { pauseRemedy, pauseSentence } from '../rollout/pause.ts';
import { isOver, remedyOf } from '../store/phases.ts';
import { readState, releaseNeedingAction, type StoredState } from '../store/rollout-state.ts';
import type { RolloutState } from '../store/schema.ts';
import type { DeployRequest } from './plan.ts';

/** A release before this one that has not ended: what forbids to begin, and what a run would meet. */

/** A rollout that waits for its next step is nobody's to sweep, and two at once are none. */
export async function requireNothingPaused(cluster: Cluster, request: DeployRequest): Promise<void> {
  const { config, environment } = request;
  const entry = await readState(cluster, environment.namespace, config.app);
  if (entry === undefined) return;
  const paused = pausedProblem(entry.rollout, cluster.now());
  if (paused !== undefined && !(await isHandOverLost(entry.rollout, request))) throw paused;
  const problem = routesProblem(entry, environment);
  if (problem !== undefined) throw problem;
}

/**
 * Whether a rollout waits for the next action of a run that has ended: then nobody comes to take it over, and it is ended like any other
 * that a dead run left. The state in the cluster could be forged: all that does is to end the wait before its time.
 */
export async function isHandOverLost(
  { candidate, paused, run }: RolloutState,
  { hasEnded, report }: Pick<DeployRequest, 'hasEnded' | 'report'>,
): Promise<boolean> {
  if (paused?.for !== 'gate' && paused?.for !== 'promote') return false;
  if (hasEnded === undefined || !(await hasEnded(run))) return false;
  report(`release ${candidate} waits for ${paused.for} of ${run.run}, which has ended`);
  return true;
}

/** A release that rolls by its configuration knows of no canary, and would take a held one away while the route leads to it. Pure. */
export function routesProblem(
  entry: StoredState,
  { strategy }: Pick<Environment, 'strategy'>,
): UserError | undefined {
  const held = releaseNeedingAction(entry);
  const { strategy: before } = entry.rollout;
  if (held === undefined || before === 'rolling' || strategy.kind !== 'rolling') return undefined;
  return new UserError(
    `release ${held} is held in the middle of its ${before} release, and \`strategy: rolling\` would take away what serves`,
    `deploy with \`strategy: ${before}\` as before, which rolls this time by itself, or roll back with \`force\``,
  );
}

/** @param now milliseconds since 1970 by the API server's clock. Pure. */
export function pausedProblem(rollout: RolloutState, now: number): UserError | undefined {
  const { app, candidate, paused, run, phase } = rollout;
  if (isOver(phase) || paused === undefined || paused.until < now) return undefined;
  return new UserError(
    `release ${candidate} of ${app} ${pauseSentence(paused)} (${run.actor} in ${run.run})`,
    pauseRemedy(paused.for),
  );
}

/** What a release would meet of the one before; undefined when that has ended. Pure. */
export function unfinishedSentence({ candidate, phase, run, weight }: RolloutState): string | undefined {
  const remedy = remedyOf(phase);
  if (remedy === 'none') return undefined;
  const exposed = phase === 'stepping' || phase === 'baking' ? ` at ${weight} %` : '';
  return `release ${candidate} is ${phase}${exposed} (${run.actor} in ${run.run}): a deploy waits for that run, and if it is dead ${remedy === 'finish' ? 'finishes' : 'rolls back'} what it left`;
}
