export const id = 7954;
export const ids = [7954,4094];
export const modules = {

/***/ 4094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyContainer: () => (/* binding */ copyContainer),
/* harmony export */   copyPod: () => (/* binding */ copyPod),
/* harmony export */   copySocket: () => (/* binding */ copySocket),
/* harmony export */   dataOf: () => (/* binding */ dataOf),
/* harmony export */   ownPlace: () => (/* binding */ ownPlace),
/* harmony export */   restartCopy: () => (/* binding */ restartCopy),
/* harmony export */   startCopy: () => (/* binding */ startCopy),
/* harmony export */   stopCopy: () => (/* binding */ stopCopy),
/* harmony export */   volumeFolder: () => (/* binding */ volumeFolder)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const ownPlace = { folder: 'pg', archives: false };
const copyContainer = 'postgres';
const volumeFolder = '/slipway/data';
const dataOf = ({ folder }) => `${volumeFolder}/${folder}`;
const copySocket = '/slipway/run';
const script = `d=$1 archive=$2 conf=$1/postgresql.conf hba=$1/pg_hba.conf ident=$1/pg_ident.conf
mkdir -p $d ${copySocket}/spool && chmod 700 $d
until [ -e $d.ready ]; do sleep 0.2; done
if ! [ -e $conf ]; then
  conf=${copySocket}/postgresql.conf
  for each in max_connections max_worker_processes max_wal_senders; do
    pg_controldata $d | sed -n "s/^$each setting: */$each = /p"
  done > $conf
  pg_controldata $d | sed -n 's/^max_prepared_xacts setting: */max_prepared_transactions = /p;
    s/^max_locks_per_xact setting: */max_locks_per_transaction = /p' >> $conf
fi
if ! [ -e $hba ]; then
  hba=${copySocket}/pg_hba.conf
  printf 'local all all trust\\nhost all all all scram-sha-256\\n' > $hba
fi
if ! [ -e $ident ]; then
  ident=${copySocket}/pg_ident.conf
  : > $ident
fi
while :; do
  rm -f $d.again
  postgres -D $d \\
    -c config_file=$conf -c data_directory=$d -c hba_file=$hba -c ident_file=$ident -c external_pid_file= \\
    -c unix_socket_directories=${copySocket} -c listen_addresses=* -c port=5432 -c ssl=off \\
    -c archive_mode=$archive -c archive_command=false -c synchronous_standby_names= \\
    -c primary_conninfo= -c primary_slot_name= -c hot_standby=on -c logging_collector=off -c log_destination=stderr &
  server=$!
  trap 'kill -INT $server' TERM
  code=0
  wait $server || code=$?
  [ -e $d.again ] || exit $code
done`;
const startCopy = (data) => ['touch', `${data}.ready`];
const restartCopy = (data) => [
    ['touch', `${data}.again`],
    ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];
const stopCopy = (data) => [
    ['rm', '-f', `${data}.ready`, `${data}.again`],
    ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];
function copyPod(copy) {
    const { name, namespace, labels, template, volume, place = ownPlace } = copy;
    const source = containerOf(template, copy.container);
    const volumes = (template.volumes ?? []).filter(each => isConfiguration(each, copy.configuration));
    const kept = new Set(volumes.map(each => each.name));
    const mounts = (source.volumeMounts ?? []).filter(each => kept.has(each.name));
    const env = (source.env ?? []).filter(({ valueFrom }) => {
        const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
        const reads = [
            ...(secretKeyRef === undefined ? [] : [{ kind: 'Secret', name: secretKeyRef.name }]),
            ...(configMapKeyRef === undefined ? [] : [{ kind: 'ConfigMap', name: configMapKeyRef.name }]),
        ];
        return reads.every(({ kind, name: of }) => copy.configuration.some(each => each.kind === kind && each.name === of));
    });
    const { securityContext, imagePullSecrets, nodeSelector, tolerations } = template;
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace, labels: { ...labels } },
        spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 5,
            ...(securityContext === undefined ? {} : { securityContext }),
            ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
            ...(nodeSelector === undefined ? {} : { nodeSelector }),
            ...(tolerations === undefined ? {} : { tolerations }),
            containers: [
                {
                    name: copyContainer,
                    ...(source.image === undefined ? {} : { image: source.image }),
                    command: ['/bin/sh', '-ec', script, copyContainer, dataOf(place), place.archives ? 'on' : 'off'],
                    env: [...env, { name: 'PGBACKREST_SPOOL_PATH', value: `${copySocket}/spool` }],
                    ...(source.resources === undefined ? {} : { resources: source.resources }),
                    ...(source.securityContext === undefined ? {} : { securityContext: source.securityContext }),
                    volumeMounts: [
                        ...mounts,
                        { name: volume.name, mountPath: volumeFolder },
                        { name: 'slipway-run', mountPath: copySocket },
                    ],
                },
            ],
            volumes: [...volumes, volume, { name: 'slipway-run', emptyDir: {} }],
        },
    };
}
function containerOf({ containers }, name) {
    const found = name === undefined ? containers[0] : containers.find(each => each.name === name);
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the workload of the database has no container ${name ?? ''}`.trimEnd(), `name one of ${containers.map(each => each.name).join(', ')} as \`container\` in slipway.yml`);
}
function isConfiguration({ secret, configMap, projected }, configuration) {
    const has = (kind, name) => configuration.some(each => each.kind === kind && each.name === name);
    if (secret !== undefined)
        return has('Secret', secret.secretName);
    if (configMap !== undefined)
        return has('ConfigMap', configMap.name);
    const sources = projected?.sources ?? [];
    return (sources.length > 0 &&
        sources.every(each => has('Secret', each.secret?.name) || has('ConfigMap', each.configMap?.name)));
}


