import { describe, expect, it } from 'vitest';
import { buildOrder, startsWith } from '../../src/image/bases.ts';
import { type BuildRequest, buildArguments, driverOf } from '../../src/image/buildx.ts';
import { explain } from '../../src/image/failure.ts';
import { BuildProgress, failureOf } from '../../src/image/progress.ts';
import { requestFor } from '../../src/image/request.ts';
import { wording } from '../wording.ts';
import { parseDigest } from './digest.ts';

const digest = parseDigest(`sha256:${'a'.repeat(64)}`);
const other = parseDigest(`sha256:${'b'.repeat(64)}`);

describe('the arguments of buildx', () => {
  const request: BuildRequest = {
    context: '/src/web',
    dockerfile: '/src/web/Dockerfile',
    metadata: '/tmp/m.json',
    args: {},
    secrets: {},
    labels: {},
    bases: [],
    output: { repository: 'ghcr.io/acme/shop-candidate' },
  };

  it('push by digest only, without anything that would change it', () => {
    expect(buildArguments(request)).toEqual([
      'build',
      '--progress=plain',
      '--provenance=false',
      '--sbom=false',
      '--metadata-file',
      '/tmp/m.json',
      '--file',
      '/src/web/Dockerfile',
      '--output',
      'type=image,name=ghcr.io/acme/shop-candidate,push-by-digest=true,name-canonical=true,push=true,rewrite-timestamp=true',
      '/src/web',
    ]);
  });

  it('write a layout into a folder of any name', () => {
    expect(buildArguments({ ...request, output: { folder: '/a,b/"c"' } })).toContain(
      'type=oci,"dest=/a,b/""c""",tar=false,rewrite-timestamp=true',
    );
  });

  it('carry everything else', () => {
    const args = buildArguments({
      ...request,
      builder: 'slipway',
      target: 'runtime',
      platforms: ['linux/amd64', 'linux/arm64'],
      args: { NODE: '24', EMPTY: '' },
      secrets: { npm: 'NPM_TOKEN', pip: 'PIP' },
      labels: { 'org.opencontainers.image.version': '1' },
      bases: [
        { names: ['base', 'ghcr.io/acme/base'], digest, at: { repository: 'ghcr.io/acme/base-candidate' } },
        { names: ['tools'], digest: other, at: { folder: '/out/tools' } },
      ],
      cache: { from: ['r:cache-a', 'r:cache-main'], to: 'r:cache-a' },
    });
    expect(args.join(' ')).toBe(
      [
        'build --builder slipway --progress=plain --provenance=false --sbom=false --metadata-file /tmp/m.json',
        '--file /src/web/Dockerfile --target runtime --platform linux/amd64,linux/arm64',
        '--build-arg NODE=24 --build-arg EMPTY= --secret id=npm,env=NPM_TOKEN --secret id=pip,env=PIP --label org.opencontainers.image.version=1',
        `--build-context base=docker-image://ghcr.io/acme/base-candidate@${digest}`,
        `--build-context ghcr.io/acme/base=docker-image://ghcr.io/acme/base-candidate@${digest}`,
        `--build-context tools=oci-layout:///out/tools@${other}`,
        '--cache-from type=registry,ref=r:cache-a --cache-from type=registry,ref=r:cache-main',
        '--cache-to type=registry,ref=r:cache-a,mode=max,ignore-error=true',
        '--output type=image,name=ghcr.io/acme/shop-candidate,push-by-digest=true,name-canonical=true,push=true,rewrite-timestamp=true,annotation.org.opencontainers.image.version=1,annotation-index.org.opencontainers.image.version=1',
        '/src/web',
      ].join(' '),
    );
  });
});

describe('annotations', () => {
  const request: BuildRequest = {
    ...{ context: '/c', dockerfile: '/c/Dockerfile', metadata: '/m', args: {}, secrets: {}, bases: [] },
    labels: { a: '1,2' },
    output: { repository: 'r' },
  };
  const output = (platforms?: string[]) =>
    buildArguments({ ...request, platforms }).find(each => each.startsWith('type='));

  it('of an index are set only for several platforms: BuildKit refuses them for one', () => {
    expect(output()).toMatch(/,"annotation\.a=1,2"$/);
    expect(output(['linux/amd64'])).toBe(output());
    expect(output(['linux/amd64', 'linux/arm64'])).toMatch(/,"annotation\.a=1,2","annotation-index\.a=1,2"$/);
  });
});

