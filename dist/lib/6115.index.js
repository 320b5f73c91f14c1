export const id = 6115;
export const ids = [6115];
export const modules = {

/***/ 1648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   L1: () => (/* binding */ deployedForGrowth),
/* harmony export */   Nk: () => (/* binding */ policyReport),
/* harmony export */   Rg: () => (/* binding */ toolMirrors),
/* harmony export */   SR: () => (/* binding */ approve),
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
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5126);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9296);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2317);




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
const toolMirrors = {
    description: 'Addresses, with commas between them, from which programs are downloaded instead of from where they are published; below each lie host and path of the original, as `wget -x` lays them out. Their checksums stay the pinned ones. Default: none.',
    default: '',
};
const policyCounts = 'JSON: how many findings of the policy there are, as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';
async function forced(text) {
    if (text === '')
        return {};
    const { parseForce } = await __webpack_require__.e(/* import() */ 2850).then(__webpack_require__.bind(__webpack_require__, 2850));
    const reason = parseForce(text, 'say in a few words why it cannot wait, such as `the fix of an outage`');
    return reason === undefined ? {} : { force: reason };
}
function withReversible(environment, text) {
    return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}
const releaseOf = (text) => text === '' ? {} : { release: (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(text) };
async function aroundOf(path, { hooks }, host) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(5277), __webpack_require__.e(6453)]).then(__webpack_require__.bind(__webpack_require__, 5277));
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

/***/ 6115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oF: () => (/* binding */ manifestsOf),
  fo: () => (/* binding */ requestOf),
  Bq: () => (/* binding */ withCluster),
  ah: () => (/* binding */ withRollout)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(553);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 5 modules
var port = __webpack_require__(3544);
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
var load = __webpack_require__(3114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(3240);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(1648);
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
        report: host.report,
    };
}
async function manifestsOf(config, { manifests }) {
    const { loadManifests } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6884)]).then(__webpack_require__.bind(__webpack_require__, 6884));
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
        const { LeaseLost } = await __webpack_require__.e(/* import() */ 8971).then(__webpack_require__.bind(__webpack_require__, 8971));
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

/***/ 553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ denial),
/* harmony export */   b$: () => (/* binding */ ClusterError),
/* harmony export */   tH: () => (/* binding */ MissingRight)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

class ClusterError extends Error {
    status;
    reason;
    constructor(request, status, body) {
        const { reason, message } = parseStatus(body);
        super(`${request} was answered ${status}${reason === '' ? '' : ` ${reason}`}: ${message}`);
        this.name = 'ClusterError';
        this.status = status;
        this.reason = reason;
    }
    get isConflict() {
        return this.status === 409 || (this.status === 422 && this.reason === 'Invalid');
    }
}
class MissingRight extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(what) {
        super(`the credential may not ${what}`, 'grant it with a Role (docs/permissions.md has one that suffices)');
    }
}
function denial(status, body) {
    const match = /is forbidden: User ".*?" cannot (\S+) resource "(\S+?)" in API group "(\S*?)"(?: in the namespace "(\S+?)")?/.exec(parseStatus(body).message);
    if (status !== 403 || match === null)
        return undefined;
    const [, verb, path = '', group, namespace] = match;
    const [plural, ...subresource] = path.split('/');
    const name = [group ? `${plural}.${group}` : plural, ...subresource].join('/');
    return new MissingRight(`${verb} ${name}${namespace === undefined ? '' : ` in namespace ${namespace}`}`);
}
function parseStatus(body) {
    try {
        const status = JSON.parse(body);
        return { reason: status.reason ?? '', message: status.message ?? '' };
    }
    catch {
        return { reason: '', message: body.trim().slice(0, 300) };
    }
}


/***/ }),

/***/ 9177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(630);

function claimsOf(token) {
    const parts = token.split('.');
    if (parts.length !== 3)
        return undefined;
    try {
        const claims = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .j)(claims))
            return undefined;
        const { exp, iat } = claims;
        return {
            ...(typeof exp === 'number' ? { exp } : {}),
            ...(typeof iat === 'number' ? { iat } : {}),
        };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 7017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ willPass),
