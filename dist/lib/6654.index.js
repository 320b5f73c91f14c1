export const id = 6654;
export const ids = [6654,2242];
export const modules = {

/***/ 96654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  countColumns: () => (/* binding */ countColumns),
  rotate: () => (/* binding */ rotate)
});

// EXTERNAL MODULE: ./.build/js/src/recovery/fernet.js
var fernet = __webpack_require__(57265);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var toolkit_count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/keys/session.js
var keys_session = __webpack_require__(2242);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/keys/values.js



function examine(text, keys) {
    const form = (0,fernet.storedForm)(text);
    if (form === undefined)
        return { standing: 'plain' };
    for (const standing of ['new', 'old']) {
        const key = keys[standing];
        const opened = key && (0,fernet.openStored)(text, key);
        if (opened?.ok)
            return { standing, form, plaintext: opened.plaintext, at: opened.at };
    }
    return { standing: 'unreadable' };
}
async function countValues(session, column, keys) {
    const counts = { old: 0, new: 0, plain: 0, unreadable: 0 };
    const forms = { token: 0, base64: 0 };
    for await (const batch of batches(session, column, []))
        for (const { value } of batch) {
            const examined = examine(value, keys);
            counts[examined.standing] += 1;
            if ('form' in examined)
                forms[examined.form] += 1;
        }
    return { column, ...counts, forms };
}
const most = { bytes: 4 * 2 ** 20, rows: 2000 };
async function* batches(session, { name, table, column }, key) {
    const [sizes] = await session.rows(`select json_build_object('longest', coalesce(max(octet_length(${column}::text)), 0)) from ${table};`);
    const longest = Number(sizes?.longest);
    if (!(longest <= most.bytes))
        throw new errors/* UserError */.yo(`a value of ${name} has ${longest} bytes; ${most.bytes} are allowed`, 'remove it, or remove the column from `drills.encrypted`');
    const size = Math.max(1, Math.min(most.rows, Math.floor(most.bytes / Math.max(1, longest))));
    const id = `array[${key.map(each => `${each}::text`).join(', ')}]::text[]`;
    await session.rows(`declare slipway_values no scroll cursor for
select json_build_object('id', ${id}, 'value', ${column}::text) from ${table} where ${column}::text <> '';`);
    for (;;) {
        const rows = await session.rows(`fetch ${size} from slipway_values;`);
        if (rows.length === 0)
            break;
        yield rows.map(keptValue);
    }
    await session.rows('close slipway_values;');
}
function keptValue(row) {
    const { id, value } = (0,map/* isMap */.jh)(row) ? row : {};
    if (!Array.isArray(id) || typeof value !== 'string')
        throw new Error('a row without id or value');
    return { id: id.map(String), value };
}

;// CONCATENATED MODULE: ./.build/js/src/keys/rotation.js





