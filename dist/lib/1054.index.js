export const id = 1054;
export const ids = [1054,8999];
export const modules = {

/***/ 36415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ renderHook),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   LT: () => (/* binding */ workOf),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   d2: () => (/* binding */ hookJob),
/* harmony export */   m0: () => (/* binding */ selectorOfService),
/* harmony export */   nL: () => (/* binding */ hookProblem)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75507);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90352);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78765);







const keptSeconds = 24 * 3600;
const afterwards = 15;
const keyOf = 'slipway.dev/hook';
function renderHook(manifest, environment, images, shipped) {
    const rendered = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(structuredClone(manifest), environment.namespace);
    (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .injectDigests */ .Vu)([rendered], images, 'some');
    for (const template of (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(rendered.object))
        (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__/* .pointAtCopies */ .Ld)(template, shipped);
    return rendered.object;
}
const workOf = (hook, baseline) => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .contentHash */ .Ae)('', [hook, baseline ?? 0]);
function hookJob(rendered, options) {
    const { app, namespace, when, within, release, token, work } = options;
    const own = { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'hook' };
    const spec = (rendered.spec ?? {});
    const longest = Math.ceil(within / 1000) + afterwards;
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.hook(app, when),
            namespace,
            labels: { ...rendered.metadata?.labels, ...own, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release]: String(release) },
            annotations: {
                ...rendered.metadata?.annotations,
                [keyOf]: work,
                [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.token(app)]: String(token),
            },
        },
        spec: {
            backoffLimit: 0,
            ttlSecondsAfterFinished: keptSeconds,
            ...spec,
            activeDeadlineSeconds: Math.min(longest, spec.activeDeadlineSeconds ?? longest),
        },
    };
}
function standingOf({ metadata, status }) {
    const work = metadata?.annotations?.[keyOf] ?? '';
    const is = (type) => status?.conditions?.find(each => each.type === type && each.status === 'True');
    if (is('Complete') !== undefined)
        return { state: 'complete', work };
    const failed = is('Failed');
    if (failed === undefined)
        return { state: 'running', work };
    return { state: 'failed', work, reason: failed.message ?? failed.reason ?? '' };
}
function troubleOf(pods) {
    for (const pod of pods) {
        const { metadata } = pod;
        for (const { name, state } of (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .containerStatusesOf */ .Xy)(pod)) {
            const { terminated, waiting } = state ?? {};
            if (terminated !== undefined && terminated.exitCode !== 0) {
                const how = terminated.reason === 'OOMKilled'
                    ? 'used more memory than its limit'
                    : `failed with exit code ${terminated.exitCode}`;
                return { sentence: `container ${name} ${how} (pod ${metadata?.name})`, final: false };
            }
            if (waiting?.reason !== undefined && cannotStart.test(waiting.reason)) {
                const said = waiting.message === undefined ? '' : `: ${waiting.message}`;
                const sentence = `container ${name} cannot be started (${waiting.reason}${said}; pod ${metadata?.name})`;
                return { sentence, final: true };
            }
        }
    }
    return undefined;
}
const cannotStart = /^(ImagePullBackOff|InvalidImageName|ErrImageNeverPull|CreateContainerConfigError|CreateContainerError)$/;
function hookProblem({ object, source }, selectors) {
    const [template] = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object);
    if (template?.spec === undefined) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${source}: the Job has no spec.template`, 'complete the manifest');
    }
    const taking = selectors.find(each => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .matches */ .cK)(each.labels, template.metadata?.labels));
    if (taking === undefined)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${source}: ${taking.name} would select the pods of the Job by their labels`, 'give these pods other labels');
}
const selectorOfService = ({ metadata, spec }) => ({
    name: `Service/${metadata?.name}`,
    labels: spec?.selector ?? {},
});


/***/ }),

/***/ 88923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   preview: () => (/* binding */ preview),
/* harmony export */   untold: () => (/* binding */ untold)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _rights_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28065);
/* harmony import */ var _rights_credential_life_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39829);
/* harmony import */ var _rollout_find_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8106);
/* harmony import */ var _store_baseline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91910);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24576);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27848);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75507);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(70371);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(29296);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(88795);
/* harmony import */ var _coverage_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(55469);
/* harmony import */ var _difference_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1896);
/* harmony import */ var _exposure_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(94654);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(73149);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(90572);
/* harmony import */ var _rehearsal_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(26616);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(28606);



















