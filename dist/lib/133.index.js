export const id = 133;
export const ids = [133];
export const modules = {

/***/ 2133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployAction: () => (/* binding */ deployAction)
});

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/image/selection.js
var selection = __webpack_require__(2700);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/registry/client.js + 6 modules
var client = __webpack_require__(2046);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/apply.js
var apply = __webpack_require__(9685);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/resources.js
var resources = __webpack_require__(6544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/errors.js
var errors = __webpack_require__(1218);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/naming.js
var naming = __webpack_require__(1924);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/plan.js + 1 modules
var release_plan = __webpack_require__(9284);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/adoption.js


async function recordBaseline(records, request, baseline, lease) {
    if (baseline.kind !== 'unrecorded')
        return baseline;
    const { template, number, up } = baseline;
    const record = await records.create(number, release => (0,release_plan/* observedRecord */.YD)(request, template, lease.token, release));
    const state = up ? 'complete' : 'failed';
    await records.conclude({
        schema: 1,
        release: record.release,
        state,
        at: new Date().toISOString(),
        template,
    });
    request.report(`what lives now is recorded as release ${record.release}`);
    return { kind: 'recorded', release: record.release, template };
}
function announceAdoption(live, report) {
    if (live === undefined || live.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] !== undefined)
        return;
    report(`adopting Deployment/${live.metadata?.name}: its pods are rolled once to carry ${naming/* labels */.WD.track}: stable`);
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/baseline.js
var release_baseline = __webpack_require__(7591);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/candidate.js
var release_candidate = __webpack_require__(4839);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/diagnosis.js + 1 modules
var diagnosis = __webpack_require__(9462);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/exposure.js + 13 modules
var release_exposure = __webpack_require__(3498);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/fencing.js
var fencing = __webpack_require__(4544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/follow.js
var follow = __webpack_require__(1469);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/journal.js
var release_journal = __webpack_require__(7473);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/lease.js
var release_lease = __webpack_require__(96);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/leftover.js
var leftover = __webpack_require__(3651);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/lifetime.js
var lifetime = __webpack_require__(5507);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/preflight.js
var preflight = __webpack_require__(833);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/progress.js + 16 modules
var progress = __webpack_require__(7833);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/prepare.js







async function openJournal(cluster, { config, environmentName, environment, origin }, plan, ground, lease, { record, strategy, judging, }) {
    const before = await (0,release_journal/* readJournal */.a0)(cluster, environment.namespace, config.app);
    const at = cluster.now();
    const journal = {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token: lease.token,
        run: origin,
        strategy,
        phase: strategy === 'rolling' ? 'promoting' : 'prepared',
        step: 0,
        weight: strategy === 'rolling' ? 100 : 0,
        ...(record.baseline === undefined ? {} : { baseline: record.baseline }),
        candidate: record.release,
        capacity: ground.liveWorkload?.spec?.replicas ?? 1,
        ...(ground.autoscaler === undefined ? {} : { autoscaler: ground.autoscaler.metadata?.name ?? '' }),
        startedAt: at,
        since: at,
        deadline: at + environment.strategy.deadline,
        ...(judging === undefined || strategy === 'rolling' ? {} : { gate: judging.gating }),
        ...(record.baseline === undefined ? { makes: madeFirstToLast(plan, environment) } : {}),
    };
    return (0,release_journal/* writeJournal */.fY)(cluster, environment.namespace, journal, before?.version);
}
function madeFirstToLast(plan, { workload }) {
    const isWorkload = ({ manifest }) => manifest.object.kind === workload.kind && manifest.name === workload.name;
    return (0,release_plan/* made */.mI)(plan)
        .sort((a, b) => Number(isWorkload(b)) - Number(isWorkload(a)))
        .map(({ path }) => path);
}
async function prepare(cluster, request, plan, ground, lease, known) {
    const { config, environment } = request;
    const { release } = known.record;
    const others = (0,release_plan/* inOrder */.al)(plan.targets, environment, release).slice(0, -1);
    const refused = await (0,apply/* applyObjects */.r3)(cluster, others, (0,fencing/* holdWith */.MN)(config.app, lease.token)).then(() => undefined, (error) => {
        if (error instanceof errors/* UserError */.yo && !(error instanceof release_lease/* LeaseLost */.Vj))
            return error.message;
        throw error;
    });
    const asked = { ...request, environment, wait: 0 };
    const { end } = refused === undefined
        ? await (0,progress/* prepareRollout */.PF)(cluster, asked, lease)
        : await (0,progress/* undoRollout */.oD)(cluster, asked, lease, refused);
    const rolloutMs = performance.now() - known.started;
    const result = { release, baseline: known.baseline, rolloutMs };
    switch (end.state) {
        case 'prepared':
        case 'judged':
            return { ...result, state: 'prepared', readyPods: end.pods };
        case 'done':
            return { ...result, state: 'complete', readyPods: end.pods };
        case 'undone':
            return {
                ...result,
                state: 'undone',
                readyPods: ground.liveWorkload?.status?.readyReplicas ?? 0,
                reason: end.reason,
            };
        case 'held':
            return { ...result, state: 'failed', readyPods: 0, reason: end.reason };
    }
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/record.js
var release_record = __webpack_require__(7169);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/rehearsal.js + 1 modules
var rehearsal = __webpack_require__(2858);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/retention.js
var retention = __webpack_require__(1804);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/reversibility.js
var reversibility = __webpack_require__(8445);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/strategy.js
var release_strategy = __webpack_require__(8061);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/undo.js
var undo = __webpack_require__(2506);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/deploy.js
























async function deploy(cluster, request) {
    const { config, environment, report } = request;
    const candidate = (0,release_candidate/* prepareManifests */._5)(request.manifests, environment, request.images);
    const need = request.wait + (0,lifetime/* needOf */.ER)(environment.strategy.deadline);
    const [ground] = await Promise.all([
        (0,preflight/* survey */.Fr)(cluster, environment, candidate),
        (0,lifetime/* requireLife */.mf)(cluster, need, report),
    ]);
    const { salt, plan, targets, problems } = await (0,rehearsal/* rehearse */.Km)(cluster, request, candidate, ground);
    if (problems[0] !== undefined)
        throw problems[0];
    await (0,leftover/* requireNothingParked */.yQ)(cluster, request);
    const { judging, said, warnings, ...exposure } = await (0,release_exposure/* prepareExposure */.n)(cluster, request, ground, {
        plan,
        targets,
    });
    if (exposure.problems[0] !== undefined)
        throw exposure.problems[0];
    for (const warning of warnings)
        report(`warning: ${warning}`);
    for (const sentence of said)
        report(sentence);
    report('preflight passed');
    const lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
        app: config.app,
        namespace: environment.namespace,
        origin: request.origin,
        wait: request.wait,
        seize: false,
        floor: (await (0,release_journal/* readJournal */.a0)(cluster, environment.namespace, config.app))?.journal.token ?? 0,
        report,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    try {
        await (0,leftover/* recover */.lj)(cluster, request, lease);
        await salt.keep();
        const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, environment.namespace, environment.workload.name);
        const liveWorkload = await cluster.get(path);
        return await roll(cluster, request, { ...plan, targets }, { ...ground, liveWorkload }, lease, judging);
    }
    finally {
        await lease.release();
    }
}
async function roll(cluster, request, plan, ground, lease, judging) {
    const { config, environment, report } = request;
    const records = new release_record/* Records */.tU(cluster, environment.namespace, config.app);
    const releases = await records.list();
    const baseline = await recordBaseline(records, request, (0,release_baseline/* baselineOf */.Bv)(ground.liveWorkload, releases), lease);
    const baselineNumber = baseline.kind === 'recorded' ? baseline.release : undefined;
    const first = (releases[0]?.record.release ?? 0) + 1;
    const { kind: strategy } = (0,release_strategy/* strategyFor */.f)(environment, ground.liveWorkload);
    const { reversible } = (0,reversibility/* reversibilityOf */.h6)(environment, strategy, baselineNumber, releases);
    const record = await records.create(Math.max(first, (baselineNumber ?? 0) + 1), release => (0,release_plan/* recordOf */.zv)(request, plan, lease.token, release, baselineNumber, reversible));
    report(`release ${record.release} recorded${baselineNumber === undefined ? ', the first' : `, baseline ${baselineNumber}`}`);
    announceAdoption(ground.liveWorkload, report);
    await lease.assertHeld();
    const started = performance.now();
    const journal = await openJournal(cluster, request, plan, ground, lease, { record, strategy, judging });
    if (strategy !== 'rolling') {
        return prepare(cluster, request, plan, ground, lease, { record, baseline: baselineNumber, started });
    }
    const ended = await attempt(cluster, request, plan, ground, record.release, lease.token).catch((error) => ({
        state: 'failed',
        reason: `the rollout could not be followed: ${firstLine(error)}`,
    }));
    const rolloutMs = performance.now() - started;
    const result = { release: record.release, baseline: baselineNumber, rolloutMs };
    const known = { records, record, baseline, ended, result, journal };
    return finish(cluster, request, plan, ground, lease, known).catch((error) => {
        if (error instanceof release_lease/* LeaseLost */.Vj)
            throw error;
        const reason = ended.state === 'complete' ? '' : `${ended.reason}; `;
        return {
            ...result,
            state: 'failed',
            readyPods: 0,
            reason: `${reason}the release was left as it is: ${firstLine(error)}`,
        };
    });
}
async function finish(cluster, request, plan, ground, lease, { records, record, baseline, ended, result, journal }) {
    const { config, environment, report } = request;
    await lease.assertHeld();
    const { namespace } = environment;
    const enter = (entry, phase, reason) => (0,release_journal/* writeJournal */.fY)(cluster, namespace, (0,release_journal/* moved */.Jy)(entry.journal, phase, cluster.now(), reason === undefined ? {} : { reason }), entry.version);
    if (ended.state === 'complete') {
        const template = await templateOf(cluster, environment);
        await records.conclude({ schema: 1, release: record.release, state: 'complete', at: now(), template });
        await enter(journal, 'done');
        await records
            .list()
            .then(all => (0,retention/* collect */.Fo)(cluster, environment.namespace, config.app, all))
            .catch(error => report(`old releases were not cleared away: ${firstLine(error)}`));
        return { ...result, state: 'complete', readyPods: ended.ready };
    }
    report(`release ${record.release} failed: ${ended.reason}`);
    if (record.reversible === false && (await isWritten(cluster, environment, record.release))) {
        const reason = (0,reversibility/* heldBecause */.AA)(record.release, ended.reason);
        await records.conclude({ schema: 1, release: record.release, state: 'failed', at: now(), reason });
        return { ...result, state: 'held', readyPods: 0, reason };
    }
    const undoing = await enter(journal, 'undoing', ended.reason);
    const undone = await deploy_undo(cluster, request, plan, ground, baseline);
    await records.conclude({
        schema: 1,
        release: record.release,
        state: undone.state,
        at: now(),
        reason: ended.reason,
    });
    if (undone.state === 'undone')
        await enter(undoing, 'undone');
    return {
        ...result,
        ...undone,
        reason: undone.reason === undefined ? ended.reason : `${ended.reason}; ${undone.reason}`,
    };
}
async function attempt(cluster, request, plan, ground, release, token) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload.name);
    if (ground.autoscaler !== undefined)
        await (0,apply/* claimReplicas */.q9)(cluster, path, ground.liveWorkload);
    await (0,apply/* takeOwnership */.px)(cluster, path);
    try {
        await (0,apply/* applyObjects */.r3)(cluster, (0,release_plan/* inOrder */.al)(plan.targets, environment, release), (0,fencing/* holdWith */.MN)(config.app, token));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { state: 'failed', reason: error.message };
    }
    const end = await (0,follow/* followRollout */.h)(cluster, {
        namespace,
        workload: workload.name,
        deadline: environment.strategy.deadline,
        report,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    if (end.state === 'complete')
        return end;
    return {
        state: 'failed',
        reason: (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, namespace, end.cause)),
    };
}
async function deploy_undo(cluster, request, plan, ground, baseline) {
    const { environment, report } = request;
    const started = performance.now();
    const cancelled = request.signal?.aborted === true;
    const replicas = ground.liveWorkload?.spec?.replicas;
    if (baseline.kind === 'none') {
        const removed = await (0,undo/* removeMade */.gp)(cluster, (0,release_plan/* made */.mI)(plan), environment.workload.name);
        report(`first release removed again: ${removed.join(', ')}`);
        return { state: 'undone', readyPods: 0, undoMs: performance.now() - started };
    }
    const end = await (0,undo/* restoreTemplate */.DC)(cluster, {
        namespace: environment.namespace,
        workload: environment.workload.name,
        template: baseline.template,
        release: baseline.release,
        deadline: cancelled ? 4000 : environment.strategy.deadline,
        patient: true,
        ...(replicas === undefined || ground.autoscaler !== undefined ? {} : { replicas }),
        report: line => report(`undo: ${line}`),
    });
    const undoMs = performance.now() - started;
    if (end.state === 'complete')
        return { state: 'undone', readyPods: end.ready, undoMs };
    if (cancelled) {
        const reason = `release ${baseline.release} was written back and is coming up`;
        return { state: 'undone', readyPods: 0, undoMs, reason };
    }
    const cause = (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, environment.namespace, end.cause));
    return {
        state: 'failed',
        readyPods: 0,
        undoMs,
        reason: `and release ${baseline.release} does not come up either: ${cause}`,
    };
}
async function isWritten(cluster, { namespace, workload }, release) {
    const live = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload.name));
    return live?.metadata?.annotations?.[naming/* labels */.WD.release] === String(release);
}
async function templateOf(cluster, { namespace, workload }) {
    const live = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload.name));
    const template = live?.spec?.template;
    if (template === undefined)
        throw new errors/* UserError */.yo(`Deployment/${workload.name} vanished after it was released`, 'deploy again');
    return template;
}
const now = () => new Date().toISOString();
const firstLine = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0];

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/images.js
var release_images = __webpack_require__(1302);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/report/summary.js
var summary = __webpack_require__(7847);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/host.js
var host = __webpack_require__(1615);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/inputs.js
var inputs = __webpack_require__(3087);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/session.js + 1 modules
var session = __webpack_require__(8598);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/deploy.js