const reading = 'begin transaction isolation level repeatable read, read only;';
const writing = (columns) => `begin transaction isolation level read committed, read write;
set local lock_timeout = '30s';
select pg_advisory_xact_lock(hashtextextended('slipway keys', 0)) \\g /dev/null
lock table ${[...new Set(columns.map(({ table }) => table))].sort().join(', ')} in share row exclusive mode;`;
const limits = `set local row_security = off;
set local statement_timeout = '15min';
set local idle_in_transaction_session_timeout = '5min';
select set_config(name, value, true) from (values ('log_statement', 'none'), ('log_min_duration_statement', '-1'),
  ('log_min_error_statement', 'panic')) settings (name, value)
where (select rolsuper from pg_roles where rolname = current_user) \\g /dev/null`;
async function countColumns(session, columns, keys) {
    await session.rows(`${reading}\n${limits}`);
    const counts = await countAll(session, columns, keys);
    await session.rows('rollback;');
    return counts;
}
async function rotate(session, rotation) {
    const { columns, keys, how, encryptPlain, report } = rotation;
    demandKeys(columns);
    if (how === 'dry-run') {
        const counts = await countColumns(session, columns, keys);
        demandReadable(counts);
        return { counts, written: sum(counts.map(each => toWrite(each, encryptPlain))) };
    }
    await session.rows(`${writing(columns)}\n${limits}`);
    const counts = await countAll(session, columns, keys);
    demandReadable(counts);
    for (const count of counts) {
        const written = await rewrite(session, count, rotation);
        report(`${count.column.name}: ${(0,toolkit_count/* counted */.h)(written, 'value')} encrypted with the new key`);
    }
    demandRotated(counts, await countAll(session, columns, keys), encryptPlain);
    if (how === 'commit')
        await commit(session);
    else
        await session.rows('rollback;');
    return { counts, written: sum(counts.map(each => toWrite(each, encryptPlain))) };
}
async function countAll(session, columns, keys) {
    const counts = [];
    for (const column of columns)
        counts.push(await countValues(session, column, keys));
    return counts;
}
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const toWrite = (count, encryptPlain) => count.old + (encryptPlain ? count.plain : 0);
function demandKeys(columns) {
    const without = columns.find(({ key }) => key.length === 0);
    if (without === undefined)
        return;
    throw new errors/* UserError */.yo(`the table of ${without.name} has no primary key, so its rows cannot be addressed`, 'add a primary key to it');
}
function demandReadable(counts) {
    const bad = counts.filter(({ unreadable }) => unreadable > 0);
    if (bad.length === 0)
        return;
    const listed = bad.map(each => `${(0,toolkit_count/* counted */.h)(each.unreadable, 'value')} of ${each.column.name}`).join(', ');
    throw new errors/* UserError */.yo(`${listed} cannot be decrypted with the old or the new key; nothing was changed`, 'find the key that encrypted them and rotate from that one first, or remove these values');
}
function formFor({ column, forms, plain }, encryptPlain) {
    const form = forms.base64 > 0 ? 'base64' : 'token';
    if (!encryptPlain || plain === 0 || forms.base64 > 0 !== forms.token > 0)
        return form;
    throw new errors/* UserError */.yo(`the plain values of ${column.name} cannot be encrypted: other values do not show whether the application stores tokens in base64`, 'store one of them through the application first, or leave `encrypt-plain` out');
}
async function rewrite(session, count, { keys, encryptPlain }) {
    if (toWrite(count, encryptPlain) === 0)
        return 0;
    const form = formFor(count, encryptPlain);
    const { column, key, table, name } = { ...count.column };
    const keyColumns = key.map((each, index) => `${each} as k${index}`).join(', ');
    const same = key.map((each, index) => `t.${each} = r.k${index}`).join(' and ');
    const id = `array[${key.map(each => `t.${each}::text`).join(', ')}]`;
    await session.rows(`create temporary table slipway_rotation as
select ${keyColumns}, ''::text as value from ${table} limit 0;`);
    let written = 0;
    for await (const batch of batches(session, count.column, key)) {
        const wanted = new Map();
        for (const { id: of, value } of batch) {
            const found = examine(value, keys);
            const isPlain = found.standing === 'plain' && encryptPlain;
            if (found.standing !== 'old' && !isPlain)
                continue;
            const plaintext = 'plaintext' in found ? found.plaintext : Buffer.from(value);
            const sealed = 'plaintext' in found
                ? (0,fernet.sealStored)(plaintext, keys.new, found.form, found.at)
                : (0,fernet.sealStored)(plaintext, keys.new, form, Date.now());
            wanted.set(JSON.stringify(of), { row: { id: of, value: sealed }, plaintext });
        }
        if (wanted.size === 0)
            continue;
        const rows = [...wanted.values()].map(({ row }) => [...row.id, row.value]);
        const stored = await session.rows(`truncate pg_temp.slipway_rotation;
${(0,keys_session.copyInto)('pg_temp.slipway_rotation', rows)}
update ${table} t set ${column} = r.value from pg_temp.slipway_rotation r where ${same};
select json_build_object('id', ${id}, 'value', t.${column}::text) from ${table} t join pg_temp.slipway_rotation r on ${same};`);
        const right = stored.map(keptValue).filter(({ id: of, value }) => {
            const found = examine(value, { old: keys.new });
            return 'plaintext' in found && wanted.get(JSON.stringify(of))?.plaintext.equals(found.plaintext);
        });
        if (right.length !== wanted.size || stored.length !== wanted.size)
            throw notStored(name);
        written += wanted.size;
    }
    await session.rows('drop table pg_temp.slipway_rotation;');
    return written;
}
function demandRotated(before, after, encryptPlain) {
    for (const [index, count] of before.entries()) {
        const now = after[index];
        const plain = encryptPlain ? 0 : count.plain;
        const all = count.new + toWrite(count, encryptPlain);
        if (now?.old !== 0 || now.unreadable !== 0 || now.plain !== plain || now.new !== all)
            throw notStored(count.column.name);
    }
}
const notStored = (name) => new errors/* UserError */.yo(`the values of ${name} that were read back are not those that were written; nothing was changed`, 'look for triggers or rules of the table that change the column');
async function commit(session) {
    try {
        await session.rows('commit;');
    }
    catch (error) {
        throw (0,errors/* markMidway */.$L)(new errors/* UserError */.yo(`it is unknown whether the rotation was committed: ${error.message}`, 'run it again with the same keys: values that are under the new key stay as they are', { cause: error }));
    }
}


/***/ }),

/***/ 2242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyInto: () => (/* binding */ copyInto),
/* harmony export */   withSession: () => (/* binding */ withSession)
/* harmony export */ });
/* harmony import */ var _recovery_postgres_sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16677);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



async function withSession({ connection, signal, converse }, use) {
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)();
    const psqlSession = converse([..._recovery_postgres_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .together */ .bs, ...(0,_recovery_postgres_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .psql */ .tm)(connection)]);
    const leave = () => psqlSession.leave();
    signal.addEventListener('abort', leave, { once: true });
    const rows = async (sql) => {
        psqlSession.say(`${sql}\nselect '{"end": true}';`);
        const found = [];
        for (;;) {
            const line = await psqlSession.hear().catch((error) => {
                throw signal.aborted ? (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : failed(connection, error.message);
            });
            if (line.trim() === '')
                continue;
            const row = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(line);
            if (row === undefined)
                throw failed(connection, line);
            if (row.end === true)
                return found;
            found.push(row);
        }
    };
    try {
        await rows('\\set VERBOSITY terse\nset client_min_messages = error;\nset search_path = pg_catalog;');
        return await use({ rows });
    }
    finally {
        signal.removeEventListener('abort', leave);
        leave();
    }
}
const copyInto = (table, rows) => [`copy ${table} from stdin;`, ...rows.map(fields => fields.map(copied).join('\t')), '\\.'].join('\n');
const copied = (text) => text.replace(/[\\\n\r\t]/g, character => `\\${{ '\n': 'n', '\r': 'r', '\t': 't' }[character] ?? '\\'}`);
function failed({ database }, line) {
    const said = /\b(?:ERROR|FATAL|PANIC|error): .*/.exec(line)?.[0] ?? 'psql ended early, or printed no JSON';
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the database ${database} refused: ${said.slice(0, 300)}`, 'fix this error, then run it again');
}


/***/ })

};
