export const id = 7346;
export const ids = [7346];
export const modules = {

/***/ 94191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ verifyBy),
/* harmony export */   M: () => (/* binding */ verifySigned),
/* harmony export */   documentSigner: () => (/* binding */ documentSigner)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55571);


function documentSigner({ config: { signing, trust }, path, host: { env, report }, signal, }) {
    if (signing === undefined)
        return async () => undefined;
    return async (document) => {
        const { withCosign } = await __webpack_require__.e(/* import() */ 8506).then(__webpack_require__.bind(__webpack_require__, 18506));
        const { signingKey } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(2694)]).then(__webpack_require__.bind(__webpack_require__, 32694));
        const { signDocument } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(2176)]).then(__webpack_require__.bind(__webpack_require__, 72176));
        const root = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
        return withCosign({ env, signal, report }, async (cosign) => {
            const key = await signingKey({ signing, trustedRoot: trust?.root, root, folder: cosign.folder, env });
            return signDocument(cosign, key, document);
        });
    };
}
async function verifySigned(document, bundle, { config, environment, inputs, host, signal }) {
    const { trustOfDocuments } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOfDocuments(config, environment.trust);
    return trust && verifyBy(trust, document, bundle, { config, path: inputs.config, host, signal });
}
async function verifyBy(trust, document, bundle, { config, path, host: { env, report }, signal }) {
    const { withCosign } = await __webpack_require__.e(/* import() */ 8506).then(__webpack_require__.bind(__webpack_require__, 18506));
    const { verifyDocument } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(2176)]).then(__webpack_require__.bind(__webpack_require__, 72176));
    const options = (0,_trust_js__WEBPACK_IMPORTED_MODULE_1__/* .trustOptions */ .z5)(path, config, trust);
    return withCosign({ env, signal, report }, cosign => verifyDocument(document, bundle, { ...options, cosign, env, now: Date.now() }));
}


/***/ }),

/***/ 48653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ s3CredentialsOf),
/* harmony export */   Ds: () => (/* binding */ passphrasesOf),
/* harmony export */   Jg: () => (/* binding */ backupPodFor),
/* harmony export */   Sv: () => (/* binding */ resticOf),
/* harmony export */   cT: () => (/* binding */ withBuckets),
/* harmony export */   mj: () => (/* binding */ inPods),
/* harmony export */   zW: () => (/* binding */ dumperFor)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _recovery_files_backup_pod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39793);
/* harmony import */ var _recovery_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13012);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94826);





