export const id = 9943;
export const ids = [9943,9448,2701,3391,573,2305];
export const modules = {

/***/ 93391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ backupFacts),
/* harmony export */   W: () => (/* binding */ levelText),
/* harmony export */   reportOf: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92954);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96001);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6552);



const backupFacts = ({ label, endedAt, size }, repository) => ({ label, repository, endedAt, bytes: size });
function reportOf(facts) {
    const { skipped: _, error: __, refused: ___, ...seen } = facts;
    const { outage, injectedAt, backup, phaseTimes, assumedDetection } = facts;
    const failedAt = injectedAt ?? facts.startedAt;
    const verdict = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeDrill */ .J)(facts);
    return {
        schema: 1,
        ...seen,
        ...verdict,
        reached: (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__.reached)(facts.levelChecks),
        breakdown: outage?.kind === 'over'
            ? (0,_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .divide */ .Qr)({ from: outage.from, to: outage.to }, phaseTimes, assumedDetection)
            : undefined,
        naive: {
            rto: facts.endedAt - facts.startedAt,
            ...(backup === undefined ? {} : { rpo: Math.max(0, failedAt - backup.endedAt) }),
        },
    };
}
const levelText = (level) => level === undefined ? 'none' : `${level}: ${_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .meanings */ .Dd[level]}`;


/***/ }),

/***/ 92954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ meanings),
/* harmony export */   G5: () => (/* binding */ checkFor),
/* harmony export */   MF: () => (/* binding */ olderFaults),
/* harmony export */   Uu: () => (/* binding */ levelCheckOf),
/* harmony export */   Yt: () => (/* binding */ missingLevels),
/* harmony export */   ae: () => (/* binding */ levelCheckText),
/* harmony export */   gv: () => (/* binding */ unproved),
/* harmony export */   levels: () => (/* binding */ levels),
/* harmony export */   notRestored: () => (/* binding */ notRestored),
/* harmony export */   reached: () => (/* binding */ reached),
/* harmony export */   z1: () => (/* binding */ partOrFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);



const levels = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5'];
const meanings = {
    L0: 'a fresh backup exists',
    L1: 'the repository is intact',
    L2: 'everything is restored and running',
    L3: 'the data matches the manifest',
    L4: 'the application works with the data',
    L5: 'the traffic was cut over, and back',
};
function levelCheckOf(level, what, problems, good) {
    const sentence = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .K)(problems);
    return sentence === undefined
        ? { level, what, state: 'passed', sentence: good }
        : { level, what, state: 'failed', sentence };
}
const checkFor = (level, what, fault, good) => ({ level, what, state: fault === undefined ? 'passed' : 'failed', sentence: fault ?? good });
async function partOrFailure(what, signal, restore) {
    try {
        return await restore();
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || signal.aborted)
            throw error;
        return [{ level: 'L2', what, state: 'failed', sentence: error.sentence }];
    }
}
const counts = ({ state, demanded }) => demanded !== false || state !== 'skipped';
function reached(levelChecks) {
    let highest;
    for (const level of levels) {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0 || own.some(({ state }) => state !== 'passed'))
            return highest;
        highest = level;
    }
    return highest;
}
function missingLevels(levelChecks, required) {
    return levels.slice(0, levels.indexOf(required) + 1).flatMap(level => {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0)
            return [`${level} (${meanings[level]}) was not checked`];
        return own
            .filter(({ state }) => state !== 'passed')
            .map(({ what, state, sentence }) => `${level} ${what} ${state === 'failed' ? 'failed' : 'was not checked'}: ${sentence}`);
    });
}
const notRestored = (levelChecks) => levelChecks.filter(each => each.level === 'L2' && each.state === 'skipped' && counts(each));
const unproved = (levelChecks) => failures(levelChecks.filter(({ older }) => older !== true));
const olderFaults = (levelChecks) => failures(levelChecks.filter(({ older }) => older === true));
const failures = (levelChecks) => levelChecks.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);
function levelCheckText({ level, what, state, sentence, took }) {
    const mark = state === 'passed' ? '' : ` ${state}`;
    return `${level} ${what}${mark}: ${sentence}${took === undefined ? '' : ` (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(took)})`}`;
}


/***/ }),

/***/ 93638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ pointText),
/* harmony export */   O6: () => (/* binding */ boundText),
/* harmony export */   o0: () => (/* binding */ lostTime),
/* harmony export */   uk: () => (/* binding */ measureLoss)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7840);