const deployAction = (0,host/* defineAction */.QP)({
    name: 'deploy',
    description: 'Roll a release out on Kubernetes; one that does not come up is undone.',
    inputs: {
        environment: inputs/* environment */.cA,
        images: {
            description: 'JSON map from the names in slipway.yml to a digest, `repository@digest` or `repository:tag`.',
            required: true,
        },
        config: inputs/* config */.$W,
        context: inputs/* context */._O,
        reversible: inputs/* reversible */.qp,
        wait: inputs/* wait */.uk,
    },
    outputs: {
        release: 'Number of the release.',
        baseline: 'Number of the release that served before; empty for a first release.',
        state: '`complete`, `prepared` (the candidate is up, without traffic: `gate` goes on), `undone` (what served before serves again), `held` (it is not reversible and waits for somebody), `failed`, or `refused` (nothing was changed).',
        'undo-seconds': 'Seconds from the verdict until what served before was whole again; empty without an undo.',
        reason: 'Why it was refused or did not come up, in one sentence; empty when it did.',
        images: 'JSON map from image names to `repository@digest`.',
    },
    refused: { state: 'refused', images: '{}' },
    run: async (inputs, host) => {
        const request = await (0,session/* requestOf */.fo)(inputs, host);
        const { config, environment } = request;
        const selected = (0,selection/* parseImagesInput */.M)(inputs.images, config.images);
        const manifests = await (0,session/* manifestsOf */.oF)(inputs.config, environment);
        const resolving = (0,release_images/* resolveImages */.B)(new client/* RegistryClient */.b(), selected, Object.keys(config.images));
        resolving.catch(() => undefined);
        return (0,session/* withCluster */.Bq)({ ...inputs, patient: false }, environment, host, async (cluster) => {
            const images = await resolving;
            const result = await deploy(cluster, {
                ...request,
                manifests,
                images,
                signal: host.cancellation(),
            });
            const references = Object.fromEntries(Object.entries(images).map(([name, image]) => [name, `${image.repository}@${image.digest}`]));
            host.output('release', String(result.release));
            host.output('baseline', result.baseline === undefined ? '' : String(result.baseline));
            host.output('state', result.state);
            host.output('undo-seconds', result.undoMs === undefined ? '' : (result.undoMs / 1000).toFixed(2));
            host.output('reason', result.reason ?? '');
            host.output('images', JSON.stringify(references));
            await host.summary((0,summary/* deploySummary */.eN)(config.app, inputs.environment, Object.values(references), result));
            host.report(`release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`);
            return result.state === 'complete' || result.state === 'prepared';
        });
    },
});


