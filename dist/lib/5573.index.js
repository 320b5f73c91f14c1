export const id = 5573;
export const ids = [5573,8961];
export const modules = {

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 94326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   probeOwner: () => (/* binding */ probeOwner),
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _verify_acceptance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58276);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31626);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26417);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24576);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29296);
/* harmony import */ var _workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(18909);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(17121);











async function verify(cluster, request) {
    const { config, environment, report } = request;
    const records = new _store_releases_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app, report);
    const live = await (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .settled */ .gu)(cluster, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .pathTo */ .vs)(environment.namespace, environment.workload));
    const serving = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_10__/* .releaseOf */ .l7)(live);
    if (live === undefined || serving === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .titleOf */ .Gg)(environment.workload)} in namespace ${environment.namespace} was not released by Slipway`, 'deploy a release first');
    }
    const wanted = request.release ?? serving;
    const release = (await records.list()).find(({ record }) => record.release === serving);
    const pinned = (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .pinnedImages */ .Dl)(live, release?.record);
    const { workers: listed } = (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .recordedEnvironment */ .Y)(release?.record, request.environmentName, environment);
    const known = [
        ...(wanted === serving ? [] : [`release ${wanted} was requested, but release ${serving} is live`]),
        ...(release === undefined ? [`there is no record of release ${serving}`] : pinned.problems),
        ...((0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .isComplete */ .As)(live) ? [] : [`release ${serving} is not fully rolled out: ${(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .progressText */ .l_)(live)}`]),
    ];
    const digests = await (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .acceptable */ .FI)(pinned.images, request.registry, report);
    const running = Promise.all([
        (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .waitUntilServed */ .P5)(cluster, environment, live, digests),
        (0,_workloads_served_digests_js__WEBPACK_IMPORTED_MODULE_9__/* .verifyWorkers */ .Hy)(cluster, environment, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_10__/* .workersOf */ .N)({ workers: listed }), release?.record, request),
    ]);
    const problems = running.then(all => [...known, ...all.flatMap(({ reasons }) => reasons)]);
    const [[served, workers], accepted] = await Promise.all([
        running,
        (0,_verify_acceptance_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptance */ .m)(cluster, {
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
        ...failed.map(_verify_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .sentenceOf */ .$N),
        ...(await unchanged(cluster, environment, live)),
    ];
    const unpinned = Object.keys(pinned.images).length === 0;
    const isVerified = release?.outcome?.state === 'verified';
    const partly = accepted.partly && !isVerified;
    const unproved = reasons.length === 0 && (unpinned || partly);
    if (reasons.length === 0 && release !== undefined && !unproved)
        reasons.push(...(await markVerified(cluster, records, release, live)));
    const verdict = reasons.length > 0 ? 'fail' : unproved ? 'unproved' : 'pass';
    if (unproved) {
        reasons.push(unpinned
            ? `release ${serving} was adopted and its images are not pinned by digest: it is not marked as verified`
            : `release ${serving} is not marked as verified: this run has no identities, so only some checks were made; run \`verify\``);
    }
    const isOfRelease = reasons.length > failed.length || failed.some(({ cause }) => cause !== 'environment');
    const cause = verdict === 'fail' ? { cause: isOfRelease ? 'release' : 'environment' } : {};
    if (cause.cause === 'environment')
        reasons.push(`release ${serving} cannot be the cause, so it stays, and is not marked as verified: correct this, and run \`verify\` again`);
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
    labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.kind]: 'probe' },
});
const words = {
    pass: 'verification passed',
    fail: 'verification failed',
    unproved: 'it is live, but cannot be verified',
};
async function unchanged(cluster, environment, before) {
    const after = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .pathTo */ .vs)(environment.namespace, environment.workload));
    const same = after?.metadata?.uid === before.metadata?.uid &&
        JSON.stringify(after?.spec?.template) === JSON.stringify(before.spec?.template) &&
        (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_10__/* .releaseOf */ .l7)(after) === (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_10__/* .releaseOf */ .l7)(before);
    return same ? [] : ['the workload was changed while it was being verified'];
}
async function markVerified(cluster, records, release, live) {
    const { record, outcome, outcomeVersion } = release;
    if (outcome?.state === 'verified')
        return [];
    const template = outcome?.template ?? live.spec?.template;
    try {
        await records.amend({
            schema: 1,
            release: record.release,
            state: 'verified',
            at: new Date(cluster.now()).toISOString(),
            ...(outcome?.token === undefined ? {} : { token: outcome.token }),
            ...(template === undefined ? {} : { template }),
            ...(0,_store_releases_js__WEBPACK_IMPORTED_MODULE_5__/* .restorable */ .wq)(outcome),
        }, outcomeVersion);
        return [];
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict))
            throw error;
        return [`the outcome of release ${record.release} was changed while it was being verified`];
    }
}


/***/ }),

