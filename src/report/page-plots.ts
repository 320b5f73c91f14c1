import type { DecisionRecord } from '../release/decision-record/schema.ts';
import { niceTop } from './axis.ts';
import { percentage } from './figures.ts';
import { forestSvg } from './forest.ts';
import { type Html, html } from './html.ts';
import { type Plot, type PlotLine, plotSvg, type Tone } from './plot.ts';
import {
  bandsOf,
  countsOf,
  evidencePoints,
  lastMinute,
  type MetricSeries,
  minuteOf,
  type Point,
  sharePoints,
  thresholds,
  weightSteps,
} from './series.ts';

/** The pictures of the report, each with its title and what it shows. */

/** Every plot has the same time axis, so that one can look from one down to the next. */
function plotOf(
  record: DecisionRecord,
  description: string,
  unit: string,
  lines: PlotLine[],
  rest: Partial<Pick<Plot, 'limits' | 'y'>> = {},
): Html {
  const values = lines.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === undefined ? [] : [value])),
  );
  const plot: Plot = {
    description,
    from: 0,
    to: lastMinute(record),
    y: rest.y ?? { from: 0, to: niceTop(values.reduce((top, value) => Math.max(top, value), 0)), unit },
    bands: bandsOf(record),
    lines,
    limits: rest.limits ?? [],
  };
  return html`${legend(lines)}${plotSvg(plot)}`;
}

function legend(lines: readonly PlotLine[]): Html {
  return html`<ul class="legend">${lines
    .filter(({ shape }) => shape !== 'dots')
    .map(
      ({ name, tone, shape }) => html`<li class="${tone}${shape === 'thin' ? ' faint' : ''}">${name}</li>`,
    )}</ul>`;
}

const percentText = (value: number) => percentage(value);

export function trafficSection(record: DecisionRecord): Html | undefined {
  const steps = weightSteps(record);
  if (steps.length === 0) return undefined;
  const shares = sharePoints(record);
  const measured = shares.some(({ value }) => value !== undefined);
  const lines: PlotLine[] = [
    { name: 'asked for', tone: 'baseline', shape: 'steps', points: steps, text: value => `${value} %` },
    ...(measured
      ? [{ name: 'arrived', tone: 'candidate', shape: 'line', points: shares, text: percentText } as const]
      : []),
  ];
  return html`<section><h2>Traffic of the candidate</h2><p>What was asked of the router, and the share of requests that really arrived.</p>
${plotOf(record, 'Traffic of the candidate over time', '%', lines)}</section>`;
}

export function metricSection(record: DecisionRecord, series: MetricSeries): Html {
  const raw = (track: 'canary' | 'baseline'): Point[] =>
    record.ticks.map(row => {
      const { bad, total } = countsOf([row], series.name, series.index, track);
      return { minute: minuteOf(record, row.at), value: total === 0 ? undefined : (100 * bad) / total };
    });
  const line = (name: string, tone: Tone, points: Point[], shape: PlotLine['shape'] = 'line'): PlotLine => ({
    name,
    tone,
    shape,
    points,
    text: percentText,
  });
  const all = [...series.canary, ...series.baseline, ...raw('canary'), ...raw('baseline')];
  const values = all.flatMap(({ value }) => (value === undefined ? [] : [value])).sort((a, b) => a - b);
  const peak = [...series.canary, ...series.baseline].reduce(
    (top, { value }) => Math.max(top, value ?? 0),
    0,
  );
  // A single tick of few requests may be far above everything; the axis follows the lines and 98 of 100 dots.
  const top = niceTop(Math.max(peak, values[Math.floor(values.length * 0.98)] ?? 0));
  const lines = [
    line('single ticks', 'baseline', raw('baseline'), 'dots'),
    line('single ticks', 'candidate', raw('canary'), 'dots'),
    line('baseline', 'baseline', series.baseline),
    line('candidate', 'candidate', series.canary),
  ];
  return html`<section><h2>${series.title}</h2><p>Percent of the requests of each side: lines join neighbouring ticks, dots are single ones, a gap is a time without data.</p>
${plotOf(record, `${series.title} of candidate and baseline over time`, '%', lines, { y: { from: 0, to: top, unit: '%' } })}</section>`;
}

export function evidenceSection(record: DecisionRecord): Html | undefined {
  if (!record.ticks.some(({ evidence }) => evidence !== undefined)) return undefined;
  const { harm, pass } = evidencePoints(record);
  const limits = thresholds(record);
  const text = (value: number) => `${Number((10 ** value).toPrecision(2))} to 1`;
  const names = [...new Set(record.ticks.flatMap(({ evidence }) => Object.keys(evidence?.metrics ?? {})))];
  const single = names.map(
    (name): PlotLine => ({
      name: `harm by ${name}`,
      tone: 'harm',
      shape: 'thin',
      text,
      points: record.ticks.map(({ at, evidence }) => {
        const value = evidence?.metrics[name]?.harm;
        return {
          minute: minuteOf(record, at),
          value: value === undefined ? undefined : value / Math.LN10,
        };
      }),
    }),
  );
  const lines: PlotLine[] = [
    ...(names.length > 1 ? single : []),
    {
      name: 'that it is good (the weakest metric; begins anew with each step)',
      tone: 'good',
      shape: 'line',
      points: pass,
      text,
    },
    { name: 'that it does harm (all metrics together)', tone: 'harm', shape: 'line', points: harm, text },
  ];
  const highest = [...harm, ...pass].reduce((top, { value }) => Math.max(top, value ?? 0), limits.harm);
  return html`<section><h2>Evidence</h2><p>In powers of ten: 2 is a hundredfold. If it were not so, evidence that high would come up in at most one of a hundred rollouts, however often one looks.</p>
${plotOf(record, 'Evidence over time with its thresholds', '10ⁿ', lines, {
  y: { from: -1, to: Math.min(limits.harm + 3, Math.ceil(highest + 0.3)), unit: '10ⁿ' },
  limits: [
    { value: limits.harm, label: 'harm above this line: rolled back', tone: 'harm' },
    { value: limits.pass, label: 'good above this line: the step passes', tone: 'good' },
  ],
})}</section>`;
}

export function forestSection({ findings }: DecisionRecord): Html | undefined {
  const svg = forestSvg(findings);
  if (svg === undefined) return undefined;
  return html`<section><h2>How many times as many as the baseline</h2><p>Estimate and interval over the whole rollout; 1× is the same as the baseline, right of it is worse.</p>
${svg}</section>`;
}
