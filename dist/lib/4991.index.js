export const id = 4991;
export const ids = [4991];
export const modules = {

/***/ 83770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QW: () => (/* binding */ emptyEProcess),
/* harmony export */   Yi: () => (/* binding */ noCounts),
/* harmony export */   y8: () => (/* binding */ logEvidence),
/* harmony export */   yQ: () => (/* binding */ logSum),
/* harmony export */   yo: () => (/* binding */ update)
/* harmony export */ });
const noCounts = { canaryBad: 0, canary: 0, baselineBad: 0, baseline: 0 };
const emptyEProcess = () => ({ log: [], left: 1, ticks: 0 });
function update(options, before, counts) {
    const { canary, baseline, canaryBad, baselineBad } = counts;
    const { grid, ratio, points, cap, phi } = options;
    if (canary <= 0 || (ratio > 0 && baseline <= 0))
        return before;
    const stake = stakeOf(options, before.ticks);
    const logStake = Math.log(stake);
    const odds = ratio > 0 ? (ratio * canary) / baseline : 0;
    const level = Math.log1p(odds);
    const log = grid.map((g, index) => {
        const perBaseline = level - Math.log1p(g * odds);
        const perCanary = Math.log(g) + perBaseline;
        const expected = (canary * points * (g - 1)) / (1 + g * odds);
        const factor = Math.min((canaryBad * perCanary + baselineBad * perBaseline - expected) / phi, cap);
        const bet = before.log[index];
        if (bet === undefined)
            return logStake + factor;
        return (stake > 0 ? logAdd(bet, logStake) : bet) + factor;
    });
    return { log, left: Math.max(0, before.left - stake), ticks: before.ticks + 1 };
}
function logEvidence({ grid, weights }, { log, left }) {
    if (log.length === 0)
        return 0;
    let sum = 0;
    for (let i = 0; i < grid.length; i++)
        sum += weights[i] ?? 0;
    let most = left > 0 ? 0 : Number.NEGATIVE_INFINITY;
    for (const bet of log)
        if (bet > most)
            most = bet;
    let total = left > 0 ? left * Math.exp(-most) : 0;
    for (let i = 0; i < log.length; i++)
        total += ((weights[i] ?? 0) / sum) * Math.exp((log[i] ?? 0) - most);
    return most + Math.log(total);
}
function logSum(terms) {
    let most = Number.NEGATIVE_INFINITY;
    for (const { weight, log } of terms)
        if (weight > 0 && log > most)
            most = log;
    if (most === Number.NEGATIVE_INFINITY)
        return most;
    let total = 0;
    for (const { weight, log } of terms)
        if (weight > 0)
            total += weight * Math.exp(log - most);
    return most + Math.log(total);
}
function stakeOf({ horizon }, ticks) {
    if (horizon === undefined)
        return ticks === 0 ? 1 : 0;
    if (ticks === 0)
        return 0.5;
    return ticks < horizon ? 0.5 / (horizon - 1) : 0;
}
function logAdd(a, b) {
    return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}


/***/ }),

/***/ 8424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ logHarmOf),
/* harmony export */   W: () => (/* binding */ findingsOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _eprocess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83770);
/* harmony import */ var _margins_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88323);



