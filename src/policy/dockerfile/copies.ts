import type { Instruction } from './parse.ts';
import { expand, splitWords, type Variables } from './variables.ts';

/** The arguments of a COPY or ADD. */
export interface CopyInstruction {
  readonly sources: readonly string[];
  readonly destination: string;
  /** The stage or image of `--from`; undefined: the build context. */
  readonly from: string | undefined;
}

/** Parses COPY and ADD, also in JSON form; here-documents are not sources. Returns undefined for other instructions. Pure. */
export function copyOf(
  instruction: Instruction,
  variables: Variables,
  escapeChar: string,
): CopyInstruction | undefined {
  const { keyword, json, body, flags } = instruction;
  if (keyword !== 'COPY' && keyword !== 'ADD') return undefined;
  const words = (json ?? splitWords(body.text, escapeChar).map(({ text }) => text)).map(
    word => expand(word, variables) ?? word,
  );
  const sources = words.slice(0, -1).filter(word => !word.startsWith('<<'));
  const from = flags.find(({ name }) => name === 'from')?.value;
  return { sources, destination: words.at(-1) ?? '', from };
}

/** Whether a source is the whole context, by its name. Pure. */
export const isWholeContext = (source: string): boolean => /^(\.\/?|\/|\*|\.\/\*)$/.test(source);

export const isAddress = (source: string): boolean => /^(https?|ftp):\/\//i.test(source);

export const isGit = (source: string): boolean =>
  /^git@|^(git|ssh):\/\//.test(source) || /^https?:\/\/[^#?]+\.git(#.*)?(\?.*)?$/i.test(source);
