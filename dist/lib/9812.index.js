export const id = 9812;
export const ids = [9812,3697,6078];
export const modules = {

/***/ 64133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aK: () => (/* binding */ leaseManager),
/* harmony export */   mA: () => (/* binding */ isPersistentChange),
/* harmony export */   vG: () => (/* binding */ isDryRun)
/* harmony export */ });
const questions = /^\/apis\/(?:authorization|authentication)\.k8s\.io\//;
const leases = /^\/apis\/coordination\.k8s\.io\//;
const leaseManager = 'slipway-lease';
const isDryRun = (path) => /[?&]dryRun=/.test(path);
function isPersistentChange(method, path) {
    const isHolder = leases.test(path) && (method !== 'PATCH' || path.includes(`fieldManager=${leaseManager}`));
    return (method !== 'GET' && !isHolder && !questions.test(path) && !isDryRun(path) && !/\/token(?:\?|$)/.test(path));
}


/***/ }),

/***/ 90677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ kustomizeEnvironment),
/* harmony export */   y: () => (/* binding */ kubectlEnvironment)
/* harmony export */ });
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24297);

const names = new Set('HOME USER LOGNAME SHELL TMPDIR TZ LANG'.split(' '));
const prefixes = [
    ...['LC_', 'XDG_', 'KUBE', 'AWS_', 'GOOGLE_', 'CLOUDSDK_', 'AZURE_', 'AAD_', 'ARM_', 'OCI_'],
    ...['DIGITALOCEAN_', 'ACTIONS_ID_TOKEN_REQUEST_'],
];
function kubectlEnvironment(env = process.env) {
    const passes = (name) => names.has(name) || prefixes.some(prefix => name.startsWith(prefix));
    const own = Object.entries(env).filter(([name]) => passes(name));
    return { ...(0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .networkEnvironment */ .m)(env), ...Object.fromEntries(own) };
}
const ofGit = /^(SSH_AUTH_SOCK|SSH_AGENT_PID|GIT_(SSH|SSH_COMMAND|ASKPASS|TERMINAL_PROMPT|SSL_CAINFO)|GIT_CONFIG_\w+)$/;
function kustomizeEnvironment(env = process.env) {
    const git = Object.entries(env).filter(([name]) => ofGit.test(name));
    return { ...kubectlEnvironment(env), ...Object.fromEntries(git) };
}


/***/ }),

/***/ 20553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isRaced),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   b$: () => (/* binding */ ClusterError),
/* harmony export */   cb: () => (/* binding */ MissingPermission),
/* harmony export */   dh: () => (/* binding */ isConflict),
/* harmony export */   dt: () => (/* binding */ missingPermissionIn),
/* harmony export */   hC: () => (/* binding */ ifNotAllowed),
/* harmony export */   qj: () => (/* binding */ actionOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);



