import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import { image, type Manifest, pushShops, type Shop } from './harness.ts';
import { loadOn } from './load.ts';
import { act, canaryShop, nothingLeft, observed, temporary } from './progressive.ts';

beforeAll(pushShops);

/** `plan` reports what `deploy` would refuse, and `deploy` refuses it before it writes anything of a rollout. */
describe('the preflight of a canary', () => {
  let shop: Shop;
  let load: Load;
  const plan = () => act(shop, 'plan', '--images', image('v2'));
  beforeAll(async () => {
    shop = await canaryShop('exposure');
    const first = await shop.deploy('v1');
    expect(first.code, first.stderr).toBe(0);
    load = loadOn(shop, 50);
    await observed(shop);
  });
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });

  it('shows the steps, the requests that the gate needs, and the effect of a lost run', async () => {
    const run = await plan();
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    expect(run.stderr).toContain(
      'Canary: 25 %, 50 %, then 80 % for 15 s. The traffic is split by HTTPRoute/shop',
    );
    expect(run.stderr).toMatch(/A good candidate needs .* canary requests/);
    expect(run.stderr).toContain('Without a watchdog, a lost run leaves up to 80 % of the requests');
  });

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'slipway.yml has no decision about the watchdog',
      text => text.replace(', watchdog: off', ''),
      /does not set `watchdog`/,
    ],
    [
      'its watchdog has no ServiceAccount',
      text => text.replace('watchdog: off', "watchdog: { image: 'tools/curl:8' }"),
      /ServiceAccount\/slipway-watchdog of the watchdog does not exist/,
    ],
    [
      'Prometheus does not exist',
      text => text.replace('monitoring/prometheus:9090', 'monitoring/prometheus:9999'),
      /the gate cannot judge the candidate|cannot read the metrics of the hour before/,
    ],
    [
      'a metric has a wrong name',
      text => text.replace('total: http_requests_total', 'total: http_request_totals'),
      /the gate cannot judge the candidate/,
    ],
  ])('refuses when %s', async (_, change, sentence) => {
    let before = '';
    await shop.configure(text => {
      before = text;
      return change(text);
    });
    try {
      for (const run of [await plan(), await shop.deploy('v2')]) {
        expect(run.code).toBe(1);
        expect(run.outputs.reason || run.stderr).toMatch(sentence);
      }
      expect(await temporary(shop)).toEqual([]);
    } finally {
      await shop.configure(() => before);
    }
  });

  it('refuses a route with a feature that the gateway does not support', async () => {
    await shop.edit('HTTPRoute', ({ spec }: Manifest) => {
      spec.rules[0].filters = [{ type: 'CORS', cors: { allowOrigins: ['*'] } }];
    });
    const run = await plan();
    await shop.edit('HTTPRoute', ({ spec }: Manifest) => {
      delete spec.rules[0].filters;
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/HTTPRouteCORS|the cluster refuses HTTPRoute\/shop/);
  });

  it('reports a paused rollout, and refuses another one until that has ended', async () => {
    const prepared = await shop.deploy('v2');
    expect(prepared, prepared.stderr).toMatchObject({ code: 0, outputs: { state: 'prepared' } });
    const run = await plan();
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/release 2 of shop waits for the action `gate` of its run until /);
    const back = await act(shop, 'rollback');
    expect(back.code, back.stderr).toBe(0);
    await nothingLeft(shop);
    expect((await plan()).code).toBe(0);
  });
});
