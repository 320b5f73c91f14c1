export const id = 5161;
export const ids = [5161];
export const modules = {

/***/ 60827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publishDecision: () => (/* binding */ publishDecision),
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
        const [{ decisionSummary }, { decisionPage }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(4950), __webpack_require__.e(141)]).then(__webpack_require__.bind(__webpack_require__, 88988)),
            Promise.all(/* import() */[__webpack_require__.e(4950), __webpack_require__.e(8422)]).then(__webpack_require__.bind(__webpack_require__, 52947)),
        ]);
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

/***/ 15161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployAction: () => (/* binding */ deployAction)
});

// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/images.js
var preflight_images = __webpack_require__(73149);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/report/summary.js
var summary = __webpack_require__(78412);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/actions/deployment.js + 2 modules
var deployment = __webpack_require__(98936);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
;// CONCATENATED MODULE: ./.build/js/src/actions/due.js


async function demandNoDrill(cluster, { environment: { namespace, recovery } }, host) {
    if (recovery?.drills === undefined)
        return;
    const { drillLeaseState } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(4900)]).then(__webpack_require__.bind(__webpack_require__, 8065));
    const state = await drillLeaseState(cluster, namespace);
    if (state === 'held')
        throw new errors/* UserError */.yo(`a drill is running in ${namespace}: its failures would be blamed on the release`, 'release when the drill has ended');
    if (state === 'left')
        host.annotate('warning', {
            title: 'Interrupted drill',
            message: `an interrupted drill may have left faults in namespace ${namespace}; ${(0,operations/* howToRun */.R)('sweep')}, which repairs them`,
        });
}
async function warnOfOverdue(cluster, released, host) {
    const { owner, environment } = released;
    const due = environment.recovery?.drills?.due;
    if (due === undefined || Object.keys(due.within).length === 0)
        return;
    const [{ readLast }, { staleness }] = await Promise.all([
        __webpack_require__.e(/* import() */ 2835).then(__webpack_require__.bind(__webpack_require__, 22835)),
        __webpack_require__.e(/* import() */ 4245).then(__webpack_require__.bind(__webpack_require__, 44245)),
    ]);
    const place = { app: owner.app, namespace: environment.namespace };
    const wanted = await Promise.all(Object.entries(due.within).map(async ([scenario, most]) => {
        const last = await readLast(cluster, place, `drill-${scenario}`);
        return { scenario, most, lastGreen: last?.at };
    }));
    const late = (of) => of.flatMap(each => staleness(each, cluster.now(), each.most) ?? []);
    if (late(wanted).length === 0)
        return;
    const elsewhere = await greenElsewhere(released, environment.recovery, host);
    const known = wanted.map(each => ({
        ...each,
        lastGreen: newest(each.lastGreen, elsewhere?.get(each.scenario)),
    }));
    const [first, ...more] = late(known);
    if (first === undefined)
        return;
    const unasked = elsewhere === undefined ? ['drills in other clusters are unknown without the logins of the stores'] : [];
    const message = [first, ...more, ...unasked].join('; ');
    if (due.overdue === 'block')
        throw new errors/* UserError */.yo(message, 'run `drill`, or set `overdue: warn` in `drills.due` of slipway.yml');
    host.annotate('warning', { title: 'Overdue drills', message });
}
async function greenElsewhere({ owner, config }, recovery, { env }) {
    if (recovery === undefined)
        return undefined;
    const [{ openStores }, { readDrills }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 57346)),
        __webpack_require__.e(/* import() */ 9907).then(__webpack_require__.bind(__webpack_require__, 89907)),
    ]);
    try {
        const green = new Map();
        for (const { store } of await openStores(recovery, config, env))
            for (const { scenario, verdict, at } of await readDrills(store, owner))
                if (verdict === 'pass')
                    green.set(scenario, Math.max(at, green.get(scenario) ?? 0));
        return green;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}
const newest = (one, other) => one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);

// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var actions_inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/proofs.js
var proofs = __webpack_require__(45650);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/session.js + 1 modules
var session = __webpack_require__(26115);
// EXTERNAL MODULE: ./.build/js/src/actions/silences.js
var silences = __webpack_require__(46633);
// EXTERNAL MODULE: ./.build/js/src/actions/standbys.js
var standbys = __webpack_require__(70127);
// EXTERNAL MODULE: ./.build/js/src/actions/trust.js
var trust = __webpack_require__(55571);
;// CONCATENATED MODULE: ./.build/js/src/actions/deploy.js















const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(3091), __webpack_require__.e(2633), __webpack_require__.e(8478), __webpack_require__.e(4991), __webpack_require__.e(5277), __webpack_require__.e(642), __webpack_require__.e(775), __webpack_require__.e(8583), __webpack_require__.e(6082), __webpack_require__.e(2903), __webpack_require__.e(4212), __webpack_require__.e(4993), __webpack_require__.e(7241)]).then(__webpack_require__.bind(__webpack_require__, 47241));
const deployAction = (0,host/* defineAction */.QP)({
    name: 'deploy',
    description: 'Roll out a release to Kubernetes, and roll it back if it does not become ready.',
    inputs: {
        environment: actions_inputs/* environment */.cA,
        images: {
            description: 'JSON map from image names in slipway.yml to a digest, `repository@digest` or `repository:tag`.',
            required: true,
        },
        config: actions_inputs/* config */.$W,
        'kube-context': actions_inputs/* kubeContext */.ng,
        logins: actions_inputs/* logins */.NB,
        'deployments-token': actions_inputs/* deploymentsToken */.ic,
        'runs-token': actions_inputs/* runsToken */.Sc,
        reversible: actions_inputs/* reversible */.qp,
        force: actions_inputs/* force */.s$,
        wait: actions_inputs/* wait */.uk,
        'tool-mirrors': actions_inputs/* toolMirrors */.Rg,
    },
    outputs: {
        app: actions_inputs/* appOutput */.l0,
        release: 'Number of the release.',
        baseline: 'Number of the baseline; empty for a first release.',
        state: '`complete`, `prepared` (the candidate is ready but gets no traffic: run `gate`), `rolled-back` (the baseline is live again), `needs-action` (not reversible: a person must act), `failed`, or `refused` (nothing was changed). Empty if the step crashed before it finished.',
        'rollback-seconds': 'Seconds from the verdict until the baseline was fully restored; empty without a rollback.',
        reason: 'Why the release was refused or did not become ready, in one sentence; otherwise empty.',
        images: 'JSON map from image names to `repository@digest`.',
        record: 'Folder with `decision.json` and `report.html`, which explain the outcome; empty if `gate` comes next or nothing was applied.',
        signed: 'JSON map from image names to their signer, in a few words; `{}` if slipway.yml requires no signatures.',
        promotion: 'Why the images are allowed in this environment, in one sentence; empty without `requires`, or if they were refused.',
    },
    refused: { state: 'refused', images: '{}', signed: '{}' },
    run: async (inputs, host) => {
        const { request, manifests, hooks } = await (0,session/* withManifests */.BW)(inputs.config, await (0,session/* requestOf */.fo)(inputs, host), host.report);
        await (0,session/* warnOfNewValues */.ii)(inputs.config, request, manifests, host.report);
        const { config, environment } = request;
        host.output('app', config.app);
        const selected = (0,selection/* parseImagesInput */.M)(inputs.images, config.images);
        const around = await actions_inputs/* aroundOf */.dg(inputs.config, environment, host, hooks);
        const forced = actions_inputs/* forced */.KY(inputs.force);
        const registry = await (0,actions_registry/* registryClient */.R)();
        const promotion = await (0,proofs/* promotionOf */.bi)(inputs, { config, environment, registry, host, ...forced });
        const resolving = (0,preflight_images/* resolveImages */.B)(registry, selected, Object.keys(config.images));
        const verifying = resolving.then(images => (0,trust/* verifiedImages */.LA)(inputs, { config, environment, images, registry, host }));
        verifying.catch(() => undefined);
        return (0,session/* withCluster */.Bq)({ ...inputs, patient: false }, environment, host, engine, async (cluster, { deploy }) => {
            const images = await resolving;
            const verified = await verifying;
            const signed = (0,trust/* signatureSentences */.Bk)(verified);
            for (const sentence of signed)
                host.report(sentence);
            const owner = { app: config.app, environment: inputs.environment };
            const released = { owner, environment, config: inputs.config };
            await demandNoDrill(cluster, released, host);
            await Promise.all([
                warnOfOverdue(cluster, released, host),
                (0,standbys.checkStandbys)(cluster, environment, host),
            ]);
            const signal = host.cancellation();
            const result = await (0,silences/* silenced */.I)(cluster, request, host, quiet => deploy(cluster, {
                ...request,
                ...quiet,
                manifests,
                images,
                ...promotion,
                ...(signed.length === 0 ? {} : { signatures: (0,trust/* signaturesOf */.Rr)(verified) }),
                around,
                signal,
            }));
            const references = (0,kinds/* referencesOf */.CL)(images);
            host.output('baseline', result.baseline === undefined ? '' : String(result.baseline));
            host.output('rollback-seconds', (0,duration/* secondsOutput */.tD)(result.rollbackMs));
            host.output('images', JSON.stringify(references));
            host.output('signed', (0,trust/* signedOutput */.SG)(verified));
            host.output('promotion', result.promotion ?? '');
            const workers = environment.workers.map(({ kind, name }) => `${kind}/${name}`);
            await host.summary((0,summary/* deploySummary */.eN)(config.app, inputs.environment, Object.values(references), result, workers, signed));
            await (0,deployment/* concludeRollout */.N)(host, request, inputs['deployments-token'], result, references);
            return result.state === 'complete' || result.state === 'prepared';
        });
    },
});


