export const id = 7897;
export const ids = [7897,8075,8538];
export const modules = {

/***/ 60527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assessAction: () => (/* binding */ assessAction),
/* harmony export */   assessed: () => (/* binding */ assessed),
/* harmony export */   reportedManifests: () => (/* binding */ reportedManifests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _assessment_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17710);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26115);







const reader = () => __webpack_require__.e(/* import() */ 5820).then(__webpack_require__.bind(__webpack_require__, 45820));
const assessAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'assess',
    description: 'Check the manifests of an environment, and its cluster, against rules: zones, probes, drains, resources, autoscaling, permissions, secrets. Changes nothing.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .kubeContext */ .ng,
        'query-cluster': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)('Whether to query the cluster: `true`, or `false` to read only the manifests, as in a pull request. What only the cluster can show is then unknown.', 'true'),
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .toolMirrors */ .Rg,
        report: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)('Path of the JSON report to write.', 'assess.json'),
    },
    outputs: _assessment_report_js__WEBPACK_IMPORTED_MODULE_3__/* .assessmentOutputs */ .j,
    refused: { verdict: 'fail' },
    run: async (inputs, host) => {
        const { app, result, now } = await assessed(inputs, host);
        return (0,_assessment_report_js__WEBPACK_IMPORTED_MODULE_3__/* .publishAssessments */ .x)(result, app, { ...inputs, by: 'assess' }, now, host);
    },
});
async function assessed(inputs, host) {
    const asks = _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt('query-cluster', inputs['query-cluster']);
    const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(inputs.config);
    const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, inputs.environment);
    const { environment: environmentName } = inputs;
    const manifests = await reportedManifests(inputs.config, config, environmentName, 'assess', host, 'among');
    const signal = host.cancellation();
    const live = await liveOf(inputs, environment, manifests, asks, host);
    const { assess } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(5279), __webpack_require__.e(2216), __webpack_require__.e(8130), __webpack_require__.e(898), __webpack_require__.e(1871), __webpack_require__.e(3172), __webpack_require__.e(9949)]).then(__webpack_require__.bind(__webpack_require__, 640));
    const request = {
        config: (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment),
        environment,
        environmentName,
        manifests,
        root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(inputs.config)),
        live,
        now: new Date(),
    };
    const result = await assess(request, { env: host.env, signal, report: host.report });
    return { ...request, app: config.app, asks, result };
}
async function reportedManifests(path, config, environment, verb, host, hooks) {
    const other = `${verb} an environment of the same namespace that has \`manifests\``;
    (0,_gitops_js__WEBPACK_IMPORTED_MODULE_4__/* .requireApplied */ .PZ)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, environment), environment, other);
    const { manifests, notes } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .manifestsOf */ .oF)(path, config, environment, host.env, hooks);
    for (const note of notes)
        host.report(note);
    return manifests;
}
async function liveOf(inputs, environment, manifests, asks, host) {
    const { notQueried } = await reader();
    if (!asks)
        return notQueried('the cluster was not queried (`query-cluster: false`)');
    const objects = manifests.map(({ object }) => object);
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .withCluster */ .Bq)((0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .impatient */ .oP)(inputs), environment, host, reader, (cluster, { readLive }) => readLive(cluster, environment.namespace, objects));
}


/***/ }),

/***/ 57388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   costAction: () => (/* binding */ costAction)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6849);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _assess_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60527);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41648);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57346);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46158);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26115);








