export const id = 1679;
export const ids = [1679];
export const modules = {

/***/ 88640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ beforeWorkload),
/* harmony export */   F3: () => (/* binding */ planRelease),
/* harmony export */   Ng: () => (/* binding */ recordHeader),
/* harmony export */   fG: () => (/* binding */ createdTargets),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* unused harmony export recordable */
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91381);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87755);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5259);





function planRelease(candidate, request, liveState, salt) {
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
/* harmony export */   z6: () => (/* binding */ needsPerson)
/* harmony export */ });
/* harmony import */ var _analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74991);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);



const sweepHandOverAfter = 300_000;
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
    return { ...rollout, deadline, gate: { ...gating, state: (0,_analysis_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .prolong */ .YO)(gating.state, deadline) } };
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
function pauseRemedy(what) {
    switch (what) {
        case 'gate':
        case 'promote':
            return `wait for that run; if it has ended, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('sweep')}, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('rollback')}`;
        case 'bake':
            return `wait for \`sweep\`, which continues it when the stage is over, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('rollback')}`;
        case 'resume':
            return (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)(['resume', 'rollback']);
        case 'approval':
            return (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)(['approve', 'rollback']);
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
    await records.markRolledBack(begun.record.release, { token: lease.token, reason });
    return reason;
}
async function runPreHook(cluster, request, lease, { targets, record }) {
    const hook = hookOf('pre', request.hookSetup, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .beforeWorkload */ .DY)(targets, request.environment).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_7__/* .fencedApply */ .EQ)({ app, token: lease.token }), () => lease.assertHeld(), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .requireWritable */ .ik)(request.environment));
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_5__/* .runHook */ .D)(cluster, 'pre', hook, contextOf(request, record, request.environment.namespace, lease.token));
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

/***/ 46695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ReleaseStore),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   bU: () => (/* binding */ templatesIn),
/* harmony export */   eG: () => (/* binding */ laterOf),
/* harmony export */   rJ: () => (/* binding */ hasTemplate),
/* harmony export */   yO: () => (/* binding */ hasSucceeded)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25726);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91490);
/* harmony import */ var _checksums_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56853);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63811);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(96102);









