import { mapValues } from '../toolkit/map.ts';
import { isLate, lagAfter } from './arrival.ts';
import { type Counts, type EProcess, emptyEProcess, noCounts } from './eprocess.ts';
import { advanceMetric } from './evidence.ts';
import type { Gap } from './gap.ts';
import type { GatePolicy } from './policy.ts';
import { type Arrived, nothingArrived } from './split.ts';
import type { Tick } from './tick.ts';
import { warmOnly } from './warm-up.ts';

export { judge, judgeUnread, type Unread } from './judge.ts';

/** The state of the gate: plain data, bounded, the same after a round trip through JSON. */
export interface GateState {
  schema: 1;
  startedAt: number;
  /** When steps and bake must be over, in ms since the epoch. */
  deadlineAt: number;
  stage: number;
  /**
   * When the weight of the stage was set; missing in states of versions that did not wait for it to arrive. Skipped time moves it, and
   * `enteredAt`.
   */
  setAt?: number;
  /** When the stage started to count: its weight was set, and the requests no longer showed that it had not arrived. */
  enteredAt: number;
  /** The longest time that a weight took to arrive, in ms, to the end of its tick; missing while all arrived at once. */
  lag?: number;
  /** The end of the newest tick, or the start of the stage; older requests are already counted, or are from before the weight changed. */
  lastAt: number;
  /** Ticks since the stage started; the first one mixes two weights and is dropped. */
  ticks: number;
  /** Pods for each of which the evidence of harm without it is kept, too. */
  pods: string[];
  /** Pods of the canary that were judged in the newest tick. */
  judged: number;
  /** Pods that were found bad alone: their counts are no evidence about the version. */
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
  /** Continues through all stages. */
  harm: EProcess;
  /** The same without each of `pods`. */
  without: EProcess[];
  /** Of pods in their warm-up. */
  gross: EProcess;
  /** Restarts with each stage. */
  pass: EProcess;
  /** Against the metric's absolute limit, and in the watch against the limit from before the rollout. */
  limit: EProcess;
  watch: EProcess;
  /** Counts of the stage and of the whole rollout. */
  stage: Counts;
  total: Counts;
  /** The baseline's share of bad requests in the newest ticks. */
  shares: number[];
}

/** With many series, the evidence is kept without fewer pods, so that the state always fits into a ConfigMap. */
const mostWithout = (series: number) => Math.max(2, Math.min(24, Math.floor(400 / series)));

/**
 * Returns the state at the start of a rollout, in its first stage.
 *
 * @param at ms since the epoch; this and all later times are by one clock, that of Prometheus, as in the ticks
 */
