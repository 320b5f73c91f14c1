export const id = 1576;
export const ids = [1576];
export const modules = {

/***/ 88795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ extraPods),
/* harmony export */   OI: () => (/* binding */ surgeOf),
/* harmony export */   Qj: () => (/* binding */ inPlaceProblem),
/* harmony export */   TN: () => (/* binding */ extraPodsInPlace),
/* harmony export */   VS: () => (/* binding */ eligibleNodes),
/* harmony export */   ZO: () => (/* binding */ nodeShortfalls),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   bu: () => (/* binding */ quotaShortfalls),
/* harmony export */   e5: () => (/* binding */ mostCanaryPods),
/* harmony export */   z2: () => (/* binding */ extraPodsBeside)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_replicas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7042);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84358);
/* harmony import */ var _rollout_canary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15445);
/* harmony import */ var _workloads_containers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(868);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _workloads_strategy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57817);









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
function extraPods(next, live, nodes = []) {
    switch ((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(next)) {
        case 'CronJob':
            return 0;
        case 'DaemonSet': {
            if (live === undefined)
                return eligibleNodes(nodes, next).length;
            return (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_4__/* .surgesNot */ .pd)(next)
                ? 0
                : surgeOf(next.spec?.updateStrategy?.rollingUpdate?.maxSurge, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(live));
        }
        case 'StatefulSet': {
            const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
            return Math.max(0, replicas - (live?.status?.replicas ?? 0));
        }
        default:
            return extraPodsOfDeployment(next, live);
    }
}
function extraPodsOfDeployment(next, live) {
    const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
    const surge = next.spec?.strategy?.type === 'Recreate'
        ? 0
        : surgeOf(next.spec?.strategy?.rollingUpdate?.maxSurge, replicas);
    if (live === undefined)
        return replicas;
    return Math.max(0, replicas + surge - (live.status?.replicas ?? 0));
}
function extraPodsBeside(next, live) {
    return (live.spec?.replicas ?? 1) + extraPods(next, live);
}
function extraPodsInPlace(environment, next, live) {
    return mostCanaryPods(environment, live.spec?.replicas ?? 1) + extraPods(next, live);
}
function mostCanaryPods(environment, capacity) {
    return Math.max(0, ...(0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z$)(environment).map(weight => canaryPods(environment, weight, capacity)));
}
function inPlaceProblem(environment, next, live) {
    const weight = (0,_workloads_strategy_js__WEBPACK_IMPORTED_MODULE_6__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return undefined;
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(environment.workload);
    if (next.spec?.strategy?.type === 'Recreate') {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pods of ${name} are replaced all at once (Recreate), and in place nothing would answer its part of the traffic meanwhile`, 'let it roll (`type: RollingUpdate`), or write `promotion: surge`');
    }
    const capacity = live.spec?.replicas ?? 1;
    const replicas = next.spec?.replicas ?? capacity;
    const kept = Math.min(capacity, replicas) - unavailableOf(next, replicas);
    const need = (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas'
        ? capacity - canaryPods(environment, weight, capacity)
        : (0,_rollout_canary_js__WEBPACK_IMPORTED_MODULE_3__/* .needOf */ .E)(100 - weight, capacity);
    if (kept >= need)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`in place ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(Math.max(0, kept), 'pod')} of ${name} would be left while it rolls, and what the canary does not carry needs ${need}`, 'lower maxUnavailable, raise the weight of the bake, or write `promotion: surge`');
}
function canaryPods(environment, weight, capacity) {
    return (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_replicas_js__WEBPACK_IMPORTED_MODULE_1__/* .pods */ .Jw)(weight, capacity).canary : (0,_rollout_canary_js__WEBPACK_IMPORTED_MODULE_3__/* .needOf */ .E)(weight, capacity);
}
function unavailableOf({ spec }, replicas) {
    const { maxSurge, maxUnavailable } = spec?.strategy?.rollingUpdate ?? {};
    const percent = /^(\d+)%$/.exec(typeof maxUnavailable === 'string' ? maxUnavailable : '25%');
    const asked = typeof maxUnavailable === 'number'
        ? maxUnavailable
        : Math.floor((Number(percent?.[1] ?? 0) * replicas) / 100);
    return asked === 0 && surgeOf(maxSurge, replicas) === 0 ? 1 : asked;
}
function surgeOf(maxSurge, replicas) {
    if (typeof maxSurge === 'number')
        return maxSurge;
    const percent = /^(\d+)%$/.exec(typeof maxSurge === 'string' ? maxSurge : '25%');
    return percent === null ? 0 : Math.ceil((Number(percent[1]) * replicas) / 100);
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
            `quota ${quota.metadata?.name} allows ${name} ${hard}, ${used} is in use and the rollout's peak of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(pods, 'more pod')} needs ${show(name, need)} more`,
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
                `the pods may not share a ${topologyKey} (anti-affinity): the peak of ${pods} pods finds only ${places}`,
            ];
    });
    const short = ['cpu', 'memory'].flatMap(resource => {
        const need = sum(spec, 'requests', resource) * pods;
        const there = nodes.reduce((total, { status }) => total + quantity(status?.allocatable?.[resource] ?? '0'), 0);
        return there === 0 || need <= there * (1 + 1e-9)
            ? []
            : [
                `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, and all nodes together have ${show(resource, there)}`,
            ];
    });
    return [...crowded, ...short];
}
function sum(spec, side, resource) {
    return (0,_workloads_containers_js__WEBPACK_IMPORTED_MODULE_8__/* .containersOf */ .Mz)({ ...spec, initContainers: [], containers: spec?.containers ?? [] }).reduce((total, container) => {
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

/***/ 74052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ prepareExposure)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/traffic/acceptance.js
var acceptance = __webpack_require__(75420);
// EXTERNAL MODULE: ./.build/js/src/traffic/hpa.js
var hpa = __webpack_require__(79444);
// EXTERNAL MODULE: ./.build/js/src/traffic/route.js
var traffic_route = __webpack_require__(6386);
// EXTERNAL MODULE: ./.build/js/src/traffic/router.js + 3 modules
var traffic_router = __webpack_require__(84358);
// EXTERNAL MODULE: ./.build/js/src/analysis/margins.js
var margins = __webpack_require__(88323);
// EXTERNAL MODULE: ./.build/js/src/analysis/policy.js
var analysis_policy = __webpack_require__(3416);
;// CONCATENATED MODULE: ./.build/js/src/analysis/sizing.js


const nineOfTen = (share) => (share > 0 ? 2.4 : 1.2);
const usual = 1.5;
const goodChance = 0.9;
function sizingOf(policy, wanted) {
    const plans = margins/* profileNames */.CJ.map(name => planOf(policy, name));
    const inTime = plans.filter(({ most }) => most !== null && most <= stepTime(policy));
    const likely = inTime.find(({ chance }) => chance >= goodChance);
    const chosen = likely?.profile === 'gross' ? (inTime.find(({ profile }) => profile === 'wide') ?? likely) : likely;
    const widest = inTime.findLast(({ profile }) => profile !== 'gross') ?? inTime[0];
    const fallback = policy.traffic > 0 ? 'gross' : 'standard';
    const profile = wanted === 'auto' ? ((chosen ?? widest)?.profile ?? fallback) : wanted;
    const plan = plans.find(each => each.profile === profile) ?? planOf(policy, profile);
    return { profile, asked: wanted !== 'auto', enough: inTime.includes(plan), plan, plans };
}
const stepTime = (policy) => policy.deadline - (0,analysis_policy/* bakeOf */.Xl)(policy);
function planOf(policy, profile) {
    const margin = margins/* profiles */.xD[profile];
    const steps = policy.stages.filter(stage => stage.kind === 'step');
    const chance = Math.min(1, ...steps.map(stage => chanceOf(policy, margin, stage)));
    if (policy.traffic <= 0)
        return { profile, requests: null, ms: null, most: null, chance };
    const needs = steps.map(stage => needOf(policy, margin, stage));
    const sum = (pick) => needs.reduce((all, need) => all + pick(need), 0);
    return {
        profile,
        requests: Math.ceil(sum(need => need.requests)),
        ms: policy.warmUp + sum(need => need.ms),
        most: policy.warmUp + sum(need => need.most),
        chance,
    };
}
function needOf(policy, margin, stage) {
    const perMs = (policy.traffic * stage.weight) / 100 / 1000;
    const least = Math.max(stage.dwell, margins/* leastPassTicks */.Dq * policy.tick);
    const need = { requests: least * perMs, ms: least, most: least };
    for (const { requests, factor } of seriesNeeds(policy, margin, stage)) {
        need.requests = Math.max(need.requests, requests * Math.min(usual, factor));
        need.ms = Math.max(need.ms, (requests * Math.min(usual, factor)) / perMs);
        need.most = Math.max(need.most, (requests * factor) / perMs);
    }
    return { ...need, ms: need.ms + policy.tick, most: need.most + policy.tick };
}
function seriesNeeds(policy, profile, stage) {
    const odds = stage.weight / Math.max(1, 100 - stage.weight);
    return requiredSeries(policy).map(({ metric, phi, share }) => ({
        requests: passRequests((0,margins/* marginAt */.ce)(profile, metric.kind, stage.weight), share, odds) * phi,
        factor: nineOfTen(share),
    }));
}
function requiredSeries(policy) {
    return policy.metrics
        .filter(metric => !metric.dryRun)
        .flatMap(metric => metric.series.filter(({ required }) => required).map(({ phi, share }) => ({ metric, phi, share })));
}
function chanceOf(policy, profile, stage) {
    const chances = requiredSeries(policy).map(({ metric, share }) => {
        if (metric.tau === 0 || share === 0)
            return 1;
        const { ratio, points } = (0,margins/* marginAt */.ce)(profile, metric.kind, stage.weight);
        const spread = {
            tau: metric.tau,
            pods: (0,analysis_policy/* canaryPodsAt */.m8)(policy, stage),
            baselinePods: Math.max(1, policy.pods),
        };
        const deviation = Math.log((0,margins/* spreadFactor */.Tf)({ ...spread, times: 1 }));
        const narrowed = (ratio + points / share) / (0,margins/* spreadFactor */.Tf)({ ...spread, times: 'pass' });
        return normalBelow(Math.log(narrowed) / deviation);
    });
    return Math.min(1, ...chances);
}
function passRequests({ ratio, points }, share, odds) {
    const variance = share + ratio * ratio * share * odds;
    const distance = (ratio - 1) * share + points;
    return Math.max(4.2 / distance, (6.5 * variance) / distance ** 2);
}
function harmRequests({ grid, ratio, points }, shares, odds, averaged = 1) {
    const gains = grid.map(g => {
        const perBaseline = Math.log1p(ratio * odds) - Math.log1p(g * ratio * odds);
        const perCanary = Math.log(g) + perBaseline;
        return (shares.canary * perCanary + (shares.baseline / odds) * perBaseline - points * Math.expm1(perCanary));
    });
    const gain = Math.max(...gains);
    return gain > 0 ? (5.2 + Math.log(averaged)) / gain : Number.POSITIVE_INFINITY;
}
function normalBelow(z) {
    const x = Math.abs(z) / Math.SQRT2;
    const t = 1 / (1 + 0.3275911 * x);
    const series = 0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)));
    const tail = t * series * Math.exp(-x * x);
    return z >= 0 ? 1 - tail / 2 : tail / 2;
}

