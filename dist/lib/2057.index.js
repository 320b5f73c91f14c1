export const id = 2057;
export const ids = [2057];
export const modules = {

/***/ 60827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ publishDecision),
/* harmony export */   reportFolder: () => (/* binding */ reportFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94826);




async function publishDecision(record, host) {
    if (record === undefined)
        return '';
    try {
        const { decisionSummary } = await Promise.all(/* import() */[__webpack_require__.e(4950), __webpack_require__.e(5204)]).then(__webpack_require__.bind(__webpack_require__, 5204));
        const { decisionPage } = await Promise.all(/* import() */[__webpack_require__.e(4950), __webpack_require__.e(2947)]).then(__webpack_require__.bind(__webpack_require__, 52947));
        await host.summary(decisionSummary(record));
        return await reportFolder(host, `r${record.release}`, {
            'decision.json': `${JSON.stringify(record)}\n`,
            'report.html': decisionPage(record),
        });
    }
    catch (error) {
        host.annotate('warning', { message: `the decision record was not written: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .innermostCause */ .$C)(error)}` });
        return '';
    }
}
async function reportFolder({ env }, name, files) {
    const folder = await (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .newFolder */ .l)(env, name);
    await Promise.all(Object.entries(files).map(([file, text]) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file), text)));
    return folder;
}


/***/ }),

/***/ 98936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ publishDeployment),
  C: () => (/* binding */ publishOutcome)
});

// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(31015);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/report/deployment.js


