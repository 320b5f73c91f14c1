export const id = 6653;
export const ids = [6653];
export const modules = {

/***/ 46653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   columnsIn: () => (/* binding */ columnsIn)
/* harmony export */ });
/* harmony import */ var _recovery_masking_sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31856);
/* harmony import */ var _recovery_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16677);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




async function columnsIn(session, declared) {
    await session.rows('reset search_path;');
    const columns = [];
    for (const each of declared)
        columns.push(await columnIn(session, each));
    await session.rows('set search_path = pg_catalog;');
    return columns.filter(({ name }, index) => columns.findIndex(other => other.name === name) === index);
}
async function columnIn(session, { table, column }) {
    const [found] = await session.rows(`select json_build_object('schema', n.nspname, 'table', c.relname,
  'text', t.typcategory = 'S', 'type', pg_catalog.format_type(a.atttypid, null),
  'key', (select pg_catalog.json_agg(k.attname order by at.place) from pg_catalog.pg_index i
    cross join pg_catalog.unnest(i.indkey) with ordinality at (number, place)
    join pg_catalog.pg_attribute k on k.attrelid = c.oid and k.attnum = at.number
    where i.indrelid = c.oid and i.indisprimary))
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_type t on t.oid = a.atttypid
where c.oid = pg_catalog.to_regclass(${(0,_recovery_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(table)}) and c.relkind in ('r', 'p') and a.attname = ${(0,_recovery_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(column)};`);
    if (found === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the encrypted column ${table}.${column} does not exist`, 'correct `drills.encrypted` in slipway.yml, and write the schema if it is not on the search path');
    if (found.text !== true)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the encrypted column ${table}.${column} has the type ${found.type}`, 'declare only columns of text');
    const [schema, name] = [String(found.schema), String(found.table)];
    return {
        name: `${schema}.${name}.${column}`,
        table: `${(0,_recovery_masking_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(schema)}.${(0,_recovery_masking_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)}`,
        column: (0,_recovery_masking_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(column),
        key: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)(found.key).map(_recovery_masking_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL),
    };
}


/***/ }),

