import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { link } from './build.ts';
import { type Credentials, credentialsOf } from './credentials.ts';
import { packaged } from './debian.ts';
import { ADDRESS, type Lab, NODES } from './lab.ts';
import type { Site } from './parts.ts';
import { ensure, listens, type Part, run, unprivileged } from './process.ts';
import { prometheusFolder, reloadPrometheus } from './prometheus.ts';
import { applyAll, namespaceOf, outsideService, type Placed, proxiedService } from './registration.ts';

/** Exporters of the machine, PostgreSQL, Redis and the cluster, and the small servers that they ask. Their jobs have their names. */

const NAMESPACE = 'monitoring';
const PORTS = {
  postgres: 5432,
  redis: 6379,
  'node-exporter': 9100,
  'redis-exporter': 9121,
  'postgres-exporter': 9187,
  'kube-state': 9180,
} as const;

export type ExporterProcess = keyof typeof PORTS;
export const EXPORTER_PROCESSES = Object.keys(PORTS) as ExporterProcess[];

const at = (process: ExporterProcess) => `${ADDRESS}:${PORTS[process]}`;

/** The administrator of the lab's own PostgreSQL; it needs no password. */
export const POSTGRES_URL = `postgresql://postgres@${at('postgres')}/postgres?sslmode=disable`;

/** URLs for programs in the lab's network, by variable. */
export const EXPORTER_VARIABLES: Readonly<Record<string, string>> = {
  SLIPWAY_POSTGRES: POSTGRES_URL,
  SLIPWAY_REDIS: `redis://${at('redis')}`,
};

const postgresData = (lab: Lab) => join(lab.dir, 'postgres');
const redisData = (lab: Lab) => join(lab.dir, 'redis');

/** Returns the directory of the newest installed PostgreSQL's programs. */
const postgresPrograms = () => globSync('/usr/lib/postgresql/*/bin').sort().at(-1) ?? '';

export function exporterParts(lab: Lab, { ca, pki }: Credentials): Readonly<Record<ExporterProcess, Part>> {
  const part = (name: ExporterProcess, ...command: string[]): Part => ({ name, where: 'lab', command });
  return {
    postgres: part(
      'postgres',
      ...unprivileged(),
      ...[join(postgresPrograms(), 'postgres'), '-D', postgresData(lab), '-p', String(PORTS.postgres)],
      ...setting('listen_addresses', ADDRESS),
      ...setting('unix_socket_directories', ''),
      ...setting('shared_buffers', '16MB'),
      // A lab is not kept after a power failure.
      ...setting('fsync', 'off'),
    ),
    redis: part(
      'redis',
      ...['redis-server', '--bind', ADDRESS, '--port', String(PORTS.redis), '--dir', redisData(lab)],
      ...['--save', '', '--appendonly', 'no', '--protected-mode', 'no'],
    ),
    'node-exporter': part('node-exporter', 'node-exporter', `--web.listen-address=${at('node-exporter')}`),
    'redis-exporter': part(
      'redis-exporter',
      ...['redis-exporter', `-redis.addr=redis://${at('redis')}`],
      `-web.listen-address=${at('redis-exporter')}`,
    ),
    'postgres-exporter': part(
      'postgres-exporter',
      ...['env', `DATA_SOURCE_NAME=${POSTGRES_URL}`, 'postgres-exporter'],
      `--web.listen-address=${at('postgres-exporter')}`,
      // The default is a file in the working directory.
      '--config.file=/dev/null',
    ),
    'kube-state': part(
      'kube-state',
      ...[process.execPath, '--no-warnings', join(import.meta.dirname, 'kube-state.ts')],
      ...[ADDRESS, String(PORTS['kube-state']), ca, pki('prometheus.token')],
    ),
  };
}

const setting = (name: string, value: string) => ['-c', `${name}=${value}`];

