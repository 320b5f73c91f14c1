export const id = 8065;
export const ids = [8065,8961,1342];
export const modules = {

/***/ 67014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ clientContainer),
/* harmony export */   KQ: () => (/* binding */ clientKind),
/* harmony export */   VF: () => (/* binding */ runAnnotation),
/* harmony export */   pE: () => (/* binding */ clientPod)
/* harmony export */ });
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const clientKind = 'drill-client';
const runAnnotation = 'slipway.dev/drill-run';
const clientContainer = 'client';
function clientPod(client) {
    const { name, namespace, runId, primary, container, victim, user, password, lives } = client;
    const containers = primary.spec?.containers ?? [];
    const source = container === undefined ? containers[0] : containers.find(each => each.name === container);
    if (source?.image === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${victim.pod} has no container ${container ?? ''}`.trimEnd(), `set \`container\` in slipway.yml to one of ${containers.map(each => each.name).join(', ')}`);
    const { imagePullSecrets, securityContext, tolerations } = primary.spec ?? {};
    const elsewhere = [
        { key: 'kubernetes.io/hostname', operator: 'NotIn', values: [victim.node] },
        ...(victim.zone === undefined
            ? []
            : [{ key: 'topology.kubernetes.io/zone', operator: 'NotIn', values: [victim.zone] }]),
    ];
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
            name,
            namespace,
            labels: { [_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.kind]: clientKind },
            annotations: { [runAnnotation]: runId },
        },
        spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 0,
            activeDeadlineSeconds: lives,
            affinity: {
                nodeAffinity: {
                    requiredDuringSchedulingIgnoredDuringExecution: {
                        nodeSelectorTerms: [{ matchExpressions: elsewhere }],
                    },
                },
            },
            ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
            ...(securityContext === undefined ? {} : { securityContext }),
            ...(tolerations === undefined ? {} : { tolerations }),
            containers: [
                {
                    name: clientContainer,
                    image: source.image,
                    command: ['sleep', 'infinity'],
                    env: [
                        { name: 'PGUSER', value: user },
                        {
                            name: 'PGPASSWORD',
                            valueFrom: { secretKeyRef: { name: password.secret, key: password.key } },
                        },
                        { name: 'PGAPPNAME', value: 'slipway-drill' },
                        { name: 'PGCONNECT_TIMEOUT', value: '3' },
                    ],
                    resources: { requests: { cpu: '10m', memory: '32Mi' } },
                    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                },
            ],
        },
    };
}


/***/ }),

/***/ 8065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   acquireDrillLease: () => (/* binding */ acquireDrillLease),
/* harmony export */   drillLeaseState: () => (/* binding */ drillLeaseState),
/* harmony export */   fixLeftFault: () => (/* binding */ fixLeftFault),
/* harmony export */   leaseName: () => (/* binding */ leaseName)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _release_store_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62775);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68672);
/* harmony import */ var _client_pod_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67014);










const faultKinds = ['pod', 'node', 'zone', 'far', 'cutover'];
const leaseName = 'slipway.drill';
const faultAnnotation = 'slipway.dev/drill-broken';
async function acquireDrillLease(cluster, request) {
    const { namespace } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName);
    const read = async () => {
        try {
            const { body, serverTime } = await cluster.call('GET', path);
            return { lease: JSON.parse(body), serverTime };
        }
        catch (error) {
            if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404)
                return undefined;
            throw error;
        }
    };
    const current = await read();
    const state = current && (0,_release_store_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseState */ .oi)(current.lease, current.serverTime);
    if (state?.free === false)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`another drill is running in ${namespace}: ${state.holder}`, `wait until it has ended (if it is dead, its Lease expires in ${Math.ceil(state.freeInMs / 1000)} s)`);
    const token = (state?.token ?? 0) + 1;
    const left = current && faultIn(current.lease);
    const first = leaseObject(request, { holder: request.holder, token, broken: left }, current?.lease);
    try {
        if (current === undefined)
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        else
            await cluster.replace(path, first);
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`another drill has just started in ${namespace}`, 'run this one again when the other has ended');
    }
    return held(cluster, request, token, left, async () => (await read())?.lease);
}
function held(cluster, request, token, left, read) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, request.namespace, leaseName);
    const inTurn = (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__.singleFile)();
    let broken = left;
    const write = (holder, next) => inTurn(() => (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)({ attempts: 4, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh }, async () => {
        const lease = await read();
        if (lease === undefined || tokenOf(lease) !== token)
            throw lost(request, lease);
        await cluster.replace(path, leaseObject(request, { holder, token, broken: next() }, lease));
        broken = next();
    }));
    const timer = setInterval(() => {
        write(request.holder, () => broken).catch(() => undefined);
    }, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRenewal);
    timer.unref();
    return {
        left,
        note: next => write(request.holder, () => next),
        release: async () => {
            clearInterval(timer);
            await write('', () => broken).catch(() => undefined);
        },
    };
}
const lost = ({ namespace }, lease) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`this drill lost its Lease on ${namespace} to ${lease?.spec?.holderIdentity || 'another drill'}`, 'see the log of that drill for the state of the fault');
const tokenOf = ({ metadata }) => Number(metadata?.annotations?.[_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token] ?? 0);
function faultIn({ metadata }) {
    const text = metadata?.annotations?.[faultAnnotation];
    if (text === undefined)
        return undefined;
    const { breaks, run, victim, at } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .jsonMap */ .vM)(text) ?? {};
    const known = faultKinds.find(each => each === breaks);
    const placement = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .isMap */ .jh)(victim) ? placementOf(victim) : undefined;
    if (known === undefined || typeof run !== 'string' || typeof at !== 'number' || placement === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the note about the fault of a drill in ${metadata?.namespace} cannot be read`, `find the fault, fix it, and remove the annotation ${faultAnnotation} from the Lease ${leaseName}`);
    return { breaks: known, run, victim: placement, at };
}
function placementOf({ pod, uid, node, zone }) {
    const isName = (value) => typeof value === 'string' && /^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/.test(value);
    if (!isName(pod) || !isName(uid) || !isName(node))
        return undefined;
    if (zone !== undefined && !isName(zone))
        return undefined;
    return { pod, uid, node, ...(zone === undefined ? {} : { zone }) };
}
function leaseObject({ namespace, run }, { holder, token, broken }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: leaseName,
            namespace,
            labels: { [_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: 'drill' },
            annotations: {
                [_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token]: String(token),
                [_client_pod_js__WEBPACK_IMPORTED_MODULE_7__/* .runAnnotation */ .VF]: run,
                ...(broken === undefined ? {} : { [faultAnnotation]: JSON.stringify(broken) }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: {
            holderIdentity: holder,
            leaseDurationSeconds: Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseDuration / 1000),
            renewTime: new Date().toISOString().replace('Z', '000Z'),
        },
    };
}
async function fixLeftFault(lease, fix) {
    if (lease.left === undefined)
        return undefined;
    await fix(lease.left);
    await lease.note(undefined);
    return lease.left;
}
async function drillLeaseState(cluster, namespace) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName));
    if (lease === undefined)
        return 'free';
    if (!(0,_release_store_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseState */ .oi)(lease, cluster.now()).free)
        return 'held';
    const isNoted = lease.metadata?.annotations?.[faultAnnotation] !== undefined;
    return lease.spec?.holderIdentity !== '' || isNoted ? 'left' : 'free';
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

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   singleFile: () => (/* binding */ singleFile)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function singleFile() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ })

};
