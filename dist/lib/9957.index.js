export const id = 9957;
export const ids = [9957,8];
export const modules = {

/***/ 22111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ openArchive)
/* harmony export */ });
/* unused harmony export pathIn */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63114);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48653);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57346);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(566);
/* harmony import */ var _vouched_set_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50008);







async function openArchive(inputs, host, signal) {
    const { report, env } = host;
    const [{ readArchive }, attachments, { openBucket }, { s3Store, placeOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(2567), __webpack_require__.e(9453), __webpack_require__.e(5274)]).then(__webpack_require__.bind(__webpack_require__, 59453)),
        Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(2787), __webpack_require__.e(3442)]).then(__webpack_require__.bind(__webpack_require__, 92787)),
        __webpack_require__.e(/* import() */ 2854).then(__webpack_require__.bind(__webpack_require__, 52854)),
        __webpack_require__.e(/* import() */ 31).then(__webpack_require__.bind(__webpack_require__, 10031)),
    ]);
    const index = await readArchive(inputs.archive);
    const identities = await attachments.readIdentities(inputs.key);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(inputs.archive, index.config);
    const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_2__/* .loadConfig */ .Z9)(path);
    const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentOf */ .p7)(config, index.environment);
    const recovery = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_4__/* .recoveryOf */ .rU)(environment, index.environment);
    const newBucket = {
        ...{ address: inputs.bucket.replace(/\/+$/, ''), region: inputs.region },
        ...(0,_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .loginOf */ .DQ)(inputs.login, env, 'the new bucket'),
    };
    const owner = { app: config.app, environment: index.environment };
    const { prefix } = placeOf(recovery.repositories[index.repository]?.store?.address ?? inputs.bucket);
    const contents = async () => {
        const address = `${newBucket.address}/${prefix}`.replace(/\/$/, '');
        const store = await s3Store({ ...newBucket, address });
        const place = { ...inputs, config: path };
        const at = await (0,_vouched_set_js__WEBPACK_IMPORTED_MODULE_5__.vouchedSet)({ store, owner, id: index.set }, report, set => (0,_recovery_js__WEBPACK_IMPORTED_MODULE_4__/* .vouchForSet */ .re)(set, owner, { config, environment, inputs: place, host, signal }));
        const { set } = at;
        const { objects } = await attachments.exportIn(at, identities);
        const secrets = set.manifest.secrets.length === 0 ? [] : await attachments.secretsIn(at, identities);
        return { manifest: set.manifest, objects, secrets };
    };
    const [bucket, registry] = [await openBucket(newBucket), await (0,_registry_js__WEBPACK_IMPORTED_MODULE_6__/* .registryClient */ .R)({ signal })];
    return {
        ...{ index, recovery, bucket, app: config.app, from: environment.namespace },
        offline: {
            ...{ folder: inputs.archive, app: config.app, from: environment.namespace },
            ...{ contents, newBucket, bucket, registry, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout, report },
            repository: {
                name: index.repository,
                number: recovery.repositories[index.repository]?.pgbackrest ?? 0,
            },
            place: repository => `${inputs.registry.replace(/\/+$/, '')}/${pathIn(repository)}`,
            databases: databasesIn(recovery, inputs.volume),
        },
    };
}
const pathIn = (repository) => /^[^/]+\/(.+)$/.exec(/^(?:[^/]*[.:][^/]*|localhost)\//.test(repository) ? repository : `docker.io/${repository}`)?.[1] ?? repository;
const databasesIn = ({ databases, drills }, volume) => Object.entries(databases).map(([name, { workload, container, configuration, stanza, database }]) => ({
    ...{ name, workload, container, configuration, stanza, database, volume: (0,_recovery_js__WEBPACK_IMPORTED_MODULE_4__/* .volumeOf */ .Iw)(volume) },
    service: drills?.markers !== undefined && (drills.database ?? name) === name
        ? drills.markers.service
        : workload.name,
}));


/***/ }),

