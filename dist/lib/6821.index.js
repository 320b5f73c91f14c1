export const id = 6821;
export const ids = [6821,8971];
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
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13590);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75507);
/* harmony import */ var _workloads_containers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(868);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90352);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78765);







const keptSeconds = 24 * 3600;
const afterwards = 15;
const keyOf = 'slipway.dev/hook';
function renderHook(manifest, environment, images, shipped) {
    const rendered = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(structuredClone(manifest), environment.namespace);
    (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .injectDigests */ .Vu)([rendered], images, 'some');
    for (const template of (0,_workloads_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .podTemplatesOf */ .ab)(rendered.object))
        (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_5__/* .pointAtCopies */ .Ld)(template, shipped);
    return rendered.object;
}
const workOf = (hook, baseline) => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .contentHash */ .Ae)('', [hook, baseline ?? 0]);
function hookJob(rendered, options) {
    const { app, namespace, when, within, release, token, work } = options;
    const own = { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: 'hook' };
    const spec = (rendered.spec ?? {});
    const longest = Math.ceil(within / 1000) + afterwards;
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.hook(app, when),
            namespace,
            labels: { ...rendered.metadata?.labels, ...own, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: String(release) },
            annotations: {
                ...rendered.metadata?.annotations,
                [keyOf]: work,
                [_traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOf */ .lW.token(app)]: String(token),
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
        for (const { name, state } of (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .containerStatusesOf */ .Xy)(pod)) {
            const { terminated, waiting } = state ?? {};
            if (terminated !== undefined && terminated.exitCode !== 0) {
                const how = terminated.reason === 'OOMKilled'
                    ? 'used more memory than its limit'
                    : `ended with exit code ${terminated.exitCode}`;
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
    const [template] = (0,_workloads_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .podTemplatesOf */ .ab)(object);
    if (template?.spec === undefined) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${source}: the Job has no spec.template`, 'complete the manifest');
    }
    const taking = selectors.find(each => selects(each.labels, template));
    if (taking === undefined)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${source}: the pods of the Job carry the labels by which ${taking.name} selects its own`, 'give them labels of their own');
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

/***/ 70971:
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
// EXTERNAL MODULE: ./.build/js/src/release/engine/lifetime.js
var engine_lifetime = __webpack_require__(53083);
// EXTERNAL MODULE: ./.build/js/src/release/state/baseline.js
var state_baseline = __webpack_require__(74402);
// EXTERNAL MODULE: ./.build/js/src/release/state/journal.js
var journal = __webpack_require__(83658);
// EXTERNAL MODULE: ./.build/js/src/release/state/record.js
var record = __webpack_require__(58600);
// EXTERNAL MODULE: ./.build/js/src/release/state/requirement.js
var requirement = __webpack_require__(40730);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/candidate.js
var workloads_candidate = __webpack_require__(75507);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/owners.js
var owners = __webpack_require__(8212);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/strategy.js
var strategy = __webpack_require__(57817);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/access.js
var access = __webpack_require__(25653);
// EXTERNAL MODULE: ./.build/js/src/cluster/apply.js + 1 modules
var apply = __webpack_require__(40571);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/difference.js
var difference = __webpack_require__(1896);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/preflight.js
var preflight = __webpack_require__(90572);
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
        same: 'is shipped already',
        refused: '',
    };
    return { ...change, ...(note[change.what] === '' ? {} : { note: note[change.what] }) };
}
function followingNote(change, worker, { environment, ground }) {
    const { kind } = (0,strategy/* strategyFor */.f)(environment, ground);
    const what = worker === 'CronJob' ? 'for its next run,' : 'rolled';
    const when = `${what} ${kind === 'rolling' ? 'when the workload is up' : 'after the verdict'}`;
    const note = change.note === undefined ? when : `${change.note}; ${when}`;
    return { ...change, note };
}
function changeOf(object, { manifest, objection, would }, live, { environment, ground }) {
    if (would === undefined) {
        return { object, what: 'refused', differences: [], note: objection ?? 'it could not be rehearsed' };
    }
    if (live === undefined)
        return { object, what: 'create', differences: (0,difference/* differences */.t)(undefined, manifest.object) };
    const scaled = (ground.autoscaler !== undefined && (0,preflight/* isWorkload */.gv)(manifest, environment)) ||
        ((0,workers/* isWorker */.xD)(manifest, environment) &&
            ground.workers[(0,kinds/* keyOf */.TN)((0,kinds/* refOf */.H8)(manifest.object))]?.autoscaler !== undefined);
    const found = (0,difference/* differences */.t)(live, would, scaled ? ['spec.replicas'] : []);
    const blind = (0,apply/* ownershipPatch */.QJ)(live.metadata) !== undefined || (0,apply/* wasAppliedClientSide */.Te)(live);
    return {
        object,
        what: found.length === 0 ? 'same' : 'change',
        differences: found,
        ...(blind ? { note: 'was last written by other means: fields that go away may be missing here' } : {}),
    };
}

// EXTERNAL MODULE: ./.build/js/src/release/preflight/coverage.js
var coverage = __webpack_require__(55469);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/exposure.js + 14 modules
var preflight_exposure = __webpack_require__(14758);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/containers.js
var containers = __webpack_require__(868);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/kept.js


function keptImages(images, live) {
    const used = live
        .flatMap(object => (0,containers/* podTemplatesOf */.ab)(object).flatMap(({ spec }) => (0,containers/* containersOf */.Mz)(spec)))
        .map(({ image = '' }) => image);
    return Object.fromEntries(Object.entries(images).flatMap(([name, { repository }]) => {
        const wanted = (0,reference/* parseRepository */.SU)(repository);
        const digest = used
            .filter(image => image.includes('@') && (0,reference/* parseRepository */.SU)((0,containers/* repositoryOf */._M)(image)) === wanted)
            .map(image => image.slice(image.indexOf('@') + 1))[0];
        return digest === undefined ? [] : [[name, { repository: wanted, digest }]];
    }));
}

// EXTERNAL MODULE: ./.build/js/src/release/preflight/capacity.js
var capacity = __webpack_require__(88795);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/limits.js

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

// EXTERNAL MODULE: ./.build/js/src/release/preflight/prerequisite.js
var prerequisite = __webpack_require__(46385);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/rehearsal.js + 3 modules
var preflight_rehearsal = __webpack_require__(50274);
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
    const wished = await (0,access/* askRights */.JC)(cluster, environment.namespace, (0,access/* rightsWished */.eE)());
    const without = (0,access/* rightsProblem */.LD)(wished, environment.namespace);
    if (without !== undefined)
        seen.notes.push(`${without.message}, so Events of the workload do not tell of releases`);
    const lacking = (0,access/* rightsProblem */.LD)(seen.grants, environment.namespace);
    if (lacking !== undefined)
        seen.problems.push(lacking.sentence);
    const ground = await collected(() => (0,preflight/* observe */.lB)(cluster, request, located));
    const { kind: asked } = (0,strategy/* strategyFor */.f)(environment, ground ?? { liveWorkload: undefined });
    const life = (0,engine_lifetime/* judgeLife */.yJ)(credential.lifetime, (0,engine_lifetime/* needOfRelease */.PL)(environment, asked), credential.now);
    if ('problem' in life)
        seen.problems.push(life.problem.sentence);
    else if (life.warning !== undefined)
        seen.notes.push(`warning: ${life.warning}`);
    seen.gaps = preview_coverage(request, ground);
    if (ground === undefined)
        return seen;
    const limits = limitsFor(request, ground);
    if (limits !== undefined)
        seen.limits = limits;
    const images = await collected(() => imagesFor(request, ground, seen));
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
    const serving = await collected(() => lookAtBaseline(cluster, request, ground, seen));
    const rehearsal = candidate && (await collected(() => (0,preflight_rehearsal/* rehearse */.Km)(cluster, complete, candidate, ground)));
    if (rehearsal === undefined)
        return seen;
    if (!rehearsal.salt.stored && rehearsal.plan.shipped.length > 0) {
        seen.notes.push('the names of configuration copies end otherwise: the first release makes the salt of them');
    }
    seen.problems.push(...untold(rehearsal.problems, seen.grants).map(({ sentence }) => sentence));
    const exposure = await collected(() => (0,preflight_exposure/* prepareExposure */.n)(cluster, complete, ground, rehearsal));
    if (exposure !== undefined) {
        const { kind, said, warnings, problems, reversible } = exposure;
        seen.exposure = { kind, said, ...(reversible ? {} : { held: true }) };
        seen.notes.push(...warnings.map(warning => `warning: ${warning}`));
        seen.problems.push(...problems.map(({ sentence }) => sentence));
    }
    await collected(() => lookAtUnfinished(cluster, request, seen));
    seen.changes = await comparedWith(cluster, request, ground, rehearsal, serving);
    return seen;
}
async function lookAtPromotion(cluster, request, seen) {
    const { requires } = request.environment;
    if (requires === undefined)
        return;
    if (seen.images.some(({ from }) => from !== 'given')) {
        seen.notes.push(`whether ${requires.environment} has verified it is asked when \`images\` are given`);
        return;
    }
    const promotion = await (0,prerequisite/* provePromotion */.W)(cluster, request);
    if (promotion !== undefined)
        seen.promotion = (0,requirement/* promotionSentence */.hv)(promotion);
}
async function lookAtUnfinished(cluster, { config, environment }, seen) {
    const entry = await (0,journal/* readJournal */.a0)(cluster, environment.namespace, config.app);
    if (entry === undefined)
        return;
    const problem = (0,preflight_unfinished/* parkedProblem */.bU)(entry.journal, cluster.now()) ?? (0,preflight_unfinished/* routesProblem */.OJ)(entry, environment);
    const unfinished = (0,preflight_unfinished/* unfinishedSentence */.Z8)(entry.journal);
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
    const told = grants.some(({ allowed }) => !allowed);
    return problems.filter(problem => !(told && problem instanceof errors/* MissingRight */.tH));
}
async function lookAtCredential(cluster, seen) {
    const [lifetime, { serverTime }, user] = await Promise.all([
        cluster.lifetime(),
        cluster.call('GET', '/version'),
        userOf(cluster),
    ]);
    seen.user = user;
    seen.credential = (0,engine_lifetime/* lifeSentence */.eT)(lifetime, serverTime);
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
function preview_coverage({ config, environment, manifests }, ground) {
    const controlled = (ground?.targets ?? []).filter(({ live }) => live !== undefined && (0,owners/* isControlled */.RF)(live));
    const names = controlled.map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
    return (0,coverage/* gapsOf */.d)(config, environment, manifests, names, ground?.autoscaler !== undefined);
}
function limitsFor({ environment, manifests }, ground) {
    const workload = (0,workloads_candidate/* workloadIn */.h7)(manifests, environment);
    const living = ground.liveWorkload && (0,kinds/* replicasOf */.N4)(ground.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return limitsOf(workload, ground.autoscaler === undefined ? written : (living ?? written));
}
async function imagesFor({ images, config, environmentName }, ground, seen) {
    const given = await images;
    const lives = ground.targets.flatMap(({ live }) => (live === undefined ? [] : [live]));
    const found = given ??
        Object.fromEntries(Object.entries(keptImages(config.images, lives)).map(([name, image]) => [
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
        seen.notes.push(`no \`images\` were given: digests that live in ${environmentName} are kept, and platforms are not compared`);
    }
    return found;
}
async function lookAtBaseline(cluster, { config, environment }, { liveWorkload }, seen) {
    const releases = await new record/* Records */.tU(cluster, environment.namespace, config.app).list();
    const baseline = (0,state_baseline/* baselineOf */.Bv)(liveWorkload, releases);
    const newest = releases[0]?.record.release ?? 0;
    if (baseline.kind === 'none') {
        seen.baseline = `Nothing lives yet: it would be the first release, number ${newest + 1}, and an undo removes what it made.`;
        return undefined;
    }
    const adopting = isUnadopted(liveWorkload)
        ? ` The pods are rolled once to carry ${naming/* labels */.WD.track}: stable.`
        : '';
    if (baseline.kind === 'unrecorded') {
        seen.baseline = `What lives is in no record: it would be recorded as release ${baseline.number}, the release be number ${Math.max(newest, baseline.number) + 1}, and an undo go back to ${baseline.number}.${adopting}`;
        return undefined;
    }
    const release = releases.find(({ record }) => record.release === baseline.release);
    seen.baseline = `Release ${baseline.release} (${release?.outcome?.state ?? 'unfinished'}) is what an undo would go back to; the release would be number ${newest + 1}.${adopting}`;
    return release;
}
const isUnadopted = (live) => live?.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] === undefined;
function comparedWith(cluster, { environment }, ground, { targets, plan, salt }, baseline) {
    return compare(cluster, targets, {
        environment,
        ground,
        shipped: plan.shipped,
        baseline,
        salted: salt.stored,
    });
}


/***/ }),

/***/ 83658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ replaced),
/* harmony export */   $f: () => (/* binding */ heldIn),
/* harmony export */   Fs: () => (/* binding */ beginJournal),
/* harmony export */   JX: () => (/* binding */ JournalMoved),
/* harmony export */   Jy: () => (/* binding */ moved),
/* harmony export */   Vf: () => (/* binding */ Keeper),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   dY: () => (/* binding */ holdsLease),
/* harmony export */   fY: () => (/* binding */ writeJournal),
/* harmony export */   ne: () => (/* binding */ sealJournal),
/* harmony export */   zc: () => (/* binding */ journalIn)
/* harmony export */ });
/* unused harmony export UnusableState */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38971);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3005);
/* harmony import */ var _stored_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94467);







