import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../toolkit/errors.ts';

/** Writes a report to the path of an input, and creates its folder. @throws UserError when it cannot be written. */
export async function writeReport(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new UserError(`the report ${path} cannot be written`, 'choose another file', { cause: error });
  }
}
