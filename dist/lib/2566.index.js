export const id = 2566;
export const ids = [2566,8706];
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
        'demands a client certificate, or refuses ours: correct `certificate` and `key`',
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
async function attempt({ send }, { path, request, read }, timeout) {
    const signal = AbortSignal.timeout(timeout);
    try {
        return answerIn(await send(path, signal, request), path, read);
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

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 44021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diagnoseCluster: () => (/* binding */ diagnoseCluster),
/* harmony export */   withoutCluster: () => (/* binding */ withoutCluster)
/* harmony export */ });
/* harmony import */ var _analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38062);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _config_gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28989);
/* harmony import */ var _release_permissions_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52692);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77119);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18706);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3030);








function withoutCluster(why, commands) {
    const { namespace, rbac = '' } = commands ?? {};
    return [
        (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)('namespace', why, namespace === undefined ? '' : createNamespace(namespace)),
        (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)('ServiceAccount', why, rbac),
        (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)('permissions', why),
    ];
}
const createNamespace = (name) => `kubectl create namespace ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(name)}`;
async function diagnoseCluster(cluster, { environment, manifests }, { account, context, rbac, env }) {
    const { namespace } = environment;
    const gate = (0,_config_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .metricGateOf */ .xf)(environment);
    const seen = async (step, path, title, command, isReady) => {
        const object = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .userErrorOf */ .zb)(() => cluster.get(path));
        if (object instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
            return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)(step, object.sentence);
        if (object === undefined)
            return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(step, `${title} does not exist`, command);
        return (isReady?.(object) ?? true)
            ? (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .there */ .Pv)(step, title)
            : (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)(step, `${title} is not programmed`, command);
    };
    const permissions = async () => {
        if (environment.cluster !== undefined && context !== '')
            return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)('permissions', 'releases use a token of GitHub, and this is another credential. Run doctor without --kube-context in a job on GitHub');
        const asked = environment.cluster === undefined ? account : undefined;
        const found = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .userErrorOf */ .zb)(async () => asked === undefined ? {} : cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.serviceAccount, namespace, asked)));
        if (found instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
            return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)('permissions', found.sentence);
        if (found === undefined)
            return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)('permissions', `ServiceAccount/${asked} does not exist yet`, rbac);
        const { kinds } = (0,_roles_js__WEBPACK_IMPORTED_MODULE_6__.resourcesOf)(manifests.map(({ object }) => object));
        const grants = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .userErrorOf */ .zb)(() => (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_3__/* .askPermissions */ .Y2)(cluster, namespace, (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionsFor */ .mr)(environment, kinds), asked));
        const who = asked === undefined ? 'this credential' : `ServiceAccount/${asked}`;
        if (grants instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
            return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)('permissions', `the permissions of ${who} could not be read: ${grants.message}`);
        const lacking = (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_3__/* .permissionsProblem */ .OL)(grants, namespace);
        return lacking === undefined
            ? (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .there */ .Pv)('permissions', `${who} has all ${grants.length}`)
            : (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)('permissions', lacking.message.replace(/^the credential/, who), rbac);
    };
    const steps = [
        seen('namespace', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.namespace, '', namespace), `Namespace/${namespace}`, createNamespace(namespace)),
        ...(environment.cluster === undefined
            ? [
                seen('ServiceAccount', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.serviceAccount, namespace, account), `ServiceAccount/${account}`, rbac),
            ]
            : []),
        permissions(),
        ...gatewaysOf({ environment, manifests }).map(({ name: gateway, namespace: where = namespace }) => seen('Gateway', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, where, gateway), `Gateway/${gateway} in namespace ${where}`, `kubectl describe gateway ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(gateway)} --namespace ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(where)}`, isProgrammed)),
    ];
    if (gate !== undefined)
        steps.push(prometheus(cluster, gate.prometheus, env));
    return Promise.all(steps);
}
function gatewaysOf({ environment: { route }, manifests }) {
    const found = manifests.find(({ object, name }) => object.kind === 'HTTPRoute' && name === route?.name);
    const { parentRefs = [] } = (found?.object.spec ?? {});
    return parentRefs.filter(({ kind = 'Gateway' }) => kind === 'Gateway');
}
function isProgrammed(gateway) {
    const { status } = gateway;
    return status?.conditions?.some(each => each.type === 'Programmed' && each.status === 'True') ?? false;
}
async function prometheus(cluster, settings, env) {
    const answer = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .userErrorOf */ .zb)(() => (0,_analysis_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .prometheusOf */ ._)(settings, cluster, env).now());
    if (answer instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
        return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)('Prometheus', answer.sentence);
    return answer.ok
        ? (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .there */ .Pv)('Prometheus', 'that of the gate answers')
        : (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .missing */ .LO)('Prometheus', answer.detail, 'correct `gate.prometheus` in slipway.yml');
}


