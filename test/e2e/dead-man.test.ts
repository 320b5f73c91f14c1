import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import { deadManRole } from '../../src/release/dead-man/dead-man.ts';
import { eventually, pushShops, type Shop } from './harness.ts';
import { failedRequests, loadOn } from './load.ts';
import { act, canaryShop, journalOf, nothingLeft, observed, routeSpec, sweptInTurn } from './progressive.ts';
import { slowness } from './slowness.ts';

beforeAll(pushShops);

describe('a run that is lost with traffic on the canary', () => {
  let shop: Shop;
  let load: Load;
  let before: unknown;
  beforeAll(async () => {
    shop = await canaryShop('deadman', 'wide');
    await shop.configure(text =>
      text
        .replace('dead-man: off', `dead-man: { image: '${process.env.SLIPWAY_KUBECTL_IMAGE}' }`)
        .replace('steps: [25%, 50%], bake: { weight: 80%', 'steps: [25%], bake: { weight: 50%'),
    );
    // What it rolls to has no pod to serve with for a while.
    await shop.edit('Deployment', ({ spec }) => {
      spec.strategy = { type: 'Recreate' };
      spec.progressDeadlineSeconds = 120;
    });
    const services = ['shop', 'shop-canary'];
    for (const object of deadManRole({ namespace: shop.namespace, routes: ['shop'], services })) {
      await shop.apply(object);
    }
    await shop.deploy('v1');
    before = await routeSpec(shop);
    load = loadOn(shop, 150);
    await observed(shop);
  });
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });

  it('has it taken back by the dead man within a minute, and the next sweep clears up', async () => {
    const deployed = await shop.deploy('v2');
    if (deployed.code !== 0) throw new Error(deployed.stderr);
    const gate = shop.start(['gate', '--environment', 'production']);
    await gate.said(/^25 % to the canary/);
    await eventually(async () => (load.snapshot().versions.v2?.requests ?? 0) > 20);
    gate.child.kill('SIGKILL');
    const killed = Date.now();
    const { lines } = await gate.done;
    expect(lines.map(({ text }) => text)).toContain('the dead man comes up');
    await eventually(async () => {
      const { lastEnd = 0 } = load.snapshot().versions.v2 ?? {};
      return Date.now() - lastEnd > 8000;
    }, 90_000);
    const { lastEnd = 0 } = load.snapshot().versions.v2 ?? {};
    console.log(
      `the last byte of the canary came ${((lastEnd - killed) / 1000).toFixed(1)} s after the kill`,
    );
    expect(lastEnd - killed).toBeLessThan(60_000 * (await slowness()));
    const swept = await act(shop, 'sweep');
    expect({ code: swept.code, ...swept.outputs, stderr: swept.stderr }).toMatchObject({
      code: 0,
      state: 'undone',
    });
    await nothingLeft(shop);
    expect(await routeSpec(shop)).toEqual(before);
    expect(await journalOf(shop)).toMatchObject({ phase: 'undone' });
    expect(failedRequests(load)).toEqual([]);
  }, 240_000);

  /** A promotion whose workload rolls out of traffic, while all of it is on the canary. */
  async function promoting(tag: string) {
    for (const run of [await shop.deploy(tag), await act(shop, 'gate')])
      if (run.code !== 0) throw new Error(run.stderr);
    const run = shop.start(['promote', '--environment', 'production']);
    await run.said(/^Deployment\/shop rolls out of traffic/);
    return run;
  }

  it('while a good version is promoted leaves it where it is served, until a sweep finishes', async () => {
    const began = Date.now();
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_SLOW_START = '45';
    });
    const run = await promoting('v2');
    run.child.kill('SIGKILL');
    await run.done;
    // Longer than the dead man is patient; half of it without a pod of the workload.
    await new Promise(resolve => setTimeout(resolve, 40_000));
    const swept = await sweptInTurn(shop);
    expect({ code: swept.code, ...swept.outputs, stderr: swept.stderr }).toMatchObject({ code: 0 });
    await nothingLeft(shop);
    expect(await journalOf(shop)).toMatchObject({ phase: 'done' });
    expect(await routeSpec(shop)).toEqual(before);
    await shop.serves('v2');
    expect(failedRequests(load, began)).toEqual([]);
  }, 360_000);

  it('is not needed where a rollback takes a promotion from a living run: the canary serves until the workload does', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_SLOW_START;
    });
    const began = Date.now();
    const run = await promoting('v1');
    const back = await act(shop, 'rollback');
    expect({ code: back.code, stderr: back.stderr }).toMatchObject({ code: 0 });
    const ended = await run.done;
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/another run has taken over|asked for it/);
    await nothingLeft(shop);
    expect(await journalOf(shop)).toMatchObject({ phase: 'undone' });
    expect(await routeSpec(shop)).toEqual(before);
    await shop.serves('v2');
    expect(failedRequests(load, began)).toEqual([]);
  }, 360_000);
});
