import type { Reading, Track } from '../analysis/tick.ts';
import type { DecisionRecord, TickRow } from '../decision/schema.ts';

/** Computes the values of the plots over time, in minutes since the rollout started. */

/** `value` is undefined where nothing was measured. */
export interface Point {
  minute: number;
  value: number | undefined;
}

/** The time of one phase or step. */
export interface Band {
  from: number;
  to: number;
  phase: string;
  /** Such as `25 %` or `rollback`. */
  label: string;
}

/** A metric, or one boundary of a histogram. */
export interface MetricSeries {
  name: string;
  /** Index into `bad`. */
  index: number;
  /** `errors`, or `latency: slower than 0.3 s`. */
  title: string;
  canary: Point[];
  baseline: Point[];
}

/** The two versions that a gate compares. */
export const tracks = ['canary', 'baseline'] as const;

/** Requests of a track. */
export interface Counted {
  bad: number;
  total: number;
}

const log10 = (natural: number) => natural / Math.LN10;

/** Whether the release was a rolling update, without a traffic split and without a gate. */
export const isRolling = ({ strategy, rolled }: Pick<DecisionRecord, 'strategy' | 'rolled'>): boolean =>
  rolled === true || strategy.kind === 'rolling';

/** Returns the minutes since the rollout started. */
export const minuteOf = ({ startedAt }: DecisionRecord, at: number) => Math.max(0, (at - startedAt) / 60_000);

/** Returns the minute of the last entry in the record. */
export function lastMinute(record: DecisionRecord): number {
  const times = [
    record.startedAt,
    ...record.timeline.map(({ at }) => at),
    ...record.ticks.map(({ at }) => at),
    ...(record.end === undefined ? [] : [record.end.at]),
  ];
  const last = times.reduce((latest, at) => Math.max(latest, at), 0);
  return minuteOf(record, last);
}

/** Returns the phases and steps in order. */
export function bandsOf(record: DecisionRecord): Band[] {
  const end = lastMinute(record);
  const bands: Band[] = [];
  for (const { at, phase, weight } of record.timeline) {
    const label = labelOf(phase, weight ?? 0, isRolling(record));
    const before = bands.at(-1);
    const from = minuteOf(record, at);
    if (before?.label === label) continue;
    if (before !== undefined) before.to = from;
    bands.push({ from, to: end, phase, label });
  }
  return bands.filter(({ from, to }) => to > from);
}

function labelOf(phase: string, weight: number, rolls: boolean): string {
  switch (phase) {
    case 'prepared':
      return 'start';
    case 'stepping':
      return `${weight} %`;
    case 'baking':
      return `bake ${weight} %`;
    case 'promoting':
      return rolls ? 'update' : 'promote';
    case 'watching':
      return 'watch';
    case 'rolling-back':
      return 'rollback';
    default:
      return phase;
  }
}

/** Returns the weight over time; each point holds until the next. */
export function weightSteps(record: DecisionRecord): Point[] {
  const asked = record.timeline.flatMap(({ at, weight }) =>
    weight === undefined ? [] : [{ minute: minuteOf(record, at), value: weight }],
  );
  const last = asked.at(-1);
  return last === undefined
    ? []
    : [{ minute: 0, value: 0 }, ...asked, { ...last, minute: lastMinute(record) }];
}

/** Returns the measured share over time, with a gap at each change of the weight. */
export function sharePoints(record: DecisionRecord): Point[] {
  return byStage(record, ({ share }) => share);
}

/** Returns a value for each tick, with a gap between two stages, because their values are not related. */
function byStage(record: DecisionRecord, value: (row: TickRow) => number | undefined): Point[] {
  return record.ticks.flatMap((row, index) => {
    const minute = minuteOf(record, row.at);
    const before = record.ticks[index - 1];
    const gap = before === undefined || before.stage === row.stage ? [] : [{ minute, value: undefined }];
    return [...gap, { minute, value: value(row) }];
  });
}

/** Returns the weight at a moment. */
export function weightAt(steps: readonly Point[], minute: number): number {
  return steps.findLast(step => step.minute <= minute)?.value ?? 0;
}

/** Returns the bad requests of both tracks in percent, for each metric and boundary, with neighboring ticks combined. */
export function metricSeries(record: DecisionRecord): MetricSeries[] {
  const windows = windowsOf(record);
  return metricsOf(record).map(metric => {
    const points = (track: Track) =>
      windows.map(({ minute, rows }) => ({ minute, value: rateOf(rows, metric, track) }));
    return { ...metric, canary: points('canary'), baseline: points('baseline') };
  });
}

/** Returns the bad requests of a track in these ticks, in percent; undefined without requests. */
export function rateOf(rows: readonly TickRow[], metric: CountedMetric, track: Track): number | undefined {
  const { bad, total } = countsOf(rows, metric, track);
  return total === 0 ? undefined : (100 * bad) / total;
}

type CountedMetric = Pick<MetricSeries, 'name' | 'index'>;

