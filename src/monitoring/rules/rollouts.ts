import { nameOf } from '../../workloads/naming.ts';
import type { MonitoringSubject } from '../subject.ts';
import type { AlertText } from './rule.ts';

/** Alerts about rollouts that wait. They need kube-state-metrics. */

/** Seconds after which an open rollout raises an alert. */
export const longestRollout = 86_400;

/** Returns PromQL for the age of the canary in seconds; without a canary it returns no sample. Pure. */
export const rolloutAge = ({ namespace, workload }: MonitoringSubject): string =>
  `time() - max(kube_deployment_created{namespace="${namespace}",deployment="${nameOf.canary(workload.name)}"})`;

/**
 * Returns the alert about a rollout that is open for a day: the canary exists only while one is. A rolling update has no canary; when it
 * waits for a person, its run has failed and was reported. Pure.
 */
export function rolloutAlerts(subject: MonitoringSubject): AlertText[] {
  const { app, workload } = subject;
  if (workload.kind !== 'Deployment') return [];
  return [
    {
      alert: 'SlipwayRolloutWaits',
      severity: 'warning',
      expr: `${rolloutAge(subject)} > ${longestRollout}`,
      summary: `${app}: a rollout has been open for more than a day`,
      description:
        'It waits for a person, or its run has ended and no sweep finishes it. See the status (`slipway status`, or the workflow status.yml), then resume it or roll it back.',
    },
  ];
}
