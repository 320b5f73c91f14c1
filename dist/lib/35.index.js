export const id = 35;
export const ids = [35];
export const modules = {

/***/ 62775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   RP: () => (/* binding */ tokensOfWorkload),
/* harmony export */   _D: () => (/* binding */ leaseObject),
/* harmony export */   acquireLease: () => (/* binding */ acquireLease),
/* harmony export */   oi: () => (/* binding */ leaseState),
/* harmony export */   yj: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_changes_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(64133);
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
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(46695);














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
        const tokens = await tokensOfWorkload(cluster, request);
        const token = (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .floorOf */ .Et)(tokens) + 1;
        const rollback = seize === true ? { by: holder, at: cluster.now() } : undefined;
        const first = leaseObject(app, namespace, { holder, token, rollback });
        if (tokens.length > 0) {
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
    const isBroken = state.token === 0 && request.workload !== undefined;
    const before = isBroken ? await tokenOfReleases(cluster, request) : state.token;
    const token = Math.max(before, (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .floorOf */ .Et)(await tokensOfWorkload(cluster, request))) + 1;
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
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
            throw error;
        const there = await cluster.get(path);
        return (there !== undefined &&
            tokenOf(there) === tokenOf(lease) &&
            there.spec?.holderIdentity === lease.spec?.holderIdentity &&
            there.spec?.renewTime === lease.spec?.renewTime);
    }
}
async function tokensOfWorkload(cluster, { app, namespace, workload }) {
    if (workload === undefined)
        return [];
    const { kind, name } = workload;
    const names = kind === 'Deployment' ? [name, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .nameOf */ .Vb.canary(name)] : [name];
    const objects = await Promise.all(names.map(each => cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .pathTo */ .vs)(namespace, { kind, name: each }))));
    return objects.map(each => (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .tokenOn */ .Bz)(each ?? {}, app)).filter(token => token > 0);
}
async function tokenOfReleases(cluster, { app, namespace }) {
    const releases = await new _releases_js__WEBPACK_IMPORTED_MODULE_12__/* .ReleaseStore */ .T(cluster, namespace, app).list();
    return (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .floorOf */ .Et)(releases.flatMap(({ record, outcome }) => [record.token, outcome?.token ?? 0]));
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .leasePath */ .U8)(namespace, app);
    const rewrite = (nextHolder) => cluster.patch(path, 'json', [
        { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token), value: String(token) },
        { op: 'add', path: '/spec/holderIdentity', value: nextHolder },
        { op: 'add', path: '/spec/renewTime', value: microTime() },
    ], { fieldManager: _cluster_changes_js__WEBPACK_IMPORTED_MODULE_13__/* .leaseManager */ .aK });
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
            const giveUp = () => rewrite('').then(() => true, _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ);
            const within = _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.writeRetry / 4;
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)({ within, unfinished: given => !given, delay: () => _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.apiRetry }, giveUp);
        },
    };
}
const durationSeconds = Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseDuration / 1000);
const tokenOf = ({ metadata }) => (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .parseToken */ .pI)(metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token]);
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

/***/ 26417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YM: () => (/* binding */ recordedEnvironment),
/* harmony export */   jw: () => (/* binding */ requireSameWorkload),
/* harmony export */   zR: () => (/* binding */ requireOneEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43852);
/* harmony import */ var _config_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13407);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46695);







