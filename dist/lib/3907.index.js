export const id = 3907;
export const ids = [3907];
export const modules = {

/***/ 47633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ watcherOf)
});

// UNUSED EXPORTS: candidateShare

// EXTERNAL MODULE: ./.build/js/src/analysis/prometheus.js
var analysis_prometheus = __webpack_require__(38062);
// EXTERNAL MODULE: ./.build/js/src/release/engine/watching.js + 1 modules
var watching = __webpack_require__(32073);
// EXTERNAL MODULE: ./.build/js/src/analysis/facts.js
var analysis_facts = __webpack_require__(33863);
// EXTERNAL MODULE: ./.build/js/src/analysis/gate.js + 5 modules
var gate = __webpack_require__(74991);
// EXTERNAL MODULE: ./.build/js/src/analysis/sampling.js
var analysis_sampling = __webpack_require__(90139);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/decision.js
var decision = __webpack_require__(10747);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/findings.js + 1 modules
var findings = __webpack_require__(56895);
;// CONCATENATED MODULE: ./.build/js/src/release/gating/stage.js
function stageOf(journal, { stages }) {
    const indexOf = (kind) => {
        const index = stages.findIndex(stage => stage.kind === kind);
        return index < 0 ? undefined : index;
    };
    switch (journal?.phase) {
        case 'stepping':
            return journal.strategy === 'blue-green' ? 'switch' : journal.step;
        case 'baking':
            return journal.strategy === 'blue-green' ? indexOf('watch') : indexOf('bake');
        case 'watching':
            return indexOf('watch');
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./.build/js/src/release/gating/gating.js







const atOnce = 40;
const saveEvery = 20;
const longestStall = 6;
const isUnanswered = (reading) => reading.kind === 'provider';
class GateWatcher {
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
    look(o) {
        this.#seen = o;
        const { verdict } = this.#said ?? {};
        if (verdict?.verdict === 'pod-local' && isGone(o, verdict.pod))
            this.#replaced(verdict.pod, o.now);
        (0,watching/* noteFactsIn */.V3)(this.#parts.dossier, o);
        this.#judgeFacts(o);
    }
    insight(o) {
        const stage = stageOf(o.journal, this.#gating.policy);
        if (stage === 'switch')
            return { verdict: { verdict: 'pass', reason: 'it is up' }, facts: (0,watching/* factsIn */.PC)(o) };
        const verdict = this.#said?.stage === stage ? this.#said?.verdict : undefined;
        return { verdict, judgedAt: this.#judgedAt, facts: (0,watching/* factsIn */.PC)(o) };
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
            this.#parts.report(`the gate failed: ${detail}; trying again`);
        this.#trouble = detail;
        const o = this.#seen;
        const stage = stageOf(o?.journal, this.#gating.policy);
        if (o !== undefined && typeof stage === 'number')
            this.#unread(stage, o, detail);
    }
    async #turn() {
        const o = this.#seen;
        const { source, isSet } = this.#parts;
        const { policy, state } = this.#gating;
        const sampling = { ...this.#gating.sampling, warmUp: 0 };
        const stage = stageOf(o?.journal, policy);
        if (o === undefined || typeof stage !== 'number')
            return;
        if (!isSet(o)) {
            this.#apart = true;
            return;
        }
        const until = await (0,analysis_sampling/* settledUntil */.g)(source, sampling);
        if (state === null || state.stage !== stage) {
            this.#apart = false;
            if (!until.ok)
                return this.#unread(stage, o, until.detail);
            this.#unreadSince = undefined;
            const since = o.journal?.phase === 'watching' ? o.journal.since : until.value;
            await this.#enter(stage, Math.min(since, until.value) + sampling.pace.settle);
            return;
        }
        if (this.#apart) {
            if (!until.ok)
                return this.#unread(stage, o, until.detail);
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
            return this.#blind(stage, o, until.detail);
        const spans = (0,analysis_sampling/* spansBetween */.at)(state.lastAt, until.value, policy.tick);
        let last;
        for (let index = 0; index < spans.length; index += atOnce) {
            last = await this.#read(spans.slice(index, index + atOnce), sampling, stage, o);
            if (last === undefined || last.verdict === 'fail' || last.verdict === 'pod-local')
                break;
        }
        if (last !== undefined)
            this.#say(stage, last);
    }
    async #read(spans, sampling, stage, o) {
        const { policy } = this.#gating;
        const weight = this.#parts.shareOf(o);
        const ticks = await (0,analysis_sampling/* readTicks */.bn)(this.#parts.source, sampling, (0,watching/* watchedPods */.$L)(o), spans, { stage, weight });
        const unanswered = ticks.flatMap(({ readings }) => Object.values(readings)).find(isUnanswered);
        if (spans.length > 1 && unanswered !== undefined) {
            this.#unread(stage, o, unanswered.detail);
            return undefined;
        }
        let verdict;
        for (const tick of ticks) {
            if (this.#stopped || stageOf(this.#seen?.journal, policy) !== stage)
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
            this.#parts.dossier.note(record => (0,decision/* noteJudging */.Jp)(record, Math.round(at), policy, said));
        this.#parts.dossier.note(record => (0,decision/* noteStage */.$$)(record, Math.round(at), stage));
        const entered = first.stage === stage ? first : (0,gate/* enterStage */.dI)(policy, first, stage, at);
        this.#gating = { ...this.#gating, state: entered };
        await this.#keep();
    }
    #take(tick) {
        const { policy, state } = this.#gating;
        if (state === null)
            return undefined;
        const next = (0,gate/* advance */.np)(policy, state, tick);
        const fact = tick.traffic === undefined ? undefined : (0,analysis_facts/* gatewayFact */.Ds)(tick.traffic, tick.weight);
        const facts = fact === undefined ? [] : [fact];
        const verdict = (0,gate/* judge */.S4)(policy, next, facts, tick.at);
        const asked = { at: tick.at, facts };
        this.#judgedAt = performance.now();
        this.#parts.dossier.note(record => (0,decision/* noteTick */.uy)(record, tick, (0,findings/* evidenceOf */.X)(policy, next), verdict, asked));
        this.#gating = { ...this.#gating, state: next };
        this.#ticks += 1;
        return verdict;
    }
    async #blind(stage, o, detail) {
        const { policy, state } = this.#gating;
        if (state === null || o.now - Math.max(state.lastAt, state.enteredAt) < policy.tick)
            return;
        if (o.now - state.lastAt > longestStall * policy.tick)
            return this.#unread(stage, o, detail);
        const readings = policy.metrics.map(({ name }) => [name, { kind: 'provider', detail }]);
        const weight = this.#parts.shareOf(o);
        const verdict = this.#take({ at: o.now, stage, weight, readings: Object.fromEntries(readings) });
        await this.#keep();
        if (verdict !== undefined)
            this.#say(stage, verdict);
    }
    #unread(stage, o, detail) {
        const { policy, said } = this.#gating;
        this.#unreadSince ??= performance.now();
        const at = Math.round(o.now);
        const unread = { since: at - Math.ceil(performance.now() - this.#unreadSince), detail };
        const verdict = (0,gate/* judgeUnread */.H4)(policy, unread, at);
        if (verdict === undefined)
            return;
        this.#judgedAt = performance.now();
        this.#parts.dossier.note(record => {
            const judged = record.judging === undefined ? (0,decision/* noteJudging */.Jp)(record, at, policy, said) : record;
            return (0,decision/* noteVerdict */.c0)(judged, { at, stage, unread }, verdict);
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
            this.#parts.world.wake();
    }
    #judgeFacts(o) {
        const facts = (0,watching/* hardFactsIn */.Md)(o);
        const { policy, state } = this.#gating;
        const stage = stageOf(o.journal, policy);
        if (facts.length === 0 || state === null || typeof stage !== 'number')
            return;
        const at = Math.round(o.now);
        const verdict = (0,gate/* judge */.S4)(policy, state, facts, at);
        this.#said = { stage, verdict };
        this.#judgedAt = performance.now();
        this.#parts.dossier.note(record => (0,decision/* noteVerdict */.c0)(record, { at, stage, facts }, verdict));
    }
    #replaced(pod, at) {
        this.#said = undefined;
        if (this.#gating.state === null)
            return;
        this.#gating = { ...this.#gating, state: (0,gate/* replacePod */.uZ)(this.#gating.state, pod) };
        this.#parts.dossier.note(record => (0,decision/* noteReplaced */.J2)(record, Math.round(at), pod));
    }
    async #keep() {
        const gate = this.#gating;
        await this.#parts.keeper.change(journal => ({ ...journal, gate }));
        this.#unreadSince = undefined;
        const { dossier, report } = this.#parts;
        if (this.#ticks < saveEvery)
            return;
        this.#ticks = 0;
        await dossier.save(report);
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
const isGone = (o, pod) => !o.pods.some(({ metadata }) => metadata?.name === pod && metadata.deletionTimestamp === undefined);

;// CONCATENATED MODULE: ./.build/js/src/release/gating/watcher.js



async function watcherOf(run, { env, report }) {
    const { cluster, course, dossier, keeper, prometheus, world } = run;
    const gating = keeper.journal.gate;
    if (gating === undefined || prometheus === undefined)
        return (0,watching/* bystander */.Vx)(course.watchMs, dossier, course.strategy === 'canary' || gating !== undefined || prometheus !== undefined);
    return new GateWatcher({
        source: (0,analysis_prometheus/* prometheusOf */._G)(prometheus, cluster, env),
        keeper,
        world,
        dossier,
        gating,
        isSet: o => o.journal?.phase === 'watching' || course.router.shift(o, o.journal?.weight ?? 0).length === 0,
        shareOf: o => candidateShare(course, o),
        report,
    });
}
function candidateShare({ router }, o) {
    const { phase, weight = 0 } = o.journal ?? {};
    return (phase === 'watching' ? undefined : router.weight(o)) ?? weight;
}


/***/ }),

/***/ 12477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SY: () => (/* binding */ recordRefusal),
/* harmony export */   ZT: () => (/* binding */ noted),
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   iA: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13590);
/* harmony import */ var _engine_chronicle_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67285);
/* harmony import */ var _evidence_dossier_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27901);
/* harmony import */ var _preflight_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88640);
/* harmony import */ var _state_fencing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59071);
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83658);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17849);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(38971);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(17121);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(90088);












