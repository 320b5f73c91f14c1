import { rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import {
  alertmanagerConfig,
  alertmanagerFile,
  alertmanagerSecrets,
  reloadAlertmanager,
} from '../../../lab/alerting.ts';
import { reloadPrometheus } from '../../../lab/prometheus.ts';
import type { Load } from '../../../scripts/load.ts';
import { startLoad } from '../../../scripts/load.ts';
import { connect as connectCluster } from '../../../src/cluster/port.ts';
import type { ScrapeJob } from '../../../src/monitoring/scrape.ts';
import { instantQuery } from '../../prometheus.ts';
import { bundleOf, placeFor } from '../alone/bundle.ts';
import { eventually, gateway } from '../harness.ts';
import type { Place } from './place.ts';

/** Prometheus, Alertmanager, requests and reads of the cache, for as long as a run takes. */

const sinks = process.env.SLIPWAY_SINKS ?? '';
const ports = { node: 9100, postgres: 9187, redis: 9121 };
/** Paths of the sinks, by the variable of the receiver. */
export const sinkPaths = { PAGER: 'pager/conformance', CHAT: 'slack/conformance' } as const;

/** Where each receiver shows what it got. */
export const shownAt = {
  critical: `monitoring/sinks:9094/received/${sinkPaths.PAGER}`,
  warning: 'monitoring/mailpit:8025/api/v1/search?query=to:ops@lab.test',
  info: `monitoring/sinks:9094/received/${sinkPaths.CHAT}`,
} as const;

export interface Watching {
  /** Takes the rules away from Prometheus. @returns what brings them back. */
  withoutRules(): () => void;
  stop(): Promise<void>;
}

/** Gives the servers of the lab what `slipway monitoring` writes, after the first release. */
export async function startWatching(place: Place): Promise<Watching> {
  const { lab } = place;
  for (const [secret, path] of Object.entries(sinkPaths))
    writeFileSync(join(alertmanagerSecrets(lab), secret), `${sinks}/hooks/${path}`);
  const bundle = await bundleOf(place);
  const rules = placeFor(place, lab, 'rules', bundle('rules.yml'));
  const { scrape_configs: jobs } = parse(bundle('scrape.yml')) as { scrape_configs: ScrapeJob[] };
  // The lab's Prometheus has no discovery in Kubernetes, so each job gets its target.
  const ofDatabase = await databaseProbe(place);
  const found = Object.entries(ports).map(([name, port]) => {
    const job = jobs.find(({ job_name }) => job_name.endsWith(`-${name}`));
    return {
      job_name: job?.job_name,
      ...(name === 'postgres' ? ofDatabase : {}),
      static_configs: [{ targets: [`${process.env.SLIPWAY_LAB_ADDRESS}:${port}`] }],
      relabel_configs: job?.relabel_configs.filter(rule => !('source_labels' in rule)),
    };
  });
  const scrape = placeFor(place, lab, 'scrape', stringify({ scrape_configs: found }));
  writeFileSync(alertmanagerFile(lab), bundle('alertmanager.yml'));
  reloadPrometheus(lab);
  reloadAlertmanager(lab);
  const cluster = await connectCluster();
  await eventually(async () => {
    const [up] = await instantQuery(cluster, 'count(up{job=~"slipway-shop-production-.*"} == 1)');
    return up?.value[1] === '3';
  }, 120_000);
  await cluster.close();
  const cache = readingCache();
  const load = steadyLoad(place);
  return {
    withoutRules: () => {
      rmSync(rules, { force: true });
      reloadPrometheus(lab);
      return () => {
        placeFor(place, lab, 'rules', bundle('rules.yml'));
        reloadPrometheus(lab);
      };
    },
    stop: async () => {
      cache.stop();
      await load.stop();
      for (const file of [rules, scrape]) rmSync(file, { force: true });
      writeFileSync(alertmanagerFile(lab), alertmanagerConfig());
      reloadPrometheus(lab);
      reloadAlertmanager(lab);
    },
  };
}

/** The exporter of the lab looks at its own PostgreSQL, unless it is asked for another one: that of the application, with its standbys. */
async function databaseProbe({ kubectl: own }: Place) {
  const address = await own(['get', 'service', 'db', '-o', 'jsonpath={.spec.clusterIP}']);
  const stored = await own(['get', 'secret', 'passwords', '-o', 'jsonpath={.data.postgres}']);
  const password = Buffer.from(stored, 'base64').toString();
  const target = `postgresql://postgres:${password}@${address}:5432/shop?sslmode=require`;
  return { metrics_path: '/probe', params: { target: [target] } };
}

/** Reads keys of the lab's Redis, of which one in two exists. */
function readingCache() {
  const { hostname, port } = new URL(process.env.SLIPWAY_REDIS ?? '');
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined).resume();
  const timer = setInterval(() => socket.write('SET a 1\r\nGET a\r\nGET b\r\n'), 1000);
  return {
    stop: () => {
      clearInterval(timer);
      socket.destroy();
    },
  };
}

/** Requests per second, on several paths: enough for a gate of the profile `wide`. */
const paths = { '/api/items': 40, '/records/1': 5, '/api/report': 2 } as const;

/** Each load ends after a quarter of an hour, and then begins again. */
function steadyLoad({ namespace }: Place) {
  let isOver = false;
  const running = new Map<string, Load>();
  const begin = (path: string, rate: number) => {
    const options = { url: gateway, host: `${namespace}.example`, path, rate, timeoutMs: 20_000 };
    const load = startLoad({ ...options, maxRequests: rate * 15 * 60 });
    running.set(path, load);
    void load.done.then(() => {
      if (!isOver) begin(path, rate);
    });
  };
  for (const [path, rate] of Object.entries(paths)) begin(path, rate);
  return {
    stop: async () => {
      isOver = true;
      for (const load of running.values()) await load.stop();
    },
  };
}
