export const id = 7385;
export const ids = [7385];
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

/***/ 70371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   Bf: () => (/* binding */ takingOver),
/* harmony export */   Fs: () => (/* binding */ standingOf),
/* harmony export */   RF: () => (/* binding */ isControlled),
/* harmony export */   YP: () => (/* binding */ isAdopted),
/* harmony export */   ZP: () => (/* binding */ ownerProblem),
/* harmony export */   gc: () => (/* binding */ hasNoSurge),
/* harmony export */   l_: () => (/* binding */ progressText),
/* harmony export */   nt: () => (/* binding */ writtenAt),
/* harmony export */   o6: () => (/* binding */ updateBlocker),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* unused harmony exports foreignOwner, helmOwner */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);


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
const helmOwner = ({ metadata }) => ({
    release: metadata?.annotations?.['meta.helm.sh/release-name'],
    namespace: metadata?.annotations?.['meta.helm.sh/release-namespace'],
});
function isAdopted(object, { adopt, namespace }) {
    const owner = helmOwner(object);
    return (adopt !== undefined &&
        owner.release === adopt.helm &&
        owner.namespace === namespace &&
        foreignOwner(object) === 'Helm');
}
function ownerProblem(object, environment) {
    const owner = foreignOwner(object);
    if (owner === undefined || isAdopted(object, environment))
        return undefined;
    const { release, namespace } = helmOwner(object);
    const known = owner === 'Helm' && release !== undefined;
    const isHere = namespace === environment.namespace;
    const place = isHere || namespace === undefined ? '' : ` in namespace ${namespace}`;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${object.kind}/${object.metadata?.name} is managed by ${owner}${known ? ` (release ${release}${place})` : ''}, which would revert the writes of a release`, known && isHere
        ? `release it with Helm, or take it over by \`adopt: {helm: ${release}}\` in its environment in slipway.yml (docs/helm.md)`
        : owner === 'Helm'
            ? `release it with ${owner}, or end its management by ${owner} first (docs/helm.md)`
            : `release by a commit that ${owner} applies, with \`delivery: {gitops: …}\` in its environment in slipway.yml (docs/gitops.md), or end its management by ${owner} first`);
}
const takingOver = (environment) => live => {
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
const has = (map, key) => map?.[key] !== undefined;
const managed = (object, manager) => (object.metadata?.managedFields ?? []).some(field => field.manager === manager);


/***/ }),

/***/ 75420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ otherRouteProblems),
/* harmony export */   _d: () => (/* binding */ routeProblems),
/* harmony export */   fF: () => (/* binding */ featureProblems),
/* harmony export */   hm: () => (/* binding */ worstOf),
/* harmony export */   lA: () => (/* binding */ acceptedBy)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6386);


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
    return worstOf(states);
}
const worstOf = (states) => states.find(({ state }) => state === 'refused') ??
    states.find(({ state }) => state === 'pending') ?? { state: 'accepted' };
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
    const backendFilters = (0,_route_js__WEBPACK_IMPORTED_MODULE_1__/* .refsOf */ .gA)(rule).flatMap(({ filters = [] }) => filters);
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
    const wanted = new Set((0,_route_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesOf */ .fD)(route)
        .filter(rule => {
        const { pairs, orphans } = (0,_route_js__WEBPACK_IMPORTED_MODULE_1__/* .backendsOf */ .dc)(rule, split, route);
        return pairs.length + orphans.length > 0;
    })
        .flatMap(featuresOf));
    if (listed === undefined || listed.length === 0)
        return { problems: [], unknown: [...wanted] };
    const lacking = [...wanted].filter(feature => !listed.includes(feature));
    return {
        unknown: [],
        problems: lacking.map(feature => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`HTTPRoute/${route.metadata?.name} needs ${feature}, which GatewayClass/${gatewayClass.metadata?.name} does not list as supported`, 'remove it from the rules that route to the Service, or use a gateway that supports it')),
    };
}
const limits = { rules: 16, backends: 16 };
function routeProblems(route, split) {
    const name = `HTTPRoute/${route.metadata?.name}`;
    const own = (0,_route_js__WEBPACK_IMPORTED_MODULE_1__/* .rulesOf */ .fD)(route).filter(rule => !(0,_route_js__WEBPACK_IMPORTED_MODULE_1__/* .isPreview */ .bU)(rule, split, route));
    const ours = own.filter(rule => (0,_route_js__WEBPACK_IMPORTED_MODULE_1__/* .backendsOf */ .dc)(rule, split, route).pairs.length > 0);
    const full = ours.filter(rule => {
        const { pairs } = (0,_route_js__WEBPACK_IMPORTED_MODULE_1__/* .backendsOf */ .dc)(rule, split, route);
        return (0,_route_js__WEBPACK_IMPORTED_MODULE_1__/* .refsOf */ .gA)(rule).length + pairs.filter(({ canary }) => canary === undefined).length > limits.backends;
    });
    const { preview } = split;
    return [
        ...full.map(() => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a rule of ${name} has no room for another backend: the maximum is ${limits.backends}`, 'remove one')),
        ...(preview !== undefined && own.length + ours.length > limits.rules
            ? [
                new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} has ${own.length} rules and no room for ${ours.length} more for the preview: the maximum is ${limits.rules}`, 'split the route in two, or remove `preview` from the strategy'),
            ]
            : []),
        ...(preview !== undefined &&
            ours.some(rule => (rule.matches ?? []).some(match => (0,_route_js__WEBPACK_IMPORTED_MODULE_1__/* .asksFor */ .ev)(match, preview)))
            ? [
                new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`a rule of ${name} already matches the header ${preview.header}`, 'choose another header for `preview`'),
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
                new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what} also routes to Service/${service}, but only HTTPRoutes can be split`, 'route it to a separate Service, or use `strategy: {rolling: {}}`'),
            ];
        }
        const isTarget = (object.spec?.targetRefs ?? []).some(ref => ref.name === service && (ref.kind ?? 'Service') === 'Service');
        return isTarget
            ? [
                new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what} applies to Service/${service} and would not apply to the Service of the canary`, `add Service/${service}-canary to its targetRefs, or use \`strategy: {rolling: {}}\``),
            ]
            : [];
    });
}


