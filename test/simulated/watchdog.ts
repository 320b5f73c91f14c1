import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInformer } from '../../src/cluster/informer.ts';
import type { Job } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { watchdogAccount } from '../../src/release/watchdog/watchdog.ts';
import { labels } from '../../src/workloads/naming.ts';
import { kubectl, tokenOf } from '../e2e/harness.ts';

/**
 * Runs the container of each watchdog Job in a namespace as a local process with the ServiceAccount of the Job, because simulated nodes run
 * no containers.
 */
export class Watchdogs {
  readonly #stop = new AbortController();
  readonly #running = new Map<string, ChildProcess>();
  readonly #lines: string[] = [];
  readonly #cluster: Cluster;
  readonly #namespace: string;
  readonly #folder: string;

  private constructor(cluster: Cluster, namespace: string, folder: string) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#folder = folder;
  }

  static async start(cluster: Cluster, namespace: string): Promise<Watchdogs> {
    const folder = await mkdtemp(join(tmpdir(), 'w-'));
    const server = await prepareAccount(cluster, namespace, folder);
    const watchdogs = new Watchdogs(cluster, namespace, folder);
    await watchdogs.#follow(server);
    return watchdogs;
  }

  /** Their log lines. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Returns the seconds without a heartbeat after which one of them acted, from its log. */
  quiet(): number | undefined {
    const found = this.#lines.map(line => /^no heartbeat for (\d+) s/.exec(line)?.[1]).find(Boolean);
    return found === undefined ? undefined : Number(found);
  }

  async #follow(server: URL): Promise<void> {
    let jobs: () => Job[] = () => [];
    const look = () => {
      const there = new Map(jobs().map(job => [uidOf(job), job]));
      for (const [uid, job] of there) if (!this.#running.has(uid)) this.#run(job, server);
      // Like a kubelet after the Job is deleted.
      for (const [uid, child] of this.#running) if (!there.has(uid)) child.kill('SIGTERM');
    };
    const path = pathOf(resources.job, this.#namespace);
    const query = { labelSelector: `${labels.kind}=watchdog` };
    const mirrored = await startInformer<Job>(this.#cluster, path, query, this.#stop.signal, look);
    jobs = mirrored.items;
    look();
  }

  #run(job: Job, server: URL): void {
    const container = job.spec?.template.spec?.containers[0];
    const expand = (text: string) => text.replaceAll('$$', () => '$');
    const [command = 'sh', ...args] = (container?.command ?? []).map(expand);
    const own = Object.fromEntries(
      (container?.env ?? []).map(({ name, value = '' }) => [name, expand(value)]),
    );
    const child = spawn(command, args, {
      env: {
        ...own,
        PATH: process.env.PATH,
        HOME: this.#folder,
        ACCOUNT: this.#folder,
        ARMED: '',
        KUBERNETES_SERVICE_HOST: server.hostname,
        KUBERNETES_SERVICE_PORT: server.port,
      },
    });
    this.#running.set(uidOf(job), child);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => this.#lines.push(...String(chunk).split('\n').filter(Boolean)));
  }

  async close(): Promise<void> {
    this.#stop.abort();
    const living = [...this.#running.values()].filter(
      ({ exitCode, signalCode }) => (exitCode ?? signalCode) === null,
    );
    await Promise.all(
      living.map(child => {
        const ended = new Promise(resolve => child.once('close', resolve));
        child.kill('SIGKILL');
        return ended;
      }),
    );
    await rm(this.#folder, { recursive: true, force: true });
  }
}

const uidOf = ({ metadata }: Job) => metadata?.uid ?? '';

/** Writes the files of the ServiceAccount as in a pod. @returns the address of the API server. */
async function prepareAccount(cluster: Cluster, namespace: string, folder: string): Promise<URL> {
  const config = JSON.parse(
    await kubectl(['config', 'view', '--raw', '--minify', '--flatten', '--output=json']),
  ) as { clusters: { cluster: { server: string; 'certificate-authority-data': string } }[] };
  const [own] = config.clusters;
  await writeFile(join(folder, 'token'), await tokenOf(cluster, namespace, watchdogAccount));
  await writeFile(
    join(folder, 'ca.crt'),
    Buffer.from(own?.cluster['certificate-authority-data'] ?? '', 'base64'),
  );
  return new URL(own?.cluster.server ?? '');
}
