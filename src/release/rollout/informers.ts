import { type Informer, startInformer } from '../../cluster/informer.ts';
import type {
  ConfigMap,
  Deployment,
  EndpointSlice,
  Event,
  HorizontalPodAutoscaler,
  Job,
  KubeObject,
  LeaseObject,
  Pod,
  Service,
} from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, type Resource, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import type { UserError } from '../../toolkit/errors.ts';
import { WakeableWait } from '../../toolkit/wakeable.ts';
import { tokenOn } from '../../traffic/fencing-token.ts';
import type { HttpRoute } from '../../traffic/route.ts';
import {
  about,
  isOf,
  isReleased,
  keyOf,
  type ReleasedKind,
  refOf,
  traitsOf,
  type Workload,
} from '../../workloads/kinds.ts';
import { labels, nameOf, selecting } from '../../workloads/naming.ts';
import { type Revision, readyOf, selectorOf } from '../../workloads/pods.ts';
import type { Observed } from '../../workloads/progress.ts';
import { tokenOf } from '../store/lease.ts';
import { stateIn } from '../store/rollout-state.ts';
import type { RolloutState } from '../store/schema.ts';
import { watchdogImage } from '../watchdog/watchdog.ts';

/** The watched objects of a rollout at one moment. */
export interface Snapshot {
  /** Milliseconds since 1970 by the API server's clock. */
  now: number;
  /** The fencing token of the Lease; undefined when it was deleted. */
  token: number | undefined;
  rollout: RolloutState | undefined;
  workload: Workload | undefined;
  canary: Deployment | undefined;
  /** The workers with their pods, by the names that records use. */
  workers: Record<string, Observed>;
  /** Of the workload and of its canary. */
  revisions: Revision[];
  pods: Pod[];
  /** How many of them can take requests. */
  ready: { stable: number; canary: number };
  /** Of the workload, if its kind reports only in Events that pods could not be created. */
  events: Event[];
  services: Service[];
  routes: HttpRoute[];
  autoscalers: HorizontalPodAutoscaler[];
  /** Of the Service and of the canary's Service. */
  slices: EndpointSlice[];
  fences: ConfigMap[];
  /** The watchdog Jobs of this run and of others. */
  jobs: Job[];
  /** Milliseconds since the oldest of the failing watches was current; 0 while none fails. */
  staleFor: number;
  /** Why the API server refuses the credential of this run, if it does. */
  refused?: UserError;
}

/** The watches of one rollout: copies of its objects that follow the cluster, and a way to wait for a change. */
export class Informers {
  readonly #stop = new AbortController();
  readonly #informers = new Map<string, Informer<KubeObject>>();
  readonly #cluster: Cluster;
  readonly #app: string;
  readonly #environment: Environment;
  /** The workers, by the names that records use. */
  readonly #workers: string[];
  readonly #pause = new WakeableWait();
  #changed = false;

  private constructor(cluster: Cluster, app: string, environment: Environment, workers: string[]) {
    this.#cluster = cluster;
    this.#app = app;
    this.#environment = environment;
    this.#workers = workers;
  }

