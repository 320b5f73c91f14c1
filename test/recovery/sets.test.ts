import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listSets, readFileOf, readSet, setId, writeSet } from '../../src/recovery/sets.ts';
import { folderStore, type Store } from '../../src/recovery/store.ts';
import { manifest } from './backups.ts';

const owner = { app: 'shop', environment: 'production' };
const content = new TextEncoder().encode(JSON.stringify(manifest({})));
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

  it('are whole when their manifest is there, which is written last', async () => {
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
    const set = { id: monday, content, bundle: '{}', files };
    await expect(writeSet(seen, owner, set, 7)).rejects.toThrow('the run died');
    expect(written).toEqual(['secrets.age 7', 'manifest.json.sigstore.json 7', 'manifest.json 7']);
    expect(await listSets(store, owner)).toEqual([]);
    await expect(readSet(store, owner)).rejects.toThrow('holds no finished backup set of shop in production');
    await writeSet(store, owner, set);
    expect((await readSet(store, owner)).bundle).toBe('{}');
    expect(await readFileOf(store, owner, monday, 'secrets.age')).toEqual(Buffer.from([1]));
  });

  it('of another environment are not ours', async () => {
    await writeSet(store, { ...owner, environment: 'staging' }, { id: monday, content, bundle: undefined });
    expect(await listSets(store, owner)).toEqual([]);
    await expect(readSet(store, owner, monday)).rejects.toThrow(`holds no finished backup set ${monday}`);
  });
});
