export const id = 5225;
export const ids = [5225];
export const modules = {

/***/ 5225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HandedOver: () => (/* binding */ HandedOver),
  NothingLeft: () => (/* binding */ NothingLeft),
  Q: () => (/* binding */ alone),
  readEarlierState: () => (/* binding */ readEarlierState),
  startRelay: () => (/* binding */ startRelay)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: ./.build/js/src/recovery/scratch/keeping.js
var keeping = __webpack_require__(89735);
// EXTERNAL MODULE: ./.build/js/src/recovery/scratch/manifests.js
var manifests = __webpack_require__(7926);
// EXTERNAL MODULE: ./.build/js/src/recovery/steps.js
var steps = __webpack_require__(94410);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
// EXTERNAL MODULE: ./.build/js/src/recovery/ledger.js
var ledger = __webpack_require__(7840);
// EXTERNAL MODULE: ./.build/js/src/recovery/phases.js
var phases = __webpack_require__(96001);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./.build/js/src/recovery/levels.js
var levels = __webpack_require__(92954);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
var pgbackrest = __webpack_require__(71673);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/drill-state-schema.js






const drill_state_schema_text = schemas/* string */.YjP().min(1).max(4000);
const moment = schemas/* int */.Whr().min(0);
const span = schemas/* number */.aig().min(0);
const drill_state_schema_name = schemas/* string */.YjP().regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/);
const segment = schemas/* string */.YjP().regex(/^[0-9A-F]{24}$/);
const sha256Schema = schemas/* string */.YjP().refine(checksum/* isSha256 */._h, { error: 'is not a SHA-256 in 64 hexadecimal digits' });
const lsnSchema = schemas/* string */.YjP().transform((written, context) => {
    const lsn = (0,wal.parseLsn)(written);
    if (lsn !== undefined)
        return lsn;
    context.addIssue({ code: 'custom', message: 'is not an LSN' });
    return core/* NEVER */.tm;
});
const timelineSchema = schemas/* int */.Whr().min(1).max(0xffffffff);
const levelChecksSchema = schemas/* array */.YOg(schemas/* strictObject */.rej({
    level: schemas/* enum */.k5n(levels.levels),
    what: drill_state_schema_text,
    state: schemas/* enum */.k5n(['passed', 'failed', 'skipped']),
    sentence: schemas/* string */.YjP().max(20_000),
    took: span.exactOptional(),
    demanded: schemas/* boolean */.zMY().exactOptional(),
}))
    .max(1000);
const targetSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('latest'), at: moment.exactOptional() }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('lsn'), lsn: lsnSchema, exclusive: schemas/* boolean */.zMY() }),
]);
const seen = { from: moment, reason: drill_state_schema_text.exactOptional(), notes: schemas/* array */.YOg(drill_state_schema_text).max(100) };
const outageSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('unnoticed'), ...seen, atMost: span }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('over'), ...seen, to: moment, rto: span, atLeast: span }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz('unresolved'), ...seen, atLeast: span, why: drill_state_schema_text }),
]);
const boundSchema = schemas/* strictObject */.rej({ atMost: span, because: drill_state_schema_text });
const lostSchema = schemas/* strictObject */.rej({
    at: moment,
    mistake: schemas/* strictObject */.rej({
        from: moment,
        to: moment,
        target: targetSchema,
        end: lsnSchema,
        deleted: schemas/* int */.Whr().min(1),
        sentence: drill_state_schema_text,
    })
        .exactOptional(),
    bound: boundSchema.exactOptional(),
    archived: segment.exactOptional(),
});
const labelSchema = schemas/* string */.YjP().refine(pgbackrest/* isLabel */.J2, { error: 'is not a backup label' });
const stepsSchema = schemas/* strictObject */.rej({
    lost: lostSchema,
    raised: schemas/* strictObject */.rej({ pod: drill_state_schema_name }).exactOptional(),
    proved: levelChecksSchema.exactOptional(),
    secrets: levelChecksSchema.exactOptional(),
    vacant: schemas/* array */.YOg(drill_state_schema_name).max(1000).exactOptional(),
    files: levelChecksSchema.exactOptional(),
    chosen: schemas/* strictObject */.rej({
        backup: schemas/* strictObject */.rej({
            label: labelSchema,
            repository: schemas/* int */.Whr().min(1).max(256),
            startLsn: lsnSchema,
            stopLsn: lsnSchema,
            endedAt: moment,
            size: schemas/* int */.Whr().min(0),
        }),
        target: targetSchema,
        timeline: schemas/* union */.KCZ([timelineSchema, schemas/* literal */.euz('current')]),
        spans: schemas/* array */.YOg(schemas/* strictObject */.rej({ timeline: timelineSchema, begin: lsnSchema, end: lsnSchema.exactOptional() }))
            .max(1000)
            .exactOptional(),
        last: segment.exactOptional(),
        lastAt: moment.exactOptional(),
    })
        .exactOptional(),
    compared: levelChecksSchema.exactOptional(),
    onward: schemas/* literal */.euz(true).exactOptional(),
    restored: schemas/* strictObject */.rej({
        levelChecks: levelChecksSchema,
        backup: schemas/* strictObject */.rej({
            label: labelSchema,
            repository: drill_state_schema_name,
            endedAt: moment,
            bytes: schemas/* int */.Whr().min(0),
        }),
        bound: boundSchema.exactOptional(),
        at: moment,
    })
        .exactOptional(),
    served: schemas/* strictObject */.rej({ levelChecks: levelChecksSchema, outage: outageSchema.exactOptional() })
        .exactOptional(),
    inspected: levelChecksSchema.exactOptional(),
});
const stateSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(1),
    run: drill_state_schema_name,
    namespace: drill_state_schema_name,
    order: sha256Schema,
    seed: drill_state_schema_text,
    set: drill_state_schema_name.exactOptional(),
    startedAt: moment,
    jobs: schemas/* int */.Whr().min(1).max(1000),
    holder: drill_state_schema_name,
    at: moment,
    free: schemas/* boolean */.zMY(),
    phaseTimes: schemas/* array */.YOg(schemas/* strictObject */.rej({ phase: schemas/* enum */.k5n([...phases/* drillPhases */.AQ, 'queue']), from: moment, to: moment }))
        .max(1000),
    ledger: sha256Schema.exactOptional(),
    done: stepsSchema,
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/drill-state.js









