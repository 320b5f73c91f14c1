import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheRoot, type Lab, type Say } from './lab.ts';
import { buildLayout, cached } from './layout.ts';
import { capture, MARK } from './process.ts';

const SUITE = 'trixie';
/** PostgreSQL, who watches over it, and what backs it up, restores it, and keeps its secrets. */
const PACKAGES = ['postgresql-17', 'patroni', 'pgbackrest', 'restic', 'age', 'ca-certificates', 'curl'];
/** Raised when what follows changes. */
const RECIPE = 1;

/** Of the user `postgres`: no package takes this number, and manifests need one that they can rely on. */
export const POSTGRES_ID = 5432;

const DOCKERFILE = `FROM scratch
ADD root.tar /
ENV PATH=/usr/lib/postgresql/17/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
USER ${POSTGRES_ID}:${POSTGRES_ID}
`;

/** What nobody reads in a container, half of it the compiler that PostgreSQL's JIT would use. */
const UNUSED = [
  ...['doc', 'man', 'info', 'locale', 'lintian', 'i18n', 'perl'].map(name => `usr/share/${name}`),
  ...['libLLVM*', 'perl/*'].map(name => `usr/lib/*-linux-gnu/${name}`),
  ...['llvmjit*', 'bitcode'].map(name => `usr/lib/postgresql/17/lib/${name}`),
  ...['cache/apt/*', 'lib/apt/lists/*', 'cache/debconf/*', 'log/*'].map(name => `var/${name}`),
  // The package makes a cluster of its own when it is installed.
  ...['var/lib/postgresql/17', 'etc/postgresql/17'],
  ...['dev/*', 'tmp/*', 'run/*'],
];

/** An OCI layout of PostgreSQL 17 with Patroni, pgBackRest, restic and age, all from Debian's packages; made once. */
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

/** Run in the new root. */
export function finishScript(): string {
  return [
    `groupmod -g ${POSTGRES_ID} postgres`,
    `usermod -u ${POSTGRES_ID} -g ${POSTGRES_ID} postgres`,
    `rm -rf ${UNUSED.map(path => `/${path}`).join(' ')}`,
    'install -d -m 2775 -o postgres -g postgres /run/postgresql /var/lib/postgresql /var/lib/pgbackrest',
  ].join('\n');
}

/**
 * With mounts and processes of its own, which end with it: debootstrap mounts /proc in the new root, the package of PostgreSQL
 * starts a server there, and neither may be left behind when we are killed.
 */
function inPrivate(lab: Lab, command: readonly string[]): Promise<string> {
  const place = ['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', '--'];
  return capture('setpriv', ['--pdeathsig', 'KILL', '--', ...place, ...command], {
    cwd: '/',
    env: { ...process.env, [MARK]: lab.dir },
  });
}
