import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOfFile } from '../../scripts/workflow-files.ts';
import { type JsonSchema, jsonSchema } from '../../src/config/json-schema.ts';

/** A text that names a setting by its path, such as `signing.attestations`, names one that exists. */

/** The nodes under a key. A path may leave out the names in a map, and the indexes of a list. */
function under(node: JsonSchema, key: string): JsonSchema[] {
  const { properties = {}, propertyNames, additionalProperties: more, items, anyOf = [] } = node;
  const entries = more ? [more] : [];
  const isName = propertyNames?.enum?.includes(key) ?? propertyNames?.pattern !== undefined;
  return [
    ...(Object.hasOwn(properties, key) ? [properties[key] as JsonSchema] : []),
    ...(isName ? entries : []),
    ...[...entries, ...(items === undefined ? [] : [items]), ...anyOf].flatMap(each => under(each, key)),
  ];
}

const along = (from: readonly JsonSchema[], path: readonly string[]): JsonSchema[] =>
  path.reduce<JsonSchema[]>((nodes, key) => nodes.flatMap(each => under(each, key)), [...from]);

const root: JsonSchema = jsonSchema();
/** Texts name settings from the top of slipway.yml, of an environment, or of one of these. */
const tops = [
  root,
  ...along([root], ['environments', 'any']),
  ...along([root], ['environments', 'any', 'recovery']),
];
const first = new Set(tops.flatMap(({ properties = {} }) => Object.keys(properties)));

const unknownIn = (text: string): string[] =>
  [...text.matchAll(/(?<!\$\{)`([a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+)\\?`/g)]
    .map(([, path = '']) => path)
    .filter(path => first.has(path.split('.')[0] ?? '') && !/\.(ya?ml|json|md|ts|sh)$/.test(path))
    .filter(path => along(tops, path.split('.')).length === 0);

/** Names of other programs that begin like a setting. */
const foreign = ['route.routes', 'secrets.kubeconfig'];

describe('a path of slipway.yml', () => {
  it('is known or not', () => {
    const known = '`drills.due.max-age`, `monitoring.logs.fields.level`, `verify.checks.retry-for` in `x.y`';
    expect(unknownIn(known)).toEqual([]);
    expect(unknownIn('`scan.database-age` and `verify.checks.timeout`')).toHaveLength(2);
  });

  it.each(
    globSync(['src/**/*.ts', 'docs/*.md', '.github/**/*.yml', 'actions/**/*.yml', 'action.yml'], {
      cwd: join(import.meta.dirname, '../..'),
    }),
  )('exists wherever %s names it', file => {
    expect(unknownIn(textOfFile(file)).filter(path => !foreign.includes(path))).toEqual([]);
  });
});
