export const id = 6453;
export const ids = [6453];
export const modules = {

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

/***/ 5898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* unused harmony export parseDigest */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new UserError(`${quoted(text)} is not a digest`, 'write sha256: and 64 hexadecimal digits in lower case');
}
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like the ID of an image');
    return {
        registry,
        repository: `${registry}/${path}`,
        ...(tag === undefined ? {} : { tag }),
        ...(writtenDigest === undefined ? {} : { digest: writtenDigest }),
    };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write the repository alone');
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has capital letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 2965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ confidentialOf)
/* harmony export */ });
/* unused harmony export secretsIn */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4485);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(512);


async function confidentialOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), {
        fieldSelector: `metadata.name=${pod}`,
    });
    const spec = items[0]?.spec;
    if (spec === undefined)
        return [];
    const secrets = await Promise.all(secretsIn(spec).map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, name))));
    const values = secrets.flatMap(secret => Object.values(secret?.data ?? {}));
    return [...values.map(value => Buffer.from(value, 'base64').toString('utf8')), ...tellingVariables(spec)];
}
const containersOf = (spec) => [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
function secretsIn(spec) {
    const variables = containersOf(spec).flatMap(({ env = [], envFrom = [] }) => [
        ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
        ...envFrom.map(({ secretRef }) => secretRef?.name),
    ]);
    const files = (spec.volumes ?? []).flatMap(({ secret, projected }) => [
        secret?.secretName,
        ...(projected?.sources ?? []).map(source => source.secret?.name),
    ]);
    return [...new Set([...variables, ...files])].filter(name => name !== undefined && name !== '');
}
function tellingVariables(spec) {
    return containersOf(spec)
        .flatMap(({ env = [] }) => env)
        .flatMap(({ name, value }) => (value !== undefined && (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .namesSecret */ .L4)(name) ? [value] : []));
}


/***/ }),

/***/ 868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf)
/* harmony export */ });
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4485);

const ofPods = ['spec', 'template'];
const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        template: ofPods,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        template: ['spec', 'jobTemplate', 'spec', 'template'],
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const collectionOf = (namespace, kind) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace);
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => `/${traits[kind].template.join('/')}`;
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}


/***/ }),

/***/ 352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* unused harmony export revisionLabel */
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9296);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = plain((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => {
        const { data } = revision;
        const { $patch: _, ...template } = (data?.spec?.template ?? {});
        return isOwnedBy(revision, workload.metadata?.uid) && plain(template) === wanted;
    });
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    return Object.entries(workload?.spec?.selector?.matchLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';


/***/ }),

/***/ 7121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   ZK: () => (/* binding */ workersAt),
/* harmony export */   _K: () => (/* binding */ recordedWorkers),
/* harmony export */   gE: () => (/* binding */ withoutWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   xD: () => (/* binding */ isWorker),
/* harmony export */   zI: () => (/* binding */ workersBefore)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(868);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9296);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withoutWorkers(targets, environment) {
    return targets.filter(({ manifest }) => !isWorker(manifest, environment));
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests hold no ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const used = (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .containersOf */ .Mz)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryOf */ ._M)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'take it out of `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the pods of ${name} cannot be told from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} by their labels`, 'give each of them a label of its own, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, and a worker gets none`, 'give its selector a label that only the pods of the workload have');
        }
    }
}
function takes(selector, workload) {
    const entries = Object.entries(selector ?? {});
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels ?? {};
    return entries.length > 0 && entries.every(([key, value]) => own[key] === value);
}
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function workersBefore(lives, baseline, releases) {
    const number = baseline.kind === 'recorded' ? baseline.release : undefined;
    const recorded = releases.find(({ record }) => record.release === number)?.outcome?.workers ?? {};
    return Object.fromEntries(Object.entries(lives).map(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        if (live === undefined || template === undefined)
            return [name, null];
        const marked = releaseOf(live);
        const strayed = marked !== undefined && marked !== number;
        return [
            name,
            { template: (strayed ? recorded[name] : undefined) ?? template, replicas: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .replicasOf */ .N4)(live) },
        ];
    }));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}
function workersAt({ record, outcome }, releases) {
    const later = releases
        .filter(each => each.record.release > record.release)
        .sort((a, b) => b.record.release - a.record.release)
        .map(each => each.record.workers ?? {});
    const own = Object.entries(outcome?.workers ?? {}).map(([name, template]) => [
        name,
        { template, replicas: 0 },
    ]);
    return Object.assign({}, ...later, Object.fromEntries(own));
}
function recordedWorkers({ record }, environment, baseline, releases) {
    const passed = baseline !== undefined && record.baseline !== baseline.record.release;
    const known = passed ? workersAt(baseline, releases) : (record.workers ?? {});
    const names = new Set([...workersOf(environment).map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN), ...Object.keys(known)]);
    return [...names].map(name => {
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOfKey */ .u$)(name);
        return { name, ref, candidate: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestOf */ .$V)(record, ref), before: known[name], passed };
    });
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

/***/ 630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 3590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   Zb: () => (/* binding */ isTakenBack),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   "if": () => (/* binding */ stampPatch),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    deadMan: (app) => `slipway.dev/dead-man.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fenced(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function stampOf(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function stampPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = stampOf(object, app);
    if (present > token)
        throw new Error(`stamp ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isTakenBack(object, { app, token }) {
    return annotation(object, annotationOf.deadMan(app)) === String(token);
}


/***/ })

};
