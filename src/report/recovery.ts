import type { DatabaseRows } from '../recovery/declared.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cell, table } from '../toolkit/markdown.ts';

/** What the declared backups and replicas can do when something is lost, as part of a job summary; empty of nothing. */
export function recoverySection(databases: readonly DatabaseRows[]): string {
  if (databases.length === 0) return '';
  const rows = databases.flatMap(({ database, rows }) =>
    rows.map(row => [
      database,
      row.target.domain,
      `${formatDuration(row.target.rto)} / ${formatDuration(row.target.rpo)}`,
      row.kind === 'covered' ? nameOf(row) : '❌ nothing',
      row.kind === 'covered' ? formatDuration(row.worst) : '',
      row.kind === 'covered' ? (row.measured ? 'by a drill' : 'not yet') : row.problem,
    ]),
  );
  const head = ['database', 'lost', 'target RTO / RPO', 'covered by', 'loses at most', 'time measured'];
  return `#### ${cell('Recovery as declared')}\n\n${table(head, rows)}\n`;
}

/** The same for a log. */
export function recoveryLines(databases: readonly DatabaseRows[]): string[] {
  return databases.flatMap(({ database, rows }) =>
    rows.map(({ sentence }) => `recovery of ${database}: ${sentence}`),
  );
}

function nameOf(row: DatabaseRows['rows'][number]): string {
  const found = row.judged.find(each => row.kind === 'covered' && each.mechanism === row.by);
  return found?.name ?? '';
}
