export const id = 8487;
export const ids = [8487];
export const modules = {

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
/* harmony export */   Sc: () => (/* binding */ runsToken),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   bc: () => (/* binding */ policyCounts),
/* harmony export */   cA: () => (/* binding */ environment),
/* harmony export */   cf: () => (/* binding */ durationOf),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   dg: () => (/* binding */ aroundOf),
/* harmony export */   fu: () => (/* binding */ parseForce),
/* harmony export */   ic: () => (/* binding */ deploymentsToken),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   lw: () => (/* binding */ ofRollout),
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
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60512);







const config = {
    description: 'Path of slipway.yml.',
    default: 'slipway.yml',
};
const environment = {
    description: 'Name of the environment in slipway.yml.',
    required: true,
};
const context = {
    description: 'Context of the kubeconfig. Default: the `cluster` of the environment, otherwise the current context.',
    default: '',
};
const wait = {
    description: 'How long to wait for another run that releases the same application, such as `10m`.',
    default: '0s',
};
const deploymentsToken = {
    description: 'Token with `deployments: write`, to show the release as a GitHub deployment of its commit. Only for jobs that set no GitHub environment. Default: none.',
    default: '',
};
const runsToken = {
    description: 'Token with `actions: read`, to find out at once that the run of an unfinished rollout has ended. Default: the rollout counts as abandoned only after its time limit.',
    default: '',
};
const release = {
    description: 'Number of the release that must be rolling out; otherwise nothing is changed. Default: the current rollout.',
    default: '',
};
const approve = {
    description: 'Whether to approve a rollout that waits for an approval: `true` or `false`. An approved rollout continues as if it had passed, unless a limit or a health check fails.',
    default: 'false',
};
const reversible = {
    description: 'Whether this release may be rolled back: `true` or `false`. Default: `reversible` in slipway.yml, which defaults to `true`.',
    default: '',
};
const force = {
    description: 'Reason to release images that do not meet the `requires` of the environment; it is stored in the record. Default: they are refused.',
    default: '',
};
const policyReport = {
    description: 'Path of a JSON report of the policy findings to write. Default: none.',
    default: '',
};
const deployedForGrowth = {
    description: 'JSON map from image names to deployed digests, for the `growth` budget in slipway.yml: `images` in the output `status` of the action `status`. Default: growth is not checked.',
    default: '',
};
const logins = {
    description: 'JSON map from variable names to values for the logins of stores in slipway.yml, in addition to the environment. Default: none.',
    default: '',
};
const toolMirrors = {
    description: 'URLs of mirrors to download programs from, separated by commas. Each contains the original host and path, as with `wget -x`. The checksums stay pinned. Default: none.',
    default: '',
};
const ofRollout = {
    environment,
    release,
    config,
    context,
    'deployments-token': deploymentsToken,
    wait,
    approve,
    'tool-mirrors': toolMirrors,
};
const policyCounts = 'Number of policy findings as JSON, such as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';
function parseSecrets(name, text, { mask }) {
    const map = text === '' ? {} : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonMap */ .vM)(text);
    const secrets = Object.entries(map ?? {}).filter((each) => /^[A-Za-z_]\w*$/.test(each[0]) && typeof each[1] === 'string');
    if (map === undefined || secrets.length < Object.keys(map).length)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is not a JSON map of variables`, 'pass a JSON map from names of variables to their values, such as {"TOKEN": "…"}');
    for (const [, value] of secrets)
        if (value.trim().length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_6__/* .shortest */ .pr)
            mask(value);
    return Object.fromEntries(secrets);
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
const releaseOf = (text) => text === '' ? {} : { release: (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseNumber */ ._W)(text) };
async function aroundOf(path, { hooks }, host) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    const { loadHooks } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(5277), __webpack_require__.e(4767)]).then(__webpack_require__.bind(__webpack_require__, 5277));
    return { hooks: await loadHooks(folder, hooks), folder, log: host.log, quote: host.quote };
}
const waitOf = (text) => (text === '0s' ? 0 : durationOf('wait', text));
function durationOf(name, text) {
    const duration = (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text);
    if (duration !== undefined)
        return duration;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`${name}\` is invalid: "${text}"`, 'write a duration such as 30s or 10m');
}
const flag = (name, text) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL)(name, ['true', 'false'], text) === 'true';
function parseForce(text, example = 'say in a few words why the previous version can run, such as `the old column is still there`') {
    const reason = text.replace(/\s+/g, ' ').trim();
    if (reason === '')
        return undefined;
    if (reason.length >= 10 && reason.includes(' '))
        return reason;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the input \`force\` is "${reason}", which is not a reason`, `${example}; it is kept in the record`);
}


