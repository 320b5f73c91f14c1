export const id = 2140;
export const ids = [2140,7462,6401,5081,5274];
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

/***/ 92671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   allParts: () => (/* binding */ allParts),
/* harmony export */   compareTable: () => (/* binding */ compareTable),
/* harmony export */   copyReplica: () => (/* binding */ copyReplica),
/* harmony export */   settle: () => (/* binding */ settle),
/* harmony export */   standbyReplica: () => (/* binding */ standbyReplica)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _inventory_sql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56428);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16677);
/* harmony import */ var _standby_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9864);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26401);








const count = 256;
const confirmations = 3;
const rounds = 8;
const allParts = new Map(Array.from({ length: count }, (_, part) => [String(part), undefined]));
function settle(open, { before, copied, after }) {
    const rest = new Map();
    const differ = [];
    for (const [part, suspicion] of open) {
        const [was = '', had = '', is = ''] = [before[part], copied[part], after[part]];
        if (was !== is)
            rest.set(part, undefined);
        else if (had !== was) {
            const times = suspicion?.had === had ? suspicion.times + 1 : 1;
            if (times >= confirmations)
                differ.push(part);
            else
                rest.set(part, { had, times });
        }
    }
    return { open: rest, differ };
}
async function compareTable(primary, replicas, table, patience) {
    let before = await readPrimary(primary, table);
    const all = replicas.map((replica) => ({ replica, open: allParts, differ: [], copied: {} }));
    for (let round = 1; round <= rounds; round += 1) {
        const unsettled = all.filter(({ open, fault }) => open.size > 0 && fault === undefined);
        if (unsettled.length === 0)
            break;
        const { lsn } = before;
        const read = await Promise.all(unsettled.map(({ replica }) => readReplica(replica, table, lsn, patience)));
        const after = await readPrimary(primary, table);
        for (const [at, each] of unsettled.entries())
            proceed(each, read[at], before.parts, after.parts);
        before = after;
    }
    return all.map(each => resultOf(table, each, before.parts));
}
function proceed(progress, read, before, after) {
    if (typeof read === 'string')
        progress.fault = read;
    else if (read === undefined)
        progress.open = new Map([...progress.open.keys()].map(part => [part, undefined]));
    else {
        const { open, differ } = settle(progress.open, { before, copied: read, after });
        Object.assign(progress, { open, copied: read });
        progress.differ.push(...differ);
    }
}
function resultOf(table, { replica, open, differ, copied, fault }, primary) {
    const result = (verdict, what) => ({
        table,
        replica: replica.name,
        verdict,
        sentence: `table ${table} on ${replica.name} ${what}`,
    });
    const rows = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(rowsIn(primary), 'row');
    const of = (parts) => `${parts} of ${count} parts`;
    if (differ.length > 0)
        return result('differs', `differs from the primary in ${of(differ.length)}: it has ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(rowsIn(copied), 'row')}, the primary has ${rows}`);
    if (fault !== undefined)
        return result('unknown', `is unknown: ${fault}`);
    if (open.size === 0)
        return result('equal', `is equal to the primary: ${rows}`);
    return result('unknown', `is unknown: ${of(open.size)} were written to, or could not be read, in each of ${rounds} comparisons`);
}
const partsScript = (table) => {
    const name = `to_regclass(${(0,_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu)(table.includes('.') ? table : `public.${table}`)})`;
    return `${_inventory_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionSettings */ .MS}
begin isolation level repeatable read read only;
select format($q$select json_build_object('kind', 'parts', 'parts', coalesce(json_object_agg(part, content), '{}')) from (
  select hash & ${count - 1} as part, count(*) || ' ' || sum(hash) as content
  from (select hashtextextended((r.*)::text, 0) as hash from %s r) rows group by 1) parts$q$, ${name})
where ${name} is not null \\gexec
commit;`;
};
const markerScript = `set synchronous_commit = local;
select json_build_object('kind', 'marker', 'lsn', pg_logical_emit_message(true, 'slipway', '')::text);`;
async function readPrimary({ exec, connection }, table) {
    const rows = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsOf */ .RO)(exec, connection, `${partsScript(table)}\n${markerScript}`);
    const parts = partsIn(rows);
    const lsn = (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.parseLsn)(String(rows.at(-1)?.lsn));
    if (lsn === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the primary returned no LSN', 'use PostgreSQL 14 or later');
    if (parts !== undefined)
        return { parts, lsn };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the primary has no table ${table}`, 'correct its name, with its schema if that is not public');
}
async function readReplica(replica, table, lsn, patience) {
    try {
        const replayed = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ within: patience, unfinished: done => !done, delay: () => 200 }, () => replica.hasReplayed(lsn));
        if (!replayed)
            return `it has not replayed ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(lsn)} in time`;
        const rows = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsOf */ .RO)(replica.exec, replica.connection, partsScript(table));
        return partsIn(rows) ?? 'it has no such table';
    }
    catch (error) {
        if ((0,_standby_js__WEBPACK_IMPORTED_MODULE_4__/* .isConflict */ .d)(error))
            return undefined;
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return error.message;
        throw error;
    }
}
function partsIn(rows) {
    const { parts } = rows.find(({ kind }) => kind === 'parts') ?? {};
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(parts))
        return undefined;
    return Object.fromEntries(Object.entries(parts).map(([part, content]) => [part, String(content)]));
}
const rowsIn = (parts) => Object.values(parts).reduce((sum, content) => sum + Number.parseInt(content, 10), 0);
const standbyReplica = (name, exec, connection) => ({
    name,
    exec,
    connection,
    hasReplayed: lsn => isTrue({ exec, connection }, `coalesce(pg_last_wal_replay_lsn() >= '${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(lsn)}', false)`),
});
const copyReplica = ({ name, exec, connection }, primary) => ({
    name,
    exec,
    connection,
    hasReplayed: async (lsn) => {
        const names = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .textsIn */ .Ej)((await (0,_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsOf */ .RO)(exec, connection, subscriptions))[0]?.names);
        if (names.length === 0)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('it has no enabled subscription', 'run alter subscription NAME enable on the copy');
        return isTrue(primary, `(select count(*) = ${names.length} and bool_and(replay_lsn >= '${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(lsn)}') from pg_stat_replication
        where application_name in (${names.map(_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu).join(', ')}))`);
    },
});
const subscriptions = `select json_build_object('names', coalesce(json_agg(subname), '[]')) from pg_subscription
  where subenabled and subdbid = (select oid from pg_database where datname = current_database());`;
async function isTrue({ exec, connection }, expression) {
    const [row] = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsOf */ .RO)(exec, connection, `select json_build_object('is', ${expression});`);
    return row?.is === true;
}


/***/ }),

/***/ 9864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ pausedInventory),
/* harmony export */   d: () => (/* binding */ isConflict)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14359);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80845);
/* harmony import */ var _inventory_sql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56428);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16677);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26401);






async function pausedInventory(standby) {
    const first = await stateOf(standby, standby.signal);
    const notes = await endOldPause(standby, first);
    await reach(standby, first);
    const waits = await (0,_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .waitsFor */ .is)(standby, standby.synchronous, standby.signal);
    await standby.note(true);
    let failure;
    try {
        const found = await counted(standby, waits);
        return { ...found, notes: [...notes, ...found.notes] };
    }
    catch (error) {
        failure = error;
        throw error;
    }
    finally {
        await resume(standby, failure);
        await standby.note(false);
    }
}
const attempts = 3;
const pauseBetween = 1000;
async function counted(standby, waits) {
    const { exec, connection, sampling = _inventory_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .everything */ .YT, patience, signal } = standby;
    const script = (0,_inventory_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .inventoryScript */ .aC)(sampling, { patience, resumes: waits === 'apply' });
    for (let attempt = 1;; attempt += 1) {
        try {
            const [rows, waited] = await guarded(standby, waits, () => (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(exec, connection, script, signal));
            const place = rows.find(({ kind }) => kind === 'place') ?? {};
            const notes = waited
                ? ['commits waited for a standby during the count, so its replay was resumed']
                : [];
            if (place.pause === 'paused')
                return { ...placeOf(place), inventory: (0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__/* .inventoryOf */ .o8)(rows), notes };
        }
        catch (error) {
            if (!isConflict(error))
                throw error;
            if (attempt === attempts)
                throw conflicting(error);
            await resume(standby, error);
            await standby.sleep(pauseBetween);
        }
        if (attempt === attempts)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the standby did not pause in time', 'check pg_stat_activity on the standby: a query may block replay, or another program may resume it at once');
    }
}
async function guarded({ primary, exec, connection, sleep }, waits, work) {
    if (waits === 'none')
        return [await work(), false];
    const ended = new AbortController();
    const guarding = (0,_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .guardCommits */ .ii)({ primary, standby: exec, connection }, ended.signal, sleep);
    guarding.catch(() => undefined);
    let result;
    try {
        result = await work();
    }
    finally {
        ended.abort();
    }
    return [result, await guarding];
}
const isConflict = (error) => error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo &&
    /conflict with recovery|due to user request|due to lock timeout/.test(error.message);
const conflicting = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the count conflicted with replay on the standby ${attempts} times: ${cause.message}`, 'set hot_standby_feedback = on on the standby, or add an asynchronous one, and change no table definitions during the count', { cause });
function placeOf({ lsn: text, timeline }) {
    const lsn = (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.parseLsn)(String(text));
    if (lsn === undefined || typeof timeline !== 'number')
        throw odd(`${text} on timeline ${timeline}`);
    return { lsn, timeline };
}
const stateQuery = `select json_build_object('standby', pg_is_in_recovery(),
  'pause', case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() end,
  ${_inventory_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .replayedTo */ .g_});`;
