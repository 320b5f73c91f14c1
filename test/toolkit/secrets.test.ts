import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { table } from '../../src/toolkit/markdown.ts';
import { formsOf, leaksOf } from './secrets.ts';

const word = 'p&ss/w_rd+ <"42%">=';
const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
}) as string;
const base64 = (text: string) => Buffer.from(text).toString('base64');

const found = (value: string, text: string) =>
  leaksOf([{ name: 'secret', value }], [{ where: 'log', text }]).length > 0;

describe('the search for secrets finds one', () => {
  const lines = pem.split('\n');
  it.each<[string, string, string]>([
    ['as it is', word, `before ${word} after`],
    ['at any offset of base64 (0)', word, base64(`user:${word}: and more`)],
    ['at any offset of base64 (1)', word, base64(`users:${word}: and more`)],
    ['at any offset of base64 (2)', word, base64(`useres:${word}: and more`)],
    ['in base64 at the very end', word, base64(`x${word}`)],
    ['in base64 for addresses', word, Buffer.from(`ab${word}`).toString('base64url')],
    ['in base64 of base64', word, base64(`data: ${base64(word)}`)],
    ['in base64 with broken lines', pem, base64(pem).replace(/.{20}/g, '$&\n')],
    ['in base64 with lines broken in JSON', pem, JSON.stringify(base64(pem).replace(/.{20}/g, '$&\n'))],
    ['in a query', word, `https://x/?a=${encodeURIComponent(word)}`],
    ['in a query, in small letters', word, encodeURIComponent(word).toLowerCase().replace(/p%26/, 'p%26')],
    ['in a form', word, new URLSearchParams({ a: word }).toString()],
    ['in JSON', word, JSON.stringify({ a: word })],
    ['in JSON within JSON', word, JSON.stringify({ a: JSON.stringify({ b: word }) })],
    [
      "in Go's JSON",
      word,
      JSON.stringify(word).replace(
        /[<>&]/g,
        each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ],
    ['in hexadecimal', word, Buffer.from(word).toString('hex')],
    ['in a table of a summary', word, table(['a'], [[word]])],
    ['in an annotation', 'a%bcdefgh', '::error::a%25bcdefgh'],
    ['of several lines, whole', pem, pem],
    ['of several lines, in JSON', pem, JSON.stringify(pem)],
    ['of several lines, its first', pem, `x ${lines[1]}`],
    ['of several lines, its last', pem, `x ${lines.at(-3)} y`],
    ['of several lines, one in base64', pem, base64(`abcd${lines[2]}`)],
    ['cut after its beginning', lines[1]!, `${lines[1]!.slice(0, 20)}…`],
    ['cut before its end', lines[1]!, `…${lines[1]!.slice(-20)}`],
  ])('%s', (_name, value, text) => {
    expect(found(value, text)).toBe(true);
  });
});

describe('the search for secrets finds none', () => {
  it.each<[string, string]>([
    ['in nothing', ''],
    ['in what is like it', word.slice(0, -1)],
    ['in another one', base64('p&ss/w_rd+ <"43%">=')],
    ['in the frame of a key', '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----'],
  ])('%s', (_name, text) => {
    expect(found(word, text)).toBe(false);
    expect(found(pem, text)).toBe(false);
  });

  it('that is too short, and says so', () => {
    expect(() => formsOf('short')).toThrow('too short');
  });

  it('of two if there is only one, and names it', () => {
    const planted = [
      { name: 'one', value: 'first-secret' },
      { name: 'two', value: 'second-secret' },
    ];
    const traces = [
      { where: 'log', text: 'all is well' },
      { where: 'summary', text: `\`${base64('second-secret')}\`` },
    ];
    expect(leaksOf(planted, traces)).toEqual([{ secret: 'two', form: 'whole, base64', where: 'summary' }]);
  });
});
