import { describe, expect, it } from 'vitest';
import { budgetOf, readHistory } from '../../src/analysis/history.ts';
import { podCount, trafficOf } from '../../src/analysis/past.ts';
import type { Probe, WatchedPod } from '../../src/analysis/probe.ts';
import type { Series } from '../../src/analysis/prometheus.ts';
import { fakePrometheus } from './fake-prometheus.ts';
import { errors, pod, sampling } from './pods.ts';

const end = 7_200_000;

function counter(
  of: WatchedPod,
  name: string,
  labels: Record<string, string>,
  rate: number,
  begin = 0,
): Series {
  return {
    labels: { __name__: name, job: 'pods', instance: of.name, namespace: 'shop', pod: of.name, ...labels },
    samples: Array.from({ length: 1_440 }, (_, index): [number, number] => [
      index * 5_000 + 50,
      index * rate,
    ]).filter(([at]) => at > begin),
  };
}

const pods = [pod('a', 'baseline'), pod('b', 'baseline')];
const requests = (of: WatchedPod, begin?: number) => [
  counter(of, 'http_requests_total', { code: '200' }, 45, begin),
  counter(of, 'http_requests_total', { code: '500' }, 5, begin),
];
const history = (series: Series[], probes: Probe[] = [errors]) =>
  readHistory(fakePrometheus(series, end + 1_000), sampling({ probes }), pods, { to: end, tick: 15_000 });

describe('the history of the last hour', () => {
  it('has the counts of each pod, tick by tick, and the rate of all', async () => {
    const read = await history(pods.flatMap(each => requests(each)));
    if (!read.ok) throw new Error(read.detail);
    const { ticks } = read.value.metrics.errors!;
    expect(ticks).toHaveLength(240);
    for (const tick of ticks) {
      expect(tick).toEqual([
        { pod: 'a', total: 150, bad: [15] },
        { pod: 'b', total: 150, bad: [15] },
      ]);
    }
    expect(trafficOf(read.value, 'errors')).toBe(20);
    expect(podCount(read.value, 'errors')).toBe(2);
  });

  it('is shorter with less data, and its rate is that of the covered time', async () => {
    const read = await history(pods.flatMap(each => requests(each, end - 900_000)));
    if (!read.ok) throw new Error(read.detail);
    const { ticks } = read.value.metrics.errors!;
    expect(ticks.length).toBeGreaterThanOrEqual(59);
    expect(ticks.length).toBeLessThanOrEqual(60);
    expect(trafficOf(read.value, 'errors')).toBeCloseTo(20, 0);
  });

  it('has the age of the oldest pod, whose clock begins anew with a rollback', async () => {
    const young = [pod('a', 'baseline', end - 20_000), pod('b', 'baseline', end - 10_000)];
    const { pace } = sampling();
    const read = await readHistory(fakePrometheus([], end + 1_000), sampling(), young, {
      to: end - pace.settle,
      tick: 15_000,
    });
    expect(read).toMatchObject({ value: { age: 20_000 } });
  });

  it('may be empty', async () => {
    const read = await history([]);
    if (!read.ok) throw new Error(read.detail);
    expect(read.value.metrics).toMatchObject({ errors: { ticks: [] } });
    expect([trafficOf(read.value, 'errors'), podCount(read.value, 'errors')]).toEqual([0, 0]);
  });

  it('of a sample of pods gives the traffic and the number of all pods', async () => {
    const many = [...'abcdefghij'].map(name => pod(name, 'baseline'));
    const source = fakePrometheus(
      many.flatMap(each => requests(each)),
      end + 1_000,
    );
    const query = source.query;
    // Each of the ten pods has 5,000 series.
    source.query = async (text, ...rest) =>
      text.startsWith('count(')
        ? { ok: true, value: [{ labels: {}, samples: [[end, 50_000]] }] }
        : query.call(source, text, ...rest);
    const read = await readHistory(source, sampling(), many, { to: end, tick: 15_000 });
    if (!read.ok) throw new Error(read.detail);
    expect(read.value.metrics.errors?.ticks[0]).toHaveLength(4);
    expect(trafficOf(read.value, 'errors')).toBeCloseTo(100);
    expect(podCount(read.value, 'errors')).toBe(10);
  });

  it('of a histogram has the number of requests slower than each bucket', async () => {
    const latency: Probe = {
      kind: 'histogram',
      name: 'latency',
      series: 's_bucket',
      buckets: [0.1, 1],
      boundaries: [],
    };
    const bucket = (of: WatchedPod, le: string, rate: number) => counter(of, 's_bucket', { le }, rate);
    const series = pods.flatMap(each => [
      bucket(each, '0.1', 30),
      bucket(each, '1', 48),
      bucket(each, '+Inf', 50),
    ]);
    const read = await history(series, [latency]);
    if (!read.ok) throw new Error(read.detail);
    const { boundaries, ticks } = read.value.metrics.latency!;
    expect(boundaries).toEqual([0.1, 1]);
    expect(ticks[100]).toEqual([
      { pod: 'a', total: 150, bad: [60, 6] },
      { pod: 'b', total: 150, bad: [60, 6] },
    ]);
  });

  it('needs few queries', async () => {
    const source = fakePrometheus(
      pods.flatMap(each => requests(each)),
      end + 1_000,
    );
    await readHistory(source, sampling(), pods, { to: end, tick: 15_000 });
    // Two counts of series, and for each ten minutes the requests, the bad ones, and the scrapes.
    expect(source.asked).toHaveLength(2 + 6 * 3);
  });

  it('reports why it could not be read', async () => {
    const source = fakePrometheus([]);
    source.broken = 'Prometheus does not answer';
    expect(await readHistory(source, sampling(), pods, { to: end, tick: 15_000 })).toEqual({
      ok: false,
      detail: 'Prometheus does not answer',
    });
  });
});

describe('the budget of samples', () => {
  const many = Array.from({ length: 100 }, (_, index) => index);

  it('takes all pods and the whole hour where these are few samples', () => {
    expect(budgetOf(100, many, 15_000)).toEqual({ sampled: many, span: 3_600_000 });
  });

  it('takes some pods, evenly, where there are very many series', () => {
    const { sampled, span } = budgetOf(10_000, many, 15_000);
    expect(sampled).toHaveLength(16);
    expect(sampled.slice(0, 3)).toEqual([0, 6, 12]);
    expect(span).toBe(3_600_000);
  });

  it('takes a shorter time only when four pods are too many', () => {
    const { sampled, span } = budgetOf(100_000, many, 15_000);
    expect([sampled.length, span]).toEqual([4, 1_200_000]);
    expect(budgetOf(10_000_000, many, 15_000).span).toBe(600_000);
  });
});
