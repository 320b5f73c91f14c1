export const id = 5311;
export const ids = [5311];
export const modules = {

/***/ 5311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupAction: () => (/* binding */ backupAction)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3114);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9800);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3240);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1648);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7346);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6115);







const code = () => Promise.all(/* import() */[__webpack_require__.e(2311), __webpack_require__.e(3737), __webpack_require__.e(5714)]).then(__webpack_require__.bind(__webpack_require__, 5714));
const backupAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'backup',
    description: 'Back an environment up as slipway.yml says, count what the backup holds, prove that it is whole in every repository, and only then take away what is too old.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .context */ ._O,
        type: {
            description: 'What is made of each database: `full`, `incremental`, or `auto`, which is full when there is none or the newest is too old.',
            default: 'auto',
        },
        wait: {
            description: 'How long to wait for another run that is backing up the same application, such as `10m`.',
            default: '0s',
        },
    },
    outputs: {
        set: 'Name of the backup set, such as `20261126T031700Z`; empty when none was finished.',
        backups: 'JSON map from databases to a map from repositories to the names of their backups.',
        rows: 'JSON map from databases to how many rows were counted in them.',
        reason: 'Why it does not count, in one sentence; empty when it does.',
    },
    refused: { backups: '{}', rows: '{}' },
    run: async (inputs, host) => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(inputs.config);
        const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p7)(config, inputs.environment);
        const recovery = (0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__/* .recoveryOf */ .rU)(environment, inputs.environment);
        const type = typeOf(inputs.type);
        const stores = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__/* .openStores */ .j)(recovery, inputs.config, host.env);
        const { app } = config;
        const { namespace } = environment;
        const { env, report } = host;
        const origin = (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .originOf */ .y)(env);
        const signal = host.cancellation();
        const wait = _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .waitOf */ .pE(inputs.wait);
        const made = await (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .withCluster */ .Bq)(inputs, environment, host, code, (cluster, { makeSet }) => (0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__/* .withRecoveryLease */ .Mt)(cluster, { app, doing: 'backup', namespace, origin, wait, signal, report }, lease => makeSet({
            ...{ owner: { app, environment: inputs.environment }, recovery, stores, type, signal, report },
            by: { run: origin.run, actor: origin.actor },
            annotations: { 'slipway-run': origin.run },
            podsOf: name => (0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__/* .podsOf */ .EB)(cluster, namespace, (0,_recovery_js__WEBPACK_IMPORTED_MODULE_5__/* .databaseOf */ .zJ)(recovery, name)),
            sign: async () => undefined,
            assertHeld: lease.assertHeld,
            now: Date.now,
            sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
        })));
        await publish(made, { app, environment: inputs.environment, stores: stores.map(({ name }) => name) }, host);
        return made.problems.length === 0;
    },
});
function typeOf(text) {
    if (text === 'auto' || text === 'full' || text === 'incremental')
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the input \`type\` is "${text}"`, 'write auto, full or incremental');
}
async function publish(made, about, host) {
    const { id, manifest, problems } = made;
    const map = (pick) => JSON.stringify(Object.fromEntries(manifest.databases.map(each => [each.name, pick(each)])));
    host.output('set', problems.length === 0 ? id : '');
    host.output('backups', map(({ backups }) => Object.fromEntries(backups.map(({ repository, label }) => [repository, label]))));
    host.output('rows', map(({ tables }) => tables.reduce((sum, { rows }) => sum + rows, 0)));
    host.output('reason', problems[0] ?? '');
    const { backupSummary } = await __webpack_require__.e(/* import() */ 7648).then(__webpack_require__.bind(__webpack_require__, 7648));
    await host.summary(backupSummary({ ...about, ...made, set: id }));
    for (const note of made.notes)
        host.report(note);
    host.report(problems.length === 0 ? `backed up as ${id}` : `it does not count: ${problems[0]}`);
}


/***/ }),

/***/ 7346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ podsOf),
/* harmony export */   Mt: () => (/* binding */ withRecoveryLease),
/* harmony export */   j: () => (/* binding */ openStores),
/* harmony export */   rU: () => (/* binding */ recoveryOf),
/* harmony export */   zJ: () => (/* binding */ databaseOf)
/* harmony export */ });
/* unused harmony export execOf */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(555);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4485);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7849);
/* harmony import */ var _release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(352);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2317);






