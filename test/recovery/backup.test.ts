import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/contents.ts';
import { type BackupTask, finish, makeSet } from '../../src/recovery/backup.ts';
import { listSets, setId, writeSet } from '../../src/recovery/sets.ts';
import { folderStore, type Store } from '../../src/recovery/store.ts';
import { UntrustedDocument, UserError } from '../../src/toolkit/errors.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { changed } from '../config/configs.ts';
import { wording } from '../wording.ts';
import { manifest } from './backups.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 26, 12);
const owner = { app: 'shop', environment: 'production' };
const declared =
  '{repositories: {near: {survives: zone, store: {folder: backups}}}, objects: {export: false}, keep: {daily: 2}}';
const { recovery } = parseConfig(
  changed('    verify:', `    recovery: ${declared}\n    verify:`),
  'slipway.yml',
).environments.production!;

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  store = folderStore(folder);
  for (const age of [1, 3, 40]) {
    const at = now - age * day;
    const content = new TextEncoder().encode(JSON.stringify(manifest({ at })));
    await writeSet(store, owner, { id: setId(at), content, bundle: undefined });
  }
});
afterEach(() => rm(folder, { recursive: true }));

/** A task of an empty environment, which makes only the set. */
const taskOf = (given: Store, others: BackupTask['stores'] = []): BackupTask => ({
  ...{ owner, recovery: recovery!, type: 'auto', annotations: {}, by: { run: '7', actor: 'ann' } },
  stores: [{ name: 'near', store: given, locked: undefined }, ...others],
  cluster: {
    ...{ cluster: new FakeApiServer().cluster, namespace: 'shop', passphrases: new Map() },
  },
  ...{ repositories: new Map(), buckets: [], keepImages: async () => [] },
  podsOf: () => Promise.reject(new Error('there is no database')),
  backupPodFor: () => Promise.reject(new Error('there is no volume')),
  dumperFor: () => Promise.reject(new Error('there is no database')),
  sign: async () => undefined,
  isTrusted: async () => true,
  refusalOf: async () => undefined,
  assertHeld: async () => undefined,
  ...{ signal: new AbortController().signal, now: () => now, sleep: async () => undefined },
  report: () => undefined,
});
const make = (given: Store, others: BackupTask['stores'] = []) => makeSet(taskOf(given, others));
const kept = async () => (await listSets(store, owner)).map(id => id.slice(0, 8));

describe('a backup', () => {
  it('removes expired sets', async () => {
    expect(await make(store)).toMatchObject({ problems: [], growth: [] });
    expect(await kept()).toEqual(['20261123', '20261125', '20261126']);
  });

  it('recovery 3: counts, but fails the run, when expired sets cannot be removed', async () => {
    const remove = async () => {
      throw new UserError('the store near refuses it (403)', 'let its login delete there');
    };
    expect(await make({ ...store, remove })).toMatchObject({
      id: setId(now),
      ...{ problems: [], growth: [wording('20261017T120000Z', '403', 'Let its login delete there')] },
    });
    expect(await kept()).toEqual(['20261017', '20261123', '20261125', '20261126']);
  });

  it('counts and removes expired sets, but fails the run, when only older backups are damaged', async () => {
    const rotten = { level: 'L1', what: 'near', state: 'failed', sentence: 'rotten', older: true } as const;
    const made = await makeSet({ ...taskOf(store), keepImages: async () => [rotten] });
    expect(made).toMatchObject({ problems: [], growth: ['near: rotten'] });
    expect(await kept()).toEqual(['20261123', '20261125', '20261126']);
  });

  it('is written, but does not count, when a restore would refuse its signature', async () => {
    const asked: string[] = [];
    const refusalOf: BackupTask['refusalOf'] = async ({ id, bundle }) => {
      asked.push(id);
      return bundle === undefined
        ? new UntrustedDocument('the manifest is not signed', 'add `signing: {}`')
        : undefined;
    };
    expect(await makeSet({ ...taskOf(store), refusalOf })).toMatchObject({
      ...{ written: true, growth: [] },
      problems: [wording('restore', 'not signed', '`signing: {}`')],
    });
    expect(asked).toEqual([setId(now)]);
    expect(await kept()).toEqual(['20261123', '20261125', '20261126']);
    const sign = async () => '{}';
    expect(await makeSet({ ...taskOf(store), sign, refusalOf })).toMatchObject({ problems: [] });
  });

  it('counts, with a note, when its signature cannot be verified here', async () => {
    const unset = new UserError('the public key comes from PUBLIC_KEY, which is not set', 'set PUBLIC_KEY');
    expect(await makeSet({ ...taskOf(store), refusalOf: async () => unset })).toMatchObject({
      ...{ written: true, problems: [], growth: [] },
      notes: [expect.any(String), wording('PUBLIC_KEY', 'Set PUBLIC_KEY')],
    });
  });

  it('recovery 3: removes expired sets elsewhere although one lock is in doubt', async () => {
    const far = await mkdtemp(join(tmpdir(), 'backup-'));
    await cp(folder, far, { recursive: true });
    // A folder locks nothing.
    const locked = { name: 'far', store: folderStore(far), locked: 30 * day };
    const { problems, growth } = await make(store, [locked]);
    const there = await listSets(folderStore(far), owner);
    await rm(far, { recursive: true });
    expect(problems).toEqual([expect.stringContaining('the repository far is not locked')]);
    expect(growth).toEqual([wording('far', '`locked`')]);
    expect(there).toHaveLength(4);
    expect(await kept()).toEqual(['20261123', '20261125', '20261126']);
  });

  it('recovery 3: counts, but fails the run, when the needs of a set are unknown', async () => {
    await store.put(`shop/production/${setId(now - 5 * day)}/manifest.json`, new TextEncoder().encode('{'));
    expect(await make(store)).toMatchObject({
      problems: [],
      growth: [wording('20261121T120000Z', 'near', 'is not JSON')],
    });
    expect(await kept()).toHaveLength(5);
  });

  describe('the read-back of a database', () => {
    const forgotten = async (given: Store, problems: string[] = []) => {
      const seen: string[][] = [];
      const database = {
        deleteReadResult: async () => void seen.push(await kept()),
        expire: async () => ({ problems: [], notes: [] }),
      };
      const task = taskOf(given);
      const made = { at: now, manifest: manifest({ at: now }), files: {}, problems, inRestic: [] };
      await finish(task, { ...task, tags: [] }, { ...made, databases: [database] }).catch(() => undefined);
      return seen;
    };

    it('is forgotten in its pod after the set is written, and before anything is removed', async () => {
      expect(await forgotten(store)).toEqual([['20261017', '20261123', '20261125', '20261126']]);
    });

    it('is found there by the next run when no set is written', async () => {
      expect(await forgotten(store, ['it does not count'])).toEqual([]);
      const put = () => Promise.reject(new UserError('the store near is full', 'make room'));
      expect(await forgotten({ ...store, put })).toEqual([]);
    });
  });
});
