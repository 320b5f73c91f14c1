import { describe, expect, it } from 'vitest';
import type { Deployment, KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { releaseToReplace } from '../../../src/release/rollout/restore-release.ts';
import { fenceConfigMap } from '../../../src/release/store/fencing.ts';
import {
  findOrphans,
  markOwnRolledBack,
  markRolledBackAfter,
  removeOrphans,
  supersededBy,
} from '../../../src/release/store/orphans.ts';
import { type Release, ReleaseStore } from '../../../src/release/store/releases.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { annotationOf } from '../../../src/traffic/fencing-token.ts';
import { labels, nameOf, type ReleaseNumber } from '../../../src/workloads/naming.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { putLease } from '../leases.ts';
import { deployment, release, rolloutOf } from '../objects.ts';

const core = '/api/v1/namespaces/shop';

/** An API server with these releases, perhaps with a workload of one that serves, a journal, and fences. */
async function server(
  releases: Release[],
  {
    rollout,
    serves,
    fences = [],
  }: { rollout?: Partial<RolloutState>; serves?: number; fences?: number[] } = {},
) {
  const api = new FakeApiServer();
  const { cluster } = api;
  api.put(pathOf(resources.deployment, 'shop', 'shop'), marked(serves));
  putLease(api);
  const records = new ReleaseStore(cluster, 'shop', 'shop');
  for (const { record, outcome } of releases) {
    await records.create(record.release, () => record);
    if (outcome !== undefined) await records.conclude({ ...outcome, token: outcome.token ?? record.token });
  }
  for (const token of fences)
    api.put(`${core}/configmaps/${nameOf.fence('shop', token)}`, fenceConfigMap('shop', 'shop', token));
  if (rollout !== undefined)
    putLease(api, { annotations: { [labels.state]: JSON.stringify(rolloutOf(rollout)) } });
  return {
    ...{ api, cluster, records },
    states: async () =>
      Object.fromEntries(
        (await records.list()).map(({ record, outcome }) => [record.release, outcome?.state]),
      ),
  };
}

const marked = (number: number | undefined): Deployment =>
  deployment(number === undefined ? {} : { metadata: { annotations: { [labels.release]: String(number) } } });

const us = { app: 'shop', token: 9 };
const workload = { kind: 'Deployment', name: 'shop' } as const;

describe('an object that a run creates for a first release after another run has rolled it back', () => {
  const path = '/api/v1/namespaces/shop/services/late';
  const service: KubeObject = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'late' } };
  const first = release(1, { state: 'rolled-back', token: 6 }, { token: 5, manifests: [service] });
  const rollout: Partial<RolloutState> = {
    phase: 'rolled-back',
    candidate: first.record.release,
    token: 6,
    createdObjects: [path],
  };
  const late = (token: number | undefined, more: KubeObject['metadata'] = {}): KubeObject => ({
    metadata: {
      ...(token === undefined ? {} : { annotations: { [annotationOf.token('shop')]: String(token) } }),
      ...more,
    },
  });
  /** With that object at the path. */
  async function found(
    object: KubeObject,
    of: Partial<RolloutState> = rollout,
    { record = first, serves, at = path }: { record?: Release; serves?: number; at?: string } = {},
  ) {
    const { api, cluster } = await server([record], { rollout: of, ...(serves && { serves }) });
    const stray = api.put(new URL(at, 'http://localhost').pathname, object);
    return { api, cluster, stray, remains: await findOrphans(cluster, 'shop', 'shop', workload) };
  }

  it('is removed, with a report', async () => {
    const { api, cluster, stray, remains } = await found(late(5));
    expect(remains?.orphans).toEqual([{ path, uid: stray.metadata?.uid }]);
    const said: string[] = [];
    await removeOrphans(cluster, 'shop', us, remains!, line => said.push(line));
    expect(api.objects.has(path)).toBe(false);
    expect(said).toEqual([wording('Service/late')]);
    expect(await findOrphans(cluster, 'shop', 'shop', workload)).toBeUndefined();
  });

  it.each<[string, KubeObject, Partial<RolloutState>]>([
    ['was created by another client', late(undefined), rollout],
    ['was created by a newer run', late(7), rollout],
    [
      'is kept by its chart',
      late(5, {
        annotations: { [annotationOf.token('shop')]: '5', 'helm.sh/resource-policy': 'keep' },
      }),
      rollout,
    ],
    [
      'is already being deleted',
      late(5, { deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['example.com/wait'] }),
      rollout,
    ],
    ['is of a release that its own run rolled back', late(5), { ...rollout, token: 5 }],
    ['is of a release that succeeded', late(5), { ...rollout, phase: 'done' }],
    ['is of a release that no longer has a record', late(5), { ...rollout, candidate: 8 as ReleaseNumber }],
    ['was not created by the release', late(5), { ...rollout, createdObjects: [] }],
  ])('stays when it %s', async (_, object, of) => {
    expect((await found(object, of)).remains).toBeUndefined();
  });

  const paths = [
    '/api/v1/namespaces/other/services/late',
    '/api/v1/nodes/late',
    '/api/v1/namespaces/late',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles/late',
    '/api/v1/namespaces/shop/services/../../other/services/late',
  ];
  it.each(paths)('security 1: stays outside of the namespace: %s', async at => {
    expect((await found(late(5), { ...rollout, createdObjects: [at] }, { at })).remains).toBeUndefined();
  });

  const unstamped = release(1, { state: 'rolled-back', token: 6 }, { token: 0, manifests: [service] });
  const without = release(1, { state: 'rolled-back', token: 6 }, { token: 5 });
  it.each<[string, KubeObject, Parameters<typeof found>[2]]>([
    ['has no stamp, and the record has the token 0', late(undefined), { record: unstamped }],
    ['is of a kind or name that no manifest of the release has', late(5), { record: without }],
    ['is there while another release is live', late(5), { serves: 4 }],
  ])('security 1: stays when it %s', async (_, object, more) => {
    expect((await found(object, rollout, more)).remains).toBeUndefined();
  });
});

