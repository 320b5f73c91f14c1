export const id = 7241;
export const ids = [7241];
export const modules = {

/***/ 47241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  endPreviousRollout: () => (/* binding */ endPreviousRollout),
  initialState: () => (/* binding */ initialState),
  pendingOf: () => (/* binding */ pendingOf),
  resultOf: () => (/* binding */ resultOf)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var toolkit_origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/release/decision-record/store.js
var store = __webpack_require__(70441);
// EXTERNAL MODULE: ./.build/js/src/release/gate/setup.js + 21 modules
var setup = __webpack_require__(92753);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/plan.js
var preflight_plan = __webpack_require__(88640);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/preflight.js
var preflight = __webpack_require__(90572);
// EXTERNAL MODULE: ./.build/js/src/release/rights/credential-life.js
var credential_life = __webpack_require__(39829);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js
var find = __webpack_require__(8106);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workloads_workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/exposure.js
var preflight_exposure = __webpack_require__(94654);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/rehearsal.js
var preflight_rehearsal = __webpack_require__(26616);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/strategy.js
var strategy = __webpack_require__(28606);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/ready.js











async function passPreflight(cluster, request, candidate, liveState) {
    const { environment, report, wait } = request;
    const need = (0,credential_life/* lifetimeOfRelease */.e0)(environment, (0,strategy/* strategyFor */.fY)(environment, liveState).kind);
    await (0,credential_life/* requireLifetime */.jY)(cluster, (0,credential_life/* withWait */.SO)(need, wait), report);
    const { problems, ...rehearsal } = await (0,preflight_rehearsal/* rehearse */.Km)(cluster, request, candidate, liveState);
    if (problems[0] !== undefined)
        throw problems[0];
    await (0,find/* requireNothingPaused */.bA)(cluster, request);
    const { kind, judging, said, warnings, ...exposure } = await (0,preflight_exposure/* checkExposure */._)(cluster, request, liveState, rehearsal);
    if (exposure.problems[0] !== undefined)
        throw exposure.problems[0];
    for (const warning of warnings)
        report(`warning: ${warning}`);
    for (const sentence of said)
        report(sentence);
    report('preflight passed');
    return { ...rehearsal, liveState, kind, judging };
}
async function recheck(cluster, request, candidate, before) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const [liveWorkload, entry, lives] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        (0,rollout_state/* readState */.un)(cluster, namespace, config.app),
        (0,workloads_workers/* readWorkers */.QF)(cluster, namespace, (0,workloads_workers/* workersOf */.N)(environment)),
    ]);
    const problem = entry && (0,find/* routesProblem */.OJ)(entry, environment);
    if (problem !== undefined)
        throw problem;
    const now = { ...before.liveState, liveWorkload, needsAction: (0,rollout_state/* releaseNeedingAction */.OK)(entry) };
    if ((0,strategy/* strategyFor */.fY)(environment, now).kind !== before.kind) {
        report('the live workload has changed since preflight: running preflight again');
        const liveState = await (0,preflight/* readLiveState */.eY)(cluster, request, candidate);
        return passPreflight(cluster, { ...request, wait: 0 }, candidate, liveState);
    }
    const workers = Object.entries(before.liveState.workers).map(([name, worker]) => [
        name,
        { ...worker, live: lives[name] },
    ]);
    return { ...before, liveState: { ...now, workers: Object.fromEntries(workers) } };
}
async function recordBaseline(records, request, baseline, lease, workers) {
    if (baseline.kind !== 'unrecorded')
        return baseline;
    const { template, number, up } = baseline;
    const record = await records.create(number, release => (0,preflight_plan/* adoptedRecord */.zn)(request, template, lease.token, release), lease.token);
    const state = up ? 'complete' : 'failed';
    await records.conclude({
        schema: 1,
        release: record.release,
        state,
        token: lease.token,
        template,
        ...(Object.keys(workers).length === 0 ? {} : { workers: (0,workloads_workers/* templatesOf */.r3)(workers) }),
    });
    request.report(`the live workload is recorded as release ${record.release}`);
    return { kind: 'recorded', release: record.release, template };
}
function announceAdoption(live, report) {
    if (live === undefined || live.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] !== undefined)
        return;
    report(`adopting ${(0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(live))}: its pods are replaced once to get the label ${naming/* labels */.WD.track}: stable`);
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/record-transitions.js
var record_transitions = __webpack_require__(86745);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 6 modules
var run = __webpack_require__(72903);
// EXTERNAL MODULE: ./.build/js/src/release/run-hooks.js
var run_hooks = __webpack_require__(96659);
// EXTERNAL MODULE: ./.build/js/src/release/store/baseline.js
var store_baseline = __webpack_require__(91910);
// EXTERNAL MODULE: ./.build/js/src/release/store/fencing.js
var fencing = __webpack_require__(63811);
// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var store_lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var store_orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var store_releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/store/reversibility.js
var reversibility = __webpack_require__(95606);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/candidate.js
var workloads_candidate = __webpack_require__(75507);
;// CONCATENATED MODULE: ./.build/js/src/release/deploy.js





