/***/ 41648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KY: () => (/* binding */ forced),
/* harmony export */   L1: () => (/* binding */ deployedForGrowth),
/* harmony export */   NB: () => (/* binding */ logins),
/* harmony export */   Nk: () => (/* binding */ policyReport),
/* harmony export */   Rg: () => (/* binding */ toolMirrors),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   bc: () => (/* binding */ policyCounts),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   dg: () => (/* binding */ aroundOf),
/* harmony export */   ic: () => (/* binding */ deploymentsToken),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pE: () => (/* binding */ waitOf),
/* harmony export */   qL: () => (/* binding */ withReversible),
/* harmony export */   qp: () => (/* binding */ reversible),
/* harmony export */   s$: () => (/* binding */ force),
/* harmony export */   uk: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95126);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);




const config = {
    description: 'Path of slipway.yml.',
    default: 'slipway.yml',
};
const environment = {
    description: 'Name of the environment in slipway.yml.',
    required: true,
};
const context = {
    description: 'Context of the kubeconfig. Default: the `cluster` of the environment, else the current context.',
    default: '',
};
const wait = {
    description: 'How long to wait for another run that is releasing the same application, such as `10m`.',
    default: '0s',
};
const deploymentsToken = {
    description: 'Token with `deployments: write`, for jobs that name no environment: the release then stands as a deployment at its commit. Default: none is made.',
    default: '',
};
const release = {
    description: 'Number of the release that must be under way; when it is another one, nothing is changed. Default: whichever is.',
    default: '',
};
const approve = {
    description: 'Whether whoever started this approves what waits for an approval, so that it goes on as if it had passed, unless it does harm: `true` or `false`.',
    default: 'false',
};
const reversible = {
    description: 'Whether the version before may serve again after this one did. Default: as slipway.yml says, which is `true` when it says nothing.',
    default: '',
};
const force = {
    description: 'Why the images may go to an environment whose `requires` they do not meet; kept in the record. Default: they may not.',
    default: '',
};
const policyReport = {
    description: 'Path of a JSON report of what the policy found. Default: none is written.',
    default: '',
};
const deployedForGrowth = {
    description: 'JSON map from names to the digests that are deployed, as `images` in the output `status` of that action; for `growth` of slipway.yml. Default: none, so that no growth is judged.',
    default: '',
};
const logins = {
    description: 'JSON map from names of variables to values, for the logins of stores in slipway.yml, beside the environment. Default: none.',
    default: '',
};
const toolMirrors = {
    description: 'Addresses, with commas between them, from which programs are downloaded instead of from where they are published; below each lie host and path of the original, as `wget -x` lays them out. Their checksums stay the pinned ones. Default: none.',
    default: '',
};
const policyCounts = 'JSON: how many findings of the policy there are, as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';
async function forced(text) {
    if (text === '')
        return {};
    const { parseForce } = await __webpack_require__.e(/* import() */ 2850).then(__webpack_require__.bind(__webpack_require__, 22850));
    const reason = parseForce(text, 'say in a few words why it cannot wait, such as `the fix of an outage`');
    return reason === undefined ? {} : { force: reason };
}
function withReversible(environment, text) {
    return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}
const releaseOf = (text) => text === '' ? {} : { release: (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(text) };
async function aroundOf(path, { hooks }, host) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(3544), __webpack_require__.e(5277), __webpack_require__.e(8480)]).then(__webpack_require__.bind(__webpack_require__, 5277));
    return { hooks: await loadHooks(folder, hooks), folder, log: host.log, quote: host.quote };
}
const waitOf = (text) => (text === '0s' ? 0 : durationOf('wait', text));
function durationOf(name, text) {
    const duration = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text);
    if (duration !== undefined)
        return duration;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is "${text}"`, 'write a duration such as 30s or 10m');
}
function flag(name, text) {
    if (text === 'true' || text === 'false')
        return text === 'true';
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is "${text}"`, 'write true or false');
}


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
/* harmony import */ var _archived_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22111);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41648);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57346);






