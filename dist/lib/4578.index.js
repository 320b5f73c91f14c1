export const id = 4578;
export const ids = [4578,8961,81,9288,9944];
export const modules = {

/***/ 59944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   putManifest: () => (/* binding */ putManifest)
/* harmony export */ });
/* unused harmony exports saysImmutable, remedyFor */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99532);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45096);
/* harmony import */ var _upload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19288);





async function putManifest(session, manifest, tag, before) {
    const answer = await session.send(`manifests/${tag ?? manifest.digest}`, {
        method: 'PUT',
        type: manifest.mediaType,
        body: manifest.body,
        access: { act: 'write' },
        before,
        ...(tag === undefined ? {} : { forbidden: 'manual' }),
    });
    if (answer.status >= 200 && answer.status < 300) {
        session.options.stored?.();
        return answer.headers;
    }
    const refusal = tag === undefined ? undefined : refusalOf(session, answer, tag);
    if (refusal === undefined)
        throw answer.status === 404 ? (0,_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .noRepository */ .G)(session) : session.failure(answer);
    const there = await session.get(`manifests/${tag}`, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestTypes */ .Fm);
    if (there !== undefined && (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .fits */ .lA)(there.body, manifest.digest))
        return answer.headers;
    throw refusal;
}
function saysImmutable({ status, body }) {
    if (status < 400 || status >= 500 || status === 429)
        return false;
    return status === 412 || /immutab|cannot be overwritten|already exists/i.test((0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)(body));
}
function refusalOf(session, answer, tag) {
    const name = `the tag ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(tag)} of ${session.name}`;
    const { status } = answer;
    if (saysImmutable(answer))
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${session.registry} does not move ${name}, because its tags are immutable (${status})`, remedyFor(session.registry, answer, tag));
    if (status !== 403)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${session.registry} does not allow this run to set ${name} (403)`, 'log in with an account that may (on GitHub, give the job `packages: write`), or check whether the tag is protected there');
}
function remedyFor(registry, answer, tag) {
    const setting = settingOf(registry, answer);
    if (/^sha(256|512)-/.test(tag))
        return `${setting ?? 'allow tags that begin with sha256- to be moved, in the settings of the registry'}: such tags list what is attached to images`;
    return `push under a new version, or ${setting ?? 'allow this tag to be moved, in the settings of the registry'}`;
}
function settingOf(registry, { status, body }) {
    if (/\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(registry))
        return 'exclude it from the immutability of the repository (IMMUTABLE_WITH_EXCLUSION in Amazon ECR)';
    if (status === 412 || /configured as immutable/i.test((0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)(body)))
        return "exclude it from the project's rules of tag immutability (Policy in Harbor)";
    return undefined;
}


/***/ }),

/***/ 84578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ betweenLooks),
/* harmony export */   d: () => (/* binding */ looks),
/* harmony export */   settleTag: () => (/* binding */ settleTag)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99532);
/* harmony import */ var _put_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59944);