function s3CredentialsOf(prefix, env, what) {
    const [accessKey, secretKey] = [env[`${prefix}_ACCESS_KEY_ID`], env[`${prefix}_SECRET_ACCESS_KEY`]];
    if (accessKey && secretKey)
        return { accessKey, secretKey, sessionToken: env[`${prefix}_SESSION_TOKEN`] || undefined };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the credentials of ${what} are not set`, `set ${prefix}_ACCESS_KEY_ID and ${prefix}_SECRET_ACCESS_KEY in the \`env\` of this step`);
}
function resticOf({ repositories }, env, passphrases = new Map()) {
    return new Map(Object.entries(repositories).flatMap(([name, { restic, locked }]) => {
        if (restic === undefined)
            return [];
        const { url, region, 'credentials-prefix': prefix } = restic;
        const place = { url, region, ...s3CredentialsOf(prefix, env, `the repository ${name}`) };
        const passphrase = passphrases.get(name) ?? env[`${prefix}_PASSPHRASE`];
        if (!passphrase)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the passphrase of the repository ${name} is not set`, `set ${prefix}_PASSPHRASE in the \`env\` of this step to a long random text; every backup stores it, encrypted for \`recipients\``);
        return [[name, (0,_recovery_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .s3Repository */ .n)(place, { name, passphrase, locked: locked !== undefined })]];
    }));
}
const mapRepositories = (repositories, change) => new Map([...repositories].map(([name, repository]) => [name, change(repository)]));
const passphrasesOf = (repositories) => mapRepositories(repositories, ({ environment }) => environment.RESTIC_PASSWORD ?? '');
const inPods = (repositories, { 'backup-pod': backupPod }) => mapRepositories(repositories, repository => (0,_recovery_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .inPod */ .v)(repository, backupPod?.['ca-configmap']));
const onThisMachine = (repositories, { NODE_EXTRA_CA_CERTS: ca }) => mapRepositories(repositories, repository => ({ ...repository, ca: ca || undefined }));
const patience = 300_000;
async function backupPodFor(cluster, recovery, place) {
    const { startBackupPod, backupPodName } = await __webpack_require__.e(/* import() */ 2484).then(__webpack_require__.bind(__webpack_require__, 72484));
    return startBackupPod(cluster, { ...place, ...programsOf(recovery), name: backupPodName(place) });
}
async function dumperFor(cluster, recovery, name, declared, place) {
    const { startBackupPod, dumperName } = await __webpack_require__.e(/* import() */ 2484).then(__webpack_require__.bind(__webpack_require__, 72484));
    const { connectionEnvironment } = await __webpack_require__.e(/* import() */ 4687).then(__webpack_require__.bind(__webpack_require__, 74687));
    const { 'ca-configmap': ca } = declared;
    return startBackupPod(cluster, {
        ...place,
        ...programsOf(recovery),
        name: dumperName(name),
        writes: false,
        env: connectionEnvironment(declared),
        ...(ca === undefined ? {} : { databaseCa: ca }),
    });
}
function programsOf({ 'backup-pod': backupPod }) {
    if (backupPod === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('slipway.yml names no image for the backup pod', 'add `backup-pod: {image: …}` to `recovery`');
    return { ...(0,_recovery_files_backup_pod_js__WEBPACK_IMPORTED_MODULE_1__/* .declaredPod */ .WX)(backupPod), patience, deadline: _recovery_files_backup_pod_js__WEBPACK_IMPORTED_MODULE_1__/* .backupPodDeadline */ .Wl };
}
async function withBuckets(order, use) {
    if (Object.keys(order.recovery.buckets).length === 0)
        return use([]);
    const { withLocalRestic } = await __webpack_require__.e(/* import() */ 886).then(__webpack_require__.bind(__webpack_require__, 70886));
    return withLocalRestic(order, exec => (0,_toolkit_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .withFolder */ .Z)(order.env, 'buckets', async (folder) => use(await openedBuckets(order, exec, folder))));
}
async function openedBuckets({ recovery: { buckets }, config, repositories, targets, env }, exec, temporary) {
    const { openBucket } = await __webpack_require__.e(/* import() */ 750).then(__webpack_require__.bind(__webpack_require__, 90750));
    const local = onThisMachine(repositories, env);
    return Promise.all(Object.entries(buckets).map(async ([name, { url, region, 'credentials-prefix': prefix, to, mirror }]) => {
        const [first, ...more] = to.flatMap(each => local.get(each) ?? []);
        if (first === undefined)
            throw new Error(`the bucket ${name} has no repository`);
        const credentials = s3CredentialsOf(prefix, env, `the bucket ${name}`);
        const bucket = await openBucket({ url: targets?.get(name) ?? url, region, ...credentials });
        const isKept = mirror !== undefined && targets === undefined;
        const folder = isKept ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config), mirror) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(temporary, name);
        return { name, bucket, folder, exec, repositories: [first, ...more] };
    }));
}


/***/ }),

/***/ 57346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ podsOf),
/* harmony export */   Eh: () => (/* binding */ declaredRecovery),
/* harmony export */   Iw: () => (/* binding */ volumeOf),
/* harmony export */   Mt: () => (/* binding */ withRecoveryLease),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   US: () => (/* binding */ nameOfDatabase),
/* harmony export */   UU: () => (/* binding */ openBucketOf),
/* harmony export */   WD: () => (/* binding */ online),
/* harmony export */   dR: () => (/* binding */ managedOf),
/* harmony export */   mS: () => (/* binding */ verifySet),
/* harmony export */   openStores: () => (/* binding */ openStores),
/* harmony export */   p4: () => (/* binding */ isVerified),
/* harmony export */   rU: () => (/* binding */ recoveryOf),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63114);
/* harmony import */ var _recovery_exec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46284);
/* harmony import */ var _recovery_workload_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11345);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17103);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(94191);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48653);