const longestDescription = 140;
function deploymentRequest(record, production) {
    const ref = record.runs[0]?.by.revision;
    if (ref === undefined)
        return undefined;
    const { app, environment, release, images, url } = record;
    return {
        ref,
        environment,
        description: described(`Release ${release} of ${app}`),
        auto_merge: false,
        required_contexts: [],
        production_environment: production,
        payload: { app, release, images, ...(0,map/* defined */.sw)({ url }) },
    };
}
function statusAs(said) {
    const { state, sentence, origin, url } = said;
    return {
        state,
        description: described(sentence),
        ...(isAddress(origin.url) ? { log_url: origin.url } : {}),
        ...(isAddress(url) ? { environment_url: url } : {}),
        auto_inactive: state === 'success',
    };
}
function described(text) {
    const line = (0,printable/* oneLine */.TN)(text).replace(/\s+/g, ' ').trim().toWellFormed();
    if (line.length <= longestDescription)
        return line;
    return `${line.slice(0, longestDescription - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
function isAddress(text) {
    return typeof text === 'string' && /^https?:\/\//.test(text) && URL.canParse(text);
}

;// CONCATENATED MODULE: ./.build/js/src/report/announcement.js




async function announce(github, said, report) {
    try {
        const all = await deploymentsOf(github, said);
        const own = all.find(({ release }) => release === said.release) ?? (await made(github, said));
        if (own !== undefined)
            await add(github, own.id, statusAs({ ...said, url: own.url }));
        if (said.state === 'success')
            await retire(github, said, all);
    }
    catch (error) {
        const what = `the deployment of release ${said.release} was not updated on GitHub: ${(0,printable/* printable */.g$)(error.message)}`;
        if (!(error instanceof dist_src/* RequestError */.G && error.status === 403))
            return report(`warning: ${what}`);
        if (said.made !== undefined)
            report(`${what}; a job without a GitHub environment needs \`deployments: write\` to show its releases`);
    }
}
async function deploymentsOf({ open, repo }, { app, environment }) {
    const { rest } = await open();
    const { data } = await rest.repos.listDeployments({ ...repo, environment, per_page: 100 });
    return data.flatMap(({ id, payload }) => (0,map/* isMap */.jh)(payload) && payload.app === app ? [{ id, release: payload.release, url: payload.url }] : []);
}
async function made({ open, repo }, { made: asked, origin, ...rest }) {
    if (asked === undefined)
        return undefined;
    const production = /^prod/.test(rest.environment);
    const request = deploymentRequest({ ...rest, ...asked, runs: [{ by: origin }] }, production);
    if (request === undefined)
        return undefined;
    const { data } = await (await open()).rest.repos.createDeployment({ ...repo, ...request });
    return 'id' in data ? { id: data.id, release: rest.release, url: asked.url } : undefined;
}
const add = async ({ open, repo }, id, status) => (await open()).rest.repos.createDeploymentStatus({ ...repo, deployment_id: id, ...status });
const looked = 5;
async function retire(github, { release, origin }, all) {
    const { rest } = await github.open();
    const others = all.filter(each => each.release !== release);
    for (const { id } of others.slice(0, looked)) {
        const query = { ...github.repo, deployment_id: id, per_page: 1 };
        const { data } = await rest.repos.listDeploymentStatuses(query);
        if (data[0]?.state !== 'success' && data[0]?.state !== 'in_progress')
            continue;
        await add(github, id, statusAs({ state: 'inactive', sentence: `Release ${release} is live`, origin }));
    }
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/actions/decision.js
var actions_decision = __webpack_require__(60827);
;// CONCATENATED MODULE: ./.build/js/src/actions/deployment.js






const states = {
    prepared: 'in_progress',
    passed: 'in_progress',
    'needs-action': 'in_progress',
    complete: 'success',
    'rolled-back': 'failure',
    failed: 'failure',
    refused: 'failure',
};
async function publishOutcome(host, { config: { app }, environmentName: environment }, token, { release, state, reason, decision }, made) {
    (0,toolkit_host/* setOutputs */.n0)(host, { state, release, reason });
    host.output('record', await (0,actions_decision/* publishDecision */.M)(decision, host));
    await publishDeployment(host, token, { app, environment, release, state, ...(0,map/* defined */.sw)({ reason, made }) });
    host.report(`release ${release}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
}
async function publishDeployment(host, token, said) {
    const github = (0,toolkit_github/* gitHubOf */.Tc)(host.env, token);
    const { state: ours, reason, ...rest } = said;
    const state = states[ours];
    if (github === undefined || state === undefined)
        return;
    const sentence = `Release ${said.release}: ${ours.replace('-', ' ')}${reason === undefined ? '' : `, ${reason}`}`;
    await announce(github, { ...rest, state, sentence, origin: (0,origin/* originOf */.y)(host.env) }, host.report);
}


/***/ }),

/***/ 50819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W2: () => (/* binding */ requireNoDrill),
/* harmony export */   b0: () => (/* binding */ requireNoRestore),
/* harmony export */   io: () => (/* binding */ warnOfOverdue)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78968);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);





async function requireNoDrill(cluster, { environment: { namespace, recovery } }, host) {
    if (recovery?.drills === undefined)
        return;
    const { drillLeaseState } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6695), __webpack_require__.e(683)]).then(__webpack_require__.bind(__webpack_require__, 8065));
    const state = await drillLeaseState(cluster, namespace);
    if (state === 'held')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`a drill is running in ${namespace}: its failures would be blamed on the release`, 'release when the drill has ended');
    if (state === 'left')
        host.annotate('warning', {
            title: 'Interrupted drill',
            message: `an interrupted drill may have left faults in namespace ${namespace}; ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('sweep')}, which repairs them`,
        });
}
async function requireNoRestore(cluster, { environment: { namespace, recovery } }) {
    const inPlace = Object.entries(recovery?.databases ?? {}).filter(([, database]) => database['in-place'] !== undefined);
    if (inPlace.length === 0)
        return;
    const { progressOf } = await __webpack_require__.e(/* import() */ 548).then(__webpack_require__.bind(__webpack_require__, 40548));
    for (const [name, { workload }] of inPlace) {
        const live = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(namespace, workload)).catch((0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ifNotAllowed */ .hC)(undefined));
        const step = live && progressOf(live)?.step;
        if (step === 'starting')
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the in-place restore of the database ${name} has not ended: a release could start members that have no files`, 'release when the restore has ended; if its run has ended, run `restore` again with the same `target` or another one; if the database needs a change to come up, make it with kubectl, and do not scale it');
        if (step !== undefined && step !== 'done')
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the database ${name} is being restored in place: a release could start it on incomplete files`, 'release when the restore has ended; if its run was stopped, run `restore` again with the same `target`, or with `target: before`');
    }
}
async function warnOfOverdue(cluster, released, host) {
    const { owner, environment } = released;
    const due = environment.recovery?.drills?.due;
    if (due === undefined || Object.keys(due['max-age']).length === 0)
        return;
    const { readLast } = await __webpack_require__.e(/* import() */ 2835).then(__webpack_require__.bind(__webpack_require__, 22835));
    const { staleness } = await Promise.all(/* import() */[__webpack_require__.e(4245), __webpack_require__.e(5436)]).then(__webpack_require__.bind(__webpack_require__, 44245));
    const place = { app: owner.app, namespace: environment.namespace };
    const wanted = await Promise.all(Object.entries(due['max-age']).map(async ([scenario, most]) => {
        const last = await readLast(cluster, place, `drill-${scenario}`);
        return { scenario, most, lastGreen: last?.at };
    }));
    const late = (of) => of.flatMap(each => staleness(each, cluster.now(), each.most) ?? []);
    if (late(wanted).length === 0)
        return;
    const elsewhere = await greenElsewhere(released, environment.recovery, host, cluster.now());
    const known = wanted.map(each => ({
        ...each,
        lastGreen: newest(each.lastGreen, elsewhere?.get(each.scenario)),
    }));
    const [first, ...more] = late(known);
    if (first === undefined)
        return;
    const unasked = elsewhere === undefined
        ? ['drills in other clusters are unknown without the credentials of the stores']
        : [];
    const message = [first, ...more, ...unasked].join('; ');
    if (due['on-overdue'] === 'block')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(message, 'run `drill`, or set `on-overdue: warn` in `drills.due` of slipway.yml');
    host.annotate('warning', { title: 'Overdue drills', message });
}
async function greenElsewhere({ owner, config }, recovery, { env }, now) {
    if (recovery === undefined)
        return undefined;
    const { openStores } = await __webpack_require__.e(/* import() */ 7346).then(__webpack_require__.bind(__webpack_require__, 57346));
    const { readDrills } = await Promise.all(/* import() */[__webpack_require__.e(4245), __webpack_require__.e(2570)]).then(__webpack_require__.bind(__webpack_require__, 89907));
    const read = async () => {
        const green = new Map();
        for (const { store } of await openStores(recovery, config, env))
            for (const { scenario, verdict, at } of await readDrills(store, owner))
                if (verdict === 'pass' && at <= now + _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .maxClockSkew */ .b4)
                    green.set(scenario, Math.max(at, green.get(scenario) ?? 0));
        return green;
    };
    return read().catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .onUserError */ .lP)(() => undefined));
}
const newest = (one, other) => one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);


/***/ }),

/***/ 82057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fo: () => (/* binding */ checksOutput),
  V8: () => (/* binding */ deployByGit),
  mQ: () => (/* binding */ gitopsOf),
  au: () => (/* binding */ inUseByGit),
  G1: () => (/* binding */ publishStatus),
  PZ: () => (/* binding */ requireApplied),
  cN: () => (/* binding */ rollBackByGit),
  MS: () => (/* binding */ statusByGit),
  Qe: () => (/* binding */ sweepByGit),
  rI: () => (/* binding */ verifyByGit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/report/acceptance.js
var acceptance = __webpack_require__(25113);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
// EXTERNAL MODULE: ./.build/js/src/report/summary-parts.js
var summary_parts = __webpack_require__(8731);
;// CONCATENATED MODULE: ./.build/js/src/report/gitops.js



function deliverySummary(app, environment, images, { state, release, baseline, reason, rollbackMs }) {
    const good = state === 'complete' || state === 'paused';
    const old = baseline === undefined ? 'What was live before' : `Release ${baseline}`;
    const what = {
        complete: `Git has release ${release}, and every pod of the newest version runs it.`,
        paused: `The pull request of release ${release} waits for its merge; sweep continues then.`,
        'rolled-back': `Release ${release} was **reverted** in Git. ${old} is live again${rollbackMs === undefined ? '' : `, after ${(0,markdown/* time */.kB)(rollbackMs)}`}.`,
        'needs-action': `Release ${release} **needs action**.`,
        failed: `Release ${release} **failed**.`,
    }[state];
    const next = `**Next:** ${(0,operations/* howToRun */.RG)('status')} to compare Git with the pods, then release a version that works.`;
    return (0,markdown/* paragraphs */.qN)([
        `### ${good ? '✅' : '❌'} ${(0,markdown/* cell */.Hn)(app)} → ${(0,markdown/* cell */.Hn)(environment)}: release ${release}`,
        what,
        reason === undefined ? '' : `**Why:** ${(0,markdown/* cell */.Hn)(reason)}`,
        state === 'needs-action' || state === 'failed' ? next : '',
        (0,summary_parts/* imageTable */.iB)(images),
    ]);
}
function deliverySentence(app, { release, candidate, state, holder, reason, git, controller, live }) {
    const verified = release === undefined ? `no release of ${app} is verified` : `release ${release} of ${app} is verified`;
    const open = candidate === undefined
        ? []
        : [`release ${candidate} is ${state} (${holder})${reason === undefined ? '' : `: ${reason}`}`];
    return [verified, ...open, git, ...(controller === undefined ? [] : [controller]), live].join('; ');
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/actions/deployment.js + 2 modules
var deployment = __webpack_require__(98936);
// EXTERNAL MODULE: ./.build/js/src/actions/due.js
var due = __webpack_require__(50819);
// EXTERNAL MODULE: ./.build/js/src/actions/public-url.js
var public_url = __webpack_require__(43844);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/released-images.js
var released_images = __webpack_require__(57529);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
// EXTERNAL MODULE: ./.build/js/src/actions/trust.js
var trust = __webpack_require__(55571);
;// CONCATENATED MODULE: ./.build/js/src/actions/gitops.js

















const gitopsOf = ({ delivery }) => delivery?.gitops;
function requireApplied(environment, name, remedy) {
    if (environment.delivery === undefined)
        return;
    throw new errors/* UserError */.yo(`${name} is delivered by Git, so Slipway only reads its cluster`, remedy);
}
const engine = async () => ({
    ...(await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(6382), __webpack_require__.e(53)]).then(__webpack_require__.bind(__webpack_require__, 49013))),
    ...(await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(1956)]).then(__webpack_require__.bind(__webpack_require__, 71956))),
    ...(await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(6382), __webpack_require__.e(4377)]).then(__webpack_require__.bind(__webpack_require__, 76382))),
    ...(await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8440)]).then(__webpack_require__.bind(__webpack_require__, 58440))),
    ...(await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7702)]).then(__webpack_require__.bind(__webpack_require__, 97702))),
});
async function withDelivery(inputs, { request, gitops, host, signal, patient = true, force }, use) {
    const way = { ...inputs, patient };
    return (0,session/* withCluster */.Bq)(way, request.environment, host, engine, async (cluster, code) => {
        const { env } = host;
        const given = inputs['gitops-token'];
        if (given !== '')
            host.setSecret(given);
        const folder = (0,external_node_path_.dirname)(inputs.config);
        const { url, token, own } = await code.placeOf(gitops, { folder, token: given, env });
        const logRef = code.logRef(request.config.app, request.environmentName);
        const repository = await code.GitRepository.open({ url, branch: gitops.branch, logRef }, { token, env });
        const at = code.gitHubRepository(url, env.GITHUB_SERVER_URL);
        const github = (0,toolkit_github/* gitHubOf */.Tc)({ ...env, GITHUB_REPOSITORY: at && `${at.owner}/${at.repo}` }, token);
        const registry = await (0,actions_registry/* registryClient */.R)();
        const demand = await (0,trust/* signatureDemand */.eD)(inputs, { ...request, force, host });
        const requireTrusted = async (images) => demand?.(Object.values(images).map(each => `${each.repository}@${each.digest}`));
        const pulls = github && code.pullRequestsAt(github.repo, github.open);
        const session = new code.DeliverySession({
            ...request,
            ...(signal === undefined ? {} : { signal }),
            repository,
            cluster,
            gitops,
            own,
            registry,
            requireTrusted,
            pulls,
        });
        try {
            return await use(session, cluster);
        }
        catch (error) {
            throw session.changed ? (0,errors/* markAfterChange */.MU)(error) : error;
        }
        finally {
            await repository.close();
        }
    });
}
async function deployByGit(inputs, delivery) {
    const { request, host } = delivery;
    const { config, environment } = request;
    const url = (0,public_url/* publicUrl */.x)(environment, []);
    (0,toolkit_host/* setOutputs */.n0)(host, { app: config.app, 'sign-proof': 'false', monitored: 'false', url });
    const asked = await (0,released_images/* releasedImages */.i)(inputs, request, host);
    const [images, verified] = [await asked.images, await asked.verify()];
    (0,trust/* signatureSentences */.Bk)(verified).forEach(host.report);
    const signal = host.cancellation();
    const { requireNews } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(6382), __webpack_require__.e(53)]).then(__webpack_require__.bind(__webpack_require__, 49013));
    await requireNews(host.env);
    return withDelivery(inputs, { ...delivery, signal }, async (session, cluster) => {
        const owner = { app: config.app, environment: inputs.environment };
        const released = { owner, environment, config: inputs.config };
        await (0,due/* requireNoDrill */.W2)(cluster, released, host);
        await (0,due/* requireNoRestore */.b0)(cluster, released);
        const promotion = await asked.promotion.requirePromotion?.(cluster, images);
        const { deliver } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(956), __webpack_require__.e(4326), __webpack_require__.e(6382), __webpack_require__.e(5648), __webpack_require__.e(5407)]).then(__webpack_require__.bind(__webpack_require__, 45407));
        const result = await deliver(session, images);
        const references = (0,kinds/* referencesOf */.CL)(images);
        const { baseline, rollbackMs } = result;
        (0,toolkit_host/* setOutputs */.n0)(host, {
            baseline,
            'rollback-seconds': (0,duration/* secondsOutput */.tD)(rollbackMs),
            images: references,
            signed: (0,trust/* signedOutput */.SG)(verified),
            promotion: promotion?.sentence,
        });
        await host.summary(deliverySummary(config.app, inputs.environment, Object.values(references), result));
        const made = { images: references, url };
        await (0,deployment/* publishOutcome */.C)(host, request, inputs['deployments-token'], result, made);
        return result.state === 'complete' || result.state === 'paused';
    });
}
async function verifyByGit(inputs, delivery) {
    const { request, host } = delivery;
    const release = inputs.release === '' ? undefined : (0,naming/* parseReleaseNumber */._W)(inputs.release);
    const result = await withDelivery(inputs, { ...delivery, patient: false }, async (session) => {
        const { verifyDelivery } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(956), __webpack_require__.e(4326), __webpack_require__.e(6382), __webpack_require__.e(5648), __webpack_require__.e(7678)]).then(__webpack_require__.bind(__webpack_require__, 77678));
        return verifyDelivery(session, release);
    });
    const good = result.reasons.length === 0;
    const reason = result.reasons.join('; ');
    (0,toolkit_host/* setOutputs */.n0)(host, {
        verdict: good ? 'pass' : 'fail',
        cause: result.cause,
        release: result.release,
        checks: checksOutput(result.results),
        zones: [],
        proof: 'none',
        reason,
    });
    const what = `release ${result.release} ${good ? 'is live, and Git has it' : 'failed its verification'}`;
    const head = `### ${good ? '✅' : '❌'} ${(0,markdown/* cell */.Hn)(request.config.app)}: ${what}`;
    await host.summary((0,markdown/* paragraphs */.qN)([head, (0,markdown/* cell */.Hn)(reason), ...(0,acceptance/* acceptanceParts */.sv)(request.config.app, result.results)]));
    host.report(good ? what : `${what}: ${reason}`);
    return good;
}
const checksOutput = (results) => results.map(({ check, part = 'checks', ok, reason = '', ms, ...rest }) => {
    return { ...rest, part, get: check?.get ?? '', ok, reason, ms: Math.round(ms) };
});
async function rollBackByGit(inputs, delivery, { from, to, timeout, force }) {
    const { request, host } = delivery;
    const signal = timeout === undefined ? {} : { signal: AbortSignal.timeout(timeout) };
    const way = { ...delivery, force, ...signal };
    const result = await withDelivery(inputs, way, async (session) => {
        const { rollBackDelivery } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(956), __webpack_require__.e(4326), __webpack_require__.e(6382), __webpack_require__.e(5648), __webpack_require__.e(5407)]).then(__webpack_require__.bind(__webpack_require__, 45407));
        return rollBackDelivery(session, { from, to, force });
    });
    const { state, release, changed, seconds, reason } = result;
    const live = state === 'failed' ? undefined : release;
    (0,toolkit_host/* setOutputs */.n0)(host, {
        release: live,
        changed,
        'rollback-seconds': seconds.toFixed(2),
        state,
        record: '',
        proof: 'none',
        reason,
    });
    const what = `rollback ${state}${live === undefined ? '' : `: release ${live} is live`}`;
    const mark = state === 'failed' ? '❌' : '✅';
    await host.summary(`### ${mark} ${(0,markdown/* cell */.Hn)(request.config.app)}: ${(0,markdown/* cell */.Hn)(what)}\n\n${(0,markdown/* cell */.Hn)(reason ?? '')}\n`);
    host.report(reason === undefined ? what : `${what}; ${reason}`);
    return state !== 'failed';
}
const sweepByGit = (inputs, delivery) => withDelivery(inputs, { ...delivery, signal: delivery.host.cancellation() }, async (session) => {
    const { sweepDelivery } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(956), __webpack_require__.e(4326), __webpack_require__.e(6382), __webpack_require__.e(5648), __webpack_require__.e(5623)]).then(__webpack_require__.bind(__webpack_require__, 95623));
    return sweepDelivery(session);
});
const inUseByGit = (inputs, delivery, look) => withDelivery(inputs, { ...delivery, patient: false }, async (session, cluster) => {
    const { namedInGit } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(956), __webpack_require__.e(4326), __webpack_require__.e(6382), __webpack_require__.e(5648), __webpack_require__.e(7678)]).then(__webpack_require__.bind(__webpack_require__, 77678));
    const found = await look(cluster);
    return { ...found, digests: new Map([...(await namedInGit(session)), ...found.digests]) };
});
async function statusByGit(inputs, delivery) {
    const { request, host } = delivery;
    const found = await withDelivery(inputs, { ...delivery, patient: false }, async (session) => {
        const { inspect } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(956), __webpack_require__.e(4326), __webpack_require__.e(6382), __webpack_require__.e(5648), __webpack_require__.e(7678)]).then(__webpack_require__.bind(__webpack_require__, 77678));
        return inspect(session);
    });
    return publishStatus(found, false, deliverySentence(request.config.app, found), host);
}
async function publishStatus(found, signs, sentence, host) {
    const { state, phase = 'none', candidate, weight, release, images = {} } = found;
    const { waitingFor, until, planned } = found;
    (0,toolkit_host/* setOutputs */.n0)(host, { state, phase, candidate, weight, 'waiting-for': waitingFor, until, planned });
    (0,toolkit_host/* setOutputs */.n0)(host, { release, images, status: found, 'sign-proof': signs });
    await host.summary(`### ${(0,markdown/* cell */.Hn)(sentence)}\n`);
    host.report(sentence);
    return true;
}


