export const id = 1627;
export const ids = [1627];
export const modules = {

/***/ 90572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ liveWorkers),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   eY: () => (/* binding */ readLiveState),
/* harmony export */   gv: () => (/* binding */ isWorkload),
/* harmony export */   x5: () => (/* binding */ locate)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79444);
/* harmony import */ var _rights_access_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28065);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27848);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75507);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17849);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17121);









const liveWorkers = ({ workers }) => Object.fromEntries(Object.entries(workers).map(([name, { live }]) => [name, live]));
async function readLiveState(cluster, where, manifests) {
    const located = await locate(cluster, manifests);
    const needed = located.map(({ resource }) => resource);
    await (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_3__/* .requireRights */ .XU)(cluster, where.environment.namespace, (0,_rights_access_js__WEBPACK_IMPORTED_MODULE_3__/* .rightsFor */ .xQ)(where.environment, needed));
    return readTargets(cluster, where, located);
}
async function readTargets(cluster, { config, environment }, located) {
    const { namespace } = environment;
    await requireNamespace(cluster, namespace);
    const targets = await Promise.all(located.map(async ({ manifest, resource }) => {
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, manifest.name);
        return { manifest, resource, path, live: await cluster.get(path) };
    }));
    const [autoscalers, entry] = await Promise.all([
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace)),
        (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .readState */ .un)(cluster, namespace, config.app),
    ]);
    const liveWorkload = targets.find(t => isWorkload(t.manifest, environment))?.live;
    requireOurGround(targets, environment);
    const manifests = located.map(({ manifest }) => manifest);
    requireUpdatable((0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadIn */ .h7)(manifests, environment), liveWorkload);
    const autoscalerOf = (ref) => (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__/* .autoscalersOf */ .Au)(autoscalers.items, ref)[0];
    const workers = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__.workersIn)(manifests, environment).map((next) => {
        const ref = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__.refOf)(next);
        const target = targets.find(({ manifest }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__.isOf)(ref, manifest.object));
        const live = target?.live;
        requireUpdatable(next, live);
        return [(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__.keyOf)(ref), { live, autoscaler: autoscalerOf(ref) }];
    });
    return {
        targets,
        liveWorkload,
        needsAction: (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseNeedingAction */ .OK)(entry),
        autoscaler: autoscalerOf(environment.workload),
        workers: Object.fromEntries(workers),
    };
}
const isWorkload = (manifest, { workload }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__.isOf)(workload, manifest.object);
async function locate(cluster, manifests) {
    const discovery = new _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .Discovery */ .TB(cluster);
    return Promise.all(manifests.map(async (manifest) => {
        const { apiVersion, kind } = manifest.object;
        const resource = await discovery.find(apiVersion, kind);
        if (resource === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: this cluster does not have the kind ${kind} of ${apiVersion}`, 'install its CustomResourceDefinition, or correct apiVersion and kind');
        }
        if (!resource.namespaced) {
            throw (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__/* .clusterScoped */ .bD)(`${manifest.source}: ${kind}/${manifest.name}`);
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
function requireOurGround(targets, environment) {
    for (const { live } of targets) {
        const problem = live && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .ownerProblem */ .ZP)(live, environment);
        if (problem !== undefined)
            throw problem;
    }
}
function requireUpdatable(next, live) {
    const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__.titleOf)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__.refOf)(next));
    const held = (live?.kind === 'Deployment' ? (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .updateBlocker */ .o6)(live) : undefined) ?? (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .updateBlocker */ .o6)(next);
    if (held !== undefined)
        throw held;
    const wanted = JSON.stringify(next.spec?.selector);
    if (live !== undefined && wanted !== JSON.stringify(live.spec?.selector) && !sameSelector(next, live)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifest of ${name} changes spec.selector, which is immutable`, 'restore spec.selector in the manifest, or release under another name');
    }
}
function sameSelector(next, live) {
    const flat = (d) => JSON.stringify(Object.entries(d.spec?.selector?.matchLabels ?? {}).sort());
    const rest = (d) => JSON.stringify(d.spec?.selector?.matchExpressions ?? []);
    return flat(next) === flat(live) && rest(next) === rest(live);
}


/***/ }),

