export const id = 4179;
export const ids = [4179];
export const modules = {

/***/ 4179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepIssues: () => (/* binding */ keepIssues)
/* harmony export */ });
/* unused harmony exports label, planIssues */
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2315);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2425);


const label = 'slipway-scan';
const most = 50;
function planIssues(app, images, open) {
    return images.flatMap((image) => {
        const [first, ...others] = open
            .filter(({ body }) => body.startsWith(markOf(app, image.name)))
            .sort((a, b) => a.number - b.number);
        const closed = others.map(({ number }) => ({ do: 'close', number }));
        if (image.failing.length === 0)
            return first === undefined ? [] : [{ do: 'close', number: first.number }, ...closed];
        const [title, body] = [titleOf(app, image), bodyOf(app, image)];
        if (first === undefined)
            return [{ do: 'open', title, body }];
        if (first.title === title && first.body.replaceAll('\r\n', '\n') === body)
            return closed;
        return [{ do: 'update', number: first.number, title, body }, ...closed];
    });
}
const markOf = (app, image) => `<!-- ${label}: ${app}/${image} -->`;
const titleOf = (app, { name, failing }) => {
    const count = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(failing).length;
    return `${app}: ${count === 1 ? 'a finding' : `${count} findings`} in the deployed image ${name}`;
};
function bodyOf(app, { name, reference, failing }) {
    const groups = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(failing);
    const rows = groups
        .slice(0, most)
        .map(({ finding: { severity, id, package: where, version, fixed, title } }) => [severity, id, `${where} ${version}`.trim(), fixed || 'no fix yet', title].map(code).join(' | '));
    const rest = groups.length - rows.length;
    return [
        markOf(app, name),
        `${code(reference)} serves, and fails \`scan\` of slipway.yml by what is known today:`,
        `| severity | finding | in | fixed in | what |\n| --- | --- | --- | --- | --- |\n${rows.map(row => `| ${row} |`).join('\n')}`,
        ...(rest > 0 ? [`And ${rest} more.`] : []),
        'This issue is closed by itself once nothing fails the scan: release an image without it, or write an exception with an end.',
    ].join('\n\n');
}
function code(text) {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text).replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|').trim();
    return line === '' ? '' : `\`${line.length > 200 ? `${line.slice(0, 199)}…` : line}\``;
}
const pageSize = 100;
const mostPages = 50;
async function openIssues(github) {
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
async function keepIssues(github, app, images) {
    const open = await openIssues(github);
    const done = [];
    for (const step of planIssues(app, images, open)) {
        if (step.do === 'open') {
            const { title, body } = step;
            const { number } = await github.call('POST', 'issues', { title, body, labels: [label] });
            done.push(`issue ${number} is opened: ${title}`);
        }
        else if (step.do === 'update') {
            const { number, title, body } = step;
            await github.call('PATCH', `issues/${number}`, { title, body });
            done.push(`issue ${number} is brought up to date: ${title}`);
        }
        else {
            const closed = { state: 'closed', state_reason: 'completed' };
            await github.call('PATCH', `issues/${step.number}`, closed);
            done.push(`issue ${step.number} is closed`);
        }
    }
    return done;
}


/***/ })

};
