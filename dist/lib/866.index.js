export const id = 866;
export const ids = [866];
export const modules = {

/***/ 1648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   _r: () => (/* binding */ release),
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
async function forced(text) {
    if (text === '')
        return {};
    const { parseForce } = await __webpack_require__.e(/* import() */ 850).then(__webpack_require__.bind(__webpack_require__, 2850));
    const reason = parseForce(text, 'say in a few words why it cannot wait, such as `the fix of an outage`');
    return reason === undefined ? {} : { force: reason };
}
function withReversible(environment, text) {
    return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}
const releaseOf = (text) => text === '' ? {} : { release: (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(text) };
async function aroundOf(path, { hooks }, host) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(277), __webpack_require__.e(453)]).then(__webpack_require__.bind(__webpack_require__, 5277));
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
/* harmony export */   Z: () => (/* binding */ loadConfig),
/* harmony export */   p: () => (/* binding */ environmentOf)
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
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(311), __webpack_require__.e(111)]).then(__webpack_require__.bind(__webpack_require__, 7111));
    return parseConfig(text, path);
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
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
function tooLarge(file) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, 'name a slipway.yml with the `config` input');
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
function candidateOf(repository) {
    return `${repository}-candidate`;
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

/***/ 9150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ RegistryClient)
});

// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var image_reference = __webpack_require__(5898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/registry/contents.js
var contents = __webpack_require__(3931);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/js/src/registry/credentials.js





