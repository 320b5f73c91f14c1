export const id = 775;
export const ids = [775];
export const modules = {

/***/ 87303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ noteFindings),
/* harmony export */   JA: () => (/* binding */ noteDuration),
/* harmony export */   Jp: () => (/* binding */ noteJudging),
/* harmony export */   Me: () => (/* binding */ noteWatchdog),
/* harmony export */   RU: () => (/* binding */ notePods),
/* harmony export */   W5: () => (/* binding */ noteRun),
/* harmony export */   Y2: () => (/* binding */ noteTurn),
/* harmony export */   Yw: () => (/* binding */ lastVerdict),
/* harmony export */   c0: () => (/* binding */ noteVerdict),
/* harmony export */   hk: () => (/* binding */ noteWaits),
/* harmony export */   jH: () => (/* binding */ noteMoment),
/* harmony export */   lx: () => (/* binding */ noteFact),
/* harmony export */   qt: () => (/* binding */ startRecord),
/* harmony export */   rs: () => (/* binding */ endRecord),
/* harmony export */   uy: () => (/* binding */ noteTick),
/* harmony export */   wk: () => (/* binding */ noteCalls)
/* harmony export */ });
/* harmony import */ var _reduction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4825);

function startRecord(start) {
    const { at, by, token, doing, promotion, signatures, ...what } = start;
    return {
        schema: 1,
        ...what,
        ...(promotion === undefined ? {} : { promotion: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(promotion) }),
        ...(signatures === undefined ? {} : { signatures: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(signatures) }),
        startedAt: at,
        runs: [{ at, by, token, doing }],
        timeline: [],
        ticks: [],
        turns: [],
        verdicts: [],
        facts: [],
        findings: [],
        pods: [],
        calls: 0,
        durations: {},
        reduced: [],
    };
}
function noteRun({ end: _, ...record }, run) {
    return { ...record, runs: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.runs, run], most.runs) };
}
function noteJudging(record, startedAt, policy, said) {
    const open = policy;
    return { ...record, judging: { startedAt, said: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(said), policy: open } };
}
function noteMoment(record, moment) {
    const last = record.timeline.at(-1);
    const isSame = last?.phase === moment.phase && last.step === moment.step;
    const before = isSame ? record.timeline.slice(0, -1) : record.timeline;
    return { ...record, timeline: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...before, (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(moment)], most.moments) };
}
function noteTick(record, tick, evidence, verdict, asked = { at: tick.at, facts: [] }) {
    const { row, folded } = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .bounded */ .Mm)(tick);
    const judged = {
        ...row,
        ...(evidence === undefined ? {} : { evidence: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2)(evidence) }),
        verdict: verdict.verdict,
    };
    const known = asked.facts.reduce((each, fact) => noteFact(each, asked.at, fact), record);
    const next = { ...known, ticks: [...record.ticks, judged] };
    const noted = folded ? noteReduction(next, _reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .addedUp */ .C_) : next;
    return noteVerdict(noted, { ...asked, stage: tick.stage }, verdict);
}
function noteVerdict(record, { at, stage, facts = [], unread }, verdict) {
    const last = record.verdicts.at(-1);
    if (last?.verdict.verdict === verdict.verdict && last.stage === stage)
        return record;
    const why = unread === undefined ? {} : { unread };
    const said = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)({ at, after: record.ticks.length, stage, facts, ...why, verdict });
    return { ...record, verdicts: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.verdicts, said], most.verdicts) };
}
function noteTurn(record, what) {
    const turn = { ...what, after: record.ticks.length };
    return { ...record, turns: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.turns, turn], most.turns) };
}
function noteWaits({ waits: _, ...record }, waits) {
    return waits === undefined ? record : { ...record, waits: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(waits) };
}
function noteFact(record, at, fact) {
    const seen = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(fact);
    const isSame = (each) => each.kind === seen.kind && each.pod === seen.pod && each.detail === seen.detail;
    if (record.facts.some(each => isSame(each.fact)))
        return record;
    return { ...record, facts: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.facts, { at, fact: seen }], most.facts) };
}
function noteFindings(record, findings) {
    return { ...record, findings: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)((0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(findings), most.findings) };
}
function notePods(record, pods) {
    const before = record.pods.map((each) => ({ ...each, gone: true }));
    const known = new Map([...before, ...(0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(pods)].map(each => [each.pod, each]));
    return { ...record, pods: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...known.values()], most.pods) };
}
function noteCalls(record, calls) {
    return { ...record, calls };
}
function noteDuration(record, name, ms) {
    return { ...record, durations: { ...record.durations, [name]: ms } };
}
function noteWatchdog(record, job) {
    return { ...record, watchdog: job };
}
function noteReduction(record, what) {
    return record.reduced.includes(what) ? record : { ...record, reduced: [...record.reduced, what] };
}
function endRecord(record, end) {
    return { ...record, end: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(end) };
}
function lastVerdict(record) {
    return record.verdicts.at(-1)?.verdict;
}
const most = {
    runs: 50,
    moments: 200,
    verdicts: 100,
    turns: 100,
    facts: 50,
    findings: 100,
    pods: 200,
};


