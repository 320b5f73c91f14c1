export const id = 4158;
export const ids = [4158];
export const modules = {

/***/ 4554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ chosen),
/* harmony export */   managedIn: () => (/* binding */ managedIn),
/* harmony export */   requireBackups: () => (/* binding */ requireBackups)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _managed_dumping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16473);


function managedIn({ at, repository }, name, repositories) {
    const managed = at.set.manifest.managed?.find(each => each.name === name);
    const place = chosen(managed?.backups, repositories, repository, `the managed database ${name}`);
    if (managed === undefined)
        throw new Error('a dump of nothing');
    return { managed, source: (0,_managed_dumping_js__WEBPACK_IMPORTED_MODULE_1__/* .dumpSource */ .cw)(at.owner, name), ...place };
}
function requireBackups({ at, repository }, wanted, repositories) {
    const { managed = [], volumes, objectStores } = at.set.manifest;
    const check = (backups, what) => chosen(backups, repositories, repository, what);
    for (const name of wanted.managed)
        check(managed.find(each => each.name === name)?.backups, `the managed database ${name}`);
    for (const pvc of wanted.volumes)
        check(volumes.find(each => each.pvc === pvc)?.files?.backups, `the volume ${pvc}`);
    for (const name of wanted.buckets)
        check(objectStores.find(each => each.name === name)?.backups, `the bucket ${name}`);
}
function chosen(backups = [], repositories, wanted, what) {
    for (const { repository: name, snapshot } of backups) {
        const repository = repositories.get(name);
        if (repository !== undefined && (wanted === undefined || wanted === name))
            return { repository, snapshot };
    }
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the set contains no backup of ${what}${wanted === undefined ? '' : ` in ${wanted}`}`, backups.length === 0
        ? 'choose a set that contains it'
        : `choose one of ${backups.map(({ repository }) => repository).join(', ')}`);
}


/***/ }),

/***/ 5809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ scaleDown),
/* harmony export */   T: () => (/* binding */ applyExport)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40571);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34730);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88325);
/* harmony import */ var _portable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83622);









async function applyExport(task) {
    const { cluster, objects, overwrite, scaledDown, report } = task;
    const wanted = (0,_order_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .al)(objects)
        .filter(({ kind }) => kind !== 'PersistentVolume')
        .map(each => (scaledDown ? scaleDown(each) : each));
    if (!overwrite)
        await requireAbsent(cluster, wanted);
    const [created, overwritten, unchanged] = [[], [], []];
    for (const object of wanted) {
        const { path, resource } = await placeOf(cluster, object);
        const live = await cluster.get(path);
        const key = (0,_order_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN)(object);
        if (live !== undefined && (!resource.namespaced || (!overwrite && isSame(object, live)))) {
            unchanged.push(key);
            continue;
        }
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_1__/* .applyObjects */ .r3)(cluster, [{ path, object, live }]);
        (live === undefined ? created : overwritten).push(key);
        if (object.kind === 'CustomResourceDefinition')
            await established(cluster, path, object.metadata.name);
    }
    report(`created ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(created.length, 'object')}, overwrote ${overwritten.length}, left ${unchanged.length} unchanged`);
    return { created, overwritten, unchanged };
}
async function requireAbsent(cluster, objects) {
    const there = [];
    for (const object of objects) {
        const { name, namespace } = object.metadata;
        if (namespace === undefined || (object.kind === 'ServiceAccount' && name === 'default'))
            continue;
        const placed = await found(cluster, object);
        const live = placed && (await cluster.get(placed.path));
        if (live !== undefined && !isSame(object, live))
            there.push((0,_order_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN)(object));
    }
    if (there.length === 0)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(there.length, 'object')} of the export ${there.length === 1 ? 'exists' : 'exist'} already with other content: ${there.slice(0, 5).join(', ')}${there.length > 5 ? ', …' : ''}`, 'restore into an empty namespace, or delete these objects first');
}
const isSame = (wanted, live) => (0,_drift_js__WEBPACK_IMPORTED_MODULE_4__/* .drift */ .U)({ objects: [wanted] }, { objects: [(0,_portable_js__WEBPACK_IMPORTED_MODULE_6__/* .portable */ .O)(live)] }).length === 0;
async function found(cluster, object) {
    const resource = await new _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .Discovery */ .TB(cluster).find(object.apiVersion, object.kind);
    if (resource === undefined)
        return undefined;
    const { name, namespace = '' } = object.metadata;
    return { object, resource, path: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, namespace, name) };
}
async function placeOf(cluster, object) {
    const placed = await found(cluster, object);
    if (placed !== undefined)
        return placed;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${(0,_order_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN)(object)} cannot be applied: the cluster has no kind ${object.kind} in ${object.apiVersion}`, 'install the add-on that defines it first');
}
async function established(cluster, path, name) {
    for (let turn = 0; turn < 60; turn += 1) {
        const { status } = (await cluster.get(path)) ?? {};
        const good = ({ type, status: state }) => type === 'Established' && state === 'True';
        if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .mapsIn */ .nf)(status?.conditions).some(good))
            return;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(500);
    }
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the CustomResourceDefinition ${name} is not established after 30 s`, `find out why: \`kubectl describe crd ${name}\``);
}
function scaleDown(object) {
    const spec = object.spec;
    switch (object.kind) {
        case 'Deployment':
        case 'StatefulSet':
        case 'ReplicaSet':
        case 'ReplicationController':
            return { ...object, spec: { ...spec, replicas: 0 } };
        case 'CronJob':
        case 'Job':
            return { ...object, spec: { ...spec, suspend: true } };
        default:
            return object;
    }
}


