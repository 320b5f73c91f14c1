export const id = 7286;
export const ids = [7286];
export const modules = {

/***/ 67286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   testAlerts: () => (/* binding */ testAlerts),
/* harmony export */   testSecurityEvents: () => (/* binding */ testSecurityEvents)
/* harmony export */ });
/* harmony import */ var _config_channels_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74790);
/* harmony import */ var _config_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26126);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26115);







const engine = () => Promise.all(/* import() */[__webpack_require__.e(5221), __webpack_require__.e(956), __webpack_require__.e(4433)]).then(__webpack_require__.bind(__webpack_require__, 85439));
async function testAlerts(inputs, host) {
    const severity = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)('severity', _config_channels_js__WEBPACK_IMPORTED_MODULE_6__/* .severities */ .g, inputs.severity);
    const receipt = receiptOf(inputs['receiver-url']);
    const { environment, env, report, timeout, subject } = await testedOf(inputs, host);
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .withCluster */ .Bq)(inputs, environment, host, engine, async (cluster, { checkAlertDelivery }) => {
        const asked = { subject, severity, within: timeout, receipt, env, signal: host.cancellation(), report };
        const check = await checkAlertDelivery(cluster, asked);
        const { alertCheckSummary } = await __webpack_require__.e(/* import() */ 7679).then(__webpack_require__.bind(__webpack_require__, 17679));
        return publish(check, alertCheckSummary(subject, check), host);
    });
}
async function testSecurityEvents(inputs, host) {
    const { environment, env, report, config, timeout, subject } = await testedOf(inputs, host);
    const { verify, namespace } = environment;
    const events = verify?.['security-events'] ?? {};
    const kinds = Object.keys(events);
    if (verify === undefined || kinds.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`security events cannot be tested: the environment ${inputs.environment} has no \`verify.security-events\``, 'name a request for each kind, such as `data: {get: /api/export, as: customer}`');
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .withCluster */ .Bq)(inputs, environment, host, engine, async (cluster, code) => {
        const send = async (kind) => {
            const { results } = await code.acceptance(cluster, {
                env,
                owner: { app: config.app, namespace, labels: {} },
                parts: ['checks'],
                environment: { ...environment, verify: { ...verify, checks: [events[kind] ?? []].flat() } },
            });
            const failed = results.find(({ ok }) => !ok);
            return failed && code.sentenceOf(failed);
        };
        const source = code.prometheusOf(code.requirePrometheus(subject), cluster, env);
        const asked = { subject, kinds, send, within: timeout, report, signal: host.cancellation(), source };
        const check = await code.checkSecurityEvents(asked);
        const { securityEventsSummary } = await __webpack_require__.e(/* import() */ 7679).then(__webpack_require__.bind(__webpack_require__, 17679));
        return publish(check, securityEventsSummary(subject, check), host);
    });
}
async function testedOf(inputs, host) {
    const timeout = _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .durationOf */ .cf('timeout', inputs.timeout);
    const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .requestOf */ .fo)(inputs, host);
    const { monitoringSubject } = await __webpack_require__.e(/* import() */ 9053).then(__webpack_require__.bind(__webpack_require__, 36196));
    host.output('app', request.config.app);
    return { ...request, timeout, subject: monitoringSubject(request.config, inputs.environment) };
}
async function publish({ state, hops, reason }, summary, host) {
    (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)(host, { state, hops: hops.map(({ title, ...hop }) => hop), reason });
    await host.summary(summary);
    host.report(`${state}${reason === undefined ? '' : `: ${reason}`}`);
    return state === 'delivered';
}
function receiptOf(text) {
    if (text === '')
        return undefined;
    const url = /^https?:/.test(text) ? URL.parse(text) : null;
    if (url !== null)
        return { settings: { url: url.origin }, path: `${url.pathname}${url.search}` };
    const [, place = '', path = '/'] = /^([^/]+\/[^/]+)(\/[\x21-\x7e]*)?$/.exec(text) ?? [];
    const service = _config_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .proxiedServiceSchema */ .Qk.safeParse(place);
    if (service.success)
        return { settings: { service: service.data }, path };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the input \`receiver-url\` is invalid: "${text}"`, 'write a URL, or namespace/service:port/path');
}


/***/ }),

