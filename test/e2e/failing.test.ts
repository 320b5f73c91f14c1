import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import type { HardFact } from '../../src/analysis/verdict.ts';
import { type Informer, startInformer } from '../../src/cluster/informer.ts';
import type { Deployment, KubeObject, Pod, ReplicaSet } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { readDecision } from '../../src/release/decision-record/store.ts';
import { createShop, eventually, type Manifest, pushShops, type Run, type Shop } from './harness.ts';
import { failedRequests, loadOn } from './load.ts';
import { slowness } from './slowness.ts';

/** The state of the cluster at one moment during a release that cannot become ready. */
interface Seen {
  deployment: Deployment | undefined;
  replicaSets: ReplicaSet[];
  /** Only the candidate's. */
  pods: Pod[];
}

const statusesOf = (pods: Pod[]) => pods.flatMap(pod => pod.status?.containerStatuses ?? []);
const waits =
  (...reasons: string[]) =>
  ({ pods }: Seen) =>
    statusesOf(pods).some(({ state }) => reasons.includes(state?.waiting?.reason ?? ''));

interface Failure {
  name: string;
  deployment?: (spec: Manifest['spec']) => void;
  data?: Record<string, string>;
  /** Objects that exist during this release. */
  beside?: object[];
  /** Whether the state proves the failure. */
  known: (seen: Seen) => boolean;
  sentence: RegExp;
  /** The kind of the fact in the decision record. */
  fact: HardFact['kind'];
}

const container = (spec: Manifest['spec']) => spec.template.spec.containers[0];
const pod = /shop-[0-9a-f]+-[0-9a-z]{5}/.source;

const failures: Failure[] = [
  {
    name: 'a sidecar with a tag that does not exist',
    deployment: spec =>
      spec.template.spec.containers.push({ name: 'agent', image: '127.0.0.1:5000/base/node:no-such-tag' }),
    known: waits('ErrImagePull', 'ImagePullBackOff'),
    sentence:
      /^image 127\.0\.0\.1:5000\/base\/node:no-such-tag of container agent cannot be pulled: the registry has no such image$/,
    fact: 'not-starting',
  },
  {
    name: 'a crash loop',
    data: { FAULT_ERROR_RATE: 'lots' },
    known: waits('CrashLoopBackOff'),
    sentence: new RegExp(
      `^container shop crashes repeatedly \\(exit code 2, [12] restarts?, pod ${pod}\\); its last message: shop: FAULT_ERROR_RATE must be a number from 0 to 1, got "lots"$`,
    ),
    fact: 'crash-loop',
  },
  {
    name: 'a readiness probe on a wrong path',
    deployment: spec => {
      // Time for the first probes on a busy machine.
      spec.progressDeadlineSeconds = 20;
      container(spec).readinessProbe.httpGet.path = '/healthy';
    },
    known: ({ deployment }) =>
      deployment?.status?.conditions?.some(({ reason }) => reason === 'ProgressDeadlineExceeded') ?? false,
    sentence: new RegExp(
      `^0 of 3 new pods were ready after \\d+ s; the readiness probe of container shop fails \\(HTTP probe failed with statuscode: 404\\) \\(pod ${pod}\\)$`,
    ),
    fact: 'not-ready',
  },
  {
    name: 'a liveness probe that fails',
    data: { FAULT_NEVER_READY: 'true' },
    deployment: spec => {
      container(spec).livenessProbe = {
        httpGet: { path: '/ready', port: 'http' },
        periodSeconds: 1,
        failureThreshold: 1,
      };
      delete container(spec).lifecycle;
    },
    known: waits('CrashLoopBackOff'),
    sentence: new RegExp(
      `^the liveness probe of container shop fails \\(HTTP probe failed with statuscode: 503\\), so it keeps restarting \\(pod ${pod}\\)$`,
    ),
    fact: 'crash-loop',
  },
  {
    name: 'more memory than the limit',
    data: { FAULT_MEMORY_HOG: '2000', FAULT_NEVER_READY: 'true' },
    known: ({ pods }) =>
      statusesOf(pods).some(
        ({ state, lastState }) => (state?.terminated ?? lastState?.terminated)?.reason === 'OOMKilled',
      ),
    sentence: new RegExp(`^container shop was killed: out of memory \\(limit 128Mi, pod ${pod}\\)$`),
    fact: 'out-of-memory',
  },
  {
    name: 'a nodeSelector that no node has',
    deployment: spec => {
      spec.template.spec.nodeSelector = { disk: 'fast' };
    },
    known: ({ pods }) =>
      pods.some(
        ({ status }) => status?.conditions?.some(({ reason }) => reason === 'Unschedulable') ?? false,
      ),
    sentence: new RegExp(
      `^pod ${pod} cannot be scheduled: 0/3 nodes are available: 3 node\\(s\\) didn't match .*selector`,
    ),
    fact: 'not-starting',
  },
  {
    name: 'a quota that only the defaults of a LimitRange exceed',
    beside: [
      {
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: { name: 'defaults' },
        spec: { limits: [{ type: 'Container', default: { cpu: '500m' } }] },
      },
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'team' },
        spec: { hard: { 'limits.cpu': '100m' } },
      },
    ],
    known: ({ replicaSets }) =>
      replicaSets.some(
        ({ status }) => status?.conditions?.some(({ type }) => type === 'ReplicaFailure') ?? false,
      ),
    sentence:
      /^the quota of the namespace does not allow the new pods: exceeded quota: team, requested: limits\.cpu=500m, used: limits\.cpu=0, limited: limits\.cpu=100m$/,
    fact: 'not-starting',
  },
];

