export const id = 2833;
export const ids = [2833];
export const modules = {

/***/ 42833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  endPreviousRollout: () => (/* binding */ endPreviousRollout)
});

// EXTERNAL MODULE: ./.build/js/src/release/decision-record/event-recorder.js
var event_recorder = __webpack_require__(50255);
// EXTERNAL MODULE: ./.build/js/src/release/decision-record/store.js
var store = __webpack_require__(70441);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var toolkit_origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/plan.js
var preflight_plan = __webpack_require__(88640);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/record-transitions.js + 1 modules
var record_transitions = __webpack_require__(36514);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workloads_workers = __webpack_require__(17121);
;// CONCATENATED MODULE: ./.build/js/src/release/deploy/begin.js







async function writeFirstState(cluster, request, lease, beginning) {
    const rollout = initialState(request, lease, beginning, cluster.now());
    return (0,rollout_state/* beginState */.X0)(cluster, request.environment.namespace, rollout);
}
async function recordRefusal(cluster, request, lease, { reason, ...beginning }) {
    const at = cluster.now();
    const rollout = initialState(request, lease, beginning, at);
    const { environment, report } = request;
    const { record } = beginning;
    const decisions = (0,store/* newDecisionStore */._E)(cluster, { environment, record, rollout, doing: 'deploy' });
    const serves = record.baseline === undefined ? {} : { serves: record.baseline };
    const end = { at: Math.round(at), state: 'unchanged', reason, weight: 0, ...serves };
    (0,record_transitions/* recordEnd */.$f)({ cluster, decisions }, end);
    await decisions.save(report);
    return decisions.record;
}
function initialState({ config, environmentName, environment, origin }, lease, { plan, liveState, record, strategy, judging }, at) {
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token: lease.token,
        run: origin,
        strategy,
        phase: strategy === 'rolling' ? 'promoting' : 'prepared',
        step: 0,
        weight: strategy === 'rolling' ? 100 : 0,
        ...(record.baseline === undefined ? {} : { baseline: record.baseline }),
        candidate: record.release,
        capacity: liveState.liveWorkload?.spec?.replicas ?? 1,
        ...(environment.hooks?.post === undefined ? {} : { postHook: { by: (0,toolkit_origin/* originText */.C)(origin) } }),
        ...(liveState.autoscaler === undefined ? {} : { autoscaler: liveState.autoscaler.metadata?.name ?? '' }),
        startedAt: at,
        since: at,
        deadline: at + environment.strategy.deadline,
        ...(judging === undefined || strategy === 'rolling' ? {} : { gate: judging.gating }),
        applied: false,
        ...(record.baseline === undefined ? { createdObjects: createdPaths(plan, environment) } : {}),
    };
}
function createdPaths(plan, { workload }) {
    const isWorkload = ({ manifest }) => (0,kinds/* isOf */.yW)(workload, manifest.object);
    return (0,preflight_plan/* createdTargets */.fG)(plan)
        .sort((a, b) => Number(isWorkload(b)) - Number(isWorkload(a)))
        .map(({ path }) => path);
}
function resultOf({ end, record, decisions, ms, rollbackMs }, { rolls }) {
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
            const state = rolls && reversible === false ? 'needs-action' : 'failed';
            return { ...result, state, readyPods: 0, reason: end.reason, decision: decisions };
        }
        case 'paused':
            throw new Error('a candidate without traffic can only wait for its gate');
        default:
            return end;
    }
}
function pendingOf({ targets }, environment) {
    const manifests = (0,preflight_plan/* inOrder */.al)((0,workloads_workers/* withoutWorkers */.gE)(targets, environment), environment, 0).slice(0, -1);
    return { manifests, routes: [] };
}

