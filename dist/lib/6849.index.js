export const id = 6849;
export const ids = [6849,6604];
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
// EXTERNAL MODULE: ./.build/js/src/actions/documents.js
var documents = __webpack_require__(94191);
;// CONCATENATED MODULE: ./.build/js/src/actions/archive-proof.js






async function proveArchive(read, apart, host, signal) {
    if (apart.config !== '')
        await requireOutside(apart, apart.config, 'the slipway.yml that `config` names');
    if (apart.checksum !== '') {
        await requireChecksum(read, apart.checksum);
        return 'its checksum';
    }
    if (apart.config !== '')
        return bySignature(read, apart, host, signal);
    throw new errors/* UserError */.yo('the archive cannot be authenticated: neither `checksum` nor `config` is given', 'set `checksum` to the value that `archive` printed and that is kept with the key, or `config` to a slipway.yml with `trust` that is not on this disk');
}
async function requireChecksum({ sums }, given) {
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
async function bySignature({ index, sums }, apart, host, signal) {
    const { trustOfDocuments } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const config = await (0,load/* loadConfig */.Z9)(apart.config);
    const trust = trustOfDocuments(config, (0,load/* environmentOf */.p7)(config, index.environment).trust);
    if (trust === undefined)
        throw new errors/* UserError */.yo(`the archive cannot be authenticated: ${apart.config} requires no signatures`, 'set `checksum` to the value that is kept with the key');
    const cosign = (0,child/* findOnPath */.a)('cosign');
    if (cosign !== undefined)
        await requireOutside(apart, cosign, 'the cosign on the PATH');
    const { documentOfSums, places } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8869)]).then(__webpack_require__.bind(__webpack_require__, 58869));
    const bundle = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(apart.archive, places.signature), 'utf8').catch(() => undefined);
    const document = documentOfSums({ app: config.app, environment: index.environment }, sums);
    return (0,documents/* verifyBy */.$)(trust, document, bundle, { config, path: apart.config, host, signal });
}
async function requireOutside({ archive }, file, what) {
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
var registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/verified-set.js
var verified_set = __webpack_require__(26604);
;// CONCATENATED MODULE: ./.build/js/src/actions/open-archive.js









async function openArchive(inputs, host, signal, known) {
    const { report, env } = host;
    const { readArchive, faultsInFiles } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(2567), __webpack_require__.e(9453), __webpack_require__.e(9795)]).then(__webpack_require__.bind(__webpack_require__, 59453));
    const attachments = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(5274)]).then(__webpack_require__.bind(__webpack_require__, 92787));
    const { openBucket } = await __webpack_require__.e(/* import() */ 8369).then(__webpack_require__.bind(__webpack_require__, 90750));
    const { s3Store, placeOf } = await __webpack_require__.e(/* import() */ 2412).then(__webpack_require__.bind(__webpack_require__, 10031));
    const { resticIn } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(9706), __webpack_require__.e(4158), __webpack_require__.e(1434), __webpack_require__.e(1257)]).then(__webpack_require__.bind(__webpack_require__, 1434));
    const { imageNow } = await __webpack_require__.e(/* import() */ 3707).then(__webpack_require__.bind(__webpack_require__, 3707));
    const read = await readArchive(inputs.archive);
    const { index } = read;
    if (known !== undefined)
        requireOwner(index, known.owner);
    else
        report(`the archive is authenticated by ${await proveArchive(read, inputs, host, signal)}`);
    const [fault] = await faultsInFiles(inputs.archive, index);
    if (fault !== undefined)
        throw new errors/* UserError */.yo(`the archive is damaged or incomplete: ${fault}`, 'run nothing from it; use another copy');
    const identities = await attachments.readIdentities(inputs['offline-key-file']);
    const path = inputs.config === '' ? (0,external_node_path_.join)(inputs.archive, index.config) : inputs.config;
    const config = await (0,load/* loadConfig */.Z9)(path);
    if (known !== undefined)
        requireOwner({ ...index, app: config.app }, known.owner);
    const environment = (0,load/* environmentOf */.p7)(config, index.environment);
    const recovery = (0,actions_recovery/* recoveryOf */.rU)(environment, index.environment);
    const newBucket = {
        url: inputs.bucket.replace(/\/+$/, ''),
        region: inputs.region,
        ...(0,kept/* s3CredentialsOf */.AO)(inputs['credentials-prefix'], env, 'the new bucket'),
    };
    const owner = known?.owner ?? { app: config.app, environment: index.environment };
    const { prefix } = placeOf(recovery.repositories[index.repository]?.store?.url ?? inputs.bucket);
    const contents = async () => {
        const url = `${newBucket.url}/${prefix}`.replace(/\/$/, '');
        const store = await s3Store({ ...newBucket, url });
        const place = { ...inputs, config: path };
        const byArchive = set => (0,actions_recovery/* verifySet */.mS)(set, owner, { config, environment, inputs: place, host, signal });
        const at = await (0,verified_set.readVerifiedSet)({ store, owner, id: index.set }, report, known?.verifySet ?? byArchive);
        const { set } = at;
        const objects = await attachments.exportIn(at, identities);
        const secrets = set.manifest.secrets.length === 0 ? [] : await attachments.secretsIn(at, identities);
        return { manifest: set.manifest, objects, secrets, at, identities };
    };
    const placed = (repository) => `${inputs.registry.replace(/\/+$/, '')}/${pathIn(repository)}`;
    const image = recovery['backup-pod'] && imageNow(recovery['backup-pod'].image, index.images, placed);
    return {
        recovery,
        offline: {
            folder: inputs.archive,
            index,
            app: config.app,
            from: environment.namespace,
            contents,
            newBucket,
            bucket: await openBucket(newBucket),
            registry: await (0,registry/* registryClient */.R)({ signal }),
            sleep: promises_.setTimeout,
            report,
            repository: {
                name: index.repository,
                number: recovery.repositories[index.repository]?.pgbackrest ?? 0,
                restic: resticIn(recovery, index.repository),
            },
            backupPod: image === undefined ? undefined : { ...recovery['backup-pod'], image },
            place: placed,
            databases: databasesIn(recovery, inputs.volume),
            redis: Object.entries(recovery.redis).map(([name, { workload, container }]) => ({
                name,
                workload,
                container,
            })),
        },
    };
}
function requireOwner({ app, environment }, owner) {
    if (app === owner.app && environment === owner.environment)
        return;
    throw new errors/* UserError */.yo(`the archive belongs to ${app} in ${environment}, not to ${owner.app} in ${owner.environment}`, 'set the input `archive` to the folder of the right one');
}
const pathIn = (repository) => /^[^/]+\/(.+)$/.exec(/^(?:[^/]*[.:][^/]*|localhost)\//.test(repository) ? repository : `docker.io/${repository}`)?.[1] ?? repository;
const databasesIn = ({ databases, drills }, volume) => Object.entries(databases).map(([name, { workload, container, configuration, stanza, database }]) => ({
    name,
    workload,
    container,
    configuration,
    stanza,
    database,
    volume: (0,actions_recovery/* volumeOf */.Iw)(volume),
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
/* harmony import */ var _cluster_port_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13269);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93240);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _open_archive_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83839);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57346);






const recoverCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'recover',
    description: 'Restore everything from an offline archive into a new cluster, registry and bucket, and verify it.',
    inputs: {
        archive: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)('Folder of the archive.'),
        'offline-key-file': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)('Path of the file with the offline key.'),
        checksum: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("SHA-256 of the archive's `SHA256SUMS`, as printed by `archive` and kept with the key, not on the disk."),
        config: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Path of a slipway.yml that is not on the disk. Without a `checksum`, its `trust` says who must have signed the archive. Default: the one in the archive, after its checksum was verified.'),
        into: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)('Existing namespace to restore into. Objects in it are not changed.'),
        registry: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)('Registry and path for the images, from which the cluster pulls, such as registry.example.com/shop.'),
        bucket: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)('Address of an empty bucket that the cluster can reach too, such as https://s3.example.com/shop.'),
        region: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Region of the bucket.', 'us-east-1'),
        'credentials-prefix': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Prefix of the environment variables with the credentials of the bucket.', 'RECOVERED'),
        'kube-context': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Context of the kubeconfig. Default: its current one.'),
        volume: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('Volume for the files of each database: a size such as `20Gi`, or a storage class and a size such as `fast/20Gi`. Default: an emptyDir, which is deleted with the pod.'),
        timeout: (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)('How long pods may take to become ready.', '10m'),
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .toolMirrors */ .Rg,
    },
    positional: 'archive',
    outputs: {
        proved: 'Highest level that was proved, such as `L4`; empty if none was.',
        reason: 'Why the recovery failed or is incomplete, in one sentence; otherwise empty.',
    },
    run: async (inputs, host) => {
        const { report, env } = host;
        const { recoverOffline } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(2567), __webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(9706), __webpack_require__.e(3279), __webpack_require__.e(4158), __webpack_require__.e(9453), __webpack_require__.e(1434), __webpack_require__.e(1898), __webpack_require__.e(3367), __webpack_require__.e(1293)]).then(__webpack_require__.bind(__webpack_require__, 23367));
        const { startPhaseRecorder } = await __webpack_require__.e(/* import() */ 7947).then(__webpack_require__.bind(__webpack_require__, 87947));
        const signal = host.cancellation();
        const { recovery, offline } = await (0,_open_archive_js__WEBPACK_IMPORTED_MODULE_4__/* .openArchive */ .p)(inputs, host, signal);
        const patience = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .durationOf */ .cf('timeout', inputs.timeout);
        const recorder = startPhaseRecorder(Date.now);
        const context = inputs['kube-context'];
        const cluster = await (0,_cluster_port_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .N)({ env, ...(context === '' ? {} : { context }) });
        try {
            const origin = (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .originOf */ .y)(env);
            const { into } = inputs;
            const common = { app: offline.app, namespace: into, origin, signal, report };
            const recovered = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__/* .withRecoveryLease */ .Mt)(cluster, { ...common, doing: 'restore', wait: 0 }, () => recoverOffline({ ...offline, cluster, into, run: origin.run, recorder, patience, signal }));
            for (const each of recovered.changes)
                report(each);
            const levelChecks = [
                ...recovered.levelChecks,
                ...(recovered.started.length === 0 ? [] : await applicationChecks(cluster, recovery, into)),
            ];
            const about = { ...inputs, environment: offline.index.environment, phaseTimes: recorder.phaseTimes() };
            return publish({ ...recovered, levelChecks }, about, host);
        }
        finally {
            await cluster.close();
        }
    },
});
async function applicationChecks(cluster, { drills }, namespace) {
    const { application, scratch } = drills ?? {};
    if (application === undefined || scratch === undefined)
        return [];
    const { forwardTo } = await __webpack_require__.e(/* import() */ 4010).then(__webpack_require__.bind(__webpack_require__, 31629));
    const { functionalCheck } = await __webpack_require__.e(/* import() */ 1594).then(__webpack_require__.bind(__webpack_require__, 51594));
    const { freshCheck } = await __webpack_require__.e(/* import() */ 6431).then(__webpack_require__.bind(__webpack_require__, 96431));
    const forward = await forwardTo({ namespace, service: scratch.service, port: scratch.port }, cluster.reach);
    try {
        const { url: _, host: __, ...rest } = application;
        const check = functionalCheck({ ...rest, base: forward.base });
        const fault = await check.remember(lookPatience);
        const state = fault === undefined ? 'passed' : 'failed';
        return [
            { level: 'L4', what: 'known record', state, sentence: fault ?? 'the known record was read' },
            await freshCheck({ fresh: check.fresh && (async () => check.fresh?.(lookPatience)) }),
        ];
    }
    finally {
        forward.close();
    }
}
const lookPatience = 10_000;
async function publish(recovered, about, host) {
    const { recoveredSummary } = await __webpack_require__.e(/* import() */ 9857).then(__webpack_require__.bind(__webpack_require__, 9857));
    const { notRestored, reached } = await __webpack_require__.e(/* import() */ 2954).then(__webpack_require__.bind(__webpack_require__, 92954));
    const { commandFor } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(9468), __webpack_require__.e(6695), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(2216), __webpack_require__.e(35), __webpack_require__.e(8888), __webpack_require__.e(7236), __webpack_require__.e(2787), __webpack_require__.e(2567), __webpack_require__.e(845), __webpack_require__.e(6473), __webpack_require__.e(9706), __webpack_require__.e(3279), __webpack_require__.e(4158), __webpack_require__.e(9453), __webpack_require__.e(1434), __webpack_require__.e(1898), __webpack_require__.e(3367), __webpack_require__.e(1293)]).then(__webpack_require__.bind(__webpack_require__, 23367));
    const failed = recovered.levelChecks.find(({ state }) => state === 'failed');
    const [open, ...more] = failed === undefined ? notRestored(recovered.levelChecks) : [failed];
    (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .setOutputs */ .n0)(host, {
        proved: failed === undefined ? reached(recovered.levelChecks) : '',
        reason: open && `${open.what}: ${open.sentence}`,
    });
    await host.summary(recoveredSummary(recovered, about));
    for (const { level, what, sentence } of recovered.levelChecks)
        host.report(`${level} ${what}: ${sentence}`);
    if (recovered.left.length > 0)
        host.report(`restore the rest with the new bucket in slipway.yml: ${commandFor(recovered.left, about)}`);
    if (failed !== undefined)
        host.report(`the recovery failed: ${failed.sentence}`);
    else if (open === undefined)
        host.report(`${about.into} is restored; check the result, then direct the traffic to it`);
    else
        host.report(`${about.into} is restored except for ${[open, ...more].map(({ what }) => what).join(', ')}; restore the rest, check the result, then direct the traffic to it`);
    return open === undefined;
}


