export const id = 433;
export const ids = [433,394];
export const modules = {

/***/ 4485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   uO: () => (/* binding */ apiVersionOf)
/* harmony export */ });
const builtIn = (group, version, plural, kind) => ({
    group,
    version,
    plural,
    kind,
    namespaced: true,
});
const resources = {
    configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
    secret: builtIn('', 'v1', 'secrets', 'Secret'),
    service: builtIn('', 'v1', 'services', 'Service'),
    pod: builtIn('', 'v1', 'pods', 'Pod'),
    event: builtIn('', 'v1', 'events', 'Event'),
    serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
    node: { ...builtIn('', 'v1', 'nodes', 'Node'), namespaced: false },
    namespace: { ...builtIn('', 'v1', 'namespaces', 'Namespace'), namespaced: false },
    deployment: builtIn('apps', 'v1', 'deployments', 'Deployment'),
    replicaSet: builtIn('apps', 'v1', 'replicasets', 'ReplicaSet'),
    statefulSet: builtIn('apps', 'v1', 'statefulsets', 'StatefulSet'),
    daemonSet: builtIn('apps', 'v1', 'daemonsets', 'DaemonSet'),
    controllerRevision: builtIn('apps', 'v1', 'controllerrevisions', 'ControllerRevision'),
    cronJob: builtIn('batch', 'v1', 'cronjobs', 'CronJob'),
    horizontalPodAutoscaler: builtIn('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
    job: builtIn('batch', 'v1', 'jobs', 'Job'),
    lease: builtIn('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    endpointSlice: builtIn('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
    httpRoute: builtIn('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
    gateway: builtIn('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
    grpcRoute: builtIn('gateway.networking.k8s.io', 'v1', 'grpcroutes', 'GRPCRoute'),
    tcpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tcproutes', 'TCPRoute'),
    tlsRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tlsroutes', 'TLSRoute'),
    udpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'udproutes', 'UDPRoute'),
    backendTlsPolicy: builtIn('gateway.networking.k8s.io', 'v1', 'backendtlspolicies', 'BackendTLSPolicy'),
    gatewayClass: {
        ...builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass'),
        namespaced: false,
    },
};
function pathOf(resource, namespace, name) {
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
class Discovery {
    #cluster;
    #lists = new Map();
    constructor(cluster) {
        this.#cluster = cluster;
    }
    async find(apiVersion, kind) {
        const known = Object.values(resources).find(r => r.kind === kind && apiVersionOf(r) === apiVersion);
        const slash = apiVersion.indexOf('/');
        const [group, version] = slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
        if (known !== undefined && !group.includes('gateway'))
            return known;
        let list = this.#lists.get(apiVersion);
        if (list === undefined) {
            list = this.#cluster.get(group === '' ? `/api/${version}` : `/apis/${group}/${version}`);
            this.#lists.set(apiVersion, list);
        }
        const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
        return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
    }
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}


/***/ }),

/***/ 5898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* unused harmony export parseDigest */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(repository) {
    return `${repository}-candidate`;
}
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new UserError(`${quoted(text)} is not a digest`, 'write sha256: and 64 hexadecimal digits in lower case');
}
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like the ID of an image');
    return {
        registry,
        repository: `${registry}/${path}`,
        ...(tag === undefined ? {} : { tag }),
        ...(writtenDigest === undefined ? {} : { digest: writtenDigest }),
    };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write the repository alone');
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has capital letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 5604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   v0: () => (/* binding */ baselineNumber)
/* harmony export */ });
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8075);
/* harmony import */ var _controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7194);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6971);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2110);




