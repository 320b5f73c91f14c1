export const id = 3337;
export const ids = [3337,81];
export const modules = {

/***/ 73337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   download: () => (/* binding */ download)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23931);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50968);
/* harmony import */ var _verified_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81);




const mostTurns = 50;
async function* download(session, { digest, size }, from = 0) {
    let at = from;
    let idle = 0;
    for (let turn = 1; at < size || size === 0; turn += 1) {
        const before = at;
        try {
            for await (const chunk of await openAt(session, digest, at, size)) {
                at += chunk.length;
                yield chunk;
            }
            if (at >= size)
                return;
            throw new _verified_js__WEBPACK_IMPORTED_MODULE_3__.AlteredError(`${at} of ${size} bytes arrived for ${digest}`);
        }
        catch (error) {
            if (session.options.signal?.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
            if (!(0,_verified_js__WEBPACK_IMPORTED_MODULE_3__.isTransient)(error))
                throw error;
            idle = at - before >= _transport_js__WEBPACK_IMPORTED_MODULE_2__/* .leastProgress */ .Hp ? 1 : idle + 1;
            if (idle < _transport_js__WEBPACK_IMPORTED_MODULE_2__/* .attempts */ .r2 && turn < mostTurns)
                await (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseFor */ .Q1)(session.registry, (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseAfter */ .l0)(idle), session.options);
            else
                throw error instanceof _verified_js__WEBPACK_IMPORTED_MODULE_3__.AlteredError ? error : (0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)(session.registry, error);
        }
    }
}
async function openAt(session, digest, at, size) {
    const opened = await session.open(`blobs/${digest}`, at === 0 ? undefined : [at, size - 1]);
    if (opened === undefined)
        throw new _contents_js__WEBPACK_IMPORTED_MODULE_1__/* .IncompleteError */ .j$(`${session.registry}/${session.name} is missing the blob ${digest}`, 'push the image again');
    if (at === 0)
        return opened.stream;
    if (opened.status === 200)
        return without(opened.stream, at);
    const first = /^bytes (\d+)-/.exec(opened.headers.get('content-range') ?? '')?.[1];
    if (Number(first) === at)
        return opened.stream;
    throw new _verified_js__WEBPACK_IMPORTED_MODULE_3__.AlteredError(`a range that starts at ${first ?? 'no offset'} arrived for ${digest} instead of one at ${at}`);
}
async function* without(stream, bytes) {
    let left = bytes;
    for await (const chunk of stream) {
        if (left < chunk.length)
            yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
    }
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
