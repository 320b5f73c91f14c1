export const id = 3491;
export const ids = [3491];
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

/***/ 97172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  endPreviousRollout: () => (/* binding */ endPreviousRollout),
  initialState: () => (/* binding */ initialState),
  pendingOf: () => (/* binding */ pendingOf),
  resultOf: () => (/* binding */ resultOf)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var toolkit_origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/workloads/candidate.js
var workloads_candidate = __webpack_require__(91381);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/workers.js
var workloads_workers = __webpack_require__(5259);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/release-objects.js
var release_objects = __webpack_require__(39811);
// EXTERNAL MODULE: ./.build/js/src/release/store/baseline.js
var store_baseline = __webpack_require__(91910);
;// CONCATENATED MODULE: ./.build/js/src/release/adopt.js





async function recordBaseline(records, request, baseline, lease, workers) {
    if (baseline.kind !== 'unrecorded')
        return baseline;
    const { template, number, ready } = baseline;
    const record = await records.create(number, release => adoptedRecord(request, template, lease.token, release), lease.token);
    const state = ready ? 'complete' : 'failed';
    await records.conclude({
        schema: 1,
        release: record.release,
        state,
        token: lease.token,
        template,
        ...(Object.keys(workers).length === 0 ? {} : { workers: (0,workloads_workers/* templatesOf */.r3)(workers) }),
    });
    request.report(`the live workload is recorded as release ${record.release}`);
    return { kind: 'recorded', release: record.release, template };
}
function announceAdoption(live, report) {
    if (live === undefined || live.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] !== undefined)
        return;
    report(`adopting ${(0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(live))}: its pods are replaced once to get the label ${naming/* labels */.WD.track}: stable`);
}
function adoptedRecord(request, template, token, release) {
    return {
        ...(0,release_objects/* recordHeader */.Ng)(request, token),
        release,
        source: 'observed',
        images: (0,store_baseline/* imagesByContainer */.TR)(template),
        shipped: [],
        manifests: [],
    };
}

// EXTERNAL MODULE: ./.build/js/src/release/decision-record/store.js
var store = __webpack_require__(70441);
// EXTERNAL MODULE: ./.build/js/src/release/gate/setup.js + 20 modules
var setup = __webpack_require__(55767);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/live-state.js
var live_state = __webpack_require__(75961);
// EXTERNAL MODULE: ./.build/js/src/release/permissions/credential-life.js
var credential_life = __webpack_require__(85610);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/earlier-rollout.js
var earlier_rollout = __webpack_require__(91433);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/dry-run.js
var dry_run = __webpack_require__(26098);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/exposure.js
var preflight_exposure = __webpack_require__(94654);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/strategy.js
var strategy = __webpack_require__(28606);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/preflight.js









async function passPreflight(cluster, request, candidate, liveState) {
    const { config, environment, report, wait } = request;
    const need = (0,credential_life/* lifetimeOfRelease */.e0)(environment, (0,strategy/* strategyFor */.fY)(environment, liveState).kind);
    await (0,credential_life/* requireLifetime */.jY)(cluster, (0,credential_life/* withWait */.SO)(need, wait), report);
    const { problems, ...dryRun } = await (0,dry_run/* dryRunRelease */._q)(cluster, request, candidate, liveState);
    if (problems[0] !== undefined)
        throw problems[0];
    const entry = await (0,rollout_state/* readState */.un)(cluster, environment.namespace, config.app);
    const blocking = await (0,earlier_rollout/* blockingProblem */.r9)(cluster, request, entry);
    if (blocking !== undefined)
        throw blocking;
    const { kind, gateSetup, said, warnings, ...exposure } = await (0,preflight_exposure/* checkExposure */._)(cluster, request, liveState, dryRun);
    if (exposure.problems[0] !== undefined)
        throw exposure.problems[0];
    for (const warning of warnings)
        report(`warning: ${warning}`);
    for (const sentence of said)
        report(sentence);
    report('preflight passed');
    return { ...dryRun, liveState, kind, gateSetup };
}
async function recheck(cluster, request, candidate, before) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const [liveWorkload, entry, liveWorkers] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        (0,rollout_state/* readState */.un)(cluster, namespace, config.app),
        (0,workloads_workers/* readWorkers */.QF)(cluster, namespace, (0,workloads_workers/* workersOf */.N)(environment)),
    ]);
    const now = { ...before.liveState, liveWorkload, needsAction: (0,rollout_state/* releaseNeedingAction */.OK)(entry) };
    if (entry?.text !== before.liveState.state || (0,strategy/* strategyFor */.fY)(environment, now).kind !== before.kind) {
        report('the application has changed since preflight: running preflight again');
        const liveState = await (0,live_state/* readLiveState */.eY)(cluster, request, candidate);
        return passPreflight(cluster, { ...request, wait: 0 }, candidate, liveState);
    }
    const workers = Object.entries(before.liveState.workers).map(([name, worker]) => [
        name,
        { ...worker, live: liveWorkers[name] },
    ]);
    return { ...before, liveState: { ...now, workers: Object.fromEntries(workers) } };
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js
var find = __webpack_require__(8106);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/from-records.js
var from_records = __webpack_require__(35638);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/record-transitions.js + 1 modules
var record_transitions = __webpack_require__(15594);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 9 modules
var run = __webpack_require__(89224);
// EXTERNAL MODULE: ./.build/js/src/release/run-hooks.js
var run_hooks = __webpack_require__(96659);
// EXTERNAL MODULE: ./.build/js/src/release/store/fencing.js
var fencing = __webpack_require__(63811);
// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var store_lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var store_orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js
var store_releases = __webpack_require__(46695);
// EXTERNAL MODULE: ./.build/js/src/release/store/reversibility.js
var reversibility = __webpack_require__(95606);
;// CONCATENATED MODULE: ./.build/js/src/release/deploy.js
























