export const id = 88;
export const ids = [88];
export const modules = {

/***/ 33863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ gatewayFact),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* unused harmony export readyEndpoints */
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8999);

function factsOf(before, now, slices, need) {
    const known = new Map(before.flatMap(pod => containersOf(pod).map(({ name, restartCount }) => [`${pod.metadata?.uid}/${name}`, restartCount])));
    const staying = now.filter(pod => pod.metadata?.deletionTimestamp === undefined);
    const ofPods = staying.flatMap(pod => containersOf(pod).flatMap(status => {
        const restarts = status.restartCount - (known.get(`${pod.metadata?.uid}/${status.name}`) ?? 0);
        const fact = containerFact(status, restarts, pod.metadata?.name ?? '');
        return fact === undefined ? [] : [fact];
    }));
    const ready = readyEndpoints(slices);
    if (ready >= need)
        return ofPods;
    const detail = `${ready === 0 ? 'no pod' : `only ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(ready, 'pod')}`} of the candidate can take requests, ${need} must`;
    return [...ofPods, { kind: 'endpoints-missing', detail }];
}
function containersOf({ status }) {
    return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}
const hopeless = new Set([
    'ImagePullBackOff',
    'ErrImagePull',
    'InvalidImageName',
    'ErrImageNeverPull',
    'CreateContainerConfigError',
    'CreateContainerError',
    'RunContainerError',
]);
function containerFact({ name, state, lastState }, restarts, pod) {
    const about = (kind, what) => ({
        kind,
        pod,
        detail: `container ${name} of pod ${pod} ${what}`,
    });
    const ended = state?.terminated ?? (restarts > 0 ? lastState?.terminated : undefined);
    if (ended?.reason === 'OOMKilled')
        return about('out-of-memory', 'ran out of memory');
    const waiting = state?.waiting?.reason ?? '';
    if (waiting === 'CrashLoopBackOff') {
        return about('crash-loop', `ends again and again${exitText(lastState?.terminated?.exitCode)}`);
    }
    if (hopeless.has(waiting))
        return about('not-starting', `cannot start (${waiting})`);
    if (restarts <= 0)
        return undefined;
    return about('restart', `was restarted${restarts === 1 ? '' : ` ${restarts} times`} since the rollout began${exitText(ended?.exitCode)}`);
}
function exitText(code) {
    return code === undefined ? '' : ` (exit code ${code})`;
}
function readyEndpoints(slices) {
    const pods = slices
        .flatMap(({ endpoints }) => endpoints ?? [])
        .filter(({ conditions }) => conditions?.ready !== false)
        .map(({ targetRef, addresses }) => targetRef?.uid ?? targetRef?.name ?? addresses[0]);
    return new Set(pods).size;
}
const manyLost = { requests: 10, share: 0.2 };
function gatewayFact(traffic, weight) {
    const { canary, total, errors = 0, reached, unserved = 0 } = traffic;
    const sent = Math.max(canary, ((total + unserved) * weight) / 100);
    const unreached = reached === undefined ? 0 : Math.min(errors, canary - reached);
    const lost = Math.max(unserved, unreached);
    if (lost < manyLost.requests || lost < manyLost.share * sent)
        return undefined;
    const detail = `the gateway itself answered ${Math.round(lost)} of about ${Math.round(sent)} requests for the candidate with 5xx`;
    return { kind: 'gateway-errors', detail };
}


/***/ }),

/***/ 73117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ mirror)
/* harmony export */ });
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);


async function mirror(cluster, path, query, signal, changed, shortest = 1000) {
    const objects = new Map();
    const gone = new Set();
    let stale;
    let refused;
    const put = (object) => {
        const uid = object.metadata?.uid ?? '';
        const known = objects.get(uid);
        if (gone.has(uid) || (known !== undefined && isNewer(known, object)))
            return;
        objects.set(uid, object);
        changed();
    };
    const drop = (uid) => {
        gone.add(uid);
        objects.delete(uid);
        changed();
    };
    const relist = async () => {
        const { items, resourceVersion } = await cluster.list(path, query);
        objects.clear();
        for (const item of items)
            objects.set(item.metadata?.uid ?? '', item);
        stale = undefined;
        refused = undefined;
        changed();
        return resourceVersion;
    };
    const follow = async (version) => {
        for await (const { type, object } of cluster.watch(path, { ...query, resourceVersion: version }, signal)) {
            if (type === 'ERROR')
                return;
            if (type === 'BOOKMARK')
                continue;
            if (type === 'DELETED')
                drop(object.metadata?.uid ?? '');
            else
                put(object);
        }
    };
    const keep = async (first) => {
        let version = first;
        while (!signal.aborted) {
            const began = performance.now();
            try {
                version ??= await relist();
                await follow(version);
            }
            catch (error) {
                if (signal.aborted)
                    return;
                stale ??= performance.now();
                if (version === undefined)
                    refused = isRefusal(error) ? { since: refused?.since ?? performance.now(), error } : undefined;
                changed();
                await pause(shortest / 2, signal);
            }
            await pause(began + shortest - performance.now(), signal);
            version = undefined;
        }
    };
    void keep(await relist());
    return {
        items: () => [...objects.values()],
        put,
        drop,
        staleSince: () => stale,
        refusal: () => refused !== undefined && performance.now() - refused.since > _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_0__/* .timing */ .N.refusal ? refused.error : undefined,
    };
}
const isRefusal = (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingRight */ .tH || (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && error.status === 401);
function isNewer(a, b) {
    const [known, other] = [a, b].map(({ metadata }) => Number(metadata?.resourceVersion ?? Number.NaN));
    return (known ?? 0) > (other ?? 0);
}
async function pause(ms, signal) {
    if (ms <= 0 || signal.aborted)
        return;
    return new Promise(resolve => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
        }, { once: true });
    });
}


/***/ }),

/***/ 58547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ Assessor)
/* harmony export */ });
/* harmony import */ var _workloads_patience_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54587);

class Assessor {
    #canary;
    #workload;
    #worker;
    #workers = new Map();
    constructor(cluster, namespace) {
        const isComing = (0,_workloads_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeIsComing */ .AM)(cluster, namespace);
        this.#canary = new _workloads_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .Patience */ .i3(isComing);
        this.#workload = new _workloads_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .Patience */ .i3(isComing);
        this.#worker = () => new _workloads_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .Composure */ .IM(isComing);
    }
    async assess(seen, at = performance.now()) {
        return {
            canary: await this.#canary.assess(seen.canary, seen, at),
            workload: await this.#workload.assess(seen.workload, seen, at),
            workers: await this.#assessWorkers(seen, at),
        };
    }
    async #assessWorkers({ workers }, at) {
        const assessed = Object.entries(workers).map(async ([name, seen]) => {
            const composure = this.#workers.get(name) ?? this.#worker();
            this.#workers.set(name, composure);
            return [name, await composure.assess(seen, at)];
        });
        return Object.fromEntries(await Promise.all(assessed));
    }
}


/***/ }),

/***/ 67285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pl: () => (/* binding */ headline),
  mA: () => (/* binding */ noteCause),
  IU: () => (/* binding */ noteEnd),
  Yz: () => (/* binding */ noteLeft),
  eU: () => (/* binding */ noteMoved),
  G0: () => (/* binding */ notePodsOf),
  qr: () => (/* binding */ noteSeen)
});

// UNUSED EXPORTS: servingOf

// EXTERNAL MODULE: ./.build/js/src/release/evidence/decision.js
var decision = __webpack_require__(10747);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/findings.js + 1 modules
var findings = __webpack_require__(56895);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var workloads_pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/evidence/pod-facts.js

function podFactsOf({ workload, revisions, pods }, carriers, copy) {
    const isNewest = workload === undefined ? undefined : (0,workloads_pods/* newestOf */.su)(workload, revisions);
    if (workload !== undefined && carriers !== 'none' && isNewest === undefined)
        return undefined;
    const own = (0,workloads_pods/* podsOwnedBy */.Nr)(workload, revisions);
    const copied = (0,workloads_pods/* podsOwnedBy */.Nr)(copy, revisions);
    const isCandidate = (pod) => copied(pod) || (carriers !== 'none' && isNewest?.(pod) === (carriers === 'newest'));
    const trackOf = (pod) => (isCandidate(pod) ? 'canary' : 'baseline');
    return pods
        .filter(pod => (0,workloads_pods/* isLiving */.O)(pod) && (own(pod) || copied(pod)))
        .map(pod => factsOf(pod, trackOf(pod)));
}
function factsOf(pod, track) {
    const { metadata, spec } = pod;
    const zone = metadata?.labels?.['topology.kubernetes.io/zone'];
    const note = noteOf(pod);
    return {
        pod: metadata?.name ?? '',
        track,
        ...(spec?.nodeName === undefined ? {} : { node: spec.nodeName }),
        ...(zone === undefined ? {} : { zone }),
        ready: (0,workloads_pods/* isReady */.i_)(pod),
        restarts: (0,workloads_pods/* containerStatusesOf */.Xy)(pod).reduce((sum, { restartCount }) => sum + restartCount, 0),
        ...(note === undefined ? {} : { note }),
    };
}
function noteOf(pod) {
    for (const { name, state, lastState } of (0,workloads_pods/* containerStatusesOf */.Xy)(pod)) {
        const waiting = state?.waiting?.reason;
        if (!(0,workloads_pods/* isStarting */.zd)(waiting))
            return `${name}: ${waiting}`;
        const ended = lastState?.terminated;
        if (ended !== undefined)
            return `${name} ended before: ${ended.reason ?? ''} (exit code ${ended.exitCode})`;
    }
    return pod.status?.conditions?.find(({ type }) => type === 'PodScheduled')?.reason;
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/diagnosis.js
var diagnosis = __webpack_require__(69515);
// EXTERNAL MODULE: ./.build/js/src/release/engine/course.js
var engine_course = __webpack_require__(28597);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/chronicle.js





function noteMoved(scribe, phase, { step, weight, reason }) {
    const { cluster, dossier, keeper } = scribe;
    const at = Math.round(cluster.now());
    const { candidate, baseline, strategy } = keeper.journal;
    const moment = {
        at,
        phase,
        ...(step === undefined ? {} : { step }),
        ...(weight === undefined || strategy === 'rolling' ? {} : { weight }),
        ...(reason === undefined ? {} : { reason }),
    };
    dossier.note(record => (0,decision/* noteMoment */.jH)(record, moment));
    if (phase !== 'done' && phase !== 'undone')
        return;
    const began = dossier.record.timeline.findLast(each => each.phase === 'undoing')?.at;
    if (phase === 'undone' && began !== undefined)
        dossier.note(record => (0,decision/* noteDuration */.JA)(record, 'undo', Math.max(0, at - began)));
    const serves = phase === 'done' ? candidate : baseline;
    const good = strategy === 'rolling' ? 'all of its pods are ready' : 'shown to be good';
    dossier.note(findings/* withFindings */.$);
    noteEnd(scribe, {
        at,
        state: phase === 'done' ? 'promoted' : 'undone',
        reason: reason ?? keeper.journal.reason ?? good,
        weight: phase === 'done' ? 100 : 0,
        ...(serves === undefined ? {} : { serves }),
    });
}
function noteEnd({ cluster, dossier }, end) {
    dossier.note(record => (0,decision/* endRecord */.rs)((0,decision/* noteCalls */.wk)(record, { all: cluster.calls() }), end));
}
function noteCause({ cluster, dossier }, cause, sentence) {
    const at = Math.round(cluster.now());
    const fact = (0,diagnosis/* factOf */.yD)(cause, sentence);
    if (fact !== undefined)
        dossier.note(record => (0,decision/* noteFact */.lx)(record, at, fact));
}
function noteLeft(scribe, state, reason) {
    const { cluster, dossier, keeper } = scribe;
    const serving = servingOf(keeper.journal, dossier.record);
    noteEnd(scribe, { at: Math.round(cluster.now()), state, reason, ...serving });
}
function servingOf({ candidate, baseline, weight, strategy }, { pods }) {
    const by = (serves) => (serves === undefined ? {} : { serves });
    if (strategy !== 'rolling')
        return { weight, ...by(baseline) };
    const ready = (track) => pods.filter(each => each.track === track && each.ready && each.gone === undefined).length;
    const [young, old] = [ready('canary'), ready('baseline')];
    if (young + old === 0)
        return { weight: 0 };
    return { weight: Math.round((100 * young) / (young + old)), ...by(young > old ? candidate : baseline) };
}
function notePodsOf(dossier, seen, carriers, copy) {
    const pods = podFactsOf(seen, carriers, copy);
    if (pods !== undefined)
        dossier.note(record => (0,decision/* notePods */.RU)(record, pods));
}
function noteSeen({ course, dossier, keeper, world }) {
    const o = world.observe();
    const { strategy, undoneFrom } = keeper.journal;
    const had = strategy === 'rolling' || undoneFrom === 'promoting' || undoneFrom === 'watching';
    notePodsOf(dossier, o, (0,engine_course/* isCandidate */.qn)(course, o.workload) ? 'newest' : had ? 'older' : 'none', o.canary);
}
function headline(phase, weight) {
    switch (phase) {
        case 'stepping':
            return `step: ${weight} %`;
        case 'baking':
            return `bake at ${weight} %`;
        default:
            return phase;
    }
}


/***/ }),

/***/ 28597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ capacityOf),
/* harmony export */   EB: () => (/* binding */ podsOf),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   YH: () => (/* binding */ canaryService),
/* harmony export */   gh: () => (/* binding */ canCarry),
/* harmony export */   qn: () => (/* binding */ isCandidate),
/* harmony export */   sL: () => (/* binding */ isJudged)
/* harmony export */ });
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29296);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90352);


function isCandidate(course, workload) {
    return workload?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.release] === String(course.candidate);
}
const isJudged = ({ candidate }, canary) => canary?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.judged] === String(candidate);
const capacityOf = (o) => Math.max(o.journal?.capacity ?? 1, o.workload?.spec?.replicas ?? 1);
const podsOf = (o, track) => o.pods.filter(pod => (pod.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(o, track) {
    const isOwn = (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .podsOwnedBy */ .Nr)(track === 'stable' ? o.workload : o.canary, o.revisions);
    return podsOf(o, track).filter(pod => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isLiving */ .O)(pod) && (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_)(pod) && isOwn(pod));
}
function canCarry(course, o, set) {
    const ready = readyOf(o, 'stable').length;
    if (ready === 0)
        return false;
    const rolls = isCandidate(course, o.workload) || o.journal?.undoneFrom === 'promoting';
    return (set < 100 && !rolls) || ready >= Math.min(capacityOf(o), Math.max(1, readyOf(o, 'canary').length));
}
const canaryService = (course, o) => o.services.find(({ metadata }) => metadata?.name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb.canary(course.service ?? ''));


/***/ }),

/***/ 821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/traffic/fence.js
var fence = __webpack_require__(13590);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/engine/course.js
var engine_course = __webpack_require__(28597);
// EXTERNAL MODULE: ./.build/js/src/release/state/fencing.js
var fencing = __webpack_require__(59071);
// EXTERNAL MODULE: ./.build/js/src/release/state/reversibility.js
var reversibility = __webpack_require__(22850);
// EXTERNAL MODULE: ./.build/js/src/release/state/undo.js
var undo = __webpack_require__(62067);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/diagnosis.js
var diagnosis = __webpack_require__(69515);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/stuck.js
var workloads_stuck = __webpack_require__(45778);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/owners.js
var owners = __webpack_require__(8212);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workloads_workers = __webpack_require__(17121);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/going-back.js




const patience = 5 * 60_000;
function strayed({ workers, candidate }, o) {
    const baseline = o.journal?.baseline;
    return workers.find(({ name, before, passed }) => {
        const live = o.workers[name]?.workload;
        if (before === undefined || live === undefined || live.metadata?.deletionTimestamp !== undefined)
            return false;
        if (before === null && baseline === undefined)
            return false;
        const at = (0,workloads_workers/* releaseOf */.l7)(live);
        return passed ? at !== undefined && at !== baseline : at === candidate;
    });
}
function settle(course, o, journal, insight) {
    const began = Math.floor(journal.since / 1000) * 1000;
    const ours = course.workers.filter(({ name, before }) => {
        const live = o.workers[name]?.workload;
        return before && live !== undefined && (0,owners/* writtenAt */.nt)(live) >= began;
    });
    const slow = ours.filter(({ name }) => {
        const seen = insight.workers[name];
        return seen?.state === 'failed' || (seen?.state === 'progressing' && seen.ready < seen.wanted);
    });
    const waiting = slow.find(({ name }) => insight.workers[name]?.state === 'progressing');
    if (waiting !== undefined && o.now - journal.since < patience) {
        for (const { name, ref } of slow) {
            const stuck = (0,workloads_stuck/* unstuck */.oI)(ref, o.workers[name], o.now, 0);
            if (stuck !== undefined)
                return stuck;
        }
        return { do: 'await', what: `${(0,kinds/* titleOf */.Gg)(waiting.ref)} comes up again`, ms: 1000 };
    }
    return slow.map(({ ref }) => `; ${(0,kinds/* titleOf */.Gg)(ref)} was put back and is not up`).join('');
}

;// CONCATENATED MODULE: ./.build/js/src/release/engine/tidying.js










const brief = 60_000;
const untilRefused = 30_000;
function tidying_undo(course, o, journal, insight) {
    const { router } = course;
    const worker = strayed(course, o);
    if (journal.baseline === undefined) {
        if (worker !== undefined)
            return { do: 'restore-worker', name: worker.name };
        if ((0,undo/* hasHadOtherReleases */.SC)(o.workload, journal.candidate))
            return {
                do: 'hold',
                reason: `cannot undo release ${journal.candidate} as a first release: ${(0,kinds/* titleOf */.Gg)(course.workload)} has run other releases; deploy a version that works`,
            };
        return insight.removed ? { do: 'enter', phase: 'undone', weight: 0 } : { do: 'remove-made' };
    }
    if (course.baselineTemplate === undefined &&
        (o.workload === undefined || (0,engine_course/* isCandidate */.qn)(course, o.workload))) {
        return {
            do: 'hold',
            reason: `the record of release ${journal.baseline} has no template to put back; release a version that works`,
        };
    }
    if (o.workload === undefined)
        return { do: 'recreate-workload' };
    if ((0,engine_course/* isCandidate */.qn)(course, o.workload))
        return { do: 'restore-workload' };
    if (worker !== undefined)
        return { do: 'restore-worker', name: worker.name };
    const stuck = (0,workloads_stuck/* unstuck */.oI)(course.workload, o, o.now, 0);
    if (stuck !== undefined)
        return stuck;
    const set = router.weight(o) ?? 0;
    if (set > 0)
        return broughtBack(course, o, journal, insight, set);
    const starting = started(o, journal, insight);
    const rest = starting ?? tidy(course, o);
    if (rest !== undefined)
        return rest;
    const { state = 'complete' } = insight.workload ?? {};
    if (state === 'failed')
        return { do: 'hold', reason: `release ${journal.baseline} does not come up either` };
    const down = state !== 'complete';
    if (down && o.now - journal.since < patienceFor(journal, o))
        return { do: 'await', what: `release ${journal.baseline} comes up again`, ms: 1000 };
    const workers = settle(course, o, journal, insight);
    if (typeof workers !== 'string')
        return workers;
    const behind = `${down ? `; release ${journal.baseline} is not up` : ''}${workers}`;
    const reason = behind === '' ? {} : { reason: `${journal.reason ?? 'undone'}${behind}` };
    return { do: 'enter', phase: 'undone', weight: 0, ...reason };
}
function patienceFor(journal, { workload }) {
    const made = Date.parse(workload?.metadata?.creationTimestamp ?? '') || 0;
    const { undoneFrom = 'promoting', strategy } = journal;
    const moved = (0,reversibility/* hasMovedOver */.Gm)({ phase: undoneFrom, strategy }, true);
    return moved || made >= journal.startedAt ? journal.deadline - journal.startedAt : brief;
}
function broughtBack(course, o, journal, insight, set) {
    const { router } = course;
    const ready = (0,engine_course/* readyOf */.Js)(o, 'stable').length;
    const late = insight.workload?.state === 'failed' || o.now - journal.since > brief;
    const whole = ready > 0 && ready >= (o.workload?.spec?.replicas ?? 1);
    if (whole || (0,engine_course/* canCarry */.gh)(course, o, set) || (late && ready > 0)) {
        return { do: 'patch', what: 'traffic back to the baseline', writes: router.shift(o, 0) };
    }
    if (late) {
        return {
            do: 'hold',
            reason: `release ${journal.baseline} has no ready pod that could take the traffic back; release a version that works`,
        };
    }
    const all = set < 100 && ready === 0 && (0,engine_course/* readyOf */.Js)(o, 'canary').length > 0 ? router.shift(o, 100) : [];
    if (all.length > 0)
        return { do: 'patch', what: 'all traffic to the canary while the baseline comes up', writes: all };
    return { do: 'await', what: `${ready} pods of release ${journal.baseline} ready`, ms: 1000 };
}
function started(o, journal, insight) {
    const { workload } = insight;
    if ((0,engine_course/* readyOf */.Js)(o, 'stable').length > 0 || (0,engine_course/* readyOf */.Js)(o, 'canary').length === 0)
        return undefined;
    if (workload?.state !== 'progressing' || o.now - journal.since > brief)
        return undefined;
    return { do: 'await', what: `release ${journal.baseline} comes up again`, ms: 1000 };
}
function tidy(course, o) {
    const { router } = course;
    const split = router.clean(o);
    if (split.length > 0) {
        return settled(course, o) ?? { do: 'patch', what: 'the route is as it was', writes: split };
    }
    if (o.canary !== undefined && o.canary.metadata?.deletionTimestamp === undefined) {
        return settled(course, o) ?? remove('the canary', canaryPath(course), o.canary);
    }
    const living = (0,engine_course/* podsOf */.EB)(o, 'canary').filter(pod => pod.metadata?.deletionTimestamp === undefined);
    if (living.length > 0)
        return { do: 'await', what: 'the pods of the canary end' };
    const service = (0,engine_course/* canaryService */.YH)(course, o);
    if (service !== undefined)
        return remove("the canary's Service", servicePath(course, naming/* nameOf */.Vb.canary(course.service ?? '')), service);
    const pins = router.unpin(o);
    if (pins.length > 0)
        return { do: 'patch', what: 'Services select as before', writes: pins };
    const floor = course.restoreFloor(o);
    if (floor.length > 0)
        return { do: 'patch', what: 'the autoscaler has its room back', writes: floor };
    const fence = o.fences.find(each => (0,fencing/* tokenOfFence */._m)(each) <= course.token);
    if (fence !== undefined) {
        const { namespace = '', name } = fence.metadata ?? {};
        return remove('the fence', (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, name), fence);
    }
    return undefined;
}
function carried(course, o) {
    const trouble = course.router.trouble(o);
    if (trouble === undefined)
        return undefined;
    const { detail, refused } = trouble;
    const { acceptance } = course.gateway;
    const patience = refused ? Math.min(acceptance, untilRefused) : acceptance;
    const since = o.now - course.router.setAt(o);
    return since < patience ? { do: 'await', what: detail, ms: 1000 } : giveBack(course, o, detail);
}
function settled(course, o) {
    const setAt = course.router.setAt(o);
    const trouble = course.router.trouble(o);
    if (trouble?.refused === false && o.now - setAt < course.gateway.acceptance)
        return { do: 'await', what: trouble.detail, ms: 1000 };
    const left = setAt + drainOf(course, o) - o.now;
    return left > 0 ? { do: 'await', what: 'the gateway carries it out', ms: left } : undefined;
}
function drainOf({ gateway: { arrival, drain } }, { journal }) {
    const { lag = 0 } = journal?.gate?.state ?? {};
    return Math.max(drain, Math.min(lag, arrival));
}
const canaryPath = ({ namespace, workload }) => (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, naming/* nameOf */.Vb.canary(workload.name));
const servicePath = ({ namespace }, name) => (0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, name);
function remove(what, path, object) {
    return { do: 'remove', what, path, uid: object.metadata?.uid ?? '' };
}
function giveBack(course, o, reason) {
    if (hasNoWayBack(course, o))
        return { do: 'hold', reason: (0,reversibility/* heldBecause */.AA)(course.candidate, reason) };
    return { do: 'enter', phase: 'undoing', weight: 0, reason, writes: takeBack(course, o) };
}
function hasNoWayBack(course, { journal, workload }) {
    if (course.reversible || journal?.baseline === undefined || journal.abortRequested !== undefined)
        return false;
    return (0,reversibility/* hasMovedOver */.Gm)(journal, (0,engine_course/* isCandidate */.qn)(course, workload));
}
function takeBack(course, o) {
    const set = course.router.weight(o) ?? 0;
    if (set === 0 || (0,engine_course/* isCandidate */.qn)(course, o.workload) || !(0,engine_course/* canCarry */.gh)(course, o, set))
        return [];
    return course.router.shift(o, 0);
}
function giveUp(course, o, cause) {
    if (hasNoWayBack(course, o)) {
        return { do: 'hold', reason: (0,reversibility/* heldBecause */.AA)(course.candidate, (0,diagnosis/* sentenceOf */.$N)(cause)) };
    }
    return { do: 'give-up', cause, writes: takeBack(course, o) };
}

;// CONCATENATED MODULE: ./.build/js/src/release/engine/bringing-up.js



