import { type Counts, type EProcess, emptyEProcess, update } from './eprocess.ts';
import { type Gap, gapAfter } from './gap.ts';
import { grossOptions, harmOptions, limitOptions, marginAt, passOptions } from './margins.ts';
import {
  type GatePolicy,
  horizonOf,
  type MetricPolicy,
  type SeriesPolicy,
  type StagePolicy,
} from './policy.ts';
import { type Arrived, arrivedAfter, nothingArrived } from './split.ts';
import type { PodCounts, Reading, Tick } from './tick.ts';
import { countsOf, sumOf, warmOnly, without } from './warm-up.ts';

export { judge } from './judge.ts';

/** All that judging on needs: plain data, bounded, the same after a round trip through JSON. */
export interface GateState {
  schema: 1;
  startedAt: number;
  /** When steps and bake must be over, in ms since the epoch. */
  deadlineAt: number;
  stage: number;
  enteredAt: number;
  /** End of the newest tick by Prometheus's clock, which is never compared with another; what is not newer was counted already. */
  lastAt: number;
  /** Ticks since the stage began; the first one mixes two weights and is dropped. */
  ticks: number;
  /** Pods without each of which the evidence of harm is kept too. */
  pods: string[];
  /** Pods of the canary that were judged in the newest tick. */
  judged: number;
  /** Pods that were found bad alone: what they count is not evidence about the version. */
  excluded: string[];
  metrics: Record<string, MetricState>;
}

export interface MetricState {
  series: SeriesState[];
  gap?: Gap;
  arrived: Arrived;
  /** Ticks of this stage that were evidence. */
  counted: number;
}

export interface SeriesState {
  /** Runs on through all stages. */
  harm: EProcess;
  /** The same without each of `pods`. */
  without: EProcess[];
  /** Of pods that warm up. */
  gross: EProcess;
  /** Begins anew with each stage. */
  pass: EProcess;
  /** Against the metric's plain limit, and in the watch against the limit of before and after. */
  limit: EProcess;
  watch: EProcess;
  /** Counts of the stage and of the whole rollout. */
  stage: Counts;
  total: Counts;
  /** The baseline's share of bad requests in the newest ticks. */
  shares: number[];
}

/** A state of many series keeps the evidence without fewer pods, so that a ConfigMap always holds it. */
const mostWithout = (series: number) => Math.max(2, Math.min(24, Math.floor(400 / series)));
const sharesKept = 41;
const none: Counts = { canaryBad: 0, canary: 0, baselineBad: 0, baseline: 0 };

/**
 * A rollout begins with its first stage.
 *
 * @param at ms since the epoch, by the clock that `judge` is given
 */
export function startGate(policy: GatePolicy, at: number): GateState {
  const seriesState = (): SeriesState => ({
    harm: emptyEProcess(),
    without: [],
    gross: emptyEProcess(),
    pass: emptyEProcess(),
    limit: emptyEProcess(),
    watch: emptyEProcess(),
    stage: none,
    total: none,
    shares: [],
  });
  const metrics = policy.metrics.map(metric => [
    metric.name,
    { series: metric.series.map(seriesState), arrived: nothingArrived, counted: 0 },
  ]);
  return {
    schema: 1,
    startedAt: at,
    deadlineAt: at + policy.deadline,
    stage: 0,
    enteredAt: at,
    lastAt: 0,
    ticks: 0,
    pods: [],
    judged: 0,
    excluded: [],
    metrics: Object.fromEntries(metrics),
  };
}

/** The weight changes: what shows that a stage is good begins anew, what shows harm runs on. */
export function enterStage(policy: GatePolicy, state: GateState, stage: number, at: number): GateState {
  if (policy.stages[stage] === undefined) throw new Error(`there is no stage ${stage}`);
  const metrics = mapValues(state.metrics, ({ series, arrived: _, gap: __, ...rest }) => ({
    ...rest,
    arrived: nothingArrived,
    counted: 0,
    series: series.map(each => ({ ...each, pass: emptyEProcess(), stage: none })),
  }));
  return { ...state, stage, enteredAt: at, ticks: 0, metrics };
}

