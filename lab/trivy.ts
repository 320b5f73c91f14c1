import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from './lab.ts';
import { run } from './process.ts';

/** Returns Trivy's cache directory (`--cache-dir`), whose database contains a few real advisories; see lab/tools/trivydb. */
export function trivyCache(lab: Lab): string {
  return join(lab.dir, 'trivy');
}

/** Writes the database for each lab, so that it is never too old for a scan. */
export async function writeTrivyDatabase(lab: Lab, writer: string): Promise<void> {
  if (existsSync(join(trivyCache(lab), 'db', 'metadata.json'))) return;
  await run(lab, 'outside', [writer, trivyCache(lab)]);
}
