export const id = 5565;
export const ids = [5565,7849,230,8];
export const modules = {

/***/ 52043:
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
// EXTERNAL MODULE: ./.build/js/src/toolkit/tools/pin.js + 5 modules
var pin = __webpack_require__(44716);
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
    throw new errors/* UserError */.yo('nothing from outside of the archive says that it is the one that was made', 'give its `checksum`, which `archive` printed and which is kept beside the key, or by `config` a slipway.yml with `trust` that is not on this disk');
}
async function demandChecksum({ sums }, given) {
    const { checksumOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8869)]).then(__webpack_require__.bind(__webpack_require__, 58869));
    const wanted = given
        .trim()
        .toLowerCase()
        .replace(/^sha256:/, '');
    if (!/^[0-9a-f]{64}$/.test(wanted))
        throw new errors/* UserError */.yo('the input `checksum` is no SHA-256', 'write its 64 hexadecimal digits');
    if (checksumOf(sums) === wanted)
        return;
    throw new errors/* UserError */.yo('the archive is not the one of that checksum', 'run nothing of it; take another copy, or the checksum that was kept of its newest state');
}
async function bySignature({ index, sums }, apart, { env, report }, signal) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const config = await (0,load/* loadConfig */.Z9)(apart.config);
    const trust = trustOf(config, (0,load/* environmentOf */.p7)(config, index.environment).trust);
    if (trust === undefined)
        throw new errors/* UserError */.yo(`${apart.config} demands no signatures, so it does not vouch for the archive`, 'give the `checksum` that is kept beside the key');
    const cosign = (0,child/* findOnPath */.a)('cosign');
    if (cosign !== undefined)
        await demandElsewhere(apart, cosign, 'the cosign that would be asked');
    const [{ withCosign }, { vouchForDocument }, { documentOfSums, places }] = await Promise.all([
        __webpack_require__.e(/* import() */ 887).then(__webpack_require__.bind(__webpack_require__, 18506)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6042), __webpack_require__.e(6573), __webpack_require__.e(2176)]).then(__webpack_require__.bind(__webpack_require__, 72176)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8869)]).then(__webpack_require__.bind(__webpack_require__, 58869)),
    ]);
    const bundle = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(apart.archive, places.signature), 'utf8').catch(() => undefined);
    const document = documentOfSums({ app: config.app, environment: index.environment }, sums);
    const toolMirrors = (0,pin.parseMirrors)(apart['tool-mirrors']);
    return withCosign({ toolMirrors, env, signal, report }, program => vouchForDocument(document, bundle, {
        ...(0,actions_trust/* trustOptions */.z5)(apart.config, config, trust),
        ...{ cosign: program, env, now: Date.now() },
    }));
}
async function demandElsewhere({ archive }, file, what) {
    const [folder, found] = await Promise.all([(0,external_node_fs_promises_.realpath)(archive), (0,external_node_fs_promises_.realpath)(file).catch(() => undefined)]);
    if (found === undefined)
        throw new errors/* UserError */.yo(`${what} is not there: ${file}`, 'see whether its path is right');
    if (!found.startsWith(`${folder}${external_node_path_.sep}`))
        return;
    throw new errors/* UserError */.yo(`${what} lies in the archive, and cannot vouch for it`, 'take one that is kept apart from the disk, or give the `checksum`');
}

// EXTERNAL MODULE: ./.build/js/src/actions/kept.js
var kept = __webpack_require__(48653);
// EXTERNAL MODULE: ./.build/js/src/actions/recovery.js
var actions_recovery = __webpack_require__(57346);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/vouched-set.js
var vouched_set = __webpack_require__(50008);
;// CONCATENATED MODULE: ./.build/js/src/actions/archived.js









