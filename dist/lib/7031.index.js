export const id = 7031;
export const ids = [7031];
export const modules = {

/***/ 74439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   replicationCommand: () => (/* binding */ replicationCommand)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(991);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57346);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26115);







const engine = async () => ({
    ...(await __webpack_require__.e(/* import() */ 127).then(__webpack_require__.bind(__webpack_require__, 70127))),
    ...(await Promise.all(/* import() */[__webpack_require__.e(845), __webpack_require__.e(2140)]).then(__webpack_require__.bind(__webpack_require__, 92671))),
});
const replicationCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'replication',
    description: 'Check the standbys and the WAL archive of a database, and compare tables on the primary with each standby and each logically replicated copy.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .environment */ .cA,
        database: { description: 'Name of the database in slipway.yml. Default: the only one.', default: '' },
        tables: {
            description: 'Tables to compare, separated by commas or lines, with their schema if that is not `public`. Default: none.',
            default: '',
        },
        within: {
            description: 'How long a replica may take to replay what was written before a comparison.',
            default: '1m',
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .kubeContext */ .ng,
    },
    outputs: {
        verdict: '`pass`, `fail` (a standby or the archive is behind or missing, or a table differs), or `unknown` (something could not be read or compared; never a pass).',
        standbys: 'JSON list with a sentence for each connected standby.',
        tables: 'JSON list of the comparisons with `table`, `replica`, `verdict` (`equal`, `differs` or `unknown`) and `sentence`.',
        reason: 'Why the verdict is not `pass`; otherwise empty.',
    },
    refused: { verdict: 'unknown', standbys: '[]', tables: '[]' },
    run: async (inputs, host) => {
        const { environment } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .requestOf */ .fo)(inputs, host);
        const recovery = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_4__.recoveryOf)(environment, inputs.environment);
        const name = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_4__.nameOfDatabase)(inputs.database, recovery);
        const declared = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_4__.databaseOf)(recovery, name);
        const patience = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .durationOf */ .cf('within', inputs.within);
        const tables = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(inputs.tables);
        const { copyAddress } = await __webpack_require__.e(/* import() */ 1141).then(__webpack_require__.bind(__webpack_require__, 71141));
        const copies = tables.length === 0 ? [] : declared.copies.map(each => copyAddress(each, host.env));
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .withCluster */ .Bq)(inputs, environment, host, engine, async (cluster, code) => {
            const [report] = await code.replicationOf(cluster, environment.namespace, [[name, declared]]);
            if (report === undefined)
                return false;
            const compared = [];
            for (const table of tables)
                compared.push(...(await compareAll(code, report, { table, copies, patience, database: declared.database })));
            return publish(report, compared, host);
        });
    },
});
async function compareAll({ compareTable, standbyReplica, copyReplica }, { answer, pods }, { table, database, copies, patience }) {
    const exec = 'primary' in answer ? pods.get(answer.primary) : undefined;
    if (!('primary' in answer) || exec === undefined)
        return [];
    const connection = { database };
    const primary = { exec, connection };
    const replicas = [
        ...[...pods].flatMap(([pod, exec]) => answer.standbyPods.includes(pod) ? [standbyReplica(pod, exec, connection)] : []),
        ...copies.map(copy => copyReplica(copy, primary)),
    ];
    const silent = [...answer.unreachable].map(([replica, why]) => ({
        ...{ table, replica, verdict: 'unknown' },
        sentence: `table ${table} on ${replica} is unknown: ${why}`,
    }));
    if (replicas.length + silent.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('there is nothing to compare with: the database has no standby', 'add one, or name its `copies` in slipway.yml');
    return [...(await compareTable(primary, replicas, table, patience)), ...silent];
}
async function publish({ database, verdict, problems, standbys }, compared, host) {
    const verdicts = [verdict, ...compared.map(each => each.verdict)];
    const isBad = verdicts.some(each => each === 'behind' || each === 'missing' || each === 'differs');
    const result = isBad ? 'fail' : verdicts.includes('unknown') ? 'unknown' : 'pass';
    const reasons = [
        ...problems,
        ...compared.flatMap(each => (each.verdict === 'equal' ? [] : [each.sentence])),
    ];
    host.output('verdict', result);
    host.output('standbys', JSON.stringify(standbys));
    host.output('tables', JSON.stringify(compared));
    host.output('reason', reasons.join('; '));
    const sentences = [...standbys, ...compared.map(({ sentence }) => sentence)];
    for (const sentence of sentences)
        host.report(`${database}: ${sentence}`);
    const lines = [...standbys, ...problems, ...compared.map(({ sentence }) => sentence)];
    await host.summary(`### Replication of ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(database)}: ${result}\n\n${lines.map(line => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(line)}\n`).join('')}`);
    return result === 'pass';
}


/***/ }),

/***/ 26115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oF: () => (/* binding */ manifestsOf),
  fo: () => (/* binding */ requestOf),
  ii: () => (/* binding */ warnOfNewValues),
  Bq: () => (/* binding */ withCluster),
  BW: () => (/* binding */ withManifests)
});

// UNUSED EXPORTS: withLogins

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
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/port.js + 7 modules
var port = __webpack_require__(38663);
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
        const cluster = await (0,port/* connect */.N)({ ...options, kubeconfig });
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
    const text = await (0,promises_.readFile)(path, 'utf8').catch(cause => {
        throw new errors/* UserError */.yo(`cluster.ca: ${path} cannot be read`, 'correct the path, which is relative to slipway.yml', {
            cause,
        });
    });
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
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
;// CONCATENATED MODULE: ./.build/js/src/actions/session.js







async function requestOf(inputs, host) {
    const config = await (0,load/* loadConfig */.Z9)(inputs.config);
    const environment = (0,load/* environmentOf */.p7)(config, inputs.environment);
    return {
        config: (0,load/* configFor */.m3)(config, environment),
        environmentName: inputs.environment,
        environment: (0,actions_inputs/* withReversible */.qL)(environment, inputs.reversible ?? ''),
        origin: (0,origin/* originOf */.y)(host.env),
        wait: inputs.wait === undefined ? 0 : (0,actions_inputs/* waitOf */.pE)(inputs.wait),
        env: withLogins(host.env, (0,actions_inputs/* parseSecrets */.dC)('logins', inputs.logins ?? '', host)),
        ...(await endedRuns(inputs['runs-token'] ?? '', host)),
        report: host.report,
    };
}
function withLogins(env, logins) {
    if (Object.keys(logins).length === 0)
        return env;
    const others = Object.entries(env).filter(([name]) => logins[name] === undefined);
    return Object.assign(Object.create(logins), Object.fromEntries(others));
}
async function endedRuns(token, { env, report }) {
    if (token === '')
        return {};
    const { endedRunsOf } = await __webpack_require__.e(/* import() */ 2139).then(__webpack_require__.bind(__webpack_require__, 72139));
    const hasEnded = endedRunsOf(env, token, report);
    return hasEnded === undefined ? {} : { hasEnded };
}
async function withManifests(path, request, report) {
    const { config, environmentName } = request;
    const { environment: hooked, manifests, hooks, notes, } = await manifestsOf(path, config, environmentName, request.env);
    for (const note of notes)
        report(note);
    const { withUnlistedWorkers } = await __webpack_require__.e(/* import() */ 7121).then(__webpack_require__.bind(__webpack_require__, 17121));
    const repositories = Object.values(config.images).map(({ repository }) => repository);
    const written = hooked.hooks === undefined ? {} : { hooks: hooked.hooks };
    const { environment, unlisted } = withUnlistedWorkers({ ...request.environment, ...written }, manifests, repositories);
    for (const { kind, name } of unlisted)
        report(`${kind}/${name} also runs an image of ${config.app}, so it is released, watched and rolled back as a worker; if it receives traffic, create a separate slipway.yml for it`);
    const environments = { ...config.environments, [environmentName]: environment };
    return { request: { ...request, environment, config: { ...config, environments } }, manifests, hooks };
}
async function manifestsOf(path, config, name, env) {
    const environment = (0,load/* environmentOf */.p7)(config, name);
    if (environment.manifests.length === 0)
        return { environment, manifests: [], hooks: {}, notes: [] };
    const { loadSorted, withChartHooks } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(2262)]).then(__webpack_require__.bind(__webpack_require__, 69881));
    const target = { namespace: environment.namespace, app: config.app, env };
    const sorted = await loadSorted(environment.hooks, (0,external_node_path_.dirname)(path), environment.manifests, target);
    const found = { ...sorted, environment: withChartHooks(environment, sorted.hooks) };
    if ((environment.monitoring?.objects ?? 'none') === 'none')
        return found;
    const [{ monitoringManifests }, { monitoringSubject }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4972), __webpack_require__.e(562), __webpack_require__.e(401), __webpack_require__.e(7248), __webpack_require__.e(2488)]).then(__webpack_require__.bind(__webpack_require__, 62488)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6264)]).then(__webpack_require__.bind(__webpack_require__, 63883)),
    ]);
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
        throw error instanceof LeaseLost ? error : (0,errors/* markMidway */.$L)(error);
    }
    finally {
        await cluster.close();
    }
}
function session_open({ config, 'kube-context': context, patient = true }, environment, host) {
    const trust = environment.cluster;
    if (context !== '' || trust === undefined) {
        return (0,port/* connect */.N)({ patient, ...(context === '' ? {} : { context }) });
    }
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
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _jwt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99177);



const attempts = 4;
const remedy = 'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';
function issuerOf(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
    if (!url || !bearer || !URL.canParse(url)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this job may not request an OIDC token from GitHub', remedy);
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
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub gave no OIDC token for the audience "${audience}": its token service ${outcome.problem}`, denied ? remedy : 'run the job again');
}
async function askOnce(url, bearer, send) {
    let status;
    let text;
    try {
        const response = await send(url, {
            headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
            redirect: 'error',
            signal: AbortSignal.timeout(10_000),
        });
        status = response.status;
        text = await response.text();
    }
    catch (error) {
        const { name, cause } = error;
        const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
        return { problem: `did not answer ${why}`, temporary: true };
    }
    if (status !== 200) {
        return { problem: `answered ${status}`, temporary: status === 429 || status >= 500 };
    }
    const token = tokenIn(text);
    return token === undefined ? { problem: 'answered without a token', temporary: false } : { token };
}
function tokenIn(text) {
    try {
        const { value } = JSON.parse(text);
        return typeof value === 'string' && (0,_jwt_js__WEBPACK_IMPORTED_MODULE_2__/* .claimsOf */ .d)(value) !== undefined ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function execCredential(token, now) {
    const { exp, iat } = (0,_jwt_js__WEBPACK_IMPORTED_MODULE_2__/* .claimsOf */ .d)(token) ?? {};
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

/***/ 17849:
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
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


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
const leasePath = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb.application(app));
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
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ })

};
