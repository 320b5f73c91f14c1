export const id = 8743;
export const ids = [8743];
export const modules = {

/***/ 8743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   phaseInRecovery: () => (/* binding */ phaseInRecovery),
/* harmony export */   startStamper: () => (/* binding */ startStamper)
/* harmony export */ });
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96001);

function startStamper(now, before = []) {
    const stamps = [...before];
    const last = before.at(-1);
    const furthest = before.findLast(({ phase }) => phase !== 'queue')?.phase;
    let isThere = last === undefined;
    let open;
    const withOpen = () => {
        if (open === undefined)
            return stamps;
        const previous = stamps.at(-1);
        return previous?.phase === open.phase
            ? [...stamps.slice(0, -1), { ...previous, to: now() }]
            : [...stamps, { ...open, to: now() }];
    };
    return {
        during: async (phase, work) => {
            const from = now();
            if (!isThere && last !== undefined) {
                if (furthest !== undefined && rank(phase) < rank(furthest))
                    return work();
                stamps.push({ phase: 'queue', from: last.to, to: from });
                isThere = true;
            }
            open = { phase, from };
            try {
                return await work();
            }
            finally {
                stamps.splice(0, stamps.length, ...withOpen());
                open = undefined;
            }
        },
        stamps: withOpen,
    };
}
const rank = (phase) => (phase === 'queue' ? -1 : _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .phases */ .tW.indexOf(phase));
const phaseInRecovery = {
    decide: 'restore',
    verify: 'replay',
};


/***/ }),

/***/ 96001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GR: () => (/* binding */ demandOrder),
/* harmony export */   Qr: () => (/* binding */ divide),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const phases = [
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
function divide({ from, to }, stamps, assumedDetection = 0) {
    if (!(to >= from))
        throw new RangeError(`an outage from ${from} to ${to}`);
    if (!(assumedDetection >= 0))
        throw new RangeError(`an assumed detection of ${assumedDetection} ms`);
    demandOrder(stamps);
    const parts = [{ name: 'assumed detection', kind: 'assumed', took: assumedDetection }];
    const within = (at) => Math.min(Math.max(at, from), to);
    let clock = from;
    let before;
    for (const { phase, ...stamp } of stamps) {
        const name = before === undefined ? `before ${phase}` : `between ${before} and ${phase}`;
        parts.push({ name, kind: 'gap', took: within(stamp.from) - clock });
        parts.push({ name: phase, kind: 'phase', took: within(stamp.to) - within(stamp.from) });
        clock = within(stamp.to);
        before = phase;
    }
    parts.push({ name: before === undefined ? 'all of it' : `after ${before}`, kind: 'gap', took: to - clock });
    return { parts: parts.filter(({ took }) => took > 0), total: to - from + assumedDetection };
}
function demandOrder(stamps) {
    let last;
    let rank = -1;
    for (const stamp of stamps) {
        if (!(stamp.to >= stamp.from))
            throw disorder(`${stamp.phase} ends before it begins`);
        if (last !== undefined && stamp.from < last.to)
            throw disorder(`${stamp.phase} begins before ${last.phase} ends`);
        const next = stamp.phase === 'queue' ? rank : phases.indexOf(stamp.phase);
        const continues = next === rank && last?.phase === 'queue';
        if (stamp.phase !== 'queue' && next <= rank && !continues)
            throw disorder(next === rank ? `${stamp.phase} occurs twice` : `${stamp.phase} comes after ${phases[rank]}`);
        [last, rank] = [stamp, next];
    }
}
const disorder = (problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the times of the recovery contradict each other: ${problem}`, 'stamp each phase once in a job, in the order in which they happen');


/***/ })

};
