import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import { localExec } from '../../../src/recovery/exec.ts';
import {
  compareFiles,
  type File,
  formatListing,
  type Listing,
  parseListed,
  parseListing,
  parseStatus,
  regularIn,
  totalsOf,
  withoutChanges,
} from '../../../src/recovery/files/listing.ts';
import { firstName, listing, statusListing } from '../../../src/recovery/files/listing-script.ts';
import { wording } from '../../wording.ts';

/** The script runs here as it does in a pod. */

const exec = localExec(process.env);
const answer = async (command: string[]) => {
  const { code, stdout, stderr } = await exec(command);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const put = async (name: string | Buffer, text: string) => {
  const path = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name as string)]);
  await writeFile(path, text);
};
const seen = async () => parseListed(await answer(listing(folder)));
const look = async () => withoutChanges(await seen(), parseStatus(await answer(statusListing(folder))));

describe('files are listed', () => {
  it.each([
    'plain',
    ' spaces at both ends ',
    '-n',
    '--help',
    'line\nbreak',
    '\n',
    'back\\slash',
    'back\\nslash',
    'carriage\rreturn',
    '$(touch escaped)',
    "'; touch escaped; '",
    'ünïcödé ☃',
    '\\x00',
  ])('with any name: %j', async name => {
    await put(name, 'content');
    await put('other', '');
    expect((await look()).files).toMatchObject(
      [
        { path: name, bytes: 7, sha256: sha256Of('content') },
        { path: 'other', bytes: 0, sha256: sha256Of('') },
      ].sort((a, b) => (a.path < b.path ? -1 : 1)),
    );
  });

  it('with names that are not UTF-8, each distinct', async () => {
    await put(Buffer.from([0x61, 0xff]), '1');
    await put(Buffer.from([0x61, 0xfe]), '2');
    await put('aÿ', '3');
    expect((await look()).files.map(({ path, sha256 }) => [path, sha256])).toEqual([
      ['\0aþ', sha256Of('2')],
      ['\0aÿ', sha256Of('1')],
      ['aÿ', sha256Of('3')],
    ]);
  });

  it('in many folders, with links by their targets', async () => {
    await mkdir(join(folder, 'deep/er\n'), { recursive: true });
    await Promise.all(Array.from({ length: 2500 }, (_, i) => put(`deep/${i}`, String(i))));
    await put('deep/er\n/x', 'x');
    await symlink('nowhere\n', join(folder, 'link'));
    const { files, unsettled } = await look();
    expect(unsettled).toEqual([]);
    expect(files.length).toBe(2502);
    expect(files.find(({ path }) => path === 'deep/1234')?.sha256).toBe(sha256Of('1234'));
    expect(files.find(({ path }) => path === 'deep/er\n/x')?.sha256).toBe(sha256Of('x'));
    expect(files.find(({ path }) => path === 'link')?.sha256).toBe(sha256Of('link:nowhere\n'));
  });

  it('recovery 11: with owner and mode', async () => {
    await put('script', '');
    await chmod(join(folder, 'script'), 0o4750);
    await symlink('nowhere', join(folder, 'link'));
    const [link, script] = (await look()).files;
    const owner = `${process.getuid?.()}:${process.getgid?.()}`;
    expect(script).toMatchObject({ path: 'script', mode: 0o104750, owner });
    expect(link).toMatchObject({ path: 'link', mode: 0o120777, owner });
    expect(regularIn(await look())).toEqual({ least: 1, most: 1 });
  });

  it('as none in an empty folder, without the lost+found of a file system', async () => {
    expect(await look()).toEqual({ files: [], unsettled: [] });
    await mkdir(join(folder, 'lost+found'));
    await put('lost+found/x', '');
    expect((await look()).files).toEqual([]);
    expect(await answer(firstName(folder))).toBe('');
    await put('.hidden', '');
    expect(await answer(firstName(folder))).toBe('./.hidden');
  });

  it('and a missing folder is an error', async () => {
    const { stdout, code } = await exec(listing(`${folder}/none`));
    expect(code).toBe(1);
    expect(() => parseListed(stdout)).toThrow(wording());
  });

  it('and output that was cut off is an error', async () => {
    await put('a', 'content');
    const whole = await answer(listing(folder));
    expect(() => parseListed(whole.slice(0, -8))).toThrow(wording());
  });
});