/***/ }),

/***/ 98936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ concludeRollout),
  j: () => (/* binding */ publishDeployment)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(72315);
;// CONCATENATED MODULE: ./.build/js/src/report/deployment.js

const longestDescription = 140;
function deploymentRequest(record, production) {
    const ref = record.runs[0]?.by.revision;
    if (ref === undefined)
        return undefined;
    const { app, environment, release, images } = record;
    return {
        ref,
        environment,
        description: described(`Release ${release} of ${app}`),
        auto_merge: false,
        required_contexts: [],
        production_environment: production,
        payload: { app, release, images },
    };
}
function statusAs({ state, sentence, origin, }) {
    return {
        state,
        description: described(sentence),
        ...(isAddress(origin.url) ? { log_url: origin.url } : {}),
        auto_inactive: state === 'success',
    };
}
function described(text) {
    const line = (0,printable/* oneLine */.T)(text).replace(/\s+/g, ' ').trim().toWellFormed();
    if (line.length <= longestDescription)
        return line;
    return `${line.slice(0, longestDescription - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
function isAddress(text) {
    return text !== undefined && /^https?:\/\//.test(text) && URL.canParse(text);
}

;// CONCATENATED MODULE: ./.build/js/src/report/announcement.js


async function announce(github, said, report) {
    try {
        const id = (await known(github, said)) ?? (await made(github, said));
        if (id === undefined)
            return;
        const { rest } = await github.open();
        await rest.repos.createDeploymentStatus({ ...github.repo, deployment_id: id, ...statusAs(said) });
    }
    catch (error) {
        report(`warning: the deployment of release ${said.release} was not updated on GitHub: ${(0,printable/* printable */.g)(error.message)}`);
    }
}
async function known({ open, repo }, { app, environment, release }) {
    const { rest } = await open();
    const { data } = await rest.repos.listDeployments({ ...repo, environment, per_page: 100 });
    return data.find(({ payload }) => typeof payload === 'object' && payload.app === app && payload.release === release)?.id;
}
async function made({ open, repo }, { images, origin, ...rest }) {
    if (images === undefined)
        return undefined;
    const production = /^prod/.test(rest.environment);
    const request = deploymentRequest({ ...rest, images, runs: [{ by: origin }] }, production);
    if (request === undefined)
        return undefined;
    const { data } = await (await open()).rest.repos.createDeployment({ ...repo, ...request });
    return 'id' in data ? data.id : undefined;
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var toolkit_github = __webpack_require__(6849);
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
async function concludeRollout(host, { config: { app }, environmentName: environment }, token, { release, state, reason, decision }, images) {
    host.output('state', state);
    host.output('release', String(release));
    host.output('reason', reason ?? '');
    host.output('record', await (0,actions_decision.publishDecision)(decision, host));
    await publishDeployment(host, token, {
        ...{ app, environment, release, state },
        ...(reason === undefined ? {} : { reason }),
        ...(images === undefined ? {} : { images }),
    });
    host.report(`release ${release}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
}
async function publishDeployment(host, token, said) {
    const github = (0,toolkit_github/* gitHubOf */.T)(host.env, token);
    const { state: ours, reason, ...rest } = said;
    const state = states[ours];
    if (github === undefined || state === undefined)
        return;
    const sentence = `Release ${said.release}: ${ours.replace('-', ' ')}${reason === undefined ? '' : `, ${reason}`}`;
    await announce(github, { ...rest, state, sentence, origin: (0,origin/* originOf */.y)(host.env) }, host.report);
}


