export const id = 6133;
export const ids = [6133,8295];
export const modules = {

/***/ 39671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   waitsForPerson: () => (/* binding */ waitsForPerson)
/* harmony export */ });
/* harmony import */ var _release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9247);
/* harmony import */ var _release_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23869);
/* harmony import */ var _release_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26417);
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46695);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78968);






async function waitsForPerson(cluster, { config, environment, environmentName }) {
    const found = await (0,_release_status_js__WEBPACK_IMPORTED_MODULE_1__.status)(cluster, { config, environment });
    const { state, candidate, weight = 0, waitingFor } = found;
    if (state !== 'paused' || candidate === undefined || waitingFor === undefined || !(0,_release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .needsPerson */ .z6)(waitingFor))
        return undefined;
    const releases = await new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app).list();
    const record = releases.find(each => each.record.release === candidate)?.record;
    const { strategy } = (0,_release_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedEnvironment */ .YM)(record, environmentName, environment);
    const until = Date.parse(found.until ?? '');
    const pauseTimeout = (0,_release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .pausePolicyOf */ .oi)(strategy)?.pauseTimeout;
    const paused = pauseTimeout === undefined ? 'is paused' : `has been paused since ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTime */ .fU)(until - pauseTimeout)}`;
    const traffic = `release ${candidate} has ${weight} % of the traffic`;
    const parts = [
        `${traffic} and ${paused}`,
        `It ${(0,_release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseSentence */ .WU)({ for: waitingFor, until })}`,
        (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_5__/* .whoMayRun */ .xQ)(),
        ...(found.reason === undefined ? [] : [`Reason: ${found.reason}`]),
    ];
    return {
        for: waitingFor,
        planned: found.planned === true,
        weight,
        why: parts.join('. '),
        remedy: (0,_release_rollout_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .pauseRemedy */ .bT)(waitingFor, candidate),
    };
}


/***/ }),

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

/***/ 39811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ beforeWorkload),
/* harmony export */   Ng: () => (/* binding */ recordHeader),
/* harmony export */   VJ: () => (/* binding */ releaseObjectsOf),
/* harmony export */   fG: () => (/* binding */ createdTargets),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* unused harmony export recordable */
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91381);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87755);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5259);





function releaseObjectsOf(candidate, request, liveState, salt) {
    const { config, environment, report } = request;
    const controlled = liveState.targets
        .filter(({ live }) => live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__/* .isControlled */ .RF)(live))
        .map(({ manifest }) => titleOfManifest(manifest));
    const live = new Set([...environment.unversioned, ...controlled]);
    const hooks = Object.values(request.hookSetup?.hooks ?? {}).flatMap(hook => 'manifest' in hook ? [hook.manifest.object] : []);
    const plan = (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_3__/* .shipConfiguration */ .xz)(candidate, config.app, live, salt, hooks);
    const written = new Set(plan.manifests.map(titleOfManifest));
    const taken = liveState.targets
        .filter(target => target.live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__/* .mayTakeFromHelm */ .z$)(target.live, environment))
        .map(({ manifest }) => titleOfManifest(manifest))
        .filter(title => written.has(title));
    if (taken.length > 0)
        report(`taken over from the Helm release ${environment['take-over']?.helm}: ${taken.join(', ')}`);
    for (const name of controlled)
        report(`${name} is written by another controller and stays live`);
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadIn */ .h7)(plan.manifests, environment);
    const scaled = [[workload, liveState.autoscaler]].concat((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .workersIn */ .r0)(plan.manifests, environment).map(worker => [
        worker,
        liveState.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker))]?.autoscaler,
    ]));
    for (const [each, autoscaler] of scaled) {
        const { spec } = each;
        if (autoscaler === undefined || spec?.replicas === undefined)
            continue;
        const whose = each === workload ? '' : ` of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(each))}`;
        report(`spec.replicas${whose} is left to HorizontalPodAutoscaler/${autoscaler.metadata?.name}`);
        delete spec.replicas;
    }
    return plan;
}
const titleOfManifest = ({ object, name }) => `${object.kind}/${name}`;
function beforeWorkload(targets, { workload }) {
    return targets
        .map(({ manifest, path, live }) => ({ path, live, object: manifest.object }))
        .filter(({ object }) => !(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(workload, object));
}
function createdTargets(targets, shipped) {
    const copies = new Set(shipped.map(({ kind, copy }) => `${kind}/${copy}`));
    return targets.filter(({ manifest, live }) => live === undefined && !copies.has(`${manifest.object.kind}/${manifest.name}`));
}
function recordOf(request, plan, { token, release, baseline, reversible = true, workers = {}, promotion }) {
    return {
        ...recordHeader(request, token),
        release,
        source: 'released',
        ...(baseline === undefined ? {} : { baseline }),
        ...(reversible ? {} : { reversible: false }),
        ...(promotion === undefined ? {} : { promotion }),
        ...(request.signatures === undefined ? {} : { signatures: request.signatures }),
        images: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .referencesOf */ .CL)(request.images),
        shipped: plan.shipped,
        ...(plan.hooks === undefined ? {} : { hooks: plan.hooks }),
        ...(Object.keys(workers).length === 0 ? {} : { workers }),
        manifests: recordable(plan.manifests),
    };
}
function recordHeader({ config, environmentName, origin }, token) {
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        by: origin,
        token,
        config,
    };
}
function recordable(manifests) {
    return manifests.map(({ object }) => {
        if (object.kind !== 'Secret' && !(object.kind === 'ConfigMap' && object.immutable === true))
            return object;
        const { data: _data, stringData: _stringData, binaryData: _binaryData, ...rest } = object;
        const { [lastApplied]: _applied, ...annotations } = object.metadata?.annotations ?? {};
        return object.metadata?.annotations === undefined
            ? rest
            : { ...rest, metadata: { ...object.metadata, annotations } };
    });
}
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';


