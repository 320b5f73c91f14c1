import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program on the PATH, or undefined. */
export function findOnPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '')
    .map(folder => join(folder, name))
    .find(existsSync);
}

/** The command that ends when we end, SIGKILL included; on systems without `setpriv`, the command as it is. */
export function boundToUs(command: string, args: string[]): [string, string[]] {
  const setpriv = findOnPath('setpriv');
  return setpriv === undefined ? [command, args] : [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}
