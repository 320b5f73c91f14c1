import type { DecisionRecord } from '../decision/schema.ts';
import { formatTime } from '../toolkit/duration.ts';
import { htmlDocument } from './document.ts';
import {
  aboutTable,
  clock,
  length,
  metricTable,
  podTable,
  stepTable,
  type TextTable,
  verdictTable,
  whole,
  withoutEmptyColumns,
} from './figures.ts';
import { type Headline, headline } from './headline.ts';
import { type Html, html } from './html.ts';
import { evidenceSection, forestSection, metricSection, trafficSection } from './page-plots.ts';
import { tableHtml } from './page-table.ts';
import { countsOf, lastMinute, metricSeries, metricsOf } from './series.ts';

/** Returns the report of a release as one HTML file: the content of the summary, with interactive plots and all rows. */
export function decisionPage(record: DecisionRecord): string {
  const { app, environment, release } = record;
  const body = html`${head(record)}
${trafficSection(record)}
${record.ticks.length === 0 ? undefined : metricSeries(record).map(series => metricSection(record, series))}
${evidenceSection(record)}
${forestSection(record)}
${[metricTable(record), stepTable(record), podTable(record), verdictTable(record)].map(withoutEmptyColumns).map(tableSection)}
${aboutSection(record)}
${tickDetails(record)}
<footer>${
    record.judging === undefined
      ? 'No gate has judged this release.'
      : html`To compute this verdict again, run <code>slipway backtest decision.json</code>.`
  } Times are UTC.</footer>`;
  return htmlDocument(`${app} → ${environment}, release ${release}`, body);
}

function head(record: DecisionRecord): Html {
  const { app, environment, startedAt, runs } = record;
  const { mood, what, why, next } = headline(record);
  const by = runs[0]?.by;
  const url = by?.url !== undefined && /^https?:\/\//.test(by.url) ? by.url : undefined;
  return html`<header>
<p>${app} → ${environment} · ${formatTime(startedAt)} · ${by?.actor ?? ''} · ${
    url === undefined ? (by?.run ?? '') : html`<a href="${url}">${by?.run ?? ''}</a>`
  }</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}.</dd><dt>Next</dt><dd>${next}.</dd></dl>
${tiles(record, mood)}
</header>`;
}

/** The most important figures. */
function tiles(record: DecisionRecord, mood: Headline['mood']): Html {
  const [metric] = metricsOf(record);
  const counts = (track: 'canary' | 'baseline') =>
    metric === undefined ? { bad: 0, total: 0 } : countsOf(record.ticks, metric.name, metric.index, track);
  const [canary, baseline] = [counts('canary'), counts('baseline')];
  const expected = baseline.total === 0 ? 0 : (canary.total * baseline.bad) / baseline.total;
  const most = record.timeline.reduce((top, { weight }) => Math.max(top, weight ?? 0), 0);
  const rollback = Object.entries(record.durations)[0];
  const figures: [string, string][] = [
    ['duration', length(lastMinute(record) * 60_000)],
    ...(record.timeline.every(({ weight }) => weight === undefined)
      ? []
      : ([['highest weight', `${most} %`]] satisfies [string, string][])),
    ...(metric === undefined || canary.total === 0
      ? []
      : ([['requests judged', whole(canary.total)]] satisfies [string, string][])),
    // Not shown for a good release, where the difference is chance.
    ...(metric === undefined || canary.total === 0 || mood !== 'bad'
      ? []
      : ([[`${metric.title}: more than expected`, whole(Math.max(0, canary.bad - expected))]] satisfies [
          string,
          string,
        ][])),
    ...(rollback === undefined ? [] : ([[rollback[0], length(rollback[1])]] satisfies [string, string][])),
  ];
  return html`<dl class="tiles">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function tableSection(table: TextTable): Html | undefined {
  if (table.rows.length === 0) return undefined;
  return html`<section>${tableHtml(html`<h2>${table.title}</h2>`, table)}</section>`;
}

function aboutSection(record: DecisionRecord): Html {
  const { title, rows } = aboutTable(record);
  const lines = rows.map(
    ([name = '', value = '']) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>
`,
  );
  return html`<section><div class="scroll"><table class="about"><caption><h2>${title}</h2></caption><tbody>${lines}</tbody></table></div></section>`;
}

/** Lists every tick with its counts, so that a reader can check the calculation. */
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
    'time',
    'weight',
    'share',
    ...metrics.flatMap(({ title }) => [`${title}, candidate`, 'baseline']),
    'harm, 10ⁿ',
    'verdict',
  ];
  const caption = html`Bad requests of all requests, for each version and tick`;
  return html`<details><summary>All ${record.ticks.length} ticks</summary>${tableHtml(caption, { head, rows })}</details>`;
}