/***/ }),

/***/ 18706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   Pv: () => (/* binding */ there),
/* harmony export */   diagnoseRepository: () => (/* binding */ diagnoseRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _plan_coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36931);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77119);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(87506);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61921);
/* harmony import */ var _quoting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18072);
/* harmony import */ var _wrappers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57580);









const stepIn = (state) => (step, detail, command = '') => ({ step, state, detail, command });
const [there, missing, unknown] = [stepIn('there'), stepIn('missing'), stepIn('unknown')];
async function diagnoseRepository(repository, path, name, load) {
    const init = [
        'slipway init',
        ...((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path) === '.' ? [] : [`--folder ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path))}`]),
        ...(name === 'production' ? [] : [`--environment ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(name)}`]),
    ].join(' ');
    const loaded = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .userErrorOf */ .zb)(async () => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(path);
        return { config, environment: (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, name) };
    });
    if (loaded instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo) {
        const absent = !repository.paths.includes('slipway.yml') && loaded.message.endsWith('does not exist');
        const inner = repository.paths.filter(each => each.endsWith('/slipway.yml'));
        const others = inner.map(each => `slipway doctor${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_5__.configOption)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), each))}`);
        const command = !absent ? `correct it: ${loaded.remedy}` : others.join(' && ') || init;
        const later = ['Dockerfile', 'manifests'].map(step => unknown(step, 'slipway.yml names it'));
        const steps = [missing('slipway.yml', loaded.message, command), ...later, ...aroundIt(repository, init)];
        return { steps, found: undefined, delivered: false };
    }
    const { config, environment } = loaded;
    const { kind, name: workload } = environment.workload;
    const delivered = environment.delivery !== undefined;
    const found = delivered
        ? undefined
        : await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .userErrorOf */ .zb)(async () => {
            const read = await load(config);
            (0,_plan_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .validate */ .t)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment), read.environment, read.manifests);
            return read;
        });
    const refused = found instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo;
    const steps = [
        there('slipway.yml', `valid, with the environment ${name}`),
        dockerfiles(config, repository),
        refused
            ? missing('manifests', found.message, `correct them: ${found.remedy}`)
            : there('manifests', delivered
                ? 'the controller of `delivery` applies them'
                : `they hold ${kind}/${workload} and every image`),
        ...aroundIt(repository, init),
    ];
    return { steps, found: refused ? undefined : found, delivered };
}
function dockerfiles({ images }, { paths }) {
    const files = Object.values(images).map(_images_js__WEBPACK_IMPORTED_MODULE_4__/* .pathOfDockerfile */ .tq);
    const absent = files.filter(file => !paths.includes(file));
    return absent.length === 0
        ? there('Dockerfile', files.join(', '))
        : missing('Dockerfile', `${absent.join(', ')} does not exist`, `write it, or correct \`context\` and \`dockerfile\` in slipway.yml`);
}
function aroundIt(repository, init) {
    const { missing: absent, unpinned } = (0,_wrappers_js__WEBPACK_IMPORTED_MODULE_6__/* .wrapperProblems */ .wp)(repository);
    return [
        absent.length === 0
            ? there('workflows', 'release, pull request and rollback')
            : missing('workflows', `nothing in .github/workflows does the work of ${absent.join(', ')}`, init),
        unpinned.length === 0
            ? there('commit', 'the workflows name a commit of Slipway')
            : missing('commit', `no commit of Slipway stands in ${unpinned.join(', ')}`, 'write the full commit of a release of Slipway after the @'),
        repository.remote === undefined
            ? missing('git remote', 'git has no remote `origin`', 'git remote add origin git@github.com:OWNER/NAME.git')
            : there('git remote', (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutPasswords */ .h)(repository.remote)),
    ];
}


/***/ }),

/***/ 3030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resourcesOf: () => (/* binding */ resourcesOf),
/* harmony export */   roleFileFor: () => (/* binding */ roleFileFor),
/* harmony export */   roleObjects: () => (/* binding */ roleObjects),
/* harmony export */   roleText: () => (/* binding */ roleText),
/* harmony export */   rolesFor: () => (/* binding */ rolesFor)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _release_permissions_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52692);
/* harmony import */ var _release_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68036);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);





