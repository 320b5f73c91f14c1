export const id = 4125;
export const ids = [4125,6196,7784];
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

/***/ 38062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _G: () => (/* binding */ prometheusOf)
/* harmony export */ });
/* unused harmony exports sourceOf, judged */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60512);
/* harmony import */ var _http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70750);



function prometheusOf(settings, cluster, env) {
    const { name, send, secret, missing } = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointOf */ .X)(settings, cluster, env);
    return sourceOf(name, (query, signal) => send(`/api/v1/query?${query}`, signal), { secret, missing });
}
const defaultPatience = 5_000;
const longestAttempt = 15_000;
function sourceOf(name, send, credential = {}) {
    const hidden = credential.secret ? [credential.secret] : [];
    const failed = (detail) => ({
        ok: false,
        detail: (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutSecrets */ .cT)(`Prometheus ${name} ${detail}`, hidden),
    });
    const query = async (promql, at, patience = defaultPatience) => {
        if (credential.missing !== undefined)
            return failed(`cannot be queried: ${credential.missing}`);
        const parameters = new URLSearchParams({ query: promql, partial_response: 'false' });
        if (at !== undefined)
            parameters.set('time', (at / 1000).toFixed(3));
        const end = performance.now() + patience;
        let detail = '';
        for (let pause = 250;; pause = Math.min(2 * pause, 1_000)) {
            const left = Math.max(1, Math.ceil(end - performance.now()));
            const answer = await attempt(send, parameters, Math.min(left, longestAttempt));
            if (answer.ok)
                return { ok: true, value: answer.value };
            if (detail === '' || !answer.timedOut)
                detail = answer.detail;
            if (!answer.passing || performance.now() + pause >= end)
                return failed(detail);
            await new Promise(resolve => setTimeout(resolve, pause));
        }
    };
    return {
        name,
        query,
        now: async () => {
            const answer = await query('time()');
            if (!answer.ok)
                return answer;
            const at = answer.value[0]?.samples[0]?.[0];
            return at === undefined ? failed('does not return its time') : { ok: true, value: at };
        },
    };
}
async function attempt(send, query, timeoutMs) {
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs)));
    try {
        return judged(await send(query, signal));
    }
    catch (error) {
        const detail = signal.aborted
            ? `does not answer within ${(timeoutMs / 1000).toFixed(1)} s`
            : `does not answer (${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error)})`;
        return { ok: false, detail, passing: true, timedOut: signal.aborted };
    }
}
function judged({ status, body, location }) {
    const document = parsed(body);
    if (document?.status === 'success' && status === 200) {
        const [warning] = document.warnings ?? [];
        if (warning !== undefined) {
            return { ok: false, detail: `returned an incomplete result: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(warning)}`, passing: true };
        }
        const value = seriesOf(document.data);
        return value === undefined
            ? { ok: false, detail: 'returned a result without series', passing: false }
            : { ok: true, value };
    }
    const passing = status === 429 || status >= 500;
    if (document?.status === 'error') {
        return { ok: false, detail: `answered ${status}: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(document.error ?? '')}`, passing };
    }
    if (status >= 300 && status < 400) {
        const where = location === undefined ? '' : ` to ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(location.replace(/[?#].*/, ''))}`;
        return {
            ok: false,
            detail: `answered with a redirect${where}, probably to a login page; set its direct address`,
            passing,
        };
    }
    return { ok: false, detail: refusal(status, document?.message ?? body), passing };
}
function refusal(status, said) {
    if (/no endpoints available/.test(said))
        return 'has no ready pod behind its Service';
    if (status === 401)
        return 'does not accept the credential (401)';
    if (status === 403)
        return `refuses the query (403${said === '' ? '' : `: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(said)}`})`;
    if (status === 404)
        return `has no /api/v1/query (404: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(said)})`;
    const text = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(said);
    return `answered ${status}${text === '' ? '' : `: ${text}`}`;
}
function parsed(body) {
    try {
        const document = JSON.parse(body);
        return typeof document === 'object' && document !== null ? document : undefined;
    }
    catch {
        return undefined;
    }
}
function seriesOf(data) {
    const { resultType, result } = data ?? {};
    if (!Array.isArray(result))
        return undefined;
    if (resultType === 'scalar')
        return [{ labels: {}, samples: [sampleOf(result)] }];
    if (resultType !== 'vector' && resultType !== 'matrix')
        return undefined;
    return result.map(({ metric, value, values }) => ({
        labels: metric,
        samples: (values ?? (value === undefined ? [] : [value]))
            .map(sampleOf)
            .filter(([, each]) => Number.isFinite(each)),
    }));
}
function sampleOf([seconds, value]) {
    return [Math.round(seconds * 1000), Number(value)];
}


