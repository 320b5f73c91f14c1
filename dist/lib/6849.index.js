export const id = 6849;
export const ids = [6849,6604];
export const modules = {

/***/ 41648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Fg: () => (/* binding */ actionsToken),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   L1: () => (/* binding */ deployedForGrowth),
/* harmony export */   Lc: () => (/* binding */ hookSetupOf),
/* harmony export */   Nk: () => (/* binding */ policyReport),
/* harmony export */   QQ: () => (/* binding */ gitopsToken),
/* harmony export */   Rg: () => (/* binding */ toolMirrors),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   Wr: () => (/* binding */ credentialsIn),
/* harmony export */   bc: () => (/* binding */ policyCounts),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   dz: () => (/* binding */ durationIfGiven),
/* harmony export */   fu: () => (/* binding */ parseForce),
/* harmony export */   ic: () => (/* binding */ deploymentsToken),
/* harmony export */   l0: () => (/* binding */ appOutput),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   ls: () => (/* binding */ monitoredOutput),
/* harmony export */   lw: () => (/* binding */ ofRollout),
/* harmony export */   ng: () => (/* binding */ kubeContext),
/* harmony export */   oN: () => (/* binding */ besides),
/* harmony export */   pE: () => (/* binding */ waitOf),
/* harmony export */   qL: () => (/* binding */ withReversible),
/* harmony export */   qp: () => (/* binding */ reversible),
/* harmony export */   s$: () => (/* binding */ force),
/* harmony export */   uk: () => (/* binding */ wait),
/* harmony export */   z3: () => (/* binding */ credentials)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95126);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60512);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91490);








const appOutput = 'Name of the application in slipway.yml.';
const monitoredOutput = '`true` if the environment has `monitoring` in slipway.yml, otherwise `false`.';
const config = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Path of slipway.yml.', 'slipway.yml');
const environment = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)('Name of the environment in slipway.yml.');
const kubeContext = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Context of the kubeconfig. Default: the `cluster` of the environment, otherwise the current context.');
const wait = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('How long to wait for another run that releases the same application, such as `10m`.', '0s');
const deploymentsToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Token with `deployments: write`, to show the release as a GitHub deployment of its commit. Only for jobs that set no GitHub environment. Default: none.');
const actionsToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Token with `actions: read`, to detect at once that the run of an unfinished rollout has ended. Default: the rollout counts as abandoned only after its time limit.');
const gitopsToken = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Token with write access to the contents of the repository in `delivery.gitops` of slipway.yml, and with `by: pull-request` to its pull requests. Default: the variable GITHUB_TOKEN for the repository of slipway.yml; for another one, the credentials of git.');
const release = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Number of the release that must be rolling out; otherwise nothing is changed. Default: the current rollout.');
const approve = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Whether to approve a rollout that waits for an approval: `true` or `false`. An approved rollout continues as if it had passed, unless a limit or a health check fails.', 'false');
const reversible = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Whether this release may be rolled back: `true` or `false`. Default: `reversible` in slipway.yml, which defaults to `true`.');
const force = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Reason to release images that do not meet the `requires` of the environment; it is stored in the record. Default: they are refused.');
const policyReport = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('Path of a JSON report of the policy findings to write. Default: none.');
const deployedForGrowth = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('JSON object that maps image names to deployed digests, for the `growth` budget in slipway.yml: `images` in the output `status` of the action `status`. Default: growth is not checked.');
const credentials = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('JSON object of variables with the credentials that slipway.yml names (stores, Prometheus, Alertmanager, logs) and the identities of its `verify`, such as {"PROMETHEUS_TOKEN": "…"}. They are added to the environment. A value below 6 characters is not masked in the log. Default: none.');
const toolMirrors = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lq)('URLs of mirrors to download programs from, separated by commas or lines. Each contains the original host and path, as with `wget -x`. The checksums stay pinned. Default: none.');
const ofRollout = {
    environment,
    release,
    config,
    'kube-context': kubeContext,
    credentials,
    'deployments-token': deploymentsToken,
    wait,
    'tool-mirrors': toolMirrors,
};
const policyCounts = 'Number of policy findings as JSON, such as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';
function parseSecrets(name, text, { setSecret, report }) {
    const map = text === '' ? {} : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .jsonMap */ .vM)(text);
    const secrets = Object.entries(map ?? {}).filter((each) => /^[A-Za-z_]\w*$/.test(each[0]) && typeof each[1] === 'string');
    if (map === undefined || secrets.length < Object.keys(map).length)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the input \`${name}\` is not a JSON object of variables`, 'pass a JSON object that maps names of variables to their values, such as {"TOKEN": "…"}');
    for (const [, value] of secrets)
        if (value.trim().length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_5__/* .shortestMasked */ .QQ)
            setSecret(value);
    const visible = secrets
        .filter(([, value]) => value.trim() !== '' && value.trim().length < _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_5__/* .shortestMasked */ .QQ)
        .map(([variable]) => variable);
    if (visible.length > 0)
        report(`warning: the input \`${name}\` has values below ${_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_5__/* .shortestMasked */ .QQ} characters, which are not masked in the log: ${visible.join(', ')}. Use longer ones for secrets.`);
    return Object.fromEntries(secrets);
}
function besides(env, given) {
    const keys = Object.keys(given).filter(name => name.endsWith('_ACCESS_KEY_ID'));
    const replaced = new Set([
        ...Object.keys(given),
        ...keys.flatMap(name => ['SECRET_ACCESS_KEY', 'SESSION_TOKEN'].map(part => name.replace(/ACCESS_KEY_ID$/, part))),
    ]);
    return Object.fromEntries(Object.entries(env).filter(([name]) => !replaced.has(name)));
}
function credentialsIn(text, host) {
    const given = parseSecrets('credentials', text, host);
    return { ...besides(host.env, given), ...given };
}
function forced(text) {
    if (text === '')
        return {};
    const reason = parseForce(text, 'write in a few words why it cannot wait, such as `the fix of an outage`');
    return reason === undefined ? {} : { force: reason };
}
function withReversible(environment, text) {
    return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}
