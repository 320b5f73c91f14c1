import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BuildOptions, buildImages } from '../../src/image/build.ts';
import type { Digest } from '../../src/image/reference.ts';
import { shortDigests } from '../../src/toolkit/digest.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

let root: string;
let bin: string;
let printed: string[];
let reported: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
  bin = join(root, 'bin');
  printed = [];
  reported = [];
  for (const name of ['bin', 'base', 'shop', 'worker']) mkdirSync(join(root, name));
  for (const name of ['base', 'shop', 'worker']) writeFileSync(join(root, name, 'Dockerfile'), '');
  vi.stubEnv('PATH', `${bin}${delimiter}${dirname(process.execPath)}${delimiter}${process.env.PATH}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

/** A program that records its calls, and does what `script` does with its arguments. */
function program(name: string, script: string): void {
  const code = `#!/usr/bin/env node
const fs = require('node:fs');
const args = process.argv.slice(2);
fs.appendFileSync(${JSON.stringify(join(root, 'asked'))}, JSON.stringify(args) + '\\n');
const value = flag => args[args.indexOf(flag) + 1];
const digestOf = text => 'sha256:' + require('node:crypto').createHash('sha256').update(text).digest('hex');
const name = require('node:path').basename(args.at(-1));
const done = () => fs.writeFileSync(value('--metadata-file'), JSON.stringify({ 'containerimage.digest': digestOf(name) }));
${script}`;
  writeFileSync(join(bin, name), code);
  chmodSync(join(bin, name), 0o755);
}

/** buildx with a builder that can push; `build` is its action. */
const buildx = (build = 'done()', driver = 'remote') =>
  program(
    'buildx',
    `if (args[0] === 'version') console.log('github.com/docker/buildx v0.30.1 9e66234');
else if (args[0] === 'inspect') console.log('Driver: ' + (args[1] === 'slipway' ? process.exit(1) : '${driver}'));
else if (args[0] === 'build') { ${build} }`,
  );

const asked = () =>
  readFileSync(join(root, 'asked'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as string[]);
const builds = () => asked().filter(([command]) => command === 'build');

const image = (context: string, bases: string[] = []) => ({
  repository: `ghcr.io/acme/${context}`,
  context,
  dockerfile: 'Dockerfile',
  args: {},
  secrets: {},
  bases,
});

const build = (options: Partial<BuildOptions> = {}) =>
  buildImages({
    images: { shop: image('shop', ['base']), base: image('base'), worker: image('worker') },
    names: ['shop', 'worker'],
    root,
    output: undefined,
    cache: true,
    git: { ref: { kind: 'branch', name: 'main' }, time: 1_700_000_000 },
    plans: Object.fromEntries(
      ['shop', 'base', 'worker'].map(name => [
        name,
        { version: 'main', cache: { from: [], to: 'cache-main' } },
      ]),
    ),
    env: process.env,
    signal: new AbortController().signal,
    inspect: async (_, digest) => ({
      platforms: [{ platform: 'linux/amd64', bytes: 1, layers: [{ digest: digest as Digest, bytes: 1 }] }],
    }),
    report: line => void reported.push(line),
    print: line => void printed.push(line),
    ...options,
  });

describe('a build', () => {
  it('builds an image after its base, and hands it the digest', async () => {
    buildx("console.log('#1 [1/2] RUN x'); console.error('#1 CACHED'); done()");
    const { built, reason } = await build();
    expect(reason).toBeUndefined();
    expect(Object.keys(built).sort()).toEqual(['base', 'shop', 'worker']);
    const child = builds().find(args => args.at(-1)?.endsWith('/shop'));
    expect(child).toContain(`base=docker-image://ghcr.io/acme/base-candidate@${built.base?.digest}`);
    expect(built.shop).toMatchObject({
      steps: { total: 1, cached: 1 },
      bases: [{ base: 'base', digest: built.base?.digest, whole: false }],
    });
    expect(printed).toContain('shop: #1 [1/2] RUN x');
    expect(reported).toContainEqual(wording(shortDigests(`${built.base?.digest}`), 'shop', 'base'));
  });

  it('builds independent images in parallel', async () => {
    const flag = (name: string) => JSON.stringify(join(root, name));
    buildx(`fs.writeFileSync(${flag('')} + name + '.started', '');
const other = ${flag('')} + (name === 'worker' ? 'base' : 'worker') + '.started';
const wait = () => fs.existsSync(other) ? done() : setTimeout(wait, 5);
wait()`);
    expect((await build()).reason).toBeUndefined();
  });

  it('gives the time of the commit as SOURCE_DATE_EPOCH', async () => {
    buildx("console.log('epoch ' + process.env.SOURCE_DATE_EPOCH); done()");
    await build({ names: ['worker'] });
    expect(printed).toEqual(['worker: epoch 1700000000']);
  });

  it('stops at the first failure, and reports the images that were built before', async () => {
    buildx(
      `if (name !== 'shop') done();
else {
  console.error('Dockerfile:2\\n------\\n   2 | >>> RUN false\\n------\\nERROR: failed to build: failed to solve: no');
  process.exitCode = 1;
}`,
    );
    const { built, reason } = await build();
    expect(Object.keys(built)).toContain('base');
    expect(reason).toEqual(wording('shop/Dockerfile:2', 'RUN false'));
  });

  it('does not build dependents of a failed image, and stops parallel builds', async () => {
    buildx(
      "if (name === 'base') { console.error('ERROR: no'); process.exitCode = 1 } else setInterval(() => {}, 1000)",
    );
    const { built, reason } = await build();
    expect(built).toEqual({});
    expect(reason).toEqual(wording('base'));
    expect(builds().some(args => args.at(-1)?.endsWith('/shop'))).toBe(false);
  });

  it('ends when it is cancelled', async () => {
    buildx("console.log('begun'); setInterval(() => {}, 1000)");
    const cancel = new AbortController();
    const { reason } = await build({
      names: ['worker'],
      signal: cancel.signal,
      print: () => cancel.abort(),
    });
    expect(reason).toEqual(wording());
  });

  it('passes secrets by name, and never shows their values', async () => {
    buildx(
      `console.log('#5 [1/1] RUN x'); console.log('#5 0.1 token ' + process.env.NPM_TOKEN);
console.error('ERROR: failed with ' + encodeURIComponent(process.env.NPM_TOKEN)); process.exitCode = 1`,
    );
    const secret = 'hunter2/hunter2';
    const images = { worker: { ...image('worker'), secrets: { npm: 'NPM_TOKEN' } } };
    const env = { ...process.env, NPM_TOKEN: secret };
    const result = await build({ images, names: ['worker'], env });
    expect(builds()[0]?.join(' ')).toContain('--secret id=npm,env=NPM_TOKEN');
    expect(printed).toContain('worker: #5 0.1 token (hidden)');
    expect(result.reason).toMatch(/failed with \(hidden\)/);
    expect(JSON.stringify([result, printed, reported, asked()])).not.toMatch(/hunter2/);
  });

  it('that cannot be a mistake of the user is a bug', async () => {
    buildx("fs.writeFileSync(value('--metadata-file'), '{}')");
    await expect(build({ names: ['worker'] })).rejects.toThrow(wording());
    buildx("fs.writeFileSync(value('--metadata-file'), '{')");
    await expect(build({ names: ['worker'] })).rejects.toMatchObject({ cause: expect.any(SyntaxError) });
  });

  it('replaces an earlier layout in its folder, and nothing else', async () => {
    buildx(
      "fs.writeFileSync(require('node:path').join(/dest=([^,]+)/.exec(value('--output'))[1], 'oci-layout'), ''); done()",
    );
    const output = join(root, 'out');
    expect((await build({ names: ['worker'], output })).reason).toBeUndefined();
    writeFileSync(join(output, 'worker/left'), '');
    expect((await build({ names: ['worker'], output })).reason).toBeUndefined();
    expect(existsSync(join(output, 'worker/left'))).toBe(false);
    rmSync(join(output, 'worker/oci-layout'));
    writeFileSync(join(output, 'worker/mine'), '');
    expect(await sentence(() => build({ names: ['worker'], output }))).toEqual(wording(`${output}`));
    expect(await sentence(() => build({ names: ['worker'], output: join(root, 'shop/Dockerfile') }))).toEqual(
      wording(),
    );
  });
});

