import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announcesSecret,
  looksSecret,
  namesSecret,
  withoutPasswords,
  withoutSecrets,
} from '../../src/toolkit/secrecy.ts';
import { search } from '../search.ts';

describe('a text looks secret', () => {
  it.each([
    '-----BEGIN EC PRIVATE KEY-----\nMIG',
    'postgres://shop:hunter2@db/shop',
    'redis://:hunter2@cache',
    '--password=hunter2',
    '"--db-password=hunter2"',
    'serve --api-key hunter2 --port 80',
    `token ghp_${'a'.repeat(36)}`,
    'AKIAQWERTYUIOPASDFGH',
    `glpat-${'a'.repeat(20)}`,
    `hvs.${'a'.repeat(24)}`,
    `AIza${'a'.repeat(35)}`,
    'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
    'server.port=80\nspring.datasource.password=hunter2',
    'database:\n  password: hunter2',
    '{\n  "api_key": "hunter2"\n}',
  ])('%s', text => {
    expect(looksSecret(text)).toBe(true);
  });

  it.each(['DB_PWD', 'ENCRYPTION_KEY', 'SIGNING_KEY', 'SENTRY_DSN', 'ACCESS_KEY', 'AWS_SECRET_ACCESS_KEY'])(
    'recovery 4: under the name %s',
    name => {
      expect(namesSecret(name)).toBe(true);
    },
  );

  it.each(['KEY_SPACE', 'PUBLIC_KEY', 'MONKEY', 'PORT', 'DSNAME'])('but not under the name %s', name => {
    expect(namesSecret(name)).toBe(false);
  });

  it.each([
    'https://shop.example:8443/path@2x.png',
    '-----BEGIN CERTIFICATE-----',
    '--port=80',
    'ghcr.io/acme/shop@sha256:0123',
    'mona@shop.example: hello',
    '"Welcome to the shop"',
    'password:\n  min-length: 8',
    'token-lifetime: 5m',
  ])('but not %s', text => {
    expect(looksSecret(text)).toBe(false);
  });

  it('after an argument that announces it', () => {
    expect(['--password', '-api-key', '--port', 'password', '--password=x'].map(announcesSecret)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('security 15: a text that is crafted to be slow', () => {
  const slow = /:\/\/[^\s/:@]*:(?!\d+\/)\S+@|\beyJ[\w-]{10,}\.eyJ/;
  const parts = fc.constantFrom(
    '://',
    ':',
    '/',
    '@',
    'a',
    '80',
    ' ',
    '\n',
    '-',
    '.',
    'eyJ',
    '.eyJ',
    'eyJ0123456789',
  );

  it('has the same result as regular expressions', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), words => {
        expect(looksSecret(words.join(''))).toBe(slow.test(words.join('')));
      }),
      search(5000),
    );
  });

  // The expressions above would take minutes for each, in which no lease is renewed.
  it.each(['://', '://a:', 'eyJ-', '-----BEGIN ', '--a', 'eyJ0123456789'])(
    'takes linear time: %s, a million times',
    part => {
      expect(looksSecret(part.repeat(1_000_000))).toBe(false);
    },
  );
});

describe('a text without secrets', () => {
  const value = 'hunter2/+ "x"';
  it.each([
    ['as it is', `login ${value} failed`, 'login (hidden) failed'],
    ['percent-encoded', `/?p=${encodeURIComponent(value)}`, '/?p=(hidden)'],
    ['in JSON', JSON.stringify({ p: value }), '{"p":"(hidden)"}'],
    ['in base64', `Basic ${Buffer.from(value).toString('base64')}`, 'Basic (hidden)'],
    [
      'in the base64 of URLs',
      `t=${Buffer.from(`${value}?>`).toString('base64url')}`,
      't=(hidden)',
      `${value}?>`,
    ],
    ['in a form', new URLSearchParams({ p: value }).toString(), 'p=(hidden)'],
    ['in the path of a URL', `/a/${encodeURI(value)}`, '/a/(hidden)'],
    ['in a page', '<p>hunter2/+ &quot;x&quot;</p>', '<p>(hidden)</p>'],
    ['twice', `${value} ${value}`, '(hidden) (hidden)'],
  ])('does not contain it %s', (_, text, expected, secret = value) => {
    expect(withoutSecrets(text, [secret]).replace(/=+$/, '')).toBe(expected);
  });

  it('has no line of one, and the longest is removed first', () => {
    expect(
      withoutSecrets('at second line, second line more', ['first\nsecond line', 'second line more']),
    ).toBe('at (hidden), (hidden)');
  });

  it('keeps values that are too short', () => {
    expect(withoutSecrets('it is true, 80', ['true', '80', ''])).toBe('it is true, 80');
  });

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