/***/ }),

/***/ 11775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ podMatcher),
/* harmony export */   Nx: () => (/* binding */ lets),
/* harmony export */   Pl: () => (/* binding */ parseSelector),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   fQ: () => (/* binding */ narrowed),
/* harmony export */   vJ: () => (/* binding */ printSelector)
/* harmony export */ });
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
function lets({ label, operator, value }, labels) {
    const actual = labels[label] ?? '';
    switch (operator) {
        case '=':
            return actual === value;
        case '!=':
            return actual !== value;
        case '=~':
            return matches(value, actual);
        case '!~':
            return !matches(value, actual);
    }
}
function matches(pattern, text) {
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
        return { label: 'pod', operator: '=~', value: list };
    const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
    return { label: 'pod', operator: '=~', value: `(?:${owners.join('|')})[^-]+` };
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


/***/ }),

/***/ 44125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkAlertDelivery: () => (/* binding */ checkAlertDelivery)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/prometheus.js
var prometheus = __webpack_require__(38062);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var monitoring_subject = __webpack_require__(36196);
// EXTERNAL MODULE: ./.build/js/src/monitoring/alerts/alertmanager-api.js
var alertmanager_api = __webpack_require__(17784);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/alert-check.js
var alert_check = __webpack_require__(45243);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/alerts/check-lease.js





async function setCheckLease(cluster, { app, namespace }, severity, at) {
    const name = (0,alert_check/* checkLease */.fY)(app, severity);
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.lease, namespace);
    await (0,retry/* retry */.L)({ attempts: 3, passes: cluster_errors/* isConflict */.dh }, async () => {
        const there = await cluster.get(`${path}/${name}`);
        const { resourceVersion } = there?.metadata ?? {};
        const lease = {
            ...{ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease' },
            metadata: {
                ...{ name, namespace, labels: { [naming/* labels */.WD.app]: app, [naming/* labels */.WD.kind]: 'alert-check' } },
                ...(resourceVersion === undefined ? {} : { resourceVersion }),
            },
            spec: at === undefined ? {} : { renewTime: new Date(at * 1000).toISOString().replace('Z', '000Z') },
        };
        if (there === undefined)
            await cluster.create(path, lease);
        else
            await cluster.replace(`${path}/${name}`, lease);
    });
}

// EXTERNAL MODULE: ./.build/js/src/analysis/http-endpoint.js
var http_endpoint = __webpack_require__(70750);
// EXTERNAL MODULE: ./.build/js/src/config/channels.js
var channels = __webpack_require__(74790);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/alerts/delivery.js

const names = {
    alertmanager_notification_requests_total: 'total',
    alertmanager_notification_requests_failed_total: 'failed',
};
function deliveryCounts(text, receivers) {
    const counts = new Map();
    for (const [, name = '', labels = '', value = ''] of text.matchAll(/^(\w+)\{([^\n]*)\} ([\d.e+]+)$/gm)) {
        const what = names[name];
        const of = (label) => new RegExp(`(?:^|,)${label}="([^"]*)"`).exec(labels)?.[1];
        const [integration, receiver] = [of('integration'), of('receiver_name')];
        if (what === undefined || integration === undefined)
            continue;
        if (receiver !== undefined && !receivers.includes(receiver))
            continue;
        const count = counts.get(integration) ?? { total: 0, failed: 0 };
        counts.set(integration, { ...count, [what]: count[what] + Number(value) });
    }
    return counts;
}
const integrationsFor = ({ settings }, severity) => [...new Set((0,channels/* channelsFor */.E)(settings.receivers, severity).map(integrationOf))];
const integrationOf = ({ slack, teams, email, sns }) => {
    if (slack !== undefined)
        return 'slack';
    if (teams !== undefined)
        return 'msteamsv2';
    if (email !== undefined)
        return 'email';
    return sns === undefined ? 'webhook' : 'sns';
};
function deliveredSince(before, now, expected) {
    if (now.size === 0)
        return { state: 'unknown', why: 'Alertmanager does not count its requests to receivers' };
    const since = (integration) => {
        const [was, is] = [before.get(integration), now.get(integration)];
        const failed = (is?.failed ?? 0) - (was?.failed ?? 0);
        return { integration, failed, good: (is?.total ?? 0) - (was?.total ?? 0) - failed };
    };
    if (expected.length === 0)
        return { state: 'unknown', why: 'slipway.yml names no receiver for this severity' };
    const all = expected.map(since);
    if (all.some(({ failed, good }) => failed < 0 || good < 0))
        return {
            state: 'unknown',
            why: 'the counters of Alertmanager went back: it restarted, or has several replicas',
        };
    const good = all.filter(each => each.good > 0).map(({ integration }) => integration);
    if (good.length === expected.length)
        return { state: 'delivered', by: good };
    const failing = all.filter(each => each.failed > 0 && each.good === 0).map(each => each.integration);
    const silent = all.filter(each => each.failed === 0 && each.good === 0).map(each => each.integration);
    return {
        state: 'waiting',
        why: failing.length > 0
            ? `the receiver refuses, or is unavailable: ${failing.join(', ')}`
            : `Alertmanager has sent nothing by ${silent.join(', ')}`,
    };
}