const mostText = 500_000;
const mostLedger = 900_000;
const mostLines = 16_000_000;
function serializeState({ done, ...state }) {
    const { ledger: _, ...lost } = done.lost;
    const text = JSON.stringify({ ...state, done: { ...done, lost } }, (_, value) => typeof value === 'bigint' ? (0,wal.formatLsn)(value) : value);
    if (text.length <= mostText)
        return text;
    throw new errors/* UserError */.yo(`the state of the drill is too large to store: ${text.length} bytes, and ${mostText} are possible`, 'run the drill on a runner that can finish it in one job');
}
function parseState(text, ledger, demanded) {
    const { run } = demanded;
    const parsed = text.length > mostText ? undefined : stateSchema.safeParse((0,map/* jsonIn */.Yf)(text));
    if (parsed?.success !== true) {
        const [issue] = parsed?.error.issues ?? [];
        const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
        throw broken(run, `${where}${issue?.message ?? 'it is too large'}`);
    }
    const state = parsed.data;
    if (state.run !== run)
        throw broken(run, `it belongs to the drill ${state.run}`);
    if (state.namespace !== demanded.namespace)
        throw broken(run, 'it was written in another namespace');
    if (state.order !== demanded.order)
        throw new errors/* UserError */.yo(`the drill ${run} was started with another slipway.yml, environment or scenario, or \`drill-key\` was given to only one of its jobs`, `resume it with the same ones; or ${(0,operations/* howToRun */.RG)('sweep')}, which cleans up its namespace, then start a new drill`);
    requireConsistent(state);
    const entries = ledgerOf(state, ledger);
    const lost = { ...state.done.lost, ...(entries && { ledger: entries }) };
    return { ...state, done: { ...state.done, lost } };
}
function requireConsistent({ run, startedAt, at, phaseTimes, done }) {
    const moments = [startedAt, done.lost.at, ...phaseTimes.flatMap(({ from, to }) => [from, to])];
    const late = [...moments, done.restored?.at ?? 0].find(each => each > at + clockSkew);
    if (late !== undefined || done.lost.at < startedAt)
        throw broken(run, 'its times contradict each other');
    try {
        (0,phases/* requirePhaseOrder */.dU)(phaseTimes);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw broken(run, error.message);
        throw error;
    }
    const early = Object.entries(needs).find(([step, needed]) => step in done && done[needed] === undefined)?.[0];
    if (early !== undefined)
        throw broken(run, `the step ${early} is done, but not the step that it needs`);
}
const needs = {
    proved: 'raised',
    secrets: 'proved',
    vacant: 'proved',
    files: 'proved',
    chosen: 'raised',
    compared: 'chosen',
    onward: 'compared',
    restored: 'chosen',
    served: 'restored',
    inspected: 'restored',
};
const clockSkew = 60_000;
const broken = (run, why) => new errors/* UserError */.yo(`the drill ${run} cannot be resumed from its saved state: ${why}`, `${(0,operations/* howToRun */.RG)('sweep')}, which cleans up its namespace, then start a new drill`);
function packLedger(entries) {
    const packed = (0,external_node_zlib_.gzipSync)((0,ledger/* serializeLedger */.CE)(entries), { level: 9 });
    if (packed.length <= mostLedger)
        return packed;
    throw new errors/* UserError */.yo(`the ledger of ${entries.length} markers is too large to store: ${packed.length} bytes, and ${mostLedger} are possible`, 'run the drill on a runner that can finish it in one job, without the input `hand-over-after`');
}
function ledgerOf({ run, ledger: hash }, packed) {
    if (hash === undefined)
        return undefined;
    if (packed === undefined)
        throw broken(run, 'its marker ledger is missing');
    if ((0,checksum/* sha256Of */.Bj)(packed) !== hash)
        throw broken(run, 'its marker ledger does not match its checksum');
    let lines;
    try {
        lines = (0,external_node_zlib_.gunzipSync)(packed, { maxOutputLength: mostLines }).toString('utf8');
    }
    catch {
        throw broken(run, 'its marker ledger is damaged');
    }
    const { entries, cut } = (0,ledger/* parseLedger */.h8)(lines);
    if (cut)
        throw broken(run, 'its marker ledger is truncated');
    return entries;
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/stored-state.js
var stored_state = __webpack_require__(47572);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/relay.js










const alone = {
    once: steps/* inOneJob */.L,
    startedAt: undefined,
    jobs: 1,
    phaseTimes: [],
    track: () => undefined,
};
class HandedOver extends Error {
}
class NothingLeft extends errors/* UserError */.yo {
}
const heartbeatEvery = 10_000;
const deadAfter = 30;
const patience = 45_000;
async function readEarlierState(cluster, { namespace, run, order }, { signal, sleep }) {
    const end = performance.now() + patience;
    for (;;) {
        const there = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', namespace));
        const { uid, labels = {}, deletionTimestamp } = there?.metadata ?? {};
        const other = labels[manifests/* runLabel */.Az];
        if (other !== undefined && other !== run)
            throw new errors/* UserError */.yo(`the namespace ${namespace} belongs to the drill ${other}, not to ${run}`, 'set the input `resume-id` to the id of that drill');
        const kept = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, manifests/* stateName */.Vi));
        if (uid === undefined || deletionTimestamp !== undefined || kept === undefined || other === undefined)
            throw new NothingLeft(`the drill ${run} has no state to resume from`, 'start a new one: this one had not reached the loss, has ended, or has expired');
        const packed = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, manifests/* ledgerName */.bo));
        const ledger = packed?.binaryData?.ledger;
        const state = parseState(kept.data?.[manifests/* stateKey */.bP] ?? '', ledger === undefined ? undefined : Buffer.from(ledger, 'base64'), { run, namespace: uid, order });
        if (state.free || !isAlive(kept, state, cluster.now()))
            return { state, version: kept.metadata?.resourceVersion };
        if (performance.now() >= end)
            throw new errors/* UserError */.yo(`a job of the drill ${run} is still running`, 'wait until it has ended, or has handed the drill over');
        if (signal.aborted)
            throw (0,errors/* cancelled */.KW)();
        await sleep(2000);
    }
}
function isAlive({ metadata }, { holder }, now) {
    const spec = { holderIdentity: holder, leaseDurationSeconds: deadAfter };
    return !(0,lease/* leaseState */.oi)({ ...(metadata && { metadata }), spec }, now).free;
}
async function startRelay(cluster, options) {
    const { namespace, run, order, uid, seed, set, left, ttl, now, spent, sleep } = options;
    const holder = (0,external_node_crypto_.randomUUID)();
    const before = left?.state;
    const startedAt = before?.startedAt ?? options.startedAt;
    const jobs = (before?.jobs ?? 0) + 1;
    const kept = (0,stored_state/* storedDrillState */.K)(cluster, { namespace, run, holder }, left?.version, sleep);
    let phaseTimes = () => before?.phaseTimes ?? [];
    let done = before?.done ?? {};
    let ledger = before?.ledger;
    let hasWorked = false;
    const text = (free) => () => {
        const { lost } = done;
        if (lost === undefined)
            throw new Error('nothing is lost yet');
        return serializeState({
            schema: 1,
            run,
            namespace: uid,
            order,
            seed,
            startedAt,
            holder,
            jobs,
            free,
            at: now(),
            phaseTimes: [...phaseTimes()],
            done: { ...done, lost },
            ...(set === undefined ? {} : { set }),
            ...(ledger === undefined ? {} : { ledger }),
        });
    };
    const begin = async (lost) => {
        const packed = lost.ledger && packLedger(lost.ledger);
        if (packed !== undefined)
            ledger = (0,checksum/* sha256Of */.Bj)(packed);
        await kept.create(text(false)(), packed);
    };
    if (kept.isThere())
        await kept.write(text(false));
    const beat = setInterval(() => {
        if (kept.isThere())
            kept.write(text(false)).catch(() => undefined);
    }, heartbeatEvery);
    beat.unref();
    return {
        startedAt: before?.startedAt,
        jobs,
        phaseTimes: before?.phaseTimes ?? [],
        track: next => {
            phaseTimes = next;
        },
        once: async (name, work) => {
            const known = done[name];
            if (known !== undefined)
                return known;
            kept.requireNotTakenOver();
            if (hasWorked && spent())
                throw new HandedOver(name);
            if (kept.isThere())
                await kept.writeInTime(text(false));
            const result = await work();
            hasWorked = true;
            done = { ...done, [name]: result };
            if (kept.isThere())
                await kept.writeInTime(text(false));
            else if (done.lost !== undefined)
                await begin(done.lost);
            return result;
        },
        waits: async (milliseconds) => {
            kept.requireNotTakenOver();
            if (spent())
                throw new HandedOver('the drill continues in another job');
            await sleep(milliseconds);
        },
        handOver: async () => {
            clearInterval(beat);
            await (0,keeping/* keepUntil */.C)(cluster, { name: namespace, run, uid }, cluster.now() + ttl);
            await kept.writeInTime(text(true));
        },
        end: () => clearInterval(beat),
    };
}


