import type { OfflineRecovered } from '../recovery/offline/recovering.ts';
import type { Stamp } from '../recovery/phases.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cell, table } from '../toolkit/markdown.ts';

/** A recovery from an offline archive, for whoever has waited for it. Pure. */
export function recoveredSummary(
  { rungs, started, changes }: OfflineRecovered,
  {
    archive,
    into,
    stamps,
  }: { readonly archive: string; readonly into: string; readonly stamps: readonly Stamp[] },
): string {
  const failed = rungs.filter(({ state }) => state === 'failed');
  const marks = { passed: '✅', failed: '❌', skipped: '➖' } as const;
  const took = (stamps.at(-1)?.to ?? 0) - (stamps[0]?.from ?? 0);
  return `${[
    failed.length === 0
      ? `### ✅ Everything from ${cell(archive)} is back in ${cell(into)}`
      : `### ❌ What came back from ${cell(archive)} is not as it has to be`,
    failed.length === 0
      ? 'See that it is right, wake what is suspended, then lead the traffic to it. The database runs in a single pod: give it standbys and backups before it is relied on.'
      : `**Why:** ${cell(failed[0]?.sentence ?? '')}`,
    table(
      ['', 'level', 'what', 'said'],
      rungs.map(({ state, level, what, sentence }) => [marks[state], level, what, sentence]),
    ),
    `**Started:** ${started.map(cell).join(', ') || 'nothing'}`,
    `**It took ${formatDuration(Math.round(took))}:** ${stamps.map(({ phase, from, to }) => `${phase} ${formatDuration(Math.round(to - from))}`).join(', ')}`,
    ...(changes.length === 0 ? [] : [changes.map(each => `- ${cell(each)}`).join('\n')]),
  ].join('\n\n')}\n`;
}
