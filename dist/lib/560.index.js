export const id = 560;
export const ids = [560];
export const modules = {

/***/ 30560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ReleaseStore: () => (/* reexport */ store_releases/* ReleaseStore */.T),
  about: () => (/* reexport */ kinds/* about */.Cv),
  acceptance: () => (/* reexport */ verify_acceptance/* acceptance */.m),
  acceptedSchema: () => (/* reexport */ acceptance/* acceptedSchema */.Z),
  alertmanagerOf: () => (/* reexport */ alertmanager_api.alertmanagerOf),
  alertsWith: () => (/* reexport */ alertmanager_api.alertsWith),
  containersOf: () => (/* reexport */ kinds/* containersOf */.Mz),
  expireSilence: () => (/* reexport */ alertmanager_api.expireSilence),
  exporterNames: () => (/* reexport */ subject/* exporterNames */.w3),
  hasSucceeded: () => (/* reexport */ store_releases/* hasSucceeded */.yO),
  hasTemplate: () => (/* reexport */ store_releases/* hasTemplate */.rJ),
  isOf: () => (/* reexport */ kinds/* isOf */.yW),
  isReleased: () => (/* reexport */ kinds/* isReleased */.OZ),
  isWorker: () => (/* reexport */ workers/* isWorker */.xD),
  judgeAcceptance: () => (/* reexport */ acceptance/* judgeAcceptance */.q),
  judgeAlerting: () => (/* reexport */ monitoring/* judgeAlerting */.QW),
  judgeMonitoring: () => (/* reexport */ monitoring/* judgeMonitoring */.oU),
  judgeReleases: () => (/* reexport */ judgeReleases),
  keyOf: () => (/* reexport */ kinds/* keyOf */.TN),
  kindOf: () => (/* reexport */ kinds/* kindOf */.I),
  laterOf: () => (/* reexport */ store_releases/* laterOf */.eG),
  leasePath: () => (/* reexport */ kinds/* leasePath */.U8),
  liveRelease: () => (/* reexport */ monitor.liveRelease),
  manifestOf: () => (/* reexport */ kinds/* manifestOf */.$V),
  monitor: () => (/* reexport */ monitor.monitor),
  monitorSchema: () => (/* reexport */ monitoring/* monitorSchema */.ml),
  monitoringManifests: () => (/* reexport */ objects.monitoringManifests),
  monitoringSubject: () => (/* reexport */ subject.monitoringSubject),
  ownContainerIn: () => (/* reexport */ kinds/* ownContainerIn */.XD),
  ownLabels: () => (/* reexport */ subject/* ownLabels */.ct),
  ownNamespace: () => (/* reexport */ subject/* ownNamespace */.aH),
  ownSelector: () => (/* reexport */ subject/* ownSelector */.GR),
  pace: () => (/* reexport */ monitor/* pace */.c),
  pathTo: () => (/* reexport */ kinds/* pathTo */.vs),
  podMatchers: () => (/* reexport */ subject/* podMatchers */.hj),
  podTemplatesOf: () => (/* reexport */ kinds/* podTemplatesOf */.ab),
  readDecision: () => (/* reexport */ store/* readDecision */.B1),
  readWorkers: () => (/* reexport */ workers/* readWorkers */.QF),
  refOf: () => (/* reexport */ kinds/* refOf */.H8),
  refOfKey: () => (/* reexport */ kinds/* refOfKey */.u$),
  referencesOf: () => (/* reexport */ kinds/* referencesOf */.CL),
  releaseOf: () => (/* reexport */ workers/* releaseOf */.l7),
  replicasOf: () => (/* reexport */ kinds/* replicasOf */.N4),
  repositoryOf: () => (/* reexport */ kinds/* repositoryOf */._M),
  requirePrometheus: () => (/* reexport */ subject/* requirePrometheus */.Gw),
  requireWorkers: () => (/* reexport */ workers/* requireWorkers */.pZ),
  silencesFor: () => (/* reexport */ alertmanager_api.silencesFor),
  sourceJob: () => (/* reexport */ subject/* sourceJob */.Pm),
  spansOf: () => (/* reexport */ monitor/* spansOf */.L),
  templateOf: () => (/* reexport */ kinds/* templateOf */.kW),
  templatePointer: () => (/* reexport */ kinds/* templatePointer */.q4),
  templatesOf: () => (/* reexport */ workers/* templatesOf */.r3),
  titleOf: () => (/* reexport */ kinds/* titleOf */.Gg),
  toleratesDown: () => (/* reexport */ subject/* toleratesDown */.Cp),
  traitsOf: () => (/* reexport */ kinds/* traitsOf */.JC),
  typeOf: () => (/* reexport */ kinds/* typeOf */.QP),
  whatReplaces: () => (/* reexport */ monitor.whatReplaces),
  withUnlistedWorkers: () => (/* reexport */ workers.withUnlistedWorkers),
  workersIn: () => (/* reexport */ workers/* workersIn */.r0),
  workersOf: () => (/* reexport */ workers/* workersOf */.N)
});

