export const id = 845;
export const ids = [845];
export const modules = {

/***/ 56428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ sessionSettings),
/* harmony export */   Mr: () => (/* binding */ counting),
/* harmony export */   Qh: () => (/* binding */ openInventoryScript),
/* harmony export */   YT: () => (/* binding */ everything),
/* harmony export */   aC: () => (/* binding */ inventoryScript),
/* harmony export */   g_: () => (/* binding */ replayedTo)
/* harmony export */ });
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21014);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31924);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16677);



const everything = { tables: [] };
const counting = 'slipway inventory';
const pinned = {
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
function inventoryScript(sampling, pausing) {
    return [
        sessionSettings,
        ...(pausing === undefined ? [] : [pauseScript(pausing.patience)]),
        begin,
        ...(pausing === undefined ? [] : [placeQuery, lockScript]),
        ...(pausing?.resumes === true ? [resumeQuery] : []),
        contentQueries(sampling),
        'commit;',
        ...(pausing?.resumes === false ? [resumeQuery] : []),
        endQuery,
    ].join('\n');
}
const openInventoryScript = () => [sessionSettings, begin, snapshotQuery, contentQueries(everything), endQuery].join('\n');
const sessionSettings = Object.entries(pinned)
    .map(([name, value]) => `set ${name} = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(value)};`)
    .join('\n');
const begin = 'begin isolation level repeatable read read only;';
const endQuery = `select json_build_object('kind', 'end');`;
const snapshotQuery = `select json_build_object('kind', 'snapshot', 'id', pg_export_snapshot(),
  'encoding', (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()),
  'roles', (select coalesce(json_agg(distinct r.rolname), '[]') from pg_policy p cross join unnest(p.polroles) o (id)
    join pg_roles r on r.oid = o.id where r.rolname !~ '^pg_'));`;
const contentQueries = (sampling) => [
    serverQuery,
    leftOutQuery,
    tableQueries(sampling),
    largeObjectQuery(sampling),
    _migrations_js__WEBPACK_IMPORTED_MODULE_1__/* .migrationScript */ .g,
    _markers_js__WEBPACK_IMPORTED_MODULE_0__/* .newestMarkerScript */ .o_,
].join('\n');
const pauseScript = (patience) => `select json_build_object('kind', 'pausing') from pg_wal_replay_pause();
do $$ begin
  for i in 1..${Math.max(1, Math.ceil(patience / 10))} loop
    exit when pg_get_wal_replay_pause_state() = 'paused';
    perform pg_sleep(0.01);
  end loop;
end $$;`;
const resumeQuery = `select json_build_object('kind', 'resumed') from pg_wal_replay_resume();`;
const replayedTo = `'lsn', pg_last_wal_replay_lsn()::text, 'timeline', coalesce(
    (select received_tli from pg_stat_wal_receiver where status = 'streaming'),
    (select greatest(c.timeline_id, r.min_recovery_end_timeline) from pg_control_checkpoint() c, pg_control_recovery() r))`;
const placeQuery = `select json_build_object('kind', 'place', 'pause', pg_get_wal_replay_pause_state(),
  ${replayedTo});`;
const serverQuery = `select json_build_object('kind', 'server', 'database', current_database(),
  'version', split_part(current_setting('server_version'), ' ', 1),
  'others', (select coalesce(json_agg(datname order by datname), '[]') from pg_database
    where datname not in (current_database(), 'postgres') and not datistemplate));`;
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
const tables = `tables as (
  select *, format('%s%I.%I', case relkind when 'p' then '' else 'only ' end, nspname, relname) as source
  from relations
  where not of_extension and relpersistence = 'p' and case
    when relkind = 'f' then false
    when root in (select root from mixed) then relkind = 'r'
    else not relispartition end
)`;
const lockScript = `set local lock_timeout = '1s';
${relations}, ${tables}
select format('lock table %s in access share mode', source) from tables order by source \\gexec
set local lock_timeout = '${pinned.lock_timeout}';`;
const rowsHash = 'coalesce(sum(hashtextextended((r.*)::text, 0)), 0)::text';
const sampled = `case when percent is null then '' else format(' tablesample system (%s) repeatable (0)', percent) end`;
function tableQueries(sampling) {
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
function shareOf(sampling) {
    if ('tables' in sampling) {
        const cases = sampling.tables.map(({ schema, name, percent }) => `when nspname = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(schema)} and relname = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(name)} then ${share(percent)}`);
        return cases.length === 0 ? 'null::numeric' : `case ${cases.join(' ')} end`;
    }
    const { most } = sampling;
    if (!Number.isSafeInteger(most) || most < 1)
        throw new RangeError(`invalid sample size: ${most} bytes`);
    return `(select case when size > ${most} and share < 100 then share end
  from (select sum(pg_table_size(p.relid)) as size, sum(pg_relation_size(p.relid)) as blocks
    from (select relid from pg_partition_tree(t.oid) union select t.oid) p) s,
  lateral (select round(100 * greatest(${most}.0 / size, ${fewest} * current_setting('block_size')::numeric / nullif(blocks, 0)), 6) as share) r)`;
}
const fewest = 10;
function share(percent) {
    if (!(percent > 0 && percent <= 100))
        throw new RangeError(`invalid sample: ${percent} %`);
    return `${percent}::numeric`;
}
const largeObjectQuery = (sampling) => `select format($q$select json_build_object('kind', 'table', 'schema', 'pg_catalog', 'name', 'pg_largeobject',
  'rows', count(*), 'percent', %L::numeric, 'min', (select min(loid)::text from pg_largeobject),
  'max', (select max(loid)::text from pg_largeobject), 'hash', ${rowsHash}) from pg_largeobject r%s$q$, percent, ${sampled})
from (select ${shareOf(sampling)} as percent
  from (values ('pg_catalog', 'pg_largeobject', 'pg_largeobject'::regclass)) t (nspname, relname, oid)) s
where exists (select from pg_largeobject_metadata) \\gexec`;


/***/ }),

