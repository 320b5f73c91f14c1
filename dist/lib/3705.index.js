export const id = 3705;
export const ids = [3705];
export const modules = {

/***/ 63705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planLines: () => (/* binding */ planLines),
/* harmony export */   planSummary: () => (/* binding */ planSummary),
/* harmony export */   validationSummary: () => (/* binding */ validationSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8731);





const linesOf = { create: 15, change: 120, same: 0, refused: 0 };
const linesInAll = 600;
function planSummary(app, environment, preview) {
    const good = preview.problems.length === 0;
    const head = `### ${good ? '✅' : '❌'} Plan: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}`;
    const verdict = good
        ? `A release would start: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(changesText(preview))}.`
        : `A release would be **refused**:\n\n${(0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(preview.problems)}`;
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)([
        head,
        verdict,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(preview.baseline),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(preview.promotion ?? ''),
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(preview.signed),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image', 'reference', 'source'], preview.images.map(({ name, reference, from }) => [name, reference, origins[from]])),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['object', 'release would', 'fields', 'note'], preview.changes.map(({ object, what, differences, note }) => [
            object,
            doing[what],
            String(differences.length),
            note ?? '',
        ])),
        diffBlock(preview),
        section('Strategy', strategyLines(preview).map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn).join(' ')),
        section('Not covered', gapTable(preview.gaps)),
        section('Credential', [(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(credentialLine(preview)), grantTable(preview)].join('\n\n')),
        section('Notes', (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .bullets */ .e5)(preview.notes)),
    ]);
}
function planLines(app, environment, preview) {
    const lacking = preview.grants.filter(({ allowed }) => !allowed);
    return [
        `plan of ${app} in ${environment}`,
        ...preview.images.map(({ name, reference, from }) => `image ${name}: ${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigests */ .s)(reference)} (${origins[from]})`),
        ...(preview.baseline === '' ? [] : [preview.baseline]),
        ...(preview.promotion === undefined ? [] : [preview.promotion]),
        ...preview.signed,
        ...preview.changes.flatMap(({ object, what, note, differences }) => [
            `${doing[what]} ${object}${note === undefined ? '' : ` (${note})`}`,
            ...diffLines(what, differences).map(line => `  ${line}`),
        ]),
        ...strategyLines(preview),
        ...preview.gaps.map(({ gap, remedy }) => `not covered: ${gap}; ${remedy}`),
        credentialLine(preview),
        ...(preview.grants.length === 0
            ? []
            : [`permissions: ${preview.grants.length - lacking.length} of ${preview.grants.length} granted`]),
        ...lacking.map(({ name }) => `missing permission: ${name}`),
        ...preview.notes,
        ...preview.problems.map(problem => `a release would be refused: ${problem}`),
        preview.problems.length === 0 ? `a release would start: ${changesText(preview)}` : 'verdict: fail',
    ];
}
function validationSummary(app, environments, problem) {
    const parts = environments.map(({ name, gaps }) => `#### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(name)}: not covered\n\n${gapTable(gaps) || 'nothing found'}`);
    const valid = environments.length === 0 ? 'slipway.yml is valid' : 'slipway.yml and its manifests are valid';
    const head = problem === undefined
        ? `### ✅ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: ${valid}`
        : `### ❌ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: ${valid}, but a Dockerfile is refused\n\n**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(problem)}`;
    const asked = environments.length === 0
        ? 'There are no environments: images are built, and nothing is released.'
        : 'No cluster was read; set the input `environment` to compare with one.';
    return `${head}\n\n${asked}\n\n${parts.join('\n\n')}\n`;
}
const doing = { create: 'create', change: 'change', same: 'keep', refused: 'fail to write' };
const origins = {
    given: 'given',
    kept: 'live now',
    'as written': 'from the manifest, nothing is live yet',
};
function changesText({ changes }) {
    const count = (what) => changes.filter(change => change.what === what).length;
    return `${count('create')} to create, ${count('change')} to change, ${count('same')} unchanged`;
}
function diffBlock({ changes }) {
    const all = changes.flatMap(({ object, what, differences }) => differences.length === 0 ? [] : [`# ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(object)}`, ...diffLines(what, differences)]);
    if (all.length === 0)
        return '';
    const shown = all.slice(0, linesInAll);
    if (all.length > shown.length)
        shown.push(`# … ${all.length - shown.length} more lines`);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)('diff', shown);
}
function diffLines(what, differences) {
    const lines = differences.flatMap(({ path, before, after }) => [
        ...(before === undefined ? [] : [(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(`- ${path}: ${before}`)]),
        ...(after === undefined ? [] : [(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(`+ ${path}: ${after}`)]),
    ]);
    const most = linesOf[what];
    return lines.length <= most ? lines : [...lines.slice(0, most), `# … ${lines.length - most} more lines`];
}
function strategyLines({ limits, deadline, exposure }) {
    const said = exposure?.said ?? [];
    if (exposure !== undefined && exposure.kind !== 'rolling') {
        return [...said, `It is rolled back if it takes longer than ${deadline / 1000} s.`];
    }
    return limits === undefined
        ? said
        : [
            ...said,
            ...rollingLines(limits, deadline, exposure?.irreversible === true ? 'needs action' : 'is rolled back'),
        ];
}
function rollingLines(limits, deadline, end) {
    const { type, replicas, maxSurge, maxUnavailable, peak } = limits;
    const within = `If it is not ready after ${deadline / 1000} s, it ${end}.`;
    if (type === 'Recreate') {
        return [`Recreate: all ${replicas} pods stop before the first new one starts.`, within];
    }
    return [
        `Rolling update of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(replicas, 'pod')}: at most ${maxSurge} more (maxSurge), so ${peak} at the peak, not counting terminating pods; at most ${maxUnavailable} fewer (maxUnavailable), so at least ${replicas - maxUnavailable} receive traffic at any time.`,
        within,
    ];
}
function credentialLine({ user, credential }) {
    return `${user === '' ? 'The cluster does not report the user of the credential' : `The credential authenticates as ${user}`}; ${credential}.`;
}
function grantTable({ grants }) {
    const rows = new Map();
    for (const { permission, name, allowed } of grants) {
        const resource = name.slice(permission.verb.length + 1);
        const row = rows.get(resource) ?? { yes: [], no: [] };
        (allowed ? row.yes : row.no).push(permission.verb);
        rows.set(resource, row);
    }
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['resource', 'granted', 'missing'], [...rows].map(([resource, { yes, no }]) => [resource, yes.join(', '), no.join(', ')]));
}
const gapTable = (gaps) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['what', 'remedy'], gaps.map(({ gap, remedy }) => [gap, remedy]));
const section = (title, body) => (body.trim() === '' ? '' : `#### ${title}\n\n${body}`);


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ })

};
