export const id = 1974;
export const ids = [1974];
export const modules = {

/***/ 23931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   Zc: () => (/* binding */ readTree),
/* harmony export */   _9: () => (/* binding */ inspected),
/* harmony export */   j$: () => (/* binding */ IncompleteError),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   n3: () => (/* binding */ compressedSize),
/* harmony export */   nb: () => (/* binding */ descriptorOf)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99532);




class IncompleteError extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
}
const deepest = 4;
const most = 1000;
const mostBytes = 64 * 2 ** 20;
async function readTree(source, { digest, mediaType }, name) {
    const root = await source.manifest(digest, mediaType);
    if (root === undefined)
        return undefined;
    const manifests = new Map();
    const blobs = new Map();
    const images = [];
    const attestations = new Set();
    let bytes = 0;
    const visit = async (raw, platform, depth) => {
        const attested = platform === 'unknown/unknown';
        if (manifests.has(raw.digest)) {
            if (attested ? images.some(each => each.digest === raw.digest) : attestations.has(raw.digest))
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name}@${digest} lists ${raw.digest} both as an image and as an attestation`, 'find out what made this index, and build it again');
            return;
        }
        bytes += raw.body.length;
        if (depth > deepest || manifests.size >= most || bytes > mostBytes)
            throw new IncompleteError(`${name}@${digest} has too many manifests, or they are too large`, 'push it again as one plain index');
        const contents = contentsOf(raw, name);
        if (contents.kind === 'image') {
            for (const blob of [contents.config, ...contents.layers])
                blobs.set(blob.digest, blob);
            const { config, layers } = contents;
            const named = platform ?? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConfigPlatform */ .jN)((await source.config(config.digest)) ?? Buffer.of());
            if (attested)
                attestations.add(raw.digest);
            else
                images.push({ platform: named, digest: raw.digest, config, layers });
        }
        else {
            for (const child of contents.manifests) {
                const found = await source.manifest(child.digest, child.mediaType);
                if (found === undefined)
                    throw new IncompleteError(`${name} is missing the manifest ${child.digest} of ${digest}`, 'push it again');
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
            layers: image.layers.map(({ digest, size }) => ({ digest, bytes: size })),
        })),
    };
}
function compressedSize({ config, layers }) {
    const sizes = new Map([config, ...layers].map(({ digest, size }) => [digest, size]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
function contentsOf({ body, mediaType, digest }, name) {
    const kind = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(body, mediaType)?.kind;
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(body) ?? {};
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
    throw new IncompleteError(`${name}@${digest} is not a container image`, 'choose an image that a build tool has pushed');
}
function descriptorOf(value) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value))
        return undefined;
    const { size, platform } = value;
    const { mediaType = '', digest = '' } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textMap */ .sP)(value);
    if (!(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    return { mediaType, digest, size, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .defined */ .sw)({ platform: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformOf */ .tj)(platform) }) };
}
function isForeign({ mediaType }) {
    return mediaType.includes('.foreign.') || mediaType.includes('.nondistributable.');
}


/***/ }),

/***/ 99532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Gh: () => (/* binding */ artifactTypeOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Yj: () => (/* binding */ rawManifest),
/* harmony export */   jN: () => (/* binding */ parseConfigPlatform),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   tj: () => (/* binding */ platformOf),
/* harmony export */   wm: () => (/* binding */ imageType),
/* harmony export */   xt: () => (/* binding */ indexType)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const indexType = 'application/vnd.oci.image.index.v1+json';
const imageType = 'application/vnd.oci.image.manifest.v1+json';
const indexTypes = [indexType, 'application/vnd.docker.distribution.manifest.list.v2+json'];
const imageTypes = [imageType, 'application/vnd.docker.distribution.manifest.v2+json'];
const manifestTypes = [...indexTypes, ...imageTypes];
function parseManifest(body, type) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body);
    if (document === undefined)
        return undefined;
    const { mediaType = type.split(';', 1).join('').trim() } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(document);
    if (indexTypes.includes(mediaType) || (mediaType === '' && Array.isArray(document.manifests))) {
        const entries = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(document.manifests).filter(entry => platformOf(entry.platform) !== 'unknown/unknown');
        return {
            kind: 'index',
            mediaType,
            platforms: [...new Set(entries.flatMap(entry => platformOf(entry.platform) ?? []))],
            children: entries.map(entry => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(entry).digest ?? '').filter(_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc),
        };
    }
    const { digest: config = '' } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(document.config);
    return imageTypes.includes(mediaType) && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(config)
        ? { kind: 'image', mediaType, config }
        : undefined;
}
function artifactTypeOf(body) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body);
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([document?.artifactType, (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(document?.config).mediaType])[0];
}
function parseConfigPlatform(body) {
    return platformOf((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body));
}
function rawManifest(mediaType, fields) {
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...fields }));
    return { digest: digestOf(body), mediaType, body };
}
function digestOf(body, algorithm = 'sha256') {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(body).digest('hex')}`;
}
function fits(body, digest) {
    return digestOf(body, digest.startsWith('sha512:') ? 'sha512' : 'sha256') === digest;
}
function platformOf(value) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value))
        return undefined;
    const { os, architecture, variant } = value;
    const named = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([os, architecture]);
    return named.length < 2 ? undefined : [...named, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([variant])].join('/');
}


