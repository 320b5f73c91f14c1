export const id = 3167;
export const ids = [3167];
export const modules = {

/***/ 11775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ podMatcher),
/* harmony export */   Pl: () => (/* binding */ parseSelector),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   fQ: () => (/* binding */ narrowed),
/* harmony export */   vJ: () => (/* binding */ printSelector),
/* harmony export */   wC: () => (/* binding */ matching)
/* harmony export */ });
const matching = (label, operator, value) => ({
    label,
    operator,
    value,
});
function parseSelector(text) {
    const whole = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?$/s.exec(text.trim());
    if (whole === null)
        return undefined;
    const [, name = '', inner = ''] = whole;
    const matchers = [];
    const one = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,|$)/sy;
    while (one.lastIndex < inner.trimEnd().length) {
        const match = one.exec(inner);
        if (match === null)
            return undefined;
        const [, label = '', operator = '=', quoted = ''] = match;
        matchers.push({ label, operator: operator, value: unquoted(quoted) });
    }
    return { name, matchers };
}
function printSelector({ name, matchers }) {
    if (matchers.length === 0)
        return name;
    const inner = matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`);
    return `${name}{${inner.join(',')}}`;
}
function narrowed(text, further) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, matchers: [...selector.matchers, ...further] });
}
function renamed(text, part) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, name: `${selector.name}_${part}` });
}
function matches({ label, operator, value }, labels) {
    const actual = labels[label] ?? '';
    switch (operator) {
        case '=':
            return actual === value;
        case '!=':
            return actual !== value;
        case '=~':
            return matchesPattern(value, actual);
        case '!~':
            return !matchesPattern(value, actual);
    }
}
function matchesPattern(pattern, text) {
    try {
        return new RegExp(`^(?:${pattern})$`, 's').test(text);
    }
    catch {
        return true;
    }
}
function unquoted(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return inner;
    return inner.replace(/\\(.)/gs, (_, letter) => escapes[letter] ?? letter);
}
const escapes = { n: '\n', t: '\t', r: '\r' };
function literal(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
const longestList = 3_000;
function podMatcher(names) {
    const list = [...new Set(names)].sort().map(literal).join('|');
    if (list.length <= longestList)
        return matching('pod', '=~', list);
    const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
    return matching('pod', '=~', `(?:${owners.join('|')})[^-]+`);
}


/***/ }),

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
    const noted = folded ? (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .withReduction */ .Kj)(next, _reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .addedUp */ .C_) : next;
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
/* harmony export */   Kj: () => (/* binding */ withReduction),
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   TS: () => (/* binding */ reduce),
/* harmony export */   cz: () => (/* binding */ clipped)
/* harmony export */ });
/* unused harmony exports mergedTicks, sumOf */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

const largestRecord = 16 * 256 * 1024;
const mergedTicks = 'neighboring ticks are summed';
function reduce(record, bytes = largestRecord) {
    const fits = (each) => Buffer.byteLength(JSON.stringify(each)) <= bytes;
    if (fits(record))
        return record;
    let next = record;
    for (const track of ['baseline', 'canary']) {
        const ticks = next.ticks.map(row => withoutPods(row, track));
        next = withReduction({ ...next, ticks }, `pods of the ${track} are summed`);
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
        const [turns, verdicts] = [next.turns.map(moved), next.verdicts.map(moved)];
        next = withReduction({ ...next, ticks: rows, turns, verdicts }, mergedTicks);
        if (fits(next))
            return next;
    }
}
const withReduction = (record, what) => ({
    ...record,
    reduced: [...new Set([...record.reduced, what])],
});
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
    const sum = (reading, name) => sumOfReadings(reading, b.readings[name]);
    return { ...b, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(a.readings, sum) };
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
        metrics: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(metrics, ({ harm, pass }) => ({ harm: clamp(harm), pass: clamp(pass) })),
    };
}
const largestTick = 64 * 1024;
const addedUp = `pods are summed in ticks of more than ${largestTick / 1024} KiB`;
function bounded(tick) {
    const fits = (row) => JSON.stringify(row).length <= largestTick;
    const short = (reading) => (reading.kind === 'counts' ? reading : clipped(reading));
    const plain = { ...tick, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(tick.readings, short) };
    if (fits(plain))
        return { row: plain, folded: false };
    const half = withoutPods(plain, 'baseline');
    return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}
function withoutPods(tick, track) {
    const summed = (reading) => reading.kind === 'counts' && reading[track].length > 1
        ? { ...reading, [track]: [sumOf(reading[track])] }
        : reading;
    return { ...tick, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(tick.readings, summed) };
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

function replay(policy, startedAt, events, seen = () => { }) {
    const verdicts = [];
    let state = (0,gate/* beginGate */.Ns)(policy, startedAt);
    for (const each of events) {
        const before = state;
        if (each.event === 'stage')
            state = (0,gate/* enterStage */.dI)(policy, state, each.stage, each.at);
        else if (each.event === 'tick')
            state = (0,gate/* advance */.np)(policy, state, each.tick);
        else if (each.event === 'replaced')
            state = (0,gate/* replacePod */.uZ)(state, each.pod);
        else if (each.event === 'prolonged')
            state = (0,gate/* extendDeadline */.ly)(state, each.until);
        else if (each.event === 'skipped')
            state = (0,gate/* skipTo */.Lq)(state, each.until);
        else if (each.event === 'unread') {
            const open = { verdict: 'continue', reason: 'waiting for the metrics' };
            verdicts.push({ at: each.at, stage: each.stage, verdict: (0,gate/* judgeUnread */.H4)(policy, each, each.at) ?? open });
        }
        else
            verdicts.push({ at: each.at, stage: state.stage, verdict: (0,gate/* judge */.S4)(policy, state, each.facts, each.at) });
        seen(before, state);
    }
    return { state, verdicts };
}

// EXTERNAL MODULE: ./.build/js/src/analysis/eprocess.js
var eprocess = __webpack_require__(83770);
// EXTERNAL MODULE: ./.build/js/src/analysis/findings.js
var analysis_findings = __webpack_require__(8424);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/analysis/margins.js
var margins = __webpack_require__(88323);
// EXTERNAL MODULE: ./.build/js/src/analysis/warm-up.js
var warm_up = __webpack_require__(52633);
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
    return { low: low ?? 0, ...(0,map/* defined */.sw)({ estimate: pooledRatio(ticks), high }) };
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
    const { canaryBad, canary, baselineBad, baseline } = ticks.reduce(warm_up/* sumOf */.XN, eprocess/* noCounts */.Yi);
    return canary > 0 && baselineBad > 0 ? canaryBad / canary / (baselineBad / baseline) : undefined;
}

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
    return [
        ...verdicts.map(({ after, at, stage, facts, unread }) => ({
            after,
            at,
            event: unread === undefined
                ? { event: 'judged', at, facts }
                : { event: 'unread', at, stage, ...unread },
        })),
        ...turns.flatMap(({ after, at, stage, replaced, prolonged, skipped }) => {
            const events = [
                prolonged === undefined ? undefined : { event: 'prolonged', until: prolonged, at },
                stage === undefined ? undefined : { event: 'stage', stage, at },
                replaced === undefined ? undefined : { event: 'replaced', pod: replaced, at },
                skipped === undefined ? undefined : { event: 'skipped', until: skipped, at },
            ];
            return events.flatMap(event => (event === undefined ? [] : [{ after, at, event }]));
        }),
        ...ticks.map((tick, after) => ({
            after,
            at: Number.POSITIVE_INFINITY,
            event: { event: 'tick', tick },
        })),
    ]
        .filter(({ after }) => after <= ticks.length)
        .sort((a, b) => a.after - b.after || a.at - b.at)
        .map(({ event }) => event);
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
    let judged;
    try {
        judged = judgedTicks(record, policy);
    }
    catch {
        return record;
    }
    const { state, ticks } = judged;
    const findings = (0,analysis_findings/* findingsOf */.W)(policy, state).flatMap(found => {
        const { series = [] } = policy.metrics.find(({ name }) => name === found.metric) ?? {};
        return series.map(({ boundary, phi }, index) => {
            const counts = ticks.get(`${found.metric} ${index}`) ?? [];
            const total = counts.reduce(warm_up/* sumOf */.XN, eprocess/* noCounts */.Yi);
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
    const events = eventsOf(record).filter(({ event }) => event !== 'judged' && event !== 'unread');
    const { state } = replay(policy, startOf(record), events, (before, after) => {
        for (const [name, { series }] of Object.entries(after.metrics))
            series.forEach(({ total }, index) => {
                const growth = differenceOf(total, before.metrics[name]?.series[index]?.total);
                if (growth.canary + growth.baseline === 0)
                    return;
                const key = `${name} ${index}`;
                ticks.set(key, [...(ticks.get(key) ?? []), growth]);
            });
    });
    return { state, ticks };
}
const differenceOf = (after, before = eprocess/* noCounts */.Yi) => ({
    canaryBad: after.canaryBad - before.canaryBad,
    canary: after.canary - before.canary,
    baselineBad: after.baselineBad - before.baselineBad,
    baseline: after.baseline - before.baseline,
});


/***/ }),

/***/ 62936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ objectIn),
/* harmony export */   _: () => (/* binding */ fieldOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

function fieldOf(source, field) {
    if (typeof source !== 'object' || source === null)
        return undefined;
    if (Object.hasOwn(source, field))
        return Reflect.get(source, field);
    for (let dot = field.indexOf('.'); dot !== -1; dot = field.indexOf('.', dot + 1)) {
        const head = field.slice(0, dot);
        if (!Object.hasOwn(source, head))
            continue;
        const found = fieldOf(Reflect.get(source, head), field.slice(dot + 1));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function objectIn(text) {
    if (typeof text !== 'string' || !text.trimStart().startsWith('{'))
        return undefined;
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonIn */ .Yf)(text);
    return typeof value === 'object' && value !== null ? value : undefined;
}


/***/ }),

/***/ 89182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   NI: () => (/* binding */ levelsWhere),
/* harmony export */   XL: () => (/* binding */ levelsIn),
/* harmony export */   bg: () => (/* binding */ levelNames)
/* harmony export */ });
const levelNames = ['debug', 'info', 'warning', 'error', 'fatal'];
const namesOfLevels = {
    debug: ['debug', 'trace', 'verbose', 'finest', 'finer', 'fine', '10', '20'],
    info: ['info', 'information', 'informational', 'notice', 'config', '30'],
    warning: ['warning', 'warn', '40'],
    error: ['error', 'err', 'severe', '50'],
    fatal: ['fatal', 'critical', 'crit', 'panic', 'alert', 'emergency', 'emerg', '60'],
};
const levelsByName = new Map(Object.entries(namesOfLevels).flatMap(([level, names]) => names.map(name => [name, level])));
function levelOf(value) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return levelsByName.get(text.trim().toLowerCase()) ?? 'other';
}
const levelsWhere = (isMeant) => levelNames.filter(level => namesOfLevels[level].some(isMeant));
function levelsIn(name) {
    const words = name.split(/[^A-Za-z]+/).filter(each => each !== 'config' && each !== 'fine');
    return [...new Set(words.map(levelOf))].filter(level => level !== 'other');
}


/***/ }),

/***/ 36082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeOf: () => (/* binding */ storeOf)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/ask.js
var ask = __webpack_require__(17905);
// EXTERNAL MODULE: ./.build/js/src/analysis/http-endpoint.js + 1 modules
var http_endpoint = __webpack_require__(96391);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/logs/fields.js
var logs_fields = __webpack_require__(62936);
// EXTERNAL MODULE: ./.build/js/src/logs/levels.js
var logs_levels = __webpack_require__(89182);
;// CONCATENATED MODULE: ./.build/js/src/logs/paging.js
const tooLarge = /Result window is too large.*?\[(\d+)\]|max entries limit.*?\(\d+ > (\d+)\)/;
async function readPages(pageFrom, first, limit) {
    const read = new Map();
    let partial;
    let size = 1000;
    for (let from = first;;) {
        const page = await pageFrom(from, size);
        const [, window, entries] = tooLarge.exec((page.ok ? page.value.partial : page.detail) ?? '') ?? [];
        const most = Number(window ?? entries ?? size);
        if (most >= 1 && most < size) {
            size = most;
            continue;
        }
        if (!page.ok)
            return page;
        partial ??= page.value.partial;
        const before = read.size;
        let last = from;
        for (const { key, time, ...line } of page.value.lines) {
            if (!read.has(key))
                read.set(key, line);
            if (time > last)
                last = time;
        }
        if (page.value.count < size || read.size > limit)
            break;
        const isNew = read.size > before;
        if (!isNew || last === from)
            partial ??= 'more lines share one timestamp than fit on a page';
        if (!isNew)
            break;
        from = last === from ? from + 1n : last;
    }
    const lines = [...read.values()].sort((a, b) => a.at - b.at);
    return { ok: true, value: { lines: lines.slice(0, limit), truncated: lines.length > limit, partial } };
}

;// CONCATENATED MODULE: ./.build/js/src/logs/elasticsearch.js





const defaults = {
    namespace: 'kubernetes.namespace_name',
    pod: 'kubernetes.pod_name',
    container: 'kubernetes.container_name',
    message: 'log',
    level: 'level',
    time: '@timestamp',
};
const otherMessages = ['message', 'log', 'msg'];
const failureSchema = schemas/* object */.Ikc({ reason: schemas/* object */.Ikc({ reason: schemas/* string */.YjP() }) });
const completenessSchema = schemas/* object */.Ikc({
    timed_out: schemas/* boolean */.zMY().default(false),
    _shards: schemas/* object */.Ikc({ total: schemas/* number */.aig(), failed: schemas/* number */.aig(), failures: schemas/* array */.YOg(failureSchema).default([]) }),
});
const hitSchema = schemas/* object */.Ikc({
    _index: schemas/* string */.YjP(),
    _id: schemas/* string */.YjP(),
    _source: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).default({}),
    sort: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()])).min(1),
});
const searchSchema = completenessSchema.extend({ hits: schemas/* object */.Ikc({ hits: schemas/* array */.YOg(hitSchema) }) });
const buckets = (more) => schemas/* object */.Ikc({
    sum_other_doc_count: schemas/* number */.aig().default(0),
    buckets: schemas/* array */.YOg(schemas/* object */.Ikc({ key: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]), doc_count: schemas/* number */.aig(), ...more })),
});
const stepsSchema = buckets({ levels: buckets({}) });
const countSchema = completenessSchema.extend({
    aggregations: schemas/* object */.Ikc({ pods: buckets({ steps: stepsSchema }) }),
});
const capabilitiesSchema = schemas/* object */.Ikc({
    indices: schemas/* array */.YOg(schemas/* string */.YjP()),
    fields: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())),
});
function elasticsearch(name, ask, settings) {
    const index = settings.elasticsearch ?? '*';
    const fields = { ...defaults, ...settings.fields };
    let exact;
    const search = async (query, schema, more) => {
        if (exact === undefined) {
            const found = await exactFields(name, ask, index, fields);
            if (!found.ok)
                return found;
            exact = found.value;
        }
        const body = { query: { bool: { filter: filtersOf(query, exact) } }, ...more(exact) };
        return ask(`/${index}/_search?ignore_unavailable=true`, schema, body);
    };
    const pageOf = async (query, from, size) => {
        const answer = await search({ ...query, from: Number(from) }, searchSchema, ({ time }) => ({
            size,
            sort: [{ [time]: { order: 'asc', unmapped_type: 'date' } }],
        }));
        if (!answer.ok)
            return answer;
        const { hits } = answer.value.hits;
        const lines = hits.flatMap(hit => lineOf(hit, fields));
        return { ok: true, value: { lines, count: hits.length, partial: partialOf(answer.value) } };
    };
    return {
        name,
        search: (query, limit) => readPages((from, size) => pageOf(query, from, size), BigInt(Math.floor(query.from)), limit),
        count: async ({ step, ...query }) => {
            const steps = Math.floor((query.to - query.from) / step);
            const whole = { ...query, to: query.from + steps * step };
            const answer = await search(whole, countSchema, exact => ({
                size: 0,
                aggs: aggregationsOf(query.from, step, exact),
            }));
            if (!answer.ok)
                return answer;
            const { pods } = answer.value.aggregations;
            const partial = partialOf(answer.value) ?? (pods.sum_other_doc_count > 0 ? 'there are too many pods' : undefined);
            return partial === undefined
                ? { ok: true, value: pods.buckets.flatMap(({ key, steps }) => countsOf(String(key), steps, step)) }
                : { ok: false, detail: `${name} counted only some of the lines: ${partial}` };
        },
    };
}
async function exactFields(name, ask, index, fields) {
    const names = Object.values(fields).flatMap(field => [field, `${field}.keyword`]);
    const call = `_field_caps?fields=${encodeURIComponent(names.join(','))}&ignore_unavailable=true`;
    const answer = await ask(`/${index}/${call}`, capabilitiesSchema);
    if (!answer.ok)
        return answer;
    const { indices, fields: known } = answer.value;
    const { namespace, pod, level, time } = fields;
    const refused = (why) => ({ ok: false, detail: `${name} has ${why}` });
    if (indices.length === 0)
        return refused(`no index ${index}`);
    const missing = [namespace, pod, time].find(field => !Object.hasOwn(known, field));
    if (missing !== undefined)
        return refused(`no field ${missing} in ${index}; name the right one in \`fields\``);
    const isText = (field) => Object.hasOwn(known[field] ?? {}, 'text');
    const mixed = [namespace, pod].find(field => isText(field) && Object.keys(known[field] ?? {}).length > 1);
    if (mixed !== undefined)
        return refused(`${mixed} as text in some indexes of ${index} only; name a pattern of indexes with one mapping`);
    const whole = (field) => (isText(field) ? `${field}.keyword` : field);
    const value = { ...fields, namespace: whole(namespace), pod: whole(pod), level: whole(level) };
    return { ok: true, value };
}
function filtersOf({ namespace, pods, from, to }, fields) {
    const range = { gte: Math.floor(from), lt: Math.ceil(to), format: 'epoch_millis' };
    return [
        { range: { [fields.time]: range } },
        { term: { [fields.namespace]: namespace } },
        ...(pods === undefined ? [] : [{ terms: { [fields.pod]: pods } }]),
    ];
}
function aggregationsOf(from, step, { pod, level, time }) {
    const steps = {
        field: time,
        fixed_interval: `${step}ms`,
        offset: `${Math.floor(from) % step}ms`,
        min_doc_count: 1,
    };
    const levels = { terms: { field: level, size: 50 } };
    const inSteps = { date_histogram: steps, aggs: { levels } };
    return { pods: { terms: { field: pod, size: 1000 }, aggs: { steps: inSteps } } };
}
function countsOf(pod, { buckets }, step) {
    return buckets.flatMap(({ key, doc_count, levels }) => {
        const known = levels.buckets.reduce((sum, each) => sum + each.doc_count, 0);
        const all = [...levels.buckets, { key: '', doc_count: doc_count - known }];
        const at = { pod, since: Number(key), at: Number(key) + step };
        return all
            .filter(each => each.doc_count > 0)
            .map(each => ({ ...at, level: (0,logs_levels/* levelOf */.In)(each.key), lines: each.doc_count }));
    });
}
function partialOf({ timed_out, _shards }) {
    if (timed_out)
        return 'the query timed out';
    if (_shards.failed === 0)
        return undefined;
    const said = _shards.failures[0]?.reason.reason ?? '';
    return `${_shards.failed} of its ${_shards.total} shards failed${said === '' ? '' : `: ${(0,http_endpoint/* inSentence */.B)(said)}`}`;
}
function lineOf({ _index, _id, _source, sort }, fields) {
    const number = Number(sort[0]);
    const at = number > 1e15 ? number / 1e6 : number;
    if (!Number.isFinite(at) || at < 0 || at > 1e15)
        return [];
    const text = [fields.message, ...otherMessages]
        .map(field => (0,logs_fields/* fieldOf */._)(_source, field))
        .find(value => typeof value === 'string');
    const nameIn = (field) => {
        const value = (0,logs_fields/* fieldOf */._)(_source, field);
        return typeof value === 'string' ? (0,http_endpoint/* inSentence */.B)(value) : '';
    };
    return [
        {
            at,
            key: `${_index} ${_id}`,
            time: BigInt(Math.floor(at)),
            fields: _source,
            pod: nameIn(fields.pod),
            container: nameIn(fields.container),
            level: (0,logs_levels/* levelOf */.In)((0,logs_fields/* fieldOf */._)(_source, fields.level)),
            text: typeof text === 'string' ? text : JSON.stringify(_source),
        },
    ];
}

// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var selector = __webpack_require__(11775);
;// CONCATENATED MODULE: ./.build/js/src/logs/loki.js





const loki_defaults = { namespace: 'namespace', pod: 'pod', container: 'container', level: 'detected_level' };
const answerSchema = (resultType, item) => schemas/* object */.Ikc({
    status: schemas/* literal */.euz('success'),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    data: schemas/* object */.Ikc({ resultType: schemas/* literal */.euz(resultType), result: schemas/* array */.YOg(item) }),
});
const labelsSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const streamsSchema = answerSchema('streams', schemas/* object */.Ikc({
    stream: labelsSchema,
    values: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP().regex(/^\d{1,19}$/), schemas/* string */.YjP()], schemas/* unknown */.L5J())),
}));
const matrixSchema = answerSchema('matrix', schemas/* object */.Ikc({
    metric: labelsSchema,
    values: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* string */.YjP().regex(/^\d+$/)])),
}));
function loki(name, ask, settings) {
    const labels = { ...loki_defaults, ...settings.fields };
    const queryRange = (parameters, schema) => ask(`/loki/api/v1/query_range?${new URLSearchParams(parameters)}`, schema);
    const pageOf = async (asked, from, size) => {
        const parameters = {
            query: selectorOf(asked, labels),
            limit: String(size),
            direction: 'forward',
            start: String(from),
            end: String(inNanoseconds(asked.to)),
        };
        const answer = await queryRange(parameters, streamsSchema);
        if (!answer.ok)
            return answer;
        const { data, warnings } = answer.value;
        const lines = data.result.flatMap(({ stream, values }) => values.map(([time, text]) => loki_lineOf(stream, time, text, labels)));
        const own = lines.filter(({ pod }) => asked.pods?.includes(pod) ?? true);
        return { ok: true, value: { lines: own, count: lines.length, partial: loki_partialOf(warnings) } };
    };
    return {
        name,
        search: (asked, limit) => readPages((from, size) => pageOf(asked, from, size), inNanoseconds(asked.from), limit),
        count: async ({ from, to, step, ...asked }) => {
            const selector = selectorOf(asked, labels);
            const parameters = {
                query: `sum by (${labels.pod}, ${labels.level}) (count_over_time(${selector}[${step}ms]))`,
                start: String(inNanoseconds(from + step)),
                end: String(inNanoseconds(to)),
                step: String(step / 1000),
            };
            const answer = await queryRange(parameters, matrixSchema);
            if (!answer.ok)
                return answer;
            const partial = loki_partialOf(answer.value.warnings);
            if (partial !== undefined)
                return { ok: false, detail: `${name} counted only some of the lines: ${partial}` };
            const counts = answer.value.data.result.flatMap(({ metric, values }) => values.map(([seconds, lines]) => ({
                pod: metric[labels.pod] ?? '',
                level: (0,logs_levels/* levelOf */.In)(metric[labels.level]),
                since: seconds * 1000 - step,
                at: seconds * 1000,
                lines: Number(lines),
            })));
            return { ok: true, value: counts.filter(({ pod }) => asked.pods.includes(pod)) };
        },
    };
}
function selectorOf({ namespace, pods }, labels) {
    const of = pods === undefined ? '' : `, ${labels.pod}=~${JSON.stringify((0,selector/* podMatcher */.Am)(pods).value)}`;
    return `{${labels.namespace}=${JSON.stringify(namespace)}${of}}`;
}
const loki_partialOf = (warnings) => warnings?.[0] === undefined ? undefined : `it warns: ${(0,http_endpoint/* inSentence */.B)(warnings[0])}`;
const inNanoseconds = (ms) => BigInt(Math.floor(ms)) * 1000000n;
function loki_lineOf(stream, time, text, labels) {
    return {
        at: Number(BigInt(time) / 1000000n),
        time: BigInt(time),
        key: JSON.stringify([time, text, stream]),
        text,
        fields: {},
        pod: (0,http_endpoint/* inSentence */.B)(stream[labels.pod] ?? ''),
        container: (0,http_endpoint/* inSentence */.B)(stream[labels.container] ?? ''),
        level: (0,logs_levels/* levelOf */.In)(stream[labels.level]),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/logs/store.js





function storeOf(settings, cluster, env) {
    const { tenant, service } = settings;
    const headers = tenant === undefined ? undefined : { 'x-scope-orgid': tenant };
    const endpoint = (0,http_endpoint/* endpointOf */.X)({ ...settings, ...(headers && { headers }) }, cluster, env);
    const method = service === undefined ? 'POST' : 'GET';
    const askStore = (path, schema, body) => (0,ask/* ask */.k)(endpoint, {
        server: 'the log store',
        path,
        patience: 2_000,
        longest: 15_000,
        request: body === undefined ? { method: 'GET' } : { method, body },
        read: text => {
            const { success, data } = schema.safeParse((0,map/* jsonIn */.Yf)(text));
            const detail = `gave an answer to ${path.replace(/\?.*/, '')} that is not in the documented form`;
            return success ? { ok: true, value: data } : { ok: false, detail, temporary: false };
        },
    });
    const open = settings.loki === true ? loki : elasticsearch;
    return open(`the log store ${endpoint.name}`, askStore, settings);
}


/***/ }),

