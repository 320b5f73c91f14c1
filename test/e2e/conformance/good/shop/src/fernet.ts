import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';

/** Decrypts a Fernet token. @returns undefined for another key or a changed token. */
export function decrypt(token: string, key: string): string | undefined {
  const secret = Buffer.from(key, 'base64');
  const bytes = Buffer.from(token, 'base64');
  if (secret.length !== 32 || bytes[0] !== 0x80 || bytes.length < 73) return undefined;
  const signed = bytes.subarray(0, -32);
  const expected = createHmac('sha256', secret.subarray(0, 16)).update(signed).digest();
  if (!timingSafeEqual(expected, bytes.subarray(-32))) return undefined;
  const cipher = createDecipheriv('aes-128-cbc', secret.subarray(16), signed.subarray(9, 25));
  return Buffer.concat([cipher.update(signed.subarray(25)), cipher.final()]).toString('utf8');
}
