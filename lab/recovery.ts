import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { link } from './build.ts';
import { databaseImage } from './database-image.ts';
import { singleFileImage } from './images.ts';
import { cacheRoot, REGISTRY } from './lab.ts';
import type { Site } from './parts.ts';
import { seed } from './registry.ts';
import { startStores } from './s3.ts';

/** PostgreSQL 17 with Patroni, pgBackRest, restic and age. */
export const DATABASE_IMAGE = `${REGISTRY}/base/postgres:17`;

/** The application of `examples/records`. */
export const RECORDS_IMAGE = `${REGISTRY}/examples/records:lab`;

/** Adds the database image, an application that uses it, and two object stores. */
export async function raiseRecovery({ lab, tools, api, say }: Site): Promise<void> {
  seed(lab, await databaseImage(lab, say), 'base/postgres', '17');
  seed(lab, recordsImage(await tools.path.records), 'examples/records', 'lab');
  link(lab, 'versitygw', await tools.path.versitygw);
  await startStores(lab, await api);
  say('object stores started');
}

function recordsImage(program: string, cache: string = cacheRoot()): string {
  const layout = join(cache, 'images', basename(dirname(program)));
  if (!existsSync(layout)) singleFileImage(layout, program);
  return layout;
}
