import type { JudgedImage, PlannedDeletion } from '../image/deletion-plan.ts';
import type { Conclusion, Pruned } from '../registry/prune.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { cell, paragraphs, table } from '../toolkit/markdown.ts';

type Repositories = readonly (readonly [string, Pruned])[];

/** Rows of one table, because GitHub shows no summary of more than 1 MiB. */
const mostRows = 200;

/** Returns the job summary of a prune: for each repository what is deleted and what is kept, with reasons. */
export function pruneSummary(
  app: string,
  done: Repositories,
  { state, planned, removed, reason }: Conclusion,
): string {
  const what = {
    nothing: 'nothing to delete',
    planned: `${planned} manifest${planned === 1 ? '' : 's'} would be deleted; this was a dry run`,
    removed: `${removed} manifests deleted`,
    partial: `${removed} of ${planned} manifests deleted`,
  };
  const counts = done.map(([repository, { plan, removed: gone }]) => [
    repository,
    String(tagsOf(plan.toDelete)),
    String(plan.toDelete.length),
    String(gone.length),
    String(tagsOf(plan.toKeep)),
    String(plan.toKeep.length),
  ]);
  return paragraphs([
    `### ${reason === '' ? '✅' : '❌'} ${cell(app)}: ${what[state]}`,
    reason === '' ? '' : `**Why:** ${cell(reason)}`,
    table(
      ['repository', 'tags to delete', 'manifests to delete', 'deleted', 'tags to keep', 'manifests to keep'],
      counts,
    ),
    ...done.flatMap(([repository, pruned]) => repositoryTables(repository, pruned)),
  ]);
}

/** Returns a line of the log for each repository. */
export function pruneLines(done: Repositories, apply: boolean): string[] {
  return done.map(([repository, { plan, removed }]) =>
    apply
      ? `${repository}: deleted ${removed.length} of ${plan.toDelete.length} manifests, kept ${plan.toKeep.length}`
      : `${repository}: manifests to delete: ${plan.toDelete.length}, to keep: ${plan.toKeep.length} (dry run)`,
  );
}

/** Returns the whole result as JSON. */
export function pruneReport(done: Repositories): string {
  const repositories = done.map(([repository, { plan, removed, refused }]) => [
    repository,
    { delete: plan.toDelete, keep: plan.toKeep, removed, refused: Object.fromEntries(refused) },
  ]);
  return `${JSON.stringify({ schema: 1, repositories: Object.fromEntries(repositories) }, null, 2)}\n`;
}

function repositoryTables(repository: string, { plan, refused }: Pruned): string[] {
  const { toDelete, toKeep } = plan;
  const gone = toDelete.filter(each => each.with === undefined);
  const shown = toKeep.filter(({ tags }) => tags.length > 0);
  if (gone.length + shown.length === 0) return [];
  return [
    `#### ${cell(repository)}`,
    limited(['to delete', 'digest', 'created', 'attached', 'reason'], gone, each => [
      ...factsOf(each),
      String(toDelete.filter(other => other.with === each.digest).length),
      refused.get(each.digest) ?? each.why,
    ]),
    limited(['to keep', 'digest', 'created', 'reason'], shown, each => [...factsOf(each), each.why]),
  ];
}

function limited<Row extends PlannedDeletion | JudgedImage>(
  head: string[],
  rows: readonly Row[],
  cells: (row: Row) => string[],
): string {
  const more =
    rows.length > mostRows ? `\n\n… and ${rows.length - mostRows} more; the file of \`report\` has all.` : '';
  return table(head, rows.slice(0, mostRows).map(cells)) + more;
}

const tagsOf = (judged: readonly JudgedImage[]) => judged.reduce((sum, { tags }) => sum + tags.length, 0);
const factsOf = ({ tags, digest, created }: JudgedImage) => [
  tags.length === 0 ? 'untagged' : tags.join(', '),
  shortDigests(digest),
  created === undefined ? '' : new Date(created).toISOString().slice(0, 10),
];
