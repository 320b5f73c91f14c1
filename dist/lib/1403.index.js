export const id = 1403;
export const ids = [1403,336];
export const modules = {

/***/ 51403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   initCommand: () => (/* binding */ initCommand)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(991);
/* harmony import */ var _toolkit_version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10336);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41648);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26115);









const initCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .QP)({
    name: 'init',
    description: 'Write slipway.yml, the workflows, the RBAC, and a Dockerfile, manifests and a .gitignore where there are none. Existing files are kept.',
    inputs: {
        folder: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('The folder of the repository.', '.'),
        environment: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Name of the environment to release to.', 'production'),
        namespace: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Its namespace. Default: that of the manifests, or else the name.'),
        image: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Repository of the image. Default: that of the manifests, or of the git remote.'),
        manifests: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Folder with the manifests, such as `k8s/overlays/prod` or `charts/shop`; `new` writes new ones. Default: `init` searches for it.'),
        set: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Values for a chart, as `name=value`, separated by commas or lines. `init` writes them to slipway.yml, so they must not be secret.'),
        port: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Port of the application, for new manifests. Default: that of the Dockerfile, the compose file or the sources.'),
        host: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Host name for an HTTPRoute in new manifests. Default: no HTTPRoute.'),
        gateway: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Gateway of that HTTPRoute, as `namespace/name`.'),
        'service-monitor': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Whether new manifests have a ServiceMonitor: `true` or `false`.', 'false'),
        'dry-run': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Whether to print the files instead of writing them: `true` or `false`.', 'false'),
    },
    outputs: {
        written: 'JSON array of the files that were written; with `dry-run`, that would be.',
        kept: 'JSON array of the files that exist already.',
        next: 'JSON array of the next commands, in order.',
    },
    told: true,
    refused: { written: '[]', kept: '[]', next: '[]' },
    run: async (inputs, host) => {
        const { folder, host: name, gateway } = inputs;
        if (name !== '' && !/^[^/]+\/[^/]+$/.test(gateway))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('an HTTPRoute needs its Gateway', 'name it as --gateway namespace/name');
        const dry = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .flag */ .Jt)('dry-run', inputs['dry-run']);
        const { readRepository, requireInside } = await __webpack_require__.e(/* import() */ 5231).then(__webpack_require__.bind(__webpack_require__, 5231));
        const { commandsOf } = await __webpack_require__.e(/* import() */ 1774).then(__webpack_require__.bind(__webpack_require__, 51774));
        const repository = await readRepository(folder);
        const { setups, notes } = await setUpAll(repository, inputs, host.env);
        const files = new Map(setups.flatMap(each => [...each.files]));
        for (const path of files.keys())
            await requireInside(repository, path);
        const kept = [...new Set(setups.flatMap(each => each.kept))];
        for (const [path, text] of files) {
            if (dry) {
                host.report(`would write ${path}:`);
                for (const line of text.trimEnd().split('\n'))
                    host.report(`  ${line}`);
                continue;
            }
            if (await writeNew((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository.root, path), text))
                host.report(`wrote ${path}`);
            else
                kept.push(path);
        }
        for (const path of kept)
            host.report(`kept ${path}`);
        if (name !== '' && ![...files.values()].some(text => text.includes('kind: HTTPRoute')))
            notes.push('the repository has manifests already, so no HTTPRoute was written for --host: add one to them');
        for (const note of notes)
            host.annotate('warning', { title: 'init', message: note });
        const written = [...files.keys()].filter(path => !kept.includes(path));
        const wanted = setups.map(each => each.next);
        const next = commandsOf(wanted, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.normalize)(folder), written);
        host.report('next:');
        for (const command of next)
            host.report(`  ${command}`);
        (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .setOutputs */ .n0)(host, { written, kept, next });
        const rows = [
            ...written.map(path => [path, dry ? 'would be written' : 'written']),
            ...kept.map(path => [path, 'kept']),
        ];
        const commands = next.map(each => [each]);
        await host.summary(`### init\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .table */ .tp)(['file', 'state'], rows)}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .table */ .tp)(['next'], commands)}\n`);
        return true;
    },
});
async function setUpAll(repository, inputs, env) {
    const { folder, environment, namespace, image, manifests, port, set, host } = inputs;
    const { readRepository, labelOf } = await __webpack_require__.e(/* import() */ 5231).then(__webpack_require__.bind(__webpack_require__, 5231));
    const { setUp } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(5279), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(6931), __webpack_require__.e(254), __webpack_require__.e(3146), __webpack_require__.e(9483), __webpack_require__.e(3299)]).then(__webpack_require__.bind(__webpack_require__, 3299));
    const { applicationsOf, withServices } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(4464)]).then(__webpack_require__.bind(__webpack_require__, 14464));
    const parsed = {
        port: portOf(port),
        set: valuesOf(set),
        code: (0,_toolkit_version_js__WEBPACK_IMPORTED_MODULE_5__/* .originOfCode */ .n)(env),
        scraped: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .flag */ .Jt)('service-monitor', inputs['service-monitor']),
    };
    const setUpIn = (place, at) => setUp(place, {
        ...inputs,
        ...parsed,
        env,
        folder: at,
        load: config => (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .manifestsOf */ .oF)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.root, 'slipway.yml'), config, environment, env),
    });
    const ofOne = [namespace, image, manifests, port, set, host];
    const several = ofOne.some(each => each !== '') ? undefined : applicationsOf(repository, environment);
    if (several === undefined) {
        const one = await setUpIn(repository, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.normalize)(folder));
        return { setups: [one], notes: [...one.notes] };
    }
    const labels = several.folders.map(each => labelOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(each)));
    const isOnly = (label) => labels.indexOf(label) === labels.lastIndexOf(label);
    const setups = await Promise.all(several.folders.map(async (within) => {
        const inner = withServices(await readRepository((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository.root, within)), repository, within);
        const named = isOnly(labelOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(within))) ? inner : { ...inner, name: within };
        const made = await setUpIn(named, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, within));
        const here = (path) => (path.startsWith('.github/') ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(within, path));
        return {
            ...made,
            files: new Map([...made.files].map(([path, text]) => [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(within, path), text])),
            kept: made.kept.map(here),
            notes: made.notes.map(note => `${within}: ${note}`),
        };
    }));
    return { setups, notes: [...setups.flatMap(each => each.notes), ...several.notes] };
}
function portOf(text) {
    if (text === '')
        return undefined;
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    if (port < 1 || port > 65535)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the port "${text}" is not a number from 1 to 65535`, 'correct --port');
    return port;
}
function valuesOf(text) {
    return Object.fromEntries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(text).map(each => {
        const [, name, value = ''] = /^([^=\s]+)=(.*)$/.exec(each) ?? [];
        if (name === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the value "${each}" has no name`, 'write --set name=value, such as --set image.tag=1');
        return [name, /^(true|false|-?(0|[1-9]\d{0,14}))$/.test(value) ? JSON.parse(value) : value];
    }));
}
async function writeNew(path, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text, { flag: 'wx' });
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
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