const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7848), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(4991), __webpack_require__.e(401), __webpack_require__.e(2588), __webpack_require__.e(2570), __webpack_require__.e(9139), __webpack_require__.e(6241)]).then(__webpack_require__.bind(__webpack_require__, 39007));
const costAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'cost',
    description: 'Report what the resource requests of an environment cost, how much of that is idle, and whether it stays within its cost caps and database connections. Changes nothing.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .kubeContext */ .ng,
        credentials: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .credentials */ .z3,
        'actions-token': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)('Token with `actions: read`, to count the runner minutes of this run. Default: they are unknown.'),
        runs: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)('How many runs of this workflow to count: this one, and those that ended last. At most 100.', '1'),
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .toolMirrors */ .Rg,
        report: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)('Path of the JSON report to write.', 'cost.json'),
    },
    outputs: {
        monthly: 'What the workloads cost in a month, such as `123.45`; empty if that of a workload is unknown.',
        'idle-share': 'Share of the cost of CPU and memory that is requested but not used (95th percentile), from 0 to 1; empty if unknown.',
        verdict: '`pass`, `fail` (above a cap), or `unknown` (a declared cap could not be judged); only `pass` succeeds.',
        report: 'Path of the JSON report.',
        reason: 'Why the verdict is not `pass`, in one sentence; otherwise empty.',
    },
    refused: { verdict: 'unknown' },
    run: async (inputs, host) => {
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .requestOf */ .fo)(inputs, host);
        const { config, environment, environmentName } = request;
        const manifests = await (0,_assess_js__WEBPACK_IMPORTED_MODULE_3__.reportedManifests)(inputs.config, config, environmentName, 'report on', host);
        const runs = await runsOf(inputs, host);
        const backups = await backupsOf(request, inputs.config);
        const asked = { ...request, manifests, runs, backups };
        const result = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .withCluster */ .Bq)((0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .impatient */ .oP)(inputs), environment, host, engine, (cluster, { reportCosts }) => reportCosts(cluster, asked));
        const { costSummary } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2216), __webpack_require__.e(401), __webpack_require__.e(2588), __webpack_require__.e(9139), __webpack_require__.e(6340)]).then(__webpack_require__.bind(__webpack_require__, 84859));
        const { total, verdict, assessments, at } = result;
        const reasons = assessments.filter(({ status, level, rule }) => verdict === 'fail'
            ? status === 'not-met' && level === 'error'
            : status === 'unknown' && level !== 'info' && /cap|connections/.test(rule));
        const reason = verdict === 'pass'
            ? ''
            : reasons.map(({ what, remedy }) => (remedy === undefined ? what : `${what}; ${remedy}`)).join('; ');
        const { monthly, idleShare } = total;
        (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, { monthly: monthly?.toFixed(2), 'idle-share': idleShare?.toFixed(4), verdict });
        const { settings, rates, costs, whatIfs, pools, limit, storage, trend, failures } = result;
        const facts = { rates, costs, whatIfs, pools, limit, runs, storage, trend, failures, assessments };
        const { currency, window } = settings;
        const head = { schema: 1, app: config.app, environment: environmentName, at, verdict, currency, window };
        const report = JSON.stringify({ ...head, ...total, ...facts }, withoutSeries, 2);
        const about = ['cost', environmentName, inputs.config];
        await (0,_reports_js__WEBPACK_IMPORTED_MODULE_6__/* .writeReport */ .u)(inputs.report, `${report}\n`, { env: host.env, about });
        (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, { report: inputs.report, reason });
        await host.summary(costSummary(config.app, environmentName, result));
        for (const { id, status, what } of assessments)
            if (status !== 'not-applicable')
                host.report(`${id} ${status}: ${what}`);
        for (const each of failures)
            host.report(`warning: ${each}`);
        return verdict === 'pass';
    },
});
const withoutSeries = (key, value) => key === 'pods' && Array.isArray(value) ? undefined : value;
async function runsOf(inputs, host) {
    const count = Number(inputs.runs);
    if (!/^\d{1,3}$/.test(inputs.runs) || count < 1 || count > 100)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`runs\` is invalid: "${inputs.runs}"`, 'write a whole number from 1 to 100');
    const id = Number(host.env.GITHUB_RUN_ID);
    if (!(id > 0))
        return { status: 'not-applicable', what: 'this is not a run of GitHub Actions' };
    const github = (0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_1__/* .gitHubOf */ .Tc)(host.env, inputs['actions-token']);
    if (github === undefined)
        return { status: 'unknown', what: 'the minutes of this run are unknown: `actions-token` is not set' };
    const { readMinutes } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5928)]).then(__webpack_require__.bind(__webpack_require__, 65928));
    return readMinutes(github, id, count, Date.now()).catch(error => ({
        status: 'unknown',
        what: `the minutes of this run are unknown: GitHub did not list its jobs (${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error)})`,
    }));
}
const mostSets = 30;
async function backupsOf({ config, environment, environmentName, env }, path) {
    const { recovery } = environment;
    if (recovery === undefined)
        return { status: 'not-applicable', what: 'the environment is not backed up by Slipway' };
    const owner = { app: config.app, environment: environmentName };
    const { listSets, readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    const { mapOf } = await __webpack_require__.e(/* import() */ 8961).then(__webpack_require__.bind(__webpack_require__, 48961));
    try {
        const found = [];
        for (const { store } of await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__.openStores)((0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__/* .online */ .WD)(recovery), path, env)) {
            const ids = (await listSets(store, owner)).slice(-mostSets);
            found.push(...(await mapOf(ids, 8, async (id) => (await readSet(store, owner, id)).manifest)));
        }
        return found;
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw error;
        return { status: 'unknown', what: `the backup sets cannot be read: ${error.message}` };
    }
}


