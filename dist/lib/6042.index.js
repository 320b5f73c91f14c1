export const id = 6042;
export const ids = [6042,335,8961,3268,81];
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
    const { mediaType, digest, size, platform } = value;
    if (typeof digest !== 'string' || !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        return undefined;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    const type = typeof mediaType === 'string' ? mediaType : '';
    return { mediaType: type, digest, size, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .defined */ .sw)({ platform: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformOf */ .tj)(platform) }) };
}
function isForeign({ mediaType }) {
    return mediaType.includes('.foreign.') || mediaType.includes('.nondistributable.');
}


/***/ }),

/***/ 53302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kT: () => (/* binding */ suffixes),
/* harmony export */   v7: () => (/* binding */ unitedSignatures),
/* harmony export */   w_: () => (/* binding */ legacyTag)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99532);



const suffixes = ['sig', 'att', 'sbom'];
function legacyTag(digest, suffix) {
    const tag = `${digest.replace(':', '-')}.${suffix}`;
    return tag.length <= 128 ? tag : undefined;
}
function unitedSignatures(there, ours) {
    const [base, more] = [readSignatures(there), readSignatures(ours)];
    if (base === undefined || more === undefined)
        return undefined;
    const known = new Set(base.layers.map(keyOf));
    const added = more.layers.filter(layer => !known.has(keyOf(layer)));
    if (added.length === 0)
        return there;
    const wanted = new Set(more.layers.map(keyOf));
    if (base.layers.every(layer => wanted.has(keyOf(layer))))
        return ours;
    const rootfs = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(base.config.rootfs) ? base.config.rootfs : {};
    const diffs = Array.isArray(rootfs.diff_ids) ? rootfs.diff_ids : [];
    const history = Array.isArray(base.config.history) ? base.config.history : [];
    const config = Buffer.from(JSON.stringify({
        ...base.config,
        history: [...history, ...added.map(() => ({ created: '0001-01-01T00:00:00Z' }))],
        rootfs: { ...rootfs, diff_ids: [...diffs, ...added.map(layer => (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer)?.digest)] },
    }));
    const descriptor = { ...base.descriptor, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(config), size: config.length };
    const document = { ...base.document, config: descriptor, layers: [...base.layers, ...added] };
    const body = Buffer.from(JSON.stringify(document));
    return { manifest: { ...there.manifest, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(body), body }, config };
}
function readSignatures({ manifest, config }) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(manifest.body) ?? {};
    const { config: descriptor, layers } = document;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(descriptor) || !Array.isArray(layers))
        return undefined;
    const digest = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(descriptor)?.digest;
    if (digest === undefined || !(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .fits */ .lA)(config, digest))
        return undefined;
    if (!layers.every(layer => (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer) !== undefined))
        return undefined;
    return { document, descriptor, layers, config: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(config) ?? {} };
}
function keyOf(layer) {
    const { digest } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer);
    const annotations = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(layer) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(layer.annotations) ? layer.annotations : {};
    return JSON.stringify([digest, ...Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1))]);
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
    const named = document.mediaType;
    const mediaType = typeof named === 'string' ? named : type.split(';', 1).join('').trim();
    if (indexTypes.includes(mediaType) || (mediaType === '' && Array.isArray(document.manifests))) {
        const entries = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(document.manifests).filter(entry => platformOf(entry.platform) !== 'unknown/unknown');
        return {
            kind: 'index',
            mediaType,
            platforms: [...new Set(entries.flatMap(entry => platformOf(entry.platform) ?? []))],
            children: entries.flatMap(entry => typeof entry.digest === 'string' && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(entry.digest) ? [entry.digest] : []),
        };
    }
    const config = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(document.config) ? document.config.digest : undefined;
    if (!imageTypes.includes(mediaType) || typeof config !== 'string' || !(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(config))
        return undefined;
    return { kind: 'image', mediaType, config };
}
function artifactTypeOf(body) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body);
    const config = document?.config;
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([document?.artifactType, (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(config) ? config.mediaType : undefined])[0];
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


/***/ }),

/***/ 81:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AlteredError: () => (/* binding */ AlteredError),
/* harmony export */   RetryLaterError: () => (/* binding */ RetryLaterError),
/* harmony export */   isTransient: () => (/* binding */ isTransient),
/* harmony export */   restarting: () => (/* binding */ restarting),
/* harmony export */   saveBlob: () => (/* binding */ saveBlob),
/* harmony export */   verified: () => (/* binding */ verified)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25726);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50968);







