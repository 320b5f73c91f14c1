import {
  type Document,
  isAlias,
  isPair,
  isScalar,
  LineCounter,
  type Pair,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { UserError } from '../toolkit/errors.ts';

/** A YAML file as text, whose scalars are replaced in place. All pure. */

/** The replacement of a part of a text. */
export interface FileChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The image that it sets. */
  readonly image: string;
}

export interface Source {
  readonly text: string;
  readonly documents: readonly Document.Parsed[];
  /** An error at an offset. */
  problem(offset: number, what: string, remedy: string): UserError;
  /** An error about the whole file. */
  lacks(what: string, remedy: string): UserError;
}

export function open(text: string, path: string): Source {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const documents = 'empty' in parsed ? [] : parsed;
  const problem = (offset: number, what: string, remedy: string) =>
    new UserError(`${path}:${Math.max(1, lines.linePos(offset).line)}: ${what}`, remedy);
  const mistake = documents.flatMap(({ errors }) => errors)[0];
  if (mistake !== undefined) {
    const what = mistake.message.split('\n')[0]?.replace(/\.$/, '') ?? '';
    throw problem(
      mistake.pos[0],
      `is not YAML: ${what}`,
      'list a file that is; a template of Helm is none, but its values are',
    );
  }
  return {
    text,
    documents,
    problem,
    lacks: (what, remedy) => new UserError(`${path}: ${what}`, remedy),
  };
}

/** Returns the change of one scalar, in its quotes. */
export function replaced(
  source: Source,
  node: unknown,
  after: number,
  next: string,
  image: string,
): FileChange {
  if (node === null || node === undefined) return { start: after, end: after, text: ` ${next}`, image };
  if (!isScalar(node) || !node.range)
    throw source.problem(
      isAlias(node) ? (node.range?.[0] ?? after) : after,
      isAlias(node) ? 'the value is an alias' : 'the value is not a text',
      'write the value itself there',
    );
  const { anchor, range } = node as Scalar.Parsed;
  if (anchor !== undefined)
    throw source.problem(
      range[0],
      `the value has the anchor &${anchor}, so other values change with it`,
      'write the value itself wherever it is needed',
    );
  return scalarChange(source, node as Scalar.Parsed, next, image);
}

export function scalarChange(
  source: Source,
  { range, type }: Scalar.Parsed,
  next: string,
  image: string,
): FileChange {
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL')
    throw source.problem(range[0], 'the value is a block of lines', 'write it in one line');
  return { start: range[0], end: range[1], text: quotedLike(source.text, range, type, next), image };
}

function quotedLike(text: string, [start, end]: readonly number[], type: unknown, next: string): string {
  if (type === 'QUOTE_DOUBLE') return `"${next}"`;
  if (type === 'QUOTE_SINGLE') return `'${next}'`;
  return start === end && /\S$/.test(text.slice(0, start)) ? ` ${next}` : next;
}

export const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find(pair => isPair(pair) && isScalar(pair.key) && pair.key.value === key);

export function textOf(map: YAMLMap, key: string): unknown {
  const value = pairOf(map, key)?.value;
  return isScalar(value) ? value.value : undefined;
}

type Placed = { range?: readonly number[] | null } | null | undefined;
export const offsetOf = (node: unknown): number => (node as Placed)?.range?.[0] ?? 0;
export const endOf = (node: unknown): number => (node as Placed)?.range?.[1] ?? 0;
