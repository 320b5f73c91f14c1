import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Api } from './api.ts';
import type { Credentials } from './credentials.ts';
import { ADDRESS, ENVOY_METRICS_PORT, isSimulated, type Lab, TRAEFIK_METRICS, TRAFFIC_PORT } from './lab.ts';
import { ensure, listens, mustLive, type Part } from './process.ts';
import { until } from './progress.ts';
import { applyAll, namespaceOf, type Placed, proxiedService, READ, rights } from './registration.ts';

const PORT = 9090;
const TARGETS_PORT = 9091;
const TARGETS = `${ADDRESS}:${TARGETS_PORT}`;
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

/** The program lab/tools/targets, the service discovery of Prometheus. */
export function targets({ kubeconfig }: Credentials): Part {
  return { name: 'targets', where: 'lab', command: ['targets', kubeconfig('prometheus'), TARGETS] };
}

export function targetsObjects(): Placed[] {
  return rights('prometheus', [{ apiGroups: [''], resources: ['pods'], verbs: READ }]);
}

/** Starts the service discovery of Prometheus. A simulated lab needs none, because a test serves the metrics of all its pods. */
export async function startTargets(lab: Lab, api: Api, credentials: Credentials): Promise<void> {
  await applyAll(api, targetsObjects());
  await ensure(lab, targets(credentials));
  await listens(lab, 'targets', TARGETS_PORT);
}

/** Returns a configuration that scrapes the gateways, and the pods that `targets` lists with the labels that the gate selects by. */
export function prometheusConfig(): string {
  return stringify({
    global: { scrape_interval: '2s', scrape_timeout: '1800ms', evaluation_interval: '1m' },
    scrape_configs: [
      { job_name: 'pods', http_sd_configs: [{ url: `http://${TARGETS}`, refresh_interval: '1s' }] },
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
 * Returns the configuration of a simulated lab, whose pods have no metrics. A test serves the metrics of all pods in one response, with the
 * labels namespace, pod and pod_uid, and with the series `up` of each pod.
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

/** Returns the Service monitoring/prometheus:9090, which is reachable in the cluster and through the API server's proxy. */
export function prometheusObjects(): Placed[] {
  return [namespaceOf('monitoring'), ...proxiedService('monitoring', 'prometheus', PORT)];
}

export async function startPrometheus(lab: Lab, api: Api): Promise<void> {
  mkdirSync(join(lab.dir, 'prometheus'), { recursive: true });
  const config = isSimulated(lab) ? simulatedConfig() : prometheusConfig();
  writeFileSync(join(lab.dir, 'prometheus', 'prometheus.yaml'), config);
  await ensure(lab, prometheus(lab));
  await applyAll(api, prometheusObjects());
  await until('Prometheus is ready', async () => {
    mustLive(lab, 'prometheus');
    return hasPrometheus(api);
  });
}

/** Whether Prometheus is ready. @throws Error while it is not. */
export async function hasPrometheus(api: Api): Promise<boolean> {
  await api.get(`${PROXY}/-/ready`);
  return true;
}
