import type { ControllerRevision, KubeObject, Pod, PodTemplate, ReplicaSet } from '../cluster/objects.ts';
import { kindOf, templateOf, type Workload } from './kinds.ts';
import { canonical, labels } from './naming.ts';

/** Which workload and version a pod belongs to. All pure. */

/** A revision that a controller keeps: a ReplicaSet for a Deployment, a ControllerRevision for the other kinds. */
export type Revision = ReplicaSet | ControllerRevision;

/** Label with the version of a pod of a StatefulSet or DaemonSet. */
const revisionLabel = 'controller-revision-hash';

interface Conditioned {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

/** Whether the Ready condition of a pod or a node is true. */
export function isReady({ status }: Conditioned): boolean {
  return status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}

/** Whether it is not being deleted. */
export const isLiving = ({ metadata }: Pick<KubeObject, 'metadata'>): boolean =>
  metadata?.deletionTimestamp === undefined;

/** Whether no container of a pod will run again, such as one that was evicted. */
export const hasEnded = ({ status }: Pick<Pod, 'status'>): boolean =>
  status?.phase === 'Succeeded' || status?.phase === 'Failed';

/** Whether the object with this uid is an owner; false when the uid is undefined. */
export const isOwnedBy = ({ metadata }: Pick<KubeObject, 'metadata'>, uid: string | undefined): boolean =>
  uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);

/** Returns whether a pod belongs to a workload: a Deployment owns pods through its ReplicaSets, other kinds directly. */
export function podsOwnedBy(
  workload: Workload | undefined,
  revisions: readonly Revision[],
): (pod: Pod) => boolean {
  const own = workload?.metadata?.uid;
  const owners = [
    own,
    ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
  ];
  return pod => owners.some(uid => isOwnedBy(pod, uid));
}

export const podsOfTrack = ({ pods }: { pods: readonly Pod[] }, track: 'stable' | 'canary'): Pod[] =>
  pods.filter(pod => (pod.metadata?.labels?.[labels.track] === 'canary') === (track === 'canary'));

/**
 * Returns how many pods of each track can take requests: ready, not terminating, and not orphaned by a workload that was deleted.
 * @param objects `revisions` and `pods`: of the workload and of its canary.
 */
export function readyOf(objects: {
  workload: Workload | undefined;
  canary: Workload | undefined;
  revisions: readonly Revision[];
  pods: readonly Pod[];
}): { stable: number; canary: number } {
  const { workload, canary, revisions } = objects;
  const count = (track: 'stable' | 'canary', owner: Workload | undefined) => {
    const isOwn = podsOwnedBy(owner, revisions);
    return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
  };
  return { stable: count('stable', workload), canary: count('canary', canary) };
}

/**
 * Returns whether a pod has the newest version of its workload; undefined while that is not known: the revisions may be older than the
 * workload, because each kind is watched separately.
 */
export function newestOf(
  workload: Workload,
  revisions: readonly Revision[],
): ((pod: Pod) => boolean) | undefined {
  const own = workload.metadata?.uid;
  switch (kindOf(workload)) {
    case 'StatefulSet': {
      const { updateRevision } = workload.status ?? {};
      if (updateRevision === undefined) return undefined;
      return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
    }
    case 'DaemonSet': {
      const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
      return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
    }
    case 'CronJob':
      return undefined;
    default: {
      const set = newestReplicaSet(workload, revisions);
      if (set !== undefined && numberOf(set) < numberOf(workload)) return undefined;
      return pod => isOwnedBy(pod, set?.metadata?.uid);
    }
  }
}

/** Returns the ReplicaSet of the newest template: the controller gives it the highest revision, even if it reuses an old one. */
export function newestReplicaSet(
  deployment: Workload,
  replicaSets: readonly Revision[],
): ReplicaSet | undefined {
  return replicaSets
    .filter(set => isOwnedBy(set, deployment.metadata?.uid))
    .sort((a, b) => numberOf(b) - numberOf(a))[0] as ReplicaSet | undefined;
}