// EXTERNAL MODULE: ./.build/js/src/analysis/wording.js
var wording = __webpack_require__(41332);
;// CONCATENATED MODULE: ./.build/js/src/analysis/forecast.js




function forecast(policy, sizing) {
    return [
        need(policy, sizing),
        choice(policy, sizing),
        ...(sizing.enough ? [] : [shortfall(policy)]),
        ...spreadOf(policy, sizing),
        ...policy.metrics.flatMap(clustered),
    ];
}
function need(policy, { plan }) {
    if (plan.requests === null || plan.ms === null) {
        return 'There was no request in the hour before, so nobody can say how long it will take to show anything.';
    }
    const bake = (0,analysis_policy/* bakeOf */.Xl)(policy);
    const then = bake > 0 ? `, then the bake of ${(0,wording/* span */.Ln)(bake)}` : '';
    return `A good candidate needs ${(0,wording/* about */.Cv)(plan.requests)} canary requests, ${(0,wording/* span */.Ln)(plan.ms)} at the present rate of ${(0,wording/* about */.Cv)(policy.traffic).replace('about ', '')} requests/s (nine of ten times at most ${(0,wording/* span */.Ln)(plan.most ?? plan.ms)})${then}.`;
}
function choice(policy, { profile, asked, plans, plan }) {
    const margin = `The profile ${profile} lets pass what is shown to be below the baseline's share times ${margins/* profiles */.xD[profile].ratio} plus ${Number((margins/* profiles */.xD[profile].points * 100).toPrecision(2))} points`;
    if (asked)
        return `${margin}, as slipway.yml says.`;
    const stricter = plans[plans.indexOf(plan) - 1];
    if (plan.most === null)
        return `${margin}.`;
    if (stricter === undefined)
        return `${margin}: the strictest there is.`;
    return `${margin}: ${whyNot(stricter, policy)}.`;
}
function whyNot(stricter, policy) {
    if ((stricter.most ?? Number.POSITIVE_INFINITY) > stepTime(policy)) {
        return `${stricter.profile} could take ${(0,wording/* span */.Ln)(stricter.most ?? 0)}, and the deadline leaves ${(0,wording/* span */.Ln)(stepTime(policy))}`;
    }
    return `with ${stricter.profile} the pods differ too much for a good candidate to be told from a bad one`;
}
function shortfall(policy) {
    const otherwise = {
        rollback: 'is rolled back',
        hold: 'is held',
        approve: 'waits for somebody to approve it',
    };
    return `That is more than the deadline leaves (${(0,wording/* span */.Ln)(stepTime(policy))}): this gate can only catch gross failures, and a good candidate may well end as inconclusive, whereupon it ${otherwise[policy.onInconclusive]}. Begin at a higher weight (such as \`steps: [25%, 50%]\`), give it a longer \`deadline\`, or send requests to both versions meanwhile.`;
}
function spreadOf(policy, { plan }) {
    const differing = policy.metrics.filter(({ dryRun, tau }) => !dryRun && tau > 0);
    if (differing.length === 0)
        return [];
    const names = differing.map(({ name, tau }) => `${name} by ${(0,wording/* percent */.KN)(tau)}`).join(', ');
    const helps = plan.chance < 0.9 ? '; more pods would help' : '';
    return [
        `Pods of the baseline differ (${names}), and so will those of the canary: about ${(0,wording/* percent */.KN)(Number(plan.chance.toPrecision(2)))} of good candidates can be told from bad ones${helps}.`,
    ];
}
function clustered({ name, series }) {
    const phi = Math.max(1, ...series.map(each => each.phi));
    if (phi < 1.5)
        return [];
    return [
        `Bad requests of ${name} come in clusters: they vary ${Number(phi.toPrecision(2))} times as much as single ones would, and it takes as many times more of them.`,
    ];
}

// EXTERNAL MODULE: ./.build/js/src/analysis/probe.js
var analysis_probe = __webpack_require__(32646);
// EXTERNAL MODULE: ./.build/js/src/analysis/sampling.js
var analysis_sampling = __webpack_require__(90139);
// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var analysis_selector = __webpack_require__(11775);
// EXTERNAL MODULE: ./.build/js/src/analysis/window.js
var analysis_window = __webpack_require__(20858);
;// CONCATENATED MODULE: ./.build/js/src/analysis/history.js




const hour = 3_600_000;
const chunk = 600_000;
const affordable = 400_000;
const fewestPods = 4;
const patience = 30_000;
async function readHistory(source, sampling, pods, { to, tick }) {
    const read = await Promise.all(sampling.probes.map(probe => readMetric(source, sampling, wide(probe), pods, { to, tick })));
    const all = (0,analysis_window/* together */.b)(read);
    if (!all.ok)
        return all;
    const names = sampling.probes.map(({ name }) => name);
    const metrics = Object.fromEntries(all.value.map((metric, index) => [names[index] ?? '', metric]));
    return { ok: true, value: { to, tick, metrics } };
}
function wide(probe) {
    return probe.kind === 'histogram' ? { ...probe, boundaries: probe.buckets } : probe;
}
async function readMetric(source, sampling, probe, pods, { to, tick }) {
    const series = await countSeries(source, sampling, probe, pods, to);
    if (!series.ok)
        return series;
    const { sampled, span } = budgetOf(series.value, pods, sampling.pace.interval);
    const ticks = [];
    for (const { from, to: end } of chunksBetween(to - span, to, tick)) {
        const window = await (0,analysis_sampling/* readProbe */.f1)(source, sampling, probe, sampled, { from, to: end }, patience);
        if (!window.ok)
            return window;
        for (const each of (0,analysis_sampling/* spansBetween */.at)(from, end, tick)) {
            ticks.push((0,analysis_sampling/* countsOf */.mQ)(window.value, probe, sampled, sampling.warmUp, each).baseline);
        }
    }
    const first = ticks.findIndex(counts => counts.length > 0);
    const covered = first < 0 ? [] : ticks.slice(first);
    const requests = covered.flat().reduce((sum, { total }) => sum + total, 0);
    const seconds = (covered.length * tick) / 1000;
    const rate = seconds === 0 ? 0 : (requests / seconds) * (pods.length / Math.max(1, sampled.length));
    const boundaries = probe.kind === 'histogram' ? probe.boundaries : [];
    return { ok: true, value: { boundaries, ticks: covered, rate } };
}
async function countSeries(source, { namespace }, probe, pods, at) {
    const ours = (0,analysis_probe/* ownMatchers */.ET)(namespace, pods);
    const counted = await Promise.all((0,analysis_probe/* selectorsOf */.Yv)(probe).map(selector => source.query(`count(${(0,analysis_selector/* narrowed */.fQ)(selector, ours)})`, at, patience)));
    const all = (0,analysis_window/* together */.b)(counted);
    if (!all.ok)
        return all;
    const count = all.value.flat().reduce((sum, { samples }) => sum + (samples[0]?.[1] ?? 0), 0);
    return { ok: true, value: count };
}
function budgetOf(series, pods, interval) {
    const perPod = Math.max(1, (series / Math.max(1, pods.length)) * (hour / interval));
    const fitting = Math.floor(affordable / perPod);
    if (fitting >= pods.length)
        return { sampled: [...pods], span: hour };
    const take = Math.min(pods.length, Math.max(fewestPods, fitting));
    const sampled = Array.from({ length: take }, (_, i) => pods[Math.floor((i * pods.length) / take)]);
    const span = Math.min(hour, Math.max(chunk, Math.floor(((affordable / (perPod * take)) * hour) / chunk) * chunk));
    return { sampled, span };
}
function chunksBetween(from, to, tick) {
    const length = Math.max(1, Math.floor(chunk / tick)) * tick;
    const count = Math.ceil((to - from) / length);
    return Array.from({ length: count }, (_, index) => ({
        from: to - (count - index) * length,
        to: to - (count - index - 1) * length,
    }));
}

// EXTERNAL MODULE: ./.build/js/src/analysis/absence.js
var absence = __webpack_require__(28163);
// EXTERNAL MODULE: ./.build/js/src/config/suggest.js
var suggest = __webpack_require__(34182);
// EXTERNAL MODULE: ./.build/js/src/analysis/contradiction.js
var contradiction = __webpack_require__(4113);
;// CONCATENATED MODULE: ./.build/js/src/analysis/inspection.js





