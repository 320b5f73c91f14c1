import { type Digest, isDigest, parseReference, type Reference } from './reference.ts';

/** Finds digests and images in free text: the manifest of a backup, a handwritten list, a cluster object as JSON. */

/** Returns every distinct digest in a text. Pure. */
export function digestsIn(text: string): Digest[] {
  const found = text.match(/\bsha(256:[0-9a-f]{64}|512:[0-9a-f]{128})(?![0-9a-f])/g) ?? [];
  return [...new Set(found)].filter(isDigest);
}

/** Returns the image of each container in an object that is serialized as JSON. Pure. */
export function imagesIn(json: string): Reference[] {
  return [...json.matchAll(/"image":"([^"\\]+)"/g)].flatMap(([, image = '']) => {
    try {
      return [parseReference(image)];
    } catch {
      return [];
    }
  });
}
