export const id = 2203;
export const ids = [2203,6080,1594];
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

/***/ 49691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ requireBreakable),
/* harmony export */   a2: () => (/* binding */ applicationSystem),
/* harmony export */   t5: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90555);
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(75181);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12502);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46284);
/* harmony import */ var _workload_pods_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11345);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39370);
/* harmony import */ var _held_lease_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(73183);
/* harmony import */ var _kubernetes_system_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(67069);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8535);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(22724);
/* harmony import */ var _pods_state_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(56947);
/* harmony import */ var _zone_drain_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(95602);
















async function lookAt(cluster, namespace, ref) {
    const workload = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(namespace, ref));
    if (workload === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(ref)} is not in ${namespace}`, 'deploy the application first');
    const pods = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_7__/* .listPods */ .B)(cluster, namespace, workload);
    const sets = ref.kind === 'Deployment'
        ? await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.replicaSet, namespace), {
            labelSelector: (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .selectorOf */ .Bk)(workload),
        })
        : undefined;
    const isOwn = (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .podsOwnedBy */ .Nr)(workload, sets?.items ?? []);
    return { workload, pods: pods.filter(pod => isOwn(pod) && !(0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .hasEnded */ .hY)(pod)) };
}
async function requireBreakable(cluster, { namespace, workload, breaks }, seed) {
    const state = await lookAt(cluster, namespace, workload);
    const why = (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_13__/* .notHealthyBecause */ .h_)(state);
    if (why !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the application is not healthy: ${why}`, 'run the drill when all its pods are ready');
    const target = (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_13__/* .drawnPod */ .C1)(state, seed);
    const pod = state.pods.find(({ metadata }) => metadata?.uid === target?.uid);
    if (target === undefined || pod === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`no pod of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(workload)} is ready`, 'run the drill when all its pods are ready');
    if (breaks === 'container') {
        const not = (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_13__/* .notKillable */ .s_)(pod);
        if (not !== undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`PID 1 of ${target.container} in ${target.pod} cannot be killed: ${not}`, 'run the `pod-loss` drill instead');
    }
    if (breaks === 'zone')
        await requireRoom(cluster, state, target);
}
async function requireRoom(cluster, state, target) {
    const [nodes, all] = await Promise.all([
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, '')),
        cluster.list('/api/v1/pods'),
    ]);
    const { zone, pods } = podsInZone(state, nodes.items, target);
    const problem = (0,_zone_drain_js__WEBPACK_IMPORTED_MODULE_14__/* .roomProblem */ .t0)(zone, pods, nodes.items, all.items);
    if (problem !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the zone ${zone} cannot be drained: ${problem}`, 'add nodes to the other zones');
}
const zonesByNode = (nodes) => new Map(nodes.flatMap(node => {
    const zone = (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_15__/* .zoneOf */ .kE)(node);
    return zone === undefined ? [] : [[node.metadata?.name ?? '', zone]];
}));
function podsInZone({ pods }, nodes, { node }) {
    const zones = zonesByNode(nodes);
    const zone = zones.get(node);
    if (zone === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the zone of ${node} is unknown`, 'label the nodes with topology.kubernetes.io/zone, and allow the drill to `list` them');
    return {
        zone,
        pods: pods.filter(({ spec }) => zones.get(spec?.nodeName ?? '') === zone),
        nodes: nodes.flatMap(each => ((0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_15__/* .zoneOf */ .kE)(each) === zone ? (each.metadata?.name ?? []) : [])),
    };
}
function applicationSystem(cluster, target, options) {
    const { namespace, workload, breaks, commands, load, scratch } = target;
    const { runId, pace, report, now, folder, env, send = _load_js__WEBPACK_IMPORTED_MODULE_11__/* .sendRequest */ .w$ } = options;
    const execIn = options.execIn ??
        (({ pod, container }) => (0,_exec_js__WEBPACK_IMPORTED_MODULE_6__/* .podExec */ .r)({ namespace, pod, container }, cluster.reach));
    const notes = [];
    const context = { namespace, runId, folder, env, report, scratch };
    const faultKind = breaks === 'zone' ? 'drain' : 'pod';
    const { prepare, note, clear } = (0,_held_lease_js__WEBPACK_IMPORTED_MODULE_9__/* .heldLease */ .Mn)(cluster, commands, context, { ...options, breaks: faultKind });
    let lost = [];
    const look = () => lookAt(cluster, namespace, workload);
    const kill = async (victim, signal) => {
        const before = (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_13__/* .restartsOf */ .wN)(await look(), victim) ?? 0;
        const unheard = await killPid1(execIn(victim), victim, signal);
        const patience = Math.min(effectWithin, target.deadline);
        const restarts = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_12__/* .lookUntil */ .c)(async () => (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_13__/* .restartsOf */ .wN)(await look(), victim), found => found !== before, { pace, signal, now, end: now() + patience });
        if (restarts === before)
            throw (unheard ??
                new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${victim.container} in ${victim.pod} still runs ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(patience)} after SIGTERM to PID 1`, 'make that process handle SIGTERM: the kernel delivers no other signal to it from within the container'));
    };
    const drain = async (victim, signal) => {
        const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ''));
        const { zone, pods, nodes } = podsInZone(await look(), items, victim);
        await requireRoom(cluster, await look(), victim);
        const held = await (0,_zone_drain_js__WEBPACK_IMPORTED_MODULE_14__/* .cordon */ .Kq)(cluster, namespace, nodes);
        notes.push(held
            ? `the nodes of ${zone} were cordoned: ${nodes.join(', ')}`
            : `the nodes of ${zone} were not cordoned, because the permission is missing: new pods could start there`);
        lost = pods.flatMap(({ metadata }) => metadata?.uid ?? []);
        await (0,_zone_drain_js__WEBPACK_IMPORTED_MODULE_14__/* .evict */ .YO)(cluster, namespace, pods, { deadline: target.deadline, signal });
    };
    const moveBack = async ({ pods: before }, signal) => {
        if (before.length < 2)
            return [];
        const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ''));
        const zones = zonesByNode(items);
        const away = async () => (0,_zone_drain_js__WEBPACK_IMPORTED_MODULE_14__/* .awayFrom */ .nu)(before, (await look()).pods, zones);
        const deadline = Math.min(target.deadline, effectWithin);
        const done = [];
        let { missing, moved } = await away();
        while (missing > 0 && moved !== undefined) {
            const { uid = '', name } = moved.metadata ?? {};
            report(`moving ${name} back to the zone that it left`);
            const refused = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .userErrorOf */ .zb)(() => (0,_zone_drain_js__WEBPACK_IMPORTED_MODULE_14__/* .evict */ .YO)(cluster, namespace, [moved], { deadline, signal }));
            signal.throwIfAborted();
            if (refused instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo)
                return [...done, `${name} stays in another zone: ${refused.sentence}`];
            const state = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_12__/* .lookUntil */ .c)(async () => (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_13__/* .afterLoss */ .cC)(await look(), [uid]), ({ kind }) => kind === 'recovered', { pace, signal, now, end: now() + deadline });
            if (state.kind !== 'recovered')
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${name} was evicted to move it back, and its replacement does not start: ${state.why}`, `find out why with \`kubectl --namespace ${namespace} describe pods\``);
            const after = await away();
            if (after.missing >= missing)
                return [
                    ...done,
                    `${name} was evicted, but no pod started in the zone that it left: add a topology spread constraint, and run \`kubectl rollout restart\``,
                ];
            done.push(`${name} was moved back to the zone that it left`);
            ({ missing, moved } = after);
        }
        return done;
    };
    const inject = async (victim, signal) => {
        if (breaks === 'container')
            return kill(victim, signal);
        if (breaks === 'zone')
            return drain(victim, signal);
        lost = [victim.uid];
        await (0,_faults_js__WEBPACK_IMPORTED_MODULE_8__/* .deletePod */ .d)(cluster, namespace, victim.pod, victim.uid, undefined);
    };
    return {
        now,
        report,
        look,
        inject,
        prepare,
        note,
        clear,
        located: victim => (0,_kubernetes_system_js__WEBPACK_IMPORTED_MODULE_10__/* .located */ .t)(cluster, victim),
        startLoad: load && (() => (0,_load_js__WEBPACK_IMPORTED_MODULE_11__/* .startLoad */ .bg)(load, now, send)),
        aftermath: (before, state, victim) => breaks === 'container'
            ? (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_13__/* .afterKill */ .Pv)(before, state, victim)
            : breaks === 'zone'
                ? (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_13__/* .afterDrain */ .LV)(state, lost)
                : (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_13__/* .afterLoss */ .cC)(state, lost),
        notes: () => notes,
        fix: async () => (breaks === 'zone' ? (0,_zone_drain_js__WEBPACK_IMPORTED_MODULE_14__/* .uncordon */ .Jz)(cluster, namespace) : undefined),
        moveBack: breaks === 'zone' ? moveBack : undefined,
    };
}
const effectWithin = 90_000;
async function killPid1(exec, { pod, container }, signal) {
    for (const command of [
        ['kill', '1'],
        ['sh', '-c', 'kill 1'],
    ])
        try {
            const { code, stderr } = await exec(command, { signal });
            if (code === 0 || (code ?? 137) >= 128)
                return undefined;
            if (code === 126 || code === 127)
                continue;
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`PID 1 of ${container} in ${pod} cannot be killed: ${stderr.trim().slice(0, 200)}`, 'run the container as the user of PID 1');
        }
        catch (error) {
            if (error instanceof _cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .ExecConnectionLost */ .ex)
                return error;
            if (!(error instanceof _cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .ProgramMissing */ .Xh))
                throw error;
        }
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the image of ${container} in ${pod} has neither \`kill\` nor a shell, so PID 1 cannot be killed`, 'run the `pod-loss` drill instead');
}