async function deploy(cluster, request) {
    const { config, environment, report } = request;
    const candidate = (0,workloads_candidate/* prepareManifests */._5)(request.manifests, environment, request.images);
    const [liveState, promotion] = await Promise.all([
        (0,preflight/* readLiveState */.eY)(cluster, request, candidate),
        request.requirePromotion?.(cluster, request.images),
        cluster.lifetime(),
    ]);
    const basis = promotion === undefined ? {} : { promotion: promotion.sentence };
    if (basis.promotion !== undefined)
        report(basis.promotion);
    const found = await passPreflight(cluster, request, candidate, liveState);
    const { namespace, workload } = environment;
    const lease = await (0,store_lease.acquireLease)(cluster, {
        app: config.app,
        namespace,
        workload,
        origin: request.origin,
        wait: request.wait,
        seize: false,
        begins: true,
        report,
        signal: request.signal,
    });
    try {
        await endPreviousRollout(cluster, request, lease);
        const orphans = await (0,store_orphans/* findOrphans */.tQ)(cluster, namespace, config.app, workload);
        const ours = { app: config.app, token: lease.token };
        if (orphans !== undefined)
            await (0,store_orphans/* removeOrphans */.C_)(cluster, namespace, ours, orphans, report);
        if (request.wait > 0)
            await request.requirePromotion?.(cluster, request.images);
        const ready = await recheck(cluster, request, candidate, found);
        await ready.salt.keep();
        return { ...(await release(cluster, request, lease, ready, promotion?.promotion)), ...basis };
    }
    catch (error) {
        if (error instanceof fencing.LeaseLost)
            await withdraw(cluster, request, lease);
        throw error;
    }
    finally {
        await lease.release();
    }
}
async function release(cluster, request, lease, ready, promotion) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const { plan, targets, liveState, kind } = ready;
    const { token } = lease;
    const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app, report);
    const releases = await records.list();
    const lives = (0,preflight/* liveWorkers */.GT)(liveState);
    const found = (0,store_baseline/* baselineOf */.Bv)(liveState.liveWorkload, releases);
    const before = await recordBaseline(records, request, found, lease, lives);
    const workers = (0,store_baseline/* workersBefore */.zI)(lives, before, releases);
    const baseline = before.kind === 'recorded' ? before.release : undefined;
    const first = (releases[0]?.record.release ?? 0) + 1;
    const { reversible } = (0,reversibility/* reversibilityOf */.h6)(environment, kind, baseline, releases);
    const record = await records.create(Math.max(first, (baseline ?? 0) + 1), number => (0,preflight_plan/* recordOf */.zv)(request, plan, { token, release: number, baseline, reversible, workers, promotion }), token);
    report(`release ${record.release} recorded${baseline === undefined ? ', the first' : `, baseline ${baseline}`}`);
    announceAdoption(liveState.liveWorkload, report);
    await lease.assertHeld();
    const refusal = await (0,run_hooks/* passPreHook */.WJ)(cluster, request, lease, { targets, record, records });
    const rollout = initialState(request, lease, ready, record, cluster.now());
    const begun = { environment, record, rollout, doing: 'deploy' };
    if (refusal !== undefined) {
        const decision = await recordRefusal(cluster, begun, refusal, report);
        const none = { state: 'refused', readyPods: 0, rolloutMs: 0 };
        return { ...none, release: record.release, baseline, reason: refusal, decision };
    }
    await (0,rollout_state/* beginState */.X0)(cluster, namespace, rollout);
    await lease.assertHeld();
    const { why } = (0,strategy/* strategyFor */.fY)(environment, liveState);
    const progress = await (0,run/* continueRollout */.tm)(cluster, { ...request, wait: 0 }, lease, {
        command: 'deploy',
        goal: kind === 'rolling' ? 'done' : 'prepared',
        begun: {
            decisions: (0,store/* newDecisionStore */._E)(cluster, { ...begun, why }),
            pending: pendingOf(targets, environment),
        },
    });
    const result = resultOf(progress);
    if (result.state !== 'complete')
        return result;
    const reason = await (0,run_hooks/* runPostHook */.z0)(cluster, request, record, namespace);
    return reason === undefined ? result : { ...result, state: 'failed', reason };
}
async function recordRefusal(cluster, begun, reason, report) {
    const decisions = (0,store/* newDecisionStore */._E)(cluster, begun);
    const { startedAt, baseline } = begun.rollout;
    const serves = baseline === undefined ? {} : { serves: baseline };
    const end = { at: Math.round(startedAt), state: 'unchanged', reason, weight: 0, ...serves };
    (0,record_transitions/* recordEnd */.$f)({ cluster, decisions }, end);
    await decisions.save(report);
    return decisions.record;
}
function initialState({ config, environmentName, environment, origin }, { token }, { plan, targets, liveState, kind, judging }, { baseline, release: candidate }, at) {
    const { liveWorkload, autoscaler } = liveState;
    const rolls = kind === 'rolling';
    const isWorkload = ({ manifest }) => Number((0,kinds/* isOf */.yW)(environment.workload, manifest.object));
    const created = () => (0,preflight_plan/* createdTargets */.fG)(targets, plan.shipped).sort((a, b) => isWorkload(b) - isWorkload(a));
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token,
        run: origin,
        strategy: kind,
        phase: rolls ? 'promoting' : 'prepared',
        step: 0,
        weight: rolls ? 100 : 0,
        candidate,
        capacity: liveWorkload?.spec?.replicas ?? 1,
        ...(environment.hooks?.post === undefined ? {} : { postHook: { by: (0,toolkit_origin/* originText */.C)(origin) } }),
        ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
        startedAt: at,
        since: at,
        deadline: at + environment.strategy.deadline,
        ...(judging === undefined || rolls ? {} : { gate: judging.gating }),
        applied: false,
        ...(baseline === undefined ? { createdObjects: created().map(({ path }) => path) } : { baseline }),
    };
}
function pendingOf(targets, environment) {
    const own = targets.filter(({ manifest }) => !(0,workloads_workers/* isWorker */.xD)(manifest, environment));
    return { manifests: (0,preflight_plan/* inOrder */.al)(own, environment, 0).slice(0, -1), routes: [] };
}
function resultOf({ end, rollout, record, decisions, ms, rollbackMs }) {
    const { release, baseline, reversible } = record;
    const result = {
        ...{ release, baseline, rolloutMs: ms },
        ...(rollbackMs === undefined ? {} : { rollbackMs }),
    };
    switch (end.state) {
        case 'prepared':
        case 'judged':
            return { ...result, state: 'prepared', readyPods: end.pods };
        case 'done':
            return { ...result, state: 'complete', readyPods: end.pods, decision: decisions };
        case 'rolled-back':
            return {
                ...result,
                state: 'rolled-back',
                readyPods: end.pods,
                reason: end.reason,
                decision: decisions,
            };
        case 'needs-action': {
            const isByDesign = rollout.strategy === 'rolling' && reversible === false;
            const state = isByDesign ? 'needs-action' : 'failed';
            return { ...result, state, readyPods: 0, reason: end.reason, decision: decisions };
        }
        case 'paused':
            throw new Error('a candidate without traffic can only wait for its gate');
        default:
            return end;
    }
}
async function withdraw(cluster, { config, environment, report }, { token }) {
    try {
        await (0,store_orphans/* closeOwn */.vh)(cluster, environment.namespace, config.app, token);
    }
    catch (error) {
        report(`the records of this run were not closed: ${error instanceof Error ? error.message : error}`);
    }
}
async function endPreviousRollout(cluster, request, lease) {
    const entry = await (0,find/* unfinished */.M1)(cluster, request);
    if (entry === undefined) {
        const state = await (0,rollout_state/* readState */.un)(cluster, request.environment.namespace, request.config.app);
        const left = (0,run_hooks/* openHookSentence */.bO)(state?.rollout);
        if (left !== undefined)
            request.report(`warning: ${left}`);
        return;
    }
    await (0,find/* requireNothingPaused */.bA)(cluster, request);
    const task = { command: 'deploy', startGate: setup/* startGate */.O4 };
    await (0,run/* endDeadRollout */.x)(cluster, { ...request, wait: 0 }, lease, entry.rollout, task);
}


