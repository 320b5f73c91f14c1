import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import type { HorizontalPodAutoscaler } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { HttpRoute } from '../../src/traffic/route.ts';
import { eventually, pushShops, type Run, type Shop } from './harness.ts';
import { failedRequests, loadOn } from './load.ts';
import { act, canaryShop, exposed, observed, rolledBack, rolloutOf, routeSpec } from './progressive.ts';
import { cpuAutoscaler } from './release-helpers.ts';

/** Other clients interfere with a canary that has traffic all the time; no request fails. */

beforeAll(pushShops);

const logOf = ({ lines }: Run) => lines.map(({ text }) => text).join('\n');

describe('a canary during which other clients make changes', () => {
  let shop: Shop;
  let load: Load;
  let before: unknown;

  beforeAll(async () => {
    shop = await canaryShop('interference');
    const first = await shop.deploy('v1');
    if (first.code !== 0) throw new Error(first.stderr);
    before = await routeSpec(shop);
    load = loadOn(shop, 60);
    await observed(shop);
  });
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });
  afterEach(async () => {
    if (!['done', 'rolled-back'].includes((await rolloutOf(shop)).phase)) await act(shop, 'rollback');
  });

  let began: number;
  beforeEach(() => {
    began = Date.now();
  });
  const failed = () => failedRequests(load, began);
  const none: unknown[] = [];

  it('is rolled back when they restart the workload, after that has finished', async () => {
    const run = await exposed(shop, load);
    await shop.kubectl(['rollout', 'restart', 'deployment/shop']);
    const ended = await rolledBack(shop, run);
    expect(ended.outputs.reason).toMatch(/another client changed/);
    expect(failed()).toEqual(none);
    // The rollback keeps their restart; the next release records it in its baseline.
    const annotations = (await shop.deployment()).spec?.template.metadata?.annotations;
    expect(annotations).toHaveProperty(['kubectl.kubernetes.io/restartedAt']);
    expect(await routeSpec(shop)).toEqual(before);
  });

  it('grows with the workload when they add an autoscaler, which stays unchanged', async () => {
    const run = await exposed(shop, load);
    await shop.apply(cpuAutoscaler('shop', 5, 6, '2'));
    await run.said(/^canary: scaling to 2 pods/);
    run.child.kill('SIGINT');
    await rolledBack(shop, run);
    const path = pathOf(resources.horizontalPodAutoscaler, shop.namespace, 'shop');
    const autoscaler = await shop.cluster.get<HorizontalPodAutoscaler>(path);
    expect(autoscaler?.spec).toMatchObject({ minReplicas: 5, maxReplicas: 6 });
    expect((await shop.deployment()).spec?.replicas).toBe(5);
    expect(failed()).toEqual(none);
    expect(await routeSpec(shop)).toEqual(before);
    await shop.cluster.remove(path, undefined);
    await shop.kubectl(['scale', 'deployment/shop', '--replicas=3']);
  });

  it('continues when they scale the workload, add a rule, apply the Service unpinned, and delete canary pods', async () => {
    const run = await exposed(shop, load);
    await shop.kubectl(['scale', 'deployment/shop', '--replicas=5']);
    await run.said(/^canary: scaling to 2 pods/);
    const path = pathOf(resources.httpRoute, shop.namespace, 'shop');
    const rule = {
      matches: [{ path: { type: 'PathPrefix', value: '/foreign' } }],
      backendRefs: [{ name: 'shop', port: 80 }],
    };
    await shop.cluster.patch(path, 'json', [{ op: 'add', path: '/spec/rules/0', value: rule }]);
    await eventually(async () => {
      const route = await shop.cluster.get<HttpRoute>(path);
      const foreign = route?.spec?.rules?.find(({ matches }) => matches?.[0]?.path?.value === '/foreign');
      return foreign?.backendRefs?.some(({ name }) => name === 'shop-canary');
    });
    await shop.kubectl([
      'patch',
      'service',
      'shop',
      '--type=json',
      '-p',
      '[{"op":"remove","path":"/spec/selector/slipway.dev~1track"}]',
    ]);
    await eventually(async () => {
      const service = await shop.cluster.get<{ spec: { selector: object } }>(
        pathOf(resources.service, shop.namespace, 'shop'),
      );
      return JSON.stringify(service?.spec.selector).includes('stable');
    });
    await shop.kubectl(['delete', 'pod', '-l', 'slipway.dev/track=canary', '--wait=false']);
    await run.said(/^too few canary pods are ready: no traffic to the canary/);
    expect((await rolloutOf(shop)).phase).toBe('stepping');
    run.child.kill('SIGINT');
    const ended = await rolledBack(shop, run);
    console.log(logOf(ended));
    // All canary pods are deleted at once: on a busy machine some requests reach one that has ended already.
    console.log(`interfered with in four ways: ${JSON.stringify(failed())}`);
    expect(failed().length).toBeLessThan(20);
    const route = await shop.cluster.get<HttpRoute>(path);
    expect(
      route?.spec?.rules?.flatMap(({ backendRefs = [] }) => backendRefs.map(({ name }) => name)),
    ).not.toContain('shop-canary');
    await shop.cluster.patch(path, 'json', [{ op: 'remove', path: '/spec/rules/0' }]);
    expect(await routeSpec(shop)).toEqual(before);
  });

  it('that crashes after 20 s is rolled back by a hard fact, without statistics', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_CRASH_AFTER = '20';
    });
    const deployed = await shop.deploy('v2');
    expect(deployed.code, deployed.stderr).toBe(0);
    const ended = await rolledBack(shop, shop.start(['gate', '--environment', 'production']));
    expect(ended.outputs.reason).toMatch(/restart|crash|lacks|ended/);
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_CRASH_AFTER;
    });
    console.log(`crash: ${ended.outputs.reason}; ${JSON.stringify(failed())}`);
  });

  it('is rolled back when they delete the workload, which is recreated', async () => {
    const run = await exposed(shop, load);
    await shop.kubectl(['delete', 'deployment', 'shop', '--wait=false']);
    await rolledBack(shop, run);
    await shop.serves('v1', 20_000);
    console.log(`workload deleted: ${failed().length} requests failed`);
    expect((await shop.deployment()).spec?.replicas).toBeGreaterThanOrEqual(3);
    expect(await routeSpec(shop)).toEqual(before);
  });
});
