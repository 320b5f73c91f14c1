import { UserError } from '../../toolkit/errors.ts';
import { defined, textsIn } from '../../toolkit/map.ts';
import type { Exec } from '../exec.ts';
import type { Database, Table } from '../manifest.ts';
import { everything, inventoryScript, type TableSampling } from './inventory-sql.ts';
import { migrationOf } from './migrations.ts';
import { type Connection, rowsOf } from './sql.ts';

/** Reads the contents of a database, for the manifest of its backup and to compare a restored copy with it. */

interface LeftOut {
  readonly schema: string;
  readonly name: string;
  /** `foreign`: stored elsewhere. `unlogged`: empty after each recovery. `extension`: recreated with its extension. */
  readonly why: 'foreign' | 'unlogged' | 'extension';
}

export interface DatabaseInventory {
  readonly database: string;
  /** Version of PostgreSQL: `17.6`. */
  readonly server: string;
  readonly tables: readonly Table[];
  /** Names of other databases of the same server; its backup also holds them. */
  readonly others: readonly string[];
  /** Tables that a physical backup does not hold, or need not. */
  readonly leftOut: readonly LeftOut[];
  readonly migration?: string;
  /** Number of the newest marker. */
  readonly newestMarker?: number;
}

/**
 * Counts one database by one call of psql.
 * @throws {UserError} when psql fails, or its output is incomplete.
 */
export async function takeInventory(
  exec: Exec,
  connection: Connection,
  { sampling = everything, signal }: { sampling?: TableSampling; signal?: AbortSignal } = {},
): Promise<DatabaseInventory> {
  return inventoryOf(await rowsOf(exec, connection, inventoryScript(sampling), signal));
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads the inventory from its rows.
 * @param rows that the script of inventory-sql.ts printed.
 * @throws {UserError} when rows are missing or invalid.
 */
export function inventoryOf(rows: readonly Row[]): DatabaseInventory {
  const of = (kind: string) => rows.filter(each => each.kind === kind);
  const [server] = of('server');
  if (server === undefined || rows.at(-1)?.kind !== 'end') throw incomplete('it ended early');
  const marker = of('marker')[0]?.seq;
  return {
    database: text(server, 'database'),
    server: text(server, 'version'),
    tables: of('table').map(tableOf),
    others: textsIn(server.others),
    leftOut: of('left-out').map(leftOutOf),
    ...defined({
      migration: migrationOf(rows),
      newestMarker: typeof marker === 'number' ? marker : undefined,
    }),
  };
}

/**
 * Returns sentences on data that a backup holds uncounted, and on data that it does not hold: no drill would notice its loss. Pure.
 * @param name of the database in slipway.yml.
 * @param declared databases of the same server that slipway.yml names.
 */
export function uncounted(
  name: string,
  { others, leftOut }: DatabaseInventory,
  declared: readonly string[],
): string[] {
  return [
    ...others
      .filter(other => !declared.includes(other))
      .map(
        other =>
          `the database ${other} is in the backup of ${name}, but is not counted, so no restore is compared with it; declare it under \`databases\`, too`,
      ),
    ...leftOut
      .filter(({ why }) => why === 'unlogged')
      .map(
        table =>
          `the table ${table.schema}.${table.name} of ${name} is unlogged: no backup holds it, and every recovery leaves it empty`,
      ),
  ];
}

/** Returns the entry for the manifest. @param place the LSN and the backups that the inventory belongs to. */
export function databaseOf(
  { database, server, tables, migration, newestMarker }: DatabaseInventory,
  place: Pick<Database, 'lsn' | 'timeline' | 'countedAt' | 'backups' | 'segment'>,
): Database {
  return { name: database, server, ...place, tables: [...tables], ...defined({ migration, newestMarker }) };
}

/** Returns the tables of a manifest that were sampled, to read the same blocks of a copy. */
export function sampledIn(tables: readonly Table[]): TableSampling {
  return {
    tables: tables.flatMap(({ schema, name, sampled }) =>
      sampled === undefined ? [] : [{ schema, name, percent: sampled }],
    ),
  };
}

function tableOf(row: Row): Table {
  const { rows, min, max, percent } = row;
  if (!Number.isSafeInteger(rows)) throw incomplete(`there is no row count of ${row.schema}.${row.name}`);
  return {
    schema: text(row, 'schema'),
    name: text(row, 'name'),
    rows: Number(rows),
    ...(isPublic(min) && isPublic(max) ? { key: { min, max } } : {}),
    hash: text(row, 'hash'),
    ...(typeof percent === 'number' ? { sampled: percent } : {}),
  };
}

function leftOutOf(row: Row): LeftOut {
  const { why } = row;
  if (why !== 'foreign' && why !== 'unlogged' && why !== 'extension')
    throw incomplete(`a table was left out for the unknown reason ${why}`);
  return { schema: text(row, 'schema'), name: text(row, 'name'), why };
}

function text(row: Row, key: string): string {
  const value = row[key];
  if (typeof value !== 'string') throw incomplete(`there is no ${key} of the ${row.kind}`);
  return value;
}

const incomplete = (problem: string) =>
  new UserError(
    `the inventory of the database is incomplete: ${problem}`,
    'check the log of the database, then run the step again',
  );

/** A number or a timestamp: any other key may be confidential, such as an address or a token. */
const isPublic = (key: unknown): key is string =>
  typeof key === 'string' && /^(-?\d+|\d{4}-\d\d-\d\d[ T0-9:.+-]*)$/.test(key);