// EXTERNAL MODULE: ./.build/js/src/release/deploy/run-hooks.js
var run_hooks = __webpack_require__(66415);
// EXTERNAL MODULE: ./.build/js/src/release/gate/start.js + 3 modules
var start = __webpack_require__(95549);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/preflight.js
var preflight = __webpack_require__(90572);
// EXTERNAL MODULE: ./.build/js/src/release/rights/credential-life.js
var credential_life = __webpack_require__(39829);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/exposure.js
var preflight_exposure = __webpack_require__(94654);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/rehearsal.js
var preflight_rehearsal = __webpack_require__(26616);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/strategy.js
var preflight_strategy = __webpack_require__(28606);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/unfinished.js
var unfinished = __webpack_require__(83862);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/ready.js











async function passPreflight(cluster, request, candidate, liveState) {
    const { environment, report, wait } = request;
    const need = (0,credential_life/* lifetimeOfRelease */.e0)(environment, (0,preflight_strategy/* strategyFor */.fY)(environment, liveState).kind);
    await (0,credential_life/* requireLifetime */.jY)(cluster, (0,credential_life/* withWait */.SO)(need, wait), report);
    const { problems, ...rehearsal } = await (0,preflight_rehearsal/* rehearse */.Km)(cluster, request, candidate, liveState);
    if (problems[0] !== undefined)
        throw problems[0];
    await (0,unfinished/* requireNothingPaused */.bA)(cluster, request);
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
    const problem = entry && (0,unfinished/* routesProblem */.OJ)(entry, environment);
    if (problem !== undefined)
        throw problem;
    const now = { ...before.liveState, liveWorkload, needsAction: (0,rollout_state/* releaseNeedingAction */.OK)(entry) };
    if ((0,preflight_strategy/* strategyFor */.fY)(environment, now).kind !== before.kind) {
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
    const record = await records.create(number, release => (0,preflight_plan/* observedRecord */.YD)(request, template, lease.token, release));
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

// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js
var find = __webpack_require__(8106);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 5 modules
var run = __webpack_require__(43533);
// EXTERNAL MODULE: ./.build/js/src/release/store/baseline.js
var store_baseline = __webpack_require__(91910);
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
// EXTERNAL MODULE: ./.build/js/src/release/workloads/lease-lost.js
var lease_lost = __webpack_require__(24859);
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
        ...(request.signal === undefined ? {} : { signal: request.signal }),
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
        const { plan, targets, judging } = ready;
        const placed = {
            ...plan,
            targets,
            ...(promotion === undefined ? {} : { promotion: promotion.promotion }),
        };
        const known = { plan: placed, liveState: ready.liveState, strategy: ready.kind, judging };
        return { ...(await release(cluster, request, lease, known)), ...basis };
    }
    catch (error) {
        if (error instanceof lease_lost.LeaseLost)
            await withdraw(cluster, request, lease);
        throw error;
    }
    finally {
        await lease.release();
    }
}
async function release(cluster, request, lease, { plan, liveState, strategy, judging }) {
    const { config, environment, report } = request;
    const records = new store_releases/* ReleaseStore */.T(cluster, environment.namespace, config.app, report);
    const releases = await records.list();
    const lives = (0,preflight/* liveWorkers */.GT)(liveState);
    const found = (0,store_baseline/* baselineOf */.Bv)(liveState.liveWorkload, releases);
    const baseline = await recordBaseline(records, request, found, lease, lives);
    const workers = (0,store_baseline/* workersBefore */.zI)(lives, baseline, releases);
    const baselineNumber = baseline.kind === 'recorded' ? baseline.release : undefined;
    const first = (releases[0]?.record.release ?? 0) + 1;
    const { reversible } = (0,reversibility/* reversibilityOf */.h6)(environment, strategy, baselineNumber, releases);
    const record = await records.create(Math.max(first, (baselineNumber ?? 0) + 1), release => (0,preflight_plan/* recordOf */.zv)(request, plan, { token: lease.token, release, baseline: baselineNumber, reversible, workers }));
    report(`release ${record.release} recorded${baselineNumber === undefined ? ', the first' : `, baseline ${baselineNumber}`}`);
    announceAdoption(liveState.liveWorkload, report);
    await lease.assertHeld();
    const refused = await (0,run_hooks/* passPreHook */.WJ)(cluster, request, lease, { plan, record, records });
    const beginning = { plan, liveState, record, strategy, judging };
    if (refused !== undefined) {
        const { reason = '' } = refused;
        return { ...refused, decision: await recordRefusal(cluster, request, lease, { ...beginning, reason }) };
    }
    const entry = await writeFirstState(cluster, request, lease, beginning);
    await lease.assertHeld();
    const place = { ...environment, app: config.app, workload: environment.workload, token: lease.token };
    const recorder = new event_recorder/* EventRecorder */.hk(cluster, { ...place, origin: request.origin }, report);
    recorder.record((0,event_recorder/* startedEvent */.K$)(entry.rollout));
    await recorder.flush();
    const { why } = (0,preflight_strategy/* strategyFor */.fY)(environment, liveState);
    const decisions = (0,store/* newDecisionStore */._E)(cluster, {
        ...{ environment, record, rollout: entry.rollout, doing: 'deploy' },
        ...(strategy === 'rolling' && why !== undefined ? { why } : {}),
    });
    const rolls = strategy === 'rolling';
    const rollout = await (0,run/* continueRollout */.tm)(cluster, { ...request, wait: 0 }, lease, {
        command: 'deploy',
        goal: rolls ? 'done' : 'prepared',
        begun: { decisions, pending: pendingOf(plan, environment) },
    });
    const result = resultOf(rollout, { rolls });
    if (result.state !== 'complete')
        return result;
    const reason = await (0,run_hooks/* runPostHook */.z0)(cluster, request, record, environment.namespace);
    return reason === undefined ? result : { ...result, state: 'failed', reason };
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
    await (0,unfinished/* requireNothingPaused */.bA)(cluster, request);
    const asked = { ...request, wait: 0 };
    await (0,run/* endDeadRollout */.x)(cluster, asked, lease, entry.rollout, {
        command: 'deploy',
        startGate: run => (0,start/* startGate */.O)(run, request),
    });
}


