export const id = 5130;
export const ids = [5130];
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
// EXTERNAL MODULE: ./.build/js/src/cluster/patience.js
var patience = __webpack_require__(37017);
// EXTERNAL MODULE: ./.build/js/src/cluster/reach.js
var cluster_reach = __webpack_require__(65679);
;// CONCATENATED MODULE: ./.build/js/src/cluster/kubectl.js







async function applyWithKubectl(object, { fieldManager, reach, refused, wait = patience/* patience */._L }) {
    const limits = ['--request-timeout=30s'];
    const how = ['--server-side', '--force-conflicts', `--field-manager=${fieldManager}`];
    const args = ['apply', ...how, ...limits, '-f', '-', ...(0,cluster_reach/* reachFlags */.x)(reach)];
    const end = performance.now() + wait;
    let away = Number.NEGATIVE_INFINITY;
    for (;;) {
        const { code, stderr } = await feed('kubectl', args, JSON.stringify(object));
        if (code === 0)
            return;
        const unanswered = isUnanswered(stderr);
        if (unanswered)
            away = performance.now();
        const returning = performance.now() - away < patience/* warmUp */.lM && /\((Forbidden|Unauthorized)\)/.test(stderr);
        if (!unanswered && !returning)
            throw refused(tidy(stderr));
        if (performance.now() >= end) {
            throw new errors/* UserError */.yo(`the API server does not answer (${tidy(stderr).slice(0, 200)})`, 'see that it can be reached from here, then run the step again');
        }
        await new Promise(resolve => setTimeout(resolve, timing/* timing */.N.apiRetry));
    }
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
async function applyObjects(cluster, destinations, hold = object => object, made = async () => { }) {
    for (const destination of destinations)
        await applyOne(cluster, destination, hold, made);
}
async function applyOne(cluster, { path, object, live }, hold, made) {
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
            if (wasAppliedClientSide(there))
                return await applyWithKubectl(held, {
                    fieldManager,
                    reach: cluster.reach,
                    refused: said => refused(valueless(said, object)),
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
        return error.status === 409;
    return error instanceof errors/* UserError */.yo && /the object has been modified|Precondition failed/.test(error.message);
}
function wasAppliedClientSide({ metadata }) {
    return (metadata?.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined ||
        (metadata?.managedFields ?? []).some(({ manager }) => manager === 'kubectl-client-side-apply'));
}
const refused = (said) => new errors/* UserError */.yo(`the cluster refused the manifests: ${said}`, 'correct what it names and run again');
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
    if (!(error instanceof cluster_errors/* ClusterError */.b$) || error.status === 429)
        return undefined;
    const unreadable = error.status === 500 && error.reason === '';
    if (error.status >= 500 && !unreadable)
        return undefined;
    return valueless(error.said, object);
}
function valueless(said, { kind }) {
    if (kind !== 'Secret')
        return said;
    return said.replace(/, got [\s\S]*$/, ', got another type (the value is not shown)');
}
async function takeOwnership(cluster, path, guard = []) {
    for (let attempt = 1;; attempt += 1) {
        const patch = ownershipPatch((await cluster.get(path))?.metadata);
        if (patch === undefined)
            return;
        try {
            await cluster.patch(path, 'json', [...guard, ...patch]);
            return;
        }
        catch (error) {
            if (!(error instanceof cluster_errors/* ClusterError */.b$ && error.isConflict) || attempt === 5)
                throw error;
        }
    }
}
function ownershipPatch(metadata) {
    const entries = metadata?.managedFields ?? [];
    const ours = entries.filter(entry => entry.manager === fieldManager && !entry.subresource);
    const updates = ours.filter(entry => entry.operation === 'Update');
    const [first] = updates;
    if (first === undefined || metadata?.resourceVersion === undefined)
        return undefined;
    const fields = ours.reduce((all, entry) => union(all, entry.fieldsV1 ?? {}), {});
    const merged = { ...first, operation: 'Apply', fieldsV1: fields };
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

/***/ 28065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ otherRoutes),
/* harmony export */   JC: () => (/* binding */ askRights),
/* harmony export */   LD: () => (/* binding */ rightsProblem),
/* harmony export */   Vr: () => (/* binding */ rightsOfRollback),
/* harmony export */   XU: () => (/* binding */ requireRights),
/* harmony export */   eE: () => (/* binding */ rightsWished),
/* harmony export */   xQ: () => (/* binding */ rightsFor)
/* harmony export */ });
/* unused harmony exports nameOfRight, rolesFor */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
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
    ];
    const prometheus = strategy.kind === 'rolling' ? undefined : gate?.prometheus.service;
    if (prometheus !== undefined) {
        const { namespace, name, port } = prometheus;
        const elsewhere = { namespace, name: `${name}:${port}` };
        rights.push({ verb: 'get', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, subresource: 'proxy', elsewhere });
    }
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
function rightsWished() {
    return [{ verb: 'create', resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .eventsOfWorkloads */ .H5 }];
}
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
function rolesFor(rights) {
    const clusterWide = (right) => !right.resource.namespaced || right.resource === resources.gateway;
    const here = rights.filter(({ elsewhere }) => elsewhere === undefined);
    const others = new Set(rights.flatMap(({ elsewhere }) => elsewhere?.namespace ?? []));
    return {
        role: rulesOf(here.filter(right => !clusterWide(right))),
        clusterRole: rulesOf(here.filter(clusterWide)),
        elsewhere: [...others].map(namespace => ({
            namespace,
            role: rulesOf(rights.filter(({ elsewhere }) => elsewhere?.namespace === namespace)),
        })),
    };
}
function rulesOf(rights) {
    const rules = new Map();
    for (const { resource, subresource, verb, elsewhere } of rights) {
        const name = subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;
        const key = `${resource.group}/${name}/${elsewhere?.name ?? ''}`;
        const rule = rules.get(key) ?? {
            apiGroups: [resource.group],
            resources: [name],
            ...(elsewhere === undefined ? {} : { resourceNames: [elsewhere.name] }),
            verbs: [],
        };
        rule.verbs.push(verb);
        rules.set(key, rule);
    }
    return [...rules.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, rule]) => ({ ...rule, verbs: rule.verbs.sort() }));
}


