import { basename, join } from 'node:path';
import { capture } from './process.ts';

/** A program that Debian 13 has finished: one file of a package. */
export interface DebianProgram {
  readonly version: string;
  /** The package in Debian's archive, up to its architecture. */
  readonly path: string;
  /** Of the package, by Debian's name of the architecture. */
  readonly sha256: Readonly<Record<string, string>>;
  /** The program in the package. */
  readonly file: string;
  /** With which it ends at once when this machine can run it. */
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

const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Takes a program from the archive that this machine's apt knows, and installs nothing.
 * @param work an empty folder. @returns where the program is in it.
 * @throws Error when there is no such archive, it lacks the package, or the program does not run here.
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

/** From the first archive that has it. apt checks the hash. */
async function download(path: string, archive: string, hash: string): Promise<void> {
  let last: unknown = new Error('apt has no archive');
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

/** The archives of this machine's sources, those of packages before those of security updates. */
async function mirrors(): Promise<string[]> {
  const listed = await apt('apt-get', 'indextargets', '--format', '$(REPO_URI)');
  const all = [...new Set(listed.split('\n').filter(line => line !== ''))];
  const updates = (mirror: string) => Number(basename(mirror) !== 'debian');
  return all.sort((a, b) => updates(a) - updates(b));
}

/** apt keeps its helper out of the usual places. */
function apt(program: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/lib/apt` };
  return capture(program, args, { env });
}