function bringUp(course, o, insight, need) {
    const { router } = course;
    const floor = course.raiseFloor(o);
    if (floor.length > 0)
        return { do: 'patch', what: 'the autoscaler keeps its pods', writes: floor };
    const pins = router.pin(o);
    if (pins.length > 0)
        return { do: 'patch', what: 'Services keep to the stable pods', writes: pins };
    if (router.ownService && (0,engine_course/* canaryService */.YH)(course, o) === undefined)
        return { do: 'create-service' };
    if (o.canary === undefined)
        return { do: 'create-canary', replicas: need };
    if (o.canary.metadata?.deletionTimestamp !== undefined)
        return { do: 'await', what: 'the canary of an earlier rollout ends' };
    if (o.canary.metadata?.annotations?.[naming/* labels */.WD.release] !== String(course.candidate)) {
        const weight = router.weight(o) ?? 0;
        if (weight > 0) {
            const reason = `the canary of an earlier rollout still has ${weight} % of the traffic; end that one by a rollback first`;
            return { do: 'hold', reason };
        }
        return remove('the canary of an earlier rollout', canaryPath(course), o.canary);
    }
    if ((o.canary.spec?.replicas ?? 0) < need) {
        return { do: 'patch', what: `canary: ${need} pods`, writes: [scale(course, o.canary, need)] };
    }
    const { canary } = insight;
    if (canary?.state === 'failed')
        return giveUp(course, o, canary.cause);
    const ready = (0,engine_course/* readyOf */.Js)(o, 'canary').length;
    if (ready < need)
        return { do: 'await', what: `${ready} of ${need} canary pods ready` };
    return undefined;
}
function scale(course, canary, replicas) {
    return {
        path: canaryPath(course),
        patch: [...course.guard(canary), { op: 'replace', path: '/spec/replicas', value: replicas }],
    };
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/release/dead-man/dead-man.js + 1 modules
var dead_man = __webpack_require__(6924);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/guarding.js



function guardedBy(course, o, carried) {
    const open = course.router.open(o);
    if (open.length > 0)
        return { do: 'patch', what: 'the canary is in the routes, without traffic', writes: open };
    return carried(course, o) ?? (course.deadMan === undefined ? undefined : armed(course, o));
}
function guardedAgain(course, o) {
    return course.deadMan !== undefined && jobOf(course, o) === undefined
        ? { do: 'create-dead-man' }
        : undefined;
}
function unguarded(course, o) {
    return course.deadMan === undefined
        ? giveBack(course, o, 'it would have to wait, and nothing takes the traffic back meanwhile')
        : armed(course, o);
}
const jobOf = ({ deadMan }, o) => o.jobs.find(({ metadata }) => metadata?.name === deadMan?.name);
function armed(course, o) {
    const job = jobOf(course, o);
    if (job === undefined)
        return { do: 'create-dead-man' };
    if ((0,dead_man/* isWatching */.wF)(job))
        return undefined;
    const waited = o.now - (Date.parse(job.metadata?.creationTimestamp ?? '') || o.now);
    if (waited < timing/* timing */.N.watchdogStart)
        return { do: 'await', what: 'the dead man tries what it would do', ms: 1000 };
    const name = course.deadMan?.name;
    return giveBack(course, o, `the dead man does not watch: see Job/${name}, its image and its account`);
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/following.js





function follow(course, o, insight) {
    const workers = course.workers.filter(({ candidate }) => candidate !== undefined);
    const liveOf = ({ name }) => o.workers[name]?.workload;
    const next = workers.find(worker => !(0,engine_course/* isCandidate */.qn)(course, liveOf(worker)));
    if (next !== undefined)
        return { do: 'apply-worker', name: next.name };
    const ends = workers.map(worker => ({ worker, seen: insight.workers[worker.name] }));
    for (const { seen } of ends)
        if (seen?.state === 'failed')
            return giveUp(course, o, seen.cause);
    const slow = ends.filter(({ seen }) => seen?.state !== 'complete');
    const late = slow.find(({ worker, seen }) => seen !== undefined &&
        seen.ready < seen.wanted &&
        o.now > (0,owners/* writtenAt */.nt)(liveOf(worker) ?? {}) + course.deadlineMs);
    if (late !== undefined)
        return giveBack(course, o, `${(0,kinds/* titleOf */.Gg)(late.worker.ref)} did not come up in time`);
    const [first] = slow;
    if (first === undefined)
        return undefined;
    for (const { worker } of slow) {
        const stuck = (0,workloads_stuck/* unstuck */.oI)(worker.ref, o.workers[worker.name], o.now, workloads_stuck/* patienceForward */.$c);
        if (stuck !== undefined)
            return stuck;
    }
    const counted = first.seen === undefined ? '' : `: ${first.seen.ready} of ${first.seen.wanted} pods`;
    return { do: 'await', what: `${(0,kinds/* titleOf */.Gg)(first.worker.ref)} follows${counted}` };
}

;// CONCATENATED MODULE: ./.build/js/src/release/engine/promotion.js








const endedBefore = 'the run that released it ended before it had applied everything';
function promote(course, o, insight) {
    if (course.goal === 'judged')
        return { do: 'end' };
    const replaced = replacedByOthers(course, o);
    if (replaced !== undefined)
        return replaced;
    const { router, promotionWeight } = course;
    if ((o.journal?.weight ?? 100) < promotionWeight)
        return { do: 'weigh', weight: promotionWeight };
    const complete = insight.workload?.state === 'complete' &&
        o.workload !== undefined &&
        (0,engine_course/* readyOf */.Js)(o, 'stable').length >= (0,kinds/* replicasOf */.N4)(o.workload);
    const served = o.canary?.metadata?.deletionTimestamp !== undefined || o.canary === undefined;
    const moved = (0,engine_course/* isCandidate */.qn)(course, o.workload) && (complete || (served && router.weight(o) === 0));
    if (course.strategy === 'rolling' && !(moved && complete))
        return rolling(course, o, insight);
    if (!moved)
        return rolled(course, o, insight);
    const set = router.weight(o);
    if (set !== undefined && set > 0) {
        return settled(course, o) ?? givenOver(course, o, set);
    }
    const rest = tidy(course, o);
    if (rest !== undefined)
        return rest;
    if (insight.workload?.state === 'failed')
        return giveUp(course, o, insight.workload.cause);
    if (!complete)
        return { do: 'await', what: `${(0,kinds/* titleOf */.Gg)(course.workload)} is not all up` };
    const following = follow(course, o, insight);
    if (following !== undefined)
        return following;
    return course.watchMs > 0 && course.strategy === 'canary'
        ? { do: 'enter', phase: 'watching', weight: 100 }
        : { do: 'enter', phase: 'done', weight: 100 };
}
function replacedByOthers(course, o) {
    if (o.workload === undefined || (0,engine_course/* isCandidate */.qn)(course, o.workload) || hasNoWayBack(course, o))
        return undefined;
    const { uid } = o.workload.metadata ?? {};
    const written = o.revisions.some(each => (0,pods/* isOwnedBy */.D0)(each, uid) && (0,workloads_workers/* releaseOf */.l7)(each) === course.candidate);
    return written
        ? giveBack(course, o, `${(0,kinds/* titleOf */.Gg)(course.workload)} was given another version by somebody else`)
        : undefined;
}
function rolled(course, o, insight) {
    const { router, workload } = course;
    const written = (0,engine_course/* isCandidate */.qn)(course, o.workload);
    if (o.fences.length === 0 && !written)
        return { do: 'apply-workload' };
    const up = bringUp(course, o, insight, router.need(course.promotionWeight, capacityFor(course, o, written)));
    if (up !== undefined)
        return up;
    const weight = carries(course, o);
    const writes = router.shift(o, weight);
    if (writes.length > 0) {
        return { do: 'patch', what: `${weight < 100 ? `${weight} %` : 'all traffic'} to the canary`, writes };
    }
    const trouble = carried(course, o) ?? settled(course, o);
    if (trouble !== undefined)
        return trouble;
    if (!written)
        return { do: 'apply-workload' };
    if (insight.workload?.state === 'failed')
        return giveUp(course, o, insight.workload.cause);
    const how = course.promotionWeight < 100 ? 'in place' : 'out of traffic';
    return { do: 'await', what: `${(0,kinds/* titleOf */.Gg)(workload)} rolls ${how}` };
}
const capacityFor = ({ promotionWeight, scaledByOthers }, o, written) => promotionWeight < 100 && written && !scaledByOthers ? (o.journal?.capacity ?? 1) : (0,engine_course/* capacityOf */.A$)(o);
function carries({ promotionWeight, router }, o) {
    const alone = (0,engine_course/* readyOf */.Js)(o, 'stable').length === 0 && (0,engine_course/* readyOf */.Js)(o, 'canary').length > 0;
    return alone && router.ownService ? 100 : promotionWeight;
}
function givenOver({ router, workload }, o, set) {
    const half = set > 50 ? router.shift(o, 50) : [];
    if (half.length > 0)
        return { do: 'patch', what: `50 % to ${(0,kinds/* titleOf */.Gg)(workload)}`, writes: half };
    return { do: 'patch', what: `100 % to ${(0,kinds/* titleOf */.Gg)(workload)}`, writes: router.shift(o, 0) };
}
function rolling(course, o, { workload }) {
    if (!(0,engine_course/* isCandidate */.qn)(course, o.workload)) {
        return giveBack(course, o, endedBefore);
    }
    if (workload?.state === 'failed')
        return giveUp(course, o, workload.cause);
    const followed = course.workers.some(({ name }) => (0,engine_course/* isCandidate */.qn)(course, o.workers[name]?.workload));
    if (!followed && o.now > (o.journal?.deadline ?? 0))
        return giveBack(course, o, 'it did not come up in time');
    return ((0,workloads_stuck/* unstuck */.oI)(course.workload, o, o.now, workloads_stuck/* patienceForward */.$c) ?? {
        do: 'await',
        what: `${(0,kinds/* titleOf */.Gg)(course.workload)} rolls`,
    });
}

// EXTERNAL MODULE: ./.build/js/src/release/engine/waiting.js
var waiting = __webpack_require__(93973);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/decide.js










function decide(course, o, insight) {
    const { journal } = o;
    switch (journal.phase) {
        case 'prepared':
            return (interrupted(course, o, journal, insight) ??
                unapplied(course, o, journal) ??
                changedByOthers(course, o, insight) ??
                prepare(course, o, insight));
        case 'stepping':
        case 'baking':
            return (interrupted(course, o, journal, insight) ??
                starved(course, o, journal) ??
                changedByOthers(course, o, insight) ??
                expose(course, o, journal, insight));
        case 'promoting':
            return (interrupted(course, o, journal, insight) ?? starved(course, o, journal) ?? promote(course, o, insight));
        case 'watching':
            return interrupted(course, o, journal, insight) ?? watch(course, o, journal, insight);
        case 'undoing':
            return tidying_undo(course, o, journal, insight);
        case 'done':
        case 'undone':
            return { do: 'end' };
        default:
            return journal.phase;
    }
}
function interrupted(course, o, journal, insight) {
    if (insight.cancelled)
        return giveBack(course, o, 'the run was cancelled');
    if (journal.abortRequested !== undefined) {
        return giveBack(course, o, `${journal.abortRequested.by} asked for it`);
    }
    const fired = hasNoWayBack(course, o) ? [] : (course.deadMan?.fired(o) ?? []);
    if (fired.length > 0) {
        return giveBack(course, o, `the dead man took the traffic back (${fired.join(', ')}): this run was not heard for too long`);
    }
    const [fact] = insight.facts;
    if (fact !== undefined)
        return giveBack(course, o, fact);
    if (journal.phase === 'promoting' || journal.phase === 'watching')
        return undefined;
    if (o.now > endOf(course, journal))
        return giveBack(course, o, 'the time of the rollout is over');
    if (o.workload === undefined)
        return giveBack(course, o, `${(0,kinds/* titleOf */.Gg)(course.workload)} was deleted`);
    if ((0,engine_course/* isCandidate */.qn)(course, o.workload) && journal.phase !== 'prepared') {
        return giveBack(course, o, `${(0,kinds/* titleOf */.Gg)(course.workload)} was given the candidate by somebody else`);
    }
    return undefined;
}
function endOf({ gateway, strategy, watchMs }, { phase, deadline, since }) {
    if (phase === 'prepared')
        return deadline;
    const kept = strategy === 'blue-green' && phase === 'baking' ? since + gateway.arrival + watchMs : 0;
    return Math.max(deadline, kept) + 60_000;
}
function changedByOthers(course, o, insight) {
    if (o.workload === undefined)
        return undefined;
    if (course.baselineTemplate !== undefined &&
        (0,naming/* canonical */.$N)(o.workload.spec?.template) !== course.baselineTemplate) {
        if (insight.workload?.state === 'progressing')
            return { do: 'await', what: `${(0,kinds/* titleOf */.Gg)(course.workload)} was changed by somebody else and rolls` };
        return giveBack(course, o, `${(0,kinds/* titleOf */.Gg)(course.workload)} was changed by somebody else meanwhile`);
    }
    return undefined;
}
function starved(course, o, journal) {
    const { router } = course;
    if (!router.ownService)
        return undefined;
    const set = router.weight(o) ?? 0;
    const need = router.need(Math.min(set, journal.weight), journal.capacity);
    const ready = (0,engine_course/* readyOf */.Js)(o, 'canary').length;
    if (set === 0 || ready >= need || !(0,engine_course/* canCarry */.gh)(course, o, set))
        return undefined;
    if ((0,engine_course/* readyOf */.Js)(o, 'stable').length * need < ready * (0,engine_course/* capacityOf */.A$)(o))
        return undefined;
    const writes = router.shift(o, 0);
    if (writes.length === 0)
        return undefined;
    return { do: 'patch', what: 'the canary lacks ready pods: no traffic for it', writes };
}
function unapplied(course, o, { applied }) {
    const all = applied ?? o.canary?.metadata?.annotations?.[naming/* labels */.WD.release] === String(course.candidate);
    return all ? undefined : giveBack(course, o, endedBefore);
}
function prepare(course, o, insight) {
    const up = bringUp(course, o, insight, course.router.need(course.weights[0] ?? 100, (0,engine_course/* capacityOf */.A$)(o)));
    if (up !== undefined)
        return up;
    if (course.goal === 'prepared')
        return { do: 'end' };
    const weight = course.weights[0] ?? 100;
    return { do: 'enter', phase: 'stepping', step: 0, weight, deadline: o.now + course.deadlineMs };
}
function expose(course, o, journal, insight) {
    const { router } = course;
    const weight = journal.weight;
    const up = bringUp(course, o, insight, router.need(weight, (0,engine_course/* capacityOf */.A$)(o)));
    if (up !== undefined)
        return up;
    const guarded = (router.weight(o) ?? 0) === 0 ? guardedBy(course, o, carried) : guardedAgain(course, o);
    if (guarded !== undefined)
        return guarded;
    const writes = router.shift(o, weight);
    if (writes.length > 0)
        return { do: 'patch', what: `${weight} % to the canary`, writes };
    const trouble = carried(course, o);
    if (trouble !== undefined)
        return trouble;
    return judged(course, o, journal, insight);
}
function judged(course, o, journal, { verdict }) {
    const last = course.weights.length - 1;
    const onward = (reason) => {
        const why = reason === undefined ? {} : { reason };
        const promoted = course.goal === 'judged' ? journal.weight : course.promotionWeight;
        if (journal.phase === 'baking')
            return markedGood(course, o) ?? { do: 'enter', phase: 'promoting', weight: promoted, ...why };
        const step = journal.step + 1;
        const weight = course.weights[step] ?? 100;
        return { do: 'enter', phase: step < last ? 'stepping' : 'baking', step, weight, ...why };
    };
    if (verdict === undefined)
        return { do: 'await', what: 'the gate watches' };
    const approval = (0,waiting/* approvalOf */.xf)(course, journal, verdict);
    if (approval !== undefined)
        return onward(approval);
    const waits = (0,waiting/* waitsFor */.is)(course, o, journal, verdict);
    if (waits !== undefined)
        return unguarded(course, o) ?? { do: 'park', ...waits };
    switch (verdict.verdict) {
        case 'continue':
            return { do: 'await', what: 'the gate watches' };
        case 'pod-local':
            return replaced(course, o, journal, verdict);
        case 'pass':
            return onward();
        case 'fail':
        case 'no-data':
        case 'inconclusive':
            return giveBack(course, o, verdict.reason);
        default:
            return verdict;
    }
}
function markedGood(course, { canary }) {
    if (canary === undefined || (0,engine_course/* isJudged */.sL)(course, canary))
        return undefined;
    const path = (0,fence/* annotationPointer */.ZC)(naming/* labels */.WD.judged);
    const patch = [...course.guard(canary), { op: 'add', path, value: String(course.candidate) }];
    return { do: 'patch', what: 'the canary is judged good', writes: [{ path: canaryPath(course), patch }] };
}
function replaced(course, o, journal, { pod, reason }) {
    const bad = (0,engine_course/* podsOf */.EB)(o, 'canary').find(({ metadata }) => metadata?.name === pod);
    if (bad === undefined || bad.metadata?.deletionTimestamp !== undefined) {
        return { do: 'await', what: 'the gate watches' };
    }
    const need = course.router.need(journal.weight, (0,engine_course/* capacityOf */.A$)(o));
    const others = (0,engine_course/* readyOf */.Js)(o, 'canary').filter(each => each !== bad).length;
    if (others >= need)
        return remove(`Pod/${pod}: ${reason}`, podPath(course, pod), bad);
    if (o.canary !== undefined && (o.canary.spec?.replicas ?? 0) <= need) {
        const writes = [scale(course, o.canary, need + 1)];
        return { do: 'patch', what: `canary: another pod in place of ${pod}`, writes };
    }
    return { do: 'await', what: `another pod comes up in place of ${pod}` };
}
function watch(course, o, journal, insight) {
    const title = (0,kinds/* titleOf */.Gg)(course.workload);
    if (o.workload === undefined)
        return giveBack(course, o, `${title} was deleted`);
    if (!(0,engine_course/* isCandidate */.qn)(course, o.workload))
        return giveBack(course, o, `${title} was given another version by somebody else`);
    const { verdict } = insight;
    if (verdict?.verdict === 'fail')
        return giveBack(course, o, verdict.reason);
    const rest = tidy(course, o);
    if (rest !== undefined)
        return rest;
    const left = journal.since + course.watchMs - o.now;
    if (left > 0)
        return { do: 'await', what: 'watching', ms: left };
    if (verdict === undefined && insight.unheard)
        return { do: 'await', what: 'the gate reads what happened meanwhile' };
    return { do: 'enter', phase: 'done', weight: 100 };
}
const podPath = ({ namespace }, name) => (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace, name);


/***/ }),

/***/ 15100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withoutForgedParts),
/* harmony export */   r: () => (/* binding */ unearned)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13590);
/* harmony import */ var _state_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58600);
/* harmony import */ var _workloads_genuine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84291);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29296);
/* harmony import */ var _course_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28597);







