export const id = 7947;
export const ids = [7947];
export const modules = {

/***/ 87947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   phaseInRecovery: () => (/* binding */ phaseInRecovery),
/* harmony export */   startPhaseRecorder: () => (/* binding */ startPhaseRecorder)
/* harmony export */ });
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96001);

function startPhaseRecorder(now, before = []) {
    const phaseTimes = [...before];
    const last = before.at(-1);
    const furthest = before.findLast(({ phase }) => phase !== 'queue')?.phase;
    let isThere = last === undefined;
    let open;
    const withOpen = () => {
        if (open === undefined)
            return phaseTimes;
        const previous = phaseTimes.at(-1);
        return previous?.phase === open.phase
            ? [...phaseTimes.slice(0, -1), { ...previous, to: now() }]
            : [...phaseTimes, { ...open, to: now() }];
    };
    return {
        during: async (phase, work) => {
            const from = now();
            if (!isThere && last !== undefined) {
                if (furthest !== undefined && rank(phase) < rank(furthest))
                    return work();
                phaseTimes.push({ phase: 'queue', from: last.to, to: from });
                isThere = true;
            }
            open = { phase, from };
            try {
                return await work();
            }
            finally {
                phaseTimes.splice(0, phaseTimes.length, ...withOpen());
                open = undefined;
            }
        },
        phaseTimes: withOpen,
    };
}
const rank = (phase) => (phase === 'queue' ? -1 : _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .drillPhases */ .AQ.indexOf(phase));
const phaseInRecovery = {
    decide: 'restore',
    verify: 'replay',
};


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


/***/ })

};
