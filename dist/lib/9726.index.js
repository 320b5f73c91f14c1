export const id = 9726;
export const ids = [9726,7462];
export const modules = {

/***/ 5898:
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
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);

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

/***/ 9060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyConfiguration: () => (/* binding */ copyConfiguration),
/* harmony export */   copyLabels: () => (/* binding */ copyLabels),
/* harmony export */   isFinished: () => (/* binding */ isFinished),
/* harmony export */   raiseCopy: () => (/* binding */ raiseCopy),
/* harmony export */   untilRunning: () => (/* binding */ untilRunning)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2317);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6284);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4094);






const copyLabels = ({ app, name }) => ({
    'slipway.dev/app': app,
    'slipway.dev/kind': 'copy',
    'slipway.dev/copy': name,
});
const runNote = 'slipway.dev/run';
const finishedNote = 'slipway.dev/finished';
async function isFinished(cluster, request) {
    const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, request.namespace, request.name));
    return there !== undefined && isCopyOf(there, request) && isMarked(there);
}
async function raiseCopy(cluster, request) {
    const { namespace, name, run } = request;
    await removeUnfinished(cluster, request);
    for (const each of request.configuration)
        await copyConfiguration(cluster, each, request);
    const pod = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.copyPod)({ ...request, labels: copyLabels(request) });
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, namespace);
    await make(cluster, path, { ...pod, metadata: { ...pod.metadata, annotations: { [runNote]: run } } }, request);
    await untilRunning(cluster, `${path}/${name}`, request);
    const exec = (0,_exec_js__WEBPACK_IMPORTED_MODULE_4__/* .podExec */ .r)({ namespace, pod: name, container: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.copyContainer }, cluster.reach);
    const { place = _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.ownPlace } = request;
    const data = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.dataOf)(place);
    const must = async (command) => {
        const { code, stderr } = await exec(command);
        if (code !== 0)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${command[0]} failed in ${name}: ${stderr.trim().slice(0, 300)}`, 'look at the log of that pod');
    };
    return {
        ...{ exec, path: data, archives: place.archives },
        start: () => must((0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.startCopy)(data)),
        restart: async () => {
            for (const command of (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.restartCopy)(data))
                await must(command);
        },
        stop: async () => {
            for (const command of (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_5__.stopCopy)(data))
                await must(command);
            await untilEnded(cluster, `${path}/${name}`, request);
        },
        ended: () => endOf(cluster, `${path}/${name}`),
        finish: async () => {
            await cluster.patch(`${path}/${name}`, 'merge', { metadata: { annotations: { [finishedNote]: run } } });
        },
    };
}
async function removeUnfinished(cluster, request) {
    const { namespace, name, patience, signal, sleep } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, namespace, name);
    const there = await cluster.get(path);
    if (there === undefined || !isCopyOf(there, request) || isMarked(there))
        return;
    await cluster.remove(path, there.metadata?.uid);
    const end = performance.now() + patience;
    while ((await cluster.get(path))?.metadata?.uid === there.metadata?.uid) {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the pod ${name}, which a run before has left, does not end`, 'see whether its node is there; remove it with kubectl delete');
        await sleep(500);
    }
}
async function copyConfiguration(cluster, { kind, name, source: other }, request) {
    const { from, namespace } = request;
    if (from === namespace)
        return;
    const resource = kind === 'Secret' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap;
    const source = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, from, other ?? name));
    const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, namespace, name));
    if (there !== undefined && (source === undefined || holdsTheSame(there, source)))
        return;
    if (source === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`there is no ${kind}/${other ?? name} in ${from}`, 'correct `configuration` of the database in slipway.yml');
    const { apiVersion, data, binaryData, type } = source;
    await make(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, namespace), {
        ...{ apiVersion, kind, metadata: { name, namespace, labels: copyLabels(request) } },
        ...(data === undefined ? {} : { data }),
        ...(binaryData === undefined ? {} : { binaryData }),
        ...(type === undefined ? {} : { type }),
    }, request);
}
const holdsTheSame = (one, other) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)([one.data, one.binaryData], [other.data, other.binaryData]);
const isCopyOf = ({ metadata }, of) => Object.entries(copyLabels(of)).every(([key, value]) => metadata?.labels?.[key] === value);
const isMarked = ({ metadata }) => metadata?.annotations?.[finishedNote] !== undefined;
async function make(cluster, path, object, request) {
    try {
        await cluster.create(path, object);
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && error.isConflict))
            throw error;
        const { name = '' } = object.metadata ?? {};
        const there = await cluster.get(`${path}/${name}`);
        const isOurs = there !== undefined && isCopyOf(there, request);
        if (isOurs && object.kind !== 'Pod')
            return;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${object.kind}/${name} is in ${request.namespace} already${isOurs ? ', of a restore that was finished' : ''}`, 'restore into another namespace, or remove it when nobody needs it');
    }
}
async function untilRunning(cluster, path, { name, patience, signal, sleep }) {
    const end = performance.now() + patience;
    for (;;) {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
        const pod = await cluster.get(path);
        const state = pod?.status?.containerStatuses?.[0]?.state;
        if (state?.running !== undefined)
            return;
        const ended = state?.terminated;
        if (pod === undefined || ended !== undefined || performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the pod ${name} does not run: ${ended?.message ?? ended?.reason ?? state?.waiting?.message ?? state?.waiting?.reason ?? pod?.status?.conditions?.find(({ status }) => status === 'False')?.message ?? 'nobody says why'}`, 'see its events with kubectl describe: an image, a volume or room may be missing');
        await sleep(500);
    }
}
async function untilEnded(cluster, path, { name, patience, signal, sleep }) {
    const end = performance.now() + patience;
    while ((await endOf(cluster, path)) === undefined) {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`PostgreSQL in ${name} does not end`, 'look at the log of that pod');
        await sleep(500);
    }
}
async function endOf(cluster, path) {
    const pod = await cluster.get(path);
    if (pod === undefined)
        return 'its pod is gone';
    const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
    if (ended === undefined)
        return undefined;
    const log = await cluster.call('GET', `${path}/log?tailLines=20`).catch(() => undefined);
    const lines = (log?.body ?? '').split('\n').filter(line => /\b(FATAL|PANIC|ERROR)\b/.test(line));
    return `${lines.at(-1)?.trim().slice(0, 300) ?? ended.reason ?? 'it ended'} (exit code ${ended.exitCode})`;
}