/***/ }),

/***/ 66415:
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
/* harmony import */ var _workloads_lease_lost_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24859);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29296);









async function passPreHook(cluster, request, lease, { records, ...begun }) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _workloads_lease_lost_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost)
            throw error;
        return `the pre hook could not be run: ${describeBriefly(error)}`;
    });
    await lease.assertHeld();
    if (reason === undefined)
        return undefined;
    const { release, baseline } = begun.record;
    await records.conclude({
        schema: 1,
        release,
        state: 'rolled-back',
        token: lease.token,
        reason,
    });
    return { release, baseline, state: 'refused', readyPods: 0, rolloutMs: 0, reason };
}
async function runPreHook(cluster, request, lease, { plan, record }) {
    const hook = hookOf('pre', request.around, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(plan.targets, request.environment, record.release).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_5__/* .fencedApply */ .EQ)(app, lease.token), () => lease.assertHeld());
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'pre', hook, contextOf(request, record, lease.token));
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.around, record);
    if (hook === undefined)
        return undefined;
    const environment = { namespace };
    const failed = await (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'post', hook, contextOf({ ...request, environment }, record, record.token)).catch((error) => `the post hook could not be run: ${describeBriefly(error)}`);
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
function contextOf({ around, environment, origin, env, report, signal, }, { app, environment: environmentName, release, baseline, images }, token) {
    return {
        ...{ app, environmentName, namespace: environment.namespace, release, baseline, images, token },
        ...{ origin, env, report },
        around: around ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
        ...(signal === undefined ? {} : { signal }),
    };
}
function openHookSentence(rollout) {
    if (rollout?.phase !== 'done' || rollout.postHook === undefined)
        return undefined;
    const { candidate, postHook } = rollout;
    return `the post hook of release ${candidate} did not finish (${postHook.by}), and is not retried: see in the log of that run how far it came, then do the rest by hand`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({ attempts: 8, unfinished: done => !done }, async () => {
        const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return true;
        const { postHook: _, ...rollout } = entry.rollout;
        return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .replaceState */ .g5)(cluster, namespace, entry, rollout);
    });
}


