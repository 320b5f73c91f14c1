export const id = 204;
export const ids = [204];
export const modules = {

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
/* harmony import */ var _config_standbys_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32348);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68036);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);






function rightsFor(environment, manifestResources) {
    const { strategy, gate } = environment;
    const verbs = [
        ...ofEveryRelease(environment),
        ...(strategy.kind === 'rolling' ? [] : ofTwoTracks(environment)),
        ...ofHooks(environment),
        ...manifestResources.map((resource) => [resource, ['create', 'delete', 'get', 'patch']]),
    ];
    verbs.push(...ofVerification(environment));
    const rights = [
        ...rightsIn(verbs),
        { verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, subresource: 'log' },
        ...proxyOf(environment),
        ...ofDatabases(environment, 'block'),
    ];
    const prometheus = strategy.kind === 'rolling' ? undefined : gate?.prometheus.service;
    if (prometheus !== undefined)
        rights.push(proxiedRight('get', prometheus));
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
const proxyOf = ({ verify }) => verify?.from === 'service' ? [{ verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy' }] : [];
function optionalRights(environment) {
    const { monitoring } = environment;
    const events = { verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .eventsOfWorkloads */ .H5 };
    const databases = ofDatabases(environment, 'warn');
    const alertmanager = monitoring?.silence === undefined ? undefined : monitoring.alertmanager?.service;
    return [
        { rights: [events], without: 'releases create no Events for the workload' },
        ...(databases.length === 0
            ? []
            : [
                { rights: databases, without: 'releases do not know how far standbys and WAL archives are behind' },
            ]),
        ...(alertmanager === undefined
            ? []
            : [
                {
                    rights: ['create', 'delete', 'get'].map(verb => proxiedRight(verb, alertmanager)),
                    without: 'releases silence no alerts',
                },
            ]),
    ];
}
const ofDatabases = ({ recovery }, behind) => (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_5__/* .watchedDatabases */ .f)(recovery)
    .filter(([, database]) => database.behind === behind)
    .flatMap(([, { workload }]) => [
    { verb: 'get', resource: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(workload.kind).resource },
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
        ...((0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_2__/* .watchdogImage */ .FX)(strategy) === undefined
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
async function askRights(cluster, namespace, rights) {
    return Promise.all(rights.map(async (right) => {
        const { resource, verb, subresource, elsewhere } = right;
        const review = await cluster.create('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: {
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

/***/ 39829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ judgeLifetime),
/* harmony export */   SO: () => (/* binding */ withWait),
/* harmony export */   _N: () => (/* binding */ lifetimeFrom),
/* harmony export */   dn: () => (/* binding */ lifetimeOfRollback),
/* harmony export */   e0: () => (/* binding */ lifetimeOfRelease),
/* harmony export */   eT: () => (/* binding */ lifeSentence),
/* harmony export */   jY: () => (/* binding */ requireLifetime)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68036);
/* harmony import */ var _workloads_strategy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57817);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17121);





const afterwards = 120_000;
function lifetimeOfRelease(environment, kind) {
    const { strategy, hooks } = environment;
    const pre = hooks?.pre?.within ?? 0;
    if (kind === 'rolling') {
        const post = hooks?.post?.within ?? 0;
        return whole(pre + strategy.deadline + timeToFollow(environment) + post + afterwards);
    }
    const most = pre + strategy.deadline + timeFrom('prepared', environment);
    return (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_2__/* .watchdogImage */ .FX)(strategy) === undefined ? whole(most) : { least: pre + afterwards, most };
}
function lifetimeFrom(phase, environment) {
    const most = timeFrom(phase, environment);
    if (phase === 'rolling-back')
        return { least: 0, most };
    const isGood = phase === 'promoting' || phase === 'watching';
    return isGood || (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_2__/* .watchdogImage */ .FX)(environment.strategy) !== undefined
        ? { least: Math.min(afterwards, most), most }
        : whole(most);
}
const lifetimeOfRollback = (environment) => ({
    least: 0,
    most: timeToRollBack(environment),
});
const withWait = ({ least, most }, wait, until = Number.POSITIVE_INFINITY) => ({
    least: least === 0 ? 0 : Math.min(least + wait, until),
    most: Math.min(most + wait, until),
});
const whole = (most) => ({ least: most, most });
function timeFrom(phase, environment) {
    const { strategy, hooks } = environment;
    const judged = strategy.kind === 'blue-green' ? strategy.deadline + strategy.watch : (0,_workloads_strategy_js__WEBPACK_IMPORTED_MODULE_4__/* .attendedTimeOf */ .SC)(strategy);
    const watched = strategy.kind === 'canary' ? strategy.watch : 0;
    const post = (hooks?.post?.within ?? 0) + afterwards;
    switch (phase) {
        case 'prepared':
        case 'stepping':
        case 'baking':
            return judged + timeFrom('promoting', environment);
        case 'promoting':
            return (strategy.deadline +
                timeToFollow(environment) +
                timeToDrain(environment, 5) +
                timeFrom('watching', environment));
        case 'watching':
            return watched + post;
        case 'rolling-back':
            return timeToRollBack(environment);
        case 'done':
        case 'rolled-back':
            return 0;
        default:
            return phase;
    }
}
const timeToRollBack = (environment) => environment.strategy.deadline + afterwards + timeToDrain(environment, 3);
const timeToDrain = ({ gateway, strategy }, changes) => strategy.kind === 'rolling' ? 0 : changes * Math.max(0, gateway.drain - 3_000);
const timeToFollow = (environment) => (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .workersOf */ .N)(environment).length > 0 ? environment.strategy.deadline : 0;
async function requireLifetime(cluster, need, report) {
    const [lifetime, { serverTime }] = await Promise.all([cluster.lifetime(), cluster.call('GET', '/version')]);
    const life = judgeLifetime(lifetime, need, serverTime);
    if ('problem' in life)
        throw life.problem;
    if (life.warning !== undefined)
        report(`warning: ${life.warning}`);
}
function judgeLifetime(lifetime, { least, most }, now) {
    if (lifetime.kind === 'unknown')
        return {
            warning: `it is not known when ${lifetime.what} of the kubeconfig expires; if it expires during the run, the run can neither finish nor roll back`,
        };
    const problem = lifeProblem(lifetime, least, now);
    if (problem !== undefined)
        return { problem };
    const short = lifeProblem(lifetime, most, now);
    return { warning: short && `${short.message}; sweep ends a rollout that is unfinished then` };
}
function lifeProblem(lifetime, need, now) {
    if (lifetime.kind !== 'ends' || lifetime.end - now >= need)
        return undefined;
    const left = lifetime.end - now;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${lifetime.what} of the kubeconfig ${left <= 0 ? 'expired' : 'expires'} at ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(lifetime.end)}${left <= 0 ? '' : `, in ${span(left)}`}, but this run may need it until ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(now + need)}, for ${span(need)}`, 'use a credential that renews itself (docs/cluster.md) or is valid for longer, or shorten the deadline of the strategy');
}
function lifeSentence(lifetime, now) {
    switch (lifetime.kind) {
        case 'renewed':
            return `${lifetime.what} renews itself`;
        case 'endless':
            return `${lifetime.what} does not expire`;
        case 'unknown':
            return `it is not known when ${lifetime.what} expires`;
        case 'ends':
            return lifetime.end > now
                ? `${lifetime.what} expires at ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(lifetime.end)}, in ${span(lifetime.end - now)}`
                : `${lifetime.what} expired at ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(lifetime.end)}`;
    }
}
function span(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    if (seconds < 7200)
        return `${Math.round(seconds / 60)} min`;
    return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}


/***/ }),

/***/ 35638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   gn: () => (/* binding */ watchedOf),
/* harmony export */   i0: () => (/* binding */ recordedOf),
/* harmony export */   rI: () => (/* binding */ specOf)
/* harmony export */ });
/* unused harmony export routingOf */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59993);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79444);
/* harmony import */ var _traffic_router_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1922);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35839);
/* harmony import */ var _store_baseline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91910);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26417);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(68036);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(29296);
/* harmony import */ var _workloads_strategy_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(57817);













function recordedOf(releases, rollout, today) {
    const record = recordOf(releases, rollout.candidate);
    const environment = rollout.rollback === true
        ? withoutTraffic((0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .recordedEnvironment */ .Y)(record.record, rollout.environment, today))
        : environmentIn(record.record, rollout.environment, today);
    const { kind } = environment.strategy;
    if (rollout.strategy !== 'rolling' && rollout.strategy !== kind) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the rollout state has strategy ${rollout.strategy}, the record of release ${rollout.candidate} has ${kind}`, `remove the annotation ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_11__/* .labels */ .WD.state} of Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_11__/* .nameOf */ .Vb.application(rollout.app)} and ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)('sweep')}, which rebuilds the state from the record`);
    }
    const baseline = rollout.baseline === undefined ? undefined : recordOf(releases, rollout.baseline);
    const candidate = workloadOf(record, environment, rollout.rollback === true ? baseline : undefined);
    const workers = (0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_7__/* .recordedWorkers */ ._K)(record, environment, baseline, releases);
    return { record, environment, candidate, workers, baseline };
}
function withoutTraffic({ service: _, route: __, ...environment }) {
    return environment;
}
function environmentIn(record, name, today) {
    const environment = (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .recordedEnvironment */ .Y)(record, name, today);
    if (environment !== today)
        return environment;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the record of release ${record.release} has no environment ${name} in namespace ${today.namespace}`, 'use the environment and the namespace that the release was deployed to');
}
function specOf({ record, environment, candidate, workers, baseline }, rollout, { token, goal, foundPause, rollback }) {
    const template = baseline?.outcome?.template;
    const podLabels = candidate.spec?.template?.metadata?.labels ?? {};
    const { gateway, strategy, workload, service, namespace } = environment;
    const weights = strategy.kind === 'canary' ? [...strategy.steps, strategy.bake.weight] : [100];
    return {
        app: rollout.app,
        namespace,
        workload,
        service,
        workers,
        strategy: rollout.strategy,
        weights,
        promotionWeight: (0,_workloads_strategy_js__WEBPACK_IMPORTED_MODULE_12__/* .promotionWeight */ .kQ)(strategy),
        deadlineMs: strategy.deadline,
        watchMs: strategy.kind === 'rolling' ? 0 : strategy.watch,
        gateway,
        baselineTemplate: template === undefined ? undefined : (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_11__/* .canonical */ .$N)(template),
        candidate: rollout.candidate,
        reversible: record.record.reversible !== false,
        token,
        goal,
        rollback,
        waiting: (0,_workloads_strategy_js__WEBPACK_IMPORTED_MODULE_12__/* .pausePolicyOf */ .oi)(strategy),
        ...(foundPause === undefined ? {} : { foundPause }),
        ...routingOf(environment, rollout, podLabels, token, record.record.token),
    };
}
function recordOf(releases, number) {
    const found = releases.find(({ record }) => record.release === number);
    if (found === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the record of release ${number} is missing, so its rollout can be neither finished nor rolled back`, 'deploy a version that works');
    }
    return found;
}
function watchedOf(workers) {
    return workers.flatMap(({ ref, candidate, before }) => {
        if (candidate !== undefined)
            return [candidate];
        const matchLabels = before?.template.metadata?.labels;
        return matchLabels === undefined
            ? []
            : [{ kind: ref.kind, metadata: { name: ref.name }, spec: { selector: { matchLabels } } }];
    });
}
function workloadOf({ record }, { workload }, target) {
    const found = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_10__/* .manifestOf */ .$V)(record, workload) ??
        (target && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_10__/* .manifestOf */ .$V)(target.record, workload)) ??
        templateAlone(workload, target);
    if (found === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the record of release ${record.release} has no manifest of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_10__/* .titleOf */ .Gg)(workload)}`, 'delete that record, and deploy a version that works');
    return found;
}
function templateAlone({ kind, name }, target) {
    const template = target?.outcome?.template;
    if (template === undefined)
        return undefined;
    const matchLabels = template.metadata?.labels ?? {};
    return { kind, metadata: { name }, spec: { selector: { matchLabels }, template } };
}
function routingOf(environment, rollout, podLabels, token, since) {
    const writer = { app: rollout.app, token };
    const { service } = environment;
    const router = service === undefined
        ? _traffic_routers_js__WEBPACK_IMPORTED_MODULE_6__/* .undivided */ .te
        : (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_6__/* .routerOf */ .V4)(environment, targetsOf(environment, service, writer, podLabels), rollout.capacity);
    const onAutoscalers = (snapshot, patchOf) => (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_4__/* .autoscalersOf */ .Au)(snapshot.autoscalers, environment.workload).flatMap(each => {
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, environment.namespace, each.metadata?.name);
        return (0,_traffic_router_js__WEBPACK_IMPORTED_MODULE_5__/* .patchAt */ .OE)(path, patchOf(each));
    });
    return {
        router,
        watchdog: router === _traffic_routers_js__WEBPACK_IMPORTED_MODULE_6__/* .undivided */ .te ? undefined : watchdogOf(environment, rollout, { router, writer, since }),
        guard: (object) => (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_3__/* .fencingTests */ .G$)(object, writer),
        raiseFloor: (o) => onAutoscalers(o, each => (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_4__/* .raiseMinReplicasPatch */ .C7)(each, writer, o.workload?.spec?.replicas ?? 1)),
        restoreFloor: (o) => onAutoscalers(o, each => (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreMinReplicasPatch */ ._i)(each, writer)),
        scaledByOthers: rollout.autoscaler !== undefined,
    };
}
function targetsOf({ namespace, workload }, service, writer, podLabels) {
    return {
        namespace,
        service,
        canaryService: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_11__/* .nameOf */ .Vb.canary(service),
        canaryWorkload: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_11__/* .nameOf */ .Vb.canary(workload.name),
        writer,
        podLabels: { ...podLabels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_11__/* .labels */ .WD.track]: 'canary' },
    };
}
const afterwards = 30 * 60_000;
function watchdogOf({ strategy, namespace }, rollout, { router, writer, since }) {
    const image = rollout.strategy === 'rolling' ? undefined : (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_9__/* .watchdogImage */ .FX)(strategy);
    if (image === undefined)
        return undefined;
    const kept = 'watch' in strategy ? strategy.watch : 0;
    const { holdFor = 0 } = (0,_workloads_strategy_js__WEBPACK_IMPORTED_MODULE_12__/* .pausePolicyOf */ .oi)(strategy) ?? {};
    return {
        name: (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_9__/* .watchdogName */ .de)(writer),
        job: (o, owner) => (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_9__/* .watchdogJob */ .d6)({
            writer,
            namespace,
            image,
            owner,
            lifetime: Math.max(0, rollout.deadline - o.now) + strategy.deadline + kept + afterwards + holdFor,
            writes: router.restore(o),
            fallback: router.fallback(o),
        }),
        fired: o => router.restoredByWatchdog(o, since),
    };
}


/***/ }),

/***/ 80325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ createCanary),
/* harmony export */   O0: () => (/* binding */ restoreWorkload),
/* harmony export */   ie: () => (/* binding */ prepareApply),
/* harmony export */   lc: () => (/* binding */ recreateWorkload),
/* harmony export */   tz: () => (/* binding */ replicasFor),
/* harmony export */   yQ: () => (/* binding */ canaryOf)
/* harmony export */ });
/* unused harmony export recreate */
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59993);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79444);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63811);
/* harmony import */ var _store_restore_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21191);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29296);








async function createCanary({ cluster, spec, informers, candidate }, replicas, owner, tell) {
    const { app, token, namespace, candidate: release } = spec;
    tell(`canary: creating ${replicas} pods`);
    const canary = canaryOf(candidate, { app, release, token, replicas, owner });
    informers.put(await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.deployment, namespace), canary));
}
async function restoreWorkload({ cluster, spec, informers, baseline, store }, { workload }, tell) {
    const { rollout } = store;
    if (workload === undefined || baseline === undefined || rollout.baseline === undefined)
        return;
    tell(`restoring release ${rollout.baseline}`);
    const replicas = spec.scaledByOthers ? 0 : rollout.capacity;
    const patch = (0,_store_restore_js__WEBPACK_IMPORTED_MODULE_5__/* .restorePatch */ .JQ)(workload, baseline.template, rollout.baseline, replicas);
    informers.put(await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .pathTo */ .vs)(spec.namespace, spec.workload), 'json', [...spec.guard(workload), ...patch]));
}
async function recreateWorkload({ cluster, spec, informers, baseline, candidate, store }, tell) {
    const { rollout } = store;
    tell(`recreating ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .titleOf */ .Gg)(spec.workload)} from release ${rollout.baseline}`);
    const made = await recreate(cluster, {
        namespace: spec.namespace,
        fence: spec,
        manifest: baseline?.manifest ?? candidate,
        template: baseline?.template,
        release: rollout.baseline,
        replicas: rollout.capacity,
    });
    informers.put(made);
}
function recreate(cluster, { namespace, fence, manifest, template, release, replicas }) {
    const { metadata, spec } = manifest;
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .kindOf */ .I)(manifest);
    return cluster.create((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .collectionOf */ .iw)(namespace, kind), {
        ...manifest,
        metadata: { ...metadata, annotations: { ...metadata?.annotations, ...marks(fence, release) } },
        spec: {
            ...spec,
            ...((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .traitsOf */ .JC)(kind).scales ? { replicas } : {}),
            template,
        },
    });
}
async function replicasFor(cluster, namespace, manifest) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, namespace);
    const { items } = await cluster.list(path);
    const ref = { kind: manifest.kind ?? '', name: manifest.metadata?.name ?? '' };
    const wanted = (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_3__/* .autoscalersOf */ .Au)(items, ref).map(({ spec, status }) => Math.max(spec?.minReplicas ?? 1, status?.desiredReplicas ?? 0));
    return Math.max(manifest.spec?.replicas ?? 1, ...wanted);
}
async function prepareApply(cluster, path, fence, scaledByOthers) {
    const { app, token } = fence;
    await (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_4__/* .fencedUpdate */ .xj)(cluster, path, app, token, async (seen) => {
        if (scaledByOthers)
            await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .claimReplicas */ .q9)(cluster, path, seen, heldTo(seen));
    });
    await (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_4__/* .fencedUpdate */ .xj)(cluster, path, app, token, seen => (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .takeOwnership */ .px)(cluster, path, (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .fencingTests */ .G$)(seen, fence)));
}
function heldTo({ metadata }) {
    const { uid, resourceVersion } = metadata ?? {};
    return uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion };
}
const marks = ({ app, token }, release) => ({
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.release]: String(release),
    [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.token(app)]: String(token),
});
function canaryOf(workload, order) {
    const { spec, metadata } = workload;
    const track = { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.track]: 'canary' };
    return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.canary(metadata?.name ?? ''),
            namespace: metadata?.namespace ?? '',
            labels: { ...metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.app]: order.app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.kind]: 'canary' },
            annotations: {
                [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.token(order.app)]: String(order.token),
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.release]: String(order.release),
            },
            ownerReferences: [order.owner],
        },
        spec: {
            ...spec,
            replicas: order.replicas,
            revisionHistoryLimit: 0,
            selector: { ...spec?.selector, matchLabels: { ...spec?.selector?.matchLabels, ...track } },
            template: {
                ...spec?.template,
                metadata: {
                    ...spec?.template?.metadata,
                    labels: { ...spec?.template?.metadata?.labels, ...track },
                },
            },
        },
    };
}


/***/ }),

/***/ 26417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ recordedEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43852);
/* harmony import */ var _config_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13507);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
const recordedFields = _config_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFields */ .p.pick({
    namespace: true,
    manifests: true,
    workload: true,
    workers: true,
    service: true,
    route: true,
    strategy: true,
    gateway: true,
    gate: true,
    hooks: true,
    reversible: true,
    live: true,
    verify: true,
});
function readRecorded(config, name) {
    const { environments } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(config) ? config : {};
    const environment = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environment))
        return undefined;
    const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
    const written = zod__WEBPACK_IMPORTED_MODULE_2__/* .safeEncode */ .wy(recordedFields.partial(), Object.fromEntries(kept));
    return written.success ? recordedFields.safeParse(written.data).data : undefined;
}
function asAddressed({ gate, verify, ...recorded }, today) {
    const { cluster, repositories, trust, requires, recovery } = today;
    const kept = Object.entries({ cluster, repositories, trust, requires, recovery }).filter(([, value]) => value !== undefined);
    const from = verify?.from ?? today.verify?.from;
    return {
        ...recorded,
        ...Object.fromEntries(kept),
        ...(gate === undefined || today.gate === undefined
            ? {}
            : { gate: { ...gate, prometheus: today.gate.prometheus } }),
        ...(verify === undefined || from === undefined
            ? {}
            : { verify: { ...addressed(verify, today.verify), from } }),
    };
}
function addressed({ url: _, ...recorded }, today) {
    return { ...recorded, ...(today?.url === undefined ? {} : { url: today.url }) };
}


/***/ }),

/***/ 21191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JQ: () => (/* binding */ restorePatch),
/* harmony export */   SC: () => (/* binding */ hasHadOtherReleases),
/* harmony export */   kU: () => (/* binding */ deleteCreatedObjects),
/* harmony export */   un: () => (/* binding */ isCreatedBy)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63811);





function restorePatch(live, template, release, replicas = 0) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(live);
    return [
        { op: 'test', path: '/metadata/uid', value: live.metadata?.uid },
        ...(live.metadata?.annotations === undefined
            ? [{ op: 'add', path: '/metadata/annotations', value: {} }]
            : []),
        { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release), value: String(release) },
        { op: 'replace', path: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templatePointer */ .q4)(kind), value: template },
        ...((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .traitsOf */ .JC)(kind).scales && replicas > (live.spec?.replicas ?? 1)
            ? [{ op: 'add', path: '/spec/replicas', value: replicas }]
            : []),
    ];
}
function hasHadOtherReleases(workload, release) {
    const { annotations = {} } = workload?.metadata ?? {};
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: marked, 'deployment.kubernetes.io/revision': revision = '1' } = annotations;
    return (workload !== undefined && ((marked !== undefined && marked !== String(release)) || Number(revision) > 1));
}
function isCreatedBy(live, { path, namespace, app, manifests, }) {
    return ((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(path)?.namespace === namespace &&
        (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenOn */ .Bz)(live, app) > 0 &&
        manifests.some(({ kind, metadata }) => kind === live.kind && metadata?.name === live.metadata?.name));
}
async function deleteCreatedObjects(cluster, paths, { app, token, ...made }, tell = () => { }) {
    const removed = [];
    for (const path of paths.filter(each => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(each)?.namespace === made.namespace)) {
        const live = await cluster.get(path);
        if (live === undefined)
            continue;
        const name = `${live.kind}/${live.metadata?.name}`;
        if (!isCreatedBy(live, { path, app, ...made })) {
            tell(`keeping ${name}, which this release did not create`);
            continue;
        }
        if ((await (0,_fencing_js__WEBPACK_IMPORTED_MODULE_4__/* .fencedDelete */ .HB)(cluster, path, app, token, live.metadata?.uid)) === undefined)
            continue;
        tell(`removing ${name}`);
        removed.push(name);
    }
    return removed;
}


/***/ }),

/***/ 57817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SC: () => (/* binding */ attendedTimeOf),
/* harmony export */   kQ: () => (/* binding */ promotionWeight),
/* harmony export */   oi: () => (/* binding */ pausePolicyOf)
/* harmony export */ });
function pausePolicyOf(strategy) {
    if (strategy.kind !== 'canary')
        return undefined;
    const { bake, 'hold-for': holdFor, 'on-inconclusive': onInconclusive } = strategy;
    return { onInconclusive, holdFor, bake: bake.for, attended: bake.attended };
}
function attendedTimeOf(strategy) {
    if (strategy.kind !== 'canary')
        return strategy.deadline;
    const { bake, deadline } = strategy;
    const paused = bake.for - bake.attended;
    return paused > 0 ? Math.max(bake.attended, deadline - paused) : deadline;
}
function promotionWeight(strategy) {
    return strategy.kind === 'canary' && strategy.promotion === 'in-place' ? strategy.bake.weight : 100;
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 75420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ otherRouteProblems),
/* harmony export */   _d: () => (/* binding */ routeProblems),
/* harmony export */   fF: () => (/* binding */ featureProblems),
/* harmony export */   lA: () => (/* binding */ acceptedBy)
/* harmony export */ });
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6386);

function acceptedBy(route) {
    const name = `HTTPRoute/${route.metadata?.name}`;
    const parents = route.spec?.parentRefs ?? [];
    if (parents.length === 0)
        return { state: 'refused', detail: `${name} has no gateway in parentRefs` };
    const states = parents.map((parent) => {
        const reports = (route.status?.parents ?? []).filter(({ parentRef }) => sameParent(parentRef, parent, route));
        const where = `${parent.kind ?? 'Gateway'}/${parent.name}`;
        if (reports.length === 0)
            return { state: 'pending', detail: `${where} has not observed ${name} yet` };
        const conditions = reports.flatMap(report => report.conditions ?? []);
        const refusal = conditions.find(condition => isCurrent(condition, route) && refuses(condition));
        if (refusal !== undefined) {
            const { type, reason = 'without a reason', message = '' } = refusal;
            const said = message === '' ? '' : `: ${message}`;
            return { state: 'refused', detail: `${where} refuses ${name}: ${type}, ${reason}${said}` };
        }
        const isTaken = reports.every(report => needed.every(type => (report.conditions ?? []).some(condition => condition.type === type && condition.status === 'True' && isCurrent(condition, route))));
        return isTaken
            ? { state: 'accepted' }
            : { state: 'pending', detail: `${where} has not accepted the last change of ${name} yet` };
    });
    return (states.find(({ state }) => state === 'refused') ??
        states.find(({ state }) => state === 'pending') ?? { state: 'accepted' });
}
const needed = ['Accepted', 'ResolvedRefs'];
const refuses = ({ type, status }) => (needed.includes(type) && status === 'False') || (type === 'PartiallyInvalid' && status === 'True');
const isCurrent = ({ observedGeneration }, { metadata }) => (observedGeneration ?? 0) >= (metadata?.generation ?? 0);
function sameParent(a, b, route) {
    const filled = (ref) => [
        ref.group ?? 'gateway.networking.k8s.io',
        ref.kind ?? 'Gateway',
        ref.namespace ?? route.metadata?.namespace,
        ref.name,
        ref.sectionName,
        ref.port,
    ].join('/');
    return filled(a) === filled(b);
}
const filterFeatures = {
    RequestHeaderModifier: '',
    RequestRedirect: '',
    ResponseHeaderModifier: 'HTTPRouteResponseHeaderModification',
    RequestMirror: 'HTTPRouteRequestMirror',
    URLRewrite: 'HTTPRoutePathRewrite',
    CORS: 'HTTPRouteCORS',
};
const backendFilterFeatures = {
    RequestHeaderModifier: 'HTTPRouteBackendRequestHeaderModification',
};
function featuresOf(rule) {
    const matches = rule.matches ?? [];
    const backendFilters = (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .refsOf */ .gA)(rule).flatMap(({ filters = [] }) => filters);
    return [
        ...(matches.some(({ method }) => method !== undefined) ? ['HTTPRouteMethodMatching'] : []),
        ...(matches.some(({ queryParams = [] }) => queryParams.length > 0)
            ? ['HTTPRouteQueryParamMatching']
            : []),
        ...(rule.filters ?? []).map(filter => filterFeature(filter, filterFeatures)),
        ...backendFilters.map(filter => filterFeature(filter, backendFilterFeatures)),
        ...(rule.timeouts?.request === undefined ? [] : ['HTTPRouteRequestTimeout']),
        ...(rule.timeouts?.backendRequest === undefined ? [] : ['HTTPRouteBackendTimeout']),
    ].filter(feature => feature !== '');
}
function filterFeature({ type, ...rest }, features) {
    if (type === 'ExtensionRef')
        return '';
    if (type === 'URLRewrite') {
        const { hostname } = (rest.urlRewrite ?? {});
        return hostname === undefined ? 'HTTPRoutePathRewrite' : 'HTTPRouteHostRewrite';
    }
    return features[type] ?? type;
}
function featureProblems(route, split, gatewayClass) {
    const listed = gatewayClass.status?.supportedFeatures?.map(each => typeof each === 'string' ? each : each.name);
    const wanted = new Set((0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .rulesOf */ .fD)(route)
        .filter(rule => {
        const { pairs, orphans } = (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .backendsOf */ .dc)(rule, split, route);
        return pairs.length + orphans.length > 0;
    })
        .flatMap(featuresOf));
    if (listed === undefined || listed.length === 0)
        return { problems: [], unknown: [...wanted] };
    const lacking = [...wanted].filter(feature => !listed.includes(feature));
    return {
        unknown: [],
        problems: lacking.map(feature => ({
            problem: `HTTPRoute/${route.metadata?.name} needs ${feature}, which GatewayClass/${gatewayClass.metadata?.name} does not list as supported`,
            remedy: 'remove it from the rules that route to the Service, or use a gateway that supports it',
        })),
    };
}
const limits = { rules: 16, backends: 16 };
function routeProblems(route, split) {
    const name = `HTTPRoute/${route.metadata?.name}`;
    const own = (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .rulesOf */ .fD)(route).filter(rule => !(0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .isPreview */ .bU)(rule, split, route));
    const ours = own.filter(rule => (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .backendsOf */ .dc)(rule, split, route).pairs.length > 0);
    const full = ours.filter(rule => {
        const { pairs } = (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .backendsOf */ .dc)(rule, split, route);
        return (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .refsOf */ .gA)(rule).length + pairs.filter(({ canary }) => canary === undefined).length > limits.backends;
    });
    const { preview } = split;
    return [
        ...full.map(() => ({
            problem: `a rule of ${name} has no room for another backend: the maximum is ${limits.backends}`,
            remedy: 'remove one',
        })),
        ...(preview !== undefined && own.length + ours.length > limits.rules
            ? [
                {
                    problem: `${name} has ${own.length} rules and no room for ${ours.length} more for the preview: the maximum is ${limits.rules}`,
                    remedy: 'split the route in two, or remove `preview` from the strategy',
                },
            ]
            : []),
        ...(preview !== undefined &&
            ours.some(rule => (rule.matches ?? []).some(match => (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .asksFor */ .ev)(match, preview)))
            ? [
                {
                    problem: `a rule of ${name} already matches the header ${preview.header}`,
                    remedy: 'choose another header for `preview`',
                },
            ]
            : []),
    ];
}
function otherRouteProblems(objects, service) {
    return objects.flatMap((object) => {
        const what = `${object.kind}/${object.metadata?.name}`;
        const leads = (object.spec?.rules ?? []).some(({ backendRefs = [] }) => backendRefs.some(ref => ref.name === service &&
            (ref.kind ?? 'Service') === 'Service' &&
            (ref.namespace ?? object.metadata?.namespace) === object.metadata?.namespace));
        if (leads) {
            return [
                {
                    problem: `${what} also routes to Service/${service}, but only HTTPRoutes can be split`,
                    remedy: 'route it to a separate Service, or use `strategy: {rolling: {}}`',
                },
            ];
        }
        const isTarget = (object.spec?.targetRefs ?? []).some(ref => ref.name === service && (ref.kind ?? 'Service') === 'Service');
        return isTarget
            ? [
                {
                    problem: `${what} applies to Service/${service} and would not apply to the Service of the canary`,
                    remedy: `add Service/${service}-canary to its targetRefs, or use \`strategy: {rolling: {}}\``,
                },
            ]
            : [];
    });
}


