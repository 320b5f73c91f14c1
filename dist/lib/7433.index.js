export const id = 7433;
export const ids = [7433,4983];
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

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 74524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gate: () => (/* binding */ gate),
/* harmony export */   promote: () => (/* binding */ promote),
/* harmony export */   reasonOf: () => (/* binding */ reasonOf),
/* harmony export */   requireApprovable: () => (/* binding */ requireApprovable)
/* harmony export */ });
/* harmony import */ var _decision_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87303);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92753);
/* harmony import */ var _rollout_find_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8106);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9247);
/* harmony import */ var _rollout_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72903);
/* harmony import */ var _run_hooks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(96659);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10441);









async function gate(cluster, request) {
    const entry = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_4__/* .requireUnfinished */ .Fo)(cluster, request, _store_phases_js__WEBPACK_IMPORTED_MODULE_8__/* .openPhases */ .RY);
    const { phase, candidate, baseline, weight } = entry.rollout;
    if (request.approve === true)
        requireApprovable(entry.rollout);
    if (phase === 'promoting' || phase === 'watching') {
        request.report(`release ${candidate} has already passed`);
        return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
    }
    const lease = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_6__/* .acquireRollout */ .W4)(cluster, request, entry);
    const { end, rollout, decisions, ms } = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_6__/* .continueRollout */ .tm)(cluster, request, lease, {
        command: 'gate',
        goal: 'judged',
        onPause: request.approve === true ? 'approve' : 'resume',
        startGate: _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O4,
    }).finally(() => lease.release());
    return {
        release: rollout.candidate,
        baseline: rollout.baseline,
        state: stateOf(end),
        verdict: (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_0__/* .lastVerdict */ .Yw)(decisions)?.verdict,
        weight: rollout.weight,
        ...reasonOf(end, rollout),
        ...(end.state === 'paused' ? { waits: end.paused } : {}),
        ms,
        decision: decisions,
    };
}
function requireApprovable({ candidate, paused, phase }) {
    if (paused?.for === 'approval')
        return;
    const current = paused === undefined ? `is in phase ${phase}` : (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseSentence */ .WU)(paused);
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`release ${candidate} does not wait for an approval: it ${current}`, `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)(['resume', 'rollback'])} instead`);
}
function stateOf({ state }) {
    switch (state) {
        case 'rolled-back':
        case 'paused':
        case 'needs-action':
            return state;
        default:
            return 'passed';
    }
}
function reasonOf(end, { candidate, weight }) {
    if (end.state === 'rolled-back' || end.state === 'needs-action')
        return { reason: end.reason };
    if (end.state !== 'paused')
        return {};
    const { reason } = end.paused;
    const waits = `release ${candidate} has ${weight} % of the traffic and ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseSentence */ .WU)(end.paused)}`;
    return { reason: reason === undefined ? waits : `${waits}; ${reason}` };
}
async function promote(cluster, request) {
    const approve = request.approve === true;
    const phases = ['promoting', 'watching', ...(approve ? ['baking'] : [])];
    const entry = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_4__/* .requireUnfinished */ .Fo)(cluster, request, phases);
    if (approve)
        requireApprovable(entry.rollout);
    const lease = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_6__/* .acquireRollout */ .W4)(cluster, request, entry);
    const progress = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_6__/* .continueRollout */ .tm)(cluster, request, lease, {
        command: 'promote',
        goal: 'done',
        onPause: approve ? 'approve' : 'resume',
        startGate: _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O4,
    }).finally(() => lease.release());
    const { end, rollout, record, decisions: decision, ms } = progress;
    const release = rollout.candidate;
    switch (end.state) {
        case 'prepared':
        case 'judged':
        case 'done': {
            const reason = await (0,_run_hooks_js__WEBPACK_IMPORTED_MODULE_7__/* .runPostHook */ .z0)(cluster, request, record, request.environment.namespace);
            if (reason !== undefined)
                return { release, state: 'failed', readyPods: end.pods, ms, decision, reason };
            return { release, state: 'complete', readyPods: end.pods, ms, decision };
        }
        case 'paused':
        case 'rolled-back':
        case 'needs-action':
            return { release, state: end.state, readyPods: 0, ...reasonOf(end, rollout), ms, decision };
        default:
            return end;
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

/***/ 96659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ passPreHook),
/* harmony export */   bO: () => (/* binding */ openHookSentence),
/* harmony export */   z0: () => (/* binding */ runPostHook)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5277);
/* harmony import */ var _preflight_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88640);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63811);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27848);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70371);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29296);