/** Returns the bad requests and all requests of a track in these ticks; none without a metric. */
export function countsOf(rows: readonly TickRow[], metric: CountedMetric | undefined, track: Track): Counted {
  const pods = rows.flatMap(({ readings }) => countedPods(metric && readings[metric.name], track));
  return {
    bad: pods.reduce((sum, { bad }) => sum + (bad[metric?.index ?? 0] ?? 0), 0),
    total: pods.reduce((sum, { total }) => sum + total, 0),
  };
}

/** Returns the pods of a track in a reading; none when the reading has no counts. */
export function countedPods(reading: Reading | undefined, track: Track) {
  return reading?.kind === 'counts' ? reading[track] : [];
}

/** Returns each metric, and each boundary of a histogram, with a title. */
export function metricsOf(record: DecisionRecord): Pick<MetricSeries, 'name' | 'index' | 'title'>[] {
  const names = [
    ...new Set([
      ...(record.gate?.metrics ?? []).map(({ name }) => name),
      ...record.ticks.flatMap(({ readings }) => Object.keys(readings)),
    ]),
  ];
  return names.flatMap(name => {
    const boundaries = boundariesOf(record, name);
    const width = Math.max(
      1,
      boundaries.length,
      record.ticks.reduce((most, row) => Math.max(most, widthOf(row.readings[name])), 0),
    );
    return Array.from({ length: width }, (_, index) => ({
      name,
      index,
      title: titleOf(name, boundaries[index], index, width),
    }));
  });
}

function titleOf(name: string, boundary: number | undefined, index: number, width: number): string {
  if (boundary !== undefined) return `${name}: slower than ${boundary} s`;
  return width === 1 ? name : `${name}: boundary ${index + 1}`;
}

function boundariesOf({ judging, gate }: DecisionRecord, name: string): number[] {
  const series = judging?.policy.metrics.find(each => each.name === name)?.series ?? [];
  const chosen = series.flatMap(({ boundary }) => (boundary === undefined ? [] : [boundary]));
  if (chosen.length > 0) return chosen;
  const slow = gate?.metrics.find(each => each.name === name)?.slow;
  return Array.isArray(slow) ? slow.filter(each => typeof each === 'number') : [];
}

function widthOf(reading: Reading | undefined): number {
  const pods = [...countedPods(reading, 'canary'), ...countedPods(reading, 'baseline')];
  return pods.reduce((most, { bad }) => Math.max(most, bad.length), 0);
}

/** Returns the evidence after each tick, in powers of ten: of harm, and of the metric with the weakest evidence of being good. */
export function evidencePoints(record: DecisionRecord): { harm: Point[]; pass: Point[] } {
  const dry = dryRuns(record);
  return {
    harm: record.ticks.map(({ at, evidence }) => ({
      minute: minuteOf(record, at),
      value: evidence === undefined ? undefined : log10(evidence.harm),
    })),
    pass: byStage(record, ({ evidence }) => {
      const judged = Object.entries(evidence?.metrics ?? {}).filter(([name]) => !dry.has(name));
      return judged.length === 0 ? undefined : log10(Math.min(...judged.map(([, { pass }]) => pass)));
    }),
  };
}

/** Returns the names of metrics in dry run, which do not affect the verdict. */
function dryRuns({ gate }: DecisionRecord): Set<string> {
  return new Set((gate?.metrics ?? []).filter(each => each['dry-run'] === true).map(({ name }) => name));
}

/** Returns the evidence at which a release fails, and a stage passes, in powers of ten. */
export function thresholds({ judging }: DecisionRecord): { harm: number; pass: number } {
  const { harm, pass } = judging?.policy.alpha ?? { harm: 0.01, pass: 0.05 };
  return { harm: -Math.log10(harm), pass: -Math.log10(pass) };
}

interface Window {
  minute: number;
  rows: TickRow[];
}

/** Requests of the candidate that a window should have. Windows are not enlarged for that below `2 * fewest` of them. */
const enough = 100;
const fewest = 16;

/** Combines ticks of one stage into windows of a minute, or longer with little traffic, because shorter ones would show only noise. */
function windowsOf(record: DecisionRecord): Window[] {
  const tick = Math.max(1, record.gate?.tick ?? 15_000);
  const [metric] = metricsOf(record);
  for (let size = Math.max(1, Math.round(60_000 / tick)); ; size *= 2) {
    const windows = joined(record, size);
    const totals = windows.map(({ rows }) => countsOf(rows, metric, 'canary').total);
    const median = totals.sort((a, b) => a - b)[Math.floor(totals.length / 2)] ?? 0;
    if (median >= enough || windows.length <= 2 * fewest) return windows;
  }
}

function joined(record: DecisionRecord, size: number): Window[] {
  const windows: TickRow[][] = [];
  for (const row of record.ticks) {
    const window = windows.at(-1);
    const first = window?.[0];
    const same =
      first?.stage === row.stage && first.weight === row.weight && isCounted(first) === isCounted(row);
    if (window !== undefined && window.length < size && same) window.push(row);
    else windows.push([row]);
  }
  const middle = (rows: TickRow[]) => ((rows[0]?.at ?? 0) + (rows.at(-1)?.at ?? 0)) / 2;
  return windows.map(rows => ({ minute: minuteOf(record, middle(rows)), rows }));
}

const isCounted = ({ readings }: TickRow) => Object.values(readings).some(({ kind }) => kind === 'counts');
