export const id = 9943;
export const ids = [9943,4686,2701];
export const modules = {

/***/ 9943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillIssue: () => (/* binding */ drillIssue),
/* harmony export */   label: () => (/* binding */ label)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8650);
/* harmony import */ var _toolkit_issues_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4686);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2315);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2701);




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
            title: `${app}: ${titles[verdict]} ${scenario} in ${environment}`,
            body: bodyOf(mark, report, own),
        },
    };
}
const titles = {
    breach: 'recovery missed a target in the drill of',
    fail: 'recovery failed in the drill of',
    error: 'nothing is known after the drill of',
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
        ...(before === '' ? [] : [`The last drills of it:\n\n${before}`]),
        'This issue is closed by itself by the next drill of this scenario that passes.',
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

/***/ 2701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillHeadline: () => (/* binding */ drillHeadline),
/* harmony export */   drillSummary: () => (/* binding */ drillSummary)
/* harmony export */ });
/* harmony import */ var _recovery_drill_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6954);
/* harmony import */ var _recovery_ladder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4205);
/* harmony import */ var _recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3638);
/* harmony import */ var _recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7722);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(991);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2435);







const heads = {
    pass: '✅ {} came back as it has to',
    breach: '🟠 {} came back, and missed a target',
    fail: '❌ {} did not come back as it has to',
    skipped: '⚪ {} was not drilled',
    error: '⚪ the drill of {} broke down',
};
const noticing = {
    ...heads,
    pass: '✅ {} was noticed as it has to be',
    breach: '🟠 {} was noticed too late',
    fail: '❌ {} was not noticed or not mended as it has to be',
};
const next = {
    pass: '',
    breach: 'See where the time went below; slipway.yml says what is allowed.',
    fail: 'Until this is mended, take it that this loss cannot be recovered from.',
    skipped: 'Nothing was broken, and nothing is shown.',
    error: 'Nothing is shown. See what it left below, mend it, and run it again.',
};
const moods = { pass: 'good', breach: 'open', fail: 'bad', skipped: 'open', error: 'open' };
function drillHeadline(report) {
    const { app, environment, scenario, verdict, reasons, target } = report;
    const what = headOf(report).replace('{}', `${app} in ${environment}, ${scenario},`);
    const good = target === undefined
        ? 'everything that was broken was noticed'
        : 'everything that was demanded was proved, within the targets';
    const then = nextOf(report);
    return {
        what: what.replace(/^\P{L}+/u, ''),
        why: reasons[0] ?? good,
        next: then === '' ? 'Nothing; it is due again on its schedule.' : then,
        mood: moods[verdict],
    };
}
const headOf = ({ target, verdict }) => (target === undefined ? noticing : heads)[verdict];
const nextOf = ({ target, verdict }) => target === undefined && verdict === 'fail'
    ? 'Until this is mended, take it that nobody is told when it happens.'
    : next[verdict];
