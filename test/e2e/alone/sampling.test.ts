import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labOf } from '../../../lab/lab.ts';
import { alive, ensure } from '../../../lab/process.ts';
import { prometheus } from '../../../lab/prometheus.ts';
import { startLoad } from '../../../scripts/load.ts';
import type { LoadRecord } from '../../../scripts/load-report.ts';
import { endpointFacts, gatewayFact } from '../../../src/analysis/facts.ts';
import { readHistory } from '../../../src/analysis/history.ts';
import { preflightGate } from '../../../src/analysis/preflight.ts';
import type { Sampling, Span, WatchedPod } from '../../../src/analysis/probe.ts';
import { type MetricSource, prometheusOf } from '../../../src/analysis/prometheus.ts';
import { settledUntil, spansBetween } from '../../../src/analysis/sampling.ts';
import type { Tick } from '../../../src/analysis/tick.ts';
import type { Deployment, EndpointSlice, Pod } from '../../../src/cluster/objects.ts';
import { type Gate, gateSchema } from '../../../src/config/gate.ts';
import { containerFacts } from '../../../src/workloads/container-facts.ts';
import { readTick } from '../../analysis/one-tick.ts';
import { type GatewayKind, tolerance } from '../gateways.ts';
import { createShop, eventually, pushShops, type Shop, untilQuiet } from '../harness.ts';
import { needs } from '../needs.ts';

/** Compares the counts from a real Prometheus with those of the clients, pod by pod and request by request. */

const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const part = prometheus(lab);

needs('traefik');