/***/ }),

/***/ 4825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ addedUp),
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   TS: () => (/* binding */ reduce),
/* harmony export */   cz: () => (/* binding */ clipped)
/* harmony export */ });
/* unused harmony exports mergedTicks, sumOf */
const largestRecord = 16 * 256 * 1024;
const mergedTicks = 'neighboring ticks are summed';
function reduce(record, bytes = largestRecord) {
    const fits = (each) => Buffer.byteLength(JSON.stringify(each)) <= bytes;
    const reduced = (each, ticks, what) => ({
        ...each,
        ticks,
        reduced: [...new Set([...each.reduced, what])],
    });
    if (fits(record))
        return record;
    let next = record;
    for (const track of ['baseline', 'canary']) {
        const ticks = next.ticks.map(row => withoutPods(row, track));
        next = reduced(next, ticks, `pods of the ${track} are summed`);
        if (fits(next))
            return next;
    }
    for (;;) {
        const { rows, counts } = halved(next.ticks);
        if (rows.length === next.ticks.length)
            return next;
        const moved = (each) => ({
            ...each,
            after: counts[each.after] ?? 0,
        });
        const { turns, verdicts } = next;
        next = reduced({ ...next, turns: turns.map(moved), verdicts: verdicts.map(moved) }, rows, mergedTicks);
        if (fits(next))
            return next;
    }
}
function halved(rows) {
    const joined = [];
    const counts = [0];
    for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index];
        const next = rows[index + 1];
        const both = next === undefined ? undefined : together(row, next);
        joined.push(both ?? row);
        counts.push(joined.length);
        if (both === undefined)
            continue;
        index += 1;
        counts.push(joined.length);
    }
    return { rows: joined, counts };
}
function together(a, b) {
    const names = Object.keys(a.readings);
    const alike = a.stage === b.stage &&
        a.weight === b.weight &&
        names.length === Object.keys(b.readings).length &&
        names.every(name => a.readings[name]?.kind === b.readings[name]?.kind);
    if (!alike)
        return undefined;
    const readings = names.map((name) => [
        name,
        sumOfReadings(a.readings[name], b.readings[name]),
    ]);
    return { ...b, readings: Object.fromEntries(readings) };
}
function sumOfReadings(a, b) {
    if (a.kind !== 'counts' || b.kind !== 'counts')
        return b;
    return { kind: 'counts', canary: byPod(a.canary, b.canary), baseline: byPod(a.baseline, b.baseline) };
}
function byPod(a, b) {
    const pods = new Map();
    for (const each of [...a, ...b]) {
        const known = pods.get(each.pod);
        pods.set(each.pod, known === undefined ? each : { ...sumOf([known, each]), pod: each.pod });
    }
    return [...pods.values()];
}
function kept(list, length) {
    if (list.length <= length)
        return list;
    const head = Math.floor(length / 2);
    return [...list.slice(0, head), ...list.slice(list.length - (length - head))];
}
const longestText = 600;
function clipped(value) {
    if (typeof value === 'string') {
        return (value.length > longestText ? `${value.slice(0, longestText - 1).toWellFormed()}…` : value);
    }
    if (Array.isArray(value))
        return value.map(clipped);
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clipped(inner)]));
}
const far = 700;
function finite({ harm, metrics }) {
    const clamp = (value) => Math.max(-far, Math.min(far, Number.isNaN(value) ? -far : value));
    return {
        harm: clamp(harm),
        metrics: Object.fromEntries(Object.entries(metrics).map(([name, each]) => [
            name,
            { harm: clamp(each.harm), pass: clamp(each.pass) },
        ])),
    };
}
const largestTick = 64 * 1024;
const addedUp = `pods are summed in ticks of more than ${largestTick / 1024} KiB`;
function bounded(tick) {
    const fits = (row) => JSON.stringify(row).length <= largestTick;
    const plain = {
        ...tick,
        readings: Object.fromEntries(Object.entries(tick.readings).map(([name, reading]) => [
            name,
            reading.kind === 'counts' ? reading : clipped(reading),
        ])),
    };
    if (fits(plain))
        return { row: plain, folded: false };
    const half = withoutPods(plain, 'baseline');
    return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}
