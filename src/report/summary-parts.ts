import type { LevelCheck } from '../recovery/levels.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { cell, table } from '../toolkit/markdown.ts';

/** Parts of several job summaries. All pure. */

/** Formats a list; empty without lines. */
export const bullets = (lines: readonly string[]): string => lines.map(line => `- ${cell(line)}`).join('\n');

/** Formats what was proved about a backup. @param skipped the mark of what was not checked. */
export function levelTable(levelChecks: readonly LevelCheck[], skipped = '➖'): string {
  const marks = { passed: '✅', failed: '❌', skipped };
  return table(
    ['', 'level', 'what', 'details'],
    levelChecks.map(({ state, level, what, sentence }) => [marks[state], level, what, sentence]),
  );
}

/** Returns the table of the images of a release. */
export const imageTable = (images: readonly string[]): string =>
  table(
    ['image'],
    images.map(image => [shortDigests(image)]),
  );