async function inspect(source, probe, namespace, pods, at) {
    const ours = (0,analysis_probe/* ownMatchers */.ET)(namespace, pods);
    const requests = await source.query((0,analysis_selector/* narrowed */.fQ)((0,absence/* written */.Mp)(probe), ours), at);
    if (!requests.ok)
        return { probe, problems: [requests.detail], warnings: [] };
    if (requests.value.length === 0) {
        return { probe, problems: [await whyNothing(source, probe, namespace, pods, at)], warnings: [] };
    }
    const problems = (0,contradiction/* contradictions */.v)({ series: [requests.value] }, { ...probe, boundaries: [] }, pods);
    const counted = new Set(requests.value.map(({ labels }) => (0,analysis_probe/* podOf */.FS)(labels, pods)?.uid));
    const silent = pods.filter(({ uid }) => !counted.has(uid));
    const warnings = silent.length === 0
        ? []
        : [`${silent.length} of ${pods.length} pods have no series of it, such as ${silent[0]?.name}`];
    if (probe.kind === 'histogram') {
        const buckets = bucketsOf(requests.value);
        problems.push(...bucketProblems(probe, buckets));
        return { probe: { ...probe, buckets }, problems, warnings };
    }
    const bad = await inspectBad(source, probe, requests.value, ours, at);
    return { probe, problems: [...problems, ...bad.problems], warnings: [...warnings, ...bad.warnings] };
}
function bucketsOf(series) {
    const bounds = new Set(series.map(({ labels }) => (0,analysis_probe/* boundOf */.s0)(labels)));
    return [...bounds].filter(Number.isFinite).sort((a, b) => a - b);
}
function bucketProblems({ boundaries }, buckets) {
    return boundaries
        .filter(bound => !buckets.includes(bound))
        .map(bound => `${bound} s is no bucket of it; choose ${around(bound, buckets).join(' or ')}`);
}
function around(bound, buckets) {
    const below = buckets.filter(each => each < bound).at(-1);
    const above = buckets.find(each => each > bound);
    return [below, above].filter(each => each !== undefined);
}
async function inspectBad(source, probe, requests, ours, at) {
    const found = await source.query((0,analysis_selector/* narrowed */.fQ)(probe.bad, ours), at);
    if (!found.ok)
        return { problems: [found.detail], warnings: [] };
    const [bad, total] = [(0,analysis_selector/* parseSelector */.Pl)(probe.bad), (0,analysis_selector/* parseSelector */.Pl)(probe.total)];
    const key = ({ labels: { __name__, ...labels } }) => JSON.stringify(Object.entries(labels).sort());
    if (found.value.length > 0) {
        const known = new Set(requests.map(key));
        const stranger = bad?.name === total?.name ? found.value.find(each => !known.has(key(each))) : undefined;
        return stranger === undefined
            ? { problems: [], warnings: [] }
            : {
                problems: [
                    `${probe.bad} selects what ${probe.total} does not; \`bad\` must be a part of \`total\``,
                ],
                warnings: [],
            };
    }
    const there = bad?.name === total?.name ? requests : ((await same(source, bad?.name ?? '', ours, at)) ?? []);
    if (there.length === 0) {
        return { problems: [], warnings: [`there is no series ${bad?.name} yet, so its name cannot be checked`] };
    }
    const labels = new Set(there.flatMap(each => Object.keys(each.labels)));
    const unknown = bad?.matchers.find(({ label }) => !labels.has(label));
    if (unknown !== undefined) {
        const own = [...labels].filter(label => !scraped.has(label));
        const near = (0,suggest/* nearest */.pA)(unknown.label, own);
        const remedy = near === undefined ? `they have ${own.join(', ')}` : `did you mean \`${near}\`?`;
        return {
            problems: [`the series of ${bad?.name} have no label ${unknown.label}; ${remedy}`],
            warnings: [],
        };
    }
    const silent = bad?.matchers.find(matcher => !there.some(each => (0,analysis_selector/* lets */.Nx)(matcher, each.labels)));
    const values = [...new Set(there.map(each => each.labels[silent?.label ?? ''] ?? ''))].slice(0, 8);
    const seen = silent === undefined ? '' : `: so far ${silent.label} is ${values.join(', ')}`;
    return { problems: [], warnings: [`${probe.bad} selects nothing yet${seen}`] };
}
const scraped = new Set(['__name__', 'job', 'instance', 'namespace', 'pod', 'pod_uid', 'node', 'container']);
async function same(source, name, ours, at) {
    const found = await source.query((0,analysis_selector/* narrowed */.fQ)(name, ours), at);
    return found.ok ? found.value : undefined;
}
async function whyNothing(source, probe, namespace, pods, at) {
    const ours = (0,analysis_probe/* ownMatchers */.ET)(namespace, pods);
    const { name } = (0,analysis_selector/* parseSelector */.Pl)((0,absence/* written */.Mp)(probe)) ?? { name: '' };
    const bare = await source.query(`topk(5, ${(0,analysis_selector/* narrowed */.fQ)(name, ours)})`, at);
    if (!bare.ok)
        return bare.detail;
    if (bare.value.length > 0)
        return (0,absence/* excluded */.t7)(probe, bare.value, 'the pods that serve');
    const elsewhere = await source.query(`topk(5, ${(0,absence/* written */.Mp)(probe)})`, at);
    if (!elsewhere.ok)
        return elsewhere.detail;
    if (elsewhere.value[0] !== undefined)
        return (0,absence/* foreign */.V$)(probe, elsewhere.value[0]);
    const all = await source.query(`group by (__name__) (${(0,analysis_selector/* printSelector */.vJ)({ name: '', matchers: [...ours] })})`, at);
    if (!all.ok)
        return all.detail;
    const names = all.value.map(({ labels }) => labels.__name__ ?? '');
    if (names.length === 0) {
        return `Prometheus ${source.name} has no series of these pods at all; see that it scrapes them, and that their series carry namespace and pod`;
    }
    if (probe.kind === 'histogram' && names.includes(name.replace(/_bucket$/, ''))) {
        return `${name.replace(/_bucket$/, '')} has no classic buckets, only native ones; keep both`;
    }
    const suffix = probe.kind === 'histogram' ? /_bucket$/ : /_total$|_count$/;
    const near = (0,suggest/* nearest */.pA)(name, names) ?? names.find(each => suffix.test(each) && /request|http|grpc/.test(each));
    const hint = near === undefined ? 'send them a request first, or correct the name' : `did you mean \`${near}\`?`;
    return `the pods have no series ${name}; ${hint}`;
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/pace.js

async function measurePace(source, ours, counter, now) {
    const scrapes = (selector) => source.query(`${(0,analysis_selector/* narrowed */.fQ)(selector, ours)}[10m]`, now);
    const [ups, slowest] = await Promise.all([
        scrapes('up'),
        source.query(`max(max_over_time(${(0,analysis_selector/* narrowed */.fQ)('scrape_duration_seconds', ours)}[1h]))`, now),
    ]);
    if (!ups.ok)
        return ups;
    if (!slowest.ok)
        return slowest;
    const seen = ups.value.length > 0 ? ups : await scrapes(counter);
    if (!seen.ok)
        return seen;
    return { ok: true, value: paceOf(seen.value.flatMap(gapsOf), slowest.value[0]?.samples[0]?.[1]) };
}
function gapsOf({ samples }) {
    return samples.slice(1).map(([at], index) => at - (samples[index]?.[0] ?? at));
}
function paceOf(gaps, slowest = 0) {
    const median = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
    if (median === undefined)
        return undefined;
    const interval = Math.max(1_000, Math.round(median / 1000) * 1000);
    const settle = Math.min(interval, Math.round(1_000 + 2_000 * slowest));
    return { interval, settle, lookback: lookbackOf(interval) };
}
function presumedPace(tick) {
    return { interval: tick, settle: tick, lookback: lookbackOf(tick) };
}
function lookbackOf(interval) {
    return Math.max(60_000, 8 * interval);
}

// EXTERNAL MODULE: ./.build/js/src/analysis/share.js
var analysis_share = __webpack_require__(26979);
;// CONCATENATED MODULE: ./.build/js/src/analysis/preflight.js





async function preflightGate(source, gate, sides, pods) {
    const { namespace } = sides;
    const problems = [];
    const warnings = [];
    const now = await source.now();
    if (!now.ok)
        problems.push(now.detail);
    const ours = (0,analysis_probe/* ownMatchers */.ET)(namespace, pods);
    const probes = [];
    for (const metric of gate.metrics) {
        const probe = probeOf(metric);
        if (!now.ok) {
            probes.push(probe);
            continue;
        }
        const seen = await inspect(source, probe, namespace, pods, now.value);
        probes.push(seen.probe);
        problems.push(...seen.problems.map(each => `metric ${metric.name}: ${each}`));
        warnings.push(...seen.warnings.map(each => `metric ${metric.name}: ${each}`));
    }
    const pace = now.ok ? await measurePace(source, ours, (0,absence/* written */.Mp)(probes[0]), now.value) : undefined;
    if (pace?.ok === false)
        problems.push(pace.detail);
    const measured = pace?.ok === true ? pace.value : undefined;
    if (measured !== undefined && measured.interval > gate.tick) {
        const seconds = measured.interval / 1000;
        problems.push(`gate.tick: the pods are scraped every ${seconds} s; write \`tick: ${seconds}s\` or more`);
    }
    const share = (0,analysis_share/* shareProbeOf */.xR)(gate.share, sides, probes);
    if (now.ok && share.kind === 'counters')
        problems.push(...(await inspectShare(source, share.total, share.candidate, gate.share)));
    const sampling = {
        namespace,
        warmUp: gate['warm-up'],
        pace: measured ?? presumedPace(gate.tick),
        probes,
        share,
    };
    return { problems, warnings, sampling };
}
function probeOf(metric) {
    if ('total' in metric) {
        return { kind: 'ratio', name: metric.name, total: metric.total, bad: metric.bad };
    }
    const series = metric.histogram.replace(/^([a-zA-Z0-9_:]+)/, '$1_bucket');
    const boundaries = [...(metric.slow ?? [])].sort((a, b) => a - b);
    return { kind: 'histogram', name: metric.name, series, buckets: [], boundaries };
}
const preflight_scraped = {
    contour: 'at /stats/prometheus of Envoy,',
    traefik: 'that it runs with addServicesLabels,',
};
async function inspectShare(source, total, candidate, share) {
    const remedy = share === 'contour' || share === 'traefik'
        ? `see that Prometheus scrapes it, ${preflight_scraped[share]} and that it has served this Service; or write \`share: application\``
        : 'correct it, or write `share: application`';
    for (const selector of typeof share === 'string' ? [total] : [total, candidate]) {
        const found = await source.query(`count(${selector})`);
        if (!found.ok)
            return [`gate.share: ${found.detail}`];
        if (selector === total && found.value.length === 0)
            return [`gate.share: there is no series ${selector}; ${remedy}`];
    }
    return [];
}

// EXTERNAL MODULE: ./.build/js/src/analysis/prometheus.js
var prometheus = __webpack_require__(38062);
;// CONCATENATED MODULE: ./.build/js/src/analysis/past.js
function sumOfPast({ ticks }, index) {
    let total = 0;
    let bad = 0;
    for (const pods of ticks) {
        for (const pod of pods) {
            total += pod.total;
            bad += pod.bad[index] ?? 0;
        }
    }
    return { total, bad };
}
function podsOfPast({ ticks }, index) {
    const pods = new Map();
    for (const { pod, total, bad } of ticks.flat()) {
        const before = pods.get(pod) ?? { total: 0, bad: 0 };
        pods.set(pod, { total: before.total + total, bad: before.bad + (bad[index] ?? 0) });
    }
    return pods;
}
function trafficOf(history, metric) {
    const of = history.metrics[metric];
    if (of === undefined || of.ticks.length === 0)
        return 0;
    return sumOfPast(of, 0).total / ((of.ticks.length * history.tick) / 1000);
}
const podCount = (history, metric) => history.metrics[metric]?.ticks.findLast(pods => pods.length > 0)?.length ?? 0;

;// CONCATENATED MODULE: ./.build/js/src/analysis/dispersion.js

const leastBad = 20;
function dispersionOf(history, index) {
    const pods = podsOfPast(history, index);
    if (sumOfPast(history, index).bad < leastBad || pods.size < 2)
        return 1;
    let squares = 0;
    let variance = 0;
    let ticks = 0;
    for (const tick of history.ticks) {
        const a = { bad: 0, expected: 0 };
        const b = { bad: 0, expected: 0 };
        [...tick]
            .sort((a, b) => (a.pod < b.pod ? -1 : 1))
            .forEach(({ pod, total, bad }, at) => {
            const half = at % 2 === 0 ? a : b;
            const own = pods.get(pod);
            half.bad += bad[index] ?? 0;
            half.expected += own === undefined || own.total === 0 ? 0 : (total * own.bad) / own.total;
        });
        const sum = a.bad + b.bad;
        const part = a.expected / (a.expected + b.expected);
        if (sum === 0 || !(part > 0 && part < 1))
            continue;
        squares += (a.bad - sum * part) ** 2;
        variance += sum * part * (1 - part);
        ticks++;
    }
    return ticks < 2 ? 1 : Math.max(1, (squares / variance) * (ticks / (ticks - 1)));
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/latency.js

const telling = { least: 0.001, most: 0.5 };
const tail = 0.06;
function boundariesOf(past, slow) {
    const known = past.boundaries.map((seconds, index) => {
        const { total, bad } = sumOfPast(past, index);
        return { index, seconds, share: total > 0 ? bad / total : 0, counted: total > 0 };
    });
    if (slow !== undefined)
        return slow.map(seconds => written(seconds, known));
    const counted = known.filter(each => each.counted);
    const chosen = counted.filter(({ share }) => share >= telling.least && share <= telling.most);
    const list = chosen.length > 0 ? chosen : nearest(counted);
    const inTail = list.some(({ share }) => share <= tail);
    return list.map(({ index, seconds, share }, at) => ({
        index,
        seconds,
        share,
        required: inTail ? share <= tail : at === list.length - 1,
    }));
}
function written(seconds, known) {
    const { index = -1, share = 0 } = known.find(each => each.seconds === seconds) ?? {};
    return { index, seconds, share, required: true };
}
function nearest(known) {
    return [known.find(({ share }) => share < telling.least) ?? known.at(-1)].filter(each => each !== undefined);
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/spread.js

const leastBadOfPod = 5;
function spread_spreadOf(history, index, phi) {
    const pods = [...podsOfPast(history, index).values()].filter(pod => pod.total > 0);
    if (pods.length < 2 || pods.some(pod => pod.bad < leastBadOfPod))
        return undefined;
    const logs = pods.map(pod => Math.log(pod.bad / pod.total));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
    const chance = pods.reduce((sum, pod) => sum + phi / pod.bad, 0) / pods.length;
    const freedom = pods.length - 1;
    if (variance < chance * chiSquareAt(freedom, 1.2816))
        return 0;
    return Math.sqrt(Math.max(0, variance - chance) * (freedom / medianOfChiSquare(freedom)));
}
const chiSquareAt = (freedom, z) => (1 - 2 / (9 * freedom) + z * Math.sqrt(2 / (9 * freedom))) ** 3;
const medians = [0.454936, 1.386294, 2.365974, 3.356694, 4.35146];
function medianOfChiSquare(freedom) {
    return medians[freedom - 1] ?? freedom * (1 - 2 / (9 * freedom)) ** 3;
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/resolve.js








const leastLooks = 4;
const resolve_patience = { provider: 3, absent: 20 };
function policyOf(gate, strategy, past, arrival) {
    const metrics = gate.metrics.map(metric => metricPolicy(metric, strategy, past.metrics[metric.name]));
    const consequent = metrics.filter(metric => !metric.dryRun).length;
    const traffic = Math.max(0, ...gate.metrics.map(({ name }) => trafficOf(past, name)));
    const open = {
        schema: 1,
        tick: gate.tick,
        warmUp: gate['warm-up'],
        deadline: strategy.deadline,
        onInconclusive: strategy.kind === 'canary' ? strategy['on-inconclusive'] : 'rollback',
        stages: stagesOf(strategy, gate.tick),
        metrics: metrics.map(metric => ({ ...metric, weight: metric.dryRun ? 0 : 1 / consequent })),
        alpha: { harm: 0.01, pass: 0.05 },
        quiet: 5,
        withoutPod: 5,
        podLocal: 300,
        patience: resolve_patience,
        ...(arrival === undefined ? {} : { arrival }),
        traffic,
        pods: Math.max(0, ...gate.metrics.map(({ name }) => podCount(past, name))),
    };
    const sizing = sizingOf(open, gate.profile);
    const policy = { ...open, profile: sizing.profile, margin: margins/* profiles */.xD[sizing.profile] };
    return { policy, sizing, sentences: strategy.kind === 'canary' ? forecast(open, sizing) : [] };
}
function stagesOf(strategy, tick) {
    const watch = { kind: 'watch', weight: 100, dwell: strategy.watch };
    if (strategy.kind === 'blue-green')
        return [watch];
    const { steps, bake } = strategy;
    return [
        ...steps.map((weight) => ({ kind: 'step', weight, dwell: leastLooks * tick })),
        { kind: 'bake', weight: bake.weight, dwell: bake.for },
        watch,
    ];
}
const watchLimit = (strategy, share) => Math.min(0.9, strategy.kind === 'canary' ? 5 * share + 0.02 : 2 * share + 0.01);
function metricPolicy(metric, strategy, past) {
    const { name, max } = metric;
    const known = past ?? { boundaries: [], ticks: [] };
    const boundaries = 'histogram' in metric ? boundariesOf(known, metric.slow) : [whole(known)];
    if (boundaries.length === 0) {
        throw new errors/* UserError */.yo(`no boundary can be chosen for ${name}: its buckets counted nothing in the hour before`, 'name boundaries in seconds with `slow`');
    }
    const series = boundaries.map(({ index, seconds, share, required }) => {
        const boundary = seconds === undefined ? {} : { boundary: seconds };
        const phi = dispersionOf(known, index);
        return { ...boundary, phi, share, required, watchLimit: watchLimit(strategy, share) };
    });
    const spreads = boundaries.map(({ index }, at) => spread_spreadOf(known, index, series[at]?.phi ?? 1) ?? 0);
    return {
        name,
        kind: 'histogram' in metric ? 'histogram' : 'ratio',
        series,
        dryRun: metric['dry-run'],
        weight: 0,
        tau: Math.max(...spreads),
        ...(max === undefined ? {} : { max: max / 100 }),
    };
}
function whole(past) {
    const { total, bad } = sumOfPast(past, 0);
    return { index: 0, share: total > 0 ? bad / total : 0, required: true };
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/gate/setup.js










const mostComparisons = 100;
async function prepareJudging(cluster, environment, live, env) {
    const { gate, gateway, strategy, namespace, service, route } = environment;
    if (gate === undefined || strategy.kind === 'rolling' || service === undefined || live === undefined) {
        return undefined;
    }
    const source = (0,prometheus/* prometheusOf */._G)(gate.prometheus, cluster, env);
    const pods = await servingPods(cluster, namespace, live);
    const sides = {
        namespace,
        stable: service,
        canary: naming/* nameOf */.Vb.canary(service),
        ...(route === undefined ? {} : { route: route.name }),
    };
    const { problems, warnings, sampling } = await preflightGate(source, gate, sides, pods);
    const [problem] = problems;
    if (problem !== undefined) {
        throw new errors/* UserError */.yo(`the gate cannot judge the candidate: ${problem}`, 'correct `gate` in slipway.yml');
    }
    const until = await (0,analysis_sampling/* settledUntil */.g)(source, sampling);
    const history = until.ok
        ? await readHistory(source, sampling, pods, { to: until.value, tick: gate.tick })
        : until;
    if (!history.ok) {
        throw new errors/* UserError */.yo(`the gate cannot read the metrics of the hour before: ${history.detail}`, 'make sure that Prometheus answers');
    }
    const { policy, sizing } = policyOf(gate, strategy, history.value, gateway.arrival);
    requireFits(policy);
    const said = forecast(policy, sizing);
    return { gating: { policy, sampling, said, state: null }, warnings };
}
function requireFits({ metrics }) {
    const comparisons = metrics.flatMap(({ series }) => series).length;
    if (comparisons > mostComparisons)
        throw new errors/* UserError */.yo(`the gate would make ${comparisons} comparisons, one for each metric and each boundary of a histogram, and its state has room for ${mostComparisons}`, 'name fewer boundaries in `slow`, or remove metrics');
}
async function servingPods(cluster, namespace, live) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), {
        labelSelector: (0,pods/* selectorOf */.Bk)(live),
    });
    return items
        .filter(pod => pod.metadata?.deletionTimestamp === undefined && (0,pods/* isReady */.i_)(pod))
        .map(({ metadata }) => ({
        name: metadata?.name ?? '',
        uid: metadata?.uid ?? '',
        track: 'baseline',
        started: Date.parse(metadata?.creationTimestamp ?? '') || 0,
    }));
}

// EXTERNAL MODULE: ./.build/js/src/release/rights/access.js
var access = __webpack_require__(28065);
// EXTERNAL MODULE: ./.build/js/src/release/store/baseline.js
var store_baseline = __webpack_require__(91910);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var store_releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/store/reversibility.js
var reversibility = __webpack_require__(95606);
// EXTERNAL MODULE: ./.build/js/src/release/watchdog/watchdog.js + 1 modules
var watchdog_watchdog = __webpack_require__(68036);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/candidate.js
var candidate = __webpack_require__(75507);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/traffic/replicas.js
var replicas = __webpack_require__(7042);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/strategy.js
var strategy = __webpack_require__(57817);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/capacity.js
var preflight_capacity = __webpack_require__(88795);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/steps.js







function stepsSentence(environment, capacity) {
    const { strategy, service, route } = environment;
    switch (strategy.kind) {
        case 'rolling':
            return "Rolling: the workload's own update.";
        case 'blue-green': {
            const by = route === undefined ? `the selector of Service/${service}` : `HTTPRoute/${route.name}`;
            return `Blue-green: ${(0,count/* counted */.h)(capacity, 'more pod')} come up, then ${by} gives them all of the traffic at once, and the old side is kept for ${span(strategy.watch)}.`;
        }
        case 'canary': {
            const { steps, bake, watch } = strategy;
            const weights = `${steps.map(step => `${step} %`).join(', ')}, then ${bake.weight} % for ${span(bake.for)}${bake.for > bake.attended ? ` (paused after ${span(bake.attended)})` : ''}`;
            const coarse = (0,traffic_router/* routerKind */.i$)(environment) === 'replicas' ? (0,replicas/* granularity */.zc)((0,traffic_router/* weightsOf */.Z$)(environment), capacity) : undefined;
            const split = coarse ?? (route === undefined ? 'by the number of pods' : `split by HTTPRoute/${route.name}`);
            return `Canary: ${weights}, ${split}; then everything, ${promotion(environment, capacity)}, watched for ${span(watch)}.`;
        }
    }
}
function promotion(environment, capacity) {
    const weight = (0,strategy/* promotionWeight */.kQ)(environment.strategy);
    if (weight === 100)
        return `at the peak with ${(0,count/* counted */.h)(capacity, 'more pod')} than now`;
    const canary = (0,preflight_capacity/* mostCanaryPods */.e5)(environment, capacity);
    const kept = environment.route === undefined ? (0,count/* counted */.h)(canary, 'pod') : `${(0,count/* counted */.h)(canary, 'pod')} and ${weight} %`;
    return `in place: the canary keeps its ${kept} while ${(0,kinds/* titleOf */.Gg)(environment.workload)} rolls with the rest; at the peak ${(0,count/* counted */.h)(canary, 'more pod')} than now and the surge of that update`;
}
function followingSaid(environment, kind) {
    const names = (0,workers/* workersOf */.N)(environment).map(kinds/* titleOf */.Gg);
    if (names.length === 0)
        return [];
    const when = kind === 'rolling' ? 'when the workload is up' : 'after the verdict, when the workload serves it';
    const verb = names.length === 1 ? 'gets' : 'get';
    return [`${names.join(', ')} ${verb} the new version ${when}; nothing compares that.`];
}
function span(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

// EXTERNAL MODULE: ./.build/js/src/release/preflight/strategy.js
var preflight_strategy = __webpack_require__(28606);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/traffic/service.js
var service = __webpack_require__(12908);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/canary.js
var rollout_canary = __webpack_require__(15445);
// EXTERNAL MODULE: ./.build/js/src/release/store/fencing.js
var fencing = __webpack_require__(63811);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/trials.js









async function dryRunProblems(cluster, { app, environment }, workload, router, observed) {
    const { namespace, service, strategy } = environment;
    const stable = observed.services.find(({ metadata }) => metadata?.name === service);
    if (stable === undefined)
        return [];
    const fence = { app, token: 1 };
    const owner = {
        ...(0,fencing/* ownedBy */.LW)((0,fencing/* ownerConfigMap */.QN)(app, namespace, fence.token)),
        uid: '00000000-0000-0000-0000-000000000000',
    };
    const canary = (0,rollout_canary/* canaryOf */.y)(workload, { app, release: 1, token: fence.token, replicas: 1, owner });
    const image = (0,watchdog_watchdog/* watchdogImage */.FX)(strategy);
    const split = writesOf(() => (0,traffic_router/* shiftPatches */.Vd)(router, observed, firstWeight(router)));
    const watchdog = {
        ...{ fence, namespace, owner, lifetime: strategy.deadline },
        ...{
            writes: writesOf(() => (0,traffic_router/* rollbackPatches */.nN)(router, observed)),
            fallback: (0,traffic_router/* fallbackPatches */.lx)(router, observed),
        },
    };
    const created = [
        [resources/* resources */.ES.deployment, canary],
        ...(router.kind === 'replicas'
            ? []
            : [[resources/* resources */.ES.service, serviceFor(stable, { fence, owner })]]),
        ...(image === undefined
            ? []
            : [
                [resources/* resources */.ES.job, (0,watchdog_watchdog/* watchdogJob */.d6)({ ...watchdog, image })],
            ]),
    ];
    const refused = await Promise.all([
        ...created.map(([resource, object]) => {
            const path = (0,resources/* withQuery */.VL)((0,resources/* pathOf */.XM)(resource, namespace), { dryRun: 'All' });
            return refusalOf(`${object.kind}/${object.metadata?.name}, which this release creates`, () => cluster.call('POST', path, object));
        }),
        ...split.map(({ path, patch, says }) => refusalOf(`the traffic split (${says})`, () => cluster.patch(path, 'json', patch.filter(({ op }) => op !== 'test'), { dryRun: 'All' }))),
    ]);
    return refused.filter(each => each !== undefined);
}
function serviceFor(stable, how) {
    return (0,service/* canaryService */.YH)(stable, { name: naming/* nameOf */.Vb.canary(stable.metadata?.name ?? ''), ...how });
}
const firstWeight = (router) => ('weights' in router ? (router.weights[0] ?? 100) : 100);
function writesOf(make) {
    try {
        return make();
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return [];
        throw error;
    }
}
async function refusalOf(what, ask) {
    try {
        await ask();
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        if ((0,cluster_errors/* isRaced */.AJ)(error))
            return undefined;
        if (!(error instanceof cluster_errors/* ClusterError */.b$))
            return error;
        return new errors/* UserError */.yo(`dry run: the API server rejects ${what}: ${error.said}`, error.remedy);
    }
}

;// CONCATENATED MODULE: ./.build/js/src/release/preflight/exposure.js

















async function prepareExposure(cluster, { config, environment, env }, ground, { plan, targets }) {
    const { strategy } = environment;
    const { kind, why } = (0,preflight_strategy/* strategyFor */.f)(environment, ground);
    const releases = await new store_releases/* ReleaseStore */.T(cluster, environment.namespace, config.app).list();
    const baseline = (0,store_baseline/* baselineNumber */.v0)((0,store_baseline/* baselineOf */.Bv)(ground.liveWorkload, releases));
    const { reversible, ...back } = (0,reversibility/* reversibilityOf */.h6)(environment, kind, baseline, releases);
    const problems = [(0,watchdog_watchdog/* watchdogProblem */.dW)(strategy), (0,watchdog_watchdog/* waitingProblem */.Vf)(strategy), ...back.problems].filter(each => each !== undefined);
    if (kind === 'rolling') {
        const said = [
            ...(why === undefined ? [] : [exposure_whole(why)]),
            ...followingSaid(environment, kind),
            ...back.said,
        ];
        return { kind, said, warnings: [], problems, judging: undefined, reversible };
    }
    const capacity = ground.liveWorkload?.spec?.replicas ?? 1;
    const workload = (0,candidate/* workloadIn */.h7)(plan.manifests, environment);
    const podLabels = workload.spec?.template?.metadata?.labels ?? {};
    const router = routerFor(environment, config.app, capacity);
    const observed = await observe(cluster, environment, targets, podLabels);
    const [traffic, guard, refused, judged] = await Promise.all([
        router.kind === 'gateway-api'
            ? routesInTheWay(cluster, environment, router, observed)
            : { problems: [], warnings: [] },
        guardInTheWay(cluster, environment),
        dryRunProblems(cluster, { app: config.app, environment }, workload, router, observed),
        exposure_refusalOf(() => prepareJudging(cluster, environment, ground.liveWorkload, env)),
    ]);
    return {
        kind,
        said: [
            stepsSentence(environment, capacity),
            ...(judged.value?.gating.said ?? []),
            ...followingSaid(environment, kind),
            exposure_whole((0,watchdog_watchdog/* exposureSentence */.DV)(strategy)),
            ...back.said,
        ],
        warnings: [...traffic.warnings, ...(judged.value?.warnings ?? [])],
        problems: [
            ...problems,
            ...[
                ...(0,traffic_router/* serviceProblems */.gx)(router, observed),
                ...(0,hpa/* autoscalerProblems */.ix)((0,hpa/* autoscalersOf */.Au)(observed.autoscalers, environment.workload), environment.workload),
                ...traffic.problems,
                ...guard,
            ].map(({ problem, remedy }) => new errors/* UserError */.yo(problem, remedy)),
            ...unsplittable(router, observed),
            ...refused,
            ...(judged.refusal === undefined ? [] : [judged.refusal]),
        ],
        judging: judged.value,
        reversible,
    };
}
function routerFor(environment, app, capacity) {
    const { namespace, workload, service = '' } = environment;
    const ends = {
        namespace,
        service,
        canaryService: naming/* nameOf */.Vb.canary(service),
        workload: workload.name,
        canaryWorkload: naming/* nameOf */.Vb.canary(workload.name),
        fence: { app, token: 0 },
    };
    return (0,traffic_router/* routerOf */.V4)(environment, ends, capacity);
}
async function observe(cluster, { namespace, route }, targets, podLabels) {
    const [services, routes, autoscalers] = await Promise.all([
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace)),
        route === undefined ? { items: [] } : cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.httpRoute, namespace)),
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.horizontalPodAutoscaler, namespace)),
    ]);
    return {
        services: applied(services.items, targets, 'Service'),
        routes: applied(routes.items, targets, 'HTTPRoute'),
        autoscalers: applied(autoscalers.items, targets, 'HorizontalPodAutoscaler'),
        ready: { stable: 0, canary: 0 },
        podLabels: { ...podLabels, [naming/* labels */.WD.track]: 'canary' },
    };
}
function applied(living, targets, kind) {
    const next = new Map(targets.flatMap(({ manifest, would }) => manifest.object.kind === kind && would !== undefined ? [[manifest.name, would]] : []));
    return [...living.filter(({ metadata }) => !next.has(metadata?.name ?? '')), ...next.values()];
}
async function routesInTheWay(cluster, { namespace, service = '', route }, router, { routes }) {
    const ours = (0,traffic_route/* routesOf */.eV)(routes, service);
    const [classes, others] = await Promise.all([
        Promise.all(ours.map(each => classesOf(cluster, each, namespace))),
        othersIn(cluster, namespace),
    ]);
    const features = ours.flatMap((each, index) => (classes[index] ?? []).map(gatewayClass => ({
        ...(0,acceptance/* featureProblems */.fF)(each, router, gatewayClass),
        name: gatewayClass.metadata?.name,
    })));
    return {
        problems: [
            ...(ours.some(({ metadata }) => metadata?.name === route?.name)
                ? []
                : [
                    {
                        problem: `HTTPRoute/${route?.name} has no rule that leads to Service/${service}`,
                        remedy: 'correct `route` or `service` in slipway.yml, or the rules of the route',
                    },
                ]),
            ...ours.flatMap(each => (0,acceptance/* routeProblems */._d)(each, router)),
            ...features.flatMap(({ problems }) => problems),
            ...(0,acceptance/* otherRouteProblems */.WX)(others, service),
        ],
        warnings: features.flatMap(({ unknown, name }) => unknown.length === 0
            ? []
            : [`GatewayClass/${name} does not say what it can do; the route needs ${unknown.join(', ')}`]),
    };
}
async function classesOf(cluster, route, namespace) {
    const gateways = (route.spec?.parentRefs ?? []).filter(({ kind = 'Gateway' }) => kind === 'Gateway');
    const names = await Promise.all(gateways.map(async (parent) => {
        const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.gateway, parent.namespace ?? namespace, parent.name);
        const gateway = await cluster.get(path);
        return gateway?.spec?.gatewayClassName;
    }));
    const found = await Promise.all([...new Set(names.flatMap(name => name ?? []))].map(name => cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.gatewayClass, '', name))));
    return found.filter(each => each !== undefined);
}
async function othersIn(cluster, namespace) {
    const versions = [...new Set(access/* otherRoutes */.DK.map(resources/* apiVersionOf */.uO))];
    const lists = await Promise.all(versions.map(version => cluster.get(`/apis/${version}`)));
    const known = access/* otherRoutes */.DK.filter(resource => lists[versions.indexOf((0,resources/* apiVersionOf */.uO)(resource))]?.resources.some(({ name }) => name === resource.plural));
    const found = await Promise.all(known.map(async (resource) => {
        const { items } = await cluster.list((0,resources/* pathOf */.XM)(resource, namespace));
        return items.map(item => ({ ...item, kind: resource.kind }));
    }));
    return found.flat();
}
async function guardInTheWay(cluster, { namespace, strategy }) {
    if ((0,watchdog_watchdog/* watchdogImage */.FX)(strategy) === undefined)
        return [];
    const account = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.serviceAccount, namespace, watchdog_watchdog/* watchdogAccount */.Hz));
    if (account !== undefined)
        return [];
    return [
        {
            problem: `ServiceAccount/${watchdog_watchdog/* watchdogAccount */.Hz} of the watchdog does not exist in namespace ${namespace}`,
            remedy: 'install it with its Role (docs/permissions.md), or write `watchdog: off`',
        },
    ];
}
function unsplittable(router, observed) {
    if (router.kind !== 'gateway-api')
        return [];
    const weight = router.weights[0] ?? 100;
    try {
        (0,traffic_router/* shiftPatches */.Vd)(router, observed, weight);
        return [];
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return [error];
        throw error;
    }
}
const exposure_whole = (clause) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
async function exposure_refusalOf(ask) {
    try {
        return { value: await ask() };
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return { value: undefined, refusal: error };
        throw error;
    }
}