// EXTERNAL MODULE: ./.build/js/src/assess/conformance/judges/acceptance.js
var acceptance = __webpack_require__(43020);
// EXTERNAL MODULE: ./.build/js/src/assess/conformance/judges/monitoring.js
var monitoring = __webpack_require__(21537);
// EXTERNAL MODULE: ./.build/js/src/release/store/releases.js
var store_releases = __webpack_require__(46695);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var workloads_pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/assess/judgement.js
var assess_judgement = __webpack_require__(16679);
;// CONCATENATED MODULE: ./.build/js/src/assess/conformance/judges/releases.js






function judgeReleases({ releases, live, pods: all, registry, decisions, endpoints }, { images }, environmentName) {
    const current = releases.find(({ record }) => record.release === live);
    if (current === undefined)
        return {
            'release-recorded': (0,assess_judgement/* metUnless */.R3)(`release ${live} is live, but has no record`, '', 'find out who deleted or changed it, then release again'),
        };
    const { record, outcome } = current;
    const said = `release ${live}`;
    const names = Object.keys(images);
    const earlier = releases.filter(each => each.record.release < live);
    const restorable = earlier.find(store_releases/* hasSucceeded */.yO);
    const back = releases.find(({ outcome }) => outcome?.state === 'rolled-back');
    const strategyOf = ({ record: { config } }) => {
        const found = (0,map/* isMap */.jh)(config) && (0,map/* isMap */.jh)(config.environments) ? config.environments[environmentName] : undefined;
        return (0,map/* isMap */.jh)(found) && (0,map/* isMap */.jh)(found.strategy) ? found : undefined;
    };
    const kindOf = (each) => strategyOf(each)?.strategy?.kind ?? 'rolling';
    const ranAs = (each) => {
        const { strategy, rolled } = decisions.get(each.record.release) ?? {};
        return rolled === true || kindOf(each) === 'rolling' ? 'rolling' : strategy?.kind;
    };
    const own = releases.filter(({ record: { source } }) => source === 'released');
    const unsaid = (kind) => own.find(each => kindOf(each) === kind && !decisions.has(each.record.release));
    const isThere = (pod) => (0,workloads_pods/* isLiving */.O)(pod) && !(0,workloads_pods/* hasEnded */.hY)(pod);
    const pods = all.known ? { ...all, value: all.value.filter(isThere) } : all;
    const isGated = (0,map/* isMap */.jh)(strategyOf(current)?.gate) && ['canary', 'blue-green'].includes(ranAs(current) ?? '');
    const judgements = decisions.get(live)?.ticks?.length ?? 0;
    return {
        'release-recorded': (0,assess_judgement/* metUnless */.R3)(outcome === undefined ? `${said} has no outcome` : [], `${said} is recorded, with its outcome`, (0,operations/* howToRun */.RG)('sweep')),
        'release-origin': (0,assess_judgement/* metUnless */.R3)(record.by.revision === undefined ? `${said} was made by hand, by ${record.by.actor}` : [], `${said} came from ${record.by.run}`, 'release from the pipeline'),
        'release-digest': (0,assess_judgement/* metUnless */.R3)(Object.entries(record.images)
            .filter(([, image]) => !image.includes('@sha256:'))
            .map(([name]) => `${said} names the image ${name} by a tag`), `${said} names its images by digest`, 'release again'),
        'release-images': (0,assess_judgement/* metUnless */.R3)(names.filter(name => record.images[name] === undefined).map(name => `${said} has no image ${name}`), `${said} has all images of slipway.yml`, 'release all images together'),
        'release-verified': (0,assess_judgement/* metUnless */.R3)(outcome?.state === 'verified' ? [] : `${said} was not verified`, `${said} was verified`, 'run `slipway verify`'),
        'release-signed': (0,assess_judgement/* metUnless */.R3)(names
            .filter(name => record.signatures?.[name] === undefined)
            .map(name => `${said} was made without a verified signature of ${name}`), `the signatures of ${said} were verified`, 'add `signing` to slipway.yml'),
        'release-rolled-back': back && (0,assess_judgement/* metUnless */.R3)([], `release ${back.record.release} was rolled back`),
        'release-restorable': earlier.length === 0
            ? (0,assess_judgement/* unknown */.L5)('no earlier release completed, so a rollback has no target')
            : (0,assess_judgement/* metUnless */.R3)(restorable === undefined ? 'no earlier release can be restored' : [], `release ${restorable?.record.release} can be restored`, 'release a version that can be verified'),
        'release-gate': isGated ? judgeGate(said, outcome?.state, judgements) : undefined,
        ...Object.fromEntries(['canary', 'blue-green', 'rolling'].map(kind => {
            const last = own.find(each => ranAs(each) === kind);
            const { ticks } = decisions.get(last?.record.release ?? Number.NaN) ?? {};
            return [`release-${kind}`, judgeStrategy(kind, last, unsaid(kind), ticks)];
        })),
        'release-pods': pods.known
            ? judgePods(pods.value, Object.values(record.images), said)
            : (0,assess_judgement/* unknown */.L5)(pods.why),
        'release-endpoints': pods.known
            ? judgeEndpoints(pods.value.filter(workloads_pods/* isReady */.i_), endpoints, Date.parse(pods.at))
            : (0,assess_judgement/* unknown */.L5)(pods.why),
        ...judgeRegistry(registry, images, said),
    };
}
function judgeGate(said, state, ticks) {
    if (state === 'failed')
        return (0,assess_judgement/* metUnless */.R3)(`${said} failed`, '');
    if (state !== 'complete' && state !== 'verified')
        return (0,assess_judgement/* unknown */.L5)(`${said} has no outcome of its gate`);
    if (ticks === 0)
        return (0,assess_judgement/* unknown */.L5)(`the decision record of ${said} has no reading of its metrics`);
    return (0,assess_judgement/* metUnless */.R3)([], `a gate judged ${said}`);
}
const entered = 60_000;
function judgeEndpoints(ready, endpoints, at) {
    if (endpoints === undefined)
        return (0,assess_judgement/* notApplicable */.hH)('the environment has no `service`');
    if (!endpoints.known)
        return (0,assess_judgement/* unknown */.L5)(endpoints.why);
    const isServed = ({ metadata }) => endpoints.value.has(metadata?.name ?? '');
    const since = ({ status }) => Date.parse(status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime ?? '');
    const served = ready.filter(isServed);
    const left = ready.filter(pod => !isServed(pod) && at - since(pod) > entered);
    return (0,assess_judgement/* metUnless */.R3)(served.length === 0
        ? 'the Service sends requests to none of the ready pods'
        : left.map(({ metadata }) => `the Service sends no requests to the ready pod ${metadata?.name}`), `the Service sends requests to ${served.length} ready pods`, 'correct the selector of the Service');
}
function judgeStrategy(kind, last, unsaid, ticks) {
    if (last === undefined && unsaid !== undefined)
        return (0,assess_judgement/* unknown */.L5)(`release ${unsaid.record.release} has no decision record that says whether it was ${kind}`);
    if (last === undefined)
        return (0,assess_judgement/* notApplicable */.hH)(`no recorded release used the strategy ${kind}`);
    const { state, reason = '' } = last.outcome ?? {};
    const name = `the ${kind} release ${last.record.release}`;
    if (state === undefined)
        return (0,assess_judgement/* unknown */.L5)(`${name} has no outcome`);
    const judgement = (0,assess_judgement/* metUnless */.R3)(state === 'failed' ? `${name} failed: ${reason}`.slice(0, 300) : [], `${name} ended as ${state}`, 'see its decision record');
    if (judgement.status !== 'met' || kind === 'rolling')
        return judgement;
    return kind === 'canary' ? judgeShare(name, ticks) : judgeLost(name, ticks);
}
const atOnce = 90;
function judgeShare(name, ticks = []) {
    const counted = ticks.flatMap(({ weight, traffic }) => traffic === undefined || traffic.canary <= 0 ? [] : [{ weight, ...traffic }]);
    const first = counted.filter(({ weight }) => weight === counted[0]?.weight);
    const sum = (key) => first.reduce((total, each) => total + each[key], 0);
    if (first.length === 0)
        return (0,assess_judgement/* found */.F9)('unknown', `nothing has counted the requests that ${name} got`, {
            remedy: 'judge canaries by metrics, and release again while there are requests',
        });
    const share = Math.round((100 * sum('canary')) / sum('total'));
    const said = `${name} got ${share} % of the requests in its first step`;
    return (0,assess_judgement/* metUnless */.R3)(share >= atOnce ? said : [], said, 'begin with a weight such as 5 %');
}
function judgeLost(name, ticks = []) {
    const counted = ticks.flatMap(({ traffic }) => (traffic?.errors === undefined ? [] : [traffic]));
    const sum = (key) => Math.round(counted.reduce((total, { [key]: count = 0 }) => total + count, 0));
    const [requests, errors, unserved] = [sum('canary'), sum('errors'), sum('unserved')];
    const reachedNone = `after the switch of ${name}, the gateway reached no pod for ${unserved} requests`;
    if (unserved > 0)
        return (0,assess_judgement/* metUnless */.R3)(reachedNone, '', 'see its decision record');
    if (requests === 0)
        return (0,assess_judgement/* found */.F9)('unknown', `nothing has counted the requests that ${name} lost`, {
            remedy: 'set `gate.share` to the gateway that counts them, and release again while there are requests',
        });
    return errors > 0
        ? (0,assess_judgement/* found */.F9)('unknown', `after the switch of ${name}, ${errors} of ${requests} requests got a 5xx, and the gateway does not say who sent them`, { remedy: 'see the logs of the gateway and the application' })
        : (0,assess_judgement/* metUnless */.R3)([], `after the switch of ${name}, none of ${requests} requests got a 5xx from the gateway`);
}
function judgePods(pods, known, said) {
    if (pods.length === 0)
        return (0,assess_judgement/* unknown */.L5)(`no pod of ${said} is running`);
    const repositories = known.map(kinds/* repositoryOf */._M);
    const runsThem = ({ spec }) => {
        const own = (0,kinds/* containersOf */.Mz)(spec).filter(({ image = '' }) => repositories.includes((0,kinds/* repositoryOf */._M)(image)));
        return own.length > 0 && own.every(({ image = '' }) => known.includes(image));
    };
    return (0,assess_judgement/* metUnless */.R3)(pods.flatMap(pod => {
        const title = `the pod ${pod.metadata?.name}`;
        if (!runsThem(pod))
            return [`${title} does not run the images of ${said}`];
        return (0,workloads_pods/* isReady */.i_)(pod) ? [] : [`${title} is not ready`];
    }), `${pods.length} ready pods run the images of ${said}`, 'run `slipway verify`');
}
function judgeRegistry(registry, images, said) {
    const declared = Object.values(images).some(({ platforms = [] }) => platforms.length > 0);
    if (!registry.known || registry.value.size === 0) {
        const silent = (0,assess_judgement/* unknown */.L5)(registry.known ? `${said} has no image` : registry.why);
        return { 'registry-images': silent, 'registry-platforms': silent };
    }
    const kept = [...registry.value];
    const gone = kept.filter(([, platforms]) => platforms === undefined);
    const lacking = kept.flatMap(([name, platforms]) => (images[name]?.platforms ?? [])
        .filter(each => platforms?.includes(each) === false)
        .map(each => `the image ${name} lacks ${each}`));
    return {
        'registry-images': (0,assess_judgement/* metUnless */.R3)(gone.map(([name]) => `the registry has no image ${name} of ${said}`), `the registry has ${kept.length} images of ${said}`, 'push it again, or roll back'),
        'registry-platforms': gone.length > 0
            ? undefined
            : declared
                ? (0,assess_judgement/* metUnless */.R3)(lacking, 'the images have all their platforms', 'build the image for that platform')
                : (0,assess_judgement/* unknown */.L5)('slipway.yml names no `platforms` of an image'),
    };
}

