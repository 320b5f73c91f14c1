export const id = 2775;
export const ids = [2775,7849];
export const modules = {

/***/ 83323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   ID: () => (/* binding */ rollbackOf),
/* harmony export */   Sx: () => (/* binding */ microTime),
/* harmony export */   _D: () => (/* binding */ leaseObject),
/* harmony export */   o8: () => (/* binding */ durationSeconds)
/* harmony export */ });
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68672);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const durationSeconds = Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_0__/* .timing */ .N.leaseDuration / 1000);
const tokenOf = ({ metadata }) => Number(metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.token] ?? 0);
function rollbackOf({ metadata }) {
    const text = metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.rollback];
    const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
    return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}
function leaseObject(app, namespace, { holder, token, rollback }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { ...over?.metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.kind]: 'lease' },
            annotations: {
                ...over?.metadata?.annotations,
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.token]: String(token),
                ...(rollback === undefined
                    ? {}
                    : { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.rollback]: `${new Date(rollback.at).toISOString()} ${rollback.by}` }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', `${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}Z`);


/***/ }),

/***/ 62775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   acquireLease: () => (/* binding */ acquireLease),
/* harmony export */   o: () => (/* binding */ leaseState),
/* harmony export */   y: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_changes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(64133);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68672);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13590);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38971);
/* harmony import */ var _lease_object_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(83323);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(24576);











class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
function leaseState(lease, serverNow) {
    const token = Number(lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.token] ?? 0);
    const holder = lease.spec?.holderIdentity ?? '';
    if (holder === '')
        return { free: true, token };
    const written = Math.max(0, ...(lease.metadata?.managedFields ?? []).map(field => Date.parse(field.time ?? '') || 0));
    const freeInMs = written + ((lease.spec?.leaseDurationSeconds ?? _lease_object_js__WEBPACK_IMPORTED_MODULE_8__/* .durationSeconds */ .o8) + 1) * 1000 - serverNow;
    return freeInMs <= 0 ? { free: true, token } : { free: false, token, holder, freeInMs };
}
async function acquireLease(cluster, request) {
    const holder = `${request.origin.actor} in ${request.origin.run}`;
    const end = performance.now() + request.wait;
    let announced = false;
    for (;;) {
        if (request.signal?.aborted)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the run was cancelled before it changed anything', 'run it again');
        const attempt = await tryAcquire(cluster, request, holder);
        if ('token' in attempt)
            return held(cluster, request, holder, attempt.token);
        if (attempt.holder === undefined) {
            await new Promise(resolve => setTimeout(resolve, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.leaseRetry / 20));
            continue;
        }
        if (performance.now() >= end) {
            throw new LeaseHeld(`another run is ${request.workload === undefined ? 'working on' : 'releasing'} ${request.app}: ${attempt.holder}`, `wait until it has ended (its Lease expires in ${Math.ceil(attempt.freeInMs / 1000)} s if it is dead)${request.workload === undefined ? '' : ', or roll back'}`);
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
        const floor = await floorOf(cluster, request);
        const token = floor + 1;
        const rollback = seize === true ? { by: holder, at: cluster.now() } : undefined;
        const first = (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_8__/* .leaseObject */ ._D)(app, namespace, { holder, token, rollback });
        if (floor > 0) {
            request.report(`warning: the Lease of ${app} was deleted; the records of its releases are trusted without their checksums`);
            first.metadata = {
                ...first.metadata,
                annotations: { ...first.metadata?.annotations, ...(await (0,_releases_js__WEBPACK_IMPORTED_MODULE_9__/* .checksumsThere */ .fA)(cluster, namespace, app)) },
            };
        }
        const create = () => cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        return (await isTaken(cluster, path, first, create)) ? { token } : raced;
    }
    const last = (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_8__/* .rollbackOf */ .ID)(current.lease);
    if (request.begins && last !== undefined && last.at >= cluster.now() - performance.now() + 1000)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${last.by} rolled ${app} back after this run had begun`, 'run it again to release it anyway');
    const state = leaseState(current.lease, current.serverTime);
    if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
        return { holder: state.holder, freeInMs: state.freeInMs };
    const token = Math.max(state.token, await floorOf(cluster, request)) + 1;
    const rollback = seize === true ? { by: holder, at: cluster.now() } : last;
    const next = (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_8__/* .leaseObject */ ._D)(app, namespace, { holder, token, rollback }, current.lease);
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
            (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_8__/* .tokenOf */ .B9)(there) === (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_8__/* .tokenOf */ .B9)(lease) &&
            there.spec?.holderIdentity === lease.spec?.holderIdentity &&
            there.spec?.renewTime === lease.spec?.renewTime);
    }
}
async function floorOf(cluster, { app, namespace, workload }) {
    const live = workload === undefined ? undefined : await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(namespace, workload));
    return live === undefined ? 0 : (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_4__/* .stampOf */ .Zs)(live, app);
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.application(app));
    const rewrite = (nextHolder) => cluster.patch(path, 'json', [
        { op: 'test', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_4__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.token), value: String(token) },
        { op: 'add', path: '/spec/holderIdentity', value: nextHolder },
        { op: 'add', path: '/spec/renewTime', value: (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_8__/* .microTime */ .Sx)() },
    ], { fieldManager: _cluster_changes_js__WEBPACK_IMPORTED_MODULE_10__/* .leaseManager */ .aK });
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
            if (lease === undefined || (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_8__/* .tokenOf */ .B9)(lease) !== token) {
                throw new _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost(`this run lost its lease on ${app} to ${lease?.spec?.holderIdentity || 'another run'}`, 'see that run; this one writes nothing more');
            }
        },
        release: async () => {
            clearInterval(timer);
            await renewal;
            const end = performance.now() + _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.writeRetry / 4;
            const isGiven = () => rewrite('').then(() => true, (error) => error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.status === 422 || error.status === 404));
            while (!(await isGiven()) && performance.now() < end)
                await new Promise(resolve => setTimeout(resolve, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.apiRetry));
        },
    };
}


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const ofPods = ['spec', 'template'];
const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        template: ofPods,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        template: ['spec', 'jobTemplate', 'spec', 'template'],
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const collectionOf = (namespace, kind) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace);
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => `/${traits[kind].template.join('/')}`;
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}


/***/ }),

/***/ 13590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G$: () => (/* binding */ fencingTests),
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
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
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
    return annotation(object, annotationOf.watchdog(app)) === String(token);
}


/***/ })

};
