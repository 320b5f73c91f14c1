import { dirname } from 'node:path/posix';
import { matchesPath } from '../policy/patterns.ts';
import { UserError } from '../toolkit/errors.ts';

/** Which applications of a repository a commit changes. */

export interface RepositoryApp {
  /** Its name in slipway.yml. */
  readonly app: string;
  /** Path of its slipway.yml, relative to the root of the repository. */
  readonly config: string;
  /** `paths` in slipway.yml. */
  readonly paths?: readonly string[] | undefined;
}

export interface AppChange extends RepositoryApp {
  readonly changed: boolean;
  /** The first changed file that concerns it; undefined when there is none, or the files are unknown. */
  readonly file?: string | undefined;
}

/**
 * Returns for each application whether it has changed. Pure.
 * @param files the changed files, relative to the root of the repository; undefined when they are unknown, and every application counts
 * as changed.
 */
export function changesOf(
  applications: readonly RepositoryApp[],
  files: readonly string[] | undefined,
): AppChange[] {
  return applications.map(application => {
    if (files === undefined) return { ...application, changed: true };
    const file = files.find(each => concerns(application, each));
    return { ...application, changed: file !== undefined, file };
  });
}

/** As `on.push.paths` of GitHub: the last pattern that matches decides, and `!` excludes. */
function concerns({ config, paths = [folderOf(config)] }: RepositoryApp, file: string): boolean {
  if (file === config) return true;
  const last = paths.findLast(pattern => matchesPath(pattern.replace(/^!/, ''), file));
  return last !== undefined && !last.startsWith('!');
}

const folderOf = (config: string) => (dirname(config) === '.' ? '**' : dirname(config));

/** @throws UserError when two files name the same application, whose releases would replace each other. */
export function requireDistinct(applications: readonly RepositoryApp[]): void {
  const known = new Map<string, string>();
  for (const { app, config } of applications) {
    const other = known.get(app);
    if (other !== undefined)
      throw new UserError(
        `${other} and ${config} both name their application "${app}"`,
        'give each application its own `app`, because objects in the cluster are named after it',
      );
    known.set(app, config);
  }
}
