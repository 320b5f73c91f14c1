export const id = 6082;
export const ids = [6082];
export const modules = {

/***/ 17905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* unused harmony export answerIn */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90501);
/* harmony import */ var _http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96391);




const longestAttempt = 15_000;
const ofTls = [
    [
        /self.signed certificate|unable to (verify the first|get (local )?issuer) certificate/i,
        'has a certificate from an unknown CA: name that CA in `ca`',
    ],
    [/Altnames/, 'has a certificate for another host: correct `url`'],
    [
        /alert (certificate required|bad certificate|unknown ca|handshake failure)/,
        'requires a client certificate, or refuses ours: correct `certificate` and `key`',
    ],
    [
        /(PEM|DECODER) routines|key values mismatch/,
        'cannot be queried: `certificate` and `key` are not a pair in PEM',
    ],
];
async function ask(endpoint, question) {
    const { server, patience, longest, once = false } = question;
    const failed = (detail, status) => ({
        ok: false,
        status,
        detail: (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_1__.withoutSecrets)(`${server} ${endpoint.name} ${detail}`, endpoint.login?.secrets ?? []),
    });
    const missing = endpoint.login?.missing();
    if (missing !== undefined)
        return failed(`cannot be queried: ${missing}`, 401);
    const end = performance.now() + patience;
    let detail = '';
    for (let pause = 250;; pause = Math.min(2 * pause, 1_000)) {
        const left = Math.max(1, Math.ceil(end - performance.now()));
        const answer = await attempt(endpoint, question, longest ?? Math.min(left, longestAttempt));
        if (answer.ok)
            return { ok: true, value: answer.value };
        if (detail === '' || answer.timedOut !== true)
            detail = answer.detail;
        if (once || !answer.temporary || performance.now() + pause >= end)
            return failed(`${detail}${refusedLogin(endpoint.login, answer.status)}`, answer.status);
        await new Promise(resolve => setTimeout(resolve, pause));
    }
}
function refusedLogin(login, status) {
    if (login === undefined || (status !== 401 && status !== 403))
        return '';
    return login.name === ''
        ? ', and slipway.yml names none: add one, such as `token`'
        : `; it got the credential of ${login.name}`;
}
async function attempt({ send, login }, { path, request, read }, timeout) {
    const signal = AbortSignal.timeout(timeout);
    try {
        const { status, body, location } = await send(path, signal, request);
        const shown = status >= 200 && status < 300 ? body : (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_1__.withoutSecrets)(body, login?.secrets ?? []);
        return answerIn({ status, body: shown, ...(location !== undefined && { location }) }, path, read);
    }
    catch (error) {
        const why = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .B)((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error));
        const tls = ofTls.find(([said]) => said.test(why))?.[1];
        if (tls !== undefined)
            return { ok: false, detail: tls, temporary: false };
        const detail = signal.aborted
            ? `does not answer within ${Number((timeout / 1000).toFixed(1))} s`
            : `does not answer (${why})`;
        return { ok: false, detail, temporary: !/larger than/.test(why), timedOut: signal.aborted };
    }
}
function answerIn({ status, body, location }, path, read) {
    if (status >= 200 && status < 300)
        return read(body);
    const temporary = status === 429 || status >= 500;
    if (status >= 300 && status < 400) {
        const where = location === undefined ? '' : ` to ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .B)(location.replace(/[?#].*/, ''))}`;
        const detail = `answered with a redirect${where}, probably to a login page; set its direct address`;
        return { ok: false, detail, temporary, status };
    }
    const said = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .inSentence */ .B)(reasonIn(body));
    if (/no endpoints available/.test(said))
        return { ok: false, detail: 'has no ready pod behind its Service', temporary, status };
    return { ok: false, detail: clauseOf(status, said, path.replace(/\?.*/, '')), temporary, status };
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
    const { error, message } = ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(body) ?? {});
    if (typeof error === 'string')
        return error;
    const { reason, root_cause } = (error ?? {});
    const cause = Array.isArray(root_cause) ? root_cause[0]?.reason : undefined;
    const said = [cause, reason, message].find(each => typeof each === 'string');
    return typeof said === 'string' ? said : body;
}


/***/ }),

/***/ 96391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ endpointOf),
  B: () => (/* binding */ inSentence)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/body.js
var toolkit_body = __webpack_require__(5346);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/toolkit/environment.js
var environment = __webpack_require__(24297);
;// CONCATENATED MODULE: ./.build/js/src/analysis/login.js