function withoutForgedParts(o, recorded, { app, config, undo, report, }) {
    const { record, environment } = recorded;
    const repositories = (0,_workloads_genuine_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoriesIn */ .St)(config);
    const ofWorkload = {
        templates: [...(0,_workloads_genuine_js__WEBPACK_IMPORTED_MODULE_3__/* .knownTemplates */ .Z$)(o.workload, o.revisions), ...canaryTemplate(o)],
        repositories,
    };
    const ofWorker = ({ name }) => ({
        templates: (0,_workloads_genuine_js__WEBPACK_IMPORTED_MODULE_3__/* .knownTemplates */ .Z$)(o.workers[name]?.workload, o.workers[name]?.revisions ?? []),
        repositories,
    });
    const matches = matchesCanary(o, recorded);
    if (matches === false && !undo)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the record of release ${record.record.release} changed after its canary was created`, 'roll back, find out who changed it, then deploy again');
    if (matches === undefined && !undo) {
        const { release } = record.record;
        const applied = [
            { ref: environment.workload, template: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .templateOf */ .kW)(recorded.candidate), evidence: ofWorkload },
            ...recorded.workers.map(worker => ({
                ref: worker.ref,
                template: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .templateOf */ .kW)(worker.candidate),
                evidence: ofWorker(worker),
            })),
        ];
        for (const { ref, template, evidence } of applied)
            if (template !== undefined)
                (0,_workloads_genuine_js__WEBPACK_IMPORTED_MODULE_3__/* .requireAllowedTemplate */ .S5)(ref, release, template, evidence);
    }
    const template = recorded.baseline?.outcome?.template;
    const strange = template && (0,_workloads_genuine_js__WEBPACK_IMPORTED_MODULE_3__/* .templateProblem */ .MS)(template, ofWorkload);
    if (strange !== undefined)
        report(`warning: the pod template of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(environment.workload)} in the record of release ${recorded.baseline?.record.release} is not used: ${strange}. Find out who wrote it.`);
    const workers = matches === true
        ? recorded.workers
        : recorded.workers.map(worker => withoutForgedTemplate(worker, o, ofWorker, app));
    return {
        ...recorded,
        workers,
        baseline: strange === undefined ? recorded.baseline : withoutTemplate(recorded.baseline),
    };
}
function unearned(course, o) {
    const { phase } = o.journal;
    if (course.strategy === 'rolling' || (phase !== 'promoting' && phase !== 'watching'))
        return undefined;
    if ((0,_course_js__WEBPACK_IMPORTED_MODULE_6__/* .isJudged */ .sL)(course, o.canary) || (0,_course_js__WEBPACK_IMPORTED_MODULE_6__/* .isCandidate */ .qn)(course, o.workload))
        return undefined;
    return `its state says that release ${course.candidate} was judged good, and its canary does not`;
}
function matchesCanary({ canary }, { record: { record } }) {
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.release]: of, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.record]: made } = canary?.metadata?.annotations ?? {};
    return of === String(record.release) && made !== undefined ? made === (0,_state_record_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprintOf */ .ax)(record) : undefined;
}
const canaryTemplate = ({ canary }) => canary?.spec?.template === undefined ? [] : [canary.spec.template];
function withoutForgedTemplate(worker, { workers }, evidence, app) {
    const live = workers[worker.name]?.workload;
    if (live === undefined)
        return worker;
    if ((0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__/* .stampOf */ .Zs)(live, app) === 0)
        return { ...worker, candidate: undefined, before: undefined };
    const { before } = worker;
    const strange = before != null && (0,_workloads_genuine_js__WEBPACK_IMPORTED_MODULE_3__/* .templateProblem */ .MS)(before.template, evidence(worker)) !== undefined;
    return strange ? { ...worker, before: undefined } : worker;
}
function withoutTemplate(baseline) {
    if (baseline?.outcome === undefined)
        return baseline;
    const { template: _, ...outcome } = baseline.outcome;
    return { ...baseline, outcome };
}


/***/ }),

/***/ 91724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S2: () => (/* binding */ writeAgain),
/* harmony export */   V2: () => (/* binding */ replaceLost)
/* harmony export */ });
/* unused harmony export journalFrom */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79444);
/* harmony import */ var _state_fencing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59071);
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83658);
/* harmony import */ var _state_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58600);
/* harmony import */ var _state_recorded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21333);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29296);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(17121);









async function replaceLost(cluster, app, today, report) {
    const { namespace, workload } = today;
    const { items: fences } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap, namespace), {
        labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .selecting */ .h7.fences(app),
    });
    if (fences.length === 0)
        return undefined;
    const [releases, live, { items: autoscalers }] = await Promise.all([
        new _state_record_js__WEBPACK_IMPORTED_MODULE_4__/* .Records */ .tU(cluster, namespace, app).list(),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .pathTo */ .vs)(namespace, workload)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace)),
    ]);
    const token = Math.max(...fences.map(_state_fencing_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenOfFence */ ._m));
    const journal = journalFrom({ releases, token, today, live, autoscalers, now: cluster.now() });
    if (journal === undefined)
        return undefined;
    report(`the journal of release ${journal.candidate} was deleted; it is written again by its record`);
    try {
        return await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .writeJournal */ .fY)(cluster, namespace, journal, undefined);
    }
    catch (error) {
        if (!(error instanceof _state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .JournalMoved */ .JX))
            throw error;
        return (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .readJournal */ .a0)(cluster, namespace, app);
    }
}
async function writeAgain({ keeper, report, world, }) {
    report('the journal of this rollout was deleted; it is written again');
    await keeper.change(journal => journal);
    await world.changed(1000);
}
function journalFrom({ releases, token, today, live, autoscalers, now }) {
    const open = releases.find(({ record, outcome }) => outcome === undefined && record.token <= token);
    if (open?.record.baseline === undefined)
        return undefined;
    const { app, environment: name, release, baseline, by, reversible } = open.record;
    const { strategy, workload } = (0,_state_recorded_js__WEBPACK_IMPORTED_MODULE_5__/* .recordedEnvironment */ .Y)(open.record, name, today);
    if (strategy.kind === 'rolling')
        return undefined;
    const written = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_8__/* .releaseOf */ .l7)(live) === release;
    const reason = 'its journal was deleted, so nobody knows how far it was judged';
    const [autoscaler] = (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_1__/* .autoscalersOf */ .Au)([...autoscalers], workload);
    return {
        schema: 1,
        app,
        environment: name,
        token,
        run: by,
        strategy: strategy.kind,
        ...(written && reversible === false
            ? { phase: 'promoting', weight: 100 }
            : {
                phase: 'undoing',
                weight: 0,
                undoneFrom: written ? 'promoting' : 'stepping',
                reason,
                abortRequested: { by: 'whoever deleted its journal', at: now },
            }),
        step: 0,
        baseline,
        candidate: release,
        capacity: live?.spec?.replicas ?? 1,
        ...(autoscaler === undefined ? {} : { autoscaler: autoscaler.metadata?.name ?? '' }),
        startedAt: now,
        since: now,
        deadline: now + strategy.deadline,
        applied: true,
    };
}


/***/ }),

/***/ 20673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aL: () => (/* binding */ waitedBefore),
/* harmony export */   w9: () => (/* binding */ takeOver)
/* harmony export */ });
/* unused harmony export stampAll */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13590);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79444);
/* harmony import */ var _traffic_route_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6386);
/* harmony import */ var _evidence_decision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10747);
/* harmony import */ var _evidence_dossier_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27901);
/* harmony import */ var _state_fencing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59071);
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83658);
/* harmony import */ var _state_phases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3005);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(38971);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(90352);
/* harmony import */ var _genuine_records_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(15100);
/* harmony import */ var _underway_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(33868);
/* harmony import */ var _waiting_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(93973);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(62710);

















async function takeOver(cluster, request) {
    const { releases, token, origin, goal, doing, calls = 'resume', conclude, report, signal, until } = request;
    const { journal } = request.entry;
    const recorded = (0,_underway_js__WEBPACK_IMPORTED_MODULE_14__/* .recordedOf */ .i0)(releases, journal, request.today);
    const { record, environment, candidate } = recorded;
    const { namespace } = environment;
    const waited = waitedBefore(journal, calls, origin);
    const goesOn = waited !== undefined && waited.calls !== 'look' && (0,_waiting_js__WEBPACK_IMPORTED_MODULE_15__/* .isForSomebody */ .of)(waited.parked.for);
    const entry = await claim(cluster, namespace, request.entry, known => {
        const own = { ...unparked(known), token, run: origin };
        return goesOn ? (0,_waiting_js__WEBPACK_IMPORTED_MODULE_15__/* .prolonged */ .td)(own, environment.strategy.deadline, cluster.now()) : own;
    });
    const us = { app: journal.app, token };
    await stampAll(cluster, namespace, record.record.manifests, us);
    const fence = journal.strategy === 'rolling' ? undefined : await (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .raiseFence */ .Sq)(cluster, journal.app, namespace, token);
    const begun = { environment, record: record.record, journal: entry.journal, doing };
    const dossier = request.dossier ?? (await (0,_evidence_dossier_js__WEBPACK_IMPORTED_MODULE_5__/* .openDossier */ .OZ)(cluster, begun));
    if (goesOn) {
        const { deadline } = entry.journal;
        dossier.note(known => (0,_evidence_decision_js__WEBPACK_IMPORTED_MODULE_4__/* .noteProlonged */ .pD)(known, Math.round(cluster.now()), deadline));
    }
    const world = await _world_js__WEBPACK_IMPORTED_MODULE_16__/* .World */ .H.open(cluster, journal.app, environment, (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_12__/* .selectorOf */ .Bk)(candidate), (0,_underway_js__WEBPACK_IMPORTED_MODULE_14__/* .watchedOf */ .gn)(recorded.workers));
    try {
        const there = world.observe().journal?.token ?? 0;
        if (there > token && !(await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .holdsLease */ .dY)(cluster, namespace, { app: journal.app, token }))) {
            if (fence !== undefined && !ownsAny(fence, world.observe()))
                await (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .lowerFence */ .Z9)(cluster, fence);
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_11__/* .overtaken */ .K)(journal.app);
        }
        const known = record.record.token === token
            ? recorded
            : (0,_genuine_records_js__WEBPACK_IMPORTED_MODULE_13__/* .withoutForgedParts */ .O)(world.observe(), recorded, {
                ...{ app: journal.app, config: request.config, undo: doing === 'undo', report },
            });
        const { baseline } = known;
        await stampDivided(cluster, world, environment, us);
        if (fence !== undefined)
            await inheritAll(cluster, world, fence, environment, us);
        const template = baseline?.outcome?.template;
        return {
            cluster,
            world,
            keeper: new _state_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .Keeper */ .Vf(cluster, namespace, entry),
            fence,
            dossier,
            ...(environment.gate === undefined ? {} : { prometheus: environment.gate.prometheus }),
            candidate,
            record: record.record,
            baseline: template && {
                template,
                manifest: baseline && (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestOf */ .$V)(baseline.record, environment.workload),
            },
            course: (0,_underway_js__WEBPACK_IMPORTED_MODULE_14__/* .courseOf */ .bx)(known, entry.journal, {
                token,
                goal,
                ...(waited === undefined ? {} : { waited }),
            }),
            conclude,
            report,
            ...(signal === undefined ? {} : { signal }),
            ...(until === undefined ? {} : { until }),
        };
    }
    catch (error) {
        world.close();
        throw error;
    }
}
function waitedBefore({ parked, phase, step }, calls, { actor, run }) {
    return parked === undefined ? undefined : { parked, calls, who: `${actor} in ${run}`, phase, step };
}
function unparked({ parked: _, held: __, ...journal }) {
    return journal;
}
async function claim(cluster, namespace, known, own) {
    const { token } = own(known.journal);
    let entry = known;
    for (let attempt = 1;; attempt += 1) {
        if (entry === undefined || (0,_state_phases_js__WEBPACK_IMPORTED_MODULE_8__/* .isOver */ .PU)(entry.journal.phase))
            throw new _state_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .RolloutOver */ .aW(known.journal.app);
        const { journal } = entry;
        if (journal.token === token)
            return entry;
        if (journal.token > token && !(await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .holdsLease */ .dY)(cluster, namespace, { app: journal.app, token })))
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_11__/* .overtaken */ .K)(journal.app);
        try {
            return await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .writeJournal */ .fY)(cluster, namespace, own(journal), entry);
        }
        catch (error) {
            if (!(error instanceof _state_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .JournalMoved */ .JX) || attempt === 20)
                throw error;
            entry = await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_7__/* .readJournal */ .a0)(cluster, namespace, journal.app);
        }
    }
}
async function stampAll(cluster, namespace, manifests, { app, token }) {
    const discovery = new _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .Discovery */ .TB(cluster);
    await Promise.all(manifests
        .filter(({ metadata }) => metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_10__/* .labels */ .WD.kind] !== 'shipped')
        .map(async ({ apiVersion = '', kind = '', metadata }) => {
        const resource = await discovery.find(apiVersion, kind);
        if (resource === undefined || !resource.namespaced)
            return;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, metadata?.name);
        const seen = await cluster.get(path);
        if (seen === undefined || (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__/* .stampOf */ .Zs)(seen, app) === 0)
            return;
        await (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .stamp */ .iE)(cluster, path, app, token, seen);
    }));
}
async function stampDivided(cluster, world, { namespace, service, workload }, { app, token }) {
    const { routes, services, autoscalers } = world.observe();
    const known = [
        ...(service === undefined ? [] : (0,_traffic_route_js__WEBPACK_IMPORTED_MODULE_3__/* .routesOf */ .eV)(routes, service)).map(object => [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.httpRoute, object]),
        ...services.map(object => [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, object]),
        ...(0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_2__/* .autoscalersOf */ .Au)(autoscalers, workload).map(object => [_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, object]),
    ];
    await Promise.all(known
        .filter(([, object]) => (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__/* .stampOf */ .Zs)(object, app) > 0)
        .map(async ([resource, object]) => {
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, object.metadata?.name);
        const stamped = await (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .stamp */ .iE)(cluster, path, app, token, object);
        if (stamped !== undefined)
            world.put(stamped);
    }));
}
function ownsAny({ metadata }, { canary, services, jobs }) {
    return [canary, ...services, ...jobs].some(each => each?.metadata?.ownerReferences?.some(({ uid }) => uid === metadata?.uid));
}
async function inheritAll(cluster, world, fence, { namespace, service, workload }, { app, token }) {
    const { canary, services, fences } = world.observe();
    const canaryService = services.find(({ metadata }) => metadata?.name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_10__/* .nameOf */ .Vb.canary(service ?? ''));
    const owned = [
        ...(canary === undefined
            ? []
            : [{ path: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment, namespace, _workloads_naming_js__WEBPACK_IMPORTED_MODULE_10__/* .nameOf */ .Vb.canary(workload.name)), object: canary }]),
        ...(canaryService === undefined
            ? []
            : [
                { path: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace, canaryService.metadata?.name), object: canaryService },
            ]),
    ];
    const older = fences.filter(each => (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .tokenOfFence */ ._m)(each) < token);
    await (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .inherit */ .IL)(cluster, fence, {
        older,
        owned: owned,
        app,
        token,
    });
}


/***/ }),

/***/ 33868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bx: () => (/* binding */ courseOf),
  i0: () => (/* binding */ recordedOf),
  gn: () => (/* binding */ watchedOf)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/release/state/recorded.js
var recorded = __webpack_require__(21333);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/strategy.js
var workloads_strategy = __webpack_require__(57817);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/workers.js
var workloads_workers = __webpack_require__(17121);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/traffic/acceptance.js
var acceptance = __webpack_require__(75420);
// EXTERNAL MODULE: ./.build/js/src/traffic/fence.js
var traffic_fence = __webpack_require__(13590);
// EXTERNAL MODULE: ./.build/js/src/traffic/hpa.js
var hpa = __webpack_require__(79444);
// EXTERNAL MODULE: ./.build/js/src/traffic/replicas.js
var replicas = __webpack_require__(7042);
// EXTERNAL MODULE: ./.build/js/src/traffic/route.js
var route = __webpack_require__(6386);
// EXTERNAL MODULE: ./.build/js/src/traffic/router.js + 3 modules
var traffic_router = __webpack_require__(84358);
// EXTERNAL MODULE: ./.build/js/src/traffic/service.js
var traffic_service = __webpack_require__(12908);
// EXTERNAL MODULE: ./.build/js/src/release/dead-man/dead-man.js + 1 modules
var dead_man = __webpack_require__(6924);
// EXTERNAL MODULE: ./.build/js/src/release/state/canary.js
var canary = __webpack_require__(39909);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/owners.js
var owners = __webpack_require__(8212);
// EXTERNAL MODULE: ./.build/js/src/release/engine/course.js
var course = __webpack_require__(28597);
// EXTERNAL MODULE: ./.build/js/src/release/engine/waiting.js
var waiting = __webpack_require__(93973);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/routing.js














function routingOf(environment, journal, podLabels, token) {
    const fence = { app: journal.app, token };
    const onAutoscalers = (o, patchOf) => (0,hpa/* autoscalersOf */.Au)(o.autoscalers, environment.workload).flatMap(each => {
        const patch = patchOf(each);
        const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.horizontalPodAutoscaler, environment.namespace, each.metadata?.name);
        return patch.length === 0 ? [] : [{ path, patch }];
    });
    const common = {
        guard: (object) => (0,traffic_fence/* fenced */.OF)(object, fence),
        raiseFloor: (o) => onAutoscalers(o, each => (0,hpa/* raisePatch */.HM)(each, fence, o.workload?.spec?.replicas ?? 1)),
        restoreFloor: (o) => onAutoscalers(o, each => (0,hpa/* restorePatch */.JQ)(each, fence)),
        scaledByOthers: journal.autoscaler !== undefined,
    };
    const { namespace, service, workload } = environment;
    if (environment.strategy.kind === 'rolling' || service === undefined)
        return { ...common, router: undivided, deadMan: undefined };
    const ends = {
        namespace,
        service,
        canaryService: naming/* nameOf */.Vb.canary(service),
        workload: workload.name,
        canaryWorkload: naming/* nameOf */.Vb.canary(workload.name),
        fence,
    };
    const router = (0,traffic_router/* routerOf */.V4)(environment, ends, journal.capacity);
    const seen = (o) => ({
        routes: o.routes,
        services: o.services,
        ...(o.canary === undefined ? {} : { canary: o.canary }),
        ready: { stable: (0,course/* readyOf */.Js)(o, 'stable').length, canary: (0,course/* readyOf */.Js)(o, 'canary').length },
        podLabels: { ...podLabels, [naming/* labels */.WD.track]: 'canary' },
    });
    const isMain = ({ metadata }) => metadata?.name === service;
    const isThere = (o) => o.services.some(isMain);
    const moved = (o) => router.kind === 'gateway-api'
        ? (0,route/* routesOf */.eV)(o.routes, service)
        : o.services.filter(({ metadata }) => metadata?.name === service);
    const { patience = 0 } = (0,waiting/* waitingOf */.PZ)(environment.strategy) ?? {};
    const image = journal.strategy === 'rolling' ? undefined : (0,dead_man/* deadManImage */.uH)(environment.strategy);
    return {
        ...common,
        deadMan: image === undefined
            ? undefined
            : {
                name: (0,dead_man/* deadManName */.Q6)(fence),
                job: (o, owner) => (0,dead_man/* deadManJob */.kX)({
                    fence,
                    namespace,
                    image,
                    owner,
                    lifetime: Math.max(0, journal.deadline - o.now) +
                        environment.strategy.deadline +
                        afterwards +
                        patience,
                    writes: (0,traffic_router/* undoPatches */.v_)(router, seen(o)),
                    fallback: (0,traffic_router/* fallbackPatches */.lx)(router, seen(o)),
                }),
                fired: o => (0,traffic_router/* deadManFired */.Rr)(router, seen(o)),
            },
        router: {
            open: o => (router.kind === 'gateway-api' ? (0,traffic_router/* shiftPatches */.Vd)(router, seen(o), 0) : []),
            weight: o => {
                if (!isThere(o))
                    return 0;
                const setting = (0,traffic_router/* shareNow */.WG)(router, seen(o));
                return setting.state === 'off' ? 0 : setting.state === 'on' ? setting.weight : setting.highest;
            },
            shift: (o, weight) => weight > 0 ? (0,traffic_router/* shiftPatches */.Vd)(router, seen(o), weight) : (0,traffic_router/* undoPatches */.v_)(router, seen(o)),
            clean: o => (0,traffic_router/* cleanPatches */.IT)(router, seen(o)),
            trouble: o => (router.kind === 'gateway-api' ? troubleOf((0,route/* routesOf */.eV)(o.routes, service)) : undefined),
            setAt: o => Math.max(0, ...moved(o).map(owners/* writtenAt */.nt)),
            need: (weight, capacity) => router.kind === 'replicas' ? (0,replicas/* pods */.Jw)(weight, router.capacity).canary : (0,canary/* needOf */.E)(weight, capacity),
            pin: o => {
                const main = o.services.find(isMain);
                const moves = router.kind !== 'gateway-api' && (o.journal?.weight ?? 0) > 0;
                const free = moves && main !== undefined && (0,traffic_service/* isPinned */.T4)(main, journal.app);
                const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.service, namespace, service);
                return (0,traffic_router/* closePatches */.T4)(router, seen(o)).filter(write => !(free && write.path === path));
            },
            unpin: o => (0,traffic_router/* openPatches */.PV)(router, seen(o)),
            ownService: router.kind !== 'replicas',
            canaryService: (o, owner) => {
                const stable = o.services.find(({ metadata }) => metadata?.name === service);
                if (stable === undefined)
                    throw new Error(`Service/${service} is gone`);
                return (0,traffic_service/* canaryService */.YH)(stable, { name: ends.canaryService, fence, owner });
            },
        },
    };
}
const afterwards = 30 * 60_000;
const undivided = {
    open: () => [],
    weight: () => 0,
    shift: () => [],
    clean: () => [],
    need: () => 0,
    trouble: () => undefined,
    setAt: () => 0,
    pin: () => [],
    unpin: () => [],
    ownService: false,
    canaryService: () => {
        throw new Error('a rolling update has no Service of its own');
    },
};
function troubleOf(routes) {
    const states = routes.map(acceptance/* acceptedBy */.lA);
    const trouble = states.find(({ state }) => state === 'refused') ?? states.find(({ state }) => state === 'pending');
    return trouble === undefined || trouble.state === 'accepted'
        ? undefined
        : { detail: trouble.detail, refused: trouble.state === 'refused' };
}

;// CONCATENATED MODULE: ./.build/js/src/release/engine/underway.js








function recordedOf(releases, journal, today) {
    const record = recordOf(releases, journal.candidate);
    const environment = environmentIn(record.record, journal.environment, today);
    const { kind } = environment.strategy;
    if (journal.strategy !== 'rolling' && journal.strategy !== kind) {
        throw new errors/* UserError */.yo(`the rollout state has strategy ${journal.strategy}, the record of release ${journal.candidate} has ${kind}`, `delete ConfigMap/${naming/* nameOf */.Vb.application(journal.app)} and run \`sweep\`, which rebuilds the state from the record`);
    }
    const candidate = workloadOf(record, environment);
    const baseline = journal.baseline === undefined ? undefined : recordOf(releases, journal.baseline);
    const workers = (0,workloads_workers/* recordedWorkers */._K)(record, environment, baseline, releases);
    return { record, environment, candidate, workers, baseline };
}
function environmentIn(record, name, today) {
    const environment = (0,recorded/* recordedEnvironment */.Y)(record, name, today);
    if (environment !== today)
        return environment;
    throw new errors/* UserError */.yo(`the record of release ${record.release} knows no environment ${name} in namespace ${today.namespace}`, 'run this with the environment and the namespace that the release was made in');
}
function courseOf({ record, environment, candidate, workers, baseline }, journal, { token, goal, waited }) {
    const template = baseline?.outcome?.template;
    const podLabels = candidate.spec?.template?.metadata?.labels ?? {};
    const { gateway, strategy, workload, service, namespace } = environment;
    const weights = strategy.kind === 'canary' ? [...strategy.steps, strategy.bake.weight] : [100];
    return {
        app: journal.app,
        namespace,
        workload,
        service,
        workers,
        strategy: journal.strategy,
        weights,
        promotionWeight: (0,workloads_strategy/* promotionWeight */.k)(strategy),
        deadlineMs: strategy.deadline,
        watchMs: strategy.kind === 'rolling' ? 0 : strategy.watch,
        gateway,
        baselineTemplate: template === undefined ? undefined : (0,naming/* canonical */.$N)(template),
        candidate: journal.candidate,
        reversible: record.record.reversible !== false,
        token,
        goal,
        waiting: (0,waiting/* waitingOf */.PZ)(strategy),
        ...(waited === undefined ? {} : { waited }),
        ...routingOf(environment, journal, podLabels, token),
    };
}
function recordOf(releases, number) {
    const found = releases.find(({ record }) => record.release === number);
    if (found === undefined) {
        throw new errors/* UserError */.yo(`the record of release ${number} is gone, so its rollout can be neither finished nor undone by itself`, 'deploy a version that works');
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
function workloadOf({ record }, { workload }) {
    const found = (0,kinds/* manifestOf */.$V)(record, workload);
    if (found === undefined)
        throw new errors/* UserError */.yo(`the record of release ${record.release} has no manifest of ${(0,kinds/* titleOf */.Gg)(workload)}`, 'delete that record, and deploy a version that works');
    return found;
}


/***/ }),

/***/ 32073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vx: () => (/* binding */ bystander),
  PC: () => (/* binding */ factsIn),
  Md: () => (/* binding */ hardFactsIn),
  V3: () => (/* binding */ noteFactsIn),
  nl: () => (/* binding */ untilHeard),
  $L: () => (/* binding */ watchedPods)
});

// UNUSED EXPORTS: candidatePods

// EXTERNAL MODULE: ./.build/js/src/analysis/facts.js
var facts = __webpack_require__(33863);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/decision.js
var decision = __webpack_require__(10747);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/endpoints.js

const untilEntered = 30_000;
const none = { slices: [], need: 0 };
function reachOf(o, candidate) {
    const { phase, weight = 0 } = o.journal ?? {};
    const ready = candidate.filter(each => (0,pods/* isLiving */.O)(each) && (0,pods/* isReady */.i_)(each));
    const exposed = (phase === 'stepping' || phase === 'baking') && weight > 0;
    if (!exposed || ready.length === 0)
        return none;
    const services = o.services.filter(({ spec }) => ready.some(each => selects(spec?.selector, each)));
    const since = Math.max(...ready.map(readySince), ...services.map(changedAt));
    if (services.length === 0 || o.now - since <= untilEntered)
        return none;
    const uids = new Set(ready.map(({ metadata }) => metadata?.uid));
    const slices = o.slices.map(slice => ({
        ...slice,
        endpoints: (slice.endpoints ?? []).filter(({ targetRef }) => uids.has(targetRef?.uid)),
    }));
    return { slices, need: 1 };
}
function selects(selector, { metadata }) {
    const labels = Object.entries(selector ?? {});
    return labels.length > 0 && labels.every(([key, value]) => metadata?.labels?.[key] === value);
}
function readySince({ status }) {
    const condition = status?.conditions?.find(({ type }) => type === 'Ready');
    return Date.parse(condition?.lastTransitionTime ?? '') || Number.POSITIVE_INFINITY;
}
function changedAt({ metadata }) {
    const times = (metadata?.managedFields ?? []).map(({ time }) => Date.parse(time ?? '') || 0);
    return Math.max(Date.parse(metadata?.creationTimestamp ?? '') || 0, ...times);
}

;// CONCATENATED MODULE: ./.build/js/src/release/engine/watching.js





const untilHeard = 120_000;
function candidatePods(o) {
    const { phase } = o.journal ?? {};
    if (phase !== 'watching')
        return o.pods.filter(({ metadata }) => metadata?.labels?.[naming/* labels */.WD.track] === 'canary');
    const set = o.workload === undefined ? undefined : (0,pods/* newestReplicaSet */.jk)(o.workload, o.revisions);
    return o.pods.filter(({ metadata }) => metadata?.ownerReferences?.some(owner => owner.uid === set?.metadata?.uid));
}
function watchedPods(o) {
    const candidate = new Set(candidatePods(o).map(({ metadata }) => metadata?.uid));
    return o.pods
        .filter(({ metadata }) => o.journal?.phase !== 'watching' || candidate.has(metadata?.uid))
        .map(({ metadata }) => ({
        name: metadata?.name ?? '',
        uid: metadata?.uid ?? '',
        track: candidate.has(metadata?.uid) ? 'canary' : 'baseline',
        started: Date.parse(metadata?.creationTimestamp ?? '') || 0,
    }));
}
function hardFactsIn(o) {
    const pods = candidatePods(o);
    const { slices, need } = reachOf(o, pods);
    return (0,facts/* factsOf */.xS)([], pods, slices, need);
}
const factsIn = (o) => hardFactsIn(o).map(({ detail }) => detail);
function noteFactsIn(dossier, o) {
    if (o.journal?.phase === 'undoing')
        return;
    const at = Math.round(o.now);
    for (const fact of hardFactsIn(o))
        dossier.note(record => (0,decision/* noteFact */.lx)(record, at, fact));
}
const ungated = {
    verdict: 'no-data',
    missing: 'provider',
    reason: 'cannot judge the candidate: slipway.yml or the rollout state has no `gate`',
};
function bystander(watchMs, dossier, gated) {
    return {
        look: o => noteFactsIn(dossier, o),
        insight: o => {
            const { phase, since = 0 } = o.journal ?? {};
            if (gated && phase !== 'watching')
                return { verdict: ungated, facts: factsIn(o) };
            const left = since + watchMs - o.now;
            const verdict = phase === 'stepping' || left <= 0
                ? { verdict: 'pass', reason: 'no restart, no crash, enough ready pods' }
                : { verdict: 'continue', reason: `watched for ${Math.ceil(left / 1000)} s more` };
            return { verdict, facts: factsIn(o) };
        },
        stop: async () => undefined,
    };
}


/***/ }),

/***/ 78061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ readyForApply),
/* harmony export */   Bu: () => (/* binding */ createCanary),
/* harmony export */   O0: () => (/* binding */ restoreWorkload),
/* harmony export */   Wt: () => (/* binding */ applyWorkload),
/* harmony export */   dw: () => (/* binding */ makeAgain),
/* harmony export */   lc: () => (/* binding */ recreateWorkload),
/* harmony export */   tz: () => (/* binding */ replicasFor)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13590);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79444);
/* harmony import */ var _state_canary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39909);
/* harmony import */ var _state_custody_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5178);
/* harmony import */ var _state_fencing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59071);
/* harmony import */ var _state_record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58600);
/* harmony import */ var _state_undo_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62067);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(29296);