/***/ }),

/***/ 47572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ storedDrillState),
/* harmony export */   TakenOver: () => (/* binding */ TakenOver)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);
/* harmony import */ var _scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7926);






class TakenOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
const patience = 600_000;
function storedDrillState(cluster, { namespace, run, holder }, found, sleep) {
    const folder = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace);
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateName */ .Vi);
    const inTurn = (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_5__.serialQueue)();
    let version = found;
    let takenOver;
    const requireNotTakenOver = () => {
        if (takenOver !== undefined)
            throw takenOver;
    };
    const put = async (text) => {
        const patch = { metadata: { resourceVersion: version }, data: { [_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateKey */ .bP]: text } };
        version = (await cluster.patch(path, 'merge', patch)).metadata?.resourceVersion;
    };
    const write = text => inTurn(async () => {
        requireNotTakenOver();
        try {
            await put(text());
        }
        catch (error) {
            if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
                throw error;
            const there = await cluster.get(path);
            version = there?.metadata?.resourceVersion;
            if (there === undefined || there.data?.[_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateKey */ .bP]?.includes(holder) !== true) {
                const what = there === undefined
                    ? `the saved state of the drill ${run} is gone`
                    : `another job has continued the drill ${run}`;
                takenOver = new TakenOver(what, 'see the log of the latest job of the drill');
            }
            requireNotTakenOver();
            await put(text());
        }
    });
    return {
        isThere: () => version !== undefined,
        create: async (text, ledger) => {
            const labels = { [_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .runLabel */ .Az]: run };
            const object = (name) => ({
                apiVersion: 'v1',
                kind: 'ConfigMap',
                metadata: { name, namespace, labels },
            });
            if (ledger !== undefined) {
                const binaryData = { ledger: Buffer.from(ledger).toString('base64') };
                await cluster.create(folder, { ...object(_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerName */ .bo), binaryData });
            }
            const made = await cluster.create(folder, {
                ...object(_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateName */ .Vi),
                data: { [_scratch_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .stateKey */ .bP]: text },
            });
            version = made.metadata?.resourceVersion;
        },
        write,
        writeInTime: async (text) => {
            text();
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)({ within: patience, temporary: isTemporary, delay: () => 1000, sleep }, () => write(text));
        },
        requireNotTakenOver,
    };
}
function isTemporary(error) {
    if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$)
        return error.status >= 500;
    return !(error instanceof TakenOver || error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb);
}


