import type { Deployment, OwnerReference } from '../../cluster/objects.ts';
import { annotationOf } from '../../traffic/fencing-token.ts';
import type { Workload } from '../workloads/kinds.ts';
import { labels, nameOf } from '../workloads/naming.ts';

export interface CanaryOrder {
  app: string;
  release: number;
  token: number;
  replicas: number;
  /** The fence of the run: everything temporary is deleted with it. */
  owner: OwnerReference;
}

/**
 * Returns the canary: a temporary copy of the workload that runs the candidate. Pure.
 *
 * Its selector is narrower than the workload's. Both Deployments keep to their own pods, because a ReplicaSet is found by its owner and
 * template hash. It keeps no old ReplicaSets, because its template never changes.
 * @param workload the candidate's manifest.
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
