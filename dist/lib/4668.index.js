export const id = 4668;
export const ids = [4668];
export const modules = {

/***/ 17905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yf: () => (/* binding */ jsonIn),
/* harmony export */   kA: () => (/* binding */ ask)
/* harmony export */ });
/* unused harmony export answerIn */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60512);
/* harmony import */ var _http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70750);



const longestAttempt = 15_000;
async function ask(endpoint, question) {
    const { server, patience, longest, once = false } = question;
    const failed = (detail, status) => ({
        ...{ ok: false, status },
        detail: (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)(`${server} ${endpoint.name} ${detail}`, [endpoint.secret]),
    });
    if (endpoint.missing !== undefined)
        return failed(`cannot be queried: ${endpoint.missing}`, 401);
    const end = performance.now() + patience;
    let detail = '';
    for (let pause = 250;; pause = Math.min(2 * pause, 1_000)) {
        const left = Math.max(1, Math.ceil(end - performance.now()));
        const answer = await attempt(endpoint, question, longest ?? Math.min(left, longestAttempt));
        if (answer.ok)
            return { ok: true, value: answer.value };
        if (detail === '' || answer.timedOut !== true)
            detail = answer.detail;
        if (once || !answer.passing || performance.now() + pause >= end)
            return failed(detail, answer.status);
        await new Promise(resolve => setTimeout(resolve, pause));
    }
}
async function attempt({ send }, { path, request, read }, timeout) {
    const signal = AbortSignal.timeout(timeout);
    try {
        return answerIn(await send(path, signal, request), path, read);
    }
    catch (error) {
        const why = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .B)((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error));
        const detail = signal.aborted
            ? `does not answer within ${Number((timeout / 1000).toFixed(1))} s`
            : `does not answer (${why})`;
        return { ok: false, detail, passing: !/larger than/.test(why), timedOut: signal.aborted };
    }
}
function answerIn({ status, body, location }, path, read) {
    if (status >= 200 && status < 300)
        return read(body);
    const passing = status === 429 || status >= 500;
    if (status >= 300 && status < 400) {
        const where = location === undefined ? '' : ` to ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .B)(location.replace(/[?#].*/, ''))}`;
        const detail = `answered with a redirect${where}, probably to a login page; set its direct address`;
        return { ok: false, detail, passing, status };
    }
    const said = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .B)(reasonIn(body));
    if (/no endpoints available/.test(said))
        return { ok: false, detail: 'has no ready pod behind its Service', passing, status };
    return { ok: false, detail: clauseOf(status, said, path.replace(/\?.*/, '')), passing, status };
}
function clauseOf(status, said, path) {
    const answered = `${status}${said === '' ? '' : `: ${said}`}`;
    if (status === 401)
        return `does not accept the credential (${answered})`;
    if (status === 403)
        return `refuses the request (${answered})`;
    if (status === 404)
        return `has no ${path} (${answered})`;
    return `answered ${answered}`;
}
function reasonIn(body) {
    const { error, message } = (jsonIn(body) ?? {});
    if (typeof error === 'string')
        return error;
    const { reason, root_cause } = (error ?? {});
    const cause = Array.isArray(root_cause) ? root_cause[0]?.reason : undefined;
    const said = [cause, reason, message].find(each => typeof each === 'string');
    return typeof said === 'string' ? said : body;
}
function jsonIn(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 70750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inSentence),
/* harmony export */   X: () => (/* binding */ endpointOf)
/* harmony export */ });
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72315);


const largestBody = 64 * 1024 * 1024;
function endpointOf({ service, url = '', token, username, headers }, cluster, env) {
    if (service !== undefined) {
        const { namespace, name, port } = service;
        const proxy = `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
        return {
            ...{ name: `${namespace}/${name}:${port}`, secret: '', missing: undefined },
            send: (path, signal, request = { method: 'GET' }) => cluster.fetch(`${proxy}${path}`, signal, {
                ...request,
                ...(headers === undefined ? {} : { headers }),
            }),
        };
    }
    const base = url.replace(/\/+$/, '');
    const secret = token === undefined ? '' : (env[token] ?? '').trim();
    const login = username === undefined
        ? `Bearer ${secret}`
        : `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`;
    return {
        ...{ name: URL.parse(base)?.host ?? base, secret },
        missing: token !== undefined && secret === '' ? `${token} is empty` : undefined,
        send: async (path, signal, { method, body } = { method: 'GET' }) => {
            const response = await fetch(`${base}${path}`, {
                ...{ method, signal, redirect: 'manual' },
                headers: {
                    ...headers,
                    ...(secret === '' ? {} : { authorization: login }),
                    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            });
            const location = response.headers.get('location');
            const text = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(response.body, largestBody, tooLarge);
            return {
                ...{ status: response.status, body: text.toString('utf8') },
                ...(location === null ? {} : { location }),
            };
        },
    };
}
const tooLarge = () => new Error('its response is larger than 64 MiB');
function inSentence(text) {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(text.slice(0, 2000)).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return line.length > 200 ? `${line.slice(0, 200).toWellFormed()}…` : line.toWellFormed();
}


/***/ }),

/***/ 62936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ objectIn),
/* harmony export */   _: () => (/* binding */ fieldOf)
/* harmony export */ });
/* harmony import */ var _analysis_ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17905);

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
    const value = (0,_analysis_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonIn */ .Yf)(text);
    return typeof value === 'object' && value !== null ? value : undefined;
}


/***/ }),

/***/ 89182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
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
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14417);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62936);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89182);




async function checkStructure(scene) {
    const { store, namespace, now, span } = scene;
    const answer = await store.search({ namespace, from: now() - span, to: now() + _check_js__WEBPACK_IMPORTED_MODULE_2__/* .clockError */ .zd }, _check_js__WEBPACK_IMPORTED_MODULE_2__/* .mostLines */ .$5);
    if (!answer.ok)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .unanswered */ .bj)('structure', answer.detail);
    const { lines, partial } = answer.value;
    const check = judgeStructure(lines, { ...scene.settings, allowDebug: scene.allowDebug });
    return check.verdict === 'pass' && partial !== undefined
        ? { ...check, verdict: 'unknown', reason: `${store.name} answered in part: ${partial}` }
        : check;
}
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
    const also = traces === 0 ? '' : `, with ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(traces, 'trace')} of several lines`;
    const measured = `${good} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(lines.length, 'line')} are structured${also}`;
    const judged = (verdict, reason) => ({
        ...{ check: 'structure', verdict, reason },
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
        return judged('fail', `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(debug, 'line')} of the level debug reached the store (${measured})`);
    return isFew
        ? judged('unknown', `only ${lines.length} lines were found, and judging the share needs ${leastLines}`)
        : judged('pass', measured);
}
const levelIn = (document) => (0,_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .levelOf */ .In)((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._)(document, 'level') ?? (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._)(document, 'severity') ?? (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._)(document, 'log.level'));
function documentOf({ text, fields }, required) {
    const own = (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D)(text);
    const wrapped = ['log', 'message', 'msg'].map(field => (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D)((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._)(own, field)));
    const missingIn = (document) => required.filter(field => [undefined, null, ''].includes((0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._)(document, field)));
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
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
