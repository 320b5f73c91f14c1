export const id = 415;
export const ids = [415];
export const modules = {

/***/ 1415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  statusAction: () => (/* binding */ statusAction)
});

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/resources.js
var resources = __webpack_require__(6544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/journal.js
var journal = __webpack_require__(7473);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/lease.js
var release_lease = __webpack_require__(96);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/naming.js
var naming = __webpack_require__(1924);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/phases.js
var phases = __webpack_require__(2544);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/status.js





async function status_status(cluster, { config: { app }, environment: { namespace, workload } }) {
    const [entry, lease, live] = await Promise.all([
        (0,journal/* readJournal */.a0)(cluster, namespace, app),
        cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.lease, namespace, naming/* nameOf */.Vb.application(app))),
        cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload.name)),
    ]);
    const marked = live?.metadata?.annotations?.[naming/* labels */.WD.release];
    return {
        ...standing(entry?.journal, lease, cluster.now()),
        ...(marked === undefined ? {} : { release: Number(marked) }),
    };
}
function standing(journal, lease, now) {
    const held = lease === undefined ? undefined : (0,release_lease/* leaseState */.oi)(lease, now);
    const holder = held === undefined || held.free ? undefined : held.holder;
    if (journal === undefined || (0,phases/* isOver */.PU)(journal.phase)) {
        const state = holder === undefined ? 'idle' : 'running';
        return { state, phase: journal?.phase ?? 'none', ...(holder === undefined ? {} : { by: holder }) };
    }
    const { phase, candidate, weight, parked, run } = journal;
    const waits = parked !== undefined && parked.until > now ? parked : undefined;
    return {
        state: holder !== undefined ? 'running' : waits !== undefined ? 'waiting' : 'left',
        phase,
        candidate,
        weight,
        by: holder ?? `${run.actor} in ${run.run}`,
        ...(waits === undefined ? {} : { waits: { for: waits.for, until: new Date(waits.until).toISOString() } }),
    };
}
function sentenceOf(app, { state, phase, candidate, weight, release, by, waits }) {
    const serves = release === undefined ? `no release of ${app} serves` : `release ${release} of ${app} serves`;
    if (candidate === undefined) {
        return by === undefined ? `${serves}; no rollout is under way` : `${serves}; ${by} is at work`;
    }
    const where = `${serves}; release ${candidate} is ${phase} at ${weight} %`;
    switch (state) {
        case 'running':
            return `${where}, moved by ${by}`;
        case 'waiting':
            return `${where} and waits for ${waits?.for} until ${waits?.until}: resume it, or undo it`;
        case 'left':
            return `${where}, left by ${by}: sweep ends it${phase === 'undoing' ? '' : ', resume goes on with it'}`;
        case 'idle':
            return where;
        default:
            return state;
    }
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/host.js
var host = __webpack_require__(1615);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/inputs.js
var inputs = __webpack_require__(3087);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/session.js + 1 modules
var session = __webpack_require__(8598);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/status.js




const statusAction = (0,host/* defineAction */.QP)({
    name: 'status',
    description: 'Say which release serves, and where a rollout stands; changes nothing.',
    inputs: {
        environment: inputs/* environment */.cA,
        config: inputs/* config */.$W,
        context: inputs/* context */._O,
    },
    outputs: {
        state: '`idle` (no rollout is under way), `running` (a run moves it), `waiting` (on purpose: `gate` or `promote` goes on) or `left` (nobody moves it: `sweep` ends it).',
        phase: 'Phase of the last rollout; `none` when there never was one.',
        candidate: 'Number of the release that is being rolled out; empty when none is.',
        weight: 'Percentage of the traffic that it is given; empty when none is.',
        release: 'Number of the release that the workload is; empty when it was never released.',
        status: 'All of it as JSON, with `by` (who moves it) and `waits` (`for` what, `until` when).',
        reason: 'Why it could not be told; empty when it could.',
    },
    refused: { status: '{}' },
    run: async (inputs, host) => {
        return (0,session/* withRollout */.ah)({ ...inputs, patient: false }, host, async (cluster, request) => {
            const found = await status_status(cluster, request);
            const { state, phase, candidate, weight, release } = found;
            host.output('state', state);
            host.output('phase', phase);
            host.output('candidate', String(candidate ?? ''));
            host.output('weight', String(weight ?? ''));
            host.output('release', String(release ?? ''));
            host.output('status', JSON.stringify(found));
            host.output('reason', '');
            const sentence = sentenceOf(request.config.app, found);
            await host.summary(`### ${sentence}\n`);
            host.report(sentence);
            return true;
        });
    },
});


/***/ }),

/***/ 7473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ JournalMoved),
/* harmony export */   Jy: () => (/* binding */ moved),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Vf: () => (/* binding */ Keeper),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   fY: () => (/* binding */ writeJournal)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2382);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1924);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2544);






