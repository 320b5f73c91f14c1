export const id = 7784;
export const ids = [7784];
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

/***/ 17784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alertmanagerOf: () => (/* binding */ alertmanagerOf),
/* harmony export */   alertsWith: () => (/* binding */ alertsWith),
/* harmony export */   expireSilence: () => (/* binding */ expireSilence),
/* harmony export */   silencesFor: () => (/* binding */ silencesFor)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _analysis_ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17905);
/* harmony import */ var _analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96391);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




const timeout = 3_000;
function alertmanagerOf(settings, cluster, env) {
    const endpoint = (0,_analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointOf */ .X)(settings, cluster, env);
    const read = (body) => ({ ok: true, value: body });
    return (method, path, body) => (0,_analysis_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(endpoint, {
        server: 'Alertmanager',
        path,
        request: { method, body },
        read,
        patience: timeout,
        once: true,
    });
}
const silenceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[\w-]{1,100}$/),
    createdBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    startsAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    matchers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), value: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'pending', 'expired']) }),
});
const alertSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    receivers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'suppressed', 'unprocessed']),
        silencedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        inhibitedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    }),
});
async function expireSilence(api, id) {
    const answer = await api('DELETE', `/api/v2/silence/${id}`);
    const isOver = !answer.ok && /\(404|answered 500: .*(not found|expired)/.test(answer.detail);
    return isOver ? { ok: true, value: '' } : answer;
}
const silencesFor = (api, labels) => listed(api, 'silences', labels, silenceSchema);
const alertsWith = (api, labels) => listed(api, 'alerts', labels, alertSchema);
async function listed(api, what, labels, schema) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(labels))
        query.append('filter', `${name}=${JSON.stringify(value)}`);
    const answer = await api('GET', `/api/v2/${what}?${query}`);
    if (!answer.ok)
        return answer;
    const parsed = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(schema).safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(answer.value));
    return parsed.success
        ? { ok: true, value: parsed.data }
        : { ok: false, detail: 'the response of Alertmanager is not that of its API v2' };
}


/***/ })

};
