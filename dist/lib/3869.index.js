export const id = 3869;
export const ids = [3869];
export const modules = {

/***/ 9247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q1: () => (/* binding */ pauseFor),
/* harmony export */   WU: () => (/* binding */ pauseSentence),
/* harmony export */   bT: () => (/* binding */ pauseRemedy),
/* harmony export */   "do": () => (/* binding */ withMoreTime),
/* harmony export */   uB: () => (/* binding */ overdueSentence),
/* harmony export */   xf: () => (/* binding */ approvalOf),
/* harmony export */   z6: () => (/* binding */ needsPerson)
/* harmony export */ });
/* harmony import */ var _analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74991);

function pauseFor(spec, o, rollout, verdict) {
    const { waiting } = spec;
    if (waiting === undefined || verdict.verdict === 'fail' || verdict.verdict === 'pod-local')
        return undefined;
    const before = stillThere(spec, rollout);
    if (before !== undefined && needsPerson(before.for)) {
        if (spec.waited?.calls === 'look')
            return before;
        if (spec.waited?.calls === 'approve' && verdict.verdict === 'no-data') {
            return { ...before, reason: `the metrics since the pause began could not be read: ${verdict.reason}` };
        }
    }
    const { reason } = verdict;
    if (verdict.verdict === 'inconclusive' && waiting.onInconclusive !== 'rollback') {
        const who = waiting.onInconclusive === 'hold' ? 'resume' : 'approval';
        return { until: o.now + waiting.patience, for: who, reason };
    }
    const open = verdict.verdict === 'continue' || verdict.verdict === 'no-data';
    if (!open || rollout.phase !== 'baking' || waiting.bake <= waiting.attended)
        return undefined;
    if (o.now - rollout.since < waiting.attended)
        return undefined;
    return { until: rollout.since + waiting.bake + waiting.patience, for: 'bake', reason };
}
function approvalOf(spec, rollout, verdict) {
    const { waited } = spec;
    if (waited?.calls !== 'approve' || stillThere(spec, rollout)?.for !== 'approval')
        return undefined;
    const open = verdict.verdict === 'continue' ||
        verdict.verdict === 'inconclusive' ||
        (verdict.verdict === 'no-data' && verdict.missing === 'idle');
    return open ? `approved by ${waited.who}; the gate said: ${verdict.reason}` : undefined;
}
function stillThere({ waited }, { phase, step }) {
    return waited !== undefined && waited.phase === phase && waited.step === step ? waited.paused : undefined;
}
const needsPerson = (waits) => waits === 'resume' || waits === 'approval';
function withMoreTime(rollout, ms, now) {
    const deadline = now + ms;
    const gating = rollout.gate;
    if (gating?.state == null)
        return { ...rollout, deadline };
    return { ...rollout, deadline, gate: { ...gating, state: (0,_analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .prolong */ .YO)(gating.state, deadline) } };
}
function pauseSentence({ for: what, until }) {
    const time = new Date(until).toISOString();
    switch (what) {
        case 'gate':
        case 'promote':
            return `waits for ${what} until ${time}`;
        case 'bake':
            return `bakes without a run; sweep checks it, and rolls it back if the bake is not over by ${time}`;
        case 'resume':
            return `waits for a person to resume it or roll it back, and is rolled back automatically at ${time}`;
        case 'approval':
            return `waits for a person to approve it or roll it back, and is rolled back automatically at ${time}`;
        default:
            return what;
    }
}
function pauseRemedy(what) {
    switch (what) {
        case 'gate':
            return 'run `gate` to continue it, or `rollback` to roll it back';
        case 'promote':
            return 'run `promote` to finish it, or `rollback` to roll it back';
        case 'bake':
            return 'wait for `sweep`, which continues it when the bake is over, or run `rollback` to roll it back';
        case 'resume':
            return 'run `gate` to resume it, or `rollback` to roll it back';
        case 'approval':
            return 'run `gate` with `approve: true` to approve it, or `rollback` to roll it back';
        default:
            return what;
    }
}
function overdueSentence({ candidate, paused }) {
    if (paused === undefined)
        return undefined;
    const until = new Date(paused.until).toISOString();
    switch (paused.for) {
        case 'gate':
        case 'promote':
            return undefined;
        case 'bake':
            return `release ${candidate} did not pass the gate before its bake had to be over, at ${until}`;
        case 'resume':
        case 'approval':
            return `release ${candidate} was paused until ${until}, and was not ${paused.for === 'resume' ? 'resumed' : 'approved'} by then`;
        default:
            return paused.for;
    }
}


