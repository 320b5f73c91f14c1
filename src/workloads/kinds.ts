import type {
  CronJob,
  DaemonSet,
  Deployment,
  KubeObject,
  ObjectMeta,
  PodSpec,
  PodTemplate,
  StatefulSet,
} from '../cluster/objects.ts';
import { apiVersionOf, pathOf, type Resource, resources } from '../cluster/resources.ts';
import { parseRepository } from '../image/reference.ts';
import { nameOf } from './naming.ts';

/** The kinds that a release can update, and how they differ. All pure. */

/** Kinds that can be the workload of a release. */
export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet';
/** Kinds that a release updates: a CronJob only as a worker, because its pods do not last. */
export type ReleasedKind = WorkloadKind | 'CronJob';

/** An object by kind and name, which determine its path. */
export interface Ref {
  kind: ReleasedKind;
  name: string;
}

type Spec<T extends { spec?: unknown }> = NonNullable<T['spec']>;
type Status<T extends { status?: unknown }> = NonNullable<T['status']>;
type Beside<More, Known> = Partial<Omit<More, keyof Known>>;

/** An object of any of these kinds: fields that a kind does not have are undefined. */
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
  /** Resource of its revisions; undefined when none are kept. */
  revisions: Resource | undefined;
  /** Whether it has `spec.replicas`, which an autoscaler or a release sets. */
  scales: boolean;
  /** Whether only Events show that pods could not be created. */
  refusedInEvents: boolean;
}

const traits: Record<ReleasedKind, Traits> = {
  Deployment: {
    resource: resources.deployment,
    revisions: resources.replicaSet,
    scales: true,
    refusedInEvents: false,
  },
  StatefulSet: {
    resource: resources.statefulSet,
    revisions: resources.controllerRevision,
    scales: true,
    refusedInEvents: true,
  },
  DaemonSet: {
    resource: resources.daemonSet,
    revisions: resources.controllerRevision,
    scales: false,
    refusedInEvents: true,
  },
  CronJob: {
    resource: resources.cronJob,
    revisions: undefined,
    scales: false,
    refusedInEvents: false,
  },
};

export const traitsOf = (kind: ReleasedKind): Traits => traits[kind];

export const isReleased = (kind: string | undefined): kind is ReleasedKind =>
  kind !== undefined && Object.hasOwn(traits, kind);

/** Returns the kind of an object; Deployment if it has none. */
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

/** Returns the manifest of a workload in a record; undefined when there is none. */
export const manifestOf = (
  { manifests }: { manifests: readonly Pick<Workload, 'kind' | 'metadata'>[] },
  ref: Ref,
): Workload | undefined => manifests.find(each => isOf(ref, each)) as Workload | undefined;

/** Returns the API path of an object. */
export const pathTo = (namespace: string, { kind, name }: Ref): string =>
  pathOf(traits[kind].resource, namespace, name);

/** Returns the API path of the Lease of an application. */
export const leasePath = (namespace: string, app: string): string =>
  pathOf(resources.lease, namespace, nameOf.application(app));

/** Returns the API query for Events about an object. */
export const about = ({ kind, name }: Ref) => ({
  fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});

/** Returns the apiVersion and kind of an object. */
export const typeOf = (kind: ReleasedKind) => ({ apiVersion: apiVersionOf(traits[kind].resource), kind });

/** Returns the pod template. */
export function templateOf(workload: Workload | undefined): PodTemplate | undefined {
  return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}

/** Returns the JSON pointer to the pod template. */
export const templatePointer = (kind: ReleasedKind): string =>
  kind === 'CronJob' ? '/spec/jobTemplate/spec/template' : '/spec/template';

/** Returns the desired number of pods: for a DaemonSet its number of nodes, for a CronJob 0. */
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
 * Returns the name of a worker in records, outcomes and `status`: the name alone for a Deployment, as in the first versions, and
 * `Kind/name` for any other kind.
 */
export const keyOf = ({ kind, name }: Ref): string => (kind === 'Deployment' ? name : `${kind}/${name}`);

export function refOfKey(key: string): Ref {
  const slash = key.indexOf('/');
  const kind = key.slice(0, Math.max(0, slash));
  return slash >= 0 && isReleased(kind)
    ? { kind, name: key.slice(slash + 1) }
    : { kind: 'Deployment', name: key };
}

// Containers in objects of any kind, and their images.

/** An image as a release pins it. */
export interface PinnedImage {
  repository: string;
  digest: string;
}

/** Returns `repository@digest` of each image, by name. */
export const referencesOf = (images: Readonly<Record<string, PinnedImage>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]),
  );

/** Returns every pod template of an object of any kind. */
export function podTemplatesOf(object: KubeObject): PodTemplate[] {
  if (object.kind === 'Pod') return [object as unknown as PodTemplate];
  const spec = object.spec as
    | { template?: PodTemplate; jobTemplate?: { spec?: { template?: PodTemplate } } }
    | undefined;
  const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
  return template?.spec === undefined ? [] : [template];
}

/** Returns all containers of a pod, including init containers. */
export function containersOf(spec: PodSpec | undefined) {
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}

/** Returns the first container of these pod templates that runs one of our images. @param ours full names of repositories. */
export const ownContainerIn = (templates: readonly PodTemplate[], ours: ReadonlySet<string>) =>
  templates
    .flatMap(({ spec }) => containersOf(spec))
    .find(({ image = '' }) => image !== '' && ours.has(parseRepository(repositoryOf(image))));

/** Returns a reference without its tag and digest. */
export function repositoryOf(image: string): string {
  const withoutDigest = image.split('@', 1)[0] ?? '';
  const colon = withoutDigest.lastIndexOf(':');
  return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}
