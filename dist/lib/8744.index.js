export const id = 8744;
export const ids = [8744,2858,1946];
export const modules = {

/***/ 95344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ notArchived),
/* harmony export */   C5: () => (/* binding */ domains),
/* harmony export */   No: () => (/* binding */ judgeSchedule),
/* harmony export */   Qi: () => (/* binding */ doubtText),
/* harmony export */   iw: () => (/* binding */ defaultTargets),
/* harmony export */   pd: () => (/* binding */ replicaBehind)
/* harmony export */ });
/* unused harmony export worstLoss */
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const domains = ['node', 'zone', 'region', 'total'];
const minute = 60_000;
const hour = 60 * minute;
const defaultTargets = [
    { domain: 'node', rto: 15 * minute, rpo: 0 },
    { domain: 'zone', rto: hour, rpo: 5 * minute },
    { domain: 'region', rto: 4 * hour, rpo: 15 * minute },
    { domain: 'total', rto: 8 * hour, rpo: hour },
];
const replicaBehind = 'SlipwayReplicaBehind';
const notArchived = { alert: 'SlipwayWalNotArchived', for: '5m' };
function judgeSchedule(schedule, targets = defaultTargets) {
    return targets.map(target => {
        const { domain, rto, rpo } = target;
        const [best] = schedule.mechanisms
            .flatMap((by) => {
            const worst = worstLoss(by, domain, schedule);
            return worst === undefined ? [] : [{ name: nameOf(by), worst }];
        })
            .sort((a, b) => a.worst - b.worst);
        if (best === undefined || best.worst > rpo)
            return { kind: 'uncovered', target, ...gapOf(target, best, schedule) };
        const { name, worst } = best;
        const sentence = `${domain}: covered by ${name}; ${worst === 0 ? 'no writes are' : `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(worst)} of writes are`} lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed); only a drill shows whether it recovers within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rto)}`;
        return { kind: 'covered', target, ...best, sentence };
    });
}
const doubtText = (name, { problem }) => `the repository ${name} is declared locked, but ${problem}`;
function gapOf(target, best, { repositories }) {
    const { domain, rpo } = target;
    const gap = (problem, help) => ({
        problem,
        help,
        sentence: `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, help)}`,
    });
    if (best !== undefined)
        return gap(`the best mechanism is ${best.name}, with which up to ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(best.worst)} of writes may be lost (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed)`, lossHelp(target));
    const doubted = repositories.find(({ survives, doubt }) => survives === 'region' && doubt !== undefined);
    if (domain === 'total' && doubted?.doubt !== undefined)
        return gap(doubtText(doubted.name, doubted.doubt), doubted.doubt.help);
    return gap('no declared mechanism survives it', lossHelp(target));
}
function lossHelp({ domain, rpo }) {
    if (domain === 'total')
        return rpo === 0
            ? 'allow some loss, because no archive rules it out'
            : `archive WAL to a locked or offline repository in another region within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} after it was written, and keep a full backup there`;
    if (rpo === 0)
        return `add a synchronous replica ${elsewhere(domain)}`;
    return `add a replica ${elsewhere(domain)} that never lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}, or archive WAL to a repository there within that time`;
}
function worstLoss(mechanism, domain, schedule) {
    return recoversFrom(mechanism, domain, schedule) ? worstOf(mechanism) : undefined;
}
function recoversFrom(mechanism, domain, schedule) {
    if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica')
        return domain !== 'total' && reaches(mechanism.survives, domain);
    const { repository: name } = mechanism;
    const repository = schedule.repositories.find(each => each.name === name);
    if (repository === undefined)
        throw new RangeError(`no repository ${name} is declared`);
    const { survives, keeping, doubt } = repository;
    if (!reaches(survives, domain === 'total' ? 'region' : domain))
        return false;
    if (domain === 'total' && (doubt !== undefined || keeping === 'plain'))
        return false;
    return (mechanism.kind === 'dump' ||
        schedule.mechanisms.some(each => each.kind === 'backup' && each.type === 'full' && each.repository === name));
}
const reaches = (survives, domain) => domains.indexOf(survives) >= domains.indexOf(domain);
function worstOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return 0;
        case 'asynchronous-replica':
            return mechanism.maxLag;
        case 'wal-archive':
            return mechanism.timeout === 0 ? undefined : mechanism.timeout + mechanism.ships;
        case 'backup':
        case 'dump':
            return mechanism.every + mechanism.takes + mechanism.ships;
    }
}
const bounds = {
    alert: `as long as the alert ${replicaBehind} does not fire`,
    promise: 'as its provider promises: Slipway does not measure its lag',
};
const elsewhere = (what) => `${what === 'node' ? 'on' : 'in'} another ${what}`;
function nameOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return `the synchronous replica ${elsewhere(mechanism.survives)}`;
        case 'asynchronous-replica':
            return `the asynchronous replica ${elsewhere(mechanism.survives)} (${bounds[mechanism.bound]})`;
        case 'wal-archive':
            return `the WAL archive ${mechanism.repository}`;
        case 'backup':
            return `the ${mechanism.type} backup to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
        case 'dump':
            return `the logical dump to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
    }
}


