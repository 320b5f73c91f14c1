export const id = 9224;
export const ids = [9224];
export const modules = {

/***/ 70441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ readDecision),
/* harmony export */   _E: () => (/* binding */ newDecisionStore),
/* harmony export */   mS: () => (/* binding */ UnreadableDecision),
/* harmony export */   s9: () => (/* binding */ openDecisionStore)
/* harmony export */ });
/* unused harmony export DecisionStore */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _decision_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87303);
/* harmony import */ var _decision_reduction_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4825);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63811);










class DecisionStore {
    #cluster;
    #namespace;
    #record;
    #saved = new Map();
    constructor(cluster, namespace, record) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#record = record;
    }
    get record() {
        return this.#record;
    }
    update(change) {
        this.#record = change(this.#record);
    }
    async save(report) {
        try {
            const { chunks } = await chunking();
            const parts = Object.entries(chunks((0,_decision_reduction_js__WEBPACK_IMPORTED_MODULE_9__/* .reduce */ .TS)(this.#record)));
            for (const [key, part] of parts.sort(([a], [b]) => (a < b ? 1 : -1))) {
                if (this.#saved.get(key) === part)
                    continue;
                await put(this.#cluster, this.#namespace, this.#object(key, part), this.#record.app);
                this.#saved.set(key, part);
            }
        }
        catch (error) {
            if (error instanceof _store_fencing_js__WEBPACK_IMPORTED_MODULE_8__.LeaseLost)
                return;
            const { message } = error;
            report(`warning: the decision record could not be written: ${message}; the rollout continues without it`);
        }
    }
    #object(key, part) {
        const { app, release, runs } = this.#record;
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.decision(app, release, key),
                namespace: this.#namespace,
                labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.kind]: 'decision', [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.release]: String(release) },
                annotations: { [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationOf */ .lW.token(app)]: String(runs.at(-1)?.token ?? 0) },
            },
            data: { [key]: part },
        };
    }
}
const chunking = () => __webpack_require__.e(/* import() */ 1423).then(__webpack_require__.bind(__webpack_require__, 43804));
async function put(cluster, namespace, object, app) {
    const folder = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace);
    const path = `${folder}/${object.metadata?.name}`;
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 5, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async () => {
        const there = await cluster.get(path);
        (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_8__/* .requireNoHigherToken */ .Ht)(there, { app, token: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOn */ .Bz)(object, app) });
        const { resourceVersion } = there?.metadata ?? {};
        const metadata = { ...object.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) };
        if (there === undefined)
            await cluster.create(folder, object);
        else
            await cluster.replace(path, { ...object, metadata });
    });
}
class UnreadableDecision extends Error {
}
async function readDecision(cluster, namespace, app, release) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), {
        labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .selecting */ .h7.decision(app, release),
    });
    const parts = items.flatMap(({ metadata, data = {} }) => Object.entries(data).filter(([key]) => metadata?.name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.decision(app, release, key)));
    if (parts.length === 0)
        return undefined;
    const { join } = await chunking();
    let record;
    try {
        record = join(Object.fromEntries(parts));
    }
    catch (cause) {
        const why = cause instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo ? cause.sentence : 'it does not have the format of a decision record';
        throw new UnreadableDecision(why, { cause });
    }
    const isOf = record.app === app && record.release === release && record.namespace === namespace;
    if (!isOf)
        throw new UnreadableDecision(`the decision record of release ${release} belongs to another release`);
    return record;
}
function newDecisionStore(cluster, { environment: { namespace, workload, strategy, gate }, record, rollout, doing, why }) {
    const at = Math.round(cluster.now());
    const { app, environment, candidate: release, baseline, token, run: by, phase, weight } = rollout;
    const rolls = rollout.strategy === 'rolling';
    const decision = (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .startRecord */ .qt)({
        at,
        app,
        environment,
        namespace,
        workload: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .titleOf */ .Gg)(workload),
        release,
        ...(baseline === undefined ? {} : { baseline }),
        images: record.images,
        ...(record.promotion === undefined ? {} : { promotion: record.promotion }),
        ...(record.signatures === undefined ? {} : { signatures: record.signatures }),
        by,
        token,
        doing,
        strategy,
        ...(rolls && strategy.kind !== 'rolling' ? { rolled: true } : {}),
        ...(rolls || gate === undefined ? {} : gate === 'checks' ? { checked: true } : { gate }),
    });
    const stands = {
        at,
        phase,
        ...(rolls ? {} : { weight }),
        ...(why === undefined ? {} : { reason: why }),
    };
    return new DecisionStore(cluster, namespace, (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noteMoment */ .jH)(decision, stands));
}
async function openDecisionStore(cluster, begun) {
    const { environment, rollout, doing } = begun;
    const { app, candidate, token, run: by } = rollout;
    const { namespace } = environment;
    const known = await readDecision(cluster, namespace, app, candidate).catch(() => undefined);
    if (known === undefined)
        return newDecisionStore(cluster, begun);
    const run = { at: Math.round(cluster.now()), by, token, doing };
    return new DecisionStore(cluster, namespace, (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noteRun */ .W5)((0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noteWaits */ .hk)(known, undefined), run));
}


/***/ }),

/***/ 23827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P4: () => (/* binding */ serviceGone),
/* harmony export */   Yc: () => (/* binding */ bringUpCanary),
/* harmony export */   Zw: () => (/* binding */ jobOf),
/* harmony export */   dp: () => (/* binding */ requireWatchdog),
/* harmony export */   hs: () => (/* binding */ scale),
/* harmony export */   kF: () => (/* binding */ ensureWatchdog),
/* harmony export */   nP: () => (/* binding */ prepareExposure)
/* harmony export */ });
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68672);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79444);
/* harmony import */ var _traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73339);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68036);
/* harmony import */ var _decide_rollback_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16243);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41066);







function bringUpCanary(spec, snapshot, inputs, need) {
    const { router } = spec;
    const present = snapshot.workload?.spec?.replicas ?? 1;
    const floor = (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_1__/* .raiseMinReplicas */ .QV)(spec, snapshot.autoscalers, present);
    if (floor.length > 0)
        return { do: 'patch', what: "raising the autoscaler's minReplicas", writes: floor };
    const pins = router.pin(snapshot, snapshot.rollout.weight);
    if (pins.length > 0)
        return { do: 'patch', what: 'binding the Services to the stable pods', writes: pins };
    if (router.ownService && (0,_spec_js__WEBPACK_IMPORTED_MODULE_6__/* .findCanaryService */ .PH)(spec, snapshot) === undefined) {
        const gone = serviceGone(spec, snapshot);
        return gone === undefined ? { do: 'create-service' } : (0,_decide_rollback_js__WEBPACK_IMPORTED_MODULE_5__/* .rollbackOrNeedsAction */ .Bb)(spec, snapshot, gone);
    }
    if (snapshot.canary === undefined)
        return { do: 'create-canary', replicas: need };
    if (snapshot.canary.metadata?.deletionTimestamp !== undefined)
        return { do: 'await', what: 'waiting for the canary of an earlier rollout to be gone' };
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: release = '?' } = snapshot.canary.metadata?.annotations ?? {};
    if (release !== String(spec.candidate)) {
        const weight = router.weight(snapshot);
        const reason = `the canary of release ${release} still has ${weight} % of the traffic; roll back release ${release} first`;
        if (weight > 0)
            return { do: 'needs-action', reason };
        return (0,_spec_js__WEBPACK_IMPORTED_MODULE_6__/* .removeAction */ .V5)('the canary of an earlier rollout', (0,_spec_js__WEBPACK_IMPORTED_MODULE_6__/* .canaryPath */ ["if"])(spec), snapshot.canary);
    }
    if ((snapshot.canary.spec?.replicas ?? 0) < need) {
        return {
            do: 'patch',
            what: `canary: scaling to ${need} pods`,
            writes: [scale(spec, snapshot.canary, need)],
        };
    }
    const { canary } = inputs;
    if (canary?.state === 'failed')
        return (0,_decide_rollback_js__WEBPACK_IMPORTED_MODULE_5__/* .rollbackOrNeedsAction */ .Bb)(spec, snapshot, canary.cause);
    const ready = snapshot.ready.canary;
    return ready < need ? { do: 'await', what: `${ready} of ${need} canary pods ready` } : undefined;
}
function serviceGone({ service, strategy }, { services }) {
    if (strategy === 'rolling' || service === undefined)
        return undefined;
    return services.some(({ metadata }) => metadata?.name === service)
        ? undefined
        : `Service/${service} was deleted`;
}
function scale(spec, canary, replicas) {
    return { path: (0,_spec_js__WEBPACK_IMPORTED_MODULE_6__/* .canaryPath */ ["if"])(spec), patch: (0,_traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .scalePatch */ .b9)(canary, spec, replicas) };
}
function prepareExposure(spec, snapshot, inputs) {
    const open = spec.router.addCanary(snapshot);
    if (open.length > 0)
        return { do: 'patch', what: 'adding the canary to the routes at weight 0', writes: open };
    return ((0,_decide_rollback_js__WEBPACK_IMPORTED_MODULE_5__/* .gatewayAccepts */ .M8)(spec, snapshot) ??
        (spec.watchdog === undefined ? undefined : watchdogReady(spec, snapshot, inputs)));
}
function ensureWatchdog(spec, snapshot) {
    const isExposed = spec.router.weight(snapshot) > 0;
    return isExposed && spec.watchdog !== undefined && jobOf(spec, snapshot) === undefined
        ? { do: 'create-watchdog' }
        : undefined;
}
function requireWatchdog(spec, snapshot, inputs) {
    return spec.watchdog === undefined
        ? (0,_decide_rollback_js__WEBPACK_IMPORTED_MODULE_5__/* .rollbackOrNeedsAction */ .Bb)(spec, snapshot, 'the rollout would have to pause, and there is no watchdog to restore traffic meanwhile')
        : watchdogReady(spec, snapshot, inputs);
}
const jobOf = ({ watchdog }, snapshot) => snapshot.jobs.find(({ metadata }) => metadata?.name === watchdog?.name);
function watchdogReady(spec, snapshot, { unwatchedSince = snapshot.now }) {
    const job = jobOf(spec, snapshot);
    if (job === undefined)
        return { do: 'create-watchdog' };
    if ((0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_4__/* .isWatching */ .wF)(job))
        return undefined;
    if (snapshot.now - unwatchedSince < _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_0__/* .timing */ .N.watchdogStart)
        return {
            do: 'await',
            what: 'waiting for the watchdog to confirm with a dry run that it can restore the traffic',
            ms: 1000,
        };
    const name = spec.watchdog?.name;
    return (0,_decide_rollback_js__WEBPACK_IMPORTED_MODULE_5__/* .rollbackOrNeedsAction */ .Bb)(spec, snapshot, `the watchdog did not become ready: check Job/${name}, its image, and Role/${_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_4__/* .watchdogAccount */ .Hz}:${spec.app} (\`slipway rbac\`)`);
}


/***/ }),

/***/ 74258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ reasonOfEnd),
/* harmony export */   Lq: () => (/* binding */ timeLimitReached),
/* harmony export */   Wj: () => (/* binding */ RolloutAbandoned),
/* harmony export */   tg: () => (/* binding */ firstVerdictTimeout)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78968);
/* harmony import */ var _pause_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9247);



function reasonOfEnd(end, { candidate, weight }) {
    if (end.state === 'rolled-back' || end.state === 'needs-action')
        return { reason: end.reason };
    if (end.state !== 'paused')
        return {};
    const { reason } = end.paused;
    const waits = `release ${candidate} has ${weight} % of the traffic and ${(0,_pause_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseSentence */ .WU)(end.paused)}`;
    return { reason: reason === undefined ? waits : `${waits}; ${reason}` };
}
const timeLimitReached = {
    state: 'needs-action',
    reachedTimeLimit: true,
    reason: 'this run reached its time limit before the rollout ended; the next sweep continues it',
};
class RolloutAbandoned extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(reason, { spec, store, informers }, first) {
        const { phase, rolledBackFrom: from } = store.rollout;
        const ended = from === 'promoting' || from === 'watching' || phase === 'promoting' || phase === 'watching';
        const watched = !ended && informers.snapshot().jobs.some(each => each.metadata?.name === spec.watchdog?.name);
        const safe = watched ? '; meanwhile the watchdog restores traffic' : '';
        const before = first === undefined ? '' : `${first}, then `;
        super(reason, `${before}${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .howToRun */ .RG)('sweep')}, which finishes the rollout or rolls it back${safe}`);
    }
}
const firstVerdictTimeout = 120_000;


/***/ }),

/***/ 16243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nY: () => (/* binding */ cleanUp),
  ec: () => (/* binding */ continueRollback),
  M8: () => (/* binding */ gatewayAccepts),
  fK: () => (/* binding */ gatewaySettles),
  vb: () => (/* binding */ isIrreversible),
  Bb: () => (/* binding */ rollbackOrNeedsAction)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/traffic/hpa.js
var hpa = __webpack_require__(79444);
// EXTERNAL MODULE: ./.build/js/src/workloads/controllers.js
var controllers = __webpack_require__(34889);
// EXTERNAL MODULE: ./.build/js/src/workloads/diagnosis.js
var diagnosis = __webpack_require__(76697);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/workloads/progress.js
var progress = __webpack_require__(93377);
// EXTERNAL MODULE: ./.build/js/src/workloads/stuck.js
var workloads_stuck = __webpack_require__(2736);
// EXTERNAL MODULE: ./.build/js/src/workloads/workers.js
var workloads_workers = __webpack_require__(5259);
// EXTERNAL MODULE: ./.build/js/src/release/store/fencing.js
var fencing = __webpack_require__(63811);
// EXTERNAL MODULE: ./.build/js/src/release/store/first-release.js
var first_release = __webpack_require__(75827);
// EXTERNAL MODULE: ./.build/js/src/release/store/reversibility.js
var reversibility = __webpack_require__(95606);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/restore-workers.js





