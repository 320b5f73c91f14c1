export const id = 8444;
export const ids = [8444];
export const modules = {

/***/ 78444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inUse: () => (/* binding */ inUse)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_mentions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(772);
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24576);
/* harmony import */ var _release_store_retention_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23647);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17849);
/* harmony import */ var _release_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17121);






async function inUse(cluster, app, { name, environment }) {
    const { namespace, workload } = environment;
    const refs = [workload, ...(0,_release_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .workersOf */ .N)(environment)];
    const [pods, lives, versions, releases] = await Promise.all([
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace)),
        Promise.all(refs.map(async (ref) => [ref, await cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(namespace, ref))])),
        (0,_release_store_retention_js__WEBPACK_IMPORTED_MODULE_3__/* .versionsOf */ .x4)(cluster, namespace, refs),
        new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseStore */ .T(cluster, namespace, app).list(),
    ]);
    const named = [
        ...pods.items.map((pod) => [`pod ${nameOf(pod)} of ${name}`, pod]),
        ...lives.map(([ref, live]) => [`${(0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(ref)} of ${name}`, live]),
        ...versions.map((each) => [`${nameOf(each)}, an earlier version in ${name}`, each]),
        ...releases.map((release) => [
            `release ${release.record.release} of ${name}`,
            release,
        ]),
    ];
    const digests = new Map();
    const tags = new Map();
    for (const [who, object] of named) {
        const text = JSON.stringify(object) ?? '';
        for (const digest of (0,_image_mentions_js__WEBPACK_IMPORTED_MODULE_1__/* .digestsIn */ .V)(text))
            if (!digests.has(digest))
                digests.set(digest, who);
        for (const { repository, tag = 'latest', digest } of (0,_image_mentions_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesIn */ .o)(text)) {
            const at = `${repository}:${tag}`;
            if (digest === undefined && !tags.has(at))
                tags.set(at, who);
        }
    }
    const main = lives.find(([ref]) => (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(ref) === (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(workload))?.[1];
    return { digests, tags, found: main !== undefined || releases.length > 0 };
}
const nameOf = ({ metadata }) => metadata?.name ?? '';


/***/ }),

/***/ 23647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   Mc: () => (/* binding */ pathOfCopy),
/* harmony export */   x4: () => (/* binding */ versionsOf)
/* harmony export */ });
/* unused harmony exports expired, unusedCopies */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29296);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24576);
/* harmony import */ var _reversibility_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95606);





const keptReleases = 10;
function expired(releases) {
    const kept = new Set(releases.slice(0, keptReleases).map(({ record }) => record.release));
    const verified = releases.find(({ outcome }) => outcome?.state === 'verified');
    if (verified !== undefined)
        kept.add(verified.record.release);
    const whole = releases.find(_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .isRestorableRelease */ .Vp);
    if (whole !== undefined)
        kept.add(whole.record.release);
    const baselines = releases
        .filter(({ record }) => kept.has(record.release))
        .map(({ record }) => record.baseline);
    for (const baseline of baselines)
        if (baseline !== undefined)
            kept.add(baseline);
    const [irreversible] = (0,_reversibility_js__WEBPACK_IMPORTED_MODULE_4__/* .irreversibleSince */ .BW)(releases.slice(keptReleases), Math.min(...kept));
    if (irreversible !== undefined)
        kept.add(irreversible.record.release);
    return releases.filter(({ record }) => !kept.has(record.release));
}
function unusedCopies(gone, kept, versions) {
    const needed = new Set(kept.flatMap(({ record }) => record.shipped.map(({ kind, copy }) => `${kind}/${copy}`)));
    const used = JSON.stringify([
        versions,
        kept.map(({ record, outcome }) => [outcome?.template, outcome?.workers, record.workers]),
    ]);
    const candidates = gone.flatMap(({ record }) => record.shipped);
    return candidates.filter(({ kind, copy }) => !needed.has(`${kind}/${copy}`) && !used.includes(`"${copy}"`));
}
const pathOfCopy = (namespace, { kind, copy }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(kind === 'ConfigMap' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, copy);
const isShipped = (live, app) => live?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.app] === app && live.metadata.labels[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.kind] === 'shipped';
async function collect(cluster, namespace, app, refs, releases) {
    const gone = expired(releases);
    if (gone.length === 0)
        return;
    const kept = releases.filter(release => !gone.includes(release));
    const versions = await versionsOf(cluster, namespace, refs);
    for (const { kind, copy } of unusedCopies(gone, kept, versions)) {
        const path = pathOfCopy(namespace, { kind, copy });
        const live = await cluster.get(path);
        if (isShipped(live, app))
            await cluster.remove(path, live?.metadata?.uid);
    }
    const records = new _releases_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseStore */ .T(cluster, namespace, app);
    for (const { record } of gone)
        await records.remove(record.release);
}
async function versionsOf(cluster, namespace, refs) {
    const kept = new Set(refs.flatMap(({ kind }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)(kind).revisions ?? []));
    const lists = await Promise.all([...kept].map(resource => cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace))));
    return lists.flatMap(({ items }) => items);
}


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

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   xD: () => (/* binding */ isWorker)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90352);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
            .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const used = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .matches */ .cK)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ })

};