/***/ }),

/***/ 9247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q1: () => (/* binding */ pauseFor),
/* harmony export */   WU: () => (/* binding */ pauseSentence),
/* harmony export */   bT: () => (/* binding */ pauseRemedy),
/* harmony export */   "do": () => (/* binding */ withMoreTime),
/* harmony export */   oi: () => (/* binding */ pausePolicyOf),
/* harmony export */   uB: () => (/* binding */ overdueSentence),
/* harmony export */   xf: () => (/* binding */ approvalOf),
/* harmony export */   yn: () => (/* binding */ foundPauseOf),
/* harmony export */   z6: () => (/* binding */ needsPerson)
/* harmony export */ });
/* harmony import */ var _analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74991);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93240);




const sweepHandOverAfter = 300_000;
function foundPauseOf({ paused, phase, step }, onPause, origin) {
    return paused && { paused, onPause, who: (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .originText */ .C)(origin), phase, step };
}
function pauseFor(spec, { rollout, now }, verdict) {
    const { pausePolicy } = spec;
    if (pausePolicy === undefined || verdict.verdict === 'fail' || verdict.verdict === 'pod-local')
        return undefined;
    const before = stillThere(spec, rollout);
    if (before !== undefined && needsPerson(before.for)) {
        if (spec.foundPause?.onPause === 'keep')
            return before;
        if (spec.foundPause?.onPause === 'approve' && verdict.verdict === 'no-data') {
            return {
                until: before.until,
                for: before.for,
                reason: `the metrics since the pause began could not be read: ${verdict.reason}`,
            };
        }
    }
    const { reason } = verdict;
    const stage = pausePolicy.stages[rollout.step];
    if (verdict.verdict === 'pass') {
        if (stage?.approve !== true)
            return undefined;
        return { until: now + pausePolicy.pauseTimeout, for: 'approval', planned: true, reason };
    }
    if (verdict.verdict === 'inconclusive' && pausePolicy.onInconclusive !== 'rollback') {
        const who = pausePolicy.onInconclusive === 'pause' ? 'resume' : 'approval';
        return { until: now + pausePolicy.pauseTimeout, for: who, reason };
    }
    const open = verdict.verdict === 'continue' || verdict.verdict === 'no-data';
    const handOverAfter = spec.foundPause?.onPause === 'keep'
        ? Math.min(pausePolicy.handOverAfter, sweepHandOverAfter)
        : pausePolicy.handOverAfter;
    if (!open || stage === undefined || stage.least <= handOverAfter)
        return undefined;
    if (now - rollout.since < handOverAfter)
        return undefined;
    return { until: rollout.since + stage.least + pausePolicy.pauseTimeout, for: 'bake', reason };
}
function approvalOf(spec, rollout, verdict) {
    const { foundPause } = spec;
    if (foundPause?.onPause !== 'approve' || stillThere(spec, rollout)?.for !== 'approval')
        return undefined;
    const open = verdict.verdict === 'pass' ||
        verdict.verdict === 'continue' ||
        verdict.verdict === 'inconclusive' ||
        (verdict.verdict === 'no-data' && verdict.missing === 'idle');
    return open ? `approved by ${foundPause.who}; the gate said: ${verdict.reason}` : undefined;
}
function stillThere({ foundPause }, { phase, step }) {
    return foundPause !== undefined && foundPause.phase === phase && foundPause.step === step
        ? foundPause.paused
        : undefined;
}
const needsPerson = (what) => what === 'resume' || what === 'approval';
function withMoreTime(rollout, ms, now) {
    const deadline = now + ms;
    const gating = rollout.gate;
    if (gating?.state == null)
        return { ...rollout, deadline };
    return { ...rollout, deadline, gate: { ...gating, state: (0,_analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .extendDeadline */ .ly)(gating.state, deadline) } };
}
function pauseSentence({ for: what, until }) {
    const time = (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(until);
    switch (what) {
        case 'gate':
        case 'promote':
            return `waits for the action \`${what}\` of its run until ${time}`;
        case 'bake':
            return `is paused at this weight: \`sweep\` continues it when the stage is over, and rolls it back if it has not passed by ${time}`;
        case 'resume':
            return `waits for a person to resume it or roll it back; otherwise, it is rolled back automatically at ${time}`;
        case 'approval':
            return `waits for a person to approve it or roll it back; otherwise, it is rolled back automatically at ${time}`;
        default:
            return what;
    }
}
function pauseRemedy(what, candidate) {
    switch (what) {
        case 'gate':
        case 'promote':
            return `wait for that run; if it has ended, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('sweep')}, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('rollback')}`;
        case 'bake':
            return `wait for \`sweep\`, which continues it when the stage is over, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('rollback')}`;
        case 'resume':
            return (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)(['resume', 'rollback'], candidate);
        case 'approval':
            return (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)(['approve', 'rollback'], candidate);
        default:
            return what;
    }
}
function overdueSentence({ candidate, paused }) {
    if (paused === undefined)
        return undefined;
    const until = (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(paused.until);
    switch (paused.for) {
        case 'gate':
        case 'promote':
            return undefined;
        case 'bake':
            return `release ${candidate} had not passed the gate by ${until}: \`sweep\`, which continues it, may not run on schedule`;
        case 'resume':
        case 'approval':
            return `release ${candidate} was paused until ${until}, and was not ${paused.for === 'resume' ? 'resumed' : 'approved'} by then`;
        default:
            return paused.for;
    }
}
function pausePolicyOf(strategy) {
    if (strategy.kind !== 'canary')
        return undefined;
    const { steps, bake, 'pause-timeout': pauseTimeout, 'on-inconclusive': onInconclusive } = strategy;
    const stages = [
        ...steps.map(({ pause = 0, approve = false }) => ({ least: pause, approve })),
        { least: bake.for, approve: bake.approve },
    ];
    return { onInconclusive, pauseTimeout, stages, handOverAfter: bake['hand-over-after'] };
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
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34889);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);
/* harmony import */ var _hooks_hooks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56044);
/* harmony import */ var _preflight_release_objects_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39811);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63811);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46695);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27848);










