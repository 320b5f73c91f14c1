import { isIP } from 'node:net';
import type { PlainRequest } from '../config/types.ts';
import { type HttpAnswer, withoutBrackets } from './http.ts';
import type { Identities } from './identities.ts';
import type { CheckTarget } from './target.ts';

/** Sends a request of slipway.yml with what its identity needs; reasons contain no secret. */
export type Ask = (request: PlainRequest, timeoutMs: number) => Promise<HttpAnswer>;

/** Returns how requests are sent to a target. A credential does not leave a private network without TLS. */
export function sender(
  { request: send, place }: Pick<CheckTarget, 'request' | 'place'>,
  identities: Identities,
): Ask {
  const isOpen = place?.base.protocol === 'http:' && !isPrivate(place.base.hostname);
  return async (request, timeoutMs) => {
    const made = identities.message(request);
    if ('reason' in made) return { ok: false, reason: made.reason };
    if (made.secret && isOpen)
      return { ok: false, reason: `is not sent: its credential would reach ${place.base.host} without TLS` };
    const answer = await send(made.message, timeoutMs);
    return answer.ok ? answer : { ok: false, reason: identities.hide(answer.reason) };
  };
}

/** Whether a host is an IP address of a private network, or this machine. Pure. */
export function isPrivate(host: string): boolean {
  const bare = withoutBrackets(host).toLowerCase();
  if (bare === 'localhost') return true;
  if (isIP(bare) === 6) return bare === '::1' || /^f[cd]|^fe[89ab]/.test(bare);
  return (
    isIP(bare) === 4 &&
    /^(10|127|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(bare)
  );
}
