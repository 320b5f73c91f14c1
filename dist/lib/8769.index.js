export const id = 8769;
export const ids = [8769,8961,1342,4592];
export const modules = {

/***/ 70750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inSentence),
/* harmony export */   X: () => (/* binding */ endpointOf)
/* harmony export */ });
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

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
    const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}


/***/ }),

/***/ 8769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkLeaks: () => (/* binding */ checkLeaks),
  checkNonce: () => (/* binding */ checkNonce),
  checkRetention: () => (/* binding */ checkRetention),
  checkStructure: () => (/* binding */ checkStructure),
  logCheckNames: () => (/* binding */ logCheckNames),
  storeOf: () => (/* binding */ storeOf),
  verdictOf: () => (/* binding */ verdictOf)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./.build/js/src/logs/fields.js
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

;// CONCATENATED MODULE: ./.build/js/src/logs/levels.js
const logLevels = ['debug', 'info', 'warning', 'error', 'fatal', 'other'];
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

;// CONCATENATED MODULE: ./.build/js/src/logs/structure.js


const leastLines = 100;
function judgeStructure(lines, { required, structured: wanted }) {
    const counts = new Map();
    const bad = [];
    let debug = 0;
    for (const { pod, container, at, text, fields } of lines) {
        const place = `${pod} ${container}`;
        const line = (counts.get(place) ?? 0) + 1;
        counts.set(place, line);
        const found = structuredFields(text, fields, required);
        if (levelIn(found.document) === 'debug')
            debug += 1;
        if (found.problem !== undefined)
            bad.push({ pod, container, line, at, text, problem: found.problem });
    }
    const structured = lines.length - bad.length;
    const share = lines.length === 0 ? 0 : (100 * structured) / lines.length;
    const base = { lines: lines.length, structured, traces: tracesIn(bad), debug, bad };
    if (lines.length < leastLines)
        return {
            ...base,
            verdict: 'unknown',
            reason: `only ${lines.length} lines were found, and a share needs ${leastLines}`,
        };
    if (share >= wanted)
        return { ...base, verdict: 'pass', reason: '' };
    const pods = [...new Set(bad.map(({ pod }) => pod))].sort();
    return {
        ...base,
        verdict: 'fail',
        reason: `${rounded(share)} % of ${lines.length} lines are structured, and ${wanted} % must be; the others came from ${pods.slice(0, 5).join(', ')}${pods.length > 5 ? ` and ${pods.length - 5} more pods` : ''}`,
    };
}
const rounded = (share) => Math.floor(share * 100) / 100;
const levelIn = (document) => levelOf(fieldOf(document, 'level') ?? fieldOf(document, 'severity') ?? fieldOf(document, 'log.level'));
const wrappers = ['log', 'message', 'msg'];
function structuredFields(text, fields, required) {
    const own = jsonIn(text);
    const wrapped = wrappers.map(each => fieldOf(own, each)).map(each => jsonIn(each));
    const documents = [own, ...wrapped, fields].filter(each => each !== undefined);
    const isMissing = (document) => required.filter(field => isAbsent(fieldOf(document, field)));
    const complete = documents.find(document => isMissing(document).length === 0);
    if (complete !== undefined)
        return { document: complete };
    if (own === undefined)
        return { document: fields, problem: 'is not JSON' };
    return { document: own, problem: `has no ${isMissing(own).join(', ')}` };
}
const isAbsent = (value) => value === undefined || value === null || value === '';
function jsonIn(text) {
    if (typeof text !== 'string' || !text.trimStart().startsWith('{'))
        return undefined;
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const traceStart = /^(?:Traceback \(most recent call last\)|(?:Exception in thread|Caused by:|Unhandled exception)|panic: |goroutine \d+ \[|thread '.*' panicked|[\w.$]+(?:Error|Exception)\b)/;
const traceNext = /^(?:\s+\S|\t|Caused by:|During handling of the above|[\w.$]+(?:Error|Exception)\b)/;
function tracesIn(bad) {
    const open = new Map();
    let traces = 0;
    for (const { pod, container, line, text } of bad) {
        const place = `${pod} ${container}`;
        const before = open.get(place);
        const follows = before !== undefined && before.line === line - 1 && traceNext.test(text.slice(0, 200));
        if (follows) {
            if (!before.counted)
                traces += 1;
            open.set(place, { line, counted: true });
        }
        else if (traceStart.test(text.slice(0, 200)))
            open.set(place, { line, counted: false });
        else
            open.delete(place);
    }
    return traces;
}

;// CONCATENATED MODULE: ./.build/js/src/logs/arrival.js



const pace = 2_000;
async function checkArrival(sources, parts) {
    const begun = parts.now();
    const expected = await Promise.all(sources.map(source => expectedOf(source, parts)));
    const unknown = expected.flatMap(each => 'unknown' in each ? [{ source: each.source, why: each.unknown }] : []);
    let waiting = expected.filter(each => !('unknown' in each));
    const arrived = [];
    const end = parts.now() + parts.within;
    for (;;) {
        const span = { from: begun - 2_000, to: parts.now() + 60_000 };
        const found = await arrivedOf(waiting, span, parts);
        if (!found.ok)
            return { verdict: 'unknown', reason: found.detail, arrived, missing: [], unknown };
        arrived.push(...found.value.map(({ source }) => source));
        waiting = waiting.filter(each => !found.value.includes(each));
        if (waiting.length === 0 || parts.now() >= end)
            break;
        await parts.sleep(Math.min(pace, Math.max(1, end - parts.now())));
    }
    return {
        ...judged(waiting, unknown, parts),
        arrived,
        missing: waiting.map(({ source }) => source),
        unknown,
    };
}
function judged(missing, unknown, { store, within }) {
    if (missing.length > 0)
        return {
            verdict: 'fail',
            reason: `${store.name} got no line from ${placesOf(missing.map(({ source }) => source))} within ${Math.round(within / 1000)} s`,
        };
    const [first] = unknown;
    if (first === undefined)
        return { verdict: 'pass', reason: '' };
    return {
        verdict: 'unknown',
        reason: `there is no line to look for from ${placesOf(unknown.map(({ source }) => source))}: ${first.why}`,
    };
}
const placesOf = (sources) => sources.map(({ workload, pod, node }) => `${workload} (pod ${pod} on node ${node})`).join(', ');
const longestWhole = 8_000;
async function expectedOf(source, { write, tail, now }) {
    const word = `slipway${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
    const line = {
        ...{ time: new Date(now()).toISOString(), level: 'info' },
        message: `a line of Slipway, to be found in the log store: ${word}`,
    };
    const failure = write === undefined ? undefined : await write(source, JSON.stringify(line));
    if (write !== undefined && failure === undefined)
        return { source, word };
    const written = await tail(source);
    if (!written.ok)
        return { source, unknown: written.detail };
    const last = written.value.findLast(({ text }) => text.trim() !== '' && text.length <= longestWhole);
    if (last !== undefined)
        return { source, written: last };
    return { source, unknown: failure ?? 'it has written nothing in the last ten minutes' };
}
const mostLines = 5_000;
async function arrivedOf(waiting, span, { store, namespace }) {
    const arrived = [];
    for (const each of waiting) {
        const { source } = each;
        const word = 'word' in each ? { containing: each.word } : {};
        const first = 'written' in each ? { from: each.written.at - 2_000 } : {};
        const answer = await store.search({ namespace, pods: [source.pod], ...span, ...first, ...word }, mostLines);
        if (!answer.ok)
            return answer;
        const { lines, partial } = answer.value;
        if (lines.some(line => isLineOf(each, line)))
            arrived.push(each);
        else if (partial !== undefined)
            return { ok: false, detail: `${store.name} has answered in part: ${partial}` };
    }
    return { ok: true, value: arrived };
}
function isLineOf(expected, { text, fields }) {
    if ('word' in expected)
        return text.includes(expected.word) || JSON.stringify(fields).includes(expected.word);
    if (!('written' in expected))
        return false;
    const stored = jsonIn(text);
    const texts = [text, fieldOf(stored, 'log'), fieldOf(stored, 'message')];
    const line = expected.written.text;
    const own = jsonIn(line);
    const message = fieldOf(own, 'message') ?? fieldOf(own, 'msg');
    return texts.some(each => typeof each === 'string' && (each.trim() === line.trim() || each === message));
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(60512);
;// CONCATENATED MODULE: ./.build/js/src/logs/detectors.js


const longestLine = 32_768;
const placeholder = /^(?:[*•x.…_#-]+|<.*|\[.*|\(.*|\{.*|\$.*|%.*|(?:redacted|masked|hidden|filtered|null|none|undefined|true|false|empty|missing|secret|password|example|changeme|string)\b.*)$/i;
const detectors_forms = [
    ['private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
    ['JWT', /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,2000}(?![\w-])/],
    ['AWS key id', /(?<![A-Za-z0-9])A[KS]IA(?![A-Z2-7]*EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9])/],
    [
        'bearer token',
        /\bauthorization(?:["'\\]{1,4}|%22)?\s{0,4}(?::|=|%3A|%3D)\s{0,4}["'\\]{0,4}bearer(?:\s|%20|\+){1,4}(?<value>[\w.~+/%-]{16,4000})/i,
    ],
    [
        'basic credential',
        /\bauthorization(?:["'\\]{1,4}|%22)?\s{0,4}(?::|=|%3A|%3D)\s{0,4}["'\\]{0,4}basic(?:\s|%20|\+){1,4}(?<value>[\w+/%-]{8,4000})/i,
    ],
    [
        'password in a query',
        /[?&](?:password|passwd|pwd|secret|client_secret|access_token|api_?key)=(?<value>[^\s&"'<>\\]{6,500})/i,
    ],
];
async function detectSecrets(lines) {
    const short = lines.map(line => line.slice(0, longestLine));
    const found = [...formsIn(short), ...(await byRulesOfSecretlint(short))];
    return [...new Map(found.map(each => [`${each.line} ${each.kind}`, each])).values()];
}
function formsIn(lines) {
    return lines.flatMap((line, at) => detectors_forms.filter(([, form]) => isFound(line, form)).map(([kind]) => ({ line: at, kind })));
}
function isFound(line, form) {
    const match = form.exec(line);
    const value = match?.groups?.value;
    return match !== null && (value === undefined || !placeholder.test(value));
}
const repeated = { privatekey: 'private key', aws: 'AWS key id' };
const atOnce = 2000;
async function byRulesOfSecretlint(lines) {
    const [{ lintSource }, { creator }] = await Promise.all([
        __webpack_require__.e(/* import() */ 198).then(__webpack_require__.bind(__webpack_require__, 198)),
        __webpack_require__.e(/* import() */ 1577).then(__webpack_require__.bind(__webpack_require__, 31577)),
    ]);
    const rules = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }];
    const found = [];
    for (let first = 0; first < lines.length; first += atOnce) {
        const part = lines.slice(first, first + atOnce).map(line => line.replace(/[\r\n\u2028\u2029]/g, ' '));
        const { messages } = await lintSource({
            source: { filePath: 'log', content: part.join('\n'), ext: '', contentType: 'text' },
            options: { config: { rules }, maskSecrets: true },
        });
        for (const { ruleId, loc, type } of messages) {
            const rule = ruleId.replace(/^.*secretlint-rule-/, '');
            if (type === 'message')
                found.push({ line: first + loc.start.line - 1, kind: repeated[rule] ?? `secret (${rule})` });
        }
    }
    return found;
}
const longWord = /[\w+/=~-]{16,}/g;
async function safeExcerpt(text, length = 160) {
    const [found] = await detectSecrets([text]);
    if (found !== undefined || (0,secrecy/* looksSecret */.n0)(text.slice(0, longestLine)))
        return `(not shown: it holds what looks like a ${found?.kind ?? 'secret'})`;
    const line = (0,printable/* printable */.g)(text.slice(0, longestLine))
        .replace(longWord, word => (/\d/.test(word) ? '…' : word))
        .trim();
    return line.length > length ? `${line.slice(0, length).toWellFormed()}…` : line;
}

;// CONCATENATED MODULE: ./.build/js/src/logs/dummy-secrets.js

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const randomOf = (alphabet, length) => [...(0,external_node_crypto_.randomBytes)(length)].map(byte => alphabet[byte % alphabet.length]).join('');
const word = (length) => randomOf(`${letters}abcdefghijklmnopqrstuvwxyz765432`, length);
function cardNumber() {
    const digits = `4000${randomOf('01234567', 11)}`;
    const sum = [...digits].reduce((total, digit, at) => {
        const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return `${digits}${(10 - (sum % 10)) % 10}`;
}
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
function dummySecrets() {
    const of = (kind, core, text) => ({
        ...{ kind, core },
        text: text(core),
    });
    const jwtHead = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ sub: 'slipway', scope: 'none' })}`;
    return [
        of('session cookie', word(32), core => `s:${core}/+`),
        of('bearer token', word(40), core => `${core}/+=`),
        of('basic credential', word(24), core => `slipway:${core}"&`),
        of('API key', word(32), core => `key/${core}`),
        of('JWT', word(43), core => `${jwtHead}.${core}`),
        of('private key', word(64), core => `-----BEGIN PRIVATE KEY-----\n${core}\n-----END PRIVATE KEY-----\n`),
        of('card number', cardNumber(), core => core),
        of('password', word(24), core => `${core}"\\&/ §`),
        of('password in a URL', word(24), core => `postgres://slipway:${core}@db.example.com:5432/shop`),
        of('AWS key id', `AKIA${randomOf(letters, 16)}`, core => core),
        of('GitHub token', `ghp_${word(36)}`, core => core),
        of('Slack token', word(24), core => `xoxb-${randomOf('01234567', 12)}-${randomOf('01234567', 12)}-${core}`),
    ];
}
function encodingIn(text, { text: secret, core }) {
    if (!text.includes(core))
        return base64Of(core).some(form => text.includes(form)) ? 'base64' : undefined;
    const form = new URLSearchParams({ '': secret }).toString().slice(1);
    const forms = [
        ['raw', secret],
        ['json', JSON.stringify(secret).slice(1, -1)],
        ['url', encodeURIComponent(secret)],
        ['url', form],
    ];
    const folded = text.toLowerCase();
    return forms.find(([, each]) => folded.includes(each.toLowerCase()))?.[0] ?? 'raw';
}
function base64Of(text) {
    return [0, 1, 2].map(offset => {
        const bits = 8 * (offset + text.length);
        const encoded = Buffer.from(`${'x'.repeat(offset)}${text}`).toString('base64');
        return encoded.slice(Math.ceil((8 * offset) / 6), Math.floor(bits / 6));
    });
}
function secretRequests(secrets, { paths, posts }, credentials) {
    const value = (kind) => secrets.find(each => each.kind === kind)?.text ?? '';
    const named = secrets.map(({ kind, text }) => [kind.toLowerCase().replaceAll(' ', '_'), text]);
    const query = new URLSearchParams(Object.fromEntries(named));
    const basic = Buffer.from(value('basic credential')).toString('base64');
    const usual = {
        cookie: `session=${encodeURIComponent(value('session cookie'))}`,
        'x-api-key': value('API key'),
        'x-auth-token': value('JWT'),
    };
    const login = (authorization) => (credentials ? { authorization } : {});
    const headers = { ...usual, ...login(`Bearer ${value('bearer token')}`) };
    return [
        ...paths.flatMap(path => [
            { path: `${path}${path.includes('?') ? '&' : '?'}${query}`, headers },
            { path, headers: { ...usual, ...login(`Basic ${basic}`) } },
        ]),
        ...posts.map(path => ({ path, headers, post: JSON.stringify(Object.fromEntries(named)) })),
    ];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/logs/endpoint.js
var endpoint = __webpack_require__(64592);
;// CONCATENATED MODULE: ./.build/js/src/logs/paging.js
async function readPages(pageFrom, first, limit) {
    const read = new Map();
    let partial;
    for (let from = first;;) {
        const page = await pageFrom(from);
        if (!page.ok)
            return page;
        const { lines, more } = page.value;
        partial ??= page.value.partial;
        const before = read.size;
        let last = from;
        for (const { key, time, ...line } of lines) {
            if (!read.has(key))
                read.set(key, line);
            if (time > last)
                last = time;
        }
        if (!more || read.size > limit)
            break;
        const isNew = read.size > before;
        if (!isNew || last === from)
            partial ??= 'it has more lines of one moment than a page holds';
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
const searchSchema = schemas/* object */.Ikc({
    timed_out: schemas/* boolean */.zMY().default(false),
    _shards: schemas/* object */.Ikc({
        total: schemas/* number */.aig(),
        failed: schemas/* number */.aig(),
        failures: schemas/* array */.YOg(schemas/* object */.Ikc({ reason: schemas/* object */.Ikc({ reason: schemas/* string */.YjP() }) })).optional(),
    }),
    hits: schemas/* object */.Ikc({
        hits: schemas/* array */.YOg(schemas/* object */.Ikc({
            _index: schemas/* string */.YjP(),
            _id: schemas/* string */.YjP(),
            _source: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).default({}),
            sort: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()])).min(1),
        })),
    }),
});
const bucketSchema = schemas/* object */.Ikc({ key: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]), doc_count: schemas/* number */.aig() });
const countSchema = searchSchema.omit({ hits: true }).extend({
    aggregations: schemas/* object */.Ikc({
        pods: schemas/* object */.Ikc({
            buckets: schemas/* array */.YOg(bucketSchema.extend({ levels: schemas/* object */.Ikc({ buckets: schemas/* array */.YOg(bucketSchema) }) })),
        }),
    }),
});
const capabilitiesSchema = schemas/* object */.Ikc({
    indices: schemas/* array */.YOg(schemas/* string */.YjP()),
    fields: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())),
});
function elasticsearch(name, ask, settings, size = 1000) {
    const index = settings.elasticsearch ?? '*';
    const fields = { ...defaults, ...settings.fields };
    const get = async (call, schema, body) => {
        const answer = await ask(`/${index}/${call}`, body);
        if (!answer.ok)
            return answer;
        const { success, data } = schema.safeParse(answer.value);
        return success
            ? { ok: true, value: data }
            : { ok: false, detail: `${name} does not answer as ${call.replace(/\?.*/, '')} is documented` };
    };
    let exact;
    const exactFields = async () => {
        const names = Object.values(fields).flatMap(field => [field, `${field}.keyword`]);
        const call = `_field_caps?fields=${encodeURIComponent(names.join(','))}&ignore_unavailable=true`;
        const answer = await get(call, capabilitiesSchema);
        if (!answer.ok)
            return answer;
        if (answer.value.indices.length === 0)
            return { ok: false, detail: `${name} has no index ${index}` };
        const known = answer.value.fields;
        const missing = [fields.namespace, fields.pod, fields.time].find(field => !Object.hasOwn(known, field));
        if (missing !== undefined)
            return {
                ok: false,
                detail: `${name} has no field ${missing} in ${index}; name the right one in \`fields\``,
            };
        const { namespace, pod, level } = fields;
        const typesOf = (field) => Object.keys(known[field] ?? {});
        const mixed = [namespace, pod].find(field => typesOf(field).includes('text') && typesOf(field).length > 1);
        if (mixed !== undefined)
            return {
                ok: false,
                detail: `${name} has ${mixed} as text in some indexes of ${index} only; name a pattern of indexes with one mapping`,
            };
        const whole = (field) => (typesOf(field).includes('text') ? `${field}.keyword` : field);
        return {
            ok: true,
            value: { ...fields, namespace: whole(namespace), pod: whole(pod), level: whole(level) },
        };
    };
    const search = async (query, schema, more) => {
        exact ??= exactFields();
        const found = await exact;
        if (!found.ok) {
            exact = undefined;
            return found;
        }
        const filter = filtersOf(query, found.value);
        return get('_search?ignore_unavailable=true', schema, {
            query: { bool: { filter } },
            ...more(found.value),
        });
    };
    let pageSize = size;
    const pageOf = async (query, first) => {
        const answer = await search({ ...query, first }, searchSchema, ({ time }) => ({
            ...{ size: pageSize, sort: [{ [time]: { order: 'asc', unmapped_type: 'date' } }] },
        }));
        const partial = answer.ok ? partialOf(answer.value) : answer.detail;
        const most = Number(/Result window is too large.*?\[(\d+)\]/.exec(partial ?? '')?.[1] ?? 0);
        if (most >= 1 && most < pageSize) {
            pageSize = most;
            return pageOf(query, first);
        }
        if (!answer.ok)
            return answer;
        const { hits } = answer.value.hits;
        const lines = hits.map(hit => lineOf(hit, fields)).filter(line => line !== undefined);
        return { ok: true, value: { lines, more: hits.length >= pageSize, partial } };
    };
    return {
        name,
        search: (query, limit) => readPages(first => pageOf(query, first), firstOf(query), limit),
        count: async (query) => {
            const answer = await search({ ...query, first: firstOf(query) }, countSchema, ({ pod, level }) => ({
                size: 0,
                aggs: {
                    pods: {
                        terms: { field: pod, size: mostPods },
                        aggs: { levels: { terms: { field: level, size: 50 } } },
                    },
                },
            }));
            if (!answer.ok)
                return answer;
            const partial = partialOf(answer.value);
            if (partial !== undefined)
                return { ok: false, detail: `${name} counted only a part: ${partial}` };
            const counts = answer.value.aggregations.pods.buckets.map(({ key, doc_count, levels }) => [String(key), countsOf(doc_count, levels.buckets)]);
            return { ok: true, value: Object.fromEntries(counts) };
        },
    };
}
const mostPods = 1000;
const firstOf = ({ from }) => BigInt(Math.floor(from));
function filtersOf({ namespace, pods, containing, first, to }, fields) {
    const range = { gte: Number(first), lt: Math.ceil(to), format: 'epoch_millis' };
    const texts = [...new Set([fields.message, ...otherMessages])];
    return [
        { range: { [fields.time]: range } },
        { term: { [fields.namespace]: namespace } },
        ...(pods === undefined ? [] : [{ terms: { [fields.pod]: pods } }]),
        ...(containing === undefined
            ? []
            : [{ multi_match: { query: containing, type: 'phrase', fields: texts, lenient: true } }]),
    ];
}
function countsOf(all, buckets) {
    const counts = {};
    const add = (level, count) => {
        counts[level] = (counts[level] ?? 0) + count;
    };
    for (const { key, doc_count } of buckets)
        add(levelOf(key), doc_count);
    add('other', Math.max(0, all - buckets.reduce((sum, { doc_count }) => sum + doc_count, 0)));
    return counts;
}
function partialOf({ timed_out, _shards }) {
    if (timed_out)
        return 'it ran out of time';
    if (_shards.failed === 0)
        return undefined;
    const said = _shards.failures?.[0]?.reason.reason ?? '';
    return `${_shards.failed} of its ${_shards.total} shards failed${said === '' ? '' : `: ${(0,endpoint.short)(said)}`}`;
}
function lineOf({ _index, _id, _source, sort }, fields) {
    const [sorted = ''] = sort;
    const number = Number(sorted);
    const at = number > 1e15 ? number / 1e6 : number;
    if (!Number.isFinite(at) || at < 0 || at > 1e15)
        return undefined;
    const text = [fields.message, ...otherMessages]
        .map(field => fieldOf(_source, field))
        .find(value => typeof value === 'string');
    return {
        ...{ at, key: `${_index} ${_id}`, time: BigInt(Math.floor(at)), fields: _source },
        pod: textOf(_source, fields.pod),
        container: textOf(_source, fields.container),
        text: typeof text === 'string' ? text : JSON.stringify(_source),
    };
}
function textOf(source, field) {
    const value = fieldOf(source, field);
    return typeof value === 'string' ? (0,endpoint.short)(value) : '';
}

