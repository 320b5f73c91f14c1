import { describe, expect, it } from 'vitest';
import type { Exported } from '../../../src/recovery/cluster-objects/portable.ts';
import { fromSet, setChecks, standInsOf } from '../../../src/recovery/drill/from-set.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const base = '/api/v1/namespaces/shop';
const standing = { metadata: { labels: { from: 'what stands' } } };
const api = new FakeApiServer();
for (const path of [`${base}/secrets/login`, `${base}-drill/pods/db`]) api.put(path, standing);
const live = api.cluster;
const object = (kind: string, name: string, data = {}): Exported =>
  ({ apiVersion: 'v1', kind, metadata: { name, namespace: 'shop' }, data }) as Exported;
const set = {
  namespace: 'shop',
  objects: [
    object('ConfigMap', 'settings', { mode: 'as it was' }),
    object('Service', 'web'),
    object('StatefulSet', 'redis'),
  ],
  secrets: [object('Secret', 'login')],
};
const needed = [
  { kind: 'ConfigMap', name: 'settings' },
  { kind: 'Secret', name: 'login' },
] as const;

describe('a view of the cluster with the objects of a backup set', () => {
  it('returns the objects of the set, even if they have changed since', async () => {
    const cluster = fromSet(live, set, needed);
    expect(await cluster.get(`${base}/configmaps/settings`)).toMatchObject({ data: { mode: 'as it was' } });
    expect(await cluster.get(`${base}/secrets/login`)).toMatchObject({ metadata: { name: 'login' } });
    // A part such as a Redis is restored from the workload that it had.
    const redis = await cluster.get('/apis/apps/v1/namespaces/shop/statefulsets/redis');
    expect(redis).toMatchObject({ metadata: { name: 'redis' } });
    expect(await cluster.get('/api/v1/namespaces/shop-drill/pods/db')).toMatchObject(standing);
  });

  it.each(['configmaps/other', 'secrets/other', 'pods/db-0', 'services/web'])(
    'returns no live object of the namespace: %s',
    async path => {
      const cluster = fromSet(live, set, needed);
      await expect(cluster.get(`${base}/${path}`)).rejects.toThrow(wording());
    },
  );

  it('is refused if the set lacks a needed object', () => {
    const more = [...needed, { kind: 'Secret', name: 'a', source: 'reader' }] as const;
    expect(() => fromSet(live, set, more)).toThrow(wording('Secret/reader'));
    const known = new Map([[`${base}/secrets/reader`, { metadata: { name: 'reader' } }]]);
    expect(() => fromSet(live, { ...set, known }, more)).not.toThrow();
  });

  it('returns the live Secrets, and nothing else live, if no key decrypted those of the set', async () => {
    const cluster = fromSet(live, { ...set, secrets: undefined }, needed);
    expect(await cluster.get(`${base}/secrets/login`)).toMatchObject(standing);
    await expect(cluster.get(`${base}/configmaps/other`)).rejects.toThrow(wording());
  });
});

describe('an object that did not come from the set', () => {
  const opened = {
    id: '20261126T030000Z',
    needed: ['login'],
    secrets: set.secrets,
    whyNone: '',
    standIns: [],
  };

  it('is reported, and does not lower the proved level if it is not required', () => {
    const levelChecks = setChecks({
      ...opened,
      secrets: undefined,
      whyNone: 'no offline key was given',
      standIns: ['ConfigMap shop/keys'],
    });
    expect(levelChecks.map(({ state, demanded }) => [state, demanded])).toEqual([
      ['skipped', false],
      ['skipped', false],
    ]);
    expect(levelChecks.map(({ sentence }) => sentence)).toEqual([
      wording('no offline key was given'),
      wording('was', 'ConfigMap shop/keys'),
    ]);
  });

  it('is not reported if a key decrypted it', () => {
    expect(setChecks(opened)).toMatchObject([{ level: 'L3', state: 'passed' }]);
  });

  it('is replaced by the live object of that name', () => {
    const all = [object('ConfigMap', 'keys'), object('ConfigMap', 'settings')];
    expect(standInsOf(['ConfigMap shop/keys'], all)).toEqual([all[0]]);
  });
});
