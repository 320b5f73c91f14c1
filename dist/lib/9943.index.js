export const id = 9943;
export const ids = [9943,4686];
export const modules = {

/***/ 49943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillIssue: () => (/* binding */ drillIssue),
/* harmony export */   label: () => (/* binding */ label)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_issues_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44686);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82701);




const label = 'slipway-drill';
const most = 10;
function drillIssue(report, history) {
    const { app, environment, scenario, verdict, run } = report;
    if (verdict === 'skipped')
        return undefined;
    const mark = (0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_2__.markOf)(label, `${app}/${environment}/${scenario}`);
    if (verdict === 'pass') {
        const where = run.url === undefined ? '' : `: ${run.url}`;
        return { mark, said: undefined, farewell: `The drill of ${day(report.startedAt)} passed${where}` };
    }
    const own = history
        .filter(each => each.app === app && each.environment === environment && each.scenario === scenario)
        .toSorted((a, b) => b.at - a.at);
    return {
        mark,
        said: {
            title: `${app}: the drill ${scenario} in ${environment} ${titles[verdict]}`,
            body: bodyOf(mark, report, own),
        },
    };
}
const titles = {
    breach: 'missed a target',
    fail: 'failed',
    error: 'did not finish, and proves nothing',
    refused: 'was refused, and proves nothing',
};
function bodyOf(mark, report, history) {
    const { what, next } = (0,_drill_js__WEBPACK_IMPORTED_MODULE_1__.drillHeadline)(report);
    const { reasons, left, run } = report;
    const list = (lines) => lines.map(line => `- ${code(line)}`).join('\n');
    const before = history.slice(0, most).map(lineOf).join('\n');
    return [
        mark,
        `${code(what)}, in ${linked('this run', run.url)} with its report.`,
        list(reasons),
        next,
        ...(left.length === 0 ? [] : [`Left behind:\n\n${list(left)}`]),
        ...(before === '' ? [] : [`Latest drills of this scenario:\n\n${before}`]),
        'The next drill of this scenario that passes closes this issue.',
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
const code = (text) => (0,_toolkit_issues_js__WEBPACK_IMPORTED_MODULE_2__.quoted)((0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(text));
const lineOf = ({ at, verdict, rto, rpo, run }) => `- ${[`${linked(day(at), run)}: ${verdict}`, ...span('RTO', rto), ...span('RPO', rpo)].join(', ')}`;
const linked = (text, address) => address !== undefined && /^https?:\/\/[\w.:-]+\/[\w./-]+$/.test(address) ? `[${text}](${address})` : text;
const day = (at) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
const span = (name, milliseconds) => milliseconds === undefined ? [] : [`${name} ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(Math.round(milliseconds))}`];


/***/ }),

/***/ 44686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepIssues: () => (/* binding */ keepIssues),
/* harmony export */   markOf: () => (/* binding */ markOf),
/* harmony export */   planIssues: () => (/* binding */ planIssues),
/* harmony export */   quoted: () => (/* binding */ quoted)
/* harmony export */ });
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
const pageSize = 100;
const mostPages = 50;
async function openIssues(github, label) {
    const found = [];
    for (let page = 1; page <= mostPages; page += 1) {
        const query = `issues?state=open&labels=${label}&per_page=${pageSize}&page=${page}`;
        const listed = await github.call('GET', query);
        for (const { body, pull_request: request, ...issue } of listed)
            if (request === undefined)
                found.push({ ...issue, body: body ?? '' });
        if (listed.length < pageSize)
            break;
    }
    return found;
}
async function keepIssues(github, label, topics) {
    const open = await openIssues(github, label);
    const done = [];
    for (const step of planIssues(topics, open)) {
        if (step.do === 'open') {
            const { title, body } = step;
            const { number } = await github.call('POST', 'issues', { title, body, labels: [label] });
            done.push(`opened issue ${number}: ${title}`);
        }
        else if (step.do === 'update') {
            const { number, title, body } = step;
            await github.call('PATCH', `issues/${number}`, { title, body });
            done.push(`updated issue ${number}: ${title}`);
        }
        else {
            const { number, farewell } = step;
            if (farewell !== undefined)
                await github.call('POST', `issues/${number}/comments`, { body: farewell });
            const closed = { state: 'closed', state_reason: 'completed' };
            await github.call('PATCH', `issues/${number}`, closed);
            done.push(`closed issue ${number}`);
        }
    }
    return done;
}
function quoted(line) {
    const text = line.replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|').trim();
    return text === '' ? '' : `\`${text.length > 200 ? `${text.slice(0, 199)}…` : text}\``;
}


/***/ })

};