function loginOf(settings, env) {
    const { token, username, sigv4, ca, certificate, key } = settings;
    const secrets = new Set();
    const secret = (name) => {
        const value = name === undefined ? '' : (0,environment/* variableIn */.S)(name, env);
        if (value !== '')
            secrets.add(value);
        return value;
    };
    const names = Object.entries({ token, certificate, key }).flatMap(([setting, name]) => name === undefined ? [] : [`\`${setting}: ${name}\``]);
    return {
        name: [...names, ...(sigv4 === undefined ? [] : ['`sigv4`'])].join(', '),
        secrets,
        missing: () => {
            const empty = [token, ca, certificate, key].find(name => name !== undefined && secret(name) === '');
            if (empty !== undefined)
                return `${empty} is empty; set it in an earlier step, or pass it in the input \`credentials\``;
            return sigv4 === undefined ? undefined : missingOfAws(sigv4.region, env);
        },
        sign: async (request) => {
            if (sigv4 !== undefined)
                return signedForAws(request, sigv4.region, env, secrets);
            if (token === undefined)
                return request.headers;
            const value = secret(token);
            const basic = () => Buffer.from(`${username}:${value}`).toString('base64');
            return {
                ...request.headers,
                authorization: username === undefined ? `Bearer ${value}` : `Basic ${basic()}`,
            };
        },
        tls: () => ca === undefined && certificate === undefined
            ? undefined
            : {
                ...(ca === undefined ? {} : { ca: (0,environment/* variableIn */.S)(ca, env) }),
                ...(certificate === undefined ? {} : { cert: (0,environment/* variableIn */.S)(certificate, env), key: secret(key) }),
            },
    };
}
const regionOf = (region, env) => region || env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
function missingOfAws(region, env) {
    if (!env.AWS_ACCESS_KEY_ID || !env.AWS_SECRET_ACCESS_KEY)
        return 'AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is empty, which `sigv4` needs; log in to AWS in an earlier step';
    return regionOf(region, env) === '' ? 'AWS_REGION is empty, and `sigv4` has no `region`' : undefined;
}
async function signedForAws({ url, method, headers, body }, region, env, secrets) {
    const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
    const { AWS_SESSION_TOKEN: sessionToken } = env;
    for (const value of [secretAccessKey, sessionToken])
        if (value)
            secrets.add(value);
    const { AwsClient } = await __webpack_require__.e(/* import() */ 2580).then(__webpack_require__.bind(__webpack_require__, 12580));
    const client = new AwsClient({
        accessKeyId,
        secretAccessKey,
        service: 'aps',
        region: regionOf(region, env),
        retries: 0,
        ...(sessionToken ? { sessionToken } : {}),
    });
    const signed = await client.sign(url, { method, headers, ...(body === undefined ? {} : { body }) });
    return Object.fromEntries(signed.headers);
}

;// CONCATENATED MODULE: ./.build/js/src/analysis/http-endpoint.js