/***/ }),

/***/ 63454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ podsCheck),
/* harmony export */   Fq: () => (/* binding */ requestsCheck),
/* harmony export */   Qu: () => (/* binding */ untilLoaded),
/* harmony export */   bQ: () => (/* binding */ drillDisruption),
/* harmony export */   kQ: () => (/* binding */ untilWhole),
/* harmony export */   lT: () => (/* binding */ requested),
/* harmony export */   lm: () => (/* binding */ underLoad)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92954);
/* harmony import */ var _outage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7722);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(16696);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10159);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8535);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76080);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22724);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(69448);
/* harmony import */ var _pods_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(56947);
/* harmony import */ var _prober_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(25115);
/* harmony import */ var _run_drill_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(93086);














function drillDisruption(drill, system) {
    const because = 'the drill breaks pods of the application, and no database';
    return underLoad(drill, system, because, (...of) => disrupted(drill, system, ...of));
}
function underLoad(drill, system, because, work) {
    const loaded = async (progress, recorder) => {
        const load = system.startLoad?.();
        try {
            await work(recorder, progress, load);
        }
        finally {
            await load?.stop();
        }
    };
    return (0,_run_drill_js__WEBPACK_IMPORTED_MODULE_11__/* .runDrill */ .B)(drill, system, loaded, { ...(0,_facts_js__WEBPACK_IMPORTED_MODULE_12__/* .newProgress */ .gu)(), bound: { atMost: 0, because } });
}
async function disrupted(drill, system, recorder, progress, load) {
    const { signal, seed } = drill;
    const unsteady = await untilLoaded(drill, system, load);
    const before = await system.look();
    const drawn = (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_9__/* .drawnPod */ .C1)(before, seed);
    const why = unsteady ?? (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_9__/* .notHealthyBecause */ .h_)(before);
    if (why !== undefined || drawn === undefined) {
        progress.skipped = why ?? 'no pod is ready';
        return;
    }
    const target = await system.located(drawn);
    progress.levelChecks.push((0,_levels_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFor */ .G5)('L0', 'pods', undefined, `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .h)(before.pods.length, 'pod')} ready before the injection`));
    progress.notes.push(`${(0,_placement_js__WEBPACK_IMPORTED_MODULE_8__/* .placementText */ .pr)(target)} was drawn by the seed ${seed}`);
    await (0,_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .withFault */ .D)(system, target, progress, `${(0,_placement_js__WEBPACK_IMPORTED_MODULE_8__/* .placementText */ .pr)(target)} is not fixed`, async (fix) => {
        signal.throwIfAborted();
        system.report(`breaking ${(0,_placement_js__WEBPACK_IMPORTED_MODULE_8__/* .placementText */ .pr)(target)}`);
        const injectedAt = system.now();
        progress.injectedAt = injectedAt;
        await recorder.during('inject', () => system.inject(target, signal));
        (0,_facts_js__WEBPACK_IMPORTED_MODULE_12__/* .recordStep */ .IC)(drill, progress, 'wait-for-pods');
        const aftermath = (state) => system.aftermath(before, state, target);
        const after = await recorder.during('start', () => untilRecovered(drill, system, aftermath));
        const took = system.now() - injectedAt;
        const waiting = (await system.look()).pods.filter(_pods_state_js__WEBPACK_IMPORTED_MODULE_9__/* .waitsForZone */ .MK).length;
        if (waiting > 0)
            progress.notes.push(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .h)(waiting, 'pod')} waited for the zone, as their required spread demands`);
        progress.notes.push(...system.notes());
        await fix();
        const fault = after.kind === 'recovered' ? await untilWhole(drill, system, aftermath) : after.why;
        progress.levelChecks.push(...podChecks(before, await system.look(), { fault, took }));
        if (fault === undefined)
            progress.notes.push(...((await system.moveBack?.(before, signal)) ?? []));
        if (load !== undefined) {
            (0,_facts_js__WEBPACK_IMPORTED_MODULE_12__/* .recordStep */ .IC)(drill, progress, 'check-requests');
            await recorder.during('verify', () => requested(drill, progress, load));
        }
        else if (fault === undefined) {
            const times = { from: injectedAt, to: injectedAt + took, rto: took, atLeast: 0 };
            progress.outage = { kind: 'over', ...times, notes: ['of the broken part, as no request was sent'] };
        }
    });
}
async function untilLoaded({ pace, seed, signal }, { now }, load) {
    const spread = (0,_pace_js__WEBPACK_IMPORTED_MODULE_6__/* .seededDelay */ ._)(seed, pace.spread);
    let drawnAt = load === undefined ? now() + spread : Number.POSITIVE_INFINITY;
    while (now() < drawnAt) {
        const samples = load?.samples() ?? [];
        const bad = samples.find(({ ok }) => !ok);
        if (bad !== undefined)
            return `a request failed before the injection: ${bad.reason ?? 'no reason given'}`;
        if (load?.isOver())
            return 'the load ended before the injection: raise `requests` or `for` of `drills.load`';
        if (samples.length >= pace.consecutive && drawnAt === Number.POSITIVE_INFINITY)
            drawnAt = now() + spread;
        await (0,_patience_js__WEBPACK_IMPORTED_MODULE_7__/* .pause */ .v7)(Math.min(pace.probes.every, Math.max(0, drawnAt - now())), signal);
    }
    return undefined;
}
async function untilRecovered(drill, system, aftermath) {
    const after = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_7__/* .lookUntil */ .c)(async () => aftermath(await system.look()), ({ kind }) => kind !== 'pending', { ...drill, now: system.now, end: system.now() + drill.deadline });
    if (after.kind !== 'pending')
        return after;
    return { kind: 'broken', why: `${after.why} after ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(drill.deadline)}` };
}
async function untilWhole({ pace, rejoinTimeout, signal }, system, aftermath) {
    const end = system.now() + rejoinTimeout;
    let good = 0;
    while (good < pace.consecutive) {
        const state = await system.look();
        const after = aftermath(state);
        const why = after.kind === 'broken' ? after.why : (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_9__/* .notHealthyBecause */ .h_)(state);
        if (why !== undefined && (after.kind === 'broken' || system.now() >= end))
            return why;
        good = why === undefined ? good + 1 : 0;
        await (0,_patience_js__WEBPACK_IMPORTED_MODULE_7__/* .pause */ .v7)(pace.probes.every, signal);
    }
    return undefined;
}
function podChecks(before, after, { fault, took }) {
    const known = (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_9__/* .imagesIn */ .o$)(before);
    const strange = (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_9__/* .imagesIn */ .o$)(after).filter(image => !known.includes(image));
    return [
        (0,_levels_js__WEBPACK_IMPORTED_MODULE_2__/* .levelCheckOf */ .Uu)('L1', 'version', strange.map(image => `a new pod runs ${image}, which did not run before`), 'the pods run the same images as before'),
        podsCheck(fault, 'ready', took, after),
    ];
}
const podsCheck = (fault, what, took, { pods }) => ({
    ...(0,_levels_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFor */ .G5)('L2', 'pods', fault, `${what} after ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(took)}, and then all ${pods.length} stayed ready`),
    took,
});
async function requested({ pace, signal, load: plan }, progress, load) {
    const { injectedAt = 0 } = progress;
    const { consecutive } = pace;
    if (plan === undefined)
        throw new Error('a load without a plan');
    if (load.isOver() && progress.levelChecks.every(({ state }) => state !== 'failed'))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the load ended before the application had recovered', 'raise `requests` or `for` of `drills.load`');
    const since = () => load.samples().filter(({ at, tookMs }) => at + tookMs > injectedAt);
    while (!(0,_prober_js__WEBPACK_IMPORTED_MODULE_10__/* .areGood */ .g)(since(), consecutive) && !load.isOver())
        await (0,_patience_js__WEBPACK_IMPORTED_MODULE_7__/* .pause */ .v7)(pace.probes.every, signal);
    const samples = await load.stop();
    progress.outage = (0,_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .measureOutage */ .C)({ samples, injectedAt, every: (0,_load_js__WEBPACK_IMPORTED_MODULE_5__/* .everyOf */ .rv)(plan), consecutive });
    progress.levelChecks.push(requestsCheck(since(), plan));
}
function requestsCheck(since, { failed: allowed, rate }) {
    const bad = since.filter(({ ok }) => !ok);
    const said = `${bad.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .h)(since.length, 'request')} failed at ${rate} per second (${allowed} allowed)`;
    const why = bad[0]?.reason === undefined ? '' : `, the first one: ${bad[0].reason}`;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFor */ .G5)('L2', 'requests', bad.length > allowed ? `${said}${why}` : undefined, `${said}${why}`);
}


/***/ }),

/***/ 46256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ abortReason),
/* harmony export */   k: () => (/* binding */ reportedError)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function reportedError(error, { report }) {
    if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return error.sentence;
    report((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error));
    return error instanceof Error ? error.message : String(error);
}
function abortReason({ reason }) {
    return (reason instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? reason : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)()).sentence;
}


/***/ }),

/***/ 16696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ recordStep),
/* harmony export */   gu: () => (/* binding */ newProgress),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
const newProgress = () => ({ levelChecks: [], notes: [], left: [], did: [] });
function recordStep({ scenario }, { did }, action) {
    if (!scenario.steps.some(step => step.action === action))
        throw new Error(`the ${scenario.id} drill tried the step ${action}, which is not in its runbook`);
    if (!did.includes(action))
        did.push(action);
}
function factsOf({ app, environment, target, assumedDetection, tools, run, scenario, pace, seed }, progress, { required = scenario.required, ...times }) {
    return {
        app,
        environment,
        target,
        assumedDetection,
        tools,
        run,
        ...(seed === undefined ? {} : { seed }),
        ...progress,
        scenario: scenario.id,
        required,
        pace: pace.name,
        ...times,
        files: {},
    };
}


/***/ }),

/***/ 10159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ withFault)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46256);

async function withFault(system, target, progress, left, work) {
    let fixing;
    const fix = () => {
        fixing ??= system
            .fix(target)
            .then(() => system.note(undefined))
            .catch((error) => {
            fixing = undefined;
            throw error;
        });
        return fixing;
    };
    await system.note(target);
    try {
        await work(fix);
    }
    finally {
        try {
            await fix();
        }
        catch (error) {
            progress.left.push(`${left}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .reportedError */ .k)(error, system)}`);
        }
    }
}


/***/ }),

/***/ 51594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   functionalCheck: () => (/* binding */ functionalCheck)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _verify_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60311);



function functionalCheck({ base, host, ready, 'known-record': path, 'known-value': value, write }, known, report = () => undefined) {
    let before = known;
    let told = '';
    const tell = (line) => {
        if (line !== told)
            report(line);
        told = line;
    };
    const ask = async (path, timeoutMs, posted) => {
        const answer = await (0,_verify_http_js__WEBPACK_IMPORTED_MODULE_1__/* .probe */ .dy)({
            base,
            path,
            timeoutMs,
            ...(host && { host }),
            ...(posted && { method: 'POST', body: posted, headers: { 'content-type': 'application/json' } }),
        });
        if (!answer.ok)
            return { fault: `${path} ${answer.reason}` };
        const { status, body } = answer.response;
        if (status >= 200 && status < 300)
            return { body };
        tell(`${path} returned ${status}: ${body.slice(0, 120)}`);
        return { fault: `${path} returned ${status}` };
    };
    const check = {
        read: patience => ask(path, patience),
        remember: async (patience) => {
            const { fault, body } = await ask(path, patience);
            before = known ?? body;
            return fault;
        },
        ready: async (patience) => (await ask(ready, patience)).fault,
        knownRecord: async (patience) => {
            const { fault, body } = await ask(path, patience);
            if (fault !== undefined)
                return fault;
            if (value !== undefined && body?.includes(value) !== true)
                return `${path} does not contain \`known-value\``;
            return body === before ? undefined : `${path} has changed`;
        },
        fresh: write &&
            (async (patience) => {
                const put = await check.put(patience);
                return 'fault' in put ? put.fault : check.holds(put.kept, patience);
            }),
        put: async (patience) => {
            if (write === undefined)
                return { fault: 'slipway.yml does not say how to write a record' };
            const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
            const written = await ask(write.path, patience, write.body.replaceAll('{token}', token));
            if (written.body === undefined)
                return { fault: written.fault };
            const id = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(written.body)?.[write.id];
            if (typeof id !== 'string' && typeof id !== 'number')
                return { fault: `${write.path} did not return the field ${write.id}` };
            return { kept: { path: write.read.replaceAll('{id}', encodeURIComponent(id)), token } };
        },
        holds: async ({ path, token }, patience) => {
            const { fault, body } = await ask(path, patience);
            if (fault !== undefined)
                return fault;
            return body?.includes(token) ? undefined : `${path} does not contain the written value`;
        },
        whole: async (patience) => {
            const all = await Promise.all([
                check.ready(patience),
                check.knownRecord(patience),
                check.fresh?.(patience),
            ]);
            return all.find(each => each !== undefined);
        },
    };
    return check;
}