async function passPreHook(cluster, request, lease, { records, ...begun }) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _store_fencing_js__WEBPACK_IMPORTED_MODULE_5__.LeaseLost)
            throw error;
        return `the pre hook could not be run: ${describeBriefly(error)}`;
    });
    await lease.assertHeld();
    if (reason === undefined)
        return undefined;
    const { release } = begun.record;
    await records.conclude({ schema: 1, release, state: 'rolled-back', token: lease.token, reason });
    return reason;
}
async function runPreHook(cluster, request, lease, { targets, record }) {
    const hook = hookOf('pre', request.around, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(targets, request.environment, record.release).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_5__/* .fencedApply */ .EQ)(app, lease.token), () => lease.assertHeld(), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_7__/* .takingOver */ .Bf)(request.environment));
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'pre', hook, contextOf(request, record, request.environment.namespace, lease.token));
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.around, record);
    if (hook === undefined)
        return undefined;
    const context = contextOf(request, record, namespace, record.token);
    const failed = await (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'post', hook, context).catch((error) => `the post hook could not be run: ${describeBriefly(error)}`);
    if (failed !== undefined)
        return failed;
    await closePostHook(cluster, namespace, record).catch((error) => request.report(`warning: the success of the post hook was not recorded: ${describeBriefly(error)}`));
    return undefined;
}
const describeBriefly = (error) => error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.sentence : error.message;
function hookOf(when, around, { hooks }) {
    const recorded = hooks?.[when];
    if (recorded !== undefined)
        return recorded;
    const written = around?.hooks[when];
    return written !== undefined && 'run' in written ? written : undefined;
}
const contextOf = ({ around, env, report, signal }, record, namespace, token) => ({
    ...{ record, namespace, token, env, report, signal },
    around: around ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
});
function openHookSentence(rollout) {
    if (rollout?.phase !== 'done' || rollout.postHook === undefined)
        return undefined;
    const { candidate, postHook } = rollout;
    return `the post hook of release ${candidate} did not finish (${postHook.by}), and is not retried: check the log of that run for how far it got, then do the rest by hand`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: 8, unfinished: done => !done }, async () => {
        const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return true;
        const { postHook: _, ...rollout } = entry.rollout;
        return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .replaceState */ .g5)(cluster, namespace, entry, rollout);
    });
}


/***/ }),

/***/ 97095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isRunNeeded: () => (/* binding */ isRunNeeded),
/* harmony export */   sweep: () => (/* binding */ sweep)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92753);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74524);
/* harmony import */ var _rollout_attach_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33412);
/* harmony import */ var _rollout_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74258);
/* harmony import */ var _rollout_decide_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42130);
/* harmony import */ var _rollout_find_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8106);
/* harmony import */ var _rollout_from_records_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35638);
/* harmony import */ var _rollout_health_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60203);
/* harmony import */ var _rollout_informers_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(57697);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9247);
/* harmony import */ var _rollout_run_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(72903);
/* harmony import */ var _run_hooks_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(96659);
/* harmony import */ var _store_lease_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(62775);
/* harmony import */ var _store_orphans_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(99886);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(24576);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(27848);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(90352);




















