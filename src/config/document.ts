import type { Node, Pair, YAMLError } from 'yaml';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import { UserError } from '../toolkit/errors.ts';
import { largestDocument, tooLarge } from './size.ts';

export type KeyPath = readonly PropertyKey[];

/** A YAML document with the position of every key and value. */
export interface PositionedDocument {
  readonly value: unknown;
  /** Returns `file:line:column` (from 1) of the key or value at a path, or of its nearest parent when the path does not exist. */
  locate(path: KeyPath, part: 'key' | 'value'): { readonly offset: number; readonly place: string };
}

/** The maximum number of alias uses, nested ones included: enough for shared settings, too few for a YAML bomb. */
const mostAliases = 100;

/**
 * Parses one YAML document whose top level is a map.
 * @throws UserError with the first mistake and its `file:line:column`.
 */
export function readDocument(text: string, file: string): PositionedDocument {
  if (Buffer.byteLength(text) > largestDocument) throw tooLarge(file);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    merge: true,
    // The library compares each key with every other, which takes minutes for a map of 1 MiB. `toValue` checks instead.
    uniqueKeys: false,
  });
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };

  const mistake = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (mistake !== undefined) throw syntaxError(mistake, placeOf(mistake.pos[0]));
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    throw new UserError(
      `${file}:1:1: the file is empty`,
      'describe the application, starting with `app: name`',
    );
  }
  const contents: Node = document.contents;
  if (!isMap(contents)) {
    throw new UserError(
      `${placeOf(nodeOffset(contents))}: expected a map, got ${isSeq(contents) ? 'a list' : 'a string'}`,
      'start the file with `app: name`',
    );
  }
  return {
    value: toValue(document, placeOf),
    locate(path, part) {
      const offset = find(contents, path, part, document);
      return { offset, place: placeOf(offset) };
    },
  };
}

function toValue(document: Document.Parsed, placeOf: (offset: number) => string): unknown {
  let firstUse = 0;
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const pair of map.items) {
        const name = keyName(pair);
        if (seen.has(name)) {
          const offset = nodeOffset(pair.key);
          const problem = `${placeOf(offset)}: ${keyAt(document, offset)}: the key is given twice`;
          throw new UserError(problem, 'keep one of the two');
        }
        seen.add(name);
      }
    },
    Pair(_, pair) {
      if (keyName(pair) === '<<') firstUse ||= nodeOffset(pair.key);
      if (isScalar(pair.key) || isAlias(pair.key)) return;
      throw new UserError(`${placeOf(nodeOffset(pair.key))}: a list or map is used as a key`, 'write a name');
    },
    Alias(_, alias) {
      const offset = nodeOffset(alias);
      if (alias.resolve(document) === undefined) {
        throw new UserError(
          `${placeOf(offset)}: the alias \`*${alias.source}\` has no anchor before it`,
          `write \`&${alias.source}\` before the value that the alias refers to, or write the value out`,
        );
      }
      firstUse ||= offset;
    },
  });
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    // The library throws here only for aliases: too many, circular, or a merge of a value that is not a map.
    const reason =
      error instanceof ReferenceError && /excessive/i.test(error.message)
        ? `aliases are used more than ${mostAliases} times`
        : 'an alias or a merge (`<<`) cannot be resolved';
    throw new UserError(`${placeOf(firstUse)}: ${reason}`, 'write the values out', { cause: error });
  }
}

/** By the code of the library. */
const syntaxErrors: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  TAB_AS_INDENT: ['a tab is used for indentation', 'indent with spaces'],
  MULTIPLE_DOCS: ['a second document starts here', 'keep one document and remove its `---`'],
  TAG_RESOLVE_FAILED: ['the YAML tag is unknown', 'remove the word that starts with "!"'],
  BAD_ALIAS: ['the alias is not valid', 'write the values out instead of `*alias`'],
};

function syntaxError({ code, message }: YAMLError, place: string): UserError {
  const reason = (message.split('\n')[0] ?? '').replace(/[.:]$/, '');
  const [problem, remedy] = syntaxErrors[code] ?? [
    `this is not valid YAML (${reason})`,
    'correct the line or the one before it',
  ];
  return new UserError(`${place}: ${problem}`, remedy);
}

/** The key path of the key that starts at an offset. */
function keyAt(document: Document.Parsed, offset: number): string {
  let found = '';
  visit(document, {
    Pair(_, pair, ancestors) {
      if (startOf(pair.key) !== offset) return undefined;
      const steps: PropertyKey[] = [];
      [...ancestors, pair].forEach((node, index, all) => {
        const child = all[index + 1];
        if (isPair(node)) steps.push(keyName(node));
        else if (isSeq(node)) steps.push(node.items.indexOf(child));
      });
      found = formatPath(steps);
      return visit.BREAK;
    },
  });
  return found;
}

function find(root: Node, path: KeyPath, part: 'key' | 'value', document: Document.Parsed): number {
  let node: Node = root;
  let offset = startOf(root) ?? 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      if (!isNode(item)) return offset;
      offset = startOf(item) ?? offset;
      node = resolved(item, document);
      continue;
    }
    const pair = isMap(node) ? pairOf(node.items, String(step), document) : undefined;
    if (pair === undefined) return offset;
    const keyOffset: number = startOf(pair.key) ?? offset;
    const pointsAtValue =
      part === 'value' && isNode(pair.value) && !isEmpty(pair.value) && !isBlock(pair.value);
    offset = (last && !pointsAtValue ? undefined : startOf(pair.value)) ?? keyOffset;
    if (!isNode(pair.value)) return offset;
    node = resolved(pair.value, document);
  }
  return offset;
}

function pairOf(pairs: readonly Pair[], key: string, document: Document.Parsed): Pair | undefined {
  const own = pairs.find(pair => keyName(pair) === key);
  if (own !== undefined) return own;
  for (const merge of pairs.filter(pair => keyName(pair) === '<<')) {
    const sources = isSeq(merge.value) ? merge.value.items : [merge.value];
    for (const source of sources) {
      const map = isNode(source) ? resolved(source, document) : undefined;
      const found = isMap(map) ? pairOf(map.items, key, document) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function resolved(node: Node, document: Document.Parsed): Node {
  return isAlias(node) ? (node.resolve(document) ?? node) : node;
}

function keyName(pair: Pair): string {
  if (!isScalar(pair.key)) return String(pair.key);
  // The library marks a merge key with a symbol.
  return typeof pair.key.value === 'symbol' ? '<<' : String(pair.key.value ?? '');
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

const nodeOffset = (node: unknown): number => startOf(node) ?? 0;

/** Whether a node is a map or list on the lines below its key. Then an error points to the key. */
function isBlock(node: Node): boolean {
  return isCollection(node) && node.flow !== true;
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '';
}

/** Formats a key path as `environments.production.verify.checks[0].get`; keys that are not plain words are quoted. */
export function formatPath(path: KeyPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const name = String(step);
      const written = /^[\w$<-]+$/.test(name) ? name : JSON.stringify(name);
      return index === 0 ? written : `.${written}`;
    })
    .join('');
}
