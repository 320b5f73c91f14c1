import { createCipheriv, createHmac } from 'node:crypto';
import type { FernetKey } from '../../src/recovery/fernet.ts';

/**
 * Encrypts a text as a Fernet token.
 * @param at milliseconds since 1970; kept in whole seconds.
 * @param iv 16 random bytes, never used twice.
 */
export function encrypt(plaintext: string | Uint8Array, key: FernetKey, at: number, iv: Uint8Array): string {
  const head = Buffer.alloc(9, 0x80);
  head.writeBigUInt64BE(BigInt(Math.floor(at / 1000)), 1);
  const cipher = createCipheriv('aes-128-cbc', key.subarray(16), iv);
  const body = Buffer.concat([cipher.update(Buffer.from(plaintext)), cipher.final()]);
  const signed = Buffer.concat([head, iv, body]);
  const signature = createHmac('sha256', key.subarray(0, 16)).update(signed).digest();
  const token = Buffer.concat([signed, signature]);
  return token.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
