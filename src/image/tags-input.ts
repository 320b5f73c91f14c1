import { UserError } from '../toolkit/errors.ts';
import { listed } from '../toolkit/input-text.ts';
import { isMap, jsonIn } from '../toolkit/map.ts';
import { printable } from '../toolkit/printable.ts';
import { isTag } from './reference.ts';

const form = 'write a JSON array such as ["1.4.2"], or names separated by commas';

/**
 * Parses the input `tags`: a JSON array, names separated by commas or lines, or a JSON object that maps names of images to arrays.
 * @param images the names of the images to tag.
 * @returns the distinct tags of each image.
 * @throws UserError when there is none, for an invalid tag, and for an image that a map leaves out.
 */
export function parseTagsInput(text: string, images: readonly string[]): Record<string, readonly string[]> {
  const written = /^\s*[[{]/.test(text) ? parseJson(text) : listed(text);
  if (Array.isArray(written)) {
    const tags = checked(written, 'names no tag');
    return Object.fromEntries(images.map(name => [name, tags]));
  }
  return Object.fromEntries(
    images.map(name => {
      const list = Object.hasOwn(written, name) ? written[name] : undefined;
      return [name, checked(Array.isArray(list) ? list : [], `names no tag for the image "${name}"`)];
    }),
  );
}

/**
 * Parses the input `move-tags`: names separated by commas or lines.
 * @throws UserError for an invalid tag.
 */
export function parseMoveTags(text: string): string[] {
  const tags = listed(text);
  const wrong = tags.find(tag => !isTag(tag));
  if (wrong === undefined) return tags;
  throw new UserError(
    `the input \`move-tags\` names ${shown(wrong)}, which is not a tag`,
    'write tags separated by commas, such as latest,1',
  );
}

function checked(tags: readonly unknown[], none: string): string[] {
  if (tags.length === 0) throw new UserError(`the input \`tags\` ${none}`, form);
  const wrong = tags.find(tag => typeof tag !== 'string' || !isTag(tag));
  if (wrong === undefined) return [...new Set(tags as string[])];
  throw new UserError(
    `${shown(wrong)} in the input \`tags\` is not a tag`,
    'write at most 128 letters, digits, ".", "_" and "-", the first a letter, a digit or "_"',
  );
}

function parseJson(text: string): unknown[] | Readonly<Record<string, unknown>> {
  const value = jsonIn(text);
  if (Array.isArray(value) || isMap(value)) return value;
  const kind = text.trimStart().startsWith('[') ? 'array' : 'object';
  throw new UserError(`the input \`tags\` is not a JSON ${kind}`, form);
}

function shown(value: unknown): string {
  return printable(String(JSON.stringify(value)).slice(0, 140));
}
