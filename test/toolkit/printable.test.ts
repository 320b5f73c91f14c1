import fc from 'fast-check';
import { expect, it } from 'vitest';
import { logLine, printable } from '../../src/toolkit/printable.ts';

it('plain text is unchanged', () => {
  const text = 'GET https://[2001:db8::1]:6443/ready: 503 “nö” Foo::bar';
  expect([printable(text), logLine(text)]).toEqual([text, text]);
});

it.each([
  ['x ##[add-mask]y', 'x # #[add-mask]y'],
  ['a\r\n::warning::b', 'a  ::warning::b'],
  ['\u001b[31mred\u0000', ' [31mred '],
  ['a\u202eb\u2028c\u009bd', 'a b c d'],
])('%j is neutralized', (given, expected) => {
  expect(printable(given)).toBe(expected);
});

it.each([
  ['::error::x', ': :error::x'],
  [':::add-mask::x', ': ::add-mask::x'],
  [' \t\u00a0::error::x', '  \u00a0: :error::x'],
  ['\n::error::x', ' : :error::x'],
])('%j is no workflow command in a log', (given, expected) => {
  expect(logLine(given)).toBe(expected);
});

it('no workflow command is left, however it is composed', () => {
  const parts = [':', '#', '##', '[', '##[', '::', '\n', '\u0085', '\u3000', ' ', 'x'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts)), given => {
      expect(logLine(given.join('')).trim()).not.toMatch(/^::|##\[|\p{Cc}/u);
    }),
  );
});
