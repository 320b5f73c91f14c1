export const id = 2567;
export const ids = [2567,81];
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

/***/ 32567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ openLayout),
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   TA: () => (/* binding */ layoutTree),
/* harmony export */   Xp: () => (/* binding */ fetchLayout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(48961);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99532);
/* harmony import */ var _verified_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(81);










const atOnce = 4;
async function fetchLayout(registry, reference, folder, input = 'images') {
    const { repository, digest } = reference;
    const tree = await registry.tree(repository, digest);
    if (tree === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${repository} has no image ${digest}`, `correct the digest in the input \`${input}\``);
    await requireEmpty(folder);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), { recursive: true });
    const partial = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(folder)}-`));
    try {
        for (const algorithm of ['sha256', 'sha512'])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(partial, 'blobs', algorithm), { recursive: true });
        await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__.eachOf)(tree.blobs, atOnce, blob => (0,_verified_js__WEBPACK_IMPORTED_MODULE_7__.saveBlob)(registry, repository, blob, blobPath(partial, blob.digest)));
        for (const manifest of tree.manifests)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(blobPath(partial, manifest.digest), manifest.body);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(partial, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
        const { mediaType, body } = tree.root;
        const manifests = [{ mediaType, digest, size: body.length }];
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(partial, 'index.json'), (0,_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .rawManifest */ .Yj)(_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .indexType */ .xt, { manifests }).body);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, folder);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(partial, { recursive: true, force: true });
        throw error;
    }
}
async function readLayout(folder) {
    const tree = await treeIn(folder);
    if (tree.images.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${folder} has no image that can run`, 'build it again');
    const platforms = tree.images.map(image => {
        const { platform = 'unknown', digest } = image;
        const found = tree.manifests.find(each => each.digest === digest);
        return {
            platform,
            manifest: { mediaType: found?.mediaType ?? '', digest, size: found?.body.length ?? 0 },
            bytes: (0,_contents_js__WEBPACK_IMPORTED_MODULE_5__/* .compressedSize */ .n3)(image),
        };
    });
    return { folder, digest: tree.root.digest, platforms };
}
async function openLayout(folder) {
    const { images } = await treeIn(folder);
    return Promise.all(images.map(async ({ platform = 'unknown', config, layers }) => ({
        platform,
        configuration: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .jsonMap */ .vM)((await layoutSource(folder).config(config.digest)) ?? ''),
        layers: layers.map(layer => ({
            digest: layer.digest,
            open: () => ((0,_contents_js__WEBPACK_IMPORTED_MODULE_5__/* .isForeign */ .jq)(layer) ? nothing() : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(blobPath(folder, layer.digest))),
        })),
    })));
}
async function treeIn(folder) {
    const tree = await layoutTree(folder, await rootOf(folder));
    if (tree === undefined)
        throw notWhole(folder);
    return tree;
}
async function* nothing() { }
async function rootOf(folder) {
    const index = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .jsonMap */ .vM)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'index.json')).catch(() => ''));
    if (index === undefined)
        throw notWhole(folder);
    const roots = new Map();
    for (const { digest = '', mediaType = '' } of (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .mapsIn */ .nf)(index.manifests).map(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .textMap */ .sP))
        if ((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(digest))
            roots.set(digest, { digest, mediaType });
    const [only] = roots.values();
    if (only !== undefined && roots.size === 1)
        return only;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${folder} has ${roots.size} images instead of one`, 'write the layout with `build`, or with buildx --output type=oci,tar=false');
}
function notWhole(folder) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${folder} is not a complete OCI image layout`, 'build it again');
}
function layoutTree(folder, root) {
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_5__/* .readTree */ .Zc)(layoutSource(folder), root, folder);
}
function layoutSource(folder) {
    const read = async (digest) => {
        const body = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(blobPath(folder, digest)).catch(() => undefined);
        if (body === undefined || (0,_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .fits */ .lA)(body, digest))
            return body;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${folder} has a blob that does not match ${digest}`, 'build it again');
    };
    return {
        config: read,
        manifest: async (digest, type) => {
            const body = await read(digest);
            return body && { digest, mediaType: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .parseManifest */ .Ng)(body, type)?.mediaType ?? type, body };
        },
    };
}
function blobPath(folder, digest) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'blobs', ...digest.split(':'));
}
async function requireEmpty(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${folder} cannot be used for an image layout: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .innermostCause */ .$C)(error)}`, 'choose another folder', { cause: error });
    });
    if (entries.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the folder ${folder} for an image layout is not empty`, 'choose another folder');
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


/***/ })

};