function measureLoss({ ledger, recovered, failedAt, target = Number.POSITIVE_INFINITY, skew = 0, takenOverAt = Number.POSITIVE_INFINITY, every, }) {
    if (!(every > 0))
        throw new RangeError(`markers every ${every} ms`);
    const there = new Set(recovered.map(({ seq }) => seq));
    const holes = (among) => {
        const last = among.findLast(({ seq }) => there.has(seq))?.seq ?? 0;
        return among.filter(({ seq }) => seq < last && !there.has(seq));
    };
    const demanded = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .acknowledged */ .Hn)(ledger).filter(({ ackedAt }) => ackedAt <= target - skew);
    const firstLost = demanded.findIndex(({ seq }) => !there.has(seq));
    const lost = demanded.filter(({ seq }) => !there.has(seq));
    const end = highest([Math.min(failedAt, target), ...lost.map(({ ackedAt }) => ackedAt)]);
    const point = pointOf(demanded, firstLost, end, every);
    const gaps = holes(demanded.filter(({ sentAt }) => sentAt < takenOverAt));
    const after = lost.filter(({ sentAt }) => sentAt >= takenOverAt);
    const noted = new Set(numbers(ledger));
    const last = highest([...noted]);
    const acked = new Set(numbers((0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .acknowledged */ .Hn)(ledger)));
    const upToTarget = recovered.filter(({ sentAt }) => sentAt <= target + skew);
    const beyond = recovered.filter(({ sentAt }) => sentAt > target + skew);
    const unknown = numbers(recovered).filter(seq => !noted.has(seq) && seq <= last);
    const inDoubt = numbers(upToTarget).filter(seq => !acked.has(seq) && (noted.has(seq) || seq > last));
    const findings = [
        ...unmeasured(demanded),
        ...about('lost', numbers(lost), 'acknowledged marker', `lost, ${pointText(point)} of writes`),
        ...about('gap', numbers(gaps), 'marker', 'missing although later ones exist'),
        ...about('gap', numbers(after), 'marker', 'missing that the new primary had acknowledged'),
        ...about('corrupt', corrupt(ledger, recovered), 'recovered marker', 'with other content than was sent'),
        ...about('beyond-target', numbers(beyond), 'marker', 'found that came after the target', '; the recovery did not stop at its target'),
        ...about('unknown', unknown, 'marker', 'found that the ledger does not list', '; is it the database of this run?'),
        ...about('in-doubt', inDoubt, 'marker', 'found without an acknowledgement, as a commit in doubt may be'),
    ];
    return { point, demanded: demanded.length, lost: numbers(lost), findings };
}
function lostTime({ point }) {
    switch (point.kind) {
        case 'lost':
            return point.milliseconds;
        case 'all':
            return Number.POSITIVE_INFINITY;
        case 'none':
        case 'unmeasured':
            return 0;
    }
}
const boundText = ({ atMost, because }) => `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(atMost)} (a bound, not measured): ${because}`;
function pointText(point) {
    switch (point.kind) {
        case 'unmeasured':
            return 'not measured';
        case 'none':
            return `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(point.atMost)}`;
        case 'lost':
            return (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(point.milliseconds);
        case 'all':
            return `at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(point.atLeast)}`;
    }
}
function pointOf(demanded, firstLost, end, every) {
    const [first] = demanded;
    if (first === undefined)
        return { kind: 'unmeasured' };
    if (firstLost === -1)
        return { kind: 'none', atMost: every };
    const last = demanded[firstLost - 1];
    if (last === undefined)
        return { kind: 'all', atLeast: Math.max(0, end - first.ackedAt) };
    return { kind: 'lost', milliseconds: Math.max(0, end - last.ackedAt) };
}
function unmeasured(demanded) {
    if (demanded.length > 0)
        return [];
    const sentence = 'no marker was acknowledged before the failure, so the loss cannot be measured';
    return [{ kind: 'unmeasured', seqs: [], wrong: true, sentence }];
}
function about(kind, seqs, noun, what, more = '') {
    if (seqs.length === 0)
        return [];
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, noun)} ${what}: ${ranges(seqs)}${more}`;
    return [{ kind, seqs: ascending(seqs), wrong: kind !== 'lost' && kind !== 'in-doubt', sentence }];
}
function corrupt(ledger, recovered) {
    const sent = new Map(ledger.map(({ seq, sha256 }) => [seq, sha256]));
    const seen = new Set();
    const wrong = recovered.filter(marker => {
        const twice = seen.has(marker.seq);
        seen.add(marker.seq);
        const hash = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .markerHash */ .nm)(marker);
        return twice || hash !== marker.sha256 || hash !== (sent.get(marker.seq) ?? hash);
    });
    return wrong.map(({ seq }) => seq);
}
const numbers = (markers) => ascending(markers.map(({ seq }) => seq));
const ascending = (seqs) => [...new Set(seqs)].sort((a, b) => a - b);
const highest = (values) => values.reduce((most, each) => Math.max(most, each), 0);
function ranges(seqs) {
    const runs = [];
    for (const seq of ascending(seqs)) {
        const run = runs.at(-1);
        if (run !== undefined && run[1] === seq - 1)
            run[1] = seq;
        else
            runs.push([seq, seq]);
    }
    const shown = runs.slice(0, 6).map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
    return [...shown, ...(runs.length > shown.length ? ['…'] : [])].join(', ');
}


/***/ }),

/***/ 7722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ measureOutage),
/* harmony export */   H: () => (/* binding */ outageText)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);


function measureOutage({ samples, injectedAt, every, consecutive = 30 }) {
    if (!(every > 0) || !Number.isInteger(consecutive) || consecutive < 1)
        throw new RangeError(`${consecutive} probes every ${every} ms`);
    const inOrder = samples.toSorted((a, b) => a.at - b.at);
    const steady = inOrder.filter(sample => endOf(sample) <= injectedAt);
    const watched = inOrder.filter(sample => endOf(sample) > injectedAt);
    const early = steady.slice(steady.findLastIndex(({ ok }) => ok) + 1);
    const bad = [...early, ...watched].filter(({ ok }) => !ok);
    const [first] = bad;
    const last = bad.at(-1);
    const from = early[0]?.at ?? injectedAt;
    const runs = goodRuns(watched, every);
    const since = runs.filter(([begin]) => begin.at > (last?.at ?? Number.NEGATIVE_INFINITY));
    const back = since.find(({ length }) => length >= consecutive)?.[0];
    const seen = {
        from,
        ...(first?.reason === undefined ? {} : { reason: first.reason }),
        notes: [
            ...failedBefore(steady.slice(0, steady.length - early.length)),
            ...pauses(watched, every),
            ...relapses(runs, last, consecutive),
        ],
    };
    const atLeast = last === undefined ? 0 : Math.max(0, last.at - from);
    if (back === undefined)
        return { kind: 'unresolved', ...seen, atLeast, why: tooFew(since.at(-1)?.length ?? 0, consecutive) };
    if (last === undefined)
        return { kind: 'unnoticed', ...seen, atMost: longestUnseen(watched, injectedAt) };
    return { kind: 'over', ...seen, to: endOf(back), rto: endOf(back) - from, atLeast };
}
function outageText(outage) {
    switch (outage.kind) {
        case 'unnoticed':
            return `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.atMost)}`;
        case 'over':
            return `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.rto)} (at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.atLeast)})`;
        case 'unresolved':
            return `at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.atLeast)}`;
    }
}
function goodRuns(samples, every) {
    const runs = [];
    let previous;
    for (const sample of samples) {
        const run = runs.at(-1);
        const continues = previous?.ok === true && pauseBetween(previous, sample) <= longestPause(every);
        if (sample.ok && continues && run !== undefined)
            run.push(sample);
        else if (sample.ok)
            runs.push([sample]);
        previous = sample;
    }
    return runs;
}
const endOf = ({ at, tookMs }) => at + tookMs;
const pauseBetween = (one, next) => next.at - endOf(one);
const longestPause = (every) => Math.max(3 * every, 1000);
function longestUnseen(watched, injectedAt) {
    const begins = [injectedAt, ...watched.map(({ at }) => Math.max(at, injectedAt))];
    return watched.reduce((most, each, index) => Math.max(most, endOf(each) - (begins[index] ?? injectedAt)), 0);
}
function failedBefore(steady) {
    const bad = steady.filter(({ ok }) => !ok);
    if (bad.length === 0)
        return [];
    const reason = bad[0]?.reason;
    return [
        `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(bad.length, 'probe')} failed before the injection, and the service recovered${reason === undefined ? '' : ` (${reason})`}`,
    ];
}
function pauses(samples, every) {
    const long = samples
        .slice(1)
        .map((sample, index) => pauseBetween(samples[index] ?? sample, sample))
        .filter(pause => pause > longestPause(every));
    if (long.length === 0)
        return [];
    const all = long.reduce((sum, pause) => sum + pause, 0);
    return [
        `the prober paused ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(long.length, 'time')}, ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(all)} in total: nothing was observed then`,
    ];
}
function relapses(runs, last, consecutive) {
    const early = runs.filter(run => run.length >= consecutive && run[0].at < (last?.at ?? run[0].at));
    if (early.length === 0)
        return [];
    return [
        `it failed again after at least ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(consecutive, 'successful probe')}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(early.length, 'time')}`,
    ];
}
const tooFew = (good, consecutive) => `only ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(good, 'successful probe')} in a row at the end, but ${consecutive} are needed`;


/***/ }),

/***/ 96001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ drillPhases),
/* harmony export */   Qr: () => (/* binding */ divide),
/* harmony export */   dU: () => (/* binding */ requirePhaseOrder)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const drillPhases = [
    'inject',
    'detect',
    'decide',
    'provision',
    'restore',
    'replay',
    'start',
    'verify',
    'cutover',
];
function divide({ from, to }, phaseTimes, assumedDetection = 0) {
    if (!(to >= from))
        throw new RangeError(`an outage from ${from} to ${to}`);
    if (!(assumedDetection >= 0))
        throw new RangeError(`an assumed detection of ${assumedDetection} ms`);
    requirePhaseOrder(phaseTimes);
    const parts = [{ name: 'assumed detection', kind: 'assumed', took: assumedDetection }];
    const within = (at) => Math.min(Math.max(at, from), to);
    let clock = from;
    let before;
    for (const { phase, ...each } of phaseTimes) {
        const name = before === undefined ? `before ${phase}` : `between ${before} and ${phase}`;
        parts.push({ name, kind: 'gap', took: within(each.from) - clock });
        parts.push({ name: phase, kind: 'phase', took: within(each.to) - within(each.from) });
        clock = within(each.to);
        before = phase;
    }
    parts.push({ name: before === undefined ? 'all of it' : `after ${before}`, kind: 'gap', took: to - clock });
    return { parts: parts.filter(({ took }) => took > 0), total: to - from + assumedDetection };
}
function requirePhaseOrder(phaseTimes) {
    let last;
    let rank = -1;
    for (const each of phaseTimes) {
        if (!(each.to >= each.from))
            throw disorder(`${each.phase} ends before it begins`);
        if (last !== undefined && each.from < last.to)
            throw disorder(`${each.phase} begins before ${last.phase} ends`);
        const next = each.phase === 'queue' ? rank : drillPhases.indexOf(each.phase);
        const continues = next === rank && last?.phase === 'queue';
        if (each.phase !== 'queue' && next <= rank && !continues)
            throw disorder(next === rank ? `${each.phase} occurs twice` : `${each.phase} comes after ${drillPhases[rank]}`);
        [last, rank] = [each, next];
    }
}
const disorder = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the times of the recovery contradict each other: ${problem}`, 'record each phase once in a job, in the order in which they happen');


