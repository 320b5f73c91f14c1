import type { Lifetime } from '../cluster/credential.ts';
import type { Cluster } from '../cluster/port.ts';
import { UserError } from '../toolkit/errors.ts';

/** Milliseconds that a run may need after its deadline: for the undo, the records and the lease. */
const afterwards = 120_000;

/** What a run with this deadline may need of its credential, in milliseconds. */
export const needOf = (deadline: number) => deadline + afterwards;

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