const workerTimeout = 5 * 60_000;
function workerToRestore({ workers, candidate }, snapshot) {
    const { baseline } = snapshot.rollout;
    return workers.find(({ name, before, skipsReleases }) => {
        const live = snapshot.workers[name]?.workload;
        if (before === undefined || live === undefined || live.metadata?.deletionTimestamp !== undefined)
            return false;
        if (before === null && baseline === undefined)
            return false;
        const at = (0,workloads_workers/* releaseOf */.l7)(live);
        if (!skipsReleases)
            return at === candidate;
        if (before === null)
            return at !== undefined;
        return at !== baseline || !(0,pods/* runsTemplate */.PR)(live, (0,pods/* canonicalTemplate */.Zf)(before.template));
    });
}
function waitForWorkers(spec, snapshot, inputs) {
    const { rollout } = snapshot;
    const began = Math.floor(rollout.since / 1000) * 1000;
    const ours = spec.workers.filter(({ name, before }) => {
        const live = snapshot.workers[name]?.workload;
        return before && live !== undefined && (0,controllers/* writtenAt */.nt)(live) >= began;
    });
    const slow = ours.filter(({ name }) => {
        const seen = inputs.workers[name];
        return seen?.state === 'failed' || (seen?.state === 'progressing' && seen.ready < seen.wanted);
    });
    const waiting = slow.find(({ name }) => inputs.workers[name]?.state === 'progressing');
    if (waiting !== undefined && snapshot.now - rollout.since < workerTimeout) {
        for (const { name, ref } of slow) {
            const stuck = (0,workloads_stuck/* removeStuckAction */.JO)(ref, snapshot.workers[name], snapshot.now, 0);
            if (stuck !== undefined)
                return stuck;
        }
        return { do: 'await', what: `waiting for ${(0,kinds/* titleOf */.Gg)(waiting.ref)} to become ready again`, ms: 1000 };
    }
    return slow.map(({ ref }) => `; ${(0,kinds/* titleOf */.Gg)(ref)} was restored but is not ready`).join('');
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/spec.js
var rollout_spec = __webpack_require__(41066);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/decide-rollback.js















const shortTimeout = 60_000;
const untilRefused = 30_000;
function continueRollback(spec, snapshot, inputs) {
    const { router } = spec;
    const { rollout } = snapshot;
    const worker = workerToRestore(spec, snapshot);
    if (rollout.baseline === undefined) {
        if (worker !== undefined)
            return { do: 'restore-worker', name: worker.name };
        if ((0,first_release/* hasHadOtherReleases */.SC)(snapshot.workload, rollout.candidate))
            return {
                do: 'needs-action',
                reason: `release ${rollout.candidate} has no baseline, but ${(0,kinds/* titleOf */.Gg)(spec.workload)} has run other releases, so it is not deleted; deploy a version that works`,
            };
        return inputs.removed ? { do: 'transition', phase: 'rolled-back', weight: 0 } : { do: 'delete-created' };
    }
    const isGone = snapshot.workload === undefined;
    if (isGone || isToBeRestored(spec, snapshot)) {
        if (spec.baselineTemplate !== undefined)
            return { do: isGone ? 'recreate-workload' : 'restore-workload' };
        return {
            do: 'needs-action',
            reason: `the record of release ${rollout.baseline} has no pod template to restore; deploy a version that works`,
        };
    }
    if (worker !== undefined)
        return { do: 'restore-worker', name: worker.name };
    const stuck = (0,workloads_stuck/* removeStuckAction */.JO)(spec.workload, snapshot, snapshot.now, 0);
    if (stuck !== undefined)
        return stuck;
    const set = router.weight(snapshot);
    if (set > 0)
        return shiftToStable(spec, snapshot, inputs, set);
    const rest = waitForStablePod(snapshot, inputs) ?? cleanUp(spec, snapshot);
    if (rest !== undefined)
        return rest;
    const { state = 'complete' } = inputs.workload ?? {};
    const down = state !== 'complete';
    const early = snapshot.now - rollout.since < baselineTimeout(spec, snapshot);
    const waits = rollout.strategy === 'rolling' ? early : !isRestored(snapshot) && snapshot.ready.stable > 0;
    if (inputs.workload?.state === 'failed' && !waits)
        return baselineNotReady(snapshot, inputs.workload.cause);
    if (down && early)
        return { do: 'await', what: `waiting for release ${rollout.baseline} to become ready`, ms: 1000 };
    if (down && rollout.strategy === 'rolling')
        return baselineNotReady(snapshot, (0,progress/* lateCause */._)(snapshot, Math.round((snapshot.now - rollout.since) / 1000)));
    const workers = waitForWorkers(spec, snapshot, inputs);
    if (typeof workers !== 'string')
        return workers;
    const behind = `${down ? `; release ${rollout.baseline} is not ready` : ''}${workers}`;
    const reason = behind === '' ? {} : { reason: `${rollout.reason ?? 'rolled back'}${behind}` };
    return { do: 'transition', phase: 'rolled-back', weight: 0, ...reason };
}
function isToBeRestored(spec, { workload, rollout }) {
    if (rollout.restoresRelease !== true) {
        const isNewer = ((0,workloads_workers/* releaseOf */.l7)(workload) ?? 0) > (rollout.baseline ?? Number.POSITIVE_INFINITY);
        return (0,rollout_spec/* runsCandidate */.uq)(spec, workload) || (rollout.abortRequested !== undefined && isNewer);
    }
    return (0,workloads_workers/* releaseOf */.l7)(workload) !== rollout.baseline || !(0,pods/* runsTemplate */.PR)(workload, spec.baselineTemplate);
}
function baselineNotReady({ rollout }, cause) {
    const { baseline, reason, restoresRelease } = rollout;
    const why = (0,diagnosis/* sentenceOf */.$N)(cause);
    return {
        do: 'needs-action',
        reason: restoresRelease === true
            ? why
            : `${reason}; release ${baseline}, which the rollback restores, does not become ready: ${why}`,
    };
}
const baselineTimeout = (spec, snapshot) => isRestored(snapshot) ? spec.deadlineMs : shortTimeout;
function isRestored(snapshot) {
    const { rollout, workload } = snapshot;
    const made = Date.parse(workload?.metadata?.creationTimestamp ?? '') || 0;
    const { rolledBackFrom = 'promoting', strategy } = rollout;
    const moved = (0,reversibility/* hasReplacedBaseline */.e4)({ phase: rolledBackFrom, strategy }, (0,rollout_spec/* mayHaveRunCandidate */.a1)(snapshot));
    const asked = strategy === 'rolling' && rollout.abortRequested !== undefined;
    return moved || asked || made >= rollout.startedAt;
}
function shiftToStable(spec, snapshot, inputs, set) {
    const { router } = spec;
    const { rollout } = snapshot;
    const ready = snapshot.ready.stable;
    const waited = snapshot.now - rollout.since;
    const over = inputs.workload?.state === 'failed' || waited > baselineTimeout(spec, snapshot);
    const late = over || (rollout.strategy !== 'rolling' && waited > shortTimeout);
    const whole = ready > 0 && ready >= (snapshot.workload?.spec?.replicas ?? 1);
    if (whole || (0,rollout_spec/* canCarry */.gh)(spec, snapshot, set) || (late && ready > 0)) {
        return { do: 'patch', what: 'restoring traffic to the baseline', writes: router.setWeight(snapshot, 0) };
    }
    if (over)
        return {
            do: 'needs-action',
            reason: `release ${rollout.baseline} has no ready pod to take the traffic; deploy a version that works`,
        };
    const all = set < 100 && ready === 0 && snapshot.ready.canary > 0 ? router.setWeight(snapshot, 100) : [];
    if (all.length > 0)
        return { do: 'patch', what: 'all traffic to the canary until the baseline is ready', writes: all };
    return {
        do: 'await',
        what: `waiting for more ready pods of release ${rollout.baseline}, which has ${ready}`,
        ms: 1000,
    };
}
function waitForStablePod(snapshot, { workload }) {
    const { rollout } = snapshot;
    if (snapshot.ready.stable > 0 || snapshot.ready.canary === 0)
        return undefined;
    if (workload?.state !== 'progressing' || snapshot.now - rollout.since > shortTimeout)
        return undefined;
    return { do: 'await', what: `waiting for release ${rollout.baseline} to become ready`, ms: 1000 };
}
function cleanUp(spec, snapshot) {
    const { router } = spec;
    if ((0,rollout_spec/* weightWithoutService */.cY)(spec, snapshot) > 0)
        return {
            do: 'needs-action',
            reason: `Service/${spec.service} was deleted, and only the canary gets traffic; create that Service again`,
        };
    const split = router.removeCanary(snapshot);
    if (split.length > 0) {
        return (gatewaySettles(spec, snapshot) ?? { do: 'patch', what: 'removing the traffic split', writes: split });
    }
    if (snapshot.canary !== undefined && snapshot.canary.metadata?.deletionTimestamp === undefined) {
        return gatewaySettles(spec, snapshot) ?? (0,rollout_spec/* removeAction */.V5)('the canary', (0,rollout_spec/* canaryPath */["if"])(spec), snapshot.canary);
    }
    const living = (0,pods/* podsOfTrack */.dR)(snapshot, 'canary').filter(pod => pod.metadata?.deletionTimestamp === undefined);
    const since = snapshot.now - snapshot.rollout.since;
    if (living.length > 0 && since < spec.deadlineMs)
        return { do: 'await', what: 'waiting for the canary pods to end' };
    const service = (0,rollout_spec/* findCanaryService */.PH)(spec, snapshot);
    if (service !== undefined)
        return (0,rollout_spec/* removeAction */.V5)("the canary's Service", (0,resources/* pathOf */.XM)(resources/* resources */.ES.service, spec.namespace, naming/* nameOf */.Vb.canary(spec.service ?? '')), service);
    const pins = router.unpin(snapshot);
    if (pins.length > 0)
        return { do: 'patch', what: 'restoring the selectors of the Services', writes: pins };
    const floor = (0,hpa/* restoreMinReplicas */.eT)(spec, snapshot.autoscalers);
    if (floor.length > 0)
        return { do: 'patch', what: "restoring the autoscaler's minReplicas", writes: floor };
    const fence = snapshot.fences.find(each => (0,fencing/* tokenOfFence */._m)(each) <= spec.token);
    if (fence !== undefined) {
        const { namespace = '', name } = fence.metadata ?? {};
        return (0,rollout_spec/* removeAction */.V5)('the fence', (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, name), fence);
    }
    return undefined;
}
function gatewayAccepts(spec, snapshot) {
    const trouble = spec.router.routeProblem(snapshot);
    if (trouble === undefined)
        return undefined;
    const { detail, state } = trouble;
    const { 'accept-timeout': acceptTimeout } = spec.gateway;
    const timeout = state === 'refused' ? Math.min(acceptTimeout, untilRefused) : acceptTimeout;
    const since = snapshot.now - writtenLast(spec, snapshot);
    return since < timeout
        ? { do: 'await', what: detail, ms: 1000 }
        : rollbackOrNeedsAction(spec, snapshot, detail);
}
function gatewaySettles(spec, snapshot) {
    const setAt = writtenLast(spec, snapshot);
    const trouble = spec.router.routeProblem(snapshot);
    if (trouble?.state === 'pending' && snapshot.now - setAt < spec.gateway['accept-timeout'])
        return { do: 'await', what: trouble.detail, ms: 1000 };
    const left = setAt + drainOf(spec, snapshot) - snapshot.now;
    const who = spec.router.split === undefined ? 'nodes' : 'gateway';
    return left > 0 ? { do: 'await', what: `waiting for the ${who} to apply the change`, ms: left } : undefined;
}
const writtenLast = ({ router }, snapshot) => Math.max(0, ...router.splitObjects(snapshot).map(controllers/* writtenAt */.nt));
function drainOf({ gateway: { arrival, drain } }, { rollout }) {
    const { lag = 0 } = rollout.gate?.state ?? {};
    return Math.max(drain, Math.min(lag, arrival));
}
function rollbackOrNeedsAction(spec, snapshot, why) {
    if (isIrreversible(spec, snapshot)) {
        const reason = typeof why === 'string' ? why : (0,diagnosis/* sentenceOf */.$N)(why);
        return { do: 'needs-action', reason: (0,reversibility/* needsActionBecause */.GA)(spec.candidate, reason) };
    }
    const { router } = spec;
    const set = router.weight(snapshot);
    const carries = set > 0 && !(0,rollout_spec/* runsCandidate */.uq)(spec, snapshot.workload) && (0,rollout_spec/* canCarry */.gh)(spec, snapshot, set);
    return {
        do: 'transition',
        phase: 'rolling-back',
        weight: 0,
        ...(typeof why === 'string' ? { reason: why } : { cause: why }),
        writes: carries ? router.setWeight(snapshot, 0) : [],
    };
}
function isIrreversible(spec, snapshot) {
    const { rollout, workload } = snapshot;
    if (spec.reversible || rollout.baseline === undefined || rollout.abortRequested !== undefined)
        return false;
    const isReplaced = (0,rollout_spec/* runsCandidate */.uq)(spec, workload) ||
        ((0,workloads_workers/* releaseOf */.l7)(workload) ?? 0) > rollout.baseline ||
        spec.router.weight(snapshot) > 0;
    return (0,reversibility/* hasReplacedBaseline */.e4)(rollout, isReplaced);
}


/***/ }),

/***/ 21437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/workloads/update-limits.js
var update_limits = __webpack_require__(620);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/bring-up.js
var bring_up = __webpack_require__(23827);
// EXTERNAL MODULE: ./.build/js/src/workloads/controllers.js
var controllers = __webpack_require__(34889);
// EXTERNAL MODULE: ./.build/js/src/workloads/progress.js
var progress = __webpack_require__(93377);
// EXTERNAL MODULE: ./.build/js/src/workloads/stuck.js
var workloads_stuck = __webpack_require__(2736);
// EXTERNAL MODULE: ./.build/js/src/workloads/workers.js
var workers = __webpack_require__(5259);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/decide-rollback.js + 1 modules
var decide_rollback = __webpack_require__(16243);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/spec.js
var rollout_spec = __webpack_require__(41066);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/decide-promotion.js









function promote(spec, snapshot, inputs) {
    if (spec.goal === 'judged')
        return { do: 'end' };
    const replaced = replacedByOthers(spec, snapshot);
    if (replaced !== undefined)
        return replaced;
    const { router, promotionWeight } = spec;
    if (snapshot.rollout.weight < promotionWeight)
        return { do: 'set-weight', weight: promotionWeight };
    const complete = inputs.workload?.state === 'complete' &&
        snapshot.workload !== undefined &&
        snapshot.ready.stable >= (0,kinds/* replicasOf */.N4)(snapshot.workload);
    const served = snapshot.canary?.metadata?.deletionTimestamp !== undefined || snapshot.canary === undefined;
    const moved = (0,rollout_spec/* runsCandidate */.uq)(spec, snapshot.workload) && (complete || (served && router.weight(snapshot) === 0));
    const wasComplete = complete || spec.workers.some(({ name }) => (0,rollout_spec/* runsCandidate */.uq)(spec, snapshot.workers[name]?.workload));
    if (spec.strategy === 'rolling' && !(moved && wasComplete))
        return rolling(spec, snapshot, inputs);
    if (!moved)
        return rollBehindCanary(spec, snapshot, inputs);
    const set = router.weight(snapshot);
    if (set > 0)
        return (0,decide_rollback/* gatewaySettles */.fK)(spec, snapshot) ?? shiftToWorkload(spec, snapshot, set);
    const rest = (0,decide_rollback/* cleanUp */.nY)(spec, snapshot);
    if (rest !== undefined)
        return rest;
    const { workload: seen } = inputs;
    const isOfOthers = wasComplete && seen?.state === 'failed' && causesOfOthers.has(seen.cause.kind);
    if (seen?.state === 'failed' && !isOfOthers)
        return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, seen.cause);
    if (!wasComplete)
        return waitForPods(spec, snapshot);
    const following = updateWorkers(spec, snapshot, inputs);
    if (following !== undefined)
        return following;
    if (!complete && !isOfOthers)
        return waitForPods(spec, snapshot, followedAt(spec, snapshot));
    if (snapshot.rollout.routesPending)
        return { do: 'apply-routes' };
    return spec.watchMs > 0 && spec.strategy === 'canary'
        ? { do: 'transition', phase: 'watching', weight: 100 }
        : { do: 'transition', phase: 'done', weight: 100 };
}
function replacedByOthers(spec, snapshot) {
    if (snapshot.workload === undefined ||
        (0,rollout_spec/* runsCandidate */.uq)(spec, snapshot.workload) ||
        (0,decide_rollback/* isIrreversible */.vb)(spec, snapshot))
        return undefined;
    const { uid } = snapshot.workload.metadata ?? {};
    const written = snapshot.revisions.some(each => (0,pods/* isOwnedBy */.D0)(each, uid) && (0,workers/* releaseOf */.l7)(each) === spec.candidate);
    return written ? (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, (0,rollout_spec/* changeOfWorkload */.Px)(spec, snapshot)) : undefined;
}
function rollBehindCanary(spec, snapshot, inputs) {
    const { router, workload } = spec;
    const written = (0,rollout_spec/* runsCandidate */.uq)(spec, snapshot.workload);
    if (snapshot.fences.length === 0 && !written)
        return { do: 'apply-workload' };
    const weight = promotionShare(spec, snapshot);
    const writes = router.setWeight(snapshot, weight);
    const what = `${weight < 100 ? `${weight} %` : 'all traffic'} to the canary`;
    const shift = writes.length === 0 ? undefined : { do: 'patch', what, writes };
    if (shift !== undefined && isOnlyCanaryReady(spec, snapshot))
        return shift;
    const up = (0,bring_up/* bringUpCanary */.Yc)(spec, snapshot, inputs, router.podsNeeded(spec.promotionWeight, capacityFor(spec, snapshot, written)));
    if (up?.do === 'await')
        return rollBackIfLate(spec, snapshot) ?? up;
    if (up !== undefined)
        return up;
    if (shift !== undefined)
        return shift;
    const trouble = (0,decide_rollback/* gatewayAccepts */.M8)(spec, snapshot) ?? (0,decide_rollback/* gatewaySettles */.fK)(spec, snapshot);
    if (trouble !== undefined)
        return trouble;
    if (!written)
        return { do: 'apply-workload' };
    if (inputs.workload?.state === 'failed')
        return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, inputs.workload.cause);
    const how = spec.promotionWeight < 100 ? 'in place' : 'without traffic';
    const wait = `waiting for ${(0,kinds/* titleOf */.Gg)(workload)} to roll ${how}`;
    return rollBackIfLate(spec, snapshot) ?? { do: 'await', what: wait };
}
const capacityFor = ({ promotionWeight, autoscaled }, snapshot, written) => (promotionWeight < 100 && written && !autoscaled ? snapshot.rollout.capacity : (0,rollout_spec/* capacityOf */.A$)(snapshot));
const promotionShare = (spec, snapshot) => isOnlyCanaryReady(spec, snapshot) ? 100 : spec.promotionWeight;
const isOnlyCanaryReady = (spec, snapshot) => snapshot.ready.stable === 0 &&
    snapshot.ready.canary > 0 &&
    spec.router.ownService &&
    (0,rollout_spec/* findCanaryService */.PH)(spec, snapshot) !== undefined;
function shiftToWorkload({ router, workload }, snapshot, set) {
    const half = set > 50 ? router.setWeight(snapshot, 50) : [];
    if (half.length > 0)
        return { do: 'patch', what: `50 % to ${(0,kinds/* titleOf */.Gg)(workload)}`, writes: half };
    return { do: 'patch', what: `100 % to ${(0,kinds/* titleOf */.Gg)(workload)}`, writes: router.setWeight(snapshot, 0) };
}
const causesOfOthers = new Set(['unschedulable', 'quota', 'refused']);
const waitForPods = (spec, snapshot, began) => rollBackIfLate(spec, snapshot, began) ?? {
    do: 'await',
    what: `waiting for all pods of ${(0,kinds/* titleOf */.Gg)(spec.workload)} to become ready`,
};
const followedAt = ({ workers }, snapshot) => Math.max(snapshot.rollout.since, ...workers.map(({ name }) => (0,controllers/* writtenAt */.nt)(snapshot.workers[name]?.workload ?? {})));
function rollBackIfLate(spec, snapshot, began = snapshot.rollout.since) {
    const since = snapshot.now - began;
    if (since <= spec.deadlineMs)
        return undefined;
    return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, (0,progress/* lateCause */._)(snapshot, Math.round(since / 1000)));
}
function rolling(spec, snapshot, { workload }) {
    if (!(0,rollout_spec/* runsCandidate */.uq)(spec, snapshot.workload))
        return { do: 'apply-workload' };
    if (workload?.state === 'failed')
        return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, workload.cause);
    const late = rollBackIfLate(spec, snapshot);
    if (late !== undefined)
        return late;
    const counted = workload === undefined
        ? `waiting for ${(0,kinds/* titleOf */.Gg)(spec.workload)} to roll`
        : `${workload.ready} of ${workload.wanted} new pods ready`;
    return ((0,workloads_stuck/* removeStuckAction */.JO)(spec.workload, snapshot, snapshot.now, workloads_stuck/* stuckAfterInRollout */.rP) ?? {
        do: 'await',
        what: counted,
    });
}
function updateWorkers(spec, snapshot, inputs) {
    const workers = spec.workers.filter(({ candidate }) => candidate !== undefined);
    const liveOf = ({ name }) => snapshot.workers[name]?.workload;
    const next = workers.find(worker => !(0,rollout_spec/* runsCandidate */.uq)(spec, liveOf(worker)));
    if (next !== undefined)
        return { do: 'apply-worker', name: next.name };
    const ends = workers.map(worker => ({ worker, seen: inputs.workers[worker.name] }));
    for (const { seen } of ends)
        if (seen?.state === 'failed')
            return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, seen.cause);
    const slow = ends.filter(({ seen }) => seen?.state !== 'complete');
    const late = slow.find(({ worker, seen }) => seen !== undefined &&
        seen.ready < seen.wanted &&
        snapshot.now > (0,controllers/* writtenAt */.nt)(liveOf(worker) ?? {}) + spec.deadlineMs);
    if (late !== undefined)
        return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, `${(0,kinds/* titleOf */.Gg)(late.worker.ref)} did not become ready in time`);
    const [first] = slow;
    if (first === undefined)
        return undefined;
    for (const { worker } of slow) {
        const stuck = (0,workloads_stuck/* removeStuckAction */.JO)(worker.ref, snapshot.workers[worker.name], snapshot.now, workloads_stuck/* stuckAfterInRollout */.rP);
        if (stuck !== undefined)
            return stuck;
    }
    const counted = first.seen === undefined ? '' : `: ${first.seen.ready} of ${first.seen.wanted} pods`;
    return { do: 'await', what: `waiting for ${(0,kinds/* titleOf */.Gg)(first.worker.ref)}${counted}` };
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/pause.js
var pause = __webpack_require__(9247);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/decide.js