function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
function requireOneEnvironment(releases, { config, environment }) {
    const { namespace, workload } = environment;
    const isOurs = (other) => other?.namespace === namespace && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(other.workload) === (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(workload);
    for (const { record } of releases) {
        const { environment: name, source, release } = record;
        const recorded = recordedEnvironment(record, name, environment);
        if (source === 'observed' || isOurs(recorded) || isOurs(config.environments[name]))
            continue;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment cannot use namespace ${namespace}: there are releases of ${config.app} to ${name} (${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(recorded.workload)}) in it, with which it would share the Lease and the records`, `use another namespace or another \`app\`; if ${name} no longer uses this namespace, delete the ConfigMaps of its releases, such as ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(config.app, release)}`);
    }
}
function requireSameWorkload(releases, { record: restored }, { environmentName, environment }) {
    const workloadOf = (record) => recordedEnvironment(record, environmentName, environment).workload;
    const newest = releases.find(each => (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .hasSucceeded */ .yO)(each) && each.record.source !== 'observed')?.record;
    if (newest === undefined || restored.source === 'observed')
        return;
    const [workload, other] = [workloadOf(restored), workloadOf(newest)];
    if ((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(other) === (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(workload))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cannot roll back to release ${restored.release}: it ran in ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(workload)}, but release ${newest.release} runs in ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(other)}`, `deploy a version that works to ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(other)}`);
}
const recordedFields = _config_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFields */ .p.pick({
    namespace: true,
    manifests: true,
    workload: true,
    workers: true,
    service: true,
    route: true,
    strategy: true,
    gateway: true,
    gate: true,
    hooks: true,
    reversible: true,
    unversioned: true,
    verify: true,
});
function readRecorded(config, name) {
    const { environments } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(config) ? config : {};
    const environment = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(environment))
        return undefined;
    const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
    const written = zod__WEBPACK_IMPORTED_MODULE_6__/* .safeEncode */ .wy(recordedFields.partial(), Object.fromEntries(kept));
    return written.success ? recordedFields.safeParse(written.data).data : undefined;
}
function asAddressed({ gate, verify, manifests = [], ...recorded }, today) {
    const { cluster, repositories, trust, requires, recovery, 'take-over': takeOver } = today;
    const kept = Object.entries({
        cluster,
        repositories,
        trust,
        requires,
        recovery,
        'take-over': takeOver,
    }).filter(([, value]) => value !== undefined);
    const from = verify?.from ?? today.verify?.from;
    return {
        ...recorded,
        manifests,
        ...Object.fromEntries(kept),
        ...gateFor(gate, today.gate),
        ...(verify === undefined || from === undefined
            ? {}
            : { verify: { ...addressed(verify, today.verify), from } }),
    };
}
function gateFor(recorded, today) {
    if (recorded === 'checks')
        return today === 'checks' ? { gate: recorded } : {};
    if (recorded === undefined || today === undefined || today === 'checks')
        return {};
    return { gate: { ...recorded, prometheus: today.prometheus } };
}
function addressed({ checks, from }, today) {
    const { checks: _, from: __, ...rest } = today ?? { checks };
    return { ...rest, checks, ...(from === undefined ? {} : { from }) };
}


/***/ }),

/***/ 27848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OK: () => (/* binding */ releaseNeedingAction),
/* harmony export */   X0: () => (/* binding */ beginState),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   fy: () => (/* binding */ StateStore),
/* harmony export */   g5: () => (/* binding */ replaceState),
/* harmony export */   kR: () => (/* binding */ requestAbort),
/* harmony export */   kY: () => (/* binding */ transition),
/* harmony export */   mV: () => (/* binding */ rolledBackByOthers),
/* harmony export */   pQ: () => (/* binding */ stateIn),
/* harmony export */   tS: () => (/* binding */ recreateState),
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
        if ((0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            return false;
        throw error;
    }
}
async function recreateState(cluster, namespace, rollout, holder = '') {
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
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
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
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            throw error;
        const lease = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
        if (lease !== undefined && (0,_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .tokenOf */ .B9)(lease) !== token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .leaseLost */ .XM)(app);
        if (lease !== undefined)
            throw error;
        const entry = await recreateState(cluster, namespace, rollout, (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__/* .originText */ .C)(rollout.run));
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

/***/ 79444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ autoscalersOf),
/* harmony export */   QV: () => (/* binding */ raiseMinReplicas),
/* harmony export */   eT: () => (/* binding */ restoreMinReplicas),
/* harmony export */   ix: () => (/* binding */ autoscalerProblems)
/* harmony export */ });
/* unused harmony exports raiseMinReplicasPatch, restoreMinReplicasPatch */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59993);
/* harmony import */ var _router_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);





const floorPath = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .pointer */ .Wn)('spec', 'minReplicas');
function autoscalersOf(autoscalers, { kind, name }) {
    return autoscalers.filter(({ spec }) => spec?.scaleTargetRef.kind === kind && spec.scaleTargetRef.name === name);
}
function autoscalerProblems(autoscalers, workload) {
    const [first, ...others] = autoscalers;
    if (first === undefined)
        return [];
    const name = first.metadata?.name;
    if (others.length > 0) {
        const names = autoscalers.map(({ metadata }) => metadata?.name).join(' and ');
        return [
            new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the autoscalers ${names} both scale ${workload.kind}/${workload.name}, and so conflict`, 'keep one of them'),
        ];
    }
    const keda = scaledObjectOf(first);
    if (keda === undefined)
        return [];
    return [
        new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the autoscaler ${name} belongs to the KEDA ScaledObject/${keda}, which resets its minReplicas at once`, `pause it during the rollout (annotation autoscaling.keda.sh/paused on ScaledObject/${keda})`),
    ];
}
function scaledObjectOf({ metadata }) {
    return (metadata?.ownerReferences?.find(({ kind }) => kind === 'ScaledObject')?.name ??
        metadata?.labels?.['scaledobject.keda.sh/name']);
}
const raiseMinReplicas = (scaled, autoscalers, present) => patchEach(scaled, autoscalers, each => raiseMinReplicasPatch(each, scaled, present));
const restoreMinReplicas = (scaled, autoscalers) => patchEach(scaled, autoscalers, each => restoreMinReplicasPatch(each, scaled));
const patchEach = ({ namespace, workload }, autoscalers, patchOf) => autoscalersOf(autoscalers, workload).flatMap(each => (0,_router_js__WEBPACK_IMPORTED_MODULE_3__/* .patchAt */ .OE)((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace, each.metadata?.name), patchOf(each)));
function raiseMinReplicasPatch(autoscaler, writer, present) {
    const { minReplicas, maxReplicas = present } = autoscaler.spec ?? {};
    const set = Math.min(present, maxReplicas);
    if (set <= (minReplicas ?? 1))
        return [];
    const before = floorOf(autoscaler, writer.app);
    const was = before?.set === minReplicas && before !== undefined ? before.was : (minReplicas ?? null);
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .fencingTests */ .G$)(autoscaler, writer),
        ...unchanged(minReplicas),
        { op: 'add', path: floorPath, value: set },
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotate */ .fz)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.minReplicas(writer.app), JSON.stringify({ was, set })),
    ];
}
function restoreMinReplicasPatch(autoscaler, writer) {
    const floor = floorOf(autoscaler, writer.app);
    if (floor === undefined)
        return [];
    const present = autoscaler.spec?.minReplicas;
    const back = present !== floor.set
        ? []
        : [
            ...unchanged(present),
            floor.was === null
                ? { op: 'remove', path: floorPath }
                : { op: 'replace', path: floorPath, value: floor.was },
        ];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .fencingTests */ .G$)(autoscaler, writer),
        ...back,
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotate */ .fz)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.minReplicas(writer.app), undefined),
    ];
}
const unchanged = (minReplicas) => minReplicas === undefined ? [] : [{ op: 'test', path: floorPath, value: minReplicas }];
function floorOf(autoscaler, app) {
    const text = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.minReplicas(app));
    const { was, set } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonMap */ .vM)(text ?? '') ?? {};
    return (was === null || typeof was === 'number') && typeof set === 'number' ? { was, set } : undefined;
}


/***/ })

};
