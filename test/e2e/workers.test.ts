import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Load } from '../../scripts/load.ts';
import type { Deployment } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { readDecision } from '../../src/release/decision-record/store.ts';
import { createShop, pushShops, type Run, repository, type Shop } from './harness.ts';
import { failedRequests, loadOn } from './load.ts';
import { nextSecond } from './moment.ts';
import { act, nothingLeft, observed, rolloutOf } from './progressive.ts';

/** A shop with a worker: no traffic, no probe, the same image and the same configuration. */

const rolling = 'strategy: { rolling: { deadline: 2m } }';
const blueGreen = 'strategy: { blue-green: { deadline: 2m, watch: 1s, watchdog: off } }';
const canary = `strategy:
      canary: { steps: [50%], bake: { weight: 80%, for: 10s }, deadline: 5m, watch: 1s, watchdog: off }
    gate:
      prometheus: { service: monitoring/prometheus:9090 }
      tick: 3s
      profile: gross
      warm-up: 2s
      share: contour
      metrics:
        - { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }`;

let shop: Shop;
let load: Load | undefined;

beforeAll(async () => {
  await pushShops();
  shop = await createShop('workers', async own => {
    await own.configure(text =>
      text.replace('workload: Deployment/shop', '$&\n    workers: [Deployment/shop-worker]'),
    );
    await writeWorker(own);
  });
  await released(canary);
}, 300_000);
afterAll(async () => {
  await load?.stop();
  await shop?.remove();
});

async function released(strategy: string): Promise<void> {
  await shop.configure(text => text.replace(/strategy:[\s\S]*?(?=\n {4}verify:)/, strategy));
}

async function writeWorker(own: Shop, env: Record<string, string> = {}): Promise<void> {
  const labels = { app: 'shop-worker' };
  const container = {
    name: 'worker',
    image: repository,
    envFrom: [{ configMapRef: { name: 'shop' } }],
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
  };
  const worker = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop-worker', namespace: own.namespace, labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { terminationGracePeriodSeconds: 1, containers: [container] } },
    },
  };
  await writeFile(join(own.dir, 'deploy/worker.yaml'), stringify(worker));
}

async function worker(): Promise<Deployment> {
  const path = pathOf(resources.deployment, shop.namespace, 'shop-worker');
  const found = await shop.cluster.get<Deployment>(path);
  if (found === undefined) throw new Error('there is no Deployment/shop-worker');
  return found;
}

const imageOf = ({ spec }: Deployment) => spec?.template.spec?.containers[0]?.image ?? '';
const configOf = ({ spec }: Deployment) =>
  spec?.template.spec?.containers[0]?.envFrom?.[0]?.configMapRef?.name;
const good = (run: Run) => {
  if (run.code !== 0) throw new Error(run.stderr);
  return run;
};
/** Expects that both have the same image and configuration. @returns the image. */
async function together(): Promise<string> {
  const [web, other] = await Promise.all([shop.deployment(), worker()]);
  expect(imageOf(other)).toBe(imageOf(web));
  expect(configOf(other)).toBe(configOf(web));
  return imageOf(web);
}

describe('a worker', () => {
  let v1: string;
  let v2: string;

  it('is created by a first release when the workload is ready', async () => {
    const planned = await act(shop, 'plan');
    expect(planned.stderr).toContain('create Deployment/shop-worker (updated once the workload is ready)');
    const { stderr } = good(await shop.deploy('v1'));
    expect(stderr.indexOf('3 of 3 new pods ready')).toBeLessThan(
      stderr.indexOf('applying release 1 to Deployment/shop-worker'),
    );
    v1 = await together();
    const decision = await readDecision(shop.cluster, shop.namespace, 'shop', 1);
    expect(decision).toMatchObject({ rolled: true, end: { state: 'promoted', serves: 1 } });
    expect(decision?.timeline.map(({ phase }) => phase)).toEqual(['promoting', 'done']);
    expect(decision?.timeline[0]?.reason).toBe('rolling instead of canary: it is the first release');
  }, 120_000);

  it('keeps its version in a canary until the verdict, and gets the new one after it', async () => {
    load = loadOn(shop, 150);
    await observed(shop);
    const before = await worker();
    good(await shop.deploy('v2'));
    good(await act(shop, 'gate'));
    const judged = await worker();
    expect(judged.spec).toEqual(before.spec);
    expect(imageOf(judged)).toBe(v1);
    good(await act(shop, 'promote'));
    v2 = await together();
    expect(v2).not.toBe(v1);
    good(await act(shop, 'verify'));
    expect((await act(shop, 'status')).stderr).toContain(
      'release 2 of shop is live (workers: shop-worker at release 2)',
    );
  }, 240_000);

  it('that crashes during the promotion rolls back the whole release, and no request fails', async () => {
    await released(blueGreen);
    await writeWorker(shop, { FAULT_CRASH_AFTER: '1' });
    const before = [await shop.deployment(), await worker()].map(({ spec }) => spec?.template);
    good(await shop.deploy('v1'));
    good(await act(shop, 'gate'));
    const promoted = await act(shop, 'promote');
    expect({ code: promoted.code, ...promoted.outputs }).toMatchObject({
      code: 1,
      state: 'rolled-back',
      reason: expect.stringMatching(/shop-worker-/),
    });
    expect([await shop.deployment(), await worker()].map(({ spec }) => spec?.template)).toEqual(before);
    await nothingLeft(shop);
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'rolled-back' });
    await shop.serves('v2');
    expect(load === undefined ? ['no load'] : failedRequests(load)).toEqual([]);
  }, 180_000);

  it('is restored by a rollback', async () => {
    const back = await act(shop, 'rollback', '--to-release', '1');
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { release: '1', state: 'complete' } });
    expect(await together()).toBe(v1);
    const again = good(await act(shop, 'rollback', '--to-release', '1'));
    expect(again.stderr).toContain('release 1 is live already');
    // Times are in whole seconds: a run that started in the same second would count as older than the rollback.
    await nextSecond();
  }, 120_000);

  it('follows a rolling release, and is rolled back with it when it crashes', async () => {
    await released(rolling);
    await writeWorker(shop);
    good(await shop.deploy('v2'));
    expect(await together()).toBe(v2);
    await writeWorker(shop, { FAULT_CRASH_AFTER: '1' });
    const crashed = await shop.deploy('v1');
    expect(crashed, crashed.stderr).toMatchObject({ code: 1, outputs: { state: 'rolled-back' } });
    expect(await together()).toBe(v2);
    await shop.serves('v2');
    expect(load === undefined ? ['no load'] : failedRequests(load)).toEqual([]);
  }, 180_000);
});
