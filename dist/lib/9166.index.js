export const id = 9166;
export const ids = [9166,127,2508];
export const modules = {

/***/ 99166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deployAction: () => (/* binding */ deployAction)
/* harmony export */ });
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78412);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _verify_identities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98093);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98936);
/* harmony import */ var _due_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50819);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(45650);
/* harmony import */ var _public_url_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(43844);
/* harmony import */ var _released_images_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(57529);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(26115);
/* harmony import */ var _silences_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(46633);
/* harmony import */ var _standbys_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(70127);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(55571);
















const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(7848), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(2692), __webpack_require__.e(4991), __webpack_require__.e(4593), __webpack_require__.e(6006), __webpack_require__.e(6044), __webpack_require__.e(1928), __webpack_require__.e(1679), __webpack_require__.e(4773), __webpack_require__.e(2753), __webpack_require__.e(6525), __webpack_require__.e(5366)]).then(__webpack_require__.bind(__webpack_require__, 13634));
const deployAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'deploy',
    description: 'Roll out a release to Kubernetes, and roll it back if it does not become ready.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .environment */ .cA,
        images: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .mw)('JSON object that maps image names in slipway.yml to a digest, `repository@digest` or `repository:tag`.'),
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .kubeContext */ .ng,
        credentials: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .credentials */ .z3,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .deploymentsToken */ .ic,
        'actions-token': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .actionsToken */ .Fg,
        reversible: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .reversible */ .qp,
        force: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .force */ .s$,
        wait: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .wait */ .uk,
        'gitops-token': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .gitopsToken */ .QQ,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .toolMirrors */ .Rg,
    },
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .appOutput */ .l0,
        release: 'Number of the release.',
        baseline: 'Number of the baseline; empty for a first release.',
        state: '`complete`, `prepared` (the candidate is ready but gets no traffic: run `gate`), `rolled-back` (the baseline is live again), `paused` (a pull request waits for its merge), `needs-action` (not reversible: a person must act), `failed`, or `refused` (nothing was changed). Empty if the step crashed before it finished.',
        'rollback-seconds': 'Seconds from the verdict until the baseline was fully restored; empty without a rollback.',
        reason: 'Why the release was refused or did not become ready, in one sentence; otherwise empty.',
        images: 'JSON object that maps image names to `repository@digest`.',
        record: 'Folder with `decision.json` and `report.html`, which explain the outcome; empty if `gate` comes next or nothing was applied.',
        signed: 'JSON object that maps image names to their signer, in a few words; `{}` if slipway.yml requires no signatures.',
        url: 'Where people reach the application: `url` in slipway.yml, or what the manifests say; empty if it is not known.',
        'sign-proof': _proofs_js__WEBPACK_IMPORTED_MODULE_9__/* .signOutput */ .R4,
        monitored: _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .monitoredOutput */ .ls,
        promotion: 'Why the images are allowed in this environment, in one sentence; empty without `requires`, or if they were refused.',
    },
    refused: { state: 'refused', images: '{}', signed: '{}', 'sign-proof': 'false', monitored: 'false' },
    run: async (inputs, host) => {
        const { request, manifests, hooks } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .withManifests */ .BW)(inputs.config, await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .requestOf */ .fo)(inputs, host));
        (0,_verify_identities_js__WEBPACK_IMPORTED_MODULE_3__/* .requireSecrets */ .pU)(request.environment.verify, request.env);
        const gitops = (0,_gitops_js__WEBPACK_IMPORTED_MODULE_7__/* .gitopsOf */ .mQ)(request.environment);
        if (gitops !== undefined)
            return (0,_gitops_js__WEBPACK_IMPORTED_MODULE_7__/* .deployByGit */ .V8)(inputs, { request, gitops, host });
        await (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .warnOfNewValues */ .ii)(inputs.config, request, manifests, host.report);
        const { config, environment } = request;
        const signs = await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_9__/* .signsProofs */ .Ye)(config, inputs.environment);
        const monitored = environment.monitoring !== undefined;
        (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, { app: config.app, 'sign-proof': signs, monitored });
        const url = (0,_public_url_js__WEBPACK_IMPORTED_MODULE_14__/* .publicUrl */ .x)(environment, manifests);
        const asked = await (0,_released_images_js__WEBPACK_IMPORTED_MODULE_10__/* .releasedImages */ .i)(inputs, request, host);
        const hookSetup = await _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .hookSetupOf */ .Lc(inputs.config, environment, host, hooks);
        const verifying = asked.verify();
        verifying.catch(() => undefined);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .withCluster */ .Bq)((0,_session_js__WEBPACK_IMPORTED_MODULE_11__/* .impatient */ .oP)(inputs), environment, host, engine, async (cluster, { deploy }) => {
            const images = await asked.images;
            const verified = await verifying;
            const signed = (0,_trust_js__WEBPACK_IMPORTED_MODULE_13__/* .signatureSentences */ .Bk)(verified);
            for (const sentence of signed)
                host.report(sentence);
            const owner = { app: config.app, environment: inputs.environment };
            const released = { owner, environment, config: inputs.config };
            await (0,_due_js__WEBPACK_IMPORTED_MODULE_6__/* .demandNoDrill */ .w)(cluster, released, host);
            await Promise.all([
                (0,_due_js__WEBPACK_IMPORTED_MODULE_6__/* .warnOfOverdue */ .i)(cluster, released, { ...host, env: request.env }),
                (0,_standbys_js__WEBPACK_IMPORTED_MODULE_12__.checkStandbys)(cluster, environment, host),
            ]);
            const signatures = signed.length === 0 ? {} : { signatures: (0,_trust_js__WEBPACK_IMPORTED_MODULE_13__/* .signaturesOf */ .Rr)(verified) };
            const release = { manifests, images, hookSetup, ...asked.promotion, ...signatures };
            const signal = host.cancellation();
            const result = await (0,_silences_js__WEBPACK_IMPORTED_MODULE_15__/* .silenced */ .I)(cluster, request, host, quiet => deploy(cluster, { ...request, ...quiet, ...release, signal }));
            const { baseline, promotion } = result;
            const references = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesOf */ .CL)(images);
            (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, {
                baseline,
                'rollback-seconds': (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsOutput */ .tD)(result.rollbackMs),
                images: references,
                signed: (0,_trust_js__WEBPACK_IMPORTED_MODULE_13__/* .signedOutput */ .SG)(verified),
                url,
                promotion,
            });
            const workers = environment.workers.map(({ kind, name }) => `${kind}/${name}`);
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .deploySummary */ .eN)(config.app, inputs.environment, Object.values(references), result, workers, signed));
            const made = { images: references, url };
            await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_5__/* .publishOutcome */ .C)(host, request, inputs['deployments-token'], result, made);
            return result.state === 'complete' || result.state === 'prepared';
        });
    },
});


