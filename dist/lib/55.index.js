export const id = 55;
export const ids = [55];
export const modules = {

/***/ 41648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   L1: () => (/* binding */ deployedForGrowth),
/* harmony export */   NB: () => (/* binding */ logins),
/* harmony export */   Nk: () => (/* binding */ policyReport),
/* harmony export */   Rg: () => (/* binding */ toolMirrors),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   Sc: () => (/* binding */ runsToken),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   bc: () => (/* binding */ policyCounts),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   dg: () => (/* binding */ aroundOf),
/* harmony export */   ic: () => (/* binding */ deploymentsToken),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pE: () => (/* binding */ waitOf),
/* harmony export */   qL: () => (/* binding */ withReversible),
/* harmony export */   qp: () => (/* binding */ reversible),
/* harmony export */   s$: () => (/* binding */ force),
/* harmony export */   uk: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95126);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);




const config = {
    description: 'Path of slipway.yml.',
    default: 'slipway.yml',
};
const environment = {
    description: 'Name of the environment in slipway.yml.',
    required: true,
};
const context = {
    description: 'Context of the kubeconfig. Default: the `cluster` of the environment, else the current context.',
    default: '',
};
const wait = {
    description: 'How long to wait for another run that is releasing the same application, such as `10m`.',
    default: '0s',
};
const deploymentsToken = {
    description: 'Token with `deployments: write`, for jobs that name no environment: the release then stands as a deployment at its commit. Default: none is made.',
    default: '',
};
const runsToken = {
    description: 'Token with `actions: read`: a release that waits for the next action of a run that GitHub says has ended is ended at once, as what a dead run left. Default: it is left until its time is over.',
    default: '',
};
const release = {
    description: 'Number of the release that must be under way; when it is another one, nothing is changed. Default: whichever is.',
    default: '',
};
const approve = {
    description: 'Whether whoever started this approves what waits for an approval, so that it goes on as if it had passed, unless it does harm: `true` or `false`.',
    default: 'false',
};
const reversible = {
    description: 'Whether the version before may serve again after this one did. Default: as slipway.yml says, which is `true` when it says nothing.',
    default: '',
};
const force = {
    description: 'Why the images may go to an environment whose `requires` they do not meet; kept in the record. Default: they may not.',
    default: '',
};
const policyReport = {
    description: 'Path of a JSON report of what the policy found. Default: none is written.',
    default: '',
};
const deployedForGrowth = {
    description: 'JSON map from names to the digests that are deployed, as `images` in the output `status` of that action; for `growth` of slipway.yml. Default: none, so that no growth is judged.',
    default: '',
};
const logins = {
    description: 'JSON map from names of variables to values, for the logins of stores in slipway.yml, beside the environment. Default: none.',
    default: '',
};
const toolMirrors = {
    description: 'Addresses, with commas between them, from which programs are downloaded instead of from where they are published; below each lie host and path of the original, as `wget -x` lays them out. Their checksums stay the pinned ones. Default: none.',
    default: '',
};
const policyCounts = 'JSON: how many findings of the policy there are, as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';
async function forced(text) {
    if (text === '')
        return {};
    const { parseForce } = await __webpack_require__.e(/* import() */ 2850).then(__webpack_require__.bind(__webpack_require__, 22850));
    const reason = parseForce(text, 'say in a few words why it cannot wait, such as `the fix of an outage`');
    return reason === undefined ? {} : { force: reason };
}
function withReversible(environment, text) {
    return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}
const releaseOf = (text) => text === '' ? {} : { release: (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(text) };
async function aroundOf(path, { hooks }, host) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(3544), __webpack_require__.e(5277), __webpack_require__.e(8480)]).then(__webpack_require__.bind(__webpack_require__, 5277));
    return { hooks: await loadHooks(folder, hooks), folder, log: host.log, quote: host.quote };
}
const waitOf = (text) => (text === '0s' ? 0 : durationOf('wait', text));
function durationOf(name, text) {
    const duration = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text);
    if (duration !== undefined)
        return duration;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is "${text}"`, 'write a duration such as 30s or 10m');
}
function flag(name, text) {
    if (text === 'true' || text === 'false')
        return text === 'true';
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is "${text}"`, 'write true or false');
}