/***/ 63114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85280);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(4072)]).then(__webpack_require__.bind(__webpack_require__, 74040));
    const config = parseConfig(text, path);
    if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
        const { requireQueries } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6828), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(3075)]).then(__webpack_require__.bind(__webpack_require__, 28061));
        requireQueries(config, text, path);
    }
    return config;
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    if (Object.keys(config.environments).length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`slipway.yml of ${config.app} has no environments to release to`, 'add the environment to `environments:`');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
}
function configFor(config, { repositories = {} }) {
    const all = [config, ...Object.values(config.environments)];
    const images = Object.entries(config.images).map(([name, image]) => {
        const repository = repositories[name] ?? image.repository;
        const places = all.flatMap(each => 'images' in each ? image.repository : (each.repositories?.[name] ?? []));
        const elsewhere = [...new Set(places)].filter(place => place !== repository);
        return [name, { ...image, repository, elsewhere }];
    });
    return { ...config, images: Object.fromEntries(images) };
}
async function readBytes(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)(path, 'name the path of slipway.yml with the input `config`')(error);
    }
}


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the input `config`') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 85280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed),
/* harmony export */   O: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const reasons = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
};
const readNamed = (path, remedy) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(unreadable(path, remedy));
const unreadable = (what, remedy) => (cause) => {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} cannot be read: ${reasons[cause.code ?? ''] ?? cause.message}`, remedy, {
        cause,
    });
};


/***/ }),

/***/ 10336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ originOfCode),
/* harmony export */   versionOf: () => (/* binding */ versionOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const repository = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(import.meta.dirname, '../..');
function versionOf(root = repository) {
    const { version, commit } = packageOf(root);
    const made = committed(commit) ?? checkedOut(root);
    return `slipway ${version ?? 'of an unknown version'}${made === undefined ? '' : `, commit ${made}`}`;
}
function originOfCode(env, root = repository) {
    const { version = '0.0.0', commit } = packageOf(root);
    const clone = checkedOut(root)?.replace(/-dirty$/, '');
    const known = [commit, clone, installed(root), env.GITHUB_ACTION_REF].find(each => committed(each));
    return { version, commit: known };
}
function installed(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(root), '.package-lock.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file))
        return undefined;
    const { packages } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8'));
    return /[#/]([0-9a-f]{40})$/.exec(packages?.[`node_modules/${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root)}`]?.resolved ?? '')?.[1];
}
function packageOf(root) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'package.json');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(file) ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8')) : {};
}
const committed = (commit = '') => (/^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined);
function checkedOut(root) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, '.git')))
        return undefined;
    try {
        const args = ['-C', root, 'describe', '--always', '--exclude=*', '--abbrev=64', '--dirty'];
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    }
    catch {
        return undefined;
    }
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
