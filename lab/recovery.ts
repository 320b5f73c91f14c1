import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openApi } from './api.ts';
import { link, startBuilds } from './build.ts';
import type { Credentials } from './credentials.ts';
import { databaseImage } from './database-image.ts';
import { singleFileImage } from './images.ts';
import { cacheRoot, type Lab, REGISTRY, type Say } from './lab.ts';
import { startNetpol } from './netpol.ts';
import { seed } from './registry.ts';
import { startStores } from './s3.ts';
import { RECOVERY_TOOLS } from './tools.ts';

/** PostgreSQL 17 with Patroni, pgBackRest, restic and age. */
export const DATABASE_IMAGE = `${REGISTRY}/base/postgres:17`;

/** The application of `examples/records`. */
export const RECORDS_IMAGE = `${REGISTRY}/examples/records:lab`;

/** The file that makes a lab one in which disasters are practised; others are neither larger nor slower for it. */
function recoveryMark(lab: Lab): string {
  return join(lab.dir, 'recovery');
}

export function isForRecovery(lab: Lab): boolean {
  return existsSync(recoveryMark(lab));
}

export function markForRecovery(lab: Lab): void {
  writeFileSync(recoveryMark(lab), '');
}

/** Gives a lab that is up the database image, the application that uses it, two object stores, and who enforces NetworkPolicies. */
export async function raiseRecovery(lab: Lab, credentials: Credentials, say: Say): Promise<void> {
  const { path } = startBuilds(RECOVERY_TOOLS, say);
  link(lab, 'versitygw', await path.versitygw);
  link(lab, 'netpol', await path.netpol);
  seed(lab, await databaseImage(lab, say), 'base/postgres', '17');
  seed(lab, recordsImage(await path.records), 'examples/records', 'lab');
  const api = openApi(lab, credentials.kubeconfig('admin'));
  try {
    await startStores(lab, api);
    say('object stores started');
    await startNetpol(lab, api, credentials, say);
  } finally {
    api.close();
  }
}

function recordsImage(program: string, cache: string = cacheRoot()): string {
  const layout = join(cache, 'images', basename(dirname(program)));
  if (!existsSync(layout)) singleFileImage(layout, program);
  return layout;
}