async function createCanary({ cluster, course, world, candidate, record }, replicas, owner, tell) {
    const { app, token, namespace, candidate: release } = course;
    tell(`canary: ${replicas} pods`);
    const canary = (0,_state_canary_js__WEBPACK_IMPORTED_MODULE_4__/* .canaryOf */ .y)(candidate, { app, release, record: (0,_state_record_js__WEBPACK_IMPORTED_MODULE_7__/* .fingerprintOf */ .ax)(record), token, replicas, owner });
    world.put(await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.deployment, namespace), canary));
}
async function applyWorkload({ cluster, course, world, candidate }, tell) {
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .pathTo */ .vs)(course.namespace, course.workload);
    const how = course.promotionWeight < 100 ? 'in place' : 'out of traffic';
    tell(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .titleOf */ .Gg)(course.workload)} gets release ${course.candidate}, ${how}`);
    const seen = await (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .stamp */ .iE)(cluster, path, course.app, course.token);
    if (course.scaledByOthers && seen !== undefined) {
        const { uid, resourceVersion } = seen.metadata ?? {};
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .claimReplicas */ .q9)(cluster, path, seen, {
            ...(uid === undefined ? {} : { uid }),
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        });
    }
    if (seen !== undefined)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .takeOwnership */ .px)(cluster, path, course.guard(seen));
    const live = await (0,_state_fencing_js__WEBPACK_IMPORTED_MODULE_6__/* .stamp */ .iE)(cluster, path, course.app, course.token);
    const { metadata, spec } = candidate;
    const { replicas: _, ...unscaled } = spec ?? {};
    const object = {
        ...(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .typeOf */ .QP)(course.workload.kind),
        metadata: {
            ...metadata,
            annotations: { ...metadata?.annotations, ...marks(course, course.candidate) },
            uid: live?.metadata?.uid,
            resourceVersion: live?.metadata?.resourceVersion,
        },
        spec: course.scaledByOthers ? unscaled : spec,
    };
    world.put(await cluster.patch(path, 'apply', object, { force: 'true', fieldManager: _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldManager */ .wM }));
}
async function restoreWorkload({ cluster, course, world, baseline, keeper }, { workload }, tell) {
    const { journal } = keeper;
    if (workload === undefined || baseline === undefined || journal.baseline === undefined)
        return;
    tell(`putting release ${journal.baseline} back`);
    const replicas = course.scaledByOthers ? 0 : journal.capacity;
    const patch = (0,_state_undo_js__WEBPACK_IMPORTED_MODULE_8__/* .restorePatch */ .JQ)(workload, baseline.template, journal.baseline, replicas);
    world.put(await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .pathTo */ .vs)(course.namespace, course.workload), 'json', [
        ...course.guard(workload),
        ...patch,
    ]));
}
async function recreateWorkload({ cluster, course, world, baseline, candidate, keeper }, tell) {
    const { journal } = keeper;
    tell(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .titleOf */ .Gg)(course.workload)} is made again as release ${journal.baseline} had it`);
    const made = await makeAgain(cluster, {
        namespace: course.namespace,
        fence: course,
        manifest: baseline?.manifest ?? candidate,
        template: baseline?.template,
        release: journal.baseline,
        replicas: journal.capacity,
    });
    world.put(made);
}
function makeAgain(cluster, { namespace, fence, manifest, template, release, replicas }) {
    const { metadata, spec } = manifest;
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .kindOf */ .I)(manifest);
    return cluster.create((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .collectionOf */ .iw)(namespace, kind), {
        ...manifest,
        metadata: { ...metadata, annotations: { ...metadata?.annotations, ...marks(fence, release) } },
        spec: {
            ...spec,
            ...((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_9__/* .traitsOf */ .JC)(kind).scales ? { replicas } : {}),
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
async function readyForApply(cluster, path, fence, scaledByOthers) {
    const { app, token } = fence;
    await (0,_state_custody_js__WEBPACK_IMPORTED_MODULE_5__/* .whileOurs */ .Lb)(cluster, path, app, token, async (seen) => {
        if (scaledByOthers)
            await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .claimReplicas */ .q9)(cluster, path, seen, heldTo(seen));
    });
    await (0,_state_custody_js__WEBPACK_IMPORTED_MODULE_5__/* .whileOurs */ .Lb)(cluster, path, app, token, seen => (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .takeOwnership */ .px)(cluster, path, (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .fenced */ .OF)(seen, fence)));
}
function heldTo({ metadata }) {
    const { uid, resourceVersion } = metadata ?? {};
    return uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion };
}
const marks = ({ app, token }, release) => ({
    [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_10__/* .labels */ .WD.release]: String(release),
    [_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationOf */ .lW.token(app)]: String(token),
});


/***/ }),

/***/ 62710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ World)
/* harmony export */ });
/* harmony import */ var _cluster_mirror_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73117);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _dead_man_dead_man_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6924);
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83658);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29296);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90352);







class World {
    #stop = new AbortController();
    #mirrors = new Map();
    #cluster;
    #place;
    #wake = () => { };
    #changed = false;
    constructor(cluster, place) {
        this.#cluster = cluster;
        this.#place = place;
    }
    static async open(cluster, app, environment, selector, workers) {
        const place = placeOf(environment, workers);
        const world = new World(cluster, place);
        const { workload, service } = place;
        const byName = (name) => ({ fieldSelector: `metadata.name=${name}` });
        const ofPods = { labelSelector: selector };
        await Promise.all([
            world.#follow('workload', (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .traitsOf */ .JC)(workload.kind).resource, byName(workload.name)),
            ...(workload.kind === 'Deployment'
                ? [world.#follow('canary', _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.deployment, byName(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.canary(workload.name)))]
                : []),
            ...world.#followVersions(workload.kind, '', ofPods, workload.name),
            world.#follow('services', _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, {}),
            world.#follow('autoscalers', _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.horizontalPodAutoscaler, {}),
            world.#follow('journal', _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, byName(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.application(app))),
            world.#follow('fences', _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, {
                labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .selecting */ .h7.fences(app),
            }),
            ...workers.flatMap(each => {
                const { kind, name } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .refOf */ .H8)(each);
                const ofWorker = { labelSelector: (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__/* .selectorOf */ .Bk)(each) };
                return [
                    world.#follow(worker((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)({ kind, name })), (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .traitsOf */ .JC)(kind).resource, byName(name)),
                    ...world.#followVersions(kind, worker((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)({ kind, name })), ofWorker, name),
                ];
            }),
            ...((0,_dead_man_dead_man_js__WEBPACK_IMPORTED_MODULE_2__/* .deadManImage */ .uH)(environment.strategy) === undefined
                ? []
                : [
                    world.#follow('jobs', _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, {
                        labelSelector: `${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.app}=${app},${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.kind}=dead-man`,
                    }),
                ]),
            ...(environment.route === undefined ? [] : [world.#follow('routes', _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.httpRoute, {})]),
            ...(service === undefined
                ? []
                : [
                    world.#follow('slices', _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.endpointSlice, {
                        labelSelector: `kubernetes.io/service-name in (${service},${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb.canary(service)})`,
                    }),
                ]),
        ]).catch(error => {
            world.close();
            throw error;
        });
        return world;
    }
    observe() {
        const journal = this.#items('journal')[0];
        return {
            now: this.#cluster.now(),
            journal: journal && (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .journalIn */ .zc)(journal),
            workload: this.#items('workload')[0],
            canary: this.#items('canary')[0],
            workers: Object.fromEntries(this.#place.workers.map(name => [
                name,
                {
                    workload: this.#items(worker(name))[0],
                    revisions: this.#items(`${worker(name)}revisions`),
                    pods: this.#items(`${worker(name)}pods`),
                    events: this.#items(`${worker(name)}events`),
                },
            ])),
            revisions: this.#items('revisions'),
            pods: this.#items('pods'),
            events: this.#items('events'),
            services: this.#items('services'),
            routes: this.#items('routes'),
            autoscalers: this.#items('autoscalers'),
            slices: this.#items('slices'),
            fences: this.#items('fences'),
            jobs: this.#items('jobs'),
            blindFor: this.#blindFor(),
            ...this.#refusal(),
        };
    }
    put(object) {
        for (const name of this.#mirrorsOf(object))
            this.#mirrors.get(name)?.put(object);
    }
    drop(uid) {
        for (const each of this.#mirrors.values())
            each.drop(uid);
    }
    async changed(ms) {
        if (!this.#changed) {
            await new Promise(resolve => {
                const timer = setTimeout(resolve, ms);
                this.#wake = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
        }
        this.#changed = false;
    }
    wake() {
        this.#changed = true;
        this.#wake();
    }
    close() {
        this.#stop.abort();
    }
    #followVersions(kind, whose, ofPods, name) {
        const { revisions, refusedInEvents } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .traitsOf */ .JC)(kind);
        if (revisions === undefined)
            return [];
        return [
            this.#follow(`${whose}revisions`, revisions, ofPods),
            this.#follow(`${whose}pods`, _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, ofPods),
            ...(refusedInEvents ? [this.#follow(`${whose}events`, _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .about */ .Cv)({ kind, name }))] : []),
        ];
    }
    async #follow(name, resource, query) {
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(resource, this.#place.namespace);
        this.#mirrors.set(name, await (0,_cluster_mirror_js__WEBPACK_IMPORTED_MODULE_0__/* .mirror */ .e)(this.#cluster, path, query, this.#stop.signal, () => this.wake()));
    }
    #items(name) {
        return (this.#mirrors.get(name)?.items() ?? []);
    }
    #mirrorsOf({ kind, metadata }) {
        switch (kind) {
            case 'Deployment':
            case 'StatefulSet':
            case 'DaemonSet':
            case 'CronJob': {
                const key = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)({ kind, name: metadata?.name ?? '' });
                if (this.#place.workers.includes(key))
                    return [worker(key)];
                return [(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isOf */ .yW)(this.#place.workload, { kind, ...(metadata && { metadata }) }) ? 'workload' : 'canary'];
            }
            case 'Service':
                return ['services'];
            case 'HTTPRoute':
                return ['routes'];
            case 'HorizontalPodAutoscaler':
                return ['autoscalers'];
            case 'Job':
                return ['jobs'];
            case 'ConfigMap':
                return [metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.kind] === 'fence' ? 'fences' : 'journal'];
            default:
                return [];
        }
    }
    #refusal() {
        const [refused] = [...this.#mirrors.values()].flatMap(each => each.refusal() ?? []);
        return refused === undefined ? {} : { refused };
    }
    #blindFor() {
        const since = [...this.#mirrors.values()].flatMap(each => each.staleSince() ?? []);
        return since.length === 0 ? 0 : performance.now() - Math.min(...since);
    }
}
const placeOf = ({ namespace, workload, service }, workers) => ({
    namespace,
    workload,
    service,
    workers: workers.map(each => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .refOf */ .H8)(each))),
});
const worker = (name) => `worker ${name} `;


/***/ }),

/***/ 72397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gr: () => (/* binding */ backtest),
  XL: () => (/* binding */ eventsOf),
  En: () => (/* binding */ outlook),
  GH: () => (/* binding */ startOf)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/gate.js + 5 modules
var gate = __webpack_require__(74991);
;// CONCATENATED MODULE: ./.build/js/src/analysis/backtest.js

function replay(policy, startedAt, events) {
    const verdicts = [];
    let state = (0,gate/* startGate */.O4)(policy, startedAt);
    for (const each of events) {
        if (each.event === 'stage')
            state = (0,gate/* enterStage */.dI)(policy, state, each.stage, each.at);
        else if (each.event === 'tick')
            state = (0,gate/* advance */.np)(policy, state, each.tick);
        else if (each.event === 'replaced')
            state = (0,gate/* replacePod */.uZ)(state, each.pod);
        else if (each.event === 'prolonged')
            state = (0,gate/* prolong */.YO)(state, each.until);
        else if (each.event === 'unread') {
            const open = { verdict: 'continue', reason: 'the metrics are waited for' };
            verdicts.push({ at: each.at, stage: each.stage, verdict: (0,gate/* judgeUnread */.H4)(policy, each, each.at) ?? open });
        }
        else
            verdicts.push({ at: each.at, stage: state.stage, verdict: (0,gate/* judge */.S4)(policy, state, each.facts, each.at) });
    }
    return { state, verdicts };
}

// EXTERNAL MODULE: ./.build/js/src/analysis/margins.js
var margins = __webpack_require__(88323);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/release/evidence/backtest.js



function backtest(record) {
    if (record.judging === undefined && record.verdicts.length === 0 && record.ticks.length === 0)
        return { agrees: true, judged: false, comparisons: [], caveats: record.reduced };
    const { verdicts } = replayed(record, policyOf(record), eventsOf(record));
    const comparisons = record.verdicts.map(({ at, stage, verdict: recorded }, index) => {
        const computed = verdicts[index]?.verdict ?? { verdict: 'continue', reason: 'it was not asked' };
        return { at, stage, recorded, computed, same: isSame(recorded, computed) };
    });
    const agrees = comparisons.every(({ same }) => same);
    return { agrees, judged: true, comparisons, caveats: record.reduced };
}
function outlook(record, alternative) {
    const policy = changed(policyOf(record), alternative);
    const events = eventsOf(record).flatMap((each) => each.event === 'tick' ? [each, { event: 'judged', at: each.tick.at, facts: [] }] : [each]);
    const { verdicts } = replayed(record, policy, events);
    const stages = [...new Set(verdicts.map(({ stage }) => stage))];
    return {
        end: verdicts.find(({ verdict }) => !/^(continue|pass|pod-local)$/.test(verdict.verdict)),
        passes: stages.map(stage => ({
            stage,
            at: verdicts.find(each => each.stage === stage && each.verdict.verdict === 'pass')?.at,
        })),
    };
}
function eventsOf({ ticks, turns, verdicts }) {
    const events = [];
    const pending = [
        ...verdicts.map(({ after, at, stage, facts, unread }) => ({
            after,
            at,
            order: 0,
            event: unread === undefined
                ? { event: 'judged', at, facts }
                : { event: 'unread', at, stage, ...unread },
        })),
        ...turns.flatMap(({ after, at, stage, replaced, prolonged }) => [
            ...(prolonged === undefined
                ? []
                : [{ after, at, order: 1, event: { event: 'prolonged', until: prolonged, at } }]),
            ...(stage === undefined
                ? []
                : [{ after, at, order: 1, event: { event: 'stage', stage, at } }]),
            ...(replaced === undefined
                ? []
                : [{ after, at, order: 1, event: { event: 'replaced', pod: replaced, at } }]),
        ]),
    ].sort((a, b) => a.after - b.after || a.at - b.at || a.order - b.order);
    let next = 0;
    for (let count = 0; count <= ticks.length; count += 1) {
        for (; pending[next]?.after === count; next += 1)
            events.push(pending[next].event);
        const tick = ticks[count];
        if (tick !== undefined)
            events.push({ event: 'tick', tick });
    }
    return events;
}
function isSame(a, b) {
    if (a.verdict === 'fail' && b.verdict === 'fail')
        return `${[...a.metrics].sort()}` === `${[...b.metrics].sort()}`;
    if (a.verdict === 'no-data' && b.verdict === 'no-data')
        return a.missing === b.missing;
    if (a.verdict === 'pod-local' && b.verdict === 'pod-local')
        return a.pod === b.pod;
    return a.verdict === b.verdict;
}
function policyOf({ judging }) {
    if (judging === undefined) {
        throw new errors/* UserError */.yo('this release was not judged by a gate, so there is no verdict to compute', 'give the record of a canary with a gate');
    }
    return judging.policy;
}
function startOf({ judging, turns, startedAt }) {
    return (turns.find(({ after, stage }) => after === 0 && stage !== undefined)?.at ??
        judging?.startedAt ??
        startedAt);
}
function replayed(record, policy, events) {
    try {
        return replay(policy, startOf(record), events);
    }
    catch (error) {
        throw new errors/* UserError */.yo('the gate of this version cannot be set up as this record says', 'use the version of Slipway that wrote it', { cause: error });
    }
}
function changed(policy, { profile, metric }) {
    const names = policy.metrics.map(({ name }) => name);
    if (profile !== undefined && !isProfile(profile)) {
        throw new errors/* UserError */.yo(`there is no profile "${profile}"`, `choose one of ${Object.keys(margins/* profiles */.xD).join(', ')}`);
    }
    if (metric !== undefined && !names.includes(metric)) {
        throw new errors/* UserError */.yo(`the record has no metric "${metric}"`, `choose one of ${names.join(', ')}`);
    }
    const metrics = metric === undefined
        ? policy.metrics
        : policy.metrics.flatMap(each => (each.name === metric ? [{ ...each, dryRun: false, weight: 1 }] : []));
    return { ...policy, metrics, ...(profile === undefined ? {} : { profile, margin: margins/* profiles */.xD[profile] }) };
}
const isProfile = (name) => Object.hasOwn(margins/* profiles */.xD, name);


/***/ }),

/***/ 47308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ addedUp),
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   X0: () => (/* binding */ withoutPods),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   cz: () => (/* binding */ clipped)
/* harmony export */ });
function kept(list, length) {
    if (list.length <= length)
        return list;
    const head = Math.floor(length / 2);
    return [...list.slice(0, head), ...list.slice(list.length - (length - head))];
}
const longestText = 600;
function clipped(value) {
    if (typeof value === 'string') {
        return (value.length > longestText ? `${value.slice(0, longestText - 1).toWellFormed()}…` : value);
    }
    if (Array.isArray(value))
        return value.map(clipped);
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clipped(inner)]));
}
const far = 700;
function finite({ harm, metrics }) {
    const clamp = (value) => Math.max(-far, Math.min(far, Number.isNaN(value) ? -far : value));
    return {
        harm: clamp(harm),
        metrics: Object.fromEntries(Object.entries(metrics).map(([name, each]) => [
            name,
            { harm: clamp(each.harm), pass: clamp(each.pass) },
        ])),
    };
}
const largestTick = 64 * 1024;
const addedUp = `pods are added up in ticks of more than ${largestTick / 1024} KiB`;
function bounded(tick) {
    const fits = (row) => JSON.stringify(row).length <= largestTick;
    const plain = {
        ...tick,
        readings: Object.fromEntries(Object.entries(tick.readings).map(([name, reading]) => [
            name,
            reading.kind === 'counts' ? reading : clipped(reading),
        ])),
    };
    if (fits(plain))
        return { row: plain, folded: false };
    const half = withoutPods(plain, 'baseline');
    return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}
function withoutPods(tick, track) {
    const readings = Object.entries(tick.readings).map(([name, reading]) => [
        name,
        reading.kind === 'counts' && reading[track].length > 1
            ? { ...reading, [track]: [sumOf(reading[track])] }
            : reading,
    ]);
    return { ...tick, readings: Object.fromEntries(readings) };
}
function sumOf(pods) {
    const width = Math.max(0, ...pods.map(each => each.bad.length));
    const ages = pods.flatMap(({ age }) => (age === undefined ? [] : [age]));
    return {
        pod: `${pods.length} pods`,
        ...(ages.length === 0 ? {} : { age: Math.min(...ages) }),
        total: pods.reduce((sum, each) => sum + each.total, 0),
        bad: Array.from({ length: width }, (_, index) => pods.reduce((sum, each) => sum + (each.bad[index] ?? 0), 0)),
    };
}


/***/ }),

/***/ 10747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ noteStage),
/* harmony export */   $q: () => (/* binding */ noteFindings),
/* harmony export */   J2: () => (/* binding */ noteReplaced),
/* harmony export */   JA: () => (/* binding */ noteDuration),
/* harmony export */   Jp: () => (/* binding */ noteJudging),
/* harmony export */   RU: () => (/* binding */ notePods),
/* harmony export */   W5: () => (/* binding */ noteRun),
/* harmony export */   Yw: () => (/* binding */ lastVerdict),
/* harmony export */   c0: () => (/* binding */ noteVerdict),
/* harmony export */   hk: () => (/* binding */ noteWaits),
/* harmony export */   jH: () => (/* binding */ noteMoment),
/* harmony export */   lx: () => (/* binding */ noteFact),
/* harmony export */   pD: () => (/* binding */ noteProlonged),
/* harmony export */   qt: () => (/* binding */ startRecord),
/* harmony export */   rs: () => (/* binding */ endRecord),
/* harmony export */   uy: () => (/* binding */ noteTick),
/* harmony export */   wk: () => (/* binding */ noteCalls),
/* harmony export */   xs: () => (/* binding */ noteDeadMan)
/* harmony export */ });
/* unused harmony export noteReduction */
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47308);

function startRecord(start) {
    const { at, by, token, doing, gate, strategy, rolled, baseline, promotion, signatures, ...what } = start;
    return {
        schema: 1,
        ...what,
        ...(baseline === undefined ? {} : { baseline }),
        ...(promotion === undefined ? {} : { promotion: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(promotion) }),
        ...(signatures === undefined ? {} : { signatures: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(signatures) }),
        startedAt: at,
        runs: [{ at, by, token, doing }],
        strategy,
        ...(rolled === undefined ? {} : { rolled }),
        ...(gate === undefined ? {} : { gate }),
        timeline: [],
        ticks: [],
        turns: [],
        verdicts: [],
        facts: [],
        findings: [],
        pods: [],
        calls: {},
        durations: {},
        reduced: [],
    };
}
function noteRun({ end: _, ...record }, run) {
    return { ...record, runs: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.runs, run], most.runs) };
}
function noteJudging(record, startedAt, policy, said) {
    const open = policy;
    return { ...record, judging: { startedAt, said: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(said), policy: open } };
}
function noteMoment(record, moment) {
    return { ...record, timeline: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.timeline, (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(moment)], most.moments) };
}
function noteTick(record, tick, evidence, verdict, asked = { at: tick.at, facts: [] }) {
    const { row, folded } = (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .bounded */ .Mm)(tick);
    const judged = {
        ...row,
        ...(evidence === undefined ? {} : { evidence: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2)(evidence) }),
        verdict: verdict.verdict,
    };
    const known = asked.facts.reduce((each, fact) => noteFact(each, asked.at, fact), record);
    const next = { ...known, ticks: [...record.ticks, judged] };
    const noted = folded ? noteReduction(next, _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .addedUp */ .C_) : next;
    return noteVerdict(noted, { ...asked, stage: tick.stage }, verdict);
}
function noteVerdict(record, { at, stage, facts = [], unread }, verdict) {
    const last = record.verdicts.at(-1);
    if (last?.verdict.verdict === verdict.verdict && last.stage === stage)
        return record;
    const why = unread === undefined ? {} : { unread };
    const said = (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)({ at, after: record.ticks.length, stage, facts, ...why, verdict });
    return { ...record, verdicts: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.verdicts, said], most.verdicts) };
}
function noteStage(record, at, stage) {
    const turn = { at, after: record.ticks.length, stage };
    return { ...record, turns: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.turns, turn], most.turns) };
}
function noteReplaced(record, at, pod) {
    const turn = { at, after: record.ticks.length, replaced: pod };
    return { ...record, turns: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.turns, turn], most.turns) };
}
function noteProlonged(record, at, until) {
    const turn = { at, after: record.ticks.length, prolonged: Math.round(until) };
    return { ...record, turns: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.turns, turn], most.turns) };
}
function noteWaits({ waits: _, ...record }, waits) {
    return waits === undefined ? record : { ...record, waits: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(waits) };
}
function noteFact(record, at, fact) {
    const seen = (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(fact);
    const isSame = (each) => each.kind === seen.kind && each.pod === seen.pod && each.detail === seen.detail;
    if (record.facts.some(each => isSame(each.fact)))
        return record;
    return { ...record, facts: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.facts, { at, fact: seen }], most.facts) };
}
function noteFindings(record, findings) {
    return { ...record, findings: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)((0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(findings), most.findings) };
}
function notePods(record, pods) {
    const before = record.pods.map((each) => ({ ...each, gone: true }));
    const known = new Map([...before, ...(0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(pods)].map(each => [each.pod, each]));
    return { ...record, pods: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...known.values()], most.pods) };
}
function noteCalls(record, calls) {
    return { ...record, calls };
}
function noteDuration(record, name, ms) {
    return { ...record, durations: { ...record.durations, [name]: ms } };
}
function noteDeadMan(record, deadMan) {
    return { ...record, deadMan: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(deadMan) };
}
function noteReduction(record, what) {
    return record.reduced.includes(what) ? record : { ...record, reduced: [...record.reduced, what] };
}
function endRecord(record, end) {
    return { ...record, end: (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(end) };
}
function lastVerdict(record) {
    return record.verdicts.at(-1)?.verdict;
}
const most = {
    runs: 50,
    moments: 200,
    verdicts: 100,
    turns: 100,
    facts: 50,
    findings: 100,
    pods: 200,
};


/***/ }),

/***/ 27901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xL: () => (/* binding */ beginDossier),
  OZ: () => (/* binding */ openDossier)
});

// UNUSED EXPORTS: Dossier, readDecision

// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/traffic/fence.js
var fence = __webpack_require__(13590);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/overtaken.js
var overtaken = __webpack_require__(38971);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/decision.js
var evidence_decision = __webpack_require__(10747);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/bounds.js
var bounds = __webpack_require__(47308);
;// CONCATENATED MODULE: ./.build/js/src/release/evidence/reduction.js

const largestRecord = 16 * 256 * 1024;
const mergedTicks = 'neighbouring ticks are added up';
function reduce(record, bytes = largestRecord) {
    const fits = (each) => Buffer.byteLength(JSON.stringify(each)) <= bytes;
    const reduced = (each, ticks, what) => ({
        ...each,
        ticks,
        reduced: [...new Set([...each.reduced, what])],
    });
    if (fits(record))
        return record;
    let next = record;
    for (const track of ['baseline', 'canary']) {
        const ticks = next.ticks.map(row => (0,bounds/* withoutPods */.X0)(row, track));
        next = reduced(next, ticks, `pods of the ${track} are added up`);
        if (fits(next))
            return next;
    }
    for (;;) {
        const { rows, counts } = halved(next.ticks);
        if (rows.length === next.ticks.length)
            return next;
        const moved = (each) => ({
            ...each,
            after: counts[each.after] ?? 0,
        });
        const { turns, verdicts } = next;
        next = reduced({ ...next, turns: turns.map(moved), verdicts: verdicts.map(moved) }, rows, mergedTicks);
        if (fits(next))
            return next;
    }
}
function halved(rows) {
    const joined = [];
    const counts = [0];
    for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index];
        const next = rows[index + 1];
        const both = next === undefined ? undefined : together(row, next);
        joined.push(both ?? row);
        counts.push(joined.length);
        if (both === undefined)
            continue;
        index += 1;
        counts.push(joined.length);
    }
    return { rows: joined, counts };
}
function together(a, b) {
    const names = Object.keys(a.readings);
    const alike = a.stage === b.stage &&
        a.weight === b.weight &&
        names.length === Object.keys(b.readings).length &&
        names.every(name => a.readings[name]?.kind === b.readings[name]?.kind);
    if (!alike)
        return undefined;
    const readings = names.map((name) => [
        name,
        sumOfReadings(a.readings[name], b.readings[name]),
    ]);
    return { ...b, readings: Object.fromEntries(readings) };
}
function sumOfReadings(a, b) {
    if (a.kind !== 'counts' || b.kind !== 'counts')
        return b;
    return { kind: 'counts', canary: byPod(a.canary, b.canary), baseline: byPod(a.baseline, b.baseline) };
}
function byPod(a, b) {
    const pods = new Map();
    for (const each of [...a, ...b]) {
        const known = pods.get(each.pod);
        pods.set(each.pod, known === undefined ? each : { ...(0,bounds/* sumOf */.XN)([known, each]), pod: each.pod });
    }
    return [...pods.values()];
}

