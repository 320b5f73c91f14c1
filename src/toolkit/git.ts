import { printable } from './printable.ts';
import { runForOutput } from './program.ts';

/**
 * Runs git in a folder, with the environment of this process.
 * @param timeout milliseconds.
 * @returns what it prints; undefined when it fails, takes longer, or is not installed.
 */
export async function askGit(
  folder: string,
  args: readonly string[],
  timeout: number,
): Promise<string | undefined> {
  const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(timeout) };
  const answer = await runForOutput(['git', ...args], options).catch(() => undefined);
  return answer?.code === 0 ? answer.stdout : undefined;
}

/** Milliseconds in which git finds a commit. */
const longest = 60_000;

/**
 * Finds the commit that a revision names, such as `HEAD^1`, a tag or a hash.
 * @returns its full hash, or why there is none.
 */
export async function commitOf(
  folder: string,
  revision: string,
): Promise<{ readonly commit: string } | { readonly why: string }> {
  // What begins with `-` must not be an option.
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`] as const;
  const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(longest) };
  const { code, stdout, stderr } = await runForOutput(['git', ...args], options);
  if (code === 0) return { commit: stdout.trim() };
  return { why: printable(stderr.trim() || `there is no commit ${revision}`) };
}
