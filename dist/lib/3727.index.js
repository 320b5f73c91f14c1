export const id = 3727;
export const ids = [3727,7462,5543,6401,5081,5274];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    return parseSha256((await digestOfFile(file, 'sha256')) ?? '');
}
async function digestOfFile(file, algorithm) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 22724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lookUntil),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25726);

async function within(patience, work) {
    const fault = `no answer within ${patience} ms`;
    const giving = new AbortController();
    const late = new Promise(resolve => {
        giving.signal.addEventListener('abort', () => resolve({ fault }));
    });
    const timer = setTimeout(() => giving.abort(), patience);
    try {
        const working = work(giving.signal).then(answer => ({ answer }));
        working.catch(() => undefined);
        return await Promise.race([working, late]);
    }
    catch (error) {
        if (giving.signal.aborted)
            return { fault };
        return { fault: (error instanceof Error ? error.message : String(error)) || 'it failed' };
    }
    finally {
        clearTimeout(timer);
    }
}
async function lookUntil(look, isEnough, { pace, signal, every = pace.probes.every, end, now }) {
    for (;;) {
        const found = await look();
        if (isEnough(found) || now() >= end)
            return found;
        await pause(every, signal);
    }
}
const pause = (ms, signal) => (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(ms, { signal });


/***/ }),

/***/ 14359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ii: () => (/* binding */ guardCommits),
/* harmony export */   is: () => (/* binding */ waitsFor),
/* harmony export */   lS: () => (/* binding */ setElsewhere)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56428);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16677);




function setElsewhere(...values) {
    const settings = `array[${values.map(each => `'synchronous_commit=${each}'`).join(', ')}]`;
    return `(exists (select from pg_db_role_setting where setconfig && ${settings})
    or exists (select from pg_proc where proconfig && ${settings}))`;
}
const settingsQuery = `select json_build_object(
  'synchronous', current_setting('synchronous_standby_names') <> '',
  'applies', exists (select from pg_settings where name = 'synchronous_commit' and 'remote_apply' in (setting, reset_val))
    or exists (select from pg_file_settings where name = 'synchronous_commit' and setting = 'remote_apply')
    or ${setElsewhere('remote_apply')});`;
async function waitsFor({ primary, connection }, isSynchronous, signal) {
    const [row = {}] = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .RO)(primary, connection, settingsQuery, signal);
    if (row.synchronous !== true)
        return 'none';
    return isSynchronous && row.applies === true ? 'apply' : 'seldom';
}
const waitingQuery = `select json_build_object('commits', coalesce(json_agg(pid || ' ' || xact_start), '[]'))
from pg_stat_activity where wait_event = 'SyncRep' and xact_start is not null;`;
const releaseScript = `select json_build_object() from pg_wal_replay_resume();
select json_build_object('ended', pg_cancel_backend(pid)) from pg_stat_activity
where application_name = '${_inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .counting */ .Mr}' and exists (select from pg_stat_activity where backend_type = 'startup'
  and (wait_event like 'RecoveryConflict%' or wait_event_type in ('Lock', 'BufferPin')));`;
const interval = 1000;
const patience = 5_000;
async function guardCommits(replicas, ended, sleep) {
    const { standby, connection } = replicas;
    const aborted = new Promise(resolve => ended.addEventListener('abort', resolve, { once: true }));
    let released = false;
    let before = [];
    for (;;) {
        await Promise.race([sleep(interval), aborted]);
        if (ended.aborted)
            return released;
        const now = await waitingCommits(replicas, ended);
        if (ended.aborted)
            return released;
        if (now === undefined || now.some(commit => before?.includes(commit))) {
            released = true;
            await answered(ended, signal => (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .RO)(standby, connection, releaseScript, signal));
        }
        before = now;
    }
}
async function waitingCommits({ primary, connection }, ended) {
    const rows = await answered(ended, signal => (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .RO)(primary, connection, waitingQuery, signal));
    return rows && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)(rows[0]?.commits);
}
async function answered(ended, ask) {
    const signal = AbortSignal.any([ended, AbortSignal.timeout(patience)]);
    const aborted = new Promise(resolve => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
    return Promise.race([ask(signal).catch(ignored), aborted]);
}
function ignored(error) {
    if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return undefined;
    throw error;
}


/***/ }),

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

/***/ 95543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ judgeReplication),
/* harmony export */   replicationFacts: () => (/* binding */ replicationFacts)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);