async function passPreHook(cluster, request, lease, begun) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _store_fencing_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost)
            throw error;
        return `the pre hook could not be run: ${describeBriefly(error)}`;
    });
    await lease.assertHeld();
    if (reason === undefined)
        return undefined;
    await begun.records.markRolledBack(begun.record.release, { token: lease.token, reason });
    return reason;
}
async function runPreHook(cluster, request, lease, { targets, record, records }) {
    const hook = hookOf('pre', request.hookSetup, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_preflight_release_objects_js__WEBPACK_IMPORTED_MODULE_6__/* .beforeWorkload */ .DY)(targets, request.environment).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_7__/* .fencedApply */ .EQ)({ app, token: lease.token }), () => lease.assertHeld(), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .requireWritable */ .ik)(request.environment));
    const context = contextOf(request, record, request.environment.namespace, lease.token);
    context.previous = (await records.list()).find(_store_releases_js__WEBPACK_IMPORTED_MODULE_8__/* .hasTemplate */ .rJ)?.record.release;
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_5__/* .runHook */ .D)(cluster, 'pre', hook, context);
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.hookSetup, record);
    if (hook === undefined)
        return undefined;
    const context = contextOf(request, record, namespace, record.token);
    const failed = await (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_5__/* .runHook */ .D)(cluster, 'post', hook, context).catch((error) => `the post hook could not be run: ${describeBriefly(error)}`);
    if (failed !== undefined)
        return failed;
    await closePostHook(cluster, namespace, record).catch((error) => request.report(`warning: the success of the post hook was not recorded: ${describeBriefly(error)}`));
    return undefined;
}
const describeBriefly = (error) => error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.sentence : error.message;
function hookOf(when, hookSetup, { hooks }) {
    const recorded = hooks?.[when];
    if (recorded !== undefined)
        return recorded;
    const written = hookSetup?.hooks[when];
    return written !== undefined && 'run' in written ? written : undefined;
}
const contextOf = ({ hookSetup, env, report, signal }, record, namespace, token) => ({
    record,
    namespace,
    token,
    env,
    report,
    signal,
    hookSetup: hookSetup ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
});
function openHookSentence(rollout) {
    if (rollout?.phase !== 'done' || rollout.postHook === undefined)
        return undefined;
    const { candidate, postHook } = rollout;
    return `the post hook of release ${candidate} did not finish (${postHook.by}), and is not retried: check the log of that run for how far it got, then do the rest by hand`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    const isClosed = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: 8, unfinished: done => !done }, async () => {
        const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return true;
        const { postHook: _, ...rollout } = entry.rollout;
        return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .replaceState */ .g5)(cluster, namespace, entry, rollout);
    });
    if (!isClosed)
        throw new Error('other runs changed the state at every attempt');
}


/***/ }),

/***/ 23869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   liveReleaseOf: () => (/* binding */ liveReleaseOf),
/* harmony export */   status: () => (/* binding */ status),
/* harmony export */   statusFrom: () => (/* binding */ statusFrom),
/* harmony export */   statusSentence: () => (/* binding */ statusSentence)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5259);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9247);
/* harmony import */ var _run_hooks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96659);
/* harmony import */ var _store_lease_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62775);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10441);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46695);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27848);