const grossPart = 0.1;
function findingsOf(policy, state) {
    return policy.metrics.map(metric => findingOf(policy, metric, stateOf(state, metric.name)));
}
function logHarmOf(policy, state, pod) {
    const terms = policy.metrics
        .filter(({ dryRun }) => !dryRun)
        .map(metric => ({ weight: metric.weight, log: metricHarm(metric, stateOf(state, metric.name), pod) }));
    return (0,_eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .logSum */ .yQ)(terms);
}
function findingOf(policy, metric, now) {
    const { name, dryRun, max } = metric;
    const logHarm = metricHarm(metric, now);
    const harms = now.series.map(each => seriesHarm(metric, each));
    const worst = Math.max(0, harms.indexOf(Math.max(...harms)));
    const required = now.series.filter((_, index) => metric.series[index]?.required);
    const logPass = Math.min(...required.map(each => (0,_eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .logEvidence */ .y8)(passing, each.pass)));
    const passed = logPass >= -Math.log(policy.alpha.pass);
    const { boundary, watchLimit } = metric.series[worst] ?? {};
    const { stage = _eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .noCounts */ .Yi } = now.series[0] ?? {};
    const watched = now.series.map(each => ({ weight: 1 / now.series.length, log: limitEvidence(each.watch) }));
    return {
        metric: name,
        dryRun,
        status: statusOf(policy, metric, now, logHarm, passed),
        logHarm,
        logPass,
        logLimit: limitEvidence(now.series[0]?.limit),
        logWatch: (0,_eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .logSum */ .yQ)(watched),
        passed,
        overMax: max !== undefined && stage.canaryBad > max * stage.canary,
        unread: now.gap !== undefined && now.gap.missing !== 'idle',
        counted: now.counted,
        counts: now.series[worst]?.total ?? _eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .noCounts */ .Yi,
        stage: now.series[worst]?.stage ?? _eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .noCounts */ .Yi,
        limited: { stage, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ boundary: metric.series[0]?.boundary }) },
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ boundary, max, watchLimit }),
    };
}
function statusOf(policy, metric, now, logHarm, passed) {
    if (logHarm >= -Math.log(policy.alpha.harm * (metric.dryRun ? 1 : metric.weight)))
        return 'harmed';
    if (now.gap !== undefined)
        return 'missing';
    if (logHarm >= Math.log(policy.quiet))
        return 'suspect';
    return passed ? 'passed' : 'open';
}
function metricHarm(metric, { series }, pod) {
    return (0,_eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .logSum */ .yQ)(series.map(each => ({ weight: 1 / series.length, log: seriesHarm(metric, each, pod) })));
}
function seriesHarm(metric, series, pod) {
    const harm = (0,_eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .logEvidence */ .y8)(harming, pod === undefined ? series.harm : (series.without[pod] ?? series.harm));
    if (metric.kind !== 'ratio')
        return harm;
    return (0,_eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .logSum */ .yQ)([
        { weight: 1 - grossPart, log: harm },
        { weight: grossPart, log: (0,_eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .logEvidence */ .y8)(grossing, series.gross) },
    ]);
}
const limitEvidence = (limit) => limit === undefined ? 0 : (0,_eprocess_js__WEBPACK_IMPORTED_MODULE_0__/* .logEvidence */ .y8)(limiting, limit);
const plain = { phi: 1, tau: 0, pods: 1, baselinePods: 1 };
const harming = (0,_margins_js__WEBPACK_IMPORTED_MODULE_1__/* .harmOptions */ .He)('ratio', plain, 2);
const passing = (0,_margins_js__WEBPACK_IMPORTED_MODULE_1__/* .passOptions */ .cG)({ ratio: 1, points: 0 }, plain);
const grossing = (0,_margins_js__WEBPACK_IMPORTED_MODULE_1__/* .grossOptions */ .pp)(1, 2);
const limiting = (0,_margins_js__WEBPACK_IMPORTED_MODULE_1__/* .limitOptions */ .w0)(0, 1, 2);
function stateOf(state, name) {
    const metric = state.metrics[name];
    if (metric === undefined)
        throw new Error(`the state knows no metric ${name}`);
    return metric;
}


/***/ }),

/***/ 74991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  np: () => (/* binding */ advance),
  Ns: () => (/* binding */ beginGate),
  dI: () => (/* binding */ enterStage),
  ly: () => (/* binding */ extendDeadline),
  S4: () => (/* reexport */ judge),
  H4: () => (/* reexport */ judgeUnread),
  uZ: () => (/* binding */ replacePod),
  Lq: () => (/* binding */ skipTo)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/analysis/wording.js
var wording = __webpack_require__(41332);
;// CONCATENATED MODULE: ./.build/js/src/analysis/split.js

