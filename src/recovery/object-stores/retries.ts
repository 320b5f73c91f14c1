import { innermostCause, UserError } from '../../toolkit/errors.ts';
import { retry } from '../../toolkit/retry.ts';

/** Retries requests to a store that is busy or whose connection breaks, as every SDK for S3 does. */

export const attempts = 6;
/** Pause before the second attempt, ms. It doubles before each further one: 6 s altogether. */
const firstPause = 200;
/** Time after the first attempt in which another one may start; ms. A store that does not answer uses it up in one attempt. */
const inTime = 60_000;

/** Statuses with which another attempt may succeed. */
const busy = (status: number | undefined) =>
  status === undefined || status === 429 || (status >= 500 && status !== 501 && status !== 505);

/**
 * Retries a request.
 * @param bucket its address, for messages.
 * @param attempt an idempotent request.
 * @param again discards an answer before the next attempt.
 * @param within time after the first attempt in which another one may start; ms. Longer for large bodies.
 * @throws UserError when the last attempt throws.
 */
export function withRetries<Answer>(
  bucket: string,
  attempt: () => Promise<Answer>,
  statusOf: (answer: Answer) => number | undefined,
  again: (answer: Answer) => void,
  within = inTime,
): Promise<Answer> {
  const unfinished = (answer: Answer) => {
    const isBusy = busy(statusOf(answer));
    if (isBusy) again(answer);
    return isBusy;
  };
  return retry({ attempts, within, unfinished, temporary: () => true, delay: pauseAfter }, attempt).catch(
    error => {
      throw outOfReach(bucket, error);
    },
  );
}

/** Returns the milliseconds before the next attempt. With jitter, so that parallel requests are not refused together again. @param count of failed attempts. */
export const pauseAfter = (count: number): number =>
  firstPause * 2 ** (count - 1) * (0.5 + Math.random() / 2);

const outOfReach = (bucket: string, error: unknown) =>
  new UserError(
    `${bucket} cannot be reached (${innermostCause(error)})`,
    'check that its address is right and reachable from here',
    { cause: error },
  );
