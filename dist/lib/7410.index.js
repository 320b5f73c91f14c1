export const id = 7410;
export const ids = [7410];
export const modules = {

/***/ 37410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gateAction: () => (/* binding */ gateAction)
/* harmony export */ });
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99800);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60827);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98936);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26115);





const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8691), __webpack_require__.e(4991), __webpack_require__.e(6509), __webpack_require__.e(5575), __webpack_require__.e(6506), __webpack_require__.e(88), __webpack_require__.e(3639), __webpack_require__.e(810)]).then(__webpack_require__.bind(__webpack_require__, 74524));
const gateAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'gate',
    description: 'Shift traffic to the candidate step by step and judge it; one that is not shown to be good is undone.',
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
        state: '`passed` (it may be promoted), `undone` (what served before has all of the traffic), `parked` (it waits on purpose, for `waits`), `held` (somebody must look), or `refused` (nothing was changed); empty when it crashed in the middle.',
        waits: 'What a parked one waits for: `bake` (sweep goes on with it when that is over, and the step succeeds), `resume` or `approval` (somebody must decide, and the step fails); empty otherwise.',
        until: 'When it is undone if nobody comes (ISO 8601); empty unless it is parked.',
        verdict: '`pass`, `fail`, `inconclusive`, `no-data`; empty when it was ended by something else.',
        release: 'Number of the release that was judged.',
        weight: 'Percentage of the traffic that it has at the end.',
        record: 'Folder with `decision.json` and `report.html`: why it ended as it did; empty when nothing was done.',
        reason: 'Why it did not pass, in one sentence; empty when it did.',
    },
    refused: { state: 'refused' },
    run: async (inputs, host) => {
        const approve = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt('approve', inputs.approve);
        const named = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7(inputs.release);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .withRollout */ .ah)(inputs, host, engine, async (cluster, request, { gate }) => {
            const result = await gate(cluster, { ...request, ...named, approve, signal: host.cancellation() });
            host.output('state', result.state);
            host.output('waits', result.waits?.for ?? '');
            host.output('until', result.waits === undefined ? '' : new Date(result.waits.until).toISOString());
            host.output('verdict', result.verdict ?? '');
            host.output('release', String(result.release));
            host.output('weight', String(result.weight));
            host.output('record', result.decision === undefined ? '' : await (0,_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .publishDecision */ .M)(result.decision, host));
            host.output('reason', result.reason ?? '');
            await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_2__/* .publishDeployment */ .j)(host, inputs['deployments-token'], {
                app: request.config.app,
                environment: inputs.environment,
                ...result,
            });
            host.report(`release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`);
            return result.state === 'passed' || result.waits?.for === 'bake';
        });
    },
});


/***/ })

};
