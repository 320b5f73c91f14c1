import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import { type Exec, localExec } from '../../../src/recovery/exec.ts';
import type { Bucket } from '../../../src/recovery/object-stores/bucket.ts';
import { backUpBucket } from '../../../src/recovery/object-stores/bucket-backup.ts';
import { faultsInMirror } from '../../../src/recovery/object-stores/mirror.ts';
import { wording } from '../../wording.ts';

/** Copies real files; restic only answers. */

const objects = { a: 'one', b: 'two' } as const;
const asked: string[] = [];
const bucket: Bucket = {
  name: 'uploads',
  list: async () =>
    Object.entries(objects).map(([key, text]) => ({ key, bytes: text.length, etag: sha256Of(text) })),
  open: async key => {
    asked.push(key);
    const text = objects[key as keyof typeof objects];
    return { etag: sha256Of(text), headers: {}, from: 0, body: Readable.from([Buffer.from(text)]) };
  },
  put: () => Promise.reject(new Error('nothing is written')),
  remove: () => Promise.reject(new Error('nothing is removed')),
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-'));
  asked.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const filesIn = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter(each => each.isFile());
const objectFiles = async () =>
  (await filesIn())
    .filter(({ name }) => name !== 'index.json')
    .map(({ parentPath, name }) => join(parentPath, name));

const restic: Exec = async (command, options) => {
  if (!command.includes('restic')) return localExec(process.env)(command, options);
  const id = 'ab'.repeat(32);
  const answers = {
    version: { message_type: 'version', version: '0.18.1' },
    backup: {
      ...{ message_type: 'summary', snapshot_id: id, data_added: 1 },
      total_files_processed: (await filesIn()).length,
    },
    snapshots: [{ id, time: '2026-11-26T11:21:46Z', hostname: 'h', paths: [folder], tags: [] }],
  };
  const name = Object.keys(answers).find(each => command.includes(each)) as keyof typeof answers;
  return { code: 0, stdout: JSON.stringify(answers[name]), stderr: '' };
};

const run = {
  ...{ owner: { app: 'shop', environment: 'production' }, tags: [], now: () => 0 },
  ...{ signal: new AbortController().signal, report: () => undefined },
};
const backUp = (exec = restic, of = bucket) =>
  backUpBucket(run, {
    ...{ name: 'uploads', bucket: of, folder, exec },
    repositories: [{ name: 'near', address: '/nowhere', environment: {} }],
  });

describe('a bucket with a lasting copy', () => {
  it('is refused with the remedy when the disk of the copy is full', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const open: Bucket['open'] = async () => {
      throw full;
    };
    const { sentence } = await backUp(restic, { ...bucket, open }).catch(error => error);
    expect(sentence.replace(folder, 'FOLDER')).toEqual(wording('FOLDER', 'full', '`mirror`'));
  });

  it('gets objects again whose copy is damaged or missing, and no others', async () => {
    const { store } = await backUp();
    asked.length = 0;
    expect((await backUp()).store).toEqual(store);
    expect(asked).toEqual([]);
    const [one = '', two = ''] = await objectFiles();
    await writeFile(one, 'eno');
    const { files, store: again } = await backUp();
    expect(asked).toHaveLength(1);
    expect(again).toEqual(store);
    expect(files.listing.files.map(({ sha256 }) => sha256)).toContain(sha256Of(await readFile(one)));
    await rm(two);
    await backUp();
    expect(asked).toHaveLength(2);
    expect(await faultsInMirror(folder)).toEqual([]);
  });

  it('is not backed up while its copy is damaged again and again', async () => {
    const damaging: Exec = async (command, options) => {
      for (const each of await objectFiles()) await writeFile(each, 'eno');
      return restic(command, options);
    };
    await expect(backUp(damaging)).rejects.toThrow(wording(folder, '2 objects'));
  });
});
