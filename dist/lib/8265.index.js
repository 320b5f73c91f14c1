export const id = 8265;
export const ids = [8265];
export const modules = {

/***/ 74524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gate: () => (/* binding */ gate),
/* harmony export */   reasonOf: () => (/* binding */ reasonOf),
/* harmony export */   requireApprovable: () => (/* binding */ requireApprovable)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93973);
/* harmony import */ var _evidence_decision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10747);
/* harmony import */ var _gating_watcher_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47633);
/* harmony import */ var _runs_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90088);
/* harmony import */ var _runs_under_way_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92578);






async function gate(cluster, request) {
    const phases = ['prepared', 'stepping', 'baking', 'promoting', 'watching', 'undoing'];
    const entry = await (0,_runs_under_way_js__WEBPACK_IMPORTED_MODULE_5__/* .requireUnfinished */ .F)(cluster, request, phases);
    const { phase, candidate, baseline, weight } = entry.journal;
    if (request.approve === true)
        requireApprovable(entry.journal);
    if (phase === 'promoting' || phase === 'watching') {
        request.report(`release ${candidate} has passed already`);
        return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
    }
    const { end, journal, dossier, ms } = await (0,_runs_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .progress */ .qB)(cluster, request, entry, 'judged', {
        calls: request.approve === true ? 'approve' : 'resume',
        watch: run => (0,_gating_watcher_js__WEBPACK_IMPORTED_MODULE_3__/* .watcherOf */ .g)(run, request),
    });
    return {
        release: journal.candidate,
        baseline: journal.baseline,
        state: stateOf(end),
        verdict: (0,_evidence_decision_js__WEBPACK_IMPORTED_MODULE_2__/* .lastVerdict */ .Yw)(dossier)?.verdict,
        weight: journal.weight,
        ...reasonOf(end, journal),
        ...(end.state === 'parked' ? { waits: end.parked } : {}),
        ms,
        decision: dossier,
    };
}
function requireApprovable({ candidate, parked, phase }) {
    if (parked?.for === 'approval')
        return;
    const stands = parked === undefined ? `is ${phase}` : (0,_engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .waitsSentence */ .gl)(parked);
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${candidate} does not wait for an approval: it ${stands}`, 'resume it without an approval, or undo it');
}
function stateOf({ state }) {
    switch (state) {
        case 'undone':
        case 'parked':
        case 'held':
            return state;
        default:
            return 'passed';
    }
}
function reasonOf(end, { candidate, weight }) {
    if (end.state === 'undone' || end.state === 'held')
        return { reason: end.reason };
    if (end.state !== 'parked')
        return {};
    const { reason } = end.parked;
    const waits = `release ${candidate} has ${weight} % of the traffic and ${(0,_engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .waitsSentence */ .gl)(end.parked)}`;
    return { reason: reason === undefined ? waits : `${waits}; ${reason}` };
}


/***/ }),

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

/***/ 83862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OJ: () => (/* binding */ routesProblem),
/* harmony export */   Z8: () => (/* binding */ unfinishedSentence),
/* harmony export */   aS: () => (/* binding */ isHandOverLost),
/* harmony export */   bU: () => (/* binding */ parkedProblem),
/* harmony export */   yQ: () => (/* binding */ requireNothingParked)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93973);
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83658);
/* harmony import */ var _state_phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3005);




async function requireNothingParked(cluster, request) {
    const { config, environment } = request;
    const entry = await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .readJournal */ .a0)(cluster, environment.namespace, config.app);
    if (entry === undefined)
        return;
    const parked = parkedProblem(entry.journal, cluster.now());
    if (parked !== undefined && !(await isHandOverLost(entry.journal, request)))
        throw parked;
    const problem = routesProblem(entry, environment);
    if (problem !== undefined)
        throw problem;
}
async function isHandOverLost({ candidate, parked, run }, { hasEnded, report }) {
    if (parked?.for !== 'gate' && parked?.for !== 'promote')
        return false;
    if (hasEnded === undefined || !(await hasEnded(run)))
        return false;
    report(`release ${candidate} waits for ${parked.for} of ${run.run}, which has ended`);
    return true;
}
function routesProblem(entry, { strategy }) {
    const held = (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .heldIn */ .$f)(entry);
    const { strategy: before } = entry.journal;
    if (held === undefined || before === 'rolling' || strategy.kind !== 'rolling')
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${held} is held in the middle of its ${before} release, and \`strategy: rolling\` would take away what serves`, `deploy with \`strategy: ${before}\` as before, which rolls this time by itself, or roll back with \`force\``);
}
function parkedProblem(journal, now) {
    const { app, candidate, parked, run, phase } = journal;
    if ((0,_state_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .isOver */ .PU)(phase) || parked === undefined || parked.until < now)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${candidate} of ${app} ${(0,_engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .waitsSentence */ .gl)(parked)} (${run.actor} in ${run.run})`, (0,_engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyOfWait */ .ty)(parked.for));
}
function unfinishedSentence({ candidate, phase, run, weight }) {
    const remedy = (0,_state_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .remedyOf */ .SM)(phase);
    if (remedy === 'none')
        return undefined;
    const exposed = phase === 'stepping' || phase === 'baking' ? ` at ${weight} %` : '';
    return `release ${candidate} is ${phase}${exposed} (${run.actor} in ${run.run}): a deploy waits for that run, and if it is dead ${remedy === 'finish' ? 'finishes' : 'undoes'} what it left`;
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


/***/ }),

/***/ 30340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweep: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ./.build/js/src/release/engine/waiting.js
var waiting = __webpack_require__(93973);
// EXTERNAL MODULE: ./.build/js/src/release/gate.js
var gate = __webpack_require__(74524);
// EXTERNAL MODULE: ./.build/js/src/release/gating/watcher.js + 2 modules
var gating_watcher = __webpack_require__(47633);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/unfinished.js
var unfinished = __webpack_require__(83862);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.build/js/src/release/engine/assessor.js
var engine_assessor = __webpack_require__(58547);
// EXTERNAL MODULE: ./.build/js/src/release/engine/decide.js + 6 modules
var decide = __webpack_require__(821);
// EXTERNAL MODULE: ./.build/js/src/release/engine/takeover.js
var takeover = __webpack_require__(20673);
// EXTERNAL MODULE: ./.build/js/src/release/engine/underway.js + 1 modules
var underway = __webpack_require__(33868);
// EXTERNAL MODULE: ./.build/js/src/release/engine/watching.js + 1 modules
var watching = __webpack_require__(32073);
// EXTERNAL MODULE: ./.build/js/src/release/engine/world.js
var engine_world = __webpack_require__(62710);
// EXTERNAL MODULE: ./.build/js/src/release/state/record.js
var record = __webpack_require__(58600);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/runs/looking.js










async function needsHand(cluster, request, entry) {
    const { journal } = entry;
    if (journal.phase !== 'stepping' && journal.phase !== 'baking')
        return false;
    const { config, environment: asked, origin } = request;
    const releases = await new record/* Records */.tU(cluster, asked.namespace, config.app).list();
    const recorded = (0,underway/* recordedOf */.i0)(releases, journal, asked);
    const waited = (0,takeover/* waitedBefore */.aL)(journal, 'look', origin);
    const course = (0,underway/* courseOf */.bx)(recorded, journal, {
        token: journal.token,
        goal: 'done',
        ...(waited === undefined ? {} : { waited }),
    });
    const world = await engine_world/* World */.H.open(cluster, config.app, recorded.environment, (0,pods/* selectorOf */.Bk)(recorded.candidate), []);
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
    const watcher = await (0,gating_watcher/* watcherOf */.g)({
        cluster,
        course,
        world,
        ...(gate === undefined ? {} : { prometheus: gate.prometheus }),
        keeper: { journal, change: async () => undefined },
        dossier: { note: () => undefined, save: async () => undefined },
    }, { env, report });
    const assessor = new engine_assessor/* Assessor */.Q(cluster, course.namespace);
    const end = performance.now() + watching/* untilHeard */.nl;
    try {
        for (;;) {
            const seen = { ...world.observe(), journal };
            watcher.look(seen);
            const { verdict, facts } = watcher.insight(seen);
            const move = (0,decide/* decide */.L)(course, seen, {
                ...(await assessor.assess(seen)),
                workers: {},
                verdict,
                facts,
                cancelled: false,
                unheard: false,
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

// EXTERNAL MODULE: ./.build/js/src/release/runs/progress.js + 10 modules
var progress = __webpack_require__(90088);
// EXTERNAL MODULE: ./.build/js/src/release/runs/remains.js
var runs_remains = __webpack_require__(82707);
// EXTERNAL MODULE: ./.build/js/src/release/runs/under-way.js
var under_way = __webpack_require__(92578);
// EXTERNAL MODULE: ./.build/js/src/release/state/journal.js
var journal = __webpack_require__(83658);
// EXTERNAL MODULE: ./.build/js/src/release/state/lease.js
var state_lease = __webpack_require__(78691);
// EXTERNAL MODULE: ./.build/js/src/release/state/post-hook.js
var post_hook = __webpack_require__(14719);
;// CONCATENATED MODULE: ./.build/js/src/release/sweep.js











async function sweep(cluster, request) {
    const entry = await (0,under_way/* unfinished */.M)(cluster, request);
    if (entry === undefined)
        return sweepRemains(cluster, request);
    const { candidate, parked } = entry.journal;
    const isWaiting = parked !== undefined && parked.until > cluster.now() && !(await (0,unfinished/* isHandOverLost */.aS)(entry.journal, request));
    const waits = isWaiting ? parked : undefined;
    if (waits !== undefined && !(await needsHand(cluster, request, entry))) {
        return { state: 'busy', release: candidate, reason: `release ${candidate} ${(0,waiting/* waitsSentence */.gl)(waits)}` };
    }
    return underFreeLease(cluster, request, candidate, async (lease) => {
        const left = await (0,under_way/* unfinished */.M)(cluster, request);
        if (left === undefined)
            return { state: 'nothing' };
        if (waits === undefined && left.version !== entry.version)
            return { state: 'busy', release: candidate, reason: `release ${candidate} went on meanwhile` };
        const watch = run => (0,gating_watcher/* watcherOf */.g)(run, request);
        const swept = waits === undefined
            ? await (0,progress/* sweepRollout */.cf)(cluster, request, lease, left.journal, watch)
            : await (0,progress/* lookAfter */.sR)(cluster, request, lease, watch);
        return swept === undefined ? { state: 'nothing' } : resultOf(swept);
    });
}
async function sweepRemains(cluster, request) {
    const { app } = request.config;
    const { namespace, workload } = request.environment;
    const found = (report) => (0,runs_remains/* remainsOf */.ZT)(cluster, namespace, app, workload, report);
    const first = await found(request.report);
    if (first === undefined) {
        const left = (0,post_hook/* openHookSentence */.b)((await (0,journal/* readJournal */.a0)(cluster, namespace, app))?.journal);
        return { state: 'nothing', ...(left === undefined ? {} : { reason: left }) };
    }
    const release = first.open[0]?.record.release;
    return underFreeLease(cluster, request, release, async ({ token }) => {
        const remains = await found();
        if (remains === undefined)
            return { state: 'nothing' };
        await (0,journal/* sealJournal */.ne)(cluster, namespace, app, { token, run: request.origin });
        await (0,runs_remains/* clearRemains */.Fz)(cluster, namespace, { app, token }, remains, request.report);
        const reason = 'its run ended before anything of it was applied';
        return release === undefined ? { state: 'nothing' } : { state: 'undone', release, reason };
    });
}
async function underFreeLease(cluster, { config, environment, origin, report }, candidate, work) {
    let lease;
    try {
        lease = await (0,state_lease.acquireLease)(cluster, {
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
        if (!(error instanceof state_lease/* LeaseHeld */.y))
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
    const why = (0,gate.reasonOf)(end, journal);
    const left = (0,post_hook/* openHookSentence */.b)(journal);
    switch (end.state) {
        case 'undone':
        case 'held':
            return { state: end.state, release, ...why };
        case 'parked':
            return { state: 'busy', release, ...why };
        default:
            return { state: 'finished', release, ...(left === undefined ? {} : { reason: left }) };
    }
}


/***/ }),

/***/ 868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf)
/* harmony export */ });
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ })

};
