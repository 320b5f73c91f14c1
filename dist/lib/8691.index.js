export const id = 8691;
export const ids = [8691,8971];
export const modules = {

/***/ 83658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ replaced),
/* harmony export */   $f: () => (/* binding */ heldIn),
/* harmony export */   Fs: () => (/* binding */ beginJournal),
/* harmony export */   JX: () => (/* binding */ JournalMoved),
/* harmony export */   Jy: () => (/* binding */ moved),
/* harmony export */   Vf: () => (/* binding */ Keeper),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   dY: () => (/* binding */ holdsLease),
/* harmony export */   fY: () => (/* binding */ writeJournal),
/* harmony export */   ne: () => (/* binding */ sealJournal),
/* harmony export */   zc: () => (/* binding */ journalIn)
/* harmony export */ });
/* unused harmony export UnusableState */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38971);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3005);
/* harmony import */ var _stored_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94467);







const pathFor = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app));
async function readJournal(cluster, namespace, app) {
    const object = await cluster.get(pathFor(namespace, app));
    if (object === undefined)
        return undefined;
    const journal = (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStored */ .Tw)(object, 'journal');
    if (journal instanceof _stored_js__WEBPACK_IMPORTED_MODULE_6__/* .Unusable */ .kO)
        throw new UnusableState(app, journal.reason, object);
    if (journal.app !== app)
        throw new UnusableState(app, `it belongs to application ${journal.app}`, object);
    return { journal, ...writtenOver(object) };
}
function journalIn(object) {
    const journal = (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStored */ .Tw)(object, 'journal');
    return journal instanceof _stored_js__WEBPACK_IMPORTED_MODULE_6__/* .Unusable */ .kO ? undefined : journal;
}
function writtenOver({ metadata = {} }) {
    const { resourceVersion: version = '', labels, annotations } = metadata;
    return { version, labels, annotations };
}
class UnusableState extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    over;
    constructor(app, reason, object) {
        const name = `ConfigMap/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)}`;
        super(`cannot read the rollout state of ${app} in ${name}: ${reason}`, 'delete it and run `sweep`, which rebuilds the state from the records');
        this.over = writtenOver(object);
    }
}
function heldIn(entry) {
    const { held, phase = 'done', candidate } = entry?.journal ?? {};
    return held === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, 'deploy a release first');
    }
}
class JournalMoved extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(options) {
        super('cannot write the rollout state: its ConfigMap changed at the same time', 'run this again', options);
    }
}
async function writeJournal(cluster, namespace, journal, over) {
    const object = objectOf(namespace, journal, over);
    try {
        const written = over === undefined
            ? await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), object)
            : await cluster.replace(pathFor(namespace, journal.app), object);
        return { journal, ...writtenOver(written) };
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            throw error;
        const there = await readJournal(cluster, namespace, journal.app).catch(unlessUnusable);
        if (there instanceof UnusableState)
            throw new JournalMoved({ cause: error });
        if (there !== undefined && JSON.stringify(there.journal) === JSON.stringify(journal))
            return there;
        throw new JournalMoved({ cause: error });
    }
}
function unlessUnusable(error) {
    if (error instanceof UnusableState)
        return error;
    throw error;
}
async function beginJournal(cluster, namespace, journal) {
    const { app, token } = journal;
    for (let attempt = 1;; attempt += 1) {
        const before = await readJournal(cluster, namespace, app);
        if ((before?.journal.token ?? 0) > token && !(await holdsLease(cluster, namespace, { app, token })))
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
        try {
            return await writeJournal(cluster, namespace, journal, before);
        }
        catch (error) {
            if (!(error instanceof JournalMoved) || attempt === 8)
                throw error;
        }
    }
}
async function sealJournal(cluster, namespace, app, { token, run }) {
    const before = (await readJournal(cluster, namespace, app))?.journal;
    if (before !== undefined)
        await beginJournal(cluster, namespace, { ...before, token, run });
}
async function holdsLease(cluster, namespace, { app, token }) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)));
    return Number(lease?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token]) === token;
}
class Keeper {
    #cluster;
    #namespace;
    #journal;
    #over;
    onChange = () => { };
    #last = Promise.resolve();
    constructor(cluster, namespace, entry) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#journal = entry.journal;
        this.#over = entry;
    }
    get journal() {
        return this.#journal;
    }
    change(next) {
        const write = async () => {
            const before = this.#journal;
            await overwrite();
            this.onChange(before, this.#journal);
        };
        const overwrite = async () => {
            for (let attempt = 1;; attempt += 1) {
                try {
                    const written = next(this.#journal);
                    this.#over = await writeJournal(this.#cluster, this.#namespace, written, this.#over);
                    this.#journal = written;
                    return;
                }
                catch (error) {
                    if (!(error instanceof JournalMoved) || attempt === 8)
                        throw error;
                    await this.#adopt();
                }
            }
        };
        const written = this.#last.then(write);
        this.#last = written.catch(() => undefined);
        return written;
    }
    async #adopt() {
        const { app } = this.#journal;
        const there = await readJournal(this.#cluster, this.#namespace, app).catch(unlessUnusable);
        if (!(await this.holdsLease()))
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
        this.#over = there instanceof UnusableState ? there.over : there;
        const abortRequested = there instanceof UnusableState ? undefined : there?.journal.abortRequested;
        if (abortRequested !== undefined)
            this.#journal = { ...this.#journal, abortRequested };
    }
    holdsLease() {
        return holdsLease(this.#cluster, this.#namespace, this.#journal);
    }
}
function moved(journal, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .moves */ .Vq[journal.phase].includes(to))
        throw new Error(`there is no move from ${journal.phase} to ${to}`);
    const { parked: _parked, held: _held, gate, ...rest } = journal;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(to) ? {} : { gate }),
        ...(to === 'undoing' ? { undoneFrom: journal.phase } : {}),
        phase: to,
        since: now,
        ...change,
    };
}
function replaced(journal, reason, now) {
    return moved(moved(journal, 'undoing', now, { weight: 0, reason }), 'undone', now);
}
function objectOf(namespace, journal, over) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(journal.app),
            namespace,
            labels: { ...over?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: journal.app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: 'journal' },
            annotations: { ...over?.annotations, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.phase]: journal.phase },
            ...(over === undefined ? {} : { resourceVersion: over.version }),
        },
        data: { journal: JSON.stringify(journal) },
    };
}


