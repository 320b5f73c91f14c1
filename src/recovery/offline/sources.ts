import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { findOnPath } from '../../toolkit/child.ts';
import { UserError } from '../../toolkit/errors.ts';
import { ask } from '../../toolkit/program.ts';
import type { Source } from './archive.ts';
import { places } from './inventory.ts';

/** What of this machine goes into an archive: the repository as it is checked out, our own code, and the programs that it takes. */

/** With the place of slipway.yml in the archive. */
export interface Checkout {
  readonly sources: readonly Source[];
  readonly config: string;
}

/**
 * Everything that git knows of the repository of slipway.yml and of its submodules, and nothing that it ignores; where there is no git,
 * slipway.yml alone.
 * @param config path of slipway.yml.
 * @throws UserError when a submodule is not checked out.
 */
export async function checkoutOf(config: string, env: NodeJS.ProcessEnv): Promise<Checkout> {
  const from = resolve(dirname(config));
  const git = (...args: string[]) =>
    ask(['git', '-C', from, ...args], { env }).catch(() => ({ code: undefined, stdout: '' }));
  const top = await git('rev-parse', '--show-toplevel');
  const list = ['ls-files', '-z', '--full-name', '--recurse-submodules', top.stdout.trim()];
  const listed = top.code === 0 ? await git(...list) : undefined;
  const root = listed?.code === 0 ? top.stdout.trim() : from;
  const own = relative(root, resolve(config));
  const tracked = listed?.code === 0 ? listed.stdout.split('\0').filter(path => path !== '') : [];
  const paths = [...new Set([...tracked, own])].sort();
  await refuseFolders(root, paths);
  return {
    sources: paths.map(path => ({ path: `${places.checkout}/${path}`, from: join(root, path) })),
    config: `${places.checkout}/${own}`,
  };
}

/** What git lists as one and is a folder is a submodule of which only the commit is known here. */
async function refuseFolders(root: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const found = await lstat(join(root, path)).catch(() => undefined);
    if (found?.isDirectory() === true)
      throw new UserError(
        `the submodule ${path} is not checked out, and an archive without it would not be whole`,
        'check it out: `git submodule update --init --recursive`, or `submodules: recursive` of actions/checkout',
      );
  }
}

/**
 * Our own code, as it runs now.
 * @param script what Node was started with.
 * @throws UserError when it is not run from a bundle.
 */
export async function bundleOf(script: string): Promise<Source[]> {
  const root = dirname(dirname(resolve(script)));
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter(each => each.isFile())
    .map(each => relative(root, join(each.parentPath, each.name)))
    .filter(path => /^(cli|lib)\/|^package\.json$/.test(path));
  if (!files.includes('cli/index.js'))
    throw new UserError(
      'the code of slipway is not found beside what runs',
      'run the archive by dist/cli/index.js of a release',
    );
  return files.sort().map(path => ({ path: `${places.bundle}/${path}`, from: join(root, path) }));
}

export interface Program {
  readonly name: string;
  readonly from: string;
  /** Arguments with which it is asked for its version. */
  readonly asks: readonly string[];
}

/** @throws UserError when one of them is not there. */
export function programsOn(signed: boolean): Program[] {
  const found = (name: string, asks: readonly string[]): Program => {
    const from = findOnPath(name);
    if (from !== undefined) return { name, from, asks };
    throw new UserError(`there is no ${name} on this machine to put into the archive`, `install ${name}`);
  };
  return [
    { name: 'node', from: process.execPath, asks: ['--version'] },
    found('kubectl', ['version', '--client', '--output=yaml']),
    // By which the backup is vouched for.
    ...(signed ? [found('cosign', ['version'])] : []),
  ];
}

export const programSource = ({ name, from }: Program): Source => ({
  path: `${places.programs}/${name}`,
  from,
  runs: true,
});

/** What a program says of its version, or that it says none. */
export async function versionOf({ from, asks, name }: Program, env: NodeJS.ProcessEnv): Promise<string> {
  const { code, stdout, stderr } = await ask([from, ...asks], { env });
  const [version] = /\bv?\d+\.\d+\.\d+\b/.exec(`${stdout}\n${stderr}`) ?? [];
  if (code === 0 && version !== undefined) return version.replace(/^v/, '');
  throw new UserError(
    `${basename(from)} does not say its version`,
    `see whether it is the ${name} that was meant`,
  );
}
