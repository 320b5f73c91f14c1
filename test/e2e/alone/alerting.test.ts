import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  alertmanagerConfig,
  alertmanagerFile,
  alertmanagerSecrets,
  mailpit,
  reloadAlertmanager,
} from '../../../lab/alerting.ts';
import { startExporter } from '../../../lab/exporters.ts';
import { labOf } from '../../../lab/lab.ts';
import { ensure, kill } from '../../../lab/process.ts';
import { reloadPrometheus } from '../../../lab/prometheus.ts';
import type { Load } from '../../../scripts/load.ts';
import { loadConfig } from '../../../src/config/load.ts';
import type { RuleGroup } from '../../../src/monitoring/rules/rule.ts';
import type { ScrapeJob } from '../../../src/monitoring/scrape.ts';
import { signalsOf } from '../../../src/monitoring/signals.ts';
import { monitoringSubject } from '../../../src/monitoring/subject.ts';
import { instantQuery, prometheusProxy } from '../../prometheus.ts';
import { drawDashboards } from '../dashboard-pictures.ts';
import { emptyPanels } from '../dashboards.ts';
import { createShop, eventually, image, pushShops, type Shop } from '../harness.ts';
import { loadOn } from '../load.ts';
import { needs } from '../needs.ts';
import { act } from '../progressive.ts';
import { bundleOf, placeFor, received } from './bundle.ts';

/** Whether alerts reach people, and what happens if a receiver, an exporter or a silence fails. */

needs('alerting', 'exporters');

const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const sinks = process.env.SLIPWAY_SINKS ?? '';
const alertmanager = process.env.SLIPWAY_ALERTMANAGER ?? '';

const monitoring = `monitoring:
      objectives: { availability: 99.9% }
      alertmanager: { service: monitoring/alertmanager:9093 }
      silence: 30m
      sources:
        node: monitoring/node-exporter:9100
        postgres: monitoring/postgres-exporter:9187
        redis: monitoring/redis-exporter:9121
      receivers:
        critical: [{ webhook: PAGER }]
        warning:
          - email: { to: [ops@lab.test], from: slipway@lab.test, server: '${process.env.SLIPWAY_SMTP ?? ''}', tls: false }
        info: [{ slack: CHAT }]
      security-events: { data: 'http_requests_total{route="/config"}' }
      compare: 4m
    gate:
      prometheus: { service: monitoring/prometheus:9090 }
      metrics:
        - { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }
        - { name: latency, histogram: http_request_duration_seconds }
    strategy:`;

/** Requests a second. */
const rate = 10;
/** What each request to the shop takes: 0.11 s and, of that and more, 20 ms of computing. */
const behavior = { FAULT_LATENCY_MS: '110', FAULT_CPU_MS: '20' };

/** Paths of the sinks by secret; the first part says as what a sink answers. */
const paths = { PAGER: 'pager/alerting', CHAT: 'slack/alerting' };

/** Where each receiver shows what it got. */
const shownAt = {
  critical: `monitoring/sinks:9094/received/${paths.PAGER}`,
  warning: 'monitoring/mailpit:8025/api/v1/search?query=to:ops@lab.test',
  info: `monitoring/sinks:9094/received/${paths.CHAT}`,
};

let shop: Shop;
let load: Load;
/** Reads from the cache, which otherwise has neither hits nor misses. */
let cache: Socket;
let reading: NodeJS.Timeout;
const files: string[] = [];
/** Those of the bundle, as YAML. */
let rules = '';

/** Starts a check; returns its outputs and how long it took, in seconds. */
async function check(severity: keyof typeof shownAt, ...more: string[]) {
  const began = Date.now();
  const args = ['alerts', 'test', '--environment', 'production', '--severity', severity, ...more];
  const { code, outputs, stderr } = await shop.slipway(args);
  return { code, outputs, stderr, seconds: (Date.now() - began) / 1000 };
}

