import { defined } from '../toolkit/map.ts';
import { type Counts, logEvidence, logSum, noCounts } from './eprocess.ts';
import type { GateState, MetricState, SeriesState } from './gate.ts';
import { grossOptions, harmOptions, limitOptions, passOptions } from './margins.ts';
import type { GatePolicy, MetricPolicy } from './policy.ts';

/** The evidence about one metric, for the verdict and for reports (dry-run metrics included), in natural logarithms. */
export interface GateFinding {
  metric: string;
  dryRun: boolean;
  status: 'harmed' | 'suspect' | 'passed' | 'open' | 'missing';
  logHarm: number;
  /** Of this stage: the minimum of the required series. */
  logPass: number;
  /** Against the metric's absolute limit, and in the watch against the share before the rollout. */
  logLimit: number;
  logWatch: number;
  /** Whether it is shown to be good enough for this stage. */
  passed: boolean;
  /** Whether the share of this stage is above the absolute limit. */
  overMax: boolean;
  /** Whether counts are missing now for a reason other than idleness. */
  unread: boolean;
  /** Ticks of this stage that were evidence. */
  counted: number;
  /** Of a histogram: the boundary in seconds that shows the most harm; its counts of the whole rollout and of this stage. */
  boundary?: number;
  counts: Counts;
  stage: Counts;
  /** What `max` limits: the first boundary of a histogram, and its counts of this stage. */
  limited: { readonly boundary?: number; readonly stage: Counts };
  /** The limits as fractions, if any. */
  max?: number;
  watchLimit?: number;
}

/** The part of the evidence that pods in their warm-up may contribute. */
const grossPart = 0.1;

/** Returns the finding of each metric, in the order of the policy. */
export function findingsOf(policy: GatePolicy, state: GateState): GateFinding[] {
  return policy.metrics.map(metric => findingOf(policy, metric, stateOf(state, metric.name)));
}

/**
 * Returns the logarithm of the evidence that any metric is harmed. A weighted sum of e-processes is an e-process, so the chance of a
 * false alarm is valid for the whole rollout, however the metrics depend on each other.
 *
 * @param pod index of a pod in `state.pods`, to leave it out
 */
export function logHarmOf(policy: GatePolicy, state: GateState, pod?: number): number {
  const terms = policy.metrics
    .filter(({ dryRun }) => !dryRun)
    .map(metric => ({ weight: metric.weight, log: metricHarm(metric, stateOf(state, metric.name), pod) }));
  return logSum(terms);
}

function findingOf(policy: GatePolicy, metric: MetricPolicy, now: MetricState): GateFinding {
  const { name, dryRun, max } = metric;
  const logHarm = metricHarm(metric, now);
  const harms = now.series.map(each => seriesHarm(metric, each));
  const worst = Math.max(0, harms.indexOf(Math.max(...harms)));
  const required = now.series.filter((_, index) => metric.series[index]?.required);
  const logPass = Math.min(...required.map(each => logEvidence(passing, each.pass)));
  const passed = logPass >= -Math.log(policy.alpha.pass);
  const { boundary, watchLimit } = metric.series[worst] ?? {};
  const { stage = noCounts } = now.series[0] ?? {};
  const watched = now.series.map(each => ({ weight: 1 / now.series.length, log: limitEvidence(each.watch) }));
  return {
    metric: name,
    dryRun,
    status: statusOf(policy, metric, now, logHarm, passed),
    logHarm,
    logPass,
    logLimit: limitEvidence(now.series[0]?.limit),
    logWatch: logSum(watched),
    passed,
    overMax: max !== undefined && stage.canaryBad > max * stage.canary,
    unread: now.gap !== undefined && now.gap.missing !== 'idle',
    counted: now.counted,
    counts: now.series[worst]?.total ?? noCounts,
    stage: now.series[worst]?.stage ?? noCounts,
    limited: { stage, ...defined({ boundary: metric.series[0]?.boundary }) },
    ...defined({ boundary, max, watchLimit }),
  };
}

function statusOf(
  policy: GatePolicy,
  metric: MetricPolicy,
  now: MetricState,
  logHarm: number,
  passed: boolean,
): GateFinding['status'] {
  // A metric is named only by its own part of the chance of a false alarm.
  if (logHarm >= -Math.log(policy.alpha.harm * (metric.dryRun ? 1 : metric.weight))) return 'harmed';
  if (now.gap !== undefined) return 'missing';
  if (logHarm >= Math.log(policy.quiet)) return 'suspect';
  return passed ? 'passed' : 'open';
}

/** Returns the average over the series. */
function metricHarm(metric: MetricPolicy, { series }: MetricState, pod?: number): number {
  return logSum(series.map(each => ({ weight: 1 / series.length, log: seriesHarm(metric, each, pod) })));
}

function seriesHarm(metric: MetricPolicy, series: SeriesState, pod?: number): number {
  const harm = logEvidence(harming, pod === undefined ? series.harm : (series.without[pod] ?? series.harm));
  if (metric.kind !== 'ratio') return harm;
  return logSum([
    { weight: 1 - grossPart, log: harm },
    { weight: grossPart, log: logEvidence(grossing, series.gross) },
  ]);
}

const limitEvidence = (limit: SeriesState['limit'] | undefined) =>
  limit === undefined ? 0 : logEvidence(limiting, limit);

/** Only the weights of the grids matter here; margin, dispersion and cap are already in the bets. */
const plain = { phi: 1, tau: 0, pods: 1, baselinePods: 1 };
const harming = harmOptions('ratio', plain, 2);
const passing = passOptions({ ratio: 1, points: 0 }, plain);
const grossing = grossOptions(1, 2);
const limiting = limitOptions(0, 1, 2);

function stateOf(state: GateState, name: string): MetricState {
  const metric = state.metrics[name];
  if (metric === undefined) throw new Error(`the state knows no metric ${name}`);
  return metric;
}
