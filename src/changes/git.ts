import { UserError } from '../toolkit/errors.ts';
import { ask } from '../toolkit/program.ts';

/** Timeout of a question to git. */
const timeout = 60_000;

/**
 * Returns the files that differ between a commit and the one that is checked out, relative to the root of the repository.
 * @returns undefined when the checkout does not contain the commit.
 * @throws UserError outside of the root of a Git repository.
 */
export async function changedFiles(folder: string, commit: string): Promise<string[] | undefined> {
  const prefix = await git(folder, 'rev-parse', '--show-prefix');
  if (prefix?.trim() !== '')
    throw new UserError(
      prefix === undefined
        ? 'the current folder is not in a Git repository'
        : `the current folder is ${prefix.trim()} of the repository, and not its root`,
      'check the repository out with `fetch-depth: 0`, and run this step at its root',
    );
  const kind = await git(folder, 'cat-file', '-t', commit);
  if (kind?.trim() !== 'commit') return undefined;
  const listed = await git(folder, 'diff', '--name-only', '--no-renames', '-z', commit, 'HEAD', '--');
  return listed?.split('\0').filter(path => path !== '');
}

/** Returns what git prints; undefined when it fails. */
async function git(folder: string, ...args: string[]): Promise<string | undefined> {
  const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(timeout) };
  const answer = await ask(['git', ...args], options).catch(() => undefined);
  return answer?.code === 0 ? answer.stdout : undefined;
}
