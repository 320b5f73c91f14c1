export const id = 4433;
export const ids = [4433,8961,7784,9053];
export const modules = {

/***/ 85439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  acceptance: () => (/* reexport */ acceptance/* acceptance */.m),
  ask: () => (/* reexport */ checks/* ask */.kA),
  causedBy: () => (/* reexport */ checks/* causedBy */.$z),
  checkAlertDelivery: () => (/* reexport */ checkAlertDelivery),
  checkSecurityEvents: () => (/* reexport */ checkSecurityEvents),
  deliveryOf: () => (/* reexport */ deliveryOf),
  exporterNames: () => (/* reexport */ monitoring_subject/* exporterNames */.w3),
  follow: () => (/* reexport */ follow),
  isSafe: () => (/* reexport */ checks/* isSafe */.IP),
  longestAttempt: () => (/* reexport */ checks/* longestAttempt */.uX),
  mayBeFaultOfRelease: () => (/* reexport */ checks/* mayBeFaultOfRelease */.JM),
  monitoringSubject: () => (/* reexport */ monitoring_subject.monitoringSubject),
  ownLabels: () => (/* reexport */ monitoring_subject/* ownLabels */.ct),
  ownNamespace: () => (/* reexport */ monitoring_subject/* ownNamespace */.aH),
  ownSelector: () => (/* reexport */ monitoring_subject/* ownSelector */.GR),
  pauseBetween: () => (/* reexport */ checks/* pauseBetween */.fq),
  podMatchers: () => (/* reexport */ monitoring_subject/* podMatchers */.hj),
  prometheusOf: () => (/* reexport */ prometheus/* prometheusOf */._),
  requestName: () => (/* reexport */ checks/* requestName */.ZK),
  requirePrometheus: () => (/* reexport */ monitoring_subject/* requirePrometheus */.Gw),
  resultOf: () => (/* reexport */ checks/* resultOf */.Bg),
  revocationName: () => (/* reexport */ checks/* revocationName */.Qk),
  runChecks: () => (/* reexport */ checks/* runChecks */.JT),
  sentenceOf: () => (/* reexport */ checks/* sentenceOf */.$N),
  seriesIn: () => (/* reexport */ prometheus/* seriesIn */.h),
  sourceJob: () => (/* reexport */ monitoring_subject/* sourceJob */.Pm),
  toleratesDown: () => (/* reexport */ monitoring_subject/* toleratesDown */.Cp)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/prometheus.js
var prometheus = __webpack_require__(38062);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/alert-check.js
var alert_check = __webpack_require__(45243);
// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var monitoring_subject = __webpack_require__(36196);
// EXTERNAL MODULE: ./.build/js/src/monitoring/alerts/alertmanager-api.js
var alertmanager_api = __webpack_require__(17784);
// EXTERNAL MODULE: ./.build/js/src/analysis/ask.js
var analysis_ask = __webpack_require__(17905);
// EXTERNAL MODULE: ./.build/js/src/analysis/http-endpoint.js + 1 modules
var http_endpoint = __webpack_require__(96391);
// EXTERNAL MODULE: ./.build/js/src/config/channels.js
var channels = __webpack_require__(74790);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/alerts/delivery.js

function deliveryCounts(text, receivers) {
    const counts = new Map();
    const line = /^alertmanager_notification_requests_(failed_)?total\{([^\n]*)\} ([\d.e+]+)$/gm;
    for (const [, failed, labels = '', value] of text.matchAll(line)) {
        const of = (label) => new RegExp(`(?:^|,)${label}="([^"]*)"`).exec(labels)?.[1];
        const [integration, receiver] = [of('integration'), of('receiver_name')];
        if (integration === undefined || (receiver !== undefined && !receivers.includes(receiver)))
            continue;
        const count = counts.get(integration) ?? { total: 0, failed: 0 };
        count[failed === undefined ? 'total' : 'failed'] += Number(value);
        counts.set(integration, count);
    }
    return counts;
}
const integrationsFor = ({ settings }, severity) => [...new Set((0,channels/* channelsFor */.E)(settings.receivers, severity).map(integrationOf))];
const integrationOf = (channel) => {
    const [kind = ''] = Object.keys(channel);
    return kind === 'teams' ? 'msteamsv2' : kind;
};
function deliveredSince(before, now, expected) {
    const unknown = (detail) => ({ state: 'unknown', detail });
    if (now.size === 0)
        return unknown('Alertmanager does not count its requests to receivers');
    if (expected.length === 0)
        return unknown('slipway.yml names no receiver for this severity');
    const none = { total: 0, failed: 0 };
    const all = expected.map(integration => {
        const [was, is] = [before.get(integration) ?? none, now.get(integration) ?? none];
        const failed = is.failed - was.failed;
        return { integration, failed, good: is.total - was.total - failed };
    });
    if (all.some(({ failed, good }) => failed < 0 || good < 0))
        return unknown('the counters of Alertmanager were reset: it restarted, or has several replicas');
    const named = (list) => list.map(({ integration }) => integration).join(', ');
    const missing = all.filter(({ good }) => good === 0);
    if (missing.length === 0)
        return { state: 'reached', detail: `by ${named(all)}` };
    const failing = missing.filter(({ failed }) => failed > 0);
    const detail = failing.length > 0
        ? `the receiver refuses the alert, or is unavailable: ${named(failing)}`
        : `Alertmanager has sent nothing through ${named(missing)}`;
    return { state: 'waiting', detail };
}

;// CONCATENATED MODULE: ./.build/js/src/monitoring/alerts/hops.js





async function hopsOf(cluster, { subject, severity, receipt, env }, { source, api, number }) {
    const { app, environment } = subject;
    const labels = { alertname: alert_check/* checkAlert */.PS, app, environment, severity, check: String(number) };
    const matchers = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
    let before = await api('GET', '/metrics');
    let receivers = [];
    const has = (promql, least, why) => () => valueIn(source, promql, least, why);
    const rule = (state, why) => has(`ALERTS{${matchers.join(',')},alertstate=~"${state}"}`, 0, why);
    const hops = [
        {
            name: 'metric',
            title: 'Prometheus has the metric',
            ask: has(`max(${(0,alert_check/* checkSeries */.eP)(subject, severity)})`, number, 'Prometheus has no new `kube_lease_renew_time`. Check that it scrapes kube-state-metrics, and that kube-state-metrics reads Leases in the namespace'),
        },
        {
            name: 'pending',
            title: 'the alert is pending or firing',
            ask: rule('pending|firing', 'Prometheus has the metric, but not the alert. Check that it has loaded the `rules.yml` of `slipway monitoring`'),
        },
        {
            name: 'firing',
            title: 'the alert is firing',
            ask: rule('firing', 'the alert stays pending. Check in Prometheus that its rule group is evaluated'),
        },
        {
            name: 'alertmanager',
            title: 'Alertmanager has the alert',
            ask: async () => {
                const counters = await api('GET', '/metrics');
                const found = await (0,alertmanager_api.alertsWith)(api, labels);
                if (!found.ok)
                    return { state: 'unknown', detail: found.detail };
                const [own] = found.value;
                if (own === undefined) {
                    before = counters;
                    const check = 'Check that `alerting` in prometheus.yml names this Alertmanager';
                    return { state: 'waiting', detail: `Alertmanager does not have the alert. ${check}` };
                }
                const { state, silencedBy, inhibitedBy } = own.status;
                if (state === 'suppressed')
                    return {
                        state: 'waiting',
                        detail: `Alertmanager suppresses the alert ${suppression(silencedBy, inhibitedBy)}`,
                    };
                receivers = own.receivers.map(({ name }) => name);
                return { state: 'reached', detail: `for ${receivers.join(', ')}` };
            },
        },
        {
            name: 'delivery',
            title: 'Alertmanager has delivered it',
            ask: async () => {
                const now = await api('GET', '/metrics');
                if (!before.ok)
                    return { state: 'unknown', detail: 'the counters of Alertmanager before the check are not known' };
                if (!now.ok)
                    return { state: 'unknown', detail: now.detail };
                const counts = ({ value }) => deliveryCounts(value, receivers);
                return deliveredSince(counts(before), counts(now), integrationsFor(subject, severity));
            },
        },
    ];
    if (receipt === undefined)
        return hops;
    const endpoint = (0,http_endpoint/* endpointOf */.X)(receipt.settings, cluster, env);
    const shown = (body) => ({ ok: true, value: body.includes(String(number)) });
    const question = { server: 'the receiver', path: receipt.path, read: shown, patience: 5_000, once: true };
    const ask = async () => {
        const answer = await (0,analysis_ask/* ask */.k)(endpoint, question);
        if (!answer.ok)
            return { state: 'unknown', detail: answer.detail };
        if (answer.value)
            return { state: 'reached' };
        return { state: 'waiting', detail: `${endpoint.name} shows no message with the number ${number}` };
    };
    return [...hops, { name: 'receiver', title: 'the receiver has it', ask }];
}
async function valueIn(source, promql, least, why) {
    const answer = await source.query(promql);
    if (!answer.ok)
        return { state: 'unknown', detail: answer.detail };
    const is = answer.value.some(({ samples }) => samples.some(([, value]) => Math.round(value) >= least));
    return is ? { state: 'reached' } : { state: 'waiting', detail: why };
}
const suppression = (silencedBy, inhibitedBy) => silencedBy.length > 0
    ? `because of the silence ${silencedBy.join(', ')}, which a release may have created`
    : inhibitedBy.length > 0
        ? `because of another alert (${inhibitedBy.join(', ')})`
        : 'because of a mute time interval';

;// CONCATENATED MODULE: ./.build/js/src/monitoring/alerts/check.js










const pace = 500;
async function checkAlertDelivery(cluster, request) {
    const { subject, severity, env, signal, report } = request;
    const source = (0,prometheus/* prometheusOf */._)((0,monitoring_subject/* requirePrometheus */.Gw)(subject), cluster, env);
    const { alertmanager } = subject.settings;
    if (alertmanager === undefined)
        throw new toolkit_errors/* UserError */.yo('the delivery of alerts cannot be tested: slipway.yml names no Alertmanager', 'add `monitoring.alertmanager`, such as `alertmanager: {service: monitoring/alertmanager:9093}`');
    const api = (0,alertmanager_api.alertmanagerOf)(alertmanager, cluster, env);
    const number = Math.floor(cluster.now() / 1000);
    const asked = await hopsOf(cluster, request, { source, api, number });
    const began = performance.now();
    const hops = [];
    try {
        await setLease(cluster, request, {
            renewTime: new Date(number * 1000).toISOString().replace('Z', '000Z'),
        });
        for (const hop of asked)
            hops.push(await follow(hop, hops.at(-1), request, began));
    }
    finally {
        await setLease(cluster, request, {}).catch((error) => report(`warning: the Lease of the test alert was not cleared: ${(0,toolkit_errors/* innermostCause */.$C)(error)}. The alert resolves within 10 minutes.`));
    }
    return { severity, number, ...deliveryOf(hops, signal) };
}
function deliveryOf(hops, signal) {
    const stopped = hops.find(({ state }) => state === 'broken' || state === 'unknown');
    if (stopped === undefined)
        return { hops, state: 'delivered' };
    const isUnknown = stopped.state === 'unknown';
    const what = isUnknown ? 'could not be queried' : 'was not reached';
    return {
        hops,
        state: isUnknown || signal.aborted ? 'unknown' : 'broken',
        reason: `the hop ${stopped.name} ${what}: ${stopped.detail}`,
    };
}
async function setLease(cluster, { subject: { app, namespace }, severity }, spec) {
    const name = (0,alert_check/* checkLease */.fY)(app, severity);
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.lease, namespace);
    await (0,retry/* retry */.L5)({ attempts: 3, temporary: errors/* isConflict */.dh }, async () => {
        const there = await cluster.get(`${path}/${name}`);
        const { resourceVersion } = there?.metadata ?? {};
        const own = { name, namespace, labels: { [naming/* labels */.WD.app]: app, [naming/* labels */.WD.kind]: 'alert-check' } };
        const metadata = { ...own, ...(resourceVersion === undefined ? {} : { resourceVersion }) };
        const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec };
        if (there === undefined)
            await cluster.create(path, lease);
        else
            await cluster.replace(`${path}/${name}`, lease);
    });
}
async function follow({ name, title, ask }, last, { within, signal, report }, began) {
    if (last !== undefined && last.state !== 'reached')
        return { name, title, state: 'not-reached' };
    for (;;) {
        const { state, ...seen } = await ask();
        const ms = performance.now() - began;
        if (state === 'reached') {
            report(`${title} after ${(ms / 1000).toFixed(1)} s`);
            return { name, title, state, ms, ...seen };
        }
        const ended = { name, title, state: state === 'unknown' ? 'unknown' : 'broken' };
        if (signal.aborted)
            return { ...ended, detail: 'the check was cancelled' };
        if (ms >= within)
            return { ...ended, ...seen };
        await (0,retry/* pause */.v7)(pace, { signal }).catch(() => undefined);
    }
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/rules/security-events.js
var security_events = __webpack_require__(35348);
;// CONCATENATED MODULE: ./.build/js/src/monitoring/alerts/security-events.js




async function checkSecurityEvents(request) {
    const { kinds, subject, signal } = request;
    const counters = kinds.map(kind => [kind, counterOf(subject, kind)]);
    const hops = [];
    for (const [kind, counter] of counters)
        hops.push(...(await followEvent(kind, counter, request)));
    return deliveryOf(hops, signal);
}
function counterOf(subject, kind) {
    const counter = (0,security_events/* securityEventCounter */.tt)(subject, kind);
    if (counter !== undefined)
        return counter;
    throw new toolkit_errors/* UserError */.yo(`\`verify.security-events.${kind}\` would increase no counter: \`monitoring.security-events\` has no \`${kind}\``, `add the counter of the application to \`monitoring.security-events.${kind}\``);
}
async function followEvent(kind, counter, request) {
    const { subject, source, send, signal } = request;
    const first = { name: `${kind}-request`, title: `the request for ${kind} was answered as expected` };
    const before = await total(source, counter);
    if (typeof before === 'string')
        return [{ ...first, state: 'unknown', detail: before }];
    if (signal.aborted)
        return [{ ...first, state: 'unknown', detail: 'the check was cancelled' }];
    const began = performance.now();
    const refused = await send(kind);
    const ms = performance.now() - began;
    if (refused !== undefined)
        return [{ ...first, state: 'broken', ms, detail: refused }];
    let least = before;
    const raised = async () => {
        const now = await total(source, counter);
        if (typeof now === 'string')
            return { state: 'unknown', detail: now };
        if (now > least)
            return { state: 'reached' };
        least = Math.min(least, now);
        return {
            state: 'waiting',
            detail: `${counter} did not grow. Check that the application counts the event`,
        };
    };
    const metric = await follow({ name: `${kind}-metric`, title: `the counter for ${kind} grew`, ask: raised }, undefined, request, began);
    const hops = [{ ...first, state: 'reached', ms }, metric];
    if (kind === 'logins' || kind === 'behavior')
        return hops;
    const rule = (0,security_events/* securityEventAlerts */.WL)(subject).find(({ labels }) => labels?.event === kind);
    const { app, environment } = subject;
    const alert = `ALERTS{alertname="${rule?.alert}",app="${app}",environment="${environment}",alertstate="firing"}`;
    const why = `${rule?.alert} does not fire. Check that Prometheus has loaded the rules of \`slipway monitoring\``;
    const firing = () => valueIn(source, alert, 0, why);
    const asked = { name: `${kind}-alert`, title: `the alert ${rule?.alert} fires`, ask: firing };
    return [...hops, await follow(asked, metric, request, began)];
}
async function total(source, counter) {
    const answer = await source.query(`sum(${counter})`);
    return answer.ok ? (answer.value[0]?.samples.at(-1)?.[1] ?? 0) : answer.detail;
}

// EXTERNAL MODULE: ./.build/js/src/verify/acceptance.js + 9 modules
var acceptance = __webpack_require__(30956);
// EXTERNAL MODULE: ./.build/js/src/verify/checks.js
var checks = __webpack_require__(31626);
;// CONCATENATED MODULE: ./.build/js/src/actions/alert-check-engine.js








/***/ }),

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

