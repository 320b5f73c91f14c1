export const id = 626;
export const ids = [626];
export const modules = {

/***/ 6491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ publishDecision)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



async function publishDecision(record, host) {
    const [{ decisionSummary }, { decisionPage }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(742), __webpack_require__.e(298)]).then(__webpack_require__.bind(__webpack_require__, 4298)),
        Promise.all(/* import() */[__webpack_require__.e(742), __webpack_require__.e(220)]).then(__webpack_require__.bind(__webpack_require__, 7220)),
    ]);
    await host.summary(decisionSummary(record));
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(host.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${record.app}-r${record.release}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'decision.json'), `${JSON.stringify(record)}\n`),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'report.html'), decisionPage(record)),
    ]);
    return folder;
}


/***/ }),

/***/ 9626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  promoteAction: () => (/* binding */ promoteAction)
});

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/gate.js + 3 modules
var gate = __webpack_require__(3676);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/progress.js + 16 modules
var progress = __webpack_require__(7833);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/promote.js


async function promote(cluster, request) {
    const entry = await (0,progress/* requireUnfinished */.Fo)(cluster, request, ['promoting', 'watching']);
    const { end, journal, dossier: decision, ms, } = await (0,progress/* progress */.qB)(cluster, request, entry, 'done', run => (0,gate/* watcherOf */.g)(run, request));
    const release = journal.candidate;
    switch (end.state) {
        case 'prepared':
        case 'judged':
        case 'done':
            return { release, state: 'complete', readyPods: end.pods, ms, decision };
        case 'undone':
        case 'held':
            return { release, state: end.state, readyPods: 0, reason: end.reason, ms, decision };
    }
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/host.js
var host = __webpack_require__(1615);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/decision.js
var decision = __webpack_require__(6491);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/inputs.js
var inputs = __webpack_require__(3087);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/session.js + 1 modules
var session = __webpack_require__(8598);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/promote.js





const promoteAction = (0,host/* defineAction */.QP)({
    name: 'promote',
    description: 'Make a candidate that passed the gate the stable workload, watch it, and clean up.',
    inputs: {
        environment: inputs/* environment */.cA,
        config: inputs/* config */.$W,
        context: inputs/* context */._O,
        wait: inputs/* wait */.uk,
    },
    outputs: {
        state: '`complete`, `undone` (what served before serves again), `held` (somebody must look), or `refused` (nothing was changed).',
        release: 'Number of the release.',
        record: 'Folder with `decision.json` and `report.html`: why it ended as it did; empty when nothing was done.',
        reason: 'Why it was not completed, in one sentence; empty when it was.',
    },
    refused: { state: 'refused' },
    run: async (inputs, host) => {
        return (0,session/* withRollout */.ah)(inputs, host, async (cluster, request) => {
            const result = await promote(cluster, { ...request, signal: host.cancellation() });
            host.output('state', result.state);
            host.output('release', String(result.release));
            host.output('record', await (0,decision/* publishDecision */.M)(result.decision, host));
            host.output('reason', result.reason ?? '');
            host.report(`release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`);
            return result.state === 'complete';
        });
    },
});


/***/ }),

/***/ 3676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ gate_gate),
  g: () => (/* binding */ watcherOf)
});

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/prometheus.js
var analysis_prometheus = __webpack_require__(4863);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/decision.js
var decision = __webpack_require__(8350);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/facts.js
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
    const detail = `${ready === 0 ? 'no pod' : `only ${count(ready, 'pod')}`} of the candidate can take requests, ${need} must`;
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
        return about('crash-loop', `ends again and again${exitText(lastState?.terminated?.exitCode)}`);
    }
    if (hopeless.has(waiting))
        return about('not-starting', `cannot start (${waiting})`);
    if (restarts <= 0)
        return undefined;
    return about('restart', `was restarted${restarts === 1 ? '' : ` ${restarts} times`} since the rollout began${exitText(ended?.exitCode)}`);
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
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/findings.js
var findings = __webpack_require__(2253);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/gate.js + 4 modules
var gate = __webpack_require__(5523);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/analysis/sampling.js
var analysis_sampling = __webpack_require__(9262);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/naming.js
var naming = __webpack_require__(1924);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/rollout.js
var rollout = __webpack_require__(587);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/watching.js