;// CONCATENATED MODULE: ./.build/js/src/monitoring/alerts/hops.js





function hopsOf(cluster, { subject, severity, receipt, env }, known) {
    const { source, api, number } = known;
    const { app, environment } = subject;
    const labels = { alertname: alert_check/* checkAlert */.PS, app, environment, severity, check: String(number) };
    const matchers = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
    let { before } = known;
    let receivers = [];
    const rule = (alertstate, why) => () => has(source, `ALERTS{${matchers.join(',')},alertstate=~"${alertstate}"}`, () => true, why);
    const hops = [
        {
            ...{ name: 'metric', title: 'Prometheus has the metric' },
            ask: () => has(source, `max(${(0,alert_check/* checkSeries */.eP)(subject, severity)})`, value => Math.round(value) >= number, 'Prometheus has no new `kube_lease_renew_time`. Check that it scrapes kube-state-metrics, and that kube-state-metrics reads Leases in the namespace'),
        },
        {
            ...{ name: 'pending', title: 'the rule holds' },
            ask: rule('pending|firing', 'Prometheus has the metric, but not the alert. Check that it has loaded the `rules.yml` of `slipway monitoring`'),
        },
        {
            ...{ name: 'firing', title: 'the alert is firing' },
            ask: rule('firing', 'the alert stays pending. Check in Prometheus that its rule group is evaluated'),
        },
        {
            ...{ name: 'alertmanager', title: 'Alertmanager has the alert' },
            ask: async () => {
                const counters = await api('GET', '/metrics');
                const found = await (0,alertmanager_api.alertsWith)(api, labels);
                if (!found.ok)
                    return { state: 'unknown', why: found.detail };
                const [own] = found.value;
                if (own === undefined) {
                    before = counters;
                    return {
                        state: 'waiting',
                        why: 'Alertmanager does not have the alert. Check that `alerting` in prometheus.yml names it',
                    };
                }
                const { state, silencedBy, inhibitedBy } = own.status;
                if (state === 'suppressed')
                    return { state: 'waiting', why: `it suppresses the alert ${suppression(silencedBy, inhibitedBy)}` };
                receivers = own.receivers.map(({ name }) => name);
                return { state: 'reached', detail: `for ${receivers.join(', ')}` };
            },
        },
        {
            ...{ name: 'delivery', title: 'Alertmanager has delivered it' },
            ask: async () => {
                const now = await api('GET', '/metrics');
                if (!before.ok || !now.ok)
                    return {
                        state: 'unknown',
                        why: before.ok && !now.ok ? now.detail : 'its counters before the check are not known',
                    };
                const counts = ({ value }) => deliveryCounts(value, receivers);
                const done = deliveredSince(counts(before), counts(now), integrationsFor(subject, severity));
                return done.state === 'delivered' ? { state: 'reached', detail: `by ${done.by.join(', ')}` } : done;
            },
        },
    ];
    if (receipt !== undefined) {
        const endpoint = (0,http_endpoint/* endpointOf */.X)(receipt.settings, cluster, env);
        const ask = async () => {
            try {
                const { status, body } = await endpoint.send(receipt.path, AbortSignal.timeout(5_000));
                if (status !== 200)
                    return { state: 'unknown', why: `${endpoint.name} answered ${status}: ${(0,http_endpoint/* inSentence */.B)(body)}` };
                return body.includes(String(number))
                    ? { state: 'reached' }
                    : { state: 'waiting', why: `${endpoint.name} shows no message with the number ${number}` };
            }
            catch (error) {
                return { state: 'unknown', why: `${endpoint.name} does not answer (${(0,errors/* innermostCause */.$C)(error)})` };
            }
        };
        hops.push({ name: 'receiver', title: 'the receiver has it', ask });
    }
    return hops;
}
async function has(source, promql, holds, why) {
    const answer = await source.query(promql);
    if (!answer.ok)
        return { state: 'unknown', why: answer.detail };
    const is = answer.value.some(({ samples }) => samples.some(([, value]) => holds(value)));
    return is ? { state: 'reached' } : { state: 'waiting', why };
}
const suppression = (silencedBy, inhibitedBy) => silencedBy.length > 0
    ? `by the silence ${silencedBy.join(', ')}; a release may have opened it`
    : `because of another alert (${inhibitedBy.join(', ') || 'a mute time interval'})`;