const pathFor = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app));
async function readJournal(cluster, namespace, app) {
    const object = await cluster.get(pathFor(namespace, app));
    if (object === undefined)
        return undefined;
    const journal = (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStored */ .Tw)(object, 'journal');
    if (journal instanceof _stored_js__WEBPACK_IMPORTED_MODULE_6__/* .Unusable */ .kO)
        throw new UnusableState(app, journal.reason, object);
    if (journal.app !== app)
        throw new UnusableState(app, `it belongs to application ${journal.app}`, object);
    return { journal, ...writtenOver(object) };
}
function journalIn(object) {
    const journal = (0,_stored_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStored */ .Tw)(object, 'journal');
    return journal instanceof _stored_js__WEBPACK_IMPORTED_MODULE_6__/* .Unusable */ .kO ? undefined : journal;
}
function writtenOver({ metadata = {} }) {
    const { resourceVersion: version = '', labels, annotations } = metadata;
    return { version, labels, annotations };
}
class UnusableState extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    over;
    constructor(app, reason, object) {
        const name = `ConfigMap/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)}`;
        super(`cannot read the rollout state of ${app} in ${name}: ${reason}`, 'delete it and run `sweep`, which rebuilds the state from the records');
        this.over = writtenOver(object);
    }
}
function heldIn(entry) {
    const { held, phase = 'done', candidate } = entry?.journal ?? {};
    return held === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, 'deploy a release first');
    }
}
class JournalMoved extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(options) {
        super('cannot write the rollout state: its ConfigMap changed at the same time', 'run this again', options);
    }
}
async function writeJournal(cluster, namespace, journal, over) {
    const object = objectOf(namespace, journal, over);
    try {
        const written = over === undefined
            ? await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), object)
            : await cluster.replace(pathFor(namespace, journal.app), object);
        return { journal, ...writtenOver(written) };
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            throw error;
        const there = await readJournal(cluster, namespace, journal.app).catch(unlessUnusable);
        if (there instanceof UnusableState)
            throw new JournalMoved({ cause: error });
        if (there !== undefined && JSON.stringify(there.journal) === JSON.stringify(journal))
            return there;
        throw new JournalMoved({ cause: error });
    }
}
function unlessUnusable(error) {
    if (error instanceof UnusableState)
        return error;
    throw error;
}
async function beginJournal(cluster, namespace, journal) {
    const { app, token } = journal;
    for (let attempt = 1;; attempt += 1) {
        const before = await readJournal(cluster, namespace, app);
        if ((before?.journal.token ?? 0) > token && !(await holdsLease(cluster, namespace, { app, token })))
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
        try {
            return await writeJournal(cluster, namespace, journal, before);
        }
        catch (error) {
            if (!(error instanceof JournalMoved) || attempt === 8)
                throw error;
        }
    }
}
async function sealJournal(cluster, namespace, app, { token, run }) {
    const before = (await readJournal(cluster, namespace, app))?.journal;
    if (before !== undefined)
        await beginJournal(cluster, namespace, { ...before, token, run });
}
async function holdsLease(cluster, namespace, { app, token }) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)));
    return Number(lease?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token]) === token;
}
class Keeper {
    #cluster;
    #namespace;
    #journal;
    #over;
    onChange = () => { };
    #last = Promise.resolve();
    constructor(cluster, namespace, entry) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#journal = entry.journal;
        this.#over = entry;
    }
    get journal() {
        return this.#journal;
    }
    change(next) {
        const write = async () => {
            const before = this.#journal;
            await overwrite();
            this.onChange(before, this.#journal);
        };
        const overwrite = async () => {
            for (let attempt = 1;; attempt += 1) {
                try {
                    const written = next(this.#journal);
                    this.#over = await writeJournal(this.#cluster, this.#namespace, written, this.#over);
                    this.#journal = written;
                    return;
                }
                catch (error) {
                    if (!(error instanceof JournalMoved) || attempt === 8)
                        throw error;
                    await this.#adopt();
                }
            }
        };
        const written = this.#last.then(write);
        this.#last = written.catch(() => undefined);
        return written;
    }
    async #adopt() {
        const { app } = this.#journal;
        const there = await readJournal(this.#cluster, this.#namespace, app).catch(unlessUnusable);
        if (!(await this.holdsLease()))
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
        this.#over = there instanceof UnusableState ? there.over : there;
        const abortRequested = there instanceof UnusableState ? undefined : there?.journal.abortRequested;
        if (abortRequested !== undefined)
            this.#journal = { ...this.#journal, abortRequested };
    }
    holdsLease() {
        return holdsLease(this.#cluster, this.#namespace, this.#journal);
    }
}
function moved(journal, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .moves */ .Vq[journal.phase].includes(to))
        throw new Error(`there is no move from ${journal.phase} to ${to}`);
    const { parked: _parked, held: _held, gate, ...rest } = journal;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .PU)(to) ? {} : { gate }),
        ...(to === 'undoing' ? { undoneFrom: journal.phase } : {}),
        phase: to,
        since: now,
        ...change,
    };
}
function replaced(journal, reason, now) {
    return moved(moved(journal, 'undoing', now, { weight: 0, reason }), 'undone', now);
}
function objectOf(namespace, journal, over) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(journal.app),
            namespace,
            labels: { ...over?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: journal.app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: 'journal' },
            annotations: { ...over?.annotations, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.phase]: journal.phase },
            ...(over === undefined ? {} : { resourceVersion: over.version }),
        },
        data: { journal: JSON.stringify(journal) },
    };
}


