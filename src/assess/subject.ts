import { hasLabels, selects } from '../cluster/labels.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { KubeObject, Pod, PodSpec } from '../cluster/objects.ts';
import type { EnvPolicy } from '../config/assess.ts';
import { isReleased, type Ref, templateOf, titleOf, type Workload } from '../release/workloads/kinds.ts';
import { isMap, mapsIn } from '../toolkit/map.ts';
import type { Asked, Live } from './live.ts';
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

/** A workload in the manifests. */
export interface AssessedWorkload {
  readonly manifest: Manifest;
  readonly title: string;
  readonly object: Workload;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
  /** Of the pod's spec in the manifest. */
  readonly path: ManifestPath;
  /** Whether it gets requests: it is the workload of the environment behind a Service, or a Service selects it. */
  readonly serves: boolean;
  /** Whether it gets requests and could run any number of times: it is no database, cache or queue. */
  readonly scales: boolean;
  /** The autoscaler that targets it. */
  readonly autoscaler: Manifest | undefined;
  /** The least number of pods: of the autoscaler, or `replicas`. */
  readonly least: number;
  /** Its running pods. */
  readonly pods: Asked<readonly Pod[]>;
}

export type SubjectOptions = Omit<AssessSubject, 'workloads'> & {
  readonly workload: Ref;
  readonly service: string | undefined;
};

/** Gathers what several rules need. Pure. */
export function assessSubject({ workload, service, ...facts }: SubjectOptions): AssessSubject {
  const { manifests, namespace, live } = facts;
  const services = ofKind(manifests, 'Service');
  const workloads = manifests.flatMap((manifest): AssessedWorkload[] => {
    const object = manifest.object as Workload;
    const { kind, name } = { kind: manifest.object.kind, name: manifest.name };
    const template = isReleased(kind) ? templateOf(object) : undefined;
    if (!isReleased(kind) || !isMap(template?.spec)) return [];
    const title = titleOf({ kind, name });
    const { labels = {} } = template.metadata ?? {};
    const chosen = kind === workload.kind && name === workload.name;
    const autoscaler = ofKind(manifests, 'HorizontalPodAutoscaler').find(each =>
      isSame(targetOf(each.object), kind, name),
    );
    const { replicas = 1 } = object.spec ?? {};
    const { minReplicas = 1 } = (autoscaler?.object.spec ?? {}) as { minReplicas?: number };
    const serves =
      kind !== 'CronJob' &&
      ((chosen && service !== undefined) || services.some(each => selects(serviceSelector(each), labels)));
    return [
      {
        ...{ manifest, title, object, labels, autoscaler, serves },
        scales: serves && kind !== 'DaemonSet' && (chosen || !keepsData(kind, template.spec)),
        // Fields of a pod may have any type in a manifest.
        spec: { ...template.spec, containers: mapsIn(template.spec.containers) } as unknown as PodSpec,
        path:
          kind === 'CronJob'
            ? ['spec', 'jobTemplate', 'spec', 'template', 'spec']
            : ['spec', 'template', 'spec'],
        least: autoscaler === undefined ? replicas : minReplicas,
        pods: podsOf(live.pods, { labels: selectorLabels(object, labels), namespace, manifest }),
      },
    ];
  });
  return { ...facts, workloads };
}

/** Names of images of programs that keep data, and whose copies know of each other. */
const stores =
  /(^|[/-])(postgres(ql)?|mysql|mariadb|percona|mongo(db)?|redis|valkey|memcached|rabbitmq|kafka|zookeeper|etcd|nats|elasticsearch|opensearch|cassandra|clickhouse|influxdb|minio|vault|consul)(-[a-z]+)?([:@]|$)/;

/** Whether a workload keeps data, so that more of it would not be more of the same. */
function keepsData(kind: string, spec: Partial<PodSpec>): boolean {
  return (
    kind === 'StatefulSet' ||
    mapsIn(spec.volumes).some(({ persistentVolumeClaim }) => persistentVolumeClaim !== undefined) ||
    mapsIn(spec.containers).some(({ image }) => stores.test(String(image)))
  );
}

/** Returns the selector of a Service. Pure. */
export const serviceSelector = ({ object }: Manifest) =>
  (object.spec as { selector?: Record<string, string> } | undefined)?.selector;

export const ofKind = (manifests: readonly Manifest[], ...kinds: string[]): Manifest[] =>
  manifests.filter(({ object }) => kinds.includes(object.kind));

/** `Kind/name` of a manifest. Pure. */
export const nameOfManifest = ({ object: { kind }, name }: Manifest): string => `${kind}/${name}`;

/** Returns the target of an autoscaler. Pure. */
export const targetOf = ({ spec }: KubeObject) =>
  ((spec ?? {}) as { scaleTargetRef?: { kind?: string; name?: string } }).scaleTargetRef ?? {};

const isSame = (ref: { kind?: string; name?: string }, kind: string, name: string) =>
  ref.kind === kind && ref.name === name;

const selectorLabels = (object: Workload, labels: Readonly<Record<string, string>>) =>
  object.spec?.selector?.matchLabels ?? labels;

function podsOf(
  pods: Live['pods'],
  { labels, namespace, manifest }: { labels: Record<string, string>; namespace: string; manifest: Manifest },
): AssessedWorkload['pods'] {
  const where = manifest.object.metadata?.namespace ?? namespace;
  if (!pods.known) return pods;
  if (where !== namespace)
    return { known: false, why: `its pods are in namespace ${where}, which was not read` };
  const own = pods.value.filter(
    ({ metadata, status }) =>
      status?.phase === 'Running' &&
      metadata?.deletionTimestamp === undefined &&
      hasLabels(labels, metadata?.labels),
  );
  return { ...pods, value: own };
}
