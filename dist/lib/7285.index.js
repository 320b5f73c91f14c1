export const id = 7285;
export const ids = [7285];
export const modules = {

/***/ 7285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promoteAction: () => (/* binding */ promoteAction)
/* harmony export */ });
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99800);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60827);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98936);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26115);





const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(8691), __webpack_require__.e(4991), __webpack_require__.e(6509), __webpack_require__.e(5575), __webpack_require__.e(6506), __webpack_require__.e(88), __webpack_require__.e(3639), __webpack_require__.e(5277), __webpack_require__.e(3907), __webpack_require__.e(497)]).then(__webpack_require__.bind(__webpack_require__, 95131));
const promoteAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'promote',
    description: 'Make a candidate that passed the gate the stable workload, watch it, and clean up.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .environment */ .cA,
        release: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .release */ ._r,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .context */ ._O,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentsToken */ .ic,
        wait: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .wait */ .uk,
        approve: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .approve */ .SR,
    },
    outputs: {
        state: '`complete`, `undone` (what served before serves again), `parked` (what was approved could not be judged, and waits on), `held` (somebody must look), `failed` (it serves, but its `post` hook failed), or `refused` (nothing was changed); empty when it crashed in the middle.',
        release: 'Number of the release.',
        record: 'Folder with `decision.json` and `report.html`: why it ended as it did; empty when nothing was done.',
        reason: 'Why it was not completed, in one sentence; empty when it was.',
    },
    refused: { state: 'refused' },
    run: async (inputs, host) => {
        const approve = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt('approve', inputs.approve);
        const named = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7(inputs.release);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .withRollout */ .ah)(inputs, host, engine, async (cluster, request, { promote }) => {
            const { config, environment } = request;
            const around = await _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .aroundOf */ .dg(inputs.config, environment, host);
            const result = await promote(cluster, {
                ...request,
                ...named,
                around,
                approve,
                signal: host.cancellation(),
            });
            host.output('state', result.state);
            host.output('release', String(result.release));
            host.output('record', await (0,_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .publishDecision */ .M)(result.decision, host));
            host.output('reason', result.reason ?? '');
            await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_2__/* .publishDeployment */ .j)(host, inputs['deployments-token'], {
                app: config.app,
                environment: inputs.environment,
                ...result,
            });
            host.report(`release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`);
            return result.state === 'complete';
        });
    },
});


/***/ })

};