;// CONCATENATED MODULE: ./.build/js/src/monitoring/alerts/check.js







const pace = 500;
async function checkAlertDelivery(cluster, request) {
    const { subject, severity, env, signal, report } = request;
    const source = (0,prometheus/* prometheusOf */._G)((0,monitoring_subject.requirePrometheus)(subject), cluster, env);
    const { alertmanager } = subject.settings;
    if (alertmanager === undefined)
        throw new errors/* UserError */.yo('the delivery of alerts cannot be tested: slipway.yml names no Alertmanager', 'add `monitoring.alertmanager`, such as `alertmanager: {service: monitoring/alertmanager:9093}`');
    const api = (0,alertmanager_api.alertmanagerOf)(alertmanager, cluster, env);
    const number = Math.floor(cluster.now() / 1000);
    const before = await api('GET', '/metrics');
    const asked = hopsOf(cluster, request, { source, api, number, before });
    const began = performance.now();
    const hops = [];
    try {
        await setCheckLease(cluster, subject, severity, number);
        for (const hop of asked)
            hops.push(await follow(hop, hops.at(-1), request, began));
    }
    finally {
        await setCheckLease(cluster, subject, severity, undefined).catch((error) => report(`warning: the Lease of the test alert was not cleared: ${(0,errors/* innermostCause */.$C)(error)}. The alert resolves within 10 minutes.`));
    }
    const stopped = hops.find(({ state }) => state === 'broken' || state === 'unknown');
    return {
        ...{ severity, number, hops },
        state: stopped === undefined
            ? 'delivered'
            : signal.aborted || stopped.state === 'unknown'
                ? 'unknown'
                : 'broken',
        ...(stopped === undefined ? {} : { reason: reasonOf(stopped) }),
    };
}
const reasonOf = ({ name, state, detail }) => `the hop ${name} ${state === 'unknown' ? 'could not be asked' : 'was not reached'}: ${detail}`;
async function follow({ name, title, ask }, last, { within, signal, report }, began) {
    if (last !== undefined && last.state !== 'reached')
        return { name, title, state: 'not-reached' };
    for (;;) {
        const seen = await ask();
        const ms = performance.now() - began;
        if (seen.state === 'reached') {
            report(`${title} after ${(ms / 1000).toFixed(1)} s`);
            return {
                name,
                title,
                state: 'reached',
                ms,
                ...(seen.detail === undefined ? {} : { detail: seen.detail }),
            };
        }
        if (ms >= within || signal.aborted) {
            const state = seen.state === 'unknown' ? 'unknown' : 'broken';
            return { name, title, state, detail: signal.aborted ? 'the check was cancelled' : seen.why };
        }
        await (0,retry/* pause */.v)(pace, { signal }).catch(() => undefined);
    }
}


/***/ }),

/***/ 45243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PS: () => (/* binding */ checkAlert),
/* harmony export */   Q1: () => (/* binding */ checkAlerts),
/* harmony export */   eP: () => (/* binding */ checkSeries),
/* harmony export */   fY: () => (/* binding */ checkLease)
/* harmony export */ });
/* unused harmony export longestCheck */
/* harmony import */ var _config_channels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74790);

const checkAlert = 'SlipwayAlertCheck';
const longestCheck = 600_000;
const checkLease = (app, severity) => `slipway-${app}.alert-check.${severity}`;
const checkSeries = ({ app, namespace }, severity) => `kube_lease_renew_time{namespace="${namespace}",lease="${checkLease(app, severity)}"}`;
const number = '{{ $value | printf "%.0f" }}';
const checkAlerts = (subject) => _config_channels_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .g.map(severity => ({
    ...{ alert: checkAlert, severity, for: '5s', labels: { check: number } },
    expr: `max(${checkSeries(subject, severity)}) > time() - ${longestCheck / 1000}`,
    annotations: {
        summary: `${subject.app}: a test of the ${severity} alerts, number ${number}`,
        description: '`slipway alerts test` has started it, and ends it. Nothing is wrong.',
    },
}));


