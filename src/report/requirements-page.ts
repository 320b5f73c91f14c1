import type { ConformanceReport, RequirementVerdict } from '../assess/conformance/report-schema.ts';
import { sectionOf, sections } from '../assess/requirement.ts';
import { formatTime } from '../toolkit/duration.ts';
import { htmlDocument } from './document.ts';
import { type Html, html } from './html.ts';
import { tableHtml, tableSection } from './page-table.ts';
import {
  bySection,
  headline,
  nameOf,
  shortfallsOf,
  statuses,
  statusWord,
  trendSentence,
  whatOf,
} from './requirements.ts';

/** Returns the report of all requirements as one HTML file: a chart by section, and every requirement with its evidence. */
export function requirementsPage(report: ConformanceReport): string {
  const { app, environment, at, by, sources, notes } = report;
  const [worst] = shortfallsOf(report);
  const mood = worst !== undefined ? 'bad' : report.counts.unknown > 0 ? 'open' : 'good';
  const trend = trendSentence(report);
  const body = html`<header>
<p>${app} in ${environment} · ${formatTime(Date.parse(at))} · ${by}</p>
<h1>${headline(report)}</h1>
${
  worst === undefined
    ? undefined
    : html`<dl class="verdict ${mood}"><dt>Worst</dt><dd>${nameOf(worst)}: ${whatOf(worst)}.</dd><dt>Next</dt><dd>${worst.remedy ?? 'see below'}.</dd></dl>`
}
</header>
<section><h2>By section</h2>${trend === '' ? undefined : html`<p>${trend}</p>`}
<ul class="legend">${statuses.map(each => html`<li class="${tones[each]}">${statusWord(each)}</li>`)}</ul>
${chart(report)}</section>
${Object.values(sections).map(section => sectionHtml(section, report))}
${notes.length === 0 ? undefined : html`<section><h2>Notes</h2><ul>${notes.map(note => html`<li>${note}</li>`)}</ul></section>`}
<section>${tableHtml(html`<h2>What was read</h2>`, {
    head: ['source', 'at', 'results'],
    rows: sources.map(each => [each.of, formatTime(Date.parse(each.at)), String(each.results)]),
  })}</section>
<footer>Unknown never counts as met. Times are UTC.</footer>`;
  return htmlDocument(`Requirements of ${app} in ${environment}`, body, css);
}

const tones = { met: 'good', 'not-met': 'harm', unknown: 'candidate', 'not-applicable': 'quiet' } as const;
const css =
  'svg .bar { fill: var(--tone); } svg .name { text-anchor: end; dominant-baseline: middle; } svg .count { fill: var(--paper); text-anchor: middle; dominant-baseline: middle; }';

const line = 26;
const left = 190;
const width = 960;

/** Draws a bar for each section, divided by status. */
function chart(report: ConformanceReport): Html {
  const rows = bySection(report);
  const longest = Math.max(
    1,
    ...rows.map(([, ...counts]) => counts.reduce((sum, each) => sum + Number(each), 0)),
  );
  const unit = (width - left) / longest;
  const bars = rows.map(([section = '', ...counts], row) => {
    let x = left;
    const parts = statuses.map((status, index) => {
      const count = Number(counts[index] ?? 0);
      const from = x;
      x += count * unit;
      return count === 0
        ? undefined
        : html`<g class="${tones[status]}"><rect class="bar" x="${from.toFixed(1)}" y="${row * line + 3}" width="${(count * unit - 1).toFixed(1)}" height="${line - 6}"><title>${section}: ${count} ${statusWord(status)}</title></rect><text class="count" x="${(from + (count * unit) / 2).toFixed(1)}" y="${row * line + line / 2}">${count}</text></g>`;
    });
    return html`<text class="name" x="${left - 10}" y="${row * line + line / 2}">${section}</text>${parts}
`;
  });
  return html`<svg viewBox="0 0 ${width} ${rows.length * line}" role="img" aria-label="Requirements by section and status">${bars}</svg>`;
}

function sectionHtml(title: string, { requirements }: ConformanceReport): Html | undefined {
  const rows = requirements
    .filter(({ id }) => sectionOf(id) === title)
    .map(each => [
      nameOf(each),
      statusWord(each.status),
      whatOf(each),
      each.remedy ?? '',
      evidenceText(each),
    ]);
  return tableSection({ title, head: ['requirement', 'status', 'what', 'remedy', 'evidence'], rows });
}

const evidenceText = ({ evidence }: RequirementVerdict) =>
  evidence.map(({ asked, of, at }) => `${asked}, of ${of}, ${formatTime(Date.parse(at))}`).join('; ');