describe('the request of an image', () => {
  const image = (repository: string, bases: string[] = []) => ({
    repository,
    context: '.',
    dockerfile: 'Dockerfile',
    args: {},
    secrets: {},
    bases,
  });
  const facts = {
    images: { base: image('ghcr.io/acme/base'), shop: image('ghcr.io/acme/shop', ['base']) },
    output: undefined,
    cache: true,
    git: {
      ref: { kind: 'branch' as const, name: 'main' },
      revision: 'f'.repeat(40),
      time: 1_700_000_000,
      source: 'https://github.com/acme/shop',
    },
    plans: Object.fromEntries(
      ['base', 'shop'].map(name => [
        name,
        { version: 'main', cache: { from: ['cache-main'], to: 'cache-main' } },
      ]),
    ),
  };
  const source = { context: '/src', dockerfile: '/src/Dockerfile' };

  it('has labels that are the same for the same commit', () => {
    expect(requestFor(facts, 'base', { ...source, license: 'MIT' }, []).labels).toEqual({
      'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
      'org.opencontainers.image.licenses': 'MIT',
      'org.opencontainers.image.revision': 'f'.repeat(40),
      'org.opencontainers.image.source': 'https://github.com/acme/shop',
      'org.opencontainers.image.title': 'base',
      'org.opencontainers.image.version': 'main',
    });
    expect(requestFor({ ...facts, git: {} }, 'base', source, []).labels).toEqual({
      'org.opencontainers.image.title': 'base',
      'org.opencontainers.image.version': 'main',
    });
  });

  it('has the labels of slipway.yml instead, without those that are empty there', () => {
    const labels = {
      'org.opencontainers.image.title': 'The shop',
      'org.opencontainers.image.source': '',
      'com.example.team': 'tea',
    };
    const images = { ...facts.images, base: { ...facts.images.base, labels } };
    expect(requestFor({ ...facts, images }, 'base', source, []).labels).toEqual({
      'com.example.team': 'tea',
      'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
      'org.opencontainers.image.revision': 'f'.repeat(40),
      'org.opencontainers.image.title': 'The shop',
      'org.opencontainers.image.version': 'main',
    });
  });

  it('has its base by digest, under both of its names', () => {
    const place = { repository: 'ghcr.io/acme/base-candidate' };
    expect(requestFor(facts, 'shop', source, [{ name: 'base', digest, place }]).bases).toEqual([
      { names: ['base', 'ghcr.io/acme/base'], digest, at: place },
    ]);
  });

  it('has a cache beside its candidate, when it is pushed and wants one', () => {
    expect(requestFor(facts, 'shop', source, []).cache).toEqual({
      from: ['ghcr.io/acme/shop-candidate:cache-main'],
      to: 'ghcr.io/acme/shop-candidate:cache-main',
    });
    expect(requestFor({ ...facts, cache: false }, 'shop', source, []).cache).toBeUndefined();
    const layout = requestFor({ ...facts, output: '/out' }, 'shop', source, []);
    expect(layout).toMatchObject({ cache: undefined, output: { folder: '/out/shop' } });
  });
});

describe('the order of images', () => {
  const images = {
    shop: { bases: ['tools', 'base'] },
    tools: { bases: ['base'] },
    base: { bases: [] },
    worker: { bases: [] },
  };

  it('has bases first, and adds those that are needed', () => {
    expect(buildOrder(['shop'], images)).toEqual(['base', 'tools', 'shop']);
    expect(buildOrder(Object.keys(images), images)).toEqual(['base', 'tools', 'shop', 'worker']);
  });
});

