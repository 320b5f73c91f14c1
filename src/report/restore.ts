import type { Rung } from '../recovery/ladder.ts';
import type { Restored } from '../recovery/restore.ts';
import { cell, table } from '../toolkit/markdown.ts';

export interface RestoreFacts {
  /** The database and where it answers; undefined when none was restored. */
  readonly restored: (Restored & { readonly address: string }) | undefined;
  readonly rungs: readonly Rung[];
  /** The namespace that it went to. */
  readonly into: string;
}

/** A restore for people: from what, up to where, and what was proved of it. */
export function restoreSummary({ restored, rungs, into }: RestoreFacts): string {
  const failed = rungs.some(({ state }) => state === 'failed');
  const where = restored?.address ?? into;
  const head = failed ? '### ❌ Restored, and not as it has to be' : `### ✅ Restored: \`${cell(where)}\``;
  const backup = restored?.database.choice.backup;
  const from =
    restored === undefined || backup === undefined
      ? []
      : [
          `From ${cell(backup.label)} of repository ${backup.repository}, up to ${cell(restored.database.reached)} in the log.`,
        ];
  const proofs = table(
    ['', 'level', 'what', 'said'],
    rungs.map(({ state, level, what, sentence }) => [
      { passed: '✅', failed: '❌', skipped: '➖' }[state],
      level,
      what,
      sentence,
    ]),
  );
  const differences = restored?.comparison?.differences ?? [];
  const list = differences.slice(0, 20).map(({ sentence }) => `- ${cell(sentence)}`);
  return `${[head, ...from, proofs, ...(list.length === 0 ? [] : [list.join('\n')])].join('\n\n')}\n`;
}
