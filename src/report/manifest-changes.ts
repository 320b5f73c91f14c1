import { z } from 'zod';
import { counted } from '../toolkit/count.ts';
import { quoted } from '../toolkit/issues.ts';
import { fenced } from '../toolkit/markdown.ts';
import { oneLine } from '../toolkit/printable.ts';

/** What a commit changes for its environments, as a part of a summary or a comment. */

const changeSchema = z.object({
  environment: z.string(),
  /** `Kind/name`, or `slipway.yml` for the entry of the environment there. */
  object: z.string(),
  what: z.enum(['create', 'change', 'delete']),
  /** As in a diff. */
  lines: z.array(z.string()),
  /** The number of lines that are left out. */
  more: z.number(),
});

export const manifestComparisonSchema = z.object({
  compared: z.boolean(),
  /** Why it was not compared. */
  note: z.string(),
  changes: z.array(changeSchema),
  /** The number of objects that are left out. */
  omitted: z.number().optional(),
});

export type ManifestChange = z.output<typeof changeSchema>;
export type ManifestComparison = z.output<typeof manifestComparisonSchema>;

/** Bounds for what another job says. */
const [mostObjects, mostLines, longest] = [40, 120, 200];

const words = {
  create: 'new',
  change: 'changed',
  delete: 'no longer in the manifests',
};

/** Formats the changes of each environment. All text is untrusted. Pure. */
export function manifestChanges({ compared, note, changes, omitted = 0 }: ManifestComparison): string {
  if (!compared) return `The manifests were not compared with the base: ${quoted(note)}.`;
  if (changes.length === 0) return 'Nothing changes in slipway.yml and the manifests.';
  const groups = Map.groupBy(changes, ({ environment }) => environment);
  const parts = [...groups].map(([name, own]) => environmentPart(name, own));
  if (omitted > 0) parts.push(`Also changed, but not listed: ${counted(omitted, 'object')}.`);
  return parts.join('\n\n');
}

function environmentPart(name: string, changes: readonly ManifestChange[]): string {
  const listed = changes
    .slice(0, mostObjects)
    .map(({ object, what }) => `- ${quoted(object)}: ${words[what]}`);
  if (changes.length > mostObjects) listed.push(`- ${changes.length - mostObjects} more`);
  const all = changes.flatMap(({ object, lines, more }) =>
    lines.length === 0
      ? []
      : [`# ${short(object)}`, ...lines.map(short), ...(more > 0 ? [`# … ${more} more lines`] : [])],
  );
  const lines = all.slice(0, mostLines);
  if (all.length > lines.length) lines.push(`# … ${all.length - lines.length} more lines`);
  const fields =
    lines.length === 0
      ? []
      : [`<details><summary>The fields that change</summary>\n\n${fenced('diff', lines)}\n\n</details>`];
  return [`In ${quoted(name)}:`, listed.join('\n'), ...fields].join('\n\n');
}

const short = (text: string) => oneLine(text).slice(0, longest);