/***/ }),

/***/ 1946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ scenarioIds),
  scenarioOf: () => (/* binding */ scenarioOf),
  q: () => (/* binding */ scenarios)
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-steps.js
const step = (phase, action, instruction) => ({
    phase,
    action,
    instruction,
});
const restoreDatabase = (from, to) => step('restore', 'restore-database', `Restore the database from ${from} to ${to}, and check that recovery ended there.`);
const newest = 'the end of the archived WAL';
const secrets = step('restore', 'restore-secrets', 'Decrypt the Secrets of the backup set with the offline key, and use no others.');
const provision = step('provision', 'provision', 'Create an empty namespace without egress, and prove that production cannot be reached from it.');
const objects = step('start', 'apply-objects', 'Apply the objects of the backup without those that act automatically: suspend CronJobs, and leave out load balancers and webhooks.');
const start = step('start', 'start', 'Start the application on the restored data, and wait until its pods are ready.');
const files = step('restore', 'restore-files', 'Restore files, dumps of databases outside of the cluster, and objects of buckets, and compare them with the manifest.');
const verify = step('verify', 'verify', 'Compare tables, rows and schema version with the manifest of the backup, read a known record through the application, and write a new one.');
const cutover = step('cutover', 'cut-over', 'Switch the traffic, and probe from outside until thirty probes in a row have succeeded.');
const failover = step('detect', 'wait-for-failover', 'Do nothing: the declared mechanism fails over automatically. If it has not done so in time, run the command that `failover` of slipway.yml names.');

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-application.js

