export const id = 6916;
export const ids = [6916,81];
export const modules = {

/***/ 56916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isGitHubRegistry: () => (/* binding */ isGitHubRegistry),
/* harmony export */   openPackage: () => (/* binding */ openPackage)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6849);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50968);
/* harmony import */ var _verified_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81);







const isGitHubRegistry = (repository) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(repository).registry === 'ghcr.io';
const pageSize = 100;
const mostPages = 1000;
async function openPackage(repository, token, env, options = {}) {
    const [, owner = '', ...name] = repository.split('/');
    const call = (method, path) => withRetries(options, () => (0,_toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__/* .callGitHub */ .ur)(env, token, method, path));
    const of = (kind) => `${kind}/${owner}/packages/container/${encodeURIComponent(name.join('/'))}/versions`;
    const ids = new Map();
    let base = of('orgs');
    const page = async (number) => {
        const query = `?per_page=${pageSize}&page=${number}`;
        try {
            return await call('GET', `${base}${query}`);
        }
        catch (error) {
            if (!(error instanceof _toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_))
                throw error;
            if (error.status === 404 && base === of('orgs')) {
                base = of('users');
                return page(number);
            }
            if (error.status === 404)
                return [];
            throw refused(repository, error, 'read');
        }
    };
    return {
        list: async () => {
            const found = new Map();
            for (let number = 1; number <= mostPages; number += 1) {
                const versions = await page(number);
                for (const { id, name: digest, created_at } of versions) {
                    if (!(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
                        continue;
                    const moment = Date.parse(created_at ?? '');
                    ids.set(digest, id);
                    found.set(digest, Number.isNaN(moment) ? undefined : moment);
                }
                if (versions.length < pageSize)
                    break;
            }
            return found;
        },
        remove: async (digest) => {
            const id = ids.get(digest);
            if (id === undefined)
                return { refused: 'GitHub lists no such version of the package' };
            try {
                await call('DELETE', `${base}/${id}`);
                return 'removed';
            }
            catch (error) {
                if (!(error instanceof _toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_))
                    throw error;
                if (error.status === 404)
                    return 'gone';
                if (error.status === 400 || error.status === 422)
                    return { refused: `${error.status}: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g)(error.said)}` };
                throw refused(repository, error, 'delete from');
            }
        },
    };
}
const longestPause = 60_000;
function withRetries({ sleep, signal }, attempt) {
    const passing = (error) => (error instanceof _toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_ ? error.passes : (0,_verified_js__WEBPACK_IMPORTED_MODULE_5__.isPassing)(error));
    const asked = (error) => (error instanceof _toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_ ? error.after : undefined);
    const passes = (error) => passing(error) && (asked(error) ?? 0) <= longestPause;
    const delay = (count, error) => asked(error) ?? (0,_transport_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseAfter */ .l0)(count);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L)({ attempts: _transport_js__WEBPACK_IMPORTED_MODULE_4__/* .attempts */ .r2, passes, delay, sleep, signal }, attempt).catch((error) => {
        throw passing(error) ? explained(error) : error;
    });
}
function explained(error) {
    const why = error instanceof _toolkit_github_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_
        ? `${error.status}${error.said === '' ? '' : `: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g)(error.said)}`}`
        : error.message;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the API of GitHub is not available now (${why})`, 'run the step again later: it deletes the rest then', { cause: error });
}
function refused(repository, error, verb) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`GitHub does not allow this run to ${verb} ${repository} with the \`token\` (${error.status}${error.said === '' ? '' : `: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g)(error.said)}`})`, 'give the job `packages: write`, and give the repository the role Admin in the settings of the package (Manage Actions access)', { cause: error });
}


/***/ }),