async function openJournal(cluster, request, lease, beginning) {
    const journal = journalOf(request, lease, beginning, cluster.now());
    return (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .beginJournal */ .Fs)(cluster, request.environment.namespace, journal);
}
async function recordRefusal(cluster, request, lease, { reason, ...beginning }) {
    const at = cluster.now();
    const journal = journalOf(request, lease, beginning, at);
    const { environment, report } = request;
    const { record } = beginning;
    const dossier = (0,_evidence_dossier_js__WEBPACK_IMPORTED_MODULE_4__/* .beginDossier */ .xL)(cluster, { environment, record, journal, doing: 'deploy' });
    const serves = record.baseline === undefined ? {} : { serves: record.baseline };
    const end = { at: Math.round(at), state: 'unchanged', reason, weight: 0, ...serves };
    (0,_engine_chronicle_js__WEBPACK_IMPORTED_MODULE_3__/* .noteEnd */ .IU)({ cluster, dossier }, end);
    await dossier.save(report);
    return dossier.record;
}
function journalOf({ config, environmentName, environment, origin }, lease, { plan, ground, record, strategy, judging }, at) {
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
        capacity: ground.liveWorkload?.spec?.replicas ?? 1,
        ...(environment.hooks?.post === undefined
            ? {}
            : { postHook: { by: `${origin.actor} in ${origin.run}` } }),
        ...(ground.autoscaler === undefined ? {} : { autoscaler: ground.autoscaler.metadata?.name ?? '' }),
        startedAt: at,
        since: at,
        deadline: at + environment.strategy.deadline,
        ...(judging === undefined || strategy === 'rolling' ? {} : { gate: judging.gating }),
        ...(strategy === 'rolling' ? {} : { applied: false }),
        ...(record.baseline === undefined ? { makes: madeFirstToLast(plan, environment) } : {}),
    };
}
function madeFirstToLast(plan, { workload }) {
    const isWorkload = ({ manifest }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .isOf */ .yW)(workload, manifest.object);
    return (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .made */ .mI)(plan)
        .sort((a, b) => Number(isWorkload(b)) - Number(isWorkload(a)))
        .map(({ path }) => path);
}
function noted(creations, app, lease) {
    return async (path, object) => {
        if ((0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .stampOf */ .Zs)(object, app) === lease.token)
            creations.push({ path, uid: object.metadata?.uid ?? '' });
        await lease.assertHeld();
    };
}
async function prepare(cluster, request, lease, { plan, ground, record: { release }, ...known }) {
    const { config, environment } = request;
    const others = (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .al)((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_10__/* .withoutWorkers */ .gE)(plan.targets, environment), environment, release).slice(0, -1);
    const refused = await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, others, (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .holdWith */ .MN)(config.app, lease.token), noted(known.creations, config.app, lease)).then(() => undefined, (error) => {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && !(error instanceof _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_9__.LeaseLost))
            return error.message;
        throw error;
    });
    const asked = { ...request, environment, wait: 0 };
    if (refused === undefined) {
        const keeper = new _state_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .Keeper */ .Vf(cluster, environment.namespace, known.entry);
        await keeper.change(journal => ({ ...journal, applied: true }));
    }
    const { end, dossier: decision } = refused === undefined
        ? await (0,_progress_js__WEBPACK_IMPORTED_MODULE_11__/* .prepareRollout */ .PF)(cluster, asked, lease)
        : await (0,_progress_js__WEBPACK_IMPORTED_MODULE_11__/* .undoRollout */ .oD)(cluster, asked, lease, refused);
    const rolloutMs = performance.now() - known.started;
    const result = { release, baseline: known.baseline, rolloutMs };
    switch (end.state) {
        case 'prepared':
        case 'judged':
            return { ...result, state: 'prepared', readyPods: end.pods };
        case 'done':
            return { ...result, state: 'complete', readyPods: end.pods, decision };
        case 'undone':
            return {
                ...result,
                state: 'undone',
                readyPods: ground.liveWorkload?.status?.readyReplicas ?? 0,
                reason: end.reason,
                decision,
            };
        case 'held':
            return { ...result, state: 'failed', readyPods: 0, reason: end.reason, decision };
        case 'parked':
            throw new Error('a candidate without traffic waits for nothing but its gate');
    }
}


