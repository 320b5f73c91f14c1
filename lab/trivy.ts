import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from './lab.ts';
import { run } from './process.ts';

/** Trivy's cache directory (`--cache-dir`), with a database of a few true advisories in it; see lab/tools/trivydb. */
export function trivyCache(lab: Lab): string {
  return join(lab.dir, 'trivy');
}

/** Its age is that of the lab, so a scan that refuses an old one takes it. */
export async function writeTrivyDatabase(lab: Lab, writer: string): Promise<void> {
  if (existsSync(join(trivyCache(lab), 'db', 'metadata.json'))) return;
  await run(lab, 'outside', [writer, trivyCache(lab)]);
}
