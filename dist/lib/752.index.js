export const id = 752;
export const ids = [752,406];
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

/***/ 8075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf)
/* harmony export */ });
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 7194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VX: () => (/* binding */ upText),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   Zg: () => (/* binding */ heldBack),
/* harmony export */   ie: () => (/* binding */ isUp),
/* harmony export */   pd: () => (/* binding */ surgesNot)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5072);

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
const isUp = (workload) => standingOf(workload).up;
function upText(workload) {
    const { wanted, updated, available } = standingOf(workload);
    return `${available} of ${wanted} available, ${updated} with the newest template`;
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
function heldBack(workload) {
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
            problem: `${title} has updateStrategy OnDelete, so its pods keep their version until somebody deletes them`,
            remedy: 'write `updateStrategy: {type: RollingUpdate}` in its manifest',
        };
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    if (partition > 0)
        return {
            problem: `${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`,
            remedy: 'take `partition` out of its manifest, or set it to 0',
        };
    return undefined;
}


/***/ }),

/***/ 5072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4485);

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

/***/ 6406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ overtaken),
/* harmony export */   LeaseLost: () => (/* binding */ LeaseLost)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

class LeaseLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
const overtaken = (app) => new LeaseLost(`another run has taken over the rollout of ${app}`, 'nothing more is written; see that run for what happened');


/***/ }),

/***/ 7687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf)
/* harmony export */ });
/* unused harmony export revisionLabel */
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5072);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6971);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
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
    return revisions.find(revision => {
        const { data } = revision;
        const { $patch: _, ...template } = (data?.spec?.template ?? {});
        return isOwnedBy(revision, workload.metadata?.uid) && plain(template) === wanted;
    });
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    return Object.entries(workload?.spec?.selector?.matchLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
}


/***/ }),

/***/ 2110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ recordable),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   eG: () => (/* binding */ laterOf),
/* harmony export */   qX: () => (/* binding */ isRestorable),
/* harmony export */   tU: () => (/* binding */ Records),
/* harmony export */   wP: () => (/* binding */ isWhole),
/* harmony export */   wq: () => (/* binding */ restorable)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2317);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6971);
/* harmony import */ var _overtaken_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6406);





