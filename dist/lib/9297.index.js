export const id = 9297;
export const ids = [9297,8492,7462];
export const modules = {

/***/ 7462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 4328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mQ: () => (/* binding */ countsOf),
  m9: () => (/* binding */ exportNamespace),
  Mh: () => (/* binding */ formatExport),
  _p: () => (/* binding */ parseExport)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var cluster_resources = __webpack_require__(4485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(8961);
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
        if (error instanceof errors/* UserError */.yo)
            throw error;
        return undefined;
    }
}
const isKept = ({ name, namespaced, verbs }) => namespaced && !name.includes('/') && ['list', 'create'].every(verb => verbs.includes(verb));

// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/order.js
var order = __webpack_require__(8325);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(3622);
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
function secretsNamed(objects) {
    const names = new Set();
    const add = (value, field = 'name') => {
        const name = isMap(value) ? value[field] : undefined;
        if (typeof name === 'string' && name !== '')
            names.add(name);
    };
    const visit = (value) => {
        if (Array.isArray(value))
            for (const each of value)
                visit(each);
        if (!isMap(value))
            return;
        for (const [field, each] of Object.entries(value)) {
            if (field === 'secretKeyRef' || field === 'secretRef')
                add(each);
            if (field === 'secret')
                for (const name of ['secretName', 'name'])
                    add(each, name);
            if (field === 'tls')
                for (const entry of mapsIn(each))
                    add(entry, 'secretName');
            if (field === 'imagePullSecrets')
                for (const entry of mapsIn(each))
                    add(entry);
            if (field === 'certificateRefs')
                for (const entry of mapsIn(each))
                    if ((entry.kind ?? 'Secret') === 'Secret')
                        add(entry);
            visit(each);
        }
    };
    visit(objects);
    return [...names].sort();
}
function bindsAccountOf(namespace, binding) {
    const { subjects } = binding;
    return (0,map/* mapsIn */.nf)(subjects).some(({ kind, namespace: of }) => kind === 'ServiceAccount' && (0,map/* textsIn */.Ej)([of])[0] === namespace);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/selection.js

const leftOut = new Set([
    ...['Event', 'Endpoints', 'EndpointSlice', 'Lease', 'Secret', 'ControllerRevision'],
    ...['CSIStorageCapacity', 'IPAddress', 'PodMetrics'],
]);
function selected(objects) {
    const uids = new Set(objects.map(({ metadata }) => metadata?.uid));
    return objects.filter(object => {
        const { kind = '', metadata } = object;
        if (leftOut.has(kind) || metadata?.deletionTimestamp !== undefined)
            return false;
        const controller = metadata?.ownerReferences?.find(owner => owner.controller === true);
        if (controller !== undefined && kind !== 'PersistentVolumeClaim')
            return kind !== 'Pod' && !uids.has(controller.uid);
        return !isByItself(object);
    });
}
function isByItself({ kind, metadata, ...rest }) {
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
        throw new errors/* UserError */.yo(`there is no namespace ${namespace} in the cluster`, 'correct its name');
    const { resources, unread } = await kindsOf(cluster);
    const wanted = resources.filter(({ kind }) => !leftOut.has(kind));
    const lists = await (0,parallel/* mapOf */.A7)(wanted, atOnce, async (resource) => (await cluster.list((0,cluster_resources/* pathOf */.XM)(resource, namespace))).items.map(each => typed(each, resource)));
    const live = selected(lists.flat());
    const around = await surroundings(cluster, namespace, live, live.map(portable/* portable */.O));
    const namespaceObject = { ...own, apiVersion: 'v1', kind: 'Namespace' };
    return {
        objects: (0,order/* inOrder */.al)([namespaceObject, ...around.objects, ...live].map(portable/* portable */.O)),
        absent: around.absent,
        unread: unread.map(group => `the cluster does not serve ${group}, so nobody knows what is there of it`),
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
async function surroundings(cluster, namespace, live, exported) {
    const bindings = (await cluster.list('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings')).items;
    const ours = bindings.filter(each => bindsAccountOf(namespace, each));
    const named = await (0,parallel/* mapOf */.A7)(referencesOf([...live, ...ours]), atOnce, async (reference) => {
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
        absent: named
            .filter(each => each.found === undefined)
            .map(({ reference: { kind, name } }) => absentText(kind, name, namespace)),
    };
}
const absentText = (kind, name, namespace) => `the ${kind} ${name}, which objects of ${namespace} name, is not in the cluster: what needs it could not be made again`;
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
        return { objects: objects, unread: [], absent: [] };
    throw new errors/* UserError */.yo('the export of the cluster cannot be read', 'take one that slipway wrote');
}


/***/ }),

/***/ 8325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
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

/***/ 3622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ portable),
/* harmony export */   r: () => (/* binding */ movedTo)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(630);

