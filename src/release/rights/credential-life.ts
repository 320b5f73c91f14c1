import type { Lifetime } from '../../cluster/credential.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Environment, Strategy } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Phase } from '../store/phases.ts';
import { watchdogImage } from '../watchdog/watchdog.ts';
import { attendedTimeOf } from '../workloads/strategy.ts';
import { workersOf } from '../workloads/workers.ts';

/** Milliseconds that a run may need after its deadline: for the rollback, the records and the lease. */
const afterwards = 120_000;

/** Milliseconds of the credential's life, from now on. */
export interface Need {
  /** With less, whoever has the credential is refused. */
  least: number;
  /** With less, it is warned. */
  most: number;
}

/**
 * What whoever begins a release may need of the credential: at most all that is ahead of it. It is refused for less only where a
 * run that can write no more leaves users with what was never shown to be good: where nobody else takes the traffic back.
 * Without waiting for others. Pure.
 * @param kind what the release really is: rolling, where there is nothing to compare with.
 */
export function needOfRelease(environment: Environment, kind: Strategy['kind']): Need {
  const { strategy, hooks } = environment;
  const pre = hooks?.pre?.within ?? 0;
  if (kind === 'rolling') {
    const post = hooks?.post?.within ?? 0;
    return whole(pre + strategy.deadline + timeToFollow(environment) + post + afterwards);
  }
  const most = pre + strategy.deadline + timeFrom('prepared', environment);
  return watchdogImage(strategy) === undefined ? whole(most) : { least: pre + afterwards, most };
}

/** The same for whoever goes on with a candidate beside its baseline, from the phase in which it is. Pure. */
export function needFrom(phase: Phase, environment: Environment): Need {
  const most = timeFrom(phase, environment);
  if (phase === 'rolling-back') return { least: 0, most };
  // What was judged good harms nobody where it stands: sweep finishes it.
  const isGood = phase === 'promoting' || phase === 'watching';
  return isGood || watchdogImage(environment.strategy) !== undefined
    ? { least: Math.min(afterwards, most), most }
    : whole(most);
}

/** The same for whoever puts back what served before: never refused, for that would leave what is bad. Pure. */
export const needOfRollback = (environment: Environment): Need => ({
  least: 0,
  most: timeToRollBack(environment),
});

/** For a run that waits for others before, and leaves when its own time is over. Pure. @param until milliseconds from now. */
export const withWait = ({ least, most }: Need, wait: number, until = Number.POSITIVE_INFINITY): Need => ({
  least: least === 0 ? 0 : Math.min(least + wait, until),
  most: Math.min(most + wait, until),
});

const whole = (most: number): Need => ({ least: most, most });

function timeFrom(phase: Phase, environment: Environment): number {
  const { strategy, hooks } = environment;
  // The old side of a blue-green release is kept while it is judged; a canary is watched when it is gone.
  const judged =
    strategy.kind === 'blue-green' ? strategy.deadline + strategy.watch : attendedTimeOf(strategy);
  const watched = strategy.kind === 'canary' ? strategy.watch : 0;
  const post = (hooks?.post?.within ?? 0) + afterwards;
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

const timeToRollBack = (environment: Environment) =>
  environment.strategy.deadline + afterwards + timeToDrain(environment, 3);

/** So many changes that a gateway has to carry out; `afterwards` has room for one that takes the default. */
const timeToDrain = ({ gateway, strategy }: Environment, changes: number) =>
  strategy.kind === 'rolling' ? 0 : changes * Math.max(0, gateway.drain - 3_000);

/** Workers get as long again as the workload that they follow. */
const timeToFollow = (environment: Environment) =>
  workersOf(environment).length > 0 ? environment.strategy.deadline : 0;

/**
 * Refuses a credential that ends before the least that the run needs, and says of one that may end before its most. What cannot be
 * known is said, and no reason to stop.
 * @throws UserError with both times.
 */
export async function requireLife(
  cluster: Cluster,
  need: Need,
  report: (line: string) => void,
): Promise<void> {
  const [lifetime, { serverTime }] = await Promise.all([cluster.lifetime(), cluster.call('GET', '/version')]);
  const life = judgeLife(lifetime, need, serverTime);
  if ('problem' in life) throw life.problem;
  if (life.warning !== undefined) report(`warning: ${life.warning}`);
}

/** Pure. @param now milliseconds since 1970, by the API server's clock, which judges the credential. */
export function judgeLife(
  lifetime: Lifetime,
  { least, most }: Need,
  now: number,
): { problem: UserError } | { warning: string | undefined } {
  if (lifetime.kind === 'unknown')
    return {
      warning: `how long ${lifetime.what} of the kubeconfig lives cannot be known; if it ends during the run, the run can neither finish nor rollback`,
    };
  const problem = lifeProblem(lifetime, least, now);
  if (problem !== undefined) return { problem };
  const short = lifeProblem(lifetime, most, now);
  return { warning: short && `${short.message}; what is not ended then is left to sweep` };
}

function lifeProblem(lifetime: Lifetime, need: number, now: number): UserError | undefined {
  if (lifetime.kind !== 'ends' || lifetime.end - now >= need) return undefined;
  const left = lifetime.end - now;
  return new UserError(
    `${lifetime.what} of the kubeconfig ${left <= 0 ? 'ended' : 'ends'} at ${clock(lifetime.end)}${left <= 0 ? '' : `, in ${span(left)}`}, but this run may need it until ${clock(now + need)}, for ${span(need)}`,
    'use a credential that renews itself (docs/cluster.md) or lives longer, or shorten the deadline of the strategy',
  );
}

/** One sentence for plan. Pure. */
export function lifeSentence(lifetime: Lifetime, now: number): string {
  switch (lifetime.kind) {
    case 'renewed':
      return `${lifetime.what} renews itself`;
    case 'endless':
      return `${lifetime.what} has no end`;
    case 'unknown':
      return `how long ${lifetime.what} lives cannot be known`;
    case 'ends':
      return lifetime.end > now
        ? `${lifetime.what} ends at ${clock(lifetime.end)}, in ${span(lifetime.end - now)}`
        : `${lifetime.what} ended at ${clock(lifetime.end)}`;
  }
}

const clock = (ms: number) => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function span(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
