export const id = 7147;
export const ids = [7147];
export const modules = {

/***/ 57147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./.build/js/src/release/evidence/dossier.js + 1 modules
var evidence_dossier = __webpack_require__(27901);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workloads_workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/plan.js
var preflight_plan = __webpack_require__(88640);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/adoption.js




async function recordBaseline(records, request, baseline, lease, workers) {
    if (baseline.kind !== 'unrecorded')
        return baseline;
    const { template, number, up } = baseline;
    const record = await records.create(number, release => (0,preflight_plan/* observedRecord */.YD)(request, template, lease.token, release));
    const state = up ? 'complete' : 'failed';
    await records.conclude({
        schema: 1,
        release: record.release,
        state,
        token: lease.token,
        template,
        ...(Object.keys(workers).length === 0 ? {} : { workers: (0,workloads_workers/* templatesOf */.r3)(workers) }),
    });
    request.report(`what lives now is recorded as release ${record.release}`);
    return { kind: 'recorded', release: record.release, template };
}
function announceAdoption(live, report) {
    if (live === undefined || live.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] !== undefined)
        return;
    report(`adopting ${(0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(live))}: its pods are rolled once to carry ${naming/* labels */.WD.track}: stable`);
}

// EXTERNAL MODULE: ./.build/js/src/release/preflight/preflight.js
var preflight = __webpack_require__(90572);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/prerequisite.js
var prerequisite = __webpack_require__(46385);
// EXTERNAL MODULE: ./.build/js/src/release/engine/lifetime.js
var lifetime = __webpack_require__(53083);
// EXTERNAL MODULE: ./.build/js/src/release/state/journal.js
var state_journal = __webpack_require__(83658);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/strategy.js
var workloads_strategy = __webpack_require__(57817);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/exposure.js + 14 modules
var preflight_exposure = __webpack_require__(14758);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/rehearsal.js + 3 modules
var preflight_rehearsal = __webpack_require__(50274);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/unfinished.js
var unfinished = __webpack_require__(83862);
;// CONCATENATED MODULE: ./.build/js/src/release/preflight/ready.js









async function passPreflight(cluster, request, candidate, ground) {
    const { environment, report, wait } = request;
    const need = (0,lifetime/* needOfRelease */.PL)(environment, (0,workloads_strategy/* strategyFor */.f)(environment, ground).kind);
    await (0,lifetime/* requireLife */.mf)(cluster, (0,lifetime/* withWait */.SO)(need, wait), report);
    const { problems, ...rehearsal } = await (0,preflight_rehearsal/* rehearse */.Km)(cluster, request, candidate, ground);
    if (problems[0] !== undefined)
        throw problems[0];
    await (0,unfinished/* requireNothingParked */.yQ)(cluster, request);
    const { kind, judging, said, warnings, ...exposure } = await (0,preflight_exposure/* prepareExposure */.n)(cluster, request, ground, rehearsal);
    if (exposure.problems[0] !== undefined)
        throw exposure.problems[0];
    for (const warning of warnings)
        report(`warning: ${warning}`);
    for (const sentence of said)
        report(sentence);
    report('preflight passed');
    return { ...rehearsal, ground, kind, judging };
}
async function readyStill(cluster, request, candidate, before) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const [liveWorkload, entry, lives] = await Promise.all([
        cluster.get((0,kinds/* pathTo */.vs)(namespace, workload)),
        (0,state_journal/* readJournal */.a0)(cluster, namespace, config.app),
        (0,workloads_workers/* readWorkers */.QF)(cluster, namespace, (0,workloads_workers/* workersOf */.N)(environment)),
    ]);
    const problem = entry && (0,unfinished/* routesProblem */.OJ)(entry, environment);
    if (problem !== undefined)
        throw problem;
    const now = { ...before.ground, liveWorkload, held: (0,state_journal/* heldIn */.$f)(entry) };
    if ((0,workloads_strategy/* strategyFor */.f)(environment, now).kind !== before.kind) {
        report('what serves has changed since preflight, which begins again');
        const ground = await (0,preflight/* survey */.Fr)(cluster, request, candidate);
        return passPreflight(cluster, { ...request, wait: 0 }, candidate, ground);
    }
    const workers = Object.entries(before.ground.workers).map(([name, worker]) => [
        name,
        { ...worker, live: lives[name] },
    ]);
    return { ...before, ground: { ...now, workers: Object.fromEntries(workers) } };
}

