export const id = 7848;
export const ids = [7848];
export const modules = {

/***/ 56853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   fA: () => (/* binding */ checksumsThere),
/* harmony export */   lX: () => (/* binding */ removeChecksums),
/* harmony export */   mM: () => (/* binding */ dropEarlierChecksums),
/* harmony export */   s0: () => (/* binding */ isGenuine),
/* harmony export */   tx: () => (/* binding */ addChecksum),
/* harmony export */   z2: () => (/* binding */ storedOf)
/* harmony export */ });
/* unused harmony export checksumsOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63811);









const prefix = 'slipway.dev/sha256.';
const kept = 4;
const sum = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
function isGenuine({ metadata }, part, text) {
    return sumsIn(metadata?.annotations, part).includes(sum(text));
}
async function addChecksum(place, part, text) {
    const own = sum(text);
    const sums = await edit(place, part, known => [...known.filter(each => each !== own), own].slice(-kept));
    return sums.length > 1;
}
async function dropEarlierChecksums(place, part, text) {
    await edit(place, part, known => known.slice(Math.max(0, known.indexOf(sum(text)))));
}
async function edit({ cluster, namespace, app, token }, part, change) {
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app);
    const raced = (error) => error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && (error.isConflict || error.status === 422);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 8, temporary: raced }, async () => {
        const lease = await cluster.get(path);
        if (lease === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`cannot write the record of a release: Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)} was deleted`, 'run this again');
        const held = lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.token];
        if (token !== undefined && Number(held ?? 0) > token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_8__/* .leaseLost */ .XM)(app);
        const known = sumsIn(lease.metadata?.annotations, part);
        const next = change(known);
        if (next.join() === known.join())
            return known;
        const name = `${prefix}${part}`;
        await cluster.patch(path, 'json', [
            ...(token === undefined || held === undefined ? [] : [(0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .testUnchanged */ ._X)(lease, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.token)]),
            (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .testUnchanged */ ._X)(lease, name),
            { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(name), value: next.join() },
        ]);
        return next;
    });
}
function checksumsOf(parts) {
    return Object.fromEntries(parts.map(([part, text]) => [`${prefix}${part}`, sum(text)]));
}
async function storedOf(cluster, namespace, app) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, namespace), {
        labelSelector: `${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.app}=${app},${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.kind} in (record,outcome)`,
    });
    return items;
}
async function checksumsThere(cluster, namespace, app) {
    const parts = (await storedOf(cluster, namespace, app)).flatMap(object => {
        const part = partOf(object, app);
        return part === undefined ? [] : Object.values(object.data ?? {}).map(text => [part, text]);
    });
    return checksumsOf(parts);
}
function partOf({ metadata }, app) {
    const name = new RegExp(`^${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)}-(r\\d{1,9}(?:-outcome)?)$`);
    return name.exec(metadata?.name ?? '')?.[1];
}
async function removeChecksums(cluster, namespace, app, release) {
    const annotations = { [`${prefix}r${release}`]: null, [`${prefix}r${release}-outcome`]: null };
    await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'merge', { metadata: { annotations } });
}
function sumsIn(annotations, part) {
    const text = annotations?.[`${prefix}${part}`] ?? '';
    return text === '' ? [] : text.split(',');
}


/***/ }),

/***/ 63811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ fencedApply),
/* harmony export */   HB: () => (/* binding */ fencedDelete),
/* harmony export */   KH: () => (/* binding */ createFence),
/* harmony export */   LW: () => (/* binding */ ownedBy),
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost),
/* harmony export */   WG: () => (/* binding */ setToken),
/* harmony export */   X1: () => (/* binding */ takeTemporary),
/* harmony export */   XM: () => (/* binding */ leaseLost),
/* harmony export */   _m: () => (/* binding */ tokenOfFence),
/* harmony export */   ws: () => (/* binding */ fenceConfigMap),
/* harmony export */   xj: () => (/* binding */ fencedUpdate),
/* harmony export */   z8: () => (/* binding */ deleteFence)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22882);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91490);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68036);








