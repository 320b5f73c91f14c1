export const id = 2787;
export const ids = [2787,8961];
export const modules = {

/***/ 92787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exportIn: () => (/* binding */ exportIn),
/* harmony export */   fileNames: () => (/* binding */ fileNames),
/* harmony export */   holds: () => (/* binding */ holds),
/* harmony export */   knownIn: () => (/* binding */ knownIn),
/* harmony export */   listingIn: () => (/* binding */ listingIn),
/* harmony export */   packedListing: () => (/* binding */ packedListing),
/* harmony export */   passphraseIn: () => (/* binding */ passphraseIn),
/* harmony export */   readIdentities: () => (/* binding */ readIdentities),
/* harmony export */   secretsIn: () => (/* binding */ secretsIn)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77462);
/* harmony import */ var _cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54328);
/* harmony import */ var _cluster_objects_order_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88325);
/* harmony import */ var _files_listing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27833);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7322);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(33688);
/* harmony import */ var _sets_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(58888);













const short = (name) => (name.length <= 150 ? name : (0,_checksum_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256Of */ .Bj)(name));
const fileNames = {
    objects: 'objects.json',
    sealedObjects: 'objects.age',
    secrets: 'secrets.age',
    passphrase: (repository) => `passphrase-${short(repository)}.age`,
    volume: (pvc) => `volume-${short(pvc)}.json.gz`,
    bucket: (name) => `bucket-${short(name)}.json.gz`,
    redis: (name) => `redis-${short(name)}.age`,
};
const packedListing = (listing) => (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.gzipSync)((0,_files_listing_js__WEBPACK_IMPORTED_MODULE_8__/* .formatListing */ .Qc)(listing));
async function readIdentities(path) {
    const failed = (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .unreadable */ .O)(`the key file ${path}`, 'give the path of the file that `age-keygen` wrote');
    return (0,_sealing_js__WEBPACK_IMPORTED_MODULE_9__/* .parseIdentities */ .go)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch(failed));
}
async function listingIn(at, name, most = node_buffer__WEBPACK_IMPORTED_MODULE_0__.constants.MAX_STRING_LENGTH) {
    const packed = await (0,_sets_js__WEBPACK_IMPORTED_MODULE_11__.readFileOf)(at, name);
    let unpacked;
    try {
        unpacked = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.gunzipSync)(packed, { maxOutputLength: most });
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${name} of the backup set ${at.set.id} cannot be unpacked: it is damaged or too large`, 'use another backup set', { cause });
    }
    return (0,_files_listing_js__WEBPACK_IMPORTED_MODULE_8__/* .parseListing */ ._S)(unpacked.toString('utf8'));
}
async function exportIn(at, identities) {
    const objects = await plainObjectsIn(at);
    const { sealedObjects: sealed = [] } = at.set.manifest;
    if (sealed.length === 0)
        return objects;
    if (identities.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(sealed.length, 'object')} in the backup set ${at.set.id} may hold secrets and ${sealed.length === 1 ? 'is' : 'are'} encrypted: ${sealed.slice(0, 3).join(', ')}${sealed.length > 3 ? ', …' : ''}`, 'set the input `offline-key-file` to the path of the offline key');
    const opened = await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_9__/* .decryptAge */ .fN)(await (0,_sets_js__WEBPACK_IMPORTED_MODULE_11__.readFileOf)(at, fileNames.sealedObjects), identities);
    return (0,_cluster_objects_order_js__WEBPACK_IMPORTED_MODULE_7__/* .inOrder */ .al)([...objects, ...(0,_cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_6__/* .parseExport */ ._p)(textOf(opened))]);
}
const plainObjectsIn = async (at) => (0,_cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_6__/* .parseExport */ ._p)(textOf(await (0,_sets_js__WEBPACK_IMPORTED_MODULE_11__.readFileOf)(at, fileNames.objects)));
const secretsIn = async (at, identities) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_10__/* .openSecrets */ .cA)(await (0,_sets_js__WEBPACK_IMPORTED_MODULE_11__.readFileOf)(at, fileNames.secrets), identities);
const passphraseIn = async (at, repository, identities) => textOf(await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_9__/* .decryptAge */ .fN)(await (0,_sets_js__WEBPACK_IMPORTED_MODULE_11__.readFileOf)(at, fileNames.passphrase(repository)), identities));
async function knownIn(at) {
    const { manifest } = at.set;
    if (!holds(manifest, fileNames.objects))
        return undefined;
    return { plain: await plainObjectsIn(at), sealed: manifest.sealedObjects ?? [] };
}
const holds = ({ attachments = [] }, file) => attachments.some(({ name }) => name === file);
const textOf = (bytes) => Buffer.from(bytes).toString('utf8');


/***/ }),

/***/ 54328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mQ: () => (/* binding */ countsOf),
  m9: () => (/* binding */ exportNamespace),
  Mh: () => (/* binding */ formatExport),
  _p: () => (/* binding */ parseExport)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var cluster_resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/discovery.js


