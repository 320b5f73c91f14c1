import type { Lifetime } from '../cluster/credential.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Environment, Strategy } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Phase } from './phases.ts';
import { stayOf } from './waiting.ts';
import { workersOf } from './workers.ts';

/** Milliseconds that a run may need after its deadline: for the undo, the records and the lease. */
const afterwards = 120_000;

/**
 * Milliseconds that whoever begins a release may need of the credential: for all that is ahead of it, so that nobody is refused
 * in the middle for what could be known before. Without waiting for others. Pure.
 * @param kind what the release really is: rolling, where there is nothing to compare with.
 */
export function needOfRelease(environment: Environment, kind: Strategy['kind']): number {
  const { strategy, hooks } = environment;
  const pre = hooks?.pre?.within ?? 0;
  if (kind === 'rolling') {
    const post = hooks?.post?.within ?? 0;
    return pre + strategy.deadline + timeToFollow(environment) + post + afterwards;
  }
  return pre + strategy.deadline + needFrom('prepared', environment);
}

/** The same for whoever goes on with a candidate beside its baseline, from the phase in which it is. Pure. */
export function needFrom(phase: Phase, environment: Environment): number {
  const { strategy, hooks } = environment;
  // The old side of a blue-green release is kept while it is judged; a canary is watched when it is gone.
  const judged = strategy.kind === 'blue-green' ? strategy.deadline + strategy.watch : stayOf(strategy);
  const watched = strategy.kind === 'canary' ? strategy.watch : 0;
  const post = (hooks?.post?.within ?? 0) + afterwards;
  switch (phase) {
    case 'prepared':
    case 'stepping':
    case 'baking':
      return judged + needFrom('promoting', environment);
    case 'promoting':
      return strategy.deadline + timeToFollow(environment) + needFrom('watching', environment);
    case 'watching':
      return watched + post;
    case 'undoing':
      return needOfUndo(environment);
    case 'done':
    case 'undone':
      return 0;
    default:
      return phase satisfies never;
  }
}

/** The same for whoever puts back what served before. Pure. */
export const needOfUndo = ({ strategy }: Environment): number => strategy.deadline + afterwards;

/** Workers get as long again as the workload that they follow. */
const timeToFollow = (environment: Environment) =>
  workersOf(environment).length > 0 ? environment.strategy.deadline : 0;

/**
 * Refuses a credential that may end before the run does: in the middle of a rollout it could not even be undone. What
 * cannot be known is said, and no reason to stop.
 * @param need milliseconds from now.
 * @throws UserError with both times.
 */
export async function requireLife(
  cluster: Cluster,
  need: number,
  report: (line: string) => void,
): Promise<void> {
  const [lifetime, { serverTime }] = await Promise.all([cluster.lifetime(), cluster.call('GET', '/version')]);
  const warning = lifeWarning(lifetime);
  if (warning !== undefined) report(`warning: ${warning}`);
  const problem = lifeProblem(lifetime, need, serverTime);
  if (problem !== undefined) throw problem;
}

/**
 * Says of a credential that it may end before the run does, and lets it go on: an undo that is cut short is ended by the next
 * run, and one that is refused leaves what is bad.
 * @param need milliseconds from now.
 */
export async function warnOfLife(
  cluster: Cluster,
  need: number,
  report: (line: string) => void,
): Promise<void> {
  const [lifetime, { serverTime }] = await Promise.all([cluster.lifetime(), cluster.call('GET', '/version')]);
  const warning = lifeWarning(lifetime) ?? lifeProblem(lifetime, need, serverTime)?.message;
  if (warning !== undefined) report(`warning: ${warning}; what is not ended then is left to sweep`);
}

/** Pure. @param now milliseconds since 1970, by the API server's clock, which judges the credential. */
export function lifeProblem(lifetime: Lifetime, need: number, now: number): UserError | undefined {
  if (lifetime.kind !== 'ends' || lifetime.end - now >= need) return undefined;
  const left = lifetime.end - now;
  return new UserError(
    `${lifetime.what} of the kubeconfig ${left <= 0 ? 'ended' : 'ends'} at ${clock(lifetime.end)}${left <= 0 ? '' : `, in ${span(left)}`}, but this run may need it until ${clock(now + need)}, for ${span(need)}`,
    'use a credential that renews itself (docs/cluster.md) or lives longer, or shorten the deadline of the strategy',
  );
}

/** Pure. */
export function lifeWarning(lifetime: Lifetime): string | undefined {
  if (lifetime.kind !== 'unknown') return undefined;
  return `how long ${lifetime.what} of the kubeconfig lives cannot be known; if it ends during the run, the run can neither finish nor undo`;
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
