export const id = 723;
export const ids = [723];
export const modules = {

/***/ 81845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ requireShipped),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   pU: () => (/* binding */ requireSignedRelease)
/* harmony export */ });
/* unused harmony exports knownTemplates, imagesOnlyInRecord */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12502);
/* harmony import */ var _store_retention_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23647);






async function requireShipped(cluster, namespace, target) {
    for (const { kind, name, copy } of target.record.shipped) {
        if ((await cluster.get((0,_store_retention_js__WEBPACK_IMPORTED_MODULE_5__/* .pathOfCopy */ .Mc)(namespace, { kind, copy }))) === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`, 'deploy that version again, or roll back to another release with `to-release`');
        }
    }
}
async function requireSignedRelease(cluster, config, { namespace, workload }, { template, workers }, requireSigned) {
    const repositories = repositoriesIn(config);
    const own = Object.entries(workers).flatMap(([name, before]) => before === null ? [] : [[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOfKey */ .u$)(name), before.template]]);
    const images = [[workload, template], ...own].map(async ([ref, wanted]) => {
        const templates = await readKnownTemplates(cluster, namespace, ref);
        return imagesOnlyInRecord(wanted, { templates, repositories });
    });
    await requireSigned([...new Set((await Promise.all(images)).flat())]);
}
const repositoriesIn = ({ images, environments }) => [
    ...Object.values(images).map(({ repository }) => repository),
    ...Object.values(environments).flatMap(({ repositories = {} }) => Object.values(repositories)),
];
function knownTemplates(live, revisions) {
    const kept = revisions.filter(each => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .isOwnedBy */ .D0)(each, live?.metadata?.uid)).map(_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .templateOfRevision */ .Lq);
    return [(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .kW)(live), ...kept].filter(each => each?.spec !== undefined);
}
async function readKnownTemplates(cluster, namespace, ref) {
    const { revisions } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(ref.kind);
    const [live, kept] = await Promise.all([
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref)),
        revisions === undefined ? { items: [] } : cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace)),
    ]);
    return knownTemplates(live, kept.items);
}
function imagesOnlyInRecord(template, { templates, repositories }) {
    const own = new Set(repositories.map(canonicalRepository));
    const known = new Set(templates.flatMap(imagesOf));
    const alone = imagesOf(template).filter(image => !known.has(image) && own.has(canonicalRepository((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._M)(image))));
    return [...new Set(alone)];
}
const imagesOf = ({ spec }) => [
    ...(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec).map(({ image }) => image ?? ''),
    ...(spec?.volumes ?? []).flatMap(({ image }) => image?.reference ?? []),
];
function canonicalRepository(repository) {
    try {
        return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(repository);
    }
    catch {
        return repository;
    }
}


/***/ }),

/***/ 723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var toolkit_origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/release/permissions/access.js
var access = __webpack_require__(52692);
// EXTERNAL MODULE: ./.build/js/src/release/permissions/credential-life.js
var credential_life = __webpack_require__(85610);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/rollback-checks.js
var rollback_checks = __webpack_require__(81845);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js
var find = __webpack_require__(8106);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/traffic/hpa.js
var hpa = __webpack_require__(79444);
// EXTERNAL MODULE: ./.build/js/src/workloads/controllers.js
var controllers = __webpack_require__(34889);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/workloads/workers.js
var workers = __webpack_require__(5259);
// EXTERNAL MODULE: ./.build/js/src/release/store/baseline.js
var baseline = __webpack_require__(91910);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js
var store_releases = __webpack_require__(46695);
// EXTERNAL MODULE: ./.build/js/src/release/store/reversibility.js
var reversibility = __webpack_require__(95606);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 9 modules
var run = __webpack_require__(89224);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/restore-release.js














async function restoreRelease(cluster, request, environment, target, lease) {
    const { config, environmentName, origin, force, because, deadline, report } = request;
    const { namespace, workload } = environment;
    const { release } = target.record;
    const { token } = lease;
    const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app);
    const [live, releases] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        records.list(),
    ]);
    const at = cluster.now();
    const past = (0,reversibility/* irreversibleSince */.BW)(releases, release).length > 0 && force !== undefined;
    const reason = `rolled back to release ${release} by ${(0,toolkit_origin/* originText */.C)(origin)}${becauseOf(because)}${past ? `, ${(0,reversibility/* forcedBecause */.QN)(force)}` : ''}`;
    if (isLive(live, target) && (await workersAreThere(cluster, namespace, { target, releases, report }))) {
        report(`release ${release} is live already`);
        await (0,orphans/* markRolledBackAfter */.dU)(records, release, undefined, { token, reason });
        return { changed: false, seconds: 0 };
    }
    const obstacle = live && (0,controllers/* updateBlocker */.o6)(live);
    if (obstacle !== undefined)
        throw new errors/* UserError */.yo(`${obstacle.message}, so release ${release} cannot become ready in it`, obstacle.remedy);
    report(`rolling back to release ${release}`);
    await (0,rollout_state/* beginState */.X0)(cluster, namespace, {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token,
        run: origin,
        strategy: 'rolling',
        phase: 'rolling-back',
        restoresRelease: true,
        step: 0,
        weight: 0,
        baseline: release,
        candidate: releaseToReplace(live, releases, release) ?? release,
        capacity: live === undefined ? await replicasOfGone(cluster, environment, target) : (live.spec?.replicas ?? 1),
        startedAt: at,
        since: at,
        deadline: at + deadline,
        abortRequested: { by: (0,toolkit_origin/* originText */.C)(origin), at },
        reason,
    });
    request.onRollback?.();
    const { end, ms } = await (0,run/* advanceRollout */.q9)(cluster, { ...request, wait: 0 }, lease, {
        command: 'rollback',
        goal: 'done',
    });
    const done = { changed: true, seconds: ms / 1000 };
    return end.state === 'needs-action' ? { ...done, problem: end.reason } : done;
}
const becauseOf = (because) => because === undefined ? '' : `, because ${because}`;
async function replicasOfGone(cluster, { namespace, workload }, { record }) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.horizontalPodAutoscaler, namespace);
    const { items } = await cluster.list(path);
    const wanted = (0,hpa/* autoscalersOf */.Au)(items, workload).map(({ spec, status }) => Math.max(spec?.minReplicas ?? 1, status?.desiredReplicas ?? 0));
    return Math.max((0,kinds/* manifestOf */.$V)(record, workload)?.spec?.replicas ?? 1, ...wanted);
}
function releaseToReplace(live, releases, target) {
    const record = releases.find(each => each.record.release === (0,workers/* releaseOf */.l7)(live))?.record;
    return record?.source === 'released' && record.release !== target ? record.release : undefined;
}
async function workersAreThere(cluster, namespace, { target, releases, report, }) {
    const known = (0,baseline/* workersAt */.ZK)(target, releases);
    const liveWorkers = await (0,workers/* readWorkers */.QF)(cluster, namespace, Object.keys(known).map(kinds/* refOfKey */.u$));
    const { release } = target.record;
    return Object.entries(known).every(([name, before]) => {
        const live = liveWorkers[name];
        if (before === null)
            return (0,workers/* releaseOf */.l7)(live) === undefined;
        if (live === undefined) {
            report(`warning: ${(0,kinds/* titleOf */.Gg)((0,kinds/* refOfKey */.u$)(name))}, a worker of release ${release}, no longer exists and is not recreated`);
            return true;
        }
        return (0,workers/* releaseOf */.l7)(live) === release && (0,pods/* runsTemplate */.PR)(live, (0,pods/* canonicalTemplate */.Zf)(before.template));
    });
}
function isLive(live, target) {
    return ((0,workers/* releaseOf */.l7)(live) === target.record.release &&
        (0,pods/* runsTemplate */.PR)(live, (0,pods/* canonicalTemplate */.Zf)(target.outcome.template)));
}

// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/recorded-environment.js
var recorded_environment = __webpack_require__(26417);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
;// CONCATENATED MODULE: ./.build/js/src/release/store/rollback-target.js




function rollbackTarget(releases, from, run) {
    const own = releases.find(({ record }) => record.source === 'released' && record.by.run === run);
    const number = from === 'run' ? own?.record.release : from;
    if (number === undefined)
        return { notNeeded: 'this run recorded no release, so there is nothing to roll back' };
    const newer = releases.find(({ record, outcome }) => record.release > number && outcome?.state !== 'rolled-back');
    if (newer !== undefined) {
        const { release, by } = newer.record;
        const whose = `release ${release} by ${(0,toolkit_origin/* originText */.C)(by)}`;
        return { notNeeded: `${whose} came after release ${number}, so nothing was rolled back` };
    }
    const { record, outcome } = numbered(releases, number);
    if (outcome?.state === 'rolled-back')
        return { notNeeded: `release ${number} has already been rolled back` };
    return { of: number, ...(record.baseline === undefined ? {} : { to: record.baseline }) };
}
function releaseToRestore(releases, named) {
    if (named === undefined) {
        const verified = releases.find(release => release.outcome?.state === 'verified');
        if (verified !== undefined && (0,store_releases/* hasSucceeded */.yO)(verified))
            return verified;
        throw new errors/* UserError */.yo('no release of this application has been verified yet', releases.some(store_releases/* hasTemplate */.rJ)
            ? `choose one with \`to-release\`: ${listed(releases)}`
            : 'deploy a version that works');
    }
    const found = numbered(releases, named);
    if (!(0,store_releases/* hasTemplate */.rJ)(found)) {
        throw new errors/* UserError */.yo(`cannot roll back to release ${named}: it was never rolled out completely`, `choose one of these: ${listed(releases)}`);
    }
    return found;
}
function earlierHint(releases, live) {
    const before = releases.find(release => release.record.release < live && release.outcome?.state === 'verified' && (0,store_releases/* hasSucceeded */.yO)(release));
    return before === undefined
        ? `release ${live} is the last verified one, and no earlier one was verified`
        : `release ${live} is the last verified one; to restore the one before, ${(0,operations/* againWith */.ne)('to-release', before.record.release)}`;
}
function numbered(releases, number) {
    const found = releases.find(({ record }) => record.release === number);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo(`there is no record of release ${number}`, listed(releases) === '' ? 'deploy a version that works' : `choose one of these: ${listed(releases)}`);
}
function listed(releases) {
    return releases
        .filter(store_releases/* hasTemplate */.rJ)
        .slice(0, 10)
        .map(({ record, outcome }) => `${record.release} (${outcome.state})`)
        .join(', ');
}

