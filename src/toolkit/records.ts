import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './checksums.ts';
import { isMap } from './map.ts';

/** Files that say what steps found, for `report`. */

/**
 * Returns the folder for them: SLIPWAY_RECORDS, or on GitHub one that the workflows keep as an artifact of the run. Empty: none is written.
 */
export function recordsFolder({
  SLIPWAY_RECORDS,
  GITHUB_ACTIONS,
  RUNNER_TEMP = '',
}: NodeJS.ProcessEnv): string {
  const usual = GITHUB_ACTIONS === 'true' && RUNNER_TEMP !== '' ? join(RUNNER_TEMP, 'slipway-records') : '';
  return SLIPWAY_RECORDS ?? usual;
}

/** Returns the application of a slipway.yml, because those of two applications may have the same path; empty if it cannot be read. */
export async function applicationIn(path: string): Promise<string> {
  const { parse } = await import('yaml');
  const value: unknown = await readFile(path, 'utf8')
    .then(text => parse(text, { logLevel: 'error' }))
    .catch(() => undefined);
  return isMap(value) && typeof value.app === 'string' ? value.app.slice(0, 100) : '';
}

/** Writes a file to that folder, if there is one. @param about what its name says, such as step, environment and path of slipway.yml. */
export async function writeRecord(
  env: NodeJS.ProcessEnv,
  about: readonly string[],
  content: string,
): Promise<void> {
  const folder = recordsFolder(env);
  if (folder === '') return;
  const file = about
    .filter(text => text !== '' && text !== 'slipway.yml')
    .join('-')
    .replace(/[^\w.-]/g, '_');
  await mkdir(folder, { recursive: true });
  // Long names that begin alike must differ, too.
  const name = file.length > 150 ? `${file.slice(0, 133)}-${sha256(file).slice(0, 16)}` : file;
  await writeFile(join(folder, `${name}.json`), content, { mode: 0o600 });
}