/***/ }),

/***/ 13727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PY: () => (/* binding */ replicasBefore),
/* harmony export */   YI: () => (/* binding */ neutralize),
/* harmony export */   q6: () => (/* binding */ withSideEffects)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const replicasAnnotation = 'slipway.dev/drill-replicas';
const dnsController = 'external-dns.alpha.kubernetes.io/controller';
const sideEffectAnnotation = /^(?:external-dns\.alpha\.kubernetes\.io|cert-manager\.io|acme\.cert-manager\.io)\//;
function withSideEffects(manifests) {
    return flat(manifests).flatMap(object => {
        const verdict = neutralizeOne(object);
        return verdict.why.length === 0 ? [] : [`${titleOf(object)} (${verdict.why.join(', ')})`];
    });
}
function neutralize(manifests) {
    const all = flat(manifests).map(object => ({ object, ...neutralizeOne(object) }));
    return {
        manifests: all.flatMap(({ neutralized: kept }) => (kept === undefined ? [] : [kept])),
        changes: all.flatMap(({ object, why, neutralized: kept }) => why.length === 0
            ? []
            : [`${titleOf(object)} was ${kept === undefined ? 'left out' : 'changed'}: ${why.join(', ')}`]),
    };
}
function replicasBefore({ metadata }) {
    const written = metadata?.annotations?.[replicasAnnotation];
    return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}
