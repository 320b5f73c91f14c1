import type { TakesOver } from '../cluster/apply.ts';
import type { KubeObject, ObjectMeta } from '../cluster/objects.ts';
import type { Environment } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { isReleased, kindOf, refOf, replicasOf, titleOf, type Workload } from './kinds.ts';

/** The progress of a workload, as its controller reports it, in the same terms for every kind. All pure. */

export interface Standing {
  /** Whether the controller has observed the last write. */
  observed: boolean;
  /** Desired pods, pods of the newest version, and available pods. */
  desired: number;
  updated: number;
  available: number;
  /** Every pod has the newest version and is available, and no old one is left. */
  complete: boolean;
}

export function standingOf(workload: Workload): Standing {
  const { metadata, status } = workload;
  const desired = replicasOf(workload);
  const observed = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
  switch (kindOf(workload)) {
    case 'CronJob':
      // Its next run uses the new template, and nothing shows that before.
      return { observed: true, desired, updated: 0, available: 0, complete: true };
    case 'DaemonSet': {
      const updated = status?.updatedNumberScheduled ?? 0;
      const available = status?.numberAvailable ?? 0;
      return {
        observed,
        desired,
        updated,
        available,
        complete: observed && updated >= desired && available >= desired,
      };
    }
    case 'StatefulSet': {
      const updated = status?.updatedReplicas ?? 0;
      const available = status?.availableReplicas ?? 0;
      // After a rollout, both revisions are the same.
      const turned = status?.currentRevision === status?.updateRevision;
      const complete =
        observed &&
        turned &&
        updated >= desired &&
        available >= desired &&
        (status?.replicas ?? 0) <= desired;
      return { observed, desired, updated, available, complete };
    }
    default: {
      const updated = status?.updatedReplicas ?? 0;
      const available = status?.availableReplicas ?? 0;
      const complete =
        observed && updated >= desired && (status?.replicas ?? 0) <= updated && available >= updated;
      return { observed, desired, updated, available, complete };
    }
  }
}

/**
 * Whether every replica has the newest template and is available, and no old one is left: what
 * `kubectl rollout status` waits for.
 */
export const isComplete = (workload: Workload): boolean => standingOf(workload).complete;

/**
 * Whether a workload runs one version that can be compared with another, or restored: no update is under way, and at least half of its
 * pods are available. A pod that an autoscaler has just added, or that moves to another node, does not matter.
 */
export const isServing = (workload: Workload): boolean => servingProblem(workload) === undefined;

/** Returns why `isServing` is false, after the title of the workload; undefined when it is true. */
export function servingProblem(workload: Workload): string | undefined {
  const { observed, desired, updated, available } = standingOf(workload);
  if (!observed || (workload.status?.replicas ?? desired) > updated) return 'is being updated';
  return available > 0 && available * 2 >= desired
    ? undefined
    : `has ${available} of ${desired} pods available`;
}

export function progressText(workload: Workload): string {
  const { desired, updated, available } = standingOf(workload);
  return `${available} of ${desired} pods available, ${updated} with the newest template`;
}

/** Whether an update has no surge: a new pod starts only after an old one has ended. */
export function hasNoSurge({ kind, spec }: Workload): boolean {
  if (kind === 'StatefulSet') return true;
  const nothing = (surge: unknown) => surge === 0 || surge === '0%' || surge === '0';
  if (kind === 'DaemonSet') {
    const surge = spec?.updateStrategy?.rollingUpdate?.maxSurge;
    return surge === undefined || nothing(surge);
  }
  return spec?.strategy?.type === 'Recreate' || nothing(spec?.strategy?.rollingUpdate?.maxSurge);
}

/** Returns why a new version would not reach the pods; undefined when it would. */
export function updateBlocker(workload: Workload): UserError | undefined {
  const { kind, name } = refOf(workload);
  const title = titleOf({ kind, name });
  const { paused, updateStrategy } = workload.spec ?? {};
  if (kind === 'Deployment' && paused === true)
    return new UserError(`${title} is paused`, `resume it: kubectl rollout resume deployment/${name}`);
  if (kind !== 'StatefulSet' && kind !== 'DaemonSet') return undefined;
  if (updateStrategy?.type === 'OnDelete')
    return new UserError(
      `${title} has updateStrategy OnDelete, so its pods keep their version until they are deleted`,
      'set `updateStrategy: {type: RollingUpdate}` in its manifest',
    );
  const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
  if (partition > 0)
    return new UserError(
      `${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`,
      'remove `partition` from its manifest, or set it to 0',
    );
  return undefined;
}

/**
 * The marks of other deployment tools on their objects, as annotation or label or as writer of fields: such a tool would revert our
 * writes, or we would revert its writes.
 */
