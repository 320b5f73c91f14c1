import { stringify } from 'yaml';
import type { Manifest } from '../release/workloads/manifests.ts';
import { labels } from '../release/workloads/naming.ts';
import { bundleFiles } from './bundle.ts';
import { dashboardsOf } from './dashboards/dashboards.ts';
import { ruleGroups } from './rules/rules.ts';
import { podRelabeling, scrapeJobs } from './scrape.ts';
import { type MonitoringSubject, sourceJob } from './subject.ts';

/**
 * The monitoring of an application as objects in its namespace. They are manifests of the release like any other, so a deploy applies them,
 * a later release without them deletes them, and a rollback restores them.
 */
export function monitoringManifests(subject: MonitoringSubject): Manifest[] {
  const { objects } = subject.settings;
  if (objects === 'none') return [];
  const made = objects === 'operator' ? operatorObjects(subject) : [ruleConfigMap(subject)];
  return [...made, ...dashboardConfigMaps(subject)].map(object => ({
    object,
    name: object.metadata.name,
    source: '`monitoring` in slipway.yml',
  }));
}

type Made = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels: Record<string, string> };
  spec?: unknown;
};

function made(
  { app, settings }: MonitoringSubject,
  type: { apiVersion: string; kind: string },
  suffix: string,
  content: object,
  marks: Record<string, string> = {},
): Made {
  const name = `slipway-${app}-${suffix}`;
  return {
    ...type,
    metadata: { name, labels: { ...settings.labels, [labels.app]: app, ...marks } },
    ...content,
  };
}

const configMap = { apiVersion: 'v1', kind: 'ConfigMap' };
const operator = { apiVersion: 'monitoring.coreos.com/v1' };

function operatorObjects(subject: MonitoringSubject): Made[] {
  const { pods } = subject.settings.sources;
  const exporters = scrapeJobs(subject).filter(job => job.job_name !== sourceJob(subject, 'pods'));
  return [
    made(subject, { ...operator, kind: 'PrometheusRule' }, 'rules', {
      spec: { groups: ruleGroups(subject) },
    }),
    ...(pods === undefined
      ? []
      : [
          made(subject, { ...operator, kind: 'PodMonitor' }, 'pods', {
            spec: {
              selector: {},
              podMetricsEndpoints: [
                {
                  port: pods.port,
                  path: pods.path,
                  relabelings: podRelabeling(subject, pods.port).map(asOperator),
                },
              ],
            },
          }),
        ]),
    ...exporters.map(({ job_name, kubernetes_sd_configs, relabel_configs }) =>
      made(
        subject,
        { apiVersion: 'monitoring.coreos.com/v1alpha1', kind: 'ScrapeConfig' },
        job_name.slice(sourceJob(subject, 'pods').length - 'pods'.length),
        {
          spec: {
            jobName: job_name,
            kubernetesSDConfigs: kubernetes_sd_configs.map(each => ({ ...each, role: 'EndpointSlice' })),
            relabelings: relabel_configs.map(asOperator),
          },
        },
      ),
    ),
  ];
}

/** The operator writes the keys of Prometheus in camel case. */
function asOperator(relabeling: object): object {
  return Object.fromEntries(
    Object.entries(relabeling).map(([key, value]) => [
      key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

/** A sidecar such as k8s-sidecar copies the file to Prometheus. */
function ruleConfigMap(subject: MonitoringSubject): Made {
  const { app, environment } = subject;
  const text = stringify({ groups: ruleGroups(subject) }, { lineWidth: 0 });
  return made(
    subject,
    configMap,
    'rules',
    { data: { [`slipway-${app}-${environment}-${bundleFiles.rules}`]: text } },
    { prometheus_rule: '1' },
  );
}

/** Grafana's sidecar loads ConfigMaps with this label. The JSON is compact, because it is also part of the record of the release. */
function dashboardConfigMaps(subject: MonitoringSubject): Made[] {
  const { app, environment } = subject;
  return dashboardsOf(subject).map(({ name, json }) => {
    const data = { [`slipway-${app}-${environment}-${name}.json`]: JSON.stringify(json) };
    return made(subject, configMap, `dashboard-${name}`, { data }, { grafana_dashboard: '1' });
  });
}
