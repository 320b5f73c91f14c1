export const id = 1897;
export const ids = [1897];
export const modules = {

/***/ 26417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ recordedEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43852);
/* harmony import */ var _config_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13507);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
const recordedFields = _config_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFields */ .p.pick({
    namespace: true,
    manifests: true,
    workload: true,
    workers: true,
    service: true,
    route: true,
    strategy: true,
    gateway: true,
    gate: true,
    hooks: true,
    reversible: true,
    live: true,
    verify: true,
});
function readRecorded(config, name) {
    const { environments } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(config) ? config : {};
    const environment = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environment))
        return undefined;
    const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
    const written = zod__WEBPACK_IMPORTED_MODULE_2__/* .safeEncode */ .wy(recordedFields.partial(), Object.fromEntries(kept));
    return written.success ? recordedFields.safeParse(written.data).data : undefined;
}
function asAddressed({ gate, verify, ...recorded }, today) {
    const { cluster, repositories, trust, requires, recovery } = today;
    const kept = Object.entries({ cluster, repositories, trust, requires, recovery }).filter(([, value]) => value !== undefined);
    const from = verify?.from ?? today.verify?.from;
    return {
        ...recorded,
        ...Object.fromEntries(kept),
        ...(gate === undefined || today.gate === undefined
            ? {}
            : { gate: { ...gate, prometheus: today.gate.prometheus } }),
        ...(verify === undefined || from === undefined
            ? {}
            : { verify: { ...addressed(verify, today.verify), from } }),
    };
}
function addressed({ url: _, ...recorded }, today) {
    return { ...recorded, ...(today?.url === undefined ? {} : { url: today.url }) };
}


/***/ }),

/***/ 33342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FI: () => (/* binding */ acceptable),
  Dl: () => (/* binding */ pinnedImages),
  gu: () => (/* binding */ settled),
  ml: () => (/* binding */ systemClock),
  Hy: () => (/* binding */ verifyWorkers),
  P5: () => (/* binding */ waitUntilServed)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var toolkit_digest = __webpack_require__(55914);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/verify/served.js

