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
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
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
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 8 modules
var run = __webpack_require__(44773);
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
    report(`restoring release ${release}`);
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
        throw new errors/* UserError */.yo(`cannot roll back to release ${named}: it never became ready`, `choose one of these: ${listed(releases)}`);
    }
    return found;
}
function earlierHint(releases, live) {
    const before = releases.find(release => release.record.release < live && release.outcome?.state === 'verified' && (0,store_releases/* hasSucceeded */.yO)(release));
    return before === undefined
        ? 'it is the last verified release, and no earlier one was verified'
        : `it is the last verified release; to restore the one before, set \`to-release\` to ${before.record.release}`;
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
        return rollBackLive(cluster, request, releases, request.to ?? from.to);
    const { rollout } = running;
    if (from.of !== undefined && rollout.candidate < from.of)
        return notNeeded(`release ${from.of} was recorded but not begun, so nothing was rolled back`);
    requireReversible(releases, request, rollout);
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
                rollback: { reason: reasonOf(releases, request, rollout), by },
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
async function rollBackLive(cluster, request, releases, to) {
    const { config, environment, environmentName, report } = request;
    const { namespace } = environment;
    const target = releaseToRestore(releases, to);
    const { release } = target.record;
    const recorded = (0,recorded_environment/* recordedEnvironment */.Y)(target.record, environmentName, environment);
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
    if (!done.changed && to === undefined)
        report(`nothing was rolled back: ${earlierHint(releases, release)}`);
    const verification = problem === undefined ? await verifyRestored(cluster, request, recorded, release) : undefined;
    return { release, ...rest, ...stateOf(problem, verification) };
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
function reasonOf(releases, { force, because, origin }, { candidate }) {
    const reversible = recordWith(releases, candidate)?.reversible !== false;
    const forced = force === undefined || reversible ? '' : `, ${(0,reversibility/* forcedBecause */.QN)(force)}`;
    return `rolled back by ${(0,toolkit_origin/* originText */.C)(origin)}${becauseOf(because)}${forced}`;
}
async function afterEnd(cluster, request, { rollout: { app, baseline }, releases, ended }) {
    const { environment } = request;
    const last = ended === undefined ? await (0,rollout_state/* readState */.un)(cluster, environment.namespace, app) : undefined;
    if (last?.rollout.phase === 'done')
        return rollback(cluster, request);
    const { end, ms } = ended ?? { end: { state: 'rolled-back', reason: '' }, ms: 0 };
    const decision = ended === undefined ? {} : { decision: ended.decisions };
    const goesFurther = request.to !== undefined && request.to !== baseline;
    if (end.state !== 'needs-action' && goesFurther) {
        const from = request.from === undefined ? undefined : baseline;
        const further = await rollback(cluster, { ...request, from });
        return { ...decision, ...further, changed: true, seconds: ms / 1000 + further.seconds };
    }
    const untried = goesFurther ? `; release ${request.to} was not restored` : '';
    const recorded = (0,recorded_environment/* recordedEnvironment */.Y)(recordWith(releases, baseline), request.environmentName, environment);
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


/***/ }),

/***/ 94326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeOwner: () => (/* binding */ probeOwner),
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _verify_acceptance_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30956);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31626);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91490);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5259);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26417);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46695);
/* harmony import */ var _store_served_digests_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(33342);