/***/ 39301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ metricSettingsOf),
/* harmony export */   Hv: () => (/* binding */ openSources),
/* harmony export */   rD: () => (/* binding */ gateSourcesOf)
/* harmony export */ });
/* harmony import */ var _analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38062);
/* harmony import */ var _config_plain_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65364);
/* harmony import */ var _logs_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36082);



function gateSourcesOf({ gate, verify }, today) {
    if (gate === 'checks')
        return verify && { checks: (0,_config_plain_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .bareChecks */ .Oo)(verify.checks) };
    return gate && metricSettingsOf(gate, today);
}
function metricSettingsOf({ prometheus }, { monitoring }) {
    return { prometheus, logs: monitoring?.logs };
}
function openSources({ prometheus, logs }, cluster, env) {
    const source = (0,_analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusOf */ ._)(prometheus, cluster, env);
    if (logs === undefined)
        return source;
    return { ...source, lines: { count: (0,_logs_store_js__WEBPACK_IMPORTED_MODULE_1__.storeOf)(logs, cluster, env).count, maxDelay: logs['max-delay'] } };
}


/***/ }),

/***/ 85610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ judgeLifetime),
/* harmony export */   SO: () => (/* binding */ withWait),
/* harmony export */   _N: () => (/* binding */ lifetimeFrom),
/* harmony export */   dn: () => (/* binding */ lifetimeOfRollback),
/* harmony export */   e0: () => (/* binding */ lifetimeOfRelease),
/* harmony export */   eT: () => (/* binding */ lifeSentence),
/* harmony export */   jY: () => (/* binding */ requireLifetime)
/* harmony export */ });
/* unused harmony export unpausedTimeOf */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5259);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68036);