;// CONCATENATED MODULE: ./.build/js/src/logs/leaks.js


async function findLeaks(lines, secrets) {
    const leaks = new Map();
    const note = ({ pod, container }, kind, encoding, sent) => {
        const key = [pod, container, kind, encoding, sent].join(' ');
        const known = leaks.get(key);
        leaks.set(key, { pod, container, kind, encoding, sent, lines: (known?.lines ?? 0) + 1 });
    };
    const others = [];
    for (const line of lines) {
        const found = secrets.flatMap(secret => {
            const encoding = encodingIn(line.text, secret) ?? encodingIn(restOf(line), secret);
            return encoding === undefined ? [] : [{ kind: secret.kind, encoding }];
        });
        for (const { kind, encoding } of found)
            note(line, kind, encoding, true);
        if (found.length === 0)
            others.push(line);
    }
    const texts = others.map(line => `${line.text} ${restOf(line)}`);
    for (const { line, kind } of await detectSecrets(texts)) {
        const place = others[line];
        if (place !== undefined)
            note(place, kind, 'raw', false);
    }
    return [...leaks.values()].sort((a, b) => b.lines - a.lines);
}
function restOf({ text, fields }) {
    const rest = Object.entries(fields).filter(([, value]) => value !== text);
    return rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest));
}

