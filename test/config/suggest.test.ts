import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, nearest, suggest } from '../../src/config/suggest.ts';
import { wording } from '../wording.ts';

const word = fc.stringMatching(/^[a-z]{0,10}$/);

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['service', 'servcie', 1],
    ['ab', 'ba', 1],
    ['manifest', 'manifests', 1],
  ])('"%s" to "%s" is %i', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected);
  });

  it('is zero exactly for the same word, the same both ways, and at most the longer length', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  it('is one for two swapped neighbors', () => {
    fc.assert(
      fc.property(word, fc.constantFrom('xy', 'qz'), word, (before, pair, after) => {
        const swapped = [...pair].reverse().join('');
        expect(distance(before + pair + after, before + swapped + after)).toBe(1);
      }),
    );
  });
});

describe('a suggestion', () => {
  const keys = [
    'namespace',
    'manifests',
    'workload',
    'service',
    'route',
    'strategy',
    'unversioned',
    'verify',
  ];

  it.each([
    ['manifest', 'manifests'],
    ['Manifests', 'manifests'],
    ['name-space', 'namespace'],
    ['rotue', 'route'],
    ['unversion', 'unversioned'],
    ['stategy', 'strategy'],
  ])('for "%s" is "%s"', (written, meant) => {
    expect(nearest(written, keys)).toBe(meant);
  });

  it.each(['replicas', 'x', '', 'constructor', 'ab', 'y'.repeat(1_000_000)])(
    'is not made when no candidate is near',
    written => {
      expect(nearest(written, keys)).toBeUndefined();
    },
  );

  it('lists the choices when no candidate is near', () => {
    expect(suggest('x', ['one', 'two'])).toEqual(wording('two'));
    expect(suggest('x', ['rolling'])).toEqual(wording('rolling'));
  });

  it('finds every key again after one mistake in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.nat(), fc.constantFrom('', 'x', 'xx'), (key, at, inserted) => {
        const place = at % key.length;
        const mistake =
          key.slice(0, place) + inserted.slice(1) + key.slice(place + (inserted === 'xx' ? 0 : 1));
        const near = nearest(mistake, keys);
        // Four letters leave room for one mistake, so a shorter word may have lost too much.
        expect(near === key || mistake.length < 4).toBe(true);
      }),
    );
  });
});
