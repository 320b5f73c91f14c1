export const id = 5767;
export const ids = [5767];
export const modules = {

/***/ 33863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ gatewayFact),
/* harmony export */   v6: () => (/* binding */ endpointFacts)
/* harmony export */ });
/* unused harmony export readyEndpoints */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8999);

function endpointFacts(slices, need) {
    const ready = readyEndpoints(slices);
    if (ready >= need)
        return [];
    const detail = `${ready === 0 ? 'no pod' : `only ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(ready, 'pod')}`} of the candidate can receive requests; at least ${need} must`;
    return [{ kind: 'endpoints-missing', detail }];
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
    const { canary, total, errors = 0, reached = canary, unserved = 0 } = traffic;
    const sent = Math.max(canary, ((total + unserved) * weight) / 100);
    const isMuch = (lost) => lost >= manyLost.requests && lost >= manyLost.share * sent;
    const of = `of about ${Math.round(sent)} requests for the candidate with 5xx`;
    if (isMuch(unserved))
        return { kind: 'gateway-errors', detail: `the gateway itself answered ${Math.round(unserved)} ${of}` };
    if (!isMuch(Math.min(errors, canary - reached)))
        return undefined;
    const detail = `the gateway answered ${Math.round(errors)} ${of}; the candidate's pods counted only ${Math.round(reached)}`;
    return { kind: 'gateway-errors', detail };
}


/***/ }),

/***/ 54326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BL: () => (/* binding */ factsGate),
  PC: () => (/* binding */ factsIn),
  Md: () => (/* binding */ hardFactsIn),
  V3: () => (/* binding */ noteFactsIn),
  gV: () => (/* binding */ stageOf),
  $L: () => (/* binding */ watchedPods)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/facts.js
var facts = __webpack_require__(33863);
// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var labels = __webpack_require__(75181);
// EXTERNAL MODULE: ./.build/js/src/decision/record.js
var decision_record = __webpack_require__(87303);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var workloads_pods = __webpack_require__(12502);
;// CONCATENATED MODULE: ./.build/js/src/workloads/container-facts.js

function containerFacts(pods, since, now) {
    const from = Math.floor(since / 1000) * 1000;
    return pods.filter(workloads_pods/* isLiving */.O).flatMap(pod => {
        const isOlder = Date.parse(pod.metadata?.creationTimestamp ?? '') < from;
        return (0,workloads_pods/* containerStatusesOf */.Xy)(pod)
            .filter(status => !isOlder || endedAt(status) >= from)
            .flatMap(status => {
            const fact = factOfContainer(status, pod, isOlder, now);
            return fact === undefined ? [] : [fact];
        });
    });
}
const endedAt = ({ state, lastState }) => Date.parse((state?.terminated ?? lastState?.terminated)?.finishedAt ?? '');
function factOfContainer({ name, state, lastState, restartCount: restarts }, pod, isOlder, now) {
    const { name: podName = '' } = pod.metadata ?? {};
    const about = (kind, what) => ({
        kind,
        pod: podName,
        detail: `container ${name} of pod ${podName} ${what}`,
    });
    const ended = state?.terminated ?? (restarts > 0 ? lastState?.terminated : undefined);
    if (ended?.reason === 'OOMKilled')
        return about('out-of-memory', 'ran out of memory');
    const { waiting } = state ?? {};
    if (waiting?.reason === 'CrashLoopBackOff') {
        return about('crash-loop', `crashes repeatedly${exitText(lastState?.terminated?.exitCode)}`);
    }
    const failure = (0,workloads_pods/* startFailure */.xn)(waiting);
    const excused = failure === 'missing-configuration' && now - changedAt(pod) < workloads_pods/* graceOfConfiguration */.QJ;
    if (failure !== undefined && !excused)
        return about('not-starting', `cannot start (${waiting?.reason})`);
    const mayRetry = pod.spec?.initContainers?.some(each => each.name === name && each.restartPolicy !== 'Always');
    if (restarts <= 0 || mayRetry === true)
        return undefined;
    const times = restarts === 1 || isOlder ? '' : ` ${restarts} times`;
    return about('restart', `was restarted${times} since the rollout started${exitText(ended?.exitCode)}`);
}
const changedAt = ({ status }) => Math.max(...(status?.conditions ?? []).map(each => Date.parse(each.lastTransitionTime ?? '') || 0));
function exitText(code) {
    return code === undefined ? '' : ` (exit code ${code})`;
}

// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
;// CONCATENATED MODULE: ./.build/js/src/release/gate/facts.js






function candidatePods(snapshot) {
    if (snapshot.rollout.phase !== 'watching')
        return snapshot.pods.filter(({ metadata }) => metadata?.labels?.[naming/* labels */.WD.track] === 'canary');
    const set = snapshot.workload === undefined ? undefined : (0,workloads_pods/* newestReplicaSet */.jk)(snapshot.workload, snapshot.revisions);
    return snapshot.pods.filter(({ metadata }) => metadata?.ownerReferences?.some(owner => owner.uid === set?.metadata?.uid));
}
function watchedPods(snapshot) {
    const candidate = new Set(candidatePods(snapshot).map(({ metadata }) => metadata?.uid));
    return snapshot.pods
        .filter(({ metadata }) => snapshot.rollout.phase !== 'watching' || candidate.has(metadata?.uid))
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
    return [...containerFacts(pods, snapshot.rollout.startedAt, snapshot.now), ...(0,facts/* endpointFacts */.v6)(slices, need)];
}
const factsIn = (snapshot) => hardFactsIn(snapshot).map(({ detail }) => detail);
function noteFactsIn(decisions, snapshot) {
    if (snapshot.rollout.phase === 'rolling-back')
        return;
    const at = Math.round(snapshot.now);
    for (const fact of hardFactsIn(snapshot))
        decisions.update(record => (0,decision_record/* noteFact */.lx)(record, at, fact));
}
function stageOf(rollout, { stages }) {
    const indexOf = (kind) => {
        const index = stages.findIndex(stage => stage.kind === kind);
        return index < 0 ? undefined : index;
    };
    switch (rollout?.phase) {
        case 'stepping':
            return rollout.strategy === 'blue-green' ? 'switch' : rollout.step;
        case 'baking':
            return rollout.strategy === 'blue-green' ? indexOf('watch') : indexOf('bake');
        case 'watching':
            return indexOf('watch');
        default:
            return undefined;
    }
}
const ungated = {
    verdict: 'no-data',
    missing: 'provider',
    reason: 'cannot judge the candidate: slipway.yml or the rollout state has no `gate`',
};
function factsGate(watchMs, decisions, gated) {
    return {
        look: snapshot => noteFactsIn(decisions, snapshot),
        inputs: snapshot => {
            const { phase, since } = snapshot.rollout;
            if (gated && phase !== 'watching')
                return { verdict: ungated, facts: factsIn(snapshot) };
            const left = since + watchMs - snapshot.now;
            const verdict = phase === 'stepping' || left <= 0
                ? { verdict: 'pass', reason: 'no restart, no crash, enough ready pods' }
                : { verdict: 'continue', reason: `watching for ${Math.ceil(left / 1000)} s more` };
            return { verdict, facts: factsIn(snapshot) };
        },
        stop: async () => undefined,
    };
}
const untilEntered = 30_000;
const none = { slices: [], need: 0 };
function reachOf(snapshot, candidate) {
    const { phase, weight } = snapshot.rollout;
    const ready = candidate.filter(each => (0,workloads_pods/* isLiving */.O)(each) && (0,workloads_pods/* isReady */.i_)(each));
    const exposed = (phase === 'stepping' || phase === 'baking') && weight > 0;
    if (!exposed || ready.length === 0)
        return none;
    const services = snapshot.services.filter(({ spec }) => ready.some(({ metadata }) => (0,labels/* selects */.ko)(spec?.selector, metadata?.labels)));
    const since = Math.max(...ready.map(readySince), ...services.map(facts_changedAt));
    if (services.length === 0 || snapshot.now - since <= untilEntered)
        return none;
    const uids = new Set(ready.map(({ metadata }) => metadata?.uid));
    const slices = snapshot.slices.map(slice => ({
        ...slice,
        endpoints: (slice.endpoints ?? []).filter(({ targetRef }) => uids.has(targetRef?.uid)),
    }));
    return { slices, need: 1 };
}
function readySince({ status }) {
    const condition = status?.conditions?.find(({ type }) => type === 'Ready');
    return Date.parse(condition?.lastTransitionTime ?? '') || Number.POSITIVE_INFINITY;
}
function facts_changedAt({ metadata }) {
    const times = (metadata?.managedFields ?? []).map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(Date.parse(metadata?.creationTimestamp ?? '') || 0, ...times);
}


/***/ }),

/***/ 55767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LH: () => (/* binding */ setUpGate),
  O4: () => (/* binding */ startGate)
});

// UNUSED EXPORTS: candidateShare, requireStateFits

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/analysis/margins.js
var margins = __webpack_require__(88323);
// EXTERNAL MODULE: ./.build/js/src/analysis/policy.js
var analysis_policy = __webpack_require__(3416);
;// CONCATENATED MODULE: ./.build/js/src/analysis/sizing.js


