import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/recovery/checksum.ts';
import { expiredSets, expireSets, snapshotsIn } from '../../src/recovery/set-retention.ts';
import { listSets, setId, writeSet } from '../../src/recovery/sets.ts';
import { folderStore, type Store } from '../../src/recovery/store.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';
import { database, managed, manifest } from './backups.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 26, 12);
const owner = { app: 'shop', environment: 'production' };

const setOf = (age: number) => {
  const at = now - age * day;
  const files = { count: 1, bytes: 1, hash: sha256Of('x'), unsettled: 0 };
  const snapshot = `of-${age}`;
  return {
    id: setId(at),
    manifest: manifest({
      at,
      volumes: [
        {
          ...{ namespace: 'shop', pvc: 'attachments', covered: 'files' },
          files: { ...files, backups: [{ repository: 'near', snapshot }] },
        },
      ],
      objectStores: [
        {
          name: 'uploads',
          count: 1,
          bytes: 1,
          hash: sha256Of('x'),
          backups: [{ repository: 'near', snapshot: `b-${age}` }],
        },
      ],
    }),
  };
};

describe('expired sets', () => {
  it('are those that no day, week or month needs, and never the newest', () => {
    const sets = Array.from({ length: 20 }, (_, age) => setOf(age));
    const goes = expiredSets(sets, { daily: 7, weekly: 3 }, now);
    expect(goes).not.toContain(setOf(0).id);
    // Thursday: seven days back to Friday, which has last week's, and the Sunday before that.
    const stays = sets.flatMap(({ id }, age) => (goes.includes(id) ? [] : [age]));
    expect(stays).toEqual([0, 1, 2, 3, 4, 5, 6, 11]);
    expect(expiredSets([setOf(400)], { daily: 0 }, now)).toEqual([]);
  });

  it('never include what a kept set is restored from', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 30 }),
        fc.record({ daily: fc.nat(9), weekly: fc.nat(6), monthly: fc.nat(13), yearly: fc.nat(3) }),
        (ages, policy) => {
          const sets = ages.map(setOf);
          const goes = new Set(expiredSets(sets, policy, now));
          const newest = setOf(Math.min(...ages)).id;
          expect(goes.has(newest)).toBe(false);
          const needed = sets
            .filter(({ id }) => !goes.has(id))
            .flatMap(({ manifest: of }) => snapshotsIn(of).map(({ snapshot }) => snapshot));
          expect(needed).toContain(`of-${Math.min(...ages)}`);
        },
      ),
    );
  });
});

describe('the needs of a set', () => {
  it('are its snapshots of files, of buckets and of databases outside of the cluster', () => {
    const of = { ...setOf(1).manifest, managed: [managed()] };
    expect(snapshotsIn(of).map(({ snapshot }) => snapshot)).toEqual([
      ...['of-1', 'b-1', 'ab'.repeat(32), 'cd'.repeat(32)],
    ]);
  });
});

