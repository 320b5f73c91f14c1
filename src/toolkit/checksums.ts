import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from './errors.ts';
import { readNamed } from './named-file.ts';

/**
 * Checksums of files that pass from one job to another through a place where others may write, such as GitHub artifacts. The digest of
 * the list is passed as an output of the job, and so authenticates all files.
 */

/** The file with the checksums, in the format of `sha256sum`. */
export const listName = 'checksums.txt';

/** SHA-256 in hex, by file name. */
export type Checksums = ReadonlyMap<string, string>;

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Writes the checksums of the files in a folder, without hidden files and subfolders. @returns SHA-256 of the list. */
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
 * Reads the checksums of a folder.
 * @param digest SHA-256 of the list, in hex.
 * @throws UserError when the list is missing or has another digest.
 */
export async function readChecksums(folder: string, digest: string): Promise<Checksums> {
  const path = join(folder, listName);
  if (!/^[0-9a-f]{64}$/.test(digest))
    throw new UserError(
      `the digest of the reports is not a SHA-256: "${digest}"`,
      'use the output `reports-digest` of `scan`',
    );
  const text = await readNamed(path, 'use the unchanged folder that `scan` wrote');
  if (sha256(text) !== digest)
    throw new UserError(
      `${path} was changed after the scan: its SHA-256 is ${sha256(text)}, not ${digest}`,
      'scan the images again, and find out which jobs of this run write artifacts',
    );
  return new Map(
    [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]),
  );
}
