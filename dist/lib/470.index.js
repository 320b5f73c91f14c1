export const id = 470;
export const ids = [470];
export const modules = {

/***/ 2470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweep: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ./.build/js/src/release/gate.js + 4 modules
var release_gate = __webpack_require__(4833);
// EXTERNAL MODULE: ./.build/js/src/release/journal.js
var journal = __webpack_require__(9708);
// EXTERNAL MODULE: ./.build/js/src/release/lease.js
var release_lease = __webpack_require__(1977);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/src/release/decide.js + 6 modules
var decide = __webpack_require__(2430);
// EXTERNAL MODULE: ./.build/js/src/release/patience.js
var release_patience = __webpack_require__(2416);
// EXTERNAL MODULE: ./.build/js/src/release/pods.js
var pods = __webpack_require__(7687);
// EXTERNAL MODULE: ./.build/js/src/release/record.js
var record = __webpack_require__(2110);
// EXTERNAL MODULE: ./.build/js/src/release/takeover.js + 2 modules
var takeover = __webpack_require__(3148);
// EXTERNAL MODULE: ./.build/js/src/release/underway.js + 1 modules
var underway = __webpack_require__(6260);
// EXTERNAL MODULE: ./.build/js/src/release/world.js
var release_world = __webpack_require__(1811);
;// CONCATENATED MODULE: ./.build/js/src/release/looking.js









const longest = 120_000;
async function needsHand(cluster, request, entry) {
    const { journal } = entry;
    if (journal.phase !== 'stepping' && journal.phase !== 'baking')
        return false;
    const { config, environment: asked, origin } = request;
    const releases = await new record/* Records */.tU(cluster, asked.namespace, config.app).list();
    const recorded = (0,underway/* recordedOf */.i0)(releases, journal);
    const waited = (0,takeover/* waitedBefore */.a)(journal, 'look', origin);
    const course = (0,underway/* courseOf */.bx)(recorded, journal, {
        token: journal.token,
        goal: 'done',
        ...(waited === undefined ? {} : { waited }),
    });
    const world = await release_world/* World */.H.open(cluster, config.app, recorded.environment, (0,pods/* selectorOf */.Bk)(recorded.candidate), []);
    try {
        return isHandNeeded(await whatNext(cluster, request, { world, course, journal, gate: recorded.environment.gate }), journal);
    }
    finally {
        world.close();
    }
}
function isHandNeeded(move, { parked }) {
    switch (move.do) {
        case 'await':
        case 'end':
        case 'hold':
            return false;
        case 'park':
            return move.for !== parked?.for;
        default:
            return true;
    }
}
async function whatNext(cluster, request, { world, course, journal, gate }) {
    const { env, report } = request;
    const watcher = await (0,release_gate.watcherOf)({
        cluster,
        course,
        world,
        ...(gate === undefined ? {} : { prometheus: gate.prometheus }),
        keeper: { journal, change: async () => undefined },
        dossier: { note: () => undefined, save: async () => undefined },
    }, { env, report });
    const patience = { canary: new release_patience/* Patience */.i(), workload: new release_patience/* Patience */.i() };
    const end = performance.now() + longest;
    try {
        for (;;) {
            const seen = { ...world.observe(), journal };
            watcher.look(seen);
            const { verdict, facts } = watcher.insight(seen);
            const move = (0,decide/* decide */.L)(course, seen, {
                canary: patience.canary.assess(seen.canary, seen, performance.now()),
                workload: patience.workload.assess(seen.workload, seen, performance.now()),
                workers: {},
                verdict,
                facts,
                cancelled: false,
                removed: false,
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

// EXTERNAL MODULE: ./.build/js/src/release/progress.js + 9 modules
var progress = __webpack_require__(10);
// EXTERNAL MODULE: ./.build/js/src/release/remains.js
var release_remains = __webpack_require__(8478);
// EXTERNAL MODULE: ./.build/js/src/release/waiting.js
var waiting = __webpack_require__(5220);
;// CONCATENATED MODULE: ./.build/js/src/release/sweep.js







async function sweep(cluster, request) {
    const entry = await (0,progress/* unfinished */.M1)(cluster, request);
    if (entry === undefined)
        return sweepRemains(cluster, request);
    const { candidate, parked } = entry.journal;
    const waits = parked !== undefined && parked.until > cluster.now() ? parked : undefined;
    if (waits !== undefined && !(await needsHand(cluster, request, entry))) {
        return { state: 'busy', release: candidate, reason: `release ${candidate} ${(0,waiting/* waitsSentence */.gl)(waits)}` };
    }
    return underFreeLease(cluster, request, candidate, async (lease) => {
        const left = await (0,progress/* unfinished */.M1)(cluster, request);
        if (left === undefined)
            return { state: 'nothing' };
        if (waits === undefined && left.version !== entry.version)
            return { state: 'busy', release: candidate, reason: `release ${candidate} went on meanwhile` };
        const swept = waits === undefined
            ? await (0,progress/* sweepRollout */.cf)(cluster, request, lease, left.journal)
            : await (0,progress/* lookAfter */.sR)(cluster, request, lease, run => (0,release_gate.watcherOf)(run, request));
        return swept === undefined ? { state: 'nothing' } : resultOf(swept);
    });
}
async function sweepRemains(cluster, request) {
    const { app } = request.config;
    const { namespace, workload } = request.environment;
    const found = () => (0,release_remains/* remainsOf */.ZT)(cluster, namespace, app, workload);
    const first = await found();
    if (first === undefined)
        return { state: 'nothing' };
    const release = first.open[0]?.record.release;
    return underFreeLease(cluster, request, release, async ({ token }) => {
        const remains = await found();
        if (remains === undefined)
            return { state: 'nothing' };
        await (0,journal/* sealJournal */.ne)(cluster, namespace, app, { token, run: request.origin });
        await (0,release_remains/* clearRemains */.Fz)(cluster, namespace, { app, token }, remains, request.report);
        const reason = 'its run ended before anything of it was applied';
        return release === undefined ? { state: 'nothing' } : { state: 'undone', release, reason };
    });
}
async function underFreeLease(cluster, { config, environment, origin, report }, candidate, work) {
    let lease;
    try {
        lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
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
        if (!(error instanceof release_lease/* LeaseHeld */.yj))
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
function resultOf({ end, journal }) {
    const release = journal.candidate;
    const why = (0,release_gate.reasonOf)(end, journal);
    switch (end.state) {
        case 'undone':
        case 'held':
            return { state: end.state, release, ...why };
        case 'parked':
            return { state: 'busy', release, ...why };
        default:
            return { state: 'finished', release };
    }
}


/***/ })

};
