import { describe, expect, it } from 'vitest';
import { around } from '../../src/analysis/inspection.ts';
import { paceOf } from '../../src/analysis/pace.ts';
import { preflightGate, probeOf } from '../../src/analysis/preflight.ts';
import type { Series } from '../../src/analysis/prometheus.ts';
import { gateSchema } from '../../src/config/gate.ts';
import { wording } from '../wording.ts';
import { fakePrometheus } from './fake-prometheus.ts';
import { pod } from './pods.ts';

const now = 1_000_000;
const pods = [pod('shop-a', 'baseline'), pod('shop-b', 'baseline')];
const sides = {
  namespace: 'shop',
  stable: 'shop',
  canary: 'shop-canary',
  services: ['shop', 'shop-metrics', 'shop-grpc'],
  route: 'shop',
};

const series = (name: string, of: string, labels: Record<string, string> = {}, step = 15_000): Series => ({
  labels: {
    __name__: name,
    job: 'pods',
    instance: of,
    namespace: 'shop',
    pod: of,
    pod_uid: `uid-${of}`,
    ...labels,
  },
  samples: Array.from({ length: 60 }, (_, index): [number, number] => [
    now - index * step - 50,
    60 - index,
  ]).reverse(),
});
const scraped = (of: string, step?: number) => [
  {
    ...series('up', of, {}, step),
    samples: series('up', of, {}, step).samples.map(([at]) => [at, 1] as const),
  },
  { ...series('scrape_duration_seconds', of), samples: [[now - 50, 0.2]] as const },
];
const each = (make: (name: string) => Series[]) => ['shop-a', 'shop-b'].flatMap(make);
const requests = (code = '200', more: Record<string, string> = {}) =>
  each(name => [series('http_requests_total', name, { code, ...more })]);
const buckets = () =>
  each(name => ['0.1', '0.3', '1.0', '+Inf'].map(le => series('request_seconds_bucket', name, { le })));
const whole = [...each(name => scraped(name)), ...requests(), ...requests('500'), ...buckets()];

/** Pods that are scraped through a Service, as a ServiceMonitor does it. */
const through = (service: string, names = ['shop-a', 'shop-b']): Series[] =>
  whole
    .filter(({ labels }) => names.includes(labels.pod ?? ''))
    .map(({ labels, samples }) => ({ labels: { ...labels, service }, samples }));

