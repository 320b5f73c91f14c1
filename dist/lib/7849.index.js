export const id = 7849;
export const ids = [7849];
export const modules = {

/***/ 14485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   H5: () => (/* binding */ eventsOfWorkloads),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   VL: () => (/* binding */ withQuery),
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
    pvc: builtIn('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
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
function withQuery(path, query) {
    const text = new URLSearchParams(query).toString();
    return text === '' ? path : `${path}?${text}`;
}
function placeOf(path) {
    const match = /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path);
    if (match === null)
        return undefined;
    const [, group = '', namespace = '', plural = '', name = ''] = match;
    const leads = [group, namespace, plural, name].some(each => leadsElsewhere.test(each));
    return leads ? undefined : { group, namespace, plural, name };
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
const eventsOfWorkloads = {
    group: 'events.k8s.io',
    version: 'v1',
    plural: 'events',
    kind: 'Event',
    namespaced: true,
};


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   about: () => (/* binding */ about),
/* harmony export */   containersOf: () => (/* binding */ containersOf),
/* harmony export */   isOf: () => (/* binding */ isOf),
/* harmony export */   isReleased: () => (/* binding */ isReleased),
/* harmony export */   keyOf: () => (/* binding */ keyOf),
/* harmony export */   kindOf: () => (/* binding */ kindOf),
/* harmony export */   leasePath: () => (/* binding */ leasePath),
/* harmony export */   manifestOf: () => (/* binding */ manifestOf),
/* harmony export */   pathTo: () => (/* binding */ pathTo),
/* harmony export */   podTemplatesOf: () => (/* binding */ podTemplatesOf),
/* harmony export */   refOf: () => (/* binding */ refOf),
/* harmony export */   refOfKey: () => (/* binding */ refOfKey),
/* harmony export */   referencesOf: () => (/* binding */ referencesOf),
/* harmony export */   replicasOf: () => (/* binding */ replicasOf),
/* harmony export */   repositoryOf: () => (/* binding */ repositoryOf),
/* harmony export */   templateOf: () => (/* binding */ templateOf),
/* harmony export */   templatePointer: () => (/* binding */ templatePointer),
/* harmony export */   titleOf: () => (/* binding */ titleOf),
/* harmony export */   traitsOf: () => (/* binding */ traitsOf),
/* harmony export */   typeOf: () => (/* binding */ typeOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
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
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const leasePath = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb.application(app));
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => kind === 'CronJob' ? '/spec/jobTemplate/spec/template' : '/spec/template';
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
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
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


/***/ })

};
