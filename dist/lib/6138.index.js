export const id = 6138;
export const ids = [6138];
export const modules = {

/***/ 36138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policySummary: () => (/* reexport */ policySummary),
  publishPolicy: () => (/* binding */ publishPolicy)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/policy/finding.js
var policy_finding = __webpack_require__(30217);
;// CONCATENATED MODULE: ./.build/js/src/policy/annotations.js


const most = 9;
function annotationsOf(findings, root) {
    return ['error', 'warning'].flatMap(level => {
        const all = ofLevel(findings, level);
        const shown = foremost(all);
        const rest = all.length - shown.length;
        const more = { title: `policy: ${rest} more`, message: 'see the log and the job summary' };
        return [
            ...shown.map(each => ({ level, annotation: annotationOf(each, root) })),
            ...(rest > 0 ? [{ level, annotation: more }] : []),
        ];
    });
}
function unannotated(findings) {
    const shown = new Set(['error', 'warning'].flatMap(level => foremost(ofLevel(findings, level))));
    return (0,policy_finding/* inOrder */.al)(findings).filter(each => !shown.has(each));
}
const ofLevel = (findings, level) => (0,policy_finding/* inOrder */.al)((0,policy_finding/* unexcused */.NI)(findings)).filter(each => each.level === level);
const foremost = (all) => (all.length > most ? all.slice(0, most - 1) : all);
function annotationOf(finding, root) {
    const { rule, images, message, note, remedy, place } = finding;
    const line = place.kind === 'dockerfile' ? place : place.layer?.by;
    const where = place.kind === 'dockerfile' ? '' : `${images.join(', ')}: ${(0,policy_finding/* placeOf */.$t)(finding)}: `;
    return {
        title: `policy: ${rule}`,
        message: `${where}${message}${note === undefined ? '' : ` (${note})`}; ${remedy}`,
        ...(line === undefined ? {} : { file: (0,external_node_path_.relative)('', (0,external_node_path_.join)(root, line.path)), line: line.line }),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/policy/report.js

function policyReport(app, { findings, notes }, checked, now) {
    const counts = policyCounts(findings);
    return {
        schema: 1,
        app,
        at: now.toISOString(),
        verdict: counts.error === 0 ? 'pass' : 'fail',
        counts,
        findings: findings.map(finding => {
            if (finding.place.kind === 'image')
                return finding;
            const { text: _text, ...place } = finding.place;
            return { ...finding, place };
        }),
        notes,
        checked,
    };
}
const policyCounts = (findings) => ({
    ...(0,policy_finding/* countsOf */.mQ)(findings),
    excused: findings.length - (0,policy_finding/* unexcused */.NI)(findings).length,
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/policy/summary.js





const summary_most = 30;
function policySummary({ findings, notes }) {
    const stand = (0,policy_finding/* inOrder */.al)((0,policy_finding/* unexcused */.NI)(findings));
    const excused = findings.filter(each => each.excused !== undefined);
    const rest = stand.length - summary_most;
    return [
        '#### Policy',
        headline(findings),
        (0,markdown/* table */.tp)(['level', 'where', 'what', 'remedy', 'rule'], stand.slice(0, summary_most).map(each => [each.level, whereOf(each), whatOf(each), each.remedy, each.rule])),
        rest > 0 ? `${(0,count/* counted */.h)(rest, 'more finding')}.` : '',
        (0,markdown/* table */.tp)(['tolerated', 'where', 'what', 'by', 'reason', 'until'], excused.map(each => [each.rule, whereOf(each), each.message, ...excuseOf(each)])),
        notes.map(note => `- ${(0,markdown/* cell */.Hn)(note)}`).join('\n'),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
function policyLines({ findings, notes }) {
    return [
        ...unannotated(findings).map(each => {
            const what = `${whereOf(each)}: ${whatOf(each)} [${each.rule}]`;
            return each.excused === undefined
                ? `policy: ${each.level}: ${what}; ${each.remedy}`
                : `policy: tolerated: ${what}`;
        }),
        ...notes.map(note => `policy: ${note}`),
    ];
}
function headline(findings) {
    const { error, warning, info } = (0,policy_finding/* countsOf */.mQ)(findings);
    const all = [(0,count/* counted */.h)(error, 'error'), (0,count/* counted */.h)(warning, 'warning'), `${info} informational`];
    return `${error === 0 ? '✅' : '❌'} ${all.join(', ')}.`;
}
const whereOf = (finding) => (0,printable/* printable */.g$)(finding.place.kind === 'image' ? `${finding.images.join(', ')}: ${(0,policy_finding/* placeOf */.$t)(finding)}` : (0,policy_finding/* placeOf */.$t)(finding));
const whatOf = ({ message, note }) => (0,printable/* printable */.g$)(note === undefined ? message : `${message} (${note})`);
function excuseOf({ excused }) {
    if (excused === undefined)
        return ['', '', ''];
    return excused.by === 'comment'
        ? [`comment on line ${excused.line}`, excused.reason, '']
        : [excused.owner, excused.reason, excused.expires];
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/records.js
var records = __webpack_require__(68538);
// EXTERNAL MODULE: ./.build/js/src/actions/reports.js
var reports = __webpack_require__(46158);
;// CONCATENATED MODULE: ./.build/js/src/actions/policy.js








async function publishPolicy(host, { app, config, review, images, now, report }) {
    host.output('policy', JSON.stringify(policyCounts(review.findings)));
    const checked = images === undefined ? { what: 'dockerfiles', images: review.read ?? [] } : { what: 'images', images };
    const text = `${JSON.stringify(policyReport(app, review, checked, now), null, 2)}\n`;
    if (report !== '')
        await (0,reports/* writeReport */.u)(report, text);
    await (0,records.writeRecord)(host.env, ['policy', checked.what, config], text).catch((error) => host.annotate('warning', {
        message: `the record of the policy was not written: ${(0,errors/* innermostCause */.$C)(error)}`,
    }));
    for (const line of policyLines(review))
        host.report(line);
    for (const { level, annotation } of annotationsOf(review.findings, (0,external_node_path_.dirname)(config)))
        host.annotate(level, annotation);
    return (0,policy_finding/* reasonOf */.A3)(review.findings);
}



/***/ }),

/***/ 46158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68538);




async function writeReport(path, text, record) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
        if (record !== undefined)
            await (0,_toolkit_records_js__WEBPACK_IMPORTED_MODULE_3__.writeRecord)(record.env, record.about, text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the report ${path} cannot be written: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .innermostCause */ .$C)(error)}`, 'choose another file', { cause: error });
    }
}


/***/ }),

/***/ 30217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   NI: () => (/* binding */ unexcused),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* unused harmony export severity */
const severity = (level) => ['off', 'info', 'warning', 'error'].indexOf(level);
const unexcused = (findings) => findings.filter(({ excused }) => excused === undefined);
function countsOf(findings) {
    const of = (level) => unexcused(findings).filter(each => each.level === level).length;
    return { error: of('error'), warning: of('warning'), info: of('info') };
}
function placeOf({ place }) {
    if (place.kind === 'dockerfile')
        return `${place.path}:${place.line}`;
    const { path, layer, platforms } = place;
    if (path === undefined)
        return `configuration (${platforms.join(', ')})`;
    if (layer === undefined)
        return `/${path} (${platforms.join(', ')})`;
    const { number, of, base, by } = layer;
    const from = by === undefined ? (base ? ['base image'] : []) : [`${by.path}:${by.line}`];
    return `/${path} in layer ${number} of ${of} (${[...from, platforms.join(', ')].join('; ')})`;
}
function inOrder(findings) {
    const key = ({ place }) => place.kind === 'dockerfile'
        ? `0 ${place.path} ${String(place.line).padStart(8, '0')}`
        : `1 ${place.path ?? ''}`;
    return [...findings].sort((a, b) => severity(b.level) - severity(a.level) ||
        (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
function reasonOf(findings) {
    const errors = inOrder(unexcused(findings)).filter(({ level }) => level === 'error');
    const [first] = errors;
    if (first === undefined)
        return undefined;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const of = first.place.kind === 'image' ? `image ${first.images.join(', ')}: ` : '';
    return `${of}${placeOf(first)}: ${first.message} [${first.rule}]${more}; ${first.remedy}`;
}


/***/ }),

/***/ 37108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ readChecksums),
/* harmony export */   gD: () => (/* binding */ writeChecksums),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export listName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);





const listName = 'checksums.txt';
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
async function writeChecksums(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    const names = entries
        .filter(entry => entry.isFile() && !entry.name.startsWith('.') && entry.name !== listName)
        .map(({ name }) => name)
        .sort();
    const lines = [];
    for (const name of names)
        lines.push(`${sha256(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)))}  ${name}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName), lines.join(''));
    return sha256(lines.join(''));
}
async function readChecksums(folder, digest) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName);
    if (!/^[0-9a-f]{64}$/.test(digest))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the digest of the reports is not a SHA-256: "${digest}"`, 'use the output `reports-digest` of `scan`');
    const text = await (0,_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(path, 'use the unchanged folder that `scan` wrote');
    if (sha256(text) !== digest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} was changed after the scan: its SHA-256 is ${sha256(text)}, not ${digest}`, 'scan the images again, and find out which jobs of this run write artifacts');
    return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]));
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

/***/ 68538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationIn: () => (/* binding */ applicationIn),
/* harmony export */   recordsFolder: () => (/* binding */ recordsFolder),
/* harmony export */   writeRecord: () => (/* binding */ writeRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37108);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




function recordsFolder({ SLIPWAY_RECORDS, GITHUB_ACTIONS, RUNNER_TEMP = '', }) {
    const usual = GITHUB_ACTIONS === 'true' && RUNNER_TEMP !== '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(RUNNER_TEMP, 'slipway-records') : '';
    return SLIPWAY_RECORDS ?? usual;
}
async function applicationIn(path) {
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const value = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')
        .then(text => parse(text, { logLevel: 'error' }))
        .catch(() => undefined);
    return (0,_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value) && typeof value.app === 'string' ? value.app.slice(0, 100) : '';
}
async function writeRecord(env, about, content) {
    const folder = recordsFolder(env);
    if (folder === '')
        return;
    const file = about
        .filter(text => text !== '' && text !== 'slipway.yml')
        .join('-')
        .replace(/[^\w.-]/g, '_');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const name = file.length > 150 ? `${file.slice(0, 133)}-${(0,_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(file).slice(0, 16)}` : file;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${name}.json`), content, { mode: 0o600 });
}


/***/ })

};