async function status(cluster, { config: { app }, environment }) {
    const { namespace, workload } = environment;
    const [entry, releases, lease, live] = await Promise.all([
        (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_9__/* .readState */ .un)(cluster, namespace, app),
        new _store_releases_js__WEBPACK_IMPORTED_MODULE_8__/* .ReleaseStore */ .T(cluster, namespace, app).list(),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .leasePath */ .U8)(namespace, app)),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, workload)),
    ]);
    const marked = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7)(live);
    const recorded = releases.find(({ record }) => record.release === marked)?.record.workers ?? {};
    const names = new Set([...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .workersOf */ .N)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN), ...Object.keys(recorded)]);
    const workers = await (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkers */ .QF)(cluster, namespace, [...names].map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOfKey */ .u$));
    return {
        ...statusFrom(entry?.rollout, lease, cluster.now()),
        ...(marked === undefined ? {} : liveReleaseOf(marked, releases)),
        ...(Object.keys(workers).length === 0
            ? {}
            : {
                workers: Object.fromEntries(Object.entries(workers).map(([name, worker]) => [name, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7)(worker) ?? 0])),
            }),
    };
}
function liveReleaseOf(release, releases) {
    const found = releases.find(({ record }) => record.release === release);
    if (found?.record.source !== 'released')
        return { release };
    return { release, images: found.record.images, verified: found.outcome?.state === 'verified' };
}
function statusFrom(rollout, lease, now) {
    const held = lease === undefined ? undefined : (0,_store_lease_js__WEBPACK_IMPORTED_MODULE_6__/* .leaseState */ .oi)(lease, now);
    const holder = held === undefined || held.free ? undefined : held.holder;
    if (rollout === undefined || (0,_store_phases_js__WEBPACK_IMPORTED_MODULE_7__/* .isOver */ .PU)(rollout.phase)) {
        const state = holder === undefined ? 'idle' : 'running';
        const postHook = (0,_run_hooks_js__WEBPACK_IMPORTED_MODULE_5__/* .openHookSentence */ .bO)(rollout);
        return {
            state,
            phase: rollout?.phase ?? 'none',
            ...(holder === undefined ? {} : { holder }),
            ...(postHook === undefined ? {} : { postHook }),
        };
    }
    const { phase, candidate, weight, paused, run, needsAction: stuck } = rollout;
    const waits = paused !== undefined && paused.until > now ? paused : undefined;
    const left = waits !== undefined ? 'paused' : stuck !== undefined ? 'needs-action' : 'interrupted';
    return {
        state: holder !== undefined ? 'running' : left,
        phase,
        candidate,
        weight,
        holder: holder ?? (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(run),
        ...(waits === undefined ? {} : pauseOf(waits)),
        ...(left === 'needs-action' && stuck !== undefined ? { reason: stuck.reason } : {}),
    };
}
function statusSentence(app, { state, phase, candidate, weight, release, workers = {}, holder, waitingFor, until = '', reason, postHook, }) {
    const listed = Object.entries(workers).map(([name, at]) => `${name} at ${at === 0 ? 'no release' : `release ${at}`}`);
    const behind = listed.length === 0 ? '' : ` (workers: ${listed.join(', ')})`;
    const live = release === undefined ? `no release of ${app} is live` : `release ${release} of ${app} is live${behind}`;
    if (candidate === undefined) {
        const hook = postHook === undefined ? '' : `; ${postHook}`;
        return `${live}; ${holder === undefined ? 'no rollout is under way' : `the Lease is held by ${holder}`}${hook}`;
    }
    const where = `${live}; release ${candidate} is in phase ${phase} at ${weight} %`;
    switch (state) {
        case 'running':
            return `${where}, run by ${holder}`;
        case 'paused':
            return waitingFor === undefined
                ? where
                : `${where} and ${waiting(waitingFor, until, reason)}; ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseRemedy */ .bT)(waitingFor, candidate)}`;
        case 'needs-action':
            return `${where} and needs action: ${reason}; ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .remedyOfNeedsAction */ .h5)(candidate)}`;
        case 'interrupted':
            return `${where}, but its run has ended (${holder}): ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .RG)('sweep')}, which ${phase === 'rolling-back' ? 'finishes the rollback' : `finishes the rollout or rolls it back; to continue it instead, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .RG)('resume', candidate)}`}`;
        case 'idle':
            return where;
        default:
            return state;
    }
}
function pauseOf({ for: waitingFor, until, planned, reason }) {
    const pause = { waitingFor, until: new Date(until).toISOString(), ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .defined */ .sw)({ reason }) };
    return (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__/* .needsPerson */ .z6)(waitingFor) ? { ...pause, planned: planned === true } : pause;
}
function waiting(what, until, reason) {
    const sentence = (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseSentence */ .WU)({ for: what, until: Date.parse(until) });
    const why = reason === undefined ? '' : `; ${reason}`;
    return `${sentence}${why}`;
}


/***/ }),

/***/ 62775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ tokenOf),
/* harmony export */   RP: () => (/* binding */ tokensOfWorkload),
/* harmony export */   _D: () => (/* binding */ leaseObject),
/* harmony export */   acquireLease: () => (/* binding */ acquireLease),
/* harmony export */   oi: () => (/* binding */ leaseState),
/* harmony export */   yj: () => (/* binding */ LeaseHeld)
/* harmony export */ });
/* harmony import */ var _cluster_changes_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(64133);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68672);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(91490);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(56853);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(63811);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(46695);














