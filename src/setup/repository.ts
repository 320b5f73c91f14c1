import { execFile } from 'node:child_process';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../toolkit/errors.ts';
import type { ComposeService } from './compose.ts';

/** What `init` and `doctor` read of a repository. */

export interface Repository {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Name of the folder; below the root of a git repository where another application has that name, its path from there. */
  readonly name: string;
  /** Absolute path of the root of the git repository, without symlinks. */
  readonly top: string;
  /** Paths of all files that git does not ignore, relative to the folder. */
  readonly paths: readonly string[];
  /** Contents of the small text files among them, by path, and of the workflows, which GitHub reads at the root of the git repository. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many text files were not read, because there are too many. */
  readonly unread: number;
  /** URL of the git remote `origin`; undefined when there is none. */
  readonly remote: string | undefined;
  /** Name of the branch that is released. */
  readonly branch: string;
  /** Path of the folder below the root of the git repository, such as `services/shop/`. */
  readonly prefix: string;
  /** What a compose file above the folder says about it. */
  readonly services?: readonly ComposeService[];
}

/** Folders of what others wrote. */
const foreign = /(^|\/)(node_modules|vendor|\.?venv|__pycache__|\.git|\.terraform|\.gradle)\//;
/** Folders that a build makes, where git does not say so. */
const built = new Set(['dist', 'build', 'target', 'bin', 'obj', 'coverage', '.next', '.idea', '.vscode']);
const deepest = 8;
const mostTexts = 5000;
const largestText = 256 * 1024;
const readable =
  /\.(ya?ml|json|toml|xml|gradle|kts|csproj|props|[cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|txt|properties)$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Makefile|Procfile|Gemfile|go\.mod|\.nvmrc|\.(ruby|python|node)-version|Kustomization)$/;

/** Whether a file lists the versions of all packages. Pure. */
export const isLock = (path: string): boolean => /(^|\/)(package-lock\.json|pnpm-lock\.yaml)$/.test(path);

/**
 * Reads a folder and what git knows about it.
 * @param limit the most files whose text is read, those near the root first.
 */