class ClusterError extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    status;
    reason;
    serverMessage;
    constructor(request, status, body) {
        const { reason, message } = parseStatus(body);
        const answer = `${status}${reason === '' ? '' : ` ${reason}`}`;
        super(`cannot ${actionOf(request)}: the API server answered ${answer}: ${message}`, remedies[status] ?? 'run again; if the error persists, check the API server and its webhooks');
        this.name = 'ClusterError';
        this.status = status;
        this.reason = reason;
        this.serverMessage = message;
    }
    get isConflict() {
        const testFailed = this.status === 422 && this.serverMessage.includes('due to an error in our request');
        return this.status === 409 || testFailed;
    }
}
const isConflict = (error) => error instanceof ClusterError && error.isConflict;
const isRaced = (error) => isConflict(error) || (error instanceof ClusterError && error.status === 404);
const remedies = {
    400: 'correct the named field, then run again',
    401: 'renew the credential or log in again',
    403: 'change the object if a policy denies it, or ask the owner of the policy for an exception; otherwise check the permissions of the credential',
    404: 'check whether it was deleted',
    409: 'run again',
    422: 'correct the named field, then run again',
};
const verbs = {
    POST: 'create',
    PUT: 'change',
    PATCH: 'change',
    DELETE: 'delete',
    watch: 'watch',
};
function actionOf(request) {
    const [method = '', path = ''] = request.split(' ');
    const [bare = ''] = path.split('?');
    const place = (0,_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(bare);
    const collection = /\/namespaces\/([^/]+)\/([^/]+)$/.exec(bare);
    const what = place !== undefined
        ? `${place.plural}/${place.name} in namespace ${place.namespace}`
        : collection === null
            ? bare
            : `${collection[2]} in namespace ${collection[1]}`;
    return `${verbs[method] ?? 'read'} ${what}`.trim();
}
class MissingPermission extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(what) {
        super(`the credential is not allowed to ${what}`, 'grant the permission with a Role; `slipway rbac` writes one that suffices (docs/permissions.md)');
    }
}
const ifNotAllowed = (value) => (error) => {
    if (error instanceof MissingPermission)
        return value;
    throw error;
};
function missingPermissionIn(status, body) {
    const match = /is forbidden: User ".*?" cannot (\S+) resource "(\S+?)" in API group "(\S*?)"(?: in the namespace "(\S+?)")?/.exec(parseStatus(body).message);
    if (status !== 403 || match === null)
        return undefined;
    const [, verb, path = '', group, namespace] = match;
    const [plural, ...subresource] = path.split('/');
    const name = [group ? `${plural}.${group}` : plural, ...subresource].join('/');
    return new MissingPermission(`${verb} ${name}${namespace === undefined ? '' : ` in namespace ${namespace}`}`);
}
function unreachable(cause, pluginSaid = '') {
    if (!(cause instanceof ClusterError))
        return cause;
    if (cause.status === 401) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the cluster does not accept the credential of the kubeconfig', 'renew it or log in again', { cause });
    }
    if (cause.status < 500)
        return cause;
    if (/\b(127\.0\.0\.1|localhost|\[::1\]):8080\b/.test(cause.message)) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no cluster was found: localhost:8080, which kubectl uses without a readable kubeconfig, does not answer', 'log in to the cluster first, or set KUBECONFIG to a file that exists', { cause });
    }
    const [why = ''] = cause.serverMessage.slice(0, 200).split('\n');
    const failed = /^getting credentials: (.*)/.exec(why)?.[1];
    if (failed !== undefined) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the plugin of the kubeconfig gives no credential: ${[failed, pluginSaid].filter(Boolean).join(': ')}`, 'log in again, or install the plugin; it gets only some variables of the environment (docs/cluster.md)', { cause });
    }
    if (why.includes('x509:')) {
        const remedy = why.includes('expired or is not yet valid')
            ? 'renew the certificate of the API server, or correct the clock of this machine'
            : 'check the CA, which is `certificate-authority-data` in the kubeconfig or `ca` in slipway.yml, and the server address';
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the certificate of the API server is not accepted: ${why}`, remedy, { cause });
    }
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the API server does not answer: ${why}`, 'check the server address in the kubeconfig, and that this machine can reach it', { cause });
}
function parseStatus(body) {
    const status = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body);
    if (status === undefined)
        return { reason: '', message: body.trim().slice(0, 300) };
    return { reason: String(status.reason ?? ''), message: String(status.message ?? '') };
}


/***/ }),

/***/ 99177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ claimsOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

function claimsOf(token) {
    const parts = token.split('.');
    if (parts.length !== 3)
        return undefined;
    const claims = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonMap */ .vM)(Buffer.from(parts[1] ?? '', 'base64url'));
    if (claims === undefined)
        return undefined;
    const { exp, iat } = claims;
    return {
        ...(typeof exp === 'number' ? { exp } : {}),
        ...(typeof iat === 'number' ? { iat } : {}),
    };
}


/***/ }),

/***/ 13269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/cluster/changes.js
var cluster_changes = __webpack_require__(64133);
;// CONCATENATED MODULE: ./.build/js/src/cluster/clock.js
class ServerClock {
    #elapsed;
    #ahead = Number.NEGATIVE_INFINITY;
    constructor(elapsed = () => performance.now()) {
        this.#elapsed = elapsed;
    }
    heard(date) {
        this.#ahead = Math.max(this.#ahead, date - this.#elapsed());
    }
    now() {
        return this.#ahead + this.#elapsed();
    }
}

// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/cluster/retry.js
var retry = __webpack_require__(22882);
// EXTERNAL MODULE: ./.build/js/src/toolkit/body.js
var body = __webpack_require__(5346);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
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
async function textOf(response, request, limit = largest) {
    const problem = `the response is larger than ${limit / 1024 / 1024} MiB`;
    const tooLarge = () => request === undefined
        ? new Error(problem)
        : new toolkit_errors/* UserError */.yo(`cannot ${(0,errors/* actionOf */.qj)(request)}: ${problem}`, 'delete the large objects there that nothing uses, or move their data elsewhere, then run the step again');
    return (await (0,body/* readUpTo */.V)(response, limit, tooLarge)).toString('utf8');
}

;// CONCATENATED MODULE: ./.build/js/src/cluster/client.js







const contentTypes = {
    json: 'application/json-patch+json',
    merge: 'application/merge-patch+json',
    apply: 'application/apply-patch+yaml',
};
function clusterOver(request, { reach, lifetime, close, patient = false, clock = new ServerClock() }) {
    let calls = 0;
    let changes = 0;
    let away = Number.NEGATIVE_INFINITY;
    let connected = false;
    const send = (...sent) => {
        calls += 1;
        return request(...sent);
    };
    const ask = async (...sent) => {
        try {
            const response = await send(...sent);
            if ((0,retry/* isUnavailable */.Pd)(statusIn(response)))
                away = performance.now();
            else
                clock.heard(dateOf(response));
            return response;
        }
        catch (error) {
            const [, , , , signal] = sent;
            if (signal?.aborted !== true)
                away = performance.now();
            throw error;
        }
    };
    const writes = new retry/* WriteBudget */.Lx(() => ask('GET', '/version', undefined, '', AbortSignal.timeout(timing/* timing */.N.writeAnswer)).then(response => statusIn(response.resume()) === 200, () => false));
    const call = async (method, path, body, contentType = 'application/json') => {
        const change = (0,cluster_changes/* isPersistentChange */.mA)(method, path) ? 1 : 0;
        changes += change;
        const isTemporary = (answer) => (connected || !(0,retry/* isMisconfigured */.AX)(answer)) &&
            ((0,retry/* isRetryable */.r3)(method, answer, performance.now() - away < retry/* warmUp */.lM) ||
                (change > 0 && (0,retry/* webhookFailed */.Nv)(answer)));
        const waiting = connected || patient ? retry/* outageTimeout */.bl : 0;
        const within = (limit, isFinal) => {
            const once = async () => answerOf(await ask(method, path, body, contentType, AbortSignal.timeout(limit)), `${method} ${path}`);
            return (0,retry/* retryWhileTemporary */.Pl)(once, { method, path }, isTemporary, waiting, isFinal);
        };
        const answer = method === 'GET'
            ? await within(callTimeout)
            : await writes.run(within, method !== 'POST' && !(0,cluster_changes/* isDryRun */.vG)(path));
        if (answer.status >= 400) {
            changes -= change;
            throw ((0,errors/* missingPermissionIn */.dt)(answer.status, answer.body) ??
                new errors/* ClusterError */.b$(`${method} ${path}`, answer.status, answer.body));
        }
        connected = true;
        return answer;
    };
    const read = async (method, path, body, contentType) => JSON.parse((await call(method, path, body, contentType)).body);
    let life;
    return {
        call,
        reach,
        lifetime: () => {
            life ??= lifetime();
            return life;
        },
        fetch: async (path, signal, { method, body, headers } = { method: 'GET' }) => answerOf(await send(method, path, body, body === undefined ? '' : 'application/json', signal, headers)),
        get: async (path) => {
            try {
                return await read('GET', path);
            }
            catch (error) {
                if (error instanceof errors/* ClusterError */.b$ && error.status === 404)
                    return undefined;
                throw error;
            }
        },
        list: async (path, query = {}) => {
            const items = [];
            let next;
            let resourceVersion = '';
            do {
                const page = await read('GET', (0,resources/* withQuery */.VL)(path, {
                    ...query,
                    limit: pageSize(path),
                    ...(next === undefined ? {} : { continue: next }),
                }));
                items.push(...page.items.map(item => (0,resources/* named */.KT)(item, page)));
                next = page.metadata.continue || undefined;
                resourceVersion = page.metadata.resourceVersion;
            } while (next !== undefined);
            return { items, resourceVersion };
        },
        create: (path, object) => read('POST', (0,resources/* withQuery */.VL)(path, { fieldManager: 'slipway' }), object),
        replace: (path, object) => read('PUT', (0,resources/* withQuery */.VL)(path, { fieldManager: 'slipway' }), object),
        patch: (path, kind, patch, query = {}) => read('PATCH', (0,resources/* withQuery */.VL)(path, { fieldManager: 'slipway', ...query }), patch, contentTypes[kind]),
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
                if (!(error instanceof errors/* ClusterError */.b$ && (error.status === 404 || error.status === 409)))
                    throw error;
            }
        },
        watch: async function* (path, query, signal) {
            const response = await ask('GET', (0,resources/* withQuery */.VL)(path, { ...query, watch: '1' }), undefined, '', signal);
            const status = statusIn(response);
            if (status >= 400)
                throw new errors/* ClusterError */.b$(`watch ${path}`, status, await textOf(response));
            for await (const line of linesOf(response))
                yield JSON.parse(line);
        },
        now: () => clock.now(),
        calls: () => calls,
        changes: () => changes,
        close,
    };
}
const pageSize = (path) => (/\/(secrets|configmaps)$/.test(path) ? '40' : '500');
const callTimeout = 30_000;
const statusIn = ({ statusCode = 0, headers }) => (0,retry/* statusOf */.c2)(statusCode, headers);
async function answerOf(response, request) {
    const headers = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
    return {
        status: statusIn(response),
        headers: Object.fromEntries(headers),
        body: await textOf(response, request),
        serverTime: dateOf(response),
    };
}
function dateOf({ headers }) {
    const time = Date.parse(headers.date ?? '');
    return Number.isNaN(time) ? Date.now() : time;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var program = __webpack_require__(16428);
// EXTERNAL MODULE: ./.build/js/src/cluster/environment.js
var environment = __webpack_require__(90677);
// EXTERNAL MODULE: ./.build/js/src/cluster/jwt.js
var jwt = __webpack_require__(99177);
// EXTERNAL MODULE: ./.build/js/src/cluster/reach.js
var cluster_reach = __webpack_require__(65679);
;// CONCATENATED MODULE: ./.build/js/src/cluster/credential.js





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
        const { stdout } = await (0,program/* runForOutput */.kr)(['kubectl', ...args], { env: (0,environment/* kubectlEnvironment */.y)() });
        const { users } = JSON.parse(stdout);
        return lifetimeOf(users?.[0]?.user ?? {});
    }
    catch {
        return process.env.KUBERNETES_SERVICE_HOST === undefined
            ? { kind: 'unknown', what: 'the credential' }
            : { kind: 'renewed', what: "the pod's service account" };
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var toolkit_child = __webpack_require__(83402);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/toolkit/redaction.js
var redaction = __webpack_require__(90501);
// EXTERNAL MODULE: ./.build/js/src/cluster/program.js
var cluster_program = __webpack_require__(48520);
;// CONCATENATED MODULE: ./.build/js/src/cluster/proxy.js













const running = new Set();
const endAll = () => {
    for (const child of running)
        child.kill('SIGKILL');
};
async function startProxy(options = {}) {
    await (0,cluster_program/* provideKubectl */.Sc)(options.env);
    const kubectl = (0,toolkit_child/* findOnPath */.a)('kubectl');
    if (kubectl === undefined)
        throw new Error('kubectl was provided but is not on the PATH');
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(shortTmp(), 'slipway-'));
    const socketPath = (0,external_node_path_.join)(folder, 's');
    const stderrPath = (0,external_node_path_.join)(folder, 'stderr');
    const stderr = await (0,promises_.open)(stderrPath, 'w');
    const proxyArgs = ['proxy', `--unix-socket=${socketPath}`, '--reject-methods=', ...(0,cluster_reach/* reachFlags */.x)(options)];
    const [command, args] = (0,toolkit_child/* dieWithParent */.f)(kubectl, proxyArgs);
    const child = (0,external_node_child_process_.spawn)(command, args, {
        detached: true,
        env: (0,environment/* kubectlEnvironment */.y)(),
        stdio: ['ignore', 'ignore', stderr.fd],
    });
    let exited = false;
    const exit = new Promise(resolve => child.once('exit', resolve).once('error', resolve)).then(() => {
        exited = true;
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
        throw new toolkit_errors/* UserError */.yo(`kubectl cannot reach a cluster: ${said.split('\n').at(-1) || 'kubectl proxy did not start'}`, 'check KUBECONFIG and the input `kube-context`', { cause });
    }
    finally {
        await stderr.close();
    }
    const pluginSaid = async () => lastLineOfPlugin(await (0,promises_.readFile)(stderrPath, 'utf8').catch(() => ''));
    return { socketPath, pluginSaid, close };
}
function lastLineOfPlugin(stderr) {
    const [before = ''] = stderr.split(/^E\d{4} .*Error while proxying request/m);
    const lines = before.split('\n').filter(line => line.trim() !== '' && !/^[IWE]\d{4} /.test(line));
    return (0,redaction/* withoutSecretShapes */.F)((0,printable/* printable */.g$)(lines.at(-1) ?? '').trim())
        .slice(0, 200)
        .replace(/\.$/, '');
}
async function currentContext(env) {
    await (0,cluster_program/* provideKubectl */.Sc)(env);
    const asked = (0,program/* runForOutput */.kr)(['kubectl', 'config', 'current-context'], {
        env: (0,environment/* kubectlEnvironment */.y)(),
        signal: AbortSignal.timeout(10_000),
    });
    const answer = await asked.catch(() => undefined);
    const name = answer?.code === 0 ? answer.stdout.trim() : '';
    return name === '' ? undefined : name;
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
    const { request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19));
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
    const preferred = process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    return preferred.length <= 80 ? preferred : '/tmp';
}

;// CONCATENATED MODULE: ./.build/js/src/cluster/renewal.js
const pause = 2_000;
function renewing(send, renew, now = () => performance.now()) {
    let accepted = false;
    let generation = 0;
    let last = Number.NEGATIVE_INFINITY;
    let running;
    const renewOnce = async () => {
        if (running === undefined && now() - last < pause)
            return;
        running ??= renew()
            .then(() => {
            generation += 1;
        }, () => undefined)
            .finally(() => {
            last = now();
            running = undefined;
        });
        await running;
    };
    return async (...sent) => {
        const [, path] = sent;
        const before = generation;
        const response = await send(...sent);
        if (response.statusCode !== 401)
            accepted = true;
        if (response.statusCode !== 401 || !accepted || isProxied(path))
            return response;
        if (generation === before)
            await renewOnce();
        if (generation === before)
            return response;
        response.resume();
        return send(...sent);
    };
}
const isProxied = (path) => /\/(services|pods)\/[^/]+\/proxy(\/|\?|$)/.test(path);

;// CONCATENATED MODULE: ./.build/js/src/cluster/port.js





async function connect(options = {}) {
    const [first, context, { Agent, request }] = await Promise.all([
        startProxy(options),
        options.context ?? (options.kubeconfig === undefined ? currentContext(options.env) : undefined),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)),
    ]);
    const pinned = context === undefined ? options : { ...options, context };
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    const watching = new Agent();
    let line = { proxy: first, open: 0 };
    const lines = new Set([line]);
    const closeIfIdle = async (idle) => {
        if (idle === line || idle.open > 0 || !lines.delete(idle))
            return;
        await idle.proxy.close();
    };
    const renew = async () => {
        const [old, proxy] = [line, await startProxy(pinned)];
        if (lines.size === 0)
            return proxy.close();
        line = { proxy, open: 0 };
        lines.add(line);
        await closeIfIdle(old);
    };
    const send = (method, path, body, contentType, signal, headers) => {
        const text = body === undefined ? undefined : JSON.stringify(body);
        const used = line;
        used.open += 1;
        const done = () => {
            used.open -= 1;
            void closeIfIdle(used);
        };
        return new Promise((resolve, reject) => {
            const outgoing = request({
                socketPath: used.proxy.socketPath,
                method,
                path,
                agent: isWatch(path) ? watching : agent,
                ...(signal === undefined ? {} : { signal }),
                headers: {
                    accept: 'application/json',
                    ...headers,
                    host: 'localhost',
                    ...(text === undefined
                        ? {}
                        : { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }),
                },
            }, resolve);
            outgoing.once('error', reject).once('close', done);
            outgoing.end(text);
        });
    };
    const cluster = clusterOver(renewing(send, renew), {
        reach: pinned,
        lifetime: () => readLifetime(pinned),
        close: async () => {
            agent.destroy();
            watching.destroy();
            const all = [...lines];
            lines.clear();
            await Promise.all(all.map(({ proxy }) => proxy.close()));
        },
        ...(options.patient === undefined ? {} : { patient: options.patient }),
    });
    try {
        await cluster.call('GET', '/version');
    }
    catch (cause) {
        const said = await line.proxy.pluginSaid();
        await cluster.close();
        throw (0,errors/* unreachable */.HB)(cause, said);
    }
    return cluster;
}
const isWatch = (path) => /[?&]watch=1(&|$)/.test(path);


/***/ }),

/***/ 48520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ provideKubectlForCharts),
/* harmony export */   Sc: () => (/* binding */ provideKubectl),
/* harmony export */   cY: () => (/* binding */ provideHelm)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_tools_demand_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65081);





let provided;
let pinned;
async function provideKubectl(env = process.env) {
    const found = (0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)('kubectl');
    if (found !== undefined && (found === pinned || !(0,_toolkit_tools_demand_js__WEBPACK_IMPORTED_MODULE_4__/* .demandsPinned */ .R)(env)))
        return;
    provided ??= toolOf('kubectl', env)
        .then(program => {
        pinned = program;
        process.env.PATH = `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(program)}${node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter}${process.env.PATH ?? ''}`;
    })
        .finally(() => {
        provided = undefined;
    });
    return provided;
}
const found = new Map();
function once(name, env, from) {
    const key = `${name} ${from} ${env.PATH}`;
    const known = found.get(key) ?? toolOf(name, env, from);
    found.set(key, known);
    known.catch(() => found.delete(key));
    return known;
}
const provideHelm = (env = process.env) => once('helm', env);
const provideKubectlForCharts = (env = process.env) => once('kubectl', env, '1.36.0');
async function toolOf(name, env, from) {
    const [{ findTool }, { pins }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(1949)]).then(__webpack_require__.bind(__webpack_require__, 31949)),
        __webpack_require__.e(/* import() */ 335).then(__webpack_require__.bind(__webpack_require__, 20335)),
    ]);
    const folder = await (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .newFolder */ .l)(env, name);
    const remove = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    try {
        const [program] = await findTool(from === undefined ? pins[name] : { ...pins[name], from }, {
            folder,
            env,
            signal: new AbortController().signal,
            report: line => process.stderr.write(`${line}\n`),
        });
        process.once('exit', remove);
        return program;
    }
    catch (error) {
        remove();
        throw error;
    }
}


/***/ }),

/***/ 65679:
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

/***/ 14485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   H5: () => (/* binding */ eventsOfWorkloads),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   VL: () => (/* binding */ withQuery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   uO: () => (/* binding */ apiVersionOf)
/* harmony export */ });
function builtIn(group, version, plural, kind, namespaced = true) {
    return { group, version, plural, kind, namespaced };
}
const resources = {
    configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
    secret: builtIn('', 'v1', 'secrets', 'Secret'),
    service: builtIn('', 'v1', 'services', 'Service'),
    pod: builtIn('', 'v1', 'pods', 'Pod'),
    pvc: builtIn('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
    event: builtIn('', 'v1', 'events', 'Event'),
    serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
    node: builtIn('', 'v1', 'nodes', 'Node', false),
    namespace: builtIn('', 'v1', 'namespaces', 'Namespace', false),
    deployment: builtIn('apps', 'v1', 'deployments', 'Deployment'),
    replicaSet: builtIn('apps', 'v1', 'replicasets', 'ReplicaSet'),
    statefulSet: builtIn('apps', 'v1', 'statefulsets', 'StatefulSet'),
    daemonSet: builtIn('apps', 'v1', 'daemonsets', 'DaemonSet'),
    controllerRevision: builtIn('apps', 'v1', 'controllerrevisions', 'ControllerRevision'),
    cronJob: builtIn('batch', 'v1', 'cronjobs', 'CronJob'),
    horizontalPodAutoscaler: builtIn('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
    job: builtIn('batch', 'v1', 'jobs', 'Job'),
    lease: builtIn('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    endpointSlice: builtIn('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
    httpRoute: builtIn('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
    gateway: builtIn('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
    grpcRoute: builtIn('gateway.networking.k8s.io', 'v1', 'grpcroutes', 'GRPCRoute'),
    tcpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tcproutes', 'TCPRoute'),
    tlsRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tlsroutes', 'TLSRoute'),
    udpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'udproutes', 'UDPRoute'),
    backendTlsPolicy: builtIn('gateway.networking.k8s.io', 'v1', 'backendtlspolicies', 'BackendTLSPolicy'),
    storageClass: builtIn('storage.k8s.io', 'v1', 'storageclasses', 'StorageClass', false),
    gatewayClass: builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass', false),
};
const leadsElsewhere = /[/%?#]|^\.{1,2}$/;
function pathOf(resource, namespace, name) {
    for (const segment of [namespace, name ?? ''])
        if (leadsElsewhere.test(segment))
            throw new Error(`"${segment}" cannot be a name in the cluster`);
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${rootOf(resource)}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
const rootOf = ({ group, version }) => group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
function withQuery(path, query) {
    const text = new URLSearchParams(query).toString();
    return text === '' ? path : `${path}?${text}`;
}
function placeOf(path) {
    const match = /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path);
    if (match === null)
        return undefined;
    const [, group = '', namespace = '', plural = '', name = ''] = match;
    const leads = [group, namespace, plural, name].some(each => leadsElsewhere.test(each));
    return leads ? undefined : { group, namespace, plural, name };
}
class Discovery {
    #cluster;
    #lists = new Map();
    constructor(cluster) {
        this.#cluster = cluster;
    }
    async find(apiVersion, kind) {
        const known = Object.values(resources).find(r => r.kind === kind && apiVersionOf(r) === apiVersion);
        const group = groupOf({ apiVersion });
        const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
        if (known !== undefined && !group.includes('gateway'))
            return known;
        const list = this.#lists.get(apiVersion) ?? this.#cluster.get(rootOf({ group, version }));
        this.#lists.set(apiVersion, list);
        const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
        return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
    }
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}
const eventsOfWorkloads = builtIn('events.k8s.io', 'v1', 'events', 'Event');
const groupOf = ({ apiVersion = '' }) => apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
function named(item, { apiVersion, kind = '' }) {
    if (apiVersion === undefined || !/.List$/.test(kind))
        return item;
    return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}


/***/ }),

/***/ 22882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ isMisconfigured),
/* harmony export */   DR: () => (/* binding */ wasNotCarriedOut),
/* harmony export */   Js: () => (/* binding */ isForAbsent),
/* harmony export */   Lx: () => (/* binding */ WriteBudget),
/* harmony export */   Nv: () => (/* binding */ webhookFailed),
/* harmony export */   Pd: () => (/* binding */ isUnavailable),
/* harmony export */   Pl: () => (/* binding */ retryWhileTemporary),
/* harmony export */   W_: () => (/* binding */ NoAnswer),
/* harmony export */   bl: () => (/* binding */ outageTimeout),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   lM: () => (/* binding */ warmUp),
/* harmony export */   r3: () => (/* binding */ isRetryable)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20553);




const outageTimeout = 120_000;
const warmUp = 15_000;
function statusOf(status, headers) {
    const own = status === 500 && headers['audit-id'] === undefined;
    return own && String(headers['content-type'] ?? '').startsWith('text/plain') ? 502 : status;
}
const isForAbsent = ({ status, headers }) => isUnavailable(status) && headers['audit-id'] === undefined;
function isUnavailable(status) {
    return status === 502 || status === 503;
}
const mistakes = /no such host|x509:|tls:|getting credentials|(127\.0\.0\.1|localhost|\[::1\]):8080|malformed|unsupported protocol/;
function isMisconfigured({ status, body }) {
    return status === 502 && mistakes.test(body);
}
function isRetryable(method, { status, body }, returning) {
    if (status === 429 || (returning && (status === 401 || status === 403)))
        return true;
    if (method === 'POST')
        return wasRefused({ status, body });
    return isUnavailable(status) || status === 504 || (returning && status === 500);
}
const wasRefused = ({ status, body }) => status === 502 && body.includes('connection refused');
const wasNotCarriedOut = (answer) => webhookFailed(answer) || wasRefused(answer);
const webhookFailed = ({ status, body }) => status === 500 && body.includes('failed calling webhook');
class NoAnswer extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(request, cause) {
        const code = cause.code === 'ABORT_ERR' ? 'timeout' : cause.code;
        super(`cannot ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .actionOf */ .qj)(request)}: the API server does not answer (${code})`, 'check that it can be reached from here, then run the step again', { cause });
    }
}
async function retryWhileTemporary(once, { method, path }, isTemporary, wait = outageTimeout, isFinal = async () => false) {
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({
        within: wait,
        unfinished: async (answer) => isTemporary(answer) && !(await isFinal()),
        temporary: async (error) => error instanceof NoAnswer && method !== 'POST' && !(await isFinal()),
        delay: () => _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.apiRetry,
    }, () => once().catch((error) => {
        const silent = /^(ECONN|EPIPE|ETIMEDOUT|ABORT_ERR)/.test(error.code ?? '');
        throw silent ? new NoAnswer(`${method} ${path}`, error) : error;
    }));
}
class WriteBudget {
    #answersQuestions;
    #stuck = false;
    #silent = false;
    constructor(answersQuestions) {
        this.#answersQuestions = answersQuestions;
    }
    async run(write, repeatable) {
        const end = performance.now() + _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.writeRetry * (this.#stuck ? 1 / 4 : 1);
        const isFinal = async () => performance.now() >= end && (await this.#answersQuestions());
        const limit = (repeatable ? 1 : 2.5) * _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.writeAnswer * (this.#silent ? 1 / 4 : 1);
        try {
            const answer = await write(limit, isFinal);
            this.#stuck = answer.status === 429 || answer.status >= 500;
            this.#silent = false;
            return answer;
        }
        catch (error) {
            this.#stuck = true;
            this.#silent = true;
            throw error;
        }
    }
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

/***/ 83402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath),
/* harmony export */   f: () => (/* binding */ dieWithParent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(isProgram);
}
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function dieWithParent(command, args) {
    const setpriv = findOnPath('setpriv');
    if (setpriv === undefined || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(setpriv)) !== 'setpriv')
        return [command, args];
    return [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 24297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ variableIn),
/* harmony export */   m: () => (/* binding */ networkEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const names = new Set([
    ...['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
    ...proxies,
    ...proxies.map(name => name.toLowerCase()),
]);
function networkEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => names.has(name)));
}
function variableIn(name, env) {
    const value = env[name]?.trim() ?? '';
    const path = env[`${name}_FILE`] ?? '';
    if (value !== '' || path === '')
        return value;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 94826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withFolder),
/* harmony export */   l: () => (/* binding */ newFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const newFolder = ({ RUNNER_TEMP }, name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${name}-`));
async function withFolder(env, name, use) {
    const folder = await newFolder(env, name);
    try {
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 93240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ originText),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44998);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const originText = ({ actor, run }) => `${actor} in ${run}`;
function originOf(env) {
    switch ((0,_ci_js__WEBPACK_IMPORTED_MODULE_1__/* .ciOf */ .s)(env)) {
        case 'github': {
            const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: of = '' } = env;
            const server = env.GITHUB_SERVER_URL;
            const url = server === undefined ? undefined : `${server}/${of}/actions/runs/${id}`;
            const run = `run ${id}${attempt === undefined ? '' : ` attempt ${attempt}`} of ${of}`;
            const actor = env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? 'unknown';
            return known(run, actor, of, env.GITHUB_SHA, url);
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
const known = (run, actor, repository, revision, url) => ({
    run,
    actor,
    repository,
    ...(0,_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ revision, url }),
});
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


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kr: () => (/* binding */ runForOutput),
/* harmony export */   mB: () => (/* binding */ runProgram),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41955);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83402);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);