async function deploy(cluster, request) {
    const { config, environment, report } = request;
    const candidate = (0,workloads_candidate/* prepareManifests */._5)(request.manifests, environment, request.images);
    const [liveState, promotion] = await Promise.all([
        (0,live_state/* readLiveState */.eY)(cluster, request, candidate),
        request.requirePromotion?.(cluster, request.images),
        cluster.lifetime(),
    ]);
    const basis = promotion === undefined ? {} : { promotion: promotion.sentence };
    if (basis.promotion !== undefined)
        report(basis.promotion);
    const found = await passPreflight(cluster, request, candidate, liveState);
    const { namespace, workload } = environment;
    const lease = await (0,store_lease.acquireLease)(cluster, {
        app: config.app,
        namespace,
        workload,
        origin: request.origin,
        wait: request.wait,
        seize: false,
        begins: true,
        report,
        signal: request.signal,
    });
    try {
        await endPreviousRollout(cluster, request, lease);
        const orphans = await (0,store_orphans/* findOrphans */.tQ)(cluster, namespace, config.app, workload);
        const ours = { app: config.app, token: lease.token };
        if (orphans !== undefined)
            await (0,store_orphans/* removeOrphans */.C_)(cluster, namespace, ours, orphans, report);
        if (request.wait > 0)
            await request.requirePromotion?.(cluster, request.images);
        const ready = await recheck(cluster, request, candidate, found);
        await ready.salt.keep();
        return { ...(await release(cluster, request, lease, ready, promotion?.promotion)), ...basis };
    }
    catch (error) {
        if (error instanceof fencing.LeaseLost)
            await withdraw(cluster, request, lease);
        throw error;
    }
    finally {
        await lease.release();
    }
}
async function release(cluster, request, lease, ready, promotion) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const { plan, targets, liveState, kind } = ready;
    const { liveWorkload, needsAction } = liveState;
    const { token } = lease;
    const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app, report);
    const releases = await records.list();
    const liveObjects = (0,live_state/* liveWorkers */.GT)(liveState);
    const found = (0,store_baseline/* baselineOf */.Bv)(liveState.liveWorkload, releases);
    const before = await recordBaseline(records, request, found, lease, liveObjects);
    const workers = (0,store_baseline/* workersBefore */.zI)(liveObjects, before, releases);
    const baseline = before.kind === 'recorded' ? before.release : undefined;
    const first = (releases[0]?.record.release ?? 0) + 1;
    const { reversible } = (0,reversibility/* reversibilityOf */.h6)(environment, kind, baseline, releases);
    const record = await records.create(Math.max(first, ...[baseline, (0,workloads_workers/* releaseOf */.l7)(liveWorkload), needsAction].map(known => (known ?? 0) + 1)), number => (0,release_objects/* recordOf */.zv)(request, plan, { token, release: number, baseline, reversible, workers, promotion }), token);
    report(`release ${record.release} recorded${baseline === undefined ? ', the first' : `, baseline ${baseline}`}`);
    announceAdoption(liveState.liveWorkload, report);
    await lease.assertHeld();
    const refusal = await (0,run_hooks/* passPreHook */.WJ)(cluster, request, lease, { targets, record, records });
    const rollout = initialState(request, lease, ready, record, cluster.now());
    const begun = { environment, record, rollout, doing: 'deploy' };
    if (refusal !== undefined) {
        const decision = await recordRefusal(cluster, begun, refusal, report);
        const none = { state: 'refused', readyPods: 0, rolloutMs: 0 };
        return { ...none, release: record.release, baseline, reason: refusal, decision };
    }
    await (0,rollout_state/* beginState */.X0)(cluster, namespace, rollout);
    const { why } = (0,strategy/* strategyFor */.fY)(environment, liveState);
    const progress = await (0,run/* advanceRollout */.q9)(cluster, { ...request, wait: 0 }, lease, {
        command: 'deploy',
        goal: kind === 'rolling' ? 'done' : 'prepared',
        begun: {
            decisions: (0,store/* newDecisionStore */._E)(cluster, { ...begun, why }),
            pending: pendingOf(targets, environment),
        },
    });
    const result = resultOf(progress);
    if (result.state !== 'complete')
        return result;
    const reason = await (0,run_hooks/* runPostHook */.z0)(cluster, request, record, namespace);
    return reason === undefined ? result : { ...result, state: 'failed', reason };
}
async function recordRefusal(cluster, begun, reason, report) {
    const decisions = (0,store/* newDecisionStore */._E)(cluster, begun);
    const { startedAt, baseline } = begun.rollout;
    const serves = baseline === undefined ? {} : { serves: baseline };
    const end = { at: Math.round(startedAt), state: 'unchanged', reason, weight: 0, ...serves };
    (0,record_transitions/* recordEnd */.$f)({ cluster, decisions }, end);
    await decisions.save(report);
    return decisions.record;
}
function initialState({ config, environmentName, environment, origin }, { token }, { plan, targets, liveState, kind, gateSetup }, { baseline, release: candidate }, at) {
    const { liveWorkload, autoscaler } = liveState;
    const rolls = kind === 'rolling';
    const isWorkload = ({ manifest }) => Number((0,kinds/* isOf */.yW)(environment.workload, manifest.object));
    const created = () => (0,release_objects/* createdTargets */.fG)(targets, plan.shipped).sort((a, b) => isWorkload(b) - isWorkload(a));
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token,
        run: origin,
        strategy: kind,
        phase: rolls ? 'promoting' : 'prepared',
        step: 0,
        weight: rolls ? 100 : 0,
        candidate,
        capacity: liveWorkload?.spec?.replicas ?? 1,
        ...(environment.hooks?.post === undefined ? {} : { postHook: { by: (0,toolkit_origin/* originText */.C)(origin) } }),
        ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
        startedAt: at,
        since: at,
        deadline: at + environment.strategy.deadline,
        ...(gateSetup === undefined || rolls ? {} : { gate: gateSetup.gating }),
        applied: false,
        ...(baseline === undefined ? { createdObjects: created().map(({ path }) => path) } : { baseline }),
    };
}
function pendingOf(targets, environment) {
    const own = targets.filter(({ manifest }) => !(0,workloads_workers/* isWorker */.xD)(manifest, environment));
    return (0,release_objects/* beforeWorkload */.DY)(own, environment);
}
function resultOf({ end, rollout, record, decisions, ms, rollbackMs }) {
    const { release, baseline, reversible } = record;
    const result = {
        release,
        baseline,
        rolloutMs: ms,
        ...(rollbackMs === undefined ? {} : { rollbackMs }),
    };
    switch (end.state) {
        case 'prepared':
            return { ...result, state: 'prepared', readyPods: end.pods };
        case 'done':
            return { ...result, state: 'complete', readyPods: end.pods, decision: decisions };
        case 'rolled-back':
            return {
                ...result,
                state: 'rolled-back',
                readyPods: end.pods,
                reason: end.reason,
                decision: decisions,
            };
        case 'needs-action': {
            const isByDesign = rollout.strategy === 'rolling' && reversible === false && end.reachedTimeLimit !== true;
            const state = isByDesign ? 'needs-action' : 'failed';
            return { ...result, state, readyPods: 0, reason: end.reason, decision: decisions };
        }
        case 'judged':
        case 'paused':
            throw new Error('a candidate without traffic can only wait for its gate');
        default:
            return end;
    }
}
async function withdraw(cluster, { config, environment, report }, { token }) {
    try {
        await (0,store_orphans/* markOwnRolledBack */.x_)(cluster, environment.namespace, config.app, token);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : error;
        report(`warning: the records of this run were not closed: ${why}; the next release or sweep closes them`);
    }
}
async function endPreviousRollout(cluster, request, lease) {
    const entry = await (0,find/* findUnfinishedRollout */.gv)(cluster, request);
    if (entry === undefined) {
        const state = await (0,rollout_state/* readState */.un)(cluster, request.environment.namespace, request.config.app);
        const left = (0,run_hooks/* openHookSentence */.bO)(state?.rollout);
        if (left !== undefined)
            request.report(`warning: ${left}`);
        return;
    }
    const blocking = await (0,earlier_rollout/* blockingProblem */.r9)(cluster, request, entry);
    if (blocking !== undefined)
        throw blocking;
    const task = { command: 'deploy', startGate: setup/* startGate */.O4 };
    try {
        await (0,run/* endDeadRollout */.x)(cluster, { ...request, wait: 0 }, lease, entry.rollout, task);
    }
    catch (error) {
        if (!(error instanceof from_records/* RecordMissing */._O))
            throw error;
        request.report(`warning: ${error.message}; this release replaces it`);
        const { namespace } = request.environment;
        const needsAction = { at: Math.round(cluster.now()), reason: error.message };
        const own = { ...entry.rollout, token: lease.token, run: request.origin };
        await new rollout_state/* StateStore */.fy(cluster, namespace, own).change(({ paused: _, ...rollout }) => ({
            ...rollout,
            needsAction,
        }));
    }
}