  /**
   * Opens the watches; `close` ends them.
   * @param selector of the workload's pods, the canary's included.
   * @param workers their manifests.
   * @param withTraffic false for a rollback to a release, which must not need the permissions to move traffic.
   */
  static async open(
    cluster: Cluster,
    app: string,
    environment: Environment,
    selector: string,
    workers: readonly Workload[],
    withTraffic = true,
  ): Promise<Informers> {
    const names = workers.map(each => keyOf(refOf(each)));
    const informers = new Informers(cluster, app, environment, names);
    const { workload, service } = environment;
    const byName = (name: string) => ({ fieldSelector: `metadata.name=${name}` });
    const ofPods = { labelSelector: selector };
    await Promise.all([
      informers.#follow('workload', traitsOf(workload.kind).resource, byName(workload.name)),
      ...(workload.kind === 'Deployment'
        ? [informers.#follow('canary', resources.deployment, byName(nameOf.canary(workload.name)))]
        : []),
      ...informers.#followVersions(workload.kind, '', ofPods, workload.name),
      informers.#follow('lease', resources.lease, byName(nameOf.application(app))),
      ...(withTraffic
        ? [
            informers.#follow('services', resources.service, {}),
            informers.#follow('autoscalers', resources.horizontalPodAutoscaler, {}),
            informers.#follow('fences', resources.configMap, { labelSelector: selecting.fences(app) }),
          ]
        : []),
      ...workers.flatMap(each => {
        const { kind, name } = refOf(each);
        const ofWorker = { labelSelector: selectorOf(each) };
        return [
          informers.#follow(worker(keyOf({ kind, name })), traitsOf(kind).resource, byName(name)),
          ...informers.#followVersions(kind, worker(keyOf({ kind, name })), ofWorker, name),
        ];
      }),
      ...(withTraffic && watchdogImage(environment.strategy) !== undefined
        ? [
            informers.#follow('jobs', resources.job, {
              labelSelector: `${labels.app}=${app},${labels.kind}=watchdog`,
            }),
          ]
        : []),
      ...(environment.route === undefined ? [] : [informers.#follow('routes', resources.httpRoute, {})]),
      ...(service === undefined
        ? []
        : [
            informers.#follow('slices', resources.endpointSlice, {
              labelSelector: `kubernetes.io/service-name in (${service},${nameOf.canary(service)})`,
            }),
          ]),
    ]).catch(error => {
      informers.close();
      throw error;
    });
    return informers;
  }

  snapshot(): Snapshot {
    const lease = this.#items<LeaseObject>('lease')[0];
    const entry = lease && stateIn(lease, this.#app);
    const tracks = {
      workload: this.#items<Workload>('workload')[0],
      canary: this.#items<Deployment>('canary').find(each => tokenOn(each, this.#app) > 0),
      revisions: this.#items<Revision>('revisions'),
      pods: this.#items<Pod>('pods'),
    };
    return {
      ...tracks,
      ready: readyOf(tracks),
      now: this.#cluster.now(),
      token: lease && tokenOf(lease),
      rollout: entry !== undefined && 'rollout' in entry ? entry.rollout : undefined,
      workers: Object.fromEntries(
        this.#workers.map(name => [
          name,
          {
            workload: this.#items<Workload>(worker(name))[0],
            revisions: this.#items<Revision>(`${worker(name)}revisions`),
            pods: this.#items<Pod>(`${worker(name)}pods`),
            events: this.#items<Event>(`${worker(name)}events`),
          },
        ]),
      ),
      events: this.#items('events'),
      services: this.#items('services'),
      routes: this.#items('routes'),
      autoscalers: this.#items('autoscalers'),
      slices: this.#items('slices'),
      fences: this.#items('fences'),
      jobs: this.#items('jobs'),
      staleFor: this.#staleFor(),
      ...this.#refusal(),
    };
  }

  /** Takes over the response to a write, so that the next snapshot has it. */
  put(object: KubeObject): void {
    this.#informers.get(this.#informerOf(object) ?? '')?.put(object);
  }

  /** Removes an object that was read again and no longer exists. */
  drop(uid: string): void {
    for (const each of this.#informers.values()) each.drop(uid);
  }

  /** Resolves at the next change, or after that many milliseconds; at once if something changed since the last call. */
  async waitForChange(ms: number): Promise<void> {
    if (!this.#changed) await this.#pause.sleep(ms);
    this.#changed = false;
  }

  /** Wakes `waitForChange`, also for what is not in the cluster: a cancel, a verdict. */
  notify(): void {
    this.#changed = true;
    this.#pause.wake();
  }

  close(): void {
    this.#stop.abort();
  }

  /** Watches what belongs to a workload; nothing for a CronJob, whose pods come and go. */
  #followVersions(
    kind: ReleasedKind,
    whose: string,
    ofPods: Record<string, string>,
    name: string,
  ): Promise<void>[] {
    const { revisions, refusedInEvents } = traitsOf(kind);
    if (revisions === undefined) return [];
    return [
      this.#follow(`${whose}revisions`, revisions, ofPods),
      this.#follow(`${whose}pods`, resources.pod, ofPods),
      ...(refusedInEvents ? [this.#follow(`${whose}events`, resources.event, about({ kind, name }))] : []),
    ];
  }

  async #follow(name: string, resource: Resource, query: Record<string, string>): Promise<void> {
    const path = pathOf(resource, this.#environment.namespace);
    this.#informers.set(
      name,
      await startInformer<KubeObject>(this.#cluster, path, query, this.#stop.signal, () => this.notify()),
    );
  }

  #items<T>(name: string): T[] {
    return (this.#informers.get(name)?.items() ?? []) as T[];
  }

  #informerOf({ kind = '', metadata }: KubeObject): string | undefined {
    if (!isReleased(kind)) return informersOfKinds[kind];
    const key = keyOf({ kind, name: metadata?.name ?? '' });
    if (this.#workers.includes(key)) return worker(key);
    return isOf(this.#environment.workload, { kind, ...(metadata && { metadata }) }) ? 'workload' : 'canary';
  }

  #refusal(): { refused?: UserError } {
    const [refused] = [...this.#informers.values()].flatMap(each => each.refusal() ?? []);
    return refused === undefined ? {} : { refused };
  }

  #staleFor(): number {
    const since = [...this.#informers.values()].flatMap(each => each.staleSince() ?? []);
    return since.length === 0 ? 0 : performance.now() - Math.min(...since);
  }
}

/** The informer of each kind of temporary or shared object. */
const informersOfKinds: Record<string, string> = {
  Service: 'services',
  HTTPRoute: 'routes',
  HorizontalPodAutoscaler: 'autoscalers',
  Job: 'jobs',
  ConfigMap: 'fences',
  Lease: 'lease',
};

const worker = (name: string) => `worker ${name} `;