const releaseOf = (text) => text === '' ? {} : { release: (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .parseReleaseNumber */ ._W)(text) };
async function hookSetupOf(path, { hooks }, host, rendered = {}) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(6044), __webpack_require__.e(2263)]).then(__webpack_require__.bind(__webpack_require__, 56044));
    return { hooks: await loadHooks(folder, hooks, rendered), folder, log: host.log, quote: host.quote };
}
const waitOf = (text) => (text === '0s' ? 0 : durationOf('wait', text));
function durationOf(name, text) {
    const duration = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text);
    if (duration !== undefined)
        return duration;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, 'write a duration such as 30s or 10m');
}
const durationIfGiven = (name, text) => text === '' ? undefined : durationOf(name, text);
const flag = (name, text) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(name, ['true', 'false'], /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text) ===
    'true';
function parseForce(text, example = 'say in a few words why the previous version can run, such as `the old column is still there`') {
    const reason = text.replace(/\s+/g, ' ').trim();
    if (reason === '')
        return undefined;
    if (reason.length >= 10 && reason.includes(' '))
        return reason;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the input \`force\` is "${reason}", which is not a reason`, `${example}; it is kept in the record`);
}


/***/ }),

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
async function bySignature({ index, sums }, apart, host, signal) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const config = await (0,load/* loadConfig */.Z9)(apart.config);
    const trust = trustOf(config, (0,load/* environmentOf */.p7)(config, index.environment).trust);
    if (trust === undefined)
        throw new errors/* UserError */.yo(`the archive cannot be authenticated: ${apart.config} requires no signatures`, 'set `checksum` to the value that is kept with the key');
    const cosign = (0,child/* findOnPath */.a)('cosign');
    if (cosign !== undefined)
        await demandElsewhere(apart, cosign, 'the cosign on the PATH');
    const { documentOfSums, places } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8869)]).then(__webpack_require__.bind(__webpack_require__, 58869));
    const bundle = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(apart.archive, places.signature), 'utf8').catch(() => undefined);
    const document = documentOfSums({ app: config.app, environment: index.environment }, sums);
    return (0,documents/* verifyBy */.$)(trust, document, bundle, { config, path: apart.config, host, signal });
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
    const { resticIn } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7848), __webpack_require__.e(2216), __webpack_require__.e(2692), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(4593), __webpack_require__.e(845), __webpack_require__.e(2791), __webpack_require__.e(48), __webpack_require__.e(2017), __webpack_require__.e(4158), __webpack_require__.e(1434), __webpack_require__.e(1257)]).then(__webpack_require__.bind(__webpack_require__, 1434));
    const { imageNow } = await __webpack_require__.e(/* import() */ 3707).then(__webpack_require__.bind(__webpack_require__, 3707));
    const read = await readArchive(inputs.archive);
    const { index } = read;
    if (known !== undefined)
        demandOwner(index, known.owner);
    else
        report(`the archive is authenticated by ${await proveArchive(read, inputs, host, signal)}`);
    const [fault] = await faultsInFiles(inputs.archive, index);
    if (fault !== undefined)
        throw new errors/* UserError */.yo(`the archive is damaged or incomplete: ${fault}`, 'run nothing from it; use another copy');
    const identities = await attachments.readIdentities(inputs['offline-key']);
    const path = inputs.config === '' ? (0,external_node_path_.join)(inputs.archive, index.config) : inputs.config;
    const config = await (0,load/* loadConfig */.Z9)(path);
    if (known !== undefined)
        demandOwner({ ...index, app: config.app }, known.owner);
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
        'offline-key': (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)('Path of the file with the offline key.'),
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
        const { recoverOffline } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(7848), __webpack_require__.e(2216), __webpack_require__.e(2692), __webpack_require__.e(8888), __webpack_require__.e(2787), __webpack_require__.e(4593), __webpack_require__.e(2567), __webpack_require__.e(845), __webpack_require__.e(2791), __webpack_require__.e(48), __webpack_require__.e(2017), __webpack_require__.e(3279), __webpack_require__.e(4158), __webpack_require__.e(9453), __webpack_require__.e(1434), __webpack_require__.e(1898), __webpack_require__.e(5260), __webpack_require__.e(1293)]).then(__webpack_require__.bind(__webpack_require__, 95260));
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
            return publish({ ...recovered, levelChecks }, { ...inputs, phaseTimes: recorder.phaseTimes() }, host);
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
    const { forwardTo } = await __webpack_require__.e(/* import() */ 1629).then(__webpack_require__.bind(__webpack_require__, 31629));
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
    const failed = recovered.levelChecks.find(({ state }) => state === 'failed');
    const [open, ...more] = failed === undefined ? notRestored(recovered.levelChecks) : [failed];
    (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .setOutputs */ .n0)(host, {
        proved: failed === undefined ? reached(recovered.levelChecks) : '',
        reason: open && `${open.what}: ${open.sentence}`,
    });
    await host.summary(recoveredSummary(recovered, about));
    for (const { level, what, sentence } of recovered.levelChecks)
        host.report(`${level} ${what}: ${sentence}`);
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
        throw registry.changes() === 0 ? error : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .markMidway */ .$L)(error);
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
    const { verifyImages } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(8404), __webpack_require__.e(858)]).then(__webpack_require__.bind(__webpack_require__, 38404));
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
            const problem = `the image is not trusted: only a record says that it was released, and ${error.message}`;
            if (force === undefined)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problem, 'find out who wrote that record, and deploy the version that you want; or set the input `force` to a reason to restore the image');
            host.report(`warning: ${problem}. The image is restored because of \`force\`: ${force}`);
        }
    };
}
function pinnedPlace(image) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    if (digest !== undefined)
        return { repository, digest };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${image} is not pinned by digest`, 'deploy that version again');
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
    return verified({ store, owner, set: await readSet(store, owner, id) }, report, verify);
}
async function verified(at, report, verify) {
    const { id } = at.set;
    const by = await verify(at.set);
    report(by === undefined ? `the backup set ${id} needs no signature` : `the manifest of ${id} is signed by ${by}`);
    return at;
}
async function newestVerified(stores, { owner, id }, report, verify) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
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

/***/ 95126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   kU: () => (/* binding */ parseMilliseconds)
/* harmony export */ });
/* unused harmony export longestDuration */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);

const longestDuration = 24 * 60 * 60 * 1000;
const durationPattern = /^(?=\d)(\d{1,8}h)?(\d{1,8}m)?(\d{1,8}s)?(\d{1,8}ms)?$/;
function parseDuration(text) {
    const milliseconds = parseMilliseconds(text);
    return milliseconds !== undefined && milliseconds > 0 && milliseconds <= longestDuration
        ? milliseconds
        : undefined;
}
function parseMilliseconds(text) {
    const parts = durationPattern.exec(text);
    if (parts === null)
        return undefined;
    return _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .units */ .MD.reduce((sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds, 0);
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

/***/ 38650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ units),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   tD: () => (/* binding */ secondsOutput),
/* harmony export */   wL: () => (/* binding */ timeSpan)
/* harmony export */ });
const units = [
    { name: 'h', milliseconds: 3_600_000 },
    { name: 'm', milliseconds: 60_000 },
    { name: 's', milliseconds: 1_000 },
    { name: 'ms', milliseconds: 1 },
];
function formatDuration(milliseconds) {
    let rest = Math.round(milliseconds);
    if (rest === 0)
        return '0s';
    let text = '';
    for (const unit of units) {
        const count = Math.floor(rest / unit.milliseconds);
        rest -= count * unit.milliseconds;
        if (count > 0)
            text += `${count}${unit.name}`;
    }
    return text;
}
const secondsOutput = (milliseconds) => milliseconds === undefined ? '' : (milliseconds / 1000).toFixed(2);
const formatTime = (at) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
function timeSpan(ms) {
    const seconds = Math.round(ms / 1000);
    const inUnits = (value, per, unit, smaller) => value % per === 0
        ? `${value / per} ${unit}`
        : `${Math.floor(value / per)} ${unit} ${value % per} ${smaller}`;
    if (seconds < 120)
        return `${seconds} s`;
    if (seconds < 7200)
        return inUnits(seconds, 60, 'min', 's');
    if (seconds < 172_800)
        return inUnits(Math.round(seconds / 60), 60, 'h', 'min');
    return `${Math.round(seconds / 86_400)} days`;
}


/***/ }),

/***/ 26126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ jsonInput),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zQ: () => (/* binding */ mapInput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const listed = (text) => text
    .split(/[,\n]/)
    .map(each => each.trim())
    .filter(each => each !== '');
function oneOf(name, values, text) {
    const found = values.find(each => each === text);
    if (found !== undefined)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, `write ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);
}
const jsonInput = (name, text, remedy) => (0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonIn */ .Yf)(text, cause => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is not JSON`, remedy, { cause }));
function mapInput(name, text, remedy) {
    const value = jsonInput(name, text, remedy);
    if ((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`${name}\` is not a JSON object`, remedy);
}


