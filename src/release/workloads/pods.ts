import type { ControllerRevision, KubeObject, Pod, ReplicaSet } from '../../cluster/objects.ts';
import { kindOf, templateOf, type Workload } from './kinds.ts';
import { canonical } from './naming.ts';

/** Whose pods are whose, and of which version. All pure. */

/** A version that a controller keeps: a ReplicaSet of a Deployment, a ControllerRevision of the others. */
export type Revision = ReplicaSet | ControllerRevision;

/** The label by which pods of a StatefulSet or a DaemonSet tell their version. */
export const revisionLabel = 'controller-revision-hash';

/** Ready by its own condition. */
export function isReady(pod: Pod): boolean {
  return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}

/** Nobody has asked for its end. */
export const isLiving = ({ metadata }: Pick<KubeObject, 'metadata'>): boolean =>
  metadata?.deletionTimestamp === undefined;

/** Whether an object is owned by that very one; by none that is not known. */
export const isOwnedBy = ({ metadata }: Pick<KubeObject, 'metadata'>, uid: string | undefined): boolean =>
  uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);

/** Whether a pod is a workload's: a Deployment's pods are its ReplicaSets', those of the other kinds are their own. */
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

/**
 * Whether a pod has the newest version of its workload; undefined while that is not known: what is known of versions may be
 * older than the workload itself, for each comes by a watch of its own.
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

/** The ReplicaSet of the newest template: the controller gives it the highest revision, an old one reused included. */
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

/** The revision that holds the template of a workload: the controller writes it there whole, as a patch that replaces. */
function revisionWith(workload: Workload, revisions: readonly Revision[]): Revision | undefined {
  const wanted = plain(templateOf(workload));
  return revisions.find(revision => {
    const { data } = revision as { data?: { spec?: { template?: object } } };
    const { $patch: _, ...template } = (data?.spec?.template ?? {}) as { $patch?: unknown };
    return isOwnedBy(revision, workload.metadata?.uid) && plain(template) === wanted;
  });
}

/** Without what is null: a time that was never set is written so by some versions, and left out by others. */
const plain = (template: unknown): string =>
  canonical(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));

/** The `labelSelector` of a workload's pods and versions, as a query of the API has it. */
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

/** What the kubelet says of a pod's containers, init containers among them: one that runs beside the others may be the one that ends. */
export const containerStatusesOf = ({ status }: Pick<Pod, 'status'>) => [
  ...(status?.initContainerStatuses ?? []),
  ...(status?.containerStatuses ?? []),
];

/** Whether a container waits for nothing but its turn. @param reason for which it waits. */
export const isStarting = (reason: string | undefined): boolean =>
  reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';
