import { describe, expect, it } from 'vitest';
import type { Probe, Sampling, WatchedPod } from '../../src/analysis/probe.ts';
import type { Series } from '../../src/analysis/prometheus.ts';
import { spansBetween } from '../../src/analysis/sampling.ts';
import { wording } from '../wording.ts';
import { fakePrometheus } from './fake-prometheus.ts';
import { readTick } from './one-tick.ts';
import { errors, type Life, pod, sampling, seriesOf } from './pods.ts';

const from = 600_000;
const to = 615_000;

/** A pod with ten requests per second, of which each tenth fails, and a scrape every 5 s. */
function life(of: WatchedPod, changes: Partial<Life> = {}): Life {
  const numbers = (count: number, step: number) =>
    Array.from({ length: count }, (_, index) => index * step + 50);
  return {
    pod: of,
    requests: numbers(7_000, 100).map((at, index) => ({ at: at + of.started, bad: index % 10 === 0 })),
    restarts: [],
    scrapes: numbers(140, 5_000).filter(at => at > of.started),
    ...changes,
  };
}

const canary = pod('canary-1', 'canary');
const stable = pod('stable-1', 'baseline');

async function read(
  series: Series[],
  pods = [canary, stable],
  changes: Partial<Sampling> = {},
  span: { from: number; to: number; since?: number } = { from, to },
) {
  const source = fakePrometheus(series, to + 1_000);
  return readTick(source, sampling(changes), pods, { ...span, stage: 1, weight: 25 });
}

const both = () => [...seriesOf(life(canary)), ...seriesOf(life(stable))];
const relabelled = (series: Series[], change: (labels: Record<string, string>) => Record<string, string>) =>
  series.map(each => ({ ...each, labels: change({ ...each.labels }) }));
const without = (series: Series[], label: string) =>
  relabelled(series, ({ [label]: _, ...labels }) => labels);

describe('a tick', () => {
  it('has the counts of each pod, over all its series, and the share that arrived', async () => {
    expect(await read(both())).toEqual({
      at: to,
      stage: 1,
      weight: 25,
      share: 50,
      traffic: { canary: 150, total: 300 },
      readings: {
        errors: {
          kind: 'counts',
          canary: [{ pod: 'canary-1', age: to, total: 150, bad: [15] }],
          baseline: [{ pod: 'stable-1', age: to, total: 150, bad: [15] }],
        },
      },
    });
  });

  it('has no errors without a series of errors', async () => {
    const series = both().filter(({ labels }) => labels.code !== '500');
    expect((await read(series)).readings.errors).toMatchObject({
      canary: [{ total: 135, bad: [0] }],
    });
  });

  it('counts the first errors of a pod from zero, although their series is new', async () => {
    const first = { at: 607_000, bad: true };
    const requests = life(canary).requests.map(each => ({ ...each, bad: false }));
    const late = life(canary, { requests: [...requests, first, first] });
    expect((await read([...seriesOf(late), ...seriesOf(life(stable))])).readings.errors).toMatchObject({
      canary: [{ bad: [2] }],
    });
  });

  it('continues from the old value when an exporter shows a series again that it had dropped', async () => {
    const series = both().map(each =>
      each.labels.code === '500'
        ? { ...each, samples: each.samples.filter(([at]) => at < 300_000 || at > 608_000) }
        : each,
    );
    const { readings } = await read(series);
    // 300 errors since the last known sample, not the 605 of its lifetime.
    expect(readings.errors).toMatchObject({ canary: [{ bad: [expect.closeTo(310, -2)] }] });
  });

  it('bridges a gap in the scrapes that is longer than the window', async () => {
    const gap = life(stable, { scrapes: [5_050, 606_000, 611_000] });
    const { readings } = await read([...seriesOf(life(canary)), ...seriesOf(gap)]);
    expect(readings.errors).toMatchObject({ baseline: [{ total: 6_110 - 51 }] });
  });

  it('does not add the requests of a lifetime for an old pod with an unknown past', async () => {
    const old = pod('stable-1', 'baseline', -7_200_000);
    const found = life(stable, { scrapes: [606_000, 611_000] });
    const { readings } = await read([...seriesOf(life(canary)), ...seriesOf(found)], [canary, old]);
    expect(readings.errors).toMatchObject({ baseline: [{ total: 50 }] });
  });

  it('leaves a pod out until its warm-up is over, on either side, and counts its requests for the share', async () => {
    const young = pod('stable-2', 'baseline', 560_000);
    const series = [...both(), ...seriesOf(life(young, { scrapes: life(young).scrapes }))];
    const cold = await read(series, [canary, stable, young], { warmUp: 120_000 });
    expect(cold.readings.errors).toMatchObject({ baseline: [{ pod: 'stable-1' }] });
    expect(cold.traffic).toEqual({ canary: 150, total: 450 });
    const warm = await read(series, [canary, stable, young], { warmUp: 30_000 });
    expect(warm.readings.errors).toMatchObject({ baseline: [{ pod: 'stable-1' }, { pod: 'stable-2' }] });
  });

  it('has no counts of the canary while all its pods are in their warm-up', async () => {
    const young = pod('canary-1', 'canary', 560_000);
    const { readings } = await read([...seriesOf(life(young)), ...seriesOf(life(stable))], [young, stable], {
      warmUp: 120_000,
    });
    expect(readings.errors).toMatchObject({ kind: 'counts', canary: [], baseline: [{ total: 150 }] });
  });

  it('leaves out requests that may be from before the change of weight', async () => {
    const { traffic, readings } = await read(both(), undefined, {}, { from, to, since: 603_000 });
    expect(traffic).toEqual({ canary: 50, total: 100 });
    expect(readings.errors).toMatchObject({ canary: [{ total: 50 }], baseline: [{ total: 50 }] });
  });

  it('identifies pods by uid, where series have it, otherwise by name', async () => {
    const other = { ...canary, uid: 'another-life' };
    expect((await read(both(), [other, stable])).readings.errors).not.toMatchObject({ kind: 'counts' });
    expect((await read(without(both(), 'pod_uid'), [other, stable])).readings.errors).toMatchObject({
      canary: [{ total: 150 }],
    });
  });

  it('has only the canary when there is no baseline', async () => {
    expect((await read(both(), [canary])).readings.errors).toMatchObject({ kind: 'counts', baseline: [] });
  });
});