/***/ }),

/***/ 39829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PL: () => (/* binding */ needOfRelease),
/* harmony export */   SO: () => (/* binding */ withWait),
/* harmony export */   VC: () => (/* binding */ needFrom),
/* harmony export */   eT: () => (/* binding */ lifeSentence),
/* harmony export */   em: () => (/* binding */ needOfRollback),
/* harmony export */   mf: () => (/* binding */ requireLife),
/* harmony export */   yJ: () => (/* binding */ judgeLife)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68036);
/* harmony import */ var _workloads_strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57817);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17121);




const afterwards = 120_000;
function needOfRelease(environment, kind) {
    const { strategy, hooks } = environment;
    const pre = hooks?.pre?.within ?? 0;
    if (kind === 'rolling') {
        const post = hooks?.post?.within ?? 0;
        return whole(pre + strategy.deadline + timeToFollow(environment) + post + afterwards);
    }
    const most = pre + strategy.deadline + timeFrom('prepared', environment);
    return (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__/* .watchdogImage */ .FX)(strategy) === undefined ? whole(most) : { least: pre + afterwards, most };
}
function needFrom(phase, environment) {
    const most = timeFrom(phase, environment);
    if (phase === 'rolling-back')
        return { least: 0, most };
    const isGood = phase === 'promoting' || phase === 'watching';
    return isGood || (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__/* .watchdogImage */ .FX)(environment.strategy) !== undefined
        ? { least: Math.min(afterwards, most), most }
        : whole(most);
}
const needOfRollback = (environment) => ({
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
    const judged = strategy.kind === 'blue-green' ? strategy.deadline + strategy.watch : (0,_workloads_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .attendedTimeOf */ .SC)(strategy);
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
const timeToFollow = (environment) => (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_2__/* .workersOf */ .N)(environment).length > 0 ? environment.strategy.deadline : 0;
async function requireLife(cluster, need, report) {
    const [lifetime, { serverTime }] = await Promise.all([cluster.lifetime(), cluster.call('GET', '/version')]);
    const life = judgeLife(lifetime, need, serverTime);
    if ('problem' in life)
        throw life.problem;
    if (life.warning !== undefined)
        report(`warning: ${life.warning}`);
}
function judgeLife(lifetime, { least, most }, now) {
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
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${lifetime.what} of the kubeconfig ${left <= 0 ? 'expired' : 'expires'} at ${clock(lifetime.end)}${left <= 0 ? '' : `, in ${span(left)}`}, but this run may need it until ${clock(now + need)}, for ${span(need)}`, 'use a credential that renews itself (docs/cluster.md) or is valid for longer, or shorten the deadline of the strategy');
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
                ? `${lifetime.what} expires at ${clock(lifetime.end)}, in ${span(lifetime.end - now)}`
                : `${lifetime.what} expired at ${clock(lifetime.end)}`;
    }
}
const clock = (ms) => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
function span(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    if (seconds < 7200)
        return `${Math.round(seconds / 60)} min`;
    return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}


/***/ }),

/***/ 15445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ needOf),
/* harmony export */   y: () => (/* binding */ canaryOf)
/* harmony export */ });
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13590);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


function canaryOf(workload, order) {
    const { spec, metadata } = workload;
    const track = { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track]: 'canary' };
    return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb.canary(metadata?.name ?? ''),
            namespace: metadata?.namespace ?? '',
            labels: { ...metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.app]: order.app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.kind]: 'canary' },
            annotations: {
                [_traffic_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.token(order.app)]: String(order.token),
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.release]: String(order.release),
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
function needOf(weight, capacity) {
    return weight <= 0 ? 0 : Math.max(1, Math.ceil((weight * capacity) / 100 - 1e-9));
}


/***/ }),

/***/ 9247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q1: () => (/* binding */ pauseFor),
/* harmony export */   WU: () => (/* binding */ pauseSentence),
/* harmony export */   bT: () => (/* binding */ pauseRemedy),
/* harmony export */   "do": () => (/* binding */ withMoreTime),
/* harmony export */   uB: () => (/* binding */ overdueSentence),
/* harmony export */   xf: () => (/* binding */ approvalOf),
/* harmony export */   z6: () => (/* binding */ needsPerson)
/* harmony export */ });
/* harmony import */ var _analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74991);

function pauseFor(spec, o, rollout, verdict) {
    const { waiting } = spec;
    if (waiting === undefined || verdict.verdict === 'fail' || verdict.verdict === 'pod-local')
        return undefined;
    const before = stillThere(spec, rollout);
    if (before !== undefined && needsPerson(before.for)) {
        if (spec.waited?.calls === 'look')
            return before;
        if (spec.waited?.calls === 'approve' && verdict.verdict === 'no-data') {
            return { ...before, reason: `the metrics since the pause began could not be read: ${verdict.reason}` };
        }
    }
    const { reason } = verdict;
    if (verdict.verdict === 'inconclusive' && waiting.onInconclusive !== 'rollback') {
        const who = waiting.onInconclusive === 'hold' ? 'resume' : 'approval';
        return { until: o.now + waiting.patience, for: who, reason };
    }
    const open = verdict.verdict === 'continue' || verdict.verdict === 'no-data';
    if (!open || rollout.phase !== 'baking' || waiting.bake <= waiting.attended)
        return undefined;
    if (o.now - rollout.since < waiting.attended)
        return undefined;
    return { until: rollout.since + waiting.bake + waiting.patience, for: 'bake', reason };
}
function approvalOf(spec, rollout, verdict) {
    const { waited } = spec;
    if (waited?.calls !== 'approve' || stillThere(spec, rollout)?.for !== 'approval')
        return undefined;
    const open = verdict.verdict === 'continue' ||
        verdict.verdict === 'inconclusive' ||
        (verdict.verdict === 'no-data' && verdict.missing === 'idle');
    return open ? `approved by ${waited.who}; the gate said: ${verdict.reason}` : undefined;
}
function stillThere({ waited }, { phase, step }) {
    return waited !== undefined && waited.phase === phase && waited.step === step ? waited.paused : undefined;
}
const needsPerson = (waits) => waits === 'resume' || waits === 'approval';
function withMoreTime(rollout, ms, now) {
    const deadline = now + ms;
    const gating = rollout.gate;
    if (gating?.state == null)
        return { ...rollout, deadline };
    return { ...rollout, deadline, gate: { ...gating, state: (0,_analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .prolong */ .YO)(gating.state, deadline) } };
}
function pauseSentence({ for: what, until }) {
    const time = new Date(until).toISOString();
    switch (what) {
        case 'gate':
        case 'promote':
            return `waits for ${what} until ${time}`;
        case 'bake':
            return `bakes without a run; sweep checks it, and rolls it back if the bake is not over by ${time}`;
        case 'resume':
            return `waits for a person to resume it or roll it back, and is rolled back automatically at ${time}`;
        case 'approval':
            return `waits for a person to approve it or roll it back, and is rolled back automatically at ${time}`;
        default:
            return what;
    }
}
function pauseRemedy(what) {
    switch (what) {
        case 'gate':
            return 'run `gate` to continue it, or `rollback` to roll it back';
        case 'promote':
            return 'run `promote` to finish it, or `rollback` to roll it back';
        case 'bake':
            return 'wait for `sweep`, which continues it when the bake is over, or run `rollback` to roll it back';
        case 'resume':
            return 'run `gate` to resume it, or `rollback` to roll it back';
        case 'approval':
            return 'run `gate` with `approve: true` to approve it, or `rollback` to roll it back';
        default:
            return what;
    }
}
function overdueSentence({ candidate, paused }) {
    if (paused === undefined)
        return undefined;
    const until = new Date(paused.until).toISOString();
    switch (paused.for) {
        case 'gate':
        case 'promote':
            return undefined;
        case 'bake':
            return `release ${candidate} did not pass the gate before its bake had to be over, at ${until}`;
        case 'resume':
        case 'approval':
            return `release ${candidate} was paused until ${until}, and was not ${paused.for === 'resume' ? 'resumed' : 'approved'} by then`;
        default:
            return paused.for;
    }
}


/***/ }),

/***/ 63811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ fencedApply),
/* harmony export */   HD: () => (/* binding */ deleteOwner),
/* harmony export */   LW: () => (/* binding */ ownedBy),
/* harmony export */   QN: () => (/* binding */ ownerConfigMap),
/* harmony export */   di: () => (/* binding */ adopt),
/* harmony export */   iE: () => (/* binding */ stamp),
/* harmony export */   ix: () => (/* binding */ tokenOfOwner),
/* harmony export */   or: () => (/* binding */ createOwner)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13590);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68036);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38971);






function fencedApply(app, token) {
    return (object, live) => {
        if (object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind] === 'shipped')
            return object;
        if ((live === undefined ? 0 : (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .stampOf */ .Zs)(live, app)) > token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__/* .overtaken */ .K)(app);
        const { uid, resourceVersion } = live?.metadata ?? {};
        return {
            ...object,
            metadata: {
                ...object.metadata,
                annotations: { ...object.metadata?.annotations, [_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.token(app)]: String(token) },
                ...(uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion }),
            },
        };
    };
}
async function stamp(cluster, path, app, token, known) {
    let object = known ?? (await cluster.get(path));
    for (let attempt = 1; object !== undefined; attempt += 1) {
        if ((0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .stampOf */ .Zs)(object, app) > token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__/* .overtaken */ .K)(app);
        const patch = (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .stampPatch */ ["if"])(object, { app, token });
        if (patch.length === 0)
            return object;
        try {
            return await cluster.patch(path, 'json', patch);
        }
        catch (error) {
            if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error) || attempt === 8) {
                throw error;
            }
            object = await cluster.get(path);
        }
    }
    return undefined;
}
function ownerConfigMap(app, namespace, token) {
    return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.fence(app, token),
            namespace,
            labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'fence' },
        },
        data: (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_3__/* .heartbeatData */ .bk)({ beat: 0 }),
    };
}
function tokenOfOwner({ metadata }) {
    return Number(/-fence-(\d{1,9})$/.exec(metadata?.name ?? '')?.[1] ?? 0);
}
function ownedBy(fence) {
    const { name = '', uid = '' } = fence.metadata ?? {};
    return { apiVersion: 'v1', kind: 'ConfigMap', name, uid };
}
async function createOwner(cluster, app, namespace, token) {
    try {
        return await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), ownerConfigMap(app, namespace, token));
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
            throw error;
        const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.fence(app, token)));
        if (there === undefined)
            throw error;
        return there;
    }
}
async function deleteOwner(cluster, { metadata }) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, metadata?.namespace ?? '', metadata?.name);
    await cluster.remove(path, metadata?.uid).catch(() => undefined);
}
async function adopt(cluster, fence, { older, owned, app, token, }) {
    await Promise.all(owned.map(async ({ path, object }) => {
        const stamped = await stamp(cluster, path, app, token, object);
        if (stamped === undefined)
            return;
        await cluster.patch(path, 'json', [
            { op: 'test', path: '/metadata/uid', value: stamped.metadata?.uid },
            { op: 'test', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationPointer */ .ZC)(_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.token(app)), value: String(token) },
            { op: 'add', path: '/metadata/ownerReferences', value: [ownedBy(fence)] },
        ]);
    }));
    await Promise.all(older.map(({ metadata }) => cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, metadata?.namespace ?? '', metadata?.name), metadata?.uid)));
}


/***/ }),

/***/ 83323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   ID: () => (/* binding */ rollbackOf),
/* harmony export */   Sx: () => (/* binding */ microTime),
/* harmony export */   _D: () => (/* binding */ leaseObject),
/* harmony export */   o8: () => (/* binding */ durationSeconds)
/* harmony export */ });
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68672);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const durationSeconds = Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_0__/* .timing */ .N.leaseDuration / 1000);
const tokenOf = ({ metadata }) => Number(metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.token] ?? 0);
function rollbackOf({ metadata }) {
    const text = metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.rollback];
    const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
    return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}
function leaseObject(app, namespace, { holder, token, rollback }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { ...over?.metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.kind]: 'lease' },
            annotations: {
                ...over?.metadata?.annotations,
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.token]: String(token),
                ...(rollback === undefined
                    ? {}
                    : { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.rollback]: `${new Date(rollback.at).toISOString()} ${rollback.by}` }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', `${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}Z`);


/***/ }),

/***/ 31878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZK: () => (/* binding */ workersAt),
/* harmony export */   _K: () => (/* binding */ recordedWorkers),
/* harmony export */   zI: () => (/* binding */ workersBefore)
/* harmony export */ });
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17121);


function workersBefore(lives, baseline, releases) {
    const number = baseline.kind === 'recorded' ? baseline.release : undefined;
    const recorded = releases.find(({ record }) => record.release === number)?.outcome?.workers ?? {};
    return Object.fromEntries(Object.entries(lives).map(([name, live]) => {
        const template = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(live);
        if (live === undefined || template === undefined)
            return [name, null];
        const marked = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseOf */ .l7)(live);
        const strayed = marked !== undefined && marked !== number;
        return [
            name,
            { template: (strayed ? recorded[name] : undefined) ?? template, replicas: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .replicasOf */ .N4)(live) },
        ];
    }));
}
function workersAt({ record, outcome }, releases) {
    const later = releases
        .filter(each => each.record.release > record.release)
        .sort((a, b) => b.record.release - a.record.release)
        .map(each => each.record.workers ?? {});
    const own = Object.entries(outcome?.workers ?? {}).map(([name, template]) => [
        name,
        { template, replicas: 0 },
    ]);
    return Object.assign({}, ...later, Object.fromEntries(own));
}
function recordedWorkers({ record }, environment, baseline, releases) {
    const passed = baseline !== undefined && record.baseline !== baseline.record.release;
    const known = passed ? workersAt(baseline, releases) : (record.workers ?? {});
    const names = new Set([...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_1__/* .workersOf */ .N)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN), ...Object.keys(known)]);
    return [...names].map(name => {
        const ref = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .refOfKey */ .u$)(name);
        return { name, ref, candidate: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestOf */ .$V)(record, ref), before: known[name], passed };
    });
}


/***/ }),

/***/ 27848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ replaced),
/* harmony export */   Jy: () => (/* binding */ moved),
/* harmony export */   OK: () => (/* binding */ releaseNeedingAction),
/* harmony export */   X0: () => (/* binding */ beginState),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   aX: () => (/* binding */ restoreState),
/* harmony export */   fy: () => (/* binding */ StateStore),
/* harmony export */   g5: () => (/* binding */ replaceState),
/* harmony export */   kR: () => (/* binding */ requestAbort),
/* harmony export */   pQ: () => (/* binding */ stateIn),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13590);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38971);
/* harmony import */ var _lease_object_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83323);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10441);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(37313);









const pathFor = (namespace, app) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.application(app));
async function readState(cluster, namespace, app) {
    const lease = await cluster.get(pathFor(namespace, app));
    const entry = lease && stateIn(lease, app);
    if (!(entry instanceof _schema_js__WEBPACK_IMPORTED_MODULE_8__/* .Invalid */ .WO))
        return entry;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`cannot read the rollout state of ${app} in Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.application(app)}: ${entry.reason}`, `remove its annotation ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.state} and run \`sweep\`, which rebuilds the state from the records`);
}
function stateIn({ metadata }, app) {
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.state]: text, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.abort]: abort } = metadata?.annotations ?? {};
    if (text === undefined)
        return undefined;
    const rollout = (0,_schema_js__WEBPACK_IMPORTED_MODULE_8__/* .parseText */ .r4)('rollout', text);
    if (rollout instanceof _schema_js__WEBPACK_IMPORTED_MODULE_8__/* .Invalid */ .WO)
        return rollout;
    if (rollout.app !== app)
        return new _schema_js__WEBPACK_IMPORTED_MODULE_8__/* .Invalid */ .WO(`it belongs to application ${rollout.app}`);
    const abortRequested = rollout.abortRequested ?? requestIn(abort, rollout.candidate);
    return { rollout: abortRequested === undefined ? rollout : { ...rollout, abortRequested }, text };
}
function requestIn(text, candidate) {
    const [, release, at, by] = /^(\d+) (\S+) (.+)$/.exec(text ?? '') ?? [];
    const moment = Date.parse(at ?? '');
    if (by === undefined || Number(release) !== candidate || Number.isNaN(moment))
        return undefined;
    return { by, at: moment };
}
function releaseNeedingAction(entry) {
    const { needsAction, phase = 'done', candidate } = entry?.rollout ?? {};
    return needsAction === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, 'deploy a release first');
    }
}
async function requestAbort(cluster, namespace, { app, candidate }, { by, at }) {
    const value = `${candidate} ${new Date(at).toISOString()} ${by}`;
    await cluster.patch(pathFor(namespace, app), 'json', [
        { op: 'add', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.abort), value },
    ]);
}
async function beginState(cluster, namespace, rollout) {
    return writeState(cluster, namespace, rollout, [
        { op: 'add', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.abort), value: '' },
    ]);
}
async function replaceState(cluster, namespace, { text }, rollout) {
    try {
        await cluster.patch(pathFor(namespace, rollout.app), 'json', [
            { op: 'test', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.state), value: text },
            ...statePatch(rollout),
        ]);
        return true;
    }
    catch (error) {
        if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 422)
            return false;
        throw error;
    }
}
async function restoreState(cluster, namespace, rollout, holder = '') {
    const { app, token } = rollout;
    const there = await cluster.get(pathFor(namespace, app));
    try {
        if (there === undefined) {
            const lease = (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_6__/* .leaseObject */ ._D)(app, namespace, { holder, token, rollback: undefined });
            const annotations = { ...lease.metadata?.annotations, ...annotationsOf(rollout) };
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), {
                ...lease,
                metadata: { ...lease.metadata, annotations },
            });
        }
        else if (stateIn(there, app) === undefined) {
            await cluster.patch(pathFor(namespace, app), 'json', [
                { op: 'test', path: '/metadata/resourceVersion', value: there.metadata?.resourceVersion },
                ...statePatch(rollout),
            ]);
        }
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.isConflict || error.status === 422)))
            throw error;
    }
    return readState(cluster, namespace, app);
}
const annotationsOf = (rollout) => ({
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.state]: JSON.stringify(rollout),
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.phase]: rollout.phase,
});
const statePatch = (rollout) => Object.entries(annotationsOf(rollout)).map(([name, value]) => ({
    op: 'add',
    path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(name),
    value,
}));
async function writeState(cluster, namespace, rollout, more = []) {
    const { app, token } = rollout;
    try {
        await cluster.patch(pathFor(namespace, app), 'json', [
            { op: 'test', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.token), value: String(token) },
            ...statePatch(rollout),
            ...more,
        ]);
        return { rollout, text: JSON.stringify(rollout) };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.status === 422 || error.status === 404)))
            throw error;
        const lease = await cluster.get(pathFor(namespace, app));
        if (lease !== undefined && (0,_lease_object_js__WEBPACK_IMPORTED_MODULE_6__/* .tokenOf */ .B9)(lease) !== token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__/* .overtaken */ .K)(app);
        if (lease !== undefined)
            throw error;
        const { actor, run } = rollout.run;
        const entry = await restoreState(cluster, namespace, rollout, `${actor} in ${run}`);
        if (entry?.rollout.token !== token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_5__/* .overtaken */ .K)(app);
        return entry;
    }
}
class StateStore {
    #cluster;
    #namespace;
    #rollout;
    onChange = () => { };
    #last = Promise.resolve();
    constructor(cluster, namespace, rollout) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#rollout = rollout;
    }
    get rollout() {
        return this.#rollout;
    }
    change(next) {
        const written = this.#last.then(async () => {
            const before = this.#rollout;
            const { rollout } = await writeState(this.#cluster, this.#namespace, next(before));
            this.#rollout = rollout;
            this.onChange(before, rollout);
        });
        this.#last = written.catch(() => undefined);
        return written;
    }
}
function moved(rollout, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .moves */ .Vq[rollout.phase].includes(to))
        throw new Error(`there is no transition from ${rollout.phase} to ${to}`);
    const { paused: _paused, needsAction: _needsAction, gate, ...rest } = rollout;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .isOver */ .PU)(to) ? {} : { gate }),
        ...(to === 'rolling-back' ? { rolledBackFrom: rollout.phase } : {}),
        phase: to,
        since: now,
        ...change,
    };
}
function replaced(rollout, reason, now) {
    return moved(moved(rollout, 'rolling-back', now, { weight: 0, reason }), 'rolled-back', now);
}


