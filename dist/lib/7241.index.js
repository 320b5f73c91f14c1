export const id = 7241;
export const ids = [7241];
export const modules = {

/***/ 47241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  endPreviousRollout: () => (/* binding */ endPreviousRollout),
  initialState: () => (/* binding */ initialState),
  pendingOf: () => (/* binding */ pendingOf),
  resultOf: () => (/* binding */ resultOf)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var toolkit_origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/release/decision-record/store.js
var store = __webpack_require__(70441);
// EXTERNAL MODULE: ./.build/js/src/release/gate/setup.js + 21 modules
var setup = __webpack_require__(92753);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/plan.js
var preflight_plan = __webpack_require__(88640);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/preflight.js
var preflight = __webpack_require__(90572);
// EXTERNAL MODULE: ./.build/js/src/release/rights/credential-life.js
var credential_life = __webpack_require__(39829);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js
var find = __webpack_require__(8106);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workloads_workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/exposure.js
var preflight_exposure = __webpack_require__(94654);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/rehearsal.js
var preflight_rehearsal = __webpack_require__(26616);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/strategy.js
var strategy = __webpack_require__(28606);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/ready.js











async function passPreflight(cluster, request, candidate, liveState) {
    const { environment, report, wait } = request;
    const need = (0,credential_life/* lifetimeOfRelease */.e0)(environment, (0,strategy/* strategyFor */.fY)(environment, liveState).kind);
    await (0,credential_life/* requireLifetime */.jY)(cluster, (0,credential_life/* withWait */.SO)(need, wait), report);
    const { problems, ...rehearsal } = await (0,preflight_rehearsal/* rehearse */.Km)(cluster, request, candidate, liveState);
    if (problems[0] !== undefined)
        throw problems[0];
    await (0,find/* requireNothingPaused */.bA)(cluster, request);
    const { kind, judging, said, warnings, ...exposure } = await (0,preflight_exposure/* checkExposure */._)(cluster, request, liveState, rehearsal);
    if (exposure.problems[0] !== undefined)
        throw exposure.problems[0];
    for (const warning of warnings)
        report(`warning: ${warning}`);
    for (const sentence of said)
        report(sentence);
    report('preflight passed');
    return { ...rehearsal, liveState, kind, judging };
}
async function recheck(cluster, request, candidate, before) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const [liveWorkload, entry, lives] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        (0,rollout_state/* readState */.un)(cluster, namespace, config.app),
        (0,workloads_workers/* readWorkers */.QF)(cluster, namespace, (0,workloads_workers/* workersOf */.N)(environment)),
    ]);
    const problem = entry && (0,find/* routesProblem */.OJ)(entry, environment);
    if (problem !== undefined)
        throw problem;
    const now = { ...before.liveState, liveWorkload, needsAction: (0,rollout_state/* releaseNeedingAction */.OK)(entry) };
    if ((0,strategy/* strategyFor */.fY)(environment, now).kind !== before.kind) {
        report('the live workload has changed since preflight: running preflight again');
        const liveState = await (0,preflight/* readLiveState */.eY)(cluster, request, candidate);
        return passPreflight(cluster, { ...request, wait: 0 }, candidate, liveState);
    }
    const workers = Object.entries(before.liveState.workers).map(([name, worker]) => [
        name,
        { ...worker, live: lives[name] },
    ]);
    return { ...before, liveState: { ...now, workers: Object.fromEntries(workers) } };
}
async function recordBaseline(records, request, baseline, lease, workers) {
    if (baseline.kind !== 'unrecorded')
        return baseline;
    const { template, number, up } = baseline;
    const record = await records.create(number, release => (0,preflight_plan/* adoptedRecord */.zn)(request, template, lease.token, release), lease.token);
    const state = up ? 'complete' : 'failed';
    await records.conclude({
        schema: 1,
        release: record.release,
        state,
        token: lease.token,
        template,
        ...(Object.keys(workers).length === 0 ? {} : { workers: (0,workloads_workers/* templatesOf */.r3)(workers) }),
    });
    request.report(`the live workload is recorded as release ${record.release}`);
    return { kind: 'recorded', release: record.release, template };
}
function announceAdoption(live, report) {
    if (live === undefined || live.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] !== undefined)
        return;
    report(`adopting ${(0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(live))}: its pods are replaced once to get the label ${naming/* labels */.WD.track}: stable`);
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/record-transitions.js
var record_transitions = __webpack_require__(86745);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 6 modules
var run = __webpack_require__(72903);
// EXTERNAL MODULE: ./.build/js/src/release/run-hooks.js
var run_hooks = __webpack_require__(96659);
// EXTERNAL MODULE: ./.build/js/src/release/store/baseline.js
var store_baseline = __webpack_require__(91910);
// EXTERNAL MODULE: ./.build/js/src/release/store/fencing.js
var fencing = __webpack_require__(63811);
// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var store_lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var store_orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var store_releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/store/reversibility.js
var reversibility = __webpack_require__(95606);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/candidate.js
var workloads_candidate = __webpack_require__(75507);
;// CONCATENATED MODULE: ./.build/js/src/release/deploy.js





