function judgeReplication(answer, declared, { zones = new Map(), bound = 'most' } = {}) {
    if ('unknown' in answer)
        return { verdict: 'unknown', problems: [answer.unknown], standbys: [] };
    if ('split' in answer)
        return { verdict: 'missing', problems: [answer.split], standbys: [] };
    const placed = answer.standbys.map(each => ({ ...each, zone: zones.get(each.address ?? '') }));
    const streaming = placed.filter(isStreaming).sort((a, b) => a.lag[bound] - b.lag[bound]);
    const missing = [
        ...lacking(declared, streaming, answer.unreachable),
        ...tooNear(declared, streaming, zones.get(answer.primary)),
    ];
    const behind = [...tooLate(declared, streaming, bound), ...notArchived(answer.archiving, declared)];
    return {
        verdict: missing.length > 0 ? 'missing' : behind.length > 0 ? 'behind' : 'ok',
        problems: [...missing, ...behind],
        standbys: placed.map(each => standbyText(each, bound)),
    };
}
const isStreaming = ({ state, bytes }) => state === 'streaming' && bytes !== undefined;
function replicationFacts(answer, zones) {
    if (!('primary' in answer))
        return { streaming: 0, apart: 0, archiving: false };
    const streaming = answer.standbys.filter(isStreaming);
    const own = zones.get(answer.primary);
    const isApart = ({ address = '' }) => {
        const zone = zones.get(address);
        return own !== undefined && zone !== undefined && zone !== own;
    };
    return {
        streaming: streaming.length,
        apart: streaming.filter(isApart).length,
        synchronous: streaming.filter(({ synchronous }) => synchronous).length,
        allWait: answer.allWait,
        archiving: answer.archiving.on,
    };
}
function lacking({ replicas }, streaming, unreachable) {
    const wanted = replicas.filter(({ mode }) => mode === 'synchronous').length;
    const synchronous = streaming.filter(each => each.synchronous);
    const names = streaming.map(({ name }) => name).join(' and ');
    const some = streaming.length === 1 ? `only ${names} streams` : `only ${names} stream`;
    if (streaming.length < replicas.length)
        return [
            `slipway.yml promises ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(replicas.length, 'standby')}, but ${streaming.length === 0 ? 'none streams' : some} WAL${[...unreachable].map(([pod, why]) => `; no answer from ${pod}: ${why}`).join('')}`,
        ];
    if (synchronous.length >= wanted)
        return [];
    return [
        `slipway.yml promises that commits wait for ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(wanted, 'standby')}, but they wait for ${synchronous.length === 0 ? 'none' : synchronous.length}`,
    ];
}
function tooNear({ replicas }, streaming, zone) {
    const near = streaming.filter(each => zone !== undefined && each.zone === zone);
    const promised = replicas.filter(({ survives }) => survives !== 'node').length;
    if (near.length === 0 || streaming.length - near.length >= promised)
        return [];
    return [
        `${near.map(({ name }) => name).join(' and ')} in zone ${zone} would be lost with the primary; slipway.yml promises ${promised} in another zone`,
    ];
}
function tooLate({ replicas }, streaming, bound) {
    const unlimited = replicas.filter(({ mode }) => mode === 'synchronous').length;
    const waitedFor = new Set(streaming
        .filter(({ synchronous }) => synchronous)
        .toReversed()
        .slice(0, unlimited));
    const others = streaming.filter(each => !waitedFor.has(each));
    return replicas
        .flatMap(({ mode, 'max-lag': limit = Number.POSITIVE_INFINITY }) => mode === 'asynchronous' ? limit : [])
        .sort((a, b) => a - b)
        .flatMap((limit, at) => {
        const standby = others[at];
        return standby === undefined || standby.lag[bound] <= limit
            ? []
            : [`the standby ${standbyText(standby, bound)}; slipway.yml allows ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(limit)}`];
    });
}
function notArchived({ on, failed, archived, waited }, { 'archive-timeout': timeout, 'archive-lag': lag }) {
    if (!on)
        return timeout === undefined ? [] : ['WAL is not archived: archive_mode is off'];
    const last = archived === undefined
        ? 'no WAL was ever archived'
        : `the last WAL was archived ${rounded(archived)} ago`;
    if (failed !== undefined)
        return [`WAL archiving fails: archive_command failed ${rounded(failed)} ago, and ${last}`];
    if (waited <= lag)
        return [];
    return [
        `WAL has waited ${rounded(waited)} to be archived, and archive-lag is ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(lag)}: ${last}`,
    ];
}
function standbyText({ name, state, synchronous, bytes, lag, zone }, bound) {
    const kind = `${synchronous ? 'synchronous' : 'asynchronous'}${zone === undefined ? '' : `, zone ${zone}`}`;
    if (state !== 'streaming')
        return `${name} (${kind}) does not stream WAL: its state is ${state}`;
    if (bytes === undefined)
        return `${name} (${kind}) has not reported yet`;
    if (bytes === 0)
        return `${name} (${kind}) has replayed everything`;
    return `${name} (${kind}) is ${rounded(lag[bound])} and ${(bytes / 1e6).toFixed(1)} MB behind`;
}
const rounded = (ms) => (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms < 1000 ? Math.round(ms) : Math.round(ms / 1000) * 1000);


