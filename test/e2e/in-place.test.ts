import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { isReady } from '../../src/workloads/pods.ts';
import { tolerance } from './gateways.ts';
import { eventually, pushShops, type Run, type Shop } from './harness.ts';
import { failedRequests, loadOn } from './load.ts';
import { act, canaryShop, nothingLeft, observed, rolledBack, rolloutOf, routeSpec } from './progressive.ts';

/** A shop of three pods whose quota has room for two canary pods, which 50 % needs, but not for a third. */

beforeAll(pushShops);

/** Requests per measurement of the share. */
const window = 200;
const surge =
  /^slipway: ResourceQuota\/team allows pods up to 5 \(3 in use\), but the rollout needs 3 more at its peak \(3 more pods\)\. Raise the quota, .*, or promote in place: `strategy: \{canary: \{promotion: in-place\}\}`, or use/m;

describe('a canary that is promoted in place', () => {
  let shop: Shop;
  let load: Load;
  let before: unknown;

  beforeAll(async () => {
    shop = await canaryShop('in-place', 'wide');
    await shop.configure(text =>
      text.replace('steps: [25%, 50%], bake: { weight: 80%', 'steps: [25%], bake: { weight: 50%'),
    );
    await shop.edit('Deployment', ({ spec }) => {
      spec.strategy.rollingUpdate = { maxSurge: 0, maxUnavailable: 1 };
    });
    const first = await shop.deploy('v1');
    if (first.code !== 0) throw new Error(first.stderr);
    before = await routeSpec(shop);
    await shop.apply({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'team' },
      spec: { hard: { pods: '5' } },
    });
    await eventually(async () => (await quotaStatus())?.used?.pods === '3');
    load = loadOn(shop, 150);
    await observed(shop);
  });
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });

  const quotaStatus = async () =>
    (
      await shop.cluster.get<{ status?: { used?: Record<string, string> } }>(
        pathOf(resources.resourceQuota, shop.namespace, 'team'),
      )
    )?.status;

  /** Releases a candidate up to its good verdict. Waits first, because terminating pods count in the quota. */
  async function judged(tag: string): Promise<Run[]> {
    await eventually(async () => (await quotaStatus())?.used?.pods === '3', 60_000);
    const runs = [await shop.deploy(tag), await act(shop, 'gate')];
    for (const run of runs) if (run.code !== 0) throw new Error(run.stderr);
    return runs;
  }

  it('is named as the remedy where the quota has no room for a second copy', async () => {
    const refused = await shop.deploy('v2');
    expect(refused).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(refused.stderr).toMatch(surge);
    await shop.configure(text => text.replace('watch: 2s,', 'watch: 2s, promotion: in-place,'));
  });

  it('replaces the workload without a failed request, without a dip, and within the quota', async () => {
    const runs = await judged('v2');
    const promoting = Date.now();
    const promoted = await act(shop, 'promote');
    const end = Date.now();
    console.log([...runs, promoted].flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n'));
    expect(promoted.code, promoted.stderr).toBe(0);
    const said = promoted.lines.map(({ text }) => text);
    expect(said).toContain('waiting for Deployment/shop to roll in place');
    expect(said).not.toContain('all traffic to the canary');
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'done' });
    await nothingLeft(shop);
    expect(await routeSpec(shop)).toEqual(before);
    await shop.serves('v2');
    expect(failedRequests(load)).toEqual([]);
    const during = load
      .records()
      .filter(({ at }) => at >= promoting && at < end)
      .sort((a, b) => a.at - b.at);
    const shares = Array.from({ length: Math.floor(during.length / window) }, (_, i) =>
      share(during.slice(i * window, (i + 1) * window)),
    );
    console.log(`share of v2 while promoting: ${shares.map(each => each.toFixed(0)).join(' ')}`);
    expect(during.length).toBeGreaterThan(1000);
    expect(Math.min(...shares)).toBeGreaterThan(50 - tolerance('contour', 50, window));
    expect(shares.at(-1)).toBe(100);
  }, 300_000);

  it('is rolled back during the promotion without a failed request, byte for byte', async () => {
    const served = (await shop.deployment()).spec?.template;
    await judged('v1');
    const began = Date.now();
    const run = shop.start(['promote', '--environment', 'production']);
    await run.said(/^waiting for Deployment\/shop to roll in place/);
    await eventually(async () => {
      const young = (await shop.pods()).filter(
        pod =>
          isReady(pod) &&
          pod.metadata?.labels?.['slipway.dev/track'] === 'stable' &&
          pod.spec?.containers[0]?.image !== served?.spec?.containers[0]?.image,
      );
      return young.length > 0;
    });
    run.child.kill('SIGINT');
    const ended = await rolledBack(shop, run);
    console.log(ended.lines.map(({ text }) => text).join('\n'));
    const lines = ended.lines.map(({ text }) => text);
    expect(lines).toContain('restoring release 2');
    expect(lines).toContain('restoring traffic to the baseline');
    expect((await shop.deployment()).spec?.template).toEqual(served);
    expect(await routeSpec(shop)).toEqual(before);
    await shop.serves('v2');
    expect(failedRequests(load, began)).toEqual([]);
    expect(failedRequests(load)).toEqual([]);
  }, 300_000);
});

const share = (records: readonly { version?: string }[]) =>
  (100 * records.filter(({ version }) => version === 'v2').length) / records.length;
