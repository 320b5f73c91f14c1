export const id = 3869;
export const ids = [3869];
export const modules = {

/***/ 88640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ planRelease),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   fG: () => (/* binding */ createdTargets),
/* harmony export */   zn: () => (/* binding */ adoptedRecord),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* unused harmony export recordable */
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91381);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87755);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5259);
/* harmony import */ var _store_baseline_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91910);







function planRelease(candidate, request, liveState, salt) {
    const { config, environment, report } = request;
    const controlled = liveState.targets
        .filter(({ live }) => live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__/* .isControlled */ .RF)(live))
        .map(({ manifest }) => titleOfManifest(manifest));
    const live = new Set([...environment.live, ...controlled]);
    const hooks = Object.values(request.around?.hooks ?? {}).flatMap(hook => 'manifest' in hook ? [hook.manifest.object] : []);
    const plan = (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__/* .shipConfiguration */ .xz)(candidate, config.app, live, salt, hooks);
    const written = new Set(plan.manifests.map(titleOfManifest));
    const taken = liveState.targets
        .filter(target => target.live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__/* .isAdopted */ .YP)(target.live, environment))
        .map(({ manifest }) => titleOfManifest(manifest))
        .filter(title => written.has(title));
    if (taken.length > 0)
        report(`taken over from the Helm release ${environment.adopt?.helm}: ${taken.join(', ')}`);
    for (const name of controlled)
        report(`${name} is written by another controller and stays live`);
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadIn */ .h7)(plan.manifests, environment);
    const scaled = [[workload, liveState.autoscaler]].concat((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .workersIn */ .r0)(plan.manifests, environment).map(worker => [
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
function inOrder(targets, environment, release) {
    const destinations = targets.map(({ manifest, path, live }) => ({
        path,
        live,
        object: manifest.object,
    }));
    const isLast = ({ object }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object);
    const marked = destinations.filter(isLast).map(destination => {
        const { metadata } = destination.object;
        const annotations = { ...metadata?.annotations, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release]: String(release) };
        return { ...destination, object: { ...destination.object, metadata: { ...metadata, annotations } } };
    });
    return [...destinations.filter(destination => !isLast(destination)), ...marked];
}
function createdTargets(targets, shipped) {
    const copies = new Set(shipped.map(({ kind, copy }) => `${kind}/${copy}`));
    return targets.filter(({ manifest, live }) => live === undefined && !copies.has(`${manifest.object.kind}/${manifest.name}`));
}
function recordOf(request, plan, { token, release, baseline, reversible = true, workers = {}, promotion }) {
    return {
        ...common(request, token),
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
function adoptedRecord(request, template, token, release) {
    return {
        ...common(request, token),
        release,
        source: 'observed',
        images: (0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_6__/* .imagesByContainer */ .TR)(template),
        shipped: [],
        manifests: [],
    };
}
function common({ config, environmentName, origin }, token) {
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
/* harmony export */   z6: () => (/* binding */ needsPerson)
/* harmony export */ });
/* harmony import */ var _analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74991);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);



const attendedBySweep = 300_000;
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
                ...{ until: before.until, for: before.for },
                reason: `the metrics since the pause began could not be read: ${verdict.reason}`,
            };
        }
    }
    const { reason } = verdict;
    const stage = pausePolicy.stages[rollout.step];
    if (verdict.verdict === 'pass') {
        if (stage?.approve !== true)
            return undefined;
        return { until: now + pausePolicy.holdFor, for: 'approval', planned: true, reason };
    }
    if (verdict.verdict === 'inconclusive' && pausePolicy.onInconclusive !== 'rollback') {
        const who = pausePolicy.onInconclusive === 'hold' ? 'resume' : 'approval';
        return { until: now + pausePolicy.holdFor, for: who, reason };
    }
    const open = verdict.verdict === 'continue' || verdict.verdict === 'no-data';
    const attended = spec.foundPause?.onPause === 'keep'
        ? Math.min(pausePolicy.attended, attendedBySweep)
        : pausePolicy.attended;
    if (!open || stage === undefined || stage.least <= attended)
        return undefined;
    if (now - rollout.since < attended)
        return undefined;
    return { until: rollout.since + stage.least + pausePolicy.holdFor, for: 'bake', reason };
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
const needsPerson = (waits) => waits === 'resume' || waits === 'approval';
function withMoreTime(rollout, ms, now) {
    const deadline = now + ms;
    const gating = rollout.gate;
    if (gating?.state == null)
        return { ...rollout, deadline };
    return { ...rollout, deadline, gate: { ...gating, state: (0,_analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .prolong */ .YO)(gating.state, deadline) } };
}
function pauseSentence({ for: what, until }) {
    const time = (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(until);
    switch (what) {
        case 'gate':
        case 'promote':
            return `waits for the action \`${what}\` of its run until ${time}`;
        case 'bake':
            return `keeps its weight while no run is active; the next sweep checks it, and rolls it back if its time at this weight is not over by ${time}`;
        case 'resume':
            return `waits for a person to resume it or roll it back; otherwise, it is rolled back automatically at ${time}`;
        case 'approval':
            return `waits for a person to approve it or roll it back; otherwise, it is rolled back automatically at ${time}`;
        default:
            return what;
    }
}
function pauseRemedy(what) {
    switch (what) {
        case 'gate':
        case 'promote':
            return `wait for that run; if it has ended, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)('sweep')}, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)('rollback')}`;
        case 'bake':
            return `wait for the sweep that continues it after its time at this weight, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)('rollback')}`;
        case 'resume':
            return (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)(['resume', 'rollback']);
        case 'approval':
            return (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)(['approve', 'rollback']);
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
            return `release ${candidate} did not pass the gate before its time at this weight had to be over, at ${until}`;
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
    const { steps, bake, 'hold-for': holdFor, 'on-inconclusive': onInconclusive } = strategy;
    const stages = [
        ...steps.map(({ pause = 0, approve = false }) => ({ least: pause, approve })),
        { least: bake.for, approve: bake.approve },
    ];
    return { onInconclusive, holdFor, stages, attended: bake.attended };
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
/* harmony import */ var _hooks_hooks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5277);
/* harmony import */ var _preflight_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88640);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63811);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27848);









