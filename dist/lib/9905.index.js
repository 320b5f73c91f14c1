export const id = 9905;
export const ids = [9905,7849,5083];
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

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   MN: () => (/* binding */ liveSchema),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);


const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const liveSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const querySchema = text(/^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^{}]*\})?$/, {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, such as http_requests_total{code=~"5.."}',
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 59561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkBundle: () => (/* binding */ checkBundle)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_channels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74790);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16428);
/* harmony import */ var _alert_routing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76925);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58790);







function checks(folder, subject) {
    const alertmanager = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _bundle_js__WEBPACK_IMPORTED_MODULE_3__.bundleFiles.alertmanager);
    const own = [`app=${subject.app}`, `environment=${subject.environment}`];
    const route = (severity, ...labels) => [
        ...['amtool', 'config', 'routes', 'test', `--config.file=${alertmanager}`],
        ...[`--verify.receivers=${(0,_alert_routing_js__WEBPACK_IMPORTED_MODULE_4__/* .receiverName */ .D)(subject, severity)}`, ...own, ...labels],
    ];
    return [
        ['promtool', 'check', 'rules', (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _bundle_js__WEBPACK_IMPORTED_MODULE_3__.bundleFiles.rules)],
        ['promtool', 'check', 'config', (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _bundle_js__WEBPACK_IMPORTED_MODULE_3__.bundleFiles.scrape)],
        ['amtool', 'check-config', alertmanager],
        ..._config_channels_js__WEBPACK_IMPORTED_MODULE_5__/* .severities */ .g.map(severity => route(severity, `severity=${severity}`)),
        route('warning'),
    ];
}
async function checkBundle(folder, subject, { env, report }) {
    const { rules, scrape, alertmanager } = _bundle_js__WEBPACK_IMPORTED_MODULE_3__.bundleFiles;
    const missing = Object.entries({ promtool: [rules, scrape], amtool: [alertmanager] }).filter(([program]) => (0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_1__/* .findOnPath */ .a)(program) === undefined);
    for (const [program, files] of missing)
        for (const file of files)
            report(`${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, file)} is not checked: ${program} is not on the PATH`);
    const faults = [];
    for (const [program, ...args] of checks(folder, subject)) {
        if (missing.some(([each]) => each === program))
            continue;
        const { code, stdout, stderr } = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .k)([program, ...args], { env });
        if (code !== 0)
            faults.push(`${program} says: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .T)(`${stdout} ${stderr}`).trim().slice(-300)}`);
    }
    return { checked: missing.length === 0, faults };
}


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


/***/ }),

/***/ 83402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ boundToUs),
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function findOnPath(name) {
    return (process.env.PATH ?? '')
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
}
function boundToUs(command, args) {
    const setpriv = findOnPath('setpriv');
    return setpriv === undefined ? [command, args] : [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]];
}


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41955);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83402);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);







const grace = 5_000;
async function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    if (signal?.aborted)
        return undefined;
    const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
    const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_5__/* .boundToUs */ ._)('/bin/sh', ['-c', launch, 'sh', program, ...args]);
    let child;
    let last;
    const kill = (name) => {
        try {
            if (child !== undefined)
                process.kill(child, name);
        }
        catch {
        }
    };
    const stop = () => {
        kill('SIGINT');
        last ??= setTimeout(() => kill('SIGKILL'), grace);
    };
    const stdout = new Lines(line => {
        if (child !== undefined)
            return print(line, 'stdout');
        child = Number(line);
        if (signal?.aborted)
            stop();
    });
    const stderr = new Lines(line => print(line, 'stderr'));
    signal?.addEventListener('abort', stop, { once: true });
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)(started, ignoreUnreadInput);
    try {
        const code = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_4__/* .exec */ .m)(command, all, {
            env: (0,_map_js__WEBPACK_IMPORTED_MODULE_6__/* .textMap */ .sP)(env),
            ...(cwd === undefined ? {} : { cwd }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: data => stdout.write(data), stderr: data => stderr.write(data) },
        });
        return code ?? undefined;
    }
    finally {
        clearTimeout(last);
        (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.unsubscribe)(started, ignoreUnreadInput);
        signal?.removeEventListener('abort', stop);
        await Promise.all([stdout.end(), stderr.end()]);
    }
}
const started = 'child_process';
function ignoreUnreadInput(message) {
    const { process: child } = message;
    child.once('spawn', () => child.stdin?.on('error', () => undefined));
}
class Lines {
    #bytes = new node_stream__WEBPACK_IMPORTED_MODULE_3__.PassThrough();
    #closed;
    constructor(print) {
        const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: this.#bytes, crlfDelay: Number.POSITIVE_INFINITY });
        lines.on('line', print);
        this.#closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(lines, 'close');
    }
    write(data) {
        this.#bytes.write(data);
    }
    async end() {
        this.#bytes.end();
        await this.#closed;
    }
}
async function ask(program, { heard, ...options }) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => {
            said[stream].push(line);
            if (stream === 'stdout')
                heard?.(line);
        },
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


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
