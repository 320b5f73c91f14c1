import { z } from 'zod';
import { UserError } from '../toolkit/errors.ts';
import { jsonIn } from '../toolkit/map.ts';
import { type DecisionRecord, decisionSchema, type TickRow } from './schema.ts';

/**
 * A decision record as texts that each fit into a ConfigMap. `head-000` … are slices of the record without its ticks. `ticks-000` … are
 * JSON arrays, filled in order, so that a new tick changes only the last one. Write the ticks before the head, which says how many there
 * must be at least.
 */
export type Chunks = Record<string, string>;

/** The largest chunk in bytes: as large as any record that Slipway stores in the cluster may be. */
export const largestChunk = 256 * 1024;

/** Splits a record into chunks; `join` reverses it. Pure. */
export function chunks(record: DecisionRecord, largest = largestChunk): Chunks {
  const { ticks, ...rest } = record;
  const head = slices(JSON.stringify({ ...rest, ticks: ticks.length }), largest);
  return Object.fromEntries([
    ...head.map((text, index) => [numbered('head', index), text]),
    ...filled(ticks, largest).map((text, index) => [numbered('ticks', index), text]),
  ]);
}

/**
 * Reads a record from its chunks, and ignores other keys.
 * @throws UserError when one is missing or broken.
 */
export function join(parts: Chunks): DecisionRecord {
  const head = parsed(series(parts, 'head').join(''));
  const rows = series(parts, 'ticks').flatMap(text => z.array(z.unknown()).parse(parsed(text)));
  const { ticks } = z.object({ ticks: z.number() }).catch({ ticks: 0 }).parse(head);
  if (rows.length < ticks) {
    throw new UserError(
      `the decision record lacks ${ticks - rows.length} of its ${ticks} ticks`,
      'pass all ConfigMaps of the record',
    );
  }
  return validated({ ...(head as object), ticks: rows });
}

/**
 * Reads a decision record from a file: decision.json, or its ConfigMaps as `kubectl get -o json` prints them.
 * @throws UserError for the first thing that is wrong with it.
 */
export function readRecord(text: string): DecisionRecord {
  const value = parsed(text);
  const list = z
    .object({ kind: z.literal(['List', 'ConfigMapList']), items: z.array(objectSchema) })
    .safeParse(value);
  const items = list.success ? list.data.items : [];
  return items.length > 0 ? join(Object.assign({}, ...items.map(({ data }) => data))) : validated(value);
}

const objectSchema = z.object({ data: z.record(z.string(), z.string()).default({}) });

const numbered = (kind: string, index: number) => `${kind}-${String(index).padStart(3, '0')}`;

/** Returns the chunks of a kind in order, up to the first missing one. */
function series(parts: Chunks, kind: string): string[] {
  const found: string[] = [];
  const next = () => numbered(kind, found.length);
  while (Object.hasOwn(parts, next())) found.push(parts[next()] ?? '');
  return found;
}

/** Cuts a text into pieces of at most `largest` bytes, between characters. */
function slices(text: string, largest: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > largest) {
      pieces.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece];
}

/** Packs rows into JSON arrays of at most `largest` bytes, each as full as possible. */
function filled(rows: TickRow[], largest: number): string[] {
  const arrays: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const text = JSON.stringify(row);
    const size = Buffer.byteLength(text) + 1;
    // Two brackets, and a comma that the first row does not need.
    if (bytes + size > largest) {
      arrays.push([]);
      bytes = 1;
    }
    arrays.at(-1)?.push(text);
    bytes += size;
  }
  return arrays.map(texts => `[${texts.join(',')}]`);
}

const parsed = (text: string) =>
  jsonIn(
    text,
    cause =>
      new UserError('this is not a decision record: it is not JSON', 'give the decision.json of a release', {
        cause,
      }),
  );

function validated(value: unknown): DecisionRecord {
  const { schema } = z.object({ schema: z.unknown() }).catch({ schema: undefined }).parse(value);
  if (typeof schema === 'number' && schema !== 1) {
    throw new UserError(
      `the decision record has schema ${schema}, and this version of Slipway reads schema 1`,
      'use the version that wrote it',
    );
  }
  const result = decisionSchema.safeParse(value);
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues as [z.core.$ZodIssue];
  const where = path.map(String).join('.') || 'the top level';
  throw new UserError(
    `this is not a decision record: at ${where}: ${message.toLowerCase()}`,
    'give the unchanged decision.json of a release',
  );
}
