export const id = 4316;
export const ids = [4316];
export const modules = {

/***/ 40571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r3: () => (/* binding */ applyObjects),
  q9: () => (/* binding */ claimReplicas),
  f5: () => (/* binding */ dryRunApply),
  QJ: () => (/* binding */ ownershipPatch),
  px: () => (/* binding */ takeOwnership),
  Te: () => (/* binding */ wasAppliedClientSide)
});

// UNUSED EXPORTS: fieldManager

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./.build/js/src/toolkit/child.js
var toolkit_child = __webpack_require__(83402);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/cluster/environment.js
var environment = __webpack_require__(90677);
// EXTERNAL MODULE: ./.build/js/src/cluster/reach.js
var cluster_reach = __webpack_require__(65679);
// EXTERNAL MODULE: ./.build/js/src/cluster/retry.js
var cluster_retry = __webpack_require__(22882);
;// CONCATENATED MODULE: ./.build/js/src/cluster/kubectl.js








async function applyWithKubectl(object, { fieldManager, reach, refused, wait = cluster_retry/* outageTimeout */.bl }) {
    const limits = ['--request-timeout=30s'];
    const how = ['--server-side', '--force-conflicts', `--field-manager=${fieldManager}`];
    const args = ['apply', ...how, ...limits, '-f', '-', ...(0,cluster_reach/* reachFlags */.x)(reach)];
    let away = Number.NEGATIVE_INFINITY;
    const isAway = ({ code, stderr }) => {
        if (code === 0)
            return false;
        if (isUnanswered(stderr))
            away = performance.now();
        const returning = performance.now() - away < cluster_retry/* warmUp */.lM && /\((Forbidden|Unauthorized)\)/.test(stderr);
        return isUnanswered(stderr) || returning;
    };
    const fed = await (0,retry/* retry */.L5)({ within: wait, unfinished: isAway, delay: () => timing/* timing */.N.apiRetry }, () => feed('kubectl', args, JSON.stringify(object)));
    if (fed.code === 0)
        return;
    const why = tidy(fed.stderr);
    if (!isAway(fed))
        throw refused(why);
    throw new errors/* UserError */.yo(`the API server does not answer (${why.slice(0, 200)})`, 'check that it can be reached from here, then run the step again');
}
const unanswered = [
    /connection (refused|reset|timed out)|connection to the server .* was refused|client connection lost/,
    /no such host|no route to host|network is unreachable|i\/o timeout|TLS handshake timeout/,
    /deadline exceeded|Client\.Timeout|\bEOF\b|Unable to connect to the server/,
    /\((ServiceUnavailable|Timeout|ServerTimeout|TooManyRequests)\)/,
    /currently unable to handle the request|unable to return a response in the time allotted/,
];
function isUnanswered(stderr) {
    return !stderr.includes('failed calling webhook') && unanswered.some(sentence => sentence.test(stderr));
}
function feed(command, args, input) {
    return new Promise((resolve, reject) => {
        const [program, all] = (0,toolkit_child/* boundToUs */._)(command, args);
        const child = (0,external_node_child_process_.spawn)(program, all, { env: (0,environment/* kubectlEnvironment */.y)(), stdio: ['pipe', 'ignore', 'pipe'] });
        let stderr = '';
        child.stderr.on('data', chunk => {
            stderr += chunk;
        });
        child.once('error', reject);
        child.once('close', code => resolve({ code, stderr }));
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
    });
}
function tidy(stderr) {
    const lines = stderr.split('\n').filter(line => line.trim() !== '' && !line.startsWith('Warning:'));
    return lines.join('; ').slice(0, 500) || 'kubectl gave no reason';
}

;// CONCATENATED MODULE: ./.build/js/src/cluster/apply.js