// EXTERNAL MODULE: ./.build/js/src/monitoring/alerts/alertmanager-api.js
var alertmanager_api = __webpack_require__(17784);
// EXTERNAL MODULE: ./.build/js/src/monitoring/monitor.js
var monitor = __webpack_require__(42570);
// EXTERNAL MODULE: ./.build/js/src/monitoring/objects.js
var objects = __webpack_require__(62488);
// EXTERNAL MODULE: ./.build/js/src/monitoring/subject.js
var subject = __webpack_require__(36196);
// EXTERNAL MODULE: ./.build/js/src/release/decision-record/store.js
var store = __webpack_require__(70441);
// EXTERNAL MODULE: ./.build/js/src/verify/acceptance.js + 9 modules
var verify_acceptance = __webpack_require__(30956);
// EXTERNAL MODULE: ./.build/js/src/workloads/workers.js
var workers = __webpack_require__(5259);
;// CONCATENATED MODULE: ./.build/js/src/actions/evidence-engine.js














/***/ }),

/***/ 87303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ noteFindings),
/* harmony export */   JA: () => (/* binding */ noteDuration),
/* harmony export */   Jp: () => (/* binding */ noteJudging),
/* harmony export */   Me: () => (/* binding */ noteWatchdog),
/* harmony export */   RU: () => (/* binding */ notePods),
/* harmony export */   W5: () => (/* binding */ noteRun),
/* harmony export */   Y2: () => (/* binding */ noteTurn),
/* harmony export */   Yw: () => (/* binding */ lastVerdict),
/* harmony export */   c0: () => (/* binding */ noteVerdict),
/* harmony export */   hk: () => (/* binding */ noteWaits),
/* harmony export */   jH: () => (/* binding */ noteMoment),
/* harmony export */   lx: () => (/* binding */ noteFact),
/* harmony export */   qt: () => (/* binding */ startRecord),
/* harmony export */   rs: () => (/* binding */ endRecord),
/* harmony export */   uy: () => (/* binding */ noteTick),
/* harmony export */   wk: () => (/* binding */ noteCalls)
/* harmony export */ });
/* harmony import */ var _reduction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4825);

