import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inspected } from '../../src/image/bases.ts';
import { measure, sizesOutput } from '../../src/image/budget.ts';
import { wording } from '../wording.ts';
import { parseDigest } from './digest.ts';

const digest = (letter: string) => parseDigest(`sha256:${letter.repeat(64)}`);
const layer = (letter: string, bytes: number) => ({ digest: digest(letter), bytes });
const of = (sizes: Record<string, number>, layers: ReturnType<typeof layer>[] = []): Inspected => ({
  platforms: Object.entries(sizes).map(([platform, bytes]) => ({ platform, bytes, layers })),
});
const objection = (
  image: { budget?: { compressed?: number; growth?: number }; platforms?: string[] },
  built: Inspected,
  deployed?: Inspected,
) => measure({ shop: image }, { shop: built }, deployed === undefined ? {} : { shop: deployed }).objection;

describe('a budget', () => {
  it('is exact to the byte, for each platform', () => {
    const budget = { compressed: 1_000_000 };
    expect(objection({ budget }, of({ 'linux/amd64': 1_000_000 }))).toBeUndefined();
    expect(objection({ budget }, of({ 'linux/amd64': 10, 'linux/arm64': 1_000_001 }))).toEqual(
      wording('linux/arm64', '1,000,001', '1,000,000', 'slipway.yml'),
    );
  });

  it('of growth compares the same platform of the deployed image', () => {
    const budget = { growth: 10 };
    const deployed = of({ 'linux/amd64': 1_000, 'linux/arm64': 2_000 });
    expect(
      objection({ budget }, of({ 'linux/amd64': 1_100, 'linux/arm64': 2_200 }), deployed),
    ).toBeUndefined();
    expect(objection({ budget }, of({ 'linux/amd64': 1_101, 'linux/arm64': 2_201 }), deployed)).toEqual(
      wording('linux/amd64', '1,101', '1,000', '1,100'),
    );
    expect(objection({ budget: { growth: 0 } }, of({ 'linux/amd64': 1_000 }), deployed)).toBeUndefined();
    expect(objection({ budget: { growth: 0 } }, of({ 'linux/amd64': 1_001 }), deployed)).toEqual(
      wording('1,000'),
    );
  });

  it('of growth notes what it cannot check, and passes it', () => {
    const images = { shop: { budget: { growth: 10 } } };
    const built = { shop: of({ 'linux/amd64': 9, 'linux/arm64': 9 }) };
    const { notes, objection } = measure(images, built, { shop: of({ 'linux/amd64': 9 }) });
    expect(objection).toBeUndefined();
    expect(notes).toEqual([wording('linux/arm64')]);
  });

  it('of growth is exact in whole bytes: one more fails, despite float rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 40 }),
        fc.integer({ min: 0, max: 1000 }),
        (before, tenths) => {
          const allowed = Number(BigInt(before) + (BigInt(before) * BigInt(tenths)) / 1000n);
          const budget = { growth: tenths / 10 };
          const deployed = of({ 'linux/amd64': before });
          return (
            objection({ budget }, of({ 'linux/amd64': allowed }), deployed) === undefined &&
            objection({ budget }, of({ 'linux/amd64': allowed + 1 }), deployed) !== undefined
          );
        },
      ),
    );
  });

  it('that is not set allows any size', () => {
    expect(objection({}, of({ 'linux/amd64': 1e12 }))).toBeUndefined();
  });
});

describe('platforms', () => {
  it('of slipway.yml that were not built are named', () => {
    const platforms = ['linux/amd64', 'linux/arm64'];
    expect(objection({ platforms }, of({ 'linux/amd64': 1 }))).toEqual(wording('linux/arm64', 'slipway.yml'));
    expect(objection({ platforms }, of({ 'linux/amd64': 1, 'linux/arm64/v8': 1 }))).toBeUndefined();
    expect(objection({ platforms: ['linux/arm/v6'] }, of({ 'linux/arm/v7': 1 }))).toEqual(wording());
  });
});

it('layers are listed largest first, each once, with its platforms and whether it is deployed', () => {
  const platforms = [
    { platform: 'linux/amd64', bytes: 0, layers: [layer('a', 1), layer('b', 30), layer('c', 2)] },
    {
      platform: 'linux/arm64',
      bytes: 0,
      layers: [layer('a', 1), layer('d', 20), layer('e', 3), layer('f', 4)],
    },
  ];
  const deployed = { shop: of({ 'linux/amd64': 1 }, [layer('d', 20)]) };
  const { largest } = measure({ shop: {} }, { shop: { platforms } }, deployed);
  expect(largest.map(({ digest, platform, known }) => [digest.charAt(7), platform, known])).toEqual([
    ['b', 'linux/amd64', false],
    ['d', 'linux/arm64', true],
    ['f', 'linux/arm64', false],
    ['e', 'linux/arm64', false],
    ['c', 'linux/amd64', false],
  ]);
  const [first] = measure(
    { shop: {} },
    { shop: { platforms: platforms.map(each => ({ ...each, layers: [layer('a', 1)] })) } },
    {},
  ).largest;
  expect(first?.platform).toBe('linux/amd64, linux/arm64');
});

it('sizes become a map by image and platform', () => {
  const built = { shop: of({ 'linux/amd64': 1, 'linux/arm64': 2 }), worker: of({ 'linux/amd64': 3 }) };
  expect(sizesOutput(measure({}, built, {}))).toEqual({
    shop: { 'linux/amd64': 1, 'linux/arm64': 2 },
    worker: { 'linux/amd64': 3 },
  });
});
