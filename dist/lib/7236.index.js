export const id = 7236;
export const ids = [7236];
export const modules = {

/***/ 40571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r3: () => (/* binding */ applyObjects),
  q9: () => (/* binding */ claimReplicas),
  f5: () => (/* binding */ dryRunApply),
  wM: () => (/* binding */ fieldManager),
  QJ: () => (/* binding */ ownershipPatch),
  px: () => (/* binding */ takeOwnership),
  Te: () => (/* binding */ wasAppliedClientSide)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var program = __webpack_require__(16428);
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
    const fed = await (0,retry/* retry */.L5)({ within: wait, unfinished: isAway, delay: () => timing/* timing */.N.apiRetry }, () => (0,program/* runForOutput */.kr)(['kubectl', ...args], { env: (0,environment/* kubectlEnvironment */.y)(), input: JSON.stringify(object) }));
    if (fed.code === 0)
        return;
    const why = tidy(fed.stderr);
    if (why === '')
        throw new errors/* UserError */.yo(`kubectl could not apply ${object.kind}/${object.metadata?.name}: it ${(0,program/* endingOf */.z6)(fed.code)} and gave no reason`, 'run the step again');
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
function tidy(stderr) {
    const lines = stderr.split('\n').filter(line => line.trim() !== '' && !line.startsWith('Warning:'));
    return lines.join('; ').slice(0, 500);
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
                    refused: said => refused(withoutValue(said, object), wasModified.test(said) ? remedies.race : remedies.object),
                });
            const applied = await cluster.patch(path, 'apply', held, { force: 'true', fieldManager });
            if (applied.metadata?.deletionTimestamp === undefined)
                return;
            throw refused(`${object.kind}/${object.metadata?.name}: it is being deleted`, 'wait until it is gone, then run the step again');
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
            throw refused(`${object.kind}/${object.metadata?.name}: ${said}`, isStale(error) ? remedies.race : remedies.object);
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
    return error instanceof errors/* UserError */.yo && wasModified.test(error.message);
}
const wasModified = /the object has been modified|Precondition failed/;
function wasAppliedClientSide({ metadata }) {
    return (metadata?.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined ||
        (metadata?.managedFields ?? []).some(({ manager }) => manager === 'kubectl-client-side-apply'));
}
const remedies = {
    object: 'correct the object as the message says, then run the step again',
    race: 'stop the client that keeps changing it, then run the step again',
};
const refused = (said, remedy) => new errors/* UserError */.yo(`the cluster refused the manifests: ${said}`, remedy);
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
        all[key] = (0,map/* isMap */.jh)(other) && (0,map/* isMap */.jh)(value) ? union(other, value) : value;
    }
    return all;
}


/***/ }),

/***/ 52692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ requirePermissions),
/* harmony export */   DK: () => (/* binding */ otherRoutes),
/* harmony export */   JN: () => (/* binding */ optionalPermissions),
/* harmony export */   Jr: () => (/* binding */ ofVerification),
/* harmony export */   OL: () => (/* binding */ permissionsProblem),
/* harmony export */   Ol: () => (/* binding */ proxyOf),
/* harmony export */   Y2: () => (/* binding */ askPermissions),
/* harmony export */   bT: () => (/* binding */ ofDependencies),
/* harmony export */   mr: () => (/* binding */ permissionsFor),
/* harmony export */   ql: () => (/* binding */ permissionsOfRollback)
/* harmony export */ });
/* unused harmony export nameOfPermission */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _config_gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28989);
/* harmony import */ var _config_standbys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32348);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5259);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68036);







