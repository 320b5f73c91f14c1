/** Reads the schema of slipway.yml for its page: the objects, the types of their keys, and which keys exclude one another. */
import { z } from 'zod';
import * as formats from '../src/config/formats.ts';
import { slipwaySchema } from '../src/config/schema.ts';
import { destinationSchema, scratchSchema, sizeSchema } from '../src/config/scratch.ts';

/** A node of the JSON Schema; `probe` is the index of its schema in `probes`. */
export interface Node {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | false;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly examples?: readonly unknown[];
  readonly probe?: number;
}

const probes: z.core.$ZodType[] = [];

/** The schema of slipway.yml, whose nodes know the schemas that they come from. */
export const schema = z.toJSONSchema(slipwaySchema, {
  io: 'input',
  target: 'draft-7',
  override: ({ zodSchema, jsonSchema: node }) => {
    node.probe = probes.push(zodSchema) - 1;
    if ('example' in node) node.examples = [node.example];
  },
}) as Node;

/** How an object is found below a value. */
export type Shape = 'object' | 'list' | 'map';

/** Returns the objects below a value, of each choice. */
export function objectsIn(node: Node): { shape: Shape; object: Node }[] {
  const choices = [node, ...(node.anyOf ?? [])];
  return choices.flatMap((choice): { shape: Shape; object: Node }[] => {
    if (choice.properties !== undefined) return [{ shape: 'object', object: choice }];
    if (choice.items !== undefined)
      return objectsIn(choice.items).map(({ object }) => ({ shape: 'list', object }));
    const open = choice.additionalProperties;
    return open ? objectsIn(open).map(({ object }) => ({ shape: 'map', object })) : [];
  });
}

const patternOf = (each: z.ZodType) => (z.toJSONSchema(each, { io: 'input' }) as Node).pattern ?? '';

/** The names of the formats of strings, by their regular expression. */
const names = new Map(
  (
    [
      [formats.labelSchema('a name'), 'name'],
      [formats.durationSchema, 'duration'],
      [formats.daysSchema, 'days'],
      [formats.percentSchema, 'percentage'],
      [formats.bytesSchema, 'size'],
      [sizeSchema, 'size'],
      [formats.manifestPathSchema, 'path'],
      [formats.relativePathSchema, 'path'],
      [formats.fileNameSchema, 'path'],
      [formats.repositorySchema, 'repository'],
      [formats.imageReferenceSchema, 'image'],
      [formats.addressSchema, 'URL'],
      [formats.serverSchema, 'URL'],
      [formats.environmentVariableSchema, 'variable'],
      [formats.querySchema, 'series'],
      [formats.requestPathSchema, 'URL path'],
      [formats.proxiedServiceSchema, '`namespace/name:port`'],
      [destinationSchema, '`address:port`'],
      [scratchSchema.shape['must-reach'].element, '`host:port`'],
    ] as const
  ).map(([each, name]) => [patternOf(each), name]),
);

const code = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** Returns the type of a value, with its choices. */
export function typeOf(node: Node): string {
  const { anyOf, enum: values, const: only, items, properties, additionalProperties: open } = node;
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeOf))].join(', ');
  if (values !== undefined) return values.map(code).join(', ');
  if (only !== undefined) return code(only);
  if (items !== undefined) return hasObject(items) ? 'list' : listType(items);
  if (properties !== undefined) return 'object';
  if (open) return hasObject(open) ? 'map' : `map of ${plural(typeOf(open))}`;
  if (Array.isArray(node.type)) return node.type.join(', ');
  if (node.type === undefined) return 'JSON value';
  return node.type === 'string'
    ? (names.get(node.pattern ?? '') ?? objectName(node.pattern))
    : numberOf(node);
}

/** A plural is a list. */
function listType(items: Node): string {
  const type = typeOf(items);
  return plural(type) === type ? `list of ${type}` : plural(type);
}

const hasObject = (node: Node) => objectsIn(node).length > 0;

function plural(type: string): string {
  if (!/^[A-Za-z ]+$/.test(type) || type === 'days') return type;
  return type.endsWith('y') ? `${type.slice(0, -1)}ies` : /s$/.test(type) ? type : `${type}s`;
}

/** Returns `Kind/name` of each kind that a regular expression allows; else `string`. */
function objectName(pattern = ''): string {
  const kinds = /^\^(?:\(([A-Za-z|]+)\)|([A-Z][A-Za-z]+))\\?\//.exec(pattern);
  const list = kinds?.[1] ?? kinds?.[2];
  return list === undefined
    ? 'string'
    : list
        .split('|')
        .map(kind => `\`${kind}/name\``)
        .join(', ');
}

function numberOf({ type, minimum, maximum }: Node): string {
  const bounded = [minimum, maximum].every(
    bound => bound !== undefined && Number.isSafeInteger(bound) && Math.abs(bound) < Number.MAX_SAFE_INTEGER,
  );
  return type === 'integer' && bounded ? `${minimum}–${maximum}` : String(type);
}

/** Returns which keys an object needs, or must not combine, besides the required ones; undefined where that is free. */
export function alternativesOf({ properties = {}, required = [], probe }: Node): string | undefined {
  const tried = probe === undefined ? undefined : (probes[probe] as z.ZodType);
  const sample = (key: string) => {
    const { examples, enum: values, type } = properties[key] ?? {};
    return examples?.[0] ?? values?.[0] ?? (type === 'boolean' ? true : undefined);
  };
  const accepts = (...keys: string[]) =>
    tried?.safeParse(Object.fromEntries([...required, ...keys].map(key => [key, sample(key)]))).success ===
    true;
  const free = Object.keys(properties).filter(key => !required.includes(key) && sample(key) !== undefined);
  const pairs = free.flatMap((key, index) => free.slice(index + 1).map(other => [key, other] as const));
  if (accepts()) {
    if (required.length > 0) return undefined;
    const apart = pairs.filter(([key, other]) => accepts(key) && accepts(other) && !accepts(key, other));
    const keys = [...new Set(apart.flat())];
    return keys.length === 0 ? undefined : `At most one of ${listOf(keys.map(code))}.`;
  }
  const single = free.filter(key => accepts(key));
  const double = pairs.filter(pair => !pair.some(key => single.includes(key)) && accepts(...pair));
  if (double.length === 0) {
    if (single.length < 2) return undefined;
    // A key that needs two more, such as `postgres`, which needs `user` and `database`.
    const others = pairs.filter(pair => !pair.some(key => single.includes(key)));
    const isAlternative = (key: string) =>
      single.every(each => !accepts(each, key)) &&
      others.some(pair => !pair.includes(key) && accepts(key, ...pair));
    const heads = free.filter(key => single.includes(key) || isAlternative(key));
    const together = pairs.some(pair => pair.every(key => single.includes(key)) && accepts(...pair));
    return `${together ? 'At least' : 'Exactly'} one of ${listOf(heads.map(code))}.`;
  }
  const sets = [...double.map(pair => pair.map(code).join(' with ')), ...single.map(code)];
  return `One of: ${sets.join('; ')}.`;
}

const listOf = (words: readonly string[]) =>
  words.length < 3 ? words.join(' and ') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