/***/ }),

/***/ 43844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ publicUrl)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

function publicUrl({ url, verify, route, service }, manifests) {
    const known = url ?? verify?.url;
    if (known !== undefined)
        return known;
    for (const { object } of manifests) {
        const isRoute = object.kind === 'HTTPRoute' && object.metadata?.name === route?.name;
        const found = isRoute
            ? urlOfRoute(object)
            : object.kind === 'Ingress'
                ? urlOfIngress(object, service)
                : undefined;
        if (found !== undefined)
            return found;
    }
    return undefined;
}
const urlOfRoute = ({ spec }) => addressOf('https', (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .Ej)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec) ? spec.hostnames : undefined)[0]);
function urlOfIngress({ spec }, service) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec))
        return undefined;
    const rule = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)(spec.rules).find(({ http }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(http) ? http.paths : undefined).some(({ backend }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(backend) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(backend.service) && backend.service.name === service));
    const [host] = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .Ej)([rule?.host]);
    const secure = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)(spec.tls).some(({ hosts }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .Ej)(hosts).includes(host ?? ''));
    return addressOf(secure ? 'https' : 'http', host);
}
const addressOf = (scheme, host) => host !== undefined && /^[a-z0-9.-]+$/i.test(host) ? `${scheme}://${host}` : undefined;