class LeaseHeld extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
}
function leaseState(lease, serverNow) {
    const token = tokenOf(lease);
    const holder = lease.spec?.holderIdentity ?? '';
    if (holder === '')
        return { free: true, token };
    const written = Math.max(0, ...(lease.metadata?.managedFields ?? []).map(field => Date.parse(field.time ?? '') || 0));
    const freeInMs = written + ((lease.spec?.leaseDurationSeconds ?? durationSeconds) + 1) * 1000 - serverNow;
    return freeInMs <= 0 ? { free: true, token } : { free: false, token, holder, freeInMs };
}
async function acquireLease(cluster, request) {
    const holder = (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__/* .originText */ .C)(request.origin);
    const end = performance.now() + request.wait;
    let announced = false;
    for (;;) {
        if (request.signal?.aborted)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('the run was cancelled before it changed anything', 'run it again');
        const attempt = await tryAcquire(cluster, request, holder);
        if ('token' in attempt)
            return held(cluster, request, holder, attempt.token);
        if (attempt.holder === undefined) {
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .pause */ .v7)(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRetry / 20);
            continue;
        }
        if (performance.now() >= end) {
            throw new LeaseHeld(`another run is ${request.workload === undefined ? 'working on' : 'releasing'} ${request.app}: ${attempt.holder}`, `wait until it has ended (if it is dead, its Lease expires in ${Math.ceil(attempt.freeInMs / 1000)} s)${request.workload === undefined ? '' : `; to roll its release back instead, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('rollback')}`}`);
        }
        if (!announced)
            request.report(`waiting for ${attempt.holder}`);
        announced = true;
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .pause */ .v7)(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRetry);
    }
}
async function tryAcquire(cluster, request, holder) {
    const { app, namespace, seize } = request;
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .leasePath */ .U8)(namespace, app);
    const raced = { holder: undefined, freeInMs: 0 };
    let current;
    try {
        const answer = await cluster.call('GET', path);
        current = { lease: JSON.parse(answer.body), serverTime: answer.serverTime };
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404))
            throw error;
        const tokens = await tokensOfWorkload(cluster, request);
        const token = (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .floorOf */ .Et)(tokens) + 1;
        const rollback = seize === true ? { by: holder, at: cluster.now() } : undefined;
        const first = leaseObject(app, namespace, { holder, token, rollback });
        if (tokens.length > 0) {
            request.report(`warning: the Lease of ${app} was deleted; the records of its releases are trusted without their checksums`);
            first.metadata = {
                ...first.metadata,
                annotations: { ...first.metadata?.annotations, ...(await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_10__/* .checksumsThere */ .fA)(cluster, namespace, app)) },
            };
        }
        const create = () => cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        return (await writeLease(cluster, path, first, create)) ? { token } : raced;
    }
    const last = rollbackOf(current.lease);
    if (request.begins && last !== undefined && last.at >= cluster.now() - performance.now() + 1000)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${last.by} rolled ${app} back after this run had begun`, 're-run the job to release this version anyway');
    const state = leaseState(current.lease, current.serverTime);
    if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
        return { holder: state.holder, freeInMs: state.freeInMs };
    const isBroken = state.token === 0 && request.workload !== undefined;
    const before = isBroken ? await tokenOfReleases(cluster, request) : state.token;
    const token = Math.max(before, (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .floorOf */ .Et)(await tokensOfWorkload(cluster, request))) + 1;
    const rollback = seize === true ? { by: holder, at: cluster.now() } : last;
    const next = leaseObject(app, namespace, { holder, token, rollback }, current.lease);
    if (!(await writeLease(cluster, path, next, () => cluster.replace(path, next))))
        return raced;
    if (!state.free)
        request.report(`taking over from ${state.holder}`);
    return { token };
}
async function writeLease(cluster, path, lease, write) {
    try {
        await write();
        return true;
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
            throw error;
        const there = await cluster.get(path);
        return (there !== undefined &&
            tokenOf(there) === tokenOf(lease) &&
            there.spec?.holderIdentity === lease.spec?.holderIdentity &&
            there.spec?.renewTime === lease.spec?.renewTime);
    }
}
async function tokensOfWorkload(cluster, { app, namespace, workload }) {
    if (workload === undefined)
        return [];
    const { kind, name } = workload;
    const names = kind === 'Deployment' ? [name, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .nameOf */ .Vb.canary(name)] : [name];
    const objects = await Promise.all(names.map(each => cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .pathTo */ .vs)(namespace, { kind, name: each }))));
    return objects.map(each => (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .tokenOn */ .Bz)(each ?? {}, app)).filter(token => token > 0);
}
async function tokenOfReleases(cluster, { app, namespace }) {
    const releases = await new _releases_js__WEBPACK_IMPORTED_MODULE_12__/* .ReleaseStore */ .T(cluster, namespace, app).list();
    return (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .floorOf */ .Et)(releases.flatMap(({ record, outcome }) => [record.token, outcome?.token ?? 0]));
}
function held(cluster, request, holder, token) {
    const { app, namespace } = request;
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_8__/* .leasePath */ .U8)(namespace, app);
    const rewrite = (nextHolder) => cluster.patch(path, 'json', [
        { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token), value: String(token) },
        { op: 'add', path: '/spec/holderIdentity', value: nextHolder },
        { op: 'add', path: '/spec/renewTime', value: microTime() },
    ], { fieldManager: _cluster_changes_js__WEBPACK_IMPORTED_MODULE_13__/* .leaseManager */ .aK });
    let renewal;
    const renew = async () => {
        await rewrite(holder).catch(() => undefined);
        renewal = undefined;
    };
    const timer = setInterval(() => {
        renewal ??= renew();
    }, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseRenewal);
    timer.unref();
    return {
        token,
        assertHeld: async () => {
            const lease = await cluster.get(path);
            if (lease === undefined || tokenOf(lease) !== token)
                throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_11__/* .leaseLost */ .XM)(app, lease?.spec?.holderIdentity || undefined);
        },
        release: async () => {
            clearInterval(timer);
            await renewal;
            const giveUp = () => rewrite('').then(() => true, _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ);
            const within = _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.writeRetry / 4;
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)({ within, unfinished: given => !given, delay: () => _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.apiRetry }, giveUp);
        },
    };
}
const durationSeconds = Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_6__/* .timing */ .N.leaseDuration / 1000);
const tokenOf = ({ metadata }) => (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_7__/* .parseToken */ .pI)(metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token]);
function rollbackOf({ metadata }) {
    const text = metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.rollback];
    const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
    return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}
function leaseObject(app, namespace, { holder, token, rollback }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .nameOf */ .Vb.application(app),
            namespace,
            labels: { ...over?.metadata?.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.kind]: 'lease' },
            annotations: {
                ...over?.metadata?.annotations,
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.token]: String(token),
                ...(rollback === undefined
                    ? {}
                    : { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_9__/* .labels */ .WD.rollback]: `${new Date(rollback.at).toISOString()} ${rollback.by}` }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
    };
}
const microTime = () => new Date().toISOString().replace('Z', `${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}Z`);


/***/ }),

/***/ 26417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YM: () => (/* binding */ recordedEnvironment),
/* harmony export */   jw: () => (/* binding */ requireSameWorkload),
/* harmony export */   zR: () => (/* binding */ requireOneEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(43852);
/* harmony import */ var _config_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13407);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46695);







function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
function requireOneEnvironment(releases, { config, environment }) {
    const { namespace, workload } = environment;
    const isOurs = (other) => other?.namespace === namespace && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(other.workload) === (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(workload);
    for (const { record } of releases) {
        const { environment: name, source, release } = record;
        const recorded = recordedEnvironment(record, name, environment);
        if (source === 'observed' || isOurs(recorded) || isOurs(config.environments[name]))
            continue;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment cannot use namespace ${namespace}: there are releases of ${config.app} to ${name} (${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(recorded.workload)}) in it, with which it would share the Lease and the records`, `use another namespace or another \`app\`; if ${name} no longer uses this namespace, delete the ConfigMaps of its releases, such as ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.record(config.app, release)}`);
    }
}
function requireSameWorkload(releases, { record: restored }, { environmentName, environment }) {
    const workloadOf = (record) => recordedEnvironment(record, environmentName, environment).workload;
    const newest = releases.find(each => (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .hasSucceeded */ .yO)(each) && each.record.source !== 'observed')?.record;
    if (newest === undefined || restored.source === 'observed')
        return;
    const [workload, other] = [workloadOf(restored), workloadOf(newest)];
    if ((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(other) === (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(workload))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`cannot roll back to release ${restored.release}: it ran in ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(workload)}, but release ${newest.release} runs in ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(other)}`, `deploy a version that works to ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(other)}`);
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
    unversioned: true,
    verify: true,
});
function readRecorded(config, name) {
    const { environments } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(config) ? config : {};
    const environment = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_5__/* .isMap */ .jh)(environment))
        return undefined;
    const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
    const written = zod__WEBPACK_IMPORTED_MODULE_6__/* .safeEncode */ .wy(recordedFields.partial(), Object.fromEntries(kept));
    return written.success ? recordedFields.safeParse(written.data).data : undefined;
}
function asAddressed({ gate, verify, manifests = [], ...recorded }, today) {
    const { cluster, repositories, trust, requires, recovery, 'take-over': takeOver } = today;
    const kept = Object.entries({
        cluster,
        repositories,
        trust,
        requires,
        recovery,
        'take-over': takeOver,
    }).filter(([, value]) => value !== undefined);
    const from = verify?.from ?? today.verify?.from;
    return {
        ...recorded,
        manifests,
        ...Object.fromEntries(kept),
        ...gateFor(gate, today.gate),
        ...(verify === undefined || from === undefined
            ? {}
            : { verify: { ...addressed(verify, today.verify), from } }),
    };
}
function gateFor(recorded, today) {
    if (recorded === 'checks')
        return today === 'checks' ? { gate: recorded } : {};
    if (recorded === undefined || today === undefined || today === 'checks')
        return {};
    return { gate: { ...recorded, prometheus: today.prometheus } };
}
function addressed({ checks, from }, today) {
    const { checks: _, from: __, ...rest } = today ?? { checks };
    return { ...rest, checks, ...(from === undefined ? {} : { from }) };
}


