/** The catalog of a database, as far as masking needs it. */

export interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /**
   * PostgreSQL's name of the type, without its length: `text`, `character varying`. For a domain, that of its base type; `enum` for an
   * enum.
   */
  readonly type: string;
  /** 40 for `varchar(40)`. */
  readonly length: number | null;
  readonly nullable: boolean;
  /** Computed from other columns, so it cannot be written. */
  readonly generated: boolean;
  /** Part of a unique index, alone or with other columns. */
  readonly unique: boolean;
}

export interface ForeignKey {
  readonly name: string;
  readonly from: { readonly schema: string; readonly table: string; readonly columns: readonly string[] };
  readonly to: { readonly schema: string; readonly table: string; readonly columns: readonly string[] };
}

export interface Catalog {
  readonly columns: readonly Column[];
  readonly foreignKeys: readonly ForeignKey[];
  /** They hold copies of the data in their tables. In creation order. */
  readonly materialisedViews: readonly { readonly schema: string; readonly name: string }[];
  /** Whether there are large objects. */
  readonly largeObjects: boolean;
}

/** Returns `schema.table.column`, for messages. */
export const pathOf = ({ schema, table, column }: Pick<Column, 'schema' | 'table' | 'column'>) =>
  `${schema}.${table}.${column}`;

/**
 * Reads the catalog: one row with one value, the JSON of a `Catalog`. Partitions are written through their parent table and not listed.
 * Objects of PostgreSQL or of an extension are left out, except for tables that an extension declares as user data; so are our own markers.
 * For PostgreSQL 12 and later, with `search_path` set to `pg_catalog`.
 */
export const catalogQuery = `
with recursive bases as (
  select oid, oid as bottom, typtype, typbasetype, typtypmod, typnotnull from pg_type
  union all
  select b.oid, t.oid, t.typtype, t.typbasetype,
    case when b.typtypmod = -1 then t.typtypmod else b.typtypmod end, b.typnotnull or t.typnotnull
  from bases b join pg_type t on t.oid = b.typbasetype
  where b.typtype = 'd'
), types as (
  select oid, bottom, typtypmod, typnotnull from bases where typtype <> 'd'
), relations as (
  select c.oid, n.nspname, c.relname, c.relkind
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'm') and not c.relispartition
    and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'slipway_dr')
    and not exists (select from pg_depend d join pg_extension e on e.oid = d.refobjid and c.oid <> all (coalesce(e.extconfig, '{}'))
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
), columns as (
  select json_agg(json_build_object(
    'schema', r.nspname,
    'table', r.relname,
    'column', a.attname,
    'type', (select case when b.typtype = 'e' then 'enum' when b.typnamespace = 'pg_catalog'::regnamespace then format_type(b.oid, null) else b.typname end
      from pg_type b where b.oid = t.bottom),
    'length', case when t.bottom in ('varchar'::regtype, 'bpchar'::regtype)
      then nullif(greatest(a.atttypmod, t.typtypmod), -1) - 4 end,
    'nullable', not a.attnotnull and not t.typnotnull,
    'generated', a.attgenerated <> '' or a.attidentity = 'a',
    'unique', exists (select from pg_index i
      where i.indrelid = r.oid and i.indisunique and a.attnum = any (i.indkey))
  ) order by r.nspname, r.relname, a.attnum) as list
  from relations r
  join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join types t on t.oid = a.atttypid
  where r.relkind <> 'm'
), keys as (
  select json_agg(json_build_object(
    'name', k.conname,
    'from', json_build_object('schema', f.nspname, 'table', f.relname, 'columns', (
      select json_agg(a.attname order by at.place)
      from unnest(k.conkey) with ordinality at (number, place)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = at.number)),
    'to', json_build_object('schema', r.nspname, 'table', r.relname, 'columns', (
      select json_agg(a.attname order by at.place)
      from unnest(k.confkey) with ordinality at (number, place)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = at.number))
  ) order by f.nspname, f.relname, k.conname) as list
  from pg_constraint k
  join relations f on f.oid = k.conrelid
  join relations r on r.oid = k.confrelid
  where k.contype = 'f' and k.conparentid = 0
), views as (
  select json_agg(json_build_object('schema', nspname, 'name', relname) order by oid) as list
  from relations where relkind = 'm'
)
select json_build_object(
  'columns', coalesce((select list from columns), '[]'),
  'foreignKeys', coalesce((select list from keys), '[]'),
  'materialisedViews', coalesce((select list from views), '[]'),
  'largeObjects', exists (select from pg_largeobject_metadata)
)`;
