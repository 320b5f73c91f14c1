import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { innermostCause, UserError } from '../toolkit/errors.ts';
import { writeRecord } from '../toolkit/records.ts';

/**
 * Writes a report to the path of an input, and creates its folder.
 * @param record also writes it for `report`, with a name that says this.
 * @throws UserError when it cannot be written.
 */
export async function writeReport(
  path: string,
  text: string,
  record?: { readonly env: NodeJS.ProcessEnv; readonly about: readonly string[] },
): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    if (record !== undefined) await writeRecord(record.env, record.about, text);
  } catch (error) {
    throw new UserError(
      `the report ${path} cannot be written: ${innermostCause(error)}`,
      'choose another file',
      { cause: error },
    );
  }
}