const cleanupTime = 120_000;
function lifetimeOfRelease(environment, kind) {
    const { strategy, hooks } = environment;
    const pre = hooks?.pre?.timeout ?? 0;
    if (kind === 'rolling') {
        const post = hooks?.post?.timeout ?? 0;
        return whole(pre + strategy.deadline + timeToFollow(environment) + post + cleanupTime);
    }
    const most = pre + strategy.deadline + timeFrom('prepared', environment);
    return (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__/* .watchdogImage */ .FX)(strategy) === undefined ? whole(most) : { least: pre + cleanupTime, most };
}
function lifetimeFrom(phase, environment) {
    const most = timeFrom(phase, environment);
    if (phase === 'rolling-back')
        return { least: 0, most };
    const isGood = phase === 'promoting' || phase === 'watching';
    return isGood || (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__/* .watchdogImage */ .FX)(environment.strategy) !== undefined
        ? { least: Math.min(cleanupTime, most), most }
        : whole(most);
}
const lifetimeOfRollback = (environment) => ({
    least: 0,
    most: timeToRollBack(environment),
});
function withWait({ least, most }, wait, until = Number.POSITIVE_INFINITY) {
    return { least: least === 0 ? 0 : Math.min(least + wait, until), most: Math.min(most + wait, until) };
}
const whole = (most) => ({ least: most, most });
function timeFrom(phase, environment) {
    const { strategy, hooks } = environment;
    const judged = strategy.kind === 'blue-green' ? strategy.deadline + strategy.watch : unpausedTimeOf(strategy);
    const watched = strategy.kind === 'canary' ? strategy.watch : 0;
    const post = (hooks?.post?.timeout ?? 0) + cleanupTime;
    switch (phase) {
        case 'prepared':
        case 'stepping':
        case 'baking':
            return judged + timeFrom('promoting', environment);
        case 'promoting':
            return (strategy.deadline +
                timeToFollow(environment) +
                timeToDrain(environment, 5) +
                timeFrom('watching', environment));
        case 'watching':
            return watched + post;
        case 'rolling-back':
            return timeToRollBack(environment);
        case 'done':
        case 'rolled-back':
            return 0;
        default:
            return phase;
    }
}
function unpausedTimeOf(strategy) {
    if (strategy.kind !== 'canary')
        return strategy.deadline;
    const { steps, bake, deadline } = strategy;
    const paused = [bake.for, ...steps.map(({ pause = 0 }) => pause)]
        .map(least => Math.max(0, least - bake['hand-over-after']))
        .reduce((sum, each) => sum + each, 0);
    return paused > 0 ? Math.max(bake['hand-over-after'], deadline - paused) : deadline;
}
const timeToRollBack = (environment) => environment.strategy.deadline + cleanupTime + timeToDrain(environment, 3);
const timeToDrain = ({ gateway, strategy }, changes) => strategy.kind === 'rolling' ? 0 : changes * Math.max(0, gateway.drain - 3_000);
const timeToFollow = (environment) => (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_2__/* .workersOf */ .N)(environment).length > 0 ? environment.strategy.deadline : 0;
async function requireLifetime(cluster, need, report) {
    const [lifetime, { serverTime }] = await Promise.all([cluster.lifetime(), cluster.call('GET', '/version')]);
    const life = judgeLifetime(lifetime, need, serverTime);
    if ('problem' in life)
        throw life.problem;
    if (life.warning !== undefined)
        report(`warning: ${life.warning}`);
}
function judgeLifetime(lifetime, { least, most }, now) {
    if (lifetime.kind === 'unknown')
        return {
            warning: `it is not known when ${lifetime.what} of the kubeconfig expires; if it expires during the run, the run can neither finish nor roll back`,
        };
    const problem = lifeProblem(lifetime, least, now);
    if (problem !== undefined)
        return { problem };
    const short = lifeProblem(lifetime, most, now);
    return {
        warning: short && `${short.message}; if the rollout is unfinished by then, sweep finishes it or rolls it back`,
    };
}
function lifeProblem(lifetime, need, now) {
    if (lifetime.kind !== 'ends' || lifetime.end - now >= need)
        return undefined;
    const left = lifetime.end - now;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${lifetime.what} of the kubeconfig ${left <= 0 ? 'expired' : 'expires'} at ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(lifetime.end)}${left <= 0 ? '' : `, in ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(left)}`}, but this run may need it until ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(now + need)}, for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(need)}`, 'use a credential that renews itself (docs/cluster.md) or is valid for longer, or shorten the deadline of the strategy');
}
function lifeSentence(lifetime, now) {
    switch (lifetime.kind) {
        case 'renewed':
            return `${lifetime.what} renews itself`;
        case 'endless':
            return `${lifetime.what} does not expire`;
        case 'unknown':
            return `it is not known when ${lifetime.what} expires`;
        case 'ends':
            return lifetime.end > now
                ? `${lifetime.what} expires at ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(lifetime.end)}, in ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(lifetime.end - now)}`
                : `${lifetime.what} expired at ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(lifetime.end)}`;
    }
}


/***/ }),

/***/ 35638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   _O: () => (/* binding */ RecordMissing),
/* harmony export */   gn: () => (/* binding */ watchedOf),
/* harmony export */   i0: () => (/* binding */ recordedOf),
/* harmony export */   rI: () => (/* binding */ specOf)
/* harmony export */ });
/* unused harmony export routingOf */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78968);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71893);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12502);
/* harmony import */ var _store_baseline_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91910);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26417);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68036);
/* harmony import */ var _pause_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9247);










function recordedOf(releases, rollout, today) {
    const record = releaseWith(releases, rollout.candidate);
    const environment = rollout.restoresRelease === true
        ? withoutTraffic((0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .recordedEnvironment */ .YM)(record.record, rollout.environment, today))
        : environmentIn(record.record, rollout.environment, today);
    const { kind } = environment.strategy;
    if (rollout.strategy !== 'rolling' && rollout.strategy !== kind) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the rollout state has strategy ${rollout.strategy}, the record of release ${rollout.candidate} has ${kind}`, `remove the annotation ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.state} of Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.application(rollout.app)} and ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .howToRun */ .RG)('sweep')}, which rebuilds the state from the record`);
    }
    const baseline = rollout.baseline === undefined ? undefined : releaseWith(releases, rollout.baseline);
    const candidate = workloadOf(record, environment, rollout.restoresRelease === true ? baseline : undefined);
    const workers = (0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_6__/* .recordedWorkers */ ._K)(record, environment, baseline, releases);
    return { record, environment, candidate, workers, baseline };
}
function withoutTraffic({ service: _, route: __, ...environment }) {
    return environment;
}
function environmentIn(record, name, today) {
    const environment = (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .recordedEnvironment */ .YM)(record, name, today);
    if (environment !== today)
        return environment;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the record of release ${record.release} has no environment ${name} in namespace ${today.namespace}`, 'use the environment and the namespace that the release was deployed to');
}
function specOf({ record, environment, candidate, workers, baseline }, rollout, { token, goal, foundPause, rollback }) {
    const template = baseline?.outcome?.template;
    const podLabels = candidate.spec?.template?.metadata?.labels ?? {};
    const { gateway, strategy, workload, service, namespace, 'take-over': takeOver } = environment;
    const weights = strategy.kind === 'canary' ? (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z$)(environment) : [100];
    return {
        app: rollout.app,
        namespace,
        ...(takeOver === undefined ? {} : { 'take-over': takeOver }),
        workload,
        service,
        workers,
        strategy: rollout.strategy,
        weights,
        promotionWeight: (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .promotionWeight */ .kQ)(strategy),
        deadlineMs: rollout.restoresRelease === true ? rollout.deadline - rollout.startedAt : strategy.deadline,
        watchMs: strategy.kind === 'rolling' ? 0 : strategy.watch,
        gateway,
        baselineTemplate: template === undefined ? undefined : (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalTemplate */ .Zf)(template),
        candidate: rollout.candidate,
        reversible: record.record.reversible !== false,
        token,
        goal,
        rollback,
        pausePolicy: (0,_pause_js__WEBPACK_IMPORTED_MODULE_9__/* .pausePolicyOf */ .oi)(strategy),
        foundPause,
        ...routingOf(environment, rollout, podLabels, token, record.record.token),
    };
}
function releaseWith(releases, number) {
    const found = releases.find(({ record }) => record.release === number);
    if (found === undefined) {
        throw new RecordMissing(`the record of release ${number} is missing, so its rollout can be neither finished nor rolled back`, 'deploy a version that works');
    }
    return found;
}
class RecordMissing extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
function watchedOf(workers) {
    return workers.flatMap(({ ref, candidate, before }) => {
        if (candidate !== undefined)
            return [candidate];
        const matchLabels = before?.template.metadata?.labels;
        return matchLabels === undefined
            ? []
            : [{ kind: ref.kind, metadata: { name: ref.name }, spec: { selector: { matchLabels } } }];
    });
}
function workloadOf({ record }, { workload }, target) {
    const found = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestOf */ .$V)(record, workload) ??
        (target && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestOf */ .$V)(target.record, workload)) ??
        templateAlone(workload, target);
    if (found === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the record of release ${record.release} has no manifest of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(workload)}`, 'delete that record, and deploy a version that works');
    return found;
}
function templateAlone({ kind, name }, target) {
    const template = target?.outcome?.template;
    if (template === undefined)
        return undefined;
    const matchLabels = template.metadata?.labels ?? {};
    return { kind, metadata: { name }, spec: { selector: { matchLabels }, template } };
}
function routingOf(environment, rollout, podLabels, token, firstToken) {
    const writer = { app: rollout.app, token };
    const { service } = environment;
    const router = service === undefined
        ? _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .undivided */ .te
        : (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerOf */ .V4)(environment, targetsOf(environment, service, writer, podLabels), rollout.capacity);
    return {
        router,
        watchdog: router === _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .undivided */ .te ? undefined : watchdogOf(environment, rollout, { router, writer, firstToken }),
        autoscaled: rollout.autoscaler !== undefined,
    };
}
function targetsOf({ namespace, workload }, service, writer, podLabels) {
    return {
        namespace,
        service,
        canaryService: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.canary(service),
        canaryWorkload: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.canary(workload.name),
        writer,
        podLabels: { ...podLabels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.track]: 'canary' },
    };
}
const timeAfterDeadline = 30 * 60_000;
function watchdogOf({ strategy, namespace }, rollout, { router, writer, firstToken }) {
    const image = rollout.strategy === 'rolling' ? undefined : (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_8__/* .watchdogImage */ .FX)(strategy);
    if (image === undefined)
        return undefined;
    const kept = 'watch' in strategy ? strategy.watch : 0;
    const { pauseTimeout = 0 } = (0,_pause_js__WEBPACK_IMPORTED_MODULE_9__/* .pausePolicyOf */ .oi)(strategy) ?? {};
    return {
        name: (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_8__/* .watchdogName */ .de)(writer),
        job: (snapshot, owner) => (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_8__/* .watchdogJob */ .d6)({
            writer,
            namespace,
            image,
            owner,
            lifetime: Math.max(0, rollout.deadline - snapshot.now) +
                strategy.deadline +
                kept +
                timeAfterDeadline +
                pauseTimeout,
            writes: router.restore(snapshot),
            fallback: router.fallback(snapshot),
        }),
        fired: snapshot => router.restoredByWatchdog(snapshot, firstToken),
    };
}