/***/ }),

/***/ 79444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ autoscalersOf),
/* harmony export */   C7: () => (/* binding */ raiseMinReplicasPatch),
/* harmony export */   _i: () => (/* binding */ restoreMinReplicasPatch),
/* harmony export */   ix: () => (/* binding */ autoscalerProblems)
/* harmony export */ });
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59993);

const floorPath = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'minReplicas');
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
            {
                problem: `the autoscalers ${names} both scale ${workload.kind}/${workload.name}, and so conflict`,
                remedy: 'keep one of them',
            },
        ];
    }
    const keda = scaledObjectOf(first);
    if (keda === undefined)
        return [];
    return [
        {
            problem: `the autoscaler ${name} belongs to ScaledObject/${keda} of KEDA, which resets its minReplicas at once`,
            remedy: `pause it during the rollout (annotation autoscaling.keda.sh/paused on ScaledObject/${keda})`,
        },
    ];
}
function scaledObjectOf({ metadata }) {
    return (metadata?.ownerReferences?.find(({ kind }) => kind === 'ScaledObject')?.name ??
        metadata?.labels?.['scaledobject.keda.sh/name']);
}
function raiseMinReplicasPatch(autoscaler, writer, present) {
    const { minReplicas, maxReplicas = present } = autoscaler.spec ?? {};
    const set = Math.min(present, maxReplicas);
    if (set <= (minReplicas ?? 1))
        return [];
    const before = floorOf(autoscaler, writer.app);
    const was = before?.set === minReplicas && before !== undefined ? before.was : (minReplicas ?? null);
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(autoscaler, writer),
        ...unchanged(minReplicas),
        { op: 'add', path: floorPath, value: set },
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(writer.app), JSON.stringify({ was, set })),
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
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(autoscaler, writer),
        ...back,
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(writer.app), undefined),
    ];
}
const unchanged = (minReplicas) => minReplicas === undefined ? [] : [{ op: 'test', path: floorPath, value: minReplicas }];
function floorOf(autoscaler, app) {
    const text = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7)(autoscaler, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(app));
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


