import { counted } from '../toolkit/count.ts';
import type { BackupManifest, Database, Table } from './manifest.ts';

/** How a restored copy differs from its backup. */

/** The contents of the copy; an absent part was not examined. */
export type CopyContents = Partial<
  Pick<BackupManifest, 'databases' | 'objectStores' | 'volumes' | 'clusterObjects' | 'images' | 'secrets'>
>;

interface Difference {
  readonly kind:
    | 'missing-database'
    | 'server-version'
    | 'schema-version'
    | 'marker'
    | 'missing-table'
    | 'unexpected-table'
    | 'empty-table'
    | 'row-count'
    | 'key-range'
    | 'content'
    | 'missing-object-store'
    | 'object-count'
    | 'object-content'
    | 'volume'
    | 'file-count'
    | 'file-content'
    | 'cluster-objects'
    | 'missing-image'
    | 'missing-secret';
  readonly name: string;
  readonly sentence: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Parts that were not examined, such as `images`, and tables of which only the rows could be counted. They prove nothing. */
  readonly notCompared: readonly string[];
}

/**
 * Compares a copy with the manifest of its backup. LSN and timeline are not compared: a recovery starts a new timeline. Additional cluster
 * objects are no difference, because a cluster creates some automatically; additional tables are, because they show that the copy was not
 * empty.
 */
export function compare(expected: BackupManifest, found: CopyContents): Comparison {
  const { databases, objectStores, volumes, clusterObjects, images, secrets } = found;
  const parts = { databases, objectStores, volumes, clusterObjects, images, secrets };
  const unseen = Object.entries(parts).flatMap(([part, value]) => (value === undefined ? [part] : []));
  return {
    differences: [
      ...(databases === undefined ? [] : expected.databases.flatMap(each => ofDatabase(each, databases))),
      ...(objectStores === undefined ? [] : ofStores(expected, objectStores)),
      ...(volumes === undefined ? [] : ofVolumes(expected, volumes)),
      ...(clusterObjects === undefined ? [] : ofObjects(expected, clusterObjects)),
      ...(images === undefined ? [] : missing('missing-image', 'the image', expected.images, images)),
      ...(secrets === undefined ? [] : missing('missing-secret', 'the secret', expected.secrets, secrets)),
    ],
    notCompared: [
      ...unseen,
      ...(databases === undefined ? [] : uncompared(expected, databases)),
      ...(volumes === undefined ? [] : uncomparedFiles(expected, volumes)),
    ],
  };
}

function ofDatabase(expected: Database, databases: readonly Database[]): Difference[] {
  const { name } = expected;
  const found = databases.find(each => each.name === name);
  if (found === undefined)
    return [{ kind: 'missing-database', name, sentence: `the database ${name} is missing` }];
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

/**
 * Compares the content of a database regardless of PostgreSQL's version: a dump may be restored into a later one.
 * @param name for the sentences.
 */
export const differencesOf = (name: string, expected: Content, found: Content): Difference[] => [
  ...ofSchema(name, expected, found),
  ...ofTables(name, expected, found),
];

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
  if (hashesDiffer(expected, found))
    return difference('content', `the table ${name} has the expected ${rows}, but different content`);
  return [];
}

const hashesDiffer = (then: Table, now: Table) => areComparable(then, now) && then.hash !== now.hash;

/** Rows and hashes of different samples cannot be compared. */
const isSameSample = (then: Table, now: Table) => then.sampled === now.sampled;

const areComparable = (then: Table, now: Table) =>
  then.hash !== undefined && now.hash !== undefined && isSameSample(then, now);

function uncompared(expected: BackupManifest, databases: readonly Database[]): string[] {
  return expected.databases.flatMap(each => {
    const found = databases.find(({ name }) => name === each.name);
    return each.tables
      .filter(table => {
        const now = found && tableIn(found, table);
        return now !== undefined && !areComparable(table, now);
      })
      .map(table => `the contents of ${pathOf(each.name, table)}`);
  });
}

