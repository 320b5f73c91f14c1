export const id = 7116;
export const ids = [7116,8961];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

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

/***/ 88325:
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

/***/ 83622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ portable),
/* harmony export */   r: () => (/* binding */ movedTo)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

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

/***/ 39795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ totalsOfBucket),
/* harmony export */   VZ: () => (/* binding */ restoreBucket),
/* harmony export */   mq: () => (/* binding */ mirrorBucket),
/* harmony export */   uM: () => (/* binding */ faultsInMirror)
/* harmony export */ });
/* unused harmony exports totalsOfObjects, readIndex */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(48961);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77462);










const atOnce = 8;
const fileOf = (folder, { key, etag }) => {
    const name = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .sha256Of */ .Bj)(JSON.stringify([key, etag]));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'objects', name.slice(0, 2), name);
};
async function mirrorBucket(bucket, folder, report) {
    const known = new Map((await readIndex(folder)).map(each => [each.key, each]));
    const listed = await bucket.list();
    const changed = listed.filter(each => !isKnown(known.get(each.key), each));
    const anew = new Set(changed.map(({ key }) => key));
    report(`${bucket.name}: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(listed.length, 'object')}, ${changed.length} to be copied`);
    const came = new Map();
    for (const each of await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapOf */ .A7)(changed, atOnce, ({ key }) => fetchOne(bucket, folder, key)))
        if (each !== undefined)
            came.set(each.key, each);
    await mustBeGone(bucket, changed.filter(({ key }) => !came.has(key)));
    const objects = listed.flatMap(({ key }) => {
        const own = came.get(key) ?? (anew.has(key) ? undefined : known.get(key));
        return own === undefined ? [] : [own];
    });
    await writeIndex(folder, objects);
    await removeOthers(folder, objects);
    return { objects, totals: totalsOfObjects(objects) };
}
async function mustBeGone(bucket, lost) {
    if (lost.length === 0)
        return;
    const there = new Set((await bucket.list()).map(({ key }) => key));
    const still = lost.filter(({ key }) => there.has(key));
    if (still.length === 0)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${bucket.name} lists ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(still.length, 'object')} that it does not give, such as ${JSON.stringify(still[0]?.key)}`, 'see whether the login may read every object, and what the store says of that one');
}
const isKnown = (known, { bytes, etag }) => known !== undefined && known.bytes === bytes && known.etag === etag;
async function fetchOne(bucket, folder, key) {
    const opened = await bucket.open(key);
    if (opened === undefined)
        return undefined;
    const file = fileOf(folder, { key, etag: opened.etag });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), { recursive: true });
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(opened.body, async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
        }
    }, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(`${file}.partial`));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(`${file}.partial`, file);
    return { key, bytes, sha256: hash.digest('hex'), etag: opened.etag, headers: opened.headers };
}
function totalsOfObjects(objects) {
    return {
        count: objects.length,
        bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .orderFreeHash */ .LT)(objects.map(({ key, sha256 }) => ({ path: key, sha256 }))),
    };
}
async function restoreBucket(folder, bucket, report, { again = false } = {}) {
    const objects = await readIndex(folder);
    const own = new Set(again ? objects.map(({ key }) => key) : []);
    const foreign = (await bucket.list()).filter(({ key }) => !own.has(key));
    if (foreign.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${bucket.name} is not empty: it holds ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(foreign.length, 'object')}${again ? ' of others' : ''}`, 'restore into an empty one');
    await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapOf */ .A7)(objects, atOnce, async ({ key, etag, bytes, sha256, headers }) => {
        const file = fileOf(folder, { key, etag });
        if ((await hashOf(file)) !== sha256)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`the copy of the object ${JSON.stringify(key)} is damaged or missing`, 'restore the folder from another backup');
        await bucket.put(key, { bytes, sha256, headers, body: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file) });
    });
    report(`${bucket.name}: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(objects.length, 'object')} put back`);
    return totalsOfObjects(objects);
}
async function faultsInMirror(folder) {
    const objects = await readIndex(folder);
    if (objects.length === 0)
        return ['the copy of the bucket holds nothing'];
    const faults = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapOf */ .A7)(objects, atOnce, async (each) => {
        const found = await hashOf(fileOf(folder, each));
        if (found === each.sha256)
            return undefined;
        return `the object ${JSON.stringify(each.key)} is ${found === undefined ? 'missing' : 'damaged'}`;
    });
    return faults.filter(each => each !== undefined);
}
async function totalsOfBucket(bucket) {
    const objects = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapOf */ .A7)(await bucket.list(), atOnce, async ({ key, etag }) => {
        const opened = await bucket.open(key);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of opened?.body ?? []) {
            hash.update(chunk);
            bytes += chunk.length;
        }
        return { key, bytes, sha256: hash.digest('hex'), etag, headers: {} };
    });
    return totalsOfObjects(objects);
}
async function hashOf(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
async function readIndex(folder) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined)
        return [];
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .jsonMap */ .vM)(text);
    const fault = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} is no copy of a bucket`, 'name another folder');
    if (document?.schema !== 1)
        throw fault();
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .mapsIn */ .nf)(document.objects).map(({ key, bytes, sha256, etag, headers }) => {
        const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSha256 */ .tz)(String(sha256));
        if (typeof key !== 'string' || typeof bytes !== 'number' || hash === undefined || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .isMap */ .jh)(headers))
            throw fault();
        return { key, bytes, sha256: hash, etag: String(etag), headers: headers };
    });
}
async function writeIndex(folder, objects) {
    const sorted = objects.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'index.json');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(`${file}.partial`, `${JSON.stringify({ schema: 1, objects: sorted }, undefined, 1)}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(`${file}.partial`, file);
}
async function removeOthers(folder, objects) {
    const wanted = new Set(objects.map(each => fileOf(folder, each)));
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'objects'), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const each of entries) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(each.parentPath, each.name);
        if (each.isFile() && !wanted.has(file))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file);
    }
}


