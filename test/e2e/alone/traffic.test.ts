import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { ConfigMap, Deployment, Job, Pod, Service } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import {
  heartbeatData,
  heartbeatPatch,
  isWatching,
  watchdogAccount,
  watchdogJob,
  watchdogName,
  watchdogRole,
} from '../../../src/release/watchdog/watchdog.ts';
import { acceptedBy, featureProblems, type GatewayClass } from '../../../src/traffic/acceptance.ts';
import {
  type FencedPatch,
  type FencingToken,
  tokenPatch,
  track,
} from '../../../src/traffic/fencing-token.ts';
import { gatewayApi } from '../../../src/traffic/gateway-api.ts';
import type { HttpRoute, Split } from '../../../src/traffic/route.ts';
import type { TrafficObjects, TrafficRouter } from '../../../src/traffic/router.ts';
import { canaryServiceOf } from '../../../src/traffic/service-patches.ts';
import { type GatewayKind, gateways, tolerance } from '../gateways.ts';
import {
  createShop,
  eventually,
  pushShops,
  repository,
  type Shop,
  throughGateway,
  untilQuiet,
} from '../harness.ts';
import { needs } from '../needs.ts';
import { slowness } from '../slowness.ts';

needs('traefik');

/** Old and new pods behind each of the lab's gateways, and the routers' patches sent to the real API server. */
describe.each<GatewayKind>(['contour', 'traefik'])('traffic between two versions, by %s', kind => {
  let shop: Shop;
  const preview = { header: 'X-Preview', value: 'candidate' };
  const foreign = (path: string) => ({
    matches: [{ path: { type: 'PathPrefix', value: path } }],
    filters: [
      {
        type: 'RequestHeaderModifier',
        requestHeaderModifier: { set: [{ name: 'x-other', value: 'there' }] },
      },
    ],
    backendRefs: [{ name: 'other', port: 80, weight: 7 }],
  });

  const router = (token: number): TrafficRouter =>
    gatewayApi(
      {
        namespace: shop.namespace,
        service: 'shop',
        canaryService: 'shop-canary',
        canaryWorkload: 'shop-canary',
        writer: { app: 'shop', token },
        podLabels: { app: 'shop', [track]: 'canary' },
      },
      [25, 50],
      preview,
    );
  const at = (resource: keyof typeof resources, name?: string) =>
    pathOf(resources[resource], shop.namespace, name);
  const route = async () => (await shop.cluster.get<HttpRoute>(at('httpRoute', 'shop'))) as HttpRoute;

  async function observe(): Promise<TrafficObjects> {
    const [routes, services] = await Promise.all([
      shop.cluster.list<HttpRoute>(at('httpRoute')),
      shop.cluster.list<Service>(at('service')),
    ]);
    return {
      routes: routes.items,
      services: services.items,
      canary: undefined,
      ready: { stable: 3, canary: 2 },
    };
  }
  async function send(writes: FencedPatch[]): Promise<void> {
    for (const { path, patch } of writes) await shop.cluster.patch(path, 'json', patch);
  }
  /** Stamps the objects with the fencing token, as a run does that has acquired the Lease. */
  async function stamp(fence: FencingToken): Promise<void> {
    const { routes, services } = await observe();
    for (const object of routes)
      await send([{ path: at('httpRoute', object.metadata?.name), patch: tokenPatch(object, fence) }]);
    for (const object of services)
      await send([{ path: at('service', object.metadata?.name), patch: tokenPatch(object, fence) }]);
  }
  const shift = async (weight: number, token: number) =>
    send(router(token).setWeight(await observe(), weight));
  const accepted = () => eventually(async () => acceptedBy(await route()).state === 'accepted');

  /** Returns the number of answers by version. */
  async function served(
    requests: number,
    headers: Record<string, string> = {},
    path = '/version',
  ): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    let left = requests;
    const worker = async () => {
      while (left > 0) {
        left -= 1;
        const { status, version, body } = await shop.get(path, headers);
        const key = status === 200 && body.length > 0 ? version : `status ${status}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return counts;
  }
  const servesOnly = (version: string, within: number) =>
    // With so many requests, two versions would never answer as one by chance.
    eventually(async () => Object.keys(await served(64)).every(each => each === version), within);
  /** Returns by how many points the share of v2 differs from a weight, and by how many it may. */
  async function missed(weight: number, requests: number, headers?: Record<string, string>) {
    const { v1 = 0, v2 = 0, ...others } = await served(requests, headers);
    const off = Math.abs((100 * v2) / requests - weight);
    return { off, allowed: tolerance(kind, weight, requests), answered: v1 + v2, others };
  }
  const arrives = (weight: number) =>
    eventually(async () => {
      const { off, allowed } = await missed(weight, 200);
      return off <= allowed;
    });
  async function expectShare(weight: number, requests: number, headers?: Record<string, string>) {
    const { off, allowed, answered, others } = await missed(weight, requests, headers);
    console.log(`${kind}: ${off.toFixed(2)} points off ${weight} % over ${requests} requests`);
    expect({ answered, others }).toEqual({ answered: requests, others: {} });
    expect(off).toBeLessThanOrEqual(allowed);
  }

  async function createFence(token: number, timeout: number): Promise<ConfigMap> {
    return shop.cluster.create<ConfigMap>(at('configMap'), {
      metadata: { name: `slipway-shop-fence-${token}` },
      data: heartbeatData({ beat: 0, timeout }),
    });
  }
  const ownerOf = (fence: ConfigMap) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: fence.metadata?.name ?? '',
    uid: fence.metadata?.uid ?? '',
  });

  beforeAll(async () => {
    await pushShops();
    shop = await createShop('traffic', undefined, kind);
    await untilQuiet(shop.cluster);
    await shop.kubectl([
      'label',
      'namespace',
      shop.namespace,
      'pod-security.kubernetes.io/enforce=restricted',
    ]);
    await shop.edit('Deployment', ({ spec }) => {
      spec.template.metadata.labels[track] = 'stable';
      spec.template.spec.containers[0].image = `${repository}:v1`;
    });
    await shop.edit('HTTPRoute', ({ spec }) => {
      spec.rules.push(foreign('/foreign'));
    });
    await shop.kubectl(['apply', '-f', `${shop.dir}/deploy`]);
    const stable = await shop.deployment();
    await shop.cluster.create(at('service'), {
      metadata: { name: 'other' },
      spec: { selector: { app: 'shop' }, ports: [{ port: 80, targetPort: 8080 }] },
    });
    await shop.cluster.create(at('deployment'), canaryOf(stable));
    for (const object of watchdogRole({
      app: 'shop',
      namespace: shop.namespace,
      routes: ['shop'],
      services: ['shop', 'shop-canary'],
    })) {
      await shop.apply(object);
    }
    await shop.kubectl(['rollout', 'status', 'deployment/shop', 'deployment/shop-canary', '--timeout=60s']);
  });
  afterAll(() => shop?.remove());

  let before: HttpRoute;

  it('stays on the old pods while the Services are pinned and the canary has no weight', async () => {
    before = await route();
    await stamp({ app: 'shop', token: 1 });
    await send(router(1).pin(await observe(), 0));
    const fence = await createFence(1, 30);
    const main = await shop.cluster.get<Service>(at('service', 'shop'));
    await shop.cluster.create(
      at('service'),
      canaryServiceOf(main as Service, {
        name: 'shop-canary',
        splitBy: 'routes',
        writer: { app: 'shop', token: 1 },
        owner: ownerOf(fence),
      }),
    );
    await shift(0, 1);
    await accepted();
    // The pinned Service selected both until the gateway saw its new endpoints.
    await servesOnly('v1', 10_000);
    expect(await served(200)).toEqual({ v1: 200 });
  });

  it('is split by weight, beside a rule of others that stays unchanged', async () => {
    await shift(25, 1);
    await accepted();
    expect(router(1).weight(await observe())).toBe(25);
    await arrives(25);
    await expectShare(25, 4000);
    expect((await route()).spec?.rules?.at(-1)).toEqual(before.spec?.rules?.at(-1));
  });

  it('with the header goes to the new pods, whatever the weight', async () => {
    const headers = { [preview.header]: preview.value };
    expect(await served(40, headers)).toEqual({ v2: 40 });
    await expectShare(25, 400, { [preview.header]: 'other' });
  });

  it('is still split after others have added one rule before and one after the split one', async () => {
    const extra = {
      matches: [{ path: { type: 'Exact', value: '/version' } }],
      backendRefs: [{ name: 'shop', port: 80 }],
    };
    await shop.cluster.patch(at('httpRoute', 'shop'), 'json', [
      { op: 'add', path: '/spec/rules/0', value: foreign('/first') },
      { op: 'add', path: '/spec/rules/-', value: extra },
    ]);
    expect(router(1).weight(await observe())).toBe(25);
    await shift(50, 1);
    await accepted();
    await arrives(50);
    await expectShare(50, 1000);
    expect(await served(100, { [preview.header]: preview.value })).toEqual({ v2: 100 });
  });

  it('is restored at once, with one patch for the whole route', async () => {
    const writes = router(1).restore(await observe());
    expect(writes).toHaveLength(1);
    const start = performance.now();
    await send(writes);
    const written = performance.now() - start;
    await servesOnly('v1', 3000);
    console.log(
      `restored: accepted after ${written.toFixed(0)} ms, v1 alone after ${(performance.now() - start).toFixed(0)} ms`,
    );
    expect(await served(200)).toEqual({ v1: 200 });
    expect(await served(20, { [preview.header]: preview.value })).toEqual({ v1: 20 });
  });

  it('cannot be changed by a run that lost its Lease: the API server refuses', async () => {
    const observed = await observe();
    const stale = [
      ...router(1).setWeight(observed, 50),
      ...router(1).restore(observed),
      ...router(1).removeCanary(observed),
      ...router(1).unpin(observed),
      ...router(1).fallback(observed),
    ];
    await stamp({ app: 'shop', token: 2 });
    const marked = await route();
    expect(stale.length).toBeGreaterThanOrEqual(6);
    for (const write of stale) {
      const error = await send([write]).then(
        () => undefined,
        thrown => thrown,
      );
      expect(error, write.path).toBeInstanceOf(ClusterError);
      expect(error, write.path).toMatchObject({ status: 422, isConflict: true });
    }
    expect((await route()).metadata?.resourceVersion).toBe(marked.metadata?.resourceVersion);
  });

  it('gets its exact original rules back, and keeps the rules of others', async () => {
    await send(router(2).removeCanary(await observe()));
    const { spec, metadata } = await route();
    const own = spec?.rules?.slice(1, -1);
    expect(own).toEqual(before.spec?.rules);
    expect(spec?.rules?.at(-1)?.backendRefs).toEqual([
      { group: '', kind: 'Service', name: 'shop', port: 80, weight: 1 },
    ]);
    expect(Object.keys(metadata?.annotations ?? {}).filter(name => name.startsWith('slipway'))).toEqual([
      'slipway.dev/token.shop',
    ]);
    expect(await served(40)).toEqual({ v1: 40 });
  });

  it('is routed by its own gateway, and ignored by the other one', async () => {
    const other = kind === 'contour' ? gateways.traefik : gateways.contour;
    const { status } = await throughGateway(shop.host, '/version', {}, other.url);
    expect(status).toBe(404);
    const parents = (await route()).status?.parents?.map(({ parentRef }) => parentRef?.name);
    expect(parents).toEqual([gateways[kind].name]);
  });

  it('knows the features of the GatewayClass', async () => {
    const gatewayClass = await shop.cluster.get<GatewayClass>(
      `/apis/gateway.networking.k8s.io/v1/gatewayclasses/${gateways[kind].name}`,
    );
    const mirror = { ...(await route()) };
    mirror.spec = {
      ...mirror.spec,
      rules: [{ filters: [{ type: 'RequestMirror', requestMirror: {} }], backendRefs: [{ name: 'shop' }] }],
    };
    const { problems, unknown } = featureProblems(
      mirror,
      router(2).split as Split,
      gatewayClass as GatewayClass,
    );
    console.log(
      `GatewayClass/${gateways[kind].name} lists ${gatewayClass?.status?.supportedFeatures?.length ?? 0} features; mirroring: ${problems[0]?.message ?? `unknown: ${unknown}`}`,
    );
    expect(problems.length + unknown.length).toBe(1);
  });

  // Its patches are the same for every gateway.
  describe.runIf(kind === 'contour')('with a watchdog', () => {
    const timeout = 6;

    /** Starts a watchdog for a rollout at 25 %. */
    async function watched(token: number): Promise<{ fence: ConfigMap; beats: { stop(): void } }> {
      const own = { app: 'shop', token };
      await stamp(own);
      await send(router(token).addCanary(await observe()));
      const fence = await createFence(token, timeout);
      const observed = await observe();
      const job = watchdogJob({
        writer: own,
        namespace: shop.namespace,
        image: process.env.SLIPWAY_KUBECTL_IMAGE ?? '',
        owner: ownerOf(fence),
        lifetime: 300_000,
        writes: router(token).restore(observed),
        fallback: router(token).fallback(observed),
      });
      const start = performance.now();
      await shop.cluster.create(at('job'), job);
      let beat = 0;
      const timer = setInterval(() => {
        beat += 1;
        shop.cluster
          .patch(
            at('configMap', fence.metadata?.name),
            'json',
            heartbeatPatch(fence.metadata?.uid ?? '', { beat, timeout }),
          )
          .catch(() => undefined);
      }, 1000);
      try {
        await eventually(
          async () => isWatching((await shop.cluster.get<Job>(at('job', watchdogName(own)))) as Job),
          30_000,
        );
      } catch (error) {
        clearInterval(timer);
        throw new Error(`not watching: ${await logs(token)}`, { cause: error });
      }
      console.log(`watchdog ${token} watches after ${((performance.now() - start) / 1000).toFixed(1)} s`);
      await shift(25, token);
      await eventually(async () => ((await served(8)).v2 ?? 0) > 0);
      return { fence, beats: { stop: () => clearInterval(timer) } };
    }
    const logs = (token: number) =>
      shop.kubectl(['logs', `job/${watchdogName({ app: 'shop', token })}`, '--tail=20']).catch(String);
    const succeeded = (token: number) =>
      eventually(
        async () =>
          (await shop.cluster.get<Job>(at('job', watchdogName({ app: 'shop', token }))))?.status
            ?.succeeded === 1,
        20_000,
      );

    it('is left alone while the run sends heartbeats, and restored in time when the run is lost', async () => {
      const { fence, beats } = await watched(3);
      await sleep(1.5 * timeout * 1000);
      expect(router(3).weight(await observe())).toBe(25);
      beats.stop();
      const lost = performance.now();
      const lostAt = Date.now();
      await servesOnly('v1', 20_000);
      const seconds = (performance.now() - lost) / 1000;
      console.log(
        `traffic was back ${seconds.toFixed(1)} s after the last heartbeat (${timeout} s are allowed without one)`,
      );
      expect(seconds).toBeGreaterThan(timeout - 2);
      expect(seconds).toBeLessThan((timeout + 8) * (await slowness(lostAt)));
      expect(router(3).restoredByWatchdog(await observe(), 1)).toEqual(['HTTPRoute/shop']);
      await succeeded(3);
      // All objects of the run are deleted with its fence.
      await shop.cluster.remove(at('configMap', fence.metadata?.name), fence.metadata?.uid);
      await eventually(
        async () =>
          (await shop.cluster.list<Pod>(at('pod'), { labelSelector: 'slipway.dev/kind=watchdog' })).items
            .length === 0,
        20_000,
      );
    });

    it('is restored, too, after others have changed the route so that the patch no longer fits', async () => {
      const { beats } = await watched(4);
      await shop.cluster.patch(at('httpRoute', 'shop'), 'json', [
        { op: 'add', path: '/spec/rules/0', value: foreign('/second') },
      ]);
      beats.stop();
      const lost = performance.now();
      await servesOnly('v1', 20_000);
      console.log(
        `by the Service of the canary: ${((performance.now() - lost) / 1000).toFixed(1)} s after the last heartbeat`,
      );
      expect(router(4).weight(await observe())).toBe(0);
      await succeeded(4);
    });

    it('is restored in the same way with curl instead of kubectl', async () => {
      const own = { app: 'shop', token: 4 };
      const fence = await shop.cluster.get<ConfigMap>(at('configMap', 'slipway-shop-fence-4'));
      await shop.cluster.patch(at('service', 'shop-canary'), 'json', [
        { op: 'replace', path: `/spec/selector/${track.replace('/', '~1')}`, value: 'canary' },
        { op: 'remove', path: '/metadata/annotations/slipway.dev~1watchdog.shop' },
      ]);
      const job = watchdogJob({
        writer: own,
        namespace: shop.namespace,
        image: '',
        owner: ownerOf(fence as ConfigMap),
        lifetime: 300_000,
        writes: router(4).fallback(await observe()),
        fallback: [],
      });
      const { stdout } = await runHere(job);
      expect(stdout.split('\n').slice(0, 2)).toEqual(['dry run passed: services/shop-canary', 'watching']);
      expect(stdout.trimEnd().split('\n').slice(-2)).toEqual(['services/shop-canary', 'done']);
      // That of the run before stays on the route.
      expect(router(4).restoredByWatchdog(await observe(), 4)).toEqual(['Service/shop-canary']);
    });

    it('is not touched when a newer run has taken over', async () => {
      // The newer run finds the Service of the canary switched, and switches it back.
      await stamp({ app: 'shop', token: 5 });
      await send(router(5).pin(await observe(), 25));
      const { beats } = await watched(5);
      await stamp({ app: 'shop', token: 6 });
      beats.stop();
      await succeeded(5);
      expect(await logs(5)).toContain('a newer run has taken over');
      expect(router(6).weight(await observe())).toBe(25);
      await send(router(6).removeCanary(await observe()));
      expect(router(6).weight(await observe())).toBe(0);
    });
  });

  /** Runs the container's script on this machine, with only curl and sleep on its PATH. */
  async function runHere(job: Job): Promise<{ stdout: string }> {
    const bin = await mkdtemp(join(shop.dir, 'watchdog-'));
    for (const program of ['curl', 'sleep']) await symlink(`/usr/bin/${program}`, join(bin, program));
    const { status } = await shop.cluster.create<{ status: { token: string } }>(
      `/api/v1/namespaces/${shop.namespace}/serviceaccounts/${watchdogAccount}/token`,
      { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 600 } },
    );
    await writeFile(join(bin, 'token'), status.token);
    await copyFile(process.env.SLIPWAY_CA ?? '', join(bin, 'ca.crt'));
    const [container] = job.spec?.template.spec?.containers ?? [];
    const expand = (text = '') => text.replaceAll('$$', () => '$');
    const given = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, expand(value)]));
    const env = {
      ...given,
      ...{ PATH: bin, HOME: bin, ARMED: join(bin, 'armed'), ACCOUNT: bin, INTERVAL: '1' },
      ...{ KUBERNETES_SERVICE_HOST: process.env.SLIPWAY_LAB_ADDRESS, KUBERNETES_SERVICE_PORT: '6443' },
    };
    return promisify(execFile)('/bin/sh', ['-c', expand(container?.command?.[2])], { env, timeout: 30_000 });
  }

  function canaryOf(stable: Deployment): Deployment {
    const template = structuredClone(stable.spec?.template);
    const labels = { ...template?.metadata?.labels, [track]: 'canary' };
    const [container] = template?.spec?.containers ?? [];
    if (container !== undefined) container.image = `${repository}:v2`;
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'shop-canary' },
      spec: {
        ...stable.spec,
        replicas: 2,
        selector: { matchLabels: labels },
        template: { ...template, metadata: { ...template?.metadata, labels } },
      },
    } as Deployment;
  }
});