function startRecord(start) {
    const { at, by, token, doing, promotion, signatures, ...what } = start;
    return {
        schema: 1,
        ...what,
        ...(promotion === undefined ? {} : { promotion: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(promotion) }),
        ...(signatures === undefined ? {} : { signatures: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(signatures) }),
        startedAt: at,
        runs: [{ at, by, token, doing }],
        timeline: [],
        ticks: [],
        turns: [],
        verdicts: [],
        facts: [],
        findings: [],
        pods: [],
        calls: 0,
        durations: {},
        reduced: [],
    };
}
function noteRun({ end: _, ...record }, run) {
    return { ...record, runs: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.runs, run], most.runs) };
}
function noteJudging(record, startedAt, policy, said) {
    const open = policy;
    return { ...record, judging: { startedAt, said: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(said), policy: open } };
}
function noteMoment(record, moment) {
    const last = record.timeline.at(-1);
    const isSame = last?.phase === moment.phase && last.step === moment.step;
    const before = isSame ? record.timeline.slice(0, -1) : record.timeline;
    return { ...record, timeline: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...before, (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(moment)], most.moments) };
}
function noteTick(record, tick, evidence, verdict, asked = { at: tick.at, facts: [] }) {
    const { row, folded } = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .bounded */ .Mm)(tick);
    const judged = {
        ...row,
        ...(evidence === undefined ? {} : { evidence: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2)(evidence) }),
        verdict: verdict.verdict,
    };
    const known = asked.facts.reduce((each, fact) => noteFact(each, asked.at, fact), record);
    const next = { ...known, ticks: [...record.ticks, judged] };
    const noted = folded ? (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .withReduction */ .Kj)(next, _reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .addedUp */ .C_) : next;
    return noteVerdict(noted, { ...asked, stage: tick.stage }, verdict);
}
function noteVerdict(record, { at, stage, facts = [], unread }, verdict) {
    const last = record.verdicts.at(-1);
    if (last?.verdict.verdict === verdict.verdict && last.stage === stage)
        return record;
    const why = unread === undefined ? {} : { unread };
    const said = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)({ at, after: record.ticks.length, stage, facts, ...why, verdict });
    return { ...record, verdicts: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.verdicts, said], most.verdicts) };
}
function noteTurn(record, what) {
    const turn = { ...what, after: record.ticks.length };
    return { ...record, turns: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.turns, turn], most.turns) };
}
function noteWaits({ waits: _, ...record }, waits) {
    return waits === undefined ? record : { ...record, waits: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(waits) };
}
function noteFact(record, at, fact) {
    const seen = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(fact);
    const isSame = (each) => each.kind === seen.kind && each.pod === seen.pod && each.detail === seen.detail;
    if (record.facts.some(each => isSame(each.fact)))
        return record;
    return { ...record, facts: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.facts, { at, fact: seen }], most.facts) };
}
function noteFindings(record, findings) {
    return { ...record, findings: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)((0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(findings), most.findings) };
}
function notePods(record, pods) {
    const before = record.pods.map((each) => ({ ...each, gone: true }));
    const known = new Map([...before, ...(0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(pods)].map(each => [each.pod, each]));
    return { ...record, pods: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...known.values()], most.pods) };
}
function noteCalls(record, calls) {
    return { ...record, calls };
}
function noteDuration(record, name, ms) {
    return { ...record, durations: { ...record.durations, [name]: ms } };
}
function noteWatchdog(record, job) {
    return { ...record, watchdog: job };
}
function endRecord(record, end) {
    return { ...record, end: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(end) };
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

/***/ 4825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ addedUp),
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   Kj: () => (/* binding */ withReduction),
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   TS: () => (/* binding */ reduce),
/* harmony export */   cz: () => (/* binding */ clipped)
/* harmony export */ });
/* unused harmony exports mergedTicks, sumOf */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