describe('a file that changes between two listings', () => {
  it('is unsettled, and the others are settled', async () => {
    for (const name of ['stays', 'written', 'same size', 'gone']) await put(name, 'before');
    const first = await seen();
    await put('written', 'after it');
    await put('same size', 'BEFORE');
    await put('new', '');
    await rm(join(folder, 'gone'));
    const { files, unsettled } = withoutChanges(first, parseStatus(await answer(statusListing(folder))));
    expect(files.map(({ path }) => path)).toEqual(['stays']);
    expect(unsettled).toEqual(['gone', 'new', 'same size', 'written']);
  });
});

const file = (path: string, text: string): File => ({
  path,
  bytes: Buffer.byteLength(text),
  sha256: sha256Of(text),
});

describe('a restored folder', () => {
  const expected: Listing = { files: [file('a', '1'), file('b', '2'), file('c', '3')], unsettled: ['log'] };

  it('has no differences when its files are equal, even if unsettled ones are not', () => {
    expect(compareFiles(expected, expected.files)).toEqual([]);
    expect(compareFiles(expected, [...expected.files, file('log', 'x')])).toEqual([]);
  });

  it('has a difference for each file that is missing, changed, or was not in the backup', () => {
    expect(
      compareFiles(expected, [file('b', '!'), file('c', '33'), file('d\n', '')]).map(
        ({ sentence }) => sentence,
      ),
    ).toEqual([wording(), wording(), wording('2', '1'), wording()]);
  });

  it('recovery 11: has a difference for each file with another owner or mode', () => {
    const own = { mode: 0o100640, owner: '999:999' };
    const then: Listing = {
      files: ['a', 'b', 'c', 'old'].map(each => ({ ...file(each, ''), ...(each === 'old' ? {} : own) })),
      unsettled: [],
    };
    const now = [
      { ...file('a', ''), ...own },
      { ...file('b', ''), ...own, owner: '0:999' },
      { ...file('c', ''), ...own, mode: 0o100644 },
      { ...file('old', ''), ...own },
    ];
    expect(compareFiles(then, now)).toEqual([
      { kind: 'owner', path: 'b', sentence: wording('999:999', '0:999') },
      { kind: 'owner', path: 'c', sentence: wording('0640', '0644') },
    ]);
    expect(compareFiles(then, now, { owners: false })).toEqual([]);
  });

  it('has the same totals in any order of its files', () => {
    const { files } = expected;
    expect(totalsOf({ files: files.toReversed() })).toEqual(totalsOf({ files }));
    expect(totalsOf({ files })).toMatchObject({ count: 3, bytes: 3 });
    expect(totalsOf({ files: [file('a', '2'), file('b', '1'), file('c', '3')] }).hash).not.toBe(
      totalsOf({ files }).hash,
    );
  });
});

describe('a list of files', () => {
  it('is parsed back as it was formatted', () => {
    const some = fc.array(fc.record({ path: fc.string({ unit: 'binary' }), text: fc.string() }));
    fc.assert(
      fc.property(some, fc.array(fc.string()), (all, unsettled) => {
        const about = (at: number) => (at % 2 === 0 ? {} : { mode: 0o100644 + at, owner: `${at}:0` });
        const files = all.map(({ path, text }, at) => ({ ...file(path, text), ...about(at) }));
        const list = { files, unsettled };
        expect(parseListing(formatListing(list))).toEqual(list);
      }),
    );
  });
  it.each([
    '',
    'null',
    '{}',
    '{"schema":2,"files":[],"unsettled":[]}',
    '{"schema":1,"files":[["a",1,"x"]],"unsettled":[]}',
    `{"schema":1,"files":[["a",1,"${sha256Of('')}","999","0:0"]],"unsettled":[]}`,
  ])('is refused: %s', text => {
    expect(() => parseListing(text)).toThrow(wording());
  });
});
