export const id = 7410;
export const ids = [7410];
export const modules = {

/***/ 37410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gateAction: () => (/* binding */ gateAction)
/* harmony export */ });
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80986);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98936);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26115);
/* harmony import */ var _silences_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46633);






const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(1893), __webpack_require__.e(3407), __webpack_require__.e(6292), __webpack_require__.e(4991), __webpack_require__.e(4501), __webpack_require__.e(5277), __webpack_require__.e(775), __webpack_require__.e(5626), __webpack_require__.e(6082), __webpack_require__.e(2903), __webpack_require__.e(9504), __webpack_require__.e(4983)]).then(__webpack_require__.bind(__webpack_require__, 74524));
const gateAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'gate',
    description: 'Shift traffic to the candidate in steps and judge the candidate by its metrics. Roll it back if it fails.',
    inputs: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .ofRollout */ .lw,
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .appOutput */ .l0,
        state: '`passed` (ready for `promote`), `rolled-back` (the baseline has all traffic again), `paused` (see `waits`), `needs-action` (a person must act), or `refused` (nothing was changed). Empty if the step crashed before it finished.',
        waits: 'What a paused rollout waits for: `bake` (`sweep` resumes it afterwards; the step succeeds), `resume` or `approval` (a person must decide; the step fails, unless the approval is a step of slipway.yml). Otherwise empty.',
        until: 'When a paused rollout is rolled back if it is not resumed (ISO 8601); otherwise empty.',
        verdict: '`pass`, `fail`, `inconclusive` or `no-data`; empty if the rollout ended without a verdict, or `gate` is `checks`.',
        release: 'Number of the release that was judged.',
        weight: 'Final percentage of traffic to the candidate.',
        record: 'Folder with `decision.json` and `report.html`, which explain the outcome; empty if nothing was done.',
        reason: 'Why the candidate did not pass, in one sentence; otherwise empty.',
    },
    refused: { state: 'refused' },
    run: async (inputs, host) => {
        const approve = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt('approve', inputs.approve);
        const named = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7(inputs.release);
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .requestOf */ .fo)(inputs, host);
        host.output('app', request.config.app);
        (0,_gitops_js__WEBPACK_IMPORTED_MODULE_2__/* .requireApplied */ .PZ)(request.environment, request.environmentName, 'it has no gate; see `slipway status`');
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { gate }) => {
            const signal = host.cancellation();
            const result = await (0,_silences_js__WEBPACK_IMPORTED_MODULE_5__/* .silenced */ .I)(cluster, request, host, quiet => gate(cluster, { ...request, ...quiet, ...named, approve, signal }));
            host.output('waits', result.waits?.for ?? '');
            host.output('until', result.waits === undefined ? '' : new Date(result.waits.until).toISOString());
            host.output('verdict', result.verdict ?? '');
            host.output('weight', String(result.weight));
            await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .concludeRollout */ .N)(host, request, inputs['deployments-token'], result);
            return result.state === 'passed' || result.waits?.for === 'bake' || result.waits?.planned === true;
        });
    },
});


/***/ })

};
