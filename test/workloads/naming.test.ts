import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, contentHash, nameOf, parseReleaseNumber } from '../../src/workloads/naming.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

describe('a release number', () => {
  it.each([
    ['7', 7],
    ['r7', 7],
    [' 12 ', 12],
    ['0', 0],
  ])('is read from %o', (text, number) => {
    expect(parseReleaseNumber(text)).toBe(number);
  });

  it.each(['', 'seven', '-1', '1.5', 'v7', '1e3', '9999999999'])('is not read from %o', async text => {
    expect(await sentence(() => parseReleaseNumber(text))).toEqual(wording('7'));
  });
});

describe('the names of objects', () => {
  it('are those that the documentation gives', () => {
    expect(nameOf.application('shop')).toBe('slipway-shop');
    expect(nameOf.record('shop', 7)).toBe('slipway-shop-r7');
    expect(nameOf.outcome('shop', 7)).toBe('slipway-shop-r7-outcome');
    expect(nameOf.salt('shop')).toBe('slipway-shop-salt');
    expect(nameOf.shipped('shop', 'conf', '0123456789')).toBe('shop-conf-0123456789');
  });

  it('are never longer than Kubernetes allows', () => {
    expect(nameOf.shipped('a'.repeat(40), 'b'.repeat(253), '0123456789').length).toBeLessThanOrEqual(253);
  });
});

describe('canonical text', () => {
  it('is the same for the same value, whatever the order of its keys at any depth', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonical(turned(value))).toBe(canonical(value));
        expect(contentHash('s', turned(value))).toBe(contentHash('s', value));
      }),
    );
  });

  it('keeps the order of lists', () => {
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
  });
});
