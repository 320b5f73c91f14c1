import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import { watchdogRole } from '../../src/release/watchdog/watchdog.ts';
import { createShop, pushShops, type Run, type Shop } from './harness.ts';
import { failedRequests, loadOn } from './load.ts';
import { act, nothingLeft, rolledBack, rolloutOf, routeSpec } from './progressive.ts';

/** A canary without metrics: the checks judge it, a pause keeps a weight, and a person approves another one. */

beforeAll(pushShops);

const strategy = (watchdog: string) => `strategy:
      canary:
        steps: [25%, pause: 8s, 50%, pause: 1s, approve]
        bake: { weight: 80%, for: 3s }
        deadline: 5m
        watch: 2s
        watchdog: { image: '${watchdog}' }
    gate: checks`;

const ended = ({ code, outputs }: Run) => ({ code, ...outputs });

describe('a canary that is judged by checks', () => {
  let shop: Shop;
  let load: Load;
  let before: unknown;

  beforeAll(async () => {
    shop = await createShop('pauses', async created => {
      await created.configure(text =>
        text
          .replace(
            'strategy: { rolling: { deadline: 2m } }',
            strategy(process.env.SLIPWAY_KUBECTL_IMAGE ?? ''),
          )
          .replace(/retry-for: 30s/g, 'retry-for: 3s'),
      );
    });
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
    load = loadOn(shop, 100);
  });
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });

  async function deploy(tag: 'v1' | 'v2'): Promise<void> {
    const deployed = await shop.deploy(tag);
    if (deployed.code !== 0) throw new Error(deployed.stderr);
  }

  it('keeps its weight for the pause, and waits for an approval with a green run', async () => {
    await deploy('v2');
    const gated = await act(shop, 'gate');
    expect(ended(gated), gated.stderr).toMatchObject({
      code: 0,
      state: 'paused',
      'waiting-for': 'approval',
      weight: '50',
    });
    const [first, second] = gated.lines.filter(({ text }) => /^(25|50) % to the canary/.test(text));
    expect(second!.at - first!.at).toBeGreaterThan(8000);
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'stepping', weight: 50, paused: { planned: true } });
    const resumed = await act(shop, 'gate');
    expect(ended(resumed), resumed.stderr).toMatchObject({
      code: 0,
      'waiting-for': 'approval',
      weight: '50',
    });
    expect(ended(await act(shop, 'sweep'))).toMatchObject({ code: 0, state: 'paused' });
  });

  it('is promoted once a person has approved it', async () => {
    const approved = await act(shop, 'gate', '--approve', 'true');
    expect(ended(approved), approved.stderr).toMatchObject({ code: 0, state: 'passed', weight: '80' });
    const promoted = await act(shop, 'promote');
    expect(ended(promoted), promoted.stderr).toMatchObject({ code: 0, state: 'complete' });
    await nothingLeft(shop);
    expect(await routeSpec(shop)).toEqual(before);
    expect(failedRequests(load)).toEqual([]);
  });

  it('is rolled back when a check fails on the candidate alone', async () => {
    // The live version is v2.
    await shop.configure(text =>
      text.replace(
        '- { get: /ready,',
        '- { get: /version, json: { version: v2 }, retry-for: 3s }\n        - { get: /ready,',
      ),
    );
    await deploy('v1');
    const run = await rolledBack(shop, shop.start(['gate', '--environment', 'production']));
    expect(run.outputs.reason).toMatch(/^GET \/version of the candidate has failed for \d s: it ./);
    expect(failedRequests(load)).toEqual([]);
  });
});
