import type { Coverage } from '../recovery/coverage.ts';
import type { DatabaseRows } from '../recovery/declared.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cell, table } from '../toolkit/markdown.ts';

/** Returns the part of a job summary that says which losses the declared backups and replicas cover; empty when none are declared. */
export function recoverySection(
  databases: readonly DatabaseRows[],
  covering: readonly Coverage[] = [],
): string {
  if (databases.length === 0 && covering.length === 0) return '';
  const rows = databases.flatMap(({ database, rows }) =>
    rows.map(row => [
      database,
      row.target.domain,
      `${formatDuration(row.target.rto)} / ${formatDuration(row.target.rpo)}`,
      row.kind === 'covered' ? row.name : '❌ nothing',
      row.kind === 'covered' ? formatDuration(row.worst) : '',
      row.kind === 'covered' ? '' : row.problem,
    ]),
  );
  const head = ['database', 'loss of', 'target RTO / RPO', 'covered by', 'data lost at most', 'gap'];
  const others = covering.map(({ what, by, survives, gap }) => [
    what,
    by === '' ? '❌ nothing' : by,
    survives === undefined ? '' : losses[survives],
    gap?.problem ?? '',
  ]);
  const rest = table(['other data', 'covered by', 'survives the loss of', 'gap'], others);
  const tables = [table(head, rows), rest].filter(each => each !== '').join('\n\n');
  return `#### ${cell('Declared recovery')}\n\n${tables}\n`;
}

const losses = { node: 'a node', zone: 'a zone', region: 'the region', total: 'everything' } as const;

/** Returns the same as lines of a log. */
export function recoveryLines(
  databases: readonly DatabaseRows[],
  covering: readonly Coverage[] = [],
): string[] {
  return [
    ...databases.flatMap(({ database, rows }) =>
      rows.map(({ sentence }) => `recovery of ${database}: ${sentence}`),
    ),
    ...covering.map(({ what, by, survives }) => {
      const after = survives === undefined ? '' : `, which survives the loss of ${losses[survives]}`;
      return `backup of ${what}: ${by === '' ? 'not covered' : `${by}${after}`}`;
    }),
  ];
}