/***/ }),

/***/ 67069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ liveSystem),
  t: () => (/* binding */ located)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/exec.js
var exec = __webpack_require__(90555);
// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var labels = __webpack_require__(75181);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/exec.js
var recovery_exec = __webpack_require__(46284);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/markers.js
var markers = __webpack_require__(21014);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/patience.js
var drill_patience = __webpack_require__(22724);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/member-state.js



const query = `select json_build_object('standby', pg_is_in_recovery(),
  'streams', exists (select from pg_stat_wal_receiver where status = 'streaming'),
  'timeline', case when pg_is_in_recovery()
    then coalesce((select received_tli from pg_stat_wal_receiver), (select timeline_id from pg_control_checkpoint()))
    else ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int end,
  'system', (select system_identifier::text from pg_control_system()),
  'damaged', case when current_setting('data_checksums') = 'on'
    then (select coalesce(sum(checksum_failures), 0) from pg_stat_database) end,
  'followers', case when pg_is_in_recovery() then '[]'::json else (
    select coalesce(json_agg(json_build_object('name', application_name, 'state', state, 'sync', sync_state,
      'behind', coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn), 0)) order by application_name), '[]')
    from pg_stat_replication) end);`;
async function memberStates(pods, connection, patience) {
    const unreachable = [];
    const asked = [...pods].map(async ([pod, exec]) => {
        const heard = await (0,drill_patience/* within */.ux)(patience, signal => (0,sql/* rowsOf */.RO)(exec, connection, query, signal));
        const state = 'answer' in heard ? stateOf(pod, heard.answer[0]) : undefined;
        if (state === undefined)
            unreachable.push(`${pod}: ${'fault' in heard ? heard.fault : 'it gave an unexpected answer'}`);
        return state;
    });
    const members = (await Promise.all(asked)).filter(each => each !== undefined);
    return { members, unreachable };
}
function stateOf(pod, row) {
    if (!(0,map/* isMap */.jh)(row))
        return undefined;
    const { standby, streams, timeline, system, damaged, followers } = row;
    if (typeof standby !== 'boolean' || typeof timeline !== 'number' || typeof system !== 'string')
        return undefined;
    return {
        pod,
        timeline,
        system,
        role: standby ? 'standby' : 'primary',
        streams: streams === true,
        damaged: typeof damaged === 'number' ? damaged : undefined,
        followers: (0,map/* mapsIn */.nf)(followers).map(({ name, state, sync, behind }) => ({
            name: String(name),
            state: String(state),
            sync: String(sync),
            behind: Number(behind),
        })),
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/client-pod.js
var client_pod = __webpack_require__(67014);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/commands.js
var drill_commands = __webpack_require__(69549);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/faults.js
var faults = __webpack_require__(39370);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/functional.js
var functional = __webpack_require__(51594);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/held-lease.js
var held_lease = __webpack_require__(73183);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/marker-session.js



const greeting = [
    'set client_min_messages = warning;',
    "select json_build_object('timeline', ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int, 'synchronousCommit', current_setting('synchronous_commit'));",
];
function markerSession({ converse, connection, now, opened }) {
    let current;
    const leave = () => {
        current?.leave();
        current = undefined;
    };
    const open = async (at) => {
        if (current !== undefined)
            return current;
        const session = converse([...sql/* together */.bs, ...(0,sql/* psql */.tm)(connection)]);
        current = session;
        for (const line of greeting)
            session.say(line);
        const answer = await session.hear();
        opened({ at, ...serverOf(answer) });
        return session;
    };
    const during = async (signal, work) => {
        signal.addEventListener('abort', leave, { once: true });
        try {
            signal.throwIfAborted();
            await work();
        }
        catch (error) {
            leave();
            throw error;
        }
        finally {
            signal.removeEventListener('abort', leave);
        }
    };
    return {
        open: signal => during(signal, async () => void (await open(now()))),
        send: (marker, signal) => during(signal, async () => {
            const session = await open(marker.sentAt);
            session.say((0,markers/* insertMarker */.QY)(marker));
            const answer = await session.hear();
            if (!(0,markers/* isAcknowledged */.V)(marker.seq, answer, ''))
                throw new Error(answer.slice(0, 300));
        }),
        close: leave,
    };
}
function serverOf(answer) {
    const { timeline, synchronousCommit } = (0,map/* jsonMap */.vM)(answer) ?? {};
    if (typeof timeline !== 'number' || typeof synchronousCommit !== 'string')
        throw new Error(answer.slice(0, 300));
    return { timeline, synchronousCommit };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/drill/placement.js
var placement = __webpack_require__(69448);
;// CONCATENATED MODULE: ./.build/js/src/recovery/drill/kubernetes-system.js

















const askPatience = 15_000;
const markersStay = 7 * 86_400_000;
const clientPatience = 120_000;
function liveSystem(cluster, target, options) {
    const { namespace, selector, role, service, commands, failover, switchover } = target;
    const { runId, pace, activeDeadlineSeconds, report, now, append, folder, env } = options;
    const { reach } = cluster;
    const clientName = `slipway-drill-${runId
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(-40)}`;
    const context = { namespace, runId, folder, env, report, scratch: target.scratch };
    const servers = [];
    const lease = (0,held_lease/* heldLease */.Mn)(cluster, commands, context, { ...options, breaks: target.breaks });
    let session;
    const pods = async () => (await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), { labelSelector: selector })).items;
    const execOf = (pod, container) => (0,recovery_exec/* podExec */.r)({ namespace, pod, container }, reach);
    const client = execOf(clientName, client_pod/* clientContainer */.FC);
    const injector = (0,faults/* injectorFor */.O)(target.breaks, cluster, commands, context, target.cut);
    const check = (0,functional.functionalCheck)(target.application, undefined, report);
    const { patience } = pace.probes;
    const system = {
        now,
        append,
        report,
        prepare: async (signal) => {
            await lease.prepare();
            const victim = await system.primary();
            const primary = (await pods()).find(({ metadata }) => metadata?.uid === victim.uid);
            if (primary === undefined)
                throw new toolkit_errors/* UserError */.yo(`${victim.pod} is gone`, 'run the drill again');
            const { container } = target;
            const wanted = {
                name: clientName,
                namespace,
                runId,
                primary,
                container,
                victim,
                activeDeadlineSeconds,
            };
            await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), (0,client_pod/* clientPod */.pE)({ ...wanted, ...target.client }));
            await untilRunning(cluster, namespace, clientName, signal);
            await (0,sql/* rowsOf */.RO)(client, service, `${markers/* createMarkers */.Km}${(0,markers/* cleanMarkers */.Vy)(now() - markersStay)}`, AbortSignal.any([signal, AbortSignal.timeout(askPatience)]));
            session = markerSession({
                converse: command => (0,exec/* execInteractive */.w3)({ namespace, pod: clientName, container: client_pod/* clientContainer */.FC }, command, {
                    reach,
                }),
                connection: service,
                now,
                opened: server => servers.push(server),
            });
            const opened = await (0,drill_patience/* within */.ux)(askPatience, session.open);
            if ('fault' in opened)
                throw new toolkit_errors/* UserError */.yo(`no marker can be written: ${opened.fault}`, 'check that the Service leads to the primary, and that the role may log in');
            const fault = await check.remember(patience);
            if (fault !== undefined)
                report(`the application check fails: ${fault}`);
        },
        primary: async () => located(cluster, (0,placement/* onlyPrimary */.HM)(await pods(), role)),
        successor: async (of) => (0,placement/* successorAmong */.zq)(await pods(), role, of),
        members: async () => {
            const all = (await pods()).flatMap(({ metadata }) => metadata?.name ?? []);
            return memberStates(new Map(all.map(pod => [pod, execOf(pod, target.container)])), target.local, 5000);
        },
        probe: () => check.whole(patience),
        application: {
            knownRecord: () => check.knownRecord(patience),
            fresh: check.fresh && (async () => check.fresh?.(patience)),
        },
        markers: {
            send: async (marker, signal) => {
                if (session === undefined)
                    throw new Error('there is no session');
                await session.send(marker, signal);
            },
            servers: () => servers,
            read: async (signal) => {
                const patient = AbortSignal.any([signal, AbortSignal.timeout(askPatience)]);
                return (0,markers/* markersOf */.Bs)(await (0,sql/* rowsOf */.RO)(client, service, (0,markers/* readMarkers */.mC)(runId, 0), patient));
            },
            remove: async (signal) => (0,markers/* deletionOf */.Yw)(await (0,sql/* rowsOf */.RO)(client, service, (0,markers/* deleteMarkers */.jl)(runId), signal)),
        },
        note: lease.note,
        ...injector,
        failover: failover && {
            after: failover.after,
            run: (victim, signal) => (0,drill_commands/* runDrillCommand */._)(failover.run, { ...context, victim }, signal),
        },
        switchover: switchover &&
            ((victim, from, signal) => (0,drill_commands/* runDrillCommand */._)(switchover, { ...context, victim }, signal, { SLIPWAY_DRILL_PRIMARY: from.pod })),
        clear: async () => {
            session?.close();
            if (!lease.isHeld())
                return [];
            const left = await (0,held_lease/* removeClients */.th)(cluster, namespace).then(() => [], (error) => [
                `the pod ${clientName}: ${error instanceof Error ? error.message : String(error)}`,
            ]);
            await lease.clear();
            return left;
        },
    };
    return system;
}
async function untilRunning(cluster, namespace, name, signal) {
    const end = performance.now() + clientPatience;
    for (;;) {
        const pod = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace, name));
        if (pod?.status?.phase === 'Running')
            return;
        if (pod === undefined || performance.now() >= end)
            throw new toolkit_errors/* UserError */.yo(`the pod ${name}, which writes the markers, does not run: ${waitingFor(pod)}`, 'see `kubectl describe pod`; it needs a node away from the fault, with the image of the database');
        await (0,drill_patience/* pause */.v7)(500, signal);
    }
}
function waitingFor(pod) {
    const { conditions = [], containerStatuses = [] } = pod?.status ?? {};
    return (containerStatuses[0]?.state?.waiting?.reason ??
        conditions.find(({ status, message }) => status === 'False' && message)?.message ??
        'no reason given');
}
async function located(cluster, target) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.node, '', target.node);
    const node = await cluster.get(path).catch((0,errors/* ifNotAllowed */.hC)(undefined));
    const zone = node && (0,labels/* zoneOf */.kE)(node);
    return zone === undefined ? target : { ...target, zone };
}


