import { appendFileSync, statSync } from 'node:fs';
import { summary } from '@actions/core';

/** Features of the runner that @actions/core lacks: cutting the summary to its limit, artifacts, and output without workflow commands. */

/** GitHub rejects a larger step summary entirely. */
export const largestSummary = 1024 * 1024;

/** Reports pushed images, `repository@digest` each, to GitHub's artifact attestations. Runners before 2.336 ignore them. */
export function addArtifacts(env: NodeJS.ProcessEnv, references: readonly string[]): void {
  if (!env.GITHUB_ARTIFACTS) return;
  appendFileSync(env.GITHUB_ARTIFACTS, references.map(reference => `oci://${reference}\n`).join(''));
}

/** Adds Markdown to the job summary, cut to the limit. Does nothing without a summary. */
export async function addSummary(markdown: string): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  await summary.addRaw(fitting(`${markdown}\n`, largestSummary - used)).write();
}

/** Returns the text, or as many whole lines as fit into `bytes` and a note about the rest. Pure. */
export function fitting(
  text: string,
  bytes: number,
  note = '\n\nThe summary was cut here, because GitHub shows at most 1 MiB. The log has the rest.\n',
): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
  const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
  return note.length <= bytes ? `${whole}${note}` : '';
}

/** Returns the log lines between which the runner ignores workflow commands. The token must be random. Pure. */
export function commandsOff(token: string): { stop: string; resume: string } {
  return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}