function judgeServed(observation) {
    const reasons = [
        ...endpointProblems(observation),
        ...observation.pods.flatMap(pod => podProblems(pod, observation)),
    ];
    return { ok: reasons.length === 0, reasons, zones: zonesOf(observation) };
}
function runningDigest(imageID) {
    return /(?:^|@|\/)(sha(?:256|512):[0-9a-f]+)$/.exec(imageID)?.[1];
}
function endpointProblems({ endpoints, pods }) {
    if (endpoints === undefined) {
        return pods.some(pod => pod.ready) ? [] : ['no pod of the workload is ready'];
    }
    if (endpoints.length === 0)
        return ['the Service has no ready endpoint, so no request can be answered'];
    const known = new Set(pods.map(pod => pod.name));
    return endpoints
        .filter(name => !known.has(name))
        .map(name => `the Service sends requests to pod ${name}, which does not belong to the release`);
}
function podProblems(pod, { expected, endpoints }) {
    const getsRequests = pod.ready || endpoints?.includes(pod.name) === true;
    return Object.entries(expected).flatMap(([name, digests]) => {
        const container = pod.containers.find(candidate => candidate.name === name);
        if (container === undefined)
            return getsRequests ? [`pod ${pod.name} has no container ${name}`] : [];
        if (container.imageID === '' && !getsRequests)
            return [];
        const digest = runningDigest(container.imageID);
        if (digest !== undefined && digests.includes(digest))
            return [];
        const running = digest ?? (container.imageID === '' ? 'nothing yet' : `${container.imageID}, which has no digest`);
        return [
            `container ${name} of pod ${pod.name} runs ${(0,toolkit_digest/* shortDigests */.s)(running)}; expected ${(0,toolkit_digest/* shortDigests */.s)(digests.join(' or '))}`,
        ];
    });
}
function zonesOf({ pods, zones, expected }) {
    const zoneOf = (pod) => zones[pod.node] ?? 'unknown';
    return [...new Set(pods.map(zoneOf))].sort().map(zone => {
        const here = pods.filter(pod => zoneOf(pod) === zone);
        const matching = here.filter(pod => matches(pod, expected));
        return {
            zone,
            pods: here.length,
            ready: here.filter(pod => pod.ready).length,
            matching: matching.length,
        };
    });
}
function matches(pod, expected) {
    return Object.entries(expected).every(([name, digests]) => {
        const container = pod.containers.find(candidate => candidate.name === name);
        const digest = container === undefined ? undefined : runningDigest(container.imageID);
        return digest !== undefined && digests.includes(digest);
    });
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/controllers.js
var controllers = __webpack_require__(70371);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var workloads_pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/store/served-digests.js








const settleTime = 10_000;
const systemClock = {
    now: () => performance.now(),
    sleep: (ms) => new Promise(resolve => setTimeout(resolve, ms)),
};
async function settled(cluster, path) {
    const end = systemClock.now() + settleTime;
    for (;;) {
        const live = await cluster.get(path);
        if (live === undefined || (0,controllers/* isComplete */.As)(live) || systemClock.now() >= end)
            return live;
        await systemClock.sleep(250);
    }
}
function pinnedImages(live, record) {
    const spec = (0,kinds/* templateOf */.kW)(live)?.spec;
    const running = new Set(spec?.containers?.map(({ name }) => name));
    const containers = (0,kinds/* containersOf */.Mz)(spec).map(({ name, image = '' }) => ({ name, image }));
    if (record?.source !== 'released') {
        const pinned = containers.filter(({ name, image }) => running.has(name) && image.includes('@'));
        const images = Object.fromEntries(pinned.map(({ name, image }) => [name, image]));
        return { images, named: [], problems: [] };
    }
    const images = {};
    const named = new Set();
    const problems = [];
    for (const wanted of Object.values(record.images)) {
        for (const { name, image } of containers) {
            if (image === '' || (0,reference/* parseReference */.F2)(image).repository !== (0,reference/* parseReference */.F2)(wanted).repository)
                continue;
            named.add(wanted);
            if (running.has(name))
                images[name] = wanted;
            if (digestIn(image) !== digestIn(wanted)) {
                problems.push(`container ${name} has the image ${(0,toolkit_digest/* shortDigests */.s)(image)}, not ${(0,toolkit_digest/* shortDigests */.s)(wanted)} of release ${record.release}`);
            }
        }
    }
    if (Object.keys(images).length === 0)
        problems.push(`no container runs an image of release ${record.release}`);
    return { images, named: [...named], problems };
}
const digestIn = (image) => image.split('@')[1] ?? '';
async function acceptable(digests, registry, report) {
    const entries = Object.entries(digests).map(async ([container, image]) => {
        const digest = image.split('@')[1] ?? '';
        const resolved = await registry?.resolve((0,reference/* parseReference */.F2)(image)).catch(error => {
            report(`${image}: only its own digest can prove it, because the registry cannot be read: ${(0,errors/* describe */.q0)(error)}`);
            return undefined;
        });
        return [container, [digest, ...(resolved?.children ?? [])]];
    });
    return Object.fromEntries(await Promise.all(entries));
}
async function waitUntilServed(cluster, environment, live, expected) {
    const end = systemClock.now() + settleTime;
    for (;;) {
        const served = await observeServed(cluster, environment, live, expected);
        if (served.ok || systemClock.now() >= end)
            return served;
        await systemClock.sleep(250);
    }
}
async function observeServed(cluster, environment, live, expected) {
    const { namespace, service } = environment;
    const labelSelector = (0,workloads_pods/* selectorOf */.Bk)(live);
    const { revisions } = (0,kinds/* traitsOf */.JC)((0,kinds/* kindOf */.I)(live));
    const [pods, kept, slices, nodes] = await Promise.all([
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), { labelSelector }),
        revisions === undefined
            ? { items: [] }
            : cluster.list((0,resources/* pathOf */.XM)(revisions, namespace), { labelSelector }),
        service === undefined
            ? undefined
            : cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.endpointSlice, namespace), {
                labelSelector: `kubernetes.io/service-name=${service}`,
            }),
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.node, namespace)),
    ]);
    const isNewest = (0,workloads_pods/* newestOf */.su)(live, kept.items);
    const ours = pods.items.filter(pod => (0,workloads_pods/* isLiving */.O)(pod) && isNewest?.(pod));
    return judgeServed({
        pods: ours.map(pod => ({
            name: pod.metadata?.name ?? '',
            node: pod.spec?.nodeName ?? '',
            ready: (0,workloads_pods/* isReady */.i_)(pod),
            containers: (pod.status?.containerStatuses ?? []).map(({ name, image, imageID }) => ({
                name,
                image,
                imageID,
            })),
        })),
        ...(slices === undefined ? {} : { endpoints: readyEndpoints(slices.items) }),
        zones: Object.fromEntries(nodes.items.map(({ metadata }) => [
            metadata?.name ?? '',
            metadata?.labels?.['topology.kubernetes.io/zone'] ?? 'unknown',
        ])),
        expected,
    });
}
function readyEndpoints(slices) {
    return slices.flatMap(slice => (slice.endpoints ?? [])
        .filter(endpoint => endpoint.conditions?.ready !== false)
        .map(endpoint => endpoint.targetRef?.name ?? endpoint.addresses[0] ?? 'unknown'));
}
async function verifyWorkers(cluster, { namespace }, refs, record, ask) {
    const proofs = refs.map(async (ref) => {
        const name = (0,kinds/* keyOf */.TN)(ref);
        const live = await settled(cluster, (0,kinds/* pathTo */.vs)(namespace, ref));
        if (live === undefined)
            return { name, pods: 0, matching: 0, named: [], reasons: [`${(0,kinds/* titleOf */.Gg)(ref)} is gone`] };
        const { images, named, problems } = pinnedImages(live, record);
        const served = (0,kinds/* replicasOf */.N4)(live) === 0
            ? { zones: [], reasons: [] }
            : await waitUntilServed(cluster, { namespace }, live, await acceptable(images, ask.registry, ask.report));
        const reasons = [
            ...(record === undefined ? [] : problems),
            ...((0,controllers/* isComplete */.As)(live) ? [] : [`not fully rolled out: ${(0,controllers/* progressText */.l_)(live)}`]),
            ...served.reasons,
        ].map(reason => `${(0,kinds/* titleOf */.Gg)(ref)}: ${reason}`);
        if (ref.kind === 'CronJob' && reasons.length === 0)
            ask.report(`${(0,kinds/* titleOf */.Gg)(ref)} names the right images; its pods cannot be verified before its next run`);
        const sum = (of) => served.zones.reduce((all, zone) => all + zone[of], 0);
        return { name, pods: sum('pods'), matching: sum('matching'), named, reasons };
    });
    const proved = await Promise.all(proofs);
    return {
        workers: proved.map(({ reasons: _, named: __, ...worker }) => worker),
        named: proved.flatMap(({ named }) => named),
        reasons: proved.flatMap(({ reasons }) => reasons),
    };
}