function recoveryOf({ recovery }, name) {
    if (recovery !== undefined)
        return recovery;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the environment ${name} is not backed up: slipway.yml has no \`recovery\` for it`, 'add it; docs/configuration.md has an example');
}
async function declaredRecovery(inputs) {
    const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_3__/* .loadConfig */ .Z9)(inputs.config);
    const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentOf */ .p7)(config, inputs.environment);
    const recovery = recoveryOf(environment, inputs.environment);
    return { config, environment, recovery, owner: { app: config.app, environment: inputs.environment } };
}
async function openStores({ repositories }, config, env) {
    const declared = Object.entries(repositories).flatMap(([name, { store, locked }]) => store === undefined ? [] : [{ name, store, locked }]);
    if (declared.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo('the manifests of backups cannot be stored: no repository in `recovery` that is online has a `store`', 'add a `store` to one of them: a bucket or a folder');
    const { folderStore } = await __webpack_require__.e(/* import() */ 4120).then(__webpack_require__.bind(__webpack_require__, 34120));
    const { s3Store } = await __webpack_require__.e(/* import() */ 31).then(__webpack_require__.bind(__webpack_require__, 10031));
    return Promise.all(declared.map(async ({ name, store: { url, region, 'credentials-prefix': prefix, folder }, locked }) => {
        if (url === undefined)
            return { name, locked, store: folderStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config), folder ?? '.')) };
        const found = (0,_kept_js__WEBPACK_IMPORTED_MODULE_9__/* .s3CredentialsOf */ .AO)(prefix, env, `the repository ${name}`);
        return { name, locked, store: await s3Store({ url, region, ...found }) };
    }));
}
const online = (recovery) => ({
    ...recovery,
    repositories: Object.fromEntries(Object.entries(recovery.repositories).filter(([, { offline }]) => !offline)),
});
async function openBucketOf({ repositories }, name, env) {
    const { url, region = '', 'credentials-prefix': prefix = '' } = repositories[name]?.store ?? {};
    if (url === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`the repository ${name} has no bucket`, 'add a `store` with a `url`');
    const { s3Store, placeOf } = await __webpack_require__.e(/* import() */ 31).then(__webpack_require__.bind(__webpack_require__, 10031));
    const { openBucket } = await __webpack_require__.e(/* import() */ 750).then(__webpack_require__.bind(__webpack_require__, 90750));
    const rest = { region, ...(0,_kept_js__WEBPACK_IMPORTED_MODULE_9__/* .s3CredentialsOf */ .AO)(prefix, env, `the repository ${name}`) };
    return {
        store: await s3Store({ url, ...rest }),
        bucket: await openBucket({ url: placeOf(url).bucket, ...rest }),
    };
}
const pausedNote = 'slipway.dev/replay-paused';
const commandsFolder = '/tmp/slipway';
async function podsOf(cluster, namespace, { workload: ref, container }) {
    const workload = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .pathTo */ .vs)(namespace, ref));
    if (workload === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`there is no ${ref.kind}/${ref.name} in ${namespace}`, 'correct `workload` of the database in slipway.yml');
    const runningPods = async () => {
        const pods = await (0,_recovery_workload_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .listPods */ .B)(cluster, namespace, workload);
        return pods.filter(({ status, metadata }) => status?.phase === 'Running' && metadata?.deletionTimestamp === undefined);
    };
    const running = await runningPods();
    if (running.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`no pod of ${ref.kind}/${ref.name} in ${namespace} is running`, `find out why: \`kubectl -n ${namespace} describe ${ref.kind}/${ref.name}\``);
    const nameOf = ({ metadata }) => metadata?.name ?? '';
    const left = running.find(({ metadata }) => metadata?.annotations?.[pausedNote] !== undefined);
    const leftPaused = left && nameOf(left);
    let paused = leftPaused;
    return {
        workload,
        running,
        pods: new Map(running.map(pod => [nameOf(pod), (0,_recovery_exec_js__WEBPACK_IMPORTED_MODULE_4__/* .podExec */ .r)({ namespace, pod: nameOf(pod), container }, cluster.reach)])),
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
const databaseOf = ({ databases }, name) => declarationOf(databases, 'database', name);
const managedOf = ({ managed }, name) => declarationOf(managed, 'managed database', name);
function declarationOf(all, what, name) {
    const found = all[name];
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(`\`recovery\` declares no ${what} ${name}`, `choose one of ${Object.keys(all).join(', ')}`);
}
async function withRecoveryLease(cluster, { app, doing, ...request }, use) {
    const { acquireLease } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(6695), __webpack_require__.e(5743)]).then(__webpack_require__.bind(__webpack_require__, 62775));
    const acquiring = acquireLease(cluster, { ...request, app: `${app}.${doing}`, seize: false });
    const lease = await acquiring.catch((cause) => {
        if (!(cause instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$) || cause.status !== 404)
            throw cause;
        const problem = `the namespace ${request.namespace} does not exist`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(problem, 'create it, or correct its name', { cause });
    });
    try {
        return await use(lease);
    }
    finally {
        await lease.release();
    }
}
async function verifySet(set, owner, by) {
    const { documentOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8888), __webpack_require__.e(7462)]).then(__webpack_require__.bind(__webpack_require__, 58888));
    return (0,_documents_js__WEBPACK_IMPORTED_MODULE_8__/* .verifySigned */ .M)(documentOf(owner, set), set.bundle, by);
}
const refusalOf = (set, owner, by) => verifySet(set, owner, by).then(() => undefined, (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .onUserError */ .lP)(error => {
    if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UntrustedDocument */ .q))
        return error;
    const remedy = by.config.signing === undefined
        ? 'add `signing: {}` or `signing: {key: …}` to slipway.yml, so that `backup` signs its sets'
        : 'use a set that the signer of `signing` has signed, or let `trust` demand that signer: docs/signing.md#what-a-release-demands';
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UntrustedDocument */ .q(error.message, remedy, { cause: error });
}, by.signal));
async function isVerified(set, owner, by) {
    const refusal = await refusalOf(set, owner, by);
    if (refusal !== undefined)
        by.host.report(`ignoring the backup set ${set.id}: ${refusal.message}`);
    return refusal === undefined;
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

/***/ 90555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xh: () => (/* binding */ ProgramMissing),
/* harmony export */   Xm: () => (/* binding */ execIn),
/* harmony export */   ex: () => (/* binding */ ExecConnectionLost),
/* harmony export */   t_: () => (/* binding */ interactiveProgram),
/* harmony export */   w3: () => (/* binding */ execInteractive)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90677);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65679);








