export const id = 8764;
export const ids = [8764];
export const modules = {

/***/ 48764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollBackForAlert: () => (/* binding */ rollBackForAlert)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5346);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85280);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60827);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41648);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60897);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26115);











const engine = async () => {
    const { decideOnAlert } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(35), __webpack_require__.e(401), __webpack_require__.e(2588), __webpack_require__.e(189), __webpack_require__.e(9139)]).then(__webpack_require__.bind(__webpack_require__, 82174));
    const { rollback } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(4991), __webpack_require__.e(956), __webpack_require__.e(3167), __webpack_require__.e(4326), __webpack_require__.e(9224), __webpack_require__.e(723), __webpack_require__.e(3701)]).then(__webpack_require__.bind(__webpack_require__, 723));
    return { decideOnAlert, rollback };
};
async function rollBackForAlert(inputs, host) {
    const dryRun = _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .flag */ .Jt('dry-run', inputs['dry-run']);
    const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .requestOf */ .fo)(inputs, host);
    const { monitoringSubject } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5720)]).then(__webpack_require__.bind(__webpack_require__, 36196));
    const { readPayload } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(401), __webpack_require__.e(780)]).then(__webpack_require__.bind(__webpack_require__, 24306));
    (0,_gitops_js__WEBPACK_IMPORTED_MODULE_5__/* .requireApplied */ .PZ)(request.environment, inputs.environment, 'run `rollback` instead');
    host.output('app', request.config.app);
    const subject = monitoringSubject(request.config, inputs.environment);
    const secret = secretOf(subject, host.env);
    const asked = readPayload(await payloadOf(inputs.payload, host.env), subject, secret);
    const conclude = async (state, reason, release = '') => {
        (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, { state, reason, release, record: '', proof: 'none' });
        host.report(`${state}: ${reason}`);
        return state !== 'unknown' && state !== 'refused';
    };
    if ('ignored' in asked)
        return conclude('ignored', asked.ignored);
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, code) => {
        const decision = await code.decideOnAlert(cluster, request, subject, asked);
        if (decision.state !== 'rollback')
            return conclude(decision.state, decision.reason);
        const { release, because } = decision;
        if (dryRun)
            return conclude('would-roll-back', because, String(release));
        host.report(`rolling release ${release} back: ${because}`);
        const onResult = async (result) => {
            (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, { state: result.state, release: (0,_rollback_js__WEBPACK_IMPORTED_MODULE_7__.liveOutput)(result) });
            host.output('record', await (0,_decision_js__WEBPACK_IMPORTED_MODULE_4__/* .publishDecision */ .M)(result.decision, host));
            host.output('reason', result.reason ?? because);
        };
        const what = { from: release, to: undefined, because, onResult };
        const before = cluster.changes();
        try {
            const { state } = await (0,_rollback_js__WEBPACK_IMPORTED_MODULE_7__.rollBackAndPublish)(cluster, code.rollback, { ...request, inputs, host }, what);
            return state !== 'failed';
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || cluster.changes() > before)
                throw error;
            return conclude('refused', `${because}, but the rollback is refused: ${error.sentence}`, String(release));
        }
    });
}
function secretOf({ settings }, env) {
    const variable = settings.rollback?.secret;
    if (variable === undefined)
        return undefined;
    const secret = (env[variable] ?? '').trim();
    if (secret !== '')
        return secret;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`alerts cannot be checked: ${variable} is empty, which slipway.yml names as \`monitoring.rollback.secret\``, 'pass the secret to this step, as the secret `alert-secret` of alerts.yml does');
}
const longestFile = 1024 * 1024;
async function payloadOf(path, env) {
    const event = env.GITHUB_EVENT_NAME === 'repository_dispatch' ? (env.GITHUB_EVENT_PATH ?? '') : '';
    const file = path === '' ? event : path;
    if (file === '')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('there is no alert: this run was not started by `repository_dispatch`', "set the input `payload` to a file with the body of Alertmanager's webhook");
    const tooLong = new Error('too long');
    const text = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_9__/* .readUpTo */ .V)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file), longestFile, () => tooLong).then(String, error => {
        if (error === tooLong)
            return 'too long'.padEnd(longestFile);
        return (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O)(file, 'correct the input `payload`')(error);
    });
    return path === '' ? JSON.stringify((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonMap */ .vM)(text)?.client_payload ?? null) : text;
}


/***/ }),

/***/ 60897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   liveOutput: () => (/* binding */ liveOutput),
/* harmony export */   rollBackAndPublish: () => (/* binding */ rollBackAndPublish),
/* harmony export */   rollbackAction: () => (/* binding */ rollbackAction)
/* harmony export */ });
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78412);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93240);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60827);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98936);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45650);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26115);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(55571);












