import type { DecisionRecord } from '../release/decision-schema.ts';
import { niceTop } from './axis.ts';
import {
  aboutTable,
  clock,
  date,
  dense,
  length,
  metricTable,
  percentage,
  podTable,
  saidTable,
  stepTable,
  type Table,
  whole,
} from './figures.ts';
import { forestSvg } from './forest.ts';
import { type Headline, headline } from './headline.ts';
import { Html, html } from './html.ts';
import { type Plot, type PlotLine, plotSvg, type Tone } from './plot.ts';
import {
  bandsOf,
  countsOf,
  evidencePoints,
  lastMinute,
  type MetricSeries,
  metricSeries,
  metricsOf,
  minuteOf,
  type Point,
  sharePoints,
  thresholds,
  weightSteps,
} from './series.ts';
import { style } from './style.ts';

/**
 * The report of a release as one HTML file: the summary's story with real plots and every row. It fetches nothing and runs
 * no script, and says so to the browser.
 */
export function decisionPage(record: DecisionRecord): string {
  const { app, environment, release } = record;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${app} → ${environment}, release ${release}</title>
<style>${new Html(style)}</style>
</head>
<body><main>
${head(record)}
${trafficSection(record)}
${record.ticks.length === 0 ? undefined : metricSeries(record).map(series => metricSection(record, series))}
${evidenceSection(record)}
${forestSection(record)}
${[metricTable(record), stepTable(record), podTable(record), saidTable(record)].map(dense).map(tableSection)}
${aboutSection(record)}
${tickDetails(record)}
<footer>Anybody can compute this verdict again: <code>slipway backtest --file decision.json</code>. Times are UTC.</footer>
</main></body>
</html>
`.text;
}

function head(record: DecisionRecord): Html {
  const { app, environment, startedAt, runs } = record;
  const { mood, what, why, next } = headline(record);
  const by = runs[0]?.by;
  const url = by?.url !== undefined && /^https?:\/\//.test(by.url) ? by.url : undefined;
  return html`<header>
<p>${app} → ${environment} · ${date(startedAt)} · ${by?.actor ?? ''} · ${
    url === undefined ? (by?.run ?? '') : html`<a href="${url}">${by?.run ?? ''}</a>`
  }</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}.</dd><dt>Next</dt><dd>${next}.</dd></dl>
${tiles(record, mood)}
</header>`;
}

/** The four figures that people ask for first. */
function tiles(record: DecisionRecord, mood: Headline['mood']): Html {
  const [metric] = metricsOf(record);
  const counts = (track: 'canary' | 'baseline') =>
    metric === undefined ? { bad: 0, total: 0 } : countsOf(record.ticks, metric.name, metric.index, track);
  const [canary, baseline] = [counts('canary'), counts('baseline')];
  const expected = baseline.total === 0 ? 0 : (canary.total * baseline.bad) / baseline.total;
  const most = record.timeline.reduce((top, { weight }) => Math.max(top, weight ?? 0), 0);
  const undo = Object.entries(record.durations)[0];
  const figures: [string, string][] = [
    ['took', length(lastMinute(record) * 60_000)],
    ['most traffic it had', `${most} %`],
    ...(metric === undefined || canary.total === 0
      ? []
      : ([['requests judged', whole(canary.total)]] satisfies [string, string][])),
    // Of a good release the difference is chance, and would only worry.
    ...(metric === undefined || canary.total === 0 || mood !== 'bad'
      ? []
      : ([[`${metric.title} too many`, whole(Math.max(0, canary.bad - expected))]] satisfies [
          string,
          string,
        ][])),
    ...(undo === undefined ? [] : ([[undo[0], length(undo[1])]] satisfies [string, string][])),
  ];
  return html`<dl class="tiles">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

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