async function deploy(cluster, request) {
    const { config, environment, report } = request;
    const candidate = (0,workloads_candidate/* prepareManifests */._5)(request.manifests, environment, request.images);
    const [liveState, promotion] = await Promise.all([
        (0,preflight/* readLiveState */.eY)(cluster, request, candidate),
        request.requirePromotion?.(cluster, request.images),
        cluster.lifetime(),
    ]);
    const basis = promotion === undefined ? {} : { promotion: promotion.sentence };
    if (basis.promotion !== undefined)
        report(basis.promotion);
    const found = await passPreflight(cluster, request, candidate, liveState);
    const { namespace, workload } = environment;
    const lease = await (0,store_lease.acquireLease)(cluster, {
        app: config.app,
        namespace,
        workload,
        origin: request.origin,
        wait: request.wait,
        seize: false,
        begins: true,
        report,
        signal: request.signal,
    });
    try {
        await endPreviousRollout(cluster, request, lease);
        const orphans = await (0,store_orphans/* findOrphans */.tQ)(cluster, namespace, config.app, workload);
        const ours = { app: config.app, token: lease.token };
        if (orphans !== undefined)
            await (0,store_orphans/* removeOrphans */.C_)(cluster, namespace, ours, orphans, report);
        if (request.wait > 0)
            await request.requirePromotion?.(cluster, request.images);
        const ready = await recheck(cluster, request, candidate, found);
        await ready.salt.keep();
        return { ...(await release(cluster, request, lease, ready, promotion?.promotion)), ...basis };
    }
    catch (error) {
        if (error instanceof fencing.LeaseLost)
            await withdraw(cluster, request, lease);
        throw error;
    }
    finally {
        await lease.release();
    }
}
async function release(cluster, request, lease, ready, promotion) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const { plan, targets, liveState, kind } = ready;
    const { token } = lease;
    const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app, report);
    const releases = await records.list();
    const lives = (0,preflight/* liveWorkers */.GT)(liveState);
    const found = (0,store_baseline/* baselineOf */.Bv)(liveState.liveWorkload, releases);
    const before = await recordBaseline(records, request, found, lease, lives);
    const workers = (0,store_baseline/* workersBefore */.zI)(lives, before, releases);
    const baseline = before.kind === 'recorded' ? before.release : undefined;
    const first = (releases[0]?.record.release ?? 0) + 1;
    const { reversible } = (0,reversibility/* reversibilityOf */.h6)(environment, kind, baseline, releases);
    const record = await records.create(Math.max(first, (baseline ?? 0) + 1), number => (0,preflight_plan/* recordOf */.zv)(request, plan, { token, release: number, baseline, reversible, workers, promotion }), token);
    report(`release ${record.release} recorded${baseline === undefined ? ', the first' : `, baseline ${baseline}`}`);
    announceAdoption(liveState.liveWorkload, report);
    await lease.assertHeld();
    const refusal = await (0,run_hooks/* passPreHook */.WJ)(cluster, request, lease, { targets, record, records });
    const rollout = initialState(request, lease, ready, record, cluster.now());
    const begun = { environment, record, rollout, doing: 'deploy' };
    if (refusal !== undefined) {
        const decision = await recordRefusal(cluster, begun, refusal, report);
        const none = { state: 'refused', readyPods: 0, rolloutMs: 0 };
        return { ...none, release: record.release, baseline, reason: refusal, decision };
    }
    await (0,rollout_state/* beginState */.X0)(cluster, namespace, rollout);
    await lease.assertHeld();
    const { why } = (0,strategy/* strategyFor */.fY)(environment, liveState);
    const progress = await (0,run/* continueRollout */.tm)(cluster, { ...request, wait: 0 }, lease, {
        command: 'deploy',
        goal: kind === 'rolling' ? 'done' : 'prepared',
        begun: {
            decisions: (0,store/* newDecisionStore */._E)(cluster, { ...begun, why }),
            pending: pendingOf(targets, environment),
        },
    });
    const result = resultOf(progress);
    if (result.state !== 'complete')
        return result;
    const reason = await (0,run_hooks/* runPostHook */.z0)(cluster, request, record, namespace);
    return reason === undefined ? result : { ...result, state: 'failed', reason };
}
async function recordRefusal(cluster, begun, reason, report) {
    const decisions = (0,store/* newDecisionStore */._E)(cluster, begun);
    const { startedAt, baseline } = begun.rollout;
    const serves = baseline === undefined ? {} : { serves: baseline };
    const end = { at: Math.round(startedAt), state: 'unchanged', reason, weight: 0, ...serves };
    (0,record_transitions/* recordEnd */.$f)({ cluster, decisions }, end);
    await decisions.save(report);
    return decisions.record;
}
function initialState({ config, environmentName, environment, origin }, { token }, { plan, targets, liveState, kind, judging }, { baseline, release: candidate }, at) {
    const { liveWorkload, autoscaler } = liveState;
    const rolls = kind === 'rolling';
    const isWorkload = ({ manifest }) => Number((0,kinds/* isOf */.yW)(environment.workload, manifest.object));
    const created = () => (0,preflight_plan/* createdTargets */.fG)(targets, plan.shipped).sort((a, b) => isWorkload(b) - isWorkload(a));
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token,
        run: origin,
        strategy: kind,
        phase: rolls ? 'promoting' : 'prepared',
        step: 0,
        weight: rolls ? 100 : 0,
        candidate,
        capacity: liveWorkload?.spec?.replicas ?? 1,
        ...(environment.hooks?.post === undefined ? {} : { postHook: { by: (0,toolkit_origin/* originText */.C)(origin) } }),
        ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
        startedAt: at,
        since: at,
        deadline: at + environment.strategy.deadline,
        ...(judging === undefined || rolls ? {} : { gate: judging.gating }),
        applied: false,
        ...(baseline === undefined ? { createdObjects: created().map(({ path }) => path) } : { baseline }),
    };
}
function pendingOf(targets, environment) {
    const own = targets.filter(({ manifest }) => !(0,workloads_workers/* isWorker */.xD)(manifest, environment));
    return { manifests: (0,preflight_plan/* inOrder */.al)(own, environment, 0).slice(0, -1), routes: [] };
}
function resultOf({ end, rollout, record, decisions, ms, rollbackMs }) {
    const { release, baseline, reversible } = record;
    const result = {
        ...{ release, baseline, rolloutMs: ms },
        ...(rollbackMs === undefined ? {} : { rollbackMs }),
    };
    switch (end.state) {
        case 'prepared':
        case 'judged':
            return { ...result, state: 'prepared', readyPods: end.pods };
        case 'done':
            return { ...result, state: 'complete', readyPods: end.pods, decision: decisions };
        case 'rolled-back':
            return {
                ...result,
                state: 'rolled-back',
                readyPods: end.pods,
                reason: end.reason,
                decision: decisions,
            };
        case 'needs-action': {
            const isByDesign = rollout.strategy === 'rolling' && reversible === false;
            const state = isByDesign ? 'needs-action' : 'failed';
            return { ...result, state, readyPods: 0, reason: end.reason, decision: decisions };
        }
        case 'paused':
            throw new Error('a candidate without traffic can only wait for its gate');
        default:
            return end;
    }
}
async function withdraw(cluster, { config, environment, report }, { token }) {
    try {
        await (0,store_orphans/* closeOwn */.vh)(cluster, environment.namespace, config.app, token);
    }
    catch (error) {
        report(`the records of this run were not closed: ${error instanceof Error ? error.message : error}`);
    }
}
async function endPreviousRollout(cluster, request, lease) {
    const entry = await (0,find/* unfinished */.M1)(cluster, request);
    if (entry === undefined) {
        const state = await (0,rollout_state/* readState */.un)(cluster, request.environment.namespace, request.config.app);
        const left = (0,run_hooks/* openHookSentence */.bO)(state?.rollout);
        if (left !== undefined)
            request.report(`warning: ${left}`);
        return;
    }
    await (0,find/* requireNothingPaused */.bA)(cluster, request);
    const task = { command: 'deploy', startGate: setup/* startGate */.O4 };
    await (0,run/* endDeadRollout */.x)(cluster, { ...request, wait: 0 }, lease, entry.rollout, task);
}


