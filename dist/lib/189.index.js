export const id = 189;
export const ids = [189];
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

/***/ 42570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ spansOf),
/* harmony export */   c: () => (/* binding */ pace),
/* harmony export */   liveRelease: () => (/* binding */ liveRelease),
/* harmony export */   monitor: () => (/* binding */ monitor),
/* harmony export */   whatReplaces: () => (/* binding */ whatReplaces)
/* harmony export */ });
/* harmony import */ var _analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38062);
/* harmony import */ var _release_rollout_find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8106);
/* harmony import */ var _release_store_phases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10441);
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46695);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25726);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(32588);
/* harmony import */ var _readings_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63231);
/* harmony import */ var _rollback_guard_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62054);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(36196);












const pace = 15_000;
const looksInARow = 2;
async function monitor(cluster, request) {
    const subject = (0,_subject_js__WEBPACK_IMPORTED_MODULE_11__.monitoringSubject)(request.config, request.environmentName);
    const source = (0,_analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusOf */ ._)((0,_subject_js__WEBPACK_IMPORTED_MODULE_11__/* .requirePrometheus */ .Gw)(subject), cluster, request.env);
    const end = performance.now() + request.watch;
    let degraded = 0;
    let harmed = 0;
    for (;;) {
        const report = await look(cluster, source, subject, request);
        degraded = report.verdict === 'degraded' ? degraded + 1 : 0;
        harmed = report.reasons.some(({ sinceRelease }) => sinceRelease) ? harmed + 1 : 0;
        request.report(progressOf(report));
        const isConfirmed = [degraded, harmed].every(looks => looks === 0 || looks >= looksInARow);
        const isOver = performance.now() >= end && isConfirmed;
        if (harmed >= looksInARow || isOver || request.signal.aborted)
            return report;
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .pause */ .v7)(pace, request).catch(() => undefined);
    }
}
async function look(cluster, source, subject, request) {
    const [known, clock] = await Promise.all([liveRelease(cluster, request), source.now()]);
    const { live, rollout } = known;
    const newest = known.releases.find(({ record }) => record.release === live);
    const since = newest && (0,_rollback_guard_js__WEBPACK_IMPORTED_MODULE_10__/* .liveSince */ .dR)(newest);
    const at = clock.ok ? clock.value : known.now;
    const base = {
        app: subject.app,
        environment: subject.environment,
        release: live,
        since,
        at,
        refusal: (0,_rollback_guard_js__WEBPACK_IMPORTED_MODULE_10__/* .rollbackRefusal */ .hT)(subject.settings.rollback, known),
    };
    const unknown = (sentence) => ({
        ...base,
        verdict: 'unknown',
        reasons: [{ sentence, sinceRelease: false }],
        notes: [],
        spans: undefined,
        readings: undefined,
    });
    const replaced = request.release === undefined ? undefined : whatReplaces(request.release, known);
    if (replaced !== undefined) {
        const { sentence, isRolledBack } = replaced;
        return { ...unknown(sentence), verdict: 'superseded', isRolledBack };
    }
    if (!clock.ok)
        return unknown(clock.detail);
    if (live === undefined)
        return unknown(`no release of ${subject.app} is live`);
    if (known.scaledToZero)
        return unknown(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .titleOf */ .Gg)(subject.workload)} is scaled to 0, so there is nothing to judge`);
    const began = newest && Date.parse(newest.record.at);
    const { compare: length } = subject.settings;
    const before = began === undefined ? undefined : (0,_rollback_guard_js__WEBPACK_IMPORTED_MODULE_10__/* .timeBefore */ .hH)(known, began, length);
    const compared = rollout === undefined ? spansOf({ at, since, before, length }) : undefined;
    const tooEarly = rollout === undefined
        ? 'the release has been live for less than two minutes, which is too short to judge'
        : rollout.phase === 'rolling-back'
            ? `release ${rollout.candidate} is being rolled back`
            : 'a rollout is under way, and its gate judges the release';
    if (compared === undefined && request.release !== undefined)
        return unknown(tooEarly);
    const spans = compared ?? { before: undefined, after: { from: at - length, to: at } };
    const readings = await (0,_readings_js__WEBPACK_IMPORTED_MODULE_9__/* .readAll */ .yw)(source, subject, spans);
    const health = (0,_health_js__WEBPACK_IMPORTED_MODULE_8__/* .judgeHealth */ .u7)(subject, readings, compared && began);
    const notes = compared === undefined ? [...health.notes, `nothing was compared: ${tooEarly}`] : health.notes;
    return { ...base, ...health, notes, spans, readings };
}
function whatReplaces(release, { live, releases, rollout }) {
    if (rollout?.candidate === release)
        return undefined;
    if (live === undefined || live === release)
        return (rollout && { sentence: `the rollout of release ${rollout.candidate} is under way`, isRolledBack: false });
    const own = releases.find(({ record }) => record.release === release);
    if (own?.outcome?.state === 'rolled-back')
        return {
            sentence: `release ${release} was rolled back; release ${live} is live now`,
            isRolledBack: true,
        };
    return { sentence: `release ${live} is live now, not release ${release}`, isRolledBack: live < release };
}
async function liveRelease(cluster, request) {
    const { config, environment, report } = request;
    const [releases, last, workload] = await Promise.all([
        new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app, report).list(),
        (0,_release_rollout_find_js__WEBPACK_IMPORTED_MODULE_1__/* .lastRollout */ .Sn)(cluster, request),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .pathTo */ .vs)(environment.namespace, environment.workload)),
    ]);
    const marked = Number(workload?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.release] ?? Number.NaN);
    return {
        live: Number.isSafeInteger(marked) ? marked : undefined,
        releases,
        rollout: last !== undefined && !(0,_release_store_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .isOver */ .PU)(last.rollout.phase) ? last.rollout : undefined,
        scaledToZero: workload?.spec?.replicas === 0,
        restored: last?.rollout.restoresRelease === true,
        now: cluster.now(),
    };
}
const shortest = 120_000;
function spansOf({ at, since, before, length }) {
    if (since === undefined)
        return { before: undefined, after: { from: at - length, to: at } };
    if (at - since < shortest)
        return undefined;
    return {
        before: at - since <= _readings_js__WEBPACK_IMPORTED_MODULE_9__/* .day */ .vd ? before : undefined,
        after: { from: Math.max(since, at - length), to: at },
    };
}
function progressOf({ verdict, reasons, spans, release }) {
    const seconds = spans && Math.max(1, Math.round((spans.after.to - spans.after.from) / 1000));
    const length = seconds === undefined ? '' : ` over ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(seconds * 1000)}`;
    const why = reasons.map(({ sentence }) => sentence).join('; ');
    return `release ${release ?? 'none'}: ${verdict}${length}${why && `: ${why}`}`;
}


/***/ }),

/***/ 62054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dR: () => (/* binding */ liveSince),
/* harmony export */   hH: () => (/* binding */ timeBefore),
/* harmony export */   hT: () => (/* binding */ rollbackRefusal)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);

function rollbackRefusal(settings, { live, releases, rollout, restored, now }) {
    if (settings === undefined)
        return 'slipway.yml does not allow an automatic rollback; add `monitoring.rollback: {}` to allow one';
    if (rollout !== undefined)
        return 'a rollout is under way, and its gate decides';
    const [newest] = releases;
    if (live === undefined || newest === undefined)
        return 'no release is live';
    if (newest.record.release !== live)
        return `release ${live} is not the newest: release ${newest.record.release} was rolled back already, or replaced by hand`;
    if (restored)
        return `release ${live} was restored by a rollback`;
    if (newest.record.source !== 'released')
        return `release ${live} was adopted, not released`;
    const since = liveSince(newest);
    if (since === undefined)
        return `the time at which release ${live} went live is unknown`;
    const age = now - since;
    return age > settings['max-age']
        ? `release ${live} has been live for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.round(age / 60_000) * 60_000)}, longer than the ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(settings['max-age'])} of \`monitoring.rollback.max-age\``
        : undefined;
}
function liveSince({ outcome, outcomeCreatedAt, }) {
    if (outcome?.state !== 'complete' && outcome?.state !== 'verified')
        return undefined;
    const at = Date.parse(outcomeCreatedAt ?? outcome.at);
    return Number.isNaN(at) ? undefined : at;
}
function timeBefore({ releases }, began, longest) {
    const ends = releases
        .filter(({ record }) => record.source !== 'observed')
        .map(release => liveSince(release) ?? Date.parse(release.outcome?.at ?? ''))
        .filter(end => end < began);
    return { from: Math.max(began - longest, ...ends), to: began };
}


