import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { parseConfig } from '../../src/config/contents.ts';
import { type JsonSchema, jsonSchema } from '../../src/config/json-schema.ts';
import { minimal } from './configs.ts';
import { mistakes } from './mistakes.ts';

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchema());
const docs = await readFile(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const examples = [...docs.matchAll(/^```yaml\n(.*?)^```$/gms)].map(match => match[1]!);

describe('schema/slipway.schema.json', () => {
  it('is generated from the schema in code (`npx vitest run -u test/config/schema-file.test.ts` writes it)', async () => {
    await expect(`${JSON.stringify(jsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../schema/slipway.schema.json',
    );
  });

  it('describes every key, and gives an example for every required one', () => {
    for (const { path, node, required } of keysOf(jsonSchema())) {
      expect(node.description, path).toBeTypeOf('string');
      if (required) expect(node.examples, path).toHaveLength(1);
    }
  });

  it('accepts the smallest file', () => {
    expect(validate(parse(minimal)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(mistakes.filter(mistake => !mistake.beyondJsonSchema))(
    'refuses the same mistake as the code: $name',
    ({ text }) => {
      const value: unknown = parseAllDocuments(text)[0]?.toJS() ?? null;
      expect(validate(value)).toBe(false);
    },
  );

  it.each(mistakes.filter(mistake => mistake.beyondJsonSchema && /strategy|verify|sslmode/.test(mistake.at)))(
    'accepts a mistake that only the code can detect: $name',
    ({ text }) => {
      expect(validate(parse(text))).toBe(true);
    },
  );
});

describe('docs/configuration.md', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  it.each(examples)('has a valid example', example => {
    expect(() => parseConfig(example, 'example.yml')).not.toThrow();
    expect(validate(parse(example, { merge: true })), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(keysOf(jsonSchema()))('documents and shows $path', ({ path }) => {
    const key = path.split('.').at(-1);
    expect(docs).toContain(`\`${key}\``);
    expect(examples[0]).toMatch(new RegExp(`(^|[\\s{])${key}:`, 'm'));
  });

  it('names the defaults that the schema has', () => {
    // The table of the top level has no column for defaults.
    const defaults = keysOf(jsonSchema()).filter(
      ({ path, node }) => 'default' in node && !('properties' in node) && path.includes('.'),
    );
    for (const { path, node } of defaults) {
      const key = path.split('.').at(-1);
      const written = typeof node.default === 'string' ? node.default : JSON.stringify(node.default);
      expect(docs).toContain(`| \`${key}\` | no | \`${written}\` |`);
    }
  });
});

function keysOf(schema: JsonSchema, path = ''): { path: string; node: JsonSchema; required: boolean }[] {
  const required = (schema.required ?? []) as string[];
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, node]) => [
    { path: `${path}${key}`, node, required: required.includes(key) },
    ...keysOf(node, `${path}${key}.`),
  ]);
  const open = schema.additionalProperties ? keysOf(schema.additionalProperties, `${path}*.`) : [];
  const choices = (schema.anyOf ?? []).filter(({ items, properties }) => items ?? properties);
  return [
    ...[...own, ...open, ...(schema.items ? keysOf(schema.items, path) : [])],
    ...choices.flatMap(choice => keysOf(choice, path)),
  ];
}