/***/ }),

/***/ 71680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadArchive: () => (/* binding */ loadArchive),
  notBack: () => (/* binding */ notBack),
  openContents: () => (/* binding */ openContents),
  recoverOffline: () => (/* binding */ recoverOffline),
  restoreDatabases: () => (/* binding */ restoreDatabases)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/copy.js + 1 modules
var recovery_copy = __webpack_require__(16379);
// EXTERNAL MODULE: ./.build/js/src/recovery/images.js + 1 modules
var recovery_images = __webpack_require__(33451);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/mirror.js
var mirror = __webpack_require__(39795);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 2 modules
var proving = __webpack_require__(53153);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
// EXTERNAL MODULE: ./.build/js/src/recovery/restore.js
var restore = __webpack_require__(94383);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/checking.js
var checking = __webpack_require__(59453);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/inventory.js
var inventory = __webpack_require__(58869);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/relocation.js


function relocated(objects, archived, place) {
    const digests = new Map();
    for (const image of archived) {
        const { repository, digest } = (0,reference/* parseReference */.F2)(image);
        if (digest !== undefined)
            digests.set(repository, (digests.get(repository) ?? new Set()).add(digest));
    }
    const foreign = new Set();
    const found = (image) => {
        const { repository, digest } = (0,reference/* parseReference */.F2)(image);
        const known = digests.get(repository) ?? new Set();
        const [only] = known;
        const chosen = digest !== undefined && known.has(digest) ? digest : known.size === 1 ? only : undefined;
        if (chosen !== undefined && (digest === undefined || digest === chosen))
            return `${place(repository)}@${chosen}`;
        foreign.add(image);
        return image;
    };
    const moved = (value) => {
        if (Array.isArray(value))
            return value.map(moved);
        if (!(0,map/* isMap */.jh)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [
            name,
            isContainers(name, each) ? each.map(container => withImage(container, found)) : moved(each),
        ]));
    };
    return { objects: objects.map(each => moved(each)), foreign: [...foreign].sort() };
}
const isContainers = (name, value) => /^(?:initContainers|containers|ephemeralContainers)$/.test(name) && Array.isArray(value);
const withImage = (container, found) => (0,map/* isMap */.jh)(container) && typeof container.image === 'string'
    ? { ...container, image: found(container.image) }
    : container;

// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(83622);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/pointing.js