const largestRecord = 16 * 256 * 1024;
const mergedTicks = 'neighboring ticks are summed';
function reduce(record, bytes = largestRecord) {
    const fits = (each) => Buffer.byteLength(JSON.stringify(each)) <= bytes;
    if (fits(record))
        return record;
    let next = record;
    for (const track of ['baseline', 'canary']) {
        const ticks = next.ticks.map(row => withoutPods(row, track));
        next = withReduction({ ...next, ticks }, `pods of the ${track} are summed`);
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
        const [turns, verdicts] = [next.turns.map(moved), next.verdicts.map(moved)];
        next = withReduction({ ...next, ticks: rows, turns, verdicts }, mergedTicks);
        if (fits(next))
            return next;
    }
}
const withReduction = (record, what) => ({
    ...record,
    reduced: [...new Set([...record.reduced, what])],
});
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
    const sum = (reading, name) => sumOfReadings(reading, b.readings[name]);
    return { ...b, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(a.readings, sum) };
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
        pods.set(each.pod, known === undefined ? each : { ...sumOf([known, each]), pod: each.pod });
    }
    return [...pods.values()];
}
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
        metrics: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(metrics, ({ harm, pass }) => ({ harm: clamp(harm), pass: clamp(pass) })),
    };
}
const largestTick = 64 * 1024;
const addedUp = `pods are summed in ticks of more than ${largestTick / 1024} KiB`;
function bounded(tick) {
    const fits = (row) => JSON.stringify(row).length <= largestTick;
    const short = (reading) => (reading.kind === 'counts' ? reading : clipped(reading));
    const plain = { ...tick, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(tick.readings, short) };
    if (fits(plain))
        return { row: plain, folded: false };
    const half = withoutPods(plain, 'baseline');
    return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}