function decide(spec, snapshot, inputs) {
    const { rollout } = snapshot;
    switch (rollout.phase) {
        case 'prepared':
            return (rollbackTrigger(spec, snapshot, inputs) ??
                applyFirst(spec, snapshot, inputs) ??
                changedByOthers(spec, snapshot, inputs) ??
                prepare(spec, snapshot, inputs));
        case 'stepping':
        case 'baking':
            return (rollbackTrigger(spec, snapshot, inputs) ??
                takeTrafficFromStarved(spec, snapshot, inputs) ??
                (0,bring_up/* ensureWatchdog */.kF)(spec, snapshot) ??
                changedByOthers(spec, snapshot, inputs) ??
                expose(spec, snapshot, inputs));
        case 'promoting':
            return (rollbackTrigger(spec, snapshot, inputs) ??
                applyFirst(spec, snapshot, inputs) ??
                takeTrafficFromStarved(spec, snapshot, inputs) ??
                promote(spec, snapshot, inputs));
        case 'watching':
            return rollbackTrigger(spec, snapshot, inputs) ?? watch(spec, snapshot, inputs);
        case 'rolling-back':
            return (0,decide_rollback/* continueRollback */.ec)(spec, snapshot, inputs);
        case 'done':
        case 'rolled-back':
            return { do: 'end' };
        default:
            return rollout.phase;
    }
}
function rollbackTrigger(spec, snapshot, inputs) {
    const reason = rollbackReason(spec, snapshot, inputs);
    return reason === undefined ? undefined : (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, reason);
}
function rollbackReason(spec, snapshot, inputs) {
    const { rollout, workload } = snapshot;
    if (spec.rollback !== undefined)
        return spec.rollback;
    if (inputs.cancelled)
        return 'the run was cancelled';
    if (rollout.abortRequested !== undefined)
        return `${rollout.abortRequested.by} requested the rollback`;
    const fired = (0,decide_rollback/* isIrreversible */.vb)(spec, snapshot) ? [] : (spec.watchdog?.fired(snapshot) ?? []);
    if (fired.length > 0)
        return `the watchdog restored the traffic (${fired.join(', ')}): no run sent a heartbeat for too long`;
    const [fact] = inputs.facts;
    if (fact !== undefined)
        return fact;
    if (rollout.phase === 'promoting' || rollout.phase === 'watching')
        return undefined;
    if (rollout.phase !== 'prepared' && inputs.verdict?.verdict === 'fail')
        return inputs.verdict.reason;
    if (snapshot.now > expiryOf(spec, snapshot)) {
        const said = inputs.verdict === undefined ? '' : `, and the gate said: ${inputs.verdict.reason}`;
        return `the rollout exceeded its deadline with ${(0,count/* counted */.h)(snapshot.ready.canary, 'ready canary pod')}${said}`;
    }
    if (workload === undefined)
        return (0,rollout_spec/* changeOfWorkload */.Px)(spec, snapshot);
    const gone = (0,bring_up/* serviceGone */.P4)(spec, snapshot);
    if (gone !== undefined || rollout.phase === 'prepared' || !(0,rollout_spec/* runsCandidate */.uq)(spec, workload))
        return gone;
    return `another client set ${(0,kinds/* titleOf */.Gg)(spec.workload)} to the candidate`;
}
function expiryOf({ gateway, strategy, watchMs }, { rollout }) {
    const { phase, deadline, since } = rollout;
    if (phase === 'prepared')
        return deadline;
    const kept = strategy === 'blue-green' && phase === 'baking' ? since + gateway.arrival + watchMs : 0;
    return Math.max(deadline, kept) + 60_000;
}
function changedByOthers(spec, snapshot, inputs) {
    const { workload } = snapshot;
    if (workload === undefined || spec.baselineTemplate === undefined)
        return undefined;
    if ((0,pods/* runsTemplate */.PR)(workload, spec.baselineTemplate))
        return undefined;
    const what = `another client changed ${(0,kinds/* titleOf */.Gg)(spec.workload)}`;
    return inputs.workload?.state === 'progressing'
        ? { do: 'await', what: `${what}; waiting for that update to finish` }
        : (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, `${what} during the rollout`);
}
function takeTrafficFromStarved(spec, snapshot, inputs) {
    const { router } = spec;
    const { rollout } = snapshot;
    if (!router.ownService)
        return undefined;
    const set = router.weight(snapshot);
    const need = router.podsNeeded(Math.min(set, rollout.weight), rollout.capacity);
    const ready = snapshot.ready.canary;
    if (set === 0 || ready >= need || !(0,rollout_spec/* canCarry */.gh)(spec, snapshot, set))
        return undefined;
    if (lastingPods(spec, snapshot, inputs) * need < ready * (0,rollout_spec/* capacityOf */.A$)(snapshot))
        return undefined;
    const writes = router.setWeight(snapshot, 0);
    if (writes.length === 0)
        return undefined;
    return { do: 'patch', what: 'too few canary pods are ready: no traffic to the canary', writes };
}
function lastingPods(spec, { ready, workload }, { workload: health }) {
    if (!(0,rollout_spec/* runsCandidate */.uq)(spec, workload) || workload === undefined || health?.state === 'complete')
        return ready.stable;
    const replicas = (0,kinds/* replicasOf */.N4)(workload);
    return Math.min(ready.stable, replicas - (0,update_limits/* limitsOf */.A)(workload, replicas).maxUnavailable);
}
function applyFirst(spec, snapshot, { pending }) {
    if (snapshot.rollout.applied !== false)
        return undefined;
    if (pending)
        return { do: 'apply-manifests' };
    return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, 'the deploy run ended before it applied all manifests');
}
function prepare(spec, snapshot, inputs) {
    const [weight = 100] = spec.weights;
    const need = spec.router.podsNeeded(weight, (0,rollout_spec/* capacityOf */.A$)(snapshot));
    const up = (0,bring_up/* bringUpCanary */.Yc)(spec, snapshot, inputs, need);
    if (up !== undefined)
        return up;
    if (spec.goal === 'prepared')
        return { do: 'end' };
    return { do: 'transition', phase: 'stepping', step: 0, weight, deadline: snapshot.now + spec.deadlineMs };
}
function expose(spec, snapshot, inputs) {
    const { router } = spec;
    const { weight } = snapshot.rollout;
    const up = (0,bring_up/* bringUpCanary */.Yc)(spec, snapshot, inputs, router.podsNeeded(weight, (0,rollout_spec/* capacityOf */.A$)(snapshot)));
    if (up !== undefined)
        return up;
    const opening = router.weight(snapshot) > 0 ? undefined : (0,bring_up/* prepareExposure */.nP)(spec, snapshot, inputs);
    if (opening !== undefined)
        return opening;
    const writes = router.setWeight(snapshot, weight);
    if (writes.length > 0)
        return { do: 'patch', what: `${weight} % to the canary`, writes };
    return (0,decide_rollback/* gatewayAccepts */.M8)(spec, snapshot) ?? actOnVerdict(spec, snapshot, inputs);
}
function actOnVerdict(spec, snapshot, inputs) {
    const { verdict } = inputs;
    const { rollout } = snapshot;
    const last = spec.weights.length - 1;
    const advance = (reason) => {
        const why = reason === undefined ? {} : { reason };
        const promoted = spec.goal === 'judged' ? rollout.weight : spec.promotionWeight;
        if (rollout.phase === 'baking')
            return { do: 'transition', phase: 'promoting', weight: promoted, ...why };
        const step = rollout.step + 1;
        const weight = spec.weights[step] ?? 100;
        return { do: 'transition', phase: step < last ? 'stepping' : 'baking', step, weight, ...why };
    };
    if (verdict === undefined)
        return { do: 'await', what: 'waiting for the gate' };
    const approval = (0,pause/* approvalOf */.xf)(spec, rollout, verdict);
    if (approval !== undefined)
        return advance(approval);
    const waits = (0,pause/* pauseFor */.Q1)(spec, snapshot, verdict);
    if (waits !== undefined)
        return (0,bring_up/* requireWatchdog */.dp)(spec, snapshot, inputs) ?? { do: 'pause', ...waits };
    switch (verdict.verdict) {
        case 'continue':
            return { do: 'await', what: 'waiting for the gate' };
        case 'pod-local':
            return replacePod(spec, snapshot, verdict);
        case 'pass':
            return advance();
        case 'fail':
        case 'no-data':
        case 'inconclusive':
            return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, verdict.reason);
        default:
            return verdict;
    }
}
function replacePod(spec, snapshot, { pod, reason }) {
    const bad = (0,pods/* podsOfTrack */.dR)(snapshot, 'canary').find(({ metadata }) => metadata?.name === pod);
    if (bad === undefined || bad.metadata?.deletionTimestamp !== undefined)
        return { do: 'await', what: 'waiting for the gate' };
    const need = spec.router.podsNeeded(snapshot.rollout.weight, (0,rollout_spec/* capacityOf */.A$)(snapshot));
    const others = snapshot.ready.canary - ((0,pods/* isReady */.i_)(bad) ? 1 : 0);
    if (others >= need || !spec.router.ownService)
        return (0,rollout_spec/* removeAction */.V5)(`Pod/${pod}: ${reason}`, (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, spec.namespace, pod), bad);
    if (snapshot.canary !== undefined && (snapshot.canary.spec?.replicas ?? 0) <= need) {
        const writes = [(0,bring_up/* scale */.hs)(spec, snapshot.canary, need + 1)];
        return { do: 'patch', what: `canary: adding a pod to replace ${pod}`, writes };
    }
    return { do: 'await', what: `waiting for the pod that replaces ${pod} to become ready` };
}
function watch(spec, snapshot, inputs) {
    if (!(0,rollout_spec/* runsCandidate */.uq)(spec, snapshot.workload))
        return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, (0,rollout_spec/* changeOfWorkload */.Px)(spec, snapshot));
    const { verdict } = inputs;
    if (verdict?.verdict === 'fail')
        return (0,decide_rollback/* rollbackOrNeedsAction */.Bb)(spec, snapshot, verdict.reason);
    const rest = (0,decide_rollback/* cleanUp */.nY)(spec, snapshot);
    if (rest !== undefined)
        return rest;
    const left = snapshot.rollout.since + spec.watchMs - snapshot.now;
    if (left > 0)
        return { do: 'await', what: 'watching', ms: left };
    if (verdict === undefined && inputs.awaitsFirstVerdict)
        return { do: 'await', what: 'waiting for the gate to read the metrics of the time without a run' };
    return { do: 'transition', phase: 'done', weight: 100 };
}


/***/ }),

/***/ 8106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ requireUnfinished),
/* harmony export */   Sn: () => (/* binding */ lastRollout),
/* harmony export */   gv: () => (/* binding */ findUnfinishedRollout)
/* harmony export */ });
/* unused harmony export stateFromRecords */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93240);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59993);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79444);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5259);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63811);
/* harmony import */ var _store_lease_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62775);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(10441);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(26417);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(46695);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(27848);















async function findUnfinishedRollout(cluster, request) {
    const entry = await lastRollout(cluster, request);
    return entry === undefined || (0,_store_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .isOver */ .PU)(entry.rollout.phase) ? undefined : entry;
}
const lastRollout = async (cluster, { config, environment, report }) => (await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_14__/* .readState */ .un)(cluster, environment.namespace, config.app)) ??
    (await rebuildState(cluster, config.app, environment, report));
