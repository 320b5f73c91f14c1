import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiServer, startApiServer } from '../../../lab/control-plane.ts';
import { credentialsOf } from '../../../lab/credentials.ts';
import { labOf } from '../../../lab/lab.ts';
import { alive } from '../../../lab/process.ts';
import { partNames } from '../../../lab/status.ts';
import { startLoad } from '../../../scripts/load.ts';
import type { ConfigMap, KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { createShop, eventually, gateway, image, pushShops, type Shop } from '../harness.ts';

const deployArgs = (tag: string) => ['deploy', '--environment', 'production', '--images', image(tag)];

/** Release 1 is live and verified; later releases need some seconds to become ready. */
async function slowShop(name: string, seconds: number): Promise<Shop> {
  await pushShops();
  const shop = await createShop(name, async shop => {
    await shop.edit('Deployment', ({ spec }) => {
      spec.progressDeadlineSeconds = 60;
    });
  });
  const first = await shop.deploy('v1');
  expect(first, first.stderr).toMatchObject({ code: 0, outputs: { release: '1' } });
  await shop.edit('ConfigMap', ({ data }) => {
    data.FAULT_SLOW_START = String(seconds);
  });
  return shop;
}

/** The API server of this lab, and the rest of the lab. */
const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const credentials = credentialsOf(lab);
const server = apiServer(lab, credentials).name;

/** Kills it, as when its machine fails. */
async function endApiServer(): Promise<void> {
  process.kill(alive(lab, server)?.pid ?? 0, 'SIGKILL');
  await eventually(async () => alive(lab, server) === null);
}

describe('an API server that is down for seconds', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await slowShop('outage', 8);
  });
  afterAll(async () => {
    await startApiServer(lab, credentials);
    await eventually(() => ready(shop));
    await shop?.remove();
  });

  /** Asks through the proxy of the harness, which answers 502 while there is no server. */
  const ready = ({ cluster }: Shop) =>
    cluster.call('GET', '/readyz').then(
      () => true,
      () => false,
    );

  it('during a rollout neither ends it nor fails a request', async () => {
    const load = startLoad({
      url: gateway,
      host: shop.host,
      path: '/api/products',
      rate: 20,
      maxRequests: 2400,
    });
    const running = shop.start(deployArgs('v2'));
    await running.said(/^0 of 3 new pods ready/);
    const others = partNames(lab).filter(part => part !== server);
    const before = others.map(part => alive(lab, part));
    await endApiServer();
    await running.said(/^the API server does not answer; waiting for it/);
    expect(running.child.exitCode).toBeNull();
    await startApiServer(lab, credentials);
    await eventually(() => ready(shop));
    // A gateway that has not reconnected to its API server may send later requests to pods that ended meanwhile.
    const { failed, errors } = await load.stop();
    expect({ failed, errors }).toEqual({ failed: 0, errors: {} });
    const run = await running.done;
    expect(run, run.stderr).toMatchObject({
      code: 0,
      outputs: { release: '2', baseline: '1', state: 'complete' },
    });
    // The gateway retries the API server with a backoff of at most 30 s.
    await shop.serves('v2', 60_000);
    expect(
      others.map(part => alive(lab, part)),
      'nothing else of the lab ended',
    ).toEqual(before);
  });

  it('leaves a release that can be verified and is the baseline of the next one', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_SLOW_START;
    });
    const verified = await shop.slipway(['verify', '--environment', 'production']);
    expect(verified, verified.stderr).toMatchObject({ code: 0, outputs: { release: '2', verdict: 'pass' } });
    const next = await shop.deploy('v1');
    expect(next, next.stderr).toMatchObject({ code: 0, outputs: { release: '3', baseline: '2' } });
  });

  it('makes a rollback wait, and refuses a release at once', async () => {
    await endApiServer();
    const refused = await shop.deploy('v2');
    expect(refused, refused.stderr).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(refused.outputs.reason).toContain('the API server does not answer');
    const running = shop.start(['rollback', '--environment', 'production']);
    const ended = await Promise.race([running.done, sleep(3000)]);
    expect(ended, 'it waits').toBeUndefined();
    await startApiServer(lab, credentials);
    const run = await running.done;
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { release: '2', changed: 'true' } });
    await shop.serves('v2', 60_000);
  });
});

describe('a run that is cancelled during a rollout', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await slowShop('cancel', 15);
  });
  afterAll(() => shop?.remove());

  const outcomeOf = async (release: number) => {
    const path = pathOf(resources.configMap, shop.namespace, `slipway-shop-r${release}-outcome`);
    const object = await shop.cluster.get<ConfigMap>(path);
    return JSON.parse(object?.data?.outcome ?? 'null') as { state: string; reason?: string } | null;
  };
  const holder = async () => {
    const path = `/apis/coordination.k8s.io/v1/namespaces/${shop.namespace}/leases/slipway-shop`;
    const lease = await shop.cluster.get<KubeObject & { spec: { holderIdentity?: string } }>(path);
    return lease?.spec.holderIdentity ?? '';
  };

  for (const [signal, release] of [
    ['SIGINT', '2'],
    ['SIGTERM', '3'],
  ] as const) {
    it(`by ${signal} restores the baseline`, async () => {
      const before = await shop.deployment();
      expect(before.metadata?.annotations?.['slipway.dev/release']).toBe('1');
      const pods = (await shop.pods()).map(({ metadata }) => metadata?.uid).sort();
      const running = shop.start(deployArgs('v2'));
      await running.said(/^0 of 3 new pods ready/);
      expect(await holder()).not.toBe('');
      running.child.kill(signal);
      const at = Date.now();
      const run = await running.done;
      console.log(`${signal}: ended ${((Date.now() - at) / 1000).toFixed(1)} s after it`);
      expect(run.code, run.stderr).toBeGreaterThan(0);
      expect(run.outputs).toMatchObject({ release, baseline: '1', state: 'rolled-back' });
      expect(run.outputs.reason).toMatch(/cancelled/);

      const after = await shop.deployment();
      expect(after.spec?.template).toEqual(before.spec?.template);
      expect(after.metadata?.annotations?.['slipway.dev/release']).toBe('1');
      expect(await outcomeOf(Number(release))).toMatchObject({
        state: 'rolled-back',
        reason: expect.stringMatching(/cancelled/),
      });
      expect(await holder()).toBe('');
      await shop.serves('v1');
      await eventually(async () => (await shop.pods()).length === 3);
      expect((await shop.pods()).map(({ metadata }) => metadata?.uid).sort()).toEqual(pods);
    });
  }

  it('does not block the next one', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_SLOW_START;
    });
    const next = await shop.deploy('v2');
    expect(next, next.stderr).toMatchObject({
      code: 0,
      outputs: { release: '4', baseline: '1', state: 'complete' },
    });
    await shop.serves('v2');
  });
});