function templatesIn(outcome) {
    const { template, workers } = outcome ?? {};
    return {
        ...(template === undefined ? {} : { template }),
        ...(workers === undefined ? {} : { workers }),
    };
}
class ReleaseStore {
    #cluster;
    #namespace;
    #app;
    #report;
    #reported = new Set();
    constructor(cluster, namespace, app, report = () => { }) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#app = app;
        this.#report = report;
    }
    async list() {
        const { items, lease } = await this.#stored();
        const outcomes = new Map();
        const records = [];
        for (const object of items) {
            const { name, resourceVersion = '', creationTimestamp: createdAt } = object.metadata ?? {};
            const outcome = this.#read(object, 'outcome', lease);
            if (outcome !== undefined && name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.outcome(this.#app, outcome.release))
                outcomes.set(outcome.release, {
                    outcome,
                    outcomeVersion: resourceVersion,
                    ...(createdAt === undefined ? {} : { outcomeCreatedAt: createdAt }),
                });
            const record = this.#read(object, 'record', lease);
            if (record?.app === this.#app && name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.record(this.#app, record.release))
                records.push(record);
        }
        return records
            .map((record) => ({ record, ...outcomes.get(record.release) }))
            .sort((a, b) => b.record.release - a.record.release);
    }
    async #stored() {
        const read = () => Promise.all([(0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .storedOf */ .z2)(this.#cluster, this.#namespace, this.#app), this.#lease()]);
        const [items, lease] = await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)({ attempts: 3, unfinished: ([items, lease]) => !items.every(each => this.#isGenuine(each, lease)) }, read);
        return { items, lease };
    }
    #lease = () => this.#cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .leasePath */ .U8)(this.#namespace, this.#app));
    #isGenuine(object, lease) {
        if (lease === undefined)
            return true;
        const part = (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .partOf */ .BU)(object, this.#app);
        return Object.values(object.data ?? {}).every(text => part !== undefined && (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .isGenuine */ .s0)(lease, part, text));
    }
    async create(first, make, token) {
        for (let number = first;; number += 1) {
            const record = { ...make(number), at: this.#now() };
            const text = textOf(record);
            await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .addChecksum */ .tx)({ ...this.#place, token }, `r${number}`, text);
            try {
                const name = _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.record(this.#app, number);
                const object = this.#object(name, 'record', number, { record: text }, true);
                await this.#cluster.create(this.#pathOf(), object);
                return record;
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        }
    }
    async conclude(ended, { holds = true } = {}) {
        const outcome = { ...ended, at: this.#now() };
        const path = this.#pathOf(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.outcome(this.#app, outcome.release));
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L5)({ attempts: 8, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async () => {
            const there = await this.#cluster.get(path);
            const before = there && this.#read(there, 'outcome', await this.#lease());
            if ((before?.token ?? 0) > outcome.token)
                throw (0,_fencing_js__WEBPACK_IMPORTED_MODULE_7__/* .leaseLost */ .XM)(this.#app);
            await this.amend(after(before, { ...templatesIn(before), ...outcome }), there?.metadata?.resourceVersion, holds ? outcome.token : undefined);
        });
    }
    markRolledBack(release, { token, reason }, options) {
        return this.conclude({ schema: 1, release, state: 'rolled-back', token, reason }, options);
    }
    async amend(outcome, version, token) {
        const place = { ...this.#place, token };
        const name = _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.outcome(this.#app, outcome.release);
        const data = { outcome: JSON.stringify(outcome) };
        const part = `r${outcome.release}-outcome`;
        const replaces = await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .addChecksum */ .tx)(place, part, data.outcome);
        const object = this.#object(name, 'outcome', outcome.release, data, false);
        if (version === undefined) {
            await this.#cluster.create(this.#pathOf(), object);
            return;
        }
        const metadata = { ...object.metadata, resourceVersion: version };
        await this.#cluster.replace(this.#pathOf(name), { ...object, metadata });
        if (replaces)
            await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .dropEarlierChecksums */ .mM)(place, part, data.outcome);
    }
    get #place() {
        return { cluster: this.#cluster, namespace: this.#namespace, app: this.#app };
    }
    async remove(release) {
        const labelSelector = _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .selecting */ .h7.decision(this.#app, release);
        const { items: decided } = await this.#cluster.list(this.#pathOf(), { labelSelector });
        const parts = decided.map(({ metadata }) => metadata?.name ?? '');
        for (const name of [...parts, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.outcome(this.#app, release), _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.record(this.#app, release)]) {
            await this.#cluster.remove(this.#pathOf(name), undefined);
        }
        await (0,_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .removeChecksums */ .lX)(this.#cluster, this.#namespace, this.#app, release);
    }
    #read(object, key, lease) {
        const text = object.data?.[key];
        if (text === undefined)
            return undefined;
        const name = object.metadata?.name ?? '';
        const stored = this.#isGenuine(object, lease)
            ? (0,_schema_js__WEBPACK_IMPORTED_MODULE_8__/* .parseText */ .r4)(key, text)
            : new _schema_js__WEBPACK_IMPORTED_MODULE_8__/* .InvalidStoredValue */ .Wc('the Lease has no checksum that matches its content');
        if (!(stored instanceof _schema_js__WEBPACK_IMPORTED_MODULE_8__/* .InvalidStoredValue */ .Wc))
            return stored;
        if (!this.#reported.has(name))
            this.#report(`warning: ConfigMap/${name} is ignored: ${stored.reason}. Find out who wrote it, then delete it.`);
        this.#reported.add(name);
        return undefined;
    }
    #pathOf = (name) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, this.#namespace, name);
    #now = () => new Date(this.#cluster.now()).toISOString();
    #object(name, kind, release, data, immutable) {
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name,
                namespace: this.#namespace,
                labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.app]: this.#app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.kind]: kind, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.release]: String(release) },
            },
            immutable,
            data,
        };
    }
}
function after(before, outcome) {
    const verifiedAt = before?.state === 'verified' ? before.at : before?.verifiedAt;
    if (outcome.state !== 'rolled-back' || verifiedAt === undefined)
        return outcome;
    return { ...outcome, at: laterOf(outcome.at, verifiedAt), verifiedAt };
}
const laterOf = (a, b) => (Date.parse(b) > Date.parse(a) ? b : a);
function hasSucceeded(release) {
    return ((release.outcome?.state === 'complete' || release.outcome?.state === 'verified') && hasTemplate(release));
}
function hasTemplate(release) {
    return release.outcome?.template !== undefined;
}
const maxBytes = 256 * 1024;
function textOf(record) {
    const text = JSON.stringify(record);
    const problem = (0,_schema_js__WEBPACK_IMPORTED_MODULE_8__/* .schemaProblem */ .Zg)('record', { at: new Date(0).toISOString(), ...JSON.parse(text) });
    if (problem !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`cannot record the release: ${problem}`, 'correct the manifests of this application');
    const bytes = Buffer.byteLength(text);
    if (bytes <= maxBytes)
        return text;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the record of this release takes ${Math.ceil(bytes / 1024)} KiB, but at most 256 KiB can be stored`, 'move large objects such as dashboards out of the manifests of this application');
}


/***/ })

};
