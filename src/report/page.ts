import type { DecisionRecord } from '../decision/schema.ts';
import { formatTime, timeSpan } from '../toolkit/duration.ts';
import { htmlDocument } from './document.ts';
import { aboutTable, clock, tablesOf, whole } from './figures.ts';
import { type Headline, headline } from './headline.ts';
import { type Html, html } from './html.ts';
import { evidenceSection, forestSection, metricSection, trafficSection } from './page-plots.ts';
import { linkHtml, tableHtml, tableSection, tilesHtml } from './page-table.ts';
import { type Counted, countsOf, lastMinute, metricSeries, metricsOf, tracks } from './series.ts';

/** Returns the report of a release as one HTML file: the content of the summary, with interactive plots and all rows. */
export function decisionPage(record: DecisionRecord): string {
  const { app, environment, release } = record;
  const body = html`${head(record)}
${trafficSection(record)}
${record.ticks.length === 0 ? undefined : metricSeries(record).map(series => metricSection(record, series))}
${evidenceSection(record)}
${forestSection(record)}
${tablesOf(record).map(tableSection)}
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
  return html`<header>
<p>${app} → ${environment} · ${formatTime(startedAt)} · ${by?.actor ?? ''} · ${linkHtml(by?.run ?? '', by?.url)}</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}.</dd><dt>Next</dt><dd>${next}.</dd></dl>
${tiles(record, mood)}
</header>`;
}

/** The most important figures. */
function tiles(record: DecisionRecord, mood: Headline['mood']): Html {
  const [metric] = metricsOf(record);
  const [canary, baseline] = tracks.map(track => countsOf(record.ticks, metric, track)) as [Counted, Counted];
  const expected = baseline.total === 0 ? 0 : (canary.total * baseline.bad) / baseline.total;
  const most = record.timeline.reduce((top, { weight }) => Math.max(top, weight ?? 0), 0);
  const rollback = Object.entries(record.durations)[0];
  const isWeighted = record.timeline.some(({ weight }) => weight !== undefined);
  const isJudged = canary.total > 0;
  return tilesHtml([
    ['duration', timeSpan(lastMinute(record) * 60_000)],
    ['highest weight', isWeighted ? `${most} %` : undefined],
    ['requests of the candidate', isJudged ? whole(canary.total) : undefined],
    // Not shown for a good release, where the difference is chance.
    [
      `${metric?.title}: more than expected`,
      isJudged && mood === 'bad' ? whole(Math.max(0, canary.bad - expected)) : undefined,
    ],
    [rollback?.[0] ?? '', rollback && timeSpan(rollback[1])],
  ]);
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
    ...metrics.flatMap(metric => {
      const reading = row.readings[metric.name];
      if (reading !== undefined && reading.kind !== 'counts') return [reading.kind, ''];
      return tracks.map(track => {
        const { bad, total } = countsOf([row], metric, track);
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