const gateOf = (share: GatewayKind, changes: object = {}): Gate =>
  gateSchema.parse({
    prometheus: { service: 'monitoring/prometheus:9090' },
    tick: '2s',
    // Every request of the test must be counted.
    'warm-up': '1ms',
    share,
    metrics: [
      { name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' },
      { name: 'latency', histogram: 'http_request_duration_seconds', slow: [0.3] },
    ],
    ...changes,
  });

describe.each<GatewayKind>(['contour', 'traefik'])('counts from a real Prometheus, and from %s', kind => {
  let shop: Shop;
  let source: MetricSource;
  let sampling: Sampling;
  /** Where the next test begins to read; and a span in which all pods had requests. */
  let from: number;
  let span: Span;
  const answered: LoadRecord[] = [];

  const sides = () => ({
    namespace: shop.namespace,
    stable: 'shop',
    canary: 'shop-canary',
    services: ['shop'],
    route: 'shop',
  });
  const podsOfTrack = async (): Promise<Pod[]> =>
    (await shop.cluster.list<Pod>(`/api/v1/namespaces/${shop.namespace}/pods`)).items;
  const watched = async (): Promise<WatchedPod[]> =>
    (await podsOfTrack()).map(({ metadata }) => ({
      name: metadata?.name ?? '',
      uid: metadata?.uid ?? '',
      track: metadata?.labels?.app === 'shop' ? 'baseline' : 'canary',
      started: Date.parse(String(metadata?.creationTimestamp)),
    }));

  /** Sends requests through the gateway, and keeps the record of each. */
  async function load(rate: number, seconds: number): Promise<readonly LoadRecord[]> {
    const running = startLoad({
      url: shop.url,
      host: shop.host,
      path: '/api/products',
      rate,
      maxRequests: rate * seconds,
    });
    await running.done;
    const records = running.records();
    answered.push(...records);
    return records;
  }

  /** Returns the time up to which Prometheus has all samples now. */
  async function until(): Promise<number> {
    const end = await settledUntil(source, sampling);
    if (!end.ok) throw new Error(end.detail);
    return end.value;
  }

  async function numberOf(query: string): Promise<number> {
    const answer = await source.query(query);
    return answer.ok ? Number(answer.value[0]?.samples.at(-1)?.[1] ?? 0) : 0;
  }
  /** Returns the oldest or newest of the last scrapes of these pods and the gateways, in ms since 1970. An earlier file may leave slow targets. */
  const scrapes = async (of: 'min' | 'max') =>
    1000 *
    (await numberOf(
      `${of}(timestamp(up{namespace="${shop.namespace}"}) or timestamp(up{job=~"gateway|traefik"}))`,
    ));

  /** Returns the same, after every target was scraped once more. */
  async function scraped(): Promise<number> {
    const now = Date.now();
    const last = await eventually(async () => (await scrapes('min')) > now && scrapes('max'));
    await eventually(async () => (await until()) >= last);
    return until();
  }

  const look = async (from: number, to: number, weight = 25, with_ = source, how = sampling): Promise<Tick> =>
    readTick(with_, how, await watched(), { from, to, stage: 0, weight });

  /** Returns requests and injected errors by pod, as the clients saw them. */
  const seen = (records: readonly LoadRecord[]) =>
    Object.fromEntries(
      [...Map.groupBy(records, ({ pod = 'none' }) => pod)]
        .map(([pod, own]): [string, number[]] => [
          pod,
          [own.length, own.filter(({ outcome }) => outcome === 'injected').length],
        ])
        .sort(),
    );
  const sampled = (ticks: readonly Tick[], metric = 'errors') => {
    const sums: Record<string, number[]> = {};
    for (const { readings } of ticks) {
      const reading = readings[metric];
      if (reading?.kind !== 'counts') continue;
      for (const { pod, total, bad } of [...reading.canary, ...reading.baseline]) {
        const [requests = 0, failed = 0] = sums[pod] ?? [];
        sums[pod] = [requests + total, failed + (bad[0] ?? 0)];
      }
    }
    return Object.fromEntries(Object.entries(sums).sort());
  };

  beforeAll(async () => {
    await pushShops();
    shop = await createShop('sampling', undefined, kind);
    await untilQuiet(shop.cluster);
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_ERROR_RATE = '0.1';
    });
    const run = await shop.deploy('v1');
    expect(run, run.stderr).toMatchObject({ code: 0 });
    source = prometheusOf(gateOf(kind).prometheus, shop.cluster, {});
    await load(20, 1);
    // One pod beside the workload's, behind its own Service, with a quarter of the traffic.
    const { spec } = await shop.deployment();
    const labels = { app: 'shop-canary' };
    const template = { ...spec!.template, metadata: { ...spec!.template.metadata, labels } };
    const canary = {
      ...spec,
      replicas: 1,
      selector: { matchLabels: labels },
      template,
    } as Deployment['spec'];
    await shop.apply({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'shop-canary' },
      spec: canary,
    });
    const ports = [{ name: 'http', port: 80, targetPort: 'http' }];
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'shop-canary' } };
    await shop.apply({ ...service, spec: { selector: labels, ports } });
    await shop.kubectl(['rollout', 'status', 'deployment/shop-canary', '--timeout=60s']);
    const weights = [
      { name: 'shop', port: 80, weight: 75 },
      { name: 'shop-canary', port: 80, weight: 25 },
    ];
    const rules = JSON.stringify({ spec: { rules: [{ backendRefs: weights }] } });
    await shop.kubectl(['patch', 'httproute', 'shop', '--type=merge', '-p', rules]);
    // With two samples of each pod, no start of a counter must be guessed.
    await eventually(async () => {
      const twice = `count(count_over_time(up{namespace="${shop.namespace}"}[5m]) >= 2)`;
      return (await numberOf(twice)) >= (await podsOfTrack()).length;
    });
  });
  afterAll(async () => {
    await ensure(lab, part);
    await shop?.remove();
  });

  it('are read after a preflight that finds all series', async () => {
    const baseline = (await watched()).filter(({ track }) => track === 'baseline');
    const {
      problems,
      warnings,
      sampling: found,
    } = await preflightGate(source, gateOf(kind), sides(), baseline);
    expect({ problems, warnings: warnings.filter(each => !each.includes('selects nothing yet')) }).toEqual({
      problems: [],
      warnings: [],
    });
    expect(found.pace.interval).toBe(2_000);
    sampling = found;
  });

  it('P1: equal those of the clients: by pod, by tick, by share, through the proxy or directly, live and later', async () => {
    from = await until();
    const records = await load(50, 8);
    const to = await scraped();
    span = { from, to };
    const whole = await look(from, to);
    expect(sampled([whole])).toEqual(seen(records));
    // The number of slow requests depends on the machine, so only the requests are compared.
    const requestsOf = (counts: Record<string, number[]>) =>
      Object.fromEntries(Object.entries(counts).map(([pod, [requests]]) => [pod, requests]));
    expect(requestsOf(sampled([whole], 'latency'))).toEqual(requestsOf(seen(records)));

    // Shorter than the scrape interval: some ticks have no scrape.
    const spans = spansBetween(from, to, 700);
    const last = spans.at(-1)?.to ?? from;
    const ticks: Tick[] = [];
    for (const each of [...spans, { from: last, to }]) ticks.push(await look(each.from, each.to));
    // After the last request of the canary, ticks are idle, although the baseline still gets requests.
    const [canary] = Object.keys(seen(records)).filter(pod => pod.startsWith('shop-canary'));
    expect(sampled(ticks)[canary!]).toEqual(seen(records)[canary!]);
    const traffic = (key: 'canary' | 'total') =>
      ticks.reduce((sum, each) => sum + (each.traffic?.[key] ?? 0), 0);
    const ofCanary = records.filter(({ pod }) => pod === canary).length;
    expect(Math.abs(ofCanary / 4 - 25)).toBeLessThanOrEqual(tolerance(kind, 25, 400));
    expect([traffic('canary'), traffic('total')]).toEqual([ofCanary, 400]);

    expect(whole.share).toBeCloseTo(ofCanary / 4, 6);
    expect(whole.traffic).toMatchObject({ canary: ofCanary, total: 400, reached: ofCanary });
    expect(whole.traffic?.unserved ?? 0).toBe(0);
    expect(gatewayFact(whole.traffic!, 25)).toBeUndefined();

    const direct = prometheusOf({ url: 'http://10.99.0.1:9090' }, shop.cluster, {});
    expect(await look(from, to, 25, direct)).toEqual(whole);
    from = to;
    const history = await readHistory(source, sampling, await watched(), { to, tick: 2_000 });
    if (!history.ok) throw new Error(history.detail);
    const baseline = answered.filter(({ pod }) => !pod?.startsWith('shop-canary')).length;
    const counted = history.value.metrics.errors!.ticks.flat().reduce((sum, { total }) => sum + total, 0);
    // Requests before the first scrape of a pod belong to its warm-up.
    expect(counted).toBeGreaterThanOrEqual(400 - ofCanary);
    expect(counted).toBeLessThanOrEqual(baseline);
  });

  it('continue after a process has restarted from zero, and the restart is a fact of its pod', async () => {
    const before = await podsOfTrack();
    const victim = before.find(({ metadata }) => metadata?.labels?.app === 'shop-canary');
    const name = victim?.metadata?.name ?? '';
    const first = await load(40, 2);
    await scraped();
    await shop.kubectl(['exec', name, '--', '/usr/local/bin/node', '-e', 'process.kill(1, "SIGTERM")']);
    const again = await eventually(async () => {
      const pods = await podsOfTrack();
      const status = pods.find(({ metadata }) => metadata?.name === name)?.status?.containerStatuses?.[0];
      return status?.restartCount === 1 && status.ready ? pods : undefined;
    });
    expect(containerFacts(again, 0, 0)).toEqual([
      {
        kind: 'restart',
        pod: name,
        detail: `container shop of pod ${name} was restarted since the rollout started (exit code 0)`,
      },
    ]);
    const later: LoadRecord[] = [];
    // Until the gateway has found the pod again; its own answers meanwhile belong to no pod.
    await eventually(async () => {
      const records = await load(20, 1);
      later.push(...records);
      return records.some(({ pod }) => pod === name);
    });
    later.push(...(await load(40, 2)));
    const to = await scraped();
    const served = [...first, ...later].filter(({ pod }) => pod !== undefined);
    expect(sampled([await look(from, to)])).toEqual(seen(served));
    from = to;
  });

  it('are distinguished from a query that excludes the canary, and from one that selects nothing', async () => {
    const stable = (await watched()).find(({ track }) => track === 'baseline')?.name.replace(/-[^-]+$/, '');
    const total = `http_requests_total{pod=~"${stable}-.*"}`;
    const probe = { kind: 'ratio' as const, name: 'errors', total, bad: total };
    const { readings } = await look(span.from, span.to, 25, source, { ...sampling, probes: [probe] });
    expect(readings.errors).toMatchObject({
      kind: 'wrong-labels',
      detail: expect.stringMatching(/ excludes the canary, whose series have pod="shop-canary-/),
    });

    const misspelt = gateOf(kind, {
      metrics: [{ name: 'errors', total: 'http_request_total', bad: 'http_request_total{status=~"5.."}' }],
    });
    const baseline = (await watched()).filter(({ track }) => track === 'baseline');
    expect((await preflightGate(source, misspelt, sides(), baseline)).problems).toEqual([
      'metric errors: the pods have no series http_request_total; did you mean `http_requests_total`?',
    ]);
  });

  it('are complete after an outage of Prometheus, which is reported meanwhile', async () => {
    process.kill(alive(lab, part.name)?.pid ?? 0, 'SIGKILL');
    await eventually(async () => alive(lab, part.name) === null);
    const records = await load(40, 2);
    const during = await look(from, from + 2_000);
    expect(during.readings.errors).toMatchObject({
      kind: 'provider',
      detail: expect.stringMatching(
        /^Prometheus monitoring\/prometheus:9090 (answered 50[23]|has no ready pod)/,
      ),
    });
    expect(during.traffic).toBeUndefined();
    await ensure(lab, part);
    // After its restart it discovers its targets one after another.
    await eventually(async () => {
      const now = await settledUntil(source, sampling);
      return now.ok && Object.keys(sampled([await look(from, now.value)])).length === 4;
    });
    const to = await scraped();
    expect(sampled([await look(from, to)])).toEqual(seen(records));
    from = to;
  });

  it('of the gateway show that it answers for a canary without endpoints', async () => {
    await shop.kubectl(['scale', 'deployment/shop-canary', '--replicas=0']);
    const path = `/apis/discovery.k8s.io/v1/namespaces/${shop.namespace}/endpointslices`;
    const slices = () =>
      shop.cluster.list<EndpointSlice>(path, { labelSelector: 'kubernetes.io/service-name=shop-canary' });
    const gone = await eventually(async () => {
      const { items } = await slices();
      const facts = endpointFacts(items, 1);
      return facts.length > 0 ? facts : undefined;
    });
    expect(gone[0]?.detail).toBe('no pod of the candidate can receive requests; at least 1 must');
    await eventually(async () => (await load(8, 1)).some(({ status }) => status === 503));
    from = await scraped();
    const records = await load(40, 5);
    const refused = records.filter(({ status }) => status === 503).length;
    expect(Math.abs(refused / 2 - 25)).toBeLessThanOrEqual(tolerance(kind, 25, 200));
    const { traffic, share } = await look(from, await scraped());
    // Envoy counts its own answers for the Service that would have got the request; Traefik only for the route.
    if (kind === 'contour')
      expect([traffic?.canary, traffic?.errors, share]).toEqual([refused, refused, refused / 2]);
    else expect([traffic?.unserved, share]).toEqual([refused, 0]);
    expect(gatewayFact(traffic!, 25)).toMatchObject({ kind: 'gateway-errors' });
  });
});
