import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createShop, eventually, pushShops, repository, type Shop } from './harness.ts';
import { configMaps, cpuAutoscaler, rollback, served, stored } from './release-helpers.ts';

beforeAll(pushShops);

const imageOf = async (shop: Shop) => (await shop.deployment()).spec?.template?.spec?.containers[0]?.image;

describe('a release', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('release');
    const first = await shop.deploy('v1');
    expect(first, first.stderr).toMatchObject({ code: 0 });
  });
  afterAll(() => shop?.remove());

  it('keeps the name of a ConfigMap that is `live`', async () => {
    await shop.configure(text =>
      text.replace('    service: shop', '    unversioned: [ConfigMap/shop]\n    service: shop'),
    );
    await shop.edit('ConfigMap', ({ data }) => {
      data.GREETING = 'Hello live';
    });
    const run = await shop.deploy('v2');
    expect(run).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    const [container] = (await shop.deployment()).spec?.template?.spec?.containers ?? [];
    expect(container?.envFrom?.[0]?.configMapRef?.name).toBe('shop');
    // The gateway may send a last request to a terminating pod.
    await eventually(async () => (await served(shop)).greeting === 'Hello live');
    const live = (await configMaps(shop)).find(each => each.metadata?.name === 'shop');
    expect(live?.immutable).toBeUndefined();
    expect(await stored(shop, 'record', Number(run.outputs.release))).toMatchObject({
      shipped: [{ kind: 'Secret', name: 'shop' }],
    });
  });

  it('leaves the number of pods to a HorizontalPodAutoscaler', async () => {
    // It must not scale during the test.
    await shop.apply(cpuAutoscaler('shop', 1, 6, '1'));
    await shop.kubectl(['scale', 'deployment/shop', '--replicas=2']);
    const first = await shop.deploy('v1');
    expect(first.stderr).toContain('spec.replicas is left to HorizontalPodAutoscaler/shop');
    expect(first).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect((await shop.deployment()).spec?.replicas).toBe(2);
    // So does the second release, whose manifest no longer owns the field.
    await shop.kubectl(['scale', 'deployment/shop', '--replicas=1']);
    expect(await shop.deploy('v2')).toMatchObject({ code: 0 });
    expect((await shop.deployment()).spec?.replicas).toBe(1);
  });
});

describe('a workload that existed before', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('adopt', async ({ edit }) => {
      await edit('Deployment', ({ spec }) => {
        spec.template.spec.containers[0].env.push({ name: 'OLD', value: '1' });
      });
    });
    // As most users start: plain `kubectl apply` of the same files, with a tag.
    await shop.edit('Deployment', ({ spec }) => {
      spec.template.spec.containers[0].image = `${repository}:v1`;
    });
    await shop.kubectl(['apply', '-f', `${shop.dir}/deploy`]);
    await shop.kubectl(['rollout', 'status', 'deployment/shop', '--timeout=60s']);
  });
  afterAll(() => shop?.remove());

  it('is recorded as release 0, and a failing first release restores it byte for byte', async () => {
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
    expect(run).toMatchObject({ code: 1, outputs: { release: '1', baseline: '0', state: 'rolled-back' } });
    expect(run.stderr).toContain('the live workload is recorded as release 0');
    expect(run.stderr).toContain('adopting Deployment/shop: its pods are replaced once');
    const after = await shop.deployment();
    expect(JSON.stringify(after.spec?.template)).toBe(JSON.stringify(before.spec?.template));
    expect((await shop.pods()).filter(pod => podsBefore.includes(pod.metadata?.uid))).toHaveLength(3);
    expect(await stored(shop, 'record', 0)).toMatchObject({
      source: 'observed',
      images: { shop: `${repository}:v1` },
    });
    expect(await stored(shop, 'record', 1)).toMatchObject({ source: 'released', baseline: 0 });
    expect(await stored(shop, 'outcome', 1)).toMatchObject({ state: 'rolled-back' });
  });

  it('loses a field that the next good manifest no longer has, although a rollback restored it', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_ERROR_RATE;
    });
    const run = await shop.deploy('v2');
    expect(run).toMatchObject({ code: 0, outputs: { release: '2', baseline: '0', state: 'complete' } });
    const [container] = (await shop.deployment()).spec?.template?.spec?.containers ?? [];
    expect(container?.env?.map(({ name }) => name)).toEqual(['POD', 'ZONE']);
  });

  it('gets back a field that a failed release removes, and loses it with the next good one', async () => {
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
    expect(await shop.deploy('v2')).toMatchObject({ code: 1, outputs: { state: 'rolled-back' } });
    expect(await env()).toEqual(['POD', 'ZONE', 'X']);
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_ERROR_RATE;
    });
    expect(await shop.deploy('v2')).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(await env()).toEqual(['POD', 'ZONE']);
  });

  it('has no verified release, so a rollback needs a number', async () => {
    const run = await rollback(shop);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^slipway: no release of this application has been verified yet\. Choose one with `to-release`: 5 \(complete\), 3 \(complete\), 2 \(complete\), 0 \(complete\)\.\n$/,
    );
    expect(await rollback(shop, '--to-release', '0')).toMatchObject({
      outputs: { release: '0', changed: 'true' },
    });
    expect(await imageOf(shop)).toBe(`${repository}:v1`);
  });
});