const nineOfTen = (share) => (share > 0 ? 2.4 : 1.2);
const usual = 1.5;
const goodChance = 0.9;
function sizingOf(policy, wanted, age) {
    const plans = margins/* profileNames */.CJ.map(name => planOf(policy, name));
    const inTime = plans.filter(({ most }) => most !== null && most <= stepTime(policy));
    const likely = inTime.find(({ chance }) => chance >= goodChance);
    const chosen = likely?.profile === 'gross' ? (inTime.find(({ profile }) => profile === 'wide') ?? likely) : likely;
    const widest = inTime.findLast(({ profile }) => profile !== 'gross') ?? inTime[0];
    const fallback = plans.every(({ most }) => most !== null) ? 'gross' : 'standard';
    const profile = wanted === 'auto' ? ((chosen ?? widest)?.profile ?? fallback) : wanted;
    const plan = plans.find(each => each.profile === profile) ?? planOf(policy, profile);
    return { profile, asked: wanted !== 'auto', enough: inTime.includes(plan), plan, plans, age };
}
const stepTime = (policy) => policy.deadline - (0,analysis_policy/* bakeOf */.Xl)(policy);
function planOf(policy, profile) {
    const margin = margins/* profiles */.xD[profile];
    const steps = policy.stages.filter(stage => stage.kind === 'step');
    const chance = Math.min(1, ...steps.map(stage => chanceOf(policy, margin, stage)));
    if (policy.traffic <= 0 || silentMetrics(policy).length > 0)
        return { profile, slowest: undefined, requests: null, ms: null, most: null, chance };
    const needs = steps.map(stage => needOf(policy, margin, stage));
    const sum = (pick) => needs.reduce((all, need) => all + pick(need), 0);
    return {
        profile,
        slowest: longest(needs)?.slowest,
        requests: Math.ceil(sum(need => need.requests)),
        ms: policy.warmUp + sum(need => need.ms),
        most: policy.warmUp + sum(need => need.most),
        chance,
    };
}
const silentMetrics = (policy) => policy.metrics.filter(metric => !metric.dryRun && (0,analysis_policy/* rateOf */.MK)(policy, metric) <= 0);
const longest = (needs) => needs.length === 0 ? undefined : needs.reduce((one, other) => (other.ms > one.ms ? other : one));
function needOf(policy, margin, stage) {
    const least = Math.max(stage.dwell, margins/* leastPassTicks */.Dq * policy.tick);
    const perMs = (rate) => (rate * stage.weight) / 100 / 1000;
    const odds = stage.weight / Math.max(1, 100 - stage.weight);
    const needs = requiredSeries(policy).map(({ metric, phi, share }) => {
        const rate = perMs((0,analysis_policy/* rateOf */.MK)(policy, metric));
        const requests = passRequests((0,margins/* marginAt */.ce)(margin, metric.kind, stage.weight), share, odds) * phi;
        const inAll = requests * Math.min(usual, nineOfTen(share));
        return {
            slowest: metric,
            requests: Math.max(least * rate, inAll),
            ms: Math.max(least, inAll / rate),
            most: Math.max(least, (requests * nineOfTen(share)) / rate),
        };
    });
    const alone = { slowest: undefined, requests: least * perMs(policy.traffic), ms: least, most: least };
    const { slowest, requests, ms } = longest(needs) ?? alone;
    const most = Math.max(least, ...needs.map(need => need.most));
    return { slowest, requests, ms: ms + policy.tick, most: most + policy.tick };
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
        ...(sizing.enough ? [] : [shortfall(policy, sizing)]),
        ...spreadOf(policy, sizing),
        ...policy.metrics.flatMap(clustered),
    ];
}
const hour = 3_600_000;
const noCounts = (whose, age) => age !== undefined && age < hour
    ? `there are no counts of ${whose} yet (the oldest live pod started ${(0,duration/* roughTimeSpan */.P)(age)} ago)`
    : `${whose} counted no requests in the last hour`;
function need(policy, { plan, age }) {
    if (plan.requests === null || plan.ms === null) {
        const silent = silentMetrics(policy).map(({ name }) => name);
        const whose = policy.traffic > 0 ? silent.join(', ').replace(/, ([^,]*)$/, ' and $1') : 'the live pods';
        const none = noCounts(whose, age).replace(/^t(?=he |here )/, 'T');
        return `${none}, so the time to reach a verdict is unknown.`;
    }
    const { slowest } = plan;
    const rates = policy.metrics.filter(({ dryRun }) => !dryRun).map(metric => (0,wording/* about */.Cv)((0,analysis_policy/* rateOf */.MK)(policy, metric)));
    const whose = slowest === undefined || new Set(rates).size < 2 ? '' : ` that ${slowest.name} counts`;
    const rate = (0,wording/* about */.Cv)(slowest === undefined ? policy.traffic : (0,analysis_policy/* rateOf */.MK)(policy, slowest)).replace('about ', '');
    const bake = (0,analysis_policy/* bakeOf */.Xl)(policy);
    const then = bake > 0 ? `, then the bake of ${(0,duration/* roughTimeSpan */.P)(bake)}` : '';
    return `A good candidate needs ${(0,wording/* about */.Cv)(plan.requests)} canary requests${whose}, ${(0,duration/* roughTimeSpan */.P)(plan.ms)} at the current rate of ${rate} requests/s (90th percentile: ${(0,duration/* roughTimeSpan */.P)(plan.most ?? plan.ms)})${then}.`;
}
function choice(policy, { profile, asked, plans, plan }) {
    const points = (0,count/* counted */.h)(Number((margins/* profiles */.xD[profile].points * 100).toPrecision(2)), 'percentage point');
    const margin = `With the profile \`${profile}\`, a candidate passes if its share of bad requests is below ${margins/* profiles */.xD[profile].ratio} times the baseline's plus ${points}`;
    if (asked)
        return `${margin}, as set in slipway.yml.`;
    const stricter = plans[plans.indexOf(plan) - 1];
    if (plan.most === null)
        return `${margin}.`;
    if (stricter === undefined)
        return `${margin}: it is the strictest profile.`;
    return `${margin}: ${whyNot(stricter, policy)}.`;
}
function whyNot(stricter, policy) {
    if ((stricter.most ?? Number.POSITIVE_INFINITY) > stepTime(policy)) {
        return `the stricter \`${stricter.profile}\` could take ${(0,duration/* roughTimeSpan */.P)(stricter.most ?? 0)}, but the deadline leaves ${(0,duration/* roughTimeSpan */.P)(stepTime(policy))}`;
    }
    return `with \`${stricter.profile}\` the pods differ too much to distinguish a good candidate from a bad one`;
}
function shortfall(policy, { plan }) {
    if (plan.requests === null)
        return 'If no requests come during the rollout, a good candidate is rolled back, because there is no data. Send requests to both versions during the rollout.';
    const otherwise = {
        rollback: 'is rolled back',
        pause: 'is paused until a person resumes it',
        approve: 'waits for an approval',
    };
    const first = policy.stages[0]?.weight ?? 0;
    const steps = [25, 50].filter(weight => weight > first).map(weight => `${weight}%`);
    const higher = steps.length === 0 ? 'Set' : `Start at a higher weight (such as \`steps: [${steps.join(', ')}]\`), set`;
    return `The deadline leaves only ${(0,duration/* roughTimeSpan */.P)(stepTime(policy))} for this. This gate can only catch gross failures; a good candidate may end as inconclusive, and then ${otherwise[policy.onInconclusive]}. ${higher} a longer \`deadline\`, or send requests to both versions during the rollout.`;
}
function spreadOf(policy, { plan }) {
    const differing = policy.metrics.filter(({ dryRun, tau }) => !dryRun && tau > 0);
    if (differing.length === 0)
        return [];
    const names = differing.map(({ name, tau }) => `${name} by ${(0,wording/* percent */.KN)(tau)}`).join(', ');
    const helps = plan.chance < 0.9 ? '; more pods would help' : '';
    return [
        `Pods of the baseline differ (${names}), and so will those of the canary: about ${(0,wording/* percent */.KN)(Number(plan.chance.toPrecision(2)))} of good candidates can be distinguished from bad ones${helps}.`,
    ];
}
function clustered({ name, series }) {
    const phi = Math.max(1, ...series.map(each => each.phi));
    if (phi < 1.5)
        return [];
    return [
        `Bad requests of ${name} come in clusters: they vary ${Number(phi.toPrecision(2))} times as much as independent ones, so the gate needs that many times more requests.`,
    ];
}

// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var analysis_selector = __webpack_require__(11775);
;// CONCATENATED MODULE: ./.build/js/src/analysis/probe.js