const measured = /(^|\.)metrics\.k8s\.io$/;
async function kindsOf(cluster) {
    const { groups } = (await cluster.get('/apis')) ?? { groups: [] };
    const core = {
        name: '',
        versions: [{ groupVersion: 'v1', version: 'v1' }],
        preferredVersion: { version: 'v1' },
    };
    const unread = [];
    const resources = [];
    for (const group of [core, ...groups.filter(({ name }) => !measured.test(name))]) {
        const preferred = group.preferredVersion.version;
        const known = new Set();
        const versions = group.versions.toSorted((a, b) => Number(b.version === preferred) - Number(a.version === preferred));
        for (const { version } of versions) {
            const listed = await listOf(cluster, group.name, version);
            if (listed === undefined)
                unread.push(`${group.name}/${version}`);
            for (const each of listed ?? []) {
                if (known.has(each.kind) || !isKept(each))
                    continue;
                known.add(each.kind);
                resources.push({ group: group.name, version, plural: each.name, kind: each.kind, namespaced: true });
            }
        }
    }
    return { resources, unread };
}
async function listOf(cluster, group, version) {
    const path = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
    try {
        return (await cluster.get(path))?.resources;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && !(error instanceof cluster_errors/* ClusterError */.b$))
            throw error;
        return undefined;
    }
}
const isKept = ({ name, namespaced, verbs }) => namespaced && !name.includes('/') && ['list', 'create'].every(verb => verbs.includes(verb));

// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/order.js
var order = __webpack_require__(88325);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(83622);
;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/references.js

