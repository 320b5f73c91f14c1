import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Creates a temporary folder. GitHub's runner removes it after the job. */
export const newFolder = ({ RUNNER_TEMP }: NodeJS.ProcessEnv, name: string): Promise<string> =>
  mkdtemp(join(RUNNER_TEMP || tmpdir(), `slipway-${name}-`));

/** Passes a new temporary folder to `use`, and removes it afterwards. */
export async function withFolder<Result>(
  env: NodeJS.ProcessEnv,
  name: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await newFolder(env, name);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