const behave = (path: string, behavior: object) =>
  fetch(`${sinks}/behavior/${path}`, { method: 'PUT', body: JSON.stringify(behavior) });

beforeAll(async () => {
  await pushShops();
  for (const [secret, path] of Object.entries(paths))
    writeFileSync(join(alertmanagerSecrets(lab), secret), `${sinks}/hooks/${path}`);
  shop = await createShop('alerting', async made => {
    await made.configure(text =>
      text
        .replace('strategy:', monitoring)
        .replace('checks:', 'security-events: { data: { get: /config } }\n      checks:'),
    );
    await made.edit('Deployment', ({ spec }) => {
      spec.replicas = 2;
    });
    await made.edit('ConfigMap', ({ data }) => Object.assign(data, behavior));
  });
  const first = await shop.deploy('v1');
  expect(first, first.stderr).toMatchObject({ code: 0 });
  load = loadOn(shop, rate);
  const { hostname, port } = new URL(process.env.SLIPWAY_REDIS ?? '');
  cache = connect(Number(port), hostname);
  cache.on('error', () => undefined).resume();
  reading = setInterval(() => cache.write('SET a 1\r\nGET a\r\nGET b\r\n'), 1000);
  const bundle = await bundleOf(shop);
  rules = bundle('rules.yml');
  files.push(placeFor(shop, lab, 'rules', rules));
  // The lab's Prometheus has no discovery in Kubernetes: `bundleOf` has had promtool check ours, and here each job gets its target.
  const ports = { node: 9100, postgres: 9187, redis: 9121 };
  const { scrape_configs: jobs } = parse(bundle('scrape.yml')) as { scrape_configs: ScrapeJob[] };
  const found = Object.entries(ports).map(([name, port]) => {
    const job = jobs.find(({ job_name }) => job_name.endsWith(`-${name}`));
    return {
      job_name: job?.job_name,
      static_configs: [{ targets: [`${process.env.SLIPWAY_LAB_ADDRESS}:${port}`] }],
      relabel_configs: job?.relabel_configs.filter(rule => !('source_labels' in rule)),
    };
  });
  files.push(placeFor(shop, lab, 'scrape', stringify({ scrape_configs: found })));
  writeFileSync(alertmanagerFile(lab), bundle('alertmanager.yml'));
  reloadPrometheus(lab);
  reloadAlertmanager(lab);
  const targets = 'count(up{job=~"slipway-shop-production-.*"} == 1)';
  await eventually(async () => {
    const [ready] = await instantQuery(shop.cluster, targets);
    return ready?.value[1] === '3';
  }, 60_000);
}, 300_000);

afterAll(async () => {
  await fetch(`${sinks}/behavior`, { method: 'DELETE' });
  clearInterval(reading);
  cache?.destroy();
  await load?.stop();
  for (const file of files) rmSync(file, { force: true });
  writeFileSync(alertmanagerFile(lab), alertmanagerConfig());
  reloadPrometheus(lab);
  reloadAlertmanager(lab);
  await shop?.remove();
}, 120_000);

describe('the rules', () => {
  interface Loaded {
    readonly name: string;
    readonly file: string;
    readonly rules: readonly {
      readonly name: string;
      readonly health: string;
      readonly lastError?: string;
    }[];
  }
  const loaded = async (): Promise<Loaded[]> => {
    const { body } = await shop.cluster.call('GET', `${prometheusProxy}/api/v1/rules`);
    const { data } = JSON.parse(body) as { data: { groups: Loaded[] } };
    return data.groups.filter(({ file }) => file.endsWith(`${shop.namespace}.yaml`));
  };

  it('M2: are all loaded by Prometheus, which evaluates each without an error', async () => {
    // A rule is `unknown` until its first evaluation.
    await eventually(
      async () => (await loaded()).every(({ rules }) => rules.every(({ health }) => health !== 'unknown')),
      120_000,
    );
    const found = await loaded();
    const { groups } = parse(rules) as { groups: RuleGroup[] };
    const loadedNames = found.map(({ name, rules }) => [name, rules.map(rule => rule.name)] as const);
    const written = groups.map(
      ({ name, rules }) => [name, rules.map(rule => ('alert' in rule ? rule.alert : rule.record))] as const,
    );
    expect(Object.fromEntries(loadedNames)).toEqual(Object.fromEntries(written));
    expect(found.flatMap(({ rules }) => rules.filter(({ health }) => health !== 'ok'))).toEqual([]);
  }, 150_000);
});

