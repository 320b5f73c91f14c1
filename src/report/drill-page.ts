import type { DrillReport } from '../recovery/drill-report.ts';
import { levelText } from '../recovery/drill-report.ts';
import { type HistoryEntry, statisticsOf } from '../recovery/history.ts';
import { boundText, pointText } from '../recovery/loss.ts';
import { outageText } from '../recovery/outage.ts';
import type { Breakdown } from '../recovery/phases.ts';
import { formatTime, formatDuration as span } from '../toolkit/duration.ts';
import { htmlDocument } from './document.ts';
import { drillHeadline } from './drill.ts';
import { type Html, html } from './html.ts';
import { linkHtml, tableHtml, tableSection, tilesHtml } from './page-table.ts';

/**
 * Returns the report of a drill as one HTML file: the result, where the time went, what was proved, and the history of its scenario.
 * @param history of this environment, including this drill.
 */
export function drillPage(report: DrillReport, history: readonly HistoryEntry[]): string {
  const { app, environment, scenario, startedAt, run, levelChecks, notes, left } = report;
  const { what, why, next, mood } = drillHeadline(report);
  const body = html`<header>
<p>${app} in ${environment} · drill ${scenario} · ${formatTime(startedAt)} · ${run.actor} · ${linkHtml(run.id, run.url)}</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}</dd><dt>Next</dt><dd>${next}</dd></dl>
${tiles(report)}
</header>
${phasesSection(report)}
${tableSection({
  title: 'What was proved',
  head: ['level', 'what', 'result', 'details'],
  rows: levelChecks.map(({ level, what: of, state, sentence }) => [level, of, state, sentence]),
})}
${listSection('Other observations', notes ?? [])}
${historySection(report, history)}
${listSection('Left behind', left)}
${tableSection({ title: 'About', head: ['', ''], rows: about(report) })}
<footer>RTO counts from the first failed probe, or from the injection if that was earlier, to the first of several successful probes in a row. RPO counts acknowledged markers. Times are UTC.</footer>`;
  return htmlDocument(`Drill ${scenario} of ${app} in ${environment}`, body);
}

const moment = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

const listSection = (title: string, lines: readonly string[]) =>
  tableSection({ title, head: ['what'], rows: lines.map(each => [each]) });

function tiles({ outage, loss, bound, target, reached, naive }: DrillReport): Html {
  const bounded = bound === undefined ? 'not measured' : boundText(bound);
  return tilesHtml([
    ...(target === undefined
      ? [['RTO and RPO', 'do not apply'] as const]
      : [
          [
            `RTO, target ${span(target.rto)}`,
            outage?.kind === 'over' ? span(outage.rto) : outage && outageText(outage),
          ] as const,
          [`RPO, target ${span(target.rpo)}`, loss === undefined ? bounded : pointText(loss.point)] as const,
          ['acknowledged writes lost', loss && `${loss.lost.length} of ${loss.demanded}`] as const,
        ]),
    ['level reached', reached ?? 'none'],
    ['script duration', span(naive.rto)],
    ['backup age', naive.rpo === undefined ? undefined : span(naive.rpo)],
  ]);
}

const width = 960;
const row = 26;
const left = 190;

/** Draws each part of the recovery time as a bar in its own row. */
function phasesSection({ breakdown }: DrillReport): Html | undefined {
  if (breakdown === undefined || breakdown.total <= 0) return undefined;
  const height = breakdown.parts.length * row + 24;
  return html`<section><h2>Where the time went</h2>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${breakdown.parts.map(({ name, took }) => `${name} ${span(took)}`).join(', ')}">
${bars(breakdown)}
<text class="x" x="${left}" y="${height - 4}">0</text><text class="x" x="${width - 30}" y="${height - 4}">${span(breakdown.total)}</text>
</svg></section>`;
}

function bars({ parts, total }: Breakdown): Html[] {
  const scale = (width - left - 30) / total;
  let at = 0;
  return parts.map(({ name, kind, took }, index) => {
    const x = left + at * scale;
    at += took;
    const y = index * row;
    const tone = { phase: 'baseline', assumed: 'candidate', gap: 'quiet' }[kind];
    return html`<g class="${tone}"><title>${name}: ${span(took)}</title><text class="y" x="${left - 10}" y="${y + 12}">${name}</text><rect x="${x.toFixed(1)}" y="${y + 3}" width="${Math.max(1, took * scale).toFixed(1)}" height="18" style="fill:var(--tone)"/><text x="${Math.min(x + took * scale + 6, width - 70).toFixed(1)}" y="${y + 17}">${span(took)}</text></g>
`;
  });
}

function historySection({ scenario }: DrillReport, history: readonly HistoryEntry[]): Html | undefined {
  const own = history.filter(each => each.scenario === scenario).toSorted((a, b) => b.at - a.at);
  if (own.length === 0) return undefined;
  const { bound, slowdown } = statisticsOf(history, scenario);
  const rows = own
    .slice(0, 30)
    .map(({ at, verdict, rto, rpo, bytes }) => [
      moment(at),
      verdict,
      rto === undefined ? '' : span(rto),
      rpo === undefined ? '' : span(rpo),
      bytes === undefined ? '' : (bytes / 1e6).toFixed(0),
    ]);
  return html`<section>${tableHtml(
    html`<h2>Drills of this scenario</h2><p>${bound}.${slowdown === undefined ? '' : ` ${slowdown}.`}</p>`,
    {
      head: ['when', 'verdict', 'RTO', 'RPO', 'MB'],
      rows,
    },
  )}</section>`;
}

function about({ pace, tools, backup, required, reached, files }: DrillReport): string[][] {
  return [
    ['pace', pace],
    ['required', levelText(required)],
    ['reached', levelText(reached)],
    ...(backup === undefined ? [] : [['backup', `${backup.label} in ${backup.repository}`]]),
    ...Object.entries(tools),
    ...Object.entries(files).map(([name, hash]) => [name, `sha256:${hash}`]),
  ];
}