const nothingArrived = { canary: 0, all: 0, expected: 0 };
const enough = 200;
const surprise = 12;
function arrivedAfter(before, reading, { weight, traffic }) {
    const tick = traffic ?? arrivalsOf(reading);
    if (tick === undefined)
        return before;
    return {
        canary: before.canary + tick.canary,
        all: before.all + tick.total,
        expected: before.expected + (tick.total * weight) / 100,
    };
}
function arrivalsOf(reading) {
    if (reading.kind !== 'counts' || reading.canary.some(({ age }) => age === undefined))
        return undefined;
    const sum = (pods) => pods.reduce((all, pod) => all + Math.max(0, pod.total), 0);
    const canary = sum(reading.canary);
    return { canary, total: canary + sum(reading.baseline) };
}
function wrongShare({ canary, all, expected }) {
    if (all < enough)
        return undefined;
    const share = canary / all;
    const weight = expected / all;
    const plausible = share > 0 && share < 1 && share >= weight / 2 && share <= weight * 2;
    if (plausible || all * divergence(share, weight) < surprise)
        return undefined;
    return `the canary got ${(0,wording/* percent */.KN)(share)} of ${Math.round(all).toLocaleString('en')} counted requests, but its weight is ${(0,wording/* percent */.KN)(weight)}`;
}
function divergence(share, weight) {
    const term = (a, b) => (a === 0 ? 0 : a * Math.log(a / b));
    return term(share, weight) + term(1 - share, 1 - weight);
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/arrival.js

const arrival_surprise = Math.log(1000);
const most = 0.98;
function isLate(policy, state, tick) {
    if (!isExpected(policy, state, tick))
        return false;
    const before = Math.min(policy.stages[state.stage - 1]?.weight ?? 0, tick.weight);
    return arrivals(policy, state, tick).some(({ canary, all, expected }) => {
        if (all === 0)
            return false;
        const [share, weight] = [canary / all, Math.min(most, expected / all)];
        const halfway = (weight + Math.min(weight, before / 100)) / 2;
        return share < halfway && all * divergence(share, weight) >= arrival_surprise;
    });
}
function lagAfter(policy, state, tick) {
    const { setAt = state.enteredAt, enteredAt, lag = 0 } = state;
    const wasLate = enteredAt > setAt && state.lastAt === enteredAt;
    const shown = wasLate && isExpected(policy, state, tick) && arrivals(policy, state, tick).some(hasCanary);
    return shown ? { lag: Math.max(lag, tick.at - setAt) } : {};
}
const hasCanary = ({ canary }) => canary > 0;
function isExpected({ arrival = 0, stages }, state, { at }) {
    const { setAt = state.enteredAt, stage, ticks } = state;
    return ticks > 0 && at <= setAt + arrival && (stages[stage]?.kind !== 'watch' || stage === 0);
}
function arrivals({ metrics }, state, tick) {
    return metrics
        .filter(({ dryRun }) => !dryRun)
        .map(({ name }) => {
        const before = state.metrics[name]?.arrived ?? nothingArrived;
        return arrivedAfter(before, tick.readings[name] ?? { kind: 'idle' }, tick);
    });
}

// EXTERNAL MODULE: ./.build/js/src/analysis/eprocess.js
var eprocess = __webpack_require__(83770);
;// CONCATENATED MODULE: ./.build/js/src/analysis/gap.js
function gapAfter(before, reading) {
    const now = missingIn(reading);
    if (now === undefined)
        return undefined;
    const same = before?.missing === now.missing ? before.same + 1 : 1;
    const unread = (before?.unread ?? 0) + (now.missing === 'idle' ? 0 : 1);
    return { ...now, ticks: (before?.ticks ?? 0) + 1, unread, same };
}
function missingIn(reading) {
    switch (reading.kind) {
        case 'counts': {
            const asked = reading.canary.some(pod => pod.total > 0);
            return asked ? undefined : { missing: 'idle', detail: 'the canary got no requests' };
        }
        case 'idle':
            return { missing: 'idle', detail: 'the canary got no requests' };
        case 'absent':
            return { missing: 'absent', detail: `the pods of the ${reading.track} have no series` };
        case 'stale':
            return {
                missing: 'stale',
                detail: reading.lines
                    ? `the newest line of its pods in the log store is ${Math.round(reading.seconds)} s old`
                    : `the newest sample is ${Math.round(reading.seconds)} s old`,
            };
        case 'wrong-labels':
        case 'provider':
            return { missing: reading.kind, detail: reading.detail };
    }
}

// EXTERNAL MODULE: ./.build/js/src/analysis/margins.js
var margins = __webpack_require__(88323);
// EXTERNAL MODULE: ./.build/js/src/analysis/policy.js
var analysis_policy = __webpack_require__(3416);
// EXTERNAL MODULE: ./.build/js/src/analysis/warm-up.js
var warm_up = __webpack_require__(52633);
;// CONCATENATED MODULE: ./.build/js/src/analysis/evidence.js






const sharesKept = 41;
function advanceMetric(context, before, reading, tick) {
    const { policy, state, metric, late } = context;
    const gap = gapAfter(before.gap, reading);
    const anew = late ? { arrived: nothingArrived } : {};
    if (reading.kind !== 'counts')
        return { ...before, ...anew, ...(gap && { gap }) };
    const { gap: _, ...rest } = before;
    const judged = reading.canary.filter(pod => !state.excluded.includes(pod.pod));
    const canary = (0,warm_up/* warmOnly */.WD)(policy, judged);
    const cold = judged.filter(pod => !canary.includes(pod));
    const baseline = (0,warm_up/* warmOnly */.WD)(policy, reading.baseline);
    const series = metric.series.map((each, index) => {
        const old = before.series[index];
        if (old === undefined)
            throw new Error(`the state knows no boundary ${index} of ${metric.name}`);
        return advanceSeries(context, each, old, { canary, cold, baseline, index });
    });
    return {
        ...rest,
        ...(gap && { gap }),
        series,
        arrived: late ? nothingArrived : arrivedAfter(before.arrived, reading, tick),
        counted: before.counted + (canary.length > 0 && !late ? 1 : 0),
    };
}
function advanceSeries(context, series, old, pods) {
    const { policy, stage, metric, late } = context;
    const { canary, cold, baseline, index } = pods;
    const counts = (0,warm_up/* countsOf */.mQ)(canary, baseline, index);
    const horizon = (0,analysis_policy/* horizonOf */.dK)(policy);
    const spread = {
        phi: series.phi,
        tau: metric.tau,
        pods: Math.max(1, canary.length),
        baselinePods: Math.max(1, baseline.length),
    };
    const harm = (0,margins/* harmOptions */.He)(metric.kind, spread, horizon);
    const pass = (0,margins/* passOptions */.cG)((0,margins/* marginAt */.ce)(policy.margin, metric.kind, stage.weight), spread);
    const share = counts.baseline > 0 ? counts.baselineBad / counts.baseline : undefined;
    const cool = (0,warm_up/* countsOf */.mQ)(cold, baseline, index);
    return {
        harm: stage.kind === 'watch' ? old.harm : (0,eprocess/* update */.yo)(harm, old.harm, counts),
        without: stage.kind === 'watch'
            ? old.without
            : context.pods.map((pod, at) => (0,eprocess/* update */.yo)(harm, old.without[at] ?? old.harm, (0,warm_up/* countsOf */.mQ)((0,warm_up/* without */.FF)(canary, pod), baseline, index))),
        gross: metric.kind === 'ratio' ? (0,eprocess/* update */.yo)((0,margins/* grossOptions */.pp)(series.phi, horizon), old.gross, cool) : old.gross,
        pass: late || isIncident(counts, old.shares) ? old.pass : (0,eprocess/* update */.yo)(pass, old.pass, counts),
        limit: metric.max !== undefined && index === 0
            ? (0,eprocess/* update */.yo)((0,margins/* limitOptions */.w0)(metric.max, series.phi, horizon), old.limit, counts)
            : old.limit,
        watch: stage.kind === 'watch'
            ? (0,eprocess/* update */.yo)((0,margins/* limitOptions */.w0)(series.watchLimit, series.phi, horizon), old.watch, counts)
            : old.watch,
        stage: late ? old.stage : (0,warm_up/* sumOf */.XN)(old.stage, counts),
        total: (0,warm_up/* sumOf */.XN)(old.total, counts),
        shares: share === undefined ? old.shares : [...old.shares, Number(share.toPrecision(3))].slice(-sharesKept),
    };
}
function isIncident({ baseline, baselineBad }, shares) {
    if (baselineBad < 10)
        return false;
    const sorted = [...shares].sort((a, b) => a - b);
    return shares.length > 0 && baselineBad > 5 * (sorted[Math.floor(sorted.length / 2)] ?? 0) * baseline;
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/analysis/findings.js
var analysis_findings = __webpack_require__(8424);
;// CONCATENATED MODULE: ./.build/js/src/analysis/judge.js






function judge(policy, state, facts, now) {
    const stage = policy.stages[state.stage];
    if (stage === undefined)
        throw new Error(`there is no stage ${state.stage}`);
    const findings = (0,analysis_findings/* findingsOf */.W)(policy, state).filter(finding => !finding.dryRun);
    const one = { policy, state, stage, findings, logHarm: (0,analysis_findings/* logHarmOf */.E)(policy, state), now };
    return (factual(facts) ??
        overLimit(one) ??
        harmed(one) ??
        nothingToJudge(one) ??
        shownGood(one) ??
        tooLate(one) ?? { verdict: 'continue', reason: whatIsOpen(one) });
}
function judgeUnread({ patience, tick }, { since, detail }, now) {
    if (now - since <= patience.provider * tick)
        return undefined;
    return noData('provider', `the metrics since then cannot be read: ${detail}`);
}
function factual(facts) {
    if (facts.length === 0)
        return undefined;
    return { verdict: 'fail', reason: facts.map(fact => fact.detail).join('; '), metrics: [] };
}
function overLimit({ policy, findings }) {
    const needed = -Math.log(policy.alpha.harm);
    const over = findings.filter(({ logLimit, logWatch }) => logLimit >= needed || logWatch >= needed);
    return over.length === 0 ? undefined : fail(over, wording/* exceeded */.GI);
}
function harmed({ policy, state, findings, logHarm }) {
    if (logHarm < -Math.log(policy.alpha.harm))
        return undefined;
    const alone = state.judged > 1 ? podAlone(policy, state) : undefined;
    if (alone !== undefined) {
        if (logHarm < Math.log(policy.podLocal))
            return undefined;
        if (state.excluded.length === 0)
            return podLocal(alone, findings);
    }
    const named = findings.filter(({ status }) => status === 'harmed');
    return fail(named.length > 0 ? named : mostHarmed(findings), wording/* comparison */.my);
}
const podAlone = (policy, state) => state.pods.find((_, index) => (0,analysis_findings/* logHarmOf */.E)(policy, state, index) < Math.log(policy.withoutPod));
function podLocal(pod, findings) {
    const worst = mostHarmed(findings).map(wording/* comparison */.my).join('; ');
    return {
        verdict: 'pod-local',
        pod,
        reason: `pod ${pod} is bad, and the candidate's other pods are not; ${worst}`,
    };
}
const fail = (findings, clause) => ({
    verdict: 'fail',
    reason: findings.map(clause).join('; '),
    metrics: findings.map(({ metric }) => metric),
});
const mostHarmed = (findings) => [...findings].sort((a, b) => b.logHarm - a.logHarm).slice(0, 1);
function nothingToJudge({ policy, state, stage, now }) {
    for (const metric of policy.metrics) {
        const { name, dryRun } = metric;
        const seen = state.metrics[name];
        if (dryRun || seen === undefined)
            continue;
        const wrong = stage.kind === 'watch' ? undefined : wrongShare(seen.arrived);
        if (wrong !== undefined)
            return noData('wrong-labels', `${name}: ${wrong}${sinceSet(policy, state, now)}`);
        const { gap } = seen;
        if (gap === undefined)
            continue;
        const { provider } = policy.patience;
        const absent = Math.max(policy.patience.absent, Math.ceil((policy.arrival ?? 0) / policy.tick));
        const unanswered = gap.missing === 'provider' || gap.missing === 'wrong-labels';
        const idle = Math.max(absent, idleTicks(policy, metric, stage));
        if ((unanswered && gap.same > provider) || gap.unread >= absent || gap.ticks >= idle) {
            const lasted = (gap.missing === 'idle' ? gap.ticks : gap.unread) * policy.tick;
            return noData(gap.missing, `${name}: ${gap.detail} (for ${(0,duration/* roughTimeSpan */.P)(lasted)})`);
        }
    }
    const silence = now - Math.max(state.lastAt, state.enteredAt);
    if (silence <= (policy.patience.absent + 1) * policy.tick)
        return undefined;
    return noData('stale', `nothing was read for ${(0,duration/* roughTimeSpan */.P)(silence)}`);
}
const sinceSet = ({ arrival }, { setAt, enteredAt }, now) => arrival === undefined ? '' : `, ${(0,duration/* roughTimeSpan */.P)(now - (setAt ?? enteredAt))} after the weight was set`;
const noData = (missing, reason) => ({ verdict: 'no-data', missing, reason });
function idleTicks(policy, metric, { weight }) {
    const expected = ((((metric.traffic || policy.traffic) * weight) / 100) * policy.tick) / 1000;
    return expected > 0 ? Math.ceil(Math.log(1000) / expected) : 0;
}
function shownGood(one) {
    const { stage, state, findings, now } = one;
    if (now - state.enteredAt < stage.dwell || isNoisy(one))
        return undefined;
    if (findings.some(each => each.overMax || each.unread || each.counted < leastTicks(stage)))
        return undefined;
    if (stage.kind !== 'step') {
        return { verdict: 'pass', reason: `no harm at ${stage.weight} % in ${(0,duration/* roughTimeSpan */.P)(stage.dwell)}` };
    }
    if (!findings.every(({ passed }) => passed))
        return undefined;
    return { verdict: 'pass', reason: findings.map(wording/* standing */.JA).join('; ') };
}
const leastTicks = ({ kind }) => (kind === 'step' ? margins/* leastPassTicks */.Dq : 1);
const isNoisy = ({ policy, logHarm }) => logHarm >= Math.log(policy.quiet);
function tooLate(one) {
    const { policy, state, stage, findings, now } = one;
    const due = state.deadlineAt - (stage.kind === 'step' ? (0,analysis_policy/* reservedAfter */.PV)(policy, state.stage) : 0);
    if (stage.kind === 'watch' || now < due)
        return undefined;
    const gap = policy.metrics.map(({ name }) => state.metrics[name]?.gap).find(each => each !== undefined);
    if (gap !== undefined && findings.every(({ counted }) => counted === 0)) {
        return noData(gap.missing, `${gap.detail} until the time was over`);
    }
    return {
        verdict: 'inconclusive',
        reason: `the gate reached no conclusive verdict in time: ${whatIsOpen(one)}`,
    };
}
function whatIsOpen(one) {
    const { stage, state, findings, now } = one;
    const names = (list) => list.map(({ metric }) => metric).join(', ');
    const unread = findings.filter(each => each.unread || each.counted === 0);
    if (state.enteredAt === state.lastAt && state.ticks > 0)
        return `the requests do not show the weight of ${stage.weight} % yet, ${(0,duration/* roughTimeSpan */.P)(state.lastAt - (state.setAt ?? state.enteredAt))} after it was set`;
    if (unread.length > 0)
        return `no evidence at ${stage.weight} % yet from ${names(unread)}`;
    if (isNoisy(one))
        return `worse so far; ${mostHarmed(findings).map(wording/* comparison */.my).join('; ')}`;
    const over = findings.filter(({ overMax }) => overMax);
    if (over.length > 0)
        return over.map(wording/* exceeded */.GI).join('; ');
    const open = stage.kind === 'step' ? findings.filter(({ passed }) => !passed) : [];
    if (open.length > 0)
        return `not shown to be good yet; ${open.map(wording/* standing */.JA).join('; ')}`;
    const left = stage.dwell - (now - state.enteredAt);
    if (left <= 0)
        return `at ${stage.weight} % until every metric has data from ${leastTicks(stage)} ticks`;
    return `at ${stage.weight} % for ${(0,duration/* roughTimeSpan */.P)(Math.max(1000, left))} more`;
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/gate.js







const mostWithout = (series) => Math.max(2, Math.min(24, Math.floor(400 / series)));
function beginGate(policy, at) {
    const seriesState = () => ({
        harm: (0,eprocess/* emptyEProcess */.QW)(),
        without: [],
        gross: (0,eprocess/* emptyEProcess */.QW)(),
        pass: (0,eprocess/* emptyEProcess */.QW)(),
        limit: (0,eprocess/* emptyEProcess */.QW)(),
        watch: (0,eprocess/* emptyEProcess */.QW)(),
        stage: eprocess/* noCounts */.Yi,
        total: eprocess/* noCounts */.Yi,
        shares: [],
    });
    const metrics = policy.metrics.map(metric => [
        metric.name,
        { series: metric.series.map(seriesState), arrived: nothingArrived, counted: 0 },
    ]);
    return {
        schema: 1,
        startedAt: at,
        deadlineAt: at + policy.deadline,
        stage: 0,
        setAt: at,
        enteredAt: at,
        lastAt: at,
        ticks: 0,
        pods: [],
        judged: 0,
        excluded: [],
        metrics: Object.fromEntries(metrics),
    };
}
function enterStage(policy, state, stage, at) {
    if (policy.stages[stage] === undefined)
        throw new Error(`there is no stage ${stage}`);
    const metrics = (0,map/* mapValues */.LG)(state.metrics, ({ series, arrived: _, gap: __, ...rest }) => ({
        ...rest,
        arrived: nothingArrived,
        counted: 0,
        series: series.map(each => ({ ...each, pass: (0,eprocess/* emptyEProcess */.QW)(), stage: eprocess/* noCounts */.Yi })),
    }));
    return { ...state, stage, setAt: at, enteredAt: at, lastAt: Math.max(state.lastAt, at), ticks: 0, metrics };
}
function extendDeadline(state, deadlineAt) {
    return { ...state, deadlineAt: Math.max(state.deadlineAt, Math.round(deadlineAt)) };
}
function replacePod(state, pod) {
    const index = state.pods.indexOf(pod);
    const drop = (list) => list.filter((_, at) => at !== index);
    const metrics = (0,map/* mapValues */.LG)(state.metrics, metric => ({
        ...metric,
        counted: 0,
        series: metric.series.map(each => ({
            ...each,
            harm: each.without[index] ?? each.harm,
            without: drop(each.without).map(() => each.without[index] ?? each.harm),
            gross: (0,eprocess/* emptyEProcess */.QW)(),
            pass: (0,eprocess/* emptyEProcess */.QW)(),
            limit: (0,eprocess/* emptyEProcess */.QW)(),
            stage: eprocess/* noCounts */.Yi,
        })),
    }));
    return { ...state, pods: drop(state.pods), excluded: [...state.excluded, pod], metrics };
}
function skipTo(state, at) {
    const { enteredAt, setAt = enteredAt, lastAt } = state;
    const skipped = Math.max(0, at - lastAt);
    return { ...state, setAt: setAt + skipped, enteredAt: enteredAt + skipped, lastAt: lastAt + skipped };
}
function advance(policy, state, tick) {
    const stage = policy.stages[state.stage];
    const counted = Object.values(tick.readings).some(({ kind }) => kind === 'counts');
    if (stage === undefined || tick.stage !== state.stage || (counted && tick.at <= state.lastAt))
        return state;
    const late = isLate(policy, state, tick);
    const next = {
        ...state,
        ...(late ? { enteredAt: tick.at } : lagAfter(policy, state, tick)),
        lastAt: Math.max(state.lastAt, tick.at),
        ticks: state.ticks + 1,
    };
    if (next.ticks === 1)
        return next;
    const pods = podsAfter(policy, state, tick);
    const metrics = policy.metrics.map(metric => {
        const before = state.metrics[metric.name];
        if (before === undefined)
            throw new Error(`the state knows no metric ${metric.name}`);
        const reading = tick.readings[metric.name] ?? { kind: 'absent', track: 'canary' };
        return [
            metric.name,
            advanceMetric({ policy, stage, state, pods, metric, late }, before, reading, tick),
        ];
    });
    return {
        ...next,
        pods,
        judged: warmCanaryPods(policy, state, tick).length,
        metrics: Object.fromEntries(metrics),
    };
}
function podsAfter(policy, state, tick) {
    const series = policy.metrics.reduce((sum, metric) => sum + metric.series.length, 0);
    const seen = warmCanaryPods(policy, state, tick).filter(pod => !state.pods.includes(pod));
    return [...state.pods, ...seen].slice(0, Math.max(state.pods.length, mostWithout(series)));
}
function warmCanaryPods(policy, state, tick) {
    const names = Object.values(tick.readings).flatMap(reading => reading.kind === 'counts' ? (0,warm_up/* warmOnly */.WD)(policy, reading.canary).map(each => each.pod) : []);
    return [...new Set(names)].filter(pod => !state.excluded.includes(pod)).sort();
}


/***/ }),

/***/ 88323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ profileNames),
/* harmony export */   Dq: () => (/* binding */ leastPassTicks),
/* harmony export */   He: () => (/* binding */ harmOptions),
/* harmony export */   Tf: () => (/* binding */ spreadFactor),
/* harmony export */   cG: () => (/* binding */ passOptions),
/* harmony export */   ce: () => (/* binding */ marginAt),
/* harmony export */   pp: () => (/* binding */ grossOptions),
/* harmony export */   w0: () => (/* binding */ limitOptions),
/* harmony export */   xD: () => (/* binding */ profiles)
/* harmony export */ });
const profiles = {
    strict: { ratio: 1.25, points: 0.001 },
    standard: { ratio: 1.5, points: 0.002 },
    wide: { ratio: 1.5, points: 0.005 },
    gross: { ratio: 2, points: 0.01 },
};
const profileNames = Object.keys(profiles);
const harmful = {
    ratio: { ratio: 1.1, points: 0.0002 },
    histogram: { ratio: 1.1, points: 0.002 },
};
const finestHistogram = { ratio: 1.25, points: 0.003 };
const usualHistogram = { ratio: 1.5, points: 0.005 };
const grossly = { ratio: 5, points: 0.2 };
const harmGrid = {
    grid: [1.2, 1.5, 2, 3, 5, 9, 18, 40],
    weights: [0.1, 0.15, 0.2, 0.2, 0.15, 0.1, 0.06, 0.04],
};
const passGrid = { grid: [0.02, 0.2, 0.4, 0.55, 0.7, 0.85], weights: [0.3, 0.15, 0.15, 0.15, 0.15, 0.1] };
const harmCap = 2;
const passCap = 1;
const leastPassTicks = 6;
const deviations = { harm: 2.4, pass: 2.6 };
function spreadFactor({ tau, pods, baselinePods, times, }) {
    const deviation = tau * Math.sqrt(1 / Math.max(1, pods) + 1 / Math.max(1, baselinePods));
    return Math.exp((times === 1 ? 1 : deviations[times]) * deviation);
}
function harmOptions(kind, spread, horizon) {
    const { ratio, points } = harmful[kind];
    const wider = spreadFactor({ ...spread, times: 'harm' });
    return above({ ratio: ratio * wider, points: points * wider }, spread.phi, horizon);
}
const above = (margin, phi, horizon) => ({
    ...harmGrid,
    ...margin,
    cap: harmCap,
    phi,
    horizon,
});
function passOptions(margin, spread) {
    const narrower = 1 / spreadFactor({ ...spread, times: 'pass' });
    return {
        ...passGrid,
        ratio: margin.ratio * narrower,
        points: margin.points * narrower,
        cap: passCap,
        phi: spread.phi,
    };
}
const grossOptions = (phi, horizon) => above(grossly, phi, horizon);
const limitOptions = (limit, phi, horizon) => above({ ratio: 0, points: limit }, phi, horizon);
function marginAt(profile, kind, weight) {
    const finest = kind === 'histogram' ? (profile.ratio < 1.5 ? finestHistogram : usualHistogram) : profile;
    const points = Math.max(profile.points, finest.points);
    return { ratio: Math.max(profile.ratio, finest.ratio), points: points * Math.max(1, 50 / weight) };
}


