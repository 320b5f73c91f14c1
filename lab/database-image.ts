import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheRoot, type Lab, type Say } from './lab.ts';
import { buildLayout, cached } from './layout.ts';
import { capture, MARK } from './process.ts';

const SUITE = 'trixie';
/** PostgreSQL, its failover manager, and tools for backup, restore and encryption. */
const PACKAGES = ['postgresql-17', 'patroni', 'pgbackrest', 'restic', 'age', 'ca-certificates', 'curl'];
/** Increase it when the contents of the image change. */
const RECIPE = 1;

/** Numeric id of the user `postgres`, fixed for manifests. No package uses this number. */
export const POSTGRES_ID = 5432;

const DOCKERFILE = `FROM scratch
ADD root.tar /
ENV PATH=/usr/lib/postgresql/17/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
USER ${POSTGRES_ID}:${POSTGRES_ID}
`;

/** Files that a container does not need. Half of their size is the compiler for PostgreSQL's JIT. */
const UNUSED = [
  ...['doc', 'man', 'info', 'locale', 'lintian', 'i18n', 'perl'].map(name => `usr/share/${name}`),
  ...['libLLVM*', 'perl/*'].map(name => `usr/lib/*-linux-gnu/${name}`),
  ...['llvmjit*', 'bitcode'].map(name => `usr/lib/postgresql/17/lib/${name}`),
  ...['cache/apt/*', 'lib/apt/lists/*', 'cache/debconf/*', 'log/*'].map(name => `var/${name}`),
  // The package creates a database cluster when it is installed.
  ...['var/lib/postgresql/17', 'etc/postgresql/17'],
  ...['dev/*', 'tmp/*', 'run/*'],
];

/** Returns an OCI layout of PostgreSQL 17 with Patroni, pgBackRest, restic and age from Debian packages; built once. */
export async function databaseImage(lab: Lab, say: Say, cache: string = cacheRoot()): Promise<string> {
  const layout = join(cache, 'images', `base-postgres-17-${process.arch}-${RECIPE}`);
  return cached(layout, 'the database image', say, async work => {
    const root = join(work, 'root');
    await inPrivate(lab, ['debootstrap', '--variant=minbase', `--include=${PACKAGES}`, SUITE, root]);
    await inPrivate(lab, ['chroot', root, 'sh', '-ec', finishScript()]);
    const context = join(work, 'context');
    mkdirSync(context);
    await capture('tar', ['--numeric-owner', '-cf', join(context, 'root.tar'), '-C', root, '.'], {});
    rmSync(root, { recursive: true });
    await buildLayout(lab, DOCKERFILE, context, work);
  });
}

/** Returns the script that finishes the image; it runs in the new root. */
export function finishScript(): string {
  return [
    `groupmod -g ${POSTGRES_ID} postgres`,
    `usermod -u ${POSTGRES_ID} -g ${POSTGRES_ID} postgres`,
    `rm -rf ${UNUSED.map(path => `/${path}`).join(' ')}`,
    'install -d -m 2775 -o postgres -g postgres /run/postgresql /var/lib/postgresql /var/lib/pgbackrest',
  ].join('\n');
}

/**
 * Runs a command in its own mount and PID namespaces. debootstrap mounts /proc in the new root, and the PostgreSQL package starts a
 * server there; the namespaces remove both even if this process is killed.
 */
function inPrivate(lab: Lab, command: readonly string[]): Promise<string> {
  const place = ['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', '--'];
  return capture('setpriv', ['--pdeathsig', 'KILL', '--', ...place, ...command], {
    cwd: '/',
    env: { ...process.env, [MARK]: lab.dir },
  });
}
