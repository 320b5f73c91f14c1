import { dirname } from 'node:path';
import { withFolder } from '../../toolkit/folder.ts';
import { findTool } from '../../toolkit/tools/find.ts';
import { pins } from '../../toolkit/tools/pin.ts';
import { type Exec, localExec } from '../exec.ts';

/** Runs restic on this machine, for repositories that were copied here first. */

export interface LocalRestic {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/**
 * Calls `use` with a supported restic: that of this machine, or else the pinned one, which is removed afterwards.
 * @throws UserError when there is none to run.
 */
export function withLocalRestic<Result>(
  { env, signal, report }: LocalRestic,
  use: (exec: Exec) => Promise<Result>,
): Promise<Result> {
  return withFolder(env, 'restic', async folder => {
    const [program] = await findTool(pins.restic, { folder, env, signal, report });
    // The commands call restic by its name.
    return use(localExec({ ...env, PATH: `${dirname(program)}:${env.PATH ?? ''}` }));
  });
}