describe('a tick without evidence', () => {
  it('is idle when the canary got no requests', async () => {
    const idle = life(canary, { requests: life(canary).requests.filter(({ at }) => at < 500_000) });
    const { readings, share } = await read([...seriesOf(idle), ...seriesOf(life(stable))]);
    expect([readings.errors, share]).toEqual([{ kind: 'idle' }, 0]);
  });

  it('is idle without any requests, when a new pod has no series yet', async () => {
    const nobody = [
      life(canary, { requests: [] }),
      life(stable, { requests: life(stable).requests.slice(0, 10) }),
    ];
    expect((await read(nobody.flatMap(seriesOf))).readings.errors).toEqual({ kind: 'idle' });
  });

  it('is not idle between two scrapes: the next tick has the counts', async () => {
    const { readings } = await read(both(), undefined, {}, { from: 606_000, to: 609_000 });
    expect(readings.errors).toEqual({ kind: 'counts', canary: [], baseline: [] });
  });

  it('is absent when the canary has no series of requests', async () => {
    const silent = life(canary, { requests: [] });
    const { readings } = await read([...seriesOf(silent), ...seriesOf(life(stable))]);
    expect(readings.errors).toEqual({ kind: 'absent', track: 'canary' });
  });

  it('is absent when the baseline has no series', async () => {
    const silent = life(stable, { requests: [] });
    const { readings } = await read([...seriesOf(life(canary)), ...seriesOf(silent)]);
    expect(readings.errors).toEqual({ kind: 'absent', track: 'baseline' });
  });

  it('is stale when nothing was scraped for more than two intervals', async () => {
    const late = life(canary, { scrapes: life(canary).scrapes.filter(at => at < 604_000) });
    const { readings } = await read([...seriesOf(late), ...seriesOf(life(stable))]);
    expect(readings.errors).toEqual({ kind: 'stale', seconds: 15 });
  });

  it('is stale when nothing was scraped for so long that no sample is left', async () => {
    const gone = life(canary, { scrapes: life(canary).scrapes.filter(at => at < 400_000) });
    const { readings } = await read([...seriesOf(gone), ...seriesOf(life(stable))]);
    expect(readings.errors).toEqual({ kind: 'stale', seconds: 220 });
  });

  it('has wrong labels when the query selects only the stable pods', async () => {
    const series = relabelled(both(), labels => ({
      ...labels,
      version: labels.pod === 'canary-1' ? 'v2' : 'v1',
    }));
    const total = 'http_requests_total{version="v1"}';
    const probe: Probe = { ...errors, total, bad: total };
    expect((await read(series, undefined, { probes: [probe] })).readings.errors).toEqual({
      kind: 'wrong-labels',
      detail: wording(`${total}`, 'canary', 'version="v2'),
    });
  });

  it('has wrong labels when its series are those of other pods', async () => {
    const series = relabelled(both(), labels => ({ ...labels, pod: `${labels.pod}-old` }));
    expect((await read(series)).readings.errors).toEqual({
      kind: 'wrong-labels',
      detail: wording('http_requests_total', 'canary-1-old', 'shop'),
    });
  });

  it('has wrong labels when its series do not identify pods', async () => {
    expect((await read(without(both(), 'pod'))).readings.errors).toEqual({
      kind: 'wrong-labels',
      detail: wording('http_requests_total', 'pod', 'code', 'pod_uid'),
    });
  });

  it('has wrong labels when every request is counted twice, because two jobs scrape the pods', async () => {
    const twice = [...both(), ...relabelled(both(), labels => ({ ...labels, job: 'monitors' }))];
    expect((await read(twice)).readings.errors).toEqual({
      kind: 'wrong-labels',
      detail: wording('canary-1', 'job="pods', 'job="monitors'),
    });
  });

  it('has wrong labels with more bad requests than requests', async () => {
    const probe: Probe = { ...errors, total: 'http_requests_total{code="500"}', bad: 'http_requests_total' };
    expect((await read(both(), undefined, { probes: [probe] })).readings.errors).toMatchObject({
      kind: 'wrong-labels',
      detail: wording('150', '15'),
    });
  });

  it('reports why Prometheus could not be queried', async () => {
    const source = fakePrometheus(both(), to);
    source.broken = 'Prometheus monitoring/prometheus:9090 does not answer (connect ECONNREFUSED)';
    const tick = await readTick(source, sampling(), [canary, stable], { from, to, stage: 0, weight: 5 });
    expect(tick).toEqual({
      at: to,
      stage: 0,
      weight: 5,
      readings: { errors: { kind: 'provider', detail: source.broken } },
    });
  });
});