describe('a check of the alerts', () => {
  it.each(['critical', 'warning', 'info'] as const)(
    'M4, M11: follows an alert to the receiver of its severity within a minute: %s',
    async severity => {
      const { code, outputs, stderr, seconds } = await check(severity, '--receiver-url', shownAt[severity]);
      console.log(`${severity}: ${seconds} s ${outputs.hops}`);
      expect({ code, state: outputs.state }, stderr).toEqual({ code: 0, state: 'delivered' });
      const hops = JSON.parse(outputs.hops ?? '[]') as { name: string; state: string }[];
      expect(hops.map(({ name, state }) => `${name} ${state}`)).toEqual(
        ['metric', 'pending', 'firing', 'alertmanager', 'delivery', 'receiver'].map(hop => `${hop} reached`),
      );
      expect(seconds).toBeLessThan(60);
    },
    120_000,
  );

  it('M11: sends an alert to no receiver of another severity', async () => {
    const bodies = async (path: string) => (await received(path)).map(({ body }) => body);
    const pages = (await bodies(paths.PAGER)).map(
      body => (JSON.parse(body) as { commonLabels: { severity?: string } }).commonLabels.severity,
    );
    expect(new Set(pages)).toEqual(new Set(['critical']));
    const chat = await bodies(paths.CHAT);
    expect(chat).not.toEqual([]);
    expect(chat.filter(body => /critical|warning/.test(body))).toEqual([]);
    const search = `${process.env.SLIPWAY_MAILPIT}/api/v1/search?query=${encodeURIComponent('to:ops@lab.test')}`;
    const { messages } = (await (await fetch(search)).json()) as { messages: { Subject: string }[] };
    expect(messages).not.toEqual([]);
    expect(messages.filter(({ Subject }) => !/warning/i.test(Subject))).toEqual([]);
  }, 30_000);

  it.each([
    ['critical', 'webhook', () => behave(paths.PAGER, { status: 500 })],
    ['info', 'slack', () => behave(paths.CHAT, { status: 500 })],
    ['warning', 'email', () => kill(lab, 'mailpit')],
  ] as const)(
    'M4: reports which receiver does not take the alert: %s by %s',
    async (severity, kind, stop) => {
      await stop();
      try {
        const { code, outputs, stderr } = await check(severity, '--timeout', '40s');
        expect({ code, state: outputs.state }, stderr).toEqual({ code: 1, state: 'broken' });
        expect(outputs.reason).toContain(kind);
        const hops = JSON.parse(outputs.hops ?? '[]') as { name: string; state: string }[];
        expect(hops.find(({ state }) => state !== 'reached')?.name).toBe('delivery');
      } finally {
        await fetch(`${sinks}/behavior`, { method: 'DELETE' });
        await ensure(lab, mailpit(lab));
      }
    },
    180_000,
  );

  it('ends its alerts', async () => {
    const firing = `ALERTS{alertname="SlipwayAlertCheck",alertstate="firing",namespace="${shop.namespace}"}`;
    await eventually(async () => (await instantQuery(shop.cluster, firing)).length === 0, 60_000);
  }, 90_000);
});