/***/ }),

/***/ 8106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ requireUnfinished),
/* harmony export */   Sn: () => (/* binding */ lastRollout),
/* harmony export */   gv: () => (/* binding */ findUnfinishedRollout)
/* harmony export */ });
/* unused harmony export stateFromRecords */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93240);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59993);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79444);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5259);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63811);
/* harmony import */ var _store_lease_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62775);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(10441);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(26417);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(46695);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(27848);















async function findUnfinishedRollout(cluster, request) {
    const entry = await lastRollout(cluster, request);
    return entry === undefined || (0,_store_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .isOver */ .PU)(entry.rollout.phase) ? undefined : entry;
}
const lastRollout = async (cluster, { config, environment, report }) => (await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_14__/* .readState */ .un)(cluster, environment.namespace, config.app)) ??
    (await rebuildState(cluster, config.app, environment, report));
async function requireUnfinished(cluster, request, phases) {
    const { app } = request.config;
    const entry = await findUnfinishedRollout(cluster, request);
    if (entry === undefined)
        throw new _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_14__/* .RolloutOver */ .aW(app);
    const { phase, candidate, run } = entry.rollout;
    if (request.release !== undefined && request.release !== candidate) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`release ${request.release} is not being rolled out: the rollout in progress is that of release ${candidate} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .originText */ .C)(run)})`, `check the job summary of its deploy run for how release ${request.release} ended, or omit its number to continue release ${candidate}`);
    }
    if (!phases.includes(phase)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the rollout of release ${candidate} is in phase ${phase}, not in ${phases.join(' or ')}`, phase === 'rolling-back'
            ? `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('sweep')}, which finishes the rollback`
            : `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('status')} to see what it waits for; the order is deploy, gate, promote`);
    }
    return entry;
}
async function rebuildState(cluster, app, today, report) {
    const { namespace, workload } = today;
    const { items: fences } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap, namespace), {
        labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .selecting */ .h7.fences(app),
    });
    if (fences.length === 0)
        return undefined;
    const [lease, tokens] = await Promise.all([
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app)),
        (0,_store_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .tokensOfWorkload */ .RP)(cluster, { app, namespace, workload }),
    ]);
    if (lease === undefined && tokens.length === 0)
        return undefined;
    const [releases, live, { items: autoscalers }] = await Promise.all([
        new _store_releases_js__WEBPACK_IMPORTED_MODULE_13__/* .ReleaseStore */ .T(cluster, namespace, app).list(),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .pathTo */ .vs)(namespace, workload)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace)),
    ]);
    const token = (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_4__/* .floorOf */ .Et)(fences.map(_store_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .tokenOfFence */ ._m));
    const rollout = stateFromRecords({ releases, token, today, live, autoscalers, now: cluster.now() });
    if (rollout === undefined)
        return undefined;
    report(`the state of the rollout of release ${rollout.candidate} was deleted: rebuilding it from the record`);
    return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_14__/* .recreateState */ .tS)(cluster, namespace, rollout);
}
function stateFromRecords({ releases, token, today, live, autoscalers, now, }) {
    const open = releases.find(({ record, outcome }) => outcome === undefined && record.token <= token);
    if (open?.record.baseline === undefined)
        return undefined;
    const { app, environment: name, release, baseline, by, reversible } = open.record;
    const { strategy, workload } = (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_12__/* .recordedEnvironment */ .YM)(open.record, name, today);
    if (strategy.kind === 'rolling')
        return undefined;
    const written = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__/* .releaseOf */ .l7)(live) === release;
    const reason = 'its state was deleted, so it is not known how far it was judged';
    const [autoscaler] = (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_5__/* .autoscalersOf */ .Au)([...autoscalers], workload);
    return {
        schema: 1,
        app,
        environment: name,
        token,
        run: by,
        strategy: strategy.kind,
        ...(written && reversible === false
            ? { phase: 'promoting', weight: 100 }
            : {
                phase: 'rolling-back',
                weight: 0,
                rolledBackFrom: written ? 'promoting' : 'stepping',
                reason,
                abortRequested: { by: 'Slipway, which found the rollout state deleted,', at: now },
            }),
        step: 0,
        baseline,
        candidate: release,
        capacity: live?.spec?.replicas ?? 1,
        ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
        startedAt: now,
        since: now,
        deadline: now + strategy.deadline,
        applied: true,
    };
}


/***/ })

};
