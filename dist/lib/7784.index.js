export const id = 7784;
export const ids = [7784];
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

/***/ 17784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alertmanagerOf: () => (/* binding */ alertmanagerOf),
/* harmony export */   alertsWith: () => (/* binding */ alertsWith),
/* harmony export */   expireSilence: () => (/* binding */ expireSilence),
/* harmony export */   openSilence: () => (/* binding */ openSilence),
/* harmony export */   silencesFor: () => (/* binding */ silencesFor)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70750);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60512);




function alertmanagerOf(settings, cluster, env) {
    const endpoint = (0,_analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointOf */ .X)(settings, cluster, env);
    const failed = (detail) => ({
        ok: false,
        detail: (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutSecrets */ .cT)(`Alertmanager ${endpoint.name} ${detail}`, [endpoint.secret]),
    });
    return async (method, path, body) => {
        if (endpoint.missing !== undefined)
            return failed(`cannot be asked: ${endpoint.missing}`);
        const signal = AbortSignal.timeout(timeout);
        try {
            const reply = await endpoint.send(path, signal, { method, body });
            if (reply.status >= 200 && reply.status < 300)
                return { ok: true, value: reply.body };
            const said = (0,_analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(reply.body);
            return failed(`answered ${reply.status}${said === '' ? '' : `: ${said}`}`);
        }
        catch (error) {
            return failed(signal.aborted
                ? `does not answer within ${timeout / 1000} s`
                : `does not answer (${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error)})`);
        }
    };
}
const timeout = 3_000;
const matcherSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ...{ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), value: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), isRegex: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY() },
    isEqual: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().default(true),
});
const silenceSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[\w-]{1,100}$/),
    ...{ createdBy: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), comment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), startsAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), endsAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() },
    matchers: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(matcherSchema),
    status: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ state: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['active', 'pending', 'expired']) }),
});
const alertSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    receivers: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
    status: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        state: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['active', 'suppressed', 'unprocessed']),
        silencedBy: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
        inhibitedBy: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    }),
});
const openSilence = (api, silence) => api('POST', '/api/v2/silences', silence);
async function expireSilence(api, id) {
    const answer = await api('DELETE', `/api/v2/silence/${id}`);
    const isOver = !answer.ok && /answered (404|500: .*(not found|expired))/.test(answer.detail);
    return isOver ? { ok: true, value: '' } : answer;
}
const silencesFor = (api, labels) => listed(api, `/api/v2/silences?${filters(labels)}`, silenceSchema, ({ status }) => status.state !== 'expired');
const alertsWith = (api, labels) => listed(api, `/api/v2/alerts?${filters(labels)}`, alertSchema, () => true);
const filters = (labels) => String(new URLSearchParams(Object.entries(labels).map(([name, value]) => [
    'filter',
    `${name}=${JSON.stringify(value)}`,
])));
async function listed(api, path, schema, keeps) {
    const answer = await api('GET', path);
    if (!answer.ok)
        return answer;
    const parsed = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(schema).safeParse(jsonOf(answer.value));
    return parsed.success
        ? { ok: true, value: parsed.data.filter(keeps) }
        : { ok: false, detail: 'the response of Alertmanager is not that of its API v2' };
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