/***/ 38062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ prometheusOf),
/* harmony export */   h: () => (/* binding */ seriesIn)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17905);
/* harmony import */ var _http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96391);



const defaultPatience = 5_000;
function prometheusOf(settings, cluster, env) {
    const endpoint = (0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointOf */ .X)(settings, cluster, env);
    const { name } = endpoint;
    const query = (promql, at, patience = defaultPatience) => {
        const whole = { partial_response: 'false', deny_partial_response: '1' };
        const parameters = new URLSearchParams({ query: promql, ...whole });
        if (at !== undefined)
            parameters.set('time', (at / 1000).toFixed(3));
        const path = `/api/v1/query?${parameters}`;
        return (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(endpoint, { server: 'Prometheus', path, patience, read: seriesIn });
    };
    return {
        name,
        query,
        now: async () => {
            const answer = await query('time()');
            if (!answer.ok)
                return answer;
            const at = answer.value[0]?.samples[0]?.[0];
            return at === undefined
                ? { ok: false, detail: `Prometheus ${name} does not return its time` }
                : { ok: true, value: at };
        },
    };
}
const notAll = 'a part of its storage could not be read (isPartial)';
function seriesIn(body) {
    const { status, warnings, isPartial, data } = ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonIn */ .Yf)(body) ?? {});
    if (status !== 'success')
        return { ok: false, detail: `does not answer like Prometheus: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(body)}`, temporary: false };
    const [warning = isPartial === true ? notAll : undefined] = warnings ?? [];
    if (warning !== undefined)
        return { ok: false, detail: `returned an incomplete result: ${(0,_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .inSentence */ .B)(warning)}`, temporary: true };
    const value = seriesOf(data);
    return value === undefined
        ? { ok: false, detail: 'returned a result without series', temporary: false }
        : { ok: true, value };
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

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 37971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ hasOneAddress),
/* harmony export */   ps: () => (/* binding */ endpointFields),
/* harmony export */   wD: () => (/* binding */ checkLogin)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);

