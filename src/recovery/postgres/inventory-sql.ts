import { newestMarkerScript } from './markers.ts';
import { migrationScript } from './migrations.ts';
import { literal } from './sql.ts';

/**
 * The psql script that counts the contents of a database, in one snapshot and without a write, so that it runs on a standby. It needs
 * PostgreSQL 12 or later and a superuser: row security and missing privileges are errors here, never fewer rows.
 */

interface SampledTable {
  readonly schema: string;
  readonly name: string;
  /** Percentage of its blocks. */
  readonly percent: number;
}

/**
 * The tables of which only a sample of the blocks is counted and hashed. The sample depends on block numbers alone, so a copy by pgBackRest
 * gives the same result and one by pg_dump does not. In a copy, the same tables are sampled as in the original.
 */
export type TableSampling =
  /** About this many bytes of each table, including TOAST; a smaller table is read completely. */
  { readonly most: number } | { readonly tables: readonly SampledTable[] };

export const everything: TableSampling = { tables: [] };

/** `application_name` of the session that counts. */
export const counting = 'slipway inventory';

/** Settings that determine how a value is printed, and so its hash. */
const pinned: Readonly<Record<string, string>> = {
  search_path: 'pg_catalog',
  client_encoding: 'UTF8',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  extra_float_digits: '3',
  bytea_output: 'hex',
  xmloption: 'content',
  lc_monetary: 'C',
  quote_all_identifiers: 'off',
  row_security: 'off',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  lock_timeout: '1min',
  application_name: counting,
};

interface Pausing {
  /** How long to wait for replay to pause; ms. */
  readonly patience: number;
  /** Whether replay is resumed as soon as the snapshot is taken; otherwise after the count. */
  readonly resumes: boolean;
}

/**
 * Returns the script. Each line that it prints is a JSON object with its `kind`; the last one is `end`.
 * @param pausing for a standby. Replay must be paused only when the snapshot is taken: `place` reports the LSN, and whether it was. The
 * manager of the standby may resume it at any time, and Patroni does.
 * @throws {RangeError} for an invalid percentage or size.
 */
export function inventoryScript(sampling: TableSampling, pausing?: Pausing): string {
  return [
    sessionSettings,
    ...(pausing === undefined ? [] : [pauseScript(pausing.patience)]),
    begin,
    ...(pausing === undefined ? [] : [placeQuery, lockScript]),
    ...(pausing?.resumes === true ? [resumeQuery] : []),
    contentQueries(sampling),
    'commit;',
    // Here too, because nothing else resumes it if the runner is lost during the count.
    ...(pausing?.resumes === false ? [resumeQuery] : []),
    endQuery,
  ].join('\n');
}

/** Returns the script for a transaction that stays open: until it ends, another session can read the same data by its snapshot. */
export const openInventoryScript = (): string =>
  [sessionSettings, begin, snapshotQuery, contentQueries(everything), endQuery].join('\n');

/** Sets what determines how a value is printed, for this session. */
export const sessionSettings = Object.entries(pinned)
  .map(([name, value]) => `set ${name} = ${literal(value)};`)
  .join('\n');

const begin = 'begin isolation level repeatable read read only;';

const endQuery = `select json_build_object('kind', 'end');`;

/** Includes the roles that row security policies name: the dump does not hold them, but needs them where it is restored. */
const snapshotQuery = `select json_build_object('kind', 'snapshot', 'id', pg_export_snapshot(),
  'encoding', (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()),
  'roles', (select coalesce(json_agg(distinct r.rolname), '[]') from pg_policy p cross join unnest(p.polroles) o (id)
    join pg_roles r on r.oid = o.id where r.rolname !~ '^pg_'));`;

const contentQueries = (sampling: TableSampling): string =>
  [
    serverQuery,
    leftOutQuery,
    tableQueries(sampling),
    largeObjectQuery(sampling),
    migrationScript,
    newestMarkerScript,
  ].join('\n');

const pauseScript = (
  patience: number,
) => `select json_build_object('kind', 'pausing') from pg_wal_replay_pause();
do $$ begin
  for i in 1..${Math.max(1, Math.ceil(patience / 10))} loop
    exit when pg_get_wal_replay_pause_state() = 'paused';
    perform pg_sleep(0.01);
  end loop;
end $$;`;

const resumeQuery = `select json_build_object('kind', 'resumed') from pg_wal_replay_resume();`;

/** The timeline is the one that is being received; without a connection, the newer of the two on disk. */
export const replayedTo = `'lsn', pg_last_wal_replay_lsn()::text, 'timeline', coalesce(
    (select received_tli from pg_stat_wal_receiver where status = 'streaming'),
    (select greatest(c.timeline_id, r.min_recovery_end_timeline) from pg_control_checkpoint() c, pg_control_recovery() r))`;

/** The first query of the transaction, which takes the snapshot. */
const placeQuery = `select json_build_object('kind', 'place', 'pause', pg_get_wal_replay_pause_state(),
  ${replayedTo});`;

const serverQuery = `select json_build_object('kind', 'server', 'database', current_database(),
  'version', split_part(current_setting('server_version'), ' ', 1),
  'others', (select coalesce(json_agg(datname order by datname), '[]') from pg_database
    where datname not in (current_database(), 'postgres') and not datistemplate));`;

/**
 * User tables, and how they are read. Of an extension's tables, only those count that it declares to hold user data. A partitioned table
 * is read as one, unless a partition is foreign or unlogged: then its partitions are read one by one. Our markers are left out, because
 * they are compared with their ledger.
 */