function permissionsFor(environment, manifestResources) {
    const { strategy } = environment;
    const verbs = [
        ...ofEveryRelease(environment),
        ...(strategy.kind === 'rolling' ? [] : ofTwoTracks(environment)),
        ...ofHooks(environment),
        ...manifestResources.map((resource) => [resource, ['create', 'delete', 'get', 'patch']]),
        ...ofVerification(environment),
        ...ofDependencies(environment),
    ];
    const permissions = [
        ...permissionsIn(verbs),
        { verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'log' },
        ...proxyOf(environment),
        ...ofDatabases(environment, 'block'),
        ...(strategy.kind === 'rolling' ? [] : readByGate(environment)),
    ];
    return [...new Map(permissions.map(permission => [nameOfPermission(permission), permission])).values()];
}
function permissionsOfRollback(environment) {
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
    return [...permissionsIn(verbs), ...proxyOf(environment)];
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
    const kinds = new Set([workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .workersOf */ .N)({ workers })].map(({ kind }) => kind));
    return [...kinds].flatMap(kind => {
        const { resource, revisions, refusedInEvents } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(kind);
        return [
            [resource, ['create', 'delete', 'get', 'list', 'patch', 'watch']],
            ...(revisions === undefined ? [] : [[revisions, watched]]),
            ...(refusedInEvents ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, watched]] : []),
            ...(kind === 'StatefulSet' ? [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ['delete', 'get']]] : []),
        ];
    });
}
const permissionsIn = (verbs) => verbs.flatMap(([resource, names]) => names.map((verb) => ({ verb, resource })));
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
    return services.flatMap(service => (service === undefined ? [] : proxyPermission('get', service)));
}
function optionalPermissions(environment) {
    const { silence, alertmanager } = environment.monitoring ?? {};
    const service = silence === undefined ? undefined : alertmanager?.service;
    const events = { verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .eventsOfWorkloads */ .H5 };
    const databases = ofDatabases(environment, 'warn');
    const silences = service ? ['create', 'delete', 'get'].map(verb => proxyPermission(verb, service)) : [];
    return [
        { permissions: [events], without: 'releases create no Events for the workload' },
        { permissions: databases, without: 'releases cannot check the lag of standbys and WAL archives' },
        { permissions: silences, without: 'releases silence no alerts' },
    ].filter(({ permissions }) => permissions.length > 0);
}
const ofDatabases = ({ recovery }, reaction) => (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_6__/* .watchedDatabases */ .f)(recovery)
    .filter(([, database]) => database['on-lag'] === reaction)
    .flatMap(([, { workload }]) => [
    { verb: 'get', resource: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(workload.kind).resource },
    ...['get', 'list'].map(verb => ({ verb, resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod })),
    { verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'exec' },
]);
const proxyPermission = (verb, { namespace, name, port }) => {
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
        ...((0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_5__/* .watchdogImage */ .FX)(strategy) === undefined
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
function nameOfPermission({ verb, resource, subresource, elsewhere }) {
    const group = resource.group === '' ? '' : `.${resource.group}`;
    const of = elsewhere === undefined ? '' : ` of ${elsewhere.namespace}/${elsewhere.name}`;
    return `${verb} ${resource.plural}${group}${subresource === undefined ? '' : `/${subresource}`}${of}`;
}
async function askPermissions(cluster, namespace, permissions, account) {
    const [kind, subject] = account === undefined
        ? ['SelfSubjectAccessReview', {}]
        : ['SubjectAccessReview', userOf(namespace, account)];
    return Promise.all(permissions.map(async (permission) => {
        const { resource, verb, subresource, elsewhere } = permission;
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
        return { permission, name: nameOfPermission(permission), allowed: review.status.allowed };
    }));
}
const userOf = (namespace, account) => ({
    user: `system:serviceaccount:${namespace}:${account}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
});
async function requirePermissions(cluster, namespace, permissions) {
    const grants = await askPermissions(cluster, namespace, permissions);
    const lacking = permissionsProblem(grants, namespace);
    if (lacking !== undefined)
        throw lacking;
}
function permissionsProblem(grants, namespace) {
    const lacking = grants.filter(({ allowed }) => !allowed).map(({ permission }) => permission);
    const here = lacking.filter(({ elsewhere }) => elsewhere === undefined);
    const names = [...lacking.filter(({ elsewhere }) => elsewhere !== undefined), ...here].map(nameOfPermission);
    if (names.length === 0)
        return undefined;
    const shown = names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
    return new _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb(here.length === 0 ? shown : `${shown} in namespace ${namespace}`);
}


/***/ }),

/***/ 88795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ extraPods),
/* harmony export */   I9: () => (/* binding */ limitsFor),
/* harmony export */   Qj: () => (/* binding */ inPlaceProblem),
/* harmony export */   TN: () => (/* binding */ extraPodsInPlace),
/* harmony export */   ZO: () => (/* binding */ nodeShortfalls),
/* harmony export */   bu: () => (/* binding */ quotaShortfalls),
/* harmony export */   e5: () => (/* binding */ mostCanaryPods)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1922);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71893);
/* harmony import */ var _traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73339);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91381);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79395);
/* harmony import */ var _workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(620);










function limitsFor({ environment, manifests }, liveState) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadIn */ .h7)(manifests, environment);
    const living = liveState.liveWorkload && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(liveState.liveWorkload);
    if (workload.kind === 'DaemonSet' && living === undefined)
        return undefined;
    const written = workload.spec?.replicas ?? living ?? 1;
    return (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}
function extraPods(next, live, nodes = []) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(next);
    if (kind === 'CronJob')
        return 0;
    if (kind === 'DaemonSet')
        return live === undefined ? (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .eligibleNodes */ .VS)(nodes, next).length : (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(next, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(live)).maxSurge;
    const replicas = next.spec?.replicas ?? live?.spec?.replicas ?? 1;
    if (live === undefined)
        return replicas;
    return Math.max(0, (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(next, replicas).peak - (live.status?.replicas ?? 0));
}
function extraPodsInPlace(environment, next, live) {
    return mostCanaryPods(environment, live.spec?.replicas ?? 1) + extraPods(next, live);
}
function mostCanaryPods(environment, capacity) {
    return Math.max(0, ...(0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .weightsOf */ .Z$)(environment).map(weight => canaryPods(environment, weight, capacity)));
}
function inPlaceProblem(environment, next, live) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return undefined;
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(environment.workload);
    if (next.spec?.strategy?.type === 'Recreate') {
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pods of ${name} are replaced all at once (Recreate), so a promotion in place would leave no pod for their part of the traffic`, 'set `type: RollingUpdate` in its manifest, or use `promotion: surge`');
    }
    const capacity = live.spec?.replicas ?? 1;
    const replicas = next.spec?.replicas ?? capacity;
    const kept = Math.min(capacity, replicas) - (0,_workloads_update_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(next, replicas).maxUnavailable;
    const need = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas'
        ? capacity - canaryPods(environment, weight, capacity)
        : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(100 - weight, capacity);
    if (kept >= need)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a promotion in place would leave ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(Math.max(0, kept), 'pod')} of ${name} while it rolls, but its part of the traffic needs ${need}`, 'lower maxUnavailable, raise the weight of the bake, or use `promotion: surge`');
}
function canaryPods(environment, weight, capacity) {
    return (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_3__/* .pods */ .Jw)(weight, capacity).canary : (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_1__/* .needOf */ .ER)(weight, capacity);
}
function quotaShortfalls(quotas, parts) {
    const pods = parts.reduce((all, part) => all + part.pods, 0);
    if (pods <= 0)
        return [];
    const needs = new Map([
        ['pods', pods],
        ['count/pods', pods],
    ]);
    const needed = (side, resource) => parts.reduce((all, part) => all + (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .podNeed */ .qO)(part.spec, side, resource) * part.pods, 0);
    for (const resource of ['cpu', 'memory']) {
        const requests = needed('requests', resource);
        needs.set(`requests.${resource}`, requests);
        needs.set(resource, requests);
        needs.set(`limits.${resource}`, needed('limits', resource));
    }
    const plain = quotas.filter(({ spec }) => spec?.scopes === undefined && spec?.scopeSelector === undefined);
    return plain.flatMap(quota => Object.entries(quota.status?.hard ?? {}).flatMap(([name, hard]) => {
        const need = needs.get(name) ?? 0;
        const used = quota.status?.used?.[name] ?? '0';
        if (need === 0 || (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(used) + need <= (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(hard) * (1 + 1e-9))
            return [];
        return [
            `ResourceQuota/${quota.metadata?.name} allows ${name} up to ${hard} (${used} in use), but the rollout needs ${show(name, need)} more at its peak (${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(pods, 'more pod')})`,
        ];
    }));
}
function nodeShortfalls(nodes, workload, pods) {
    const { labels = {} } = workload.spec?.template?.metadata ?? {};
    const spec = workload.spec?.template?.spec;
    const apart = (spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).filter(({ labelSelector, matchLabelKeys = [] }) => matchLabelKeys.length === 0 &&
        (labelSelector?.matchExpressions ?? []).length === 0 &&
        (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_9__/* .hasLabels */ .cP)(labelSelector?.matchLabels, labels));
    const crowded = apart.flatMap(({ topologyKey }) => {
        const places = new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.[topologyKey] ?? [])).size;
        return places >= pods
            ? []
            : [
                `the anti-affinity of the pods allows one per ${topologyKey}: the rollout has ${pods} pods at its peak, but the nodes have only ${places} different values of that label`,
            ];
    });
    const short = ['cpu', 'memory'].flatMap(resource => {
        const need = (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .podNeed */ .qO)(spec, 'requests', resource) * pods;
        const there = nodes.reduce((total, { status }) => total + (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_6__/* .quantity */ .au)(status?.allocatable?.[resource] ?? '0'), 0);
        return there === 0 || need <= there * (1 + 1e-9)
            ? []
            : [
                `the peak of ${pods} pods requests ${show(resource, need)} of ${resource}, but all nodes together have ${show(resource, there)}`,
            ];
    });
    return [...crowded, ...short];
}
function show(name, value) {
    if (name.endsWith('memory'))
        return `${Math.ceil(value / 2 ** 20)}Mi`;
    if (name.endsWith('cpu'))
        return `${Math.ceil(value * 1000)}m`;
    return String(value);
}


/***/ }),

/***/ 75961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ liveWorkers),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   eY: () => (/* binding */ readLiveState),
/* harmony export */   gv: () => (/* binding */ isWorkload),
/* harmony export */   wg: () => (/* binding */ newObject),
/* harmony export */   x5: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79444);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91381);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5259);
/* harmony import */ var _permissions_access_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52692);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26417);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(46695);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(27848);











const liveWorkers = ({ workers }) => Object.fromEntries(Object.entries(workers).map(([name, { live }]) => [name, live]));
async function readLiveState(cluster, where, manifests) {
    const located = await locate(cluster, manifests);
    const needed = located.map(({ resource }) => resource);
    await (0,_permissions_access_js__WEBPACK_IMPORTED_MODULE_7__/* .requirePermissions */ .An)(cluster, where.environment.namespace, (0,_permissions_access_js__WEBPACK_IMPORTED_MODULE_7__/* .permissionsFor */ .mr)(where.environment, needed));
    return readTargets(cluster, where, located);
}
async function readTargets(cluster, { config, environment }, located) {
    const { namespace } = environment;
    const readTarget = async ({ manifest, resource }) => {
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, manifest.name);
        return { manifest, resource, path, live: await cluster.get(path) };
    };
    const [releases, targets, autoscalers, entry] = await Promise.all([
        new _store_releases_js__WEBPACK_IMPORTED_MODULE_9__/* .ReleaseStore */ .T(cluster, namespace, config.app).list(),
        Promise.all(located.map(readTarget)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace)),
        (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_10__/* .readState */ .un)(cluster, namespace, config.app),
        requireNamespace(cluster, namespace),
    ]);
    (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .requireOneEnvironment */ .zR)(releases, { config, environment });
    const liveWorkload = targets.find(t => isWorkload(t.manifest, environment))?.live;
    requireWritableTargets(targets, environment);
    const manifests = located.map(({ manifest }) => manifest);
    requireUpdatable((0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_3__/* .workloadIn */ .h7)(manifests, environment), liveWorkload);
    const added = manifests.flatMap(({ object }) => object.kind === 'HorizontalPodAutoscaler' ? [object] : []);
    const autoscalerOf = (ref, live) => {
        const hasPods = live !== undefined && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasOf */ .N4)(live) > 0;
        return (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__/* .autoscalersOf */ .Au)(hasPods ? [...autoscalers.items, ...added] : autoscalers.items, ref)[0];
    };
    const workers = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .workersIn */ .r0)(manifests, environment).map((next) => {
        const ref = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .refOf */ .H8)(next);
        const target = targets.find(({ manifest }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .isOf */ .yW)(ref, manifest.object));
        const live = target?.live;
        requireUpdatable(next, live);
        return [(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN)(ref), { live, autoscaler: autoscalerOf(ref, live) }];
    });
    return {
        targets,
        releases,
        liveWorkload,
        needsAction: (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_10__/* .releaseNeedingAction */ .OK)(entry),
        state: entry?.text,
        autoscaler: autoscalerOf(environment.workload, liveWorkload),
        workers: Object.fromEntries(workers),
    };
}
const isWorkload = (manifest, { workload }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .isOf */ .yW)(workload, manifest.object);
async function locate(cluster, manifests) {
    const discovery = new _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .Discovery */ .TB(cluster);
    return Promise.all(manifests.map(async (manifest) => {
        const { apiVersion, kind } = manifest.object;
        const resource = await discovery.find(apiVersion, kind);
        if (resource === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: this cluster does not have the kind ${kind} of ${apiVersion}`, 'install its CustomResourceDefinition, or correct apiVersion and kind');
        }
        if (!resource.namespaced) {
            throw (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_3__/* .clusterScoped */ .bD)(`${manifest.source}: ${kind}/${manifest.name}`);
        }
        return { manifest, resource };
    }));
}
async function requireNamespace(cluster, namespace) {
    const object = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.namespace, '', namespace));
    if (object === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`namespace ${namespace} does not exist`, `create it: kubectl create namespace ${namespace}`);
    }
    if (object.metadata?.deletionTimestamp !== undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`namespace ${namespace} is being deleted`, 'wait until it is gone, then create it again');
    }
}
function requireWritableTargets(targets, environment) {
    for (const { live } of targets) {
        const problem = live && (deletionProblem(live, environment) ?? (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerProblem */ .ZP)(live, environment));
        if (problem !== undefined)
            throw problem;
    }
}
function deletionProblem({ kind, metadata }, { namespace }) {
    if (metadata?.deletionTimestamp === undefined)
        return undefined;
    const title = `${kind}/${metadata.name}`;
    const waits = metadata.finalizers?.length ? `, and waits for ${metadata.finalizers.join(', ')}` : '';
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is being deleted${waits}`, `wait until it is gone, then release again: kubectl -n ${namespace} wait --for=delete ${title} --timeout=5m`);
}
function requireUpdatable(next, live) {
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .refOf */ .H8)(next));
    const blocker = (live?.kind === 'Deployment' ? (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_4__/* .updateBlocker */ .o6)(live) : undefined) ?? (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_4__/* .updateBlocker */ .o6)(next);
    if (blocker !== undefined)
        throw blocker;
    const wanted = JSON.stringify(next.spec?.selector);
    if (live !== undefined && wanted !== JSON.stringify(live.spec?.selector) && !sameSelector(next, live)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifest of ${name} changes spec.selector, which is immutable`, `restore spec.selector in the manifest, or ${newObject(next)}`);
    }
}
const newObject = ({ kind }) => `give the ${kind} a new name in the manifest and in slipway.yml: the release then creates another ${kind}, and the old one stays until you delete it`;
function sameSelector(next, live) {
    const flat = (d) => JSON.stringify(Object.entries(d.spec?.selector?.matchLabels ?? {}).sort());
    const rest = (d) => JSON.stringify(d.spec?.selector?.matchExpressions ?? []);
    return flat(next) === flat(live) && rest(next) === rest(live);
}


