export const id = 670;
export const ids = [670];
export const modules = {

/***/ 4485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   uO: () => (/* binding */ apiVersionOf)
/* harmony export */ });
const builtIn = (group, version, plural, kind) => ({
    group,
    version,
    plural,
    kind,
    namespaced: true,
});
const resources = {
    configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
    secret: builtIn('', 'v1', 'secrets', 'Secret'),
    service: builtIn('', 'v1', 'services', 'Service'),
    pod: builtIn('', 'v1', 'pods', 'Pod'),
    event: builtIn('', 'v1', 'events', 'Event'),
    serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
    node: { ...builtIn('', 'v1', 'nodes', 'Node'), namespaced: false },
    namespace: { ...builtIn('', 'v1', 'namespaces', 'Namespace'), namespaced: false },
    deployment: builtIn('apps', 'v1', 'deployments', 'Deployment'),
    replicaSet: builtIn('apps', 'v1', 'replicasets', 'ReplicaSet'),
    statefulSet: builtIn('apps', 'v1', 'statefulsets', 'StatefulSet'),
    daemonSet: builtIn('apps', 'v1', 'daemonsets', 'DaemonSet'),
    controllerRevision: builtIn('apps', 'v1', 'controllerrevisions', 'ControllerRevision'),
    cronJob: builtIn('batch', 'v1', 'cronjobs', 'CronJob'),
    horizontalPodAutoscaler: builtIn('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
    job: builtIn('batch', 'v1', 'jobs', 'Job'),
    lease: builtIn('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    endpointSlice: builtIn('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
    httpRoute: builtIn('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
    gateway: builtIn('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
    grpcRoute: builtIn('gateway.networking.k8s.io', 'v1', 'grpcroutes', 'GRPCRoute'),
    tcpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tcproutes', 'TCPRoute'),
    tlsRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tlsroutes', 'TLSRoute'),
    udpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'udproutes', 'UDPRoute'),
    backendTlsPolicy: builtIn('gateway.networking.k8s.io', 'v1', 'backendtlspolicies', 'BackendTLSPolicy'),
    gatewayClass: {
        ...builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass'),
        namespaced: false,
    },
};
function pathOf(resource, namespace, name) {
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
class Discovery {
    #cluster;
    #lists = new Map();
    constructor(cluster) {
        this.#cluster = cluster;
    }
    async find(apiVersion, kind) {
        const known = Object.values(resources).find(r => r.kind === kind && apiVersionOf(r) === apiVersion);
        const slash = apiVersion.indexOf('/');
        const [group, version] = slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
        if (known !== undefined && !group.includes('gateway'))
            return known;
        let list = this.#lists.get(apiVersion);
        if (list === undefined) {
            list = this.#cluster.get(group === '' ? `/api/${version}` : `/apis/${group}/${version}`);
            this.#lists.set(apiVersion, list);
        }
        const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
        return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
    }
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}


/***/ }),

/***/ 4382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8075);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5072);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6971);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3060);