describe('a release that cannot become ready', () => {
  let shop: Shop;
  let load: Load;
  let baseline: { template: string; pods: Map<string | undefined, number> };
  let pristine: string;
  const stop = new AbortController();
  let watched: { deployments: Informer<Deployment>; replicaSets: Informer<ReplicaSet>; pods: Informer<Pod> };
  let changed = () => {};

  const restarts = (pods: Pod[]) =>
    new Map(
      pods
        .filter(({ metadata }) => metadata?.deletionTimestamp === undefined)
        .map(({ metadata, status }): [string | undefined, number] => [
          metadata?.uid,
          status?.containerStatuses?.[0]?.restartCount ?? 0,
        ]),
    );

  beforeAll(async () => {
    await pushShops();
    shop = await createShop('failing');
    expect(await shop.deploy('v1')).toMatchObject({ code: 0 });
    pristine = await mkdtemp(join(tmpdir(), 'e2e-pristine-'));
    await cp(shop.dir, pristine, { recursive: true });
    baseline = {
      template: JSON.stringify((await shop.deployment()).spec?.template),
      pods: restarts(await shop.pods()),
    };
    expect([...baseline.pods.values()]).toEqual([0, 0, 0]);
    const follow = <T extends KubeObject>(resource: (typeof resources)['pod']) =>
      startInformer<T>(shop.cluster, pathOf(resource, shop.namespace), {}, stop.signal, () => changed());
    watched = {
      deployments: await follow<Deployment>(resources.deployment),
      replicaSets: await follow<ReplicaSet>(resources.replicaSet),
      pods: await follow<Pod>(resources.pod),
    };
    load = loadOn(shop, 60, '/api/products');
  });
  afterAll(async () => {
    stop.abort();
    const report = await load?.stop();
    await shop?.remove();
    await rm(pristine, { recursive: true, force: true });
    console.log(
      `${report.requests} requests, ${report.failed} failed, all from ${Object.keys(report.versions)}`,
    );
    expect(failedRequests(load)).toEqual([]);
  });

  let began: number;
  beforeEach(async () => {
    began = Date.now();
    await cp(pristine, shop.dir, { recursive: true });
  });
  afterEach(async () => {
    changed = () => {};
    expect(JSON.stringify((await shop.deployment()).spec?.template)).toBe(baseline.template);
    // The baseline's pods were neither restarted nor replaced.
    await eventually(async () => (await shop.pods()).length === 3);
    expect(restarts(await shop.pods())).toEqual(baseline.pods);
    expect(Object.keys(load.snapshot().versions)).toEqual(['v1']);
    expect(failedRequests(load, began)).toEqual([]);
  });

  const seen = (): Seen => ({
    deployment: watched.deployments.items()[0],
    replicaSets: watched.replicaSets.items(),
    pods: watched.pods.items().filter(({ metadata }) => !baseline.pods.has(metadata?.uid)),
  });

  /** Resolves with the first moment at which a watch shows the failure. */
  function firstKnown(known: Failure['known']): Promise<number> {
    return new Promise(resolve => {
      changed = () => {
        if (known(seen())) resolve(Date.now());
      };
    });
  }

  for (const failure of failures) {
    it(`is rolled back: ${failure.name}`, async () => {
      const { deployment, data } = failure;
      if (deployment !== undefined) await shop.edit('Deployment', ({ spec }) => deployment(spec));
      if (data !== undefined) await shop.edit('ConfigMap', object => Object.assign(object.data, data));
      for (const object of failure.beside ?? []) await shop.apply(object);
      if (failure.beside !== undefined) await quotaCounted({ 'limits.cpu': '0' });
      const known = firstKnown(failure.known);
      let run: Run;
      try {
        run = await shop.deploy('v2');
      } finally {
        for (const object of failure.beside ?? []) {
          await shop.kubectl(['delete', '--wait=false', '-f', '-'], JSON.stringify(object));
        }
      }
      expect(run).toMatchObject({ code: 1, outputs: { state: 'rolled-back', baseline: '1' } });
      expect(run.outputs.reason).toMatch(failure.sentence);
      const line = run.lines.find(({ text }) => text.startsWith('rollback: '));
      expect(line?.text).toBe(`rollback: ${run.outputs.reason}`);
      const decision = await readDecision(shop.cluster, shop.namespace, 'shop', Number(run.outputs.release));
      const { reason } = run.outputs;
      expect(decision).toMatchObject({
        facts: [{ fact: { kind: failure.fact, detail: reason } }],
        end: { state: 'rolled-back', serves: 1, reason },
      });
      expect(decision?.timeline.map(({ phase }) => phase)).toEqual([
        'promoting',
        'rolling-back',
        'rolled-back',
      ]);
      const old = decision?.pods.filter(({ track }) => track === 'baseline');
      expect(old?.map(({ ready, restarts }) => ({ ready, restarts }))).toEqual(
        Array.from({ length: 3 }, () => ({ ready: true, restarts: 0 })),
      );
      const since = await known;
      const seconds = ((line?.at ?? Number.NaN) - since) / 1000;
      console.log(`${failure.name}: reported ${seconds.toFixed(2)} s after the cluster showed it`);
      expect(seconds).toBeLessThan(5 * (await slowness(since)));
    });
  }

  /** Resolves when the quota has counted these, without a pod that is still terminating. */
  async function quotaCounted(used: Record<string, string>): Promise<void> {
    const path = pathOf(resources.resourceQuota, shop.namespace, 'team');
    await eventually(async () => {
      const quota = await shop.cluster.get<{ status?: { used?: Record<string, string> } }>(path);
      return isDeepStrictEqual(quota?.status?.used, used);
    });
  }

  it('is refused before the first write when its tag does not exist', async () => {
    const run = await shop.deploy('no-such-tag');
    expect(run).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(run.stderr).toBe(
      'slipway: image shop: the registry has no 127.0.0.1:5000/e2e/shop:no-such-tag. Push it first, or correct the input `images`.\n',
    );
  });

  it('is refused before the first write when the quota does not allow its peak', async () => {
    const quota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'team' },
      spec: { hard: { pods: '4' } },
    };
    await shop.apply(quota);
    await quotaCounted({ pods: '3' });
    const run = await shop.deploy('v2');
    await shop.kubectl(['delete', 'resourcequota/team']);
    expect(run).toMatchObject({ code: 1, outputs: { state: 'refused' } });
    expect(run.stderr).toBe(
      'slipway: ResourceQuota/team allows pods up to 4 (3 in use), but the rollout needs 3 more at its peak (3 more pods). Raise the quota, or lower replicas, maxSurge or the resources of the containers.\n',
    );
  });
});