const dockerHub = 'docker.io';
const dockerHubServer = 'https://index.docker.io/v1/';
function dockerCredentials(env = process.env) {
    let config;
    return async (registry) => {
        config ??= readConfig((0,external_node_path_.join)(env.DOCKER_CONFIG || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.docker'), 'config.json'));
        const { auths, credHelpers, credsStore } = await config;
        const helper = credHelpers.get(registry) ?? credsStore;
        const stored = helper === undefined || helper === '' ? undefined : await askHelper(helper, registry, env);
        return stored ?? auths.get(registry);
    };
}
async function readConfig(path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            text = '{}';
        else
            throw error;
    }
    let config;
    try {
        config = JSON.parse(text);
    }
    catch {
        throw new errors/* UserError */.yo(`${path} is not JSON`, 'log in to the registry again');
    }
    const store = member(config, 'credsStore');
    return {
        auths: new Map(members(config, 'auths').flatMap(([server, entry]) => {
            const credential = credentialOf(entry);
            return credential === undefined ? [] : [[hostOf(server), credential]];
        })),
        credHelpers: new Map(members(config, 'credHelpers').flatMap(([server, helper]) => typeof helper === 'string' ? [[hostOf(server), helper]] : [])),
        credsStore: typeof store === 'string' && store !== '' ? store : undefined,
    };
}
function credentialOf(entry) {
    const text = (name) => {
        const value = member(entry, name);
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const identity = text('identitytoken');
    if (identity !== undefined)
        return { kind: 'identity', token: identity };
    const bearer = text('registrytoken');
    if (bearer !== undefined)
        return { kind: 'bearer', token: bearer };
    const auth = text('auth');
    const [username, ...rest] = auth === undefined
        ? [text('username') ?? '', text('password') ?? '']
        :
            Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '').split(':');
    const password = rest.join(':');
    if (username === undefined || username === '' || password === '')
        return undefined;
    return { kind: 'password', username, password };
}
function hostOf(server) {
    const host = server
        .replace(/^https?:\/\//, '')
        .split('/', 1)
        .join('');
    return host === 'index.docker.io' || host === 'registry-1.docker.io' ? dockerHub : host;
}
async function askHelper(helper, registry, env) {
    const program = `docker-credential-${helper}`;
    const remedy = `install it, or remove ${helper} from the docker configuration and log in again`;
    if (!/^[\w.-]+$/.test(helper))
        throw new errors/* UserError */.yo(`"${helper}" is not a credential helper`, remedy);
    const { code, output } = await runHelper(program, registry === dockerHub ? dockerHubServer : registry, env);
    if (code === 'ENOENT')
        throw new errors/* UserError */.yo(`the credential helper ${program} is not installed`, remedy);
    if (code !== 0) {
        if (/credentials not found/i.test(output))
            return undefined;
        throw new errors/* UserError */.yo(`the credential helper ${program} failed for ${registry}`, 'log in to the registry again');
    }
    let answer;
    try {
        answer = JSON.parse(output);
    }
    catch {
        throw new errors/* UserError */.yo(`the credential helper ${program} did not answer with JSON`, remedy);
    }
    const username = member(answer, 'Username');
    const secret = member(answer, 'Secret');
    if (typeof username !== 'string' || typeof secret !== 'string' || secret === '')
        return undefined;
    return username === '<token>'
        ? { kind: 'identity', token: secret }
        : { kind: 'password', username, password: secret };
}
function runHelper(program, server, env) {
    return new Promise(resolve => {
        const child = (0,external_node_child_process_.execFile)(program, ['get'], { env, timeout: 30_000 }, (error, output) => resolve({ code: error === null ? 0 : error.code, output }));
        child.stdin?.on('error', () => { });
        child.stdin?.end(server);
    });
}
function members(value, name) {
    const map = member(value, name);
    return typeof map === 'object' && map !== null ? Object.entries(map) : [];
}
function member(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined;
}

// EXTERNAL MODULE: ./.build/js/src/registry/manifest.js
var registry_manifest = __webpack_require__(9532);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(2315);
;// CONCATENATED MODULE: ./.build/js/src/registry/challenge.js
function parseChallenge(header) {
    const bearer = /(?:^|,)\s*bearer\s+(.*)$/is.exec(header)?.[1];
    if (bearer !== undefined) {
        const parameters = new Map();
        for (const match of bearer.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)) {
            const name = (match[1] ?? '').toLowerCase();
            if (!parameters.has(name))
                parameters.set(name, match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '');
        }
        const realm = parameters.get('realm');
        if (realm !== undefined && URL.canParse(realm)) {
            const service = parameters.get('service');
            const scope = parameters.get('scope');
            return {
                scheme: 'bearer',
                realm,
                ...(service === undefined ? {} : { service }),
                ...(scope === undefined ? {} : { scope }),
            };
        }
    }
    return /(?:^|,)\s*basic\b/i.test(header) ? { scheme: 'basic' } : undefined;
}

// EXTERNAL MODULE: ./.build/js/src/registry/transport.js
var transport = __webpack_require__(968);
;// CONCATENATED MODULE: ./.build/js/src/registry/authorization.js



class Authorization {
    #registry;
    #name;
    #credentials;
    #options;
    #headers = new Map();
    constructor(registry, name, credentials, options) {
        this.#registry = registry;
        this.#name = name;
        this.#credentials = credentials;
        this.#options = options;
    }
    async header(right) {
        const known = this.#headers.get(keyOf(right));
        if (known !== undefined)
            return known;
        const credential = await this.#credentials(this.#registry);
        return credential?.kind === 'bearer' ? `Bearer ${credential.token}` : undefined;
    }
    async answer(received, right) {
        this.#headers.set(keyOf(right), await this.#authorize(received, right));
    }
    async refusal(status, right) {
        const credential = await this.#credentials(this.#registry);
        const who = credential === undefined ? 'without credentials' : 'with the credentials at hand';
        const write = right.act === 'write';
        const remedy = write
            ? 'log in with an account that may push there (on GitHub: permissions packages: write)'
            : 'log in with an account that may pull it (on GitHub: permissions packages: read)';
        return new errors/* UserError */.yo(`the registry ${this.#registry} does not let us ${write ? 'write to' : 'read'} ${this.#name} ${who} (${status})`, credential === undefined
            ? 'log in to it before this step, or correct the name of the repository'
            : remedy);
    }
    async #authorize(received, right) {
        const credential = await this.#credentials(this.#registry);
        const challenge = parseChallenge(received.headers.get('www-authenticate') ?? '');
        if (challenge?.scheme === 'basic' && credential?.kind === 'password')
            return basic(credential);
        if (challenge?.scheme !== 'bearer' || credential?.kind === 'bearer')
            throw await this.refusal(received.status, right);
        const realm = new URL(challenge.realm);
        if (realm.protocol !== 'https:' && !(isLoopback(realm.host) && isLoopback(this.#registry))) {
            throw new errors/* UserError */.yo(`the registry ${this.#registry} wants credentials sent to ${realm.origin} without TLS`, 'ask its operator for an https realm');
        }
        const scopes = scopesFor(this.#name, right, challenge.scope);
        const answer = await this.#askForToken(realm, credential, challenge.service, scopes);
        if (answer.status !== 200) {
            if (answer.status < 500 && answer.status !== 429)
                throw await this.refusal(answer.status, right);
            throw new errors/* UserError */.yo(`the token service ${realm.host} answered ${answer.status}`, 'try again later');
        }
        const token = tokenOf(answer.body);
        if (token !== undefined)
            return `Bearer ${token}`;
        throw new errors/* UserError */.yo(`the token service ${realm.host} gave no token`, `check that ${this.#registry} is a registry`);
    }
    #askForToken(realm, credential, service, scopes) {
        const named = service === undefined ? {} : { service };
        if (credential?.kind === 'identity') {
            const body = new URLSearchParams({
                grant_type: 'refresh_token',
                refresh_token: credential.token,
                client_id: 'slipway',
                ...named,
                scope: scopes.join(' '),
            });
            return (0,transport/* exchange */.cv)(realm, { method: 'POST', body }, this.#options);
        }
        if (service !== undefined)
            realm.searchParams.set('service', service);
        realm.searchParams.delete('scope');
        for (const scope of scopes)
            realm.searchParams.append('scope', scope);
        const headers = new Headers({ 'user-agent': 'slipway' });
        if (credential?.kind === 'password')
            headers.set('authorization', basic(credential));
        return (0,transport/* exchange */.cv)(realm, { headers }, this.#options);
    }
}
function scopesFor(name, right, challenged) {
    const asked = challenged?.split(' ').filter(scope => scope !== '') ?? [];
    if (right.act === 'read')
        return asked.length > 0 ? asked : [`repository:${name}:pull`];
    const own = [`repository:${name}:pull,push`];
    if (right.mountFrom !== undefined)
        own.push(`repository:${right.mountFrom}:pull`);
    return mergeScopes([...asked, ...own]);
}
function mergeScopes(scopes) {
    const actions = new Map();
    for (const scope of scopes) {
        const colon = scope.lastIndexOf(':');
        const known = actions.get(scope.slice(0, colon)) ?? new Set();
        for (const action of scope.slice(colon + 1).split(','))
            known.add(action);
        actions.set(scope.slice(0, colon), known);
    }
    return [...actions].map(([resource, names]) => `${resource}:${[...names].join(',')}`);
}
function isLoopback(host) {
    return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);
}
function keyOf(right) {
    return `${right.act} ${right.mountFrom ?? ''}`;
}
function basic(credential) {
    return `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`;
}
function tokenOf(body) {
    let answer;
    try {
        answer = JSON.parse(Buffer.from(body).toString('utf8'));
    }
    catch {
        return undefined;
    }
    if (typeof answer !== 'object' || answer === null)
        return undefined;
    return [Reflect.get(answer, 'token'), Reflect.get(answer, 'access_token')].find((token) => typeof token === 'string' && token !== '');
}

;// CONCATENATED MODULE: ./.build/js/src/registry/session.js




const reading = { act: 'read' };
class Session {
    registry;
    name;
    options;
    #authorization;
    constructor(registry, name, credentials, options) {
        this.registry = registry;
        this.name = name;
        this.options = options;
        this.#authorization = new Authorization(registry, name, credentials, options);
    }
    async get(path, accept) {
        const received = await this.send(path, { accept });
        if (received.status === 200)
            return received;
        if (received.status === 404)
            return undefined;
        throw this.failure(received);
    }
    async open(path) {
        const opened = await this.#allowed(path, { accept: ['*/*'] }, transport/* open */.ho);
        if ('stream' in opened)
            return opened;
        if (opened.status === 404)
            return undefined;
        throw this.failure(opened);
    }
    send(path, request) {
        return this.#allowed(path, request, transport/* exchange */.cv);
    }
    address(path) {
        return new URL(`/v2/${this.name}/${path}`, addressOf(this.registry));
    }
    async headersFor(url, request) {
        const headers = new Headers({ 'user-agent': 'slipway' });
        for (const type of request.accept ?? [])
            headers.append('accept', type);
        if (request.type !== undefined)
            headers.set('content-type', request.type);
        const authorization = await this.#authorization.header(request.right ?? reading);
        if (authorization !== undefined && url.origin === new URL(addressOf(this.registry)).origin)
            headers.set('authorization', authorization);
        return headers;
    }
    failure(received) {
        const said = complaint(received.body);
        return new errors/* UserError */.yo(`the registry ${this.registry} answered ${received.status} for ${this.name}${said === '' ? '' : `: ${said}`}`, received.status === 429 ? 'wait, or log in to get a higher limit' : 'try again later');
    }
    async #allowed(path, request, send) {
        const right = request.right ?? reading;
        const url = this.address(path);
        const once = async () => send(url, {
            method: request.method ?? 'GET',
            headers: await this.headersFor(url, request),
            ...(request.body === undefined ? {} : { body: Buffer.from(request.body) }),
            ...(request.redirect === undefined ? {} : { redirect: request.redirect }),
        }, this.options);
        let answer = await once();
        if (answer.status === 401 && 'body' in answer) {
            await this.#authorization.answer(answer, right);
            answer = await once();
        }
        if (answer.status === 401 || answer.status === 403)
            throw await this.#authorization.refusal(answer.status, right);
        return answer;
    }
}
function addressOf(registry) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    return `${isLoopback(registry) ? 'http' : 'https'}://${registry}`;
}
function complaint(body) {
    try {
        const { errors } = JSON.parse(Buffer.from(body).toString('utf8'));
        const first = Array.isArray(errors) ? errors[0] : undefined;
        if (typeof first !== 'object' || first === null)
            return '';
        const parts = [Reflect.get(first, 'code'), Reflect.get(first, 'message')];
        return (0,printable/* printable */.g)(parts.filter(part => typeof part === 'string' && part !== '').join(', ')).slice(0, 300);
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./.build/js/src/registry/verified.js
var verified = __webpack_require__(81);
;// CONCATENATED MODULE: ./.build/js/src/registry/upload.js




const writing = { act: 'write' };
async function hasBlob(session, digest) {
    const { status } = await session.send(`blobs/${digest}`, {
        method: 'HEAD',
        accept: ['*/*'],
        right: writing,
    });
    return status === 200;
}
async function mountBlob(session, digest, from) {
    const query = new URLSearchParams({ mount: digest, from });
    try {
        const { status } = await session.send(`blobs/uploads/?${query}`, {
            method: 'POST',
            right: { act: 'write', mountFrom: from },
        });
        return status === 201;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return false;
        throw error;
    }
}
function uploadBlob(session, blob, openStream) {
    return (0,verified/* restarting */.Os)(session.registry, session.options, async () => {
        const begun = await session.send('blobs/uploads/', { method: 'POST', right: writing });
        if (begun.status === 404)
            throw noRepository(session);
        const url = begun.status === 202 ? uploadAddress(session, begun, blob.digest) : undefined;
        if (url === undefined)
            throw session.failure(begun);
        const headers = await session.headersFor(url, { right: writing });
        const content = { stream: await openStream(), size: blob.size };
        const answer = await (0,transport/* putStream */.WV)(url, headers, content, session.options);
        if (answer.status === 201 || answer.status === 204)
            return;
        const again = (0,transport/* passing */.qO)(answer.status) || [401, 404, 416].includes(answer.status);
        if (again)
            throw new verified/* NotNowError */.Ax(session.failure(answer), (0,transport/* retryAfter */.P9)(answer.headers, Date.now()));
        throw session.failure(answer);
    });
}
async function requireWriting(session) {
    const begun = await session.send('blobs/uploads/', { method: 'POST', right: writing });
    if (begun.status === 404)
        throw noRepository(session);
    const location = begun.headers.get('location');
    if (begun.status !== 202 || location === null)
        throw session.failure(begun);
    const base = session.address('');
    const url = URL.canParse(location, base.href) ? new URL(location, base) : undefined;
    if (url === undefined || url.host !== base.host || !url.pathname.startsWith(base.pathname))
        return;
    const path = `${url.pathname.slice(base.pathname.length)}${url.search}`;
    await session.send(path, { method: 'DELETE', right: writing }).catch(() => undefined);
}
async function putManifest(session, manifest, tag) {
    const answer = await session.send(`manifests/${tag ?? manifest.digest}`, {
        method: 'PUT',
        type: manifest.mediaType,
        body: manifest.body,
        right: writing,
    });
    if (answer.status >= 200 && answer.status < 300)
        return answer.headers;
    if (tag !== undefined && saysImmutable(answer)) {
        throw new errors/* UserError */.yo(`the registry ${session.registry} does not let the tag ${tag} of ${session.name} be moved, because its tags are immutable (${answer.status})`, 'push under a new version, or let this tag be moved in the settings of the registry');
    }
    if (answer.status === 404)
        throw noRepository(session);
    throw session.failure(answer);
}
function saysImmutable({ status, body }) {
    if (status < 400 || status >= 500 || status === 429)
        return false;
    return status === 412 || /immutab|cannot be overwritten|already exists/i.test(complaint(body));
}
function uploadAddress(session, { headers }, digest) {
    const location = headers.get('location');
    const base = session.address('blobs/uploads/');
    if (location === null || !URL.canParse(location, base.href))
        return undefined;
    const url = new URL(location, base);
    const secure = new URL(addressOf(session.registry)).protocol === 'https:';
    if (secure && url.protocol === 'http:')
        url.protocol = 'https:';
    url.search = `${url.search === '' ? '?' : `${url.search}&`}digest=${encodeURIComponent(digest)}`;
    return url;
}
function noRepository(session) {
    return new errors/* UserError */.yo(`the registry ${session.registry} has no repository ${session.name}`, 'create it there, or correct `repository` in slipway.yml');
}

;// CONCATENATED MODULE: ./.build/js/src/registry/referrers.js






const indexType = 'application/vnd.oci.image.index.v1+json';
const imageType = 'application/vnd.oci.image.manifest.v1+json';
const emptyType = 'application/vnd.oci.empty.v1+json';
const mostPages = 20;
async function listReferrers(session, digest) {
    const [listed, tagged] = await Promise.all([readList(session, digest), readTag(session, digest)]);
    const found = new Map([...listed, ...(tagged?.entries ?? [])].map(entry => [entry.digest, entry]));
    return [...found.values()];
}
async function attach(session, subject, artifact) {
    const { artifactType, content, annotations } = artifact;
    const empty = Buffer.from('{}');
    const layer = { mediaType: artifactType, digest: (0,registry_manifest/* digestOf */.ol)(content), size: content.length };
    const config = { mediaType: emptyType, digest: (0,registry_manifest/* digestOf */.ol)(empty), size: empty.length, data: 'e30=' };
    for (const [blob, body] of [
        [config, empty],
        [layer, content],
    ])
        await uploadBlob(session, blob, async () => once(body));
    const body = Buffer.from(JSON.stringify({
        schemaVersion: 2,
        mediaType: imageType,
        artifactType,
        config,
        layers: [layer],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.body.length },
        annotations,
    }));
    const manifest = { digest: (0,registry_manifest/* digestOf */.ol)(body), mediaType: imageType, body };
    const answer = await putManifest(session, manifest);
    if (answer.get('oci-subject') !== subject.digest) {
        const { digest, mediaType } = manifest;
        await addToTag(session, subject.digest, [
            { digest, mediaType, size: body.length, artifactType, annotations },
        ]);
    }
    return manifest.digest;
}
async function addToTag(session, digest, referrers) {
    for (let attempt = 0; attempt < 5; attempt += 1) {
        const there = await readTag(session, digest);
        const known = new Set(there?.entries.map(entry => entry.digest));
        const missing = referrers.filter(entry => !known.has(entry.digest));
        if (missing.length === 0)
            return;
        const body = Buffer.from(JSON.stringify({
            schemaVersion: 2,
            mediaType: indexType,
            manifests: [...(there?.raw ?? []), ...missing],
        }));
        await putManifest(session, { digest: (0,registry_manifest/* digestOf */.ol)(body), mediaType: indexType, body }, tagOf(digest));
        await (session.options.sleep ?? external_node_timers_promises_.setTimeout)(50 + Math.random() * 200);
    }
    const there = await readTag(session, digest);
    if (referrers.every(({ digest }) => there?.entries.some(entry => entry.digest === digest)))
        return;
    throw new errors/* UserError */.yo(`the registry ${session.registry} does not keep what is attached to ${digest} of ${session.name}`, `look at what its tag ${tagOf(digest)} stands for, then run the step again`);
}
function tagOf(digest) {
    const [algorithm = '', hex = ''] = digest.split(':');
    return `${algorithm}-${hex.slice(0, 64)}`;
}
async function readList(session, digest) {
    const found = [];
    let path = `referrers/${digest}`;
    for (let page = 0; path !== undefined && page < mostPages; page += 1) {
        const answer = await session.send(path, { accept: [indexType], redirect: 'manual' });
        const fails = answer.status === 429 || (answer.status >= 500 && answer.status !== 501);
        if (fails)
            throw session.failure(answer);
        if (answer.status !== 200 && page > 0)
            throw session.failure(answer);
        if (answer.status !== 200)
            return found;
        found.push(...(entriesOf(answer.body)?.entries ?? []));
        path = nextPage(session, answer.headers.get('link'));
    }
    if (path === undefined)
        return found;
    throw new errors/* UserError */.yo(`the registry ${session.registry} lists more than ${mostPages} pages of what is attached to ${digest} of ${session.name}`, 'remove what is not needed any more');
}
async function readTag(session, digest) {
    const answer = await session.get(`manifests/${tagOf(digest)}`, [indexType]);
    if (answer === undefined || (0,registry_manifest/* fits */.lA)(answer.body, digest))
        return undefined;
    const entries = entriesOf(answer.body);
    if (entries !== undefined)
        return entries;
    throw new errors/* UserError */.yo(`the tag ${tagOf(digest)} of ${session.name} is no list of what refers to that image`, 'remove the tag: its name is reserved by the OCI distribution specification');
}
function entriesOf(body) {
    let document;
    try {
        document = JSON.parse(Buffer.from(body).toString('utf8'));
    }
    catch {
        return undefined;
    }
    const raw = (0,map/* isMap */.j)(document) ? document.manifests : undefined;
    if (!Array.isArray(raw))
        return undefined;
    const entries = raw.flatMap((entry) => {
        const descriptor = (0,contents/* descriptorOf */.nb)(entry);
        if (descriptor === undefined || !(0,map/* isMap */.j)(entry))
            return [];
        const { artifactType, annotations } = entry;
        const texts = Object.entries((0,map/* isMap */.j)(annotations) ? annotations : {}).filter((pair) => typeof pair[1] === 'string');
        return [
            {
                ...descriptor,
                artifactType: typeof artifactType === 'string' ? artifactType : '',
                annotations: Object.fromEntries(texts),
            },
        ];
    });
    return { entries, raw };
}
function nextPage(session, link) {
    const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
    const base = session.address('');
    if (target === undefined || !URL.canParse(target, base.href))
        return undefined;
    const url = new URL(target, base);
    if (!url.pathname.startsWith(base.pathname))
        return undefined;
    return `${url.pathname.slice(base.pathname.length)}${url.search}`;
}
async function* once(body) {
    yield body;
}

;// CONCATENATED MODULE: ./.build/js/src/registry/client.js









class RegistryClient {
    options;
    #credentials;
    #sessions = new Map();
    constructor(options = {}) {
        this.options = options;
        this.#credentials = options.credentials ?? dockerCredentials();
    }
    async resolve(reference) {
        const session = this.#session(reference);
        const received = await session.get(`manifests/${reference.digest ?? reference.tag ?? 'latest'}`, registry_manifest/* manifestTypes */.Fm);
        if (received === undefined)
            return undefined;
        const digest = checkedDigest(reference, received);
        const manifest = (0,registry_manifest/* parseManifest */.Ng)(received.body, received.headers.get('content-type') ?? '');
        if (manifest === undefined) {
            throw new errors/* UserError */.yo(`${reference.repository}@${digest} is not a container image`, 'name an image that can run');
        }
        if (manifest.kind === 'index') {
            const { mediaType, platforms, children } = manifest;
            return { digest, mediaType, platforms, children };
        }
        const platforms = await this.#platforms(session, reference, manifest);
        return { digest, mediaType: manifest.mediaType, platforms, children: [] };
    }
    async manifest(repository, at) {
        const reference = {
            ...(0,image_reference/* parseReference */.F2)(repository),
            ...((0,image_reference/* isDigest */.Bc)(at) ? { digest: at } : { tag: at }),
        };
        const received = await this.#session(reference).get(`manifests/${at}`, registry_manifest/* manifestTypes */.Fm);
        if (received === undefined)
            return undefined;
        const digest = checkedDigest(reference, received);
        const type = received.headers.get('content-type') ?? '';
        const mediaType = (0,registry_manifest/* parseManifest */.Ng)(received.body, type)?.mediaType;
        return { digest, mediaType: mediaType ?? type, body: received.body };
    }
    tree(repository, digest) {
        const source = {
            manifest: at => this.manifest(repository, at),
            config: at => this.blob(repository, at),
        };
        return (0,contents/* readTree */.Zc)(source, { digest, mediaType: '' }, repository);
    }
    async blob(repository, digest) {
        const reference = (0,image_reference/* parseReference */.F2)(repository);
        const blob = await this.#session(reference).get(`blobs/${digest}`, ['*/*']);
        if (blob !== undefined && !(0,registry_manifest/* fits */.lA)(blob.body, digest))
            throw altered(reference, digest);
        return blob?.body;
    }
    async openBlob(repository, blob) {
        const opened = await this.#session((0,image_reference/* parseReference */.F2)(repository)).open(`blobs/${blob.digest}`);
        if (opened !== undefined)
            return (0,verified/* verified */.zr)(opened.stream, blob);
        throw new errors/* UserError */.yo(`${repository} has lost the blob ${blob.digest}`, 'push the image again');
    }
    hasBlob(repository, digest) {
        return hasBlob(this.#session((0,image_reference/* parseReference */.F2)(repository)), digest);
    }
    mountBlob(repository, digest, from) {
        const { registry } = (0,image_reference/* parseReference */.F2)(from);
        return mountBlob(this.#session((0,image_reference/* parseReference */.F2)(repository)), digest, from.slice(registry.length + 1));
    }
    uploadBlob(repository, blob, openStream) {
        return uploadBlob(this.#session((0,image_reference/* parseReference */.F2)(repository)), blob, openStream);
    }
    async putManifest(repository, manifest, tag) {
        await putManifest(this.#session((0,image_reference/* parseReference */.F2)(repository)), manifest, tag);
    }
    referrers(repository, digest) {
        return listReferrers(this.#session((0,image_reference/* parseReference */.F2)(repository)), digest);
    }
    async attach(repository, digest, artifact) {
        const subject = await this.manifest(repository, digest);
        if (subject !== undefined)
            return attach(this.#session((0,image_reference/* parseReference */.F2)(repository)), subject, artifact);
        throw new errors/* UserError */.yo(`${repository} has no ${digest} to attach anything to`, 'push the image again');
    }
    async list(repository, digest, referrers) {
        const listed = new Set((await this.referrers(repository, digest)).map(entry => entry.digest));
        const missing = referrers.filter(entry => !listed.has(entry.digest));
        if (missing.length > 0)
            await addToTag(this.#session((0,image_reference/* parseReference */.F2)(repository)), digest, missing);
    }
    requireWriting(repository) {
        return requireWriting(this.#session((0,image_reference/* parseReference */.F2)(repository)));
    }
    async #platforms(session, reference, manifest) {
        const blob = await session.get(`blobs/${manifest.config}`, ['*/*']);
        if (blob === undefined) {
            throw new errors/* UserError */.yo(`${reference.repository} has lost the configuration ${manifest.config} of the image`, 'push the image again');
        }
        if (!(0,registry_manifest/* fits */.lA)(blob.body, manifest.config))
            throw altered(reference, manifest.config);
        const platform = (0,registry_manifest/* parseConfigPlatform */.jN)(blob.body);
        return platform === undefined ? [] : [platform];
    }
    #session({ registry, repository }) {
        let session = this.#sessions.get(repository);
        if (session === undefined) {
            session = new Session(registry, repository.slice(registry.length + 1), this.#credentials, this.options);
            this.#sessions.set(repository, session);
        }
        return session;
    }
}
function checkedDigest(reference, { body, headers }) {
    const claimed = headers.get('docker-content-digest');
    const expected = reference.digest ?? (claimed !== null && (0,image_reference/* isDigest */.Bc)(claimed) ? claimed : undefined);
    if (expected === undefined)
        return (0,registry_manifest/* digestOf */.ol)(body);
    if (!(0,registry_manifest/* fits */.lA)(body, expected))
        throw altered(reference, expected);
    return expected;
}
function altered(reference, digest) {
    return new errors/* UserError */.yo(`${reference.registry} sent something else than ${digest} for ${reference.repository}`, 'try again; when it stays so, the registry or a proxy before it alters content');
}


/***/ }),

/***/ 3931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zc: () => (/* binding */ readTree),
/* harmony export */   _9: () => (/* binding */ inspected),
/* harmony export */   nb: () => (/* binding */ descriptorOf)
/* harmony export */ });
/* unused harmony exports compressedSize, contentsOf */
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9532);



const deepest = 4;
const most = 1000;
async function readTree(source, { digest, mediaType }, name) {
    const root = await source.manifest(digest, mediaType);
    if (root === undefined)
        return undefined;
    const manifests = new Map();
    const blobs = new Map();
    const images = [];
    const attestations = new Set();
    const visit = async (raw, platform, depth) => {
        const attested = platform === 'unknown/unknown';
        if (manifests.has(raw.digest)) {
            if (attested ? images.some(each => each.digest === raw.digest) : attestations.has(raw.digest))
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name}@${digest} lists ${raw.digest} both as an image and as an attestation`, 'find out who made this index, and build it again');
            return;
        }
        if (depth > deepest || manifests.size >= most)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name}@${digest} holds too many manifests`, 'push it again as one plain index');
        const contents = contentsOf(raw, name);
        if (contents.kind === 'image') {
            for (const blob of [contents.config, ...contents.layers])
                blobs.set(blob.digest, blob);
            if (attested) {
                attestations.add(raw.digest);
                manifests.set(raw.digest, raw);
                return;
            }
            const { config, layers } = contents;
            const named = platform ?? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConfigPlatform */ .jN)((await source.config(config.digest)) ?? Buffer.of());
            images.push({ platform: named, digest: raw.digest, config, layers });
        }
        else {
            for (const child of contents.manifests) {
                const found = await source.manifest(child.digest, child.mediaType);
                if (found === undefined)
                    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} has lost the manifest ${child.digest} of ${digest}`, 'push it again');
                await visit(found, child.platform, depth + 1);
            }
        }
        manifests.set(raw.digest, raw);
    };
    await visit(root, undefined, 1);
    return {
        root,
        manifests: [...manifests.values()],
        blobs: [...blobs.values()].filter(blob => !isForeign(blob)),
        images,
    };
}
function inspected({ images }) {
    return {
        platforms: images.map(image => ({
            platform: image.platform ?? 'unknown',
            bytes: compressedSize(image),
            layers: image.layers.map(({ digest }) => digest),
        })),
    };
}
function compressedSize({ config, layers }) {
    const sizes = new Map([config, ...layers].map(({ digest, size }) => [digest, size]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
function contentsOf({ body, mediaType, digest }, name) {
    const kind = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(body, mediaType)?.kind;
    const document = kind === undefined ? {} : JSON.parse(Buffer.from(body).toString('utf8'));
    const list = (value) => (Array.isArray(value) ? value.map(descriptorOf) : [undefined]);
    if (kind === 'index') {
        const manifests = list(document.manifests);
        if (manifests.every(each => each !== undefined))
            return { kind, manifests };
    }
    else if (kind === 'image') {
        const config = descriptorOf(document.config);
        const layers = list(document.layers);
        if (config !== undefined && layers.every(each => each !== undefined))
            return { kind, config, layers };
    }
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name}@${digest} is not a container image`, 'name an image that a build tool has pushed');
}
function descriptorOf(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const { mediaType, digest, size, platform } = value;
    if (typeof digest !== 'string' || !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        return undefined;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    const named = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformOf */ .tj)(platform);
    return {
        mediaType: typeof mediaType === 'string' ? mediaType : '',
        digest,
        size,
        ...(named === undefined ? {} : { platform: named }),
    };
}
function isForeign({ mediaType }) {
    return mediaType.includes('.foreign.') || mediaType.includes('.nondistributable.');
}


/***/ }),

/***/ 9532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   jN: () => (/* binding */ parseConfigPlatform),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(630);



const indexTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const imageTypes = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const manifestTypes = [...indexTypes, ...imageTypes];
function parseManifest(body, type) {
    const document = parseJson(body);
    if (document === undefined)
        return undefined;
    const named = document.mediaType;
    const mediaType = typeof named === 'string' ? named : type.split(';', 1).join('').trim();
    if (indexTypes.includes(mediaType) || (mediaType === '' && Array.isArray(document.manifests))) {
        const entries = listOf(document.manifests).filter(entry => platformOf(entry.platform) !== 'unknown/unknown');
        return {
            kind: 'index',
            mediaType,
            platforms: [...new Set(entries.flatMap(entry => platformOf(entry.platform) ?? []))],
            children: entries.flatMap(entry => typeof entry.digest === 'string' && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(entry.digest) ? [entry.digest] : []),
        };
    }
    const config = mapOf(document.config)?.digest;
    if (!imageTypes.includes(mediaType) || typeof config !== 'string' || !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(config))
        return undefined;
    return { kind: 'image', mediaType, config };
}
function parseConfigPlatform(body) {
    return platformOf(parseJson(body));
}
function digestOf(body, algorithm = 'sha256') {
    const digest = `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(body).digest('hex')}`;
    if ((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest))
        return digest;
    throw new Error(`${digest} is no digest`);
}
function fits(body, digest) {
    return digestOf(body, digest.startsWith('sha512:') ? 'sha512' : 'sha256') === digest;
}
function platformOf(value) {
    const platform = mapOf(value);
    if (typeof platform?.os !== 'string' || typeof platform.architecture !== 'string')
        return undefined;
    if (platform.os === '' || platform.architecture === '')
        return undefined;
    const variant = typeof platform.variant === 'string' && platform.variant !== '' ? `/${platform.variant}` : '';
    return `${platform.os}/${platform.architecture}${variant}`;
}
function parseJson(body) {
    try {
        return mapOf(JSON.parse(Buffer.from(body).toString('utf8')));
    }
    catch {
        return undefined;
    }
}
function mapOf(value) {
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .j)(value) ? value : undefined;
}
function listOf(value) {
    return Array.isArray(value) ? value.flatMap(entry => mapOf(entry) ?? []) : [];
}