/***/ 26115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oP: () => (/* binding */ impatient),
  oF: () => (/* binding */ manifestsOf),
  fo: () => (/* binding */ requestOf),
  ii: () => (/* binding */ warnOfNewValues),
  Bq: () => (/* binding */ withCluster),
  tE: () => (/* binding */ withCredentials),
  BW: () => (/* binding */ withManifests)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/folder.js
var toolkit_folder = __webpack_require__(94826);
// EXTERNAL MODULE: ./.build/js/src/toolkit/named-file.js
var named_file = __webpack_require__(85280);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 6 modules
var port = __webpack_require__(13269);
// EXTERNAL MODULE: ./.build/js/src/cluster/token.js
var token = __webpack_require__(9621);
;// CONCATENATED MODULE: ./.build/js/src/cluster/oidc.js









async function connectByOidc(trust, env, options = {}) {
    (0,token/* issuerOf */.xD)(env);
    const ca = trust.ca === undefined ? undefined : await certificateOf(trust.ca);
    const folder = await (0,toolkit_folder/* newFolder */.l)(env, 'oidc');
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, JSON.stringify(oidcKubeconfig(trust, ca, ownCommand())), { mode: 0o600 });
        const cluster = await (0,port/* connect */.N)({ ...options, kubeconfig, env });
        const close = async () => {
            await cluster.close();
            await remove();
        };
        const lifetime = async () => ({ kind: 'renewed', what: "GitHub's OIDC token" });
        return { ...cluster, lifetime, close };
    }
    catch (error) {
        await remove();
        throw await explained(error, trust, env);
    }
}
function oidcKubeconfig({ server, audience }, ca, [command, ...first]) {
    const authority = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
    const exec = {
        apiVersion: 'client.authentication.k8s.io/v1',
        command,
        args: [...first, 'token', `--audience=${audience}`],
        env: [{ name: 'NODE_USE_ENV_PROXY', value: '1' }],
        interactiveMode: 'Never',
        provideClusterInfo: false,
    };
    return {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'cluster', cluster: { server, ...authority } }],
        users: [{ name: 'github', user: { exec } }],
        contexts: [{ name: 'slipway', context: { cluster: 'cluster', user: 'github' } }],
        'current-context': 'slipway',
    };
}
function ownCommand() {
    const here = import.meta.dirname;
    const found = [(0,external_node_path_.resolve)(here, '../cli/index.js'), (0,external_node_path_.resolve)(here, '../slipway.ts')].find(external_node_fs_.existsSync);
    if (found === undefined)
        throw new Error(`the command line is not beside ${here}`);
    return [process.execPath, found];
}
async function certificateOf(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((0,named_file/* unreadable */.O)(`cluster.ca: ${path}`, 'correct the path, which is relative to slipway.yml'));
    if (text.includes('-----BEGIN CERTIFICATE-----'))
        return text;
    throw new errors/* UserError */.yo(`cluster.ca: ${path} contains no certificate`, 'write the CA certificate there as PEM');
}
async function explained(error, { audience }, env) {
    if (!(error instanceof errors/* UserError */.yo) || !(error.cause instanceof cluster_errors/* ClusterError */.b$))
        return error;
    if (error.cause.status === 401) {
        return new errors/* UserError */.yo(`the cluster does not accept GitHub's OIDC token for the audience "${audience}"`, 'compare the issuer and the audience with the configuration of its API server (docs/cluster.md)', { cause: error });
    }
    if (!error.cause.message.includes('getting credentials'))
        return error;
    return (0,token/* requestIdToken */.gj)(env, audience).then(() => error, (why) => why);
}

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/verify/identities.js
var identities = __webpack_require__(98093);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/session.js









