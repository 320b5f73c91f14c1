import { describe, expect, it } from 'vitest';
import { cacheOfPart } from '../../src/image/cache.ts';
import { imagesFor, parseParts, usualPlatform } from '../../src/image/parts.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

const image = (platforms?: string[], bases: string[] = []) => ({
  repository: 'ghcr.io/acme/shop',
  context: '.',
  dockerfile: 'Dockerfile',
  args: {},
  secrets: {},
  bases,
  ...(platforms === undefined ? {} : { platforms }),
});
const both = ['linux/amd64', 'linux/arm64'];

describe('the build on a machine of one platform', () => {
  it('includes each image for it, and each without platforms, for that platform only', () => {
    const images = imagesFor('linux/arm64', {
      shop: image(both),
      plain: image(),
      old: image(['linux/amd64']),
    });
    expect(Object.entries(images).map(([name, { platforms }]) => [name, platforms])).toEqual([
      ['shop', ['linux/arm64']],
      ['plain', ['linux/arm64']],
    ]);
  });

  it('needs a platform of slipway.yml', async () => {
    expect(await sentence(async () => imagesFor('linux/arm', { shop: image(both) }))).toEqual(
      wording('linux/arm', 'slipway.yml', 'linux/amd64', 'linux/arm64'),
    );
    expect(await sentence(async () => imagesFor('linux/arm', { shop: image() }))).toEqual(wording());
  });

  it('needs the bases of its images', async () => {
    const images = { shop: image(both, ['base']), base: image(['linux/amd64']) };
    expect(Object.keys(imagesFor('linux/amd64', images))).toEqual(['shop', 'base']);
    expect(await sentence(async () => imagesFor('linux/arm64', images))).toEqual(
      wording('shop', 'linux/arm64', 'base', 'slipway.yml'),
    );
  });
});

describe('parts', () => {
  const [a, b] = ['a', 'b'].map(letter => `sha256:${letter.repeat(64)}`);
  const images = { shop: image(), worker: image() };

  it('are the digests of each image, each once', () => {
    const text = JSON.stringify([
      { shop: a, worker: a },
      { shop: b, worker: a },
    ]);
    expect([...parseParts(text, images)]).toEqual([
      ['shop', [a, b]],
      ['worker', [a]],
    ]);
  });

  it.each([
    ['{', wording()],
    [JSON.stringify({ shop: a }), wording()],
    ['[null]', wording()],
    ['[{}]', wording()],
    ['[{"shop": "1.4.2"}]', wording('shop')],
    [JSON.stringify([{ shpo: a }]), wording('slipway.yml')],
  ])('%s are refused', async (text, pattern) => {
    expect(await sentence(async () => parseParts(text, images))).toEqual(pattern);
  });
});

it('a platform has one usual name', () => {
  expect(
    ['linux/arm64/v8', 'linux/arm64', 'linux/arm', 'linux/arm/v6', 'linux/amd64/v1'].map(usualPlatform),
  ).toEqual(['linux/arm64', 'linux/arm64', 'linux/arm/v7', 'linux/arm/v6', 'linux/amd64']);
});

it('the cache of a part has a separate tag, however long the branch', () => {
  expect(cacheOfPart('cache-main', 'linux/arm/v7')).toBe('cache-main-linux-arm-v7');
  const tags = both.map(platform => cacheOfPart(`cache-${'x'.repeat(122)}`, platform));
  expect(new Set(tags).size).toBe(2);
  for (const tag of tags) expect(tag).toMatch(/^cache-x+-linux-a\w+$/);
  expect(tags.map(({ length }) => length)).toEqual([128, 128]);
});
