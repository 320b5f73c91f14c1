import { shellWord } from '../toolkit/shell-word.ts';
import { folderOf } from './repository.ts';

/** The commands after `init`. Pure. */

/** What comes next for one application. */
export interface NextCommands {
  /** What must run before the first build. */
  readonly first: readonly string[];
  readonly plan: string;
  /** What an administrator does, with remarks as comments of a shell. */
  readonly cluster: readonly string[];
  readonly doctor: string;
}

/** Returns a command that runs in a folder. */
export const inFolder = (folder: string, command: string): string =>
  folder === '.' ? command : `(cd ${shellWord(folder)} && ${command})`;

/**
 * Returns the commands for all applications, in order, each once.
 * @param folder of the repository.
 * @param written paths of the new files, relative to it.
 */
export function commandsOf(
  applications: readonly NextCommands[],
  folder: string,
  written: readonly string[],
): string[] {
  const added = [...new Set(written.map(path => folderOf(path) || path))].map(shellWord).join(' ');
  const commit = `git add ${added} && git commit --message 'Release with Slipway' && git push`;
  const all = [
    ...applications.flatMap(({ first }) => first),
    ...applications.map(({ plan }) => plan),
    ...applications.flatMap(({ cluster }) => cluster.filter(each => !each.startsWith('#'))),
    ...applications.flatMap(({ cluster }) => cluster.filter(each => each.startsWith('#'))),
    ...(written.length === 0 ? [] : [inFolder(folder, commit)]),
    ...applications.map(({ doctor }) => doctor),
  ];
  return [...new Set(all)];
}