const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(4991), __webpack_require__.e(956), __webpack_require__.e(3167), __webpack_require__.e(4326), __webpack_require__.e(9224), __webpack_require__.e(723), __webpack_require__.e(3701)]).then(__webpack_require__.bind(__webpack_require__, 723));
const rollbackAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'rollback',
    description: 'Roll back to the last verified release or a given one, including its configuration, and verify that it is live.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .environment */ .cA,
        'to-release': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Number of the release to restore. Default: the baseline of `from-release`, or without it the last verified release.'),
        'from-release': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Number of the release to roll back, or `run` for the release of this run. If another one came after it, nothing is changed. Default: the live release.'),
        timeout: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Time limit, such as `4m`. An unfinished rollback is then left to `sweep`, and the step fails. Default: no limit.'),
        force: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Reason to roll back a release that is not reversible (stored in its record), or to restore an image without a valid signature. Default: both are refused.'),
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .kubeContext */ .ng,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .deploymentsToken */ .ic,
        'gitops-token': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .gitopsToken */ .QQ,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .toolMirrors */ .Rg,
    },
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .appOutput */ .l0,
        release: 'Number of the live release; empty if it is not known.',
        changed: '`true` if the rollback changed the cluster, otherwise `false`.',
        'rollback-seconds': 'Seconds from the first write until the release was fully restored.',
        state: '`complete`, `failed`, `not-needed` (`from-release` was never created, is already rolled back, or another release came after it) or `refused`. The last two change nothing.',
        record: 'Folder with `decision.json` and `report.html` of the rollout that was rolled back; empty if none was in progress.',
        proof: _proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .proofOutput */ .Sg,
        reason: 'Why the rollback failed, was not needed or, without `from-release` and `to-release`, changed nothing, in one sentence; otherwise empty.',
    },
    refused: { changed: 'false', state: 'refused', proof: 'none' },
    run: async (inputs, host) => {
        const from = inputs['from-release'] === ''
            ? undefined
            : (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .parseFromRelease */ .BW)(inputs['from-release'], (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .originOf */ .y)(host.env));
        const to = inputs['to-release'] === '' ? undefined : (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReleaseNumber */ ._W)(inputs['to-release']);
        const timeout = _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .durationIfGiven */ .dz('timeout', inputs.timeout);
        const force = _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .parseForce */ .fu(inputs.force);
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .requestOf */ .fo)(inputs, host);
        host.output('app', request.config.app);
        const gitops = (0,_gitops_js__WEBPACK_IMPORTED_MODULE_6__/* .gitopsOf */ .mQ)(request.environment);
        if (gitops !== undefined)
            return (0,_gitops_js__WEBPACK_IMPORTED_MODULE_6__/* .rollBackByGit */ .cN)(inputs, { request, gitops, host }, { from, to, timeout, force });
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { rollback }) => {
            const onResult = async ({ release, changed, seconds, state, decision, reason }) => {
                const live = liveOutput({ release, state });
                (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .setOutputs */ .n0)(host, { release: live, changed, 'rollback-seconds': seconds.toFixed(2), state });
                host.output('record', await (0,_decision_js__WEBPACK_IMPORTED_MODULE_4__/* .publishDecision */ .M)(decision, host));
                host.output('reason', reason ?? '');
            };
            const until = timeout === undefined ? undefined : performance.now() + timeout;
            const what = { from, to, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_11__/* .defined */ .sw)({ force, until }), onResult };
            const asked = { ...request, inputs, host };
            const { release, state, reason } = await rollBackAndPublish(cluster, rollback, asked, what);
            const tried = state === 'failed' ? 'rollback to release' : 'release';
            const said = release === undefined ? 'rollback' : `${tried} ${release}`;
            host.report(`${said}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
            if (state === 'complete' && reason !== undefined)
                host.annotate('warning', { title: 'rollback', message: reason });
            return state !== 'failed';
        });
    },
});
const liveOutput = ({ release, state }) => release === undefined || state === 'failed' ? '' : String(release);
async function rollBackAndPublish(cluster, rollback, request, { onResult, ...what }) {
    const { inputs, host } = request;
    let withdrawing = Promise.resolve(false);
    const requireSigned = await (0,_trust_js__WEBPACK_IMPORTED_MODULE_10__/* .signatureDemand */ .eD)(inputs, { ...request, force: what.force });
    const result = await rollback(cluster, {
        ...request,
        ...what,
        onRollback: () => {
            const both = Promise.all([withdrawing, (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .withdrawEarly */ .gs)(cluster, request)]);
            withdrawing = both.then(([before, now]) => before || now);
        },
        ...(requireSigned === undefined ? {} : { requireSigned }),
    }).finally(() => withdrawing);
    await onResult?.(result);
    const { release, state } = result;
    await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackSummary */ .j0)(request.config.app, result));
    const place = { app: request.config.app, environment: inputs.environment };
    if (release !== undefined && state === 'complete')
        await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_5__/* .publishDeployment */ .j)(host, inputs['deployments-token'], { ...place, release, state });
    const proved = result.verification?.verdict === 'pass' ? result.verification : undefined;
    await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .publishProofs */ .vC)(host, cluster, request, proved, await withdrawing);
    return result;
}


/***/ })

};
