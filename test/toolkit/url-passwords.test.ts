import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPasswords } from '../../src/toolkit/url-passwords.ts';
import { search } from '../search.ts';

describe('a text without passwords', () => {
  it('has no password in a URL, whatever its characters', () => {
    expect(withoutPasswords('no answer of https://shop:p/w@x@shop.example/a')).toBe(
      'no answer of https://…@shop.example/a',
    );
    expect(withoutPasswords('https://shop.example/a')).toBe('https://shop.example/a');
  });

  it('takes linear time, with the result of a regular expression that would take minutes for a long word', () => {
    const slow = (text: string) => text.replace(/:\/\/(?:[^\s/:@]*:(?!\d+\/)\S*|[^\s/@]*)@/g, '://…@');
    const parts = fc.constantFrom('://', ':', '/', '@', 'a', '80', ' ', '://u:p@h', '\n');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), words => {
        expect(withoutPasswords(words.join(''))).toBe(slow(words.join('')));
      }),
      search(2000),
    );
    const long = '://a:'.repeat(50_000);
    expect(withoutPasswords(long)).toBe(long);
    expect(withoutPasswords(`${long}@`)).toBe('://…@');
  });
});