/***/ }),

/***/ 28606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tj: () => (/* binding */ stepsSentence),
/* harmony export */   eH: () => (/* binding */ workersSentences),
/* harmony export */   fY: () => (/* binding */ strategyFor)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71893);
/* harmony import */ var _traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73339);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91490);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5259);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(88795);









function strategyFor({ strategy, workload }, { liveWorkload: live, needsAction, }) {
    const { kind } = strategy;
    if (kind === 'rolling')
        return { kind };
    const instead = (why) => ({ kind: 'rolling', why: `rolling instead of ${kind}: ${why}` });
    if (live === undefined)
        return instead('it is the first release');
    if (live.spec?.template?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.track] === undefined) {
        return instead(`the pods do not have the label ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.track} yet`);
    }
    if (needsAction !== undefined)
        return instead(`release ${needsAction} needs action, and keeps its traffic until this one is ready`);
    const problem = (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .servingProblem */ .w2)(live);
    if (problem !== undefined)
        return instead(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(workload)} ${problem}, so there is nothing to compare with`);
    return { kind };
}
function stepsSentence(environment, capacity) {
    const { strategy, service, route } = environment;
    switch (strategy.kind) {
        case 'rolling':
            return "Rolling: the workload's own update.";
        case 'blue-green': {
            const by = route === undefined ? `the selector of Service/${service}` : `HTTPRoute/${route.name}`;
            return `Blue-green with ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(capacity, 'more pod')}: once they are ready, ${by} gives them all traffic at once, and the old side is kept for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(strategy.watch)}.`;
        }
        case 'canary': {
            const { steps, bake, watch } = strategy;
            const afterHandOver = (least) => least > bake['hand-over-after']
                ? `, of which the run waits ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(bake['hand-over-after'])} and sweep the rest`
                : '';
            const approved = (approve) => (approve ? ', then approved by a person' : '');
            const listed = steps.map(({ weight, pause, approve = false }) => {
                const more = `${pause === undefined ? '' : `for at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(pause)}${afterHandOver(pause)}`}${approved(approve)}`;
                return more === '' ? `${weight} %` : `${weight} % (${more.replace(/^, /, '')})`;
            });
            const weights = `${listed.join(', ')}, then ${bake.weight} % for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(bake.for)}${afterHandOver(bake.for)}${approved(bake.approve)}`;
            const coarse = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_1__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_service_routers_js__WEBPACK_IMPORTED_MODULE_2__/* .granularity */ .zc)((0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_1__/* .weightsOf */ .Z$)(environment), capacity) : undefined;
            const split = coarse ?? (route === undefined ? 'by the number of pods' : `by HTTPRoute/${route.name}`);
            return `Canary: ${weights}. The traffic is split ${split}. Promotion to all traffic, ${promotion(environment, capacity)}; then watched for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(watch)}.`;
        }
    }
}
function promotion(environment, capacity) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_1__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return `with up to ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(capacity, 'more pod')} than now`;
    const canary = (0,_capacity_js__WEBPACK_IMPORTED_MODULE_7__/* .mostCanaryPods */ .e5)(environment, capacity);
    const kept = environment.route === undefined ? (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(canary, 'pod') : `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(canary, 'pod')} and ${weight} %`;
    return `in place: the canary keeps its ${kept} while ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(environment.workload)} is updated, with at most ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(canary, 'more pod')} than now, plus the surge of that update`;
}
function workersSentences(environment, kind) {
    const names = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .workersOf */ .N)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg);
    if (names.length === 0)
        return [];
    const when = kind === 'rolling' ? 'once the workload is ready' : 'after the verdict, once the workload has it';
    const verb = names.length === 1 ? 'gets' : 'get';
    return [`${names.join(', ')} ${verb} the new version ${when}, without a comparison.`];
}


/***/ }),

/***/ 34889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   PA: () => (/* binding */ isServing),
/* harmony export */   Qu: () => (/* binding */ foreignOwner),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   ZP: () => (/* binding */ ownerProblem),
/* harmony export */   gc: () => (/* binding */ hasNoSurge),
/* harmony export */   ik: () => (/* binding */ requireWritable),
/* harmony export */   l_: () => (/* binding */ progressText),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   o6: () => (/* binding */ updateBlocker),
/* harmony export */   t8: () => (/* binding */ isKept),
/* harmony export */   w2: () => (/* binding */ servingProblem),
/* harmony export */   z$: () => (/* binding */ mayTakeFromHelm)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);


function standingOf(workload) {
    const { metadata, status } = workload;
    const desired = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload);
    const observed = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)) {
        case 'CronJob':
            return { observed: true, desired, updated: 0, available: 0, complete: true };
        case 'DaemonSet': {
            const updated = status?.updatedNumberScheduled ?? 0;
            const available = status?.numberAvailable ?? 0;
            return {
                observed,
                desired,
                updated,
                available,
                complete: observed && updated >= desired && available >= desired,
            };
        }
        case 'StatefulSet': {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const turned = status?.currentRevision === status?.updateRevision;
            const complete = observed &&
                turned &&
                updated >= desired &&
                available >= desired &&
                (status?.replicas ?? 0) <= desired;
            return { observed, desired, updated, available, complete };
        }
        default: {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const complete = observed && updated >= desired && (status?.replicas ?? 0) <= updated && available >= updated;
            return { observed, desired, updated, available, complete };
        }
    }
}
const isComplete = (workload) => standingOf(workload).complete;
const isServing = (workload) => servingProblem(workload) === undefined;
function servingProblem(workload) {
    const { observed, desired, updated, available } = standingOf(workload);
    if (!observed || (workload.status?.replicas ?? desired) > updated)
        return 'is being updated';
    return available > 0 && available * 2 >= desired
        ? undefined
        : `has ${available} of ${desired} pods available`;
}
function progressText(workload) {
    const { desired, updated, available } = standingOf(workload);
    return `${available} of ${desired} pods available, ${updated} with the newest template`;
}
function hasNoSurge({ kind, spec }) {
    if (kind === 'StatefulSet')
        return true;
    const nothing = (surge) => surge === 0 || surge === '0%' || surge === '0';
    if (kind === 'DaemonSet') {
        const surge = spec?.updateStrategy?.rollingUpdate?.maxSurge;
        return surge === undefined || nothing(surge);
    }
    return spec?.strategy?.type === 'Recreate' || nothing(spec?.strategy?.rollingUpdate?.maxSurge);
}
function updateBlocker(workload) {
    const { kind, name } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(workload);
    const title = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)({ kind, name });
    const { paused, updateStrategy } = workload.spec ?? {};
    if (kind === 'Deployment' && paused === true)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} is paused`, `resume it: kubectl rollout resume deployment/${name}`);
    if (kind !== 'StatefulSet' && kind !== 'DaemonSet')
        return undefined;
    if (updateStrategy?.type === 'OnDelete')
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has updateStrategy OnDelete, so its pods keep their version until they are deleted`, 'set `updateStrategy: {type: RollingUpdate}` in its manifest');
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    if (partition > 0)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`, 'remove `partition` from its manifest, or set it to 0');
    return undefined;
}
const ownerMarks = [
    {
        owner: 'Argo CD',
        annotations: ['argocd.argoproj.io/tracking-id'],
        labels: ['argocd.argoproj.io/instance'],
        writer: 'argocd-controller',
    },
    {
        owner: 'Flux',
        annotations: [],
        labels: ['kustomize.toolkit.fluxcd.io/name', 'helm.toolkit.fluxcd.io/name'],
        writer: 'kustomize-controller',
    },
    { owner: 'Helm', annotations: ['meta.helm.sh/release-name'], labels: [], writer: 'helm' },
];
function foreignOwner({ metadata }) {
    const has = (keys, map) => keys.some(key => map?.[key] !== undefined);
    return ownerMarks.find(mark => has(mark.annotations, metadata?.annotations) ||
        has(mark.labels, metadata?.labels) ||
        metadata?.managedFields?.some(({ manager }) => manager === mark.writer) === true)?.owner;
}
const helmOwner = ({ metadata }) => ({
    release: metadata?.annotations?.['meta.helm.sh/release-name'],
    namespace: metadata?.annotations?.['meta.helm.sh/release-namespace'],
});
function mayTakeFromHelm(object, { 'take-over': takeOver, namespace }) {
    const owner = helmOwner(object);
    return (takeOver !== undefined &&
        owner.release === takeOver.helm &&
        owner.namespace === namespace &&
        foreignOwner(object) === 'Helm');
}
function ownerProblem(object, environment) {
    const owner = foreignOwner(object);
    if (owner === undefined || mayTakeFromHelm(object, environment))
        return undefined;
    const { release, namespace } = helmOwner(object);
    const known = owner === 'Helm' && release !== undefined;
    const isHere = namespace === environment.namespace;
    const place = isHere || namespace === undefined ? '' : ` in namespace ${namespace}`;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${object.kind}/${object.metadata?.name} is managed by ${owner}${known ? ` (release ${release}${place})` : ''}, which would revert the writes of a release`, known && isHere
        ? `release it with Helm, or take it over by \`take-over: {helm: ${release}}\` in its environment in slipway.yml (docs/helm.md)`
        : owner === 'Helm'
            ? `release it with ${owner}, or end its management by ${owner} first (docs/helm.md)`
            : `release by a commit that ${owner} applies, with \`delivery: {gitops: …}\` in its environment in slipway.yml (docs/gitops.md), or end its management by ${owner} first`);
}
const requireWritable = (environment) => live => {
    const problem = ownerProblem(live, environment);
    if (problem !== undefined)
        throw problem;
    return true;
};
function isKept({ kind, metadata }) {
    const policy = metadata?.annotations?.['helm.sh/resource-policy'] ?? '';
    return policy.trim().toLowerCase() === 'keep' && !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .isReleased */ .OZ)(kind);
}
function isControlled(object) {
    return (object.metadata?.ownerReferences ?? []).some(owner => owner.controller === true);
}
function writtenAt({ metadata }) {
    const times = (metadata?.managedFields ?? [])
        .filter(({ manager, subresource }) => manager === 'slipway' && !subresource)
        .map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(0, ...times);
}


