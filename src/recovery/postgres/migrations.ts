import { isMap } from '../../toolkit/map.ts';
import { literal } from './sql.ts';

/** Reads the version of a schema from the table of its migration tool. */

interface Tool {
  readonly name: string;
  /** Usual name of its history table, in any schema. */
  readonly table: string;
  /** Columns that distinguish it from other tools with a table of that name. */
  readonly has: readonly string[];
  readonly hasNot?: readonly string[];
  /** SQL for one text; `%s` is the table. Null before the first migration. */
  readonly version: string;
}

/** Flyway, Alembic, Rails (dbmate keeps the same table), golang-migrate, Django, Knex and Prisma. */
const tools: readonly Tool[] = [
  {
    name: 'flyway',
    table: 'flyway_schema_history',
    has: ['installed_rank', 'version', 'success'],
    version: `(select version from %s where success and version is not null order by installed_rank desc limit 1)
      || case when exists (select from %s where not success) then ' (failed)' else '' end`,
  },
  {
    name: 'alembic',
    table: 'alembic_version',
    has: ['version_num'],
    version: `(select string_agg(version_num, '+' order by version_num collate "C") from %s)`,
  },
  {
    name: 'rails',
    table: 'schema_migrations',
    has: ['version'],
    hasNot: ['dirty'],
    version: `(select max(version::text collate "C") || ' of ' || count(*) from %s)`,
  },
  {
    name: 'golang-migrate',
    table: 'schema_migrations',
    has: ['version', 'dirty'],
    version: `(select version || case when dirty then ' (dirty)' else '' end from %s limit 1)`,
  },
  {
    name: 'django',
    table: 'django_migrations',
    has: ['id', 'app', 'name'],
    version: `(select app || '.' || name || ' of ' || (select count(*) from %s) from %s order by id desc limit 1)`,
  },
  {
    name: 'knex',
    table: 'knex_migrations',
    has: ['id', 'name', 'batch'],
    version: '(select name from %s order by id desc limit 1)',
  },
  {
    name: 'prisma',
    table: '_prisma_migrations',
    has: ['migration_name', 'finished_at', 'rolled_back_at'],
    version: `(select migration_name from %s where finished_at is not null and rolled_back_at is null
        order by finished_at desc, migration_name collate "C" desc limit 1)
      || case when exists (select from %s where finished_at is null and rolled_back_at is null) then ' (unfinished)' else '' end`,
  },
];

/**
 * For psql, with `search_path` set to `pg_catalog`: a query that generates a query for each history table, and runs them. They print
 * `{"kind":"migration","tool":…,"schema":…,"version":…}`, or nothing for a table without a version.
 */
export const migrationScript = `
select format($make$
  select json_build_object('kind', 'migration', 'tool', %L, 'schema', %L, 'version', version)
  from (select %s as version) v where version is not null
$make$, tool, nspname, replace(version, '%s', format('%I.%I', nspname, relname)))
from (values
  ${tools.map(rowOf).join(',\n  ')}
) t (tool, name, has, has_not, version)
join pg_class c on c.relname = t.name and c.relkind in ('r', 'p')
join pg_namespace n on n.oid = c.relnamespace and n.nspname !~ '^pg_(temp|toast)'
where has <@ array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped)
  and not has_not && array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped)
order by tool, nspname \\gexec
`;

function rowOf({ name, table, has, hasNot = [], version }: Tool): string {
  const list = (names: readonly string[]) => `array[${names.map(literal).join(', ')}]::text[]`;
  return `(${[literal(name), literal(table), list(has), list(hasNot), literal(version)].join(', ')})`;
}

/**
 * Returns all versions as one text: `flyway 7.2`, `flyway 7.2, rails 20260101 of 12 in billing`. Undefined without any.
 * @param rows that the script printed; other rows are ignored.
 */
export function migrationOf(rows: readonly unknown[]): string | undefined {
  const found = rows
    .filter(isMap)
    .filter(({ kind }) => kind === 'migration')
    .map(({ tool, schema, version }) => `${tool} ${version}${schema === 'public' ? '' : ` in ${schema}`}`);
  return found.length === 0 ? undefined : found.join(', ');
}
