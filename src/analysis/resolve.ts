import type { Gate, Metric, Strategy } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { dispersionOf } from './dispersion.ts';
import { forecast, noCounts } from './forecast.ts';
import { type Boundary, boundariesOf } from './latency.ts';
import { profiles } from './margins.ts';
import { type MetricPast, type Past, podCount, sumOfPast, trafficOf } from './past.ts';
import type { GatePolicy, MetricPolicy, SeriesPolicy, StagePolicy } from './policy.ts';
import type { Probe, Sampling } from './probe.ts';
import { type Sizing, sizingOf } from './sizing.ts';
import { spreadOf } from './spread.ts';

export interface Resolved {
  policy: GatePolicy;
  sizing: Sizing;
  /** The forecast for users before the gate starts. */
  sentences: string[];
}

export type GatedStrategy = Extract<Strategy, { kind: 'canary' | 'blue-green' }>;

/** The minimum number of ticks of a stage: a minute at the default tick of 15 s. */
const leastLooks = 4;
/** Ticks without an answer, and without data: about one and five minutes at the default tick. */
const patience = { provider: 3, absent: 20 };

/**
 * Returns how this rollout will be judged, and the expected time, from slipway.yml and the counts of the baseline in the last hour.
 *
 * @param gate of slipway.yml; blue-green is judged only by limits, without a baseline beside the candidate
 * @param arrival how long a weight may take to arrive, in ms; without it a late share counts as a wrong one
 * @param past may be empty; then dispersion is 1, and a histogram needs boundaries in slipway.yml
 * @throws UserError when a histogram has no boundaries
 */
export function policyOf(gate: Gate, strategy: GatedStrategy, past: Past, arrival?: number): Resolved {
  const metrics = gate.metrics.map(metric => metricPolicy(metric, strategy, past));
  const consequent = metrics.filter(metric => !metric.dryRun).length;
  const open: Omit<GatePolicy, 'profile' | 'margin'> = {
    schema: 1,
    tick: gate.tick,
    warmUp: gate['warm-up'],
    deadline: strategy.deadline,
    onInconclusive: strategy.kind === 'canary' ? strategy['on-inconclusive'] : 'rollback',
    stages: stagesOf(strategy, gate.tick),
    metrics: metrics.map(metric => ({ ...metric, weight: metric.dryRun ? 0 : 1 / consequent })),
    alpha: { harm: 0.01, pass: 0.05 },
    quiet: 5,
    withoutPod: 5,
    podLocal: 300,
    patience,
    ...(arrival === undefined ? {} : { arrival }),
    traffic: Math.max(0, ...gate.metrics.map(({ name }) => trafficOf(past, name))),
    pods: Math.max(0, ...gate.metrics.map(({ name }) => podCount(past, name))),
  };
  const sizing = sizingOf(open, gate.profile, past.age);
  const policy = { ...open, profile: sizing.profile, margin: profiles[sizing.profile] };
  return { policy, sizing, sentences: strategy.kind === 'canary' ? forecast(open, sizing) : [] };
}

/**
 * Returns the sampling that counts slow requests at the boundaries that the policy judges, in its order: where slipway.yml names none, the
 * history has chosen them. Pure.
 */
export function samplingOf({ metrics }: Pick<GatePolicy, 'metrics'>, sampling: Sampling): Sampling {
  const judged = new Map(
    metrics.map(({ name, series }) => [name, series.flatMap(each => each.boundary ?? [])]),
  );
  const probes = sampling.probes.map(
    (probe): Probe =>
      probe.kind === 'histogram' ? { ...probe, boundaries: judged.get(probe.name) ?? [] } : probe,
  );
  return { ...sampling, probes };
}

function stagesOf(strategy: GatedStrategy, tick: number): StagePolicy[] {
  const watch: StagePolicy = { kind: 'watch', weight: 100, dwell: strategy.watch };
  if (strategy.kind === 'blue-green') return [watch];
  const { steps, bake } = strategy;
  return [
    ...steps.map(
      ({ weight, pause = 0 }): StagePolicy => ({
        kind: 'step',
        weight,
        dwell: Math.max(leastLooks * tick, pause),
        ...(pause === 0 ? {} : { pause }),
      }),
    ),
    { kind: 'bake', weight: bake.weight, dwell: bake.for },
    watch,
  ];
}

/** Returns the share that the watch counts as harm. After a canary only gross harm counts; blue-green has no other check. */
const watchLimit = (strategy: GatedStrategy, share: number) =>
  Math.min(0.9, strategy.kind === 'canary' ? 5 * share + 0.02 : 2 * share + 0.01);

function metricPolicy(metric: Metric, strategy: GatedStrategy, past: Past): MetricPolicy {
  const { name, max } = metric;
  const known = past.metrics[name] ?? { boundaries: [], ticks: [] };
  const boundaries = 'histogram' in metric ? boundariesOf(known, metric.slow) : [whole(known)];
  if (boundaries.length === 0) {
    throw new UserError(
      `no boundary can be chosen for ${name}: ${noCounts('its buckets', past.age)}`,
      'set boundaries in seconds with `slow`, or run again after the live pods have answered requests for some minutes',
    );
  }
  const series = boundaries.map(({ index, seconds, share, required }): SeriesPolicy => {
    const boundary = seconds === undefined ? {} : { boundary: seconds };
    const phi = dispersionOf(known, index);
    return { ...boundary, phi, share, required, watchLimit: watchLimit(strategy, share) };
  });
  const spreads = boundaries.map(({ index }, at) => spreadOf(known, index, series[at]?.phi ?? 1) ?? 0);
  return {
    name,
    kind: 'histogram' in metric ? 'histogram' : 'ratio',
    series,
    dryRun: metric['dry-run'],
    traffic: trafficOf(past, name),
    weight: 0,
    tau: Math.max(...spreads),
    ...(max === undefined ? {} : { max: max / 100 }),
  };
}

/** Returns the only boundary of a ratio, which has a single number of bad requests. */
function whole(past: MetricPast): Boundary {
  const { total, bad } = sumOfPast(past, 0);
  return { index: 0, share: total > 0 ? bad / total : 0, required: true };
}
