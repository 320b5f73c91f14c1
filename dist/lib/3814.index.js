export const id = 3814;
export const ids = [3814,371];
export const modules = {

/***/ 40571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r3: () => (/* binding */ applyObjects),
  q9: () => (/* binding */ claimReplicas),
  f5: () => (/* binding */ dryRunApply),
  QJ: () => (/* binding */ ownershipPatch),
  px: () => (/* binding */ takeOwnership),
  Te: () => (/* binding */ wasAppliedClientSide)
});

// UNUSED EXPORTS: fieldManager

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var toolkit_child = __webpack_require__(83402);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/cluster/environment.js
var environment = __webpack_require__(90677);
// EXTERNAL MODULE: ./.build/js/src/cluster/reach.js
var cluster_reach = __webpack_require__(65679);
// EXTERNAL MODULE: ./.build/js/src/cluster/retry.js
var cluster_retry = __webpack_require__(22882);
;// CONCATENATED MODULE: ./.build/js/src/cluster/kubectl.js








async function applyWithKubectl(object, { fieldManager, reach, refused, wait = cluster_retry/* outageTimeout */.bl }) {
    const limits = ['--request-timeout=30s'];
    const how = ['--server-side', '--force-conflicts', `--field-manager=${fieldManager}`];
    const args = ['apply', ...how, ...limits, '-f', '-', ...(0,cluster_reach/* reachFlags */.x)(reach)];
    let away = Number.NEGATIVE_INFINITY;
    const isAway = ({ code, stderr }) => {
        if (code === 0)
            return false;
        if (isUnanswered(stderr))
            away = performance.now();
        const returning = performance.now() - away < cluster_retry/* warmUp */.lM && /\((Forbidden|Unauthorized)\)/.test(stderr);
        return isUnanswered(stderr) || returning;
    };
    const fed = await (0,retry/* retry */.L5)({ within: wait, unfinished: isAway, delay: () => timing/* timing */.N.apiRetry }, () => feed('kubectl', args, JSON.stringify(object)));
    if (fed.code === 0)
        return;
    const why = tidy(fed.stderr);
    if (!isAway(fed))
        throw refused(why);
    throw new errors/* UserError */.yo(`the API server does not answer (${why.slice(0, 200)})`, 'check that it can be reached from here, then run the step again');
}
const unanswered = [
    /connection (refused|reset|timed out)|connection to the server .* was refused|client connection lost/,
    /no such host|no route to host|network is unreachable|i\/o timeout|TLS handshake timeout/,
    /deadline exceeded|Client\.Timeout|\bEOF\b|Unable to connect to the server/,
    /\((ServiceUnavailable|Timeout|ServerTimeout|TooManyRequests)\)/,
    /currently unable to handle the request|unable to return a response in the time allotted/,
];
function isUnanswered(stderr) {
    return !stderr.includes('failed calling webhook') && unanswered.some(sentence => sentence.test(stderr));
}
function feed(command, args, input) {
    return new Promise((resolve, reject) => {
        const [program, all] = (0,toolkit_child/* boundToUs */._)(command, args);
        const child = (0,external_node_child_process_.spawn)(program, all, { env: (0,environment/* kubectlEnvironment */.y)(), stdio: ['pipe', 'ignore', 'pipe'] });
        let stderr = '';
        child.stderr.on('data', chunk => {
            stderr += chunk;
        });
        child.once('error', reject);
        child.once('close', code => resolve({ code, stderr }));
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
    });
}
function tidy(stderr) {
    const lines = stderr.split('\n').filter(line => line.trim() !== '' && !line.startsWith('Warning:'));
    return lines.join('; ').slice(0, 500) || 'kubectl gave no reason';
}

;// CONCATENATED MODULE: ./.build/js/src/cluster/apply.js




