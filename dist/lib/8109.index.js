export const id = 8109;
export const ids = [8109];
export const modules = {

/***/ 18109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweepAction: () => (/* binding */ sweepAction)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78412);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93240);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45650);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26115);
/* harmony import */ var _silences_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(46633);











const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(7848), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(2692), __webpack_require__.e(4991), __webpack_require__.e(6006), __webpack_require__.e(6044), __webpack_require__.e(1928), __webpack_require__.e(1679), __webpack_require__.e(4773), __webpack_require__.e(2753), __webpack_require__.e(4855)]).then(__webpack_require__.bind(__webpack_require__, 97095));
const sweepAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .QP)({
    name: 'sweep',
    description: 'Finish or roll back a rollout whose run has died, resume or end a paused one when its time has come, and repair what a killed drill left broken.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .kubeContext */ .ng,
        credentials: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .credentials */ .z3,
        'actions-token': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .actionsToken */ .Fg,
        'gitops-token': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .gitopsToken */ .QQ,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .toolMirrors */ .Rg,
    },
    outputs: {
        state: '`nothing` (no rollout to sweep), `busy` (a run works on the rollout, or it is paused), `finished` (the release is live, and `verify` must follow), `rolled-back`, `needs-action` (a person must act), or `refused`.',
        release: 'Number of the release that was being rolled out; empty if there was none.',
        'waiting-for': 'What a paused rollout waits for, if it is a person: `resume` or `approval`, as in `gate`; otherwise empty.',
        planned: 'Whether slipway.yml planned that: `true` (a step with `approve`) or `false` (the gate could not judge the candidate); otherwise empty.',
        weight: 'Percentage of traffic to a release that waits for a person; otherwise empty.',
        proof: _proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .withdrawalOutput */ .rW,
        drills: 'What was repaired or cleaned up after killed drills, as a JSON array of sentences; `[]` if there was nothing.',
        reason: 'Explanation of the state, in one sentence; may be empty.',
    },
    refused: { state: 'refused', proof: 'none', drills: '[]' },
    run: async (inputs, host) => {
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .requestOf */ .fo)(inputs, host);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { sweep }) => {
            const began = cluster.now();
            const drills = await afterDrills(cluster, request, inputs, host);
            host.output('drills', JSON.stringify(drills.done));
            const gitops = (0,_gitops_js__WEBPACK_IMPORTED_MODULE_6__/* .gitopsOf */ .mQ)(request.environment);
            const result = gitops === undefined
                ? await sweep(cluster, { ...request, signal: host.cancellation() })
                : await (0,_gitops_js__WEBPACK_IMPORTED_MODULE_6__/* .sweepByGit */ .Qe)(inputs, { request, gitops, host });
            if (result.state !== 'busy')
                await (0,_silences_js__WEBPACK_IMPORTED_MODULE_10__/* .removeLeftSilences */ .K)(cluster, request, host, began);
            const waits = result.state === 'busy' && gitops === undefined
                ? await (await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(7848), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(4991), __webpack_require__.e(6044), __webpack_require__.e(1679), __webpack_require__.e(4699)]).then(__webpack_require__.bind(__webpack_require__, 39671))).waitsForPerson(cluster, request)
                : undefined;
            const reason = [waits?.why ?? result.reason, drills.failed]
                .filter(each => each !== undefined)
                .join('; ');
            (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .setOutputs */ .n0)(host, {
                state: result.state,
                release: result.release,
                'waiting-for': waits?.for,
                planned: waits?.planned,
                weight: waits?.weight,
                reason,
            });
            const place = { app: request.config.app, environment: inputs.environment };
            const ended = { ...result, ...(reason && { reason }), ...(waits && { waits }) };
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .sweepSummary */ .RI)(place, ended, drills.done));
            await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .publishProofs */ .vC)(host, cluster, request, undefined);
            host.report(`${result.state}${reason && `: ${reason}`}`);
            return result.state !== 'needs-action' && drills.failed === undefined;
        });
    },
});
async function afterDrills(cluster, request, { config, credentials }, host) {
    const { environment, origin } = request;
    const { drills } = environment.recovery ?? {};
    if (drills === undefined)
        return { done: [] };
    const { cleanUpDrills } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(2216), __webpack_require__.e(3183), __webpack_require__.e(6442)]).then(__webpack_require__.bind(__webpack_require__, 10083));
    const { drillCommandsOf } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9549)]).then(__webpack_require__.bind(__webpack_require__, 69549));
    const { rollbackOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(7848), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(2692), __webpack_require__.e(4991), __webpack_require__.e(4593), __webpack_require__.e(6006), __webpack_require__.e(956), __webpack_require__.e(6044), __webpack_require__.e(1928), __webpack_require__.e(1679), __webpack_require__.e(4773), __webpack_require__.e(2753), __webpack_require__.e(6525), __webpack_require__.e(723), __webpack_require__.e(3183), __webpack_require__.e(5225), __webpack_require__.e(791), __webpack_require__.e(1876), __webpack_require__.e(7378)]).then(__webpack_require__.bind(__webpack_require__, 71876));
    const env = _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .credentialsIn */ .Wr(credentials, host);
    const place = {
        namespace: environment.namespace,
        commands: { ...drillCommandsOf(drills), release: rollbackOf(cluster, request) },
        scratch: drills.scratch?.namespace,
    };
    try {
        const done = await cleanUpDrills(cluster, place, {
            runId: `sweep-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`,
            holder: (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_5__/* .originText */ .C)(origin),
            folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(config)),
            env,
            report: host.report,
        });
        for (const each of done)
            host.report(each);
        return { done };
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
            throw error;
        return { done: [], failed: error.sentence };
    }
}


/***/ })

};
