import { describe, expect, it } from 'vitest';
import { matches, narrowed, parseSelector, podMatcher } from '../../src/analysis/selector.ts';
import { querySchema } from '../../src/config/formats.ts';
import { patternFault } from '../../src/config/matchers.ts';

describe('a selector', () => {
  it.each([
    ['http_requests_total', 'http_requests_total{pod="a"}'],
    ['x{}', 'x{pod="a"}'],
    ['x{code=~"5..", route != "/a,b" ,}', 'x{code=~"5..",route!="/a,b",pod="a"}'],
    ["x{route='a\"b'}", 'x{route="a\\"b",pod="a"}'],
    ['x{route=~`\\d+`}', 'x{route=~"\\\\d+",pod="a"}'],
    ['x{route="a\\\\d\\n"}', 'x{route="a\\\\d\\n",pod="a"}'],
    ['x{route=~"/[0-9]{3}"}', 'x{route=~"/[0-9]{3}",pod="a"}'],
  ])('%s is narrowed to some pods', (written, narrow) => {
    expect(narrowed(written, [{ label: 'pod', operator: '=', value: 'a' }])).toBe(narrow);
    expect(querySchema.safeParse(written).success).toBe(true);
  });

  it.each([
    ...['', 'rate(x[1m])', 'x{code}', 'x{code=500}', 'x{,}', 'x{code="5"', 'x{code="5"} + 1'],
    ...['x{code="5" route="a"}', 'x{code="5",,route="a"}', 'x{"code"="5"}', 'x{code="5\\"}'],
  ])('%j is not a selector', text => {
    expect(parseSelector(text)).toBeUndefined();
    expect(querySchema.safeParse(text).success).toBe(false);
  });
});

describe('a regular expression', () => {
  it.each([
    ...[
      '',
      '5..',
      '(?i)2..',
      '(?P<name>a)',
      '(?<name>a)',
      '(?is-U:a)',
      '\\z',
      '\\pL+',
      '\\p{Greek}{2}',
      '^*',
      '$+',
      '(|a)',
    ],
    ...['[]a(]', '[^](]', '[[:alpha:](]+', '[\\](]', '\\Q((\\E?', '\\Q(', 'a{02}', 'a{,3}', '{', 'a]', 'a}'],
    ...[
      'a*?',
      'a{2,}?',
      'a(?i)*',
      'a*(?i)*',
      '(a*)*',
      '()*',
      '\\(',
      '\\\\\\(',
      '\\x{10}{2}',
      'a||b',
      '(?:)',
      '.+|.*',
    ],
  ])('%s is accepted', pattern => {
    expect(patternFault(pattern)).toBeUndefined();
  });

  it.each([
    ...[
      '(',
      '5..(',
      'a)',
      'a)|(b',
      '(()',
      '[a',
      '[a\\]',
      '*',
      '+a',
      'a|*',
      '(*)',
      '(?i)*',
      'a**',
      'a*+',
      'a{2}{3}',
      '{2}',
    ],
    ...['(?=a)', '(?!a)b', '(?<=a)b', '(?<!a>)b', 'a\\'],
  ])('%s is refused', pattern => {
    expect(patternFault(pattern)).toBeDefined();
    expect(querySchema.safeParse(`x{a="b",c=~\`${pattern}\`}`).success).toBe(false);
    expect(querySchema.safeParse(`x{c!~${JSON.stringify(pattern)}}`).success).toBe(false);
    expect(querySchema.safeParse(`x{a="=~'(",c!=${JSON.stringify(pattern)}}`).success).toBe(true);
  });
});

describe('a matcher', () => {
  it.each([
    ['=', '200', true],
    ['!=', '200', false],
    ['=~', '2..', true],
    ['=~', '2', false],
    ['!~', '5..', true],
    // An expression with Go's own syntax counts as a match.
    ['=~', '(?i)2..', true],
  ] as const)('code%s"%s"', (operator, value, expected) => {
    expect(matches({ label: 'code', operator, value }, { code: '200' })).toBe(expected);
  });

  it('treats a missing label as empty', () => {
    expect(matches({ label: 'code', operator: '=', value: '' }, {})).toBe(true);
    expect(matches({ label: 'code', operator: '=~', value: '5..' }, {})).toBe(false);
  });

  it('of pods names each, with escaped dots', () => {
    const matcher = podMatcher(['shop.a-1', 'shop.a-2']);
    expect(matcher.value).toBe('shop\\.a-1|shop\\.a-2');
    expect(matches(matcher, { pod: 'shopxa-1' })).toBe(false);
  });

  it('of very many pods names their common prefixes, so that the query fits into a URL', () => {
    const names = Array.from({ length: 300 }, (_, index) => `shop-5c65568465-x${index}`);
    const matcher = podMatcher(names);
    expect(matcher.value.length).toBeLessThan(100);
    expect(names.every(pod => matches(matcher, { pod }))).toBe(true);
    expect(matches(matcher, { pod: 'shop-5c65568465-x1-other' })).toBe(false);
  });
});