function withoutPods(tick, track) {
    const readings = Object.entries(tick.readings).map(([name, reading]) => [
        name,
        reading.kind === 'counts' && reading[track].length > 1
            ? { ...reading, [track]: [sumOf(reading[track])] }
            : reading,
    ]);
    return { ...tick, readings: Object.fromEntries(readings) };
}
function sumOf(pods) {
    const width = Math.max(0, ...pods.map(each => each.bad.length));
    const ages = pods.flatMap(({ age }) => (age === undefined ? [] : [age]));
    return {
        pod: `${pods.length} pods`,
        ...(ages.length === 0 ? {} : { age: Math.min(...ages) }),
        total: pods.reduce((sum, each) => sum + each.total, 0),
        bad: Array.from({ length: width }, (_, index) => pods.reduce((sum, each) => sum + (each.bad[index] ?? 0), 0)),
    };
}


/***/ }),

/***/ 60775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gr: () => (/* binding */ backtest),
  X1: () => (/* binding */ replay_evidenceOf),
  En: () => (/* binding */ outlook),
  $c: () => (/* binding */ withFindings)
});

// UNUSED EXPORTS: eventsOf, startOf

// EXTERNAL MODULE: ./.build/js/src/analysis/gate.js + 5 modules
var gate = __webpack_require__(74991);
;// CONCATENATED MODULE: ./.build/js/src/analysis/backtest.js

function replay(policy, startedAt, events) {
    const verdicts = [];
    let state = (0,gate/* beginGate */.Ns)(policy, startedAt);
    for (const each of events) {
        if (each.event === 'stage')
            state = (0,gate/* enterStage */.dI)(policy, state, each.stage, each.at);
        else if (each.event === 'tick')
            state = (0,gate/* advance */.np)(policy, state, each.tick);
        else if (each.event === 'replaced')
            state = (0,gate/* replacePod */.uZ)(state, each.pod);
        else if (each.event === 'prolonged')
            state = (0,gate/* prolong */.YO)(state, each.until);
        else if (each.event === 'unread') {
            const open = { verdict: 'continue', reason: 'waiting for the metrics' };
            verdicts.push({ at: each.at, stage: each.stage, verdict: (0,gate/* judgeUnread */.H4)(policy, each, each.at) ?? open });
        }
        else
            verdicts.push({ at: each.at, stage: state.stage, verdict: (0,gate/* judge */.S4)(policy, state, each.facts, each.at) });
    }
    return { state, verdicts };
}

// EXTERNAL MODULE: ./.build/js/src/analysis/findings.js
var analysis_findings = __webpack_require__(8424);
// EXTERNAL MODULE: ./.build/js/src/analysis/eprocess.js
var eprocess = __webpack_require__(83770);
// EXTERNAL MODULE: ./.build/js/src/analysis/margins.js
var margins = __webpack_require__(88323);
;// CONCATENATED MODULE: ./.build/js/src/analysis/interval.js


const smallest = 1e-3;
const largest = 1e3;
function rateRatio(ticks, { alpha = 0.05, phi = 1 } = {}) {
    const spread = { phi, tau: 0, pods: 1, baselinePods: 1 };
    const harm = { ...(0,margins/* harmOptions */.He)('ratio', spread, Math.max(2, ticks.length)), points: 0 };
    const pass = { ...(0,margins/* passOptions */.cG)({ ratio: 1, points: 0 }, spread), points: 0 };
    const needed = -Math.log(alpha / 2);
    const rejectedBy = (options) => (ratio) => evidenceOf({ ...options, ratio }, ticks) >= needed;
    const low = edge(rejectedBy(harm), smallest, largest);
    const high = edge(rejectedBy(pass), largest, smallest);
    const estimate = pooledRatio(ticks);
    return {
        ...(estimate === undefined ? {} : { estimate }),
        low: low ?? 0,
        ...(high === undefined ? {} : { high }),
    };
}
function edge(isRejected, from, to) {
    if (!isRejected(from))
        return undefined;
    let [rejected, kept] = [Math.log(from), Math.log(to)];
    while (Math.abs(rejected - kept) > 1e-3) {
        const middle = (rejected + kept) / 2;
        if (isRejected(Math.exp(middle)))
            rejected = middle;
        else
            kept = middle;
    }
    return Math.exp(kept);
}
function evidenceOf(options, ticks) {
    let state = (0,eprocess/* emptyEProcess */.QW)();
    for (const tick of ticks)
        state = (0,eprocess/* update */.yo)(options, state, tick);
    return (0,eprocess/* logEvidence */.y8)(options, state);
}
function pooledRatio(ticks) {
    let [canaryBad, canary, baselineBad, baseline] = [0, 0, 0, 0];
    for (const tick of ticks) {
        canaryBad += tick.canaryBad;
        canary += tick.canary;
        baselineBad += tick.baselineBad;
        baseline += tick.baseline;
    }
    return canary > 0 && baselineBad > 0 ? canaryBad / canary / (baselineBad / baseline) : undefined;
}