async function openArchive(inputs, host, signal, known) {
    const { report, env } = host;
    const [{ readArchive, faultsInFiles }, attachments, { openBucket }, { s3Store, placeOf }, { resticIn }, { imageNow },] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2567), __webpack_require__.e(9453), __webpack_require__.e(5893)]).then(__webpack_require__.bind(__webpack_require__, 59453)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2787), __webpack_require__.e(3442)]).then(__webpack_require__.bind(__webpack_require__, 92787)),
        __webpack_require__.e(/* import() */ 8369).then(__webpack_require__.bind(__webpack_require__, 90750)),
        __webpack_require__.e(/* import() */ 2412).then(__webpack_require__.bind(__webpack_require__, 10031)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2787), __webpack_require__.e(845), __webpack_require__.e(9788), __webpack_require__.e(9060), __webpack_require__.e(4158), __webpack_require__.e(1434), __webpack_require__.e(8204)]).then(__webpack_require__.bind(__webpack_require__, 1434)),
        __webpack_require__.e(/* import() */ 3707).then(__webpack_require__.bind(__webpack_require__, 3707)),
    ]);
    const read = await readArchive(inputs.archive);
    const { index } = read;
    if (known !== undefined)
        demandOwner(index, known.owner);
    else
        report(`${await proveArchive(read, inputs, host, signal)} vouches for the archive`);
    const [fault] = await faultsInFiles(inputs.archive, index);
    if (fault !== undefined)
        throw new errors/* UserError */.yo(`the archive is not whole: ${fault}`, 'run nothing of it; take another copy');
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
        const byItself = set => (0,actions_recovery.vouchForSet)(set, owner, { config, environment, inputs: place, host, signal });
        const at = await (0,vouched_set.vouchedSet)({ store, owner, id: index.set }, report, known?.vouchFor ?? byItself);
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
    throw new errors/* UserError */.yo(`the archive is of ${app} in ${environment}, and not of ${owner.app} in ${owner.environment}`, 'name the folder of the other one by the input `archive`');
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
/* harmony import */ var _cluster_port_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93544);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99800);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93240);
/* harmony import */ var _archived_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52043);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41648);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57346);






const recoverCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'recover',
    description: 'Bring everything back from an offline archive into a cluster, a registry and a bucket that have nothing of it, and see that it is right.',
    inputs: {
        archive: { description: 'Folder of the archive.', required: true },
        key: { description: 'Path of the file with the offline key.', required: true },
        checksum: {
            description: 'SHA-256 of the `SHA256SUMS` of the archive, as `archive` printed it; it is kept beside the key, and not on the disk.',
            default: '',
        },
        config: {
            description: 'Path of a slipway.yml that is not on the disk. Without a `checksum` its `trust` says whose signature of the archive counts. Default: that of the archive, when its checksum fits.',
            default: '',
        },
        into: {
            description: 'Namespace; it has to be there. What is in it already stays as it is.',
            required: true,
        },
        registry: {
            description: 'Registry that the cluster pulls from, with what is before the names of images, such as registry.example.com/shop.',
            required: true,
        },
        bucket: {
            description: 'Address of an empty bucket that the cluster reaches, too, such as https://s3.example.com/shop.',
            required: true,
        },
        region: { description: 'Region of the bucket.', default: 'us-east-1' },
        login: {
            description: 'What the environment variables with the login of the bucket begin with.',
            default: 'RECOVERED',
        },
        context: { description: 'Context of the kubeconfig. Default: its current one.', default: '' },
        volume: {
            description: 'What the files of a database are kept on: a size such as `20Gi`, with a storage class before it as `fast/20Gi`. Default: a folder of the node, which goes with the pod.',
            default: '',
        },
        patience: { description: 'How long pods may take until they are ready.', default: '10m' },
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .toolMirrors */ .Rg,
    },
    positional: 'archive',
    outputs: {
        proved: 'How much was proved, as `L4`; empty when nothing was.',
        reason: 'Why it is not right, in one sentence; empty when it is.',
    },
    run: async (inputs, host) => {
        const { report, env } = host;
        const [{ recoverOffline }, { startStamper }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2567), __webpack_require__.e(2787), __webpack_require__.e(845), __webpack_require__.e(9788), __webpack_require__.e(9060), __webpack_require__.e(4067), __webpack_require__.e(4158), __webpack_require__.e(9453), __webpack_require__.e(1434), __webpack_require__.e(1898), __webpack_require__.e(3076), __webpack_require__.e(7840)]).then(__webpack_require__.bind(__webpack_require__, 73076)),
            __webpack_require__.e(/* import() */ 8743).then(__webpack_require__.bind(__webpack_require__, 8743)),
        ]);
        const signal = host.cancellation();
        const { app, recovery, offline } = await (0,_archived_js__WEBPACK_IMPORTED_MODULE_3__/* .openArchive */ .p)(inputs, host, signal);
        const patience = _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .waitOf */ .pE(inputs.patience);
        const stamper = startStamper(Date.now);
        const cluster = await (0,_cluster_port_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .N)(inputs.context === '' ? {} : { context: inputs.context });
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
        __webpack_require__.e(/* import() */ 3153).then(__webpack_require__.bind(__webpack_require__, 23153)),
    ]);
    const forward = await forwardTo({ namespace, service: scratch.service, port: scratch.port }, cluster.reach);
    try {
        const { url: _, host: __, ...rest } = application;
        const check = functionalCheck({ ...rest, base: forward.base });
        const fault = await check.remember(lookPatience);
        return [
            {
                ...{ level: 'L4', what: 'old record', state: fault === undefined ? 'passed' : 'failed' },
                sentence: fault ?? 'it is there, and answered',
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
        ? `it is not as it has to be: ${failed.sentence}`
        : open !== undefined
            ? `not everything is back in ${about.into}: ${[open, ...more].map(({ what }) => what).join(', ')}; restore that, see that all is right, then lead the traffic to it`
            : `everything is back in ${about.into}; see that it is right, then lead the traffic to it`);
    return open === undefined;
}


/***/ }),