function fencedApply({ app, token }) {
    return (object, live) => {
        if (object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind] === 'shipped')
            return object;
        if ((live === undefined ? 0 : (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOn */ .Bz)(live, app)) > token)
            throw leaseLost(app);
        const { uid, resourceVersion } = live?.metadata ?? {};
        return {
            ...object,
            metadata: {
                ...object.metadata,
                annotations: { ...object.metadata?.annotations, [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationOf */ .lW.token(app)]: String(token) },
                ...(uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion }),
            },
        };
    };
}
function setToken(cluster, path, { app, token }, known) {
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 8, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async (count) => {
        const object = (count === 1 ? known : undefined) ?? (await cluster.get(path));
        if (object === undefined)
            return undefined;
        if ((0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOn */ .Bz)(object, app) > token)
            throw leaseLost(app);
        const patch = (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenPatch */ .oV)(object, { app, token });
        return patch.length === 0 ? object : cluster.patch(path, 'json', patch);
    });
}
function fenceConfigMap(app, namespace, token) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.fence(app, token),
            namespace,
            labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind]: 'fence' },
        },
        data: (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_7__/* .heartbeatData */ .bk)({ beat: 0 }),
    };
}
function tokenOfFence({ metadata }) {
    return Number(/-fence-(\d{1,9})$/.exec(metadata?.name ?? '')?.[1] ?? 0);
}
function ownedBy(fence) {
    const { name = '', uid = '' } = fence.metadata ?? {};
    return { apiVersion: 'v1', kind: 'ConfigMap', name, uid };
}
function createFence(cluster, namespace, { app, token }) {
    const noAnswer = (error) => error instanceof _cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .NoAnswer */ .W_;
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 2, temporary: noAnswer }, async () => {
        try {
            return await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), fenceConfigMap(app, namespace, token));
        }
        catch (error) {
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                throw error;
            const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.fence(app, token)));
            if (there === undefined)
                throw error;
            return there;
        }
    });
}
async function deleteFence(cluster, { metadata }) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, metadata?.namespace ?? '', metadata?.name);
    await cluster.remove(path, metadata?.uid).catch(() => undefined);
}
async function takeTemporary(cluster, fence, { older, owned }, writer) {
    await Promise.all(owned.map(async (path) => {
        await fencedUpdate(cluster, path, writer, seen => cluster.patch(path, 'json', [
            ...(0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .fencingTests */ .G$)(seen, writer),
            { op: 'add', path: '/metadata/ownerReferences', value: [ownedBy(fence)] },
        ]));
    }));
    await Promise.all(older.map(({ metadata }) => cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, metadata?.namespace ?? '', metadata?.name), metadata?.uid)));
}
const attempts = 20;
async function fencedUpdate(cluster, path, writer, write) {
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async () => {
        const seen = await setToken(cluster, path, writer);
        return seen === undefined ? undefined : write(seen);
    });
}
async function fencedDelete(cluster, path, { app, token }, uid) {
    let removed;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const object = await cluster.get(path);
        const { uid: present, resourceVersion, deletionTimestamp } = object?.metadata ?? {};
        if (object === undefined || deletionTimestamp !== undefined)
            return removed ?? object;
        if (present !== (removed?.metadata?.uid ?? uid ?? present))
            return removed;
        if ((0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOn */ .Bz)(object, app) > token)
            throw leaseLost(app);
        await cluster.remove(path, present, resourceVersion);
        removed = object;
    }
    throw new Error(`${path} could not be deleted: other writers keep changing it`);
}
class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
}
const leaseLost = (app, holder = 'another run') => new LeaseLost(`${holder} has taken over the rollout of ${app}`, 'follow that run; this one no longer writes to the cluster');


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
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(91490);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(56853);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(63811);