/***/ }),

/***/ 80325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ createCanary),
/* harmony export */   O0: () => (/* binding */ restoreWorkload),
/* harmony export */   bO: () => (/* binding */ restoreWorker),
/* harmony export */   lc: () => (/* binding */ recreateWorkload),
/* harmony export */   yQ: () => (/* binding */ canaryOf)
/* harmony export */ });
/* unused harmony export restorePatch */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79444);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12502);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63811);







async function createCanary({ cluster, spec, informers, candidateManifest, tell }, replicas, owner) {
    const { app, token, namespace, candidate: release } = spec;
    tell(`canary: creating ${replicas} pods`);
    const canary = canaryOf(candidateManifest, { app, release, token, replicas, owner });
    informers.put(await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment, namespace), canary));
}
async function restoreWorkload({ cluster, spec, informers, baseline, store, tell }, { workload }) {
    const { rollout } = store;
    if (workload === undefined || baseline === undefined || rollout.baseline === undefined)
        return;
    tell(`restoring release ${rollout.baseline}`);
    const replicas = spec.autoscaled ? 0 : rollout.capacity;
    const patch = restorePatch(workload, spec, baseline.template, rollout.baseline, replicas);
    const restored = await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(spec.namespace, spec.workload), 'json', patch);
    informers.put(restored);
    spec.baselineTemplate = (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalTemplate */ .Zf)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .kW)(restored));
}
async function restoreWorker({ cluster, spec, informers, store, tell }, name, { autoscalers, workers }) {
    const { namespace } = spec;
    const worker = spec.workers.find(each => each.name === name);
    const live = workers[name]?.workload;
    if (worker?.before === undefined || live === undefined)
        return;
    const { before } = worker;
    const ref = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOfKey */ .u$)(name);
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref);
    if (before === null) {
        tell(`removing ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(ref)}, which release ${spec.candidate} created`);
        await (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .fencedDelete */ .HB)(cluster, path, spec, live.metadata?.uid);
        informers.drop(live.metadata?.uid ?? '');
        return;
    }
    const release = store.rollout.baseline ?? 0;
    tell(`restoring ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(ref)} to release ${release}`);
    const replicas = (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__/* .autoscalersOf */ .Au)(autoscalers, ref).length > 0 ? 0 : before.replicas;
    const patch = restorePatch(live, spec, before.template, release, replicas);
    const restored = await cluster.patch(path, 'json', patch);
    informers.put(restored);
    worker.before = { ...before, template: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .kW)(restored) ?? before.template };
}
function restorePatch(live, writer, template, release, replicas = 0) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(live);
    return [
        ...(0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(live, writer),
        ...(live.metadata?.annotations === undefined
            ? [{ op: 'add', path: '/metadata/annotations', value: {} }]
            : []),
        { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release), value: String(release) },
        { op: 'replace', path: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templatePointer */ .q4)(kind), value: template },
        ...((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(kind).scales && replicas > (live.spec?.replicas ?? 1)
            ? [{ op: 'add', path: '/spec/replicas', value: replicas }]
            : []),
    ];
}
async function recreateWorkload({ cluster, spec, informers, baseline, candidateManifest, store, tell, }) {
    const { rollout } = store;
    const { app, token, namespace, workload } = spec;
    const { resource, scales } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(workload.kind);
    tell(`recreating ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(workload)} from release ${rollout.baseline}`);
    const manifest = baseline?.manifest ?? candidateManifest;
    const annotations = {
        ...manifest.metadata?.annotations,
        [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release]: String(rollout.baseline),
        [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.token(app)]: String(token),
    };
    const replicas = scales ? { replicas: rollout.capacity } : {};
    const made = await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace), {
        ...manifest,
        metadata: { ...manifest.metadata, annotations },
        spec: { ...manifest.spec, ...replicas, template: baseline?.template },
    });
    informers.put(made);
}
function canaryOf(workload, order) {
    const { spec, metadata } = workload;
    const track = { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.track]: 'canary' };
    return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.canary(metadata?.name ?? ''),
            namespace: metadata?.namespace ?? '',
            labels: { ...metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: order.app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'canary' },
            annotations: {
                [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.token(order.app)]: String(order.token),
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release]: String(order.release),
            },
            ownerReferences: [order.owner],
        },
        spec: {
            ...spec,
            replicas: order.replicas,
            revisionHistoryLimit: 0,
            selector: { ...spec?.selector, matchLabels: { ...spec?.selector?.matchLabels, ...track } },
            template: {
                ...spec?.template,
                metadata: {
                    ...spec?.template?.metadata,
                    labels: { ...spec?.template?.metadata?.labels, ...track },
                },
            },
        },
    };
}


