import { z } from 'zod';
import { slipwaySchema } from './schema.ts';

/** The part of JSON Schema (draft 7) that slipway.yml needs. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | false;
  readonly propertyNames?: { readonly pattern?: string; readonly enum?: readonly string[] };
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly examples?: readonly unknown[];
}

/** Returns the JSON Schema of slipway.yml as users write it; draft 7, because YAML editors support that one. */
export function jsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(slipwaySchema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema: node }) => {
      // A default is an example, too; that of a map is often empty.
      const example = node.example ?? (node.type === 'object' ? undefined : node.default);
      if (example !== undefined) node.examples = [example];
      delete node.example;
    },
  });
  return { ...schema, title: 'slipway.yml' } as JsonSchema;
}

/** Returns the schema of the value at a key path; undefined where slipway.yml has no such key. */
export function schemaAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  let node: JsonSchema | undefined = schema;
  for (const step of path) {
    if (node === undefined) return undefined;
    const open: JsonSchema | undefined = node.additionalProperties || undefined;
    const items: JsonSchema | undefined = choices(node).find(choice => choice.items !== undefined)?.items;
    node = typeof step === 'number' ? items : (keysOf(node)[String(step)] ?? open);
  }
  return node;
}

/** Returns the keys of a map, or of the only choice that is one. */
export function keysOf(schema: JsonSchema | undefined): Readonly<Record<string, JsonSchema>> {
  const [map] = choices(schema).filter(
    ({ properties, propertyNames }) => properties !== undefined || propertyNames?.enum !== undefined,
  );
  const value = map?.additionalProperties || {};
  return map?.properties ?? Object.fromEntries((map?.propertyNames?.enum ?? []).map(key => [key, value]));
}

const choices = (schema: JsonSchema = {}): readonly JsonSchema[] => [schema, ...(schema.anyOf ?? [])];
