import type { Destination } from '../../src/cluster/apply.ts';
import type { Deployment, KubeObject, Pod } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Environment } from '../../src/config/types.ts';
import type { DecisionRecord } from '../../src/decision/schema.ts';
import { newDecisionStore, readDecision } from '../../src/release/decision-record/store.ts';
import { type DeployResult, resultOf } from '../../src/release/deploy.ts';
import { advanceRollout } from '../../src/release/rollout/run.ts';
import { readState } from '../../src/release/store/rollout-state.ts';
import type { ReleaseRecord } from '../../src/release/store/schema.ts';
import { annotationOf } from '../../src/traffic/fencing-token.ts';
import { canonical, labels } from '../../src/workloads/naming.ts';
import {
  config,
  deployment,
  environment,
  imageOf,
  pod,
  release,
  replicaSet,
  template,
  workload,
} from './objects.ts';
import { Rollout } from './promoting.ts';

/** What becomes of the pods of an image. */
type Fate = 'ready' | 'crashes' | 'hangs';

/** As release 2 applies it. */
const rolled = (): KubeObject => {
  const { object } = workload(template(imageOf(2)));
  return { ...object, spec: { ...(object as Deployment).spec, replicas: 3 } } as KubeObject;
};

export const shop = pathOf(resources.deployment, 'shop', 'shop');
/** A cluster in which release 2 is about to roll in place of release 1, with a controller that makes pods of its Deployment. */
export class Updating extends Rollout {
  fate: (image: string) => Fate = () => 'ready';
  readonly said: string[] = [];
  #versions: string[] = [];

  constructor() {
    super();
    this.controllers.push((path, object) => {
      if (path === shop && object !== undefined) this.#control();
    });
  }

  /** One pod in three crashes or hangs, as in a rolling update with a surge: the others stay as they were. */
  #control(): void {
    const live = this.objects.get(shop) as Deployment;
    const version = canonical(live.spec?.template);
    this.#versions = [...this.#versions.filter(each => each !== version), version];
    const revision = this.#versions.length;
    const image = live.spec?.template.spec?.containers[0]?.image ?? '';
    const uid = `rs-${image.at(-1)}`;
    const owner = { uid: live.metadata?.uid ?? '', kind: 'Deployment', name: 'shop', apiVersion: 'apps/v1' };
    const set = replicaSet(uid, revision);
    const metadata = { ...set.metadata, labels: { app: 'shop' }, ownerReferences: [owner] };
    this.put(pathOf(resources.replicaSet, 'shop', `shop-${uid}`), { ...set, metadata } as KubeObject);
    const up = this.fate(image) === 'ready';
    const wanted = live.spec?.replicas ?? 3;
    this.#podsOf(uid, this.fate(image));
    this.put(shop, {
      ...live,
      metadata: {
        ...live.metadata,
        annotations: {
          ...live.metadata?.annotations,
          'deployment.kubernetes.io/revision': String(revision),
        },
      },
      status: {
        observedGeneration: live.metadata?.generation,
        ...(up
          ? { replicas: wanted, updatedReplicas: wanted, readyReplicas: wanted, availableReplicas: wanted }
          : { replicas: wanted + 1, updatedReplicas: 1, readyReplicas: wanted, availableReplicas: wanted }),
      },
    } as KubeObject);
  }

  #podsOf(of: string, fate: Fate): void {
    const folder = pathOf(resources.pod, 'shop');
    const isOurs = (path: string) => path.startsWith(`${folder}/${of}-`);
    for (const path of [...this.objects.keys()].filter(each => each.startsWith(folder)))
      if (!isOurs(path) && fate === 'ready') this.delete(path);
    const ended = { terminated: { exitCode: 3, reason: 'Error' } };
    for (const name of fate === 'ready' ? [`${of}-a`, `${of}-b`, `${of}-c`] : [`${of}-a`]) {
      // A pod that is there stays the same: no other one gets its uid.
      if (this.objects.has(`${folder}/${name}`)) continue;
      const made: Pod = pod({
        name,
        of,
        ready: fate === 'ready',
        ...(fate === 'crashes'
          ? {
              container: {
                restartCount: 4,
                state: { waiting: { reason: 'CrashLoopBackOff' } },
                lastState: ended,
              },
            }
          : {}),
        spec: { nodeName: 'node-1' },
      });
      const metadata = { ...made.metadata, labels: { app: 'shop' } };
      this.put(`${folder}/${name}`, { ...made, metadata } as KubeObject);
    }
  }

  /** The clock runs, and the rollout has that many milliseconds. */
  pass(deadline: number): void {
    const [began, from] = [performance.now(), this.now];
    this.cluster.now = () => from + performance.now() - began;
    this.enter({ deadline: from + deadline });
  }

  /** @param first nothing serves, and nothing was recorded. */
  static async before({
    first = false,
    record: changes = {},
    ...changed
  }: { first?: boolean; record?: Partial<ReleaseRecord> } & Partial<Environment> = {}): Promise<Updating> {
    const server = new Updating();
    const production = environment({ strategy: { kind: 'rolling', deadline: 2000 as never }, ...changed });
    const known: Partial<ReleaseRecord> = {
      config: { ...config, environments: { production } },
      manifests: [rolled()],
      token: 6,
      images: { shop: imageOf(2) },
      ...changes,
    };
    server.environment = production;
    if (!first) {
      const annotations = { [annotationOf.token('shop')]: '5', [labels.release]: '1' };
      const metadata = { name: 'shop', namespace: 'shop', annotations, uid: undefined as never };
      server.put(shop, deployment({ metadata, spec: { template: template(imageOf(1)) } }));
      await server.record(release(1, {}, { ...known, token: 5 }));
    }
    const next = release(2, null, known);
    if (first) delete next.record.baseline;
    server.next = next.record;
    await server.record(next);
    server.enter({
      token: 6,
      run: { run: 'run 6', actor: 'bob' },
      strategy: 'rolling',
      ...(first ? { createdObjects: [shop] } : {}),
    });
    if (first) server.enter({ baseline: undefined as never });
    return server;
  }

  environment: Environment = environment();
  next: ReleaseRecord = release(2).record;

  /**
   * Release 2, from its first write to its end.
   * @param pending manifests to apply before its workload.
   */
  async roll({
    signal,
    why,
    pending = [],
  }: {
    signal?: AbortSignal;
    why?: string;
    pending?: Destination[];
  } = {}): Promise<DeployResult> {
    const { cluster, environment, next: record } = this;
    const entry = (await readState(cluster, 'shop', 'shop'))!;
    const { token } = entry.rollout;
    const lease = { token, assertHeld: async () => {}, release: async () => {} };
    const request = {
      ...{ config, environment, origin: { run: 'run 6', actor: 'bob' } },
      ...{ env: {}, wait: 0, report: (line: string) => void this.said.push(line) },
      ...(signal === undefined ? {} : { signal }),
    };
    const decisions = newDecisionStore(cluster, {
      ...{ environment, record, rollout: entry.rollout, doing: 'deploy' },
      ...(why === undefined ? {} : { why }),
    });
    const move = { command: 'deploy' as const, goal: 'done' as const, begun: { decisions, pending } };
    return resultOf(await advanceRollout(cluster, request, lease, move));
  }

  /** What another run reads of it. */
  decision(): Promise<DecisionRecord | undefined> {
    return readDecision(this.cluster, 'shop', 'shop', 2);
  }
}
