import { counted } from '../toolkit/count.ts';
import { type LevelCheck, levelCheckOf } from './levels.ts';
import type { Database, Table } from './manifest.ts';

/** How a restored database differs from its backup, in one sentence for each difference. */

/**
 * Compares a restored database with the manifest of its backup. LSN and timeline are not compared: a recovery starts a new timeline.
 * Additional tables are a difference, because they show that the copy was not empty.
 */
export const compareDatabase = (expected: Database, found: Database): string[] => {
  const { name } = expected;
  return [
    ...changed(`the PostgreSQL version of ${name}`, majorOf(found.server), majorOf(expected.server)),
    ...ofSchema(name, expected, found),
    ...changed(`the newest marker of ${name}`, found.newestMarker, expected.newestMarker),
    ...ofTables(name, expected, found),
  ];
};

/**
 * Compares the content of a database regardless of PostgreSQL's version: a dump may be restored into a later one.
 * @param name for the sentences.
 */
export const compareContent = (name: string, expected: Content, found: Content): string[] => [
  ...ofSchema(name, expected, found),
  ...ofTables(name, expected, found),
];

/** Returns the check L3 of a database that was compared. */
export function contentCheck(
  name: string,
  tables: readonly Table[],
  differences: readonly string[],
): LevelCheck {
  const rows = tables.reduce((sum, each) => sum + each.rows, 0);
  const sampled = tables.filter(each => each.sampled !== undefined).length;
  const some = sampled === 0 ? '' : `, ${sampled} of them sampled`;
  const matching = `${counted(tables.length, 'table')} with ${counted(rows, 'row')}, all matching the count${some}`;
  return levelCheckOf('L3', `content of ${name}`, differences, matching);
}

const changed = (what: string, now: unknown, then: unknown): string[] =>
  now === then ? [] : [`${what} is ${now ?? 'missing'}; the backup has ${then ?? 'none'}`];

const ofSchema = (name: string, expected: Content, found: Content): string[] =>
  changed(`the schema version of ${name}`, found.migration, expected.migration);

const ofTables = (name: string, expected: Content, found: Content): string[] => [
  ...expected.tables.flatMap(each => ofTable(pathOf(name, each), each, tableIn(found, each)) ?? []),
  ...found.tables
    .filter(each => tableIn(expected, each) === undefined)
    .map(
      each =>
        `the table ${pathOf(name, each)} is not in the backup: the copy was not empty before the restore`,
    ),
];

interface Content {
  readonly tables: readonly Table[];
  readonly migration?: string;
}

/** Returns how a table differs; undefined when it does not. */
function ofTable(name: string, expected: Table, found: Table | undefined): string | undefined {
  if (found === undefined) return `the table ${name} is missing`;
  const rows = counted(expected.rows, 'row');
  const where = expected.sampled === undefined ? '' : ' in the sampled blocks';
  // Rows and hashes of different samples cannot be compared.
  const isSameSample = expected.sampled === found.sampled;
  if (isSameSample && found.rows === 0 && expected.rows > 0)
    return `the table ${name} is empty${where}, but had ${rows}`;
  if (isSameSample && found.rows !== expected.rows)
    return `the table ${name} has ${counted(found.rows, 'row')}${where} instead of ${expected.rows}`;
  const [now, then] = [found.key, expected.key];
  if (now?.min !== then?.min || now?.max !== then?.max)
    return `the keys of the table ${name} are ${rangeOf(found)} instead of ${rangeOf(expected)}`;
  if (expected.hash === undefined || found.hash === undefined || !isSameSample)
    return `the content of the table ${name} cannot be compared with the backup's`;
  if (expected.hash !== found.hash)
    return `the table ${name} has the expected ${rows}, but different content`;
  return undefined;
}

const tableIn = ({ tables }: Content, { schema, name }: Table) =>
  tables.find(each => each.schema === schema && each.name === name);

const pathOf = (database: string, { schema, name }: Table) => `${database}.${schema}.${name}`;

const rangeOf = ({ key }: Table) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);

const majorOf = (version: string) => /^\d+/.exec(version)?.[0] ?? version;
