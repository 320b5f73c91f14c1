import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RegistryClient } from '../../../src/registry/client.ts';
import { fetchLayout } from '../../../src/registry/layout.ts';
import { parseDigest } from '../../image/digest.ts';
import { startSlipway } from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery');

/** Parts, budgets, secrets and bases with a real builder and a real registry. */

const host = process.env.SLIPWAY_REGISTRY ?? '';
/** Of this run alone: nothing of an earlier one can make a test pass. */
const home = `${host}/e2e/parts-${Math.random().toString(36).slice(2, 8)}`;
const registry = new RegistryClient();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-parts-'));
  for (const name of ['shop', 'secret', 'child']) await mkdir(join(folder, name));
  // Nothing is run in it: no machine but that of its platform, and no emulation, is needed.
  await writeFile(join(folder, 'shop/Dockerfile'), 'FROM scratch\nCOPY content /content\n');
  await writeFile(join(folder, 'shop/content'), 'x'.repeat(1000));
  await writeFile(
    join(folder, 'secret/Dockerfile'),
    `FROM ${host}/base/node:24
RUN --mount=type=secret,id=npm,required=true ["/usr/local/bin/node", "-e", "const s = require('node:fs').readFileSync('/run/secrets/npm', 'utf8'); console.log('length ' + s.length + ' is ' + s)"]
`,
  );
  await writeFile(join(folder, 'child/Dockerfile'), `FROM ${home}/shop:1\nCOPY Dockerfile /child\n`);
  await configure('');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const configure = (budget: string) =>
  writeFile(
    join(folder, 'slipway.yml'),
    `app: parts
images:
  shop: {repository: ${home}/shop, context: shop, platforms: [linux/amd64, linux/arm64]${budget}}
  secret: {repository: ${home}/secret, context: secret, secrets: {npm: NPM_SECRET}}
  child: {repository: ${home}/child, context: child, platforms: [linux/amd64, linux/arm64]}
environments:
  production: {namespace: parts, manifests: [deploy/], workload: Deployment/shop, service: shop}
`,
  );
const environment = () => ({
  ...Object.fromEntries(['BUILDX_BUILDER', 'BUILDX_CONFIG'].map(name => [name, process.env[name] ?? ''])),
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  SOURCE_DATE_EPOCH: '1700000000',
});
const slipway = (args: string[], more: Record<string, string> = {}) =>
  startSlipway(args, folder, { ...environment(), ...more }).done;
const part = (platform: string) => slipway(['build', '--images', 'shop', '--platform', platform]);
const merge = (...parts: (string | undefined)[]) => slipway(['merge', '--parts', `[${parts.join(',')}]`]);
const shop = (images: string | undefined): string => JSON.parse(images ?? '{}').shop;

