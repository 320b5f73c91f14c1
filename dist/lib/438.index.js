export const id = 438;
export const ids = [438];
export const modules = {

/***/ 4485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
function pathOf(resource, namespace, name) {
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
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

/***/ 2470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweep: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ./.build/js/src/release/gate.js + 2 modules
var release_gate = __webpack_require__(167);
// EXTERNAL MODULE: ./.build/js/src/release/journal.js
var journal = __webpack_require__(9708);
// EXTERNAL MODULE: ./.build/js/src/release/lease.js
var release_lease = __webpack_require__(1977);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/src/release/assessor.js
var release_assessor = __webpack_require__(6348);
// EXTERNAL MODULE: ./.build/js/src/release/decide.js + 6 modules
var decide = __webpack_require__(2430);
// EXTERNAL MODULE: ./.build/js/src/release/pods.js
var pods = __webpack_require__(7687);
// EXTERNAL MODULE: ./.build/js/src/release/record.js
var record = __webpack_require__(2110);
// EXTERNAL MODULE: ./.build/js/src/release/takeover.js
var takeover = __webpack_require__(2018);
// EXTERNAL MODULE: ./.build/js/src/release/underway.js + 1 modules
var underway = __webpack_require__(6260);
// EXTERNAL MODULE: ./.build/js/src/release/watching.js
var watching = __webpack_require__(2766);
// EXTERNAL MODULE: ./.build/js/src/release/world.js
var release_world = __webpack_require__(1811);
;// CONCATENATED MODULE: ./.build/js/src/release/looking.js










async function needsHand(cluster, request, entry) {
    const { journal } = entry;
    if (journal.phase !== 'stepping' && journal.phase !== 'baking')
        return false;
    const { config, environment: asked, origin } = request;
    const releases = await new record/* Records */.tU(cluster, asked.namespace, config.app).list();
    const recorded = (0,underway/* recordedOf */.i0)(releases, journal);
    const waited = (0,takeover/* waitedBefore */.aL)(journal, 'look', origin);
    const course = (0,underway/* courseOf */.bx)(recorded, journal, {
        token: journal.token,
        goal: 'done',
        ...(waited === undefined ? {} : { waited }),
    });
    const world = await release_world/* World */.H.open(cluster, config.app, recorded.environment, (0,pods/* selectorOf */.Bk)(recorded.candidate), []);
    try {
        return isHandNeeded(await whatNext(cluster, request, { world, course, journal, gate: recorded.environment.gate }), journal);
    }
    finally {
        world.close();
    }
}
function isHandNeeded(move, { parked }) {
    switch (move.do) {
        case 'await':
        case 'end':
        case 'hold':
            return false;
        case 'park':
            return move.for !== parked?.for;
        default:
            return true;
    }
}
async function whatNext(cluster, request, { world, course, journal, gate }) {
    const { env, report } = request;
    const watcher = await (0,release_gate.watcherOf)({
        cluster,
        course,
        world,
        ...(gate === undefined ? {} : { prometheus: gate.prometheus }),
        keeper: { journal, change: async () => undefined },
        dossier: { note: () => undefined, save: async () => undefined },
    }, { env, report });
    const assessor = new release_assessor/* Assessor */.Q(cluster, course.namespace);
    const end = performance.now() + watching/* untilHeard */.nl;
    try {
        for (;;) {
            const seen = { ...world.observe(), journal };
            watcher.look(seen);
            const { verdict, facts } = watcher.insight(seen);
            const move = (0,decide/* decide */.L)(course, seen, {
                ...(await assessor.assess(seen)),
                workers: {},
                verdict,
                facts,
                cancelled: false,
                unheard: false,
                removed: false,
            });
            if (move.do !== 'await' || performance.now() > end || request.signal?.aborted)
                return move;
            await (0,promises_.setTimeout)(250);
        }
    }
    finally {
        await watcher.stop();
    }
}

// EXTERNAL MODULE: ./.build/js/src/release/progress.js + 6 modules
var progress = __webpack_require__(3272);
// EXTERNAL MODULE: ./.build/js/src/release/remains.js
var release_remains = __webpack_require__(8478);
// EXTERNAL MODULE: ./.build/js/src/release/waiting.js
var waiting = __webpack_require__(5220);
;// CONCATENATED MODULE: ./.build/js/src/release/sweep.js







async function sweep(cluster, request) {
    const entry = await (0,progress/* unfinished */.M1)(cluster, request);
    if (entry === undefined)
        return sweepRemains(cluster, request);
    const { candidate, parked } = entry.journal;
    const waits = parked !== undefined && parked.until > cluster.now() ? parked : undefined;
    if (waits !== undefined && !(await needsHand(cluster, request, entry))) {
        return { state: 'busy', release: candidate, reason: `release ${candidate} ${(0,waiting/* waitsSentence */.gl)(waits)}` };
    }
    return underFreeLease(cluster, request, candidate, async (lease) => {
        const left = await (0,progress/* unfinished */.M1)(cluster, request);
        if (left === undefined)
            return { state: 'nothing' };
        if (waits === undefined && left.version !== entry.version)
            return { state: 'busy', release: candidate, reason: `release ${candidate} went on meanwhile` };
        const watch = run => (0,release_gate.watcherOf)(run, request);
        const swept = waits === undefined
            ? await (0,progress/* sweepRollout */.cf)(cluster, request, lease, left.journal, watch)
            : await (0,progress/* lookAfter */.sR)(cluster, request, lease, watch);
        return swept === undefined ? { state: 'nothing' } : resultOf(swept);
    });
}
async function sweepRemains(cluster, request) {
    const { app } = request.config;
    const { namespace, workload } = request.environment;
    const found = () => (0,release_remains/* remainsOf */.ZT)(cluster, namespace, app, workload);
    const first = await found();
    if (first === undefined)
        return { state: 'nothing' };
    const release = first.open[0]?.record.release;
    return underFreeLease(cluster, request, release, async ({ token }) => {
        const remains = await found();
        if (remains === undefined)
            return { state: 'nothing' };
        await (0,journal/* sealJournal */.ne)(cluster, namespace, app, { token, run: request.origin });
        await (0,release_remains/* clearRemains */.Fz)(cluster, namespace, { app, token }, remains, request.report);
        const reason = 'its run ended before anything of it was applied';
        return release === undefined ? { state: 'nothing' } : { state: 'undone', release, reason };
    });
}
async function underFreeLease(cluster, { config, environment, origin, report }, candidate, work) {
    let lease;
    try {
        lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
            app: config.app,
            namespace: environment.namespace,
            workload: environment.workload,
            origin,
            wait: 0,
            seize: false,
            report,
        });
    }
    catch (error) {
        if (!(error instanceof release_lease/* LeaseHeld */.yj))
            throw error;
        const release = candidate === undefined ? {} : { release: candidate };
        return { state: 'busy', ...release, reason: error.message };
    }
    try {
        return await work(lease);
    }
    finally {
        await lease.release();
    }
}
function resultOf({ end, journal }) {
    const release = journal.candidate;
    const why = (0,release_gate.reasonOf)(end, journal);
    switch (end.state) {
        case 'undone':
        case 'held':
            return { state: end.state, release, ...why };
        case 'parked':
            return { state: 'busy', release, ...why };
        default:
            return { state: 'finished', release };
    }
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