describe('a histogram', () => {
  const latency: Probe = {
    kind: 'histogram',
    name: 'latency',
    series: 'seconds_bucket',
    buckets: [0.3, 1],
    boundaries: [0.3, 1],
  };
  const bucket = (of: WatchedPod, le: string, rate: number): Series => ({
    labels: {
      __name__: 'seconds_bucket',
      le,
      job: 'pods',
      instance: of.name,
      namespace: 'shop',
      pod: of.name,
    },
    samples: Array.from({ length: 140 }, (_, index) => [index * 5_000 + 50, index * rate]),
  });
  const buckets = (of: WatchedPod) => [
    bucket(of, '0.1', 10),
    bucket(of, '0.3', 30),
    bucket(of, '1.0', 45),
    bucket(of, '+Inf', 50),
  ];

  it('counts the requests above each boundary, however its bounds are written', async () => {
    const { readings } = await read([...buckets(canary), ...buckets(stable)], undefined, {
      probes: [latency],
    });
    const counts = { age: to, total: 150, bad: [60, 15] };
    expect(readings.latency).toEqual({
      kind: 'counts',
      canary: [{ pod: 'canary-1', ...counts }],
      baseline: [{ pod: 'stable-1', ...counts }],
    });
  });

  it('of a version with other buckets does not count as only slow requests', async () => {
    const other = buckets(canary).filter(({ labels }) => labels.le !== '0.3');
    const { readings } = await read([...other, ...buckets(stable)], undefined, { probes: [latency] });
    expect(readings.latency).toEqual({
      kind: 'wrong-labels',
      detail: wording('latency', 'canary-1'),
    });
  });
});

describe('the time of a pause', () => {
  it('is read in whole ticks; the remainder belongs to the next one', () => {
    expect(spansBetween(1_000, 36_000, 15_000)).toEqual([
      { from: 1_000, to: 16_000 },
      { from: 16_000, to: 31_000 },
    ]);
    expect(spansBetween(1_000, 15_999, 15_000)).toEqual([]);
  });
});