async function verify(cluster, request) {
    const { config, environment, report } = request;
    const records = new _store_releases_js__WEBPACK_IMPORTED_MODULE_8__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app, report);
    const live = await (0,_store_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .readWhenSettled */ .ow)(cluster, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(environment.namespace, environment.workload));
    const serving = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseOf */ .l7)(live);
    if (live === undefined || serving === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(environment.workload)} in namespace ${environment.namespace} was not released by Slipway`, 'deploy a release first');
    }
    const wanted = request.release ?? serving;
    const release = (await records.list()).find(({ record }) => record.release === serving);
    const pinned = (0,_store_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .pinnedImages */ .Dl)(live, release?.record);
    const { workers: listed } = (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .recordedEnvironment */ .Y)(release?.record, request.environmentName, environment);
    const known = [
        ...(wanted === serving ? [] : [`release ${wanted} was requested, but release ${serving} is live`]),
        ...(release === undefined ? [`there is no record of release ${serving}`] : pinned.problems),
        ...((0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .isComplete */ .As)(live) ? [] : [`release ${serving} is not fully rolled out: ${(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .progressText */ .l_)(live)}`]),
    ];
    const digests = await (0,_store_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .acceptedDigests */ .jh)(pinned.images, request.registry, report);
    const running = Promise.all([
        (0,_store_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .waitUntilServed */ .P5)(cluster, environment, live, digests),
        (0,_store_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .verifyWorkers */ .Hy)(cluster, environment, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .workersOf */ .N)({ workers: listed }), release?.record, request),
    ]);
    const problems = running.then(all => [...known, ...all.flatMap(({ reasons }) => reasons)]);
    const [[served, workers], accepted] = await Promise.all([
        running,
        (0,_verify_acceptance_js__WEBPACK_IMPORTED_MODULE_1__/* .acceptance */ .m)(cluster, {
            environment,
            env: request.env,
            owner: probeOwner(config.app, environment.namespace),
            mayChange: problems.then(all => all.length === 0, () => false),
        }),
    ]);
    const checks = accepted.results;
    const failed = checks.filter(({ ok }) => !ok);
    const reasons = [
        ...(await problems),
        ...failed.map(_verify_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .sentenceOf */ .$N),
        ...(await unchanged(cluster, environment, live)),
    ];
    const unpinned = Object.keys(pinned.images).length === 0;
    const isVerified = release?.outcome?.state === 'verified';
    const partly = accepted.partly && !isVerified;
    const unproved = reasons.length === 0 && (unpinned || partly);
    if (reasons.length === 0 && release !== undefined && !unproved) {
        const obstacle = await records.markVerified(release, live.spec?.template);
        if (obstacle !== undefined)
            reasons.push(obstacle);
    }
    const verdict = reasons.length > 0 ? 'fail' : unproved ? 'unproved' : 'pass';
    if (unproved) {
        reasons.push(unpinned
            ? `release ${serving} was adopted and its images are not pinned by digest: it is not marked as verified`
            : `release ${serving} is not marked as verified: this run has no identities, so only some checks were run; run \`verify\``);
    }
    const isOfRelease = reasons.length > failed.length || failed.some(({ cause }) => cause !== 'environment');
    const cause = verdict === 'fail' ? { cause: isOfRelease ? 'release' : 'environment' } : {};
    if (cause.cause === 'environment')
        reasons.push(`release ${serving} is not the cause: it stays live, but is not marked as verified. Fix the cause, then run \`verify\` again`);
    report(`release ${wanted}: ${words[verdict]}`);
    return {
        verdict,
        release: wanted,
        digests: pinned.images,
        shown: [...new Set([...pinned.named, ...workers.named])],
        served,
        workers: workers.workers,
        checks,
        address: accepted.address,
        reasons,
        ...cause,
    };
}
const probeOwner = (app, namespace) => ({
    app,
    namespace,
    labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.kind]: 'probe' },
});
const words = {
    pass: 'verification passed',
    fail: 'verification failed',
    unproved: 'it is live, but cannot be verified',
};
async function unchanged(cluster, environment, before) {
    const after = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(environment.namespace, environment.workload));
    const same = after?.metadata?.uid === before.metadata?.uid &&
        JSON.stringify(after?.spec?.template) === JSON.stringify(before.spec?.template) &&
        (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseOf */ .l7)(after) === (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseOf */ .l7)(before);
    return same ? [] : ['the workload was changed while it was being verified'];
}


/***/ }),

/***/ 35831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}


/***/ }),

/***/ 78155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  no: () => (/* binding */ assess),
  Kb: () => (/* binding */ excerpt),
  _6: () => (/* binding */ isHtml),
  JL: () => (/* binding */ mediaType)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/verify/json-path.js

const step = /(?:^|(?!^)\.)([A-Za-z_$][A-Za-z0-9_$-]*)|\[(0|[1-9][0-9]{0,8})\]/y;
function parseJsonPath(text) {
    const steps = [];
    step.lastIndex = 0;
    let end = 0;
    while (end < text.length) {
        const match = step.exec(text);
        if (match === null)
            return undefined;
        steps.push(match[1] ?? Number(match[2]));
        end = step.lastIndex;
    }
    return steps.length > 0 ? steps : undefined;
}
function valueAt(value, path) {
    let current = value;
    for (const part of path) {
        if (typeof part === 'number' ? !Array.isArray(current) : !(0,map/* isMap */.jh)(current))
            return undefined;
        const container = current;
        if (!Object.hasOwn(container, part))
            return undefined;
        current = Reflect.get(container, part);
    }
    return current;
}

;// CONCATENATED MODULE: ./.build/js/src/verify/assertions.js


