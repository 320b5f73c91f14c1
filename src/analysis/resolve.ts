import type { Gate, Metric, Strategy } from '../config/types.ts';
import { dispersionOf } from './dispersion.ts';
import { type History, sumOfHistory, trafficOf } from './history.ts';
import { boundariesOf } from './latency.ts';
import { profiles } from './margins.ts';
import type { GatePolicy, MetricPolicy, SeriesPolicy, StagePolicy } from './policy.ts';
import { type Sizing, sizingOf } from './sizing.ts';
import { spreadOf } from './spread.ts';

export type Judged = Extract<Strategy, { kind: 'canary' | 'blue-green' }>;

/** Looks that a stage lasts at least: a minute at the usual tick of 15 s. */
const leastLooks = 4;
/** Looks without an answer, and without data: a minute, and five, at the usual tick. */
const patience = { provider: 3, absent: 20 };

/**
 * How this rollout will be judged, and what that will take, from slipway.yml and from what the baseline did in the hour before.
 *
 * @param gate of slipway.yml; blue-green is judged without a baseline beside it, by limits alone
 * @param history may be empty; then dispersion is 1 and the first boundaries of a histogram have to be written
 */
export function policyOf(
  gate: Gate,
  strategy: Judged,
  history: History,
): { policy: GatePolicy; sizing: Sizing } {
  const metrics = gate.metrics.map(metric => metricPolicy(metric, strategy, history));
  const consequent = metrics.filter(metric => !metric.dryRun).length;
  const traffic = Math.max(0, ...gate.metrics.map(({ name }) => trafficOf(history, name)));
  const open: Omit<GatePolicy, 'profile' | 'margin'> = {
    schema: 1,
    tick: gate.tick,
    warmUp: gate['warm-up'],
    deadline: strategy.deadline,
    onInconclusive: strategy.kind === 'canary' ? strategy['on-inconclusive'] : 'undo',
    stages: stagesOf(strategy, gate.tick),
    metrics: metrics.map(metric => ({ ...metric, weight: metric.dryRun ? 0 : 1 / consequent })),
    alpha: { harm: 0.01, pass: 0.05 },
    quiet: 5,
    withoutPod: 3,
    podLocal: 1e4,
    patience,
    traffic,
  };
  const sizing = sizingOf(open, gate.profile);
  return { policy: { ...open, profile: sizing.profile, margin: profiles[sizing.profile] }, sizing };
}

function stagesOf(strategy: Judged, tick: number): StagePolicy[] {
  const watch: StagePolicy = { kind: 'watch', weight: 100, dwell: strategy.watch };
  if (strategy.kind === 'blue-green') return [watch];
  const { steps, bake } = strategy;
  return [
    ...steps.map((weight): StagePolicy => ({ kind: 'step', weight, dwell: leastLooks * tick })),
    { kind: 'bake', weight: bake.weight, dwell: bake.for },
    watch,
  ];
}

/** What the watch takes for harm. After a canary only what is gross; blue-green has nothing else. */
const watchLimit = (strategy: Judged, share: number) =>
  Math.min(0.9, strategy.kind === 'canary' ? 5 * share + 0.02 : 2 * share + 0.01);

function metricPolicy(metric: Metric, strategy: Judged, history: History): MetricPolicy {
  const past = history.metrics[metric.name];
  const boundaries =
    'histogram' in metric
      ? boundariesOf(past, metric.slow)
      : [{ index: 0, seconds: undefined, share: shareOf(past), required: true }];
  const series = boundaries.map(({ index, seconds, share, required }): SeriesPolicy => {
    const phi = past === undefined || index < 0 ? 1 : dispersionOf(past, index);
    const boundary = seconds === undefined ? {} : { boundary: seconds };
    return { ...boundary, phi, share, required, watchLimit: watchLimit(strategy, share) };
  });
  const spreads = boundaries.map(({ index }, at) =>
    past === undefined || index < 0 ? undefined : spreadOf(past, index, series[at]?.phi ?? 1),
  );
  const { name, max } = metric;
  return {
    name,
    kind: 'histogram' in metric ? 'histogram' : 'ratio',
    series,
    dryRun: metric['dry-run'],
    weight: 0,
    tau: Math.max(0, ...spreads.map(spread => spread ?? 0)),
    ...(max === undefined ? {} : { max: max / 100 }),
  };
}

function shareOf(past: History['metrics'][string] | undefined): number {
  if (past === undefined) return 0;
  const { total, bad } = sumOfHistory(past, 0);
  return total > 0 ? bad / total : 0;
}