/***/ }),

/***/ 3416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MK: () => (/* binding */ rateOf),
/* harmony export */   PV: () => (/* binding */ reservedAfter),
/* harmony export */   Xl: () => (/* binding */ bakeOf),
/* harmony export */   dK: () => (/* binding */ horizonOf),
/* harmony export */   m8: () => (/* binding */ canaryPodsAt)
/* harmony export */ });
const horizonOf = ({ deadline, tick }) => Math.max(2, Math.ceil(deadline / tick));
const rateOf = (policy, metric) => metric.traffic ?? policy.traffic;
const bakeOf = ({ stages }) => stages.find(stage => stage.kind === 'bake')?.dwell ?? 0;
const reservedAfter = (policy, stage) => policy.stages.slice(stage + 1).reduce((sum, { pause = 0 }) => sum + pause, bakeOf(policy));
const canaryPodsAt = ({ pods }, { weight }) => Math.max(1, Math.ceil((weight / 100) * pods));


/***/ }),

/***/ 52633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   WD: () => (/* binding */ warmOnly),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
function warmOnly({ warmUp, tick }, pods) {
    return pods.filter(({ age }) => age === undefined || age - tick >= warmUp);
}
function countsOf(canary, baseline, index) {
    const [ours, theirs] = [pooled(canary, index), pooled(baseline, index)];
    return { canaryBad: ours.bad, canary: ours.total, baselineBad: theirs.bad, baseline: theirs.total };
}
const without = (pods, pod) => pods.filter(each => each.pod !== pod);
const sumOf = (a, b) => ({
    canaryBad: a.canaryBad + b.canaryBad,
    canary: a.canary + b.canary,
    baselineBad: a.baselineBad + b.baselineBad,
    baseline: a.baseline + b.baseline,
});
function pooled(pods, index) {
    let total = 0;
    let bad = 0;
    for (const pod of pods) {
        const requests = counted(pod.total);
        total += requests;
        const own = pod.bad[index];
        if (own === undefined)
            throw new Error(`the counts of pod ${pod.pod} have no boundary ${index}`);
        bad += Math.min(counted(own), requests);
    }
    return { total, bad };
}
const counted = (count) => (count > 0 && Number.isFinite(count) ? count : 0);


