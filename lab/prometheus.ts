import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Api } from './api.ts';
import type { Credentials } from './credentials.ts';
import {
  ADDRESS,
  ALERTMANAGER,
  ENVOY_METRICS_PORT,
  isSimulated,
  type Lab,
  TRAEFIK_METRICS,
  TRAFFIC_PORT,
} from './lab.ts';
import { alive, ensure, listens, type Part, requireAlive } from './process.ts';
import { until } from './progress.ts';
import { applyAll, namespaceOf, type Placed, proxiedService, READ, rights } from './registration.ts';

const PORT = 9090;
const TARGETS_PORT = 9091;
const TARGETS = `${ADDRESS}:${TARGETS_PORT}`;
const PROXY = `/api/v1/namespaces/monitoring/services/prometheus:${PORT}/proxy`;

/** Returns the folder from which Prometheus loads `*.yaml` after `reloadPrometheus`: rules, or scrape configurations. */
export function prometheusFolder(lab: Lab, content: 'rules' | 'scrape'): string {
  return join(lab.dir, 'prometheus', content);
}

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
      '--web.enable-lifecycle',
      // After a reload Prometheus knows no Alertmanager for up to 5 s, and loses what fires meanwhile until it sends it again: by default a minute later.
      '--rules.alert.resend-delay=5s',
      '--log.level=warn',
    ],
  };
}

/** The program lab/tools/targets, the service discovery of Prometheus. */
export function targets({ kubeconfig }: Credentials): Part {
  return { name: 'targets', where: 'lab', command: ['targets', kubeconfig('prometheus'), TARGETS] };
}

export function targetsObjects(): Placed[] {
  return rights('prometheus', [
    { apiGroups: [''], resources: ['pods'], verbs: READ },
    // For the part `exporters`.
    { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
    { apiGroups: ['apps'], resources: ['deployments'], verbs: READ },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: READ },
  ]);
}

/** Starts the service discovery of Prometheus. A simulated lab needs none, because a test serves the metrics of all its pods. */
export async function startTargets(lab: Lab, api: Api, credentials: Credentials): Promise<void> {
  await applyAll(api, targetsObjects());
  await ensure(lab, targets(credentials));
  await listens(lab, 'targets', TARGETS_PORT);
}

/**
 * Returns a configuration that scrapes the gateways, and the pods that `targets` lists with the labels that the gate selects by. It includes
 * what is in the folders `rules` and `scrape`; both are empty in a default lab.
 */
export function prometheusConfig(): string {
  return stringify({
    global: { scrape_interval: '2s', scrape_timeout: '1800ms', evaluation_interval: '2s' },
    rule_files: ['rules/*.yaml'],
    scrape_config_files: ['scrape/*.yaml'],
    // Without the part `alerting`, nothing listens there; only a lab with rules notices.
    alerting: { alertmanagers: [{ static_configs: [{ targets: [ALERTMANAGER] }] }] },
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
  for (const content of ['rules', 'scrape'] as const)
    mkdirSync(prometheusFolder(lab, content), { recursive: true });
  const config = isSimulated(lab) ? simulatedConfig() : prometheusConfig();
  writeFileSync(join(lab.dir, 'prometheus', 'prometheus.yaml'), config);
  await ensure(lab, prometheus(lab));
  await applyAll(api, prometheusObjects());
  await until('Prometheus is ready', async () => {
    requireAlive(lab, 'prometheus');
    return hasPrometheus(api);
  });
}

/** Makes Prometheus read its configuration, rules and scrape configurations. Ignored if they are invalid: see its log. */
export function reloadPrometheus(lab: Lab): void {
  const running = alive(lab, 'prometheus');
  if (running) process.kill(running.pid, 'SIGHUP');
}

/** Whether Prometheus is ready. @throws Error while it is not. */
export async function hasPrometheus(api: Api): Promise<boolean> {
  await api.get(`${PROXY}/-/ready`);
  return true;
}