/***/ }),

/***/ 63727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askReplication: () => (/* binding */ askReplication),
/* harmony export */   measureReplication: () => (/* binding */ measureReplication)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25726);
/* harmony import */ var _drill_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22724);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14359);
/* harmony import */ var _replication_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95543);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16677);






const query = `select json_build_object('standby', pg_is_in_recovery(),
  'standbys', case when pg_is_in_recovery() then '[]' else (select coalesce(json_agg(json_build_object(
      'name', r.application_name, 'address', host(r.client_addr), 'state', r.state,
      'synchronous', r.sync_state in ('sync', 'quorum'),
      'bytes', greatest(0, pg_wal_lsn_diff(pg_current_wal_lsn(), r.replay_lsn))::bigint,
      'lag', round(extract(epoch from r.replay_lag) * 1000),
      'reported', greatest(0, round(extract(epoch from clock_timestamp() - r.reply_time) * 1000)))
      order by r.application_name, r.pid), '[]')
    from pg_stat_replication r left join pg_replication_slots s on s.active_pid = r.pid
    where s.slot_type is distinct from 'logical' and r.application_name !~ 'pg_basebackup|pg_receivewal') end,
  'commits', current_setting('synchronous_commit') not in ('off', 'local')
    and not ${(0,_commits_js__WEBPACK_IMPORTED_MODULE_2__/* .setElsewhere */ .lS)('off', 'local')},
  'archiving', case when not pg_is_in_recovery() then (select json_build_object(
      'on', current_setting('archive_mode') <> 'off',
      'archived', round(extract(epoch from clock_timestamp() - last_archived_time) * 1000),
      'failed', case when last_failed_time > coalesce(last_archived_time, '-infinity')
        then round(extract(epoch from clock_timestamp() - last_failed_time) * 1000) end,
      'waited', (select greatest(0, round(extract(epoch from clock_timestamp() - min(modification)) * 1000))
        from pg_ls_archive_statusdir() where name ~ '^[0-9A-F]{24}[.]ready$'))
    from pg_stat_archiver) end);`;
const optional = zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig()
    .nullable()
    .transform(value => value ?? undefined);
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .discriminatedUnion */ .gMt('standby', [
    zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ standby: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(true) }),
    zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        standby: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(false),
        commits: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
        standbys: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
            name: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
            address: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
            state: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
            synchronous: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
            bytes: optional,
            lag: optional,
            reported: optional,
        })
            .transform(({ address, lag = 0, reported = 0, ...rest }) => {
            const isWhole = rest.bytes === 0;
            return {
                ...rest,
                address: address ?? undefined,
                lag: isWhole ? { least: 0, most: 0 } : { least: lag, most: lag + reported },
            };
        })),
        archiving: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
            on: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY(),
            archived: optional,
            failed: optional,
            waited: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig()
                .nullable()
                .transform(value => value ?? 0),
        }),
    }),
]);
async function askReplication(pods, connection, patience) {
    const answers = await Promise.all([...pods].map(async ([pod, exec]) => {
        const heard = await (0,_drill_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(patience, signal => (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(exec, connection, query, signal));
        const read = 'answer' in heard ? answerSchema.safeParse(heard.answer[0]) : undefined;
        const fault = 'fault' in heard ? heard.fault : 'it gave an unexpected answer';
        return read?.success ? { pod, ...read.data } : { pod, fault };
    }));
    const found = answers.flatMap(each => ('standby' in each ? [each] : []));
    const unreachable = new Map(answers.flatMap(({ pod, fault }) => (fault === undefined ? [] : [[pod, fault]])));
    const [primary, ...more] = found.filter(each => !each.standby);
    if (primary === undefined) {
        const why = [...unreachable].map(([pod, fault]) => `; ${pod}: ${fault}`).join('');
        return { unknown: `none of its pods is the primary${why}` };
    }
    if (more.length > 0)
        return {
            split: `it has more than one primary: ${[primary, ...more].map(({ pod }) => pod).join(', ')}`,
        };
    const standbyPods = found.filter(({ standby }) => standby).map(({ pod }) => pod);
    const { pod, standbys, archiving, commits: allWait } = primary;
    return { primary: pod, standbys, archiving, allWait, standbyPods, unreachable };
}
const nextReport = 12_000;
const measureReplication = (ask, declared, zones) => (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L5)({
    within: nextReport,
    delay: () => 1000,
    unfinished: ({ answer, verdict }) => verdict === 'behind' &&
        (0,_replication_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeReplication */ .A)(answer, declared, { zones, bound: 'least' }).verdict === 'ok',
}, async () => {
    const answer = await ask();
    return { answer, ...(0,_replication_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeReplication */ .A)(answer, declared, { zones }) };
});


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


/***/ }),

