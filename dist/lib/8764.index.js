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
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5346);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60827);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60897);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26115);








const engine = async () => {
    const [{ decideOnAlert }, { rollback }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3091), __webpack_require__.e(8478), __webpack_require__.e(4991), __webpack_require__.e(401), __webpack_require__.e(6111), __webpack_require__.e(2174)]).then(__webpack_require__.bind(__webpack_require__, 82174)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3091), __webpack_require__.e(2633), __webpack_require__.e(8478), __webpack_require__.e(4991), __webpack_require__.e(642), __webpack_require__.e(775), __webpack_require__.e(8583), __webpack_require__.e(2903), __webpack_require__.e(3182), __webpack_require__.e(5895)]).then(__webpack_require__.bind(__webpack_require__, 61590)),
    ]);
    return { decideOnAlert, rollback };
};
async function rollBackForAlert(inputs, host) {
    const dryRun = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt('dry-run', inputs['dry-run']);
    const [request, { monitoringSubject }, { readPayload }] = await Promise.all([
        (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .requestOf */ .fo)(inputs, host),
        __webpack_require__.e(/* import() */ 6264).then(__webpack_require__.bind(__webpack_require__, 63883)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4306)]).then(__webpack_require__.bind(__webpack_require__, 24306)),
    ]);
    host.output('app', request.config.app);
    const subject = monitoringSubject(request.config, inputs.environment);
    const secret = secretOf(subject, host.env);
    const asked = readPayload(await payloadOf(inputs.payload, host.env), subject, secret);
    const conclude = async (state, reason, release = '') => {
        for (const [name, value] of Object.entries({ state, reason, release, record: '', proof: 'none' }))
            host.output(name, value);
        host.report(`${state}: ${reason}`);
        return state !== 'unknown';
    };
    if ('ignored' in asked)
        return conclude('ignored', asked.ignored);
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { decideOnAlert, rollback }) => {
        const decision = await decideOnAlert(cluster, request, subject, asked);
        if (decision.state !== 'rollback')
            return conclude(decision.state, decision.reason);
        const { release, because } = decision;
        if (dryRun)
            return conclude('would-roll-back', because, String(release));
        host.report(`rolling release ${release} back: ${because}`);
        const { state } = await (0,_rollback_js__WEBPACK_IMPORTED_MODULE_4__.rollBackAndPublish)(cluster, rollback, { ...request, inputs, host }, {
            ...{ from: release, to: undefined, because },
            onResult: async (result) => {
                host.output('state', result.state);
                host.output('release', String(result.release ?? ''));
                host.output('record', await (0,_decision_js__WEBPACK_IMPORTED_MODULE_2__.publishDecision)(result.decision, host));
                host.output('reason', result.reason ?? because);
            },
        });
        return state !== 'failed';
    });
}
function secretOf({ settings }, env) {
    const variable = settings.rollback?.secret;
    if (variable === undefined)
        return undefined;
    const secret = (env[variable] ?? '').trim();
    if (secret !== '')
        return secret;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`alerts cannot be checked: ${variable} is empty, which slipway.yml names as \`monitoring.rollback.secret\``, 'pass the secret to this step, as the secret `alert-secret` of alert.yml does');
}
const longestFile = 1024 * 1024;
async function payloadOf(path, env) {
    const event = env.GITHUB_EVENT_NAME === 'repository_dispatch' ? (env.GITHUB_EVENT_PATH ?? '') : '';
    const file = path === '' ? event : path;
    if (file === '')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('there is no alert: this run was not started by `repository_dispatch`', "set the input `payload` to a file with the body of Alertmanager's webhook");
    const tooLong = new Error('too long');
    const text = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_6__/* .readUpTo */ .V)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file), longestFile, () => tooLong).then(String, error => {
        if (error === tooLong)
            return 'too long'.padEnd(longestFile);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the payload ${file} cannot be read: ${error.message}`, 'check the input `payload`');
    });
    return path === '' ? JSON.stringify((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .jsonMap */ .vM)(text)?.client_payload ?? null) : text;
}


/***/ })

};
