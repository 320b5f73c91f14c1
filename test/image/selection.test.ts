import { describe, expect, it } from 'vitest';
import { parseDigestsInput, parseImageNames, parseImagesInput } from '../../src/image/selection.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const images = { shop: { repository: 'ghcr.io/acme/shop' }, cache: { repository: 'redis' } };

describe('the images input', () => {
  it('takes a digest alone, from the repository of slipway.yml', () => {
    expect(parseImagesInput(JSON.stringify({ shop: digest }), images)).toEqual({
      shop: { repository: 'ghcr.io/acme/shop', digest },
    });
  });

  it('takes whole references, and a short name for the same repository', () => {
    const input = { shop: `ghcr.io/acme/shop@${digest}`, cache: 'docker.io/library/redis:7' };
    expect(parseImagesInput(JSON.stringify(input), images)).toEqual({
      shop: { repository: 'ghcr.io/acme/shop', digest },
      cache: { repository: 'docker.io/library/redis', tag: '7' },
    });
  });

  it('lets a digest win over a tag', () => {
    const input = { shop: `ghcr.io/acme/shop:1.4.2@${digest}` };
    expect(parseImagesInput(JSON.stringify(input), images)).toEqual({
      shop: { repository: 'ghcr.io/acme/shop', digest },
    });
  });

  it('takes a digest from where another environment has it, and no tag', () => {
    const shop = { repository: 'eu.example.com/shop', elsewhere: ['ghcr.io/acme/shop'] };
    expect(parseImagesInput(`{"shop": "ghcr.io/acme/shop@${digest}"}`, { shop })).toEqual({
      shop: { repository: 'eu.example.com/shop', digest },
    });
    expect(() => parseImagesInput('{"shop": "ghcr.io/acme/shop:1"}', { shop })).toThrow(
      'takes "shop" from ghcr.io/acme/shop, but slipway.yml takes it from eu.example.com/shop',
    );
    expect(() => parseImagesInput(`{"shop": "ghcr.io/acme/other@${digest}"}`, { shop })).toThrow(
      'takes "shop" from ghcr.io/acme/other',
    );
  });

  it.each([
    ['', 'the `images` input is not JSON; write a JSON map such as {"shop": "sha256:…"}'],
    ['shop', 'the `images` input is not JSON; write a JSON map such as {"shop": "sha256:…"}'],
    ['[]', 'the `images` input is not a JSON map; write a JSON map such as {"shop": "sha256:…"}'],
    ['null', 'the `images` input is not a JSON map; write a JSON map such as {"shop": "sha256:…"}'],
    ['{}', 'the `images` input names no image; write a JSON map such as {"shop": "sha256:…"}'],
    [
      '{"shop": 1}',
      'the `images` input gives no text for "shop"; write a JSON map such as {"shop": "sha256:…"}',
    ],
    ['{"shpo": "x"}', 'the `images` input names "shpo", which is not in slipway.yml; did you mean `shop`?'],
    [
      '{"__proto__": "x"}',
      'the `images` input names "__proto__", which is not in slipway.yml; choose one of `shop`, `cache`',
    ],
    [
      '{"shop": "ghcr.io/acme/other:1"}',
      'the `images` input takes "shop" from ghcr.io/acme/other, but slipway.yml takes it from ghcr.io/acme/shop; name the same repository in both',
    ],
    [
      '{"shop": "ghcr.io/acme/shop"}',
      'the `images` input gives neither a tag nor a digest for "shop"; add :tag or @sha256:…, or give the digest alone',
    ],
    [
      '{"shop": "sha256:abc"}',
      'the `images` input gives "shop" no whole digest, but sha256:abc; give sha256: and its 64 hexadecimal digits',
    ],
  ])('is refused with one sentence: %s', (text, sentence) => {
    expect(() => parseImagesInput(text, images)).toThrowError(expect.objectContaining({ sentence }));
  });
});

describe('names of images', () => {
  const images = { shop: {}, worker: {} };

  it('are all when none is given, and else those, once', () => {
    expect(parseImageNames(' ', images)).toEqual(['shop', 'worker']);
    expect(parseImageNames('worker, shop,worker', images)).toEqual(['worker', 'shop']);
  });

  it('that are not in slipway.yml are refused with the nearest one', () => {
    expect(() => parseImageNames('shpo', images)).toThrow(
      expect.objectContaining({
        sentence: 'the `images` input names "shpo", which is not in slipway.yml; did you mean `shop`?',
      }),
    );
  });
});

describe('digests of images', () => {
  const images = { shop: { repository: 'ghcr.io/acme/shop' } };
  const digest = `sha256:${'a'.repeat(64)}`;

  it.each([digest, `ghcr.io/acme/shop@${digest}`, `ghcr.io/acme/shop:1@${digest}`])('are read: %s', value => {
    expect(parseDigestsInput(JSON.stringify({ shop: value }), images)).toEqual({
      shop: { repository: 'ghcr.io/acme/shop', digest },
    });
  });

  it.each(['1.4.2', 'ghcr.io/acme/shop:1.4.2', 'sha256:1', '', null, 7, {}])(
    'are asked for when there is %j',
    value => {
      expect(() => parseDigestsInput(JSON.stringify({ shop: value }), images)).toThrow(
        expect.objectContaining({
          sentence: `the \`images\` input gives no digest for "shop", but ${JSON.stringify(value)}; give the digest, as \`build\` has it in its output \`images\``,
        }),
      );
    },
  );
});
