export const id = 3911;
export const ids = [3911];
export const modules = {

/***/ 3911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkLeaks: () => (/* binding */ checkLeaks),
  findLeaks: () => (/* binding */ findLeaks)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/logs/check.js
var check = __webpack_require__(14417);
;// CONCATENATED MODULE: ./.build/js/src/logs/detectors.js
const longestLine = 32_768;
const placeholder = /^(?:[*•x.…_#-]+|<.*|\[.*|\(.*|\{.*|\$.*|%.*|(?:redacted|masked|hidden|filtered|null|none|undefined|true|false|empty|missing|secret|password|example|changeme|string)\b.*)$/i;
const detectors_forms = [
    ['private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
    ['JWT', /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,2000}(?![\w-])/g],
    ['AWS key id', /(?<![A-Za-z0-9])A[KS]IA(?![A-Z2-7]*EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9])/g],
    ['bearer token', authorization('bearer', '[\\w.~+/%-]{16,4000}')],
    ['basic credential', authorization('basic', '[\\w+/%-]{8,4000}')],
    [
        'password in a query',
        /[?&](?:password|passwd|pwd|secret|client_secret|access_token|api_?key)=(?<value>[^\s&"'<>\\]{6,500})/gi,
    ],
];
function authorization(scheme, value) {
    const separator = `(?:["'\\\\]{1,4}|%22)?\\s{0,4}(?::|=|%3A|%3D)\\s{0,4}[["'\\\\]{0,4}`;
    return new RegExp(`\\bauthorization${separator}${scheme}(?:\\s|%20|\\+){1,4}(?<value>${value})`, 'gi');
}
async function detectSecrets(lines) {
    const short = lines.map(line => line.slice(0, longestLine));
    const byForm = short.flatMap((line, at) => detectors_forms.filter(([, form]) => isFound(line, form)).map(([kind]) => ({ line: at, kind })));
    const found = [...byForm, ...(await byRulesOfSecretlint(short))];
    return [...new Map(found.map(each => [`${each.line} ${each.kind}`, each])).values()];
}
function isFound(line, form) {
    return [...line.matchAll(form)].some(({ groups }) => groups?.value === undefined || !placeholder.test(groups.value));
}
const repeated = { privatekey: 'private key', aws: 'AWS key id' };
async function byRulesOfSecretlint(lines) {
    const [{ lintSource }, { creator }] = await Promise.all([
        __webpack_require__.e(/* import() */ 198).then(__webpack_require__.bind(__webpack_require__, 198)),
        __webpack_require__.e(/* import() */ 1577).then(__webpack_require__.bind(__webpack_require__, 31577)),
    ]);
    const rules = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }];
    const content = lines
        .map(line => line.replace(/[\r\n\u2028\u2029]/g, ' ').replace(/secretlint-/gi, 'secretlint '))
        .join('\n');
    const { messages } = await lintSource({
        source: { filePath: 'log', content, ext: '', contentType: 'text' },
        options: { config: { rules }, maskSecrets: true },
    });
    return messages
        .filter(({ type }) => type === 'message')
        .map(({ ruleId, loc }) => {
        const rule = ruleId.replace(/^.*secretlint-rule-/, '');
        return { line: loc.start.line - 1, kind: repeated[rule] ?? `secret (${rule})` };
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
    const head = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ sub: 'slipway', scope: 'none' })}`;
    const digits = () => randomOf('01234567', 12);
    const secrets = [
        ['session cookie', word(32), 's:', '/+'],
        ['bearer token', word(40), '', '/+='],
        ['basic credential', word(24), 'slipway:', '"&'],
        ['API key', word(32), 'key/'],
        ['JWT', word(43), `${head}.`],
        ['private key', word(64), '-----BEGIN PRIVATE KEY-----\n', '\n-----END PRIVATE KEY-----\n'],
        ['card number', cardNumber()],
        ['password', word(24), '', '"\\&/ §'],
        ['password in a URL', word(24), 'postgres://slipway:', '@db.example.com:5432/shop'],
        ['AWS key id', `AKIA${randomOf(letters, 16)}`],
        ['GitHub token', `ghp_${word(36)}`],
        ['Slack token', word(24), `xoxb-${digits()}-${digits()}-`],
    ];
    return secrets.map(([kind, core, before = '', after = '']) => ({
        kind,
        core,
        text: `${before}${core}${after}`,
    }));
}
function encodingIn(text, { text: secret, core }) {
    if (!text.includes(core))
        return base64Of(core).some(form => text.includes(form)) ? 'base64' : undefined;
    const holds = (form) => text.toLowerCase().includes(form.toLowerCase());
    if (holds(secret))
        return 'raw';
    if (holds(JSON.stringify(secret).slice(1, -1)))
        return 'json';
    const forms = [encodeURIComponent(secret), new URLSearchParams({ '': secret }).toString().slice(1)];
    return forms.some(holds) ? 'url' : 'raw';
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
        ...posts.map(path => ({
            path,
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(Object.fromEntries(named)),
        })),
    ];
}

;// CONCATENATED MODULE: ./.build/js/src/logs/leaks.js




const isOfApplication = (status) => (status >= 200 && status < 300) || status === 400 || status === 422;
async function checkLeaks(parts) {
    const { store, namespace, settings, now, span, routes, credentials, send } = parts;
    const secrets = dummySecrets();
    const begun = now();
    const requests = secretRequests(secrets, routes, credentials);
    const failures = [];
    const doubtful = new Set();
    const received = [];
    for (const request of requests) {
        const answer = await send(request);
        if (!answer.ok)
            failures.push(answer.detail);
        else if (isOfApplication(answer.value))
            received.push(JSON.stringify(request));
        else
            doubtful.add(answer.value);
    }
    if (requests.length > 0)
        await parts.sleep(settings['max-delay']);
    const arrival = await parts.arrival();
    const since = await store.search({ namespace, from: begun - check/* clockError */.zd, to: now() + check/* clockError */.zd }, check/* mostLines */.$5);
    if (!since.ok)
        return (0,check/* unanswered */.bj)('leaks', since.detail);
    const before = await store.search({ namespace, from: begun - check/* clockError */.zd - span, to: begun - check/* clockError */.zd }, check/* mostLines */.$5);
    if (!before.ok)
        return (0,check/* unanswered */.bj)('leaks', before.detail);
    const lines = [...before.value.lines, ...since.value.lines];
    const leaks = await findLeaks(lines, secrets);
    if (leaks.length > 0) {
        const kinds = [...new Set(leaks.map(({ kind }) => kind))];
        const reason = `the logs hold ${(0,count/* counted */.h)(kinds.length, 'kind')} of secrets: ${kinds.join(', ')}`;
        const findings = leaks.map(({ subject, kind, encoding, lines }) => ({
            subject,
            problem: `${kind} in ${(0,count/* counted */.h)(lines, 'line')}${encoding === undefined ? '' : ` (a dummy secret, ${encoding})`}`,
        }));
        return { check: 'leaks', verdict: 'fail', reason, findings };
    }
    const partial = before.value.partial ?? since.value.partial;
    const lost = secrets.filter(secret => received.every(text => encodingIn(text, secret) === undefined));
    const doubts = [
        requests.length === 0 && 'no path is declared, so no dummy secret was sent',
        failures.length > 0 &&
            `${failures.length} of ${(0,count/* counted */.h)(requests.length, 'request')} got no answer: ${failures[0]}`,
        lost.length > 0 &&
            `${(0,count/* counted */.h)(lost.length, 'dummy secret')} may not have reached the application: a proxy may have sent the answer ${[...doubtful].join(' or ')}; name paths that the application answers with 200`,
        arrival.verdict !== 'pass' && `lines may be missing from the log store: ${arrival.reason}`,
        partial !== undefined && `${store.name} returned only some of the lines: ${partial}`,
        before.value.truncated &&
            `there are more than ${check/* mostLines */.$5} lines before the first dummy secret was sent, of which only the oldest were read; set a shorter \`--since\``,
        since.value.truncated && `there are more than ${check/* mostLines */.$5} lines since the first dummy secret was sent`,
    ];
    const doubt = doubts.find(each => each !== false);
    if (doubt !== undefined)
        return (0,check/* unanswered */.bj)('leaks', doubt);
    const reason = `${(0,count/* counted */.h)(secrets.length, 'dummy secret')} were sent in ${(0,count/* counted */.h)(requests.length, 'request')}, and none was found in ${(0,count/* counted */.h)(lines.length, 'line')}`;
    return { check: 'leaks', verdict: 'pass', reason, findings: [] };
}
async function findLeaks(lines, secrets) {
    const leaks = new Map();
    const note = ({ pod, container }, kind, encoding) => {
        const subject = container === '' ? pod : `${pod}/${container}`;
        const key = [subject, kind, encoding].join(' ');
        leaks.set(key, { subject, kind, encoding, lines: (leaks.get(key)?.lines ?? 0) + 1 });
    };
    const others = [];
    for (const line of lines) {
        const found = secrets.flatMap(secret => {
            const encoding = encodingIn(line.text, secret) ?? encodingIn(restOf(line), secret);
            return encoding === undefined ? [] : [{ kind: secret.kind, encoding }];
        });
        for (const { kind, encoding } of found)
            note(line, kind, encoding);
        if (found.length === 0)
            others.push(line);
    }
    for (const { line, kind } of await detectSecrets(others.map(line => `${line.text} ${restOf(line)}`))) {
        const place = others[line];
        if (place !== undefined)
            note(place, kind);
    }
    return [...leaks.values()].sort((a, b) => b.lines - a.lines);
}
function restOf({ text, fields }) {
    const rest = Object.entries(fields).filter(([, value]) => value !== text);
    return rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest));
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
