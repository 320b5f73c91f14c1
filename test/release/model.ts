import type { Verdict } from '../../src/analysis/verdict.ts';
import type {
  ConfigMap,
  Deployment,
  Job,
  KubeObject,
  Pod,
  PodTemplate,
  ReplicaSet,
  Service,
} from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { gatewaySchema } from '../../src/config/gateway.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import type { Environment } from '../../src/config/types.ts';
import { withOwnTime } from '../../src/release/rollout/attach.ts';
import { decide } from '../../src/release/rollout/decide.ts';
import { routingOf } from '../../src/release/rollout/from-records.ts';
import type { Snapshot } from '../../src/release/rollout/informers.ts';
import { pausePolicyOf } from '../../src/release/rollout/pause.ts';
import type { Inputs, RolloutAction, RolloutSpec } from '../../src/release/rollout/spec.ts';
import { canaryOf, restorePatch } from '../../src/release/rollout/workload-writes.ts';
import { fenceConfigMap, ownedBy } from '../../src/release/store/fencing.ts';
import { transition } from '../../src/release/store/rollout-state.ts';
import type { RolloutState } from '../../src/release/store/schema.ts';
import { isWatching } from '../../src/release/watchdog/watchdog.ts';
import { annotationOf, type FencedPatch } from '../../src/traffic/fencing-token.ts';
import type { HttpRoute } from '../../src/traffic/route.ts';
import { promotionWeight } from '../../src/traffic/routers.ts';
import {
  kindOf,
  templateOf as podTemplateOf,
  refOfKey,
  traitsOf,
  typeOf,
  type Workload,
  type WorkloadKind,
} from '../../src/workloads/kinds.ts';
import { canonical, labels, nameOf, type ReleaseNumber } from '../../src/workloads/naming.ts';
import { isReady, readyOf } from '../../src/workloads/pods.ts';
import { type Assessment, assess, type Observed } from '../../src/workloads/progress.ts';
import { applied, Refused } from '../traffic/json-patch.ts';
import { service } from '../traffic/objects.ts';
import { environment } from './objects.ts';

/**
 * A cluster that is small enough to be understood: Deployments that roll, as a rule without taking a pod away first, pods that get
 * ready when they are let, StatefulSets that go from pod to pod, CronJobs, a garbage collector, and an API server that applies patches whole or not at all.
 */

const podLabels = { app: 'shop', [labels.track]: 'stable' };

export function templateOf(version: string): PodTemplate {
  return {
    metadata: { labels: { ...podLabels } },
    spec: { containers: [{ name: 'shop', image: `shop:${version}` }] },
  } as PodTemplate;
}

/** A worker's pods are told from the workload's by their label. */
export function workerTemplate(name: string, version: string): PodTemplate {
  return {
    metadata: { labels: { app: name } },
    spec: { containers: [{ name: 'worker', image: `${name}:${version}` }] },
  } as PodTemplate;
}

export interface Setting {
  strategy: object;
  /** Of the workload. */
  kind: WorkloadKind;
  /** Names, as records have them, of workers that live, and of those that the candidate brings. */
  workers: string[];
  newWorkers: string[];
  route: boolean;
  replicas: number;
  /** Pods that a rolling update takes away first; with any of them it starts none beyond the replicas. */
  unavailable: number;
  /** Versions of which no pod gets ready. */
  broken: string[];
  /** Images of which each pod crashes. */
  crashing: string[];
  /** Whether the pod of the watchdog gets ready. */
  watches: boolean;
}

const defaults: Setting = {
  strategy: {
    canary: { steps: ['25%', '50%'], bake: { weight: '80%', for: '1m' }, watchdog: 'off', watch: '1m' },
  },
  kind: 'Deployment',
  route: true,
  replicas: 4,
  unavailable: 0,
  broken: [],
  crashing: [],
  workers: [],
  newWorkers: [],
  watches: true,
};

export class Model {
  now = Date.parse('2026-01-01T00:00:00Z');
  token = 7;
  rollout: RolloutState;
  readonly environment: Environment;
  readonly setting: Setting;
  readonly objects = new Map<string, KubeObject>();
  cancelled = false;
  /** Whether the release may be rolled back after everything has moved over to it. */
  reversible = true;
  facts: string[] = [];
  unheard = false;
  foundPause: RolloutSpec['foundPause'];
  jobs: Job[] = [];
  verdict: (phase: string, step: number) => Verdict | undefined = () => undefined;
  #uids = 0;