async function sweep(cluster, request) {
    const entry = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_8__/* .unfinished */ .M1)(cluster, request);
    if (entry === undefined)
        return sweepOrphans(cluster, request);
    const { candidate, paused } = entry.rollout;
    const isWaiting = paused !== undefined && paused.until > cluster.now() && !(await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_8__/* .isHandOverLost */ .aS)(entry.rollout, request));
    const waits = isWaiting ? paused : undefined;
    if (waits !== undefined && !(await needsRun(cluster, request, entry))) {
        return { state: 'busy', release: candidate, reason: `release ${candidate} ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_12__/* .pauseSentence */ .WU)(waits)}` };
    }
    return underFreeLease(cluster, request, candidate, async (lease) => {
        const left = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_8__/* .unfinished */ .M1)(cluster, request);
        if (left === undefined)
            return { state: 'nothing' };
        if (left.text !== entry.text)
            return { state: 'busy', release: candidate, reason: `release ${candidate} has advanced meanwhile` };
        const swept = waits === undefined
            ? await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_13__/* .endDeadRollout */ .x)(cluster, request, lease, left.rollout, { command: 'sweep', startGate: _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O4 })
            : await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_13__/* .continueRollout */ .tm)(cluster, request, lease, {
                command: 'sweep',
                goal: 'done',
                onPause: 'keep',
                startGate: _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O4,
            });
        return swept === undefined ? { state: 'nothing' } : resultOf(swept);
    });
}
async function sweepOrphans(cluster, request) {
    const { app } = request.config;
    const { namespace, workload } = request.environment;
    const found = (report) => (0,_store_orphans_js__WEBPACK_IMPORTED_MODULE_16__/* .findOrphans */ .tQ)(cluster, namespace, app, workload, report);
    const first = await found(request.report);
    if (first === undefined) {
        const rollout = (await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_18__/* .readState */ .un)(cluster, namespace, app))?.rollout;
        if (rollout !== undefined && (await isLeftUnverified(cluster, request, rollout)))
            return {
                ...{ state: 'finished', release: rollout.candidate },
                reason: `the run of release ${rollout.candidate} ended before it was verified`,
            };
        const left = (0,_run_hooks_js__WEBPACK_IMPORTED_MODULE_14__/* .openHookSentence */ .bO)(rollout);
        return { state: 'nothing', ...(left === undefined ? {} : { reason: left }) };
    }
    const release = first.open[0]?.record.release;
    return underFreeLease(cluster, request, release, async ({ token }) => {
        const orphans = await found();
        if (orphans === undefined)
            return { state: 'nothing' };
        await (0,_store_orphans_js__WEBPACK_IMPORTED_MODULE_16__/* .removeOrphans */ .C_)(cluster, namespace, { app, token }, orphans, request.report);
        const reason = 'its run ended before it applied anything';
        return release === undefined ? { state: 'nothing' } : { state: 'rolled-back', release, reason };
    });
}
async function isLeftUnverified(cluster, { config, environment, hasEnded, report }, { candidate, phase, run }) {
    if (phase !== 'done' || hasEnded === undefined)
        return false;
    const releases = await new _store_releases_js__WEBPACK_IMPORTED_MODULE_17__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app, report).list();
    const newest = releases.find(({ record }) => record.release === candidate);
    return newest?.outcome?.state === 'complete' && hasEnded(run);
}
async function underFreeLease(cluster, { config, environment, origin, report }, candidate, work) {
    let lease;
    try {
        lease = await (0,_store_lease_js__WEBPACK_IMPORTED_MODULE_15__.acquireLease)(cluster, {
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
        if (!(error instanceof _store_lease_js__WEBPACK_IMPORTED_MODULE_15__/* .LeaseHeld */ .yj))
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
function resultOf({ end, rollout }) {
    const release = rollout.candidate;
    const why = (0,_gate_js__WEBPACK_IMPORTED_MODULE_4__.reasonOf)(end, rollout);
    const left = (0,_run_hooks_js__WEBPACK_IMPORTED_MODULE_14__/* .openHookSentence */ .bO)(rollout);
    switch (end.state) {
        case 'rolled-back':
        case 'needs-action':
            return { state: end.state, release, ...why };
        case 'paused':
            return { state: 'busy', release, ...why };
        default:
            return { state: 'finished', release, ...(left === undefined ? {} : { reason: left }) };
    }
}
async function needsRun(cluster, request, entry) {
    const { rollout } = entry;
    if (rollout.phase !== 'stepping' && rollout.phase !== 'baking')
        return false;
    const { config, environment: asked, origin } = request;
    const releases = await new _store_releases_js__WEBPACK_IMPORTED_MODULE_17__/* .ReleaseStore */ .T(cluster, asked.namespace, config.app).list();
    const recorded = (0,_rollout_from_records_js__WEBPACK_IMPORTED_MODULE_9__/* .recordedOf */ .i0)(releases, rollout, asked);
    const foundPause = (0,_rollout_attach_js__WEBPACK_IMPORTED_MODULE_5__/* .pauseOf */ .eY)(rollout, 'keep', origin);
    const { token } = rollout;
    const spec = (0,_rollout_from_records_js__WEBPACK_IMPORTED_MODULE_9__/* .specOf */ .rI)(recorded, rollout, { token, goal: 'done', rollback: undefined, foundPause });
    const informers = await _rollout_informers_js__WEBPACK_IMPORTED_MODULE_11__/* .Informers */ .U.open(cluster, config.app, recorded.environment, (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_19__/* .selectorOf */ .Bk)(recorded.candidate), []);
    try {
        return isRunNeeded(await whatNext(cluster, request, { informers, spec, rollout, environment: recorded.environment }), rollout);
    }
    catch (error) {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo && !(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$))
            return true;
        throw error;
    }
    finally {
        informers.close();
    }
}
function isRunNeeded(action, { paused }) {
    switch (action.do) {
        case 'await':
        case 'end':
        case 'needs-action':
            return false;
        case 'pause':
            return action.for !== paused?.for;
        default:
            return true;
    }
}
async function whatNext(cluster, request, { informers, spec, rollout, environment }) {
    const { env, report } = request;
    const runner = await (0,_gate_setup_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O4)({
        cluster,
        spec,
        informers,
        sources: (0,_rollout_context_js__WEBPACK_IMPORTED_MODULE_6__/* .gateSourcesOf */ .rD)(environment, request.environment),
        store: { rollout, change: async () => undefined },
        decisions: { update: () => undefined, save: async () => undefined },
    }, { env, report });
    const assessor = new _rollout_health_js__WEBPACK_IMPORTED_MODULE_10__/* .HealthTracker */ .Je(cluster, spec.namespace);
    const end = performance.now() + _rollout_context_js__WEBPACK_IMPORTED_MODULE_6__/* .firstVerdictTimeout */ .tg;
    try {
        for (;;) {
            const seen = { ...informers.snapshot(), rollout };
            runner.look(seen);
            const { verdict, facts } = runner.inputs(seen);
            const action = (0,_rollout_decide_js__WEBPACK_IMPORTED_MODULE_7__/* .decide */ .L)(spec, seen, {
                ...(await assessor.assess(seen)),
                workers: {},
                verdict,
                facts,
                cancelled: false,
                awaitsFirstVerdict: false,
                removed: false,
                pending: { manifests: false, routes: false },
            });
            if (action.do !== 'await' || performance.now() > end || request.signal?.aborted)
                return action;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(250);
        }
    }
    finally {
        await runner.stop();
    }
}


/***/ }),

/***/ 75507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


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


/***/ })

};
