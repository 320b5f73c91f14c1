export const id = 81;
export const ids = [81];
export const modules = {

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
