import type { Lifetime } from '../../cluster/credential.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Environment, Strategy } from '../../config/types.ts';
import { formatTime, timeSpan } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import { workersOf } from '../../workloads/workers.ts';
import type { Phase } from '../store/phases.ts';
import { watchdogImage } from '../watchdog/watchdog.ts';

/** Milliseconds that a run may need after its deadline: for the rollback, the records and the Lease. */
const cleanupTime = 120_000;

/** How long a credential must stay valid, in milliseconds from now. */
export interface RequiredLifetime {
  /** With less, the run is refused. */
  least: number;
  /** With less, the run warns. */
  most: number;
}

/**
 * Returns how long a new release may need its credential: at most until all its phases are over. Less than that is refused only
 * without a watchdog, because a run that can no longer write would leave the traffic on an unproven candidate. Waiting for other runs
 * is not included. Pure.
 * @param kind the effective strategy: rolling where there is nothing to compare with.
 */
export function lifetimeOfRelease(environment: Environment, kind: Strategy['kind']): RequiredLifetime {
  const { strategy, hooks } = environment;
  const pre = hooks?.pre?.timeout ?? 0;
  if (kind === 'rolling') {
    const post = hooks?.post?.timeout ?? 0;
    return whole(pre + strategy.deadline + timeToFollow(environment) + post + cleanupTime);
  }
  const most = pre + strategy.deadline + timeFrom('prepared', environment);
  return watchdogImage(strategy) === undefined ? whole(most) : { least: pre + cleanupTime, most };
}

/** Returns the same for a run that resumes a candidate beside its baseline in this phase. Pure. */
export function lifetimeFrom(phase: Phase, environment: Environment): RequiredLifetime {
  const most = timeFrom(phase, environment);
  if (phase === 'rolling-back') return { least: 0, most };
  // A candidate that passed may wait in any phase: sweep finishes it.
  const isGood = phase === 'promoting' || phase === 'watching';
  return isGood || watchdogImage(environment.strategy) !== undefined
    ? { least: Math.min(cleanupTime, most), most }
    : whole(most);
}

/** Returns the same for a rollback. It is never refused, because that would leave a bad release live. Pure. */
export const lifetimeOfRollback = (environment: Environment): RequiredLifetime => ({
  least: 0,
  most: timeToRollBack(environment),
});

/** Adds the time that a run waits for others, up to the end of its own time. Pure. @param until milliseconds from now. */
export function withWait({ least, most }: RequiredLifetime, wait: number, until = Number.POSITIVE_INFINITY) {
  return { least: least === 0 ? 0 : Math.min(least + wait, until), most: Math.min(most + wait, until) };
}

const whole = (most: number): RequiredLifetime => ({ least: most, most });

function timeFrom(phase: Phase, environment: Environment): number {
  const { strategy, hooks } = environment;
  // A blue-green release is judged while its old side is kept; a canary is watched after its baseline is gone.
  const judged =
    strategy.kind === 'blue-green' ? strategy.deadline + strategy.watch : unpausedTimeOf(strategy);
  const watched = strategy.kind === 'canary' ? strategy.watch : 0;
  const post = (hooks?.post?.timeout ?? 0) + cleanupTime;
  switch (phase) {
    case 'prepared':
    case 'stepping':
    case 'baking':
      return judged + timeFrom('promoting', environment);
    case 'promoting':
      return (
        strategy.deadline +
        timeToFollow(environment) +
        timeToDrain(environment, 5) +
        timeFrom('watching', environment)
      );
    case 'watching':
      return watched + post;
    case 'rolling-back':
      return timeToRollBack(environment);
    case 'done':
    case 'rolled-back':
      return 0;
    default:
      return phase satisfies never;
  }
}

/** Returns the milliseconds that a rollout may take while a run stays with it: without the paused part of its pauses and its bake. */
export function unpausedTimeOf(strategy: Strategy): number {
  if (strategy.kind !== 'canary') return strategy.deadline;
  const { steps, bake, deadline } = strategy;
  const paused = [bake.for, ...steps.map(({ pause = 0 }) => pause)]
    .map(least => Math.max(0, least - bake['hand-over-after']))
    .reduce((sum, each) => sum + each, 0);
  return paused > 0 ? Math.max(bake['hand-over-after'], deadline - paused) : deadline;
}

const timeToRollBack = (environment: Environment) =>
  environment.strategy.deadline + cleanupTime + timeToDrain(environment, 3);

/** Returns the time for so many changes of a gateway beyond the default drain, which `cleanupTime` covers. */
const timeToDrain = ({ gateway, strategy }: Environment, changes: number) =>
  strategy.kind === 'rolling' ? 0 : changes * Math.max(0, gateway.drain - 3_000);

/** Workers get the same deadline once more, after the workload. */
const timeToFollow = (environment: Environment) =>
  workersOf(environment).length > 0 ? environment.strategy.deadline : 0;

/**
 * Refuses a credential that expires before the least that the run needs, and warns about one that may expire before the most. Only
 * warns about an unknown lifetime.
 * @throws UserError with both times.
 */
export async function requireLifetime(
  cluster: Cluster,
  need: RequiredLifetime,
  report: (line: string) => void,
): Promise<void> {
  const [lifetime, { serverTime }] = await Promise.all([cluster.lifetime(), cluster.call('GET', '/version')]);
  const life = judgeLifetime(lifetime, need, serverTime);
  if ('problem' in life) throw life.problem;
  if (life.warning !== undefined) report(`warning: ${life.warning}`);
}

/** Pure. @param now milliseconds since 1970, by the API server's clock, which judges the credential. */
export function judgeLifetime(
  lifetime: Lifetime,
  { least, most }: RequiredLifetime,
  now: number,
): { problem: UserError } | { warning: string | undefined } {
  if (lifetime.kind === 'unknown')
    return {
      warning: `it is not known when ${lifetime.what} of the kubeconfig expires; if it expires during the run, the run can neither finish nor roll back`,
    };
  const problem = lifeProblem(lifetime, least, now);
  if (problem !== undefined) return { problem };
  const short = lifeProblem(lifetime, most, now);
  return {
    warning:
      short && `${short.message}; if the rollout is unfinished by then, sweep finishes it or rolls it back`,
  };
}

function lifeProblem(lifetime: Lifetime, need: number, now: number): UserError | undefined {
  if (lifetime.kind !== 'ends' || lifetime.end - now >= need) return undefined;
  const left = lifetime.end - now;
  return new UserError(
    `${lifetime.what} of the kubeconfig ${left <= 0 ? 'expired' : 'expires'} at ${formatTime(lifetime.end)}${left <= 0 ? '' : `, in ${timeSpan(left)}`}, but this run may need it until ${formatTime(now + need)}, for ${timeSpan(need)}`,
    'use a credential that renews itself (docs/cluster.md) or is valid for longer, or shorten the deadline of the strategy',
  );
}

/** Describes a lifetime in one clause for plan. Pure. */
export function lifeSentence(lifetime: Lifetime, now: number): string {
  switch (lifetime.kind) {
    case 'renewed':
      return `${lifetime.what} renews itself`;
    case 'endless':
      return `${lifetime.what} does not expire`;
    case 'unknown':
      return `it is not known when ${lifetime.what} expires`;
    case 'ends':
      return lifetime.end > now
        ? `${lifetime.what} expires at ${formatTime(lifetime.end)}, in ${timeSpan(lifetime.end - now)}`
        : `${lifetime.what} expired at ${formatTime(lifetime.end)}`;
  }
}
