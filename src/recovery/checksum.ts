import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

declare const brand: unique symbol;

/** A SHA-256 as 64 lowercase hexadecimal digits. */
export type Sha256 = string & { readonly [brand]: 'Sha256' };

/** Returns undefined when the text is not a SHA-256. */
export function parseSha256(text: string): Sha256 | undefined {
  return isSha256(text) ? text : undefined;
}

export const isSha256 = (text: string): text is Sha256 => /^[0-9a-f]{64}$/.test(text);

/** Hashes text in UTF-8, or bytes. Pure. */
export function sha256Of(content: string | Uint8Array): Sha256 {
  return createHash('sha256').update(content).digest('hex') as Sha256;
}

/** Hashes the bytes of a file; undefined when it is missing or unreadable. */
export async function hashOfFile(file: string): Promise<Sha256 | undefined> {
  return parseSha256((await digestOfFile(file, 'sha256')) ?? '');
}

/** The same by another algorithm, in hexadecimal digits. */
export async function digestOfFile(file: string, algorithm: string): Promise<string | undefined> {
  const hash = createHash(algorithm);
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

/** An object in a store, or a file on a volume. */
interface StoredObject {
  readonly path: string;
  readonly sha256: Sha256;
}

/**
 * Hashes many objects independently of their order: the sum of the hashes of (path, content), modulo 2²⁵⁶. With an exclusive or, two equal
 * objects would cancel each other out. The sum detects accidents, but an attacker who chooses contents could make two lists agree, so the
 * manifest that holds it is signed. Pure.
 */
export function orderFreeHash(objects: Iterable<StoredObject>): Sha256 {
  let sum = 0n;
  for (const { path, sha256 } of objects) sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
  return (sum % (1n << 256n)).toString(16).padStart(64, '0') as Sha256;
}