/***/ }),

/***/ 70371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VX: () => (/* binding */ upText),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   Zg: () => (/* binding */ heldBack),
/* harmony export */   ie: () => (/* binding */ isUp),
/* harmony export */   pd: () => (/* binding */ surgesNot)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);

function standingOf(workload) {
    const { metadata, status } = workload;
    const wanted = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .replicasOf */ .N4)(workload);
    const seen = (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0);
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
        case 'CronJob':
            return { seen: true, wanted, updated: 0, available: 0, up: true };
        case 'DaemonSet': {
            const updated = status?.updatedNumberScheduled ?? 0;
            const available = status?.numberAvailable ?? 0;
            return { seen, wanted, updated, available, up: seen && updated >= wanted && available >= wanted };
        }
        case 'StatefulSet': {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const turned = status?.currentRevision === status?.updateRevision;
            const up = seen && turned && updated >= wanted && available >= wanted && (status?.replicas ?? 0) <= wanted;
            return { seen, wanted, updated, available, up };
        }
        default: {
            const updated = status?.updatedReplicas ?? 0;
            const available = status?.availableReplicas ?? 0;
            const up = seen && updated >= wanted && (status?.replicas ?? 0) <= updated && available >= updated;
            return { seen, wanted, updated, available, up };
        }
    }
}
const isUp = (workload) => standingOf(workload).up;
function upText(workload) {
    const { wanted, updated, available } = standingOf(workload);
    return `${available} of ${wanted} pods available, ${updated} with the newest template`;
}
function surgesNot({ kind, spec }) {
    if (kind === 'StatefulSet')
        return true;
    const nothing = (surge) => surge === 0 || surge === '0%' || surge === '0';
    if (kind === 'DaemonSet') {
        const surge = spec?.updateStrategy?.rollingUpdate?.maxSurge;
        return surge === undefined || nothing(surge);
    }
    return spec?.strategy?.type === 'Recreate' || nothing(spec?.strategy?.rollingUpdate?.maxSurge);
}
function heldBack(workload) {
    const { kind, name } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .refOf */ .H8)(workload);
    const title = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)({ kind, name });
    const { paused, updateStrategy } = workload.spec ?? {};
    if (kind === 'Deployment' && paused === true)
        return {
            problem: `${title} is paused`,
            remedy: `resume it: kubectl rollout resume deployment/${name}`,
        };
    if (kind !== 'StatefulSet' && kind !== 'DaemonSet')
        return undefined;
    if (updateStrategy?.type === 'OnDelete')
        return {
            problem: `${title} has updateStrategy OnDelete, so its pods keep their version until they are deleted`,
            remedy: 'set `updateStrategy: {type: RollingUpdate}` in its manifest',
        };
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    if (partition > 0)
        return {
            problem: `${title} has a partition of ${partition} in updateStrategy, so its pods below that number keep their version`,
            remedy: 'remove `partition` from its manifest, or set it to 0',
        };
    return undefined;
}


