import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../toolkit/errors.ts';
import type { Sha256 } from '../checksum.ts';
import { checkImages } from '../images.ts';
import { faultsInMirror } from '../object-stores/mirror.ts';
import { type ArchiveIndex, parseArchive, places } from './inventory.ts';

export interface Checked {
  readonly index: ArchiveIndex;
  /** Sentences; nothing when every byte is what it was. */
  readonly problems: readonly string[];
}

/** @throws UserError when the folder is no archive, or one that was not finished. */
export async function readArchive(folder: string): Promise<ArchiveIndex> {
  const text = await readFile(join(folder, places.index), 'utf8').catch(() => undefined);
  if (text !== undefined) return parseArchive(text);
  throw new UserError(
    `${folder} is no archive, or one that was not finished`,
    'name the folder that `slipway archive` made, or run that once more',
  );
}

/**
 * Reads every byte of an archive.
 * @throws UserError as `readArchive`.
 */
export async function checkArchive(folder: string): Promise<Checked> {
  const index = await readArchive(folder);
  const problems: string[] = [];
  for (const { path, sha256 } of index.files) {
    const found = await hashOfFile(join(folder, path));
    if (found !== sha256) problems.push(`${path} is ${found === undefined ? 'missing' : 'damaged'}`);
  }
  problems.push(...(await faultsInMirror(join(folder, places.bucket))));
  problems.push(...(await checkImages(join(folder, places.images), index.images)));
  return { index, problems };
}

/** Undefined when it is not there or cannot be read. */
export async function hashOfFile(file: string): Promise<Sha256 | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch {
    return undefined;
  }
  return hash.digest('hex') as Sha256;
}