/***/ }),

/***/ 6552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ judgeDrill),
/* harmony export */   r: () => (/* binding */ verdicts)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92954);
/* harmony import */ var _loss_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93638);
/* harmony import */ var _outage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7722);




const verdicts = ['pass', 'breach', 'fail', 'skipped', 'error', 'refused'];
function judgeDrill(evidence) {
    const { refused, skipped, error, mustNotice } = evidence;
    if (refused !== undefined)
        return { verdict: 'refused', reasons: [refused] };
    if (error !== undefined)
        return { verdict: 'error', reasons: [error] };
    if (skipped !== undefined)
        return { verdict: 'skipped', reasons: [skipped] };
    const unnoticed = mustNotice?.noticed === false ? [`not detected: ${mustNotice.what}`] : [];
    const faults = [...unnoticed, ...faultsOf(evidence)];
    if (faults.length > 0)
        return { verdict: 'fail', reasons: faults };
    const missed = missedTargets(evidence);
    return missed.length > 0 ? { verdict: 'breach', reasons: missed } : { verdict: 'pass', reasons: [] };
}
function faultsOf({ outage, loss, levelChecks, required }) {
    const open = outage?.kind === 'unresolved' ? [`the service did not recover: ${outage.why}`] : [];
    const wrong = loss?.findings.filter(each => each.wrong).map(({ sentence }) => sentence) ?? [];
    return [...open, ...wrong, ...(0,_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .missingLevels */ .Yt)(levelChecks, required)];
}
const lostAtMost = (loss, bound) => loss.point.kind === 'all' && bound !== undefined
    ? Math.max(loss.point.atLeast, bound.atMost)
    : (0,_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .lostTime */ .o0)(loss);