const ownerMarks = [
  {
    owner: 'Argo CD',
    annotations: ['argocd.argoproj.io/tracking-id'],
    labels: ['argocd.argoproj.io/instance'],
    writer: 'argocd-controller',
  },
  {
    owner: 'Flux',
    annotations: [],
    labels: ['kustomize.toolkit.fluxcd.io/name', 'helm.toolkit.fluxcd.io/name'],
    writer: 'kustomize-controller',
  },
  { owner: 'Helm', annotations: ['meta.helm.sh/release-name'], labels: [], writer: 'helm' },
];

/** Returns the other tool that manages this object; undefined when there is none. Pure. */
export function foreignOwner({ metadata }: KubeObject): string | undefined {
  const has = (keys: readonly string[], map: Record<string, string> | undefined) =>
    keys.some(key => map?.[key] !== undefined);
  return ownerMarks.find(
    mark =>
      has(mark.annotations, metadata?.annotations) ||
      has(mark.labels, metadata?.labels) ||
      metadata?.managedFields?.some(({ manager }) => manager === mark.writer) === true,
  )?.owner;
}

/** Returns the release of Helm that an object belongs to, and its namespace, as its annotations say. Pure. */
const helmOwner = ({ metadata }: KubeObject) => ({
  release: metadata?.annotations?.['meta.helm.sh/release-name'],
  namespace: metadata?.annotations?.['meta.helm.sh/release-namespace'],
});

/** Whether slipway.yml lets releases take over this object of Helm. Pure. */
export function mayTakeFromHelm(
  object: KubeObject,
  { 'take-over': takeOver, namespace }: Pick<Environment, 'take-over' | 'namespace'>,
): boolean {
  const owner = helmOwner(object);
  return (
    takeOver !== undefined &&
    owner.release === takeOver.helm &&
    owner.namespace === namespace &&
    foreignOwner(object) === 'Helm'
  );
}

/** Returns why an object is not ours to write; undefined when it is, or slipway.yml lets releases take it over. Pure. */
export function ownerProblem(
  object: KubeObject,
  environment: Pick<Environment, 'take-over' | 'namespace'>,
): UserError | undefined {
  const owner = foreignOwner(object);
  if (owner === undefined || mayTakeFromHelm(object, environment)) return undefined;
  const { release, namespace } = helmOwner(object);
  const known = owner === 'Helm' && release !== undefined;
  const isHere = namespace === environment.namespace;
  const place = isHere || namespace === undefined ? '' : ` in namespace ${namespace}`;
  return new UserError(
    `${object.kind}/${object.metadata?.name} is managed by ${owner}${known ? ` (release ${release}${place})` : ''}, which would revert the writes of a release`,
    known && isHere
      ? `release it with Helm, or take it over by \`take-over: {helm: ${release}}\` in its environment in slipway.yml (docs/helm.md)`
      : owner === 'Helm'
        ? `release it with ${owner}, or end its management by ${owner} first (docs/helm.md)`
        : `release by a commit that ${owner} applies, with \`delivery: {gitops: …}\` in its environment in slipway.yml (docs/gitops.md), or end its management by ${owner} first`,
  );
}

/**
 * Returns whether a write takes over an object of Helm. Preflight asks this first, but Helm may write at any time after that. Pure.
 * @throws UserError when slipway.yml does not allow it.
 */
export const requireWritable =
  (environment: Pick<Environment, 'take-over' | 'namespace'>): TakesOver =>
  live => {
    const problem = ownerProblem(live, environment);
    if (problem !== undefined) throw problem;
    return true;
  };

/**
 * Whether a chart wants an object to be kept, such as a PVC with data: then we never remove it. That is never so for a workload, because its
 * removal is the rollback of a first release. Pure.
 */
export function isKept({ kind, metadata }: KubeObject): boolean {
  const policy = metadata?.annotations?.['helm.sh/resource-policy'] ?? '';
  return policy.trim().toLowerCase() === 'keep' && !isReleased(kind);
}

/** Whether another controller writes and rotates a ConfigMap or Secret, so that it stays live. Pure. */
export function isControlled(object: KubeObject): boolean {
  return (object.metadata?.ownerReferences ?? []).some(owner => owner.controller === true);
}

/** Returns the time of our newest write, in milliseconds since 1970: `managedFields` has the API server's time, in whole seconds. */
export function writtenAt({ metadata }: { metadata?: ObjectMeta }): number {
  const times = (metadata?.managedFields ?? [])
    .filter(({ manager, subresource }) => manager === 'slipway' && !subresource)
    .map(({ time }) => Date.parse(time ?? '') || 0);
  return Math.max(0, ...times);
}
