export const id = 4586;
export const ids = [4586,8971];
export const modules = {

/***/ 14485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
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
    claim: builtIn('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
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
    storageClass: { ...builtIn('storage.k8s.io', 'v1', 'storageclasses', 'StorageClass'), namespaced: false },
    gatewayClass: {
        ...builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass'),
        namespaced: false,
    },
};
const leadsElsewhere = /[/%?#]|^\.{1,2}$/;
function pathOf(resource, namespace, name) {
    for (const segment of [namespace, name ?? ''])
        if (leadsElsewhere.test(segment))
            throw new Error(`"${segment}" cannot be a name in the cluster`);
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
function placeOf(path) {
    const match = /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path);
    if (match === null)
        return undefined;
    const [, group = '', namespace = '', plural = '', name = ''] = match;
    return leadsElsewhere.test(name) ? undefined : { group, namespace, plural, name };
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

/***/ 85898:
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
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

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
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
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

/***/ 83658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ heldIn),
/* harmony export */   Fs: () => (/* binding */ beginJournal),
/* harmony export */   JX: () => (/* binding */ JournalMoved),
/* harmony export */   Jy: () => (/* binding */ moved),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Vf: () => (/* binding */ Keeper),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   fY: () => (/* binding */ writeJournal),
/* harmony export */   ne: () => (/* binding */ sealJournal)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38971);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3005);






const pathFor = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app));
async function readJournal(cluster, namespace, app) {
    const object = await cluster.get(pathFor(namespace, app));
    const entry = object === undefined ? undefined : entryOf(object);
    if (entry === undefined || entry.journal.app === app)
        return entry;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the journal in ConfigMap/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)} is not that of ${app}`, 'find out who wrote it, and remove it');
}
function entryOf(object) {
    const text = object.data?.journal;
    if (text === undefined)
        return undefined;
    return entryWith(JSON.parse(text), object);
}
function entryWith(journal, { metadata = {} }) {
    const { resourceVersion: version = '', labels, annotations } = metadata;
    return { journal, version, labels, annotations };
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
class JournalMoved extends Error {
}
async function writeJournal(cluster, namespace, journal, over) {
    const object = objectOf(namespace, journal, over);
    try {
        const written = over === undefined
            ? await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), object)
            : await cluster.replace(pathFor(namespace, journal.app), object);
        return entryWith(journal, written);
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 404)))
            throw error;
        const there = await readJournal(cluster, namespace, journal.app);
        if (there !== undefined && JSON.stringify(there.journal) === JSON.stringify(journal))
            return there;
        throw new JournalMoved('another run wrote the journal', { cause: error });
    }
}
async function beginJournal(cluster, namespace, journal) {
    const { app, token } = journal;
    for (let attempt = 1;; attempt += 1) {
        const before = await readJournal(cluster, namespace, app);
        if ((before?.journal.token ?? 0) > token)
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
                    await this.#adopt(error);
                }
            }
        };
        const written = this.#last.then(write);
        this.#last = written.catch(() => undefined);
        return written;
    }
    async #adopt(cause) {
        const { app, token } = this.#journal;
        const there = await readJournal(this.#cluster, this.#namespace, app);
        if (there === undefined && (await this.#holdsLease())) {
            this.#over = undefined;
            return;
        }
        if (there === undefined || there.journal.token !== token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
        const { abortRequested, ...rest } = there.journal;
        const { abortRequested: _, ...known } = this.#journal;
        if (abortRequested === undefined && JSON.stringify(rest) !== JSON.stringify(known))
            throw cause;
        this.#over = there;
        if (abortRequested !== undefined)
            this.#journal = { ...this.#journal, abortRequested };
    }
    async #holdsLease() {
        const { app, token } = this.#journal;
        const lease = await this.#cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, this.#namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.application(app)));
        return Number(lease?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.token]) === token;
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

/***/ 78691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XH: () => (/* binding */ untilFree),
/* harmony export */   acquireLease: () => (/* binding */ acquireLease),
/* harmony export */   oi: () => (/* binding */ leaseState),
/* harmony export */   yj: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68672);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13590);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38971);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(83658);









const durationSeconds = Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.leaseDuration / 1000);
const untilFree = _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.leaseDuration + 2_000;
class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
function leaseState(lease, serverNow) {
    const token = Number(lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.token] ?? 0);
    const holder = lease.spec?.holderIdentity ?? '';
    if (holder === '')
        return { free: true, token };
    const written = Math.max(0, ...(lease.metadata?.managedFields ?? []).map(field => Date.parse(field.time ?? '') || 0));
    const freeInMs = written + ((lease.spec?.leaseDurationSeconds ?? durationSeconds) + 1) * 1000 - serverNow;
    return freeInMs <= 0 ? { free: true, token } : { free: false, token, holder, freeInMs };
}
async function acquireLease(cluster, request) {
    const holder = `${request.origin.actor} in ${request.origin.run}`;
    const end = performance.now() + request.wait;
    let announced = false;
    for (;;) {
        if (request.signal?.aborted)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the run was cancelled', 'nothing was changed');
        const attempt = await tryAcquire(cluster, request, holder);
        if ('token' in attempt)
            return held(cluster, request, holder, attempt.token);
        if (attempt.holder === undefined)
            continue;
        if (performance.now() >= end) {
            throw new LeaseHeld(`another run is ${request.workload === undefined ? 'at work on' : 'releasing'} ${request.app}: ${attempt.holder}`, `wait until it has ended (its lease runs out in ${Math.ceil(attempt.freeInMs / 1000)} s if it is dead)${request.workload === undefined ? '' : ', or roll back'}`);
        }
        if (!announced)
            request.report(`waiting for ${attempt.holder}`);
        announced = true;
        await new Promise(resolve => setTimeout(resolve, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.leaseRetry));
    }
}
async function tryAcquire(cluster, request, holder) {
    const { app, namespace, seize } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.application(app));
    const raced = { holder: undefined, freeInMs: 0 };
    let current;
    try {
        const answer = await cluster.call('GET', path);
        current = { lease: JSON.parse(answer.body), serverTime: answer.serverTime };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404))
            throw error;
        const token = (await floorOf(cluster, request)) + 1;
        const rollback = seize === true ? { by: holder, at: cluster.now() } : undefined;
        const first = leaseObject(app, namespace, { holder, token, rollback });
        const create = () => cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        return (await isTaken(cluster, path, first, create)) ? { token } : raced;
    }
    const last = rollbackOf(current.lease);
    if (request.begins && last !== undefined && last.at >= current.serverTime - performance.now())
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${last.by} rolled ${app} back after this run had begun`, 'run it again if it is to be released all the same');
    const state = leaseState(current.lease, current.serverTime);
    if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
        return { holder: state.holder, freeInMs: state.freeInMs };
    if (!state.free)
        request.report(`taking over from ${state.holder}`);
    const token = Math.max(state.token, await floorOf(cluster, request)) + 1;
    const rollback = seize === true ? { by: holder, at: current.serverTime } : last;
    const next = leaseObject(app, namespace, { holder, token, rollback }, current.lease);
    return (await isTaken(cluster, path, next, () => cluster.replace(path, next))) ? { token } : raced;
}
async function isTaken(cluster, path, lease, write) {
    try {
        await write();
        return true;
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict))
            throw error;
        const there = await cluster.get(path);
        return (there !== undefined &&
            tokenOf(there) === tokenOf(lease) &&
            there.spec?.holderIdentity === lease.spec?.holderIdentity &&
            there.spec?.renewTime === lease.spec?.renewTime);
    }
}
async function floorOf(cluster, { app, namespace, workload }) {
    const [entry, live] = await Promise.all([
        (0,_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .readJournal */ .a0)(cluster, namespace, app),
        workload === undefined ? undefined : cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(namespace, workload)),
    ]);
    return Math.max(entry?.journal.token ?? 0, live === undefined ? 0 : (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_4__/* .stampOf */ .Zs)(live, app));
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.application(app));
    const rewrite = async (nextHolder) => {
        const lease = await cluster.get(path);
        if (lease === undefined || tokenOf(lease) !== token)
            return false;
        const next = { holder: nextHolder, token, rollback: rollbackOf(lease) };
        await cluster.replace(path, leaseObject(app, namespace, next, lease));
        return true;
    };
    let renewal;
    const renew = async () => {
        await rewrite(holder).catch(() => undefined);
        renewal = undefined;
    };
    const timer = setInterval(() => {
        renewal ??= renew();
    }, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.leaseRenewal);
    timer.unref();
    return {
        token,
        assertHeld: async () => {
            const lease = await cluster.get(path);
            if (lease === undefined || tokenOf(lease) !== token) {
                throw new _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost(`this run lost its lease on ${app} to ${lease?.spec?.holderIdentity || 'another run'}`, 'nothing more is written; see that run for what happened');
            }
        },
        release: async () => {
            clearInterval(timer);
            await renewal;
            await rewrite('').catch(() => undefined);
        },
    };
}
const tokenOf = (lease) => Number(lease.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.token] ?? 0);
function rollbackOf({ metadata }) {
    const text = metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.rollback];
    const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
    return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}