/***/ }),

/***/ 46633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ silenced),
/* harmony export */   K: () => (/* binding */ removeLeftSilences)
/* harmony export */ });
async function silenced(cluster, request, host, work) {
    const asked = await silencesOf(cluster, request);
    if (asked === undefined)
        return work({});
    const { silencerOf, silenceFor, api, place, longest } = asked;
    const silencer = silencerOf(api, place, message => host.annotate('warning', { title: 'silence', message }));
    const onRollout = ({ candidate, deadline }) => {
        const subject = { ...place, release: candidate, run: request.origin.run };
        silencer.open(silenceFor(subject, { now: cluster.now(), longest, deadline }));
    };
    return work({ onRollout }).finally(() => silencer.close());
}
async function removeLeftSilences(cluster, request, host, before) {
    const asked = await silencesOf(cluster, request);
    if (asked === undefined)
        return;
    const done = await asked.sweepSilences(asked.api, asked.place, before);
    if (!done.ok)
        host.annotate('warning', { title: 'silence', message: done.detail });
    else if (done.value !== undefined)
        host.report(done.value);
}
async function silencesOf(cluster, { config, environmentName, environment, env }) {
    const { silence: longest, alertmanager } = environment.monitoring ?? {};
    if (longest === undefined || alertmanager === undefined)
        return undefined;
    const [code, { alertmanagerOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 84917)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7784)]).then(__webpack_require__.bind(__webpack_require__, 17784)),
    ]);
    const place = { app: config.app, environment: environmentName };
    return { ...code, api: alertmanagerOf(alertmanager, cluster, env), place, longest };
}


/***/ }),

/***/ 78412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ verifySummary),
/* harmony export */   RI: () => (/* binding */ sweepSummary),
/* harmony export */   eN: () => (/* binding */ deploySummary),
/* harmony export */   j0: () => (/* binding */ rollbackSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78968);



