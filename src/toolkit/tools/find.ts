import { access } from 'node:fs/promises';
import { cancelled } from '../errors.ts';
import { ask } from '../program.ts';
import { demandsPinned } from './demand.ts';
import { cacheFolder, keptAt, obtain } from './download.ts';
import { chooseTool, downloadFor, type Pin, versionIn } from './pin.ts';

/** How a program is called: its path, and for the plugin of another one, its name there. */
export type Call = readonly [string, ...string[]];

export interface Search {
  /** How the one on this machine is called, if there is one; passed over where `env` demands pinned ones. */
  readonly found: Call | undefined;
  /** What it may know when it is asked for its version. Default: `env`, here. */
  readonly asking?: { readonly env: NodeJS.ProcessEnv; readonly cwd: string };
  /** A folder of this run alone, for a downloaded one. */
  readonly folder: string;
  /** Where to ask instead of where it is published. */
  readonly mirrors: readonly string[];
  /** Where they are written, for people. Default: the input `tool-mirrors`. */
  readonly mirrorsIn?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/**
 * Finds a program to run, or downloads the pinned one.
 * @throws UserError when there is none, or when the download is not what was pinned.
 */
export async function findTool(pin: Pin, search: Search): Promise<Call> {
  const { folder, mirrors, mirrorsIn, env, signal, report } = search;
  const found = demandsPinned(env) ? undefined : search.found;
  const platform = `${process.platform}-${process.arch}`;
  const cache = cacheFolder(env, pin.name);
  const download = downloadFor(pin, platform);
  const [version, cached] = await Promise.all([
    found === undefined ? undefined : versionOf(pin, found, search),
    download === undefined ? false : exists(keptAt(download, cache)),
  ]);
  if (signal.aborted) throw cancelled();
  const choice = chooseTool(pin, { found: version, platform, cached });
  if (choice.use === 'path' && found !== undefined) {
    if (choice.warning !== undefined) report(choice.warning);
    return found;
  }
  if (choice.use !== 'path' && choice.note !== undefined) report(choice.note);
  if (download === undefined) throw new Error(`nothing was chosen for ${pin.name} on ${platform}`);
  const { name, version: pinned } = pin;
  return [
    await obtain(download, { name, version: pinned, cache, folder, mirrors, mirrorsIn, signal, report }),
  ];
}

async function versionOf(pin: Pin, found: Call, { asking, env, signal: cancel }: Search): Promise<string> {
  const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
  const answer = await ask([...found, ...pin.asks], { ...(asking ?? { env }), signal }).catch(
    () => undefined,
  );
  return answer?.code === 0 ? versionIn(pin, answer.stdout) : 'unknown';
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