class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
function leaseState(lease, serverNow) {
    const token = tokenOf(lease);
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
            throw new LeaseHeld(`another run is ${request.workload === undefined ? 'working on' : 'releasing'} ${request.app}: ${attempt.holder}`, `wait until it has ended (if it is dead, its Lease expires in ${Math.ceil(attempt.freeInMs / 1000)} s)${request.workload === undefined ? '' : `; to roll its release back instead, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('rollback')}`}`);
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
                annotations: { ...first.metadata?.annotations, ...(await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_10__/* .checksumsThere */ .fA)(cluster, namespace, app)) },
            };
        }
        const create = () => cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        return (await writeLease(cluster, path, first, create)) ? { token } : raced;
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
    if (!(await writeLease(cluster, path, next, () => cluster.replace(path, next))))
        return raced;
    if (!state.free)
        request.report(`taking over from ${state.holder}`);
    return { token };
}
async function writeLease(cluster, path, lease, write) {
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
            if (lease === undefined || tokenOf(lease) !== token)
                throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_11__/* .leaseLost */ .XM)(app, lease?.spec?.holderIdentity || undefined);
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

/***/ 10441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   RY: () => (/* binding */ openPhases),
/* harmony export */   bm: () => (/* binding */ transitions),
/* harmony export */   lX: () => (/* binding */ finishOrRollBack),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
const phases = [
    'prepared',
    'stepping',
    'baking',
    'promoting',
    'watching',
    'done',
    'rolling-back',
    'rolled-back',
];
const transitions = {
    prepared: ['stepping', 'promoting', 'rolling-back'],
    stepping: ['stepping', 'baking', 'rolling-back'],
    baking: ['promoting', 'rolling-back'],
    promoting: ['watching', 'done', 'rolling-back'],
    watching: ['done', 'rolling-back'],
    'rolling-back': ['rolled-back'],
    done: [],
    'rolled-back': [],
};
const isOver = (phase) => transitions[phase].length === 0;
const openPhases = phases.filter(phase => !isOver(phase));
function finishOrRollBack(phase) {
    switch (phase) {
        case 'done':
        case 'rolled-back':
            return 'none';
        case 'promoting':
        case 'watching':
            return 'finish';
        case 'prepared':
        case 'stepping':
        case 'baking':
        case 'rolling-back':
            return 'rollback';
        default:
            return phase;
    }
}


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
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(56853);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63811);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62775);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(10441);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(96102);