function ownMatchers(namespace, pods) {
    return [(0,analysis_selector/* matching */.wC)('namespace', '=', namespace), (0,analysis_selector/* podMatcher */.Am)(pods.map(({ name }) => name))];
}
function selectorsOf(probe) {
    if (probe.kind === 'ratio')
        return [probe.total, probe.bad];
    if (probe.kind === 'logs')
        return [probe.total];
    const bounds = probe.boundaries.flatMap(bound => Number.isInteger(bound) ? [String(bound), `${bound}\\.0`] : [String(bound).replace('.', '\\.')]);
    const value = [...bounds, '\\+Inf'].join('|');
    return [(0,analysis_selector/* narrowed */.fQ)(probe.series, [(0,analysis_selector/* matching */.wC)('le', '=~', value)])];
}
function podOf(labels, pods) {
    const uid = labels.pod_uid;
    const namesakes = byName(pods).get(labels.pod ?? '');
    return uid === undefined || uid === '' ? namesakes?.[0] : namesakes?.find(pod => pod.uid === uid);
}
const indexes = new WeakMap();
function byName(pods) {
    const known = indexes.get(pods);
    if (known !== undefined)
        return known;
    const index = Map.groupBy(pods, ({ name }) => name);
    indexes.set(pods, index);
    return index;
}
function boundOf({ le = '' }) {
    return le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/absence.js


async function explainAbsence(source, { namespace }, probe, pods, track, at) {
    const selector = selectorsOf(probe)[0] ?? '';
    const own = ownMatchers(namespace, pods.filter(pod => pod.track === track));
    const absent = { kind: 'absent', track };
    if (!pods.some(pod => pod.track === track))
        return absent;
    const last = await source.query(`max(max_over_time(timestamp(${(0,analysis_selector/* narrowed */.fQ)(selector, own)})[1h:30s]))`, at);
    if (!last.ok)
        return { kind: 'provider', detail: last.detail };
    const seen = last.value[0]?.samples[0]?.[1];
    if (seen !== undefined)
        return { kind: 'stale', seconds: Math.round(at / 1000 - seen) };
    const { name } = (0,analysis_selector/* parseSelector */.Pl)(selector) ?? { name: selector };
    const bare = await source.query(`topk(5, ${(0,analysis_selector/* narrowed */.fQ)(name, own)})`, at);
    if (!bare.ok)
        return { kind: 'provider', detail: bare.detail };
    if (bare.value.length > 0) {
        return { kind: 'wrong-labels', detail: excluded(probe, bare.value, `the ${track}`) };
    }
    const any = await source.query(`topk(5, ${(0,analysis_selector/* narrowed */.fQ)(selector, ownMatchers(namespace, pods))})`, at);
    if (!any.ok)
        return { kind: 'provider', detail: any.detail };
    if (any.value.length > 0)
        return absent;
    const others = await source.query(`topk(5, ${selector})`, at);
    if (!others.ok)
        return { kind: 'provider', detail: others.detail };
    const [stranger] = others.value;
    return stranger === undefined ? absent : { kind: 'wrong-labels', detail: foreign(probe, stranger) };
}
function written(probe) {
    return probe.kind === 'histogram' ? probe.series : probe.total;
}
function excluded(probe, there, whose) {
    const matchers = (0,analysis_selector/* parseSelector */.Pl)(written(probe))?.matchers ?? [];
    const guilty = matchers.find(matcher => there.every(({ labels }) => !(0,analysis_selector/* matches */.cK)(matcher, labels)));
    const have = guilty === undefined
        ? 'other labels'
        : [...new Set(there.map(({ labels }) => labelText(guilty.label, labels)))].join(', ');
    return `${written(probe)} excludes ${whose}, whose series have ${have}`;
}
function labelText(label, labels) {
    const value = labels[label];
    return value === undefined ? `no label ${label}` : `${label}="${value}"`;
}
function foreign(probe, { labels }) {
    const lacking = ['namespace', 'pod'].filter(label => !labels[label]);
    if (lacking.length === 0) {
        return `${written(probe)} selects only other pods, such as ${labels.pod} in namespace ${labels.namespace}`;
    }
    const others = Object.keys(labels).filter(label => label !== '__name__');
    return `the series of ${written(probe)} have no label ${lacking.join(' and no label ')}, which identifies pods; they have ${others.join(', ')}`;
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/contradiction.js

const scraperLabels = new Set([
    'job',
    'endpoint',
    'service',
    'prometheus',
    'prometheus_replica',
    'replica',
    '__replica__',
    'receive',
]);
function contradictions({ series }, probe, pods, counts = { canary: [], baseline: [] }) {
    const requests = series[0] ?? [];
    const more = [...counts.canary, ...counts.baseline].find(({ total, bad }) => bad.some(each => each > total));
    return [
        duplicate(requests),
        more &&
            `${probe.name}: pod ${more.pod} counted ${Math.max(...more.bad)} bad requests of ${more.total}; \`bad\` must select a part of \`total\``,
        probe.kind === 'histogram' ? lackingBucket(requests, probe, pods) : undefined,
    ].filter(each => each !== undefined);
}
function duplicate(series) {
    const seen = new Map();
    for (const each of series) {
        const own = Object.entries(each.labels).filter(([label]) => !scraperLabels.has(label));
        const key = JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)));
        const other = seen.get(key);
        if (other === undefined) {
            seen.set(key, each);
            continue;
        }
        const label = [...scraperLabels].find(name => other.labels[name] !== each.labels[name]) ?? 'job';
        return `the series of pod ${each.labels.pod} exist twice, with ${label}="${other.labels[label] ?? ''}" and ${label}="${each.labels[label] ?? ''}"; select one of them`;
    }
    return undefined;
}
function lackingBucket(series, probe, pods) {
    const byPod = Map.groupBy(series, ({ labels }) => podOf(labels, pods)?.name);
    for (const [pod, own] of byPod) {
        const bounds = new Set(own.map(({ labels }) => boundOf(labels)));
        const lacking = probe.boundaries.find(bound => !bounds.has(bound));
        if (pod !== undefined && lacking !== undefined)
            return `${probe.name}: pod ${pod} has no bucket of ${lacking} s`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/counters.js
const targetLabels = ['job', 'instance', 'namespace', 'pod', 'pod_uid'];
function targetKey(labels) {
    return targetLabels.map(label => labels[label] ?? '').join('\n');
}
function targetsOf(series, ups, birthOf = () => undefined) {
    const members = Map.groupBy(series, ({ labels }) => targetKey(labels));
    const scraped = new Map(ups.map(up => [targetKey(up.labels), up]));
    const keys = [...new Set([...members.keys(), ...scraped.keys()])];
    return new Map(keys.map(key => {
        const own = members.get(key) ?? [];
        const up = scraped.get(key);
        const labels = (own[0] ?? up)?.labels ?? {};
        const known = (up?.samples ?? []).filter(([, value]) => value === 1).map(([at]) => at);
        const scrapes = known.length > 0 ? known : [...new Set(own.flatMap(({ samples }) => samples.map(([at]) => at)))];
        const target = {
            labels,
            scrapes: scrapes.sort((a, b) => a - b),
            restarts: own.flatMap(restartsOf),
            birth: birthOf(labels),
        };
        return [key, target];
    }));
}
function restartsOf({ samples }) {
    return pairs(samples)
        .filter(([[, before], [, after]]) => after < before)
        .map(([[from], [to]]) => ({ from, to }));
}
function withEdges(targets, series, start, before) {
    const fallen = series.flatMap((list, index) => list.flatMap(({ labels, samples: [first] }) => {
        const was = before[index]?.get(seriesKey(labels));
        const fell = first !== undefined && was !== undefined && first[1] < was;
        return fell ? [{ key: targetKey(labels), from: start, to: first[0] }] : [];
    }));
    const byTarget = Map.groupBy(fallen, ({ key }) => key);
    return new Map([...targets].map(([key, target]) => {
        const edges = byTarget.get(key) ?? [];
        return [key, { ...target, restarts: [...edges, ...target.restarts] }];
    }));
}
function seriesKey(labels) {
    const named = Object.entries(labels).filter(([label]) => label !== '__name__');
    return JSON.stringify(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}
function growthsOf({ labels, samples }, known) {
    const [first] = samples;
    if (first === undefined)
        return [];
    const target = known.targets.get(targetKey(labels)) ?? unknownTarget;
    const origin = originOf(first, target, known, known.before.get(seriesKey(labels)));
    return pairs(origin === undefined ? samples : [origin, ...samples]).map(([[since, before], [at, after]]) => {
        const restarted = after < before || target.restarts.some(({ from, to }) => from >= since && to <= at);
        return { since, at, by: restarted ? after : after - before };
    });
}
function originOf([first], { scrapes, birth }, { start }, before) {
    if (before !== undefined)
        return [start, before];
    const earlier = scrapes.filter(at => at > start && at < first);
    const last = earlier.at(-1);
    const young = birth !== undefined && birth <= first && birth > start - youth;
    if (young)
        return [Math.max(last ?? birth, birth), 0];
    return last !== undefined && earlier.length >= 2 ? [last, 0] : undefined;
}
const youth = 600_000;
const unknownTarget = { labels: {}, scrapes: [], restarts: [], birth: undefined };
function beginsAfter({ labels, samples }, from, { targets, start }) {
    const first = samples[0]?.[0];
    const { birth } = targets.get(targetKey(labels)) ?? unknownTarget;
    return first !== undefined && first > from && !(birth !== undefined && birth > start);
}
function grownIn(growths, from, to, since = Number.NEGATIVE_INFINITY) {
    return growths.reduce((sum, growth) => (growth.at > from && growth.at <= to && growth.since >= since ? sum + growth.by : sum), 0);
}
function pairs(items) {
    return items.slice(1).map((item, index) => [items[index], item]);
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/log-lines.js
async function countLines({ lines: store }, { namespace, probe, pods }, { from, to }) {
    if (store === undefined)
        return { ok: false, detail: 'slipway.yml names no log store in `monitoring.logs`' };
    return store.count({ namespace, pods: pods.map(({ name }) => name), from, to, step: probe.tick });
}
async function withLines(source, question, window) {
    const { levels, delay } = question.probe;
    const { from, to } = question.span;
    const counted = await countLines(source, question, { from, to: to + delay });
    if (!counted.ok)
        return counted;
    const byPod = [...Map.groupBy(counted.value, ({ pod }) => pod)];
    const counters = byPod.map(([pod, all]) => ({
        labels: { pod },
        growths: all
            .filter(({ level }) => levels.includes(level))
            .map(({ since, at, lines }) => ({ since, at, by: lines })),
    }));
    const newestLine = new Map(byPod.map(([pod, all]) => [pod, Math.max(...all.map(({ since }) => since))]));
    return { ok: true, value: { ...window, counters: [...window.counters, counters], newestLine } };
}
const haveArrived = ({ newestLine }, pod, until) => newestLine === undefined || (newestLine.get(pod) ?? Number.NEGATIVE_INFINITY) >= until;
const inspected = 600_000;
async function inspectLines(source, question) {
    const { probe, pods, at } = question;
    const { delay } = probe;
    const counted = await countLines(source, question, { from: at - delay - inspected, to: at });
    if (!counted.ok)
        return { problem: counted.detail };
    const found = Map.groupBy(counted.value, ({ pod }) => pod);
    if (found.size === 0)
        return {
            problem: 'the log store has no line of the live pods in the last 10 min; check that their logs are shipped, and `monitoring.logs.fields`',
        };
    if (counted.value.every(({ level }) => level === 'other'))
        return {
            problem: 'no line in the log store has a level; name its field in `monitoring.logs.fields.level`',
        };
    const proved = [...found.values()].flatMap(lines => provedTicks(lines, probe, at));
    if (proved.filter(each => each).length < proved.length / 2)
        return {
            problem: `the pods often write no line for ${delay / 1000} s, and then lost lines look like silence; write a longer time in \`monitoring.logs.max-delay\``,
        };
    const silent = pods.filter(({ name }) => !found.has(name));
    const warning = `${silent.length} of ${pods.length} pods have no line in the log store, such as ${silent[0]?.name}`;
    return silent.length === 0 ? {} : { warning };
}
function provedTicks(lines, { tick, delay }, at) {
    const steps = lines.map(({ since }) => since);
    const first = Math.min(...steps);
    const count = Math.max(0, Math.floor((at - delay - first) / tick));
    return Array.from({ length: count }, (_, index) => {
        const end = first + (index + 1) * tick;
        return steps.some(since => since >= end && since < end + delay);
    });
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/window.js

const memory = '1d';
const absence = 3_600_000;
async function readWindow(source, selectors, ups, span, { lookback }, birthOf, patience) {
    const start = span.from - lookback;
    const read = async (selector) => {
        const answer = await source.query(`${selector}[${span.to - start}ms]`, span.to, patience);
        return answer.ok ? { ok: true, value: answer.value.map(each => within(each, start, birthOf)) } : answer;
    };
    const asked = await Promise.all([...selectors, ...(ups === undefined ? [] : [ups])].map(read));
    const all = together(asked);
    if (!all.ok)
        return all;
    const series = all.value.slice(0, selectors.length);
    const targets = targetsOf(series.flat(), all.value.slice(selectors.length).flat(), birthOf);
    const known = { targets, start };
    const before = await recall(source, selectors, series, span.from, known, patience);
    if (!before.ok)
        return before;
    if (lookback < absence && areSeenAgain(series, before.value, span.from, known))
        return readWindow(source, selectors, ups, span, { lookback: absence }, birthOf, patience);
    const whole = withEdges(targets, series, start, before.value);
    const counters = series.map((list, index) => {
        const own = { targets: whole, start, before: before.value[index] ?? new Map() };
        return list.map(each => ({ labels: each.labels, growths: growthsOf(each, own) }));
    });
    return { ok: true, value: { counters, targets: whole, series } };
}
function areSeenAgain(series, before, from, known) {
    return series.some((list, index) => list.some(each => beginsAfter(each, from, known) && before[index]?.has(seriesKey(each.labels)) === true));
}
function within(series, start, birthOf) {
    const from = Math.max(start, (birthOf?.(series.labels) ?? start) - 1);
    return { ...series, samples: series.samples.filter(([at]) => at > from) };
}
async function recall(source, selectors, series, from, known, patience) {
    if (!series.flat().some(each => beginsAfter(each, from, known)))
        return { ok: true, value: selectors.map(() => new Map()) };
    const asked = await Promise.all(selectors.map(selector => source.query(`last_over_time(${selector}[${memory}])`, known.start, patience)));
    const all = together(asked);
    if (!all.ok)
        return all;
    const values = all.value.map(list => list.flatMap(({ labels, samples }) => {
        const last = samples.at(-1);
        return last === undefined ? [] : [[seriesKey(labels), last[1]]];
    }));
    return { ok: true, value: values.map(each => new Map(each)) };
}
function together(outcomes) {
    const values = [];
    for (const outcome of outcomes) {
        if (!outcome.ok)
            return outcome;
        values.push(outcome.value);
    }
    return { ok: true, value: values };
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/share.js




function shareProbeOf(share, sides, probes) {
    if (share === 'application')
        return { kind: 'application', probe: probes[0]?.name ?? '' };
    return { kind: 'counters', ...(typeof share === 'string' ? presets[share](sides) : share) };
}
const presets = { contour, traefik };
function contour({ namespace, stable, canary }) {
    const clusters = (...names) => (0,analysis_selector/* matching */.wC)('envoy_cluster_name', '=~', `${(0,analysis_selector/* literal */.eu)(namespace)}_${oneOf(names)}_[0-9]+`);
    const answers = 'envoy_cluster_upstream_rq_xx';
    return {
        total: (0,analysis_selector/* narrowed */.fQ)(answers, [clusters(stable, canary)]),
        candidate: (0,analysis_selector/* narrowed */.fQ)(answers, [clusters(canary)]),
        errors: (0,analysis_selector/* narrowed */.fQ)(answers, [clusters(canary), (0,analysis_selector/* matching */.wC)('envoy_response_code_class', '=', '5')]),
    };
}
function traefik({ namespace, stable, canary, route }) {
    const services = (...names) => (0,analysis_selector/* matching */.wC)('service', '=~', `${(0,analysis_selector/* literal */.eu)(namespace)}-${oneOf(names)}-http-[0-9]+@kubernetesgateway`);
    const failed = (0,analysis_selector/* matching */.wC)('code', '=~', '5..');
    const requests = 'traefik_service_requests_total';
    const router = (name) => (0,analysis_selector/* matching */.wC)('router', '=~', `httproute-${(0,analysis_selector/* literal */.eu)(namespace)}-${(0,analysis_selector/* literal */.eu)(name)}-gw-.*@kubernetesgateway`);
    return {
        total: (0,analysis_selector/* narrowed */.fQ)(requests, [services(stable, canary)]),
        candidate: (0,analysis_selector/* narrowed */.fQ)(requests, [services(canary)]),
        errors: (0,analysis_selector/* narrowed */.fQ)(requests, [services(canary), failed]),
        ...(route === undefined
            ? {}
            : {
                routed: (0,analysis_selector/* narrowed */.fQ)('traefik_router_requests_total', [router(route), failed]),
                served: (0,analysis_selector/* narrowed */.fQ)(requests, [services(stable, canary), failed]),
            }),
    };
}
const oneOf = (names) => `(?:${names.map(analysis_selector/* literal */.eu).join('|')})`;
async function readGateway(source, { share, pace }, span) {
    if (share.kind !== 'counters')
        return undefined;
    const questions = counterNames.flatMap(name => share[name] === undefined ? [] : [{ name, selector: share[name] }]);
    const selectors = questions.map(({ selector }) => selector);
    const window = await readWindow(source, selectors, undefined, span, pace);
    if (!window.ok || window.value.series[0]?.length === 0)
        return undefined;
    const { counters } = window.value;
    return new Map(questions.map(({ name }, index) => [name, counters[index] ?? []]));
}
function trafficIn(gateway, span) {
    if (gateway === undefined)
        return undefined;
    const sum = (name) => sumOf(gateway.get(name) ?? [], span);
    return {
        canary: sum('candidate'),
        total: sum('total'),
        ...(gateway.has('errors') ? { errors: sum('errors') } : {}),
        ...(gateway.get('routed')?.length ? { unserved: Math.max(0, sum('routed') - sum('served')) } : {}),
    };
}
const counterNames = ['total', 'candidate', 'errors', 'routed', 'served'];
function trafficOf({ share, probes }, windows, pods, span) {
    const index = share.kind === 'application' ? probes.findIndex(({ name }) => name === share.probe) : 0;
    const window = windows[index];
    if (window?.ok !== true)
        return undefined;
    const requests = (window.value.counters[0] ?? []).filter(({ labels }) => probes[index]?.kind !== 'histogram' || labels.le === '+Inf');
    const known = requests.filter(({ labels }) => podOf(labels, pods) !== undefined);
    const canary = known.filter(({ labels }) => podOf(labels, pods)?.track === 'canary');
    return { canary: sumOf(canary, span), total: sumOf(known, span) };
}
function sumOf(counters, { from, to, since }) {
    return counters.reduce((sum, { growths }) => sum + grownIn(growths, from, to, since), 0);
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/sampling.js








async function readTicks(source, sampling, pods, spans, { stage, weight }) {
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    const whole = { from: first.from, to: last.to };
    const [windows, gateway] = await Promise.all([
        Promise.all(sampling.probes.map(probe => readProbe(source, sampling, probe, pods, whole))),
        readGateway(source, sampling, whole),
    ]);
    const tickOf = async (span) => {
        const readings = await Promise.all(sampling.probes.map(async (probe, index) => {
            const window = windows[index];
            const reading = await explained(source, sampling, probe, pods, span, window);
            return [probe.name, aged(reading, pods, span.to)];
        }));
        const reached = trafficOf(sampling, windows, pods, span);
        const traffic = trafficBy(sampling, trafficIn(gateway, span), reached);
        return {
            at: span.to,
            stage,
            weight,
            ...(traffic?.total ? { share: (100 * traffic.canary) / traffic.total } : {}),
            ...(traffic && { traffic }),
            readings: Object.fromEntries(readings),
        };
    };
    const ticks = [];
    for (const span of spans)
        ticks.push(await tickOf(span));
    return ticks;
}
function aged(reading, pods, at) {
    if (reading.kind !== 'counts')
        return reading;
    const born = new Map(pods.map(({ name, started }) => [name, started]));
    const withAge = (each) => ({ ...each, age: at - (born.get(each.pod) ?? 0) });
    return { ...reading, canary: reading.canary.map(withAge), baseline: reading.baseline.map(withAge) };
}
async function explained(source, sampling, probe, pods, span, window) {
    if (!window.ok)
        return { kind: 'provider', detail: window.detail };
    const reading = readingOf(window.value, probe, pods, sampling, span);
    if (reading.kind !== 'absent')
        return reading;
    const reason = await explainAbsence(source, sampling, probe, pods, reading.track, span.to);
    const isYetToCome = reason.kind === 'absent' &&
        reason.track === 'canary' &&
        isScrapedInSilence(window.value, probe, pods, span);
    return isYetToCome ? { kind: 'idle' } : reason;
}
function trafficBy({ share }, gateway, pods) {
    if (share.kind === 'application')
        return pods;
    return gateway === undefined || pods === undefined ? gateway : { ...gateway, reached: pods.canary };
}
function spansBetween(from, to, tick) {
    const count = Math.max(0, Math.floor((to - from) / tick));
    return Array.from({ length: count }, (_, index) => ({
        from: from + index * tick,
        to: from + (index + 1) * tick,
    }));
}
async function settledUntil(source, { pace }) {
    const now = await source.now();
    return now.ok ? { ok: true, value: now.value - pace.settle } : now;
}
async function readProbe(source, { namespace, pace }, probe, pods, span, patience) {
    const ours = ownMatchers(namespace, pods);
    const selectors = selectorsOf(probe).map(selector => (0,analysis_selector/* narrowed */.fQ)(selector, ours));
    const bornOf = (labels) => podOf(labels, pods)?.started;
    const window = await readWindow(source, selectors, (0,analysis_selector/* narrowed */.fQ)('up', ours), span, pace, bornOf, patience);
    return window.ok && probe.kind === 'logs'
        ? withLines(source, { namespace, probe, pods, span }, window.value)
        : window;
}
function readingOf(window, probe, pods, { warmUp, pace }, span) {
    const counts = countsOf(window, probe, pods, warmUp, span);
    const asked = probe.kind === 'logs'
        ? countsOf({ ...window, newestLine: undefined }, probe, pods, warmUp, span)
        : counts;
    const wrong = contradictions(window, probe, pods, counts)[0];
    if (wrong !== undefined)
        return { kind: 'wrong-labels', detail: wrong };
    for (const track of ['canary', 'baseline']) {
        const own = pods.filter(pod => pod.track === track);
        if (own.length === 0 && track === 'baseline')
            continue;
        if (own.length > 0 && own.every(pod => span.to < pod.started + warmUp + 2 * pace.interval))
            continue;
        const seen = newest(window, own, span.to);
        if (seen !== undefined && span.to - seen > 2 * pace.interval) {
            return { kind: 'stale', seconds: Math.round((span.to - seen) / 1000) };
        }
        if (!hasRequests(window, probe, own))
            return { kind: 'absent', track };
        if (track === 'canary' && asked.canary.length > 0 && totalOf(asked.canary) === 0)
            return { kind: 'idle' };
        if (probe.kind === 'logs' && counts[track].length === 0 && totalOf(asked[track]) > 0)
            return { kind: 'stale', seconds: probe.delay / 1000, lines: true };
    }
    return { kind: 'counts', ...counts };
}
function countsOf(window, probe, pods, warmUp, { from, to, since = Number.NEGATIVE_INFINITY }) {
    const byPod = window.counters.map(counters => Map.groupBy(counters, ({ labels }) => podOf(labels, pods)?.uid));
    const counted = (pod) => {
        const begin = Math.max(since, pod.started + warmUp);
        const sum = (counters) => counters.reduce((total, { growths }) => total + grownIn(growths, from, to, begin), 0);
        const [requests = [], errors = []] = byPod.map(each => each.get(pod.uid) ?? []);
        const began = requests.some(({ growths }) => growths.some(({ since, at }) => since >= begin && at > from && at <= to));
        if (!began || !haveArrived(window, pod.name, to))
            return [];
        if (probe.kind !== 'histogram') {
            const [total, bad] = [sum(requests), sum(errors)];
            return [{ pod: pod.name, total, bad: [probe.kind === 'logs' ? Math.min(total, bad) : bad] }];
        }
        const total = sum(requests.filter(({ labels }) => boundOf(labels) === Number.POSITIVE_INFINITY));
        const bad = probe.boundaries.map(bound => Math.max(0, total - sum(requests.filter(({ labels }) => boundOf(labels) === bound))));
        return [{ pod: pod.name, total, bad }];
    };
    const of = (track) => pods.filter(pod => pod.track === track).flatMap(counted);
    return { canary: of('canary'), baseline: of('baseline') };
}
function totalOf(counts) {
    return counts.reduce((sum, { total }) => sum + total, 0);
}
function isScrapedInSilence(window, probe, pods, span) {
    const canary = pods.filter(({ track }) => track === 'canary');
    return (newest(window, canary, span.to) !== undefined &&
        totalOf(countsOf(window, probe, pods, 0, span).baseline) === 0);
}
function hasRequests({ series }, probe, pods) {
    return (series[0] ?? []).some(({ labels, samples }) => samples.length > 0 &&
        podOf(labels, pods) !== undefined &&
        (probe.kind !== 'histogram' || boundOf(labels) === Number.POSITIVE_INFINITY));
}
function newest({ targets }, pods, to) {
    const scrapes = [...targets.values()]
        .filter(({ labels }) => podOf(labels, pods) !== undefined)
        .flatMap(({ scrapes }) => scrapes.filter(at => at <= to).slice(-1));
    return scrapes.length === 0 ? undefined : Math.max(...scrapes);
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/history.js




const history_hour = 3_600_000;
const chunk = 600_000;
const affordable = 400_000;
const fewestPods = 4;
const patience = 30_000;
async function readHistory(source, sampling, pods, { to, tick }) {
    const read = await Promise.all(sampling.probes.map(probe => {
        const wide = probe.kind === 'histogram' ? { ...probe, boundaries: probe.buckets } : probe;
        return readMetric(source, sampling, wide, pods, { to, tick });
    }));
    const all = together(read);
    if (!all.ok)
        return all;
    const names = sampling.probes.map(({ name }) => name);
    const metrics = Object.fromEntries(all.value.map((metric, index) => [names[index] ?? '', metric]));
    const ages = pods.map(({ started }) => Math.max(0, to + sampling.pace.settle - started));
    const value = { to, tick, metrics };
    return { ok: true, value: ages.length === 0 ? value : { ...value, age: Math.max(...ages) } };
}
async function readMetric(source, sampling, probe, pods, { to, tick }) {
    const series = await countSeries(source, sampling, probe, pods, to);
    if (!series.ok)
        return series;
    const { sampled, span } = budgetOf(series.value, pods, sampling.pace.interval);
    const ticks = [];
    for (const { from, to: end } of chunksBetween(to - span, to, tick)) {
        const window = await readProbe(source, sampling, probe, sampled, { from, to: end }, patience);
        if (!window.ok)
            return window;
        for (const each of spansBetween(from, end, tick)) {
            ticks.push(countsOf(window.value, probe, sampled, sampling.warmUp, each).baseline);
        }
    }
    const first = ticks.findIndex(counts => counts.length > 0);
    const covered = first < 0 ? [] : ticks.slice(first);
    const boundaries = probe.kind === 'histogram' ? probe.boundaries : [];
    const share = sampled.length / Math.max(1, pods.length);
    return { ok: true, value: { boundaries, ticks: covered, share: share || 1 } };
}
async function countSeries(source, { namespace }, probe, pods, at) {
    const ours = ownMatchers(namespace, pods);
    const counted = await Promise.all(selectorsOf(probe).map(selector => source.query(`count(${(0,analysis_selector/* narrowed */.fQ)(selector, ours)})`, at, patience)));
    const all = together(counted);
    if (!all.ok)
        return all;
    const count = all.value.flat().reduce((sum, { samples }) => sum + (samples[0]?.[1] ?? 0), 0);
    return { ok: true, value: count };
}
function budgetOf(series, pods, interval) {
    const perPod = Math.max(1, (series / Math.max(1, pods.length)) * (history_hour / interval));
    const fitting = Math.floor(affordable / perPod);
    if (fitting >= pods.length)
        return { sampled: [...pods], span: history_hour };
    const take = Math.min(pods.length, Math.max(fewestPods, fitting));
    const sampled = Array.from({ length: take }, (_, i) => pods[Math.floor((i * pods.length) / take)]);
    const span = Math.min(history_hour, Math.max(chunk, Math.floor(((affordable / (perPod * take)) * history_hour) / chunk) * chunk));
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

// EXTERNAL MODULE: ./.build/js/src/config/suggest.js
var suggest = __webpack_require__(34182);
;// CONCATENATED MODULE: ./.build/js/src/analysis/inspection.js






async function inspect(source, probe, sides, pods, at) {
    const { namespace } = sides;
    const query = promql => source.query(promql, at);
    const ours = ownMatchers(namespace, pods);
    const requests = await query((0,analysis_selector/* narrowed */.fQ)(written(probe), ours));
    if (!requests.ok)
        return { probe, problems: [requests.detail], warnings: [] };
    if (requests.value.length === 0)
        return { probe, problems: [await whyNothing(query, source.name, probe, ours)], warnings: [] };
    const problems = contradictions({ series: [requests.value] }, { ...probe, boundaries: [] }, pods);
    const bound = await boundService(query, requests.value, sides, ours);
    if (bound !== undefined)
        problems.push(`the pods are scraped only through Service/${bound}, which will not select the candidate's pods; scrape all of them by a PodMonitor or through Service/${sides.stable}`);
    const counted = new Set(requests.value.map(({ labels }) => podOf(labels, pods)?.uid));
    const silent = pods.filter(({ uid }) => !counted.has(uid));
    const warnings = silent.length === 0
        ? []
        : [`${silent.length} of ${pods.length} pods have no series for it, such as ${silent[0]?.name}`];
    if (probe.kind === 'histogram') {
        const buckets = bucketsOf(requests.value);
        problems.push(...bucketProblems(probe, buckets));
        return { probe: { ...probe, buckets }, problems, warnings };
    }
    const { problem, warning } = probe.kind === 'logs'
        ? await inspectLines(source, { namespace, probe, pods, at })
        : await inspectBad(query, probe, requests.value, ours);
    if (problem !== undefined)
        problems.push(problem);
    if (warning !== undefined)
        warnings.push(warning);
    return { probe, problems, warnings };
}
async function boundService(query, series, { services, stable }, ours) {
    const names = new Set(series.map(({ labels }) => labels.service ?? ''));
    if (![...names].every(name => name !== stable && services.includes(name)))
        return undefined;
    const ups = await query((0,analysis_selector/* narrowed */.fQ)('up', ours));
    const scraping = new Set(ups.ok ? ups.value.map(({ labels }) => labels.service) : []);
    return [...names].every(name => scraping.has(name)) ? [...names][0] : undefined;
}
function bucketsOf(series) {
    const bounds = new Set(series.map(({ labels }) => boundOf(labels)));
    return [...bounds].filter(Number.isFinite).sort((a, b) => a - b);
}
function bucketProblems({ boundaries }, buckets) {
    return boundaries
        .filter(bound => !buckets.includes(bound))
        .map(bound => `${bound} s is not one of its buckets; choose ${around(bound, buckets).join(' or ')}`);
}
function around(bound, buckets) {
    const below = buckets.filter(each => each < bound).at(-1);
    const above = buckets.find(each => each > bound);
    return [below, above].filter(each => each !== undefined);
}
async function inspectBad(query, probe, requests, ours) {
    const found = await query((0,analysis_selector/* narrowed */.fQ)(probe.bad, ours));
    if (!found.ok)
        return { problem: found.detail };
    const { name, matchers } = (0,analysis_selector/* parseSelector */.Pl)(probe.bad) ?? { name: '', matchers: [] };
    const isPart = name === (0,analysis_selector/* parseSelector */.Pl)(probe.total)?.name;
    const key = ({ labels: { __name__, ...labels } }) => JSON.stringify(Object.entries(labels).sort());
    if (found.value.length > 0) {
        const areIn = (all) => {
            const known = new Set(all.map(key));
            return found.value.every(each => known.has(key(each)));
        };
        if (!isPart || areIn(requests))
            return {};
        const again = await query((0,analysis_selector/* narrowed */.fQ)(probe.total, ours));
        if (!again.ok)
            return { problem: again.detail };
        if (areIn(again.value))
            return {};
        return {
            problem: `${probe.bad} selects series that ${probe.total} does not; \`bad\` must select a part of \`total\``,
        };
    }
    const others = isPart ? undefined : await query((0,analysis_selector/* narrowed */.fQ)(name, ours));
    const there = others === undefined ? requests : others.ok ? others.value : [];
    if (there.length === 0)
        return { warning: `the series ${name} does not exist yet, so its name cannot be checked` };
    const labels = new Set(there.flatMap(each => Object.keys(each.labels)));
    const unknown = matchers.find(({ label }) => !labels.has(label));
    if (unknown !== undefined) {
        const own = [...labels].filter(label => !scraped.has(label));
        const near = (0,suggest/* nearest */.pA)(unknown.label, own);
        const remedy = near === undefined ? `they have ${own.join(', ')}` : `did you mean \`${near}\`?`;
        return { problem: `the series of ${name} have no label ${unknown.label}; ${remedy}` };
    }
    const silent = matchers.find(matcher => !there.some(each => (0,analysis_selector/* matches */.cK)(matcher, each.labels)));
    const values = [...new Set(there.map(each => each.labels[silent?.label ?? ''] ?? ''))].slice(0, 8);
    const seen = silent === undefined ? '' : `: so far ${silent.label} is ${values.join(', ')}`;
    return { warning: `${probe.bad} selects nothing yet${seen}` };
}
const scraped = new Set(['__name__', 'job', 'instance', 'namespace', 'pod', 'pod_uid', 'node', 'container']);
async function whyNothing(query, server, probe, ours) {
    const { name } = (0,analysis_selector/* parseSelector */.Pl)(written(probe)) ?? { name: '' };
    const bare = await query(`topk(5, ${(0,analysis_selector/* narrowed */.fQ)(name, ours)})`);
    if (!bare.ok)
        return bare.detail;
    if (bare.value.length > 0)
        return excluded(probe, bare.value, 'the live pods');
    const elsewhere = await query(`topk(5, ${written(probe)})`);
    if (!elsewhere.ok)
        return elsewhere.detail;
    if (elsewhere.value[0] !== undefined)
        return foreign(probe, elsewhere.value[0]);
    const all = await query(`group by (__name__) (${(0,analysis_selector/* printSelector */.vJ)({ name: '', matchers: [...ours] })})`);
    if (!all.ok)
        return all.detail;
    const names = all.value.map(({ labels }) => labels.__name__ ?? '');
    if (names.length === 0) {
        return `Prometheus ${server} has no series of these pods at all; check that it scrapes them, and that their series have the labels namespace and pod`;
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

;// CONCATENATED MODULE: ./.build/js/src/analysis/preflight.js






async function preflightGate(source, gate, sides, pods) {
    const { namespace } = sides;
    const delay = Math.ceil((source.lines?.maxDelay ?? 0) / gate.tick) * gate.tick;
    const problems = [];
    const warnings = [];
    const now = await source.now();
    if (!now.ok)
        problems.push(now.detail);
    const ours = ownMatchers(namespace, pods);
    const probes = [];
    for (const metric of gate.metrics) {
        const probe = probeOf(metric, { tick: gate.tick, delay });
        const unseen = { probe, problems: [], warnings: [] };
        const seen = now.ok ? await inspect(source, probe, sides, pods, now.value) : unseen;
        probes.push(seen.probe);
        problems.push(...seen.problems.map(each => `metric ${metric.name}: ${each}`));
        warnings.push(...seen.warnings.map(each => `metric ${metric.name}: ${each}`));
    }
    const pace = now.ok ? await measurePace(source, ours, written(probes[0]), now.value) : undefined;
    if (pace?.ok === false)
        problems.push(pace.detail);
    const measured = pace?.ok === true ? pace.value : undefined;
    if (measured !== undefined && measured.interval > gate.tick) {
        const seconds = measured.interval / 1000;
        problems.push(`gate.tick: the pods are scraped every ${seconds} s; write \`tick: ${seconds}s\` or more`);
    }
    const share = shareProbeOf(gate.share, sides, probes);
    if (now.ok && share.kind === 'counters')
        problems.push(...(await inspectShare(source, share.total, share.candidate, gate.share)));
    const paced = measured ?? presumedPace(gate.tick);
    const readsLines = probes.some(({ kind }) => kind === 'logs');
    const sampling = {
        namespace,
        warmUp: gate['warm-up'],
        pace: readsLines ? { ...paced, settle: Math.max(paced.settle, delay) } : paced,
        probes,
        share,
    };
    return { problems, warnings, sampling };
}
function probeOf(metric, timing) {
    if ('bad' in metric)
        return { kind: 'ratio', name: metric.name, total: metric.total, bad: metric.bad };
    if ('logs' in metric)
        return { kind: 'logs', name: metric.name, total: metric.total, levels: metric.logs, ...timing };
    const series = (0,analysis_selector/* renamed */.fN)(metric.histogram, 'bucket');
    const boundaries = [...(metric.slow ?? [])].sort((a, b) => a - b);
    return { kind: 'histogram', name: metric.name, series, buckets: [], boundaries };
}
const preflight_scraped = {
    contour: 'at /stats/prometheus of Envoy,',
    traefik: 'that it runs with addServicesLabels,',
};
async function inspectShare(source, total, candidate, share) {
    const remedy = share === 'contour' || share === 'traefik'
        ? `check that Prometheus scrapes it, ${preflight_scraped[share]} and that it has sent requests to this Service; or write \`share: application\``
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

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
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
function past_trafficOf(history, metric) {
    const of = history.metrics[metric];
    if (of === undefined || of.ticks.length === 0)
        return 0;
    return sumOfPast(of, 0).total / (of.share ?? 1) / ((of.ticks.length * history.tick) / 1000);
}
function podCount(history, metric) {
    const of = history.metrics[metric];
    const last = of?.ticks.findLast(pods => pods.length > 0)?.length ?? 0;
    return Math.round(last / (of?.share ?? 1));
}

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
        return slow.map(seconds => latency_written(seconds, known));
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
function latency_written(seconds, known) {
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
    const metrics = gate.metrics.map(metric => metricPolicy(metric, strategy, past));
    const consequent = metrics.filter(metric => !metric.dryRun).length;
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
        traffic: Math.max(0, ...gate.metrics.map(({ name }) => past_trafficOf(past, name))),
        pods: Math.max(0, ...gate.metrics.map(({ name }) => podCount(past, name))),
    };
    const sizing = sizingOf(open, gate.profile, past.age);
    const policy = { ...open, profile: sizing.profile, margin: margins/* profiles */.xD[sizing.profile] };
    return { policy, sizing, sentences: strategy.kind === 'canary' ? forecast(open, sizing) : [] };
}
function samplingOf({ metrics }, sampling) {
    const judged = new Map(metrics.map(({ name, series }) => [name, series.flatMap(each => each.boundary ?? [])]));
    const probes = sampling.probes.map((probe) => probe.kind === 'histogram' ? { ...probe, boundaries: judged.get(probe.name) ?? [] } : probe);
    return { ...sampling, probes };
}
function stagesOf(strategy, tick) {
    const watch = { kind: 'watch', weight: 100, dwell: strategy.watch };
    if (strategy.kind === 'blue-green')
        return [watch];
    const { steps, bake } = strategy;
    return [
        ...steps.map(({ weight, pause = 0 }) => ({
            kind: 'step',
            weight,
            dwell: Math.max(leastLooks * tick, pause),
            ...(pause === 0 ? {} : { pause }),
        })),
        { kind: 'bake', weight: bake.weight, dwell: bake.for },
        watch,
    ];
}
const watchLimit = (strategy, share) => Math.min(0.9, strategy.kind === 'canary' ? 5 * share + 0.02 : 2 * share + 0.01);
function metricPolicy(metric, strategy, past) {
    const { name, max } = metric;
    const known = past.metrics[name] ?? { boundaries: [], ticks: [] };
    const boundaries = 'histogram' in metric ? boundariesOf(known, metric.slow) : [whole(known)];
    if (boundaries.length === 0) {
        throw new errors/* UserError */.yo(`no boundary can be chosen for ${name}: ${noCounts('its buckets', past.age)}`, 'set boundaries in seconds with `slow`, or run again after the live pods have answered requests for some minutes');
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
        traffic: past_trafficOf(past, name),
        weight: 0,
        tau: Math.max(...spreads),
        ...(max === undefined ? {} : { max: max / 100 }),
    };
}
function whole(past) {
    const { total, bad } = sumOfPast(past, 0);
    return { index: 0, share: total > 0 ? bad / total : 0, required: true };
}

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/config/gate.js
var config_gate = __webpack_require__(28989);
// EXTERNAL MODULE: ./.build/js/src/traffic/service-patches.js
var service_patches = __webpack_require__(26447);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/release/gate/facts.js + 1 modules
var gate_facts = __webpack_require__(54326);
// EXTERNAL MODULE: ./.build/js/src/analysis/facts.js
var analysis_facts = __webpack_require__(33863);
// EXTERNAL MODULE: ./.build/js/src/analysis/gate.js + 5 modules
var gate = __webpack_require__(74991);
// EXTERNAL MODULE: ./.build/js/src/decision/record.js
var decision_record = __webpack_require__(87303);
// EXTERNAL MODULE: ./.build/js/src/decision/replay.js + 2 modules
var replay = __webpack_require__(60775);
// EXTERNAL MODULE: ./.build/js/src/toolkit/wakeable.js
var wakeable = __webpack_require__(16269);
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
    #lastVerdict;
    #judgedAt = 0;
    #unreadSince;
    #trouble;
    #ticks = 0;
    #weightDiffers = false;
    #stopped = false;
    #pause = new wakeable/* WakeableWait */.K();
    constructor(parts) {
        this.#parts = parts;
        this.#gating = parts.gating;
        this.#running = this.#run();
    }
    look(snapshot) {
        this.#seen = snapshot;
        const { verdict } = this.#lastVerdict ?? {};
        if (verdict?.verdict === 'pod-local' && isGone(snapshot, verdict.pod))
            this.#replaced(verdict.pod, snapshot.now);
        (0,gate_facts/* noteFactsIn */.V3)(this.#parts.decisions, snapshot);
        this.#judgeFacts(snapshot);
    }
    inputs(snapshot) {
        const stage = (0,gate_facts/* stageOf */.gV)(snapshot.rollout, this.#gating.policy);
        if (stage === 'switch')
            return { verdict: { verdict: 'pass', reason: 'the candidate is ready' }, facts: (0,gate_facts/* factsIn */.PC)(snapshot) };
        const verdict = this.#lastVerdict?.stage === stage ? this.#lastVerdict?.verdict : undefined;
        return { verdict, judgedAt: this.#judgedAt, facts: (0,gate_facts/* factsIn */.PC)(snapshot) };
    }
    stop() {
        this.#stopped = true;
        this.#pause.wake();
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
            if (!this.#stopped)
                await this.#pause.sleep(Math.min(1000, tick / 4));
        }
    }
    #failed(detail) {
        if (detail !== this.#trouble)
            this.#parts.report(`the gate failed: ${detail}; retrying`);
        this.#trouble = detail;
        const snapshot = this.#seen;
        const stage = (0,gate_facts/* stageOf */.gV)(snapshot?.rollout, this.#gating.policy);
        if (snapshot !== undefined && typeof stage === 'number')
            this.#unread(stage, snapshot, detail);
    }
    async #turn() {
        const snapshot = this.#seen;
        const { source, isSet } = this.#parts;
        const { policy } = this.#gating;
        const sampling = { ...this.#gating.sampling, warmUp: 0 };
        const stage = (0,gate_facts/* stageOf */.gV)(snapshot?.rollout, policy);
        if (snapshot === undefined || typeof stage !== 'number')
            return;
        if (!isSet(snapshot)) {
            this.#weightDiffers = true;
            return;
        }
        const until = await settledUntil(source, sampling);
        const { state } = this.#gating;
        if (state === null || state.stage !== stage) {
            this.#weightDiffers = false;
            if (!until.ok)
                return this.#unread(stage, snapshot, until.detail);
            this.#unreadSince = undefined;
            const since = snapshot.rollout.phase === 'watching' ? snapshot.rollout.since : until.value;
            await this.#enter(stage, Math.min(since, until.value) + sampling.pace.settle);
            return;
        }
        if (this.#weightDiffers) {
            if (!until.ok)
                return this.#unread(stage, snapshot, until.detail);
            this.#weightDiffers = false;
            const at = Math.round(until.value + sampling.pace.settle);
            const skipped = at + policy.tick;
            this.#parts.decisions.update(record => (0,decision_record/* noteTurn */.Y2)(record, { at, skipped }));
            this.#gating = { ...this.#gating, state: (0,gate/* skipTo */.Lq)(state, skipped) };
            await this.#saveState();
            return;
        }
        if (this.#lastVerdict?.stage === stage && this.#lastVerdict.verdict.verdict === 'fail')
            return;
        if (!until.ok)
            return this.#tickWithoutAnswer(stage, snapshot, until.detail);
        const spans = spansBetween(state.lastAt, until.value, policy.tick);
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
        const ticks = await readTicks(this.#parts.source, sampling, (0,gate_facts/* watchedPods */.$L)(snapshot), spans, {
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
            if (this.#stopped || (0,gate_facts/* stageOf */.gV)(this.#seen?.rollout, policy) !== stage)
                return undefined;
            verdict = this.#addTick(tick);
            if (verdict?.verdict === 'fail' || verdict?.verdict === 'pod-local')
                break;
        }
        await this.#saveState();
        return verdict;
    }
    async #enter(stage, at) {
        const { policy, state, said } = this.#gating;
        const first = state ?? (0,gate/* beginGate */.Ns)(policy, at);
        if (state === null)
            this.#parts.decisions.update(record => (0,decision_record/* noteJudging */.Jp)(record, Math.round(at), policy, said));
        this.#parts.decisions.update(record => (0,decision_record/* noteTurn */.Y2)(record, { at: Math.round(at), stage }));
        const entered = first.stage === stage ? first : (0,gate/* enterStage */.dI)(policy, first, stage, at);
        this.#gating = { ...this.#gating, state: entered };
        await this.#saveState();
    }
    #addTick(tick) {
        const { policy, state } = this.#gating;
        if (state === null)
            return undefined;
        const next = (0,gate/* advance */.np)(policy, state, tick);
        const fact = tick.traffic === undefined ? undefined : (0,analysis_facts/* gatewayFact */.Ds)(tick.traffic, tick.weight);
        const facts = fact === undefined ? [] : [fact];
        const verdict = (0,gate/* judge */.S4)(policy, next, facts, tick.at);
        const asked = { at: tick.at, facts };
        this.#judgedAt = performance.now();
        this.#parts.decisions.update(record => (0,decision_record/* noteTick */.uy)(record, tick, (0,replay/* evidenceOf */.X1)(policy, next), verdict, asked));
        this.#gating = { ...this.#gating, state: next };
        this.#ticks += 1;
        return verdict;
    }
    async #tickWithoutAnswer(stage, snapshot, detail) {
        const { policy, sampling, state } = this.#gating;
        const at = snapshot.now - sampling.pace.settle;
        if (state === null || at - Math.max(state.lastAt, state.enteredAt) < policy.tick)
            return;
        if (at - state.lastAt > longestStall * policy.tick)
            return this.#unread(stage, snapshot, detail);
        const readings = policy.metrics.map(({ name }) => [name, { kind: 'provider', detail }]);
        const weight = this.#parts.shareOf(snapshot);
        const verdict = this.#addTick({ at, stage, weight, readings: Object.fromEntries(readings) });
        await this.#saveState();
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
            const judged = record.judging === undefined ? (0,decision_record/* noteJudging */.Jp)(record, at, policy, said) : record;
            return (0,decision_record/* noteVerdict */.c0)(judged, { at, stage, unread }, verdict);
        });
        this.#say(stage, verdict);
    }
    #say(stage, verdict) {
        const before = this.#lastVerdict;
        this.#lastVerdict = { stage, verdict };
        if (before?.stage !== stage || before.verdict.reason !== verdict.reason) {
            const word = verdict.verdict === 'continue' ? '' : `${verdict.verdict}: `;
            this.#parts.report(`gate: ${word}${verdict.reason}`);
        }
        if (verdict.verdict !== 'continue')
            this.#parts.informers.notify();
    }
    #judgeFacts(snapshot) {
        const facts = (0,gate_facts/* hardFactsIn */.Md)(snapshot);
        const { policy, state } = this.#gating;
        const stage = (0,gate_facts/* stageOf */.gV)(snapshot.rollout, policy);
        if (facts.length === 0 || state === null || typeof stage !== 'number')
            return;
        const at = Math.round(snapshot.now);
        const verdict = (0,gate/* judge */.S4)(policy, state, facts, at);
        this.#lastVerdict = { stage, verdict };
        this.#judgedAt = performance.now();
        this.#parts.decisions.update(record => (0,decision_record/* noteVerdict */.c0)(record, { at, stage, facts }, verdict));
    }
    #replaced(pod, at) {
        this.#lastVerdict = undefined;
        if (this.#gating.state === null)
            return;
        this.#gating = { ...this.#gating, state: (0,gate/* replacePod */.uZ)(this.#gating.state, pod) };
        this.#parts.decisions.update(record => (0,decision_record/* noteTurn */.Y2)(record, { at: Math.round(at), replaced: pod }));
    }
    async #saveState() {
        const gate = this.#gating;
        await this.#parts.store.change(rollout => ({ ...rollout, gate }));
        this.#unreadSince = undefined;
        const { decisions, report } = this.#parts;
        if (this.#ticks < saveEvery)
            return;
        this.#ticks = 0;
        await decisions.save(report);
    }
}
const isGone = (snapshot, pod) => !snapshot.pods.some(({ metadata }) => metadata?.name === pod && metadata.deletionTimestamp === undefined);

// EXTERNAL MODULE: ./.build/js/src/release/gate/sources.js
var gate_sources = __webpack_require__(39301);
;// CONCATENATED MODULE: ./.build/js/src/release/gate/setup.js















const mostComparisons = 100;
async function setUpGate(cluster, environment, live, services, env) {
    const { gateway, strategy, namespace, service, route } = environment;
    const gate = (0,config_gate/* metricGateOf */.xf)(environment);
    if (gate === undefined || strategy.kind === 'rolling' || service === undefined || live === undefined) {
        return undefined;
    }
    const source = (0,gate_sources/* openSources */.Hv)((0,gate_sources/* metricSettingsOf */.$B)(gate, environment), cluster, env);
    const pods = await servingPods(cluster, namespace, live);
    const podLabels = (0,kinds/* templateOf */.kW)(live)?.metadata?.labels ?? {};
    const sides = {
        namespace,
        stable: service,
        canary: naming/* nameOf */.Vb.canary(service),
        services: services.filter(each => (0,service_patches/* selects */.ko)(each, podLabels)).map(({ metadata }) => metadata?.name ?? ''),
        ...(route === undefined ? {} : { route: route.name }),
    };
    const { problems, warnings, sampling } = await preflightGate(source, gate, sides, pods);
    const [problem] = problems;
    if (problem !== undefined) {
        throw new errors/* UserError */.yo(`the gate cannot judge the candidate: ${problem}`, 'fix what Prometheus or the log store reports, or correct `gate` in slipway.yml');
    }
    const until = await settledUntil(source, sampling);
    const history = until.ok
        ? await readHistory(source, sampling, pods, { to: until.value, tick: gate.tick })
        : until;
    if (!history.ok) {
        throw new errors/* UserError */.yo(`the gate cannot read the metrics of the hour before: ${history.detail}`, 'make sure that Prometheus answers, and the log store if a metric needs it');
    }
    const { policy, sizing } = policyOf(gate, strategy, history.value, gateway.arrival);
    requireStateFits(policy);
    const said = forecast(policy, sizing);
    return { gating: { policy, sampling: samplingOf(policy, sampling), said, state: null }, warnings };
}
function requireStateFits({ metrics }) {
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
async function startGate(run, { env, report }) {
    const { cluster, spec, decisions, store, sources, informers } = run;
    const gating = store.rollout.gate;
    if (sources !== undefined && 'checks' in sources) {
        const { checksGate } = await __webpack_require__.e(/* import() */ 4450).then(__webpack_require__.bind(__webpack_require__, 14450));
        return checksGate(run, sources.checks, report);
    }
    if (gating === undefined || sources === undefined)
        return (0,gate_facts/* factsGate */.BL)(spec.watchMs, decisions, spec.strategy === 'canary' || gating !== undefined || sources !== undefined);
    return new MetricGate({
        source: (0,gate_sources/* openSources */.Hv)(sources, cluster, env),
        store,
        informers,
        decisions,
        gating,
        isSet: snapshot => snapshot.rollout.phase === 'watching' ||
            spec.router.setWeight(snapshot, snapshot.rollout.weight).length === 0,
        shareOf: snapshot => candidateShare(spec, snapshot),
        report,
    });
}
function candidateShare({ router }, snapshot) {
    const { phase, weight } = snapshot.rollout;
    return phase === 'watching' ? weight : router.weight(snapshot);
}


/***/ })

};