/***/ 50968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   Hp: () => (/* binding */ leastProgress),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   Q1: () => (/* binding */ pauseFor),
/* harmony export */   WV: () => (/* binding */ putStream),
/* harmony export */   cv: () => (/* binding */ exchange),
/* harmony export */   ho: () => (/* binding */ open),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   qO: () => (/* binding */ passing),
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
const passingStatus = new Set([408, 429, 500, 502, 503, 504]);
function exchange(url, init, options) {
    return patiently(url, options, async () => {
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
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v)(milliseconds, options);
    options.pace?.waited(host, began, clock(options));
}
function passing(status) {
    return passingStatus.has(status);
}
function retryAfter(headers, now) {
    const text = headers.get('retry-after')?.trim();
    if (text === undefined || text === '')
        return undefined;
    const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.min(longestPause, Math.max(0, milliseconds));
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
            if (last || !passing(answer.status)) {
                options.pace?.waited(url.host, began + usual, clock(options));
                return answer;
            }
            const asked = retryAfter(answer.headers, Date.now());
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
    let innermost = error;
    while (innermost.cause instanceof Error)
        innermost = innermost.cause;
    const reason = error.name === 'TimeoutError'
        ? 'no complete answer in time'
        : innermost.message || String(Reflect.get(innermost, 'code'));
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${host} cannot be reached (${reason})`, 'check its name, and whether this runner can reach it', { cause: error });
}


/***/ }),

/***/ 81:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AlteredError: () => (/* binding */ AlteredError),
/* harmony export */   RetryLaterError: () => (/* binding */ RetryLaterError),
/* harmony export */   isPassing: () => (/* binding */ isPassing),
/* harmony export */   restarting: () => (/* binding */ restarting),
/* harmony export */   verified: () => (/* binding */ verified)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50968);




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
function restarting(registry, options, attempt) {
    const passes = (error) => !options.signal?.aborted && isPassing(error);
    const delay = (count, error) => (error instanceof RetryLaterError ? error.after : undefined) ?? (0,_transport_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseAfter */ .l0)(count);
    const sleep = (milliseconds) => (0,_transport_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseFor */ .Q1)(registry, milliseconds, options);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({ attempts: _transport_js__WEBPACK_IMPORTED_MODULE_3__/* .attempts */ .r2, passes, delay, sleep }, attempt).catch(error => {
        if (options.signal?.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)();
        throw isPassing(error) ? explained(registry, error) : error;
    });
}
function explained(registry, error) {
    if (error instanceof RetryLaterError)
        return error.final;
    if (!(error instanceof AlteredError))
        return (0,_transport_js__WEBPACK_IMPORTED_MODULE_3__/* .unreachable */ .HB)(registry, error);
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the registry ${registry} sent wrong content: ${error.message}`, 'try again; if it happens again, the registry or a proxy in front of it alters content', { cause: error });
}
function isPassing(error) {
    if (!(error instanceof Error) || error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
        return false;
    if (error instanceof AlteredError || error instanceof RetryLaterError || error.name === 'TimeoutError')
        return true;
    if (error instanceof TypeError)
        return /fetch failed|terminated/.test(error.message);
    return /^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(String(Reflect.get(error, 'code')));
}


/***/ }),

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ gitHubOf),
/* harmony export */   ur: () => (/* binding */ callGitHub),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
class GitHubError extends Error {
    status;
    said;
    after;
    constructor(status, text, after) {
        super(`GitHub answered ${status}: ${text.slice(0, 200)}`);
        this.status = status;
        this.said = saidIn(text);
        this.after = after;
    }
    get passes() {
        const { status } = this;
        const limited = status === 403 && (this.after !== undefined || /rate limit/i.test(this.said));
        return status === 429 || status >= 500 || limited;
    }
}
const timeout = 10_000;
function gitHubOf(env, token) {
    const { GITHUB_REPOSITORY: repository } = env;
    if (token === '' || repository === undefined)
        return undefined;
    return {
        repository,
        call: (method, path, body) => callGitHub(env, token, method, `repos/${repository}/${path}`, body),
    };
}
async function callGitHub({ GITHUB_API_URL: api = 'https://api.github.com' }, token, method, path, body) {
    const answer = await fetch(`${api}/${path}`, {
        method,
        headers: {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'x-github-api-version': '2022-11-28',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
    });
    const text = await answer.text();
    if (!answer.ok)
        throw new GitHubError(answer.status, text, waitIn(answer.headers));
    return text === '' ? undefined : JSON.parse(text);
}
function waitIn(headers) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    if (Number.isFinite(seconds))
        return seconds * 1000;
    if (headers.get('x-ratelimit-remaining') !== '0')
        return undefined;
    const end = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
    return Number.isFinite(end) ? Math.max(0, end - Date.now()) : undefined;
}
function saidIn(text) {
    try {
        const { message } = JSON.parse(text);
        return typeof message === 'string' ? message : '';
    }
    catch {
        return '';
    }
}


/***/ })

};
