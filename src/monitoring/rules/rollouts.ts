import { nameOf } from '../../release/workloads/naming.ts';
import type { MonitoringSubject } from '../subject.ts';
import type { AlertText } from './rule.ts';

/** Alerts about rollouts that wait. They need kube-state-metrics. */

/**
 * Returns the alert about a rollout that is open for a day: the canary exists only while one is. A rolling update has no canary; when it
 * waits for a person, its run has failed and was reported. Pure.
 */
export function rolloutAlerts({ app, namespace, workload }: MonitoringSubject): AlertText[] {
  if (workload.kind !== 'Deployment') return [];
  const canary = nameOf.canary(workload.name);
  return [
    {
      ...{ alert: 'SlipwayRolloutWaits', severity: 'warning' },
      expr: `time() - max(kube_deployment_created{namespace="${namespace}",deployment="${canary}"}) > 86400`,
      annotations: {
        summary: `${app}: a rollout has been open for more than a day`,
        description:
          'It waits for a person, or its run has ended and no sweep finishes it. See `slipway status`, then resume it or roll it back.',
      },
    },
  ];
}
