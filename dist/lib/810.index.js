export const id = 810;
export const ids = [810];
export const modules = {

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* unused harmony export parseDigest */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new UserError(`${quoted(text)} is not a digest`, 'write sha256: and 64 hexadecimal digits in lower case');
}
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like the ID of an image');
    return {
        registry,
        repository: `${registry}/${path}`,
        ...(tag === undefined ? {} : { tag }),
        ...(writtenDigest === undefined ? {} : { digest: writtenDigest }),
    };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write the repository alone');
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has capital letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


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
