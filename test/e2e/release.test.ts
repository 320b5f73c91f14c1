import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigMap, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { readDecision } from '../../src/release/evidence/dossier.ts';
import { createShop, eventually, pushShops, repository, type Shop } from './harness.ts';

beforeAll(pushShops);

const secretValue = 'hunter2-correct-horse-battery';
const digestOfSecret = createHash('sha256').update(secretValue).digest('hex').slice(0, 12);

const imageOf = async (shop: Shop) => (await shop.deployment()).spec?.template?.spec?.containers[0]?.image;
const served = async (shop: Shop) => JSON.parse((await shop.get('/config')).body) as Record<string, unknown>;
const configMaps = async (shop: Shop) =>
  (await shop.cluster.list<ConfigMap>(pathOf(resources.configMap, shop.namespace))).items;

async function stored(
  shop: Shop,
  kind: 'record' | 'outcome',
  release: number,
): Promise<Record<string, unknown>> {
  const name = `slipway-shop-r${release}${kind === 'record' ? '' : '-outcome'}`;
  const object = await shop.cluster.get<ConfigMap>(pathOf(resources.configMap, shop.namespace, name));
  return JSON.parse(object?.data?.[kind] ?? 'null') as Record<string, unknown>;
}

const verify = (shop: Shop, ...more: string[]) =>
  shop.slipway(['verify', '--environment', 'production', ...more]);
const rollback = (shop: Shop, ...more: string[]) =>
  shop.slipway(['rollback', '--environment', 'production', ...more]);

/** Every label and annotation of ours. */
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
        ...['kube-root-ca.crt', copy, 'slipway-shop', 'slipway-shop-r1', 'slipway-shop-r1-outcome'],
        'slipway-shop-r1-decision-head-000',
      ].sort(),
    );
    expect(maps.find(each => each.metadata?.name === copy)).toMatchObject({
      immutable: true,
      data: { GREETING: 'Hello from one' },
    });
  });

  it('leaves a record, its outcome and a lease that nobody holds', async () => {
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
      'slipway.dev/app',
      'slipway.dev/kind',
      'slipway.dev/phase',
      'slipway.dev/release',
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

  it('never writes the value of a Secret anywhere but into the Secret', async () => {
    const texts = JSON.stringify(await configMaps(shop)) + JSON.stringify(await shop.deployment());
    expect(texts).not.toContain(secretValue);
    expect(texts).not.toContain(Buffer.from(secretValue).toString('base64'));
  });

  it('verifies what serves and marks the release', async () => {
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

  it('refuses to verify a release that is not the one that serves', async () => {
    const run = await verify(shop, '--release', '1');
    expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', release: '1' } });
    expect(run.stderr).toContain('release 1 is asked for, but release 2 is serving');
    expect(await stored(shop, 'outcome', 2)).toMatchObject({ state: 'complete' });
  });

  it('rolls back to the last verified release, its configuration included', async () => {
    const run = await rollback(shop);
    expect(run).toMatchObject({
      code: 0,
      outputs: { release: '1', changed: 'true', state: 'complete', reason: '' },
    });
    expect(Number(run.outputs.seconds)).toBeGreaterThan(0);
    await shop.serves('v1');
    expect(await served(shop)).toMatchObject({ greeting: 'Hello from one', secret: digestOfSecret });
    expect(await stored(shop, 'outcome', 2)).toMatchObject({ state: 'undone' });
  });

  it('does nothing when it is there already', async () => {
    const before = await shop.deployment();
    const run = await rollback(shop);
    expect(run).toMatchObject({ code: 0, outputs: { release: '1', changed: 'false', state: 'complete' } });
    expect((await shop.deployment()).metadata?.generation).toBe(before.metadata?.generation);
  });

  it('goes to a named release, even one that was left', async () => {
    const run = await rollback(shop, '--to-release', '2');
    expect(run).toMatchObject({ code: 0, outputs: { release: '2', changed: 'true', state: 'complete' } });
    await shop.serves('v2');
    expect(await served(shop)).toMatchObject({ greeting: 'Hello from two' });
  });

  it('says which releases there are when it is asked for another', async () => {
    const run = await rollback(shop, '--to-release', '7');
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^slipway: there is no record of release 7; name one of 2 \(verified\), 1 \(\w+\)\n$/,
    );
  });

  it('leaves a ConfigMap that is `live` under its own name', async () => {
    await shop.configure(text =>
      text.replace('    service: shop', '    live: [ConfigMap/shop]\n    service: shop'),
    );
    await shop.edit('ConfigMap', ({ data }) => {
      data.GREETING = 'Hello live';
    });
    const run = await shop.deploy('v2');
    expect(run).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    const [container] = (await shop.deployment()).spec?.template?.spec?.containers ?? [];
    expect(container?.envFrom?.[0]?.configMapRef?.name).toBe('shop');
    // The gateway may send a last request to a pod that is ending.
    await eventually(async () => (await served(shop)).greeting === 'Hello live');
    const live = (await configMaps(shop)).find(each => each.metadata?.name === 'shop');
    expect(live?.immutable).toBeUndefined();
    expect(await stored(shop, 'record', Number(run.outputs.release))).toMatchObject({
      shipped: [{ kind: 'Secret', name: 'shop' }],
    });
  });

  it('leaves the number of pods to a HorizontalPodAutoscaler', async () => {
    await shop.apply({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'shop' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
        // It must have no reason to move while we look.
        minReplicas: 1,
        maxReplicas: 6,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '1' } },
          },
        ],
      },
    });
    await shop.kubectl(['scale', 'deployment/shop', '--replicas=2']);
    const first = await shop.deploy('v1');
    expect(first.stderr).toContain('spec.replicas is left to HorizontalPodAutoscaler/shop');
    expect(first).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect((await shop.deployment()).spec?.replicas).toBe(2);
    // The second one, too: its manifest no longer claims the field.
    await shop.kubectl(['scale', 'deployment/shop', '--replicas=1']);
    expect(await shop.deploy('v2')).toMatchObject({ code: 0 });
    expect((await shop.deployment()).spec?.replicas).toBe(1);
  });
});

