import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findOnPath } from '../../toolkit/child.ts';
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
export async function withLocalRestic<Result>(
  { env, signal, report }: LocalRestic,
  use: (exec: Exec) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'slipway-restic-'));
  try {
    const onPath = findOnPath(pins.restic.name);
    const found = onPath === undefined ? undefined : ([onPath] as const);
    const [program] = await findTool(pins.restic, { found, folder, env, signal, report });
    // The commands call restic by its name.
    return await use(localExec({ ...env, PATH: `${dirname(program)}:${env.PATH ?? ''}` }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