/***/ 58258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ catalogQuery),
/* harmony export */   X: () => (/* binding */ pathOf)
/* harmony export */ });
const pathOf = ({ schema, table, column }) => `${schema}.${table}.${column}`;
const catalogQuery = `
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


/***/ }),

/***/ 31856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ maskingSql),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   U$: () => (/* binding */ proofSentence)
/* harmony export */ });
/* unused harmony export padsOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58258);



function maskingSql(plan, key) {
    if (key.length < 32)
        throw new RangeError(`a key of ${key.length} bytes`);
    const tables = [...Map.groupBy(plan.masked, ({ column }) => tableOf(column))];
    return {
        statements: [
            ...preparation(key),
            ...plan.masked.map(({ column }) => remember(column)),
            ...tables.map(([table, masked]) => update(table, masked)),
        ].map(each => (typeof each === 'string' ? { sql: each, values: [] } : each)),
        proofs: [...plan.masked.map(survivors), ...plan.joins.map(orphans), ...plan.kept.map(elsewhere)],
        scrub: [
            ...plan.drops.map(name => `drop database ${quoted(name)} with (force)`),
            ...tables.map(([table]) => `vacuum (full, analyze) ${table}`),
            ...plan.materialisedViews.flatMap(({ schema, name }) => {
                const view = `${quoted(schema)}.${quoted(name)}`;
                return [`refresh materialized view ${view}`, `analyze ${view}`];
            }),
            'checkpoint',
        ],
    };
}
function proofSentence({ kind, of }, count) {
    switch (kind) {
        case 'survives':
            return `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'row')} of ${of} still hold an original value`;
        case 'does-not-join':
            return `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'row')} of the foreign key ${of} have nothing to join`;
        case 'elsewhere':
            return `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'row')} of ${of} hold a value that is masked in another column; mask it too`;
    }
}
function quoted(identifier) {
    if (identifier === '' || identifier.includes('\0'))
        throw new RangeError(`not an identifier: ${identifier}`);
    return `"${identifier.replaceAll('"', '""')}"`;
}
function preparation(key) {
    const { inner, outer } = padsOf(key);
    return [
        'set local search_path = pg_catalog, pg_temp',
        "set local log_statement = 'none'",
        'set local log_min_duration_statement = -1',
        'set local log_min_error_statement = panic',
        'set local session_replication_role = replica',
        {
            sql: "select set_config('slipway.masking_inner', $1, true) is null, set_config('slipway.masking_outer', $2, true) is null",
            values: [inner, outer],
        },
        `create or replace function pg_temp.slipway_digest(purpose text, value text) returns bytea language sql stable as $body$
  select sha256(decode(current_setting('slipway.masking_outer'), 'hex')
    || sha256(decode(current_setting('slipway.masking_inner'), 'hex') || convert_to(purpose || ':' || value, 'UTF8')))
$body$`,
        'create temporary table slipway_originals (digest bytea not null) on commit drop',
    ];
}
function padsOf(key) {
    const block = Buffer.alloc(64);
    block.set(key.length > 64 ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest() : key);
    const mixed = (byte) => Buffer.from(block.map(each => each ^ byte)).toString('hex');
    return { inner: mixed(0x36), outer: mixed(0x5c) };
}
function remember(column) {
    return `insert into pg_temp.slipway_originals
  select distinct ${digestOf('proof', column)} from ${tableOf(column)} where ${quoted(column.column)} is not null`;
}
function update(table, masked) {
    const set = masked.map(each => `${quoted(each.column.column)} = ${maskOf(each)}`);
    return `update ${table} set\n  ${set.join(',\n  ')}`;
}
const givenNames = ['Alex', 'Bo', 'Charlie', 'Dana', 'Eli', 'Finn', 'Gray', 'Harper'];
const familyNames = ['Ash', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Linden', 'Maple', 'Rowan'];
function maskOf({ column, strategy }) {
    const digest = digestOf(strategy, column);
    const hex = (digits) => `left(encode(${digest}, 'hex'), ${digits})`;
    const oneOf = (names, byte) => `(array[${names.map(each => `'${each}'`).join(', ')}])[1 + get_byte(${digest}, ${byte}) % ${names.length}]`;
    switch (strategy) {
        case 'null':
            return 'null';
        case 'hash':
            if (column.type === 'bytea')
                return digest;
            return column.type === 'uuid' ? `${hex(32)}::uuid` : hex(32);
        case 'fake-name':
            return `${oneOf(givenNames, 30)} || ' ' || ${oneOf(familyNames, 31)} || '-' || ${hex(16)}`;
        case 'fake-email':
            return `'user-' || ${hex(20)} || '@example.invalid'`;
        case 'fake-phone':
            return `'+999' || lpad((('x' || ${hex(12)})::bit(48)::bigint % 10000000000)::text, 10, '0')`;
        case 'fake-text':
            return `'masked ' || ${hex(16)}`;
    }
}
function survivors({ column, strategy }) {
    const isThere = `${quoted(column.column)} is not null`;
    const among = strategy === 'null'
        ? ''
        : ` and ${digestOf('proof', column)} in (select digest from pg_temp.slipway_originals)`;
    const sql = `select count(*) from ${tableOf(column)} where ${isThere}${among}`;
    return { kind: 'survives', of: (0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .X)(column), required: true, sql };
}
function orphans({ name, from, to }) {
    const there = from.columns.map(column => `f.${quoted(column)} is not null`);
    const same = from.columns.map((column, index) => `t.${quoted(to.columns[index] ?? '')} = f.${quoted(column)}`);
    const parents = `select from ${tableOf(to)} t where ${same.join(' and ')}`;
    const sql = `select count(*) from ${tableOf(from)} f where ${there.join(' and ')} and not exists (${parents})`;
    return { kind: 'does-not-join', of: `${from.schema}.${from.table}.${name}`, required: true, sql };
}
const shortest = 6;
function elsewhere(column) {
    const value = textOf(column);
    const among = `${digestOf('proof', column)} in (select digest from pg_temp.slipway_originals)`;
    const sql = `select count(*) from ${tableOf(column)} where length(${value}) >= ${shortest} and ${among}`;
    return { kind: 'elsewhere', of: (0,_catalog_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .X)(column), required: false, sql };
}
const tableOf = ({ schema, table }) => `${quoted(schema)}.${quoted(table)}`;
function textOf({ column, type }) {
    const name = quoted(column);
    if (type === 'bytea')
        return `encode(${name}, 'hex')`;
    return type === 'citext' ? `lower(${name}::text)` : `${name}::text`;
}
const digestOf = (purpose, column) => `pg_temp.slipway_digest('${purpose}', ${textOf(column)})`;


/***/ })

};