async function preview(cluster, request) {
    const { environment } = request;
    const seen = {
        problems: [],
        changes: [],
        baseline: '',
        images: [],
        signed: [],
        deadline: environment.strategy.deadline,
        gaps: [],
        grants: [],
        user: '',
        credential: '',
        notes: [],
    };
    const collected = collector(seen);
    const credential = await lookAtCredential(cluster, seen);
    const placed = await collected(async () => (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_8__/* .prepareManifests */ ._5)(request.manifests, environment, {}));
    const located = placed && (await collected(() => (0,_preflight_js__WEBPACK_IMPORTED_MODULE_16__/* .locate */ .x5)(cluster, placed)));
    if (placed === undefined || located === undefined)
        return seen;
    const needed = located.map(({ resource }) => resource);
    seen.grants = await (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_2__/* .askRights */ .JC)(cluster, environment.namespace, (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_2__/* .rightsFor */ .xQ)(environment, needed));
    for (const { rights, without } of (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_2__/* .optionalRights */ .cy)(environment)) {
        const lacking = (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_2__/* .rightsProblem */ .LD)(await (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_2__/* .askRights */ .JC)(cluster, environment.namespace, rights), environment.namespace);
        if (lacking !== undefined)
            seen.notes.push(`${lacking.message}, so ${without}`);
    }
    const lacking = (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_2__/* .rightsProblem */ .LD)(seen.grants, environment.namespace);
    if (lacking !== undefined)
        seen.problems.push(lacking.sentence);
    const liveState = await collected(() => (0,_preflight_js__WEBPACK_IMPORTED_MODULE_16__/* .readTargets */ .R0)(cluster, request, located));
    const { kind: asked } = (0,_strategy_js__WEBPACK_IMPORTED_MODULE_18__/* .strategyFor */ .fY)(environment, liveState ?? { liveWorkload: undefined });
    const life = (0,_rights_credential_life_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeLifetime */ .FX)(credential.lifetime, (0,_rights_credential_life_js__WEBPACK_IMPORTED_MODULE_3__/* .lifetimeOfRelease */ .e0)(environment, asked), credential.now);
    if ('problem' in life)
        seen.problems.push(life.problem.sentence);
    else if (life.warning !== undefined)
        seen.notes.push(`warning: ${life.warning}`);
    seen.gaps = coverage(request, liveState);
    if (liveState === undefined)
        return seen;
    const limits = (0,_capacity_js__WEBPACK_IMPORTED_MODULE_11__/* .limitsFor */ .I9)(request, liveState);
    if (limits !== undefined)
        seen.limits = limits;
    const images = await collected(() => imagesFor(request, liveState, seen));
    const complete = {
        ...request,
        images: images ?? {},
        wait: 0,
        report: line => seen.notes.push(line),
    };
    if (images !== undefined)
        seen.signed = (await collected(async () => request.signed)) ?? [];
    if (images !== undefined)
        await collected(() => lookAtPromotion(cluster, complete, seen));
    const candidate = await collected(async () => (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_8__/* .prepareManifests */ ._5)(request.manifests, environment, complete.images));
    const serving = await collected(() => lookAtBaseline(cluster, request, liveState, seen));
    const rehearsal = candidate && (await collected(() => (0,_rehearsal_js__WEBPACK_IMPORTED_MODULE_17__/* .rehearse */ .Km)(cluster, complete, candidate, liveState)));
    if (rehearsal === undefined)
        return seen;
    if (!rehearsal.salt.stored && rehearsal.plan.shipped.length > 0) {
        seen.notes.push('the copies of ConfigMaps and Secrets will get other name suffixes than shown: the first release creates the salt for them');
    }
    seen.problems.push(...untold(rehearsal.problems, seen.grants).map(({ sentence }) => sentence));
    const exposure = await collected(() => (0,_exposure_js__WEBPACK_IMPORTED_MODULE_14__/* .checkExposure */ ._)(cluster, complete, liveState, rehearsal));
    if (exposure !== undefined) {
        const { kind, said, warnings, problems, reversible } = exposure;
        seen.exposure = { kind, said, ...(reversible ? {} : { held: true }) };
        seen.notes.push(...warnings.map(warning => `warning: ${warning}`));
        seen.problems.push(...problems.map(({ sentence }) => sentence));
    }
    await collected(() => lookAtUnfinished(cluster, request, seen));
    const comparison = {
        ...{ environment, liveState, baseline: serving },
        ...{ shipped: rehearsal.plan.shipped, salted: rehearsal.salt.stored },
    };
    seen.changes = await Promise.all(rehearsal.targets.map(target => (0,_difference_js__WEBPACK_IMPORTED_MODULE_13__/* .compareWithLive */ ._f)(cluster, target, comparison)));
    return seen;
}
async function lookAtPromotion(cluster, request, seen) {
    const { requires } = request.environment;
    if (requires === undefined)
        return;
    if (seen.images.some(({ from }) => from !== 'given')) {
        seen.notes.push(`whether ${requires.environment} has verified the images is checked only when \`images\` are given`);
        return;
    }
    const promotion = await request.requirePromotion?.(cluster, request.images);
    if (promotion !== undefined)
        seen.promotion = promotion.sentence;
}
async function lookAtUnfinished(cluster, { config, environment }, seen) {
    const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_7__/* .readState */ .un)(cluster, environment.namespace, config.app);
    if (entry === undefined)
        return;
    const problem = (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_4__/* .pausedProblem */ .sk)(entry.rollout, cluster.now()) ?? (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_4__/* .routesProblem */ .OJ)(entry, environment);
    const unfinished = (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_4__/* .unfinishedSentence */ .Z8)(entry.rollout);
    if (problem !== undefined)
        seen.problems.push(problem.sentence);
    else if (unfinished !== undefined)
        seen.notes.push(unfinished);
}
function collector(seen) {
    return async (step) => {
        try {
            return await step();
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
                throw error;
            seen.problems.push(...untold([error], seen.grants).map(({ sentence }) => sentence));
            return undefined;
        }
    };
}
function untold(problems, grants) {
    const reported = grants.some(({ allowed }) => !allowed);
    return problems.filter(problem => !(reported && problem instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingRight */ .tH));
}
async function lookAtCredential(cluster, seen) {
    const [lifetime, { serverTime }, user] = await Promise.all([
        cluster.lifetime(),
        cluster.call('GET', '/version'),
        userOf(cluster),
    ]);
    seen.user = user;
    seen.credential = (0,_rights_credential_life_js__WEBPACK_IMPORTED_MODULE_3__/* .lifeSentence */ .eT)(lifetime, serverTime);
    return { lifetime, now: serverTime };
}
async function userOf(cluster) {
    const apiVersion = 'authentication.k8s.io/v1';
    try {
        const { status } = await cluster.create(`/apis/${apiVersion}/selfsubjectreviews`, { apiVersion, kind: 'SelfSubjectReview' });
        return status.userInfo?.username ?? '';
    }
    catch {
        return '';
    }
}
function coverage({ config, environment, manifests }, liveState) {
    const controlled = (liveState?.targets ?? []).filter(({ live }) => live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_9__/* .isControlled */ .RF)(live));
    const names = controlled.map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
    return (0,_coverage_js__WEBPACK_IMPORTED_MODULE_12__/* .gapsOf */ .d)(config, environment, manifests, names, liveState?.autoscaler !== undefined);
}
async function imagesFor({ images, config, environmentName }, liveState, seen) {
    const given = await images;
    const lives = liveState.targets.flatMap(({ live }) => (live === undefined ? [] : [live]));
    const found = given ??
        Object.fromEntries(Object.entries((0,_images_js__WEBPACK_IMPORTED_MODULE_15__/* .liveImages */ .v)(config.images, lives)).map(([name, image]) => [
            name,
            { ...image, platforms: [] },
        ]));
    for (const [name, { repository }] of Object.entries(config.images)) {
        const image = found[name];
        seen.images.push(image === undefined
            ? { name, reference: repository, from: 'as written' }
            : {
                name,
                reference: `${image.repository}@${image.digest}`,
                from: given === undefined ? 'kept' : 'given',
            });
    }
    if (given === undefined) {
        seen.notes.push(`no \`images\` were given: the live digests of ${environmentName} are kept, and platforms are not compared`);
    }
    return found;
}
async function lookAtBaseline(cluster, { config, environment }, { liveWorkload }, seen) {
    const releases = await new _store_releases_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app).list();
    const baseline = (0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_5__/* .baselineOf */ .Bv)(liveWorkload, releases);
    const newest = releases[0]?.record.release ?? 0;
    if (baseline.kind === 'none') {
        seen.baseline = `Nothing is live yet: this would be the first release, number ${newest + 1}, and a rollback would remove what it created.`;
        return undefined;
    }
    const adopting = isUnadopted(liveWorkload)
        ? ` The pods are replaced once to get the label ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_10__/* .labels */ .WD.track}: stable.`
        : '';
    if (baseline.kind === 'unrecorded') {
        seen.baseline = `The live workload is in no record: it would be recorded as release ${baseline.number}, this release would be number ${Math.max(newest, baseline.number) + 1}, and a rollback would restore release ${baseline.number}.${adopting}`;
        return undefined;
    }
    const release = releases.find(({ record }) => record.release === baseline.release);
    seen.baseline = `A rollback would restore release ${baseline.release} (${release?.outcome?.state ?? 'unfinished'}); this release would be number ${newest + 1}.${adopting}`;
    return release;
}
const isUnadopted = (live) => live?.spec?.template?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_10__/* .labels */ .WD.track] === undefined;