/***/ }),

/***/ 1666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YT: () => (/* binding */ everything),
/* harmony export */   aC: () => (/* binding */ inventoryScript)
/* harmony export */ });
/* unused harmony export pinned */
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1014);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1924);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6677);



const everything = { tables: [] };
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
};
function inventoryScript(sampling, pausing) {
    return [
        ...Object.entries(pinned).map(([name, value]) => `set ${name} = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(value)};`),
        ...(pausing === undefined ? [] : [pauseScript(pausing)]),
        'begin isolation level repeatable read read only;',
        ...(pausing === undefined ? [] : [placeQuery]),
        serverQuery,
        leftOutQuery,
        tableQueries(sampling),
        largeObjectQuery,
        _migrations_js__WEBPACK_IMPORTED_MODULE_1__/* .migrationScript */ .g,
        _markers_js__WEBPACK_IMPORTED_MODULE_0__/* .newestMarkerScript */ .o_,
        'commit;',
        `select json_build_object('kind', 'end');`,
    ].join('\n');
}
const pauseScript = (patience) => `select json_build_object('kind', 'pausing') from pg_wal_replay_pause();
do $$ begin
  for i in 1..${Math.max(1, Math.ceil(patience / 100))} loop
    exit when pg_get_wal_replay_pause_state() = 'paused';
    perform pg_sleep(0.1);
  end loop;
end $$;`;
const placeQuery = `select json_build_object('kind', 'place', 'pause', pg_get_wal_replay_pause_state(),
  'lsn', pg_last_wal_replay_lsn()::text, 'timeline', coalesce(
    (select received_tli from pg_stat_wal_receiver where status = 'streaming'),
    (select greatest(c.timeline_id, r.min_recovery_end_timeline) from pg_control_checkpoint() c, pg_control_recovery() r)));`;