/** Returns the scrape configuration for the folder `scrape` of Prometheus. */
export function exportersConfig({ pki }: Credentials): string {
  const job = (name: string, process: ExporterProcess) => ({
    job_name: name,
    static_configs: [{ targets: [at(process)] }],
  });
  return stringify({
    scrape_configs: [
      job('node', 'node-exporter'),
      job('postgres', 'postgres-exporter'),
      job('redis', 'redis-exporter'),
      { ...job('kube-state-metrics', 'kube-state'), honor_labels: true },
      {
        job_name: 'cadvisor',
        metrics_path: '/metrics/cadvisor',
        scheme: 'https',
        // Kubelets have self-signed certificates, and the lab's network is isolated.
        tls_config: { insecure_skip_verify: true },
        authorization: { credentials_file: pki('prometheus.token') },
        static_configs: NODES.map(({ name, address }) => ({
          targets: [`${address}:10250`],
          labels: { node: name },
        })),
      },
    ],
  });
}

/**
 * Makes Prometheus scrape another PostgreSQL through the exporter, as the job `postgres` with the name as `instance`.
 * @param url where it is reached from the lab's network, with user and password.
 */
export function watchDatabase(lab: Lab, name: string, url: string): void {
  scrapeDatabase(lab, name, [url]);
}

/** Ends `watchDatabase`. Its series are stale a few seconds later. */
export function forgetDatabase(lab: Lab, name: string): void {
  scrapeDatabase(lab, name, []);
}

/** Without a URL the job stays without targets: Prometheus marks series as stale when their target is gone, and not when their job is. */
function scrapeDatabase(lab: Lab, name: string, urls: readonly string[]): void {
  const job = {
    job_name: `postgres-${name}`,
    metrics_path: '/probe',
    params: { target: urls },
    static_configs: urls.map(() => ({ targets: [at('postgres-exporter')] })),
    relabel_configs: [
      { target_label: 'job', replacement: 'postgres' },
      { target_label: 'instance', replacement: name },
    ],
  };
  const file = join(prometheusFolder(lab, 'scrape'), `postgres-${name}.yaml`);
  writeFileSync(file, stringify({ scrape_configs: [job] }), { mode: 0o600 });
  reloadPrometheus(lab);
}

export function exporterObjects(): Placed[] {
  const exporters = ['node-exporter', 'redis-exporter', 'postgres-exporter', 'kube-state'] as const;
  return [
    namespaceOf(NAMESPACE),
    ...exporters.flatMap(name => proxiedService(NAMESPACE, name, PORTS[name])),
    ...(['postgres', 'redis'] as const).flatMap(name =>
      outsideService(NAMESPACE, name, PORTS[name], PORTS[name]),
    ),
  ];
}

/** Starts the servers and the exporters, and makes Prometheus scrape them. */
export async function raiseExporters({ lab, api, credentials, say }: Site): Promise<void> {
  for (const name of ['node-exporter', 'postgres-exporter', 'redis-exporter'] as const)
    link(lab, name, await packaged(name));
  await createDatabase(lab);
  mkdirSync(redisData(lab), { recursive: true });
  await Promise.all(EXPORTER_PROCESSES.map(name => startExporter(lab, name)));
  writeFileSync(join(prometheusFolder(lab, 'scrape'), 'exporters.yaml'), exportersConfig(credentials));
  reloadPrometheus(lab);
  await applyAll(await api, exporterObjects());
  say('exporters ready');
}

/** Starts an exporter or a server, or starts it again after a test has killed it. */
export async function startExporter(lab: Lab, name: ExporterProcess): Promise<void> {
  await ensure(lab, exporterParts(lab, credentialsOf(lab))[name]);
  await listens(lab, name, PORTS[name]);
}

async function createDatabase(lab: Lab): Promise<void> {
  const data = postgresData(lab);
  if (existsSync(data)) return;
  const partial = `${data}.partial`;
  rmSync(partial, { recursive: true, force: true });
  await run(lab, 'lab', [
    ...[...unprivileged(), join(postgresPrograms(), 'initdb'), '-D', partial, '--no-sync'],
    ...['--username=postgres', '--encoding=UTF8', '--locale=C.UTF-8', '--auth=trust'],
  ]);
  const everyone = 'host all all 0.0.0.0/0 trust';
  await run(lab, 'lab', [
    'sh',
    '-ec',
    `echo '${everyone}' >> "$0/pg_hba.conf" && mv "$0" "$1"`,
    partial,
    data,
  ]);
}