/***/ 80845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ sampledIn),
/* harmony export */   O1: () => (/* binding */ takeInventory),
/* harmony export */   cP: () => (/* binding */ uncounted),
/* harmony export */   o8: () => (/* binding */ inventoryOf),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56428);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31924);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16677);





async function takeInventory(exec, connection, { sampling = _inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .everything */ .YT, signal } = {}) {
    return inventoryOf(await (0,_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsOf */ .RO)(exec, connection, (0,_inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .inventoryScript */ .aC)(sampling), signal));
}
function inventoryOf(rows) {
    const of = (kind) => rows.filter(each => each.kind === kind);
    const [server] = of('server');
    if (server === undefined || rows.at(-1)?.kind !== 'end')
        throw incomplete('it ended early');
    const marker = of('marker')[0]?.seq;
    return {
        database: text(server, 'database'),
        server: text(server, 'version'),
        tables: of('table').map(tableOf),
        others: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textsIn */ .Ej)(server.others),
        leftOut: of('left-out').map(leftOutOf),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({
            migration: (0,_migrations_js__WEBPACK_IMPORTED_MODULE_2__/* .migrationOf */ .I)(rows),
            newestMarker: typeof marker === 'number' ? marker : undefined,
        }),
    };
}
function uncounted(name, { others, leftOut }, declared) {
    return [
        ...others
            .filter(other => !declared.includes(other))
            .map(other => `the database ${other} is in the backup of ${name}, but is not counted, so no restore is compared with it; declare it under \`databases\`, too`),
        ...leftOut
            .filter(({ why }) => why === 'unlogged')
            .map(table => `the table ${table.schema}.${table.name} of ${name} is unlogged: no backup holds it, and every recovery leaves it empty`),
    ];
}
function databaseOf({ database, server, tables, migration, newestMarker }, place) {
    return { name: database, server, ...place, tables: [...tables], ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ migration, newestMarker }) };
}
function sampledIn(tables) {
    return {
        tables: tables.flatMap(({ schema, name, sampled }) => sampled === undefined ? [] : [{ schema, name, percent: sampled }]),
    };
}
function tableOf(row) {
    const { rows, min, max, percent } = row;
    if (!Number.isSafeInteger(rows))
        throw incomplete(`there is no row count of ${row.schema}.${row.name}`);
    return {
        schema: text(row, 'schema'),
        name: text(row, 'name'),
        rows: Number(rows),
        ...(isPublic(min) && isPublic(max) ? { key: { min, max } } : {}),
        hash: text(row, 'hash'),
        ...(typeof percent === 'number' ? { sampled: percent } : {}),
    };
}
function leftOutOf(row) {
    const { why } = row;
    if (why !== 'foreign' && why !== 'unlogged' && why !== 'extension')
        throw incomplete(`a table was left out for the unknown reason ${why}`);
    return { schema: text(row, 'schema'), name: text(row, 'name'), why };
}
function text(row, key) {
    const value = row[key];
    if (typeof value !== 'string')
        throw incomplete(`there is no ${key} of the ${row.kind}`);
    return value;
}
const incomplete = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the inventory of the database is incomplete: ${problem}`, 'check the log of the database, then run the step again');
const isPublic = (key) => typeof key === 'string' && /^(-?\d+|\d{4}-\d\d-\d\d[ T0-9:.+-]*)$/.test(key);


/***/ }),

/***/ 21014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ markersOf),
/* harmony export */   Km: () => (/* binding */ createMarkers),
/* harmony export */   QY: () => (/* binding */ insertMarker),
/* harmony export */   V: () => (/* binding */ isAcknowledged),
/* harmony export */   Vy: () => (/* binding */ cleanMarkers),
/* harmony export */   Yw: () => (/* binding */ deletionOf),
/* harmony export */   jl: () => (/* binding */ deleteMarkers),
/* harmony export */   mC: () => (/* binding */ readMarkers),
/* harmony export */   o_: () => (/* binding */ newestMarkerScript)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77462);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16677);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26401);





const createMarkers = `
begin;
set local lock_timeout = '10s';
set local client_min_messages = warning;
select from pg_advisory_xact_lock(hashtextextended('slipway_dr', 0));
create schema if not exists slipway_dr;
create table if not exists slipway_dr.marker (
  id bigint generated always as identity unique,
  run_id text not null,
  seq bigint not null check (seq > 0),
  sent_at bigint not null check (sent_at >= 0),
  payload text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  stored_at timestamptz not null default clock_timestamp(),
  primary key (run_id, seq)
);
comment on schema slipway_dr is 'Slipway: markers that recovery drills count; may be dropped when no drill runs';
commit;
`;
function insertMarker({ seq, runId, sentAt, payload, sha256 }) {
    const values = [(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(runId), seq, sentAt, (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(payload), (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(sha256)];
    return `insert into slipway_dr.marker (run_id, seq, sent_at, payload, sha256) values (${values.join(', ')}) returning seq;`;
}
function isAcknowledged(seq, stdout, stderr) {
    return stdout.trim() === String(seq) && stderr.trim() === '';
}
function deleteMarkers(runId) {
    return `begin;