/***/ }),

/***/ 41648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Fg: () => (/* binding */ actionsToken),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   L1: () => (/* binding */ deployedForGrowth),
/* harmony export */   Lc: () => (/* binding */ hookSetupOf),
/* harmony export */   Nk: () => (/* binding */ policyReport),
/* harmony export */   QQ: () => (/* binding */ gitopsToken),
/* harmony export */   Rg: () => (/* binding */ toolMirrors),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   Wr: () => (/* binding */ credentialsIn),
/* harmony export */   bc: () => (/* binding */ policyCounts),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   dz: () => (/* binding */ durationIfGiven),
/* harmony export */   fu: () => (/* binding */ parseForce),
/* harmony export */   ic: () => (/* binding */ deploymentsToken),
/* harmony export */   l0: () => (/* binding */ appOutput),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   ls: () => (/* binding */ monitoredOutput),
/* harmony export */   lw: () => (/* binding */ ofRollout),
/* harmony export */   ng: () => (/* binding */ kubeContext),
/* harmony export */   oN: () => (/* binding */ besides),
/* harmony export */   pE: () => (/* binding */ waitOf),
/* harmony export */   qL: () => (/* binding */ withReversible),
/* harmony export */   qp: () => (/* binding */ reversible),
/* harmony export */   s$: () => (/* binding */ force),
/* harmony export */   uk: () => (/* binding */ wait),
/* harmony export */   z3: () => (/* binding */ credentials)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95126);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60512);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91490);