function trafficSection(record: DecisionRecord): Html | undefined {
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

function metricSection(record: DecisionRecord, series: MetricSeries): Html {
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

function evidenceSection(record: DecisionRecord): Html | undefined {
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
  return html`<section><h2>Evidence</h2><p>In powers of ten: 2 means that the counts are a hundred times likelier if it is so than if it is not. It may be looked at at any time.</p>
${plotOf(record, 'Evidence over time with its thresholds', '10ⁿ', lines, {
  y: { from: -1, to: Math.min(limits.harm + 3, Math.ceil(highest + 0.3)), unit: '10ⁿ' },
  limits: [
    { value: limits.harm, label: 'harm above this line: undone', tone: 'harm' },
    { value: limits.pass, label: 'good above this line: the step passes', tone: 'good' },
  ],
})}</section>`;
}

function forestSection({ findings }: DecisionRecord): Html | undefined {
  const svg = forestSvg(findings);
  if (svg === undefined) return undefined;
  return html`<section><h2>How many times as many as the baseline</h2><p>Estimate and interval over the whole rollout; 1× is the same as the baseline, right of it is worse.</p>
${svg}</section>`;
}

function tableSection(table: Table): Html | undefined {
  if (table.rows.length === 0) return undefined;
  return html`<section><h2>${table.title}</h2>${tableHtml(table)}</section>`;
}

function aboutSection(record: DecisionRecord): Html {
  const { title, rows } = aboutTable(record);
  const lines = rows.map(
    ([name = '', value = '']) => html`<tr><td>${name}</td><td>${value}</td></tr>
`,
  );
  return html`<section><h2>${title}</h2><div class="scroll"><table class="about"><tbody>${lines}</tbody></table></div></section>`;
}

/** Columns of nothing but numbers stand right. */
function tableHtml({ head, rows }: Table): Html {
  const numeric = head.map((_, column) => rows.every(row => /^[\d,.]*$/.test(row[column] ?? '')));
  const cells = (row: string[], tag: 'th' | 'td') =>
    row.map((text, column) => {
      const open = new Html(`<${tag}${numeric[column] === true ? ' class="number"' : ''}>`);
      return html`${open}${tag === 'td' ? statusHtml(text) : text}${new Html(`</${tag}>`)}`;
    });
  return html`<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map(
    row => html`<tr>${cells(row, 'td')}</tr>
`,
  )}</tbody></table></div>`;
}

const statusTones: Readonly<Record<string, Tone>> = {
  harmed: 'harm',
  suspect: 'candidate',
  passed: 'good',
  open: 'quiet',
  missing: 'quiet',
};

function statusHtml(text: string): Html {
  const tone = Object.hasOwn(statusTones, text) ? statusTones[text] : undefined;
  return tone === undefined ? html`${text}` : html`<span class="status ${tone}">${text}</span>`;
}

/** Every tick with its counts, for those who want to calculate. */
function tickDetails(record: DecisionRecord): Html | undefined {
  if (record.ticks.length === 0) return undefined;
  const metrics = metricsOf(record);
  const rows = record.ticks.map(row => [
    clock(row.at),
    String(row.weight),
    row.share === undefined ? '' : row.share.toFixed(1),
    ...metrics.flatMap(({ name, index }) => {
      const reading = row.readings[name];
      if (reading !== undefined && reading.kind !== 'counts') return [reading.kind, ''];
      return (['canary', 'baseline'] as const).map(track => {
        const { bad, total } = countsOf([row], name, index, track);
        return `${whole(bad)} of ${whole(total)}`;
      });
    }),
    row.evidence === undefined ? '' : (row.evidence.harm / Math.LN10).toFixed(2),
    row.verdict ?? '',
  ]);
  const head = [
    'at',
    'weight',
    'share',
    ...metrics.flatMap(({ title }) => [`${title}, candidate`, 'baseline']),
    'harm, 10ⁿ',
    'verdict',
  ];
  return html`<details><summary>All ${record.ticks.length} ticks</summary>${tableHtml({ title: '', head, rows })}</details>`;
}
