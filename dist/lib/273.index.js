export const id = 273;
export const ids = [273,7308];
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

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 12710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _f: () => (/* binding */ compareWithLive),
/* harmony export */   differences: () => (/* binding */ differences),
/* harmony export */   hK: () => (/* binding */ holdsSecret)
/* harmony export */ });
/* unused harmony export changeOf */
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _release_preflight_live_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75961);
/* harmony import */ var _release_preflight_strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28606);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60512);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5259);









const hidden = '(not shown)';
const longestValue = 300;
const noise = [
    /^apiVersion$/,
    /^kind$/,
    /^status(\.|$)/,
    /^metadata\.(name|managedFields|resourceVersion|uid|creationTimestamp|generation|selfLink|namespace)(\.|\[|$)/,
    /^metadata\.labels\["slipway\.dev\/(app|kind)"\]$/,
    /^metadata\.annotations\["(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|slipway\.dev\/[^"]+)"\]$/,
];
function differences(before, after, ignored = []) {
    const secret = (after ?? before)?.kind === 'Secret';
    const isNoise = (path) => ignored.includes(path) || noise.some(pattern => pattern.test(path));
    const all = new Map(leaves(before, after, '').map(leaf => [leaf[0], leaf]));
    return [...all.values()]
        .filter(([path, a, b]) => JSON.stringify(a) !== JSON.stringify(b) && !isNoise(path))
        .map(([path, a, b]) => {
        const values = [a, b].filter(value => value !== undefined).map(value => JSON.stringify(value));
        const hide = isSecret(path, secret, all) || values.some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .looksSecret */ .n0);
        const show = (value) => (hide ? hidden : shortened(JSON.stringify(value)));
        return {
            path,
            ...(a === undefined ? {} : { before: show(a) }),
            ...(b === undefined ? {} : { after: show(b) }),
        };
    })
        .sort((one, other) => (one.path < other.path ? -1 : 1));
}
const holdsSecret = (object) => differences(undefined, object).some(({ after }) => after === hidden);
function isSecret(path, secret, all) {
    if (secret)
        return /^(data|stringData)/.test(path);
    const variable = /^(.*\.env\[(.+)\])\.value$/.exec(path);
    const key = /^(?:data|binaryData|metadata\.annotations)(?:\.(.+)|\["(.+)"\])$/.exec(path);
    const [, item, name = key?.[1] ?? key?.[2] ?? ''] = variable ?? [];
    if ((0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .namesSecret */ .L4)(name))
        return true;
    if (item !== undefined)
        return sidesOf(all.get(`${item}.name`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .namesSecret */ .L4);
    const [, list, index] = /^(.*\.(?:args|command))\[(\d+)\]$/.exec(path) ?? [];
    return sidesOf(all.get(`${list}[${Number(index) - 1}]`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .announcesSecret */ .RP);
}
const sidesOf = (leaf) => (leaf?.slice(1) ?? []).filter(side => typeof side === 'string');
function shortened(value) {
    return value.length <= longestValue
        ? value
        : `${value.slice(0, longestValue)}… (${value.length} characters)`;
}
function leaves(before, after, path) {
    const sides = [before, after];
    const given = sides.filter(side => side !== undefined);
    const filled = given.some(side => typeof side === 'object' && side !== null && Object.keys(side).length > 0);
    if (filled && given.every(Array.isArray)) {
        const [a, b] = sides.map(side => (side ?? []));
        return inner(itemsOf(a, identifierOf(a, b)), itemsOf(b, identifierOf(a, b)), name => `${path}[${name}]`);
    }
    if (filled && given.every(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)) {
        const [a, b] = sides.map(side => new Map(Object.entries(side ?? {})));
        return inner(a ?? new Map(), b ?? new Map(), key => join(path, key));
    }
    return [[path, before, after]];
}
function inner(a, b, pathOf) {
    const keys = new Set([...a.keys(), ...b.keys()]);
    return [...keys].flatMap(key => leaves(a.get(key), b.get(key), pathOf(key)));
}
const itemsOf = (list, key) => new Map(list.map((item, index) => [key === undefined ? String(index) : nameIn(item, key), item]));
const nameIn = (item, key) => String(item[key]);
function identifierOf(...lists) {
    return ['name', 'mountPath', 'containerPort', 'port', 'type', 'key'].find(key => lists.every(list => {
        const names = list.map(item => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(item) ? item[key] : undefined));
        const good = names.every(name => typeof name === 'string' || typeof name === 'number');
        return good && new Set(names).size === names.length;
    }));
}
const join = (path, key) => {
    if (!/^[A-Za-z0-9_-]+$/.test(key))
        return `${path}["${key}"]`;
    return path === '' ? key : `${path}.${key}`;
};
async function compareWithLive(cluster, target, comparison) {
    const { manifest, resource, path } = target;
    const { kind } = manifest.object;
    const copy = comparison.shipped.find(each => each.kind === kind && each.copy === manifest.name);
    if (copy === undefined) {
        const change = changeOf(`${kind}/${manifest.name}`, target, target.live, comparison);
        return (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .isWorker */ .xD)(manifest, comparison.environment) ? followingNote(change, kind, comparison) : change;
    }
    const before = comparison.baseline?.record.shipped.find(each => each.kind === copy.kind && each.name === copy.name);
    const { namespace } = comparison.environment;
    const live = (await cluster.get(path)) ?? (before && (await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(resource, namespace, before.copy))));
    const change = changeOf(`${kind}/${copy.name}`, target, live, comparison);
    if (change.what === 'refused')
        return change;
    const as = comparison.salted ? `as ${copy.copy}` : 'under an immutable name';
    return { ...change, note: change.what === 'same' ? 'is already shipped' : `is shipped ${as}` };
}
function followingNote(change, worker, { environment, liveState }) {
    const { kind } = (0,_release_preflight_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .strategyFor */ .fY)(environment, liveState);
    const what = worker === 'CronJob' ? 'for its next run,' : 'updated';
    const when = `${what} ${kind === 'rolling' ? 'once the workload is ready' : 'after the verdict'}`;
    const note = change.note === undefined ? when : `${change.note}; ${when}`;
    return { ...change, note };
}
function changeOf(object, { manifest, objection, would }, live, { environment, liveState }) {
    if (would === undefined)
        return { object, what: 'refused', differences: [], note: objection ?? 'the dry run failed' };
    if (live === undefined)
        return { object, what: 'create', differences: differences(undefined, manifest.object) };
    const scaled = (liveState.autoscaler !== undefined && (0,_release_preflight_live_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isWorkload */ .gv)(manifest, environment)) ||
        ((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .isWorker */ .xD)(manifest, environment) &&
            liveState.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .refOf */ .H8)(manifest.object))]?.autoscaler !== undefined);
    const found = differences(live, would, scaled ? ['spec.replicas'] : []);
    const blind = (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .ownershipPatch */ .QJ)(withoutMarks(live.metadata), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_5__/* .mayTakeFromHelm */ .z$)(live, environment)) !== undefined ||
        (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .wasAppliedClientSide */ .Te)(live);
    const what = found.length === 0 ? 'same' : 'change';
    const note = 'was last written by a rollout or another tool: fields that the release removes may be missing here';
    return { object, what, differences: found, ...(blind ? { note } : {}) };
}
function withoutMarks(metadata) {
    if (metadata?.managedFields === undefined)
        return metadata;
    const managedFields = metadata.managedFields.filter(({ fieldsV1 }) => !onlyMarks(fieldsV1));
    return { ...metadata, managedFields };
}
const onlyMarks = (fields) => /^\{"f:metadata":\{"f:annotations":\{("f:slipway\.dev\/[^"]+":\{\},?)+\}\}\}$/.test(JSON.stringify(fields) ?? '');


/***/ }),

/***/ 63965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   preview: () => (/* binding */ preview),
/* harmony export */   withoutReportedPermissions: () => (/* binding */ withoutReportedPermissions)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _release_permissions_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52692);
/* harmony import */ var _release_permissions_credential_life_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85610);
/* harmony import */ var _release_preflight_capacity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88795);
/* harmony import */ var _release_preflight_dry_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26098);
/* harmony import */ var _release_preflight_exposure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94654);
/* harmony import */ var _release_preflight_live_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75961);
/* harmony import */ var _release_preflight_strategy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28606);
/* harmony import */ var _release_rollout_earlier_rollout_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(91433);
/* harmony import */ var _release_store_baseline_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(91910);
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(46695);
/* harmony import */ var _release_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(27848);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(60630);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(91381);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(34889);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(91490);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(36931);
/* harmony import */ var _difference_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(12710);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(25783);




