/***/ }),

/***/ 7042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jw: () => (/* binding */ pods),
/* harmony export */   LD: () => (/* binding */ byReplicas),
/* harmony export */   zc: () => (/* binding */ granularity)
/* harmony export */ });
/* unused harmony export scalePatch */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _router_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _service_patches_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26447);




function byReplicas(targets, capacity) {
    const { writer, namespace, canaryWorkload } = targets;
    return {
        ...(0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .commonOf */ .$N)(targets, 'selector'),
        ownService: false,
        weight: objects => {
            const service = (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(targets, objects);
            if (service === undefined || (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_3__/* .trackOf */ .VS)(service) !== undefined)
                return 0;
            const { canary, stable } = objects.ready;
            return canary === 0 ? 0 : (100 * canary) / (canary + stable);
        },
        setWeight: (objects, weight) => {
            const service = (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(targets, objects);
            if (weight <= 0 || service === undefined)
                return (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .switchTo */ .S_)(targets, objects, 'stable');
            const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment, namespace, canaryWorkload);
            const { canary } = objects;
            return [
                ...(canary === undefined
                    ? []
                    : (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .patchAt */ .OE)(path, scalePatch(canary, writer, pods(weight, capacity).canary))),
                ...(0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .patchOfService */ .vK)(targets, service, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_3__/* .selectBothTracksPatch */ .IV)(service, writer)),
            ];
        },
        restore: objects => (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .switchTo */ .S_)(targets, objects, 'stable'),
        fallback: () => [],
        addCanary: () => [],
        removeCanary: () => [],
        podsNeeded: weight => pods(weight, capacity).canary,
        routeProblem: () => undefined,
        splitObjects: objects => [(0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(targets, objects) ?? []].flat(),
    };
}
function pods(weight, capacity) {
    const stable = Math.max(1, Math.ceil(capacity));
    if (weight <= 0)
        return { canary: 0, stable, share: 0 };
    const wanted = weight >= 100 ? stable : (stable * weight) / (100 - weight);
    const share = (canary) => (100 * canary) / (canary + stable);
    const below = clamp(Math.floor(wanted), 1, stable);
    const above = clamp(Math.ceil(wanted), 1, stable);
    const canary = Math.abs(share(above) - weight) < Math.abs(share(below) - weight) ? above : below;
    return { canary, stable, share: share(canary) };
}
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
function granularity(weights, capacity) {
    const coarse = weights
        .map(weight => ({ weight, ...pods(weight, capacity) }))
        .filter(({ weight, share }) => Math.abs(share - weight) > 0.5);
    if (coarse.length === 0)
        return undefined;
    const list = coarse.map(({ weight, share, canary, stable }) => `${weight} % is really ${share.toFixed(1)} % (${canary} of ${canary + stable} pods)`);
    return `without a route the number of pods splits the traffic: ${list.join(', ')}; a route gives exact weights`;
}
function scalePatch(deployment, writer, replicas) {
    if (deployment.spec?.replicas === replicas)
        return [];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(deployment, writer),
        { op: 'add', path: (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn)('spec', 'replicas'), value: replicas },
    ];
}