function rolesFor(permissions) {
    const clusterWide = (permission) => !permission.resource.namespaced || permission.resource === _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway;
    const here = permissions.filter(({ elsewhere }) => elsewhere === undefined);
    const others = new Set(permissions.flatMap(({ elsewhere }) => elsewhere?.namespace ?? []));
    return {
        role: rulesOf(here.filter(permission => !clusterWide(permission))),
        clusterRole: rulesOf(here.filter(clusterWide)),
        elsewhere: [...others].map(namespace => ({
            namespace,
            role: rulesOf(permissions.filter(({ elsewhere }) => elsewhere?.namespace === namespace)),
        })),
    };
}
function rulesOf(permissions) {
    const rules = new Map();
    for (const { resource, subresource, verb, elsewhere } of permissions) {
        const name = subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;
        const key = `${resource.group}/${name}/${elsewhere?.name ?? ''}`;
        const rule = rules.get(key) ?? {
            apiGroups: [resource.group],
            resources: [name],
            ...(elsewhere === undefined ? {} : { resourceNames: [elsewhere.name] }),
            verbs: [],
        };
        rule.verbs.push(verb);
        rules.set(key, rule);
    }
    return [...rules.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, rule]) => ({ ...rule, verbs: rule.verbs.sort() }));
}
const api = 'rbac.authorization.k8s.io';
function roleObjects(environment, kinds, account) {
    const { namespace, route, service = '', strategy } = environment;
    const optional = (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalPermissions */ .JN)(environment).flatMap(({ permissions }) => permissions);
    const { role, clusterRole, elsewhere } = rolesFor([...(0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionsFor */ .mr)(environment, kinds), ...optional]);
    const subjects = [{ kind: 'ServiceAccount', name: account, namespace }];
    const cluster = `${account}-${namespace}-read`;
    const granted = (kind, name, rules, where) => {
        const metadata = { name, ...(where === undefined ? {} : { namespace: where }) };
        return [
            { apiVersion: `${api}/v1`, kind, metadata, rules },
            {
                apiVersion: `${api}/v1`,
                kind: `${kind}Binding`,
                metadata,
                roleRef: { apiGroup: api, kind, name },
                subjects,
            },
        ];
    };
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } },
        ...granted('Role', account, role, namespace),
        ...granted('ClusterRole', cluster, clusterRole),
        ...elsewhere.flatMap(other => granted('Role', cluster, other.role, other.namespace)),
        ...((0,_release_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__/* .watchdogImage */ .FX)(strategy) === undefined
            ? []
            : (0,_release_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__/* .watchdogRole */ .c_)({
                namespace,
                routes: route === undefined ? [] : [route.name],
                services: [service, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.canary(service)],
            })),
    ];
}
function roleText(app, name, environment, manifests, account) {
    const { kinds, guessed } = resourcesOf(manifests.map(({ object }) => object));
    const objects = roleObjects(environment, kinds, account);
    const head = `# Exactly the permissions that releases of ${app} to ${name} need. Written by slipway rbac; an administrator applies it.\n`;
    return {
        text: head + objects.map(object => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(object, { lineWidth: 0 })).join('---\n'),
        rules: objects.flatMap(object => ('rules' in object ? [object.rules].flat() : [])).length,
        guessed,
    };
}
function roleFileFor(name, { texts }) {
    const first = texts.get('slipway-rbac.yaml') ?? '';
    const owner = /^# Exactly the permissions that releases of \S+ to (\S+) need\./.exec(first)?.[1] ?? name;
    return owner === name ? 'slipway-rbac.yaml' : `slipway-rbac-${name}.yaml`;
}
function resourcesOf(objects) {
    const kinds = new Map();
    const guessed = new Set();
    for (const { apiVersion = '', kind = '' } of objects) {
        const [version = '', group = ''] = apiVersion.split('/').reverse();
        const known = builtIn.find(each => each.group === group && each.kind === kind);
        if (known === undefined)
            guessed.add(`${kind}.${group}`);
        kinds.set(`${group}/${kind}`, known ?? { group, version, kind, plural: pluralOf(kind), namespaced: true });
    }
    return { kinds: [...kinds.values()], guessed: [...guessed] };
}
const more = [
    ['policy', 'PodDisruptionBudget'],
    ['networking.k8s.io', 'NetworkPolicy'],
    ['networking.k8s.io', 'Ingress'],
    ['rbac.authorization.k8s.io', 'Role'],
    ['rbac.authorization.k8s.io', 'RoleBinding'],
    ['monitoring.coreos.com', 'ServiceMonitor'],
    ['monitoring.coreos.com', 'PodMonitor'],
    ['monitoring.coreos.com', 'PrometheusRule'],
    ['monitoring.coreos.com', 'ScrapeConfig'],
];
const builtIn = [
    ...Object.values(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES),
    ...more.map(([group, kind]) => ({ group, version: 'v1', kind, plural: pluralOf(kind), namespaced: true })),
];
function pluralOf(kind) {
    const name = kind.toLowerCase();
    if (/(s|x|ch|sh)$/.test(name))
        return `${name}es`;
    return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}


/***/ })

};