const kindsOf: Record<string, string[]> = {
  '/api/v1': ['configmaps', 'secrets', 'services', 'pods'],
  '/apis/apps/v1': ['deployments', 'replicasets'],
  '/apis/policy/v1': ['poddisruptionbudgets'],
  '/apis/gateway.networking.k8s.io/v1': ['httproutes'],
  '/apis/coordination.k8s.io/v1': ['leases'],
};

describe('a workload that was there before', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('adopt', async ({ edit }) => {
      await edit('Deployment', ({ spec }) => {
        spec.template.spec.containers[0].env.push({ name: 'OLD', value: '1' });
      });
    });
    // As most begin: plain `kubectl apply` of the same files, with a tag.
    await shop.edit('Deployment', ({ spec }) => {
      spec.template.spec.containers[0].image = `${repository}:v1`;
    });
    await shop.kubectl(['apply', '-f', `${shop.dir}/deploy`]);
    await shop.kubectl(['rollout', 'status', 'deployment/shop', '--timeout=60s']);
  });
  afterAll(() => shop?.remove());

  it('is recorded as release 0, and a failing first release brings it back byte for byte', async () => {
    const before = await shop.deployment();
    const podsBefore = (await shop.pods()).map(pod => pod.metadata?.uid).sort();
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_ERROR_RATE = 'lots';
    });
    await shop.edit('Deployment', ({ spec }) => {
      const [container] = spec.template.spec.containers;
      container.env = container.env.filter(({ name }: { name: string }) => name !== 'OLD');
    });
    const run = await shop.deploy('v2');
    expect(run).toMatchObject({ code: 1, outputs: { release: '1', baseline: '0', state: 'undone' } });
    expect(run.stderr).toContain('what lives now is recorded as release 0');
    expect(run.stderr).toContain('adopting Deployment/shop: its pods are rolled once');
    const after = await shop.deployment();
    expect(JSON.stringify(after.spec?.template)).toBe(JSON.stringify(before.spec?.template));
    expect((await shop.pods()).filter(pod => podsBefore.includes(pod.metadata?.uid))).toHaveLength(3);
    expect(await stored(shop, 'record', 0)).toMatchObject({
      source: 'observed',
      images: { shop: `${repository}:v1` },
    });
    expect(await stored(shop, 'record', 1)).toMatchObject({ source: 'released', baseline: 0 });
    expect(await stored(shop, 'outcome', 1)).toMatchObject({ state: 'undone' });
  });

  it('loses a field that the next good manifest no longer has, although an undo wrote it back', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_ERROR_RATE;
    });
    const run = await shop.deploy('v2');
    expect(run).toMatchObject({ code: 0, outputs: { release: '2', baseline: '0', state: 'complete' } });
    const [container] = (await shop.deployment()).spec?.template?.spec?.containers ?? [];
    expect(container?.env?.map(({ name }) => name)).toEqual(['POD', 'ZONE']);
  });

  it('undoes a release that drops a field, and drops it when the next one comes up', async () => {
    const env = async () =>
      (await shop.deployment()).spec?.template?.spec?.containers[0]?.env?.map(({ name }) => name);
    await shop.edit('Deployment', ({ spec }) => {
      spec.template.spec.containers[0].env.push({ name: 'X', value: '1' });
    });
    expect(await shop.deploy('v1')).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(await env()).toEqual(['POD', 'ZONE', 'X']);
    await shop.edit('Deployment', ({ spec }) => {
      spec.template.spec.containers[0].env.pop();
    });
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_ERROR_RATE = 'lots';
    });
    expect(await shop.deploy('v2')).toMatchObject({ code: 1, outputs: { state: 'undone' } });
    expect(await env()).toEqual(['POD', 'ZONE', 'X']);
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_ERROR_RATE;
    });
    expect(await shop.deploy('v2')).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(await env()).toEqual(['POD', 'ZONE']);
  });

  it('is not verified by anybody, so a rollback asks for a number', async () => {
    const run = await rollback(shop);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^slipway: no release of this application has been verified yet; name one with `to-release`: 5 \(complete\), 3 \(complete\), 2 \(complete\), 0 \(complete\)\n$/,
    );
    expect(await rollback(shop, '--to-release', '0')).toMatchObject({
      outputs: { release: '0', changed: 'true' },
    });
    expect(await imageOf(shop)).toBe(`${repository}:v1`);
  });
});