/***/ }),

/***/ 6386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yc: () => (/* binding */ weightIn),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   bU: () => (/* binding */ isPreview),
/* harmony export */   dc: () => (/* binding */ backendsOf),
/* harmony export */   dv: () => (/* binding */ ruleKeys),
/* harmony export */   eV: () => (/* binding */ routesOf),
/* harmony export */   ev: () => (/* binding */ asksFor),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   gA: () => (/* binding */ refsOf),
/* harmony export */   mm: () => (/* binding */ weightOf),
/* harmony export */   zA: () => (/* binding */ refersTo)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function routesOf(routes, service) {
    return routes.filter(route => rulesOf(route).some(rule => refsOf(rule).some(ref => refersTo(ref, service, route))));
}
function refersTo(ref, service, route) {
    return (ref.name === service &&
        (ref.kind ?? 'Service') === 'Service' &&
        (ref.group ?? '') === '' &&
        (ref.namespace ?? route.metadata?.namespace) === route.metadata?.namespace);
}
const rulesOf = (route) => route.spec?.rules ?? [];
const refsOf = (rule) => rule.backendRefs ?? [];
const weightIn = (ref) => ref.weight ?? 1;
function backendsOf(rule, { service, canaryService }, route) {
    const refs = refsOf(rule);
    const indexes = (name) => [...refs.keys()].filter(i => refersTo(at(refs, i), name, route));
    const canaries = indexes(canaryService);
    const pairs = indexes(service).map((stable) => {
        const found = canaries.findIndex(i => at(refs, i).port === at(refs, stable).port);
        const [canary] = found < 0 ? [] : canaries.splice(found, 1);
        return canary === undefined ? { stable } : { stable, canary };
    });
    return { pairs, orphans: canaries };
}
function isPreview(rule, split, route) {
    const { preview, service, canaryService } = split;
    return (preview !== undefined &&
        (rule.matches ?? []).length > 0 &&
        (rule.matches ?? []).every(match => asksFor(match, preview)) &&
        refsOf(rule).length > 0 &&
        refsOf(rule).every(ref => refersTo(ref, service, route) || refersTo(ref, canaryService, route)));
}
function asksFor(match, { header, value }) {
    return (match.headers ?? []).some(each => each.name.toLowerCase() === header.toLowerCase() &&
        each.value === value &&
        (each.type ?? 'Exact') === 'Exact');
}
function weightOf(route, split) {
    return rulesOf(route).flatMap((rule, index) => {
        if (isPreview(rule, split, route))
            return [];
        const { pairs, orphans } = backendsOf(rule, split, route);
        if (pairs.length + orphans.length === 0)
            return [];
        const refs = refsOf(rule);
        const sum = (indexes) => indexes.reduce((total, i) => total + weightIn(at(refs, i)), 0);
        const canaries = [...pairs.flatMap(({ canary }) => canary ?? []), ...orphans];
        const canary = sum(canaries);
        const total = canary + sum(pairs.map(({ stable }) => stable));
        if (total === 0)
            return [];
        return [{ rule: index, weight: canaries.length === 0 ? undefined : (100 * canary) / total }];
    });
}
function ruleKeys(route, split) {
    const seen = new Map();
    const keys = new Map();
    rulesOf(route).forEach((rule, index) => {
        if (isPreview(rule, split, route))
            return;
        const { pairs, orphans } = backendsOf(rule, split, route);
        if (pairs.length + orphans.length === 0)
            return;
        const text = JSON.stringify(rule.matches ?? []);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 8);
        const nth = seen.get(hash) ?? 0;
        seen.set(hash, nth + 1);
        keys.set(index, nth === 0 ? hash : `${hash}-${nth}`);
    });
    return keys;
}
function at(list, index) {
    const element = list[index];
    if (element === undefined)
        throw new RangeError(`no element ${index} of ${list.length}`);
    return element;
}