const fieldManager = 'slipway';
const takesNothing = () => false;
async function applyObjects(cluster, destinations, hold = object => object, made = async () => { }, takes = takesNothing) {
    for (const destination of destinations)
        await applyOne(cluster, destination, hold, made, takes);
}
async function applyOne(cluster, { path, object, live }, hold, made, takes) {
    let there = live;
    for (let attempt = 1;; attempt += 1) {
        const held = hold(object, there);
        try {
            if (there === undefined) {
                const created = await cluster.create(path.slice(0, path.lastIndexOf('/')), held);
                await made(path, created);
                if (object.immutable === true)
                    return;
                const still = await ownAsApplied(cluster, path, created, live => hold(object, live));
                if (!still)
                    await made(path, created);
                return;
            }
            const taking = isOfHelm(there) && takes(there) ? ownershipPatch(there.metadata, true) : undefined;
            if (taking !== undefined) {
                there = await cluster.patch(path, 'json', taking);
                continue;
            }
            if (wasAppliedClientSide(there))
                return await applyWithKubectl(held, {
                    fieldManager,
                    reach: cluster.reach,
                    refused: said => refused(withoutValue(said, object)),
                });
            await cluster.patch(path, 'apply', held, { force: 'true', fieldManager });
            return;
        }
        catch (error) {
            if (isStale(error) && attempt < 10) {
                const created = there === undefined;
                there = await cluster.get(path);
                if (created && there !== undefined)
                    await made(path, there);
                continue;
            }
            const said = objection(error, object);
            if (said === undefined)
                throw error;
            throw refused(`${object.kind}/${object.metadata?.name}: ${said}`);
        }
    }
}
async function ownAsApplied(cluster, path, created, stillOurs) {
    let there = created;
    for (let attempt = 1; attempt <= 5; attempt += 1) {
        const patch = ownershipPatch(there?.metadata);
        if (patch === undefined)
            return true;
        try {
            await cluster.patch(path, 'json', patch);
            return true;
        }
        catch (error) {
            if (!(0,cluster_errors/* isRaced */.AJ)(error))
                throw error;
            there = await cluster.get(path);
            if (there === undefined || there.metadata?.uid !== created.metadata?.uid)
                return false;
            stillOurs(there);
        }
    }
    return true;
}
function isStale(error) {
    if (error instanceof cluster_errors/* ClusterError */.b$)
        return error.isConflict;
    return error instanceof errors/* UserError */.yo && /the object has been modified|Precondition failed/.test(error.message);
}
function wasAppliedClientSide({ metadata }) {
    return (metadata?.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined ||
        (metadata?.managedFields ?? []).some(({ manager }) => manager === 'kubectl-client-side-apply'));
}
const refused = (said) => new errors/* UserError */.yo(`the cluster refused the manifests: ${said}`, 'correct the object as the message says, then run the step again; if another client keeps modifying it, stop that client first');
async function dryRunApply(cluster, path, object) {
    try {
        const query = { dryRun: 'All', force: 'true', fieldManager };
        return { objection: undefined, would: await cluster.patch(path, 'apply', object, query) };
    }
    catch (error) {
        const said = objection(error, object);
        if (said === undefined)
            throw error;
        return { objection: said };
    }
}
function objection(error, object) {
    if (!(error instanceof cluster_errors/* ClusterError */.b$))
        return undefined;
    if (error.status === 401 || error.status === 429)
        return undefined;
    const unreadable = error.status === 500 && error.reason === '';
    if (error.status >= 500 && !unreadable)
        return undefined;
    return withoutValue(error.serverMessage, object);
}
function withoutValue(said, { kind }) {
    if (kind !== 'Secret')
        return said;
    return said.replace(/, got [\s\S]*$/, ', got another type (the value is not shown)');
}
async function takeOwnership(cluster, path, guard = [], takes = takesNothing) {
    await (0,retry/* retry */.L5)({ attempts: 5, temporary: cluster_errors/* isConflict */.dh }, async () => {
        const live = await cluster.get(path);
        const patch = ownershipPatch(live?.metadata, live !== undefined && isOfHelm(live) && takes(live));
        if (patch !== undefined)
            await cluster.patch(path, 'json', [...guard, ...patch]);
    });
}
const isOfHelm = ({ metadata }) => (metadata?.managedFields ?? []).some(isHelms);
const isHelms = ({ manager, fieldsV1 }) => manager === 'helm' ||
    (manager !== fieldManager && JSON.stringify(fieldsV1 ?? {}).includes('"f:meta.helm.sh/release-name"'));
function ownershipPatch(metadata, takes = false) {
    const entries = metadata?.managedFields ?? [];
    const isTaken = (entry) => takes && isHelms(entry);
    const ours = entries.filter(entry => (entry.manager === fieldManager || isTaken(entry)) && !entry.subresource);
    const first = ours.find(entry => isTaken(entry) || entry.operation === 'Update');
    if (first === undefined || metadata?.resourceVersion === undefined)
        return undefined;
    const fields = ours.reduce((all, entry) => union(all, entry.fieldsV1 ?? {}), {});
    const merged = { ...first, manager: fieldManager, operation: 'Apply', fieldsV1: fields };
    return [
        { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
        {
            op: 'replace',
            path: '/metadata/managedFields',
            value: [...entries.filter(e => !ours.includes(e)), merged],
        },
    ];
}
async function claimReplicas(cluster, path, live, held = {}) {
    if (live?.spec?.replicas === undefined)
        return;
    const claim = {
        apiVersion: live.apiVersion ?? 'apps/v1',
        kind: live.kind ?? 'Deployment',
        metadata: { name: live.metadata?.name, ...held },
        spec: { replicas: live.spec.replicas },
    };
    await cluster.patch(path, 'apply', claim, { fieldManager: 'slipway-replicas', force: 'true' });
}
function union(a, b) {
    const all = { ...a };
    for (const [key, value] of Object.entries(b)) {
        const other = all[key];
        all[key] = isObject(other) && isObject(value) ? union(other, value) : value;
    }
    return all;
}
const isObject = (value) => typeof value === 'object' && value !== null;


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 81845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ requireShipped),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   pU: () => (/* binding */ requireSignedRelease)
/* harmony export */ });
/* unused harmony exports knownTemplates, imagesOnlyInRecord */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _store_retention_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23647);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17849);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90352);






