export const id = 4179;
export const ids = [4179,9448];
export const modules = {

/***/ 4179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   issuesOf: () => (/* binding */ issuesOf),
/* harmony export */   label: () => (/* binding */ label)
/* harmony export */ });
/* harmony import */ var _toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44686);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72315);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22425);



const label = 'slipway-scan';
const most = 50;
const issuesOf = (app, images) => images.map(image => ({
    mark: markIn(app, image),
    said: image.failing.length === 0 ? undefined : { title: titleOf(app, image), body: bodyOf(app, image) },
}));
const markIn = (app, { name, reference }) => (0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__.markOf)(label, `${app}/${name} of ${repositoryIn(reference)}`);
const repositoryIn = (reference) => reference.replace(/@.*$/, '');
const titleOf = (app, { name, reference, failing }) => {
    const count = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .distinct */ .dM)(failing).length;
    return `${app}: ${count === 1 ? 'a finding' : `${count} findings`} in the deployed image ${name} of ${repositoryIn(reference)}`;
};
function bodyOf(app, image) {
    const { reference, failing } = image;
    const groups = (0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .distinct */ .dM)(failing);
    const rows = groups
        .slice(0, most)
        .map(({ finding: { severity, id, package: where, version, fixed, title } }) => [severity, id, `${where} ${version}`.trim(), fixed || 'no fix yet', title].map(code).join(' | '));
    const rest = groups.length - rows.length;
    return [
        markIn(app, image),
        `${code(reference)} is deployed, and fails \`scan\` of slipway.yml with the current vulnerability database:`,
        `| severity | finding | in | fixed in | what |\n| --- | --- | --- | --- | --- |\n${rows.map(row => `| ${row} |`).join('\n')}`,
        ...(rest > 0 ? [`And ${rest} more.`] : []),
        'This issue is closed automatically once no finding fails the scan: release a fixed image, or add an exception with an expiry date.',
    ].join('\n\n');
}
const code = (text) => (0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)((0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(text));


/***/ }),

/***/ 44686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quoted),
/* harmony export */   keepComment: () => (/* binding */ keepComment),
/* harmony export */   keepIssues: () => (/* binding */ keepIssues),
/* harmony export */   markOf: () => (/* binding */ markOf)
/* harmony export */ });
/* unused harmony export planIssues */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43645);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72315);




const markOf = (label, name) => `<!-- ${label}: ${name} -->`;
function planIssues(topics, open) {
    return topics.flatMap(({ mark, said, farewell }) => {
        const [first, ...others] = open
            .filter(({ body }) => body.startsWith(mark))
            .sort((a, b) => a.number - b.number);
        const closed = others.map(({ number }) => ({ do: 'close', number }));
        if (said === undefined)
            return first === undefined
                ? []
                : [{ do: 'close', number: first.number, ...(farewell === undefined ? {} : { farewell }) }, ...closed];
        if (first === undefined)
            return [{ do: 'open', ...said }];
        if (first.title === said.title && first.body.replaceAll('\r\n', '\n') === said.body)
            return closed;
        return [{ do: 'update', number: first.number, ...said }, ...closed];
    });
}
const mostPages = 50;
const listed = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional(),
});
async function keepIssues(github, label, topics) {
    const { repo } = github;
    const { rest, paginate } = await github.open();
    const query = { ...repo, state: 'open', labels: label, per_page: 100 };
    const issues = await paginate(rest.issues.listForRepo, query, (0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__.pagesOf)(listed, mostPages));
    const open = issues
        .filter(each => each.pull_request === undefined)
        .map(({ number, title, body }) => ({ number, title, body: body ?? '' }));
    const done = [];
    for (const step of planIssues(topics, open)) {
        if (step.do === 'open') {
            const { title, body } = step;
            const { data } = await rest.issues.create({ ...repo, title, body, labels: [label] });
            done.push(`opened issue ${data.number}: ${title}`);
        }
        else if (step.do === 'update') {
            const { number, title, body } = step;
            await rest.issues.update({ ...repo, issue_number: number, title, body });
            done.push(`updated issue ${number}: ${title}`);
        }
        else {
            const { number, farewell } = step;
            const issue = { ...repo, issue_number: number };
            if (farewell !== undefined)
                await rest.issues.createComment({ ...issue, body: farewell });
            await rest.issues.update({ ...issue, state: 'closed', state_reason: 'completed' });
            done.push(`closed issue ${number}`);
        }
    }
    return done;
}
const comments = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    user: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish(),
});
async function keepComment(github, number, mark, body, { byApp }) {
    const { repo } = github;
    const { rest, paginate } = await github.open();
    const query = { ...repo, issue_number: number, per_page: 100 };
    const all = await paginate(rest.issues.listComments, query, (0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__.pagesOf)(comments, mostPages));
    const own = all.find(each => each.body?.startsWith(mark) === true && (!byApp || each.user?.type === 'Bot'));
    const { data } = own === undefined
        ? await rest.issues.createComment({ ...repo, issue_number: number, body })
        : await rest.issues.updateComment({ ...repo, comment_id: own.id, body });
    return { url: data.html_url, isNew: own === undefined };
}
function quoted(line, longest = 200) {
    const text = (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(line).replace(/\s+/g, ' ').trim();
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
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
