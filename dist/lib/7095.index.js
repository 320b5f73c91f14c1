export const id = 7095;
export const ids = [7095];
export const modules = {

/***/ 97095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isRunNeeded: () => (/* binding */ isRunNeeded),
/* harmony export */   sweep: () => (/* binding */ sweep)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70109);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74524);
/* harmony import */ var _rollout_attach_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33412);
/* harmony import */ var _rollout_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74258);
/* harmony import */ var _rollout_decide_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42130);
/* harmony import */ var _rollout_find_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8106);
/* harmony import */ var _rollout_from_records_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35638);
/* harmony import */ var _rollout_health_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60203);
/* harmony import */ var _rollout_informers_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(57697);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9247);
/* harmony import */ var _rollout_run_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(72903);
/* harmony import */ var _run_hooks_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(96659);
/* harmony import */ var _store_lease_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(62775);
/* harmony import */ var _store_orphans_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(99886);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(24576);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(27848);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(90352);




















async function sweep(cluster, request) {
    const entry = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_8__/* .unfinished */ .M1)(cluster, request);
    if (entry === undefined)
        return sweepOrphans(cluster, request);
    const { candidate, paused } = entry.rollout;
    const isWaiting = paused !== undefined && paused.until > cluster.now() && !(await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_8__/* .isHandOverLost */ .aS)(entry.rollout, request));
    const waits = isWaiting ? paused : undefined;
    if (waits !== undefined && !(await needsRun(cluster, request, entry))) {
        return { state: 'busy', release: candidate, reason: `release ${candidate} ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_12__/* .pauseSentence */ .WU)(waits)}` };
    }
    return underFreeLease(cluster, request, candidate, async (lease) => {
        const left = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_8__/* .unfinished */ .M1)(cluster, request);
        if (left === undefined)
            return { state: 'nothing' };
        if (left.text !== entry.text)
            return { state: 'busy', release: candidate, reason: `release ${candidate} has advanced meanwhile` };
        const swept = waits === undefined
            ? await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_13__/* .endDeadRollout */ .x)(cluster, request, lease, left.rollout, { command: 'sweep', startGate: _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O4 })
            : await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_13__/* .continueRollout */ .tm)(cluster, request, lease, {
                command: 'sweep',
                goal: 'done',
                onPause: 'keep',
                startGate: _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O4,
            });
        return swept === undefined ? { state: 'nothing' } : resultOf(swept);
    });
}
async function sweepOrphans(cluster, request) {
    const { app } = request.config;
    const { namespace, workload } = request.environment;
    const found = (report) => (0,_store_orphans_js__WEBPACK_IMPORTED_MODULE_16__/* .findOrphans */ .tQ)(cluster, namespace, app, workload, report);
    const first = await found(request.report);
    if (first === undefined) {
        const rollout = (await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_18__/* .readState */ .un)(cluster, namespace, app))?.rollout;
        if (rollout !== undefined && (await isLeftUnverified(cluster, request, rollout)))
            return {
                ...{ state: 'finished', release: rollout.candidate },
                reason: `the run of release ${rollout.candidate} ended before it was verified`,
            };
        const left = (0,_run_hooks_js__WEBPACK_IMPORTED_MODULE_14__/* .openHookSentence */ .bO)(rollout);
        return { state: 'nothing', ...(left === undefined ? {} : { reason: left }) };
    }
    const release = first.open[0]?.record.release;
    return underFreeLease(cluster, request, release, async ({ token }) => {
        const orphans = await found();
        if (orphans === undefined)
            return { state: 'nothing' };
        await (0,_store_orphans_js__WEBPACK_IMPORTED_MODULE_16__/* .removeOrphans */ .C_)(cluster, namespace, { app, token }, orphans, request.report);
        const reason = 'its run ended before it applied anything';
        return release === undefined ? { state: 'nothing' } : { state: 'rolled-back', release, reason };
    });
}
async function isLeftUnverified(cluster, { config, environment, hasEnded, report }, { candidate, phase, run }) {
    if (phase !== 'done' || hasEnded === undefined)
        return false;
    const releases = await new _store_releases_js__WEBPACK_IMPORTED_MODULE_17__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app, report).list();
    const newest = releases.find(({ record }) => record.release === candidate);
    return newest?.outcome?.state === 'complete' && hasEnded(run);
}
async function underFreeLease(cluster, { config, environment, origin, report }, candidate, work) {
    let lease;
    try {
        lease = await (0,_store_lease_js__WEBPACK_IMPORTED_MODULE_15__.acquireLease)(cluster, {
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
        if (!(error instanceof _store_lease_js__WEBPACK_IMPORTED_MODULE_15__/* .LeaseHeld */ .yj))
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
    const why = (0,_gate_js__WEBPACK_IMPORTED_MODULE_4__.reasonOf)(end, rollout);
    const left = (0,_run_hooks_js__WEBPACK_IMPORTED_MODULE_14__/* .openHookSentence */ .bO)(rollout);
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
async function needsRun(cluster, request, entry) {
    const { rollout } = entry;
    if (rollout.phase !== 'stepping' && rollout.phase !== 'baking')
        return false;
    const { config, environment: asked, origin } = request;
    const releases = await new _store_releases_js__WEBPACK_IMPORTED_MODULE_17__/* .ReleaseStore */ .T(cluster, asked.namespace, config.app).list();
    const recorded = (0,_rollout_from_records_js__WEBPACK_IMPORTED_MODULE_9__/* .recordedOf */ .i0)(releases, rollout, asked);
    const foundPause = (0,_rollout_attach_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseOf */ .eY)(rollout, 'keep', origin);
    const { token } = rollout;
    const spec = (0,_rollout_from_records_js__WEBPACK_IMPORTED_MODULE_9__/* .specOf */ .rI)(recorded, rollout, { token, goal: 'done', rollback: undefined, foundPause });
    const informers = await _rollout_informers_js__WEBPACK_IMPORTED_MODULE_11__/* .Informers */ .U.open(cluster, config.app, recorded.environment, (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_19__/* .selectorOf */ .Bk)(recorded.candidate), []);
    try {
        return isRunNeeded(await whatNext(cluster, request, { informers, spec, rollout, gate: recorded.environment.gate }), rollout);
    }
    catch (error) {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo && !(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$))
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
    const runner = await (0,_gate_setup_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O4)({
        cluster,
        spec,
        informers,
        sources: gate && { prometheus: gate.prometheus, logs: request.environment.monitoring?.logs },
        store: { rollout, change: async () => undefined },
        decisions: { update: () => undefined, save: async () => undefined },
    }, { env, report });
    const assessor = new _rollout_health_js__WEBPACK_IMPORTED_MODULE_10__/* .HealthTracker */ .Je(cluster, spec.namespace);
    const end = performance.now() + _rollout_context_js__WEBPACK_IMPORTED_MODULE_6__/* .firstVerdictTimeout */ .tg;
    try {
        for (;;) {
            const seen = { ...informers.snapshot(), rollout };
            runner.look(seen);
            const { verdict, facts } = runner.inputs(seen);
            const action = (0,_rollout_decide_js__WEBPACK_IMPORTED_MODULE_7__/* .decide */ .L)(spec, seen, {
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
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(250);
        }
    }
    finally {
        await runner.stop();
    }
}


/***/ })

};