const endpointFields = {
    service: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .proxiedServiceSchema */ .Qk.exactOptional().meta({
        description: "A Service with its namespace and port, reached through the API server's proxy.",
        example: 'monitoring/alertmanager:9093',
    }),
    url: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .addressSchema */ .oL.exactOptional().meta({
        description: 'An address that the runner can reach.',
        example: 'https://alertmanager.example.com',
    }),
    token: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds a bearer token for `url`; with `NAME_FILE` instead, the path of a file that is read again for each request.',
        example: 'ALERTMANAGER_TOKEN',
    }),
    ca: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds the CA certificates for `url`, as PEM. Default: those of the system.',
        example: 'MONITORING_CA',
    }),
    certificate: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds a client certificate for `url`, as PEM; it needs `key`.',
        example: 'MONITORING_CERTIFICATE',
    }),
    key: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentVariableSchema */ .fj.exactOptional().meta({
        description: 'The environment variable that holds the key of `certificate`, as PEM.',
        example: 'MONITORING_KEY',
    }),
};
const hasOneAddress = ({ service, url }) => (service === undefined) !== (url === undefined);
function checkLogin(endpoint, { addIssue }) {
    const { service, url, token, ca, certificate, key, sigv4 } = endpoint;
    const settings = Object.entries({ token, ca, certificate, key, sigv4 }).flatMap(([name, value]) => value === undefined ? [] : [name]);
    const [first] = settings;
    if ((certificate === undefined) !== (key === undefined))
        addIssue('has `certificate` or `key` alone; name a variable for each of them');
    else if (token !== undefined && sigv4 !== undefined)
        addIssue('has both `token` and `sigv4`; remove one of them');
    else if (first !== undefined && service !== undefined)
        addIssue(`has \`${first}\` with \`service\`, but the API server's proxy forwards no credentials; write \`url\` instead, or remove \`${first}\``);
    else if (first !== undefined && url?.startsWith('https:') === false)
        addIssue(`would send \`${first}\` to a \`url\` without TLS; write an https address, or remove \`${first}\``);
}


/***/ }),