/***/ }),

/***/ 968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   WV: () => (/* binding */ putStream),
/* harmony export */   cv: () => (/* binding */ exchange),
/* harmony export */   ho: () => (/* binding */ open),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   qO: () => (/* binding */ passing),
/* harmony export */   r2: () => (/* binding */ attempts),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* unused harmony export Stall */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5346);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);



const attempts = 4;
const longestPause = 30_000;
const largestBody = 8 * 1024 * 1024;
const passingStatus = new Set([408, 429, 500, 502, 503, 504]);
function exchange(url, init, options) {
    return patiently(url, options, async () => {
        const signal = either(AbortSignal.timeout(options.timeoutMs ?? 30_000), options.signal);
        const response = await (options.fetch ?? fetch)(url, { ...init, signal });
        return { status: response.status, headers: response.headers, body: await readBody(response, url) };
    });
}
function open(url, init, options) {
    return patiently(url, options, async () => {
        const stall = new Stall(options.timeoutMs ?? 30_000);
        try {
            const response = await (options.fetch ?? fetch)(url, {
                ...init,
                signal: either(stall.signal, options.signal),
            });
            const { status, headers } = response;
            if (status !== 200)
                return { status, headers, body: await readBody(response, url) };
            return { status, headers, stream: flowing(response, stall, options.stallMs ?? 60_000) };
        }
        finally {
            stall.end();
        }
    });
}
async function putStream(url, headers, content, options) {
    const milliseconds = options.stallMs ?? 60_000;
    const stall = new Stall(milliseconds);
    let broken;
    async function* watched() {
        try {
            for await (const chunk of content.stream) {
                stall.touch(milliseconds);
                yield chunk;
            }
            stall.touch(5 * milliseconds);
        }
        catch (error) {
            broken = { error };
            throw error;
        }
    }
    headers.set('content-length', String(content.size));
    headers.set('content-type', 'application/octet-stream');
    try {
        const body = ReadableStream.from(watched());
        const signal = either(stall.signal, options.signal);
        const init = { method: 'PUT', headers, body, duplex: 'half', signal };
        const response = await (options.fetch ?? fetch)(url, init);
        return { status: response.status, headers: response.headers, body: await readBody(response, url) };
    }
    catch (error) {
        throw broken === undefined ? error : broken.error;
    }
    finally {
        stall.end();
    }
}
function pauseAfter(attempt) {
    return Math.min(longestPause, 250 * 2 ** attempt);
}
async function pause(milliseconds, { sleep, signal }) {
    const wait = sleep?.(milliseconds) ?? (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal && { signal });
    await wait.catch(error => {
        throw signal?.aborted ? (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function passing(status) {
    return passingStatus.has(status);
}
function retryAfter(headers, now) {
    const text = headers.get('retry-after')?.trim();
    if (text === undefined || text === '')
        return undefined;
    const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.min(longestPause, Math.max(0, milliseconds));
}
class Stall {
    #controller = new AbortController();
    #timer;
    constructor(milliseconds) {
        this.touch(milliseconds);
    }
    get signal() {
        return this.#controller.signal;
    }
    touch(milliseconds) {
        this.end();
        const late = new DOMException('no bytes came in time', 'TimeoutError');
        this.#timer = setTimeout(() => this.#controller.abort(late), milliseconds);
    }
    end() {
        clearTimeout(this.#timer);
    }
}
async function patiently(url, options, attempt) {
    for (let count = 1;; count++) {
        const last = count === attempts;
        try {
            const answer = await attempt();
            if (last || !passing(answer.status))
                return answer;
            await pause(retryAfter(answer.headers, Date.now()) ?? pauseAfter(count), options);
        }
        catch (error) {
            if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo || !(error instanceof Error))
                throw error;
            if (options.signal?.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)();
            if (last)
                throw unreachable(url.host, error);
            await pause(pauseAfter(count), options);
        }
    }
}
function either(one, other) {
    return other === undefined ? one : AbortSignal.any([one, other]);
}
async function* flowing(response, stall, milliseconds) {
    try {
        stall.touch(milliseconds);
        for await (const chunk of response.body ?? []) {
            stall.end();
            yield chunk;
            stall.touch(milliseconds);
        }
    }
    finally {
        stall.end();
    }
}
const readBody = (response, url) => (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_2__/* .readUpTo */ .V)(response.body, largestBody, () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${url.host} sent more than 8 MiB where a manifest belongs`, 'check the image reference'));
function unreachable(host, error) {
    let innermost = error;
    while (innermost.cause instanceof Error)
        innermost = innermost.cause;
    const reason = error.name === 'TimeoutError'
        ? 'no whole answer in time'
        : innermost.message || String(Reflect.get(innermost, 'code'));
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the registry ${host} cannot be reached (${reason})`, 'check its name, and whether this runner has a way to it', { cause: error });
}


/***/ }),

/***/ 81:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ NotNowError),
/* harmony export */   Os: () => (/* binding */ restarting),
/* harmony export */   zr: () => (/* binding */ verified)
/* harmony export */ });
/* unused harmony export AlteredError */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(968);



