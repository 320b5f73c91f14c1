import { type Counts, update } from './eprocess.ts';
import { gapAfter } from './gap.ts';
import type { GateState, MetricState, SeriesState } from './gate.ts';
import { grossOptions, harmOptions, limitOptions, marginAt, passOptions } from './margins.ts';
import {
  type GatePolicy,
  horizonOf,
  type MetricPolicy,
  type SeriesPolicy,
  type StagePolicy,
} from './policy.ts';
import { arrivedAfter, nothingArrived } from './split.ts';
import type { PodCounts, Reading, Tick } from './tick.ts';
import { countsOf, sumOf, warmOnly, without } from './warm-up.ts';

const sharesKept = 41;

/** The context in which a tick is evaluated. */
export interface Context {
  policy: GatePolicy;
  stage: StagePolicy;
  state: GateState;
  pods: string[];
  metric: MetricPolicy;
  /** The weight has not arrived, so the tick is no evidence that the candidate is good. */
  late: boolean;
}

/** Updates the state of one metric with its reading in one tick. */
export function advanceMetric(
  context: Context,
  before: MetricState,
  reading: Reading,
  tick: Tick,
): MetricState {
  const { policy, state, metric, late } = context;
  const gap = gapAfter(before.gap, reading);
  const anew = late ? { arrived: nothingArrived } : {};
  if (reading.kind !== 'counts') return { ...before, ...anew, ...(gap && { gap }) };
  const { gap: _, ...rest } = before;
  const judged = reading.canary.filter(pod => !state.excluded.includes(pod.pod));
  const canary = warmOnly(policy, judged);
  const cold = judged.filter(pod => !canary.includes(pod));
  const baseline = warmOnly(policy, reading.baseline);
  const series = metric.series.map((each, index) => {
    const old = before.series[index];
    if (old === undefined) throw new Error(`the state knows no boundary ${index} of ${metric.name}`);
    return advanceSeries(context, each, old, { canary, cold, baseline, index });
  });
  return {
    ...rest,
    ...(gap && { gap }),
    series,
    arrived: late ? nothingArrived : arrivedAfter(before.arrived, reading, tick),
    counted: before.counted + (canary.length > 0 && !late ? 1 : 0),
  };
}

interface Pods {
  canary: PodCounts[];
  cold: PodCounts[];
  baseline: PodCounts[];
  index: number;
}

function advanceSeries(context: Context, series: SeriesPolicy, old: SeriesState, pods: Pods): SeriesState {
  const { policy, stage, metric, late } = context;
  const { canary, cold, baseline, index } = pods;
  const counts = countsOf(canary, baseline, index);
  const horizon = horizonOf(policy);
  const spread = {
    phi: series.phi,
    tau: metric.tau,
    pods: Math.max(1, canary.length),
    baselinePods: Math.max(1, baseline.length),
  };
  const harm = harmOptions(metric.kind, spread, horizon);
  const pass = passOptions(marginAt(policy.margin, metric.kind, stage.weight), spread);
  const share = counts.baseline > 0 ? counts.baselineBad / counts.baseline : undefined;
  const cool = countsOf(cold, baseline, index);
  return {
    harm: stage.kind === 'watch' ? old.harm : update(harm, old.harm, counts),
    without:
      stage.kind === 'watch'
        ? old.without
        : context.pods.map((pod, at) =>
            update(harm, old.without[at] ?? old.harm, countsOf(without(canary, pod), baseline, index)),
          ),
    gross: metric.kind === 'ratio' ? update(grossOptions(series.phi, horizon), old.gross, cool) : old.gross,
    pass: late || isIncident(counts, old.shares) ? old.pass : update(pass, old.pass, counts),
    limit:
      metric.max !== undefined && index === 0
        ? update(limitOptions(metric.max, series.phi, horizon), old.limit, counts)
        : old.limit,
    watch:
      stage.kind === 'watch'
        ? update(limitOptions(series.watchLimit, series.phi, horizon), old.watch, counts)
        : old.watch,
    stage: late ? old.stage : sumOf(old.stage, counts),
    total: sumOf(old.total, counts),
    shares:
      share === undefined ? old.shares : [...old.shares, Number(share.toPrecision(3))].slice(-sharesKept),
  };
}

/**
 * Whether an incident hits both tracks: the baseline is five times as bad as usual. Such a tick does not show that the candidate is good,
 * and counts only for HARM (leaving it out there because of the baseline would bias the test).
 */
function isIncident({ baseline, baselineBad }: Counts, shares: number[]): boolean {
  if (baselineBad < 10) return false;
  const sorted = [...shares].sort((a, b) => a - b);
  return shares.length > 0 && baselineBad > 5 * (sorted[Math.floor(sorted.length / 2)] ?? 0) * baseline;
}
