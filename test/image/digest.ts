import { type Digest, isDigest } from '../../src/image/reference.ts';

/** Returns a text that a test made as a digest. */
export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new Error(`${text} is not a digest`);
}