/***/ }),

/***/ 3005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   Vq: () => (/* binding */ moves),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
const phases = [
    'prepared',
    'stepping',
    'baking',
    'promoting',
    'watching',
    'done',
    'undoing',
    'undone',
];
const moves = {
    prepared: ['stepping', 'promoting', 'undoing'],
    stepping: ['stepping', 'baking', 'undoing'],
    baking: ['promoting', 'undoing'],
    promoting: ['watching', 'done', 'undoing'],
    watching: ['done', 'undoing'],
    undoing: ['undone'],
    done: [],
    undone: [],
};
const isOver = (phase) => moves[phase].length === 0;
function remedyOf(phase) {
    switch (phase) {
        case 'done':
        case 'undone':
            return 'none';
        case 'promoting':
        case 'watching':
            return 'finish';
        case 'prepared':
        case 'stepping':
        case 'baking':
        case 'undoing':
            return 'undo';
        default:
            return phase;
    }
}


/***/ }),

/***/ 94467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kO: () => (/* binding */ Unusable),
  Tw: () => (/* binding */ parseStored),
  Zg: () => (/* binding */ schemaProblem)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./.build/js/src/release/state/phases.js
var phases = __webpack_require__(3005);
;// CONCATENATED MODULE: ./.build/js/src/release/state/stored.js


