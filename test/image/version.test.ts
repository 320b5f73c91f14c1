import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, formatVersion, parseVersion } from '../../src/image/version.ts';

const version = (text: string) => {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`${text} is no version`);
  return parsed;
};

describe('a version', () => {
  it.each([
    ['1.4.2', '1.4.2'],
    ['v1.4.2', '1.4.2'],
    ['V0.0.0', '0.0.0'],
    ['1.4.2-rc.1', '1.4.2-rc.1'],
    ['1.4.2-rc.1+build.5', '1.4.2-rc.1'],
    ['1.4.2+build.5', '1.4.2'],
    ['1.0.0-0a.-.x--y', '1.0.0-0a.-.x--y'],
    ['99999999999999999999.0.1', '99999999999999999999.0.1'],
  ])('is read: %s', (text, expected) => {
    expect(formatVersion(version(text))).toBe(expected);
  });

  it.each([
    '',
    '1',
    '1.4',
    '1.4.2.1',
    '01.4.2',
    '1.4.2-',
    '1.4.2-01',
    '1.4.2-a..b',
    'vv1.4.2',
    '1.4.2 ',
    'main',
    '1.4.2-ä',
  ])('is malformed: "%s"', text => {
    expect(parseVersion(text)).toBeUndefined();
  });

  it('comes before the next by the order that semver.org shows', () => {
    const rising =
      `0.9.9 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1
      1.0.0 1.0.1 1.2.0 1.10.0 2.0.0 10.0.0 9007199254740993.0.0 9007199254740994.0.0`.split(/\s+/);
    for (const [left, a] of rising.entries())
      for (const [right, b] of rising.entries())
        expect([a, b, Math.sign(compareVersions(version(a), version(b)))]).toEqual([
          a,
          b,
          Math.sign(left - right),
        ]);
  });

  it('has one order with any other, and is equal to none but itself', () => {
    const part = fc.constantFrom('0', '1', '2', '10', '11');
    const pre = fc.array(fc.constantFrom('0', '1', '10', 'a', 'b', 'a-', 'A'), { maxLength: 3 });
    const any = fc
      .tuple(part, part, part, pre)
      .map(([a, b, c, d]) => `${a}.${b}.${c}${d.length > 0 ? `-${d.join('.')}` : ''}`);
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const order = (x: string, y: string) => Math.sign(compareVersions(version(x), version(y)));
        expect(order(a, b)).toBe(0 - order(b, a) + 0);
        expect(order(a, b) === 0).toBe(a === b);
        if (order(a, b) < 0 && order(b, c) < 0) expect(order(a, c)).toBe(-1);
      }),
    );
  });
});