const configures = (text, number) => new RegExp(`^\\s*repo${number}-s3-bucket\\s*=`, 'm').test(text);
function pointedAt(text, number, bucket) {
    if (!configures(text, number))
        throw new errors/* UserError */.yo(`the configuration of pgBackRest keeps repository ${number} in no bucket`, 'write its configuration for the new place by hand, and make it in the namespace beforehand');
    const { origin, host, pathname } = new URL(bucket.address);
    const own = {
        's3-endpoint': host,
        's3-region': bucket.region,
        's3-bucket': pathname.replace(/^\/+|\/+$/g, ''),
        's3-uri-style': 'path',
        's3-key': bucket.accessKey,
        's3-key-secret': bucket.secretKey,
        ...(bucket.sessionToken === undefined ? {} : { 's3-token': bucket.sessionToken }),
    };
    const lost = /^s3-(?!.*(?:^$))|^storage-(?:host|port|upload-chunk-size)$/;
    const lines = text.split('\n').flatMap(line => {
        const [, found, option = ''] = /^\s*repo(\d+)-([a-z0-9-]+)\s*=/.exec(line) ?? [];
        if (found === undefined)
            return [line];
        if (Number(found) !== number || lost.test(option))
            return [];
        return [line];
    });
    const at = lines.findIndex(line => new RegExp(`^\\s*repo${number}-`).test(line));
    const added = Object.entries(own).map(([option, value]) => `repo${number}-${option}=${value}`);
    if (origin.startsWith('http:'))
        throw new errors/* UserError */.yo(`${bucket.address} is not https`, 'pgBackRest takes no other');
    return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/settings.js



function secretsOf(secrets, place) {
    const pointed = (0,portable/* movedTo */.r)(secrets, place.from, place.into).map(each => pointedSecret(each, place));
    if (place.databases.length > 0 && pointed.every(({ changed }) => !changed))
        place.report(`no Secret configures repository ${place.repository.number} of pgBackRest: it has to be in ${place.into} already`);
    return pointed.map(({ secret }) => secret);
}
function pointedSecret(secret, { repository, newBucket }) {
    if (!(0,map/* isMap */.jh)(secret.data))
        return { changed: false, secret };
    let changed = false;
    const data = Object.entries(secret.data).map(([key, value]) => {
        const text = Buffer.from(String(value), 'base64').toString('utf8');
        if (!configures(text, repository.number))
            return [key, value];
        changed = true;
        return [key, Buffer.from(pointedAt(text, repository.number, newBucket)).toString('base64')];
    });
    return { changed, secret: { ...secret, data: Object.fromEntries(data) } };
}
function configurationOf(objects, { databases, from, into }) {
    const wanted = new Set(databases.flatMap(({ configuration }) => configuration.flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : []))));
    const own = objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === from && wanted.has(metadata.name));
    return (0,portable/* movedTo */.r)(own, from, into);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/offline/starting.js
var starting = __webpack_require__(39653);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/recovering.js














