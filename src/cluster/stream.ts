import type { Readable } from 'node:stream';
import { readUpTo } from '../toolkit/body.ts';

/** What the API server sends, as text. */

/** By hand, because readline does not pass a broken connection on: it would be an uncaught exception instead. */
export async function* linesOf(response: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter(line => line !== '');
  }
}

/** Bytes; behind its proxies stand programs that answer what they like. */
const largest = 64 * 1024 * 1024;

/** @throws Error when it is larger than 64 MiB. */
export async function textOf(response: AsyncIterable<Uint8Array>, limit = largest): Promise<string> {
  const tooLarge = () => new Error(`the answer is larger than ${limit / 1024 / 1024} MiB`);
  return (await readUpTo(response, limit, tooLarge)).toString('utf8');
}