describe('a silence', () => {
  interface Silence {
    readonly matchers: { name: string; value: string; isEqual: boolean }[];
    readonly status: { state: string };
    readonly startsAt: string;
    readonly endsAt: string;
  }
  const silences = async (): Promise<Silence[]> =>
    ((await (await fetch(`${alertmanager}/api/v2/silences`)).json()) as Silence[]).filter(({ matchers }) =>
      matchers.some(({ name, value }) => name === 'app' && value === 'shop'),
    );
  const active = async () => (await silences()).filter(({ status }) => status.state === 'active');

  it('M10: is open while a release is rolled out, spares critical alerts, and is removed at its end', async () => {
    expect(await active()).toEqual([]);
    const running = shop.start(['deploy', '--environment', 'production', '--images', image('v2')]);
    const [open] = await eventually(async () => {
      const found = await active();
      return found.length > 0 && found;
    }, 60_000);
    expect(open?.matchers).toContainEqual(
      expect.objectContaining({ name: 'severity', value: 'critical', isEqual: false }),
    );
    expect(Date.parse(open?.endsAt ?? '') - Date.parse(open?.startsAt ?? '')).toBeLessThanOrEqual(1_800_000);
    const done = await running.done;
    expect(done, done.stderr).toMatchObject({ code: 0 });
    expect(await active()).toEqual([]);
  }, 180_000);

  it('M10: of a killed run is removed by the next sweep', async () => {
    const running = shop.start(['deploy', '--environment', 'production', '--images', image('v1')]);
    await eventually(async () => (await active()).length > 0, 60_000);
    running.child.kill('SIGKILL');
    await running.done;
    expect(await active()).toHaveLength(1);
    const isLeftAlone = async () => /^(running|paused)$/.test((await act(shop, 'sweep')).outputs.state ?? '');
    await eventually(async () => !(await isLeftAlone()), 120_000);
    expect(await active()).toEqual([]);
  }, 240_000);
});

describe('the signals', () => {
  const signal = async (name: string): Promise<number> => {
    const subject = monitoringSubject(await loadConfig(join(shop.dir, 'slipway.yml')), 'production');
    const { expr = name } = signalsOf(subject, '1m').find(each => each.name === name) ?? {};
    return Number((await instantQuery(shop.cluster, expr))[0]?.value[1]);
  };
  const byItself = (expr: string) => signal(expr.replaceAll('OWN', `{namespace="${shop.namespace}"}`));

  it('P1: equal the load, and what the process measures of itself', async () => {
    await eventually(async () => Math.abs((await signal('requests')) / rate - 1) < 0.05, 120_000);
    // The bucket of 0.11 s and 20 ms of computing.
    const latency = await signal('latency-p50');
    expect(latency).toBeGreaterThan(0.1);
    expect(latency).toBeLessThanOrEqual(0.2);
    // The pods may be younger than the window of the rate, and cAdvisor measures less often than the processes.
    const [cpu, ownCpu] = await eventually(async () => {
      const used = await signal('cpu');
      const own = await byItself('sum(rate(process_cpu_seconds_totalOWN[1m]))');
      return used > rate * 0.018 && Math.abs(used / own - 1) < 0.1 && [used, own];
    }, 120_000);
    const [memory, resident] = [
      await signal('memory'),
      await byItself('avg(process_resident_memory_bytesOWN)'),
    ];
    console.log(
      `cpu ${cpu}, of the processes ${ownCpu}; memory ${memory}, resident ${resident}; p50 ${latency}`,
    );
    // Resident memory includes the pages of the program file, which are charged only to the container that read them first.
    expect(memory / resident).toBeGreaterThan(0.2);
    expect(memory / resident).toBeLessThan(1.5);
  }, 240_000);

  it('P3: equal the connections that are open, and the keys that are found', async () => {
    // One of two keys exists.
    await eventually(async () => Math.abs((await signal('cache-hits')) - 0.5) < 0.03, 120_000);
    const before = await signal('connections');
    const sessions = await Promise.all(Array.from({ length: 10 }, openSession));
    // Of 100 that PostgreSQL allows.
    const more = async () => Math.round(((await signal('connections')) - before) * 100);
    // PostgreSQL's own workers come and go.
    await eventually(async () => Math.abs((await more()) - 10) <= 1, 30_000);
    for (const session of sessions) session.destroy();
    await eventually(async () => Math.abs(await more()) <= 1, 30_000);
  }, 180_000);
});