async function requireShipped(cluster, namespace, target) {
    for (const { kind, name, copy } of target.record.shipped) {
        if ((await cluster.get((0,_store_retention_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOfCopy */ .Mc)(namespace, { kind, copy }))) === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`, 'deploy that version again, or roll back to another release with `to-release`');
        }
    }
}
async function requireSignedRelease(cluster, config, { namespace, workload }, { template, workers }, requireSigned) {
    const repositories = repositoriesIn(config);
    const own = Object.entries(workers).flatMap(([name, before]) => before === null ? [] : [[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .refOfKey */ .u$)(name), before.template]]);
    const images = [[workload, template], ...own].map(async ([ref, wanted]) => {
        const templates = await readKnownTemplates(cluster, namespace, ref);
        return imagesOnlyInRecord(wanted, { templates, repositories });
    });
    await requireSigned([...new Set((await Promise.all(images)).flat())]);
}
const repositoriesIn = ({ images, environments }) => [
    ...Object.values(images).map(({ repository }) => repository),
    ...Object.values(environments).flatMap(({ repositories = {} }) => Object.values(repositories)),
];
function knownTemplates(live, revisions) {
    const kept = revisions.filter(each => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwnedBy */ .D0)(each, live?.metadata?.uid)).map(_workloads_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .templateOfRevision */ .Lq);
    return [(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .templateOf */ .kW)(live), ...kept].filter(each => each?.spec !== undefined);
}
async function readKnownTemplates(cluster, namespace, ref) {
    const { revisions } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .traitsOf */ .JC)(ref.kind);
    const [live, kept] = await Promise.all([
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(namespace, ref)),
        revisions === undefined ? { items: [] } : cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace)),
    ]);
    return knownTemplates(live, kept.items);
}
function imagesOnlyInRecord(template, { templates, repositories }) {
    const own = new Set(repositories.map(canonicalRepository));
    const known = new Set(templates.flatMap(imagesOf));
    const alone = imagesOf(template).filter(image => !known.has(image) && own.has(canonicalRepository((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryOf */ ._M)(image))));
    return [...new Set(alone)];
}
const imagesOf = ({ spec }) => [
    ...(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .containersOf */ .Mz)(spec).map(({ image }) => image ?? ''),
    ...(spec?.volumes ?? []).flatMap(({ image }) => image?.reference ?? []),
];
function canonicalRepository(repository) {
    try {
        return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(repository);
    }
    catch {
        return repository;
    }
}


/***/ }),

/***/ 28065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ otherRoutes),
/* harmony export */   JC: () => (/* binding */ askRights),
/* harmony export */   LD: () => (/* binding */ rightsProblem),
/* harmony export */   Vr: () => (/* binding */ rightsOfRollback),
/* harmony export */   XU: () => (/* binding */ requireRights),
/* harmony export */   cy: () => (/* binding */ optionalRights),
/* harmony export */   xQ: () => (/* binding */ rightsFor)
/* harmony export */ });
/* unused harmony export nameOfRight */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _config_gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28989);
/* harmony import */ var _config_standbys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32348);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68036);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17849);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17121);







function rightsFor(environment, manifestResources) {
    const { strategy } = environment;
    const verbs = [
        ...ofEveryRelease(environment),
        ...(strategy.kind === 'rolling' ? [] : ofTwoTracks(environment)),
        ...ofHooks(environment),
        ...manifestResources.map((resource) => [resource, ['create', 'delete', 'get', 'patch']]),
    ];
    verbs.push(...ofVerification(environment), ...ofDependencies(environment));
    const rights = [
        ...rightsIn(verbs),
        { verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'log' },
        ...proxyOf(environment),
        ...ofDatabases(environment, 'block'),
        ...(strategy.kind === 'rolling' ? [] : readByGate(environment)),
    ];
    return [...new Map(rights.map(right => [nameOfRight(right), right])).values()];
}
function rightsOfRollback(environment) {
    const verbs = [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, ['create', 'get', 'list', 'update']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.secret, ['get']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, ofLease],
        ...ofKinds(environment),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['list', 'watch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ['list']],
        ...(environment.service === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.endpointSlice, ['list']]]),
        ...ofVerification(environment),
    ];
    return [...rightsIn(verbs), ...proxyOf(environment)];
}
const ofLease = ['create', 'get', 'list', 'patch', 'update', 'watch'];
function ofEveryRelease(environment) {
    const { service, route } = environment;
    const watched = ['list', 'watch'];
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.secret, ['create', 'delete', 'get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, ofLease],
        ...ofKinds(environment),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, watched],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.endpointSlice, service === undefined ? ['list'] : watched],
        ...(route === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, watched]]),
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.resourceQuota, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ['list']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.namespace, ['get']],
    ];
}
function ofKinds({ workload, workers }) {
    const watched = ['list', 'watch'];
    const kinds = new Set([workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .workersOf */ .N)({ workers })].map(({ kind }) => kind));
    return [...kinds].flatMap(kind => {
        const { resource, revisions, refusedInEvents } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .traitsOf */ .JC)(kind);
        return [
            [resource, ['create', 'delete', 'get', 'list', 'patch', 'watch']],
            ...(revisions === undefined ? [] : [[revisions, watched]]),
            ...(refusedInEvents ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, watched]] : []),
            ...(kind === 'StatefulSet' ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['delete', 'get']]] : []),
        ];
    });
}
const rightsIn = (verbs) => verbs.flatMap(([resource, names]) => names.map((verb) => ({ verb, resource })));
const ofVerification = ({ verify }) => {
    if (verify?.from === 'service')
        return [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, ['get']]];
    if (verify?.from !== 'gateway' || verify.url !== undefined)
        return [];
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, ['get']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, ['get']],
    ];
};
const ofDependencies = ({ verify }) => verify?.dependencies === undefined ? [] : [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'delete']]];
const proxyOf = ({ verify, gate }) => verify?.from === 'service' || gate === 'checks'
    ? [{ verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy' }]
    : [];
function readByGate({ monitoring, ...environment }) {
    const gate = (0,_config_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .metricGateOf */ .xf)(environment);
    const readsLines = gate?.metrics.some(metric => 'logs' in metric) === true;
    const services = [gate?.prometheus.service, readsLines ? monitoring?.logs?.service : undefined];
    return services.flatMap(service => (service === undefined ? [] : proxiedRight('get', service)));
}
function optionalRights(environment) {
    const { monitoring } = environment;
    const events = { verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .eventsOfWorkloads */ .H5 };
    const databases = ofDatabases(environment, 'warn');
    const alertmanager = monitoring?.silence === undefined ? undefined : monitoring.alertmanager?.service;
    const rights = alertmanager && ['create', 'delete', 'get'].map(verb => proxiedRight(verb, alertmanager));
    return [
        { rights: [events], without: 'releases create no Events for the workload' },
        ...(databases.length === 0
            ? []
            : [
                { rights: databases, without: 'releases do not know how far standbys and WAL archives are behind' },
            ]),
        ...(rights === undefined ? [] : [{ rights, without: 'releases silence no alerts' }]),
    ];
}
const ofDatabases = ({ recovery }, behind) => (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_6__/* .watchedDatabases */ .f)(recovery)
    .filter(([, database]) => database.behind === behind)
    .flatMap(([, { workload }]) => [
    { verb: 'get', resource: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .traitsOf */ .JC)(workload.kind).resource },
    ...['get', 'list'].map(verb => ({ verb, resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod })),
    { verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'exec' },
]);
const proxiedRight = (verb, { namespace, name, port }) => {
    const elsewhere = { namespace, name: `${name}:${port}` };
    return { verb, resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy', elsewhere };
};
function ofHooks({ hooks = {} }) {
    const inCluster = Object.values(hooks).some(hook => 'job' in hook);
    return inCluster ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'delete', 'get']]] : [];
}
function ofTwoTracks({ route, strategy }) {
    return [
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, ['create', 'delete', 'get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, ['get', 'patch']],
        [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['delete', 'get']],
        ...(route === undefined
            ? []
            : [
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, ['get', 'patch']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway, ['get']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gatewayClass, ['get']],
                ...otherRoutes.map((resource) => [resource, ['list']]),
            ]),
        ...((0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__/* .watchdogImage */ .FX)(strategy) === undefined
            ? []
            : [
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, ['create', 'list', 'watch']],
                [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.serviceAccount, ['get']],
            ]),
    ];
}
const otherRoutes = [
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.grpcRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.tcpRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.tlsRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.udpRoute,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.backendTlsPolicy,
];
function nameOfRight({ verb, resource, subresource, elsewhere }) {
    const group = resource.group === '' ? '' : `.${resource.group}`;
    const of = elsewhere === undefined ? '' : ` of ${elsewhere.namespace}/${elsewhere.name}`;
    return `${verb} ${resource.plural}${group}${subresource === undefined ? '' : `/${subresource}`}${of}`;
}
async function askRights(cluster, namespace, rights, account) {
    const [kind, subject] = account === undefined
        ? ['SelfSubjectAccessReview', {}]
        : ['SubjectAccessReview', userOf(namespace, account)];
    return Promise.all(rights.map(async (right) => {
        const { resource, verb, subresource, elsewhere } = right;
        const review = await cluster.create(`/apis/authorization.k8s.io/v1/${kind.toLowerCase()}s`, {
            apiVersion: 'authorization.k8s.io/v1',
            kind,
            spec: {
                ...subject,
                resourceAttributes: {
                    verb,
                    group: resource.group,
                    resource: resource.plural,
                    ...(subresource === undefined ? {} : { subresource }),
                    ...(resource.namespaced && resource !== _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.gateway ? { namespace } : {}),
                    ...elsewhere,
                },
            },
        });
        return { right, name: nameOfRight(right), allowed: review.status.allowed };
    }));
}
const userOf = (namespace, account) => ({
    user: `system:serviceaccount:${namespace}:${account}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
});
async function requireRights(cluster, namespace, rights) {
    const grants = await askRights(cluster, namespace, rights);
    const lacking = rightsProblem(grants, namespace);
    if (lacking !== undefined)
        throw lacking;
}
function rightsProblem(grants, namespace) {
    const lacking = grants.filter(({ allowed }) => !allowed).map(({ right }) => right);
    const here = lacking.filter(({ elsewhere }) => elsewhere === undefined);
    const names = [...lacking.filter(({ elsewhere }) => elsewhere !== undefined), ...here].map(nameOfRight);
    if (names.length === 0)
        return undefined;
    const shown = names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
    return new _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingRight */ .tH(here.length === 0 ? shown : `${shown} in namespace ${namespace}`);
}


/***/ }),

