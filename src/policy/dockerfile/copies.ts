import type { Instruction } from './parse.ts';
import { expand, splitWords, type Variables } from './variables.ts';

/**
 * Returns the sources of a COPY or ADD from the build context, also in JSON form; here-documents are not sources. Undefined for other
 * instructions. Pure.
 */
export function copiedBy(
  { keyword, json, body, flags }: Instruction,
  variables: Variables,
  escapeChar: string,
): string[] | undefined {
  if (!/^(COPY|ADD)$/.test(keyword) || flags.some(({ name }) => name === 'from')) return undefined;
  const words = json ?? splitWords(body.text, escapeChar).map(({ text }) => text);
  return words
    .slice(0, -1)
    .map(word => expand(word, variables) ?? word)
    .filter(word => !word.startsWith('<<'));
}

/** Whether a source is the whole context, by its name. Pure. */
export const isWholeContext = (source: string): boolean => /^(\.\/?|\/|\*|\.\/\*)$/.test(source);

export const isAddress = (source: string): boolean => /^(https?|ftp):\/\//i.test(source);

export const isGit = (source: string): boolean =>
  /^git@|^(git|ssh):\/\//.test(source) || /^https?:\/\/[^#?]+\.git(#.*)?(\?.*)?$/i.test(source);