/** Opens a session of PostgreSQL, which allows it without a password. */
async function openSession(): Promise<Socket> {
  const { hostname, port } = new URL(process.env.SLIPWAY_POSTGRES ?? '');
  const socket = connect(Number(port), hostname);
  const startup = Buffer.from('\0\0\0\0\0\x03\0\0user\0postgres\0database\0postgres\0\0');
  startup.writeUInt32BE(startup.length);
  socket.write(startup);
  await once(socket, 'data');
  return socket;
}

describe('the dashboards', () => {
  it('M3, P3: have data in every panel, and are drawn for the docs if asked', async () => {
    const config = await loadConfig(join(shop.dir, 'slipway.yml'));
    const subject = monitoringSubject(config, 'production');
    const empty = await emptyPanels(
      subject,
      async expr => (await instantQuery(shop.cluster, expr)).length,
      // There is no canary in a rolling release; the lab has no standby here, no series of disks and volumes, and few of kube-state-metrics.
      ({ panel }) =>
        /canary|Disk|annotation|Newest release|rollout|Replication lag|^Pods( by image)?$|volume/i.test(
          panel,
        ),
    );
    expect(empty).toEqual([]);
    await drawDashboards(shop, subject, ['service', 'release', 'data'], 900);
  }, 120_000);
});

describe('an exporter', () => {
  const exporters = ['node', 'postgres', 'redis'] as const;
  /** Looks once. @returns the exit code, the verdict, and the exporters that it names. */
  const look = async () => {
    const { code, outputs } = await act(shop, 'monitor', '--watch', '0s');
    const named = exporters.filter(name => outputs.reason?.includes(`the ${name} exporter`));
    return { code, verdict: outputs.verdict, named };
  };
  const down = (...named: string[]) => ({ code: 1, verdict: 'degraded', named });

  it('M1: that is stopped is named by monitor, which fails, until it runs again', async () => {
    expect((await look()).named).toEqual([]);
    for (const name of exporters) await kill(lab, `${name}-exporter`);
    // An exporter counts as away after four minutes without a scrape.
    await eventually(async () => (await look()).named.length === 3, 360_000);
    const still = new Set<string>(exporters);
    for (const name of exporters) {
      expect(await look()).toEqual(down(...still));
      await startExporter(lab, `${name}-exporter`);
      still.delete(name);
      await eventually(async () => (await look()).named.join() === [...still].join(), 30_000);
    }
  }, 600_000);

  it('M1: is named alone when it alone is stopped', async () => {
    await kill(lab, 'redis-exporter');
    try {
      await eventually(async () => (await look()).named.length > 0, 360_000);
      expect(await look()).toEqual(down('redis'));
    } finally {
      await startExporter(lab, 'redis-exporter');
    }
    await eventually(async () => (await look()).named.length === 0, 30_000);
  }, 480_000);
});

describe('a security event', () => {
  it('S11: is followed from the request to its counter and its alert', async () => {
    const args = ['alerts', 'security-events', '--environment', 'production', '--timeout', '60s'];
    const { code, outputs, stderr } = await shop.slipway(args);
    console.log(`event: ${outputs.hops}`);
    expect({ code, state: outputs.state }, stderr).toEqual({ code: 0, state: 'delivered' });
    const hops = JSON.parse(outputs.hops ?? '[]') as { name: string; state: string }[];
    expect(hops.map(({ name, state }) => `${name} ${state}`)).toEqual(
      ['request', 'metric', 'alert'].map(hop => `data-${hop} reached`),
    );
  }, 90_000);
});