function baselineOf(live, releases) {
    const template = live?.spec?.template;
    if (live === undefined || template === undefined)
        return { kind: 'none' };
    const marked = live.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.release];
    let current = marked === undefined ? undefined : find(releases, Number(marked));
    if (current !== undefined && current.outcome === undefined) {
        while (current !== undefined && !(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP)(current)) {
            current = current.record.baseline === undefined ? undefined : find(releases, current.record.baseline);
        }
        if (current !== undefined && (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP)(current)) {
            return { kind: 'recorded', release: current.record.release, template: current.outcome.template };
        }
    }
    if (current !== undefined &&
        (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP)(current) &&
        (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(current.outcome.template) === (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(template)) {
        return { kind: 'recorded', release: current.record.release, template };
    }
    const up = (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .isUp */ .ie)(live);
    const whole = up ? undefined : releases.find(_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP);
    if (whole !== undefined) {
        return { kind: 'recorded', release: whole.record.release, template: whole.outcome.template };
    }
    const newest = releases[0]?.record.release;
    return { kind: 'unrecorded', template, number: newest === undefined ? 0 : newest + 1, up };
}
function baselineNumber(baseline) {
    if (baseline.kind === 'none')
        return undefined;
    return baseline.kind === 'recorded' ? baseline.release : baseline.number;
}
function imagesOf(template) {
    return Object.fromEntries((0,_containers_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(template.spec).map(container => [container.name, container.image ?? '']));
}
const find = (releases, number) => releases.find(({ record }) => record.release === number);


/***/ }),

/***/ 4382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8075);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5072);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6971);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3060);






