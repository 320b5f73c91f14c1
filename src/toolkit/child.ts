import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';

/** Finds a program on the PATH. */
export function findOnPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '')
    .map(folder => join(folder, name))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Wraps a command so that it is killed when this process ends, even by SIGKILL. Unchanged on systems without the `setpriv` of util-linux:
 * that of BusyBox, as on Alpine, is a link to it and has no `--pdeathsig`.
 */
export function dieWithParent(command: string, args: string[]): [string, string[]] {
  const setpriv = findOnPath('setpriv');
  if (setpriv === undefined || basename(realpathSync(setpriv)) !== 'setpriv') return [command, args];
  return [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}