/***/ }),

/***/ 60630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   LG: () => (/* binding */ mapValues),
/* harmony export */   Yf: () => (/* binding */ jsonIn),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   nf: () => (/* binding */ mapsIn),
/* harmony export */   sP: () => (/* binding */ textMap),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   vM: () => (/* binding */ jsonMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonIn(body, fault) {
    try {
        return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
    }
    catch (cause) {
        if (fault !== undefined)
            throw fault(cause);
        return undefined;
    }
}
function jsonMap(body) {
    const value = jsonIn(body);
    return isMap(value) ? value : undefined;
}
const defined = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const mapValues = (map, pick) => Object.fromEntries(Object.entries(map).map(([key, value]) => [key, pick(value, key)]));
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textMap = (value) => Object.fromEntries(Object.entries(isMap(value) ? value : {}).filter((pair) => typeof pair[1] === 'string'));
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


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


/***/ }),

/***/ 91490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   BW: () => (/* binding */ parseFromRelease),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   _W: () => (/* binding */ parseReleaseNumber),
/* harmony export */   h7: () => (/* binding */ selecting)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


function parseReleaseNumber(text) {
    const match = /^r?(\d{1,9})$/.exec(text.trim());
    if (match === null) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is not a release number`, 'use a number such as 7, as listed in the job summary');
    }
    return Number(match[1]);
}
function parseFromRelease(text, { repository }) {
    if (text !== 'run')
        return parseReleaseNumber(text);
    if (repository !== undefined)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('`from-release: run` works only in GitHub Actions, GitLab CI and Jenkins', 'use the number of the release');
}
const labels = {
    app: 'slipway.dev/app',
    kind: 'slipway.dev/kind',
    release: 'slipway.dev/release',
    track: 'slipway.dev/track',
    token: 'slipway.dev/token',
    rollback: 'slipway.dev/rollback',
    state: 'slipway.dev/state',
    phase: 'slipway.dev/phase',
    abort: 'slipway.dev/abort-requested',
    preHook: 'slipway.dev/pre-hook',
};
const nameOf = {
    application: (app) => `slipway-${app}`,
    record: (app, release) => `slipway-${app}-r${release}`,
    outcome: (app, release) => `slipway-${app}-r${release}-outcome`,
    decision: (app, release, part) => `slipway-${app}-r${release}-decision-${part}`,
    fence: (app, token) => `slipway-${app}-fence-${token}`,
    canary: (workload) => `${workload}-canary`,
    hook: (app, when) => `slipway-${app}-${when}`,
    salt: (app) => `slipway-${app}-salt`,
    shipped: (app, name, hash) => `${(name === app || name.startsWith(`${app}-`) ? name : `${app}-${name}`).slice(0, 240)}-${hash}`,
};
const selecting = {
    fences: (app) => `${labels.app}=${app},${labels.kind}=fence`,
    decision: (app, release) => `${labels.app}=${app},${labels.kind}=decision,${labels.release}=${release}`,
};
function contentHash(salt, content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(salt).update('\0').update(canonical(content)).digest('hex').slice(0, 10);
}
function canonical(value) {
    return JSON.stringify(value, (_key, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}


/***/ })

};
