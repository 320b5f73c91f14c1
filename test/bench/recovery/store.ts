import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { bucketFolders } from '../../../lab/s3.ts';
import { DATA } from '../../database/settings.ts';
import type { Stage } from './stage.ts';

/** What is below the stores and the database: files of this machine, which are changed as bit rot and people do it. */

type Where = Pick<Stage, 'lab' | 'database'>;

/** Files of the near repository whose path has that in it. */
export function filesIn({ lab, database }: Where, pattern: RegExp): string[] {
  return bucketFolders(lab, 'near', database.buckets.near.name)
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name)),
    )
    .filter(path => pattern.test(path))
    .sort();
}

export const largest = (paths: readonly string[]): string => {
  const [path] = paths.toSorted((a, b) => statSync(b).size - statSync(a).size);
  if (path === undefined) throw new Error('there is no such file in the repository');
  return path;
};

/** @returns what puts it back. */
export function takeAway({ lab }: Pick<Where, 'lab'>, path: string): () => Promise<void> {
  const aside = join(lab.dir, 'taken-away');
  mkdirSync(aside, { recursive: true });
  const kept = join(aside, `${Date.now()}-${basename(path)}`);
  renameSync(path, kept);
  return async () => renameSync(kept, path);
}

/** Flips one bit in its middle. @returns what flips it back. */
export function flipBit(path: string): () => Promise<void> {
  const flip = () => {
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
  flip();
  return async () => flip();
}

/** Leaves half of it. @returns what makes it whole. */
export function cutInHalf(path: string): () => Promise<void> {
  const whole = readFileSync(path);
  truncateSync(path, Math.floor(whole.length / 2));
  return async () => writeFileSync(path, whole);
}

/** Where the primary keeps the rows of a table, as this machine sees it. */
export async function heapOf({ lab, database }: Where, table: string): Promise<string> {
  const primary = await database.primary();
  const [path = ''] = await database.sql(`select pg_relation_filepath('${table}')`, primary, 'shop');
  const node = await database.nodeOf(primary);
  return join(lab.dir, 'volumes', node, database.namespace, DATA.replace('/data/', ''), path);
}
