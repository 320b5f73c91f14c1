export const id = 4917;
export const ids = [4917,7784];
export const modules = {

/***/ 17905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* unused harmony export answerIn */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
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
        if (once || !answer.temporary || performance.now() + pause >= end)
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
/* harmony import */ var _analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70750);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




const timeout = 3_000;
function alertmanagerOf(settings, cluster, env) {
    const endpoint = (0,_analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointOf */ .X)(settings, cluster, env);
    const read = (body) => ({ ok: true, value: body });
    return (method, path, body) => (0,_analysis_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(endpoint, {
        ...{ server: 'Alertmanager', path, request: { method, body }, read },
        ...{ patience: timeout, once: true },
    });
}
const silenceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[\w-]{1,100}$/),
    ...{ createdBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), startsAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() },
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'pending', 'expired']) }),
});
const alertSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    receivers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'suppressed', 'unprocessed']),
        ...{ silencedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), inhibitedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) },
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


/***/ }),

/***/ 84917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   silenceFor: () => (/* binding */ silenceFor),
/* harmony export */   silencerOf: () => (/* binding */ silencerOf),
/* harmony export */   sweepSilences: () => (/* binding */ sweepSilences)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _alertmanager_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17784);


const author = 'slipway';
function silenceFor({ app, environment, release, run }, limits) {
    const ends = Math.min(limits.now + limits.longest, limits.deadline);
    if (ends <= limits.now)
        return undefined;
    const matcher = (name, value, isEqual = true) => ({ name, value, isEqual, isRegex: false });
    return {
        matchers: [
            ...[matcher('app', app), matcher('environment', environment)],
            matcher('severity', 'critical', false),
        ],
        ...{ startsAt: new Date(limits.now).toISOString(), endsAt: new Date(ends).toISOString() },
        ...{ createdBy: author, comment: `release ${release} of ${app} in ${environment} (${run})` },
    };
}
function silencerOf(api, place, warn) {
    const opened = new Map();
    return {
        open: (silence) => {
            if (silence === undefined || opened.has(silence.comment))
                return;
            const opening = api('POST', '/api/v2/silences', silence).then(answer => {
                if (!answer.ok)
                    warn(`the alerts of ${place.app} are not silenced during the release: ${answer.detail}`);
            });
            opened.set(silence.comment, opening);
        },
        close: async () => {
            if (opened.size === 0)
                return;
            await Promise.all(opened.values());
            const removed = await removeSilences(api, place, ({ comment }) => opened.has(comment));
            if (!removed.ok)
                warn(`a silence for ${place.app} was not removed: ${removed.detail}. It will expire`);
        },
    };
}
async function sweepSilences(api, place, before) {
    const removed = await removeSilences(api, place, ({ startsAt }) => Date.parse(startsAt) < before);
    if (!removed.ok)
        return removed;
    const done = `removed ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(removed.value, 'silence')} for ${place.app} that an interrupted run left`;
    return { ok: true, value: removed.value === 0 ? undefined : done };
}
async function removeSilences(api, { app, environment }, isMeant) {
    const found = await (0,_alertmanager_api_js__WEBPACK_IMPORTED_MODULE_0__.silencesFor)(api, { app, environment });
    if (!found.ok)
        return found;
    const open = found.value.filter(({ status }) => status.state !== 'expired');
    const meant = open.filter(each => each.createdBy === author && isMeant(each));
    const ended = await Promise.all(meant.map(({ id }) => (0,_alertmanager_api_js__WEBPACK_IMPORTED_MODULE_0__.expireSilence)(api, id)));
    return ended.find(answer => !answer.ok) ?? { ok: true, value: meant.length };
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