// EXTERNAL MODULE: ./.build/js/src/analysis/warm-up.js
var warm_up = __webpack_require__(52633);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/decision/record.js
var decision_record = __webpack_require__(87303);
;// CONCATENATED MODULE: ./.build/js/src/decision/replay.js








function backtest(record) {
    if (record.judging === undefined && record.verdicts.length === 0 && record.ticks.length === 0)
        return { agrees: true, judged: false, comparisons: [], caveats: record.reduced };
    const { verdicts } = replayed(record, policyOf(record), eventsOf(record));
    const comparisons = record.verdicts.map(({ at, stage, verdict: recorded }, index) => {
        const computed = verdicts[index]?.verdict ?? { verdict: 'continue', reason: 'the gate gave no verdict' };
        return { at, stage, recorded, computed, same: isSame(recorded, computed) };
    });
    const agrees = comparisons.every(({ same }) => same);
    return { agrees, judged: true, comparisons, caveats: record.reduced };
}
function outlook(record, alternative) {
    const policy = changed(policyOf(record), alternative);
    const events = eventsOf(record).flatMap((each) => each.event === 'tick' ? [each, { event: 'judged', at: each.tick.at, facts: [] }] : [each]);
    const { verdicts } = replayed(record, policy, events);
    const stages = [...new Set(verdicts.map(({ stage }) => stage))];
    return {
        end: verdicts.find(({ verdict }) => !/^(continue|pass|pod-local)$/.test(verdict.verdict)),
        passes: stages.map(stage => ({
            stage,
            at: verdicts.find(each => each.stage === stage && each.verdict.verdict === 'pass')?.at,
        })),
    };
}
function eventsOf({ ticks, turns, verdicts }) {
    const events = [];
    const pending = [
        ...verdicts.map(({ after, at, stage, facts, unread }) => ({
            after,
            at,
            order: 0,
            event: unread === undefined
                ? { event: 'judged', at, facts }
                : { event: 'unread', at, stage, ...unread },
        })),
        ...turns.flatMap(({ after, at, stage, replaced, prolonged }) => [
            ...(prolonged === undefined
                ? []
                : [{ after, at, order: 1, event: { event: 'prolonged', until: prolonged, at } }]),
            ...(stage === undefined
                ? []
                : [{ after, at, order: 1, event: { event: 'stage', stage, at } }]),
            ...(replaced === undefined
                ? []
                : [{ after, at, order: 1, event: { event: 'replaced', pod: replaced, at } }]),
        ]),
    ].sort((a, b) => a.after - b.after || a.at - b.at || a.order - b.order);
    let next = 0;
    for (let count = 0; count <= ticks.length; count += 1) {
        for (; pending[next]?.after === count; next += 1)
            events.push(pending[next].event);
        const tick = ticks[count];
        if (tick !== undefined)
            events.push({ event: 'tick', tick });
    }
    return events;
}
function isSame(a, b) {
    if (a.verdict === 'fail' && b.verdict === 'fail')
        return `${[...a.metrics].sort()}` === `${[...b.metrics].sort()}`;
    if (a.verdict === 'no-data' && b.verdict === 'no-data')
        return a.missing === b.missing;
    if (a.verdict === 'pod-local' && b.verdict === 'pod-local')
        return a.pod === b.pod;
    return a.verdict === b.verdict;
}
function policyOf({ judging }) {
    if (judging === undefined) {
        throw new errors/* UserError */.yo('this release was not judged by a gate, so there is no verdict to compute again', 'choose the record of a canary with a gate');
    }
    return judging.policy;
}
function startOf({ judging, turns, startedAt }) {
    return (turns.find(({ after, stage }) => after === 0 && stage !== undefined)?.at ??
        judging?.startedAt ??
        startedAt);
}
function replayed(record, policy, events) {
    try {
        return replay(policy, startOf(record), events);
    }
    catch (error) {
        throw new errors/* UserError */.yo('this version of Slipway cannot replay the gate of this record', 'use the version of Slipway that wrote it', { cause: error });
    }
}
function changed(policy, { profile, metric }) {
    const names = policy.metrics.map(({ name }) => name);
    if (profile !== undefined && !isProfile(profile)) {
        throw new errors/* UserError */.yo(`there is no profile "${profile}"`, `choose one of ${Object.keys(margins/* profiles */.xD).join(', ')}`);
    }
    if (metric !== undefined && !names.includes(metric)) {
        throw new errors/* UserError */.yo(`the record has no metric "${metric}"`, `choose one of ${names.join(', ')}`);
    }
    const metrics = metric === undefined
        ? policy.metrics
        : policy.metrics.flatMap(each => (each.name === metric ? [{ ...each, dryRun: false, weight: 1 }] : []));
    return { ...policy, metrics, ...(profile === undefined ? {} : { profile, margin: margins/* profiles */.xD[profile] }) };
}
const isProfile = (name) => Object.hasOwn(margins/* profiles */.xD, name);
function withFindings(record) {
    const { judging } = record;
    if (judging === undefined || record.ticks.length === 0)
        return record;
    const policy = judging.policy;
    const { state, ticks } = judgedTicks(record, policy);
    const findings = (0,analysis_findings/* findingsOf */.W)(policy, state).flatMap(found => {
        const { series = [] } = policy.metrics.find(({ name }) => name === found.metric) ?? {};
        return series.map(({ boundary, phi }, index) => {
            const counts = ticks.get(`${found.metric} ${index}`) ?? [];
            const total = counts.reduce(warm_up/* sumOf */.XN, nothing);
            return {
                name: found.metric,
                ...(boundary === undefined ? {} : { boundary }),
                canary: { bad: total.canaryBad, total: total.canary },
                baseline: { bad: total.baselineBad, total: total.baseline },
                ...(total.canary === 0 ? {} : { ratio: ratioOf(rateRatio(counts, { phi })) }),
                status: statusOf(found, boundary),
                ...(found.dryRun ? { dryRun: true } : {}),
            };
        });
    });
    return (0,decision_record/* noteFindings */.$q)(record, findings);
}
function replay_evidenceOf(policy, state) {
    const metrics = (0,analysis_findings/* findingsOf */.W)(policy, state).map(({ metric, logHarm, logPass }) => [
        metric,
        { harm: logHarm, pass: logPass },
    ]);
    return { harm: (0,analysis_findings/* logHarmOf */.E)(policy, state), metrics: Object.fromEntries(metrics) };
}
function statusOf({ status, boundary: worst }, boundary) {
    const accused = status === 'harmed' || status === 'suspect';
    return accused && boundary !== worst ? 'open' : status;
}
const ratioOf = ({ estimate, low, high }) => ({
    estimate: estimate ?? null,
    low,
    high: high ?? null,
});
function judgedTicks(record, policy) {
    const ticks = new Map();
    let state = (0,gate/* beginGate */.Ns)(policy, startOf(record));
    for (const each of eventsOf(record)) {
        if (each.event === 'stage')
            state = (0,gate/* enterStage */.dI)(policy, state, each.stage, each.at);
        else if (each.event === 'replaced')
            state = (0,gate/* replacePod */.uZ)(state, each.pod);
        else if (each.event === 'tick') {
            const next = (0,gate/* advance */.np)(policy, state, each.tick);
            for (const { name } of policy.metrics) {
                next.metrics[name]?.series.forEach(({ total }, index) => {
                    const growth = differenceOf(total, state.metrics[name]?.series[index]?.total);
                    if (growth.canary + growth.baseline === 0)
                        return;
                    const key = `${name} ${index}`;
                    ticks.set(key, [...(ticks.get(key) ?? []), growth]);
                });
            }
            state = next;
        }
    }
    return { state, ticks };
}
const nothing = { canaryBad: 0, canary: 0, baselineBad: 0, baseline: 0 };
const differenceOf = (after, before = nothing) => ({
    canaryBad: after.canaryBad - before.canaryBad,
    canary: after.canary - before.canary,
    baselineBad: after.baselineBad - before.baselineBad,
    baseline: after.baseline - before.baseline,
});


/***/ })

};