async function requireUnfinished(cluster, request, phases) {
    const { app } = request.config;
    const entry = await findUnfinishedRollout(cluster, request);
    if (entry === undefined)
        throw new _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_14__/* .RolloutOver */ .aW(app);
    const { phase, candidate, run } = entry.rollout;
    if (request.release !== undefined && request.release !== candidate) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`release ${request.release} is not being rolled out: the rollout in progress is that of release ${candidate} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .originText */ .C)(run)})`, `check the job summary of its deploy run for how release ${request.release} ended, or omit its number to continue release ${candidate}`);
    }
    if (!phases.includes(phase)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the rollout of release ${candidate} is in phase ${phase}, not in ${phases.join(' or ')}`, phase === 'rolling-back'
            ? `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('sweep')}, which finishes the rollback`
            : `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('status')} to see what it waits for; the order is deploy, gate, promote`);
    }
    return entry;
}
async function rebuildState(cluster, app, today, report) {
    const { namespace, workload } = today;
    const { items: fences } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap, namespace), {
        labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .selecting */ .h7.fences(app),
    });
    if (fences.length === 0)
        return undefined;
    const [lease, tokens] = await Promise.all([
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app)),
        (0,_store_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .tokensOfWorkload */ .RP)(cluster, { app, namespace, workload }),
    ]);
    if (lease === undefined && tokens.length === 0)
        return undefined;
    const [releases, live, { items: autoscalers }] = await Promise.all([
        new _store_releases_js__WEBPACK_IMPORTED_MODULE_13__/* .ReleaseStore */ .T(cluster, namespace, app).list(),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .pathTo */ .vs)(namespace, workload)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace)),
    ]);
    const token = (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__/* .floorOf */ .Et)(fences.map(_store_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .tokenOfFence */ ._m));
    const rollout = stateFromRecords({ releases, token, today, live, autoscalers, now: cluster.now() });
    if (rollout === undefined)
        return undefined;
    report(`the state of the rollout of release ${rollout.candidate} was deleted: rebuilding it from the record`);
    return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_14__/* .recreateState */ .tS)(cluster, namespace, rollout);
}
function stateFromRecords({ releases, token, today, live, autoscalers, now, }) {
    const open = releases.find(({ record, outcome }) => outcome === undefined && record.token <= token);
    if (open?.record.baseline === undefined)
        return undefined;
    const { app, environment: name, release, baseline, by, reversible } = open.record;
    const { strategy, workload } = (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_12__/* .recordedEnvironment */ .YM)(open.record, name, today);
    if (strategy.kind === 'rolling')
        return undefined;
    const written = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__/* .releaseOf */ .l7)(live) === release;
    const reason = 'its state was deleted, so it is not known how far it was judged';
    const [autoscaler] = (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_5__/* .autoscalersOf */ .Au)([...autoscalers], workload);
    return {
        schema: 1,
        app,
        environment: name,
        token,
        run: by,
        strategy: strategy.kind,
        ...(written && reversible === false
            ? { phase: 'promoting', weight: 100 }
            : {
                phase: 'rolling-back',
                weight: 0,
                rolledBackFrom: written ? 'promoting' : 'stepping',
                reason,
                abortRequested: { by: 'Slipway, which found the rollout state deleted,', at: now },
            }),
        step: 0,
        baseline,
        candidate: release,
        capacity: live?.spec?.replicas ?? 1,
        ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
        startedAt: now,
        since: now,
        deadline: now + strategy.deadline,
        applied: true,
    };
}


/***/ }),

/***/ 60203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ nodeIsComing),
/* harmony export */   Je: () => (/* binding */ HealthTracker),
/* harmony export */   XY: () => (/* binding */ FailureGrace)
/* harmony export */ });
/* unused harmony export WorkerGrace */
/* harmony import */ var _workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76697);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12502);
/* harmony import */ var _workloads_progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93377);



class HealthTracker {
    #canary;
    #workload;
    #worker;
    #workers = new Map();
    constructor(cluster, namespace) {
        const isComing = nodeIsComing(cluster, namespace);
        this.#canary = new FailureGrace(isComing);
        this.#workload = new FailureGrace(isComing);
        this.#worker = () => new WorkerGrace(isComing);
    }
    async assess(seen, at = performance.now()) {
        return {
            canary: await this.#canary.assess(seen.canary, seen, at),
            workload: await this.#workload.assess(seen.workload, seen, at),
            workers: await this.#assessWorkers(seen, at),
        };
    }
    async #assessWorkers({ workers }, at) {
        const assessed = Object.entries(workers).map(async ([name, seen]) => {
            const grace = this.#workers.get(name) ?? this.#worker();
            this.#workers.set(name, grace);
            return [name, await grace.assess(seen, at)];
        });
        return Object.fromEntries(await Promise.all(assessed));
    }
}
const longest = 15 * 60_000;
class FailureGrace {
    #nodeIsComing;
    #since;
    constructor(nodeIsComing = async () => false) {
        this.#nodeIsComing = nodeIsComing;
    }
    async assess(workload, seen, at) {
        if (workload === undefined)
            return undefined;
        const assessment = (0,_workloads_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .assess */ .n)({ ...seen, workload });
        if (assessment.state !== 'suspect') {
            this.#since = undefined;
            return assessment;
        }
        const { cause, graceMs, ready, wanted } = assessment;
        if (this.#since?.kind !== cause.kind)
            this.#since = { kind: cause.kind, first: at, at, asked: false };
        const since = this.#since;
        if (at - since.at >= graceMs && !since.asked) {
            if (at - since.first < longest && (await this.#nodeIsComing(cause)))
                since.at = at;
            else
                since.asked = true;
        }
        return at - since.at >= graceMs
            ? { state: 'failed', ready, wanted, cause }
            : { state: 'progressing', ready, wanted };
    }
}
function nodeIsComing(cluster, namespace) {
    return async (cause) => {
        if (cause.kind !== 'unschedulable')
            return false;
        const events = await (0,_workloads_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .eventsOf */ .XL)(cluster, namespace, cause.pod).catch(() => []);
        return events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
    };
}
const settled = 10_000;
class WorkerGrace {
    #failureGrace;
    #since;
    constructor(nodeIsComing) {
        this.#failureGrace = new FailureGrace(nodeIsComing);
    }
    async assess(seen, at) {
        const assessment = await this.#failureGrace.assess(seen.workload, seen, at);
        if (assessment?.state !== 'complete') {
            this.#since = undefined;
            return assessment;
        }
        if (seen.workload?.kind === 'CronJob')
            return assessment;
        const restarts = restartsOf(seen);
        if (this.#since?.restarts !== restarts)
            this.#since = { restarts, at };
        const { ready, wanted } = assessment;
        return at - this.#since.at >= settled ? assessment : { state: 'progressing', ready, wanted };
    }
}
function restartsOf({ workload, revisions, pods }) {
    const isNewest = workload && (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .newestOf */ .su)(workload, revisions);
    return pods
        .filter(pod => isNewest?.(pod))
        .flatMap(({ status }) => status?.containerStatuses ?? [])
        .reduce((sum, { restartCount }) => sum + restartCount, 0);
}


/***/ }),

/***/ 57697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ Informers)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
;// CONCATENATED MODULE: ./.build/js/src/cluster/informer.js



async function startInformer(cluster, path, query, signal, changed, shortest = 1000) {
    const objects = new Map();
    const gone = new Map();
    let failing;
    let unwatched;
    let refused;
    const put = (object) => {
        const uid = object.metadata?.uid ?? '';
        const known = objects.get(uid);
        if (isGone(object) || (known !== undefined && isNewer(known, object)))
            return;
        objects.set(uid, object);
        changed();
    };
    const isGone = (object) => {
        const left = gone.get(object.metadata?.uid ?? '');
        return left !== undefined && !(versionOf(object) > left);
    };
    const drop = (uid, version = Number.POSITIVE_INFINITY) => {
        gone.set(uid, Math.max(gone.get(uid) ?? 0, version));
        objects.delete(uid);
        changed();
    };
    const relist = async () => {
        const { items, resourceVersion } = await cluster.list(path, query);
        const before = [...objects.values()];
        objects.clear();
        for (const item of items)
            objects.set(item.metadata?.uid ?? '', item);
        const list = { metadata: { resourceVersion } };
        for (const object of before)
            if (isNewer(object, list))
                objects.set(object.metadata?.uid ?? '', object);
        for (const [uid, object] of objects)
            if (isGone(object))
                objects.delete(uid);
        failing = undefined;
        unwatched = undefined;
        refused = undefined;
        changed();
        return resourceVersion;
    };
    const follow = async (version) => {
        for await (const { type, object } of cluster.watch(path, { ...query, resourceVersion: version }, signal)) {
            if (type === 'ERROR')
                return;
            if (type === 'BOOKMARK')
                continue;
            if (type === 'DELETED')
                drop(object.metadata?.uid ?? '', versionOf(object) || undefined);
            else
                put(object);
        }
    };
    const keep = async (first) => {
        let version = first;
        while (!signal.aborted) {
            const began = performance.now();
            try {
                version ??= await relist();
                await follow(version);
            }
            catch (error) {
                if (signal.aborted)
                    return;
                failing ??= performance.now();
                if (version === undefined)
                    refused = isRefusal(error) ? { since: refused?.since ?? performance.now(), error } : undefined;
                changed();
                await pauseUnlessAborted(shortest / 2, signal);
            }
            unwatched ??= performance.now();
            await pauseUnlessAborted(began + shortest - performance.now(), signal);
            version = undefined;
        }
    };
    void keep(await relist());
    return {
        items: () => [...objects.values()],
        put,
        drop: uid => drop(uid),
        staleSince: () => failing ??
            (performance.now() - (unwatched ?? Number.POSITIVE_INFINITY) > longestList ? unwatched : undefined),
        refusal: () => refused !== undefined && performance.now() - refused.since > timing/* timing */.N.refusal ? refused.error : undefined,
    };
}
const longestList = 5000;
const isRefusal = (error) => error instanceof errors/* MissingPermission */.cb || (error instanceof errors/* ClusterError */.b$ && error.status === 401);
const isNewer = (a, b) => versionOf(a) > versionOf(b);
const versionOf = ({ metadata }) => Number(metadata?.resourceVersion ?? Number.NaN);
const pauseUnlessAborted = (ms, signal) => ms <= 0 ? undefined : (0,retry/* pause */.v7)(ms, { signal }).catch(() => undefined);

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/wakeable.js
var wakeable = __webpack_require__(16269);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var store_lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/watchdog/watchdog.js + 1 modules
var watchdog = __webpack_require__(68036);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/informers.js










class Informers {
    #stop = new AbortController();
    #informers = new Map();
    #cluster;
    #app;
    #environment;
    #workers;
    #pause = new wakeable/* WakeableWait */.K();
    #changed = false;
    constructor(cluster, app, environment, workers) {
        this.#cluster = cluster;
        this.#app = app;
        this.#environment = environment;
        this.#workers = workers;
    }
    static async open(cluster, app, environment, selector, workers, withTraffic = true) {
        const names = workers.map(each => (0,kinds/* keyOf */.TN)((0,kinds/* refOf */.H8)(each)));
        const informers = new Informers(cluster, app, environment, names);
        const { workload, service } = environment;
        const byName = (name) => ({ fieldSelector: `metadata.name=${name}` });
        const ofPods = { labelSelector: selector };
        await Promise.all([
            informers.#follow('workload', (0,kinds/* traitsOf */.JC)(workload.kind).resource, byName(workload.name)),
            ...(workload.kind === 'Deployment'
                ? [informers.#follow('canary', resources/* resources */.ES.deployment, byName(naming/* nameOf */.Vb.canary(workload.name)))]
                : []),
            ...informers.#followVersions(workload.kind, '', ofPods, workload.name),
            informers.#follow('lease', resources/* resources */.ES.lease, byName(naming/* nameOf */.Vb.application(app))),
            ...(withTraffic
                ? [
                    informers.#follow('services', resources/* resources */.ES.service, {}),
                    informers.#follow('autoscalers', resources/* resources */.ES.horizontalPodAutoscaler, {}),
                    informers.#follow('fences', resources/* resources */.ES.configMap, { labelSelector: naming/* selecting */.h7.fences(app) }),
                ]
                : []),
            ...workers.flatMap(each => {
                const { kind, name } = (0,kinds/* refOf */.H8)(each);
                const ofWorker = { labelSelector: (0,pods/* selectorOf */.Bk)(each) };
                return [
                    informers.#follow(worker((0,kinds/* keyOf */.TN)({ kind, name })), (0,kinds/* traitsOf */.JC)(kind).resource, byName(name)),
                    ...informers.#followVersions(kind, worker((0,kinds/* keyOf */.TN)({ kind, name })), ofWorker, name),
                ];
            }),
            ...(withTraffic && (0,watchdog/* watchdogImage */.FX)(environment.strategy) !== undefined
                ? [
                    informers.#follow('jobs', resources/* resources */.ES.job, {
                        labelSelector: `${naming/* labels */.WD.app}=${app},${naming/* labels */.WD.kind}=watchdog`,
                    }),
                ]
                : []),
            ...(environment.route === undefined ? [] : [informers.#follow('routes', resources/* resources */.ES.httpRoute, {})]),
            ...(service === undefined
                ? []
                : [
                    informers.#follow('slices', resources/* resources */.ES.endpointSlice, {
                        labelSelector: `kubernetes.io/service-name in (${service},${naming/* nameOf */.Vb.canary(service)})`,
                    }),
                ]),
        ]).catch(error => {
            informers.close();
            throw error;
        });
        return informers;
    }
    snapshot() {
        const lease = this.#items('lease')[0];
        const entry = lease && (0,rollout_state/* stateIn */.pQ)(lease, this.#app);
        const tracks = {
            workload: this.#items('workload')[0],
            canary: this.#items('canary').find(each => (0,fencing_token/* tokenOn */.Bz)(each, this.#app) > 0),
            revisions: this.#items('revisions'),
            pods: this.#items('pods'),
        };
        return {
            ...tracks,
            ready: (0,pods/* readyOf */.Js)(tracks),
            now: this.#cluster.now(),
            token: lease && (0,store_lease/* tokenOf */.B9)(lease),
            rollout: entry !== undefined && 'rollout' in entry ? entry.rollout : undefined,
            workers: Object.fromEntries(this.#workers.map(name => [
                name,
                {
                    workload: this.#items(worker(name))[0],
                    revisions: this.#items(`${worker(name)}revisions`),
                    pods: this.#items(`${worker(name)}pods`),
                    events: this.#items(`${worker(name)}events`),
                },
            ])),
            events: this.#items('events'),
            services: this.#items('services'),
            routes: this.#items('routes'),
            autoscalers: this.#items('autoscalers'),
            slices: this.#items('slices'),
            fences: this.#items('fences'),
            jobs: this.#items('jobs'),
            staleFor: this.#staleFor(),
            ...this.#refusal(),
        };
    }
    put(object) {
        this.#informers.get(this.#informerOf(object) ?? '')?.put(object);
    }
    drop(uid) {
        for (const each of this.#informers.values())
            each.drop(uid);
    }
    async waitForChange(ms) {
        if (!this.#changed)
            await this.#pause.sleep(ms);
        this.#changed = false;
    }
    notify() {
        this.#changed = true;
        this.#pause.wake();
    }
    close() {
        this.#stop.abort();
    }
    #followVersions(kind, whose, ofPods, name) {
        const { revisions, refusedInEvents } = (0,kinds/* traitsOf */.JC)(kind);
        if (revisions === undefined)
            return [];
        return [
            this.#follow(`${whose}revisions`, revisions, ofPods),
            this.#follow(`${whose}pods`, resources/* resources */.ES.pod, ofPods),
            ...(refusedInEvents ? [this.#follow(`${whose}events`, resources/* resources */.ES.event, (0,kinds/* about */.Cv)({ kind, name }))] : []),
        ];
    }
    async #follow(name, resource, query) {
        const path = (0,resources/* pathOf */.XM)(resource, this.#environment.namespace);
        this.#informers.set(name, await startInformer(this.#cluster, path, query, this.#stop.signal, () => this.notify()));
    }
    #items(name) {
        return (this.#informers.get(name)?.items() ?? []);
    }
    #informerOf({ kind = '', metadata }) {
        if (!(0,kinds/* isReleased */.OZ)(kind))
            return informersOfKinds[kind];
        const key = (0,kinds/* keyOf */.TN)({ kind, name: metadata?.name ?? '' });
        if (this.#workers.includes(key))
            return worker(key);
        return (0,kinds/* isOf */.yW)(this.#environment.workload, { kind, ...(metadata && { metadata }) }) ? 'workload' : 'canary';
    }
    #refusal() {
        const [refused] = [...this.#informers.values()].flatMap(each => each.refusal() ?? []);
        return refused === undefined ? {} : { refused };
    }
    #staleFor() {
        const since = [...this.#informers.values()].flatMap(each => each.staleSince() ?? []);
        return since.length === 0 ? 0 : performance.now() - Math.min(...since);
    }
}
const informersOfKinds = {
    Service: 'services',
    HTTPRoute: 'routes',
    HorizontalPodAutoscaler: 'autoscalers',
    Job: 'jobs',
    ConfigMap: 'fences',
    Lease: 'lease',
};
const worker = (name) => `worker ${name} `;


/***/ }),

/***/ 15594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ez: () => (/* binding */ phaseTitle),
  Bd: () => (/* binding */ recordCause),
  $f: () => (/* binding */ recordEnd),
  G6: () => (/* binding */ recordPods),
  Hg: () => (/* binding */ recordTransition),
  K3: () => (/* binding */ servingOf)
});

// EXTERNAL MODULE: ./.build/js/src/decision/record.js
var decision_record = __webpack_require__(87303);
// EXTERNAL MODULE: ./.build/js/src/decision/replay.js + 2 modules
var replay = __webpack_require__(60775);
// EXTERNAL MODULE: ./.build/js/src/workloads/diagnosis.js
var diagnosis = __webpack_require__(76697);
// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var labels = __webpack_require__(75181);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var workloads_pods = __webpack_require__(12502);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/pod-facts.js


function podFactsOf({ workload, revisions, pods }, carriers, copy) {
    const isNewest = workload === undefined ? undefined : (0,workloads_pods/* newestOf */.su)(workload, revisions);
    if (workload !== undefined && carriers !== 'none' && isNewest === undefined)
        return undefined;
    const own = (0,workloads_pods/* podsOwnedBy */.Nr)(workload, revisions);
    const copied = (0,workloads_pods/* podsOwnedBy */.Nr)(copy, revisions);
    const isCandidate = (pod) => copied(pod) || (carriers !== 'none' && isNewest?.(pod) === (carriers === 'newest'));
    const trackOf = (pod) => (isCandidate(pod) ? 'canary' : 'baseline');
    return pods
        .filter(pod => (0,workloads_pods/* isLiving */.O)(pod) && (own(pod) || copied(pod)))
        .map(pod => factsOf(pod, trackOf(pod)));
}
function factsOf(pod, track) {
    const { metadata, spec } = pod;
    const zone = (0,labels/* zoneOf */.kE)(pod);
    const note = noteOf(pod);
    return {
        pod: metadata?.name ?? '',
        track,
        ...(spec?.nodeName === undefined ? {} : { node: spec.nodeName }),
        ...(zone === undefined ? {} : { zone }),
        ready: (0,workloads_pods/* isReady */.i_)(pod),
        restarts: (0,workloads_pods/* containerStatusesOf */.Xy)(pod).reduce((sum, { restartCount }) => sum + restartCount, 0),
        ...(note === undefined ? {} : { note }),
    };
}
function noteOf(pod) {
    for (const { name, state, lastState } of (0,workloads_pods/* containerStatusesOf */.Xy)(pod)) {
        const waiting = state?.waiting?.reason;
        if (!(0,workloads_pods/* isStarting */.zd)(waiting))
            return `${name}: ${waiting}`;
        const ended = lastState?.terminated;
        if (ended !== undefined)
            return `${name} terminated before: ${ended.reason ?? ''} (exit code ${ended.exitCode})`;
    }
    return pod.status?.conditions?.find(({ type }) => type === 'PodScheduled')?.reason;
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/spec.js
var rollout_spec = __webpack_require__(41066);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/record-transitions.js





function recordTransition(context, phase, { step, weight, reason }) {
    const { cluster, decisions, store } = context;
    const at = Math.round(cluster.now());
    const { candidate, baseline, strategy } = store.rollout;
    const moment = {
        at,
        phase,
        ...(step === undefined ? {} : { step }),
        ...(weight === undefined || strategy === 'rolling' ? {} : { weight }),
        ...(reason === undefined ? {} : { reason }),
    };
    decisions.update(record => (0,decision_record/* noteMoment */.jH)(record, moment));
    if (phase !== 'done' && phase !== 'rolled-back')
        return;
    const began = decisions.record.timeline.findLast(each => each.phase === 'rolling-back')?.at;
    if (phase === 'rolled-back' && began !== undefined)
        decisions.update(record => (0,decision_record/* noteDuration */.JA)(record, 'rollback', Math.max(0, at - began)));
    const serves = phase === 'done' ? candidate : baseline;
    const good = strategy === 'rolling'
        ? 'all of its pods are ready'
        : decisions.record.checked === true
            ? 'its checks passed'
            : 'shown to be good';
    decisions.update(replay/* withFindings */.$c);
    recordEnd(context, {
        at,
        state: phase === 'done' ? 'promoted' : 'rolled-back',
        reason: reason ?? store.rollout.reason ?? good,
        weight: phase === 'done' ? 100 : 0,
        ...(serves === undefined ? {} : { serves }),
    });
}
function recordEnd({ cluster, decisions }, end) {
    decisions.update(record => (0,decision_record/* endRecord */.rs)((0,decision_record/* noteCalls */.wk)(record, cluster.calls()), end));
}
function recordCause({ cluster, decisions }, cause, sentence) {
    const at = Math.round(cluster.now());
    decisions.update(record => (0,decision_record/* noteFact */.lx)(record, at, (0,diagnosis/* factOf */.yD)(cause, sentence)));
}
function servingOf({ candidate, baseline, strategy }, { pods }, weight) {
    const by = (serves) => (serves === undefined ? {} : { serves });
    if (strategy !== 'rolling')
        return { weight, ...by(weight > 50 ? candidate : baseline) };
    const ready = (track) => pods.filter(each => each.track === track && each.ready && each.gone === undefined).length;
    const [young, old] = [ready('canary'), ready('baseline')];
    if (young + old === 0)
        return { weight: 0 };
    return { weight: Math.round((100 * young) / (young + old)), ...by(young > old ? candidate : baseline) };
}
function recordPods({ spec, decisions, store, informers }) {
    const snapshot = informers.snapshot();
    const { strategy, rolledBackFrom } = store.rollout;
    const had = strategy === 'rolling' || rolledBackFrom === 'promoting' || rolledBackFrom === 'watching';
    const carriers = (0,rollout_spec/* runsCandidate */.uq)(spec, snapshot.workload) ? 'newest' : had ? 'older' : 'none';
    const pods = podFactsOf(snapshot, carriers, snapshot.canary);
    if (pods !== undefined)
        decisions.update(record => (0,decision_record/* notePods */.RU)(record, pods));
}
function phaseTitle(phase, weight) {
    switch (phase) {
        case 'stepping':
            return `step: ${weight} %`;
        case 'baking':
            return `bake at ${weight} %`;
        default:
            return phase.replace('-', ' ');
    }
}


/***/ }),

/***/ 89224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W4: () => (/* binding */ acquireRollout),
  q9: () => (/* binding */ advanceRollout),
  x: () => (/* binding */ endDeadRollout)
});

// EXTERNAL MODULE: ./.build/js/src/decision/record.js
var decision_record = __webpack_require__(87303);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
;// CONCATENATED MODULE: ./.build/js/src/release/decision-record/event-recorder.js




class EventRecorder {
    #cluster;
    #place;
    #report;
    #uid;
    #silent = false;
    #last = Promise.resolve();
    constructor(cluster, place, report) {
        this.#cluster = cluster;
        this.#place = place;
        this.#report = report;
    }
    record(...texts) {
        const at = this.#cluster.now();
        for (const [index, each] of texts.entries())
            this.#last = this.#last.then(() => this.#write(each, at + index));
    }
    async flush() {
        let timer;
        const enough = new Promise(resolve => {
            timer = setTimeout(resolve, 2000);
        });
        await Promise.race([this.#last, enough]);
        clearTimeout(timer);
    }
    async #write(text, at) {
        if (this.#silent)
            return;
        const { namespace, workload } = this.#place;
        try {
            if (this.#uid === undefined) {
                this.#uid = (await this.#cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)))?.metadata?.uid;
            }
            if (this.#uid === undefined)
                return;
            const event = eventOf(text, { ...this.#place, uid: this.#uid }, at);
            await this.#cluster.create((0,resources/* pathOf */.XM)(resources/* eventsOfWorkloads */.H5, namespace), event);
        }
        catch (error) {
            if (error instanceof errors/* ClusterError */.b$ && error.reason === 'AlreadyExists')
                return;
            this.#silent = true;
            this.#report(`warning: cannot write Events of this release on the workload: ${error.message}`);
        }
    }
}
function eventsOfTransition(before, { phase, step, weight, candidate, baseline, reason = '' }, judged) {
    if (before.phase === phase && before.step === step && before.weight === weight)
        return [];
    const stageEnded = (before.phase === 'stepping' || before.phase === 'baking') &&
        judged !== undefined &&
        judged.verdict !== 'continue';
    const verdict = stageEnded ? [verdictEvent(candidate, judged)] : [];
    switch (phase) {
        case 'stepping':
        case 'baking':
            return [...verdict, weightEvent(candidate, weight)];
        case 'promoting':
            return weight === before.weight ? verdict : [...verdict, weightEvent(candidate, weight)];
        case 'rolling-back':
            return verdict;
        case 'rolled-back':
            if (baseline === candidate)
                return [completeEvent(candidate)];
            if (before.phase !== 'rolling-back')
                return [rolledBackEvent(candidate, reason, 'another version')];
            return [rolledBackEvent(candidate, reason, baseline === undefined ? 'nothing' : `release ${baseline}`)];
        case 'done':
            return [completeEvent(candidate)];
        case 'prepared':
        case 'watching':
            return [];
        default:
            return phase;
    }
}
function startedEvent({ candidate, baseline, strategy }) {
    const over = baseline === undefined ? 'it is the first release' : `the baseline is release ${baseline}`;
    const note = `Rollout of release ${candidate} started (${strategy}); ${over}`;
    return { reason: 'ReleaseStarted', action: 'Start', note };
}
function weightEvent(release, weight) {
    return {
        reason: 'WeightChanged',
        action: 'Shift',
        note: `Release ${release} gets ${weight} % of the traffic`,
    };
}
function verdictEvent(release, { verdict, reason }) {
    const note = `The gate's verdict on release ${release} is ${verdict}: ${reason}`;
    return verdict === 'pass'
        ? { reason: 'GatePassed', action: 'Judge', note }
        : { reason: 'GateFailed', action: 'Judge', note, warning: true };
}
function rolledBackEvent(release, reason, live) {
    const note = `Release ${release} was rolled back: ${reason}; ${live} is live`;
    return { reason: 'ReleaseRolledBack', action: 'Rollback', note, warning: true };
}
function completeEvent(release) {
    return { reason: 'ReleaseComplete', action: 'Promote', note: `Release ${release} receives all traffic` };
}
const longestNote = 1023;
const longestInstance = 128;
function eventOf({ reason, action, note, warning }, { app, namespace, workload, token, origin, uid }, at) {
    const { kind, name } = workload;
    const hash = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([app, token, reason, note]))
        .digest('hex')
        .slice(0, 12);
    return {
        apiVersion: 'events.k8s.io/v1',
        kind: 'Event',
        metadata: { name: `${name.slice(0, 200)}.${hash}`, namespace },
        eventTime: new Date(at).toISOString().replace('Z', '000Z'),
        reportingController: 'slipway.dev/release',
        reportingInstance: cut(origin.run === '' ? 'slipway' : origin.run, longestInstance),
        action,
        reason,
        type: warning ? 'Warning' : 'Normal',
        note: cut(note, longestNote),
        regarding: { ...(0,kinds/* typeOf */.QP)(kind), name, namespace, uid },
    };
}
function cut(text, bytes) {
    if (Buffer.byteLength(text) <= bytes)
        return text.toWellFormed();
    let kept = '';
    let size = Buffer.byteLength('…');
    for (const character of text.toWellFormed()) {
        size += Buffer.byteLength(character);
        if (size > bytes)
            return `${kept}…`;
        kept += character;
    }
    return kept;
}

