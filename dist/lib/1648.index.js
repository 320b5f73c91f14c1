export const id = 1648;
export const ids = [1648,501];
export const modules = {

/***/ 41648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ secretsFor),
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   ET: () => (/* binding */ plannedOutput),
/* harmony export */   Fg: () => (/* binding */ actionsToken),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   L1: () => (/* binding */ deployedForGrowth),
/* harmony export */   Lc: () => (/* binding */ hookSetupOf),
/* harmony export */   Nk: () => (/* binding */ policyReport),
/* harmony export */   Q1: () => (/* binding */ readingToken),
/* harmony export */   QQ: () => (/* binding */ gitopsToken),
/* harmony export */   Rg: () => (/* binding */ toolMirrors),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   Wr: () => (/* binding */ credentialsIn),
/* harmony export */   bc: () => (/* binding */ policyCounts),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   dz: () => (/* binding */ durationIfGiven),
/* harmony export */   e$: () => (/* binding */ environmentWithout),
/* harmony export */   fu: () => (/* binding */ parseForce),
/* harmony export */   ic: () => (/* binding */ deploymentsToken),
/* harmony export */   l0: () => (/* binding */ appOutput),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   ls: () => (/* binding */ monitoredOutput),
/* harmony export */   lw: () => (/* binding */ ofRollout),
/* harmony export */   ng: () => (/* binding */ kubeContext),
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
/* harmony import */ var _toolkit_github_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6849);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90501);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);