/***/ }),

/***/ 23869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sentenceOf: () => (/* binding */ sentenceOf),
/* harmony export */   servingOf: () => (/* binding */ servingOf),
/* harmony export */   standing: () => (/* binding */ standing),
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9247);
/* harmony import */ var _store_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62775);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10441);
/* harmony import */ var _store_post_hook_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99171);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24576);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27848);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29296);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17121);










async function status(cluster, { config: { app }, environment }) {
    const { namespace, workload } = environment;
    const [entry, releases, lease, live] = await Promise.all([
        (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .un)(cluster, namespace, app),
        new _store_releases_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseStore */ .T(cluster, namespace, app).list(),
        cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb.application(app))),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .pathTo */ .vs)(namespace, workload)),
    ]);
    const marked = live?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.release];
    const recorded = releases.find(({ record }) => String(record.release) === marked)?.record.workers ?? {};
    const names = new Set([...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .workersOf */ .N)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .keyOf */ .TN), ...Object.keys(recorded)]);
    const workers = await (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .readWorkers */ .QF)(cluster, namespace, [...names].map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .refOfKey */ .u$));
    return {
        ...standing(entry?.rollout, lease, cluster.now()),
        ...(marked === undefined ? {} : servingOf(Number(marked), releases)),
        ...(Object.keys(workers).length === 0
            ? {}
            : {
                workers: Object.fromEntries(Object.entries(workers).map(([name, worker]) => [name, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseOf */ .l7)(worker) ?? 0])),
            }),
    };
}
function servingOf(release, releases) {
    const found = releases.find(({ record }) => record.release === release);
    if (found?.record.source !== 'released')
        return { release };
    return { release, images: found.record.images, verified: found.outcome?.state === 'verified' };
}
function standing(rollout, lease, now) {
    const held = lease === undefined ? undefined : (0,_store_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseState */ .o)(lease, now);
    const holder = held === undefined || held.free ? undefined : held.holder;
    if (rollout === undefined || (0,_store_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .isOver */ .PU)(rollout.phase)) {
        const state = holder === undefined ? 'idle' : 'running';
        const postHook = (0,_store_post_hook_js__WEBPACK_IMPORTED_MODULE_4__/* .openHookSentence */ .b)(rollout);
        return {
            state,
            phase: rollout?.phase ?? 'none',
            ...(holder === undefined ? {} : { by: holder }),
            ...(postHook === undefined ? {} : { postHook }),
        };
    }
    const { phase, candidate, weight, paused, run, needsAction: stuck } = rollout;
    const waits = paused !== undefined && paused.until > now ? paused : undefined;
    const left = waits !== undefined ? 'waiting' : stuck !== undefined ? 'needs-action' : 'left';
    return {
        state: holder !== undefined ? 'running' : left,
        phase,
        candidate,
        weight,
        by: holder ?? `${run.actor} in ${run.run}`,
        ...(waits === undefined ? {} : { waits: { ...waits, until: new Date(waits.until).toISOString() } }),
        ...(left === 'needs-action' && stuck !== undefined ? { reason: stuck.reason } : {}),
    };
}
function sentenceOf(app, { state, phase, candidate, weight, release, workers = {}, by, waits, reason, postHook }) {
    const listed = Object.entries(workers).map(([name, at]) => `${name} at ${at === 0 ? 'no release' : `release ${at}`}`);
    const behind = listed.length === 0 ? '' : ` (workers: ${listed.join(', ')})`;
    const live = release === undefined ? `no release of ${app} is live` : `release ${release} of ${app} is live${behind}`;
    if (candidate === undefined) {
        const hook = postHook === undefined ? '' : `; ${postHook}`;
        return `${live}; ${by === undefined ? 'no rollout is under way' : `the Lease is held by ${by}`}${hook}`;
    }
    const where = `${live}; release ${candidate} is ${phase} at ${weight} %`;
    switch (state) {
        case 'running':
            return `${where}, run by ${by}`;
        case 'waiting':
            return waits === undefined ? where : `${where} and ${waiting(waits)}`;
        case 'needs-action':
            return `${where} and needs action: ${reason}; fix the cause and resume it, or release a version that works`;
        case 'left':
            return `${where}, but its run has ended (${by}): run sweep to end it${phase === 'rolling-back' ? '' : ', or resume to continue it'}`;
        case 'idle':
            return where;
        default:
            return state;
    }
}
function waiting({ for: what, until, reason }) {
    const sentence = (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseSentence */ .WU)({ for: what, until: Date.parse(until) });
    const why = reason === undefined ? '' : `; ${reason}`;
    return `${sentence}${why}; ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseRemedy */ .bT)(what)}`;
}


