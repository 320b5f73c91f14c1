import type { DecisionRecord } from '../decision/schema.ts';
import { niceTop } from './axis.ts';
import { downsample } from './downsample.ts';
import { type Chart, type Line, xychart } from './mermaid.ts';
import {
  evidencePoints,
  lastMinute,
  type MetricSeries,
  metricSeries,
  minuteOf,
  type Point,
  thresholds,
  weightAt,
  weightSteps,
} from './series.ts';

/** Draws the plots of a decision record for the job summary. */

/** Points of a line. With more, GitHub draws the page slowly. */
const mostPoints = 60;

/** Returns the charts, each as Markdown. */
export function summaryCharts(record: DecisionRecord): string[] {
  const judged = record.ticks.length > 1;
  return [
    weightChart(record),
    ...(judged ? metricSeries(record).map(series => rateChart(record, series)) : []),
    ...(judged ? [evidenceChart(record)] : []),
  ].filter(chart => chart !== '');
}

/** Samples the whole rollout evenly, because ticks end before the promotion. */
function weightChart(record: DecisionRecord): string {
  const steps = weightSteps(record);
  const last = lastMinute(record);
  if (steps.length === 0 || last === 0) return '';
  const minutes = Array.from({ length: mostPoints }, (_, index) => (index * last) / (mostPoints - 1));
  const asked = minutes.map(minute => weightAt(steps, minute));
  const lines: Line[] = [{ name: 'weight', color: 'purple', values: asked }];
  if (record.ticks.some(({ share }) => share !== undefined)) {
    // Where no share was measured, the line shows the weight, because it cannot have a gap.
    const arrived = minutes.map(
      (minute, index) => measuredShare(record, minute, asked[index]) ?? asked[index] ?? 0,
    );
    lines.push({ name: 'measured share', color: 'orange', values: arrived });
  }
  return xychart({
    title: 'Traffic of the candidate',
    x: { name: 'minutes', from: 0, to: last },
    y: {
      name: 'percent',
      from: 0,
      to: niceTop(lines.flatMap(({ values }) => values).reduce((a, b) => Math.max(a, b), 0)),
    },
    lines,
  });
}

/** Returns the share that was measured closest to a moment: within a minute, and at the same weight. */
function measuredShare(
  record: DecisionRecord,
  minute: number,
  weight: number | undefined,
): number | undefined {
  const distance = ({ at }: { at: number }) => Math.abs(minuteOf(record, at) - minute);
  const [first, ...others] = record.ticks.filter(
    each => each.share !== undefined && each.weight === weight && distance(each) <= 1,
  );
  if (first === undefined) return undefined;
  return others.reduce((best, each) => (distance(each) < distance(best) ? each : best), first).share;
}

function rateChart(record: DecisionRecord, { title, canary, baseline }: MetricSeries): string {
  const lines: Line[] = [
    { name: 'candidate', color: 'orange', values: drawable(canary) },
    { name: 'baseline', color: 'blue', values: drawable(baseline) },
  ];
  return chartOf(record, title, 'percent of requests', lines, canary);
}

function evidenceChart(record: DecisionRecord): string {
  const { harm, pass } = evidencePoints(record);
  const limits = thresholds(record);
  // Clipped at -1: evidence below a tenth means nothing, and would compress the rest of the chart.
  const values = (points: readonly Point[], limit: number) =>
    drawable(points).map(value => Math.max(-1, Math.min(value, limit + 2)));
  const level = (value: number) => drawable(harm).map(() => value);
  const lines: Line[] = [
    { name: 'harm', color: 'red', values: values(harm, limits.harm) },
    { name: `fails at ${odds(limits.harm)}`, color: 'purple', values: level(limits.harm) },
    { name: 'good, weakest metric', color: 'green', values: values(withoutBreaks(pass), limits.pass) },
    { name: `stage passes at ${odds(limits.pass)}`, color: 'blue', values: level(limits.pass) },
  ];
  return chartOf(record, 'Evidence', 'log10 of the odds', lines, harm);
}

const odds = (power: number): string => `${Number(power.toFixed(1))} (${Math.round(10 ** power)} to 1)`;

function chartOf(
  record: DecisionRecord,
  title: string,
  unit: string,
  lines: Line[],
  points: readonly Point[],
): string {
  const values = lines.flatMap(line => line.values);
  const least = Math.min(0, ...values);
  const first = record.ticks[0]?.at ?? record.startedAt;
  const chart: Chart = {
    title,
    x: { name: 'minutes', from: minuteOf(record, first), to: points.at(-1)?.minute ?? 1 },
    y: { name: unit, from: least, to: niceTop(Math.max(...values)) },
    lines,
  };
  return xychart(chart);
}

/** Removes the gaps between stages, which this kind of chart cannot draw. Leaves one point for each tick. */
const withoutBreaks = (points: readonly Point[]) =>
  points.filter((point, index) => point.value !== undefined || points[index + 1]?.minute !== point.minute);

/** Thins the points, and fills each gap with the value before it. */
function drawable(points: readonly Point[]): number[] {
  const values = points.map(({ value }) => value);
  let last = values.find(value => value !== undefined) ?? 0;
  return downsample(values, mostPoints).map(index => {
    last = values[index] ?? last;
    return last;
  });
}