const appOutput = 'Name of the application in slipway.yml.';
const monitoredOutput = '`true` if the environment has `monitoring` in slipway.yml, otherwise `false`.';
const plannedOutput = 'Whether slipway.yml planned to wait for a person: `true` (a step with `approve`) or `false` (the gate could not judge the candidate). Empty if the rollout waits for no person.';
const config = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Path of slipway.yml.', 'slipway.yml');
const environment = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)('Name of the environment in slipway.yml.');
const kubeContext = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Context of the kubeconfig. Default: the `cluster` of the environment, otherwise the current context.');
const wait = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('How long to wait for another run that releases the same application, such as `10m`.', '0s');
const deploymentsToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Token with `deployments: write`, to show the release as a GitHub deployment of its commit. Only for jobs that set no GitHub environment. Default: none.');
const readsRuns = 'Token with `actions: read`, to detect at once that the run of an unfinished rollout has ended';
const actionsToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(`${readsRuns}. Default: the rollout counts as abandoned only after its time limit.`);
const readingToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(`${readsRuns}, and with \`contents: read\`, to refuse a push whose commit is older than that of the live release. Default: the rollout counts as abandoned only after its time limit, and an older commit is released.`);
const gitopsToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Token with write access to the contents of the repository in `delivery.gitops` of slipway.yml, and with `by: pull-request` to its pull requests. Default: the variable GITHUB_TOKEN for the repository of slipway.yml; for another one, the credentials of git.');
const release = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Number of the release that must be rolling out; otherwise nothing is changed. Default: the current rollout.');
const approve = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Whether to approve a rollout that waits for an approval: `true` or `false`. An approved rollout continues as if it had passed, unless a limit or a health check fails.', 'false');
const reversible = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Whether this release may be rolled back: `true` or `false`. Default: `reversible` in slipway.yml, which defaults to `true`.');
const force = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Reason to release images that do not meet the `requires` of the environment; it is stored in the record. Default: they are refused.');
const policyReport = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('Path of a JSON report of the policy findings to write. Default: none.');
const deployedForGrowth = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('JSON object that maps image names to deployed digests, for the `growth` budget in slipway.yml: the output `images` of the action `status`. Default: growth is not checked.');
const credentials = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('JSON object of variables with the credentials that slipway.yml names (stores, Prometheus, Alertmanager, logs) and the identities of its `verify`, such as {"PROMETHEUS_TOKEN": "…"}. They are added to the environment. A value shorter than 6 characters is not masked in the log. Default: none.');
const toolMirrors = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)('URLs of mirrors to download programs from, separated by commas or lines. Each contains the original host and path, as with `wget -x`. The checksums stay pinned. Default: none.');
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
    const map = text === '' ? {} : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonMap */ .vM)(text);
    const secrets = Object.entries(map ?? {}).filter((each) => /^[A-Za-z_]\w*$/.test(each[0]) && typeof each[1] === 'string');
    if (map === undefined || secrets.length < Object.keys(map).length)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the input \`${name}\` is not a JSON object of variables`, 'pass a JSON object that maps names of variables to their values, such as {"TOKEN": "…"}');
    for (const [, value] of secrets)
        if (value.trim().length >= _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_6__/* .shortestMasked */ .Q)
            setSecret(value);
    const visible = secrets
        .filter(([, value]) => value.trim() !== '' && value.trim().length < _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_6__/* .shortestMasked */ .Q)
        .map(([variable]) => variable);
    if (visible.length > 0)
        report(`warning: the input \`${name}\` has values shorter than ${_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_6__/* .shortestMasked */ .Q} characters, which are not masked in the log: ${visible.join(', ')}. Use longer ones for secrets.`);
    return Object.fromEntries(secrets);
}
async function secretsFor(what, text, host) {
    const secrets = parseSecrets('secrets', text, host);
    if (text === '' || !(0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_3__/* .isForFork */ .gf)(await (0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_3__/* .workflowEvent */ .kH)(host.env), host.env))
        return secrets;
    host.report(`the ${what} get no secrets, because the run is for a fork`);
    return {};
}
function environmentWithout(env, given) {
    const keys = Object.keys(given).filter(name => name.endsWith('_ACCESS_KEY_ID'));
    const replaced = new Set([
        ...Object.keys(given),
        ...keys.flatMap(name => ['SECRET_ACCESS_KEY', 'SESSION_TOKEN'].map(part => name.replace(/ACCESS_KEY_ID$/, part))),
    ]);
    return Object.fromEntries(Object.entries(env).filter(([name]) => !replaced.has(name)));
}
function credentialsIn(text, host) {
    const given = parseSecrets('credentials', text, host);
    return { ...environmentWithout(host.env, given), ...given };
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
const releaseOf = (text) => text === '' ? {} : { release: (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .parseReleaseNumber */ ._W)(text) };
async function hookSetupOf(path, { hooks }, host, rendered = {}) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(6044), __webpack_require__.e(2264)]).then(__webpack_require__.bind(__webpack_require__, 56044));
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
const flag = (name, text) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneOf */ .yL)(name, ['true', 'false'], /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text) ===
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
/* harmony export */   P: () => (/* binding */ roughTimeSpan),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   b4: () => (/* binding */ maxClockSkew),
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
const maxClockSkew = 300_000;
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
    if (seconds < 1 && ms >= 1)
        return `${Math.round(ms)} ms`;
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
function roughTimeSpan(ms) {
    if (ms < 120_000)
        return `${Math.round(ms / 1000)} s`;
    return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Number((ms / 3_600_000).toPrecision(2))} h`;
}


/***/ }),

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ gitHubOf),
/* harmony export */   gf: () => (/* binding */ isForFork),
/* harmony export */   kH: () => (/* binding */ workflowEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const workflowEvent = async ({ GITHUB_EVENT_PATH: path = '', }) => (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '')) ?? {};
function isForFork({ pull_request: pull, workflow_run: earlier }, { GITHUB_REPOSITORY: own }) {
    const isForeign = (head) => !(0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(head) || head.full_name !== own;
    if ((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(pull) && isForeign((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(pull.head) ? pull.head.repo : undefined))
        return true;
    return (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(earlier) && isForeign(earlier.head_repository);
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

/***/ 90501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ withoutSecretShapes),
/* harmony export */   Q: () => (/* binding */ shortestMasked),
/* harmony export */   withoutSecrets: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* harmony import */ var _secrecy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60512);
/* harmony import */ var _url_passwords_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87506);


const hidden = '(hidden)';
const shortestMasked = 6;
function withoutSecrets(text, values) {
    const forms = [...values]
        .flatMap(value => [value.trim(), ...value.split('\n').map(line => line.trim())])
        .filter(value => value.length >= shortestMasked)
        .flatMap(value => [
        value,
        JSON.stringify(value).slice(1, -1),
        encodeURIComponent(value),
        encodeURI(value),
        new URLSearchParams([['', value]]).toString().slice(1),
        value.replace(/[&<>"']/g, letter => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[letter] ?? '#39'};`),
        Buffer.from(value).toString('base64url'),
        Buffer.from(value).toString('base64').replace(/=+$/, ''),
    ]);
    const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
    return (0,_url_passwords_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutPasswords */ .h)(longestFirst.reduce((rest, form) => rest.replaceAll(form, hidden), text));
}
const longest = 10_000;
const shapes = [
    /-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g,
    /\bAGE-SECRET-KEY-\w+/g,
    /(?<=\b(?:proxy-authorization|authorization|set-cookie|cookie)\b["']?\s{0,3}[:=]\s{0,3})\S[^\r\n]*/gi,
    /(?<=\b(?:bearer|basic)\s{1,3})[\w.~+/=-]{6,}/gi,
    /\beyJ[\w-]{5,}\.[\w.-]+/g,
    /\b(?:gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|[rs]k_(?:live|test)_|npm_|A[KS]IA)[\w-]{10,}/g,
    /\bhttps?:\/\/[^\s/]*(?:hooks\.slack\.com|webhook\.office\.com|logic\.azure\.com|api\.powerplatform\.com|discord(?:app)?\.com\/api\/webhooks)[^\s"'<>]*/gi,
    /(?<=\bhttps?:\/\/[^\s?"'<>]{1,300}\?)[^\s"'<>]+/gi,
];
const named = /([\w.-]{1,100})(["']?\s{0,3}[:=]\s{0,3}|(?<=(?:^|\s)--?[\w.-]{1,100})\s)("[^"]*"|'[^']*'|[^\s,;]+)/g;
const dense = /[A-Za-z0-9+/_=-]{28,}/g;
const isDense = (word) => /[a-z].*[a-z]/.test(word) && /[A-Z].*[A-Z]/.test(word) && /\d/.test(word);
function withoutSecretShapes(text) {
    const cut = shapes.reduce((rest, shape) => rest.replace(shape, hidden), text.slice(0, longest));
    const unnamed = cut.replace(named, (all, name, sign) => (0,_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .namesSecret */ .L4)(name) ? `${name}${sign}${hidden}` : all);
    return (0,_url_passwords_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutPasswords */ .h)(unnamed).replace(dense, word => (isDense(word) ? hidden : word));
}


/***/ }),

/***/ 60512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ namesSecret),
/* harmony export */   RP: () => (/* binding */ announcesSecret),
/* harmony export */   n0: () => (/* binding */ looksSecret)
/* harmony export */ });
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20660);
/* harmony import */ var _url_passwords_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87506);