// EXTERNAL MODULE: ./.build/js/src/release/runs/herald.js
var runs_herald = __webpack_require__(46494);
// EXTERNAL MODULE: ./.build/js/src/cluster/apply.js + 1 modules
var apply = __webpack_require__(40571);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/release/gating/watcher.js + 2 modules
var watcher = __webpack_require__(47633);
// EXTERNAL MODULE: ./.build/js/src/release/state/fencing.js
var fencing = __webpack_require__(59071);
// EXTERNAL MODULE: ./.build/js/src/release/state/post-hook.js
var post_hook = __webpack_require__(14719);
// EXTERNAL MODULE: ./.build/js/src/release/runs/progress.js + 10 modules
var progress = __webpack_require__(90088);
// EXTERNAL MODULE: ./.build/js/src/release/runs/under-way.js
var under_way = __webpack_require__(92578);
;// CONCATENATED MODULE: ./.build/js/src/release/runs/leftover.js










async function recover(cluster, request, lease) {
    const entry = await (0,under_way/* unfinished */.M)(cluster, request);
    if (entry === undefined) {
        const state = await (0,state_journal/* readJournal */.a0)(cluster, request.environment.namespace, request.config.app);
        const left = (0,post_hook/* openHookSentence */.b)(state?.journal);
        if (left !== undefined)
            request.report(`warning: ${left}`);
        return;
    }
    await (0,unfinished/* requireNothingParked */.yQ)(cluster, request);
    const asked = { ...request, wait: 0 };
    await (0,progress/* sweepRollout */.cf)(cluster, asked, lease, entry.journal, run => (0,watcher/* watcherOf */.g)(run, request));
}
async function leftBeside(cluster, { config: { app }, environment: { namespace } }, targets) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace), {
        labelSelector: naming/* selecting */.h7.fences(app),
    });
    return items.length === 0 ? undefined : apartFromRoutes(targets);
}
function apartFromRoutes(targets) {
    const isRoute = ({ manifest }) => manifest.object.kind === resources/* resources */.ES.httpRoute.kind;
    return { first: targets.filter(each => !isRoute(each)), routes: targets.filter(isRoute) };
}
async function clearBeside(cluster, request, lease, beside, dossier) {
    const { end } = await (0,progress/* finishRollout */.JZ)(cluster, { ...request, wait: 0 }, lease, dossier);
    if (end.state !== 'done')
        throw new Error(`what was left could not be cleared away: ${end.state}`);
    await applyRoutes(cluster, request, lease, beside);
}
async function applyRoutes(cluster, request, lease, { routes }) {
    const destinations = routes.map(({ manifest, path }) => ({
        path,
        live: undefined,
        object: manifest.object,
    }));
    await (0,apply/* applyObjects */.r3)(cluster, destinations, (0,fencing/* holdWith */.MN)(request.config.app, lease.token));
}

// EXTERNAL MODULE: ./.build/js/src/release/runs/prepare.js
var prepare = __webpack_require__(12477);
// EXTERNAL MODULE: ./.build/js/src/release/runs/remains.js
var runs_remains = __webpack_require__(82707);
// EXTERNAL MODULE: ./.build/js/src/toolkit/accident.js
var toolkit_accident = __webpack_require__(48423);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/release/engine/chronicle.js + 1 modules
var chronicle = __webpack_require__(67285);
// EXTERNAL MODULE: ./.build/js/src/release/engine/workload.js
var engine_workload = __webpack_require__(78061);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/decision.js
var decision = __webpack_require__(10747);
// EXTERNAL MODULE: ./.build/js/src/release/state/record.js
var state_record = __webpack_require__(58600);
// EXTERNAL MODULE: ./.build/js/src/release/state/reversibility.js
var reversibility = __webpack_require__(22850);
// EXTERNAL MODULE: ./.build/js/src/release/state/undo.js
var undo = __webpack_require__(62067);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/diagnosis.js
var diagnosis = __webpack_require__(69515);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/follow.js
var follow = __webpack_require__(3113);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/overtaken.js
var overtaken = __webpack_require__(38971);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/stuck.js
var stuck = __webpack_require__(45778);
// EXTERNAL MODULE: ./.build/js/src/release/runs/conclusion.js
var conclusion = __webpack_require__(44571);
// EXTERNAL MODULE: ./.build/js/src/release/runs/surroundings.js
var surroundings = __webpack_require__(25683);
;// CONCATENATED MODULE: ./.build/js/src/release/runs/rolling.js
























