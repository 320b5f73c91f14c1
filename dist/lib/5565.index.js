export const id = 5565;
export const ids = [5565,6604];
export const modules = {

/***/ 83839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ openArchive)
});

// UNUSED EXPORTS: pathIn

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var child = __webpack_require__(83402);
// EXTERNAL MODULE: ./.build/js/src/actions/trust.js
var actions_trust = __webpack_require__(55571);
;// CONCATENATED MODULE: ./.build/js/src/actions/archive-proof.js






async function proveArchive(read, apart, host, signal) {
    if (apart.config !== '')
        await demandElsewhere(apart, apart.config, 'the slipway.yml that `config` names');
    if (apart.checksum !== '') {
        await demandChecksum(read, apart.checksum);
        return 'its checksum';
    }
    if (apart.config !== '')
        return bySignature(read, apart, host, signal);
    throw new errors/* UserError */.yo('the archive cannot be authenticated: neither `checksum` nor `config` is given', 'set `checksum` to the value that `archive` printed and that is kept with the key, or `config` to a slipway.yml with `trust` that is not on this disk');
}
async function demandChecksum({ sums }, given) {
    const { checksumOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8869)]).then(__webpack_require__.bind(__webpack_require__, 58869));
    const wanted = given
        .trim()
        .toLowerCase()
        .replace(/^sha256:/, '');
    if (!/^[0-9a-f]{64}$/.test(wanted))
        throw new errors/* UserError */.yo('the input `checksum` is not a SHA-256', 'write its 64 hexadecimal digits');
    if (checksumOf(sums) === wanted)
        return;
    throw new errors/* UserError */.yo('the archive does not match the input `checksum`', 'run nothing from it; use another copy, or the checksum of the newest state of this one');
}
async function bySignature({ index, sums }, apart, { env, report }, signal) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const config = await (0,load/* loadConfig */.Z9)(apart.config);
    const trust = trustOf(config, (0,load/* environmentOf */.p7)(config, index.environment).trust);
    if (trust === undefined)
        throw new errors/* UserError */.yo(`the archive cannot be authenticated: ${apart.config} requires no signatures`, 'set `checksum` to the value that is kept with the key');
    const cosign = (0,child/* findOnPath */.a)('cosign');
    if (cosign !== undefined)
        await demandElsewhere(apart, cosign, 'the cosign on the PATH');
    const [{ withCosign }, { verifyDocument }, { documentOfSums, places }] = await Promise.all([
        __webpack_require__.e(/* import() */ 3268).then(__webpack_require__.bind(__webpack_require__, 18506)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(2176)]).then(__webpack_require__.bind(__webpack_require__, 72176)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8869)]).then(__webpack_require__.bind(__webpack_require__, 58869)),
    ]);
    const bundle = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(apart.archive, places.signature), 'utf8').catch(() => undefined);
    const document = documentOfSums({ app: config.app, environment: index.environment }, sums);
    return withCosign({ env, signal, report }, program => verifyDocument(document, bundle, {
        ...(0,actions_trust/* trustOptions */.z5)(apart.config, config, trust),
        ...{ cosign: program, env, now: Date.now() },
    }));
}
async function demandElsewhere({ archive }, file, what) {
    const [folder, found] = await Promise.all([(0,external_node_fs_promises_.realpath)(archive), (0,external_node_fs_promises_.realpath)(file).catch(() => undefined)]);
    if (found === undefined)
        throw new errors/* UserError */.yo(`${what} does not exist: ${file}`, 'correct its path');
    if (!found.startsWith(`${folder}${external_node_path_.sep}`))
        return;
    throw new errors/* UserError */.yo(`${what} is in the archive, so it cannot authenticate the archive`, 'use one that is not on the disk, or set `checksum`');
}

// EXTERNAL MODULE: ./.build/js/src/actions/kept.js
var kept = __webpack_require__(48653);
// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(57346);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/verified-set.js
var verified_set = __webpack_require__(26604);
;// CONCATENATED MODULE: ./.build/js/src/actions/open-archive.js