/***/ }),

/***/ 48653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ loginOf),
/* harmony export */   Ds: () => (/* binding */ passphrasesOf),
/* harmony export */   Sv: () => (/* binding */ resticOf),
/* harmony export */   cT: () => (/* binding */ withBuckets),
/* harmony export */   mj: () => (/* binding */ inPods),
/* harmony export */   yD: () => (/* binding */ workerFor),
/* harmony export */   zW: () => (/* binding */ dumperFor)
/* harmony export */ });
/* unused harmony export here */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _recovery_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13012);
/* harmony import */ var _recovery_files_worker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28023);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94826);





function loginOf(login, env, what) {
    const [accessKey, secretKey] = [env[`${login}_ACCESS_KEY_ID`], env[`${login}_SECRET_ACCESS_KEY`]];
    if (accessKey && secretKey)
        return { accessKey, secretKey, sessionToken: env[`${login}_SESSION_TOKEN`] || undefined };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the login of ${what} is not set`, `set ${login}_ACCESS_KEY_ID and ${login}_SECRET_ACCESS_KEY in the \`env\` of this step`);
}
function resticOf({ repositories }, env, passphrases = new Map()) {
    return new Map(Object.entries(repositories).flatMap(([name, { restic, locked }]) => {
        if (restic === undefined)
            return [];
        const { address, region, login } = restic;
        const place = { address, region, ...loginOf(login, env, `the repository ${name}`) };
        const passphrase = passphrases.get(name) ?? env[`${login}_PASSPHRASE`];
        if (!passphrase)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the passphrase of the repository ${name} is not set`, `set ${login}_PASSPHRASE in the \`env\` of this step to a long random text; every backup stores it, encrypted for \`recipients\``);
        return [[name, (0,_recovery_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .s3Repository */ .n)(place, { name, passphrase, locked: locked !== undefined })]];
    }));
}
const passphrasesOf = (repositories) => new Map([...repositories].map(([name, { environment }]) => [name, environment.RESTIC_PASSWORD ?? '']));
const inPods = (repositories, { worker }) => new Map([...repositories].map(([name, repository]) => [name, (0,_recovery_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .inPod */ .v)(repository, worker?.authority)]));
const here = (repositories, env) => new Map([...repositories].map(([name, repository]) => [
    name,
    { ...repository, authority: env.NODE_EXTRA_CA_CERTS || undefined },
]));
const patience = 300_000;
async function workerFor(cluster, recovery, place) {
    const { startWorker, workerName } = await Promise.all(/* import() */[__webpack_require__.e(9060), __webpack_require__.e(7074)]).then(__webpack_require__.bind(__webpack_require__, 87074));
    return startWorker(cluster, { ...place, ...programsOf(recovery), name: workerName(place.pvc) });
}
async function dumperFor(cluster, recovery, name, declared, place) {
    const [{ startWorker, dumperName }, { connectionEnvironment }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9060), __webpack_require__.e(7074)]).then(__webpack_require__.bind(__webpack_require__, 87074)),
        __webpack_require__.e(/* import() */ 4687).then(__webpack_require__.bind(__webpack_require__, 74687)),
    ]);
    const { authority } = declared;
    return startWorker(cluster, {
        ...{ ...place, ...programsOf(recovery), name: dumperName(name), writes: false },
        env: connectionEnvironment(declared),
        ...(authority === undefined ? {} : { databaseAuthority: authority }),
    });
}
function programsOf({ worker }) {
    if (worker === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('slipway.yml names no image for the worker pod', 'add `worker: {image: …}` to `recovery`');
    const { image, user, authority } = worker;
    return {
        ...{ image, patience, deadline: _recovery_files_worker_js__WEBPACK_IMPORTED_MODULE_2__/* .workerDeadline */ .nw },
        ...(user === undefined ? {} : { user }),
        ...(authority === undefined ? {} : { authority }),
    };
}
async function withBuckets(order, use) {
    if (Object.keys(order.recovery.buckets).length === 0)
        return use([]);
    const { withLocalRestic } = await __webpack_require__.e(/* import() */ 886).then(__webpack_require__.bind(__webpack_require__, 70886));
    return withLocalRestic(order, exec => (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .withFolder */ .Z)(order.env, 'buckets', async (folder) => use(await openedBuckets(order, exec, folder))));
}
async function openedBuckets({ recovery: { buckets }, config, repositories, targets, env }, exec, temporary) {
    const { openBucket } = await __webpack_require__.e(/* import() */ 750).then(__webpack_require__.bind(__webpack_require__, 90750));
    const local = here(repositories, env);
    return Promise.all(Object.entries(buckets).map(async ([name, { address, region, login, to, mirror }]) => {
        const [first, ...more] = to.flatMap(each => local.get(each) ?? []);
        if (first === undefined)
            throw new Error(`the bucket ${name} has no repository`);
        return {
            name,
            bucket: await openBucket({
                ...{ address: targets?.get(name) ?? address, region },
                ...loginOf(login, env, `the bucket ${name}`),
            }),
            folder: mirror === undefined || targets !== undefined
                ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(temporary, name)
                : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config), mirror),
            exec,
            repositories: [first, ...more],
        };
    }));
}