async function preview(cluster, request) {
    const { environment } = request;
    const seen = {
        problems: [],
        changes: [],
        baseline: '',
        images: [],
        signed: [],
        deadline: environment.strategy.deadline,
        gaps: [],
        grants: [],
        user: '',
        credential: '',
        notes: [],
    };
    const collected = collector(seen);
    const credential = await lookAtCredential(cluster, seen);
    const placed = await collected(async () => (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_13__/* .prepareManifests */ ._5)(request.manifests, environment, {}));
    const located = placed && (await collected(() => (0,_release_preflight_live_state_js__WEBPACK_IMPORTED_MODULE_6__/* .locate */ .x5)(cluster, placed)));
    if (placed === undefined || located === undefined)
        return seen;
    const needed = located.map(({ resource }) => resource);
    seen.grants = await (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_1__/* .askPermissions */ .Y2)(cluster, environment.namespace, (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionsFor */ .mr)(environment, needed));
    for (const { permissions, without } of (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalPermissions */ .JN)(environment)) {
        const lacking = (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionsProblem */ .OL)(await (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_1__/* .askPermissions */ .Y2)(cluster, environment.namespace, permissions), environment.namespace);
        if (lacking !== undefined)
            seen.notes.push(`${lacking.message}, so ${without}`);
    }
    const lacking = (0,_release_permissions_access_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionsProblem */ .OL)(seen.grants, environment.namespace);
    if (lacking !== undefined)
        seen.problems.push(lacking.sentence);
    const liveState = await collected(() => (0,_release_preflight_live_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readTargets */ .R0)(cluster, request, located));
    const { kind: asked } = (0,_release_preflight_strategy_js__WEBPACK_IMPORTED_MODULE_7__/* .strategyFor */ .fY)(environment, liveState ?? { liveWorkload: undefined });
    const life = (0,_release_permissions_credential_life_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeLifetime */ .FX)(credential.lifetime, (0,_release_permissions_credential_life_js__WEBPACK_IMPORTED_MODULE_2__/* .lifetimeOfRelease */ .e0)(environment, asked), credential.now);
    if ('problem' in life)
        seen.problems.push(life.problem.sentence);
    else if (life.warning !== undefined)
        seen.notes.push(`warning: ${life.warning}`);
    seen.gaps = coverage(request, liveState);
    if (liveState === undefined)
        return seen;
    const limits = (0,_release_preflight_capacity_js__WEBPACK_IMPORTED_MODULE_3__/* .limitsFor */ .I9)(request, liveState);
    if (limits !== undefined)
        seen.limits = limits;
    const images = await collected(() => imagesFor(request, liveState, seen));
    const complete = {
        ...request,
        images: images ?? {},
        wait: 0,
        report: line => seen.notes.push(line),
    };
    if (images !== undefined)
        seen.signed = (await collected(async () => request.signed)) ?? [];
    if (images !== undefined)
        await collected(() => lookAtPromotion(cluster, complete, seen));
    const candidate = await collected(async () => (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_13__/* .prepareManifests */ ._5)(request.manifests, environment, complete.images));
    const serving = await collected(() => lookAtBaseline(cluster, request, liveState, seen));
    const dryRun = candidate && (await collected(() => (0,_release_preflight_dry_run_js__WEBPACK_IMPORTED_MODULE_4__/* .dryRunRelease */ ._q)(cluster, complete, candidate, liveState)));
    if (dryRun === undefined)
        return seen;
    if (!dryRun.salt.stored && dryRun.plan.shipped.length > 0)
        seen.notes.push('the copies of ConfigMaps and Secrets will get other name suffixes than shown: the first release creates the salt for them');
    seen.problems.push(...withoutReportedPermissions(dryRun.problems, seen.grants).map(({ sentence }) => sentence));
    const exposure = await collected(() => (0,_release_preflight_exposure_js__WEBPACK_IMPORTED_MODULE_5__/* .checkExposure */ ._)(cluster, complete, liveState, dryRun));
    if (exposure !== undefined) {
        const { kind, said, warnings, problems, reversible } = exposure;
        seen.exposure = { kind, said, ...(reversible ? {} : { irreversible: true }) };
        seen.notes.push(...warnings.map(warning => `warning: ${warning}`));
        seen.problems.push(...problems.map(({ sentence }) => sentence));
    }
    await collected(() => lookAtUnfinished(cluster, complete, seen));
    const { shipped } = dryRun.plan;
    const comparison = { environment, liveState, baseline: serving, shipped, salted: dryRun.salt.stored };
    seen.changes = await Promise.all(dryRun.targets.map(target => (0,_difference_js__WEBPACK_IMPORTED_MODULE_17__/* .compareWithLive */ ._f)(cluster, target, comparison)));
    return seen;
}
async function lookAtPromotion(cluster, request, seen) {
    const { requires } = request.environment;
    if (requires === undefined)
        return;
    if (seen.images.some(({ from }) => from !== 'given')) {
        seen.notes.push(`whether ${requires.environment} has verified the images is checked only when \`images\` are given`);
        return;
    }
    const promotion = await request.requirePromotion?.(cluster, request.images);
    if (promotion !== undefined)
        seen.promotion = promotion.sentence;
}
async function lookAtUnfinished(cluster, request, seen) {
    const { config, environment } = request;
    const entry = await (0,_release_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_11__/* .readState */ .un)(cluster, environment.namespace, config.app);
    if (entry === undefined)
        return;
    const problem = await (0,_release_rollout_earlier_rollout_js__WEBPACK_IMPORTED_MODULE_8__/* .blockingProblem */ .r9)(cluster, request, entry);
    const unfinished = (0,_release_rollout_earlier_rollout_js__WEBPACK_IMPORTED_MODULE_8__/* .unfinishedSentence */ .Z8)(entry.rollout);
    if (problem !== undefined)
        seen.problems.push(problem.sentence);
    else if (unfinished !== undefined)
        seen.notes.push(unfinished);
}
function collector(seen) {
    const collect = (error) => {
        seen.problems.push(...withoutReportedPermissions([error], seen.grants).map(({ sentence }) => sentence));
        return undefined;
    };
    return (step) => step().catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .onUserError */ .lP)(collect));
}
function withoutReportedPermissions(problems, grants) {
    const reported = grants.some(({ allowed }) => !allowed);
    return problems.filter(problem => !(reported && problem instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb));
}
async function lookAtCredential(cluster, seen) {
    const [lifetime, { serverTime }, user] = await Promise.all([
        cluster.lifetime(),
        cluster.call('GET', '/version'),
        userOf(cluster),
    ]);
    seen.user = user;
    seen.credential = (0,_release_permissions_credential_life_js__WEBPACK_IMPORTED_MODULE_2__/* .lifeSentence */ .eT)(lifetime, serverTime);
    return { lifetime, now: serverTime };
}
async function userOf(cluster) {
    const apiVersion = 'authentication.k8s.io/v1';
    try {
        const { status } = await cluster.create(`/apis/${apiVersion}/selfsubjectreviews`, { apiVersion, kind: 'SelfSubjectReview' });
        return status.userInfo?.username ?? '';
    }
    catch {
        return '';
    }
}
function coverage({ config, environment, manifests }, liveState) {
    const names = (liveState?.targets ?? []).flatMap(({ live, manifest }) => live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_14__/* .isControlled */ .RF)(live) ? [`${manifest.object.kind}/${manifest.name}`] : []);
    return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_16__/* .gapsOf */ .d)(config, environment, manifests, names, liveState?.autoscaler !== undefined);
}
async function imagesFor({ images, config, environmentName }, liveState, seen) {
    const given = await images;
    const liveObjects = liveState.targets.flatMap(({ live }) => (live === undefined ? [] : [live]));
    const kept = () => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_19__/* .mapValues */ .LG)((0,_images_js__WEBPACK_IMPORTED_MODULE_18__/* .liveImages */ .v)(config.images, liveObjects), image => ({ ...image, platforms: [] }));
    const found = given ?? kept();
    const from = given === undefined ? 'kept' : 'given';
    for (const [name, { repository }] of Object.entries(config.images)) {
        const image = found[name];
        if (image === undefined)
            seen.images.push({ name, reference: repository, from: 'as written' });
        else
            seen.images.push({ name, reference: `${image.repository}@${image.digest}`, from });
    }
    if (given === undefined)
        seen.notes.push(`no \`images\` were given: the live digests of ${environmentName} are kept, and platforms are not compared`);
    return found;
}
async function lookAtBaseline(cluster, { config, environment }, { liveWorkload }, seen) {
    const releases = await new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_10__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app).list();
    const baseline = (0,_release_store_baseline_js__WEBPACK_IMPORTED_MODULE_9__/* .baselineOf */ .Bv)(liveWorkload, releases);
    const newest = releases[0]?.record.release ?? 0;
    if (baseline.kind === 'none') {
        seen.baseline = `Nothing is live yet: this would be the first release, number ${newest + 1}, and a rollback would remove what it created.`;
        return undefined;
    }
    const adopting = isUnadopted(liveWorkload)
        ? ` The pods are replaced once to get the label ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_15__/* .labels */ .WD.track}: stable.`
        : '';
    if (baseline.kind === 'unrecorded') {
        seen.baseline = `The live workload is in no record: it would be recorded as release ${baseline.number}, this release would be number ${Math.max(newest, baseline.number) + 1}, and a rollback would restore release ${baseline.number}.${adopting}`;
        return undefined;
    }
    const release = releases.find(({ record }) => record.release === baseline.release);
    seen.baseline = `A rollback would restore release ${baseline.release} (${release?.outcome?.state ?? 'unfinished'}); this release would be number ${newest + 1}.${adopting}`;
    return release;
}
const isUnadopted = (live) => live?.spec?.template?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_15__/* .labels */ .WD.track] === undefined;