function deploySummary(app, environment, images, result, workers = [], signed = []) {
    const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(environment)}: release ${result.release}`;
    const what = {
        complete: `Release ${result.release} is rolled out: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(result.rolloutMs)}.`,
        prepared: `Release ${result.release} runs beside the current release, **without traffic**: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(result.rolloutMs)}. The gate comes next.`,
        'rolled-back': `Release ${result.release} did not become ready and was **rolled back**${result.rollbackMs === undefined ? '' : ` in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(result.rollbackMs)}`}. ${result.baseline === undefined
            ? 'No release is live, because this was the first.'
            : `Release ${result.baseline} is live.`}`,
        'needs-action': `Release ${result.release} did not become ready and is **not reversible, so it was not rolled back**. Look at the workload now.`,
        failed: `Release ${result.release} **failed and was not rolled back**. Look at the workload now.`,
        refused: `Release ${result.release} was **refused**: nothing was applied.`,
    }[result.state];
    const behind = workers.map(name => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(name)).join(', ');
    const also = behind === '' || (result.state !== 'complete' && result.state !== 'prepared')
        ? ''
        : `\n\nWorkers ${result.state === 'complete' ? 'updated with it' : 'to update after the verdict'}: ${behind}.`;
    const why = result.reason === undefined ? '' : `\n\n**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.reason)}`;
    const rests = result.promotion === undefined ? '' : `\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.promotion)}`;
    const whose = signed.map(sentence => `\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(sentence)}.`).join('');
    return `${head}\n\n${what}${also}${why}${rests}${whose}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['image'], images.map(image => [(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigests */ .s)(image)]))}\n`;
}
function verifySummary(app, result) {
    const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
    const checks = result.checks.map(c => [
        `GET ${c.check.get}`,
        c.ok ? 'passed' : 'failed',
        String(c.attempts),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(c.ms),
        c.reason ?? '',
    ]);
    return [
        `### ${mark(result.verdict === 'pass')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)}: release ${result.release} ${proofs[result.verdict]}`,
        result.reasons.map(reason => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(reason)}`).join('\n'),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['zone', 'pods', 'ready', 'verified digest'], zones),
        `Requests were sent to ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.address)}.`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['worker', 'pods', 'verified digest'], result.workers.map(({ name, pods, matching }) => name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)])),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['check', 'verdict', 'attempts', 'time', 'reason'], checks),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['container', 'image'], Object.entries(result.digests).map(each => each.map(_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigests */ .s))),
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
        return `### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)}: nothing was rolled back\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.reason ?? '')}\n`;
    const good = result.state === 'complete';
    const head = `### ${mark(good)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)}: ${whereTo(result)}`;
    const what = good ? whatServes(result) : `**Why it failed:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.reason ?? '')}`;
    const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
    return `${head}\n\n${what}${proof}\n`;
}
function whereTo({ release, changed }) {
    if (release === undefined)
        return 'rollback of the first release';
    return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}
function whatServes({ release, changed, seconds }) {
    if (release === undefined)
        return `Its objects were removed in ${seconds.toFixed(1)} s. No release is live.`;
    return `Release ${release} is live${changed ? `, restored in ${seconds.toFixed(1)} s` : ''}.`;
}
function sweepSummary({ app, environment }, { state, release, reason }, fixed = []) {
    const head = `### ${swept[state].mark} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(environment)}: ${swept[state].what(release ?? 0)}`;
    const why = reason === undefined ? [] : [(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(reason)];
    const next = state === 'needs-action' ? [`**Next:** deploy a version that works, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .R)('rollback')}.`] : [];
    const drills = fixed.map(each => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(each)}`).join('\n');
    return `${[head, ...why, ...next, drills].filter(part => part !== '').join('\n\n')}\n`;
}
const swept = {
    nothing: { mark: '✅', what: () => 'no rollout to finish or roll back' },
    busy: {
        mark: '⏳',
        what: release => `the rollout of release ${release} is in progress or paused, and was left alone`,
    },
    finished: { mark: '✅', what: release => `the rollout of release ${release} was finished` },
    'rolled-back': { mark: '✅', what: release => `release ${release} was rolled back` },
    'needs-action': { mark: '❌', what: release => `release ${release} needs action` },
};
const mark = (good) => (good ? '✅' : '❌');


/***/ }),

/***/ 6849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ gitHubOf),
/* harmony export */   k: () => (/* binding */ workflowEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const workflowEvent = async ({ GITHUB_EVENT_PATH: path = '', }) => (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '')) ?? {};
function gitHubOf(env, token) {
    const [owner, repo] = env.GITHUB_REPOSITORY?.split('/') ?? [];
    if (token === '' || owner === undefined || repo === undefined)
        return undefined;
    return {
        repo: { owner, repo },
        open: async () => (await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3645)]).then(__webpack_require__.bind(__webpack_require__, 43645))).openOctokit(env, token),
    };
}


/***/ }),

/***/ 78968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ howToRun)
/* harmony export */ });
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44998);

const commands = {
    sweep: 'slipway sweep',
    status: 'slipway status',
    resume: 'slipway gate',
    approve: 'slipway gate --approve true',
    rollback: 'slipway rollback',
};
function howToRun(operations, env = process.env) {
    const asked = [operations].flat();
    if ((0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) !== 'github')
        return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
    return asked.includes('sweep')
        ? 'start the workflow sweep.yml'
        : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}


/***/ })

};