/***/ }),

/***/ 39811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ beforeWorkload),
/* harmony export */   Ng: () => (/* binding */ recordHeader),
/* harmony export */   VJ: () => (/* binding */ releaseObjectsOf),
/* harmony export */   fG: () => (/* binding */ createdTargets),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* unused harmony export recordable */
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91381);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87755);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5259);





function releaseObjectsOf(candidate, request, liveState, salt) {
    const { config, environment, report } = request;
    const controlled = liveState.targets
        .filter(({ live }) => live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__/* .isControlled */ .RF)(live))
        .map(({ manifest }) => titleOfManifest(manifest));
    const live = new Set([...environment.unversioned, ...controlled]);
    const hooks = Object.values(request.hookSetup?.hooks ?? {}).flatMap(hook => 'manifest' in hook ? [hook.manifest.object] : []);
    const plan = (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_3__/* .shipConfiguration */ .xz)(candidate, config.app, live, salt, hooks);
    const written = new Set(plan.manifests.map(titleOfManifest));
    const taken = liveState.targets
        .filter(target => target.live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__/* .mayTakeFromHelm */ .z$)(target.live, environment))
        .map(({ manifest }) => titleOfManifest(manifest))
        .filter(title => written.has(title));
    if (taken.length > 0)
        report(`taken over from the Helm release ${environment['take-over']?.helm}: ${taken.join(', ')}`);
    for (const name of controlled)
        report(`${name} is written by another controller and stays live`);
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadIn */ .h7)(plan.manifests, environment);
    const scaled = [[workload, liveState.autoscaler]].concat((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .workersIn */ .r0)(plan.manifests, environment).map(worker => [
        worker,
        liveState.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker))]?.autoscaler,
    ]));
    for (const [each, autoscaler] of scaled) {
        const { spec } = each;
        if (autoscaler === undefined || spec?.replicas === undefined)
            continue;
        const whose = each === workload ? '' : ` of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(each))}`;
        report(`spec.replicas${whose} is left to HorizontalPodAutoscaler/${autoscaler.metadata?.name}`);
        delete spec.replicas;
    }
    return plan;
}
const titleOfManifest = ({ object, name }) => `${object.kind}/${name}`;
function beforeWorkload(targets, { workload }) {
    return targets
        .map(({ manifest, path, live }) => ({ path, live, object: manifest.object }))
        .filter(({ object }) => !(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(workload, object));
}
function createdTargets(targets, shipped) {
    const copies = new Set(shipped.map(({ kind, copy }) => `${kind}/${copy}`));
    return targets.filter(({ manifest, live }) => live === undefined && !copies.has(`${manifest.object.kind}/${manifest.name}`));
}
function recordOf(request, plan, { token, release, baseline, reversible = true, workers = {}, promotion }) {
    return {
        ...recordHeader(request, token),
        release,
        source: 'released',
        ...(baseline === undefined ? {} : { baseline }),
        ...(reversible ? {} : { reversible: false }),
        ...(promotion === undefined ? {} : { promotion }),
        ...(request.signatures === undefined ? {} : { signatures: request.signatures }),
        images: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .referencesOf */ .CL)(request.images),
        shipped: plan.shipped,
        ...(plan.hooks === undefined ? {} : { hooks: plan.hooks }),
        ...(Object.keys(workers).length === 0 ? {} : { workers }),
        manifests: recordable(plan.manifests),
    };
}
function recordHeader({ config, environmentName, origin }, token) {
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        by: origin,
        token,
        config,
    };
}
function recordable(manifests) {
    return manifests.map(({ object }) => {
        if (object.kind !== 'Secret' && !(object.kind === 'ConfigMap' && object.immutable === true))
            return object;
        const { data: _data, stringData: _stringData, binaryData: _binaryData, ...rest } = object;
        const { [lastApplied]: _applied, ...annotations } = object.metadata?.annotations ?? {};
        return object.metadata?.annotations === undefined
            ? rest
            : { ...rest, metadata: { ...object.metadata, annotations } };
    });
}
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';