async function rollOut(cluster, request, lease, release) {
    const ended = await attempt(cluster, request, lease, release).catch((error) => {
        if (error instanceof overtaken.LeaseLost)
            throw error;
        return { state: 'failed', reason: `the rollout could not be followed: ${firstLine(error)}` };
    });
    const result = {
        release: release.record.release,
        baseline: release.baseline.kind === 'recorded' ? release.baseline.release : undefined,
        rolloutMs: performance.now() - release.started,
    };
    const { dossier, entry } = release;
    if (ended.state === 'complete')
        dossier.note(record => (0,decision/* noteDuration */.JA)(record, 'first write to all pods ready', Math.round(result.rolloutMs)));
    const done = await finish(cluster, request, lease, { release, ended, result }).catch(async (error) => {
        if (error instanceof overtaken.LeaseLost)
            throw error;
        const before = ended.state === 'complete' ? '' : `${ended.reason}; `;
        const reason = `${before}the release was left as it is: ${firstLine(error)}`;
        if (dossier.record.end === undefined)
            (0,chronicle/* noteLeft */.Yz)({ cluster, dossier, keeper: entry }, 'failed', reason);
        await dossier.save(request.report);
        return { ...result, state: 'failed', readyPods: 0, reason };
    });
    return { ...done, decision: dossier.record };
}
async function attempt(cluster, request, lease, { plan, ground, record, dossier, beside, creations }) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const fence = { app: config.app, token: lease.token };
    await (0,engine_workload/* readyForApply */.$B)(cluster, (0,kinds/* pathTo */.vs)(namespace, workload), fence, ground.autoscaler !== undefined);
    try {
        const first = (0,workloads_workers/* withoutWorkers */.gE)(beside?.first ?? plan.targets, environment);
        const all = (0,preflight_plan/* inOrder */.al)(first, environment, record.release);
        await (0,apply/* applyObjects */.r3)(cluster, all, (0,fencing/* holdWith */.MN)(fence.app, fence.token), (0,prepare/* noted */.ZT)(creations, fence.app, lease));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error instanceof overtaken.LeaseLost)
            throw error;
        return { state: 'failed', reason: error.message };
    }
    const end = await (0,follow/* followRollout */.h)(cluster, {
        namespace,
        workload,
        fence,
        stuckAfter: stuck/* patienceForward */.$c,
        deadline: environment.strategy.deadline,
        report,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    (0,chronicle/* notePodsOf */.G0)(dossier, end.seen, 'newest');
    if (end.state === 'complete')
        return end;
    const accident = end.cause.kind === 'cancelled' ? (0,toolkit_accident/* accidentOf */.xe)(request.signal) : undefined;
    const reason = accident ?? (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, namespace, end.cause));
    (0,chronicle/* noteCause */.mA)({ cluster, dossier }, end.cause, reason);
    return { state: 'failed', reason };
}
async function finish(cluster, request, lease, { release, ended, result, }) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const records = new state_record/* Records */.tU(cluster, namespace, config.app);
    const { dossier } = release;
    const keeper = new state_journal/* Keeper */.Vf(cluster, namespace, release.entry);
    const scribe = { cluster, dossier, keeper };
    const outcome = { schema: 1, release: result.release, token: lease.token };
    await lease.assertHeld();
    if (ended.state === 'complete' && (0,workloads_workers/* workersOf */.N)(environment).length > 0)
        return followed(cluster, request, lease, { ...release, result: { ...result, readyPods: ended.ready } });
    if (ended.state === 'complete') {
        const problem = await (0,conclusion/* conclude */.E)(cluster, records, request, {
            workload: environment.workload,
            journal: release.entry.journal,
            record: release.record,
            token: lease.token,
            workers: [],
            phase: 'done',
            reason: undefined,
        });
        if (release.beside === undefined)
            await keeper.change(journal => problem === undefined
                ? (0,state_journal/* moved */.Jy)(journal, 'done', cluster.now())
                : (0,state_journal/* replaced */.$3)(journal, problem, cluster.now()));
        else
            await clearBeside(cluster, request, lease, release.beside, dossier);
        if (problem !== undefined)
            (0,chronicle/* noteMoved */.eU)(scribe, 'undone', { reason: problem });
        else if (dossier.record.end === undefined)
            (0,chronicle/* noteMoved */.eU)(scribe, 'done', {});
        await dossier.save(report);
        if (problem !== undefined)
            return { ...result, state: 'undone', readyPods: ended.ready, reason: problem };
        const reason = await (0,surroundings/* runPostHook */.z)(cluster, request, release.record, namespace);
        if (reason !== undefined)
            return { ...result, state: 'failed', readyPods: ended.ready, reason };
        return { ...result, state: 'complete', readyPods: ended.ready };
    }
    report(`release ${result.release} failed: ${ended.reason}`);
    const { reversible } = release.record;
    if (reversible === false && (await isWritten(cluster, environment, result.release))) {
        const held = (0,reversibility/* heldBecause */.AA)(result.release, ended.reason);
        await records.conclude({ ...outcome, state: 'failed', reason: held });
        await keeper.change(journal => ({ ...journal, held: { at: Math.round(cluster.now()), reason: held } }));
        (0,chronicle/* noteLeft */.Yz)(scribe, 'held', held);
        await dossier.save(report);
        return { ...result, state: 'held', readyPods: 0, reason: held };
    }
    const { reason } = ended;
    await keeper.change(journal => (0,state_journal/* moved */.Jy)(journal, 'undoing', cluster.now(), { reason }));
    (0,chronicle/* noteMoved */.eU)(scribe, 'undoing', { reason });
    const { open, ...undone } = await rolling_undo(cluster, request, lease, release);
    await records.conclude({ ...outcome, state: undone.state, reason });
    const why = undone.reason === undefined ? reason : `${reason}; ${undone.reason}`;
    if (undone.state === 'failed')
        (0,chronicle/* noteLeft */.Yz)(scribe, 'failed', why);
    else if (!open && release.beside !== undefined)
        await (0,progress/* finishRollout */.JZ)(cluster, { ...request, wait: 0 }, lease, dossier);
    else if (!open) {
        await keeper.change(journal => (0,state_journal/* moved */.Jy)(journal, 'undone', cluster.now()));
        (0,chronicle/* noteMoved */.eU)(scribe, 'undone', undone.reason === undefined ? {} : { reason: why });
    }
    await dossier.save(report);
    return { ...result, ...undone, reason: why };
}
async function followed(cluster, request, lease, { record, ground, beside, dossier, result }) {
    const at = Math.round(cluster.now());
    const up = { at, phase: 'following', reason: 'all pods of the workload are ready' };
    dossier.note(known => (0,decision/* noteMoment */.jH)(known, up));
    const { end } = await (0,progress/* finishRollout */.JZ)(cluster, { ...request, wait: 0 }, lease, dossier);
    switch (end.state) {
        case 'undone': {
            const readyPods = ground.liveWorkload?.status?.readyReplicas ?? 0;
            return { ...result, state: 'undone', readyPods, reason: end.reason };
        }
        case 'held': {
            const state = record.reversible === false ? 'held' : 'failed';
            return { ...result, state, readyPods: 0, reason: end.reason };
        }
        default: {
            if (beside !== undefined)
                await applyRoutes(cluster, request, lease, beside);
            const reason = await (0,surroundings/* runPostHook */.z)(cluster, request, record, request.environment.namespace);
            return reason === undefined ? { ...result, state: 'complete' } : { ...result, state: 'failed', reason };
        }
    }
}
async function rolling_undo(cluster, request, lease, { ground, record, baseline, entry, beside, dossier }) {
    const { config, environment, report } = request;
    const fence = { app: config.app, token: lease.token };
    const started = performance.now();
    const cancelled = request.signal?.aborted === true && (0,toolkit_accident/* accidentOf */.xe)(request.signal) === undefined;
    const replicas = ground.liveWorkload?.spec?.replicas;
    if (baseline.kind === 'none') {
        const removed = await (0,undo/* removeMade */.gp)(cluster, entry.journal.makes ?? [], {
            ...fence,
            namespace: environment.namespace,
            manifests: record.manifests,
        });
        report(`first release removed again: ${removed.join(', ')}`);
        return { state: 'undone', readyPods: 0, undoMs: performance.now() - started };
    }
    const end = await (0,undo/* restoreTemplate */.DC)(cluster, {
        namespace: environment.namespace,
        workload: environment.workload,
        fence,
        template: baseline.template,
        release: baseline.release,
        deadline: cancelled ? 4000 : environment.strategy.deadline,
        patient: true,
        ...(replicas === undefined || ground.autoscaler !== undefined ? {} : { replicas }),
        report: line => report(`undo: ${line}`),
    });
    const undoMs = performance.now() - started;
    (0,chronicle/* notePodsOf */.G0)(dossier, end.seen, 'older');
    if (end.state === 'complete')
        return { state: 'undone', readyPods: end.ready, undoMs };
    if (cancelled) {
        const open = environment.workload.kind === 'StatefulSet' || beside !== undefined;
        const rest = open ? ', which sweep sees through' : '';
        const reason = `release ${baseline.release} was written back and is coming up${rest}`;
        return { state: 'undone', readyPods: 0, undoMs, reason, open };
    }
    const cause = (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, environment.namespace, end.cause));
    return {
        state: 'failed',
        readyPods: 0,
        undoMs,
        reason: `and release ${baseline.release} does not come up either: ${cause}`,
    };
}
async function isWritten(cluster, { namespace, workload }, release) {
    const live = await cluster.get((0,kinds/* pathTo */.vs)(namespace, workload));
    return live?.metadata?.annotations?.[naming/* labels */.WD.release] === String(release);
}
const firstLine = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0];

