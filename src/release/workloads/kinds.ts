import type {
  CronJob,
  DaemonSet,
  Deployment,
  ObjectMeta,
  PodTemplate,
  StatefulSet,
} from '../../cluster/objects.ts';
import { apiVersionOf, pathOf, type Resource, resources } from '../../cluster/resources.ts';

/** The kinds that carry a release, and what differs between them. All pure. */

/** What may be the workload of a release. */
export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet';
/** What a release gives a new version to: a CronJob only as a worker, for its pods come and go. */
export type ReleasedKind = WorkloadKind | 'CronJob';

/** An object by its kind and its name: all that its path is made of. */
export interface Ref {
  kind: ReleasedKind;
  name: string;
}

type Spec<T extends { spec?: unknown }> = NonNullable<T['spec']>;
type Status<T extends { status?: unknown }> = NonNullable<T['status']>;
type Beside<More, Known> = Partial<Omit<More, keyof Known>>;

/** An object of any of these kinds: what one kind does not have is never there. */
export type Workload = {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
  spec?: Partial<Spec<Deployment>> &
    Beside<Spec<StatefulSet>, Spec<Deployment> & { updateStrategy: unknown }> &
    Beside<Spec<CronJob>, Spec<Deployment>> & {
      updateStrategy?: {
        type?: string;
        rollingUpdate?: { partition?: number; maxSurge?: unknown; maxUnavailable?: unknown };
      };
    };
  status?: Partial<Status<Deployment>> &
    Beside<Status<StatefulSet>, Status<Deployment>> &
    Beside<Status<DaemonSet>, Status<Deployment> & Status<StatefulSet>>;
};

interface Traits {
  resource: Resource;
  /** What keeps its versions; undefined for what keeps none. */
  revisions: Resource | undefined;
  /** Where its pods are described. */
  template: readonly string[];
  /** Whether the number of its pods stands in it, for an autoscaler or a release to set. */
  scales: boolean;
  /** That pods could not be made is said by Events alone. */
  refusedInEvents: boolean;
}

const ofPods = ['spec', 'template'] as const;

const traits: Record<ReleasedKind, Traits> = {
  Deployment: {
    resource: resources.deployment,
    revisions: resources.replicaSet,
    template: ofPods,
    scales: true,
    refusedInEvents: false,
  },
  StatefulSet: {
    resource: resources.statefulSet,
    revisions: resources.controllerRevision,
    template: ofPods,
    scales: true,
    refusedInEvents: true,
  },
  DaemonSet: {
    resource: resources.daemonSet,
    revisions: resources.controllerRevision,
    template: ofPods,
    scales: false,
    refusedInEvents: true,
  },
  CronJob: {
    resource: resources.cronJob,
    revisions: undefined,
    template: ['spec', 'jobTemplate', 'spec', 'template'],
    scales: false,
    refusedInEvents: false,
  },
};

export const traitsOf = (kind: ReleasedKind): Traits => traits[kind];

export const isReleased = (kind: string | undefined): kind is ReleasedKind =>
  kind !== undefined && Object.hasOwn(traits, kind);

/** The kind of an object; a Deployment where it does not say. */
export const kindOf = ({ kind }: Pick<Workload, 'kind'>): ReleasedKind =>
  isReleased(kind) ? kind : 'Deployment';

export const refOf = (workload: Workload): Ref => ({
  kind: kindOf(workload),
  name: workload.metadata?.name ?? '',
});

/** `Kind/name`. */
export const titleOf = ({ kind, name }: Ref): string => `${kind}/${name}`;

export const isOf = ({ kind, name }: Ref, object: Pick<Workload, 'kind' | 'metadata'>): boolean =>
  object.kind === kind && object.metadata?.name === name;

/** The manifest of a workload as a release recorded it; undefined when it has none. */
export const manifestOf = (
  { manifests }: { manifests: readonly Pick<Workload, 'kind' | 'metadata'>[] },
  ref: Ref,
): Workload | undefined => manifests.find(each => isOf(ref, each)) as Workload | undefined;

/** Where all of a kind live. */
export const collectionOf = (namespace: string, kind: ReleasedKind): string =>
  pathOf(traits[kind].resource, namespace);

/** Where it lives. */
export const pathTo = (namespace: string, { kind, name }: Ref): string =>
  pathOf(traits[kind].resource, namespace, name);

/** Events about it, as a query of the API has it. */
export const about = ({ kind, name }: Ref) => ({
  fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});

/** Its kind as an object has to name it. */
export const typeOf = (kind: ReleasedKind) => ({ apiVersion: apiVersionOf(traits[kind].resource), kind });

/** The description of its pods. */
export function templateOf(workload: Workload | undefined): PodTemplate | undefined {
  return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}

/** JSON pointer to the description of its pods. */
export const templatePointer = (kind: ReleasedKind): string => `/${traits[kind].template.join('/')}`;

/** Pods that it is to have; a DaemonSet counts its nodes, a CronJob has none that stay. */
export function replicasOf(workload: Workload): number {
  switch (kindOf(workload)) {
    case 'DaemonSet':
      return workload.status?.desiredNumberScheduled ?? 0;
    case 'CronJob':
      return 0;
    default:
      return workload.spec?.replicas ?? 1;
  }
}

/**
 * The name of a worker in records, in outcomes and in what `status` says: that of a Deployment alone, as they have had it
 * from the beginning, and `Kind/name` for any other.
 */
export const keyOf = ({ kind, name }: Ref): string => (kind === 'Deployment' ? name : `${kind}/${name}`);

export function refOfKey(key: string): Ref {
  const slash = key.indexOf('/');
  const kind = key.slice(0, Math.max(0, slash));
  return slash >= 0 && isReleased(kind)
    ? { kind, name: key.slice(slash + 1) }
    : { kind: 'Deployment', name: key };
}
