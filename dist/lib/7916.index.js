export const id = 7916;
export const ids = [7916];
export const modules = {

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

/***/ 78412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ drillsSweptSummary),
/* harmony export */   Il: () => (/* binding */ verifySummary),
/* harmony export */   RI: () => (/* binding */ sweepSummary),
/* harmony export */   eN: () => (/* binding */ deploySummary),
/* harmony export */   j0: () => (/* binding */ rollbackSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(991);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78968);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25113);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34950);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8731);






function deploySummary(app, environment, images, result, workers = [], signed = []) {
    const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(environment)}: release ${result.release}`;
    const what = {
        complete: `Release ${result.release} is rolled out: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(result.rolloutMs)}.`,
        prepared: `Release ${result.release} runs next to the live release, **without traffic**: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(result.rolloutMs)}. The gate comes next.`,
        'rolled-back': `Release ${result.release} did not become ready and was **rolled back**${result.rollbackMs === undefined ? '' : ` in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(result.rollbackMs)}`}. ${result.baseline === undefined
            ? 'No release is live, because this was the first.'
            : `Release ${result.baseline} is live.`}`,
        'needs-action': `Release ${result.release} did not become ready and is **not reversible, so it was not rolled back**.`,
        failed: `Release ${result.release} **failed and has not been rolled back**.`,
        refused: `Release ${result.release} was **refused**: nothing was applied.`,
    }[result.state];
    const also = workers.length === 0 || (result.state !== 'complete' && result.state !== 'prepared')
        ? ''
        : `Workers ${result.state === 'complete' ? 'updated with it' : 'to update after the verdict'}: ${workers.map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn).join(', ')}.`;
    const isOpen = result.state === 'needs-action' || result.state === 'failed';
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraphs */ .qN)([
        head,
        what,
        also,
        result.reason === undefined ? '' : `**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(result.reason)}`,
        isOpen ? `**Next:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(nextStep(result))}.` : '',
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(result.promotion ?? ''),
        ...signed.map(sentence => `${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(sentence)}.`),
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .imageTable */ .iB)(images),
    ]);
}
const nextStep = ({ decision }) => decision?.end?.state === 'needs-action'
    ? (0,_headline_js__WEBPACK_IMPORTED_MODULE_1__.headline)(decision).next
    : `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .RG)('status')} to see which version is live`;
function verifySummary(app, result) {
    const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
    return [
        `### ${mark(result.verdict === 'pass')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(app)}: release ${result.release} ${proofs[result.verdict]}`,
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .bullets */ .e5)(result.reasons),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['zone', 'pods', 'ready', 'verified digest'], zones),
        `Requests were sent to ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(result.address)}.`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['worker', 'pods', 'verified digest'], result.workers.map(({ name, pods, matching }) => name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)])),
        ...(0,_acceptance_js__WEBPACK_IMPORTED_MODULE_4__/* .acceptanceParts */ .sv)(app, result.checks),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['container', 'image'], Object.entries(result.digests).map(each => each.map(_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigests */ .s))),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
const proofs = {
    pass: 'verified',
    fail: 'failed its verification',
    unproved: 'is live, but not verified',
};
function rollbackSummary(app, result) {
    if (result.state === 'not-needed')
        return `### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(app)}: nothing was rolled back\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(result.reason ?? '')}\n`;
    const good = result.state === 'complete';
    const head = `### ${mark(good)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(app)}: ${whereTo(result)}`;
    const what = good
        ? liveSentence(result)
        : `**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(result.reason ?? '')}\n\n**Next:** ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .RG)('status')} to see which version is live.`;
    const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
    return `${head}\n\n${what}${proof}\n`;
}
function whereTo({ release, changed, state }) {
    if (state === 'failed')
        return `the rollback ${release === undefined ? 'of the first release' : `to release ${release}`} failed`;
    if (release === undefined)
        return 'the first release was rolled back';
    return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}
function liveSentence({ release, changed, seconds, reason }) {
    if (release === undefined)
        return `The objects of the release were removed in ${seconds.toFixed(1)} s. No release is live.`;
    if (changed)
        return `Release ${release} is live, restored in ${seconds.toFixed(1)} s.`;
    return `Release ${release} is live.${reason === undefined ? '' : `\n\n**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(reason)}`}`;
}
function sweepSummary({ app, environment }, { state, release, reason, waits }, fixed = []) {
    const what = waits === undefined
        ? swept[state].what(release ?? 0)
        : `release ${release} waits for ${waits.for === 'approval' ? 'an approval' : 'a person to resume it'}`;
    const head = `### ${swept[state].mark} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(environment)}: ${what}`;
    const why = reason === undefined ? [] : [(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(reason)];
    const remedy = state === 'needs-action' ? (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .remedyOfNeedsAction */ .h5)(release) : waits?.remedy;
    const next = remedy === undefined ? [] : [`**Next:** ${remedy}.`];
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraphs */ .qN)([head, ...why, ...next, (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .bullets */ .e5)(fixed)]);
}
function drillsSweptSummary({ app, environment }, { done, failed }) {
    const repaired = done.length === 0 ? 'no killed drill left anything to repair' : 'what killed drills left is repaired';
    const what = failed === undefined ? repaired : 'the repair after a drill failed';
    const head = `### ${mark(failed === undefined)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(environment)}: ${what}`;
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraphs */ .qN)([head, ...(failed === undefined ? [] : [(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(failed)]), (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .bullets */ .e5)(done)]);
}
const swept = {
    idle: { mark: '✅', what: () => 'no rollout to finish or roll back' },
    running: {
        mark: '⏳',
        what: release => `the rollout of release ${release} is in progress, and was left alone`,
    },
    paused: { mark: '⏳', what: release => `the rollout of release ${release} is paused, and was left alone` },
    complete: { mark: '✅', what: release => `the rollout of release ${release} was finished` },
    'rolled-back': { mark: '✅', what: release => `release ${release} was rolled back` },
    'needs-action': { mark: '❌', what: release => `release ${release} needs action` },
};
const mark = (good) => (good ? '✅' : '❌');


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


/***/ }),

/***/ 31015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError)
/* harmony export */ });
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}



/***/ })

};
