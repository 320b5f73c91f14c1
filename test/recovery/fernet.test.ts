import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decrypt,
  encrypt,
  type FernetKey,
  keyOfSecret,
  openStored,
  parseKey,
  storedForm,
} from '../../src/recovery/fernet.ts';
import { wording } from '../wording.ts';
import vectors from './fixtures/fernet.json' with { type: 'json' };

const keyOf = (secret: string) => parseKey(keyOfSecret(secret)) as FernetKey;

/** Made by Python's `cryptography` of the secret `jwt-1`, at 1700000000, with the IV 00 01 … 0f. */
const golden = {
  token:
    'gAAAAABlU_EAAAECAwQFBgcICQoLDA0OD748WykQ0yaJSHtFsQk86HezV47r97LY4grQB0N2O8VMxiGeMYS3SvQR1EStFPiPO--_daW2N-40tnZw-Z4FJyY=',
  stored:
    'Z0FBQUFBQmxVX0VBQUFFQ0F3UUZCZ2NJQ1FvTERBME9ENzQ4V3lrUTB5YUpTSHRGc1FrODZIZXpWNDdyOTdMWTRnclFCME4yTzhWTXhpR2VNWVMzU3ZRUjFFU3RGUGlQTy0tX2RhVzJOLTQwdG5ady1aNEZKeVk9',
  plaintext: 'ghp_exampletoken',
  at: 1_700_000_000_000,
};
const iv = Uint8Array.from({ length: 16 }, (_, index) => index);

describe('a key', () => {
  it.each([
    ['jwt-1', 'ui8N9AxFkGv8q3fgjNa7vc5SljOgs61yZV85+icpT/4='],
    ['test-jwt-secret', 'bg0L7ePx5+i2m1e4QfHGbAojp4Ur9Hp7fuqvHIucs84='],
    ['a', 'ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='],
  ])('of the secret %s is its SHA-256 in standard base64', (secret, key) => {
    expect(keyOfSecret(secret)).toBe(key);
  });

  it('reads the same in either alphabet', () => {
    expect(keyOfSecret('jwt-1', 'url-safe')).toBe('ui8N9AxFkGv8q3fgjNa7vc5SljOgs61yZV85-icpT_4=');
    expect(parseKey(keyOfSecret('jwt-1', 'url-safe'))).toEqual(keyOf('jwt-1'));
  });

  it.each([
    '',
    'short',
    'ypeBEsobvcr6wjGz',
    `${keyOfSecret('a').slice(0, -1)}!`,
    keyOfSecret('a').slice(0, -1),
  ])('is not %j', text => {
    expect(parseKey(text)).toBeUndefined();
  });
});

/** Made by Python's `cryptography` 48: equal tokens open there, too. */
describe('a vector of Python', () => {
  it.each(vectors)('is made and opened: $plaintext', ({ secret, plaintext, at, iv: hex, token, stored }) => {
    expect(encrypt(plaintext, keyOf(secret), at * 1000, Buffer.from(hex, 'hex'))).toBe(token);
    for (const text of [token, stored])
      expect(openStored(text, keyOf(secret))).toEqual({
        ok: true,
        plaintext: Buffer.from(plaintext),
        at: at * 1000,
      });
  });
});

describe('a token', () => {
  it('equals the one that Python makes', () => {
    expect(encrypt(golden.plaintext, keyOf('jwt-1'), golden.at, iv)).toBe(golden.token);
  });

  it('is decrypted with its key, in each stored form', () => {
    for (const text of [golden.token, golden.stored, `${golden.token}\n`]) {
      const opened = openStored(text, keyOf('jwt-1'));
      expect(opened).toEqual({ ok: true, plaintext: Buffer.from(golden.plaintext), at: golden.at });
    }
    expect(storedForm(golden.token)).toBe('token');
    expect(storedForm(golden.stored)).toBe('base64');
  });

  it('is not decrypted with another key', () => {
    expect(openStored(golden.stored, keyOf('jwt-2'))).toEqual({
      ok: false,
      kind: 'wrong-key',
      sentence: wording(),
    });
  });

  it('is not decrypted with any single bit altered', () => {
    const bytes = Buffer.from(golden.token, 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = Buffer.from(bytes);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const opened = decrypt(altered.toString('base64url').padEnd(golden.token.length, '='), keyOf('jwt-1'));
      expect(opened).toMatchObject({ ok: false, kind: bit < 8 ? 'malformed' : 'wrong-key' });
    }
  });

  it.each([
    ['nothing', ''],
    ['a value from before it was encrypted', 'sk-plain-value'],
    ['a word that happens to be base64', 'password'],
    ['a token that was cut', golden.token.slice(0, 80)],
    ['a token that was cut in its signature', golden.token.slice(0, 116)],
    ['a stored one that was cut', golden.stored.slice(0, 120)],
    [
      'a token with something in it that is no base64',
      `${golden.token.slice(0, 20)}!!!!${golden.token.slice(20)}`,
    ],
    ['base64 of something else', Buffer.from(golden.plaintext.repeat(9)).toString('base64')],
  ])('is malformed: %s', (_, text) => {
    expect(openStored(text, keyOf('jwt-1'))).toMatchObject({ ok: false, kind: 'malformed' });
    expect(decrypt(text, keyOf('jwt-1'))).toMatchObject({ ok: false, kind: 'malformed' });
  });

  it('is decrypted to the original, whatever that was', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.string(),
        fc.nat(),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.boolean(),
        (plaintext, secret, seconds, random, twice) => {
          const token = encrypt(plaintext, keyOf(secret), seconds * 1000 + 999, random);
          const stored = twice ? Buffer.from(token).toString('base64') : token;
          expect(openStored(stored, keyOf(secret))).toEqual({
            ok: true,
            plaintext: Buffer.from(plaintext),
            at: seconds * 1000,
          });
        },
      ),
    );
  });
});