;// CONCATENATED MODULE: ./.build/js/src/logs/loki.js




const loki_defaults = { namespace: 'namespace', pod: 'pod', container: 'container', level: 'detected_level' };
const nanoseconds = schemas/* string */.YjP().regex(/^\d{1,19}$/);
const labelsSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const answered = { status: schemas/* literal */.euz('success'), warnings: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() };
const streamsSchema = schemas/* object */.Ikc({
    ...answered,
    data: schemas/* object */.Ikc({
        resultType: schemas/* literal */.euz('streams'),
        result: schemas/* array */.YOg(schemas/* object */.Ikc({
            stream: labelsSchema,
            values: schemas/* array */.YOg(schemas/* tuple */.PVZ([nanoseconds, schemas/* string */.YjP()], schemas/* unknown */.L5J())),
        })),
    }),
});
const vectorSchema = schemas/* object */.Ikc({
    ...answered,
    data: schemas/* object */.Ikc({
        resultType: schemas/* literal */.euz('vector'),
        result: schemas/* array */.YOg(schemas/* object */.Ikc({ metric: labelsSchema, value: schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* string */.YjP().regex(/^\d+$/)]) })),
    }),
});
function loki(name, ask, settings, size = 1000) {
    const labels = { ...loki_defaults, ...settings.fields };
    const query = async (path, parameters, schema) => {
        const answer = await ask(`/loki/api/v1/${path}?${new URLSearchParams(parameters)}`);
        if (!answer.ok)
            return answer;
        const { success, data } = schema.safeParse(answer.value);
        return success
            ? { ok: true, value: data }
            : { ok: false, detail: `${name} does not answer as ${path} of Loki is documented` };
    };
    let pageSize = size;
    const pageOf = async (asked, from) => {
        const parameters = {
            query: `${selectorOf(asked, labels)}${filterOf(asked)}`,
            ...{ start: String(from), end: String(inNanoseconds(asked.to)) },
            ...{ limit: String(pageSize), direction: 'forward' },
        };
        const answer = await query('query_range', parameters, streamsSchema);
        if (!answer.ok) {
            const most = Number(/max entries limit.*\(\d+ > (\d+)\)/.exec(answer.detail)?.[1] ?? 0);
            if (most < 1 || most >= pageSize)
                return answer;
            pageSize = most;
            return pageOf(asked, from);
        }
        const { data, warnings } = answer.value;
        const lines = data.result.flatMap(({ stream, values }) => stream[labels.namespace] === asked.namespace
            ? values.map(([time, text]) => loki_lineOf(stream, time, text, labels))
            : []);
        const [warning] = warnings ?? [];
        return {
            ok: true,
            value: {
                lines: lines.filter(({ pod }) => asked.pods === undefined || asked.pods.includes(pod)),
                more: data.result.reduce((sum, { values }) => sum + values.length, 0) >= pageSize,
                partial: warning === undefined ? undefined : `it warns: ${(0,endpoint.short)(warning)}`,
            },
        };
    };
    return {
        name,
        search: (asked, limit) => readPages(from => pageOf(asked, from), inNanoseconds(asked.from), limit),
        count: async (asked) => {
            const seconds = Math.max(1, Math.round((asked.to - asked.from) / 1000));
            const counted = `count_over_time(${selectorOf(asked, labels)}${filterOf(asked)}[${seconds}s])`;
            const parameters = {
                query: `sum by (${labels.pod}, ${labels.level}) (${counted})`,
                time: String(inNanoseconds(asked.to)),
            };
            const answer = await query('query', parameters, vectorSchema);
            if (!answer.ok)
                return answer;
            const counts = {};
            for (const { metric, value } of answer.value.data.result) {
                const pod = metric[labels.pod] ?? '';
                if (asked.pods?.includes(pod) === false)
                    continue;
                const level = levelOf(metric[labels.level]);
                const known = counts[pod] ?? {};
                counts[pod] = { ...known, [level]: (known[level] ?? 0) + Number(value[1]) };
            }
            return { ok: true, value: counts };
        },
    };
}
const quoted = (text) => JSON.stringify(text);
function selectorOf({ namespace, pods }, labels) {
    const matchers = [`${labels.namespace}=${quoted(namespace)}`];
    if (pods !== undefined)
        matchers.push(`${labels.pod}=~${quoted(pods.map(pod => pod.replaceAll('.', '\\.')).join('|'))}`);
    return `{${matchers.join(', ')}}`;
}
const filterOf = ({ containing }) => containing === undefined ? '' : ` |= ${quoted(containing)}`;
const inNanoseconds = (ms) => BigInt(Math.floor(ms)) * 1000000n;
function loki_lineOf(stream, time, text, labels) {
    return {
        at: Number(BigInt(time) / 1000000n),
        ...{ time: BigInt(time), key: JSON.stringify([time, text, stream]), text, fields: {} },
        pod: (0,endpoint.short)(stream[labels.pod] ?? ''),
        container: (0,endpoint.short)(stream[labels.container] ?? ''),
    };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/logs/fluent-bit.js

function fluentBitRoutes(path, text, document) {
    const sections = sectionsIn(text) ?? sectionsOf(document);
    if (sections === undefined)
        return undefined;
    const filters = sections.filter(({ kind }) => kind === 'filter');
    const outputs = sections.filter(({ kind }) => kind === 'output');
    const stores = outputs.filter(each => settingsOf(each, 'name')[0] !== 'null');
    const nulls = outputs.filter(each => settingsOf(each, 'name')[0] === 'null');
    return {
        path,
        routed: [...new Set(stores.flatMap(levelsOfOutput))],
        dropsDebug: filters.some(dropsDebug) ||
            nulls.some(each => matchOf(each).some(tag => levelsIn(tag).includes('debug'))),
    };
}
const settingsOf = ({ settings }, ...keys) => settings.filter(([key]) => keys.includes(key)).map(([, value]) => value);
const matchOf = (section) => settingsOf(section, 'match', 'match_regex');
function levelsOfOutput(output) {
    const tags = matchOf(output);
    if (tags.length === 0)
        return [];
    const named = tags.flatMap(levelsIn);
    return named.length === 0 ? logLevels : named;
}
function dropsDebug(filter) {
    if (settingsOf(filter, 'name')[0] !== 'grep')
        return false;
    const ofLevel = (rules) => rules.filter(rule => /^\$?\S*(level|severity)\S*\s/i.test(rule));
    const names = (rule) => levelsIn(rule.replace(/^\S+/, ''));
    const kept = ofLevel(settingsOf(filter, 'regex')).map(names);
    return (ofLevel(settingsOf(filter, 'exclude')).some(rule => names(rule).includes('debug')) ||
        kept.some(levels => levels.length > 0 && !levels.includes('debug')));
}
function sectionsIn(text) {
    if (!/^\s*\[(INPUT|FILTER|OUTPUT|SERVICE)\]\s*$/im.test(text))
        return undefined;
    const parts = text.split(/^\s*\[(\w+)\]\s*$/m).slice(1);
    const sections = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
        const kind = (parts[at] ?? '').toLowerCase();
        if (kind !== 'filter' && kind !== 'output')
            continue;
        const lines = (parts[at + 1] ?? '').split('\n').filter(line => !/^\s*(#|$)/.test(line));
        const settings = lines.map(line => {
            const [, key = '', value = ''] = /^\s*(\S+)\s*(.*?)\s*$/.exec(line) ?? [];
            return [key.toLowerCase(), value];
        });
        sections.push({ kind, settings });
    }
    return sections;
}
function sectionsOf(document) {
    const { pipeline } = (document ?? {});
    if (typeof pipeline !== 'object' || pipeline === null)
        return undefined;
    return ['filter', 'output'].flatMap(kind => [pipeline[`${kind}s`] ?? []].flat().map(each => ({
        kind,
        settings: Object.entries((each ?? {})).flatMap(([key, value]) => [value].flat().map(one => [key.toLowerCase(), String(one)])),
    })));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./.build/js/src/logs/retention-policies.js



const ilmSchema = schemas/* object */.Ikc({
    policy: schemas/* object */.Ikc({
        phases: schemas/* object */.Ikc({
            delete: schemas/* object */.Ikc({
                min_age: schemas/* string */.YjP().default('0ms'),
                actions: schemas/* object */.Ikc({ delete: schemas/* unknown */.L5J().optional() }).default({}),
            })
                .optional(),
        }),
    }),
});
const ismSchema = schemas/* object */.Ikc({
    policy: schemas/* object */.Ikc({
        policy_id: schemas/* string */.YjP().optional(),
        default_state: schemas/* string */.YjP(),
        states: schemas/* array */.YOg(schemas/* object */.Ikc({
            name: schemas/* string */.YjP(),
            actions: schemas/* array */.YOg(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())).default([]),
            transitions: schemas/* array */.YOg(schemas/* object */.Ikc({
                state_name: schemas/* string */.YjP(),
                conditions: schemas/* object */.Ikc({ min_index_age: schemas/* string */.YjP().optional() }).optional(),
            }))
                .default([]),
        })),
        ism_template: schemas/* union */.KCZ([
            schemas/* array */.YOg(schemas/* object */.Ikc({ index_patterns: schemas/* array */.YOg(schemas/* string */.YjP()) })),
            schemas/* object */.Ikc({ index_patterns: schemas/* array */.YOg(schemas/* string */.YjP()) }),
        ])
            .nullish(),
    }),
});
const limitsSchema = schemas/* object */.Ikc({
    retention_period: schemas/* string */.YjP().optional(),
    retention_stream: schemas/* array */.YOg(schemas/* object */.Ikc({ selector: schemas/* string */.YjP(), period: schemas/* string */.YjP() })).nullish(),
});
const lokiSchema = schemas/* object */.Ikc({
    limits_config: limitsSchema,
    compactor: schemas/* object */.Ikc({ retention_enabled: schemas/* boolean */.zMY().optional() }).nullish(),
});
function policiesIn(path, document, namespace) {
    const title = (0,external_node_path_.basename)(path).replace(/\.\w+$/, '');
    const loki = lokiSchema.safeParse(document);
    if (loki.success)
        return policiesOfLoki(title, loki.data, namespace);
    const policies = namedIn(title, document).map(([name, each]) => policyIn(name, each));
    return policies.length > 0 && policies.every(each => each !== undefined) ? policies : undefined;
}
function namedIn(title, document) {
    if (typeof document !== 'object' || document === null)
        return [];
    if ('policy' in document)
        return [[title, document]];
    if ('policies' in document && Array.isArray(document.policies))
        return document.policies.map((each) => [title, each]);
    return Object.entries(document);
}
function policyIn(name, document) {
    const ism = ismSchema.safeParse(document);
    if (ism.success)
        return policyOfOpenSearch(name, ism.data);
    const ilm = ilmSchema.safeParse(document);
    if (!ilm.success)
        return undefined;
    const phase = ilm.data.policy.phases.delete;
    const levels = levelsOrAll(name);
    return phase?.actions.delete === undefined
        ? { name, levels, deletes: false, why: 'has no phase that deletes' }
        : { name, levels, deletes: true, days: daysOf(phase.min_age) };
}
const levelsOrAll = (...names) => {
    const found = names.flatMap(levelsIn);
    return found.length === 0 ? 'all' : found;
};
function policyOfOpenSearch(title, { policy }) {
    const name = policy.policy_id ?? title;
    const patterns = [policy.ism_template ?? []].flat().flatMap(({ index_patterns }) => index_patterns);
    const levels = levelsOrAll(name, ...patterns);
    const reached = new Map([[policy.default_state, undefined]]);
    for (const [state] of reached) {
        const next = policy.states.find(each => each.name === state)?.transitions ?? [];
        for (const { state_name, conditions } of next)
            if (!reached.has(state_name))
                reached.set(state_name, conditions?.min_index_age);
    }
    const deleting = policy.states.find(each => reached.has(each.name) && each.actions.some(action => 'delete' in action));
    if (deleting === undefined)
        return { name, levels, deletes: false, why: 'reaches no state that deletes' };
    const age = reached.get(deleting.name);
    return { name, levels, deletes: true, days: age === undefined ? undefined : daysOf(age) };
}
function policiesOfLoki(title, { limits_config, compactor }, namespace) {
    const enabled = compactor?.retention_enabled === true;
    const policy = (name, levels, period) => {
        const days = daysOf(period);
        const deletes = enabled && days !== undefined && days > 0;
        const why = enabled
            ? `keeps lines without end: its period is ${period}`
            : 'deletes nothing: `compactor.retention_enabled` is not true';
        return { name, levels, deletes, ...(deletes ? { days } : { why }) };
    };
    const { retention_period, retention_stream } = limits_config;
    const streams = (retention_stream ?? []).flatMap(({ selector, period }) => {
        const levels = levelsOfSelector(selector, namespace);
        return levels === undefined ? [] : [policy(selector, levels, period)];
    });
    return [...streams, ...(retention_period === undefined ? [] : [policy(title, 'all', retention_period)])];
}
function levelsOfSelector(selector, namespace) {
    let levels = 'all';
    for (const [, label = '', operator = '', value = ''] of selector.matchAll(/([A-Za-z_]\w*)\s*(=~|!~|!=|=)\s*"([^"]*)"/g)) {
        const names = operator.endsWith('~') ? value.split('|') : [value];
        const isNegative = operator.startsWith('!');
        if (label === 'namespace') {
            if (names.includes(namespace) === isNegative)
                return undefined;
        }
        else if (/^(detected_)?level$|^severity$/.test(label)) {
            const named = names.map(levelOf);
            levels = isNegative ? logLevels.filter(level => !named.includes(level)) : named;
        }
        else
            return undefined;
    }
    return levels;
}
const milliseconds = {
    nanos: 1e-6,
    micros: 1e-3,
    ms: 1,
    s: 1000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 7 * 86_400_000,
    y: 365 * 86_400_000,
};
function daysOf(text) {
    if (!/^(?:\d+(?:\.\d+)?(?:nanos|micros|ms|[smhdwy]))+$|^0$/.test(text))
        return undefined;
    const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(nanos|micros|ms|[smhdwy])/g)];
    const ms = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (milliseconds[unit] ?? 0), 0);
    return Math.round((ms / 86_400_000) * 100) / 100;
}