/***/ }),

/***/ 1922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ commonOf),
/* harmony export */   ER: () => (/* binding */ needOf),
/* harmony export */   OE: () => (/* binding */ patchAt),
/* harmony export */   S_: () => (/* binding */ switchTo),
/* harmony export */   vK: () => (/* binding */ patchOfService),
/* harmony export */   z5: () => (/* binding */ serviceOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _service_patches_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26447);



function commonOf(targets, moves) {
    const { writer, podLabels } = targets;
    const matching = ({ services }) => (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .servicesMatching */ .oq)(services, podLabels, writer.app, targets, moves);
    return {
        pin: (objects, weight) => {
            const service = moves === 'selector' && weight > 0 ? serviceOf(targets, objects) : undefined;
            const free = service !== undefined && (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .isPinned */ .T4)(service, writer.app) ? service : undefined;
            return matching(objects)
                .matching.filter(each => each !== free)
                .flatMap(each => patchOfService(targets, each, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .pinPatch */ .OD)(each, writer)));
        },
        unpin: ({ services }) => services
            .filter(({ metadata }) => metadata?.name !== targets.canaryService)
            .flatMap(each => patchOfService(targets, each, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .unpinPatch */ .bv)(each, writer))),
        restoredByWatchdog: ({ routes, services }, since) => {
            const names = (kind, objects) => objects
                .filter(object => (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isRestoredByWatchdog */ .Hn)(object, writer, since))
                .map(({ metadata }) => `${kind}/${metadata?.name}`);
            return [...names('HTTPRoute', routes), ...names('Service', services)];
        },
        problems: objects => matching(objects).problems,
        buildCanaryService: (objects, owner) => {
            const service = serviceOf(targets, objects);
            if (service === undefined)
                throw new Error(`Service/${targets.service} does not exist`);
            return (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .canaryServiceOf */ .bF)(service, { name: targets.canaryService, writer, owner });
        },
    };
}
const serviceOf = ({ service }, { services }) => services.find(({ metadata }) => metadata?.name === service);
function switchTo(targets, objects, to) {
    const service = serviceOf(targets, objects);
    return service === undefined
        ? []
        : patchOfService(targets, service, (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_2__/* .switchPatch */ .fx)(service, targets.writer, to));
}
const patchOfService = ({ namespace }, { metadata }, patch) => patchAt((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, metadata?.name), patch);
const patchAt = (path, patch) => patch.length === 0 ? [] : [{ path, patch }];
function needOf(weight, capacity) {
    return weight <= 0 ? 0 : Math.max(1, Math.ceil((weight * capacity) / 100 - 1e-9));
}