function numberOf({ metadata }: Pick<KubeObject, 'metadata'>): number {
  return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}

export const revisionOfPod = ({ metadata }: Pod): string | undefined => metadata?.labels?.[revisionLabel];

/** Returns the revision with the template of a workload: the controller stores it whole, as a replacing patch. */
function revisionWith(workload: Workload, revisions: readonly Revision[]): Revision | undefined {
  const wanted = canonicalTemplate(templateOf(workload));
  return revisions.find(
    revision =>
      isOwnedBy(revision, workload.metadata?.uid) &&
      canonicalTemplate(templateOfRevision(revision)) === wanted,
  );
}

/** Returns the pod template of a revision. */
export function templateOfRevision(revision: Revision): PodTemplate | undefined {
  if (!('data' in revision)) return (revision as ReplicaSet).spec?.template;
  const { data } = revision as { data?: { spec?: { template?: PodTemplate & { $patch?: unknown } } } };
  const { $patch: _, ...template } = data?.spec?.template ?? {};
  return template as PodTemplate;
}

/** Returns a template as text without null values: some versions of Kubernetes write a time that was never set as null, others leave it out. */
export const canonicalTemplate = (template: unknown): string =>
  canonical(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));

/** Whether a workload has this pod template. @param template in canonical form. */
export const runsTemplate = (workload: Workload | undefined, template: string | undefined): boolean =>
  canonicalTemplate(templateOf(workload)) === template;

/** Returns the `labelSelector` of a workload's pods and revisions for an API query. */
export function selectorOf(workload: Workload | undefined): string {
  const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
  return [
    ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
    ...(matchExpressions ?? []).map(({ key, operator, values }) => {
      if (operator === 'Exists') return key;
      if (operator === 'DoesNotExist') return `!${key}`;
      return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
    }),
  ].join(',');
}

/** Returns the statuses of a pod's containers, including init containers, because a sidecar may be the one that ends. */
export const containerStatusesOf = ({ status }: Pick<Pod, 'status'>) => [
  ...(status?.initContainerStatuses ?? []),
  ...(status?.containerStatuses ?? []),
];

/** Whether a waiting container is just starting. @param reason of its waiting state. */
export const isStarting = (reason: string | undefined): boolean =>
  reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';

/** Milliseconds for which a Secret or ConfigMap may be missing: an operator may create it after the pod, and the kubelet tries again. */
export const graceOfConfiguration = 60_000;

/**
 * What a node under load says before it tries again: the kubelet waits one second for a new ConfigMap or Secret in its cache, and the
 * runtime still works on a call that has timed out, so the name of the container is taken for a while.
 */
const underLoad =
  /^failed to sync (configmap|secret) cache: timed out|context deadline exceeded|name (".*" )?is reserved/;

/** Returns why a waiting container cannot start; undefined when the next attempt of the kubelet may succeed. */
export function startFailure({
  reason = '',
  message = '',
}: {
  reason?: string;
  message?: string;
} = {}): 'image-pull' | 'bad-container' | 'missing-configuration' | undefined {
  switch (reason) {
    case 'InvalidImageName':
    case 'ErrImageNeverPull':
      return 'image-pull';
    case 'ErrImagePull':
    case 'ImagePullBackOff':
      // Any other pull may have met a restart or a limit of the registry, or a failure of the network.
      return /not found|unknown|denied|unauthorized|forbidden/i.test(message) ? 'image-pull' : undefined;
    case 'CreateContainerConfigError':
    case 'CreateContainerError':
    case 'RunContainerError':
      if (underLoad.test(message)) return undefined;
      return /^(secret|configmap) ".*" not found|^couldn't find key /.test(message)
        ? 'missing-configuration'
        : 'bad-container';
    default:
      return undefined;
  }
}