/***/ }),

/***/ 41332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   GI: () => (/* binding */ exceeded),
/* harmony export */   JA: () => (/* binding */ standing),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   my: () => (/* binding */ comparison)
/* harmony export */ });
function comparison({ metric, boundary, counts, logHarm, }) {
    return `${metric}: ${shares(counts, boundary)} (evidence of harm: ${evidence(logHarm)})`;
}
function standing({ metric, boundary, stage, logPass }) {
    return `${metric}: ${shares(stage, boundary)} (evidence that it is good: ${evidence(logPass)})`;
}
function exceeded(finding) {
    const { metric, max, watchLimit, overMax, logLimit, limited } = finding;
    const isOfMax = max !== undefined && (overMax || logLimit > 0 || watchLimit === undefined);
    const { stage, boundary } = isOfMax ? limited : finding;
    const limit = isOfMax ? max : watchLimit;
    return `${metric}: ${part(stage.canaryBad, stage.canary, "the candidate's")} are ${badness(boundary)}; the limit is ${percent(limit ?? 0)}`;
}
function shares({ canaryBad, canary, baselineBad, baseline }, boundary) {
    const others = baseline > 0 ? `, ${part(baselineBad, baseline, "the baseline's").replace(/ requests$/, '')}` : '';
    return `${part(canaryBad, canary, "the candidate's")} are ${badness(boundary)}${others}`;
}
function part(bad, all, whose) {
    if (all === 0)
        return `none of ${whose} 0 requests`;
    return `${percent(bad / all)} of ${whose} ${Math.round(all).toLocaleString('en')} requests`;
}
const badness = (boundary) => boundary === undefined ? 'bad' : `slower than ${boundary} s`;
function evidence(log) {
    const amount = Math.exp(log);
    if (amount > 1e6)
        return 'more than 1,000,000 to 1';
    return `${amount >= 10 ? Math.round(amount).toLocaleString('en') : Number(amount.toPrecision(2))} to 1`;
}
const percent = (fraction) => `${Number((fraction * 100).toPrecision(3))} %`;
const about = (count) => `about ${Number(count.toPrecision(2)).toLocaleString('en')}`;


/***/ })

};
