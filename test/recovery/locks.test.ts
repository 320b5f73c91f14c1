import { describe, expect, it } from 'vitest';
import { checkLock, unlockedIn } from '../../src/recovery/locks.ts';
import type { Store } from '../../src/recovery/store.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 29, 3, 0, 10);
const owner = { app: 'shop', environment: 'production' };
const id = '20261129T030000Z';
const path = `shop/production/${id}/manifest.json`;

/** A store that locks that set, and has a default retention, for that many days. */
function store(of: number | undefined, usual: number | undefined, sets = [id]): Store {
  return {
    name: 'https://s3.example.com/far',
    list: async () => sets.map(each => ({ path: `shop/production/${each}/manifest.json`, bytes: 1 })),
    lockedUntil: async asked => {
      expect(asked).toBe(path);
      return of === undefined ? undefined : Date.UTC(2026, 10, 29, 3) + of * day;
    },
    lockedByDefault: async () => (usual === undefined ? undefined : usual * day),
  } as Partial<Store> as Store;
}
const doubt = (from: Store, others: Store[] = [from], at = now) =>
  checkLock({ store: from, others, locked: 30 * day }, owner, at);

describe('recovery 10: a repository that slipway.yml declares locked', () => {
  it('counts as locked when its store confirms it for the newest set and for other writers', async () => {
    expect(await doubt(store(30, 30))).toBeUndefined();
    expect(await doubt(store(30, undefined), [])).toBeUndefined();
    expect(await doubt(store(30, 30), [store(30, 365)])).toBeUndefined();
  });

  it.each<[string, Store, string[]]>([
    ['locks nothing', store(undefined, 30), [id]],
    ['locks the set for less', store(7, 30), [id, '2026-12-06 03:00', '30 days']],
    ['locks nothing that others write', store(30, undefined), ['not set', '30 days']],
    ['locks what others write for less', store(30, 7), ['7 days', '30 days']],
    ['contains no set', store(30, 30, []), []],
  ])('does not count when it %s', async (_, from, facts) => {
    expect((await doubt(from))?.problem).toEqual(wording(...facts));
  });

  it('does not count after the lock of its newest set has expired', async () => {
    expect((await doubt(store(30, 30), [], now + 31 * day))?.problem).toEqual(wording(id));
  });

  it('does not count when its lock cannot be read', async () => {
    const refuses: Store = {
      ...store(30, 30),
      lockedUntil: async () => {
        throw new UserError('the store does not say: 403 AccessDenied', 'give the login that right');
      },
    };
    const found = await doubt(refuses);
    expect(found?.problem).toEqual(wording('403 AccessDenied'));
    expect(found?.help).toContain('s3:GetObjectRetention');
  });

  it('fails a backup when it does not count, and says why for each', async () => {
    const stores = [
      { name: 'near', store: store(undefined, undefined), locked: undefined },
      { name: 'far', store: store(30, 30), locked: 30 * day, others: [store(30, 30)] },
      { name: 'vault', store: store(undefined, 30), locked: 30 * day },
    ];
    expect([...(await unlockedIn(stores, owner, now, id))]).toEqual([['vault', wording('vault', id)]]);
  });
});
