export const id = 8109;
export const ids = [8109];
export const modules = {

/***/ 5650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sg: () => (/* binding */ proofOutput),
/* harmony export */   gs: () => (/* binding */ withdrawEarly),
/* harmony export */   vC: () => (/* binding */ publishProofs)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(566);


const proofOutput = 'What was said at the images for environments that require this one: `attached` (the release is verified), `withdrawn` (one that was is undone), `refused` (the registry did not take it: see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawUndoing } = await __webpack_require__.e(/* import() */ 5511).then(__webpack_require__.bind(__webpack_require__, 5511));
    return withdrawUndoing(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await __webpack_require__.e(/* import() */ 5511).then(__webpack_require__.bind(__webpack_require__, 5511));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .registryClient */ .R)();
    const { state, warnings } = await settleProofs(cluster, { ...request, registry }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(message)}\n`);
    }
}


/***/ }),

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient)
/* harmony export */ });
async function registryClient(options = {}) {
    const { RegistryClient } = await __webpack_require__.e(/* import() */ 2410).then(__webpack_require__.bind(__webpack_require__, 2410));
    return new RegistryClient(options);
}


/***/ }),

/***/ 8109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweepAction: () => (/* binding */ sweepAction)
/* harmony export */ });
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9800);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5650);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6115);




const engine = () => Promise.all(/* import() */[__webpack_require__.e(6462), __webpack_require__.e(1407), __webpack_require__.e(6506), __webpack_require__.e(5152), __webpack_require__.e(1968), __webpack_require__.e(1418)]).then(__webpack_require__.bind(__webpack_require__, 340));
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
        proof: _proofs_js__WEBPACK_IMPORTED_MODULE_3__/* .proofOutput */ .Sg,
        reason: 'Why, in one sentence; empty when there is nothing to say.',
    },
    refused: { state: 'refused', proof: 'none' },
    run: async (inputs, host) => {
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .withRollout */ .ah)(inputs, host, engine, async (cluster, request, { sweep }) => {
            const result = await sweep(cluster, { ...request, signal: host.cancellation() });
            host.output('state', result.state);
            host.output('release', result.release === undefined ? '' : String(result.release));
            host.output('reason', result.reason ?? '');
            await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_3__/* .publishProofs */ .vC)(host, cluster, request, undefined);
            host.report(`${result.state}${result.reason === undefined ? '' : `: ${result.reason}`}`);
            return result.state !== 'held';
        });
    },
});


/***/ })

};