async function openArchive(inputs, host, signal, known) {
    const { report, env } = host;
    const [{ readArchive, faultsInFiles }, attachments, { openBucket }, { s3Store, placeOf }, { resticIn }, { imageNow },] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2567), __webpack_require__.e(9453), __webpack_require__.e(5893)]).then(__webpack_require__.bind(__webpack_require__, 59453)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2787), __webpack_require__.e(3442)]).then(__webpack_require__.bind(__webpack_require__, 92787)),
        __webpack_require__.e(/* import() */ 8369).then(__webpack_require__.bind(__webpack_require__, 90750)),
        __webpack_require__.e(/* import() */ 2412).then(__webpack_require__.bind(__webpack_require__, 10031)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1893), __webpack_require__.e(3814), __webpack_require__.e(2787), __webpack_require__.e(1627), __webpack_require__.e(845), __webpack_require__.e(7766), __webpack_require__.e(9060), __webpack_require__.e(4158), __webpack_require__.e(1434), __webpack_require__.e(1147)]).then(__webpack_require__.bind(__webpack_require__, 1434)),
        __webpack_require__.e(/* import() */ 3707).then(__webpack_require__.bind(__webpack_require__, 3707)),
    ]);
    const read = await readArchive(inputs.archive);
    const { index } = read;
    if (known !== undefined)
        demandOwner(index, known.owner);
    else
        report(`the archive is authenticated by ${await proveArchive(read, inputs, host, signal)}`);
    const [fault] = await faultsInFiles(inputs.archive, index);
    if (fault !== undefined)
        throw new errors/* UserError */.yo(`the archive is damaged or incomplete: ${fault}`, 'run nothing from it; use another copy');
    const identities = await attachments.readIdentities(inputs.key);
    const path = inputs.config === '' ? (0,external_node_path_.join)(inputs.archive, index.config) : inputs.config;
    const config = await (0,load/* loadConfig */.Z9)(path);
    if (known !== undefined)
        demandOwner({ ...index, app: config.app }, known.owner);
    const environment = (0,load/* environmentOf */.p7)(config, index.environment);
    const recovery = (0,actions_recovery.recoveryOf)(environment, index.environment);
    const newBucket = {
        ...{ address: inputs.bucket.replace(/\/+$/, ''), region: inputs.region },
        ...(0,kept/* loginOf */.DQ)(inputs.login, env, 'the new bucket'),
    };
    const owner = known?.owner ?? { app: config.app, environment: index.environment };
    const { prefix } = placeOf(recovery.repositories[index.repository]?.store?.address ?? inputs.bucket);
    const contents = async () => {
        const address = `${newBucket.address}/${prefix}`.replace(/\/$/, '');
        const store = await s3Store({ ...newBucket, address });
        const place = { ...inputs, config: path };
        const byArchive = set => (0,actions_recovery.verifySet)(set, owner, { config, environment, inputs: place, host, signal });
        const at = await (0,verified_set.readVerifiedSet)({ store, owner, id: index.set }, report, known?.verifySet ?? byArchive);
        const { set } = at;
        const { objects } = await attachments.exportIn(at, identities);
        const secrets = set.manifest.secrets.length === 0 ? [] : await attachments.secretsIn(at, identities);
        return { manifest: set.manifest, objects, secrets, at, identities };
    };
    const placed = (repository) => `${inputs.registry.replace(/\/+$/, '')}/${pathIn(repository)}`;
    const image = recovery.worker && imageNow(recovery.worker.image, index.images, placed);
    const [bucket, registry] = [await openBucket(newBucket), await (0,actions_registry/* registryClient */.R)({ signal })];
    return {
        ...{ index, recovery, bucket, app: config.app, from: environment.namespace },
        offline: {
            ...{ folder: inputs.archive, index, app: config.app, from: environment.namespace },
            ...{ contents, newBucket, bucket, registry, sleep: promises_.setTimeout, report },
            repository: {
                name: index.repository,
                number: recovery.repositories[index.repository]?.pgbackrest ?? 0,
                restic: resticIn(recovery, index.repository),
            },
            worker: image === undefined ? undefined : { ...recovery.worker, image },
            place: placed,
            databases: databasesIn(recovery, inputs.volume),
        },
    };
}
function demandOwner({ app, environment }, owner) {
    if (app === owner.app && environment === owner.environment)
        return;
    throw new errors/* UserError */.yo(`the archive belongs to ${app} in ${environment}, not to ${owner.app} in ${owner.environment}`, 'set the input `archive` to the folder of the right one');
}
const pathIn = (repository) => /^[^/]+\/(.+)$/.exec(/^(?:[^/]*[.:][^/]*|localhost)\//.test(repository) ? repository : `docker.io/${repository}`)?.[1] ?? repository;
const databasesIn = ({ databases, drills }, volume) => Object.entries(databases).map(([name, { workload, container, configuration, stanza, database }]) => ({
    ...{ name, workload, container, configuration, stanza, database, volume: (0,actions_recovery.volumeOf)(volume) },
    service: drills?.markers !== undefined && (drills.database ?? name) === name
        ? drills.markers.service
        : workload.name,
}));


/***/ }),

