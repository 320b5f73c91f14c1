export const id = 2953;
export const ids = [2953];
export const modules = {

/***/ 54651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   archiveCommand: () => (/* binding */ archiveCommand)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63114);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57346);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(566);







const archiveCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'archive',
    description: 'Write an offline archive for a recovery from total loss: the newest backup set with its repository, the images, the source code and the programs.',
    inputs: {
        folder: {
            description: 'Folder of the archive, such as a removable disk. An archive in it is updated.',
            required: true,
        },
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .config */ .$W,
        repository: {
            description: 'Name of the repository whose bucket is copied as a whole. Default: the locked one, otherwise the only one with a bucket.',
            default: '',
        },
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .logins */ .NB,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .toolMirrors */ .Rg,
    },
    positional: 'folder',
    outputs: {
        set: 'Name of the newest backup set in the archive.',
        checksum: 'SHA-256 of the archive’s `SHA256SUMS`. Keep it with the offline key; `recover` needs it.',
    },
    run: async (inputs, host) => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(inputs.config);
        const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(config, inputs.environment);
        const recovery = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_4__.recoveryOf)(environment, inputs.environment);
        const owner = { app: config.app, environment: inputs.environment };
        const env = { ...host.env, ..._inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSecrets */ .dC('logins', inputs.logins, host) };
        const signal = host.cancellation();
        const repository = repositoryIn(recovery, inputs.repository);
        const [{ trustOf }, { readVerifiedSet }, offline, { makeArchive }, { checkArchive }, { imagesFor }, { filesOutside }, { documentOfSums }, { documentSigner },] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139)),
            __webpack_require__.e(/* import() */ 6604).then(__webpack_require__.bind(__webpack_require__, 26604)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3551)]).then(__webpack_require__.bind(__webpack_require__, 23551)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2567), __webpack_require__.e(9453), __webpack_require__.e(7317)]).then(__webpack_require__.bind(__webpack_require__, 77674)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2567), __webpack_require__.e(9453), __webpack_require__.e(6406)]).then(__webpack_require__.bind(__webpack_require__, 59453)),
            __webpack_require__.e(/* import() */ 3707).then(__webpack_require__.bind(__webpack_require__, 3707)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1893), __webpack_require__.e(3814), __webpack_require__.e(2787), __webpack_require__.e(1627), __webpack_require__.e(845), __webpack_require__.e(7766), __webpack_require__.e(9060), __webpack_require__.e(4158), __webpack_require__.e(1434), __webpack_require__.e(1723)]).then(__webpack_require__.bind(__webpack_require__, 1434)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8869)]).then(__webpack_require__.bind(__webpack_require__, 58869)),
            __webpack_require__.e(/* import() */ 4191).then(__webpack_require__.bind(__webpack_require__, 94191)),
        ]);
        const { store, bucket } = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_4__.openBucketOf)(recovery, repository, env);
        const { set } = await readVerifiedSet({ store, owner }, host.report, each => (0,_recovery_js__WEBPACK_IMPORTED_MODULE_4__.verifySet)(each, owner, { config, environment, inputs, host: { ...host, env }, signal }));
        const outside = filesOutside(set.manifest, repository, recovery);
        for (const message of outside)
            host.annotate('warning', { message });
        const [checkout, bundle] = [
            await offline.checkoutOf(inputs.config, env),
            await offline.bundleOf(process.argv[1] ?? ''),
        ];
        const signing = { config, path: inputs.config, host: { ...host, env }, signal };
        const sign = documentSigner(signing);
        const programs = offline.programsOn(trustOf(config, environment.trust) !== undefined);
        const versions = {};
        for (const each of programs)
            versions[each.name] = await offline.versionOf(each, env);
        const made = await makeArchive({
            ...{ folder: inputs.folder, owner, set, repository, bucket, programs: versions, now: Date.now },
            registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_5__/* .registryClient */ .R)({ signal }),
            images: imagesFor(set.manifest.images, recovery.worker?.image),
            sources: [...programs.map(offline.programSource), ...bundle, ...checkout.sources],
            config: checkout.config,
            report: host.report,
            sign: sums => signedSums(sign, documentOfSums(owner, sums), host),
        });
        host.report('verifying the archive');
        const problems = await checkArchive(inputs.folder, made.index);
        for (const each of problems)
            host.annotate('error', { message: each });
        host.output('set', problems.length === 0 ? set.id : '');
        host.output('checksum', problems.length === 0 ? made.checksum : '');
        host.report(problems.length === 0
            ? `${inputs.folder} contains everything up to ${set.id}${outside.length === 0 ? '' : ', except those files'}; it does not contain the offline key`
            : `${inputs.folder} is damaged or incomplete: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(problems.length, 'fault')}`);
        if (problems.length === 0)
            host.report(`the SHA-256 of its SHA256SUMS is ${made.checksum}; keep it with the offline key, not on the disk`);
        return problems.length === 0;
    },
});
async function signedSums(sign, document, { annotate }) {
    try {
        return await sign(document);
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        annotate('warning', {
            message: `the archive is not signed, so only its checksum can authenticate it: ${error.sentence}`,
        });
        return undefined;
    }
}
function repositoryIn({ repositories }, name) {
    const withBucket = Object.entries(repositories).filter(([, { store }]) => store?.address !== undefined);
    const [locked, ...more] = withBucket.filter(([, { locked: days }]) => days !== undefined);
    const [only, ...others] = withBucket;
    const usual = locked !== undefined && more.length === 0 ? locked : others.length === 0 ? only : undefined;
    const found = name === '' ? usual : withBucket.find(([each]) => each === name);
    if (found !== undefined)
        return found[0];
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(name === ''
        ? 'slipway.yml does not determine which repository is archived'
        : `the repository ${name} has no bucket in slipway.yml`, `choose ${withBucket.map(([each]) => each).join(', ') || 'a repository whose `store` has an `address`'} with the input \`repository\``);
}