/***/ }),

/***/ 36196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitoringSubject: () => (/* binding */ monitoringSubject),
/* harmony export */   ownLabels: () => (/* binding */ ownLabels),
/* harmony export */   ownSelector: () => (/* binding */ ownSelector),
/* harmony export */   podMatchers: () => (/* binding */ podMatchers),
/* harmony export */   requirePrometheus: () => (/* binding */ requirePrometheus)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const defaultAvailability = 99.9;
function monitoringSubject(config, name) {
    const environment = config.environments[name];
    const settings = environment?.monitoring;
    if (environment === undefined || settings === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment ${name} is not monitored: it has no \`monitoring\` in slipway.yml`, 'add `monitoring: {}` to it');
    const { gate, namespace, workload, recovery } = environment;
    requireFreeNames(settings.queries);
    const pods = podMatchers(namespace, workload);
    const requests = requestsOf(settings, gate);
    const histogram = settings.requests.histogram ?? gate?.metrics.find(each => 'histogram' in each)?.histogram;
    return {
        ...{ app: config.app, environment: name, namespace, workload, settings, recovery },
        prometheus: settings.prometheus ?? gate?.prometheus,
        requests: requests === undefined
            ? undefined
            : { total: (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(requests.total, pods), bad: (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(requests.bad, pods) },
        histogram: histogram === undefined ? undefined : (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(histogram, pods),
        objectives: objectivesOf(settings.objectives, requests !== undefined, histogram !== undefined),
        gateway: settings.sources.gateway ?? gatewayOf(gate),
    };
}
function requirePrometheus({ environment, prometheus, }) {
    if (prometheus !== undefined)
        return prometheus;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment ${environment} cannot be monitored: slipway.yml names no Prometheus`, 'add `monitoring.prometheus`, such as `prometheus: {service: monitoring/prometheus:9090}`');
}
const reserved = /^(requests|errors|latency-p\d+|cpu|memory|network|disk|restarts|connections|replication-lag|cache-hits)$/;
function requireFreeNames(queries) {
    const taken = Object.keys(queries).find(name => reserved.test(name));
    if (taken !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`\`monitoring.queries.${taken}\` has the name of a signal that is measured already`, 'choose another name');
}
function requestsOf({ requests: { total, bad } }, gate) {
    if ((total === undefined) !== (bad === undefined))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`monitoring.requests` has only one of `total` and `bad`', 'add the other one, or remove both to use those of the gate');
    if (total !== undefined && bad !== undefined)
        return { total, bad };
    return gate?.metrics.find(each => 'total' in each);
}
function objectivesOf({ availability, latency, window }, counted, timed) {
    if (availability !== undefined && !counted)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`objectives.availability` cannot be measured: no counter of requests is known', 'add `monitoring.requests` with `total` and `bad`, or a metric with `bad` to the gate');
    if (latency !== undefined && !timed)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`objectives.latency` cannot be measured: no histogram of durations is known', 'add `monitoring.requests.histogram`, or a metric with `histogram` to the gate');
    return {
        window,
        ...(counted ? { availability: fraction(availability ?? defaultAvailability) } : {}),
        ...(latency === undefined ? {} : { latency: { ...latency, share: fraction(latency.share) } }),
    };
}
const fraction = (percent) => Number((percent / 100).toPrecision(12));
function gatewayOf(gate) {
    return gate?.share === 'contour' || gate?.share === 'traefik' ? gate.share : undefined;
}
const suffix = '[bcdfghjklmnpqrstvwxz2456789]';
const podNames = {
    Deployment: (name) => `${name}(-canary)?-${suffix}{1,10}-${suffix}{5}`,
    StatefulSet: (name) => `${name}-[0-9]+`,
    DaemonSet: (name) => `${name}-${suffix}{5}`,
};
function podMatchers(namespace, { kind, name }) {
    return [
        { label: 'namespace', operator: '=', value: namespace },
        { label: 'pod', operator: '=~', value: podNames[kind](name) },
    ];
}
const ownLabels = ({ app, environment, namespace, }) => ({ app, environment, namespace });
function ownSelector(name, subject, more = {}) {
    const labels = Object.entries({ ...ownLabels(subject), ...more });
    return `${name}{${labels.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}


/***/ })

};