function recoveryOf({ recovery }, name) {
    if (recovery !== undefined)
        return recovery;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`slipway.yml does not say how ${name} is backed up`, 'add `recovery:` to it; docs/configuration.md has an example');
}
async function openStores({ repositories }, config, env) {
    const declared = Object.entries(repositories).flatMap(([name, { store, locked }]) => store === undefined ? [] : [{ name, store, locked }]);
    if (declared.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('no repository in `recovery` says where manifests go', 'give one of them a `store`, a bucket or a folder');
    const [{ folderStore }, { s3Store }] = await Promise.all([
        __webpack_require__.e(/* import() */ 4120).then(__webpack_require__.bind(__webpack_require__, 4120)),
        __webpack_require__.e(/* import() */ 31).then(__webpack_require__.bind(__webpack_require__, 31)),
    ]);
    return Promise.all(declared.map(async ({ name, store: { address, region, login, folder }, locked }) => {
        if (address === undefined)
            return { name, locked, store: folderStore((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(config), folder ?? '.')) };
        const [accessKey, secretKey] = [env[`${login}_ACCESS_KEY_ID`], env[`${login}_SECRET_ACCESS_KEY`]];
        if (!accessKey || !secretKey)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`the login of the repository ${name} is not set`, `set ${login}_ACCESS_KEY_ID and ${login}_SECRET_ACCESS_KEY in the \`env\` of this step`);
        const sessionToken = env[`${login}_SESSION_TOKEN`] || undefined;
        return { name, locked, store: await s3Store({ address, region, accessKey, secretKey, sessionToken }) };
    }));
}
const pausedNote = 'slipway.dev/replay-paused';
async function podsOf(cluster, namespace, { workload: ref, container }) {
    const workload = await cluster.get((0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref));
    if (workload === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`there is no ${ref.kind}/${ref.name} in ${namespace}`, 'correct `workload` of the database in slipway.yml');
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, namespace), {
        labelSelector: (0,_release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .selectorOf */ .Bk)(workload),
    });
    const running = items.filter(({ status, metadata }) => status?.phase === 'Running' && metadata?.deletionTimestamp === undefined);
    if (running.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`no pod of ${ref.kind}/${ref.name} in ${namespace} runs`, 'see why, with kubectl describe');
    const nameOf = ({ metadata }) => metadata?.name ?? '';
    const leftPaused = running
        .filter(({ metadata }) => metadata?.annotations?.[pausedNote] !== undefined)
        .map(nameOf)[0];
    let paused = leftPaused;
    return {
        workload,
        pods: new Map(running.map(pod => [nameOf(pod), execOf(cluster, { namespace, pod: nameOf(pod), container })])),
        leftPaused,
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
const execOf = ({ reach }, container) => (command, options = {}) => (0,_cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .execIn */ .X)(container, command, { reach, ...options });
function databaseOf({ databases }, name) {
    const found = databases[name];
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`\`recovery\` declares no database ${name}`, `name one of ${Object.keys(databases).join(', ')}`);
}
async function withRecoveryLease(cluster, { app, doing, ...request }, use) {
    const { acquireLease } = await __webpack_require__.e(/* import() */ 8691).then(__webpack_require__.bind(__webpack_require__, 8691));
    const lease = await acquireLease(cluster, { ...request, app: `${app}.${doing}`, seize: false });
    try {
        return await use(lease);
    }
    finally {
        await lease.release();
    }
}


/***/ }),

/***/ 555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ execIn)
/* harmony export */ });
/* unused harmony export ExecLost */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6428);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5679);



