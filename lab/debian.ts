import { basename, join } from 'node:path';
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