/***/ 28606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ followingSaid),
/* harmony export */   Tj: () => (/* binding */ stepsSentence),
/* harmony export */   fY: () => (/* binding */ strategyFor)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8999);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71893);
/* harmony import */ var _traffic_selector_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45722);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17121);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88795);








function strategyFor({ strategy, workload }, { liveWorkload: live, needsAction, }) {
    const { kind } = strategy;
    if (kind === 'rolling')
        return { kind };
    const instead = (why) => ({ kind: 'rolling', why: `rolling instead of ${kind}: ${why}` });
    if (live === undefined)
        return instead('it is the first release');
    if (live.spec?.template?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.track] === undefined) {
        return instead(`the pods do not have the label ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.track} yet`);
    }
    if (needsAction !== undefined)
        return instead(`release ${needsAction} needs action, and keeps its traffic until this one is ready`);
    if (!(0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_2__/* .isComplete */ .As)(live))
        return instead(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__.titleOf)(workload)} is not ready, so there is nothing to compare with`);
    return { kind };
}
function stepsSentence(environment, capacity) {
    const { strategy, service, route } = environment;
    switch (strategy.kind) {
        case 'rolling':
            return "Rolling: the workload's own update.";
        case 'blue-green': {
            const by = route === undefined ? `the selector of Service/${service}` : `HTTPRoute/${route.name}`;
            return `Blue-green with ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(capacity, 'more pod')}: once they are ready, ${by} gives them all traffic at once, and the old side is kept for ${span(strategy.watch)}.`;
        }
        case 'canary': {
            const { steps, bake, watch } = strategy;
            const unattended = (least) => least > bake.attended ? `, without a run after ${span(bake.attended)}` : '';
            const approved = (approve) => (approve ? ', then approved by a person' : '');
            const listed = steps.map(({ weight, pause, approve = false }) => {
                const more = `${pause === undefined ? '' : `for at least ${span(pause)}${unattended(pause)}`}${approved(approve)}`;
                return more === '' ? `${weight} %` : `${weight} % (${more.replace(/^, /, '')})`;
            });
            const weights = `${listed.join(', ')}, then ${bake.weight} % for ${span(bake.for)}${unattended(bake.for)}${approved(bake.approve)}`;
            const coarse = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_0__/* .routerKind */ .i$)(environment) === 'replicas' ? (0,_traffic_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .granularity */ .zc)((0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_0__/* .weightsOf */ .Z$)(environment), capacity) : undefined;
            const split = coarse ?? (route === undefined ? 'by the number of pods' : `by HTTPRoute/${route.name}`);
            return `Canary: ${weights}. The traffic is split ${split}. Promotion to all traffic, ${promotion(environment, capacity)}; then watched for ${span(watch)}.`;
        }
    }
}
function promotion(environment, capacity) {
    const weight = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_0__/* .promotionWeight */ .kQ)(environment.strategy);
    if (weight === 100)
        return `with up to ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(capacity, 'more pod')} than now`;
    const canary = (0,_capacity_js__WEBPACK_IMPORTED_MODULE_6__/* .mostCanaryPods */ .e5)(environment, capacity);
    const kept = environment.route === undefined ? (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(canary, 'pod') : `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(canary, 'pod')} and ${weight} %`;
    return `in place: the canary keeps its ${kept} while ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__.titleOf)(environment.workload)} rolls with the rest, with up to ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(canary, 'more pod')} than now plus the surge of that update`;
}
function followingSaid(environment, kind) {
    const names = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__.workersOf)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__.titleOf);
    if (names.length === 0)
        return [];
    const when = kind === 'rolling' ? 'once the workload is ready' : 'after the verdict, once the workload has it';
    const verb = names.length === 1 ? 'gets' : 'get';
    return [`${names.join(', ')} ${verb} the new version ${when}, without a comparison.`];
}
function span(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
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
    const kinds = new Set([workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__.workersOf)({ workers })].map(({ kind }) => kind));
    return [...kinds].flatMap(kind => {
        const { resource, revisions, refusedInEvents } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__.traitsOf)(kind);
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
    { verb: 'get', resource: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__.traitsOf)(workload.kind).resource },
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

/***/ 79444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ autoscalersOf),
/* harmony export */   QV: () => (/* binding */ raiseMinReplicas),
/* harmony export */   eT: () => (/* binding */ restoreMinReplicas),
/* harmony export */   ix: () => (/* binding */ autoscalerProblems)
/* harmony export */ });
/* unused harmony exports raiseMinReplicasPatch, restoreMinReplicasPatch */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59993);
/* harmony import */ var _router_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1922);




const floorPath = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .pointer */ .Wn)('spec', 'minReplicas');
function autoscalersOf(autoscalers, { kind, name }) {
    return autoscalers.filter(({ spec }) => spec?.scaleTargetRef.kind === kind && spec.scaleTargetRef.name === name);
}
function autoscalerProblems(autoscalers, workload) {
    const [first, ...others] = autoscalers;
    if (first === undefined)
        return [];
    const name = first.metadata?.name;
    if (others.length > 0) {
        const names = autoscalers.map(({ metadata }) => metadata?.name).join(' and ');
        return [
            new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the autoscalers ${names} both scale ${workload.kind}/${workload.name}, and so conflict`, 'keep one of them'),
        ];
    }
    const keda = scaledObjectOf(first);
    if (keda === undefined)
        return [];
    return [
        new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the autoscaler ${name} belongs to ScaledObject/${keda} of KEDA, which resets its minReplicas at once`, `pause it during the rollout (annotation autoscaling.keda.sh/paused on ScaledObject/${keda})`),
    ];
}
function scaledObjectOf({ metadata }) {
    return (metadata?.ownerReferences?.find(({ kind }) => kind === 'ScaledObject')?.name ??
        metadata?.labels?.['scaledobject.keda.sh/name']);
}
const raiseMinReplicas = (scaled, autoscalers, present) => patchEach(scaled, autoscalers, each => raiseMinReplicasPatch(each, scaled, present));
const restoreMinReplicas = (scaled, autoscalers) => patchEach(scaled, autoscalers, each => restoreMinReplicasPatch(each, scaled));
const patchEach = ({ namespace, workload }, autoscalers, patchOf) => autoscalersOf(autoscalers, workload).flatMap(each => (0,_router_js__WEBPACK_IMPORTED_MODULE_3__/* .patchAt */ .OE)((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace, each.metadata?.name), patchOf(each)));
function raiseMinReplicasPatch(autoscaler, writer, present) {
    const { minReplicas, maxReplicas = present } = autoscaler.spec ?? {};
    const set = Math.min(present, maxReplicas);
    if (set <= (minReplicas ?? 1))
        return [];
    const before = floorOf(autoscaler, writer.app);
    const was = before?.set === minReplicas && before !== undefined ? before.was : (minReplicas ?? null);
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .fencingTests */ .G$)(autoscaler, writer),
        ...unchanged(minReplicas),
        { op: 'add', path: floorPath, value: set },
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotate */ .fz)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.minReplicas(writer.app), JSON.stringify({ was, set })),
    ];
}
function restoreMinReplicasPatch(autoscaler, writer) {
    const floor = floorOf(autoscaler, writer.app);
    if (floor === undefined)
        return [];
    const present = autoscaler.spec?.minReplicas;
    const back = present !== floor.set
        ? []
        : [
            ...unchanged(present),
            floor.was === null
                ? { op: 'remove', path: floorPath }
                : { op: 'replace', path: floorPath, value: floor.was },
        ];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .fencingTests */ .G$)(autoscaler, writer),
        ...back,
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotate */ .fz)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.minReplicas(writer.app), undefined),
    ];
}
const unchanged = (minReplicas) => minReplicas === undefined ? [] : [{ op: 'test', path: floorPath, value: minReplicas }];
function floorOf(autoscaler, app) {
    const text = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.minReplicas(app));
    if (text === undefined)
        return undefined;
    try {
        const { was, set } = JSON.parse(text);
        const known = (was === null || typeof was === 'number') && typeof set === 'number';
        return known ? { was: was ?? null, set } : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
