export const id = 3917;
export const ids = [3917,8961];
export const modules = {

/***/ 20553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isRaced),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   b$: () => (/* binding */ ClusterError),
/* harmony export */   cb: () => (/* binding */ MissingPermission),
/* harmony export */   dh: () => (/* binding */ isConflict),
/* harmony export */   dt: () => (/* binding */ missingPermissionIn),
/* harmony export */   hC: () => (/* binding */ ifNotAllowed),
/* harmony export */   qj: () => (/* binding */ actionOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
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
class MissingPermission extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(what) {
        super(`the credential is not allowed to ${what}`, 'grant the permission with a Role; `slipway rbac` writes one that suffices (docs/permissions.md)');
    }
}
const ifNotAllowed = (value) => (error) => {
    if (error instanceof MissingPermission)
        return value;
    throw error;
};
function missingPermissionIn(status, body) {
    const match = /is forbidden: User ".*?" cannot (\S+) resource "(\S+?)" in API group "(\S*?)"(?: in the namespace "(\S+?)")?/.exec(parseStatus(body).message);
    if (status !== 403 || match === null)
        return undefined;
    const [, verb, path = '', group, namespace] = match;
    const [plural, ...subresource] = path.split('/');
    const name = [group ? `${plural}.${group}` : plural, ...subresource].join('/');
    return new MissingPermission(`${verb} ${name}${namespace === undefined ? '' : ` in namespace ${namespace}`}`);
}
function unreachable(cause, pluginSaid = '') {
    if (!(cause instanceof ClusterError))
        return cause;
    if (cause.status === 401) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the cluster does not accept the credential of the kubeconfig', 'renew it or log in again', { cause });
    }
    if (cause.status < 500)
        return cause;
    if (/\b(127\.0\.0\.1|localhost|\[::1\]):8080\b/.test(cause.message)) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no cluster was found: localhost:8080, which kubectl uses without a readable kubeconfig, does not answer', 'log in to the cluster first, or set KUBECONFIG to a file that exists', { cause });
    }
    const [why = ''] = cause.serverMessage.slice(0, 200).split('\n');
    const failed = /^getting credentials: (.*)/.exec(why)?.[1];
    if (failed !== undefined) {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the plugin of the kubeconfig gives no credential: ${[failed, pluginSaid].filter(Boolean).join(': ')}`, 'log in again, or install the plugin; it gets only some variables of the environment (docs/cluster.md)', { cause });
    }
    if (why.includes('x509:')) {
        const remedy = why.includes('expired or is not yet valid')
            ? 'renew the certificate of the API server, or correct the clock of this machine'
            : 'check the CA, which is `certificate-authority-data` in the kubeconfig or `ca` in slipway.yml, and the server address';
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the certificate of the API server is not accepted: ${why}`, remedy, { cause });
    }
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the API server does not answer: ${why}`, 'check the server address in the kubeconfig, and that this machine can reach it', { cause });
}
function parseStatus(body) {
    const status = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body);
    if (status === undefined)
        return { reason: '', message: body.trim().slice(0, 300) };
    return { reason: String(status.reason ?? ''), message: String(status.message ?? '') };
}


/***/ }),

/***/ 14485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   H5: () => (/* binding */ eventsOfWorkloads),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   VL: () => (/* binding */ withQuery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   uO: () => (/* binding */ apiVersionOf)
/* harmony export */ });
function builtIn(group, version, plural, kind, namespaced = true) {
    return { group, version, plural, kind, namespaced };
}
const resources = {
    configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
    secret: builtIn('', 'v1', 'secrets', 'Secret'),
    service: builtIn('', 'v1', 'services', 'Service'),
    pod: builtIn('', 'v1', 'pods', 'Pod'),
    pvc: builtIn('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
    event: builtIn('', 'v1', 'events', 'Event'),
    serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
    node: builtIn('', 'v1', 'nodes', 'Node', false),
    namespace: builtIn('', 'v1', 'namespaces', 'Namespace', false),
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
    storageClass: builtIn('storage.k8s.io', 'v1', 'storageclasses', 'StorageClass', false),
    gatewayClass: builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass', false),
};
const leadsElsewhere = /[/%?#]|^\.{1,2}$/;
function pathOf(resource, namespace, name) {
    for (const segment of [namespace, name ?? ''])
        if (leadsElsewhere.test(segment))
            throw new Error(`"${segment}" cannot be a name in the cluster`);
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${rootOf(resource)}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
const rootOf = ({ group, version }) => group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
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
        const group = groupOf({ apiVersion });
        const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
        if (known !== undefined && !group.includes('gateway'))
            return known;
        const list = this.#lists.get(apiVersion) ?? this.#cluster.get(rootOf({ group, version }));
        this.#lists.set(apiVersion, list);
        const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
        return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
    }
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}
const eventsOfWorkloads = builtIn('events.k8s.io', 'v1', 'events', 'Event');
const groupOf = ({ apiVersion = '' }) => apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
function named(item, { apiVersion, kind = '' }) {
    if (apiVersion === undefined || !/.List$/.test(kind))
        return item;
    return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}


/***/ }),

/***/ 12613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readAttached),
/* harmony export */   x: () => (/* binding */ listedOf)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _registry_contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23931);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48961);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93769);







const largest = 64 * 1024;
const atOnce = 8;
async function listedOf(registry, repository, about) {
    const all = await registry.referrers(repository, about.digest);
    return all.filter(entry => (0,_proof_js__WEBPACK_IMPORTED_MODULE_3__/* .mayBeAbout */ .Yz)(entry, about));
}
async function readAttached(registry, reference, about) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference);
    const subject = { ...about, digest };
    const proofs = [];
    const withdrawals = [];
    const rejected = [];
    const listed = await listedOf(registry, repository, subject);
    const read = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__.mapOf)(listed, atOnce, entry => readOne(registry, repository, subject, entry));
    read.forEach((statement, index) => {
        if (typeof statement !== 'string')
            'verifiedAt' in statement ? proofs.push(statement) : withdrawals.push(statement);
        else if (listed[index]?.artifactType === _proof_js__WEBPACK_IMPORTED_MODULE_3__/* .proofType */ .zF)
            rejected.push(statement);
        else if (!statement.startsWith(_proof_js__WEBPACK_IMPORTED_MODULE_3__/* .speaksOfElse */ .sS))
            throw unreadable(reference, about.environment, statement);
    });
    return { reference, proofs, withdrawals, rejected };
}
async function readOne(registry, repository, subject, { digest, artifactType }) {
    const manifest = await registry.manifest(repository, digest);
    if (manifest === undefined)
        return 'is listed but missing';
    const layer = layerOf(manifest.body, artifactType, subject.digest);
    if (typeof layer === 'string')
        return layer;
    const blob = await registry.blob(repository, layer.digest);
    if (blob === undefined)
        return 'has no content';
    return (0,_proof_js__WEBPACK_IMPORTED_MODULE_3__/* .readStatement */ .cO)(artifactType, Buffer.from(blob).toString('utf8'), subject);
}
function layerOf(body, artifactType, image) {
    const manifest = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonMap */ .vM)(body);
    if (manifest === undefined)
        return 'is not a manifest';
    if (manifest.artifactType !== artifactType)
        return 'has another type than listed';
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(manifest.subject) || manifest.subject.digest !== image)
        return 'is attached to another image';
    const [layer, ...more] = Array.isArray(manifest.layers) ? manifest.layers : [];
    const only = more.length > 0 ? undefined : (0,_registry_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .descriptorOf */ .nb)(layer);
    if (only === undefined)
        return 'does not have exactly one layer';
    return only.size > largest ? 'is too large' : only;
}
const unreadable = (reference, environment, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the withdrawal of ${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .shortDigests */ .s)(reference)} in ${environment} cannot be read: it ${problem}`, 'use the version of Slipway that wrote it, or set the input `force` to a reason');


