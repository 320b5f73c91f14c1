import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/**
 * Outputs, summaries and annotations for scripts/release.ts only. It runs in jobs that hold release keys, so it must not load npm
 * packages; all other code uses @actions/core. Formats: docs.github.com, "Workflow commands for GitHub Actions".
 */

/** Sets an output of the step. */
export function setOutput({ GITHUB_OUTPUT: file }: NodeJS.ProcessEnv, name: string, value: string): void {
  // Random, so that a value cannot end its own block and set another output.
  const delimiter = `end-${randomUUID()}`;
  if (file) appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** Adds Markdown to the job summary. */
export function addSummary({ GITHUB_STEP_SUMMARY: file }: NodeJS.ProcessEnv, markdown: string): void {
  if (file) appendFileSync(file, `${markdown}\n`);
}

/** Returns an annotation as a line of the log, such as `::error::message`. Pure. */
export function annotation(level: 'error' | 'warning', message: string): string {
  return `::${level}::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;
}