const fields = {
    storageClassName: 'StorageClass',
    volumeName: 'PersistentVolume',
    ingressClassName: 'IngressClass',
    gatewayClassName: 'GatewayClass',
    priorityClassName: 'PriorityClass',
    runtimeClassName: 'RuntimeClass',
};
function referencesOf(objects) {
    const found = new Map();
    const add = (kind, name) => {
        if (typeof name === 'string' && name !== '')
            found.set(`${kind} ${name}`, { kind, name });
    };
    const visit = (value) => {
        if (Array.isArray(value))
            for (const each of value)
                visit(each);
        if (!(0,map/* isMap */.jh)(value))
            return;
        for (const [name, each] of Object.entries(value)) {
            const kind = fields[name];
            if (kind !== undefined)
                add(kind, each);
            visit(each);
        }
        const { roleRef } = value;
        if ((0,map/* isMap */.jh)(roleRef) && roleRef.kind === 'ClusterRole')
            add('ClusterRole', roleRef.name);
    };
    visit(objects);
    return [...found.values()].sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
}
function groupsDefined(objects) {
    const groups = objects.map(({ apiVersion }) => apiVersion.split('/')).filter(parts => parts.length === 2);
    return [...new Set(groups.map(([group = '']) => group))].filter(group => group.includes('.')).sort();
}
function bindsAccountOf(namespace, binding) {
    const { subjects } = binding;
    return (0,map/* mapsIn */.nf)(subjects).some(each => each.kind === 'ServiceAccount' && each.namespace === namespace);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/selection.js

const excludedKinds = new Set([
    ...['Event', 'Endpoints', 'EndpointSlice', 'Lease', 'Secret', 'ControllerRevision'],
    ...['CSIStorageCapacity', 'IPAddress', 'PodMetrics'],
]);
function selected(objects) {
    const uids = new Set(objects.map(({ metadata }) => metadata?.uid));
    return objects.filter(object => {
        const { kind = '', metadata } = object;
        if (excludedKinds.has(kind) || metadata?.deletionTimestamp !== undefined)
            return false;
        const controller = metadata?.ownerReferences?.find(owner => owner.controller === true);
        if (controller !== undefined && kind !== 'PersistentVolumeClaim')
            return kind !== 'Pod' && !uids.has(controller.uid);
        return !isNotNeeded(object);
    });
}
function isNotNeeded({ kind, metadata, ...rest }) {
    const name = metadata?.name ?? '';
    if (kind === 'ConfigMap')
        return name === 'kube-root-ca.crt';
    if (kind === 'Job' || kind === 'Pod')
        return isOver(rest);
    if (kind !== 'ServiceAccount' || name !== 'default')
        return false;
    const marks = Object.keys({ ...metadata?.labels, ...metadata?.annotations });
    return marks.length === 0 && (0,map/* mapsIn */.nf)(rest.imagePullSecrets).length === 0;
}
function isOver({ status }) {
    const { phase, conditions } = (status ?? {});
    if (phase === 'Succeeded' || phase === 'Failed')
        return true;
    return (0,map/* mapsIn */.nf)(conditions).some(({ type, status: state }) => (type === 'Complete' || type === 'Failed') && state === 'True');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/exporting.js









const atOnce = 8;
async function exportNamespace(cluster, namespace) {
    const own = await cluster.get(`/api/v1/namespaces/${encodeURIComponent(namespace)}`);
    if (own === undefined)
        throw new errors/* UserError */.yo(`the namespace ${namespace} does not exist in the cluster`, 'correct its name');
    const { resources, unread } = await kindsOf(cluster);
    const wanted = resources.filter(({ kind }) => !excludedKinds.has(kind));
    const lists = await (0,parallel.mapOf)(wanted, atOnce, async (resource) => (await cluster.list((0,cluster_resources/* pathOf */.XM)(resource, namespace))).items.map(each => typed(each, resource)));
    const live = selected(lists.flat());
    const clusterScoped = await clusterScopedObjects(cluster, namespace, live, live.map(portable/* portable */.O));
    const namespaceObject = { ...own, apiVersion: 'v1', kind: 'Namespace' };
    return {
        objects: (0,order/* inOrder */.al)([namespaceObject, ...clusterScoped.objects, ...live].map(portable/* portable */.O)),
        missing: clusterScoped.missing,
        unread: unread.map(group => `the API group ${group} does not answer, so its objects are not in the export`),
    };
}
const typed = (object, { group, version, kind }) => ({
    ...object,
    apiVersion: group === '' ? version : `${group}/${version}`,
    kind,
});
const places = {
    StorageClass: '/apis/storage.k8s.io/v1/storageclasses',
    PersistentVolume: '/api/v1/persistentvolumes',
    IngressClass: '/apis/networking.k8s.io/v1/ingressclasses',
    GatewayClass: '/apis/gateway.networking.k8s.io/v1/gatewayclasses',
    PriorityClass: '/apis/scheduling.k8s.io/v1/priorityclasses',
    RuntimeClass: '/apis/node.k8s.io/v1/runtimeclasses',
    ClusterRole: '/apis/rbac.authorization.k8s.io/v1/clusterroles',
};
async function clusterScopedObjects(cluster, namespace, live, exported) {
    const bindings = (await cluster.list('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings')).items;
    const ours = bindings.filter(each => bindsAccountOf(namespace, each));
    const named = await (0,parallel.mapOf)(referencesOf([...live, ...ours]), atOnce, async (reference) => {
        const { kind, name } = reference;
        return { reference, found: await cluster.get(`${places[kind]}/${encodeURIComponent(name)}`) };
    });
    const groups = new Set(groupsDefined(exported));
    const kinds = new Set(exported.map(order/* kindOf */.I));
    const definitions = groups.size === 0
        ? []
        : (await cluster.list('/apis/apiextensions.k8s.io/v1/customresourcedefinitions')).items;
    const used = definitions.filter(({ spec }) => {
        if (!(0,map/* isMap */.jh)(spec) || !groups.has(String(spec.group)) || !(0,map/* isMap */.jh)(spec.names))
            return false;
        return kinds.has(`${spec.group}/${spec.names.kind}`);
    });
    const found = named.map(each => each.found).filter(each => each !== undefined);
    return {
        objects: [...used, ...found, ...ours].filter(each => !isBuiltIn(each)),
        missing: named
            .filter(each => each.found === undefined)
            .map(({ reference: { kind, name } }) => `the ${kind} ${name} does not exist, but objects of ${namespace} refer to it: they could not be restored`),
    };
}
function isBuiltIn({ metadata }) {
    const { name = '', labels, annotations } = metadata ?? {};
    return (name.startsWith('system-') ||
        labels?.['kubernetes.io/bootstrapping'] !== undefined ||
        annotations?.['rbac.authorization.kubernetes.io/autoupdate'] !== undefined);
}
function countsOf({ objects }) {
    const counts = new Map();
    for (const each of objects)
        counts.set((0,order/* kindOf */.I)(each), (counts.get((0,order/* kindOf */.I)(each)) ?? 0) + 1);
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function formatExport({ objects }) {
    return `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }, undefined, 1)}\n`;
}
function parseExport(text) {
    const document = (0,map/* jsonMap */.vM)(text);
    const objects = (0,map/* mapsIn */.nf)(document?.items);
    const whole = objects.every(({ apiVersion, kind, metadata }) => typeof apiVersion === 'string' && typeof kind === 'string' && (0,map/* isMap */.jh)(metadata) && metadata.name);
    if (document?.kind === 'List' &&
        Array.isArray(document.items) &&
        objects.length === document.items.length &&
        whole)
        return objects;
    throw new errors/* UserError */.yo('the export of the cluster cannot be read: it is not a list of objects', 'use an unmodified export, or another backup set');
}


/***/ }),

/***/ 88325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   al: () => (/* binding */ inOrder)
/* harmony export */ });
const stages = [
    ['Namespace'],
    ['CustomResourceDefinition'],
    ['StorageClass', 'IngressClass', 'GatewayClass', 'PriorityClass', 'RuntimeClass', 'PersistentVolume'],
    ['ServiceAccount', 'ClusterRole', 'Role'],
    ['ClusterRoleBinding', 'RoleBinding'],
    ['NetworkPolicy', 'ResourceQuota', 'LimitRange'],
    ['ConfigMap', 'Secret'],
    ['PersistentVolumeClaim'],
    ['Service'],
    [],
    ['PodDisruptionBudget'],
    ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Pod', 'Job', 'CronJob'],
    [
        'HorizontalPodAutoscaler',
        'Ingress',
        'Gateway',
        'HTTPRoute',
        'GRPCRoute',
        'TCPRoute',
        'TLSRoute',
        'UDPRoute',
    ],
];
const others = stages.findIndex(kinds => kinds.length === 0);
const stageOf = new Map(stages.flatMap((kinds, stage) => kinds.map(kind => [kind, stage])));
const rank = ({ kind }) => stageOf.get(kind) ?? others;
function inOrder(objects) {
    return objects.toSorted((a, b) => rank(a) - rank(b) || compare(keyOf(a), keyOf(b)));
}
function keyOf(object) {
    const { name, namespace } = object.metadata;
    return `${kindOf(object)} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
function kindOf({ apiVersion, kind }) {
    const slash = apiVersion.indexOf('/');
    return slash < 0 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}
const compare = (a, b) => (a < b ? -1 : Number(a > b));


/***/ }),

/***/ 83622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ portable),
/* harmony export */   r: () => (/* binding */ movedTo)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

const ofCluster = /^(slipway\.dev\/files|kubectl\.kubernetes\.io\/(last-applied-configuration|restartedAt)|deployment\.kubernetes\.io\/revision|pv\.kubernetes\.io\/.+|volume\.(beta\.)?kubernetes\.io\/(selected-node|storage-provisioner|storage-resizer)|control-plane\.alpha\.kubernetes\.io\/leader|deprecated\.daemonset\.template\.generation)$/;
const labelsOfCluster = {
    Namespace: /^kubernetes\.io\/metadata\.name$/,
    Pod: /^topology\.kubernetes\.io\/(region|zone)$/,
    Job: /^(batch\.kubernetes\.io\/)?(controller-uid|job-name)$/,
};
const nothing = /$^/;
function portable(object) {
    const { status: _, metadata = {}, ...rest } = object;
    const { name = '', namespace, labels, annotations } = metadata;
    const kept = without(annotations, ofCluster);
    const own = without(labels, labelsOfCluster[object.kind ?? ''] ?? nothing);
    return plain({
        ...rest,
        ...ofKind[object.kind ?? '']?.(rest),
        metadata: {
            name,
            ...(namespace === undefined ? {} : { namespace }),
            ...(isEmpty(own) ? {} : { labels: own }),
            ...(isEmpty(kept) ? {} : { annotations: kept }),
        },
    });
}
const ofKind = {
    Namespace: () => ({ spec: undefined }),
    ServiceAccount: () => ({ secrets: undefined }),
    Service: ({ spec }) => ({ spec: ofService(spec) }),
    PersistentVolumeClaim: ({ spec }) => ({ spec: drop(spec, 'volumeName') }),
    PersistentVolume: ({ spec }) => ({
        spec: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec) ? { ...spec, claimRef: drop(spec.claimRef, 'uid', 'resourceVersion') } : spec,
    }),
    StatefulSet: ({ spec }) => ({ spec: ofStatefulSet(spec) }),
    Job: ({ spec }) => ({ spec: ofJob(spec) }),
    Pod: ({ spec }) => ({ spec: ofPod(spec) }),
};
function ofService(spec) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec))
        return spec;
    const headless = spec.clusterIP === 'None';
    return {
        ...drop(spec, 'clusterIPs', 'healthCheckNodePort', 'ipFamilies'),
        clusterIP: headless ? 'None' : undefined,
        ...(Array.isArray(spec.ports) ? { ports: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)(spec.ports).map(each => drop(each, 'nodePort')) } : {}),
    };
}
function ofStatefulSet(spec) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec) || !Array.isArray(spec.volumeClaimTemplates))
        return spec;
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)(spec.volumeClaimTemplates).map(each => drop(each, 'status'));
    return { ...spec, volumeClaimTemplates: templates };
}
function ofJob(spec) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec) || spec.manualSelector === true || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec.template))
        return spec;
    const { template } = spec;
    const metadata = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(template.metadata) ? template.metadata : {};
    const labels = without((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(metadata.labels) ? metadata.labels : {}, labelsOfCluster.Job ?? nothing);
    return { ...drop(spec, 'selector'), template: { ...template, metadata: { ...metadata, labels } } };
}
function ofPod(spec) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec))
        return spec;
    const isToken = (value) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value) && /^kube-api-access-/.test(String(value.name));
    const unmounted = (value) => Array.isArray(value)
        ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)(value).map(each => ({
            ...each,
            volumeMounts: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)(each.volumeMounts).filter(mount => !isToken(mount)),
        }))
        : undefined;
    return {
        ...drop(spec, 'nodeName', ...(spec.priorityClassName === undefined ? ['priority', 'preemptionPolicy'] : [])),
        volumes: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)(spec.volumes).filter(volume => !isToken(volume)),
        containers: unmounted(spec.containers),
        initContainers: unmounted(spec.initContainers),
    };
}
function drop(value, ...names) {
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
        return undefined;
    return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
function without(map, names) {
    return Object.fromEntries(Object.entries(map ?? {}).filter(([name]) => !names.test(name)));
}
const isEmpty = (map) => Object.keys(map ?? {}).length === 0;
function plain(value) {
    if (Array.isArray(value))
        return value.map(plain);
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
        return value;
    return Object.fromEntries(Object.entries(value)
        .filter(([name, each]) => each !== undefined && !(name === 'creationTimestamp' && each === null))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, each]) => [name, plain(each)]));
}
function movedTo(objects, from, to) {
    const moved = (name, value) => (name === 'namespace' && value === from ? to : value);
    return objects.map(each => {
        const object = JSON.parse(JSON.stringify(each, moved));
        const isNamespace = each.kind === 'Namespace' && each.metadata.name === from;
        return isNamespace ? { ...object, metadata: { ...object.metadata, name: to } } : object;
    });
}


/***/ }),

/***/ 60985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RR: () => (/* binding */ listing),
/* harmony export */   s9: () => (/* binding */ entriesIn),
/* harmony export */   tO: () => (/* binding */ statusListing),
/* harmony export */   u$: () => (/* binding */ firstName)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _restic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89643);


const stat = 'stat -c "%s %f %u:%g %z" --';
const batch = (hashes) => `
printf "%s\\n" $#
printf "%s\\0" "$@"
if out=$(${stat} "$@" 2> /dev/null); then printf "%s\\n" "$out"
else for f; do ${stat} "$f" 2> /dev/null || echo gone; done; fi
${hashes ? content : ''}`;
const content = `
case $kind in
  l) for f; do printf link:; readlink -n -- "$f"; printf "\\0"; done ;;
  *)
    if [ $kind = f ] && out=$(sha256sum -- "$@" 2> /dev/null); then printf "%s\\n" "$out"
    else for f; do sha256sum < "$f" 2> /dev/null || echo unreadable; done; fi ;;