/***/ }),

/***/ 70371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Qu: () => (/* binding */ foreignOwner),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   l_: () => (/* binding */ progressText),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   o6: () => (/* binding */ updateBlocker),
/* harmony export */   pd: () => (/* binding */ surgesNot)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);

function standingOf(workload) {
    const { metadata, status } = workload;
    const wanted = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .replicasOf */ .N4)(workload);
    const seen = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'CronJob':
            return { seen: true, wanted, updated: 0, available: 0, up: true };
        case 'DaemonSet': {
            const updated = status?.updatedNumberScheduled ?? 0;
            const available = status?.numberAvailable ?? 0;
            return { seen, wanted, updated, available, up: seen && updated >= wanted && available >= wanted };
        }
        case 'StatefulSet': {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const turned = status?.currentRevision === status?.updateRevision;
            const up = seen && turned && updated >= wanted && available >= wanted && (status?.replicas ?? 0) <= wanted;
            return { seen, wanted, updated, available, up };
        }
        default: {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const up = seen && updated >= wanted && (status?.replicas ?? 0) <= updated && available >= updated;
            return { seen, wanted, updated, available, up };
        }
    }
}
const isComplete = (workload) => standingOf(workload).up;
function progressText(workload) {
    const { wanted, updated, available } = standingOf(workload);
    return `${available} of ${wanted} pods available, ${updated} with the newest template`;
}
function surgesNot({ kind, spec }) {
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
    const { kind, name } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(workload);
    const title = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)({ kind, name });
    const { paused, updateStrategy } = workload.spec ?? {};
    if (kind === 'Deployment' && paused === true)
        return {
            problem: `${title} is paused`,
            remedy: `resume it: kubectl rollout resume deployment/${name}`,
        };
    if (kind !== 'StatefulSet' && kind !== 'DaemonSet')
        return undefined;
    if (updateStrategy?.type === 'OnDelete')
        return {
            problem: `${title} has updateStrategy OnDelete, so its pods keep their version until they are deleted`,
            remedy: 'set `updateStrategy: {type: RollingUpdate}` in its manifest',
        };
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    if (partition > 0)
        return {
            problem: `${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`,
            remedy: 'remove `partition` from its manifest, or set it to 0',
        };
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

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   gE: () => (/* binding */ withoutWorkers),
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
function withoutWorkers(targets, environment) {
    return targets.filter(({ manifest }) => !isWorker(manifest, environment));
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
function takes(selector, workload) {
    const entries = Object.entries(selector ?? {});
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels ?? {};
    return entries.length > 0 && entries.every(([key, value]) => own[key] === value);
}
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


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = tokenOn(object, app);
    if (present > token)
        throw new Error(`fencing token ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, since) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= since && by <= token;
}


/***/ })

};
