import { selectorMatches, selects } from '../cluster/labels.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { KubeObject, ObjectMeta, Pod, PodSpec } from '../cluster/objects.ts';
import type { EnvPolicy } from '../config/assess.ts';
import { defined, isMap, mapsIn, textMap, textsIn } from '../toolkit/map.ts';
import { isReleased, podTemplatesOf, type Ref, type Workload } from '../workloads/kinds.ts';
import type { Live, Queried } from './live.ts';
import type { ManifestPath } from './rule.ts';

/** The application as the rules see it. */
export interface AssessSubject {
  readonly environment: string;
  readonly namespace: string;
  readonly zones: number;
  readonly manifests: readonly Manifest[];
  readonly workloads: readonly AssessedWorkload[];
  /** Repositories whose images a release pins by digest. */
  readonly released: readonly string[];
  readonly variables: EnvPolicy;
  readonly live: Live;
  /** ISO 8601. */
  readonly now: string;
}

export interface AssessedWorkload {
  readonly manifest: Manifest;
  readonly title: string;
  readonly object: Workload;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
  /** Of the pod's spec in the manifest. */
  readonly path: ManifestPath;
  /** Whether it gets traffic: it is the workload of the environment behind a Service, or a Service selects it. */
  readonly serves: boolean;
  /** Whether it gets traffic and could run any number of times: it is not a database, cache or queue. */
  readonly scales: boolean;
  /** The HorizontalPodAutoscaler or ScaledObject that targets it. */
  readonly autoscaler: Manifest | undefined;
  /** The least number of pods: of the autoscaler, or `replicas`. */
  readonly least: number;
  readonly pods: Queried<readonly Pod[]>;
}

export type SubjectOptions = Omit<AssessSubject, 'workloads'> & {
  readonly workload: Ref;
  readonly service: string | undefined;
};

/** Gathers what several rules need. Pure. */
export function assessSubject({
  workload,
  service,
  manifests: written,
  ...facts
}: SubjectOptions): AssessSubject {
  const { namespace, live } = facts;
  const manifests = written.map(
    (each): Manifest => ({ ...each, object: withoutNulls(each.object) as Manifest['object'] }),
  );
  const services = ofKind(manifests, 'Service').filter(each => !isForMetrics(each));
  const workloads = manifests.flatMap((manifest): AssessedWorkload[] => {
    const object = manifest.object as Workload;
    const { kind, name } = { kind: manifest.object.kind, name: manifest.name };
    const [template] = podTemplatesOf(manifest.object);
    if (!(isReleased(kind) || Object.hasOwn(ending, kind)) || !isMap(template?.spec)) return [];
    const title = nameOfManifest(manifest);
    const { labels = {} } = template.metadata ?? {};
    const chosen = kind === workload.kind && name === workload.name;
    const autoscaler = ofKind(manifests, 'HorizontalPodAutoscaler', 'ScaledObject').find(each =>
      isTarget(each.object, kind, name),
    );
    const serves =
      kind !== 'CronJob' &&
      kind !== 'Job' &&
      ((chosen && service !== undefined) || services.some(each => selects(serviceSelector(each), labels)));
    return [
      {
        manifest,
        title,
        object,
        labels,
        autoscaler,
        serves,
        spec: specOf(template.spec),
        scales: serves && !/^(DaemonSet|Pod)$/.test(kind) && (chosen || !keepsData(kind, template.spec)),
        path: [...(ending[kind] ?? ['spec', 'template']), 'spec'],
        least: leastOf(autoscaler?.object) ?? countIn(object.spec?.replicas) ?? 1,
        pods: podsOf(live.pods, namespace, manifest),
      },
    ];
  });
  return { ...facts, manifests, workloads };
}

/**
 * Returns an object without empty fields, such as `env:` with nothing below it. The API server drops them too, but for some of custom
 * resources, so a release sends them as they are written.
 */
const withoutNulls = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutNulls)
    : isMap(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([key, each]) => (each === null ? [] : [[key, withoutNulls(each)]])),
        )
      : value;

/** Kinds whose pods do not last or are not copies, and the path of their template. */
const ending: Readonly<Record<string, ManifestPath>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Job: ['spec', 'template'],
  Pod: [],
};

/** Fields of a pod may have any type in a manifest. */
function specOf(spec: PodSpec): PodSpec {
  const containers = mapsIn(spec.containers);
  // The older name of the field, which the API server copies.
  const serviceAccountName = spec.serviceAccountName ?? spec.serviceAccount;
  return { ...spec, ...defined({ serviceAccountName }), containers } as unknown as PodSpec;
}

const countIn = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** Returns the least number of pods that an autoscaler sets; KEDA's may be 0. */
function leastOf(autoscaler: KubeObject | undefined): number | undefined {
  const { minReplicas, minReplicaCount } = (autoscaler?.spec ?? {}) as Record<string, unknown>;
  if (autoscaler?.kind === 'ScaledObject') return countIn(minReplicaCount) ?? 0;
  return autoscaler && (countIn(minReplicas) ?? 1);
}

