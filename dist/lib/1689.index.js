export const id = 1689;
export const ids = [1689];
export const modules = {

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
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9247);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10441);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27848);




async function requireNothingPaused(cluster, request) {
    const { config, environment } = request;
    const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_3__/* .readState */ .un)(cluster, environment.namespace, config.app);
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
    const held = (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseNeedingAction */ .OK)(entry);
    const { strategy: before } = entry.rollout;
    if (held === undefined || before === 'rolling' || strategy.kind !== 'rolling')
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${held} is held in the middle of its ${before} release, and \`strategy: rolling\` would take away what serves`, `deploy with \`strategy: ${before}\` as before, which rolls this time by itself, or roll back with \`force\``);
}
function pausedProblem(rollout, now) {
    const { app, candidate, paused, run, phase } = rollout;
    if ((0,_store_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .isOver */ .PU)(phase) || paused === undefined || paused.until < now)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${candidate} of ${app} ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseSentence */ .WU)(paused)} (${run.actor} in ${run.run})`, (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseRemedy */ .bT)(paused.for));
}
function unfinishedSentence({ candidate, phase, run, weight }) {
    const remedy = (0,_store_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .remedyOf */ .SM)(phase);
    if (remedy === 'none')
        return undefined;
    const exposed = phase === 'stepping' || phase === 'baking' ? ` at ${weight} %` : '';
    return `release ${candidate} is ${phase}${exposed} (${run.actor} in ${run.run}): a deploy waits for that run, and if it is dead ${remedy === 'finish' ? 'finishes' : 'rolls back'} what it left`;
}


/***/ }),

/***/ 99171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ closePostHook),
/* harmony export */   b: () => (/* binding */ openHookSentence)
/* harmony export */ });
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27848);

function openHookSentence(rollout) {
    if (rollout?.phase !== 'done' || rollout.postHook === undefined)
        return undefined;
    const { candidate, postHook } = rollout;
    return `the post hook of release ${candidate} has not succeeded (${postHook.by}), and no other run starts it: check that run, and finish the work by hand`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    for (let attempt = 1; attempt <= 8; attempt += 1) {
        const entry = await (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_0__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return;
        const { postHook: _, ...rollout } = entry.rollout;
        if (await (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_0__/* .replaceState */ .g5)(cluster, namespace, entry, rollout))
            return;
    }
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/attach.js
var attach = __webpack_require__(33412);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/context.js
var context = __webpack_require__(74258);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/decide.js + 6 modules
var decide = __webpack_require__(44362);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/from-records.js + 1 modules
var from_records = __webpack_require__(23389);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/health.js + 1 modules
var health = __webpack_require__(69829);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/informers.js + 1 modules
var rollout_informers = __webpack_require__(33562);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var store_releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(90352);
// EXTERNAL MODULE: ./.build/js/src/release/gate/start.js + 5 modules
var start = __webpack_require__(79784);
;// CONCATENATED MODULE: ./.build/js/src/release/gate/needs-run.js










async function needsRun(cluster, request, entry) {
    const { rollout } = entry;
    if (rollout.phase !== 'stepping' && rollout.phase !== 'baking')
        return false;
    const { config, environment: asked, origin } = request;
    const releases = await new store_releases/* ReleaseStore */.T(cluster, asked.namespace, config.app).list();
    const recorded = (0,from_records/* recordedOf */.i0)(releases, rollout, asked);
    const waited = (0,attach/* waitedBefore */.aL)(rollout, 'look', origin);
    const spec = (0,from_records/* specOf */.rI)(recorded, rollout, {
        token: rollout.token,
        goal: 'done',
        ...(waited === undefined ? {} : { waited }),
    });
    const informers = await rollout_informers/* Informers */.U.open(cluster, config.app, recorded.environment, (0,pods/* selectorOf */.Bk)(recorded.candidate), []);
    try {
        return isRunNeeded(await whatNext(cluster, request, { informers, spec, rollout, gate: recorded.environment.gate }), rollout);
    }
    finally {
        informers.close();
    }
}
function isRunNeeded(move, { paused }) {
    switch (move.do) {
        case 'await':
        case 'end':
        case 'hold':
            return false;
        case 'pause':
            return move.for !== paused?.for;
        default:
            return true;
    }
}
async function whatNext(cluster, request, { informers, spec, rollout, gate }) {
    const { env, report } = request;
    const watcher = await (0,start/* watcherOf */.g)({
        cluster,
        spec,
        informers,
        ...(gate === undefined ? {} : { prometheus: gate.prometheus }),
        store: { rollout, change: async () => undefined },
        decisions: { update: () => undefined, save: async () => undefined },
    }, { env, report });
    const assessor = new health/* HealthTracker */.J(cluster, spec.namespace);
    const end = performance.now() + context/* untilHeard */.nl;
    try {
        for (;;) {
            const seen = { ...informers.snapshot(), rollout };
            watcher.look(seen);
            const { verdict, facts } = watcher.inputs(seen);
            const move = (0,decide/* decide */.L)(spec, seen, {
                ...(await assessor.assess(seen)),
                workers: {},
                verdict,
                facts,
                cancelled: false,
                unheard: false,
                removed: false,
                pending: { manifests: false, routes: false },
            });
            if (move.do !== 'await' || performance.now() > end || request.signal?.aborted)
                return move;
            await (0,promises_.setTimeout)(250);
        }
    }
    finally {
        await watcher.stop();
    }
}

// EXTERNAL MODULE: ./.build/js/src/release/gate.js
var gate = __webpack_require__(74524);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/unfinished.js
var unfinished = __webpack_require__(83862);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js + 1 modules
var find = __webpack_require__(31546);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/pause.js
var pause = __webpack_require__(9247);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 11 modules
var run = __webpack_require__(7566);
// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var store_lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var store_orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/post-hook.js
var post_hook = __webpack_require__(99171);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
;// CONCATENATED MODULE: ./.build/js/src/release/sweep.js











async function sweep(cluster, request) {
    const entry = await (0,find/* unfinished */.M)(cluster, request);
    if (entry === undefined)
        return sweepOrphans(cluster, request);
    const { candidate, paused } = entry.rollout;
    const isWaiting = paused !== undefined && paused.until > cluster.now() && !(await (0,unfinished/* isHandOverLost */.aS)(entry.rollout, request));
    const waits = isWaiting ? paused : undefined;
    if (waits !== undefined && !(await needsRun(cluster, request, entry))) {
        return { state: 'busy', release: candidate, reason: `release ${candidate} ${(0,pause/* pauseSentence */.WU)(waits)}` };
    }
    return underFreeLease(cluster, request, candidate, async (lease) => {
        const left = await (0,find/* unfinished */.M)(cluster, request);
        if (left === undefined)
            return { state: 'nothing' };
        if (waits === undefined && left.text !== entry.text)
            return { state: 'busy', release: candidate, reason: `release ${candidate} has advanced meanwhile` };
        const watch = run => (0,start/* watcherOf */.g)(run, request);
        const swept = waits === undefined
            ? await (0,run/* endDeadRollout */.x)(cluster, request, lease, left.rollout, watch)
            : await (0,run/* advancePaused */.ZH)(cluster, request, lease, watch);
        return swept === undefined ? { state: 'nothing' } : resultOf(swept);
    });
}
async function sweepOrphans(cluster, request) {
    const { app } = request.config;
    const { namespace, workload } = request.environment;
    const found = (report) => (0,store_orphans/* findOrphans */.tQ)(cluster, namespace, app, workload, report);
    const first = await found(request.report);
    if (first === undefined) {
        const left = (0,post_hook/* openHookSentence */.b)((await (0,rollout_state/* readState */.un)(cluster, namespace, app))?.rollout);
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
        if (!(error instanceof store_lease/* LeaseHeld */.y))
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
    const left = (0,post_hook/* openHookSentence */.b)(rollout);
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