const releaseNumber = schemas/* custom */.IeY(isCount);
const moment = datetime();
const instant = schemas/* number */.aig().min(0).max(8.64e15);
const token = schemas/* int */.Whr().min(0);
const stored_text = schemas/* string */.YjP();
const texts = schemas/* record */.g1P(stored_text, stored_text);
const marks = schemas/* record */.g1P(stored_text, stored_text.nullable());
const stored_name = schemas/* string */.YjP().regex(/^(?!\.{1,2}$)[^/%?#\s]+$/, { error: 'is not a name of an object' });
const key = schemas/* string */.YjP().regex(/^((StatefulSet|DaemonSet|CronJob)\/)?(?!\.{1,2}$)[^/%?#\s]+$/, {
    error: 'is not a name of a worker',
});
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
const originSchema = schemas/* object */.Ikc({
    run: stored_text,
    actor: stored_text,
    repository: stored_text.exactOptional(),
    revision: stored_text.exactOptional(),
    url: stored_text.exactOptional(),
});
const metadataSchema = schemas/* looseObject */._H3({
    name: stored_text.nullish(),
    namespace: stored_text.nullish(),
    labels: marks.nullish(),
    annotations: marks.nullish(),
});
const containerSchema = schemas/* looseObject */._H3({
    name: stored_text,
    image: stored_text.nullish(),
    env: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: stored_text })).nullish(),
    envFrom: schemas/* array */.YOg(schemas/* looseObject */._H3({})).nullish(),
    ports: schemas/* array */.YOg(schemas/* looseObject */._H3({})).nullish(),
    volumeMounts: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: stored_text })).nullish(),
});
const podTemplate = schemas/* looseObject */._H3({
    metadata: metadataSchema.nullish(),
    spec: schemas/* looseObject */._H3({
        containers: schemas/* array */.YOg(containerSchema),
        initContainers: schemas/* array */.YOg(containerSchema).nullish(),
        volumes: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: stored_text })).nullish(),
    }),
});
const podTemplateSchema = schemas/* custom */.IeY(value => podTemplate.safeParse(value).success, {
    error: 'is not a pod template',
});
const workloadSpec = schemas/* looseObject */._H3({
    replicas: schemas/* int */.Whr().min(0).nullish(),
    selector: schemas/* looseObject */._H3({
        matchLabels: texts.nullish(),
        matchExpressions: schemas/* array */.YOg(schemas/* looseObject */._H3({ key: stored_text, operator: stored_text, values: schemas/* array */.YOg(stored_text).nullish() }))
            .nullish(),
    })
        .nullish(),
    template: podTemplate,
});
const cronJobSpec = schemas/* looseObject */._H3({ jobTemplate: schemas/* looseObject */._H3({ spec: workloadSpec }) });
const specs = {
    'apps/v1 Deployment': workloadSpec,
    'apps/v1 StatefulSet': workloadSpec,
    'apps/v1 DaemonSet': workloadSpec,
    'batch/v1 Job': workloadSpec,
    'batch/v1 CronJob': cronJobSpec,
};
const object = schemas/* looseObject */._H3({ apiVersion: stored_text, kind: stored_text, metadata: metadataSchema.extend({ name: stored_name }) })
    .refine(({ apiVersion, kind, spec }) => specs[`${apiVersion} ${kind}`]?.safeParse(spec).success ?? true);