  constructor(changes: Partial<Setting> = {}) {
    this.setting = {
      ...defaults,
      ...changes,
      broken: [...(changes.broken ?? [])],
      crashing: [...(changes.crashing ?? [])],
    };
    const strategy = strategySchema.parse(this.setting.strategy);
    const { route: _, ...rest } = environment({ strategy, service: 'shop', namespace: 'shop' });
    this.environment = this.setting.route ? { ...rest, route: { kind: 'HTTPRoute', name: 'shop' } } : rest;
    this.rollout = {
      schema: 1,
      app: 'shop',
      environment: 'production',
      token: this.token,
      run: { actor: 'ann', run: 'run 1' },
      strategy: strategy.kind,
      phase: 'prepared',
      step: 0,
      weight: 0,
      baseline: 1 as ReleaseNumber,
      candidate: 2 as ReleaseNumber,
      capacity: this.setting.replicas,
      startedAt: this.now,
      since: this.now,
      deadline: this.now + strategy.deadline,
      applied: true,
    };
    this.#add(this.workloadOf('v1', 1));
    for (const name of this.setting.workers) this.#add(this.workerOf(name, 'v1', 1));
    this.put(resources.service, service({ metadata: { uid: 'service' } }) as unknown as KubeObject);
    if (this.setting.route) {
      this.put(resources.httpRoute, {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: {
          name: 'shop',
          namespace: 'shop',
          uid: 'route',
          annotations: { [annotationOf.token('shop')]: '7' },
        },
        spec: {
          parentRefs: [{ name: 'lab', namespace: 'gateway' }],
          rules: [{ backendRefs: [{ name: 'shop', port: 80 }] }],
        },
      } as KubeObject);
    }
    this.put(resources.configMap, this.fence());
    for (let i = 0; i < 100; i += 1) this.progress(() => true);
  }

  /** The workload as a first release has made it. */
  firstRelease(): void {
    if (this.workload === undefined) return;
    this.change(this.workload, ({ metadata }) => {
      if (metadata)
        metadata.annotations = {
          ...metadata.annotations,
          [labels.release]: String(this.rollout.candidate),
          'deployment.kubernetes.io/revision': '1',
        };
    });
  }

  workloadOf(version: string, release: number): Workload {
    return {
      apiVersion: 'apps/v1',
      kind: this.setting.kind,
      metadata: {
        name: 'shop',
        namespace: 'shop',
        generation: 1,
        annotations: { [labels.release]: String(release), [annotationOf.token('shop')]: String(this.token) },
      },
      spec: {
        replicas: this.setting.replicas,
        selector: { matchLabels: { app: 'shop' } },
        template: templateOf(version),
      },
    } as Workload;
  }

  workerOf(key: string, version: string, release: number): Workload {
    const { kind, name } = refOfKey(key);
    const template = workerTemplate(name, version);
    return {
      ...typeOf(kind),
      metadata: {
        name,
        namespace: 'shop',
        generation: 1,
        annotations: { [labels.release]: String(release), [annotationOf.token('shop')]: String(this.token) },
        managedFields: [{ manager: 'slipway', time: new Date(this.now).toISOString() }],
      },
      spec:
        kind === 'CronJob'
          ? { jobTemplate: { spec: { template } } }
          : { replicas: 2, selector: { matchLabels: { app: name } }, template },
    } as unknown as Workload;
  }

  fence(): ConfigMap {
    return fenceConfigMap('shop', 'shop', this.token);
  }

  put(resource: Parameters<typeof pathOf>[0], object: KubeObject): void {
    const copy = copyOf(object);
    copy.metadata = { ...copy.metadata, uid: copy.metadata?.uid ?? `uid-${++this.#uids}` };
    this.objects.set(pathOf(resource, 'shop', copy.metadata.name), copy);
  }

