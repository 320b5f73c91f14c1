import { appendFileSync, statSync } from 'node:fs';
import { summary } from '@actions/core';

/** What @actions/core does not do: a summary that fits, artifacts, and text in which the runner finds no commands. */

/** GitHub rejects a step summary of more than 1 MiB and shows nothing of it. */
export const largestSummary = 1024 * 1024;

/** Reports pushed images, `repository@digest` each, to GitHub's artifact attestations. Runners before 2.336 ignore them. */
export function addArtifacts(env: NodeJS.ProcessEnv, references: readonly string[]): void {
  if (!env.GITHUB_ARTIFACTS) return;
  appendFileSync(env.GITHUB_ARTIFACTS, references.map(reference => `oci://${reference}\n`).join(''));
}

/** Adds Markdown to the job summary, cut to what fits. Does nothing where there is no summary. */
export async function addSummary(markdown: string): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  await summary.addRaw(fitting(`${markdown}\n`, largestSummary - used)).write();
}

/** Returns the text, or as many whole lines of it as fit into `bytes`, and a note about the rest. Pure. */
export function fitting(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const note = '\n\nThe summary was cut here: GitHub shows 1 MiB of it at most. The log has the rest.\n';
  const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
  const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
  return note.length <= bytes ? `${whole}${note}` : '';
}

/** The lines between which the runner obeys no commands in the log. The token must be random. Pure. */
export function commandsOff(token: string): { stop: string; resume: string } {
  return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}