/***/ }),

/***/ 6386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XV: () => (/* binding */ previewRule),
/* harmony export */   Yc: () => (/* binding */ weightIn),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   bU: () => (/* binding */ isPreview),
/* harmony export */   dc: () => (/* binding */ backendsOf),
/* harmony export */   dv: () => (/* binding */ ruleKeys),
/* harmony export */   eV: () => (/* binding */ routesOf),
/* harmony export */   ev: () => (/* binding */ asksFor),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   gA: () => (/* binding */ refsOf),
/* harmony export */   nb: () => (/* binding */ weightsIn)
/* harmony export */ });
/* unused harmony export refersTo */
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
function weightsIn(route, split) {
    return rulesOf(route).flatMap(rule => {
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
        return [(100 * canary) / total];
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
        backendRefs: refsOf(rule)
            .filter(ref => refersTo(ref, split.service, route))
            .slice(0, 1)
            .map(ref => toCanary(ref, split)),
    };
}
function toCanary(ref, { canaryService }) {
    return { ...ref, name: canaryService, ...(ref.weight === undefined ? {} : { weight: 1 }) };
}


/***/ }),

/***/ 71893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kQ: () => (/* binding */ promotionWeight),
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
        const mirror = (0,traffic_route/* previewRule */.XV)(rule, split, preview, route);
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
            return Math.max(0, ...routes.flatMap(route => (0,traffic_route/* weightsIn */.nb)(route, split)));
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
            const worst = (0,acceptance/* worstOf */.hm)((0,traffic_route/* routesOf */.eV)(routes, service).map(acceptance/* acceptedBy */.lA));
            return worst.state === 'accepted' ? undefined : worst;
        },
        splitObjects: ({ routes }) => (0,traffic_route/* routesOf */.eV)(routes, service),
    };
}

// EXTERNAL MODULE: ./.build/js/src/traffic/selector.js
var selector = __webpack_require__(45722);
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
            return gatewayApi(targets, [...weightsOf(environment), 50], strategy.kind === 'rolling' ? undefined : strategy.preview);
        case 'replicas':
            return (0,selector/* byReplicas */.LD)(targets, capacity);
        case 'service':
            return (0,selector/* serviceSwitch */.Cg)(targets);
    }
}
function weightsOf({ strategy }) {
    return strategy.kind === 'canary'
        ? [...strategy.steps.map(({ weight }) => weight), strategy.bake.weight]
        : [];
}
function promotionWeight(strategy) {
    return strategy.kind === 'canary' && strategy.promotion === 'in-place' ? strategy.bake.weight : 100;
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

/***/ 45722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ serviceSwitch),
/* harmony export */   Jw: () => (/* binding */ pods),
/* harmony export */   LD: () => (/* binding */ byReplicas),
/* harmony export */   zc: () => (/* binding */ granularity)
/* harmony export */ });
/* unused harmony export scalePatch */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _fencing_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59993);
/* harmony import */ var _router_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _service_patches_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26447);




const bySelector = (targets) => ({
    ...(0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .commonOf */ .$N)(targets, 'selector'),
    restore: (objects) => (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .switchTo */ .S_)(targets, objects, 'stable'),
    fallback: () => [],
    addCanary: () => [],
    removeCanary: () => [],
    routeProblem: () => undefined,
    splitObjects: (objects) => [(0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(targets, objects) ?? []].flat(),
});
function serviceSwitch(targets) {
    const trackNow = (objects) => {
        const service = (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(targets, objects);
        return service && (0,_service_patches_js__WEBPACK_IMPORTED_MODULE_3__/* .trackOf */ .VS)(service);
    };
    return {
        ...bySelector(targets),
        ownService: true,
        weight: objects => (trackNow(objects) === 'canary' ? 100 : 0),
        setWeight: (objects, weight) => weight > 0 && trackNow(objects) === 'canary'
            ? []
            : (0,_router_js__WEBPACK_IMPORTED_MODULE_2__/* .switchTo */ .S_)(targets, objects, weight > 0 ? 'canary' : 'stable'),
        podsNeeded: _router_js__WEBPACK_IMPORTED_MODULE_2__/* .needOf */ .ER,
    };
}
function byReplicas(targets, capacity) {
    const { writer, namespace, canaryWorkload } = targets;
    return {
        ...bySelector(targets),
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
        podsNeeded: weight => pods(weight, capacity).canary,
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
    return `by the number of pods, because there is no route: ${list.join(', ')}; a route gives exact weights`;
}
function scalePatch(deployment, writer, replicas) {
    if (deployment.spec?.replicas === replicas)
        return [];
    return [
        ...(0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .fencingTests */ .G$)(deployment, writer),
        { op: 'add', path: (0,_fencing_token_js__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn)('spec', 'replicas'), value: replicas },
    ];
}


/***/ })

};