const noSecrets = { secretOf: () => '', hide: text => text };
function assess(check, response, known = noSecrets) {
    const quote = (text) => excerpt(known.hide(text));
    const reason = statusProblem(check, response, quote) ??
        htmlProblem(check, response) ??
        typeProblem(check, response, quote) ??
        headersProblem(check, response, quote) ??
        cookiesProblem(check, response) ??
        jsonProblem(check, response, quote) ??
        storedSecretProblem(check, response, known.secretOf) ??
        bodyProblem(check, response, quote);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
const isSecret = (check) => check.as !== undefined ||
    check.send?.secrets !== undefined ||
    check.cookies !== undefined ||
    check['stored-secrets'] !== undefined;
function statusProblem(check, { status, headers, body }, quote) {
    if (status === check.status)
        return undefined;
    const location = headers.location;
    const redirects = status >= 300 && status < 400 && location !== undefined;
    const to = isSecret(check) ? '' : ` to ${quote(location ?? '')}`;
    const detail = redirects
        ? ` (a redirect${to}, which is not followed)`
        : isSecret(check)
            ? ''
            : quotedBody(quote(body));
    return `answered ${status}, expected ${check.status}${detail}`;
}
function htmlProblem(check, response) {
    const wantsJson = [check.json, check['stored-secrets']].some(each => each !== undefined) || isJsonType(check.type);
    if ((!wantsJson && check.not !== 'html') || !isHtml(response))
        return undefined;
    const place = wantsJson ? 'where JSON was expected' : 'where none was expected';
    return `answered ${response.status} with HTML ${place}: a single-page app's fallback answers anything`;
}
function typeProblem(check, response, quote) {
    if (check.type === undefined)
        return undefined;
    const type = mediaType(response);
    if (type === check.type.toLowerCase())
        return undefined;
    const written = quote(response.headers['content-type'] ?? '')
        .split(';', 1)
        .join('')
        .trim();
    const got = type === '' ? 'no media type' : isSecret(check) ? 'another media type' : written;
    return `answered with ${got}, expected ${check.type}`;
}
function headersProblem(check, { headers }, quote) {
    for (const [name, expected] of Object.entries(check.headers ?? {})) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `answered without the header ${name}, expected "${expected}"`;
        if (value !== expected)
            return isSecret(check)
                ? `answered with another ${name}, expected "${expected}"`
                : `answered with ${name} "${quote(value)}", expected "${expected}"${assertions_hidden(quote(value), excerpt(expected))}`;
    }
    return undefined;
}
function cookiesProblem({ cookies = [] }, { cookies: set = [] }) {
    for (const name of cookies) {
        const cookie = set.find(each => each.startsWith(`${name}=`));
        if (cookie === undefined)
            return `did not set the cookie ${name}`;
        const [pair = '', ...attributes] = cookie.split(';');
        const has = (pattern) => attributes.some(each => pattern.test(each.trim()));
        const expires = attributes.find(each => /^\s*expires\s*=/i.test(each))?.replace(/^[^=]*=/, '') ?? '';
        if (pair.trim() === `${name}=` || has(/^max-age\s*=\s*(0+$|-)/i) || Date.parse(expires) <= Date.now())
            return `deleted the cookie ${name}`;
        const lacking = [
            ...(has(/^secure$/i) ? [] : ['Secure']),
            ...(has(/^httponly$/i) ? [] : ['HttpOnly']),
            ...(has(/^samesite=(strict|lax|none)$/i) ? [] : ['SameSite']),
        ];
        if (lacking.length > 0)
            return `set the cookie ${name} without ${lacking.join(', ')}`;
    }
    return undefined;
}
function storedSecretProblem(check, { body }, secretOf) {
    const expected = Object.entries(check['stored-secrets'] ?? {});
    const document = expected.length === 0 ? undefined : (0,map/* jsonIn */.Yf)(body);
    for (const [path, variable] of expected) {
        const value = valueAt(document, parseJsonPath(path) ?? []);
        if (value === undefined)
            return `answered without ${path}, expected the value of ${variable}`;
        if (value !== secretOf(variable))
            return `answered with a ${path} that is not the value of ${variable}: the application cannot decrypt it, or it was changed`;
    }
    return undefined;
}
function jsonProblem(check, { body }, quote) {
    if (check.json === undefined)
        return undefined;
    const document = (0,map/* jsonIn */.Yf)(body);
    if (document === undefined)
        return `answered with something that is not JSON${isSecret(check) ? '' : quotedBody(quote(body))}`;
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        const wanted = JSON.stringify(expected);
        if (value === expected)
            continue;
        if (isSecret(check))
            return `answered with another value for ${path}, expected ${wanted}`;
        const got = scalar(value, quote);
        return `answered with ${got} for ${path}, expected ${wanted}${assertions_hidden(got, excerpt(wanted))}`;
    }
    return undefined;
}
function bodyProblem(check, { body }, quote) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const expected = excerpt(check.body);
    const got = body === '' ? 'an empty body' : isSecret(check) ? 'another body' : `the body "${quote(body)}"`;
    const detail = isSecret(check) ? '' : assertions_hidden(quote(body), expected);
    return `answered with ${got}, expected "${expected}"${detail}`;
}
const assertions_hidden = (got, expected) => got === expected ? ' (they differ in white space or invisible characters, or after 120 characters)' : '';
function excerpt(text) {
    const line = text
        .slice(0, 4096)
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim();
    const letters = [...line];
    return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}