// EXTERNAL MODULE: ./.build/js/src/release/state/baseline.js
var state_baseline = __webpack_require__(74402);
// EXTERNAL MODULE: ./.build/js/src/release/state/custody.js
var custody = __webpack_require__(5178);
// EXTERNAL MODULE: ./.build/js/src/release/state/lease.js
var state_lease = __webpack_require__(78691);
// EXTERNAL MODULE: ./.build/js/src/release/state/requirement.js
var requirement = __webpack_require__(40730);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/candidate.js
var workloads_candidate = __webpack_require__(75507);
;// CONCATENATED MODULE: ./.build/js/src/release/deploy.js






















async function deploy(cluster, request) {
    const { config, environment, report } = request;
    const candidate = (0,workloads_candidate/* prepareManifests */._5)(request.manifests, environment, request.images);
    const [ground, promotion] = await Promise.all([
        (0,preflight/* survey */.Fr)(cluster, request, candidate),
        (0,prerequisite/* provePromotion */.W)(cluster, request),
        cluster.lifetime(),
    ]);
    const rests = promotion === undefined ? {} : { promotion: (0,requirement/* promotionSentence */.hv)(promotion) };
    if (rests.promotion !== undefined)
        report(rests.promotion);
    const found = await passPreflight(cluster, request, candidate, ground);
    const { namespace, workload } = environment;
    const lease = await (0,state_lease.acquireLease)(cluster, {
        app: config.app,
        namespace,
        workload,
        origin: request.origin,
        wait: request.wait,
        seize: false,
        begins: true,
        report,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    const creations = [];
    try {
        await recover(cluster, request, lease);
        const remains = await (0,runs_remains/* remainsOf */.ZT)(cluster, namespace, config.app, workload);
        const ours = { app: config.app, token: lease.token };
        if (remains !== undefined)
            await (0,runs_remains/* clearRemains */.Fz)(cluster, namespace, ours, remains, report);
        if (request.wait > 0)
            await (0,prerequisite/* provePromotion */.W)(cluster, request);
        const ready = await readyStill(cluster, request, candidate, found);
        await ready.salt.keep();
        const { plan, targets, judging } = ready;
        const placed = { ...plan, targets, ...(promotion === undefined ? {} : { promotion }) };
        const known = { plan: placed, ground: ready.ground, strategy: ready.kind, judging, creations };
        return { ...(await release(cluster, request, lease, known)), ...rests };
    }
    catch (error) {
        if (error instanceof overtaken.LeaseLost)
            await withdraw(cluster, request, lease, creations);
        throw error;
    }
    finally {
        await lease.release();
    }
}
async function release(cluster, request, lease, { plan, ground, strategy, judging, creations }) {
    const { config, environment, report } = request;
    const records = new state_record/* Records */.tU(cluster, environment.namespace, config.app, report);
    const releases = await records.list();
    const lives = (0,preflight/* livesOf */.D7)(ground);
    const found = (0,state_baseline/* baselineOf */.Bv)(ground.liveWorkload, releases);
    const baseline = await recordBaseline(records, request, found, lease, lives);
    const workers = (0,workloads_workers/* workersBefore */.zI)(lives, baseline, releases);
    const baselineNumber = baseline.kind === 'recorded' ? baseline.release : undefined;
    const first = (releases[0]?.record.release ?? 0) + 1;
    const { reversible } = (0,reversibility/* reversibilityOf */.h6)(environment, strategy, baselineNumber, releases);
    const record = await records.create(Math.max(first, (baselineNumber ?? 0) + 1), release => (0,preflight_plan/* recordOf */.zv)(request, plan, { token: lease.token, release, baseline: baselineNumber, reversible, workers }));
    report(`release ${record.release} recorded${baselineNumber === undefined ? ', the first' : `, baseline ${baselineNumber}`}`);
    announceAdoption(ground.liveWorkload, report);
    await lease.assertHeld();
    const refused = await (0,surroundings/* passPreHook */.W)(cluster, request, lease, { plan, record, records, creations });
    const beginning = { plan, ground, record, strategy, judging };
    if (refused !== undefined) {
        const { reason = '' } = refused;
        return { ...refused, decision: await (0,prepare/* recordRefusal */.SY)(cluster, request, lease, { ...beginning, reason }) };
    }
    const started = performance.now();
    const beside = strategy === 'rolling' ? await leftBeside(cluster, request, plan.targets) : undefined;
    const entry = await (0,prepare/* openJournal */._0)(cluster, request, lease, beginning);
    await lease.assertHeld();
    const place = { ...environment, app: config.app, workload: environment.workload, token: lease.token };
    const herald = new runs_herald/* Herald */.Po(cluster, { ...place, origin: request.origin }, report);
    herald.tell((0,runs_herald/* beginningOf */.VI)(entry.journal));
    if (strategy !== 'rolling') {
        await herald.settled();
        const known = { plan, ground, record, entry, baseline: baselineNumber, started, creations };
        return (0,prepare/* prepare */.iA)(cluster, request, lease, known);
    }
    const { why } = (0,workloads_strategy/* strategyFor */.f)(environment, ground);
    const begun = { environment, record, journal: entry.journal, doing: 'deploy', ...(why && { why }) };
    const dossier = (0,evidence_dossier/* beginDossier */.xL)(cluster, begun);
    const known = { plan, ground, record, baseline, entry, dossier, started, beside, creations };
    const ended = await rollOut(cluster, request, lease, known);
    herald.tell(...(0,runs_herald/* endOf */.pJ)(ended));
    await herald.settled();
    return ended;
}
async function withdraw(cluster, { config, environment, report }, { token }, creations) {
    try {
        await (0,custody/* retract */.I4)(cluster, creations, config.app, token);
        await (0,runs_remains/* closeOwn */.vh)(cluster, environment.namespace, config.app, token);
    }
    catch (error) {
        report(`what this run began was not taken back: ${error instanceof Error ? error.message : error}`);
    }
}


/***/ })

};