/***/ }),

/***/ 57529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ releasedImages)
/* harmony export */ });
/* harmony import */ var _image_selection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14469);
/* harmony import */ var _plan_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25783);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45650);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(566);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55571);






async function releasedImages(inputs, { config, environment }, host) {
    const selected = inputs.images === '' ? undefined : (0,_image_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImagesInput */ .M)(inputs.images, config.images);
    const force = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .forced */ .KY)(inputs.force);
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .registryClient */ .R)();
    const promotion = await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_3__/* .promotionOf */ .bi)(inputs, { config, environment, registry, host, ...force });
    const images = selected === undefined
        ? Promise.resolve({})
        : (0,_plan_images_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveImages */ .B)(registry, selected, Object.keys(config.images));
    images.catch(() => undefined);
    const verify = async () => (0,_trust_js__WEBPACK_IMPORTED_MODULE_5__/* .verifiedImages */ .LA)(inputs, { config, environment, images: await images, registry, host });
    return { images, verify, promotion };
}


/***/ }),

/***/ 14469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   Of: () => (/* binding */ parseDeployedInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85898);




const form = 'write a JSON object such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the input `images` names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(text);
    if (names.length === 0)
        return Object.keys(images);
    for (const name of names)
        knownIn(images, name);
    return [...new Set(names)];
}
function knownIn(images, name) {
    if (Object.hasOwn(images, name))
        return images[name];
    const problem = `the input \`images\` names "${name}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has ${JSON.stringify(value).slice(0, 120)} instead of a digest for "${name}"`, 'pass the digest from the output `images` of `build`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseDeployedInput(text, images) {
    const remedy = 'pass a JSON object such as {"shop": "sha256:…"}, like the output `images` of `status`';
    const map = text === '' ? {} : (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('deployed', text, remedy);
    return new Map(Object.entries(map).flatMap(([name, written]) => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined)
            return [];
        const [before, last = before] = String(written).split('@');
        if (last === undefined || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(last))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`deployed\` has no digest for "${name}"`, remedy);
        const named = before === last || before === undefined ? image.repository : before;
        return [[name, { repository: (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(`${named}@${last}`).repository, digest: last }]];
    }));
}
function select(name, value, images) {
    const image = knownIn(images, name);
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has no value for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has an incomplete digest for "${name}": ${value.slice(0, 80)}`, 'write sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(value);
    const { digest, tag } = reference;
    const known = image.elsewhere?.some(place => (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(place) === reference.repository);
    if (known && digest !== undefined)
        return { repository, digest };
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (digest !== undefined)
        return { repository, digest };
    if (tag !== undefined)
        return { repository, tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or write only the digest');
}


/***/ }),

/***/ 25783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resolveImages),
/* harmony export */   v: () => (/* binding */ liveImages)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);



async function resolveImages(registry, selected, declared) {
    const missing = declared.filter(name => selected[name] === undefined);
    if (missing.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the input \`images\` lacks ${missing.join(', ')}`, 'pass a digest for every image in slipway.yml: a release always contains all of them');
    const entries = Object.entries(selected).map(async ([name, image]) => {
        const text = 'digest' in image ? `${image.repository}@${image.digest}` : `${image.repository}:${image.tag}`;
        const found = await registry.resolve((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(text));
        if (found === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`image ${name}: the registry has no ${text}`, 'push it first, or correct the input `images`');
        return [name, { repository: image.repository, digest: found.digest, platforms: found.platforms }];
    });
    return Object.fromEntries(await Promise.all(entries));
}
function liveImages(images, live) {
    const used = live
        .flatMap(object => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object).flatMap(({ spec }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec)))
        .map(({ image = '' }) => image);
    return Object.fromEntries(Object.entries(images).flatMap(([name, { repository }]) => {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const digest = used
            .filter(image => image.includes('@') && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted)
            .map(image => image.slice(image.indexOf('@') + 1))[0];
        return digest === undefined ? [] : [[name, { repository: wanted, digest }]];
    }));
}


