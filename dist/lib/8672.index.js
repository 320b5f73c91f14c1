export const id = 8672;
export const ids = [8672];
export const modules = {

/***/ 68672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ timing),
/* harmony export */   X: () => (/* binding */ untilFree)
/* harmony export */ });
const defaults = {
    leaseDuration: 30_000,
    leaseRenewal: 10_000,
    leaseRetry: 1_000,
    heartbeat: 5_000,
    watchdogPatience: 30_000,
    watchdogInterval: 2_000,
    watchdogGrace: 15_000,
    watchdogReaction: 8_000,
    watchdogStart: 60_000,
    watchdogMargin: 60_000,
    handOver: 5 * 60_000,
    jobPoll: 1_000,
    apiRetry: 500,
    writeRetry: 20_000,
    writeAnswer: 12_000,
    blindness: 120_000,
    refusal: 10_000,
};
const override = Symbol.for('slipway.timing');
const timing = {
    ...defaults,
    ...globalThis[override],
};
const untilFree = timing.leaseDuration + 2_000;


/***/ })

};
