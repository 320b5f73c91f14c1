export const id = 2775;
export const ids = [2775];
export const modules = {

/***/ 64133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aK: () => (/* binding */ leaseManager),
/* harmony export */   mA: () => (/* binding */ isPersistentChange),
/* harmony export */   vG: () => (/* binding */ isDryRun)
/* harmony export */ });
const questions = /^\/apis\/(?:authorization|authentication)\.k8s\.io\//;
const leases = /^\/apis\/coordination\.k8s\.io\//;
const leaseManager = 'slipway-lease';
const isDryRun = (path) => /[?&]dryRun=/.test(path);
function isPersistentChange(method, path) {
    const isHolder = leases.test(path) && (method !== 'PATCH' || path.includes(`fieldManager=${leaseManager}`));
    return (method !== 'GET' && !isHolder && !questions.test(path) && !isDryRun(path) && !/\/token(?:\?|$)/.test(path));
}


/***/ }),

/***/ 62775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   _D: () => (/* binding */ leaseObject),
/* harmony export */   acquireLease: () => (/* binding */ acquireLease),
/* harmony export */   oi: () => (/* binding */ leaseState),
/* harmony export */   yj: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_changes_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(64133);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68672);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(29296);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(63811);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(24576);













class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
function leaseState(lease, serverNow) {
    const token = Number(lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token] ?? 0);
    const holder = lease.spec?.holderIdentity ?? '';
    if (holder === '')
        return { free: true, token };
    const written = Math.max(0, ...(lease.metadata?.managedFields ?? []).map(field => Date.parse(field.time ?? '') || 0));
    const freeInMs = written + ((lease.spec?.leaseDurationSeconds ?? durationSeconds) + 1) * 1000 - serverNow;
    return freeInMs <= 0 ? { free: true, token } : { free: false, token, holder, freeInMs };
}
async function acquireLease(cluster, request) {
    const holder = (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__/* .originText */ .C)(request.origin);
    const end = performance.now() + request.wait;
    let announced = false;
    for (;;) {
        if (request.signal?.aborted)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the run was cancelled before it changed anything', 'run it again');
        const attempt = await tryAcquire(cluster, request, holder);
        if ('token' in attempt)
            return held(cluster, request, holder, attempt.token);
        if (attempt.holder === undefined) {
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .pause */ .v7)(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRetry / 20);
            continue;
        }
        if (performance.now() >= end) {
            throw new LeaseHeld(`another run is ${request.workload === undefined ? 'working on' : 'releasing'} ${request.app}: ${attempt.holder}`, `wait until it has ended (its Lease expires in ${Math.ceil(attempt.freeInMs / 1000)} s if it is dead)${request.workload === undefined ? '' : `, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .R)('rollback')}`}`);
        }
        if (!announced)
            request.report(`waiting for ${attempt.holder}`);
        announced = true;
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .pause */ .v7)(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRetry);
    }
}
async function tryAcquire(cluster, request, holder) {
    const { app, namespace, seize } = request;
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .leasePath */ .U8)(namespace, app);
    const raced = { holder: undefined, freeInMs: 0 };
    let current;
    try {
        const answer = await cluster.call('GET', path);
        current = { lease: JSON.parse(answer.body), serverTime: answer.serverTime };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404))
            throw error;
        const floor = await floorOf(cluster, request);
        const token = floor + 1;
        const rollback = seize === true ? { by: holder, at: cluster.now() } : undefined;
        const first = leaseObject(app, namespace, { holder, token, rollback });
        if (floor > 0) {
            request.report(`warning: the Lease of ${app} was deleted; the records of its releases are trusted without their checksums`);
            first.metadata = {
                ...first.metadata,
                annotations: { ...first.metadata?.annotations, ...(await (0,_releases_js__WEBPACK_IMPORTED_MODULE_11__/* .checksumsThere */ .fA)(cluster, namespace, app)) },
            };
        }
        const create = () => cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        return (await isTaken(cluster, path, first, create)) ? { token } : raced;
    }
    const last = rollbackOf(current.lease);
    if (request.begins && last !== undefined && last.at >= cluster.now() - performance.now() + 1000)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${last.by} rolled ${app} back after this run had begun`, 're-run the job to release this version anyway');
    const state = leaseState(current.lease, current.serverTime);
    if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
        return { holder: state.holder, freeInMs: state.freeInMs };
    const token = Math.max(state.token, await floorOf(cluster, request)) + 1;
    const rollback = seize === true ? { by: holder, at: cluster.now() } : last;
    const next = leaseObject(app, namespace, { holder, token, rollback }, current.lease);
    if (!(await isTaken(cluster, path, next, () => cluster.replace(path, next))))
        return raced;
    if (!state.free)
        request.report(`taking over from ${state.holder}`);
    return { token };
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
    const live = workload === undefined ? undefined : await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .pathTo */ .vs)(namespace, workload));
    return live === undefined ? 0 : (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .tokenOn */ .Bz)(live, app);
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .leasePath */ .U8)(namespace, app);
    const rewrite = (nextHolder) => cluster.patch(path, 'json', [
        { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token), value: String(token) },
        { op: 'add', path: '/spec/holderIdentity', value: nextHolder },
        { op: 'add', path: '/spec/renewTime', value: microTime() },
    ], { fieldManager: _cluster_changes_js__WEBPACK_IMPORTED_MODULE_12__/* .leaseManager */ .aK });
    let renewal;
    const renew = async () => {
        await rewrite(holder).catch(() => undefined);
        renewal = undefined;
    };
    const timer = setInterval(() => {
        renewal ??= renew();
    }, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRenewal);
    timer.unref();
    return {
        token,
        assertHeld: async () => {
            const lease = await cluster.get(path);
            if (lease === undefined || tokenOf(lease) !== token) {
                throw new _fencing_js__WEBPACK_IMPORTED_MODULE_10__.LeaseLost(`this run lost its Lease on ${app} to ${lease?.spec?.holderIdentity || 'another run'}`, 'follow that run instead; this run no longer writes to the cluster');
            }
        },
        release: async () => {
            clearInterval(timer);
            await renewal;
            const isGiven = () => rewrite('').then(() => true, (error) => error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.status === 422 || error.status === 404));
            const within = _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.writeRetry / 4;
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)({ within, unfinished: given => !given, delay: () => _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.apiRetry }, isGiven);
        },
    };
}
const durationSeconds = Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseDuration / 1000);
const tokenOf = ({ metadata }) => Number(metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token] ?? 0);
function rollbackOf({ metadata }) {
    const text = metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.rollback];
    const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
    return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}
function leaseObject(app, namespace, { holder, token, rollback }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { ...over?.metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.kind]: 'lease' },
            annotations: {
                ...over?.metadata?.annotations,
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token]: String(token),
                ...(rollback === undefined
                    ? {}
                    : { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.rollback]: `${new Date(rollback.at).toISOString()} ${rollback.by}` }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', `${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}Z`);


/***/ }),

/***/ 44998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ ciOf)
/* harmony export */ });
function ciOf(env) {
    if (env.GITHUB_RUN_ID !== undefined && env.GITHUB_REPOSITORY !== undefined)
        return 'github';
    if (env.GITLAB_CI === 'true' && env.CI_JOB_ID !== undefined)
        return 'gitlab';
    if (env.BUILD_NUMBER !== undefined && /^jenkins-/.test(env.BUILD_TAG ?? ''))
        return 'jenkins';
    return undefined;
}


/***/ }),

/***/ 78968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ howToRun)
/* harmony export */ });
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44998);

const commands = {
    sweep: 'slipway sweep',
    status: 'slipway status',
    resume: 'slipway gate',
    approve: 'slipway gate --approve true',
    rollback: 'slipway rollback',
};
function howToRun(operations, env = process.env) {
    const asked = [operations].flat();
    if ((0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) !== 'github')
        return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
    return asked.includes('sweep')
        ? 'start the workflow sweep.yml'
        : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}


/***/ }),

/***/ 93240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ originText),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44998);


const originText = ({ actor, run }) => `${actor} in ${run}`;
function originOf(env) {
    switch ((0,_ci_js__WEBPACK_IMPORTED_MODULE_1__/* .ciOf */ .s)(env)) {
        case 'github': {
            const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: of = '' } = env;
            const server = env.GITHUB_SERVER_URL;
            const url = server === undefined ? undefined : `${server}/${of}/actions/runs/${id}`;
            const run = `run ${id}${attempt === undefined ? '' : ` attempt ${attempt}`} of ${of}`;
            const actor = env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? 'unknown';
            return known(run, actor, of, env.GITHUB_SHA, url);
        }
        case 'gitlab': {
            const { CI_JOB_ID: job, CI_PIPELINE_ID: pipeline, CI_PROJECT_PATH: of = 'unknown' } = env;
            const run = `job ${job}${pipeline === undefined ? '' : ` of pipeline ${pipeline}`} of ${of}`;
            return known(run, env.GITLAB_USER_LOGIN ?? 'unknown', of, env.CI_COMMIT_SHA, env.CI_JOB_URL);
        }
        case 'jenkins': {
            const { BUILD_NUMBER: build, JOB_NAME: job = 'unknown', GIT_URL } = env;
            const actor = env.BUILD_USER_ID || 'jenkins';
            return known(`build ${build} of ${job}`, actor, pathOf(GIT_URL) ?? job, env.GIT_COMMIT, env.BUILD_URL);
        }
        case undefined:
            return { run: `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`, actor: userName() };
    }
}
function known(run, actor, repository, revision, url) {
    return {
        run,
        actor,
        repository,
        ...(revision === undefined ? {} : { revision }),
        ...(url === undefined ? {} : { url }),
    };
}
function pathOf(address = '') {
    return /^(?:\w+:\/\/[^/]+\/|[\w.-]+@[\w.-]+:)(.+?)(?:\.git)?\/?$/.exec(address)?.[1];
}
function userName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    }
    catch {
        return 'unknown';
    }
}


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function retryAfter(header, now = Date.now()) {
    const text = String(header ?? '').trim();
    const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.temporary?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ }),

/***/ 68672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ timing),
/* harmony export */   X: () => (/* binding */ untilFree)
/* harmony export */ });
const defaults = {
    leaseDuration: 30_000,
    leaseRenewal: 10_000,
    leaseRetry: 1_000,
    heartbeat: 5_000,
    watchdogTimeout: 30_000,
    watchdogInterval: 2_000,
    watchdogGrace: 15_000,
    watchdogReaction: 8_000,
    watchdogStart: 60_000,
    watchdogMargin: 60_000,
    cancelled: 4_000,
    handOver: 5 * 60_000,
    jobPoll: 1_000,
    apiRetry: 500,
    writeRetry: 20_000,
    writeAnswer: 12_000,
    unreachable: 120_000,
    refusal: 10_000,
};
const override = Symbol.for('slipway.timing');
const timing = {
    ...defaults,
    ...globalThis[override],
};
const untilFree = timing.leaseDuration + 2_000;


/***/ })

};