/***/ }),

/***/ 95549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ startGate)
});

// UNUSED EXPORTS: candidateShare

// EXTERNAL MODULE: ./.build/js/src/analysis/prometheus.js
var analysis_prometheus = __webpack_require__(38062);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/analysis/facts.js

function factsOf(before, now, slices, need) {
    const known = new Map(before.flatMap(pod => containersOf(pod).map(({ name, restartCount }) => [`${pod.metadata?.uid}/${name}`, restartCount])));
    const staying = now.filter(pod => pod.metadata?.deletionTimestamp === undefined);
    const ofPods = staying.flatMap(pod => containersOf(pod).flatMap(status => {
        const restarts = status.restartCount - (known.get(`${pod.metadata?.uid}/${status.name}`) ?? 0);
        const fact = containerFact(status, restarts, pod.metadata?.name ?? '');
        return fact === undefined ? [] : [fact];
    }));
    const ready = readyEndpoints(slices);
    if (ready >= need)
        return ofPods;
    const detail = `${ready === 0 ? 'no pod' : `only ${(0,count/* counted */.h)(ready, 'pod')}`} of the candidate can receive requests, ${need} must`;
    return [...ofPods, { kind: 'endpoints-missing', detail }];
}
function containersOf({ status }) {
    return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}
const hopeless = new Set([
    'ImagePullBackOff',
    'ErrImagePull',
    'InvalidImageName',
    'ErrImageNeverPull',
    'CreateContainerConfigError',
    'CreateContainerError',
    'RunContainerError',
]);
function containerFact({ name, state, lastState }, restarts, pod) {
    const about = (kind, what) => ({
        kind,
        pod,
        detail: `container ${name} of pod ${pod} ${what}`,
    });
    const ended = state?.terminated ?? (restarts > 0 ? lastState?.terminated : undefined);
    if (ended?.reason === 'OOMKilled')
        return about('out-of-memory', 'ran out of memory');
    const waiting = state?.waiting?.reason ?? '';
    if (waiting === 'CrashLoopBackOff') {
        return about('crash-loop', `crashes repeatedly${exitText(lastState?.terminated?.exitCode)}`);
    }
    if (hopeless.has(waiting))
        return about('not-starting', `cannot start (${waiting})`);
    if (restarts <= 0)
        return undefined;
    return about('restart', `was restarted${restarts === 1 ? '' : ` ${restarts} times`} since the rollout started${exitText(ended?.exitCode)}`);
}
function exitText(code) {
    return code === undefined ? '' : ` (exit code ${code})`;
}
function readyEndpoints(slices) {
    const pods = slices
        .flatMap(({ endpoints }) => endpoints ?? [])
        .filter(({ conditions }) => conditions?.ready !== false)
        .map(({ targetRef, addresses }) => targetRef?.uid ?? targetRef?.name ?? addresses[0]);
    return new Set(pods).size;
}
const manyLost = { requests: 10, share: 0.2 };
function gatewayFact(traffic, weight) {
    const { canary, total, errors = 0, reached, unserved = 0 } = traffic;
    const sent = Math.max(canary, ((total + unserved) * weight) / 100);
    const unreached = reached === undefined ? 0 : Math.min(errors, canary - reached);
    const lost = Math.max(unserved, unreached);
    if (lost < manyLost.requests || lost < manyLost.share * sent)
        return undefined;
    const detail = `the gateway itself answered ${Math.round(lost)} of about ${Math.round(sent)} requests for the candidate with 5xx`;
    return { kind: 'gateway-errors', detail };
}

// EXTERNAL MODULE: ./.build/js/src/release/decision-record/record.js
var decision_record_record = __webpack_require__(26395);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/gate/facts.js




