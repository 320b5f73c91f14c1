export const id = 6376;
export const ids = [6376];
export const modules = {

/***/ 29460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RegistryClient: () => (/* binding */ RegistryClient)
});

// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var image_reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/registry/contents.js
var contents = __webpack_require__(23931);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/registry/credentials.js






const dockerHub = 'docker.io';
const dockerHubServer = 'https://index.docker.io/v1/';
function dockerCredentials(env = process.env) {
    const path = (0,external_node_path_.join)(env.DOCKER_CONFIG || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.docker'), 'config.json');
    return async (registry, name = '') => {
        const { auths, credHelpers, credsStore } = await readConfig(path);
        for (let part = `${registry}/${name}`; part !== registry; part = part.slice(0, part.lastIndexOf('/'))) {
            const credential = auths.get(part);
            if (credential !== undefined)
                return credential;
        }
        const helper = credHelpers.get(registry) ?? credsStore;
        const stored = helper === undefined || helper === '' ? undefined : await askHelper(helper, registry, env);
        return stored ?? auths.get(registry);
    };
}
async function readConfig(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '{}';
        throw error;
    });
    const parsed = (0,map/* jsonIn */.Yf)(text, () => new errors/* UserError */.yo(`${path} is not JSON`, 'log in to the registry again'));
    const config = (0,map/* isMap */.jh)(parsed) ? parsed : {};
    const { auths, credHelpers } = config;
    return {
        auths: new Map(Object.entries((0,map/* isMap */.jh)(auths) ? auths : {}).flatMap(([server, entry]) => {
            const credential = credentialOf((0,map/* textMap */.sP)(entry));
            return credential === undefined ? [] : [[placeOf(server), credential]];
        })),
        credHelpers: new Map(Object.entries((0,map/* textMap */.sP)(credHelpers)).map(([server, helper]) => [hostOf(server), helper])),
        credsStore: (0,map/* textMap */.sP)(config).credsStore || undefined,
    };
}
function credentialOf(entry) {
    const { identitytoken: identity, registrytoken: bearer, auth } = entry;
    if (identity)
        return { kind: 'identity', token: identity };
    if (bearer)
        return { kind: 'bearer', token: bearer };
    const [username, ...rest] = auth
        ?
            Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '').split(':')
        : [entry.username, entry.password ?? ''];
    const password = rest.join(':');
    if (!username || password === '')
        return undefined;
    return { kind: 'password', username, password };
}
function placeOf(server) {
    const place = server.replace(/\/(v[12]\/?)?$/, '');
    return /^https?:/.test(server) || !place.includes('/') ? hostOf(server) : place;
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
    const answer = (0,map/* jsonMap */.vM)(output);
    if (answer === undefined)
        throw new errors/* UserError */.yo(`the credential helper ${program} did not answer with a JSON object`, remedy);
    const { Username: username, Secret: secret } = (0,map/* textMap */.sP)(answer);
    if (username === undefined || !secret)
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

// EXTERNAL MODULE: ./.build/js/src/registry/manifest.js
var registry_manifest = __webpack_require__(99532);
;// CONCATENATED MODULE: ./.build/js/src/registry/pace.js

const patience = 15 * 60_000;
class RequestPace {
    #held = new Map();
    #waits = new Map();
    async turn(host) {
        await this.#held.get(host);
    }
    hold(host, wait) {
        const all = Promise.all([this.#held.get(host), wait]).then(() => {
            if (this.#held.get(host) === all)
                this.#held.delete(host);
        });
        all.catch(() => undefined);
        this.#held.set(host, all);
    }
    waited(host, from, to) {
        const { total, until } = this.#waits.get(host) ?? { total: 0, until: Number.NEGATIVE_INFINITY };
        const longer = total + Math.max(0, to - Math.max(from, until));
        this.#waits.set(host, { total: longer, until: Math.max(until, to) });
        if (longer <= patience)
            return;
        throw new errors/* UserError */.yo(`the registry ${host} has asked this run to wait for ${patience / 60_000} minutes in total`, 'run the step again later, or log in to get a higher limit');
    }
}

// EXTERNAL MODULE: ./.build/js/src/registry/referrers.js
var referrers = __webpack_require__(72893);
// EXTERNAL MODULE: ./.build/js/src/registry/session.js + 2 modules
var registry_session = __webpack_require__(45096);
;// CONCATENATED MODULE: ./.build/js/src/registry/tag-list.js




const pageSize = 1000;
const mostPages = 100;
async function listTags(session) {
    const found = [];
    let path = `tags/list?n=${pageSize}`;
    for (let page = 0; path !== undefined && page < mostPages; page += 1) {
        const answer = await session.send(path, { accept: ['application/json'] });
        if (answer.status === 404 && page === 0)
            return found;
        if (answer.status !== 200)
            throw session.failure(answer);
        for (const tag of tagsIn(session, answer.body))
            found.push(tag);
        if (found.length > mostPages * pageSize)
            break;
        path = (0,registry_session/* nextPage */.Zj)(session, path, answer.headers.get('link'));
    }
    if (path === undefined)
        return found;
    throw new errors/* UserError */.yo(`the registry ${session.registry} lists more than ${mostPages} pages, or ${mostPages * pageSize} tags, of ${session.name}`, 'delete tags that are no longer needed');
}
function tagsIn(session, body) {
    const { tags } = (0,map/* jsonMap */.vM)(body) ?? { tags: undefined };
    if (tags === null)
        return [];
    if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && (0,image_reference/* isTag */.dz)(tag)))
        return tags;
    throw new errors/* UserError */.yo(`the registry ${session.registry} sent something other than a list of the tags of ${session.name}`, 'check the registry, or a proxy in front of it that answers in its place');
}

