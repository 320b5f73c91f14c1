import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from './errors.ts';

/**
 * Files that travel from one job to another where others may write, such as artifacts of GitHub: the digest of one list travels as an
 * output of the job, and vouches for all of them.
 */

/** The file that lists the others, as `sha256sum` writes and checks it. */
export const listName = 'checksums.txt';

/** SHA-256 by name of the file, in hex. */
export type Checksums = ReadonlyMap<string, string>;

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Writes the list of the files in a folder; hidden files and folders are not in it. @returns SHA-256 of the list. */
export async function writeChecksums(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.') && entry.name !== listName)
    .map(({ name }) => name)
    .sort();
  const lines: string[] = [];
  for (const name of names) lines.push(`${sha256(await readFile(join(folder, name)))}  ${name}\n`);
  await writeFile(join(folder, listName), lines.join(''));
  return sha256(lines.join(''));
}

/**
 * Reads the list of a folder.
 * @param digest SHA-256 of the list, in hex.
 * @throws UserError when it is missing, or is another list.
 */
export async function readChecksums(folder: string, digest: string): Promise<Checksums> {
  const path = join(folder, listName);
  if (!/^[0-9a-f]{64}$/.test(digest))
    throw new UserError(
      `the digest of the reports is "${digest}", which is no SHA-256`,
      'give the output `reports-digest` of `scan`',
    );
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(`${path} cannot be read`, 'give the folder that `scan` wrote, as it was written', {
      cause: error,
    });
  });
  if (sha256(text) !== digest)
    throw new UserError(
      `${path} has the SHA-256 ${sha256(text)}, and the scan wrote ${digest}: something has changed it since`,
      'scan these images again, and look which job of this run writes artifacts',
    );
  return new Map(
    [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]),
  );
}