function prepareManifests(manifests, environment, images) {
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, the environment for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests hold no ${kind}/${name}${others.length === 0 ? '' : ` (but ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'make `repository` in slipway.yml and `image` in the manifest equal');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 5272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ planRelease),
/* harmony export */   YD: () => (/* binding */ observedRecord),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mI: () => (/* binding */ made),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _baseline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5604);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4382);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5072);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6971);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3667);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2110);
/* harmony import */ var _shipped_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6868);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3060);








function planRelease(candidate, request, ground, salt) {
    const { config, environment, report } = request;
    const controlled = ground.targets
        .filter(({ live }) => live !== undefined && (0,_owners_js__WEBPACK_IMPORTED_MODULE_4__/* .isControlled */ .RF)(live))
        .map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
    const plan = (0,_shipped_js__WEBPACK_IMPORTED_MODULE_6__/* .shipConfiguration */ .x)(candidate, config.app, new Set([...environment.live, ...controlled]), salt);
    for (const name of controlled)
        report(`${name} is written by another controller and stays live`);
    const workload = (0,_candidate_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadIn */ .h7)(plan.manifests, environment);
    const scaled = [[workload, ground.autoscaler]].concat((0,_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .workersIn */ .r0)(plan.manifests, environment).map(worker => [
        worker,
        ground.workers[(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker))]?.autoscaler,
    ]));
    for (const [each, autoscaler] of scaled) {
        const { spec } = each;
        if (autoscaler === undefined || spec?.replicas === undefined)
            continue;
        const whose = each === workload ? '' : ` of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(each))}`;
        report(`spec.replicas${whose} is left to HorizontalPodAutoscaler/${autoscaler.metadata?.name}`);
        delete spec.replicas;
    }
    return plan;
}
function inOrder(targets, environment, release) {
    const destinations = targets.map(({ manifest, path, live }) => ({
        path,
        live,
        object: manifest.object,
    }));
    const isLast = ({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object);
    const marked = destinations.filter(isLast).map(destination => {
        const { metadata } = destination.object;
        const annotations = { ...metadata?.annotations, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: String(release) };
        return { ...destination, object: { ...destination.object, metadata: { ...metadata, annotations } } };
    });
    return [...destinations.filter(destination => !isLast(destination)), ...marked];
}
function made({ targets, shipped }) {
    const copies = new Set(shipped.map(({ kind, copy }) => `${kind}/${copy}`));
    return targets.filter(({ manifest, live }) => live === undefined && !copies.has(`${manifest.object.kind}/${manifest.name}`));
}
function recordOf(request, plan, { token, release, baseline, reversible = true, workers = {} }) {
    return {
        ...common(request, token),
        release,
        source: 'released',
        ...(baseline === undefined ? {} : { baseline }),
        ...(reversible ? {} : { reversible: false }),
        ...(plan.promotion === undefined ? {} : { promotion: plan.promotion }),
        images: Object.fromEntries(Object.entries(request.images).map(([name, i]) => [name, `${i.repository}@${i.digest}`])),
        shipped: plan.shipped,
        ...(plan.hooks === undefined ? {} : { hooks: plan.hooks }),
        ...(Object.keys(workers).length === 0 ? {} : { workers }),
        manifests: (0,_record_js__WEBPACK_IMPORTED_MODULE_5__/* .recordable */ .I$)(plan.manifests),
    };
}
function observedRecord(request, template, token, release) {
    return {
        ...common(request, token),
        release,
        source: 'observed',
        images: (0,_baseline_js__WEBPACK_IMPORTED_MODULE_0__/* .imagesOf */ .IC)(template),
        shipped: [],
        manifests: [],
    };
}
function common({ config, environmentName, origin }, token) {
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        at: new Date().toISOString(),
        by: origin,
        token,
        config,
    };
}


/***/ }),

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZT: () => (/* binding */ noted),
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   iA: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(571);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3590);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2781);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9708);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5072);
/* harmony import */ var _overtaken_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6406);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5272);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3272);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3060);










async function openJournal(cluster, { config, environmentName, environment, origin }, lease, { plan, ground, record, strategy, judging, }) {
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
        ...(strategy === 'rolling' ? {} : { applied: false }),
        ...(record.baseline === undefined ? { makes: madeFirstToLast(plan, environment) } : {}),
    };
    return (0,_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .beginJournal */ .Fs)(cluster, environment.namespace, journal);
}
function madeFirstToLast(plan, { workload }) {
    const isWorkload = ({ manifest }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .isOf */ .yW)(workload, manifest.object);
    return (0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .made */ .mI)(plan)
        .sort((a, b) => Number(isWorkload(b)) - Number(isWorkload(a)))
        .map(({ path }) => path);
}
function noted(creations, app, lease) {
    return async (path, object) => {
        if ((0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .stampOf */ .Zs)(object, app) === lease.token)
            creations.push({ path, uid: object.metadata?.uid ?? '' });
        await lease.assertHeld();
    };
}
async function prepare(cluster, request, lease, { plan, ground, record: { release }, ...known }) {
    const { config, environment } = request;
    const others = (0,_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .inOrder */ .al)((0,_workers_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutWorkers */ .gE)(plan.targets, environment), environment, release).slice(0, -1);
    const refused = await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, others, (0,_fencing_js__WEBPACK_IMPORTED_MODULE_3__/* .holdWith */ .MN)(config.app, lease.token), noted(known.creations, config.app, lease)).then(() => undefined, (error) => {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && !(error instanceof _overtaken_js__WEBPACK_IMPORTED_MODULE_6__.LeaseLost))
            return error.message;
        throw error;
    });
    const asked = { ...request, environment, wait: 0 };
    if (refused === undefined) {
        const keeper = new _journal_js__WEBPACK_IMPORTED_MODULE_4__/* .Keeper */ .Vf(cluster, environment.namespace, known.entry);
        await keeper.change(journal => ({ ...journal, applied: true }));
    }
    const { end, dossier: decision } = refused === undefined
        ? await (0,_progress_js__WEBPACK_IMPORTED_MODULE_8__/* .prepareRollout */ .PF)(cluster, asked, lease)
        : await (0,_progress_js__WEBPACK_IMPORTED_MODULE_8__/* .undoRollout */ .oD)(cluster, asked, lease, refused);
    const rolloutMs = performance.now() - known.started;
    const result = { release, baseline: known.baseline, rolloutMs };
    switch (end.state) {
        case 'prepared':
        case 'judged':
            return { ...result, state: 'prepared', readyPods: end.pods };
        case 'done':
            return { ...result, state: 'complete', readyPods: end.pods, decision };
        case 'undone':
            return {
                ...result,
                state: 'undone',
                readyPods: ground.liveWorkload?.status?.readyReplicas ?? 0,
                reason: end.reason,
                decision,
            };
        case 'held':
            return { ...result, state: 'failed', readyPods: 0, reason: end.reason, decision };
        case 'parked':
            throw new Error('a candidate without traffic waits for nothing but its gate');
    }
}


/***/ }),

/***/ 5131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(167);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3272);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2110);
/* harmony import */ var _surroundings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9180);




async function promote(cluster, request) {
    const approve = request.approve === true;
    const phases = ['promoting', 'watching', ...(approve ? ['baking'] : [])];
    const entry = await (0,_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .requireUnfinished */ .Fo)(cluster, request, phases);
    if (approve)
        (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__.requireApprovable)(entry.journal);
    const { end, journal, dossier: decision, ms, } = await (0,_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .progress */ .qB)(cluster, request, entry, 'done', {
        calls: approve ? 'approve' : 'resume',
        watch: run => (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__.watcherOf)(run, request),
    });
    const release = journal.candidate;
    switch (end.state) {
        case 'prepared':
        case 'judged':
        case 'done': {
            const reason = await afterwards(cluster, request, release);
            if (reason !== undefined)
                return { release, state: 'failed', readyPods: end.pods, ms, decision, reason };
            return { release, state: 'complete', readyPods: end.pods, ms, decision };
        }
        case 'parked':
        case 'undone':
        case 'held':
            return { release, state: end.state, readyPods: 0, ...(0,_gate_js__WEBPACK_IMPORTED_MODULE_0__.reasonOf)(end, journal), ms, decision };
        default:
            return end;
    }
}
async function afterwards(cluster, request, release) {
    const { config, environment } = request;
    const releases = await new _record_js__WEBPACK_IMPORTED_MODULE_2__/* .Records */ .tU(cluster, environment.namespace, config.app).list();
    const found = releases.find(({ record }) => record.release === release);
    return found && (0,_surroundings_js__WEBPACK_IMPORTED_MODULE_3__/* .runPostHook */ .z0)(cluster, request, found.record, environment.namespace);
}


/***/ }),

/***/ 9180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ hookProblems),
/* harmony export */   WJ: () => (/* binding */ passPreHook),
/* harmony export */   mM: () => (/* binding */ renderedHooks),
/* harmony export */   z0: () => (/* binding */ runPostHook)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(571);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(553);
/* harmony import */ var _cluster_port_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3544);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2317);
/* harmony import */ var _candidate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4382);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2781);
/* harmony import */ var _hook_job_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2050);
/* harmony import */ var _hooks_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5505);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5072);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6971);
/* harmony import */ var _overtaken_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6406);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5272);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7840);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3060);















function renderedHooks({ around, environment, images }, { shipped }) {
    return Object.fromEntries(Object.entries(around?.hooks ?? {}).flatMap(([when, hook]) => 'manifest' in hook
        ? [[when, { job: (0,_hook_job_js__WEBPACK_IMPORTED_MODULE_7__/* .renderHook */ .IM)(hook.manifest, environment, images, shipped), within: hook.within }]]
        : []));
}
async function hookProblems(cluster, request, plan) {
    const { config, environment, around } = request;
    const { namespace } = environment;
    const rendered = Object.entries(renderedHooks(request, plan));
    if (rendered.length === 0)
        return [];
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.service, namespace));
    const written = plan.manifests.flatMap(({ object }) => object.kind === 'Service' ? [object] : []);
    const selectors = [
        ...[...items, ...written].map(_hook_job_js__WEBPACK_IMPORTED_MODULE_7__/* .selectorOfService */ .m0),
        ...[(0,_candidate_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadIn */ .h7)(plan.manifests, environment), ...(0,_workers_js__WEBPACK_IMPORTED_MODULE_14__/* .workersIn */ .r0)(plan.manifests, environment)].map(each => ({
            name: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .refOf */ .H8)(each)),
            labels: each.spec?.selector?.matchLabels ?? {},
        })),
    ];
    const problems = rendered.map(async ([when, { job, within }]) => {
        const source = around?.hooks[when];
        if (source === undefined || !('manifest' in source))
            return [];
        const problem = (0,_hook_job_js__WEBPACK_IMPORTED_MODULE_7__/* .hookProblem */ .nL)({ ...source.manifest, object: { ...source.manifest.object, ...job } }, selectors);
        if (problem !== undefined)
            return [problem];
        const made = (0,_hook_job_js__WEBPACK_IMPORTED_MODULE_7__/* .hookJob */ .d2)(job, {
            ...{ app: config.app, namespace, when: when, within, release: 0, token: 0, work: '' },
        });
        const tried = { ...made, metadata: { ...made.metadata, name: `${made.metadata?.name}-try` } };
        return cluster
            .call('POST', (0,_cluster_port_js__WEBPACK_IMPORTED_MODULE_2__/* .withQuery */ .V)((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.job, namespace), { dryRun: 'All' }), tried)
            .then(() => [])
            .catch((error) => {
            if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo)
                return [error];
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$) || error.status >= 500)
                throw error;
            const said = error.message
                .replace(/^.*?: /, '')
                .replaceAll(`${tried.metadata.name}`, source.manifest.name);
            return [
                new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the cluster refuses the Job of the ${when} hook: ${said}`, `correct ${source.manifest.source}`),
            ];
        });
    });
    return (await Promise.all(problems)).flat();
}
async function passPreHook(cluster, request, lease, { records, ...begun }) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _overtaken_js__WEBPACK_IMPORTED_MODULE_11__.LeaseLost)
            throw error;
        return `the pre hook could not be run: ${describeBriefly(error)}`;
    });
    await lease.assertHeld();
    if (reason === undefined)
        return undefined;
    const { release, baseline } = begun.record;
    await records.conclude({
        ...{ schema: 1, release, state: 'undone', at: new Date(cluster.now()).toISOString() },
        token: lease.token,
        reason,
    });
    return { release, baseline, state: 'refused', readyPods: 0, rolloutMs: 0, reason };
}
async function runPreHook(cluster, request, lease, { plan, record, creations }) {
    const hook = hookOf('pre', request.around, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .inOrder */ .al)(plan.targets, request.environment, record.release).filter(({ object }) => object.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_10__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .holdWith */ .MN)(app, lease.token), (0,_prepare_js__WEBPACK_IMPORTED_MODULE_13__/* .noted */ .ZT)(creations, app, lease));
    return (0,_hooks_js__WEBPACK_IMPORTED_MODULE_8__/* .runHook */ .D)(cluster, 'pre', hook, contextOf(request, record, lease.token));
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.around, record);
    if (hook === undefined)
        return undefined;
    const environment = { namespace };
    return (0,_hooks_js__WEBPACK_IMPORTED_MODULE_8__/* .runHook */ .D)(cluster, 'post', hook, contextOf({ ...request, environment }, record, record.token)).catch((error) => `the post hook could not be run: ${describeBriefly(error)}`);
}
const describeBriefly = (error) => error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo ? error.sentence : error.message;
function hookOf(when, around, { hooks }) {
    const recorded = hooks?.[when];
    if (recorded !== undefined)
        return recorded;
    const written = around?.hooks[when];
    return written !== undefined && 'run' in written ? written : undefined;
}
function contextOf({ around, environment, origin, env, report, signal, }, { app, environment: environmentName, release, baseline, images }, token) {
    return {
        ...{ app, environmentName, namespace: environment.namespace, release, baseline, images, token },
        ...{ origin, env, report },
        around: around ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
        ...(signal === undefined ? {} : { signal }),
    };
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