function missedTargets({ outage, loss, bound, target, assumedDetection }) {
    const reasons = [];
    if (target === undefined)
        return reasons;
    if (outage?.kind === 'over' && outage.rto + assumedDetection > target.rto) {
        const assumed = assumedDetection === 0 ? '' : ` and ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(assumedDetection)} assumed for detection`;
        reasons.push(`the recovery took ${(0,_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .outageText */ .H)(outage)}${assumed}; ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rto)} is allowed`);
    }
    const allowed = `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rpo)} is allowed`;
    if (loss !== undefined) {
        const lost = lostAtMost(loss, bound);
        if (lost > target.rpo || (target.rpo === 0 && loss.lost.length > 0))
            reasons.push(`${(0,_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .pointText */ .EK)(loss.point)}${loss.point.kind === 'all' && bound ? `, and at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(lost)},` : ''} of writes were lost (${loss.lost.length} of ${loss.demanded} acknowledged markers); ${allowed}`);
    }
    else if (bound === undefined)
        reasons.push(`the loss was not measured, because no markers were written; ${allowed}`);
    else if (bound.atMost > target.rpo)
        reasons.push(`the loss was not measured; it is at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(bound.atMost)}, and ${allowed}: ${bound.because}`);
    return reasons;
}


/***/ }),