/***/ }),

/***/ 88640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ planRelease),
/* harmony export */   YD: () => (/* binding */ observedRecord),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mI: () => (/* binding */ made),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _store_baseline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91910);
/* harmony import */ var _store_record_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61062);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75507);
/* harmony import */ var _workloads_containers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(868);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _workloads_owners_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8212);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78765);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17121);









function planRelease(candidate, request, ground, salt) {
    const { config, environment, report } = request;
    const controlled = ground.targets
        .filter(({ live }) => live !== undefined && (0,_workloads_owners_js__WEBPACK_IMPORTED_MODULE_5__/* .isControlled */ .RF)(live))
        .map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
    const live = new Set([...environment.live, ...controlled]);
    const hooks = Object.values(request.around?.hooks ?? {}).flatMap(hook => 'manifest' in hook ? [hook.manifest.object] : []);
    const plan = (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__/* .shipConfiguration */ .xz)(candidate, config.app, live, salt, hooks);
    for (const name of controlled)
        report(`${name} is written by another controller and stays live`);
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadIn */ .h7)(plan.manifests, environment);
    const scaled = [[workload, ground.autoscaler]].concat((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .workersIn */ .r0)(plan.manifests, environment).map(worker => [
        worker,
        ground.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(worker))]?.autoscaler,
    ]));
    for (const [each, autoscaler] of scaled) {
        const { spec } = each;
        if (autoscaler === undefined || spec?.replicas === undefined)
            continue;
        const whose = each === workload ? '' : ` of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(each))}`;
        report(`spec.replicas${whose} is left to HorizontalPodAutoscaler/${autoscaler.metadata?.name}`);
        delete spec.replicas;
    }
    return plan;
}
function inOrder(targets, environment, release) {
    const destinations = targets.map(({ manifest, path, live }) => ({
        path,
        live,
        object: manifest.object,
    }));
    const isLast = ({ object }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .isOf */ .yW)(environment.workload, object);
    const marked = destinations.filter(isLast).map(destination => {
        const { metadata } = destination.object;
        const annotations = { ...metadata?.annotations, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release]: String(release) };
        return { ...destination, object: { ...destination.object, metadata: { ...metadata, annotations } } };
    });
    return [...destinations.filter(destination => !isLast(destination)), ...marked];
}
function made({ targets, shipped }) {
    const copies = new Set(shipped.map(({ kind, copy }) => `${kind}/${copy}`));
    return targets.filter(({ manifest, live }) => live === undefined && !copies.has(`${manifest.object.kind}/${manifest.name}`));
}
function recordOf(request, plan, { token, release, baseline, reversible = true, workers = {} }) {
    return {
        ...common(request, token),
        release,
        source: 'released',
        ...(baseline === undefined ? {} : { baseline }),
        ...(reversible ? {} : { reversible: false }),
        ...(plan.promotion === undefined ? {} : { promotion: plan.promotion }),
        ...(request.signatures === undefined ? {} : { signatures: request.signatures }),
        images: (0,_workloads_containers_js__WEBPACK_IMPORTED_MODULE_8__/* .referencesOf */ .CL)(request.images),
        shipped: plan.shipped,
        ...(plan.hooks === undefined ? {} : { hooks: plan.hooks }),
        ...(Object.keys(workers).length === 0 ? {} : { workers }),
        manifests: (0,_store_record_text_js__WEBPACK_IMPORTED_MODULE_1__/* .recordable */ .I)(plan.manifests),
    };
}
function observedRecord(request, template, token, release) {
    return {
        ...common(request, token),
        release,
        source: 'observed',
        images: (0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_0__/* .imagesOf */ .IC)(template),
        shipped: [],
        manifests: [],
    };
}
function common({ config, environmentName, origin }, token) {
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        by: origin,
        token,
        config,
    };
}