/***/ }),

/***/ 9247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q1: () => (/* binding */ pauseFor),
/* harmony export */   WU: () => (/* binding */ pauseSentence),
/* harmony export */   bT: () => (/* binding */ pauseRemedy),
/* harmony export */   "do": () => (/* binding */ withMoreTime),
/* harmony export */   oi: () => (/* binding */ pausePolicyOf),
/* harmony export */   uB: () => (/* binding */ overdueSentence),
/* harmony export */   xf: () => (/* binding */ approvalOf),
/* harmony export */   yn: () => (/* binding */ foundPauseOf),
/* harmony export */   z6: () => (/* binding */ needsPerson)
/* harmony export */ });
/* harmony import */ var _analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74991);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93240);




const sweepHandOverAfter = 300_000;
function foundPauseOf({ paused, phase, step }, onPause, origin) {
    return paused && { paused, onPause, who: (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .originText */ .C)(origin), phase, step };
}
function pauseFor(spec, { rollout, now }, verdict) {
    const { pausePolicy } = spec;
    if (pausePolicy === undefined || verdict.verdict === 'fail' || verdict.verdict === 'pod-local')
        return undefined;
    const before = stillThere(spec, rollout);
    if (before !== undefined && needsPerson(before.for)) {
        if (spec.foundPause?.onPause === 'keep')
            return before;
        if (spec.foundPause?.onPause === 'approve' && verdict.verdict === 'no-data') {
            return {
                until: before.until,
                for: before.for,
                reason: `the metrics since the pause began could not be read: ${verdict.reason}`,
            };
        }
    }
    const { reason } = verdict;
    const stage = pausePolicy.stages[rollout.step];
    if (verdict.verdict === 'pass') {
        if (stage?.approve !== true)
            return undefined;
        return { until: now + pausePolicy.pauseTimeout, for: 'approval', planned: true, reason };
    }
    if (verdict.verdict === 'inconclusive' && pausePolicy.onInconclusive !== 'rollback') {
        const who = pausePolicy.onInconclusive === 'pause' ? 'resume' : 'approval';
        return { until: now + pausePolicy.pauseTimeout, for: who, reason };
    }
    const open = verdict.verdict === 'continue' || verdict.verdict === 'no-data';
    const handOverAfter = spec.foundPause?.onPause === 'keep'
        ? Math.min(pausePolicy.handOverAfter, sweepHandOverAfter)
        : pausePolicy.handOverAfter;
    if (!open || stage === undefined || stage.least <= handOverAfter)
        return undefined;
    if (now - rollout.since < handOverAfter)
        return undefined;
    return { until: rollout.since + stage.least + pausePolicy.pauseTimeout, for: 'bake', reason };
}
function approvalOf(spec, rollout, verdict) {
    const { foundPause } = spec;
    if (foundPause?.onPause !== 'approve' || stillThere(spec, rollout)?.for !== 'approval')
        return undefined;
    const open = verdict.verdict === 'pass' ||
        verdict.verdict === 'continue' ||
        verdict.verdict === 'inconclusive' ||
        (verdict.verdict === 'no-data' && verdict.missing === 'idle');
    return open ? `approved by ${foundPause.who}; the gate said: ${verdict.reason}` : undefined;
}
function stillThere({ foundPause }, { phase, step }) {
    return foundPause !== undefined && foundPause.phase === phase && foundPause.step === step
        ? foundPause.paused
        : undefined;
}
const needsPerson = (what) => what === 'resume' || what === 'approval';
function withMoreTime(rollout, ms, now) {
    const deadline = now + ms;
    const gating = rollout.gate;
    if (gating?.state == null)
        return { ...rollout, deadline };
    return { ...rollout, deadline, gate: { ...gating, state: (0,_analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .extendDeadline */ .ly)(gating.state, deadline) } };
}
function pauseSentence({ for: what, until }) {
    const time = (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(until);
    switch (what) {
        case 'gate':
        case 'promote':
            return `waits for the action \`${what}\` of its run until ${time}`;
        case 'bake':
            return `is paused at this weight: \`sweep\` continues it when the stage is over, and rolls it back if it has not passed by ${time}`;
        case 'resume':
            return `waits for a person to resume it or roll it back; otherwise, it is rolled back automatically at ${time}`;
        case 'approval':
            return `waits for a person to approve it or roll it back; otherwise, it is rolled back automatically at ${time}`;
        default:
            return what;
    }
}
function pauseRemedy(what, candidate) {
    switch (what) {
        case 'gate':
        case 'promote':
            return `wait for that run; if it has ended, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('sweep')}, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('rollback')}`;
        case 'bake':
            return `wait for \`sweep\`, which continues it when the stage is over, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('rollback')}`;
        case 'resume':
            return (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)(['resume', 'rollback'], candidate);
        case 'approval':
            return (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)(['approve', 'rollback'], candidate);
        default:
            return what;
    }
}
function overdueSentence({ candidate, paused }) {
    if (paused === undefined)
        return undefined;
    const until = (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(paused.until);
    switch (paused.for) {
        case 'gate':
        case 'promote':
            return undefined;
        case 'bake':
            return `release ${candidate} had not passed the gate by ${until}: \`sweep\`, which continues it, may not run on schedule`;
        case 'resume':
        case 'approval':
            return `release ${candidate} was paused until ${until}, and was not ${paused.for === 'resume' ? 'resumed' : 'approved'} by then`;
        default:
            return paused.for;
    }
}
function pausePolicyOf(strategy) {
    if (strategy.kind !== 'canary')
        return undefined;
    const { steps, bake, 'pause-timeout': pauseTimeout, 'on-inconclusive': onInconclusive } = strategy;
    const stages = [
        ...steps.map(({ pause = 0, approve = false }) => ({ least: pause, approve })),
        { least: bake.for, approve: bake.approve },
    ];
    return { onInconclusive, pauseTimeout, stages, handOverAfter: bake['hand-over-after'] };
}


/***/ }),