/***/ }),

/***/ 8212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qu: () => (/* binding */ foreignOwner),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   nt: () => (/* binding */ writtenAt)
/* harmony export */ });
const claims = [
    {
        owner: 'Argo CD',
        by: o => has(o.metadata?.annotations, 'argocd.argoproj.io/tracking-id') ||
            has(o.metadata?.labels, 'argocd.argoproj.io/instance') ||
            managed(o, 'argocd-controller'),
    },
    {
        owner: 'Flux',
        by: o => has(o.metadata?.labels, 'kustomize.toolkit.fluxcd.io/name') ||
            has(o.metadata?.labels, 'helm.toolkit.fluxcd.io/name') ||
            managed(o, 'kustomize-controller'),
    },
    {
        owner: 'Helm',
        by: o => has(o.metadata?.annotations, 'meta.helm.sh/release-name') || managed(o, 'helm'),
    },
];
function foreignOwner(object) {
    return claims.find(claim => claim.by(object))?.owner;
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
const has = (map, key) => map?.[key] !== undefined;
const managed = (object, manager) => (object.metadata?.managedFields ?? []).some(field => field.manager === manager);


/***/ }),

/***/ 90352:
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
    const { bake, 'hold-for': patience, 'on-inconclusive': onInconclusive } = strategy;
    return { onInconclusive, patience, bake: bake.for, attended: bake.attended };
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
        return { state: 'refused', detail: `${name} names no gateway` };
    const states = parents.map((parent) => {
        const reports = (route.status?.parents ?? []).filter(({ parentRef }) => sameParent(parentRef, parent, route));
        const where = `${parent.kind ?? 'Gateway'}/${parent.name}`;
        if (reports.length === 0)
            return { state: 'pending', detail: `${where} has not looked at ${name} yet` };
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
            : { state: 'pending', detail: `${where} has not taken the last change of ${name} yet` };
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
            remedy: 'take it out of the rules that lead to the Service, or use a gateway that supports it',
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
            problem: `a rule of ${name} has no room for another backend: ${limits.backends} is the most`,
            remedy: 'take one out',
        })),
        ...(preview !== undefined && own.length + ours.length > limits.rules
            ? [
                {
                    problem: `${name} has ${own.length} rules and no room for ${ours.length} more for the preview: ${limits.rules} is the most`,
                    remedy: 'split the route in two, or take `preview` out of the strategy',
                },
            ]
            : []),
        ...(preview !== undefined &&
            ours.some(rule => (rule.matches ?? []).some(match => (0,_route_js__WEBPACK_IMPORTED_MODULE_0__/* .asksFor */ .ev)(match, preview)))
            ? [
                {
                    problem: `a rule of ${name} asks for the header ${preview.header} itself`,
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
                    problem: `${what} leads to Service/${service} too, and only HTTPRoutes can be split`,
                    remedy: 'let it lead to a Service of its own, or use `strategy: {rolling: {}}`',
                },
            ];
        }
        const isTarget = (object.spec?.targetRefs ?? []).some(ref => ref.name === service && (ref.kind ?? 'Service') === 'Service');
        return isTarget
            ? [
                {
                    problem: `${what} applies to Service/${service} and would not apply to the Service of the canary`,
                    remedy: `name Service/${service}-canary in its targetRefs too, or use \`strategy: {rolling: {}}\``,
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
/* harmony export */   HM: () => (/* binding */ raisePatch),
/* harmony export */   JQ: () => (/* binding */ restorePatch),
/* harmony export */   ix: () => (/* binding */ autoscalerProblems)
/* harmony export */ });
/* harmony import */ var _fence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13590);