async function recoverOffline(task) {
    const index = await loadArchive(task);
    const opened = await openContents(task, index);
    const { rungs, backups } = await restoreDatabases(task, opened);
    const application = (0,starting/* applicationIn */.cm)(task, opened.objects);
    const { started, changes } = await task.stamper.during('start', async () => {
        await (0,starting/* makeMissing */.pm)(task, application.objects);
        return (0,starting/* startApplication */.xL)(task, application.objects, opened.contents.manifest);
    });
    return {
        rungs: [...rungs, ...notBack(opened.contents.manifest)],
        ...{ started, backups },
        changes: [...opened.changes, ...new Set([...application.changes, ...changes])],
    };
}
async function loadArchive({ folder, bucket, registry, place, report, stamper, }) {
    report('reading every byte of the archive');
    const { index, problems } = await stamper.during('decide', () => (0,checking.checkArchive)(folder));
    if (problems.length > 0)
        throw new errors/* UserError */.yo(`the archive is not whole: ${problems[0]}${problems.length === 1 ? '' : `, and ${problems.length - 1} more`}`, 'take another copy of it');
    await stamper.during('provision', async () => {
        await (0,mirror/* restoreBucket */.VZ)((0,external_node_path_.join)(folder, inventory/* places */.zn.bucket), bucket, report, { again: true });
        await (0,recovery_images.restoreImages)({ registry, folder: (0,external_node_path_.join)(folder, inventory/* places */.zn.images), report }, place);
    });
    return index;
}
async function openContents(task, index) {
    const contents = await task.contents();
    const { objects, foreign } = relocated(contents.objects, index.images, task.place);
    await (0,starting/* makeMissing */.pm)(task, secretsOf(contents.secrets, task));
    await (0,starting/* makeMissing */.pm)(task, configurationOf(objects, task));
    const changes = foreign.map(image => `${image} is not in the archive, and is asked for where it was`);
    return { contents, objects, changes };
}
async function restoreDatabases(task, { contents, objects }) {
    const [rungs, backups] = [[], []];
    for (const each of task.databases) {
        const copy = { namespace: task.into, app: task.app, name: nameOfCopy(each) };
        if (await (0,recovery_copy.isFinished)(task.cluster, copy))
            task.report(`the database ${each.name} is back since a run before, and stays`);
        else {
            const restored = await restoreOne(task, each, contents, objects);
            rungs.push(...restored.rungs);
            backups.push(restored.backup);
        }
    }
    return { rungs, backups };
}
const notBack = ({ volumes, objectStores }) => [
    ...volumes.flatMap(({ claim, files }) => (files === undefined ? [] : [`files of the claim ${claim}`])),
    ...objectStores.map(({ name }) => `objects of the bucket ${name}`),
].map(what => ({
    ...{ level: 'L2', what, state: 'skipped' },
    sentence: 'they are in the new bucket, and are not restored from it yet',
}));
async function restoreOne(task, lost, { manifest }, objects) {
    const { stamper, signal, sleep, report, repository, cluster, into } = task;
    const copy = await stamper.during('provision', () => raise(task, lost, objects));
    const place = { stanza: lost.stanza, repository: repository.number };
    const database = manifest.databases.find(({ name }) => name === lost.name);
    const size = (0,wal.parseSegmentSize)(database?.segment ?? 0) ?? wal.usualSize;
    const label = database?.backups.find(each => each.repository === repository.name)?.label;
    const ages = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };
    const proved = await (0,proving.proveRepository)({
        ...{
            exec: copy.exec,
            verifying: copy.lasting('verify'),
            place,
            size,
            limits: ages,
            signal,
            now: () => cluster.now(),
        },
    });
    const restored = await (0,restore.restoreInto)({
        ...{ copy, database: lost.database, place, size, set: label, target: { kind: 'latest' } },
        expected: database && { manifest, name: lost.name },
        ...{ during: stamper.during, signal, sleep, report },
    });
    const indexes = await (0,restore.checkIndexes)({ copy, database: lost.database, report, signal });
    await copy.finish();
    const name = nameOfCopy(lost);
    await (0,starting/* makeMissing */.pm)(task, [
        {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: lost.service, namespace: into, labels: (0,recovery_copy.copyLabels)({ app: task.app, name }) },
            spec: {
                selector: (0,recovery_copy.copyLabels)({ app: task.app, name }),
                ports: [{ name: 'postgresql', port: 5432 }],
            },
        },
    ]);
    const { backup } = restored.database.choice;
    return {
        rungs: [...proved, ...restored.rungs, ...indexes],
        backup: {
            ...{ label: backup.label, repository: repository.name, endedAt: backup.endedAt },
            bytes: backup.size,
        },
    };
}
const nameOfCopy = ({ name }) => `${name}-recovered`;
async function raise(task, lost, objects) {
    const { cluster, app, from, into, run, patience, signal, sleep, report } = task;
    const workload = objects.find(({ kind, metadata }) => kind === lost.workload.kind && metadata.name === lost.workload.name && metadata.namespace === from);
    const template = (0,kinds/* templateOf */.kW)(workload)?.spec;
    if (template === undefined)
        throw new errors/* UserError */.yo(`the backup has no ${lost.workload.kind}/${lost.workload.name} in ${from}`, 'see whether its objects were backed up; correct `workload` of the database in slipway.yml');
    const name = nameOfCopy(lost);
    return (0,recovery_copy.raiseCopy)(cluster, {
        ...{ app, template, volume: lost.volume, run, patience, signal, sleep, report, name },
        ...{ namespace: into, from: into, container: lost.container, configuration: lost.configuration },
    });
}