/***/ }),

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient),
/* harmony export */   u: () => (/* binding */ withRegistry)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function registryClient(options = {}) {
    const { RegistryClient } = await Promise.all(/* import() */[__webpack_require__.e(1974), __webpack_require__.e(6376)]).then(__webpack_require__.bind(__webpack_require__, 29460));
    return new RegistryClient(options);
}
async function withRegistry(options, work) {
    const registry = await registryClient(options);
    try {
        return await work(registry);
    }
    catch (error) {
        throw registry.changes() === 0 ? error : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .markAfterChange */ .MU)(error);
    }
}


/***/ }),

/***/ 55571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ signatureSentences),
/* harmony export */   LA: () => (/* binding */ verifiedImages),
/* harmony export */   Rr: () => (/* binding */ signaturesOf),
/* harmony export */   SG: () => (/* binding */ signedOutput),
/* harmony export */   eD: () => (/* binding */ signatureDemand),
/* harmony export */   z5: () => (/* binding */ trustOptions)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90927);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(566);







async function verifiedImages(inputs, { config, environment, images, registry, host }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    return trust === undefined ? {} : verified(inputs, trust, { config, images, registry, host });
}
async function verified(inputs, trust, { config, images, registry, host }) {
    const { withCosign } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(3697)]).then(__webpack_require__.bind(__webpack_require__, 18506));
    const { verifyImages } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(6078)]).then(__webpack_require__.bind(__webpack_require__, 89159));
    const { env, report } = host;
    const { signal } = new AbortController();
    const options = trustOptions(inputs.config, config, trust);
    return withCosign({ env, signal, report }, cosign => verifyImages(images, { ...options, registry, cosign, env, now: Date.now() }));
}
async function signatureDemand(inputs, { config, environment, force, host, }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    if (trust === undefined)
        return undefined;
    return async (references) => {
        if (references.length === 0)
            return;
        try {
            const images = Object.fromEntries(references.map(each => [each, pinnedPlace(each)]));
            const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .registryClient */ .R)();
            await verified(inputs, signatureAlone(trust), { config, images, registry, host });
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
                throw error;
            const isUntrusted = error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK;
            const said = isUntrusted ? 'the image is not trusted' : 'it is not known whether the image is trusted';
            const problem = `${said}: only a record says that it was released, and ${error.message}`;
            const forced = 'or, to restore the image anyway, set the input `force` to your reason';
            if (force === undefined && isUntrusted)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK(problem, `find out who wrote that record, and deploy the version that you want; ${forced}`);
            if (force === undefined)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problem, `${error.remedy}; ${forced}`);
            host.report(`warning: ${problem}. The image is restored because of \`force\`: ${force}`);
        }
    };
}
function pinnedPlace(image) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    if (digest !== undefined)
        return { repository, digest };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK(`${image} is not pinned by digest`, 'deploy that version again');
}
function signatureAlone({ 'max-scan-age': _, ...trust }) {
    const { key, identity } = trust;
    const signer = key === undefined ? { identity: { ref: ['refs/heads/*', 'refs/tags/*'], ...identity } } : {};
    return { ...trust, ...signer, attestations: [] };
}
function trustOptions(path, config, trust) {
    return { trust, publicLog: config.signing?.['public-log'] === true, root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) };
}
function signatureSentences(verified) {
    return Object.values(verified).map(({ reference, by, attested }) => {
        const said = attested.length === 0 ? '' : `, with ${attested.map(kind => _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__/* .nounOf */ .a[kind]).join(', ')}`;
        return `${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigests */ .s)(reference)} is signed by ${by}${said}`;
    });
}
const signaturesOf = (verified) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapValues */ .LG)(verified, ({ by, attested }) => ({ by, attested: [...attested] }));
const signedOutput = (verified) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapValues */ .LG)(verified, ({ by }) => by);


