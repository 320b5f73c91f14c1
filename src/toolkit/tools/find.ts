import { homedir } from 'node:os';
import { join } from 'node:path';
import { findOnPath } from '../child.ts';
import { cancelled } from '../errors.ts';
import { runForOutput } from '../program.ts';
import { demandsPinned } from './demand.ts';
import { chooseTool, downloadFor, type Pin, parseMirrors, versionIn } from './pin.ts';

/** The command of a program: its path, and for a plugin also its name. */
export type ToolCommand = readonly [string, ...string[]];

export interface Search {
  /** The installed program, which is ignored if `env` requires pinned programs. Default: the one on the PATH. */
  readonly found?: ToolCommand | undefined;
  /** Environment and folder in which its version is read. Default: `env` and the current folder. */
  readonly asking?: { readonly env: NodeJS.ProcessEnv; readonly cwd: string };
  /** A folder of this run only, for a download. */
  readonly folder: string;
  /** SLIPWAY_TOOL_MIRRORS names mirrors to use instead of the publisher. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/**
 * Finds an installed program, or downloads the pinned one.
 * @throws UserError when there is none, or the download has another checksum.
 */
export async function findTool(pin: Pin, search: Search): Promise<ToolCommand> {
  const { folder, env, signal, report } = search;
  const found = demandsPinned(env) ? undefined : (search.found ?? onPath(pin.name));
  const platform = `${process.platform}-${process.arch}`;
  const version = found === undefined ? undefined : await versionOf(pin, found, search);
  if (signal.aborted) throw cancelled();
  const choice = chooseTool(pin, version, platform);
  if (choice.use === 'path' && found !== undefined) {
    if (choice.warning !== undefined) report(choice.warning);
    return found;
  }
  if (choice.use === 'pinned' && choice.note !== undefined) report(choice.note);
  const download = downloadFor(pin, platform);
  if (download === undefined) throw new Error(`nothing was chosen for ${pin.name} on ${platform}`);
  const { name, version: pinned } = pin;
  const cache = cacheFolder(env);
  // Imported late: an installed program needs no library for downloads.
  const { obtain } = await import('./download.ts');
  const mirrors = parseMirrors(env.SLIPWAY_TOOL_MIRRORS ?? '', 'SLIPWAY_TOOL_MIRRORS');
  return [await obtain(download, { name, version: pinned, cache, folder, mirrors, signal, report })];
}

function onPath(name: string): ToolCommand | undefined {
  const path = findOnPath(name);
  return path === undefined ? undefined : [path];
}

async function versionOf(
  pin: Pin,
  found: ToolCommand,
  { asking, env, signal: cancel }: Search,
): Promise<string> {
  const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
  const answer = await runForOutput([...found, ...pin.asks], { ...(asking ?? { env }), signal }).catch(
    () => undefined,
  );
  return answer?.code === 0 ? versionIn(pin, answer.stdout) : 'unknown';
}

/** Returns the cache folder for downloads, which is kept between runs. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return (
    env.RUNNER_TOOL_CACHE || join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'slipway')
  );
}