function neutralizeOne(object) {
    const known = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOf */ .F8)(object)}/${object.kind ?? ''}`;
    const omitted = whyOmitted(known);
    if (omitted !== undefined)
        return { why: [omitted], neutralized: undefined };
    const steps = [withoutAnnotations, ...(changers[known] ?? [])];
    return steps.reduce((before, step) => {
        const after = before.neutralized === undefined ? before : step(before.neutralized);
        return { why: [...before.why, ...(after === before ? [] : after.why)], neutralized: after.neutralized };
    }, { why: [], neutralized: object });
}
const allOf = (group, kinds, why) => Object.fromEntries(kinds.map(kind => [`${group}/${kind}`, why]));
const omittedKinds = {
    '/Pod': 'it would start immediately',
    '/ReplicationController': 'it would start pods immediately',
    'apps/DaemonSet': 'it would start pods immediately',
    'networking.k8s.io/NetworkPolicy': 'it could allow egress from the namespace',
    ...allOf('admissionregistration.k8s.io', ['ValidatingWebhookConfiguration', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'], 'it would validate requests of the whole cluster'),
    ...allOf('admissionregistration.k8s.io', ['MutatingWebhookConfiguration', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'], 'it would mutate requests of the whole cluster'),
    'apiregistration.k8s.io/APIService': 'it would take over an API of the API server',
    'gateway.networking.k8s.io/Gateway': 'it would create a load balancer',
    'networking.k8s.io/Ingress': 'it would route traffic to the copy',
    ...allOf('gateway.networking.k8s.io', ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'], 'it would route traffic to the copy'),
    'cert-manager.io/Certificate': 'it would request a certificate',
};
const ownGroups = new Set([
    ...['', 'apps', 'batch', 'autoscaling', 'policy'],
    ...[
        ...['rbac.authorization', 'networking', 'gateway.networking', 'storage', 'scheduling', 'node'],
        ...['discovery', 'coordination', 'events', 'apiextensions', 'resource'],
    ].map(name => `${name}.k8s.io`),
]);
function whyOmitted(known) {
    if (omittedKinds[known] !== undefined)
        return omittedKinds[known];
    const [group = ''] = known.split('/');
    return ownGroups.has(group) ? undefined : `an operator may act on ${known}`;
}
const untouched = (object) => ({ why: [], neutralized: object });
const suspended = object => specOf(object).suspend === true
    ? untouched(object)
    : { why: ['it would run'], neutralized: withSpec(object, { suspend: true }) };
const scaledDown = object => {
    const { replicas = 1 } = specOf(object);
    if (replicas === 0)
        return untouched(object);
    const scaled = withSpec(object, { replicas: 0 });
    return {
        why: ['it would start pods immediately'],
        neutralized: withAnnotations(scaled, {
            ...annotationsOf(object),
            [replicasAnnotation]: String(replicas),
        }),
    };
};
const offTheNode = (...path) => object => {
    const pod = path.reduce((at, key) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(at) ? at[key] : undefined), object);
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(pod) || pod.hostNetwork !== true)
        return untouched(object);
    return {
        why: ['its pods would use the host network'],
        neutralized: replaced(object, path, { ...pod, hostNetwork: false }),
    };
};
const outward = [
    ...['externalIPs', 'externalTrafficPolicy', 'healthCheckNodePort', 'allocateLoadBalancerNodePorts'],
    ...['loadBalancerIP', 'loadBalancerClass', 'loadBalancerSourceRanges'],
];
const inward = object => {
    const spec = specOf(object);
    const opens = spec.type === 'LoadBalancer' || spec.type === 'NodePort';
    const external = Array.isArray(spec.externalIPs) && spec.externalIPs.length > 0;
    if (!opens && !external)
        return untouched(object);
    const ports = Array.isArray(spec.ports) ? spec.ports : [];
    const kept = Object.fromEntries(Object.entries(spec).filter(([field]) => !outward.includes(field)));
    const inside = {
        ...kept,
        ...(opens ? { type: 'ClusterIP' } : {}),
        ports: ports.map(port => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(port) ? Object.fromEntries(Object.entries(port).filter(([key]) => key !== 'nodePort')) : port),
    };
    return {
        why: [opens ? `it would open a ${spec.type}` : 'it would claim external IP addresses'],
        neutralized: { ...object, spec: inside },
    };
};
function withoutAnnotations(object) {
    const annotations = annotationsOf(object);
    const acts = (key) => sideEffectAnnotation.test(key) && !(key === dnsController && annotations[key] === 'none');
    const found = Object.keys(annotations).filter(acts);
    if (found.length === 0)
        return untouched(object);
    const rest = Object.fromEntries(Object.entries(annotations).filter(([key]) => !acts(key)));
    return {
        why: [`it is annotated with ${found.sort().join(' and ')}`],
        neutralized: withAnnotations(object, rest),
    };
}
const podOf = ['spec', 'template', 'spec'];
const workload = [scaledDown, offTheNode(...podOf)];
const changers = {
    'apps/Deployment': workload,
    'apps/StatefulSet': workload,
    'apps/ReplicaSet': workload,
    'batch/Job': [suspended, offTheNode(...podOf)],
    'batch/CronJob': [suspended, offTheNode('spec', 'jobTemplate', ...podOf)],
    '/Service': [inward],
};
function flat(manifests) {
    return manifests.flatMap(object => object.kind?.endsWith('List') === true && Array.isArray(object.items)
        ? flat(object.items.filter(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh))
        : [object]);
}
const titleOf = ({ kind, metadata }) => `${kind ?? 'object'}/${metadata?.name ?? ''}`;
const specOf = ({ spec }) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(spec) ? spec : {});
const annotationsOf = ({ metadata }) => metadata?.annotations ?? {};
const withSpec = (object, more) => ({
    ...object,
    spec: { ...specOf(object), ...more },
});
const withAnnotations = (object, annotations) => ({
    ...object,
    metadata: { ...object.metadata, annotations },
});
function replaced(at, [key, ...rest], value) {
    if (key === undefined)
        return value;
    const map = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(at) ? at : {};
    return { ...map, [key]: replaced(map[key], rest, value) };
}


/***/ }),

/***/ 72505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ bucketSource),
/* harmony export */   z: () => (/* binding */ backUpBucket)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _files_backup_sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80048);
/* harmony import */ var _whole_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1517);
/* harmony import */ var _copying_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63381);
/* harmony import */ var _mirror_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39795);







const bucketSource = (name) => `bucket/${name}`;
async function backUpBucket(run, { name, bucket, folder, exec, repositories }) {
    for (let attempt = 1;; attempt++) {
        const { objects, totals } = await (0,_mirror_js__WEBPACK_IMPORTED_MODULE_5__/* .mirrorBucket */ .mq)(bucket, folder, run.report).catch(error => {
            throw (0,_whole_file_js__WEBPACK_IMPORTED_MODULE_3__/* .diskFault */ .s)(folder, error, 'free space there, or name another disk as its `mirror`') ?? error;
        });
        const files = await (0,_files_backup_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .backUpSource */ .yP)(run, { name: bucketSource(name), folder, exec, repositories });
        const damaged = differingIn(folder, objects, files.listing);
        if (damaged.length === 0)
            return { files, store: { name, ...totals, backups: [...files.backups] } };
        if (attempt === attempts)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(damaged.length, 'object')} in ${folder} ${damaged.length === 1 ? 'is' : 'are'} damaged again after a second download, such as ${JSON.stringify(damaged[0]?.key)}`, 'let no other process write there, or name another disk as its `mirror`');
        await (0,_mirror_js__WEBPACK_IMPORTED_MODULE_5__/* .dropObjects */ .sP)(folder, damaged, run.report);
    }
}
const attempts = 2;
function differingIn(folder, objects, { files }) {
    const found = new Map(files.map(({ path, sha256 }) => [path, sha256]));
    return objects.filter(each => found.get((0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, (0,_copying_js__WEBPACK_IMPORTED_MODULE_4__/* .fileOf */ .W7)(folder, each))) !== each.sha256);
}


/***/ }),

/***/ 63381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JH: () => (/* binding */ copyObject),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   mp: () => (/* binding */ openProgress)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25726);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77462);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(14744);