/* harmony export */   Dg: () => (/* binding */ isAway),
/* harmony export */   VF: () => (/* binding */ isMistake),
/* harmony export */   _L: () => (/* binding */ patience),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   d_: () => (/* binding */ patiently),
/* harmony export */   lM: () => (/* binding */ warmUp)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const patience = 120_000;
const warmUp = 15_000;
function statusOf(status, headers) {
    const own = status === 500 && headers['audit-id'] === undefined;
    return own && String(headers['content-type'] ?? '').startsWith('text/plain') ? 502 : status;
}
function isAway(status) {
    return status === 502 || status === 503;
}
const mistakes = /no such host|x509:|tls:|getting credentials|(127\.0\.0\.1|localhost|\[::1\]):8080|malformed|unsupported protocol/;
function isMistake({ status, body }) {
    return status === 502 && mistakes.test(body);
}
function willPass(method, { status, body }, returning) {
    if (status === 429 || (returning && (status === 401 || status === 403)))
        return true;
    if (method === 'POST')
        return status === 502 && body.includes('connection refused');
    return isAway(status) || status === 504 || (returning && status === 500);
}
async function patiently(once, method, passes, wait = patience) {
    const end = performance.now() + wait;
    for (;;) {
        const answer = await once().catch((error) => {
            const lost = /^(ECONN|EPIPE|ETIMEDOUT|ABORT_ERR)/.test(error.code ?? '');
            if (lost && method !== 'POST' && performance.now() < end)
                return undefined;
            if (!lost)
                throw error;
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the API server does not answer (${error.code})`, 'see that it can be reached from here, then run the step again', { cause: error });
        });
        if (answer !== undefined && (!passes(answer) || performance.now() >= end))
            return answer;
        await new Promise(resolve => setTimeout(resolve, 500));
    }
}


/***/ }),

/***/ 3544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  V: () => (/* binding */ withQuery)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
;// CONCATENATED MODULE: ./.build/js/src/cluster/changes.js
const passing = /^\/apis\/(?:authorization|authentication|coordination)\.k8s\.io\//;
function changesSomething(method, path) {
    return (method !== 'GET' && !passing.test(path) && !/[?&]dryRun=/.test(path) && !/\/token(?:\?|$)/.test(path));
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./.build/js/src/cluster/jwt.js
var jwt = __webpack_require__(9177);
// EXTERNAL MODULE: ./.build/js/src/cluster/reach.js
var cluster_reach = __webpack_require__(5679);
;// CONCATENATED MODULE: ./.build/js/src/cluster/credential.js





const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
function lifetimeOf(user) {
    if (user.exec !== undefined)
        return { kind: 'renewed', what: `the exec plugin ${nameOf(user.exec.command)}` };
    if (user['auth-provider'] !== undefined) {
        return { kind: 'renewed', what: `the auth provider ${user['auth-provider'].name ?? ''}`.trim() };
    }
    if (user.tokenFile !== undefined)
        return { kind: 'renewed', what: 'the token file' };
    if (user.token !== undefined)
        return lifetimeOfToken(user.token);
    const certificate = user['client-certificate-data'];
    if (certificate !== undefined)
        return lifetimeOfCertificate(certificate);
    if (user.username !== undefined)
        return { kind: 'unknown', what: 'the password' };
    return { kind: 'unknown', what: 'the credential' };
}
const nameOf = (command = '') => command.split('/').at(-1) ?? '';
function lifetimeOfToken(token) {
    const claims = (0,jwt/* claimsOf */.d)(token);
    if (claims === undefined)
        return { kind: 'unknown', what: 'the token' };
    if (claims.exp === undefined)
        return { kind: 'endless', what: 'the token' };
    return { kind: 'ends', what: 'the token', end: claims.exp * 1000 };
}
function lifetimeOfCertificate(data) {
    const what = 'the client certificate';
    try {
        return {
            kind: 'ends',
            what,
            end: new external_node_crypto_.X509Certificate(Buffer.from(data, 'base64')).validToDate.getTime(),
        };
    }
    catch {
        return { kind: 'unknown', what };
    }
}
async function readLifetime(reach) {
    const args = ['config', 'view', '--raw', '--minify', '--flatten', '--output=json', ...(0,cluster_reach/* reachFlags */.x)(reach)];
    try {
        const { stdout } = await run('kubectl', args, { maxBuffer: 16 << 20 });
        const { users } = JSON.parse(stdout);
        return lifetimeOf(users?.[0]?.user ?? {});
    }
    catch {
        return process.env.KUBERNETES_SERVICE_HOST === undefined
            ? { kind: 'unknown', what: 'the credential' }
            : { kind: 'renewed', what: "the pod's service account" };
    }
}

// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(553);
;// CONCATENATED MODULE: ./.build/js/src/cluster/page.js
function named(item, { apiVersion, kind = '' }) {
    if (apiVersion === undefined || !/.List$/.test(kind))
        return item;
    return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}

// EXTERNAL MODULE: ./.build/js/src/cluster/patience.js
var patience = __webpack_require__(7017);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var toolkit_child = __webpack_require__(3402);
;// CONCATENATED MODULE: ./.build/js/src/cluster/proxy.js








const running = new Set();
const endAll = () => {
    for (const child of running)
        child.kill('SIGKILL');
};
async function startProxy(options = {}) {
    const kubectl = (0,toolkit_child/* findOnPath */.a)('kubectl');
    if (kubectl === undefined) {
        throw new errors/* UserError */.yo('kubectl is not on the PATH', 'install it in a step before this one');
    }
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(shortTmp(), 'slipway-'));
    const socketPath = (0,external_node_path_.join)(folder, 's');
    const stderrPath = (0,external_node_path_.join)(folder, 'stderr');
    const stderr = await (0,promises_.open)(stderrPath, 'w');
    const proxyArgs = ['proxy', `--unix-socket=${socketPath}`, '--reject-methods=', ...(0,cluster_reach/* reachFlags */.x)(options)];
    const [command, args] = (0,toolkit_child/* boundToUs */._)(kubectl, proxyArgs);
    const child = (0,external_node_child_process_.spawn)(command, args, { detached: true, stdio: ['ignore', 'ignore', stderr.fd] });
    let exited = false;
    const exit = new Promise(resolve => {
        child.once('exit', () => {
            exited = true;
            resolve();
        });
        child.once('error', () => {
            exited = true;
            resolve();
        });
    });
    child.unref();
    if (running.size === 0)
        process.on('exit', endAll);
    running.add(child);
    const close = async () => {
        running.delete(child);
        if (running.size === 0)
            process.off('exit', endAll);
        child.ref();
        child.kill('SIGKILL');
        await exit;
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    };
    try {
        await untilListening(socketPath, () => exited, options.startTimeout ?? 15_000);
    }
    catch (cause) {
        const said = (await (0,promises_.readFile)(stderrPath, 'utf8').catch(() => '')).trim();
        await close();
        throw new errors/* UserError */.yo(`kubectl cannot reach a cluster: ${lastLine(said) || 'kubectl proxy did not start'}`, 'check KUBECONFIG and the `context` input', { cause });
    }
    finally {
        await stderr.close();
    }
    return { socketPath, close };
}
async function untilListening(socketPath, gone, timeout) {
    const end = performance.now() + timeout;
    while (performance.now() < end) {
        if (gone())
            throw new Error('kubectl proxy ended');
        if ((0,external_node_fs_.existsSync)(socketPath) && (await accepts(socketPath)))
            return;
        await new Promise(resolve => setTimeout(resolve, 3));
    }
    throw new Error('kubectl proxy did not listen in time');
}
async function accepts(socketPath) {
    const { request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    return new Promise(resolve => {
        const probe = request({ socketPath, path: '/static/', headers: { host: 'localhost' } }, response => {
            response.resume();
            resolve(true);
        });
        probe.once('error', () => resolve(false));
        probe.end();
    });
}
function shortTmp() {
    const preferred = process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)();
    return preferred.length <= 80 ? preferred : '/tmp';
}
function lastLine(text) {
    return text.split('\n').at(-1) ?? '';
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/body.js
var body = __webpack_require__(5346);
;// CONCATENATED MODULE: ./.build/js/src/cluster/stream.js

async function* linesOf(response) {
    let rest = '';
    for await (const chunk of response.setEncoding('utf8')) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        yield* lines.filter(line => line !== '');
    }
}
const largest = 64 * 1024 * 1024;
async function textOf(response, limit = largest) {
    const tooLarge = () => new Error(`the answer is larger than ${limit / 1024 / 1024} MiB`);
    return (await (0,body/* readUpTo */.V)(response, limit, tooLarge)).toString('utf8');
}

;// CONCATENATED MODULE: ./.build/js/src/cluster/port.js








const contentTypes = {
    json: 'application/json-patch+json',
    merge: 'application/merge-patch+json',
    apply: 'application/apply-patch+yaml',
};
async function connect(options = {}) {
    const [proxy, { Agent, request }] = await Promise.all([startProxy(options), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19))]);
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    let calls = 0;
    let changes = 0;
    let away = Number.NEGATIVE_INFINITY;
    let clock = Number.NEGATIVE_INFINITY;
    const send = (method, path, body, contentType, signal) => {
        calls += 1;
        const text = body === undefined ? undefined : JSON.stringify(body);
        return new Promise((resolve, reject) => {
            const outgoing = request({
                socketPath: proxy.socketPath,
                method,
                path,
                agent,
                ...(signal === undefined ? {} : { signal }),
                headers: {
                    host: 'localhost',
                    accept: 'application/json',
                    ...(text === undefined
                        ? {}
                        : { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }),
                },
            }, resolve);
            outgoing.once('error', reject);
            outgoing.end(text);
        }).then(response => {
            if ((0,patience/* isAway */.Dg)(statusIn(response)))
                away = performance.now();
            else
                clock = Math.max(clock, dateOf(response) - performance.now());
            return response;
        }, error => {
            if (signal?.aborted !== true)
                away = performance.now();
            throw error;
        });
    };
    let connected = false;
    const call = async (method, path, body, contentType = 'application/json') => {
        const change = changesSomething(method, path) ? 1 : 0;
        changes += change;
        const once = async () => answerOf(await send(method, path, body, contentType, AbortSignal.timeout(callTimeout)));
        const passes = (answer) => (connected || !(0,patience/* isMistake */.VF)(answer)) && (0,patience/* willPass */.Ar)(method, answer, performance.now() - away < patience/* warmUp */.lM);
        const waiting = connected || options.patient === true ? patience/* patience */._L : 0;
        const answer = await (0,patience/* patiently */.d_)(once, method, passes, waiting);
        if (answer.status >= 400) {
            changes -= change;
            throw ((0,cluster_errors/* denial */.Kp)(answer.status, answer.body) ??
                new cluster_errors/* ClusterError */.b$(`${method} ${path}`, answer.status, answer.body));
        }
        return answer;
    };
    const read = async (method, path, body, contentType) => JSON.parse((await call(method, path, body, contentType)).body);
    let lifetime;
    const cluster = {
        call,
        reach: options,
        lifetime: () => {
            lifetime ??= readLifetime(options);
            return lifetime;
        },
        fetch: async (path, signal) => answerOf(await send('GET', path, undefined, '', signal)),
        get: async (path) => {
            try {
                return await read('GET', path);
            }
            catch (error) {
                if (error instanceof cluster_errors/* ClusterError */.b$ && error.status === 404)
                    return undefined;
                throw error;
            }
        },
        list: async (path, query = {}) => {
            const items = [];
            let next;
            let resourceVersion = '';
            do {
                const page = await read('GET', withQuery(path, { ...query, limit: '500', ...(next === undefined ? {} : { continue: next }) }));
                items.push(...page.items.map(item => named(item, page)));
                next = page.metadata.continue || undefined;
                resourceVersion = page.metadata.resourceVersion;
            } while (next !== undefined);
            return { items, resourceVersion };
        },
        create: (path, object) => read('POST', withQuery(path, { fieldManager: 'slipway' }), object),
        replace: (path, object) => read('PUT', withQuery(path, { fieldManager: 'slipway' }), object),
        patch: (path, kind, patch, query = {}) => read('PATCH', withQuery(path, { fieldManager: 'slipway', ...query }), patch, contentTypes[kind]),
        remove: async (path, uid, resourceVersion) => {
            try {
                await call('DELETE', path, {
                    kind: 'DeleteOptions',
                    apiVersion: 'v1',
                    propagationPolicy: 'Background',
                    ...(uid === undefined ? {} : { preconditions: { uid, resourceVersion } }),
                });
            }
            catch (error) {
                if (!(error instanceof cluster_errors/* ClusterError */.b$ && (error.status === 404 || error.status === 409)))
                    throw error;
            }
        },
        watch: async function* (path, query, signal) {
            const response = await send('GET', withQuery(path, { ...query, watch: '1' }), undefined, '', signal);
            const status = statusIn(response);
            if (status >= 400)
                throw new cluster_errors/* ClusterError */.b$(`watch ${path}`, status, await textOf(response));
            for await (const line of linesOf(response))
                yield JSON.parse(line);
        },
        now: () => clock + performance.now(),
        calls: () => calls,
        changes: () => changes,
        close: async () => {
            agent.destroy();
            await proxy.close();
        },
    };
    try {
        await cluster.call('GET', '/version');
        connected = true;
    }
    catch (cause) {
        await cluster.close();
        throw unreachable(cause);
    }
    return cluster;
}
const callTimeout = 30_000;
function unreachable(cause) {
    if (!(cause instanceof cluster_errors/* ClusterError */.b$))
        return cause;
    if (cause.status === 401) {
        return new errors/* UserError */.yo('the cluster does not accept the credential of the kubeconfig', 'renew it or log in again', {
            cause,
        });
    }
    if (cause.status < 500)
        return cause;
    if (/\b(127\.0\.0\.1|localhost|\[::1\]):8080\b/.test(cause.message)) {
        return new errors/* UserError */.yo('nothing answers at localhost:8080, where kubectl looks when it has no kubeconfig', 'log in to the cluster in a step before this one, or set KUBECONFIG', { cause });
    }
    return new errors/* UserError */.yo(`the API server does not answer (${cause.message.slice(0, 200)})`, 'check the server address in the kubeconfig and that this machine may reach it', { cause });
}
function withQuery(path, query) {
    const text = new URLSearchParams(query).toString();
    return text === '' ? path : `${path}?${text}`;
}
const statusIn = ({ statusCode = 0, headers }) => (0,patience/* statusOf */.c2)(statusCode, headers);
async function answerOf(response) {
    const headers = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
    return {
        status: statusIn(response),
        headers: Object.fromEntries(headers),
        body: await textOf(response),
        serverTime: dateOf(response),
    };
}
function dateOf(response) {
    const time = Date.parse(response.headers.date ?? '');
    return Number.isNaN(time) ? Date.now() : time;
}


/***/ }),

/***/ 5679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ reachFlags)
/* harmony export */ });
function reachFlags({ context, kubeconfig }) {
    return [
        ...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]),
        ...(context === undefined ? [] : [`--context=${context}`]),
    ];
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ execCredential),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9177);


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

/***/ 5126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   kU: () => (/* binding */ parseMilliseconds)
/* harmony export */ });
/* unused harmony export longestDuration */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8650);

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

/***/ 3114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4182);




async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(8815), __webpack_require__.e(459)]).then(__webpack_require__.bind(__webpack_require__, 459));
    return parseConfig(text, path);
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
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

/***/ 2331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the `config` input') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 9296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   _W: () => (/* binding */ parseReleaseNumber),
/* harmony export */   h7: () => (/* binding */ selecting)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);


function parseReleaseNumber(text) {
    const match = /^r?(\d{1,9})$/.exec(text.trim());
    if (match === null) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is no release number`, 'give one like 7, as listed in the job summary');
    }
    return Number(match[1]);
}
const labels = {
    app: 'slipway.dev/app',
    kind: 'slipway.dev/kind',
    release: 'slipway.dev/release',
    track: 'slipway.dev/track',
    token: 'slipway.dev/token',
    rollback: 'slipway.dev/rollback',
    phase: 'slipway.dev/phase',
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

/***/ 5346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readUpTo)
/* harmony export */ });
async function readUpTo(body, limit, tooLarge) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body ?? []) {
        size += chunk.length;
        if (size > limit)
            throw tooLarge();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 3402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ boundToUs),
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
}
function boundToUs(command, args) {
    const setpriv = findOnPath('setpriv');
    return setpriv === undefined ? [command, args] : [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 4998:
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

/***/ 8650:
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

/***/ 630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 3240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4998);


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
