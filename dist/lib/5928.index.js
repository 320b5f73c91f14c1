export const id = 5928;
export const ids = [5928,4377];
export const modules = {

/***/ 65928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readMinutes: () => (/* binding */ readMinutes)
/* harmony export */ });
/* unused harmony export minutesOf */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43645);


const moment = zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$({ offset: true }).nullish();
const jobSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    started_at: moment,
    completed_at: moment,
    conclusion: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    runner_name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    runner_group_name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    labels: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
});
const hostedGroups = ['GitHub Actions', 'Default Larger Runners'];
function ownerOf({ labels, runner_group_name: group, runner_name: name }) {
    if (labels?.includes('self-hosted'))
        return 'own';
    const isHosted = group ? hostedGroups.includes(group) : /^GitHub Actions \d+$/.test(name ?? '');
    return isHosted ? 'billed' : 'unsure';
}
const none = { billed: 0, own: 0, unsure: 0 };
function minutesOf(run, jobs, now) {
    const minutes = { ...none };
    for (const job of jobs) {
        const { started_at: from, completed_at: to, conclusion, runner_name: runner } = job;
        if (!from || !runner || conclusion === 'skipped')
            continue;
        const length = (to ? Date.parse(to) : now) - Date.parse(from);
        minutes[ownerOf(job)] += Math.max(1, Math.ceil(length / 60_000));
    }
    return { run, ...minutes };
}
const mostPages = 10;
const runSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(), workflow_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr() });
async function readMinutes(github, run, count, now) {
    const { repo } = github;
    const { rest, paginate } = await github.open();
    const runs = [run];
    if (count > 1) {
        const { data } = await rest.actions.getWorkflowRun({ ...repo, run_id: run });
        const { workflow_id } = (0,_toolkit_octokit_js__WEBPACK_IMPORTED_MODULE_0__.validated)(runSchema, data);
        const query = { ...repo, workflow_id, status: 'completed', per_page: count - 1 };
        const listed = await rest.actions.listWorkflowRuns(query);
        const ended = (0,_toolkit_octokit_js__WEBPACK_IMPORTED_MODULE_0__.validated)(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ workflow_runs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(runSchema) }), listed.data).workflow_runs;
        const others = ended.map(({ id }) => id).filter(id => id !== run);
        runs.push(...others.slice(0, count - 1));
    }
    const minutes = [];
    for (const id of runs) {
        const query = { ...repo, run_id: id, filter: 'all', per_page: 100 };
        const jobs = await paginate(rest.actions.listJobsForWorkflowRun, query, (0,_toolkit_octokit_js__WEBPACK_IMPORTED_MODULE_0__.pagesOf)(jobSchema, mostPages));
        minutes.push(minutesOf(id, jobs, now));
    }
    return minutes;
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

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
