import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parseReference } from '../../../src/image/reference.ts';
import { RegistryClient } from '../../../src/registry/client.ts';
import { buildx, root } from '../harness.ts';

/** The images that the good application is built from: the lab has no network, so builders bring npm, Go and its modules along. */

const run = promisify(execFile);
const registry = process.env.SLIPWAY_REGISTRY ?? '';
const shell = `${registry}/tools/kubectl:lab`;

/** Builds an image from files that `fill` puts into a folder. @returns its reference with the digest. */
async function built(
  name: string,
  dockerfile: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-image-'));
  try {
    await fill(folder);
    await writeFile(join(folder, 'Dockerfile'), dockerfile);
    await buildx(folder, ['--tag', `${registry}/${name}`]);
    return pinned(`${registry}/${name}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns a reference with the digest that its tag has now. */
export async function pinned(reference: string): Promise<string> {
  const found = await new RegistryClient().resolve(parseReference(reference));
  if (found === undefined) throw new Error(`the registry has no ${reference}`);
  return `${reference}@${found.digest}`;
}

/** Node with npm and a shell. */
export const nodeBuilder = (): Promise<string> =>
  built(
    'conformance/node-builder:24',
    `FROM ${registry}/base/node:24
COPY --from=${shell} /bin/sh /bin/sh
COPY npm /usr/local/lib/node_modules/npm
COPY start /usr/local/bin/npm
ENV HOME=/root
`,
    async folder => {
      const program = await realpath((await run('sh', ['-c', 'command -v npm'])).stdout.trim());
      await cp(dirname(dirname(program)), join(folder, 'npm'), { recursive: true });
      const start = join(folder, 'start');
      const cli = '/usr/local/lib/node_modules/npm/lib/cli.js';
      await writeFile(start, `#!/usr/local/bin/node\nrequire('${cli}')(process);\n`);
      await chmod(start, 0o755);
    },
  );

/** Go with the modules of examples/records, as a proxy of files. */
export const goBuilder = (): Promise<string> =>
  built(
    'conformance/go-builder:1.26',
    `FROM ${shell}
USER 0
WORKDIR /tmp
COPY go /usr/local/go
COPY proxy /go-proxy
ENV PATH=/usr/local/go/bin:/bin HOME=/root GOPROXY=file:///go-proxy GOSUMDB=off GOTOOLCHAIN=local
`,
    async folder => {
      const cwd = join(root, 'examples/records');
      const asked = async (name: string) => (await run('go', ['env', name], { cwd })).stdout.trim();
      await cp(await asked('GOROOT'), join(folder, 'go'), { recursive: true, dereference: true });
      const sums = await readFile(join(cwd, 'go.sum'), 'utf8');
      await copyModules(join(await asked('GOMODCACHE'), 'cache/download'), sums, join(folder, 'proxy'));
    },
  );

/** Copies the modules that go.sum names from the cache of Go, which has the layout of a proxy. */
export async function copyModules(cache: string, sums: string, to: string): Promise<void> {
  for (const [, path = '', version = ''] of sums.matchAll(/^(\S+) (v[^\s/]+)/gm)) {
    // Go writes an upper-case letter as `!` and the lower-case one.
    const home = join(
      path.replace(/[A-Z]/g, letter => `!${letter.toLowerCase()}`),
      '@v',
    );
    for (const ending of ['info', 'mod', 'zip']) {
      const file = join(home, `${version}.${ending}`);
      if (!existsSync(join(cache, file))) continue;
      await mkdir(dirname(join(to, file)), { recursive: true });
      await cp(join(cache, file), join(to, file));
    }
  }
}

/** Redis of this machine, with the libraries that it needs. */
export const redisImage = (): Promise<string> =>
  built(
    'conformance/redis:1',
    `FROM ${registry}/base/node:24
COPY --from=${shell} /bin/sh /bin/sh
COPY bin /usr/bin
COPY lib /usr/lib/redis
ENV LD_LIBRARY_PATH=/usr/lib/redis PATH=/usr/bin:/bin
`,
    async folder => {
      for (const name of ['bin', 'lib']) await mkdir(join(folder, name));
      for (const name of ['redis-server', 'redis-cli']) {
        const program = await realpath(`/usr/bin/${name}`);
        await cp(program, join(folder, 'bin', name));
        const { stdout } = await run('ldd', [program]);
        for (const [, library = ''] of stdout.matchAll(/=> (\/\S+)/g))
          await cp(await realpath(library), join(folder, 'lib', library.split('/').at(-1) ?? ''));
      }
    },
  );

/** Whether a text still has a digest that a lab must replace. Pure. */
export const hasPlaceholder = (text: string): boolean => /sha256:(\d)\1{63}/.test(text);

/** Puts real digests into the Dockerfiles and slipway.yml of a copy of the application. */
export async function pinSources(folder: string): Promise<void> {
  const digests: readonly [string, Promise<string>][] = [
    ['1', nodeBuilder()],
    ['2', pinned(`${registry}/base/node:24`)],
    ['3', goBuilder()],
    ['4', pinned(`${registry}/base/postgres:17`)],
  ];
  const found = await Promise.all(digests.map(async ([digit, image]) => [digit, await image] as const));
  for (const file of ['shop/Dockerfile', 'records/Dockerfile', 'slipway.yml']) {
    let text = await readFile(join(folder, file), 'utf8');
    for (const [digit, image] of found)
      text = text.replaceAll(`sha256:${digit.repeat(64)}`, image.split('@')[1] ?? '');
    if (hasPlaceholder(text)) throw new Error(`${file} has a digest that no lab has`);
    await writeFile(join(folder, file), text);
  }
}
