export const id = 162;
export const ids = [162,8961,8555];
export const modules = {

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

/***/ 20162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   obtain: () => (/* binding */ obtain)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83402);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92317);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16428);
/* harmony import */ var _pin_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(20335);
/* harmony import */ var _tool_cache_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(78555);










const cachedName = 'download';
async function obtain(download, options) {
    const { name, version, cache, folder, signal } = options;
    const work = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, '.download');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(work, { recursive: true });
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(work, name);
    const tool = `slipway-${name}`;
    try {
        const cached = await (0,_tool_cache_js__WEBPACK_IMPORTED_MODULE_9__/* .findCached */ .aY)(cache, tool, version);
        if (cached === undefined || !(await copied((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(cached, cachedName), file, download.sha256))) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true });
            await fetchFrom(download, file, options);
            await (0,_tool_cache_js__WEBPACK_IMPORTED_MODULE_9__.cacheFile)(cache, tool, version, file, cachedName).catch((error) => {
                options.report(`${name} could not be cached for later runs: ${error.message}`);
            });
        }
        const unpacked = await unpack(download, file, signal);
        if (signal.aborted)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .cancelled */ .KW)();
        const program = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(unpacked, program);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(program, 0o755);
        return program;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(work, { recursive: true, force: true });
    }
}
const copied = (from, to, sha256) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(from, to).then(async () => (await faultOf(to, sha256)) === undefined, () => false);
async function faultOf(file, sha256) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file), hash);
    const sum = hash.digest('hex');
    return sum === sha256 ? undefined : `has the checksum ${sum}, not the pinned ${sha256}`;
}
async function fetchFrom({ url, sha256 }, file, { name, version, mirrors, signal, report }) {
    const faults = [];
    for (const address of (0,_pin_js__WEBPACK_IMPORTED_MODULE_8__.addressesOf)(url, mirrors)) {
        report(`downloading ${address}`);
        const fault = (await (0,_tool_cache_js__WEBPACK_IMPORTED_MODULE_9__/* .downloadTo */ .CI)(address, file, signal)) ?? (await faultOf(file, sha256));
        if (fault === undefined)
            return;
        faults.push(`${address} ${fault}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true });
    }
    const other = `set \`tool-mirrors\` or SLIPWAY_TOOL_MIRRORS to ${mirrors.length === 0 ? 'a' : 'another'} mirror`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`${name} ${version} cannot be downloaded: ${faults.join('; ')}`, `try again, ${other}, or install ${name} ${version} on the PATH`);
}
async function unpack({ url, member }, file, signal) {
    if (member === undefined)
        return url.endsWith('.bz2') ? decompress(file, signal) : file;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(await (0,_tool_cache_js__WEBPACK_IMPORTED_MODULE_9__/* .extractTar */ .nN)(file, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), 'unpacked')), member);
}
async function decompress(file, signal) {
    if ((0,_child_js__WEBPACK_IMPORTED_MODULE_5__/* .findOnPath */ .a)('bzip2') === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(file)} cannot be unpacked: bzip2 is not on the PATH`, `install bzip2, or ${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(file)} itself`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(file, `${file}.bz2`);
    const { code, stderr } = await (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .runForOutput */ .kr)(['bzip2', '--decompress', `${file}.bz2`], {
        env: process.env,
        signal,
    });
    if (code !== 0 && !signal.aborted)
        throw new Error(`bzip2 could not unpack ${file}.bz2: ${stderr}`);
    return file;
}


/***/ }),

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
