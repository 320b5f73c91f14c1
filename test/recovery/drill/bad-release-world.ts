import type { Deployment, KubeObject, Pod } from '../../../src/cluster/objects.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { Environment } from '../../../src/config/types.ts';
import { drillBadRelease } from '../../../src/recovery/drill/bad-release.ts';
import { badReleaseSystem, rollbackOf } from '../../../src/recovery/drill/bad-release-system.ts';
import { cleanUpDrills } from '../../../src/recovery/drill/leftovers.ts';
import type { DrillLoadPlan } from '../../../src/recovery/drill/load.ts';
import { reportOf } from '../../../src/recovery/drill-report.ts';
import { scenarioOf } from '../../../src/recovery/scenario.ts';
import { sweep } from '../../../src/release/sweep.ts';
import { canonical, labels } from '../../../src/workloads/naming.ts';
import {
  config,
  deployment,
  environment,
  imageOf,
  pod,
  production,
  release,
  replicaSet,
  template,
  workload,
} from '../../release/objects.ts';
import { Rollout } from '../../release/promoting.ts';
import { load } from './application-world.ts';
import { drillOf } from './fake-system.ts';

/** An application of three pods that release 1 has brought, with a controller that answers at once. */

export const shop = pathOf(resources.deployment, 'shop', 'shop');
const image = imageOf(1);
const good = { ...template(image), metadata: { labels: { app: 'shop', [labels.track]: 'stable' } } };

export class BadWorld extends Rollout {
  /** Versions in the order in which they came, and the newest revision with its version, as a Deployment counts. */
  readonly #versions: string[] = [];
  #newest = { revision: 0, version: '' };
  /** The fault of the version that is live for users. */
  fault = '';
  readonly environment: Environment = environment({
    strategy: { kind: 'rolling', deadline: 5000 as never },
    verify: {
      ...(production.verify as NonNullable<Environment['verify']>),
      checks: [{ get: '/ready', status: 200, 'retry-for': 300 }] as never,
    },
  });

  static async ready(): Promise<BadWorld> {
    const server = new BadWorld();
    const { environment: made } = server;
    server.put(pathOf(resources.service, 'shop', 'shop'), {
      kind: 'Service',
      metadata: { name: 'shop' },
      spec: { selector: { app: 'shop' }, ports: [{ port: 80 }] },
    } as KubeObject);
    server.answerBehind(/\/services\/.*\/proxy\//, () =>
      server.fault === 'errors' ? { status: 500, body: 'broken' } : { status: 200, body: 'OK' },
    );
    server.controllers.push((path, object) => {
      if (path === shop && object !== undefined) server.#control();
    });
    const object = { ...workload(good).object } as Deployment;
    const manifests = [{ ...object, spec: { ...object.spec, replicas: 3 } }];
    await server.record(
      release(
        1,
        { template: good },
        {
          ...{ config: { ...config, environments: { production: made } }, images: { shop: image }, token: 5 },
          manifests: manifests as never,
        },
      ),
    );
    const metadata = { name: 'shop', namespace: 'shop', annotations: { [labels.release]: '1' } };
    server.put(
      shop,
      deployment({ metadata: { ...metadata, uid: undefined as never }, spec: { template: good } }),
    );
    server.#control();
    server.lease(5);
    return server;
  }

