export const id = 4592;
export const ids = [4592];
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


/***/ })

};