const settings = (changes: object = {}) =>
  gateSchema.parse({
    prometheus: { service: 'monitoring/prometheus:9090' },
    metrics: [
      { name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' },
      { name: 'latency', histogram: 'request_seconds', slow: [1, 0.3] },
    ],
    ...changes,
  });
const only = (total: string, bad = `${total.replace(/\{.*/, '')}{code=~"5.."}`) =>
  settings({ metrics: [{ name: 'errors', total, bad }] });
const check = (found: Series[], gate = settings(), of = pods) =>
  preflightGate(fakePrometheus(found, now), gate, sides, of);

describe('the preflight of a gate', () => {
  it('returns the queries, with the measured pace', async () => {
    expect(await check(whole)).toEqual({
      problems: [],
      warnings: [],
      sampling: {
        namespace: 'shop',
        warmUp: 120_000,
        pace: { interval: 15_000, settle: 1_400, lookback: 120_000 },
        probes: [
          {
            kind: 'ratio',
            name: 'errors',
            total: 'http_requests_total',
            bad: 'http_requests_total{code=~"5.."}',
          },
          {
            kind: 'histogram',
            name: 'latency',
            series: 'request_seconds_bucket',
            buckets: [0.1, 0.3, 1],
            boundaries: [0.3, 1],
          },
        ],
        share: { kind: 'application', probe: 'errors' },
      },
    });
  });

  it('is plain data that fits into a state', async () => {
    const { sampling } = await check(whole);
    expect(JSON.parse(JSON.stringify(sampling))).toEqual(sampling);
  });

  it('reports once that Prometheus does not answer', async () => {
    const source = fakePrometheus([], now);
    source.broken = 'Prometheus monitoring/prometheus:9090 has no ready pod behind its Service';
    expect((await preflightGate(source, settings(), sides, pods)).problems).toEqual([source.broken]);
  });

  it('accepts a first bad request that is scraped between two answers', async () => {
    const source = fakePrometheus([...each(name => scraped(name)), ...requests()], now);
    const { query } = source;
    source.query = async (promql, at) => {
      if (promql.includes('5..') && source.series.length === 6) source.series.push(...requests('500'));
      return query(promql, at);
    };
    expect((await preflightGate(source, only('http_requests_total'), sides, pods)).problems).toEqual([]);
    expect(source.series).toHaveLength(8);
  });

  const cases: [what: string, found: Series[], gate: ReturnType<typeof settings>, problem: string][] = [
    [
      'a name that is almost right',
      whole,
      only('http_request_total'),
      wording('errors', 'http_request_total', 'http_requests_total'),
    ],
    [
      'a completely wrong name',
      whole,
      only('responses'),
      wording('errors', 'responses', 'http_requests_total'),
    ],
    [
      'pods that never got a request',
      each(name => scraped(name)),
      only('http_requests_total'),
      wording('http_requests_total'),
    ],
    [
      'pods that are not scraped',
      [],
      only('http_requests_total'),
      wording('errors', 'Prometheus monitoring/prometheus:9090'),
    ],
    [
      'labels that select other series',
      whole,
      only('http_requests_total{job="shop"}'),
      wording('errors', 'http_requests_total{job="shop"}', 'job="pods"'),
    ],
    [
      'another namespace',
      whole.map(each => ({ ...each, labels: { ...each.labels, namespace: 'staging' } })),
      only('http_requests_total'),
      wording('errors', 'http_requests_total', 'shop-a', 'staging'),
    ],
    [
      'series without the label namespace',
      whole.map(({ samples, labels: { namespace: _, ...labels } }) => ({ samples, labels })),
      only('http_requests_total'),
      wording('errors', 'http_requests_total', 'namespace', 'job, instance, pod, pod_uid, code'),
    ],
    [
      'errors by a missing label, which would never match',
      whole,
      only('http_requests_total', 'http_requests_total{cod=~"5.."}'),
      wording('errors', 'http_requests_total', 'cod', 'code'),
    ],
    [
      'bad requests that are not a part of all requests',
      whole,
      only('http_requests_total{code="200"}', 'http_requests_total{code="500"}'),
      wording('errors', 'http_requests_total{code="500"}', 'http_requests_total{code="200"}', 'bad', 'total'),
    ],
    [
      'pods that are scraped by two jobs',
      [...whole, ...requests('200', { job: 'monitors' })],
      only('http_requests_total'),
      wording('errors', 'shop-a', 'job="pods"', 'job="monitors"'),
    ],
    [
      'pods that are scraped only through a Service that never selects the candidate',
      through('shop-metrics'),
      only('http_requests_total'),
      wording('errors', 'Service/shop-metrics', 'PodMonitor', 'Service/shop'),
    ],
    [
      'a boundary that is not a bucket',
      whole,
      settings({ metrics: [{ name: 'latency', histogram: 'request_seconds', slow: [0.5] }] }),
      wording('latency', '0.5 s', '0.3', '1'),
    ],
    [
      'a histogram without classic buckets',
      [...each(name => scraped(name)), ...each(name => [series('request_seconds', name)])],
      settings({ metrics: [{ name: 'latency', histogram: 'request_seconds' }] }),
      wording('latency', 'request_seconds'),
    ],
    [
      'ticks that are shorter than the time between scrapes',
      whole,
      settings({ tick: '5s' }),
      wording('gate.tick', '15 s', 'tick: 15s'),
    ],
    [
      'an Envoy that is not scraped',
      whole,
      settings({ share: 'contour' }),
      wording(
        'gate.share',
        'envoy_cluster_upstream_rq_xx{envoy_cluster_name=~"shop_(?:shop|shop-canary)_[0-9]+"}',
        'share: application',
      ),
    ],
    [
      'a Traefik that is not scraped',
      whole,
      settings({ share: 'traefik' }),
      wording(
        'gate.share',
        'traefik_service_requests_total{service=~"shop-(?:shop|shop-canary)-http-[0-9]+@kubernetesgateway"}',
        'addServicesLabels',
        'share: application',
      ),
    ],
    [
      'a share of missing series',
      whole,
      settings({ share: { total: 'gateway_requests_total', candidate: 'gateway_requests_total{side="b"}' } }),
      wording('gate.share', 'gateway_requests_total', 'share: application'),
    ],
  ];
  it.each(cases)('refuses %s', async (_, found, gate, problem) => {
    expect((await check(found, gate)).problems).toEqual([problem]);
  });

  it.each<[string, Series[]]>([
    ['through its own Service', through('shop')],
    [
      'through its own Service at one pod',
      [...through('shop', ['shop-a']), ...through('shop-metrics', ['shop-b'])],
    ],
    ['by the pods', [...whole]],
    ['by the pods, with the name of a Service that is none of theirs', through('payments')],
    [
      'by the pods, whose application names itself like a Service',
      [
        ...each(name => scraped(name)),
        ...requests('200', { service: 'shop-metrics' }),
        ...requests('500', { service: 'shop-metrics' }),
      ],
    ],
  ])('accepts pods that are scraped %s', async (_, found) => {
    expect((await check(found, only('http_requests_total'))).problems).toEqual([]);
  });

  it('warns of what cannot be checked yet', async () => {
    const good = [...each(name => scraped(name)), ...requests(), ...requests('404')];
    expect((await check(good, only('http_requests_total'))).warnings).toEqual([
      wording('errors', 'http_requests_total{code=~"5.."}', '200', '404'),
    ]);
    expect((await check(good, only('http_requests_total', 'http_errors_total'))).warnings).toEqual([
      wording('errors', 'http_errors_total'),
    ]);
  });

  it('warns of pods without series', async () => {
    const three = [...pods, pod('shop-c', 'baseline')];
    expect((await check(whole, only('http_requests_total'), three)).warnings).toEqual([
      wording('errors', '1', '3', 'shop-c'),
    ]);
  });
});

describe('a metric of slipway.yml', () => {
  it('becomes a histogram with a selector of its buckets, with its own labels', () => {
    const [metric] = settings({
      metrics: [{ name: 'slow', histogram: 'seconds{route="/"}', slow: [1, 0.5] }],
    }).metrics;
    expect(probeOf(metric!, { tick: 15_000, delay: 0 })).toEqual({
      kind: 'histogram',
      name: 'slow',
      series: 'seconds_bucket{route="/"}',
      buckets: [],
      boundaries: [0.5, 1],
    });
  });
});

describe('the pace of scrapes', () => {
  it('is the usual gap, even if scrapes were missed', () => {
    expect(paceOf([15_001, 14_999, 15_000, 45_000, 15_000], 0.2)).toEqual({
      interval: 15_000,
      settle: 1_400,
      lookback: 120_000,
    });
  });

  it('allows for slow scrapes, up to one interval', () => {
    expect(paceOf([15_000], 4)?.settle).toBe(9_000);
    expect(paceOf([15_000], 10)?.settle).toBe(15_000);
  });

  it('is unknown without samples', async () => {
    expect(paceOf([])).toBeUndefined();
    const bare = [...requests(), ...requests('500')].map(each => ({
      ...each,
      samples: each.samples.slice(-1),
    }));
    const { problems, sampling } = await check(bare, only('http_requests_total'));
    expect([problems, sampling.pace]).toEqual([[], { interval: 15_000, settle: 15_000, lookback: 120_000 }]);
  });

  it('is that of the metrics where no series of `up` has the labels of the pods', async () => {
    const { sampling } = await check([...requests(), ...requests('500')], only('http_requests_total'));
    expect(sampling.pace).toEqual({ interval: 15_000, settle: 1_000, lookback: 120_000 });
  });
});

describe('the nearest buckets', () => {
  it.each([
    [0.5, [0.3, 1]],
    [0.05, [0.1]],
    [5, [1]],
  ])('to %f are %j', (bound, expected) => {
    expect(around(bound, [0.1, 0.3, 1])).toEqual(expected);
  });
});
