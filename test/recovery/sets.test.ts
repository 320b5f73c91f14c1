import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  attachmentsOf,
  countedBefore,
  listSets,
  readFileOf,
  readSet,
  removeSet,
  setId,
  writeSet,
} from '../../src/recovery/sets.ts';
import { folderStore, type Store } from '../../src/recovery/store.ts';
import { wording } from '../wording.ts';
import { database, manifest } from './backups.ts';

const owner = { app: 'shop', environment: 'production' };
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const content = encode(manifest({}));
const [monday, tuesday] = [Date.UTC(2026, 10, 23, 3), Date.UTC(2026, 10, 24, 3)].map(setId) as [
  string,
  string,
];

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sets-'));
  store = folderStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

describe('the sets of a store', () => {
  it('are named by their time, and the newest is read', async () => {
    for (const id of [tuesday, monday]) await writeSet(store, owner, { id, content, bundle: undefined });
    expect(await listSets(store, owner)).toEqual(['20261123T030000Z', '20261124T030000Z']);
    expect((await readSet(store, owner)).id).toBe(tuesday);
    expect(await readSet(store, owner, monday)).toMatchObject({
      id: monday,
      manifest: manifest({}),
      bundle: undefined,
    });
  });

  it('of the future do not count as the newest, because the clock was wrong', async () => {
    const wrong = setId(Date.now() + 3_600_000);
    const said: string[] = [];
    const newest = async () =>
      (await readSet(store, owner, undefined, line => void said.push(line.replace(folder, 'FOLDER')))).id;
    await writeSet(store, owner, { id: wrong, content, bundle: undefined });
    await expect(newest()).rejects.toThrow(/is dated in the future, and there is no earlier one$/);
    await writeSet(store, owner, { id: monday, content, bundle: undefined });
    expect(await newest()).toBe(monday);
    expect(said.map(line => line.replace(wrong, 'SET'))).toEqual([wording('SET', 'future', 'clocks')]);
    expect((await readSet(store, owner, wrong)).id).toBe(wrong);
  });

  it('are complete once they have a manifest, which is written last', async () => {
    const files = { 'secrets.age': new Uint8Array([1]) };
    const written: string[] = [];
    const seen: Store = {
      ...store,
      put: async (path, bytes, lockedUntil) => {
        written.push(`${path.split('/').at(-1)} ${lockedUntil}`);
        if (path.endsWith('manifest.json')) throw new Error('the run died');
        await store.put(path, bytes);
      },
    };
    const of = manifest({ attachments: attachmentsOf(files) });
    const set = { id: monday, content: encode(of), bundle: '{}', files };
    await expect(writeSet(seen, owner, set, 7)).rejects.toThrow('the run died');
    expect(written).toEqual(['secrets.age 7', 'manifest.json.sigstore.json 7', 'manifest.json 7']);
    expect(await listSets(store, owner)).toEqual([]);
    await expect(readSet(store, owner)).rejects.toThrow(wording('shop', 'production'));
    await writeSet(store, owner, set);
    expect((await readSet(store, owner)).bundle).toBe('{}');
    const found = await readSet(store, owner);
    expect(await readFileOf({ store, owner, set: found }, 'secrets.age')).toEqual(Buffer.from([1]));
    await expect(readFileOf({ store, owner, set: found }, 'objects.json')).rejects.toThrow(
      wording('20261123T030000Z', 'objects.json'),
    );
  });

  it('return no attachment that differs from the signed manifest', async () => {
    const files = { 'objects.json': new TextEncoder().encode('{}') };
    const of = manifest({ attachments: attachmentsOf(files) });
    await writeSet(store, owner, { id: monday, content: encode(of), bundle: undefined, files });
    const set = await readSet(store, owner);
    const path = `shop/production/${monday}/objects.json`;
    await store.put(path, new TextEncoder().encode('[]'));
    await expect(readFileOf({ store, owner, set }, 'objects.json')).rejects.toThrow(
      wording('objects.json', '20261123T030000Z'),
    );
    await store.remove(path);
    await expect(readFileOf({ store, owner, set }, 'objects.json')).rejects.toThrow(wording());
  });

  it('are removed completely, the manifest first', async () => {
    const files = { 'a.json': new Uint8Array([1]) };
    for (const id of [monday, tuesday]) await writeSet(store, owner, { id, content, bundle: '{}', files });
    const removed: string[] = [];
    const seen: Store = {
      ...store,
      remove: async path => {
        removed.push(path.split('/').at(-1) ?? '');
        await store.remove(path);
      },
    };
    await removeSet(seen, owner, monday);
    expect(removed[0]).toBe('manifest.json');
    expect(await listSets(store, owner)).toEqual([tuesday]);
    expect((await store.list('shop')).map(({ path }) => path.includes(monday))).not.toContain(true);
  });

  it('are compared with a restore to a time if they had counted the database before', async () => {
    const wednesday = Date.UTC(2026, 10, 25, 3);
    // Each counts two hours after it began; the first is of a version that did not record it.
    for (const day of [1, 2, 3]) {
      const begun = wednesday - (3 - day) * 86_400_000;
      const of = database(day === 1 ? {} : { countedAt: begun + 7_200_000 });
      const bytes = encode(manifest({ databases: [of] }));
      await writeSet(store, owner, { id: setId(begun), content: bytes, bundle: undefined });
    }
    const found = (hours: number, name = 'shop', kind = 'time') =>
      countedBefore(store, owner, { kind, at: wednesday + hours * 3_600_000 }, name);
    expect(await found(2.1)).toBe(setId(wednesday));
    expect(await found(1)).toBe(tuesday);
    expect(await found(-22.5)).toBeUndefined();
    expect(await found(2.1, 'other')).toBeUndefined();
    expect(await found(2.1, 'shop', 'latest')).toBeUndefined();
  });

  it('of another environment are separate', async () => {
    await writeSet(store, { ...owner, environment: 'staging' }, { id: monday, content, bundle: undefined });
    expect(await listSets(store, owner)).toEqual([]);
    await expect(readSet(store, owner, monday)).rejects.toThrow(wording(`${monday}`));
  });
});