/***/ }),

/***/ 90572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ livesOf),
/* harmony export */   eY: () => (/* binding */ readLiveState),
/* harmony export */   gv: () => (/* binding */ isWorkload),
/* harmony export */   lB: () => (/* binding */ observe),
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
/* harmony import */ var _workloads_owners_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8212);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17121);










const livesOf = ({ workers }) => Object.fromEntries(Object.entries(workers).map(([name, { live }]) => [name, live]));
async function readLiveState(cluster, where, manifests) {
    const located = await locate(cluster, manifests);
    const needed = located.map(({ resource }) => resource);
    await (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_3__/* .requireRights */ .XU)(cluster, where.environment.namespace, (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_3__/* .rightsFor */ .xQ)(where.environment, needed));
    return observe(cluster, where, located);
}
async function observe(cluster, { config, environment }, located) {
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
    requireOurGround(targets);
    const manifests = located.map(({ manifest }) => manifest);
    requireReleasable((0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadIn */ .h7)(manifests, environment), liveWorkload);
    const autoscalerOf = (ref) => (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__/* .autoscalersOf */ .Au)(autoscalers.items, ref)[0];
    const workers = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .workersIn */ .r0)(manifests, environment).map((next) => {
        const ref = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .refOf */ .H8)(next);
        const target = targets.find(({ manifest }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .isOf */ .yW)(ref, manifest.object));
        const live = target?.live;
        requireReleasable(next, live);
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
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: this cluster does not know ${kind} of ${apiVersion}`, 'install what brings it (a CustomResourceDefinition), or correct apiVersion and kind');
        }
        if (!resource.namespaced) {
            throw (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__/* .ofNoNamespace */ .EW)(`${manifest.source}: ${kind}/${manifest.name}`);
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
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`namespace ${namespace} is being deleted`, 'wait until it is gone and create it anew');
    }
}
function requireOurGround(targets) {
    for (const { manifest, live } of targets) {
        const owner = live === undefined ? undefined : (0,_workloads_owners_js__WEBPACK_IMPORTED_MODULE_8__/* .foreignOwner */ .Qu)(live);
        if (owner === undefined)
            continue;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.object.kind}/${manifest.name} is managed by ${owner}, which would roll back what a release writes`, `release it through ${owner}, or take it out of ${owner}'s hands first`);
    }
}
function requireReleasable(next, live) {
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .refOf */ .H8)(next));
    const held = (live?.kind === 'Deployment' ? (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .heldBack */ .Zg)(live) : undefined) ?? (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .heldBack */ .Zg)(next);
    if (held !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(held.problem, held.remedy);
    const wanted = JSON.stringify(next.spec?.selector);
    if (live !== undefined && wanted !== JSON.stringify(live.spec?.selector) && !sameSelector(next, live)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} lives with another selector, which cannot be changed`, 'restore spec.selector in the manifest, or release under another name');
    }
}
function sameSelector(next, live) {
    const flat = (d) => JSON.stringify(Object.entries(d.spec?.selector?.matchLabels ?? {}).sort());
    const rest = (d) => JSON.stringify(d.spec?.selector?.matchExpressions ?? []);
    return flat(next) === flat(live) && rest(next) === rest(live);
}


/***/ }),

/***/ 50274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Km: () => (/* binding */ rehearse)
});

// UNUSED EXPORTS: capacityProblems, objectionTo, platformProblems

// EXTERNAL MODULE: ./.build/js/src/cluster/apply.js + 1 modules
var apply = __webpack_require__(40571);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/release/store/record-text.js
var record_text = __webpack_require__(61062);
// EXTERNAL MODULE: ./.build/js/src/release/store/release-workers.js
var release_workers = __webpack_require__(31878);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/candidate.js
var workloads_candidate = __webpack_require__(75507);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/controllers.js
var controllers = __webpack_require__(70371);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
;// CONCATENATED MODULE: ./.build/js/src/release/workloads/salt.js




async function readSalt(cluster, namespace, app) {
    const name = naming/* nameOf */.Vb.salt(app);
    const existing = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.secret, namespace, name));
    const stored = existing?.data?.salt;
    if (stored !== undefined)
        return { value: Buffer.from(stored, 'base64').toString('utf8'), stored: true, keep: async () => { } };
    const value = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    return {
        value,
        stored: false,
        keep: async () => {
            try {
                await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.secret, namespace), {
                    apiVersion: 'v1',
                    kind: 'Secret',
                    metadata: { name, namespace, labels: { [naming/* labels */.WD.app]: app, [naming/* labels */.WD.kind]: 'salt' } },
                    type: 'Opaque',
                    stringData: { salt: value },
                });
            }
            catch (error) {
                if (!(error instanceof errors/* ClusterError */.b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        },
    };
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/strategy.js
var strategy = __webpack_require__(57817);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workloads_workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/capacity.js
var capacity = __webpack_require__(88795);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/fixed-fields.js



const fixed = {
    serviceName: ({ serviceName = '' }) => serviceName,
    podManagementPolicy: ({ podManagementPolicy = 'OrderedReady' }) => podManagementPolicy,
    volumeClaimTemplates: ({ volumeClaimTemplates = [] }) => volumeClaimTemplates.map(claimOf),
};
function fixedFieldsChanged(next, live) {
    if (next.kind !== 'StatefulSet')
        return [];
    return Object.entries(fixed)
        .filter(([, of]) => (0,naming/* canonical */.$N)(of(next.spec ?? {})) !== (0,naming/* canonical */.$N)(of(live.spec ?? {})))
        .map(([name]) => `spec.${name}`);
}
function fixedFieldsProblem(next, live) {
    const changed = fixedFieldsChanged(next, live);
    if (changed.length === 0)
        return undefined;
    return {
        problem: `${(0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(next))} lives with another ${changed.join(' and another ')}, which cannot be changed`,
        remedy: `restore ${changed.length === 1 ? 'it' : 'them'} in the manifest as ${changed.length === 1 ? 'it lives' : 'they live'}, or release under another name`,
    };
}
const speaksOfFixed = (objection) => /updates to statefulset spec for fields other than|field is immutable/i.test(objection);
function claimOf({ metadata, spec }) {
    const { volumeMode = 'Filesystem', resources, ...rest } = spec ?? {};
    const amounts = (list = {}) => Object.fromEntries(Object.entries(list).map(([name, amount]) => [name, (0,capacity/* quantity */.au)(String(amount))]));
    return {
        name: metadata?.name,
        labels: metadata?.labels ?? {},
        annotations: metadata?.annotations ?? {},
        spec: { ...rest, volumeMode, requests: amounts(resources?.requests), limits: amounts(resources?.limits) },
    };
}

// EXTERNAL MODULE: ./.build/js/src/release/hooks/hook-job.js
var hook_job = __webpack_require__(36415);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/hook-trial.js







function renderedHooks({ around, environment, images }, { shipped }) {
    return Object.fromEntries(Object.entries(around?.hooks ?? {}).flatMap(([when, hook]) => 'manifest' in hook
        ? [[when, { job: (0,hook_job/* renderHook */.IM)(hook.manifest, environment, images, shipped), within: hook.within }]]
        : []));
}
async function hookProblems(cluster, request, plan) {
    const { config, environment, around } = request;
    const { namespace } = environment;
    const rendered = Object.entries(renderedHooks(request, plan));
    if (rendered.length === 0)
        return [];
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace));
    const written = plan.manifests.flatMap(({ object }) => object.kind === 'Service' ? [object] : []);
    const selectors = [
        ...[...items, ...written].map(hook_job/* selectorOfService */.m0),
        ...[(0,workloads_candidate/* workloadIn */.h7)(plan.manifests, environment), ...(0,workloads_workers/* workersIn */.r0)(plan.manifests, environment)].map(each => ({
            name: (0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(each)),
            labels: each.spec?.selector?.matchLabels ?? {},
        })),
    ];
    const problems = rendered.map(async ([when, { job, within }]) => {
        const source = around?.hooks[when];
        if (source === undefined || !('manifest' in source))
            return [];
        const problem = (0,hook_job/* hookProblem */.nL)({ ...source.manifest, object: { ...source.manifest.object, ...job } }, selectors);
        if (problem !== undefined)
            return [problem];
        const made = (0,hook_job/* hookJob */.d2)(job, {
            ...{ app: config.app, namespace, when: when, within, release: 0, token: 0, work: '' },
        });
        const tried = { ...made, metadata: { ...made.metadata, name: `${made.metadata?.name}-try` } };
        return cluster
            .call('POST', (0,resources/* withQuery */.VL)((0,resources/* pathOf */.XM)(resources/* resources */.ES.job, namespace), { dryRun: 'All' }), tried)
            .then(() => [])
            .catch((error) => {
            if (!(error instanceof toolkit_errors/* UserError */.yo))
                throw error;
            if (!(error instanceof errors/* ClusterError */.b$))
                return [error];
            if (error.status >= 500)
                throw error;
            const said = error.said.replaceAll(`${tried.metadata.name}`, source.manifest.name);
            return [
                new toolkit_errors/* UserError */.yo(`the cluster refuses the Job of the ${when} hook: ${said}`, `correct ${source.manifest.source}`),
            ];
        });
    });
    return (await Promise.all(problems)).flat();
}

// EXTERNAL MODULE: ./.build/js/src/release/preflight/plan.js
var preflight_plan = __webpack_require__(88640);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/preflight.js
var preflight = __webpack_require__(90572);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/strategy.js
var preflight_strategy = __webpack_require__(28606);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/rehearsal.js


















async function rehearse(cluster, request, candidate, ground) {
    const { config, environment, images } = request;
    const { namespace } = environment;
    const salt = await readSalt(cluster, namespace, config.app);
    const planned = (0,preflight_plan/* planRelease */.F3)(candidate, request, ground, salt.value);
    const plan = withHooks(planned, renderedHooks(request, planned));
    const before = (0,release_workers/* workersBefore */.zI)((0,preflight/* livesOf */.D7)(ground), { kind: 'none' }, []);
    const release = 1;
    (0,record_text/* textOf */.b)((0,preflight_plan/* recordOf */.zv)(request, plan, { token: 1, release, baseline: undefined, workers: before }));
    const [nodes, quotas, hooks, targets] = await Promise.all([
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.node, namespace)),
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.resourceQuota, namespace)),
        hookProblems(cluster, request, plan),
        Promise.all(relocate(plan.manifests, ground, environment).map(target => foresee(cluster, target))),
    ]);
    const workload = (0,workloads_candidate/* workloadIn */.h7)(plan.manifests, environment);
    const workers = (0,workloads_workers/* workersIn */.r0)(plan.manifests, environment);
    const problems = [
        ...[workload, ...workers]
            .flatMap(each => platformProblems(images, nodes.items, each))
            .filter(isFirst)
            .map(problem => new toolkit_errors/* UserError */.yo(problem, 'build the image for that platform too, or restrict the workload with a nodeSelector')),
        ...capacityProblems(environment, workload, ground, nodes.items, quotas.items, workers),
        ...targets.flatMap(target => objectionTo(target) ?? heldBackProblem(target, environment) ?? []),
        ...hooks,
    ];
    return { salt, plan, targets, problems };
}
const isFirst = (each, index, all) => all.indexOf(each) === index;
function capacityProblems(environment, workload, { liveWorkload, needsAction, workers = {}, }, nodes, quotas, following = []) {
    const beside = liveWorkload !== undefined && (0,preflight_strategy/* strategyFor */.f)(environment, { liveWorkload, needsAction }).kind !== 'rolling';
    const followers = following.map(worker => ({
        spec: (0,kinds/* templateOf */.kW)(worker)?.spec,
        pods: (0,capacity/* extraPods */.Fw)(worker, workers[(0,kinds/* keyOf */.TN)((0,kinds/* refOf */.H8)(worker))]?.live, nodes),
    }));
    const shortfalls = (extra) => ({
        quota: (0,capacity/* quotaShortfalls */.bu)(quotas, [{ spec: workload.spec?.template?.spec, pods: extra }, ...followers]),
        nodes: beside
            ? (0,capacity/* nodeShortfalls */.ZO)((0,capacity/* eligibleNodes */.VS)(nodes, workload), workload, (liveWorkload.status?.replicas ?? 0) + extra)
            : [],
    });
    const inPlace = (0,strategy/* promotionWeight */.kQ)(environment.strategy) < 100;
    const remedies = ['lower replicas, maxSurge or the resources of the containers'];
    if (beside) {
        if (inPlace)
            remedies.push('lower the weights, whose pods the canary keeps');
        else if (fitsInPlace(environment, workload, liveWorkload, shortfalls)) {
            remedies.push('promote in place: `strategy: {canary: {promotion: in-place}}`');
        }
        remedies.push('use `strategy: {rolling: {}}`');
    }
    const lower = remedies.join(', or ');
    const { quota, nodes: crowded } = shortfalls(!beside
        ? (0,capacity/* extraPods */.Fw)(workload, liveWorkload, nodes)
        : inPlace
            ? (0,capacity/* extraPodsInPlace */.TN)(environment, workload, liveWorkload)
            : (0,capacity/* extraPodsBeside */.z2)(workload, liveWorkload));
    return [
        ...(beside ? [(0,capacity/* inPlaceProblem */.Qj)(environment, workload, liveWorkload) ?? []].flat() : []),
        ...quota.map(problem => new toolkit_errors/* UserError */.yo(problem, `raise the quota, or ${lower}`)),
        ...crowded.map(problem => new toolkit_errors/* UserError */.yo(problem, `add nodes, or ${lower}`)),
    ];
}
function fitsInPlace(environment, workload, live, shortfalls) {
    const { strategy } = environment;
    if (strategy.kind !== 'canary')
        return false;
    const other = { ...environment, strategy: { ...strategy, promotion: 'in-place' } };
    if ((0,capacity/* inPlaceProblem */.Qj)(other, workload, live) !== undefined)
        return false;
    const { quota, nodes } = shortfalls((0,capacity/* extraPodsInPlace */.TN)(other, workload, live));
    return quota.length + nodes.length === 0;
}
const withHooks = (plan, hooks) => Object.keys(hooks).length === 0 ? plan : { ...plan, hooks };
async function foresee(cluster, target) {
    try {
        return { ...target, ...(await (0,apply/* dryRunApply */.f5)(cluster, target.path, target.manifest.object)) };
    }
    catch (error) {
        if (error instanceof errors/* MissingRight */.tH)
            return { ...target, objection: error.message, lacking: error };
        throw error;
    }
}
function objectionTo({ manifest, objection, lacking, live, }) {
    if (lacking !== undefined || objection === undefined)
        return lacking;
    const fixed = live !== undefined && speaksOfFixed(objection)
        ? fixedFieldsProblem(manifest.object, live)
        : undefined;
    if (fixed !== undefined)
        return new toolkit_errors/* UserError */.yo(fixed.problem, fixed.remedy);
    return new toolkit_errors/* UserError */.yo(`the cluster refuses ${manifest.object.kind}/${manifest.name}: ${objection}`, `correct ${manifest.source}`);
}
function heldBackProblem({ manifest, would }, environment) {
    if (!(0,preflight/* isWorkload */.gv)(manifest, environment) && !(0,workloads_workers/* isWorker */.xD)(manifest, environment))
        return undefined;
    const held = would && (0,controllers/* heldBack */.Zg)(would);
    return held && new toolkit_errors/* UserError */.yo(held.problem, held.remedy);
}
function relocate(manifests, ground, { namespace }) {
    const kindOf = ({ object }) => `${object.apiVersion}/${object.kind}`;
    const resourceOf = new Map(ground.targets.map(({ manifest, resource }) => [kindOf(manifest), resource]));
    const lives = new Map(ground.targets.map(({ path, live }) => [path, live]));
    return manifests.map(manifest => {
        const resource = resourceOf.get(kindOf(manifest));
        if (resource === undefined)
            throw new Error(`${kindOf(manifest)} was not surveyed`);
        const path = (0,resources/* pathOf */.XM)(resource, namespace, manifest.name);
        return { manifest, resource, path, live: lives.get(path) };
    });
}
function platformProblems(images, nodes, workload) {
    const platforms = new Set((0,capacity/* eligibleNodes */.VS)(nodes, workload).map(({ status }) => `${status?.nodeInfo?.operatingSystem}/${status?.nodeInfo?.architecture}`));
    return Object.entries(images).flatMap(([name, image]) => {
        const built = new Set(image.platforms.map(platform => platform.split('/').slice(0, 2).join('/')));
        if (built.size === 0)
            return [];
        return [...platforms]
            .filter(platform => !built.has(platform))
            .map(platform => `image ${name} is built for ${[...built].join(', ')}, but nodes run ${platform}`);
    });
}


/***/ }),

/***/ 28606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ strategyFor)
/* harmony export */ });
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29296);



function strategyFor({ strategy, workload }, { liveWorkload: live, needsAction, }) {
    const { kind } = strategy;
    if (kind === 'rolling')
        return { kind };
    const instead = (why) => ({ kind: 'rolling', why: `rolling instead of ${kind}: ${why}` });
    if (live === undefined)
        return instead('it is the first release');
    if (live.spec?.template?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.track] === undefined) {
        return instead(`the pods do not carry ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.track} yet`);
    }
    if (needsAction !== undefined)
        return instead(`release ${needsAction} needs action, and keeps its traffic until this one is up`);
    if (!(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .isUp */ .ie)(live))
        return instead(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)(workload)} is not up, so there is nothing to compare with`);
    return { kind };
}