async function stateOf(standby, signal, after = '') {
    const rows = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(standby.exec, standby.connection, `${after}${stateQuery}`, signal);
    const row = rows.at(-1) ?? {};
    const { standby: is, pause } = row;
    if (is !== true)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the server is not a standby', 'choose a standby, on which replay can be paused');
    if (pause !== 'not paused' && pause !== 'pause requested' && pause !== 'paused')
        throw odd(`pause: ${pause}`);
    return { pause, ...placeOf(row) };
}
async function endOldPause(standby, { pause, lsn }) {
    if (pause === 'not paused')
        return [];
    if (!standby.leftPaused)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`replay on the standby is already paused at ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(lsn)}, but not by Slipway`, 'ask who paused it, then resume it with select pg_wal_replay_resume()');
    await resume(standby);
    return [`an earlier run ended while replay was paused at ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(lsn)}; replay was resumed`];
}
async function reach(standby, { lsn }) {
    const { notBefore, signal } = standby;
    if (notBefore === undefined || lsn > notBefore)
        return;
    const last = await until(standby, signal, state => state.lsn > notBefore);
    if (last.lsn <= notBefore)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the standby did not replay past ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(notBefore)} in time: it has reached ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(last.lsn)}`, 'check the replication lag');
}
async function resume(standby, cause) {
    try {
        const goes = ({ pause }) => pause === 'not paused';
        const told = await stateOf(standby, undefined, 'select json_build_object() from pg_wal_replay_resume();\n');
        const { pause } = goes(told) ? told : await until(standby, undefined, goes);
        if (pause !== 'not paused')
            throw odd(`pause: ${pause}`);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('replay on the standby may still be paused: it could not be resumed', 'run select pg_wal_replay_resume() on the standby at once: it falls behind, and its primary keeps WAL for it', { cause: cause === undefined ? error : new AggregateError([error, cause]) });
    }
}
const interval = 200;
async function until(standby, signal, reached) {
    for (let waited = 0;; waited += interval) {
        const state = await stateOf(standby, signal);
        if (reached(state) || waited >= standby.patience)
            return state;
        await standby.sleep(interval);
    }
}
const odd = (what) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the standby gave an unexpected answer: ${what}`, 'use PostgreSQL 14 or later');


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
