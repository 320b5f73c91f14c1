import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcesSecret, looksSecret, namesSecret } from '../../src/toolkit/secrecy.ts';
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