/***/ }),

/***/ 26115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oF: () => (/* binding */ manifestsOf),
  fo: () => (/* binding */ requestOf),
  Bq: () => (/* binding */ withCluster),
  BW: () => (/* binding */ withManifests),
  ah: () => (/* binding */ withRollout)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 5 modules
var port = __webpack_require__(93544);
// EXTERNAL MODULE: ./.build/js/src/cluster/token.js
var token = __webpack_require__(9621);
;// CONCATENATED MODULE: ./.build/js/src/cluster/oidc.js








async function connectByOidc(trust, env, options = {}) {
    (0,token/* issuerOf */.xD)(env);
    const ca = trust.ca === undefined ? undefined : await certificateOf(trust.ca);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'slipway-oidc-'));
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, JSON.stringify(oidcKubeconfig(trust, ca, ownCommand())), { mode: 0o600 });
        const cluster = await (0,port/* connect */.N)({ ...options, kubeconfig });
        const close = async () => {
            await cluster.close();
            await remove();
        };
        const lifetime = async () => ({ kind: 'renewed', what: "GitHub's OIDC token" });
        return { ...cluster, lifetime, close };
    }
    catch (error) {
        await remove();
        throw await explained(error, trust, env);
    }
}
function oidcKubeconfig({ server, audience }, ca, [command, ...first]) {
    const authority = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
    const exec = {
        apiVersion: 'client.authentication.k8s.io/v1',
        command,
        args: [...first, 'token', `--audience=${audience}`],
        env: [{ name: 'NODE_USE_ENV_PROXY', value: '1' }],
        interactiveMode: 'Never',
        provideClusterInfo: false,
    };
    return {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'cluster', cluster: { server, ...authority } }],
        users: [{ name: 'github', user: { exec } }],
        contexts: [{ name: 'slipway', context: { cluster: 'cluster', user: 'github' } }],
        'current-context': 'slipway',
    };
}
function ownCommand() {
    const here = import.meta.dirname;
    const found = [(0,external_node_path_.resolve)(here, '../cli/index.js'), (0,external_node_path_.resolve)(here, '../slipway.ts')].find(external_node_fs_.existsSync);
    if (found === undefined)
        throw new Error(`the command line is not beside ${here}`);
    return [process.execPath, found];
}
async function certificateOf(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(cause => {
        throw new errors/* UserError */.yo(`cluster.ca: ${path} cannot be read`, 'correct the path, which is relative to slipway.yml', {
            cause,
        });
    });
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw new errors/* UserError */.yo(`cluster.ca: ${path} holds no certificate`, 'write the authority there as PEM');
}
async function explained(error, { audience }, env) {
    if (!(error instanceof errors/* UserError */.yo) || !(error.cause instanceof cluster_errors/* ClusterError */.b$))
        return error;
    if (error.cause.status === 401) {
        return new errors/* UserError */.yo(`the cluster does not accept GitHub's OIDC token for the audience "${audience}"`, 'compare issuer and audience with the configuration of its API server (docs/cluster.md)', { cause: error });
    }
    if (!error.cause.message.includes('getting credentials'))
        return error;
    return (0,token/* requestIdToken */.gj)(env, audience).then(() => error, (why) => why);
}

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/session.js







