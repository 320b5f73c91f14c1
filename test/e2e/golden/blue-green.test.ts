import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../../scripts/load.ts';
import { createShop, eventually, pushShops, type Shop } from '../harness.ts';
import { failedRequests, loadOn } from '../load.ts';
import { act, canaryWeights, nothingLeft, rolledBack, rolloutOf, routeSpec } from '../progressive.ts';
import { slowness } from '../slowness.ts';

beforeAll(pushShops);

describe('a blue-green release', () => {
  let shop: Shop;
  let routeBefore: unknown;
  beforeAll(async () => {
    shop = await createShop('bluegreen');
    await shop.configure(text =>
      text.replace(
        'strategy: { rolling: { deadline: 2m } }',
        'strategy: { blue-green: { deadline: 2m, watch: 2s, watchdog: off } }',
      ),
    );
    expect((await shop.deploy('v1')).stderr).toContain(
      'Rolling instead of blue-green: it is the first release.',
    );
    routeBefore = await routeSpec(shop);
  });
  // A test that fails must not leave its load running.
  const loads: Load[] = [];
  afterEach(async () => {
    await Promise.all(loads.splice(0).map(load => load.stop()));
  });
  function loaded(rate: number): Load {
    const load = loadOn(shop, rate);
    loads.push(load);
    return load;
  }
  afterAll(() => shop?.remove());

  it('moves all of the traffic at once, without a failed request, and leaves nothing behind', async () => {
    const load = loaded(100);
    const weights = canaryWeights(shop);
    const deployed = await shop.deploy('v2');
    expect({ code: deployed.code, ...deployed.outputs, stderr: deployed.stderr }).toMatchObject({
      code: 0,
      state: 'prepared',
      release: '2',
    });
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'prepared', weight: 0 });
    const gated = await act(shop, 'gate');
    expect({ code: gated.code, ...gated.outputs, stderr: gated.stderr }).toMatchObject({
      code: 0,
      state: 'passed',
      weight: '100',
    });
    const promoted = await act(shop, 'promote');
    expect({ code: promoted.code, ...promoted.outputs, stderr: promoted.stderr }).toMatchObject({
      code: 0,
      state: 'complete',
    });
    const { requests } = load.snapshot();
    await eventually(async () => load.snapshot().requests > requests + 100);
    const report = await load.stop();
    console.log(
      [deployed, gated, promoted]
        .flatMap(run =>
          run.lines.map(({ at, text }) => `${((at - report.startedAt) / 1000).toFixed(2)} ${text}`),
        )
        .join('\n'),
    );
    console.log(
      JSON.stringify({
        requests: report.requests,
        failed: report.failed,
        errors: report.errors,
        versions: report.versions,
      }),
    );
    expect(failedRequests(load)).toEqual([]);
    const { v1, v2 } = report.versions;
    // First all traffic at once; then back to the updated Deployment in two steps.
    await expect.poll(() => weights.seen).toEqual([0, 100, 50, 0]);
    await weights.end();
    expect(v1!.lastStart - v2!.firstStart).toBeLessThan(500 * (await slowness(v2!.firstStart)));
    await nothingLeft(shop);
    expect(await routeSpec(shop)).toEqual(routeBefore);
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'done' });
    await shop.serves('v2');
  });

  it('leaves the old version live when the new one does not become ready', async () => {
    const load = loaded(50);
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_ERROR_RATE = 'lots';
    });
    const deployed = await shop.deploy('v1');
    expect(deployed, deployed.stderr).toMatchObject({ code: 1, outputs: { state: 'rolled-back' } });
    expect(deployed.outputs.reason).toMatch(/^container shop crashes repeatedly \(exit code 2/);
    await expectAsBefore(load);
  });

  it('returns the traffic when it is cancelled after the switch', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_ERROR_RATE;
    });
    const load = loaded(50);
    const deployed = await shop.deploy('v1');
    expect(deployed, deployed.stderr).toMatchObject({ code: 0, outputs: { state: 'prepared' } });
    const gate = shop.start(['gate', '--environment', 'production']);
    await eventually(async () => (load.snapshot().versions.v1?.requests ?? 0) > 10);
    gate.child.kill('SIGINT');
    await rolledBack(shop, gate);
    await expectAsBefore(load);
  });

  /** Expects that only the previous version is live, by the original route, and that no request has failed. */
  async function expectAsBefore(load: Load): Promise<void> {
    await nothingLeft(shop);
    expect(await routeSpec(shop)).toEqual(routeBefore);
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'rolled-back' });
    await shop.serves('v2');
    await load.stop();
    expect(failedRequests(load)).toEqual([]);
  }
});
