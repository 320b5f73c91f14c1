import { isLoopback } from '../config/acceptance.ts';
import type { PlainRequest } from '../config/types.ts';
import type { HttpAnswer } from './http.ts';
import type { Identities } from './identities.ts';
import type { CheckTarget } from './target.ts';

/** Sends a request of slipway.yml with what its identity needs; reasons contain no secret. */
export type Ask = (request: PlainRequest, timeoutMs: number) => Promise<HttpAnswer>;

/** Returns how requests are sent to a target. A credential does not leave this machine without TLS. */
export function sender(
  { request: send, place }: Pick<CheckTarget, 'request' | 'place'>,
  identities: Identities,
): Ask {
  const isOpen = place?.base.protocol === 'http:' && !isLoopback(place.base.hostname);
  return async (request, timeoutMs) => {
    const made = identities.message(request);
    if ('reason' in made) return { ok: false, reason: made.reason, unsent: true };
    if (made.secret && isOpen)
      return {
        ok: false,
        reason: `was not sent: its credential would reach ${place.base.host} without TLS`,
        unsent: true,
      };
    const answer = await send(made.message, timeoutMs);
    return answer.ok ? answer : { ...answer, reason: identities.hide(answer.reason) };
  };
}