/***/ }),

/***/ 8535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bg: () => (/* binding */ startLoad),
/* harmony export */   rv: () => (/* binding */ everyOf),
/* harmony export */   w$: () => (/* binding */ sendRequest)
/* harmony export */ });
/* harmony import */ var _verify_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60311);
/* harmony import */ var _prober_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25115);


const sendRequest = async ({ url, host, path, patience }) => {
    const answer = await (0,_verify_http_js__WEBPACK_IMPORTED_MODULE_0__/* .probe */ .dy)({ base: url, path, timeoutMs: patience, ...(host && { host }) });
    if (!answer.ok)
        return `${path} ${answer.reason}`;
    const { status } = answer.response;
    return status >= 200 && status < 400 ? undefined : `${path} returned ${status}`;
};
const everyOf = ({ rate }) => 1000 / rate;
function startLoad(plan, now, send) {
    const from = now();
    let sent = 0;
    let over = false;
    const prober = (0,_prober_js__WEBPACK_IMPORTED_MODULE_1__/* .startProber */ .h)({
        every: everyOf(plan),
        patience: plan.patience,
        now,
        probe: () => {
            sent += 1;
            if (sent >= plan.requests || now() - from >= plan.time)
                end();
            return send(plan);
        },
    });
    const end = () => {
        over = true;
        queueMicrotask(() => void prober.stop());
    };
    return { ...prober, isOver: () => over };
}


