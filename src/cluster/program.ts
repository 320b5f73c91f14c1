import { rmSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { findOnPath } from '../toolkit/child.ts';
import { newFolder } from '../toolkit/folder.ts';
import { demandsPinned } from '../toolkit/tools/demand.ts';

let provided: Promise<void> | undefined;
/** The path of the pinned kubectl, once it is on the PATH. */
let pinned: string | undefined;

/**
 * Ensures that kubectl is on the PATH of this process. An installed one is used whatever its version, because a check would take as
 * long as connecting. Otherwise, or where `env` demands it, the pinned version is downloaded for the lifetime of this process.
 * @throws UserError when there is no kubectl and the download fails.
 */
export async function provideKubectl(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const found = findOnPath('kubectl');
  if (found !== undefined && (found === pinned || !demandsPinned(env))) return;
  provided ??= download(env).finally(() => {
    provided = undefined;
  });
  return provided;
}

async function download(env: NodeJS.ProcessEnv): Promise<void> {
  const [{ findTool }, { pins }] = await Promise.all([
    import('../toolkit/tools/find.ts'),
    import('../toolkit/tools/pin.ts'),
  ]);
  const folder = await newFolder(env, 'kubectl');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const [program] = await findTool(pins.kubectl, {
      folder,
      env,
      signal: new AbortController().signal,
      report: line => process.stderr.write(`${line}\n`),
    });
    pinned = program;
    process.env.PATH = `${dirname(program)}${delimiter}${process.env.PATH ?? ''}`;
    process.once('exit', remove);
  } catch (error) {
    remove();
    throw error;
  }
}