export async function readRepository(folder: string, limit = mostTexts): Promise<Repository> {
  const root = resolve(folder);
  const [remote, head, current, prefix, listed, deleted] = await Promise.all([
    git(root, 'config', '--get', 'remote.origin.url'),
    git(root, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
    git(root, 'symbolic-ref', '--short', 'HEAD'),
    git(root, 'rev-parse', '--show-prefix'),
    git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'),
    git(root, 'ls-files', '-z', '--deleted'),
  ]);
  const gone = new Set(deleted.split('\0'));
  const known = [...new Set(listed.split('\0'))].filter(path => !gone.has(path) && !foreign.test(path));
  const paths = listed === '' ? await filesIn(root, '') : known.filter(path => path !== '').sort();
  const top = await realpath(resolve(root, '../'.repeat(prefix.split('/').length - 1)));
  const depth = (path: string) => path.split('/').length;
  const wanted = paths
    .filter(path => readable.test(path) && !isLock(path))
    .sort((a, b) => depth(a) - depth(b));
  const texts = new Map<string, string>();
  for (const path of wanted.slice(0, limit)) {
    const text = await textOf(join(root, path), top);
    if (text !== undefined) texts.set(path, text);
  }
  if (prefix !== '') for (const [path, text] of await workflowsAbove(top)) texts.set(path, text);
  const taken = prefix === '' ? [] : await applicationsBeside(root, top, prefix);
  const branch = head.replace(/^origin\//, '') || (current === 'master' ? current : 'main');
  const unread = Math.max(0, wanted.length - limit);
  return {
    root,
    top,
    name: taken.includes(labelOf(basename(root))) ? prefix.slice(0, -1) : basename(root),
    paths,
    texts,
    unread,
    remote: remote || undefined,
    branch,
    prefix,
  };
}

/** Returns the text of a small file; undefined for another, and for a symlink that points outside the repository. */
async function textOf(file: string, top: string): Promise<string | undefined> {
  const real = await realpath(file).catch(() => '');
  if (!isInside(real, top)) return undefined;
  const found = await stat(real);
  return found.isFile() && found.size <= largestText ? readFile(real, 'utf8') : undefined;
}

const isInside = (path: string, top: string) => path === top || path.startsWith(join(top, '/'));

/**
 * Requires that a file of the folder is written into the repository.
 * @throws UserError for a symlink that points outside it.
 */
export async function requireInside({ root, top }: Repository, path: string): Promise<void> {
  if (/(^|\/)\.git\//.test(path))
    throw new UserError(`${path} cannot be written: it is inside .git`, 'name another Dockerfile');
  let folder = dirname(join(root, path));
  let real: string | undefined;
  while (real === undefined) {
    const isLink = (await lstat(folder).catch(() => undefined))?.isSymbolicLink() ?? false;
    real = await realpath(folder).catch(() => (isLink ? '' : undefined));
    if (real === undefined) folder = dirname(folder);
  }
  if (isInside(real, top)) return;
  throw new UserError(
    `${path} cannot be written: ${relative(root, folder)} is a symlink that points outside the repository`,
    'replace it with a folder, then run slipway init again',
  );
}

/** Returns the workflows of the git repository, for a folder below its root. */
async function workflowsAbove(top: string): Promise<[string, string][]> {
  const folder = '.github/workflows';
  const names = await readdir(join(top, folder)).catch(() => []);
  const files = names.filter(name => /\.ya?ml$/.test(name));
  return Promise.all(
    files.map(
      async (name): Promise<[string, string]> => [
        `${folder}/${name}`,
        (await textOf(join(top, folder, name), top)) ?? '',
      ],
    ),
  );
}

/** Returns the names of the applications in other folders of the git repository. */
async function applicationsBeside(root: string, top: string, prefix: string): Promise<string[]> {
  const listed = await git(
    root,
    ...['ls-files', '--full-name', '-z', '--cached', '--others', '--exclude-standard'],
    ...['--', ':(top,glob)**/slipway.yml'],
  );
  const paths = listed.split('\0').filter(path => path !== '' && path !== `${prefix}slipway.yml`);
  const texts = await Promise.all(paths.slice(0, mostTexts).map(path => textOf(join(top, path), top)));
  return texts.flatMap(text => /^app:[ \t]*["']?([\w-]+)/m.exec(text ?? '')?.[1] ?? []);
}

async function filesIn(root: string, folder: string, depth = 0): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) found.push(path);
    else if (depth < deepest && !built.has(entry.name) && !foreign.test(`${path}/`))
      found.push(...(await filesIn(root, path, depth + 1)));
  }
  return found;
}

/** Returns what git prints; empty when it fails. */
async function git(folder: string, ...args: string[]): Promise<string> {
  // The settings of an unpacked repository may name a program for git to run.
  const all = ['-C', folder, '-c', 'core.fsmonitor=false', ...args];
  const answer = await promisify(execFile)('git', all, { maxBuffer: 64 << 20 }).catch(() => ({ stdout: '' }));
  return answer.stdout.trim();
}

/** Returns host, owner and name of a git remote; undefined for another form. Pure. */
export function remoteOf(url: string | undefined): { host: string; owner: string; name: string } | undefined {
  const [, host = '', owner = '', name = ''] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^/:@]+)(?::\d+)?[:/](?:.*\/)?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(
      url ?? '',
    ) ?? [];
  return name === '' ? undefined : { host, owner, name };
}

/** Whether two addresses, by HTTPS or SSH, are of one repository. Pure. */
export function isSameRemote(one: string, other: string | undefined): boolean {
  const [first, second] = [one, other ?? ''].map(url =>
    url
      .replace(/^[a-z+]+:\/\//, '')
      .replace(/^[^@/]+@/, '')
      .replace(/^([^/:]+)(?::\d+(?=\/))?[:/]\/?/, '$1/')
      .replace(/(\.git)?\/?$/, '')
      .toLowerCase(),
  );
  return first === second;
}

/** Returns the folder of a path; empty for the root. Pure. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Returns a text as a name that Kubernetes accepts, also for a Service: lower-case letters, digits and `-`, a letter first. Pure. */
export const labelOf = (text: string, longest = 40): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-*(?=\d)/, 'app-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '') || 'app';