;// CONCATENATED MODULE: ./.build/js/src/release/evidence/dossier.js








class Dossier {
    #cluster;
    #namespace;
    #record;
    #saved = new Map();
    constructor(cluster, namespace, record) {
        this.#cluster = cluster;
        this.#namespace = namespace;
        this.#record = record;
    }
    get record() {
        return this.#record;
    }
    note(change) {
        this.#record = change(this.#record);
    }
    async save(report) {
        try {
            const { chunks } = await chunking();
            const parts = Object.entries(chunks(reduce(this.#record)));
            for (const [key, part] of parts.sort(([a], [b]) => (a < b ? 1 : -1))) {
                if (this.#saved.get(key) === part)
                    continue;
                await put(this.#cluster, this.#namespace, this.#object(key, part), this.#record.app);
                this.#saved.set(key, part);
            }
        }
        catch (error) {
            if (error instanceof overtaken.LeaseLost)
                return;
            report(`the decision record could not be written: ${error.message}`);
        }
    }
    #object(key, part) {
        const { app, release, runs } = this.#record;
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name: naming/* nameOf */.Vb.decision(app, release, key),
                namespace: this.#namespace,
                labels: { [naming/* labels */.WD.app]: app, [naming/* labels */.WD.kind]: 'decision', [naming/* labels */.WD.release]: String(release) },
                annotations: { [fence/* annotationOf */.lW.token(app)]: String(runs.at(-1)?.token ?? 0) },
            },
            data: { [key]: part },
        };
    }
}
const chunking = () => __webpack_require__.e(/* import() */ 9472).then(__webpack_require__.bind(__webpack_require__, 19472));
async function put(cluster, namespace, object, app) {
    const folder = (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace);
    const path = `${folder}/${object.metadata?.name}`;
    for (let attempt = 1;; attempt += 1) {
        const there = await cluster.get(path);
        if (there !== undefined && (0,fence/* stampOf */.Zs)(there, app) > (0,fence/* stampOf */.Zs)(object, app))
            throw (0,overtaken/* overtaken */.K)(app);
        const { resourceVersion } = there?.metadata ?? {};
        const metadata = { ...object.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) };
        try {
            if (there === undefined)
                await cluster.create(folder, object);
            else
                await cluster.replace(path, { ...object, metadata });
            return;
        }
        catch (error) {
            if (!(0,errors/* isRaced */.AJ)(error) || attempt === 5)
                throw error;
        }
    }
}
async function readDecision(cluster, namespace, app, release) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace), {
        labelSelector: naming/* selecting */.h7.decision(app, release),
    });
    const parts = items.flatMap(({ metadata, data = {} }) => Object.entries(data).filter(([key]) => metadata?.name === naming/* nameOf */.Vb.decision(app, release, key)));
    if (parts.length === 0)
        return undefined;
    const { join } = await chunking();
    const record = join(Object.fromEntries(parts));
    const isOf = record.app === app && record.release === release && record.namespace === namespace;
    if (!isOf)
        throw new Error(`the decision record of release ${release} is of another one`);
    return record;
}
function beginDossier(cluster, { environment: { namespace, workload, strategy, gate }, record, journal, doing, why }) {
    const at = Math.round(cluster.now());
    const { app, environment, candidate: release, baseline, token, run: by, phase, weight } = journal;
    const rolls = journal.strategy === 'rolling';
    const decision = (0,evidence_decision/* startRecord */.qt)({
        at,
        app,
        environment,
        namespace,
        workload: (0,kinds/* titleOf */.Gg)(workload),
        release,
        ...(baseline === undefined ? {} : { baseline }),
        images: record.images,
        ...(record.promotion === undefined ? {} : { promotion: record.promotion }),
        ...(record.signatures === undefined ? {} : { signatures: record.signatures }),
        by,
        token,
        doing,
        strategy,
        ...(rolls && strategy.kind !== 'rolling' ? { rolled: true } : {}),
        ...(rolls || gate === undefined ? {} : { gate }),
    });
    const stands = {
        at,
        phase,
        ...(rolls ? {} : { weight }),
        ...(why === undefined ? {} : { reason: why }),
    };
    return new Dossier(cluster, namespace, (0,evidence_decision/* noteMoment */.jH)(decision, stands));
}
async function openDossier(cluster, begun) {
    const { environment, journal, doing } = begun;
    const { app, candidate, token, run: by } = journal;
    const { namespace } = environment;
    const known = await readDecision(cluster, namespace, app, candidate).catch(() => undefined);
    if (known === undefined)
        return beginDossier(cluster, begun);
    const run = { at: Math.round(cluster.now()), by, token, doing };
    return new Dossier(cluster, namespace, (0,evidence_decision/* noteRun */.W5)((0,evidence_decision/* noteWaits */.hk)(known, undefined), run));
}


/***/ }),

/***/ 56895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ findings_evidenceOf),
  $: () => (/* binding */ withFindings)
});

// EXTERNAL MODULE: ./.build/js/src/analysis/findings.js
var analysis_findings = __webpack_require__(8424);
// EXTERNAL MODULE: ./.build/js/src/analysis/gate.js + 5 modules
var gate = __webpack_require__(74991);
// EXTERNAL MODULE: ./.build/js/src/analysis/eprocess.js
var eprocess = __webpack_require__(83770);
// EXTERNAL MODULE: ./.build/js/src/analysis/margins.js
var margins = __webpack_require__(88323);
;// CONCATENATED MODULE: ./.build/js/src/analysis/interval.js


const smallest = 1e-3;
const largest = 1e3;
function rateRatio(ticks, { alpha = 0.05, phi = 1 } = {}) {
    const spread = { phi, tau: 0, pods: 1, baselinePods: 1 };
    const harm = { ...(0,margins/* harmOptions */.He)('ratio', spread, Math.max(2, ticks.length)), points: 0 };
    const pass = { ...(0,margins/* passOptions */.cG)({ ratio: 1, points: 0 }, spread), points: 0 };
    const needed = -Math.log(alpha / 2);
    const rejectedBy = (options) => (ratio) => evidenceOf({ ...options, ratio }, ticks) >= needed;
    const low = edge(rejectedBy(harm), smallest, largest);
    const high = edge(rejectedBy(pass), largest, smallest);
    const estimate = pooledRatio(ticks);
    return {
        ...(estimate === undefined ? {} : { estimate }),
        low: low ?? 0,
        ...(high === undefined ? {} : { high }),
    };
}
function edge(isRejected, from, to) {
    if (!isRejected(from))
        return undefined;
    let [rejected, kept] = [Math.log(from), Math.log(to)];
    while (Math.abs(rejected - kept) > 1e-3) {
        const middle = (rejected + kept) / 2;
        if (isRejected(Math.exp(middle)))
            rejected = middle;
        else
            kept = middle;
    }
    return Math.exp(kept);
}
function evidenceOf(options, ticks) {
    let state = (0,eprocess/* emptyEProcess */.QW)();
    for (const tick of ticks)
        state = (0,eprocess/* update */.yo)(options, state, tick);
    return (0,eprocess/* logEvidence */.y8)(options, state);
}
function pooledRatio(ticks) {
    let [canaryBad, canary, baselineBad, baseline] = [0, 0, 0, 0];
    for (const tick of ticks) {
        canaryBad += tick.canaryBad;
        canary += tick.canary;
        baselineBad += tick.baselineBad;
        baseline += tick.baseline;
    }
    return canary > 0 && baselineBad > 0 ? canaryBad / canary / (baselineBad / baseline) : undefined;
}

// EXTERNAL MODULE: ./.build/js/src/analysis/warm-up.js
var warm_up = __webpack_require__(52633);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/backtest.js + 1 modules
var backtest = __webpack_require__(72397);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/decision.js
var decision = __webpack_require__(10747);
;// CONCATENATED MODULE: ./.build/js/src/release/evidence/findings.js






function withFindings(record) {
    const { judging } = record;
    if (judging === undefined || record.ticks.length === 0)
        return record;
    const policy = judging.policy;
    const { state, ticks } = judgedTicks(record, policy);
    const findings = (0,analysis_findings/* findingsOf */.W)(policy, state).flatMap(found => {
        const { series = [] } = policy.metrics.find(({ name }) => name === found.metric) ?? {};
        return series.map(({ boundary, phi }, index) => {
            const counts = ticks.get(`${found.metric} ${index}`) ?? [];
            const total = counts.reduce(warm_up/* sumOf */.XN, nothing);
            return {
                name: found.metric,
                ...(boundary === undefined ? {} : { boundary }),
                canary: { bad: total.canaryBad, total: total.canary },
                baseline: { bad: total.baselineBad, total: total.baseline },
                ...(total.canary === 0 ? {} : { ratio: ratioOf(rateRatio(counts, { phi })) }),
                status: statusOf(found, boundary),
                ...(found.dryRun ? { dryRun: true } : {}),
            };
        });
    });
    return (0,decision/* noteFindings */.$q)(record, findings);
}
function findings_evidenceOf(policy, state) {
    const metrics = (0,analysis_findings/* findingsOf */.W)(policy, state).map(({ metric, logHarm, logPass }) => [
        metric,
        { harm: logHarm, pass: logPass },
    ]);
    return { harm: (0,analysis_findings/* logHarmOf */.E)(policy, state), metrics: Object.fromEntries(metrics) };
}
function statusOf({ status, boundary: worst }, boundary) {
    const accused = status === 'harmed' || status === 'suspect';
    return accused && boundary !== worst ? 'open' : status;
}
const ratioOf = ({ estimate, low, high }) => ({
    estimate: estimate ?? null,
    low,
    high: high ?? null,
});
function judgedTicks(record, policy) {
    const ticks = new Map();
    let state = (0,gate/* startGate */.O4)(policy, (0,backtest/* startOf */.GH)(record));
    for (const each of (0,backtest/* eventsOf */.XL)(record)) {
        if (each.event === 'stage')
            state = (0,gate/* enterStage */.dI)(policy, state, each.stage, each.at);
        else if (each.event === 'replaced')
            state = (0,gate/* replacePod */.uZ)(state, each.pod);
        else if (each.event === 'tick') {
            const next = (0,gate/* advance */.np)(policy, state, each.tick);
            for (const { name } of policy.metrics) {
                next.metrics[name]?.series.forEach(({ total }, index) => {
                    const growth = differenceOf(total, state.metrics[name]?.series[index]?.total);
                    if (growth.canary + growth.baseline === 0)
                        return;
                    const key = `${name} ${index}`;
                    ticks.set(key, [...(ticks.get(key) ?? []), growth]);
                });
            }
            state = next;
        }
    }
    return { state, ticks };
}
const nothing = { canaryBad: 0, canary: 0, baselineBad: 0, baseline: 0 };
const differenceOf = (after, before = nothing) => ({
    canaryBad: after.canaryBad - before.canaryBad,
    canary: after.canary - before.canary,
    baselineBad: after.baselineBad - before.baselineBad,
    baseline: after.baseline - before.baseline,
});


/***/ }),

/***/ 44571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ conclude)
/* harmony export */ });
/* harmony import */ var _state_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58600);
/* harmony import */ var _state_retention_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92331);
/* harmony import */ var _state_served_digests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4106);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);
/* harmony import */ var _remains_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82707);






async function conclude(cluster, records, { config, environment, origin, report, }, { workload, journal: { candidate, baseline }, record, token, workers, phase, reason }) {
    const { namespace } = environment;
    const at = new Date(cluster.now()).toISOString();
    const common = { schema: 1, release: candidate, token, at };
    if (phase === 'undone') {
        const why = reason ?? `undone by ${origin.actor} in ${origin.run}`;
        if (baseline === undefined || candidate > baseline) {
            const found = (await records.list()).find(({ record }) => record.release === candidate);
            await records.conclude({ ...common, state: 'undone', reason: why, ...(0,_state_record_js__WEBPACK_IMPORTED_MODULE_0__/* .restorable */ .wq)(found?.outcome) });
        }
        if (baseline !== undefined)
            await (0,_remains_js__WEBPACK_IMPORTED_MODULE_5__/* .leave */ .qG)(records, baseline, { token, at, reason: () => why });
        return undefined;
    }
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, workload);
    const released = workers.filter(worker => worker.candidate !== undefined).map(({ ref }) => ref);
    const [live, lives] = await Promise.all([
        cluster.get(path),
        (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .readWorkers */ .QF)(cluster, namespace, released),
    ]);
    const template = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .kW)(live);
    const problem = live === undefined || template === undefined || (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseOf */ .l7)(live) !== candidate
        ? `${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(workload)} did not have it any more at its end`
        : foreignImage(live, record);
    if (problem !== undefined) {
        await records.conclude({ ...common, state: 'undone', reason: problem });
        return problem;
    }
    await records.conclude({
        ...common,
        state: 'complete',
        ...(template === undefined ? {} : { template }),
        ...(released.length === 0 ? {} : { workers: (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .templatesOf */ .r3)(lives) }),
    });
    await clearAway(cluster, records, config.app, { ...environment, workload }, common).catch((error) => report(`old releases were not cleared away: ${error.message}`));
    return undefined;
}
function foreignImage(live, record) {
    const known = Object.keys(record?.images ?? {}).length > 0;
    return known ? (0,_state_served_digests_js__WEBPACK_IMPORTED_MODULE_2__/* .pinnedImages */ .Dl)(live, record).problems[0] : undefined;
}
async function clearAway(cluster, records, app, environment, common) {
    const { release } = common;
    const releases = await records.list();
    for (const { record } of (0,_remains_js__WEBPACK_IMPORTED_MODULE_5__/* .passedBy */ .QD)(releases, release)) {
        const reason = `release ${release} came in its place`;
        await records.conclude({ ...common, release: record.release, state: 'undone', reason });
    }
    await (0,_state_retention_js__WEBPACK_IMPORTED_MODULE_1__/* .collect */ .Fo)(cluster, environment.namespace, app, environment, releases);
}


/***/ }),

/***/ 46494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ announcementsOf),
/* harmony export */   Po: () => (/* binding */ Herald),
/* harmony export */   VI: () => (/* binding */ beginningOf),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _evidence_events_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37736);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);




class Herald {
    #cluster;
    #place;
    #report;
    #uid;
    #silent = false;
    #last = Promise.resolve();
    constructor(cluster, place, report) {
        this.#cluster = cluster;
        this.#place = place;
        this.#report = report;
    }
    tell(...said) {
        const at = this.#cluster.now();
        for (const [index, each] of said.entries())
            this.#last = this.#last.then(() => this.#write(each, at + index));
    }
    async settled() {
        let timer;
        const enough = new Promise(resolve => {
            timer = setTimeout(resolve, 2000);
        });
        await Promise.race([this.#last, enough]);
        clearTimeout(timer);
    }
    async #write(said, at) {
        if (this.#silent)
            return;
        const { app, namespace, workload, token, origin } = this.#place;
        try {
            if (this.#uid === undefined) {
                this.#uid = (await this.#cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, workload)))?.metadata?.uid;
            }
            if (this.#uid === undefined)
                return;
            const target = { namespace, ...workload, uid: this.#uid, app, instance: origin.run, token };
            await this.#cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_evidence_events_js__WEBPACK_IMPORTED_MODULE_2__/* .eventsOfWorkloads */ .H, namespace), (0,_evidence_events_js__WEBPACK_IMPORTED_MODULE_2__/* .eventOf */ .A)(said, target, at));
        }
        catch (error) {
            if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists')
                return;
            this.#silent = true;
            this.#report(`warning: Events of the workload do not tell of this release: ${error.message}`);
        }
    }
}
function announcementsOf(before, { phase, step, weight, candidate: release, baseline, reason = '' }, verdict) {
    if (before.phase === phase && before.step === step && before.weight === weight)
        return [];
    const judged = (before.phase === 'stepping' || before.phase === 'baking') &&
        verdict !== undefined &&
        verdict.verdict !== 'continue'
        ? [{ kind: 'verdict', release, ...verdict }]
        : [];
    switch (phase) {
        case 'stepping':
        case 'baking':
            return [...judged, { kind: 'weight', release, weight }];
        case 'promoting':
            return weight === before.weight ? judged : [...judged, { kind: 'weight', release, weight }];
        case 'undoing':
            return judged;
        case 'undone':
            return [{ kind: 'undone', release, reason, ...(baseline === undefined ? {} : { serves: baseline }) }];
        case 'done':
            return [{ kind: 'complete', release }];
        case 'prepared':
        case 'watching':
            return [];
        default:
            return phase;
    }
}
const beginningOf = ({ candidate: release, baseline, strategy }) => ({
    kind: 'started',
    release,
    strategy,
    ...(baseline === undefined ? {} : { baseline }),
});
function endOf({ state, release, baseline, reason = '' }) {
    if (state === 'complete')
        return [{ kind: 'complete', release }];
    if (state !== 'undone')
        return [];
    return [{ kind: 'undone', release, reason, ...(baseline === undefined ? {} : { serves: baseline }) }];
}


/***/ }),

/***/ 90088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JZ: () => (/* binding */ finishRollout),
  sR: () => (/* binding */ lookAfter),
  PF: () => (/* binding */ prepareRollout),
  qB: () => (/* binding */ progress),
  cf: () => (/* binding */ sweepRollout),
  oD: () => (/* binding */ undoRollout)
});

// EXTERNAL MODULE: ./.build/js/src/release/engine/chronicle.js + 1 modules
var chronicle = __webpack_require__(67285);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/accident.js
var toolkit_accident = __webpack_require__(48423);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/release/evidence/decision.js
var decision = __webpack_require__(10747);
// EXTERNAL MODULE: ./.build/js/src/release/state/fencing.js
var fencing = __webpack_require__(59071);
// EXTERNAL MODULE: ./.build/js/src/release/state/journal.js
var state_journal = __webpack_require__(83658);
// EXTERNAL MODULE: ./.build/js/src/release/state/undo.js
var undo = __webpack_require__(62067);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/diagnosis.js
var diagnosis = __webpack_require__(69515);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/stuck.js
var stuck = __webpack_require__(45778);
// EXTERNAL MODULE: ./.build/js/src/release/engine/assessor.js
var assessor = __webpack_require__(58547);
// EXTERNAL MODULE: ./.build/js/src/release/engine/course.js
var engine_course = __webpack_require__(28597);
// EXTERNAL MODULE: ./.build/js/src/release/engine/decide.js + 6 modules
var decide = __webpack_require__(821);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/drive.js