async function passPreHook(cluster, request, lease, { records, ...begun }) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _store_fencing_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost)
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
    const copies = (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .inOrder */ .al)(targets, request.environment, record.release).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_7__/* .fencedApply */ .EQ)(app, lease.token), () => lease.assertHeld(), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .takingOver */ .Bf)(request.environment));
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_5__/* .runHook */ .D)(cluster, 'pre', hook, contextOf(request, record, request.environment.namespace, lease.token));
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.around, record);
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
    const isClosed = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)({ attempts: 8, unfinished: done => !done }, async () => {
        const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_8__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return true;
        const { postHook: _, ...rollout } = entry.rollout;
        return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_8__/* .replaceState */ .g5)(cluster, namespace, entry, rollout);
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
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78968);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5259);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9247);
/* harmony import */ var _run_hooks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96659);
/* harmony import */ var _store_lease_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62775);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10441);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(24576);
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
            ...(holder === undefined ? {} : { by: holder }),
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
        by: holder ?? (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(run),
        ...(waits === undefined ? {} : { waits: { ...waits, until: new Date(waits.until).toISOString() } }),
        ...(left === 'needs-action' && stuck !== undefined ? { reason: stuck.reason } : {}),
    };
}
function statusSentence(app, { state, phase, candidate, weight, release, workers = {}, by, waits, reason, postHook }) {
    const listed = Object.entries(workers).map(([name, at]) => `${name} at ${at === 0 ? 'no release' : `release ${at}`}`);
    const behind = listed.length === 0 ? '' : ` (workers: ${listed.join(', ')})`;
    const live = release === undefined ? `no release of ${app} is live` : `release ${release} of ${app} is live${behind}`;
    if (candidate === undefined) {
        const hook = postHook === undefined ? '' : `; ${postHook}`;
        return `${live}; ${by === undefined ? 'no rollout is under way' : `the Lease is held by ${by}`}${hook}`;
    }
    const where = `${live}; release ${candidate} is in phase ${phase} at ${weight} %`;
    switch (state) {
        case 'running':
            return `${where}, run by ${by}`;
        case 'paused':
            return waits === undefined ? where : `${where} and ${waiting(waits)}`;
        case 'needs-action':
            return `${where} and needs action: ${reason}; fix the cause, then ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .R)('resume')}, or release a version that works`;
        case 'interrupted':
            return `${where}, but its run has ended (${by}): ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .R)('sweep')} to end it${phase === 'rolling-back' ? '' : `, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .R)('resume')} to continue it`}`;
        case 'idle':
            return where;
        default:
            return state;
    }
}
function waiting({ for: what, until, reason }) {
    const sentence = (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseSentence */ .WU)({ for: what, until: Date.parse(until) });
    const why = reason === undefined ? '' : `; ${reason}`;
    return `${sentence}${why}; ${(0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_4__/* .pauseRemedy */ .bT)(what)}`;
}