/***/ 70371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Bf: () => (/* binding */ takingOver),
/* harmony export */   Fs: () => (/* binding */ standingOf),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   YP: () => (/* binding */ isAdopted),
/* harmony export */   ZP: () => (/* binding */ ownerProblem),
/* harmony export */   gc: () => (/* binding */ hasNoSurge),
/* harmony export */   l_: () => (/* binding */ progressText),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   o6: () => (/* binding */ updateBlocker),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* unused harmony exports foreignOwner, helmOwner */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);


function standingOf(workload) {
    const { metadata, status } = workload;
    const desired = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload);
    const observed = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)) {
        case 'CronJob':
            return { observed: true, desired, updated: 0, available: 0, complete: true };
        case 'DaemonSet': {
            const updated = status?.updatedNumberScheduled ?? 0;
            const available = status?.numberAvailable ?? 0;
            return {
                observed,
                desired,
                updated,
                available,
                complete: observed && updated >= desired && available >= desired,
            };
        }
        case 'StatefulSet': {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const turned = status?.currentRevision === status?.updateRevision;
            const complete = observed &&
                turned &&
                updated >= desired &&
                available >= desired &&
                (status?.replicas ?? 0) <= desired;
            return { observed, desired, updated, available, complete };
        }
        default: {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const complete = observed && updated >= desired && (status?.replicas ?? 0) <= updated && available >= updated;
            return { observed, desired, updated, available, complete };
        }
    }
}
const isComplete = (workload) => standingOf(workload).complete;
function progressText(workload) {
    const { desired, updated, available } = standingOf(workload);
    return `${available} of ${desired} pods available, ${updated} with the newest template`;
}
function hasNoSurge({ kind, spec }) {
    if (kind === 'StatefulSet')
        return true;
    const nothing = (surge) => surge === 0 || surge === '0%' || surge === '0';
    if (kind === 'DaemonSet') {
        const surge = spec?.updateStrategy?.rollingUpdate?.maxSurge;
        return surge === undefined || nothing(surge);
    }
    return spec?.strategy?.type === 'Recreate' || nothing(spec?.strategy?.rollingUpdate?.maxSurge);
}
function updateBlocker(workload) {
    const { kind, name } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(workload);
    const title = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)({ kind, name });
    const { paused, updateStrategy } = workload.spec ?? {};
    if (kind === 'Deployment' && paused === true)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} is paused`, `resume it: kubectl rollout resume deployment/${name}`);
    if (kind !== 'StatefulSet' && kind !== 'DaemonSet')
        return undefined;
    if (updateStrategy?.type === 'OnDelete')
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has updateStrategy OnDelete, so its pods keep their version until they are deleted`, 'set `updateStrategy: {type: RollingUpdate}` in its manifest');
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    if (partition > 0)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`, 'remove `partition` from its manifest, or set it to 0');
    return undefined;
}
const claims = [
    {
        owner: 'Argo CD',
        by: o => has(o.metadata?.annotations, 'argocd.argoproj.io/tracking-id') ||
            has(o.metadata?.labels, 'argocd.argoproj.io/instance') ||
            managed(o, 'argocd-controller'),
    },
    {
        owner: 'Flux',
        by: o => has(o.metadata?.labels, 'kustomize.toolkit.fluxcd.io/name') ||
            has(o.metadata?.labels, 'helm.toolkit.fluxcd.io/name') ||
            managed(o, 'kustomize-controller'),
    },
    {
        owner: 'Helm',
        by: o => has(o.metadata?.annotations, 'meta.helm.sh/release-name') || managed(o, 'helm'),
    },
];
function foreignOwner(object) {
    return claims.find(claim => claim.by(object))?.owner;
}
const helmOwner = ({ metadata }) => ({
    release: metadata?.annotations?.['meta.helm.sh/release-name'],
    namespace: metadata?.annotations?.['meta.helm.sh/release-namespace'],
});
function isAdopted(object, { adopt, namespace }) {
    const owner = helmOwner(object);
    return (adopt !== undefined &&
        owner.release === adopt.helm &&
        owner.namespace === namespace &&
        foreignOwner(object) === 'Helm');
}
function ownerProblem(object, environment) {
    const owner = foreignOwner(object);
    if (owner === undefined || isAdopted(object, environment))
        return undefined;
    const { release, namespace } = helmOwner(object);
    const known = owner === 'Helm' && release !== undefined;
    const isHere = namespace === environment.namespace;
    const place = isHere || namespace === undefined ? '' : ` in namespace ${namespace}`;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${object.kind}/${object.metadata?.name} is managed by ${owner}${known ? ` (release ${release}${place})` : ''}, which would revert the writes of a release`, known && isHere
        ? `release it with Helm, or take it over by \`adopt: {helm: ${release}}\` in its environment in slipway.yml (docs/helm.md)`
        : owner === 'Helm'
            ? `release it with ${owner}, or end its management by ${owner} first (docs/helm.md)`
            : `release by a commit that ${owner} applies, with \`delivery: {gitops: …}\` in its environment in slipway.yml (docs/gitops.md), or end its management by ${owner} first`);
}
const takingOver = (environment) => live => {
    const problem = ownerProblem(live, environment);
    if (problem !== undefined)
        throw problem;
    return true;
};
function isKept({ kind, metadata }) {
    const policy = metadata?.annotations?.['helm.sh/resource-policy'] ?? '';
    return policy.trim().toLowerCase() === 'keep' && !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .isReleased */ .OZ)(kind);
}
function isControlled(object) {
    return (object.metadata?.ownerReferences ?? []).some(owner => owner.controller === true);
}
function writtenAt({ metadata }) {
    const times = (metadata?.managedFields ?? [])
        .filter(({ manager, subresource }) => manager === 'slipway' && !subresource)
        .map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(0, ...times);
}
const has = (map, key) => map?.[key] !== undefined;
const managed = (object, manager) => (object.metadata?.managedFields ?? []).some(field => field.manager === manager);


