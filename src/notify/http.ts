import { readUpTo } from '../toolkit/body.ts';
import { innermostCause } from '../toolkit/errors.ts';
import { retry, retryAfter, type Waiting } from '../toolkit/retry.ts';

/** Sends a message, a bounded number of times. */

/** ms of one attempt. */
const attemptLimit = 10_000;
/** ms; a receiver that asks for a longer pause is not waited for. */
const longestPause = 20_000;
const largestAnswer = 64 * 1024;

/** Why a receiver did not take a message, as part of a sentence. */
export class DeliveryError extends Error {
  /** Whether another attempt may succeed. */
  readonly temporary: boolean;
  /** The pause that the receiver asks for; ms. */
  readonly after: number | undefined;

  constructor(problem: string, temporary = false, after?: number) {
    super(problem);
    this.name = 'DeliveryError';
    this.temporary = temporary && (after ?? 0) <= longestPause;
    this.after = after;
  }
}

/**
 * Repeats an attempt: four times at most, with pauses of 1, 3 and 9 s or as `Retry-After` asks for, in about a minute at most.
 * @throws DeliveryError
 */
export function insist<Result>(
  attempt: (signal: AbortSignal) => Promise<Result>,
  waiting: Waiting = {},
): Promise<Result> {
  return retry(
    {
      ...waiting,
      attempts: 4,
      within: 30_000,
      temporary: error => error instanceof DeliveryError && error.temporary,
      delay: (count, error) => (error as DeliveryError).after ?? 1_000 * 3 ** (count - 1),
    },
    async () => {
      const limit = AbortSignal.timeout(attemptLimit);
      try {
        return await attempt(limit);
      } catch (error) {
        if (limit.aborted) throw new DeliveryError(`does not answer within ${attemptLimit / 1000} s`, true);
        throw error instanceof DeliveryError
          ? error
          : new DeliveryError(`cannot be reached (${innermostCause(error)})`, true);
      }
    },
  );
}

/**
 * Sends a request, until an answer of 2xx. A redirect is refused, because it would carry the message elsewhere.
 * @param hide removes secrets from an answer, before it is cut.
 * @throws DeliveryError
 */
export const sendRequest = (
  request: () => Request | Promise<Request>,
  waiting: Waiting = {},
  hide = (text: string) => text,
): Promise<void> =>
  insist(async signal => {
    const answer = await fetch(await request(), { signal, redirect: 'manual' });
    // A message that was taken is not sent again because of its answer.
    if (answer.ok) return void (await answer.body?.cancel().catch(() => undefined));
    const { status, headers } = answer;
    const said = await readUpTo(
      answer.body,
      largestAnswer,
      () => new Error('its answer is larger than 64 KiB'),
    );
    const line = hide(said.toString('utf8')).replace(/\s+/g, ' ').trim().slice(0, 200);
    const after = retryAfter(headers.get('retry-after'));
    const asks = after === undefined ? '' : ` (Retry-After: ${Math.ceil(after / 1000)} s)`;
    const problem = `answered ${status}${line === '' ? '' : `: ${line}`}${asks}`;
    throw new DeliveryError(problem, isTemporaryStatus(status), after);
  }, waiting);

/** Whether another attempt after this status may succeed. Pure. */
export const isTemporaryStatus = (status: number): boolean =>
  status === 429 || status === 408 || status >= 500;