function ofStores(expected: BackupManifest, stores: BackupManifest['objectStores']): Difference[] {
  return expected.objectStores.flatMap(({ name, count, hash }): Difference[] => {
    const found = stores.find(each => each.name === name);
    if (found === undefined)
      return [{ kind: 'missing-object-store', name, sentence: `the object store ${name} is missing` }];
    const objects = counted(found.count, 'object');
    if (found.count !== count)
      return [
        {
          kind: 'object-count',
          name,
          sentence: `the object store ${name} has ${objects} instead of ${count}`,
        },
      ];
    if (found.hash === hash) return [];
    return [
      {
        kind: 'object-content',
        name,
        sentence: `the object store ${name} has the expected ${objects}, but different content`,
      },
    ];
  });
}

/** The existence of a volume proves nothing; it must have been restored from the backup. */
function ofVolumes(expected: BackupManifest, volumes: BackupManifest['volumes']): Difference[] {
  return expected.volumes
    .filter(({ covered }) => covered !== 'not-needed')
    .flatMap((volume): Difference[] => {
      const { namespace, pvc, covered } = volume;
      const name = `${namespace}/${pvc}`;
      const found = volumeIn(volumes, volume);
      if (covered === 'not')
        return [{ kind: 'volume', name, sentence: `the backup does not cover the volume ${name}` }];
      if (found === undefined) return [{ kind: 'volume', name, sentence: `the volume ${name} is missing` }];
      if (found.covered === covered) return ofFiles(name, volume.files, found.files);
      return [
        {
          kind: 'volume',
          name,
          sentence: `the volume ${name} exists, but was not restored from its ${covered}`,
        },
      ];
    });
}

type Files = BackupManifest['volumes'][number]['files'];

function ofFiles(name: string, then: Files, now: Files): Difference[] {
  if (then === undefined || now === undefined || now.hash === then.hash) return [];
  const files = counted(now.count, 'file');
  if (now.count !== then.count)
    return [
      { kind: 'file-count', name, sentence: `the volume ${name} has ${files} instead of ${then.count}` },
    ];
  return [
    {
      kind: 'file-content',
      name,
      sentence: `the volume ${name} has the expected ${files}, but different content`,
    },
  ];
}

function uncomparedFiles(expected: BackupManifest, volumes: BackupManifest['volumes']): string[] {
  return expected.volumes
    .filter(each => each.files !== undefined)
    .filter(each => {
      const now = volumeIn(volumes, each);
      return now !== undefined && now.files === undefined;
    })
    .map(({ namespace, pvc }) => `the files of ${namespace}/${pvc}`);
}

function ofObjects(
  { clusterObjects: expected }: BackupManifest,
  found: BackupManifest['clusterObjects'],
): Difference[] {
  return Object.entries(expected)
    .filter(([kind, count]) => (found[kind] ?? 0) < count)
    .map(([kind, count]) => ({
      kind: 'cluster-objects',
      name: kind,
      sentence: `the cluster has ${found[kind] ?? 0} objects of the kind ${kind} instead of ${count}`,
    }));
}

function missing(
  kind: 'missing-image' | 'missing-secret',
  what: string,
  expected: readonly string[],
  found: readonly string[],
): Difference[] {
  const there = new Set(found);
  return expected
    .filter(name => !there.has(name))
    .map(name => ({ kind, name, sentence: `${what} ${name} is missing` }));
}

const volumeIn = (
  volumes: BackupManifest['volumes'],
  { namespace, pvc }: Pick<BackupManifest['volumes'][number], 'namespace' | 'pvc'>,
) => volumes.find(each => each.namespace === namespace && each.pvc === pvc);

const tableIn = ({ tables }: Content, { schema, name }: Table) =>
  tables.find(each => each.schema === schema && each.name === name);

const pathOf = (database: string, { schema, name }: Table) => `${database}.${schema}.${name}`;

const rangeOf = ({ key }: Table) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);

const majorOf = (version: string) => /^\d+/.exec(version)?.[0] ?? version;