/***/ }),

/***/ 27848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OK: () => (/* binding */ releaseNeedingAction),
/* harmony export */   X0: () => (/* binding */ beginState),
/* harmony export */   aW: () => (/* binding */ RolloutOver),
/* harmony export */   fy: () => (/* binding */ StateStore),
/* harmony export */   g5: () => (/* binding */ replaceState),
/* harmony export */   kR: () => (/* binding */ requestAbort),
/* harmony export */   kY: () => (/* binding */ transition),
/* harmony export */   mV: () => (/* binding */ rolledBackByOthers),
/* harmony export */   pQ: () => (/* binding */ stateIn),
/* harmony export */   tS: () => (/* binding */ recreateState),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93240);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(56853);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63811);
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62775);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(10441);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(96102);













async function readState(cluster, namespace, app) {
    const lease = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
    const entry = lease && stateIn(lease, app);
    if (!(entry instanceof _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .InvalidStoredValue */ .Wc))
        return entry;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`cannot read the rollout state of ${app} in Lease/${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)}: ${entry.reason}`, `run \`kubectl -n ${namespace} annotate lease ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.application(app)} ${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state}-\`, then ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('sweep')}, which rebuilds the state from the records`);
}
function stateIn({ metadata }, app) {
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state]: text, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort]: abort } = metadata?.annotations ?? {};
    if (text === undefined)
        return undefined;
    const rollout = (0,_schema_js__WEBPACK_IMPORTED_MODULE_12__/* .parseText */ .r4)('rollout', text);
    if (rollout instanceof _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .InvalidStoredValue */ .Wc)
        return rollout;
    if (rollout.app !== app)
        return new _schema_js__WEBPACK_IMPORTED_MODULE_12__/* .InvalidStoredValue */ .Wc(`it belongs to application ${rollout.app}`);
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
    return needsAction === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .isOver */ .PU)(phase) ? undefined : candidate;
}
class RolloutOver extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo {
    constructor(app) {
        super(`no rollout of ${app} is under way`, `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .howToRun */ .RG)('status')} to see what is live, or deploy a release`);
    }
}
async function requestAbort(cluster, namespace, { app, candidate }, { by, at }) {
    const value = `${candidate} ${new Date(at).toISOString()} ${by}`;
    await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'json', [
        { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort), value },
    ]);
}
async function beginState(cluster, namespace, rollout) {
    return writeState(cluster, namespace, rollout, [
        { op: 'add', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.abort), value: '' },
    ]);
}
async function replaceState(cluster, namespace, { text }, rollout) {
    try {
        await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, rollout.app), 'json', [
            { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state), value: text },
            ...statePatch(rollout),
        ]);
        return true;
    }
    catch (error) {
        if ((0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            return false;
        throw error;
    }
}
async function recreateState(cluster, namespace, rollout, holder = '') {
    const { app, token } = rollout;
    const there = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
    try {
        if (there === undefined) {
            const lease = (0,_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .leaseObject */ ._D)(app, namespace, { holder, token, rollback: undefined });
            const checksums = await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_8__/* .checksumsThere */ .fA)(cluster, namespace, app);
            const annotations = { ...lease.metadata?.annotations, ...checksums, ...annotationsOf(rollout) };
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), {
                ...lease,
                metadata: { ...lease.metadata, annotations },
            });
        }
        else if (stateIn(there, app) === undefined) {
            await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'json', [
                { op: 'test', path: '/metadata/resourceVersion', value: there.metadata?.resourceVersion },
                ...statePatch(rollout),
            ]);
        }
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
            throw error;
    }
    return readState(cluster, namespace, app);
}
const annotationsOf = (rollout) => ({
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.state]: JSON.stringify(rollout),
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.phase]: rollout.phase,
});
const statePatch = (rollout) => Object.entries(annotationsOf(rollout)).map(([name, value]) => ({
    op: 'add',
    path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(name),
    value,
}));
async function writeState(cluster, namespace, rollout, more = []) {
    const { app, token } = rollout;
    try {
        await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app), 'json', [
            { op: 'test', path: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.token), value: String(token) },
            ...statePatch(rollout),
            ...more,
        ]);
        return { rollout, text: JSON.stringify(rollout) };
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            throw error;
        const lease = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .leasePath */ .U8)(namespace, app));
        if (lease !== undefined && (0,_lease_js__WEBPACK_IMPORTED_MODULE_10__/* .tokenOf */ .B9)(lease) !== token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .leaseLost */ .XM)(app);
        if (lease !== undefined)
            throw error;
        const entry = await recreateState(cluster, namespace, rollout, (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_4__/* .originText */ .C)(rollout.run));
        if (entry?.rollout.token !== token)
            throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .leaseLost */ .XM)(app);
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
function transition(rollout, to, now, change = {}) {
    if (!_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .transitions */ .bm[rollout.phase].includes(to))
        throw new Error(`there is no transition from ${rollout.phase} to ${to}`);
    const { paused: _paused, needsAction: _needsAction, gate, ...rest } = rollout;
    return {
        ...rest,
        ...(gate === undefined || (0,_phases_js__WEBPACK_IMPORTED_MODULE_11__/* .isOver */ .PU)(to) ? {} : { gate }),
        ...(to === 'rolling-back' ? { rolledBackFrom: rollout.phase } : {}),
        phase: to,
        since: now,
        ...change,
    };
}
function rolledBackByOthers(rollout, reason, now) {
    return transition(transition(rollout, 'rolling-back', now, { weight: 0, reason }), 'rolled-back', now);
}


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  lj: () => (/* binding */ heartbeatPatch),
  wF: () => (/* binding */ isWatching),
  Vf: () => (/* binding */ waitingProblem),
  Hz: () => (/* binding */ watchdogAccount),
  FX: () => (/* binding */ watchdogImage),
  d6: () => (/* binding */ watchdogJob),
  de: () => (/* binding */ watchdogName),
  dW: () => (/* binding */ watchdogProblem),
  c_: () => (/* binding */ watchdogRole)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/script.js