const appOutput = 'Name of the application in slipway.yml.';
const monitoredOutput = '`true` if the environment has `monitoring` in slipway.yml, otherwise `false`.';
const config = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Path of slipway.yml.', 'slipway.yml');
const environment = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)('Name of the environment in slipway.yml.');
const kubeContext = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Context of the kubeconfig. Default: the `cluster` of the environment, otherwise the current context.');
const wait = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('How long to wait for another run that releases the same application, such as `10m`.', '0s');
const deploymentsToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Token with `deployments: write`, to show the release as a GitHub deployment of its commit. Only for jobs that set no GitHub environment. Default: none.');
const actionsToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Token with `actions: read`, to detect at once that the run of an unfinished rollout has ended. Default: the rollout counts as abandoned only after its time limit.');
const gitopsToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Token with write access to the contents of the repository in `delivery.gitops` of slipway.yml, and with `by: pull-request` to its pull requests. Default: the variable GITHUB_TOKEN for the repository of slipway.yml; for another one, the credentials of git.');
const release = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Number of the release that must be rolling out; otherwise nothing is changed. Default: the current rollout.');
const approve = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Whether to approve a rollout that waits for an approval: `true` or `false`. An approved rollout continues as if it had passed, unless a limit or a health check fails.', 'false');
const reversible = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Whether this release may be rolled back: `true` or `false`. Default: `reversible` in slipway.yml, which defaults to `true`.');
const force = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Reason to release images that do not meet the `requires` of the environment; it is stored in the record. Default: they are refused.');
const policyReport = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Path of a JSON report of the policy findings to write. Default: none.');
const deployedForGrowth = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('JSON object that maps image names to deployed digests, for the `growth` budget in slipway.yml: `images` in the output `status` of the action `status`. Default: growth is not checked.');
const credentials = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('JSON object of variables with the credentials that slipway.yml names (stores, Prometheus, Alertmanager, logs) and the identities of its `verify`, such as {"PROMETHEUS_TOKEN": "…"}. They are added to the environment. A value below 6 characters is not masked in the log. Default: none.');
const toolMirrors = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('URLs of mirrors to download programs from, separated by commas or lines. Each contains the original host and path, as with `wget -x`. The checksums stay pinned. Default: none.');
const ofRollout = {
    environment,
    release,
    config,
    'kube-context': kubeContext,
    credentials,
    'deployments-token': deploymentsToken,
    wait,
    'tool-mirrors': toolMirrors,
};
const policyCounts = 'Number of policy findings as JSON, such as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';
function parseSecrets(name, text, { setSecret, report }) {
    const map = text === '' ? {} : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .jsonMap */ .vM)(text);
    const secrets = Object.entries(map ?? {}).filter((each) => /^[A-Za-z_]\w*$/.test(each[0]) && typeof each[1] === 'string');
    if (map === undefined || secrets.length < Object.keys(map).length)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the input \`${name}\` is not a JSON object of variables`, 'pass a JSON object that maps names of variables to their values, such as {"TOKEN": "…"}');
    for (const [, value] of secrets)
        if (value.trim().length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_5__/* .shortestMasked */ .QQ)
            setSecret(value);
    const visible = secrets
        .filter(([, value]) => value.trim() !== '' && value.trim().length < _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_5__/* .shortestMasked */ .QQ)
        .map(([variable]) => variable);
    if (visible.length > 0)
        report(`warning: the input \`${name}\` has values below ${_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_5__/* .shortestMasked */ .QQ} characters, which are not masked in the log: ${visible.join(', ')}. Use longer ones for secrets.`);
    return Object.fromEntries(secrets);
}
function besides(env, given) {
    const keys = Object.keys(given).filter(name => name.endsWith('_ACCESS_KEY_ID'));
    const replaced = new Set([
        ...Object.keys(given),
        ...keys.flatMap(name => ['SECRET_ACCESS_KEY', 'SESSION_TOKEN'].map(part => name.replace(/ACCESS_KEY_ID$/, part))),
    ]);
    return Object.fromEntries(Object.entries(env).filter(([name]) => !replaced.has(name)));
}
function credentialsIn(text, host) {
    const given = parseSecrets('credentials', text, host);
    return { ...besides(host.env, given), ...given };
}
function forced(text) {
    if (text === '')
        return {};
    const reason = parseForce(text, 'write in a few words why it cannot wait, such as `the fix of an outage`');
    return reason === undefined ? {} : { force: reason };
}
function withReversible(environment, text) {
    return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}
const releaseOf = (text) => text === '' ? {} : { release: (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .parseReleaseNumber */ ._W)(text) };
async function hookSetupOf(path, { hooks }, host, rendered = {}) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(6044), __webpack_require__.e(2263)]).then(__webpack_require__.bind(__webpack_require__, 56044));
    return { hooks: await loadHooks(folder, hooks, rendered), folder, log: host.log, quote: host.quote };
}
const waitOf = (text) => (text === '0s' ? 0 : durationOf('wait', text));
function durationOf(name, text) {
    const duration = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text);
    if (duration !== undefined)
        return duration;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, 'write a duration such as 30s or 10m');
}
const durationIfGiven = (name, text) => text === '' ? undefined : durationOf(name, text);
const flag = (name, text) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(name, ['true', 'false'], /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text) ===
    'true';