;// CONCATENATED MODULE: ./.build/js/src/registry/client.js









class RegistryClient {
    options;
    #credentials;
    #sessions = new Map();
    #placed = new Map();
    #changes = 0;
    constructor(options = {}) {
        const stored = () => {
            this.#changes += 1;
        };
        this.options = { pace: new RequestPace(), ...options, stored };
        this.#credentials = options.credentials ?? dockerCredentials();
    }
    changes() {
        return this.#changes;
    }
    async resolve(reference) {
        const { repository } = reference;
        const raw = await this.manifest(repository, reference.digest ?? reference.tag ?? 'latest');
        if (raw === undefined)
            return undefined;
        const { digest } = raw;
        const manifest = (0,registry_manifest/* parseManifest */.Ng)(raw.body, raw.mediaType);
        if (manifest === undefined) {
            throw new errors/* UserError */.yo(`${repository}@${digest} is not a container image`, 'choose an image that can run');
        }
        if (manifest.kind === 'index')
            return { digest, platforms: manifest.platforms, children: manifest.children };
        const config = await this.blob(repository, manifest.config);
        if (config === undefined) {
            throw new errors/* UserError */.yo(`${repository} is missing the configuration ${manifest.config} of the image`, 'push the image again');
        }
        const platform = (0,registry_manifest/* parseConfigPlatform */.jN)(config);
        return { digest, platforms: platform === undefined ? [] : [platform], children: [] };
    }
    async manifest(repository, at) {
        const reference = { ...(0,image_reference/* parseReference */.F2)(repository), ...((0,image_reference/* isDigest */.Bc)(at) ? { digest: at } : { tag: at }) };
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
    tags(repository) {
        return listTags(this.#session((0,image_reference/* parseReference */.F2)(repository)));
    }
    async blob(repository, digest) {
        const reference = (0,image_reference/* parseReference */.F2)(repository);
        const blob = await this.#session(reference).get(`blobs/${digest}`, ['*/*']);
        if (blob !== undefined && !(0,registry_manifest/* fits */.lA)(blob.body, digest))
            throw altered(reference, digest);
        return blob?.body;
    }
    async *openBlob(repository, blob, from = 0) {
        const [{ download }, { verified }] = await Promise.all([
            __webpack_require__.e(/* import() */ 3337).then(__webpack_require__.bind(__webpack_require__, 73337)),
            __webpack_require__.e(/* import() */ 81).then(__webpack_require__.bind(__webpack_require__, 81)),
        ]);
        const stream = download(this.#session((0,image_reference/* parseReference */.F2)(repository)), blob, from);
        yield* from === 0 ? verified(stream, blob) : stream;
    }
    async placeBlob(repository, blob, from) {
        const { placeBlob } = await __webpack_require__.e(/* import() */ 9288).then(__webpack_require__.bind(__webpack_require__, 19288));
        const here = (0,image_reference/* parseReference */.F2)(repository);
        const name = (whole) => whole.slice(here.registry.length + 1);
        const near = (0,image_reference/* parseReference */.F2)(from).registry === here.registry ? from : undefined;
        const at = `${here.registry} ${blob.digest}`;
        const mountFrom = near ?? this.#placed.get(at);
        const arrival = await placeBlob(this.#session(here), blob, {
            open: async (first) => this.openBlob(from, blob, first),
            ...(mountFrom === undefined || mountFrom === repository ? {} : { mountFrom: name(mountFrom) }),
        });
        this.#placed.set(at, repository);
        return arrival;
    }
    async uploadBlob(repository, blob, open) {
        const { uploadBlob } = await __webpack_require__.e(/* import() */ 9288).then(__webpack_require__.bind(__webpack_require__, 19288));
        return uploadBlob(this.#session((0,image_reference/* parseReference */.F2)(repository)), blob, open);
    }
    putBytes(repository, body) {
        const blob = { digest: (0,registry_manifest/* digestOf */.ol)(body), size: body.length };
        return this.uploadBlob(repository, blob, async (from) => ReadableStream.from([body.subarray(from)]));
    }
    async putManifest(repository, manifest, tag, before) {
        const { putManifest } = await __webpack_require__.e(/* import() */ 9944).then(__webpack_require__.bind(__webpack_require__, 59944));
        return putManifest(this.#session((0,image_reference/* parseReference */.F2)(repository)), manifest, tag, before);
    }
    async changeTag(repository, tag, next) {
        const { settleTag } = await __webpack_require__.e(/* import() */ 4578).then(__webpack_require__.bind(__webpack_require__, 84578));
        return settleTag(this.#session((0,image_reference/* parseReference */.F2)(repository)), tag, next);
    }
    referrers(repository, digest) {
        return (0,referrers/* listReferrers */.xt)(this.#session((0,image_reference/* parseReference */.F2)(repository)), digest);
    }
    ownReferrers(repository, digest) {
        return (0,referrers/* ownReferrers */.Pb)(this.#session((0,image_reference/* parseReference */.F2)(repository)), digest);
    }
    async remove(repository, digest) {
        const { removeManifest } = await __webpack_require__.e(/* import() */ 1617).then(__webpack_require__.bind(__webpack_require__, 91617));
        return removeManifest(this.#session((0,image_reference/* parseReference */.F2)(repository)), digest);
    }
    async attach(repository, digest, artifact) {
        return (await this.attachAll(repository, digest, [artifact]))[0];
    }
    async attachAll(repository, digest, artifacts) {
        const subject = await this.manifest(repository, digest);
        const { attach } = await __webpack_require__.e(/* import() */ 2212).then(__webpack_require__.bind(__webpack_require__, 42212));
        if (subject !== undefined)
            return attach(this.#session((0,image_reference/* parseReference */.F2)(repository)), subject, artifacts);
        throw new errors/* UserError */.yo(`${repository} has no image ${digest} to attach to`, 'push the image again');
    }
    async list(repository, digest, referrers) {
        const listed = new Set((await this.referrers(repository, digest)).map(entry => entry.digest));
        const missing = referrers.filter(entry => !listed.has(entry.digest));
        if (missing.length === 0)
            return;
        const { addToTag } = await __webpack_require__.e(/* import() */ 2212).then(__webpack_require__.bind(__webpack_require__, 42212));
        await addToTag(this.#session((0,image_reference/* parseReference */.F2)(repository)), digest, missing);
    }
    #session({ registry, repository }) {
        let session = this.#sessions.get(repository);
        if (session === undefined) {
            session = new registry_session/* Session */.Nn(registry, repository.slice(registry.length + 1), this.#credentials, this.options);
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
    return new errors/* UserError */.yo(`${reference.registry} sent content for ${reference.repository} that does not match ${digest}`, 'try again; if it happens again, the registry or a proxy in front of it alters content');
}


/***/ }),

/***/ 72893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   Pb: () => (/* binding */ ownReferrers),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   xt: () => (/* binding */ listReferrers)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99532);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45096);





const mostPages = 20;
async function listReferrers(session, digest) {
    const [listed, tagged] = await Promise.all([
        ownReferrers(session, digest),
        session.get(`manifests/${tagOf(digest)}`, [_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .indexType */ .xt]).then(answer => listIn(session, digest, answer)),
    ]);
    const found = new Map([...(tagged?.entries ?? []), ...(listed ?? [])].map(entry => [entry.digest, entry]));
    return [...found.values()];
}
async function ownReferrers(session, digest) {
    const found = [];
    let path = `referrers/${digest}`;
    for (let page = 0; path !== undefined && page < mostPages; page += 1) {
        const answer = await session.send(path, { accept: [_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .indexType */ .xt], redirect: 'manual' });
        const fails = answer.status === 429 || (answer.status >= 500 && answer.status !== 501);
        if (fails)
            throw session.failure(answer);
        if (answer.status !== 200 && page > 0)
            throw session.failure(answer);
        if (answer.status !== 200)
            return undefined;
        const listed = entriesOf(answer.body);
        if (listed === undefined && page === 0 && isWebPage(answer))
            return undefined;
        if (listed === undefined)
            throw noList(session, digest);
        found.push(...listed.entries);
        path = (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .nextPage */ .Zj)(session, path, answer.headers.get('link'));
    }
    if (path === undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${session.registry} lists more than ${mostPages} pages of referrers of ${digest} in ${session.name}`, 'delete the artifacts that are no longer needed');
}
const isWebPage = ({ headers }) => /^text\/html\b/i.test(headers.get('content-type') ?? '');
const noList = ({ registry, name }, digest) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${registry} sent something other than a list of the referrers of ${digest} in ${name}`, 'check the registry, or a proxy in front of it that answers in its place');
function tagOf(digest) {
    const [algorithm = '', hex = ''] = digest.split(':');
    return `${algorithm}-${hex.slice(0, 64)}`;
}
function listIn(session, digest, answer) {
    if (answer === undefined || (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .fits */ .lA)(answer.body, digest))
        return undefined;
    const entries = entriesOf(answer.body);
    if (entries !== undefined)
        return entries;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the tag ${tagOf(digest)} of ${session.name} is not a list of the referrers of that image`, 'remove the tag: its name is reserved by the OCI distribution specification');
}
function entriesOf(body) {
    const raw = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonMap */ .vM)(body)?.manifests;
    if (!Array.isArray(raw))
        return undefined;
    const entries = raw.flatMap((entry) => {
        const descriptor = (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .descriptorOf */ .nb)(entry);
        if (descriptor === undefined || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(entry))
            return [];
        const { artifactType = '' } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textMap */ .sP)(entry);
        return [{ ...descriptor, artifactType, annotations: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .textMap */ .sP)(entry.annotations) }];
    });
    return { entries, raw };
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


/***/ })

};