class AlteredError extends Error {
}
class NotNowError extends Error {
    final;
    after;
    constructor(final, after) {
        super(final.message);
        this.final = final;
        this.after = after;
    }
}
async function* verified(stream, { digest, size }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(digest.startsWith('sha512:') ? 'sha512' : 'sha256');
    let seen = 0;
    for await (const chunk of stream) {
        seen += chunk.length;
        if (seen > size)
            throw new AlteredError(`more than ${size} bytes came for ${digest}`);
        hash.update(chunk);
        yield chunk;
    }
    if (seen < size)
        throw new AlteredError(`${seen} of ${size} bytes came for ${digest}`);
    if (`${digest.split(':', 1)[0]}:${hash.digest('hex')}` !== digest)
        throw new AlteredError(`something else came than ${digest}`);
}
async function restarting(registry, options, attempt) {
    for (let count = 1;; count++) {
        try {
            return await attempt();
        }
        catch (error) {
            if (options.signal?.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)();
            if (!isPassing(error))
                throw error;
            if (count === _transport_js__WEBPACK_IMPORTED_MODULE_2__/* .attempts */ .r2)
                throw explained(registry, error);
            await (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)((error instanceof NotNowError ? error.after : undefined) ?? (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseAfter */ .l0)(count), options);
        }
    }
}
function explained(registry, error) {
    if (error instanceof NotNowError)
        return error.final;
    if (!(error instanceof AlteredError))
        return (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)(registry, error);
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the registry ${registry} sent something wrong: ${error.message}`, 'try again; when it stays so, the registry or a proxy before it alters content', { cause: error });
}
function isPassing(error) {
    if (!(error instanceof Error) || error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
        return false;
    if (error instanceof AlteredError || error instanceof NotNowError || error.name === 'TimeoutError')
        return true;
    if (error instanceof TypeError)
        return /fetch failed|terminated/.test(error.message);
    return /^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(String(Reflect.get(error, 'code')));
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


/***/ })

};