/***/ }),

/***/ 36415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ renderHook),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   LT: () => (/* binding */ workOf),
/* harmony export */   d2: () => (/* binding */ hookJob),
/* harmony export */   m0: () => (/* binding */ selectorOfService),
/* harmony export */   nL: () => (/* binding */ hookProblem),
/* harmony export */   yB: () => (/* binding */ stateOfJob)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91381);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12502);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87755);








const keptSeconds = 24 * 3600;
const deadlineMargin = 15;
const workAnnotation = 'slipway.dev/hook';
function renderHook(manifest, environment, images, shipped) {
    const rendered = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(structuredClone(manifest), environment.namespace);
    (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .injectDigests */ .Vu)([rendered], images, 'some');
    for (const template of (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(rendered.object))
        (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__/* .pointAtCopies */ .Ld)(template, shipped);
    return rendered.object;
}
const workOf = (hook, ...releases) => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .contentHash */ .Ae)('', [hook, ...releases.map(each => each ?? 0)]);
function hookJob(rendered, options) {
    const { app, namespace, when, within, release, token, work } = options;
    const own = { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'hook' };
    const spec = (rendered.spec ?? {});
    const longest = Math.ceil(within / 1000) + deadlineMargin;
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.hook(app, when),
            namespace,
            labels: { ...rendered.metadata?.labels, ...own, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release]: String(release) },
            annotations: {
                ...rendered.metadata?.annotations,
                [workAnnotation]: work,
                [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.token(app)]: String(token),
            },
        },
        spec: {
            backoffLimit: 0,
            ttlSecondsAfterFinished: keptSeconds,
            ...spec,
            activeDeadlineSeconds: Math.min(longest, spec.activeDeadlineSeconds ?? longest),
        },
    };
}
function stateOfJob({ metadata, status }) {
    const work = metadata?.annotations?.[workAnnotation] ?? '';
    const is = (type) => status?.conditions?.find(each => each.type === type && each.status === 'True');
    if (is('Complete') !== undefined)
        return { state: 'complete', work };
    const failed = is('Failed');
    if (failed === undefined)
        return { state: 'running', work };
    return { state: 'failed', work, reason: failed.message ?? failed.reason ?? '' };
}
function troubleOf(pods) {
    for (const pod of pods) {
        const { metadata } = pod;
        for (const { name, state } of (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .containerStatusesOf */ .Xy)(pod)) {
            const { terminated, waiting } = state ?? {};
            if (terminated !== undefined && terminated.exitCode !== 0) {
                const how = terminated.reason === 'OOMKilled'
                    ? 'used more memory than its limit'
                    : `failed with exit code ${terminated.exitCode}`;
                return { sentence: `container ${name} ${how} (pod ${metadata?.name})`, final: false };
            }
            if (waiting?.reason !== undefined && cannotStart.test(waiting.reason)) {
                const said = waiting.message === undefined ? '' : `: ${waiting.message}`;
                const sentence = `container ${name} cannot be started (${waiting.reason}${said}; pod ${metadata?.name})`;
                return { sentence, final: true };
            }
        }
    }
    return undefined;
}
const cannotStart = /^(ImagePullBackOff|InvalidImageName|ErrImageNeverPull|CreateContainerConfigError|CreateContainerError)$/;
function hookProblem({ object, source }, selectors) {
    const [template] = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object);
    if (template?.spec === undefined) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${source}: the Job has no spec.template`, 'add it to the manifest');
    }
    const taking = selectors.find(each => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_7__/* .selects */ .ko)(each.labels, template.metadata?.labels));
    if (taking === undefined)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${source}: ${taking.name} would select the pods of the Job by their labels`, 'give these pods other labels');
}
const selectorOfService = ({ metadata, spec }) => ({
    name: `Service/${metadata?.name}`,
    labels: spec?.selector ?? {},
});


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

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ }),