/***/ }),

/***/ 57346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   databaseOf: () => (/* binding */ databaseOf),
/* harmony export */   isVerified: () => (/* binding */ isVerified),
/* harmony export */   managedOf: () => (/* binding */ managedOf),
/* harmony export */   nameOfDatabase: () => (/* binding */ nameOfDatabase),
/* harmony export */   openBucketOf: () => (/* binding */ openBucketOf),
/* harmony export */   openStores: () => (/* binding */ openStores),
/* harmony export */   podsOf: () => (/* binding */ podsOf),
/* harmony export */   recoveryOf: () => (/* binding */ recoveryOf),
/* harmony export */   verifySet: () => (/* binding */ verifySet),
/* harmony export */   volumeOf: () => (/* binding */ volumeOf),
/* harmony export */   withRecoveryLease: () => (/* binding */ withRecoveryLease)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _recovery_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46284);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17849);
/* harmony import */ var _release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90352);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92317);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48653);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55571);









function recoveryOf({ recovery }, name) {
    if (recovery !== undefined)
        return recovery;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the environment ${name} is not backed up: slipway.yml has no \`recovery\` for it`, 'add it; docs/configuration.md has an example');
}
async function openStores({ repositories }, config, env) {
    const declared = Object.entries(repositories).flatMap(([name, { store, locked }]) => store === undefined ? [] : [{ name, store, locked }]);
    if (declared.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo('there is no place for manifests: no repository in `recovery` has a `store`', 'add one, a bucket or a folder');
    const [{ folderStore }, { s3Store }] = await Promise.all([
        __webpack_require__.e(/* import() */ 4120).then(__webpack_require__.bind(__webpack_require__, 34120)),
        __webpack_require__.e(/* import() */ 31).then(__webpack_require__.bind(__webpack_require__, 10031)),
    ]);
    return Promise.all(declared.map(async ({ name, store: { address, region, login, folder }, locked }) => {
        if (address === undefined)
            return { name, locked, store: folderStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config), folder ?? '.')) };
        const found = (0,_kept_js__WEBPACK_IMPORTED_MODULE_7__/* .loginOf */ .DQ)(login, env, `the repository ${name}`);
        return { name, locked, store: await s3Store({ address, region, ...found }) };
    }));
}
async function openBucketOf({ repositories }, name, env) {
    const { address, region = '', login = '' } = repositories[name]?.store ?? {};
    if (address === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the repository ${name} has no bucket`, 'add a `store` with an `address`');
    const [{ s3Store, placeOf }, { openBucket }] = await Promise.all([
        __webpack_require__.e(/* import() */ 31).then(__webpack_require__.bind(__webpack_require__, 10031)),
        __webpack_require__.e(/* import() */ 750).then(__webpack_require__.bind(__webpack_require__, 90750)),
    ]);
    const rest = { region, ...(0,_kept_js__WEBPACK_IMPORTED_MODULE_7__/* .loginOf */ .DQ)(login, env, `the repository ${name}`) };
    return {
        store: await s3Store({ address, ...rest }),
        bucket: await openBucket({ address: placeOf(address).bucket, ...rest }),
    };
}
const pausedNote = 'slipway.dev/replay-paused';
const commandsFolder = '/tmp/slipway';
async function podsOf(cluster, namespace, { workload: ref, container }) {
    const workload = await cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(namespace, ref));
    if (workload === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`there is no ${ref.kind}/${ref.name} in ${namespace}`, 'correct `workload` of the database in slipway.yml');
    const runningPods = async () => {
        const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, namespace), {
            labelSelector: (0,_release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .selectorOf */ .Bk)(workload),
        });
        return items.filter(({ status, metadata }) => status?.phase === 'Running' && metadata?.deletionTimestamp === undefined);
    };
    const running = await runningPods();
    if (running.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`no pod of ${ref.kind}/${ref.name} in ${namespace} is running`, 'find out why with kubectl describe');
    const nameOf = ({ metadata }) => metadata?.name ?? '';
    const leftPaused = running
        .filter(({ metadata }) => metadata?.annotations?.[pausedNote] !== undefined)
        .map(nameOf)[0];
    let paused = leftPaused;
    return {
        ...{ workload, running },
        pods: new Map(running.map(pod => [nameOf(pod), (0,_recovery_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .podExec */ .r)({ namespace, pod: nameOf(pod), container }, cluster.reach)])),
        leftPaused,
        placeIn: pod => ({
            folder: commandsFolder,
            gone: async () => {
                const uid = running.find(each => nameOf(each) === pod)?.metadata?.uid;
                const isThere = (await runningPods()).some(({ metadata }) => metadata?.uid === uid);
                return isThere ? undefined : `the pod ${pod} is gone`;
            },
        }),
        note: async (pod) => {
            const name = pod ?? paused;
            paused = pod;
            if (name === undefined)
                return;
            const annotations = { [pausedNote]: pod === undefined ? null : 'by a backup' };
            await cluster.patch(`${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, namespace)}/${name}`, 'merge', {
                metadata: { annotations },
            });
        },
    };
}
function nameOfDatabase(text, { databases }) {
    const [only, ...more] = Object.keys(databases);
    if (text !== '')
        return text;
    if (only !== undefined && more.length === 0)
        return only;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo('the database is not specified, and `recovery` does not declare exactly one', `choose one of ${Object.keys(databases).join(', ')}`);
}
function databaseOf({ databases }, name) {
    const found = databases[name];
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`\`recovery\` declares no database ${name}`, `choose one of ${Object.keys(databases).join(', ')}`);
}
function managedOf({ managed }, name) {
    const found = managed[name];
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`\`recovery\` declares no managed database ${name}`, `choose one of ${Object.keys(managed).join(', ')}`);
}
async function withRecoveryLease(cluster, { app, doing, ...request }, use) {
    const { acquireLease } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(8490)]).then(__webpack_require__.bind(__webpack_require__, 62775));
    const acquiring = acquireLease(cluster, { ...request, app: `${app}.${doing}`, seize: false });
    const lease = await acquiring.catch((error) => {
        if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && error.status === 404)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the namespace ${request.namespace} does not exist`, 'create it, or correct its name', { cause: error });
        throw error;
    });
    try {
        return await use(lease);
    }
    finally {
        await lease.release();
    }
}
async function verifySet(set, owner, { config, environment, inputs, host, signal }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment.trust);
    if (trust === undefined)
        return undefined;
    const [{ withCosign }, { verifyDocument }, { documentOf }] = await Promise.all([
        __webpack_require__.e(/* import() */ 6125).then(__webpack_require__.bind(__webpack_require__, 18506)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(9105)]).then(__webpack_require__.bind(__webpack_require__, 72176)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8492)]).then(__webpack_require__.bind(__webpack_require__, 48492)),
    ]);
    const { env, report } = host;
    return withCosign({ env, signal, report }, cosign => verifyDocument(documentOf(owner, set), set.bundle, {
        ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_8__/* .trustOptions */ .z5)(inputs.config, config, trust),
        cosign,
        env,
        now: Date.now(),
    }));
}
async function isVerified(set, owner, by) {
    try {
        await verifySet(set, owner, by);
        return true;
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo) || by.signal.aborted)
            throw error;
        by.host.report(`ignoring the backup set ${set.id}: ${error.message}`);
        return false;
    }
}
function volumeOf(text) {
    const name = 'slipway-data';
    if (text === '')
        return { name, emptyDir: {} };
    const [, storageClassName, storage] = /^(?:([a-z0-9.-]{1,253})\/)?(\d{1,6}(?:[KMGT]i?)?)$/.exec(text) ?? [];
    if (storage === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the input \`volume\` is invalid: "${text}"`, 'write a size such as 20Gi, or a storage class and a size such as fast/20Gi');
    const spec = {
        accessModes: ['ReadWriteOnce'],
        ...(storageClassName === undefined ? {} : { storageClassName }),
        resources: { requests: { storage } },
    };
    return { name, ephemeral: { volumeClaimTemplate: { spec } } };
}


