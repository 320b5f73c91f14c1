import { expect, it } from 'vitest';
import type { MetricSource } from '../../src/analysis/prometheus.ts';
import { readAll } from '../../src/monitoring/readings.ts';
import { everything, recovered, shop } from './subjects.ts';

const at = Date.parse('2026-11-28T14:00:00Z');

/** Answers only the question for standbys, with one of them. */
const source: MetricSource = {
  name: 'monitoring/prometheus:9090',
  now: async () => ({ ok: true, value: at }),
  query: async promql => ({
    ok: true,
    value: promql.startsWith('max_over_time((count(max by (application_name, client_addr)')
      ? [{ labels: {}, samples: [[at, 1]] }]
      : [],
  }),
};
const standbysOf = async (monitoring: object) => {
  const subject = shop(monitoring, { recovery: recovered });
  return (await readAll(source, subject, { before: undefined, after: { from: at - 600_000, to: at } }))
    .standbys;
};

it('the standbys within their lag are counted where slipway.yml names the exporter of PostgreSQL', async () => {
  expect(await standbysOf(everything)).toEqual([{ lag: 30_000, promised: 2, within: 1 }]);
  expect(await standbysOf({})).toEqual([]);
});

it('the objectives are read before a rollout that lasted for days; other signals are not, at another time of day', async () => {
  const hour = 3_600_000;
  const asked: { promql: string; time: number | undefined }[] = [];
  const noting: MetricSource = {
    ...source,
    query: async (promql, time) => {
      asked.push({ promql, time });
      return { ok: true, value: [] };
    },
  };
  const after = { from: at - hour, to: at };
  const signals = () => asked.filter(({ promql, time }) => time !== at && promql.includes('ms:30000ms]'));
  for (const [hours, compared] of [
    [20, true],
    [50, false],
  ] as const) {
    asked.length = 0;
    const to = at - hours * hour;
    await readAll(noting, shop({}), { before: { from: to - hour, to }, after });
    expect(signals().length > 0).toBe(compared);
    expect(asked.filter(({ time }) => time === to).length).toBeGreaterThan(0);
  }
});

it.each([
  // The first samples of a comparison: four of two minutes each, 30 s apart.
  [4, 210_000],
  [32, 720_000],
])(
  'what shows the errors and latency after %d minutes is counted in the recent ones',
  async (minutes, recent) => {
    const asked: string[] = [];
    const counting: MetricSource = {
      ...source,
      query: async promql => {
        asked.push(promql);
        return { ok: true, value: [] };
      },
    };
    const after = { from: at - minutes * 60_000, to: at };
    await readAll(counting, shop(), { before: undefined, after });
    const counted = asked.filter(promql => promql.startsWith('sum(increase(http_req'));
    const own = 'namespace="store",pod=~".*"';
    expect(counted.map(each => each.replace(/pod=~"[^"]+"/, 'pod=~".*"'))).toEqual([
      `sum(increase(http_requests_total{code=~"5..",${own}}[${recent}ms]))`,
      ...[0.5, 0.05, 0.01].map(
        share => `sum(increase(http_request_duration_seconds_count{${own}}[${recent}ms])) * ${share}`,
      ),
    ]);
  },
);

it('the bad requests of an objective are counted since the release', async () => {
  const counting: MetricSource = {
    ...source,
    query: async promql => {
      const value = promql.endsWith('[600000ms])) or vector(0)) * 600') ? [17] : [];
      return { ok: true, value: value.map(each => ({ labels: {}, samples: [[at, each]] })) };
    },
  };
  const after = { from: at - 600_000, to: at };
  const { objectives, comparisons } = await readAll(counting, shop(), { before: undefined, after });
  expect(objectives).toMatchObject([{ objective: 'availability', bad: 17 }]);
  // Prometheus counted no request.
  expect(comparisons.find(({ signal }) => signal.name === 'errors')?.shownBy).toBe(0);
});

it('an alert of which one fired when the rollout began is known, whatever pod it is about', async () => {
  const began = at - 600_000;
  const alert = (pod: string, objective: string, more: object = {}) => ({
    labels: { alertname: 'Slow', alertstate: 'firing', pod, objective, ...more },
    samples: [[at, 1] as const],
  });
  const firing: MetricSource = {
    ...source,
    query: async (promql, time) => {
      const before = [alert('shop-1', 'latency'), alert('shop-1', 'errors', { job: 'pods' })];
      const now = [alert('shop-2', 'latency'), alert('shop-2', 'errors')];
      return { ok: true, value: promql.startsWith('ALERTS{') ? (time === began ? before : now) : [] };
    },
  };
  const spans = { before: { from: began - 1000, to: began }, after: { from: began, to: at } };
  const { alerts } = await readAll(firing, shop(), spans);
  expect(alerts.map(({ firedBefore }) => firedBefore)).toEqual([true, false]);
});