/***/ 96659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ passPreHook),
/* harmony export */   bO: () => (/* binding */ openHookSentence),
/* harmony export */   z0: () => (/* binding */ runPostHook)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34889);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);
/* harmony import */ var _hooks_hooks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56044);
/* harmony import */ var _preflight_release_objects_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39811);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63811);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46695);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27848);










async function passPreHook(cluster, request, lease, begun) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _store_fencing_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost)
            throw error;
        return `the pre hook could not be run: ${describeBriefly(error)}`;
    });
    await lease.assertHeld();
    if (reason === undefined)
        return undefined;
    await begun.records.markRolledBack(begun.record.release, { token: lease.token, reason });
    return reason;
}
async function runPreHook(cluster, request, lease, { targets, record, records }) {
    const hook = hookOf('pre', request.hookSetup, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_preflight_release_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .beforeWorkload */ .DY)(targets, request.environment).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_7__/* .fencedApply */ .EQ)({ app, token: lease.token }), () => lease.assertHeld(), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .requireWritable */ .ik)(request.environment));
    const context = contextOf(request, record, request.environment.namespace, lease.token);
    context.previous = (await records.list()).find(_store_releases_js__WEBPACK_IMPORTED_MODULE_8__/* .hasTemplate */ .rJ)?.record.release;
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_5__/* .runHook */ .D)(cluster, 'pre', hook, context);
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.hookSetup, record);
    if (hook === undefined)
        return undefined;
    const context = contextOf(request, record, namespace, record.token);
    const failed = await (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_5__/* .runHook */ .D)(cluster, 'post', hook, context).catch((error) => `the post hook could not be run: ${describeBriefly(error)}`);
    if (failed !== undefined)
        return failed;
    await closePostHook(cluster, namespace, record).catch((error) => request.report(`warning: the success of the post hook was not recorded: ${describeBriefly(error)}`));
    return undefined;
}
const describeBriefly = (error) => error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.sentence : error.message;
function hookOf(when, hookSetup, { hooks }) {
    const recorded = hooks?.[when];
    if (recorded !== undefined)
        return recorded;
    const written = hookSetup?.hooks[when];
    return written !== undefined && 'run' in written ? written : undefined;
}
const contextOf = ({ hookSetup, env, report, signal }, record, namespace, token) => ({
    record,
    namespace,
    token,
    env,
    report,
    signal,
    hookSetup: hookSetup ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
});
function openHookSentence(rollout) {
    if (rollout?.phase !== 'done' || rollout.postHook === undefined)
        return undefined;
    const { candidate, postHook } = rollout;
    return `the post hook of release ${candidate} did not finish (${postHook.by}), and is not retried: check the log of that run for how far it got, then do the rest by hand`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    const isClosed = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: 8, unfinished: done => !done }, async () => {
        const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return true;
        const { postHook: _, ...rollout } = entry.rollout;
        return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .replaceState */ .g5)(cluster, namespace, entry, rollout);
    });
    if (!isClosed)
        throw new Error('other runs changed the state at every attempt');
}


