import { beforeEach, describe, expect, it } from 'vitest';
import type { Deployment } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { fenceOf, raiseFence, tokenOfFence } from '../../src/release/fencing.ts';
import { type Journal, readJournal } from '../../src/release/journal.ts';
import { nameOf, type ReleaseNumber } from '../../src/release/naming.ts';
import { LeaseLost } from '../../src/release/overtaken.ts';
import { finishRollout, undoRollout } from '../../src/release/progress.ts';
import { Records } from '../../src/release/record.ts';
import { annotationOf } from '../../src/traffic/fence.ts';
import { ApiServer } from './api-server.ts';
import { config, deployment, environment, release, workload } from './objects.ts';

const canary = environment({
  strategy: {
    kind: 'canary',
    steps: [50],
    bake: { weight: 80, for: 60_000 },
    deadline: 600_000,
    watch: 0,
  } as never,
});
const recorded = { ...config, environments: { production: canary } };
const journalPath = pathOf(resources.configMap, 'shop', nameOf.application('shop'));

let server: ApiServer;

/** Release 2 is promoted by a run that has ended, with token 5: its canary has the traffic. */
beforeEach(async () => {
  server = new ApiServer();
  const records = new Records(server.cluster, 'shop', 'shop');
  for (const { record, outcome } of [
    release(1),
    release(2, null, { config: recorded, manifests: [workload().object] }),
  ]) {
    await records.create(record.release, () => record);
    if (outcome !== undefined) await records.conclude({ ...outcome, token: record.token });
  }
  const { metadata } = await raiseFence(server.cluster, 'shop', 'shop', 5);
  const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: metadata?.name ?? '', uid: metadata?.uid ?? '' };
  const stamped = { annotations: { [annotationOf.token('shop')]: '5' }, uid: undefined as never };
  const deployments = pathOf(resources.deployment, 'shop');
  server.put(
    `${deployments}/shop`,
    deployment({ metadata: { name: 'shop', namespace: 'shop', ...stamped } }),
  );
  server.put(
    `${deployments}/shop-canary`,
    deployment({
      metadata: { name: 'shop-canary', namespace: 'shop', ...stamped, ownerReferences: [owner] },
    }),
  );
  enter({ token: 5, run: { run: 'run 5', actor: 'ann' } });
});

function enter(change: Partial<Journal>): void {
  const text = server.objects.get(journalPath) as { data?: { journal: string } } | undefined;
  const begun: Partial<Journal> = {
    schema: 1,
    app: 'shop',
    environment: 'production',
    strategy: 'canary',
    phase: 'promoting',
    step: 0,
    weight: 100,
    baseline: 1 as ReleaseNumber,
    candidate: 2 as ReleaseNumber,
    capacity: 3,
    startedAt: server.now,
    since: server.now,
    deadline: server.now + 600_000,
    applied: true,
  };
  const journal = { ...begun, ...(text?.data && JSON.parse(text.data.journal)), ...change };
  server.put(journalPath, {
    kind: 'ConfigMap',
    metadata: { name: nameOf.application('shop') },
    data: { journal: JSON.stringify(journal) },
  } as never);
}

/** Once, at the first write of that kind. */
function at(write: string, act: () => void): void {
  server.before = each => {
    if (!each.includes(write)) return;
    server.before = () => {};
    act();
  };
}

const request = {
  config,
  environment: canary,
  origin: { run: 'run 6', actor: 'bob' },
  wait: 0,
  env: {},
  report: () => {},
};
const leaseOf = (token: number) => ({ token, assertHeld: async () => {}, release: async () => {} });
const fences = () => server.names('configmaps').flatMap(name => tokenOfFence({ metadata: { name } }) || []);
const newer = { token: 7, run: { run: 'run 7', actor: 'eve' } };

describe('a living run that is overtaken', () => {
  it('leaves its fence, and with it the canary that has the traffic, to the run that takes over', async () => {
    at('remove /api/v1/namespaces/shop/configmaps/slipway-shop-fence-5', () => enter(newer));
    await expect(finishRollout(server.cluster, request, leaseOf(6))).rejects.toThrow(LeaseLost);
    expect(server.names('deployments')).toEqual(['shop', 'shop-canary']);
    expect(fences()).toEqual([6]);
  });

  it('has its fence removed by that run, once the canary belongs to that one', async () => {
    at('remove /api/v1/namespaces/shop/configmaps/slipway-shop-fence-5', () => enter(newer));
    await expect(finishRollout(server.cluster, request, leaseOf(6))).rejects.toThrow(LeaseLost);
    const until = performance.now() - 1;
    await undoRollout(server.cluster, { ...request, until }, leaseOf(7), 'rolled back');
    const owners = server.find<Deployment>('deployments', 'shop-canary')?.metadata?.ownerReferences;
    expect(owners?.map(({ name }) => name)).toEqual(['slipway-shop-fence-7']);
    expect(fences()).toEqual([7]);
  });

  it('takes back the fence that it raises after that run has looked for any', async () => {
    at('create /api/v1/namespaces/shop/configmaps/slipway-shop-fence-6', () => {
      server.put(pathOf(resources.configMap, 'shop', nameOf.fence('shop', 7)), fenceOf('shop', 'shop', 7));
      enter(newer);
    });
    await expect(finishRollout(server.cluster, request, leaseOf(6))).rejects.toThrow(LeaseLost);
    expect(fences()).toEqual([5, 7]);
    expect((await readJournal(server.cluster, 'shop', 'shop'))?.journal.token).toBe(7);
  });

  it('keeps one that it raised before, and by which the canary is owned', async () => {
    enter({ token: 4 });
    const list = server.cluster.list;
    server.cluster.list = async (path, query) => {
      if (query?.labelSelector?.includes('decision')) enter(newer);
      return list(path, query);
    };
    await expect(finishRollout(server.cluster, request, leaseOf(5))).rejects.toThrow(LeaseLost);
    expect(server.names('deployments')).toEqual(['shop', 'shop-canary']);
    expect(fences()).toEqual([5]);
  });
});