/***/ }),

/***/ 91910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   TR: () => (/* binding */ imagesByContainer),
/* harmony export */   ZK: () => (/* binding */ workersAt),
/* harmony export */   _K: () => (/* binding */ recordedWorkers),
/* harmony export */   v0: () => (/* binding */ baselineNumber),
/* harmony export */   zI: () => (/* binding */ workersBefore)
/* harmony export */ });
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12502);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5259);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46695);





function baselineOf(live, releases) {
    const template = live?.spec?.template;
    if (live === undefined || template === undefined)
        return { kind: 'none' };
    const current = find(releases, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7)(live));
    if (current !== undefined && current.outcome === undefined) {
        const before = restorableBehind(current, releases);
        if (before !== undefined)
            return recorded(before, before.outcome.template);
    }
    else if (current !== undefined &&
        (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .hasSucceeded */ .yO)(current) &&
        (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .runsTemplate */ .PR)(live, (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalTemplate */ .Zf)(current.outcome.template))) {
        return recorded(current, template);
    }
    const ready = (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .isServing */ .PA)(live);
    const newestTarget = ready ? undefined : releases.find(_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .hasSucceeded */ .yO);
    if (newestTarget !== undefined)
        return recorded(newestTarget, newestTarget.outcome.template);
    const newest = releases[0]?.record.release;
    return { kind: 'unrecorded', template, number: newest === undefined ? 0 : newest + 1, ready };
}
const recorded = ({ record }, template) => ({
    kind: 'recorded',
    release: record.release,
    template,
});
function restorableBehind(release, releases) {
    let current = release;
    while (current !== undefined && !(0,_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .hasSucceeded */ .yO)(current)) {
        const { release: number, baseline } = current.record;
        current = baseline !== undefined && baseline < number ? find(releases, baseline) : undefined;
    }
    return current;
}
function baselineNumber(baseline) {
    if (baseline.kind === 'none')
        return undefined;
    return baseline.kind === 'recorded' ? baseline.release : baseline.number;
}
function imagesByContainer(template) {
    return Object.fromEntries((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(template.spec).map(container => [container.name, container.image ?? '']));
}
const find = (releases, number) => releases.find(({ record }) => record.release === number);
function workersBefore(liveWorkers, baseline, releases) {
    const number = baseline.kind === 'recorded' ? baseline.release : undefined;
    const recorded = releases.find(({ record }) => record.release === number)?.outcome?.workers ?? {};
    return Object.fromEntries(Object.entries(liveWorkers).map(([name, live]) => {
        const template = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(live);
        if (live === undefined || template === undefined)
            return [name, null];
        const marked = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7)(live);
        const strayed = marked !== undefined && marked !== number;
        return [
            name,
            { template: (strayed ? recorded[name] : undefined) ?? template, replicas: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(live) },
        ];
    }));
}
function workersAt({ record, outcome }, releases) {
    const later = releases
        .filter(each => each.record.release > record.release)
        .sort((a, b) => b.record.release - a.record.release)
        .map(each => each.record.workers ?? {});
    const own = Object.entries(outcome?.workers ?? {}).map(([name, template]) => [
        name,
        { template, replicas: 0 },
    ]);
    return Object.assign({}, ...later, Object.fromEntries(own));
}
function recordedWorkers({ record }, environment, baseline, releases) {
    const skipsReleases = baseline !== undefined && record.baseline !== baseline.record.release;
    const known = skipsReleases ? workersAt(baseline, releases) : (record.workers ?? {});
    const names = new Set([...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .workersOf */ .N)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN), ...Object.keys(known)]);
    return [...names].map(name => {
        const ref = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOfKey */ .u$)(name);
        return { name, ref, candidate: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestOf */ .$V)(record, ref), before: known[name], skipsReleases };
    });
}