/** Names of images of programs that keep data, and whose copies know of each other. */
const stores =
  /(^|[/-])(postgres(ql)?|mysql|mariadb|percona|mongo(db)?|redis|valkey|memcached|rabbitmq|kafka|zookeeper|etcd|nats|elasticsearch|opensearch|cassandra|clickhouse|influxdb|minio|vault|consul|db|database)(-[a-z]+)?([:@]|$)/;

/** Ports of PostgreSQL, MySQL, MongoDB, Redis, Memcached, AMQP, Kafka, etcd and Elasticsearch, whose image may have any name. */
const storePorts = [5432, 3306, 27017, 6379, 11211, 5672, 9092, 2379, 9200];

/** Whether a workload keeps data, so that more of it would not be more of the same. */
function keepsData(kind: string, spec: Partial<PodSpec>): boolean {
  return (
    kind === 'StatefulSet' ||
    mapsIn(spec.volumes).some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined) ||
    mapsIn(spec.containers).some(
      ({ image, ports }) =>
        stores.test(String(image)) ||
        mapsIn(ports).some(({ containerPort }) => storePorts.includes(Number(containerPort))),
    )
  );
}

/** Returns the PVC in the manifests that a pod mounts and that one node at a time can mount. Pure. */
export function pvcOfOneNode(spec: PodSpec, { manifests }: Pick<AssessSubject, 'manifests'>) {
  const mounted = mapsIn(spec.volumes).map(({ persistentVolumeClaim: claim }) => textMap(claim).claimName);
  return ofKind(manifests, 'PersistentVolumeClaim').find(
    ({ name, object }) =>
      mounted.includes(name) &&
      !textsIn((object.spec as KubeObject)?.accessModes).some(mode => mode.endsWith('Many')),
  )?.name;
}

/** Returns the selector of a Service. Pure. */
export const serviceSelector = ({ object }: Manifest) =>
  (object.spec as { selector?: Record<string, string> } | undefined)?.selector;

/** Whether only Prometheus connects to a Service: the pods behind it may still get no requests. */
function isForMetrics({ object: { spec } }: Manifest): boolean {
  const ports = mapsIn((spec as { ports?: unknown } | undefined)?.ports);
  return ports.length > 0 && ports.every(isMetricsPort);
}

/** Whether only Prometheus connects to a port, by its name. Pure. */
export const isMetricsPort = ({ name }: { readonly name?: unknown }): boolean =>
  /(^|-)(metrics|exporter)(-|$)/.test(String(name));

/** Whether an operator may create the pods with some labels: they name one of its resources. Pure. */
export const mayCreate = (manifests: readonly Manifest[], labels: unknown): boolean =>
  manifests.some(
    ({ object: { apiVersion, kind }, name }) =>
      /^(?!.*\.k8s\.io\/).*\..*\//.test(apiVersion) &&
      !/(Monitor|Rule|Secret|Certificate|Policy)$/.test(kind) &&
      Object.values(textMap(labels)).includes(name),
  );

export const ofKind = (manifests: readonly Manifest[], ...kinds: string[]): Manifest[] =>
  manifests.filter(({ object }) => kinds.includes(object.kind));

/** `Kind/name` of a manifest. Pure. */
export const nameOfManifest = ({ object: { kind }, name }: Manifest): string => `${kind}/${name}`;

/** Returns the target of an autoscaler. Pure. */
export const targetOf = ({ spec }: KubeObject) =>
  ((spec ?? {}) as { scaleTargetRef?: { kind?: string; name?: string } }).scaleTargetRef ?? {};

/** Whether an autoscaler scales a workload; KEDA scales a Deployment unless it says otherwise. Pure. */
export function isTarget(autoscaler: KubeObject, kind: string, name: string): boolean {
  const target = targetOf(autoscaler);
  return target.name === name && (target.kind ?? 'Deployment') === kind;
}

function podsOf(pods: Live['pods'], namespace: string, manifest: Manifest): AssessedWorkload['pods'] {
  const where = manifest.object.metadata?.namespace ?? namespace;
  if (!pods.known) return pods;
  if (where !== namespace)
    return { known: false, why: `its pods are in namespace ${where}, which was not read` };
  const own = pods.value.filter(
    ({ metadata, status }) =>
      status?.phase === 'Running' &&
      metadata?.deletionTimestamp === undefined &&
      isOwn(manifest, metadata ?? {}),
  );
  return { ...pods, value: own };
}

/** Whether a pod is one of an object: by its selector, its owner, or its name. */
function isOwn({ object: { kind, spec }, name }: Manifest, { labels = {}, ...pod }: ObjectMeta): boolean {
  if (kind === 'Pod') return pod.name === name;
  if (kind === 'Job' || kind === 'CronJob')
    return (pod.ownerReferences ?? []).some(
      owner =>
        owner.kind === 'Job' &&
        // The controller adds the time to the name.
        (kind === 'Job' ? owner.name : owner.name.replace(/-\d+$/, '')) === name,
    );
  const { selector } = (spec ?? {}) as { selector?: Readonly<Record<string, unknown>> };
  return isMap(selector) && Object.keys(selector).length > 0 && selectorMatches(selector, labels);
}
