import type { Waiting } from '../toolkit/retry.ts';
import { alertsOf } from './cards.ts';
import { causeOf, DeliveryError, insist, refusalOf } from './http.ts';
import type { Notice } from './message.ts';

/** Hands a notice to an Alertmanager, which groups, repeats and delivers it. */

/** Sends a request to an Alertmanager and returns any answer: by its address, or through the API server's proxy. */
export type AlertmanagerSend = (
  path: string,
  request: { method: 'POST'; body: string },
  signal: AbortSignal,
) => Promise<{ status: number; body: string }>;

/** Posts the alerts of a notice. @throws DeliveryError */
export async function postAlerts(
  send: AlertmanagerSend,
  notice: Notice,
  now: number,
  waiting: Waiting = {},
): Promise<void> {
  const body = JSON.stringify(alertsOf(notice, now));
  await insist(async signal => {
    const answer = await send('/api/v2/alerts', { method: 'POST', body }, signal).catch((error: unknown) => {
      throw new DeliveryError(`cannot be reached (${causeOf(error)})`, true);
    });
    const problem = refusalOf(answer.status, answer.body);
    if (problem !== undefined) throw problem;
  }, waiting);
}