const floorPath = (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'minReplicas');
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
                problem: `the autoscalers ${names} both scale ${workload.kind}/${workload.name}, each against the other`,
                remedy: 'keep one of them',
            },
        ];
    }
    const keda = scaledObjectOf(first);
    if (keda === undefined)
        return [];
    return [
        {
            problem: `the autoscaler ${name} belongs to ScaledObject/${keda} of KEDA, which puts its minReplicas back at once`,
            remedy: `pause it for the time of the rollout (annotation autoscaling.keda.sh/paused on ScaledObject/${keda})`,
        },
    ];
}
function scaledObjectOf({ metadata }) {
    return (metadata?.ownerReferences?.find(({ kind }) => kind === 'ScaledObject')?.name ??
        metadata?.labels?.['scaledobject.keda.sh/name']);
}
function raisePatch(autoscaler, fence, present) {
    const { minReplicas, maxReplicas = present } = autoscaler.spec ?? {};
    const set = Math.min(present, maxReplicas);
    if (set <= (minReplicas ?? 1))
        return [];
    const before = floorOf(autoscaler, fence.app);
    const was = before?.set === minReplicas && before !== undefined ? before.was : (minReplicas ?? null);
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(autoscaler, fence),
        ...unchanged(minReplicas),
        { op: 'add', path: floorPath, value: set },
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(autoscaler, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(fence.app), JSON.stringify({ was, set })),
    ];
}
function restorePatch(autoscaler, fence) {
    const floor = floorOf(autoscaler, fence.app);
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
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(autoscaler, fence),
        ...back,
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(autoscaler, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(fence.app), undefined),
    ];
}
const unchanged = (minReplicas) => minReplicas === undefined ? [] : [{ op: 'test', path: floorPath, value: minReplicas }];
function floorOf(autoscaler, app) {
    const text = (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7)(autoscaler, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.minReplicas(app));
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
/* harmony export */   b9: () => (/* binding */ scalePatch),
/* harmony export */   zc: () => (/* binding */ granularity)
/* harmony export */ });
/* harmony import */ var _fence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13590);

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
function scalePatch(deployment, fence, replicas) {
    if (deployment.spec?.replicas === replicas)
        return [];
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(deployment, fence),
        { op: 'add', path: (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'replicas'), value: replicas },
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

/***/ 84358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IT: () => (/* binding */ cleanPatches),
  T4: () => (/* binding */ closePatches),
  lx: () => (/* binding */ fallbackPatches),
  PV: () => (/* binding */ openPatches),
  nN: () => (/* binding */ rollbackPatches),
  i$: () => (/* binding */ routerKind),
  V4: () => (/* binding */ routerOf),
  gx: () => (/* binding */ serviceProblems),
  WG: () => (/* binding */ shareNow),
  Vd: () => (/* binding */ shiftPatches),
  Y: () => (/* binding */ watchdogFired),
  Z$: () => (/* binding */ weightsOf)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/traffic/fence.js
var traffic_fence = __webpack_require__(13590);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/traffic/route.js
var traffic_route = __webpack_require__(6386);
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
        throw new RangeError(`${percent} is no percentage`);
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

;// CONCATENATED MODULE: ./.build/js/src/traffic/gateway-api.js






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
function takeBackPatch(route, split) {
    const changes = (0,traffic_route/* rulesOf */.fD)(route).flatMap((rule, index) => {
        const refs = (0,traffic_route/* refsOf */.gA)(rule);
        const path = (ref, field) => (0,traffic_fence/* pointer */.Wn)('spec', 'rules', index, 'backendRefs', ref, field);
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
    return changes.length === 0 ? [] : [...(0,traffic_fence/* fencingTests */.G$)(route, split.fence), ...changes];
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
    const rulePath = (index, ...rest) => (0,traffic_fence/* pointer */.Wn)('spec', 'rules', index, ...rest);
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
        ...(0,traffic_fence/* annotate */.fz)(route, traffic_fence/* annotationOf */.lW.weights(split.fence.app), memory === undefined ? undefined : JSON.stringify(memory)),
        ...(memory === undefined ? (0,traffic_fence/* annotate */.fz)(route, traffic_fence/* annotationOf */.lW.watchdog(split.fence.app), undefined) : []),
    ];
    const changes = [...changed, ...removed, ...added, ...notes];
    return changes.length === 0 ? [] : [...(0,traffic_fence/* fencingTests */.G$)(route, split.fence), ...changes];
}
function memoryOf(route, { fence }) {
    try {
        const text = (0,traffic_fence/* annotation */.w7)(route, traffic_fence/* annotationOf */.lW.weights(fence.app)) ?? '{}';
        const value = JSON.parse(text);
        return value !== null && typeof value === 'object' ? value : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./.build/js/src/traffic/replicas.js
var replicas = __webpack_require__(7042);
// EXTERNAL MODULE: ./.build/js/src/traffic/service.js
var traffic_service = __webpack_require__(12908);
;// CONCATENATED MODULE: ./.build/js/src/traffic/router.js






function routerKind({ strategy, route }) {
    if (strategy.kind === 'rolling')
        return undefined;
    if (route !== undefined)
        return 'gateway-api';
    return strategy.kind === 'canary' ? 'replicas' : 'service';
}
function routerOf(environment, ends, capacity) {
    const kind = routerKind(environment);
    const { strategy } = environment;
    switch (kind) {
        case undefined:
            throw new Error('a rolling update has no router');
        case 'gateway-api': {
            const preview = strategy.kind === 'rolling' ? undefined : strategy.preview;
            return {
                ...ends,
                kind,
                weights: weightsOf(environment),
                ...(preview === undefined ? {} : { preview }),
            };
        }
        case 'replicas':
            return { ...ends, kind, capacity };
        case 'service':
            return { ...ends, kind };
    }
}
function weightsOf({ strategy }) {
    return strategy.kind === 'canary' ? [...strategy.steps, strategy.bake.weight] : [];
}
function serviceProblems(router, observed) {
    return matching(router, observed).problems;
}
const matching = (router, { services, podLabels }) => (0,traffic_service/* servicesMatching */.oq)(services, podLabels, router.fence.app, router, router.kind === 'gateway-api' ? 'routes' : 'selector');
function closePatches(router, observed) {
    return matching(router, observed).matching.flatMap(service => serviceWrite(router, service, (0,traffic_service/* pinPatch */.OD)(service, router.fence), 'stable pods only'));
}
function openPatches(router, observed) {
    return observed.services
        .filter(({ metadata }) => metadata?.name !== router.canaryService)
        .flatMap(service => serviceWrite(router, service, (0,traffic_service/* unpinPatch */.bv)(service, router.fence), 'as it was before the rollout'));
}
function shareNow(router, observed) {
    switch (router.kind) {
        case 'gateway-api':
            return routeSetting(router, observed);
        case 'service':
            return (0,traffic_service/* trackOf */.VS)(mainService(router, observed)) === 'canary'
                ? { state: 'on', weight: 100 }
                : { state: 'off' };
        case 'replicas': {
            if ((0,traffic_service/* trackOf */.VS)(mainService(router, observed)) !== undefined)
                return { state: 'off' };
            const { canary, stable } = observed.ready;
            return canary === 0 ? { state: 'off' } : { state: 'on', weight: (100 * canary) / (canary + stable) };
        }
    }
}
function shiftPatches(router, observed, weight) {
    switch (router.kind) {
        case 'gateway-api':
            return (0,traffic_route/* routesOf */.eV)(observed.routes, router.service).flatMap(route => routeWrite(router, route, splitPatch(route, splitOf(router), weight), `${weight} % to ${router.canaryService}`));
        case 'service': {
            const to = weight > 0 ? 'canary' : 'stable';
            const service = mainService(router, observed);
            if ((0,traffic_service/* trackOf */.VS)(service) === to)
                return [];
            return serviceWrite(router, service, (0,traffic_service/* switchPatch */.fx)(service, router.fence, to), `all traffic to ${to}`);
        }
        case 'replicas':
            return weight <= 0 ? rollbackPatches(router, observed) : podWrites(router, observed, weight);
    }
}
function rollbackPatches(router, observed) {
    if (router.kind === 'gateway-api') {
        return [...observed.routes].flatMap(route => routeWrite(router, route, takeBackPatch(route, splitOf(router)), 'all traffic to stable'));
    }
    const service = mainService(router, observed);
    return serviceWrite(router, service, (0,traffic_service/* switchPatch */.fx)(service, router.fence, 'stable'), 'all traffic to stable');
}
function fallbackPatches(router, { services }) {
    if (router.kind !== 'gateway-api')
        return [];
    return services
        .filter(({ metadata }) => metadata?.name === router.canaryService)
        .flatMap(service => serviceWrite(router, service, (0,traffic_service/* switchPatch */.fx)(service, router.fence, 'stable'), 'stable pods'));
}
function watchdogFired({ fence }, { routes, services }) {
    const names = (kind, objects) => objects.filter(object => (0,traffic_fence/* isTakenBack */.Zb)(object, fence)).map(({ metadata }) => `${kind}/${metadata?.name}`);
    return [...names('HTTPRoute', routes), ...names('Service', services)];
}
function cleanPatches(router, observed) {
    if (router.kind !== 'gateway-api')
        return [];
    return observed.routes.flatMap(route => routeWrite(router, route, unsplitPatch(route, splitOf(router)), 'as it was before the rollout'));
}
const splitOf = (router) => router;
function routeSetting(router, { routes, services }) {
    const found = routes.flatMap(route => (0,traffic_route/* weightOf */.mm)(route, router).map(({ rule, weight }) => ({ route: route.metadata?.name, rule, weight })));
    const highest = Math.max(0, ...found.map(({ weight = 0 }) => weight));
    if (highest === 0)
        return { state: 'off' };
    const canary = services.find(({ metadata }) => metadata?.name === router.canaryService);
    if (canary !== undefined && (0,traffic_service/* trackOf */.VS)(canary) === 'stable')
        return { state: 'off' };
    if (found.every(({ weight = 0 }) => weight === highest))
        return { state: 'on', weight: highest };
    const detail = found
        .map(({ route, rule, weight = 0 }) => `rule ${rule + 1} of HTTPRoute/${route} gives ${weight} %`)
        .join(', ');
    return { state: 'mixed', highest, detail };
}
function podWrites(router, observed, weight) {
    const service = mainService(router, observed);
    const { canary } = (0,replicas/* pods */.Jw)(weight, router.capacity);
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, router.namespace, router.canaryWorkload);
    const scale = observed.canary === undefined ? [] : (0,replicas/* scalePatch */.b9)(observed.canary, router.fence, canary);
    return [
        ...written(path, scale, `Deployment/${router.canaryWorkload}: ${canary} pods`),
        ...serviceWrite(router, service, (0,traffic_service/* loosenPatch */.dq)(service, router.fence), 'stable and canary pods'),
    ];
}
function mainService({ service }, { services }) {
    const found = services.find(({ metadata }) => metadata?.name === service);
    if (found === undefined)
        throw new Error(`Service/${service} is gone`);
    return found;
}
const routeWrite = (router, { metadata }, patch, says) => written((0,resources/* pathOf */.XM)(resources/* resources */.ES.httpRoute, router.namespace, metadata?.name), patch, `HTTPRoute/${metadata?.name}: ${says}`);
const serviceWrite = (router, { metadata }, patch, says) => written((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, router.namespace, metadata?.name), patch, `Service/${metadata?.name}: ${says}`);
const written = (path, patch, says) => patch.length === 0 ? [] : [{ path, patch, says }];


/***/ }),

/***/ 12908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OD: () => (/* binding */ pinPatch),
/* harmony export */   T4: () => (/* binding */ isPinned),
/* harmony export */   VS: () => (/* binding */ trackOf),
/* harmony export */   YH: () => (/* binding */ canaryService),
/* harmony export */   bv: () => (/* binding */ unpinPatch),
/* harmony export */   dq: () => (/* binding */ loosenPatch),
/* harmony export */   fx: () => (/* binding */ switchPatch),
/* harmony export */   oq: () => (/* binding */ servicesMatching)
/* harmony export */ });
/* harmony import */ var _fence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13590);