const fieldManager = 'slipway';
const takesNothing = () => false;
async function applyObjects(cluster, destinations, hold = object => object, made = async () => { }, takes = takesNothing) {
    for (const destination of destinations)
        await applyOne(cluster, destination, hold, made, takes);
}
async function applyOne(cluster, { path, object, live }, hold, made, takes) {
    let there = live;
    for (let attempt = 1;; attempt += 1) {
        const held = hold(object, there);
        try {
            if (there === undefined) {
                const created = await cluster.create(path.slice(0, path.lastIndexOf('/')), held);
                await made(path, created);
                if (object.immutable === true)
                    return;
                const still = await ownAsApplied(cluster, path, created, live => hold(object, live));
                if (!still)
                    await made(path, created);
                return;
            }
            const taking = isOfHelm(there) && takes(there) ? ownershipPatch(there.metadata, true) : undefined;
            if (taking !== undefined) {
                there = await cluster.patch(path, 'json', taking);
                continue;
            }
            if (wasAppliedClientSide(there))
                return await applyWithKubectl(held, {
                    fieldManager,
                    reach: cluster.reach,
                    refused: said => refused(withoutValue(said, object)),
                });
            await cluster.patch(path, 'apply', held, { force: 'true', fieldManager });
            return;
        }
        catch (error) {
            if (isStale(error) && attempt < 10) {
                const created = there === undefined;
                there = await cluster.get(path);
                if (created && there !== undefined)
                    await made(path, there);
                continue;
            }
            const said = objection(error, object);
            if (said === undefined)
                throw error;
            throw refused(`${object.kind}/${object.metadata?.name}: ${said}`);
        }
    }
}
async function ownAsApplied(cluster, path, created, stillOurs) {
    let there = created;
    for (let attempt = 1; attempt <= 5; attempt += 1) {
        const patch = ownershipPatch(there?.metadata);
        if (patch === undefined)
            return true;
        try {
            await cluster.patch(path, 'json', patch);
            return true;
        }
        catch (error) {
            if (!(0,cluster_errors/* isRaced */.AJ)(error))
                throw error;
            there = await cluster.get(path);
            if (there === undefined || there.metadata?.uid !== created.metadata?.uid)
                return false;
            stillOurs(there);
        }
    }
    return true;
}
function isStale(error) {
    if (error instanceof cluster_errors/* ClusterError */.b$)
        return error.isConflict;
    return error instanceof errors/* UserError */.yo && /the object has been modified|Precondition failed/.test(error.message);
}
function wasAppliedClientSide({ metadata }) {
    return (metadata?.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined ||
        (metadata?.managedFields ?? []).some(({ manager }) => manager === 'kubectl-client-side-apply'));
}
const refused = (said) => new errors/* UserError */.yo(`the cluster refused the manifests: ${said}`, 'correct the object as the message says, then run the step again; if another client keeps modifying it, stop that client first');
async function dryRunApply(cluster, path, object) {
    try {
        const query = { dryRun: 'All', force: 'true', fieldManager };
        return { objection: undefined, would: await cluster.patch(path, 'apply', object, query) };
    }
    catch (error) {
        const said = objection(error, object);
        if (said === undefined)
            throw error;
        return { objection: said };
    }
}
function objection(error, object) {
    if (!(error instanceof cluster_errors/* ClusterError */.b$))
        return undefined;
    if (error.status === 401 || error.status === 429)
        return undefined;
    const unreadable = error.status === 500 && error.reason === '';
    if (error.status >= 500 && !unreadable)
        return undefined;
    return withoutValue(error.serverMessage, object);
}
function withoutValue(said, { kind }) {
    if (kind !== 'Secret')
        return said;
    return said.replace(/, got [\s\S]*$/, ', got another type (the value is not shown)');
}
async function takeOwnership(cluster, path, guard = [], takes = takesNothing) {
    await (0,retry/* retry */.L5)({ attempts: 5, temporary: cluster_errors/* isConflict */.dh }, async () => {
        const live = await cluster.get(path);
        const patch = ownershipPatch(live?.metadata, live !== undefined && isOfHelm(live) && takes(live));
        if (patch !== undefined)
            await cluster.patch(path, 'json', [...guard, ...patch]);
    });
}
const isOfHelm = ({ metadata }) => (metadata?.managedFields ?? []).some(isHelms);
const isHelms = ({ manager, fieldsV1 }) => manager === 'helm' ||
    (manager !== fieldManager && JSON.stringify(fieldsV1 ?? {}).includes('"f:meta.helm.sh/release-name"'));