function parseForce(text, example = 'say in a few words why the previous version can run, such as `the old column is still there`') {
    const reason = text.replace(/\s+/g, ' ').trim();
    if (reason === '')
        return undefined;
    if (reason.length >= 10 && reason.includes(' '))
        return reason;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the input \`force\` is "${reason}", which is not a reason`, `${example}; it is kept in the record`);
}


/***/ }),

/***/ 45650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ signOutput),
/* harmony export */   Sg: () => (/* binding */ proofOutput),
/* harmony export */   Ye: () => (/* binding */ signsProofs),
/* harmony export */   bi: () => (/* binding */ promotionOf),
/* harmony export */   gs: () => (/* binding */ withdrawEarly),
/* harmony export */   rW: () => (/* binding */ withdrawalOutput),
/* harmony export */   vC: () => (/* binding */ publishProofs)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(566);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55571);




async function promotionOf(inputs, { environment, force, ...common }) {
    const { config, registry } = common;
    const { requires } = environment;
    if (requires === undefined)
        return {};
    const sealing = await sealingOf(inputs, { ...common, environments: [environment] });
    return {
        requirePromotion: async (cluster, images) => {
            const { provePromotion } = await Promise.all(/* import() */[__webpack_require__.e(5427), __webpack_require__.e(8308)]).then(__webpack_require__.bind(__webpack_require__, 58308));
            const { promotionSentence } = await __webpack_require__.e(/* import() */ 2384).then(__webpack_require__.bind(__webpack_require__, 2384));
            const asked = { config, environment, requires, images, registry, sealing };
            const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
            return { promotion, sentence: promotionSentence(promotion) };
        },
    };
}
const proofOutput = 'What happened to the proofs attached to the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
const withdrawalOutput = 'What happened to the proofs attached to the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7848), __webpack_require__.e(5427), __webpack_require__.e(89)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7848), __webpack_require__.e(5427), __webpack_require__.e(89)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .registryClient */ .R)();
    const { config, environmentName, inputs } = request;
    const environments = requiring(config, environmentName);
    const sealing = verified && inputs && (await sealingOf(inputs, { config, environments, registry, host }));
    const { state, warnings } = await settleProofs(cluster, { ...request, registry, sealing }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(message)}\n`);
    }
}
async function sealingOf(inputs, { config, environments, registry, host }) {
    const { signing } = config;
    const trust = await demanded(config, environments);
    if (signing === undefined || trust === undefined)
        return undefined;
    const { env, report } = host;
    return async (use) => {
        const { withCosign } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(3697)]).then(__webpack_require__.bind(__webpack_require__, 18506));
        const { signingKey } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(8404), __webpack_require__.e(1702)]).then(__webpack_require__.bind(__webpack_require__, 32694));
        const { attachStatement, signedPredicates } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(8404), __webpack_require__.e(5331), __webpack_require__.e(2662)]).then(__webpack_require__.bind(__webpack_require__, 9947));
        const { predicates } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 90927));
        const type = predicates.verification;
        const { signal } = new AbortController();
        return withCosign({ env, signal, report }, cosign => {
            const asked = { ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .trustOptions */ .z5)(inputs.config, config, trust), registry, cosign, env };
            const { root } = asked;
            return use({
                read: reference => signedPredicates((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference), type, { ...asked, now: Date.now() }),
                add: async (reference, proof) => {
                    const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
                    const key = await signingKey(from);
                    await attachStatement(registry, (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference), type, proof, { cosign, key });
                },
            });
        });
    };
}
const signOutput = 'Whether `verify` signs its proof in this environment, because another one requires it: `true` or `false`.';
const signsProofs = async (config, environmentName) => (await demanded(config, requiring(config, environmentName))) !== undefined;
const requiring = ({ environments }, environmentName) => Object.values(environments).filter(({ requires }) => requires?.environment === environmentName);
async function demanded(config, environments) {
    if (config.signing === undefined)
        return undefined;
    const { trustOfProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    return environments.map(each => trustOfProofs(config, each.trust)).find(each => each !== undefined);
}


/***/ }),

/***/ 46158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68538);




async function writeReport(path, text, record) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
        if (record !== undefined)
            await (0,_toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__.writeRecord)(record.env, record.about, text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the report ${path} cannot be written: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .innermostCause */ .$C)(error)}`, 'choose another file', { cause: error });
    }
}


