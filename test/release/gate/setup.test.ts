import { expect, it } from 'vitest';
import { advance, beginGate, judge } from '../../../src/analysis/gate.ts';
import type { WatchedPod } from '../../../src/analysis/probe.ts';
import type { Series } from '../../../src/analysis/prometheus.ts';
import { readTicks, spansBetween } from '../../../src/analysis/sampling.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { gateSchema } from '../../../src/config/gate.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import { setUpGate } from '../../../src/release/gate/setup.ts';
import { fakePrometheus } from '../../analysis/fake-prometheus.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { deployment, environment, pod } from '../objects.ts';

const scrape = 5000;
/** Of a scrape. */
const requests = 50;
const begun = 1_767_225_600_000;
const released = begun + 3_600_000;
const end = released + 600_000;

/** A histogram of which a share of the requests takes between 0.5 s and 1 s, and the others less than 0.1 s. */
function histogramOf(name: string, slow: number): Series[] {
  const target = { job: 'pods', instance: name, namespace: 'shop', pod: name };
  const growing = (by: number) =>
    Array.from({ length: (end - begun) / scrape }, (_, at): [number, number] => [
      begun + at * scrape,
      at * by,
    ]);
  const fast = requests * (1 - slow);
  const buckets = [
    ['0.1', fast],
    ['0.5', fast],
    ['1', requests],
    ['+Inf', requests],
  ] as const;
  return [
    ...buckets.map(([le, by]) => ({
      labels: { __name__: 'seconds_bucket', le, ...target },
      samples: growing(by),
    })),
    { labels: { __name__: 'up', ...target }, samples: growing(0).map(([at]): [number, number] => [at, 1]) },
  ];
}

/** How a Prometheus writes series. */
const written = (series: readonly Series[], isScalar: boolean) => {
  const rows = series.map(({ labels, samples }) => ({
    metric: labels,
    values: samples.map(([at, value]) => [at / 1000, String(value)]),
  }));
  const data = isScalar
    ? { resultType: 'scalar', result: rows[0]?.values[0] }
    : { resultType: 'matrix', result: rows };
  return JSON.stringify({ status: 'success', data });
};

/** Judges a candidate by a histogram for which slipway.yml names no boundary. @param slow its share of slow requests. */
async function judged(slow: number) {
  const source = fakePrometheus([...histogramOf('shop-1', 0.02), ...histogramOf('new-1', slow)], released);
  const api = new FakeApiServer();
  const running = pod({ name: 'shop-1', ready: true });
  const metadata = { labels: { app: 'shop' }, creationTimestamp: new Date(begun).toISOString() };
  api.put(pathOf(resources.pod, 'shop', 'shop-1'), {
    ...running,
    metadata: { ...running.metadata, ...metadata },
  });
  const fetch: Cluster['fetch'] = async path => {
    const { searchParams: asked } = new URL(path, 'http://api');
    const query = asked.get('query') ?? '';
    const at = asked.has('time') ? Number(asked.get('time')) * 1000 : source.clock;
    const isScalar = query === 'time()';
    const found = isScalar
      ? {
          ok: true as const,
          value: [{ labels: {}, samples: [[source.clock, source.clock / 1000]] } as Series],
        }
      : await source.query(query, at);
    return {
      status: 200,
      headers: {},
      serverTime: end,
      body: written(found.ok ? found.value : [], isScalar),
    };
  };
  const where = environment({
    service: 'shop',
    strategy: strategySchema.parse({ canary: {} }),
    gate: gateSchema.parse({
      prometheus: { service: 'monitoring/prometheus:9090' },
      share: 'application',
      metrics: [{ name: 'latency', histogram: 'seconds' }],
    }),
  });
  const setup = await setUpGate({ ...api.cluster, fetch }, where, deployment(), [], {});
  const { policy, sampling } = setup!.gating;
  const watched = (name: string, track: WatchedPod['track'], started: number): WatchedPod => ({
    ...{ name, uid: `uid-${name}`, track, started },
  });
  source.clock = end;
  const pods = [watched('shop-1', 'baseline', begun), watched('new-1', 'canary', released - 300_000)];
  let state = beginGate(policy, released);
  const spans = spansBetween(released, end - sampling.pace.settle, policy.tick);
  for (const tick of await readTicks(source, sampling, pods, spans, { stage: 0, weight: 5 }))
    state = advance(policy, state, tick);
  return { policy, verdict: judge(policy, state, [], end) };
}

it('a histogram without `slow` judges the boundaries that the hour before has chosen', async () => {
  const { policy, verdict } = await judged(0.9);
  expect(policy.metrics[0]?.series.map(({ boundary }) => boundary)).toEqual([0.1, 0.5]);
  expect(verdict).toMatchObject({ verdict: 'fail' });
  expect((await judged(0.02)).verdict.verdict).not.toBe('fail');
});
