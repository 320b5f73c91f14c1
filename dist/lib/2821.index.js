export const id = 2821;
export const ids = [2821];
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
    for (const pod of [...pods].reverse()) {
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
    const taking = selectors.find(each => selects(each.labels, template));
    if (taking === undefined)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${source}: ${taking.name} would select the pods of the Job by their labels`, 'give these pods other labels');
}
const selectorOfService = ({ metadata, spec }) => ({
    name: `Service/${metadata?.name}`,
    labels: spec?.selector ?? {},
});
function selects(selector, { metadata }) {
    const entries = Object.entries(selector);
    return entries.length > 0 && entries.every(([key, value]) => metadata?.labels?.[key] === value);
}


/***/ }),

/***/ 1896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ holdsSecret),
/* harmony export */   t: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60512);


const hidden = '(not shown)';
const longestValue = 300;
const noise = [
    /^apiVersion$/,
    /^kind$/,
    /^status(\.|$)/,
    /^metadata\.(name|managedFields|resourceVersion|uid|creationTimestamp|generation|selfLink|namespace)(\.|\[|$)/,
    /^metadata\.labels\["slipway\.dev\/(app|kind)"\]$/,
    /^metadata\.annotations\["(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|slipway\.dev\/[^"]+)"\]$/,
];
function differences(before, after, ignored = []) {
    const secret = (after ?? before)?.kind === 'Secret';
    const isNoise = (path) => ignored.includes(path) || noise.some(pattern => pattern.test(path));
    const all = new Map(leaves(before, after, '').map(leaf => [leaf[0], leaf]));
    return [...all.values()]
        .filter(([path, a, b]) => JSON.stringify(a) !== JSON.stringify(b) && !isNoise(path))
        .map(([path, a, b]) => {
        const values = [a, b].filter(value => value !== undefined).map(value => JSON.stringify(value));
        const hide = isSecret(path, secret, all) || values.some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .looksSecret */ .n0);
        const show = (value) => (hide ? hidden : shortened(JSON.stringify(value)));
        return {
            path,
            ...(a === undefined ? {} : { before: show(a) }),
            ...(b === undefined ? {} : { after: show(b) }),
        };
    })
        .sort((one, other) => (one.path < other.path ? -1 : 1));
}
const holdsSecret = (object) => differences(undefined, object).some(({ after }) => after === hidden);
function isSecret(path, secret, all) {
    if (secret)
        return /^(data|stringData)/.test(path);
    const variable = /^(.*\.env\[(.+)\])\.value$/.exec(path);
    const key = /^(?:data|binaryData|metadata\.annotations)(?:\.(.+)|\["(.+)"\])$/.exec(path);
    const [, item, name = key?.[1] ?? key?.[2] ?? ''] = variable ?? [];
    if ((0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .namesSecret */ .L4)(name))
        return true;
    if (item !== undefined)
        return sidesOf(all.get(`${item}.name`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .namesSecret */ .L4);
    const [, list, index] = /^(.*\.(?:args|command))\[(\d+)\]$/.exec(path) ?? [];
    return sidesOf(all.get(`${list}[${Number(index) - 1}]`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .announcesSecret */ .RP);
}
const sidesOf = (leaf) => (leaf?.slice(1) ?? []).filter(side => typeof side === 'string');
function shortened(value) {
    return value.length <= longestValue
        ? value
        : `${value.slice(0, longestValue)}… (${value.length} characters)`;
}
function leaves(before, after, path) {
    const sides = [before, after];
    const given = sides.filter(side => side !== undefined);
    const filled = given.some(side => typeof side === 'object' && side !== null && Object.keys(side).length > 0);
    if (filled && given.every(Array.isArray)) {
        const [a, b] = sides.map(side => (side ?? []));
        return inner(itemsOf(a, keyOf(a, b)), itemsOf(b, keyOf(a, b)), name => `${path}[${name}]`);
    }
    if (filled && given.every(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)) {
        const [a, b] = sides.map(side => new Map(Object.entries(side ?? {})));
        return inner(a ?? new Map(), b ?? new Map(), key => join(path, key));
    }
    return [[path, before, after]];
}
function inner(a, b, pathOf) {
    const keys = new Set([...a.keys(), ...b.keys()]);
    return [...keys].flatMap(key => leaves(a.get(key), b.get(key), pathOf(key)));
}
const itemsOf = (list, key) => new Map(list.map((item, index) => [key === undefined ? String(index) : nameIn(item, key), item]));
const nameIn = (item, key) => String(item[key]);
function keyOf(...lists) {
    return ['name', 'mountPath', 'containerPort', 'port', 'type', 'key'].find(key => lists.every(list => {
        const names = list.map(item => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(item) ? item[key] : undefined));
        const good = names.every(name => typeof name === 'string' || typeof name === 'number');
        return good && new Set(names).size === names.length;
    }));
}
const join = (path, key) => {
    if (!/^[A-Za-z0-9_-]+$/.test(key))
        return `${path}["${key}"]`;
    return path === '' ? key : `${path}.${key}`;
};


/***/ }),

/***/ 71926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  preview: () => (/* binding */ preview),
  untold: () => (/* binding */ untold)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/release/rights/access.js
var access = __webpack_require__(28065);
// EXTERNAL MODULE: ./.build/js/src/release/rights/credential-life.js
var credential_life = __webpack_require__(39829);
// EXTERNAL MODULE: ./.build/js/src/release/store/baseline.js
var store_baseline = __webpack_require__(91910);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var store_releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/candidate.js
var workloads_candidate = __webpack_require__(75507);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/controllers.js
var controllers = __webpack_require__(70371);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/cluster/apply.js + 1 modules
var apply = __webpack_require__(40571);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/difference.js
var difference = __webpack_require__(1896);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/preflight.js
var preflight = __webpack_require__(90572);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/strategy.js
var strategy = __webpack_require__(28606);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/changes.js







async function compare(cluster, targets, comparison) {
    return Promise.all(targets.map(target => compareOne(cluster, target, comparison)));
}
async function compareOne(cluster, target, comparison) {
    const { manifest, resource, path } = target;
    const { kind } = manifest.object;
    const copy = comparison.shipped.find(each => each.kind === kind && each.copy === manifest.name);
    if (copy === undefined) {
        const change = changeOf(`${kind}/${manifest.name}`, target, target.live, comparison);
        return (0,workers/* isWorker */.xD)(manifest, comparison.environment) ? followingNote(change, kind, comparison) : change;
    }
    const before = comparison.baseline?.record.shipped.find(each => each.kind === copy.kind && each.name === copy.name);
    const { namespace } = comparison.environment;
    const live = (await cluster.get(path)) ??
        (before && (await cluster.get((0,resources/* pathOf */.XM)(resource, namespace, before.copy)))) ??
        undefined;
    const change = changeOf(`${kind}/${copy.name}`, target, live, comparison);
    const as = comparison.salted ? ` as ${copy.copy}` : ' under an immutable name';
    const note = {
        create: `is shipped${as}`,
        change: `is shipped${as}`,
        same: 'is already shipped',
        refused: '',
    };
    return { ...change, ...(note[change.what] === '' ? {} : { note: note[change.what] }) };
}
function followingNote(change, worker, { environment, liveState }) {
    const { kind } = (0,strategy/* strategyFor */.fY)(environment, liveState);
    const what = worker === 'CronJob' ? 'for its next run,' : 'updated';
    const when = `${what} ${kind === 'rolling' ? 'once the workload is ready' : 'after the verdict'}`;
    const note = change.note === undefined ? when : `${change.note}; ${when}`;
    return { ...change, note };
}
function changeOf(object, { manifest, objection, would }, live, { environment, liveState }) {
    if (would === undefined) {
        return { object, what: 'refused', differences: [], note: objection ?? 'the dry run failed' };
    }
    if (live === undefined)
        return { object, what: 'create', differences: (0,difference/* differences */.t)(undefined, manifest.object) };
    const scaled = (liveState.autoscaler !== undefined && (0,preflight/* isWorkload */.gv)(manifest, environment)) ||
        ((0,workers/* isWorker */.xD)(manifest, environment) &&
            liveState.workers[(0,kinds/* keyOf */.TN)((0,kinds/* refOf */.H8)(manifest.object))]?.autoscaler !== undefined);
    const found = (0,difference/* differences */.t)(live, would, scaled ? ['spec.replicas'] : []);
    const blind = (0,apply/* ownershipPatch */.QJ)(live.metadata) !== undefined || (0,apply/* wasAppliedClientSide */.Te)(live);
    return {
        object,
        what: found.length === 0 ? 'same' : 'change',
        differences: found,
        ...(blind
            ? { note: 'was last written by another tool: fields that the release removes may be missing here' }
            : {}),
    };
}

// EXTERNAL MODULE: ./.build/js/src/release/preflight/coverage.js
var coverage = __webpack_require__(55469);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/exposure.js
var preflight_exposure = __webpack_require__(94654);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/images.js
var preflight_images = __webpack_require__(73149);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/capacity.js
var capacity = __webpack_require__(88795);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/limits.js



function limitsFor({ environment, manifests }, liveState) {
    const workload = (0,workloads_candidate/* workloadIn */.h7)(manifests, environment);
    const living = liveState.liveWorkload && (0,kinds/* replicasOf */.N4)(liveState.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return limitsOf(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}
function limitsOf(workload, replicas) {
    const { strategy, updateStrategy } = workload.spec ?? {};
    if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
        const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
        const [surge, down] = [(0,capacity/* surgeOf */.OI)(maxSurge, replicas), unavailableOf(maxUnavailable, replicas)];
        const fewer = workload.kind === 'DaemonSet' ? Math.min(replicas, (0,capacity/* surgeOf */.OI)(maxUnavailable, replicas)) : down;
        const more = workload.kind === 'DaemonSet' ? surge : 0;
        return {
            type: 'RollingUpdate',
            replicas,
            maxSurge: more,
            maxUnavailable: more === 0 ? Math.max(Math.min(1, replicas), fewer) : fewer,
            peak: replicas + more,
        };
    }
    if (strategy?.type === 'Recreate') {
        return { type: 'Recreate', replicas, maxSurge: 0, maxUnavailable: replicas, peak: replicas };
    }
    const maxSurge = (0,capacity/* surgeOf */.OI)(strategy?.rollingUpdate?.maxSurge, replicas);
    const unavailable = unavailableOf(strategy?.rollingUpdate?.maxUnavailable, replicas);
    const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
    return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}
function unavailableOf(value, replicas) {
    if (typeof value === 'number')
        return Math.min(value, replicas);
    const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
    return percent === null ? 0 : Math.min(replicas, Math.floor((Number(percent[1]) * replicas) / 100));
}

// EXTERNAL MODULE: ./.build/js/src/release/preflight/rehearsal.js
var preflight_rehearsal = __webpack_require__(26616);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/unfinished.js
var preflight_unfinished = __webpack_require__(83862);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/preview.js



















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
    const placed = await collected(async () => (0,workloads_candidate/* prepareManifests */._5)(request.manifests, environment, {}));
    const located = placed && (await collected(() => (0,preflight/* locate */.x5)(cluster, placed)));
    if (placed === undefined || located === undefined)
        return seen;
    const needed = located.map(({ resource }) => resource);
    seen.grants = await (0,access/* askRights */.JC)(cluster, environment.namespace, (0,access/* rightsFor */.xQ)(environment, needed));
    for (const { rights, without } of (0,access/* optionalRights */.cy)(environment)) {
        const lacking = (0,access/* rightsProblem */.LD)(await (0,access/* askRights */.JC)(cluster, environment.namespace, rights), environment.namespace);
        if (lacking !== undefined)
            seen.notes.push(`${lacking.message}, so ${without}`);
    }
    const lacking = (0,access/* rightsProblem */.LD)(seen.grants, environment.namespace);
    if (lacking !== undefined)
        seen.problems.push(lacking.sentence);
    const liveState = await collected(() => (0,preflight/* readTargets */.R0)(cluster, request, located));
    const { kind: asked } = (0,strategy/* strategyFor */.fY)(environment, liveState ?? { liveWorkload: undefined });
    const life = (0,credential_life/* judgeLifetime */.FX)(credential.lifetime, (0,credential_life/* lifetimeOfRelease */.e0)(environment, asked), credential.now);
    if ('problem' in life)
        seen.problems.push(life.problem.sentence);
    else if (life.warning !== undefined)
        seen.notes.push(`warning: ${life.warning}`);
    seen.gaps = preview_coverage(request, liveState);
    if (liveState === undefined)
        return seen;
    const limits = limitsFor(request, liveState);
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
    const candidate = await collected(async () => (0,workloads_candidate/* prepareManifests */._5)(request.manifests, environment, complete.images));
    const serving = await collected(() => lookAtBaseline(cluster, request, liveState, seen));
    const rehearsal = candidate && (await collected(() => (0,preflight_rehearsal/* rehearse */.Km)(cluster, complete, candidate, liveState)));
    if (rehearsal === undefined)
        return seen;
    if (!rehearsal.salt.stored && rehearsal.plan.shipped.length > 0) {
        seen.notes.push('the names of configuration copies will have another suffix: the first release creates their salt');
    }
    seen.problems.push(...untold(rehearsal.problems, seen.grants).map(({ sentence }) => sentence));
    const exposure = await collected(() => (0,preflight_exposure/* checkExposure */._)(cluster, complete, liveState, rehearsal));
    if (exposure !== undefined) {
        const { kind, said, warnings, problems, reversible } = exposure;
        seen.exposure = { kind, said, ...(reversible ? {} : { held: true }) };
        seen.notes.push(...warnings.map(warning => `warning: ${warning}`));
        seen.problems.push(...problems.map(({ sentence }) => sentence));
    }
    await collected(() => lookAtUnfinished(cluster, request, seen));
    seen.changes = await comparedWith(cluster, request, liveState, rehearsal, serving);
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
    const entry = await (0,rollout_state/* readState */.un)(cluster, environment.namespace, config.app);
    if (entry === undefined)
        return;
    const problem = (0,preflight_unfinished/* pausedProblem */.sk)(entry.rollout, cluster.now()) ?? (0,preflight_unfinished/* routesProblem */.OJ)(entry, environment);
    const unfinished = (0,preflight_unfinished/* unfinishedSentence */.Z8)(entry.rollout);
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
            if (!(error instanceof toolkit_errors/* UserError */.yo))
                throw error;
            seen.problems.push(...untold([error], seen.grants).map(({ sentence }) => sentence));
            return undefined;
        }
    };
}
function untold(problems, grants) {
    const reported = grants.some(({ allowed }) => !allowed);
    return problems.filter(problem => !(reported && problem instanceof errors/* MissingRight */.tH));
}
async function lookAtCredential(cluster, seen) {
    const [lifetime, { serverTime }, user] = await Promise.all([
        cluster.lifetime(),
        cluster.call('GET', '/version'),
        userOf(cluster),
    ]);
    seen.user = user;
    seen.credential = (0,credential_life/* lifeSentence */.eT)(lifetime, serverTime);
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
function preview_coverage({ config, environment, manifests }, liveState) {
    const controlled = (liveState?.targets ?? []).filter(({ live }) => live !== undefined && (0,controllers/* isControlled */.RF)(live));
    const names = controlled.map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
    return (0,coverage/* gapsOf */.d)(config, environment, manifests, names, liveState?.autoscaler !== undefined);
}
async function imagesFor({ images, config, environmentName }, liveState, seen) {
    const given = await images;
    const lives = liveState.targets.flatMap(({ live }) => (live === undefined ? [] : [live]));
    const found = given ??
        Object.fromEntries(Object.entries((0,preflight_images/* liveImages */.v)(config.images, lives)).map(([name, image]) => [
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
    const releases = await new store_releases/* ReleaseStore */.T(cluster, environment.namespace, config.app).list();
    const baseline = (0,store_baseline/* baselineOf */.Bv)(liveWorkload, releases);
    const newest = releases[0]?.record.release ?? 0;
    if (baseline.kind === 'none') {
        seen.baseline = `Nothing is live yet: this would be the first release, number ${newest + 1}, and a rollback would remove what it created.`;
        return undefined;
    }
    const adopting = isUnadopted(liveWorkload)
        ? ` The pods are replaced once to get the label ${naming/* labels */.WD.track}: stable.`
        : '';
    if (baseline.kind === 'unrecorded') {
        seen.baseline = `The live workload is in no record: it would be recorded as release ${baseline.number}, this release would be number ${Math.max(newest, baseline.number) + 1}, and a rollback would restore release ${baseline.number}.${adopting}`;
        return undefined;
    }
    const release = releases.find(({ record }) => record.release === baseline.release);
    seen.baseline = `A rollback would restore release ${baseline.release} (${release?.outcome?.state ?? 'unfinished'}); this release would be number ${newest + 1}.${adopting}`;
    return release;
}
const isUnadopted = (live) => live?.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] === undefined;
function comparedWith(cluster, { environment }, liveState, { targets, plan, salt }, baseline) {
    return compare(cluster, targets, {
        environment,
        liveState,
        shipped: plan.shipped,
        baseline,
        salted: salt.stored,
    });
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