/***/ 28989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tj: () => (/* binding */ gateOrChecksSchema),
/* harmony export */   xf: () => (/* binding */ metricGateOf)
/* harmony export */ });
/* unused harmony export gateSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88532);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37714);




const metricFields = {
    name: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .labelSchema */ .Gx)('the name of a metric', 40).meta({
        description: 'Its name in reports.',
        example: 'errors',
    }),
    max: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .percentSchema */ .nJ.exactOptional().meta({
        description: 'An absolute limit of the share of bad requests, also if the baseline is no better. Of a histogram, it limits the first boundary in `slow`.',
        example: '2%',
    }),
    'dry-run': (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)()
        .prefault(false)
        .meta({ description: 'Only report the metric, without affecting the verdict.', example: true }),
};
const flatMetricSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    ...metricFields,
    total: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'A counter of requests.',
        example: 'http_requests_total',
    }),
    bad: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'The counter of the bad requests among them.',
        example: 'http_requests_total{code=~"5.."}',
    }),
    logs: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['debug', 'info', 'warning', 'error', 'fatal']), 'is empty; list at least one level, such as error')
        .exactOptional()
        .meta({
        description: 'Levels of log lines in `monitoring.logs` that count like bad requests.',
        example: ['error', 'fatal'],
    }),
    histogram: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.exactOptional().meta({
        description: 'A classic histogram of durations in seconds, without `_bucket`.',
        example: 'http_request_duration_seconds',
    }),
    slow: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig({ error: 'is not a number of seconds' })
        .positive({ error: 'is not a number of seconds above 0' }), 'is empty; list at least one boundary in seconds, or remove `slow`')
        .exactOptional()
        .meta({
        description: 'Seconds above which a request is slow: bucket boundaries. Default: chosen from the last hour.',
        example: [0.3, 1],
    }),
});
const metricSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(flatMetricSchema, zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh), {
    decode: (written, { issues }) => {
        if (issues.length > 0)
            return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
        const { total, bad, logs, histogram, slow, ...rest } = written;
        const refuse = (message) => {
            issues.push({ code: 'custom', message, input: written });
            return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
        };
        if (histogram !== undefined) {
            if (rest.max !== undefined && slow === undefined)
                return refuse('has `max` of a `histogram` without `slow`; name in `slow` the seconds above which a request is slow');
            if (total === undefined && bad === undefined && logs === undefined)
                return { ...rest, histogram, ...(slow === undefined ? {} : { slow }) };
            return refuse('has `histogram` together with `total`, `bad` or `logs`; split it into two metrics');
        }
        if (slow !== undefined)
            return refuse('has `slow` without `histogram`; add `histogram:`');
        if (bad !== undefined && logs !== undefined)
            return refuse('has `bad` together with `logs`; split it into two metrics');
        if (total !== undefined && bad !== undefined)
            return { ...rest, total, bad };
        if (total !== undefined && logs !== undefined)
            return { ...rest, total, logs };
        if (total !== undefined)
            return refuse('has `total` without `bad`; add the counter of bad requests, such as `bad: http_requests_total{code=~"5.."}`');
        if (bad !== undefined || logs !== undefined)
            return refuse(`has \`${bad === undefined ? 'logs' : 'bad'}\` without \`total\`; add \`total:\`, the counter of all requests`);
        return refuse('measures nothing; add `total` and `bad`, or `histogram`');
    },
    encode: metric => metric,
});
const gateSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    prometheus: _prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .prometheusSchema */ .a.meta({
        description: 'The Prometheus that has the metrics.',
        example: { service: 'monitoring/prometheus:9090' },
    }),
    metrics: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(metricSchema, 'is empty; list at least one metric')
        .superRefine((metrics, { addIssue }) => {
        for (const [at, { name }] of metrics.entries())
            if (metrics.findIndex(each => each.name === name) < at)
                addIssue({
                    code: 'custom',
                    path: [at, 'name'],
                    message: 'is also the name of another metric; give each its own name',
                    input: name,
                });
    })
        .meta({
        description: 'The metrics to compare between candidate and baseline.',
        example: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
    }),
    tick: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK
        .prefault('15s')
        .describe('How often the metrics are read; not shorter than the scrape interval.'),
    'warm-up': _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .durationSchema */ .sK.prefault('2m').describe('How old a pod must be before its metrics are compared.'),
    profile: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['auto', 'strict', 'standard', 'wide', 'gross']).prefault('auto').meta({
        description: 'How much worse a candidate may be and still pass; `auto` is the strictest that the traffic can decide.',
        example: 'standard',
    }),
    share: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
        zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['contour', 'traefik', 'application']),
        zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
            total: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.meta({
                description: 'A counter of the requests to both versions.',
                example: 'gateway_requests_total{service=~"shop.*"}',
            }),
            candidate: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .querySchema */ .c$.meta({
                description: 'A counter of those to the candidate.',
                example: 'gateway_requests_total{service="shop-canary"}',
            }),
        }),
    ], {
        error: 'is neither contour, traefik, application nor two queries; write `share: contour`, `share: traefik`, `share: application` or `share: {total: …, candidate: …}`',
    })
        .prefault('application')
        .meta({
        description: 'How the share that reached the candidate is measured: by counters of Contour, Traefik or the application, or two queries.',
        example: 'contour',
    }),
});
const gateOrChecksSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('checks'), gateSchema], {
    error: 'is neither checks nor a map; write `gate: checks`, or `gate:` with `prometheus` and `metrics`',
});
const metricGateOf = ({ gate }) => gate === 'checks' ? undefined : gate;


/***/ }),

/***/ 37714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ prometheusSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60512);
/* harmony import */ var _endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37971);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18464);




const { service, url, token, ca, certificate, key } = _endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointFields */ .ps;
const prometheusSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    service: service.meta({
        description: "A Service with its namespace and port, reached through the API server's proxy.",
        example: 'monitoring/prometheus:9090',
    }),
    url: url.meta({
        description: 'An address that the runner can reach.',
        example: 'https://prometheus.example.com',
    }),
    token: token.meta({
        description: 'The environment variable that holds a bearer token for `url`; with `NAME_FILE` instead, the path of a file that is read again for each request. The reusable workflows take the values from the secret `credentials`.',
        example: 'PROMETHEUS_TOKEN',
    }),
    username: _formats_js__WEBPACK_IMPORTED_MODULE_2__/* .userNameSchema */ .I6.exactOptional().meta({
        description: 'The user for basic authentication; `token` then names the variable with the password.',
        example: '123456',
    }),
    ca,
    certificate,
    key,
    sigv4: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        region: (0,_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(/^[a-z]{2,4}(-[a-z]+)+-\d$/, {
            problem: 'is not a region of AWS',
            remedy: 'write one such as eu-central-1',
        })
            .exactOptional()
            .meta({ description: 'The region. Default: `AWS_REGION`.', example: 'eu-central-1' }),
    })
        .exactOptional()
        .meta({
        description: 'Signs each request for Amazon Managed Service for Prometheus, with `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, as a login to AWS leaves them.',
        example: { region: 'eu-central-1' },
    }),
    headers: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .headerNameSchema */ .Og.refine(name => !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .namesSecret */ .L4)(name) && !/^(host|cookie|connection|content-|x-amz-)/i.test(name), {
        error: 'is a header for a credential, or one that is set already; write a credential as `token`',
    }), (0,_formats_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(/^[\x20-\x7e]{1,500}$/, {
        problem: 'is not the value of a header',
        remedy: 'write it on one line in ASCII',
    }))
        .exactOptional()
        .meta({
        description: 'Headers without secrets for each request, such as the tenant of Mimir, Cortex or Thanos.',
        example: { 'X-Scope-OrgID': 'shop' },
    }),
})
    .refine(_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .hasOneAddress */ .FD, {
    error: 'needs either `service` or `url`; write `prometheus: {service: monitoring/prometheus:9090}`',
})
    .refine(({ username, token }) => username === undefined || token !== undefined, {
    error: 'has `username` without `token`; add `token`, the environment variable with the password',
})
    .superRefine(_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .checkLogin */ .wD);


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


