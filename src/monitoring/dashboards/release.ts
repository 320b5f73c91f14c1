import { narrowed } from '../../analysis/selector.ts';
import { nameOf } from '../../release/workloads/naming.ts';
import { longestRollout, rolloutAge } from '../rules/rollouts.ts';
import { type MonitoringSubject, podMatchers } from '../subject.ts';
import {
  type DashboardText,
  type PanelQuery,
  type PanelText,
  signalPanels,
  single,
  tooHigh,
} from './panel.ts';
import { goldenSignals } from './service.ts';

/** Returns the dashboard for "what did the release change?". Pure. */
export function releaseDashboard(subject: MonitoringSubject): DashboardText {
  return {
    ...{
      name: 'release',
      description: 'What a release changed: the signals before and after it.',
      range: '3h',
    },
    rows: [
      {
        title: 'Rollout',
        panels: [newestRelease(subject), ...rolloutPanels(subject), ...podPanels(subject)],
      },
      { title: 'Signals before and after', panels: goldenSignals(subject) },
      { title: 'Cost before and after', panels: signalPanels(subject, ['saturation', 'business']) },
    ],
  };
}

/**
 * Returns annotations: a release has a ConfigMap with its record, and another one as soon as it has an outcome; kube-state-metrics exports
 * their age. Their value is the time in ms since 1970. Pure.
 */
export const releaseEvents = (subject: MonitoringSubject) =>
  ({
    begun: {
      name: 'Releases',
      color: 'blue',
      text: 'release {{release}} began',
      expr: recordedAt(subject, ''),
    },
    ended: {
      ...{ name: 'Outcomes', color: 'purple', text: 'release {{release}} has an outcome' },
      expr: recordedAt(subject, '-outcome'),
    },
  }) as const;

function recordedAt({ app, namespace }: MonitoringSubject, suffix: string): string {
  const name = `${nameOf.application(app)}-r([0-9]+)${suffix}`;
  const created = `max by (configmap) (kube_configmap_created{namespace="${namespace}",configmap=~"${name}"})`;
  return `label_replace(${created} * 1000, "release", "$1", "configmap", "${name}")`;
}

function newestRelease(subject: MonitoringSubject): PanelText {
  return {
    ...{ title: 'Newest release', unit: 'moment', shape: 'now' },
    description: 'A rollback brings an earlier one back: the digests of the pods say what is live.',
    queries: Object.values(releaseEvents(subject)).map(({ expr, text }) => ({
      expr: `topk(1, ${expr})`,
      legend: text,
    })),
  };
}

function rolloutPanels(subject: MonitoringSubject): PanelText[] {
  const { workload, requests } = subject;
  if (workload.kind !== 'Deployment') return [];
  const open = single({
    ...{ title: 'Age of the open rollout', unit: 'seconds', bands: tooHigh({ warning: longestRollout }) },
    description: '0 without a canary.',
    expr: `(${rolloutAge(subject)}) or vector(0)`,
  });
  if (requests === undefined) return [open];
  const canary = { label: 'pod', operator: '=~', value: `${nameOf.canary(workload.name)}-.*` } as const;
  const rate = (selector: string) => `sum(rate(${selector}[2m]))`;
  return [
    open,
    single({
      ...{ title: 'Share of the canary', unit: 'share' },
      description: 'As the pods count their requests.',
      expr: `(${rate(narrowed(requests.total, [canary]))} or vector(0)) / (${rate(requests.total)} > 0)`,
    }),
  ];
}

/** Names of kube-state-metrics. */
const podCounts = {
  Deployment: {
    ...{ label: 'deployment', wanted: 'kube_deployment_spec_replicas' },
    ...{ updated: 'kube_deployment_status_replicas_updated', ready: 'kube_deployment_status_replicas_ready' },
  },
  StatefulSet: {
    ...{ label: 'statefulset', wanted: 'kube_statefulset_replicas' },
    ...{
      updated: 'kube_statefulset_status_replicas_updated',
      ready: 'kube_statefulset_status_replicas_ready',
    },
  },
  DaemonSet: {
    ...{ label: 'daemonset', wanted: 'kube_daemonset_status_desired_number_scheduled' },
    updated: 'kube_daemonset_status_updated_number_scheduled',
    ready: 'kube_daemonset_status_number_ready',
  },
} as const;

function podPanels({ namespace, workload: { kind, name } }: MonitoringSubject): PanelText[] {
  const { label, ...metrics } = podCounts[kind];
  const names = kind === 'Deployment' ? `${name}|${nameOf.canary(name)}` : name;
  const counts = Object.entries(metrics).map(
    ([what, metric]): PanelQuery => ({
      expr: `max by (${label}) (${metric}{namespace="${namespace}",${label}=~"${names}"})`,
      legend: `${what}, {{${label}}}`,
    }),
  );
  const images = narrowed('kube_pod_container_info', podMatchers(namespace, { kind, name }));
  return [
    { title: 'Pods', unit: 'count', queries: counts },
    single({
      ...{ title: 'Pods by image', unit: 'count', shape: 'stacked' },
      description: 'The beginning of the digest that each container runs.',
      expr: `count by (container, digest) (label_replace(${images}, "digest", "$1", "image_id", ".*@(sha256:.{12}).*"))`,
      legend: '{{container}} {{digest}}',
    }),
  ];
}