const fileOf = (folder, object) => {
    const name = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .sha256Of */ .Bj)(nameOf(object));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'objects', name.slice(0, 2), name);
};
const progressFile = 'progress.jsonl';
async function openProgress(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, progressFile);
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file, 'utf8').catch(() => '');
    const notes = Map.groupBy(text.split('\n').flatMap(noteIn), nameOf);
    return {
        notesOf: object => (notes.get(nameOf(object)) ?? []).toSorted((a, b) => a.bytes - b.bytes),
        note: note => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.appendFile)(file, `\n${JSON.stringify(note)}`),
        remove: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true }),
    };
}
const nameOf = ({ key, etag }) => JSON.stringify([key, etag]);
function noteIn(line) {
    const { key, bytes, sha256, etag, headers, whole } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonMap */ .vM)(line) ?? {};
    const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSha256 */ .tz)(String(sha256));
    if (typeof key !== 'string' || typeof etag !== 'string' || typeof bytes !== 'number')
        return [];
    if (hash === undefined || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(headers) || typeof whole !== 'boolean')
        return [];
    return [{ key, bytes, sha256: hash, etag, headers: headers, whole }];
}
const tries = 3;
async function copyObject(copying, listed) {
    const notes = copying.progress.notesOf(listed);
    const whole = notes.find(each => each.whole);
    if (whole !== undefined && (await (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .hashOfFile */ .QY)(fileOf(copying.folder, whole))) === whole.sha256)
        return mirrored(whole);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)({ attempts: tries, temporary: error => error instanceof _download_js__WEBPACK_IMPORTED_MODULE_7__/* .ObjectChanged */ .q3 }, count => fetchObject(copying, listed, count === 1 ? notes : []));
}
async function fetchObject({ bucket, folder, progress, noteEvery }, { key, etag }, notes) {
    const begun = await beginningIn(`${fileOf(folder, { key, etag })}.partial`, notes);
    const opened = await bucket.open(key, begun && { from: begun.bytes, etag });
    if (opened === undefined)
        return undefined;
    const about = { key, etag: opened.etag, headers: opened.headers };
    const file = fileOf(folder, about);
    const partial = `${file}.partial`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), { recursive: true });
    const continues = begun !== undefined && opened.from > 0;
    if (continues)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.truncate)(partial, opened.from);
    const hash = continues ? begun.hash : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = opened.from;
    let noted = bytes;
    const note = (of, whole) => progress.note({ ...about, bytes, sha256: of.digest('hex'), whole });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(opened.body, async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
            if (bytes - noted < noteEvery)
                continue;
            noted = bytes;
            await note(hash.copy(), false);
        }
    }, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(partial, { flags: continues ? 'a' : 'w' }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(partial, file);
    const sha256 = hash.digest('hex');
    await progress.note({ ...about, bytes, sha256, whole: true });
    return { ...about, bytes, sha256 };
}
async function beginningIn(file, notes) {
    let found;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let at = 0;
    for (const { bytes, sha256 } of notes) {
        const read = await addTo(hash, file, at, bytes);
        at += read;
        if (at !== bytes)
            break;
        if (hash.copy().digest('hex') === sha256)
            found = { bytes, hash: hash.copy() };
    }
    return found;
}
async function addTo(hash, file, from, to) {
    let read = 0;
    if (to <= from)
        return read;
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { start: from, end: to - 1 })) {
            hash.update(chunk);
            read += chunk.length;
        }
    }
    catch {
        return 0;
    }
    return read;
}
const mirrored = ({ whole: _, ...rest }) => rest;


/***/ }),

/***/ 14744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xf: () => (/* binding */ endIn),
/* harmony export */   aw: () => (/* binding */ restIn),
/* harmony export */   q3: () => (/* binding */ ObjectChanged),
/* harmony export */   uN: () => (/* binding */ resumed)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77076);