/***/ }),

/***/ 88795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ extraPods),
/* harmony export */   I9: () => (/* binding */ limitsFor),
/* harmony export */   Qj: () => (/* binding */ inPlaceProblem),
/* harmony export */   TN: () => (/* binding */ extraPodsInPlace),
/* harmony export */   VS: () => (/* binding */ eligibleNodes),
/* harmony export */   ZO: () => (/* binding */ nodeShortfalls),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   bu: () => (/* binding */ quotaShortfalls),
/* harmony export */   e5: () => (/* binding */ mostCanaryPods)
/* harmony export */ });
/* unused harmony export limitsOf */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71893);
/* harmony import */ var _traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45722);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75507);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);







function quantity(text) {
    const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(m|u|n|k|Ki|Mi|Gi|Ti|Pi|Ei|M|G|T|P|E|[eE][+-]?\d+)?$/.exec(text.trim());
    if (match === null)
        return Number.NaN;
    const [, number, suffix = ''] = match;
    if (/^[eE][+-]?\d/.test(suffix))
        return Number(`${number}${suffix}`);
    return Number(number) * (factors[suffix] ?? 1);
}
const factors = {
    n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
    Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};
function limitsFor({ environment, manifests }, liveState) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadIn */ .h7)(manifests, environment);
    const living = liveState.liveWorkload && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(liveState.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return limitsOf(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}
function limitsOf(workload, replicas) {
    const { strategy, updateStrategy } = workload.spec ?? {};
    if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
        const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
        const [surge, down] = [surgeOf(maxSurge, replicas), unavailableOf(maxUnavailable, replicas)];
        const fewer = workload.kind === 'DaemonSet' ? Math.min(replicas, surgeOf(maxUnavailable, replicas)) : down;
        const more = workload.kind === 'DaemonSet' ? surge : 0;
        return {
            type: 'RollingUpdate',
            replicas,
            maxSurge: more,
            maxUnavailable: more === 0 ? Math.max(Math.min(1, replicas), fewer) : fewer,
            peak: replicas + more,
        };
    }
    if (strategy?.type === 'Recreate') {
        return { type: 'Recreate', replicas, maxSurge: 0, maxUnavailable: replicas, peak: replicas };
    }
    const maxSurge = surgeOf(strategy?.rollingUpdate?.maxSurge, replicas);
    const unavailable = unavailableOf(strategy?.rollingUpdate?.maxUnavailable, replicas);
    const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
    return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}