const recoverCommand = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'recover',
    description: 'Bring everything back from an offline archive into a cluster, a registry and a bucket that have nothing of it, and see that it is right.',
    inputs: {
        archive: { description: 'Folder of the archive.', required: true },
        key: { description: 'Path of the file with the offline key.', required: true },
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
            Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(2567), __webpack_require__.e(811), __webpack_require__.e(3153), __webpack_require__.e(9453), __webpack_require__.e(1898), __webpack_require__.e(512), __webpack_require__.e(1680), __webpack_require__.e(8363)]).then(__webpack_require__.bind(__webpack_require__, 71680)),
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
            const recovered = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__/* .withRecoveryLease */ .Mt)(cluster, lease, () => recoverOffline({
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
        __webpack_require__.e(/* import() */ 5534).then(__webpack_require__.bind(__webpack_require__, 23153)),
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
    const [{ recoveredSummary }, { reached }] = await Promise.all([
        __webpack_require__.e(/* import() */ 9857).then(__webpack_require__.bind(__webpack_require__, 9857)),
        __webpack_require__.e(/* import() */ 4205).then(__webpack_require__.bind(__webpack_require__, 94205)),
    ]);
    const failed = recovered.rungs.find(({ state }) => state === 'failed');
    host.output('proved', failed === undefined ? (reached(recovered.rungs) ?? '') : '');
    host.output('reason', failed === undefined ? '' : `${failed.what}: ${failed.sentence}`);
    await host.summary(recoveredSummary(recovered, about));
    for (const { level, what, sentence } of recovered.rungs)
        host.report(`${level} ${what}: ${sentence}`);
    host.report(failed === undefined
        ? `everything is back in ${about.into}; see that it is right, then lead the traffic to it`
        : `it is not as it has to be: ${failed.sentence}`);
    return failed === undefined;
}


/***/ }),

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient)
/* harmony export */ });
async function registryClient(options = {}) {
    const { RegistryClient } = await __webpack_require__.e(/* import() */ 2410).then(__webpack_require__.bind(__webpack_require__, 2410));
    return new RegistryClient(options);
}


/***/ }),

/***/ 50008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   newestVouched: () => (/* binding */ newestVouched),
/* harmony export */   vouchedSet: () => (/* binding */ vouchedSet)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function vouchedSet({ store, owner, id }, report, vouch) {
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
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
    const { readSet } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492));
    let problem = new Error('no store');
    for (const { store } of stores) {
        const set = await readSet(store, owner, id).catch((error) => {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            problem = error;
            return undefined;
        });
        if (set !== undefined)
            return vouched({ store, owner, set }, report, vouch);
        report(`no backup set comes from ${store.name}`);
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
    return milliseconds !== undefined && isDuration(milliseconds) ? milliseconds : undefined;
}
function parseMilliseconds(text) {
    const parts = durationPattern.exec(text);
    if (parts === null)
        return undefined;
    return _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .units */ .M.reduce((sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds, 0);
}
function isDuration(milliseconds) {
    return Number.isInteger(milliseconds) && milliseconds > 0 && milliseconds <= longestDuration;
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
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);




async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(8815), __webpack_require__.e(8142)]).then(__webpack_require__.bind(__webpack_require__, 98142));
    return parseConfig(text, path);
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
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
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_2__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        const problem = readProblems[String(error.code)];
        if (problem === undefined)
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: ${problem}`, 'name the path of slipway.yml with the `config` input', {
            cause: error,
        });
    }
}
const readProblems = {
    ENOENT: 'the file does not exist',
    ENOTDIR: 'the file does not exist',
    EISDIR: 'this is a folder, not a file',
    EACCES: 'the file cannot be read',
};


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the `config` input') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 29296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ae: () => (/* binding */ contentHash),
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
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is no release number`, 'give one like 7, as listed in the job summary');
    }
    return Number(match[1]);
}
const labels = {
    app: 'slipway.dev/app',
    kind: 'slipway.dev/kind',
    release: 'slipway.dev/release',
    track: 'slipway.dev/track',
    token: 'slipway.dev/token',
    rollback: 'slipway.dev/rollback',
    phase: 'slipway.dev/phase',
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

/***/ 38650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ units),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const units = [
    { name: 'h', milliseconds: 3_600_000 },
    { name: 'm', milliseconds: 60_000 },
    { name: 's', milliseconds: 1_000 },
    { name: 'ms', milliseconds: 1 },
];
function formatDuration(milliseconds) {
    if (milliseconds === 0)
        return '0s';
    let rest = milliseconds;
    let text = '';
    for (const unit of units) {
        const count = Math.floor(rest / unit.milliseconds);
        rest -= count * unit.milliseconds;
        if (count > 0)
            text += `${count}${unit.name}`;
    }
    return text;
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
