import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyValue } from '../../src/keys/values.ts';
import { type FernetKey, keyOfSecret, openStored, parseKey, sealStored } from '../../src/recovery/fernet.ts';

const keyOf = (secret: string) => parseKey(keyOfSecret(secret)) as FernetKey;
const keys = { old: keyOf('old'), new: keyOf('new') };
const forms = fc.constantFrom('token' as const, 'base64' as const);
const seconds = fc.nat().map(each => each * 1000);

describe('a stored value', () => {
  it('stands under the key that made it, with its content, form and time', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        forms,
        seconds,
        fc.constantFrom('old' as const, 'new' as const),
        (bytes, form, at, by) => {
          expect(classifyValue(sealStored(bytes, keys[by], form, at), keys)).toEqual({
            ...{ standing: by, form, at },
            plaintext: Buffer.from(bytes),
          });
        },
      ),
    );
  });

  it('is unreadable under another key, and after any change of a byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        forms,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, form, place, change) => {
          expect(classifyValue(sealStored(bytes, keyOf('third'), form, 0), keys)).toEqual({
            standing: 'unreadable',
          });
          const token = Buffer.from(sealStored(bytes, keys.old, 'token', 0), 'base64');
          const index = 1 + (place % (token.length - 1));
          token[index] = (token[index] ?? 0) ^ change;
          expect(classifyValue(token.toString('base64'), keys)).toEqual({ standing: 'unreadable' });
        },
      ),
    );
  });

  it('is plain in any other form', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(classifyValue(text, keys)).toEqual({ standing: 'plain' });
      }),
    );
  });

  it('is the same text after a rotation there and back, but for the IV', () => {
    fc.assert(
      fc.property(fc.uint8Array(), forms, seconds, (bytes, form, at) => {
        const there = sealStored(bytes, keys.new, form, at);
        const back = classifyValue(there, keys);
        if (!('plaintext' in back)) throw new Error(back.standing);
        const stored = sealStored(back.plaintext, keys.old, back.form, back.at);
        expect(stored.length).toBe(there.length);
        expect(openStored(stored, keys.old)).toMatchObject({ ok: true, plaintext: Buffer.from(bytes), at });
      }),
    );
  });
});