// EXTERNAL MODULE: ./.build/js/src/release/permissions/access.js
var access = __webpack_require__(52692);
// EXTERNAL MODULE: ./.build/js/src/release/permissions/credential-life.js
var credential_life = __webpack_require__(85610);
// EXTERNAL MODULE: ./.build/js/src/release/store/fencing.js
var fencing = __webpack_require__(63811);
// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/phases.js
var phases = __webpack_require__(10441);
// EXTERNAL MODULE: ./.build/js/src/release/store/recorded-environment.js
var recorded_environment = __webpack_require__(26417);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js
var store_releases = __webpack_require__(46695);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/repeats.js
var repeats = __webpack_require__(85532);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/traffic/hpa.js
var hpa = __webpack_require__(79444);
// EXTERNAL MODULE: ./.build/js/src/traffic/route.js
var route = __webpack_require__(6386);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/release/decision-record/store.js
var decision_record_store = __webpack_require__(70441);
// EXTERNAL MODULE: ./.build/js/src/release/gate/sources.js
var sources = __webpack_require__(39301);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/from-records.js
var from_records = __webpack_require__(35638);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/informers.js + 1 modules
var rollout_informers = __webpack_require__(57697);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/pause.js
var pause = __webpack_require__(9247);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/spec.js
var rollout_spec = __webpack_require__(41066);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/attach.js


















