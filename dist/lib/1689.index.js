export const id = 1689;
export const ids = [1689];
export const modules = {

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

/***/ 88640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ planRelease),
/* harmony export */   YD: () => (/* binding */ observedRecord),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   fG: () => (/* binding */ createdTargets),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _store_baseline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91910);
/* harmony import */ var _store_record_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61062);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75507);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29296);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78765);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17121);








function planRelease(candidate, request, liveState, salt) {
    const { config, environment, report } = request;
    const controlled = liveState.targets
        .filter(({ live }) => live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .isControlled */ .RF)(live))
        .map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
    const live = new Set([...environment.live, ...controlled]);
    const hooks = Object.values(request.around?.hooks ?? {}).flatMap(hook => 'manifest' in hook ? [hook.manifest.object] : []);
    const plan = (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__/* .shipConfiguration */ .xz)(candidate, config.app, live, salt, hooks);
    for (const name of controlled)
        report(`${name} is written by another controller and stays live`);
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadIn */ .h7)(plan.manifests, environment);
    const scaled = [[workload, liveState.autoscaler]].concat((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .workersIn */ .r0)(plan.manifests, environment).map(worker => [
        worker,
        liveState.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .refOf */ .H8)(worker))]?.autoscaler,
    ]));
    for (const [each, autoscaler] of scaled) {
        const { spec } = each;
        if (autoscaler === undefined || spec?.replicas === undefined)
            continue;
        const whose = each === workload ? '' : ` of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .refOf */ .H8)(each))}`;
        report(`spec.replicas${whose} is left to HorizontalPodAutoscaler/${autoscaler.metadata?.name}`);
        delete spec.replicas;
    }
    return plan;
}
function inOrder(targets, environment, release) {
    const destinations = targets.map(({ manifest, path, live }) => ({
        path,
        live,
        object: manifest.object,
    }));
    const isLast = ({ object }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isOf */ .yW)(environment.workload, object);
    const marked = destinations.filter(isLast).map(destination => {
        const { metadata } = destination.object;
        const annotations = { ...metadata?.annotations, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.release]: String(release) };
        return { ...destination, object: { ...destination.object, metadata: { ...metadata, annotations } } };
    });
    return [...destinations.filter(destination => !isLast(destination)), ...marked];
}
function createdTargets({ targets, shipped }) {
    const copies = new Set(shipped.map(({ kind, copy }) => `${kind}/${copy}`));
    return targets.filter(({ manifest, live }) => live === undefined && !copies.has(`${manifest.object.kind}/${manifest.name}`));
}
function recordOf(request, plan, { token, release, baseline, reversible = true, workers = {} }) {
    return {
        ...common(request, token),
        release,
        source: 'released',
        ...(baseline === undefined ? {} : { baseline }),
        ...(reversible ? {} : { reversible: false }),
        ...(plan.promotion === undefined ? {} : { promotion: plan.promotion }),
        ...(request.signatures === undefined ? {} : { signatures: request.signatures }),
        images: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesOf */ .CL)(request.images),
        shipped: plan.shipped,
        ...(plan.hooks === undefined ? {} : { hooks: plan.hooks }),
        ...(Object.keys(workers).length === 0 ? {} : { workers }),
        manifests: (0,_store_record_text_js__WEBPACK_IMPORTED_MODULE_1__/* .recordable */ .I)(plan.manifests),
    };
}
function observedRecord(request, template, token, release) {
    return {
        ...common(request, token),
        release,
        source: 'observed',
        images: (0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_0__/* .imagesOf */ .IC)(template),
        shipped: [],
        manifests: [],
    };
}
function common({ config, environmentName, origin }, token) {
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        by: origin,
        token,
        config,
    };
}


/***/ }),

/***/ 83862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OJ: () => (/* binding */ routesProblem),
/* harmony export */   Z8: () => (/* binding */ unfinishedSentence),
/* harmony export */   aS: () => (/* binding */ isHandOverLost),
/* harmony export */   bA: () => (/* binding */ requireNothingPaused),
/* harmony export */   sk: () => (/* binding */ pausedProblem)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9247);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10441);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27848);