describe('an image is built from a base', () => {
  const inspected = (...platforms: [string, string[]][]) => ({
    platforms: platforms.map(([platform, layers]) => ({
      platform,
      bytes: 1,
      layers: layers.map(each => ({ digest: each as typeof digest, bytes: 1 })),
    })),
  });
  it.each([
    [inspected(['a', ['1', '2', '3']]), inspected(['a', ['1', '2']]), true],
    [inspected(['a', ['1', '3']]), inspected(['a', ['1', '2']]), false],
    [inspected(['a', ['2', '1']]), inspected(['a', ['1', '2']]), false],
    [inspected(['a', ['1']]), inspected(['a', ['1', '2']]), false],
    [inspected(['a', ['1']], ['b', ['9']]), inspected(['a', ['1']], ['b', ['2']]), false],
    [inspected(['a', ['1']]), inspected(['b', ['1']]), false],
  ])('when it begins with all its layers on each platform: %#', (child, base, is) => {
    expect(startsWith(child, base)).toBe(is);
  });
});

describe('progress', () => {
  it('counts the steps of the Dockerfile, and the cached ones', () => {
    const progress = new BuildProgress();
    const lines = `#1 [internal] load build definition from Dockerfile
#1 CACHED
#5 [1/2] FROM example.com/node
#5 CACHED
#6 [internal] load build context
#8 [build 2/3] RUN npm ci
#8 CACHED
#9 [linux/arm64 build 3/3] RUN make
#9 0.1 CACHED
#9 DONE 0.4s
#10 [4/4] COPY a b
#10 sha256:${'a'.repeat(64)} 206B / 206B 0.0s done
#10 DONE 0.1s`;
    for (const line of lines.split('\n')) progress.feed(line);
    expect(progress.steps).toEqual({ total: 3, cached: 2 });
  });

  const failed = `#7 ERROR: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1
------
 > importing cache manifest from r:cache-main:
------
------
 > [2/3] RUN npm ci --omit=dev:
0.230 ::error::pwned
0.231 npm error code E404

0.300 npm error 404 left-pad
------
WARNING: No output specified
Dockerfile:3
--------------------
   1 |     FROM node
   3 | >>> RUN npm ci \\
   4 | >>>   --omit=dev
   5 |     
--------------------
ERROR: failed to build: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1`;

  it('finds the line that failed, why, and its last output', () => {
    expect(failureOf(failed.split('\n'))).toEqual({
      error: 'process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
      at: { file: 'Dockerfile', line: 3, instruction: 'RUN npm ci \\' },
      output: ['::error::pwned', 'npm error code E404', 'npm error 404 left-pad'],
    });
  });

  it('explains it in one sentence without workflow commands', () => {
    const error = explain('shop', 'web/Dockerfile', failureOf(failed.split('\n')));
    expect(error.sentence).toEqual(
      wording(
        'shop',
        'web/Dockerfile:3',
        'process',
        '/bin/sh -c npm ci',
        'did not complete successfully',
        'exit code',
        '1',
        'error',
      ),
    );
    expect(error.tail).toHaveLength(3);
  });

  it.each([
    ['target stage "nope" could not be found', ['target', 'slipway.yml']],
    ['failed to push r: unexpected status: 403 Forbidden', []],
    ['failed to push 1.dkr.ecr.eu-central-1.amazonaws.com/shop: 401 Unauthorized', ['docs/clouds.md']],
    ['push access denied, repository does not exist', []],
    ['no match for platform in manifest: not found', []],
    ['failed to do request: dial tcp: lookup r: no such host', []],
    ['something new', []],
  ])('knows the remedy for "%s"', (error, facts) => {
    expect(explain('shop', 'Dockerfile', failureOf([`ERROR: failed to build: ${error}`])).sentence).toEqual(
      wording(error, ...facts, 'shop'),
    );
  });

  it('explains a buildx that prints nothing', () => {
    expect(failureOf([])).toEqual({ error: '', output: [] });
  });
});

it('the driver of a builder is parsed', () => {
  expect(driverOf('Name:   x\nDriver:        docker-container\n')).toBe('docker-container');
  expect(driverOf('')).toBeUndefined();
});
