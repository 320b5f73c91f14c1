import type { Deployment, KubeObject, Pod } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Environment } from '../../src/config/types.ts';
import type { DecisionRecord } from '../../src/release/evidence/decision-schema.ts';
import { beginDossier, readDecision } from '../../src/release/evidence/dossier.ts';
import type { DeployResult } from '../../src/release/runs/prepare.ts';
import { type RollingRelease, rollOut } from '../../src/release/runs/rolling.ts';
import { readJournal } from '../../src/release/state/journal.ts';
import type { ReleaseRecord } from '../../src/release/state/stored.ts';
import type { Manifest } from '../../src/release/workloads/manifests.ts';
import { canonical, labels, type ReleaseNumber } from '../../src/release/workloads/naming.ts';
import { annotationOf } from '../../src/traffic/fence.ts';
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
      if (isOurs(path) || fate === 'ready') this.delete(path);
    const ended = { terminated: { exitCode: 3, reason: 'Error' } };
    for (const name of fate === 'ready' ? [`${of}-a`, `${of}-b`, `${of}-c`] : [`${of}-a`]) {
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
      manifests: [workload().object],
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
      ...(first ? { makes: [shop] } : {}),
    });
    if (first) server.enter({ baseline: undefined as never });
    return server;
  }

  environment: Environment = environment();
  next: ReleaseRecord = release(2).record;

  /**
   * Release 2, from its first write to its end.
   * @param meanwhile what others do whenever the lease is asked for.
   */
  async roll({
    signal,
    why,
    meanwhile = () => {},
  }: {
    signal?: AbortSignal;
    why?: string;
    meanwhile?: () => void;
  } = {}): Promise<DeployResult> {
    const { cluster, environment, next: record } = this;
    const entry = (await readJournal(cluster, 'shop', 'shop'))!;
    const live = this.objects.get(shop) as Deployment | undefined;
    const object = { ...workload(template(imageOf(2))).object };
    const manifest = {
      object: { ...object, spec: { ...(object as Deployment).spec, replicas: 3 } },
    } as unknown as Manifest;
    const { token } = entry.journal;
    const lease = { token, assertHeld: async () => meanwhile(), release: async () => {} };
    const request = {
      ...{ config, environment, environmentName: 'production', origin: { run: 'run 6', actor: 'bob' } },
      ...{ env: {}, wait: 0, report: (line: string) => void this.said.push(line) },
      ...(signal === undefined ? {} : { signal }),
    };
    return rollOut(cluster, request as never, lease, {
      plan: { targets: [{ manifest, path: shop, live }] },
      ground: live === undefined ? {} : { liveWorkload: live },
      record,
      baseline:
        record.baseline === undefined
          ? { kind: 'none' }
          : { kind: 'recorded', release: 1 as ReleaseNumber, template: template(imageOf(1)) },
      entry,
      dossier: beginDossier(cluster, {
        ...{ environment, record, journal: entry.journal, doing: 'deploy' },
        ...(why === undefined ? {} : { why }),
      }),
      started: performance.now(),
      beside: undefined,
      creations: [],
    } as unknown as RollingRelease);
  }

  /** What another run reads of it. */
  decision(): Promise<DecisionRecord | undefined> {
    return readDecision(this.cluster, 'shop', 'shop', 2);
  }
}