/***/ }),

/***/ 93769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ isProofOf),
/* harmony export */   JI: () => (/* binding */ isSigned),
/* harmony export */   Yq: () => (/* binding */ saysTheSame),
/* harmony export */   Yz: () => (/* binding */ mayBeAbout),
/* harmony export */   _N: () => (/* binding */ withdrawalType),
/* harmony export */   cO: () => (/* binding */ readStatement),
/* harmony export */   j8: () => (/* binding */ withdrawalOf),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   sS: () => (/* binding */ speaksOfElse),
/* harmony export */   zF: () => (/* binding */ proofType)
/* harmony export */ });
/* unused harmony export annotation */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91490);


const proofType = 'application/vnd.slipway.verification.v1+json';
const withdrawalType = 'application/vnd.slipway.withdrawal.v1+json';
function artifactOf(statement) {
    const { app, environment, release } = statement;
    const isProof = 'verifiedAt' in statement;
    return {
        artifactType: isProof ? proofType : withdrawalType,
        content: Buffer.from((0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(statement)),
        annotations: {
            [annotation.app]: app,
            [annotation.environment]: environment,
            [annotation.release]: String(release),
            [annotation.at]: isProof ? statement.verifiedAt : statement.withdrawnAt,
        },
    };
}
const annotation = {
    app: 'dev.slipway.app',
    environment: 'dev.slipway.environment',
    release: 'dev.slipway.release',
    at: 'dev.slipway.at',
};
function mayBeAbout({ artifactType, annotations }, { app, environment }) {
    const fits = (key, value) => (annotations[key] ?? value) === value;
    return ((artifactType === proofType || artifactType === withdrawalType) &&
        fits(annotation.app, app) &&
        fits(annotation.environment, environment));
}
const isProofOf = ({ artifactType, annotations }, release) => artifactType === proofType && (annotations[annotation.release] ?? String(release)) === String(release);
function saysTheSame(entry, statement) {
    const { artifactType, annotations } = artifactOf(statement);
    return entry.artifactType === artifactType && (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(entry.annotations) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(annotations);
}
const speaksOfElse = 'is about another ';
function readStatement(type, text, about) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(text);
    if (value === undefined)
        return 'is not a JSON object';
    const { schema, app, environment, digest, image, release, ...rest } = value;
    if (schema !== 1)
        return `has the schema ${shown(schema)}, which this version does not support`;
    for (const [key, found, wanted] of [
        ['app', app, about.app],
        ['environment', environment, about.environment],
        ['digest', digest, about.digest],
    ])
        if (found !== wanted)
            return `${speaksOfElse}${key}: ${shown(found)}, not ${wanted}`;
    if (typeof release !== 'number' || !Number.isSafeInteger(release) || release < 0)
        return `has no valid release number: ${shown(release)}`;
    if (typeof image !== 'string')
        return `has no valid image name: ${shown(image)}`;
    const known = { schema: 1, ...about, release, image };
    if (type === withdrawalType) {
        const { withdrawnAt, reason } = rest;
        if (!isMoment(withdrawnAt))
            return `has no valid time: ${shown(withdrawnAt)}`;
        return { ...known, withdrawnAt, reason: textOf(reason) };
    }
    const { verifiedAt, run, actor, commit } = rest;
    if (!isMoment(verifiedAt))
        return `has no valid time: ${shown(verifiedAt)}`;
    const more = typeof commit === 'string' ? { commit } : {};
    return { ...known, verifiedAt, run: textOf(run), actor: textOf(actor), ...more };
}
const isSigned = (proof, predicates) => predicates.some(each => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(each) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(proof));
const withdrawalOf = (proof, withdrawals) => withdrawals.find(({ release, withdrawnAt }) => release === proof.release && Date.parse(withdrawnAt) >= Date.parse(proof.verifiedAt));
const textOf = (value) => (typeof value === 'string' ? value : 'unknown');
function shown(value) {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
function isMoment(value) {
    return (typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
        !Number.isNaN(Date.parse(value)));
}


/***/ }),

