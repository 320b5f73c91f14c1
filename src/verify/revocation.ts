import type { PlainRequest, Verify } from '../config/types.ts';
import { type CheckResult, type Clock, longestAttempt, pauseBetween, requestName } from './checks.ts';
import type { Ask } from './sender.ts';

/** A right that is taken away must be refused soon after. */

type Revocation = NonNullable<Verify['revoked']>[number];

/** Takes each right away, one after another, waits until its request is refused, and gives it back. */
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
  const { revoke, restore, status, within, ...request } = revocation;
  const start = clock.now();
  let attempts = 0;
  const send = (one: PlainRequest, timeoutMs = longestAttempt) => {
    attempts += 1;
    return ask(one, timeoutMs);
  };
  const ended = (reason?: string, detail?: string): CheckResult => ({
    part: 'revoked',
    title: `${requestName(request)} after ${requestName(revoke)}`,
    ok: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    ...(detail === undefined ? {} : { detail }),
    attempts,
    ms: clock.now() - start,
  });
  const before = await send(request);
  if (!before.ok) return ended(before.reason);
  if (before.response.status >= 300)
    return ended(`proves nothing: it answered ${before.response.status} before the right was taken away`);
  const done = await send(revoke);
  // Even a failed request may have taken the right away.
  const first = done.ok && done.response.status < 300 ? await refusal() : failed(done);
  const restored = restore === undefined ? undefined : await send(restore);
  const lost =
    restored === undefined || (restored.ok && restored.response.status < 300)
      ? undefined
      : `${requestName(restore ?? revoke)} did not give the right back: it ${restored.ok ? `answered ${restored.response.status}` : restored.reason}`;
  const reason = [first.reason, lost].filter(each => each !== undefined).join('; ');
  return ended(reason === '' ? undefined : reason, first.detail);

  function failed(answer: Awaited<ReturnType<Ask>>): { reason: string; detail?: string } {
    const how = answer.ok ? `answered ${answer.response.status}` : answer.reason;
    return { reason: `was not tried, because ${requestName(revoke)} ${how}` };
  }

  async function refusal(): Promise<{ reason?: string; detail?: string }> {
    const since = clock.now();
    for (;;) {
      const left = within - (clock.now() - since);
      const answer = await send(request, Math.max(1, Math.ceil(Math.min(left, longestAttempt))));
      const ms = clock.now() - since;
      const got = answer.ok ? answer.response.status : undefined;
      // An answer that came too late is no refusal in time.
      if (ms <= within && (status === undefined ? got === 401 || got === 403 : got === status))
        return { detail: `refused after ${Math.round(ms)} ms` };
      if (ms + pauseBetween >= within) {
        const how = answer.ok ? `still answers ${got}` : answer.reason;
        return {
          reason: `${how} ${Math.round(ms)} ms after the right was taken away, expected ${status ?? '401 or 403'} within ${within} ms`,
        };
      }
      await clock.sleep(pauseBetween);
    }
  }
}
