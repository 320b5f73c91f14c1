import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import { deadManRole } from '../../src/release/dead-man.ts';
import { eventually, pushShops, type Shop } from './harness.ts';
import { failedRequests, loadOn } from './load.ts';
import { act, canaryShop, journalOf, nothingLeft, observed, routeSpec } from './progressive.ts';
import { slowness } from './slowness.ts';

beforeAll(pushShops);

describe('a run that is lost with traffic on the canary', () => {
  let shop: Shop;
  let load: Load;
  let before: unknown;
  beforeAll(async () => {
    shop = await canaryShop('deadman');
    await shop.configure(text =>
      text.replace('dead-man: off', `dead-man: { image: '${process.env.SLIPWAY_KUBECTL_IMAGE}' }`),
    );
    const services = ['shop', 'shop-canary'];
    for (const object of deadManRole({ namespace: shop.namespace, routes: ['shop'], services })) {
      await shop.apply(object);
    }
    await shop.deploy('v1');
    before = await routeSpec(shop);
    load = loadOn(shop, 50);
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
});