/***/ }),

/***/ 25683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ passPreHook),
/* harmony export */   z: () => (/* binding */ runPostHook)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _hooks_hooks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5277);
/* harmony import */ var _preflight_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88640);
/* harmony import */ var _state_fencing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59071);
/* harmony import */ var _state_post_hook_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14719);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38971);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(12477);









async function passPreHook(cluster, request, lease, { records, ...begun }) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost)
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
        state: 'undone',
        token: lease.token,
        reason,
    });
    return { release, baseline, state: 'refused', readyPods: 0, rolloutMs: 0, reason };
}
async function runPreHook(cluster, request, lease, { plan, record, creations }) {
    const hook = hookOf('pre', request.around, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)(plan.targets, request.environment, record.release).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_4__/* .holdWith */ .MN)(app, lease.token), (0,_prepare_js__WEBPACK_IMPORTED_MODULE_8__/* .noted */ .ZT)(creations, app, lease));
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_2__/* .runHook */ .D)(cluster, 'pre', hook, contextOf(request, record, lease.token));
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.around, record);
    if (hook === undefined)
        return undefined;
    const environment = { namespace };
    const failed = await (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_2__/* .runHook */ .D)(cluster, 'post', hook, contextOf({ ...request, environment }, record, record.token)).catch((error) => `the post hook could not be run: ${describeBriefly(error)}`);
    if (failed !== undefined)
        return failed;
    await (0,_state_post_hook_js__WEBPACK_IMPORTED_MODULE_5__/* .closePostHook */ .K)(cluster, namespace, record).catch((error) => request.report(`warning: that the post hook ended well was not noted: ${describeBriefly(error)}`));
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


/***/ }),

/***/ 14719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ closePostHook),
/* harmony export */   b: () => (/* binding */ openHookSentence)
/* harmony export */ });
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83658);

function openHookSentence(journal) {
    if (journal?.phase !== 'done' || journal.postHook === undefined)
        return undefined;
    const { candidate, postHook } = journal;
    return `the post hook of release ${candidate} has not ended well so far (${postHook.by}), and no other run starts it: see that run, and do by hand what is missing`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    for (let attempt = 1;; attempt += 1) {
        const entry = await (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .readJournal */ .a0)(cluster, namespace, app);
        if (entry?.journal.candidate !== release || entry.journal.postHook === undefined)
            return;
        const { postHook: _, ...journal } = entry.journal;
        try {
            await (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .writeJournal */ .fY)(cluster, namespace, journal, entry);
            return;
        }
        catch (error) {
            if (!(error instanceof _journal_js__WEBPACK_IMPORTED_MODULE_0__/* .JournalMoved */ .JX) || attempt === 8)
                throw error;
        }
    }
}


/***/ })

};
