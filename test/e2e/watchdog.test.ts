import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import { watchdogRole } from '../../src/release/watchdog/watchdog.ts';
import { timing } from '../../src/toolkit/timing.ts';
import { instantQuery } from '../prometheus.ts';
import { eventually, image, pushShops, type Run, type Shop } from './harness.ts';
import { failedRequests, loadOn } from './load.ts';
import { canaryShop, nothingLeft, observed, rolloutOf, routeSpec } from './progressive.ts';
import { shorter } from './shorter.ts';
import { slowness } from './slowness.ts';

/** The watchdog's Job with real nodes, gateway and traffic; test/simulated/rollouts.test.ts has the rest. */

beforeAll(pushShops);

/** Shorter times, in milliseconds. */
const short = {
  leaseDuration: 5_000,
  leaseRenewal: 1_500,
  heartbeat: 1_000,
  watchdogTimeout: 8_000,
  watchdogInterval: 1_000,
  watchdogGrace: 4_000,
};
/** Milliseconds from the death of a run to the last response of its candidate. */
const promised = short.heartbeat + short.watchdogTimeout + short.watchdogInterval + timing.watchdogReaction;

const told = ({ code, outputs, stderr }: Run) => ({ code, ...outputs, stderr });

describe('the traffic of a canary without a run', () => {
  let shop: Shop;
  let load: Load;
  let before: unknown;
  const start = (action: string, ...more: string[]) =>
    shop.start([action, '--environment', 'production', ...more], shorter(short));
  const act = (action: string, ...more: string[]) => start(action, ...more).done;

  beforeAll(async () => {
    shop = await canaryShop('watchdog', 'wide');
    await shop.configure(text =>
      text
        .replace('watchdog: off', `watchdog: { image: '${process.env.SLIPWAY_KUBECTL_IMAGE}' }`)
        .replace(
          /steps: .*bake: \{[^}]*\}/,
          'steps: [25%], bake: { weight: 50%, for: 10m, hand-over-after: 1s }, preview: { header: X-Preview, value: candidate }',
        )
        // With a deadline shorter than the bake, a run would have only `hand-over-after` for its steps.
        .replace('deadline: 5m', 'deadline: 15m')
        .replace('code=~"5.."', 'code=~"[45].."'),
    );
    const services = ['shop', 'shop-canary'];
    for (const object of watchdogRole({
      app: 'shop',
      namespace: shop.namespace,
      routes: ['shop'],
      services,
    })) {
      await shop.apply(object);
    }
    await deploy('v1');
    before = await routeSpec(shop);
    load = loadOn(shop, 150);
    await observed(shop);
  });
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });

  async function deploy(tag: string): Promise<void> {
    const deployed = await act('deploy', '--images', image(tag));
    if (deployed.code !== 0) throw new Error(deployed.stderr);
  }

  async function isRolledBack(began: number): Promise<void> {
    await nothingLeft(shop);
    expect(await routeSpec(shop)).toEqual(before);
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'rolled-back' });
    expect(failedRequests(load, began)).toEqual([]);
  }

  it('is restored by the watchdog in time when the run is lost, and the next sweep cleans up', async () => {
    const began = Date.now();
    await deploy('v2');
    const gate = start('gate');
    await gate.said(/^25 % to the canary/);
    await eventually(async () => (load.snapshot().versions.v2?.requests ?? 0) > 20);
    gate.child.kill('SIGKILL');
    const killed = Date.now();
    const { lines } = await gate.done;
    expect(lines.map(({ text }) => text)).toContain('starting the watchdog');
    await eventually(async () => JSON.stringify(await routeSpec(shop)).includes('"weight":0'));
    // The gateway follows: none of the next requests reaches the canary.
    await eventually(async () => {
      const seen = load.snapshot().versions;
      await eventually(
        async () => (load.snapshot().versions.v1?.requests ?? 0) > (seen.v1?.requests ?? 0) + 300,
      );
      return load.snapshot().versions.v2?.requests === seen.v2?.requests;
    });
    const took = (load.snapshot().versions.v2?.lastEnd ?? 0) - killed;
    console.log(`the last byte of the canary came ${(took / 1000).toFixed(1)} s after the kill`);
    // The watchdog counts whole seconds, so a second may be almost over when it starts.
    expect(took).toBeGreaterThan(short.watchdogTimeout - short.heartbeat - 1000);
    expect(took).toBeLessThan(promised * (await slowness(killed)));
    expect(told(await act('sweep'))).toMatchObject({ code: 0, state: 'rolled-back' });
    await isRolledBack(began);
  });

  it('stays through a long bake, and is restored by a sweep because of errors during the pause', async () => {
    const began = Date.now();
    await deploy('v2');
    expect(told(await act('gate'))).toMatchObject({
      code: 0,
      state: 'paused',
      'waiting-for': 'bake',
      weight: '50',
    });
    const paused = Date.now();
    // Six ticks: errors in one or two are not enough evidence.
    await eventually(async () => {
      await Promise.all(Array.from({ length: 20 }, () => shop.get('/nowhere', { 'x-preview': 'candidate' })));
      return Date.now() - paused > 18_000 && (await wrongIn('1m')) > 200;
    });
    // The candidate works again, for as long as Prometheus needs to see that.
    await eventually(async () => (await wrongIn('11s')) === 0);
    expect(Date.now() - paused).toBeGreaterThan(short.watchdogTimeout);
    expect(JSON.stringify(await routeSpec(shop))).toContain('"weight":50');
    expect(told(await act('sweep'))).toMatchObject({
      code: 0,
      state: 'rolled-back',
      reason: expect.stringContaining('errors'),
    });
    await isRolledBack(began);
  });

  /** Returns the errors of the shop that Prometheus counts. */
  async function wrongIn(span: string): Promise<number> {
    const query = `sum(increase(http_requests_total{namespace="${shop.namespace}",code="404"}[${span}]))`;
    const [sum] = await instantQuery(shop.cluster, query);
    return Number(sum?.value[1] ?? 0);
  }
});