/***/ }),

/***/ 97457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ podNames),
/* harmony export */   q: () => (/* binding */ ownedNames)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);



const podNames = {
    Deployment: (name) => {
        const whole = `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}(-canary)?-${suffix}{5,10}-${suffix}{5}`;
        const cut = [name, `${name}-canary`].filter(each => each.length > longestUncut).map(cutPodName);
        return cut.length === 0 ? whole : `(${[whole, ...distinct(cut)].join('|')})`;
    },
    StatefulSet: (name) => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-[0-9]+`,
    DaemonSet: (name) => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-${suffix}{5}`,
    CronJob: (name) => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-[0-9]+-${suffix}{5}`,
    Job: (name) => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}(-[0-9]+)?-${suffix}{5}`,
    Pod: _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu,
};
const suffix = '[bcdfghjklmnpqrstvwxz2456789]';
const longestBase = 58;
const longestUncut = longestBase - '-'.length - 10 - '-'.length;
function cutPodName(deployment) {
    const kept = `${deployment}-`.slice(0, longestBase);
    return `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(kept)}${suffix}{${longestBase - kept.length + 5}}`;
}
function ownedNames(manifests, { recovery, verify }) {
    const deployed = manifests.map(({ object, name }) => `${object.kind}/${name}`);
    const databases = Object.values(recovery?.databases ?? {}).flatMap(({ workload: { kind, name } }) => kind !== 'StatefulSet' || deployed.includes(`${kind}/${name}`) ? [] : `.+-${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-[0-9]+`);
    const declared = Object.keys(recovery?.volumes ?? {}).map(name => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}(-[0-9]+)?`);
    const verified = URL.parse(verify?.url ?? '')?.hostname ?? '';
    const routed = manifests.filter(({ object: { kind } }) => /(Ingress|Route|Proxy|Gateway)$/.test(kind));
    const hosts = routed.flatMap(({ object }) => textsBelow(object, /^(hosts?|hostnames?|fqdn)$/));
    return {
        pvcs: distinct([...manifests.flatMap(pvcsOf), ...declared, ...databases]),
        certificates: distinct(manifests.flatMap(certificatesOf).map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)),
        hosts: distinct([...hosts.filter(host => !host.startsWith('*')), verified].map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)),
    };
}
const distinct = (names) => [...new Set(names)].filter(name => name !== '');
function pvcsOf({ object, name }) {
    const { kind, spec } = object;
    const named = textsBelow(object, /^claimName$/).map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu);
    const pods = podNames[kind]?.(name);
    const ephemeral = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .podTemplatesOf */ .ab)(object)
        .flatMap(template => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(template.spec?.volumes))
        .filter(each => each.ephemeral !== undefined && pods !== undefined)
        .map(each => `${pods}-${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(String(each.name))}`);
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(spec) ? spec.volumeClaimTemplates : [])
        .flatMap(({ metadata }) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(metadata) ? String(metadata.name) : []))
        .map(template => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(`${template}-${name}`)}-[0-9]+`);
    return [...(kind === 'PersistentVolumeClaim' ? [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)] : []), ...named, ...ephemeral, ...templates];
}
const certificatesOf = ({ object, name }) => [
    ...(object.kind === 'Certificate' ? [name] : []),
    ...textsBelow(object, /^secretName$/).map(secret => secret.replace(/^.*\//, '')),
    ...below(object, /^certificateRefs$/)
        .flatMap(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)
        .map(each => String(each.name)),
];
function below(value, key) {
    const inside = Array.isArray(value) ? value : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? Object.values(value) : [];
    const own = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value)
        ? Object.entries(value).flatMap(([name, each]) => (key.test(name) ? [each] : []))
        : [];
    return [...own, ...inside.flatMap(each => below(each, key))];
}
const textsBelow = (value, key) => below(value, key)
    .flat()
    .filter(each => typeof each === 'string');


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
    alert: checkAlert,
    severity,
    for: '5s',
    labels: { check: number },
    expr: `max(${checkSeries(subject, severity)}) > time() - ${longestCheck / 1000}`,
    summary: `${subject.app}: a test of the ${severity} alerts, number ${number}`,
    description: '`slipway alerts test` started this alert and will end it. Nothing is wrong.',
}));


/***/ }),

/***/ 35348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nc: () => (/* binding */ eventAlertNames),
/* harmony export */   WL: () => (/* binding */ securityEventAlerts),
/* harmony export */   tt: () => (/* binding */ securityEventCounter)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);

const fewest = 10;
const abnormal = 3;
const eventAlertNames = {
    permissions: 'SlipwayPermissionsChanged',
    data: 'SlipwaySensitiveDataRead',
};
function securityEventAlerts(subject) {
    const { app, settings } = subject;
    const own = (selector) => ownCounter(selector, subject);
    const { logins, permissions, data, behavior } = settings['security-events'] ?? {};
    const alerts = [];
    if (logins !== undefined)
        alerts.push({
            alert: 'SlipwayLoginsFail',
            severity: 'critical',
            labels: { event: 'logins' },
            expr: `sum(increase(${own(logins.failed)}[5m])) / (sum(increase(${own(logins.total)}[5m])) >= ${fewest}) > ${logins.max / 100}`,
            summary: `${app}: {{ $value | humanizePercentage }} of the logins fail`,
            description: 'Either passwords are being guessed, or logins are broken: compare with the last release, and look at where the attempts come from.',
        });
    if (permissions !== undefined)
        alerts.push({
            alert: eventAlertNames.permissions,
            severity: 'warning',
            labels: { event: 'permissions' },
            expr: happened(own(permissions)),
            summary: `${app}: roles or permissions were changed`,
            description: 'Check in the audit log that a person was allowed to make this change.',
        });
    if (data !== undefined)
        alerts.push({
            alert: eventAlertNames.data,
            severity: 'warning',
            labels: { event: 'data' },
            expr: happened(own(data)),
            summary: `${app}: sensitive data was read`,
            description: 'Check in the audit log who read it, and why.',
        });
    if (behavior !== undefined) {
        const events = own(behavior);
        const rate = `sum(rate(${events}[5m]))`;
        alerts.push({
            alert: 'SlipwayAbnormalBehavior',
            for: '5m',
            severity: 'warning',
            labels: { event: 'behavior' },
            expr: `${rate} > ${abnormal} * quantile_over_time(0.99, ${rate}[7d:5m] offset 1h) and on () count(${events} offset 7d) > 0 and sum(increase(${events}[5m])) >= ${fewest}`,
            summary: `${app}: a security metric is more than ${abnormal} times as high as in the busiest hours of the last week`,
            description: 'Look at who causes it: an import, a crawler, or an attack.',
        });
    }
    return alerts;
}
function securityEventCounter(subject, kind) {
    const counter = subject.settings['security-events']?.[kind];
    const selector = typeof counter === 'object' ? counter.failed : counter;
    return selector === undefined ? undefined : ownCounter(selector, subject);
}
const ownCounter = (selector, { namespace }) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(selector, [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('namespace', '=', namespace)]);
const happened = (counter) => `sum(increase(${counter}[5m])) > 0 or sum(${counter} unless ${counter} offset 5m unless on (job, instance) ${notScraped} and on () count(up offset 7m)) > 0`;
const notScraped = '(max_over_time(up[10m] offset 5m) unless up offset 5m == 1)';


