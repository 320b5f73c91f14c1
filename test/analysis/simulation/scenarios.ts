/** Scenarios of rollouts. Rates are fractions of requests, times are seconds since the first shift of traffic. */
export interface Scenario {
  name: string;
  /** Equal versions; a worse candidate; a fault that the version does not cause. */
  truth: 'equal' | 'worse';
  /** One of the fifteen over which excess errors are summed. */
  summed?: boolean;
  /** Requests per second to both tracks. */
  traffic: number;
  /** Shares of bad requests of the tracks. */
  baseline: number;
  candidate: (seconds: number) => number;
  /** Minutes at a share of 20 % on both tracks, at random within the first half hour. */
  incidents?: number;
  /** Mean size of clusters of errors. */
  clusters?: number;
  /** Pods of the canary; the baseline has eight. */
  pods?: number;
  /** Pods of one version differ by that standard deviation of the logarithm of their rates. */
  spread?: number;
  /** A pod of the canary is on a node that makes it this many times as bad. */
  badPod?: number;
  /** Every pod of the canary starts this many times as bad, for this many seconds. */
  cold?: { factor: number; seconds: number };
  /** Shared noise of the logarithm of the rates: AR(1) of 0.9 a tick with this standard deviation. */
  noise?: number;
  /** The gateway applies a weight this many seconds after it was set. */
  late?: number;
  /** Durations instead of errors: how many times slower the candidate is, and for which part of its requests. */
  slow?: { factor: (seconds: number) => number; part?: number; incidents?: number };
}

const always = (rate: number) => () => rate;
const stepAt = (minute: number, before: number, after: number) => (seconds: number) =>
  seconds < minute * 60 ? before : after;
const ramp = (from: number, to: number, minutes: number) => (seconds: number) =>
  from + (to - from) * Math.min(1, seconds / (minutes * 60));
const percent = (rate: number) => `${Number((rate * 100).toPrecision(3))}`;

const equal = (name: string, traffic: number, rate: number, more: Partial<Scenario> = {}): Scenario => ({
  name: `equal, ${name}`,
  truth: 'equal',
  traffic,
  baseline: rate,
  candidate: always(rate),
  ...more,
});

const worse = (
  from: number,
  to: number,
  traffic: number,
  more: Partial<Scenario> & { summed?: boolean } = {},
): Scenario => ({
  name: `${percent(from)} → ${percent(to)} %, ${traffic}/s`,
  truth: 'worse',
  traffic,
  baseline: from,
  candidate: always(to),
  ...more,
});

const plain = [0.001, 0.01, 0.05].flatMap(rate =>
  [1, 10, 100].map(traffic => equal(`${percent(rate)} %, ${traffic}/s`, traffic, rate)),
);

const disturbed = [
  equal('shared incidents', 100, 0.01, { incidents: 3 }),
  equal('clusters of 5', 100, 0.01, { clusters: 5 }),
  equal('one of four pods 5 times as bad', 100, 0.01, { badPod: 5 }),
];

const regressions = [
  ...[
    [0.001, 0.003],
    [0.001, 0.005],
    [0.001, 0.01],
    [0.01, 0.02],
    [0.01, 0.05],
    [0.05, 0.1],
  ].map(([from = 0, to = 0]) => worse(from, to, 100, { summed: true })),
  worse(0.001, 0.01, 10, { summed: true }),
  worse(0.01, 0.03, 10, { summed: true }),
  worse(0.01, 0.1, 1, { summed: true }),
  worse(0.01, 0.5, 1, { summed: true }),
  worse(0.001, 0.01, 100, {
    name: 'ramp 0.1 → 1 % in 20 min',
    candidate: ramp(0.001, 0.01, 20),
    summed: true,
  }),
  worse(0.001, 0.01, 100, { name: '0.1 → 1 % at 4 min', candidate: stepAt(4, 0.001, 0.01), summed: true }),
  worse(0.001, 0.01, 100, { name: '0.1 → 1 % at 12 min', candidate: stepAt(12, 0.001, 0.01), summed: true }),
  worse(0.01, 0.02, 100, { name: '1 → 2 %, shared incidents', incidents: 3, summed: true }),
  worse(0.01, 0.03, 100, { name: '1 → 3 %, clusters of 5', clusters: 5, summed: true }),
];

const pods = [0.3, 0.5].flatMap(spread =>
  [1, 4].flatMap(count => {
    const more = { spread, pods: count };
    const of = `spread ${spread}, ${count === 1 ? 'one pod' : 'four pods'}`;
    return [
      equal(of, 100, 0.01, more),
      worse(0.01, 0.03, 100, { ...more, name: `1 → 3 %, ${of}` }),
      worse(0.01, 0.02, 100, { ...more, name: `1 → 2 %, ${of}` }),
    ];
  }),
);

const times = [
  equal('cold minute at 5 times, 1 %, 100/s', 100, 0.01, { cold: { factor: 5, seconds: 60 } }),
  equal('cold minute at 5 times, 0.1 %, 30/s', 30, 0.001, { cold: { factor: 5, seconds: 60 } }),
  equal('shared noise', 100, 0.01, { noise: 0.5 }),
  worse(0.01, 0.03, 100, { name: '1 → 3 %, shared noise', noise: 0.5 }),
];

const latency = [
  ...[100, 10, 1].map(traffic =>
    equal(`durations, ${traffic}/s`, traffic, 0, { slow: { factor: always(1) } }),
  ),
  equal('durations, shared slow minutes', 100, 0, { slow: { factor: always(1), incidents: 3 } }),
  worse(0, 0, 100, { name: '20 % slower, 100/s', slow: { factor: always(1.2) } }),
  worse(0, 0, 10, { name: '20 % slower, 10/s', slow: { factor: always(1.2) } }),
  worse(0, 0, 10, { name: '50 % slower, 10/s', slow: { factor: always(1.5) } }),
  worse(0, 0, 1, { name: '3 times as slow, 1/s', slow: { factor: always(3) } }),
  worse(0, 0, 100, { name: '3 % of requests 3 times as slow', slow: { factor: always(3), part: 0.03 } }),
  worse(0, 0, 100, { name: 'ramp to 50 % slower in 20 min', slow: { factor: ramp(1, 1.5, 20) } }),
];

/** A gateway in the cluster applies a weight at once; a load balancer outside may take a minute. */
const slowGateways = [
  equal('1 %, 100/s, weights 30 s late', 100, 0.01, { late: 30 }),
  equal('0.1 %, 100/s, weights 90 s late', 100, 0.001, { late: 90 }),
  equal('5 %, 10/s, weights 60 s late', 10, 0.05, { late: 60 }),
  worse(0.01, 0.05, 100, { name: '1 → 5 %, 100/s, weights 30 s late', late: 30 }),
  worse(0.001, 0.01, 100, { name: '0.1 → 1 %, 100/s, weights 90 s late', late: 90 }),
  worse(0.01, 0.03, 10, { name: '1 → 3 %, 10/s, weights 60 s late', late: 60 }),
];

export const scenarios: Scenario[] = [
  ...plain,
  ...disturbed,
  ...regressions,
  ...pods,
  ...times,
  ...latency,
  ...slowGateways,
];
