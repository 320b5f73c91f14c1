import { parseReference, type Reference } from '../image/reference.ts';

/** Patterns with stars, as slipway.yml has them. */

const quote = (text: string) => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');

/** A path pattern as a regular expression: `*` within a part, `**` several parts, and what is below a matching folder too. Pure. */
export function matchesPath(pattern: string, path: string): boolean {
  const plain = (text: string) => text.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
  const expression = quote(plain(pattern))
    .replaceAll('**/', '\u0000')
    .replaceAll('**', '\u0001')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0000', '(?:.*/)?')
    .replaceAll('\u0001', '.*');
  return new RegExp(`^${expression}(/|$)`, 's').test(plain(path));
}

/** Whether a line reads as a pattern does; `*` matches anything, and blanks count as one. Pure. */
export function matchesLine(pattern: string, line: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ');
  return new RegExp(`^${quote(plain(pattern)).replaceAll('*', '.*')}$`, 's').test(plain(line));
}

/**
 * Whether a base image is one of a pattern, `repository[:tag]` with stars; names without registry are docker's own, on both
 * sides. A pattern without tag takes every tag. Pure.
 */
export function matchesBase(
  pattern: string,
  { repository, tag }: Pick<Reference, 'repository' | 'tag'>,
): boolean {
  const colon = pattern.indexOf(':', pattern.lastIndexOf('/') + 1);
  const name = colon < 0 ? pattern : pattern.slice(0, colon);
  const tags = colon < 0 ? undefined : pattern.slice(colon + 1);
  const expression = quote(fullName(name))
    .replaceAll('**', '\u0001')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0001', '.*');
  if (!new RegExp(`^${expression}$`).test(repository)) return false;
  return tags === undefined || new RegExp(`^${quote(tags).replaceAll('*', '.*')}$`).test(tag ?? 'latest');
}

/** A pattern with its registry, by the same rule as a reference: stars are letters to it. */
function fullName(pattern: string): string {
  if (pattern.startsWith('**')) return pattern;
  const marked = pattern.replaceAll('*', 'x0star0x');
  try {
    return parseReference(marked).repository.replaceAll('x0star0x', '*');
  } catch {
    return pattern;
  }
}