class ObjectChanged extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    constructor(what) {
        super(`${what} changed while it was read`, 'run the step again');
    }
}
const progress = 1 << 20;
const resumed = (body) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(chunksOf(body), { objectMode: false });
async function* chunksOf({ what, from, end, first, again }) {
    let [at, chunks, failed] = [from, first, 0];
    for (;;) {
        const began = at;
        let broken;
        const incoming = chunks[Symbol.asyncIterator]();
        try {
            for (;;) {
                const next = await incoming.next().catch((error) => {
                    broken = error;
                    return undefined;
                });
                if (next === undefined || next.done === true)
                    break;
                at += next.value.length;
                yield next.value;
            }
        }
        finally {
            await incoming.return?.();
        }
        if (broken === undefined && (end === undefined || at === end))
            return;
        failed = at - began >= progress ? 1 : failed + 1;
        if (failed >= _retries_js__WEBPACK_IMPORTED_MODULE_3__/* .attempts */ .r2 || (end !== undefined && at > end))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the download of ${what} breaks off at byte ${at}${end === undefined ? '' : ` of ${end}`} in every attempt`, 'check the store and the network, then run the step again', { cause: broken });
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)((0,_retries_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseAfter */ .l0)(failed));
        chunks = await again(at);
    }
}
function restIn(answer, from) {
    const { statusCode, headers } = answer;
    if (statusCode === 200)
        return from === 0 ? answer : without(answer, from);
    return statusCode === 206 && rangeIn(headers)?.from === from ? answer : undefined;
}
async function* without(chunks, bytes) {
    let left = bytes;
    for await (const chunk of chunks) {
        if (left < chunk.length)
            yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
    }
}
function endIn({ statusCode, headers }) {
    if (statusCode === 206)
        return rangeIn(headers)?.end;
    const length = headers['content-length'];
    return length === undefined ? undefined : Number(length);
}
function rangeIn(headers) {
    const [, from, last] = /^bytes (\d+)-(\d+)\//.exec(headers['content-range'] ?? '') ?? [];
    return from === undefined ? undefined : { from: Number(from), end: Number(last) + 1 };
}


/***/ }),

/***/ 39795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ totalsOfBucket),
/* harmony export */   Dg: () => (/* binding */ dropDamaged),
/* harmony export */   VZ: () => (/* binding */ restoreBucket),
/* harmony export */   mq: () => (/* binding */ mirrorBucket),
/* harmony export */   sP: () => (/* binding */ dropObjects),
/* harmony export */   uM: () => (/* binding */ faultsInMirror)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48961);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77462);
/* harmony import */ var _whole_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1517);
/* harmony import */ var _copying_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63381);











const atOnce = 8;
const usualNote = 64 << 20;
async function mirrorBucket(bucket, folder, report, { noteEvery = usualNote } = {}) {
    const known = new Map((await readIndex(folder)).map(each => [each.key, each]));
    const listed = await bucket.list();
    const changed = listed.filter(({ key, bytes, etag }) => {
        const own = known.get(key);
        return own?.bytes !== bytes || own.etag !== etag;
    });
    const anew = new Set(changed.map(({ key }) => key));
    report(`${bucket.name}: copying ${changed.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(listed.length, 'object')}`);
    const came = new Map();
    const progress = await (0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .openProgress */ .mp)(folder);
    const copying = { bucket, folder, progress, noteEvery };
    for (const each of await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__.mapOf)(changed, atOnce, listed => (0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .copyObject */ .JH)(copying, listed)))
        if (each !== undefined)
            came.set(each.key, each);
    const vanished = changed.filter(({ key }) => !came.has(key));
    await requireGone(bucket, vanished);
    const objects = listed.flatMap(({ key }) => {
        const own = came.get(key) ?? (anew.has(key) ? undefined : known.get(key));
        return own === undefined ? [] : [own];
    });
    await writeIndex(folder, objects);
    await progress.remove();
    await removeOthers(folder, objects);
    return { objects, totals: totalsOfObjects(objects), vanished: vanished.length };
}
async function requireGone(bucket, lost) {
    if (lost.length === 0)
        return;
    const there = new Set((await bucket.list()).map(({ key }) => key));
    const still = lost.filter(({ key }) => there.has(key));
    if (still.length === 0)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the bucket ${bucket.name} lists ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(still.length, 'object')} that cannot be read, such as ${JSON.stringify(still[0]?.key)}`, 'check that the credentials may read every object, and that the store still has this one');
}
function totalsOfObjects(objects) {
    return {
        count: objects.length,
        bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_5__/* .orderFreeHash */ .LT)(objects.map(({ key, sha256 }) => ({ path: key, sha256 }))),
    };
}
async function restoreBucket(folder, bucket, report, { again = false } = {}) {
    const objects = await readIndex(folder);
    const own = new Set(again ? objects.map(({ key }) => key) : []);
    const foreign = (await bucket.list()).filter(({ key }) => !own.has(key));
    if (foreign.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the bucket ${bucket.name} is not empty: it holds ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(foreign.length, 'object')}${again ? ' that this backup does not have' : ''}`, 'restore into an empty bucket');
    await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__.mapOf)(objects, atOnce, async ({ key, etag, bytes, sha256, headers }) => {
        const file = (0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .fileOf */ .W7)(folder, { key, etag });
        if ((await (0,_checksum_js__WEBPACK_IMPORTED_MODULE_5__/* .hashOfFile */ .QY)(file)) !== sha256)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the copy of the object ${JSON.stringify(key)} is damaged or missing`, 'restore the folder from another backup');
        await bucket.put(key, {
            bytes,
            sha256,
            headers,
            body: range => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, range && { start: range.from, end: range.to - 1 }),
        });
    });
    report(`${bucket.name}: restored ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(objects.length, 'object')}`);
    return totalsOfObjects(objects);
}
async function faultsInMirror(folder) {
    const objects = await readIndex(folder);
    if (objects.length === 0)
        return ['the copy of the bucket is empty'];
    return (await damagedIn(folder, objects)).map(({ key, found }) => `the object ${JSON.stringify(key)} is ${found === undefined ? 'missing' : 'damaged'}`);
}
async function dropDamaged(folder, report) {
    await dropObjects(folder, await damagedIn(folder, await readIndex(folder)), report);
}
async function dropObjects(folder, dropped, report) {
    if (dropped.length === 0)
        return;
    const keys = new Set(dropped.map(({ key }) => key));
    const objects = await readIndex(folder);
    await writeIndex(folder, objects.filter(({ key }) => !keys.has(key)));
    report(`${folder}: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(keys.size, 'object')} damaged or missing; downloading again`);
}
async function damagedIn(folder, objects) {
    const all = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__.mapOf)(objects, atOnce, async (each) => ({
        ...each,
        found: await (0,_checksum_js__WEBPACK_IMPORTED_MODULE_5__/* .hashOfFile */ .QY)((0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .fileOf */ .W7)(folder, each)),
    }));
    return all.filter(({ sha256, found }) => found !== sha256);
}
async function totalsOfBucket(bucket) {
    const objects = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__.mapOf)(await bucket.list(), atOnce, async ({ key, etag }) => {
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
async function readIndex(folder) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined)
        return [];
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonMap */ .vM)(text);
    const fault = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${folder} is not a copy of a bucket`, 'name another folder');
    if (document?.schema !== 1)
        throw fault();
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .mapsIn */ .nf)(document.objects).map(({ key, bytes, sha256, etag, headers }) => {
        const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_5__/* .parseSha256 */ .tz)(String(sha256));
        if (typeof key !== 'string' || typeof bytes !== 'number' || hash === undefined || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .isMap */ .jh)(headers))
            throw fault();
        return { key, bytes, sha256: hash, etag: String(etag), headers: headers };
    });
}
async function writeIndex(folder, objects) {
    const sorted = objects.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const text = `${JSON.stringify({ schema: 1, objects: sorted }, undefined, 1)}\n`;
    await (0,_whole_file_js__WEBPACK_IMPORTED_MODULE_6__/* .writeWhole */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'index.json'), text);
}
async function removeOthers(folder, objects) {
    const wanted = new Set(objects.map(each => (0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .fileOf */ .W7)(folder, each)));
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'objects'), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const each of entries) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(each.parentPath, each.name);
        if (each.isFile() && !wanted.has(file))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file);
    }
}


/***/ }),

/***/ 77076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   r2: () => (/* binding */ attempts)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);


const attempts = 6;
const firstPause = 200;
const inTime = 60_000;
const busy = (status) => status === undefined || status === 429 || (status >= 500 && status !== 501 && status !== 505);
function withRetries(bucket, attempt, statusOf, again, within = inTime) {
    const unfinished = (answer) => {
        const isBusy = busy(statusOf(answer));
        if (isBusy)
            again(answer);
        return isBusy;
    };
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, within, unfinished, temporary: () => true, delay: pauseAfter }, attempt).catch(error => {
        throw outOfReach(bucket, error);
    });
}
const pauseAfter = (count) => firstPause * 2 ** (count - 1) * (0.5 + Math.random() / 2);
const outOfReach = (bucket, error) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${bucket} cannot be reached (${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error)})`, 'check that its address is right and reachable from here', { cause: error });