const maxBytes = 256 * 1024;
function restorable(outcome) {
    const { template, workers } = outcome ?? {};
    return {
        ...(template === undefined ? {} : { template }),
        ...(workers === undefined ? {} : { workers }),
    };
}
class Records {
    #cluster;
    #namespace;
    #app;
    constructor(cluster, namespace, app) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#app = app;
    }
    async list() {
        const { items } = await this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), {
            labelSelector: `${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app}=${this.#app},${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind} in (record,outcome)`,
        });
        const outcomes = new Map();
        for (const { data, metadata } of items) {
            if (data?.outcome === undefined)
                continue;
            const outcome = JSON.parse(data.outcome);
            outcomes.set(outcome.release, { outcome, outcomeVersion: metadata?.resourceVersion ?? '' });
        }
        return items
            .flatMap(({ data }) => (data?.record === undefined ? [] : [JSON.parse(data.record)]))
            .map((record) => ({ record, ...outcomes.get(record.release) }))
            .sort((a, b) => b.record.release - a.record.release);
    }
    async create(first, make) {
        for (let number = first;; number += 1) {
            const record = make(number);
            const text = textOf(record);
            try {
                await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), this.#object(_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(this.#app, number), 'record', number, { record: text }, true));
                return record;
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        }
    }
    async conclude(outcome) {
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, outcome.release));
        for (let attempt = 1;; attempt += 1) {
            const there = await this.#cluster.get(path);
            const said = there?.data?.outcome;
            const before = said === undefined ? undefined : JSON.parse(said);
            if ((before?.token ?? 0) > outcome.token)
                throw (0,_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(this.#app);
            try {
                return await this.amend(after(before, outcome), there?.metadata?.resourceVersion);
            }
            catch (error) {
                const raced = error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 404);
                if (!raced || attempt === 8)
                    throw error;
            }
        }
    }
    async amend(outcome, version) {
        const name = _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, outcome.release);
        const data = { outcome: JSON.stringify(outcome) };
        const object = this.#object(name, 'outcome', outcome.release, data, false);
        if (version === undefined) {
            await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), object);
            return;
        }
        const metadata = { ...object.metadata, resourceVersion: version };
        await this.#cluster.replace((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name), { ...object, metadata });
    }
    async remove(release) {
        const { items: decided } = await this.#cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace), { labelSelector: `${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app}=${this.#app},${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind}=decision,${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release}=${release}` });
        const parts = decided.map(({ metadata }) => metadata?.name ?? '');
        for (const name of [...parts, _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.outcome(this.#app, release), _naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(this.#app, release)]) {
            await this.#cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name), undefined);
        }
    }
    #object(name, kind, release, data, immutable) {
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name,
                namespace: this.#namespace,
                labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.app]: this.#app, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind]: kind, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: String(release) },
            },
            immutable,
            data,
        };
    }
}
function after(before, outcome) {
    const verifiedAt = before?.state === 'verified' ? before.at : before?.verifiedAt;
    if (outcome.state !== 'undone' || verifiedAt === undefined)
        return outcome;
    return { ...outcome, at: laterOf(outcome.at, verifiedAt), verifiedAt };
}
const laterOf = (a, b) => (Date.parse(b) > Date.parse(a) ? b : a);
function textOf(record) {
    const text = JSON.stringify(record);
    const bytes = Buffer.byteLength(text);
    if (bytes <= maxBytes)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the record of this release has ${Math.ceil(bytes / 1024)} KiB, at most 256 are kept`, 'move large objects such as dashboards out of the manifests of this application');
}
function recordable(manifests) {
    return manifests.map(({ object }) => {
        if (object.kind !== 'Secret' && !(object.kind === 'ConfigMap' && object.immutable === true))
            return object;
        const { data: _data, stringData: _stringData, binaryData: _binaryData, ...rest } = object;
        const { [lastApplied]: _applied, ...annotations } = object.metadata?.annotations ?? {};
        return object.metadata?.annotations === undefined
            ? rest
            : { ...rest, metadata: { ...object.metadata, annotations } };
    });
}
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';
function isWhole(release) {
    return ((release.outcome?.state === 'complete' || release.outcome?.state === 'verified') && isRestorable(release));
}
function isRestorable(release) {
    return release.outcome?.template !== undefined;
}


/***/ }),

/***/ 8091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ recordedEnvironment)
/* harmony export */ });
function recordedEnvironment(record, name, today) {
    const recorded = record?.config?.environments[name];
    return recorded?.namespace === today.namespace ? recorded : today;
}


/***/ }),

/***/ 3060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   ZK: () => (/* binding */ workersAt),
/* harmony export */   _K: () => (/* binding */ recordedWorkers),
/* harmony export */   gE: () => (/* binding */ withoutWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   xD: () => (/* binding */ isWorker),
/* harmony export */   zI: () => (/* binding */ workersBefore)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8075);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5072);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6971);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withoutWorkers(targets, environment) {
    return targets.filter(({ manifest }) => !isWorker(manifest, environment));
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests hold no ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const used = (0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .containersOf */ .Mz)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_containers_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryOf */ ._M)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'take it out of `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the pods of ${name} cannot be told from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} by their labels`, 'give each of them a label of its own, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, and a worker gets none`, 'give its selector a label that only the pods of the workload have');
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
function workersBefore(lives, baseline, releases) {
    const number = baseline.kind === 'recorded' ? baseline.release : undefined;
    const recorded = releases.find(({ record }) => record.release === number)?.outcome?.workers ?? {};
    return Object.fromEntries(Object.entries(lives).map(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        if (live === undefined || template === undefined)
            return [name, null];
        const marked = releaseOf(live);
        const strayed = marked !== undefined && marked !== number;
        return [
            name,
            { template: (strayed ? recorded[name] : undefined) ?? template, replicas: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .replicasOf */ .N4)(live) },
        ];
    }));
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
function workersAt({ record, outcome }, releases) {
    const later = releases
        .filter(each => each.record.release > record.release)
        .sort((a, b) => b.record.release - a.record.release)
        .map(each => each.record.workers ?? {});
    const own = Object.entries(outcome?.workers ?? {}).map(([name, template]) => [
        name,
        { template, replicas: 0 },
    ]);
    return Object.assign({}, ...later, Object.fromEntries(own));
}
function recordedWorkers({ record }, environment, baseline, releases) {
    const passed = baseline !== undefined && record.baseline !== baseline.record.release;
    const known = passed ? workersAt(baseline, releases) : (record.workers ?? {});
    const names = new Set([...workersOf(environment).map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN), ...Object.keys(known)]);
    return [...names].map(name => {
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOfKey */ .u$)(name);
        const candidate = record.manifests.find(each => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, each));
        return { name, ref, candidate: candidate, before: known[name], passed };
    });
}


/***/ })

};
