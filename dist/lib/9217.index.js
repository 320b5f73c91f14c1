export const id = 9217;
export const ids = [9217];
export const modules = {

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 74524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gate: () => (/* binding */ gate),
/* harmony export */   reasonOf: () => (/* binding */ reasonOf),
/* harmony export */   requireApprovable: () => (/* binding */ requireApprovable)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78968);
/* harmony import */ var _decision_record_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26395);
/* harmony import */ var _gate_start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95549);
/* harmony import */ var _rollout_find_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8106);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9247);
/* harmony import */ var _rollout_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43533);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10441);








async function gate(cluster, request) {
    const entry = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_4__/* .requireUnfinished */ .Fo)(cluster, request, _store_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .openPhases */ .RY);
    const { phase, candidate, baseline, weight } = entry.rollout;
    if (request.approve === true)
        requireApprovable(entry.rollout);
    if (phase === 'promoting' || phase === 'watching') {
        request.report(`release ${candidate} has already passed`);
        return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
    }
    const lease = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_6__/* .acquireRollout */ .W4)(cluster, request, entry);
    const { end, rollout, decisions, ms } = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_6__/* .continueRollout */ .tm)(cluster, request, lease, {
        command: 'gate',
        goal: 'judged',
        onPause: request.approve === true ? 'approve' : 'resume',
        startGate: run => (0,_gate_start_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O)(run, request),
    }).finally(() => lease.release());
    return {
        release: rollout.candidate,
        baseline: rollout.baseline,
        state: stateOf(end),
        verdict: (0,_decision_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .lastVerdict */ .Yw)(decisions)?.verdict,
        weight: rollout.weight,
        ...reasonOf(end, rollout),
        ...(end.state === 'paused' ? { waits: end.paused } : {}),
        ms,
        decision: decisions,
    };
}
function requireApprovable({ candidate, paused, phase }) {
    if (paused?.for === 'approval')
        return;
    const current = paused === undefined ? `is in phase ${phase}` : (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseSentence */ .WU)(paused);
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${candidate} does not wait for an approval: it ${current}`, `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .howToRun */ .R)(['resume', 'rollback'])} instead`);
}
function stateOf({ state }) {
    switch (state) {
        case 'rolled-back':
        case 'paused':
        case 'needs-action':
            return state;
        default:
            return 'passed';
    }
}
function reasonOf(end, { candidate, weight }) {
    if (end.state === 'rolled-back' || end.state === 'needs-action')
        return { reason: end.reason };
    if (end.state !== 'paused')
        return {};
    const { reason } = end.paused;
    const waits = `release ${candidate} has ${weight} % of the traffic and ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseSentence */ .WU)(end.paused)}`;
    return { reason: reason === undefined ? waits : `${waits}; ${reason}` };
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


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const ofPods = ['spec', 'template'];
const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        template: ofPods,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        template: ['spec', 'jobTemplate', 'spec', 'template'],
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const collectionOf = (namespace, kind) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace);
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => `/${traits[kind].template.join('/')}`;
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}
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


/***/ }),

/***/ 90352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = plain((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => {
        const { data } = revision;
        const { $patch: _, ...template } = (data?.spec?.template ?? {});
        return isOwnedBy(revision, workload.metadata?.uid) && plain(template) === wanted;
    });
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';


/***/ })

};