esac`;
const script = `
export LC_ALL=C kind
cd -- "$1" || exit 1
batch=$2
broken="*
*"
list() {
  { find . -path ./lost+found -prune -o "$@" -print0 || printf "/not whole\\0"; } |
    xargs -0 -r sh -c "$batch" sh
}
{
  kind=f && list -type f ! -path "$broken" &&
    kind=n && list -type f -path "$broken" &&
    kind=l && list -type l &&
    echo end
} | gzip -c | base64`;
const command = (folder, hashes) => [
    ...['sh', '-c', script, 'sh', (0,_restic_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedFolder */ .Ae)(folder), batch(hashes)],
];
const listing = (folder) => command(folder, true);
const statusListing = (folder) => command(folder, false);
const firstName = (folder) => [
    ...['sh', '-c', 'cd -- "$1" && find . -path ./lost+found -prune -o ! -name . -print | head -n 1'],
    ...['sh', (0,_restic_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedFolder */ .Ae)(folder)],
];
function entriesIn(text, hashed) {
    const entries = [];
    let at = 0;
    const until = (end) => {
        const found = text.indexOf(end, at);
        if (found < 0)
            throw incomplete();
        const part = text.slice(at, found);
        at = found + end.length;
        return part;
    };
    for (let head = until('\n'); head !== 'end'; head = until('\n')) {
        const count = Number(head);
        if (!Number.isSafeInteger(count) || count < 1)
            throw incomplete();
        const names = Array.from({ length: count }, () => until('\0'));
        const statuses = Array.from({ length: count }, () => until('\n'));
        for (const [index, name] of names.entries()) {
            if (!name.startsWith('./'))
                throw incomplete();
            const isLink = hashed && text.startsWith('link:', at);
            const content = hashed ? until(isLink ? '\0' : '\n') : '';
            const [hash] = /(?<=^\\?)[0-9a-f]{64}(?= )/.exec(content) ?? [content];
            entries.push({ name: name.slice(2), status: statuses[index] ?? '', content: isLink ? content : hash });
        }
    }
    if (at !== text.length)
        throw incomplete();
    return entries;
}
const incomplete = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the list of the files is incomplete', 'check that the user that lists them may read every folder, then run the step again');


/***/ }),

/***/ 27833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jc: () => (/* binding */ parseListed),
/* harmony export */   MT: () => (/* binding */ withoutChanges),
/* harmony export */   Qc: () => (/* binding */ formatListing),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   _S: () => (/* binding */ parseListing),
/* harmony export */   hZ: () => (/* binding */ compareFiles),
/* harmony export */   i$: () => (/* binding */ parseStatus),
/* harmony export */   k3: () => (/* binding */ regularIn),
/* harmony export */   vA: () => (/* binding */ totalsOf)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72315);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77462);
/* harmony import */ var _listing_script_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60985);







const isLink = ({ mode = 0 }) => (mode & 0o170000) === 0o120000;
function parseListed(stdout) {
    return (0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesIn */ .s9)(unpacked(stdout), true).map(({ name, status, content }) => {
        const path = pathOf(name);
        const bytes = Number(/^\d+/.exec(status)?.[0] ?? Number.NaN);
        const sha256 = content.startsWith('link:')
            ? (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(Buffer.from(content, 'latin1'))
            : (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSha256 */ .tz)(content);
        const { mode, owner } = /^\d+ (?<mode>[0-9a-f]{1,8}) (?<owner>\d+:\d+) /.exec(status)?.groups ?? {};
        if (sha256 !== undefined && mode !== undefined && owner !== undefined && Number.isSafeInteger(bytes))
            return { path, bytes, sha256, mode: Number.parseInt(mode, 16), owner, status };
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the file ${shown(path)} cannot be read`, 'check that the user that lists it may read it; keep temporary files on another volume');
    });
}
function withoutChanges(seen, statuses) {
    const stays = seen.filter(({ path, status }) => statuses.get(path) === status);
    const unsettled = new Set([...seen.map(({ path }) => path), ...statuses.keys()]);
    for (const { path } of stays)
        unsettled.delete(path);
    const files = stays.map(({ status: _, ...file }) => file);
    return { files: files.sort(byPath), unsettled: [...unsettled].sort() };
}
function parseStatus(stdout) {
    return new Map((0,_listing_script_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesIn */ .s9)(unpacked(stdout), false).map(({ name, status }) => [pathOf(name), status]));
}
function totalsOf({ files }) {
    return {
        count: files.length,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .orderFreeHash */ .LT)(files),
    };
}
function regularIn({ files, unsettled }) {
    const least = files.filter(each => !isLink(each)).length;
    return { least, most: least + unsettled.length };
}
function compareFiles(expected, found, { owners = true } = {}) {
    const there = new Map(found.map(each => [each.path, each]));
    const unsettled = new Set(expected.unsettled);
    const known = new Set([...expected.files.map(({ path }) => path), ...unsettled]);
    const difference = (kind, path, what) => ({
        kind,
        path,
        sentence: `the file ${shown(path)} ${what}`,
    });
    return [
        ...expected.files.flatMap(file => {
            const { path, bytes, sha256 } = file;
            const now = there.get(path);
            if (now === undefined)
                return [difference('missing', path, 'is missing')];
            if (now.sha256 === sha256) {
                const wrong = owners ? ownerFault(file, now) : undefined;
                return wrong === undefined ? [] : [difference('owner', path, wrong)];
            }
            const sizes = now.bytes === bytes ? (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(bytes, 'byte') : `${now.bytes} bytes instead of ${bytes}`;
            return [difference('changed', path, `differs from the backup: ${sizes}`)];
        }),
        ...found
            .filter(({ path }) => !known.has(path))
            .map(({ path }) => difference('unexpected', path, 'was not in the backup')),
    ].sort(byPath);
}
function ownerFault(then, now) {
    if (then.owner !== undefined && now.owner !== then.owner)
        return `belongs to ${now.owner} instead of ${then.owner}`;
    if (then.mode === undefined || now.mode === then.mode)
        return undefined;
    const text = (mode = 0) => (mode & 0o7777).toString(8).padStart(4, '0');
    return `has mode ${text(now.mode)} instead of ${text(then.mode)}`;
}
function formatListing({ files, unsettled }) {
    const rows = files.map(({ path, bytes, sha256, mode, owner }) => JSON.stringify(mode === undefined || owner === undefined
        ? [path, bytes, sha256]
        : [path, bytes, sha256, mode.toString(8), owner]));
    return `{"schema":1,"unsettled":${JSON.stringify(unsettled)},"files":[\n${rows.join(',\n')}\n]}\n`;
}
function parseListing(text) {
    const fault = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the list of files of the backup cannot be read', 'use an unmodified list, or another backup', {
        cause,
    });
    const { schema, unsettled, files } = ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonIn */ .Yf)(text, fault) ?? {});
    if (schema !== 1 || !Array.isArray(files) || !Array.isArray(unsettled))
        throw fault();
    return {
        unsettled: unsettled.map(String),
        files: files.map((row) => {
            const [path, bytes, sha256, mode, owner] = Array.isArray(row) ? row : [];
            const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSha256 */ .tz)(String(sha256));
            if (typeof path !== 'string' || typeof bytes !== 'number' || hash === undefined)
                throw fault();
            if (mode === undefined && owner === undefined)
                return { path, bytes, sha256: hash };
            if (!/^[0-7]{1,7}$/.test(String(mode)) || !/^\d+:\d+$/.test(String(owner)))
                throw fault();
            return { path, bytes, sha256: hash, mode: Number.parseInt(String(mode), 8), owner: String(owner) };
        }),
    };
}
function shown(path) {
    const text = path.startsWith('\0') ? path.slice(1) : path;
    return `"${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(text.replace(/\n/g, '\\n')).slice(0, 200)}"`;
}
function unpacked(stdout) {
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(stdout, 'base64')).toString('latin1');
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the list of the files was cut off', 'run the step again', { cause });
    }
}
function pathOf(name) {
    const bytes = Buffer.from(name, 'latin1');
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : `\0${name}`;
}
const byPath = (a, b) => a.path < b.path ? -1 : Number(a.path > b.path);


