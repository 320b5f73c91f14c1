import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Api } from './api.ts';
import type { Credentials } from './credentials.ts';
import { ADDRESS, ENVOY_METRICS_PORT, isSimulated, type Lab, TRAEFIK_METRICS, TRAFFIC_PORT } from './lab.ts';
import { ensure, mustLive, type Part } from './process.ts';
import { until } from './progress.ts';
import { applyAll, namespaceOf, type Placed, proxiedService, READ, rights } from './registration.ts';

const PORT = 9090;
const PROXY = `/api/v1/namespaces/monitoring/services/prometheus:${PORT}/proxy`;

export function prometheus(lab: Lab): Part {
  const directory = join(lab.dir, 'prometheus');
  return {
    name: 'prometheus',
    where: 'lab',
    command: [
      'prometheus',
      `--config.file=${join(directory, 'prometheus.yaml')}`,
      `--storage.tsdb.path=${join(directory, 'data')}`,
      '--storage.tsdb.retention.time=1d',
      `--web.listen-address=${ADDRESS}:${PORT}`,
      '--log.level=warn',
    ],
  };
}

/** Scrapes pods with the usual annotations, and the gateways. The gate selects the series of a pod by these labels. */
export function prometheusConfig({ kubeconfig }: Credentials): string {
  const meta = '__meta_kubernetes_pod';
  const take = (source: string, target: string) => ({ source_labels: [source], target_label: target });
  // An annotation that a pod lacks must not empty the default.
  const override = (annotation: string, target: string) => ({
    ...take(`${meta}_annotation_prometheus_io_${annotation}`, target),
    regex: '(.+)',
  });
  return stringify({
    global: { scrape_interval: '5s', scrape_timeout: '4s', evaluation_interval: '5s' },
    scrape_configs: [
      {
        job_name: 'pods',
        kubernetes_sd_configs: [{ role: 'pod', kubeconfig_file: kubeconfig('prometheus') }],
        relabel_configs: [
          {
            source_labels: [`${meta}_annotation_prometheus_io_scrape`],
            regex: 'true',
            action: 'keep',
          },
          { source_labels: [`${meta}_phase`], regex: 'Pending|Succeeded|Failed', action: 'drop' },
          // A target a pod, not one for each port that it declares.
          {
            source_labels: [`${meta}_ip`, `${meta}_annotation_prometheus_io_port`],
            separator: ':',
            regex: '([^:]+):(\\d+)',
            replacement: '$1:$2',
            target_label: '__address__',
          },
          override('path', '__metrics_path__'),
          override('scheme', '__scheme__'),
          take('__meta_kubernetes_namespace', 'namespace'),
          take(`${meta}_name`, 'pod'),
          take(`${meta}_uid`, 'pod_uid'),
          take(`${meta}_node_name`, 'node'),
        ],
      },
      {
        job_name: 'gateway',
        metrics_path: '/stats/prometheus',
        static_configs: [{ targets: [`${ADDRESS}:${ENVOY_METRICS_PORT}`] }],
      },
      { job_name: 'traefik', static_configs: [{ targets: [TRAEFIK_METRICS] }] },
    ],
  });
}

/**
 * Simulated pods count nothing. Whoever tests tells what they would, all of them in one answer: with namespace, pod and
 * pod_uid as every scrape of a pod has them, and with the `up` of each.
 */
export function simulatedConfig(): string {
  return stringify({
    global: { scrape_interval: '1s', scrape_timeout: '900ms', evaluation_interval: '1m' },
    scrape_configs: [
      {
        job_name: 'simulated',
        honor_labels: true,
        static_configs: [{ targets: [`${ADDRESS}:${TRAFFIC_PORT}`] }],
      },
    ],
  });
}

/** Reached in the cluster, and through the API server, as monitoring/prometheus:9090. */
export function prometheusObjects(): Placed[] {
  return [
    ...rights('prometheus', [{ apiGroups: [''], resources: ['pods'], verbs: READ }]),
    namespaceOf('monitoring'),
    ...proxiedService('monitoring', 'prometheus', PORT),
  ];
}

export async function startPrometheus(lab: Lab, api: Api, credentials: Credentials): Promise<void> {
  mkdirSync(join(lab.dir, 'prometheus'), { recursive: true });
  const config = isSimulated(lab) ? simulatedConfig() : prometheusConfig(credentials);
  writeFileSync(join(lab.dir, 'prometheus', 'prometheus.yaml'), config);
  await ensure(lab, prometheus(lab));
  await applyAll(api, prometheusObjects());
  await until('Prometheus is ready', async () => {
    mustLive(lab, 'prometheus');
    return hasPrometheus(api);
  });
}

/** @throws Error while it does not answer. */
export async function hasPrometheus(api: Api): Promise<boolean> {
  await api.get(`${PROXY}/-/ready`);
  return true;
}
