import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchRelease } from '../../src/actions/monitor.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { monitoringSchema } from '../../src/config/monitoring.ts';
import { withAcceptance } from '../../src/monitoring/acceptance.ts';
import { liveRelease, monitor, whatReplaces } from '../../src/monitoring/monitor.ts';
import { rollback } from '../../src/release/rollback.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import type { Host } from '../../src/toolkit/host.ts';
import { labels } from '../../src/workloads/naming.ts';
import { config, deployment, template } from '../release/objects.ts';
import { progressive, Rollout, recorded } from '../release/promoting.ts';
import { answer, environmentAt, type Serving, serve } from '../verify/app.ts';
import { wording } from '../wording.ts';

const image = 'ghcr.io/acme/shop@sha256:'.padEnd(90, '2');
/** What Prometheus scrapes, and how it names a part of it. */
const sources = {
  pods: 'shop-1',
  node: 'node:9100',
  postgres: 'postgres:9187',
  redis: 'redis:9121',
} as const;
type Source = keyof typeof sources;

let server: Rollout;
let folder: string;
let outputs: Record<string, string>;
let summary: string;
/** 1: up, 0: down for minutes, undefined: not a target. */
let up: Record<Source, number | undefined>;
const tracked = { ...template(image), metadata: { labels: { app: 'shop' } } };
/** Of a million requests. */
let bad: { before: number; after: number };
let budget: number | undefined;
let isRecorded: boolean;