describe('before anything is built, one error reports', () => {
  it('a missing context', async () => {
    rmSync(join(root, 'worker'), { recursive: true });
    expect(await sentence(() => build())).toEqual(wording('worker', 'slipway.yml'));
  });

  it('a missing Dockerfile', async () => {
    rmSync(join(root, 'shop/Dockerfile'));
    expect(await sentence(() => build())).toEqual(wording('shop', 'Dockerfile', 'slipway.yml'));
  });

  it.each([
    [undefined, 'not set'],
    ['', 'empty'],
  ])('a secret that is %j', async (NPM_TOKEN, what) => {
    const images = { worker: { ...image('worker'), secrets: { npm: 'NPM_TOKEN' } } };
    const env = { ...process.env, ...(NPM_TOKEN === undefined ? {} : { NPM_TOKEN }) };
    expect(await sentence(() => build({ images, names: ['worker'], env }))).toEqual(
      wording(`${what}`, 'worker', 'NPM_TOKEN'),
    );
  });

  it('a machine without buildx', async () => {
    vi.stubEnv('PATH', bin);
    expect(
      await sentence(() =>
        build({ env: { ...process.env, SLIPWAY_TOOL_MIRRORS: 'http://127.0.0.1:65535' } }),
      ),
    ).toEqual(wording());
  });

  it('a docker without buildx', async () => {
    vi.stubEnv('PATH', `${bin}${delimiter}${dirname(process.execPath)}${delimiter}/usr/bin`);
    program(
      'docker',
      `console.error("docker: 'buildx' is not a docker command.\\n\\nRun 'docker --help'"); process.exitCode = 1`,
    );
    expect(await sentence(() => build())).toEqual(wording('docker/setup-buildx-action'));
  });

  it('a builder that does not work', async () => {
    program('buildx', `console.error('ERROR: no builder "x" found'); process.exitCode = 1`);
    expect(await sentence(() => build())).toEqual(
      wording('no builder', 'found', 'docker/setup-buildx-action'),
    );
  });
});

describe("docker's own builder", () => {
  it('is replaced by one in a container', async () => {
    buildx('done()', 'docker');
    await build({ names: ['worker'] });
    expect(asked()).toContainEqual(
      'create --name slipway --driver docker-container --driver-opt network=host'.split(' '),
    );
    expect(builds()[0]?.slice(0, 3)).toEqual(['build', '--builder', 'slipway']);
  });

  it.each<[string, (root: string) => Parameters<typeof build>[0]]>([
    ['a pull request', () => ({ git: { ref: { kind: 'pull-request', number: 7, base: 'main' } } })],
    ['code of a fork, of which no ref is known', () => ({ git: { revision: 'a'.repeat(40) } })],
    ['a build that is not pushed', root => ({ output: join(root, 'layouts') })],
  ])('shares no cache mounts between %s and a release', async (_, options) => {
    buildx('done()', 'docker');
    await build({ names: ['worker'], ...options(root) });
    expect(builds()[0]?.slice(0, 3)).toEqual(['build', '--builder', 'slipway-check']);
  });
});
