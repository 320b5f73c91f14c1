import { sourceJob } from './rules/application.ts';
import { type MonitoringSubject, podMatchers } from './subject.ts';

/** What Prometheus scrapes for an application, as `scrape_configs` (prometheus.io, "Configuration"). */

export interface ScrapeJob {
  readonly job_name: string;
  readonly metrics_path?: string;
  readonly kubernetes_sd_configs?: readonly object[];
  readonly static_configs?: readonly {
    readonly targets: readonly string[];
    readonly labels: Record<string, string>;
  }[];
  readonly relabel_configs?: readonly object[];
}

/** Returns the scrape jobs of an application: its pods and the exporters that slipway.yml names. Pure. */
export function scrapeJobs(subject: MonitoringSubject): ScrapeJob[] {
  const { namespace, settings } = subject;
  const { pods, node, postgres, redis } = settings.sources;
  const exporters = Object.entries({ node, postgres, redis }).flatMap(([source, service]): ScrapeJob[] =>
    service === undefined
      ? []
      : [
          {
            job_name: sourceJob(subject, source as 'node' | 'postgres' | 'redis'),
            static_configs: [
              {
                targets: [`${service.name}.${service.namespace}.svc:${service.port}`],
                labels: { namespace: source === 'node' ? service.namespace : namespace },
              },
            ],
          },
        ],
  );
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