/** A pod that was bad alone is being replaced: the evidence goes on as if it had never been there. */
export function replacePod(state: GateState, pod: string): GateState {
  const index = state.pods.indexOf(pod);
  const drop = <T>(list: T[]) => list.filter((_, at) => at !== index);
  const metrics = mapValues(state.metrics, metric => ({
    ...metric,
    counted: 0,
    series: metric.series.map(each => ({
      ...each,
      harm: each.without[index] ?? each.harm,
      // What is left without two pods was not kept; without one of them is nearer to it than nothing.
      without: drop(each.without).map(() => each.without[index] ?? each.harm),
      gross: emptyEProcess(),
      pass: emptyEProcess(),
      limit: emptyEProcess(),
      stage: none,
    })),
  }));
  return { ...state, pods: drop(state.pods), excluded: [...state.excluded, pod], metrics };
}

/** Takes in one tick. The first of a stage, one of another stage and one that is not newer are no evidence. */
export function advance(policy: GatePolicy, state: GateState, tick: Tick): GateState {
  const stage = policy.stages[state.stage];
  if (stage === undefined || tick.stage !== state.stage || tick.at <= state.lastAt) return state;
  const next = { ...state, lastAt: tick.at, ticks: state.ticks + 1 };
  if (next.ticks === 1) return next;
  const pods = podsAfter(policy, state, tick);
  const metrics = policy.metrics.map(metric => {
    const before = state.metrics[metric.name];
    if (before === undefined) throw new Error(`the state knows no metric ${metric.name}`);
    const reading = tick.readings[metric.name] ?? { kind: 'absent', track: 'canary' };
    return [
      metric.name,
      advanceMetric({ policy, stage, state, pods, metric }, before, reading, tick),
    ] as const;
  });
  return { ...next, pods, judged: judgedPods(policy, state, tick), metrics: Object.fromEntries(metrics) };
}

interface Context {
  policy: GatePolicy;
  stage: StagePolicy;
  state: GateState;
  pods: string[];
  metric: MetricPolicy;
}

function advanceMetric(context: Context, before: MetricState, reading: Reading, tick: Tick): MetricState {
  const { policy, state, metric } = context;
  const gap = gapAfter(before.gap, reading);
  if (reading.kind !== 'counts') return { ...before, ...(gap && { gap }) };
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
    arrived: arrivedAfter(before.arrived, reading, tick),
    counted: before.counted + (canary.length > 0 ? 1 : 0),
  };
}

interface Pods {
  canary: PodCounts[];
  cold: PodCounts[];
  baseline: PodCounts[];
  index: number;
}

function advanceSeries(context: Context, series: SeriesPolicy, old: SeriesState, pods: Pods): SeriesState {
  const { policy, stage, metric } = context;
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
    pass: isIncident(counts, old.shares) ? old.pass : update(pass, old.pass, counts),
    limit:
      metric.max !== undefined && index === 0
        ? update(limitOptions(metric.max, series.phi, horizon), old.limit, counts)
        : old.limit,
    watch:
      stage.kind === 'watch'
        ? update(limitOptions(series.watchLimit, series.phi, horizon), old.watch, counts)
        : old.watch,
    stage: sumOf(old.stage, counts),
    total: sumOf(old.total, counts),
    shares:
      share === undefined ? old.shares : [...old.shares, Number(share.toPrecision(3))].slice(-sharesKept),
  };
}

/**
 * Something that hits both tracks: the baseline is five times as bad as it usually is. Such a tick shows nothing good about the
 * candidate, and goes into HARM alone (leaving it out there because of the baseline would bias it).
 */
function isIncident({ baseline, baselineBad }: Counts, shares: number[]): boolean {
  if (baselineBad < 10) return false;
  const sorted = [...shares].sort((a, b) => a - b);
  return shares.length > 0 && baselineBad > 5 * (sorted[Math.floor(sorted.length / 2)] ?? 0) * baseline;
}

/** Those whose absence is followed, with the new ones of this tick as far as there is room. */
function podsAfter(policy: GatePolicy, state: GateState, tick: Tick): string[] {
  const series = policy.metrics.reduce((sum, metric) => sum + metric.series.length, 0);
  const seen = warmCanaryPods(policy, state, tick).filter(pod => !state.pods.includes(pod));
  return [...state.pods, ...seen].slice(0, Math.max(state.pods.length, mostWithout(series)));
}

const judgedPods = (policy: GatePolicy, state: GateState, tick: Tick): number =>
  warmCanaryPods(policy, state, tick).length;

function warmCanaryPods(policy: GatePolicy, state: GateState, tick: Tick): string[] {
  const names = Object.values(tick.readings).flatMap(reading =>
    reading.kind === 'counts' ? warmOnly(policy, reading.canary).map(each => each.pod) : [],
  );
  return [...new Set(names)].filter(pod => !state.excluded.includes(pod)).sort();
}

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