function withoutPods(tick, track) {
    const summed = (reading) => reading.kind === 'counts' && reading[track].length > 1
        ? { ...reading, [track]: [sumOf(reading[track])] }
        : reading;
    return { ...tick, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(tick.readings, summed) };
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

/***/ 17784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alertmanagerOf: () => (/* binding */ alertmanagerOf),
/* harmony export */   alertsWith: () => (/* binding */ alertsWith),
/* harmony export */   expireSilence: () => (/* binding */ expireSilence),
/* harmony export */   silencesFor: () => (/* binding */ silencesFor)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _analysis_ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17905);
/* harmony import */ var _analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96391);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);




const timeout = 3_000;
function alertmanagerOf(settings, cluster, env) {
    const endpoint = (0,_analysis_http_endpoint_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointOf */ .X)(settings, cluster, env);
    const read = (body) => ({ ok: true, value: body });
    return (method, path, body) => (0,_analysis_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .k)(endpoint, {
        server: 'Alertmanager',
        path,
        request: { method, body },
        read,
        patience: timeout,
        once: true,
    });
}
const silenceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[\w-]{1,100}$/),
    createdBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    startsAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    matchers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), value: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'pending', 'expired']) }),
});
const alertSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    receivers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        state: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['active', 'suppressed', 'unprocessed']),
        silencedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        inhibitedBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    }),
});
async function expireSilence(api, id) {
    const answer = await api('DELETE', `/api/v2/silence/${id}`);
    const isOver = !answer.ok && /\(404|answered 500: .*(not found|expired)/.test(answer.detail);
    return isOver ? { ok: true, value: '' } : answer;
}
const silencesFor = (api, labels) => listed(api, 'silences', labels, silenceSchema);
const alertsWith = (api, labels) => listed(api, 'alerts', labels, alertSchema);
async function listed(api, what, labels, schema) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(labels))
        query.append('filter', `${name}=${JSON.stringify(value)}`);
    const answer = await api('GET', `/api/v2/${what}?${query}`);
    if (!answer.ok)
        return answer;
    const parsed = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(schema).safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(answer.value));
    return parsed.success
        ? { ok: true, value: parsed.data }
        : { ok: false, detail: 'the response of Alertmanager is not that of its API v2' };
}