const serverQuery = `select json_build_object('kind', 'server', 'database', current_database(),
  'version', split_part(current_setting('server_version'), ' ', 1));`;
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
function tableQueries(sampling) {
    return `${relations}, tables as (
  select *, format('%s%I.%I', case relkind when 'p' then '' else 'only ' end, nspname, relname) as source,
    ${shareOf(sampling)} as percent
  from relations
  where not of_extension and relpersistence = 'p' and case
    when relkind = 'f' then false
    when root in (select root from mixed) then relkind = 'r'
    else not relispartition end
), parts as (
  select t.oid, k.place, format('k.%I', a.attname) as field,
    format('k.%I%s', a.attname, case when a.attcollation <> 0 then ' collate "C"' else '' end) as ordered
  from tables t
  join pg_index i on i.indrelid = t.oid and i.indisprimary
  cross join unnest(i.indkey::int2[]) with ordinality k (number, place)
  join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
), keys as (
  select oid, case when count(*) = 1 then min(field) else 'row(' || string_agg(field, ', ' order by place) || ')' end as value,
    string_agg(ordered || ' asc', ', ' order by place) as first, string_agg(ordered || ' desc', ', ' order by place) as last
  from parts group by oid
), queries as (
  select t.*,
    case when k.oid is null then 'null' else format('(select (%s)::text from %s k order by %s limit 1)', value, source, first) end as min,
    case when k.oid is null then 'null' else format('(select (%s)::text from %s k order by %s limit 1)', value, source, last) end as max
  from tables t left join keys k using (oid)
)
select format('select json_build_object(''kind'', ''table'', ''schema'', %L, ''name'', %L, ''rows'', count(*), ''percent'', %L::numeric,
  ''min'', %s, ''max'', %s, ''hash'', %s) from %s r',
  nspname, relname, percent,
  min, max,
  case when percent is null then hash else format('(select %s from %s r tablesample system (%s) repeatable (0))', hash, source, percent) end,
  source)
from queries, (values ('coalesce(sum(hashtextextended((r.*)::text, 0)), 0)::text')) h (hash)
order by nspname, relname \\gexec`;
}
function shareOf(sampling) {
    if ('tables' in sampling) {
        const cases = sampling.tables.map(({ schema, name, percent }) => `when nspname = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(schema)} and relname = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(name)} then ${share(percent)}`);
        return cases.length === 0 ? 'null::numeric' : `case ${cases.join(' ')} end`;
    }
    const size = `(select sum(pg_relation_size(p.relid)) from pg_partition_tree(oid) p)`;
    const bytes = Math.floor(sampling.above);
    return `case when coalesce(${size}, pg_relation_size(oid)) > ${bytes} then ${share(sampling.percent)} end`;
}
function share(percent) {
    if (!(percent > 0 && percent <= 100))
        throw new RangeError(`a sample of ${percent} %`);
    return `${percent}::numeric`;
}
const largeObjectQuery = `select $q$select json_build_object('kind', 'table', 'schema', 'pg_catalog', 'name', 'pg_largeobject',
  'rows', count(*), 'min', min(loid)::text, 'max', max(loid)::text,
  'hash', coalesce(sum(hashtextextended((r.*)::text, 0)), 0)::text) from pg_largeobject r$q$
where exists (select from pg_largeobject_metadata) \\gexec`;


/***/ }),

/***/ 845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ sampledIn),
/* harmony export */   O1: () => (/* binding */ takeInventory),
/* harmony export */   o8: () => (/* binding */ inventoryOf),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1666);
/* harmony import */ var _migrations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1924);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6677);