/***/ }),

/***/ 95126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   kU: () => (/* binding */ parseMilliseconds)
/* harmony export */ });
/* unused harmony export longestDuration */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);

const longestDuration = 24 * 60 * 60 * 1000;
const durationPattern = /^(?=\d)(\d{1,8}h)?(\d{1,8}m)?(\d{1,8}s)?(\d{1,8}ms)?$/;
function parseDuration(text) {
    const milliseconds = parseMilliseconds(text);
    return milliseconds !== undefined && milliseconds > 0 && milliseconds <= longestDuration
        ? milliseconds
        : undefined;
}
function parseMilliseconds(text) {
    const parts = durationPattern.exec(text);
    if (parts === null)
        return undefined;
    return _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .units */ .MD.reduce((sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds, 0);
}


/***/ }),

/***/ 38650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ units),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   tD: () => (/* binding */ secondsOutput),
/* harmony export */   wL: () => (/* binding */ timeSpan)
/* harmony export */ });
const units = [
    { name: 'h', milliseconds: 3_600_000 },
    { name: 'm', milliseconds: 60_000 },
    { name: 's', milliseconds: 1_000 },
    { name: 'ms', milliseconds: 1 },
];
function formatDuration(milliseconds) {
    let rest = Math.round(milliseconds);
    if (rest === 0)
        return '0s';
    let text = '';
    for (const unit of units) {
        const count = Math.floor(rest / unit.milliseconds);
        rest -= count * unit.milliseconds;
        if (count > 0)
            text += `${count}${unit.name}`;
    }
    return text;
}
const secondsOutput = (milliseconds) => milliseconds === undefined ? '' : (milliseconds / 1000).toFixed(2);
const formatTime = (at) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
function timeSpan(ms) {
    const seconds = Math.round(ms / 1000);
    const inUnits = (value, per, unit, smaller) => value % per === 0
        ? `${value / per} ${unit}`
        : `${Math.floor(value / per)} ${unit} ${value % per} ${smaller}`;
    if (seconds < 120)
        return `${seconds} s`;
    if (seconds < 7200)
        return inUnits(seconds, 60, 'min', 's');
    if (seconds < 172_800)
        return inUnits(Math.round(seconds / 60), 60, 'h', 'min');
    return `${Math.round(seconds / 86_400)} days`;
}


/***/ }),

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ gitHubOf),
/* harmony export */   kH: () => (/* binding */ workflowEvent),
/* harmony export */   ty: () => (/* binding */ isFromFork)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const workflowEvent = async ({ GITHUB_EVENT_PATH: path = '', }) => (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '')) ?? {};
function isFromFork(pull, { GITHUB_REPOSITORY: own }) {
    if (!(0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(pull))
        return false;
    const head = (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(pull.head) ? pull.head.repo : undefined;
    return !(0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(head) || head.full_name !== own;
}
function gitHubOf(env, token) {
    const [owner, repo] = env.GITHUB_REPOSITORY?.split('/') ?? [];
    if (token === '' || owner === undefined || repo === undefined)
        return undefined;
    return { repo: { owner, repo }, open: async () => (await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3645)]).then(__webpack_require__.bind(__webpack_require__, 43645))).openOctokit(env, token) };
}


/***/ }),