/***/ }),

/***/ 91910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   TR: () => (/* binding */ imagesByContainer),
/* harmony export */   ZK: () => (/* binding */ workersAt),
/* harmony export */   _K: () => (/* binding */ recordedWorkers),
/* harmony export */   v0: () => (/* binding */ baselineNumber),
/* harmony export */   zI: () => (/* binding */ workersBefore)
/* harmony export */ });
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5259);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24576);





function baselineOf(live, releases) {
    const template = live?.spec?.template;
    if (live === undefined || template === undefined)
        return { kind: 'none' };
    let current = find(releases, (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7)(live));
    if (current !== undefined && current.outcome === undefined) {
        while (current !== undefined && !(0,_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .isRestorableRelease */ .Vp)(current)) {
            const { release, baseline } = current.record;
            current = baseline !== undefined && baseline < release ? find(releases, baseline) : undefined;
        }
        if (current !== undefined && (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .isRestorableRelease */ .Vp)(current)) {
            return { kind: 'recorded', release: current.record.release, template: current.outcome.template };
        }
    }
    if (current !== undefined &&
        (0,_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .isRestorableRelease */ .Vp)(current) &&
        (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(current.outcome.template) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(template)) {
        return { kind: 'recorded', release: current.record.release, template };
    }
    const up = (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .isComplete */ .As)(live);
    const whole = up ? undefined : releases.find(_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .isRestorableRelease */ .Vp);
    if (whole !== undefined) {
        return { kind: 'recorded', release: whole.record.release, template: whole.outcome.template };
    }
    const newest = releases[0]?.record.release;
    return { kind: 'unrecorded', template, number: newest === undefined ? 0 : newest + 1, up };
}
function baselineNumber(baseline) {
    if (baseline.kind === 'none')
        return undefined;
    return baseline.kind === 'recorded' ? baseline.release : baseline.number;
}
function imagesByContainer(template) {
    return Object.fromEntries((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .containersOf */ .Mz)(template.spec).map(container => [container.name, container.image ?? '']));
}
const find = (releases, number) => releases.find(({ record }) => record.release === number);
function workersBefore(lives, baseline, releases) {
    const number = baseline.kind === 'recorded' ? baseline.release : undefined;
    const recorded = releases.find(({ record }) => record.release === number)?.outcome?.workers ?? {};
    return Object.fromEntries(Object.entries(lives).map(([name, live]) => {
        const template = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(live);
        if (live === undefined || template === undefined)
            return [name, null];
        const marked = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7)(live);
        const strayed = marked !== undefined && marked !== number;
        return [
            name,
            { template: (strayed ? recorded[name] : undefined) ?? template, replicas: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(live) },
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
    const names = new Set([...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .workersOf */ .N)(environment).map(_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN), ...Object.keys(known)]);
    return [...names].map(name => {
        const ref = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOfKey */ .u$)(name);
        return { name, ref, candidate: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestOf */ .$V)(record, ref), before: known[name], passed };
    });
}


/***/ })

};