function candidatePods(o) {
    const { phase } = o.journal ?? {};
    if (phase !== 'watching')
        return o.pods.filter(({ metadata }) => metadata?.labels?.[naming/* labels */.WD.track] === 'canary');
    const set = o.workload === undefined ? undefined : (0,rollout/* newestReplicaSet */.jk)(o.workload, o.replicaSets);
    return o.pods.filter(({ metadata }) => metadata?.ownerReferences?.some(owner => owner.uid === set?.metadata?.uid));
}
function factsIn(o) {
    return factsOf([], candidatePods(o), [], 0).map(({ detail }) => detail);
}
function bystander(watchMs) {
    return {
        look: () => undefined,
        insight: o => {
            const { phase, since = 0 } = o.journal ?? {};
            const left = since + watchMs - o.now;
            const verdict = phase === 'stepping' || left <= 0
                ? { verdict: 'pass', reason: 'no restart, no crash, enough ready pods' }
                : { verdict: 'continue', reason: `watched for ${Math.ceil(left / 1000)} s more` };
            return { verdict, facts: factsIn(o) };
        },
        stop: async () => undefined,
    };
}

;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/gating.js






class GateWatcher {
    #parts;
    #running;
    #gating;
    #seen;
    #said;
    #facts = [];
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
    }
    insight(o) {
        const stage = stageOf(o.journal, this.#gating.policy);
        if (stage === 'switch')
            return { verdict: { verdict: 'pass', reason: 'it is up' }, facts: factsIn(o) };
        const verdict = this.#said?.stage === stage ? this.#said?.verdict : undefined;
        return { verdict, facts: factsIn(o) };
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
                this.#parts.report(`the gate could not look: ${error.message.split('\n')[0]}`);
            }
            await this.#sleep(Math.min(1000, tick / 4));
        }
    }
    async #turn() {
        const o = this.#seen;
        const { source, isSet } = this.#parts;
        const { policy, state } = this.#gating;
        const sampling = { ...this.#gating.sampling, warmUp: 0 };
        const stage = stageOf(o?.journal, policy);
        if (o === undefined || typeof stage !== 'number' || !isSet(o))
            return;
        const until = await (0,analysis_sampling/* settledUntil */.g)(source, sampling);
        if (state === null || state.stage !== stage) {
            if (until.ok)
                await this.#enter(stage, until.value + sampling.pace.settle);
            return;
        }
        if (!until.ok)
            return this.#blind(stage, o, until.detail);
        for (const span of (0,analysis_sampling/* spansBetween */.at)(state.lastAt, until.value, policy.tick)) {
            const weight = this.#parts.shareOf(o);
            const tick = await (0,analysis_sampling/* readTick */.qY)(source, sampling, watchedPods(o), { ...span, stage, weight });
            if (this.#stopped || stageOf(this.#seen?.journal, policy) !== stage)
                return;
            await this.#take(tick, stage);
        }
    }
    async #enter(stage, at) {
        const { policy, state, said } = this.#gating;
        const first = state ?? (0,gate/* startGate */.O4)(policy, at);
        if (state === null)
            this.#parts.dossier.note(record => (0,decision/* noteJudging */.Jp)(record, Math.round(at), policy, said));
        this.#parts.dossier.note(record => (0,decision/* noteStage */.$$)(record, Math.round(at), stage));
        await this.#keep(first.stage === stage ? first : (0,gate/* enterStage */.dI)(policy, first, stage, at));
    }
    async #take(tick, stage) {
        const { policy, state } = this.#gating;
        if (state === null)
            return;
        const next = (0,gate/* advance */.np)(policy, state, tick);
        const fact = tick.traffic === undefined ? undefined : gatewayFact(tick.traffic, tick.weight);
        this.#facts = fact === undefined ? [] : [fact];
        const verdict = (0,gate/* judge */.S4)(policy, next, this.#facts, tick.at);
        this.#say(stage, verdict);
        const asked = { at: tick.at, facts: this.#facts };
        this.#parts.dossier.note(record => (0,decision/* noteTick */.uy)(record, tick, evidenceOf(policy, next), verdict, asked));
        await this.#keep(next);
    }
    async #blind(stage, o, detail) {
        const { policy, state } = this.#gating;
        if (state === null || o.now - Math.max(state.lastAt, state.enteredAt) < policy.tick)
            return;
        const readings = policy.metrics.map(({ name }) => [name, { kind: 'provider', detail }]);
        const weight = this.#parts.shareOf(o);
        await this.#take({ at: o.now, stage, weight, readings: Object.fromEntries(readings) }, stage);
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
    #replaced(pod, at) {
        this.#said = undefined;
        if (this.#gating.state === null)
            return;
        this.#gating = { ...this.#gating, state: (0,gate/* replacePod */.uZ)(this.#gating.state, pod) };
        this.#parts.dossier.note(record => (0,decision/* noteReplaced */.J2)(record, Math.round(at), pod));
    }
    async #keep(state) {
        this.#gating = { ...this.#gating, state };
        const gate = this.#gating;
        await this.#parts.keeper.change(journal => ({ ...journal, gate }));
        const { dossier, report } = this.#parts;
        if (dossier.record.ticks.length % 20 === 19)
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
function watchedPods(o) {
    const candidate = new Set(candidatePods(o).map(({ metadata }) => metadata?.uid));
    return o.pods
        .filter(({ metadata }) => o.journal?.phase !== 'watching' || candidate.has(metadata?.uid))
        .map(({ metadata }) => ({
        name: metadata?.name ?? '',
        uid: metadata?.uid ?? '',
        track: candidate.has(metadata?.uid) ? 'canary' : 'baseline',
        started: Date.parse(metadata?.creationTimestamp ?? '') || 0,
    }));
}
const isGone = (o, pod) => !o.pods.some(({ metadata }) => metadata?.name === pod && metadata.deletionTimestamp === undefined);
function evidenceOf(policy, state) {
    const metrics = (0,findings/* findingsOf */.W)(policy, state).map(({ metric, logHarm, logPass }) => [
        metric,
        { harm: logHarm, pass: logPass },
    ]);
    return { harm: (0,findings/* logHarmOf */.E)(policy, state), metrics: Object.fromEntries(metrics) };
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/progress.js + 16 modules
var progress = __webpack_require__(7833);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/gate.js





async function gate_gate(cluster, request) {
    const phases = ['prepared', 'stepping', 'baking', 'promoting', 'watching'];
    const entry = await (0,progress/* requireUnfinished */.Fo)(cluster, request, phases);
    const { phase, candidate, baseline, weight } = entry.journal;
    if (phase === 'promoting' || phase === 'watching') {
        request.report(`release ${candidate} has passed already`);
        return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
    }
    const { end, journal, dossier, ms } = await (0,progress/* progress */.qB)(cluster, request, entry, 'judged', run => watcherOf(run, request));
    return {
        release: journal.candidate,
        baseline: journal.baseline,
        state: stateOf(end),
        verdict: (0,decision/* lastVerdict */.Yw)(dossier)?.verdict,
        weight: journal.weight,
        ...('reason' in end ? { reason: end.reason } : {}),
        ms,
        decision: dossier,
    };
}
const stateOf = (end) => end.state === 'undone' ? 'undone' : end.state === 'held' ? 'held' : 'passed';
async function watcherOf(run, { env, report }) {
    const { cluster, course, dossier, keeper, prometheus, world } = run;
    const gating = keeper.journal.gate;
    if (gating === undefined || prometheus === undefined)
        return bystander(course.watchMs);
    return new GateWatcher({
        source: (0,analysis_prometheus/* prometheusOf */._G)(prometheus, cluster, env),
        keeper,
        world,
        dossier,
        gating,
        isSet: o => o.journal?.phase === 'watching' || course.router.shift(o, o.journal?.weight ?? 0).length === 0,
        shareOf: o => (o.journal?.phase === 'watching' ? undefined : course.router.weight(o)) ?? o.journal?.weight ?? 0,
        report,
    });
}


/***/ })

};
