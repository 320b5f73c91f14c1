import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * Fernet (github.com/fernet/spec), compatible with Python's `cryptography`: proves that data which the application stored encrypted can be
 * decrypted with a key, and encrypts it with another one.
 */

declare const brand: unique symbol;

/** 32 bytes: 16 for signing, then 16 for encryption. */
export type FernetKey = Uint8Array & { readonly [brand]: 'FernetKey' };

export type Alphabet = 'standard' | 'url-safe';

/** Derives a key from any secret, as applications do: `b64encode(sha256(secret))`. */
export function keyOfSecret(secret: string, alphabet: Alphabet = 'standard'): string {
  const digest = createHash('sha256').update(secret).digest();
  return alphabet === 'standard' ? digest.toString('base64') : urlSafe(digest);
}

/** Reads a key in either alphabet; undefined when it is not 32 bytes in base64. */
export function parseKey(text: string): FernetKey | undefined {
  const bytes = bytesOf(text);
  return bytes?.length === 32 ? (bytes as Uint8Array as FernetKey) : undefined;
}

export const randomKey = (): FernetKey => randomBytes(32) as Uint8Array as FernetKey;

type Opened =
  | {
      readonly ok: true;
      readonly plaintext: Buffer;
      /** Time of the encryption; ms since 1970, in whole seconds. The age is not checked. */
      readonly at: number;
    }
  | {
      readonly ok: false;
      /** `wrong-key`: the signature does not match. The token was signed with another key or altered; the two cannot be distinguished. */
      readonly kind: 'malformed' | 'wrong-key';
      readonly sentence: string;
    };

/** `token`: a Fernet token. `base64`: a token encoded in base64 once more. */
export type StoredForm = 'token' | 'base64';

/** Returns the form of a stored text; undefined when it is neither, such as a value from before encryption was introduced. */
export function storedForm(text: string): StoredForm | undefined {
  const outer = bytesOf(text);
  if (outer === undefined) return undefined;
  if (looksLikeToken(outer)) return 'token';
  const inner = bytesOf(outer.toString('latin1'));
  return inner !== undefined && looksLikeToken(inner) ? 'base64' : undefined;
}

/** Decrypts a stored text in either form. */
export function openStored(text: string, key: FernetKey): Opened {
  const form = storedForm(text);
  if (form === undefined) return malformed('is neither a Fernet token nor one in base64');
  return decrypt(form === 'token' ? text : Buffer.from(text, 'base64').toString('latin1'), key);
}

/** Encrypts for one of the stored forms. @param at as for `encrypt`. */
export function sealStored(plaintext: Uint8Array, key: FernetKey, form: StoredForm, at: number): string {
  const token = encrypt(plaintext, key, at);
  return form === 'token' ? token : Buffer.from(token).toString('base64');
}

/**
 * Encrypts a text as a Fernet token.
 * @param at ms since 1970; kept in whole seconds.
 * @param iv 16 random bytes, never used twice; given only by tests.
 */
export function encrypt(
  plaintext: string | Uint8Array,
  key: FernetKey,
  at: number,
  iv: Uint8Array = randomBytes(16),
): string {
  const head = Buffer.alloc(9, 0x80);
  head.writeBigUInt64BE(BigInt(Math.floor(at / 1000)), 1);
  const cipher = createCipheriv('aes-128-cbc', key.subarray(16), iv);
  const body = Buffer.concat([cipher.update(Buffer.from(plaintext)), cipher.final()]);
  const signed = Buffer.concat([head, iv, body]);
  return urlSafe(Buffer.concat([signed, signatureOf(signed, key)]));
}

export function decrypt(token: string, key: FernetKey): Opened {
  const bytes = bytesOf(token);
  if (bytes === undefined) return malformed('is not base64');
  if (!looksLikeToken(bytes)) return malformed('does not have the version or length of a Fernet token');
  const signed = bytes.subarray(0, -32);
  if (!timingSafeEqual(signatureOf(signed, key), bytes.subarray(-32)))
    return {
      ok: false,
      kind: 'wrong-key',
      sentence: 'the token cannot be decrypted with this key: another key made it, or it was altered',
    };
  const decipher = createDecipheriv('aes-128-cbc', key.subarray(16), signed.subarray(9, 25));
  try {
    const plaintext = Buffer.concat([decipher.update(signed.subarray(25)), decipher.final()]);
    return { ok: true, plaintext, at: Number(signed.readBigUInt64BE(1)) * 1000 };
  } catch {
    return malformed('has a valid signature, but invalid padding');
  }
}

/** Version, time, IV, at least one block, signature. */
const looksLikeToken = (bytes: Buffer) =>
  bytes[0] === 0x80 && bytes.length >= 9 + 16 + 16 + 32 && (bytes.length - 9) % 16 === 0;

const signatureOf = (signed: Uint8Array, key: FernetKey) =>
  createHmac('sha256', key.subarray(0, 16)).update(signed).digest();

/** Node ignores characters that are not base64, so it would decode a text with anything in between. Surrounding whitespace is allowed. */
function bytesOf(text: string): Buffer | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length % 4 !== 0 || !/^[\w+/-]+={0,2}$/.test(trimmed)) return undefined;
  return Buffer.from(trimmed, 'base64');
}

const urlSafe = (bytes: Buffer) => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');

const malformed = (problem: string): Opened => ({
  ok: false,
  kind: 'malformed',
  sentence: `the text ${problem}`,
});
