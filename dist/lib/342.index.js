export const id = 342;
export const ids = [342];
export const modules = {

/***/ 20553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isRaced),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   b$: () => (/* binding */ ClusterError),
/* harmony export */   dh: () => (/* binding */ isConflict),
/* harmony export */   kr: () => (/* binding */ missingRightIn),
/* harmony export */   qj: () => (/* binding */ actionOf),
/* harmony export */   tH: () => (/* binding */ MissingRight)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);


class ClusterError extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    status;
    reason;
    serverMessage;
    constructor(request, status, body) {
        const { reason, message } = parseStatus(body);
        const answer = `${status}${reason === '' ? '' : ` ${reason}`}`;
        super(`cannot ${actionOf(request)}: the API server answered ${answer}: ${message}`, remedies[status] ?? 'run again; if the error persists, check the API server and its webhooks');
        this.name = 'ClusterError';
        this.status = status;
        this.reason = reason;
        this.serverMessage = message;
    }
    get isConflict() {
        const testFailed = this.status === 422 && this.serverMessage.includes('due to an error in our request');
        return this.status === 409 || testFailed;
    }
}
const isConflict = (error) => error instanceof ClusterError && error.isConflict;
const isRaced = (error) => isConflict(error) || (error instanceof ClusterError && error.status === 404);
const remedies = {
    400: 'correct the named field, then run again',
    401: 'renew the credential or log in again',
    403: 'change the object if a policy denies it, or ask the owner of the policy for an exception; otherwise check the permissions of the credential',
    404: 'check whether it was deleted',
    409: 'run again',
    422: 'correct the named field, then run again',
};
const verbs = {
    POST: 'create',
    PUT: 'change',
    PATCH: 'change',
    DELETE: 'delete',
    watch: 'watch',
};
function actionOf(request) {
    const [method = '', path = ''] = request.split(' ');
    const [bare = ''] = path.split('?');
    const place = (0,_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(bare);
    const collection = /\/namespaces\/([^/]+)\/([^/]+)$/.exec(bare);
    const what = place !== undefined
        ? `${place.plural}/${place.name} in namespace ${place.namespace}`
        : collection === null
            ? bare
            : `${collection[2]} in namespace ${collection[1]}`;
    return `${verbs[method] ?? 'read'} ${what}`.trim();
}
class MissingRight extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(what) {
        super(`the credential may not ${what}`, 'grant the permission with a Role; `slipway rbac` writes one that suffices (docs/permissions.md)');
    }
}
function missingRightIn(status, body) {
    const match = /is forbidden: User ".*?" cannot (\S+) resource "(\S+?)" in API group "(\S*?)"(?: in the namespace "(\S+?)")?/.exec(parseStatus(body).message);
    if (status !== 403 || match === null)
        return undefined;
    const [, verb, path = '', group, namespace] = match;
    const [plural, ...subresource] = path.split('/');
    const name = [group ? `${plural}.${group}` : plural, ...subresource].join('/');
    return new MissingRight(`${verb} ${name}${namespace === undefined ? '' : ` in namespace ${namespace}`}`);
}
function unreachable(cause) {
    if (!(cause instanceof ClusterError))
        return cause;
    if (cause.status === 401) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the cluster does not accept the credential of the kubeconfig', 'renew it or log in again', { cause });
    }
    if (cause.status < 500)
        return cause;
    if (/\b(127\.0\.0\.1|localhost|\[::1\]):8080\b/.test(cause.message)) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('localhost:8080 does not answer, which kubectl uses when it has no kubeconfig', 'log in to the cluster in a step before this one, or set KUBECONFIG', { cause });
    }
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the API server does not answer: ${cause.serverMessage.slice(0, 200)}`, 'check the server address in the kubeconfig, and that this machine can reach it', { cause });
}
function parseStatus(body) {
    try {
        const status = JSON.parse(body);
        return { reason: status.reason ?? '', message: status.message ?? '' };
    }
    catch {
        return { reason: '', message: body.trim().slice(0, 300) };
    }
}


/***/ }),

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

/***/ 25726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const usual = (milliseconds, _, options) => options === undefined
    ? new Promise(resolve => setTimeout(resolve, milliseconds))
    : (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, options);
async function pause(milliseconds, { sleep = usual, signal } = {}) {
    await sleep(milliseconds, undefined, signal && { signal }).catch(error => {
        throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .KW)() : error;
    });
}
function retryAfter(header, now = Date.now()) {
    const text = String(header ?? '').trim();
    const milliseconds = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
async function retry(options, attempt) {
    const { attempts = Number.POSITIVE_INFINITY, within = Number.POSITIVE_INFINITY, delay } = options;
    const end = performance.now() + within;
    for (let count = 1;; count += 1) {
        const isLast = () => count >= attempts || performance.now() >= end;
        let failure;
        try {
            const result = await attempt(count);
            if (isLast() || !(await options.unfinished?.(result)))
                return result;
            failure = result;
        }
        catch (error) {
            if (isLast() || !(await options.temporary?.(error)))
                throw error;
            failure = error;
        }
        if (delay !== undefined)
            await pause(delay(count, failure), options);
    }
}


/***/ })

};
