import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printable } from '../../src/toolkit/printable.ts';

it('plain text is unchanged', () => {
  expect(printable('GET /ready: 503 “nö” [::1')).toBe('GET /ready: 503 “nö” [: :1');
  expect(printable('a: b')).toBe('a: b');
});

it.each([
  ['::error::x', ': :error: :x'],
  [':::add-mask::x', ': : :add-mask: :x'],
  ['x ##[add-mask]y', 'x # #[add-mask]y'],
  ['a\r\n::warning::b', 'a  : :warning: :b'],
  ['\u001b[31mred\u0000', ' [31mred '],
  ['a\u202eb\u2028c\u009bd', 'a b c d'],
])('%j is neutralized', (given, expected) => {
  expect(printable(given)).toBe(expected);
});

it('no workflow command is left, however it is composed', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(':', '#', '##', '[', '##[', '::', '\n', '\u0085', 'x')), parts => {
      expect(printable(parts.join(''))).not.toMatch(/::|##\[|\p{Cc}/u);
    }),
  );
});