/***/ 26126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ jsonInput),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zQ: () => (/* binding */ mapInput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const listed = (text) => text
    .split(/[,\n]/)
    .map(each => each.trim())
    .filter(each => each !== '');
function oneOf(name, values, text) {
    const found = values.find(each => each === text);
    if (found !== undefined)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, `write ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);
}
const jsonInput = (name, text, remedy) => (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonIn */ .Yf)(text, cause => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is not JSON`, remedy, { cause }));
function mapInput(name, text, remedy) {
    const value = jsonInput(name, text, remedy);
    if ((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is not a JSON object`, remedy);
}


/***/ }),

/***/ 60630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   LG: () => (/* binding */ mapValues),
/* harmony export */   Yf: () => (/* binding */ jsonIn),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   nf: () => (/* binding */ mapsIn),
/* harmony export */   sP: () => (/* binding */ textMap),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   vM: () => (/* binding */ jsonMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonIn(body, fault) {
    try {
        return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
    }
    catch (cause) {
        if (fault !== undefined)
            throw fault(cause);
        return undefined;
    }
}
function jsonMap(body) {
    const value = jsonIn(body);
    return isMap(value) ? value : undefined;
}
const defined = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const mapValues = (map, pick) => Object.fromEntries(Object.entries(map).map(([key, value]) => [key, pick(value, key)]));
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textMap = (value) => Object.fromEntries(Object.entries(isMap(value) ? value : {}).filter((pair) => typeof pair[1] === 'string'));
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


/***/ }),

/***/ 68538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recordsFolder: () => (/* binding */ recordsFolder),
/* harmony export */   writeRecord: () => (/* binding */ writeRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function recordsFolder({ SLIPWAY_RECORDS, GITHUB_ACTIONS, RUNNER_TEMP = '', }) {
    const usual = GITHUB_ACTIONS === 'true' && RUNNER_TEMP !== '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(RUNNER_TEMP, 'slipway-records') : '';
    return SLIPWAY_RECORDS ?? usual;
}
async function writeRecord(env, about, content) {
    const folder = recordsFolder(env);
    if (folder === '')
        return;
    const file = about
        .filter(text => text !== '' && text !== 'slipway.yml')
        .join('-')
        .replace(/[^\w.-]/g, '_');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${file.slice(0, 150)}.json`), content, { mode: 0o600 });
}


/***/ }),

/***/ 91490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   BW: () => (/* binding */ parseFromRelease),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   _W: () => (/* binding */ parseReleaseNumber),
/* harmony export */   h7: () => (/* binding */ selecting)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


function parseReleaseNumber(text) {
    const match = /^r?(\d{1,9})$/.exec(text.trim());
    if (match === null) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is not a release number`, 'use a number such as 7, as listed in the job summary');
    }
    return Number(match[1]);
}
function parseFromRelease(text, { repository }) {
    if (text !== 'run')
        return parseReleaseNumber(text);
    if (repository !== undefined)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`from-release: run` works only in GitHub Actions, GitLab CI and Jenkins', 'use the number of the release');
}
const labels = {
    app: 'slipway.dev/app',
    kind: 'slipway.dev/kind',
    release: 'slipway.dev/release',
    track: 'slipway.dev/track',
    token: 'slipway.dev/token',
    rollback: 'slipway.dev/rollback',
    state: 'slipway.dev/state',
    phase: 'slipway.dev/phase',
    abort: 'slipway.dev/abort-requested',
    preHook: 'slipway.dev/pre-hook',
};
const nameOf = {
    application: (app) => `slipway-${app}`,
    record: (app, release) => `slipway-${app}-r${release}`,
    outcome: (app, release) => `slipway-${app}-r${release}-outcome`,
    decision: (app, release, part) => `slipway-${app}-r${release}-decision-${part}`,
    fence: (app, token) => `slipway-${app}-fence-${token}`,
    canary: (workload) => `${workload}-canary`,
    hook: (app, when) => `slipway-${app}-${when}`,
    salt: (app) => `slipway-${app}-salt`,
    shipped: (app, name, hash) => `${(name === app || name.startsWith(`${app}-`) ? name : `${app}-${name}`).slice(0, 240)}-${hash}`,
};
const selecting = {
    fences: (app) => `${labels.app}=${app},${labels.kind}=fence`,
    decision: (app, release) => `${labels.app}=${app},${labels.kind}=decision,${labels.release}=${release}`,
};
function contentHash(salt, content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(salt).update('\0').update(canonical(content)).digest('hex').slice(0, 10);
}
function canonical(value) {
    return JSON.stringify(value, (_key, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}


/***/ }),

/***/ 31015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError)
/* harmony export */ });
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}



/***/ })

};
