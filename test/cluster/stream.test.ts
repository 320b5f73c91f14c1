import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { textOf } from '../../src/cluster/stream.ts';
import type { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

const answer = (...parts: string[]) => Readable.from(parts.map(part => Buffer.from(part)));

it("a response is read completely up to a limit, because other programs send it through the API server's proxy", async () => {
  expect(await textOf(answer('a', 'ü', 'b'))).toBe('aüb');
  const large = 'x'.repeat(1024 * 1024);
  expect(await textOf(answer(large), undefined, 1024 * 1024)).toBe(large);
  await expect(textOf(answer(large, 'x'), undefined, 1024 * 1024)).rejects.toThrow(wording('1'));
});

it('a larger response of the API server is refused with what to do', async () => {
  const path = '/api/v1/namespaces/shop/secrets?limit=40';
  const large = 'x'.repeat(1024 * 1024);
  const error = await textOf(answer(large, 'x'), `GET ${path}`, 1024 * 1024).catch(
    (thrown: UserError) => thrown,
  );
  expect((error as UserError).sentence).toEqual(wording('secrets', 'shop'));
});