  #add(workload: Workload): void {
    this.put(traitsOf(kindOf(workload)).resource, workload);
  }

  of<T>(kind: string): T[] {
    return [...this.objects.values()].filter(object => object.kind === kind) as T[];
  }

  get workload(): Workload | undefined {
    return this.of<Workload>(this.setting.kind).find(({ metadata }) => metadata?.name === 'shop');
  }

  worker(key: string): Workload | undefined {
    const { kind, name } = refOfKey(key);
    return this.of<Workload>(kind).find(({ metadata }) => metadata?.name === name);
  }

  /** Versions of the workload and of its workers, as their templates have them. */
  get versions(): (string | undefined)[] {
    return [this.workload, ...this.names.map(name => this.worker(name))].map(
      each => podTemplateOf(each)?.spec?.containers[0]?.image?.split(':')[1],
    );
  }

  get names(): string[] {
    return [...this.setting.workers, ...this.setting.newWorkers];
  }

  get canary(): Deployment | undefined {
    return this.of<Deployment>('Deployment').find(({ metadata }) => metadata?.name === 'shop-canary');
  }

  observe(): Snapshot & { rollout: RolloutState } {
    const sets = this.of<ReplicaSet>('ReplicaSet');
    const pods = this.of<Pod>('Pod');
    const labelled = <T extends KubeObject>(all: T[], name: string) =>
      all.filter(({ metadata }) => metadata?.labels?.app === name);
    const tracks = {
      workload: this.workload,
      canary: this.canary,
      revisions: labelled(sets, 'shop'),
      pods: labelled(pods, 'shop'),
    };
    return copyOf({
      ...tracks,
      ready: readyOf(tracks),
      now: this.now,
      token: this.rollout.token,
      rollout: this.rollout,
      workers: Object.fromEntries(
        this.names.map(name => [
          name,
          {
            workload: this.worker(name),
            revisions: labelled(sets, refOfKey(name).name),
            pods: labelled(pods, refOfKey(name).name),
          },
        ]),
      ),
      events: [],
      services: this.of<Service>('Service'),
      routes: this.of<HttpRoute>('HTTPRoute'),
      autoscalers: [],
      slices: [],
      fences: this.of<ConfigMap>('ConfigMap'),
      jobs: this.jobs,
      staleFor: 0,
    } as Snapshot & { rollout: RolloutState });
  }

  spec(goal: RolloutSpec['goal'] = 'done'): RolloutSpec {
    const { strategy } = this.environment;
    return {
      app: 'shop',
      namespace: 'shop',
      workload: { kind: this.setting.kind, name: 'shop' },
      service: 'shop',
      workers: this.names.map(name => ({
        name,
        ref: refOfKey(name),
        candidate: this.workerOf(name, 'v2', 2),
        before: this.setting.newWorkers.includes(name)
          ? null
          : { template: workerTemplate(refOfKey(name).name, 'v1'), replicas: 2 },
        skipsReleases: false,
      })),
      strategy: this.rollout.strategy,
      weights:
        strategy.kind === 'canary'
          ? [...strategy.steps.map(({ weight }) => weight), strategy.bake.weight]
          : [100],
      promotionWeight: promotionWeight(strategy),
      deadlineMs: strategy.deadline,
      watchMs: strategy.kind === 'rolling' ? 0 : strategy.watch,
      gateway: gatewaySchema.parse({}),
      baselineTemplate: canonical(templateOf('v1')),
      candidate: 2,
      reversible: this.reversible,
      token: this.token,
      goal,
      rollback: undefined,
      pausePolicy: pausePolicyOf(strategy),
      foundPause: this.foundPause,
      ...routingOf(this.environment, this.rollout, podLabels, this.token, 1),
    };
  }

  inputs(): Inputs {
    const o = this.observe();
    const seen = (
      workload: Workload | undefined,
      { revisions, pods }: Pick<Observed, 'revisions' | 'pods'> = o,
    ): Assessment | undefined => {
      if (workload === undefined) return undefined;
      const assessment = assess({ workload, revisions, pods });
      const { ready, wanted } = assessment;
      return assessment.state === 'suspect' ? { state: 'progressing', ready, wanted } : assessment;
    };
    return {
      canary: seen(o.canary),
      workload: seen(o.workload),
      workers: Object.fromEntries(
        Object.entries(o.workers).map(([name, each]) => [name, seen(each.workload, each)]),
      ),
      verdict: this.verdict(this.rollout.phase, this.rollout.step),
      facts: this.facts,
      cancelled: this.cancelled,
      unwatchedSince:
        Date.parse(o.jobs.find(job => !isWatching(job))?.metadata?.creationTimestamp ?? '') || undefined,
      awaitsFirstVerdict: this.unheard,
      removed: false,
      pending: false,
    };
  }

  decide(goal: RolloutSpec['goal'] = 'done'): RolloutAction {
    return decide(this.spec(goal), this.observe(), this.inputs());
  }

  /** Another run takes the rollout over: journal, stamps, fence. */
  takeOver(): void {
    this.token += 1;
    // The garbage collector takes the watchdog with its fence.
    this.jobs = [];
    this.rollout = { ...withOwnTime(this.rollout, this.now), token: this.token };
    for (const object of this.objects.values()) {
      const annotations = object.metadata?.annotations;
      if (annotations?.[annotationOf.token('shop')] !== undefined)
        annotations[annotationOf.token('shop')] = String(this.token);
    }
    for (const [path, object] of this.objects) if (object.kind === 'ConfigMap') this.objects.delete(path);
    this.put(resources.configMap, this.fence());
    const owner = ownedBy(this.of<ConfigMap>('ConfigMap')[0] as ConfigMap);
    for (const object of this.objects.values()) {
      if (object.metadata?.name === 'shop-canary' && object.metadata.ownerReferences !== undefined)
        object.metadata.ownerReferences = [owner];
    }
  }

  /** Carries a move out. @returns false when it was refused, or there was nothing to carry out. */
  act(move: RolloutAction): boolean {
    const spec = this.spec();
    const owner = () => ownedBy(this.of<ConfigMap>('ConfigMap')[0] as ConfigMap);
    switch (move.do) {
      case 'patch':
        return this.#write(move.writes);
      case 'set-weight':
        this.rollout = { ...this.rollout, weight: move.weight };
        return true;
      case 'create-service':
        this.put(
          resources.service,
          spec.router.buildCanaryService(this.observe(), owner()) as unknown as KubeObject,
        );
        return true;
      case 'create-canary': {
        const { replicas } = move;
        const order = { app: 'shop', release: 2, record: '', token: this.token, replicas, owner: owner() };
        const canary = canaryOf(this.workloadOf('v2', 2), order);
        this.#add({ ...canary, metadata: { ...canary.metadata, generation: 1 } });
        return true;
      }
      case 'create-watchdog':
        this.jobs.push({
          metadata: { name: spec.watchdog?.name, creationTimestamp: new Date(this.now).toISOString() },
          status: { ready: this.setting.watches ? 1 : 0 },
        } as unknown as Job);
        return true;
      case 'apply-workload':
        if (this.workload === undefined) this.#add(this.workloadOf('v2', 2));
        else
          this.change(this.workload, workload => {
            workload.metadata = {
              ...workload.metadata,
              annotations: { ...workload.metadata?.annotations, [labels.release]: '2' },
            };
            if (workload.spec !== undefined) workload.spec.template = templateOf('v2');
          });
        return true;
      case 'restore-workload': {
        const workload = this.workload as Workload;
        const patch = restorePatch(workload, spec, templateOf('v1'), 1, this.rollout.capacity);
        return this.#write([{ path: this.#pathOf(workload), patch }]);
      }
      case 'apply-worker': {
        const candidate = this.workerOf(move.name, 'v2', 2);
        const live = this.worker(move.name);
        if (live === undefined) this.#add(candidate);
        else
          this.change(live, worker => {
            worker.metadata = { ...worker.metadata, ...candidate.metadata, uid: live.metadata?.uid ?? '' };
            worker.metadata.generation = live.metadata?.generation ?? 0;
            worker.spec = candidate.spec as NonNullable<Workload['spec']>;
          });
        return true;
      }
      case 'restore-worker': {
        const live = this.worker(move.name) as Workload;
        const before = spec.workers.find(({ name }) => name === move.name)?.before;
        if (before === null || before === undefined) {
          this.remove(this.#pathOf(live));
          return true;
        }
        const patch = restorePatch(live, spec, before.template, 1);
        return this.#write([{ path: this.#pathOf(live), patch }]);
      }
      case 'recreate-workload': {
        const workload = this.workloadOf('v1', 1);
        const creationTimestamp = new Date(this.now).toISOString() as never;
        this.#add({ ...workload, metadata: { ...workload.metadata, creationTimestamp } });
        return true;
      }
      case 'remove':
        if (this.objects.get(move.path)?.metadata?.uid !== move.uid) return false;
        this.remove(move.path);
        return true;
      case 'remove-stuck':
        this.remove(this.#pathOf(move.pod));
        return true;
      case 'transition': {
        const { do: _, phase, writes = [], cause, ...change } = move;
        const why = cause === undefined ? {} : { reason: cause.kind };
        this.rollout = transition(this.rollout, phase, this.now, { ...change, ...why });
        this.#write(writes);
        return true;
      }
      default:
        return false;
    }
  }

  change<T extends KubeObject>(object: T, edit: (copy: T) => void): void {
    const copy = copyOf(object);
    edit(copy);
    const metadata = { ...copy.metadata, generation: (copy.metadata?.generation ?? 0) + 1 };
    this.objects.set(this.#pathOf(object), { ...copy, metadata });
  }

  remove(path: string): void {
    const object = this.objects.get(path);
    if (object?.kind === 'Pod') this.#end(object as Pod);
    else this.objects.delete(path);
  }

  #pathOf(object: KubeObject): string {
    return [...this.objects].find(([, each]) => each.metadata?.uid === object.metadata?.uid)?.[0] ?? '';
  }

  #write(writes: FencedPatch[]): boolean {
    return writes
      .map(({ path, patch }) => {
        const object = this.objects.get(path);
        if (object === undefined) return false;
        try {
          const written = applied(object, patch);
          const metadata = {
            ...written.metadata,
            generation: (written.metadata?.generation ?? 0) + 1,
            managedFields: [
              { manager: 'slipway', time: new Date(Math.floor(this.now / 1000) * 1000).toISOString() },
            ],
          };
          this.objects.set(path, { ...written, metadata } as KubeObject);
          return true;
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          const annotations = {
            ...object.metadata?.annotations,
            [annotationOf.token('shop')]: String(this.token),
          };
          this.objects.set(path, { ...object, metadata: { ...object.metadata, annotations } });
          return false;
        }
      })
      .every(Boolean);
  }

  /** One round of the controllers; `lets` says of each thing that could happen whether it does. */
  progress(lets: () => boolean): void {
    for (const pod of this.of<Pod>('Pod')) {
      if (pod.metadata?.deletionTimestamp !== undefined) {
        if (lets()) this.objects.delete(this.#pathOf(pod));
      } else if (!isReady(pod) && !this.#isBroken(pod) && lets()) this.#ready(pod);
    }
    const uids = new Set([...this.objects.values()].map(({ metadata }) => metadata?.uid));
    for (const [path, object] of this.objects) {
      const [owner] = object.metadata?.ownerReferences ?? [];
      if (owner !== undefined && !uids.has(owner.uid) && lets()) this.remove(path);
    }
    for (const route of this.of<HttpRoute>('HTTPRoute')) {
      const observedGeneration = route.metadata?.generation ?? 0;
      const conditions = ['Accepted', 'ResolvedRefs'].map(type => ({
        type,
        status: 'True',
        observedGeneration,
      }));
      route.status = { parents: [{ parentRef: { name: 'lab', namespace: 'gateway' }, conditions }] };
    }
    for (const deployment of this.of<Deployment>('Deployment')) if (lets()) this.#roll(deployment, lets);
    for (const set of this.of<Workload>('StatefulSet')) if (lets()) this.#rollOrdered(set);
  }

  #isBroken(pod: Pod): boolean {
    const image = pod.spec?.containers[0]?.image ?? '';
    return (
      this.setting.broken.some(version => image === `shop:${version}` || image === version) ||
      this.setting.crashing.includes(image)
    );
  }

  #ready(pod: Pod): void {
    pod.status = { ...pod.status, conditions: [{ type: 'Ready', status: 'True' }] };
  }

  #end(pod: Pod): void {
    pod.metadata = { ...pod.metadata, deletionTimestamp: new Date(this.now) as never };
  }

  #roll(deployment: Deployment, lets: () => boolean): void {
    const { metadata, spec } = deployment;
    const owned = (each: KubeObject, uid: string | undefined) =>
      each.metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false;
    const sets = this.of<ReplicaSet>('ReplicaSet').filter(each => owned(each, metadata?.uid));
    const revision = (set: ReplicaSet) =>
      Number(set.metadata?.annotations?.['deployment.kubernetes.io/revision']);
    const highest = Math.max(0, ...sets.map(revision));
    let set = sets.find(each => canonical(each.spec?.template) === canonical(spec?.template));
    if (set === undefined || revision(set) < highest) {
      const annotations = {
        'deployment.kubernetes.io/revision': String(highest + 1),
        [labels.release]: metadata?.annotations?.[labels.release] ?? '',
      };
      if (set !== undefined) set.metadata = { ...set.metadata, annotations };
      else {
        this.put(resources.replicaSet, {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          metadata: {
            name: `${metadata?.name}-${++this.#uids}`,
            namespace: 'shop',
            annotations,
            labels: { ...spec?.template?.metadata?.labels },
            ownerReferences: [
              { apiVersion: 'apps/v1', kind: 'Deployment', name: metadata?.name, uid: metadata?.uid },
            ],
          },
          spec: { template: spec?.template },
        } as KubeObject);
        set = this.of<ReplicaSet>('ReplicaSet').at(-1) as ReplicaSet;
      }
    }
    const living = this.of<Pod>('Pod').filter(pod => pod.metadata?.deletionTimestamp === undefined);
    const wanted = spec?.replicas ?? 1;
    const young = living.filter(pod => owned(pod, set.metadata?.uid));
    const old = living.filter(pod => sets.some(each => each !== set && owned(pod, each.metadata?.uid)));
    const { unavailable } = this.setting;
    const room = unavailable > 0 ? wanted - old.length : wanted;
    for (let i = young.length; i < Math.min(wanted, room); i += 1) if (lets()) this.#start(set);
    for (const pod of young.slice(wanted)) this.#end(pod);
    let ready = [...young, ...old].filter(isReady).length;
    for (const pod of old.filter(each => !isReady(each))) this.#end(pod);
    for (const pod of old.filter(isReady)) {
      if (ready <= wanted - unavailable || !lets()) continue;
      this.#end(pod);
      ready -= 1;
    }
    const now = this.of<Pod>('Pod').filter(pod => pod.metadata?.deletionTimestamp === undefined);
    const updated = now.filter(pod => owned(pod, set.metadata?.uid));
    const all = now.filter(pod => [...sets, set].some(each => owned(pod, each.metadata?.uid)));
    deployment.metadata = {
      ...metadata,
      annotations: {
        ...metadata?.annotations,
        'deployment.kubernetes.io/revision':
          set.metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? '',
      },
    };
    deployment.status = {
      observedGeneration: metadata?.generation ?? 0,
      replicas: all.length,
      updatedReplicas: updated.length,
      availableReplicas: all.filter(isReady).length,
      readyReplicas: all.filter(isReady).length,
    };
  }

  /** Pod by pod, and none is touched while one before it is not ready, whatever version that is to get. */
  #rollOrdered(set: Workload): void {
    const { metadata, spec } = set;
    const wanted = spec?.replicas ?? 1;
    const updateRevision = `${metadata?.name}-${spec?.template?.spec?.containers[0]?.image}`;
    const own = () =>
      this.of<Pod>('Pod').filter(pod => pod.metadata?.ownerReferences?.[0]?.uid === metadata?.uid);
    const has = (pod: Pod) => pod.metadata?.labels?.['controller-revision-hash'];
    const named = (index: number) => own().find(pod => pod.metadata?.name === `${metadata?.name}-${index}`);
    const step = () => {
      for (let index = 0; index < wanted; index += 1) {
        const pod = named(index);
        if (pod === undefined) return this.#startOrdered(set, index, updateRevision);
        if (pod.metadata?.deletionTimestamp !== undefined || !isReady(pod)) return;
      }
      for (let index = wanted - 1; index >= 0; index -= 1) {
        const pod = named(index);
        if (pod !== undefined && has(pod) !== updateRevision) return this.#end(pod);
      }
    };
    step();
    const living = own().filter(pod => pod.metadata?.deletionTimestamp === undefined);
    const updated = living.filter(pod => has(pod) === updateRevision);
    const ready = living.filter(isReady).length;
    const whole = updated.length === wanted && ready === wanted;
    set.status = {
      observedGeneration: metadata?.generation ?? 0,
      replicas: living.length,
      updatedReplicas: updated.length,
      availableReplicas: ready,
      readyReplicas: ready,
      updateRevision,
      currentRevision: whole ? updateRevision : (set.status?.currentRevision ?? updateRevision),
    };
  }

  #startOrdered({ metadata, spec }: Workload, index: number, revision: string): void {
    this.put(resources.pod, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${metadata?.name}-${index}`,
        namespace: 'shop',
        creationTimestamp: new Date(this.now).toISOString(),
        labels: { ...spec?.template?.metadata?.labels, 'controller-revision-hash': revision },
        ownerReferences: [
          { apiVersion: 'apps/v1', kind: 'StatefulSet', name: metadata?.name, uid: metadata?.uid },
        ],
      },
      spec: { containers: [{ name: 'shop', image: spec?.template?.spec?.containers[0]?.image }] },
      status: { conditions: [], ...this.#troubleOf(spec?.template) },
    } as unknown as KubeObject);
  }

  #troubleOf(template: PodTemplate | undefined) {
    const waiting = { name: 'worker', restartCount: 3, state: { waiting: { reason: 'CrashLoopBackOff' } } };
    const crashes = this.setting.crashing.includes(template?.spec?.containers[0]?.image ?? '');
    return crashes ? { containerStatuses: [waiting] } : {};
  }

  #start(set: ReplicaSet): void {
    const { template } = set.spec ?? {};
    this.put(resources.pod, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${set.metadata?.name}-${++this.#uids}`,
        namespace: 'shop',
        labels: { ...template?.metadata?.labels },
        ownerReferences: [
          { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: set.metadata?.name, uid: set.metadata?.uid },
        ],
      },
      spec: { containers: [{ name: 'shop', image: template?.spec?.containers[0]?.image }] },
      status: {
        conditions: [],
        ...this.#troubleOf(template),
      },
    } as unknown as KubeObject);
  }

  /** Percentage that the settings give to the canary. */
  get weight(): number {
    return this.spec().router.weight(this.observe());
  }

  ready(track: 'stable' | 'canary'): number {
    return this.observe().ready[track];
  }

  /** Goes on until nothing but time passes, `done` says so, or the end is reached. @returns what it did, in order. */
  run(
    until: (move: RolloutAction) => boolean = () => false,
    goal: RolloutSpec['goal'] = 'done',
    steps = 2000,
  ): RolloutAction[] {
    const moves: RolloutAction[] = [];
    for (let i = 0; i < steps; i += 1) {
      const move = this.decide(goal);
      if (until(move)) return moves;
      moves.push(move);
      if (move.do === 'end' || move.do === 'needs-action') return moves;
      this.act(move);
      if (move.do === 'await') this.now += Math.min(1000, Math.max(5, move.ms ?? 1000));
      this.progress(() => true);
    }
    throw new Error(`no end after ${steps} steps: ${JSON.stringify(moves.slice(-5))}`);
  }

  /** What the rollout made and has not taken away. */
  get left(): string[] {
    return [...this.objects.values()]
      .filter(
        ({ kind, metadata }) =>
          kind !== 'Pod' &&
          kind !== 'ReplicaSet' &&
          (metadata?.name === nameOf.canary('shop') || /-fence-/.test(metadata?.name ?? '')),
      )
      .map(({ kind, metadata }) => `${kind}/${metadata?.name}`);
  }
}

/** Of plain data. structuredClone takes seven times as long, and half of the time of a search. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = {} as T & object;
  for (const name of Object.keys(value) as (keyof T)[]) copy[name] = copyOf(value[name]);
  return copy;
}
