import { readFile } from 'node:fs/promises';
import { UserError } from './errors.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
};

/**
 * Reads a text file that an input or slipway.yml names.
 * @param remedy which name to correct.
 * @throws UserError that says why it cannot be read.
 */
export const readNamed = (path: string, remedy: string): Promise<string> =>
  readFile(path, 'utf8').catch(unreadable(path, remedy));

/** Returns a handler that throws the error about a file or folder that cannot be read. */
export const unreadable =
  (what: string, remedy: string) =>
  (cause: NodeJS.ErrnoException): never => {
    throw new UserError(`${what} cannot be read: ${reasons[cause.code ?? ''] ?? cause.message}`, remedy, {
      cause,
    });
  };