/***/ 9957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recoverCommand: () => (/* binding */ recoverCommand)
/* harmony export */ });
/* harmony import */ var _cluster_port_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38663);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93240);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _open_archive_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83839);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57346);






const recoverCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'recover',
    description: 'Restore everything from an offline archive into a new cluster, registry and bucket, and verify it.',
    inputs: {
        archive: { description: 'Folder of the archive.', required: true },
        key: { description: 'Path of the file with the offline key.', required: true },
        checksum: {
            description: 'SHA-256 of the archive’s `SHA256SUMS`, as printed by `archive` and kept with the key, not on the disk.',
            default: '',
        },
        config: {
            description: 'Path of a slipway.yml that is not on the disk. Without a `checksum`, its `trust` says who must have signed the archive. Default: the one in the archive, after its checksum was verified.',
            default: '',
        },
        into: {
            description: 'Existing namespace to restore into. Objects in it are not changed.',
            required: true,
        },
        registry: {
            description: 'Registry and path for the images, from which the cluster pulls, such as registry.example.com/shop.',
            required: true,
        },
        bucket: {
            description: 'Address of an empty bucket that the cluster can reach too, such as https://s3.example.com/shop.',
            required: true,
        },
        region: { description: 'Region of the bucket.', default: 'us-east-1' },
        login: {
            description: 'Prefix of the environment variables with the login of the bucket.',
            default: 'RECOVERED',
        },
        'kube-context': { description: 'Context of the kubeconfig. Default: its current one.', default: '' },
        volume: {
            description: 'Volume for the files of each database: a size such as `20Gi`, or a storage class and a size such as `fast/20Gi`. Default: an emptyDir, which is deleted with the pod.',
            default: '',
        },
        patience: { description: 'How long pods may take to become ready.', default: '10m' },
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .toolMirrors */ .Rg,
    },
    positional: 'archive',
    outputs: {
        proved: 'Highest level that was proved, such as `L4`; empty if none was.',
        reason: 'Why the recovery failed or is incomplete, in one sentence; otherwise empty.',
    },
    run: async (inputs, host) => {
        const { report, env } = host;
        const [{ recoverOffline }, { startStamper }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1893), __webpack_require__.e(3814), __webpack_require__.e(2567), __webpack_require__.e(2787), __webpack_require__.e(1627), __webpack_require__.e(845), __webpack_require__.e(7766), __webpack_require__.e(9060), __webpack_require__.e(4067), __webpack_require__.e(4158), __webpack_require__.e(9453), __webpack_require__.e(1434), __webpack_require__.e(1898), __webpack_require__.e(5260), __webpack_require__.e(1181)]).then(__webpack_require__.bind(__webpack_require__, 95260)),
            __webpack_require__.e(/* import() */ 8743).then(__webpack_require__.bind(__webpack_require__, 8743)),
        ]);
        const signal = host.cancellation();
        const { app, recovery, offline } = await (0,_open_archive_js__WEBPACK_IMPORTED_MODULE_4__/* .openArchive */ .p)(inputs, host, signal);
        const patience = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .waitOf */ .pE(inputs.patience);
        const stamper = startStamper(Date.now);
        const cluster = await (0,_cluster_port_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .N)(inputs['kube-context'] === '' ? {} : { context: inputs['kube-context'] });
        try {
            const origin = (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .originOf */ .y)(env);
            const lease = {
                app,
                doing: 'restore',
                namespace: inputs.into,
                wait: 0,
                origin,
                signal,
                report,
            };
            const recovered = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__.withRecoveryLease)(cluster, lease, () => recoverOffline({
                ...{ ...offline, cluster, into: inputs.into, run: origin.run },
                ...{ stamper, patience, signal },
            }));
            for (const each of recovered.changes)
                report(each);
            const rungs = [...recovered.rungs, ...(await applicationRungs(cluster, recovery, inputs.into))];
            return publish({ ...recovered, rungs }, { ...inputs, stamps: stamper.stamps() }, host);
        }
        finally {
            await cluster.close();
        }
    },
});
async function applicationRungs(cluster, { drills }, namespace) {
    const { application, scratch } = drills ?? {};
    if (application === undefined || scratch === undefined)
        return [];
    const [{ forwardTo }, { functionalCheck }, { freshRung }] = await Promise.all([
        __webpack_require__.e(/* import() */ 1629).then(__webpack_require__.bind(__webpack_require__, 31629)),
        __webpack_require__.e(/* import() */ 1594).then(__webpack_require__.bind(__webpack_require__, 51594)),
        __webpack_require__.e(/* import() */ 1135).then(__webpack_require__.bind(__webpack_require__, 11135)),
    ]);
    const forward = await forwardTo({ namespace, service: scratch.service, port: scratch.port }, cluster.reach);
    try {
        const { url: _, host: __, ...rest } = application;
        const check = functionalCheck({ ...rest, base: forward.base });
        const fault = await check.remember(lookPatience);
        return [
            {
                ...{ level: 'L4', what: 'old record', state: fault === undefined ? 'passed' : 'failed' },
                sentence: fault ?? 'the old record was read',
            },
            await freshRung({ fresh: check.fresh && (async () => check.fresh?.(lookPatience)) }),
        ];
    }
    finally {
        forward.close();
    }
}
const lookPatience = 10_000;
async function publish(recovered, about, host) {
    const [{ recoveredSummary }, { notRestored, reached }] = await Promise.all([
        __webpack_require__.e(/* import() */ 9857).then(__webpack_require__.bind(__webpack_require__, 9857)),
        __webpack_require__.e(/* import() */ 4205).then(__webpack_require__.bind(__webpack_require__, 94205)),
    ]);
    const failed = recovered.rungs.find(({ state }) => state === 'failed');
    const [open, ...more] = failed === undefined ? notRestored(recovered.rungs) : [failed];
    host.output('proved', failed === undefined ? (reached(recovered.rungs) ?? '') : '');
    host.output('reason', open === undefined ? '' : `${open.what}: ${open.sentence}`);
    await host.summary(recoveredSummary(recovered, about));
    for (const { level, what, sentence } of recovered.rungs)
        host.report(`${level} ${what}: ${sentence}`);
    host.report(failed !== undefined
        ? `the recovery failed: ${failed.sentence}`
        : open !== undefined
            ? `${about.into} is restored except for ${[open, ...more].map(({ what }) => what).join(', ')}; restore the rest, check the result, then direct the traffic to it`
            : `${about.into} is restored; check the result, then direct the traffic to it`);
    return open === undefined;
}


/***/ }),

/***/ 26604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   firstSet: () => (/* binding */ firstSet),
/* harmony export */   newestVerified: () => (/* binding */ newestVerified),
/* harmony export */   readVerifiedSet: () => (/* binding */ readVerifiedSet),
/* harmony export */   verified: () => (/* binding */ verified)
/* harmony export */ });
async function readVerifiedSet({ store, owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
    return verified({ store, owner, set: await readSet(store, owner, id) }, report, verify);
}
async function verified(at, report, verify) {
    const { set } = at;
    const by = await verify(set);
    report(by === undefined
        ? `the backup set ${set.id} needs no signature`
        : `the manifest of ${set.id} is signed by ${by}`);
    return at;
}
async function newestVerified(stores, { owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
    const found = await firstSet(stores, report, store => readSet(store, owner, id));
    return verified({ ...found, owner }, report, verify);
}
async function firstSet(stores, report, read) {
    let problem = new Error('no store');
    for (const { store } of stores) {
        try {
            return { store, set: await read(store) };
        }
        catch (error) {
            problem = error;
            report(`no backup set was read from ${store.name}`);
        }
    }
    throw problem;
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


/***/ })

};
