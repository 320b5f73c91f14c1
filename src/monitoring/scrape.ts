import { type Exporter, exporterNames, type MonitoringSubject, podMatchers, sourceJob } from './subject.ts';

/** What Prometheus scrapes for an application, as `scrape_configs` (prometheus.io, "Configuration"). */

export interface ScrapeJob {
  readonly job_name: string;
  readonly metrics_path?: string;
  readonly kubernetes_sd_configs: readonly {
    readonly role: 'pod' | 'endpointslice';
    readonly namespaces: { readonly names: readonly string[] };
  }[];
  readonly relabel_configs: readonly object[];
}

/** Returns the scrape jobs of an application: its pods and the exporters that slipway.yml names. Pure. */
export function scrapeJobs(subject: MonitoringSubject): ScrapeJob[] {
  const { namespace, settings } = subject;
  const { pods } = settings.sources;
  const exporters = exporterNames(subject).map(source => exporterJob(subject, source));
  if (pods === undefined) return exporters;
  return [
    {
      job_name: sourceJob(subject, 'pods'),
      metrics_path: pods.path,
      kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespace] } }],
      relabel_configs: podRelabeling(subject, pods.port),
    },
    ...exporters,
  ];
}

/**
 * Every pod behind the Service is a target: its cluster IP would lead to one of them. They get no label `pod`, because an exporter may run in a
 * pod of the application, and tells nothing about it. Pure.
 */
export function exporterJob(subject: MonitoringSubject, source: Exporter): ScrapeJob {
  const { name = '', namespace = '', port = '' } = subject.settings.sources[source] ?? {};
  const ports = ['', '_name'].map(suffix => `__meta_kubernetes_endpointslice_port${suffix}`);
  return {
    job_name: sourceJob(subject, source),
    kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: [namespace] } }],
    relabel_configs: [
      { source_labels: ['__meta_kubernetes_service_name'], regex: name, action: 'keep' },
      { source_labels: ports, regex: `${port};.*|.*;${port}`, action: 'keep' },
      { target_label: 'namespace', replacement: source === 'node' ? namespace : subject.namespace },
    ],
  };
}

/** Keeps the running pods of the workload, and gives their series the labels by which the gate and our rules select. Pure. */
export function podRelabeling({ namespace, workload }: MonitoringSubject, port: string): object[] {
  const [, { value: name }] = podMatchers(namespace, workload);
  const meta = '__meta_kubernetes_pod';
  return [
    { source_labels: [`${meta}_name`], regex: name, action: 'keep' },
    { source_labels: [`${meta}_container_port_name`], regex: port, action: 'keep' },
    { source_labels: [`${meta}_phase`], regex: 'Pending|Succeeded|Failed', action: 'drop' },
    { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
    { source_labels: [`${meta}_name`], target_label: 'pod' },
    { source_labels: [`${meta}_uid`], target_label: 'pod_uid' },
    { source_labels: [`${meta}_container_name`], target_label: 'container' },
  ];
}