/***/ }),

/***/ 95606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ irreversibleSince),
/* harmony export */   CA: () => (/* binding */ targetFrom),
/* harmony export */   GA: () => (/* binding */ needsActionBecause),
/* harmony export */   QN: () => (/* binding */ forcedBecause),
/* harmony export */   e4: () => (/* binding */ hasReplacedBaseline),
/* harmony export */   es: () => (/* binding */ rollbackTarget),
/* harmony export */   h6: () => (/* binding */ reversibilityOf),
/* harmony export */   sx: () => (/* binding */ rollbackProblem)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24576);



function irreversibleSince(releases, to) {
    return releases.filter(({ record, outcome }) => record.release > to && record.reversible === false && outcome?.state !== 'rolled-back');
}
function reversibilityOf({ reversible = true }, kind, baseline, releases) {
    const passed = baseline === undefined ? [] : irreversibleSince(releases, baseline);
    if (baseline === undefined || (reversible && passed.length === 0)) {
        return { reversible: true, said: [], problems: [] };
    }
    const why = reversible
        ? `A rollback of this release would go past release ${passed[0]?.record.release}, which is marked as not reversible`
        : 'This release is marked as not reversible';
    const until = kind === 'canary'
        ? 'If this release fails before its promotion, the traffic is restored to the baseline. If it fails later, it needs action'
        : 'If this release does not become ready, it needs action';
    return {
        reversible: false,
        said: [
            `${why}. ${until} instead of a rollback. A rollback to an earlier release is refused unless the input \`force\` gives a reason.`,
        ],
        problems: kind === 'blue-green' ? [noSwitchBack()] : [],
    };
}
const noSwitchBack = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this release is not reversible, but a blue-green release must be able to switch back at once', 'use `strategy: {rolling: {}}`, or a canary if both versions can run side by side');
const needsActionBecause = (release, reason) => `${reason}; release ${release} is not reversible, so it is not rolled back: release a version that works, or roll back with \`force\``;
function hasReplacedBaseline({ phase, strategy }, written) {
    return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}