describe('the sets of a store', () => {
  let folder: string;
  let store: Store;
  const report = () => undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'retention-'));
    store = folderStore(folder);
    for (const age of [0, 1, 2, 40]) {
      const { id, manifest: of } = setOf(age);
      const content = new TextEncoder().encode(JSON.stringify(of));
      await writeSet(store, owner, { id, content, bundle: undefined });
    }
  });
  afterEach(() => rm(folder, { recursive: true }));
  const expire = (own: Store, locked?: number) =>
    expireSets([{ name: 'near', store: own, locked }], owner, { daily: 2 }, now, report, async () => true);

  it('expire, and the needs of the others are returned', async () => {
    const found = await expire(store);
    expect(await listSets(store, owner)).toEqual([setOf(1).id, setOf(0).id]);
    expect('needed' in found && [...found.needed].sort()).toEqual(['b-0', 'b-1', 'of-0', 'of-1']);
    expect('verified' in found && found.verified.get('of-40')).toBe(now - 40 * day);
  });

  it('that a killed run left without a manifest are removed after a day, unless the store is locked', async () => {
    const left = [0.5, 1.5].map(age => `shop/production/${setOf(age).id}/secrets.age`);
    for (const path of left) await store.put(path, new Uint8Array([1]));
    const there = async () => {
      const paths = (await store.list('shop')).map(({ path }) => path);
      return left.filter(path => paths.includes(path));
    };
    await expire(store, 30 * day);
    expect(await there()).toEqual(left);
    const remove = async () => Promise.reject(new UserError('it lets nothing be deleted', 'see who may'));
    const refused = await expire({ ...store, remove });
    expect('problems' in refused && refused.problems[0]).toEqual(wording(setOf(1.5).id, 'near'));
    await expire(store);
    expect(await there()).toEqual(left.slice(0, 1));
  });

  it('with an object that somebody else has put there are kept, and the others are removed', async () => {
    const strange = [`${setOf(40).id}/manifest (1).json`, '20200101T000000Z/a b'];
    for (const path of strange) {
      await mkdir(dirname(join(folder, 'shop/production', path)), { recursive: true });
      await writeFile(join(folder, 'shop/production', path), 'x');
    }
    const found = await expire(store);
    expect('problems' in found && found.problems.map(each => each.split(': ').at(-1))).toEqual([
      wording('20200101T000000Z/a b', 'Delete it by hand'),
      wording('manifest (1).json', 'Delete it by hand'),
    ]);
    expect(await listSets(store, owner)).toEqual([setOf(40).id, setOf(1).id, setOf(0).id]);
  });

  it('that is locked are kept, with what they need there', async () => {
    const found = await expire(store, 30 * day);
    expect(await listSets(store, owner)).toHaveLength(4);
    expect('needed' in found && found.needed.has('of-40')).toBe(true);
  });

  it('that is locked are kept, but in a repository without a store only what the policy keeps', async () => {
    for (const age of [0, 1, 2, 40]) {
      const { id, manifest: of } = setOf(age);
      const backups = ['near', 'far'].map(repository => ({ repository, label: `${repository}-${age}` }));
      const whole = { ...of, databases: [database({ backups })] };
      const content = new TextEncoder().encode(JSON.stringify(whole));
      await writeSet(store, owner, { id, content, bundle: undefined });
    }
    const found = await expireSets(
      ...([[{ name: 'far', store, locked: 30 * day }], owner, { daily: 2 }, now, report] as const),
      async () => true,
    );
    expect(await listSets(store, owner)).toHaveLength(4);
    if ('problem' in found) throw new Error(found.problem);
    expect([...found.needed].sort()).toEqual(['b-0', 'b-1', 'of-0', 'of-1']);
    expect(found.labels.get('near')).toEqual(new Set(['near-0', 'near-1']));
    expect(found.labels.get('far')).toEqual(new Set([0, 1, 2, 40].map(age => `far-${age}`)));
    // The expired backups are still known to be ours.
    expect(found.named.get('near')?.has('near-40')).toBe(true);
  });

  it('that is locked are kept, but keep nothing in a repository whose own store expired them', async () => {
    const other = await mkdtemp(join(tmpdir(), 'retention-'));
    await cp(folder, other, { recursive: true });
    const far = { name: 'far', store: folderStore(other), locked: 30 * day };
    const found = await expireSets(
      [{ name: 'near', store, locked: undefined }, far],
      owner,
      { daily: 2 },
      now,
      report,
      async () => true,
    );
    await rm(other, { recursive: true });
    expect('needed' in found && [...found.needed].sort()).toEqual(['b-0', 'b-1', 'of-0', 'of-1']);
    expect('verified' in found && found.verified.has('of-40')).toBe(true);
  });

  it('without a trusted signature do not make other sets expire', async () => {
    const asked: string[] = [];
    const forged = setOf(0).id;
    const found = await expireSets(
      [{ name: 'near', store, locked: undefined }],
      owner,
      { daily: 1 },
      now,
      report,
      async ({ id }) => {
        asked.push(id);
        return id !== forged;
      },
    );
    expect(asked).toHaveLength(4);
    // The newest signed set is kept, beside the unsigned one.
    expect(await listSets(store, owner)).toContain(setOf(1).id);
    expect('labels' in found).toBe(true);
  });

  it('recovery 3: name the backups that are ours, unless their signature is not trusted', async () => {
    const backups = (label: string) => [database({ backups: [{ repository: 'near', label }] })];
    for (const age of [0, 2, 40]) {
      const { id, manifest: of } = setOf(age);
      const databases = backups(`2026110${age % 9}-030000F`);
      const content = new TextEncoder().encode(JSON.stringify({ ...of, databases }));
      await writeSet(store, owner, { id, content, bundle: undefined });
    }
    const forged = setOf(2).id;
    const found = await expireSets(
      ...([[{ name: 'near', store, locked: undefined }], owner, { daily: 1 }, now, report] as const),
      async ({ id }) => id !== forged,
    );
    const named = 'named' in found ? [...(found.named.get('near') ?? [])] : [];
    expect(await listSets(store, owner)).toEqual([setOf(0).id]);
    expect(named.toSorted()).toEqual(['20261100-030000F', '20261104-030000F', '20261122-030000F']);
    expect('labels' in found && [...(found.labels.get('near') ?? [])]).toEqual(['20261100-030000F']);
  });

  it('are not verified when none would expire', async () => {
    const never = async () => Promise.reject(new Error('it is not asked'));
    await expireSets([{ name: 'near', store, locked: undefined }], owner, { daily: 9 }, now, report, never);
    expect(await listSets(store, owner)).toHaveLength(4);
  });

  it('recovery 3: are kept where deletion is refused, which fails the run', async () => {
    const remove = async () => {
      throw new UserError('it lets nothing be deleted', 'see who may');
    };
    const found = await expire({ ...store, remove });
    expect('problems' in found && found.problems[0]).toEqual(wording('it lets nothing be deleted'));
    expect('needed' in found && found.needed.has('of-40')).toBe(true);
  });

  it('are all kept when one cannot be read', async () => {
    await store.put(`shop/production/${setOf(3).id}/manifest.json`, new TextEncoder().encode('{'));
    expect(await expire(store)).toEqual({
      problem: wording(),
    });
    expect(await listSets(store, owner)).toHaveLength(5);
  });
});