const replaced = step('start', 'wait-for-pods', 'Wait: the controller starts new pods. If they do not become ready, read their events.');
const answered = step('verify', 'check-requests', 'Check that requests succeed.');
const ofApplication = {
    'container-kill': {
        title: 'A container of the application is killed',
        question: 'Is it restarted once, and is it ready again?',
        target: 'node',
        breaks: { kind: 'application', what: 'container' },
        steps: [
            step('start', 'wait-for-pods', 'Wait: the kubelet restarts it. If it crashes repeatedly, roll back the release.'),
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 7,
    },
    'pod-loss': {
        title: 'A pod of the application is lost',
        question: 'Do the other pods serve every request until a new one is ready?',
        target: 'node',
        breaks: { kind: 'application', what: 'pod' },
        steps: [replaced, answered],
        without: [],
        required: 'L2',
        where: 'live',
        every: 7,
    },
    'zone-drain': {
        title: 'The pods of the application are evicted from a zone',
        question: 'Do the pods of other zones serve every request?',
        target: 'zone',
        breaks: { kind: 'application', what: 'zone' },
        steps: [replaced, answered],
        without: ['the nodes of that zone'],
        required: 'L2',
        where: 'live',
        every: 30,
    },
    autoscaling: {
        title: 'The load rises',
        question: 'Does the autoscaler add pods under load, and remove them afterwards?',
        target: undefined,
        breaks: { kind: 'nothing' },
        steps: [
            step('detect', 'scale-up', 'Compare the metrics with the target of the autoscaler, and raise its maximum if it is reached.'),
            step('verify', 'scale-down', 'When the load falls, check that the autoscaler removes pods.'),
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 30,
    },
    'bad-release': {
        title: 'A bad version of the application is released',
        question: 'Is it caught and rolled back without a failed request?',
        target: 'node',
        breaks: { kind: 'application', what: 'release' },
        steps: [
            step('detect', 'wait-for-rollback', 'Wait: the run rolls the release back. If the run has ended and the bad version is live, roll it back yourself.'),
            answered,
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 30,
    },
};

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario.js


const catalog = {
    restore: {
        title: 'A backup is restored',
        question: 'Does the newest backup restore everything that its manifest lists?',
        target: 'region',
        breaks: { kind: 'nothing' },
        steps: [provision, files, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: [],
        required: 'L4',
        where: 'scratch',
        every: 1,
    },
    pod: {
        title: 'The pod of the primary database is lost',
        question: 'Does another pod take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'pod' },
        steps: [failover, verify],
        without: ['backups'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    node: {
        title: 'The node of the primary database is lost',
        question: 'Does another node take over automatically, without loss of acknowledged writes?',
        target: 'node',
        breaks: { kind: 'command', what: 'node' },
        steps: [failover, verify],
        without: ['backups', 'the disk of that node'],
        required: 'L4',
        where: 'live',
        every: 1,
    },
    zone: {
        title: 'A zone is lost, with its disks',
        question: 'Do the other zones keep working, and does the lost zone recover?',
        target: 'zone',
        breaks: { kind: 'command', what: 'zone' },
        steps: [failover, verify],
        without: ['nodes, disks and repositories of that zone'],
        required: 'L5',
        where: 'live',
        every: 7,
    },
    region: {
        title: 'The region is lost',
        question: 'Can everything be restored elsewhere, from backups in another region?',
        target: 'region',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            secrets,
            files,
            restoreDatabase('a repository of another region', newest),
            objects,
            start,
            verify,
            cutover,
        ],
        without: ['the primary database and its standbys', 'repositories of the region'],
        required: 'L5',
        where: 'scratch',
        every: 30,
    },
    total: {
        title: 'Everything is lost except the archive and the offline key',
        question: 'Can everything be restored from the locked archive alone?',
        target: 'total',
        breaks: { kind: 'out-of-reach' },
        steps: [
            provision,
            step('restore', 'restore-secrets', 'Decrypt the Secrets of the archive with the offline key, and use no others.'),
            step('restore', 'load-images', 'Load the images from the archive, by digest.'),
            files,
            restoreDatabase('the locked repository', newest),
            objects,
            start,
            verify,
        ],
        without: [
            'registries',
            'source code repositories',
            'DNS',
            'every repository that is not locked or offline',
        ],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    corruption: {
        title: 'Rows were deleted by mistake',
        question: 'Is everything from just before the mistake restored, and nothing from after it?',
        target: 'region',
        breaks: { kind: 'rows' },
        steps: [
            provision,
            restoreDatabase('the nearest repository, from a backup that ended before the mistake,', 'the moment before the mistake'),
            verify,
        ],
        without: ['standbys, which contain the mistake, too'],
        required: 'L3',
        where: 'scratch',
        every: 30,
    },
    rot: {
        title: 'A backup is silently corrupted',
        question: 'Is a damaged repository detected before it is needed?',
        target: undefined,
        breaks: { kind: 'repository-copy' },
        steps: [
            step('detect', 'notice', 'Verify the repository and its chain of WAL. If either fails, make a full backup at once, and keep the damaged repository for analysis.'),
        ],
        without: [],
        required: 'L1',
        where: 'scratch',
        every: 30,
    },
    secrets: {
        title: 'The Secrets are lost',
        question: 'Can encrypted values in the restored data be decrypted with the keys that are kept separately?',
        target: 'region',
        breaks: { kind: 'secrets' },
        steps: [provision, secrets, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: ['the Secrets of the cluster'],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    'off-site-down': {
        title: 'The off-site repository is unreachable',
        question: 'Is it detected in time, does the on-site repository keep working, and is no WAL lost until the off-site one is back?',
        target: undefined,
        breaks: { kind: 'off-site-repository' },
        steps: [
            step('detect', 'notice', 'Find out why it is unreachable. The database keeps WAL that is not archived: watch its disk, and never remove WAL by hand.'),
            step('replay', 'catch-up', 'When it is back, check that it contains every segment since the failure.'),
        ],
        without: [],
        required: 'L1',
        where: 'live',
        every: 30,
    },
    ...ofApplication,
};
const scenarioIds = Object.keys(catalog);
function scenarioOf(id) {
    return { id, ...catalog[id] };
}
const scenarios = scenarioIds.map(scenarioOf);


/***/ }),

/***/ 93119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hB: () => (/* binding */ roundTicks),
/* harmony export */   pv: () => (/* binding */ niceTop)
/* harmony export */ });
/* unused harmony export roundStep */
function roundStep(length, most) {
    if (!(length > 0) || !Number.isFinite(length))
        return 1;
    const rough = length / most;
    const power = 10 ** Math.floor(Math.log10(rough));
    const factor = [1, 2, 5, 10].find(each => each * power >= rough * (1 - 1e-9)) ?? 10;
    return factor * power;
}
function roundTicks(from, to, most = 6) {
    const step = roundStep(to - from, most);
    const first = Math.ceil(from / step - 1e-9);
    const last = Math.floor(to / step + 1e-9);
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => Number(((first + index) * step).toFixed(digits)));
}
function niceTop(value) {
    if (!(value > 0) || !Number.isFinite(value))
        return 1;
    const step = roundStep(value, 5);
    return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}


/***/ }),

/***/ 48097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ htmlDocument)
});