function prepareManifests(manifests, environment, images) {
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, the environment for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests hold no ${kind}/${name}${others.length === 0 ? '' : ` (but ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'make `repository` in slipway.yml and `image` in the manifest equal');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 3230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./.build/js/src/release/kinds.js
var kinds = __webpack_require__(5072);
// EXTERNAL MODULE: ./.build/js/src/release/naming.js
var naming = __webpack_require__(6971);
// EXTERNAL MODULE: ./.build/js/src/release/plan.js
var release_plan = __webpack_require__(5272);
// EXTERNAL MODULE: ./.build/js/src/release/workers.js
var release_workers = __webpack_require__(3060);
;// CONCATENATED MODULE: ./.build/js/src/release/adoption.js




async function recordBaseline(records, request, baseline, lease, workers) {
    if (baseline.kind !== 'unrecorded')
        return baseline;
    const { template, number, up } = baseline;
    const record = await records.create(number, release => (0,release_plan/* observedRecord */.YD)(request, template, lease.token, release));
    const state = up ? 'complete' : 'failed';
    await records.conclude({
        schema: 1,
        release: record.release,
        state,
        token: lease.token,
        at: new Date().toISOString(),
        template,
        ...(Object.keys(workers).length === 0 ? {} : { workers: (0,release_workers/* templatesOf */.r3)(workers) }),
    });
    request.report(`what lives now is recorded as release ${record.release}`);
    return { kind: 'recorded', release: record.release, template };
}
function announceAdoption(live, report) {
    if (live === undefined || live.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] !== undefined)
        return;
    report(`adopting ${(0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(live))}: its pods are rolled once to carry ${naming/* labels */.WD.track}: stable`);
}

// EXTERNAL MODULE: ./.build/js/src/release/baseline.js
var release_baseline = __webpack_require__(5604);
// EXTERNAL MODULE: ./.build/js/src/release/candidate.js
var release_candidate = __webpack_require__(4382);
// EXTERNAL MODULE: ./.build/js/src/release/custody.js
var custody = __webpack_require__(1464);
// EXTERNAL MODULE: ./.build/js/src/release/dossier.js + 1 modules
var release_dossier = __webpack_require__(3529);
// EXTERNAL MODULE: ./.build/js/src/release/herald.js + 1 modules
var release_herald = __webpack_require__(4368);
// EXTERNAL MODULE: ./.build/js/src/release/lease.js
var release_lease = __webpack_require__(1977);
// EXTERNAL MODULE: ./.build/js/src/release/leftover.js
var leftover = __webpack_require__(9600);
// EXTERNAL MODULE: ./.build/js/src/release/overtaken.js
var overtaken = __webpack_require__(6406);
// EXTERNAL MODULE: ./.build/js/src/release/preflight.js
var preflight = __webpack_require__(5332);
// EXTERNAL MODULE: ./.build/js/src/release/prepare.js
var prepare = __webpack_require__(7840);
// EXTERNAL MODULE: ./.build/js/src/release/prerequisite.js
var prerequisite = __webpack_require__(5737);
// EXTERNAL MODULE: ./.build/js/src/release/exposure.js + 13 modules
var release_exposure = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/js/src/release/journal.js
var release_journal = __webpack_require__(9708);
// EXTERNAL MODULE: ./.build/js/src/release/lifetime.js
var lifetime = __webpack_require__(3224);
// EXTERNAL MODULE: ./.build/js/src/release/rehearsal.js + 2 modules
var release_rehearsal = __webpack_require__(6987);
// EXTERNAL MODULE: ./.build/js/src/release/strategy.js
var release_strategy = __webpack_require__(5782);
;// CONCATENATED MODULE: ./.build/js/src/release/ready.js









async function passPreflight(cluster, request, candidate, ground) {
    const { environment, report, wait } = request;
    const need = (0,lifetime/* needOfRelease */.PL)(environment, (0,release_strategy/* strategyFor */.f)(environment, ground).kind);
    await (0,lifetime/* requireLife */.mf)(cluster, (0,lifetime/* withWait */.SO)(need, wait), report);
    const { problems, ...rehearsal } = await (0,release_rehearsal/* rehearse */.Km)(cluster, request, candidate, ground);
    if (problems[0] !== undefined)
        throw problems[0];
    await (0,leftover/* requireNothingParked */.yQ)(cluster, request);
    const { kind, judging, said, warnings, ...exposure } = await (0,release_exposure/* prepareExposure */.n)(cluster, request, ground, rehearsal);
    if (exposure.problems[0] !== undefined)
        throw exposure.problems[0];
    for (const warning of warnings)
        report(`warning: ${warning}`);
    for (const sentence of said)
        report(sentence);
    report('preflight passed');
    return { ...rehearsal, ground, kind, judging };
}
async function readyStill(cluster, request, candidate, before) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const [liveWorkload, entry, lives] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        (0,release_journal/* readJournal */.a0)(cluster, namespace, config.app),
        (0,release_workers/* readWorkers */.QF)(cluster, namespace, (0,release_workers/* workersOf */.N)(environment)),
    ]);
    const problem = entry && (0,leftover/* routesProblem */.OJ)(entry, environment);
    if (problem !== undefined)
        throw problem;
    const now = { ...before.ground, liveWorkload, held: (0,release_journal/* heldIn */.$f)(entry) };
    if ((0,release_strategy/* strategyFor */.f)(environment, now).kind !== before.kind) {
        report('what serves has changed since preflight, which begins again');
        const ground = await (0,preflight/* survey */.Fr)(cluster, request, candidate);
        return passPreflight(cluster, { ...request, wait: 0 }, candidate, ground);
    }
    const workers = Object.entries(before.ground.workers).map(([name, worker]) => [
        name,
        { ...worker, live: lives[name] },
    ]);
    return { ...before, ground: { ...now, workers: Object.fromEntries(workers) } };
}

// EXTERNAL MODULE: ./.build/js/src/release/record.js
var release_record = __webpack_require__(2110);
// EXTERNAL MODULE: ./.build/js/src/release/remains.js
var release_remains = __webpack_require__(8478);
// EXTERNAL MODULE: ./.build/js/src/release/requirement.js
var requirement = __webpack_require__(5888);
// EXTERNAL MODULE: ./.build/js/src/release/reversibility.js
var reversibility = __webpack_require__(9976);
// EXTERNAL MODULE: ./.build/js/src/cluster/apply.js + 1 modules
var apply = __webpack_require__(571);
// EXTERNAL MODULE: ./.build/js/src/toolkit/accident.js
var toolkit_accident = __webpack_require__(8423);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/release/chronicle.js + 1 modules
var chronicle = __webpack_require__(3208);
// EXTERNAL MODULE: ./.build/js/src/release/conclusion.js + 1 modules
var conclusion = __webpack_require__(3798);
// EXTERNAL MODULE: ./.build/js/src/release/decision.js
var decision = __webpack_require__(7473);
// EXTERNAL MODULE: ./.build/js/src/release/diagnosis.js
var diagnosis = __webpack_require__(4262);
// EXTERNAL MODULE: ./.build/js/src/release/fencing.js
var fencing = __webpack_require__(2781);
// EXTERNAL MODULE: ./.build/js/src/release/follow.js
var follow = __webpack_require__(9886);
// EXTERNAL MODULE: ./.build/js/src/release/progress.js + 6 modules
var progress = __webpack_require__(3272);
// EXTERNAL MODULE: ./.build/js/src/release/stuck.js
var stuck = __webpack_require__(5051);
// EXTERNAL MODULE: ./.build/js/src/release/surroundings.js
var surroundings = __webpack_require__(9180);
// EXTERNAL MODULE: ./.build/js/src/release/undo.js
var undo = __webpack_require__(8777);
// EXTERNAL MODULE: ./.build/js/src/release/workload.js
var release_workload = __webpack_require__(2098);
;// CONCATENATED MODULE: ./.build/js/src/release/rolling.js
























async function rollOut(cluster, request, lease, release) {
    const ended = await attempt(cluster, request, lease, release).catch((error) => {
        if (error instanceof overtaken.LeaseLost)
            throw error;
        return { state: 'failed', reason: `the rollout could not be followed: ${firstLine(error)}` };
    });
    const result = {
        release: release.record.release,
        baseline: release.baseline.kind === 'recorded' ? release.baseline.release : undefined,
        rolloutMs: performance.now() - release.started,
    };
    const { dossier, entry } = release;
    if (ended.state === 'complete')
        dossier.note(record => (0,decision/* noteDuration */.JA)(record, 'first write to all pods ready', Math.round(result.rolloutMs)));
    const done = await finish(cluster, request, lease, { release, ended, result }).catch(async (error) => {
        if (error instanceof overtaken.LeaseLost)
            throw error;
        const before = ended.state === 'complete' ? '' : `${ended.reason}; `;
        const reason = `${before}the release was left as it is: ${firstLine(error)}`;
        if (dossier.record.end === undefined)
            (0,chronicle/* noteLeft */.Yz)({ cluster, dossier, keeper: entry }, 'failed', reason);
        await dossier.save(request.report);
        return { ...result, state: 'failed', readyPods: 0, reason };
    });
    return { ...done, decision: dossier.record };
}
async function attempt(cluster, request, lease, { plan, ground, record, dossier, beside, creations }) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const fence = { app: config.app, token: lease.token };
    await (0,release_workload/* readyForApply */.$B)(cluster, (0,kinds/* pathTo */.vs)(namespace, workload), fence, ground.autoscaler !== undefined);
    try {
        const first = (0,release_workers/* withoutWorkers */.gE)(beside?.first ?? plan.targets, environment);
        const all = (0,release_plan/* inOrder */.al)(first, environment, record.release);
        await (0,apply/* applyObjects */.r3)(cluster, all, (0,fencing/* holdWith */.MN)(fence.app, fence.token), (0,prepare/* noted */.ZT)(creations, fence.app, lease));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error instanceof overtaken.LeaseLost)
            throw error;
        return { state: 'failed', reason: error.message };
    }
    const end = await (0,follow/* followRollout */.h)(cluster, {
        namespace,
        workload,
        fence,
        stuckAfter: stuck/* patienceForward */.$c,
        deadline: environment.strategy.deadline,
        report,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    (0,chronicle/* notePodsOf */.G0)(dossier, end.seen, 'newest');
    if (end.state === 'complete')
        return end;
    const accident = end.cause.kind === 'cancelled' ? (0,toolkit_accident/* accidentOf */.xe)(request.signal) : undefined;
    const reason = accident ?? (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, namespace, end.cause));
    (0,chronicle/* noteCause */.mA)({ cluster, dossier }, end.cause, reason);
    return { state: 'failed', reason };
}
async function finish(cluster, request, lease, { release, ended, result, }) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const records = new release_record/* Records */.tU(cluster, namespace, config.app);
    const { dossier } = release;
    const keeper = new release_journal/* Keeper */.Vf(cluster, namespace, release.entry);
    const scribe = { cluster, dossier, keeper };
    const outcome = { schema: 1, release: result.release, token: lease.token };
    const now = () => new Date(cluster.now()).toISOString();
    await lease.assertHeld();
    if (ended.state === 'complete' && (0,release_workers/* workersOf */.N)(environment).length > 0)
        return followed(cluster, request, lease, { ...release, result: { ...result, readyPods: ended.ready } });
    if (ended.state === 'complete') {
        const problem = await (0,conclusion/* conclude */.E)(cluster, records, request, {
            workload: environment.workload,
            journal: release.entry.journal,
            record: release.record,
            token: lease.token,
            workers: [],
            phase: 'done',
            reason: undefined,
        });
        if (release.beside === undefined)
            await keeper.change(journal => (0,release_journal/* moved */.Jy)(journal, 'done', cluster.now()));
        else
            await (0,leftover/* clearBeside */.QB)(cluster, request, lease, release.beside, dossier);
        if (problem !== undefined)
            (0,chronicle/* noteMoved */.eU)(scribe, 'undone', { reason: problem });
        else if (dossier.record.end === undefined)
            (0,chronicle/* noteMoved */.eU)(scribe, 'done', {});
        await dossier.save(report);
        if (problem !== undefined)
            return { ...result, state: 'undone', readyPods: ended.ready, reason: problem };
        const reason = await (0,surroundings/* runPostHook */.z0)(cluster, request, release.record, namespace);
        if (reason !== undefined)
            return { ...result, state: 'failed', readyPods: ended.ready, reason };
        return { ...result, state: 'complete', readyPods: ended.ready };
    }
    report(`release ${result.release} failed: ${ended.reason}`);
    const { reversible } = release.record;
    if (reversible === false && (await isWritten(cluster, environment, result.release))) {
        const held = (0,reversibility/* heldBecause */.AA)(result.release, ended.reason);
        await records.conclude({ ...outcome, state: 'failed', at: now(), reason: held });
        await keeper.change(journal => ({ ...journal, held: { at: Math.round(cluster.now()), reason: held } }));
        (0,chronicle/* noteLeft */.Yz)(scribe, 'held', held);
        await dossier.save(report);
        return { ...result, state: 'held', readyPods: 0, reason: held };
    }
    const { reason } = ended;
    await keeper.change(journal => (0,release_journal/* moved */.Jy)(journal, 'undoing', cluster.now(), { reason }));
    (0,chronicle/* noteMoved */.eU)(scribe, 'undoing', { reason });
    const { open, ...undone } = await rolling_undo(cluster, request, lease, release);
    await records.conclude({ ...outcome, state: undone.state, at: now(), reason });
    const why = undone.reason === undefined ? reason : `${reason}; ${undone.reason}`;
    if (undone.state === 'failed')
        (0,chronicle/* noteLeft */.Yz)(scribe, 'failed', why);
    else if (!open && release.beside !== undefined)
        await (0,progress/* finishRollout */.JZ)(cluster, { ...request, wait: 0 }, lease, dossier);
    else if (!open) {
        await keeper.change(journal => (0,release_journal/* moved */.Jy)(journal, 'undone', cluster.now()));
        (0,chronicle/* noteMoved */.eU)(scribe, 'undone', undone.reason === undefined ? {} : { reason: why });
    }
    await dossier.save(report);
    return { ...result, ...undone, reason: why };
}
async function followed(cluster, request, lease, { record, ground, beside, dossier, result }) {
    const at = Math.round(cluster.now());
    const up = { at, phase: 'following', reason: 'all pods of the workload are ready' };
    dossier.note(known => (0,decision/* noteMoment */.jH)(known, up));
    const { end } = await (0,progress/* finishRollout */.JZ)(cluster, { ...request, wait: 0 }, lease, dossier);
    switch (end.state) {
        case 'undone': {
            const readyPods = ground.liveWorkload?.status?.readyReplicas ?? 0;
            return { ...result, state: 'undone', readyPods, reason: end.reason };
        }
        case 'held': {
            const state = record.reversible === false ? 'held' : 'failed';
            return { ...result, state, readyPods: 0, reason: end.reason };
        }
        default: {
            if (beside !== undefined)
                await (0,leftover/* applyRoutes */.dG)(cluster, request, lease, beside);
            const reason = await (0,surroundings/* runPostHook */.z0)(cluster, request, record, request.environment.namespace);
            return reason === undefined ? { ...result, state: 'complete' } : { ...result, state: 'failed', reason };
        }
    }
}
async function rolling_undo(cluster, request, lease, { ground, baseline, entry, beside, dossier }) {
    const { config, environment, report } = request;
    const fence = { app: config.app, token: lease.token };
    const started = performance.now();
    const cancelled = request.signal?.aborted === true && (0,toolkit_accident/* accidentOf */.xe)(request.signal) === undefined;
    const replicas = ground.liveWorkload?.spec?.replicas;
    if (baseline.kind === 'none') {
        const removed = await (0,undo/* removeMade */.gp)(cluster, entry.journal.makes ?? [], fence);
        report(`first release removed again: ${removed.join(', ')}`);
        return { state: 'undone', readyPods: 0, undoMs: performance.now() - started };
    }
    const end = await (0,undo/* restoreTemplate */.DC)(cluster, {
        namespace: environment.namespace,
        workload: environment.workload,
        fence,
        template: baseline.template,
        release: baseline.release,
        deadline: cancelled ? 4000 : environment.strategy.deadline,
        patient: true,
        ...(replicas === undefined || ground.autoscaler !== undefined ? {} : { replicas }),
        report: line => report(`undo: ${line}`),
    });
    const undoMs = performance.now() - started;
    (0,chronicle/* notePodsOf */.G0)(dossier, end.seen, 'older');
    if (end.state === 'complete')
        return { state: 'undone', readyPods: end.ready, undoMs };
    if (cancelled) {
        const open = environment.workload.kind === 'StatefulSet' || beside !== undefined;
        const rest = open ? ', which sweep sees through' : '';
        const reason = `release ${baseline.release} was written back and is coming up${rest}`;
        return { state: 'undone', readyPods: 0, undoMs, reason, open };
    }
    const cause = (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, environment.namespace, end.cause));
    return {
        state: 'failed',
        readyPods: 0,
        undoMs,
        reason: `and release ${baseline.release} does not come up either: ${cause}`,
    };
}
async function isWritten(cluster, { namespace, workload }, release) {
    const live = await cluster.get((0,kinds/* pathTo */.vs)(namespace, workload));
    return live?.metadata?.annotations?.[naming/* labels */.WD.release] === String(release);
}
const firstLine = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0];

;// CONCATENATED MODULE: ./.build/js/src/release/deploy.js






















async function deploy(cluster, request) {
    const { config, environment, report } = request;
    const candidate = (0,release_candidate/* prepareManifests */._5)(request.manifests, environment, request.images);
    const [ground, promotion] = await Promise.all([
        (0,preflight/* survey */.Fr)(cluster, request, candidate),
        (0,prerequisite/* provePromotion */.W)(cluster, request),
        cluster.lifetime(),
    ]);
    const rests = promotion === undefined ? {} : { promotion: (0,requirement/* promotionSentence */.hv)(promotion) };
    if (rests.promotion !== undefined)
        report(rests.promotion);
    const found = await passPreflight(cluster, request, candidate, ground);
    const { namespace, workload } = environment;
    const lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
        app: config.app,
        namespace,
        workload,
        origin: request.origin,
        wait: request.wait,
        seize: false,
        begins: true,
        report,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    const creations = [];
    try {
        await (0,leftover/* recover */.lj)(cluster, request, lease);
        const remains = await (0,release_remains/* remainsOf */.ZT)(cluster, namespace, config.app, workload);
        const ours = { app: config.app, token: lease.token };
        if (remains !== undefined)
            await (0,release_remains/* clearRemains */.Fz)(cluster, namespace, ours, remains, report);
        if (request.wait > 0)
            await (0,prerequisite/* provePromotion */.W)(cluster, request);
        const ready = await readyStill(cluster, request, candidate, found);
        await ready.salt.keep();
        const { plan, targets, judging } = ready;
        const placed = { ...plan, targets, ...(promotion === undefined ? {} : { promotion }) };
        const known = { plan: placed, ground: ready.ground, strategy: ready.kind, judging, creations };
        return { ...(await release(cluster, request, lease, known)), ...rests };
    }
    catch (error) {
        if (error instanceof overtaken.LeaseLost)
            await withdraw(cluster, request, lease, creations);
        throw error;
    }
    finally {
        await lease.release();
    }
}
async function release(cluster, request, lease, { plan, ground, strategy, judging, creations }) {
    const { config, environment, report } = request;
    const records = new release_record/* Records */.tU(cluster, environment.namespace, config.app);
    const releases = await records.list();
    const lives = (0,preflight/* livesOf */.D7)(ground);
    const found = (0,release_baseline/* baselineOf */.Bv)(ground.liveWorkload, releases);
    const baseline = await recordBaseline(records, request, found, lease, lives);
    const workers = (0,release_workers/* workersBefore */.zI)(lives, baseline, releases);
    const baselineNumber = baseline.kind === 'recorded' ? baseline.release : undefined;
    const first = (releases[0]?.record.release ?? 0) + 1;
    const { reversible } = (0,reversibility/* reversibilityOf */.h6)(environment, strategy, baselineNumber, releases);
    const record = await records.create(Math.max(first, (baselineNumber ?? 0) + 1), release => (0,release_plan/* recordOf */.zv)(request, plan, { token: lease.token, release, baseline: baselineNumber, reversible, workers }));
    report(`release ${record.release} recorded${baselineNumber === undefined ? ', the first' : `, baseline ${baselineNumber}`}`);
    announceAdoption(ground.liveWorkload, report);
    await lease.assertHeld();
    const refused = await (0,surroundings/* passPreHook */.WJ)(cluster, request, lease, { plan, record, records, creations });
    if (refused !== undefined)
        return refused;
    const started = performance.now();
    const beside = strategy === 'rolling' ? await (0,leftover/* leftBeside */.el)(cluster, request, plan.targets) : undefined;
    const entry = await (0,prepare/* openJournal */._0)(cluster, request, lease, { plan, ground, record, strategy, judging });
    await lease.assertHeld();
    const place = { ...environment, app: config.app, workload: environment.workload, token: lease.token };
    const herald = new release_herald/* Herald */.Po(cluster, { ...place, origin: request.origin }, report);
    herald.tell((0,release_herald/* beginningOf */.VI)(entry.journal));
    if (strategy !== 'rolling') {
        await herald.settled();
        const known = { plan, ground, record, entry, baseline: baselineNumber, started, creations };
        return (0,prepare/* prepare */.iA)(cluster, request, lease, known);
    }
    const { why } = (0,release_strategy/* strategyFor */.f)(environment, ground);
    const begun = { environment, record, journal: entry.journal, doing: 'deploy', ...(why && { why }) };
    const dossier = (0,release_dossier/* beginDossier */.xL)(cluster, begun);
    const known = { plan, ground, record, baseline, entry, dossier, started, beside, creations };
    const ended = await rollOut(cluster, request, lease, known);
    herald.tell(...(0,release_herald/* endOf */.pJ)(ended));
    await herald.settled();
    return ended;
}
async function withdraw(cluster, { config, environment, report }, { token }, creations) {
    try {
        await (0,custody/* retract */.I4)(cluster, creations, config.app, token);
        await (0,release_remains/* closeOwn */.vh)(cluster, environment.namespace, config.app, token);
    }
    catch (error) {
        report(`what this run began was not taken back: ${error instanceof Error ? error.message : error}`);
    }
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
