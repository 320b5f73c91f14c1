export const id = 839;
export const ids = [839];
export const modules = {

/***/ 6491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ publishDecision)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



async function publishDecision(record, host) {
    const [{ decisionSummary }, { decisionPage }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(742), __webpack_require__.e(298)]).then(__webpack_require__.bind(__webpack_require__, 4298)),
        Promise.all(/* import() */[__webpack_require__.e(742), __webpack_require__.e(220)]).then(__webpack_require__.bind(__webpack_require__, 7220)),
    ]);
    await host.summary(decisionSummary(record));
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(host.env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${record.app}-r${record.release}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'decision.json'), `${JSON.stringify(record)}\n`),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'report.html'), decisionPage(record)),
    ]);
    return folder;
}


/***/ }),

/***/ 839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollbackAction: () => (/* binding */ rollbackAction)
});

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/naming.js
var naming = __webpack_require__(1924);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/reversibility.js
var reversibility = __webpack_require__(8445);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/cluster/resources.js
var resources = __webpack_require__(6544);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/errors.js
var errors = __webpack_require__(1218);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/access.js
var access = __webpack_require__(4702);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/diagnosis.js + 1 modules
var diagnosis = __webpack_require__(9462);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/journal.js
var release_journal = __webpack_require__(7473);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/lease.js
var release_lease = __webpack_require__(96);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/lifetime.js
var lifetime = __webpack_require__(5507);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/progress.js + 16 modules
var progress = __webpack_require__(7833);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/record.js
var record = __webpack_require__(7169);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/target.js