/***/ }),

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient)
/* harmony export */ });
async function registryClient(options = {}) {
    const { RegistryClient } = await __webpack_require__.e(/* import() */ 4266).then(__webpack_require__.bind(__webpack_require__, 44266));
    return new RegistryClient(options);
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
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(566);






async function verifiedImages(inputs, { config, environment, images, registry, host }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    return trust === undefined ? {} : verified(inputs, trust, { config, images, registry, host });
}
async function verified(inputs, trust, { config, images, registry, host }) {
    const [{ withCosign }, { verifyImages }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506)]).then(__webpack_require__.bind(__webpack_require__, 18506)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(7226)]).then(__webpack_require__.bind(__webpack_require__, 38404)),
    ]);
    const { env, report } = host;
    const { signal } = new AbortController();
    return withCosign({ env, signal, report }, cosign => {
        const now = Date.now();
        return verifyImages(images, {
            ...trustOptions(inputs.config, config, trust),
            registry,
            cosign,
            env,
            now,
        });
    });
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
            await verified(inputs, signatureAlone(trust), {
                config,
                images,
                registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .registryClient */ .R)(),
                host,
            });
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
function signatureAlone({ 'scan-age': _, ...trust }) {
    const { key, identity } = trust;
    const signer = key === undefined ? { identity: { ref: ['refs/heads/*', 'refs/tags/*'], ...identity } } : {};
    return { ...trust, ...signer, attestations: [] };
}
function trustOptions(path, config, trust) {
    return { trust, publicLog: config.signing?.['public-log'] === true, root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) };
}
function signatureSentences(verified) {
    return Object.values(verified).map(({ reference, by, attested }) => {
        const said = attested.length === 0 ? '' : `, with ${attested.map(kind => _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__.nounOf[kind]).join(', ')}`;
        return `${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigests */ .s)(reference)} is signed by ${by}${said}`;
    });
}
const signaturesOf = (verified) => Object.fromEntries(Object.entries(verified).map(([name, { by, attested }]) => [name, { by, attested: [...attested] }]));
const signedOutput = (verified) => JSON.stringify(Object.fromEntries(Object.entries(verified).map(([name, { by }]) => [name, by])));


