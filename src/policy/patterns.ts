import { parseReference, type Reference } from '../image/reference.ts';
import { matchesWildcard } from '../toolkit/wildcard.ts';

/** The wildcard patterns of slipway.yml. */

const wildcards: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' };

/** Returns a pattern as a regular expression, with the meaning of each wildcard. */
const expressionOf = (pattern: string, meaning = wildcards): string =>
  pattern
    .split(/(\*\*\/|\*\*|\*)/)
    .map(part => (part.startsWith('*') ? meaning[part] : RegExp.escape(part)))
    .join('');

/** Whether a path matches a pattern: `*` within a part, `**` across parts; a folder matches everything below it. Pure. */
export function matchesPath(pattern: string, path: string): boolean {
  const plain = (text: string) => text.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
  return new RegExp(`^${expressionOf(plain(pattern))}(/|$)`, 's').test(plain(path));
}

/** Whether a line matches a pattern; `*` matches anything, and any run of blanks counts as one. Pure. */
export function matchesLine(pattern: string, line: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ');
  return matchesWildcard(plain(pattern), plain(line));
}

/**
 * Whether a base image matches a pattern, `repository[:tag]` with wildcards. Names without a registry are on Docker Hub, in the pattern
 * and in the image. A pattern without a tag matches every tag. Pure.
 */
export function matchesBase(
  pattern: string,
  { repository, tag }: Pick<Reference, 'repository' | 'tag'>,
): boolean {
  const colon = pattern.indexOf(':', pattern.lastIndexOf('/') + 1);
  const name = colon < 0 ? pattern : pattern.slice(0, colon);
  const tags = colon < 0 ? undefined : pattern.slice(colon + 1);
  const expression = expressionOf(fullName(name), { ...wildcards, '**/': '.*/' });
  if (!new RegExp(`^${expression}$`).test(repository)) return false;
  return tags === undefined || matchesWildcard(tags, tag ?? 'latest');
}

/** Adds the registry to a pattern by the same rule as for a reference; wildcards count as letters. */
function fullName(pattern: string): string {
  if (pattern.startsWith('**')) return pattern;
  const marked = pattern.replaceAll('*', 'x0star0x');
  try {
    return parseReference(marked).repository.replaceAll('x0star0x', '*');
  } catch {
    return pattern;
  }
}
