export const id = 8482;
export const ids = [8482];
export const modules = {

/***/ 18482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isInHistoryOf),
/* harmony export */   olderCommitProblemOf: () => (/* binding */ olderCommitProblemOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88343);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6849);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43645);
/* harmony import */ var _operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78968);





function olderCommitProblemOf(env, token, report) {
    const { GITHUB_EVENT_NAME: event, GITHUB_RUN_ATTEMPT: attempt, GITHUB_SHA: own = '', GITHUB_REF: ref = '', } = env;
    if (event !== 'push' || attempt !== '1')
        return undefined;
    const github = (0,_github_js__WEBPACK_IMPORTED_MODULE_1__/* .gitHubOf */ .Tc)(env, token);
    return async ({ release, by: { repository, revision = '' } }) => {
        const isOurs = repository === env.GITHUB_REPOSITORY && /^[0-9a-f]{40,64}$/.test(revision);
        if (!isOurs || revision === own)
            return undefined;
        const [ours, theirs] = [own.slice(0, 7), revision.slice(0, 7)];
        try {
            if (github === undefined)
                throw new Error('the input `actions-token` is not set');
            const octokit = await github.open();
            if (!(await isInHistoryOf(octokit, github, own, revision)))
                return undefined;
            if ((await headOf(octokit, github, ref)) === own)
                return undefined;
        }
        catch (error) {
            const why = error.message;
            report(`warning: whether commit ${ours} is older than the live commit ${theirs} is unknown: ${why}`);
            return undefined;
        }
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`commit ${ours} is older than commit ${theirs} of the live release ${release}`, `if the run of the newer push only overtook this one, do nothing; to release the older one on purpose, use "Re-run all jobs" in this run, or ${(0,_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('rollback', undefined, env)}`);
    };
}
async function headOf({ rest }, { repo }, ref) {
    const { data } = await rest.repos.getCommit({ ...repo, ref: ref.replace(/^refs\//, ''), per_page: 1 });
    return (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__.validated)(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }), data).sha;
}
async function isInHistoryOf({ rest }, { repo }, sha, newer) {
    const basehead = `${newer}...${sha}`;
    const { data } = await rest.repos.compareCommitsWithBasehead({ ...repo, basehead, per_page: 1 });
    return ['behind', 'identical'].includes((0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__.validated)(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }), data).status);
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


/***/ }),

/***/ 31015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError)
/* harmony export */ });
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}



/***/ })

};
