import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository that this code is in: it is two folders deep, as source and as bundle. */
const repository = resolve(import.meta.dirname, '../..');

/**
 * Which Slipway this is: `slipway 0.1.0, commit 3f…`, as far as it is known.
 * @param root folder of its package.json.
 */
export function versionOf(root = repository): string {
  const { version, commit } = packageOf(root);
  const made = committed(commit) ?? checkedOut(root);
  return `slipway ${version ?? 'of an unknown version'}${made === undefined ? '' : `, commit ${made}`}`;
}

function packageOf(root: string): { version?: string; commit?: string } {
  const file = join(root, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** `git archive`, of which GitHub makes what a runner downloads, writes the commit where package.json asks for it (export-subst). */
const committed = (commit = '') => (/^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined);

/** The commit of a clone, with `-dirty` when it was changed since. A folder inside another's repository has no commit. */
function checkedOut(root: string): string | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  try {
    const args = ['-C', root, 'describe', '--always', '--exclude=*', '--abbrev=64', '--dirty'];
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // No git here, or one that does not trust the folder.
    return undefined;
  }
}
