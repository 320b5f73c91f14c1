import { counted } from '../toolkit/count.ts';
import { type LevelCheck, levelCheckOf } from './levels.ts';
import type { Database, Table } from './manifest.ts';

/** How a restored database differs from its backup. */

export interface Difference {
  readonly kind:
    | 'server-version'
    | 'schema-version'
    | 'marker'
    | 'missing-table'
    | 'unexpected-table'
    | 'empty-table'
    | 'row-count'
    | 'key-range'
    | 'content';
  readonly name: string;
  readonly sentence: string;
}

/**
 * Compares a restored database with the manifest of its backup. LSN and timeline are not compared: a recovery starts a new timeline.
 * Additional tables are a difference, because they show that the copy was not empty.
 */
export function compareDatabase(expected: Database, found: Database): Difference[] {
  const { name } = expected;
  return [
    ...changed(
      name,
      'server-version',
      'the PostgreSQL version',
      majorOf(found.server),
      majorOf(expected.server),
    ),
    ...ofSchema(name, expected, found),
    ...changed(name, 'marker', 'the newest marker', found.newestMarker, expected.newestMarker),
    ...ofTables(name, expected, found),
  ];
}

/**
 * Compares the content of a database regardless of PostgreSQL's version: a dump may be restored into a later one.
 * @param name for the sentences.
 */
export const compareContent = (name: string, expected: Content, found: Content): Difference[] => [
  ...ofSchema(name, expected, found),
  ...ofTables(name, expected, found),
];

/** Returns the check L3 of a database that was compared. */
export function contentCheck(
  name: string,
  tables: readonly Table[],
  differences: readonly Difference[],
): LevelCheck {
  const rows = tables.reduce((sum, each) => sum + each.rows, 0);
  const sampled = tables.filter(each => each.sampled !== undefined).length;
  const some = sampled === 0 ? '' : `, ${sampled} of them sampled`;
  const matching = `${counted(tables.length, 'table')} with ${counted(rows, 'row')}, all matching the count${some}`;
  return levelCheckOf(
    'L3',
    `content of ${name}`,
    differences.map(({ sentence }) => sentence),
    matching,
  );
}

function changed(
  name: string,
  kind: Difference['kind'],
  what: string,
  now: unknown,
  then: unknown,
): Difference[] {
  if (now === then) return [];
  return [
    { kind, name, sentence: `${what} of ${name} is ${now ?? 'missing'}; the backup has ${then ?? 'none'}` },
  ];
}

const ofSchema = (name: string, expected: Content, found: Content): Difference[] =>
  changed(name, 'schema-version', 'the schema version', found.migration, expected.migration);

function ofTables(name: string, expected: Content, found: Content): Difference[] {
  return [
    ...expected.tables.flatMap(each => ofTable(name, each, tableIn(found, each))),
    ...found.tables
      .filter(each => tableIn(expected, each) === undefined)
      .map((each): Difference => {
        const path = pathOf(name, each);
        const sentence = `the table ${path} is not in the backup: the copy was not empty before the restore`;
        return { kind: 'unexpected-table', name: path, sentence };
      }),
  ];
}

interface Content {
  readonly tables: readonly Table[];
  readonly migration?: string;
}

function ofTable(database: string, expected: Table, found: Table | undefined): Difference[] {
  const name = pathOf(database, expected);
  const difference = (kind: Difference['kind'], sentence: string) => [{ kind, name, sentence }];
  if (found === undefined) return difference('missing-table', `the table ${name} is missing`);
  const rows = counted(expected.rows, 'row');
  const where = expected.sampled === undefined ? '' : ' in the sampled blocks';
  if (isSameSample(expected, found) && found.rows === 0 && expected.rows > 0)
    return difference('empty-table', `the table ${name} is empty${where}, but had ${rows}`);
  if (isSameSample(expected, found) && found.rows !== expected.rows)
    return difference(
      'row-count',
      `the table ${name} has ${counted(found.rows, 'row')}${where} instead of ${expected.rows}`,
    );
  const [now, then] = [found.key, expected.key];
  if (now?.min !== then?.min || now?.max !== then?.max)
    return difference(
      'key-range',
      `the keys of the table ${name} are ${rangeOf(found)} instead of ${rangeOf(expected)}`,
    );
  if (expected.hash === undefined || found.hash === undefined || !isSameSample(expected, found))
    return difference('content', `the content of the table ${name} cannot be compared with the backup's`);
  if (expected.hash !== found.hash)
    return difference('content', `the table ${name} has the expected ${rows}, but different content`);
  return [];
}

/** Rows and hashes of different samples cannot be compared. */
const isSameSample = (then: Table, now: Table) => then.sampled === now.sampled;

const tableIn = ({ tables }: Content, { schema, name }: Table) =>
  tables.find(each => each.schema === schema && each.name === name);

const pathOf = (database: string, { schema, name }: Table) => `${database}.${schema}.${name}`;

const rangeOf = ({ key }: Table) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);

const majorOf = (version: string) => /^\d+/.exec(version)?.[0] ?? version;