/***/ }),

/***/ 76080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ seededDelay),
/* harmony export */   paceOf: () => (/* binding */ paceOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function paceOf(name, rpo) {
    switch (name) {
        case 'production':
            return {
                name,
                markers: { every: rpo === 0 ? 100 : 1000, patience: 5000 },
                probes: { every: 1000, patience: 5000 },
                steady: 300_000,
                consecutive: 30,
                spread: 60_000,
            };
        case 'lab':
            return {
                name,
                markers: { every: 100, patience: 2000 },
                probes: { every: 250, patience: 2000 },
                steady: 10_000,
                consecutive: 30,
                spread: 2000,
            };
    }
}
function seededDelay(seed, spread) {
    const drawn = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
    return Math.floor(drawn * spread);
}


/***/ }),

/***/ 87947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   phaseInRecovery: () => (/* binding */ phaseInRecovery),
/* harmony export */   startPhaseRecorder: () => (/* binding */ startPhaseRecorder)
/* harmony export */ });
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96001);

function startPhaseRecorder(now, before = []) {
    const phaseTimes = [...before];
    const last = before.at(-1);
    const furthest = before.findLast(({ phase }) => phase !== 'queue')?.phase;
    let isThere = last === undefined;
    let open;
    const withOpen = () => {
        if (open === undefined)
            return phaseTimes;
        const previous = phaseTimes.at(-1);
        return previous?.phase === open.phase
            ? [...phaseTimes.slice(0, -1), { ...previous, to: now() }]
            : [...phaseTimes, { ...open, to: now() }];
    };
    return {
        during: async (phase, work) => {
            const from = now();
            if (!isThere && last !== undefined) {
                if (furthest !== undefined && rank(phase) < rank(furthest))
                    return work();
                phaseTimes.push({ phase: 'queue', from: last.to, to: from });
                isThere = true;
            }
            open = { phase, from };
            try {
                return await work();
            }
            finally {
                phaseTimes.splice(0, phaseTimes.length, ...withOpen());
                open = undefined;
            }
        },
        phaseTimes: withOpen,
    };
}
const rank = (phase) => (phase === 'queue' ? -1 : _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .drillPhases */ .AQ.indexOf(phase));
const phaseInRecovery = {
    decide: 'restore',
    verify: 'replay',
};


