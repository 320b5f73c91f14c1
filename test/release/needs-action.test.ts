import { afterEach, expect, it, vi } from 'vitest';
import type { Deployment, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import { deploy } from '../../src/release/deploy.ts';
import { annotationOf } from '../../src/traffic/fencing-token.ts';
import type { HttpRoute } from '../../src/traffic/route.ts';
import { labels } from '../../src/workloads/naming.ts';
import { route, service } from '../traffic/objects.ts';
import { wording } from '../wording.ts';
import { config, deployment, environment, imageOf, pod, replicaSet, template, workload } from './objects.ts';
import { Rollout, recorded } from './promoting.ts';

const strategy = strategySchema.parse({
  canary: { steps: ['50%'], bake: { weight: '80%', for: '1m' }, watchdog: 'off', watch: '1m' },
});
const production = environment({
  strategy,
  service: 'shop',
  namespace: 'shop',
  route: { kind: 'HTTPRoute', name: 'shop' },
});
const within = { ...config, environments: { production } };
const tracked = (image: string) => {
  const made = template(image);
  return { ...made, metadata: { labels: { app: 'shop', [labels.track]: 'stable' } } };
};
const at = (resource: Parameters<typeof pathOf>[0], name: string) => pathOf(resource, 'shop', name);

/** Release 2 is held in its promotion, of which there is no way back: a pod of its canary was restarted, and that has all of the traffic. */
async function held(more: object = { reversible: false }): Promise<Rollout> {
  const server = await Rollout.promoting();
  server.put('/api/v1/namespaces/shop', { kind: 'Namespace', metadata: { name: 'shop' } });
  for (const number of [1, 2]) server.delete(at(resources.configMap, `slipway-shop-r${number}`));
  server.delete(at(resources.configMap, 'slipway-shop-r1-outcome'));
  await server.record(
    recorded(1, { template: tracked(imageOf(1)) }, { config: within }),
    recorded(2, null, {
      config: within,
      ...more,
      manifests: [workload(tracked(imageOf(2))).object],
    }),
  );
  const change = (name: string, image: string, release: number) => {
    const path = at(resources.deployment, name);
    const { metadata } = server.objects.get(path) as Deployment;
    const annotations = { ...metadata?.annotations, [labels.release]: String(release) };
    server.put(
      path,
      deployment({ metadata: { ...metadata, annotations }, spec: { template: tracked(image) } }),
    );
    return metadata?.uid ?? '';
  };
  for (const [name, image, release, track] of [
    ['shop', imageOf(1), 1, 'stable'],
    ['shop-canary', imageOf(2), 2, 'canary'],
  ] as const) {
    const owned = { uid: change(name, image, release), kind: 'Deployment', name, apiVersion: 'apps/v1' };
    const set = replicaSet(`set-${track}`, 1);
    const add = (resource: typeof resources.pod, each: KubeObject, more: object) =>
      server.put(at(resource, each.metadata?.name ?? ''), {
        ...each,
        metadata: { ...each.metadata, ...more },
      });
    add(resources.replicaSet, set as KubeObject, { labels: { app: 'shop' }, ownerReferences: [owned] });
    for (const index of [1, 2, 3]) {
      const container = track === 'canary' && index === 1 ? { restartCount: 1 } : {};
      const made = pod({ name: `${name}-${index}`, of: `set-${track}`, ready: true, container });
      add(resources.pod, made as KubeObject, { labels: { app: 'shop', [labels.track]: track } });
    }
  }
  const stamps = {
    annotations: { [annotationOf.token('shop')]: '5', [annotationOf.pinned('shop')]: 'true' },
  };
  const pinned = service({ metadata: stamps, spec: { selector: { app: 'shop', [labels.track]: 'stable' } } });
  server.put(at(resources.service, 'shop'), pinned as KubeObject);
  const ownerReferences = server.find<Deployment>('deployments', 'shop-canary')?.metadata?.ownerReferences;
  const own = service({ metadata: { ...stamps, name: 'shop-canary', uid: undefined, ownerReferences } });
  server.put(at(resources.service, 'shop-canary'), own as KubeObject);
  const rule = {
    backendRefs: [
      { name: 'shop', port: 80, weight: 0 },
      { name: 'shop-canary', port: 80, weight: 100 },
    ],
  };
  const live = route([rule]);
  server.put(at(resources.httpRoute, 'shop'), { ...live, metadata: { ...live.metadata, ...stamps } });
  return server;
}

/** Release 2 is being rolled back instead, and held because no pod of the version before is ready. @returns that version as it was. */
function takenDown(server: Rollout): [string, KubeObject][] {
  const paths = [
    at(resources.deployment, 'shop'),
    ...[1, 2, 3].map(index => at(resources.pod, `shop-${index}`)),
  ];
  const was = paths.map((path): [string, KubeObject] => [path, server.objects.get(path) as KubeObject]);
  const [live = '', ...pods] = paths;
  for (const path of pods) server.delete(path);
  const { metadata, spec } = server.objects.get(live) as Deployment;
  const status = { availableReplicas: 0, readyReplicas: 0 };
  server.put(live, { ...deployment({ status }), ...(metadata && { metadata }), ...(spec && { spec }) });
  const since = server.now - 120_000;
  server.enter({
    phase: 'rolling-back',
    rolledBackFrom: 'promoting',
    weight: 0,
    since,
    reason: 'it crashed',
  });
  return was;
}

afterEach(() => {
  vi.useRealTimers();
});

/** Releases version 3 over it. @returns how that ended, what was said, and what got requests before each write. */
async function releasedOver(server: Rollout) {
  const toCanary = () =>
    server
      .find<HttpRoute>('httproutes', 'shop')
      ?.spec?.rules?.[0]?.backendRefs?.find(({ name }) => name === 'shop-canary')?.weight ?? 0;
  const served = new Set<string>();
  const { before } = server;
  server.before = (write, call) => {
    const weight = toCanary();
    const image = server.find<Deployment>('deployments', 'shop')?.spec?.template?.spec?.containers[0]?.image;
    if (weight > 0) served.add(server.names('deployments').includes('shop-canary') ? imageOf(2) : 'nobody');
    if (weight < 100) served.add(image ?? '');
    return before(write, call);
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const said: string[] = [];
  let isOver = false;
  const ended = deploy(server.cluster, {
    config: within,
    environmentName: 'production',
    environment: production,
    manifests: [workload(tracked('ghcr.io/acme/shop'))],
    images: { shop: { repository: 'ghcr.io/acme/shop', digest: `sha256:${'3'.repeat(64)}`, platforms: [] } },
    origin: { actor: 'bob', run: 'run 8' },
    env: {},
    wait: 0,
    report: line => said.push(line),
  }).finally(() => {
    isOver = true;
  });
  ended.catch(() => undefined);
  while (!isOver) {
    server.now += 100;
    await vi.advanceTimersByTimeAsync(100);
  }
  return { ended: await ended, said: said.join('\n'), served: [...served], weight: toCanary() };
}

it('keeps its traffic until the next release is ready, which is a rolling one although the live workload is ready', async () => {
  const server = await held();
  const { ended, said, served, weight } = await releasedOver(server);
  expect(ended).toMatchObject({ state: 'complete', release: 3 });
  expect(said.split('\n')).toContainEqual(wording('canary', '2'));
  expect(served).toEqual([imageOf(2), imageOf(3)]);
  expect([server.names('deployments'), weight]).toEqual([['shop'], 0]);
  expect(server.rollout).toMatchObject({ strategy: 'rolling', phase: 'done', candidate: 3 });
});

it('gives its traffic to the previous version if the next release fails and the previous version is ready', async () => {
  const server = await held({});
  const live = at(resources.deployment, 'shop');
  const down = takenDown(server);
  let writes = 0;
  server.fail({ verb: 'write', path: /\/deployments\/shop$/, nth: 2, times: 1 }, 403, 'not on a Sunday');
  server.before = write => {
    if (write !== `patch ${live}`) return;
    writes += 1;
    // The first was the stamp. When the release is refused, the version before comes up again.
    if (writes === 2) for (const [path, object] of down) server.put(path, object);
  };
  const { ended, served, weight } = await releasedOver(server);
  expect(ended).toMatchObject({ state: 'rolled-back', release: 3 });
  expect(served).toEqual([imageOf(2), imageOf(1)]);
  expect([server.names('deployments'), weight]).toEqual([['shop'], 0]);
  expect(server.rollout).toMatchObject({ phase: 'rolled-back', candidate: 3 });
});

it('keeps its traffic if the next release fails before it is written, because it is not reversible', async () => {
  const server = await held();
  server.fail({ verb: 'write', path: /\/deployments\/shop$/, nth: 2, times: 1 }, 403, 'not on a Sunday');
  const { ended, served, weight } = await releasedOver(server);
  expect(ended).toMatchObject({ state: 'needs-action', release: 3 });
  expect(served).toEqual([imageOf(2)]);
  expect([server.names('deployments'), weight]).toEqual([['shop', 'shop-canary'], 100]);
  // No sweep writes it later.
  expect(server.rollout).toMatchObject({ applied: false });
});
