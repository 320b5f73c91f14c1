export const id = 7876;
export const ids = [7876];
export const modules = {

/***/ 95495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeDeclared: () => (/* binding */ judgeDeclared),
/* harmony export */   t: () => (/* binding */ lockDoubtOf),
/* harmony export */   targetsOf: () => (/* binding */ targetsOf)
/* harmony export */ });
/* harmony import */ var _feasibility_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95344);

const assumedBackup = 60 * 60 * 1000;
function lockDoubtOf(name, { locked }, locks) {
    if (locked === undefined)
        return undefined;
    if (locks.has(name))
        return locks.get(name);
    return { problem: 'its store was not checked', help: 'give it a `store`, and this step its credentials' };
}
function judgeDeclared(recovery, locks) {
    const targets = targetsOf(recovery);
    return [...Object.keys(recovery.databases), ...Object.keys(recovery.managed)].map(database => ({
        database,
        rows: (0,_feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeSchedule */ .No)(scheduleOf(recovery, database, locks), targets),
    }));
}
function targetsOf({ targets }) {
    return _feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultTargets */ .iw.map(usual => ({ ...usual, ...targets[usual.domain] }));
}
function scheduleOf(recovery, name, locks) {
    const database = recovery.databases[name];
    const managed = recovery.managed[name];
    if (managed !== undefined)
        return managedSchedule(recovery, managed, locks);
    if (database === undefined)
        throw new RangeError(`no database ${name} is declared`);
    const kept = database.to.flatMap((repository) => {
        const backup = (type) => ({ kind: 'backup', type, repository, every: database[type], takes: assumedBackup, ships: 0 });
        const timeout = database['archive-timeout'];
        const archive = timeout === undefined
            ? []
            : [{ kind: 'wal-archive', repository, timeout, ships: database['archive-lag'] }];
        return [...archive, backup('incremental'), backup('full')];
    });
    return {
        repositories: repositoriesOf(recovery, locks),
        mechanisms: [...replicasOf(database, 'alert'), ...kept],
    };
}
function managedSchedule(recovery, managed, locks) {
    const dumps = managed.to.map((repository) => ({
        kind: 'dump',
        repository,
        every: managed.every,
        takes: assumedBackup,
        ships: 0,
    }));
    return {
        repositories: repositoriesOf(recovery, locks),
        mechanisms: [...replicasOf(managed, 'promise'), ...dumps],
    };
}
const replicasOf = ({ replicas }, bound) => replicas.map(({ survives, mode, 'max-lag': maxLag }) => mode === 'synchronous'
    ? { kind: 'synchronous-replica', survives }
    : { kind: 'asynchronous-replica', survives, bound, ...(maxLag === undefined ? {} : { maxLag }) });
function repositoriesOf({ repositories }, locks) {
    return Object.entries(repositories).map(([name, repository]) => {
        const { survives, locked, offline } = repository;
        const doubt = offline ? undefined : lockDoubtOf(name, repository, locks);
        const isLocked = locked !== undefined && doubt === undefined;
        return { name, survives, keeping: offline ? 'offline' : isLocked ? 'locked' : 'plain', doubt };
    });
}


/***/ }),

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


/***/ })

};