/***/ }),

/***/ 56947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ drawnPod),
/* harmony export */   LV: () => (/* binding */ afterDrain),
/* harmony export */   MK: () => (/* binding */ waitsForZone),
/* harmony export */   Pv: () => (/* binding */ afterKill),
/* harmony export */   cC: () => (/* binding */ afterLoss),
/* harmony export */   h_: () => (/* binding */ notHealthyBecause),
/* harmony export */   o$: () => (/* binding */ imagesIn),
/* harmony export */   s_: () => (/* binding */ notKillable),
/* harmony export */   wN: () => (/* binding */ restartsOf)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12502);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76080);





function notHealthyBecause({ workload, pods }) {
    const title = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(workload));
    const { desired, complete } = (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .standingOf */ .YP)(workload);
    if (desired === 0)
        return `${title} has no replicas`;
    const ending = pods.find(pod => !(0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod));
    if (ending !== undefined)
        return `${ending.metadata?.name} is terminating`;
    const unready = pods.find(pod => !(0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod));
    if (unready !== undefined)
        return `${unready.metadata?.name} is not ready`;
    if (!complete)
        return `${title} is not complete: ${(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .progressText */ .l_)(workload)}`;
    return pods.length < desired ? `${title} has ${pods.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(desired, 'pod')}` : undefined;
}
function drawnPod({ pods }, seed) {
    const ready = pods
        .filter(pod => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isLiving */ .O)(pod) && (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod))
        .toSorted((a, b) => ((a.metadata?.name ?? '') < (b.metadata?.name ?? '') ? -1 : 1));
    const { metadata, spec } = ready[(0,_pace_js__WEBPACK_IMPORTED_MODULE_3__/* .seededDelay */ ._)(seed, ready.length)] ?? {};
    const { name: pod, uid, annotations = {} } = metadata ?? {};
    const container = annotations['kubectl.kubernetes.io/default-container'] ?? spec?.containers[0]?.name;
    if (pod === undefined || uid === undefined || spec?.nodeName === undefined || container === undefined)
        return undefined;
    return { pod, uid, node: spec.nodeName, container };
}
function notKillable({ spec }) {
    if (spec?.hostPID === true)
        return 'its pods use the process namespace of the node (hostPID)';
    if (spec?.shareProcessNamespace === true)
        return 'the containers of its pods share a process namespace, whose PID 1 is not the application';
    return spec?.restartPolicy === undefined || spec.restartPolicy === 'Always'
        ? undefined
        : `its restartPolicy is ${spec.restartPolicy}`;
}
const statusIn = ({ pods }, { uid, container }) => pods
    .find(({ metadata }) => metadata?.uid === uid)
    ?.status?.containerStatuses?.find(({ name }) => name === container);
