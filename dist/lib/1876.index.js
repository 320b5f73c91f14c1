export const id = 1876;
export const ids = [1876];
export const modules = {

/***/ 71876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ badReleaseSystem),
/* harmony export */   q8: () => (/* binding */ badReleaseOf),
/* harmony export */   rollbackOf: () => (/* binding */ rollbackOf)
/* harmony export */ });
/* unused harmony export badTemplate */
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _release_deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97172);
/* harmony import */ var _release_gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74524);
/* harmony import */ var _release_promote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95131);
/* harmony import */ var _release_rollback_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(723);
/* harmony import */ var _release_store_baseline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91910);
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46695);
/* harmony import */ var _release_verify_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94326);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(78968);
/* harmony import */ var _verify_acceptance_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(30956);
/* harmony import */ var _verify_checks_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(31626);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(17103);
/* harmony import */ var _application_system_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(49691);
/* harmony import */ var _bad_release_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(48500);
/* harmony import */ var _held_lease_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(73183);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8535);

















const runOf = (id) => `drill ${id}`;
const rollbackOf = (cluster, place) => async (id) => {
    const { state, reason } = await (0,_release_rollback_js__WEBPACK_IMPORTED_MODULE_4__.rollback)(cluster, {
        ...place,
        from: 'run',
        to: undefined,
        because: `the drill ${id} released it, bad on purpose`,
        origin: { ...place.origin, run: runOf(id) },
    });
    if (state === 'failed')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`the rollback of the bad release of the drill ${id} failed: ${reason ?? 'no reason given'}`, `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_9__/* .howToRun */ .RG)('status')}; if the bad release is live, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_9__/* .howToRun */ .RG)('rollback')}`);
};
const noProgram = '/slipway-drill/bad-release';
function badTemplate(template, env) {
    const { containers = [] } = template.spec ?? {};
    const wanted = template.metadata?.annotations?.['kubectl.kubernetes.io/default-container'];
    const victim = containers.find(({ name }) => name === wanted) ?? containers[0];
    const bad = (container) => env === undefined
        ? { ...container, command: [noProgram] }
        : {
            ...container,
            env: [
                ...(container.env ?? []).filter(({ name }) => !Object.hasOwn(env, name)),
                ...Object.entries(env).map(([name, value]) => ({ name, value })),
            ],
        };
    return {
        ...template,
        spec: { ...template.spec, containers: containers.map(each => (each === victim ? bad(each) : each)) },
    };
}
async function badReleaseOf(cluster, place, bad) {
    const { config, environmentName, report } = place;
    const { hooks: _, ...declared } = place.environment;
    const { namespace, workload } = declared;
    const live = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_12__/* .pathTo */ .vs)(namespace, workload));
    const releases = await new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseStore */ .T(cluster, namespace, config.app, report).list();
    const baseline = (0,_release_store_baseline_js__WEBPACK_IMPORTED_MODULE_5__/* .baselineOf */ .Bv)(live, releases);
    const number = baseline.kind === 'recorded' ? baseline.release : undefined;
    const release = releases.find(({ record }) => record.release === number);
    const manifest = release && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_12__/* .manifestOf */ .$V)(release.record, workload);
    const template = manifest?.spec?.template;
    if (release === undefined || manifest === undefined || template === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_12__/* .titleOf */ .Gg)(workload)} in ${namespace} is not as a release recorded it, so a rollback could not restore it`, 'deploy it again, then run the drill');
    const environment = { ...declared, workers: [], reversible: true };
    const replicas = manifest.spec?.replicas === undefined ? {} : { replicas: live?.spec?.replicas };
    const spec = { ...manifest.spec, ...replicas, template: badTemplate(template, bad) };
    return {
        ...place,
        environment,
        wait: 0,
        config: { ...config, environments: { ...config.environments, [environmentName]: environment } },
        manifests: [
            {
                object: { ...manifest, spec },
                name: workload.name,
                source: `the record of release ${number}`,
            },
        ],
        images: imagesOf(release, template),
    };
}
function imagesOf({ record }, template) {
    const used = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_12__/* .containersOf */ .Mz)(template.spec).map(({ image = '' }) => image);
    const known = Object.entries(record.images).flatMap(([name, reference]) => {
        const [repository = '', digest] = reference.split('@');
        const isUsed = used.some(image => image !== '' && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_12__/* .repositoryOf */ ._M)(image)) === (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository));
        return digest === undefined || !isUsed ? [] : [[name, { repository, digest, platforms: [] }]];
    });
    return Object.fromEntries(known);
}
function badReleaseSystem(cluster, place, options) {
    const { environment, config, env, report } = place;
    const { namespace, workload } = environment;
    const { runId, now, load, folder, scratch, send = _load_js__WEBPACK_IMPORTED_MODULE_16__/* .sendRequest */ .w$ } = options;
    const rollBack = rollbackOf(cluster, place);
    const commands = { ...options.commands, release: rollBack };
    const context = { namespace, runId, folder, env, report, scratch };
    const { prepare, note, clear } = (0,_held_lease_js__WEBPACK_IMPORTED_MODULE_15__/* .heldLease */ .Mn)(cluster, commands, context, { ...options, breaks: 'release' });
    let ended;
    const unaccepted = async () => {
        const owner = (0,_release_verify_js__WEBPACK_IMPORTED_MODULE_7__.probeOwner)(config.app, namespace);
        const { results } = await (0,_verify_acceptance_js__WEBPACK_IMPORTED_MODULE_10__/* .acceptance */ .m)(cluster, { environment, env, owner, only: 'reads' });
        const failed = results.find(_verify_checks_js__WEBPACK_IMPORTED_MODULE_11__/* .mayBeFaultOfRelease */ .JM);
        return failed && (0,_verify_checks_js__WEBPACK_IMPORTED_MODULE_11__/* .sentenceOf */ .$N)(failed);
    };
    const release = async (signal) => {
        const origin = { ...place.origin, run: runOf(runId) };
        const asked = await badReleaseOf(cluster, { ...place, origin }, options.bad);
        const request = { ...asked, signal };
        return (0,_bad_release_js__WEBPACK_IMPORTED_MODULE_14__/* .endOf */ .pJ)({
            deploy: () => (0,_release_deploy_js__WEBPACK_IMPORTED_MODULE_1__.deploy)(cluster, request),
            gate: () => (0,_release_gate_js__WEBPACK_IMPORTED_MODULE_2__.gate)(cluster, request),
            promote: () => (0,_release_promote_js__WEBPACK_IMPORTED_MODULE_3__.promote)(cluster, request),
            verify: unaccepted,
        });
    };
    return {
        now,
        report,
        unaccepted,
        prepare,
        note,
        clear,
        look: () => (0,_application_system_js__WEBPACK_IMPORTED_MODULE_13__/* .lookAt */ .t5)(cluster, namespace, workload),
        startLoad: () => (0,_load_js__WEBPACK_IMPORTED_MODULE_16__/* .startLoad */ .bg)(load, now, send),
        inject: async (_, signal) => {
            ended = await release(signal);
        },
        ended: () => ended,
        recorded: async (number) => {
            const releases = await new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseStore */ .T(cluster, namespace, config.app, report).list();
            const { state, reason } = releases.find(({ record }) => record.release === number)?.outcome ?? {};
            return { ...(state && { state }), reason };
        },
        fix: () => rollBack(runId),
    };
}


/***/ }),

/***/ 48500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ drillBadRelease),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/* unused harmony export seenByUsers */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92954);
/* harmony import */ var _disruption_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63454);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(16696);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10159);
/* harmony import */ var _pods_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56947);









async function endOf({ deploy, gate, promote, verify }) {
    const { release, ...deployed } = await deploy();
    const by = (what, { reason }) => ({ release, by: what, reason });
    const uncaught = ({ reason }) => ({ release, reason });
    if (deployed.state === 'rolled-back')
        return by('its own pods', deployed);
    if (deployed.state === 'prepared') {
        const gated = await gate();
        if (gated.state === 'rolled-back')
            return by('the gate', gated);
        if (gated.state !== 'passed')
            return uncaught(gated);
        const promoted = await promote();
        if (promoted.state === 'rolled-back')
            return by('the watch after its promotion', promoted);
        if (promoted.state !== 'complete')
            return uncaught(promoted);
    }
    else if (deployed.state !== 'complete')
        return uncaught(deployed);
    const reason = await verify();
    return reason === undefined ? { release } : { release, by: '`verify`', reason };
}
function drillBadRelease(drill, system) {
    const because = 'the drill releases the same images, and breaks no database';
    return (0,_disruption_js__WEBPACK_IMPORTED_MODULE_4__/* .underLoad */ .lm)(drill, system, because, (...of) => released(drill, system, ...of));
}
async function released(drill, system, recorder, progress, load) {
    const { signal } = drill;
    const unsteady = await (0,_disruption_js__WEBPACK_IMPORTED_MODULE_4__/* .untilLoaded */ .Qu)(drill, system, load);
    const before = await system.look();
    const why = unsteady ?? (0,_pods_state_js__WEBPACK_IMPORTED_MODULE_6__/* .notHealthyBecause */ .h_)(before) ?? (await system.unaccepted());
    if (why !== undefined) {
        progress.skipped = why;
        return;
    }
    const target = victimOf(before);
    progress.levelChecks.push((0,_levels_js__WEBPACK_IMPORTED_MODULE_3__/* .checkFor */ .G5)('L0', 'pods', undefined, `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(before.pods.length, 'pod')} ready before the bad release`));
    await (0,_fault_js__WEBPACK_IMPORTED_MODULE_5__/* .withFault */ .D)(system, target, progress, `the bad release of ${target.pod} may be live`, async (fix) => {
        signal.throwIfAborted();
        system.report('releasing a version that is bad on purpose');
        const injectedAt = system.now();
        progress.injectedAt = injectedAt;
        await recorder.during('detect', () => system.inject(target, signal));
        signal.throwIfAborted();
        const bad = system.ended();
        if (bad === undefined)
            throw new Error('the bad release has not ended');
        progress.mustNotice = { noticed: bad.by !== undefined, what: `the bad release ${bad.release}` };
        const caught = `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(system.now() - injectedAt)} after it began`;
        progress.notes.push(bad.by === undefined
            ? `nothing caught it: ${bad.reason ?? 'it is complete, and `verify` passes'}`
            : `caught by ${bad.by} ${caught}: ${bad.reason ?? 'no reason given'}`);
        (0,_facts_js__WEBPACK_IMPORTED_MODULE_8__/* .recordStep */ .IC)(drill, progress, 'wait-for-rollback');
        await recorder.during('start', fix);
        const took = system.now() - injectedAt;
        const fault = await (0,_disruption_js__WEBPACK_IMPORTED_MODULE_4__/* .untilWhole */ .kQ)(drill, system, state => aftermath(before, state));
        await judge(system, progress, bad, { before, fault, took });
        (0,_facts_js__WEBPACK_IMPORTED_MODULE_8__/* .recordStep */ .IC)(drill, progress, 'check-requests');
        await recorder.during('verify', () => (0,_disruption_js__WEBPACK_IMPORTED_MODULE_4__/* .requested */ .lT)(drill, progress, load));
        progress.notes.push(seenByUsers(await load.stop(), injectedAt));
    });
}
function victimOf({ workload: { metadata } }) {
    return { pod: metadata?.name ?? '', uid: metadata?.uid ?? '', node: 'none' };
}
const templateOf = ({ workload }) => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(workload.spec?.template);
const aftermath = (before, now) => templateOf(before) === templateOf(now)
    ? { kind: 'recovered' }
    : { kind: 'broken', why: `${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(now.workload))} has another pod template than before` };
async function judge(system, { levelChecks }, { release }, { before, fault, took }) {
    const after = await system.look();
    const back = aftermath(before, after);
    const { state = 'nothing', reason } = await system.recorded(release);
    levelChecks.push((0,_levels_js__WEBPACK_IMPORTED_MODULE_3__/* .checkFor */ .G5)('L1', 'version', 'why' in back ? back.why : undefined, 'the pod template and its digests are those of before'), (0,_levels_js__WEBPACK_IMPORTED_MODULE_3__/* .checkFor */ .G5)('L1', 'record', state === 'rolled-back' ? undefined : `the record of release ${release} says ${state}`, `release ${release} is recorded as rolled back: ${reason ?? 'no reason given'}`), (0,_disruption_js__WEBPACK_IMPORTED_MODULE_4__/* .podsCheck */ .BZ)(fault, 'rolled back', took, after));
}
function seenByUsers(samples, injectedAt) {
    const since = samples.filter(({ at, tookMs }) => at + tookMs > injectedAt);
    const bad = since.filter(({ ok }) => !ok);
    const last = Math.max(...bad.map(({ at, tookMs }) => at + tookMs - injectedAt));
    if (bad.length === 0)
        return `users saw no failure in ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(since.length, 'request')}`;
    const share = Number(((100 * bad.length) / since.length).toPrecision(2));
    return `users saw ${share} % of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(since.length, 'request')} fail, the last one ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(last)} after the release began`;
}


/***/ }),

/***/ 97172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  endPreviousRollout: () => (/* binding */ endPreviousRollout),
  initialState: () => (/* binding */ initialState),
  pendingOf: () => (/* binding */ pendingOf),
  resultOf: () => (/* binding */ resultOf)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/origin.js
var toolkit_origin = __webpack_require__(93240);
// EXTERNAL MODULE: ./.build/js/src/workloads/candidate.js
var workloads_candidate = __webpack_require__(91381);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/workers.js
var workloads_workers = __webpack_require__(5259);
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/release-objects.js
var release_objects = __webpack_require__(39811);
// EXTERNAL MODULE: ./.build/js/src/release/store/baseline.js
var store_baseline = __webpack_require__(91910);
;// CONCATENATED MODULE: ./.build/js/src/release/adopt.js





async function recordBaseline(records, request, baseline, lease, workers) {
    if (baseline.kind !== 'unrecorded')
        return baseline;
    const { template, number, ready } = baseline;
    const record = await records.create(number, release => adoptedRecord(request, template, lease.token, release), lease.token);
    const state = ready ? 'complete' : 'failed';
    await records.conclude({
        schema: 1,
        release: record.release,
        state,
        token: lease.token,
        template,
        ...(Object.keys(workers).length === 0 ? {} : { workers: (0,workloads_workers/* templatesOf */.r3)(workers) }),
    });
    request.report(`the live workload is recorded as release ${record.release}`);
    return { kind: 'recorded', release: record.release, template };
}
function announceAdoption(live, report) {
    if (live === undefined || live.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] !== undefined)
        return;
    report(`adopting ${(0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(live))}: its pods are replaced once to get the label ${naming/* labels */.WD.track}: stable`);
}
function adoptedRecord(request, template, token, release) {
    return {
        ...(0,release_objects/* recordHeader */.Ng)(request, token),
        release,
        source: 'observed',
        images: (0,store_baseline/* imagesByContainer */.TR)(template),
        shipped: [],
        manifests: [],
    };
}

// EXTERNAL MODULE: ./.build/js/src/release/decision-record/store.js
var store = __webpack_require__(70441);
// EXTERNAL MODULE: ./.build/js/src/release/gate/setup.js + 20 modules
var setup = __webpack_require__(55767);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/live-state.js
var live_state = __webpack_require__(75961);
// EXTERNAL MODULE: ./.build/js/src/release/permissions/credential-life.js
var credential_life = __webpack_require__(85610);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/earlier-rollout.js
var earlier_rollout = __webpack_require__(91433);
// EXTERNAL MODULE: ./.build/js/src/release/store/rollout-state.js
var rollout_state = __webpack_require__(27848);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/dry-run.js
var dry_run = __webpack_require__(26098);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/exposure.js
var preflight_exposure = __webpack_require__(94654);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/strategy.js
var strategy = __webpack_require__(28606);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/preflight.js









async function passPreflight(cluster, request, candidate, liveState) {
    const { config, environment, report, wait } = request;
    const need = (0,credential_life/* lifetimeOfRelease */.e0)(environment, (0,strategy/* strategyFor */.fY)(environment, liveState).kind);
    await (0,credential_life/* requireLifetime */.jY)(cluster, (0,credential_life/* withWait */.SO)(need, wait), report);
    const { problems, ...dryRun } = await (0,dry_run/* dryRunRelease */._q)(cluster, request, candidate, liveState);
    if (problems[0] !== undefined)
        throw problems[0];
    const entry = await (0,rollout_state/* readState */.un)(cluster, environment.namespace, config.app);
    const blocking = await (0,earlier_rollout/* blockingProblem */.r9)(cluster, request, entry);
    if (blocking !== undefined)
        throw blocking;
    const { kind, gateSetup, said, warnings, ...exposure } = await (0,preflight_exposure/* checkExposure */._)(cluster, request, liveState, dryRun);
    if (exposure.problems[0] !== undefined)
        throw exposure.problems[0];
    for (const warning of warnings)
        report(`warning: ${warning}`);
    for (const sentence of said)
        report(sentence);
    report('preflight passed');
    return { ...dryRun, liveState, kind, gateSetup };
}
async function recheck(cluster, request, candidate, before) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const [liveWorkload, entry, liveWorkers] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        (0,rollout_state/* readState */.un)(cluster, namespace, config.app),
        (0,workloads_workers/* readWorkers */.QF)(cluster, namespace, (0,workloads_workers/* workersOf */.N)(environment)),
    ]);
    const now = { ...before.liveState, liveWorkload, needsAction: (0,rollout_state/* releaseNeedingAction */.OK)(entry) };
    if (entry?.text !== before.liveState.state || (0,strategy/* strategyFor */.fY)(environment, now).kind !== before.kind) {
        report('the application has changed since preflight: running preflight again');
        const liveState = await (0,live_state/* readLiveState */.eY)(cluster, request, candidate);
        return passPreflight(cluster, { ...request, wait: 0 }, candidate, liveState);
    }
    const workers = Object.entries(before.liveState.workers).map(([name, worker]) => [
        name,
        { ...worker, live: liveWorkers[name] },
    ]);
    return { ...before, liveState: { ...now, workers: Object.fromEntries(workers) } };
}

// EXTERNAL MODULE: ./.build/js/src/release/rollout/find.js
var find = __webpack_require__(8106);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/from-records.js
var from_records = __webpack_require__(35638);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/record-transitions.js + 1 modules
var record_transitions = __webpack_require__(15594);
// EXTERNAL MODULE: ./.build/js/src/release/rollout/run.js + 9 modules
var run = __webpack_require__(89224);
// EXTERNAL MODULE: ./.build/js/src/release/run-hooks.js
var run_hooks = __webpack_require__(96659);
// EXTERNAL MODULE: ./.build/js/src/release/store/fencing.js
var fencing = __webpack_require__(63811);
// EXTERNAL MODULE: ./.build/js/src/release/store/lease.js
var store_lease = __webpack_require__(62775);
// EXTERNAL MODULE: ./.build/js/src/release/store/orphans.js
var store_orphans = __webpack_require__(99886);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js
var store_releases = __webpack_require__(46695);
// EXTERNAL MODULE: ./.build/js/src/release/store/reversibility.js
var reversibility = __webpack_require__(95606);
;// CONCATENATED MODULE: ./.build/js/src/release/deploy.js
























async function deploy(cluster, request) {
    const { config, environment, report } = request;
    const candidate = (0,workloads_candidate/* prepareManifests */._5)(request.manifests, environment, request.images);
    const [liveState, promotion] = await Promise.all([
        (0,live_state/* readLiveState */.eY)(cluster, request, candidate),
        request.requirePromotion?.(cluster, request.images),
        cluster.lifetime(),
    ]);
    const basis = promotion === undefined ? {} : { promotion: promotion.sentence };
    if (basis.promotion !== undefined)
        report(basis.promotion);
    const found = await passPreflight(cluster, request, candidate, liveState);
    const { namespace, workload } = environment;
    const lease = await (0,store_lease.acquireLease)(cluster, {
        app: config.app,
        namespace,
        workload,
        origin: request.origin,
        wait: request.wait,
        seize: false,
        begins: true,
        report,
        signal: request.signal,
    });
    try {
        await endPreviousRollout(cluster, request, lease);
        const orphans = await (0,store_orphans/* findOrphans */.tQ)(cluster, namespace, config.app, workload);
        const ours = { app: config.app, token: lease.token };
        if (orphans !== undefined)
            await (0,store_orphans/* removeOrphans */.C_)(cluster, namespace, ours, orphans, report);
        if (request.wait > 0)
            await request.requirePromotion?.(cluster, request.images);
        const ready = await recheck(cluster, request, candidate, found);
        await ready.salt.keep();
        return { ...(await release(cluster, request, lease, ready, promotion?.promotion)), ...basis };
    }
    catch (error) {
        if (error instanceof fencing.LeaseLost)
            await withdraw(cluster, request, lease);
        throw error;
    }
    finally {
        await lease.release();
    }
}
async function release(cluster, request, lease, ready, promotion) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const { plan, targets, liveState, kind } = ready;
    const { liveWorkload, needsAction } = liveState;
    const { token } = lease;
    const records = new store_releases/* ReleaseStore */.T(cluster, namespace, config.app, report);
    const releases = await records.list();
    const liveObjects = (0,live_state/* liveWorkers */.GT)(liveState);
    const found = (0,store_baseline/* baselineOf */.Bv)(liveState.liveWorkload, releases);
    const before = await recordBaseline(records, request, found, lease, liveObjects);
    const workers = (0,store_baseline/* workersBefore */.zI)(liveObjects, before, releases);
    const baseline = before.kind === 'recorded' ? before.release : undefined;
    const first = (releases[0]?.record.release ?? 0) + 1;
    const { reversible } = (0,reversibility/* reversibilityOf */.h6)(environment, kind, baseline, releases);
    const record = await records.create(Math.max(first, ...[baseline, (0,workloads_workers/* releaseOf */.l7)(liveWorkload), needsAction].map(known => (known ?? 0) + 1)), number => (0,release_objects/* recordOf */.zv)(request, plan, { token, release: number, baseline, reversible, workers, promotion }), token);
    report(`release ${record.release} recorded${baseline === undefined ? ', the first' : `, baseline ${baseline}`}`);
    announceAdoption(liveState.liveWorkload, report);
    await lease.assertHeld();
    const refusal = await (0,run_hooks/* passPreHook */.WJ)(cluster, request, lease, { targets, record, records });
    const rollout = initialState(request, lease, ready, record, cluster.now());
    const begun = { environment, record, rollout, doing: 'deploy' };
    if (refusal !== undefined) {
        const decision = await recordRefusal(cluster, begun, refusal, report);
        const none = { state: 'refused', readyPods: 0, rolloutMs: 0 };
        return { ...none, release: record.release, baseline, reason: refusal, decision };
    }
    await (0,rollout_state/* beginState */.X0)(cluster, namespace, rollout);
    const { why } = (0,strategy/* strategyFor */.fY)(environment, liveState);
    const progress = await (0,run/* advanceRollout */.q9)(cluster, { ...request, wait: 0 }, lease, {
        command: 'deploy',
        goal: kind === 'rolling' ? 'done' : 'prepared',
        begun: {
            decisions: (0,store/* newDecisionStore */._E)(cluster, { ...begun, why }),
            pending: pendingOf(targets, environment),
        },
    });
    const result = resultOf(progress);
    if (result.state !== 'complete')
        return result;
    const reason = await (0,run_hooks/* runPostHook */.z0)(cluster, request, record, namespace);
    return reason === undefined ? result : { ...result, state: 'failed', reason };
}
async function recordRefusal(cluster, begun, reason, report) {
    const decisions = (0,store/* newDecisionStore */._E)(cluster, begun);
    const { startedAt, baseline } = begun.rollout;
    const serves = baseline === undefined ? {} : { serves: baseline };
    const end = { at: Math.round(startedAt), state: 'unchanged', reason, weight: 0, ...serves };
    (0,record_transitions/* recordEnd */.$f)({ cluster, decisions }, end);
    await decisions.save(report);
    return decisions.record;
}
function initialState({ config, environmentName, environment, origin }, { token }, { plan, targets, liveState, kind, gateSetup }, { baseline, release: candidate }, at) {
    const { liveWorkload, autoscaler } = liveState;
    const rolls = kind === 'rolling';
    const isWorkload = ({ manifest }) => Number((0,kinds/* isOf */.yW)(environment.workload, manifest.object));
    const created = () => (0,release_objects/* createdTargets */.fG)(targets, plan.shipped).sort((a, b) => isWorkload(b) - isWorkload(a));
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token,
        run: origin,
        strategy: kind,
        phase: rolls ? 'promoting' : 'prepared',
        step: 0,
        weight: rolls ? 100 : 0,
        candidate,
        capacity: liveWorkload?.spec?.replicas ?? 1,
        ...(environment.hooks?.post === undefined ? {} : { postHook: { by: (0,toolkit_origin/* originText */.C)(origin) } }),
        ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
        startedAt: at,
        since: at,
        deadline: at + environment.strategy.deadline,
        ...(gateSetup === undefined || rolls ? {} : { gate: gateSetup.gating }),
        applied: false,
        ...(baseline === undefined ? { createdObjects: created().map(({ path }) => path) } : { baseline }),
    };
}
function pendingOf(targets, environment) {
    const own = targets.filter(({ manifest }) => !(0,workloads_workers/* isWorker */.xD)(manifest, environment));
    return (0,release_objects/* beforeWorkload */.DY)(own, environment);
}
function resultOf({ end, rollout, record, decisions, ms, rollbackMs }) {
    const { release, baseline, reversible } = record;
    const result = {
        release,
        baseline,
        rolloutMs: ms,
        ...(rollbackMs === undefined ? {} : { rollbackMs }),
    };
    switch (end.state) {
        case 'prepared':
            return { ...result, state: 'prepared', readyPods: end.pods };
        case 'done':
            return { ...result, state: 'complete', readyPods: end.pods, decision: decisions };
        case 'rolled-back':
            return {
                ...result,
                state: 'rolled-back',
                readyPods: end.pods,
                reason: end.reason,
                decision: decisions,
            };
        case 'needs-action': {
            const isByDesign = rollout.strategy === 'rolling' && reversible === false && end.reachedTimeLimit !== true;
            const state = isByDesign ? 'needs-action' : 'failed';
            return { ...result, state, readyPods: 0, reason: end.reason, decision: decisions };
        }
        case 'judged':
        case 'paused':
            throw new Error('a candidate without traffic can only wait for its gate');
        default:
            return end;
    }
}
async function withdraw(cluster, { config, environment, report }, { token }) {
    try {
        await (0,store_orphans/* markOwnRolledBack */.x_)(cluster, environment.namespace, config.app, token);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : error;
        report(`warning: the records of this run were not closed: ${why}; the next release or sweep closes them`);
    }
}
async function endPreviousRollout(cluster, request, lease) {
    const entry = await (0,find/* findUnfinishedRollout */.gv)(cluster, request);
    if (entry === undefined) {
        const state = await (0,rollout_state/* readState */.un)(cluster, request.environment.namespace, request.config.app);
        const left = (0,run_hooks/* openHookSentence */.bO)(state?.rollout);
        if (left !== undefined)
            request.report(`warning: ${left}`);
        return;
    }
    const blocking = await (0,earlier_rollout/* blockingProblem */.r9)(cluster, request, entry);
    if (blocking !== undefined)
        throw blocking;
    const task = { command: 'deploy', startGate: setup/* startGate */.O4 };
    try {
        await (0,run/* endDeadRollout */.x)(cluster, { ...request, wait: 0 }, lease, entry.rollout, task);
    }
    catch (error) {
        if (!(error instanceof from_records/* RecordMissing */._O))
            throw error;
        request.report(`warning: ${error.message}; this release replaces it`);
        const { namespace } = request.environment;
        const needsAction = { at: Math.round(cluster.now()), reason: error.message };
        const own = { ...entry.rollout, token: lease.token, run: request.origin };
        await new rollout_state/* StateStore */.fy(cluster, namespace, own).change(({ paused: _, ...rollout }) => ({
            ...rollout,
            needsAction,
        }));
    }
}


/***/ }),

/***/ 74524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gate: () => (/* binding */ gate),
/* harmony export */   stageVerdict: () => (/* binding */ stageVerdict)
/* harmony export */ });
/* harmony import */ var _decision_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87303);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55767);
/* harmony import */ var _rollout_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74258);
/* harmony import */ var _rollout_find_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8106);
/* harmony import */ var _rollout_pause_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9247);
/* harmony import */ var _rollout_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89224);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10441);









async function gate(cluster, request) {
    const entry = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_5__/* .requireUnfinished */ .Fo)(cluster, request, _store_phases_js__WEBPACK_IMPORTED_MODULE_8__/* .openPhases */ .RY);
    const { phase, candidate, baseline, weight } = entry.rollout;
    if (request.approve === true)
        requireApprovable(entry.rollout);
    if (phase === 'promoting' || phase === 'watching') {
        request.report(`release ${candidate} has already passed`);
        return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
    }
    const lease = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_7__/* .acquireRollout */ .W4)(cluster, request, entry);
    const { end, rollout, decisions, ms } = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_7__/* .advanceRollout */ .q9)(cluster, request, lease, {
        command: 'gate',
        goal: 'judged',
        onPause: request.approve === true ? 'approve' : 'resume',
        startGate: _gate_setup_js__WEBPACK_IMPORTED_MODULE_3__/* .startGate */ .O4,
    }).finally(() => lease.release());
    return {
        release: rollout.candidate,
        baseline: rollout.baseline,
        state: stateOf(end),
        verdict: stageVerdict((0,_decision_record_js__WEBPACK_IMPORTED_MODULE_0__/* .lastVerdict */ .Yw)(decisions)),
        weight: rollout.weight,
        ...(0,_rollout_context_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOfEnd */ .$f)(end, rollout),
        ...(end.state === 'paused' ? { waits: end.paused } : {}),
        ms,
        decision: decisions,
    };
}
function requireApprovable({ candidate, paused, phase }) {
    if (paused?.for === 'approval')
        return;
    const current = paused === undefined ? `is in phase ${phase}` : (0,_rollout_pause_js__WEBPACK_IMPORTED_MODULE_6__/* .pauseSentence */ .WU)(paused);
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`release ${candidate} cannot be approved: it ${current}`, `instead, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)(['resume', 'rollback'], candidate)}`);
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
function stageVerdict(last) {
    switch (last?.verdict) {
        case undefined:
        case 'continue':
        case 'pod-local':
            return undefined;
        default:
            return last?.verdict;
    }
}


/***/ }),

/***/ 95131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _gate_setup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55767);
/* harmony import */ var _rollout_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74258);
/* harmony import */ var _rollout_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8106);
/* harmony import */ var _rollout_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89224);
/* harmony import */ var _run_hooks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96659);





async function promote(cluster, request) {
    const entry = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_2__/* .requireUnfinished */ .Fo)(cluster, request, ['promoting', 'watching']);
    const lease = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_3__/* .acquireRollout */ .W4)(cluster, request, entry);
    const progress = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_3__/* .advanceRollout */ .q9)(cluster, request, lease, {
        command: 'promote',
        goal: 'done',
        startGate: _gate_setup_js__WEBPACK_IMPORTED_MODULE_0__/* .startGate */ .O4,
    }).finally(() => lease.release());
    const { end, rollout, record, decisions: decision, ms } = progress;
    const release = rollout.candidate;
    switch (end.state) {
        case 'done': {
            const reason = await (0,_run_hooks_js__WEBPACK_IMPORTED_MODULE_4__/* .runPostHook */ .z0)(cluster, request, record, request.environment.namespace);
            if (reason !== undefined)
                return { release, state: 'failed', readyPods: end.pods, ms, decision, reason };
            return { release, state: 'complete', readyPods: end.pods, ms, decision };
        }
        case 'rolled-back':
            return { release, state: 'rolled-back', readyPods: 0, ...(0,_rollout_context_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOfEnd */ .$f)(end, rollout), ms, decision };
        case 'prepared':
        case 'judged':
        case 'paused':
        case 'needs-action':
            return { release, state: 'needs-action', readyPods: 0, ...(0,_rollout_context_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOfEnd */ .$f)(end, rollout), ms, decision };
        default:
            return end;
    }
}


/***/ })

};
