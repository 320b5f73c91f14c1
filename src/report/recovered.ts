import type { OfflineRecovered } from '../recovery/offline/recovering.ts';
import type { PhaseTime } from '../recovery/phases.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cell, paragraphs } from '../toolkit/markdown.ts';
import { bullets, levelTable } from './summary-parts.ts';

/** Returns the job summary of a recovery from an offline archive. Pure. */
export function recoveredSummary(
  { levelChecks, started, changes }: OfflineRecovered,
  {
    archive,
    into,
    phaseTimes,
  }: { readonly archive: string; readonly into: string; readonly phaseTimes: readonly PhaseTime[] },
): string {
  const failed = levelChecks.filter(({ state }) => state === 'failed');
  const took = (phaseTimes.at(-1)?.to ?? 0) - (phaseTimes[0]?.from ?? 0);
  return paragraphs([
    failed.length === 0
      ? `### ✅ Everything from ${cell(archive)} is restored in ${cell(into)}`
      : `### ❌ Not everything from ${cell(archive)} was restored correctly`,
    failed.length === 0
      ? 'Check the application, resume the suspended CronJobs, then direct traffic to it. The database runs in a single pod: add standbys and backups before you rely on it.'
      : `**Why:** ${cell(failed[0]?.sentence ?? '')}`,
    levelTable(levelChecks),
    `**Started:** ${started.map(cell).join(', ') || 'nothing'}`,
    `**Took ${formatDuration(took)}:** ${phaseTimes.map(({ phase, from, to }) => `${phase} ${formatDuration(to - from)}`).join(', ')}`,
    bullets(changes),
  ]);
}
