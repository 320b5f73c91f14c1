import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { flushFolder, writeDurably } from '../../../src/recovery/offline/durable.ts';

/** Returns the paths that are flushed to the disk while `work` runs, in order. */
async function flushed(folder: string, work: () => Promise<void>): Promise<string[]> {
  const handle = await open(folder, 'r');
  const prototype = Object.getPrototypeOf(handle) as { sync(): Promise<void> };
  await handle.close();
  const paths: string[] = [];
  const spy = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: { fd: number }) {
    paths.push(readlinkSync(`/proc/self/fd/${this.fd}`));
  });
  await work().finally(() => spy.mockRestore());
  return paths.map(path => path.slice(folder.length + 1));
}

it('recovery 9: every file and folder of an archive is flushed to its disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  mkdirSync(join(folder, 'bucket', 'sets'), { recursive: true });
  for (const file of ['bucket/sets/a', 'bucket/b', 'c']) writeFileSync(join(folder, file), file);
  const paths = await flushed(folder, () => flushFolder(folder));
  expect(paths.sort()).toEqual(['', 'bucket', 'bucket/b', 'bucket/sets', 'bucket/sets/a', 'c']);
});

it('recovery 9: the index is written atomically, and its folder is flushed after the rename', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  const file = join(folder, 'archive.json');
  expect((await flushed(folder, () => writeDurably(file, '{}'))).at(-1)).toBe('');
  expect(readFileSync(file, 'utf8')).toBe('{}');
});
