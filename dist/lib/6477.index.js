export const id = 6477;
export const ids = [6477,7855,9448,4686];
export const modules = {

/***/ 97855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   manifestChanges: () => (/* binding */ manifestChanges),
/* harmony export */   manifestComparisonSchema: () => (/* binding */ manifestComparisonSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44686);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);





const changeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    environment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    object: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    what: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['create', 'change', 'delete']),
    lines: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    more: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
});
const manifestComparisonSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    compared: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    note: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    changes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(changeSchema),
    omitted: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().optional(),
});
const [mostObjects, mostLines, longest] = [40, 120, 200];
const words = {
    create: 'new',
    change: 'changed',
    delete: 'no longer in the manifests',
};
function manifestChanges({ compared, note, changes, omitted = 0 }) {
    if (!compared)
        return `The manifests were not compared with the base: ${(0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(note)}.`;
    if (changes.length === 0)
        return 'Nothing changes in slipway.yml and the manifests.';
    const groups = Map.groupBy(changes, ({ environment }) => environment);
    const parts = [...groups].map(([name, own]) => environmentPart(name, own));
    if (omitted > 0)
        parts.push(`Also changed, but not listed: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(omitted, 'object')}.`);
    return parts.join('\n\n');
}
function environmentPart(name, changes) {
    const listed = changes
        .slice(0, mostObjects)
        .map(({ object, what }) => `- ${(0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(object)}: ${words[what]}`);
    if (changes.length > mostObjects)
        listed.push(`- ${changes.length - mostObjects} more`);
    const all = changes.flatMap(({ object, lines, more }) => lines.length === 0
        ? []
        : [`# ${short(object)}`, ...lines.map(short), ...(more > 0 ? [`# … ${more} more lines`] : [])]);
    const lines = all.slice(0, mostLines);
    if (all.length > lines.length)
        lines.push(`# … ${all.length - lines.length} more lines`);
    const fields = lines.length === 0
        ? []
        : [`<details><summary>The fields that change</summary>\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)('diff', lines)}\n\n</details>`];
    return [`In ${(0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(name)}:`, listed.join('\n'), ...fields].join('\n\n');
}
const short = (text) => (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(text).slice(0, longest);


/***/ }),

/***/ 46477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseResults: () => (/* binding */ parseResults),
/* harmony export */   pullRequestComment: () => (/* binding */ pullRequestComment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44686);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(991);
/* harmony import */ var _manifest_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97855);






const most = 20;
const jobs = ['test', 'scan', 'plan'];
const job = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ result: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), outputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).catch({}) });
const needsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc(Object.fromEntries(jobs.map(name => [name, job])));
const parseResults = (text) => needsSchema.safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(text)).data;
const comparisonSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    compared: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    findings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        severity: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        package: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        fixed: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        image: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        fails: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    })),
    added: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    solved: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    sizes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ image: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), platform: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), bytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), before: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional() })),
});
const policySchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), warning: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig() });
function pullRequestComment(results, { run }) {
    const scan = outputOf(results.scan, 'comparison', comparisonSchema);
    const plan = outputOf(results.plan, 'difference', _manifest_changes_js__WEBPACK_IMPORTED_MODULE_1__.manifestComparisonSchema);
    const last = [testLine(results.test), policyLine(results), run && `[The run](${run}) has the rest.`];
    return joined([
        headline(results),
        plan && `#### What a release changes\n\n${(0,_manifest_changes_js__WEBPACK_IMPORTED_MODULE_1__.manifestChanges)(plan)}`,
        scan && findingsPart(scan),
        scan && sizesPart(scan),
        last.filter(part => part !== '').join(' '),
    ]);
}
const remedies = {
    test: 'Failed tests are marked at their lines, in the files of this pull request.',
    scan: 'Update what is listed below, correct what is marked in the Dockerfile, or add an exception with an owner and an end to slipway.yml.',
    plan: 'Correct slipway.yml, the manifests, or what is marked in the Dockerfile.',
};
function headline(results) {
    const bad = jobs.filter(name => results[name].result !== 'success');
    if (bad.length === 0)
        return '### ✅ Tests, scan and plan pass';
    const lines = bad.map(name => {
        const { result, outputs } = results[name];
        const { reason = 'none' } = outputs;
        const why = reason === 'none' || reason === '' ? '' : `: ${(0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(reason, 300)}`;
        const end = result === 'failure' ? `failed${why}. ${remedies[name]}` : `has no result (${(0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(result)}).`;
        return `- **${name}** ${end}`;
    });
    return `### ❌ Before this can be merged\n\n${lines.join('\n')}`;
}
function findingsPart({ compared, findings, added, solved }) {
    const head = compared
        ? `#### ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(added, 'new finding')} in the images`
        : '#### What fails the scan\n\nThere is no scan of the base branch to compare with.';
    const rows = findings
        .slice(0, most)
        .map(each => [
        ...[(0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(each.severity), (0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(each.id), (0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(`${each.package} ${each.version}`)],
        each.fixed === '' ? 'no fix yet' : `fixed in ${(0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(each.fixed)}`,
        ...[(0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(each.image), each.fails ? 'yes' : 'no'],
    ]);
    const rest = added - rows.length;
    return joined([
        head,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['severity', 'finding', 'in', 'remedy', 'image', 'fails'], rows, asIs),
        rest > 0 ? `${rest} more in the reports.` : '',
        solved > 0 ? `Findings of the base branch that are gone: ${solved}.` : '',
    ]);
}
function sizesPart({ sizes }) {
    const rows = sizes.slice(0, most).map(({ image, platform, bytes, before }) => {
        const change = before === undefined ? 'not in the base branch' : changeOf(bytes, before);
        return [(0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(image), (0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(platform), (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .megabytes */ .ix)(bytes), change];
    });
    return rows.length === 0
        ? ''
        : `#### Image size\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(['image', 'platform', 'compressed', 'change'], rows, asIs)}`;
}
const asIs = (text) => text;
const joined = (parts) => parts.filter(part => part !== undefined && part !== '').join('\n\n');
function changeOf(bytes, before) {
    if (bytes === before)
        return 'none';
    const share = before === 0 ? '' : ` (${(((bytes - before) / before) * 100).toFixed(1)} %)`;
    return `${bytes > before ? '+' : ''}${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .megabytes */ .ix)(bytes - before)}${share}`;
}
function testLine({ outputs: { passed = '', failed = '', skipped = '' } }) {
    if (![passed, failed, skipped].every(each => /^\d{1,9}$/.test(each)))
        return '';
    return `Tests: ${passed} passed, ${failed} failed, ${skipped} skipped.`;
}
function policyLine({ scan, plan }) {
    const all = [outputOf(plan, 'policy', policySchema), outputOf(scan, 'policy', policySchema)];
    const sum = (level) => all.reduce((total, each) => total + (each?.[level] ?? 0), 0);
    if (all.every(each => each === undefined))
        return '';
    return `Policy: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(sum('error'), 'error')}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(sum('warning'), 'warning')}.`;
}
function outputOf({ outputs }, name, schema) {
    const { data } = schema.safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(outputs[name] ?? ''));
    return data;
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


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


/***/ }),

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function retryAfter(header, now = Date.now()) {
    const text = String(header ?? '').trim();
    const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.temporary?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ })

};