const largestBody = 64 * 1024 * 1024;
function endpointOf({ service, url = '', headers = {}, ...settings }, cluster, env) {
    if (service !== undefined) {
        const { namespace, name, port } = service;
        const proxy = `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
        return {
            name: `${namespace}/${name}:${port}`,
            login: undefined,
            send: (path, signal, request = { method: 'GET' }) => cluster.fetch(`${proxy}${path}`, signal, {
                ...request,
                ...(Object.keys(headers).length === 0 ? {} : { headers }),
            }),
        };
    }
    const base = url.replace(/\/+$/, '');
    const login = loginOf(settings, env);
    return {
        name: URL.parse(base)?.host ?? base,
        login,
        send: async (path, signal, { method, body } = { method: 'GET' }) => {
            const request = {
                method,
                url: `${base}${path.replaceAll('+', '%20')}`,
                headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            };
            const signed = { ...request, headers: await login.sign(request) };
            const tls = login.tls();
            return tls === undefined ? fetched(signed, signal) : requestedOver(tls, signed, signal);
        },
    };
}
async function fetched({ url, ...request }, signal) {
    const { status, headers, body } = await fetch(url, { ...request, signal, redirect: 'manual' });
    return replyOf(status, headers.get('location') ?? undefined, body);
}
async function requestedOver(tls, { url, method, headers, body }, signal) {
    const { request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19));
    const response = await new Promise((resolve, reject) => {
        request(url, { ...tls, method, headers, signal }, resolve)
            .once('error', reject)
            .end(body);
    });
    return replyOf(response.statusCode ?? 0, response.headers.location, response);
}
async function replyOf(status, location, body) {
    const text = await (0,toolkit_body/* readUpTo */.V)(body, largestBody, () => new Error('its response is larger than 64 MiB'));
    return { status, body: text.toString('utf8'), ...(0,map/* defined */.sw)({ location }) };
}
function inSentence(text) {
    const line = (0,printable/* printable */.g$)(text.slice(0, 2000)).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return line.length > 200 ? `${line.slice(0, 200).toWellFormed()}…` : line.toWellFormed();
}


/***/ }),

/***/ 11775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ podMatcher),
/* harmony export */   Pl: () => (/* binding */ parseSelector),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   fQ: () => (/* binding */ narrowed),
/* harmony export */   vJ: () => (/* binding */ printSelector),
/* harmony export */   wC: () => (/* binding */ matching)
/* harmony export */ });
const matching = (label, operator, value) => ({
    label,
    operator,
    value,
});
function parseSelector(text) {
    const whole = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?$/s.exec(text.trim());
    if (whole === null)
        return undefined;
    const [, name = '', inner = ''] = whole;
    const matchers = [];
    const one = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,|$)/sy;
    while (one.lastIndex < inner.trimEnd().length) {
        const match = one.exec(inner);
        if (match === null)
            return undefined;
        const [, label = '', operator = '=', quoted = ''] = match;
        matchers.push({ label, operator: operator, value: unquoted(quoted) });
    }
    return { name, matchers };
}
function printSelector({ name, matchers }) {
    if (matchers.length === 0)
        return name;
    const inner = matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`);
    return `${name}{${inner.join(',')}}`;
}
function narrowed(text, further) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, matchers: [...selector.matchers, ...further] });
}
function renamed(text, part) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, name: `${selector.name}_${part}` });
}
function matches({ label, operator, value }, labels) {
    const actual = labels[label] ?? '';
    switch (operator) {
        case '=':
            return actual === value;
        case '!=':
            return actual !== value;
        case '=~':
            return matchesPattern(value, actual);
        case '!~':
            return !matchesPattern(value, actual);
    }
}
function matchesPattern(pattern, text) {
    try {
        return new RegExp(`^(?:${pattern})$`, 's').test(text);
    }
    catch {
        return true;
    }
}
function unquoted(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return inner;
    return inner.replace(/\\(.)/gs, (_, letter) => escapes[letter] ?? letter);
}
const escapes = { n: '\n', t: '\t', r: '\r' };
function literal(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
const longestList = 3_000;
function podMatcher(names) {
    const list = [...new Set(names)].sort().map(literal).join('|');
    if (list.length <= longestList)
        return matching('pod', '=~', list);
    const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
    return matching('pod', '=~', `(?:${owners.join('|')})[^-]+`);
}


/***/ }),

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

/***/ 36082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeOf: () => (/* binding */ storeOf)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/ask.js
var ask = __webpack_require__(17905);
// EXTERNAL MODULE: ./.build/js/src/analysis/http-endpoint.js + 1 modules
var http_endpoint = __webpack_require__(96391);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/logs/fields.js
var logs_fields = __webpack_require__(62936);
// EXTERNAL MODULE: ./.build/js/src/logs/levels.js
var logs_levels = __webpack_require__(89182);
;// CONCATENATED MODULE: ./.build/js/src/logs/paging.js
const tooLarge = /Result window is too large.*?\[(\d+)\]|max entries limit.*?\(\d+ > (\d+)\)/;
async function readPages(pageFrom, first, limit) {
    const read = new Map();
    let partial;
    let size = 1000;
    for (let from = first;;) {
        const page = await pageFrom(from, size);
        const [, window, entries] = tooLarge.exec((page.ok ? page.value.partial : page.detail) ?? '') ?? [];
        const most = Number(window ?? entries ?? size);
        if (most >= 1 && most < size) {
            size = most;
            continue;
        }
        if (!page.ok)
            return page;
        partial ??= page.value.partial;
        const before = read.size;
        let last = from;
        for (const { key, time, ...line } of page.value.lines) {
            if (!read.has(key))
                read.set(key, line);
            if (time > last)
                last = time;
        }
        if (page.value.count < size || read.size > limit)
            break;
        const isNew = read.size > before;
        if (!isNew || last === from)
            partial ??= 'more lines share one timestamp than fit on a page';
        if (!isNew)
            break;
        from = last === from ? from + 1n : last;
    }
    const lines = [...read.values()].sort((a, b) => a.at - b.at);
    return { ok: true, value: { lines: lines.slice(0, limit), truncated: lines.length > limit, partial } };
}