/***/ }),

/***/ 62488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitoringManifests: () => (/* binding */ monitoringManifests)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91490);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58790);
/* harmony import */ var _dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27523);
/* harmony import */ var _rules_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30113);
/* harmony import */ var _scrape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93126);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36196);







function monitoringManifests(subject) {
    const { objects } = subject.settings;
    if (objects === 'none')
        return [];
    const rules = objects === 'operator' ? operatorObjects(subject) : [ruleConfigMap(subject)];
    return [...rules, ...dashboardConfigMaps(subject)];
}
function made({ app, settings }, [apiVersion, kind], suffix, content, marks = {}) {
    const name = `slipway-${app}-${suffix}`;
    const metadata = { name, labels: { ...settings.labels, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.app]: app, ...marks } };
    return { object: { apiVersion, kind, metadata, ...content }, name, source: '`monitoring` in slipway.yml' };
}
const configMap = ['v1', 'ConfigMap'];
const operator = 'monitoring.coreos.com/v1';
function operatorObjects(subject) {
    const { pods } = subject.settings.sources;
    const rules = made(subject, [operator, 'PrometheusRule'], 'rules', {
        spec: { groups: (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleGroups */ .z)(subject) },
    });
    const exporters = (0,_subject_js__WEBPACK_IMPORTED_MODULE_6__/* .exporterNames */ .w3)(subject).map(source => {
        const { job_name, kubernetes_sd_configs, relabel_configs } = (0,_scrape_js__WEBPACK_IMPORTED_MODULE_5__/* .exporterJob */ .ln)(subject, source);
        const spec = {
            jobName: job_name,
            kubernetesSDConfigs: kubernetes_sd_configs.map(each => ({ ...each, role: 'EndpointSlice' })),
            relabelings: relabel_configs.map(asOperator),
        };
        return made(subject, [`${operator}alpha1`, 'ScrapeConfig'], source, { spec });
    });
    if (pods === undefined)
        return [rules, ...exporters];
    const endpoint = { ...pods, relabelings: (0,_scrape_js__WEBPACK_IMPORTED_MODULE_5__/* .podRelabeling */ .Zf)(subject, pods.port).map(asOperator) };
    const spec = { selector: {}, podMetricsEndpoints: [endpoint] };
    return [rules, made(subject, [operator, 'PodMonitor'], 'pods', { spec }), ...exporters];
}
const asOperator = (relabeling) => Object.fromEntries(Object.entries(relabeling).map(([key, value]) => [
    key.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
    value,
]));
function ruleConfigMap(subject) {
    const { app, environment } = subject;
    const text = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ groups: (0,_rules_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .ruleGroups */ .z)(subject) }, { lineWidth: 0 });
    const data = { [`slipway-${app}-${environment}-${_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .bundleFiles */ .e.rules}`]: text };
    return made(subject, configMap, 'rules', { data }, { prometheus_rule: '1' });
}
const dashboardConfigMaps = (subject) => (0,_dashboards_dashboards_js__WEBPACK_IMPORTED_MODULE_3__/* .dashboardsOf */ .v)(subject).map(({ name, json }) => {
    const data = { [`slipway-${subject.app}-${subject.environment}-${name}.json`]: JSON.stringify(json) };
    return made(subject, configMap, `dashboard-${name}`, { data }, { grafana_dashboard: '1' });
});


/***/ }),

/***/ 70441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ readDecision),
/* harmony export */   _E: () => (/* binding */ newDecisionStore),
/* harmony export */   mS: () => (/* binding */ UnreadableDecision),
/* harmony export */   s9: () => (/* binding */ openDecisionStore)
/* harmony export */ });
/* unused harmony export DecisionStore */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _decision_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87303);
/* harmony import */ var _decision_reduction_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4825);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59993);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91490);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63811);