async function readState(cluster, namespace, app) {
    const lease = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
    const entry = lease && stateIn(lease, app);
    if (!(entry instanceof _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .InvalidStoredValue */ .Wc))
        return entry;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`cannot read the rollout state of ${app} in Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)}: ${entry.reason}`, `run \`kubectl -n ${namespace} annotate lease ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)} ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state}-\`, then ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('sweep')}, which rebuilds the state from the records`);
}
function stateIn({ metadata }, app) {
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state]: text, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort]: abort } = metadata?.annotations ?? {};
    if (text === undefined)
        return undefined;
    const rollout = (0,_schema_js__WEBPACK_IMPORTED_MODULE_12__/* .parseText */ .r4)('rollout', text);
    if (rollout instanceof _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .InvalidStoredValue */ .Wc)
        return rollout;
    if (rollout.app !== app)
        return new _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .InvalidStoredValue */ .Wc(`it belongs to application ${rollout.app}`);
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
    return needsAction === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('status')} to see what is live, or deploy a release`);
    }
}
async function requestAbort(cluster, namespace, { app, candidate }, { by, at }) {
    const value = `${candidate} ${new Date(at).toISOString()} ${by}`;
    await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'json', [
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
        await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, rollout.app), 'json', [
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
    const there = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
    try {
        if (there === undefined) {
            const lease = (0,_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .leaseObject */ ._D)(app, namespace, { holder, token, rollback: undefined });
            const checksums = await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_8__/* .checksumsThere */ .fA)(cluster, namespace, app);
            const annotations = { ...lease.metadata?.annotations, ...checksums, ...annotationsOf(rollout) };
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), {
                ...lease,
                metadata: { ...lease.metadata, annotations },
            });
        }
        else if (stateIn(there, app) === undefined) {
            await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'json', [
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
        await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'json', [
            { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.token), value: String(token) },
            ...statePatch(rollout),
            ...more,
        ]);
        return { rollout, text: JSON.stringify(rollout) };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.status === 422 || error.status === 404)))
            throw error;
        const lease = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
        if (lease !== undefined && (0,_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .tokenOf */ .B9)(lease) !== token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .leaseLost */ .XM)(app);
        if (lease !== undefined)
            throw error;
        const entry = await restoreState(cluster, namespace, rollout, (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__/* .originText */ .C)(rollout.run));
        if (entry?.rollout.token !== token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .leaseLost */ .XM)(app);
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
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .transitions */ .bm[rollout.phase].includes(to))
        throw new Error(`there is no transition from ${rollout.phase} to ${to}`);
    const { paused: _paused, needsAction: _needsAction, gate, ...rest } = rollout;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .isOver */ .PU)(to) ? {} : { gate }),
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

/***/ 96102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wc: () => (/* binding */ InvalidStoredValue),
/* harmony export */   Zg: () => (/* binding */ schemaProblem),
/* harmony export */   r4: () => (/* binding */ parseText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10441);


const releaseNumber = zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(isCount);
const moment = zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$();
const instant = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(8.64e15);
const token = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0);
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP();
const texts = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, text);
const marks = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, text.nullable());
const name = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^(?!\.{1,2}$)[^/%?#\s]+$/, { error: 'is not a name of an object' });
const key = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^((StatefulSet|DaemonSet|CronJob)\/)?(?!\.{1,2}$)[^/%?#\s]+$/, {
    error: 'is not a name of a worker',
});
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
const originSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    run: text,
    actor: text,
    repository: text.exactOptional(),
    revision: text.exactOptional(),
    url: text.exactOptional(),
});
const metadataSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    name: text.nullish(),
    namespace: text.nullish(),
    labels: marks.nullish(),
    annotations: marks.nullish(),
});
const containerSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    name: text,
    image: text.nullish(),
    env: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: text })).nullish(),
    envFrom: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({})).nullish(),
    ports: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({})).nullish(),
    volumeMounts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: text })).nullish(),
});
const podTemplate = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    metadata: metadataSchema.nullish(),
    spec: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        containers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(containerSchema),
        initContainers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(containerSchema).nullish(),
        volumes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: text })).nullish(),
    }),
});
const podTemplateSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => podTemplate.safeParse(value).success, {
    error: 'is not a pod template',
});
const workloadSpec = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    replicas: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).nullish(),
    selector: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        matchLabels: texts.nullish(),
        matchExpressions: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ key: text, operator: text, values: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).nullish() }))
            .nullish(),
    })
        .nullish(),
    template: podTemplate,
});
const cronJobSpec = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ jobTemplate: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ spec: workloadSpec }) });
const specs = {
    'apps/v1 Deployment': workloadSpec,
    'apps/v1 StatefulSet': workloadSpec,
    'apps/v1 DaemonSet': workloadSpec,
    'batch/v1 Job': workloadSpec,
    'batch/v1 CronJob': cronJobSpec,
};
const object = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ apiVersion: text, kind: text, metadata: metadataSchema.extend({ name }) })
    .refine(({ apiVersion, kind, spec }) => specs[`${apiVersion} ${kind}`]?.safeParse(spec).success ?? true);
const objectSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => object.safeParse(value).success, {
    error: 'is not a Kubernetes object',
});
const hookSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ job: objectSchema, within: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0) });
const workerBefore = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ template: podTemplateSchema, replicas: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0) }).nullable();
const promotionSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    environment: text,
    release: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).exactOptional(),
    verifiedAt: moment.exactOptional(),
    soak: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0),
    forced: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ reason: text, against: text }).exactOptional(),
});
const recordSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    app: text,
    environment: text,
    release: releaseNumber,
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['released', 'observed']),
    baseline: releaseNumber.exactOptional(),
    promotion: promotionSchema.exactOptional(),
    signatures: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ by: text, attested: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text) })).exactOptional(),
    reversible: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(false).exactOptional(),
    at: moment,
    by: originSchema,
    token,
    images: texts,
    config: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(),
    shipped: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['ConfigMap', 'Secret']), name: text, copy: name })),
    hooks: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ pre: hookSchema.exactOptional(), post: hookSchema.exactOptional() }).exactOptional(),
    workers: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(key, workerBefore).exactOptional(),
    manifests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(objectSchema),
});
const outcomeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    release: releaseNumber,
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['complete', 'verified', 'rolled-back', 'failed']),
    at: moment,
    verifiedAt: moment.exactOptional(),
    token: token.exactOptional(),
    reason: text.exactOptional(),
    template: podTemplateSchema.exactOptional(),
    workers: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(key, podTemplateSchema).exactOptional(),
});
const waits = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['gate', 'promote', 'bake', 'resume', 'approval']);
const pausedSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    until: instant,
    for: waits,
    planned: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).exactOptional(),
    reason: text.exactOptional(),
});
const gate = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    policy: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ tick: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive(), stages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()) }),
    sampling: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ pace: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ settle: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() }), probes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()) }),
    said: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        stage: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
        lastAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        enteredAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        lag: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).exactOptional(),
    })
        .nullable(),
});
const gateSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => gate.safeParse(value).success, {
    error: 'is not the state of a gate',
});
const rolloutSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    app: text,
    environment: text,
    token,
    run: originSchema,
    strategy: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['rolling', 'canary', 'blue-green']),
    phase: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_phases_js__WEBPACK_IMPORTED_MODULE_0__/* .phases */ .tW),
    step: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0),
    weight: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100),
    baseline: releaseNumber.exactOptional(),
    candidate: releaseNumber,
    capacity: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(0).max(100_000),
    autoscaler: name.exactOptional(),
    startedAt: instant,
    since: instant,
    deadline: instant,
    paused: pausedSchema.exactOptional(),
    needsAction: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ at: instant, reason: text }).exactOptional(),
    abortRequested: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ by: text, at: instant }).exactOptional(),
    applied: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().exactOptional(),
    routesPending: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).exactOptional(),
    createdObjects: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).exactOptional(),
    postHook: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ by: text }).exactOptional(),
    restoresRelease: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).exactOptional(),
    reason: text.exactOptional(),
    rolledBackFrom: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_phases_js__WEBPACK_IMPORTED_MODULE_0__/* .phases */ .tW).exactOptional(),
    gate: gateSchema.exactOptional(),
    checked: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ stage: text, since: instant }).exactOptional(),
});
const schemas = { record: recordSchema, outcome: outcomeSchema, rollout: rolloutSchema };
function parseText(key, text) {
    let value;
    try {
        value = JSON.parse(text, (name, inner) => (name === '__proto__' ? undefined : inner));
    }
    catch {
        return new InvalidStoredValue(`\`${key}\` is not JSON`);
    }
    const problem = schemaProblem(key, value);
    return problem === undefined ? value : new InvalidStoredValue(problem);
}
function schemaProblem(key, value) {
    const result = schemas[key].safeParse(value);
    if (result.success)
        return undefined;
    const [first] = result.error.issues;
    const at = [key, ...(first?.path.map(String) ?? [])].join('.');
    return `\`${at}\` ${(first?.message ?? 'is wrong').replace(/^Invalid [a-z]+: /, '')}`;
}
class InvalidStoredValue {
    reason;
    constructor(reason) {
        this.reason = reason;
    }
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
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


/***/ })

};
