export const id = 6916;
export const ids = [6916];
export const modules = {

/***/ 56916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isGitHubRegistry: () => (/* binding */ isGitHubRegistry),
/* harmony export */   openPackage: () => (/* binding */ openPackage)
/* harmony export */ });
/* harmony import */ var _octokit_request_error__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31015);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_octokit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43645);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50968);






const isGitHubRegistry = (repository) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(repository).registry === 'ghcr.io';
const version = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(), name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), created_at: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish() });
const mostPages = 1000;
const pathOf = (kind) => `/${kind}/{owner}/packages/container/{name}/versions`;
async function openPackage(repository, token, env, options = {}) {
    const [, owner = '', ...names] = repository.split('/');
    const name = names.join('/');
    const { sleep, signal } = options;
    const patience = { attempts: _transport_js__WEBPACK_IMPORTED_MODULE_3__/* .attempts */ .r2, within: Number.POSITIVE_INFINITY, longestPause: 60_000 };
    const octokit = await (0,_toolkit_octokit_js__WEBPACK_IMPORTED_MODULE_2__.openOctokit)(env, token, { ...patience, sleep, signal });
    octokit.hook.error('request', error => {
        throw explained(error);
    });
    const ids = new Map();
    let path = pathOf('orgs');
    const read = async () => {
        const call = { method: 'GET', url: path, owner, name, per_page: 100 };
        try {
            return await octokit.paginate(call, (0,_toolkit_octokit_js__WEBPACK_IMPORTED_MODULE_2__.pagesOf)(version, mostPages));
        }
        catch (error) {
            if (!(error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_5__/* .RequestError */ .G))
                throw error;
            if (error.status === 404 && path === pathOf('orgs')) {
                path = pathOf('users');
                return read();
            }
            if (error.status === 404)
                return [];
            throw refused(repository, error, 'read');
        }
    };
    return {
        list: async () => {
            const found = new Map();
            for (const { id, name: digest, created_at } of await read()) {
                if (!(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
                    continue;
                const moment = Date.parse(created_at ?? '');
                ids.set(digest, id);
                found.set(digest, Number.isNaN(moment) ? undefined : moment);
            }
            return found;
        },
        remove: async (digest) => {
            const id = ids.get(digest);
            if (id === undefined)
                return { refused: 'GitHub lists no such version of the package' };
            try {
                await octokit.request(`DELETE ${path}/{id}`, { owner, name, id });
                return 'removed';
            }
            catch (error) {
                if (!(error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_5__/* .RequestError */ .G))
                    throw error;
                if (error.status === 404)
                    return 'gone';
                if (error.status === 400 || error.status === 422)
                    return { refused: error.message };
                throw refused(repository, error, 'delete from');
            }
        },
    };
}
function explained(error) {
    if (!(error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_5__/* .RequestError */ .G && (0,_toolkit_octokit_js__WEBPACK_IMPORTED_MODULE_2__.isTemporary)(error)))
        return error;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the API of GitHub is not available now (${error.message})`, 'run the step again later: it deletes the rest then', { cause: error });
}
function refused(repository, error, verb) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`GitHub does not allow this run to ${verb} ${repository} with the \`github-token\` (${error.message})`, 'give the job `packages: write`, and give the repository the role Admin in the settings of the package (Manage Actions access)', { cause: error });
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

/***/ 43645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isTemporary: () => (/* binding */ isTemporary),
/* harmony export */   openOctokit: () => (/* binding */ openOctokit),
/* harmony export */   pagesOf: () => (/* binding */ pagesOf),
/* harmony export */   validated: () => (/* binding */ validated)
/* harmony export */ });
/* harmony import */ var _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31015);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);





const timeout = 10_000;
const brief = { attempts: 3, within: 5_000, longestPause: 2_000 };
const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
async function openOctokit({ GITHUB_API_URL: baseUrl = 'https://api.github.com' }, token, patience = {}) {
    const { getOctokit: open } = await load();
    const octokit = open(token, {
        baseUrl,
        userAgent: 'slipway',
        log: silent,
        request: { log: silent, fetch: fetchFrom(new URL(baseUrl).origin) },
    });
    octokit.hook.wrap('request', async (request, options) => {
        const answer = await Promise.resolve(request(options)).catch(error => {
            throw explained(error);
        });
        if (![204, 302].includes(answer.status) && (typeof answer.data !== 'object' || answer.data === null))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub answered ${answer.status} without JSON`, 'check GITHUB_API_URL, and proxies between it and the runner');
        return answer;
    });
    octokit.hook.wrap('request', (request, call) => repeated({ ...brief, ...patience }, call.method, async () => request(call)));
    return octokit;
}
function repeated({ longestPause, ...limits }, method, attempt) {
    const asked = (error) => (error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G ? pauseAskedBy(error) : undefined);
    return (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({
        ...limits,
        temporary: error => error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G && mayRepeat(method, error) && (asked(error) ?? 0) <= longestPause,
        delay: (count, error) => asked(error) ?? 500 * 2 ** (count - 1),
    }, attempt);
}
const mayRepeat = (method, error) => method === 'POST' ? isLimit(error) || error.status === 503 : isTemporary(error);
async function load() {
    const { GITHUB_EVENT_PATH: event } = process.env;
    delete process.env.GITHUB_EVENT_PATH;
    try {
        return await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1758)]).then(__webpack_require__.bind(__webpack_require__, 11758));
    }
    finally {
        if (event !== undefined)
            process.env.GITHUB_EVENT_PATH = event;
    }
}
const fetchFrom = (origin) => async (url, init) => {
    if (new URL(String(url)).origin !== origin)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub redirected to another host, ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(String(url))}`, "set GITHUB_API_URL to the server's own API URL");
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    await answer.clone().arrayBuffer();
    return answer;
};
function explained(error) {
    if (!(error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G))
        return error;
    if (error.cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return error.cause;
    const status = error.response === undefined ? '' : `${error.status}: `;
    error.message = `${status}${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(error.message).slice(0, 200)}`;
    return error;
}
const isTemporary = (error) => error.status >= 500 || isLimit(error);
const isLimit = (error) => error.status === 429 ||
    (error.status === 403 && (pauseAskedBy(error) !== undefined || /rate limit/i.test(error.message)));
function pauseAskedBy({ response }) {
    const { headers = {} } = response ?? {};
    const asked = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfter */ .P9)(headers['retry-after']);
    if (asked !== undefined || headers['x-ratelimit-remaining'] !== '0')
        return asked;
    const end = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
    return Number.isFinite(end) ? Math.max(0, end - Date.now()) : undefined;
}
function validated(schema, data) {
    const result = schema.safeParse(data);
    if (result.success)
        return result.data;
    const [first] = result.error.issues;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub returned an invalid response: ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)([...(first?.path ?? []), first?.message].join(': '))}`, 'check GITHUB_API_URL, and the version of an Enterprise Server');
}
function pagesOf(item, most) {
    let count = 0;
    return ({ data }, done) => {
        count += 1;
        if (count === most)
            done();
        return validated(zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(item), data);
    };
}


/***/ })

};