async function withRollout(inputs, host, load, use) {
    const request = await requestOf(inputs, host);
    return withCluster(inputs, request.environment, host, load, (cluster, code) => use(cluster, request, code));
}
async function requestOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    return {
        config: (0,load/* configFor */.m3)(config, environment),
        environmentName: inputs.environment,
        environment: (0,actions_inputs/* withReversible */.qL)(environment, inputs.reversible ?? ''),
        origin: (0,origin/* originOf */.y)(host.env),
        wait: inputs.wait === undefined ? 0 : (0,actions_inputs/* waitOf */.pE)(inputs.wait),
        env: host.env,
        ...(await askedOfRuns(inputs['runs-token'] ?? '', host)),
        report: host.report,
    };
}
async function askedOfRuns(token, { env, report }) {
    if (token === '')
        return {};
    const { endedRunsOf } = await __webpack_require__.e(/* import() */ 2139).then(__webpack_require__.bind(__webpack_require__, 72139));
    const hasEnded = endedRunsOf(env, token, report);
    return hasEnded === undefined ? {} : { hasEnded };
}
async function withManifests(path, request, report) {
    const { config, environmentName } = request;
    const manifests = await manifestsOf(path, request.environment);
    const { withUnlistedWorkers } = await __webpack_require__.e(/* import() */ 7121).then(__webpack_require__.bind(__webpack_require__, 17121));
    const repositories = Object.values(config.images).map(({ repository }) => repository);
    const { environment, unlisted } = withUnlistedWorkers(request.environment, manifests, repositories);
    for (const { kind, name } of unlisted)
        report(`${kind}/${name} runs an image of ${config.app} too, so it is released, watched and rolled back as a worker; if it has traffic of its own, give it a slipway.yml of its own`);
    const environments = { ...config.environments, [environmentName]: environment };
    return { request: { ...request, environment, config: { ...config, environments } }, manifests };
}
async function manifestsOf(config, { manifests }) {
    const { loadManifests } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6884)]).then(__webpack_require__.bind(__webpack_require__, 96884));
    return loadManifests((0,external_node_path_.dirname)(config), manifests);
}
async function withCluster(inputs, environment, host, load, use) {
    const opening = session_open(inputs, environment, host);
    const loading = load();
    loading.catch(() => undefined);
    const cluster = await opening;
    try {
        return await use(cluster, await loading);
    }
    catch (error) {
        if (cluster.changes() === 0)
            throw error;
        const { LeaseLost } = await __webpack_require__.e(/* import() */ 8971).then(__webpack_require__.bind(__webpack_require__, 38971));
        throw error instanceof LeaseLost ? error : (0,errors/* markMidway */.$L)(error);
    }
    finally {
        await cluster.close();
    }
}
function session_open({ config, context, patient = true }, environment, host) {
    const trust = environment.cluster;
    if (context !== '' || trust === undefined) {
        return (0,port/* connect */.N)({ patient, ...(context === '' ? {} : { context }) });
    }
    const { ca, ...rest } = trust;
    const settings = { ...rest, ...(ca === undefined ? {} : { ca: (0,external_node_path_.join)((0,external_node_path_.dirname)(config), ca) }) };
    return connectByOidc(settings, host.env, { patient });
}


/***/ }),

/***/ 80055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   statusAction: () => (/* binding */ statusAction)
/* harmony export */ });
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99800);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26115);




const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8691), __webpack_require__.e(4991), __webpack_require__.e(3869), __webpack_require__.e(5700)]).then(__webpack_require__.bind(__webpack_require__, 23869));
const statusAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'status',
    description: 'Say which release serves, and where a rollout stands; changes nothing.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O,
    },
    outputs: {
        state: '`idle` (no rollout is under way), `running` (a run moves it), `waiting` (on purpose: `waits` in `status` says for what), `held` (neither forth nor back without help) or `left` (nobody moves it: `sweep` ends it).',
        phase: 'Phase of the last rollout; `none` when there never was one.',
        candidate: 'Number of the release that is being rolled out; empty when none is.',
        weight: 'Percentage of the traffic that it is given; empty when none is.',
        release: 'Number of the release that the workload is; empty when it was never released.',
        status: 'All of it as JSON, with `by` (who moves it), `workers` (the release that each says it is), `waits` (`for` what, `until` when), `postHook` (what is to be said of one that has not ended well), and `images` and `verified` of the release that serves.',
        reason: 'Why it could not be told; empty when it could.',
    },
    refused: { status: '{}' },
    run: async (inputs, host) => {
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .withRollout */ .ah)({ ...inputs, patient: false }, host, engine, async (cluster, request, { sentenceOf, status }) => {
            const found = await status(cluster, request);
            const { state, phase, candidate, weight, release } = found;
            host.output('state', state);
            host.output('phase', phase);
            host.output('candidate', String(candidate ?? ''));
            host.output('weight', String(weight ?? ''));
            host.output('release', String(release ?? ''));
            host.output('status', JSON.stringify(found));
            host.output('reason', '');
            const sentence = sentenceOf(request.config.app, found);
            await host.summary(`### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(sentence)}\n`);
            host.report(sentence);
            return true;
        });
    },
});


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ execCredential),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99177);


