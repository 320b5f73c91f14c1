import type { PlainRequest, Verify } from '../config/types.ts';
import {
  type CheckFinding,
  type CheckResult,
  type Clock,
  causedBy,
  longestAttempt,
  pauseBetween,
  requestName,
  resultOf,
  revocationName,
} from './checks.ts';
import type { HttpAnswer } from './http.ts';
import type { Ask } from './sender.ts';

/** Revoked access must be refused soon after. */

/** Access that is not granted again makes every later run fail. */
const mostRestores = 4;

type Revocation = NonNullable<Verify['revoked']>[number];

/** Revokes each access, one after another, waits until its request is refused, and grants it again. */
export async function askRevoked(
  revoked: readonly Revocation[],
  ask: Ask,
  clock: Clock,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const each of revoked) results.push(await askOne(each, ask, clock));
  return results;
}

async function askOne(revocation: Revocation, ask: Ask, clock: Clock): Promise<CheckResult> {
  const { revoke, restore, status, 'max-delay': most, ...request } = revocation;
  const start = clock.now();
  let attempts = 0;
  const send = (one: PlainRequest, timeoutMs = longestAttempt) => {
    attempts += 1;
    return ask(one, timeoutMs);
  };
  const title = revocationName(request, revoke);
  const ended = (found: CheckFinding) => resultOf('revoked', title, found, attempts, clock.now() - start);
  let before = await send(request);
  // A run that was killed may have left the access revoked.
  if (before.ok && before.response.status >= 300 && restore !== undefined) {
    const lost = await grantAgain(restore);
    if (lost !== undefined)
      return ended({ ...lost, reason: `proves nothing: the access was already revoked, and ${lost.reason}` });
    before = await send(request);
  }
  if (!before.ok) return ended({ reason: before.reason, ...causedBy(before) });
  if (before.response.status >= 300) {
    const reason = `proves nothing: it answered ${before.response.status} before access was revoked`;
    // An earlier run may have revoked it for good.
    return restore === undefined && isRefusal(before)
      ? ended({ reason: `${reason}, and there is no \`restore\` that grants it again`, cause: 'environment' })
      : ended({ reason });
  }
  const done = await send(revoke);
  // Even a failed request may have revoked the access.
  const first = isDone(done)
    ? await refusal()
    : { reason: `was not tried, because ${requestName(revoke)} ${said(done)}`, ...causedBy(done) };
  const lost = restore === undefined ? undefined : await grantAgain(restore);
  if (lost === undefined) return ended(first);
  const reason = [first.reason, `left the access revoked: ${lost.reason}. Send that request again`]
    .filter(each => each !== undefined)
    .join('; ');
  return ended({ cause: first.reason === undefined ? 'environment' : 'release', ...first, reason });

  function isRefusal(answer: HttpAnswer): boolean {
    const got = answer.ok ? answer.response.status : undefined;
    return status === undefined ? got === 401 || got === 403 : got === status;
  }

  /** @returns why the access is not granted again. */
  async function grantAgain(restore: PlainRequest): Promise<CheckFinding | undefined> {
    for (let left = mostRestores; ; left -= 1) {
      const answer = await send(restore);
      if (isDone(answer)) return undefined;
      if (left === 1) return { reason: `${requestName(restore)} ${said(answer)}`, ...causedBy(answer) };
      await clock.sleep(pauseBetween);
    }
  }

  async function refusal(): Promise<CheckFinding> {
    const since = clock.now();
    for (;;) {
      const left = most - (clock.now() - since);
      const answer = await send(request, Math.max(1, Math.ceil(Math.min(left, longestAttempt))));
      const ms = clock.now() - since;
      // An answer that came too late is not a refusal in time.
      if (ms <= most && isRefusal(answer)) return { detail: `refused after ${Math.round(ms)} ms` };
      if (ms + pauseBetween >= most) {
        const how = answer.ok ? `still answers ${answer.response.status}` : answer.reason;
        return {
          reason: `${how}, ${Math.round(ms)} ms after access was revoked, expected ${status ?? '401 or 403'} within ${most} ms`,
          ...causedBy(answer),
        };
      }
      await clock.sleep(pauseBetween);
    }
  }
}

const isDone = (answer: HttpAnswer) => answer.ok && answer.response.status < 300;
const said = (answer: HttpAnswer) => (answer.ok ? `answered ${answer.response.status}` : answer.reason);