/***/ }),

/***/ 32157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ pvcsFor)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




async function pvcsFor({ cluster, into }, objects) {
    const named = objects.some(each => classesNamed(each).length > 0);
    const { names, defaultClass } = named ? await classesOf(cluster) : { names: [], defaultClass: undefined };
    const isLost = (storageClass) => names !== undefined && !names.includes(storageClass);
    const lost = objects
        .filter(({ kind }) => kind === 'PersistentVolumeClaim')
        .flatMap(each => classesNamed(each)
        .filter(isLost)
        .map(storageClass => ({ pvc: each.metadata.name, storageClass })));
    if (defaultClass === undefined)
        for (const { pvc, storageClass } of lost)
            if ((await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pvc, into, pvc))) === undefined)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the PVC ${pvc} cannot be created: the cluster has neither its storage class ${storageClass} nor a default one`, `create that class, or the PVC itself in ${into}, then run it again`);
    const wanted = (spec) => {
        const { dataSource: _, dataSourceRef: __, storageClassName, ...rest } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(spec) ? spec : {};
        if (typeof storageClassName !== 'string')
            return rest;
        const stays = storageClassName === '' || defaultClass === undefined || !isLost(storageClassName);
        return { ...rest, storageClassName: stays ? storageClassName : defaultClass };
    };
    return {
        objects: objects.map(object => withPvcs(object, wanted)),
        changes: defaultClass === undefined
            ? []
            : lost.map(({ pvc, storageClass }) => `the PVC ${pvc} gets the storage class ${defaultClass} instead of ${storageClass}, which this cluster does not have`),
    };
}
async function classesOf(cluster) {
    const list = await cluster
        .list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.storageClass, ''))
        .catch((0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ifNotAllowed */ .hC)(undefined));
    if (list === undefined)
        return { names: undefined, defaultClass: undefined };
    const { items } = list;
    const isUsual = ({ metadata }) => metadata?.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
    return {
        names: items.flatMap(({ metadata }) => metadata?.name ?? []),
        defaultClass: items.find(isUsual)?.metadata?.name,
    };
}
function withPvcs(object, change) {
    if (object.kind === 'PersistentVolumeClaim')
        return { ...object, spec: change(object.spec) };
    if (object.kind !== 'StatefulSet' || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(object.spec))
        return object;
    const { volumeClaimTemplates: templates } = object.spec;
    if (templates === undefined)
        return object;
    const changed = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .mapsIn */ .nf)(templates).map(each => ({ ...each, spec: change(each.spec) }));
    return { ...object, spec: { ...object.spec, volumeClaimTemplates: changed } };
}
function classesNamed({ kind, spec }) {
    if (kind === 'PersistentVolumeClaim')
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .mapsIn */ .nf)([spec]).map(each => each.storageClassName));
    if (kind !== 'StatefulSet' || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(spec))
        return [];
    const pvcs = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .mapsIn */ .nf)(spec.volumeClaimTemplates).map(each => each.spec);
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .mapsIn */ .nf)(pvcs).map(each => each.storageClassName));
}


/***/ }),

/***/ 84158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  objectsCheck: () => (/* binding */ objectsCheck),
  pvcsIn: () => (/* binding */ pvcsIn),
  restoreBucketOf: () => (/* binding */ restoreBucketOf),
  restoreObjects: () => (/* binding */ restoreObjects),
  restoreSecrets: () => (/* binding */ restoreSecrets),
  restoreVolume: () => (/* binding */ restoreVolume)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var toolkit_count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/attachments.js
var attachments = __webpack_require__(92787);
// EXTERNAL MODULE: ./.build/js/src/recovery/chosen-backup.js
var chosen_backup = __webpack_require__(4554);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/applying.js
var applying = __webpack_require__(5809);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/drift.js
var drift = __webpack_require__(34730);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/exporting.js + 3 modules
var exporting = __webpack_require__(54328);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/order.js
var order = __webpack_require__(88325);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(83622);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backup-pod.js
var backup_pod = __webpack_require__(39793);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backup-sources.js + 2 modules
var backup_sources = __webpack_require__(80048);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/repository.js
var files_repository = __webpack_require__(34809);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/answers.js
var answers = __webpack_require__(91002);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backing-up.js
var backing_up = __webpack_require__(7988);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/listing.js
var listing = __webpack_require__(27833);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/listing-script.js
var listing_script = __webpack_require__(60985);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/restic.js
var restic = __webpack_require__(89643);
;// CONCATENATED MODULE: ./.build/js/src/recovery/files/restoring.js








async function restoreFiles(task) {
    const { repository, source, snapshot, into, replace, expected, exec, signal, report } = task;
    await (0,files_repository/* knownVersion */.uQ)(task);
    const there = await (0,files_repository/* snapshotsOf */.XO)(task, source);
    if (there === undefined || !there.some(({ id }) => id === snapshot))
        throw new errors/* UserError */.yo(`the backup ${snapshot.slice(0, 8)} of ${source.name} is not in ${repository.name}`, 'restore it from another repository, or choose another backup');
    if (!replace)
        await requireEmpty(task);
    await task.begins?.();
    report(`${source.name}: restoring ${snapshot.slice(0, 8)} from ${repository.name} into ${into}`);
    const answer = await (0,files_repository/* call */.T1)(task, (0,restic/* restore */.PF)({ snapshot, folder: source.folder, into, replace }), source.name);
    if (answer.code !== 0)
        throw (0,answers/* refused */.J5)(repository, `restore ${source.name}`, answer);
    const { bytes = 0 } = (0,answers/* parseRestored */.k8)(answer) ?? {};
    const files = await (0,backing_up/* listFiles */.CS)(exec, into, signal);
    report(`${source.name}: restored ${(0,toolkit_count/* counted */.h)(files.length, 'file')}, ${(0,backing_up/* megabytes */.ix)(bytes)}`);
    const unsettled = new Set(expected.unsettled);
    return {
        differences: (0,listing/* compareFiles */.hZ)(expected, files, task),
        totals: (0,listing/* totalsOf */.vA)({ files: files.filter(({ path }) => !unsettled.has(path)) }),
    };
}
async function requireEmpty({ exec, into, signal }) {
    const { code, stdout, stderr } = await exec((0,listing_script/* firstName */.u$)(into), { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (code !== 0)
        throw new errors/* UserError */.yo(`the folder ${into} cannot be read: ${stderr.trim().slice(0, 300)}`, 'create it first, with access for the user that restores');
    if (stdout !== '')
        throw new errors/* UserError */.yo(`the folder ${into} is not empty`, 'restore into an empty folder, or delete its content first');
}

// EXTERNAL MODULE: ./.build/js/src/recovery/guard/side-effects.js
var side_effects = __webpack_require__(13727);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/bucket-backup.js
var bucket_backup = __webpack_require__(72505);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/mirror.js
var mirror = __webpack_require__(39795);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/pvcs.js
var pvcs = __webpack_require__(32157);
;// CONCATENATED MODULE: ./.build/js/src/recovery/restoring-parts.js



















const compared = (what, sentences, good) => {
    const [first] = sentences;
    if (first === undefined)
        return { level: 'L3', what, state: 'passed', sentence: good };
    const more = sentences.length === 1 ? '' : `, and ${sentences.length - 1} more`;
    return { level: 'L3', what, state: 'failed', sentence: `${first}${more}` };
};
async function restoreObjects(task) {
    const { cluster, from, into, report } = task;
    const all = (0,portable/* movedTo */.r)(await (0,attachments.exportIn)(task.at, task.identities), from, into);
    const { manifests, changes } = (0,side_effects/* neutralize */.YI)(all);
    for (const change of changes)
        report(change);
    const kept = manifests.filter(({ kind }) => kind !== 'StorageClass');
    const { objects: moved, changes: classes } = await (0,pvcs/* pvcsFor */.q)(task, kept);
    for (const change of classes)
        report(change);
    const applied = await (0,applying/* applyExport */.T)({ cluster, objects: moved, overwrite: false, scaledDown: true, report });
    const left = new Set(applied.unchanged);
    return [
        await objectsCheck({ cluster, from, into }, moved.map(applying/* scaleDown */.R).filter(each => !left.has((0,order/* keyOf */.TN)(each))), `created ${(0,toolkit_count/* counted */.h)(applied.created.length, 'object')}, scaled to 0 or suspended, and otherwise as in the backup${all.length === manifests.length ? '' : `; left out ${all.length - manifests.length} that would act automatically`}`),
    ];
}
async function objectsCheck({ cluster, from, into }, expected, good) {
    const differing = (0,drift/* drift */.U)({ objects: expected }, await (0,exporting/* exportNamespace */.m9)(cluster, into)).filter(({ kind, object }) => kind !== 'unexpected' && !/^(Namespace|PersistentVolume) /.test(object));
    return compared(`objects of ${from} in ${into}`, differing.map(({ sentence }) => sentence), good);
}
async function restoreSecrets(task) {
    const { cluster, from, into, report } = task;
    const secrets = (0,portable/* movedTo */.r)(await (0,attachments.secretsIn)(task.at, task.identities), from, into);
    await (0,applying/* applyExport */.T)({ cluster, objects: secrets, overwrite: false, scaledDown: true, report });
    const differing = [];
    for (const secret of secrets) {
        const { name } = secret.metadata;
        const found = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.secret, into, name));
        if (!(0,external_node_util_.isDeepStrictEqual)(found?.data ?? {}, secret.data ?? {}))
            differing.push(`the Secret ${name} differs from the backup`);
    }
    return [
        compared(`secrets of ${from} in ${into}`, differing, `${(0,toolkit_count/* counted */.h)(secrets.length, 'Secret')}, all as in the backup`),
    ];
}
const pvcsIn = ({ volumes }) => volumes.filter(({ files }) => files !== undefined).map(({ pvc }) => pvc);
async function restoreVolume(task) {
    const { at, pvc, from, into, repositories, repository, signal, report } = task;
    const volume = at.set.manifest.volumes.find(each => each.pvc === pvc);
    const source = { name: (0,backup_sources/* sourceName */.VZ)(at.owner, `${from}/${pvc}`), folder: backup_pod/* mounts */.Lk.pvc };
    const place = (0,chosen_backup/* chosen */.F)(volume?.files?.backups, repositories, repository, `the volume ${pvc}`);
    const expected = await (0,attachments.listingIn)(at, attachments.fileNames.volume(pvc));
    await pvcThere(task);
    const backupPod = await task.raise();
    try {
        const { differences, totals } = await restoreFiles({
            ...place,
            source,
            expected,
            signal,
            report,
            exec: backupPod.exec,
            into: backup_pod/* mounts */.Lk.pvc,
            replace: task.replace ?? false,
            owners: true,
            begins: async () => task.begins?.(),
        });
        return [
            compared(`files of ${pvc} in ${into}`, differences.map(({ sentence }) => sentence), `${(0,toolkit_count/* counted */.h)(totals.count, 'file')} of ${(totals.bytes / 1e6).toFixed(1)} MB, each with its original SHA-256${expected.files.some(({ owner }) => owner !== undefined) ? ', owner and mode' : ''}`),
        ];
    }
    finally {
        await backupPod.remove();
    }
}
async function pvcThere({ cluster, at, identities, pvc, from, into, report }) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.pvc, into);
    if ((await cluster.get(`${path}/${pvc}`)) !== undefined)
        return;
    const isIt = ({ kind, metadata }) => kind === 'PersistentVolumeClaim' && metadata.name === pvc && metadata.namespace === from;
    const readable = (await (0,attachments.knownIn)(at))?.plain.filter(isIt) ?? [];
    const own = readable.length > 0 ? readable : (await (0,attachments.exportIn)(at, identities)).filter(isIt);
    const found = (0,portable/* movedTo */.r)(own, from, into)[0];
    if (found === undefined)
        throw new errors/* UserError */.yo(`the PVC ${pvc} does not exist in ${into}, and the set does not describe it`, 'create it, as large as the lost one');
    const { objects, changes } = await (0,pvcs/* pvcsFor */.q)({ cluster, into }, [found]);
    for (const change of changes)
        report(change);
    await cluster.create(path, objects[0] ?? found);
    report(`created the PVC ${pvc} in ${into}`);
}
async function restoreBucketOf(task) {
    const { at, kept, target, repository, signal, report } = task;
    const { name, folder, exec, repositories } = kept;
    const noted = at.set.manifest.objectStores.find(each => each.name === name);
    const all = new Map(repositories.map(each => [each.name, each]));
    const place = (0,chosen_backup/* chosen */.F)(noted?.backups, all, repository, `the bucket ${name}`);
    const expected = await (0,attachments.listingIn)(at, attachments.fileNames.bucket(name));
    const access = { exec, repository: place.repository, signal, report };
    const known = (0,backup_sources/* sourceName */.VZ)(at.owner, (0,bucket_backup/* bucketSource */.W)(name));
    const source = { name: known, folder: await folderThen(access, known, place.snapshot) };
    const { differences } = await restoreFiles({
        ...access,
        ...place,
        source,
        expected,
        into: folder,
        replace: false,
        owners: false,
    });
    const [damaged] = differences;
    if (damaged !== undefined)
        throw new errors/* UserError */.yo(`the copy of the bucket ${name} differs from the backup: ${damaged.sentence}`, 'restore it from another repository or another set');
    await (0,mirror/* restoreBucket */.VZ)(folder, target, report);
    const found = await (0,mirror/* totalsOfBucket */.Bu)(target);
    const same = noted !== undefined && found.count === noted.count && found.hash === noted.hash;
    const { count = 0 } = noted ?? {};
    const problem = found.count === count
        ? 'they differ from those in the backup'
        : `the bucket holds ${(0,toolkit_count/* counted */.h)(found.count, 'object')}, and the backup ${count}`;
    return [
        compared(`objects of the bucket ${name}`, same ? [] : [problem], `${(0,toolkit_count/* counted */.h)(found.count, 'object')} of ${(found.bytes / 1e6).toFixed(1)} MB, each read back with its original SHA-256`),
    ];
}
async function folderThen(access, name, snapshot) {
    const all = (await (0,files_repository/* snapshotsOf */.XO)(access, { name })) ?? [];
    const folder = all.find(({ id }) => id === snapshot)?.folders[0];
    if (folder !== undefined)
        return folder;
    throw new errors/* UserError */.yo(`the backup ${snapshot.slice(0, 8)} of ${name} is not in ${access.repository.name}`, 'restore it from another repository, or choose another backup');
}


/***/ })

};