/***/ }),

/***/ 45096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nn: () => (/* binding */ Session),
  ci: () => (/* binding */ addressOf),
  U4: () => (/* binding */ complaint),
  Zj: () => (/* binding */ nextPage)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
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
            const optional = (0,map/* defined */.sw)({ service: parameters.get('service'), scope: parameters.get('scope') });
            return { scheme: 'bearer', realm, ...optional };
        }
    }
    return /(?:^|,)\s*basic\b/i.test(header) ? { scheme: 'basic' } : undefined;
}

// EXTERNAL MODULE: ./.build/js/src/registry/transport.js
var transport = __webpack_require__(50968);
;// CONCATENATED MODULE: ./.build/js/src/registry/authorization.js





const refusals = {
    read: {
        verb: 'read',
        remedy: 'log in with an account that may pull from it (on GitHub, give the job `packages: read`)',
    },
    write: {
        verb: 'write to',
        remedy: 'log in with an account that may push to it (on GitHub, give the job `packages: write`)',
    },
    delete: { verb: 'delete from', remedy: 'log in with an account that may delete from it' },
};
const unknownLogin = 'log in to it before this step, or correct the name of the repository';
const remedyOfCloud = ({ act }) => `log in to the cloud before this step, with a role that may ${refusals[act].verb} the repository (docs/clouds.md)`;
class Authorization {
    #registry;
    #name;
    #credentials;
    #options;
    #headers = new Map();
    #asking = new Map();
    #secrets = new Set();
    constructor(registry, name, credentials, options) {
        this.#registry = registry;
        this.#name = name;
        this.#credentials = credentials;
        this.#options = options;
    }
    async header(access) {
        const known = this.#headers.get(keyOf(access));
        if (known !== undefined)
            return known;
        const credential = await this.#credential();
        return credential?.kind === 'bearer' ? `Bearer ${credential.token}` : undefined;
    }
    conceal(text) {
        const longestFirst = [...this.#secrets].sort((a, b) => b.length - a.length);
        return longestFirst.reduce((left, secret) => left.replaceAll(secret, '***'), text);
    }
    async #credential() {
        const credential = await this.#credentials(this.#registry, this.#name);
        if (credential === undefined)
            return undefined;
        if (credential.kind !== 'password')
            this.#secrets.add(credential.token);
        else
            for (const secret of [credential.password, encoded(credential)])
                this.#secrets.add(secret);
        return credential;
    }
    async answer(received, access, sent) {
        const key = keyOf(access);
        const known = this.#headers.get(key);
        if (known !== undefined && known !== sent)
            return false;
        let asking = this.#asking.get(key);
        if (asking === undefined) {
            asking = this.#authorize(received, access, sent)
                .then(header => void this.#headers.set(key, header))
                .finally(() => this.#asking.delete(key));
            this.#asking.set(key, asking);
        }
        await asking;
        return true;
    }
    async refusal(status, access) {
        const credential = await this.#credential();
        const known = credential !== undefined;
        const who = known ? 'with the available credentials' : 'without credentials';
        const { verb, remedy } = refusals[access.act];
        return new errors/* UserError */.yo(`the registry ${this.#registry} does not allow this run to ${verb} ${this.#name} ${who} (${status})`, (0,reference/* isOfCloud */.vX)(this.#registry) ? remedyOfCloud(access) : known ? remedy : unknownLogin);
    }
    async #authorize(received, access, sent) {
        const credential = await this.#credential();
        if (credential?.kind === 'bearer' && sent !== undefined && sent !== `Bearer ${credential.token}`)
            return `Bearer ${credential.token}`;
        const challenge = parseChallenge(received.headers.get('www-authenticate') ?? '');
        if (challenge?.scheme === 'basic' && credential?.kind === 'password')
            return basic(credential);
        if (challenge?.scheme !== 'bearer' || credential?.kind === 'bearer')
            throw await this.refusal(received.status, access);
        const realm = new URL(challenge.realm);
        const near = realm.protocol === 'http:' && isLoopback(realm.host) && isLoopback(this.#registry);
        if (realm.protocol !== 'https:' && !near)
            throw new errors/* UserError */.yo(`the registry ${this.#registry} asks for credentials at ${realm.protocol}//${realm.host}, without TLS`, 'ask its operator for an https realm');
        if (realm.username !== '' || realm.password !== '')
            throw new errors/* UserError */.yo(`the registry ${this.#registry} names a token service at ${realm.host} whose address contains a login`, 'ask its operator for a realm without a login');
        const scopes = scopesFor(this.#name, access, challenge.scope);
        const answer = await this.#askForToken(realm, credential, challenge.service, scopes);
        if (answer.status >= 300 && answer.status < 400)
            throw new errors/* UserError */.yo(`the token service ${realm.host} redirects (${answer.status}), and credentials are not sent to another address`, 'ask its operator to name the final address as the realm');
        if (answer.status !== 200) {
            if (answer.status < 500 && answer.status !== 429)
                throw await this.refusal(answer.status, access);
            throw new errors/* UserError */.yo(`the token service ${realm.host} answered ${answer.status}`, 'try again later');
        }
        const token = tokenOf(answer.body);
        if (token !== undefined) {
            this.#secrets.add(token);
            return `Bearer ${token}`;
        }
        throw new errors/* UserError */.yo(`the token service ${realm.host} sent no usable token`, `check that ${this.#registry} is a registry`);
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
            return (0,transport/* exchange */.cv)(realm, { method: 'POST', body, redirect: 'manual' }, this.#options);
        }
        if (service !== undefined)
            realm.searchParams.set('service', service);
        realm.searchParams.delete('scope');
        for (const scope of scopes)
            realm.searchParams.append('scope', scope);
        const headers = new Headers({ 'user-agent': 'slipway' });
        if (credential?.kind === 'password')
            headers.set('authorization', basic(credential));
        return (0,transport/* exchange */.cv)(realm, { headers, redirect: 'manual' }, this.#options);
    }
}
function scopesFor(name, access, challenged) {
    const asked = challenged?.split(' ').filter(scope => scope !== '') ?? [];
    if (access.act === 'read')
        return asked.length > 0 ? asked : [`repository:${name}:pull`];
    const own = [`repository:${name}:pull,${access.act === 'delete' ? 'delete' : 'push'}`];
    if (access.mountFrom !== undefined)
        own.push(`repository:${access.mountFrom}:pull`);
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
function keyOf(access) {
    return `${access.act} ${access.mountFrom ?? ''}`;
}
const basic = (credential) => `Basic ${encoded(credential)}`;
function encoded({ username, password }) {
    return Buffer.from(`${username}:${password}`).toString('base64');
}
const fitsHeader = /^[\x21-\x7e]{1,65536}$/;
function tokenOf(body) {
    const { token, access_token: other } = (0,map/* textMap */.sP)((0,map/* jsonMap */.vM)(body));
    return [token, other].find(each => each !== undefined && fitsHeader.test(each));
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
    async open(path, part) {
        const range = part === undefined ? {} : { range: `bytes=${part[0]}-${part[1]}` };
        const opened = await this.#allowed(path, { accept: ['*/*'], ...range }, transport/* open */.ho);
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
    pathOf({ pathname, search }) {
        const whole = this.address('').pathname;
        return pathname.startsWith(whole) ? `${pathname.slice(whole.length)}${search}` : undefined;
    }
    async headersFor(url, request) {
        const headers = new Headers({ 'user-agent': 'slipway' });
        for (const type of request.accept ?? [])
            headers.append('accept', type);
        if (request.type !== undefined)
            headers.set('content-type', request.type);
        if (request.range !== undefined)
            headers.set('range', request.range);
        const authorization = await this.#authorization.header(request.access ?? reading);
        if (authorization !== undefined && url.origin === new URL(addressOf(this.registry)).origin)
            headers.set('authorization', authorization);
        return headers;
    }
    complaint({ body }) {
        return complaint(body, text => this.#authorization.conceal(text));
    }
    failure(received) {
        const said = this.complaint(received);
        return new errors/* UserError */.yo(`the registry ${this.registry} answered ${received.status} for ${this.name}${said === '' ? '' : `: ${said}`}`, received.status === 429
            ? 'wait, or log in to get a higher limit'
            : received.status < 500
                ? 'check the names of the registry and the repository, then the log of the registry'
                : 'try again later');
    }
    async #allowed(path, request, send) {
        const access = request.access ?? reading;
        const url = this.address(path);
        let sent = null;
        const once = async () => {
            const headers = await this.headersFor(url, request);
            sent = headers.get('authorization');
            const answer = await send(url, {
                method: request.method ?? 'GET',
                headers,
                ...(0,map/* defined */.sw)({ body: request.body && Buffer.from(request.body), redirect: request.redirect }),
            }, { ...this.options, before: request.before });
            if (answer.status === 401 && 'body' in answer && answer.elsewhere !== undefined)
                throw new errors/* UserError */.yo(`the registry ${this.registry} redirects ${this.name} to ${answer.elsewhere}, which requires credentials (401)`, 'correct the name of the registry, or ask its operator for redirects that need no login');
            return answer;
        };
        let answer = await once();
        for (let fresh = false; answer.status === 401 && 'body' in answer && !fresh; answer = await once())
            fresh = await this.#authorization.answer(answer, access, sent ?? undefined);
        if (answer.status === 401 || (answer.status === 403 && request.forbidden !== 'manual'))
            throw await this.#authorization.refusal(answer.status, access);
        return answer;
    }
}
function nextPage(session, path, link) {
    const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
    if (target === undefined)
        return undefined;
    const url = URL.parse(target, session.address(path).href);
    const next = url === null ? undefined : session.pathOf(url);
    if (next !== undefined)
        return next;
    throw new errors/* UserError */.yo(`the registry ${session.registry} names a next page outside of the repository ${session.name}`, 'check the registry, or a proxy in front of it that changes addresses');
}
function addressOf(registry) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    return `${isLoopback(registry) ? 'http' : 'https'}://${registry}`;
}
function complaint(body, conceal = (text) => text) {
    const [first] = (0,map/* mapsIn */.nf)((0,map/* jsonMap */.vM)(body)?.errors);
    const said = (0,map/* textsIn */.Ej)([first?.code, first?.message]).join(', ');
    return (0,printable/* printable */.g$)(conceal(said)).slice(0, 300);
}


/***/ }),

/***/ 50968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   Hp: () => (/* binding */ leastProgress),
/* harmony export */   LA: () => (/* binding */ pauseAsked),
/* harmony export */   Q1: () => (/* binding */ pauseFor),
/* harmony export */   WV: () => (/* binding */ putStream),
/* harmony export */   cv: () => (/* binding */ exchange),
/* harmony export */   ey: () => (/* binding */ isTemporary),
/* harmony export */   ho: () => (/* binding */ open),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   r2: () => (/* binding */ attempts)
/* harmony export */ });
/* unused harmony export Stall */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5346);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);



const attempts = 5;
const longestPause = 60_000;
const largestBody = 8 * 1024 * 1024;
const leastProgress = 64 * 1024;
const usual = 10_000;
const temporaryStatuses = new Set([408, 429, 500, 502, 503, 504]);
function exchange(url, init, options) {
    return patiently(url, options, async () => {
        await options.before?.();
        const signal = either(AbortSignal.timeout(options.timeoutMs ?? 30_000), options.signal);
        return received(await (options.fetch ?? fetch)(url, { ...init, signal }), url);
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
            if (status !== 200 && status !== 206)
                return await received(response, url);
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
    const bytes = watched();
    try {
        const body = ReadableStream.from(bytes);
        const signal = either(stall.signal, options.signal);
        const init = { method: 'PUT', headers, body, duplex: 'half', signal };
        return await received(await (options.fetch ?? fetch)(url, init), url);
    }
    catch (error) {
        throw broken === undefined ? error : broken.error;
    }
    finally {
        stall.close();
        bytes.return(undefined).catch(() => undefined);
    }
}
function pauseAfter(attempt) {
    return Math.min(longestPause, 250 * 2 ** attempt);
}
async function pauseFor(host, milliseconds, options) {
    const began = clock(options);
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(milliseconds, options);
    options.pace?.waited(host, began, clock(options));
}
function isTemporary(status) {
    return temporaryStatuses.has(status);
}
function pauseAsked({ headers }) {
    const asked = (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfter */ .P9)(headers.get('retry-after'));
    return asked === undefined ? undefined : Math.min(longestPause, asked);
}
class Stall {
    #controller = new AbortController();
    #closed = false;
    #timer;
    constructor(milliseconds) {
        this.touch(milliseconds);
    }
    get signal() {
        return this.#controller.signal;
    }
    touch(milliseconds) {
        this.end();
        if (this.#closed)
            return;
        const late = new DOMException('no bytes arrived in time', 'TimeoutError');
        this.#timer = setTimeout(() => this.#controller.abort(late), milliseconds);
    }
    end() {
        clearTimeout(this.#timer);
    }
    close() {
        this.#closed = true;
        this.end();
    }
}
async function patiently(url, options, attempt) {
    for (let count = 1;; count++) {
        const last = count === attempts;
        await options.pace?.turn(url.host);
        const began = clock(options);
        try {
            const answer = await attempt();
            if (last || !isTemporary(answer.status)) {
                options.pace?.waited(url.host, began + usual, clock(options));
                return answer;
            }
            const asked = pauseAsked(answer);
            const wait = pauseFor(url.host, asked ?? pauseAfter(count), options);
            if (asked !== undefined)
                options.pace?.hold(url.host, wait);
            await wait;
        }
        catch (error) {
            if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || !(error instanceof Error))
                throw error;
            if (options.signal?.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
            options.pace?.waited(url.host, began, clock(options));
            if (last)
                throw unreachable(url.host, error);
            await pauseFor(url.host, pauseAfter(count), options);
        }
    }
}
function either(one, other) {
    return other === undefined ? one : AbortSignal.any([one, other]);
}
const clock = ({ now }) => now?.() ?? performance.now();
async function* flowing(response, stall, milliseconds) {
    let left = milliseconds;
    let bytes = 0;
    try {
        stall.touch(left);
        let began = performance.now();
        for await (const chunk of response.body ?? []) {
            stall.end();
            left -= performance.now() - began;
            bytes += chunk.length;
            if (bytes >= leastProgress)
                [left, bytes] = [milliseconds, 0];
            yield chunk;
            stall.touch(Math.max(0, left));
            began = performance.now();
        }
    }
    finally {
        stall.close();
    }
}
async function received(response, url) {
    const { status, headers, redirected } = response;
    const origin = redirected ? new URL(response.url).origin : url.origin;
    const body = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_2__/* .readUpTo */ .V)(response.body, largestBody, () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${url.host} sent more than 8 MiB instead of a manifest`, 'check the image reference'));
    return { status, headers, body, elsewhere: origin === url.origin ? undefined : origin };
}
function unreachable(host, error) {
    const reason = error.name === 'TimeoutError' ? 'no complete answer in time' : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error);
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${host} cannot be reached (${reason})`, 'check its name, and whether this runner can reach it', { cause: error });
}


/***/ })

};
