import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RegistryClient } from '../../../src/registry/client.ts';
import { fetchLayout } from '../../../src/registry/layout.ts';
import { digestOf } from '../../../src/registry/manifest.ts';
import { shortDigests } from '../../../src/toolkit/digest.ts';
import { parseDigest } from '../../image/digest.ts';
import { startBuilder } from '../builder.ts';
import { type Run, startSlipway } from '../harness.ts';

const run = promisify(execFile);
const host = process.env.SLIPWAY_REGISTRY ?? '';
/** Only of this run: no image of an earlier one can make a test pass. */
const home = `${host}/e2e/images-${Math.random().toString(36).slice(2, 8)}`;
const base = `${host}/base/node:24`;
const registry = new RegistryClient();
const revision = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-images-'));
  for (const name of ['base', 'shop', 'bad']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'base/Dockerfile'), `FROM ${base}\nCOPY content /base\n`);
  await writeFile(join(folder, 'base/content'), 'first');
  await writeFile(
    join(folder, 'shop/Dockerfile'),
    `FROM base\nCOPY Dockerfile /shop\nRUN ["/usr/local/bin/node", "-e", "console.log('::error::' + require('node:fs').readFileSync('/base'))"]\n`,
  );
  await writeFile(
    join(folder, 'bad/Dockerfile'),
    `FROM ${base}\nCOPY Dockerfile /bad\nRUN ["/usr/local/bin/node", "-e", "console.log('::warning::out of cheese'); process.exit(3)"]\n`,
  );
  await writeFile(
    join(folder, 'slipway.yml'),
    `app: images
images:
  shop: {repository: ${home}/shop, context: shop, bases: [base]}
  base: {repository: ${home}/base, context: base}
  bad: {repository: ${home}/bad, context: bad}
environments:
  production: {namespace: images, manifests: [deploy/], workload: Deployment/shop, service: shop}
`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const environment = (ref: string) => ({
  ...Object.fromEntries(['BUILDX_BUILDER', 'BUILDX_CONFIG'].map(name => [name, process.env[name] ?? ''])),
  GITHUB_REF: ref,
  GITHUB_SHA: revision,
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'acme/shop',
  SOURCE_DATE_EPOCH: '1700000000',
});
const slipway = (args: string[], ref = 'refs/heads/main', builder: Record<string, string> = {}) =>
  startSlipway(args, folder, { ...environment(ref), ...builder }).done;
const digests = ({ outputs }: Run) => JSON.parse(outputs.images ?? '{}') as Record<string, string>;

/** Reads a manifest as `curl` would, without Slipway's code. */
async function manifestOf(repository: string, at: string) {
  const url = `http://${host}/v2/${repository.slice(host.length + 1)}/manifests/${at}`;
  const accept = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';
  const answer = await fetch(url, { headers: { accept } });
  const body = Buffer.from(await answer.arrayBuffer());
  return {
    status: answer.status,
    digest: digestOf(body) as string,
    document: JSON.parse(body.toString()) as {
      layers: { digest: string; size: number }[];
      config: { digest: string; size: number };
    },
  };
}

async function tagsOf(repository: string): Promise<string[]> {
  const url = `http://${host}/v2/${repository.slice(host.length + 1)}/tags/list`;
  const { tags } = (await (await fetch(url)).json()) as { tags?: string[] | null };
  return (tags ?? []).sort();
}

let first: Run;

describe('two images, the second FROM the first', () => {
  it('are built, pushed and read back: the digests are equal everywhere', async () => {
    first = await slipway(['build', '--images', 'shop']);
    expect(first.stderr).toContain('::error::first');
    expect(first.code).toBe(0);
    const built = digests(first);
    expect(Object.keys(built).sort()).toEqual(['base', 'shop']);
    expect(first.outputs).toMatchObject({ tags: '["main","sha-1a2b3c4"]', version: 'main', reason: '' });

    // From the manifests: the child has exactly the layers of the base, then its own two.
    const parent = await manifestOf(`${home}/base-candidate`, built.base!);
    const child = await manifestOf(`${home}/shop-candidate`, built.shop!);
    expect([parent.digest, child.digest]).toEqual([built.base, built.shop]);
    const layers = child.document.layers.map(({ digest }) => digest);
    expect(layers.slice(0, -2)).toEqual(parent.document.layers.map(({ digest }) => digest));
    const bytes = [child.document.config, ...child.document.layers].reduce((sum, { size }) => sum + size, 0);
    expect(JSON.parse(first.outputs.size!)).toMatchObject({ shop: { 'linux/amd64': bytes } });
    expect(await tagsOf(`${home}/shop-candidate`)).toEqual(['cache-main']);

    const pushed = await slipway(['push', '--images', first.outputs.images!, '--tags', first.outputs.tags!]);
    expect(pushed.code).toBe(0);
    expect(digests(pushed)).toEqual(built);
    expect(JSON.parse(pushed.outputs.references!).shop).toEqual(
      ['main', 'sha-1a2b3c4'].map(tag => `${home}/shop:${tag}@${built.shop}`),
    );
    for (const name of ['base', 'shop'])
      for (const tag of ['main', 'sha-1a2b3c4'])
        expect((await manifestOf(`${home}/${name}`, tag)).digest).toBe(built[name]);
  });

  it('have labels, and the same digests from the same input, also as layouts', async () => {
    // As on another runner: an empty builder, and a checkout with other file times.
    for (const file of ['base/content', 'shop/Dockerfile']) await utimes(join(folder, file), 1.8e9, 1.8e9);
    const builder = await startBuilder();
    try {
      const uncached = ['build', '--images', 'shop', '--cache', 'false'];
      const again = await slipway(uncached, 'refs/heads/main', builder.env);
      expect(again.stderr).toMatch(/^shop: \S+ in \S+ s, 0 of 2 steps cached$/m);
      expect(digests(again)).toEqual(digests(first));
    } finally {
      await builder.close();
    }
    const layouts = join(folder, 'out');
    const local = await slipway(['build', '--images', 'shop', '--push', 'false', '--output', layouts]);
    expect(local.code).toBe(0);
    expect(digests(local)).toEqual(digests(first));
    expect(local.outputs.size).toBe(first.outputs.size);

    const fetched = join(folder, 'fetched');
    const digest = parseDigest(digests(first).shop!);
    await fetchLayout(registry, { repository: `${home}/shop-candidate`, digest }, fetched);
    const blobs = (layout: string) => readdir(join(layout, 'blobs/sha256'));
    expect(new Set(await blobs(join(layouts, 'shop')))).toEqual(new Set(await blobs(fetched)));

    const { document } = await manifestOf(`${home}/shop-candidate`, digest);
    const config = await readFile(join(fetched, 'blobs/sha256', document.config.digest.slice(7)), 'utf8');
    expect(JSON.parse(config).config.Labels).toEqual({
      'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
      'org.opencontainers.image.revision': revision,
      'org.opencontainers.image.source': 'https://github.example/acme/shop',
      'org.opencontainers.image.title': 'shop',
      'org.opencontainers.image.version': 'main',
    });
  });

  it('of which the first changes: the second is built on the new one, although its tags still point to the old one', async () => {
    await writeFile(join(folder, 'base/content'), 'second');
    const changed = await slipway(['build', '--images', 'shop']);
    expect(changed.stderr).toContain('::error::second');
    const built = digests(changed);
    expect(built.base).not.toBe(digests(first).base);
    expect((await manifestOf(`${home}/base`, 'main')).digest).toBe(digests(first).base);
    const layersOf = async (name: string, digest: string) =>
      (await manifestOf(`${home}/${name}-candidate`, digest)).document.layers.map(layer => layer.digest);
    const parent = await layersOf('base', built.base!);
    expect((await layersOf('shop', built.shop!)).slice(0, -2)).toEqual(parent);
    expect(await layersOf('base', digests(first).base!)).not.toEqual(parent);
    expect(changed.stderr).toContain(
      `shop: begins with the layers of base, ${shortDigests(built.base ?? '')}`,
    );
  });

  it('of which one names the other by its repository: it is built on its digest, too', async () => {
    const dockerfile = join(folder, 'shop/Dockerfile');
    const text = await readFile(dockerfile, 'utf8');
    await writeFile(dockerfile, text.replace('FROM base', `FROM ${home}/base`));
    const built = await slipway(['build', '--images', 'shop']);
    await writeFile(dockerfile, text);
    expect(built.stderr).toContain(
      `shop: begins with the layers of base, ${shortDigests(digests(built).base ?? '')}`,
    );
  });
});

describe('the cache in the registry', () => {
  it('fills an empty builder, is read by pull requests, and is written only by branches', async () => {
    await slipway(['build', '--images', 'shop']);
    await run('buildx', ['prune', '--all', '--force']);
    const again = await slipway(['build', '--images', 'shop']);
    expect(again.stderr).toMatch(/^base: \S+ in \S+ s, 1 of 1 steps cached$/m);
    expect(again.stderr).toMatch(/^shop: \S+ in \S+ s, 2 of 2 steps cached$/m);
    expect(again.stderr).not.toContain('::error::second');

    await run('buildx', ['prune', '--all', '--force']);
    const pull = await slipway(['build', '--images', 'base'], 'refs/pull/12/merge');
    expect(pull.outputs.tags).toBe('["pr-12","sha-1a2b3c4"]');
    expect(pull.stderr).toMatch(/^base: \S+ in \S+ s, 1 of 1 steps cached$/m);
    expect(pull.stderr).not.toContain('exporting cache');
    expect(await tagsOf(`${home}/base-candidate`)).toEqual(['cache-main']);

    const branch = await slipway(['build', '--images', 'shop'], 'refs/heads/fix/a');
    expect(branch.code).toBe(0);
    expect(await tagsOf(`${home}/shop-candidate`)).toEqual(['cache-fix-a', 'cache-main']);
  });
});

describe('a failure', () => {
  it('in a RUN line is reported with the line and its last output', async () => {
    const { code, outputs } = await slipway(['build', '--images', 'bad']);
    expect(code).toBe(1);
    expect(outputs.images).toBe('{}');
    expect(outputs.reason).toMatch(
      /^the image "bad" cannot be built at bad\/Dockerfile:3 \(RUN \["\/usr\/local\/bin\/node", .*\): process ".*" did not complete successfully: exit code: 3, its last lines: ::warning::out of cheese\. Fix that line/,
    );
  });

  it('in a push is found before anything is written', async () => {
    const missing = `sha256:${'0'.repeat(64)}`;
    const images = JSON.stringify({ shop: digests(first).shop, bad: missing });
    const pushed = await slipway(['push', '--images', images, '--tags', '9.9.9']);
    expect(pushed.code).toBe(1);
    expect(pushed.stderr).toBe(
      `slipway: the image "bad" with the digest ${missing} is not in ${home}/bad-candidate. Build it first, and pass its digest, from the output \`images\` of \`build\`, to \`push\`.\n`,
    );
    expect(await tagsOf(`${home}/shop`)).not.toContain('9.9.9');
  });

  it.each([
    [['build', '--images', 'shpo'], /names "shpo", which is not in slipway.yml. Did you mean `shop`\?/],
    [['build', '--push', 'no'], /the input `push` is invalid: "no"\. Write true or false/],
    [
      ['build', '--push', 'false'],
      /the input `output` is missing: `push` is false\. Set `output` to a folder/,
    ],
    [['build', '--output', 'x'], /`output` is for image layouts\. Remove `output`/],
    [['build', '--config', 'no.yml'], /no.yml cannot be read: it does not exist\. Name the path/],
    [['push', '--images', 'x', '--tags', '1'], /the input `images` is not JSON. Write a JSON object/],
    [
      ['push', '--images', '{"shop":"1.4.2"}', '--tags', '1'],
      /has "1.4.2" instead of a digest for "shop"\. Pass the digest/,
    ],
    [
      ['push', '--images', '{"shop":"sha256:1"}', '--tags', '1'],
      /has "sha256:1" instead of a digest for "shop"/,
    ],
    [['push', '--images', '{"shpo":"x"}', '--tags', '1'], /Did you mean `shop`\?/],
    [['push', '--images', '{}', '--tags', '1'], /names no image/],
    // A missing input is a wrong use of the command.
    [['push', '--tags', '1'], /the input `images` is missing/, 2],
    [['push', '--images', '{}'], /names no image|the input `tags` is missing/],
  ])('in the inputs is one sentence: %j', async (args, sentence, exit = 1) => {
    const { code, stderr } = await slipway(args);
    expect(code).toBe(exit);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('by cancellation ends the builder, too', async () => {
    const dockerfile = join(folder, 'bad/Dockerfile');
    await writeFile(
      dockerfile,
      `FROM ${base}\nRUN ["/usr/local/bin/node", "-e", "console.log('sleeping'); setInterval(() => {}, 1000)"]\n`,
    );
    const running = startSlipway(['build', '--images', 'bad'], folder, environment('refs/heads/main'));
    await running.said(/\d sleeping/);
    running.child.kill('SIGINT');
    const { code, outputs } = await running.done;
    expect(code).toBe(1);
    expect(outputs.reason).toBe('the build was cancelled. Run it again.');
  });
});

describe('an index of two platforms', () => {
  it('is copied completely and byte for byte', async () => {
    const repository = `${home}/shop`;
    const candidate = `${repository}-candidate`;
    const tree = await registry.tree(candidate, parseDigest(digests(first).shop!));
    const [amd64] = tree!.images;
    // The layers of amd64 with another configuration: they never run.
    const body = Buffer.from(
      JSON.stringify({ os: 'linux', architecture: 'arm64', rootfs: { type: 'layers', diff_ids: [] } }),
    );
    const config = { mediaType: amd64!.config.mediaType, digest: digestOf(body), size: body.length };
    await registry.uploadBlob(candidate, config, async () => [body] as unknown as AsyncIterable<Uint8Array>);
    const put = async (document: { mediaType: string }) => {
      const raw = Buffer.from(JSON.stringify(document));
      const manifest = { digest: digestOf(raw), mediaType: document.mediaType, body: raw };
      await registry.putManifest(candidate, manifest);
      return { mediaType: document.mediaType, digest: manifest.digest, size: raw.length };
    };
    const arm64 = await put({
      mediaType: tree!.root.mediaType,
      ...{ schemaVersion: 2, config, layers: amd64!.layers },
    });
    const { mediaType, digest, body: bytes } = tree!.root;
    const index = await put({
      mediaType: 'application/vnd.oci.image.index.v1+json',
      ...{
        schemaVersion: 2,
        manifests: [
          { mediaType, digest, size: bytes.length, platform: { os: 'linux', architecture: 'amd64' } },
          { ...arm64, platform: { os: 'linux', architecture: 'arm64' } },
        ],
      },
    });

    const images = JSON.stringify({ shop: index.digest });
    const pushed = await slipway(['push', '--images', images, '--tags', 'multi']);
    expect(pushed.stderr).toContain('shop: read back 3 manifests and 1 tags');
    expect(pushed.code).toBe(0);
    for (const at of ['multi', index.digest, arm64.digest, digest]) {
      const { status, digest: read } = await manifestOf(repository, at);
      expect([status, read]).toEqual([200, at === 'multi' ? index.digest : at]);
    }
    expect((await registry.resolve({ registry: host, repository, tag: 'multi' }))?.platforms).toEqual([
      'linux/amd64',
      'linux/arm64',
    ]);
  });
});
