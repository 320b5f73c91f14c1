import type { DecisionRecord } from '../decision/schema.ts';
import { niceTop } from './axis.ts';
import { percentage } from './figures.ts';
import { forestSvg } from './forest.ts';
import { type Html, html } from './html.ts';
import { type Plot, type PlotLine, plotSvg, type Tone } from './plot.ts';
import {
  bandsOf,
  evidencePoints,
  lastMinute,
  type MetricSeries,
  minuteOf,
  type Point,
  rateOf,
  sharePoints,
  thresholds,
  tracks,
  weightSteps,
} from './series.ts';

/** Draws the plots of the report, each with a title and an explanation. */

/** Draws a plot. All plots have the same time axis, so that they can be compared. */
function plotOf(
  record: DecisionRecord,
  description: string,
  unit: string,
  lines: readonly PlotLine[],
  rest: Partial<Pick<Plot, 'limits' | 'y'>> = {},
): Html {
  const top = highestOf(lines.flatMap(({ points }) => points));
  const plot: Plot = {
    description,
    from: 0,
    to: lastMinute(record),
    y: rest.y ?? { from: 0, to: niceTop(top), unit },
    bands: bandsOf(record),
    lines,
    limits: rest.limits ?? [],
  };
  return html`${legend(lines)}${plotSvg(plot)}`;
}

const valuesOf = (points: readonly Point[]) =>
  points.flatMap(({ value }) => (value === undefined ? [] : [value]));

/** Returns the highest value of points, or 0 if that is higher. */
const highestOf = (points: readonly Point[]) => valuesOf(points).reduce((a, b) => Math.max(a, b), 0);

function legend(lines: readonly PlotLine[]): Html {
  return html`<ul class="legend">${lines
    .filter(({ shape }) => shape !== 'dots')
    .map(
      ({ name, tone, shape }) => html`<li class="${tone}${shape === 'thin' ? ' faint' : ''}">${name}</li>`,
    )}</ul>`;
}

const lineOf = (
  name: string,
  tone: Tone,
  points: readonly Point[],
  text: PlotLine['text'] = percentage,
  shape: PlotLine['shape'] = 'line',
): PlotLine => ({ name, tone, shape, points, text });

/** Draws the weight and the measured share of the candidate. */
export function trafficSection(record: DecisionRecord): Html | undefined {
  const steps = weightSteps(record);
  if (steps.length === 0) return undefined;
  const shares = sharePoints(record);
  const measured = shares.some(({ value }) => value !== undefined);
  const lines = [
    lineOf('weight', 'quiet', steps, value => `${value} %`, 'steps'),
    ...(measured ? [lineOf('measured share', 'candidate', shares)] : []),
  ];
  return html`<section><h2>Traffic of the candidate</h2><p>The weight that the router was set to, and the share of requests that really reached the candidate.</p>
${plotOf(record, 'Traffic of the candidate over time', '%', lines)}</section>`;
}

export function metricSection(record: DecisionRecord, series: MetricSeries): Html {
  const [canary, baseline] = tracks.map(track =>
    record.ticks.map(row => ({ minute: minuteOf(record, row.at), value: rateOf([row], series, track) })),
  ) as [Point[], Point[]];
  const joined = [...series.canary, ...series.baseline];
  const values = valuesOf([...joined, ...canary, ...baseline]).sort((a, b) => a - b);
  // A tick of few requests may be far above all others, so the axis fits the lines and 98 of 100 dots.
  const top = niceTop(Math.max(highestOf(joined), values[Math.floor(values.length * 0.98)] ?? 0));
  const lines = [
    lineOf('single ticks', 'baseline', baseline, percentage, 'dots'),
    lineOf('single ticks', 'candidate', canary, percentage, 'dots'),
    lineOf('baseline', 'baseline', series.baseline),
    lineOf('candidate', 'candidate', series.canary),
  ];
  return html`<section><h2>${series.title}</h2><p>Percent of the requests of each version. Lines combine neighboring ticks, dots are single ticks, a gap is a time without data.</p>
${plotOf(record, `${series.title} of candidate and baseline over time`, '%', lines, { y: { from: 0, to: top, unit: '%' } })}</section>`;
}

export function evidenceSection(record: DecisionRecord): Html | undefined {
  if (!record.ticks.some(({ evidence }) => evidence !== undefined)) return undefined;
  const { harm, pass } = evidencePoints(record);
  const limits = thresholds(record);
  const text = (value: number) => `${Number((10 ** value).toPrecision(2))} to 1`;
  const names = [...new Set(record.ticks.flatMap(({ evidence }) => Object.keys(evidence?.metrics ?? {})))];
  const single = names.map(name => {
    const points = record.ticks.map(({ at, evidence }) => {
      const value = evidence?.metrics[name]?.harm;
      return { minute: minuteOf(record, at), value: value === undefined ? undefined : value / Math.LN10 };
    });
    return lineOf(`harm by ${name}`, 'harm', points, text, 'thin');
  });
  const lines = [
    ...(names.length > 1 ? single : []),
    lineOf('good (weakest metric; restarts with each step)', 'good', pass, text),
    lineOf('harm (all metrics together)', 'harm', harm, text),
  ];
  const highest = Math.max(limits.harm, highestOf([...harm, ...pass]));
  return html`<section><h2>Evidence</h2><p>In powers of ten: 2 means 100 to 1. If the candidate were not worse, evidence of 2 for harm would appear in at most 1 of 100 rollouts, no matter how often it is read.</p>
${plotOf(record, 'Evidence over time with its thresholds', '10ⁿ', lines, {
  y: { from: -1, to: Math.min(limits.harm + 3, Math.ceil(highest + 0.3)), unit: '10ⁿ' },
  limits: [
    { value: limits.harm, label: 'harm above this line: roll back', tone: 'harm' },
    { value: limits.pass, label: 'good above this line: the step passes', tone: 'good' },
  ],
})}</section>`;
}

export function forestSection({ findings }: DecisionRecord): Html | undefined {
  const svg = forestSvg(findings);
  if (svg === undefined) return undefined;
  return html`<section><h2>Ratio to the baseline</h2><p>Estimate and interval over the whole rollout. 1× is equal to the baseline; right of it is worse.</p>
${svg}</section>`;
}