/***/ 61590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var toolkit_origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/rollback-checks.js
var rollback_checks = __webpack_require__(81845);
// EXTERNAL MODULE: ./.build/js/src/release/rights/access.js
var access = __webpack_require__(28065);
// EXTERNAL MODULE: ./.build/js/src/release/rights/credential-life.js
var credential_life = __webpack_require__(39829);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js
var find = __webpack_require__(8106);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/release/store/baseline.js
var baseline = __webpack_require__(91910);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js + 1 modules
var store_releases = __webpack_require__(24576);
// EXTERNAL MODULE: ./.build/js/src/release/store/reversibility.js
var reversibility = __webpack_require__(95606);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/controllers.js
var controllers = __webpack_require__(70371);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 6 modules
var run = __webpack_require__(72903);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/workload-writes.js
var workload_writes = __webpack_require__(80325);
;// CONCATENATED MODULE: ./.build/js/src/release/rollout/restore-release.js













async function restoreRelease(cluster, request, environment, target, lease) {
    const { config, environmentName, origin, force, because, deadline, report } = request;
    const { namespace, workload } = environment;
    const { release } = target.record;
    const { token } = lease;
    const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app);
    const [live, releases] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        records.list(),
    ]);
    const at = cluster.now();
    const past = (0,reversibility/* irreversibleSince */.BW)(releases, release).length > 0 && force !== undefined;
    const reason = `rolled back to ${release} by ${(0,toolkit_origin/* originText */.C)(origin)}${becauseOf(because)}${past ? `, ${(0,reversibility/* forcedBecause */.QN)(force)}` : ''}`;
    if (isLive(live, target) && (await workersAreThere(cluster, namespace, { target, releases, report }))) {
        report(`release ${release} is live already`);
        await (0,orphans/* markSuperseded */.QX)(records, release, { token, at: new Date(at).toISOString(), reason: () => reason });
        return { changed: false, seconds: 0 };
    }
    const obstacle = live && (0,controllers/* updateBlocker */.o6)(live);
    if (obstacle !== undefined)
        throw new errors/* UserError */.yo(`${obstacle.message}, so release ${release} cannot become ready in it`, obstacle.remedy);
    report(`restoring release ${release}`);
    await (0,rollout_state/* beginState */.X0)(cluster, namespace, {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token,
        run: origin,
        strategy: 'rolling',
        phase: 'rolling-back',
        rollback: true,
        step: 0,
        weight: 0,
        baseline: release,
        candidate: displaced(live, releases, release) ?? release,
        capacity: live === undefined ? await replicasOfGone(cluster, environment, target) : (live.spec?.replicas ?? 1),
        startedAt: at,
        since: at,
        deadline: at + deadline,
        abortRequested: { by: (0,toolkit_origin/* originText */.C)(origin), at },
        reason,
    });
    request.onRollback?.();
    const { end, ms } = await (0,run/* continueRollout */.tm)(cluster, { ...request, wait: 0 }, lease, {
        command: 'rollback',
        goal: 'done',
    });
    const done = { changed: true, seconds: ms / 1000 };
    return end.state === 'needs-action' ? { ...done, problem: end.reason } : done;
}
const becauseOf = (because) => because === undefined ? '' : `, because ${because}`;
function replicasOfGone(cluster, { namespace, workload }, { record }) {
    const manifest = (0,kinds/* manifestOf */.$V)(record, workload);
    return manifest === undefined ? 1 : (0,workload_writes/* replicasFor */.tz)(cluster, namespace, manifest);
}
function displaced(live, releases, target) {
    const record = releases.find(each => each.record.release === (0,workers/* releaseOf */.l7)(live))?.record;
    return record?.source === 'released' && record.release !== target ? record.release : undefined;
}
async function workersAreThere(cluster, namespace, { target, releases, report, }) {
    const known = (0,baseline/* workersAt */.ZK)(target, releases);
    const lives = await (0,workers/* readWorkers */.QF)(cluster, namespace, Object.keys(known).map(kinds/* refOfKey */.u$));
    const { release } = target.record;
    return Object.entries(known).every(([name, before]) => {
        const live = lives[name];
        if (before === null)
            return (0,workers/* releaseOf */.l7)(live) === undefined;
        if (live === undefined) {
            report(`warning: ${(0,kinds/* titleOf */.Gg)((0,kinds/* refOfKey */.u$)(name))}, a worker of release ${release}, no longer exists and is not recreated`);
            return true;
        }
        return (0,workers/* releaseOf */.l7)(live) === release && (0,naming/* canonical */.$N)((0,kinds/* templateOf */.kW)(live)) === (0,naming/* canonical */.$N)(before.template);
    });
}
function isLive(live, target) {
    return ((0,workers/* releaseOf */.l7)(live) === target.record.release &&
        (0,naming/* canonical */.$N)(live?.spec?.template) === (0,naming/* canonical */.$N)(target.outcome.template));
}

// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/recorded-environment.js
var recorded_environment = __webpack_require__(26417);
// EXTERNAL MODULE: ./.build/js/src/release/verify.js
var verify = __webpack_require__(94326);
;// CONCATENATED MODULE: ./.build/js/src/release/rollback.js
















async function rollback(cluster, request) {
    const { config, environment, origin, report } = request;
    const records = new store_releases/* ReleaseStore */.T(cluster, environment.namespace, config.app, report);
    const [releases, running] = await Promise.all([records.list(), (0,find/* unfinished */.M1)(cluster, request)]);
    const from = targetOf(releases, request);
    if ('notNeeded' in from)
        return notNeeded(from.notNeeded);
    if (running === undefined)
        return rollBackLive(cluster, request, releases, request.to ?? from.to);
    const { rollout } = running;
    requireReversible(releases, request, rollout);
    report(`release ${rollout.candidate} is being rolled out (${rollout.phase}): rolling it back`);
    const by = (0,toolkit_origin/* originText */.C)(origin);
    await (0,rollout_state/* requestAbort */.kR)(cluster, environment.namespace, rollout, { by, at: cluster.now() });
    const wait = Math.max(timing/* untilFree */.X, rollout.deadline - cluster.now() + timing/* untilFree */.X);
    const lease = await acquire(cluster, request, environment.workload, wait);
    let ended;
    let another;
    try {
        const now = await (0,find/* unfinished */.M1)(cluster, request);
        if (now?.rollout.candidate === rollout.candidate) {
            if (now.rollout.abortRequested === undefined)
                requireReversible(releases, request, now.rollout);
            if (now.rollout.phase === 'rolling-back')
                request.onRollback?.();
            ended = await (0,run/* continueRollout */.tm)(cluster, { ...request, wait: 0 }, lease, {
                command: 'rollback',
                goal: 'done',
                rollback: { reason: reasonOf(releases, request, rollout), by },
            });
        }
        else
            another = now;
    }
    finally {
        await lease.release();
    }
    if (another !== undefined)
        return rollback(cluster, request);
    return afterEnd(cluster, request, { rollout, releases, ended });
}
async function rollBackLive(cluster, request, releases, to) {
    const { config, environment, environmentName, report } = request;
    const { namespace } = environment;
    const target = (0,reversibility/* rollbackTarget */.es)(releases, to);
    const { release } = target.record;
    const recorded = (0,recorded_environment/* recordedEnvironment */.Y)(target.record, environmentName, environment);
    const blocked = (0,reversibility/* rollbackProblem */.sx)(releases, release, request.force);
    const live = () => cluster.get((0,kinds/* pathTo */.vs)(namespace, recorded.workload));
    if (blocked !== undefined && !isLive(await live(), target))
        throw blocked;
    const wait = request.from === undefined ? 0 : timing/* untilFree */.X;
    const need = (0,credential_life/* withWait */.SO)((0,credential_life/* lifetimeOfRollback */.dn)(recorded), wait, leftOf(request));
    await Promise.all([
        (0,access/* requireRights */.XU)(cluster, namespace, (0,access/* rightsOfRollback */.Vr)(recorded)),
        (0,credential_life/* requireLifetime */.jY)(cluster, need, report),
    ]);
    await (0,rollback_checks/* requireShipped */.J9)(cluster, recorded.namespace, target);
    if (request.requireSigned !== undefined) {
        const brought = { template: target.outcome.template, workers: (0,baseline/* workersAt */.ZK)(target, releases) };
        await (0,rollback_checks/* requireSignedRelease */.pU)(cluster, config, recorded, brought, request.requireSigned);
    }
    const lease = await acquire(cluster, request, recorded.workload, timing/* untilFree */.X);
    let done;
    try {
        const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app, report);
        const [now, begun] = await Promise.all([records.list(), (0,find/* unfinished */.M1)(cluster, request)]);
        if (begun === undefined) {
            const still = targetOf(now, request);
            if ('notNeeded' in still)
                return notNeeded(still.notNeeded);
            const deadline = Math.min(recorded.strategy.deadline, leftOf(request));
            const genuine = (0,reversibility/* rollbackTarget */.es)(now, release);
            done = await restoreRelease(cluster, { ...request, deadline }, recorded, genuine, lease);
        }
    }
    finally {
        await lease.release();
    }
    if (done === undefined)
        return rollback(cluster, request);
    const { problem, ...rest } = done;
    if (!done.changed && to === undefined)
        report(`nothing was rolled back: ${(0,reversibility/* earlierHint */.eN)(releases, release)}`);
    const verification = problem === undefined ? await verifyRestored(cluster, request, recorded, release) : undefined;
    return { release, ...rest, ...stateOf(problem, verification) };
}
const acquire = (cluster, request, workload, wait) => {
    const { config, environment, origin, from, report } = request;
    return (0,lease.acquireLease)(cluster, {
        app: config.app,
        namespace: environment.namespace,
        workload,
        origin,
        wait: from === undefined ? 0 : Math.min(wait, leftOf(request)),
        seize: from === undefined ? true : 'own',
        report,
    });
};
function requireReversible(releases, { to, force }, rollout) {
    const blocked = (0,reversibility/* rollbackProblem */.sx)(releases, to ?? rollout.baseline, force, rollout);
    if (blocked !== undefined)
        throw blocked;
}
function reasonOf(releases, { force, because, origin }, { candidate }) {
    const reversible = recordWith(releases, candidate)?.reversible !== false;
    const forced = force === undefined || reversible ? '' : `, ${(0,reversibility/* forcedBecause */.QN)(force)}`;
    return `rolled back by ${(0,toolkit_origin/* originText */.C)(origin)}${becauseOf(because)}${forced}`;
}
async function afterEnd(cluster, request, { rollout: { app, baseline }, releases, ended }) {
    const { environment } = request;
    const last = ended === undefined ? await (0,rollout_state/* readState */.un)(cluster, environment.namespace, app) : undefined;
    if (last?.rollout.phase === 'done')
        return rollback(cluster, request);
    const { end, ms } = ended ?? { end: { state: 'rolled-back', reason: '' }, ms: 0 };
    const decision = ended === undefined ? {} : { decision: ended.decisions };
    const goesFurther = request.to !== undefined && request.to !== baseline;
    if (end.state !== 'needs-action' && goesFurther) {
        const from = request.from === undefined ? undefined : baseline;
        const further = await rollback(cluster, { ...request, from });
        return { ...decision, ...further, changed: true, seconds: ms / 1000 + further.seconds };
    }
    const untried = goesFurther ? `; release ${request.to} was not restored` : '';
    const recorded = (0,recorded_environment/* recordedEnvironment */.Y)(recordWith(releases, baseline), request.environmentName, environment);
    const verification = baseline === undefined || end.state !== 'rolled-back'
        ? undefined
        : await verifyRestored(cluster, request, recorded, baseline);
    return {
        ...(baseline === undefined ? {} : { release: baseline }),
        changed: true,
        seconds: ms / 1000,
        ...stateOf(end.state === 'needs-action' ? `${end.reason}${untried}` : undefined, verification),
        ...decision,
    };
}
function recordWith(releases, release) {
    return releases.find(({ record }) => record.release === release)?.record;
}
function targetOf(releases, { from, origin }) {
    return from === undefined ? {} : (0,reversibility/* targetFrom */.CA)(releases, from, origin.run);
}
const leftOf = ({ until = Number.POSITIVE_INFINITY }) => Math.max(1000, until - performance.now());
function notNeeded(reason) {
    return { state: 'not-needed', changed: false, seconds: 0, reason };
}
function stateOf(reason, verification) {
    const problem = reason ?? (verification?.verdict === 'fail' ? verification.reasons.join('; ') : undefined);
    return {
        state: problem === undefined ? 'complete' : 'failed',
        ...(problem === undefined ? {} : { reason: problem }),
        ...(verification === undefined ? {} : { verification }),
    };
}
function verifyRestored(cluster, { config, environmentName, report }, environment, release) {
    return (0,verify.verify)(cluster, { config, environmentName, environment, release, report });
}