/***/ }),

/***/ 7847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ verifySummary),
/* harmony export */   eN: () => (/* binding */ deploySummary),
/* harmony export */   j0: () => (/* binding */ rollbackSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1920);

function deploySummary(app, environment, images, result) {
    const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(environment)}: release ${result.release}`;
    const what = {
        complete: `Release ${result.release} is up: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.rolloutMs)}.`,
        prepared: `Release ${result.release} is up beside what serves, **without traffic**: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.rolloutMs)}. The gate goes on.`,
        undone: `Release ${result.release} did not come up and was **undone**${result.undoMs === undefined ? '' : ` in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(result.undoMs)}`}. ${result.baseline === undefined
            ? 'Nothing serves: it was the first.'
            : `Release ${result.baseline} serves.`}`,
        held: `Release ${result.release} did not come up and is **not reversible, so it was left as it is**. Look at the workload now.`,
        failed: `Release ${result.release} is **neither known to be good nor undone**. Look at the workload now.`,
    }[result.state];
    const why = result.reason === undefined ? '' : `\n\n**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason)}`;
    return `${head}\n\n${what}${why}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image'], images.map(image => [image]))}\n`;
}
function verifySummary(app, result) {
    const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
    const checks = result.checks.map(c => [
        `GET ${c.check.get}`,
        c.ok ? 'passed' : 'failed',
        String(c.attempts),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(c.ms),
        c.reason ?? '',
    ]);
    return [
        `### ${mark(result.verdict === 'pass')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: release ${result.release} ${result.verdict === 'pass' ? 'verified' : 'is not what it should be'}`,
        result.reasons.map(reason => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(reason)}`).join('\n'),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['zone', 'pods', 'ready', 'proved digest'], zones),
        `Requests went to ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.address)}.`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['check', 'verdict', 'attempts', 'time', 'why'], checks),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['container', 'image'], Object.entries(result.digests)),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
function rollbackSummary(app, result) {
    if (result.state === 'needless')
        return `### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: nothing was undone\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason ?? '')}\n`;
    const good = result.state === 'complete';
    const head = `### ${mark(good)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)}: ${whereTo(result)}`;
    const what = good ? whatServes(result) : `**Why it failed:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(result.reason ?? '')}`;
    const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
    return `${head}\n\n${what}${proof}\n`;
}
function whereTo({ release, changed }) {
    if (release === undefined)
        return 'undo of the first release';
    return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}
function whatServes({ release, changed, seconds }) {
    if (release === undefined)
        return `What it made was removed in ${seconds.toFixed(1)} s. Nothing serves.`;
    return `Release ${release} serves${changed ? `, put back in ${seconds.toFixed(1)} s` : ''}.`;
}
const mark = (good) => (good ? '✅' : '❌');


/***/ })

};
