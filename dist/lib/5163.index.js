export const id = 5163;
export const ids = [5163,336,8538];
export const modules = {

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

/***/ 55163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportAction: () => (/* binding */ reportAction)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10336);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46158);





const reportAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'report',
    description: 'Judge the 112 requirements (docs/requirements.md) for an application and environment, with evidence and remedy, from the cluster, Prometheus, the registry, the backup stores and the reports of other steps. Changes nothing.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .kubeContext */ .ng,
        'query-cluster': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Whether to query the cluster: `true` or `false`. What only the cluster can show is unknown without it.', 'true'),
        reports: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Files and folders with JSON reports of other steps, separated by commas or lines: of `assess`, `monitor`, `drill` and the policy, decision records, records of steps, any JSON with `assessments`, and `requirements.json` of an earlier run for the trend. Default: none.'),
        'actions-token': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Token with `actions: read` and `contents: read`, to read the records that runs of the default branch, and of the live commit, have left as artifacts. Default: none is read.'),
        'max-age': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('How old evidence may be, in days. Drills may be as old as their schedule says.', '7d'),
        credentials: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .credentials */ .z3,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .toolMirrors */ .Rg,
        output: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Folder of the report.', 'requirements'),
    },
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .appOutput */ .l0,
        met: 'Number of requirements that are met.',
        'not-met': 'Number of requirements that are not met, with those that an exception accepts.',
        unknown: 'Number of requirements that could not be decided.',
        'report-folder': 'Folder with `requirements.json` and `requirements.html`.',
        reason: 'Why no report could be made, in one sentence; otherwise empty.',
    },
    run: async (inputs, host) => {
        const { conformanceReport, gatherEvidence, requirementLines, requirementsPage, requirementsSummary } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(467), __webpack_require__.e(7848), __webpack_require__.e(2216), __webpack_require__.e(2692), __webpack_require__.e(2057), __webpack_require__.e(7346), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(4593), __webpack_require__.e(2567), __webpack_require__.e(2791), __webpack_require__.e(8130), __webpack_require__.e(6672), __webpack_require__.e(1871), __webpack_require__.e(8470), __webpack_require__.e(3012)]).then(__webpack_require__.bind(__webpack_require__, 52987));
        const gathered = await gatherEvidence(inputs, host);
        const report = conformanceReport({ ...gathered, by: (0,_toolkit_version_js__WEBPACK_IMPORTED_MODULE_2__.versionOf)() });
        await (0,_reports_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReport */ .u)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(inputs.output, 'requirements.json'), `${JSON.stringify(report, null, 2)}\n`);
        await (0,_reports_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReport */ .u)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(inputs.output, 'requirements.html'), requirementsPage(report));
        for (const each of ['met', 'not-met', 'unknown'])
            host.output(each, String(report.counts[each]));
        (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .setOutputs */ .n0)(host, { app: report.app, 'report-folder': inputs.output, reason: '' });
        await host.summary(requirementsSummary(report));
        for (const line of requirementLines(report))
            host.report(line);
        return true;
    },
});


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

/***/ 10336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ originOfCode),
/* harmony export */   versionOf: () => (/* binding */ versionOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const repository = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(import.meta.dirname, '../..');
function versionOf(root = repository) {
    const { version, commit } = packageOf(root);
    const made = committed(commit) ?? checkedOut(root);
    return `slipway ${version ?? 'of an unknown version'}${made === undefined ? '' : `, commit ${made}`}`;
}
function originOfCode(env, root = repository) {
    const { version = '0.0.0', commit } = packageOf(root);
    const clone = checkedOut(root)?.replace(/-dirty$/, '');
    const known = [commit, clone, installed(root), env.GITHUB_ACTION_REF].find(each => committed(each));
    return { version, commit: known };
}
function installed(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(root), '.package-lock.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file))
        return undefined;
    const { packages } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8'));
    return /[#/]([0-9a-f]{40})$/.exec(packages?.[`node_modules/${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root)}`]?.resolved ?? '')?.[1];
}
function packageOf(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'package.json');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file) ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8')) : {};
}
const committed = (commit = '') => (/^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined);
function checkedOut(root) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, '.git')))
        return undefined;
    try {
        const args = ['-C', root, 'describe', '--always', '--exclude=*', '--abbrev=64', '--dirty'];
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    }
    catch {
        return undefined;
    }
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


/***/ })

};