/***/ }),

/***/ 96001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ drillPhases),
/* harmony export */   Qr: () => (/* binding */ divide),
/* harmony export */   dU: () => (/* binding */ requirePhaseOrder)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const drillPhases = [
    'inject',
    'detect',
    'decide',
    'provision',
    'restore',
    'replay',
    'start',
    'verify',
    'cutover',
];
function divide({ from, to }, phaseTimes, assumedDetection = 0) {
    if (!(to >= from))
        throw new RangeError(`an outage from ${from} to ${to}`);
    if (!(assumedDetection >= 0))
        throw new RangeError(`an assumed detection of ${assumedDetection} ms`);
    requirePhaseOrder(phaseTimes);
    const parts = [{ name: 'assumed detection', kind: 'assumed', took: assumedDetection }];
    const within = (at) => Math.min(Math.max(at, from), to);
    let clock = from;
    let before;
    for (const { phase, ...each } of phaseTimes) {
        const name = before === undefined ? `before ${phase}` : `between ${before} and ${phase}`;
        parts.push({ name, kind: 'gap', took: within(each.from) - clock });
        parts.push({ name: phase, kind: 'phase', took: within(each.to) - within(each.from) });
        clock = within(each.to);
        before = phase;
    }
    parts.push({ name: before === undefined ? 'all of it' : `after ${before}`, kind: 'gap', took: to - clock });
    return { parts: parts.filter(({ took }) => took > 0), total: to - from + assumedDetection };
}
function requirePhaseOrder(phaseTimes) {
    let last;
    let rank = -1;
    for (const each of phaseTimes) {
        if (!(each.to >= each.from))
            throw disorder(`${each.phase} ends before it begins`);
        if (last !== undefined && each.from < last.to)
            throw disorder(`${each.phase} begins before ${last.phase} ends`);
        const next = each.phase === 'queue' ? rank : drillPhases.indexOf(each.phase);
        const continues = next === rank && last?.phase === 'queue';
        if (each.phase !== 'queue' && next <= rank && !continues)
            throw disorder(next === rank ? `${each.phase} occurs twice` : `${each.phase} comes after ${drillPhases[rank]}`);
        [last, rank] = [each, next];
    }
}
const disorder = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the times of the recovery contradict each other: ${problem}`, 'record each phase once in a job, in the order in which they happen');


/***/ }),

/***/ 89735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ keepUntil),
/* harmony export */   Z: () => (/* binding */ keepAlive)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7926);




function keepUntil(cluster, { name, run, uid }, expires) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.namespace, '', name);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: 2, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async () => {
        const { metadata } = (await cluster.get(path)) ?? {};
        if (metadata?.uid !== uid || metadata.labels?.[_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .runLabel */ .Az] !== run)
            return;
        const annotations = { [_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .expiresAnnotation */ .CN]: new Date(expires).toISOString() };
        const { resourceVersion } = metadata;
        await cluster.patch(path, 'merge', { metadata: { resourceVersion, annotations } });
    });
}
function keepAlive(cluster, scratch, ttl) {
    let last = Promise.resolve();
    const beat = setInterval(() => {
        last = keepUntil(cluster, scratch, cluster.now() + ttl).catch(() => undefined);
    }, Math.min(60_000, ttl / 4));
    beat.unref();
    return () => {
        clearInterval(beat);
        return last;
    };
}


/***/ })

};
