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
