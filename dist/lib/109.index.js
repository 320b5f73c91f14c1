export const id = 109;
export const ids = [109];
export const modules = {

/***/ 8109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweepAction: () => (/* binding */ sweepAction)
/* harmony export */ });
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9800);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6115);



const engine = () => Promise.all(/* import() */[__webpack_require__.e(462), __webpack_require__.e(587), __webpack_require__.e(10), __webpack_require__.e(64), __webpack_require__.e(624), __webpack_require__.e(470)]).then(__webpack_require__.bind(__webpack_require__, 2470));
const sweepAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'sweep',
    description: 'Find a rollout that a dead run left, and finish or undo it; look after one that waits on purpose.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O,
    },
    outputs: {
        state: '`nothing` to sweep, `busy` (a run is at work, or the rollout waits on purpose), `finished`, `undone`, `held` (somebody must look), or `refused`.',
        release: 'Number of the release that was rolled out; empty when there was none.',
        reason: 'Why, in one sentence; empty when there is nothing to say.',
    },
    refused: { state: 'refused' },
    run: async (inputs, host) => {
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .withRollout */ .ah)(inputs, host, engine, async (cluster, request, { sweep }) => {
            const result = await sweep(cluster, { ...request, signal: host.cancellation() });
            host.output('state', result.state);
            host.output('release', result.release === undefined ? '' : String(result.release));
            host.output('reason', result.reason ?? '');
            host.report(`${result.state}${result.reason === undefined ? '' : `: ${result.reason}`}`);
            return result.state !== 'held';
        });
    },
});


/***/ })

};