const restartsOf = (state, target) => statusIn(state, target)?.restartCount;
function afterKill(before, now, target) {
    const [was, is] = [restartsOf(before, target) ?? 0, statusIn(now, target)];
    if (is === undefined)
        return { kind: 'broken', why: `${target.pod} was replaced, but its container should have restarted` };
    const more = is.restartCount - was;
    const waits = is.state?.waiting?.reason === 'CrashLoopBackOff';
    if (more > 1 || (more === 1 && waits))
        return {
            kind: 'broken',
            why: `${target.container} in ${target.pod} crashes repeatedly (CrashLoopBackOff)`,
        };
    if (more < 1)
        return { kind: 'pending', why: `${target.container} in ${target.pod} has not restarted` };
    return afterLoss(now, []);
}
function afterLoss(now, lost) {
    const there = now.pods.find(({ metadata }) => lost.includes(metadata?.uid ?? ''));
    const why = there === undefined ? notHealthyBecause(now) : `${there.metadata?.name} is still there`;
    return why === undefined ? { kind: 'recovered' } : { kind: 'pending', why };
}
function afterDrain(now, lost) {
    const there = now.pods.find(({ metadata }) => lost.includes(metadata?.uid ?? ''));
    if (there !== undefined)
        return { kind: 'pending', why: `${there.metadata?.name} is still there` };
    if (now.pods.every(pod => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod) || waitsForZone(pod)) && now.pods.some(_workloads_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_))
        return { kind: 'recovered' };
    return { kind: 'pending', why: notHealthyBecause(now) ?? 'its pods are not ready' };
}
const waitsForZone = ({ spec, status }) => (spec?.topologySpreadConstraints ?? []).some(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule') &&
    (status?.conditions ?? []).some(({ type, reason, message = '' }) => type === 'PodScheduled' && reason === 'Unschedulable' && /topology spread/.test(message));
const imagesIn = ({ pods }) => [...new Set(pods.flatMap(each => (each.status?.containerStatuses ?? []).map(({ imageID }) => imageID)))]
    .filter(image => image !== '')
    .toSorted();


/***/ }),

/***/ 25115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ areGood),
/* harmony export */   h: () => (/* binding */ startProber)
/* harmony export */ });
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22724);

function areGood(samples, consecutive) {
    const last = samples.slice(-consecutive);
    return last.length === consecutive && last.every(({ ok }) => ok);
}
function startProber({ every, patience, probe, now }) {
    const known = [];
    const underway = new Set();
    const look = async () => {
        const at = now();
        const looked = await (0,_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(patience, probe);
        const reason = 'fault' in looked ? looked.fault : looked.answer;
        known.push({ at, ok: reason === undefined, tookMs: now() - at, ...(reason && { reason }) });
    };
    const begin = () => {
        const one = look().finally(() => underway.delete(one));
        underway.add(one);
    };
    begin();
    const timer = setInterval(begin, every);
    return {
        samples: () => known.toSorted((a, b) => a.at - b.at),
        stop: async () => {
            clearInterval(timer);
            await Promise.all(underway);
            return known.toSorted((a, b) => a.at - b.at);
        },
    };
}


/***/ }),