export function beginGate(policy: GatePolicy, at: number): GateState {
  const seriesState = (): SeriesState => ({
    harm: emptyEProcess(),
    without: [],
    gross: emptyEProcess(),
    pass: emptyEProcess(),
    limit: emptyEProcess(),
    watch: emptyEProcess(),
    stage: noCounts,
    total: noCounts,
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
    setAt: at,
    enteredAt: at,
    lastAt: at,
    ticks: 0,
    pods: [],
    judged: 0,
    excluded: [],
    metrics: Object.fromEntries(metrics),
  };
}

/** Enters a stage with a new weight: the evidence that a stage is good restarts, the evidence of harm continues. */
export function enterStage(policy: GatePolicy, state: GateState, stage: number, at: number): GateState {
  if (policy.stages[stage] === undefined) throw new Error(`there is no stage ${stage}`);
  const metrics = mapValues(state.metrics, ({ series, arrived: _, gap: __, ...rest }) => ({
    ...rest,
    arrived: nothingArrived,
    counted: 0,
    series: series.map(each => ({ ...each, pass: emptyEProcess(), stage: noCounts })),
  }));
  return { ...state, stage, setAt: at, enteredAt: at, lastAt: Math.max(state.lastAt, at), ticks: 0, metrics };
}

/** Extends the deadline when a person lets the rollout continue. The evidence does not change. */
export function extendDeadline(state: GateState, deadlineAt: number): GateState {
  return { ...state, deadlineAt: Math.max(state.deadlineAt, Math.round(deadlineAt)) };
}

/** Excludes a pod that was bad alone and is being replaced: the evidence continues as if it had never existed. */
export function replacePod(state: GateState, pod: string): GateState {
  const index = state.pods.indexOf(pod);
  const drop = <T>(list: T[]) => list.filter((_, at) => at !== index);
  const metrics = mapValues(state.metrics, metric => ({
    ...metric,
    counted: 0,
    series: metric.series.map(each => ({
      ...each,
      harm: each.without[index] ?? each.harm,
      // The evidence without two pods was not kept; that without one of them is the best approximation.
      without: drop(each.without).map(() => each.without[index] ?? each.harm),
      gross: emptyEProcess(),
      pass: emptyEProcess(),
      limit: emptyEProcess(),
      stage: noCounts,
    })),
  }));
  return { ...state, pods: drop(state.pods), excluded: [...state.excluded, pod], metrics };
}

/** Counts nothing until `at`, because the traffic was divided differently: neither requests nor time. Earlier evidence stays. */
export function skipTo(state: GateState, at: number): GateState {
  const { enteredAt, setAt = enteredAt, lastAt } = state;
  const skipped = Math.max(0, at - lastAt);
  return { ...state, setAt: setAt + skipped, enteredAt: enteredAt + skipped, lastAt: lastAt + skipped };
}

/**
 * Adds one tick. The first tick of a stage, a tick of another stage and one that is not newer are no evidence. While the weight has not
 * arrived, a tick is only evidence of harm, and the stage counts from its end.
 */
export function advance(policy: GatePolicy, state: GateState, tick: Tick): GateState {
  const stage = policy.stages[state.stage];
  // A tick without counts may have the time of another clock, and has nothing that could be counted twice.
  const counted = Object.values(tick.readings).some(({ kind }) => kind === 'counts');
  if (stage === undefined || tick.stage !== state.stage || (counted && tick.at <= state.lastAt)) return state;
  const late = isLate(policy, state, tick);
  const next: GateState = {
    ...state,
    ...(late ? { enteredAt: tick.at } : lagAfter(policy, state, tick)),
    lastAt: Math.max(state.lastAt, tick.at),
    ticks: state.ticks + 1,
  };
  if (next.ticks === 1) return next;
  const pods = podsAfter(policy, state, tick);
  const metrics = policy.metrics.map(metric => {
    const before = state.metrics[metric.name];
    if (before === undefined) throw new Error(`the state knows no metric ${metric.name}`);
    const reading = tick.readings[metric.name] ?? { kind: 'absent', track: 'canary' };
    return [
      metric.name,
      advanceMetric({ policy, stage, state, pods, metric, late }, before, reading, tick),
    ] as const;
  });
  return {
    ...next,
    pods,
    judged: warmCanaryPods(policy, state, tick).length,
    metrics: Object.fromEntries(metrics),
  };
}

/** Returns `state.pods` with the new pods of this tick, as far as there is room. */
function podsAfter(policy: GatePolicy, state: GateState, tick: Tick): string[] {
  const series = policy.metrics.reduce((sum, metric) => sum + metric.series.length, 0);
  const seen = warmCanaryPods(policy, state, tick).filter(pod => !state.pods.includes(pod));
  return [...state.pods, ...seen].slice(0, Math.max(state.pods.length, mostWithout(series)));
}

function warmCanaryPods(policy: GatePolicy, state: GateState, tick: Tick): string[] {
  const names = Object.values(tick.readings).flatMap(reading =>
    reading.kind === 'counts' ? warmOnly(policy, reading.canary).map(each => each.pod) : [],
  );
  return [...new Set(names)].filter(pod => !state.excluded.includes(pod)).sort();
}
