import type { DecisionRecord } from '../decision/schema.ts';
import { cell, paragraphs, table } from '../toolkit/markdown.ts';
import { summaryCharts } from './charts.ts';
import { aboutTable, type TextTable, tablesOf } from './figures.ts';
import { type Headline, headline } from './headline.ts';
import { plain } from './mermaid.ts';

/**
 * Returns the job summary of a rollout, for `gate`, `promote`, `rollback`, `sweep` and `release`: first what happened, which release is live
 * and what to do, then charts, then tables. At most about 300 KiB, of the 1 MiB that GitHub shows.
 */
export function decisionSummary(record: DecisionRecord): string {
  const said = headline(record);
  return paragraphs([
    title(record, said),
    reasons(said),
    ...summaryCharts(record),
    ...tablesOf(record).map(section),
    section(aboutTable(record)),
    links(record),
  ]);
}

const marks = { good: '✅', open: '⏳', bad: '❌' } as const;

function title({ app, environment }: DecisionRecord, { mood, what }: Headline): string {
  return `### ${marks[mood]} ${cell(app)} → ${cell(environment)}: ${cell(what)}`;
}

function reasons({ why, next }: Headline): string {
  return `**Why:** ${cell(why)}. **Next:** ${cell(next)}.`;
}

/** Rows of one table; the HTML report has all. */
const mostRows = 60;

function section({ title: name, head, rows }: TextTable): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, mostRows);
  const more =
    rows.length > shown.length
      ? `\n\n… and ${rows.length - shown.length} more; the HTML report has all of them.`
      : '';
  return `#### ${plain(name)}\n\n${table(head, shown)}${more}`;
}

/** Links only to well-formed addresses. */
function links({ runs }: DecisionRecord): string {
  const urls = [...new Set(runs.flatMap(({ by }) => (by.url === undefined ? [] : [by.url])))];
  const good = urls.filter(url => /^https?:\/\/[\w.:/-]+$/.test(url));
  return good.length === 0
    ? ''
    : `Runs: ${good.map(url => `[${url.split('/').at(-1)}](${url})`).join(', ')}. The artifact \`decision\` has the decision record and an HTML report with all figures.`;
}