/***/ }),

/***/ 99171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ closePostHook),
/* harmony export */   b: () => (/* binding */ openHookSentence)
/* harmony export */ });
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27848);

function openHookSentence(rollout) {
    if (rollout?.phase !== 'done' || rollout.postHook === undefined)
        return undefined;
    const { candidate, postHook } = rollout;
    return `the post hook of release ${candidate} has not succeeded (${postHook.by}), and no other run starts it: check that run, and finish the work by hand`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    for (let attempt = 1; attempt <= 8; attempt += 1) {
        const entry = await (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_0__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return;
        const { postHook: _, ...rollout } = entry.rollout;
        if (await (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_0__/* .replaceState */ .g5)(cluster, namespace, entry, rollout))
            return;
    }
}


/***/ }),

/***/ 27848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ replaced),
/* harmony export */   Jy: () => (/* binding */ moved),
/* harmony export */   OK: () => (/* binding */ releaseNeedingAction),
/* harmony export */   X0: () => (/* binding */ beginState),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   aX: () => (/* binding */ restoreState),
/* harmony export */   fy: () => (/* binding */ StateStore),
/* harmony export */   g5: () => (/* binding */ replaceState),
/* harmony export */   kR: () => (/* binding */ requestAbort),
/* harmony export */   pQ: () => (/* binding */ stateIn),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13590);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38971);
/* harmony import */ var _lease_object_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83323);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10441);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(37313);









