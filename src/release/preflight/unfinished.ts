import type { Cluster } from '../../cluster/port.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { originText } from '../../toolkit/origin.ts';
import { pauseRemedy, pauseSentence } from '../rollout/pause.ts';
import { endOfDeadRollout, isOver } from '../store/phases.ts';
import { readState, releaseNeedingAction, type StoredState } from '../store/rollout-state.ts';
import type { RolloutState } from '../store/schema.ts';
import type { DeployRequest } from './plan.ts';

/** An earlier rollout that has not ended: whether it blocks a new release, and what a deploy would do with it. */

/** Refuses a release while a rollout is paused: no run may end that one, and two cannot run at once. */
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
 * Whether a rollout waits for the next action of a run that has ended: then no run will continue it, and it is ended like that of any
 * dead run. A forged state could only end the wait early.
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

/** Refuses `strategy: rolling` over a canary that needs action: it would remove that canary while the route leads to it. Pure. */
export function routesProblem(
  entry: StoredState,
  { strategy }: Pick<Environment, 'strategy'>,
): UserError | undefined {
  const held = releaseNeedingAction(entry);
  const { strategy: before } = entry.rollout;
  if (held === undefined || before === 'rolling' || strategy.kind !== 'rolling') return undefined;
  return new UserError(
    `release ${held} needs action in its ${before} rollout, and \`strategy: rolling\` would remove the pods that have the traffic`,
    `deploy with \`strategy: ${before}\`, which makes a rolling update this time, or roll back with the input \`force\` set to a reason`,
  );
}

/** @param now milliseconds since 1970 by the API server's clock. Pure. */
export function pausedProblem(rollout: RolloutState, now: number): UserError | undefined {
  const { app, candidate, paused, run, phase } = rollout;
  if (isOver(phase) || paused === undefined || paused.until < now) return undefined;
  return new UserError(
    `release ${candidate} of ${app} ${pauseSentence(paused)} (${originText(run)})`,
    pauseRemedy(paused.for),
  );
}

/** Describes an unfinished rollout, and what a deploy would do with it; undefined when it has ended. Pure. */
export function unfinishedSentence({ candidate, phase, run, weight }: RolloutState): string | undefined {
  const remedy = endOfDeadRollout(phase);
  if (remedy === 'none') return undefined;
  const exposed = phase === 'stepping' || phase === 'baking' ? ` at ${weight} %` : '';
  return `release ${candidate} is in phase ${phase}${exposed} (${originText(run)}): a deploy waits for that run, or, if that run is dead, ${remedy === 'finish' ? 'finishes' : 'rolls back'} the rollout`;
}