function quotedBody(text) {
    return text === '' ? ' (empty body)' : `: "${text}"`;
}
function scalar(value, quote) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a map';
    return quote(JSON.stringify(value));
}
function mediaType(response) {
    return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}
function isJsonType(type = '') {
    return /^application\/([\w.-]+\+)?json$/i.test(type);
}
function isHtml(response) {
    const type = mediaType(response);
    return (type === 'text/html' ||
        type === 'application/xhtml+xml' ||
        /^\s*<(!doctype\s+html|html)\b/i.test(response.body));
}
function withoutNewline(text) {
    return text.replace(/\r?\n$/, '');
}


/***/ }),

/***/ 31626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   $z: () => (/* binding */ causedBy),
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   ZK: () => (/* binding */ requestName),
/* harmony export */   fq: () => (/* binding */ pauseBetween),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   uX: () => (/* binding */ longestAttempt),
/* harmony export */   y7: () => (/* binding */ mayBeCured)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35831);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78155);


const isSafe = ({ method }) => method === undefined || method === 'HEAD';
const resultOf = (part, title, found, attempts, ms) => ({ part, title, ok: found.reason === undefined, ...found, attempts, ms });
const requestName = ({ method, get, as }) => `${method ?? 'GET'} ${get}${as === undefined ? '' : ` as ${as}`}`;
const mayBeCured = ({ ok, cause, skipped }) => !ok && skipped !== true && cause !== 'environment';
const sentenceOf = (result) => `${result.title} ${result.reason}`;
const causedBy = (answer) => !answer.ok && answer.unsent === true
    ? { cause: 'environment', ...(answer.expired === true ? {} : { skipped: true }) }
    : {};
const pauseBetween = 250;
const longestAttempt = 10_000;
const mostMeasurements = 3;
function runChecks(checks, send, clock, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    return Promise.all(checks.map(check => runCheck(check, send, clock, judge)));
}
async function runCheck(check, send, clock, judge) {
    const start = clock.now();
    const asked = { title: requestName(check), check };
    let measured = 0;
    for (let attempts = 1;; attempts++) {
        const left = check['retry-for'] - (clock.now() - start);
        const within = Math.max(1, Math.ceil(Math.min(left, longestAttempt)));
        const assessment = await ask(check, send, within, judge);
        const limit = check['faster-than'];
        const latency = assessment.ok && limit !== undefined ? await measure(check, limit, send, clock, judge) : undefined;
        attempts += latency?.requests ?? 0;
        measured += latency === undefined ? 0 : 1;
        const ms = clock.now() - start;
        const detail = latency?.detail === undefined ? {} : { detail: latency.detail };
        const reason = assessment.ok ? latency?.reason : assessment.reason;
        if (reason === undefined)
            return { ...asked, ok: true, ...detail, attempts, ms };
        if (!isSafe(check) || ms + pauseBetween >= check['retry-for'] || measured >= mostMeasurements)
            return { ...asked, ok: false, reason, ...causedBy(assessment), ...detail, attempts, ms };
        await clock.sleep(pauseBetween);
    }
}
async function ask(check, send, timeoutMs = longestAttempt, judge = _assertions_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .no) {
    const answer = await send(check, timeoutMs);
    return answer.ok ? judge(check, answer.response) : answer;
}
async function measure(check, limit, send, clock, judge) {
    const { times = 20 } = check;
    const allowed = Math.floor(times * 0.05);
    const took = [];
    let slow = 0;
    while (took.length < times) {
        const start = clock.now();
        const answer = await send(check, longestAttempt);
        const ms = clock.now() - start;
        took.push(ms);
        const requests = took.length;
        const assessment = answer.ok ? judge(check, answer.response) : answer;
        if (!assessment.ok)
            return { requests, reason: `${assessment.reason}, at request ${requests} of ${times}` };
        slow += ms > limit ? 1 : 0;
        if (slow > allowed)
            return {
                requests,
                reason: `took longer than ${limit} ms in ${slow} of ${requests} requests, expected 95 % of ${times} within it`,
            };
    }
    return {
        requests: times,
        detail: `95 % of ${times} requests within ${Math.ceil((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .quantile */ .Y)(took, 0.95) ?? 0)} ms`,
    };
}


/***/ })

};