const grace = 5_000;
async function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    if (signal?.aborted)
        return undefined;
    const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
    const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_5__/* .dieWithParent */ .f)('/bin/sh', ['-c', launch, 'sh', program, ...args]);
    let child;
    let last;
    const kill = (name) => {
        try {
            if (child !== undefined)
                process.kill(child, name);
        }
        catch {
        }
    };
    const stop = () => {
        kill('SIGINT');
        last ??= setTimeout(() => kill('SIGKILL'), grace);
    };
    const stdout = new Lines(line => {
        if (child !== undefined)
            return print(line, 'stdout');
        child = Number(line);
        if (signal?.aborted)
            stop();
    });
    const stderr = new Lines(line => print(line, 'stderr'));
    signal?.addEventListener('abort', stop, { once: true });
    try {
        const code = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_4__/* .exec */ .m)(command, all, {
            env: (0,_map_js__WEBPACK_IMPORTED_MODULE_6__/* .textMap */ .sP)(env),
            ...(cwd === undefined ? {} : { cwd }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: data => stdout.write(data), stderr: data => stderr.write(data) },
        });
        return code ?? undefined;
    }
    finally {
        clearTimeout(last);
        signal?.removeEventListener('abort', stop);
        await Promise.all([stdout.end(), stderr.end()]);
    }
}
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)('child_process', message => {
    const { process: child } = message;
    child.once('spawn', () => child.stdin?.on('error', () => undefined));
});
class Lines {
    #bytes = new node_stream__WEBPACK_IMPORTED_MODULE_3__.PassThrough();
    #closed;
    constructor(print) {
        const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: this.#bytes, crlfDelay: Number.POSITIVE_INFINITY });
        lines.on('line', print);
        this.#closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(lines, 'close');
    }
    write(data) {
        this.#bytes.write(data);
    }
    async end() {
        this.#bytes.end();
        await this.#closed;
    }
}
const endingOf = (code) => code === undefined ? 'was killed by a signal' : `exited with code ${code}`;
async function runForOutput(program, { heard, ...options }) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => {
            said[stream].push(line);
            if (stream === 'stdout')
                heard?.(line);
        },
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function retryAfter(header, now = Date.now()) {
    const text = String(header ?? '').trim();
    const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.temporary?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ }),