/***/ 26401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginOf: () => (/* binding */ beginOf),
/* harmony export */   compareSegments: () => (/* binding */ compareSegments),
/* harmony export */   formatLsn: () => (/* binding */ formatLsn),
/* harmony export */   historyName: () => (/* binding */ historyName),
/* harmony export */   next: () => (/* binding */ next),
/* harmony export */   parseLsn: () => (/* binding */ parseLsn),
/* harmony export */   parseSegment: () => (/* binding */ parseSegment),
/* harmony export */   parseSegmentSize: () => (/* binding */ parseSegmentSize),
/* harmony export */   parseWalFile: () => (/* binding */ parseWalFile),
/* harmony export */   segmentAt: () => (/* binding */ segmentAt),
/* harmony export */   segmentBefore: () => (/* binding */ segmentBefore),
/* harmony export */   segmentName: () => (/* binding */ segmentName),
/* harmony export */   usualSize: () => (/* binding */ usualSize)
/* harmony export */ });
const mebibyte = 1024 * 1024;
const usualSize = (16 * mebibyte);
function parseSegmentSize(bytes) {
    const possible = Number.isInteger(Math.log2(bytes)) && bytes >= mebibyte && bytes <= 1024 * mebibyte;
    return possible ? bytes : undefined;
}
function parseLsn(text) {
    const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
    if (high === undefined || low === undefined)
        return undefined;
    return ((BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`));
}
function formatLsn(lsn) {
    return `${hex(lsn >> 32n)}/${hex(lsn & 0xffffffffn)}`;
}
function segmentAt(timeline, lsn, size) {
    return { timeline, number: Number(lsn / BigInt(size)) };
}
function segmentBefore(timeline, lsn, size) {
    return segmentAt(timeline, (lsn === 0n ? lsn : lsn - 1n), size);
}
function beginOf({ number }, size) {
    return (BigInt(number) * BigInt(size));
}
const next = ({ timeline, number }) => ({ timeline, number: number + 1 });
function compareSegments(a, b) {
    return a.timeline - b.timeline || a.number - b.number;
}
function segmentName({ timeline, number }, size) {
    const each = perLog(size);
    return [timeline, Math.floor(number / each), number % each]
        .map(part => hex(part).padStart(8, '0'))
        .join('');
}
function parseSegment(name, size) {
    if (!name || !/^[0-9A-F]{24}$/.test(name))
        return undefined;
    const part = (from) => Number.parseInt(name.slice(from, from + 8), 16);
    const [timeline, log, rest] = [part(0), part(8), part(16)];
    if (timeline === 0 || rest >= perLog(size))
        return undefined;
    return { timeline, number: log * perLog(size) + rest };
}
const historyName = (timeline) => `${hex(timeline).padStart(8, '0')}.history`;
function parseWalFile(name, size) {
    const history = /^([0-9A-F]{8})\.history$/.exec(name)?.[1];
    if (history !== undefined)
        return { kind: 'history', timeline: Number.parseInt(history, 16) };
    const [, stem = '', ending = ''] = /^([0-9A-F]{24})(\.partial|\.[0-9A-F]{8}\.backup)?$/.exec(name) ?? [];
    const segment = parseSegment(stem, size);
    if (segment === undefined)
        return undefined;
    return { kind: ending === '' ? 'segment' : ending === '.partial' ? 'partial' : 'backup', segment };
}
const perLog = (size) => 2 ** 32 / size;
const hex = (value) => value.toString(16).toUpperCase();


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ })

};