async function takeInventory(exec, connection, { sampling = _inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .everything */ .YT, signal } = {}) {
    return inventoryOf(await (0,_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsOf */ .RO)(exec, connection, (0,_inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .inventoryScript */ .aC)(sampling), signal));
}
function inventoryOf(rows) {
    const of = (kind) => rows.filter(each => each.kind === kind);
    const [server] = of('server');
    if (server === undefined || rows.at(-1)?.kind !== 'end')
        throw notWhole('it ended early');
    const migration = (0,_migrations_js__WEBPACK_IMPORTED_MODULE_2__/* .migrationOf */ .I)(rows);
    const marker = of('marker')[0]?.seq;
    return {
        database: text(server, 'database'),
        server: text(server, 'version'),
        tables: of('table').map(tableOf),
        leftOut: of('left-out').map(leftOutOf),
        ...(migration === undefined ? {} : { migration }),
        ...(typeof marker === 'number' ? { newestMarker: marker } : {}),
    };
}
function databaseOf({ database, server, tables, migration, newestMarker }, place) {
    return {
        name: database,
        server,
        ...place,
        tables: [...tables],
        ...(migration === undefined ? {} : { migration }),
        ...(newestMarker === undefined ? {} : { newestMarker }),
    };
}
function sampledIn(tables) {
    return {
        tables: tables.flatMap(({ schema, name, sampled }) => sampled === undefined ? [] : [{ schema, name, percent: sampled }]),
    };
}
function tableOf(row) {
    const { rows, min, max, percent } = row;
    if (!Number.isSafeInteger(rows))
        throw notWhole(`no rows of ${row.schema}.${row.name}`);
    return {
        schema: text(row, 'schema'),
        name: text(row, 'name'),
        rows: Number(rows),
        ...(isTellable(min) && isTellable(max) ? { key: { min, max } } : {}),
        hash: text(row, 'hash'),
        ...(typeof percent === 'number' ? { sampled: percent } : {}),
    };
}
function leftOutOf(row) {
    const { why } = row;
    if (why !== 'foreign' && why !== 'unlogged' && why !== 'extension')
        throw notWhole(`left out as ${why}`);
    return { schema: text(row, 'schema'), name: text(row, 'name'), why };
}
function text(row, key) {
    const value = row[key];
    if (typeof value !== 'string')
        throw notWhole(`no ${key} of ${row.kind}`);
    return value;
}
const notWhole = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the inventory of the database is not whole: ${problem}`, 'look at the log of the database and run it again');
const isTellable = (key) => typeof key === 'string' && /^(-?\d+|\d{4}-\d\d-\d\d[ T0-9:.+-]*)$/.test(key);


/***/ }),

/***/ 1014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ markersOf),
/* harmony export */   Km: () => (/* binding */ createMarkers),
/* harmony export */   QY: () => (/* binding */ insertMarker),
/* harmony export */   V: () => (/* binding */ isAcknowledged),
/* harmony export */   Yw: () => (/* binding */ deletionOf),
/* harmony export */   jl: () => (/* binding */ deleteMarkers),
/* harmony export */   mC: () => (/* binding */ readMarkers),
/* harmony export */   o_: () => (/* binding */ newestMarkerScript)
/* harmony export */ });
/* unused harmony exports cleanMarkers, dropMarkers */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(630);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7462);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6677);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6401);





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
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the database did not say where in its log the markers were deleted', 'run the drill again');
    return { before: begin, after: end, xid: String(xid), at: String(at), deleted };
}
function readMarkers(runId, since) {
    if (!Number.isSafeInteger(since) || since < 0)
        throw new RangeError(`markers since ${since}`);
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
        throw new RangeError(`markers before ${before}`);
    return `delete from slipway_dr.marker where run_id in (
  select run_id from slipway_dr.marker group by run_id having max(sent_at) < ${before});`;
}
const dropMarkers = 'drop schema if exists slipway_dr cascade;';


/***/ }),

/***/ 1924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ migrationOf),
/* harmony export */   g: () => (/* binding */ migrationScript)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(630);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6677);


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

/***/ 7954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkIndexes: () => (/* binding */ checkIndexes),
  restoreInto: () => (/* binding */ restoreInto)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var toolkit_count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/recovery/differences.js

function compare(expected, found) {
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
function ofDatabase(expected, databases) {
    const { name } = expected;
    const found = databases.find(each => each.name === name);
    if (found === undefined)
        return [{ kind: 'missing-database', name, sentence: `the database ${name} is missing` }];
    const changed = (kind, what, now, then) => now === then
        ? []
        : [
            {
                kind,
                name,
                sentence: `${what} of ${name} is ${now ?? 'not there'}, and was ${then ?? 'not there'}`,
            },
        ];
    return [
        ...changed('server-version', 'the PostgreSQL', majorOf(found.server), majorOf(expected.server)),
        ...changed('schema-version', 'the schema version', found.migration, expected.migration),
        ...changed('marker', 'the newest marker', found.newestMarker, expected.newestMarker),
        ...expected.tables.flatMap(each => ofTable(name, each, tableIn(found, each))),
        ...found.tables
            .filter(each => tableIn(expected, each) === undefined)
            .map((each) => {
            const path = pathOf(name, each);
            const sentence = `the table ${path} was not in the backup: the copy was not empty before`;
            return { kind: 'unexpected-table', name: path, sentence };
        }),
    ];
}
function ofTable(database, expected, found) {
    const name = pathOf(database, expected);
    const difference = (kind, sentence) => [{ kind, name, sentence }];
    if (found === undefined)
        return difference('missing-table', `the table ${name} is missing`);
    const rows = (0,toolkit_count/* counted */.h)(expected.rows, 'row');
    if (found.rows === 0 && expected.rows > 0)
        return difference('empty-table', `the table ${name} is empty, and had ${rows}`);
    if (found.rows !== expected.rows)
        return difference('row-count', `the table ${name} has ${(0,toolkit_count/* counted */.h)(found.rows, 'row')}, and had ${expected.rows}`);
    const [now, then] = [found.key, expected.key];
    if (now?.min !== then?.min || now?.max !== then?.max)
        return difference('key-range', `the keys of the table ${name} are ${rangeOf(found)}, and were ${rangeOf(expected)}`);
    if (hashesDiffer(expected, found))
        return difference('content', `the table ${name} has its ${rows}, and not what was in them`);
    return [];
}
const hashesDiffer = (then, now) => areComparable(then, now) && then.hash !== now.hash;
const areComparable = (then, now) => then.hash !== undefined && now.hash !== undefined && then.sampled === now.sampled;
function uncompared(expected, databases) {
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
function ofStores(expected, stores) {
    return expected.objectStores.flatMap(({ name, count, hash }) => {
        const found = stores.find(each => each.name === name);
        if (found === undefined)
            return [{ kind: 'missing-object-store', name, sentence: `the object store ${name} is missing` }];
        const objects = (0,toolkit_count/* counted */.h)(found.count, 'object');
        if (found.count !== count)
            return [
                { kind: 'object-count', name, sentence: `the object store ${name} has ${objects}, and had ${count}` },
            ];
        if (found.hash === hash)
            return [];
        return [
            {
                kind: 'object-content',
                name,
                sentence: `the object store ${name} has its ${objects}, and not as they were`,
            },
        ];
    });
}
function ofVolumes(expected, volumes) {
    return expected.volumes
        .filter(({ covered }) => covered !== 'not-needed')
        .flatMap((volume) => {
        const { namespace, claim, covered } = volume;
        const name = `${namespace}/${claim}`;
        const found = volumeIn(volumes, volume);
        if (covered === 'not')
            return [{ kind: 'volume', name, sentence: `the volume ${name} was not covered by the backup` }];
        if (found === undefined)
            return [{ kind: 'volume', name, sentence: `the volume ${name} is missing` }];
        if (found.covered === covered)
            return ofFiles(name, volume.files, found.files);
        return [
            {
                kind: 'volume',
                name,
                sentence: `the volume ${name} is there and was not restored from its ${covered}`,
            },
        ];
    });
}
function ofFiles(name, then, now) {
    if (then === undefined || now === undefined || now.hash === then.hash)
        return [];
    const files = (0,toolkit_count/* counted */.h)(now.count, 'file');
    if (now.count !== then.count)
        return [{ kind: 'file-count', name, sentence: `the volume ${name} has ${files}, and had ${then.count}` }];
    return [
        { kind: 'file-content', name, sentence: `the volume ${name} has its ${files}, and not as they were` },
    ];
}
function uncomparedFiles(expected, volumes) {
    return expected.volumes
        .filter(each => each.files !== undefined)
        .filter(each => {
        const now = volumeIn(volumes, each);
        return now !== undefined && now.files === undefined;
    })
        .map(({ namespace, claim }) => `the files of ${namespace}/${claim}`);
}
function ofObjects({ clusterObjects: expected }, found) {
    return Object.entries(expected)
        .filter(([kind, count]) => (found[kind] ?? 0) < count)
        .map(([kind, count]) => ({
        kind: 'cluster-objects',
        name: kind,
        sentence: `${found[kind] ?? 0} of the kind ${kind} are there, and ${count} were`,
    }));
}
function missing(kind, what, expected, found) {
    const there = new Set(found);
    return expected
        .filter(name => !there.has(name))
        .map(name => ({ kind, name, sentence: `${what} ${name} is missing` }));
}
const volumeIn = (volumes, { namespace, claim }) => volumes.find(each => each.namespace === namespace && each.claim === claim);
const tableIn = ({ tables }, { schema, name }) => tables.find(each => each.schema === schema && each.name === name);
const pathOf = (database, { schema, name }) => `${database}.${schema}.${name}`;
const rangeOf = ({ key }) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/copy-pod.js
var copy_pod = __webpack_require__(4094);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory.js
var postgres_inventory = __webpack_require__(845);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/restoring.js + 2 modules
var restoring = __webpack_require__(1898);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(6401);
;// CONCATENATED MODULE: ./.build/js/src/recovery/restore.js





async function restoreInto(task) {
    const { copy, expected, place } = task;
    const counted = expected?.manifest.databases.find(({ name }) => name === expected.name);
    const lsn = counted && (0,wal.parseLsn)(counted.lsn);
    let comparison;
    const connection = { database: task.database, host: copy_pod.copySocket };
    const database = await (0,restoring.restoreDatabase)({
        ...task,
        ...copy,
        connection,
        ...(counted === undefined || lsn === undefined || expected === undefined
            ? {}
            : {
                stopOver: {
                    lsn,
                    at: expected.manifest.at,
                    look: async () => {
                        comparison = await compareWith(counted, task, connection);
                    },
                },
            }),
    });
    const { target } = task;
    if (counted !== undefined && target.kind === 'lsn' && target.exclusive && target.lsn === lsn)
        comparison = await task.during('verify', () => compareWith(counted, task, connection));
    const ended = {
        level: 'L2',
        what: `recovery of ${place.stanza}`,
        ...(database.deviations.length === 0
            ? { state: 'passed', sentence: `ended at ${database.reached}, as it was told to` }
            : { state: 'failed', sentence: database.deviations.map(({ sentence }) => sentence).join('; ') }),
    };
    return { database, comparison, rungs: [ended, ...contentRungs(counted, comparison)] };
}
async function compareWith(counted, { copy, report, signal }, connection) {
    report(`comparing with what was counted at ${counted.lsn}`);
    const inventory = await (0,postgres_inventory/* takeInventory */.O1)(copy.exec, connection, {
        sampling: (0,postgres_inventory/* sampledIn */.Ag)(counted.tables),
        signal,
    });
    const { lsn, timeline, backups, name } = counted;
    const found = { ...(0,postgres_inventory/* databaseOf */.zJ)(inventory, { lsn, timeline, backups }), name };
    const whole = { ...nothingElse, databases: [counted] };
    return compare(whole, { databases: [found] });
}
const nothingElse = {
    ...{ schema: 1, at: 0, by: { run: '-', actor: '-' }, databases: [], objectStores: [], volumes: [] },
    ...{ clusterObjects: {}, images: [], secrets: [], tools: {} },
};
function contentRungs(counted, comparison) {
    const what = `content of ${counted?.name ?? 'the database'}`;
    if (counted === undefined || comparison === undefined)
        return [
            { level: 'L3', what, state: 'skipped', sentence: 'nothing was counted that it could be compared with' },
        ];
    const { differences } = comparison;
    const rows = counted.tables.reduce((sum, each) => sum + each.rows, 0);
    const [first] = differences;
    if (first === undefined)
        return [
            {
                level: 'L3',
                what,
                state: 'passed',
                sentence: `${counted.tables.length} tables with ${rows} rows, all as counted`,
            },
        ];
    const more = differences.length === 1 ? '' : `, and ${differences.length - 1} more`;
    return [{ level: 'L3', what, state: 'failed', sentence: `${first.sentence}${more}` }];
}
async function checkIndexes({ copy, database, report, signal, }) {
    const command = ['pg_amcheck', `--host=${copy_pod.copySocket}`, `--database=${database}`, '--install-missing'];
    const { code, stdout, stderr } = await copy.exec([...command, '--heapallindexed', '--parent-check'], {
        signal,
    });
    const said = `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '');
    if (code === 127 || said.some(line => /could not open extension control file/.test(line))) {
        report('indexes are not checked: the image is without pg_amcheck');
        return [];
    }
    const what = `indexes of ${database}`;
    if (code === 0)
        return [{ level: 'L3', what, state: 'passed', sentence: 'each leads to all rows of its table' }];
    return [{ level: 'L3', what, state: 'failed', sentence: (said[0] ?? 'pg_amcheck failed').slice(0, 300) }];
}


/***/ })

};