function ownershipPatch(metadata, takes = false) {
    const entries = metadata?.managedFields ?? [];
    const isTaken = (entry) => takes && isHelms(entry);
    const ours = entries.filter(entry => (entry.manager === fieldManager || isTaken(entry)) && !entry.subresource);
    const first = ours.find(entry => isTaken(entry) || entry.operation === 'Update');
    if (first === undefined || metadata?.resourceVersion === undefined)
        return undefined;
    const fields = ours.reduce((all, entry) => union(all, entry.fieldsV1 ?? {}), {});
    const merged = { ...first, manager: fieldManager, operation: 'Apply', fieldsV1: fields };
    return [
        { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
        {
            op: 'replace',
            path: '/metadata/managedFields',
            value: [...entries.filter(e => !ours.includes(e)), merged],
        },
    ];
}
async function claimReplicas(cluster, path, live, held = {}) {
    if (live?.spec?.replicas === undefined)
        return;
    const claim = {
        apiVersion: live.apiVersion ?? 'apps/v1',
        kind: live.kind ?? 'Deployment',
        metadata: { name: live.metadata?.name, ...held },
        spec: { replicas: live.spec.replicas },
    };
    await cluster.patch(path, 'apply', claim, { fieldManager: 'slipway-replicas', force: 'true' });
}
function union(a, b) {
    const all = { ...a };
    for (const [key, value] of Object.entries(b)) {
        const other = all[key];
        all[key] = isObject(other) && isObject(value) ? union(other, value) : value;
    }
    return all;
}
const isObject = (value) => typeof value === 'object' && value !== null;


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
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__.leasePath)(namespace, app);
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
                annotations: { ...first.metadata?.annotations, ...(await (0,_releases_js__WEBPACK_IMPORTED_MODULE_11__.checksumsThere)(cluster, namespace, app)) },
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
    const live = workload === undefined ? undefined : await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__.pathTo)(namespace, workload));
    return live === undefined ? 0 : (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .tokenOn */ .Bz)(live, app);
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__.leasePath)(namespace, app);
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

/***/ 27848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OK: () => (/* binding */ releaseNeedingAction),
/* harmony export */   X0: () => (/* binding */ beginState),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   aX: () => (/* binding */ restoreState),
/* harmony export */   fy: () => (/* binding */ StateStore),
/* harmony export */   g5: () => (/* binding */ replaceState),
/* harmony export */   kR: () => (/* binding */ requestAbort),
/* harmony export */   kY: () => (/* binding */ transition),
/* harmony export */   mV: () => (/* binding */ rolledBackByOthers),
/* harmony export */   pQ: () => (/* binding */ stateIn),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93240);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29296);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63811);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(62775);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(10441);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(24576);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(96102);