/***/ }),

/***/ 90555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xm: () => (/* binding */ execIn),
/* harmony export */   ex: () => (/* binding */ ExecConnectionLost),
/* harmony export */   w3: () => (/* binding */ execInteractive)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90677);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65679);







async function execIn(place, command, { reach, input, signal, env, heard }) {
    const { namespace, pod, container } = place;
    const args = argumentsFor(place, command, reach, input !== undefined);
    const answer = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__/* .ask */ .k)(['kubectl', ...args], {
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kubectlEnvironment */ .y)(env),
        ...(input === undefined ? {} : { input }),
        ...(signal === undefined ? {} : { signal }),
        ...(heard === undefined ? {} : { heard }),
    });
    const { said, fault } = faultIn(answer);
    if (fault === undefined)
        return { ...answer, stderr: said };
    const where = `pod ${pod}${container === undefined ? '' : ` (container ${container})`} in namespace ${namespace}`;
    if (/\(NotFound\)|container not found|not valid for pod|does not have a host assigned|executable file not found/.test(fault))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`no command can run in ${where}: ${fault}`, 'check that the pod is running, that it has this container, and that its image contains the program');
    if (/\((Forbidden|Unauthorized)\)/.test(fault))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the credential may not run commands in ${where}: ${fault}`, 'grant it `create` on `pods/exec` there');
    throw new ExecConnectionLost(`the connection to ${where} was lost: ${fault}`, 'check that the pod and its node are ready, then run the step again');
}
class ExecConnectionLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
}
function faultIn({ code, stderr }) {
    if (code === 0)
        return { said: stderr };
    const lines = stderr.split('\n');
    const ended = lines.findIndex(line => /^command terminated with exit code \d+$/.test(line));
    if (ended >= 0)
        return { said: lines.toSpliced(ended, 1).join('\n') };
    const own = lines.findLast(line => /^(error|Error from server)\b/i.test(line));
    return {
        said: stderr,
        fault: (own ?? lines.findLast(line => line.trim() !== '') ?? 'kubectl printed nothing').slice(0, 300),
    };
}
function argumentsFor({ namespace, pod, container }, command, reach, stdin) {
    return [
        ...['exec', pod, `--namespace=${namespace}`, '--quiet', ...(0,_reach_js__WEBPACK_IMPORTED_MODULE_6__/* .reachFlags */ .x)(reach)],
        ...(container === undefined ? [] : [`--container=${container}`]),
        ...(stdin ? ['--stdin'] : []),
        '--',
        ...command,
    ];
}
function execInteractive(place, command, { reach, env }) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(...(0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .boundToUs */ ._)('kubectl', argumentsFor(place, command, reach, true)), {
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kubectlEnvironment */ .y)(env),
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    const heard = [];
    const waiting = [];
    let ended;
    let last = '';
    const end = (error) => {
        ended ??= error;
        for (const { reject } of waiting.splice(0))
            reject(ended);
    };
    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stdout }).on('line', line => {
        const next = waiting.shift();
        if (next === undefined)
            heard.push(line);
        else
            next.resolve(line);
    });
    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stderr }).on('line', line => {
        if (line.trim() !== '')
            last = line;
    });
    child.stdin.on('error', () => undefined);
    child.once('error', end);
    child.once('close', code => end(new Error(last.slice(0, 300) || `it ended with ${code ?? 'a signal'}`)));
    return {
        say: line => void child.stdin.write(`${line}\n`),
        hear: () => new Promise((resolve, reject) => {
            const line = heard.shift();
            if (line !== undefined)
                resolve(line);
            else if (ended !== undefined)
                reject(ended);
            else
                waiting.push({ resolve, reject });
        }),
        leave: () => {
            end(new Error('the connection was closed'));
            child.kill('SIGKILL');
        },
    };
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
    return _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .units */ .MD.reduce((sum, unit, index) => sum + Number.parseInt(parts[index + 1] ?? '0', 10) * unit.milliseconds, 0);
}
function isDuration(milliseconds) {
    return Number.isInteger(milliseconds) && milliseconds > 0 && milliseconds <= longestDuration;
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
/* harmony export */   dz: () => (/* binding */ isTag)
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

/***/ 46284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ localExec),
/* harmony export */   r: () => (/* binding */ podExec)
/* harmony export */ });
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90555);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16428);


const localExec = (env) => async ([program = '', ...args], options = {}) => (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)([program, ...args], { env, ...options });
const podExec = (container, reach, env = process.env) => (command, options = {}) => (0,_cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .execIn */ .Xm)(container, command, { reach, env, ...options });


/***/ }),

/***/ 13012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ s3Repository),
/* harmony export */   v: () => (/* binding */ inPod)
/* harmony export */ });
/* harmony import */ var _worker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28023);

function s3Repository({ address, region, accessKey, secretKey, sessionToken }, { name, passphrase, locked, }) {
    const environment = {
        RESTIC_PASSWORD: passphrase,
        AWS_ACCESS_KEY_ID: accessKey,
        AWS_SECRET_ACCESS_KEY: secretKey,
        AWS_DEFAULT_REGION: region,
        ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
    };
    return { name, address: `s3:${address}`, environment, locked };
}
const inPod = (repository, authority) => ({
    ...repository,
    environment: { ...repository.environment, RESTIC_CACHE_DIR: _worker_js__WEBPACK_IMPORTED_MODULE_0__/* .mounts */ .Lk.cache },
    ...(authority === undefined ? {} : { authority: _worker_js__WEBPACK_IMPORTED_MODULE_0__/* .mounts */ .Lk.authority }),
});


/***/ }),

/***/ 28023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lk: () => (/* binding */ mounts),
/* harmony export */   _P: () => (/* binding */ workerPod),
/* harmony export */   nw: () => (/* binding */ workerDeadline)
/* harmony export */ });
const workerDeadline = 86_400;
const mounts = {
    pvc: '/pvc',
    authority: '/authority/ca.crt',
    databaseAuthority: '/database/ca.crt',
    cache: '/cache',
};
function workerPod(worker) {
    const { namespace, name, pvc, env, image, writes, node, user = 0, deadline } = worker;
    const { authority, databaseAuthority } = worker;
    const root = writes ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'] : ['DAC_READ_SEARCH'];
    const certificates = Object.entries({ authority, database: databaseAuthority }).flatMap(([volume, configMap]) => (configMap === undefined ? [] : [{ volume, configMap }]));
    const mount = (volume, mountPath, readOnly = false) => ({
        name: volume,
        mountPath,
        ...(readOnly ? { readOnly } : {}),
    });
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace, labels: { 'slipway.dev/recovery': 'files' } },
        spec: {
            restartPolicy: 'Never',
            activeDeadlineSeconds: deadline,
            terminationGracePeriodSeconds: 0,
            automountServiceAccountToken: false,
            ...(node === undefined ? {} : { affinity: onNode(node) }),
            securityContext: {
                runAsUser: user,
                ...(user === 0 ? {} : { runAsNonRoot: true }),
                seccompProfile: { type: 'RuntimeDefault' },
            },
            containers: [
                {
                    name: 'restic',
                    image,
                    command: ['sleep', String(deadline)],
                    ...(env === undefined ? {} : { env }),
                    securityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ['ALL'], ...(user === 0 && pvc !== undefined ? { add: root } : {}) },
                    },
                    volumeMounts: [
                        ...(pvc === undefined ? [] : [mount('pvc', mounts.pvc, !writes)]),
                        mount('cache', mounts.cache),
                        mount('cache', '/tmp'),
                        ...certificates.map(({ volume }) => mount(volume, `/${volume}`, true)),
                    ],
                },
            ],
            volumes: [
                ...(pvc === undefined
                    ? []
                    : [
                        {
                            name: 'pvc',
                            persistentVolumeClaim: { claimName: pvc, ...(writes ? {} : { readOnly: true }) },
                        },
                    ]),
                { name: 'cache', emptyDir: {} },
                ...certificates.map(({ volume, configMap }) => ({ name: volume, configMap: { name: configMap } })),
            ],
        },
    };
}
const onNode = (name) => ({
    nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
        },
    },
});


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


/***/ }),

/***/ 29296:
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

/***/ 90352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
function matches(selector, own = {}) {
    const entries = Object.entries(selector ?? {});
    return entries.length > 0 && entries.every(([key, value]) => own[key] === value);
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = plain((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) && plain(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';


/***/ }),

/***/ 90927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nounOf: () => (/* binding */ nounOf),
/* harmony export */   predicates: () => (/* binding */ predicates),
/* harmony export */   typesOf: () => (/* binding */ typesOf)
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
/* harmony export */   tD: () => (/* binding */ secondsOutput)
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
const secondsOutput = (milliseconds) => milliseconds === undefined ? '' : (milliseconds / 1000).toFixed(2);
const formatTime = (at) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;


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
function jsonInput(name, text, remedy) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`${name}\` input is not JSON`, remedy, { cause: error });
    }
}
function mapInput(name, text, remedy) {
    const value = jsonInput(name, text, remedy);
    if ((0,_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`${name}\` input is not a JSON map`, remedy);
}


/***/ }),