function rollbackProblem(releases, to, force, under) {
    if (to === undefined || force !== undefined)
        return undefined;
    const [newest] = irreversibleSince(releases, to).filter(({ record }) => record.release !== under?.candidate || hasReplacedBaseline(under, true));
    if (newest === undefined)
        return undefined;
    const { release, by } = newest.record;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${release} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(by)}) is marked as not reversible, so release ${to} must not be restored after it`, 'release a version that works with its data, or set the input `force` of the rollback to a reason, such as `the old column is still there`');
}
const forcedBecause = (force) => `although this goes past a release that is not reversible: ${force}`;
function targetFrom(releases, from, run) {
    const own = releases.find(({ record }) => record.source === 'released' && record.by.run === run);
    const number = from === 'run' ? own?.record.release : from;
    if (number === undefined)
        return { notNeeded: 'this run recorded no release, so there is nothing to roll back' };
    const newer = releases.find(({ record, outcome }) => record.release > number && outcome?.state !== 'rolled-back');
    if (newer !== undefined) {
        const { release, by } = newer.record;
        const whose = `release ${release} by ${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(by)}`;
        return { notNeeded: `${whose} came after release ${number}, so nothing was rolled back` };
    }
    const { record, outcome } = numbered(releases, number);
    if (outcome?.state === 'rolled-back')
        return { notNeeded: `release ${number} has already been rolled back` };
    return record.baseline === undefined ? {} : { to: record.baseline };
}
function rollbackTarget(releases, named) {
    if (named === undefined) {
        const verified = releases.find(release => release.outcome?.state === 'verified');
        if (verified !== undefined && (0,_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .isRestorableRelease */ .Vp)(verified))
            return verified;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no release of this application has been verified yet', releases.some(_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .isRestorable */ .qX)
            ? `choose one with \`to-release\`: ${listed(releases)}`
            : 'deploy a version that works');
    }
    const found = numbered(releases, named);
    if (!(0,_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .isRestorable */ .qX)(found)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot roll back to release ${named}: it never became ready`, `choose one of these: ${listed(releases)}`);
    }
    return found;
}
function numbered(releases, number) {
    const found = releases.find(({ record }) => record.release === number);
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`there is no record of release ${number}`, listed(releases) === '' ? 'deploy a version that works' : `choose one of these: ${listed(releases)}`);
}
function listed(releases) {
    return releases
        .filter(_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .isRestorable */ .qX)
        .slice(0, 10)
        .map(({ record, outcome }) => `${record.release} (${outcome.state})`)
        .join(', ');
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