// EXTERNAL MODULE: ./.build/js/src/release/verify.js
var verify = __webpack_require__(94326);
;// CONCATENATED MODULE: ./.build/js/src/release/rollback.js


















async function rollback(cluster, request) {
    const { config, environment, origin, report } = request;
    const records = new store_releases/* ReleaseStore */.T(cluster, environment.namespace, config.app, report);
    const [releases, running] = await Promise.all([records.list(), (0,find/* findUnfinishedRollout */.gv)(cluster, request)]);
    const from = targetOf(releases, request);
    if ('notNeeded' in from)
        return notNeeded(from.notNeeded);
    if (running === undefined)
        return rollBackLive(cluster, request, releases, from);
    const { rollout } = running;
    if (from.of !== undefined && rollout.candidate < from.of)
        return notNeeded(`release ${from.of} was recorded but not begun, so nothing was rolled back`);
    requireReversible(releases, request, rollout);
    if (request.to !== undefined && request.to !== rollout.baseline)
        (0,recorded_environment/* requireSameWorkload */.jw)(releases, releaseToRestore(releases, request.to), request);
    report(`release ${rollout.candidate} is being rolled out (${rollout.phase}): rolling it back`);
    const by = (0,toolkit_origin/* originText */.C)(origin);
    await (0,rollout_state/* requestAbort */.kR)(cluster, environment.namespace, rollout, { by, at: cluster.now() });
    const wait = Math.max(timing/* untilFree */.X, rollout.deadline - cluster.now() + timing/* untilFree */.X);
    const lease = await acquire(cluster, request, environment.workload, wait);
    let ended;
    let another;
    try {
        const now = await (0,find/* findUnfinishedRollout */.gv)(cluster, request);
        if (now?.rollout.candidate === rollout.candidate) {
            if (now.rollout.abortRequested === undefined)
                requireReversible(releases, request, now.rollout);
            if (now.rollout.phase === 'rolling-back')
                request.onRollback?.();
            ended = await (0,run/* advanceRollout */.q9)(cluster, { ...request, wait: 0 }, lease, {
                command: 'rollback',
                goal: 'done',
                rollback: { reason: reasonOfRequest(releases, request, rollout), by },
            });
        }
        else
            another = now;
    }
    finally {
        await lease.release();
    }
    if (another !== undefined)
        return rollback(cluster, request);
    return afterEnd(cluster, request, { rollout, releases, ended });
}
async function rollBackLive(cluster, request, releases, from) {
    const { config, environment, environmentName, report } = request;
    const { namespace } = environment;
    const to = request.to ?? from.to;
    const target = releaseToRestore(releases, to);
    const { release } = target.record;
    if (to === undefined && release === from.of)
        throw new errors/* UserError */.yo(`release ${release} cannot be rolled back: it has no baseline, and is itself the last verified release`, 'set `to-release` to the release to restore, or deploy a version that works');
    (0,recorded_environment/* requireOneEnvironment */.zR)([target], request);
    const recorded = (0,recorded_environment/* recordedEnvironment */.YM)(target.record, environmentName, environment);
    (0,recorded_environment/* requireSameWorkload */.jw)(releases, target, request);
    const blocked = (0,reversibility/* rollbackProblem */.sx)(releases, release, request.force);
    const live = () => cluster.get((0,kinds/* pathTo */.vs)(namespace, recorded.workload));
    if (blocked !== undefined && !isLive(await live(), target))
        throw blocked;
    const wait = request.from === undefined ? 0 : timing/* untilFree */.X;
    const need = (0,credential_life/* withWait */.SO)((0,credential_life/* lifetimeOfRollback */.dn)(recorded), wait, leftOf(request));
    await Promise.all([
        (0,access/* requirePermissions */.An)(cluster, namespace, (0,access/* permissionsOfRollback */.ql)(recorded)),
        (0,credential_life/* requireLifetime */.jY)(cluster, need, report),
    ]);
    await (0,rollback_checks/* requireShipped */.J9)(cluster, recorded.namespace, target);
    if (request.requireSigned !== undefined) {
        const brought = { template: target.outcome.template, workers: (0,baseline/* workersAt */.ZK)(target, releases) };
        await (0,rollback_checks/* requireSignedRelease */.pU)(cluster, config, recorded, brought, request.requireSigned);
    }
    const lease = await acquire(cluster, request, recorded.workload, timing/* untilFree */.X);
    let done;
    try {
        const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app, report);
        const [now, begun] = await Promise.all([records.list(), (0,find/* findUnfinishedRollout */.gv)(cluster, request)]);
        if (begun === undefined) {
            const still = targetOf(now, request);
            if ('notNeeded' in still)
                return notNeeded(still.notNeeded);
            const deadline = Math.min(recorded.strategy.deadline, leftOf(request));
            const genuine = releaseToRestore(now, release);
            done = await restoreRelease(cluster, { ...request, deadline }, recorded, genuine, lease);
        }
    }
    finally {
        await lease.release();
    }
    if (done === undefined)
        return rollback(cluster, request);
    const { problem, ...rest } = done;
    const verification = problem === undefined ? await verifyRestored(cluster, request, recorded, release) : undefined;
    const hint = done.changed || to !== undefined ? undefined : earlierHint(releases, release);
    const why = hint === undefined ? {} : { reason: `nothing was rolled back: ${hint}` };
    return { release, ...rest, ...why, ...stateOf(problem, verification) };
}
const acquire = (cluster, request, workload, wait) => {
    const { config, environment, origin, from, report } = request;
    return (0,lease.acquireLease)(cluster, {
        app: config.app,
        namespace: environment.namespace,
        workload,
        origin,
        wait: from === undefined ? 0 : Math.min(wait, leftOf(request)),
        seize: from === undefined ? true : 'own',
        report,
    });
};
function requireReversible(releases, { to, force }, rollout) {
    const blocked = (0,reversibility/* rollbackProblem */.sx)(releases, to ?? rollout.baseline, force, rollout);
    if (blocked !== undefined)
        throw blocked;
}
function reasonOfRequest(releases, { force, because, origin }, { candidate }) {
    const reversible = recordWith(releases, candidate)?.reversible !== false;
    const forced = force === undefined || reversible ? '' : `, ${(0,reversibility/* forcedBecause */.QN)(force)}`;
    return `rolled back by ${(0,toolkit_origin/* originText */.C)(origin)}${becauseOf(because)}${forced}`;
}
async function afterEnd(cluster, request, { rollout, releases, ended }) {
    const { environment } = request;
    const { app, baseline, candidate, phase, abortRequested } = rollout;
    const last = ended === undefined ? await (0,rollout_state/* readState */.un)(cluster, environment.namespace, app) : undefined;
    if (last?.rollout.phase === 'done')
        return rollback(cluster, request);
    const goesFurther = request.to !== undefined && request.to !== baseline;
    const wasRollingBack = phase === 'rolling-back' || abortRequested !== undefined;
    if (ended === undefined && wasRollingBack && request.from !== undefined && !goesFurther)
        return notNeeded(`release ${candidate} was already being rolled back by another run`);
    const { end, ms } = ended ?? { end: { state: 'rolled-back', reason: '' }, ms: 0 };
    const decision = ended === undefined ? {} : { decision: ended.decisions };
    if (end.state !== 'needs-action' && goesFurther) {
        const from = request.from === undefined ? undefined : baseline;
        const further = await rollback(cluster, { ...request, from });
        return { ...decision, ...further, changed: true, seconds: ms / 1000 + further.seconds };
    }
    const untried = goesFurther ? `; release ${request.to} was not restored` : '';
    const recorded = (0,recorded_environment/* recordedEnvironment */.YM)(recordWith(releases, baseline), request.environmentName, environment);
    const verification = baseline === undefined || end.state !== 'rolled-back'
        ? undefined
        : await verifyRestored(cluster, request, recorded, baseline);
    return {
        ...(baseline === undefined ? {} : { release: baseline }),
        changed: true,
        seconds: ms / 1000,
        ...stateOf(end.state === 'needs-action' ? `${end.reason}${untried}` : undefined, verification),
        ...decision,
    };
}
function recordWith(releases, release) {
    return releases.find(({ record }) => record.release === release)?.record;
}
function targetOf(releases, { from, origin }) {
    return from === undefined ? {} : rollbackTarget(releases, from, origin.run);
}
const leftOf = ({ until = Number.POSITIVE_INFINITY }) => Math.max(1000, until - performance.now());
function notNeeded(reason) {
    return { state: 'not-needed', changed: false, seconds: 0, reason };
}
function stateOf(reason, verification) {
    const problem = reason ?? (verification?.verdict === 'fail' ? verification.reasons.join('; ') : undefined);
    return {
        state: problem === undefined ? 'complete' : 'failed',
        ...(problem === undefined ? {} : { reason: problem }),
        ...(verification === undefined ? {} : { verification }),
    };
}
function verifyRestored(cluster, { config, environmentName, report }, environment, release) {
    return (0,verify.verify)(cluster, { config, environmentName, environment, release, report });
}


/***/ })

};