async function execIn({ namespace, pod, container }, command, { reach, input, signal, env = process.env }) {
    const args = [
        ...['exec', pod, `--namespace=${namespace}`, '--quiet', ...(0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .reachFlags */ .x)(reach)],
        ...(container === undefined ? [] : [`--container=${container}`]),
        ...(input === undefined ? [] : ['--stdin']),
        '--',
        ...command,
    ];
    const answer = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)(['kubectl', ...args], {
        env,
        ...(input === undefined ? {} : { input }),
        ...(signal === undefined ? {} : { signal }),
    });
    const { said, fault } = faultIn(answer);
    if (fault === undefined)
        return { ...answer, stderr: said };
    const place = `${pod}${container === undefined ? '' : `, container ${container},`} in ${namespace}`;
    if (/\(NotFound\)|container not found|not valid for pod|does not have a host assigned|executable file not found/.test(fault))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`nothing can be run in ${place}: ${fault}`, 'see whether the pod is up, how its container is called, and what it holds');
    if (/\((Forbidden|Unauthorized)\)/.test(fault))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the credential may run nothing in ${place}: ${fault}`, 'grant it `create` on `pods/exec` there');
    throw new ExecLost(`the connection to ${place} was lost: ${fault}`, 'see whether the pod and its node are up, then run the step again');
}
class ExecLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
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
        fault: (own ?? lines.findLast(line => line.trim() !== '') ?? 'kubectl said nothing').slice(0, 300),
    };
}


/***/ }),

/***/ 4485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   uO: () => (/* binding */ apiVersionOf)
/* harmony export */ });
const builtIn = (group, version, plural, kind) => ({
    group,
    version,
    plural,
    kind,
    namespaced: true,
});
const resources = {
    configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
    secret: builtIn('', 'v1', 'secrets', 'Secret'),
    service: builtIn('', 'v1', 'services', 'Service'),
    pod: builtIn('', 'v1', 'pods', 'Pod'),
    event: builtIn('', 'v1', 'events', 'Event'),
    serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
    node: { ...builtIn('', 'v1', 'nodes', 'Node'), namespaced: false },
    namespace: { ...builtIn('', 'v1', 'namespaces', 'Namespace'), namespaced: false },
    deployment: builtIn('apps', 'v1', 'deployments', 'Deployment'),
    replicaSet: builtIn('apps', 'v1', 'replicasets', 'ReplicaSet'),
    statefulSet: builtIn('apps', 'v1', 'statefulsets', 'StatefulSet'),
    daemonSet: builtIn('apps', 'v1', 'daemonsets', 'DaemonSet'),
    controllerRevision: builtIn('apps', 'v1', 'controllerrevisions', 'ControllerRevision'),
    cronJob: builtIn('batch', 'v1', 'cronjobs', 'CronJob'),
    horizontalPodAutoscaler: builtIn('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
    job: builtIn('batch', 'v1', 'jobs', 'Job'),
    lease: builtIn('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    endpointSlice: builtIn('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
    httpRoute: builtIn('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
    gateway: builtIn('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
    grpcRoute: builtIn('gateway.networking.k8s.io', 'v1', 'grpcroutes', 'GRPCRoute'),
    tcpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tcproutes', 'TCPRoute'),
    tlsRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tlsroutes', 'TLSRoute'),
    udpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'udproutes', 'UDPRoute'),
    backendTlsPolicy: builtIn('gateway.networking.k8s.io', 'v1', 'backendtlspolicies', 'BackendTLSPolicy'),
    gatewayClass: {
        ...builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass'),
        namespaced: false,
    },
};
const leadsElsewhere = /[/%?#]|^\.{1,2}$/;
function pathOf(resource, namespace, name) {
    for (const segment of [namespace, name ?? ''])
        if (leadsElsewhere.test(segment))
            throw new Error(`"${segment}" cannot be a name in the cluster`);
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
function placeOf(path) {
    const match = /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)\/namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path);
    if (match === null)
        return undefined;
    const [, group = '', namespace = '', plural = '', name = ''] = match;
    return leadsElsewhere.test(name) ? undefined : { group, namespace, plural, name };
}
class Discovery {
    #cluster;
    #lists = new Map();
    constructor(cluster) {
        this.#cluster = cluster;
    }
    async find(apiVersion, kind) {
        const known = Object.values(resources).find(r => r.kind === kind && apiVersionOf(r) === apiVersion);
        const slash = apiVersion.indexOf('/');
        const [group, version] = slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
        if (known !== undefined && !group.includes('gateway'))
            return known;
        let list = this.#lists.get(apiVersion);
        if (list === undefined) {
            list = this.#cluster.get(group === '' ? `/api/${version}` : `/apis/${group}/${version}`);
            this.#lists.set(apiVersion, list);
        }
        const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
        return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
    }
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}


/***/ }),

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4485);

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

/***/ 352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* unused harmony export revisionLabel */
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9296);


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
    return revisions.find(revision => {
        const { data } = revision;
        const { $patch: _, ...template } = (data?.spec?.template ?? {});
        return isOwnedBy(revision, workload.metadata?.uid) && plain(template) === wanted;
    });
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    return Object.entries(workload?.spec?.selector?.matchLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';


/***/ }),

/***/ 6428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3402);



const grace = 5_000;
function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return resolve(undefined);
        const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .boundToUs */ ._)(program, args);
        const stdin = input === undefined ? 'ignore' : 'pipe';
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, all, { env, cwd, stdio: [stdin, 'pipe', 'pipe'] });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(input);
        for (const stream of ['stdout', 'stderr']) {
            const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({
                input: child[stream],
                crlfDelay: Number.POSITIVE_INFINITY,
            });
            lines.on('line', line => print(line, stream));
        }
        let last;
        const stop = () => {
            child.kill('SIGINT');
            last = setTimeout(() => child.kill('SIGKILL'), grace);
        };
        signal?.addEventListener('abort', stop, { once: true });
        const ended = () => {
            clearTimeout(last);
            signal?.removeEventListener('abort', stop);
        };
        child.once('error', error => {
            ended();
            reject(error);
        });
        child.once('close', code => {
            ended();
            resolve(code ?? undefined);
        });
    });
}
async function ask(program, options) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => void said[stream].push(line),
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


/***/ })

};
