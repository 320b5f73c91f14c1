import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../../src/config/contents.ts';
import { type JsonSchema, jsonSchema } from '../../src/config/json-schema.ts';
import { slipwaySchema } from '../../src/config/schema.ts';
import { minimal } from './configs.ts';
import { mistakes } from './mistakes.ts';

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchema());
const textOf = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const docs = await textOf('docs/configuration.md');
const everyKey = await textOf('examples/every-key.yml');
const examples = [everyKey, ...[...docs.matchAll(/^```yaml\n(.*?)^```$/gms)].map(match => match[1]!)];

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

  it('has valid examples', () => {
    const shown: { zodSchema: z.core.$ZodType; example: unknown }[] = [];
    z.toJSONSchema(slipwaySchema, {
      io: 'input',
      override: ({ zodSchema, jsonSchema: { example } }) => {
        if (example !== undefined) shown.push({ zodSchema, example });
      },
    });
    expect(shown.length).toBeGreaterThan(300);
    for (const { zodSchema, example } of shown)
      expect(z.safeParse(zodSchema, example).error, JSON.stringify(example)).toBeUndefined();
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

  it.each(keysOf(jsonSchema()))('documents and shows $path', ({ path, node, required }) => {
    const key = path.split('.').at(-1) ?? '';
    const rows = rowsOf(key);
    expect(rows).not.toEqual([]);
    expect(rows.map(row => row.required)).toContain(required);
    // The meaning may leave out the default, which has a column.
    const meaning = String(node.description).replace(/ Default: .*$/, '');
    expect(rows.map(row => row.meaning)).toContain(
      meaning.replaceAll(/\bdocs\/([\w-]+)\.md(#[\w-]+)?/g, '[$1]($1.md$2)'),
    );
    expect(new RegExp(`(^|[\\s{])${key}:`, 'm').test(everyKey)).toBe(true);
  });

  it('names the defaults that the schema has', () => {
    const defaults = keysOf(jsonSchema()).filter(({ node }) => !isEmpty(node.default));
    expect(defaults.length).toBeGreaterThan(50);
    for (const { path, node } of defaults) {
      const rows = rowsOf(path.split('.').at(-1) ?? '');
      expect(
        rows.map(row => row.written),
        path,
      ).toContainEqual(node.default);
    }
  });

  it('names each default that a description says', () => {
    const said = keysOf(jsonSchema()).flatMap(({ path, node }) => {
      const text = / Default: (.*)\.$/.exec(String(node.description))?.[1];
      return text === undefined || !isEmpty(node.default) ? [] : [{ path, text }];
    });
    expect(said.length).toBeGreaterThan(50);
    for (const { path, text } of said)
      expect(
        rowsOf(path.split('.').at(-1) ?? '').map(row => row.usual),
        path,
      ).toContain(text);
  });

  it.each([
    ['hooks.pre', 'Exactly one of `job` and `run`.'],
    ['strategy', 'At most one of `rolling`, `canary` and `blue-green`.'],
    ['retention.rules[]', 'At least one of `newest` and `for`.'],
    ['gate.metrics[]', 'One of: `total` with `bad`; `total` with `logs`; `histogram`.'],
    ['recovery.volumes.*name*', 'Exactly one of `to`, `database` and `not-needed`.'],
  ])('says which keys of %s exclude one another', (title, sentence) => {
    const section = docs.split(/^#+ /m).find(text => text.startsWith(`${title}\n`));
    expect(section?.includes(sentence)).toBe(true);
  });

  it('has no two sections with one anchor', () => {
    const anchors = [...docs.matchAll(/^#+ (.*)$/gm)].map(match => match[1]?.replace(/[^\w -]/g, ''));
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});

const isEmpty = (value: unknown) =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Returns the rows of a key in all tables. */
function rowsOf(key: string) {
  return docs.split('\n').flatMap(line => {
    const cells = line
      .replaceAll('\\|', '\0')
      .split('|')
      .map(cell => cell.replaceAll('\0', '|'));
    const [, name = '', , usual = '', meaning] = cells;
    if (cells.length !== 6 || name.replace(/^\[(.*)\]\(.*\)$/, '$1') !== `\`${key}\``) return [];
    const code = /^`(.*)`$/.exec(usual)?.[1];
    return [
      {
        required: usual === '**required**',
        usual,
        written: code === undefined ? undefined : parse(code),
        meaning,
      },
    ];
  });
}

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