/***/ }),

/***/ 90677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ kustomizeEnvironment),
/* harmony export */   y: () => (/* binding */ kubectlEnvironment)
/* harmony export */ });
/* harmony import */ var _toolkit_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24297);

const names = new Set('HOME USER LOGNAME SHELL TMPDIR TZ LANG'.split(' '));
const prefixes = [
    ...['LC_', 'XDG_', 'KUBE', 'AWS_', 'GOOGLE_', 'CLOUDSDK_', 'AZURE_', 'AAD_', 'ARM_', 'OCI_'],
    ...['DIGITALOCEAN_', 'ACTIONS_ID_TOKEN_REQUEST_'],
];
function kubectlEnvironment(env = process.env) {
    const passes = (name) => names.has(name) || prefixes.some(prefix => name.startsWith(prefix));
    const own = Object.entries(env).filter(([name]) => passes(name));
    return { ...(0,_toolkit_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .networkEnvironment */ .m)(env), ...Object.fromEntries(own) };
}
const ofGit = /^(SSH_AUTH_SOCK|SSH_AGENT_PID|GIT_(SSH|SSH_COMMAND|ASKPASS|TERMINAL_PROMPT|SSL_CAINFO)|GIT_CONFIG_\w+)$/;
function kustomizeEnvironment(env = process.env) {
    const git = Object.entries(env).filter(([name]) => ofGit.test(name));
    return { ...kubectlEnvironment(env), ...Object.fromEntries(git) };
}


/***/ }),

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

/***/ 65679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ reachFlags)
/* harmony export */ });
function reachFlags({ context, kubeconfig }) {
    return [
        ...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]),
        ...(context === undefined ? [] : [`--context=${context}`]),
    ];
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

/***/ 63114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);




async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(562), __webpack_require__.e(6715), __webpack_require__.e(3146), __webpack_require__.e(5033)]).then(__webpack_require__.bind(__webpack_require__, 74040));
    const config = parseConfig(text, path);
    if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
        const { requireQueries } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6828), __webpack_require__.e(562), __webpack_require__.e(6715), __webpack_require__.e(3146), __webpack_require__.e(3180)]).then(__webpack_require__.bind(__webpack_require__, 28061));
        requireQueries(config, text, path);
    }
    return config;
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    if (Object.keys(config.environments).length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`slipway.yml of ${config.app} has no environments to release to`, 'add the environment to `environments:`');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
}
function configFor(config, { repositories = {} }) {
    const all = [config, ...Object.values(config.environments)];
    const images = Object.entries(config.images).map(([name, image]) => {
        const repository = repositories[name] ?? image.repository;
        const places = all.flatMap(each => 'images' in each ? image.repository : (each.repositories?.[name] ?? []));
        const elsewhere = [...new Set(places)].filter(place => place !== repository);
        return [name, { ...image, repository, elsewhere }];
    });
    return { ...config, images: Object.fromEntries(images) };
}
async function readBytes(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_2__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        const problem = readProblems[String(error.code)];
        if (problem === undefined)
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: ${problem}`, 'name the path of slipway.yml with the `config` input', {
            cause: error,
        });
    }
}
const readProblems = {
    ENOENT: 'the file does not exist',
    ENOTDIR: 'the file does not exist',
    EISDIR: 'this is a folder, not a file',
    EACCES: 'the file cannot be read',
};


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the `config` input') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   U8: () => (/* binding */ leasePath),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
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

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 24297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ variableIn),
/* harmony export */   m: () => (/* binding */ networkEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const names = new Set([
    ...['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
    ...proxies,
    ...proxies.map(name => name.toLowerCase()),
]);
function networkEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => names.has(name)));
}
function variableIn(name, env) {
    const value = env[name]?.trim() ?? '';
    const path = env[`${name}_FILE`] ?? '';
    if (value !== '' || path === '')
        return value;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 94826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withFolder),
/* harmony export */   l: () => (/* binding */ newFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const newFolder = ({ RUNNER_TEMP }, name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), `slipway-${name}-`));
async function withFolder(env, name, use) {
    const folder = await newFolder(env, name);
    try {
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
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


/***/ })

};