// EXTERNAL MODULE: ./.build/js/src/report/html.js
var html = __webpack_require__(57555);
;// CONCATENATED MODULE: ./.build/js/src/report/style.js
const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2128; --soft: #59636e; --faint: #e6e9ed; --panel: #f6f8fa; --band: #f3f5f8;
  --candidate: #c2410c; --baseline: #1d6fd8; --harm: #c81e3a; --good: #1a7f37; --quiet: #6b7280; --rollback: #fdeaec;
  --good-ground: #e7f6ec; --open-ground: #fff6df; --bad-ground: #fdeaec; --open: #8a6100;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1319; --ink: #e3e8ee; --soft: #9aa5b1; --faint: #2a313b; --panel: #171c24; --band: #171c24;
    --candidate: #ff9457; --baseline: #6cabff; --harm: #ff7086; --good: #4ac26b; --quiet: #8b949e; --rollback: #3a1c22;
    --good-ground: #12301c; --open-ground: #332809; --bad-ground: #3a1820; --open: #e3b341;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 24px 64px; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 27px; line-height: 1.25; letter-spacing: -0.01em; margin: 4px 0 18px; font-weight: 650; text-wrap: balance; }
h1::first-letter { text-transform: uppercase; }
h2 { font-size: 17px; margin: 36px 0 2px; font-weight: 650; }
h2 + p { margin: 0 0 10px; color: var(--soft); font-size: 13.5px; max-width: 110ch; }
a { color: var(--baseline); }
.verdict { border-left: 5px solid; border-radius: 6px; padding: 12px 16px; display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; }
.verdict dt { font-weight: 650; } .verdict dd { margin: 0; overflow-wrap: anywhere; }
.verdict.good { background: var(--good-ground); border-color: var(--good); }
.verdict.open { background: var(--open-ground); border-color: var(--open); }
.verdict.bad { background: var(--bad-ground); border-color: var(--harm); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 10px; margin: 16px 0 0; padding: 0; }
.tiles div { background: var(--panel); border-radius: 6px; padding: 10px 14px; }
.tiles dt { color: var(--soft); font-size: 12.5px; } .tiles dd { margin: 0; font-size: 21px; font-weight: 600; font-variant-numeric: tabular-nums; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 2px 52px; padding: 0; list-style: none; font-size: 13px; color: var(--soft); }
.legend li::before { content: ""; display: inline-block; width: 16px; height: 0; border-top: 3px solid var(--tone); vertical-align: middle; margin-right: 6px; border-radius: 2px; }
.legend .faint::before { opacity: 0.4; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
svg .y { text-anchor: end; dominant-baseline: middle; } svg .x { text-anchor: middle; }
svg .unit { text-anchor: start; font-size: 11px; } svg text.unit:not(.end) { text-anchor: end; } svg .unit.end { text-anchor: end; }
svg .grid { stroke: var(--faint); fill: none; } svg .zero { stroke: var(--quiet); } svg .tick { stroke: var(--quiet); }
.band rect { fill: transparent; } .band.odd rect { fill: var(--band); } .band.rollback rect { fill: var(--rollback); }
.band text { text-anchor: middle; font-size: 11px; }
.candidate { --tone: var(--candidate); } .baseline { --tone: var(--baseline); } .harm { --tone: var(--harm); }
.good { --tone: var(--good); } .quiet { --tone: var(--quiet); }
.line { fill: none; stroke: var(--tone); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.line.thin { stroke-width: 1; opacity: 0.45; }
.line.steps { stroke-width: 1.6; stroke-linejoin: miter; }
.dots circle { fill: var(--tone); opacity: 0.4; }
.spots circle { fill: transparent; } .spots circle:hover { fill: var(--tone); }
.limit path { stroke: var(--tone); stroke-width: 1.3; stroke-dasharray: 5 4; fill: none; }
.limit text { fill: var(--tone); font-size: 11.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.interval path { stroke: var(--tone); stroke-width: 2.5; fill: none; stroke-linecap: round; } .interval circle { fill: var(--tone); stroke: var(--paper); stroke-width: 1.5; }
.interval text { text-anchor: end; dominant-baseline: middle; font-size: 13px; fill: var(--ink); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; margin-top: 6px; }
th, td { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-bottom: 1px solid var(--faint); font-variant-numeric: tabular-nums; }
caption { text-align: left; } details caption { color: var(--soft); }
thead th { color: var(--soft); font-weight: 550; vertical-align: bottom; }
tbody th { font-weight: inherit; }
td { overflow-wrap: break-word; min-width: 5ch; } td.number, th.number { text-align: right; padding-right: 22px; } td.number, tbody th { white-space: nowrap; }
.about td { overflow-wrap: anywhere; }
.about th { color: var(--soft); width: 1%; overflow-wrap: normal; }
.status::before { content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 50%; background: var(--tone); margin-right: 7px; }
details { margin-top: 28px; } summary { cursor: pointer; font-weight: 600; }
code { font: 12.5px ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; background: var(--panel); padding: 1px 5px; border-radius: 4px; }
footer { margin-top: 40px; color: var(--soft); font-size: 13px; }
@media (max-width: 600px) { main { padding: 18px 14px 40px; } .verdict { grid-template-columns: 1fr; } h1 { font-size: 22px; } }
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; } section, tr, .tiles { break-inside: avoid; } h2 { break-after: avoid; }
  .verdict, .tiles div, .band rect, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  table { font-size: 11px; } th, td { padding-right: 8px; } .scroll { overflow: visible; }
  details:not([open]) { display: none; }
}
@page { margin: 16mm; }
`;

;// CONCATENATED MODULE: ./.build/js/src/report/document.js


function htmlDocument(title, body, css = '') {
    return (0,html/* html */.qy) `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new html/* Html */.Ed(style + css)}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`.text;
}


/***/ }),

/***/ 57555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* unused harmony export escaped */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
    toString() {
        return this.text;
    }
}
function html(strings, ...parts) {
    return new Html(strings.map((text, index) => text + written(parts[index])).join(''));
}
function written(part) {
    if (part === undefined)
        return '';
    if (part instanceof Html)
        return part.text;
    if (Array.isArray(part))
        return part.map(written).join('');
    return escaped(String(part));
}
function escaped(text) {
    return text
        .toWellFormed()
        .replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}


/***/ }),

/***/ 82648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitorPage: () => (/* binding */ monitorPage)
/* harmony export */ });
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32588);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25113);
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93119);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48097);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57555);
/* harmony import */ var _monitor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11382);
/* harmony import */ var _page_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66228);
/* harmony import */ var _plot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58409);








function monitorPage(report) {
    const { app, environment, at, reasons, notes, readings, acceptance } = report;
    const { what, mood, next } = (0,_monitor_js__WEBPACK_IMPORTED_MODULE_1__/* .headlineOf */ .gD)(report);
    const why = reasons.map(({ sentence }) => sentence).join('; ') ||
        'no error budget burns fast enough to page a person, no signal that affects users got worse, and no critical or warning alert is firing';
    const body = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<header>
<p>${app} → ${environment} · ${(0,_monitor_js__WEBPACK_IMPORTED_MODULE_1__/* .minute */ .Vc)(at)} UTC</p>
<h1>${what}</h1>
<dl class="verdict ${mood}"><dt>Why</dt><dd>${why}.</dd>${next === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<dt>Next</dt><dd>${next}.</dd>`}</dl>
</header>
${[...(0,_monitor_js__WEBPACK_IMPORTED_MODULE_1__/* .tablesOf */ .tI)(report), ...(acceptance === undefined ? [] : [(0,_acceptance_js__WEBPACK_IMPORTED_MODULE_5__/* .checksTable */ .Et)(acceptance.results)])].map(_page_table_js__WEBPACK_IMPORTED_MODULE_2__/* .tableSection */ .Yc)}
${(readings?.comparisons ?? []).filter(_monitor_js__WEBPACK_IMPORTED_MODULE_1__/* .hasData */ .vI).map(each => signalSection(each))}
${notes.length === 0 ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section><h2>Also seen</h2><p>${notes.join('; ')}.</p></section>`}
<footer>A change is reported if the median moved by at least 25 %, and beyond the 90th (or 10th) percentile from before. Times are UTC.</footer>`;
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .htmlDocument */ .r)(`${app} in ${environment}: ${what}`, body);
}
const units = {
    share: { unit: '%', factor: 100 },
    seconds: { unit: 'ms', factor: 1000 },
    bytes: { unit: 'MiB', factor: 1 / 2 ** 20 },
    'bytes per second': { unit: 'KiB/s', factor: 1 / 2 ** 10 },
    'requests per second': { unit: '1/s', factor: 1 },
    cores: { unit: 'millicores', factor: 1000 },
    count: { unit: '', factor: 1 },
};
function signalSection({ signal, samples: { before, after }, before: was, after: is, }) {
    const { unit, factor } = units[signal.unit];
    const pointsOf = (samples, start) => {
        const [first] = samples;
        return samples.map(([at, value]) => ({
            minute: start + (at - (first?.[0] ?? at)) / 60_000,
            value: value * factor,
        }));
    };
    const earlier = pointsOf(before, 0);
    const gap = (earlier.at(-1)?.minute ?? 0) + (earlier.length > 0 ? 1 : 0);
    const later = pointsOf(after, gap);
    const top = Math.max(0, ...[...earlier, ...later].map(({ value }) => value ?? 0));
    const line = (name, points, tone) => ({
        name,
        tone,
        points,
        shape: 'line',
        text: (value) => (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(value / factor, signal.unit),
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section><h2>${signal.title}</h2><p>${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(was, signal.unit)} before, ${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(is, signal.unit)} after</p>
<ul class="legend"><li class="baseline">before</li><li class="candidate">after</li></ul>
${(0,_plot_js__WEBPACK_IMPORTED_MODULE_3__/* .plotSvg */ .S)({
        description: `${signal.title} before and after the release`,
        from: 0,
        to: Math.max(1, later.at(-1)?.minute ?? gap),
        y: { from: 0, to: (0,_axis_js__WEBPACK_IMPORTED_MODULE_7__/* .niceTop */ .pv)(top), unit },
        bands: [],
        lines: [line('before', earlier, 'baseline'), line('after', later, 'candidate')],
        limits: [],
    })}</section>`;
}


/***/ }),

/***/ 11382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   gD: () => (/* binding */ headlineOf),
/* harmony export */   monitorSummary: () => (/* binding */ monitorSummary),
/* harmony export */   tI: () => (/* binding */ tablesOf),
/* harmony export */   vI: () => (/* binding */ hasData)
/* harmony export */ });
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32588);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25113);
/* harmony import */ var _summary_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8731);






function monitorSummary(report) {
    const { app, environment, notes, reasons } = report;
    const { mark, what, next } = headlineOf(report);
    return (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraphs */ .qN)([
        `### ${mark} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(environment)}: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(what)}`,
        (0,_summary_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .bullets */ .e5)(reasons.map(({ sentence }) => sentence)),
        next === undefined ? '' : `**Next:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(next)}`,
        ...tablesOf(report).map(({ head, rows }) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(head, rows)),
        ...(0,_acceptance_js__WEBPACK_IMPORTED_MODULE_5__/* .acceptanceParts */ .sv)(app, report.acceptance?.results ?? []),
        notes.length === 0 ? '' : `Also seen, without harm to users: ${notes.map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn).join('; ')}.`,
    ]);
}
function headlineOf({ verdict, isRolledBack, release, reasons, refusal }) {
    const which = release === undefined ? 'no release' : `release ${release}`;
    if (verdict === 'superseded' && isRolledBack === true)
        return { mark: '❌', mood: 'bad', what: 'the watched release was rolled back', next: undefined };
    if (verdict === 'superseded')
        return { mark: '✅', mood: 'open', what: 'another release replaces the watched one', next: undefined };
    if (verdict === 'healthy')
        return { mark: '✅', mood: 'good', what: `${which} is healthy`, next: undefined };
    if (verdict === 'unknown') {
        const next = 'correct what is named above; until then `monitor` cannot detect a harmful release';
        return { mark: '⚠️', mood: 'open', what: `it is unknown whether ${which} is healthy`, next };
    }
    const byRelease = reasons.some(({ sinceRelease }) => sinceRelease);
    const next = !byRelease
        ? 'nothing shows that the release is the cause, so it is not rolled back; check what the application depends on'
        : refusal === undefined
            ? 'it was rolled back; see below'
            : `if the release is the cause, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('rollback')}; it is not rolled back automatically: ${refusal}`;
    return { mark: '❌', mood: 'bad', what: `${which} is degraded`, next };
}
function tablesOf({ readings }) {
    if (readings === undefined)
        return [];
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const share = (value) => (value === undefined ? '–' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(value));
    const all = [
        {
            title: 'Objectives',
            head: ['objective', 'missed before', 'missed after', 'allowed', 'error budget remaining'],
            rows: objectives.map(({ objective, allowed, before, after, budget }) => [
                ...[objective, share(before), share(after), (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(allowed), share(budget)],
            ]),
        },
        {
            title: 'Before and after the release',
            head: ['signal', 'before', 'after', 'change'],
            rows: comparisons
                .filter(hasData)
                .map(({ signal, before, after, change }) => [
                ...[signal.title, (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(before, signal.unit), (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(after, signal.unit)],
                change === 'no-data' ? 'not compared' : change,
            ]),
        },
        {
            title: 'Scrape targets',
            head: ['source', 'up', 'down'],
            rows: targets.map(({ name, up, down }) => [name, String(up), down.join(', ')]),
        },
        {
            title: 'Standbys',
            head: ['at most behind', 'promised', 'counted'],
            rows: standbys.map(({ lag, promised, within }) => [
                ...[(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(lag), String(promised), String(within ?? '–')],
            ]),
        },
        {
            title: 'Firing alerts',
            head: ['alert', 'severity', 'since (UTC)'],
            rows: alerts.map(({ name, severity, since }) => [
                name,
                severity,
                since === undefined ? '–' : minute(since),
            ]),
        },
    ];
    return all.filter(({ rows }) => rows.length > 0);
}
const minute = (at) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
const hasData = ({ before, after }) => before !== undefined || after !== undefined;


/***/ }),

/***/ 66228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yc: () => (/* binding */ tableSection),
/* harmony export */   eq: () => (/* binding */ linkHtml),
/* harmony export */   fo: () => (/* binding */ tilesHtml),
/* harmony export */   qj: () => (/* binding */ tableHtml)
/* harmony export */ });
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57555);