const calmMs = 600;
const looks = 3;
const betweenLooks = () => (calmMs / looks) * (0.75 + Math.random() / 2);
const mostWrites = 12;
const queues = new WeakMap();
function settleTag(session, tag, next) {
    const tags = queues.get(session) ?? new Map();
    queues.set(session, tags);
    const queue = tags.get(tag) ?? (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__.serialQueue)();
    tags.set(tag, queue);
    return queue(() => settle(session, tag, next));
}
async function settle(session, tag, next) {
    let writes = 0;
    let left = 0;
    do {
        const wanted = await next(await session.get(`manifests/${tag}`, _manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestTypes */ .Fm));
        if (wanted === undefined)
            left -= 1;
        else {
            if (writes === mostWrites)
                throw notKept(session, tag);
            await (0,_put_js__WEBPACK_IMPORTED_MODULE_3__.putManifest)(session, wanted, tag);
            writes += 1;
            left = looks;
        }
        if (left > 0)
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(betweenLooks(), session.options);
    } while (left > 0);
}
function notKept({ registry, name }, tag) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${registry} does not keep what is written under the tag ${tag} of ${name}`, 'check the tag and which other client writes it, then run the step again');
}


/***/ }),

/***/ 19288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ noRepository),
/* harmony export */   placeBlob: () => (/* binding */ placeBlob),
/* harmony export */   uploadBlob: () => (/* binding */ uploadBlob)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45096);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50968);
/* harmony import */ var _verified_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81);




const writing = { act: 'write' };
async function placeBlob(session, blob, source) {
    if (await hasBlob(session, blob.digest))
        return 'present';
    const begun = await mount(session, blob.digest, source.mountFrom);
    if (begun?.status === 201)
        return 'mounted';
    await uploadBlob(session, blob, source.open, begun);
    return 'uploaded';
}
async function hasBlob(session, digest) {
    const { status } = await session.send(`blobs/${digest}`, {
        method: 'HEAD',
        accept: ['*/*'],
        access: writing,
    });
    return status === 200;
}
async function mount(session, digest, from) {
    if (from === undefined)
        return undefined;
    const query = new URLSearchParams({ mount: digest, from });
    const request = { method: 'POST', access: { act: 'write', mountFrom: from } };
    const answer = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorOf */ .zb)(() => session.send(`blobs/uploads/?${query}`, request));
    return answer instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? undefined : answer;
}
const worthAsking = 1024 * 1024;
function uploadBlob(session, blob, open, begun) {
    let stand = begun?.status === 202 ? uploadStateOf(session, begun) : undefined;
    let failed;
    return (0,_verified_js__WEBPACK_IMPORTED_MODULE_3__.restarting)(session.registry, session.options, async () => {
        if (failed !== undefined) {
            if (blob.size >= worthAsking && (await hasBlob(session, blob.digest)))
                return;
            stand = await resumed(session, blob, failed);
        }
        stand ??= await begin(session);
        const { url, from } = withDigest(stand, blob.digest);
        failed = stand;
        stand = undefined;
        const headers = await session.headersFor(url, { access: writing });
        if (from > 0)
            headers.set('content-range', `${from}-${blob.size - 1}`);
        const put = async () => (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .putStream */ .WV)(url, headers, { stream: await open(from), size: blob.size - from }, session.options);
        const answer = await put().catch(error => {
            if (error instanceof _verified_js__WEBPACK_IMPORTED_MODULE_3__.AlteredError)
                failed = undefined;
            throw error;
        });
        if (answer.status === 201 || answer.status === 204)
            return;
        if (answer.status === 401 && url.host !== session.address('').host)
            throw demandsLogin(session, url);
        const altered = answer.status === 400 && (0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .complaint */ .U4)(answer.body).startsWith('DIGEST_INVALID');
        if (from > 0 || altered)
            failed = undefined;
        const again = from > 0 || altered || (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .isTemporary */ .ey)(answer.status) || [401, 404, 416].includes(answer.status);
        if (again)
            throw new _verified_js__WEBPACK_IMPORTED_MODULE_3__.RetryLaterError(session.failure(answer), (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseAsked */ .LA)(answer));
        throw session.failure(answer);
    });
}
const demandsLogin = ({ registry, name }, { origin }) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${registry} takes uploads to ${name} at ${origin}, which requires credentials (401)`, 'correct the name of the registry, or ask its operator for uploads that need no other login');
async function begin(session) {
    const begun = await session.send('blobs/uploads/', { method: 'POST', access: writing });
    if (begun.status === 404)
        throw noRepository(session);
    if (begun.status !== 202)
        throw session.failure(begun);
    const stand = uploadStateOf(session, begun);
    if (stand !== undefined)
        return stand;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${session.registry} accepts an upload to ${session.name}, but names no valid address for it`, 'check the registry, or a proxy in front of it that changes addresses');
}
async function resumed(session, { size }, { url }) {
    const path = url.host === session.address('').host ? session.pathOf(url) : undefined;
    if (size < worthAsking || path === undefined)
        return undefined;
    const request = { accept: ['*/*'], access: writing };
    const answer = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorOf */ .zb)(() => session.send(path, request));
    if (answer instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || answer.status >= 300)
        return undefined;
    const last = /^(?:bytes=)?0-(\d+)$/.exec(answer.headers.get('range') ?? '')?.[1];
    const from = Number(last) + 1;
    if (!(from >= worthAsking && from < size))
        return undefined;
    return { url: uploadStateOf(session, answer)?.url ?? url, from };
}
function uploadStateOf(session, { headers }) {
    const location = headers.get('location');
    const base = session.address('blobs/uploads/');
    if (location === null || !URL.canParse(location, base.href))
        return undefined;
    const url = new URL(location, base);
    const secure = new URL((0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(session.registry)).protocol === 'https:';
    if (secure && url.protocol === 'http:')
        url.protocol = 'https:';
    if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
        return undefined;
    return { url, from: 0 };
}
function withDigest({ url, from }, digest) {
    const whole = new URL(url);
    whole.search = `${url.search === '' ? '?' : `${url.search}&`}digest=${encodeURIComponent(digest)}`;
    return { url: whole, from };
}
function noRepository(session) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${session.registry} has no repository ${session.name}`, 'create it there, or correct `repository` in slipway.yml');
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


/***/ })

};