const trackPath = (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'selector', _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4);
function trackOf(service) {
    return service.spec?.selector?.[_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4];
}
function isPinned(service, app) {
    return (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotation */ .w7)(service, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.pinned(app)) !== undefined;
}
function pinPatch(service, fence) {
    if (trackOf(service) === 'stable')
        return [];
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, fence),
        { op: 'test', path: (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .pointer */ .Wn)('spec', 'selector'), value: service.spec?.selector },
        { op: 'add', path: trackPath, value: 'stable' },
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(service, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.pinned(fence.app), 'true'),
    ];
}
function unpinPatch(service, fence) {
    const notes = (0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(service, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.watchdog(fence.app), undefined);
    const present = trackOf(service);
    if (!isPinned(service, fence.app))
        return notes.length === 0 ? [] : [...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, fence), ...notes];
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, fence),
        ...(present === undefined
            ? []
            : [
                { op: 'test', path: trackPath, value: present },
                { op: 'remove', path: trackPath },
            ]),
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)(service, _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.pinned(fence.app), undefined),
        ...notes,
    ];
}
function loosenPatch(service, fence) {
    const present = trackOf(service);
    if (present === undefined)
        return [];
    return [
        ...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, fence),
        { op: 'test', path: trackPath, value: present },
        { op: 'remove', path: trackPath },
    ];
}
function switchPatch(service, fence, to) {
    return [...(0,_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .fencingTests */ .G$)(service, fence), { op: 'add', path: trackPath, value: to }];
}
function canaryService(service, options) {
    const { name, fence, owner, labels = {} } = options;
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
            annotations: { [_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationOf */ .lW.token(fence.app)]: String(fence.token) },
            ownerReferences: [owner],
        },
        spec: {
            ...copied,
            type: 'ClusterIP',
            ...(spec.clusterIP === 'None' ? { clusterIP: 'None' } : {}),
            selector: { ...spec.selector, [_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4]: 'canary' },
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
                problem: `the selector of Service/${service.metadata?.name} has ${_fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4}: ${trackOf(service)} of its own`,
                remedy: 'take it out; Slipway adds and removes it during a rollout',
            })),
        ],
    };
}
function selects({ spec }, podLabels) {
    const selector = Object.entries(spec?.selector ?? {});
    return (spec?.type !== 'ExternalName' &&
        selector.length > 0 &&
        selector.every(([label, value]) => label === _fence_js__WEBPACK_IMPORTED_MODULE_0__/* .track */ .u4 || podLabels[label] === value));
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
                problem: `Service/${name} has no selector, so somebody else decides where its traffic goes`,
                remedy: 'give it a selector that matches the pods of the workload',
            },
        ];
    }
    if (selects(main, podLabels))
        return [];
    return [
        {
            problem: `Service/${name} does not select the pods of the workload`,
            remedy: 'let its selector match the labels of the pod template',
        },
    ];
}


/***/ })

};