  /** A version whose program does not exist brings no pod up beside those that are there; any other one replaces them. */
  #control(): void {
    const live = this.objects.get(shop) as Deployment;
    const version = canonical(live.spec?.template);
    if (!this.#versions.includes(version)) this.#versions.push(version);
    const number = this.#versions.indexOf(version) + 1;
    if (this.#newest.version !== version) this.#newest = { revision: this.#newest.revision + 1, version };
    const { revision } = this.#newest;
    const [container] = live.spec?.template.spec?.containers ?? [];
    const starts = container?.command === undefined;
    const uid = `rs-${number}`;
    const owner = { uid: live.metadata?.uid ?? '', kind: 'Deployment', name: 'shop', apiVersion: 'apps/v1' };
    const set = replicaSet(uid, revision);
    const metadata = { ...set.metadata, labels: { app: 'shop' }, ownerReferences: [owner] };
    this.put(pathOf(resources.replicaSet, 'shop', `shop-${uid}`), { ...set, metadata } as KubeObject);
    const folder = pathOf(resources.pod, 'shop');
    for (const path of [...this.objects.keys()].filter(each => each.startsWith(`${folder}/rs-`)))
      if (!path.startsWith(`${folder}/${uid}-`) && (starts || this.#isWaiting(path))) this.delete(path);
    for (const name of starts ? ['a', 'b', 'c'] : ['a']) this.#start(`${uid}-${name}`, uid, starts);
    if (starts) {
      this.fault = container?.env?.find(({ name }) => name === 'FAULT')?.value ?? '';
      this.put(pathOf(resources.endpointSlice, 'shop', 'shop-1'), {
        metadata: { labels: { 'kubernetes.io/service-name': 'shop' } },
        endpoints: ['a', 'b', 'c'].map(name => ({
          conditions: { ready: true },
          targetRef: { kind: 'Pod', name: `${uid}-${name}` },
        })),
      } as unknown as KubeObject);
    }
    const status = starts
      ? { replicas: 3, updatedReplicas: 3, readyReplicas: 3, availableReplicas: 3 }
      : { replicas: 4, updatedReplicas: 1, readyReplicas: 3, availableReplicas: 3 };
    const annotations = {
      ...live.metadata?.annotations,
      'deployment.kubernetes.io/revision': String(revision),
    };
    this.put(shop, {
      ...live,
      metadata: { ...live.metadata, annotations },
      status: { observedGeneration: live.metadata?.generation, ...status },
    } as KubeObject);
  }

  #isWaiting(path: string): boolean {
    return (this.objects.get(path) as Pod).status?.containerStatuses?.[0]?.ready !== true;
  }

  #start(name: string, of: string, ready: boolean): void {
    const path = pathOf(resources.pod, 'shop', name);
    if (this.objects.has(path)) return;
    const made: Pod = pod({
      ...{ name, of, ready, spec: { nodeName: 'node-1' } },
      container: ready
        ? { imageID: image }
        : { imageID: '', state: { waiting: { reason: 'CreateContainerError', message: 'no such file' } } },
    });
    this.put(path, { ...made, metadata: { ...made.metadata, labels: { app: 'shop' } } } as KubeObject);
  }

  /** Whether release 1 is live, as before. */
  isRestored(): boolean {
    return canonical((this.objects.get(shop) as Deployment).spec?.template) === canonical(good);
  }

  noted = () => JSON.stringify(this.find('leases', 'slipway.drill') ?? {}).includes('drill-broken');
}

/** What the action passes. */
export const placeOf = (world: BadWorld) => ({
  config: { ...config, environments: { production: world.environment } },
  ...{ environmentName: 'production', environment: world.environment, env: {}, report: () => undefined },
  origin: { actor: 'ann', run: 'run 7' },
});

/** Runs a drill as the action does. */
export async function badReleaseIn(
  world: BadWorld,
  {
    cluster = world.cluster,
    bad,
    plan = load,
    send,
    signal,
  }: {
    cluster?: Cluster;
    bad?: Record<string, string> | undefined;
    plan?: DrillLoadPlan;
    send?: () => Promise<string | undefined>;
    signal?: AbortSignal;
  } = {},
) {
  const from = performance.now();
  const system = badReleaseSystem(cluster, placeOf(world), {
    ...{ bad, load: plan, commands: {}, runId: 'bad-release-1', holder: 'ann in 7', folder: '.' },
    send: send ?? (async () => (world.fault === 'errors' ? '/ returned 500' : undefined)),
    now: () => Math.round(1_000_000 + performance.now() - from),
  });
  const drill = drillOf({ scenario: scenarioOf('bad-release'), ...(signal && { signal }) });
  return reportOf(await drillBadRelease({ ...drill, load: plan }, system));
}

/** What `sweep` does. */
export async function sweptAfter(world: BadWorld): Promise<string[]> {
  const cluster = world.connect();
  const place = placeOf(world);
  const done = await cleanUpDrills(
    cluster,
    { namespace: 'shop', commands: { release: rollbackOf(cluster, place) } },
    { runId: 'sweep-1', holder: 'ann in 8', folder: '.', env: {}, report: () => undefined },
  );
  await sweep(cluster, { ...place, wait: 0, origin: { actor: 'cron', run: 'run 8' } } as never);
  return done;
}