function drillSummary(report) {
    const { app, environment, scenario, reasons } = report;
    const [why, ...also] = reasons;
    return [
        `### ${headOf(report).replace('{}', (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(`${app} in ${environment}, ${scenario}`))}`,
        why === undefined ? '' : `**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(why)}`,
        nextOf(report),
        also.map(reason => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(reason)}`).join('\n'),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['', 'measured', 'target', 'what others would say'], measures(report)),
        timeline(report),
        report.rungs.length === 0
            ? ''
            : `**Proved:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)((0,_recovery_drill_report_js__WEBPACK_IMPORTED_MODULE_0__.levelText)(report.reached))}\n\n${report.rungs.map(each => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)((0,_recovery_ladder_js__WEBPACK_IMPORTED_MODULE_1__.rungText)(each))}`).join('\n')}`,
        (report.notes ?? []).map(each => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(each)}`).join('\n'),
        report.left.length === 0
            ? ''
            : `**Left behind:**\n\n${report.left.map(each => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(each)}`).join('\n')}`,
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
function measures({ outage, loss, target, naive, assumedDetection }) {
    const span = (milliseconds) => (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(Math.round(milliseconds));
    const assumed = assumedDetection === 0 ? '' : `, and ${span(assumedDetection)} to notice`;
    if (target === undefined)
        return [['RTO and RPO', 'do not apply: nothing is recovered, but noticed', '', '']];
    return [
        ...(outage === undefined
            ? []
            : [
                ['RTO', `${(0,_recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .outageText */ .H)(outage)}${assumed}`, span(target.rto), `${span(naive.rto)} (the script ran)`],
            ]),
        ...(loss === undefined
            ? []
            : [
                [
                    'RPO',
                    `${(0,_recovery_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .pointText */ .EK)(loss.point)}, ${loss.lost.length} of ${loss.demanded} acknowledged markers lost`,
                    span(target.rpo),
                    naive.rpo === undefined ? '' : `${span(naive.rpo)} (the backup is old)`,
                ],
            ]),
    ];
}
function timeline({ breakdown, scenario, outage }) {
    if (breakdown === undefined || outage === undefined || breakdown.total <= 0)
        return '';
    return [
        '```mermaid',
        'gantt',
        `    title ${(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(`Recovery, ${scenario}`)}`,
        '    dateFormat x',
        '    axisFormat %H:%M:%S',
        '    section out of service',
        `    ${(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)((0,_recovery_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .outageText */ .H)(outage))} :crit, ${Math.round(outage.from)}, ${Math.round(outage.from + breakdown.total)}`,
        '    section by phase',
        ...bars(breakdown, outage.from),
        '```',
    ].join('\n');
}
function bars({ parts }, from) {
    let at = from;
    return parts.map(({ name, kind, took }) => {
        const [begin, end] = [Math.round(at), Math.round(at + took)];
        at += took;
        const mark = kind === 'gap' ? 'done, ' : kind === 'assumed' ? 'active, ' : '';
        return `    ${(0,_mermaid_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .p)(name).replaceAll(':', ' ')} ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(Math.round(took))} :${mark}${begin}, ${end}`;
    });
}


/***/ }),

/***/ 2435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain),
/* harmony export */   w: () => (/* binding */ xychart)
/* harmony export */ });
const colours = {
    blue: { hex: '#2f81f7', square: '🟦' },
    orange: { hex: '#e8590c', square: '🟧' },
    green: { hex: '#2da44e', square: '🟩' },
    red: { hex: '#cf222e', square: '🟥' },
    purple: { hex: '#8250df', square: '🟪' },
};
function xychart({ title, x, y, lines }) {
    const points = Math.max(0, ...lines.map(({ values }) => values.length));
    if (points < 2)
        return '';
    const palette = lines.map(({ colour }) => colours[colour].hex).join(', ');
    const settings = {
        xyChart: { width: 900, height: 280 },
        themeVariables: { xyChart: { plotColorPalette: palette } },
    };
    const legend = lines.map(({ name, colour }) => `${colours[colour].square} ${name}`).join(' ');
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify(settings)}}%%`,
        'xychart-beta',
        `    title "${plain(title)}"`,
        `    x-axis "${plain(x.name)}" ${decimal(x.from)} --> ${decimal(x.to)}`,
        `    y-axis "${plain(y.name)}" ${decimal(y.from)} --> ${decimal(y.to)}`,
        ...lines.map(({ values }) => `    line [${values.map(decimal).join(', ')}]`),
        '```',
        '',
        legend,
    ].join('\n');
}
function plain(text) {
    return text
        .replace(/[^\p{Letter}\p{Number} .,:/%()_+-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 80);
}
function decimal(value) {
    const rounded = Number.isFinite(value) ? value.toFixed(4).replace(/\.?0+$/, '') : '0';
    return rounded === '-0' ? '0' : rounded;
}


/***/ }),

/***/ 4686:
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
            done.push(`issue ${number} is opened: ${title}`);
        }
        else if (step.do === 'update') {
            const { number, title, body } = step;
            await github.call('PATCH', `issues/${number}`, { title, body });
            done.push(`issue ${number} is brought up to date: ${title}`);
        }
        else {
            const { number, farewell } = step;
            if (farewell !== undefined)
                await github.call('POST', `issues/${number}/comments`, { body: farewell });
            const closed = { state: 'closed', state_reason: 'completed' };
            await github.call('PATCH', `issues/${number}`, closed);
            done.push(`issue ${number} is closed`);
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