const impatient = (way) => ({ ...way, patient: false });
async function requestOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    const env = withCredentials(host.env, (0,actions_inputs/* parseSecrets */.dC)('credentials', inputs.credentials ?? '', host));
    for (const secret of (0,identities/* secretsOf */.Fj)(environment.verify, env))
        host.setSecret(secret);
    return {
        config: (0,load/* configFor */.m3)(config, environment),
        environmentName: inputs.environment,
        environment: (0,actions_inputs/* withReversible */.qL)(environment, inputs.reversible ?? ''),
        origin: (0,origin/* originOf */.y)(host.env),
        wait: inputs.wait === undefined ? 0 : (0,actions_inputs/* waitOf */.pE)(inputs.wait),
        env,
        ...(await endedRuns(inputs['actions-token'] ?? '', host)),
        ...(await olderCommits(inputs['actions-token'] ?? '', host)),
        report: host.report,
    };
}
function withCredentials(env, credentials) {
    if (Object.keys(credentials).length === 0)
        return env;
    return Object.assign(Object.create(credentials), (0,actions_inputs/* environmentWithout */.e$)(env, credentials));
}
async function endedRuns(token, { env, report }) {
    if (token === '')
        return {};
    const { endedRunsOf } = await __webpack_require__.e(/* import() */ 2139).then(__webpack_require__.bind(__webpack_require__, 72139));
    const hasEnded = endedRunsOf(env, token, report);
    return hasEnded === undefined ? {} : { hasEnded };
}
async function olderCommits(token, { env, report }) {
    if (env.GITHUB_EVENT_NAME !== 'push')
        return {};
    const { olderCommitProblemOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8482)]).then(__webpack_require__.bind(__webpack_require__, 18482));
    return (0,map/* defined */.sw)({ olderCommitProblem: olderCommitProblemOf(env, token, report) });
}
async function withManifests(path, request) {
    const { config, environmentName, report } = request;
    const found = await manifestsOf(path, config, environmentName, request.env);
    const { manifests, hooks, notes } = found;
    for (const note of notes)
        report(note);
    const { withUnlistedWorkers } = await __webpack_require__.e(/* import() */ 5259).then(__webpack_require__.bind(__webpack_require__, 5259));
    const repositories = Object.values(config.images).map(({ repository }) => repository);
    const written = found.environment.hooks === undefined ? {} : { hooks: found.environment.hooks };
    const hooked = { ...request.environment, ...written };
    const { environment, unlisted } = withUnlistedWorkers(hooked, manifests, repositories);
    for (const { kind, name } of unlisted)
        report(`${kind}/${name} also runs an image of ${config.app}, so it is released, watched and rolled back as a worker; if it receives traffic, create a separate slipway.yml for it`);
    const environments = { ...config.environments, [environmentName]: environment };
    return { request: { ...request, environment, config: { ...config, environments } }, manifests, hooks };
}
async function manifestsOf(path, config, name, env, hooks = 'apart') {
    const environment = (0,load/* environmentOf */.p7)(config, name);
    if (environment.manifests.length === 0)
        return { environment, manifests: [], hooks: {}, notes: [] };
    const { loadSorted, loadTogether, withChartHooks } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(1770)]).then(__webpack_require__.bind(__webpack_require__, 89389));
    const target = { namespace: environment.namespace, app: config.app, env };
    const from = [(0,external_node_path_.dirname)(path), environment.manifests, target];
    const sorted = hooks === 'apart' ? await loadSorted(environment.hooks, ...from) : await loadTogether(...from);
    const found = { ...sorted, environment: withChartHooks(environment, sorted.hooks) };
    if ((environment.monitoring?.objects ?? 'none') === 'none')
        return found;
    const { monitoringManifests } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4972), __webpack_require__.e(9468), __webpack_require__.e(401), __webpack_require__.e(8790), __webpack_require__.e(7225)]).then(__webpack_require__.bind(__webpack_require__, 62488));
    const { monitoringSubject } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3815)]).then(__webpack_require__.bind(__webpack_require__, 36196));
    const { manifests } = sorted;
    const own = monitoringManifests(monitoringSubject(config, name, manifests));
    return { ...found, manifests: [...manifests, ...own] };
}
async function warnOfNewValues(path, { config, environment, env }, manifests, report) {
    if (environment.manifests.every(source => typeof source === 'string'))
        return;
    const { newValuesOf } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(9333)]).then(__webpack_require__.bind(__webpack_require__, 49333));
    const target = { namespace: environment.namespace, app: config.app, env };
    const sentences = await newValuesOf((0,external_node_path_.dirname)(path), environment.manifests, manifests, target);
    for (const sentence of sentences)
        report(`warning: ${sentence}`);
}
async function withCluster(inputs, environment, host, load, use) {
    const opening = session_open(inputs, environment, host);
    const loading = load();
    loading.catch(() => undefined);
    const cluster = await opening;
    try {
        return await use(cluster, await loading);
    }
    catch (error) {
        if (cluster.changes() === 0)
            throw error;
        const { LeaseLost } = await __webpack_require__.e(/* import() */ 3811).then(__webpack_require__.bind(__webpack_require__, 63811));
        throw error instanceof LeaseLost ? error : (0,errors/* markAfterChange */.MU)(error);
    }
    finally {
        await cluster.close();
    }
}
function session_open({ config, 'kube-context': context, patient = true }, environment, host) {
    const trust = environment.cluster;
    if (context !== '' || trust === undefined)
        return (0,port/* connect */.N)({ patient, env: host.env, ...(context === '' ? {} : { context }) });
    const { ca, ...rest } = trust;
    const settings = { ...rest, ...(ca === undefined ? {} : { ca: (0,external_node_path_.join)((0,external_node_path_.dirname)(config), ca) }) };
    return connectByOidc(settings, host.env, { patient });
}


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ execCredential),
/* harmony export */   gj: () => (/* binding */ requestIdToken),
/* harmony export */   xD: () => (/* binding */ issuerOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99177);