async function readState(cluster, namespace, app) {
    const lease = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__.leasePath)(namespace, app));
    const entry = lease && stateIn(lease, app);
    if (!(entry instanceof _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .Invalid */ .WO))
        return entry;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`cannot read the rollout state of ${app} in Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)}: ${entry.reason}`, `run \`kubectl -n ${namespace} annotate lease ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)} ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state}-\`, then ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .R)('sweep')}, which rebuilds the state from the records`);
}
function stateIn({ metadata }, app) {
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state]: text, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort]: abort } = metadata?.annotations ?? {};
    if (text === undefined)
        return undefined;
    const rollout = (0,_schema_js__WEBPACK_IMPORTED_MODULE_12__/* .parseText */ .r4)('rollout', text);
    if (rollout instanceof _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .Invalid */ .WO)
        return rollout;
    if (rollout.app !== app)
        return new _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .Invalid */ .WO(`it belongs to application ${rollout.app}`);
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
    return needsAction === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_10__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .R)('status')} to see what is live, or deploy a release`);
    }
}
async function requestAbort(cluster, namespace, { app, candidate }, { by, at }) {
    const value = `${candidate} ${new Date(at).toISOString()} ${by}`;
    await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__.leasePath)(namespace, app), 'json', [
        { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort), value },
    ]);
}
async function beginState(cluster, namespace, rollout) {
    return writeState(cluster, namespace, rollout, [
        { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort), value: '' },
    ]);
}
async function replaceState(cluster, namespace, { text }, rollout) {
    try {
        await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__.leasePath)(namespace, rollout.app), 'json', [
            { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state), value: text },
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
    const there = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__.leasePath)(namespace, app));
    try {
        if (there === undefined) {
            const lease = (0,_lease_js__WEBPACK_IMPORTED_MODULE_9__/* .leaseObject */ ._D)(app, namespace, { holder, token, rollback: undefined });
            const checksums = await (0,_releases_js__WEBPACK_IMPORTED_MODULE_11__.checksumsThere)(cluster, namespace, app);
            const annotations = { ...lease.metadata?.annotations, ...checksums, ...annotationsOf(rollout) };
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), {
                ...lease,
                metadata: { ...lease.metadata, annotations },
            });
        }
        else if (stateIn(there, app) === undefined) {
            await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__.leasePath)(namespace, app), 'json', [
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
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state]: JSON.stringify(rollout),
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.phase]: rollout.phase,
});
const statePatch = (rollout) => Object.entries(annotationsOf(rollout)).map(([name, value]) => ({
    op: 'add',
    path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(name),
    value,
}));
async function writeState(cluster, namespace, rollout, more = []) {
    const { app, token } = rollout;
    try {
        await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__.leasePath)(namespace, app), 'json', [
            { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.token), value: String(token) },
            ...statePatch(rollout),
            ...more,
        ]);
        return { rollout, text: JSON.stringify(rollout) };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.status === 422 || error.status === 404)))
            throw error;
        const lease = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__.leasePath)(namespace, app));
        if (lease !== undefined && (0,_lease_js__WEBPACK_IMPORTED_MODULE_9__/* .tokenOf */ .B9)(lease) !== token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_8__/* .leaseLost */ .XM)(app);
        if (lease !== undefined)
            throw error;
        const entry = await restoreState(cluster, namespace, rollout, (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__/* .originText */ .C)(rollout.run));
        if (entry?.rollout.token !== token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_8__/* .leaseLost */ .XM)(app);
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
function transition(rollout, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_10__/* .transitions */ .bm[rollout.phase].includes(to))
        throw new Error(`there is no transition from ${rollout.phase} to ${to}`);
    const { paused: _paused, needsAction: _needsAction, gate, ...rest } = rollout;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_10__/* .isOver */ .PU)(to) ? {} : { gate }),
        ...(to === 'rolling-back' ? { rolledBackFrom: rollout.phase } : {}),
        phase: to,
        since: now,
        ...change,
    };
}
function rolledBackByOthers(rollout, reason, now) {
    return transition(transition(rollout, 'rolling-back', now, { weight: 0, reason }), 'rolled-back', now);
}


/***/ }),

/***/ 70371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Bf: () => (/* binding */ takingOver),
/* harmony export */   Fs: () => (/* binding */ standingOf),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   YP: () => (/* binding */ isAdopted),
/* harmony export */   ZP: () => (/* binding */ ownerProblem),
/* harmony export */   gc: () => (/* binding */ hasNoSurge),
/* harmony export */   l_: () => (/* binding */ progressText),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   o6: () => (/* binding */ updateBlocker),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* unused harmony exports foreignOwner, helmOwner */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);


function standingOf(workload) {
    const { metadata, status } = workload;
    const desired = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.replicasOf)(workload);
    const observed = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.kindOf)(workload)) {
        case 'CronJob':
            return { observed: true, desired, updated: 0, available: 0, complete: true };
        case 'DaemonSet': {
            const updated = status?.updatedNumberScheduled ?? 0;
            const available = status?.numberAvailable ?? 0;
            return {
                observed,
                desired,
                updated,
                available,
                complete: observed && updated >= desired && available >= desired,
            };
        }
        case 'StatefulSet': {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const turned = status?.currentRevision === status?.updateRevision;
            const complete = observed &&
                turned &&
                updated >= desired &&
                available >= desired &&
                (status?.replicas ?? 0) <= desired;
            return { observed, desired, updated, available, complete };
        }
        default: {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const complete = observed && updated >= desired && (status?.replicas ?? 0) <= updated && available >= updated;
            return { observed, desired, updated, available, complete };
        }
    }
}
const isComplete = (workload) => standingOf(workload).complete;
function progressText(workload) {
    const { desired, updated, available } = standingOf(workload);
    return `${available} of ${desired} pods available, ${updated} with the newest template`;
}
function hasNoSurge({ kind, spec }) {
    if (kind === 'StatefulSet')
        return true;
    const nothing = (surge) => surge === 0 || surge === '0%' || surge === '0';
    if (kind === 'DaemonSet') {
        const surge = spec?.updateStrategy?.rollingUpdate?.maxSurge;
        return surge === undefined || nothing(surge);
    }
    return spec?.strategy?.type === 'Recreate' || nothing(spec?.strategy?.rollingUpdate?.maxSurge);
}
function updateBlocker(workload) {
    const { kind, name } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.refOf)(workload);
    const title = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.titleOf)({ kind, name });
    const { paused, updateStrategy } = workload.spec ?? {};
    if (kind === 'Deployment' && paused === true)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} is paused`, `resume it: kubectl rollout resume deployment/${name}`);
    if (kind !== 'StatefulSet' && kind !== 'DaemonSet')
        return undefined;
    if (updateStrategy?.type === 'OnDelete')
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has updateStrategy OnDelete, so its pods keep their version until they are deleted`, 'set `updateStrategy: {type: RollingUpdate}` in its manifest');
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    if (partition > 0)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`, 'remove `partition` from its manifest, or set it to 0');
    return undefined;
}
const claims = [
    {
        owner: 'Argo CD',
        by: o => has(o.metadata?.annotations, 'argocd.argoproj.io/tracking-id') ||
            has(o.metadata?.labels, 'argocd.argoproj.io/instance') ||
            managed(o, 'argocd-controller'),
    },
    {
        owner: 'Flux',
        by: o => has(o.metadata?.labels, 'kustomize.toolkit.fluxcd.io/name') ||
            has(o.metadata?.labels, 'helm.toolkit.fluxcd.io/name') ||
            managed(o, 'kustomize-controller'),
    },
    {
        owner: 'Helm',
        by: o => has(o.metadata?.annotations, 'meta.helm.sh/release-name') || managed(o, 'helm'),
    },
];
function foreignOwner(object) {
    return claims.find(claim => claim.by(object))?.owner;
}
const helmOwner = ({ metadata }) => ({
    release: metadata?.annotations?.['meta.helm.sh/release-name'],
    namespace: metadata?.annotations?.['meta.helm.sh/release-namespace'],
});
function isAdopted(object, { adopt, namespace }) {
    const owner = helmOwner(object);
    return (adopt !== undefined &&
        owner.release === adopt.helm &&
        owner.namespace === namespace &&
        foreignOwner(object) === 'Helm');
}
function ownerProblem(object, environment) {
    const owner = foreignOwner(object);
    if (owner === undefined || isAdopted(object, environment))
        return undefined;
    const { release, namespace } = helmOwner(object);
    const known = owner === 'Helm' && release !== undefined;
    const isHere = namespace === environment.namespace;
    const place = isHere || namespace === undefined ? '' : ` in namespace ${namespace}`;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${object.kind}/${object.metadata?.name} is managed by ${owner}${known ? ` (release ${release}${place})` : ''}, which would revert the writes of a release`, known && isHere
        ? `release it with Helm, or take it over by \`adopt: {helm: ${release}}\` in its environment in slipway.yml (docs/helm.md)`
        : owner === 'Helm'
            ? `release it with ${owner}, or end its management by ${owner} first (docs/helm.md)`
            : `release by a commit that ${owner} applies, with \`delivery: {gitops: …}\` in its environment in slipway.yml (docs/gitops.md), or end its management by ${owner} first`);
}
const takingOver = (environment) => live => {
    const problem = ownerProblem(live, environment);
    if (problem !== undefined)
        throw problem;
    return true;
};
function isKept({ kind, metadata }) {
    const policy = metadata?.annotations?.['helm.sh/resource-policy'] ?? '';
    return policy.trim().toLowerCase() === 'keep' && !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__.isReleased)(kind);
}
function isControlled(object) {
    return (object.metadata?.ownerReferences ?? []).some(owner => owner.controller === true);
}
function writtenAt({ metadata }) {
    const times = (metadata?.managedFields ?? [])
        .filter(({ manager, subresource }) => manager === 'slipway' && !subresource)
        .map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(0, ...times);
}
const has = (map, key) => map?.[key] !== undefined;
const managed = (object, manager) => (object.metadata?.managedFields ?? []).some(field => field.manager === manager);


/***/ })

};
