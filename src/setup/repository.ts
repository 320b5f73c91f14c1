import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** What lies in a repository, as far as `init` and `doctor` look at it. */

export interface Repository {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Name of the folder. */
  readonly name: string;
  /** Paths of all files, relative to the folder. */
  readonly paths: readonly string[];
  /** Contents of the small text files among them, by path, and of the workflows, which GitHub reads at the root of the git repository. */
  readonly texts: ReadonlyMap<string, string>;
  /** URL of the git remote `origin`; undefined when there is none. */
  readonly remote: string | undefined;
  /** Name of the branch that is released. */
  readonly branch: string;
  /** Path of the folder below the root of the git repository, such as `services/shop/`. */
  readonly prefix: string;
}

const skipped = new Set([
  ...['node_modules', 'vendor', 'dist', 'build', 'target', 'bin', 'obj', 'venv', '__pycache__', '.git'],
  ...['.venv', '.next', '.idea', '.vscode', '.gradle', '.terraform', 'coverage'],
]);
const deepest = 8;
const mostFiles = 5000;
const largestText = 256 * 1024;
const readable =
  /\.(ya?ml|json|toml|xml|gradle|kts|csproj|props|[cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|txt|properties)$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Procfile|Gemfile|go\.mod|\.nvmrc|\.(ruby|python|node)-version|Kustomization)$/;

/** Reads a folder and what git knows about it. */
export async function readRepository(folder: string): Promise<Repository> {
  const root = resolve(folder);
  const paths = (await filesIn(root, '')).slice(0, mostFiles);
  const texts = new Map<string, string>();
  for (const path of paths) {
    if (!readable.test(path) || /(^|\/)(package-lock\.json|pnpm-lock\.yaml)$/.test(path)) continue;
    const file = join(root, path);
    if ((await stat(file)).size <= largestText) texts.set(path, await readFile(file, 'utf8'));
  }
  const [remote, head, current, prefix] = await Promise.all([
    git(root, 'config', '--get', 'remote.origin.url'),
    git(root, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
    git(root, 'symbolic-ref', '--short', 'HEAD'),
    git(root, 'rev-parse', '--show-prefix'),
  ]);
  if (prefix !== '') for (const [path, text] of await workflowsAbove(root, prefix)) texts.set(path, text);
  const branch = head.replace(/^origin\//, '') || (current === 'master' ? current : 'main');
  return { root, name: basename(root), paths, texts, remote: remote || undefined, branch, prefix };
}

/** Returns the workflows of the git repository, for a folder below its root. */
async function workflowsAbove(root: string, prefix: string): Promise<[string, string][]> {
  const folder = '.github/workflows';
  const top = resolve(root, '../'.repeat(prefix.split('/').length - 1), folder);
  const names = await readdir(top).catch(() => []);
  const files = names.filter(name => /\.ya?ml$/.test(name));
  return Promise.all(
    files.map(
      async (name): Promise<[string, string]> => [
        `${folder}/${name}`,
        await readFile(join(top, name), 'utf8'),
      ],
    ),
  );
}

async function filesIn(root: string, folder: string, depth = 0): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) found.push(path);
    if (entry.isDirectory() && depth < deepest && !skipped.has(entry.name))
      found.push(...(await filesIn(root, path, depth + 1)));
  }
  return found;
}

/** Returns what git prints; empty when it fails. */
async function git(folder: string, ...args: string[]): Promise<string> {
  const answer = await promisify(execFile)('git', ['-C', folder, ...args]).catch(() => ({ stdout: '' }));
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