const ofCluster = /^(kubectl\.kubernetes\.io\/(last-applied-configuration|restartedAt)|deployment\.kubernetes\.io\/revision|pv\.kubernetes\.io\/.+|volume\.(beta\.)?kubernetes\.io\/(selected-node|storage-provisioner|storage-resizer)|control-plane\.alpha\.kubernetes\.io\/leader|deprecated\.daemonset\.template\.generation)$/;
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
    const moved = (value) => {
        if (Array.isArray(value))
            return value.map(moved);
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [
            name,
            name === 'namespace' && each === from ? to : moved(each),
        ]));
    };
    return objects.map(each => {
        const object = moved(each);
        const isNamespace = each.kind === 'Namespace' && each.metadata.name === from;
        return isNamespace ? { ...object, metadata: { ...object.metadata, name: to } } : object;
    });
}


/***/ }),

/***/ 7322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   go: () => (/* binding */ parseIdentities),
/* harmony export */   ho: () => (/* binding */ open),
/* harmony export */   od: () => (/* binding */ seal)
/* harmony export */ });
/* unused harmony export isRecipient */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

const start = 'age-encryption.org/v1\n';
const armored = '-----BEGIN AGE ENCRYPTED FILE-----';
const isRecipient = (text) => /^age1(pq1)?[02-9ac-hj-np-z]{58,3500}$/.test(text);
async function seal(content, recipients) {
    if (recipients.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('there is nobody to encrypt it to', 'make a key with `age-keygen`, keep it offline, and name its public key (age1…)');
    const { Encrypter } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 1539));
    const encrypter = new Encrypter();
    for (const [index, each] of recipients.entries()) {
        const fault = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`recipient ${index + 1} of ${recipients.length} is no public key of age${/^AGE-SECRET/i.test(each) ? ', but a secret one' : ''}`, /^AGE-SECRET/i.test(each)
            ? 'take it away from here and replace it by a new one, for others may have seen it; name the public key (age1…)'
            : 'write the public key (age1…) that `age-keygen -y` shows', { cause });
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
async function open(file, identities) {
    if (identities.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('there is no key to open it with', 'give it the file that `age-keygen` made');
    const { Decrypter, armor } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 1539));
    const decrypter = new Decrypter();
    for (const each of identities)
        try {
            decrypter.addIdentity(each);
        }
        catch {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('a key to open it with is none of age', 'give it the file that `age-keygen` made, as it is');
        }
    const damaged = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the encrypted file is damaged', 'take another copy of it', { cause });
    let binary = file;
    if (textAt(file, armored.length).startsWith(armored))
        try {
            binary = armor.decode(Buffer.from(file).toString('latin1'));
        }
        catch (cause) {
            throw damaged(cause);
        }
    if (textAt(binary, start.length) !== start)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the file is none that age has encrypted', 'take the one whose name ends with .age');
    try {
        return await decrypter.decrypt(binary);
    }
    catch (cause) {
        if (cause instanceof Error && /^no identity matched/.test(cause.message))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the key does not open the encrypted file', 'take the one of a public key that it was encrypted to; without any of those it cannot be read', { cause });
        throw damaged(cause);
    }
}
function parseIdentities(text) {
    const lines = text.split('\n').map(line => line.trim());
    const keys = lines.filter(line => line !== '' && !line.startsWith('#'));
    if (keys.length > 0 && keys.every(each => /^AGE-SECRET-KEY-[0-9A-Z-]+$/.test(each)))
        return keys;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the file with the key holds none of age', 'give it the file that `age-keygen` made, whose key begins with AGE-SECRET-KEY-');
}
const textAt = (bytes, length) => Buffer.from(bytes.subarray(0, length)).toString('latin1');


