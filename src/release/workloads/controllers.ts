import { kindOf, refOf, replicasOf, titleOf, type Workload } from './kinds.ts';

/** How far a workload is, as its own controller says it: the same words for every kind. All pure. */

export interface Standing {
  /** Whether the controller has looked at what was written last. */
  seen: boolean;
  /** Pods that it is to have, and those of them that have the newest version, and that are available. */
  wanted: number;
  updated: number;
  available: number;
  /** Every pod has the newest version and is available, and no old one is left. */
  up: boolean;
}

export function standingOf(workload: Workload): Standing {
  const { metadata, status } = workload;
  const wanted = replicasOf(workload);
  const seen = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
  switch (kindOf(workload)) {
    case 'CronJob':
      // Its next run has what was written, and nothing tells of it before.
      return { seen: true, wanted, updated: 0, available: 0, up: true };
    case 'DaemonSet': {
      const updated = status?.updatedNumberScheduled ?? 0;
      const available = status?.numberAvailable ?? 0;
      return { seen, wanted, updated, available, up: seen && updated >= wanted && available >= wanted };
    }
    case 'StatefulSet': {
      const updated = status?.updatedReplicas ?? 0;
      const available = status?.availableReplicas ?? 0;
      // Without a change of its pods there is one revision alone, and all of them have it.
      const turned = status?.currentRevision === status?.updateRevision;
      const up =
        seen && turned && updated >= wanted && available >= wanted && (status?.replicas ?? 0) <= wanted;
      return { seen, wanted, updated, available, up };
    }
    default: {
      const updated = status?.updatedReplicas ?? 0;
      const available = status?.availableReplicas ?? 0;
      const up = seen && updated >= wanted && (status?.replicas ?? 0) <= updated && available >= updated;
      return { seen, wanted, updated, available, up };
    }
  }
}

/**
 * Whether every replica has the newest template and is available, and no old one is left: what
 * `kubectl rollout status` waits for.
 */
export const isUp = (workload: Workload): boolean => standingOf(workload).up;

export function upText(workload: Workload): string {
  const { wanted, updated, available } = standingOf(workload);
  return `${available} of ${wanted} available, ${updated} with the newest template`;
}

/** Whether new pods come up only in the room of those that end. */
export function surgesNot({ kind, spec }: Workload): boolean {
  if (kind === 'StatefulSet') return true;
  const nothing = (surge: unknown) => surge === 0 || surge === '0%' || surge === '0';
  if (kind === 'DaemonSet') {
    const surge = spec?.updateStrategy?.rollingUpdate?.maxSurge;
    return surge === undefined || nothing(surge);
  }
  return spec?.strategy?.type === 'Recreate' || nothing(spec?.strategy?.rollingUpdate?.maxSurge);
}

/** Why a new version would not get into its pods, and what to do about it; undefined when it would. */
export function heldBack(workload: Workload): { problem: string; remedy: string } | undefined {
  const { kind, name } = refOf(workload);
  const title = titleOf({ kind, name });
  const { paused, updateStrategy } = workload.spec ?? {};
  if (kind === 'Deployment' && paused === true)
    return {
      problem: `${title} is paused`,
      remedy: `resume it: kubectl rollout resume deployment/${name}`,
    };
  if (kind !== 'StatefulSet' && kind !== 'DaemonSet') return undefined;
  if (updateStrategy?.type === 'OnDelete')
    return {
      problem: `${title} has updateStrategy OnDelete, so its pods keep their version until somebody deletes them`,
      remedy: 'write `updateStrategy: {type: RollingUpdate}` in its manifest',
    };
  const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
  if (partition > 0)
    return {
      problem: `${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`,
      remedy: 'take `partition` out of its manifest, or set it to 0',
    };
  return undefined;
}
