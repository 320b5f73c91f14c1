import { readUpTo } from '../toolkit/body.ts';
import { innermostCause } from '../toolkit/errors.ts';
import { retry, type Waiting } from '../toolkit/retry.ts';

/** Sends a message, a bounded number of times. */

const attempts = 4;
/** ms in which attempts may start. */
const within = 30_000;
/** ms of one attempt. */
const attemptLimit = 10_000;
/** ms; a receiver that asks for a longer pause is not waited for. */
const longestPause = 20_000;
const largestAnswer = 64 * 1024;

/** Why a receiver did not take a message, as part of a sentence. */
export class DeliveryError extends Error {
  /** Whether another attempt may succeed. */
  readonly passes: boolean;
  /** The pause that the receiver asks for; ms. */
  readonly after: number | undefined;

  constructor(problem: string, passes: boolean, after?: number) {
    super(problem);
    this.name = 'DeliveryError';
    this.passes = passes && (after ?? 0) <= longestPause;
    this.after = after;
  }
}

/** Returns the error for an attempt that took too long. Pure. */
export const tooSlow = () => new DeliveryError(`does not answer within ${attemptLimit / 1000} s`, true);

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
      attempts,
      within,
      passes: error => error instanceof DeliveryError && error.passes,
      delay: (count, error) => (error as DeliveryError).after ?? 1_000 * 3 ** (count - 1),
    },
    () => {
      const limit = AbortSignal.timeout(attemptLimit);
      return attempt(waiting.signal === undefined ? limit : AbortSignal.any([limit, waiting.signal]));
    },
  );
}

/** Sends a request, until an answer of 2xx. A redirect is refused, because it would carry the message elsewhere. @throws DeliveryError */
export async function sendRequest(
  request: () => Request | Promise<Request>,
  waiting: Waiting = {},
): Promise<void> {
  await insist(async signal => {
    let answer: Response;
    let said = '';
    try {
      answer = await fetch(await request(), { signal, redirect: 'manual' });
      // A message that was taken is not sent again because of its answer.
      if (answer.ok) await answer.body?.cancel().catch(() => undefined);
      else said = await textOf(answer);
    } catch (error) {
      throw signal.aborted
        ? tooSlow()
        : new DeliveryError(`cannot be reached (${innermostCause(error)})`, true);
    }
    const problem = refusalOf(answer.status, said, answer.headers.get('retry-after'));
    if (problem !== undefined) throw problem;
  }, waiting);
}

/** Judges an answer. @returns undefined for a success. Pure. */
export function refusalOf(
  status: number,
  said: string,
  retryAfter?: string | null,
): DeliveryError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const line = said.replace(/\s+/g, ' ').trim().slice(0, 200);
  const after = pauseIn(retryAfter ?? '');
  const asks = after === undefined ? '' : `, and asks for a pause of ${Math.ceil(after / 1000)} s`;
  return new DeliveryError(
    `answered ${status}${line === '' ? '' : `: ${line}`}${asks}`,
    status === 429 || status === 408 || status >= 500,
    after,
  );
}

/** Reads `Retry-After`: seconds, or a date. @returns ms. */
function pauseIn(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

async function textOf(answer: Response): Promise<string> {
  const tooLarge = () => new Error('its answer is larger than 64 KiB');
  return (await readUpTo(answer.body, largestAnswer, tooLarge)).toString('utf8');
}