/***/ }),

/***/ 89643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ checkedFolder),
/* harmony export */   Bh: () => (/* binding */ dump),
/* harmony export */   FM: () => (/* binding */ resticInto),
/* harmony export */   M8: () => (/* binding */ subsetOfWeek),
/* harmony export */   Np: () => (/* binding */ restic),
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   R3: () => (/* binding */ prune),
/* harmony export */   RR: () => (/* binding */ backup),
/* harmony export */   Tl: () => (/* binding */ unlock),
/* harmony export */   Ts: () => (/* binding */ init),
/* harmony export */   Yr: () => (/* binding */ isSnapshotId),
/* harmony export */   kA: () => (/* binding */ backupOutput),
/* harmony export */   ml: () => (/* binding */ snapshots),
/* harmony export */   rE: () => (/* binding */ version),
/* harmony export */   y6: () => (/* binding */ forget),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
const variables = 'while IFS= read -r line && [ -n "$line" ]; do export "$line"; done';
const script = `${variables}; exec "$@"`;
const pace = '0.2';
function restic(repository, args, wait) {
    const { address, environment, ca, locked } = repository;
    const variables = { RESTIC_PROGRESS_FPS: pace, ...environment, RESTIC_REPOSITORY: address };
    const lines = Object.entries(variables).map(([name, value]) => {
        if (!/^[A-Z][A-Z0-9_]*$/.test(name) || /[\n\0]/.test(value))
            throw new RangeError(`${name} cannot be given to restic: its value has more than one line`);
        return `${name}=${value}\n`;
    });
    const flags = [
        ...(ca === undefined ? [] : [`--cacert=${ca}`]),
        ...(locked === true ? ['--no-lock'] : wait === undefined ? [] : [`--retry-lock=${wait}`]),
    ];
    return {
        command: ['sh', '-ec', script, 'sh', 'restic', '--json', ...flags, ...args],
        input: `${lines.join('')}\n`,
    };
}
function resticInto(repository, args, reader) {
    const { command, input } = restic(repository, args, '5m');
    const [, , , , ...program] = command;
    const pipe = `failed=$(mktemp); { "$@" || echo $? > "$failed"; } | ${reader}
[ ! -s "$failed" ] || { echo "restic exited with code $(cat "$failed")" >&2; exit 1; }`;
    return { command: ['sh', '-ec', `${variables}\n${pipe}`, 'sh', ...program], input };
}
const version = ['version'];
const init = ['init'];
const unlock = ['unlock'];
function backup(source, tags) {
    const folder = checkedFolder(source.folder);
    return [
        'backup',
        `--host=${checkedName(source.name)}`,
        ...tagged(tags),
        `--exclude=${folder.replace(/[\\*?[]/g, '\\$&')}/lost+found`,
        '--',
        folder,
    ];
}
function backupOutput(source, command, tags) {
    return [
        'backup',
        `--host=${checkedName(source.name)}`,
        ...tagged(tags),
        `--stdin-filename=${checkedFolder(source.folder)}`,
        '--stdin-from-command',
        '--',
        ...command,
    ];
}
function tagged(tags) {
    return tags.map(tag => {
        if (!/^[^,\n\0]+$/.test(tag))
            throw new RangeError(`"${tag}" is not a valid tag of restic`);
        return `--tag=${tag}`;
    });
}
const dump = (snapshot, file) => [
    'dump',
    checkedId(snapshot),
    checkedFolder(file),
];
const snapshots = ({ name }) => [
    ...['snapshots', '--no-lock'],
    `--host=${checkedName(name)}`,
];
function subsetOfWeek(now, of = 52) {
    return { part: (Math.floor(now / (7 * 86_400_000)) % of) + 1, of };
}
const check = ({ part, of }) => ['check', `--read-data-subset=${part}/${of}`];
function restore({ snapshot, folder, into, replace }) {
    return [
        'restore',
        `${checkedId(snapshot)}:${checkedFolder(folder)}`,
        `--target=${checkedFolder(into)}`,
        '--verify',
        ...(replace ? ['--overwrite=always', '--delete', '--exclude=/lost+found'] : ['--overwrite=never']),
    ];
}
const forget = (ids) => ['forget', '--', ...ids.map(checkedId)];
const prune = ['prune'];
const isSnapshotId = (text) => /^[0-9a-f]{64}$/.test(text);
function checkedId(text) {
    if (isSnapshotId(text))
        return text;
    throw new RangeError(`"${text}" is not the full ID of a snapshot`);
}
function checkedName(name) {
    if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,252}$/.test(name))
        return name;
    throw new RangeError(`"${name}" is not a valid name of a source`);
}
function checkedFolder(folder) {
    const parts = folder.split('/').slice(1);
    const whole = folder.startsWith('/') && parts.every(each => each !== '' && each !== '.' && each !== '..');
    if (whole && !/[\n\0]/.test(folder))
        return folder;
    throw new RangeError(`"${folder}" is not an absolute path of a folder`);
}


