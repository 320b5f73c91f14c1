import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../toolkit/errors.ts';

/** Writes a file in its folder, which is created if it is missing. Readers and later runs never see a part of it. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.partial`, content);
  await rename(`${file}.partial`, file);
}

/** Returns the error of a disk that is full or may not be written to; undefined for any other error. Pure. */
export function diskFault(folder: string, error: unknown, remedy: string): UserError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOSPC' && code !== 'EROFS' && code !== 'EACCES' && code !== 'EDQUOT') return undefined;
  const why = code === 'ENOSPC' ? 'the disk is full' : code;
  return new UserError(`${folder} cannot be written to: ${why}`, remedy, { cause: error });
}