function parseUndo(text, { repository }) {
    if (text !== 'run')
        return (0,naming/* parseReleaseNumber */._W)(text);
    if (repository !== undefined)
        return text;
    throw new errors/* UserError */.yo('`undo: run` knows the runs of GitHub Actions alone', 'give the number of the release');
}
function undoing(releases, undo, run) {
    const own = releases.find(({ record }) => record.source === 'released' && record.by.run === run);
    const number = undo === 'run' ? own?.record.release : undo;
    if (number === undefined)
        return { needless: 'this run recorded no release, so there is nothing to undo' };
    const newer = releases.find(({ record, outcome }) => record.release > number && outcome?.state !== 'undone');
    if (newer !== undefined) {
        const { release, by } = newer.record;
        const whose = `release ${release} by ${by.actor} in ${by.run}`;
        return { needless: `${whose} came after release ${number}, so nothing was undone` };
    }
    const { record, outcome } = numbered(releases, number);
    if (outcome?.state === 'undone')
        return { needless: `release ${number} has been undone already` };
    return record.baseline === undefined ? {} : { to: record.baseline };
}
function rollbackTarget(releases, named) {
    if (named === undefined) {
        const verified = releases.find(release => release.outcome?.state === 'verified');
        if (verified !== undefined && (0,record/* isWhole */.wP)(verified))
            return verified;
        throw new errors/* UserError */.yo('no release of this application has been verified yet', releases.some(record/* isRestorable */.qX)
            ? `name one with \`to-release\`: ${listed(releases)}`
            : 'deploy a good version');
    }
    const found = numbered(releases, named);
    if (!(0,record/* isRestorable */.qX)(found)) {
        throw new errors/* UserError */.yo(`release ${named} never came up, so there is nothing to go back to`, `name one of ${listed(releases)}`);
    }
    return found;
}
function numbered(releases, number) {
    const found = releases.find(({ record }) => record.release === number);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo(`there is no record of release ${number}`, `name one of ${listed(releases) || 'none'}`);
}
function listed(releases) {
    return releases
        .filter(record/* isRestorable */.qX)
        .slice(0, 10)
        .map(({ record, outcome }) => `${record.release} (${outcome.state})`)
        .join(', ');
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/undo.js
var release_undo = __webpack_require__(2506);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/verify.js + 6 modules
var verify = __webpack_require__(2863);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/rollback.js














async function rollback(cluster, request) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const records = new record/* Records */.tU(cluster, namespace, config.app);
    const [releases, running] = await Promise.all([records.list(), (0,progress/* unfinished */.M1)(cluster, request)]);
    const undo = undoingOf(releases, request);
    if ('needless' in undo)
        return leftAlone(undo.needless);
    if (running !== undefined) {
        const { journal } = running;
        const blocked = (0,reversibility/* wayBackProblem */.m5)(releases, request.to ?? journal.baseline, request.force, journal);
        if (blocked !== undefined)
            throw blocked;
        const candidate = releases.find(({ record }) => record.release === journal.candidate);
        return endRollout(cluster, request, running, candidate?.record.reversible !== false);
    }
    const target = rollbackTarget(releases, request.to ?? undo.to);
    const { release } = target.record;
    const blocked = (0,reversibility/* wayBackProblem */.m5)(releases, release, request.force);
    if (blocked !== undefined)
        throw blocked;
    const recorded = recordedEnvironment(target, request);
    const wait = request.undo === undefined ? 0 : release_lease/* untilFree */.XH;
    await Promise.all([
        (0,access/* requireRights */.XU)(cluster, recorded, []),
        (0,lifetime/* requireLife */.mf)(cluster, wait + (0,lifetime/* needOf */.ER)(recorded.strategy.deadline), report),
    ]);
    await requireShipped(cluster, recorded.namespace, target);
    const lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
        app: config.app,
        namespace,
        origin: request.origin,
        wait,
        seize: request.undo === undefined ? true : 'own',
        floor: (await (0,release_journal/* readJournal */.a0)(cluster, namespace, config.app))?.journal.token ?? 0,
        report,
    });
    try {
        const still = undoingOf(await records.list(), request);
        if ('needless' in still)
            return leftAlone(still.needless);
        const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, recorded.workload.name);
        const live = await cluster.get(path);
        if (isThere(live, target)) {
            report(`release ${release} is serving already`);
            if (request.undo !== undefined)
                await leave(records, release, request);
            const verification = await verifyIfAsked(cluster, request, recorded, release);
            return { release, changed: false, seconds: 0, ...ended(undefined, verification) };
        }
        report(`putting release ${release} back`);
        await lease.assertHeld();
        const started = performance.now();
        const end = await (0,release_undo/* restoreTemplate */.DC)(cluster, {
            namespace,
            workload: recorded.workload.name,
            template: target.outcome.template,
            release,
            deadline: recorded.strategy.deadline,
            patient: false,
            report,
        });
        const seconds = (performance.now() - started) / 1000;
        if (end.state === 'failed') {
            const cause = (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, namespace, end.cause));
            return { release, changed: true, seconds, ...ended(cause, undefined) };
        }
        await lease.assertHeld();
        await leave(records, release, request);
        const verification = await verifyIfAsked(cluster, request, recorded, release);
        return { release, changed: true, seconds, ...ended(undefined, verification) };
    }
    finally {
        await lease.release();
    }
}
async function endRollout(cluster, request, { journal, version }, reversible) {
    const { config, environment, origin, report } = request;
    const { namespace } = environment;
    const who = `${origin.actor} in ${origin.run}`;
    const { force } = request;
    const why = `rolled back by ${who}${force === undefined || reversible ? '' : `, ${(0,reversibility/* forcedBecause */.QN)(force)}`}`;
    report(`release ${journal.candidate} is being rolled out (${journal.phase}); it is undone`);
    const asked = { ...journal, abortRequested: { by: who, at: cluster.now() } };
    await (0,release_journal/* writeJournal */.fY)(cluster, namespace, asked, version).catch((error) => {
        if (!(error instanceof release_journal/* JournalMoved */.JX))
            throw error;
    });
    const lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
        app: config.app,
        namespace,
        origin,
        wait: request.undo === undefined ? 0 : release_lease/* untilFree */.XH,
        seize: request.undo === undefined ? true : 'own',
        floor: journal.token,
        report,
    });
    let undone;
    try {
        undone = await (0,progress/* undoRollout */.oD)(cluster, { ...request, wait: 0 }, lease, why);
    }
    catch (error) {
        if (!(error instanceof release_journal/* RolloutOver */.aW))
            throw error;
    }
    finally {
        await lease.release();
    }
    const last = undone === undefined ? await (0,release_journal/* readJournal */.a0)(cluster, namespace, config.app) : undefined;
    if (last?.journal.phase === 'done')
        return rollback(cluster, request);
    const { end, ms } = undone ?? { end: { state: 'undone', reason: '' }, ms: 0 };
    const { baseline } = journal;
    if (request.to !== undefined && request.to !== baseline)
        return rollback(cluster, request);
    const verification = baseline === undefined || end.state !== 'undone'
        ? undefined
        : await verifyIfAsked(cluster, request, environment, baseline);
    return {
        ...(baseline === undefined ? {} : { release: baseline }),
        changed: true,
        seconds: ms / 1000,
        ...ended(end.state === 'held' ? end.reason : undefined, verification),
        ...(undone === undefined ? {} : { decision: undone.dossier }),
    };
}
function undoingOf(releases, { undo, origin }) {
    return undo === undefined ? {} : undoing(releases, undo, origin.run);
}
function leftAlone(reason) {
    return { state: 'needless', changed: false, seconds: 0, reason };
}
function ended(reason, verification) {
    const problem = reason ?? (verification?.verdict === 'fail' ? verification.reasons.join('; ') : undefined);
    return {
        state: problem === undefined ? 'complete' : 'failed',
        ...(problem === undefined ? {} : { reason: problem }),
        ...(verification === undefined ? {} : { verification }),
    };
}
function recordedEnvironment(target, { environmentName, environment }) {
    const config = target.record.config;
    const recorded = config.environments[environmentName];
    return recorded === undefined || recorded.namespace !== environment.namespace ? environment : recorded;
}
async function requireShipped(cluster, namespace, target) {
    for (const { kind, name, copy } of target.record.shipped) {
        const resource = kind === 'ConfigMap' ? resources/* resources */.ES.configMap : resources/* resources */.ES.secret;
        if ((await cluster.get((0,resources/* pathOf */.XM)(resource, namespace, copy))) === undefined) {
            throw new errors/* UserError */.yo(`${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`, 'deploy that version again, or go back to another release with `to-release`');
        }
    }
}
function isThere(live, target) {
    return (live?.metadata?.annotations?.[naming/* labels */.WD.release] === String(target.record.release) &&
        (0,naming/* canonical */.$N)(live.spec?.template) === (0,naming/* canonical */.$N)(target.outcome.template));
}
async function leave(records, to, { origin, force }) {
    const skipped = (await records.list()).filter(release => release.record.release > to && (release.outcome === undefined || (0,record/* isWhole */.wP)(release)));
    for (const { record, outcome } of skipped) {
        await records.conclude({
            schema: 1,
            release: record.release,
            state: 'undone',
            at: new Date().toISOString(),
            reason: `rolled back to ${to} by ${origin.actor} in ${origin.run}${forcedPast(record, force)}`,
            ...(outcome?.template === undefined ? {} : { template: outcome.template }),
        });
    }
}
function forcedPast({ reversible }, force) {
    return reversible === false && force !== undefined ? `, ${(0,reversibility/* forcedBecause */.QN)(force)}` : '';
}
function verifyIfAsked(cluster, { config, environmentName, report }, environment, release) {
    return (0,verify/* verify */.M)(cluster, { config, environmentName, environment, release, report });
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/report/summary.js
var summary = __webpack_require__(7847);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/host.js
var host = __webpack_require__(1615);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/origin.js
var origin = __webpack_require__(4471);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/decision.js
var decision = __webpack_require__(6491);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/inputs.js
var inputs = __webpack_require__(3087);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/session.js + 1 modules
var session = __webpack_require__(8598);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/rollback.js










const rollbackAction = (0,host/* defineAction */.QP)({
    name: 'rollback',
    description: 'Put the last verified release, or a named one, back with its configuration, and prove that it serves.',
    inputs: {
        environment: inputs/* environment */.cA,
        'to-release': {
            description: 'Number of the release to go back to. Default: what served before the one to `undo`; without that, the last verified one.',
            default: '',
        },
        undo: {
            description: 'Number of the only release to undo, or `run` for the one that this run recorded. When another came after it, nothing is changed. Default: whatever serves.',
            default: '',
        },
        force: {
            description: 'Why a release that is marked as not reversible may be gone back past; kept in its record. Default: it may not.',
            default: '',
        },
        config: inputs/* config */.$W,
        context: inputs/* context */._O,
    },
    outputs: {
        release: 'Number of the release that serves; empty when it is not known.',
        changed: '`false` when it was serving already, or nothing was to do.',
        seconds: 'Seconds from the first write until it was all there again.',
        state: '`complete`, `failed`, `needless` (the release to `undo` was never made, is undone, or another came after it) or `refused`; the last two change nothing.',
        record: 'Folder with `decision.json` and `report.html` of a rollout that was ended; empty when none was.',
        reason: 'Why it failed or was needless, in one sentence; empty when it did the work.',
    },
    refused: { changed: 'false', state: 'refused' },
    run: async (inputs, host) => {
        const undo = inputs.undo === '' ? undefined : parseUndo(inputs.undo, (0,origin/* originOf */.y)(host.env));
        const to = inputs['to-release'] === '' ? undefined : (0,naming/* parseReleaseNumber */._W)(inputs['to-release']);
        const force = (0,reversibility/* parseForce */.fu)(inputs.force);
        return (0,session/* withRollout */.ah)(inputs, host, async (cluster, request) => {
            const result = await rollback(cluster, {
                ...request,
                undo,
                to,
                ...(force === undefined ? {} : { force }),
            });
            const { release, state, reason } = result;
            host.output('release', String(release ?? ''));
            host.output('changed', String(result.changed));
            host.output('seconds', result.seconds.toFixed(2));
            host.output('state', state);
            host.output('record', result.decision === undefined ? '' : await (0,decision/* publishDecision */.M)(result.decision, host));
            host.output('reason', reason ?? '');
            await host.summary((0,summary/* rollbackSummary */.j0)(request.config.app, result));
            const what = release === undefined ? 'undo' : `release ${release}`;
            host.report(`${what}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
            return state !== 'failed';
        });
    },
});


/***/ })

};