const late = {
    state: 'held',
    late: true,
    reason: 'the time of this run was over before it had ended: sweep ends it',
};
class RolloutLeft extends toolkit_errors/* UserError */.yo {
    constructor(reason, { course, keeper }, first) {
        const watched = course.deadMan !== undefined && /^(stepping|baking|undoing)$/.test(keeper.journal.phase);
        const safe = watched ? 'the watchdog takes the traffic back; ' : '';
        const before = first === undefined ? '' : `${first}, then `;
        super(reason, `${safe}${before}run \`sweep\`, which completes or undoes the rollout`);
    }
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/ending.js




async function conclude(run, phase, change) {
    const { cluster, dossier, keeper, report } = run;
    const problem = await run.conclude(phase, change.reason ?? keeper.journal.reason);
    (0,chronicle/* noteSeen */.qr)(run);
    if (problem === undefined)
        (0,chronicle/* noteMoved */.eU)(run, phase, change);
    else
        (0,chronicle/* noteMoved */.eU)(run, 'undone', { weight: 0, reason: problem });
    await dossier.save(report);
    await keeper.change(journal => problem === undefined
        ? (0,state_journal/* moved */.Jy)(journal, phase, cluster.now(), change)
        : (0,state_journal/* replaced */.$3)(journal, problem, cluster.now()));
}
function candidateHasAllTraffic({ course, keeper, world, }) {
    const { phase } = keeper.journal;
    if (phase !== 'promoting' && phase !== 'watching')
        return false;
    const o = world.observe();
    const { workload } = o;
    return (workload !== undefined &&
        (0,engine_course/* isCandidate */.qn)(course, workload) &&
        (course.router.weight(o) ?? 0) === 0 &&
        (0,engine_course/* readyOf */.Js)(o, 'stable').length >= (0,kinds/* replicasOf */.N4)(workload));
}

// EXTERNAL MODULE: ./.build/js/src/cluster/patience.js
var patience = __webpack_require__(37017);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/failed-calls.js




const mostRaces = 20;
class FailedCalls {
    #since;
    #last = 0;
    #pause = 0;
    #attempts = 0;
    #races = 0;
    #rollsBack = false;
    passed() {
        this.#since = undefined;
        this.#attempts = 0;
        this.#races = 0;
    }
    consequenceOf(error, undoing, began, now = began) {
        const failure = failureOf(error);
        if (failure === undefined)
            throw error;
        if (failure === 'raced' && this.#races < mostRaces) {
            this.#races += 1;
            return { do: 'retry', ms: 50 };
        }
        if (this.#since === undefined || began - this.#last > timing/* timing */.N.writeRetry + this.#pause)
            this.#since = began;
        this.#last = now;
        this.#attempts += 1;
        const ms = Math.min(250 * 2 ** (this.#attempts - 1), 4000);
        this.#pause = ms;
        const isEarly = now - this.#since < timing/* timing */.N.writeRetry;
        const reason = error.message;
        if (undoing || this.#rollsBack)
            return isEarly
                ? { do: 'retry', ms }
                : {
                    do: 'leave',
                    reason: `the rollback failed for ${Math.round((now - this.#since) / 1000)} s: ${reason}`,
                };
        if (failure === 'passing' && isEarly)
            return { do: 'retry', ms };
        this.passed();
        this.#rollsBack = true;
        return { do: 'roll-back', reason };
    }
}
function failureOf(error) {
    if (error instanceof errors/* MissingRight */.tH)
        return 'refused';
    if (error instanceof patience/* NoAnswer */.W_ || error instanceof state_journal/* JournalMoved */.JX)
        return 'passing';
    if ((0,errors/* isRaced */.AJ)(error))
        return 'raced';
    if (!(error instanceof errors/* ClusterError */.b$))
        return undefined;
    return error.status === 429 || error.status === 401 || error.status >= 500 ? 'passing' : 'refused';
}

// EXTERNAL MODULE: ./.build/js/src/release/dead-man/dead-man.js + 1 modules
var dead_man = __webpack_require__(6924);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/heart.js




function beating(cluster, fence) {
    let beat = 0;
    let sees = false;
    let isOver = false;
    let under;
    const timer = setInterval(() => {
        if (under !== undefined || !(sees || isOver))
            return;
        sees = false;
        beat += 1;
        under = send(cluster, fence, isOver ? 'over' : { beat }).finally(() => {
            under = undefined;
        });
    }, timing/* timing */.N.heartbeat);
    timer.unref();
    return {
        looked: () => {
            sees = true;
        },
        over: async () => {
            if (isOver)
                return;
            isOver = true;
            await standDown(cluster, fence);
        },
        stop: async () => {
            clearInterval(timer);
            await under;
        },
    };
}
async function createDeadMan({ cluster, course, world, dossier }, o, owner, tell) {
    const job = course.deadMan?.job(o, owner);
    if (job === undefined)
        return;
    tell('the dead man comes up');
    const deadMan = { state: 'armed', note: `Job/${job.metadata?.name}` };
    dossier.note(record => (0,decision/* noteDeadMan */.xs)(record, deadMan));
    world.put(await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.job, course.namespace), job));
}
async function lastBeat(cluster, fence, ms) {
    await send(cluster, fence, { beat: -1, patience: Math.ceil((ms + timing/* timing */.N.watchdogMargin) / 1000) });
}
function standDown(cluster, fence) {
    return send(cluster, fence, 'over');
}
async function send(cluster, { metadata }, heartbeat) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, metadata?.namespace ?? '', metadata?.name);
    await cluster.patch(path, 'json', (0,dead_man/* beatPatch */.FQ)(metadata?.uid ?? '', heartbeat)).catch(() => undefined);
}

// EXTERNAL MODULE: ./.build/js/src/release/engine/lost-journal.js
var lost_journal = __webpack_require__(91724);
// EXTERNAL MODULE: ./.build/js/src/traffic/fence.js
var fence = __webpack_require__(13590);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/overtaken.js
var overtaken = __webpack_require__(38971);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/ownership.js


async function requireOurs({ course, keeper }, o) {
    const { token, app } = course;
    const moved = [o.workload, o.canary, ...Object.values(o.workers).map(each => each.workload)];
    const isNewer = moved.some(each => (0,fence/* stampOf */.Zs)(each ?? {}, app) > token);
    const claimed = (o.journal?.token ?? 0) > token;
    if (isNewer || (claimed && !(await keeper.holdsLease())))
        throw (0,overtaken/* overtaken */.K)(app);
}

;// CONCATENATED MODULE: ./.build/js/src/release/engine/rereading.js


async function refresh({ cluster, course, world }, move) {
    const paths = move.do === 'patch'
        ? move.writes.map(({ path }) => path)
        : [(0,kinds/* pathTo */.vs)(course.namespace, 'name' in move ? (0,kinds/* refOfKey */.u$)(move.name) : course.workload)];
    for (const path of paths) {
        const object = await (0,fencing/* stamp */.iE)(cluster, path, course.app, course.token);
        if (object !== undefined)
            world.put(object);
    }
    await world.changed(50);
}
async function reread({ cluster, world }, path, uid) {
    const object = await cluster.get(path);
    if (object === undefined || object.metadata?.uid !== uid)
        world.drop(uid);
    else
        world.put(object);
}

;// CONCATENATED MODULE: ./.build/js/src/release/engine/traffic-first.js
async function trafficFirst(sent, keep) {
    const kept = sent.catch(() => undefined).then(keep);
    await Promise.all([sent, kept]);
}

// EXTERNAL MODULE: ./.build/js/src/release/engine/watching.js + 1 modules
var watching = __webpack_require__(32073);
// EXTERNAL MODULE: ./.build/js/src/cluster/apply.js + 1 modules
var apply = __webpack_require__(40571);
// EXTERNAL MODULE: ./.build/js/src/traffic/hpa.js
var hpa = __webpack_require__(79444);
// EXTERNAL MODULE: ./.build/js/src/release/state/custody.js
var custody = __webpack_require__(5178);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
// EXTERNAL MODULE: ./.build/js/src/release/engine/workload.js
var workload = __webpack_require__(78061);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/worker-writes.js












async function applyWorker({ cluster, course, world }, name, { autoscalers }, tell) {
    const { app, token, namespace } = course;
    const ref = (0,kinds/* refOfKey */.u$)(name);
    const manifest = course.workers.find(worker => worker.name === name)?.candidate;
    if (manifest === undefined)
        return undefined;
    tell(`${(0,kinds/* titleOf */.Gg)(ref)} gets release ${course.candidate}`);
    const path = (0,kinds/* pathTo */.vs)(namespace, ref);
    const scaled = (0,hpa/* autoscalersOf */.Au)(autoscalers, ref).length > 0;
    await (0,workload/* readyForApply */.$B)(cluster, path, { app, token }, scaled);
    const live = await cluster.get(path);
    const { replicas: _, ...unscaled } = manifest.spec ?? {};
    const object = {
        ...manifest,
        ...(0,kinds/* typeOf */.QP)(ref.kind),
        metadata: {
            ...manifest.metadata,
            annotations: { ...manifest.metadata?.annotations, [naming/* labels */.WD.release]: String(course.candidate) },
        },
        spec: scaled && live !== undefined ? unscaled : manifest.spec,
    };
    try {
        await (0,apply/* applyObjects */.r3)(cluster, [{ path, object, live }], (0,fencing/* holdWith */.MN)(app, token), async (_path, made) => {
            const entry = await (0,state_journal/* readJournal */.a0)(cluster, namespace, app);
            if ((entry?.journal.token ?? 0) <= token)
                return;
            await (0,custody/* removeOurs */._L)(cluster, path, app, token, made.metadata?.uid);
            throw (0,overtaken/* overtaken */.K)(app);
        });
    }
    catch (error) {
        if (!(error instanceof toolkit_errors/* UserError */.yo) || error instanceof errors/* ClusterError */.b$ || error instanceof overtaken.LeaseLost)
            throw error;
        return error.message;
    }
    const written = await cluster.get(path);
    if (written !== undefined)
        world.put(written);
    return undefined;
}
async function restoreWorker({ cluster, course, world, keeper }, name, { autoscalers, workers }, tell) {
    const { app, token, namespace } = course;
    const before = course.workers.find(worker => worker.name === name)?.before;
    const live = workers[name]?.workload;
    if (before === undefined || live === undefined)
        return;
    const ref = (0,kinds/* refOfKey */.u$)(name);
    const path = (0,kinds/* pathTo */.vs)(namespace, ref);
    if (before === null) {
        tell(`removing ${(0,kinds/* titleOf */.Gg)(ref)}, which release ${course.candidate} made`);
        await (0,custody/* removeOurs */._L)(cluster, path, app, token, live.metadata?.uid);
        world.drop(live.metadata?.uid ?? '');
        return;
    }
    const release = keeper.journal.baseline ?? 0;
    tell(`${(0,kinds/* titleOf */.Gg)(ref)} goes back to release ${release}`);
    const replicas = (0,hpa/* autoscalersOf */.Au)(autoscalers, ref).length > 0 ? 0 : before.replicas;
    const patch = (0,undo/* restorePatch */.JQ)(live, before.template, release, replicas);
    world.put(await cluster.patch(path, 'json', [...course.guard(live), ...patch]));
}

;// CONCATENATED MODULE: ./.build/js/src/release/engine/engine.js

























async function drive(run) {
    const heart = run.fence === undefined || run.course.deadMan === undefined ? undefined : beating(run.cluster, run.fence);
    const engine = new Engine(run, heart);
    run.signal?.addEventListener('abort', () => run.world.wake(), { once: true });
    try {
        for (;;) {
            const end = await engine.step();
            if (run.course.goal === 'done' && run.keeper.journal.phase === 'promoting')
                await heart?.over();
            if (end !== undefined)
                return end;
        }
    }
    finally {
        await heart?.stop();
    }
}
class Engine {
    #run;
    #heart;
    #assessor;
    #objections = [];
    #removed = false;
    #decidedAt = 0;
    #heardBy = performance.now() + watching/* untilHeard */.nl;
    #told = '';
    #failed = new FailedCalls();
    constructor(run, heart) {
        this.#run = run;
        this.#heart = heart;
        this.#assessor = new assessor/* Assessor */.Q(run.cluster, run.course.namespace);
    }
    async step() {
        const { world, keeper } = this.#run;
        const began = performance.now();
        try {
            return await this.#look();
        }
        catch (error) {
            const undoing = keeper.journal.phase === 'undoing';
            const consequence = this.#failed.consequenceOf(error, undoing, began, performance.now());
            switch (consequence.do) {
                case 'retry':
                    this.#tell(`${error.message}; trying again`);
                    await world.changed(consequence.ms);
                    return undefined;
                case 'roll-back':
                    if (candidateHasAllTraffic(this.#run))
                        throw new RolloutLeft(consequence.reason, this.#run);
                    this.#objections.push(consequence.reason);
                    return undefined;
                case 'leave':
                    throw new RolloutLeft(consequence.reason, this.#run);
                default:
                    return consequence;
            }
        }
    }
    async #look() {
        const { world, course, watcher, signal, until = Number.POSITIVE_INFINITY } = this.#run;
        if (performance.now() > until)
            return late;
        const o = world.observe();
        await requireOurs(this.#run, o);
        if (o.refused !== undefined)
            throw new RolloutLeft(o.refused.message, this.#run, o.refused.remedy);
        if (o.blindFor > timing/* timing */.N.blindness)
            throw new RolloutLeft(`the API server has not answered for ${Math.round(o.blindFor / 1000)} s`, this.#run);
        if (o.blindFor > 0) {
            if (o.blindFor > 5000)
                this.#tell('the API server does not answer; waiting for it');
            await world.changed(1000);
            return undefined;
        }
        if (o.journal === undefined)
            await (0,lost_journal/* writeAgain */.S2)(this.#run);
        this.#heart?.looked();
        const { abortRequested } = o.journal ?? {};
        const journal = {
            ...this.#run.keeper.journal,
            ...(abortRequested === undefined ? {} : { abortRequested }),
        };
        const seen = { ...o, journal };
        watcher?.look(seen);
        const accident = (0,toolkit_accident/* accidentOf */.xe)(signal);
        const { verdict, facts, judgedAt } = watcher?.insight(seen) ?? { verdict: undefined, facts: [] };
        const ends = verdict !== undefined && /^(fail|inconclusive|no-data)$/.test(verdict.verdict);
        this.#decidedAt = (ends ? judgedAt : undefined) ?? performance.now();
        const move = (0,decide/* decide */.L)(course, seen, {
            ...(await this.#assessor.assess(seen)),
            verdict,
            facts: [...(accident === undefined ? [] : [accident]), ...facts, ...this.#objections],
            cancelled: signal?.aborted === true && accident === undefined,
            unheard: watcher !== undefined && performance.now() < this.#heardBy,
            removed: this.#removed,
        });
        return this.#act(move, seen);
    }
    async #act(move, o) {
        switch (move.do) {
            case 'await':
                this.#tell(move.what);
                await this.#run.world.changed(Math.max(5, Math.min(move.ms ?? 1000, 1000)));
                return undefined;
            case 'end':
                return this.#end(o);
            case 'hold':
                this.#tell(move.reason);
                return { state: 'held', reason: move.reason };
            case 'park': {
                const { do: _, ...parked } = move;
                return { state: 'parked', parked, pods: (0,engine_course/* readyOf */.Js)(o, 'canary').length };
            }
            case 'give-up': {
                const { cluster, course } = this.#run;
                await this.#hasten(move.writes);
                const reason = (0,diagnosis/* sentenceOf */.$N)(move.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, course.namespace, move.cause));
                (0,chronicle/* noteCause */.mA)(this.#run, move.cause, reason);
                await this.#enter({ do: 'enter', phase: 'undoing', weight: 0, reason });
                return undefined;
            }
            case 'enter':
                await this.#enter(move);
                return undefined;
            default:
                await this.#write(move, o);
                return undefined;
        }
    }
    #end(o) {
        const { phase, reason = '' } = this.#run.keeper.journal;
        if (phase === 'undone')
            return { state: 'undone', reason };
        const pods = (0,engine_course/* readyOf */.Js)(o, phase === 'done' ? 'stable' : 'canary').length;
        if (phase === 'done')
            return { state: 'done', pods };
        return { state: phase === 'prepared' ? 'prepared' : 'judged', pods };
    }
    async #enter({ phase, writes = [], ...change }) {
        const { cluster, keeper, report } = this.#run;
        report(phase === 'undoing' ? `undo: ${change.reason}` : (0,chronicle/* headline */.Pl)(phase, change.weight));
        const { do: _, ...rest } = change;
        if (phase === 'done' || phase === 'undone') {
            await conclude(this.#run, phase, rest);
            return this.#failed.passed();
        }
        (0,chronicle/* noteSeen */.qr)(this.#run);
        (0,chronicle/* noteMoved */.eU)(this.#run, phase, change);
        await trafficFirst(this.#hasten(writes), () => keeper.change(journal => (0,state_journal/* moved */.Jy)(journal, phase, cluster.now(), rest)));
        this.#failed.passed();
    }
    async #hasten(writes) {
        if (writes.length === 0)
            return;
        try {
            await this.#patchAll(writes);
            const ms = Math.round(performance.now() - this.#decidedAt);
            this.#run.dossier.note(record => (0,decision/* noteDuration */.JA)(record, 'verdict to accepted write', ms));
        }
        catch (error) {
            if (!(0,errors/* isRaced */.AJ)(error))
                throw error;
            await refresh(this.#run, { do: 'patch', what: '', writes });
        }
    }
    async #write(move, o) {
        try {
            await this.#send(move, o);
            this.#failed.passed();
        }
        catch (error) {
            if ((0,errors/* isRaced */.AJ)(error))
                await refresh(this.#run, move);
            throw error;
        }
    }
    async #send(move, o) {
        const { cluster, course, world } = this.#run;
        switch (move.do) {
            case 'patch':
                this.#tell(move.what);
                return this.#patchAll(move.writes);
            case 'weigh':
                return this.#run.keeper.change(journal => ({ ...journal, weight: move.weight }));
            case 'create-canary':
                return (0,workload/* createCanary */.Bu)(this.#run, move.replicas, (0,fencing/* ownedBy */.LW)(this.#fence()), this.#say);
            case 'create-dead-man':
                return createDeadMan(this.#run, o, (0,fencing/* ownedBy */.LW)(this.#fence()), this.#say);
            case 'create-service': {
                const service = course.router.canaryService(o, (0,fencing/* ownedBy */.LW)(this.#fence()));
                world.put(await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, course.namespace), service));
                return;
            }
            case 'remove':
                this.#tell(`removing ${move.what}`);
                await cluster.remove(move.path, move.uid);
                await reread(this.#run, move.path, move.uid);
                return;
            case 'remove-stuck':
                await (0,stuck/* removeStuck */.X0)(cluster, course.namespace, move.of, move.pod, course, this.#say);
                return world.changed(50);
            case 'apply-workload':
                return (0,workload/* applyWorkload */.Wt)(this.#run, this.#say);
            case 'restore-workload':
                return (0,workload/* restoreWorkload */.O0)(this.#run, o, this.#say);
            case 'recreate-workload':
                return (0,workload/* recreateWorkload */.lc)(this.#run, this.#say);
            case 'apply-worker': {
                const objection = await applyWorker(this.#run, move.name, o, this.#say);
                if (objection !== undefined)
                    this.#objections.push(objection);
                return;
            }
            case 'restore-worker':
                return restoreWorker(this.#run, move.name, o, this.#say);
            case 'remove-made':
                await (0,undo/* removeMade */.gp)(cluster, this.#run.keeper.journal.makes ?? [], { ...course, manifests: this.#run.record.manifests }, this.#say);
                this.#removed = true;
                return;
            case 'await':
            case 'end':
            case 'enter':
            case 'give-up':
            case 'hold':
            case 'park':
                return;
            default:
                return move;
        }
    }
    async #patchAll(writes) {
        const { cluster, world } = this.#run;
        await Promise.all(writes.map(async ({ path, patch }) => world.put(await cluster.patch(path, 'json', patch))));
    }
    #fence() {
        if (this.#run.fence === undefined)
            throw new Error('a rollout without a fence makes nothing temporary');
        return this.#run.fence;
    }
    #say = (line) => this.#tell(line);
    #tell(line) {
        if (line !== this.#told)
            this.#run.report(line);
        this.#told = line;
    }
}

// EXTERNAL MODULE: ./.build/js/src/release/engine/genuine-records.js
var genuine_records = __webpack_require__(15100);
// EXTERNAL MODULE: ./.build/js/src/release/engine/lifetime.js
var lifetime = __webpack_require__(53083);
;// CONCATENATED MODULE: ./.build/js/src/release/engine/parking.js




async function putAside(run, end) {
    switch (end.state) {
        case 'prepared':
            return park(run, { for: 'gate', until: run.cluster.now() + run.course.deadlineMs });
        case 'judged':
            return park(run, { for: 'promote', until: run.cluster.now() + timing/* timing */.N.handOver });
        case 'parked':
            return park(run, end.parked);
        case 'held':
            return end.late === true ? undefined : hold(run, end.reason);
        case 'done':
        case 'undone':
            return undefined;
        default:
            return end;
    }
}
async function park(run, parked) {
    const { cluster, course, dossier, fence, keeper, report } = run;
    const { for: waits, until, reason } = parked;
    if (fence !== undefined && course.deadMan !== undefined) {
        await lastBeat(cluster, fence, Math.max(0, until - cluster.now()));
    }
    if (waits !== 'gate' && waits !== 'promote') {
        const why = reason === undefined ? {} : { reason };
        dossier.note(record => (0,decision/* noteWaits */.hk)(record, { for: waits, until: Math.round(until), ...why }));
    }
    (0,chronicle/* noteSeen */.qr)(run);
    await dossier.save(report);
    await keeper.change(journal => ({ ...journal, parked, deadline: Math.max(journal.deadline, until) }));
}
async function hold(run, reason) {
    const { cluster, course, dossier, fence, keeper, report } = run;
    (0,chronicle/* noteSeen */.qr)(run);
    (0,chronicle/* noteLeft */.Yz)(run, 'held', reason);
    if (fence !== undefined && course.deadMan !== undefined)
        await standDown(cluster, fence);
    await dossier.save(report);
    await keeper.change(journal => ({ ...journal, held: { at: Math.round(cluster.now()), reason } }));
}

// EXTERNAL MODULE: ./.build/js/src/release/engine/takeover.js
var takeover = __webpack_require__(20673);
// EXTERNAL MODULE: ./.build/js/src/release/engine/waiting.js
var waiting = __webpack_require__(93973);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/access.js
var access = __webpack_require__(25653);
// EXTERNAL MODULE: ./.build/js/src/release/state/lease.js
var state_lease = __webpack_require__(78691);
// EXTERNAL MODULE: ./.build/js/src/release/state/phases.js
var phases = __webpack_require__(3005);
// EXTERNAL MODULE: ./.build/js/src/release/state/record.js
var record = __webpack_require__(58600);
// EXTERNAL MODULE: ./.build/js/src/release/state/recorded.js
var state_recorded = __webpack_require__(21333);
// EXTERNAL MODULE: ./.build/js/src/release/runs/conclusion.js
var conclusion = __webpack_require__(44571);
// EXTERNAL MODULE: ./.build/js/src/release/runs/herald.js
var runs_herald = __webpack_require__(46494);
// EXTERNAL MODULE: ./.build/js/src/release/runs/under-way.js
var under_way = __webpack_require__(92578);
;// CONCATENATED MODULE: ./.build/js/src/release/runs/progress.js


















async function progress(cluster, request, entry, goal, how) {
    const { config, environment, origin, report, wait, signal } = request;
    const { journal } = entry;
    const releases = await new record/* Records */.tU(cluster, environment.namespace, config.app, report).list();
    const candidate = releases.find(({ record }) => record.release === journal.candidate)?.record;
    const recorded = (0,state_recorded/* recordedEnvironment */.Y)(candidate, journal.environment, environment);
    const need = (0,lifetime/* withWait */.SO)((0,lifetime/* needFrom */.VC)(journal.phase, recorded), wait);
    await Promise.all([
        (0,access/* requireRights */.XU)(cluster, recorded.namespace, (0,access/* rightsFor */.xQ)(recorded, [])),
        (0,lifetime/* requireLife */.mf)(cluster, need, report),
    ]);
    const lease = await (0,state_lease.acquireLease)(cluster, {
        app: config.app,
        namespace: environment.namespace,
        workload: environment.workload,
        origin,
        wait,
        seize: 'own',
        report,
        ...(signal === undefined ? {} : { signal }),
    });
    try {
        return await underLease(cluster, request, lease, goal, how);
    }
    finally {
        await lease.release();
    }
}
function prepareRollout(cluster, request, lease) {
    return underLease(cluster, request, lease, 'prepared', {});
}
function lookAfter(cluster, request, lease, watch) {
    return underLease(cluster, request, lease, 'done', { watch, calls: 'look' });
}
async function sweepRollout(cluster, request, lease, journal, watch) {
    const { phase, candidate, run } = journal;
    const left = `release ${candidate} was left ${phase} by ${run.actor} in ${run.run}`;
    switch ((0,phases/* remedyOf */.SM)(phase)) {
        case 'finish':
            request.report(`${left}; finishing it`);
            if (journal.postHook !== undefined)
                request.report(`warning: the post hook of release ${candidate} is left to you`);
            return underLease(cluster, request, lease, 'done', { watch });
        case 'undo':
            return undoRollout(cluster, request, lease, (0,waiting/* overdueSentence */.uB)(journal) ?? `${left} and never shown to be good`);
        case 'none':
            return undefined;
    }
}
function undoRollout(cluster, request, lease, reason, by) {
    return underLease(cluster, request, lease, 'done', {
        undo: { reason, ...(by === undefined ? {} : { by }) },
    });
}
function finishRollout(cluster, request, lease, dossier) {
    return underLease(cluster, request, lease, 'done', dossier === undefined ? {} : { dossier });
}
async function underLease(cluster, request, lease, goal, how) {
    const { config, environment, origin, report, signal, until } = request;
    const { namespace } = environment;
    const started = performance.now();
    const records = new record/* Records */.tU(cluster, namespace, config.app);
    const place = {
        app: config.app,
        namespace,
        workload: environment.workload,
        token: lease.token,
        origin,
    };
    const herald = new runs_herald/* Herald */.Po(cluster, place, report);
    let run;
    let lost = false;
    let problem;
    try {
        const [entry, releases] = await Promise.all([
            (0,under_way/* requireUnfinished */.F)(cluster, request, everyPhase),
            records.list(),
        ]);
        run = await (0,takeover/* takeOver */.w9)(cluster, {
            entry,
            releases,
            config,
            today: environment,
            token: lease.token,
            origin,
            goal,
            doing: how.undo === undefined ? goal : 'undo',
            ...(how.calls === undefined ? {} : { calls: how.calls }),
            ...(how.dossier === undefined ? {} : { dossier: how.dossier }),
            report,
            conclude: async (phase, reason) => {
                const { workload = environment.workload, workers = [] } = run?.course ?? {};
                const { journal } = entry;
                const record = releases.find(each => each.record.release === journal.candidate)?.record;
                const known = { workload, workers, journal, record, token: lease.token };
                problem = await (0,conclusion/* conclude */.E)(cluster, records, request, { ...known, phase, reason });
                return problem;
            },
            ...(signal === undefined ? {} : { signal }),
            ...(until === undefined ? {} : { until }),
        });
        const { dossier } = run;
        run.keeper.onChange = (before, after) => herald.tell(...(0,runs_herald/* announcementsOf */.OZ)(before, after, (0,decision/* lastVerdict */.Yw)(dossier.record)).map(each => each.kind === 'undone' && problem !== undefined
            ? { ...each, serves: 'another version' }
            : each));
        const strange = (0,genuine_records/* unearned */.r)(run.course, { ...run.world.observe(), journal: run.keeper.journal });
        const undo = how.undo ?? (strange === undefined ? undefined : { reason: strange });
        if (undo !== undefined)
            await beginUndo(run, undo);
        const watcher = await how.watch?.(run);
        if (watcher !== undefined)
            run.watcher = watcher;
        const end = await drive(run);
        await run.watcher?.stop();
        await putAside(run, end);
        const { journal } = run.keeper;
        return { end, journal, record: run.record, dossier: dossier.record, ms: performance.now() - started };
    }
    catch (error) {
        lost = error instanceof overtaken.LeaseLost;
        throw error;
    }
    finally {
        await run?.watcher?.stop();
        if (!lost)
            await run?.dossier.save(report);
        await herald.settled();
        run?.world.close();
    }
}
async function beginUndo(run, { reason, by }) {
    const { cluster, keeper, report } = run;
    const at = cluster.now();
    const asked = by === undefined ? {} : { abortRequested: { by, at } };
    if (keeper.journal.phase !== 'undoing') {
        report(`undo: ${reason}`);
        (0,chronicle/* noteSeen */.qr)(run);
        (0,chronicle/* noteMoved */.eU)(run, 'undoing', { weight: 0, reason });
        await keeper.change(journal => ({ ...(0,state_journal/* moved */.Jy)(journal, 'undoing', at, { weight: 0, reason }), ...asked }));
    }
    else if (by !== undefined && keeper.journal.abortRequested === undefined) {
        await keeper.change(journal => ({ ...journal, ...asked }));
    }
}
const everyPhase = ['prepared', 'stepping', 'baking', 'promoting', 'watching', 'undoing'];


/***/ }),

/***/ 82707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ clearRemains),
/* harmony export */   QD: () => (/* binding */ passedBy),
/* harmony export */   ZT: () => (/* binding */ remainsOf),
/* harmony export */   qG: () => (/* binding */ leave),
/* harmony export */   vh: () => (/* binding */ closeOwn)
/* harmony export */ });
/* unused harmony export isAbandoned */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13590);
/* harmony import */ var _state_custody_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5178);
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83658);
/* harmony import */ var _state_phases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3005);
/* harmony import */ var _state_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58600);
/* harmony import */ var _state_undo_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62067);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29296);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(38971);










function isAbandoned({ record, outcome }, live) {
    return outcome === undefined && live?.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.release] !== String(record.release);
}
async function remainsOf(cluster, namespace, app, workload, report) {
    const [entry, releases, live, fences] = await Promise.all([
        (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .readJournal */ .a0)(cluster, namespace, app),
        new _state_record_js__WEBPACK_IMPORTED_MODULE_5__/* .Records */ .tU(cluster, namespace, app, report).list(),
        cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .pathTo */ .vs)(namespace, workload)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap, namespace), {
            labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .selecting */ .h7.fences(app),
        }),
    ]);
    if (entry !== undefined && !(0,_state_phases_js__WEBPACK_IMPORTED_MODULE_4__/* .isOver */ .PU)(entry.journal.phase))
        return undefined;
    const open = releases.filter(release => isAbandoned(release, live));
    const strays = await straysOf(cluster, { app, namespace, live }, entry?.journal, releases);
    const none = open.length === 0 && fences.items.length === 0 && strays.length === 0;
    return none ? undefined : { open, fences: fences.items, strays };
}
async function straysOf(cluster, { app, namespace, live }, journal, releases) {
    const { phase, makes = [], candidate, token = 0 } = journal ?? {};
    const record = releases.find(each => each.record.release === candidate)?.record;
    if (phase !== 'undone' || record === undefined || record.token >= token)
        return [];
    if ((0,_state_undo_js__WEBPACK_IMPORTED_MODULE_6__/* .hasHadOtherReleases */ .SC)(live, record.release))
        return [];
    const { manifests } = record;
    const strays = [];
    for (const path of makes.filter(each => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(each)?.namespace === namespace)) {
        const object = await cluster.get(path);
        const { uid, deletionTimestamp } = object?.metadata ?? {};
        if (object === undefined || uid === undefined || deletionTimestamp !== undefined)
            continue;
        if ((0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__/* .stampOf */ .Zs)(object, app) === record.token && (0,_state_undo_js__WEBPACK_IMPORTED_MODULE_6__/* .isMadeBy */ .P5)(object, { path, namespace, app, manifests }))
            strays.push({ path, uid });
    }
    return strays;
}
function passedBy(releases, serving) {
    return releases.filter(({ record, outcome }) => record.release < serving && outcome === undefined);
}
async function clearRemains(cluster, namespace, { app, token }, { open, fences, strays }, report) {
    const records = new _state_record_js__WEBPACK_IMPORTED_MODULE_5__/* .Records */ .tU(cluster, namespace, app);
    for (const { record } of open) {
        await records.conclude({
            schema: 1,
            release: record.release,
            state: 'undone',
            token,
            reason: `${record.by.actor} in ${record.by.run} ended before anything of it was applied`,
        });
    }
    for (const { metadata } of fences) {
        await cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap, namespace, metadata?.name), metadata?.uid);
    }
    for (const { path, uid } of strays) {
        const object = await (0,_state_custody_js__WEBPACK_IMPORTED_MODULE_2__/* .removeOurs */ ._L)(cluster, path, app, token, uid);
        if (object === undefined)
            continue;
        report(`removing ${object.kind}/${object.metadata?.name}, which was made after its release was undone`);
    }
}
async function leave(records, to, { token, at, reason }) {
    const skipped = (await records.list()).filter(release => release.record.release > to &&
        release.record.token <= token &&
        (release.outcome === undefined || (0,_state_record_js__WEBPACK_IMPORTED_MODULE_5__/* .isWhole */ .wP)(release)));
    for (const { record, outcome } of skipped) {
        await records.conclude({
            schema: 1,
            release: record.release,
            state: 'undone',
            at,
            token,
            reason: reason(record),
            ...(0,_state_record_js__WEBPACK_IMPORTED_MODULE_5__/* .restorable */ .wq)(outcome),
        });
    }
}
async function closeOwn(cluster, namespace, app, token) {
    const records = new _state_record_js__WEBPACK_IMPORTED_MODULE_5__/* .Records */ .tU(cluster, namespace, app);
    const [entry, releases] = await Promise.all([(0,_state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .readJournal */ .a0)(cluster, namespace, app), records.list()]);
    const unknown = entry?.journal.token === token;
    const { candidate, baseline } = unknown ? {} : (entry?.journal ?? {});
    const own = releases.filter(release => release.record.token === token &&
        release.record.release !== candidate &&
        release.record.release !== baseline &&
        (release.outcome === undefined || (0,_state_record_js__WEBPACK_IMPORTED_MODULE_5__/* .isWhole */ .wP)(release)));
    for (const { record } of own) {
        const reason = 'another run took over before anything of it was applied';
        await records
            .conclude({ schema: 1, release: record.release, state: 'undone', token, reason })
            .catch((error) => {
            if (!(error instanceof _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_9__.LeaseLost))
                throw error;
        });
    }
    if (entry === undefined || !unknown || (0,_state_phases_js__WEBPACK_IMPORTED_MODULE_4__/* .isOver */ .PU)(entry.journal.phase))
        return;
    await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .writeJournal */ .fY)(cluster, namespace, { ...entry.journal, phase: 'undone' }, entry);
}


/***/ }),