const telltale = /pass(word|wd|phrase)?|pwd|secret|token|credential|(api|private|access|encryption|signing|session|master|hmac)[-_.]?key|(^|[-_.])dsn$|auth/i;
const setting = /(password|passwd|passphrase|pwd|secret|token|(api|private|access|encryption|signing|secret)[-_.]?key|dsn)$/i;
function namesSecret(name) {
    return telltale.test(name);
}
const shapes = [
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY|\bAGE-SECRET-KEY-/,
    /\b(gh[opsur]_\w{20}|github_pat_\w{20}|A[KS]IA[A-Z0-9]{16}|xox[abpr]-|[rs]k_live_|npm_\w{30})/,
];
function looksSecret(text) {
    const named = /(?:^|[\s"'])--?([\w.-]+)[= ]\S/g;
    const set = /^[ \t]*["']?([\w.-]{1,200})["']?[ \t]*[=:][ \t]*[^\s{[]/gm;
    return (shapes.some(shape => shape.test(text)) ||
        (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .findToken */ .fm)(text) !== undefined ||
        text.split(/\s+/).some(_url_passwords_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsPassword */ .o) ||
        holdsWebToken(text) ||
        [...text.matchAll(named)].some(([, name]) => namesSecret(name ?? '')) ||
        [...text.matchAll(set)].some(([, name]) => setting.test(name ?? '')));
}
function holdsWebToken(text) {
    for (let at = text.indexOf('.eyJ'); at !== -1; at = text.indexOf('.eyJ', at + 1)) {
        let start = at;
        while (/[\w-]/.test(text[start - 1] ?? ''))
            start -= 1;
        if (/(?:^|-)eyJ.{10}/.test(text.slice(start, at)))
            return true;
    }
    return false;
}
function announcesSecret(argument) {
    return /^--?[\w.-]+$/.test(argument) && namesSecret(argument);
}


/***/ }),

/***/ 20660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tw: () => (/* binding */ namesSecretVariable),
/* harmony export */   fm: () => (/* binding */ findToken),
/* harmony export */   jc: () => (/* binding */ holdsPrivateKey)
/* harmony export */ });
const tokens = [
    {
        what: 'a GitHub token',
        pattern: /\bgh[oprsu]_[A-Za-z0-9]{36,251}\b|\bgithub_pat_[A-Za-z0-9_]{60,255}\b/,
    },
    { what: 'a GitLab token', pattern: /\bgl(pat|dt|rt|ptt|cbt|ft|soat)-[A-Za-z0-9_-]{20,}/ },
    { what: 'an AWS access key', pattern: /\b(AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[A-Z2-7]{16}\b/ },
    {
        what: 'a Slack token',
        pattern: /\bxox[abeoprs]-(\d+-){1,3}[A-Za-z0-9-]{16,}|\bxapp-\d-[A-Z0-9]+-\d+-[a-f0-9]{32,}/,
    },
    {
        what: 'a Slack webhook',
        pattern: /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{16,}/,
    },
    { what: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}/ },
    { what: 'a Google key', pattern: /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])|\bGOCSPX-[A-Za-z0-9_-]{28}/ },
    { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
    { what: 'a PyPI token', pattern: /\bpypi-AgE[A-Za-z0-9_-]{60,}/ },
    { what: 'a Docker Hub token', pattern: /\bdckr_(pat|oat)_[A-Za-z0-9_-]{27,}/ },
    { what: 'a DigitalOcean token', pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/ },
    { what: 'a SendGrid key', pattern: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/ },
    { what: 'an Anthropic key', pattern: /\bsk-ant-[a-z0-9]+-[A-Za-z0-9_-]{80,}/ },
    {
        what: 'an OpenAI key',
        pattern: /(?<![\w-])sk-(proj-|svcacct-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}/,
    },
    { what: 'an Azure storage account key', pattern: /\bAccountKey=[A-Za-z0-9+/]{86}==/ },
    { what: 'a Vault token', pattern: /\bhv[bs]\.[A-Za-z0-9_-]{24,}/ },
    { what: 'a Hugging Face token', pattern: /\bhf_[A-Za-z]{34}\b/ },
    { what: 'an age secret key', pattern: /\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\b/ },
];
const looser = [
    {
        what: 'a JSON Web Token',
        pattern: /(?<![\w-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{16,}/,
    },
    {
        what: 'a password in a URL',
        pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@$"'<>{}]{0,100}:(?!\d+\/)(?!(password|passwd|pass|secret|changeme|example|x+|\*+|\.+)@)[^\s@$"'<>{}]{3,200}@[A-Za-z0-9[]/,
    },
];
const privateKey = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s){1,100}(?:[A-Za-z0-9-]{1,40}: [^\n]{0,200}\n\s{0,100}){0,20}[A-Za-z0-9+/=]{16,}/;
const holdsPrivateKey = (text) => privateKey.test(text);
function findToken(text, everywhere = false) {
    const found = [...tokens, ...(everywhere ? looser : [])].flatMap(({ what, pattern }) => {
        const offset = text.search(pattern);
        return offset < 0 ? [] : [{ what, offset }];
    });
    return found.sort((a, b) => a.offset - b.offset)[0];
}
const secretWords = /^(password|passwd|passphrase|pwd|secrets?|tokens?|credentials?|creds|apikey|privatekey|accesskey|secretkey|pat)$/;
const pairs = /(^|_)(api|private|access|signing|encryption|master|account|ssh|deploy|license|secret|client_secret|auth)_?(key|token)(_|$)/;
const harmless = /_(files?|path|dir|url|uri|endpoint|host|names?|ids?|ttl|expiry|expires|expiration|lifetime|length|limit|count|type|header|issuer|audience|enabled|required|policy|prefix|version|algorithm|budget|store|manager|provider|mount|service)$|(^|_)(public|per)(_|$)|^(no|use|has|with|without|allow|disable|enable|require|skip|max|min|num)_/;
function namesSecretVariable(name) {
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(word => word !== '');
    const joined = words.join('_');
    if (harmless.test(joined))
        return false;
    return words.some(word => secretWords.test(word)) || pairs.test(joined);
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