/***/ }),

/***/ 26604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readVerifiedSet: () => (/* binding */ readVerifiedSet),
/* harmony export */   v: () => (/* binding */ firstSet),
/* harmony export */   x9: () => (/* binding */ newestVerified),
/* harmony export */   zr: () => (/* binding */ verified)
/* harmony export */ });
async function readVerifiedSet({ store, owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    return verified({ store, owner, set: await readSet(store, owner, id, report) }, report, verify);
}
async function verified(at, report, verify) {
    const { id } = at.set;
    const by = await verify(at.set);
    report(by === undefined ? `the backup set ${id} needs no signature` : `the manifest of ${id} is signed by ${by}`);
    return at;
}
async function newestVerified(stores, { owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    const found = await firstSet(stores, report, store => readSet(store, owner, id, report));
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

/***/ 63114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85280);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(4072)]).then(__webpack_require__.bind(__webpack_require__, 74040));
    const config = parseConfig(text, path);
    if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
        const { requireQueries } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6828), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(3075)]).then(__webpack_require__.bind(__webpack_require__, 28061));
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
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
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
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)(path, 'name the path of slipway.yml with the input `config`')(error);
    }
}


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the input `config`') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   vX: () => (/* binding */ isOfCloud)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
const ofClouds = /\.amazonaws\.com(\.cn)?$|(^|[.-])(docker\.pkg\.dev|gcr\.io|azurecr\.io)$|^public\.ecr\.aws$/;
const isOfCloud = (registry) => ofClouds.test(registry);
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
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
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
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
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 90927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nounOf),
/* harmony export */   p: () => (/* binding */ typesOf),
/* harmony export */   predicates: () => (/* binding */ predicates)
/* harmony export */ });
const predicates = {
    signature: 'https://sigstore.dev/cosign/sign/v1',
    provenance: 'https://slsa.dev/provenance/v1',
    cyclonedx: 'https://cyclonedx.org/bom',
    spdx: 'https://spdx.dev/Document',
    scan: 'https://cosign.sigstore.dev/attestation/vuln/v1',
    verification: 'https://slipway.dev/attestation/verification/v1',
};
const typesOf = {
    signature: [predicates.signature],
    provenance: [predicates.provenance],
    sbom: [predicates.cyclonedx, predicates.spdx],
    scan: [predicates.scan],
};
const nounOf = {
    signature: 'signature',
    provenance: 'provenance',
    sbom: 'SBOM',
    scan: 'scan result',
};


/***/ }),

/***/ 55914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ shortDigests)
/* harmony export */ });
const shortDigests = (text) => text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');


/***/ }),

/***/ 85280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed),
/* harmony export */   O: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const reasons = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
};
const readNamed = (path, remedy) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(unreadable(path, remedy));
const unreadable = (what, remedy) => (cause) => {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} cannot be read: ${reasons[cause.code ?? ''] ?? cause.message}`, remedy, {
        cause,
    });
};


/***/ }),

/***/ 17103:
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
/* harmony export */   XD: () => (/* binding */ ownContainerIn),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);



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
const leasePath = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.lease, namespace, _naming_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb.application(app));
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
const ownContainerIn = (templates, ours) => templates
    .flatMap(({ spec }) => containersOf(spec))
    .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(repositoryOf(image))));
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ })

};