function unavailableOf(value, replicas) {
    if (typeof value === 'number')
        return Math.min(value, replicas);
    const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
    return percent === null ? 0 : Math.min(replicas, Math.floor((Number(percent[1]) * replicas) / 100));
}
function surgeOf(maxSurge, replicas) {
    if (typeof maxSurge === 'number')
        return maxSurge;
    const percent = /^(\d+)%$/.exec(typeof maxSurge === 'string' ? maxSurge : '25%');
    return percent === null ? 0 : Math.ceil((Number(percent[1]) * replicas) / 100);
}
function extraPods(next, live, nodes = []) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(next);
    if (kind === 'CronJob')
        return 0;
    if (kind === 'DaemonSet')
        return live === undefined ? eligibleNodes(nodes, next).length : limitsOf(next, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(live)).maxSurge;
    const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
    if (live === undefined)
        return replicas;
    return Math.max(0, limitsOf(next, replicas).peak - (live.status?.replicas ?? 0));
}
function extraPodsInPlace(environment, next, live) {
    return mostCanaryPods(environment, live.spec?.replicas ?? 1) + extraPods(next, live);
}
function mostCanaryPods(environment, capacity) {
    return Math.max(0, ...(0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z$)(environment).map(weight => canaryPods(environment, weight, capacity)));
}
function inPlaceProblem(environment, next, live) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return undefined;
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(environment.workload);
    if (next.spec?.strategy?.type === 'Recreate') {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pods of ${name} are replaced all at once (Recreate), so a promotion in place would leave no pod for their part of the traffic`, 'set `type: RollingUpdate` in its manifest, or use `promotion: surge`');
    }
    const capacity = live.spec?.replicas ?? 1;
    const replicas = next.spec?.replicas ?? capacity;
    const kept = Math.min(capacity, replicas) - limitsOf(next, replicas).maxUnavailable;
    const need = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas'
        ? capacity - canaryPods(environment, weight, capacity)
        : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(100 - weight, capacity);
    if (kept >= need)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a promotion in place would leave ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(Math.max(0, kept), 'pod')} of ${name} while it rolls, but its part of the traffic needs ${need}`, 'lower maxUnavailable, raise the weight of the bake, or use `promotion: surge`');
}
function canaryPods(environment, weight, capacity) {
    return (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_selector_js__WEBPACK_IMPORTED_MODULE_3__/* .pods */ .Jw)(weight, capacity).canary : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(weight, capacity);
}
function quotaShortfalls(quotas, parts) {
    const pods = parts.reduce((all, part) => all + part.pods, 0);
    if (pods <= 0)
        return [];
    const needs = new Map([
        ['pods', pods],
        ['count/pods', pods],
    ]);
    const needed = (side, resource) => parts.reduce((all, part) => all + sum(part.spec, side, resource) * part.pods, 0);
    for (const resource of ['cpu', 'memory']) {
        const requests = needed('requests', resource);
        needs.set(`requests.${resource}`, requests);
        needs.set(resource, requests);
        needs.set(`limits.${resource}`, needed('limits', resource));
    }
    const plain = quotas.filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
    return plain.flatMap(quota => Object.entries(quota.status?.hard ?? {}).flatMap(([name, hard]) => {
        const need = needs.get(name) ?? 0;
        const used = quota.status?.used?.[name] ?? '0';
        if (need === 0 || quantity(used) + need <= quantity(hard) * (1 + 1e-9))
            return [];
        return [
            `ResourceQuota/${quota.metadata?.name} limits ${name} to ${hard}, of which ${used} are in use, but the rollout needs ${show(name, need)} more at its peak (${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(pods, 'more pod')})`,
        ];
    }));
}
function eligibleNodes(nodes, workload) {
    const selector = Object.entries(workload.spec?.template?.spec?.nodeSelector ?? {});
    return nodes.filter(node => node.spec?.unschedulable !== true &&
        selector.every(([key, value]) => node.metadata?.labels?.[key] === value));
}
function nodeShortfalls(nodes, workload, pods) {
    const { labels = {} } = workload.spec?.template?.metadata ?? {};
    const spec = workload.spec?.template?.spec;
    const apart = (spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).filter(({ labelSelector, matchLabelKeys = [] }) => matchLabelKeys.length === 0 &&
        (labelSelector?.matchExpressions ?? []).length === 0 &&
        Object.entries(labelSelector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value));
    const crowded = apart.flatMap(({ topologyKey }) => {
        const places = new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.[topologyKey] ?? [])).size;
        return places >= pods
            ? []
            : [
                `the anti-affinity of the pods allows one per ${topologyKey}: the rollout has ${pods} pods at its peak, but the nodes have only ${places} different values of that label`,
            ];
    });
    const short = ['cpu', 'memory'].flatMap(resource => {
        const need = sum(spec, 'requests', resource) * pods;
        const there = nodes.reduce((total, { status }) => total + quantity(status?.allocatable?.[resource] ?? '0'), 0);
        return there === 0 || need <= there * (1 + 1e-9)
            ? []
            : [
                `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, but all nodes together have ${show(resource, there)}`,
            ];
    });
    return [...crowded, ...short];
}
function sum(spec, side, resource) {
    return (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)({ ...spec, initContainers: [], containers: spec?.containers ?? [] }).reduce((total, container) => {
        const { requests, limits } = container.resources ?? {};
        const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
        return total + (text === undefined ? 0 : quantity(text));
    }, 0);
}
function show(name, value) {
    if (name.endsWith('memory'))
        return `${Math.ceil(value / 2 ** 20)}Mi`;
    if (name.endsWith('cpu'))
        return `${Math.ceil(value * 1000)}m`;
    return String(value);
}


