export const id = 2858;
export const ids = [2858,1946];
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