/***/ }),

/***/ 3688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ sealSecrets),
/* harmony export */   XG: () => (/* binding */ secretNames),
/* harmony export */   cA: () => (/* binding */ openSecrets),
/* harmony export */   jh: () => (/* binding */ openPassphrase),
/* harmony export */   uu: () => (/* binding */ sealPassphrase)
/* harmony export */ });
/* unused harmony export newPassphrase */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2317);
/* harmony import */ var _cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4328);
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3622);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7322);







async function sealSecrets(cluster, namespace, names, recipients) {
    const found = await Promise.all(names.map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.secret, namespace, name))));
    const missing = names.filter((_, index) => found[index] === undefined);
    if (missing.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(missing.length, 'secret')} to be backed up ${missing.length === 1 ? 'is' : 'are'} not in ${namespace}: ${missing.join(', ')}`, 'correct their names, or make them');
    const secrets = found.filter(each => each !== undefined);
    const token = secrets.find(({ type }) => type === 'kubernetes.io/service-account-token');
    if (token !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the secret ${token.metadata?.name} in ${namespace} is a token for this cluster alone`, 'leave it out; the cluster that it is restored to makes its own');
    const items = secrets.map(each => (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_4__/* .portable */ .O)({ ...each, apiVersion: 'v1', kind: 'Secret' }));
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, undefined, 1);
    return { names: names.map(name => `${namespace}/${name}`), file: await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_5__/* .seal */ .od)(`${list}\n`, recipients) };
}
async function secretNames(cluster, namespace) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.secret, namespace));
    return items
        .filter(({ type }) => type !== 'kubernetes.io/service-account-token')
        .map(({ metadata }) => metadata?.name ?? '')
        .sort();
}
async function openSecrets(file, identities) {
    const { objects } = (0,_cluster_objects_exporting_js__WEBPACK_IMPORTED_MODULE_3__/* .parseExport */ ._p)(Buffer.from(await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_5__/* .open */ .ho)(file, identities)).toString('utf8'));
    if (objects.every(({ kind }) => kind === 'Secret'))
        return [...objects];
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the encrypted file holds something else than secrets', 'take the one of the secrets');
}
const newPassphrase = () => randomBytes(32).toString('base64url');
const sealPassphrase = (passphrase, recipients) => (0,_sealing_js__WEBPACK_IMPORTED_MODULE_5__/* .seal */ .od)(passphrase, recipients);
async function openPassphrase(file, identities) {
    return Buffer.from(await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_5__/* .open */ .ho)(file, identities)).toString('utf8');
}


/***/ }),

/***/ 8492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attachmentsOf: () => (/* binding */ attachmentsOf),
  documentOf: () => (/* binding */ documentOf),
  isSetId: () => (/* binding */ isSetId),
  listSets: () => (/* binding */ listSets),
  readFileOf: () => (/* binding */ readFileOf),
  readSet: () => (/* binding */ readSet),
  removeSet: () => (/* binding */ removeSet),
  setId: () => (/* binding */ setId),
  writeSet: () => (/* binding */ writeSet)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(7462);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(512);
;// CONCATENATED MODULE: ./.build/js/src/recovery/manifest-schema.js