class AlteredError extends Error {
}
class RetryLaterError extends Error {
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
            throw new AlteredError(`more than ${size} bytes arrived for ${digest}`);
        hash.update(chunk);
        yield chunk;
    }
    if (seen < size)
        throw new AlteredError(`${seen} of ${size} bytes arrived for ${digest}`);
    if (`${digest.split(':', 1)[0]}:${hash.digest('hex')}` !== digest)
        throw new AlteredError(`the bytes do not match ${digest}`);
}
function saveBlob(registry, repository, blob, path, signal) {
    return restarting(repository, registry.options, () => (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(registry.openBlob(repository, blob)), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(path), ...(signal === undefined ? [] : [{ signal }])));
}
function restarting(registry, options, attempt) {
    const temporary = (error) => !options.signal?.aborted && isTransient(error);
    const delay = (count, error) => (error instanceof RetryLaterError ? error.after : undefined) ?? (0,_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .pauseAfter */ .l0)(count);
    const sleep = (milliseconds) => (0,_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .pauseFor */ .Q1)(registry, milliseconds, options);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)({ attempts: _transport_js__WEBPACK_IMPORTED_MODULE_6__/* .attempts */ .r2, temporary, delay, sleep }, attempt).catch(error => {
        if (options.signal?.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelled */ .KW)();
        throw isTransient(error) ? explained(registry, error) : error;
    });
}
function explained(registry, error) {
    if (error instanceof RetryLaterError)
        return error.final;
    if (!(error instanceof AlteredError))
        return (0,_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .unreachable */ .HB)(registry, error);
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the registry ${registry} sent wrong content: ${error.message}`, 'try again; if it happens again, the registry or a proxy in front of it alters content', { cause: error });
}
function isTransient(error) {
    if (!(error instanceof Error) || error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
        return false;
    if (error instanceof AlteredError || error instanceof RetryLaterError || error.name === 'TimeoutError')
        return true;
    if (error instanceof TypeError)
        return /fetch failed|terminated/.test(error.message);
    return /^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(String(Reflect.get(error, 'code')));
}


/***/ }),

/***/ 4689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ typeAnnotation),
/* harmony export */   PX: () => (/* binding */ readAttached),
/* harmony export */   oy: () => (/* binding */ createdAnnotation)
/* harmony export */ });
/* harmony import */ var _registry_contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23931);
/* harmony import */ var _registry_legacy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53302);
/* harmony import */ var _registry_verified_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48961);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47937);
/* harmony import */ var _legacy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58806);








const largest = 64 * 1024 * 1024;
const mostBytes = 4 * largest;
const mostEntries = 500;
const atOnce = 4;
const untold = ['', 'application/vnd.oci.empty.v1+json', 'application/vnd.oci.image.config.v1+json'];
const typeAnnotation = 'dev.sigstore.bundle.predicateType';
const createdAnnotation = 'org.opencontainers.image.created';
async function readAttached(registry, repository, digest, wanted) {
    const place = { registry, repository, digest, left: mostBytes };
    const [bundles, signatures, attestations] = await Promise.all([
        readBundles(place, wanted),
        readLegacy(place, 'signature'),
        readLegacy(place, 'attestation'),
    ]);
    return [...bundles, ...signatures, ...attestations].sort((a, b) => b.made.localeCompare(a.made));
}
async function readBundles(place, wanted) {
    const { registry, repository, digest } = place;
    const listed = (await registry.referrers(repository, digest)).filter(({ artifactType, annotations: { [typeAnnotation]: type } }) => (artifactType.startsWith(_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .bundleType */ .$7) || untold.includes(artifactType)) &&
        (type === undefined || wanted.includes(type)));
    if (listed.length > mostEntries)
        throw tooMuch(place);
    const read = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_6__.mapOf)(listed, atOnce, async (entry) => {
        const manifest = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .jsonMap */ .vM)((await registry.manifest(repository, entry.digest))?.body ?? '');
        const type = manifest?.artifactType ?? entry.artifactType;
        const [layer] = layersOf(manifest);
        if (manifest === undefined || layer === undefined)
            return undefined;
        if (typeof type !== 'string' || !type.startsWith(_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .bundleType */ .$7))
            return undefined;
        const content = await contentOf(place, layer);
        if (content === undefined)
            return undefined;
        const bundle = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .readBundle */ .Bo)(Buffer.from(content).toString('utf8'));
        const claim = typeof bundle === 'string' ? bundle : (0,_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .claimOf */ ._B)(bundle);
        if (typeof bundle === 'string' || typeof claim === 'string')
            return undefined;
        const made = entry.annotations[createdAnnotation] ?? createdIn(manifest);
        return { claim, bundle, format: 'bundle', made };
    });
    return read.flatMap(each => each ?? []);
}
async function readLegacy(place, what) {
    const listed = await readLegacyLayers(place, what);
    return listed.flatMap(layer => {
        const bundle = (0,_legacy_js__WEBPACK_IMPORTED_MODULE_5__/* .bundleOf */ .cj)(layer);
        if (typeof bundle === 'string')
            return [];
        const payload = layer.mediaType === _legacy_js__WEBPACK_IMPORTED_MODULE_5__/* .layerTypes */ .vK.signature ? layer.content : undefined;
        const claim = payload === undefined ? (0,_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .claimOf */ ._B)(bundle) : (0,_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .simpleClaimOf */ ._e)(payload, bundle);
        return typeof claim === 'string'
            ? []
            : [{ claim, bundle, ...(payload && { payload }), format: 'legacy', made: '' }];
    });
}
async function readLegacyLayers(place, what) {
    const { registry, repository, digest } = place;
    const tag = (0,_registry_legacy_js__WEBPACK_IMPORTED_MODULE_1__/* .legacyTag */ .w_)(digest, what === 'signature' ? 'sig' : 'att');
    const found = tag === undefined ? undefined : await registry.manifest(repository, tag);
    const listed = layersOf((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .jsonMap */ .vM)(found?.body ?? ''));
    if (listed.length > mostEntries)
        throw tooMuch(place);
    const read = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_6__.mapOf)(listed, atOnce, async (each) => {
        const { mediaType, annotations } = each;
        const content = await contentOf(place, each);
        return content && { mediaType, content, annotations };
    });
    return read.filter(each => each !== undefined);
}
function layersOf(manifest) {
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(manifest?.layers).flatMap((layer) => {
        const descriptor = (0,_registry_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer);
        return descriptor === undefined ? [] : [{ ...descriptor, annotations: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .textMap */ .sP)(layer.annotations) }];
    });
}
async function contentOf(place, { digest, size, mediaType }) {
    const { registry, repository } = place;
    if (size > largest)
        return undefined;
    place.left -= size;
    if (place.left < 0)
        throw tooMuch(place);
    try {
        const chunks = [];
        for await (const chunk of registry.openBlob(repository, { digest, size, mediaType }))
            chunks.push(chunk);
        return Buffer.concat(chunks);
    }
    catch (error) {
        if (error instanceof _registry_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .IncompleteError */ .j$ || error instanceof _registry_verified_js__WEBPACK_IMPORTED_MODULE_2__.AlteredError)
            return undefined;
        throw error;
    }
}
const tooMuch = ({ repository, digest }) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`too much is attached to ${digest} in ${repository} (more than ${mostEntries} artifacts or ${mostBytes >> 20} MiB)`, 'delete attached artifacts that are no longer needed, or push the image again and sign it once');
const createdIn = ({ annotations }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .textMap */ .sP)(annotations)[createdAnnotation] ?? '';


/***/ }),

/***/ 47937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ bundleType),
/* harmony export */   Bo: () => (/* binding */ readBundle),
/* harmony export */   XS: () => (/* binding */ newestBundleType),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   _e: () => (/* binding */ simpleClaimOf),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/* unused harmony export statementType */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _predicates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90927);


const bundleType = 'application/vnd.dev.sigstore.bundle';
const newestBundleType = `${bundleType}.v0.3+json`;
const statementType = 'application/vnd.in-toto+json';
function readBundle(text) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(text);
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value?.verificationMaterial))
        return 'is not a Sigstore bundle';
    const bundle = value;
    if (bundle.dsseEnvelope === undefined && bundle.messageSignature === undefined)
        return 'has no signature';
    return bundle;
}
function claimOf({ dsseEnvelope, verificationMaterial }) {
    const payload = dsseEnvelope?.payloadType === statementType ? dsseEnvelope.payload : undefined;
    const statement = typeof payload === 'string' ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(Buffer.from(payload, 'base64')) : undefined;
    if (statement === undefined)
        return 'is not an in-toto statement';
    const { predicateType, predicate, subject } = statement;
    if (typeof predicateType !== 'string')
        return 'is a statement without a type';
    return {
        type: predicateType,
        about: digestsIn(subject),
        predicate,
        ...certificateIn(verificationMaterial),
    };
}
function simpleClaimOf(payload, { verificationMaterial }) {
    const critical = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(payload)?.critical;
    const image = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(critical) ? critical.image : undefined;
    const digest = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(image) ? image['docker-manifest-digest'] : undefined;
    if (typeof digest !== 'string')
        return 'is not the signature of an image';
    return {
        type: _predicates_js__WEBPACK_IMPORTED_MODULE_0__.predicates.signature,
        about: [digest],
        predicate: undefined,
        ...certificateIn(verificationMaterial),
    };
}
function textOf(bundle) {
    const again = (text) => Buffer.from(text, 'base64').toString('base64');
    return JSON.stringify(bundle, (key, value) => (key === 'payload' || key === 'rawBytes') && typeof value === 'string' ? again(value) : value);
}
function certificateIn({ certificate, x509CertificateChain: chain }) {
    const raw = certificate?.rawBytes ?? chain?.certificates?.[0]?.rawBytes;
    return typeof raw === 'string' ? { certificate: Buffer.from(raw, 'base64') } : {};
}
function digestsIn(subject) {
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapsIn */ .nf)(subject).flatMap(({ digest }) => Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(digest) ? digest : {}).flatMap(([algorithm, value]) => typeof value === 'string' ? [`${algorithm}:${value}`] : []));
}


/***/ }),

/***/ 18506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attestArguments: () => (/* binding */ attestArguments),
/* harmony export */   bareEnvironment: () => (/* binding */ bareEnvironment),
/* harmony export */   faultIn: () => (/* binding */ faultIn),
/* harmony export */   sign: () => (/* binding */ sign),
/* harmony export */   signArguments: () => (/* binding */ signArguments),
/* harmony export */   verify: () => (/* binding */ verify),
/* harmony export */   verifyArguments: () => (/* binding */ verifyArguments),
/* harmony export */   withCosign: () => (/* binding */ withCosign)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94826);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16428);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60512);
/* harmony import */ var _toolkit_tools_find_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31949);
/* harmony import */ var _toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(20335);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(47937);











function withCosign({ env, signal, report }, use) {
    return (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .withFolder */ .Z)(env, 'cosign', async (folder) => {
        const home = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'home');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(home);
        const asking = { env: bareEnvironment(home, env), cwd: home };
        const search = { asking, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'program'), env, signal, report };
        const [program] = await (0,_toolkit_tools_find_js__WEBPACK_IMPORTED_MODULE_8__.findTool)(_toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_9__.pins.cosign, search);
        return use({ program, folder: home, signal });
    });
}
function attestArguments({ key, services }, statement, bundle) {
    return [
        ...['attest-blob', '--yes', '--statement', statement, '--bundle', bundle],
        ...signerArguments(key, services),
    ];
}
function signArguments({ key, services }, file, bundle) {
    return ['sign-blob', '--yes', '--bundle', bundle, ...signerArguments(key, services), file];
}
function signerArguments(key, services) {
    return [
        ...(key === undefined ? [] : ['--key', key]),
        ...(services === undefined ? [] : ['--signing-config', services.config, '--trusted-root', services.root]),
    ];
}
function verifyArguments({ key, root, demands }, bundle, { type, digest, payload }) {
    const [algorithm = '', hex = ''] = digest.split(':');
    return [
        ...(payload === undefined
            ? ['verify-blob-attestation', '--type', type, '--digest', hex, '--digestAlg', algorithm]
            : ['verify-blob']),
        ...['--bundle', bundle],
        ...(key === undefined
            ? ['--certificate-identity-regexp', '.*', '--certificate-oidc-issuer-regexp', '.*']
            : ['--key', key]),
        ...(root === undefined ? [] : ['--trusted-root', root]),
        ...(demands.log ? [] : ['--insecure-ignore-tlog']),
        ...(demands.timestamp ? ['--use-signed-timestamps'] : []),
        ...(demands.certificateLog ? [] : ['--insecure-ignore-sct']),
        ...(payload === undefined ? [] : [payload]),
    ];
}
async function sign(cosign, key, what) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cosign.folder, 'sign-'));
    const [file, bundle] = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'content'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'bundle.json')];
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, 'statement' in what ? what.statement : what.payload);
    const args = 'statement' in what ? attestArguments(key, file, bundle) : signArguments(key, file, bundle);
    await patiently(cosign, async () => {
        const { code, stderr } = await run(cosign, args, key.env);
        return code === 0 ? undefined : faultIn((0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_7__.withoutSecrets)(stderr, key.secrets));
    });
    const made = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_10__/* .readBundle */ .Bo)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(bundle, 'utf8'));
    if (typeof made === 'string')
        throw new Error(`the bundle that cosign wrote ${made}`);
    return made;
}
const pauses = [2_000, 8_000];
const temporary = /timeout|timed out|deadline|connection|broken pipe|\bEOF\b|no such host|returned (429|5\d\d)|unexpected response: (429|5\d\d)/i;
async function patiently({ signal, sleep }, attempt) {
    const limits = { attempts: pauses.length + 1, delay: (count) => pauses[count - 1] ?? 0 };
    const unfinished = (fault = '') => temporary.test(fault);
    const fault = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .retry */ .L5)({ ...limits, unfinished, signal, sleep }, attempt);
    if (fault !== undefined)
        throw refusedToSign(fault);
}
async function verify(cosign, verifier, bundle, claim) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cosign.folder, 'verify-'));
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'bundle.json');
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, (0,_bundle_js__WEBPACK_IMPORTED_MODULE_10__/* .textOf */ .b6)(bundle));
    }
    catch (error) {
        if (error instanceof RangeError)
            return { valid: false, fault: 'the bundle is nested too deeply' };
        throw error;
    }
    const payload = claim.payload === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'payload');
    if (payload !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(payload, claim.payload ?? '');
    const { code, stderr } = await run(cosign, verifyArguments(verifier, file, { ...claim, payload }), verifier.env);
    return code === 0 ? { valid: true } : { valid: false, fault: faultIn(stderr) };
}
async function run({ program, folder, signal }, args, env) {
    const answer = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_5__/* .runForOutput */ .k)([program, ...args], { cwd: folder, env, signal });
    if (signal.aborted)
        throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
    return answer;
}
function bareEnvironment(home, env = process.env) {
    return { ...(0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .networkEnvironment */ .m)(env), HOME: home, TMPDIR: home };
}
function faultIn(said) {
    const lines = said.split('\n').map(line => line.trim());
    const error = lines.findLast(line => /^Error: /.test(line));
    const last = error?.slice('Error: '.length) ?? lines.findLast(line => line !== '') ?? 'it printed nothing';
    return last.length > 300 ? `…${last.slice(-299)}` : last;
}
function refusedToSign(fault) {
    const remedy = /decrypt|password/i.test(fault)
        ? 'set the password of the key in COSIGN_PASSWORD'
        : /id.?token|ambient|oidc/i.test(fault)
            ? 'grant the job `id-token: write`, or name a key in `signing.key`'
            : 'check the key and the services of `signing`';
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`cosign cannot sign: ${fault}`, remedy);
}


/***/ }),

/***/ 58806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ simplePayload),
/* harmony export */   ZZ: () => (/* binding */ layerOf),
/* harmony export */   cj: () => (/* binding */ bundleOf),
/* harmony export */   vK: () => (/* binding */ layerTypes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47937);



const layerTypes = {
    signature: 'application/vnd.dev.cosign.simplesigning.v1+json',
    attestation: 'application/vnd.dsse.envelope.v1+json',
};
const keys = {
    signature: 'dev.cosignproject.cosign/signature',
    certificate: 'dev.sigstore.cosign/certificate',
    chain: 'dev.sigstore.cosign/chain',
    log: 'dev.sigstore.cosign/bundle',
    timestamp: 'dev.sigstore.cosign/rfc3161timestamp',
};
function simplePayload(repository, digest) {
    const critical = {
        identity: { 'docker-reference': repository },
        image: { 'docker-manifest-digest': digest },
        type: 'cosign container image signature',
    };
    return Buffer.from(JSON.stringify({ critical, optional: null }));
}
function layerOf(bundle, payload) {
    const proofs = annotationsOf(bundle);
    const { dsseEnvelope: envelope, messageSignature: message } = bundle;
    if (payload !== undefined && message !== undefined)
        return {
            mediaType: layerTypes.signature,
            content: payload,
            annotations: { [keys.signature]: message.signature, ...proofs },
        };
    if (envelope === undefined)
        throw new Error('the bundle has no envelope');
    const predicateType = String((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(Buffer.from(envelope.payload, 'base64'))?.predicateType);
    return {
        mediaType: layerTypes.attestation,
        content: Buffer.from(JSON.stringify(envelope)),
        annotations: { [keys.signature]: '', predicateType, ...proofs },
    };
}
function bundleOf({ mediaType, content, annotations }) {
    const verificationMaterial = materialOf(annotations);
    if (verificationMaterial === undefined)
        return 'has a certificate, a timestamp or a log entry that cannot be read';
    const version = verificationMaterial.tlogEntries === undefined ? _bundle_js__WEBPACK_IMPORTED_MODULE_1__/* .newestBundleType */ .XS : firstBundleType;
    const head = { mediaType: version, verificationMaterial };
    if (mediaType === layerTypes.signature) {
        const messageDigest = { algorithm: 'SHA2_256', digest: sha256(content) };
        return { ...head, messageSignature: { messageDigest, signature: annotations[keys.signature] ?? '' } };
    }
    const envelope = mediaType === layerTypes.attestation ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(content) : undefined;
    return typeof envelope?.payload === 'string'
        ? { ...head, dsseEnvelope: envelope }
        : 'is neither a signature nor an attestation';
}
const firstBundleType = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
function annotationsOf({ verificationMaterial: material }) {
    const der = material.certificate?.rawBytes ?? material.x509CertificateChain?.certificates[0]?.rawBytes;
    const stamp = material.timestampVerificationData?.rfc3161Timestamps?.[0]?.signedTimestamp;
    return {
        ...(der === undefined ? {} : { [keys.certificate]: pemOf(der), [keys.chain]: '' }),
        ...(stamp === undefined ? {} : { [keys.timestamp]: JSON.stringify({ SignedRFC3161Timestamp: stamp }) }),
    };
}
function materialOf(annotations) {
    const { [keys.certificate]: pem, [keys.timestamp]: stamp, [keys.log]: log } = annotations;
    const der = pem ? derOf(pem) : undefined;
    const timestamp = stamp ? fieldOf(stamp, 'SignedRFC3161Timestamp') : undefined;
    const entry = log ? entryOf(log) : undefined;
    if ((pem && der === undefined) || (stamp && timestamp === undefined) || (log && entry === undefined))
        return undefined;
    return {
        ...(der === undefined ? { publicKey: { hint: '' } } : certificateOf(der, entry !== undefined)),
        ...(entry === undefined ? {} : { tlogEntries: [entry] }),
        ...(timestamp === undefined
            ? {}
            : { timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: timestamp }] } }),
    };
}
function certificateOf(rawBytes, first) {
    return first ? { x509CertificateChain: { certificates: [{ rawBytes }] } } : { certificate: { rawBytes } };
}
function entryOf(text) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(text);
    const payload = value?.Payload;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(payload))
        return undefined;
    const { body, integratedTime, logIndex, logID } = payload;
    const kind = typeof body === 'string' ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(Buffer.from(body, 'base64')) : undefined;
    if (kind === undefined || typeof logID !== 'string')
        return undefined;
    if (typeof logIndex !== 'number' || typeof integratedTime !== 'number')
        return undefined;
    return {
        logIndex: String(logIndex),
        logId: { keyId: Buffer.from(logID, 'hex').toString('base64') },
        kindVersion: { kind: kind.kind, version: kind.apiVersion },
        integratedTime: String(integratedTime),
        inclusionPromise: { signedEntryTimestamp: value?.SignedEntryTimestamp },
        canonicalizedBody: body,
    };
}
function fieldOf(text, name) {
    const field = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(text)?.[name];
    return typeof field === 'string' ? field : undefined;
}
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('base64');
const pemOf = (der) => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(Buffer.from(der, 'base64')).toString();
function derOf(pem) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem).raw.toString('base64');
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function serialQueue() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ }),

/***/ 31949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheFolder: () => (/* binding */ cacheFolder),
/* harmony export */   findTool: () => (/* binding */ findTool)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65081);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20335);







async function findTool(pin, search) {
    const { folder, env, signal, report } = search;
    const found = (0,_demand_js__WEBPACK_IMPORTED_MODULE_5__/* .demandsPinned */ .R)(env) ? undefined : (search.found ?? onPath(pin.name));
    const platform = `${process.platform}-${process.arch}`;
    const version = found === undefined ? undefined : await versionOf(pin, found, search);
    if (signal.aborted)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
    const choice = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.chooseTool)(pin, version, platform);
    if (choice.use === 'path' && found !== undefined) {
        if (choice.warning !== undefined)
            report(choice.warning);
        return found;
    }
    if (choice.use === 'pinned' && choice.note !== undefined)
        report(choice.note);
    const download = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.downloadFor)(pin, platform);
    if (download === undefined)
        throw new Error(`nothing was chosen for ${pin.name} on ${platform}`);
    const { name, version: pinned } = pin;
    const cache = cacheFolder(env);
    const { obtain } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9805), __webpack_require__.e(162)]).then(__webpack_require__.bind(__webpack_require__, 20162));
    const mirrors = (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.parseMirrors)(env.SLIPWAY_TOOL_MIRRORS ?? '', 'SLIPWAY_TOOL_MIRRORS');
    return [await obtain(download, { name, version: pinned, cache, folder, mirrors, signal, report })];
}
function onPath(name) {
    const path = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)(name);
    return path === undefined ? undefined : [path];
}
async function versionOf(pin, found, { asking, env, signal: cancel }) {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runForOutput */ .k)([...found, ...pin.asks], { ...(asking ?? { env }), signal }).catch(() => undefined);
    return answer?.code === 0 ? (0,_pin_js__WEBPACK_IMPORTED_MODULE_6__.versionIn)(pin, answer.stdout) : 'unknown';
}
function cacheFolder(env) {
    return (env.RUNNER_TOOL_CACHE || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.XDG_CACHE_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache'), 'slipway'));
}


/***/ }),

/***/ 20335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  addressesOf: () => (/* binding */ addressesOf),
  chooseTool: () => (/* binding */ chooseTool),
  downloadFor: () => (/* binding */ downloadFor),
  parseMirrors: () => (/* binding */ parseMirrors),
  pins: () => (/* binding */ pins),
  versionIn: () => (/* binding */ versionIn)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/input-text.js
var input_text = __webpack_require__(26126);
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/buildx.json
const buildx_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"buildx","version":"0.30.1","from":"0.15.0","why":"Since 0.15, `build --call=check` runs BuildKit\'s own checks of a Dockerfile.","unknown":"warn","remedy":"install Docker with Buildx (on GitHub: docker/setup-buildx-action before this step)","asks":["version"],"says":"^github\\\\.com/docker/buildx v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From checksums.txt of the release, as in Docker\'s official image; the one for x64 is the same in nixpkgs.","files":{"linux-x64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-amd64","sha256":"c37114fcd034025ec68e224657c8a5a850df472ded3ddcbca75ad3a7ebb9710d"},"linux-arm64":{"url":"https://github.com/docker/buildx/releases/download/v0.30.1/buildx-v0.30.1.linux-arm64","sha256":"31d012d52d6df68aef4b55db62330967b562811f0de30cdfaa4505f314797c76"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/cosign.json
const cosign_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"cosign","version":"3.1.3","from":"3.1.0","below":"4.0.0","oldest":"3.0.0","why":"Since 3.0, a signing configuration names the services, and bundles are the default format. 3.0 cannot write attestations to Rekor 2.","unknown":"refuse","asks":["version","--json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From a copy of cosign_checksums.txt of the release, which agrees with public repositories that verify the download; the original file was not reachable.","files":{"linux-x64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-amd64","sha256":"4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71"},"linux-arm64":{"url":"https://github.com/sigstore/cosign/releases/download/v3.1.3/cosign-linux-arm64","sha256":"c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/helm.json
const helm_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"helm","version":"4.3.0","from":"4.0.0","below":"5.0.0","why":"Charts are tested with 4.3. An older Helm has other Kubernetes versions and functions for templates, and the same commit must render the same objects everywhere.","unknown":"warn","asks":["version","--template={{.Version}}"],"says":"^v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources, such as the installers of Argo CD; the project publishes them in a file with .sha256sum next to each archive.","files":{"linux-x64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-amd64.tar.gz","sha256":"86584a54def73570558f66f5111cc53dfed56689637ae32c1201205d494f54fb","member":"linux-amd64/helm"},"linux-arm64":{"url":"https://get.helm.sh/helm-v4.3.0-linux-arm64.tar.gz","sha256":"31c5794dd55c66a51e6b7d2e2ac7a114ae8b1de41ff1d9ba51748ac973b06a08","member":"linux-arm64/helm"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/kubectl.json
const kubectl_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"kubectl","version":"1.36.3","from":"1.0.0","why":"Every version supports the requests of Slipway, so the version on the PATH is not checked.","unknown":"warn","asks":["version","--client","--output=json"],"says":"\\"gitVersion\\": *\\"v(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"From the kubectl.sha256 next to each program, as in kubespray.","files":{"linux-x64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl","sha256":"ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336"},"linux-arm64":{"url":"https://dl.k8s.io/release/v1.36.3/bin/linux/arm64/kubectl","sha256":"3d86f24401c41ae5a46ac50eef8865fe891d3647d324a0836f6c63757a126e62"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/restic.json
const restic_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"restic","version":"0.18.1","from":"0.18.0","below":"0.19.0","why":"Since 0.18, `check` prints its result as JSON. The output format is known up to 0.18.","unknown":"refuse","asks":["version"],"says":"^restic (\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources that verify the download, some of which cite the project\'s SHA256SUMS; that file was not reachable.","files":{"linux-x64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_amd64.bz2","sha256":"680838f19d67151adba227e1570cdd8af12c19cf1735783ed1ba928bc41f363d"},"linux-arm64":{"url":"https://github.com/restic/restic/releases/download/v0.18.1/restic_0.18.1_linux_arm64.bz2","sha256":"87f53fddde38764095e9c058a3b31834052c37e5826d2acf34e18923c006bd45"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/trivy.json
const trivy_namespaceObject = /*#__PURE__*/JSON.parse('{"name":"trivy","version":"0.74.0","from":"0.74.0","below":"0.75.0","oldest":"0.70.0","why":"Reports are tested with 0.74. Versions 0.69.4 to 0.69.6 were published by an attacker, so no version before 0.70 and no unknown version is run.","unknown":"refuse","asks":["--version"],"says":"^Version: v?(\\\\d+\\\\.\\\\d+\\\\.\\\\d+)","checksums":"The same in several independent public sources; the project publishes them in trivy_0.74.0_checksums.txt next to the archives.","files":{"linux-x64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz","sha256":"2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a","member":"trivy"},"linux-arm64":{"url":"https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-ARM64.tar.gz","sha256":"b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5","member":"trivy"}}}');
;// CONCATENATED MODULE: ./.build/js/src/toolkit/tools/pin.js








const pins = { kubectl: kubectl_namespaceObject, helm: helm_namespaceObject, buildx: buildx_namespaceObject, trivy: trivy_namespaceObject, cosign: cosign_namespaceObject, restic: restic_namespaceObject };
function downloadFor({ files }, platform) {
    const file = Object.hasOwn(files, platform) ? files[platform] : undefined;
    return file === undefined || file.sha256 === null ? undefined : { ...file, sha256: file.sha256 };
}
function chooseTool(pin, found, platform) {
    const { name, version, from, below, oldest = from } = pin;
    const known = found === undefined || found === 'unknown' ? undefined : found;
    if (known !== undefined && !older(known, from) && (below === undefined || older(known, below)))
        return { use: 'path' };
    const range = below === undefined ? `${from} or newer` : `${from} or newer, below ${below}`;
    const other = found === undefined
        ? undefined
        : `${name} ${known ?? 'of an unknown version'} on the PATH is not supported (required: ${range})`;
    if (other !== undefined && known === undefined && pin.unknown === 'warn')
        return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
    if (downloadFor(pin, platform) !== undefined)
        return { use: 'pinned', ...(other === undefined ? {} : { note: `${other}, so it is not used` }) };
    const remedy = pin.remedy ?? `install ${name} ${version} in a step before this one, so that it is on the PATH`;
    if (other === undefined) {
        const why = Object.hasOwn(pin.files, platform)
            ? 'it is not downloaded, because its checksum is unknown'
            : `there is no download for ${platform}`;
        throw new errors/* UserError */.yo(`${name} is not on the PATH, and ${why}`, remedy);
    }
    if (known === undefined ? pin.unknown === 'refuse' : older(known, oldest))
        throw new errors/* UserError */.yo(`${other}${known === undefined ? '' : `; no version before ${oldest} can be used`}`, remedy);
    return { use: 'path', warning: `${other}; it is used anyway, and may behave differently` };
}
function versionIn({ says }, text) {
    const version = new RegExp(says, 'm').exec(text)?.[1];
    return version === undefined || version === '0.0.0' ? 'unknown' : version;
}
const older = (one, other) => one.localeCompare(other, 'en', { numeric: true }) < 0;
function addressesOf(url, mirrors) {
    const { host, pathname } = new URL(url);
    return mirrors.length === 0
        ? [url]
        : mirrors.map(mirror => `${mirror.replace(/\/+$/, '')}/${host}${pathname}`);
}
function parseMirrors(text, setting) {
    const mirrors = (0,input_text/* listed */.KE)(text);
    for (const [index, mirror] of mirrors.entries()) {
        const url = URL.canParse(mirror) ? new URL(mirror) : undefined;
        const remedy = 'write an address such as https://mirror.example.com/tools';
        if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
            throw new errors/* UserError */.yo(`${setting} has an invalid address at position ${index + 1}`, remedy);
        if (url.username !== '' || url.password !== '')
            throw new errors/* UserError */.yo(`${setting} has an address with a password at position ${index + 1}`, 'remove the user and password; mirrors are used without credentials');
    }
    return mirrors;
}


/***/ })

};
