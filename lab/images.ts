import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cacheRoot, type Lab, type Say } from './lab.ts';
import { buildLayout, cached } from './layout.ts';
import { capture } from './process.ts';

/** Paths that differ between the architectures that Node supports. */
const MACHINES: Record<string, { readonly triplet: string; readonly loader: string }> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'lib64/ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'lib/ld-linux-aarch64.so.1' },
};
const LIBRARIES = [
  'libc.so.6',
  'libm.so.6',
  'libdl.so.2',
  'libpthread.so.0',
  'libstdc++.so.6',
  'libgcc_s.so.1',
];
const PACKAGES = ['libc6', 'libstdc++6', 'libgcc-s1'];

const DOCKERFILE = `FROM scratch
COPY . /
ENV PATH=/usr/local/bin:/usr/bin:/bin NODE_ENV=production
CMD ["node"]
`;
/** Increase it when the files below change. */
const RECIPE = 3;

/** Returns an OCI layout of the base image, built once for each version of Node. */
export async function baseImage(lab: Lab, say: Say, cache: string = cacheRoot()): Promise<string> {
  const node = nodePackage();
  const layout = join(cache, 'images', `base-node-${node.version}-${process.arch}-${RECIPE}`);
  return cached(layout, 'the base image', say, async work => {
    const root = join(work, 'root');
    mkdirSync(root, { recursive: true });
    await fillRoot(root, join(work, 'debian'), node.binary);
    await buildLayout(lab, DOCKERFILE, root, work);
  });
}

function nodePackage(): { readonly binary: string; readonly version: string } {
  const home = join(import.meta.dirname, '..', 'node_modules', `node-linux-${process.arch}`);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return { binary: join(home, 'bin', 'node'), version };
}

/** Writes Node, its libraries, the metadata of their packages for scanners, and a user other than root. */
async function fillRoot(root: string, debian: string, node: string): Promise<void> {
  const machine = MACHINES[process.arch];
  if (!machine) throw new Error(`no base image for ${process.arch}`);
  for (const archive of await unpack(PACKAGES, debian)) {
    put(
      root,
      `var/lib/dpkg/status.d/${archive.split('_')[0]}`,
      await capture('dpkg', ['-f', archive], { cwd: debian }),
    );
  }
  const from = (file: string) => {
    const found = ['lib', 'usr/lib']
      .flatMap(top => [
        join(debian, 'files', top, machine.triplet, file),
        join(debian, 'files', top, file),
        join(debian, 'files', 'lib64', file),
      ])
      .find(existsSync);
    if (!found) throw new Error(`none of the Debian packages contains ${file}`);
    return found;
  };
  for (const library of LIBRARIES) copy(from(library), join(root, 'lib', machine.triplet, library));
  copy(from(basename(machine.loader)), join(root, machine.loader));
  copy(node, join(root, 'usr/local/bin/node'));
  // Scanners detect the distribution by these files; trivy detects Debian only by the second.
  for (const file of ['/etc/os-release', '/etc/debian_version'])
    if (existsSync(file)) copy(file, join(root, file));
  put(root, 'etc/passwd', 'root:x:0:0:root:/:/sbin/nologin\nnode:x:1000:1000::/home/node:/sbin/nologin\n');
  put(root, 'etc/group', 'root:x:0:\nnode:x:1000:\n');
  mkdirSync(join(root, 'tmp'));
  chmodSync(join(root, 'tmp'), 0o1777);
}

/** Downloads Debian packages into a directory and unpacks them below its `files`, without installing them. */
async function unpack(packages: readonly string[], directory: string): Promise<string[]> {
  mkdirSync(directory, { recursive: true });
  const names = packages.join(' ');
  await capture(
    'sh',
    ['-c', `apt-get -qq download ${names} || { apt-get -qq update && apt-get -qq download ${names}; }`],
    { cwd: directory },
  );
  const archives = readdirSync(directory).filter(name => name.endsWith('.deb'));
  for (const archive of archives) await capture('dpkg', ['-x', archive, 'files'], { cwd: directory });
  return archives;
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Writes an image with one file, its entry point, as an OCI layout. */
export function singleFileImage(layout: string, program: string): void {
  const name = basename(program);
  fileImage(layout, [[name, readFileSync(program)]], { Entrypoint: [`/${name}`] });
}

/** Writes an image with executable files, by their paths without the leading slash, as an OCI layout. */
export function fileImage(layout: string, files: readonly TarEntry[], config: object): void {
  const partial = `${layout}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(partial, 'blobs', 'sha256'), { recursive: true });
  const add = (content: Buffer) => {
    const hex = createHash('sha256').update(content).digest('hex');
    writeFileSync(join(partial, 'blobs', 'sha256', hex), content);
    return { digest: `sha256:${hex}`, size: content.length };
  };
  const json = (value: object) => Buffer.from(JSON.stringify(value));
  const type = 'application/vnd.oci.image';
  const layer = add(tarOf(files));
  const described = add(
    json({
      architecture: process.arch === 'x64' ? 'amd64' : process.arch,
      os: 'linux',
      config,
      rootfs: { type: 'layers', diff_ids: [layer.digest] },
    }),
  );
  const manifest = add(
    json({
      schemaVersion: 2,
      mediaType: `${type}.manifest.v1+json`,
      config: { mediaType: `${type}.config.v1+json`, ...described },
      layers: [{ mediaType: `${type}.layer.v1.tar`, ...layer }],
    }),
  );
  writeFileSync(
    join(partial, 'index.json'),
    json({ manifests: [{ mediaType: `${type}.manifest.v1+json`, ...manifest }] }),
  );
  rmSync(layout, { recursive: true, force: true });
  renameSync(partial, layout);
}

export type TarEntry = readonly [path: string, content: Buffer];

/** Returns a tar archive (ustar) of executable files that root owns. */
export function tarOf(files: readonly TarEntry[]): Buffer {
  const parts = files.flatMap(([name, content]) => [
    tarHeader(name, content.length),
    content,
    Buffer.alloc((512 - (content.length % 512)) % 512),
  ]);
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number, at: number) =>
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at);
  header.write(name, 0);
  octal(0o755, 8, 100);
  octal(0, 8, 108);
  octal(0, 8, 116);
  octal(size, 12, 124);
  octal(0, 12, 136);
  header.write('        0', 148);
  header.write('ustar\u000000', 257);
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    7,
    148,
  );
  return header;
}

export function pauseImage(program: string, cache: string = cacheRoot()): string {
  const layout = join(cache, 'images', basename(dirname(program)));
  if (!existsSync(layout)) singleFileImage(layout, program);
  return layout;
}

/** Returns an image for Jobs in the cluster, with a shell (busybox from Debian) and the lab's kubectl. */
export async function kubectlImage(program: string, say: Say, cache: string = cacheRoot()): Promise<string> {
  const layout = join(cache, 'images', `${basename(dirname(program))}-1`);
  return cached(layout, 'the image with kubectl', say, async work => {
    await unpack(['busybox-static'], work);
    const files: TarEntry[] = [
      // Under this name busybox is a shell, which contains all its other programs.
      ['bin/sh', readFileSync(join(work, 'files', 'bin', 'busybox'))],
      ['bin/kubectl', readFileSync(program)],
    ];
    fileImage(join(work, 'layout'), files, { Env: ['PATH=/bin'], User: '65532:65532' });
  });
}
