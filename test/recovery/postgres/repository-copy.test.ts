import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Exec } from '../../../src/recovery/exec.ts';
import { damage, damages, type RepositoryPart } from '../../../src/recovery/postgres/repository-copy.ts';
import { wording } from '../../wording.ts';
import { full, incremental, wal } from './stanza.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-rot-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs on this machine as it would in the pod of a copy. */
const exec: Exec = ([program = '', ...args]) =>
  new Promise(resolve => {
    execFile(program, args, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });

const content = Buffer.from(Array.from({ length: 1000 }, (_, index) => (index * 7) % 256));
const paths = [
  `backup/shop/${full.label}/bundle/1`,
  `backup/shop/${full.label}/backup.manifest`,
  `backup/shop/${incremental.label}/bundle/1`,
  `archive/shop/17-1/0000000100000000/${wal(2)}-0.zst`,
  `archive/shop/17-1/0000000100000000/${wal(5)}-0.zst`,
];
const part: RepositoryPart = {
  chain: [incremental, full],
  // The manifest is larger, but pgBackRest checks it in another way.
  files: paths.map(path => ({ path, bytes: path.endsWith('manifest') ? 5000 : content.length })),
  bytes: 9000,
  segments: [2, 5].map((number, index) => ({ name: wal(number), path: paths[index + 3] ?? '' })),
};

function copyOf(name: string): string {
  const at = join(folder, name);
  for (const path of paths) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), content);
  }
  return at;
}

describe('a copy of a repository', () => {
  it.each([0, 0.25, 0.999])(
    'has one bit flipped, at %d of a file of the full backup, and flipped back',
    async drawn => {
      const at = copyOf('byte');
      const file = join(at, paths[0] ?? '');
      const { description, fix } = await damage(exec, part, 'shop', at, 'byte', drawn);
      const damaged = readFileSync(file);
      const different = [...content.keys()].filter(index => content[index] !== damaged[index]);
      expect(damaged.length).toBe(content.length);
      expect(different).toEqual([Math.floor(drawn * 1000)]);
      expect((content[different[0] ?? 0] ?? 0) ^ (damaged[different[0] ?? 0] ?? 0)).toBe(1);
      expect(description).toEqual(wording(`${different[0]}`, `${paths[0]}`));
      await fix();
      expect(readFileSync(file).equals(content)).toBe(true);
    },
  );

  it.each([
    ['segment', 0, paths[3]],
    ['segment', 0.999, paths[4]],
    ['full', 0.5, `backup/shop/${full.label}`],
  ] as const)('lacks its %s (%d), and gets it back', async (kind, drawn, path) => {
    const at = copyOf('gone');
    const { fix } = await damage(exec, part, 'shop', at, kind, drawn);
    expect(existsSync(join(at, path ?? ''))).toBe(false);
    await fix();
    for (const each of paths) expect(readFileSync(join(at, each)).equals(content)).toBe(true);
  });

  it('is damaged only in its folder', async () => {
    const at = copyOf('own');
    cpSync(at, join(folder, 'beside'), { recursive: true });
    for (const kind of damages) await (await damage(exec, part, 'shop', at, kind, 0.5)).fix();
    for (const each of paths) expect(readFileSync(join(folder, 'beside', each)).equals(content)).toBe(true);
  });
});
