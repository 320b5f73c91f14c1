export const id = 8462;
export const ids = [8462];
export const modules = {

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
            'select pg_switch_wal()',
            'checkpoint',
        ],
    };
}
function proofSentence({ kind, of }, count) {
    switch (kind) {
        case 'survives':
            return `an original value is still in ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'row')} of ${of}`;
        case 'does-not-join':
            return `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'row')} ${count === 1 ? 'violates' : 'violate'} the foreign key ${of}`;
        case 'elsewhere':
            return `${of} has, in ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'row')}, a value that is masked in another column; mask ${of}, too`;
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


/***/ }),

/***/ 68462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mask: () => (/* binding */ mask)
});

// UNUSED EXPORTS: maskingScript

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var toolkit_map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/catalog.js
var recovery_catalog = __webpack_require__(58258);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/recovery/masking.js



const strategies = ['hash', 'null', 'fake-name', 'fake-email', 'fake-phone', 'fake-text', 'keep'];
function planMasking(map, catalog, others) {
    const columns = catalog.largeObjects ? [...catalog.columns, largeObjects] : catalog.columns;
    const isOther = (name) => others.some(each => each.name === name);
    const entries = Object.entries(map);
    const databases = new Map(entries.filter(([name]) => isOther(name)));
    for (const [name, written] of databases)
        if (written !== 'keep' && written !== 'drop')
            throw new errors/* UserError */.yo(`the masking map has an unknown strategy for the database ${name}: "${written}"`, 'write drop or keep');
    const chosen = new Map();
    for (const [path, written] of entries.filter(([name]) => !isOther(name))) {
        const column = columnAt(path, columns);
        if (chosen.has(column))
            throw new errors/* UserError */.yo(`the masking map names ${(0,recovery_catalog/* pathOf */.X)(column)} twice`, 'remove one of the two');
        const strategy = strategyOf(path, written);
        refuseMisfit(column, strategy);
        chosen.set(column, strategy);
    }
    const masked = catalog.columns.flatMap((column) => {
        const strategy = chosen.get(column) ?? 'keep';
        return strategy === 'keep' ? [] : [{ column, strategy }];
    });
    const strategyAt = new Map(masked.map(({ column, strategy }) => [(0,recovery_catalog/* pathOf */.X)(column), strategy]));
    const joins = catalog.foreignKeys.filter(key => isTouched(key, strategyAt, catalog.columns));
    const personal = columns.filter(({ type }) => mayBePersonal(type));
    requireMention({
        column: personal.filter(column => !chosen.has(column) && !column.generated).map(recovery_catalog/* pathOf */.X),
        database: others.filter(({ name, holds }) => holds && !databases.has(name)).map(({ name }) => name),
    });
    return {
        masked,
        kept: personal.filter(column => chosen.get(column) === 'keep'),
        drops: [...databases].flatMap(([name, written]) => (written === 'drop' ? [name] : [])),
        joins,
        materialisedViews: catalog.materialisedViews,
    };
}
const largeObjects = {
    schema: 'pg_catalog',
    table: 'pg_largeobject',
    column: 'data',
    type: 'large object',
    length: null,
    nullable: false,
    generated: false,
    unique: false,
};
const mostNamed = 50;
function requireMention(missing) {
    const parts = Object.entries(missing).flatMap(([noun, names]) => {
        const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
        return names.length === 0
            ? []
            : [`${(0,count/* counted */.h)(names.length, noun)} (${names.slice(0, mostNamed).join(', ')}${more})`];
    });
    if (parts.length === 0)
        return;
    throw new errors/* UserError */.yo(`the masking map does not mention ${parts.join(' and ')}`, 'write a strategy for each column and `NAME: drop` for each database, or `keep` where there is no personal data');
}
function columnAt(path, columns) {
    const found = columns.filter(each => (0,recovery_catalog/* pathOf */.X)(each) === path || `${each.table}.${each.column}` === path);
    const [column, another] = found;
    if (column !== undefined && another === undefined)
        return column;
    if (column !== undefined)
        throw new errors/* UserError */.yo(`the masking map names ${path}, which exists in each of the schemas ${found.map(({ schema }) => schema).join(', ')}`, 'write schema.table.column');
    const beside = columns.filter(each => [`${each.schema}.${each.table}`, each.table].some(of => path.startsWith(`${of}.`)));
    throw new errors/* UserError */.yo(`the masking map names ${path}, which does not exist in the database`, beside.length === 0
        ? 'write table.column or schema.table.column, as the database spells them'
        : `choose a column of its table: ${beside.map(each => each.column).join(', ')}`);
}
function strategyOf(path, written) {
    const strategy = strategies.find(each => each === (written ?? 'null'));
    if (strategy !== undefined)
        return strategy;
    throw new errors/* UserError */.yo(`the masking map has an unknown strategy for ${path}: "${written}"`, `choose one of ${strategies.join(', ')}`);
}
const plainText = ['text', 'character varying', 'character', 'citext'];
const lengths = {
    hash: 32,
    'fake-name': 32,
    'fake-email': 41,
    'fake-phone': 14,
    'fake-text': 23,
};
function refuseMisfit(column, strategy) {
    const refuse = (problem, remedy) => {
        throw new errors/* UserError */.yo(`${(0,recovery_catalog/* pathOf */.X)(column)} cannot be masked as ${strategy}: ${problem}`, remedy);
    };
    if (strategy === 'keep')
        return;
    if (column === largeObjects)
        refuse('no strategy masks large objects', 'write keep if they contain no personal data, or remove them from the original');
    if (column.generated)
        refuse('it is computed from other columns', 'mask those, and remove it from the map');
    if (strategy === 'null') {
        if (!column.nullable)
            refuse('it is not nullable', 'write hash or a fake strategy');
        return;
    }
    const types = strategy === 'hash' ? [...plainText, 'uuid', 'bytea'] : plainText;
    if (!types.includes(column.type))
        refuse(`its type is ${column.type}`, 'write null or keep');
    if (column.length !== null && column.length < lengths[strategy])
        refuse(`it holds ${column.length} characters, but ${lengths[strategy]} are needed`, 'write null or keep, or widen the column on the copy');
    if (column.unique && strategy === 'fake-phone')
        refuse('its values must be unique', 'write hash');
}
function isTouched(key, strategyAt, columns) {
    const ends = key.from.columns.map((column, index) => {
        const from = (0,recovery_catalog/* pathOf */.X)({ ...key.from, column });
        const to = (0,recovery_catalog/* pathOf */.X)({ ...key.to, column: key.to.columns[index] ?? '' });
        return { from, to, of: strategyAt.get(from), at: strategyAt.get(to) };
    });
    for (const { from, to, of, at } of ends) {
        const open = of === 'null' || (of === undefined && at === undefined);
        if (!open && !(of === 'hash' && at === 'hash'))
            throw new errors/* UserError */.yo(`${from} refers to ${to} and would no longer join: their strategies are ${of ?? 'keep'} and ${at ?? 'keep'}`, 'write hash for both, or keep both');
        if (of === 'hash' && kindAt(from, columns) !== kindAt(to, columns))
            throw new errors/* UserError */.yo(`${from} refers to ${to} and would no longer join: citext is hashed in lowercase`, 'give both the same type on the copy, or keep both');
    }
    return ends.some(({ of }) => of !== undefined);
}
const kindAt = (path, columns) => columns.find(each => (0,recovery_catalog/* pathOf */.X)(each) === path)?.type === 'citext' ? 'citext' : 'other';
const impersonal = [
    ...['boolean', 'smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'money', 'oid'],
    ...['timestamp without time zone', 'timestamp with time zone', 'time without time zone'],
    ...['time with time zone', 'interval', 'uuid', 'enum'],
];
const mayBePersonal = (type) => !impersonal.includes(type.replace(/\[\]$/, ''));

// EXTERNAL MODULE: ./.build/js/src/recovery/masking-sql.js
var masking_sql = __webpack_require__(31856);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var postgres_sql = __webpack_require__(16677);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/mask.js







async function mask(exec, connection, map, { key = (0,external_node_crypto_.randomBytes)(32), signal } = {}) {
    const catalog = await catalogueOf(exec, connection, signal);
    const plan = planMasking(map, catalog, await othersOf(exec, connection, signal));
    const masking = (0,masking_sql/* maskingSql */.J4)(plan, key);
    const input = maskingScript(masking);
    const { code, stdout, stderr } = await exec((0,postgres_sql/* psql */.tm)(connection), { input, ...(0,toolkit_map/* defined */.sw)({ signal }) });
    const counts = countsIn(stdout);
    const sentences = (required) => masking.proofs.flatMap((proof, index) => {
        const count = counts.get(index) ?? 0;
        return proof.required === required && count > 0 ? [(0,masking_sql/* proofSentence */.U$)(proof, count)] : [];
    });
    const [left] = sentences(true);
    if (code !== 0 || counts.size < masking.proofs.length)
        throw new errors/* UserError */.yo(`the copy is not masked: ${left ?? (stderr.trim().split('\n')[0] || 'psql exited early').slice(0, 300)}`, left === undefined ? 'fix this error and restore again' : 'correct the masking map and restore again');
    return { plan, notes: sentences(false) };
}
async function catalogueOf(exec, connection, signal) {
    const [catalog] = await (0,postgres_sql/* rowsOf */.RO)(exec, connection, `${pinned}${recovery_catalog/* catalogQuery */.M};`, signal);
    return catalog;
}
const othersQuery = `select json_build_object('name', datname, 'open', datallowconn) from pg_database
where datname <> current_database() and datname <> 'template0' order by datname;`;
async function othersOf(exec, connection, signal) {
    const others = [];
    for (const { name: text, open } of await (0,postgres_sql/* rowsOf */.RO)(exec, connection, `${pinned}${othersQuery}`, signal)) {
        const name = String(text);
        if (open !== true) {
            others.push({ name, holds: true });
            continue;
        }
        const { columns, largeObjects } = await catalogueOf(exec, { ...connection, database: name }, signal);
        others.push({ name, holds: columns.length > 0 || largeObjects });
    }
    return others;
}
const pinned = 'set search_path = pg_catalog;\n';
function maskingScript({ statements, proofs, scrub }) {
    const filled = statements.map(({ sql, values }) => values.reduce((text, value, index) => text.replaceAll(`$${index + 1}`, () => (0,postgres_sql/* literal */.eu)(value)), sql));
    const required = proofs.flatMap(({ required }, index) => (required ? [index] : []));
    return [
        pinned.trim(),
        'begin;',
        ...filled.map(quietly),
        'create temporary table slipway_proofs (proof int, count bigint) on commit drop;',
        ...proofs.map(({ sql }, index) => `insert into pg_temp.slipway_proofs select ${index}, (${sql});`),
        `select json_build_object('proof', proof, 'count', count) from pg_temp.slipway_proofs order by proof;`,
        ...(required.length === 0
            ? []
            : [
                `do $slipway$ begin if exists (select from pg_temp.slipway_proofs where count > 0 and proof in (${required.join(', ')})) then
  raise exception 'an original is left, or something does not join'; end if; end $slipway$;`,
            ]),
        'commit;',
        ...scrub.map(sql => `${sql};`),
    ].join('\n');
}
const quietly = (sql) => (/^\s*select\b/i.test(sql) ? `${sql} \\g /dev/null` : `${sql};`);
function countsIn(stdout) {
    return new Map(stdout.split('\n').flatMap((line) => {
        const row = (0,toolkit_map/* jsonMap */.vM)(line);
        return row === undefined ? [] : [[Number(row.proof), Number(row.count)]];
    }));
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