/***/ 12502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   PR: () => (/* binding */ runsTemplate),
/* harmony export */   QJ: () => (/* binding */ graceOfConfiguration),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   Zf: () => (/* binding */ canonicalTemplate),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   xn: () => (/* binding */ startFailure),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91490);


const revisionLabel = 'controller-revision-hash';
function isReady({ status }) {
    return status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const hasEnded = ({ status }) => status?.phase === 'Succeeded' || status?.phase === 'Failed';
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) &&
        canonicalTemplate(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const canonicalTemplate = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
const runsTemplate = (workload, template) => canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload)) === template;
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';
const graceOfConfiguration = 60_000;
const underLoad = /^failed to sync (configmap|secret) cache: timed out|context deadline exceeded|name (".*" )?is reserved/;
function startFailure({ reason = '', message = '', } = {}) {
    switch (reason) {
        case 'InvalidImageName':
        case 'ErrImageNeverPull':
            return 'image-pull';
        case 'ErrImagePull':
        case 'ImagePullBackOff':
            return /not found|unknown|denied|unauthorized|forbidden/i.test(message) ? 'image-pull' : undefined;
        case 'CreateContainerConfigError':
        case 'CreateContainerError':
        case 'RunContainerError':
            if (underLoad.test(message))
                return undefined;
            return /^(secret|configmap) ".*" not found|^couldn't find key /.test(message)
                ? 'missing-configuration'
                : 'bad-container';
        default:
            return undefined;
    }
}


/***/ })

};