/***/ }),

/***/ 90572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ liveWorkers),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   eY: () => (/* binding */ readLiveState),
/* harmony export */   gv: () => (/* binding */ isWorkload),
/* harmony export */   x5: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79444);
/* harmony import */ var _rights_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28065);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27848);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75507);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17849);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17121);









const liveWorkers = ({ workers }) => Object.fromEntries(Object.entries(workers).map(([name, { live }]) => [name, live]));
async function readLiveState(cluster, where, manifests) {
    const located = await locate(cluster, manifests);
    const needed = located.map(({ resource }) => resource);
    await (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_3__/* .requireRights */ .XU)(cluster, where.environment.namespace, (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_3__/* .rightsFor */ .xQ)(where.environment, needed));
    return readTargets(cluster, where, located);
}
async function readTargets(cluster, { config, environment }, located) {
    const { namespace } = environment;
    await requireNamespace(cluster, namespace);
    const targets = await Promise.all(located.map(async ({ manifest, resource }) => {
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, manifest.name);
        return { manifest, resource, path, live: await cluster.get(path) };
    }));
    const [autoscalers, entry] = await Promise.all([
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace)),
        (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(cluster, namespace, config.app),
    ]);
    const liveWorkload = targets.find(t => isWorkload(t.manifest, environment))?.live;
    requireOurGround(targets, environment);
    const manifests = located.map(({ manifest }) => manifest);
    requireUpdatable((0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadIn */ .h7)(manifests, environment), liveWorkload);
    const autoscalerOf = (ref) => (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__/* .autoscalersOf */ .Au)(autoscalers.items, ref)[0];
    const workers = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__/* .workersIn */ .r0)(manifests, environment).map((next) => {
        const ref = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .refOf */ .H8)(next);
        const target = targets.find(({ manifest }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .isOf */ .yW)(ref, manifest.object));
        const live = target?.live;
        requireUpdatable(next, live);
        return [(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .keyOf */ .TN)(ref), { live, autoscaler: autoscalerOf(ref) }];
    });
    return {
        targets,
        liveWorkload,
        needsAction: (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseNeedingAction */ .OK)(entry),
        autoscaler: autoscalerOf(environment.workload),
        workers: Object.fromEntries(workers),
    };
}
const isWorkload = (manifest, { workload }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .isOf */ .yW)(workload, manifest.object);
async function locate(cluster, manifests) {
    const discovery = new _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .Discovery */ .TB(cluster);
    return Promise.all(manifests.map(async (manifest) => {
        const { apiVersion, kind } = manifest.object;
        const resource = await discovery.find(apiVersion, kind);
        if (resource === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: this cluster does not have the kind ${kind} of ${apiVersion}`, 'install its CustomResourceDefinition, or correct apiVersion and kind');
        }
        if (!resource.namespaced) {
            throw (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__/* .clusterScoped */ .bD)(`${manifest.source}: ${kind}/${manifest.name}`);
        }
        return { manifest, resource };
    }));
}
async function requireNamespace(cluster, namespace) {
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.namespace, '', namespace));
    if (object === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`namespace ${namespace} does not exist`, `create it: kubectl create namespace ${namespace}`);
    }
    if (object.metadata?.deletionTimestamp !== undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`namespace ${namespace} is being deleted`, 'wait until it is gone, then create it again');
    }
}
function requireOurGround(targets, environment) {
    for (const { live } of targets) {
        const problem = live && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .ownerProblem */ .ZP)(live, environment);
        if (problem !== undefined)
            throw problem;
    }
}
function requireUpdatable(next, live) {
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .refOf */ .H8)(next));
    const held = (live?.kind === 'Deployment' ? (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .updateBlocker */ .o6)(live) : undefined) ?? (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .updateBlocker */ .o6)(next);
    if (held !== undefined)
        throw held;
    const wanted = JSON.stringify(next.spec?.selector);
    if (live !== undefined && wanted !== JSON.stringify(live.spec?.selector) && !sameSelector(next, live)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifest of ${name} changes spec.selector, which is immutable`, 'restore spec.selector in the manifest, or release under another name');
    }
}
function sameSelector(next, live) {
    const flat = (d) => JSON.stringify(Object.entries(d.spec?.selector?.matchLabels ?? {}).sort());
    const rest = (d) => JSON.stringify(d.spec?.selector?.matchExpressions ?? []);
    return flat(next) === flat(live) && rest(next) === rest(live);
}


/***/ }),

