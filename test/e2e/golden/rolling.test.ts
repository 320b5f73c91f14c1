import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { readDecision } from '../../../src/release/decision-record/store.ts';
import { createShop, eventually, pushShops, repository, type Shop } from '../harness.ts';
import { configMaps, rollback, served, stored, verify } from '../release-helpers.ts';

beforeAll(pushShops);

const secretValue = 'hunter2-correct-horse-battery';
const digestOfSecret = createHash('sha256').update(secretValue).digest('hex').slice(0, 12);

/** Returns every label and annotation of Slipway. */
function marks(objects: KubeObject[]): string[] {
  const keys = objects.flatMap(({ metadata }) => [
    ...Object.keys(metadata?.labels ?? {}),
    ...Object.keys(metadata?.annotations ?? {}),
  ]);
  return [...new Set(keys.filter(key => key.includes('slipway')))].sort();
}

describe('one application from its first release to a rollback', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('release', async ({ edit }) => {
      await edit('ConfigMap', ({ data }) => {
        data.GREETING = 'Hello from one';
      });
      await edit('Secret', object => {
        object.stringData = { 'api-key': secretValue };
      });
    });
  });
  afterAll(() => shop?.remove());

  it('releases for the first time', async () => {
    const run = await shop.deploy('v1');
    expect(run.stderr).toContain('release 1 recorded, the first');
    expect({ code: run.code, ...run.outputs }).toMatchObject({
      code: 0,
      release: '1',
      baseline: '',
      state: 'complete',
      reason: '',
      images: expect.stringMatching(/^\{"shop":"127\.0\.0\.1:5000\/e2e\/shop@sha256:[0-9a-f]{64}"\}$/),
      record: expect.stringMatching(/\/slipway-r1-[^/]+$/),
    });
    await shop.serves('v1');
    expect(await shop.get('/version')).toMatchObject({ status: 200, version: 'v1' });
    expect(await served(shop)).toMatchObject({ greeting: 'Hello from one', secret: digestOfSecret });
    expect(`${run.stdout}${run.stderr}`).not.toContain(secretValue);
  });

  it('marks the workload and its pods, and ships configuration under hashed names', async () => {
    const { metadata, spec } = await shop.deployment();
    expect(metadata?.annotations?.['slipway.dev/release']).toBe('1');
    expect(spec?.template?.metadata?.labels).toEqual({ app: 'shop', 'slipway.dev/track': 'stable' });
    expect(spec?.selector?.matchLabels).toEqual({ app: 'shop' });
    const [container] = spec?.template?.spec?.containers ?? [];
    expect(container?.image).toMatch(new RegExp(`^${repository}@sha256:`));
    const copy = container?.envFrom?.[0]?.configMapRef?.name ?? '';
    expect(copy).toMatch(/^shop-[0-9a-f]{10}$/);
    const secretCopy = spec?.template?.spec?.volumes?.[0]?.secret?.secretName ?? '';
    expect(secretCopy).toMatch(/^shop-[0-9a-f]{10}$/);
    const maps = await configMaps(shop);
    expect(maps.map(each => each.metadata?.name).sort()).toEqual(
      [
        ...['kube-root-ca.crt', copy, 'slipway-shop-r1', 'slipway-shop-r1-outcome'],
        'slipway-shop-r1-decision-head-000',
      ].sort(),
    );
    expect(maps.find(each => each.metadata?.name === copy)).toMatchObject({
      immutable: true,
      data: { GREETING: 'Hello from one' },
    });
  });

  it('leaves a record, its outcome and a Lease without a holder', async () => {
    expect(await stored(shop, 'record', 1)).toMatchObject({
      app: 'shop',
      environment: 'production',
      release: 1,
      source: 'released',
      token: 1,
      shipped: [
        { kind: 'ConfigMap', name: 'shop', copy: expect.stringMatching(/^shop-/) },
        { kind: 'Secret', name: 'shop', copy: expect.stringMatching(/^shop-/) },
      ],
    });
    expect(await stored(shop, 'outcome', 1)).toMatchObject({ release: 1, state: 'complete' });
    const decision = await readDecision(shop.cluster, shop.namespace, 'shop', 1);
    expect(decision).toMatchObject({
      runs: [{ token: 1, doing: 'deploy' }],
      ticks: [],
      facts: [],
      end: { state: 'promoted', serves: 1, reason: 'all of its pods are ready' },
    });
    expect(decision?.timeline.map(({ phase }) => phase)).toEqual(['promoting', 'done']);
    expect(decision?.pods.map(({ track, ready, restarts }) => ({ track, ready, restarts }))).toEqual(
      Array.from({ length: 3 }, () => ({ track: 'canary', ready: true, restarts: 0 })),
    );
    const lease = await shop.cluster.get(pathOf(resources.lease, shop.namespace, 'slipway-shop'));
    expect(lease).toMatchObject({ metadata: { annotations: { 'slipway.dev/token': '1' } } });
    expect((lease as { spec: { holderIdentity?: string } }).spec.holderIdentity ?? '').toBe('');
  });

  it('adds no label or annotation but those of slipway.dev', async () => {
    const lists = await Promise.all(
      [
        '/api/v1',
        '/apis/apps/v1',
        '/apis/policy/v1',
        '/apis/gateway.networking.k8s.io/v1',
        '/apis/coordination.k8s.io/v1',
      ]
        .flatMap(group => kindsOf[group]!.map(plural => `${group}/namespaces/${shop.namespace}/${plural}`))
        .map(async path => (await shop.cluster.list(path)).items),
    );
    expect(marks(lists.flat())).toEqual([
      'slipway.dev/abort-requested',
      'slipway.dev/app',
      'slipway.dev/kind',
      'slipway.dev/phase',
      'slipway.dev/release',
      'slipway.dev/sha256.r1',
      'slipway.dev/sha256.r1-outcome',
      'slipway.dev/state',
      'slipway.dev/token',
      'slipway.dev/token.shop',
      'slipway.dev/track',
    ]);
    const maps = await configMaps(shop);
    for (const { metadata } of maps.filter(each => each.metadata?.name?.startsWith('slipway-'))) {
      expect(Object.keys(metadata?.labels ?? {}).every(key => key.startsWith('slipway.dev/'))).toBe(true);
      expect(metadata?.ownerReferences).toBeUndefined();
    }
  });

  it('writes the value of a Secret only into the Secret', async () => {
    const texts = JSON.stringify(await configMaps(shop)) + JSON.stringify(await shop.deployment());
    expect(texts).not.toContain(secretValue);
    expect(texts).not.toContain(Buffer.from(secretValue).toString('base64'));
  });

  it('verifies the live release and marks it', async () => {
    const run = await verify(shop);
    expect(run).toMatchObject({ code: 0, outputs: { verdict: 'pass', release: '1' } });
    expect(JSON.parse(run.outputs.checks!)).toMatchObject([
      { get: '/ready', ok: true },
      { get: '/api/products', ok: true },
    ]);
    expect(JSON.parse(run.outputs.zones!)).toEqual(
      ['zone-a', 'zone-b', 'zone-c'].map(() => ({
        zone: expect.any(String),
        pods: 1,
        ready: 1,
        matching: 1,
      })),
    );
    expect(await stored(shop, 'outcome', 1)).toMatchObject({ state: 'verified' });
  });

  it('releases an image with other configuration', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      data.GREETING = 'Hello from two';
    });
    const run = await shop.deploy('v2');
    expect(run).toMatchObject({ code: 0, outputs: { release: '2', baseline: '1', state: 'complete' } });
    await shop.serves('v2');
    expect(await served(shop)).toMatchObject({ greeting: 'Hello from two', secret: digestOfSecret });
  });

  it('refuses to verify a release that is not live', async () => {
    const run = await verify(shop, '--release', '1');
    expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', release: '1' } });
    expect(run.stderr).toContain('release 1 was requested, but release 2 is live');
    expect(await stored(shop, 'outcome', 2)).toMatchObject({ state: 'complete' });
  });

  it('rolls back to the last verified release, its configuration included', async () => {
    const run = await rollback(shop);
    expect(run).toMatchObject({
      code: 0,
      outputs: { release: '1', changed: 'true', state: 'complete', reason: '' },
    });
    expect(Number(run.outputs['rollback-seconds'])).toBeGreaterThan(0);
    await shop.serves('v1');
    expect(await served(shop)).toMatchObject({ greeting: 'Hello from one', secret: digestOfSecret });
    expect(await stored(shop, 'outcome', 2)).toMatchObject({ state: 'rolled-back' });
  });

  it('does nothing when that release is live already', async () => {
    const before = await shop.deployment();
    const run = await rollback(shop);
    const reason =
      'nothing was rolled back: release 1 is the last verified one, and no earlier one was verified';
    expect(run).toMatchObject({
      code: 0,
      outputs: { release: '1', changed: 'false', state: 'complete', reason },
    });
    expect((await shop.deployment()).metadata?.generation).toBe(before.metadata?.generation);
  });

  it('restores a named release, even one that was rolled back', async () => {
    const run = await rollback(shop, '--to-release', '2');
    expect(run).toMatchObject({ code: 0, outputs: { release: '2', changed: 'true', state: 'complete' } });
    await shop.serves('v2');
    expect(await served(shop)).toMatchObject({ greeting: 'Hello from two' });
  });

  it('lists the releases when the requested one does not exist', async () => {
    const run = await rollback(shop, '--to-release', '7');
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^slipway: there is no record of release 7\. Choose one of these: 2 \(verified\), 1 \(\w+\)\.\n$/,
    );
  });

  it('is rolled back when its pods crash: the configuration and the pods of the baseline stay live', async () => {
    const before = (await shop.deployment()).spec?.template;
    // Pods of the previous release may still be terminating.
    const staying = async () =>
      (await shop.pods())
        .filter(({ metadata }) => metadata?.deletionTimestamp === undefined)
        .map(({ metadata }) => metadata?.uid)
        .sort();
    const pods = await staying();
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_ERROR_RATE = 'lots';
    });
    const run = await shop.deploy('v1');
    expect(run, run.stderr).toMatchObject({ code: 1, outputs: { state: 'rolled-back', baseline: '2' } });
    expect(run.outputs.reason).toMatch(
      /^container shop crashes repeatedly \(exit code 2, .*; its last message: shop: FAULT_ERROR_RATE must be a number/,
    );
    expect((await shop.deployment()).spec?.template).toEqual(before);
    await eventually(async () => (await staying()).length === pods.length);
    expect(await staying()).toEqual(pods);
    expect(await stored(shop, 'outcome', Number(run.outputs.release))).toMatchObject({
      state: 'rolled-back',
    });
    await shop.serves('v2');
    expect(await served(shop)).toMatchObject({ greeting: 'Hello from two', secret: digestOfSecret });
  });
});

const kindsOf: Record<string, string[]> = {
  '/api/v1': ['configmaps', 'secrets', 'services', 'pods'],
  '/apis/apps/v1': ['deployments', 'replicasets'],
  '/apis/policy/v1': ['poddisruptionbudgets'],
  '/apis/gateway.networking.k8s.io/v1': ['httproutes'],
  '/apis/coordination.k8s.io/v1': ['leases'],
};
