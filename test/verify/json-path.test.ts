import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPathSchema } from '../../src/config/formats.ts';
import { parseJsonPath, valueAt } from '../../src/verify/json-path.ts';
import { search } from '../search.ts';

describe('a JSON path', () => {
  it.each([
    ['version', ['version']],
    ['items[0].name', ['items', 0, 'name']],
    ['[12].id', [12, 'id']],
    ['a-b.$c[1][2]', ['a-b', '$c', 1, 2]],
  ])('is read: %s', (text, steps) => {
    expect(parseJsonPath(text)).toEqual(steps);
  });

  it.each(['', '.', '.a', 'a.', 'a..b', 'a[]', 'a[-1]', 'a[01]', 'a[0', 'a[0]b', 'a b', '0a'])(
    'is not read: "%s"',
    text => {
      expect(parseJsonPath(text)).toBeUndefined();
    },
  );

  it('is parsed exactly when slipway.yml accepts it', () => {
    const text = fc.array(fc.constantFrom('a', 'b-c', '.', '[0]', '[1', ']', '$', '0', ' '), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, parts => {
        const path = parts.join('');
        expect(parseJsonPath(path) !== undefined).toBe(jsonPathSchema.safeParse(path).success);
      }),
      search(2000),
    );
  });

  it.each([
    [{ a: [{ b: 1 }] }, ['a', 0, 'b'], 1],
    [{ a: null }, ['a'], null],
    [{ a: null }, ['a', 'b'], undefined],
    [{ a: 'text' }, ['a', 'length'], undefined],
    [['x'], ['length'], undefined],
    [{ 0: 'x' }, [0], undefined],
    [{}, ['toString'], undefined],
    ['text', ['a'], undefined],
  ])('of %j: %j leads to %j', (value, path, expected) => {
    expect(valueAt(value, path)).toBe(expected);
  });
});
