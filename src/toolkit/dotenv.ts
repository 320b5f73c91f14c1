import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes outputs to a dotenv file, which GitLab turns into variables of later jobs (docs.gitlab.com, "artifacts:reports:dotenv"):
 * `SLIPWAY_<ACTION>_<OUTPUT>=value`, quotes are literal, no comments, no empty lines.
 */

/** Bytes. GitLab fails the job if the file is larger. */
export const largestDotenv = 5 * 1024;

/** Writes the outputs of an action to the file, and replaces its earlier ones. @returns the omitted outputs, a sentence each. */
export function writeDotenv(path: string, action: string, outputs: ReadonlyMap<string, string>): string[] {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { text, left } = dotenvWith(before, action, outputs);
  writeFileSync(path, text);
  return left;
}

/** Returns the file with the outputs of an action added; those of other actions are kept. Pure. */
export function dotenvWith(
  before: string,
  action: string,
  outputs: ReadonlyMap<string, string>,
): { text: string; left: string[] } {
  const prefix = `SLIPWAY_${nameOf(action)}_`;
  const others = before.split('\n').filter(line => line !== '' && !line.startsWith(prefix));
  let text = others.map(line => `${line}\n`).join('');
  const left: string[] = [];
  for (const [name, value] of outputs) {
    const line = `${prefix}${nameOf(name)}=${value.replace(/\r\n|\r|\n/g, '\\n')}\n`;
    // GitLab would expand variables of the job, secret ones too.
    if (value.includes('$')) left.push(`the output \`${name}\` is omitted, because it contains a "$"`);
    else if (Buffer.byteLength(text) + Buffer.byteLength(line) > largestDotenv)
      left.push(`the output \`${name}\` is omitted, because GitLab accepts at most ${largestDotenv} bytes`);
    else text += line;
  }
  return { text, left };
}

const nameOf = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
