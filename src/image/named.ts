import { type Digest, isDigest, parseReference, type Reference } from './reference.ts';

/** What a text of any form names: a manifest of a backup, a list by hand, an object of a cluster as JSON. */

/** Every digest in it, once. Pure. */
export function digestsIn(text: string): Digest[] {
  const found = text.match(/\bsha(256:[0-9a-f]{64}|512:[0-9a-f]{128})(?![0-9a-f])/g) ?? [];
  return [...new Set(found)].filter(isDigest);
}

/** Every image of a container in an object that is written as JSON. Pure. */
export function imagesIn(json: string): Reference[] {
  return [...json.matchAll(/"image":"([^"\\]+)"/g)].flatMap(([, image = '']) => {
    try {
      return [parseReference(image)];
    } catch {
      return [];
    }
  });
}