/***/ 92578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ requireUnfinished),
/* harmony export */   M: () => (/* binding */ unfinished)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _engine_lost_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91724);
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83658);
/* harmony import */ var _state_phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3005);




async function unfinished(cluster, { config, environment, report }) {
    const entry = (await (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .readJournal */ .a0)(cluster, environment.namespace, config.app)) ??
        (await (0,_engine_lost_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceLost */ .V2)(cluster, config.app, environment, report));
    return entry === undefined || (0,_state_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .isOver */ .PU)(entry.journal.phase) ? undefined : entry;
}
async function requireUnfinished(cluster, request, phases) {
    const { app } = request.config;
    const entry = await unfinished(cluster, request);
    if (entry === undefined)
        throw new _state_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .RolloutOver */ .aW(app);
    const { phase, candidate, run } = entry.journal;
    if (request.release !== undefined && request.release !== candidate) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the rollout under way is that of release ${candidate} (${run.actor} in ${run.run}), not of release ${request.release}`, 'see what became of that one: it was ended, or never begun');
    }
    if (!phases.includes(phase)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the rollout of release ${candidate} is ${phase}, not ${phases.join(' or ')}`, phase === 'undoing'
            ? 'run sweep, which ends the undo'
            : 'run the actions in the order deploy, gate, promote');
    }
    return entry;
}


/***/ }),

/***/ 5178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I4: () => (/* binding */ retract),
/* harmony export */   Lb: () => (/* binding */ whileOurs),
/* harmony export */   _L: () => (/* binding */ removeOurs)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13590);
/* harmony import */ var _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38971);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59071);




const attempts = 20;
async function whileOurs(cluster, path, app, token, write) {
    for (let attempt = 1;; attempt += 1) {
        const seen = await (0,_fencing_js__WEBPACK_IMPORTED_MODULE_3__/* .stamp */ .iE)(cluster, path, app, token);
        if (seen === undefined)
            return undefined;
        try {
            return await write(seen);
        }
        catch (error) {
            if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error) || attempt === attempts)
                throw error;
        }
    }
}
async function removeOurs(cluster, path, app, token, uid) {
    let removed;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const object = await cluster.get(path);
        const { uid: present, resourceVersion, deletionTimestamp } = object?.metadata ?? {};
        if (object === undefined || deletionTimestamp !== undefined)
            return removed ?? object;
        if (present !== (removed?.metadata?.uid ?? uid ?? present))
            return removed;
        if ((0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__/* .stampOf */ .Zs)(object, app) > token)
            throw (0,_workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_2__/* .overtaken */ .K)(app);
        await cluster.remove(path, present, resourceVersion);
        removed = object;
    }
    throw new Error(`${path} could not be deleted: others write to it all the time`);
}
async function retract(cluster, creations, app, token) {
    for (const { path, uid } of creations) {
        await removeOurs(cluster, path, app, token, uid).catch((error) => {
            if (!(error instanceof _workloads_overtaken_js__WEBPACK_IMPORTED_MODULE_2__.LeaseLost))
                throw error;
        });
    }
}


/***/ }),

/***/ 21333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ recordedEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43852);
/* harmony import */ var _config_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86509);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
const recordedFields = _config_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFields */ .pj.pick({
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

/***/ 92331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   Mc: () => (/* binding */ pathOfCopy)
/* harmony export */ });
/* unused harmony exports expired, orphans */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _workloads_containers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(868);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29296);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17121);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58600);






const keptReleases = 10;
function expired(releases) {
    const kept = new Set(releases.slice(0, keptReleases).map(({ record }) => record.release));
    const verified = releases.find(({ outcome }) => outcome?.state === 'verified');
    if (verified !== undefined)
        kept.add(verified.record.release);
    const whole = releases.find(_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isWhole */ .wP);
    if (whole !== undefined)
        kept.add(whole.record.release);
    const baselines = releases
        .filter(({ record }) => kept.has(record.release))
        .map(({ record }) => record.baseline);
    for (const baseline of baselines)
        if (baseline !== undefined)
            kept.add(baseline);
    return releases.filter(({ record }) => !kept.has(record.release));
}
function orphans(gone, kept, versions) {
    const needed = new Set(kept.flatMap(({ record }) => record.shipped.map(({ kind, copy }) => `${kind}/${copy}`)));
    const used = JSON.stringify([
        versions,
        kept.map(({ record, outcome }) => [outcome?.template, outcome?.workers, record.workers]),
    ]);
    const candidates = gone.flatMap(({ record }) => record.shipped);
    return candidates.filter(({ kind, copy }) => !needed.has(`${kind}/${copy}`) && !used.includes(`"${copy}"`));
}
const pathOfCopy = (namespace, { kind, copy }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(kind === 'ConfigMap' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, copy);
const isShipped = (live, app) => live?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.app] === app && live.metadata.labels[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.kind] === 'shipped';
async function collect(cluster, namespace, app, { workload, workers }, releases) {
    const gone = expired(releases);
    if (gone.length === 0)
        return;
    const kept = releases.filter(release => !gone.includes(release));
    const keepers = new Set([workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_3__/* .workersOf */ .N)({ ...(workers && { workers }) })].flatMap(({ kind }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)(kind).revisions ?? []));
    const versions = await Promise.all([...keepers].map(async (resource) => {
        const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace));
        return items.map(each => 'data' in each ? each.data : (0,_workloads_containers_js__WEBPACK_IMPORTED_MODULE_5__/* .podTemplatesOf */ .ab)({ ...each, kind: 'ReplicaSet' }));
    }));
    for (const { kind, copy } of orphans(gone, kept, versions.flat())) {
        const path = pathOfCopy(namespace, { kind, copy });
        const live = await cluster.get(path);
        if (isShipped(live, app))
            await cluster.remove(path, live?.metadata?.uid);
    }
    const records = new _record_js__WEBPACK_IMPORTED_MODULE_4__/* .Records */ .tU(cluster, namespace, app);
    for (const { record } of gone)
        await records.remove(record.release);
}


/***/ }),

/***/ 4106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FI: () => (/* binding */ acceptable),
  Dl: () => (/* binding */ pinnedImages),
  cV: () => (/* binding */ proveWorkers),
  xu: () => (/* binding */ serves),
  gu: () => (/* binding */ settled),
  ml: () => (/* binding */ systemClock)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/verify/served.js
function judgeServed(observation) {
    const reasons = [
        ...endpointProblems(observation),
        ...observation.pods.flatMap(pod => podProblems(pod, observation)),
    ];
    return { ok: reasons.length === 0, reasons, zones: zonesOf(observation) };
}
function runningDigest(imageID) {
    return /(?:^|@|\/)(sha(?:256|512):[0-9a-f]+)$/.exec(imageID)?.[1];
}
function endpointProblems({ endpoints, pods }) {
    if (endpoints === undefined) {
        return pods.some(pod => pod.ready) ? [] : ['no pod of the workload is ready'];
    }
    if (endpoints.length === 0)
        return ['the Service has no ready endpoint, so no request can be answered'];
    const known = new Set(pods.map(pod => pod.name));
    return endpoints
        .filter(name => !known.has(name))
        .map(name => `the Service sends requests to pod ${name}, which does not belong to the release`);
}
function podProblems(pod, { expected, endpoints }) {
    const serves = pod.ready || endpoints?.includes(pod.name) === true;
    return Object.entries(expected).flatMap(([name, digests]) => {
        const container = pod.containers.find(candidate => candidate.name === name);
        if (container === undefined)
            return serves ? [`pod ${pod.name} has no container ${name}`] : [];
        if (container.imageID === '' && !serves)
            return [];
        const digest = runningDigest(container.imageID);
        if (digest !== undefined && digests.includes(digest))
            return [];
        const running = digest ?? (container.imageID === '' ? 'nothing yet' : `${container.imageID}, which has no digest`);
        return [`container ${name} of pod ${pod.name} runs ${running}; expected ${digests.join(' or ')}`];
    });
}
function zonesOf({ pods, zones, expected }) {
    const zoneOf = (pod) => zones[pod.node] ?? 'unknown';
    return [...new Set(pods.map(zoneOf))].sort().map(zone => {
        const here = pods.filter(pod => zoneOf(pod) === zone);
        const matching = here.filter(pod => matches(pod, expected));
        return {
            zone,
            pods: here.length,
            ready: here.filter(pod => pod.ready).length,
            matching: matching.length,
        };
    });
}
function matches(pod, expected) {
    return Object.entries(expected).every(([name, digests]) => {
        const container = pod.containers.find(candidate => candidate.name === name);
        const digest = container === undefined ? undefined : runningDigest(container.imageID);
        return digest !== undefined && digests.includes(digest);
    });
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/containers.js
var workloads_containers = __webpack_require__(868);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/controllers.js
var controllers = __webpack_require__(70371);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var workloads_pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/state/served-digests.js








const settleTime = 10_000;
const systemClock = {
    now: () => performance.now(),
    sleep: (ms) => new Promise(resolve => setTimeout(resolve, ms)),
};
async function settled(cluster, path) {
    const end = systemClock.now() + settleTime;
    for (;;) {
        const live = await cluster.get(path);
        if (live === undefined || (0,controllers/* isUp */.ie)(live) || systemClock.now() >= end)
            return live;
        await systemClock.sleep(250);
    }
}
function pinnedImages(live, record) {
    const spec = (0,kinds/* templateOf */.kW)(live)?.spec;
    const running = new Set(spec?.containers?.map(({ name }) => name));
    const containers = (0,workloads_containers/* containersOf */.Mz)(spec).map(({ name, image = '' }) => ({ name, image }));
    if (record?.source !== 'released') {
        const pinned = containers.filter(({ name, image }) => running.has(name) && image.includes('@'));
        const images = Object.fromEntries(pinned.map(({ name, image }) => [name, image]));
        return { images, named: [], problems: [] };
    }
    const images = {};
    const named = new Set();
    const problems = [];
    for (const wanted of Object.values(record.images)) {
        for (const { name, image } of containers) {
            if (image === '' || (0,reference/* parseReference */.F2)(image).repository !== (0,reference/* parseReference */.F2)(wanted).repository)
                continue;
            named.add(wanted);
            if (running.has(name))
                images[name] = wanted;
            if (digestIn(image) !== digestIn(wanted)) {
                problems.push(`container ${name} is set to ${image}, not to the ${wanted} of release ${record.release}`);
            }
        }
    }
    if (Object.keys(images).length === 0)
        problems.push(`no container runs an image of release ${record.release}`);
    return { images, named: [...named], problems };
}
const digestIn = (image) => image.split('@')[1] ?? '';
async function acceptable(digests, registry, report) {
    const entries = Object.entries(digests).map(async ([container, image]) => {
        const digest = image.split('@')[1] ?? '';
        const resolved = await registry?.resolve((0,reference/* parseReference */.F2)(image)).catch(error => {
            report(`${image}: only its own digest can prove it, for the registry cannot be asked: ${(0,errors/* describe */.q0)(error)}`);
            return undefined;
        });
        return [container, [digest, ...(resolved?.children ?? [])]];
    });
    return Object.fromEntries(await Promise.all(entries));
}
async function serves(cluster, environment, live, expected) {
    const end = systemClock.now() + settleTime;
    for (;;) {
        const served = await observeServed(cluster, environment, live, expected);
        if (served.ok || systemClock.now() >= end)
            return served;
        await systemClock.sleep(250);
    }
}
async function observeServed(cluster, environment, live, expected) {
    const { namespace, service } = environment;
    const labelSelector = (0,workloads_pods/* selectorOf */.Bk)(live);
    const { revisions } = (0,kinds/* traitsOf */.JC)((0,kinds/* kindOf */.I)(live));
    const [pods, kept, slices, nodes] = await Promise.all([
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), { labelSelector }),
        revisions === undefined
            ? { items: [] }
            : cluster.list((0,resources/* pathOf */.XM)(revisions, namespace), { labelSelector }),
        service === undefined
            ? undefined
            : cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.endpointSlice, namespace), {
                labelSelector: `kubernetes.io/service-name=${service}`,
            }),
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.node, namespace)),
    ]);
    const isNewest = (0,workloads_pods/* newestOf */.su)(live, kept.items);
    const ours = pods.items.filter(pod => (0,workloads_pods/* isLiving */.O)(pod) && isNewest?.(pod));
    return judgeServed({
        pods: ours.map(pod => ({
            name: pod.metadata?.name ?? '',
            node: pod.spec?.nodeName ?? '',
            ready: (0,workloads_pods/* isReady */.i_)(pod),
            containers: (pod.status?.containerStatuses ?? []).map(({ name, image, imageID }) => ({
                name,
                image,
                imageID,
            })),
        })),
        ...(slices === undefined ? {} : { endpoints: readyEndpoints(slices.items) }),
        zones: Object.fromEntries(nodes.items.map(({ metadata }) => [
            metadata?.name ?? '',
            metadata?.labels?.['topology.kubernetes.io/zone'] ?? 'unknown',
        ])),
        expected,
    });
}
function readyEndpoints(slices) {
    return slices.flatMap(slice => (slice.endpoints ?? [])
        .filter(endpoint => endpoint.conditions?.ready !== false)
        .map(endpoint => endpoint.targetRef?.name ?? endpoint.addresses[0] ?? 'unknown'));
}
async function proveWorkers(cluster, { namespace }, refs, record, ask) {
    const proofs = refs.map(async (ref) => {
        const name = (0,kinds/* keyOf */.TN)(ref);
        const live = await settled(cluster, (0,kinds/* pathTo */.vs)(namespace, ref));
        if (live === undefined)
            return { name, pods: 0, matching: 0, named: [], reasons: [`${(0,kinds/* titleOf */.Gg)(ref)} is gone`] };
        const { images, named, problems } = pinnedImages(live, record);
        const served = (0,kinds/* replicasOf */.N4)(live) === 0
            ? { zones: [], reasons: [] }
            : await serves(cluster, { namespace }, live, await acceptable(images, ask.registry, ask.report));
        const reasons = [
            ...(record === undefined ? [] : problems),
            ...((0,controllers/* isUp */.ie)(live) ? [] : [`not every pod is up: ${(0,controllers/* upText */.VX)(live)}`]),
            ...served.reasons,
        ].map(reason => `${(0,kinds/* titleOf */.Gg)(ref)}: ${reason}`);
        if (ref.kind === 'CronJob' && reasons.length === 0)
            ask.report(`${(0,kinds/* titleOf */.Gg)(ref)} names what it should; its pods are proved by nothing until its next run`);
        const sum = (of) => served.zones.reduce((all, zone) => all + zone[of], 0);
        return { name, pods: sum('pods'), matching: sum('matching'), named, reasons };
    });
    const proved = await Promise.all(proofs);
    return {
        workers: proved.map(({ reasons: _, named: __, ...worker }) => worker),
        named: proved.flatMap(({ named }) => named),
        reasons: proved.flatMap(({ reasons }) => reasons),
    };
}


/***/ }),

/***/ 62067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ restoreTemplate),
/* harmony export */   JQ: () => (/* binding */ restorePatch),
/* harmony export */   P5: () => (/* binding */ isMadeBy),
/* harmony export */   SC: () => (/* binding */ hasHadOtherReleases),
/* harmony export */   gp: () => (/* binding */ removeMade),
/* harmony export */   sy: () => (/* binding */ writeTemplate)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13590);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70371);
/* harmony import */ var _workloads_follow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3113);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29296);
/* harmony import */ var _custody_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5178);








async function restoreTemplate(cluster, restoration) {
    await writeTemplate(cluster, restoration);
    const { namespace, workload, fence, deadline, patient, report } = restoration;
    return (0,_workloads_follow_js__WEBPACK_IMPORTED_MODULE_4__/* .followRollout */ .h)(cluster, { namespace, workload, fence, stuckAfter: 0, deadline, patient, report });
}
async function writeTemplate(cluster, { namespace, workload, fence, template, release, replicas, }) {
    const path = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .pathTo */ .vs)(namespace, workload);
    const live = await cluster.get(path);
    if (live === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(workload)} is gone, so release ${release} cannot be put back into it`, 'deploy that version again');
    }
    const held = (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .heldBack */ .Zg)(live);
    if (held !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${held.problem}, so release ${release} cannot come up in it`, held.remedy);
    await (0,_custody_js__WEBPACK_IMPORTED_MODULE_7__/* .whileOurs */ .Lb)(cluster, path, fence.app, fence.token, seen => cluster.patch(path, 'json', [...(0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .fenced */ .OF)(seen, fence), ...restorePatch(seen, template, release, replicas)]));
}
function restorePatch(live, template, release, replicas = 0) {
    const kind = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kindOf */ .I)(live);
    return [
        { op: 'test', path: '/metadata/uid', value: live.metadata?.uid },
        ...(live.metadata?.annotations === undefined
            ? [{ op: 'add', path: '/metadata/annotations', value: {} }]
            : []),
        { op: 'add', path: (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .annotationPointer */ .ZC)(_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.release), value: String(release) },
        { op: 'replace', path: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .templatePointer */ .q4)(kind), value: template },
        ...((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .traitsOf */ .JC)(kind).scales && replicas > (live.spec?.replicas ?? 1)
            ? [{ op: 'add', path: '/spec/replicas', value: replicas }]
            : []),
    ];
}
function hasHadOtherReleases(workload, release) {
    const { annotations = {} } = workload?.metadata ?? {};
    const { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.release]: marked, 'deployment.kubernetes.io/revision': revision = '1' } = annotations;
    return (workload !== undefined && ((marked !== undefined && marked !== String(release)) || Number(revision) > 1));
}
function isMadeBy(live, { path, namespace, app, manifests, }) {
    return ((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(path)?.namespace === namespace &&
        (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_2__/* .stampOf */ .Zs)(live, app) > 0 &&
        manifests.some(({ kind, metadata }) => kind === live.kind && metadata?.name === live.metadata?.name));
}
async function removeMade(cluster, paths, { app, token, ...made }, tell = () => { }) {
    const removed = [];
    for (const path of paths.filter(each => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(each)?.namespace === made.namespace)) {
        const live = await cluster.get(path);
        if (live === undefined)
            continue;
        const name = `${live.kind}/${live.metadata?.name}`;
        if (!isMadeBy(live, { path, app, ...made })) {
            tell(`${name} was not made by this release and stays`);
            continue;
        }
        if ((await (0,_custody_js__WEBPACK_IMPORTED_MODULE_7__/* .removeOurs */ ._L)(cluster, path, app, token, live.metadata?.uid)) === undefined)
            continue;
        tell(`removing ${name}`);
        removed.push(name);
    }
    return removed;
}


/***/ }),

/***/ 85346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ confidentialOf)
/* harmony export */ });
/* unused harmony export secretsIn */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60512);


async function confidentialOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace), {
        fieldSelector: `metadata.name=${pod}`,
    });
    const spec = items[0]?.spec;
    if (spec === undefined)
        return [];
    const secrets = await Promise.all(secretsIn(spec).map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, name))));
    const values = secrets.flatMap(secret => Object.values(secret?.data ?? {}));
    return [...values.map(value => Buffer.from(value, 'base64').toString('utf8')), ...tellingVariables(spec)];
}
const containersOf = (spec) => [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
function secretsIn(spec) {
    const variables = containersOf(spec).flatMap(({ env = [], envFrom = [] }) => [
        ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
        ...envFrom.map(({ secretRef }) => secretRef?.name),
    ]);
    const files = (spec.volumes ?? []).flatMap(({ secret, projected }) => [
        secret?.secretName,
        ...(projected?.sources ?? []).map(source => source.secret?.name),
    ]);
    return [...new Set([...variables, ...files])].filter(name => name !== undefined && name !== '');
}
function tellingVariables(spec) {
    return containersOf(spec)
        .flatMap(({ env = [] }) => env)
        .flatMap(({ name, value }) => (value !== undefined && (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .namesSecret */ .L4)(name) ? [value] : []));
}


/***/ }),

/***/ 69515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   hx: () => (/* binding */ gatherEvidence),
/* harmony export */   yD: () => (/* binding */ factOf)
/* harmony export */ });
/* unused harmony exports withoutConfidential, wholeLastLine */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60512);
/* harmony import */ var _confidential_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85346);





function sentenceOf(cause, { events, lastLine } = { events: [] }) {
    const said = lastLine === undefined || lastLine === '' ? '' : `; its last line: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(lastLine).slice(0, 200)}`;
    switch (cause.kind) {
        case 'image-pull':
            return `image ${cause.image} of container ${cause.container} cannot be pulled: ${reasonOfPull(cause, events)}`;
        case 'out-of-memory':
            return `container ${cause.container} was killed because it used more memory than its limit of ${cause.limit} (pod ${cause.pod})`;
        case 'crash': {
            const killed = events.find(({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(message));
            const before = killed === undefined ? [] : events.filter(each => !isAfter(each, killed));
            const probe = failedProbe(before, /^(Liveness|Startup)/, cause.container);
            if (probe !== undefined)
                return `${probe}, so it is restarted over and over (pod ${cause.pod})`;
            return `container ${cause.container} crashes: exit code ${cause.exitCode}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(cause.restarts, 'restart')} (pod ${cause.pod})${said}`;
        }
        case 'bad-container':
            return `container ${cause.container} cannot be started: ${short(cause.detail)} (pod ${cause.pod})`;
        case 'unschedulable':
            return `no node takes pod ${cause.pod}: ${short(cause.detail)}`;
        case 'quota':
            return `the quota of the namespace does not allow the new pods: ${short(cause.detail.replace(/^pods ".*?" is forbidden: /, ''))}`;
        case 'refused':
            return `the cluster refuses the new pods: ${short(cause.detail)}`;
        case 'not-ready': {
            const [first] = cause.pods;
            const head = `${cause.ready} of ${cause.wanted} new pods were ready after ${Math.round(cause.seconds)} s`;
            if (first === undefined)
                return head;
            const probe = failedProbe(events, /^(Readiness|Startup)/, first.container);
            if (probe !== undefined)
                return `${head}; ${probe} (pod ${first.pod})`;
            const container = first.container === '' ? '' : `container ${first.container} of `;
            return `${head}; ${container}pod ${first.pod} does not become ready`;
        }
        case 'gone':
            return 'the workload was deleted while it was being released';
        case 'cancelled':
            return 'the run was cancelled';
        default:
            return cause;
    }
}
function factOf(cause, detail) {
    switch (cause.kind) {
        case 'image-pull':
        case 'bad-container':
        case 'unschedulable':
            return { kind: 'not-starting', pod: cause.pod, detail };
        case 'quota':
        case 'refused':
            return { kind: 'not-starting', detail };
        case 'crash':
            return { kind: 'crash-loop', pod: cause.pod, detail };
        case 'out-of-memory':
            return { kind: 'out-of-memory', pod: cause.pod, detail };
        case 'not-ready': {
            const pod = cause.pods[0]?.pod;
            return { kind: 'not-ready', ...(pod === undefined ? {} : { pod }), detail };
        }
        case 'gone':
        case 'cancelled':
            return undefined;
        default:
            return cause;
    }
}
async function gatherEvidence(cluster, namespace, cause) {
    const pod = 'pod' in cause ? cause.pod : cause.kind === 'not-ready' ? cause.pods[0]?.pod : undefined;
    if (pod === undefined)
        return { events: [] };
    const [events, lastLine, confidential] = await Promise.all([
        eventsOf(cluster, namespace, pod).catch(() => []),
        cause.kind === 'crash'
            ? lastLineOf(cluster, namespace, pod, cause.container).catch(() => undefined)
            : undefined,
        (0,_confidential_js__WEBPACK_IMPORTED_MODULE_1__/* .confidentialOf */ .K)(cluster, namespace, pod).catch(() => undefined),
    ]);
    return withoutConfidential({ events, ...(lastLine === undefined ? {} : { lastLine }) }, confidential);
}
function withoutConfidential({ events, lastLine }, confidential) {
    const hide = (text) => (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutSecrets */ .cT)(text, confidential ?? []);
    return {
        events: events.map(event => ({ ...event, message: hide(event.message) })),
        ...(lastLine === undefined || confidential === undefined ? {} : { lastLine: hide(lastLine) }),
    };
}
async function eventsOf(cluster, namespace, pod) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.event, namespace), {
        fieldSelector: `involvedObject.name=${pod}`,
    });
    const time = (event) => String(event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? '');
    return items
        .sort((a, b) => (time(a) < time(b) ? -1 : 1))
        .map(({ metadata: { name }, reason = '', message = '', count }) => ({
        reason,
        message,
        ...(count === undefined ? {} : { count }),
        ...(name === undefined ? {} : { name }),
    }));
}
const mostOfLog = 64 << 10;
const longestLine = 4 << 10;
function wholeLastLine(log) {
    const line = log.trim().split('\n').at(-1) ?? '';
    if (Buffer.byteLength(log) >= mostOfLog || Buffer.byteLength(line) >= longestLine)
        return undefined;
    return line === '' ? undefined : line;
}
async function lastLineOf(cluster, namespace, pod, container) {
    const path = `${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace, pod)}/log`;
    for (const previous of ['true', 'false']) {
        const query = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .withQuery */ .VL)(path, { container, previous, tailLines: '5', limitBytes: String(mostOfLog) });
        const text = await cluster.call('GET', query).then(answer => answer.body, () => '');
        if (text.trim() !== '')
            return wholeLastLine(text);
    }
    return undefined;
}
const isAfter = (one, other) => one.name !== undefined && other.name !== undefined && one.name > other.name;
function failedProbe(events, which, container) {
    const failures = events.filter(({ reason, message }) => reason === 'Unhealthy' && which.test(message));
    const most = Math.max(...failures.map(({ count }) => count ?? 1));
    const event = failures.findLast(({ count }) => (count ?? 1) === most);
    if (event === undefined)
        return undefined;
    const [head = '', ...rest] = event.message.split(' failed: ');
    return `the ${head.toLowerCase()} of container ${container} fails (${short(rest.join(' failed: '))})`;
}
function reasonOfPull(cause, events) {
    const event = events.findLast(({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull'));
    const text = /not found|unknown/i.test(cause.detail) ? cause.detail : (event?.message ?? cause.detail);
    if (/not found|manifest unknown|name unknown/i.test(text))
        return 'the registry has no such image';
    if (/unauthorized|denied|forbidden|no basic auth/i.test(text))
        return 'the registry refuses the credential of the node (imagePullSecrets)';
    return short(text);
}
function short(text) {
    const line = (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(text.replace(/\s+/g, ' ').trim());
    return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}


/***/ }),

/***/ 3113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ followRollout)
/* harmony export */ });
/* harmony import */ var _cluster_mirror_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73117);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68672);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17849);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54587);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90352);
/* harmony import */ var _rollout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(79391);
/* harmony import */ var _stuck_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45778);