it('alerts are those of the namespace, and those that a person wrote without one', async () => {
  const asked: string[] = [];
  const noting: MetricSource = {
    ...source,
    query: async promql => {
      asked.push(promql);
      return { ok: true, value: [] };
    },
  };
  await readAll(noting, shop(), { before: undefined, after: { from: at - 600_000, to: at } });
  const own = 'app="shop",environment="production",namespace=~"store|"';
  expect(asked.filter(promql => promql.startsWith('ALERTS'))).toEqual([
    `ALERTS{${own},alertstate="firing"}`,
    `ALERTS_FOR_STATE{${own}}`,
  ]);
});

it('nothing is known of a time before that is too short for a rate', async () => {
  const answering: MetricSource = {
    ...source,
    query: async promql => ({
      ok: true,
      value: promql.includes('/ (sum(rate(') ? [{ labels: {}, samples: [[at, 0.01]] }] : [],
    }),
  };
  const before = async (minutes: number, compared: object = {}) => {
    const began = at - 600_000;
    const spans = { before: { from: began - minutes * 60_000, to: began }, after: { from: began, to: at } };
    return (await readAll(answering, shop(compared), spans)).objectives[0]?.before;
  };
  expect([await before(2), await before(1.9)]).toEqual([0.01, undefined]);
  // Unless slipway.yml asks for no more.
  expect(await before(1, { compare: '1m' })).toBe(0.01);
});

it('CPU is compared at the requests and pods of now', async () => {
  const began = at - 1_800_000;
  const spans = { before: { from: began - 600_000, to: began }, after: { from: began + 60_000, to: at } };
  const measuring: MetricSource = {
    ...source,
    query: async (promql, time = 0) => {
      const values = promql.startsWith('(sum(rate(container_cpu_usage')
        ? [0.3, 0.9]
        : promql.startsWith('(count(sum by (pod) (rate(container_cpu_usage')
          ? [1, 2]
          : promql.startsWith('(sum(rate(http_requests_total{namespace')
            ? [10, 30]
            : undefined;
      const value = values?.[time === began ? 0 : 1];
      if (value === undefined || !promql.includes(':30000ms]')) return { ok: true, value: [] };
      const samples = [0, 1, 2, 3].map(back => [time - back * 30_000, value] as const).reverse();
      return { ok: true, value: [{ labels: {}, samples }] };
    },
  };
  const cpuOf = async (subject: ReturnType<typeof shop>) =>
    (await readAll(measuring, subject, spans)).comparisons.find(({ signal }) => signal.name === 'cpu');
  // Three times as many requests, twice as many pods.
  expect(await cpuOf(shop())).toMatchObject({
    signal: { title: 'CPU at the current traffic and number of pods' },
    ...{ before: expect.closeTo(0.9), after: 0.9, change: 'same' },
  });
  expect(await cpuOf({ ...shop(), requests: undefined })).toMatchObject({
    before: 0.6,
    after: 0.9,
    change: 'changed',
  });
});

it('labels by which `bad` selects, and that no request has, are known', async () => {
  const having = (labels: string[]): MetricSource => ({
    ...source,
    query: async promql => {
      // Prometheus has requests, and none that failed.
      const label = /^count\(.*\) unless \(count\(.*,(\w+)!=""/.exec(promql)?.[1];
      const isWithout = label !== undefined && !labels.includes(label);
      return { ok: true, value: isWithout ? [{ labels: {}, samples: [[at, 9]] }] : [] };
    },
  });
  const spans = { before: undefined, after: { from: at - 600_000, to: at } };
  const unknown = async (bad: string, labels: string[]) => {
    const requests = { total: 'http_requests_total{route!="/live"}', bad };
    return (await readAll(having(labels), shop({ requests }), spans)).unknownLabels;
  };
  const bad = 'http_requests_total{route!="/live",status=~"5.."}';
  expect(await unknown(bad, ['code'])).toEqual(['status']);
  expect(await unknown(bad, ['status'])).toEqual([]);
  // It may be absent before the first failure.
  expect(await unknown('http_failures_total{status="500"}', ['code'])).toEqual([]);
});