describe('parts that were built apart', () => {
  it('become one image, whose sizes are those of its manifests, and which is pushed and judged like any other', async () => {
    const [amd64, arm64] = [await part('linux/amd64'), await part('linux/arm64')];
    expect([amd64.code, arm64.code]).toEqual([0, 0]);
    const merged = await merge(arm64.outputs.images, amd64.outputs.images);
    expect(merged.code).toBe(0);
    const digest = parseDigest(shop(merged.outputs.images));
    const tree = await registry.tree(`${home}/shop-candidate`, digest);
    expect(tree?.images.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(tree?.images.map(each => each.digest)).toEqual([
      shop(amd64.outputs.images),
      shop(arm64.outputs.images),
    ]);
    const sums = tree?.images.map(({ platform, config, layers }) => [
      platform,
      [config, ...layers].reduce((sum, { size }) => sum + size, 0),
    ]);
    expect(JSON.parse(merged.outputs.size!).shop).toEqual(Object.fromEntries(sums ?? []));
    expect((await merge(amd64.outputs.images, arm64.outputs.images)).outputs.images).toBe(
      merged.outputs.images,
    );
    const tags = (await registry.tags(`${home}/shop-candidate`)).sort();
    expect(tags).toEqual(['cache-main-linux-amd64', 'cache-main-linux-arm64']);
    expect((await slipway(['push', '--images', merged.outputs.images!, '--tags', '1'])).code).toBe(0);
  });

  it('of which one is missing are refused, and nothing is written', async () => {
    const { outputs } = await part('linux/amd64');
    const merged = await merge(outputs.images);
    expect(merged.code).toBe(1);
    expect(merged.outputs.reason).toMatch(/^the image "shop" lacks linux\/arm64: /);
  });
});

describe('a budget', () => {
  it('fails by one byte, and by growth beside what is deployed', async () => {
    const whole = await slipway(['build', '--images', 'shop']);
    const sizes = Object.values(JSON.parse(whole.outputs.size!).shop as Record<string, number>);
    const most = Math.max(...sizes);
    await configure(`, budget: {compressed: ${most}B}`);
    expect((await slipway(['build', '--images', 'shop'])).code).toBe(0);
    await configure(`, budget: {compressed: ${most - 1}B}`);
    expect((await slipway(['build', '--images', 'shop'])).outputs.reason).toMatch(/but its budget is/);

    const deployed = JSON.stringify({ shop: `${home}/shop-candidate@${shop(whole.outputs.images)}` });
    await configure(', budget: {growth: 10%}');
    const args = ['build', '--images', 'shop', '--deployed', deployed];
    expect((await slipway(args)).code).toBe(0);
    // Noise: what compresses well does not grow.
    const noise = Array.from({ length: 2000 }, () => Math.random().toString(36)).join('');
    await writeFile(join(folder, 'shop/content'), noise);
    expect((await slipway(args)).outputs.reason).toMatch(/and may grow only to/);
    await configure('');
  });
});

describe('a secret', () => {
  it('reaches the step that mounts it, and neither the log nor the image', async () => {
    const secret = `s3cr3t-${Math.random().toString(36).slice(2)}`;
    const built = await slipway(['build', '--images', 'secret', '--cache', 'false'], { NPM_SECRET: secret });
    expect(built.code).toBe(0);
    expect(built.stderr).toContain(`length ${secret.length} is (hidden)`);
    expect(`${built.stdout}${built.stderr}`).not.toContain(secret);
    const layout = join(folder, 'layout');
    const digest = parseDigest(JSON.parse(built.outputs.images!).secret);
    const tree = await registry.tree(`${home}/secret-candidate`, digest);
    await fetchLayout(registry, { repository: `${home}/secret-candidate`, digest }, layout);
    for (const { config } of tree!.images)
      expect(await readFile(join(layout, 'blobs/sha256', config.digest.slice(7)), 'utf8')).not.toContain(
        secret,
      );
  });

  it('that is not there is refused before anything is built', async () => {
    const refused = await slipway(['build', '--images', 'secret']);
    expect(refused.outputs.reason).toMatch(/comes from NPM_SECRET, which is not set\. Set NPM_SECRET/);
  });
});

describe('a base that is tagged anew', () => {
  it('makes its child stale until the child is built again', async () => {
    const child = async () => (await slipway(['build', '--images', 'child'])).outputs.images!;
    const stale = async (images: string) => {
      const deployed = `{"child": "${home}/child-candidate@${JSON.parse(images).child}"}`;
      const { code, outputs } = await slipway(['stale', '--deployed', deployed]);
      expect(code).toBe(0);
      return outputs.stale;
    };
    const before = await child();
    expect(await stale(before)).toBe('false');
    await writeFile(join(folder, 'shop/content'), 'fixed');
    const { outputs } = await slipway(['build', '--images', 'shop']);
    const pushed = await slipway(['push', '--images', outputs.images!, '--tags', '1', '--move-tags', '1']);
    expect(pushed.code).toBe(0);
    expect(await stale(before)).toBe('true');
    expect(await stale(await child())).toBe('false');
  });
});
