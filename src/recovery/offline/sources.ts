import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { findOnPath } from '../../toolkit/child.ts';
import { UserError } from '../../toolkit/errors.ts';
import { runForOutput } from '../../toolkit/program.ts';
import type { FileToArchive } from './archive.ts';
import { places } from './inventory.ts';

/** Lists the files of this machine that go into an archive: the Git checkout, our own code, and programs. */

/** The files of a checkout, and the path of slipway.yml in the archive. */
interface Checkout {
  readonly sources: readonly FileToArchive[];
  readonly config: string;
}

/**
 * Lists the tracked files of the Git repository of slipway.yml and of its submodules; without Git, only slipway.yml.
 * @param config path of slipway.yml.
 * @throws UserError when a submodule is not checked out.
 */
export async function checkoutOf(config: string, env: NodeJS.ProcessEnv): Promise<Checkout> {
  const from = resolve(dirname(config));
  const git = (...args: string[]) =>
    runForOutput(['git', '-C', from, ...args], { env }).catch(() => ({ code: undefined, stdout: '' }));
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

/** Refuses submodules that are not checked out: Git lists each as one path, which is a folder. */
async function refuseFolders(root: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const found = await lstat(join(root, path)).catch(() => undefined);
    if (found?.isDirectory() === true)
      throw new UserError(
        `the submodule ${path} cannot be archived: it is not checked out`,
        'check it out with `git submodule update --init --recursive`, or with `submodules: recursive` of actions/checkout',
      );
  }
}

/**
 * Lists the files of the running slipway.
 * @param script the script that Node was started with.
 * @throws UserError when that is not a bundle of a release.
 */
export async function bundleOf(script: string): Promise<FileToArchive[]> {
  const root = dirname(dirname(resolve(script)));
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter(each => each.isFile())
    .map(each => relative(root, join(each.parentPath, each.name)))
    .filter(path => /^(cli|lib)\/|^package\.json$/.test(path));
  if (!files.includes('cli/index.js'))
    throw new UserError(
      'slipway cannot be archived: its code is not next to the running script',
      'run `archive` with dist/cli/index.js of a release',
    );
  return files.sort().map(path => ({ path: `${places.bundle}/${path}`, from: join(root, path) }));
}

export interface ArchivedProgram {
  readonly name: string;
  readonly from: string;
  /** Arguments that print its version. */
  readonly asks: readonly string[];
}

/** Finds the programs that a recovery needs. @throws UserError when one is not installed. */
export function programsOn(signed: boolean): ArchivedProgram[] {
  const found = (name: string, asks: readonly string[]): ArchivedProgram => {
    const from = findOnPath(name);
    if (from !== undefined) return { name, from, asks };
    throw new UserError(`${name} cannot be archived: it is not installed on this machine`, `install ${name}`);
  };
  return [
    { name: 'node', from: process.execPath, asks: ['--version'] },
    found('kubectl', ['version', '--client', '--output=yaml']),
    // Verifies the signatures of the backup.
    ...(signed ? [found('cosign', ['version'])] : []),
  ];
}

export const programSource = ({ name, from }: ArchivedProgram): FileToArchive => ({
  path: `${places.programs}/${name}`,
  from,
  runs: true,
});

/** Returns the version of a program. @throws UserError when it prints none. */
export async function versionOf(
  { from, asks, name }: ArchivedProgram,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const { code, stdout, stderr } = await runForOutput([from, ...asks], { env });
  const [version] = /\bv?\d+\.\d+\.\d+\b/.exec(`${stdout}\n${stderr}`) ?? [];
  if (code === 0 && version !== undefined) return version.replace(/^v/, '');
  throw new UserError(
    `${basename(from)} cannot be archived: it prints no version`,
    `check that it is ${name}`,
  );
}
