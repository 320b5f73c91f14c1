import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, code, fenced, table } from '../../src/toolkit/markdown.ts';
import { rendered as html } from '../rendered.ts';

const entities = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
  '&#96;': '`',
  '&#58;': ':',
} as const;
const decoded = (text: string) =>
  text.replace(/&(?:lt|gt|quot|amp|#96|#58);/g, each => entities[each as keyof typeof entities]);
const codeIn = (text: string) =>
  [...text.matchAll(/<code>(.*?)<\/code>/gs)].map(match => decoded(match[1] ?? ''));
const textOf = (text: string) => decoded(text.replace(/<[^>]*>/g, ''));

/** Text of any kind, and often of what Markdown gives a meaning. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('`', '``', '|', '\\', ' ', 'a', '*', '_', '<b>', '&amp;', '[x](y)', '://'))
      .map(all => all.join('')),
  )
  .filter(each => !/[\0\ufeff]/.test(each));
const oneLine = (line: string) => line.replace(/\s+/g, ' ');

describe('code', () => {
  it('shows any text unchanged, in a line and in a table', () => {
    fc.assert(
      fc.property(text, each => {
        const shown = oneLine(each);
        const expected = shown === '' ? [] : [shown];
        expect(codeIn(html(`It is ${code(each)}, then`))).toEqual(expected);
        const row = html(`| a | b |\n| --- | --- |\n| ${code(each)} | end |`);
        expect(codeIn(row)).toEqual(expected);
        expect(row).toContain('<td>end</td>');
      }),
      { numRuns: 2000 },
    );
  });

  it('is easy to read', () => {
    expect(code('npm test')).toBe('`npm test`');
    expect(code('a `b`')).toBe('`` a `b` ``');
    expect(code('a | b')).toBe('<code>a \\| b</code>');
  });
});

describe('a line', () => {
  it('shows backticks of a sentence as code, and everything else as it is', () => {
    expect(cell('the input `scan.fail-on` is invalid: *x*')).toBe(
      'the input `scan.fail-on` is invalid: \\*x\\*',
    );
    expect(html(cell('run `slipway gate` or `slipway sweep`'))).toBe(
      '<p>run <code>slipway gate</code> or <code>slipway sweep</code></p>',
    );
    expect(html(cell('a ` alone, and ``two``'))).toBe('<p>a ` alone, and <code>two</code></p>');
  });

  it('contains no markup but code, and loses no character', () => {
    fc.assert(
      fc.property(text, each => {
        const shown = html(`It is ${cell(each)}.`);
        const tags = [...shown.matchAll(/<\/?([a-z]+)/g)].map(match => match[1]);
        // A mail address becomes a link, and goes nowhere else.
        expect(tags.filter(tag => tag !== 'p' && tag !== 'code' && tag !== 'a')).toEqual([]);
        expect(shown).not.toMatch(/href="(?!mailto:)/);
        const withoutTicks = (line: string) => line.replace(/[`\s]/g, '');
        expect(withoutTicks(textOf(shown))).toBe(withoutTicks(`It is ${each}.`));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the columns of a table, whatever a cell contains', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 }), rows => {
        const shown = html(
          table(
            ['a', 'b'],
            rows.map(row => [...row]),
          ),
        );
        expect(shown.match(/<td>/g)).toHaveLength(2 * rows.length);
      }),
      { numRuns: 1000 },
    );
  });
});

it('a block of code ends where it should', () => {
  fc.assert(
    fc.property(fc.array(text.map(oneLine)), lines => {
      expect(html(`${fenced('text', lines)}\n\nafter`)).toMatch(/<\/code><\/pre>\n<p>after<\/p>$/);
    }),
  );
});