/***/ }),

/***/ 69515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   KF: () => (/* binding */ confidentialOf),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   hx: () => (/* binding */ gatherEvidence),
/* harmony export */   yD: () => (/* binding */ factOf)
/* harmony export */ });
/* unused harmony exports withoutConfidential, secretsIn */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60512);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);





function sentenceOf(cause, { events, lastLine } = { events: [] }) {
    const said = lastLine === undefined || lastLine === '' ? '' : `; its last line: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(lastLine).slice(0, 200)}`;
    switch (cause.kind) {
        case 'image-pull':
            return `image ${cause.image} of container ${cause.container} cannot be pulled: ${reasonOfPull(cause, events)}`;
        case 'out-of-memory':
            return `container ${cause.container} was killed: out of memory (limit ${cause.limit}, pod ${cause.pod})`;
        case 'crash': {
            const killed = events.find(({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(message));
            const before = killed === undefined ? [] : events.filter(each => !isAfter(each, killed));
            const probe = failedProbe(before, /^(Liveness|Startup)/, cause.container);
            if (probe !== undefined)
                return `${probe}, so it keeps restarting (pod ${cause.pod})`;
            return `container ${cause.container} crashes: exit code ${cause.exitCode}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(cause.restarts, 'restart')} (pod ${cause.pod})${said}`;
        }
        case 'bad-container':
            return `container ${cause.container} cannot be started: ${short(cause.detail)} (pod ${cause.pod})`;
        case 'unschedulable':
            return `pod ${cause.pod} cannot be scheduled: ${short(cause.detail)}`;
        case 'quota':
            return `the quota of the namespace does not allow the new pods: ${short(cause.detail.replace(/^pods ".*?" is forbidden: /, ''))}`;
        case 'refused':
            return `the cluster refuses the new pods: ${short(cause.detail)}`;
        case 'not-ready': {
            const [first] = cause.pods;
            const head = `${cause.ready} of ${cause.wanted} new pods were ready after ${Math.round(cause.seconds)} s`;
            if (first === undefined)
                return head;
            const probe = failedProbe(events, /^(Readiness|Startup)/, first.container);
            if (probe !== undefined)
                return `${head}; ${probe} (pod ${first.pod})`;
            const container = first.container === '' ? '' : `container ${first.container} of `;
            return `${head}; ${container}pod ${first.pod} does not become ready`;
        }
        default:
            return cause;
    }
}
function factOf(cause, detail) {
    switch (cause.kind) {
        case 'image-pull':
        case 'bad-container':
        case 'unschedulable':
            return { kind: 'not-starting', pod: cause.pod, detail };
        case 'quota':
        case 'refused':
            return { kind: 'not-starting', detail };
        case 'crash':
            return { kind: 'crash-loop', pod: cause.pod, detail };
        case 'out-of-memory':
            return { kind: 'out-of-memory', pod: cause.pod, detail };
        case 'not-ready': {
            const pod = cause.pods[0]?.pod;
            return { kind: 'not-ready', ...(pod === undefined ? {} : { pod }), detail };
        }
        default:
            return cause;
    }
}
async function gatherEvidence(cluster, namespace, cause) {
    const pod = 'pod' in cause ? cause.pod : cause.kind === 'not-ready' ? cause.pods[0]?.pod : undefined;
    if (pod === undefined)
        return { events: [] };
    const [events, lastLine, confidential] = await Promise.all([
        eventsOf(cluster, namespace, pod).catch(() => []),
        cause.kind === 'crash'
            ? lastLineOf(cluster, namespace, pod, cause.container).catch(() => undefined)
            : undefined,
        confidentialOf(cluster, namespace, pod).catch(() => undefined),
    ]);
    return withoutConfidential({ events, ...(lastLine === undefined ? {} : { lastLine }) }, confidential);
}
function withoutConfidential({ events, lastLine }, confidential) {
    const hide = (text) => (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSecrets */ .cT)(text, confidential ?? []);
    return {
        events: events.map(event => ({ ...event, message: hide(event.message) })),
        ...(lastLine === undefined || confidential === undefined ? {} : { lastLine: hide(lastLine) }),
    };
}
async function eventsOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), {
        fieldSelector: `involvedObject.name=${pod}`,
    });
    const time = (event) => String(event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? '');
    return items
        .sort((a, b) => (time(a) < time(b) ? -1 : 1))
        .map(({ metadata: { name }, reason = '', message = '', count }) => ({
        reason,
        message,
        ...(count === undefined ? {} : { count }),
        ...(name === undefined ? {} : { name }),
    }));
}
const mostOfLog = 64 << 10;
const longestLine = 4 << 10;
function wholeLastLine(log) {
    const line = log.trim().split('\n').at(-1) ?? '';
    if (Buffer.byteLength(log) >= mostOfLog || Buffer.byteLength(line) >= longestLine)
        return undefined;
    return line === '' ? undefined : line;
}
async function lastLineOf(cluster, namespace, pod, container) {
    const path = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace, pod)}/log`;
    for (const previous of ['true', 'false']) {
        const query = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .withQuery */ .VL)(path, { container, previous, tailLines: '5', limitBytes: String(mostOfLog) });
        const text = await cluster.call('GET', query).then(answer => answer.body, () => '');
        if (text.trim() !== '')
            return wholeLastLine(text);
    }
    return undefined;
}
const isAfter = (one, other) => one.name !== undefined && other.name !== undefined && one.name > other.name;
function failedProbe(events, which, container) {
    const failures = events.filter(({ reason, message }) => reason === 'Unhealthy' && which.test(message));
    const most = Math.max(...failures.map(({ count }) => count ?? 1));
    const event = failures.findLast(({ count }) => (count ?? 1) === most);
    if (event === undefined)
        return undefined;
    const [head = '', ...rest] = event.message.split(' failed: ');
    return `the ${head.toLowerCase()} of container ${container} fails (${short(rest.join(' failed: '))})`;
}
function reasonOfPull(cause, events) {
    const event = events.findLast(({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull'));
    const text = /not found|unknown/i.test(cause.detail) ? cause.detail : (event?.message ?? cause.detail);
    if (/not found|manifest unknown|name unknown/i.test(text))
        return 'the registry has no such image';
    if (/unauthorized|denied|forbidden|no basic auth/i.test(text))
        return 'the registry refuses the credential of the node (imagePullSecrets)';
    return short(text);
}
function short(text) {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(text.replace(/\s+/g, ' ').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
async function confidentialOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), {
        fieldSelector: `metadata.name=${pod}`,
    });
    const spec = items[0]?.spec;
    if (spec === undefined)
        return [];
    const secrets = await Promise.all(secretsIn(spec).map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, name))));
    const values = secrets.flatMap(secret => Object.values(secret?.data ?? {}));
    return [...values.map(value => Buffer.from(value, 'base64').toString('utf8')), ...tellingVariables(spec)];
}
function secretsIn(spec) {
    const variables = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(spec).flatMap(({ env = [], envFrom = [] }) => [
        ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
        ...envFrom.map(({ secretRef }) => secretRef?.name),
    ]);
    const files = (spec.volumes ?? []).flatMap(({ secret, projected }) => [
        secret?.secretName,
        ...(projected?.sources ?? []).map(source => source.secret?.name),
    ]);
    return [...new Set([...variables, ...files])].filter(name => name !== undefined && name !== '');
}
function tellingVariables(spec) {
    return (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(spec)
        .flatMap(({ env = [] }) => env)
        .flatMap(({ name, value }) => (value !== undefined && (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .namesSecret */ .L4)(name) ? [value] : []));
}


/***/ })

};