async function requireNothingPaused(cluster, request) {
    const { config, environment } = request;
    const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(cluster, environment.namespace, config.app);
    if (entry === undefined)
        return;
    const paused = pausedProblem(entry.rollout, cluster.now());
    if (paused !== undefined && !(await isHandOverLost(entry.rollout, request)))
        throw paused;
    const problem = routesProblem(entry, environment);
    if (problem !== undefined)
        throw problem;
}
async function isHandOverLost({ candidate, paused, run }, { hasEnded, report }) {
    if (paused?.for !== 'gate' && paused?.for !== 'promote')
        return false;
    if (hasEnded === undefined || !(await hasEnded(run)))
        return false;
    report(`release ${candidate} waits for ${paused.for} of ${run.run}, which has ended`);
    return true;
}
function routesProblem(entry, { strategy }) {
    const held = (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseNeedingAction */ .OK)(entry);
    const { strategy: before } = entry.rollout;
    if (held === undefined || before === 'rolling' || strategy.kind !== 'rolling')
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${held} needs action in its ${before} rollout, and \`strategy: rolling\` would remove the pods that have the traffic`, `deploy with \`strategy: ${before}\`, which makes a rolling update this time, or roll back with the input \`force\` set to a reason`);
}
function pausedProblem(rollout, now) {
    const { app, candidate, paused, run, phase } = rollout;
    if ((0,_store_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .isOver */ .PU)(phase) || paused === undefined || paused.until < now)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${candidate} of ${app} ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseSentence */ .WU)(paused)} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(run)})`, (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseRemedy */ .bT)(paused.for));
}
function unfinishedSentence({ candidate, phase, run, weight }) {
    const remedy = (0,_store_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .endOfDeadRollout */ .aD)(phase);
    if (remedy === 'none')
        return undefined;
    const exposed = phase === 'stepping' || phase === 'baking' ? ` at ${weight} %` : '';
    return `release ${candidate} is in phase ${phase}${exposed} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(run)}): a deploy waits for that run, or, if that run is dead, ${remedy === 'finish' ? 'finishes' : 'rolls back'} the rollout`;
}


/***/ }),

/***/ 71689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweep: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ./.build/js/src/release/deploy/run-hooks.js
var run_hooks = __webpack_require__(66415);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/attach.js
var attach = __webpack_require__(33412);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/context.js
var context = __webpack_require__(74258);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/decide.js + 4 modules
var decide = __webpack_require__(12150);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/from-records.js
var from_records = __webpack_require__(35638);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/health.js
var health = __webpack_require__(60203);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/informers.js + 1 modules
var rollout_informers = __webpack_require__(57697);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var store_releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(90352);
// EXTERNAL MODULE: ./.build/js/src/release/gate/start.js + 3 modules
var start = __webpack_require__(95549);
;// CONCATENATED MODULE: ./.build/js/src/release/gate/needs-run.js












async function needsRun(cluster, request, entry) {
    const { rollout } = entry;
    if (rollout.phase !== 'stepping' && rollout.phase !== 'baking')
        return false;
    const { config, environment: asked, origin } = request;
    const releases = await new store_releases/* ReleaseStore */.T(cluster, asked.namespace, config.app).list();
    const recorded = (0,from_records/* recordedOf */.i0)(releases, rollout, asked);
    const foundPause = (0,attach/* pauseOf */.eY)(rollout, 'keep', origin);
    const spec = (0,from_records/* specOf */.rI)(recorded, rollout, {
        token: rollout.token,
        goal: 'done',
        rollback: undefined,
        ...(foundPause === undefined ? {} : { foundPause }),
    });
    const informers = await rollout_informers/* Informers */.U.open(cluster, config.app, recorded.environment, (0,pods/* selectorOf */.Bk)(recorded.candidate), []);
    try {
        return isRunNeeded(await whatNext(cluster, request, { informers, spec, rollout, gate: recorded.environment.gate }), rollout);
    }
    catch (error) {
        if (error instanceof toolkit_errors/* UserError */.yo && !(error instanceof errors/* ClusterError */.b$))
            return true;
        throw error;
    }
    finally {
        informers.close();
    }
}
function isRunNeeded(action, { paused }) {
    switch (action.do) {
        case 'await':
        case 'end':
        case 'needs-action':
            return false;
        case 'pause':
            return action.for !== paused?.for;
        default:
            return true;
    }
}
async function whatNext(cluster, request, { informers, spec, rollout, gate }) {
    const { env, report } = request;
    const runner = await (0,start/* startGate */.O)({
        cluster,
        spec,
        informers,
        ...(gate === undefined ? {} : { prometheus: gate.prometheus }),
        store: { rollout, change: async () => undefined },
        decisions: { update: () => undefined, save: async () => undefined },
    }, { env, report });
    const assessor = new health/* HealthTracker */.Je(cluster, spec.namespace);
    const end = performance.now() + context/* firstVerdictTimeout */.tg;
    try {
        for (;;) {
            const seen = { ...informers.snapshot(), rollout };
            runner.look(seen);
            const { verdict, facts } = runner.inputs(seen);
            const action = (0,decide/* decide */.L)(spec, seen, {
                ...(await assessor.assess(seen)),
                workers: {},
                verdict,
                facts,
                cancelled: false,
                awaitsFirstVerdict: false,
                removed: false,
                pending: { manifests: false, routes: false },
            });
            if (action.do !== 'await' || performance.now() > end || request.signal?.aborted)
                return action;
            await (0,promises_.setTimeout)(250);
        }
    }
    finally {
        await runner.stop();
    }
}

// EXTERNAL MODULE: ./.build/js/src/release/gate.js
var gate = __webpack_require__(74524);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/unfinished.js
var unfinished = __webpack_require__(83862);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js
var find = __webpack_require__(8106);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/pause.js
var pause = __webpack_require__(9247);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 5 modules
var run = __webpack_require__(43533);
// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var store_lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var store_orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
;// CONCATENATED MODULE: ./.build/js/src/release/sweep.js











async function sweep(cluster, request) {
    const entry = await (0,find/* unfinished */.M1)(cluster, request);
    if (entry === undefined)
        return sweepOrphans(cluster, request);
    const { candidate, paused } = entry.rollout;
    const isWaiting = paused !== undefined && paused.until > cluster.now() && !(await (0,unfinished/* isHandOverLost */.aS)(entry.rollout, request));
    const waits = isWaiting ? paused : undefined;
    if (waits !== undefined && !(await needsRun(cluster, request, entry))) {
        return { state: 'busy', release: candidate, reason: `release ${candidate} ${(0,pause/* pauseSentence */.WU)(waits)}` };
    }
    return underFreeLease(cluster, request, candidate, async (lease) => {
        const left = await (0,find/* unfinished */.M1)(cluster, request);
        if (left === undefined)
            return { state: 'nothing' };
        if (left.text !== entry.text)
            return { state: 'busy', release: candidate, reason: `release ${candidate} has advanced meanwhile` };
        const judge = (run) => (0,start/* startGate */.O)(run, request);
        const swept = waits === undefined
            ? await (0,run/* endDeadRollout */.x)(cluster, request, lease, left.rollout, { command: 'sweep', startGate: judge })
            : await (0,run/* continueRollout */.tm)(cluster, request, lease, {
                command: 'sweep',
                goal: 'done',
                onPause: 'keep',
                startGate: judge,
            });
        return swept === undefined ? { state: 'nothing' } : resultOf(swept);
    });
}
async function sweepOrphans(cluster, request) {
    const { app } = request.config;
    const { namespace, workload } = request.environment;
    const found = (report) => (0,store_orphans/* findOrphans */.tQ)(cluster, namespace, app, workload, report);
    const first = await found(request.report);
    if (first === undefined) {
        const left = (0,run_hooks/* openHookSentence */.bO)((await (0,rollout_state/* readState */.un)(cluster, namespace, app))?.rollout);
        return { state: 'nothing', ...(left === undefined ? {} : { reason: left }) };
    }
    const release = first.open[0]?.record.release;
    return underFreeLease(cluster, request, release, async ({ token }) => {
        const orphans = await found();
        if (orphans === undefined)
            return { state: 'nothing' };
        await (0,store_orphans/* removeOrphans */.C_)(cluster, namespace, { app, token }, orphans, request.report);
        const reason = 'its run ended before it applied anything';
        return release === undefined ? { state: 'nothing' } : { state: 'rolled-back', release, reason };
    });
}
async function underFreeLease(cluster, { config, environment, origin, report }, candidate, work) {
    let lease;
    try {
        lease = await (0,store_lease.acquireLease)(cluster, {
            app: config.app,
            namespace: environment.namespace,
            workload: environment.workload,
            origin,
            wait: 0,
            seize: false,
            report,
        });
    }
    catch (error) {
        if (!(error instanceof store_lease/* LeaseHeld */.yj))
            throw error;
        const release = candidate === undefined ? {} : { release: candidate };
        return { state: 'busy', ...release, reason: error.message };
    }
    try {
        return await work(lease);
    }
    finally {
        await lease.release();
    }
}
function resultOf({ end, rollout }) {
    const release = rollout.candidate;
    const why = (0,gate.reasonOf)(end, rollout);
    const left = (0,run_hooks/* openHookSentence */.bO)(rollout);
    switch (end.state) {
        case 'rolled-back':
        case 'needs-action':
            return { state: end.state, release, ...why };
        case 'paused':
            return { state: 'busy', release, ...why };
        default:
            return { state: 'finished', release, ...(left === undefined ? {} : { reason: left }) };
    }
}


/***/ })

};