/***/ }),

/***/ 7322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bP: () => (/* binding */ encryptAge),
/* harmony export */   fN: () => (/* binding */ decryptAge),
/* harmony export */   go: () => (/* binding */ parseIdentities)
/* harmony export */ });
/* unused harmony export isRecipient */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const start = 'age-encryption.org/v1\n';
const armored = '-----BEGIN AGE ENCRYPTED FILE-----';
const isRecipient = (text) => /^age1(pq1)?[02-9ac-hj-np-z]{58,3500}$/.test(text);
async function encryptAge(content, recipients) {
    if (recipients.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('there is no recipient to encrypt the file for', 'create a key with `age-keygen`, keep it offline, and name its public key (age1…)');
    const { Encrypter } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
    const encrypter = new Encrypter();
    for (const [index, each] of recipients.entries()) {
        const fault = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`recipient ${index + 1} of ${recipients.length} is not an age public key${/^AGE-SECRET/i.test(each) ? ', but a secret key' : ''}`, /^AGE-SECRET/i.test(each)
            ? 'remove it and replace the key, because others may have seen it; name the public key (age1…)'
            : 'write the public key (age1…) that `age-keygen -y` prints', { cause });
        if (!isRecipient(each))
            throw fault();
        try {
            encrypter.addRecipient(each);
        }
        catch (error) {
            throw fault(error);
        }
    }
    return encrypter.encrypt(typeof content === 'string' ? new TextEncoder().encode(content) : content);
}
async function decryptAge(file, identities) {
    if (identities.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the file cannot be decrypted: no key was passed', 'pass the file that `age-keygen` wrote');
    const { Decrypter, armor } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
    const decrypter = new Decrypter();
    for (const each of identities)
        try {
            decrypter.addIdentity(each);
        }
        catch {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('a key to decrypt the file with is not an age key', 'give the unmodified file that `age-keygen` wrote');
        }
    const damaged = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the encrypted file is damaged', 'use another copy of it', { cause });
    let binary = file;
    if (textAt(file, armored.length).startsWith(armored))
        try {
            binary = armor.decode(Buffer.from(file).toString('latin1'));
        }
        catch (cause) {
            throw damaged(cause);
        }
    if (textAt(binary, start.length) !== start)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the file is not encrypted with age', 'use the file whose name ends with .age');
    try {
        return await decrypter.decrypt(binary);
    }
    catch (cause) {
        if (cause instanceof Error && /^no identity matched/.test(cause.message))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the key does not decrypt the encrypted file', 'use the secret key of one of its recipients; without one it cannot be read', { cause });
        throw damaged(cause);
    }
}
function parseIdentities(text) {
    const lines = text.split('\n').map(line => line.trim());
    const keys = lines.filter(line => line !== '' && !line.startsWith('#'));
    if (keys.length > 0 && keys.every(each => /^AGE-SECRET-KEY-[0-9A-Z-]+$/.test(each)))
        return keys;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the key file contains no age key', 'give the file that `age-keygen` wrote, whose key begins with AGE-SECRET-KEY-');
}
const textAt = (bytes, length) => Buffer.from(bytes.subarray(0, length)).toString('latin1');


/***/ }),