;// CONCATENATED MODULE: ./.build/js/src/logs/retention.js





const levels = logLevels.filter(level => level !== 'other');
function judgeRetention(files, { namespace, allowDebug }) {
    const read = files.map(file => partsOf(file, namespace));
    const policies = read.flatMap(each => each.policies);
    const routes = read.flatMap(each => each.routes);
    const kept = levels.map(level => [level, policyFor(level, policies)]);
    const days = Object.fromEntries(kept.flatMap(([level, policy]) => (policy?.days === undefined ? [] : [[level, policy.days]])));
    const endless = policies
        .filter(({ deletes }) => !deletes)
        .map(({ name, why }) => ({ subject: name, problem: why ?? 'never deletes' }));
    const open = policies.length === 0 ? [] : kept.filter(([, policy]) => policy === undefined);
    return {
        days,
        findings: [
            ...endless,
            ...open.map(([level]) => ({ subject: level, problem: 'has no retention: no policy is for it' })),
            ...orderFindings(days),
            ...routes.flatMap(route => routeFindings(route, allowDebug)),
        ],
    };
}
function policyFor(level, policies) {
    return (policies.find(({ levels: own }) => own !== 'all' && own.includes(level)) ??
        policies.find(({ levels: own }) => own === 'all'));
}
function orderFindings(days) {
    return levels.slice(1).flatMap((level, at) => {
        const lower = levels[at] ?? level;
        const [own, below] = [days[level], days[lower]];
        return own === undefined || below === undefined || own >= below
            ? []
            : [
                {
                    subject: level,
                    problem: `is kept for ${own} days, and ${lower}, which is less urgent, for ${below}`,
                },
            ];
    });
}
function routeFindings({ path, routed, dropsDebug }, allowDebug) {
    const lost = levels.filter(level => level !== 'debug' && !routed.includes(level));
    return [
        ...lost.map(level => ({ subject: level, problem: `has no output in ${path}` })),
        ...(allowDebug || dropsDebug || !routed.includes('debug')
            ? []
            : [{ subject: 'debug', problem: `is not dropped by a filter in ${path}, so it reaches the store` }]),
    ];
}
function partsOf({ path, text }, namespace) {
    let document;
    try {
        document = (0,dist.parse)(text);
    }
    catch {
    }
    const routes = fluentBitRoutes(path, text, document);
    if (routes !== undefined)
        return { policies: [], routes: [routes] };
    const policies = policiesIn(path, document, namespace);
    if (policies !== undefined)
        return { policies, routes: [] };
    throw new errors/* UserError */.yo(`${path} is no retention policy: it is neither an ILM or ISM policy nor a configuration of Loki or Fluent Bit`, 'save the answer of GET _ilm/policy or GET _plugins/_ism/policies, or name the configuration file of Loki or Fluent Bit');
}

