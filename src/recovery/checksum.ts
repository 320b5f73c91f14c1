import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

declare const brand: unique symbol;

/** A SHA-256 in 64 small hexadecimal digits. */
export type Sha256 = string & { readonly [brand]: 'Sha256' };

/** Undefined when the text is none. */
export function parseSha256(text: string): Sha256 | undefined {
  return isSha256(text) ? text : undefined;
}

export const isSha256 = (text: string): text is Sha256 => /^[0-9a-f]{64}$/.test(text);

/** Of the text in UTF-8, or of the bytes. Pure. */
export function sha256Of(content: string | Uint8Array): Sha256 {
  return createHash('sha256').update(content).digest('hex') as Sha256;
}

/** Of the bytes of a file; undefined when it is not there or cannot be read. */
export async function hashOfFile(file: string): Promise<Sha256 | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch {
    return undefined;
  }
  return hash.digest('hex') as Sha256;
}

/** An object of a store, or a file of a volume. */
export interface StoredObject {
  readonly path: string;
  readonly sha256: Sha256;
}

/**
 * One hash of many objects, whatever their order: the sum of the hashes of (path, content), modulo 2²⁵⁶. A sum and not an
 * exclusive or, in which two equal ones would cancel each other out. It finds accidents; whoever can choose the contents could
 * make two lists that agree, so the manifest it stands in is signed. Pure.
 */
export function orderFreeHash(objects: Iterable<StoredObject>): Sha256 {
  let sum = 0n;
  for (const { path, sha256 } of objects) sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
  return (sum % (1n << 256n)).toString(16).padStart(64, '0') as Sha256;
}