;// CONCATENATED MODULE: ./.build/js/src/logs/elasticsearch.js





const defaults = {
    namespace: 'kubernetes.namespace_name',
    pod: 'kubernetes.pod_name',
    container: 'kubernetes.container_name',
    message: 'log',
    level: 'level',
    time: '@timestamp',
};
const otherMessages = ['message', 'log', 'msg'];
const failureSchema = schemas/* object */.Ikc({ reason: schemas/* object */.Ikc({ reason: schemas/* string */.YjP() }) });
const completenessSchema = schemas/* object */.Ikc({
    timed_out: schemas/* boolean */.zMY().default(false),
    _shards: schemas/* object */.Ikc({ total: schemas/* number */.aig(), failed: schemas/* number */.aig(), failures: schemas/* array */.YOg(failureSchema).default([]) }),
});
const hitSchema = schemas/* object */.Ikc({
    _index: schemas/* string */.YjP(),
    _id: schemas/* string */.YjP(),
    _source: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).default({}),
    sort: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()])).min(1),
});
const searchSchema = completenessSchema.extend({ hits: schemas/* object */.Ikc({ hits: schemas/* array */.YOg(hitSchema) }) });
const buckets = (more) => schemas/* object */.Ikc({
    sum_other_doc_count: schemas/* number */.aig().default(0),
    buckets: schemas/* array */.YOg(schemas/* object */.Ikc({ key: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]), doc_count: schemas/* number */.aig(), ...more })),
});
const stepsSchema = buckets({ levels: buckets({}) });
const countSchema = completenessSchema.extend({
    aggregations: schemas/* object */.Ikc({ pods: buckets({ steps: stepsSchema }) }),
});
const capabilitiesSchema = schemas/* object */.Ikc({
    indices: schemas/* array */.YOg(schemas/* string */.YjP()),
    fields: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())),
});
function elasticsearch(name, ask, settings) {
    const index = settings.elasticsearch ?? '*';
    const fields = { ...defaults, ...settings.fields };
    let exact;
    const search = async (query, schema, more) => {
        if (exact === undefined) {
            const found = await exactFields(name, ask, index, fields);
            if (!found.ok)
                return found;
            exact = found.value;
        }
        const body = { query: { bool: { filter: filtersOf(query, exact) } }, ...more(exact) };
        return ask(`/${index}/_search?ignore_unavailable=true`, schema, body);
    };
    const pageOf = async (query, from, size) => {
        const answer = await search({ ...query, from: Number(from) }, searchSchema, ({ time }) => ({
            size,
            sort: [{ [time]: { order: 'asc', unmapped_type: 'date' } }],
        }));
        if (!answer.ok)
            return answer;
        const { hits } = answer.value.hits;
        const lines = hits.flatMap(hit => lineOf(hit, fields));
        return { ok: true, value: { lines, count: hits.length, partial: partialOf(answer.value) } };
    };
    return {
        name,
        search: (query, limit) => readPages((from, size) => pageOf(query, from, size), BigInt(Math.floor(query.from)), limit),
        count: async ({ step, ...query }) => {
            const steps = Math.floor((query.to - query.from) / step);
            const whole = { ...query, to: query.from + steps * step };
            const answer = await search(whole, countSchema, exact => ({
                size: 0,
                aggs: aggregationsOf(query.from, step, exact),
            }));
            if (!answer.ok)
                return answer;
            const { pods } = answer.value.aggregations;
            const partial = partialOf(answer.value) ?? (pods.sum_other_doc_count > 0 ? 'there are too many pods' : undefined);
            return partial === undefined
                ? { ok: true, value: pods.buckets.flatMap(({ key, steps }) => countsOf(String(key), steps, step)) }
                : { ok: false, detail: `${name} counted only some of the lines: ${partial}` };
        },
    };
}
async function exactFields(name, ask, index, fields) {
    const names = Object.values(fields).flatMap(field => [field, `${field}.keyword`]);
    const call = `_field_caps?fields=${encodeURIComponent(names.join(','))}&ignore_unavailable=true`;
    const answer = await ask(`/${index}/${call}`, capabilitiesSchema);
    if (!answer.ok)
        return answer;
    const { indices, fields: known } = answer.value;
    const { namespace, pod, level, time } = fields;
    const refused = (why) => ({ ok: false, detail: `${name} has ${why}` });
    if (indices.length === 0)
        return refused(`no index ${index}`);
    const missing = [namespace, pod, time].find(field => !Object.hasOwn(known, field));
    if (missing !== undefined)
        return refused(`no field ${missing} in ${index}; name the right one in \`fields\``);
    const isText = (field) => Object.hasOwn(known[field] ?? {}, 'text');
    const mixed = [namespace, pod].find(field => isText(field) && Object.keys(known[field] ?? {}).length > 1);
    if (mixed !== undefined)
        return refused(`${mixed} as text in some indexes of ${index} only; name a pattern of indexes with one mapping`);
    const whole = (field) => (isText(field) ? `${field}.keyword` : field);
    const value = { ...fields, namespace: whole(namespace), pod: whole(pod), level: whole(level) };
    return { ok: true, value };
}
function filtersOf({ namespace, pods, from, to }, fields) {
    const range = { gte: Math.floor(from), lt: Math.ceil(to), format: 'epoch_millis' };
    return [
        { range: { [fields.time]: range } },
        { term: { [fields.namespace]: namespace } },
        ...(pods === undefined ? [] : [{ terms: { [fields.pod]: pods } }]),
    ];
}
function aggregationsOf(from, step, { pod, level, time }) {
    const steps = {
        field: time,
        fixed_interval: `${step}ms`,
        offset: `${Math.floor(from) % step}ms`,
        min_doc_count: 1,
    };
    const levels = { terms: { field: level, size: 50 } };
    const inSteps = { date_histogram: steps, aggs: { levels } };
    return { pods: { terms: { field: pod, size: 1000 }, aggs: { steps: inSteps } } };
}
function countsOf(pod, { buckets }, step) {
    return buckets.flatMap(({ key, doc_count, levels }) => {
        const known = levels.buckets.reduce((sum, each) => sum + each.doc_count, 0);
        const all = [...levels.buckets, { key: '', doc_count: doc_count - known }];
        const at = { pod, since: Number(key), at: Number(key) + step };
        return all
            .filter(each => each.doc_count > 0)
            .map(each => ({ ...at, level: (0,logs_levels/* levelOf */.In)(each.key), lines: each.doc_count }));
    });
}
function partialOf({ timed_out, _shards }) {
    if (timed_out)
        return 'the query timed out';
    if (_shards.failed === 0)
        return undefined;
    const said = _shards.failures[0]?.reason.reason ?? '';
    return `${_shards.failed} of its ${_shards.total} shards failed${said === '' ? '' : `: ${(0,http_endpoint/* inSentence */.B)(said)}`}`;
}
function lineOf({ _index, _id, _source, sort }, fields) {
    const number = Number(sort[0]);
    const at = number > 1e15 ? number / 1e6 : number;
    if (!Number.isFinite(at) || at < 0 || at > 1e15)
        return [];
    const text = [fields.message, ...otherMessages]
        .map(field => (0,logs_fields/* fieldOf */._)(_source, field))
        .find(value => typeof value === 'string');
    const nameIn = (field) => {
        const value = (0,logs_fields/* fieldOf */._)(_source, field);
        return typeof value === 'string' ? (0,http_endpoint/* inSentence */.B)(value) : '';
    };
    return [
        {
            at,
            key: `${_index} ${_id}`,
            time: BigInt(Math.floor(at)),
            fields: _source,
            pod: nameIn(fields.pod),
            container: nameIn(fields.container),
            level: (0,logs_levels/* levelOf */.In)((0,logs_fields/* fieldOf */._)(_source, fields.level)),
            text: typeof text === 'string' ? text : JSON.stringify(_source),
        },
    ];
}