/***/ }),

/***/ 3956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ applicationOf)
/* harmony export */ });
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3622);
/* harmony import */ var _guard_tamed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7568);


function applicationOf(objects, { from, to, database, service }) {
    const own = objects.filter(({ kind, metadata }) => metadata.namespace === from && kind !== 'Namespace');
    const claims = new RegExp(`-${database.name.replaceAll('.', '\\.')}-\\d+$`);
    const wanted = own.filter(({ kind, metadata: { name, labels } }) => !(kind === database.kind && name === database.name) &&
        !(kind === 'Service' && name === service) &&
        !(kind === 'PersistentVolumeClaim' && claims.test(name)) &&
        labels?.['slipway.dev/kind'] === undefined);
    const { manifests, changes } = (0,_guard_tamed_js__WEBPACK_IMPORTED_MODULE_1__/* .tamed */ .kn)(wanted);
    return { objects: (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_0__/* .movedTo */ .r)(manifests, from, to), changes };
}


/***/ }),

/***/ 5659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recoverOffline: () => (/* binding */ recoverOffline)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(7849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/recovery/copy.js
var recovery_copy = __webpack_require__(9060);
// EXTERNAL MODULE: ./.build/js/src/recovery/images.js + 1 modules
var recovery_images = __webpack_require__(3451);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/mirror.js
var mirror = __webpack_require__(9795);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 2 modules
var proving = __webpack_require__(3153);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(6401);
// EXTERNAL MODULE: ./.build/js/src/recovery/restore.js + 1 modules
var restore = __webpack_require__(7954);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/checking.js
var checking = __webpack_require__(9453);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/inventory.js
var inventory = __webpack_require__(8869);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(5898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(630);
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
var portable = __webpack_require__(3622);
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

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(4485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/applying.js
var applying = __webpack_require__(5809);
// EXTERNAL MODULE: ./.build/js/src/recovery/drill/scratch-objects.js
var scratch_objects = __webpack_require__(3956);
// EXTERNAL MODULE: ./.build/js/src/recovery/guard/tamed.js
var tamed = __webpack_require__(7568);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/starting.js








async function makeMissing({ cluster, report }, objects) {
    const missing = [];
    for (const object of objects) {
        if (await isThere(cluster, object))
            report(`${object.kind}/${object.metadata.name} is there already, and stays`);
        else
            missing.push(object);
    }
    if (missing.length > 0)
        await (0,applying/* applyExport */.T)({ cluster, objects: missing, overwrite: false, asleep: true, report });
}
async function isThere(cluster, { apiVersion, kind, metadata }) {
    const resource = await new resources/* Discovery */.TB(cluster).find(apiVersion, kind);
    if (resource === undefined)
        return false;
    return (await cluster.get((0,resources/* pathOf */.XM)(resource, metadata.namespace ?? '', metadata.name))) !== undefined;
}
async function startApplication(task, objects, { volumes }) {
    const { cluster, from, into, report, databases, stamper } = task;
    const changes = [];
    let rest = objects;
    for (const { workload, service } of databases) {
        const around = (0,scratch_objects/* applicationOf */.K)(rest, { from, to: from, database: workload, service });
        rest = around.objects;
        changes.push(...around.changes);
    }
    const moved = (0,portable/* movedTo */.r)(rest, from, into);
    const started = [];
    await stamper.during('start', async () => {
        await makeMissing(task, moved);
        for (const object of moved) {
            const replicas = (0,tamed/* replicasBefore */.PY)(object);
            if (replicas === undefined || replicas === 0)
                continue;
            const title = `${object.kind}/${object.metadata.name}`;
            const claim = volumes.find(each => each.files !== undefined && mounts(object, each.claim))?.claim;
            if (claim !== undefined) {
                changes.push(`${title} stays without pods: the files of its claim ${claim} are not back`);
                continue;
            }
            const resource = object.kind === 'StatefulSet' ? resources/* resources */.ES.statefulSet : resources/* resources */.ES.deployment;
            const path = (0,resources/* pathOf */.XM)(resource, into, object.metadata.name);
            if (await sleeps(cluster, path))
                await cluster.patch(path, 'merge', { spec: { replicas } });
            await untilReady(task, path, title, replicas);
            started.push(title);
        }
    });
    report(`${(0,count/* counted */.h)(started.length, 'workload')} of the application started`);
    return { started, changes: [...new Set(changes)] };
}
async function sleeps(cluster, path) {
    const live = await cluster.get(path);
    return live !== undefined && live.spec?.replicas === 0 && (0,tamed/* replicasBefore */.PY)(live) !== undefined;
}
function mounts(object, claim) {
    const spec = (0,map/* isMap */.jh)(object.spec) ? object.spec : {};
    const template = (0,map/* isMap */.jh)(spec.template) && (0,map/* isMap */.jh)(spec.template.spec) ? spec.template.spec : {};
    const named = (0,map/* mapsIn */.nf)(template.volumes).some(({ persistentVolumeClaim: of }) => (0,map/* isMap */.jh)(of) && of.claimName === claim);
    const templates = (0,map/* mapsIn */.nf)(spec.volumeClaimTemplates).map(({ metadata }) => (0,map/* isMap */.jh)(metadata) ? `${metadata.name}-${object.metadata.name}-` : '');
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
            throw new errors/* UserError */.yo(`${ready} of ${(0,count/* counted */.h)(replicas, 'pod')} of ${title} are ready after ${Math.round(patience / 1000)} s`, 'see their events with kubectl describe: an image, a Secret or a volume may be missing');
        await sleep(1000);
    }
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/recovering.js














async function recoverOffline(task) {
    const { folder, bucket, registry, place, report, stamper } = task;
    report('reading every byte of the archive');
    const { index, problems } = await stamper.during('decide', () => (0,checking.checkArchive)(folder));
    if (problems.length > 0)
        throw new errors/* UserError */.yo(`the archive is not whole: ${problems[0]}${problems.length === 1 ? '' : `, and ${problems.length - 1} more`}`, 'take another copy of it');
    await stamper.during('provision', async () => {
        await (0,mirror/* restoreBucket */.VZ)((0,external_node_path_.join)(folder, inventory/* places */.zn.bucket), bucket, report, { again: true });
        await (0,recovery_images.restoreImages)({ registry, folder: (0,external_node_path_.join)(folder, inventory/* places */.zn.images), report }, place);
    });
    const contents = await task.contents();
    const { objects, foreign } = relocated(contents.objects, index.images, place);
    await makeMissing(task, secretsOf(contents.secrets, task));
    await makeMissing(task, configurationOf(objects, task));
    const [rungs, backups] = [[], []];
    for (const each of task.databases) {
        const copy = { namespace: task.into, app: task.app, name: nameOfCopy(each) };
        if (await (0,recovery_copy.isFinished)(task.cluster, copy))
            report(`the database ${each.name} is back since a run before, and stays`);
        else {
            const restored = await restoreOne(task, each, contents, objects);
            rungs.push(...restored.rungs);
            backups.push(restored.backup);
        }
    }
    const { started, changes } = await startApplication(task, objects, contents.manifest);
    return {
        rungs: [...rungs, ...notBack(contents.manifest)],
        ...{ started, backups },
        changes: [
            ...foreign.map(image => `${image} is not in the archive, and is asked for where it was`),
            ...changes,
        ],
    };
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
            place,
            size,
            limits: ages,
            idle: true,
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
    await makeMissing(task, [
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
    const { cluster, app, from, into, run, patience, signal, sleep } = task;
    const workload = objects.find(({ kind, metadata }) => kind === lost.workload.kind && metadata.name === lost.workload.name && metadata.namespace === from);
    const template = (0,kinds/* templateOf */.kW)(workload)?.spec;
    if (template === undefined)
        throw new errors/* UserError */.yo(`the backup has no ${lost.workload.kind}/${lost.workload.name} in ${from}`, 'see whether its objects were backed up; correct `workload` of the database in slipway.yml');
    const name = nameOfCopy(lost);
    return (0,recovery_copy.raiseCopy)(cluster, {
        ...{ app, template, volume: lost.volume, run, patience, signal, sleep, name },
        ...{ namespace: into, from: into, container: lost.container, configuration: lost.configuration },
    });
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