/***/ }),

/***/ 36196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ toleratesDown),
/* harmony export */   GR: () => (/* binding */ ownSelector),
/* harmony export */   Gw: () => (/* binding */ requirePrometheus),
/* harmony export */   Pm: () => (/* binding */ sourceJob),
/* harmony export */   aH: () => (/* binding */ ownNamespace),
/* harmony export */   ct: () => (/* binding */ ownLabels),
/* harmony export */   hj: () => (/* binding */ podMatchers),
/* harmony export */   monitoringSubject: () => (/* binding */ monitoringSubject),
/* harmony export */   w3: () => (/* binding */ exporterNames)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _config_gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28989);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _owned_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97457);




const defaultAvailability = 99.9;
function monitoringSubject(config, name, manifests = []) {
    const environment = config.environments[name];
    const settings = environment?.monitoring;
    if (environment === undefined || settings === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the environment ${name} is not monitored: it has no \`monitoring\` in slipway.yml`, 'add `monitoring: {}` to it');
    const { namespace, workload, recovery } = environment;
    const gate = (0,_config_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .metricGateOf */ .xf)(environment);
    requireFreeNames(settings.queries);
    const own = (selector) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(selector, podMatchers(namespace, workload));
    const requests = requestsOf(settings, gate);
    const histogram = settings.requests.histogram ?? gate?.metrics.find(each => 'histogram' in each)?.histogram;
    return {
        app: config.app,
        environment: name,
        namespace,
        workload,
        settings,
        recovery,
        prometheus: settings.prometheus ?? gate?.prometheus,
        requests: requests && { total: own(requests.total), bad: own(requests.bad) },
        histogram: histogram && own(histogram),
        objectives: objectivesOf(settings.objectives, requests !== undefined, histogram !== undefined),
        owned: (0,_owned_js__WEBPACK_IMPORTED_MODULE_3__/* .ownedNames */ .q)(manifests, environment),
    };
}
function requirePrometheus({ environment, prometheus, }) {
    if (prometheus !== undefined)
        return prometheus;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the environment ${environment} cannot be monitored: slipway.yml names no Prometheus`, 'add `monitoring.prometheus`, such as `prometheus: {service: monitoring/prometheus:9090}`');
}
const reserved = /^(requests|errors|latency-p\d+|cpu|memory|network|disk|restarts|connections|replication-lag|cache-hits)$/;
function requireFreeNames(queries) {
    const taken = Object.keys(queries).find(name => reserved.test(name));
    if (taken !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`\`monitoring.queries.${taken}\` has the name of a signal that is measured already`, 'choose another name');
}
function requestsOf({ requests: { total, bad } }, gate) {
    if ((total === undefined) !== (bad === undefined))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`monitoring.requests` has only one of `total` and `bad`', 'add the other one, or remove both to use those of the gate');
    if (total !== undefined && bad !== undefined)
        return { total, bad };
    return gate?.metrics.find(each => 'bad' in each);
}
function objectivesOf({ availability, latency, window }, counted, timed) {
    if (availability !== undefined && !counted)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`objectives.availability` cannot be measured: no counter of requests is known', 'add `monitoring.requests` with `total` and `bad`, or a metric with `bad` to the gate');
    if (latency !== undefined && !timed)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`objectives.latency` cannot be measured: no histogram of durations is known', 'add `monitoring.requests.histogram`, or a metric with `histogram` to the gate');
    return {
        window,
        ...(counted ? { availability: fraction(availability ?? defaultAvailability) } : {}),
        ...(latency === undefined ? {} : { latency: { ...latency, share: fraction(latency.share) } }),
    };
}
const fraction = (percent) => Number((percent / 100).toPrecision(12));
function podMatchers(namespace, { kind, name }) {
    return [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('namespace', '=', namespace), (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)('pod', '=~', _owned_js__WEBPACK_IMPORTED_MODULE_3__/* .podNames */ .Y[kind](name))];
}
const ownLabels = ({ app, environment, namespace }) => ({ app, environment, namespace });
function ownSelector(name, subject, more = {}) {
    const labels = Object.entries({ ...ownLabels(subject), ...more });
    return `${name}{${labels.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}
const ownNamespace = ({ namespace }) => `${namespace}|`;
const exporterNames = ({ settings: { sources } }) => ['node', 'postgres', 'redis'].filter(name => sources[name] !== undefined);
const toleratesDown = (source) => source === 'node';
const sourceJob = ({ app, environment }, source) => `slipway-${app}-${environment}-${source}`;


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
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
function serialQueue() {
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


/***/ }),

/***/ 35831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}


/***/ }),

/***/ 78155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  no: () => (/* binding */ assess),
  Kb: () => (/* binding */ excerpt),
  _6: () => (/* binding */ isHtml),
  JL: () => (/* binding */ mediaType)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/verify/json-path.js

const step = /(?:^|(?!^)\.)([A-Za-z_$][A-Za-z0-9_$-]*)|\[(0|[1-9][0-9]{0,8})\]/y;
function parseJsonPath(text) {
    const steps = [];
    step.lastIndex = 0;
    let end = 0;
    while (end < text.length) {
        const match = step.exec(text);
        if (match === null)
            return undefined;
        steps.push(match[1] ?? Number(match[2]));
        end = step.lastIndex;
    }
    return steps.length > 0 ? steps : undefined;
}
function valueAt(value, path) {
    let current = value;
    for (const part of path) {
        if (typeof part === 'number' ? !Array.isArray(current) : !(0,map/* isMap */.jh)(current))
            return undefined;
        const container = current;
        if (!Object.hasOwn(container, part))
            return undefined;
        current = Reflect.get(container, part);
    }
    return current;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/assertions.js


const noSecrets = { secretOf: () => '', hide: text => text };
function assess(check, response, known = noSecrets) {
    const quote = (text) => excerpt(known.hide(text));
    const reason = statusProblem(check, response, quote) ??
        htmlProblem(check, response) ??
        typeProblem(check, response, quote) ??
        headersProblem(check, response, quote) ??
        cookiesProblem(check, response) ??
        jsonProblem(check, response, quote) ??
        storedSecretProblem(check, response, known.secretOf) ??
        bodyProblem(check, response, quote);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
const isSecret = (check) => check.as !== undefined ||
    check.send?.secrets !== undefined ||
    check.cookies !== undefined ||
    check['stored-secrets'] !== undefined;
function statusProblem(check, { status, headers, body }, quote) {
    if (status === check.status)
        return undefined;
    const location = headers.location;
    const redirects = status >= 300 && status < 400 && location !== undefined;
    const to = isSecret(check) ? '' : ` to ${quote(location ?? '')}`;
    const detail = redirects
        ? ` (a redirect${to}, which is not followed)`
        : isSecret(check)
            ? ''
            : quotedBody(quote(body));
    return `answered ${status}, expected ${check.status}${detail}`;
}
function htmlProblem(check, response) {
    const wantsJson = [check.json, check['stored-secrets']].some(each => each !== undefined) || isJsonType(check.type);
    if ((!wantsJson && check.not !== 'html') || !isHtml(response))
        return undefined;
    const place = wantsJson ? 'where JSON was expected' : 'where none was expected';
    return `answered ${response.status} with HTML ${place}, probably the fallback page of a single-page app`;
}
function typeProblem(check, response, quote) {
    if (check.type === undefined)
        return undefined;
    const type = mediaType(response);
    if (type === check.type.toLowerCase())
        return undefined;
    const written = quote(response.headers['content-type'] ?? '')
        .split(';', 1)
        .join('')
        .trim();
    const got = type === '' ? 'no media type' : isSecret(check) ? 'another media type' : written;
    return `answered with ${got}, expected ${check.type}`;
}
function headersProblem(check, { headers }, quote) {
    for (const [name, expected] of Object.entries(check.headers ?? {})) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `answered without the header ${name}, expected "${expected}"`;
        if (value !== expected)
            return isSecret(check)
                ? `answered with another ${name}, expected "${expected}"`
                : `answered with ${name} "${quote(value)}", expected "${expected}"${assertions_hidden(quote(value), excerpt(expected))}`;
    }
    return undefined;
}
function cookiesProblem({ cookies = [] }, { cookies: set = [], url }) {
    const read = set.map(each => cookieOf(each, url));
    for (const name of cookies) {
        const own = read.filter(each => each.name === name);
        if (own.length === 0)
            return `did not set the cookie ${name}`;
        const kept = [...Map.groupBy(own, ({ scope }) => scope).values()].flatMap(all => {
            const last = all.at(-1);
            return last === undefined || last.isDeleted ? [] : [last];
        });
        if (kept.length === 0)
            return `deleted the cookie ${name}`;
        const lacking = cookieFlags
            .filter(([, flag]) => kept.some(({ has }) => !has(flag)))
            .map(([flag]) => flag);
        if (lacking.length > 0)
            return `set the cookie ${name} without ${lacking.join(', ')}`;
    }
    return undefined;
}
const cookieFlags = [
    ['Secure', /^secure$/i],
    ['HttpOnly', /^httponly$/i],
    ['SameSite', /^samesite=(strict|lax|none)$/i],
];
function cookieOf(text, url) {
    const [pair = '', ...rest] = text.split(';');
    const attributes = rest.map(each => each.trim());
    const attribute = (pattern) => attributes.findLast(each => pattern.test(each))?.replace(/^[^=]*=\s*/, '');
    const age = attribute(/^max-age\s*=\s*-?\d+$/i);
    const hasExpired = age === undefined ? Date.parse(attribute(/^expires\s*=/i) ?? '') <= Date.now() : Number(age) <= 0;
    const { hostname, pathname } = new URL(url);
    const domain = (attribute(/^domain\s*=/i) || hostname).toLowerCase().replace(/^\./, '');
    const path = attribute(/^path\s*=\s*\//i) ?? (pathname.replace(/\/[^/]*$/, '') || '/');
    return {
        name: pair.includes('=') ? pair.split('=', 1).join('').trim() : '',
        scope: `${domain} ${path}`,
        isDeleted: /^[^=]*=\s*$/.test(pair) || hasExpired,
        has: (pattern) => attributes.some(each => pattern.test(each)),
    };
}
function storedSecretProblem(check, { body }, secretOf) {
    const expected = Object.entries(check['stored-secrets'] ?? {});
    const document = expected.length === 0 ? undefined : (0,map/* jsonIn */.Yf)(body);
    for (const [path, variable] of expected) {
        const value = valueAt(document, parseJsonPath(path) ?? []);
        if (value === undefined)
            return `answered without ${path}, expected the value of ${variable}`;
        if (value !== secretOf(variable))
            return `answered with a ${path} that is not the value of ${variable}: the application cannot decrypt it, or it was changed`;
    }
    return undefined;
}
function jsonProblem(check, { body }, quote) {
    if (check.json === undefined)
        return undefined;
    const document = (0,map/* jsonIn */.Yf)(body);
    if (document === undefined)
        return `answered with something that is not JSON${isSecret(check) ? '' : quotedBody(quote(body))}`;
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        const wanted = JSON.stringify(expected);
        if (value === expected)
            continue;
        if (isSecret(check))
            return `answered with another value for ${path}, expected ${wanted}`;
        const got = scalar(value, quote);
        return `answered with ${got} for ${path}, expected ${wanted}${assertions_hidden(got, excerpt(wanted))}`;
    }
    return undefined;
}
function bodyProblem(check, { body }, quote) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const expected = excerpt(check.body);
    const got = body === '' ? 'an empty body' : isSecret(check) ? 'another body' : `the body "${quote(body)}"`;
    const detail = isSecret(check) ? '' : assertions_hidden(quote(body), expected);
    return `answered with ${got}, expected "${expected}"${detail}`;
}
const assertions_hidden = (got, expected) => got === expected ? ' (they differ in whitespace or invisible characters, or after 120 characters)' : '';
const ansiCode = new RegExp(`${String.fromCodePoint(0x1b)}\\[[\\d;?]*[ -/]*[@-~]`, 'g');
function excerpt(text) {
    const line = text
        .slice(0, 4096)
        .replace(ansiCode, ' ')
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    const letters = [...line];
    return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}
function quotedBody(text) {
    return text === '' ? ' (empty body)' : `: "${text}"`;
}
function scalar(value, quote) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a map';
    return quote(JSON.stringify(value));
}
function mediaType(response) {
    return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}
function isJsonType(type = '') {
    return /^application\/([\w.-]+\+)?json$/i.test(type);
}
function isHtml(response) {
    const type = mediaType(response);
    return (type === 'text/html' ||
        type === 'application/xhtml+xml' ||
        /^\s*<(!doctype\s+html|html)\b/i.test(response.body));
}
function withoutNewline(text) {
    return text.replace(/\r?\n$/, '');
}


/***/ }),

/***/ 31626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   $z: () => (/* binding */ causedBy),
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   JM: () => (/* binding */ mayBeFaultOfRelease),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   Qk: () => (/* binding */ revocationName),
/* harmony export */   ZK: () => (/* binding */ requestName),
/* harmony export */   fq: () => (/* binding */ pauseBetween),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   uX: () => (/* binding */ longestAttempt)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35831);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78155);


const isSafe = ({ method }) => method === undefined || method === 'HEAD';
const resultOf = (part, title, found, attempts, ms) => ({ part, title, ok: found.reason === undefined, ...found, attempts, ms });
const requestName = ({ method, get, as }) => `${method ?? 'GET'} ${get}${as === undefined ? '' : ` as ${as}`}`;
const revocationName = (request, revoke) => `${requestName(request)} after ${requestName(revoke)}`;
const mayBeFaultOfRelease = ({ ok, cause, skipped }) => !ok && skipped !== true && cause !== 'environment';
const sentenceOf = (result) => `${result.title} ${result.reason}`;
const causedBy = (answer) => !answer.ok && answer.unsent === true
    ? { cause: 'environment', ...(answer.expired === true ? {} : { skipped: true }) }
    : {};
const pauseBetween = 250;
const longestAttempt = 10_000;
const mostMeasurements = 3;
function runChecks(checks, send, clock, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    return Promise.all(checks.map(check => runCheck(check, send, clock, judge)));
}
async function runCheck(check, send, clock, judge) {
    const start = clock.now();
    const asked = { title: requestName(check), check };
    let measured = 0;
    const limit = check['faster-than'];
    let found;
    for (let attempts = 1;; attempts++) {
        const left = check['retry-for'] - (clock.now() - start);
        const within = Math.max(1, Math.ceil(Math.min(left, longestAttempt)));
        const answer = await ask(check, send, within, judge);
        if (answer.ok) {
            const { requests, ...latency } = limit === undefined ? { requests: 0 } : await measure(check, limit, send, clock, judge);
            attempts += requests;
            measured += 1;
            found = latency;
        }
        else if (found === undefined || answer.timedOut !== true || within === longestAttempt) {
            found = { reason: answer.reason, ...causedBy(answer) };
        }
        const ms = clock.now() - start;
        const ok = found.reason === undefined;
        if (ok || !isSafe(check) || ms + pauseBetween >= check['retry-for'] || measured >= mostMeasurements)
            return { ...asked, ok, ...found, attempts, ms };
        await clock.sleep(pauseBetween);
    }
}
async function ask(check, send, timeoutMs = longestAttempt, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    const answer = await send(check, timeoutMs);
    return answer.ok ? judge(check, answer.response) : answer;
}
async function measure(check, limit, send, clock, judge) {
    const { times = 20 } = check;
    const allowed = Math.floor(times * 0.05);
    const took = [];
    let slow = 0;
    while (took.length < times) {
        const start = clock.now();
        const answer = await send(check, longestAttempt);
        const ms = clock.now() - start;
        took.push(ms);
        const requests = took.length;
        const assessment = answer.ok ? judge(check, answer.response) : answer;
        if (!assessment.ok) {
            const reason = `${assessment.reason}, at request ${requests} of ${times}`;
            return { requests, reason, ...causedBy(assessment) };
        }
        slow += ms > limit ? 1 : 0;
        if (slow > allowed)
            return {
                requests,
                reason: `took longer than ${limit} ms in ${slow} of ${requests} requests; 95 % of ${times} must be faster`,
            };
    }
    return {
        requests: times,
        detail: `95 % of ${times} requests within ${Math.ceil((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .quantile */ .Y)(took, 0.95) ?? 0)} ms`,
    };
}


/***/ }),

/***/ 60311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ withoutPort),
/* harmony export */   dy: () => (/* binding */ probe),
/* harmony export */   o4: () => (/* binding */ withoutBrackets)
/* harmony export */ });
/* unused harmony exports largestBody, answerOf */
/* harmony import */ var _toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5346);

const largestBody = 1024 * 1024;
async function probe(request) {
    const { base, host, path, timeoutMs, limit = largestBody, keep = limit } = request;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        const message = await send(request, signal);
        let bytes = 0;
        const start = async function* () {
            for await (const chunk of message) {
                bytes += chunk.length;
                if (bytes > limit)
                    throw new BodyTooLarge(limit);
                if (bytes - chunk.length < keep)
                    yield chunk;
            }
        };
        const body = await (0,_toolkit_body_js__WEBPACK_IMPORTED_MODULE_0__/* .readUpTo */ .V)(start(), limit, () => new BodyTooLarge(limit));
        const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
        const url = `${base.protocol}//${host ?? base.host}${joined(base, path)}`;
        return {
            ok: true,
            response: {
                status: message.statusCode ?? 0,
                headers: Object.fromEntries(headers),
                cookies: message.headers['set-cookie'] ?? [],
                body: body.toString('utf8'),
                bytes,
                url,
            },
        };
    }
    catch (error) {
        if (signal.aborted)
            return { ok: false, reason: `did not answer within ${timeoutMs} ms`, timedOut: true };
        if (!(error instanceof Error))
            throw error;
        return answerOf(error, base);
    }
}
function answerOf(error, base) {
    const reason = failure(error, base);
    const code = 'code' in error ? String(error.code) : '';
    if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code))
        return { ok: false, reason, unsent: true, expired: true };
    return { ok: false, reason, ...(/^(EAI_AGAIN|ENOTFOUND)$/.test(code) ? { unsent: true } : {}) };
}
async function send({ base, host, path, method = 'GET', body, headers, ca }, signal) {
    const secure = base.protocol === 'https:';
    const { request } = await (secure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)));
    const name = withoutPort(host ?? base.host);
    const options = {
        hostname: withoutBrackets(base.hostname),
        port: base.port === '' ? (secure ? 443 : 80) : base.port,
        path: joined(base, path),
        method,
        agent: false,
        signal,
        headers: {
            host: host ?? base.host,
            accept: '*/*',
            'accept-encoding': 'identity',
            'user-agent': 'slipway-verify',
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        ...(secure && ca !== undefined ? { ca } : {}),
        ...(secure && !isAddress(name) ? { servername: name } : {}),
    };
    return new Promise((resolve, reject) => {
        const outgoing = request(options);
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(body);
    });
}
class BodyTooLarge extends Error {
    limit;
    constructor(limit) {
        super();
        this.limit = limit;
    }
}
function failure(error, base) {
    if (error instanceof BodyTooLarge)
        return `answered with a body larger than ${error.limit / largestBody} MiB`;
    const code = 'code' in error ? String(error.code) : '';
    const where = base.host;
    switch (code) {
        case 'ECONNREFUSED':
            return `could not be sent: ${where} refused the connection`;
        case 'ECONNRESET':
        case 'EPIPE':
            return `got an incomplete answer: ${where} closed the connection`;
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `could not be sent: the name ${base.hostname} cannot be resolved`;
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
        case 'ETIMEDOUT':
            return `could not be sent: ${where} cannot be reached`;
        case 'EPROTO':
            return `could not be sent: ${where} does not speak TLS`;
        default:
            if (code.startsWith('HPE_'))
                return `got an answer that is not valid HTTP: ${error.message.replace(/^Parse Error: /, '')}`;
            return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)
                ? `could not be sent: TLS with ${where} failed (${error.message})`
                : `could not be sent: ${error.message}`;
    }
}
function joined(base, path) {
    return `${base.pathname.replace(/\/$/, '')}${path}`;
}
const withoutBrackets = (host) => host.replace(/^\[|\]$/g, '');
const withoutPort = (host) => host.replace(/:\d+$/, '');
function isAddress(name) {
    return /^[\d.]+$/.test(name) || name.startsWith('[');
}


/***/ }),

/***/ 17103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   U8: () => (/* binding */ leasePath),
/* harmony export */   XD: () => (/* binding */ ownContainerIn),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);



const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const leasePath = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb.application(app));
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => kind === 'CronJob' ? '/spec/jobTemplate/spec/template' : '/spec/template';
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
const ownContainerIn = (templates, ours) => templates
    .flatMap(({ spec }) => containersOf(spec))
    .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(repositoryOf(image))));
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ })

};