const relations = `with relations as (
  select c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relispartition,
    case when c.relispartition then pg_partition_root(c.oid) else c.oid end as root,
    exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      and not exists (select from pg_extension e where c.oid = any (e.extconfig)) as of_extension
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't'
    and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'slipway_dr')
), mixed as (
  select distinct root from relations where relispartition and (relkind = 'f' or relpersistence = 'u')
)`;

const leftOutQuery = `${relations}
select json_build_object('kind', 'left-out', 'schema', nspname, 'name', relname,
  'why', case when of_extension then 'extension' when relkind = 'f' then 'foreign' else 'unlogged' end)
from relations where of_extension or relkind = 'f' or relpersistence = 'u' order by nspname, relname;`;

/** The tables to count, and their name in a query. `only` prevents that inheritance children are counted twice. */
const tables = `tables as (
  select *, format('%s%I.%I', case relkind when 'p' then '' else 'only ' end, nspname, relname) as source
  from relations
  where not of_extension and relpersistence = 'p' and case
    when relkind = 'f' then false
    when root in (select root from mixed) then relkind = 'r'
    else not relispartition end
)`;

/**
 * Locks the tables during the count, because no snapshot shows rows that `truncate` or a table rewrite removed. Paused replay never
 * releases a lock that it holds, so the lock timeout is short.
 */
const lockScript = `set local lock_timeout = '1s';
${relations}, ${tables}
select format('lock table %s in access share mode', source) from tables order by source \\gexec
set local lock_timeout = '${pinned.lock_timeout}';`;

const rowsHash = 'coalesce(sum(hashtextextended((r.*)::text, 0)), 0)::text';

/** Selects the blocks to read; all of them where `percent` is null. */
const sampled = `case when percent is null then '' else format(' tablesample system (%s) repeatable (0)', percent) end`;

/**
 * A query for each table. The row is `(r.*)`, because `r` alone would be a column of that name. Keys are the first and the last in byte
 * order, which no collation library changes. They have the prefix `k.`, because a bare name would order by the output text. No index has
 * that order for text, so text keys of a sampled table are left out: they would need a full scan.
 */
function tableQueries(sampling: TableSampling): string {
  return `${relations}, ${tables}, sized as (
  select *, ${shareOf(sampling)} as percent from tables t
), parts as (
  select t.oid, k.place, a.attcollation <> 0 as collated, format('k.%I', a.attname) as field,
    format('k.%I%s', a.attname, case when a.attcollation <> 0 then ' collate "C"' else '' end) as ordered
  from sized t
  join pg_index i on i.indrelid = t.oid and i.indisprimary
  cross join unnest(i.indkey::int2[]) with ordinality k (number, place)
  join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
), keys as (
  select oid, case when count(*) = 1 then min(field) else 'row(' || string_agg(field, ', ' order by place) || ')' end as value,
    string_agg(ordered || ' asc', ', ' order by place) as first, string_agg(ordered || ' desc', ', ' order by place) as last,
    bool_or(collated) as collated
  from parts group by oid
), queries as (
  select t.*,
    case when k.oid is null or (percent is not null and collated) then 'null' else format('(select (%s)::text from %s k order by %s limit 1)', value, source, first) end as min,
    case when k.oid is null or (percent is not null and collated) then 'null' else format('(select (%s)::text from %s k order by %s limit 1)', value, source, last) end as max
  from sized t left join keys k using (oid)
)
select format('select json_build_object(''kind'', ''table'', ''schema'', %L, ''name'', %L, ''rows'', count(*), ''percent'', %L::numeric,
  ''min'', %s, ''max'', %s, ''hash'', ${rowsHash}) from %s r%s',
  nspname, relname, percent, min, max, source, ${sampled})
from queries order by nspname, relname \\gexec`;
}

function shareOf(sampling: TableSampling): string {
  if ('tables' in sampling) {
    const cases = sampling.tables.map(
      ({ schema, name, percent }) =>
        `when nspname = ${literal(schema)} and relname = ${literal(name)} then ${share(percent)}`,
    );
    return cases.length === 0 ? 'null::numeric' : `case ${cases.join(' ')} end`;
  }
  const { most } = sampling;
  if (!Number.isSafeInteger(most) || most < 1) throw new RangeError(`invalid sample size: ${most} bytes`);
  // A table with its data in TOAST has few main blocks, and a small percentage of them may be none.
  return `(select case when size > ${most} and share < 100 then share end
  from (select sum(pg_table_size(p.relid)) as size, sum(pg_relation_size(p.relid)) as blocks
    from (select relid from pg_partition_tree(t.oid) union select t.oid) p) s,
  lateral (select round(100 * greatest(${most}.0 / size, ${fewest} * current_setting('block_size')::numeric / nullif(blocks, 0)), 6) as share) r)`;
}

/** Minimum number of blocks to read of a table. */
const fewest = 10;

function share(percent: number): string {
  if (!(percent > 0 && percent <= 100)) throw new RangeError(`invalid sample: ${percent} %`);
  return `${percent}::numeric`;
}

/** Large objects are user data, although they are in a system table. */
const largeObjectQuery = (
  sampling: TableSampling,
): string => `select format($q$select json_build_object('kind', 'table', 'schema', 'pg_catalog', 'name', 'pg_largeobject',
  'rows', count(*), 'percent', %L::numeric, 'min', (select min(loid)::text from pg_largeobject),
  'max', (select max(loid)::text from pg_largeobject), 'hash', ${rowsHash}) from pg_largeobject r%s$q$, percent, ${sampled})
from (select ${shareOf(sampling)} as percent
  from (values ('pg_catalog', 'pg_largeobject', 'pg_largeobject'::regclass)) t (nspname, relname, oid)) s
where exists (select from pg_largeobject_metadata) \\gexec`;
