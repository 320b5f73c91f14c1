import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync } from 'node:fs';

/**
 * What the runner of GitHub Actions and a step say to each other: inputs in variables, outputs and the summary in
 * files, annotations as lines of the log. Formats: docs.github.com, "Workflow commands for GitHub Actions".
 */

/** GitHub refuses a summary of more than 1 MiB a step, and then shows none of it. */
export const largestSummary = 1024 * 1024;

/** The value of an input; the runner makes spaces underscores and letters capitals, and leaves "-" alone. */
export function inputOf(env: NodeJS.ProcessEnv, name: string): string {
  return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
}

/** Sets an output; without a runner it goes nowhere. */
export function setOutput(env: NodeJS.ProcessEnv, name: string, value: string): void {
  // A delimiter that nobody can guess: no value ends its own block and begins another output.
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, outputBlock(name, value, `end-${randomUUID()}`));
}

/** @throws Error when the value holds the delimiter. Pure. */
export function outputBlock(name: string, value: string, delimiter: string): string {
  if (value.includes(delimiter)) throw new Error(`the output ${name} holds its own delimiter`);
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/**
 * Tells the runner of images that were made, `repository@digest` each, so that GitHub's own attestations find them; runners before
 * 2.336 do not ask.
 */
export function addArtifacts(env: NodeJS.ProcessEnv, references: readonly string[]): void {
  if (!env.GITHUB_ARTIFACTS) return;
  appendFileSync(env.GITHUB_ARTIFACTS, references.map(reference => `oci://${reference}\n`).join(''));
}

/** Adds Markdown to the job summary; what would make it too large is cut, and the cut is said. */
export function addSummary(env: NodeJS.ProcessEnv, markdown: string): void {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  appendFileSync(file, fitting(`${markdown}\n`, largestSummary - used));
}

/** The text, or as many whole lines of it as `bytes` hold, and a sentence about the rest. Pure. */
export function fitting(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const note = '\n\nThe summary was cut here: GitHub shows 1 MiB of it at most. The log has the rest.\n';
  const head = Buffer.from(text).subarray(0, Math.max(0, bytes - note.length));
  const whole = head.toString('utf8', 0, head.lastIndexOf('\n') + 1);
  return note.length <= bytes ? `${whole}${note}` : '';
}

/** A command of the log, such as `::error file=a.ts,line=3::message`. Pure. */
export function command(name: string, message: string, properties: Record<string, string> = {}): string {
  const escaped = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${[name, written.join(',')].filter(Boolean).join(' ')}::${escaped(message)}`;
}

/** The lines between which the runner obeys no command of the log; a token that nobody can guess ends it. Pure. */
export function commandsOff(token: string): { stop: string; resume: string } {
  return { stop: `::stop-commands::${token}`, resume: `::${token}::` };
}
