import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../toolkit/errors.ts';

/** A store in a network: one that is busy, and a connection that breaks off, are asked again; every SDK for S3 does so. */

export const attempts = 6;
/** Before the second attempt; milliseconds. Twice as long before each one after it: 6 s altogether. */
const firstPause = 200;
/** After the first attempt began, in which another one may; milliseconds. A store that answers nothing is waited for long enough by one. */
const inTime = 60_000;

/** Of answers that another attempt may turn into good ones. */
const busy = (status: number | undefined) =>
  status === undefined || status === 429 || (status >= 500 && status !== 501 && status !== 505);

/**
 * @param bucket its address, for the sentence.
 * @param attempt may be made again: what it sends is the same each time, and the store has it whole or not at all.
 * @param again what is done with an answer that another attempt follows.
 * @param within after the first attempt began, in which another one may; ms. Longer where one attempt takes long by itself.
 * @throws UserError when the last attempt throws.
 */
export async function reaching<Answer>(
  bucket: string,
  attempt: () => Promise<Answer>,
  statusOf: (answer: Answer) => number | undefined,
  again: (answer: Answer) => void,
  within = inTime,
): Promise<Answer> {
  const end = performance.now() + within;
  const last = (count: number) => count === attempts || performance.now() > end;
  for (let count = 1; ; count += 1) {
    try {
      const answer = await attempt();
      if (last(count) || !busy(statusOf(answer))) return answer;
      again(answer);
    } catch (error) {
      if (last(count)) throw outOfReach(bucket, error);
    }
    await pauseAfter(count);
  }
}

/** Not all at once: several that were refused together would be refused together again. @param count of attempts that failed. */
export const pauseAfter = (count: number): Promise<unknown> =>
  sleep(firstPause * 2 ** (count - 1) * (0.5 + Math.random() / 2));

/** fetch hides it one cause deep. */
const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? error.cause instanceof Error
      ? error.cause.message
      : error.message
    : String(error);

const outOfReach = (bucket: string, error: unknown) =>
  new UserError(
    `${bucket} cannot be reached (${reasonOf(error)})`,
    'see whether its address is right and reachable from here',
    { cause: error },
  );