/***/ 49943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillIssue: () => (/* binding */ drillIssue),
/* harmony export */   label: () => (/* binding */ label)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_issues_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44686);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82701);




const label = 'slipway-drill';
const most = 10;
function drillIssue(report, history) {
    const { app, environment, scenario, verdict, run } = report;
    if (verdict === 'skipped')
        return undefined;
    const mark = (0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_1__.markOf)(label, `${app}/${environment}/${scenario}`);
    if (verdict === 'pass') {
        const where = run.url === undefined ? '' : `: ${run.url}`;
        return { mark, said: undefined, farewell: `The drill of ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(report.startedAt)} passed${where}` };
    }
    const own = history
        .filter(each => each.app === app && each.environment === environment && each.scenario === scenario)
        .toSorted((a, b) => b.at - a.at);
    return {
        mark,
        said: {
            title: `${app}: the ${scenario} drill in ${environment} ${titles[verdict]}`,
            body: bodyOf(mark, report, own),
        },
    };
}
const titles = {
    breach: 'missed a target',
    fail: 'failed',
    error: 'did not finish, and proves nothing',
    refused: 'was refused, and proves nothing',
};
function bodyOf(mark, report, history) {
    const { what, next } = (0,_drill_js__WEBPACK_IMPORTED_MODULE_2__/* .drillHeadline */ .Y)(report);
    const { reasons, left, run } = report;
    const list = (lines) => lines.map(line => `- ${code(line)}`).join('\n');
    const before = history.slice(0, most).map(lineOf).join('\n');
    return [
        mark,
        `${code(what)}, in ${linked('this run', run.url)} with its report.`,
        list(reasons),
        next,
        ...(left.length === 0 ? [] : [`Left behind:\n\n${list(left)}`]),
        ...(before === '' ? [] : [`Latest drills of this scenario:\n\n${before}`]),
        'The next drill of this scenario that passes closes this issue.',
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
const code = (text) => (0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)((0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(text));
const lineOf = ({ at, verdict, rto, rpo, run }) => `- ${[`${linked((0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(at), run)}: ${verdict}`, ...span('RTO', rto), ...span('RPO', rpo)].join(', ')}`;
const linked = (text, address) => address !== undefined && /^https?:\/\/[\w.:-]+\/[\w./-]+$/.test(address) ? `[${text}](${address})` : text;
const span = (name, milliseconds) => milliseconds === undefined ? [] : [`${name} ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(milliseconds)}`];


/***/ }),

/***/ 82701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ drillHeadline),
/* harmony export */   drillSummary: () => (/* binding */ drillSummary),
/* harmony export */   runningSummary: () => (/* binding */ runningSummary)
/* harmony export */ });
/* harmony import */ var _recovery_drill_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93391);
/* harmony import */ var _recovery_levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92954);
/* harmony import */ var _recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93638);
/* harmony import */ var _recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7722);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(991);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72435);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8731);








