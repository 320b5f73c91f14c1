import type { Cluster } from '../../cluster/port.ts';
import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { originText } from '../../toolkit/origin.ts';
import { finishOrRollBack, isOver } from '../store/phases.ts';
import { recordedEnvironment } from '../store/recorded-environment.ts';
import { ReleaseStore } from '../store/releases.ts';
import { releaseNeedingAction, type StoredState } from '../store/rollout-state.ts';
import type { RolloutState } from '../store/schema.ts';
import type { RolloutRequest } from './context.ts';
import { pauseRemedy, pauseSentence } from './pause.ts';

/** An earlier rollout that has not ended: whether it blocks a new release, and what a deploy would do with it. */

type Asking = Pick<RolloutRequest, 'config' | 'environment' | 'report' | 'hasEnded'>;

/**
 * Returns why the last rollout blocks a new release; undefined when it does not. Either it is paused, and no run may end it. Or it needs
 * action, and the release would take the traffic from the pods that have it.
 * @param entry of that rollout, if there was one.
 */
export async function blockingProblem(
  cluster: Cluster,
  request: Asking,
  entry: StoredState | undefined,
): Promise<UserError | undefined> {
  if (entry === undefined) return undefined;
  const { config, environment } = request;
  const paused = pausedProblem(entry.rollout, cluster.now());
  if (paused !== undefined && !(await isHandOverLost(entry.rollout, request))) return paused;
  const stopped = releaseNeedingAction(entry);
  if (stopped === undefined) return undefined;
  const releases = await new ReleaseStore(cluster, environment.namespace, config.app).list();
  const record = releases.find(each => each.record.release === stopped)?.record;
  return routesProblem(
    entry,
    environment,
    recordedEnvironment(record, entry.rollout.environment, environment),
  );
}

/**
 * Whether a rollout waits for the next action of a run that has ended: then no run will continue it, and it is ended like that of any
 * dead run. A forged state could only end the wait early.
 */
export async function isHandOverLost(
  { candidate, paused, run }: RolloutState,
  { hasEnded, report }: Pick<Asking, 'hasEnded' | 'report'>,
): Promise<boolean> {
  if (paused?.for !== 'gate' && paused?.for !== 'promote') return false;
  if (hasEnded === undefined || !(await hasEnded(run))) return false;
  report(`release ${candidate} waits for the action \`${paused.for}\` of ${run.run}, which has ended`);
  return true;
}

type Routed = Pick<Environment, 'strategy' | 'service' | 'route'>;

/**
 * Refuses another way of the traffic over a canary that needs action: the release would remove that canary while the route leads to it.
 * @param recorded the environment of the release that needs action.
 */
export function routesProblem(
  entry: StoredState,
  { strategy, service, route }: Routed,
  recorded: Routed,
): UserError | undefined {
  const stopped = releaseNeedingAction(entry);
  const { strategy: before } = entry.rollout;
  if (stopped === undefined || before === 'rolling') return undefined;
  if (service !== recorded.service || route?.name !== recorded.route?.name)
    return new UserError(
      `release ${stopped} needs action in its ${before} rollout, and another \`service\` or \`route\` in slipway.yml would remove the pods that have the traffic`,
      'deploy with the `service` and `route` of that release, and change them in the release after it',
    );
  if (strategy.kind !== 'rolling') return undefined;
  return new UserError(
    `release ${stopped} needs action in its ${before} rollout, and \`strategy: rolling\` would remove the pods that have the traffic`,
    `deploy with \`strategy: ${before}\`, which makes a rolling update this time, or roll back with the input \`force\` set to a reason`,
  );
}

/** @param now milliseconds since 1970 by the API server's clock. Pure. */
export function pausedProblem(rollout: RolloutState, now: number): UserError | undefined {
  const { app, candidate, paused, run, phase } = rollout;
  if (isOver(phase) || paused === undefined || paused.until < now) return undefined;
  return new UserError(
    `release ${candidate} of ${app} ${pauseSentence(paused)} (${originText(run)})`,
    pauseRemedy(paused.for, candidate),
  );
}

/** Describes an unfinished rollout, and what a deploy would do with it; undefined when it has ended. Pure. */
export function unfinishedSentence({ candidate, phase, run, weight }: RolloutState): string | undefined {
  const remedy = finishOrRollBack(phase);
  if (remedy === 'none') return undefined;
  const exposed = phase === 'stepping' || phase === 'baking' ? ` at ${weight} %` : '';
  return `release ${candidate} is in phase ${phase}${exposed} (${originText(run)}): a deploy waits for that run, or, if that run is dead, ${remedy === 'finish' ? 'finishes' : 'rolls back'} the rollout`;
}