class DecisionStore {
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
    update(change) {
        this.#record = change(this.#record);
    }
    async save(report) {
        try {
            const { chunks } = await chunking();
            const parts = Object.entries(chunks((0,_decision_reduction_js__WEBPACK_IMPORTED_MODULE_9__/* .reduce */ .TS)(this.#record)));
            for (const [key, part] of parts.sort(([a], [b]) => (a < b ? 1 : -1))) {
                if (this.#saved.get(key) === part)
                    continue;
                await put(this.#cluster, this.#namespace, this.#object(key, part), this.#record.app);
                this.#saved.set(key, part);
            }
        }
        catch (error) {
            if (error instanceof _store_fencing_js__WEBPACK_IMPORTED_MODULE_8__.LeaseLost)
                return;
            const { message } = error;
            report(`warning: the decision record could not be written: ${message}; the rollout continues without it`);
        }
    }
    #object(key, part) {
        const { app, release, runs } = this.#record;
        return {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: {
                name: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.decision(app, release, key),
                namespace: this.#namespace,
                labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.app]: app, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.kind]: 'decision', [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .labels */ .WD.release]: String(release) },
                annotations: { [_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationOf */ .lW.token(app)]: String(runs.at(-1)?.token ?? 0) },
            },
            data: { [key]: part },
        };
    }
}
const chunking = () => __webpack_require__.e(/* import() */ 1423).then(__webpack_require__.bind(__webpack_require__, 43804));
async function put(cluster, namespace, object, app) {
    const folder = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace);
    const path = `${folder}/${object.metadata?.name}`;
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 5, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ }, async () => {
        const there = await cluster.get(path);
        (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_8__/* .requireNoHigherToken */ .Ht)(there, { app, token: (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenOn */ .Bz)(object, app) });
        const { resourceVersion } = there?.metadata ?? {};
        const metadata = { ...object.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) };
        if (there === undefined)
            await cluster.create(folder, object);
        else
            await cluster.replace(path, { ...object, metadata });
    });
}
class UnreadableDecision extends Error {
}
async function readDecision(cluster, namespace, app, release) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.configMap, namespace), {
        labelSelector: _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .selecting */ .h7.decision(app, release),
    });
    const parts = items.flatMap(({ metadata, data = {} }) => Object.entries(data).filter(([key]) => metadata?.name === _workloads_naming_js__WEBPACK_IMPORTED_MODULE_7__/* .nameOf */ .Vb.decision(app, release, key)));
    if (parts.length === 0)
        return undefined;
    const { join } = await chunking();
    let record;
    try {
        record = join(Object.fromEntries(parts));
    }
    catch (cause) {
        const why = cause instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo ? cause.sentence : 'it does not have the format of a decision record';
        throw new UnreadableDecision(why, { cause });
    }
    const isOf = record.app === app && record.release === release && record.namespace === namespace;
    if (!isOf)
        throw new UnreadableDecision(`the decision record of release ${release} belongs to another release`);
    return record;
}
function newDecisionStore(cluster, { environment: { namespace, workload, strategy, gate }, record, rollout, doing, why }) {
    const at = Math.round(cluster.now());
    const { app, environment, candidate: release, baseline, token, run: by, phase, weight } = rollout;
    const rolls = rollout.strategy === 'rolling';
    const decision = (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .startRecord */ .qt)({
        at,
        app,
        environment,
        namespace,
        workload: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .titleOf */ .Gg)(workload),
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
        ...(rolls || gate === undefined ? {} : gate === 'checks' ? { checked: true } : { gate }),
    });
    const stands = {
        at,
        phase,
        ...(rolls ? {} : { weight }),
        ...(why === undefined ? {} : { reason: why }),
    };
    return new DecisionStore(cluster, namespace, (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noteMoment */ .jH)(decision, stands));
}
async function openDecisionStore(cluster, begun) {
    const { environment, rollout, doing } = begun;
    const { app, candidate, token, run: by } = rollout;
    const { namespace } = environment;
    const known = await readDecision(cluster, namespace, app, candidate).catch(() => undefined);
    if (known === undefined)
        return newDecisionStore(cluster, begun);
    const run = { at: Math.round(cluster.now()), by, token, doing };
    return new DecisionStore(cluster, namespace, (0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noteRun */ .W5)((0,_decision_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noteWaits */ .hk)(known, undefined), run));
}


/***/ })

};