/***/ 50008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   firstSet: () => (/* binding */ firstSet),
/* harmony export */   newestVouched: () => (/* binding */ newestVouched),
/* harmony export */   vouched: () => (/* binding */ vouched),
/* harmony export */   vouchedSet: () => (/* binding */ vouchedSet)
/* harmony export */ });
async function vouchedSet({ store, owner, id }, report, vouch) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
    return vouched({ store, owner, set: await readSet(store, owner, id) }, report, vouch);
}
async function vouched(at, report, vouch) {
    const { set } = at;
    const by = await vouch(set);
    report(by === undefined
        ? `nobody has to have signed the backup set ${set.id}`
        : `the manifest of ${set.id} is signed by ${by}`);
    return at;
}
async function newestVouched(stores, { owner, id }, report, vouch) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
    const found = await firstSet(stores, report, store => readSet(store, owner, id));
    return vouched({ ...found, owner }, report, vouch);
}
async function firstSet(stores, report, read) {
    let problem = new Error('no store');
    for (const { store } of stores) {
        try {
            return { store, set: await read(store) };
        }
        catch (error) {
            problem = error;
            report(`no backup set comes from ${store.name}`);
        }
    }
    throw problem;
}


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const ofPods = ['spec', 'template'];
const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        template: ofPods,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        template: ['spec', 'jobTemplate', 'spec', 'template'],
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
const collectionOf = (namespace, kind) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace);
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => `/${traits[kind].template.join('/')}`;
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


/***/ }),

/***/ 44998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ ciOf)
/* harmony export */ });
function ciOf(env) {
    if (env.GITHUB_RUN_ID !== undefined && env.GITHUB_REPOSITORY !== undefined)
        return 'github';
    if (env.GITLAB_CI === 'true' && env.CI_JOB_ID !== undefined)
        return 'gitlab';
    if (env.BUILD_NUMBER !== undefined && /^jenkins-/.test(env.BUILD_TAG ?? ''))
        return 'jenkins';
    return undefined;
}


/***/ }),

/***/ 93240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44998);


function originOf(env) {
    switch ((0,_ci_js__WEBPACK_IMPORTED_MODULE_1__/* .ciOf */ .s)(env)) {
        case 'github': {
            const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: of = '' } = env;
            const server = env.GITHUB_SERVER_URL;
            const url = server === undefined ? undefined : `${server}/${of}/actions/runs/${id}`;
            const run = `run ${id}${attempt === undefined ? '' : ` attempt ${attempt}`} of ${of}`;
            return known(run, env.GITHUB_ACTOR ?? 'unknown', of, env.GITHUB_SHA, url);
        }
        case 'gitlab': {
            const { CI_JOB_ID: job, CI_PIPELINE_ID: pipeline, CI_PROJECT_PATH: of = 'unknown' } = env;
            const run = `job ${job}${pipeline === undefined ? '' : ` of pipeline ${pipeline}`} of ${of}`;
            return known(run, env.GITLAB_USER_LOGIN ?? 'unknown', of, env.CI_COMMIT_SHA, env.CI_JOB_URL);
        }
        case 'jenkins': {
            const { BUILD_NUMBER: build, JOB_NAME: job = 'unknown', GIT_URL } = env;
            const actor = env.BUILD_USER_ID || 'jenkins';
            return known(`build ${build} of ${job}`, actor, pathOf(GIT_URL) ?? job, env.GIT_COMMIT, env.BUILD_URL);
        }
        case undefined:
            return { run: `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`, actor: userName() };
    }
}
function known(run, actor, repository, revision, url) {
    return {
        run,
        actor,
        repository,
        ...(revision === undefined ? {} : { revision }),
        ...(url === undefined ? {} : { url }),
    };
}
function pathOf(address = '') {
    return /^(?:\w+:\/\/[^/]+\/|[\w.-]+@[\w.-]+:)(.+?)(?:\.git)?\/?$/.exec(address)?.[1];
}
function userName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().username;
    }
    catch {
        return 'unknown';
    }
}


/***/ })

};