function tableHtml(caption, { head, rows }) {
    const numeric = head.map((_, column) => rows.every(row => /^[\d,.]*$/.test(row[column] ?? '')));
    const cell = (column, what, scope) => {
        const [tag, scoped] = scope === undefined ? ['td', ''] : ['th', ` scope="${scope}"`];
        const open = new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`<${tag}${scoped}${numeric[column] === true ? ' class="number"' : ''}>`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${open}${what}${new _html_js__WEBPACK_IMPORTED_MODULE_0__/* .Html */ .Ed(`</${tag}>`)}`;
    };
    const line = (row) => row.map((text, column) => cell(column, statusHtml(text), column === 0 ? 'row' : undefined));
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head.map((text, column) => cell(column, (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}`, 'col'))}</tr></thead><tbody>${rows.map(row => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<tr>${line(row)}</tr>
`)}</tbody></table></div>`;
}
const statusTones = {
    worse: 'harm',
    suspect: 'candidate',
    passed: 'good',
    undecided: 'quiet',
    missing: 'quiet',
};
function statusHtml(text) {
    const tone = Object.hasOwn(statusTones, text) ? statusTones[text] : undefined;
    return tone === undefined ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<span class="status ${tone}">${text}</span>`;
}
const tableSection = ({ title, head, rows }) => rows.length === 0
    ? undefined
    : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<section>${tableHtml((0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<h2>${title}</h2>`, { head, rows })}</section>`;
const tilesHtml = (figures) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<dl class="tiles">${figures.map(([name, value]) => value === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
const linkHtml = (text, url) => url !== undefined && /^https?:\/\//.test(url) ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<a href="${url}">${text}</a>` : (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `${text}`;


/***/ }),