function leaseObject(app, namespace, { holder, token, rollback }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { ...over?.metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind]: 'lease' },
            annotations: {
                ...over?.metadata?.annotations,
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.token]: String(token),
                ...(rollback === undefined
                    ? {}
                    : { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.rollback]: `${new Date(rollback.at).toISOString()} ${rollback.by}` }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', `${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}Z`);


/***/ }),

/***/ 3005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PU: () => (/* binding */ isOver),
/* harmony export */   SM: () => (/* binding */ remedyOf),
/* harmony export */   Vq: () => (/* binding */ moves)
/* harmony export */ });
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

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const ofPods = ['spec', 'template'];
const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        template: ofPods,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        template: ['spec', 'jobTemplate', 'spec', 'template'],
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const collectionOf = (namespace, kind) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace);
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => `/${traits[kind].template.join('/')}`;
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
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


/***/ }),

/***/ 13590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   Zb: () => (/* binding */ isTakenBack),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   "if": () => (/* binding */ stampPatch),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    deadMan: (app) => `slipway.dev/dead-man.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fenced(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function stampOf(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function stampPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = stampOf(object, app);
    if (present > token)
        throw new Error(`stamp ${present} is above token ${token} of ${app}`);
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
function isTakenBack(object, { app, token }) {
    return annotation(object, annotationOf.deadMan(app)) === String(token);
}


/***/ })

};