const pathFor = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.application(app));
async function readJournal(cluster, namespace, app) {
    const object = await cluster.get(pathFor(namespace, app));
    return object === undefined ? undefined : entryOf(object);
}
function entryOf(object) {
    const text = object.data?.journal;
    if (text === undefined)
        return undefined;
    return { journal: JSON.parse(text), version: object.metadata?.resourceVersion ?? '' };
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, 'deploy a release first');
    }
}
class JournalMoved extends Error {
}
async function writeJournal(cluster, namespace, journal, over) {
    const object = objectOf(namespace, journal, over);
    try {
        const written = over === undefined
            ? await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), object)
            : await cluster.replace(pathFor(namespace, journal.app), object);
        return { journal, version: written.metadata?.resourceVersion ?? '' };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 404)))
            throw error;
        const there = await readJournal(cluster, namespace, journal.app);
        if (there !== undefined && JSON.stringify(there.journal) === JSON.stringify(journal))
            return there;
        throw new JournalMoved('another run wrote the journal', { cause: error });
    }
}
class Keeper {
    #cluster;
    #namespace;
    #entry;
    #last = Promise.resolve();
    constructor(cluster, namespace, entry) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#entry = entry;
    }
    get journal() {
        return this.#entry.journal;
    }
    change(next) {
        const write = async () => {
            const { journal, version } = this.#entry;
            try {
                this.#entry = await writeJournal(this.#cluster, this.#namespace, next(journal), version);
            }
            catch (error) {
                if (!(error instanceof JournalMoved))
                    throw error;
                await this.#adopt(error);
                this.#entry = await writeJournal(this.#cluster, this.#namespace, next(this.#entry.journal), this.#entry.version);
            }
        };
        const written = this.#last.then(write);
        this.#last = written.catch(() => undefined);
        return written;
    }
    async #adopt(cause) {
        const { app, token } = this.#entry.journal;
        const there = await readJournal(this.#cluster, this.#namespace, app);
        if (there === undefined || there.journal.token !== token)
            throw (0,_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .overtaken */ .K1)(app);
        if (there.journal.abortRequested === undefined)
            throw cause;
        const { abortRequested } = there.journal;
        this.#entry = { version: there.version, journal: { ...this.#entry.journal, abortRequested } };
    }
}
function moved(journal, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .moves */ .Vq[journal.phase].includes(to))
        throw new Error(`there is no move from ${journal.phase} to ${to}`);
    const { parked: _parked, gate, ...rest } = journal;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(to) ? {} : { gate }),
        phase: to,
        since: now,
        ...change,
    };
}
function objectOf(namespace, journal, version) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.application(journal.app),
            namespace,
            labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: journal.app, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'journal' },
            annotations: { [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.phase]: journal.phase },
            ...(version === undefined ? {} : { resourceVersion: version }),
        },
        data: { journal: JSON.stringify(journal) },
    };
}


/***/ }),

/***/ 96:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K1: () => (/* binding */ overtaken),
/* harmony export */   Vj: () => (/* binding */ LeaseLost),
/* harmony export */   XH: () => (/* binding */ untilFree),
/* harmony export */   ZZ: () => (/* binding */ acquireLease),
/* harmony export */   oi: () => (/* binding */ leaseState),
/* harmony export */   yj: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2382);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1924);




const durationSeconds = 30;
const renewEvery = 10_000;
const untilFree = (durationSeconds + 2) * 1000;
class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
const overtaken = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'nothing more is written; see that run for what happened');
function leaseState(lease, serverNow) {
    const token = Number(lease.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token] ?? 0);
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
        if (attempt.holder === undefined)
            continue;
        if (performance.now() >= end) {
            throw new LeaseHeld(`another run is releasing ${request.app}: ${attempt.holder}`, `wait until it has ended (its lease runs out in ${Math.ceil(attempt.freeInMs / 1000)} s if it is dead), or roll back`);
        }
        if (!announced)
            request.report(`waiting for ${attempt.holder}`);
        announced = true;
        await new Promise(resolve => setTimeout(resolve, 1000));
    }
}
async function tryAcquire(cluster, request, holder) {
    const { app, namespace, seize } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app));
    const raced = { holder: undefined, freeInMs: 0 };
    let current;
    try {
        const answer = await cluster.call('GET', path);
        current = { lease: JSON.parse(answer.body), serverTime: answer.serverTime };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404))
            throw error;
        try {
            const token = (request.floor ?? 0) + 1;
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), leaseObject(app, namespace, holder, token));
            return { token };
        }
        catch (conflict) {
            if (conflict instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && conflict.isConflict)
                return raced;
            throw conflict;
        }
    }
    const state = leaseState(current.lease, current.serverTime);
    if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
        return { holder: state.holder, freeInMs: state.freeInMs };
    if (!state.free)
        request.report(`taking over from ${state.holder}`);
    const token = Math.max(state.token, request.floor ?? 0) + 1;
    const next = leaseObject(app, namespace, holder, token, current.lease.metadata?.resourceVersion);
    try {
        await cluster.replace(path, next);
        return { token };
    }
    catch (error) {
        if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict)
            return raced;
        throw error;
    }
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app));
    const rewrite = async (nextHolder) => {
        const lease = await cluster.get(path);
        if (lease === undefined || tokenOf(lease) !== token)
            return false;
        await cluster.replace(path, leaseObject(app, namespace, nextHolder, token, lease.metadata?.resourceVersion));
        return true;
    };
    let renewal;
    const renew = async () => {
        await rewrite(holder).catch(() => undefined);
        renewal = undefined;
    };
    const timer = setInterval(() => {
        renewal ??= renew();
    }, renewEvery);
    timer.unref();
    return {
        token,
        assertHeld: async () => {
            const lease = await cluster.get(path);
            if (lease === undefined || tokenOf(lease) !== token) {
                throw new LeaseLost(`this run lost its lease on ${app} to ${lease?.spec?.holderIdentity || 'another run'}`, 'nothing more is written; see that run for what happened');
            }
        },
        release: async () => {
            clearInterval(timer);
            await renewal;
            await rewrite('').catch(() => undefined);
        },
    };
}
const tokenOf = (lease) => Number(lease.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token] ?? 0);
function leaseObject(app, namespace, holder, token, resourceVersion) {
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: app, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: 'lease' },
            annotations: { [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token]: String(token) },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', '000Z');


/***/ }),

/***/ 2544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   Vq: () => (/* binding */ moves)
/* harmony export */ });
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


/***/ })

};
