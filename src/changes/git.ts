import { UserError } from '../toolkit/errors.ts';
import { askGit, commitOf } from '../toolkit/git.ts';
import { runForOutput } from '../toolkit/program.ts';

/** Milliseconds for one command. */
const longest = 60_000;

/** The files that differ between a commit and the one that is checked out. */
export interface ChangesSince {
  /** The full hash of the commit that was compared with. */
  readonly commit: string;
  /** Relative to the root of the repository. */
  readonly files: readonly string[];
}

/**
 * Compares a commit with the one that is checked out.
 * @param revision a hash, or another name of the commit, such as `HEAD^1`.
 * @returns undefined when the checkout does not contain the commit.
 * @throws UserError outside of the root of a Git repository.
 */
export async function changesSince(folder: string, revision: string): Promise<ChangesSince | undefined> {
  const git = (...args: string[]) => askGit(folder, args, longest);
  const prefix = await git('rev-parse', '--show-prefix');
  if (prefix?.trim() !== '')
    throw new UserError(
      prefix === undefined
        ? 'the current folder is not in a Git repository'
        : `the current folder is ${prefix.trim()} of the repository, and not its root`,
      'check the repository out with `fetch-depth: 0`, and run this step at its root',
    );
  const found = await commitOf(folder, revision);
  if ('why' in found) return undefined;
  const { commit } = found;
  const listed = await git('diff', '--name-only', '--no-renames', '-z', commit, 'HEAD', '--');
  return listed === undefined ? undefined : { commit, files: listed.split('\0').filter(path => path !== '') };
}

/** Whether the checkout contains a commit, and the one that is checked out does not follow it. */
export async function isOutsideHistory(folder: string, commit: string): Promise<boolean> {
  const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(longest) };
  const { code } = await runForOutput(['git', 'merge-base', '--is-ancestor', commit, 'HEAD'], options);
  // Other codes: the checkout does not contain it.
  return code === 1;
}