/***/ }),

/***/ 70127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkStandbys: () => (/* binding */ checkStandbys),
/* harmony export */   replicationOf: () => (/* binding */ replicationOf),
/* harmony export */   standbyFindings: () => (/* binding */ standbyFindings)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75181);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _config_standbys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32348);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57346);





const patience = 10_000;
const replicationOf = (cluster, namespace, databases) => Promise.all(databases.map(async ([database, declared]) => {
    const asked = askDatabase(cluster, namespace, declared);
    return { database, ...(await asked.catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .onUserError */ .lP)(unknownBecause))) };
}));
const unknownBecause = ({ sentence }) => ({
    verdict: 'unknown',
    problems: [sentence],
    standbys: [],
    answer: { unknown: sentence },
    facts: { streaming: 0, apart: 0, archiving: false },
    pods: new Map(),
});
async function askDatabase(cluster, namespace, declared) {
    const { askReplication, measureReplication } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3727)]).then(__webpack_require__.bind(__webpack_require__, 63727));
    const { replicationFacts } = await __webpack_require__.e(/* import() */ 5543).then(__webpack_require__.bind(__webpack_require__, 95543));
    const { pods, running } = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_2__/* .podsOf */ .EB)(cluster, namespace, declared);
    const zones = await zonesOf(cluster, running);
    const ask = () => askReplication(pods, { database: declared.database }, patience);
    const measured = await measureReplication(ask, declared, zones);
    return { pods, ...measured, facts: replicationFacts(measured.answer, zones) };
}
async function zonesOf(cluster, running) {
    const listed = cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.node, ''));
    const { items } = await listed.catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .onUserError */ .lP)(() => ({ items: [] })));
    return new Map(running.flatMap(({ metadata, spec, status }) => {
        const node = items.find(each => each.metadata?.name === spec?.nodeName);
        const zone = node && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .zoneOf */ .kE)(node);
        if (zone === undefined)
            return [];
        return [metadata?.name, status?.podIP].flatMap(key => key === undefined ? [] : [[key, zone]]);
    }));
}
async function standbyFindings(cluster, { namespace, recovery }) {
    const reports = await replicationOf(cluster, namespace, (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_4__/* .watchedDatabases */ .f)(recovery));
    const wrong = reports.flatMap(({ database, verdict, problems }) => {
        const what = verdict === 'unknown' ? 'how far its standbys and its WAL are behind is unknown: ' : '';
        const message = `database ${database}: ${what}${problems.join('; ')}`;
        const blocks = verdict !== 'unknown' && recovery?.databases[database]?.['on-lag'] === 'block';
        return verdict === 'ok' ? [] : [{ message, blocks }];
    });
    const remedy = 'check pg_stat_replication and pg_stat_archiver, or set `on-lag: warn` of the database in slipway.yml';
    return {
        standbys: reports.flatMap(({ database, standbys }) => standbys.map(each => `${database}: ${each}`)),
        refusals: wrong.flatMap(({ message, blocks }) => (blocks ? [new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(message, remedy)] : [])),
        warnings: wrong.flatMap(({ message, blocks }) => (blocks ? [] : [message])),
    };
}
async function checkStandbys(cluster, environment, host) {
    const { standbys, refusals, warnings } = await standbyFindings(cluster, environment);
    for (const standby of standbys)
        host.report(standby);
    for (const message of warnings)
        host.annotate('warning', { title: 'Standbys', message });
    if (refusals[0] !== undefined)
        throw refusals[0];
}


/***/ }),

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ })

};