function candidatePods(snapshot) {
    const { phase } = snapshot.rollout ?? {};
    if (phase !== 'watching')
        return snapshot.pods.filter(({ metadata }) => metadata?.labels?.[naming/* labels */.WD.track] === 'canary');
    const set = snapshot.workload === undefined ? undefined : (0,pods/* newestReplicaSet */.jk)(snapshot.workload, snapshot.revisions);
    return snapshot.pods.filter(({ metadata }) => metadata?.ownerReferences?.some(owner => owner.uid === set?.metadata?.uid));
}
function watchedPods(snapshot) {
    const candidate = new Set(candidatePods(snapshot).map(({ metadata }) => metadata?.uid));
    return snapshot.pods
        .filter(({ metadata }) => snapshot.rollout?.phase !== 'watching' || candidate.has(metadata?.uid))
        .map(({ metadata }) => ({
        name: metadata?.name ?? '',
        uid: metadata?.uid ?? '',
        track: candidate.has(metadata?.uid) ? 'canary' : 'baseline',
        started: Date.parse(metadata?.creationTimestamp ?? '') || 0,
    }));
}
function hardFactsIn(snapshot) {
    const pods = candidatePods(snapshot);
    const { slices, need } = reachOf(snapshot, pods);
    return factsOf([], pods, slices, need);
}
const factsIn = (snapshot) => hardFactsIn(snapshot).map(({ detail }) => detail);
function noteFactsIn(decisions, snapshot) {
    if (snapshot.rollout?.phase === 'rolling-back')
        return;
    const at = Math.round(snapshot.now);
    for (const fact of hardFactsIn(snapshot))
        decisions.update(record => (0,decision_record_record/* noteFact */.lx)(record, at, fact));
}
const ungated = {
    verdict: 'no-data',
    missing: 'provider',
    reason: 'cannot judge the candidate: slipway.yml or the rollout state has no `gate`',
};
function factsGate(watchMs, decisions, gated) {
    return {
        look: snapshot => noteFactsIn(decisions, snapshot),
        inputs: o => {
            const { phase, since = 0 } = o.rollout ?? {};
            if (gated && phase !== 'watching')
                return { verdict: ungated, facts: factsIn(o) };
            const left = since + watchMs - o.now;
            const verdict = phase === 'stepping' || left <= 0
                ? { verdict: 'pass', reason: 'no restart, no crash, enough ready pods' }
                : { verdict: 'continue', reason: `watching for ${Math.ceil(left / 1000)} s more` };
            return { verdict, facts: factsIn(o) };
        },
        stop: async () => undefined,
    };
}
const untilEntered = 30_000;
const none = { slices: [], need: 0 };
function reachOf(snapshot, candidate) {
    const { phase, weight = 0 } = snapshot.rollout ?? {};
    const ready = candidate.filter(each => (0,pods/* isLiving */.O)(each) && (0,pods/* isReady */.i_)(each));
    const exposed = (phase === 'stepping' || phase === 'baking') && weight > 0;
    if (!exposed || ready.length === 0)
        return none;
    const services = snapshot.services.filter(({ spec }) => ready.some(each => selects(spec?.selector, each)));
    const since = Math.max(...ready.map(readySince), ...services.map(changedAt));
    if (services.length === 0 || snapshot.now - since <= untilEntered)
        return none;
    const uids = new Set(ready.map(({ metadata }) => metadata?.uid));
    const slices = snapshot.slices.map(slice => ({
        ...slice,
        endpoints: (slice.endpoints ?? []).filter(({ targetRef }) => uids.has(targetRef?.uid)),
    }));
    return { slices, need: 1 };
}
function selects(selector, { metadata }) {
    const labels = Object.entries(selector ?? {});
    return labels.length > 0 && labels.every(([key, value]) => metadata?.labels?.[key] === value);
}
function readySince({ status }) {
    const condition = status?.conditions?.find(({ type }) => type === 'Ready');
    return Date.parse(condition?.lastTransitionTime ?? '') || Number.POSITIVE_INFINITY;
}
function changedAt({ metadata }) {
    const times = (metadata?.managedFields ?? []).map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(Date.parse(metadata?.creationTimestamp ?? '') || 0, ...times);
}

