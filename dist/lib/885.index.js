export const id = 885;
export const ids = [885];
export const modules = {

/***/ 4485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   uO: () => (/* binding */ apiVersionOf)
/* harmony export */ });
const builtIn = (group, version, plural, kind) => ({
    group,
    version,
    plural,
    kind,
    namespaced: true,
});
const resources = {
    configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
    secret: builtIn('', 'v1', 'secrets', 'Secret'),
    service: builtIn('', 'v1', 'services', 'Service'),
    pod: builtIn('', 'v1', 'pods', 'Pod'),
    event: builtIn('', 'v1', 'events', 'Event'),
    serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
    node: { ...builtIn('', 'v1', 'nodes', 'Node'), namespaced: false },
    namespace: { ...builtIn('', 'v1', 'namespaces', 'Namespace'), namespaced: false },
    deployment: builtIn('apps', 'v1', 'deployments', 'Deployment'),
    replicaSet: builtIn('apps', 'v1', 'replicasets', 'ReplicaSet'),
    statefulSet: builtIn('apps', 'v1', 'statefulsets', 'StatefulSet'),
    daemonSet: builtIn('apps', 'v1', 'daemonsets', 'DaemonSet'),
    controllerRevision: builtIn('apps', 'v1', 'controllerrevisions', 'ControllerRevision'),
    cronJob: builtIn('batch', 'v1', 'cronjobs', 'CronJob'),
    horizontalPodAutoscaler: builtIn('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
    job: builtIn('batch', 'v1', 'jobs', 'Job'),
    lease: builtIn('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    endpointSlice: builtIn('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
    httpRoute: builtIn('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
    gateway: builtIn('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
    grpcRoute: builtIn('gateway.networking.k8s.io', 'v1', 'grpcroutes', 'GRPCRoute'),
    tcpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tcproutes', 'TCPRoute'),
    tlsRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tlsroutes', 'TLSRoute'),
    udpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'udproutes', 'UDPRoute'),
    backendTlsPolicy: builtIn('gateway.networking.k8s.io', 'v1', 'backendtlspolicies', 'BackendTLSPolicy'),
    gatewayClass: {
        ...builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass'),
        namespaced: false,
    },
};
function pathOf(resource, namespace, name) {
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
class Discovery {
    #cluster;
    #lists = new Map();
    constructor(cluster) {
        this.#cluster = cluster;
    }
    async find(apiVersion, kind) {
        const known = Object.values(resources).find(r => r.kind === kind && apiVersionOf(r) === apiVersion);
        const slash = apiVersion.indexOf('/');
        const [group, version] = slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
        if (known !== undefined && !group.includes('gateway'))
            return known;
        let list = this.#lists.get(apiVersion);
        if (list === undefined) {
            list = this.#cluster.get(group === '' ? `/api/${version}` : `/apis/${group}/${version}`);
            this.#lists.set(apiVersion, list);
        }
        const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
        return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
    }
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}


/***/ }),

/***/ 4833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gate: () => (/* binding */ gate_gate),
  reasonOf: () => (/* binding */ reasonOf),
  requireApprovable: () => (/* binding */ requireApprovable),
  watcherOf: () => (/* binding */ watcherOf)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/prometheus.js
var analysis_prometheus = __webpack_require__(8062);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/release/decision.js
var decision = __webpack_require__(7473);
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
    const detail = `${ready === 0 ? 'no pod' : `only ${(0,count/* counted */.h)(ready, 'pod')}`} of the candidate can take requests, ${need} must`;
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

// EXTERNAL MODULE: ./.build/js/src/analysis/findings.js
var findings = __webpack_require__(8424);
// EXTERNAL MODULE: ./.build/js/src/analysis/gate.js + 4 modules
var gate = __webpack_require__(6462);
// EXTERNAL MODULE: ./.build/js/src/analysis/sampling.js
var analysis_sampling = __webpack_require__(139);
;// CONCATENATED MODULE: ./.build/js/src/release/stage.js
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

// EXTERNAL MODULE: ./.build/js/src/release/naming.js
var naming = __webpack_require__(6971);
// EXTERNAL MODULE: ./.build/js/src/release/pods.js
var pods = __webpack_require__(7687);
;// CONCATENATED MODULE: ./.build/js/src/release/watching.js



function candidatePods(o) {
    const { phase } = o.journal ?? {};
    if (phase !== 'watching')
        return o.pods.filter(({ metadata }) => metadata?.labels?.[naming/* labels */.WD.track] === 'canary');
    const set = o.workload === undefined ? undefined : (0,pods/* newestReplicaSet */.jk)(o.workload, o.revisions);
    return o.pods.filter(({ metadata }) => metadata?.ownerReferences?.some(owner => owner.uid === set?.metadata?.uid));
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
function hardFactsIn(o) {
    return factsOf([], candidatePods(o), [], 0);
}
const factsIn = (o) => hardFactsIn(o).map(({ detail }) => detail);
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

;// CONCATENATED MODULE: ./.build/js/src/release/gating.js







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
    #unreadSince;
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
        this.#noteFacts(o);
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
            await this.#enter(stage, until.value + sampling.pace.settle);
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
        const ticks = await (0,analysis_sampling/* readTicks */.bn)(this.#parts.source, sampling, watchedPods(o), spans, { stage, weight });
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
        const fact = tick.traffic === undefined ? undefined : gatewayFact(tick.traffic, tick.weight);
        const facts = fact === undefined ? [] : [fact];
        const verdict = (0,gate/* judge */.S4)(policy, next, facts, tick.at);
        const asked = { at: tick.at, facts };
        this.#parts.dossier.note(record => (0,decision/* noteTick */.uy)(record, tick, evidenceOf(policy, next), verdict, asked));
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
    #noteFacts(o) {
        const facts = hardFactsIn(o);
        const { policy, state } = this.#gating;
        const stage = stageOf(o.journal, policy);
        if (facts.length === 0 || state === null || typeof stage !== 'number')
            return;
        const at = Math.round(o.now);
        const verdict = (0,gate/* judge */.S4)(policy, state, facts, at);
        this.#said = { stage, verdict };
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
        this.#unreadSince = undefined;
        await this.#parts.keeper.change(journal => ({ ...journal, gate }));
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
function evidenceOf(policy, state) {
    const metrics = (0,findings/* findingsOf */.W)(policy, state).map(({ metric, logHarm, logPass }) => [
        metric,
        { harm: logHarm, pass: logPass },
    ]);
    return { harm: (0,findings/* logHarmOf */.E)(policy, state), metrics: Object.fromEntries(metrics) };
}

// EXTERNAL MODULE: ./.build/js/src/release/progress.js + 9 modules
var progress = __webpack_require__(10);
// EXTERNAL MODULE: ./.build/js/src/release/waiting.js
var waiting = __webpack_require__(5220);
;// CONCATENATED MODULE: ./.build/js/src/release/gate.js







async function gate_gate(cluster, request) {
    const phases = ['prepared', 'stepping', 'baking', 'promoting', 'watching', 'undoing'];
    const entry = await (0,progress/* requireUnfinished */.Fo)(cluster, request, phases);
    const { phase, candidate, baseline, weight } = entry.journal;
    if (request.approve === true)
        requireApprovable(entry.journal);
    if (phase === 'promoting' || phase === 'watching') {
        request.report(`release ${candidate} has passed already`);
        return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
    }
    const { end, journal, dossier, ms } = await (0,progress/* progress */.qB)(cluster, request, entry, 'judged', {
        calls: request.approve === true ? 'approve' : 'resume',
        watch: run => watcherOf(run, request),
    });
    return {
        release: journal.candidate,
        baseline: journal.baseline,
        state: stateOf(end),
        verdict: (0,decision/* lastVerdict */.Yw)(dossier)?.verdict,
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
    const stands = parked === undefined ? `is ${phase}` : (0,waiting/* waitsSentence */.gl)(parked);
    throw new errors/* UserError */.yo(`release ${candidate} does not wait for an approval: it ${stands}`, 'resume it without an approval, or undo it');
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
    const waits = `release ${candidate} has ${weight} % of the traffic and ${(0,waiting/* waitsSentence */.gl)(end.parked)}`;
    return { reason: reason === undefined ? waits : `${waits}; ${reason}` };
}
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


/***/ }),

/***/ 6971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   _W: () => (/* binding */ parseReleaseNumber)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);


function parseReleaseNumber(text) {
    const match = /^r?(\d{1,9})$/.exec(text.trim());
    if (match === null) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is no release number`, 'give one like 7, as listed in the job summary');
    }
    return Number(match[1]);
}
const labels = {
    app: 'slipway.dev/app',
    kind: 'slipway.dev/kind',
    release: 'slipway.dev/release',
    track: 'slipway.dev/track',
    token: 'slipway.dev/token',
    rollback: 'slipway.dev/rollback',
    phase: 'slipway.dev/phase',
};
const nameOf = {
    application: (app) => `slipway-${app}`,
    record: (app, release) => `slipway-${app}-r${release}`,
    outcome: (app, release) => `slipway-${app}-r${release}-outcome`,
    decision: (app, release, part) => `slipway-${app}-r${release}-decision-${part}`,
    fence: (app, token) => `slipway-${app}-fence-${token}`,
    canary: (workload) => `${workload}-canary`,
    hook: (app, when) => `slipway-${app}-${when}`,
    salt: (app) => `slipway-${app}-salt`,
    shipped: (app, name, hash) => `${(name === app || name.startsWith(`${app}-`) ? name : `${app}-${name}`).slice(0, 240)}-${hash}`,
};
function contentHash(salt, content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(salt).update('\0').update(canonical(content)).digest('hex').slice(0, 10);
}
function canonical(value) {
    return JSON.stringify(value, (_key, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
