import type { Restored } from '../recovery/restore.ts';
import { cell, table } from '../toolkit/markdown.ts';

/** A restore for people: from what, up to where, and what was proved of it. */
export function restoreSummary({ database, rungs, comparison }: Restored, address: string): string {
  const failed = rungs.some(({ state }) => state === 'failed');
  const { backup } = database.choice;
  const head = failed ? '### ❌ Restored, and not as it has to be' : `### ✅ Restored: \`${cell(address)}\``;
  const from = `From ${cell(backup.label)} of repository ${backup.repository}, up to ${cell(database.reached)} in the log.`;
  const proofs = table(
    ['', 'level', 'what', 'said'],
    rungs.map(({ state, level, what, sentence }) => [
      { passed: '✅', failed: '❌', skipped: '➖' }[state],
      level,
      what,
      sentence,
    ]),
  );
  const differences = comparison?.differences ?? [];
  const list = differences.slice(0, 20).map(({ sentence }) => `- ${cell(sentence)}`);
  return `${[head, from, proofs, ...(list.length === 0 ? [] : [list.join('\n')])].join('\n\n')}\n`;
}
