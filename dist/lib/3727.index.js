export const id = 3727;
export const ids = [3727,5543];
export const modules = {

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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25726);
/* harmony import */ var _drill_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22724);
/* harmony import */ var _replication_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95543);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16677);





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
    and not exists (select from pg_db_role_setting where setconfig && array['synchronous_commit=off', 'synchronous_commit=local'])
    and not exists (select from pg_proc where proconfig && array['synchronous_commit=off', 'synchronous_commit=local']),
  'archiving', case when not pg_is_in_recovery() then (select json_build_object(
      'on', current_setting('archive_mode') <> 'off',
      'archived', round(extract(epoch from clock_timestamp() - last_archived_time) * 1000),
      'failed', case when last_failed_time > coalesce(last_archived_time, '-infinity')
        then round(extract(epoch from clock_timestamp() - last_failed_time) * 1000) end,
      'waited', (select greatest(0, round(extract(epoch from clock_timestamp() - min(modification)) * 1000))
        from pg_ls_archive_statusdir() where name ~ '^[0-9A-F]{24}[.]ready$'))
    from pg_stat_archiver) end);`;
const optional = zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig()
    .nullable()
    .transform(value => value ?? undefined);
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .discriminatedUnion */ .gMt('standby', [
    zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ standby: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(true) }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        standby: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(false),
        commits: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
        standbys: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
            name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
            address: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
            state: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
            synchronous: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
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
        archiving: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
            on: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
            archived: optional,
            failed: optional,
            waited: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig()
                .nullable()
                .transform(value => value ?? 0),
        }),
    }),
]);
async function askReplication(pods, connection, patience) {
    const answers = await Promise.all([...pods].map(async ([pod, exec]) => {
        const heard = await (0,_drill_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(patience, signal => (0,_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsOf */ .RO)(exec, connection, query, signal));
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
        (0,_replication_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeReplication */ .A)(answer, declared, { zones, bound: 'least' }).verdict === 'ok',
}, async () => {
    const answer = await ask();
    return { answer, ...(0,_replication_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeReplication */ .A)(answer, declared, { zones }) };
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