/***/ 68672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ timing),
/* harmony export */   X: () => (/* binding */ untilFree)
/* harmony export */ });
const defaults = {
    leaseDuration: 30_000,
    leaseRenewal: 10_000,
    leaseRetry: 1_000,
    heartbeat: 5_000,
    watchdogTimeout: 30_000,
    watchdogInterval: 2_000,
    watchdogGrace: 15_000,
    watchdogReaction: 8_000,
    watchdogStart: 60_000,
    watchdogMargin: 60_000,
    cancelled: 4_000,
    handOver: 5 * 60_000,
    jobPoll: 1_000,
    apiRetry: 500,
    writeRetry: 20_000,
    writeAnswer: 12_000,
    unreachable: 120_000,
    refusal: 10_000,
};
const override = Symbol.for('slipway.timing');
const timing = {
    ...defaults,
    ...globalThis[override],
};
const untilFree = timing.leaseDuration + 2_000;


/***/ }),

/***/ 65081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ demandsPinned)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function demandsPinned({ SLIPWAY_TOOLS: value }) {
    if (value === undefined || value === '')
        return false;
    if (value === 'pinned')
        return true;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`SLIPWAY_TOOLS has an unknown value: ${JSON.stringify(value)}`, 'set it to `pinned`, or remove it');
}


/***/ })

};