/***/ }),

/***/ 35839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i$: () => (/* binding */ routerKind),
  V4: () => (/* binding */ routerOf),
  te: () => (/* binding */ undivided),
  Z$: () => (/* binding */ weightsOf)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/traffic/acceptance.js
var acceptance = __webpack_require__(75420);
// EXTERNAL MODULE: ./.build/js/src/traffic/route.js
var traffic_route = __webpack_require__(6386);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
;// CONCATENATED MODULE: ./.build/js/src/traffic/preview.js

const everything = { path: { type: 'PathPrefix', value: '/' } };
function previewRule(rule, split, preview, route) {
    const { name: _, backendRefs: __, ...rest } = rule;
    const header = { type: 'Exact', name: preview.header, value: preview.value };
    return {
        ...rest,
        matches: (rule.matches?.length ? rule.matches : [everything]).map(match => ({
            ...match,
            headers: [...(match.headers ?? []), header],
        })),
        backendRefs: (0,traffic_route/* refsOf */.gA)(rule)
            .filter(ref => (0,traffic_route/* refersTo */.zA)(ref, split.service, route))
            .slice(0, 1)
            .map(ref => toCanary(ref, split)),
    };
}
function toCanary(ref, { canaryService }) {
    return { ...ref, name: canaryService, ...(ref.weight === undefined ? {} : { weight: 1 }) };
}

;// CONCATENATED MODULE: ./.build/js/src/traffic/weights.js
const weightLimit = 1_000_000;
function splitWeights(parts, weight, weights = []) {
    const fractions = [weight, ...weights].map(fraction);
    const scaled = parts.length === 1 && (parts[0]?.weight ?? 0) > 0
        ? [fractions.reduce((unit, { decimals }) => Math.max(unit, 100 * 10 ** decimals), 100)]
        : scaleUp(parts, fractions.map(({ denominator }) => denominator).reduce(leastMultiple, 1));
    const { numerator, denominator } = fraction(weight);
    const split = parts.map(({ ours }, index) => {
        const whole = scaled[index] ?? 0;
        if (!ours)
            return { weight: whole };
        const canary = (whole / denominator) * numerator;
        return { weight: whole - canary, canary };
    });
    return scaled.every(whole => whole <= weightLimit) ? split : undefined;
}
function scaleUp(parts, units) {
    const divisor = parts.reduce((common, { weight }) => greatestDivisor(common, weight), 0) || 1;
    const smallest = parts.map(({ weight }) => weight / divisor);
    const factor = parts.reduce((least, { ours }, index) => {
        const whole = smallest[index] ?? 0;
        return ours && whole > 0 ? leastMultiple(least, units / greatestDivisor(units, whole)) : least;
    }, 1);
    return smallest.map(whole => whole * factor);
}
function fraction(percent) {
    if (!(percent >= 0 && percent <= 100))
        throw new RangeError(`${percent} is not a percentage`);
    const digits = percent.toFixed(6).replace(/\.?0+$/, '');
    const decimals = digits.split('.')[1]?.length ?? 0;
    const whole = 100 * 10 ** decimals;
    const part = Math.round(percent * 10 ** decimals);
    const divisor = greatestDivisor(part, whole);
    return { numerator: part / divisor, denominator: whole / divisor, decimals };
}
function greatestDivisor(a, b) {
    return b === 0 ? a : greatestDivisor(b, a % b);
}
function leastMultiple(a, b) {
    return (a / greatestDivisor(a, b)) * b;
}
function isProportional(a, b) {
    const total = (list) => list.reduce((sum, each) => sum + each, 0);
    return (a.length === b.length && total(a) > 0 && a.every((each, i) => each * total(b) === (b[i] ?? 0) * total(a)));
}

;// CONCATENATED MODULE: ./.build/js/src/traffic/route-patches.js