async function attach(cluster, { environment: today, origin, report, signal, until }, lease, { entry: { rollout }, releases, records }, { command, goal, onPause = 'resume', rollback, begun }) {
    const { token } = lease;
    const recorded = (0,from_records/* recordedOf */.i0)(releases, rollout, today);
    const { record, environment, candidate } = recorded;
    const { namespace } = environment;
    const foundPause = (0,pause/* foundPauseOf */.yn)(rollout, onPause, origin);
    const goesOn = foundPause !== undefined &&
        ((0,pause/* needsPerson */.z6)(foundPause.paused.for)
            ? foundPause.onPause !== 'keep'
            :
                foundPause.paused.for === 'bake' && rollout.phase === 'stepping');
    const left = foundPause?.onPause === 'keep' ? rollout : unpaused(rollout);
    const hadTime = command === 'deploy' && rollout.needsAction !== undefined;
    const own = { ...(hadTime ? left : withOwnTime(left, cluster.now())), token, run: origin };
    const abortRequested = own.abortRequested ?? (rollback?.by === undefined ? undefined : { by: rollback.by, at: cluster.now() });
    const store = new rollout_state/* StateStore */.fy(cluster, namespace, {
        ...own,
        ...(abortRequested === undefined ? {} : { abortRequested }),
    });
    await store.change(known => goesOn ? (0,pause/* withMoreTime */["do"])(known, environment.strategy.deadline, cluster.now()) : known);
    const writer = { app: rollout.app, token };
    const { manifests } = record.record;
    const unfenced = warningOf(report);
    const [released, others] = [true, false].map(is => manifests.filter(({ kind }) => (0,kinds/* isReleased */.OZ)(kind) === is));
    await Promise.all([
        fenceAll(cluster, namespace, released ?? [], writer),
        rollout.restoresRelease === true
            ? undefined
            : fenceAll(cluster, namespace, others ?? [], writer, unfenced),
    ]);
    const fence = rollout.strategy === 'rolling' ? undefined : await (0,fencing/* createFence */.KH)(cluster, namespace, writer);
    const opened = { environment, record: record.record, rollout: store.rollout, doing: command };
    const decisions = begun?.decisions ?? (await (0,decision_record_store/* openDecisionStore */.s9)(cluster, opened));
    if (goesOn) {
        const prolonged = Math.round(store.rollout.deadline);
        decisions.update(known => (0,decision_record/* noteTurn */.Y2)(known, { at: Math.round(cluster.now()), prolonged }));
    }
    const informers = await rollout_informers/* Informers */.U.open(cluster, rollout.app, environment, (0,pods/* selectorOf */.Bk)(candidate), (0,from_records/* watchedOf */.gn)(recorded.workers), rollout.restoresRelease !== true);
    try {
        if ((informers.snapshot().token ?? 0) > token) {
            if (fence !== undefined && !ownsAny(fence, informers.snapshot()))
                await (0,fencing/* deleteFence */.z8)(cluster, fence);
            throw (0,fencing/* leaseLost */.XM)(rollout.app);
        }
        const { baseline } = recorded;
        await fenceTraffic(cluster, informers, environment, writer, unfenced);
        if (fence !== undefined)
            await (0,fencing/* takeTemporary */.X1)(cluster, fence, temporaryIn(informers.snapshot(), environment, writer), writer);
        const template = baseline?.outcome?.template;
        return {
            cluster,
            informers,
            store,
            fence,
            decisions,
            sources: (0,sources/* gateSourcesOf */.rD)(environment, today),
            candidateManifest: candidate,
            record: record.record,
            records,
            pending: begun?.pending,
            lease,
            gate: undefined,
            baseline: template && {
                template,
                manifest: baseline && (0,kinds/* manifestOf */.$V)(baseline.record, environment.workload),
            },
            spec: (0,from_records/* specOf */.rI)(recorded, store.rollout, { token, goal, rollback: rollback?.reason, foundPause }),
            report,
            tell: (0,repeats/* withoutRepeats */.j)(report),
            signal,
            until,
        };
    }
    catch (error) {
        informers.close();
        throw error;
    }
}
const withOwnTime = (rollout, now) => rollout.phase === 'rolling-back' || rollout.phase === 'promoting' ? { ...rollout, since: now } : rollout;
function unpaused({ paused: _, needsAction: __, ...rollout }) {
    return rollout;
}
async function fenceAll(cluster, namespace, manifests, writer, failed) {
    const discovery = new resources/* Discovery */.TB(cluster);
    await Promise.all(manifests
        .filter(({ metadata }) => metadata?.labels?.[naming/* labels */.WD.kind] !== 'shipped')
        .map(async ({ apiVersion = '', kind = '', metadata }) => {
        try {
            const resource = await discovery.find(apiVersion, kind);
            if (resource === undefined || !resource.namespaced)
                return;
            const path = (0,resources/* pathOf */.XM)(resource, namespace, metadata?.name);
            const seen = await cluster.get(path);
            if (seen === undefined || (0,fencing_token/* tokenOn */.Bz)(seen, writer.app) === 0)
                return;
            await (0,fencing/* setToken */.WG)(cluster, path, writer, seen);
        }
        catch (error) {
            if (failed === undefined)
                throw error;
            failed(`${kind}/${metadata?.name}`, error);
        }
    }));
}
function warningOf(report) {
    const known = new Set();
    return (title, error) => {
        if (!(error instanceof toolkit_errors/* UserError */.yo) || error instanceof fencing.LeaseLost)
            throw error;
        if (known.has(title))
            return;
        known.add(title);
        const what = `warning: ${title} was not fenced: ${error.message}`;
        report(`${what}; a run that still writes could overwrite it`);
    };
}
async function fenceTraffic(cluster, informers, { namespace, service, workload }, writer, failed) {
    const { routes, services, autoscalers } = informers.snapshot();
    const known = [
        ...(service === undefined ? [] : (0,route/* routesOf */.eV)(routes, service)).map(object => [resources/* resources */.ES.httpRoute, object]),
        ...services.map(object => [resources/* resources */.ES.service, object]),
        ...(0,hpa/* autoscalersOf */.Au)(autoscalers, workload).map(object => [resources/* resources */.ES.horizontalPodAutoscaler, object]),
    ];
    await Promise.all(known
        .filter(([, object]) => (0,fencing_token/* tokenOn */.Bz)(object, writer.app) > 0)
        .map(async ([resource, object]) => {
        const path = (0,resources/* pathOf */.XM)(resource, namespace, object.metadata?.name);
        const fenced = await (0,fencing/* setToken */.WG)(cluster, path, writer, object).catch((error) => failed(`${resource.kind}/${object.metadata?.name}`, error));
        if (fenced !== undefined)
            informers.put(fenced);
    }));
}
function ownsAny({ metadata }, { canary, services, jobs }) {
    return [canary, ...services, ...jobs].some(each => each?.metadata?.ownerReferences?.some(({ uid }) => uid === metadata?.uid));
}
function temporaryIn({ canary, services, fences }, { namespace, service, workload }, { app, token }) {
    const ownService = (0,rollout_spec/* findCanaryService */.PH)({ app, service }, { services });
    const owned = [
        ...(canary === undefined ? [] : [(0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, naming/* nameOf */.Vb.canary(workload.name))]),
        ...(ownService === undefined ? [] : [(0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, ownService.metadata?.name)]),
    ];
    return { owned, older: fences.filter(each => (0,fencing/* tokenOfFence */._m)(each) < token) };
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js
var find = __webpack_require__(8106);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/cluster/retry.js
var cluster_retry = __webpack_require__(22882);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/context.js
var context = __webpack_require__(74258);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/failure-policy.js






const mostRaces = 20;
class FailurePolicy {
    #since;
    #last = 0;
    #pause = 0;
    #attempts = 0;
    #races = 0;
    #rollsBack = false;
    reset() {
        this.#since = undefined;
        this.#attempts = 0;
        this.#races = 0;
    }
    consequenceOf(error, rollingBack, began, now = began) {
        const failure = failureOf(error);
        if (failure === undefined)
            throw error;
        if (failure === 'raced' && this.#races < mostRaces) {
            this.#races += 1;
            return { do: 'retry', ms: 50 };
        }
        if (this.#since === undefined || began - this.#last > timing/* timing */.N.writeRetry + this.#pause)
            this.#since = began;
        this.#last = now;
        this.#attempts += 1;
        const ms = Math.min(250 * 2 ** (this.#attempts - 1), 4000);
        this.#pause = ms;
        const isEarly = now - this.#since < timing/* timing */.N.writeRetry;
        const reason = error.message;
        if (rollingBack || this.#rollsBack)
            return isEarly
                ? { do: 'retry', ms }
                : {
                    do: 'leave',
                    reason: `the rollback could not be written${now - this.#since < 1000 ? '' : ` for ${Math.round((now - this.#since) / 1000)} s`}: ${reason}`,
                };
        if (failure === 'temporary' && isEarly)
            return { do: 'retry', ms };
        this.reset();
        this.#rollsBack = true;
        return { do: 'roll-back', reason };
    }
}
const isTemporary = (error) => failureOf(error) === 'temporary';
function failureOf(error) {
    if (error instanceof errors/* MissingPermission */.cb)
        return 'refused';
    if (error instanceof cluster_retry/* NoAnswer */.W_)
        return 'temporary';
    if ((0,errors/* isRaced */.AJ)(error))
        return 'raced';
    if (error instanceof fencing.LeaseLost || error instanceof context/* RolloutAbandoned */.Wj)
        return undefined;
    if (!(error instanceof errors/* ClusterError */.b$))
        return error instanceof toolkit_errors/* UserError */.yo ? 'refused' : undefined;
    return error.status === 429 || error.status === 401 || error.status >= 500 ? 'temporary' : 'refused';
}

// EXTERNAL MODULE: ./.build/js/src/release/watchdog/watchdog.js + 1 modules
var watchdog = __webpack_require__(68036);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/heartbeat.js




function startHeartbeat(cluster, fence) {
    let beat = 0;
    let sees = false;
    let isOver = false;
    let under;
    const timer = setInterval(() => {
        if (under !== undefined || !(sees || isOver))
            return;
        sees = false;
        beat += 1;
        under = send(cluster, fence, isOver ? 'over' : { beat }).finally(() => {
            under = undefined;
        });
    }, timing/* timing */.N.heartbeat);
    timer.unref();
    return {
        markObserved: () => {
            sees = true;
        },
        endWatchdog: async () => {
            if (isOver)
                return;
            await write(cluster, fence, 'over');
            isOver = true;
        },
        stop: async () => {
            clearInterval(timer);
            await under;
        },
    };
}
async function createWatchdog({ cluster, spec, informers, decisions, tell }, snapshot, owner) {
    const job = spec.watchdog?.job(snapshot, owner);
    if (job === undefined)
        return;
    tell('starting the watchdog');
    decisions.update(record => (0,decision_record/* noteWatchdog */.Me)(record, `Job/${job.metadata?.name}`));
    informers.put(await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.job, spec.namespace), job));
}
function extendWatchdogTimeout(cluster, fence, ms) {
    return send(cluster, fence, { beat: -1, timeout: Math.ceil((ms + timing/* timing */.N.watchdogMargin) / 1000) });
}
const tryToEndWatchdog = (cluster, fence) => send(cluster, fence, 'over');
const send = (...sent) => write(...sent).then(() => true, () => false);
async function write(cluster, { metadata }, heartbeat) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, metadata?.namespace ?? '', metadata?.name);
    await cluster.patch(path, 'json', (0,watchdog/* heartbeatPatch */.lj)(metadata?.uid ?? '', heartbeat));
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/record-transitions.js + 1 modules
var record_transitions = __webpack_require__(15594);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/leave.js







async function leaveRollout(run, end) {
    switch (end.state) {
        case 'prepared':
            return writePause(run, { for: 'gate', until: run.cluster.now() + run.spec.deadlineMs });
        case 'judged':
            return writePause(run, { for: 'promote', until: run.cluster.now() + timing/* timing */.N.handOver });
        case 'paused':
            return writePause(run, end.paused);
        case 'needs-action':
            return end.reachedTimeLimit === true ? undefined : stopForPerson(run, end.reason);
        case 'done':
        case 'rolled-back':
            return undefined;
        default:
            return end;
    }
}
async function writePause(run, paused) {
    const { cluster, spec, decisions, fence, report } = run;
    const { for: waits, until, reason } = paused;
    if (fence !== undefined && spec.watchdog !== undefined) {
        const told = await extendWatchdogTimeout(cluster, fence, Math.max(0, until - cluster.now()));
        if (!told)
            report('warning: the watchdog does not know that the rollout is paused, and may restore the traffic early');
    }
    if (waits !== 'gate' && waits !== 'promote') {
        const why = reason === undefined ? {} : { reason };
        decisions.update(record => (0,decision_record/* noteWaits */.hk)(record, { for: waits, until: Math.round(until), ...why }));
    }
    (0,record_transitions/* recordPods */.G6)(run);
    await decisions.save(report);
    await change(run, rollout => ({ ...rollout, paused, deadline: Math.max(rollout.deadline, until) }));
}
async function stopForPerson(run, reason) {
    const { cluster, spec, decisions, fence, store, informers, report } = run;
    (0,record_transitions/* recordPods */.G6)(run);
    const at = Math.round(cluster.now());
    const snapshot = informers.snapshot();
    const set = Math.max(spec.router.weight(snapshot), (0,rollout_spec/* weightWithoutService */.cY)(spec, snapshot));
    const weight = (0,rollout_spec/* runsCandidate */.uq)(spec, snapshot.workload) ? 100 : Math.round(set);
    const serving = (0,record_transitions/* servingOf */.K3)(store.rollout, decisions.record, weight);
    (0,record_transitions/* recordEnd */.$f)(run, { at, state: 'needs-action', reason, ...serving });
    if (fence !== undefined && spec.watchdog !== undefined && !(await tryToEndWatchdog(cluster, fence)))
        report('warning: the watchdog was not ended, and may restore the traffic to the baseline: delete its Job');
    await decisions.save(report);
    const isUnwritten = store.rollout.strategy === 'rolling' && !(0,rollout_spec/* mayHaveRunCandidate */.a1)({ ...snapshot, rollout: store.rollout });
    await change(run, rollout => ({
        ...rollout,
        ...(isUnwritten ? { applied: false } : {}),
        needsAction: { at, reason },
    }));
}
function change({ store }, next) {
    const { writeRetry: within, apiRetry } = timing/* timing */.N;
    return (0,retry/* retry */.L5)({ within, temporary: isTemporary, delay: () => apiRetry }, () => store.change(next));
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/uncaught-errors.js
var uncaught_errors = __webpack_require__(54169);
// EXTERNAL MODULE: ./.build/js/src/workloads/diagnosis.js
var diagnosis = __webpack_require__(76697);
// EXTERNAL MODULE: ./.build/js/src/release/store/first-release.js
var first_release = __webpack_require__(75827);
// EXTERNAL MODULE: ./.build/js/src/cluster/apply.js + 1 modules
var apply = __webpack_require__(40571);
// EXTERNAL MODULE: ./.build/js/src/workloads/controllers.js
var controllers = __webpack_require__(34889);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/apply.js











async function applyManifests(run, snapshot) {
    const { pending, fence } = run;
    if (pending === undefined)
        return undefined;
    const hasEarlierCanary = fence === undefined && snapshot.fences.length > 0;
    const isLate = ({ object }) => hasEarlierCanary && object.kind === 'HTTPRoute';
    const refused = await apply_apply(run, pending.filter(each => !isLate(each)));
    if (refused !== undefined)
        return refused;
    const routes = pending.some(isLate) ? { routesPending: true } : {};
    await run.store.change(rollout => ({ ...rollout, ...routes, applied: true }));
    run.pending = [];
    return undefined;
}
async function applyRoutes(run) {
    const discovery = new resources/* Discovery */.TB(run.cluster);
    const routes = run.record.manifests.filter(({ kind }) => kind === 'HTTPRoute');
    const destinations = await Promise.all(routes.map(async (object) => {
        const resource = await discovery.find(object.apiVersion ?? '', 'HTTPRoute');
        const path = (0,resources/* pathOf */.XM)(resource ?? resources/* resources */.ES.httpRoute, run.spec.namespace, object.metadata?.name);
        return { path, object, live: await run.cluster.get(path) };
    }));
    const refused = await apply_apply(run, destinations);
    if (refused === undefined)
        await run.store.change(({ routesPending: _, ...rollout }) => rollout);
    return refused;
}
async function applyReleased(run, ref, { autoscalers }) {
    const { cluster, spec, informers, candidateManifest, store, tell } = run;
    const { namespace } = spec;
    const name = (0,kinds/* keyOf */.TN)(ref);
    const isMain = name === (0,kinds/* keyOf */.TN)(spec.workload);
    const manifest = isMain ? candidateManifest : spec.workers.find(worker => worker.name === name)?.candidate;
    if (manifest === undefined)
        return undefined;
    const how = !isMain || spec.strategy === 'rolling'
        ? ''
        : spec.promotionWeight < 100
            ? ', in place'
            : ', without traffic';
    tell(`applying release ${spec.candidate} to ${(0,kinds/* titleOf */.Gg)(ref)}${how}`);
    const path = (0,kinds/* pathTo */.vs)(namespace, ref);
    const scaled = isMain ? spec.autoscaled : (0,hpa/* autoscalersOf */.Au)(autoscalers, ref).length > 0;
    await prepareApply(cluster, path, spec, scaled, live => (0,controllers/* mayTakeFromHelm */.z$)(live, spec));
    const live = await cluster.get(path);
    const { replicas = 1, ...unscaled } = manifest.spec ?? {};
    const before = isMain && live === undefined ? { replicas: Math.max(replicas, store.rollout.capacity) } : {};
    const object = {
        ...manifest,
        ...(0,kinds/* typeOf */.QP)(ref.kind),
        metadata: {
            ...manifest.metadata,
            annotations: { ...manifest.metadata?.annotations, [naming/* labels */.WD.release]: String(spec.candidate) },
        },
        spec: scaled && live !== undefined ? unscaled : { ...manifest.spec, ...(scaled ? before : {}) },
    };
    const refused = await apply_apply(run, [{ path, object: object, live }]);
    if (refused !== undefined)
        return refused;
    const written = await cluster.get(path);
    if (written !== undefined)
        informers.put(written);
    return undefined;
}
async function prepareApply(cluster, path, writer, autoscaled, takes) {
    if (autoscaled)
        await (0,fencing/* fencedUpdate */.xj)(cluster, path, writer, seen => (0,apply/* claimReplicas */.q9)(cluster, path, seen, heldTo(seen)));
    await (0,fencing/* fencedUpdate */.xj)(cluster, path, writer, seen => (0,apply/* takeOwnership */.px)(cluster, path, (0,fencing_token/* fencingTests */.G$)(seen, writer), takes));
}
function heldTo({ metadata }) {
    const { uid, resourceVersion } = metadata ?? {};
    return uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion };
}
async function apply_apply({ cluster, spec, lease }, destinations) {
    const made = (path, object) => lease.assertHeld().catch(async (error) => {
        if (error instanceof fencing.LeaseLost && !(0,controllers/* isKept */.t8)(object))
            await (0,fencing/* fencedDelete */.HB)(cluster, path, spec, object.metadata?.uid);
        throw error;
    });
    try {
        await (0,apply/* applyObjects */.r3)(cluster, destinations, (0,fencing/* fencedApply */.EQ)(spec), made, (0,controllers/* requireWritable */.ik)(spec));
        return undefined;
    }
    catch (error) {
        const isCall = error instanceof errors/* ClusterError */.b$ || error instanceof cluster_retry/* NoAnswer */.W_;
        if (!(error instanceof toolkit_errors/* UserError */.yo) || isCall || error instanceof fencing.LeaseLost)
            throw error;
        return error.message;
    }
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/workload-writes.js
var workload_writes = __webpack_require__(80325);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/act.js












async function act(loop, action, snapshot) {
    const { run } = loop;
    const { cluster, spec, informers, store, tell } = run;
    let objection;
    try {
        switch (action.do) {
            case 'await': {
                const end = endOfCancelledRollback(run, snapshot);
                if (end !== undefined)
                    return end;
                tell(action.what);
                await informers.waitForChange(Math.max(5, Math.min(action.ms ?? 1000, 1000)));
                return undefined;
            }
            case 'end':
                return endOf(run, snapshot);
            case 'needs-action':
                tell(action.reason);
                return { state: 'needs-action', reason: action.reason };
            case 'pause': {
                const { do: _, ...paused } = action;
                return { state: 'paused', paused, pods: snapshot.ready.canary };
            }
            case 'apply-manifests':
                objection = await applyManifests(run, snapshot);
                break;
            case 'apply-routes':
                objection = await applyRoutes(run);
                break;
            case 'apply-workload':
                objection = await applyReleased(run, spec.workload, snapshot);
                break;
            case 'apply-worker':
                objection = await applyReleased(run, (0,kinds/* refOfKey */.u$)(action.name), snapshot);
                break;
            case 'patch':
                tell(action.what);
                await patchAll(run, action.writes);
                break;
            case 'set-weight':
                await store.change(rollout => ({ ...rollout, weight: action.weight }));
                break;
            case 'create-canary':
                await (0,workload_writes/* createCanary */.Bu)(run, action.replicas, ownerOf(run));
                break;
            case 'create-watchdog':
                await createWatchdog(run, snapshot, ownerOf(run));
                break;
            case 'create-service': {
                const service = spec.router.buildCanaryService(snapshot, ownerOf(run));
                informers.put(await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, spec.namespace), service));
                break;
            }
            case 'remove':
                tell(`removing ${action.what}`);
                await cluster.remove(action.path, action.uid, action.resourceVersion);
                await reread(run, action.path, action.uid);
                break;
            case 'remove-stuck':
                await removeStuck(cluster, spec.namespace, action.of, action.pod, spec, tell);
                await informers.waitForChange(50);
                break;
            case 'restore-workload':
                await (0,workload_writes/* restoreWorkload */.O0)(run, snapshot);
                break;
            case 'recreate-workload':
                await (0,workload_writes/* recreateWorkload */.lc)(run);
                break;
            case 'restore-worker':
                await (0,workload_writes/* restoreWorker */.bO)(run, action.name, snapshot);
                break;
            case 'delete-created':
                await (0,first_release/* deleteCreatedObjects */.kU)(cluster, store.rollout.createdObjects ?? [], { ...spec, manifests: run.record.manifests }, tell);
                loop.removed = true;
                break;
            default:
                return action;
        }
    }
    catch (error) {
        if ((0,errors/* isRaced */.AJ)(error))
            await refresh(run, action);
        throw error;
    }
    if (objection !== undefined)
        loop.objections.push(objection);
    loop.failures.reset();
    return undefined;
}
function endOfCancelledRollback({ signal, store, spec, cluster }, snapshot) {
    const { phase, since, reason = '', baseline, strategy } = store.rollout;
    if (strategy !== 'rolling' || phase !== 'rolling-back')
        return undefined;
    if (signal?.aborted !== true || (0,uncaught_errors/* uncaughtErrorOf */.Dn)(signal) !== undefined)
        return undefined;
    if (cluster.now() - since < timing/* timing */.N.cancelled || spec.router.weight(snapshot) > 0)
        return undefined;
    const back = baseline === undefined
        ? `release ${spec.candidate} was still being removed`
        : `release ${baseline} was the version of the workload again, and its pods were starting`;
    const left = `when this run ended, ${back}: the next run of rollback or sweep finishes the rollback`;
    return { state: 'needs-action', reachedTimeLimit: true, reason: `${reason}; ${left}` };
}
function endOf({ store }, { ready }) {
    const { phase, reason = '' } = store.rollout;
    if (phase === 'rolled-back')
        return { state: 'rolled-back', reason, pods: ready.stable };
    if (phase === 'done')
        return { state: 'done', pods: ready.stable };
    return { state: phase === 'prepared' ? 'prepared' : 'judged', pods: ready.canary };
}
async function patchAll({ cluster, informers }, writes) {
    await Promise.all(writes.map(async ({ path, patch }) => informers.put(await cluster.patch(path, 'json', patch))));
}
function ownerOf({ fence }) {
    if (fence === undefined)
        throw new Error('a temporary object needs a fence as its owner, and a rolling update has none');
    return (0,fencing/* ownedBy */.LW)(fence);
}
async function refresh({ cluster, spec, informers }, action) {
    const made = createdBy(spec, action);
    if (made !== undefined) {
        const object = await cluster.get(made);
        if (object !== undefined)
            informers.put(object);
        await informers.waitForChange(50);
        return;
    }
    const paths = action.do === 'patch'
        ? action.writes.map(({ path }) => path)
        : [(0,kinds/* pathTo */.vs)(spec.namespace, 'name' in action ? (0,kinds/* refOfKey */.u$)(action.name) : spec.workload)];
    for (const path of paths) {
        const object = await (0,fencing/* setToken */.WG)(cluster, path, spec);
        if (object !== undefined)
            informers.put(object);
    }
    await informers.waitForChange(50);
}
function createdBy(spec, action) {
    const { namespace, service = '', watchdog } = spec;
    switch (action.do) {
        case 'create-canary':
            return (0,rollout_spec/* canaryPath */["if"])(spec);
        case 'create-service':
            return (0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, naming/* nameOf */.Vb.canary(service));
        case 'create-watchdog':
            return (0,resources/* pathOf */.XM)(resources/* resources */.ES.job, namespace, watchdog?.name);
        default:
            return undefined;
    }
}
async function reread({ cluster, informers }, path, uid) {
    const object = await cluster.get(path);
    if (object === undefined || object.metadata?.uid !== uid)
        informers.drop(uid);
    else
        informers.put(object);
}
async function removeStuck(cluster, namespace, ref, { metadata }, writer, tell) {
    (0,fencing/* requireNoHigherToken */.Ht)(await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref)), writer);
    const { name, uid, resourceVersion } = metadata ?? {};
    if (uid === undefined || resourceVersion === undefined)
        throw new Error(`a pod of ${(0,kinds/* titleOf */.Gg)(ref)} has no uid`);
    tell(`deleting Pod/${name}: it is not ready, and ${(0,kinds/* titleOf */.Gg)(ref)} waits for it before it updates other pods`);
    await cluster.remove((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace, name), uid, resourceVersion);
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/bring-up.js
var bring_up = __webpack_require__(23827);
// EXTERNAL MODULE: ./.build/js/src/workloads/workers.js
var workloads_workers = __webpack_require__(5259);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/pinned-images.js
var pinned_images = __webpack_require__(19050);
// EXTERNAL MODULE: ./.build/js/src/release/store/retention.js
var retention = __webpack_require__(23647);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/conclude-release.js










async function concludeRelease(run, phase, reason) {
    const { cluster, records, record, spec, store, report } = run;
    const { namespace, workload, workers, token } = spec;
    const { candidate, baseline, run: by } = store.rollout;
    if (phase === 'rolled-back') {
        const why = reason ?? `rolled back by ${(0,origin/* originText */.C)(by)}`;
        if (baseline === undefined || candidate > baseline)
            await records.markRolledBack(candidate, { token, reason: why });
        if (baseline !== undefined) {
            const live = (0,workloads_workers/* releaseOf */.l7)(await cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)));
            await (0,orphans/* markRolledBackAfter */.dU)(records, baseline, live, { token, reason: why });
        }
        return undefined;
    }
    const released = workers.filter(worker => worker.candidate !== undefined).map(({ ref }) => ref);
    const [live, liveWorkers] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        (0,workloads_workers/* readWorkers */.QF)(cluster, namespace, released),
    ]);
    const template = (0,kinds/* templateOf */.kW)(live);
    const problem = replacedBecause(live, workload, candidate, record);
    if (problem !== undefined) {
        await records.markRolledBack(candidate, { token, reason: problem });
        return problem;
    }
    await records.conclude({
        schema: 1,
        release: candidate,
        token,
        state: 'complete',
        ...(template === undefined ? {} : { template }),
        ...(released.length === 0 ? {} : { workers: (0,workloads_workers/* templatesOf */.r3)(liveWorkers) }),
    });
    await closeSuperseded(run).catch(({ message }) => report(`warning: old releases could not be removed: ${message}; the next release tries again`));
    return undefined;
}
function replacedBecause(live, workload, candidate, record) {
    const before = `before the rollout of release ${candidate} ended`;
    if (live === undefined)
        return `${(0,kinds/* titleOf */.Gg)(workload)} was deleted ${before}`;
    if ((0,kinds/* templateOf */.kW)(live) === undefined || (0,workloads_workers/* releaseOf */.l7)(live) !== candidate)
        return `another client replaced release ${candidate} in ${(0,kinds/* titleOf */.Gg)(workload)} ${before}`;
    const known = Object.keys(record?.images ?? {}).length > 0;
    return known ? (0,pinned_images/* pinnedImages */.D)(live, record).problems[0] : undefined;
}
async function closeSuperseded({ cluster, records, spec, store }) {
    const { app, namespace, workload, workers, token } = spec;
    const { candidate } = store.rollout;
    const releases = await records.list();
    for (const { record } of (0,orphans/* supersededBy */.gT)(releases, candidate))
        await records.markRolledBack(record.release, { token, reason: `superseded by release ${candidate}` });
    await (0,retention/* collectGarbage */.iO)(cluster, namespace, app, [workload, ...workers.map(({ ref }) => ref)], releases);
}
async function concludeRollout(run, phase, change) {
    const { cluster, decisions, store, report } = run;
    const problem = await concludeRelease(run, phase, change.reason ?? store.rollout.reason);
    (0,record_transitions/* recordPods */.G6)(run);
    if (phase === 'done' && store.rollout.strategy === 'rolling') {
        const ms = Math.round(cluster.now() - store.rollout.startedAt);
        decisions.update(record => (0,decision_record/* noteDuration */.JA)(record, 'first write to all pods ready', ms));
    }
    if (problem === undefined)
        (0,record_transitions/* recordTransition */.Hg)(run, phase, change);
    else
        (0,record_transitions/* recordTransition */.Hg)(run, 'rolled-back', { weight: 0, reason: problem });
    await decisions.save(report);
    await store.change(rollout => problem === undefined
        ? (0,rollout_state/* transition */.kY)(rollout, phase, cluster.now(), change)
        : (0,rollout_state/* rolledBackByOthers */.mV)(rollout, problem, cluster.now()));
}
function candidateHasAllTraffic({ spec, store, informers, }) {
    const { phase } = store.rollout;
    if (phase !== 'promoting' && phase !== 'watching')
        return false;
    const snapshot = informers.snapshot();
    const { workload } = snapshot;
    return (workload !== undefined &&
        (0,rollout_spec/* runsCandidate */.uq)(spec, workload) &&
        spec.router.weight(snapshot) === 0 &&
        snapshot.ready.stable >= (0,kinds/* replicasOf */.N4)(workload));
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/decide.js + 1 modules
var decide = __webpack_require__(21437);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/health.js
var health = __webpack_require__(60203);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/reconciler.js


















async function reconcile(run) {
    const loop = begin(run);
    const { spec, store, until = Number.POSITIVE_INFINITY } = run;
    try {
        do {
            const began = performance.now();
            try {
                const seen = await observe(loop);
                if (seen === undefined)
                    continue;
                const action = (0,decide/* decide */.L)(spec, seen, await inputsOf(loop, seen));
                if (spec.goal === 'done' && store.rollout.phase === 'promoting' && seen.fences.length > 0)
                    await loop.heartbeat?.endWatchdog();
                const end = action.do === 'transition' ? await enter(loop, action, seen) : await act(loop, action, seen);
                if (end !== undefined)
                    return end;
            }
            catch (error) {
                await handleFailure(loop, error, began);
            }
        } while (performance.now() <= until);
        return context/* timeLimitReached */.Lq;
    }
    finally {
        await run.gate?.stop();
        await loop.heartbeat?.stop();
    }
}
function begin(run) {
    run.signal?.addEventListener('abort', () => run.informers.notify(), { once: true });
    return {
        run,
        heartbeat: run.fence === undefined || run.spec.watchdog === undefined
            ? undefined
            : startHeartbeat(run.cluster, run.fence),
        health: new health/* HealthTracker */.Je(run.cluster, run.spec.namespace),
        failures: new FailurePolicy(),
        objections: [],
        removed: false,
        unwatchedSince: undefined,
        decidedAt: 0,
        firstVerdictBy: performance.now() + context/* firstVerdictTimeout */.tg,
    };
}
async function observe({ run, heartbeat }) {
    const { informers, store } = run;
    const snapshot = informers.snapshot();
    requireOurs(run, snapshot);
    const { refused, staleFor } = snapshot;
    if (refused !== undefined)
        throw new context/* RolloutAbandoned */.Wj(refused.message, run, refused.remedy);
    if (staleFor > timing/* timing */.N.unreachable)
        throw new context/* RolloutAbandoned */.Wj(`the cluster could not be watched for ${Math.round(staleFor / 1000)} s, so this run cannot continue`, run);
    if (staleFor > 0) {
        if (staleFor > 5000)
            run.tell('the API server does not answer; waiting for it');
        await informers.waitForChange(1000);
        return undefined;
    }
    if (snapshot.token === undefined)
        await recreateOwnState(run);
    heartbeat?.markObserved();
    const { abortRequested } = snapshot.rollout ?? {};
    const rollout = { ...store.rollout, ...(abortRequested === undefined ? {} : { abortRequested }) };
    return { ...snapshot, rollout };
}
async function recreateOwnState({ store, report, informers }) {
    const lease = naming/* nameOf */.Vb.application(store.rollout.app);
    report(`Lease/${lease} was deleted; creating it again with the state of this rollout`);
    await store.change(rollout => rollout);
    await informers.waitForChange(1000);
}
async function inputsOf(loop, seen) {
    const { run, health, objections, removed, firstVerdictBy } = loop;
    const { gate, signal, pending } = run;
    gate?.look(seen);
    const { verdict, facts, judgedAt } = gate?.inputs(seen) ?? { verdict: undefined, facts: [] };
    const ends = verdict !== undefined && /^(fail|inconclusive|no-data)$/.test(verdict.verdict);
    loop.decidedAt = (ends ? judgedAt : undefined) ?? performance.now();
    const uncaught = (0,uncaught_errors/* uncaughtErrorOf */.Dn)(signal);
    const job = (0,bring_up/* jobOf */.Zw)(run.spec, seen);
    loop.unwatchedSince = job === undefined || (0,watchdog/* isWatching */.wF)(job) ? undefined : (loop.unwatchedSince ?? seen.now);
    return {
        ...(await health.assess(seen)),
        verdict,
        facts: [...(uncaught === undefined ? [] : [uncaught]), ...facts, ...objections],
        cancelled: signal?.aborted === true && uncaught === undefined,
        unwatchedSince: loop.unwatchedSince,
        awaitsFirstVerdict: gate !== undefined && performance.now() < firstVerdictBy,
        removed,
        pending: pending !== undefined,
    };
}
async function handleFailure({ run, failures, objections }, error, began) {
    const rollingBack = run.store.rollout.phase === 'rolling-back';
    const consequence = failures.consequenceOf(error, rollingBack, began, performance.now());
    switch (consequence.do) {
        case 'retry':
            run.tell(`${error.message}; retrying`);
            await run.informers.waitForChange(consequence.ms);
            return;
        case 'roll-back':
            if (run.store.rollout.phase === 'watching' || candidateHasAllTraffic(run))
                throw new context/* RolloutAbandoned */.Wj(consequence.reason, run);
            objections.push(consequence.reason);
            return;
        case 'leave':
            throw new context/* RolloutAbandoned */.Wj(consequence.reason, run);
        default:
            consequence;
    }
}
async function enter(loop, { do: _, phase, writes = [], cause, ...rest }, snapshot) {
    const { run, failures } = loop;
    const { cluster, spec, store, report } = run;
    if (phase === 'done' || phase === 'rolled-back') {
        report((0,record_transitions/* phaseTitle */.ez)(phase, rest.weight));
        await concludeRollout(run, phase, rest);
        return endOf(run, snapshot);
    }
    await restoreTraffic(loop, writes).finally(async () => {
        if (cause !== undefined) {
            rest.reason = (0,diagnosis/* sentenceOf */.$N)(cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, spec.namespace, cause));
            (0,record_transitions/* recordCause */.Bd)(run, cause, rest.reason);
        }
        report(phase === 'rolling-back' ? `rollback: ${rest.reason}` : (0,record_transitions/* phaseTitle */.ez)(phase, rest.weight));
        (0,record_transitions/* recordPods */.G6)(run);
        await store.change(rollout => (0,rollout_state/* transition */.kY)(rollout, phase, cluster.now(), rest));
        (0,record_transitions/* recordTransition */.Hg)(run, phase, rest);
    });
    failures.reset();
    return undefined;
}
async function restoreTraffic({ run, decidedAt }, writes) {
    if (writes.length === 0)
        return;
    try {
        await patchAll(run, writes);
        const ms = Math.round(performance.now() - decidedAt);
        run.decisions.update(record => (0,decision_record/* noteDuration */.JA)(record, 'verdict to accepted write', ms));
    }
    catch (error) {
        if (!(0,errors/* isRaced */.AJ)(error))
            throw error;
        await refresh(run, { do: 'patch', what: '', writes });
    }
}
function requireOurs({ spec }, { token = 0, workload, canary, workers }) {
    if (token > spec.token)
        throw (0,fencing/* leaseLost */.XM)(spec.app);
    for (const each of [workload, canary, ...Object.values(workers).map(worker => worker.workload)])
        (0,fencing/* requireNoHigherToken */.Ht)(each, spec);
}