/***/ }),

/***/ 96659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ passPreHook),
/* harmony export */   bO: () => (/* binding */ openHookSentence),
/* harmony export */   z0: () => (/* binding */ runPostHook)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5277);
/* harmony import */ var _preflight_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88640);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63811);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27848);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70371);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29296);









async function passPreHook(cluster, request, lease, { records, ...begun }) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _store_fencing_js__WEBPACK_IMPORTED_MODULE_5__.LeaseLost)
            throw error;
        return `the pre hook could not be run: ${describeBriefly(error)}`;
    });
    await lease.assertHeld();
    if (reason === undefined)
        return undefined;
    const { release } = begun.record;
    await records.conclude({ schema: 1, release, state: 'rolled-back', token: lease.token, reason });
    return reason;
}
async function runPreHook(cluster, request, lease, { targets, record }) {
    const hook = hookOf('pre', request.around, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(targets, request.environment, record.release).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_5__/* .fencedApply */ .EQ)(app, lease.token), () => lease.assertHeld(), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_7__/* .takingOver */ .Bf)(request.environment));
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'pre', hook, contextOf(request, record, request.environment.namespace, lease.token));
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.around, record);
    if (hook === undefined)
        return undefined;
    const context = contextOf(request, record, namespace, record.token);
    const failed = await (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'post', hook, context).catch((error) => `the post hook could not be run: ${describeBriefly(error)}`);
    if (failed !== undefined)
        return failed;
    await closePostHook(cluster, namespace, record).catch((error) => request.report(`warning: the success of the post hook was not recorded: ${describeBriefly(error)}`));
    return undefined;
}
const describeBriefly = (error) => error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.sentence : error.message;
function hookOf(when, around, { hooks }) {
    const recorded = hooks?.[when];
    if (recorded !== undefined)
        return recorded;
    const written = around?.hooks[when];
    return written !== undefined && 'run' in written ? written : undefined;
}
const contextOf = ({ around, env, report, signal }, record, namespace, token) => ({
    ...{ record, namespace, token, env, report, signal },
    around: around ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
});
function openHookSentence(rollout) {
    if (rollout?.phase !== 'done' || rollout.postHook === undefined)
        return undefined;
    const { candidate, postHook } = rollout;
    return `the post hook of release ${candidate} did not finish (${postHook.by}), and is not retried: check the log of that run for how far it got, then do the rest by hand`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: 8, unfinished: done => !done }, async () => {
        const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return true;
        const { postHook: _, ...rollout } = entry.rollout;
        return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .replaceState */ .g5)(cluster, namespace, entry, rollout);
    });
}


/***/ }),

/***/ 75507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
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
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ })

};