function splitPatch(route, split, weight) {
    const memory = {};
    const remembered = memoryOf(route, split);
    const changed = new Map();
    for (const [from, key] of (0,traffic_route/* ruleKeys */.dv)(route, split)) {
        const rule = (0,traffic_route.at)((0,traffic_route/* rulesOf */.fD)(route), from);
        const original = originals(rule, split, route, remembered[key]);
        if (!original.some(({ ours, ref }) => ours && (0,traffic_route/* weightIn */.Yc)(ref) > 0))
            continue;
        memory[key] = original.map(({ ref }) => ref.weight ?? null);
        changed.set(from, { ...rule, backendRefs: splitRefs(rule, original, split, weight, route) });
    }
    const { live, missing } = previewsOf(route, split, changed);
    const placed = (0,traffic_route/* rulesOf */.fD)(route).flatMap((rule, from) => {
        if ((0,traffic_route/* isPreview */.bU)(rule, split, route)) {
            const mirror = live.get(from);
            return mirror === undefined ? [] : [{ from, rule: mirror }];
        }
        const mirror = missing.get(from);
        return [...(mirror === undefined ? [] : [{ rule: mirror }]), { from, rule: changed.get(from) ?? rule }];
    });
    return routePatch(route, split, placed, changed.size === 0 ? undefined : memory);
}
function previewsOf(route, split, changed) {
    const { preview } = split;
    const live = new Map();
    const missing = new Map();
    if (preview === undefined)
        return { live, missing };
    const rules = (0,traffic_route/* rulesOf */.fD)(route);
    for (const [from, rule] of changed) {
        const mirror = previewRule(rule, split, preview, route);
        const found = rules.findIndex((each, index) => !live.has(index) && (0,traffic_route/* isPreview */.bU)(each, split, route) && sameButBackends(each, mirror));
        if (found < 0)
            missing.set(from, mirror);
        else
            live.set(found, mirror);
    }
    return { live, missing };
}
function unsplitPatch(route, split) {
    const remembered = memoryOf(route, split);
    const keys = (0,traffic_route/* ruleKeys */.dv)(route, split);
    const placed = (0,traffic_route/* rulesOf */.fD)(route).flatMap((rule, from) => {
        if ((0,traffic_route/* isPreview */.bU)(rule, split, route))
            return [];
        const key = keys.get(from);
        if (key === undefined || !isSplit(rule, split, route))
            return [{ from, rule }];
        const backendRefs = originals(rule, split, route, remembered[key]).map(({ ref }) => ref);
        return [{ from, rule: { ...rule, backendRefs } }];
    });
    return routePatch(route, split, placed, undefined);
}
function rollbackPatch(route, split) {
    const changes = (0,traffic_route/* rulesOf */.fD)(route).flatMap((rule, index) => {
        const refs = (0,traffic_route/* refsOf */.gA)(rule);
        const path = (ref, field) => (0,fencing_token/* pointer */.Wn)('spec', 'rules', index, 'backendRefs', ref, field);
        const { pairs, orphans } = (0,traffic_route/* backendsOf */.dc)(rule, split, route);
        return [
            ...pairs.flatMap(({ stable, canary }) => canary === undefined || (0,traffic_route/* isPreview */.bU)(rule, split, route)
                ? []
                : [
                    { op: 'test', path: path(stable, 'name'), value: split.service },
                    { op: 'test', path: path(canary, 'name'), value: split.canaryService },
                    {
                        op: 'add',
                        path: path(stable, 'weight'),
                        value: (0,traffic_route/* weightIn */.Yc)((0,traffic_route.at)(refs, stable)) + (0,traffic_route/* weightIn */.Yc)((0,traffic_route.at)(refs, canary)),
                    },
                    { op: 'add', path: path(canary, 'weight'), value: 0 },
                ]),
            ...orphans.flatMap((ref) => [
                { op: 'test', path: path(ref, 'name'), value: split.canaryService },
                { op: 'replace', path: path(ref, 'name'), value: split.service },
            ]),
        ];
    });
    return changes.length === 0 ? [] : [...(0,fencing_token/* fencingTests */.G$)(route, split.writer), ...changes];
}
const isSplit = (rule, split, route) => {
    const { pairs, orphans } = (0,traffic_route/* backendsOf */.dc)(rule, split, route);
    return orphans.length > 0 || pairs.some(({ canary }) => canary !== undefined);
};
function originals(rule, split, route, remembered) {
    const { pairs, orphans } = (0,traffic_route/* backendsOf */.dc)(rule, split, route);
    const canaryOf = new Map(pairs.map(({ stable, canary }) => [stable, canary]));
    const canaries = new Set([...canaryOf.values()]);
    const refs = (0,traffic_route/* refsOf */.gA)(rule);
    const folded = refs.flatMap((ref, index) => {
        if (canaries.has(index))
            return [];
        if (orphans.includes(index))
            return [{ ref: { ...ref, name: split.service }, ours: true }];
        const canary = canaryOf.get(index);
        if (canary === undefined)
            return [{ ref, ours: canaryOf.has(index) }];
        return [{ ref: { ...ref, weight: (0,traffic_route/* weightIn */.Yc)(ref) + (0,traffic_route/* weightIn */.Yc)((0,traffic_route.at)(refs, canary)) }, ours: true }];
    });
    if (!isSplit(rule, split, route) || remembered === undefined)
        return folded;
    const present = folded.map(({ ref }) => (0,traffic_route/* weightIn */.Yc)(ref));
    if (!isProportional(present, remembered.map(weight => weight ?? 1)))
        return folded;
    return folded.map(({ ref, ours }, index) => ({ ref: weighted(ref, remembered[index] ?? null), ours }));
}
function weighted(ref, weight) {
    if (weight !== null)
        return { ...ref, weight };
    const { weight: _, ...rest } = ref;
    return rest;
}
function splitRefs(rule, original, split, weight, route) {
    const parts = splitWeights(original.map(({ ref, ours }) => ({ weight: (0,traffic_route/* weightIn */.Yc)(ref), ours })), weight, split.weights);
    if (parts === undefined) {
        throw new errors/* UserError */.yo(`HTTPRoute/${route.metadata?.name} has a rule with the weights ${original.map(({ ref }) => (0,traffic_route/* weightIn */.Yc)(ref)).join(', ')}, of which ${weight} % cannot be split off exactly`, 'use rounder weights in the route or in the steps');
    }
    const { pairs } = (0,traffic_route/* backendsOf */.dc)(rule, split, route);
    const refs = (0,traffic_route/* refsOf */.gA)(rule);
    const canaryOf = new Map(pairs.map(({ stable, canary }) => [stable, canary]));
    const canaries = new Set([...canaryOf.values()]);
    const kept = [...refs.keys()].filter(index => !canaries.has(index));
    const placed = new Map();
    kept.forEach((index, position) => {
        const { ref } = (0,traffic_route.at)(original, position);
        const part = (0,traffic_route.at)(parts, position);
        const stable = weighted(ref, part.weight);
        const canary = canaryOf.get(index);
        if (part.canary === undefined)
            placed.set(index, [stable]);
        else if (canary === undefined)
            placed.set(index, [stable, weighted({ ...ref, name: split.canaryService }, part.canary)]);
        else {
            placed.set(index, [stable]);
            placed.set(canary, [weighted((0,traffic_route.at)(refs, canary), part.canary)]);
        }
    });
    return [...refs.keys()].flatMap(index => placed.get(index) ?? []);
}
const same = external_node_util_.isDeepStrictEqual;
const sameButBackends = (a, b) => same({ ...a, backendRefs: [] }, { ...b, backendRefs: [] });
function routePatch(route, split, placed, memory) {
    const rules = (0,traffic_route/* rulesOf */.fD)(route);
    const kept = new Set(placed.flatMap(({ from }) => from ?? []));
    const rulePath = (index, ...rest) => (0,fencing_token/* pointer */.Wn)('spec', 'rules', index, ...rest);
    const changed = placed.flatMap(({ from, rule }) => {
        if (from === undefined || same(rule, rules[from]))
            return [];
        const live = (0,traffic_route.at)(rules, from);
        return [
            ...(live.matches === undefined
                ? []
                : [{ op: 'test', path: rulePath(from, 'matches'), value: live.matches }]),
            { op: 'test', path: rulePath(from, 'backendRefs'), value: live.backendRefs },
            { op: 'replace', path: rulePath(from, 'backendRefs'), value: rule.backendRefs },
        ];
    });
    const removed = [...rules.keys()]
        .filter(index => !kept.has(index))
        .reverse()
        .flatMap((index) => [
        { op: 'test', path: rulePath(index), value: rules[index] },
        { op: 'remove', path: rulePath(index) },
    ]);
    const added = placed.flatMap(({ from, rule }, index) => from === undefined ? [{ op: 'add', path: rulePath(index), value: rule }] : []);
    const notes = [
        ...(0,fencing_token/* annotate */.fz)(route, fencing_token/* annotationOf */.lW.weights(split.writer.app), memory === undefined ? undefined : JSON.stringify(memory)),
        ...(memory === undefined ? (0,fencing_token/* annotate */.fz)(route, fencing_token/* annotationOf */.lW.watchdog(split.writer.app), undefined) : []),
    ];
    const changes = [...changed, ...removed, ...added, ...notes];
    return changes.length === 0 ? [] : [...(0,fencing_token/* fencingTests */.G$)(route, split.writer), ...changes];
}
function memoryOf(route, { writer }) {
    try {
        const text = (0,fencing_token/* annotation */.w7)(route, fencing_token/* annotationOf */.lW.weights(writer.app)) ?? '{}';
        const value = JSON.parse(text);
        return value !== null && typeof value === 'object' ? value : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./.build/js/src/traffic/router.js
var router = __webpack_require__(1922);
// EXTERNAL MODULE: ./.build/js/src/traffic/service-patches.js
var service_patches = __webpack_require__(26447);
;// CONCATENATED MODULE: ./.build/js/src/traffic/gateway-api.js






function gatewayApi(targets, weights, preview) {
    const split = { ...targets, weights, ...(preview === undefined ? {} : { preview }) };
    const { service, writer } = targets;
    const onRoutes = (routes, patchOf) => routes.flatMap(route => (0,router/* patchAt */.OE)((0,resources/* pathOf */.XM)(resources/* resources */.ES.httpRoute, targets.namespace, route.metadata?.name), patchOf(route)));
    const common = (0,router/* commonOf */.$N)(targets, 'routes');
    const repaired = ({ services }) => services
        .filter(each => each.metadata?.name === targets.canaryService && (0,service_patches/* trackOf */.VS)(each) === 'stable')
        .flatMap(each => (0,router/* patchOfService */.vK)(targets, each, (0,service_patches/* switchPatch */.fx)(each, writer, 'canary')));
    return {
        ...common,
        ownService: true,
        split,
        weight: objects => {
            const { routes, services } = objects;
            if ((0,router/* serviceOf */.z5)(targets, objects) === undefined)
                return 0;
            const canary = services.find(({ metadata }) => metadata?.name === targets.canaryService);
            if (canary !== undefined && (0,service_patches/* trackOf */.VS)(canary) === 'stable')
                return 0;
            return Math.max(0, ...routes.flatMap(route => (0,traffic_route/* weightOf */.mm)(route, split).map(({ weight = 0 }) => weight)));
        },
        setWeight: (objects, weight) => {
            if ((0,router/* serviceOf */.z5)(targets, objects) === undefined)
                return [];
            return weight > 0
                ? onRoutes((0,traffic_route/* routesOf */.eV)(objects.routes, service), route => splitPatch(route, split, weight))
                : onRoutes(objects.routes, route => rollbackPatch(route, split));
        },
        restore: ({ routes }) => onRoutes(routes, route => rollbackPatch(route, split)),
        fallback: ({ services }) => services
            .filter(({ metadata }) => metadata?.name === targets.canaryService)
            .flatMap(each => (0,router/* patchOfService */.vK)(targets, each, (0,service_patches/* switchPatch */.fx)(each, writer, 'stable'))),
        addCanary: objects => (0,router/* serviceOf */.z5)(targets, objects) === undefined
            ? []
            : onRoutes((0,traffic_route/* routesOf */.eV)(objects.routes, service), route => splitPatch(route, split, 0)),
        pin: (objects, weight) => [...common.pin(objects, weight), ...repaired(objects)],
        removeCanary: ({ routes }) => onRoutes(routes, route => unsplitPatch(route, split)),
        podsNeeded: router/* needOf */.ER,
        routeProblem: ({ routes }) => {
            const states = (0,traffic_route/* routesOf */.eV)(routes, service).map(acceptance/* acceptedBy */.lA);
            const found = states.find(({ state }) => state === 'refused') ?? states.find(({ state }) => state === 'pending');
            return found === undefined || found.state === 'accepted'
                ? undefined
                : { detail: found.detail, refused: found.state === 'refused' };
        },
        splitObjects: ({ routes }) => (0,traffic_route/* routesOf */.eV)(routes, service),
    };
}

// EXTERNAL MODULE: ./.build/js/src/traffic/replicas.js
var replicas = __webpack_require__(7042);
;// CONCATENATED MODULE: ./.build/js/src/traffic/service.js


function serviceSwitch(targets) {
    const trackNow = (objects) => {
        const service = (0,router/* serviceOf */.z5)(targets, objects);
        return service && (0,service_patches/* trackOf */.VS)(service);
    };
    return {
        ...(0,router/* commonOf */.$N)(targets, 'selector'),
        ownService: true,
        weight: objects => (trackNow(objects) === 'canary' ? 100 : 0),
        setWeight: (objects, weight) => weight > 0 && trackNow(objects) === 'canary'
            ? []
            : (0,router/* switchTo */.S_)(targets, objects, weight > 0 ? 'canary' : 'stable'),
        restore: objects => (0,router/* switchTo */.S_)(targets, objects, 'stable'),
        fallback: () => [],
        addCanary: () => [],
        removeCanary: () => [],
        podsNeeded: router/* needOf */.ER,
        routeProblem: () => undefined,
        splitObjects: objects => [(0,router/* serviceOf */.z5)(targets, objects) ?? []].flat(),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/traffic/routers.js



function routerKind({ strategy, route, }) {
    if (strategy.kind === 'rolling')
        return undefined;
    if (route !== undefined)
        return 'gateway-api';
    return strategy.kind === 'canary' ? 'replicas' : 'service';
}
function routerOf(environment, targets, capacity) {
    const { strategy } = environment;
    switch (routerKind(environment)) {
        case undefined:
            return undivided;
        case 'gateway-api':
            return gatewayApi(targets, weightsOf(environment), strategy.kind === 'rolling' ? undefined : strategy.preview);
        case 'replicas':
            return (0,replicas/* byReplicas */.LD)(targets, capacity);
        case 'service':
            return serviceSwitch(targets);
    }
}
function weightsOf({ strategy }) {
    return strategy.kind === 'canary' ? [...strategy.steps, strategy.bake.weight] : [];
}
const undivided = {
    ownService: false,
    weight: () => 0,
    setWeight: () => [],
    restore: () => [],
    fallback: () => [],
    addCanary: () => [],
    removeCanary: () => [],
    pin: () => [],
    unpin: () => [],
    podsNeeded: () => 0,
    routeProblem: () => undefined,
    splitObjects: () => [],
    restoredByWatchdog: () => [],
    problems: () => [],
    buildCanaryService: () => {
        throw new Error('a rolling update has no canary Service');
    },
};


/***/ }),

/***/ 26447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ selectBothTracksPatch),
/* harmony export */   OD: () => (/* binding */ pinPatch),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   VS: () => (/* binding */ trackOf),
/* harmony export */   bF: () => (/* binding */ canaryServiceOf),
/* harmony export */   bv: () => (/* binding */ unpinPatch),
/* harmony export */   fx: () => (/* binding */ switchPatch),
/* harmony export */   oq: () => (/* binding */ servicesMatching)
/* harmony export */ });
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59993);