const manifest_schema_text = schemas/* string */.YjP().min(1);
const count = schemas/* int */.Whr().min(0);
const sha256Schema = schemas/* string */.YjP().refine(checksum/* isSha256 */._h, { error: 'is no SHA-256 in 64 hexadecimal digits' });
const tableSchema = schemas/* object */.Ikc({
    schema: manifest_schema_text,
    name: manifest_schema_text,
    rows: count,
    key: schemas/* object */.Ikc({ min: schemas/* string */.YjP(), max: schemas/* string */.YjP() }).exactOptional().meta({
        description: 'The smallest and the largest key as text; absent of an empty table and one without a key.',
    }),
    hash: schemas/* string */.YjP()
        .regex(/^-?\d+$/)
        .exactOptional()
        .meta({
        description: 'Of all rows in whatever order: coalesce(sum(hashtextextended(t::text, 0)), 0), with DateStyle, TimeZone, extra_float_digits and bytea_output pinned.',
    }),
    sampled: schemas/* number */.aig().gt(0).max(100).exactOptional().meta({
        description: 'Percent of its blocks that `hash` is of; absent when it is of all.',
    }),
});
const databaseSchema = schemas/* object */.Ikc({
    name: manifest_schema_text,
    server: manifest_schema_text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
    lsn: schemas/* string */.YjP()
        .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
        .meta({ description: 'Up to which the rows below are: a standby had replayed it and paused.' }),
    timeline: schemas/* int */.Whr().min(1),
    segment: schemas/* int */.Whr().min(1).exactOptional().meta({ description: 'Bytes of a segment of its WAL.' }),
    backups: schemas/* array */.YOg(schemas/* object */.Ikc({ repository: manifest_schema_text, label: manifest_schema_text }))
        .meta({ description: 'The backup in each repository from which it is restored.' }),
    tables: schemas/* array */.YOg(tableSchema),
    migration: manifest_schema_text
        .exactOptional()
        .meta({ description: 'Version of the schema, by the tool that migrates it.' }),
    newestMarker: schemas/* int */.Whr().min(1).exactOptional(),
});
const snapshotsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ repository: manifest_schema_text, snapshot: manifest_schema_text })).meta({
    description: 'The snapshot of restic in each repository from which it is restored.',
});
const volumeSchema = schemas/* object */.Ikc({
    namespace: manifest_schema_text,
    claim: manifest_schema_text,
    covered: schemas/* enum */.k5n(['files', 'snapshot', 'database', 'objects', 'not-needed', 'not']).meta({
        description: 'By what it is in the backup; `not-needed` is what somebody declared to be rebuilt, as caches are.',
    }),
    files: schemas/* object */.Ikc({ count, bytes: count, hash: sha256Schema, unsettled: count, backups: snapshotsSchema })
        .exactOptional()
        .meta({
        description: 'Of one that is covered as files. `hash`: of (path, SHA-256) of all files that did not change during the backup, in whatever order; `unsettled`: how many did.',
    }),
});
const manifestSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    at: schemas/* int */.Whr().min(0).meta({ description: 'When it was made, in ms since the epoch.' }),
    by: schemas/* object */.Ikc({ run: manifest_schema_text, actor: manifest_schema_text }),
    databases: schemas/* array */.YOg(databaseSchema),
    objectStores: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: manifest_schema_text,
        count,
        bytes: count,
        hash: sha256Schema,
        backups: snapshotsSchema.exactOptional(),
    }))
        .meta({ description: '`hash`: of (path, SHA-256) of all objects in whatever order.' }),
    volumes: schemas/* array */.YOg(volumeSchema),
    clusterObjects: schemas/* record */.g1P(manifest_schema_text, count).meta({
        description: 'How many there are of each kind.',
        examples: [{ 'apps/Deployment': 3, ConfigMap: 7 }],
    }),
    images: schemas/* array */.YOg(schemas/* string */.YjP().regex(/@sha256:[0-9a-f]{64}$/, { error: 'is no image with its digest' })),
    secrets: schemas/* array */.YOg(manifest_schema_text.refine(name => !(0,secrecy/* looksSecret */.n0)(name), { error: 'looks like a secret itself and not like its name' }))
        .meta({ description: 'Their names, never what they hold.' }),
    sealedObjects: schemas/* array */.YOg(manifest_schema_text)
        .exactOptional()
        .meta({
        description: 'Objects of the cluster that may hold a secret, by kind and name: they are exported encrypted.',
        examples: [['ConfigMap shop/settings']],
    }),
    attachments: schemas/* array */.YOg(schemas/* object */.Ikc({ name: manifest_schema_text, bytes: count, sha256: sha256Schema }))
        .exactOptional()
        .meta({ description: 'What is kept beside the manifest; by these hashes its signature covers it.' }),
    tools: schemas/* record */.g1P(manifest_schema_text, manifest_schema_text).meta({ description: 'Name → version.' }),
});
function parseManifest(content) {
    const result = manifestSchema.safeParse(jsonOf(content));
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw notOne(`${issue?.path.join('.') || 'it'}: ${issue?.message}`, result.error);
}
function jsonOf(content) {
    try {
        return JSON.parse(content);
    }
    catch (cause) {
        throw notOne('it is no JSON', cause);
    }
}
const notOne = (problem, cause) => new errors/* UserError */.yo(`the manifest of the backup cannot be read (${problem})`, 'take one that slipway wrote', {
    cause,
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/sets.js



const documentOf = ({ app, environment }, { id, content }) => ({
    name: `the manifest of ${id}`,
    content,
    type: 'https://slipway.dev/backup-manifest/v1',
    about: { app, environment, set: id },
});
const manifestFile = 'manifest.json';
const bundleFile = 'manifest.json.sigstore.json';
const setId = (at) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const isSetId = (text) => /^\d{8}T\d{6}Z$/.test(text);
const folderOf = ({ app, environment }, id) => [app, environment, ...(id === undefined ? [] : [id])].join('/');
async function writeSet(store, owner, set, lockedUntil) {
    const put = (name, content) => store.put(`${folderOf(owner, set.id)}/${name}`, content, lockedUntil);
    for (const [name, content] of Object.entries(set.files ?? {}))
        await put(name, content);
    if (set.bundle !== undefined)
        await put(bundleFile, new TextEncoder().encode(set.bundle));
    await put(manifestFile, set.content);
}
async function listSets(store, owner) {
    const paths = await store.list(folderOf(owner));
    return paths
        .flatMap(({ path }) => {
        const [id = '', name] = path.split('/').slice(-2);
        return name === manifestFile && isSetId(id) ? [id] : [];
    })
        .sort();
}
async function readSet(store, owner, id) {
    const wanted = id ?? (await listSets(store, owner)).at(-1);
    if (wanted === undefined)
        throw new errors/* UserError */.yo(`${store.name} holds no finished backup set of ${owner.app} in ${owner.environment}`, 'make a backup, or take another repository');
    const content = await store.get(`${folderOf(owner, wanted)}/${manifestFile}`);
    if (content === undefined)
        throw new errors/* UserError */.yo(`${store.name} holds no finished backup set ${wanted} of ${owner.app} in ${owner.environment}`, 'name one that the output `set` of `backup` had');
    const bundle = await store.get(`${folderOf(owner, wanted)}/${bundleFile}`);
    return {
        id: wanted,
        manifest: parseManifest(new TextDecoder().decode(content)),
        content,
        bundle: bundle === undefined ? undefined : new TextDecoder().decode(bundle),
    };
}
const attachmentsOf = (files) => Object.entries(files).map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: (0,checksum/* sha256Of */.Bj)(content),
}));
async function readFileOf(store, owner, { id, manifest }, name) {
    const expected = manifest.attachments?.find(each => each.name === name);
    if (expected === undefined)
        throw new errors/* UserError */.yo(`the backup set ${id} holds no ${name}`, 'take a set that holds it');
    const content = await store.get(`${folderOf(owner, id)}/${name}`);
    if (content !== undefined && (0,checksum/* sha256Of */.Bj)(content) === expected.sha256)
        return content;
    throw new errors/* UserError */.yo(`${name} of the backup set ${id} in ${store.name} is ${content === undefined ? 'not there' : 'not what the manifest says'}`, 'take the set from another repository, or another set');
}
async function removeSet(store, owner, id) {
    const names = (await store.list(folderOf(owner, id))).map(({ path }) => path);
    const rank = (path) => Number(!path.endsWith(`/${manifestFile}`));
    for (const path of names.toSorted((a, b) => rank(a) - rank(b)))
        await store.remove(path);
}


/***/ }),

/***/ 8961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   TG: () => (/* binding */ singleFile),
/* harmony export */   pQ: () => (/* binding */ eachOf)
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
function singleFile() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}


/***/ })

};