;// CONCATENATED MODULE: ./.build/js/src/logs/checks.js










const logCheckNames = ['structure', 'nonce', 'leaks', 'retention'];
const storeOf = (settings, { name, ask }) => settings.loki === true ? loki(name, ask, settings) : elasticsearch(name, ask, settings);
const checks_mostLines = 20_000;
const mostExamples = 10;
const clockError = 60_000;
async function checkStructure({ store, namespace, settings, now, span, allowDebug, }) {
    const query = { namespace, from: now() - span, to: now() + clockError };
    const answer = await store.search(query, checks_mostLines);
    if (!answer.ok)
        return unanswered('structure', answer.detail);
    const { lines, partial } = answer.value;
    const report = judgeStructure(lines, settings);
    const examples = await (0,parallel.mapOf)(report.bad.slice(0, mostExamples), 1, async (bad) => ({
        subject: bad.pod,
        problem: `line ${bad.line} (${new Date(bad.at).toISOString()}) ${bad.problem}`,
        example: await safeExcerpt(bad.text),
    }));
    const traces = report.traces === 0 ? '' : `, with ${(0,count/* counted */.h)(report.traces, 'trace')} of several lines`;
    const measured = `${report.structured} of ${(0,count/* counted */.h)(report.lines, 'line')} are structured${traces}`;
    const base = { check: 'structure', findings: examples };
    const counts = allowDebug ? undefined : await store.count(query);
    const known = counts?.ok === true ? Object.values(counts.value) : [];
    const debug = Math.max(report.debug, known.reduce((sum, levels) => sum + (levels.debug ?? 0), 0));
    if (report.verdict !== 'fail' && debug > 0 && !allowDebug)
        return {
            ...base,
            verdict: 'fail',
            reason: `${(0,count/* counted */.h)(debug, 'line')} of the level debug reached the store (${measured})`,
        };
    if (report.verdict === 'pass' && partial !== undefined)
        return { ...base, verdict: 'unknown', reason: `${store.name} answered in part: ${partial}` };
    return {
        ...base,
        verdict: report.verdict,
        reason: report.verdict === 'pass' ? measured : `${report.reason}${traces}`,
    };
}
async function checkNonce(sources, absent, parts) {
    if (sources.length === 0)
        return unanswered('nonce', 'no workload of the release has a running pod');
    const { verdict, reason, arrived, missing, unknown: silent } = await checkArrival(sources, parts);
    const findings = [
        ...missing.map(source => ({
            subject: source.workload,
            problem: `its pod ${source.pod} on node ${source.node} is missing in the store`,
        })),
        ...silent.map(({ source, why }) => ({
            subject: source.workload,
            problem: `there is no line to look for from its pod ${source.pod}: ${why}`,
        })),
        ...absent.map(workload => ({ subject: workload, problem: 'has no running pod, so it was not checked' })),
    ];
    return {
        check: 'nonce',
        verdict,
        findings,
        reason: reason === ''
            ? `the log store has lines from ${arrived.length === 1 ? 'the pod' : `all ${arrived.length} pods`} checked`
            : reason,
    };
}
async function checkLeaks(parts) {
    const { store, namespace, settings, now, span, sleep, routes, credentials, send } = parts;
    const secrets = dummySecrets();
    const begun = now();
    const failures = [];
    const requests = secretRequests(secrets, routes, credentials);
    for (const request of requests) {
        const failure = await send(request);
        if (failure !== undefined)
            failures.push(failure);
    }
    if (requests.length > 0)
        await sleep(settings.within);
    const since = await store.search({ namespace, from: begun, to: now() + clockError }, checks_mostLines);
    if (!since.ok)
        return unanswered('leaks', since.detail);
    const before = await store.search({ namespace, from: begun - span, to: begun }, checks_mostLines);
    if (!before.ok)
        return unanswered('leaks', before.detail);
    const lines = [...before.value.lines, ...since.value.lines];
    const leaks = await findLeaks(lines, secrets);
    const findings = leaks.map(findingOf);
    const kinds = [...new Set(leaks.map(({ kind }) => kind))];
    const base = { check: 'leaks', findings };
    if (findings.length > 0)
        return {
            ...base,
            verdict: 'fail',
            reason: `the logs hold ${(0,count/* counted */.h)(kinds.length, 'kind')} of secrets: ${kinds.join(', ')}`,
        };
    const doubts = [
        ...(requests.length === 0 ? ['no path is declared, so no dummy secret was sent'] : []),
        ...(failures.length === requests.length && requests.length > 0
            ? [`no request got an answer: ${failures[0]}`]
            : []),
        ...(since.value.lines.length === 0 && requests.length > 0
            ? ['no line has arrived since the dummy secrets were sent']
            : []),
        ...[before.value, since.value].flatMap(({ partial }) => partial === undefined ? [] : [`${store.name} answered in part: ${partial}`]),
        ...(since.value.truncated ? [`there are more than ${checks_mostLines} lines since then`] : []),
    ];
    const [doubt] = doubts;
    if (doubt !== undefined)
        return { ...base, verdict: 'unknown', reason: doubt };
    return {
        ...base,
        verdict: 'pass',
        reason: `${(0,count/* counted */.h)(secrets.length, 'dummy secret')} were sent in ${(0,count/* counted */.h)(requests.length - failures.length, 'request')}, and none is in ${(0,count/* counted */.h)(lines.length, 'line')}`,
    };
}
const findingOf = ({ pod, container, kind, encoding, sent, lines }) => ({
    subject: container === '' ? pod : `${pod}/${container}`,
    problem: `${(0,count/* counted */.h)(lines, 'line')} with a ${kind}${sent ? `, a dummy secret, ${encoding}` : ''}`,
});
function checkRetention(files, context) {
    const { findings, days } = judgeRetention(files, context);
    const kept = Object.entries(days).map(([level, count]) => `${level} ${count} d`);
    const [first] = findings;
    return {
        ...{ check: 'retention', findings },
        verdict: first === undefined ? 'pass' : 'fail',
        reason: first === undefined
            ? `every level has a retention: ${kept.join(', ')}`
            : `${first.subject} ${first.problem}`,
    };
}
const unanswered = (check, reason) => ({
    ...{ check, verdict: 'unknown', findings: [] },
    reason,
});
function verdictOf(checks) {
    const verdicts = checks.map(({ verdict }) => verdict);
    if (verdicts.includes('fail'))
        return 'fail';
    return verdicts.includes('unknown') || verdicts.length === 0 ? 'unknown' : 'pass';
}