async function followRollout(cluster, options) {
    const { namespace, workload, deadline, report } = options;
    const stop = new AbortController();
    let wake = () => { };
    let isNew = false;
    const changed = () => {
        isNew = true;
        wake();
    };
    try {
        const of = (resource, query) => (0,_cluster_mirror_js__WEBPACK_IMPORTED_MODULE_0__/* .mirror */ .e)(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(resource, namespace), query, stop.signal, changed);
        const { resource, revisions: kept, refusedInEvents } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .traitsOf */ .JC)(workload.kind);
        const workloads = await of(resource, { fieldSelector: `metadata.name=${workload.name}` });
        const selector = { labelSelector: (0,_pods_js__WEBPACK_IMPORTED_MODULE_6__/* .selectorOf */ .Bk)(workloads.items()[0]) };
        const [revisions, pods, events] = await Promise.all([
            kept === undefined ? undefined : of(kept, selector),
            of(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, selector),
            refusedInEvents ? of(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.event, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .about */ .Cv)(workload)) : undefined,
        ]);
        const mirrors = [workloads, revisions, pods, events].filter(each => each !== undefined);
        const observe = () => ({
            workload: workloads.items()[0],
            revisions: revisions?.items() ?? [],
            pods: pods.items(),
            events: events?.items() ?? [],
        });
        const started = performance.now();
        let told = '';
        let said = '';
        options.signal?.addEventListener('abort', () => wake(), { once: true });
        const patience = new _patience_js__WEBPACK_IMPORTED_MODULE_5__/* .Patience */ .i3(options.patient === true ? undefined : (0,_patience_js__WEBPACK_IMPORTED_MODULE_5__/* .nodeIsComing */ .AM)(cluster, namespace));
        for (;;) {
            const seen = observe();
            if (options.signal?.aborted)
                return { state: 'failed', cause: { kind: 'cancelled' }, seen };
            const now = performance.now();
            isNew = false;
            const assessment = (await patience.assess(seen.workload, seen, now)) ?? gone;
            told = tell(assessment, told, report);
            if (assessment.state === 'complete') {
                const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, namespace), selector).catch(() => ({
                    items: seen.pods,
                }));
                return { state: 'complete', ready: assessment.ready, seen: { ...seen, pods: items } };
            }
            const final = options.patient !== true || ('cause' in assessment && assessment.cause.kind === 'gone');
            if (assessment.state === 'failed' && final)
                return { state: 'failed', cause: assessment.cause, seen };
            const stuck = (0,_stuck_js__WEBPACK_IMPORTED_MODULE_8__/* .stuckPod */ .Yk)(observe(), cluster.now(), options.stuckAfter);
            if (stuck !== undefined) {
                await (0,_stuck_js__WEBPACK_IMPORTED_MODULE_8__/* .removeStuck */ .X0)(cluster, namespace, workload, stuck, options.fence, line => {
                    if (line !== said)
                        report(line);
                    said = line;
                });
            }
            const away = awayFor(mirrors);
            const [refused] = mirrors.flatMap(each => each.refusal() ?? []);
            if (refused !== undefined)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(refused.message, `${refused.remedy}, then run \`sweep\``);
            if (away > _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_3__/* .timing */ .N.blindness)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the API server has not answered for ${Math.round(away / 1000)} s`, 'run `sweep` when it answers');
            const blind = away > 0;
            if (now - started >= deadline && !blind)
                return { state: 'failed', cause: (0,_rollout_js__WEBPACK_IMPORTED_MODULE_7__/* .lateCause */ ._)(observe(), deadline / 1000), seen };
            if (!isNew) {
                await new Promise(resolve => {
                    const timer = setTimeout(resolve, Math.max(5, Math.min(deadline - (now - started), 1000)));
                    wake = () => {
                        clearTimeout(timer);
                        resolve();
                    };
                });
            }
            if (awayFor(mirrors) > 5000 && told !== 'away') {
                told = 'away';
                report('the API server does not answer; waiting for it');
            }
        }
    }
    finally {
        stop.abort();
    }
}
const gone = { state: 'failed', ready: 0, wanted: 0, cause: { kind: 'gone' } };
function tell(assessment, told, report) {
    const text = `${assessment.ready} of ${assessment.wanted} new pods ready`;
    if (text !== told)
        report(text);
    return text;
}
function awayFor(mirrors) {
    const since = mirrors.map(each => each.staleSince()).filter(each => each !== undefined);
    return since.length === 0 ? 0 : performance.now() - Math.min(...since);
}


/***/ }),

/***/ 84291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ templateProblem),
/* harmony export */   OM: () => (/* binding */ readWithTemplates),
/* harmony export */   S5: () => (/* binding */ requireAllowedTemplate),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   Z$: () => (/* binding */ knownTemplates),
/* harmony export */   aF: () => (/* binding */ imagesOfRecordAlone)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _containers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(868);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90352);







const repositoriesIn = ({ images, environments }) => [
    ...Object.values(images).map(({ repository }) => repository),
    ...Object.values(environments).flatMap(({ repositories = {} }) => Object.values(repositories)),
];
function knownTemplates(live, revisions) {
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .kW)(live);
    const kept = revisions.filter(each => (0,_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwnedBy */ .D0)(each, live?.metadata?.uid)).flatMap(templatesIn);
    return own === undefined ? kept : [own, ...kept];
}
function templatesIn(revision) {
    if (!('data' in revision))
        return (0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .podTemplatesOf */ .ab)({ ...revision, kind: 'ReplicaSet' });
    const { $patch: _, ...template } = (revision.data?.spec
        ?.template ?? {});
    return template.spec === undefined ? [] : [template];
}
async function readWithTemplates(cluster, namespace, ref) {
    const { revisions } = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .traitsOf */ .JC)(ref.kind);
    const [live, kept] = await Promise.all([
        cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref)),
        revisions === undefined ? { items: [] } : cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(revisions, namespace)),
    ]);
    return { live, templates: knownTemplates(live, kept.items) };
}
function templateProblem(template, evidence) {
    const { templates } = evidence;
    const wanted = comparable(template);
    if (templates.some(each => comparable(each) === wanted))
        return undefined;
    const image = imageProblem(template, evidence);
    if (image !== undefined || templates.length === 0)
        return image;
    const known = new Set(templates.flatMap(privilegesOf));
    const added = privilegesOf(template).find(each => !known.has(each));
    return added && `no version of it in the cluster had ${added}`;
}
function requireAllowedTemplate(ref, release, template, evidence) {
    const problem = templateProblem(template, evidence);
    if (problem !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the record of release ${release} cannot be used for ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(ref)}: ${problem}`, 'find out who wrote that record; deploy the version that you want again');
}
function imagesOfRecordAlone(template, { templates, repositories }) {
    const own = new Set(repositories.map(canonicalRepository));
    const known = new Set(templates.flatMap(imagesOf));
    const alone = imagesOf(template).filter(image => !known.has(image) && own.has(canonicalRepository((0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(image))));
    return [...new Set(alone)];
}
function imageProblem(template, { templates, repositories }) {
    const own = new Set(repositories.map(canonicalRepository));
    const known = new Set(templates.flatMap(imagesOf).map(image => canonicalRepository((0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(image))));
    const foreign = imagesOf(template).find(image => {
        const repository = canonicalRepository((0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(image));
        return !known.has(repository) && !(isPinned(image) && own.has(repository));
    });
    if (foreign === undefined)
        return undefined;
    return own.has(canonicalRepository((0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .repositoryOf */ ._M)(foreign)))
        ? `the image ${foreign} is not pinned by digest`
        : `no version of it in the cluster had the image ${foreign}`;
}
const isPinned = (image) => /@sha256:[0-9a-f]{64}$/.test(image);
const imagesOf = ({ spec }) => [
    ...(0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .containersOf */ .Mz)(spec).map(({ image }) => image ?? ''),
    ...(spec?.volumes ?? []).flatMap(({ image }) => image?.reference ?? []),
];
function canonicalRepository(repository) {
    try {
        return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(repository);
    }
    catch {
        return repository;
    }
}
function privilegesOf({ spec }) {
    const account = spec?.serviceAccountName ?? spec?.serviceAccount ?? 'default';
    return [
        ...(account === 'default' ? [] : [`serviceAccountName ${account}`]),
        ...['hostNetwork', 'hostPID', 'hostIPC'].filter(key => spec?.[key] === true),
        ...(spec?.volumes ?? []).flatMap(({ hostPath }) => hostPath == null ? [] : [`hostPath ${hostPath.path}`]),
        ...(0,_containers_js__WEBPACK_IMPORTED_MODULE_6__/* .containersOf */ .Mz)(spec).flatMap(({ securityContext }) => [
            ...(securityContext?.privileged === true ? ['a privileged container'] : []),
            ...[securityContext?.capabilities?.add ?? []].flat().map(name => `capability ${name}`),
        ]),
    ];
}
function comparable({ metadata, spec }) {
    const { 'pod-template-hash': _, ...labels } = metadata?.labels ?? {};
    const template = { metadata: { ...metadata, labels }, spec };
    return (0,_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template, (_key, value) => value ?? undefined)));
}


/***/ }),

/***/ 54587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ nodeIsComing),
/* harmony export */   IM: () => (/* binding */ Composure),
/* harmony export */   i3: () => (/* binding */ Patience)
/* harmony export */ });
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69515);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90352);
/* harmony import */ var _rollout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79391);



const longest = 15 * 60_000;
class Patience {
    #nodeIsComing;
    #since;
    constructor(nodeIsComing = async () => false) {
        this.#nodeIsComing = nodeIsComing;
    }
    async assess(workload, seen, at) {
        if (workload === undefined)
            return undefined;
        const assessment = (0,_rollout_js__WEBPACK_IMPORTED_MODULE_2__/* .assess */ .n)({ ...seen, workload });
        if (assessment.state !== 'suspect') {
            this.#since = undefined;
            return assessment;
        }
        const { cause, graceMs, ready, wanted } = assessment;
        if (this.#since?.kind !== cause.kind)
            this.#since = { kind: cause.kind, first: at, at, asked: false };
        const since = this.#since;
        if (at - since.at >= graceMs && !since.asked) {
            if (at - since.first < longest && (await this.#nodeIsComing(cause)))
                since.at = at;
            else
                since.asked = true;
        }
        return at - since.at >= graceMs
            ? { state: 'failed', ready, wanted, cause }
            : { state: 'progressing', ready, wanted };
    }
}
function nodeIsComing(cluster, namespace) {
    return async (cause) => {
        if (cause.kind !== 'unschedulable')
            return false;
        const events = await (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .eventsOf */ .XL)(cluster, namespace, cause.pod).catch(() => []);
        return events.some(({ reason }) => reason === 'TriggeredScaleUp' || reason === 'Nominated');
    };
}
const settled = 10_000;
class Composure {
    #patience;
    #since;
    constructor(nodeIsComing) {
        this.#patience = new Patience(nodeIsComing);
    }
    async assess(seen, at) {
        const assessment = await this.#patience.assess(seen.workload, seen, at);
        if (assessment?.state !== 'complete') {
            this.#since = undefined;
            return assessment;
        }
        if (seen.workload?.kind === 'CronJob')
            return assessment;
        const restarts = restartsOf(seen);
        if (this.#since?.restarts !== restarts)
            this.#since = { restarts, at };
        const { ready, wanted } = assessment;
        return at - this.#since.at >= settled ? assessment : { state: 'progressing', ready, wanted };
    }
}
function restartsOf({ workload, revisions, pods }) {
    const isNewest = workload && (0,_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .newestOf */ .su)(workload, revisions);
    return pods
        .filter(pod => isNewest?.(pod))
        .flatMap(({ status }) => status?.containerStatuses ?? [])
        .reduce((sum, { restartCount }) => sum + restartCount, 0);
}


/***/ }),

/***/ 79391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ lateCause),
/* harmony export */   n: () => (/* binding */ assess)
/* harmony export */ });
/* harmony import */ var _controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70371);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8212);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90352);




function assess(observed) {
    const { workload, revisions, pods } = observed;
    if (workload === undefined)
        return { state: 'failed', ready: 0, wanted: 0, cause: { kind: 'gone' } };
    const { wanted, seen, up, available } = (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .standingOf */ .YP)(workload);
    if (!seen)
        return { state: 'progressing', ready: 0, wanted };
    if (up)
        return { state: 'complete', ready: available, wanted };
    const isNewest = (0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .newestOf */ .su)(workload, revisions);
    if (isNewest === undefined)
        return { state: 'progressing', ready: 0, wanted };
    const young = pods.filter(pod => isNewest(pod) && (0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isLiving */ .O)(pod));
    const ready = young.filter(_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_).length;
    const refused = refusal(observed, workload);
    const patience = refused === undefined ? undefined : patienceOf(refused, workload);
    if (refused !== undefined && patience !== undefined) {
        return { state: 'suspect', ready, wanted, cause: refused, graceMs: patience };
    }
    const cause = refused ?? firstOf(young, podFailure);
    if (cause !== undefined)
        return { state: 'failed', ready, wanted, cause };
    const pulling = firstOf(young, failingPull);
    if (pulling !== undefined)
        return { state: 'suspect', ready, wanted, cause: pulling, graceMs: 20_000 };
    const stuck = firstOf(young, unschedulable);
    if (stuck !== undefined) {
        return { state: 'suspect', ready, wanted, cause: stuck, graceMs: patienceForNode(stuck, workload) };
    }
    const slow = workload.status?.conditions?.find(c => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded');
    if (slow !== undefined) {
        return {
            state: 'suspect',
            ready,
            wanted,
            cause: notReady(young, ready, wanted, workload.spec?.progressDeadlineSeconds ?? 600),
            graceMs: 3000,
        };
    }
    return { state: 'progressing', ready, wanted };
}
function patienceOf(refused, workload) {
    if (refused.kind === 'refused')
        return isDecided(refused.detail) ? undefined : 30_000;
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents)
        return 30_000;
    return (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .surgesNot */ .pd)(workload) ? 60_000 : undefined;
}
function patienceForNode({ detail }, workload) {
    const room = /insufficient/i.test(detail);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents)
        return /volume/i.test(detail) ? 60_000 : room ? 15_000 : 10_000;
    return (0,_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .surgesNot */ .pd)(workload) ? 60_000 : room ? 15_000 : 3000;
}
function lateCause({ workload, revisions, pods }, seconds) {
    if (workload === undefined)
        return { kind: 'gone' };
    const isNewest = (0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .newestOf */ .su)(workload, revisions);
    const young = pods.filter(pod => isNewest?.(pod) === true && (0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isLiving */ .O)(pod));
    return notReady(young, young.filter(_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_).length, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload), seconds);
}
function firstOf(pods, find) {
    for (const pod of pods) {
        const cause = find(pod);
        if (cause !== undefined)
            return cause;
    }
    return undefined;
}
function refusal(observed, workload) {
    const message = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(workload)).refusedInEvents
        ? refusedByEvents(observed, workload)
        : refusedByCondition((0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .newestReplicaSet */ .jk)(workload, observed.revisions));
    if (message === undefined)
        return undefined;
    return { kind: /exceeded quota/.test(message) ? 'quota' : 'refused', detail: message };
}
const refusedByCondition = (set) => set?.status?.conditions?.find(c => c.type === 'ReplicaFailure' && c.status === 'True')?.message;
function refusedByEvents({ pods, events = [] }, workload) {
    const own = workload.metadata?.uid;
    const there = pods.filter(pod => (0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isOwnedBy */ .D0)(pod, own) && (0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isLiving */ .O)(pod)).length;
    if (there >= (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasOf */ .N4)(workload))
        return undefined;
    const time = ({ lastTimestamp, eventTime, metadata }) => Date.parse(lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '') || 0;
    const newest = events
        .filter(event => event.involvedObject.uid === own && event.reason === 'FailedCreate')
        .filter(event => time(event) >= (0,_owners_js__WEBPACK_IMPORTED_MODULE_2__/* .writtenAt */ .nt)(workload))
        .sort((a, b) => time(b) - time(a))[0];
    return newest?.message?.replace(/^([Cc]reate (Pod|Claim) .*? failed error|Error creating): /, '');
}
function isDecided(detail) {
    return /violates PodSecurity|denied the request|(max|min)imum .* usage per|is invalid/.test(detail);
}
function podFailure(pod) {
    if ((0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_)(pod))
        return undefined;
    const name = pod.metadata?.name ?? '';
    for (const { name: container, image, restartCount, state, lastState } of (0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .containerStatusesOf */ .Xy)(pod)) {
        const waiting = state?.waiting;
        const ended = state?.terminated ?? lastState?.terminated;
        if (ended?.reason === 'OOMKilled') {
            const limits = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];
            const limit = limits.find(c => c.name === container)?.resources?.limits?.memory ?? 'none of its own';
            return { kind: 'out-of-memory', pod: name, container, limit };
        }
        const detail = waiting?.message ?? '';
        const pulling = waiting?.reason === 'ErrImagePull' || waiting?.reason === 'ImagePullBackOff';
        const final = /not found|unknown|denied|unauthorized|forbidden/i.test(detail);
        if ((pulling && final) || waiting?.reason === 'InvalidImageName') {
            return { kind: 'image-pull', pod: name, container, image, detail };
        }
        if (/^failed to sync (configmap|secret) cache: timed out/.test(detail))
            continue;
        if (waiting?.reason === 'CreateContainerConfigError' ||
            waiting?.reason === 'CreateContainerError' ||
            waiting?.reason === 'RunContainerError') {
            return { kind: 'bad-container', pod: name, container, detail: detail || waiting.reason };
        }
        if (waiting?.reason === 'CrashLoopBackOff' ||
            (restartCount >= 2 && ended !== undefined && ended.exitCode !== 0)) {
            return { kind: 'crash', pod: name, container, exitCode: ended?.exitCode ?? 0, restarts: restartCount };
        }
    }
    return undefined;
}
function failingPull(pod) {
    const failing = (0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .containerStatusesOf */ .Xy)(pod).find(({ state }) => state?.waiting?.reason === 'ImagePullBackOff');
    if (failing === undefined)
        return undefined;
    const { name: container, image, state } = failing;
    const detail = state?.waiting?.message ?? '';
    return { kind: 'image-pull', pod: pod.metadata?.name ?? '', container, image, detail };
}
function unschedulable(pod) {
    const condition = pod.status?.conditions?.find(c => c.type === 'PodScheduled' && c.reason === 'Unschedulable');
    if (condition === undefined || pod.status?.nominatedNodeName)
        return undefined;
    return { kind: 'unschedulable', pod: pod.metadata?.name ?? '', detail: condition.message ?? '' };
}
function notReady(young, ready, wanted, seconds) {
    const pods = young
        .filter(pod => !(0,_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_)(pod))
        .map(pod => ({
        pod: pod.metadata?.name ?? '',
        container: pod.status?.containerStatuses?.find(status => !status.ready)?.name ?? '',
    }));
    return { kind: 'not-ready', pods, ready, wanted, seconds };
}


/***/ }),

/***/ 45778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ patienceForward),
/* harmony export */   X0: () => (/* binding */ removeStuck),
/* harmony export */   Yk: () => (/* binding */ stuckPod),
/* harmony export */   oI: () => (/* binding */ unstuck)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13590);
/* harmony import */ var _controllers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70371);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _overtaken_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38971);
/* harmony import */ var _pods_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90352);






const patienceForward = 30_000;
const rejoining = { whole: 10_000, short: 120_000 };
function stuckPod({ workload, pods }, now, patience) {
    if (workload === undefined || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .kindOf */ .I)(workload) !== 'StatefulSet')
        return undefined;
    const { updateRevision } = workload.status ?? {};
    if (!(0,_controllers_js__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .YP)(workload).seen || updateRevision === undefined)
        return undefined;
    const own = pods.filter(pod => (0,_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwnedBy */ .D0)(pod, workload.metadata?.uid));
    if (!own.every(_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .isLiving */ .O))
        return undefined;
    const isNext = (pod) => (0,_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .revisionOfPod */ .Mt)(pod) === updateRevision;
    const least = isWhole(workload, own, isNext) ? rejoining.whole : rejoining.short;
    return own
        .filter(pod => !isNext(pod) && !(0,_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .isReady */ .i_)(pod))
        .filter(pod => now - unreadySince(pod) >= (mayRejoin(pod) ? Math.max(patience, least) : patience))
        .sort((a, b) => ordinalOf(b) - ordinalOf(a))[0];
}
function isWhole(workload, own, isNext) {
    if (!own.filter(isNext).every(_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .isReady */ .i_))
        return false;
    if (own.length >= (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .replicasOf */ .N4)(workload))
        return true;
    const inOrder = workload.spec?.podManagementPolicy !== 'Parallel';
    const highest = Math.max(...own.filter(pod => !(0,_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .isReady */ .i_)(pod)).map(ordinalOf));
    return inOrder && own.length > highest;
}
function mayRejoin(pod) {
    const { metadata, status } = pod;
    if ((0,_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .containerStatusesOf */ .Xy)(pod).some(({ state }) => state?.waiting !== undefined && !(0,_pods_js__WEBPACK_IMPORTED_MODULE_5__/* .isStarting */ .zd)(state.waiting.reason)))
        return false;
    const turned = status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime;
    if (turned === undefined)
        return false;
    const began = Date.parse(status?.startTime ?? metadata?.creationTimestamp ?? '') || 0;
    return Date.parse(turned) - began > 1000;
}
function unreadySince({ metadata, status }) {
    const ready = status?.conditions?.find(({ type }) => type === 'Ready');
    return Date.parse(ready?.lastTransitionTime ?? metadata?.creationTimestamp ?? '') || 0;
}
function unstuck(of, observed, now, patience) {
    const pod = observed && stuckPod(observed, now, patience);
    return pod && { do: 'remove-stuck', of, pod };
}
const ordinalOf = ({ metadata }) => Number(/-(\d+)$/.exec(metadata?.name ?? '')?.[1] ?? 0);
async function removeStuck(cluster, namespace, ref, { metadata }, { app, token }, tell = () => { }) {
    const workload = await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref));
    if (workload !== undefined && (0,_traffic_fence_js__WEBPACK_IMPORTED_MODULE_1__/* .stampOf */ .Zs)(workload, app) > token)
        throw (0,_overtaken_js__WEBPACK_IMPORTED_MODULE_4__/* .overtaken */ .K)(app);
    const { name, uid, resourceVersion } = metadata ?? {};
    if (uid === undefined || resourceVersion === undefined)
        throw new Error(`a pod of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(ref)} has no uid`);
    tell(`removing Pod/${name}: it is not ready, and ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(ref)} waits for it before it rolls`);
    await cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace, name), uid, resourceVersion);
}


/***/ })

};