/***/ }),

/***/ 25113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ checksTable),
/* harmony export */   sv: () => (/* binding */ acceptanceParts)
/* harmony export */ });
/* unused harmony exports matrixTable, topologyChart */
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

const checksTable = (results) => ({
    title: 'Checks',
    head: ['check', 'verdict', 'attempts', 'time', 'reason'],
    rows: results.map(each => [
        each.title,
        each.ok ? 'passed' : 'failed',
        String(each.attempts),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(each.ms),
        each.reason ?? each.detail ?? '',
    ]),
});
function acceptanceParts(app, results) {
    const { head, rows } = checksTable(results.filter(({ cell: ofMatrix }) => ofMatrix === undefined));
    return [(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(head, rows), matrixTable(results), topologyChart(app, results)];
}
function matrixTable(results) {
    const cells = results.flatMap(({ cell: each, ok, reason = '' }) => each === undefined ? [] : [{ ...each, ok, reason }]);
    const identities = [...new Set(cells.map(({ identity }) => identity))];
    const endpoints = [...new Set(cells.map(({ endpoint }) => endpoint))];
    const rows = endpoints.map(endpoint => [
        endpoint,
        ...identities.map(identity => {
            const found = cells.find(each => each.endpoint === endpoint && each.identity === identity);
            if (found === undefined)
                return '';
            const { got, expected, ok } = found;
            if (ok)
                return `✅ ${expected}`;
            return got === expected
                ? `❌ ${got} with HTML or another type`
                : `❌ ${got ?? 'no answer'}, expected ${expected}`;
        }),
    ]);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['endpoint', ...identities], rows);
}
function topologyChart(app, results) {
    const edges = results.flatMap(({ edge, ok }) => (edge === undefined ? [] : [{ ...edge, ok }]));
    if (edges.length === 0)
        return '';
    const id = (name) => `d${edges.findIndex(({ to }) => to === name)}`;
    const lines = [
        'flowchart LR',
        `  app[${quoted(app)}]`,
        ...edges.map(({ to }) => `  ${id(to)}[${quoted(to)}]`),
        ...edges.map(({ to, ok, cause }) => `  app -- "${ok ? 'ok' : cause === undefined ? 'broken' : 'fails with it'}" --> ${id(to)}`),
        ...edges.flatMap(({ to, needs }) => needs.map(need => `  ${id(to)} -. needs .-> ${id(need)}`)),
        ...edges.map(({ ok, cause }, index) => `  linkStyle ${index} stroke:${ok ? '#1a7f37' : cause === undefined ? '#cf222e,stroke-width:3px' : '#bf8700'}`),
    ];
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)('mermaid', lines);
}
const quoted = (text) => `"${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(text).replaceAll('"', "'")}"`;


/***/ }),

/***/ 8731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e5: () => (/* binding */ bullets),
/* harmony export */   iB: () => (/* binding */ imageTable),
/* harmony export */   nu: () => (/* binding */ levelTable)
/* harmony export */ });
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);


const bullets = (lines) => lines.map(line => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(line)}`).join('\n');
function levelTable(levelChecks, skipped = '➖') {
    const marks = { passed: '✅', failed: '❌', skipped };
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'level', 'what', 'details'], levelChecks.map(({ state, level, what, sentence }) => [marks[state], level, what, sentence]));
}
const imageTable = (images) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image'], images.map(image => [(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigests */ .s)(image)]));


/***/ })

};