const attempts = 4;
const remedy = 'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';
function issuerOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!url || !bearer || !URL.canParse(url)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this job may not ask GitHub for an OIDC token', remedy);
    }
    return { url: new URL(url), bearer };
}
async function requestIdToken(env, audience, { fetch: send = fetch, sleep = pause } = {}) {
    const { url, bearer } = issuerOf(env);
    url.searchParams.set('audience', audience);
    for (let attempt = 1;; attempt += 1) {
        const outcome = await askOnce(url, bearer, send);
        if ('token' in outcome)
            return outcome.token;
        if (!outcome.passes || attempt === attempts) {
            const denied = outcome.problem.startsWith('answered 40');
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub gave no OIDC token for the audience "${audience}": its token service ${outcome.problem}`, denied ? remedy : 'run the job again');
        }
        await sleep(250 * 2 ** attempt);
    }
}
async function askOnce(url, bearer, send) {
    let status;
    let text;
    try {
        const response = await send(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(10_000),
        });
        status = response.status;
        text = await response.text();
    }
    catch (error) {
        const { name, cause } = error;
        const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
        return { problem: `did not answer ${why}`, passes: true };
    }
    if (status !== 200) {
        return { problem: `answered ${status}`, passes: status === 429 || status >= 500 };
    }
    const token = tokenIn(text);
    return token === undefined ? { problem: 'answered without a token', passes: false } : { token };
}
function tokenIn(text) {
    try {
        const { value } = JSON.parse(text);
        return typeof value === 'string' && (0,_jwt_js__WEBPACK_IMPORTED_MODULE_1__/* .claimsOf */ .d)(value) !== undefined ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const pause = (milliseconds) => new Promise(resolve => setTimeout(resolve, milliseconds));
function execCredential(token, now) {
    const { exp, iat } = (0,_jwt_js__WEBPACK_IMPORTED_MODULE_1__/* .claimsOf */ .d)(token) ?? {};
    const status = { token, ...(exp === undefined ? {} : { expirationTimestamp: renewalOf(exp, iat, now) }) };
    return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
}
function renewalOf(exp, iat, now) {
    const left = exp * 1000 - now;
    const life = iat === undefined ? left : Math.min(left, (exp - iat) * 1000);
    const end = now + life - Math.min(60_000, Math.max(0, life) / 5);
    return new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
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
    return milliseconds !== undefined && isDuration(milliseconds) ? milliseconds : undefined;
}
function parseMilliseconds(text) {
    const parts = durationPattern.exec(text);
    if (parts === null)
        return undefined;
    return _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .units */ .M.reduce((sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds, 0);
}
function isDuration(milliseconds) {
    return Number.isInteger(milliseconds) && milliseconds > 0 && milliseconds <= longestDuration;
}


/***/ }),

/***/ 63114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);




async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6509), __webpack_require__.e(1728)]).then(__webpack_require__.bind(__webpack_require__, 24823));
    return parseConfig(text, path);
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    if (Object.keys(config.environments).length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`slipway.yml of ${config.app} has no environments, so there is none to release to`, 'add `environments:` with the place that you mean');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
}
function configFor(config, { repositories = {} }) {
    const all = [config, ...Object.values(config.environments)];
    const images = Object.entries(config.images).map(([name, image]) => {
        const repository = repositories[name] ?? image.repository;
        const places = all.flatMap(each => 'images' in each ? image.repository : (each.repositories?.[name] ?? []));
        const elsewhere = [...new Set(places)].filter(place => place !== repository);
        return [name, { ...image, repository, elsewhere }];
    });
    return { ...config, images: Object.fromEntries(images) };
}
async function readBytes(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_2__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        const problem = readProblems[String(error.code)];
        if (problem === undefined)
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: ${problem}`, 'name the path of slipway.yml with the `config` input', {
            cause: error,
        });
    }
}
const readProblems = {
    ENOENT: 'the file does not exist',
    ENOTDIR: 'the file does not exist',
    EISDIR: 'this is a folder, not a file',
    EACCES: 'the file cannot be read',
};


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the `config` input') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 29296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   _W: () => (/* binding */ parseReleaseNumber),
/* harmony export */   h7: () => (/* binding */ selecting),
/* harmony export */   iH: () => (/* binding */ parseUndo)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


