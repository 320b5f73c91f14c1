export const id = 4668;
export const ids = [4668];
export const modules = {

/***/ 62936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ objectIn),
/* harmony export */   _: () => (/* binding */ fieldOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

function fieldOf(source, field) {
    if (typeof source !== 'object' || source === null)
        return undefined;
    if (Object.hasOwn(source, field))
        return Reflect.get(source, field);
    for (let dot = field.indexOf('.'); dot !== -1; dot = field.indexOf('.', dot + 1)) {
        const head = field.slice(0, dot);
        if (!Object.hasOwn(source, head))
            continue;
        const found = fieldOf(Reflect.get(source, head), field.slice(dot + 1));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function objectIn(text) {
    if (typeof text !== 'string' || !text.trimStart().startsWith('{'))
        return undefined;
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonIn */ .Yf)(text);
    return typeof value === 'object' && value !== null ? value : undefined;
}


/***/ }),

/***/ 89182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   NI: () => (/* binding */ levelsWhere),
/* harmony export */   XL: () => (/* binding */ levelsIn),
/* harmony export */   bg: () => (/* binding */ levelNames)
/* harmony export */ });
const levelNames = ['debug', 'info', 'warning', 'error', 'fatal'];
const namesOfLevels = {
    debug: ['debug', 'trace', 'verbose', 'finest', 'finer', 'fine', '10', '20'],
    info: ['info', 'information', 'informational', 'notice', 'config', '30'],
    warning: ['warning', 'warn', '40'],
    error: ['error', 'err', 'severe', '50'],
    fatal: ['fatal', 'critical', 'crit', 'panic', 'alert', 'emergency', 'emerg', '60'],
};
const levelsByName = new Map(Object.entries(namesOfLevels).flatMap(([level, names]) => names.map(name => [name, level])));
function levelOf(value) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return levelsByName.get(text.trim().toLowerCase()) ?? 'other';
}
const levelsWhere = (isMeant) => levelNames.filter(level => namesOfLevels[level].some(isMeant));
function levelsIn(name) {
    const words = name.split(/[^A-Za-z]+/).filter(each => each !== 'config' && each !== 'fine');
    return [...new Set(words.map(levelOf))].filter(level => level !== 'other');
}


/***/ }),

/***/ 74668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkStructure: () => (/* binding */ checkStructure),
/* harmony export */   judgeStructure: () => (/* binding */ judgeStructure)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14417);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62936);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89182);





async function checkStructure(scene) {
    const { store, namespace, now, span } = scene;
    const read = (back) => store.search({ namespace, from: now() - back, to: now() + _check_js__WEBPACK_IMPORTED_MODULE_2__/* .clockError */ .zd }, _check_js__WEBPACK_IMPORTED_MODULE_2__/* .mostLines */ .$5);
    let answer = await read(span);
    for (let back = span; answer.ok && answer.value.truncated && back > leastSpan;) {
        back = Math.max(leastSpan, back / 4);
        answer = await read(back);
    }
    if (!answer.ok)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .unanswered */ .bj)('structure', answer.detail);
    const { lines, partial, truncated } = answer.value;
    const check = judgeStructure(lines, { ...scene.settings, allowDebug: scene.allowDebug });
    const reason = partial === undefined
        ? truncated &&
            `there are more than ${_check_js__WEBPACK_IMPORTED_MODULE_2__/* .mostLines */ .$5} lines in the last ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.min(span, leastSpan))}, of which only the oldest were read; set a shorter \`--since\``
        : `${store.name} returned only some of the lines: ${partial}`;
    return check.verdict === 'pass' && reason !== false ? { ...check, verdict: 'unknown', reason } : check;
}
const leastSpan = 60_000;
const leastLines = 100;
const mostFindings = 10;
function judgeStructure(lines, { required, structured, allowDebug, }) {
    const counts = new Map();
    const read = lines.map(line => {
        const place = `${line.pod} ${line.container}`;
        const number = (counts.get(place) ?? 0) + 1;
        counts.set(place, number);
        return { ...line, ...documentOf(line, required), place, number };
    });
    const bad = read.filter(({ problem }) => problem !== undefined);
    const debug = read.filter(({ document, level }) => [level, levelIn(document)].includes('debug')).length;
    const good = lines.length - bad.length;
    const share = lines.length === 0 ? 0 : (100 * good) / lines.length;
    const traces = tracesIn(bad);
    const also = traces === 0 ? '' : `, with ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(traces, 'multi-line stack trace')}`;
    const measured = `${good} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(lines.length, 'line')} are structured${also}`;
    const judged = (verdict, reason) => ({
        check: 'structure',
        verdict,
        reason,
        lines: lines.length,
        findings: bad.slice(0, mostFindings).map(({ pod, number, at, problem = '' }) => ({
            subject: pod,
            problem: `line ${number} (${new Date(at).toISOString()}) ${problem}`,
        })),
    });
    const isFew = lines.length < leastLines;
    if (!isFew && share < structured) {
        const pods = [...new Set(bad.map(({ pod }) => pod))].sort();
        const others = pods.length > 5 ? ` and ${pods.length - 5} more pods` : '';
        return judged('fail', `${Math.floor(share * 100) / 100} % of ${lines.length} lines are structured, and ${structured} % must be; the others came from ${pods.slice(0, 5).join(', ')}${others}${also}`);
    }
    if (debug > 0 && !allowDebug)
        return judged('fail', `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(debug, 'line')} at level debug reached the store (${measured})`);
    return isFew
        ? judged('unknown', `only ${lines.length} lines were found, and judging the share needs ${leastLines}`)
        : judged('pass', measured);
}
const levelIn = (document) => (0,_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .levelOf */ .In)((0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldOf */ ._)(document, 'level') ?? (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldOf */ ._)(document, 'severity') ?? (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldOf */ ._)(document, 'log.level'));
function documentOf({ text, fields }, required) {
    const own = (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .objectIn */ .D)(text);
    const wrapped = ['log', 'message', 'msg'].map(field => (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .objectIn */ .D)((0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldOf */ ._)(own, field)));
    const missingIn = (document) => required.filter(field => [undefined, null, ''].includes((0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldOf */ ._)(document, field)));
    const documents = [own, ...wrapped, fields].filter(each => each !== undefined);
    const complete = documents.find(document => missingIn(document).length === 0);
    if (complete !== undefined)
        return { document: complete };
    return own === undefined
        ? { document: fields, problem: 'is not JSON' }
        : { document: own, problem: `has no ${missingIn(own).join(', ')}` };
}
const traceStart = /^(?:Traceback \(most recent call last\)|Exception in thread|Unhandled exception|panic: |goroutine \d+ \[|thread '.*' panicked|[\w.$]+(?:Error|Exception)\b)/;
function tracesIn(bad) {
    const starts = new Set(bad
        .filter(({ text }) => traceStart.test(text.slice(0, 200)))
        .map(({ place, number }) => `${place} ${number + 1}`));
    return bad.filter(({ place, number, text }) => /^\s/.test(text) && starts.has(`${place} ${number}`)).length;
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


/***/ })

};