/***/ }),

/***/ 39653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cm: () => (/* binding */ applicationIn),
/* harmony export */   pm: () => (/* binding */ makeMissing),
/* harmony export */   xL: () => (/* binding */ startApplication)
/* harmony export */ });
/* unused harmony export mounts */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _cluster_objects_applying_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5809);
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83622);
/* harmony import */ var _drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83956);
/* harmony import */ var _guard_tamed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87568);








async function makeMissing({ cluster, report }, objects) {
    const missing = [];
    for (const object of objects) {
        if (await isThere(cluster, object))
            report(`${object.kind}/${object.metadata.name} is there already, and stays`);
        else
            missing.push(object);
    }
    if (missing.length > 0)
        await (0,_cluster_objects_applying_js__WEBPACK_IMPORTED_MODULE_2__/* .applyExport */ .T)({ cluster, objects: missing, overwrite: false, asleep: true, report });
}
async function isThere(cluster, { apiVersion, kind, metadata }) {
    const resource = await new _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .Discovery */ .TB(cluster).find(apiVersion, kind);
    if (resource === undefined)
        return false;
    return (await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, metadata.namespace ?? '', metadata.name))) !== undefined;
}
function applicationIn({ from, into, databases }, objects) {
    const changes = [];
    let rest = objects;
    for (const { workload, service } of databases) {
        const around = (0,_drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .applicationOf */ .K)(rest, { from, to: from, database: workload, service });
        rest = around.objects;
        changes.push(...around.changes);
    }
    return { objects: (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__/* .movedTo */ .r)(rest, from, into), changes };
}
async function startApplication(task, objects, { volumes }) {
    const { cluster, into, report } = task;
    const [started, changes] = [[], []];
    for (const object of objects) {
        const replicas = (0,_guard_tamed_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasBefore */ .PY)(object);
        if (replicas === undefined || replicas === 0)
            continue;
        const title = `${object.kind}/${object.metadata.name}`;
        const claim = volumes.find(each => each.files !== undefined && mounts(object, each.claim))?.claim;
        if (claim !== undefined) {
            changes.push(`${title} stays without pods: the files of its claim ${claim} are not back`);
            continue;
        }
        const resource = object.kind === 'StatefulSet' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, into, object.metadata.name);
        if (await sleeps(cluster, path))
            await cluster.patch(path, 'merge', { spec: { replicas } });
        await untilReady(task, path, title, replicas);
        started.push(title);
    }
    report(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(started.length, 'workload')} of the application started`);
    return { started, changes };
}
async function sleeps(cluster, path) {
    const live = await cluster.get(path);
    return live !== undefined && live.spec?.replicas === 0 && (0,_guard_tamed_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasBefore */ .PY)(live) !== undefined;
}
function mounts(object, claim) {
    const spec = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(object.spec) ? object.spec : {};
    const template = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(spec.template) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(spec.template.spec) ? spec.template.spec : {};
    const named = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(template.volumes).some(({ persistentVolumeClaim: of }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(of) && of.claimName === claim);
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(spec.volumeClaimTemplates).map(({ metadata }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(metadata) ? `${metadata.name}-${object.metadata.name}-` : '');
    return named || templates.some(start => start !== '' && claim.startsWith(start));
}
async function untilReady({ cluster, patience, sleep, signal }, path, title, replicas) {
    const end = performance.now() + patience;
    for (;;) {
        signal.throwIfAborted();
        const live = await cluster.get(path);
        const ready = live?.status?.readyReplicas ?? 0;
        if (ready >= replicas)
            return;
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${ready} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(replicas, 'pod')} of ${title} are ready after ${Math.round(patience / 1000)} s`, 'see their events with kubectl describe: an image, a Secret or a volume may be missing');
        await sleep(1000);
    }
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   TG: () => (/* binding */ singleFile),
/* harmony export */   pQ: () => (/* binding */ eachOf),
/* harmony export */   v_: () => (/* binding */ bothOf)
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