/***/ 23931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   Zc: () => (/* binding */ readTree),
/* harmony export */   _9: () => (/* binding */ inspected),
/* harmony export */   j$: () => (/* binding */ IncompleteError),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   n3: () => (/* binding */ compressedSize),
/* harmony export */   nb: () => (/* binding */ descriptorOf)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99532);




class IncompleteError extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
}
const deepest = 4;
const most = 1000;
const mostBytes = 64 * 2 ** 20;
async function readTree(source, { digest, mediaType }, name) {
    const root = await source.manifest(digest, mediaType);
    if (root === undefined)
        return undefined;
    const manifests = new Map();
    const blobs = new Map();
    const images = [];
    const attestations = new Set();
    let bytes = 0;
    const visit = async (raw, platform, depth) => {
        const attested = platform === 'unknown/unknown';
        if (manifests.has(raw.digest)) {
            if (attested ? images.some(each => each.digest === raw.digest) : attestations.has(raw.digest))
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name}@${digest} lists ${raw.digest} both as an image and as an attestation`, 'find out what made this index, and build it again');
            return;
        }
        bytes += raw.body.length;
        if (depth > deepest || manifests.size >= most || bytes > mostBytes)
            throw new IncompleteError(`${name}@${digest} has too many manifests, or they are too large`, 'push it again as one plain index');
        const contents = contentsOf(raw, name);
        if (contents.kind === 'image') {
            for (const blob of [contents.config, ...contents.layers])
                blobs.set(blob.digest, blob);
            const { config, layers } = contents;
            const named = platform ?? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseConfigPlatform */ .jN)((await source.config(config.digest)) ?? Buffer.of());
            if (attested)
                attestations.add(raw.digest);
            else
                images.push({ platform: named, digest: raw.digest, config, layers });
        }
        else {
            for (const child of contents.manifests) {
                const found = await source.manifest(child.digest, child.mediaType);
                if (found === undefined)
                    throw new IncompleteError(`${name} is missing the manifest ${child.digest} of ${digest}`, 'push it again');
                await visit(found, child.platform, depth + 1);
            }
        }
        manifests.set(raw.digest, raw);
    };
    await visit(root, undefined, 1);
    return {
        root,
        manifests: [...manifests.values()],
        blobs: [...blobs.values()].filter(blob => !isForeign(blob)),
        images,
    };
}
function inspected({ images }) {
    return {
        platforms: images.map(image => ({
            platform: image.platform ?? 'unknown',
            bytes: compressedSize(image),
            layers: image.layers.map(({ digest, size }) => ({ digest, bytes: size })),
        })),
    };
}
function compressedSize({ config, layers }) {
    const sizes = new Map([config, ...layers].map(({ digest, size }) => [digest, size]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
function contentsOf({ body, mediaType, digest }, name) {
    const kind = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(body, mediaType)?.kind;
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(body) ?? {};
    const list = (value) => (Array.isArray(value) ? value.map(descriptorOf) : [undefined]);
    if (kind === 'index') {
        const manifests = list(document.manifests);
        if (manifests.every(each => each !== undefined))
            return { kind, manifests };
    }
    else if (kind === 'image') {
        const config = descriptorOf(document.config);
        const layers = list(document.layers);
        if (config !== undefined && layers.every(each => each !== undefined))
            return { kind, config, layers };
    }
    throw new IncompleteError(`${name}@${digest} is not a container image`, 'choose an image that a build tool has pushed');
}
function descriptorOf(value) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(value))
        return undefined;
    const { size, platform } = value;
    const { mediaType = '', digest = '' } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textMap */ .sP)(value);
    if (!(0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    return { mediaType, digest, size, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .defined */ .sw)({ platform: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .platformOf */ .tj)(platform) }) };
}
function isForeign({ mediaType }) {
    return mediaType.includes('.foreign.') || mediaType.includes('.nondistributable.');
}


/***/ }),

/***/ 99532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Gh: () => (/* binding */ artifactTypeOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Yj: () => (/* binding */ rawManifest),
/* harmony export */   jN: () => (/* binding */ parseConfigPlatform),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   tj: () => (/* binding */ platformOf),
/* harmony export */   wm: () => (/* binding */ imageType),
/* harmony export */   xt: () => (/* binding */ indexType)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const indexType = 'application/vnd.oci.image.index.v1+json';
const imageType = 'application/vnd.oci.image.manifest.v1+json';
const indexTypes = [indexType, 'application/vnd.docker.distribution.manifest.list.v2+json'];
const imageTypes = [imageType, 'application/vnd.docker.distribution.manifest.v2+json'];
const manifestTypes = [...indexTypes, ...imageTypes];
function parseManifest(body, type) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body);
    if (document === undefined)
        return undefined;
    const { mediaType = type.split(';', 1).join('').trim() } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(document);
    if (indexTypes.includes(mediaType) || (mediaType === '' && Array.isArray(document.manifests))) {
        const entries = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(document.manifests).filter(entry => platformOf(entry.platform) !== 'unknown/unknown');
        return {
            kind: 'index',
            mediaType,
            platforms: [...new Set(entries.flatMap(entry => platformOf(entry.platform) ?? []))],
            children: entries.map(entry => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(entry).digest ?? '').filter(_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc),
        };
    }
    const { digest: config = '' } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(document.config);
    return imageTypes.includes(mediaType) && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(config)
        ? { kind: 'image', mediaType, config }
        : undefined;
}
function artifactTypeOf(body) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body);
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([document?.artifactType, (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(document?.config).mediaType])[0];
}
function parseConfigPlatform(body) {
    return platformOf((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(body));
}
function rawManifest(mediaType, fields) {
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...fields }));
    return { digest: digestOf(body), mediaType, body };
}
function digestOf(body, algorithm = 'sha256') {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(body).digest('hex')}`;
}
function fits(body, digest) {
    return digestOf(body, digest.startsWith('sha512:') ? 'sha512' : 'sha256') === digest;
}
function platformOf(value) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value))
        return undefined;
    const { os, architecture, variant } = value;
    const named = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([os, architecture]);
    return named.length < 2 ? undefined : [...named, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)([variant])].join('/');
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function serialQueue() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ })

};