/***/ 58409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ plotSvg),
/* harmony export */   px: () => (/* binding */ px)
/* harmony export */ });
/* unused harmony export pathOf */
/* harmony import */ var _axis_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93119);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57555);


const width = 960;
const height = 250;
const frame = { left: 52, right: 14, top: 26, bottom: 34 };
const inner = {
    width: width - frame.left - frame.right,
    height: height - frame.top - frame.bottom,
    bottom: height - frame.bottom,
};
function plotSvg(plot) {
    const scale = scaleOf(plot);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${plot.description}">
${plot.bands.map((band, index) => bandSvg(band, index, scale))}
${grid(plot, scale)}
${plot.limits.map(limit => limitSvg(limit, scale))}
${plot.lines.map(line => (line.shape === 'dots' ? dotsSvg(line, plot, scale) : lineSvg(line, scale)))}
${plot.lines.map(line => (line.shape === 'thin' || line.shape === 'dots' ? undefined : hoverSvg(line, scale)))}
</svg>`;
}
function scaleOf({ from, to, y }) {
    const part = (value, low, high) => high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
    return {
        x: minute => frame.left + part(minute, from, to) * inner.width,
        y: value => inner.bottom - part(value, y.from, y.to) * inner.height,
    };
}
function bandSvg({ from, to, label, phase }, index, { x }) {
    const left = x(from);
    const wide = x(to) - left;
    const fits = label.length * 6.4 + 8 <= wide;
    const kind = phase === 'rolling-back' ? 'rollback' : index % 2 === 0 ? 'even' : 'odd';
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="band ${kind}"><title>${label}: minute ${from.toFixed(1)} to ${to.toFixed(1)}</title><rect x="${px(left)}" y="${frame.top}" width="${px(wide)}" height="${inner.height}"/>${fits ? (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<text x="${px(left + wide / 2)}" y="${frame.top - 8}">${label}</text>` : undefined}</g>
`;
}
function grid({ from, to, y }, scale) {
    const rows = (0,_axis_js__WEBPACK_IMPORTED_MODULE_1__/* .roundTicks */ .hB)(y.from, y.to, 5).map(value => {
        const at = px(scale.y(value));
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<path class="grid${value === 0 ? ' zero' : ''}" d="M${frame.left} ${at}H${width - frame.right}"/><text class="y" x="${frame.left - 8}" y="${at}">${value}</text>
`;
    });
    const columns = (0,_axis_js__WEBPACK_IMPORTED_MODULE_1__/* .roundTicks */ .hB)(from, to, 10).map(value => {
        const at = px(scale.x(value));
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<path class="tick" d="M${at} ${inner.bottom}v5"/><text class="x" x="${at}" y="${inner.bottom + 18}">${value}</text>
`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="axes">${rows}${columns}<text class="unit" x="${frame.left - 8}" y="${frame.top - 10}">${y.unit}</text><text class="unit end" x="${width - frame.right}" y="${height - 2}">minutes</text></g>`;
}
function limitSvg({ value, label, tone }, scale) {
    const at = scale.y(value);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="limit ${tone}"><path d="M${frame.left} ${px(at)}H${width - frame.right}"/><text x="${frame.left + 6}" y="${px(at - 5)}">${label}</text></g>
`;
}
function lineSvg({ tone, shape, points }, scale) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<path class="line ${shape} ${tone}" d="${pathOf(points, shape === 'steps', scale)}"/>
`;
}
function dotsSvg({ tone, points }, { y }, scale) {
    const dots = points.flatMap(({ minute, value }) => value === undefined || value > y.to || value < y.from
        ? []
        : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<circle cx="${px(scale.x(minute))}" cy="${px(scale.y(value))}" r="1.9"/>`]);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="dots ${tone}">${dots}</g>
`;
}
function pathOf(points, steps, { x, y }) {
    let path = '';
    let open = false;
    points.forEach(({ minute, value }, index) => {
        if (value === undefined) {
            open = false;
            return;
        }
        const [left, top] = [px(x(minute)), px(y(value))];
        const alone = !open && points[index + 1]?.value === undefined;
        if (!open)
            path += `M${left} ${top}${alone ? 'h1' : ''}`;
        else
            path += steps ? `H${left}V${top}` : `L${left} ${top}`;
        open = true;
    });
    return path;
}
function hoverSvg({ name, tone, points, text }, { x, y }) {
    const spots = points.flatMap(({ minute, value }) => value === undefined
        ? []
        : [
            (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<circle cx="${px(x(minute))}" cy="${px(y(value))}" r="5"><title>${name}: ${text(value)}, minute ${minute.toFixed(1)}</title></circle>`,
        ]);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<g class="spots ${tone}">${spots}</g>
`;
}
const px = (value) => String(Math.round(value * 10) / 10);


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

/***/ 35831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}


/***/ })

};