const attempts = 4;
const remedy = 'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';
function issuerOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!url || !bearer || !URL.canParse(url)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this job is not allowed to request an OIDC token from GitHub', remedy);
    }
    return { url: new URL(url), bearer };
}
async function requestIdToken(env, audience, { fetch: send = fetch, sleep } = {}) {
    const { url, bearer } = issuerOf(env);
    url.searchParams.set('audience', audience);
    const unfinished = (outcome) => 'problem' in outcome && outcome.temporary;
    const outcome = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, unfinished, delay: count => 250 * 2 ** count, sleep }, () => askOnce(url, bearer, send));
    if ('token' in outcome)
        return outcome.token;
    const denied = outcome.problem.startsWith('answered 40');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub issued no OIDC token for the audience "${audience}": its token service ${outcome.problem}`, denied ? remedy : 'run the job again');
}
async function askOnce(url, bearer, send) {
    try {
        const response = await send(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(10_000),
        });
        const { status } = response;
        const { value } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(await response.text()) ?? {};
        if (status !== 200)
            return { problem: `answered ${status}`, temporary: status === 429 || status >= 500 };
        return typeof value === 'string' && (0,_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(value) !== undefined
            ? { token: value }
            : { problem: 'answered without a token', temporary: false };
    }
    catch (error) {
        const { name, cause } = error;
        const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
        return { problem: `did not answer ${why}`, temporary: true };
    }
}
function execCredential(token, now) {
    const { exp, iat } = (0,_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .claimsOf */ .d)(token) ?? {};
    const status = { token, ...(exp === undefined ? {} : { expirationTimestamp: renewalOf(exp, iat, now) }) };
    return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
}
function renewalOf(exp, iat, now) {
    const left = exp * 1000 - now;
    const life = iat === undefined ? left : Math.min(left, (exp - iat) * 1000);
    const end = now + life - Math.min(60_000, Math.max(0, life) / 5);
    return new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
}


/***/ }),

/***/ 74790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ channelsFor),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['critical', 'warning', 'info'];
function channelsFor(receivers, severity) {
    const used = severities.slice(severities.indexOf(severity)).find(each => receivers[each].length > 0);
    const channels = used === undefined ? [] : receivers[used];
    return [...new Map(channels.map(each => [JSON.stringify(each), each])).values()];
}


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gm: () => (/* binding */ unversionedSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   HY: () => (/* binding */ wholeSchema),
/* harmony export */   I6: () => (/* binding */ userNameSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   cE: () => (/* binding */ listSchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   lu: () => (/* binding */ portSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);
/* harmony import */ var _matchers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39561);



const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const unversionedSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const matcher = '\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*("([^"\\\\]|\\\\.)*"|\'([^\'\\\\]|\\\\.)*\'|`[^`]*`)\\s*';
const querySchema = text(new RegExp(`^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{(\\s*|${matcher}(,${matcher})*(,\\s*)?)\\})?$`), {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, their values in quotes, such as http_requests_total{code=~"5.."}',
}).superRefine((written, { addIssue }) => {
    const fault = (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .selectorFault */ .G0)(written);
    const message = `has a regular expression that Prometheus rejects: ${fault}; correct the value after =~ or !~`;
    if (fault !== undefined)
        addIssue({ code: 'custom', message, input: written });
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const listSchema = (item, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item).min(1, { error });
const wholeSchema = (least, most, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
const portSchema = (usual) => wholeSchema(1, 65_535, 'is not a port').prefault(usual).describe('Its port.');
const userNameSchema = text(/^[^\p{Cc}:]{1,255}$/u, {
    problem: 'is not a user name',
    remedy: 'write it on one line and without ":"',
});
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 39561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ selectorFault),
/* harmony export */   _T: () => (/* binding */ writtenPatternFault)
/* harmony export */ });
/* unused harmony export patternFault */
const parts = new RegExp([
    String.raw `(?<atom>\\Q[^]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\])`,
    String.raw `(?<flags>\(\?[imsU]*(?:-[imsU]+)?\))`,
    String.raw `(?<open>\((?:\?P?<\w+>|\?[imsU]*(?:-[imsU]+)?:|(?!\?)))`,
    String.raw `(?<repeat>(?:[*+?]|\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\})\??)`,
    '[^]',
].join('|'), 'g');
function patternFault(pattern) {
    let depth = 0;
    let before = 'nothing';
    for (const { 0: part, groups: { flags, open, repeat } = {} } of pattern.matchAll(parts)) {
        if (repeat !== undefined) {
            if (before === 'nothing')
                return `"${part}" has nothing to repeat`;
            if (before === 'repetition')
                return `"${part}" repeats a repetition`;
            before = 'repetition';
        }
        else if (flags !== undefined) {
            if (before === 'repetition')
                before = 'atom';
        }
        else if (open !== undefined) {
            depth += 1;
            before = 'nothing';
        }
        else if (part === '(')
            return 'RE2 has no groups such as "(?=" and "(?!"';
        else if (part === '[')
            return 'a "[" is not closed';
        else if (part === '\\')
            return 'it ends with "\\"';
        else {
            if (part === ')')
                depth -= 1;
            if (depth < 0)
                return 'a ")" closes nothing';
            before = part === '|' ? 'nothing' : 'atom';
        }
    }
    return depth > 0 ? 'a "(" is not closed' : undefined;
}
function writtenPatternFault(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return patternFault(inner);
    if (/\\[xuU0-7]/.test(inner.replaceAll('\\\\', '')))
        return undefined;
    return patternFault(inner.replace(/\\(.)/gs, (_, letter) => (/[abfnrtv]/.test(letter) ? ' ' : letter)));
}
function selectorFault(selector) {
    const values = selector.matchAll(/(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/gs);
    for (const [, operator = '', quoted = ''] of values) {
        const fault = operator.endsWith('~') ? writtenPatternFault(quoted) : undefined;
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}


/***/ }),

