import { matching, narrowed } from '../../analysis/selector.ts';
import { nameOf } from '../../workloads/naming.ts';
import { longestRollout, rolloutAge } from '../rules/rollouts.ts';
import { type MonitoringSubject, podMatchers } from '../subject.ts';
import { type DashboardText, type PanelText, signalPanels, single, tooHigh } from './panel.ts';
import { goldenSignals } from './service.ts';

/** Returns the dashboard for "what did the release change?". Pure. */
export function releaseDashboard(subject: MonitoringSubject): DashboardText {
  return {
    name: 'release',
    description: 'What a release changed: the signals before and after it.',
    range: '3h',
    rows: {
      Rollout: [newestRelease(subject), ...rolloutPanels(subject), ...podPanels(subject)],
      'Signals before and after': goldenSignals(subject),
      'Cost before and after': signalPanels(subject, ['saturation', 'business']),
    },
  };
}

/**
 * Returns annotations: a release has a ConfigMap with its record, and another one as soon as it has an outcome; kube-state-metrics exports
 * when they were made. The value of the queries is the time in ms since 1970. Pure.
 */
export const releaseEvents = (subject: MonitoringSubject) => [
  { name: 'Releases', color: 'blue', text: 'release {{release}} began', expr: madeAt(subject, '') },
  {
    name: 'Outcomes',
    color: 'purple',
    text: 'release {{release}} has an outcome',
    expr: madeAt(subject, '-outcome'),
  },
];

function madeAt({ app, namespace }: MonitoringSubject, suffix: string): string {
  const name = `${nameOf.application(app)}-r([0-9]+)${suffix}`;
  const created = `max by (configmap) (kube_configmap_created{namespace="${namespace}",configmap=~"${name}"})`;
  return `label_replace(${created} * 1000, "release", "$1", "configmap", "${name}")`;
}

function newestRelease(subject: MonitoringSubject): PanelText {
  return {
    title: 'Newest release',
    unit: 'moment',
    shape: 'now',
    description: 'A rollback brings an earlier one back: the digests of the pods say what is live.',
    queries: releaseEvents(subject).map(({ expr, text }) => ({ expr: `topk(1, ${expr})`, legend: text })),
  };
}

function rolloutPanels(subject: MonitoringSubject): PanelText[] {
  const { workload, requests } = subject;
  if (workload.kind !== 'Deployment') return [];
  const open = single('Age of the open rollout', 'seconds', `(${rolloutAge(subject)}) or vector(0)`, {
    description: '0 without a canary.',
    bands: tooHigh({ warning: longestRollout }),
  });
  if (requests === undefined) return [open];
  const canary = matching('pod', '=~', `${nameOf.canary(workload.name)}-.*`);
  const rate = (selector: string) => `sum(rate(${selector}[2m]))`;
  const share = `(${rate(narrowed(requests.total, [canary]))} or vector(0)) / (${rate(requests.total)} > 0)`;
  return [open, single('Canary share', 'share', share, { description: 'As the pods count their requests.' })];
}

/** Names of kube-state-metrics, after the kind: how many pods are desired, updated and ready. */
const podCounts = {
  Deployment: ['spec_replicas', 'status_replicas_updated', 'status_replicas_ready'],
  StatefulSet: ['replicas', 'status_replicas_updated', 'status_replicas_ready'],
  DaemonSet: ['desired_number_scheduled', 'updated_number_scheduled', 'number_ready'].map(
    of => `status_${of}`,
  ),
};

function podPanels({ namespace, workload }: MonitoringSubject): PanelText[] {
  const { kind, name } = workload;
  const label = kind.toLowerCase();
  const names = kind === 'Deployment' ? `${name}|${nameOf.canary(name)}` : name;
  const queries = podCounts[kind].map((metric, index) => ({
    expr: `max by (${label}) (kube_${label}_${metric}{namespace="${namespace}",${label}=~"${names}"})`,
    legend: `${['desired', 'updated', 'ready'][index]}, {{${label}}}`,
  }));
  const pods = narrowed('kube_pod_container_info', podMatchers(namespace, workload));
  const images = `count by (container, digest) (label_replace(${pods}, "digest", "$1", "image_id", ".*@(sha256:.{12}).*"))`;
  return [
    { title: 'Pods', unit: 'count', queries },
    single('Pods by image', 'count', images, {
      shape: 'stacked',
      legend: '{{container}} {{digest}}',
      description: 'The beginning of the digest that each container runs.',
    }),
  ];
}
