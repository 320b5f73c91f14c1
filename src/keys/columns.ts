import { quoted } from '../recovery/masking-sql.ts';
import { literal } from '../recovery/postgres/sql.ts';
import { UserError } from '../toolkit/errors.ts';
import { textsIn } from '../toolkit/map.ts';
import type { SqlSession } from './session.ts';

/** Columns of `drills.encrypted`, as the database knows them. */

export interface EncryptedColumn {
  /** `schema.table.column`. */
  readonly name: string;
  /** Quoted, with its schema. */
  readonly table: string;
  /** Quoted. */
  readonly column: string;
  /** The columns of its primary key, quoted; empty without one. */
  readonly key: readonly string[];
}

interface Declared {
  readonly table: string;
  readonly column: string;
}

/** Finds the declared columns. @throws {UserError} when one does not exist, or holds no text. */
export async function columnsIn(
  session: SqlSession,
  declared: readonly Declared[],
): Promise<readonly EncryptedColumn[]> {
  // Names are resolved as the application does, by the default search path.
  await session.rows('reset search_path;');
  const columns: EncryptedColumn[] = [];
  for (const each of declared) columns.push(await columnIn(session, each));
  await session.rows('set search_path = pg_catalog;');
  return columns.filter(({ name }, index) => columns.findIndex(other => other.name === name) === index);
}

async function columnIn(session: SqlSession, { table, column }: Declared): Promise<EncryptedColumn> {
  const [found] = await session.rows(`select json_build_object('schema', n.nspname, 'table', c.relname,
  'text', t.typcategory = 'S', 'type', pg_catalog.format_type(a.atttypid, null),
  'key', (select pg_catalog.json_agg(k.attname order by at.place) from pg_catalog.pg_index i
    cross join pg_catalog.unnest(i.indkey) with ordinality at (number, place)
    join pg_catalog.pg_attribute k on k.attrelid = c.oid and k.attnum = at.number
    where i.indrelid = c.oid and i.indisprimary))
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_type t on t.oid = a.atttypid
where c.oid = pg_catalog.to_regclass(${literal(table)}) and c.relkind in ('r', 'p') and a.attname = ${literal(column)};`);
  if (found === undefined)
    throw new UserError(
      `the encrypted column ${table}.${column} does not exist`,
      'correct `drills.encrypted` in slipway.yml, and write the schema if it is not on the search path',
    );
  if (found.text !== true)
    throw new UserError(
      `the encrypted column ${table}.${column} has the type ${found.type}`,
      'declare only text columns',
    );
  const [schema, name] = [String(found.schema), String(found.table)];
  return {
    name: `${schema}.${name}.${column}`,
    table: `${quoted(schema)}.${quoted(name)}`,
    column: quoted(column),
    key: textsIn(found.key).map(quoted),
  };
}