with gone as (delete from slipway_dr.marker where run_id = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(runId)} returning seq)
select json_build_object('deleted', count(*)::int) from gone;
select json_build_object('before', pg_current_wal_insert_lsn()::text, 'xid', pg_current_xact_id()::text,
  'at', clock_timestamp()::text);
commit;
select json_build_object('after', pg_current_wal_lsn()::text);`;
}
function deletionOf(rows) {
    const { before, after, xid, at, deleted } = Object.assign({}, ...rows);
    const [begin, end] = [before, after].map(each => (0,_wal_js__WEBPACK_IMPORTED_MODULE_3__.parseLsn)(String(each)));
    if (begin === undefined || end === undefined || typeof deleted !== 'number')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the LSN at which the markers were deleted is unknown: the database did not print it', 'run the drill again');
    return { before: begin, after: end, xid: String(xid), at: String(at), deleted };
}
function readMarkers(runId, since) {
    if (!Number.isSafeInteger(since) || since < 0)
        throw new RangeError(`not the number of a marker: ${since}`);
    return `select json_build_object('seq', seq, 'runId', run_id, 'sentAt', sent_at, 'payload', payload, 'sha256', sha256)
from slipway_dr.marker where run_id = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(runId)} and seq > ${since} order by seq;`;
}
function markersOf(rows) {
    return rows.flatMap(row => {
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(row))
            return [];
        const { seq, runId, sentAt, payload, sha256 } = row;
        if (typeof seq !== 'number' || typeof runId !== 'string' || typeof sentAt !== 'number')
            return [];
        if (typeof payload !== 'string' || typeof sha256 !== 'string' || !(0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .isSha256 */ ._h)(sha256))
            return [];
        return [{ seq, runId, sentAt, payload, sha256 }];
    });
}
const newestMarkerScript = `
select 'select json_build_object(''kind'', ''marker'', ''runId'', run_id, ''seq'', seq)
  from slipway_dr.marker order by id desc limit 1'