/***/ }),

/***/ 95606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ irreversibleSince),
/* harmony export */   GA: () => (/* binding */ needsActionBecause),
/* harmony export */   QN: () => (/* binding */ forcedBecause),
/* harmony export */   e4: () => (/* binding */ hasReplacedBaseline),
/* harmony export */   h6: () => (/* binding */ reversibilityOf),
/* harmony export */   sx: () => (/* binding */ rollbackProblem)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);


function irreversibleSince(releases, to) {
    return releases.filter(({ record, outcome }) => record.release > to && record.reversible === false && outcome?.state !== 'rolled-back');
}
function reversibilityOf({ reversible = true }, kind, baseline, releases) {
    const skipped = baseline === undefined ? [] : irreversibleSince(releases, baseline);
    if (baseline === undefined || (reversible && skipped.length === 0)) {
        return { reversible: true, said: [], problems: [] };
    }
    const why = reversible
        ? `A rollback of this release would go past release ${skipped[0]?.record.release}, which is marked as not reversible`
        : 'This release is marked as not reversible';
    const until = kind === 'canary'
        ? 'If this release fails before its promotion, the traffic is restored to the baseline. If it fails later, it needs action'
        : 'If this release does not become ready, it needs action';
    return {
        reversible: false,
        said: [
            `${why}. ${until} instead of a rollback. A rollback to an earlier release is refused unless the input \`force\` gives a reason.`,
        ],
        problems: kind === 'blue-green' ? [noSwitchBack] : [],
    };
}
const noSwitchBack = new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this release is not reversible, but a blue-green release must be able to switch back at once', 'use `strategy: {rolling: {}}`, or a canary if both versions can run side by side');
const needsActionBecause = (release, reason) => `${reason}; release ${release} is not reversible, so it is not rolled back: release a version that works, or roll back with \`force\``;
function hasReplacedBaseline({ phase, strategy }, written) {
    return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}
function rollbackProblem(releases, to, force, under) {
    if (to === undefined || force !== undefined)
        return undefined;
    const [newest] = irreversibleSince(releases, to).filter(({ record }) => record.release !== under?.candidate || hasReplacedBaseline(under, true));
    if (newest === undefined)
        return undefined;
    const { release, by } = newest.record;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${release} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(by)}) is marked as not reversible, so release ${to} must not be restored after it`, 'release a version that works with its data, or set the input `force` of the rollback to a reason, such as `the old column is still there`');
}
const forcedBecause = (force) => `although this goes past a release that is not reversible: ${force}`;


/***/ }),

/***/ 16269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ WakeableWait)
/* harmony export */ });
class WakeableWait {
    #wake = () => { };
    sleep(ms) {
        return new Promise(resolve => {
            const timer = setTimeout(resolve, ms);
            this.#wake = () => {
                clearTimeout(timer);
                resolve();
            };
        });
    }
    wake() {
        this.#wake();
    }
}


/***/ })

};
