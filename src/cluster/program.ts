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
  provided ??= toolOf('kubectl', env)
    .then(program => {
      pinned = program;
      process.env.PATH = `${dirname(program)}${delimiter}${process.env.PATH ?? ''}`;
    })
    .finally(() => {
      provided = undefined;
    });
  return provided;
}

/** A cache of the paths of programs, by their names, oldest versions and the PATH. */
const found = new Map<string, Promise<string>>();

/** Seeks a program once. */
function once(name: 'kubectl' | 'helm', env: NodeJS.ProcessEnv, from?: string): Promise<string> {
  const key = `${name} ${from} ${env.PATH}`;
  const known = found.get(key) ?? toolOf(name, env, from);
  found.set(key, known);
  known.catch(() => found.delete(key));
  return known;
}

/**
 * Returns the path of Helm: the one on the PATH if its version is supported, otherwise the pinned one, which is downloaded for the
 * lifetime of this process.
 * @throws UserError when there is no such Helm and the download fails.
 */
export const provideHelm = (env: NodeJS.ProcessEnv = process.env): Promise<string> => once('helm', env);

/**
 * Returns the path of a kubectl whose kustomize can call Helm 4: the one on the PATH if it is new enough, otherwise the pinned one.
 * @throws UserError when there is no such kubectl and the download fails.
 */
export const provideKubectlForCharts = (env: NodeJS.ProcessEnv = process.env): Promise<string> =>
  once('kubectl', env, '1.36.0');

/** Finds a program of a supported version, or downloads it. @param from the oldest version, if not the usual one. @returns its path. */
async function toolOf(name: 'kubectl' | 'helm', env: NodeJS.ProcessEnv, from?: string): Promise<string> {
  const [{ findTool }, { pins }] = await Promise.all([
    import('../toolkit/tools/find.ts'),
    import('../toolkit/tools/pin.ts'),
  ]);
  const folder = await newFolder(env, name);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const [program] = await findTool(from === undefined ? pins[name] : { ...pins[name], from }, {
      folder,
      env,
      signal: new AbortController().signal,
      report: line => process.stderr.write(`${line}\n`),
    });
    process.once('exit', remove);
    return program;
  } catch (error) {
    remove();
    throw error;
  }
}