/***/ }),

/***/ 19050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ pinnedImages)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55914);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);



function pinnedImages(live, record) {
    const spec = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(live)?.spec;
    const running = new Set(spec?.containers?.map(({ name }) => name));
    const containers = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(spec).map(({ name, image = '' }) => ({ name, image }));
    if (record?.source !== 'released') {
        const pinned = containers.filter(({ name, image }) => running.has(name) && image.includes('@'));
        const images = Object.fromEntries(pinned.map(({ name, image }) => [name, image]));
        return { images, named: [], problems: [] };
    }
    const images = {};
    const named = new Set();
    const problems = [];
    for (const wanted of Object.values(record.images)) {
        for (const { name, image } of containers) {
            if (image === '' || (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image).repository !== (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(wanted).repository)
                continue;
            named.add(wanted);
            if (running.has(name))
                images[name] = wanted;
            if (digestIn(image) !== digestIn(wanted)) {
                problems.push(`container ${name} has the image ${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigests */ .s)(image)}, not ${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigests */ .s)(wanted)} of release ${record.release}`);
            }
        }
    }
    if (Object.keys(images).length === 0)
        problems.push(`no container runs an image of release ${record.release}`);
    return { images, named: [...named], problems };
}
const digestIn = (image) => image.split('@')[1] ?? '';


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  lj: () => (/* binding */ heartbeatPatch),
  wF: () => (/* binding */ isWatching),
  Vf: () => (/* binding */ waitingProblem),
  Hz: () => (/* binding */ watchdogAccount),
  FX: () => (/* binding */ watchdogImage),
  d6: () => (/* binding */ watchdogJob),
  de: () => (/* binding */ watchdogName),
  dW: () => (/* binding */ watchdogProblem),
  c_: () => (/* binding */ watchdogRole)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/script.js
const script = `set -u

# Calls the API server and sets outcome: ok, gone (404), refused (422, 409), forbidden, or away.
ask() {
  outcome=away
  if command -v kubectl >/dev/null 2>&1; then ask_kubectl "$@"; else ask_curl "$@"; fi
}

# ask get PATH | ask patch PATH RESOURCE NAME PATCH [dry]
ask_kubectl() {
  if [ "$1" = get ]; then
    body=$(kubectl get --raw "$2" --request-timeout=5s 2>&1 </dev/null) && outcome=ok && return
  else
    body=$(kubectl patch "$3" "$4" --namespace "$NAMESPACE" --type json --patch "$5" --request-timeout=10s \\
      \${6:+--dry-run=server} 2>&1 </dev/null) && outcome=ok && return
  fi
  case $body in
    *'(NotFound)'*) outcome=gone ;;
    *'(Forbidden)'*) outcome=forbidden ;;
    *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
    *'(Invalid)'*) outcome=forbidden ;;
  esac
}

ask_curl() {
  token=
  # Without a final newline read fails, but has read the token. Tokens are rotated, so each call reads the file.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # On standard input, so that the token is not in the process list.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *'due to an error in our request'*' 422') outcome=refused ;;
    *' 422') outcome=forbidden ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents its answers to curl.
field() {
  value=
  for colon in ':' ': '; do
    case $body in *"\\"$1\\"$colon\\""*)
      value=\${body#*"\\"$1\\"$colon\\""}
      value=\${value%%\\"*}
      ;;
    esac
  done
}

# Whether the last answer has a beat: without one, silence proves nothing.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes. Returns 0 when each succeeded or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+dry run passed: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "is not allowed to write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
restore_traffic() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" != 0 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
  second=$?
  [ "$second" != 2 ] || second=$result
  return "$second"
}

# Sets now to the seconds of a monotonic clock; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With --request-timeout, kubectl no longer detects that it runs in a cluster.
export KUBECONFIG="$HOME/kubeconfig"
cluster="{server: $server, certificate-authority: $account/ca.crt}"
printf '%s\\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \\
  "clusters: [{name: here, cluster: $cluster}]" \\
  "users: [{name: here, user: {tokenFile: $account/token}}]" \\
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  restore_traffic dry
  case $? in
    0)
      ask get "$HEART"
      has_beat && break
      case $outcome in
        gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
        ok | forbidden) printf '%s\\n' "no heartbeat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot restore the traffic; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 timeout=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field timeout
      case $value in '' | *[!0-9]*) ;; *) timeout=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot send a heartbeat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # Once it is back, a living run gets some time to send one.
      [ "$quiet" -le $((timeout - GRACE)) ] || quiet=$((timeout > GRACE ? timeout - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$timeout" ]; then
    printf '%s\\n' "no heartbeat for $quiet s: restoring the traffic"
    restore_traffic
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/watchdog.js






const seconds = (milliseconds) => Math.ceil(milliseconds / 1000);
const watchdogAccount = 'slipway-watchdog';
const watchdogName = ({ app, token }) => `slipway-${app}-watchdog-${token}`;
function heartbeatData({ beat, timeout = seconds(timing/* timing */.N.watchdogTimeout), }) {
    return { beat: String(beat), timeout: String(timeout) };
}
function heartbeatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fencing_token/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fencing_token/* pointer */.Wn)('data', key), value })),
    ];
}
function watchdogJob(options) {
    const { writer, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: writer.app,
        [naming/* labels */.WD.kind]: 'watchdog',
    };
    const environment = {
        HEART: (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(seconds(timing/* timing */.N.watchdogInterval)),
        GRACE: String(seconds(timing/* timing */.N.watchdogGrace)),
        WRITES: lines(writes, writer),
        FALLBACK: lines(fallback, writer),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: watchdogName(writer), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: watchdogAccount,
                    restartPolicy: 'OnFailure',
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 5,
                    tolerations: ['not-ready', 'unreachable'].map(state => ({
                        key: `node.kubernetes.io/${state}`,
                        operator: 'Exists',
                        effect: 'NoExecute',
                        tolerationSeconds: 10,
                    })),
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        fsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'watchdog',
                            image,
                            command: ['sh', '-c', literal(script)],
                            env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
                            readinessProbe: {
                                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                                periodSeconds: 1,
                                timeoutSeconds: 5,
                            },
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
                        },
                    ],
                    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
                },
            },
        },
    };
}
function isWatching(job) {
    return (job.status?.ready ?? 0) > 0;
}
const literal = (text) => text.replaceAll('$', () => '$$');
function lines(writes, { app, token }) {
    return writes
        .map(({ path, patch }) => {
        const { resource, name } = target(path);
        const note = {
            op: 'add',
            path: (0,fencing_token/* annotationPointer */.ZC)(fencing_token/* annotationOf */.lW.watchdog(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const place = (0,resources/* placeOf */.$t)(path);
    if (place === undefined)
        throw new Error(`${path} is not the path of a namespaced object`);
    const { group, plural, name } = place;
    return { resource: group === '' ? plural : `${plural}.${group}`, name };
}
function watchdogRole({ app, namespace, routes, services }) {
    const metadata = { name: `${watchdogAccount}:${app}`, namespace };
    const rule = (apiGroup, resource, names) => names.length === 0
        ? []
        : [
            {
                apiGroups: [apiGroup],
                resources: [resource],
                resourceNames: [...names],
                verbs: ['get', 'patch'],
            },
        ];
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: watchdogAccount, namespace } },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            metadata,
            rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
                ...rule('', 'services', services),
                ...rule(resources/* resources */.ES.httpRoute.group, resources/* resources */.ES.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
            subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
        },
    ];
}
function watchdogImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy.watchdog;
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function watchdogProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy.watchdog !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the ${strategy.kind} strategy does not set \`watchdog\`, which restores the traffic when a run is lost`, 'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` to do without');
}
function waitingProblem(strategy) {
    if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined)
        return undefined;
    const { steps, bake, 'on-inconclusive': way } = strategy;
    if (way !== 'rollback') {
        return new errors/* UserError */.yo(`\`on-inconclusive: ${way}\` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it`, 'set an image in `watchdog`, or use `on-inconclusive: rollback`');
    }
    if (bake.approve || steps.some(({ approve }) => approve === true)) {
        return new errors/* UserError */.yo('`approve` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it', 'set an image in `watchdog`, or remove `approve`');
    }
    const [long] = steps.filter(({ pause = 0 }) => pause > bake['hand-over-after']);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`hand-over-after\`, so the run ends before the pause does. Without a watchdog, nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake['hand-over-after'])
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `hand-over-after`, so the run ends before the bake does. Without a watchdog, nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'if the run is lost, the cluster finishes the rolling update, and the next run reports its outcome';
    }
    const most = strategy.kind === 'blue-green'
        ? 'all'
        : `up to ${Math.max(...strategy.steps.map(({ weight }) => weight), strategy.bake.weight)} %`;
    const { watchdogTimeout, watchdogInterval, watchdogReaction } = timing/* timing */.N;
    const within = seconds(watchdogTimeout + watchdogInterval + watchdogReaction);
    return watchdogImage(strategy) === undefined
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until \`sweep\`, a rollback or the next release takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
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