const heads = {
    pass: '✅ {} recovered as required',
    breach: '🟠 {} recovered, but missed a target',
    fail: '❌ {} did not recover as required',
    skipped: '⚪ {} was not drilled',
    error: '⚪ the drill of {} did not finish',
    refused: '⚪ the drill of {} was refused',
};
const noticing = {
    ...heads,
    pass: '✅ {}: the fault was detected as required',
    breach: '🟠 {}: the fault was detected too late',
    fail: '❌ {}: the fault was not detected or not fixed as required',
};
const scaling = {
    ...heads,
    pass: '✅ {}: the load was handled as required',
    breach: '🟠 {}: the load was handled too late',
    fail: '❌ {}: the load was not handled as required',
};
const next = {
    pass: '',
    breach: 'See below where the time went; the targets are in slipway.yml.',
    fail: 'Until this is fixed, assume that you cannot recover from this loss.',
    skipped: 'Nothing was broken, so the drill proves nothing.',
    error: 'The drill proves nothing. Clean up what it left behind (see below), then run it again.',
    refused: 'Nothing was started, so the drill proves nothing. Fix the reason, then run it again.',
};
function drillHeadline(report) {
    const { app, environment, scenario, verdict, reasons } = report;
    const what = headOf(report).replace('{}', `${app} in ${environment} (${scenario})`);
    const good = {
        recovery: 'everything required was proved, within the targets',
        detection: 'everything that was broken was detected',
        scaling: 'the autoscaler added pods under load, and removed them after it',
    }[kindOf(report)];
    const then = nextOf(report);
    return {
        what: what.replace(/^\P{L}+/u, ''),
        why: reasons[0] ?? good,
        next: then === '' ? 'Nothing. The next drill runs on schedule.' : then,
        mood: verdict === 'pass' ? 'good' : verdict === 'fail' ? 'bad' : 'open',
    };
}
function kindOf({ scenario, target }) {
    if (target !== undefined)
        return 'recovery';
    return scenario === 'autoscaling' ? 'scaling' : 'detection';
}
const headOf = (report) => ({ recovery: heads, detection: noticing, scaling })[kindOf(report)][report.verdict];
function nextOf(report) {
    if (report.verdict !== 'fail')
        return next[report.verdict];
    return {
        recovery: next.fail,
        detection: 'Until this is fixed, assume that nothing alerts you when it happens.',
        scaling: 'Until this is fixed, do not rely on the autoscaler.',
    }[kindOf(report)];
}
function runningSummary(of) {
    const { scenario, run, jobs, until } = of;
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .paragraphs */ .qN)([
        `### ⏳ The ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(scenario)} drill needs another job to continue`,
        `This job ran out of time, and nothing is proved yet. The restore continues in the cluster. Resume the drill with \`resume-id: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(run)}\` before ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTime */ .fU)(until)}; after that, it is cleaned up.`,
        `${jobs === 1 ? 'One job has' : `${jobs} jobs have`} worked on it so far.`,
    ]);
}
function drillSummary(report) {
    const { app, environment, scenario, reasons } = report;
    const [why, ...also] = reasons;
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .paragraphs */ .qN)([
        `### ${headOf(report).replace('{}', (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(`${app} in ${environment} (${scenario})`))}`,
        why === undefined ? '' : `**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(why)}`,
        nextOf(report),
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .bullets */ .e5)(also),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['', 'measured', 'target', 'simple estimate'], measures(report)),
        timeline(report),
        report.levelChecks.length === 0
            ? ''
            : `**Proved:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)((0,_recovery_drill_report_js__WEBPACK_IMPORTED_MODULE_0__/* .levelText */ .W)(report.reached))}\n\n${(0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .bullets */ .e5)(report.levelChecks.map(_recovery_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .levelCheckText */ .ae))}`,
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .bullets */ .e5)(report.notes ?? []),
        report.left.length === 0 ? '' : `**Left behind:**\n\n${(0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .bullets */ .e5)(report.left)}`,
    ]);
}
function measures({ outage, loss, bound, target, naive, assumedDetection }) {
    const assumed = assumedDetection === 0 ? '' : `, plus ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(assumedDetection)} assumed for detection`;
    if (target === undefined)
        return [['RTO and RPO', 'do not apply: nothing is recovered in this drill', '', '']];
    const recovered = outage && [
        'RTO',
        `${(0,_recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .outageText */ .H)(outage)}${assumed}`,
        (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(target.rto),
        `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(naive.rto)} (script duration)`,
    ];
    const lost = loss === undefined
        ? ['RPO', bound === undefined ? 'not measured' : (0,_recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .boundText */ .O6)(bound), (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(target.rpo), '']
        : [
            'RPO',
            `${(0,_recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .pointText */ .EK)(loss.point)}, ${loss.lost.length} of ${loss.demanded} acknowledged markers lost`,
            (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(target.rpo),
            naive.rpo === undefined ? '' : `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(naive.rpo)} (backup age)`,
        ];
    return recovered === undefined ? [lost] : [recovered, lost];
}
function timeline({ breakdown, scenario, outage }) {
    if (breakdown === undefined || outage === undefined || breakdown.total <= 0)
        return '';
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .fenced */ .OF)('mermaid', [
        'gantt',
        `    title ${(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(`Recovery, ${scenario}`)}`,
        '    dateFormat x',
        '    axisFormat %H:%M:%S',
        '    section out of service',
        `    ${(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)((0,_recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .outageText */ .H)(outage))} :crit, ${Math.round(outage.from)}, ${Math.round(outage.from + breakdown.total)}`,
        '    section by phase',
        ...bars(breakdown, outage.from),
    ]);
}
function bars({ parts }, from) {
    let at = from;
    return parts.map(({ name, kind, took }) => {
        const [begin, end] = [Math.round(at), Math.round(at + took)];
        at += took;
        const mark = kind === 'gap' ? 'done, ' : kind === 'assumed' ? 'active, ' : '';
        return `    ${(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(name).replaceAll(':', ' ')} ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(took)} :${mark}${begin}, ${end}`;
    });
}


/***/ }),

/***/ 72435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain),
/* harmony export */   w: () => (/* binding */ xychart)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

