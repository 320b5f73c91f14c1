import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { textOf } from '../../src/cluster/stream.ts';
import { wording } from '../wording.ts';

const answer = (...parts: string[]) => Readable.from(parts.map(part => Buffer.from(part)));

it("a response is read completely up to a limit, because other programs send it through the API server's proxy", async () => {
  expect(await textOf(answer('a', 'ü', 'b'))).toBe('aüb');
  const large = 'x'.repeat(1024 * 1024);
  expect(await textOf(answer(large), 1024 * 1024)).toBe(large);
  await expect(textOf(answer(large, 'x'), 1024 * 1024)).rejects.toThrow(wording('1'));
});