;// CONCATENATED MODULE: ./.build/js/src/release/rollout/run.js















async function advanceRollout(cluster, request, lease, task) {
    const { config, environment, origin, report } = request;
    const { namespace, workload } = environment;
    const { app } = config;
    const started = performance.now();
    const records = new store_releases/* ReleaseStore */.T(cluster, namespace, app);
    const recorder = new EventRecorder(cluster, { app, namespace, workload, token: lease.token, origin }, report);
    let run;
    let lost = false;
    try {
        const [entry, releases] = await Promise.all([
            (0,find/* requireUnfinished */.Fo)(cluster, request, phases/* openPhases */.RY),
            records.list(),
        ]);
        if (task.begun !== undefined)
            recorder.record(startedEvent(entry.rollout));
        run = await attach(cluster, request, lease, { entry, releases, records }, task);
        request.onRollout?.(run.store.rollout);
        const { decisions, store } = run;
        store.onChange = (before, after) => recorder.record(...eventsOfTransition(before, after, (0,decision_record/* lastVerdict */.Yw)(decisions.record)));
        run.gate = await task.startGate?.(run, request);
        const end = await reconcile(run);
        await leaveRollout(run, end);
        const { rollback } = decisions.record.durations;
        return {
            end,
            rollout: store.rollout,
            record: run.record,
            decisions: decisions.record,
            ms: performance.now() - started,
            ...(rollback === undefined ? {} : { rollbackMs: rollback }),
        };
    }
    catch (error) {
        lost = error instanceof fencing.LeaseLost;
        throw error;
    }
    finally {
        if (!lost)
            await run?.decisions.save(report);
        await recorder.flush();
        run?.informers.close();
    }
}
async function acquireRollout(cluster, { config, environment, origin, report, wait, signal }, { rollout }) {
    const releases = await new store_releases/* ReleaseStore */.T(cluster, environment.namespace, config.app, report).list();
    const candidate = releases.find(({ record }) => record.release === rollout.candidate)?.record;
    const recorded = (0,recorded_environment/* recordedEnvironment */.YM)(candidate, rollout.environment, environment);
    const need = (0,credential_life/* withWait */.SO)((0,credential_life/* lifetimeFrom */._N)(rollout.phase, recorded), wait);
    await Promise.all([
        (0,access/* requirePermissions */.An)(cluster, recorded.namespace, (0,access/* permissionsFor */.mr)(recorded, [])),
        (0,credential_life/* requireLifetime */.jY)(cluster, need, report),
    ]);
    return (0,lease.acquireLease)(cluster, {
        app: config.app,
        namespace: environment.namespace,
        workload: environment.workload,
        origin,
        wait,
        seize: 'own',
        report,
        signal,
    });
}
async function endDeadRollout(cluster, request, lease, rollout, { command, startGate }) {
    const { phase, candidate, run, needsAction } = rollout;
    const left = `the rollout of release ${candidate} was interrupted in phase ${phase} (${(0,origin/* originText */.C)(run)})`;
    const finishing = needsAction === undefined
        ? `${left}; finishing`
        : `release ${candidate} needs action (${needsAction.reason}); trying once more to finish`;
    switch ((0,phases/* finishOrRollBack */.lX)(phase)) {
        case 'finish':
            request.report(`${finishing} it`);
            if (rollout.postHook !== undefined)
                request.report(`warning: the post hook of release ${candidate} was not run; run the Job or command of \`hooks.post\` in slipway.yml by hand`);
            return advanceRollout(cluster, request, lease, { command, goal: 'done', startGate });
        case 'rollback': {
            if (phase === 'rolling-back')
                request.report(`${finishing} its rollback`);
            const reason = (0,pause/* overdueSentence */.uB)(rollout) ?? `${left} before it had passed the gate`;
            return advanceRollout(cluster, request, lease, { command, goal: 'done', rollback: { reason } });
        }
        case 'none':
            return undefined;
    }
}


/***/ }),

/***/ 41066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ capacityOf),
/* harmony export */   PH: () => (/* binding */ findCanaryService),
/* harmony export */   Px: () => (/* binding */ changeOfWorkload),
/* harmony export */   V5: () => (/* binding */ removeAction),
/* harmony export */   a1: () => (/* binding */ mayHaveRunCandidate),
/* harmony export */   cY: () => (/* binding */ weightWithoutService),
/* harmony export */   gh: () => (/* binding */ canCarry),
/* harmony export */   "if": () => (/* binding */ canaryPath),
/* harmony export */   uq: () => (/* binding */ runsCandidate)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _traffic_route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6386);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5259);






function runsCandidate(spec, workload) {
    return (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseOf */ .l7)(workload) === spec.candidate;
}
const changeOfWorkload = (spec, { workload }) => workload === undefined
    ? `${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(spec.workload)} was deleted`
    : `another client replaced the version of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(spec.workload)}`;
const mayHaveRunCandidate = ({ rollout, workload, revisions }) => rollout.restoresRelease === true ||
    workload?.spec?.revisionHistoryLimit === 0 ||
    [workload, ...revisions].some(each => (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseOf */ .l7)(each) === rollout.candidate);
const capacityOf = ({ rollout, workload }) => Math.max(rollout.capacity, workload?.spec?.replicas ?? 1);
function canCarry(spec, snapshot, set) {
    const ready = snapshot.ready.stable;
    if (ready === 0)
        return false;
    const rolls = runsCandidate(spec, snapshot.workload) || snapshot.rollout.rolledBackFrom === 'promoting';
    return (set < 100 && !rolls) || ready >= Math.min(capacityOf(snapshot), Math.max(1, snapshot.ready.canary));
}
const findCanaryService = ({ app, service }, { services }) => services.find(each => each.metadata?.name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.canary(service ?? '') && (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenOn */ .Bz)(each, app) > 0);
const canaryPath = ({ namespace, workload }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.canary(workload.name));
function removeAction(what, path, object) {
    const { uid = '', resourceVersion = '' } = object.metadata ?? {};
    return { do: 'remove', what, path, uid, resourceVersion };
}
function weightWithoutService(spec, snapshot) {
    const { split } = spec.router;
    if (split === undefined || snapshot.ready.canary === 0)
        return 0;
    if (findCanaryService(spec, snapshot) === undefined)
        return 0;
    if (snapshot.services.some(({ metadata }) => metadata?.name === spec.service))
        return 0;
    return Math.max(0, ...snapshot.routes.flatMap(route => (0,_traffic_route_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsIn */ .nb)(route, split)));
}


/***/ }),

/***/ 75827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SC: () => (/* binding */ hasHadOtherReleases),
/* harmony export */   kU: () => (/* binding */ deleteCreatedObjects),
/* harmony export */   un: () => (/* binding */ isCreatedBy)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34889);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63811);





function hasHadOtherReleases(workload, release) {
    const { annotations = {} } = workload?.metadata ?? {};
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: marked, 'deployment.kubernetes.io/revision': revision = '1' } = annotations;
    return (workload !== undefined && ((marked !== undefined && marked !== String(release)) || Number(revision) > 1));
}
function isCreatedBy(live, app, manifests) {
    return ((0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenOn */ .Bz)(live, app) > 0 &&
        !isShared(live, app) &&
        manifests.some(({ kind, metadata }) => kind === live.kind && metadata?.name === live.metadata?.name));
}
const isShared = (live, app) => Object.keys((0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .tokensOfOthers */ .N0)(live, app)).length > 0;
async function deleteCreatedObjects(cluster, paths, writer, tell) {
    const removed = [];
    for (const path of paths.filter(each => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(each)?.namespace === writer.namespace)) {
        const live = await cluster.get(path);
        if (live === undefined)
            continue;
        const name = `${live.kind}/${live.metadata?.name}`;
        if (!isCreatedBy(live, writer.app, writer.manifests)) {
            const whose = isShared(live, writer.app)
                ? 'another application also applies'
                : 'this release did not create';
            tell(`keeping ${name}, which ${whose}`);
            continue;
        }
        if ((0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_2__/* .isKept */ .t8)(live)) {
            tell(`keeping ${name}, as its annotation helm.sh/resource-policy says`);
            continue;
        }
        if ((await (0,_fencing_js__WEBPACK_IMPORTED_MODULE_4__/* .fencedDelete */ .HB)(cluster, path, writer, live.metadata?.uid)) === undefined)
            continue;
        tell(`removing ${name}`);
        removed.push(name);
    }
    return removed;
}


