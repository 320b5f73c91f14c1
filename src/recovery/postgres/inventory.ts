import { UserError } from '../../toolkit/errors.ts';
import { textsIn } from '../../toolkit/map.ts';
import type { Database, Table } from '../manifest.ts';
import type { Exec } from './exec.ts';
import { everything, inventoryScript, type Sampling } from './inventory-sql.ts';
import { migrationOf } from './migrations.ts';
import { type Connection, rowsOf } from './sql.ts';

/** What is in a database, for the manifest of its backup and to compare a restored copy with that. */

export interface LeftOut {
  readonly schema: string;
  readonly name: string;
  /** `foreign`: elsewhere. `unlogged`: empty after each recovery. `extension`: made again with it. */
  readonly why: 'foreign' | 'unlogged' | 'extension';
}

export interface Inventory {
  readonly database: string;
  /** Version of PostgreSQL: `17.6`. */
  readonly server: string;
  readonly tables: readonly Table[];
  /** Names of other databases of the same server: its backup holds them, too. */
  readonly others: readonly string[];
  /** Tables that no physical backup holds, or none needs. */
  readonly leftOut: readonly LeftOut[];
  readonly migration?: string;
  /** The number of the marker that arrived last. */
  readonly newestMarker?: number;
}

/**
 * One call of psql for one database.
 * @throws {UserError} when it fails, and when its answer is not whole.
 */
export async function takeInventory(
  exec: Exec,
  connection: Connection,
  { sampling = everything, signal }: { sampling?: Sampling; signal?: AbortSignal } = {},
): Promise<Inventory> {
  return inventoryOf(await rowsOf(exec, connection, inventoryScript(sampling), signal));
}

type Row = Readonly<Record<string, unknown>>;

/**
 * @param rows that the script of inventory-sql.ts printed.
 * @throws {UserError} when some are missing or are none.
 */
export function inventoryOf(rows: readonly Row[]): Inventory {
  const of = (kind: string) => rows.filter(each => each.kind === kind);
  const [server] = of('server');
  if (server === undefined || rows.at(-1)?.kind !== 'end') throw notWhole('it ended early');
  const migration = migrationOf(rows);
  const marker = of('marker')[0]?.seq;
  return {
    database: text(server, 'database'),
    server: text(server, 'version'),
    tables: of('table').map(tableOf),
    others: textsIn(server.others),
    leftOut: of('left-out').map(leftOutOf),
    ...(migration === undefined ? {} : { migration }),
    ...(typeof marker === 'number' ? { newestMarker: marker } : {}),
  };
}

/**
 * What a backup holds and nobody counts, and what it does not hold, in sentences: no drill finds that it is missing. Pure.
 * @param name of the database in slipway.yml.
 * @param declared databases of the same server that slipway.yml names.
 */
export function uncounted(
  name: string,
  { others, leftOut }: Inventory,
  declared: readonly string[],
): string[] {
  return [
    ...others
      .filter(other => !declared.includes(other))
      .map(
        other =>
          `the database ${other} is in the backup of ${name} and is not counted, so no restore is compared with it: declare it under \`databases\`, too`,
      ),
    ...leftOut
      .filter(({ why }) => why === 'unlogged')
      .map(
        table =>
          `the table ${table.schema}.${table.name} of ${name} is unlogged: it is in no backup, and every recovery leaves it empty`,
      ),
  ];
}

/** As the manifest lists it. @param place what the inventory is true of. */
export function databaseOf(
  { database, server, tables, migration, newestMarker }: Inventory,
  place: Pick<Database, 'lsn' | 'timeline' | 'backups' | 'segment'>,
): Database {
  return {
    name: database,
    server,
    ...place,
    tables: [...tables],
    ...(migration === undefined ? {} : { migration }),
    ...(newestMarker === undefined ? {} : { newestMarker }),
  };
}

/** Which tables of a manifest were sampled, to ask a copy about the same blocks. */
export function sampledIn(tables: readonly Table[]): Sampling {
  return {
    tables: tables.flatMap(({ schema, name, sampled }) =>
      sampled === undefined ? [] : [{ schema, name, percent: sampled }],
    ),
  };
}

function tableOf(row: Row): Table {
  const { rows, min, max, percent } = row;
  if (!Number.isSafeInteger(rows)) throw notWhole(`no rows of ${row.schema}.${row.name}`);
  return {
    schema: text(row, 'schema'),
    name: text(row, 'name'),
    rows: Number(rows),
    ...(isTellable(min) && isTellable(max) ? { key: { min, max } } : {}),
    hash: text(row, 'hash'),
    ...(typeof percent === 'number' ? { sampled: percent } : {}),
  };
}

function leftOutOf(row: Row): LeftOut {
  const { why } = row;
  if (why !== 'foreign' && why !== 'unlogged' && why !== 'extension') throw notWhole(`left out as ${why}`);
  return { schema: text(row, 'schema'), name: text(row, 'name'), why };
}

function text(row: Row, key: string): string {
  const value = row[key];
  if (typeof value !== 'string') throw notWhole(`no ${key} of ${row.kind}`);
  return value;
}

const notWhole = (problem: string) =>
  new UserError(
    `the inventory of the database is not whole: ${problem}`,
    'look at the log of the database and run it again',
  );

/** A number or a moment: any other key may be what nobody else shall read, such as an address or a token. */
const isTellable = (key: unknown): key is string =>
  typeof key === 'string' && /^(-?\d+|\d{4}-\d\d-\d\d[ T0-9:.+-]*)$/.test(key);