/***/ }),

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

/***/ 91910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   v0: () => (/* binding */ baselineNumber)
/* harmony export */ });
/* harmony import */ var _workloads_containers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(868);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70371);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24576);




function baselineOf(live, releases) {
    const template = live?.spec?.template;
    if (live === undefined || template === undefined)
        return { kind: 'none' };
    const marked = live.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.release];
    let current = marked === undefined ? undefined : find(releases, Number(marked));
    if (current !== undefined && current.outcome === undefined) {
        while (current !== undefined && !(0,_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP)(current)) {
            current = current.record.baseline === undefined ? undefined : find(releases, current.record.baseline);
        }
        if (current !== undefined && (0,_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP)(current)) {
            return { kind: 'recorded', release: current.record.release, template: current.outcome.template };
        }
    }
    if (current !== undefined &&
        (0,_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP)(current) &&
        (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(current.outcome.template) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(template)) {
        return { kind: 'recorded', release: current.record.release, template };
    }
    const up = (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .isUp */ .ie)(live);
    const whole = up ? undefined : releases.find(_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP);
    if (whole !== undefined) {
        return { kind: 'recorded', release: whole.record.release, template: whole.outcome.template };
    }
    const newest = releases[0]?.record.release;
    return { kind: 'unrecorded', template, number: newest === undefined ? 0 : newest + 1, up };
}
function baselineNumber(baseline) {
    if (baseline.kind === 'none')
        return undefined;
    return baseline.kind === 'recorded' ? baseline.release : baseline.number;
}
function imagesOf(template) {
    return Object.fromEntries((0,_workloads_containers_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(template.spec).map(container => [container.name, container.image ?? '']));
}
const find = (releases, number) => releases.find(({ record }) => record.release === number);


/***/ })

};