/***/ }),

/***/ 99886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ removeOrphans),
/* harmony export */   dU: () => (/* binding */ markRolledBackAfter),
/* harmony export */   gT: () => (/* binding */ supersededBy),
/* harmony export */   tQ: () => (/* binding */ findOrphans),
/* harmony export */   x_: () => (/* binding */ markOwnRolledBack)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59993);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91490);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5259);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63811);
/* harmony import */ var _first_release_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75827);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(10441);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(46695);
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(27848);












function isAbandoned({ record, outcome }, live) {
    return outcome === undefined && (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseOf */ .l7)(live) !== record.release;
}
async function findOrphans(cluster, namespace, app, workload, report) {
    const [entry, releases, live, fences] = await Promise.all([
        (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_11__/* .readState */ .un)(cluster, namespace, app),
        new _releases_js__WEBPACK_IMPORTED_MODULE_10__/* .ReleaseStore */ .T(cluster, namespace, app, report).list(),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(namespace, workload)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap, namespace), {
            labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .selecting */ .h7.fences(app),
        }),
    ]);
    if (entry !== undefined && !(0,_phases_js__WEBPACK_IMPORTED_MODULE_9__/* .isOver */ .PU)(entry.rollout.phase))
        return undefined;
    const abandoned = releases.filter(release => isAbandoned(release, live));
    const orphans = await findCreatedAfterRollback(cluster, { app, namespace, live }, entry?.rollout, releases);
    const none = abandoned.length === 0 && fences.items.length === 0 && orphans.length === 0;
    return none ? undefined : { abandoned, fences: fences.items, orphans };
}
async function findCreatedAfterRollback(cluster, { app, namespace, live }, rollout, releases) {
    const { phase, createdObjects = [], candidate, token = 0 } = rollout ?? {};
    const record = releases.find(each => each.record.release === candidate)?.record;
    if (phase !== 'rolled-back' || record === undefined || record.token >= token)
        return [];
    if ((0,_first_release_js__WEBPACK_IMPORTED_MODULE_8__/* .hasHadOtherReleases */ .SC)(live, record.release))
        return [];
    const orphans = [];
    for (const path of createdObjects.filter(each => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(each)?.namespace === namespace)) {
        const object = await cluster.get(path);
        const { uid, deletionTimestamp } = object?.metadata ?? {};
        if (object === undefined || uid === undefined || deletionTimestamp !== undefined)
            continue;
        if ((0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .isKept */ .t8)(object))
            continue;
        if ((0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenOn */ .Bz)(object, app) === record.token && (0,_first_release_js__WEBPACK_IMPORTED_MODULE_8__/* .isCreatedBy */ .un)(object, app, record.manifests))
            orphans.push({ path, uid });
    }
    return orphans;
}
function supersededBy(releases, serving) {
    return releases.filter(({ record, outcome }) => record.release < serving && outcome === undefined);
}
async function removeOrphans(cluster, namespace, writer, { abandoned, fences, orphans }, report) {
    const { app, token } = writer;
    const records = new _releases_js__WEBPACK_IMPORTED_MODULE_10__/* .ReleaseStore */ .T(cluster, namespace, app);
    for (const { record } of abandoned) {
        const reason = `${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(record.by)} ended before it applied anything`;
        await records.markRolledBack(record.release, { token, reason });
    }
    for (const { metadata } of fences) {
        await cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap, namespace, metadata?.name), metadata?.uid);
    }
    for (const { path, uid } of orphans) {
        const object = await (0,_fencing_js__WEBPACK_IMPORTED_MODULE_7__/* .fencedDelete */ .HB)(cluster, path, writer, uid);
        if (object === undefined)
            continue;
        report(`removing ${object.kind}/${object.metadata?.name}, which was created after its release was rolled back`);
    }
}
async function markRolledBackAfter(records, to, live, { token, reason }) {
    const skipped = (await records.list()).filter(release => release.record.release > to &&
        release.record.release !== live &&
        release.record.token <= token &&
        (release.outcome === undefined || (0,_releases_js__WEBPACK_IMPORTED_MODULE_10__/* .hasSucceeded */ .yO)(release)));
    for (const { record } of skipped)
        await records.markRolledBack(record.release, { token, reason });
}
async function markOwnRolledBack(cluster, namespace, app, token) {
    const records = new _releases_js__WEBPACK_IMPORTED_MODULE_10__/* .ReleaseStore */ .T(cluster, namespace, app);
    const [entry, releases] = await Promise.all([(0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_11__/* .readState */ .un)(cluster, namespace, app), records.list()]);
    const { candidate, baseline } = entry?.rollout ?? {};
    const own = releases.filter(release => release.record.token === token &&
        release.record.release !== candidate &&
        release.record.release !== baseline &&
        (release.outcome === undefined || (0,_releases_js__WEBPACK_IMPORTED_MODULE_10__/* .hasSucceeded */ .yO)(release)));
    for (const { record } of own) {
        const reason = 'another run took over before anything was applied';
        await records
            .markRolledBack(record.release, { token, reason }, { holds: false })
            .catch((error) => {
            if (!(error instanceof _fencing_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost))
                throw error;
        });
    }
}


/***/ }),

/***/ 23647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ pathOfCopy),
/* harmony export */   VW: () => (/* binding */ listRevisions),
/* harmony export */   iO: () => (/* binding */ collectGarbage)
/* harmony export */ });
/* unused harmony exports expiredReleases, unusedCopies */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46695);
/* harmony import */ var _reversibility_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95606);





const keptReleases = 10;
function expiredReleases(releases) {
    const kept = new Set(releases.slice(0, keptReleases).map(({ record }) => record.release));
    const verified = releases.find(({ outcome }) => outcome?.state === 'verified');
    if (verified !== undefined)
        kept.add(verified.record.release);
    const whole = releases.find(_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .hasSucceeded */ .yO);
    if (whole !== undefined)
        kept.add(whole.record.release);
    const baselines = releases
        .filter(({ record }) => kept.has(record.release))
        .map(({ record }) => record.baseline);
    for (const baseline of baselines)
        if (baseline !== undefined)
            kept.add(baseline);
    const [irreversible] = (0,_reversibility_js__WEBPACK_IMPORTED_MODULE_4__/* .irreversibleSince */ .BW)(releases.slice(keptReleases), Math.min(...kept));
    if (irreversible !== undefined)
        kept.add(irreversible.record.release);
    return releases.filter(({ record }) => !kept.has(record.release));
}
function unusedCopies(gone, kept, revisions) {
    const needed = new Set(kept.flatMap(({ record }) => record.shipped.map(({ kind, copy }) => `${kind}/${copy}`)));
    const used = JSON.stringify([
        revisions,
        kept.map(({ record, outcome }) => [outcome?.template, outcome?.workers, record.workers]),
    ]);
    const candidates = gone.flatMap(({ record }) => record.shipped);
    return candidates.filter(({ kind, copy }) => !needed.has(`${kind}/${copy}`) && !used.includes(`"${copy}"`));
}
const pathOfCopy = (namespace, { kind, copy }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(kind === 'ConfigMap' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, copy);
const isShipped = (live, app) => live?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.app] === app && live.metadata.labels[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.kind] === 'shipped';
async function collectGarbage(cluster, namespace, app, refs, releases) {
    const gone = expiredReleases(releases);
    if (gone.length === 0)
        return;
    const kept = releases.filter(release => !gone.includes(release));
    const revisions = await listRevisions(cluster, namespace, refs);
    for (const { kind, copy } of unusedCopies(gone, kept, revisions)) {
        const path = pathOfCopy(namespace, { kind, copy });
        const live = await cluster.get(path);
        if (isShipped(live, app))
            await cluster.remove(path, live?.metadata?.uid);
    }
    const records = new _releases_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseStore */ .T(cluster, namespace, app);
    for (const { record } of gone)
        await records.remove(record.release);
}
async function listRevisions(cluster, namespace, refs) {
    const kept = new Set(refs.flatMap(({ kind }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)(kind).revisions ?? []));
    const lists = await Promise.all([...kept].map(resource => cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace))));
    return lists.flatMap(({ items }) => items);
}


/***/ }),

/***/ 93377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ lateCause),
/* harmony export */   n: () => (/* binding */ assess)
/* harmony export */ });
/* harmony import */ var _controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34889);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12502);



function assess(observed) {
    const { workload, revisions, pods } = observed;
    const { desired: wanted, available, ...standing } = (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .standingOf */ .YP)(workload);
    if (!standing.observed)
        return { state: 'progressing', ready: 0, wanted };
    if (standing.complete)
        return { state: 'complete', ready: available, wanted };
    const isNewest = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .newestOf */ .su)(workload, revisions);
    if (isNewest === undefined)
        return { state: 'progressing', ready: 0, wanted };
    const newPods = pods.filter(pod => isNewest(pod) && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod));
    const ready = newPods.filter(_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_).length;
    const judged = (cause, graceMs) => graceMs === undefined
        ? { state: 'failed', ready, wanted, cause }
        : { state: 'suspect', ready, wanted, cause, graceMs };
    const refused = refusal(observed, workload);
    if (refused !== undefined)
        return judged(refused, graceOfRefusal(refused, workload));
    const cause = firstOf(newPods, podFailure);
    if (cause !== undefined)
        return judged(cause);
    const pulling = firstOf(newPods, failingPull);
    if (pulling !== undefined)
        return judged(pulling, 20_000);
    const missing = firstOf(newPods, missingConfiguration);
    if (missing !== undefined)
        return judged(missing, _pods_js__WEBPACK_IMPORTED_MODULE_2__/* .graceOfConfiguration */ .QJ);
    const stuck = firstOf(newPods, unschedulable);
    if (stuck !== undefined)
        return judged(stuck, graceOfNode(stuck, workload));
    const slow = workload.status?.conditions?.find(c => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded');
    if (slow === undefined)
        return { state: 'progressing', ready, wanted };
    return judged(notReady(newPods, ready, wanted, workload.spec?.progressDeadlineSeconds ?? 600), 3000);
}
function graceOfRefusal(refused, workload) {
    if (refused.kind === 'refused')
        return isDecided(refused.detail) ? undefined : 30_000;
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents)
        return 30_000;
    return (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .hasNoSurge */ .gc)(workload) ? 60_000 : undefined;
}
function graceOfNode({ detail }, workload) {
    const room = /insufficient/i.test(detail);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents)
        return /volume/i.test(detail) ? 60_000 : room ? 15_000 : 10_000;
    return (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .hasNoSurge */ .gc)(workload) ? 60_000 : room ? 15_000 : 3000;
}
function lateCause({ workload, revisions, pods }, seconds) {
    const isNewest = workload && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .newestOf */ .su)(workload, revisions);
    const newPods = pods.filter(pod => isNewest?.(pod) === true && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod));
    return notReady(newPods, newPods.filter(_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_).length, workload ? (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload) : 0, seconds);
}
function firstOf(pods, find) {
    for (const pod of pods) {
        const cause = find(pod);
        if (cause !== undefined)
            return cause;
    }
    return undefined;
}
function refusal(observed, workload) {
    const message = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents
        ? refusedByEvents(observed, workload)
        : refusedByCondition((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .newestReplicaSet */ .jk)(workload, observed.revisions));
    if (message === undefined)
        return undefined;
    return { kind: /exceeded quota/.test(message) ? 'quota' : 'refused', detail: message };
}
const refusedByCondition = (set) => set?.status?.conditions?.find(c => c.type === 'ReplicaFailure' && c.status === 'True')?.message;
function refusedByEvents({ pods, events = [] }, workload) {
    const own = workload.metadata?.uid;
    const there = pods.filter(pod => (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isOwnedBy */ .D0)(pod, own) && (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod)).length;
    if (there >= (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload))
        return undefined;
    const time = ({ lastTimestamp, eventTime, metadata }) => Date.parse(lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '') || 0;
    const newest = events
        .filter(event => event.involvedObject.uid === own && event.reason === 'FailedCreate')
        .filter(event => time(event) >= (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .writtenAt */ .nt)(workload))
        .sort((a, b) => time(b) - time(a))[0];
    return newest?.message?.replace(/^([Cc]reate (Pod|Claim) .*? failed error|Error creating): /, '');
}
function isDecided(detail) {
    return /violates PodSecurity|denied the request|(max|min)imum .* usage per|is invalid/.test(detail);
}
function podFailure(pod) {
    if ((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod))
        return undefined;
    const name = pod.metadata?.name ?? '';
    for (const { name: container, image, restartCount, state, lastState } of (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .containerStatusesOf */ .Xy)(pod)) {
        const waiting = state?.waiting;
        const ended = state?.terminated ?? lastState?.terminated;
        if (ended?.reason === 'OOMKilled') {
            const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(pod.spec).find(each => each.name === container);
            const limit = own?.resources?.limits?.memory ?? 'none';
            return { kind: 'out-of-memory', pod: name, container, limit };
        }
        const detail = waiting?.message ?? '';
        const failure = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .startFailure */ .xn)(waiting);
        if (failure === 'image-pull')
            return { kind: failure, pod: name, container, image, detail };
        if (failure === 'bad-container')
            return { kind: failure, pod: name, container, detail: detail || (waiting?.reason ?? '') };
        if (waiting?.reason === 'CrashLoopBackOff' ||
            (restartCount >= 2 && ended !== undefined && ended.exitCode !== 0)) {
            return { kind: 'crash', pod: name, container, exitCode: ended?.exitCode ?? 0, restarts: restartCount };
        }
    }
    return undefined;
}
function failingPull(pod) {
    const failing = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .containerStatusesOf */ .Xy)(pod).find(({ state }) => state?.waiting?.reason === 'ImagePullBackOff');
    if (failing === undefined)
        return undefined;
    const { name: container, image, state } = failing;
    const detail = state?.waiting?.message ?? '';
    return { kind: 'image-pull', pod: pod.metadata?.name ?? '', container, image, detail };
}
function missingConfiguration(pod) {
    const lacking = (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .containerStatusesOf */ .Xy)(pod).find(({ state }) => (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .startFailure */ .xn)(state?.waiting) === 'missing-configuration');
    if (lacking === undefined)
        return undefined;
    const detail = lacking.state?.waiting?.message ?? '';
    return { kind: 'bad-container', pod: pod.metadata?.name ?? '', container: lacking.name, detail };
}
function unschedulable(pod) {
    const condition = pod.status?.conditions?.find(c => c.type === 'PodScheduled' && c.reason === 'Unschedulable');
    if (condition === undefined || pod.status?.nominatedNodeName)
        return undefined;
    return { kind: 'unschedulable', pod: pod.metadata?.name ?? '', detail: condition.message ?? '' };
}
function notReady(newPods, ready, wanted, seconds) {
    const pods = newPods
        .filter(pod => !(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod))
        .map(pod => ({
        pod: pod.metadata?.name ?? '',
        container: pod.status?.containerStatuses?.find(status => !status.ready)?.name ?? '',
    }));
    return { kind: 'not-ready', pods, ready, wanted, seconds };
}


/***/ }),

/***/ 2736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ removeStuckAction),
/* harmony export */   rP: () => (/* binding */ stuckAfterInRollout)
/* harmony export */ });
/* unused harmony export stuckPod */
/* harmony import */ var _controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34889);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12502);



const stuckAfterInRollout = 30_000;
const rejoining = { whole: 10_000, short: 120_000 };
function stuckPod({ workload, pods }, now, stuckAfter) {
    if (workload === undefined || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload) !== 'StatefulSet')
        return undefined;
    const { updateRevision } = workload.status ?? {};
    if (!(0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .standingOf */ .YP)(workload).observed || updateRevision === undefined)
        return undefined;
    const own = pods.filter(pod => (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isOwnedBy */ .D0)(pod, workload.metadata?.uid));
    if (!own.every(_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O))
        return undefined;
    const isNext = (pod) => (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .revisionOfPod */ .Mt)(pod) === updateRevision;
    const least = isWhole(workload, own, isNext) ? rejoining.whole : rejoining.short;
    return own
        .filter(pod => !isNext(pod) && !(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod))
        .filter(pod => now - unreadySince(pod) >= (mayRejoin(pod) ? Math.max(stuckAfter, least) : stuckAfter))
        .sort((a, b) => ordinalOf(b) - ordinalOf(a))[0];
}
function isWhole(workload, own, isNext) {
    if (!own.filter(isNext).every(_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_))
        return false;
    if (own.length >= (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload))
        return true;
    const inOrder = workload.spec?.podManagementPolicy !== 'Parallel';
    const highest = Math.max(...own.filter(pod => !(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod)).map(ordinalOf));
    return inOrder && own.length > highest;
}
function mayRejoin(pod) {
    const { metadata, status } = pod;
    if ((0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .containerStatusesOf */ .Xy)(pod).some(({ state }) => state?.waiting !== undefined && !(0,_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isStarting */ .zd)(state.waiting.reason)))
        return false;
    const turned = status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime;
    if (turned === undefined)
        return false;
    const began = Date.parse(status?.startTime ?? metadata?.creationTimestamp ?? '') || 0;
    return Date.parse(turned) - began > 1000;
}
function unreadySince({ metadata, status }) {
    const ready = status?.conditions?.find(({ type }) => type === 'Ready');
    return Date.parse(ready?.lastTransitionTime ?? metadata?.creationTimestamp ?? '') || 0;
}
function removeStuckAction(of, observed, now, stuckAfter) {
    const pod = observed && stuckPod(observed, now, stuckAfter);
    return pod && { do: 'remove-stuck', of, pod };
}
const ordinalOf = ({ metadata }) => Number(/-(\d+)$/.exec(metadata?.name ?? '')?.[1] ?? 0);


/***/ })

};
