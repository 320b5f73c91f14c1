import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Outputs as a dotenv file, which GitLab makes variables of for the jobs that follow (docs.gitlab.com, "artifacts:reports:dotenv"):
 * `SLIPWAY_<ACTION>_<OUTPUT>=value`, quotes as they are, no comments, no empty lines.
 */

/** Bytes; GitLab refuses a larger file, and with it the job. */
export const largestDotenv = 5 * 1024;

/** Writes what an action set into the file, over what it had set there before. @returns what is left out, with the reason. */
export function writeDotenv(path: string, action: string, outputs: ReadonlyMap<string, string>): string[] {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { text, left } = dotenvWith(before, action, outputs);
  writeFileSync(path, text);
  return left;
}

/** The file with the outputs of an action; those of others stay. Pure. */
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
    // GitLab would put variables of the job in, secret ones too.
    if (value.includes('$')) left.push(`\`${name}\` is not in it, because it holds a "$"`);
    else if (Buffer.byteLength(text) + Buffer.byteLength(line) > largestDotenv)
      left.push(`\`${name}\` is not in it, because GitLab takes ${largestDotenv} bytes at most`);
    else text += line;
  }
  return { text, left };
}

const nameOf = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