/***/ }),

/***/ 79395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ podNeeds),
/* harmony export */   GD: () => (/* binding */ tolerates),
/* harmony export */   VS: () => (/* binding */ eligibleNodes),
/* harmony export */   W2: () => (/* binding */ containerNeed),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   qO: () => (/* binding */ podNeed)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75181);

function quantity(text) {
    const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(m|u|n|k|Ki|Mi|Gi|Ti|Pi|Ei|M|G|T|P|E|[eE][+-]?\d+)?$/.exec(text.trim());
    if (match === null)
        return Number.NaN;
    const [, number, suffix = ''] = match;
    if (/^[eE][+-]?\d/.test(suffix))
        return Number(`${number}${suffix}`);
    return Number(number) * (factors[suffix] ?? 1);
}
const factors = {
    n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
    Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};
const podNeeds = (spec) => ({
    cpu: podNeed(spec, 'requests', 'cpu'),
    memory: podNeed(spec, 'requests', 'memory'),
});
function podNeed(spec, side, resource) {
    const whole = spec?.resources?.[side]?.[resource];
    if (whole != null)
        return quantity(String(whole));
    const need = (container) => containerNeed(container, side, resource) ?? 0;
    let sidecars = 0;
    let starting = 0;
    for (const container of spec?.initContainers ?? []) {
        starting = Math.max(starting, sidecars + need(container));
        if (container.restartPolicy === 'Always')
            sidecars += need(container);
    }
    const running = (spec?.containers ?? []).reduce((total, container) => total + need(container), sidecars);
    const sum = Math.max(starting, running);
    return sum === 0 ? (containerNeed(spec ?? {}, side, resource) ?? 0) : sum;
}
function containerNeed({ resources }, side, resource) {
    const { requests, limits } = resources ?? {};
    const text = side === 'limits' ? limits?.[resource] : (requests?.[resource] ?? limits?.[resource]);
    return text == null ? undefined : quantity(String(text));
}
function eligibleNodes(nodes, workload) {
    const { nodeSelector } = workload.spec?.template?.spec ?? {};
    return nodes.filter(({ spec, metadata }) => spec?.unschedulable !== true && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .hasLabels */ .cP)(nodeSelector, metadata?.labels));
}
function tolerates({ tolerations = [] }, { spec }) {
    const taints = (spec?.taints ?? []).filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
    return taints.every(taint => tolerations.some(({ key, operator = 'Equal', value = '', effect }) => (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists'
            ? key === undefined || key === '' || key === taint.key
            : key === taint.key && value === (taint.value ?? ''))));
}


/***/ })

};
