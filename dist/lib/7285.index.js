export const id = 7285;
export const ids = [7285];
export const modules = {

/***/ 7285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promoteAction: () => (/* binding */ promoteAction)
/* harmony export */ });
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80986);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98936);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26115);
/* harmony import */ var _silences_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46633);






const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(1893), __webpack_require__.e(3407), __webpack_require__.e(6292), __webpack_require__.e(4991), __webpack_require__.e(4501), __webpack_require__.e(5277), __webpack_require__.e(775), __webpack_require__.e(5626), __webpack_require__.e(6082), __webpack_require__.e(2903), __webpack_require__.e(9504), __webpack_require__.e(4983)]).then(__webpack_require__.bind(__webpack_require__, 74524));
const promoteAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'promote',
    description: 'Promote a candidate that passed the gate to the stable workload, watch it, and clean up.',
    inputs: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .ofRollout */ .lw,
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .appOutput */ .l0,
        state: '`complete`, `rolled-back` (the baseline is live again), `paused` (approved, but still without a verdict), `needs-action` (a person must act), `failed` (the release is live, but its `post` hook failed), or `refused` (nothing was changed). Empty if the step crashed before it finished.',
        release: 'Number of the release.',
        record: 'Folder with `decision.json` and `report.html`, which explain the outcome; empty if nothing was done.',
        reason: 'Why the release was not completed, in one sentence; otherwise empty.',
    },
    refused: { state: 'refused' },
    run: async (inputs, host) => {
        const approve = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt('approve', inputs.approve);
        const named = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7(inputs.release);
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .requestOf */ .fo)(inputs, host);
        host.output('app', request.config.app);
        (0,_gitops_js__WEBPACK_IMPORTED_MODULE_2__/* .requireApplied */ .PZ)(request.environment, request.environmentName, 'nothing is left to promote; see `slipway status`');
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { promote }) => {
            const around = await _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .aroundOf */ .dg(inputs.config, request.environment, host);
            const signal = host.cancellation();
            const result = await (0,_silences_js__WEBPACK_IMPORTED_MODULE_5__/* .silenced */ .I)(cluster, request, host, quiet => promote(cluster, { ...request, ...quiet, ...named, around, approve, signal }));
            await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .concludeRollout */ .N)(host, request, inputs['deployments-token'], result);
            return result.state === 'complete';
        });
    },
});


/***/ })

};
