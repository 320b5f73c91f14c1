import { describe, expect, it } from 'vitest';
import {
  parseDeployedInput,
  parseDigestsInput,
  parseImageNames,
  parseImagesInput,
} from '../../src/image/selection.ts';
import { wording } from '../wording.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const images = { shop: { repository: 'ghcr.io/acme/shop' }, cache: { repository: 'redis' } };

describe('the images input', () => {
  it('accepts a bare digest, in the repository of slipway.yml', () => {
    expect(parseImagesInput(JSON.stringify({ shop: digest }), images)).toEqual({
      shop: { repository: 'ghcr.io/acme/shop', digest },
    });
  });

  it('accepts full references, and a short name for the same repository', () => {
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

  it('accepts a digest from the repository of another environment, but no tag', () => {
    const shop = { repository: 'eu.example.com/shop', elsewhere: ['ghcr.io/acme/shop'] };
    expect(parseImagesInput(`{"shop": "ghcr.io/acme/shop@${digest}"}`, { shop })).toEqual({
      shop: { repository: 'eu.example.com/shop', digest },
    });
    expect(() => parseImagesInput('{"shop": "ghcr.io/acme/shop:1"}', { shop })).toThrow(
      wording('ghcr.io/acme/shop', 'slipway.yml', 'eu.example.com/shop'),
    );
    expect(() => parseImagesInput(`{"shop": "ghcr.io/acme/other@${digest}"}`, { shop })).toThrow(
      wording('shop', 'ghcr.io/acme/other'),
    );
  });

  it.each([
    ['', wording('sha256:…"')],
    ['shop', wording('sha256:…"')],
    ['[]', wording('sha256:…"')],
    ['null', wording('sha256:…"')],
    ['{}', wording('sha256:…"')],
    ['{"shop": 1}', wording('shop', 'sha256:…"')],
    ['{"shpo": "x"}', wording('shpo', 'slipway.yml', 'shop')],
    ['{"__proto__": "x"}', wording('__proto__', 'slipway.yml', 'shop')],
    ['{"shop": "ghcr.io/acme/other:1"}', wording('ghcr.io/acme/other', 'slipway.yml', 'ghcr.io/acme/shop')],
    ['{"shop": "ghcr.io/acme/shop"}', wording('shop', '@sha256')],
    ['{"shop": "sha256:abc"}', wording('shop', 'sha256:abc', '64')],
  ])('is refused: %s', (text, sentence) => {
    expect(() => parseImagesInput(text, images)).toThrow(expect.objectContaining({ sentence }));
  });
});

describe('deployed images', () => {
  it('are those that status names, without images that are no longer in slipway.yml', () => {
    const said = JSON.stringify({ shop: `ghcr.io/acme/shop@${digest}`, old: `ghcr.io/acme/old@${digest}` });
    expect([...parseDeployedInput(said, images)]).toEqual([
      ['shop', { repository: 'ghcr.io/acme/shop', digest }],
    ]);
  });

  it.each(['', '{}'])('are none for "%s"', text => {
    expect(parseDeployedInput(text, images).size).toBe(0);
  });
});

describe('names of images', () => {
  const images = { shop: {}, worker: {} };

  it('are all when none is given, and else those, once', () => {
    expect(parseImageNames(' ', images)).toEqual(['shop', 'worker']);
    expect(parseImageNames('worker, shop,worker', images)).toEqual(['worker', 'shop']);
    expect(parseImageNames('worker\n  shop\n', images)).toEqual(['worker', 'shop']);
  });

  it('that are not in slipway.yml are refused with the nearest one', () => {
    expect(() => parseImageNames('shpo', images)).toThrow(
      expect.objectContaining({
        sentence: wording('shpo', 'slipway.yml', 'shop'),
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
          sentence: wording(`${JSON.stringify(value)}`, 'shop'),
        }),
      );
    },
  );
});
