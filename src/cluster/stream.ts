import type { Readable } from 'node:stream';
import { readUpTo } from '../toolkit/body.ts';
import { UserError } from '../toolkit/errors.ts';
import { actionOf } from './errors.ts';

/** Reads responses of the API server as text. */

/** Splits a stream into lines, without readline, which turns a broken connection into an uncaught exception. */
export async function* linesOf(response: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter(line => line !== '');
  }
}

/** Bytes; a program behind the API server's proxy may send a response of any size. */
const largest = 64 * 1024 * 1024;

/**
 * Reads a response.
 * @param request method and path, if the API server itself answers.
 * @throws Error when it is larger than 64 MiB; with `request` a UserError.
 */
export async function textOf(
  response: AsyncIterable<Uint8Array>,
  request?: string,
  limit = largest,
): Promise<string> {
  const problem = `the response is larger than ${limit / 1024 / 1024} MiB`;
  const tooLarge = () =>
    request === undefined
      ? new Error(problem)
      : new UserError(
          `cannot ${actionOf(request)}: ${problem}`,
          'delete the large objects there that nothing uses, or move their data elsewhere, then run the step again',
        );
  return (await readUpTo(response, limit, tooLarge)).toString('utf8');
}