function markLive(release: number, replicas = 2): void {
  const annotations = { [labels.release]: String(release) };
  const metadata = { name: 'shop', namespace: 'shop', annotations, uid: undefined as never };
  server.put(
    pathOf(resources.deployment, 'shop', 'shop'),
    deployment({ metadata, spec: { template: tracked, replicas } }),
  );
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'monitor-'));
  [outputs, summary] = [{}, ''];
  up = { pods: 1, node: 1, postgres: 1, redis: 1 };
  bad = { before: 120, after: 340 };
  budget = 0.731_234_5;
  server = new Rollout();
  markLive(2);
  isRecorded = false;
  server.answerBehind(/\/proxy\/api\/v1\/query$/, ({ query: { query = '', time } }) => {
    const now = server.now / 1000;
    const answer = (resultType: string, result: unknown) =>
      JSON.stringify({ status: 'success', data: { resultType, result } });
    const series = (metric: object, value?: number) =>
      answer('vector', value === undefined ? [] : [{ metric, value: [now, String(value)] }]);
    if (query === 'time()') return answer('scalar', [now, String(now)]);
    if (query.includes('max_over_time(up')) {
      const job = /job="slipway-shop-production-(\w+)"/.exec(query)?.[1] as Source | undefined;
      return job === undefined
        ? series({ pod: sources.pods }, up.pods)
        : series({ instance: sources[job] }, up[job]);
    }
    if (query.startsWith('slipway:rules_loaded'))
      return series({ app: 'shop', environment: 'production', namespace: 'shop' }, 1);
    if (query.startsWith('slo:error_budget:left')) return series({}, budget);
    if (/\) \* [\d.]+$/.test(query)) return series({}, bad.after);
    if (!query.includes('/ (sum(rate(') || query.endsWith(':30000ms]')) return answer('vector', []);
    return series({}, (Number(time) < now - 60 ? bad.before : bad.after) / 1e6);
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Asked {
  /** `verify` of the environment. Default: none. */
  verify?: ReturnType<typeof environmentAt>['verify'];
  env?: NodeJS.ProcessEnv;
  rollback?: typeof rollback;
  /** The environment in the record of the release. Default: that of today. */
  atRelease?: typeof progressive;
  /** Happens between two rounds of checks. */
  between?: () => void;
}

/** Looks once. @returns whether the run succeeds. */
async function look(more: object = {}, asked: Asked = {}): Promise<boolean> {
  const monitoring = monitoringSchema.parse({
    prometheus: { service: 'monitoring/prometheus:9090' },
    requests: { total: 'http_requests_total', bad: 'http_errors_total' },
    sources: {
      node: 'monitoring/node:9100',
      postgres: 'shop/postgres:9187',
      redis: 'shop/redis:9121',
    },
    ...more,
  });
  const { verify, env = {}, between } = asked;
  const environment = { ...progressive, monitoring, ...(verify && { verify }) } as typeof progressive;
  const { atRelease = environment } = asked;
  if (!isRecorded) {
    const recordedConfig = { ...config, environments: { production: atRelease } };
    const live = recorded(2, { template: tracked }, { images: { shop: image }, config: recordedConfig });
    await server.record(recorded(1), live);
    server.lease(5);
    server.now += 10 * 60_000;
    isRecorded = true;
  }
  let now = 0;
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  const sleep = async () => between?.();
  const code = {
    ...{ liveRelease, monitor, whatReplaces, rollback: asked.rollback ?? rollback },
    withAcceptance: (...[cluster, request, report]: Parameters<typeof withAcceptance>) =>
      withAcceptance(cluster, { ...request, sleep, clock }, report),
  };
  const host = {
    env: { RUNNER_TEMP: folder },
    report: () => {},
    annotate: () => {},
    output: (name: string, value: string) => {
      outputs[name] = value;
    },
    summary: async (text: string) => {
      summary += text;
    },
    // Cancelled, it looks once, and asks nothing.
    cancellation: () => (verify === undefined ? AbortSignal.abort() : new AbortController().signal),
  } as unknown as Host;
  const request = {
    config: { ...config, environments: { production: environment } },
    ...{ environmentName: 'production', environment, env, report: () => {}, host, wait: 0 },
    origin: { run: 'run 7', actor: 'ann' },
    inputs: { config: 'slipway.yml', environment: 'production', 'deployments-token': '' },
  };
  const wanted = { watch: 0, release: undefined };
  return watchRelease(server.cluster, code, request as never, wanted);
}

describe('monitor', () => {
  it('M1: succeeds while Prometheus reaches the pods and every exporter', async () => {
    expect(await look()).toBe(true);
    expect(outputs).toMatchObject({ verdict: 'healthy', rollback: 'not-needed', reason: '' });
  });

  it.each(Object.entries(sources))(
    'M1: fails, and names %s, when it alone is stopped',
    async (name, which) => {
      up = { ...up, [name]: 0 };
      expect(await look()).toBe(false);
      const others = Object.values(sources).filter(each => each !== which);
      expect(outputs).toMatchObject({ verdict: 'degraded', rollback: 'not-needed', reason: wording(which) });
      for (const other of others) expect(outputs.reason).not.toContain(other);
      expect(summary).toContain(`| ${name} | 0 | ${which} |`);
      // It runs again.
      up = { ...up, [name]: 1 };
      expect(await look()).toBe(true);
    },
  );

  it.each(Object.keys(sources))('M1: fails as unknown when Prometheus has no target for %s', async name => {
    up = { ...up, [name]: undefined };
    expect(await look()).toBe(false);
    const fact = name === 'pods' ? 'Deployment/shop' : name;
    expect(outputs).toMatchObject({ verdict: 'unknown', reason: wording(fact) });
  });

  it('P2: fails as unknown when a business metric has no signal, and succeeds where that is allowed', async () => {
    expect(await look({ queries: { cost: 'app_cost' } })).toBe(false);
    expect(outputs).toMatchObject({ verdict: 'unknown', reason: wording('`cost` had no sample') });
    expect(await look({ queries: { cost: { query: 'app_cost', 'allow-no-data': true } } })).toBe(true);
  });

  it('C7: fails, and says what is left of the budget, when it burns since the release', async () => {
    bad = { before: 120, after: 61_000 };
    budget = -0.25;
    expect(await look()).toBe(false);
    expect(outputs).toMatchObject({
      ...{ verdict: 'degraded', budget: '{"availability":-0.25}', rollback: 'refused' },
      reason: wording('6.1 %', '0.1 %'),
    });
  });

  it('rolls nothing back if the run was cancelled, which looks only once', async () => {
    bad = { before: 120, after: 61_000 };
    const never = (() => expect.unreachable()) as unknown as typeof rollback;
    expect(await look({ rollback: { 'max-age': '24h' } }, { rollback: never })).toBe(false);
    expect(outputs).toMatchObject({
      ...{ verdict: 'degraded', rollback: 'refused' },
      reason: wording('6.1 %', 'cancelled'),
    });
  });

  it('M3: reports the numbers that Prometheus answered, in the summary, the page and the JSON', async () => {
    await look();
    expect(summary).toContain('| availability | 0.012 % | 0.034 % | 0.1 % | 73.1 % |');
    expect(outputs.budget).toBe('{"availability":0.7312}');
    const read = (file: string) => readFileSync(join(outputs['report-folder'] ?? '', file), 'utf8');
    for (const cell of ['0.012 %', '0.034 %', '0.1 %', '73.1 %'])
      expect(read('report.html')).toContain(`>${cell}<`);
    expect(JSON.parse(read('monitor.json')).readings.objectives).toEqual([
      {
        ...{ objective: 'availability', allowed: expect.closeTo(0.001) },
        ...{ before: 0.000_12, after: 0.000_34, bad: 340, budget },
      },
    ]);
  });
});

describe('the checks of `verify` in monitor', () => {
  const running: Serving[] = [];
  afterEach(() => {
    for (const each of running.splice(0)) each.close();
  });
  /** An application that answers by a path, and what it was sent. */
  const application = async (status: (path: string, sent: readonly string[]) => number = () => 200) => {
    const sent: string[] = [];
    const app = await serve((request, response) => {
      sent.push(`${request.method} ${request.url}`);
      answer(response, status(request.url ?? '', sent), 'OK');
    });
    running.push(app);
    const verified = (parts: Record<string, unknown>) => environmentAt(app.url, parts).verify;
    return { sent, verified };
  };
  const ready = { get: '/ready', 'retry-for': '1s' };
  const reading = { checks: [ready] };
  const writing = { checks: [ready, { request: 'POST /orders' }] };
  const recent = { rollback: { 'max-age': '24h' } };
  const restored = (calls: object[]) =>
    (async (_: unknown, request: object) => {
      calls.push(request);
      return { state: 'complete', changed: true, seconds: 1 };
    }) as unknown as typeof rollback;

  it('succeeds if all pass, sends only what reads, and reports them in the summary, the page and the JSON', async () => {
    const { sent, verified } = await application();
    expect(await look({}, { verify: verified(writing) })).toBe(true);
    expect(outputs).toMatchObject({ verdict: 'healthy', reason: '' });
    expect(sent).toEqual(['GET /ready']);
    expect(summary).toContain('| GET /ready | passed | 1 |');
    const read = (file: string) => readFileSync(join(outputs['report-folder'] ?? '', file), 'utf8');
    expect(read('report.html')).toContain('GET /ready');
    const { acceptance } = JSON.parse(read('monitor.json'));
    expect(acceptance.results).toMatchObject([{ title: 'GET /ready', ok: true }]);
  });

  it('also sends what changes something where slipway.yml says so, once, and only if all is well', async () => {
    const good = await application();
    await look({ 'verify-checks': 'all' }, { verify: good.verified(writing) });
    expect(good.sent).toEqual(['GET /ready', 'POST /orders']);
    const bad = await application(path => (path === '/ready' ? 500 : 200));
    await look({ 'verify-checks': 'all' }, { verify: bad.verified(writing) });
    expect(bad.sent).not.toContain('POST /orders');
  });

  it('makes the checks of the release, and not those that only a later one passes', async () => {
    const { sent, verified } = await application(path => (path === '/new' ? 404 : 200));
    const atRelease = { ...progressive, verify: verified(reading) } as typeof progressive;
    const verify = verified({ checks: [ready, { get: '/new', 'retry-for': '1s' }] });
    expect(await look({}, { verify, atRelease })).toBe(true);
    expect(sent).toEqual(['GET /ready']);
  });

  it('asks nothing with `verify-checks: none`', async () => {
    const { sent, verified } = await application(() => 500);
    expect(await look({ 'verify-checks': 'none' }, { verify: verified(writing) })).toBe(true);
    expect(sent).toEqual([]);
  });

  it('is degraded by a check that fails twice, and rolled back where that is allowed', async () => {
    const { verified } = await application(() => 500);
    const calls: object[] = [];
    expect(await look(recent, { verify: verified(reading), rollback: restored(calls) })).toBe(false);
    expect(outputs).toMatchObject({
      ...{ verdict: 'degraded', rollback: 'complete' },
      reason: wording('GET /ready', '500'),
    });
    expect(calls).toMatchObject([{ from: 2, because: expect.stringContaining('GET /ready') }]);
    expect(await look({}, { verify: verified(reading) })).toBe(false);
    expect(outputs.rollback).toBe('refused');
  });

  it.each<[string, string, number, boolean]>([
    ['fails: rolled it back', 'release 2 has already been rolled back', 1, false],
    ['succeeds: released a newer one', 'release 3 came after release 2', 3, true],
  ])('asks for no rollback if another run was faster, and %s', async (_, reason, live, succeeds) => {
    const { verified } = await application(() => 500);
    const late = (async () => {
      markLive(live);
      return { state: 'not-needed', changed: false, seconds: 0, reason };
    }) as never;
    expect(await look(recent, { verify: verified(reading), rollback: late })).toBe(succeeds);
    expect(outputs).toMatchObject({
      ...{ verdict: 'superseded', rollback: succeeds ? 'not-needed' : 'by-another-run' },
      reason: wording('GET /ready', reason),
    });
    expect(summary).toContain(`- monitor did not roll back: ${reason}`);
    expect(summary).not.toMatch(/rollback\.yml|degraded/);
    expect(summary).toContain(succeeds ? '✅' : '❌');
  });

  it('stays degraded if no rollback was needed, and nothing replaces the release', async () => {
    const { verified } = await application(() => 500);
    const late = (async () => ({ state: 'not-needed', changed: false, seconds: 0, reason: 'why' })) as never;
    expect(await look(recent, { verify: verified(reading), rollback: late })).toBe(false);
    expect(outputs).toMatchObject({ verdict: 'degraded', rollback: 'not-needed' });
  });

  it.each([
    ['failed', 'that stopped half-way', true],
    ['refused', 'that changed nothing', false],
  ])('is told to be %s: a rollback %s', async (state, _, writes) => {
    const { verified } = await application(() => 500);
    const stopping = (async (cluster: Cluster) => {
      const map = { metadata: { name: 'x', namespace: 'shop' } };
      if (writes) await cluster.create(pathOf(resources.configMap, 'shop'), map);
      throw new UserError('the API server is away', 'run it again');
    }) as unknown as typeof rollback;
    expect(await look(recent, { verify: verified(reading), rollback: stopping })).toBe(false);
    expect(outputs).toMatchObject({
      rollback: state,
      reason: expect.stringContaining('the API server is away'),
    });
  });

  it('believes no single answer: a check that passes 15 s later is none', async () => {
    let restarts = true;
    const { verified } = await application(() => (restarts ? 500 : 200));
    const between = () => {
      restarts = false;
    };
    expect(await look(recent, { verify: verified(reading), between })).toBe(true);
    expect(outputs).toMatchObject({ verdict: 'healthy', rollback: 'not-needed' });
  });

  it('is degraded by what another version does not cure, and not rolled back', async () => {
    const { verified } = await application();
    const calls: object[] = [];
    const verify = verified({ addresses: { 'zone-a': '127.0.0.1:1' } });
    expect(await look(recent, { verify, rollback: restored(calls) })).toBe(false);
    expect(outputs).toMatchObject({
      ...{ verdict: 'degraded', rollback: 'not-needed' },
      reason: wording('the address zone-a'),
    });
    expect(calls).toEqual([]);
  });

  it('judges nothing by the answers if a rollout began meanwhile', async () => {
    const { verified } = await application(() => {
      server.enter({ token: 5, run: { run: 'run 5', actor: 'ann' }, phase: 'stepping' });
      return 500;
    });
    const calls: object[] = [];
    expect(await look(recent, { verify: verified(reading), rollback: restored(calls) })).toBe(false);
    expect(outputs).toMatchObject({ verdict: 'unknown', rollback: 'not-needed', reason: wording('rollout') });
    expect(calls).toEqual([]);
  });

  it('asks nothing while the workload is scaled to 0, and judges nothing by the answers if it was scaled meanwhile', async () => {
    let whileAsked = () => {};
    const { sent, verified } = await application(() => {
      whileAsked();
      return 503;
    });
    const calls: object[] = [];
    const asked = { verify: verified(reading), rollback: restored(calls) };
    const expected = { verdict: 'unknown', rollback: 'not-needed', reason: wording('scaled to 0') };
    markLive(2, 0);
    expect(await look(recent, asked)).toBe(false);
    expect(outputs).toMatchObject(expected);
    expect(sent).toEqual([]);
    markLive(2);
    whileAsked = () => markLive(2, 0);
    expect(await look(recent, asked)).toBe(false);
    expect(outputs).toMatchObject(expected);
    expect(calls).toEqual([]);
  });

  it('is unknown without the credential of an identity, names the variable, and prints no secret', async () => {
    const { sent, verified } = await application();
    const matrix = [{ get: '/orders', expect: { customer: 200 } }];
    const verify = verified({ identities: { customer: { bearer: 'CUSTOMER' } }, matrix });
    expect(await look(recent, { verify })).toBe(false);
    expect(outputs).toMatchObject({
      ...{ verdict: 'unknown', rollback: 'not-needed' },
      reason: wording('GET /orders as customer', 'CUSTOMER'),
    });
    expect(sent).toEqual(['GET /ready']);
    const token = 'token-of-customer-1';
    expect(await look(recent, { verify, env: { CUSTOMER: token } })).toBe(true);
    expect(sent).toContain('GET /orders');
    const told =
      JSON.stringify(outputs) + summary + readFileSync(join(outputs['report-folder'] ?? '', 'monitor.json'));
    expect(told).not.toContain(token);
  });
});