/***/ }),

/***/ 64592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askStore: () => (/* binding */ askStore),
/* harmony export */   short: () => (/* binding */ short)
/* harmony export */ });
/* harmony import */ var _analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70750);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60512);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68672);






function askStore(settings, cluster, env) {
    const { tenant, service, ...rest } = settings;
    const endpoint = (0,_analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_3__/* .endpointOf */ .X)({
        ...rest,
        ...(service === undefined ? {} : { service }),
        ...(tenant === undefined ? {} : { headers: { 'x-scope-orgid': tenant } }),
    }, cluster, env);
    const name = `the log store ${endpoint.name}`;
    const method = service === undefined ? 'POST' : 'GET';
    const ask = async (path, body) => {
        if (endpoint.missing !== undefined)
            return { ok: false, detail: `${name} cannot be asked: ${endpoint.missing}` };
        const request = body === undefined ? { method: 'GET' } : { method, body };
        const answer = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({ attempts, unfinished: ({ passing }) => passing, delay: count => count * _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_2__/* .timing */ .N.apiRetry }, () => askOnce(endpoint, path, request));
        if (answer.ok)
            return { ok: true, value: answer.value };
        const hidden = endpoint.secret === '' ? [] : [endpoint.secret];
        return { ok: false, detail: (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSecrets */ .cT)(`${name} ${answer.detail}`, hidden) };
    };
    return { name, ask };
}
const patience = 15_000;
const attempts = 3;
async function askOnce({ send }, path, request) {
    const signal = AbortSignal.timeout(patience);
    try {
        return answerIn(await send(path, signal, request));
    }
    catch (error) {
        const why = short((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error));
        const detail = signal.aborted
            ? `does not answer within ${patience / 1000} s`
            : `does not answer (${why})`;
        return { ok: false, detail, passing: !signal.aborted && !/larger than/.test(why) };
    }
}
function answerIn({ status, body }) {
    if (status === 200) {
        try {
            return { ok: true, value: JSON.parse(body), passing: false };
        }
        catch {
            return { ok: false, detail: `answered with what is not JSON: ${short(body)}`, passing: false };
        }
    }
    if (status >= 300 && status < 400)
        return {
            ok: false,
            detail: 'answered with a redirect, probably to a login page; set its direct address',
            passing: false,
        };
    const said = short(reasonIn(body));
    const passing = status === 429 || status >= 500;
    if (/no endpoints available/.test(said))
        return { ok: false, detail: 'has no ready pod behind its Service', passing };
    if (status === 401)
        return { ok: false, detail: `does not accept the credential (401: ${said})`, passing };
    return { ok: false, detail: `answered ${status}${said === '' ? '' : `: ${said}`}`, passing };
}
function reasonIn(body) {
    try {
        const { error, message } = JSON.parse(body);
        if (typeof error === 'string')
            return error;
        const { reason, root_cause } = (error ?? {});
        const cause = Array.isArray(root_cause) ? root_cause[0]?.reason : undefined;
        const said = [cause, reason, message].find(each => typeof each === 'string');
        return typeof said === 'string' ? said : body;
    }
    catch {
        return body;
    }
}
const short = (text) => (0,_analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_3__/* .inSentence */ .B)((0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g)(text.slice(0, 2000))).toWellFormed();


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   singleFile: () => (/* binding */ singleFile)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function singleFile() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ })

};
