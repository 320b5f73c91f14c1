export const id = 8555;
export const ids = [8555];
export const modules = {

/***/ 78555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ downloadTo),
/* harmony export */   aY: () => (/* binding */ findCached),
/* harmony export */   cacheFile: () => (/* binding */ cacheFile),
/* harmony export */   nN: () => (/* binding */ extractTar)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53053);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var _actions_tool_cache__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59805);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48961);






const [longest, longestSilence] = [600_000, 20_000];
Object.assign(globalThis, {
    TEST_DOWNLOAD_TOOL_RETRY_MIN_SECONDS: 0,
    TEST_DOWNLOAD_TOOL_RETRY_MAX_SECONDS: 0,
});
const downloads = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__.subscribe)('http.client.request.created', message => {
    const { request } = message;
    const download = downloads.getStore();
    if (download === undefined)
        return;
    (0,node_stream__WEBPACK_IMPORTED_MODULE_2__.addAbortSignal)(download.signal, request);
    const silence = setTimeout(() => download.end(new Error(`there was no answer within ${longestSilence / 1000} s`)), longestSilence);
    silence.unref();
    for (const event of ['response', 'connect', 'close'])
        request.once(event, () => clearTimeout(silence));
});
async function downloadTo(url, file, cancel) {
    const ending = new AbortController();
    const end = (reason) => ending.abort(reason);
    const signal = AbortSignal.any([cancel, ending.signal, AbortSignal.timeout(longest)]);
    try {
        await downloads.run({ signal, end }, () => _actions_tool_cache__WEBPACK_IMPORTED_MODULE_3__/* .downloadTool */ .bq(url, file));
        return undefined;
    }
    catch (error) {
        if (cancel.aborted)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .cancelled */ .KW)();
        if (error instanceof _actions_tool_cache__WEBPACK_IMPORTED_MODULE_3__/* .HTTPError */ .Hl)
            return `answered ${error.httpStatusCode}`;
        const cause = signal.aborted ? signal.reason : error;
        return `failed (${cause instanceof Error ? cause.message : cause})`;
    }
    finally {
        end();
    }
}
const findCached = (root, tool, version) => inCache(root, async () => _actions_tool_cache__WEBPACK_IMPORTED_MODULE_3__/* .find */ .I6(tool, version) || undefined);
const cacheFile = (root, tool, version, file, name) => inCache(root, () => _actions_tool_cache__WEBPACK_IMPORTED_MODULE_3__/* .cacheFile */ .NJ(file, name, tool, version));
const turn = (0,_parallel_js__WEBPACK_IMPORTED_MODULE_5__.serialQueue)();
const inCache = (root, work) => turn(async () => {
    const { RUNNER_TOOL_CACHE: before } = process.env;
    process.env.RUNNER_TOOL_CACHE = root;
    try {
        return await work();
    }
    finally {
        if (before === undefined)
            delete process.env.RUNNER_TOOL_CACHE;
        else
            process.env.RUNNER_TOOL_CACHE = before;
    }
});
const extractTar = (archive, folder) => _actions_tool_cache__WEBPACK_IMPORTED_MODULE_3__/* .extractTar */ .nN(archive, folder);


/***/ })

};