const pathFor = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.application(app));
async function readState(cluster, namespace, app) {
    const lease = await cluster.get(pathFor(namespace, app));
    const entry = lease && stateIn(lease, app);
    if (!(entry instanceof _schema_js__WEBPACK_IMPORTED_MODULE_8__/* .Invalid */ .WO))
        return entry;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`cannot read the rollout state of ${app} in Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.application(app)}: ${entry.reason}`, `remove its annotation ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.state} and run \`sweep\`, which rebuilds the state from the records`);
}
function stateIn({ metadata }, app) {
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.state]: text, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.abort]: abort } = metadata?.annotations ?? {};
    if (text === undefined)
        return undefined;
    const rollout = (0,_schema_js__WEBPACK_IMPORTED_MODULE_8__/* .parseText */ .r4)('rollout', text);
    if (rollout instanceof _schema_js__WEBPACK_IMPORTED_MODULE_8__/* .Invalid */ .WO)
        return rollout;
    if (rollout.app !== app)
        return new _schema_js__WEBPACK_IMPORTED_MODULE_8__/* .Invalid */ .WO(`it belongs to application ${rollout.app}`);
    const abortRequested = rollout.abortRequested ?? requestIn(abort, rollout.candidate);
    return { rollout: abortRequested === undefined ? rollout : { ...rollout, abortRequested }, text };
}
function requestIn(text, candidate) {
    const [, release, at, by] = /^(\d+) (\S+) (.+)$/.exec(text ?? '') ?? [];
    const moment = Date.parse(at ?? '');
    if (by === undefined || Number(release) !== candidate || Number.isNaN(moment))
        return undefined;
    return { by, at: moment };
}
function releaseNeedingAction(entry) {
    const { needsAction, phase = 'done', candidate } = entry?.rollout ?? {};
    return needsAction === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, 'deploy a release first');
    }
}
async function requestAbort(cluster, namespace, { app, candidate }, { by, at }) {
    const value = `${candidate} ${new Date(at).toISOString()} ${by}`;
    await cluster.patch(pathFor(namespace, app), 'json', [
        { op: 'add', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.abort), value },
    ]);
}
async function beginState(cluster, namespace, rollout) {
    return writeState(cluster, namespace, rollout, [
        { op: 'add', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.abort), value: '' },
    ]);
}
async function replaceState(cluster, namespace, { text }, rollout) {
    try {
        await cluster.patch(pathFor(namespace, rollout.app), 'json', [
            { op: 'test', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.state), value: text },
            ...statePatch(rollout),
        ]);
        return true;
    }
    catch (error) {
        if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 422)
            return false;
        throw error;
    }
}
async function restoreState(cluster, namespace, rollout, holder = '') {
    const { app, token } = rollout;
    const there = await cluster.get(pathFor(namespace, app));
    try {
        if (there === undefined) {
            const lease = (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_6__/* .leaseObject */ ._D)(app, namespace, { holder, token, rollback: undefined });
            const annotations = { ...lease.metadata?.annotations, ...annotationsOf(rollout) };
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), {
                ...lease,
                metadata: { ...lease.metadata, annotations },
            });
        }
        else if (stateIn(there, app) === undefined) {
            await cluster.patch(pathFor(namespace, app), 'json', [
                { op: 'test', path: '/metadata/resourceVersion', value: there.metadata?.resourceVersion },
                ...statePatch(rollout),
            ]);
        }
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 422)))
            throw error;
    }
    return readState(cluster, namespace, app);
}
const annotationsOf = (rollout) => ({
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.state]: JSON.stringify(rollout),
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.phase]: rollout.phase,
});
const statePatch = (rollout) => Object.entries(annotationsOf(rollout)).map(([name, value]) => ({
    op: 'add',
    path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(name),
    value,
}));
async function writeState(cluster, namespace, rollout, more = []) {
    const { app, token } = rollout;
    try {
        await cluster.patch(pathFor(namespace, app), 'json', [
            { op: 'test', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.token), value: String(token) },
            ...statePatch(rollout),
            ...more,
        ]);
        return { rollout, text: JSON.stringify(rollout) };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.status === 422 || error.status === 404)))
            throw error;
        const lease = await cluster.get(pathFor(namespace, app));
        if (lease !== undefined && (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_6__/* .tokenOf */ .B9)(lease) !== token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__/* .overtaken */ .K)(app);
        if (lease !== undefined)
            throw error;
        const { actor, run } = rollout.run;
        const entry = await restoreState(cluster, namespace, rollout, `${actor} in ${run}`);
        if (entry?.rollout.token !== token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__/* .overtaken */ .K)(app);
        return entry;
    }
}
class StateStore {
    #cluster;
    #namespace;
    #rollout;
    onChange = () => { };
    #last = Promise.resolve();
    constructor(cluster, namespace, rollout) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#rollout = rollout;
    }
    get rollout() {
        return this.#rollout;
    }
    change(next) {
        const written = this.#last.then(async () => {
            const before = this.#rollout;
            const { rollout } = await writeState(this.#cluster, this.#namespace, next(before));
            this.#rollout = rollout;
            this.onChange(before, rollout);
        });
        this.#last = written.catch(() => undefined);
        return written;
    }
}
function moved(rollout, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .moves */ .Vq[rollout.phase].includes(to))
        throw new Error(`there is no transition from ${rollout.phase} to ${to}`);
    const { paused: _paused, needsAction: _needsAction, gate, ...rest } = rollout;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .isOver */ .PU)(to) ? {} : { gate }),
        ...(to === 'rolling-back' ? { rolledBackFrom: rollout.phase } : {}),
        phase: to,
        since: now,
        ...change,
    };
}
function replaced(rollout, reason, now) {
    return moved(moved(rollout, 'rolling-back', now, { weight: 0, reason }), 'rolled-back', now);
}


/***/ }),

/***/ 868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf)
/* harmony export */ });
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   gE: () => (/* binding */ withoutWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   xD: () => (/* binding */ isWorker)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(868);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .podTemplatesOf */ .ab)(object)
            .flatMap(({ spec }) => (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .containersOf */ .Mz)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryOf */ ._M)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function withoutWorkers(targets, environment) {
    return targets.filter(({ manifest }) => !isWorker(manifest, environment));
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const used = (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .containersOf */ .Mz)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryOf */ ._M)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
function takes(selector, workload) {
    const entries = Object.entries(selector ?? {});
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels ?? {};
    return entries.length > 0 && entries.every(([key, value]) => own[key] === value);
}
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ })

};