// EXTERNAL MODULE: ./.build/js/src/analysis/gate.js + 5 modules
var gate = __webpack_require__(74991);
// EXTERNAL MODULE: ./.build/js/src/analysis/sampling.js
var analysis_sampling = __webpack_require__(90139);
// EXTERNAL MODULE: ./.build/js/src/release/decision-record/findings.js + 1 modules
var findings = __webpack_require__(69646);
// EXTERNAL MODULE: ./.build/js/src/release/gate/setup.js + 11 modules
var setup = __webpack_require__(14894);
;// CONCATENATED MODULE: ./.build/js/src/release/gate/runner.js







const atOnce = 40;
const saveEvery = 20;
const longestStall = 6;
const isUnanswered = (reading) => reading.kind === 'provider';
class MetricGate {
    #parts;
    #running;
    #gating;
    #seen;
    #said;
    #judgedAt = 0;
    #unreadSince;
    #trouble;
    #ticks = 0;
    #apart = false;
    #stopped = false;
    #wake = () => { };
    constructor(parts) {
        this.#parts = parts;
        this.#gating = parts.gating;
        this.#running = this.#run();
    }
    look(snapshot) {
        this.#seen = snapshot;
        const { verdict } = this.#said ?? {};
        if (verdict?.verdict === 'pod-local' && isGone(snapshot, verdict.pod))
            this.#replaced(verdict.pod, snapshot.now);
        noteFactsIn(this.#parts.decisions, snapshot);
        this.#judgeFacts(snapshot);
    }
    inputs(snapshot) {
        const stage = (0,setup/* stageOf */.gV)(snapshot.rollout, this.#gating.policy);
        if (stage === 'switch')
            return { verdict: { verdict: 'pass', reason: 'the candidate is ready' }, facts: factsIn(snapshot) };
        const verdict = this.#said?.stage === stage ? this.#said?.verdict : undefined;
        return { verdict, judgedAt: this.#judgedAt, facts: factsIn(snapshot) };
    }
    stop() {
        this.#stopped = true;
        this.#wake();
        return this.#running;
    }
    async #run() {
        const { tick } = this.#gating.policy;
        while (!this.#stopped) {
            try {
                await this.#turn();
            }
            catch (error) {
                this.#failed(error.message.split('\n')[0] ?? '');
            }
            await this.#sleep(Math.min(1000, tick / 4));
        }
    }
    #failed(detail) {
        if (detail !== this.#trouble)
            this.#parts.report(`the gate failed: ${detail}; retrying`);
        this.#trouble = detail;
        const snapshot = this.#seen;
        const stage = (0,setup/* stageOf */.gV)(snapshot?.rollout, this.#gating.policy);
        if (snapshot !== undefined && typeof stage === 'number')
            this.#unread(stage, snapshot, detail);
    }
    async #turn() {
        const snapshot = this.#seen;
        const { source, isSet } = this.#parts;
        const { policy } = this.#gating;
        const sampling = { ...this.#gating.sampling, warmUp: 0 };
        const stage = (0,setup/* stageOf */.gV)(snapshot?.rollout, policy);
        if (snapshot === undefined || typeof stage !== 'number')
            return;
        if (!isSet(snapshot)) {
            this.#apart = true;
            return;
        }
        const until = await (0,analysis_sampling/* settledUntil */.g)(source, sampling);
        const { state } = this.#gating;
        if (state === null || state.stage !== stage) {
            this.#apart = false;
            if (!until.ok)
                return this.#unread(stage, snapshot, until.detail);
            this.#unreadSince = undefined;
            const since = snapshot.rollout?.phase === 'watching' ? snapshot.rollout.since : until.value;
            await this.#enter(stage, Math.min(since, until.value) + sampling.pace.settle);
            return;
        }
        if (this.#apart) {
            if (!until.ok)
                return this.#unread(stage, snapshot, until.detail);
            this.#apart = false;
            this.#gating = {
                ...this.#gating,
                state: (0,gate/* skipTo */.Lq)(state, until.value + sampling.pace.settle + policy.tick),
            };
            await this.#keep();
            return;
        }
        if (this.#said?.stage === stage && this.#said.verdict.verdict === 'fail')
            return;
        if (!until.ok)
            return this.#blind(stage, snapshot, until.detail);
        const spans = (0,analysis_sampling/* spansBetween */.at)(state.lastAt, until.value, policy.tick);
        let last;
        for (let index = 0; index < spans.length; index += atOnce) {
            last = await this.#read(spans.slice(index, index + atOnce), sampling, stage, snapshot);
            if (last === undefined || last.verdict === 'fail' || last.verdict === 'pod-local')
                break;
        }
        if (last !== undefined)
            this.#say(stage, last);
    }
    async #read(spans, sampling, stage, snapshot) {
        const { policy } = this.#gating;
        const weight = this.#parts.shareOf(snapshot);
        const ticks = await (0,analysis_sampling/* readTicks */.bn)(this.#parts.source, sampling, watchedPods(snapshot), spans, {
            stage,
            weight,
        });
        const unanswered = ticks.flatMap(({ readings }) => Object.values(readings)).find(isUnanswered);
        if (spans.length > 1 && unanswered !== undefined) {
            this.#unread(stage, snapshot, unanswered.detail);
            return undefined;
        }
        let verdict;
        for (const tick of ticks) {
            if (this.#stopped || (0,setup/* stageOf */.gV)(this.#seen?.rollout, policy) !== stage)
                return undefined;
            verdict = this.#take(tick);
            if (verdict?.verdict === 'fail' || verdict?.verdict === 'pod-local')
                break;
        }
        await this.#keep();
        return verdict;
    }
    async #enter(stage, at) {
        const { policy, state, said } = this.#gating;
        const first = state ?? (0,gate/* startGate */.O4)(policy, at);
        if (state === null)
            this.#parts.decisions.update(record => (0,decision_record_record/* noteJudging */.Jp)(record, Math.round(at), policy, said));
        this.#parts.decisions.update(record => (0,decision_record_record/* noteStage */.$$)(record, Math.round(at), stage));
        const entered = first.stage === stage ? first : (0,gate/* enterStage */.dI)(policy, first, stage, at);
        this.#gating = { ...this.#gating, state: entered };
        await this.#keep();
    }
    #take(tick) {
        const { policy, state } = this.#gating;
        if (state === null)
            return undefined;
        const next = (0,gate/* advance */.np)(policy, state, tick);
        const fact = tick.traffic === undefined ? undefined : gatewayFact(tick.traffic, tick.weight);
        const facts = fact === undefined ? [] : [fact];
        const verdict = (0,gate/* judge */.S4)(policy, next, facts, tick.at);
        const asked = { at: tick.at, facts };
        this.#judgedAt = performance.now();
        this.#parts.decisions.update(record => (0,decision_record_record/* noteTick */.uy)(record, tick, (0,findings/* evidenceOf */.X)(policy, next), verdict, asked));
        this.#gating = { ...this.#gating, state: next };
        this.#ticks += 1;
        return verdict;
    }
    async #blind(stage, snapshot, detail) {
        const { policy, state } = this.#gating;
        if (state === null || snapshot.now - Math.max(state.lastAt, state.enteredAt) < policy.tick)
            return;
        if (snapshot.now - state.lastAt > longestStall * policy.tick)
            return this.#unread(stage, snapshot, detail);
        const readings = policy.metrics.map(({ name }) => [name, { kind: 'provider', detail }]);
        const weight = this.#parts.shareOf(snapshot);
        const verdict = this.#take({ at: snapshot.now, stage, weight, readings: Object.fromEntries(readings) });
        await this.#keep();
        if (verdict !== undefined)
            this.#say(stage, verdict);
    }
    #unread(stage, snapshot, detail) {
        const { policy, said } = this.#gating;
        this.#unreadSince ??= performance.now();
        const at = Math.round(snapshot.now);
        const unread = { since: at - Math.ceil(performance.now() - this.#unreadSince), detail };
        const verdict = (0,gate/* judgeUnread */.H4)(policy, unread, at);
        if (verdict === undefined)
            return;
        this.#judgedAt = performance.now();
        this.#parts.decisions.update(record => {
            const judged = record.judging === undefined ? (0,decision_record_record/* noteJudging */.Jp)(record, at, policy, said) : record;
            return (0,decision_record_record/* noteVerdict */.c0)(judged, { at, stage, unread }, verdict);
        });
        this.#say(stage, verdict);
    }
    #say(stage, verdict) {
        const before = this.#said;
        this.#said = { stage, verdict };
        if (before?.stage !== stage || before.verdict.reason !== verdict.reason) {
            const word = verdict.verdict === 'continue' ? '' : `${verdict.verdict}: `;
            this.#parts.report(`gate: ${word}${verdict.reason}`);
        }
        if (verdict.verdict !== 'continue')
            this.#parts.informers.notify();
    }
    #judgeFacts(snapshot) {
        const facts = hardFactsIn(snapshot);
        const { policy, state } = this.#gating;
        const stage = (0,setup/* stageOf */.gV)(snapshot.rollout, policy);
        if (facts.length === 0 || state === null || typeof stage !== 'number')
            return;
        const at = Math.round(snapshot.now);
        const verdict = (0,gate/* judge */.S4)(policy, state, facts, at);
        this.#said = { stage, verdict };
        this.#judgedAt = performance.now();
        this.#parts.decisions.update(record => (0,decision_record_record/* noteVerdict */.c0)(record, { at, stage, facts }, verdict));
    }
    #replaced(pod, at) {
        this.#said = undefined;
        if (this.#gating.state === null)
            return;
        this.#gating = { ...this.#gating, state: (0,gate/* replacePod */.uZ)(this.#gating.state, pod) };
        this.#parts.decisions.update(record => (0,decision_record_record/* noteReplaced */.J2)(record, Math.round(at), pod));
    }
    async #keep() {
        const gate = this.#gating;
        await this.#parts.store.change(rollout => ({ ...rollout, gate }));
        this.#unreadSince = undefined;
        const { decisions, report } = this.#parts;
        if (this.#ticks < saveEvery)
            return;
        this.#ticks = 0;
        await decisions.save(report);
    }
    #sleep(ms) {
        return new Promise(resolve => {
            const timer = setTimeout(resolve, ms);
            this.#wake = () => {
                clearTimeout(timer);
                resolve();
            };
        });
    }
}
const isGone = (snapshot, pod) => !snapshot.pods.some(({ metadata }) => metadata?.name === pod && metadata.deletionTimestamp === undefined);

;// CONCATENATED MODULE: ./.build/js/src/release/gate/start.js



async function startGate(run, { env, report }) {
    const { cluster, spec, decisions, store, prometheus, informers } = run;
    const gating = store.rollout.gate;
    if (gating === undefined || prometheus === undefined)
        return factsGate(spec.watchMs, decisions, spec.strategy === 'canary' || gating !== undefined || prometheus !== undefined);
    return new MetricGate({
        source: (0,analysis_prometheus/* prometheusOf */._G)(prometheus, cluster, env),
        store,
        informers,
        decisions,
        gating,
        isSet: snapshot => snapshot.rollout?.phase === 'watching' ||
            spec.router.setWeight(snapshot, snapshot.rollout?.weight ?? 0).length === 0,
        shareOf: o => candidateShare(spec, o),
        report,
    });
}
function candidateShare({ router }, snapshot) {
    const { phase, weight = 0 } = snapshot.rollout ?? {};
    return phase === 'watching' ? weight : router.weight(snapshot);
}


/***/ })

};
