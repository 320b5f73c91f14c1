import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { GitOps } from '../config/types.ts';
import { readGit, sourceOf } from '../image/git.ts';
import { ciOf } from '../toolkit/ci.ts';
import { UserError } from '../toolkit/errors.ts';
import { workflowEvent } from '../toolkit/github.ts';
import { readNamed } from '../toolkit/named-file.ts';
import { runForOutput } from '../toolkit/program.ts';
import { pathOfFile, type ReleasedImage } from './edit.ts';
import { bringsOnlyReleases } from './log.ts';
import { changedBy } from './session.ts';

/** Where the files of `delivery.gitops` are. */

/**
 * Returns the address of the repository, without a password, the token for it, and whether it is that of slipway.yml. The token of the
 * run goes to no other repository.
 * @param folder of slipway.yml.
 */
export async function placeOf(
  { repository }: Pick<GitOps, 'repository'>,
  { folder, token, env }: { folder: string; token: string; env: NodeJS.ProcessEnv },
): Promise<{ url: string; token: string; own: boolean }> {
  const url = ciOf(env) === undefined ? await remoteOf(folder, env) : (await readGit(env, folder)).source;
  if (repository !== undefined) return { url: repository, token, own: plain(repository) === plain(url) };
  if (url === undefined)
    throw new UserError(
      'the repository of slipway.yml has no address',
      'set `delivery.gitops.repository` in slipway.yml',
    );
  return { url, token: token || env.SLIPWAY_JOB_TOKEN || env.GITHUB_TOKEN || '', own: true };
}

/** Brings the forms of an address of a repository to one. */
const plain = (address = '') => (sourceOf(address) ?? address).replace(/(\.git)?\/?$/, '').toLowerCase();

/** @throws UserError in a run that only releases have started: its image differs in labels, so its release would start the next one. */
export async function requireNews(env: NodeJS.ProcessEnv): Promise<void> {
  if (!bringsOnlyReleases((await workflowEvent(env)).commits)) return;
  throw new UserError(
    'the commit of a release has started this run, and another release would start the next one, without end',
    'take `delivery.gitops.files` out of the triggers of the workflow (docs/gitops.md#files-in-the-repository-of-slipwayyml)',
  );
}

async function remoteOf(folder: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { code, stdout } = await runForOutput(['git', 'remote', 'get-url', 'origin'], { cwd: folder, env });
  const remote = stdout.trim();
  if (code !== 0 || remote === '') return undefined;
  return /^https?:/.test(remote) ? sourceOf(remote) : remote;
}

/**
 * Returns the files that a release would change in the working tree around slipway.yml, without a network; undefined for another repository.
 * @throws UserError with file and line for what cannot be changed.
 */
export async function checkWorkingTree(
  folder: string,
  gitops: GitOps,
  images: Readonly<Record<string, ReleasedImage>>,
): Promise<string[] | undefined> {
  if (gitops.repository !== undefined) return undefined;
  const root = rootOf(resolve(folder));
  const read = gitops.files.map(async file => {
    const path = pathOfFile(file);
    const remedy =
      'correct `delivery.gitops.files` in slipway.yml: its paths start at the root of the repository';
    return [path, await readNamed(join(root, path), remedy)] as const;
  });
  return [...changedBy(new Map(await Promise.all(read)), gitops.files, images).keys()];
}

function rootOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}