// EXTERNAL MODULE: ./.build/js/src/analysis/selector.js
var selector = __webpack_require__(11775);
;// CONCATENATED MODULE: ./.build/js/src/logs/loki.js





const loki_defaults = { namespace: 'namespace', pod: 'pod', container: 'container', level: 'detected_level' };
const answerSchema = (resultType, item) => schemas/* object */.Ikc({
    status: schemas/* literal */.euz('success'),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    data: schemas/* object */.Ikc({ resultType: schemas/* literal */.euz(resultType), result: schemas/* array */.YOg(item) }),
});
const labelsSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const streamsSchema = answerSchema('streams', schemas/* object */.Ikc({
    stream: labelsSchema,
    values: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP().regex(/^\d{1,19}$/), schemas/* string */.YjP()], schemas/* unknown */.L5J())),
}));
const matrixSchema = answerSchema('matrix', schemas/* object */.Ikc({
    metric: labelsSchema,
    values: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* string */.YjP().regex(/^\d+$/)])),
}));
function loki(name, ask, settings) {
    const labels = { ...loki_defaults, ...settings.fields };
    const queryRange = (parameters, schema) => ask(`/loki/api/v1/query_range?${new URLSearchParams(parameters)}`, schema);
    const pageOf = async (asked, from, size) => {
        const parameters = {
            query: selectorOf(asked, labels),
            limit: String(size),
            direction: 'forward',
            start: String(from),
            end: String(inNanoseconds(asked.to)),
        };
        const answer = await queryRange(parameters, streamsSchema);
        if (!answer.ok)
            return answer;
        const { data, warnings } = answer.value;
        const lines = data.result.flatMap(({ stream, values }) => values.map(([time, text]) => loki_lineOf(stream, time, text, labels)));
        const own = lines.filter(({ pod }) => asked.pods?.includes(pod) ?? true);
        return { ok: true, value: { lines: own, count: lines.length, partial: loki_partialOf(warnings) } };
    };
    return {
        name,
        search: (asked, limit) => readPages((from, size) => pageOf(asked, from, size), inNanoseconds(asked.from), limit),
        count: async ({ from, to, step, ...asked }) => {
            const selector = selectorOf(asked, labels);
            const parameters = {
                query: `sum by (${labels.pod}, ${labels.level}) (count_over_time(${selector}[${step}ms]))`,
                start: String(inNanoseconds(from + step)),
                end: String(inNanoseconds(to)),
                step: String(step / 1000),
            };
            const answer = await queryRange(parameters, matrixSchema);
            if (!answer.ok)
                return answer;
            const partial = loki_partialOf(answer.value.warnings);
            if (partial !== undefined)
                return { ok: false, detail: `${name} counted only some of the lines: ${partial}` };
            const counts = answer.value.data.result.flatMap(({ metric, values }) => values.map(([seconds, lines]) => ({
                pod: metric[labels.pod] ?? '',
                level: (0,logs_levels/* levelOf */.In)(metric[labels.level]),
                since: seconds * 1000 - step,
                at: seconds * 1000,
                lines: Number(lines),
            })));
            return { ok: true, value: counts.filter(({ pod }) => asked.pods.includes(pod)) };
        },
    };
}
function selectorOf({ namespace, pods }, labels) {
    const of = pods === undefined ? '' : `, ${labels.pod}=~${JSON.stringify((0,selector/* podMatcher */.Am)(pods).value)}`;
    return `{${labels.namespace}=${JSON.stringify(namespace)}${of}}`;
}
const loki_partialOf = (warnings) => warnings?.[0] === undefined ? undefined : `it warns: ${(0,http_endpoint/* inSentence */.B)(warnings[0])}`;
const inNanoseconds = (ms) => BigInt(Math.floor(ms)) * 1000000n;
function loki_lineOf(stream, time, text, labels) {
    return {
        at: Number(BigInt(time) / 1000000n),
        time: BigInt(time),
        key: JSON.stringify([time, text, stream]),
        text,
        fields: {},
        pod: (0,http_endpoint/* inSentence */.B)(stream[labels.pod] ?? ''),
        container: (0,http_endpoint/* inSentence */.B)(stream[labels.container] ?? ''),
        level: (0,logs_levels/* levelOf */.In)(stream[labels.level]),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/logs/store.js





function storeOf(settings, cluster, env) {
    const { tenant, service } = settings;
    const headers = tenant === undefined ? undefined : { 'x-scope-orgid': tenant };
    const endpoint = (0,http_endpoint/* endpointOf */.X)({ ...settings, ...(headers && { headers }) }, cluster, env);
    const method = service === undefined ? 'POST' : 'GET';
    const askStore = (path, schema, body) => (0,ask/* ask */.k)(endpoint, {
        server: 'the log store',
        path,
        patience: 2_000,
        longest: 15_000,
        request: body === undefined ? { method: 'GET' } : { method, body },
        read: text => {
            const { success, data } = schema.safeParse((0,map/* jsonIn */.Yf)(text));
            const detail = `gave an answer to ${path.replace(/\?.*/, '')} that is not in the documented form`;
            return success ? { ok: true, value: data } : { ok: false, detail, temporary: false };
        },
    });
    const open = settings.loki === true ? loki : elasticsearch;
    return open(`the log store ${endpoint.name}`, askStore, settings);
}


/***/ })

};