const colors = {
    blue: { hex: '#2f81f7', square: '🟦' },
    orange: { hex: '#e8590c', square: '🟧' },
    green: { hex: '#2da44e', square: '🟩' },
    red: { hex: '#cf222e', square: '🟥' },
    purple: { hex: '#8250df', square: '🟪' },
};
function xychart({ title, x, y, lines }) {
    const points = Math.max(0, ...lines.map(({ values }) => values.length));
    if (points < 2)
        return '';
    const palette = lines.map(({ color }) => colors[color].hex).join(', ');
    const settings = {
        xyChart: { width: 900, height: 280 },
        themeVariables: { xyChart: { plotColorPalette: palette } },
    };
    const legend = lines.map(({ name, color: colour }) => `${colors[colour].square} ${name}`).join(' ');
    const chart = (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)('mermaid', [
        `%%{init: ${JSON.stringify(settings)}}%%`,
        'xychart-beta',
        `    title "${plain(title)}"`,
        `    x-axis "${plain(x.name)}" ${decimal(x.from)} --> ${decimal(x.to)}`,
        `    y-axis "${plain(y.name)}" ${decimal(y.from)} --> ${decimal(y.to)}`,
        ...lines.map(({ values }) => `    line [${values.map(decimal).join(', ')}]`),
    ]);
    return `${chart}\n\n${legend}`;
}
function plain(text) {
    return text
        .replace(/[^\p{Letter}\p{Number} .,:/%()_+-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 80);
}
function decimal(value) {
    const rounded = Number.isFinite(value) ? value.toFixed(4).replace(/\.?0+$/, '') : '0';
    return rounded === '-0' ? '0' : rounded;
}


/***/ }),

/***/ 8731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   iB: () => (/* binding */ imageTable),
/* harmony export */   nu: () => (/* binding */ levelTable)
/* harmony export */ });
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);