/***/ }),

/***/ 78691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   acquireLease: () => (/* binding */ acquireLease),
/* harmony export */   o: () => (/* binding */ leaseState),
/* harmony export */   y: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68672);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13590);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38971);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(83658);









const durationSeconds = Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.leaseDuration / 1000);
class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
function leaseState(lease, serverNow) {
    const token = Number(lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.token] ?? 0);
    const holder = lease.spec?.holderIdentity ?? '';
    if (holder === '')
        return { free: true, token };
    const written = Math.max(0, ...(lease.metadata?.managedFields ?? []).map(field => Date.parse(field.time ?? '') || 0));
    const freeInMs = written + ((lease.spec?.leaseDurationSeconds ?? durationSeconds) + 1) * 1000 - serverNow;
    return freeInMs <= 0 ? { free: true, token } : { free: false, token, holder, freeInMs };
}
async function acquireLease(cluster, request) {
    const holder = `${request.origin.actor} in ${request.origin.run}`;
    const end = performance.now() + request.wait;
    let announced = false;
    for (;;) {
        if (request.signal?.aborted)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the run was cancelled', 'nothing was changed');
        const attempt = await tryAcquire(cluster, request, holder);
        if ('token' in attempt)
            return held(cluster, request, holder, attempt.token);
        if (attempt.holder === undefined) {
            await new Promise(resolve => setTimeout(resolve, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.leaseRetry / 20));
            continue;
        }
        if (performance.now() >= end) {
            throw new LeaseHeld(`another run is ${request.workload === undefined ? 'at work on' : 'releasing'} ${request.app}: ${attempt.holder}`, `wait until it has ended (its lease runs out in ${Math.ceil(attempt.freeInMs / 1000)} s if it is dead)${request.workload === undefined ? '' : ', or roll back'}`);
        }
        if (!announced)
            request.report(`waiting for ${attempt.holder}`);
        announced = true;
        await new Promise(resolve => setTimeout(resolve, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.leaseRetry));
    }
}
async function tryAcquire(cluster, request, holder) {
    const { app, namespace, seize } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.application(app));
    const raced = { holder: undefined, freeInMs: 0 };
    let current;
    try {
        const answer = await cluster.call('GET', path);
        current = { lease: JSON.parse(answer.body), serverTime: answer.serverTime };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404))
            throw error;
        const token = (await floorOf(cluster, request)) + 1;
        const rollback = seize === true ? { by: holder, at: cluster.now() } : undefined;
        const first = leaseObject(app, namespace, { holder, token, rollback });
        const create = () => cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        return (await isTaken(cluster, path, first, create)) ? { token } : raced;
    }
    const last = rollbackOf(current.lease);
    if (request.begins && last !== undefined && last.at >= cluster.now() - performance.now() + 1000)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${last.by} rolled ${app} back after this run had begun`, 'run it again if it is to be released all the same');
    const state = leaseState(current.lease, current.serverTime);
    if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
        return { holder: state.holder, freeInMs: state.freeInMs };
    if (!state.free)
        request.report(`taking over from ${state.holder}`);
    const token = Math.max(state.token, await floorOf(cluster, request)) + 1;
    const rollback = seize === true ? { by: holder, at: cluster.now() } : last;
    const next = leaseObject(app, namespace, { holder, token, rollback }, current.lease);
    return (await isTaken(cluster, path, next, () => cluster.replace(path, next))) ? { token } : raced;
}
async function isTaken(cluster, path, lease, write) {
    try {
        await write();
        return true;
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict))
            throw error;
        const there = await cluster.get(path);
        return (there !== undefined &&
            tokenOf(there) === tokenOf(lease) &&
            there.spec?.holderIdentity === lease.spec?.holderIdentity &&
            there.spec?.renewTime === lease.spec?.renewTime);
    }
}
async function floorOf(cluster, { app, namespace, workload }) {
    const [entry, live] = await Promise.all([
        (0,_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .readJournal */ .a0)(cluster, namespace, app),
        workload === undefined ? undefined : cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(namespace, workload)),
    ]);
    const stamp = live === undefined ? 0 : (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_4__/* .stampOf */ .Zs)(live, app);
    const journal = entry?.journal.token ?? 0;
    return journal > stamp + 1_000_000 ? stamp : Math.max(journal, stamp);
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.application(app));
    const rewrite = async (nextHolder) => {
        const lease = await cluster.get(path);
        if (lease === undefined || tokenOf(lease) !== token)
            return false;
        const next = { holder: nextHolder, token, rollback: rollbackOf(lease) };
        await cluster.replace(path, leaseObject(app, namespace, next, lease));
        return true;
    };
    let renewal;
    const renew = async () => {
        await rewrite(holder).catch(() => undefined);
        renewal = undefined;
    };
    const timer = setInterval(() => {
        renewal ??= renew();
    }, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.leaseRenewal);
    timer.unref();
    return {
        token,
        assertHeld: async () => {
            const lease = await cluster.get(path);
            if (lease === undefined || tokenOf(lease) !== token) {
                throw new _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost(`this run lost its lease on ${app} to ${lease?.spec?.holderIdentity || 'another run'}`, 'nothing more is written; see that run for what happened');
            }
        },
        release: async () => {
            clearInterval(timer);
            await renewal;
            const end = performance.now() + _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.writeRetry / 4;
            const isGiven = () => rewrite('').then(() => true, () => false);
            while (!(await isGiven()) && performance.now() < end)
                await new Promise(resolve => setTimeout(resolve, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.apiRetry));
        },
    };
}
const tokenOf = (lease) => Number(lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.token] ?? 0);
function rollbackOf({ metadata }) {
    const text = metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.rollback];
    const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
    return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}
function leaseObject(app, namespace, { holder, token, rollback }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { ...over?.metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind]: 'lease' },
            annotations: {
                ...over?.metadata?.annotations,
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.token]: String(token),
                ...(rollback === undefined
                    ? {}
                    : { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.rollback]: `${new Date(rollback.at).toISOString()} ${rollback.by}` }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', `${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}Z`);


/***/ }),

/***/ 3005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   Vq: () => (/* binding */ moves),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
const phases = [
    'prepared',
    'stepping',
    'baking',
    'promoting',
    'watching',
    'done',
    'undoing',
    'undone',
];
const moves = {
    prepared: ['stepping', 'promoting', 'undoing'],
    stepping: ['stepping', 'baking', 'undoing'],
    baking: ['promoting', 'undoing'],
    promoting: ['watching', 'done', 'undoing'],
    watching: ['done', 'undoing'],
    undoing: ['undone'],
    done: [],
    undone: [],
};
const isOver = (phase) => moves[phase].length === 0;
function remedyOf(phase) {
    switch (phase) {
        case 'done':
        case 'undone':
            return 'none';
        case 'promoting':
        case 'watching':
            return 'finish';
        case 'prepared':
        case 'stepping':
        case 'baking':
        case 'undoing':
            return 'undo';
        default:
            return phase;
    }
}


/***/ }),

/***/ 94467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kO: () => (/* binding */ Unusable),
  Tw: () => (/* binding */ parseStored),
  Zg: () => (/* binding */ schemaProblem)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./.build/js/src/release/state/phases.js
var phases = __webpack_require__(3005);
;// CONCATENATED MODULE: ./.build/js/src/release/state/stored.js


const releaseNumber = schemas/* custom */.IeY(isCount);
const moment = datetime();
const instant = schemas/* number */.aig().min(0).max(8.64e15);
const token = schemas/* int */.Whr().min(0);
const stored_text = schemas/* string */.YjP();
const texts = schemas/* record */.g1P(stored_text, stored_text);
const marks = schemas/* record */.g1P(stored_text, stored_text.nullable());
const stored_name = schemas/* string */.YjP().regex(/^(?!\.{1,2}$)[^/%?#\s]+$/, { error: 'is not a name of an object' });
const key = schemas/* string */.YjP().regex(/^((StatefulSet|DaemonSet|CronJob)\/)?(?!\.{1,2}$)[^/%?#\s]+$/, {
    error: 'is not a name of a worker',
});
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
const originSchema = schemas/* object */.Ikc({
    run: stored_text,
    actor: stored_text,
    repository: stored_text.exactOptional(),
    revision: stored_text.exactOptional(),
    url: stored_text.exactOptional(),
});
const metadataSchema = schemas/* looseObject */._H3({
    name: stored_text.nullish(),
    namespace: stored_text.nullish(),
    labels: marks.nullish(),
    annotations: marks.nullish(),
});
const containerSchema = schemas/* looseObject */._H3({
    name: stored_text,
    image: stored_text.nullish(),
    env: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: stored_text })).nullish(),
    envFrom: schemas/* array */.YOg(schemas/* looseObject */._H3({})).nullish(),
    ports: schemas/* array */.YOg(schemas/* looseObject */._H3({})).nullish(),
    volumeMounts: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: stored_text })).nullish(),
});
const podTemplate = schemas/* looseObject */._H3({
    metadata: metadataSchema.nullish(),
    spec: schemas/* looseObject */._H3({
        containers: schemas/* array */.YOg(containerSchema),
        initContainers: schemas/* array */.YOg(containerSchema).nullish(),
        volumes: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: stored_text })).nullish(),
    }),
});
const podTemplateSchema = schemas/* custom */.IeY(value => podTemplate.safeParse(value).success, {
    error: 'is not a pod template',
});
const workloadSpec = schemas/* looseObject */._H3({
    replicas: schemas/* int */.Whr().min(0).nullish(),
    selector: schemas/* looseObject */._H3({
        matchLabels: texts.nullish(),
        matchExpressions: schemas/* array */.YOg(schemas/* looseObject */._H3({ key: stored_text, operator: stored_text, values: schemas/* array */.YOg(stored_text).nullish() }))
            .nullish(),
    })
        .nullish(),
    template: podTemplate,
});
const cronJobSpec = schemas/* looseObject */._H3({ jobTemplate: schemas/* looseObject */._H3({ spec: workloadSpec }) });
const specs = {
    'apps/v1 Deployment': workloadSpec,
    'apps/v1 StatefulSet': workloadSpec,
    'apps/v1 DaemonSet': workloadSpec,
    'batch/v1 Job': workloadSpec,
    'batch/v1 CronJob': cronJobSpec,
};
const object = schemas/* looseObject */._H3({ apiVersion: stored_text, kind: stored_text, metadata: metadataSchema.extend({ name: stored_name }) })
    .refine(({ apiVersion, kind, spec }) => specs[`${apiVersion} ${kind}`]?.safeParse(spec).success ?? true);
const objectSchema = schemas/* custom */.IeY(value => object.safeParse(value).success, {
    error: 'is not a Kubernetes object',
});
const hookSchema = schemas/* object */.Ikc({ job: objectSchema, within: schemas/* number */.aig().min(0) });
const workerBefore = schemas/* object */.Ikc({ template: podTemplateSchema, replicas: schemas/* int */.Whr().min(0) }).nullable();
const promotionSchema = schemas/* object */.Ikc({
    environment: stored_text,
    release: schemas/* int */.Whr().min(0).exactOptional(),
    verifiedAt: moment.exactOptional(),
    soak: schemas/* number */.aig().min(0),
    forced: schemas/* object */.Ikc({ reason: stored_text, against: stored_text }).exactOptional(),
});
const recordSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    app: stored_text,
    environment: stored_text,
    release: releaseNumber,
    source: schemas/* enum */.k5n(['released', 'observed']),
    baseline: releaseNumber.exactOptional(),
    promotion: promotionSchema.exactOptional(),
    signatures: schemas/* record */.g1P(stored_text, schemas/* object */.Ikc({ by: stored_text, attested: schemas/* array */.YOg(stored_text) })).exactOptional(),
    reversible: schemas/* literal */.euz(false).exactOptional(),
    at: moment,
    by: originSchema,
    token,
    images: texts,
    config: schemas/* unknown */.L5J(),
    shipped: schemas/* array */.YOg(schemas/* object */.Ikc({ kind: schemas/* enum */.k5n(['ConfigMap', 'Secret']), name: stored_text, copy: stored_name })),
    hooks: schemas/* object */.Ikc({ pre: hookSchema.exactOptional(), post: hookSchema.exactOptional() }).exactOptional(),
    workers: schemas/* record */.g1P(key, workerBefore).exactOptional(),
    manifests: schemas/* array */.YOg(objectSchema),
});
const outcomeSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    release: releaseNumber,
    state: schemas/* enum */.k5n(['complete', 'verified', 'undone', 'failed']),
    at: moment,
    verifiedAt: moment.exactOptional(),
    token: token.exactOptional(),
    reason: stored_text.exactOptional(),
    template: podTemplateSchema.exactOptional(),
    workers: schemas/* record */.g1P(key, podTemplateSchema).exactOptional(),
});
const waits = schemas/* enum */.k5n(['gate', 'promote', 'bake', 'resume', 'approval']);
const parkedSchema = schemas/* object */.Ikc({
    until: instant,
    for: waits,
    reason: stored_text.exactOptional(),
});
const gate = schemas/* looseObject */._H3({
    policy: schemas/* looseObject */._H3({ tick: schemas/* number */.aig().positive(), stages: schemas/* array */.YOg(schemas/* unknown */.L5J()) }),
    sampling: schemas/* looseObject */._H3({ pace: schemas/* looseObject */._H3({ settle: schemas/* number */.aig() }), probes: schemas/* array */.YOg(schemas/* unknown */.L5J()) }),
    said: schemas/* array */.YOg(stored_text),
    state: schemas/* looseObject */._H3({
        stage: schemas/* int */.Whr(),
        lastAt: schemas/* number */.aig(),
        enteredAt: schemas/* number */.aig(),
        lag: schemas/* number */.aig().min(0).exactOptional(),
    })
        .nullable(),
});
const gateSchema = schemas/* custom */.IeY(value => gate.safeParse(value).success, {
    error: 'is not the state of a gate',
});
const journalSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    app: stored_text,
    environment: stored_text,
    token,
    run: originSchema,
    strategy: schemas/* enum */.k5n(['rolling', 'canary', 'blue-green']),
    phase: schemas/* enum */.k5n(phases/* phases */.tW),
    step: schemas/* int */.Whr().min(0),
    weight: schemas/* number */.aig().min(0).max(100),
    baseline: releaseNumber.exactOptional(),
    candidate: releaseNumber,
    capacity: schemas/* int */.Whr().min(0).max(100_000),
    autoscaler: stored_name.exactOptional(),
    startedAt: instant,
    since: instant,
    deadline: instant,
    parked: parkedSchema.exactOptional(),
    held: schemas/* object */.Ikc({ at: instant, reason: stored_text }).exactOptional(),
    abortRequested: schemas/* object */.Ikc({ by: stored_text, at: instant }).exactOptional(),
    applied: schemas/* boolean */.zMY().exactOptional(),
    makes: schemas/* array */.YOg(stored_text).exactOptional(),
    postHook: schemas/* object */.Ikc({ by: stored_text }).exactOptional(),
    reason: stored_text.exactOptional(),
    undoneFrom: schemas/* enum */.k5n(phases/* phases */.tW).exactOptional(),
    gate: gateSchema.exactOptional(),
});
const stored_schemas = { record: recordSchema, outcome: outcomeSchema, journal: journalSchema };
function parseStored({ data }, key) {
    const text = data?.[key];
    if (text === undefined)
        return new Unusable(`it has no \`${key}\``);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return new Unusable(`\`${key}\` is not JSON`);
    }
    const problem = schemaProblem(key, value);
    return problem === undefined ? value : new Unusable(problem);
}
function schemaProblem(key, value) {
    const result = stored_schemas[key].safeParse(value);
    if (result.success)
        return undefined;
    const [first] = result.error.issues;
    const at = [key, ...(first?.path.map(String) ?? [])].join('.');
    return `\`${at}\` ${(first?.message ?? 'is wrong').replace(/^Invalid [a-z]+: /, '')}`;
}
class Unusable {
    reason;
    constructor(reason) {
        this.reason = reason;
    }
}


/***/ }),

/***/ 38971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ overtaken),
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
const overtaken = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'nothing more is written; see that run for what happened');


/***/ }),

/***/ 13590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   Zb: () => (/* binding */ isTakenBack),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   "if": () => (/* binding */ stampPatch),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    deadMan: (app) => `slipway.dev/dead-man.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fenced(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function stampOf(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function stampPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = stampOf(object, app);
    if (present > token)
        throw new Error(`stamp ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isTakenBack(object, { app, token }) {
    return annotation(object, annotationOf.deadMan(app)) === String(token);
}


/***/ })

};