const script = `set -u

# Calls the API server and sets outcome: ok, gone (404), refused (422, 409), forbidden, or away.
ask() {
  outcome=away
  if command -v kubectl >/dev/null 2>&1; then ask_kubectl "$@"; else ask_curl "$@"; fi
}

# ask get PATH | ask patch PATH RESOURCE NAME PATCH [dry]
ask_kubectl() {
  if [ "$1" = get ]; then
    body=$(kubectl get --raw "$2" --request-timeout=5s 2>&1 </dev/null) && outcome=ok && return
  else
    body=$(kubectl patch "$3" "$4" --namespace "$NAMESPACE" --type json --patch "$5" --request-timeout=10s \\
      \${6:+--dry-run=server} 2>&1 </dev/null) && outcome=ok && return
  fi
  case $body in
    *'(NotFound)'*) outcome=gone ;;
    *'(Forbidden)'*) outcome=forbidden ;;
    *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
    *'(Invalid)'*) outcome=forbidden ;;
  esac
}

ask_curl() {
  token=
  # Without a final newline read fails, but has read the token. Tokens are rotated, so each call reads the file.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # On standard input, so that the token is not in the process list.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *'due to an error in our request'*' 422') outcome=refused ;;
    *' 422') outcome=forbidden ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents its answers to curl.
field() {
  value=
  for colon in ':' ': '; do
    case $body in *"\\"$1\\"$colon\\""*)
      value=\${body#*"\\"$1\\"$colon\\""}
      value=\${value%%\\"*}
      ;;
    esac
  done
}

# Whether the last answer has a beat: without one, silence proves nothing.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes. Returns 0 when each succeeded or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+dry run passed: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "is not allowed to write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
restore_traffic() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" != 0 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
  second=$?
  [ "$second" != 2 ] || second=$result
  return "$second"
}

# Sets now to the seconds of a monotonic clock; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With --request-timeout, kubectl no longer detects that it runs in a cluster.
export KUBECONFIG="$HOME/kubeconfig"
cluster="{server: $server, certificate-authority: $account/ca.crt}"
printf '%s\\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \\
  "clusters: [{name: here, cluster: $cluster}]" \\
  "users: [{name: here, user: {tokenFile: $account/token}}]" \\
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  restore_traffic dry
  case $? in
    0)
      ask get "$HEART"
      has_beat && break
      case $outcome in
        gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
        ok | forbidden) printf '%s\\n' "no heartbeat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot restore the traffic; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 timeout=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field timeout
      case $value in '' | *[!0-9]*) ;; *) timeout=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot send a heartbeat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # Once it is back, a living run gets some time to send one.
      [ "$quiet" -le $((timeout - GRACE)) ] || quiet=$((timeout > GRACE ? timeout - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$timeout" ]; then
    printf '%s\\n' "no heartbeat for $quiet s: restoring the traffic"
    restore_traffic
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/watchdog.js






const seconds = (milliseconds) => Math.ceil(milliseconds / 1000);
const watchdogAccount = 'slipway-watchdog';
const watchdogName = ({ app, token }) => `slipway-${app}-watchdog-${token}`;
function heartbeatData({ beat, timeout = seconds(timing/* timing */.N.watchdogTimeout), }) {
    return { beat: String(beat), timeout: String(timeout) };
}
function heartbeatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fencing_token/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fencing_token/* pointer */.Wn)('data', key), value })),
    ];
}
function watchdogJob(options) {
    const { writer, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: writer.app,
        [naming/* labels */.WD.kind]: 'watchdog',
    };
    const environment = {
        HEART: (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(seconds(timing/* timing */.N.watchdogInterval)),
        GRACE: String(seconds(timing/* timing */.N.watchdogGrace)),
        WRITES: lines(writes, writer),
        FALLBACK: lines(fallback, writer),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: watchdogName(writer), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: watchdogAccount,
                    restartPolicy: 'OnFailure',
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 5,
                    tolerations: ['not-ready', 'unreachable'].map(state => ({
                        key: `node.kubernetes.io/${state}`,
                        operator: 'Exists',
                        effect: 'NoExecute',
                        tolerationSeconds: 10,
                    })),
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        fsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'watchdog',
                            image,
                            command: ['sh', '-c', literal(script)],
                            env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
                            readinessProbe: {
                                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                                periodSeconds: 1,
                                timeoutSeconds: 5,
                            },
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
                        },
                    ],
                    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
                },
            },
        },
    };
}
function isWatching(job) {
    return (job.status?.ready ?? 0) > 0;
}
const literal = (text) => text.replaceAll('$', () => '$$');
function lines(writes, { app, token }) {
    return writes
        .map(({ path, patch }) => {
        const { resource, name } = target(path);
        const note = {
            op: 'add',
            path: (0,fencing_token/* annotationPointer */.ZC)(fencing_token/* annotationOf */.lW.watchdog(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const place = (0,resources/* placeOf */.$t)(path);
    if (place === undefined)
        throw new Error(`${path} is not the path of a namespaced object`);
    const { group, plural, name } = place;
    return { resource: group === '' ? plural : `${plural}.${group}`, name };
}
function watchdogRole({ app, namespace, routes, services }) {
    const metadata = { name: `${watchdogAccount}:${app}`, namespace };
    const rule = (apiGroup, resource, names) => names.length === 0
        ? []
        : [
            {
                apiGroups: [apiGroup],
                resources: [resource],
                resourceNames: [...names],
                verbs: ['get', 'patch'],
            },
        ];
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: watchdogAccount, namespace } },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            metadata,
            rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
                ...rule('', 'services', services),
                ...rule(resources/* resources */.ES.httpRoute.group, resources/* resources */.ES.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
            subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
        },
    ];
}
function watchdogImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy.watchdog;
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function watchdogProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy.watchdog !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the ${strategy.kind} strategy does not set \`watchdog\`, which restores the traffic when a run is lost`, 'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` to do without');
}
function waitingProblem(strategy) {
    if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined)
        return undefined;
    const { steps, bake, 'on-inconclusive': way } = strategy;
    if (way !== 'rollback') {
        return new errors/* UserError */.yo(`\`on-inconclusive: ${way}\` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it`, 'set an image in `watchdog`, or use `on-inconclusive: rollback`');
    }
    if (bake.approve || steps.some(({ approve }) => approve === true)) {
        return new errors/* UserError */.yo('`approve` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it', 'set an image in `watchdog`, or remove `approve`');
    }
    const [long] = steps.filter(({ pause = 0 }) => pause > bake['hand-over-after']);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`hand-over-after\`, so the run ends before the pause does. Without a watchdog, nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake['hand-over-after'])
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `hand-over-after`, so the run ends before the bake does. Without a watchdog, nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'if the run is lost, the cluster finishes the rolling update, and the next run reports its outcome';
    }
    const most = strategy.kind === 'blue-green'
        ? 'all'
        : `up to ${Math.max(...strategy.steps.map(({ weight }) => weight), strategy.bake.weight)} %`;
    const { watchdogTimeout, watchdogInterval, watchdogReaction } = timing/* timing */.N;
    const within = seconds(watchdogTimeout + watchdogInterval + watchdogReaction);
    return watchdogImage(strategy) === undefined
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until \`sweep\`, a rollback or the next release takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


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