const trackPath = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'selector', _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4);
function trackOf(service) {
    return service.spec?.selector?.[_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4];
}
function isPinned(service, app) {
    return (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7)(service, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.pinned(app)) !== undefined;
}
function pinPatch(service, writer) {
    if (trackOf(service) === 'stable')
        return [];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, writer),
        { op: 'test', path: (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'selector'), value: service.spec?.selector },
        { op: 'add', path: trackPath, value: 'stable' },
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(service, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.pinned(writer.app), 'true'),
    ];
}
function unpinPatch(service, writer) {
    const notes = (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(service, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.watchdog(writer.app), undefined);
    const present = trackOf(service);
    if (!isPinned(service, writer.app))
        return notes.length === 0 ? [] : [...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, writer), ...notes];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, writer),
        ...(present === undefined
            ? []
            : [
                { op: 'test', path: trackPath, value: present },
                { op: 'remove', path: trackPath },
            ]),
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(service, _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.pinned(writer.app), undefined),
        ...notes,
    ];
}
function selectBothTracksPatch(service, writer) {
    const present = trackOf(service);
    if (present === undefined)
        return [];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, writer),
        { op: 'test', path: trackPath, value: present },
        { op: 'remove', path: trackPath },
    ];
}
function switchPatch(service, writer, to) {
    return [...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, writer), { op: 'add', path: trackPath, value: to }];
}
function canaryServiceOf(service, options) {
    const { name, writer, owner, labels = {} } = options;
    const spec = service.spec ?? {};
    const copied = Object.fromEntries([
        'ipFamilies', 'ipFamilyPolicy', 'internalTrafficPolicy', 'trafficDistribution', 'sessionAffinity',
        'sessionAffinityConfig', 'publishNotReadyAddresses',
    ].flatMap(field => (spec[field] === undefined ? [] : [[field, spec[field]]])));
    return {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
            name,
            ...(service.metadata?.namespace === undefined ? {} : { namespace: service.metadata.namespace }),
            labels: { ...service.metadata?.labels, ...labels },
            annotations: { [_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.token(writer.app)]: String(writer.token) },
            ownerReferences: [owner],
        },
        spec: {
            ...copied,
            type: 'ClusterIP',
            ...(spec.clusterIP === 'None' ? { clusterIP: 'None' } : {}),
            selector: { ...spec.selector, [_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4]: 'canary' },
            ports: (spec.ports ?? []).map(({ nodePort: _, ...port }) => port),
        },
    };
}
function servicesMatching(services, podLabels, app, names, moves = 'routes') {
    const others = services.filter(({ metadata }) => metadata?.name !== names.canaryService);
    const main = others.find(({ metadata }) => metadata?.name === names.service);
    const selecting = others.filter(service => selects(service, podLabels));
    const strange = selecting.filter(service => {
        const bound = trackOf(service);
        if (bound === undefined || isPinned(service, app))
            return false;
        return bound !== 'stable' || (moves === 'selector' && service === main);
    });
    return {
        matching: selecting.filter(service => trackOf(service) === undefined || isPinned(service, app)),
        problems: [
            ...mainProblems(main, names.service, podLabels),
            ...strange.map(service => ({
                problem: `the selector of Service/${service.metadata?.name} already has ${_fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4}: ${trackOf(service)}`,
                remedy: 'remove it, because Slipway adds and removes it during a rollout',
            })),
        ],
    };
}
function selects({ spec }, podLabels) {
    const selector = Object.entries(spec?.selector ?? {});
    return (spec?.type !== 'ExternalName' &&
        selector.length > 0 &&
        selector.every(([label, value]) => label === _fencing_token_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4 || podLabels[label] === value));
}
function mainProblems(main, name, podLabels) {
    if (main === undefined) {
        return [{ problem: `Service/${name} does not exist`, remedy: 'add it to the manifests' }];
    }
    if (main.spec?.type === 'ExternalName') {
        return [
            {
                problem: `Service/${name} is an ExternalName, which has no pods to split traffic between`,
                remedy: 'name the Service that selects the pods of the workload',
            },
        ];
    }
    if (Object.keys(main.spec?.selector ?? {}).length === 0) {
        return [
            {
                problem: `Service/${name} has no selector, so Slipway cannot control where its traffic goes`,
                remedy: 'give it a selector that matches the pods of the workload',
            },
        ];
    }
    if (selects(main, podLabels))
        return [];
    return [
        {
            problem: `Service/${name} does not select the pods of the workload`,
            remedy: 'change its selector to match the labels of the pod template',
        },
    ];
}


/***/ })

};