/***/ 60630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
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
function jsonIn(body) {
    try {
        return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
    }
    catch {
        return undefined;
    }
}
function jsonMap(body) {
    const value = jsonIn(body);
    return isMap(value) ? value : undefined;
}
const defined = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textMap = (value) => Object.fromEntries(Object.entries(isMap(value) ? value : {}).filter((pair) => typeof pair[1] === 'string'));
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53053);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41955);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83402);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);







const grace = 5_000;
async function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    if (signal?.aborted)
        return undefined;
    const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
    const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_5__/* .boundToUs */ ._)('/bin/sh', ['-c', launch, 'sh', program, ...args]);
    let child;
    let last;
    const kill = (name) => {
        try {
            if (child !== undefined)
                process.kill(child, name);
        }
        catch {
        }
    };
    const stop = () => {
        kill('SIGINT');
        last ??= setTimeout(() => kill('SIGKILL'), grace);
    };
    const stdout = new Lines(line => {
        if (child !== undefined)
            return print(line, 'stdout');
        child = Number(line);
        if (signal?.aborted)
            stop();
    });
    const stderr = new Lines(line => print(line, 'stderr'));
    signal?.addEventListener('abort', stop, { once: true });
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.subscribe)(started, ignoreUnreadInput);
    try {
        const code = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_4__/* .exec */ .m)(command, all, {
            env: (0,_map_js__WEBPACK_IMPORTED_MODULE_6__/* .textMap */ .sP)(env),
            ...(cwd === undefined ? {} : { cwd }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: data => stdout.write(data), stderr: data => stderr.write(data) },
        });
        return code ?? undefined;
    }
    finally {
        clearTimeout(last);
        (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_0__.unsubscribe)(started, ignoreUnreadInput);
        signal?.removeEventListener('abort', stop);
        await Promise.all([stdout.end(), stderr.end()]);
    }
}
const started = 'child_process';
function ignoreUnreadInput(message) {
    const { process: child } = message;
    child.once('spawn', () => child.stdin?.on('error', () => undefined));
}
class Lines {
    #bytes = new node_stream__WEBPACK_IMPORTED_MODULE_3__.PassThrough();
    #closed;
    constructor(print) {
        const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: this.#bytes, crlfDelay: Number.POSITIVE_INFINITY });
        lines.on('line', print);
        this.#closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(lines, 'close');
    }
    write(data) {
        this.#bytes.write(data);
    }
    async end() {
        this.#bytes.end();
        await this.#closed;
    }
}
async function ask(program, { heard, ...options }) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => {
            said[stream].push(line);
            if (stream === 'stdout')
                heard?.(line);
        },
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


/***/ })

};
