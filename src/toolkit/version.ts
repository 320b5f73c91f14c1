import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The root of this repository: source and bundle are both two folders deep. */
const repository = resolve(import.meta.dirname, '../..');

/**
 * Returns the version and, if it is known, the commit: `slipway 0.1.0, commit 3f…`.
 * @param root folder of package.json.
 */
export function versionOf(root = repository): string {
  const { version, commit } = packageOf(root);
  const made = committed(commit) ?? checkedOut(root);
  return `slipway ${version ?? 'of an unknown version'}${made === undefined ? '' : `, commit ${made}`}`;
}

/**
 * Returns the version, and the full commit if it is known: that of the clone or archive, of the reference by which npm installed the
 * package, or of the action that runs. A clone with uncommitted changes counts as its last commit.
 */
export function originOfCode(
  env: NodeJS.ProcessEnv,
  root = repository,
): { version: string; commit: string | undefined } {
  const { version = '0.0.0', commit } = packageOf(root);
  const clone = checkedOut(root)?.replace(/-dirty$/, '');
  const known = [commit, clone, installed(root), env.GITHUB_ACTION_REF].find(each => committed(each));
  return { version, commit: known };
}

/** Returns the commit of a package that npm installed from git, as npm notes it beside the packages. */
function installed(root: string): string | undefined {
  const file = join(dirname(root), '.package-lock.json');
  if (!existsSync(file)) return undefined;
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    packages?: Record<string, { resolved?: string }>;
  };
  return /[#/]([0-9a-f]{40})$/.exec(packages?.[`node_modules/${basename(root)}`]?.resolved ?? '')?.[1];
}

function packageOf(root: string): { version?: string; commit?: string } {
  const file = join(root, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The runner downloads an action as `git archive`, which writes the commit into package.json (export-subst). */
const committed = (commit = '') => (/^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined);

/** Returns the commit of a clone, with `-dirty` for uncommitted changes. A folder inside another repository has none. */
function checkedOut(root: string): string | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  try {
    const args = ['-C', root, 'describe', '--always', '--exclude=*', '--abbrev=64', '--dirty'];
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // git is missing, or does not trust the folder.
    return undefined;
  }
}