/***/ 28606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ followingSaid),
/* harmony export */   Tj: () => (/* binding */ stepsSentence),
/* harmony export */   fY: () => (/* binding */ strategyFor)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8999);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71893);
/* harmony import */ var _traffic_selector_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45722);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17121);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88795);








function strategyFor({ strategy, workload }, { liveWorkload: live, needsAction, }) {
    const { kind } = strategy;
    if (kind === 'rolling')
        return { kind };
    const instead = (why) => ({ kind: 'rolling', why: `rolling instead of ${kind}: ${why}` });
    if (live === undefined)
        return instead('it is the first release');
    if (live.spec?.template?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.track] === undefined) {
        return instead(`the pods do not have the label ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.track} yet`);
    }
    if (needsAction !== undefined)
        return instead(`release ${needsAction} needs action, and keeps its traffic until this one is ready`);
    if (!(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_2__/* .isComplete */ .As)(live))
        return instead(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(workload)} is not ready, so there is nothing to compare with`);
    return { kind };
}
function stepsSentence(environment, capacity) {
    const { strategy, service, route } = environment;
    switch (strategy.kind) {
        case 'rolling':
            return "Rolling: the workload's own update.";
        case 'blue-green': {
            const by = route === undefined ? `the selector of Service/${service}` : `HTTPRoute/${route.name}`;
            return `Blue-green with ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(capacity, 'more pod')}: once they are ready, ${by} gives them all traffic at once, and the old side is kept for ${span(strategy.watch)}.`;
        }
        case 'canary': {
            const { steps, bake, watch } = strategy;
            const unattended = (least) => least > bake.attended ? `, without a run after ${span(bake.attended)}` : '';
            const approved = (approve) => (approve ? ', then approved by a person' : '');
            const listed = steps.map(({ weight, pause, approve = false }) => {
                const more = `${pause === undefined ? '' : `for at least ${span(pause)}${unattended(pause)}`}${approved(approve)}`;
                return more === '' ? `${weight} %` : `${weight} % (${more.replace(/^, /, '')})`;
            });
            const weights = `${listed.join(', ')}, then ${bake.weight} % for ${span(bake.for)}${unattended(bake.for)}${approved(bake.approve)}`;
            const coarse = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_0__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .granularity */ .zc)((0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_0__/* .weightsOf */ .Z$)(environment), capacity) : undefined;
            const split = coarse ?? (route === undefined ? 'by the number of pods' : `by HTTPRoute/${route.name}`);
            return `Canary: ${weights}. The traffic is split ${split}. Promotion to all traffic, ${promotion(environment, capacity)}; then watched for ${span(watch)}.`;
        }
    }
}
function promotion(environment, capacity) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_0__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return `with up to ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(capacity, 'more pod')} than now`;
    const canary = (0,_capacity_js__WEBPACK_IMPORTED_MODULE_6__/* .mostCanaryPods */ .e5)(environment, capacity);
    const kept = environment.route === undefined ? (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(canary, 'pod') : `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(canary, 'pod')} and ${weight} %`;
    return `in place: the canary keeps its ${kept} while ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(environment.workload)} rolls with the rest, with up to ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(canary, 'more pod')} than now plus the surge of that update`;
}
function followingSaid(environment, kind) {
    const names = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .workersOf */ .N)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg);
    if (names.length === 0)
        return [];
    const when = kind === 'rolling' ? 'once the workload is ready' : 'after the verdict, once the workload has it';
    const verb = names.length === 1 ? 'gets' : 'get';
    return [`${names.join(', ')} ${verb} the new version ${when}, without a comparison.`];
}
function span(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}


/***/ }),

/***/ 96659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ passPreHook),
/* harmony export */   bO: () => (/* binding */ openHookSentence),
/* harmony export */   z0: () => (/* binding */ runPostHook)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5277);
/* harmony import */ var _preflight_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88640);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63811);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27848);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70371);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29296);









async function passPreHook(cluster, request, lease, { records, ...begun }) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _store_fencing_js__WEBPACK_IMPORTED_MODULE_5__.LeaseLost)
            throw error;
        return `the pre hook could not be run: ${describeBriefly(error)}`;
    });
    await lease.assertHeld();
    if (reason === undefined)
        return undefined;
    const { release } = begun.record;
    await records.conclude({ schema: 1, release, state: 'rolled-back', token: lease.token, reason });
    return reason;
}
async function runPreHook(cluster, request, lease, { targets, record }) {
    const hook = hookOf('pre', request.around, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(targets, request.environment, record.release).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_5__/* .fencedApply */ .EQ)(app, lease.token), () => lease.assertHeld(), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_7__/* .takingOver */ .Bf)(request.environment));
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'pre', hook, contextOf(request, record, request.environment.namespace, lease.token));
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.around, record);
    if (hook === undefined)
        return undefined;
    const context = contextOf(request, record, namespace, record.token);
    const failed = await (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'post', hook, context).catch((error) => `the post hook could not be run: ${describeBriefly(error)}`);
    if (failed !== undefined)
        return failed;
    await closePostHook(cluster, namespace, record).catch((error) => request.report(`warning: the success of the post hook was not recorded: ${describeBriefly(error)}`));
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
const contextOf = ({ around, env, report, signal }, record, namespace, token) => ({
    ...{ record, namespace, token, env, report, signal },
    around: around ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
});
function openHookSentence(rollout) {
    if (rollout?.phase !== 'done' || rollout.postHook === undefined)
        return undefined;
    const { candidate, postHook } = rollout;
    return `the post hook of release ${candidate} did not finish (${postHook.by}), and is not retried: check the log of that run for how far it got, then do the rest by hand`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: 8, unfinished: done => !done }, async () => {
        const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return true;
        const { postHook: _, ...rollout } = entry.rollout;
        return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .replaceState */ .g5)(cluster, namespace, entry, rollout);
    });
}


/***/ }),

/***/ 75507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ })

};
