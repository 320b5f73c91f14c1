import { stringify } from 'yaml';
import type { Manifest } from '../cluster/manifests.ts';
import { labels } from '../workloads/naming.ts';
import { bundleFiles } from './bundle.ts';
import { dashboardsOf } from './dashboards/dashboards.ts';
import { ruleGroups } from './rules/rules.ts';
import { exporterJob, podRelabeling } from './scrape.ts';
import { exporterNames, type MonitoringSubject } from './subject.ts';

/**
 * The monitoring of an application as objects in its namespace. They are manifests of the release like any other: a deploy applies them, and
 * neither a rollback restores them, nor does a later release without them delete them.
 */
export function monitoringManifests(subject: MonitoringSubject): Manifest[] {
  const { objects } = subject.settings;
  if (objects === 'none') return [];
  const rules = objects === 'operator' ? operatorObjects(subject) : [ruleConfigMap(subject)];
  return [...rules, ...dashboardConfigMaps(subject)];
}

function made(
  { app, settings }: MonitoringSubject,
  [apiVersion, kind]: readonly [string, string],
  suffix: string,
  content: object,
  marks: Record<string, string> = {},
): Manifest {
  const name = `slipway-${app}-${suffix}`;
  const metadata = { name, labels: { ...settings.labels, [labels.app]: app, ...marks } };
  return { object: { apiVersion, kind, metadata, ...content }, name, source: '`monitoring` in slipway.yml' };
}

const configMap = ['v1', 'ConfigMap'] as const;
const operator = 'monitoring.coreos.com/v1';

function operatorObjects(subject: MonitoringSubject): Manifest[] {
  const { pods } = subject.settings.sources;
  const rules = made(subject, [operator, 'PrometheusRule'], 'rules', {
    spec: { groups: ruleGroups(subject) },
  });
  const exporters = exporterNames(subject).map(source => {
    const { job_name, kubernetes_sd_configs, relabel_configs } = exporterJob(subject, source);
    const spec = {
      jobName: job_name,
      kubernetesSDConfigs: kubernetes_sd_configs.map(each => ({ ...each, role: 'EndpointSlice' })),
      relabelings: relabel_configs.map(asOperator),
    };
    return made(subject, [`${operator}alpha1`, 'ScrapeConfig'], source, { spec });
  });
  if (pods === undefined) return [rules, ...exporters];
  const endpoint = { ...pods, relabelings: podRelabeling(subject, pods.port).map(asOperator) };
  const spec = { selector: {}, podMetricsEndpoints: [endpoint] };
  return [rules, made(subject, [operator, 'PodMonitor'], 'pods', { spec }), ...exporters];
}

/** The operator writes the keys of Prometheus in camel case. */
const asOperator = (relabeling: object): object =>
  Object.fromEntries(
    Object.entries(relabeling).map(([key, value]) => [
      key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );

/** A sidecar such as k8s-sidecar copies the file to Prometheus. */
function ruleConfigMap(subject: MonitoringSubject): Manifest {
  const { app, environment } = subject;
  const text = stringify({ groups: ruleGroups(subject) }, { lineWidth: 0 });
  const data = { [`slipway-${app}-${environment}-${bundleFiles.rules}`]: text };
  return made(subject, configMap, 'rules', { data }, { prometheus_rule: '1' });
}

/** Grafana's sidecar loads ConfigMaps with this label. The JSON is compact, because it is also part of the record of the release. */
const dashboardConfigMaps = (subject: MonitoringSubject): Manifest[] =>
  dashboardsOf(subject).map(({ name, json }) => {
    const data = { [`slipway-${subject.app}-${subject.environment}-${name}.json`]: JSON.stringify(json) };
    return made(subject, configMap, `dashboard-${name}`, { data }, { grafana_dashboard: '1' });
  });