const objectSchema = schemas/* custom */.IeY(value => object.safeParse(value).success, {
    error: 'is not a Kubernetes object',
});
const hookSchema = schemas/* object */.Ikc({ job: objectSchema, within: schemas/* number */.aig().min(0) });
const workerBefore = schemas/* object */.Ikc({ template: podTemplateSchema, replicas: schemas/* int */.Whr().min(0) }).nullable();
const promotionSchema = schemas/* object */.Ikc({
    environment: stored_text,
    release: schemas/* int */.Whr().min(0).exactOptional(),
    verifiedAt: moment.exactOptional(),
    soak: schemas/* number */.aig().min(0),
    forced: schemas/* object */.Ikc({ reason: stored_text, against: stored_text }).exactOptional(),
});
const recordSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    app: stored_text,
    environment: stored_text,
    release: releaseNumber,
    source: schemas/* enum */.k5n(['released', 'observed']),
    baseline: releaseNumber.exactOptional(),
    promotion: promotionSchema.exactOptional(),
    signatures: schemas/* record */.g1P(stored_text, schemas/* object */.Ikc({ by: stored_text, attested: schemas/* array */.YOg(stored_text) })).exactOptional(),
    reversible: schemas/* literal */.euz(false).exactOptional(),
    at: moment,
    by: originSchema,
    token,
    images: texts,
    config: schemas/* unknown */.L5J(),
    shipped: schemas/* array */.YOg(schemas/* object */.Ikc({ kind: schemas/* enum */.k5n(['ConfigMap', 'Secret']), name: stored_text, copy: stored_name })),
    hooks: schemas/* object */.Ikc({ pre: hookSchema.exactOptional(), post: hookSchema.exactOptional() }).exactOptional(),
    workers: schemas/* record */.g1P(key, workerBefore).exactOptional(),
    manifests: schemas/* array */.YOg(objectSchema),
});
const outcomeSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    release: releaseNumber,
    state: schemas/* enum */.k5n(['complete', 'verified', 'undone', 'failed']),
    at: moment,
    verifiedAt: moment.exactOptional(),
    token: token.exactOptional(),
    reason: stored_text.exactOptional(),
    template: podTemplateSchema.exactOptional(),
    workers: schemas/* record */.g1P(key, podTemplateSchema).exactOptional(),
});
const waits = schemas/* enum */.k5n(['gate', 'promote', 'bake', 'resume', 'approval']);
const parkedSchema = schemas/* object */.Ikc({
    until: instant,
    for: waits,
    reason: stored_text.exactOptional(),
});
const gate = schemas/* looseObject */._H3({
    policy: schemas/* looseObject */._H3({ tick: schemas/* number */.aig().positive(), stages: schemas/* array */.YOg(schemas/* unknown */.L5J()) }),
    sampling: schemas/* looseObject */._H3({ pace: schemas/* looseObject */._H3({ settle: schemas/* number */.aig() }), probes: schemas/* array */.YOg(schemas/* unknown */.L5J()) }),
    said: schemas/* array */.YOg(stored_text),
    state: schemas/* looseObject */._H3({
        stage: schemas/* int */.Whr(),
        lastAt: schemas/* number */.aig(),
        enteredAt: schemas/* number */.aig(),
        lag: schemas/* number */.aig().min(0).exactOptional(),
    })
        .nullable(),
});
const gateSchema = schemas/* custom */.IeY(value => gate.safeParse(value).success, {
    error: 'is not the state of a gate',
});
const journalSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    app: stored_text,
    environment: stored_text,
    token,
    run: originSchema,
    strategy: schemas/* enum */.k5n(['rolling', 'canary', 'blue-green']),
    phase: schemas/* enum */.k5n(phases/* phases */.tW),
    step: schemas/* int */.Whr().min(0),
    weight: schemas/* number */.aig().min(0).max(100),
    baseline: releaseNumber.exactOptional(),
    candidate: releaseNumber,
    capacity: schemas/* int */.Whr().min(0).max(100_000),
    autoscaler: stored_name.exactOptional(),
    startedAt: instant,
    since: instant,
    deadline: instant,
    parked: parkedSchema.exactOptional(),
    held: schemas/* object */.Ikc({ at: instant, reason: stored_text }).exactOptional(),
    abortRequested: schemas/* object */.Ikc({ by: stored_text, at: instant }).exactOptional(),
    applied: schemas/* boolean */.zMY().exactOptional(),
    makes: schemas/* array */.YOg(stored_text).exactOptional(),
    postHook: schemas/* object */.Ikc({ by: stored_text }).exactOptional(),
    reason: stored_text.exactOptional(),
    undoneFrom: schemas/* enum */.k5n(phases/* phases */.tW).exactOptional(),
    gate: gateSchema.exactOptional(),
});
const stored_schemas = { record: recordSchema, outcome: outcomeSchema, journal: journalSchema };
function parseStored({ data }, key) {
    const text = data?.[key];
    if (text === undefined)
        return new Unusable(`it has no \`${key}\``);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return new Unusable(`\`${key}\` is not JSON`);
    }
    const problem = schemaProblem(key, value);
    return problem === undefined ? value : new Unusable(problem);
}
function schemaProblem(key, value) {
    const result = stored_schemas[key].safeParse(value);
    if (result.success)
        return undefined;
    const [first] = result.error.issues;
    const at = [key, ...(first?.path.map(String) ?? [])].join('.');
    return `\`${at}\` ${(first?.message ?? 'is wrong').replace(/^Invalid [a-z]+: /, '')}`;
}
class Unusable {
    reason;
    constructor(reason) {
        this.reason = reason;
    }
}


/***/ }),

/***/ 38971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ overtaken),
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
const overtaken = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'nothing more is written; see that run for what happened');


/***/ })

};