async function execIn(place, command, { reach, input, signal, env, heard }) {
    const { namespace, pod, container } = place;
    const args = argumentsFor(place, command, reach, input !== undefined);
    const answer = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runForOutput */ .kr)(['kubectl', ...args], {
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kubectlEnvironment */ .y)(env),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ input, signal, heard }),
    });
    const { said, line } = faultIn(answer);
    if (line === undefined)
        return { ...answer, stderr: said };
    const where = `pod ${pod}${container === undefined ? '' : ` (container ${container})`} in namespace ${namespace}`;
    const fault = line.slice(0, 500);
    if (/executable file (`.*` )?not found/.test(line))
        throw new ProgramMissing(`no command can run in ${where}: ${fault}`, 'use an image that contains the program');
    if (/\(NotFound\)|container not found|not valid for pod|does not have a host assigned/.test(line))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`no command can run in ${where}: ${fault}`, 'check that the pod is running, and that it has this container');
    if (/\((Forbidden|Unauthorized)\)/.test(line))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the credential is not allowed to run commands in ${where}: ${fault}`, 'grant it `create` on `pods/exec` there');
    throw new ExecConnectionLost(`the connection to ${where} was lost: ${fault}`, 'check that the pod and its node are ready, then run the step again');
}
class ExecConnectionLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
}
class ProgramMissing extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
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
        line: own ?? lines.findLast(line => line.trim() !== '') ?? 'kubectl printed nothing',
    };
}
function argumentsFor({ namespace, pod, container }, command, reach, stdin) {
    return [
        ...['exec', pod, `--namespace=${namespace}`, '--quiet', ...(0,_reach_js__WEBPACK_IMPORTED_MODULE_7__/* .reachFlags */ .x)(reach)],
        ...(container === undefined ? [] : [`--container=${container}`]),
        ...(stdin ? ['--stdin'] : []),
        '--',
        ...command,
    ];
}
const execInteractive = (place, command, { reach }) => interactiveProgram(['kubectl', ...argumentsFor(place, command, reach, true)], (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kubectlEnvironment */ .y)());
function interactiveProgram([program, ...args], env) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(...(0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .dieWithParent */ .f)(program, args), { env, stdio: ['pipe', 'pipe', 'pipe'] });
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
    child.once('close', code => end(new Error(last.slice(0, 300) || `kubectl ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__/* .endingOf */ .z6)(code ?? undefined)}`)));
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

/***/ 46284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ localExec),
/* harmony export */   r: () => (/* binding */ podExec)
/* harmony export */ });
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90555);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16428);


const localExec = (env) => async ([program = '', ...args], options = {}) => (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .runForOutput */ .kr)([program, ...args], { env, ...options });
const podExec = (container, reach) => (command, options = {}) => (0,_cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .execIn */ .Xm)(container, command, { reach, ...options });


/***/ }),

/***/ 39793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ backupPodManifest),
/* harmony export */   Lk: () => (/* binding */ mounts),
/* harmony export */   WX: () => (/* binding */ declaredPod),
/* harmony export */   Wl: () => (/* binding */ backupPodDeadline),
/* harmony export */   yV: () => (/* binding */ isBackupPod)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

const backupPodDeadline = 86_400;
const mounts = {
    pvc: '/pvc',
    ca: '/ca/ca.crt',
    databaseCa: '/database/ca.crt',
    cache: '/cache',
};
const labels = { 'slipway.dev/recovery': 'files' };
const isBackupPod = (found) => Object.entries(labels).every(([key, value]) => found?.[key] === value);
function declaredPod({ image, user, 'ca-configmap': ca, }) {
    return { image, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .sw)({ user, ca }) };
}
function backupPodManifest(backupPod) {
    const { namespace, name, hostname, pvc, env, image, writes, node, user = 0, deadline } = backupPod;
    const { ca, databaseCa } = backupPod;
    const root = writes ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'] : ['DAC_READ_SEARCH'];
    const certificates = Object.entries({ ca, database: databaseCa }).flatMap(([volume, configMap]) => configMap === undefined ? [] : [{ volume, configMap }]);
    const readOnly = (is) => (is ? { readOnly: true } : {});
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace, labels },
        spec: {
            ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .sw)({ hostname, affinity: node === undefined ? undefined : onNode(node) }),
            restartPolicy: 'Never',
            activeDeadlineSeconds: deadline,
            terminationGracePeriodSeconds: 0,
            automountServiceAccountToken: false,
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
                    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .defined */ .sw)({ env }),
                    securityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ['ALL'], ...(user === 0 && pvc !== undefined ? { add: root } : {}) },
                    },
                    volumeMounts: [
                        ...(pvc === undefined ? [] : [{ name: 'pvc', mountPath: mounts.pvc, ...readOnly(!writes) }]),
                        { name: 'cache', mountPath: mounts.cache },
                        { name: 'cache', mountPath: '/tmp' },
                        ...certificates.map(({ volume }) => ({ name: volume, mountPath: `/${volume}`, readOnly: true })),
                    ],
                },
            ],
            volumes: [
                ...(pvc === undefined
                    ? []
                    : [{ name: 'pvc', persistentVolumeClaim: { claimName: pvc, ...readOnly(!writes) } }]),
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

/***/ 13012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ s3Repository),
/* harmony export */   v: () => (/* binding */ inPod)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _backup_pod_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39793);


function s3Repository({ url, region, accessKey, secretKey, sessionToken }, { passphrase, ...named }) {
    const environment = {
        RESTIC_PASSWORD: passphrase,
        AWS_ACCESS_KEY_ID: accessKey,
        AWS_SECRET_ACCESS_KEY: secretKey,
        AWS_DEFAULT_REGION: region,
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ AWS_SESSION_TOKEN: sessionToken }),
    };
    return { ...named, address: `s3:${url}`, environment };
}
const inPod = (repository, caConfigMap) => ({
    ...repository,
    environment: { ...repository.environment, RESTIC_CACHE_DIR: _backup_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .mounts */ .Lk.cache },
    ...(caConfigMap === undefined ? {} : { ca: _backup_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .mounts */ .Lk.ca }),
});


/***/ }),

/***/ 11345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ listPods)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12502);


async function listPods(cluster, namespace, workload) {
    const labelSelector = (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .selectorOf */ .Bk)(workload);
    if (labelSelector === '')
        return [];
    return (await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), { labelSelector })).items;
}


/***/ }),

/***/ 12502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   PR: () => (/* binding */ runsTemplate),
/* harmony export */   QJ: () => (/* binding */ graceOfConfiguration),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   Zf: () => (/* binding */ canonicalTemplate),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   xn: () => (/* binding */ startFailure),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91490);


const revisionLabel = 'controller-revision-hash';
function isReady({ status }) {
    return status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const hasEnded = ({ status }) => status?.phase === 'Succeeded' || status?.phase === 'Failed';
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
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
    const wanted = canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) &&
        canonicalTemplate(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const canonicalTemplate = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
const runsTemplate = (workload, template) => canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload)) === template;
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
const graceOfConfiguration = 60_000;
const underLoad = /^failed to sync (configmap|secret) cache: timed out|context deadline exceeded|name (".*" )?is reserved/;
function startFailure({ reason = '', message = '', } = {}) {
    switch (reason) {
        case 'InvalidImageName':
        case 'ErrImageNeverPull':
            return 'image-pull';
        case 'ErrImagePull':
        case 'ImagePullBackOff':
            return /not found|unknown|denied|unauthorized|forbidden/i.test(message) ? 'image-pull' : undefined;
        case 'CreateContainerConfigError':
        case 'CreateContainerError':
        case 'RunContainerError':
            if (underLoad.test(message))
                return undefined;
            return /^(secret|configmap) ".*" not found|^couldn't find key /.test(message)
                ? 'missing-configuration'
                : 'bad-container';
        default:
            return undefined;
    }
}


/***/ })

};
