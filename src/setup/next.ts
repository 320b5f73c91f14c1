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

/** The Secret that new manifests read. */
export interface NewSecret {
  readonly name: string;
  readonly keys: readonly string[];
  readonly envFiles: readonly string[];
}

/**
 * Returns the commands for the Secret. The compose file often has values for development, so VALUE and FILE stand for those of the
 * environment.
 */
export function secretCommands({ name, keys, envFiles }: NewSecret, namespace: string): string[] {
  const start = `kubectl create secret generic ${shellWord(name)} --namespace ${shellWord(namespace)}`;
  if (envFiles.length === 0)
    return [[start, ...keys.map(key => `--from-literal ${shellWord(key)}=VALUE`)].join(' ')];
  return [
    `${start} --from-env-file FILE`,
    // kubectl refuses literals beside a file.
    ...(keys.length === 0
      ? []
      : [`# FILE of Secret/${name} also holds the variables under \`environment\` in the compose file`]),
  ];
}

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