/***/ 98093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   UI: () => (/* binding */ identitiesOf),
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   pU: () => (/* binding */ requireSecrets)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24297);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90501);





function variablesOf({ identities = {}, ca, checks, matrix = [], revoked = [] }) {
    const requests = [
        ...checks,
        ...matrix,
        ...revoked.flatMap(each => [each, each.revoke, ...(each.restore === undefined ? [] : [each.restore])]),
    ];
    const names = [
        ...(ca === undefined ? [] : [ca]),
        ...Object.values(identities).flatMap(ofIdentity),
        ...requests.flatMap(({ send }) => Object.values(send?.secrets ?? {})),
        ...checks.flatMap(check => Object.values(check['stored-secrets'] ?? {})),
    ];
    return [...new Set(names)];
}
const ofIdentity = ({ bearer, cookie = {}, header = {}, basic }) => [
    ...(bearer === undefined ? [] : [bearer]),
    ...Object.values(cookie),
    ...Object.values(header),
    ...(basic === undefined ? [] : [basic.password]),
];
function identitiesOf({ identities = {} }, env) {
    const secrets = new Set();
    const secretOf = (name) => {
        const value = (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .variableIn */ .S)(name, env);
        if (value !== '')
            secrets.add(value);
        return value;
    };
    const problemOf = (variables) => {
        for (const name of variables) {
            const value = secretOf(name);
            if (value === '')
                return `${name} is empty; set it in an earlier step, or pass it in the input \`credentials\``;
            if (value.length < _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestMasked */ .Q)
                return `${name} has fewer than ${_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestMasked */ .Q} characters, so it cannot be masked`;
        }
        return undefined;
    };
    const credential = (name) => {
        const identity = identities[name];
        if (identity === undefined)
            return { problem: `the identity ${name} is not in slipway.yml` };
        const real = identity.invalid === undefined ? identity : identities[identity.invalid];
        if (real === undefined)
            return { problem: `the identity ${identity.invalid} is not in slipway.yml` };
        const variables = ofIdentity(real);
        const problem = problemOf(variables) ?? variables.map(unfit).find(each => each !== undefined);
        if (problem !== undefined)
            return { problem };
        const invalid = identity.invalid !== undefined;
        const late = real.bearer === undefined || invalid ? undefined : expiryProblem(real, secretOf(real.bearer));
        if (late !== undefined)
            return { problem: `${real.bearer} ${late}` };
        return headersOf(real, variable => {
            const value = secretOf(variable);
            return invalid ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(Math.max(8, Math.ceil(value.length / 2))).toString('hex') : value;
        }, secrets);
    };
    const unfit = (name) => /^[\x20-\x7e]+$/.test(secretOf(name))
        ? undefined
        : `${name} has a character that is not allowed in a header`;
    return {
        secrets,
        secretOf,
        problemOf,
        hide: text => (0,_toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__.withoutSecrets)(text, secrets),
        message: request => {
            const { get: path, method = 'GET', as, send = {} } = request;
            const hidden = Object.values(send.secrets ?? {});
            const own = as === undefined || as === 'none' ? {} : credential(as);
            const problem = 'problem' in own ? own.problem : problemOf(hidden);
            if (problem !== undefined)
                return { reason: `could not be sent: ${problem}` };
            const fields = Object.fromEntries(Object.entries(send.secrets ?? {}).map(([field, variable]) => [field, secretOf(variable)]));
            const { type, body } = bodyOf(send, fields);
            return {
                secret: Object.keys(own).length > 0 || hidden.length > 0,
                message: {
                    path,
                    method,
                    headers: {
                        ...(type === undefined ? {} : { 'content-type': type }),
                        ...send.headers,
                        ...own,
                    },
                    ...(body === undefined ? {} : { body }),
                },
            };
        },
    };
}
function headersOf({ bearer, cookie, header, basic }, secretOf, secrets) {
    if (bearer !== undefined)
        return { authorization: `Bearer ${secretOf(bearer)}` };
    if (cookie !== undefined) {
        const pairs = Object.entries(cookie).map(([name, variable]) => `${name}=${secretOf(variable)}`);
        return { cookie: pairs.join('; ') };
    }
    if (header !== undefined)
        return Object.fromEntries(Object.entries(header).map(([name, variable]) => [name, secretOf(variable)]));
    if (basic === undefined)
        return {};
    const pair = Buffer.from(`${basic.username}:${secretOf(basic.password)}`).toString('base64');
    secrets.add(pair);
    return { authorization: `Basic ${pair}` };
}
function bodyOf({ json, form, body }, secrets) {
    if (json !== undefined)
        return { type: 'application/json', body: JSON.stringify({ ...json, ...secrets }) };
    if (form === undefined)
        return body === undefined ? {} : { body };
    const fields = new URLSearchParams({ ...form, ...secrets });
    return { type: 'application/x-www-form-urlencoded', body: fields.toString() };
}
function expiryProblem(identity, token) {
    const expired = identity.expired === true;
    const [, claims, signature] = token.split('.');
    const { exp } = (signature !== undefined && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonMap */ .vM)(Buffer.from(claims ?? '', 'base64url'))) || {};
    if (signature === undefined)
        return undefined;
    if (typeof exp !== 'number')
        return expired ? 'never expires: it is a JSON web token without `exp`' : undefined;
    const until = Math.max(0, Math.min(exp * 1000, 8.64e15));
    if (until > Date.now() !== expired)
        return undefined;
    const date = new Date(until).toISOString();
    return expired
        ? `has not expired: its token is valid until ${date}`
        : `has expired: its token was valid until ${date}; renew it, or write \`expired: true\``;
}
function secretsOf(verify, env) {
    if (verify === undefined)
        return [];
    const values = variablesOf(verify)
        .filter(name => name !== verify.ca)
        .map(name => (0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .variableIn */ .S)(name, env));
    return values.filter(value => value.length >= _toolkit_redaction_js__WEBPACK_IMPORTED_MODULE_3__/* .shortestMasked */ .Q);
}
function requireSecrets(verify, env) {
    if (verify === undefined)
        return;
    const known = identitiesOf(verify, env);
    const unusable = Object.keys(verify.identities ?? {}).flatMap(as => {
        const made = known.message({ get: '/', as });
        return 'reason' in made ? [made.reason.replace(/^could not be sent: /, '')] : [];
    });
    const problem = known.problemOf(variablesOf(verify)) ?? unusable[0];
    if (problem === undefined)
        return;
    const [what = '', ...remedy] = problem.split('; ');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`verify cannot run: ${what}`, remedy.join('; ') || 'correct its value');
}


/***/ })

};