describe('the orphans of a run that died before its state', () => {
  const releases = [release(1), release(2, null), release(3, null)];
  const over = { phase: 'done' as const };

  it('are records without an outcome, except the live one', async () => {
    const { cluster } = await server(releases, { rollout: over, serves: 3 });
    const found = await findOrphans(cluster, 'shop', 'shop', workload);
    expect(found?.abandoned.map(({ record }) => record.release)).toEqual([2]);
  });

  it('are fences while no rollout is under way', async () => {
    const { api, cluster } = await server([release(1)], { rollout: over, serves: 1, fences: [4, 5] });
    const found = await findOrphans(cluster, 'shop', 'shop', workload);
    await removeOrphans(cluster, 'shop', us, found!, () => {});
    expect(api.names('configmaps').filter(name => name.includes('fence'))).toEqual([]);
  });

  it('are none while a rollout is under way: its run needs these objects', async () => {
    const { cluster } = await server(releases, { rollout: { phase: 'promoting' }, fences: [4] });
    expect(await findOrphans(cluster, 'shop', 'shop', workload)).toBeUndefined();
  });

  it('are closed as rolled back', async () => {
    const { cluster, states } = await server(releases, { rollout: over, serves: 1 });
    const found = await findOrphans(cluster, 'shop', 'shop', workload);
    await removeOrphans(cluster, 'shop', us, found!, () => {});
    expect(await states()).toEqual({ 1: 'complete', 2: 'rolled-back', 3: 'rolled-back' });
    expect(await findOrphans(cluster, 'shop', 'shop', workload)).toBeUndefined();
  });
});

describe('superseded releases', () => {
  it('are earlier ones without an outcome', () => {
    const releases = [release(4, null), release(3), release(2, null), release(1)];
    expect(supersededBy(releases, 3 as ReleaseNumber).map(({ record }) => record.release)).toEqual([2]);
  });
});

describe('a run after another one has taken over', () => {
  const own = { token: 5 };
  const mine = [release(1), release(2, {}, own), release(3, null, own), release(4, null, { token: 6 })];

  it('closes its own records, including an adopted one that can still be restored, and no others', async () => {
    const { cluster, states, records } = await server(mine, {
      rollout: { phase: 'done', candidate: 1 as ReleaseNumber },
    });
    await markOwnRolledBack(cluster, 'shop', 'shop', 5);
    expect(await states()).toEqual({ 1: 'complete', 2: 'rolled-back', 3: 'rolled-back', 4: undefined });
    const adopted = (await records.list()).find(({ record }) => record.release === 2);
    expect(adopted?.outcome?.template).toEqual(release(2).outcome?.template);
  });

  it('does not close the one that the newer run continues', async () => {
    const rollout = { candidate: 3 as ReleaseNumber, baseline: 2 as ReleaseNumber };
    const { cluster, states } = await server(mine, { rollout });
    await markOwnRolledBack(cluster, 'shop', 'shop', 5);
    expect(await states()).toEqual({ 1: 'complete', 2: 'complete', 3: undefined, 4: undefined });
  });
});

describe('releases that a rollback skips', () => {
  it('are marked as rolled back, keep their template for an explicit request, and do not include one of a newer run', async () => {
    const all = [release(1), release(2), release(3, { state: 'failed' }), release(4, null, { token: 9 })];
    const { records, states } = await server(all);
    await markRolledBackAfter(records, 1 as ReleaseNumber, undefined, { token: 8, reason: 'back' });
    expect(await states()).toEqual({ 1: 'complete', 2: 'rolled-back', 3: 'failed', 4: undefined });
    const second = (await records.list()).find(({ record }) => record.release === 2);
    expect(second?.outcome?.template).toEqual(release(2).outcome?.template);
  });
});

describe('the release that a rollback displaces', () => {
  const releases = [release(3), release(2, {}, { source: 'observed' }), release(1)];
  const of = (serves: number | undefined, target: number) =>
    releaseToReplace(marked(serves), releases, target as ReleaseNumber);

  it('is the one in the annotation of the workload', () => {
    expect(of(3, 1)).toBe(3);
  });

  it.each<[string, number | undefined, number]>([
    ['does not exist', undefined, 1],
    ['was adopted, so that no record could end it', 2, 1],
    ['is the restored one', 1, 1],
    ['no longer has a record', 9, 1],
  ])('is none when the live release %s', (_, serves, target) => {
    expect(of(serves, target)).toBeUndefined();
  });
});