const bullets = (lines) => lines.map(line => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(line)}`).join('\n');
function levelTable(levelChecks, skipped = '➖') {
    const marks = { passed: '✅', failed: '❌', skipped };
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'level', 'what', 'details'], levelChecks.map(({ state, level, what, sentence }) => [marks[state], level, what, sentence]));
}
const imageTable = (images) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image'], images.map(image => [(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigests */ .s)(image)]));


/***/ }),

/***/ 44686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quoted),
/* harmony export */   keepComment: () => (/* binding */ keepComment),
/* harmony export */   keepIssues: () => (/* binding */ keepIssues),
/* harmony export */   markOf: () => (/* binding */ markOf)
/* harmony export */ });
/* unused harmony export planIssues */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43645);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72315);




const markOf = (label, name) => `<!-- ${label}: ${name} -->`;
function planIssues(topics, open) {
    return topics.flatMap(({ mark, said, farewell }) => {
        const [first, ...others] = open
            .filter(({ body }) => body.startsWith(mark))
            .sort((a, b) => a.number - b.number);
        const closed = others.map(({ number }) => ({ do: 'close', number }));
        if (said === undefined)
            return first === undefined
                ? []
                : [{ do: 'close', number: first.number, ...(farewell === undefined ? {} : { farewell }) }, ...closed];
        if (first === undefined)
            return [{ do: 'open', ...said }];
        if (first.title === said.title && first.body.replaceAll('\r\n', '\n') === said.body)
            return closed;
        return [{ do: 'update', number: first.number, ...said }, ...closed];
    });
}
const mostPages = 50;
const listed = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
});
async function keepIssues(github, label, topics) {
    const { repo } = github;
    const { rest, paginate } = await github.open();
    const query = { ...repo, state: 'open', labels: label, per_page: 100 };
    const issues = await paginate(rest.issues.listForRepo, query, (0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__.pagesOf)(listed, mostPages));
    const open = issues
        .filter(each => each.pull_request === undefined)
        .map(({ number, title, body }) => ({ number, title, body: body ?? '' }));
    const done = [];
    for (const step of planIssues(topics, open)) {
        if (step.do === 'open') {
            const { title, body } = step;
            const { data } = await rest.issues.create({ ...repo, title, body, labels: [label] });
            done.push(`opened issue ${data.number}: ${title}`);
        }
        else if (step.do === 'update') {
            const { number, title, body } = step;
            await rest.issues.update({ ...repo, issue_number: number, title, body });
            done.push(`updated issue ${number}: ${title}`);
        }
        else {
            const { number, farewell } = step;
            const issue = { ...repo, issue_number: number };
            if (farewell !== undefined)
                await rest.issues.createComment({ ...issue, body: farewell });
            await rest.issues.update({ ...issue, state: 'closed', state_reason: 'completed' });
            done.push(`closed issue ${number}`);
        }
    }
    return done;
}
const comments = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    user: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish(),
});
async function keepComment(github, number, mark, body, { byApp }) {
    const { repo } = github;
    const { rest, paginate } = await github.open();
    const query = { ...repo, issue_number: number, per_page: 100 };
    const all = await paginate(rest.issues.listComments, query, (0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__.pagesOf)(comments, mostPages));
    const own = all.find(each => each.body?.startsWith(mark) === true && (!byApp || each.user?.type === 'Bot'));
    const { data } = own === undefined
        ? await rest.issues.createComment({ ...repo, issue_number: number, body })
        : await rest.issues.updateComment({ ...repo, comment_id: own.id, body });
    return { url: data.html_url, isNew: own === undefined };
}
function quoted(line, longest = 200) {
    const text = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(line).replace(/\s+/g, ' ').trim();
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
}


/***/ }),

/***/ 43645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isTemporary: () => (/* binding */ isTemporary),
/* harmony export */   openOctokit: () => (/* binding */ openOctokit),
/* harmony export */   pagesOf: () => (/* binding */ pagesOf),
/* harmony export */   validated: () => (/* binding */ validated)
/* harmony export */ });
/* harmony import */ var _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31015);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);





const timeout = 10_000;
const brief = { attempts: 3, within: 5_000, longestPause: 2_000 };
const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
async function openOctokit({ GITHUB_API_URL: baseUrl = 'https://api.github.com' }, token, patience = {}) {
    const { getOctokit: open } = await load();
    const octokit = open(token, {
        baseUrl,
        userAgent: 'slipway',
        log: silent,
        request: { log: silent, fetch: fetchFrom(new URL(baseUrl).origin) },
    });
    octokit.hook.wrap('request', async (request, options) => {
        const answer = await Promise.resolve(request(options)).catch(error => {
            throw explained(error);
        });
        if (![204, 302].includes(answer.status) && (typeof answer.data !== 'object' || answer.data === null))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub answered ${answer.status} without JSON`, 'check GITHUB_API_URL, and proxies between it and the runner');
        return answer;
    });
    octokit.hook.wrap('request', (request, call) => repeated({ ...brief, ...patience }, call.method, async () => request(call)));
    return octokit;
}
function repeated({ longestPause, ...limits }, method, attempt) {
    const asked = (error) => (error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G ? pauseAskedBy(error) : undefined);
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({
        ...limits,
        temporary: error => error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G && mayRepeat(method, error) && (asked(error) ?? 0) <= longestPause,
        delay: (count, error) => asked(error) ?? 500 * 2 ** (count - 1),
    }, attempt);
}
const mayRepeat = (method, error) => method === 'POST' ? isLimit(error) || error.status === 503 : isTemporary(error);
async function load() {
    const { GITHUB_EVENT_PATH: event } = process.env;
    delete process.env.GITHUB_EVENT_PATH;
    try {
        return await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1758)]).then(__webpack_require__.bind(__webpack_require__, 11758));
    }
    finally {
        if (event !== undefined)
            process.env.GITHUB_EVENT_PATH = event;
    }
}
const fetchFrom = (origin) => async (url, init) => {
    if (new URL(String(url)).origin !== origin)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub redirected to another host, ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(String(url))}`, "set GITHUB_API_URL to the server's own API URL");
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    await answer.clone().arrayBuffer();
    return answer;
};
function explained(error) {
    if (!(error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G))
        return error;
    if (error.cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return error.cause;
    const status = error.response === undefined ? '' : `${error.status}: `;
    error.message = `${status}${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(error.message).slice(0, 200)}`;
    return error;
}
const isTemporary = (error) => error.status >= 500 || isLimit(error);
const isLimit = (error) => error.status === 429 ||
    (error.status === 403 && (pauseAskedBy(error) !== undefined || /rate limit/i.test(error.message)));
function pauseAskedBy({ response }) {
    const { headers = {} } = response ?? {};
    const asked = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfter */ .P9)(headers['retry-after']);
    if (asked !== undefined || headers['x-ratelimit-remaining'] !== '0')
        return asked;
    const end = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
    return Number.isFinite(end) ? Math.max(0, end - Date.now()) : undefined;
}
function validated(schema, data) {
    const result = schema.safeParse(data);
    if (result.success)
        return result.data;
    const [first] = result.error.issues;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub returned an invalid response: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)([...(first?.path ?? []), first?.message].join(': '))}`, 'check GITHUB_API_URL, and the version of an Enterprise Server');
}
function pagesOf(item, most) {
    let count = 0;
    return ({ data }, done) => {
        count += 1;
        if (count === most)
            done();
        return validated(zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(item), data);
    };
}


/***/ }),

/***/ 31015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError)
/* harmony export */ });
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}



/***/ })

};
