import { describe, expect, it } from 'vitest';
import type { Inspected } from '../../src/image/bases.ts';
import type { Reference } from '../../src/image/reference.ts';
import { baseOf, stalenessOf } from '../../src/policy/staleness.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { wording } from '../wording.ts';

const of = (layers: string[], ...platforms: string[]): Inspected => ({
  platforms: platforms.map(platform => ({
    platform,
    bytes: 1,
    layers: layers.map(layer => ({ digest: digestOf(Buffer.from(layer)), bytes: 1 })),
  })),
});
const amd64 = 'linux/amd64';
const source = (text: string, more: object = {}) => ({
  text,
  args: {},
  target: undefined,
  ours: [],
  ...more,
});

describe('the base of an image', () => {
  it.each<[string, object, object]>([
    ['FROM node:24.1-slim', {}, { kind: 'image', reference: { tag: '24.1-slim' } }],
    [
      'FROM golang:1 AS build\nFROM debian:12 AS run\nFROM run\nCOPY --from=build /x /',
      {},
      { reference: { tag: '12' } },
    ],
    ['FROM golang:1 AS build\nFROM debian:12', { target: 'build' }, { reference: { tag: '1' } }],
    ['ARG V=1\nFROM node:$V', { args: { V: '24' } }, { reference: { tag: '24' } }],
    ['FROM node:${TARGETARCH}', {}, { reference: { tag: 'amd64' } }],
    ['FROM scratch', {}, { kind: 'none' }],
    ['FROM base', { ours: ['base'] }, { kind: 'own' }],
    ['ARG V\nFROM node:$V', {}, { kind: 'unknown' }],
    ['FROM node:24', { target: 'gone' }, { kind: 'unknown', why: wording() }],
    ['FROM Node:24:1', {}, { kind: 'unknown' }],
  ])('%j with %j', (text, more, base) => {
    expect(baseOf(source(text, more), amd64)).toMatchObject(base);
  });
});

describe('an image', () => {
  const looked: Reference[] = [];
  const judge = (text: string, image: Inspected, now: Inspected | undefined, more: object = {}) =>
    stalenessOf(source(text, more), image, async reference => {
      looked.push(reference);
      return now;
    });
  const digest = `sha256:${'a'.repeat(64)}`;

  it('is fresh while it starts with all layers of its base, on every platform', async () => {
    const image = of(['a', 'b', 'c'], amd64, 'linux/arm64');
    expect(await judge('FROM ghcr.io/acme/base:1', image, of(['a', 'b'], amd64, 'linux/arm64/v8'))).toEqual({
      base: 'ghcr.io/acme/base:1',
      stale: false,
      why: wording('ghcr.io/acme/base:1'),
    });
  });

  it('is stale when the tag points to another image, even on one platform only', async () => {
    const image = of(['a', 'b', 'c'], amd64, 'linux/arm64');
    const now = {
      platforms: [...of(['a', 'b'], amd64).platforms, ...of(['a', 'B'], 'linux/arm64').platforms],
    };
    expect(await judge('FROM ghcr.io/acme/base:1', image, now)).toEqual({
      base: 'ghcr.io/acme/base:1',
      stale: true,
      why: wording('linux/arm64', 'ghcr.io/acme/base:1'),
    });
    // An image cannot start with a base that has more layers.
    expect((await judge('FROM base:1', of(['a'], amd64), of(['a', 'b'], amd64))).stale).toBe(true);
  });

  it('with a digest beside the tag is compared with the tag', async () => {
    const text = `FROM ghcr.io/acme/base:1@${digest}`;
    const { stale, why } = await judge(text, of(['a'], amd64), of(['b'], amd64));
    expect([stale, why]).toEqual([true, wording('linux/amd64', 'ghcr.io/acme/base:1')]);
    expect(looked.at(-1)).toMatchObject({ tag: '1' });
    expect(looked.at(-1)).not.toHaveProperty('digest');
  });

  it.each([
    [`FROM ghcr.io/acme/base@${digest}`, of(['a'], amd64), wording()],
    ['FROM ghcr.io/acme/base:1', undefined, wording()],
    ['FROM ghcr.io/acme/base:1', of(['a'], 'linux/arm64'), wording('linux/amd64')],
    ['ARG V\nFROM node:$V', of(['a'], amd64), wording()],
  ])('of %j is neither fresh nor stale when that is unknown', async (text, now, why) => {
    const found = await judge(text, of(['a'], amd64), now);
    expect(found).not.toHaveProperty('stale');
    expect(found.why).toEqual(why);
  });

  it('from scratch, or from an image of the same file, does not become stale', async () => {
    expect(await judge('FROM scratch', of(['a'], amd64), undefined)).toMatchObject({ stale: false });
    expect(await judge('FROM base', of(['a'], amd64), undefined, { ours: ['base'] })).toMatchObject({
      stale: false,
    });
  });
});
