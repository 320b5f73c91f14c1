import type { LevelCheck } from '../recovery/levels.ts';
import type { Restored } from '../recovery/restore.ts';
import { cell, paragraphs } from '../toolkit/markdown.ts';
import { bullets, levelTable } from './summary-parts.ts';

interface RestoreFacts {
  /** The database and its address; undefined when none was restored. */
  readonly restored: (Restored & { readonly address: string }) | undefined;
  readonly levelChecks: readonly LevelCheck[];
  /** The namespace of the restore. */
  readonly into: string;
}

/** Returns the job summary of a restore: its backup, its point in time, and what was proved. */
export function restoreSummary({ restored, levelChecks, into }: RestoreFacts): string {
  const failed = levelChecks.some(({ state }) => state === 'failed');
  const skipped = levelChecks.some(({ state, demanded }) => state === 'skipped' && demanded !== false);
  const where = restored?.address ?? into;
  const good = skipped ? '⚠️ Restored, but not all of it was verified' : '✅ Restored';
  const head = failed ? '### ❌ Restored, but not correctly' : `### ${good}: \`${cell(where)}\``;
  const backup = restored?.database.choice.backup;
  const from =
    restored === undefined || backup === undefined
      ? ''
      : `From ${cell(backup.label)} of repository ${backup.repository}, up to ${cell(restored.database.reached)} in the WAL.`;
  const differences = (restored?.differences ?? []).slice(0, 20);
  return paragraphs([head, from, levelTable(levelChecks), bullets(differences)]);
}