where to_regclass('slipway_dr.marker') is not null \\gexec
`;
function cleanMarkers(before) {
    if (!Number.isSafeInteger(before))
        throw new RangeError(`not a time: ${before}`);
    return `delete from slipway_dr.marker where run_id in (
  select run_id from slipway_dr.marker group by run_id having max(sent_at) < ${before});`;
}


/***/ }),

/***/ 31924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ migrationOf),
/* harmony export */   g: () => (/* binding */ migrationScript)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16677);


const tools = [
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
const migrationScript = `
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
function rowOf({ name, table, has, hasNot = [], version }) {
    const list = (names) => `array[${names.map(_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu).join(', ')}]::text[]`;
    return `(${[(0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name), (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(table), list(has), list(hasNot), (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(version)].join(', ')})`;
}
function migrationOf(rows) {
    const found = rows
        .filter(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)
        .filter(({ kind }) => kind === 'migration')
        .map(({ tool, schema, version }) => `${tool} ${version}${schema === 'public' ? '' : ` in ${schema}`}`);
    return found.length === 0 ? undefined : found.join(', ');
}


/***/ }),

/***/ 16677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   tm: () => (/* binding */ psql)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16428);



function psql({ database, user, host, port }) {
    const parameters = Object.entries({ dbname: database, user, host, port })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}='${String(value).replaceAll(/['\\]/g, '\\$&')}'`);
    return [
        'psql',
        '--no-psqlrc',
        '--no-password',
        '--quiet',
        '--no-align',
        '--tuples-only',
        '--set=ON_ERROR_STOP=1',
        `--dbname=${parameters.join(' ')}`,
    ];
}
const together = ['sh', '-c', 'exec "$@" 3>&2 2>&1', 'sh'];
function literal(text) {
    if (text.includes('\0'))
        throw new RangeError('the text contains a zero byte');
    const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
    return `E'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}
async function rowsOf(exec, connection, script, signal) {
    const { code, stdout, stderr } = await exec(psql(connection), { input: script, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ signal }) });
    if (code !== 0)
        throw failed(connection, stderr.trim().split('\n')[0] || `psql ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOf */ .z6)(code)}`);
    return stdout
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(line) ?? raise(failed(connection, `unexpected output ${line.slice(0, 80)}`)));
}
const failed = ({ database }, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the query of the database ${database} failed: ${problem.slice(0, 300)}`, 'fix this error, then run the step again');
function raise(error) {
    throw error;
}


/***/ })

};