function parseReleaseNumber(text) {
    const match = /^r?(\d{1,9})$/.exec(text.trim());
    if (match === null) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is no release number`, 'give one like 7, as listed in the job summary');
    }
    return Number(match[1]);
}
function parseUndo(text, { repository }) {
    if (text !== 'run')
        return parseReleaseNumber(text);
    if (repository !== undefined)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`undo: run` knows the runs of GitHub Actions, GitLab CI and Jenkins alone', 'give the number of the release');
}
const labels = {
    app: 'slipway.dev/app',
    kind: 'slipway.dev/kind',
    release: 'slipway.dev/release',
    track: 'slipway.dev/track',
    token: 'slipway.dev/token',
    rollback: 'slipway.dev/rollback',
    phase: 'slipway.dev/phase',
    record: 'slipway.dev/record',
    judged: 'slipway.dev/judged',
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

/***/ 44998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ ciOf)
/* harmony export */ });
function ciOf(env) {
    if (env.GITHUB_RUN_ID !== undefined && env.GITHUB_REPOSITORY !== undefined)
        return 'github';
    if (env.GITLAB_CI === 'true' && env.CI_JOB_ID !== undefined)
        return 'gitlab';
    if (env.BUILD_NUMBER !== undefined && /^jenkins-/.test(env.BUILD_TAG ?? ''))
        return 'jenkins';
    return undefined;
}


/***/ }),

/***/ 38650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ units),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const units = [
    { name: 'h', milliseconds: 3_600_000 },
    { name: 'm', milliseconds: 60_000 },
    { name: 's', milliseconds: 1_000 },
    { name: 'ms', milliseconds: 1 },
];
function formatDuration(milliseconds) {
    if (milliseconds === 0)
        return '0s';
    let rest = milliseconds;
    let text = '';
    for (const unit of units) {
        const count = Math.floor(rest / unit.milliseconds);
        rest -= count * unit.milliseconds;
        if (count > 0)
            text += `${count}${unit.name}`;
    }
    return text;
}


/***/ }),

/***/ 93240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44998);


function originOf(env) {
    switch ((0,_ci_js__WEBPACK_IMPORTED_MODULE_1__/* .ciOf */ .s)(env)) {
        case 'github': {
            const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: of = '' } = env;
            const server = env.GITHUB_SERVER_URL;
            const url = server === undefined ? undefined : `${server}/${of}/actions/runs/${id}`;
            const run = `run ${id}${attempt === undefined ? '' : ` attempt ${attempt}`} of ${of}`;
            return known(run, env.GITHUB_ACTOR ?? 'unknown', of, env.GITHUB_SHA, url);
        }
        case 'gitlab': {
            const { CI_JOB_ID: job, CI_PIPELINE_ID: pipeline, CI_PROJECT_PATH: of = 'unknown' } = env;
            const run = `job ${job}${pipeline === undefined ? '' : ` of pipeline ${pipeline}`} of ${of}`;
            return known(run, env.GITLAB_USER_LOGIN ?? 'unknown', of, env.CI_COMMIT_SHA, env.CI_JOB_URL);
        }
        case 'jenkins': {
            const { BUILD_NUMBER: build, JOB_NAME: job = 'unknown', GIT_URL } = env;
            const actor = env.BUILD_USER_ID || 'jenkins';
            return known(`build ${build} of ${job}`, actor, pathOf(GIT_URL) ?? job, env.GIT_COMMIT, env.BUILD_URL);
        }
        case undefined:
            return { run: `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`, actor: userName() };
    }
}
function known(run, actor, repository, revision, url) {
    return {
        run,
        actor,
        repository,
        ...(revision === undefined ? {} : { revision }),
        ...(url === undefined ? {} : { url }),
    };
}
function pathOf(address = '') {
    return /^(?:\w+:\/\/[^/]+\/|[\w.-]+@[\w.-]+:)(.+?)(?:\.git)?\/?$/.exec(address)?.[1];
}
function userName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    }
    catch {
        return 'unknown';
    }
}


/***/ })

};