/***/ 33688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ sealSecrets),
/* harmony export */   XG: () => (/* binding */ secretNames),
/* harmony export */   cA: () => (/* binding */ openSecrets)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54328);
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83622);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7322);






async function sealSecrets(cluster, namespace, names, recipients) {
    const found = await Promise.all(names.map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, name))));
    const missing = names.filter((_, index) => found[index] === undefined);
    if (missing.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(missing.length, 'Secret')} to back up ${missing.length === 1 ? 'does' : 'do'} not exist in ${namespace}: ${missing.join(', ')}`, 'correct their names, or create them');
    const secrets = found.filter(each => each !== undefined);
    const token = secrets.find(({ type }) => type === 'kubernetes.io/service-account-token');
    if (token !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Secret/${token.metadata?.name} in namespace ${namespace} is a ServiceAccount token of this cluster`, 'remove it from `recovery.secrets`: the target cluster issues its own tokens');
    const items = secrets.map(each => (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__/* .portable */ .O)({ ...each, apiVersion: 'v1', kind: 'Secret' }));
    return {
        names: names.map(name => `${namespace}/${name}`),
        file: await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_4__/* .encryptAge */ .bP)((0,_cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_2__/* .formatExport */ .Mh)({ objects: items }), recipients),
    };
}
async function secretNames(cluster, namespace) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace));
    return items
        .filter(({ type }) => type !== 'kubernetes.io/service-account-token')
        .map(({ metadata }) => metadata?.name ?? '')
        .sort();
}
async function openSecrets(file, identities) {
    const objects = (0,_cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_2__/* .parseExport */ ._p)(Buffer.from(await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_4__/* .decryptAge */ .fN)(file, identities)).toString('utf8'));
    if (objects.every(({ kind }) => kind === 'Secret'))
        return objects;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the encrypted file contains objects other than Secrets', 'use the file secrets.age of the set');
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