/***/ 93086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ runDrill)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46256);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16696);
/* harmony import */ var _phase_recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87947);
/* harmony import */ var _relay_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5225);
/* harmony import */ var _stored_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47572);





async function runDrill(drill, system, work, progress = (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .newProgress */ .gu)(), { relay = _relay_js__WEBPACK_IMPORTED_MODULE_2__/* .alone */ .Q, ...more } = {}) {
    const startedAt = relay.startedAt ?? system.now();
    const recorder = (0,_phase_recorder_js__WEBPACK_IMPORTED_MODULE_1__.startPhaseRecorder)(system.now, relay.phaseTimes);
    relay.track(recorder.phaseTimes);
    try {
        await system.prepare?.(drill.signal);
        await work(progress, recorder);
    }
    catch (error) {
        if (error instanceof _relay_js__WEBPACK_IMPORTED_MODULE_2__.HandedOver || error instanceof _stored_state_js__WEBPACK_IMPORTED_MODULE_3__.TakenOver)
            throw error;
        progress.error = drill.signal.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .abortReason */ .J)(drill.signal) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .reportedError */ .k)(error, system);
    }
    try {
        progress.left.push(...((await system.clear?.(progress)) ?? []));
    }
    catch (error) {
        progress.left.push((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .reportedError */ .k)(error, system));
    }
    return (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .factsOf */ .xS)(drill, progress, {
        startedAt,
        endedAt: system.now(),
        phaseTimes: recorder.phaseTimes(),
        ...more,
    });
}


/***/ }),

/***/ 7722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ measureOutage),
/* harmony export */   H: () => (/* binding */ outageText)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);


function measureOutage({ samples, injectedAt, every, consecutive = 30 }) {
    if (!(every > 0) || !Number.isInteger(consecutive) || consecutive < 1)
        throw new RangeError(`${consecutive} probes every ${every} ms`);
    const inOrder = samples.toSorted((a, b) => a.at - b.at);
    const steady = inOrder.filter(sample => endOf(sample) <= injectedAt);
    const watched = inOrder.filter(sample => endOf(sample) > injectedAt);
    const early = steady.slice(steady.findLastIndex(({ ok }) => ok) + 1);
    const bad = [...early, ...watched].filter(({ ok }) => !ok);
    const [first] = bad;
    const last = bad.at(-1);
    const from = early[0]?.at ?? injectedAt;
    const runs = goodRuns(watched, every);
    const since = runs.filter(([begin]) => begin.at > (last?.at ?? Number.NEGATIVE_INFINITY));
    const back = since.find(({ length }) => length >= consecutive)?.[0];
    const seen = {
        from,
        ...(first?.reason === undefined ? {} : { reason: first.reason }),
        notes: [
            ...failedBefore(steady.slice(0, steady.length - early.length)),
            ...pauses(watched, every),
            ...relapses(runs, last, consecutive),
        ],
    };
    const atLeast = last === undefined ? 0 : Math.max(0, last.at - from);
    if (back === undefined)
        return { kind: 'unresolved', ...seen, atLeast, why: tooFew(since.at(-1)?.length ?? 0, consecutive) };
    if (last === undefined)
        return { kind: 'unnoticed', ...seen, atMost: longestUnseen(watched, injectedAt) };
    return { kind: 'over', ...seen, to: endOf(back), rto: endOf(back) - from, atLeast };
}
function outageText(outage) {
    switch (outage.kind) {
        case 'unnoticed':
            return `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.atMost)}`;
        case 'over':
            return `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.rto)} (at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.atLeast)})`;
        case 'unresolved':
            return `at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(outage.atLeast)}`;
    }
}
function goodRuns(samples, every) {
    const runs = [];
    let previous;
    for (const sample of samples) {
        const run = runs.at(-1);
        const continues = previous?.ok === true && pauseBetween(previous, sample) <= longestPause(every);
        if (sample.ok && continues && run !== undefined)
            run.push(sample);
        else if (sample.ok)
            runs.push([sample]);
        previous = sample;
    }
    return runs;
}
const endOf = ({ at, tookMs }) => at + tookMs;
const pauseBetween = (one, next) => next.at - endOf(one);
const longestPause = (every) => Math.max(3 * every, 1000);
function longestUnseen(watched, injectedAt) {
    const begins = [injectedAt, ...watched.map(({ at }) => Math.max(at, injectedAt))];
    return watched.reduce((most, each, index) => Math.max(most, endOf(each) - (begins[index] ?? injectedAt)), 0);
}
function failedBefore(steady) {
    const bad = steady.filter(({ ok }) => !ok);
    if (bad.length === 0)
        return [];
    const reason = bad[0]?.reason;
    return [
        `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(bad.length, 'probe')} failed before the injection, and the service recovered${reason === undefined ? '' : ` (${reason})`}`,
    ];
}
function pauses(samples, every) {
    const long = samples
        .slice(1)
        .map((sample, index) => pauseBetween(samples[index] ?? sample, sample))
        .filter(pause => pause > longestPause(every));
    if (long.length === 0)
        return [];
    const all = long.reduce((sum, pause) => sum + pause, 0);
    return [
        `the prober paused ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(long.length, 'time')}, ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(all)} in total: nothing was observed then`,
    ];
}
function relapses(runs, last, consecutive) {
    const early = runs.filter(run => run.length >= consecutive && run[0].at < (last?.at ?? run[0].at));
    if (early.length === 0)
        return [];
    return [
        `it failed again after at least ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(consecutive, 'successful probe')}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(early.length, 'time')}`,
    ];
}
const tooFew = (good, consecutive) => `only ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(good, 'successful probe')} in a row at the end, but ${consecutive} are needed`;


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


/***/ })

};
