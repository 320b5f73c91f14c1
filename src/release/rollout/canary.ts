import type { Deployment, ObjectMeta } from '../../cluster/objects.ts';
import { annotationOf } from '../../traffic/fence.ts';
import type { Workload } from '../workloads/kinds.ts';
import { labels, nameOf } from '../workloads/naming.ts';

export type Owner = NonNullable<ObjectMeta['ownerReferences']>[number];

export interface CanaryOrder {
  app: string;
  release: number;
  token: number;
  replicas: number;
  /** The fence of the rollout: when it goes, everything temporary goes. */
  owner: Owner;
}

/**
 * The temporary copy of the workload that carries the candidate. Pure.
 *
 * Its selector is narrower than the workload's; each keeps to its own pods, for ReplicaSets are told apart by owner and
 * template hash. It keeps no old ReplicaSets: it has one template in its life.
 * @param workload as the release would apply it.
 */
export function canaryOf(workload: Workload, order: CanaryOrder): Deployment {
  const { spec, metadata } = workload;
  const track = { [labels.track]: 'canary' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: nameOf.canary(metadata?.name ?? ''),
      namespace: metadata?.namespace ?? '',
      labels: { ...metadata?.labels, [labels.app]: order.app, [labels.kind]: 'canary' },
      annotations: {
        [annotationOf.token(order.app)]: String(order.token),
        [labels.release]: String(order.release),
      },
      ownerReferences: [order.owner],
    },
    spec: {
      ...spec,
      replicas: order.replicas,
      revisionHistoryLimit: 0,
      selector: { ...spec?.selector, matchLabels: { ...spec?.selector?.matchLabels, ...track } },
      template: {
        ...spec?.template,
        metadata: {
          ...spec?.template?.metadata,
          labels: { ...spec?.template?.metadata?.labels, ...track },
        },
      },
    },
  } as Deployment;
}

/** Pods that must be ready before the candidate may get this weight: its share of all that is needed, rounded up. Pure. */
export function needOf(weight: number, capacity: number): number {
  return weight <= 0 ? 0 : Math.max(1, Math.ceil((weight * capacity) / 100 - 1e-9));
}