/***/ }),

/***/ 90352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = plain((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) && plain(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   singleFile: () => (/* binding */ singleFile)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function singleFile() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
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
        canaryProblem(check, response, known.secretOf) ??
        bodyProblem(check, response, quote);
    return reason === undefined ? { ok: true } : { ok: false, reason };
}
const isSecret = (check) => check.as !== undefined ||
    check.send?.secrets !== undefined ||
    check.cookies !== undefined ||
    check['canary-secret'] !== undefined;
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
    const wantsJson = [check.json, check['canary-secret']].some(each => each !== undefined) || isJsonType(check.type);
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
            return `answered with ${isSecret(check) ? `another ${name}` : `${name} "${quote(value)}"`}, expected "${expected}"`;
    }
    return undefined;
}
function cookiesProblem({ cookies = [] }, { cookies: set = [] }) {
    for (const name of cookies) {
        const cookie = set.find(each => each.startsWith(`${name}=`));
        if (cookie === undefined)
            return `set no cookie ${name}`;
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
function canaryProblem(check, { body }, secretOf) {
    const expected = Object.entries(check['canary-secret'] ?? {});
    const document = expected.length === 0 ? undefined : (0,map/* jsonIn */.Yf)(body);
    for (const [path, variable] of expected) {
        const value = valueAt(document, parseJsonPath(path) ?? []);
        if (value === undefined)
            return `answered without ${path}, expected the value of ${variable}`;
        if (value !== secretOf(variable))
            return `answered with another ${path} than the value of ${variable}: the application cannot decrypt it, or it was changed`;
    }
    return undefined;
}
function jsonProblem(check, { body }, quote) {
    if (check.json === undefined)
        return undefined;
    let document;
    try {
        document = JSON.parse(body);
    }
    catch {
        return `answered with something that is not JSON${isSecret(check) ? '' : quotedBody(quote(body))}`;
    }
    for (const [path, expected] of Object.entries(check.json)) {
        const steps = parseJsonPath(path);
        const value = steps === undefined ? undefined : valueAt(document, steps);
        if (value === undefined)
            return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
        if (value !== expected)
            return `answered with ${isSecret(check) ? 'another value' : scalar(value, quote)} for ${path}, expected ${JSON.stringify(expected)}`;
    }
    return undefined;
}
function bodyProblem(check, { body }, quote) {
    if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body))
        return undefined;
    const got = body === '' ? 'an empty body' : isSecret(check) ? 'another body' : `the body "${quote(body)}"`;
    return `answered with ${got}, expected "${excerpt(check.body)}"`;
}
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
/* harmony export */   IP: () => (/* binding */ isSafe),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   ZK: () => (/* binding */ requestName),
/* harmony export */   fq: () => (/* binding */ pauseBetween),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   uX: () => (/* binding */ longestAttempt)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35831);
/* harmony import */ var _assertions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78155);


const isSafe = ({ method }) => method === undefined || method === 'HEAD';
const requestName = ({ method, get, as }) => `${method ?? 'GET'} ${get}${as === undefined ? '' : ` as ${as}`}`;
const sentenceOf = (result) => `${result.title} ${result.reason}`;
const causedBy = ({ unsent }) => unsent === true ? { cause: 'environment' } : {};
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
        const left = check.within - (clock.now() - start);
        const assessment = await ask(check, send, Math.max(1, Math.ceil(Math.min(left, longestAttempt))), judge);
        const limit = check['faster-than'];
        const latency = assessment.ok && limit !== undefined ? await measure(check, limit, send, clock, judge) : undefined;
        attempts += latency?.requests ?? 0;
        measured += latency === undefined ? 0 : 1;
        const ms = clock.now() - start;
        const detail = latency?.detail === undefined ? {} : { detail: latency.detail };
        const reason = assessment.ok ? latency?.reason : assessment.reason;
        if (reason === undefined)
            return { ...asked, ok: true, ...detail, attempts, ms };
        if (!isSafe(check) || ms + pauseBetween >= check.within || measured >= mostMeasurements)
            return {
                ...asked,
                ok: false,
                reason,
                ...causedBy(assessment.ok ? {} : assessment),
                ...detail,
                attempts,
                ms,
            };
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
        const assessment = answer.ok ? judge(check, answer.response) : answer;
        const requests = took.length;
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
