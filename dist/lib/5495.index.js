export const id = 5495;
export const ids = [5495,7876];
export const modules = {

/***/ 35495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeCoverage: () => (/* binding */ judgeCoverage)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _declared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95495);
/* harmony import */ var _feasibility_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95344);



function judgeCoverage(recovery, manifests, locks) {
    const known = { ...recovery, locks };
    const { volumes, buckets, repositories } = recovery;
    const stores = Object.keys(repositories).filter(name => repositories[name]?.store !== undefined);
    return [
        ...Object.entries(volumes).map(([pvc, { to, database, 'not-needed': why }]) => {
            const what = `volume ${pvc}`;
            if (to !== undefined)
                return byFiles(what, to, known);
            return database !== undefined
                ? { what, by: `the backups of the database ${database}` }
                : { what, by: `not needed: ${why}` };
        }),
        ...undeclared(recovery, manifests).map((pvc) => ({
            what: `volume ${pvc}`,
            by: '',
            gap: {
                problem: 'nothing covers it',
                help: `add it to \`volumes\`: \`${pvc}: {to: […]}\`, or \`not-needed\` with the reason`,
            },
        })),
        ...Object.entries(buckets).map(([name, { to }]) => byFiles(`bucket ${name}`, to, known)),
        ...Object.keys(recovery.redis).map(name => inSets(`redis ${name}`, 'encrypted', stores, known)),
        ...(recovery.objects.export ? [inSets('objects of the cluster', 'exported', stores, known)] : []),
        secretsRow(stores, known),
        imagesRow(recovery),
    ];
}
function byFiles(what, to, recovery) {
    return judged(what, `restic to ${to.join(', ')}`, to, recovery);
}
function inSets(what, how, stores, recovery) {
    if (stores.length > 0)
        return judged(what, `${how} to ${stores.join(', ')}`, stores, recovery);
    const help = 'give a repository a `store`';
    return { what, by: '', gap: { problem: 'no repository keeps backup sets', help } };
}
function secretsRow(stores, recovery) {
    const what = 'secrets';
    if (recovery.recipients.length > 0)
        return inSets(what, 'encrypted', stores, recovery);
    return {
        what,
        by: '',
        gap: {
            problem: 'no backup contains them or the passphrases of repositories',
            help: 'create a key with `age-keygen`, keep it offline, and name its public key in `recipients`',
        },
    };
}
function imagesRow({ images: { to } }) {
    return to.length > 0
        ? { what: 'images', by: `copied to ${to.join(', ')}` }
        : { what: 'images', by: 'only their digests, which need their registry' };
}
function judged(what, by, to, { repositories, locks }) {
    const kept = to.flatMap((name) => {
        const repository = repositories[name];
        return repository === undefined
            ? []
            : [{ ...repository, name, doubt: (0,_declared_js__WEBPACK_IMPORTED_MODULE_0__.lockDoubtOf)(name, repository, locks) }];
    });
    const survives = survivedBy(kept);
    if (survives === 'total')
        return { what, by, survives };
    const doubted = kept.find(({ survives, doubt }) => survives === 'region' && doubt !== undefined);
    return {
        what,
        by,
        survives,
        gap: doubted?.doubt === undefined
            ? {
                problem: 'none of these repositories survives the loss of everything',
                help: 'also back it up to a repository in another region that is locked or offline',
            }
            : {
                problem: (0,_feasibility_js__WEBPACK_IMPORTED_MODULE_1__/* .doubtText */ .Qi)(doubted.name, doubted.doubt),
                help: doubted.doubt.help,
            },
    };
}
function survivedBy(repositories) {
    const each = repositories.map(({ survives, locked, offline, doubt }) => {
        const isLocked = locked !== undefined && doubt === undefined;
        return survives === 'region' && (isLocked || offline) ? 'total' : survives;
    });
    return _feasibility_js__WEBPACK_IMPORTED_MODULE_1__/* .domains */ .C5.findLast(domain => each.includes(domain)) ?? 'node';
}
function undeclared({ volumes, databases }, manifests) {
    const ofDatabases = new Set(Object.values(databases).map(({ workload: { kind, name } }) => `${kind}/${name}`));
    const pvcs = manifests
        .filter(({ kind, metadata }) => !ofDatabases.has(`${kind}/${metadata?.name}`))
        .flatMap(object => {
        const { kind, metadata, spec } = object;
        if (kind === 'PersistentVolumeClaim')
            return [metadata?.name ?? ''];
        if (kind !== 'StatefulSet' || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(spec))
            return [];
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(spec.volumeClaimTemplates).map(each => `${(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(each.metadata) ? each.metadata.name : ''}-${metadata?.name}`);
    });
    const mounted = pvcsOfDeployments(manifests, ofDatabases);
    return [...new Set(pvcs)].filter(pvc => !Object.hasOwn(volumes, pvc) && !mounted.has(pvc)).sort();
}
function pvcsOfDeployments(manifests, databases) {
    const found = new Set();
    for (const { kind, metadata, spec } of manifests) {
        if (!databases.has(`${kind}/${metadata?.name}`) || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(spec) || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(spec.template))
            continue;
        const { spec: pod } = spec.template;
        for (const { persistentVolumeClaim: pvc } of (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(pod) ? pod.volumes : []))
            if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(pvc))
                found.add(String(pvc.claimName));
    }
    return found;
}


/***/ }),

/***/ 95495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeDeclared: () => (/* binding */ judgeDeclared),
/* harmony export */   lockDoubtOf: () => (/* binding */ lockDoubtOf),
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
function judgeDeclared(recovery, locks, measured = {}) {
    const targets = targetsOf(recovery);
    return [...Object.keys(recovery.databases), ...Object.keys(recovery.managed)].map(database => ({
        database,
        rows: (0,_feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeSchedule */ .No)(scheduleOf(recovery, database, locks, measured), targets),
    }));
}
function targetsOf({ targets }) {
    return _feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .domains */ .C5.flatMap(domain => {
        const declared = targets[domain];
        const usual = _feasibility_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultTargets */ .iw.find(each => each.domain === domain);
        return declared !== undefined ? [{ domain, ...declared }] : usual !== undefined ? [usual] : [];
    });
}
function scheduleOf(recovery, name, locks, measured = {}) {
    const database = recovery.databases[name];
    const managed = recovery.managed[name];
    if (managed !== undefined)
        return managedSchedule(recovery, managed, locks);
    if (database === undefined)
        throw new RangeError(`no database ${name} is declared`);
    const took = measured.backups?.[name] ?? {};
    const kept = database.to.flatMap((repository) => {
        const backup = (type) => {
            const takes = took[type] ?? assumedBackup;
            return { kind: 'backup', type, repository, every: database[type], takes, ships: 0 };
        };
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
        const judged = schedule.mechanisms.map(each => judge(each, target.domain, schedule));
        const surviving = judged
            .flatMap(each => (each.kind === 'survives' ? [each] : []))
            .sort((a, b) => a.worst - b.worst);
        const meets = surviving.filter(({ worst }) => worst <= target.rpo);
        const fast = meets.filter(({ mechanism }) => (mechanism.recovers ?? 0) <= target.rto);
        const by = fast.find(({ mechanism }) => mechanism.recovers !== undefined) ?? fast[0];
        if (by === undefined)
            return { target, judged, ...uncovered(target, surviving[0], meets[0], doubtIn(target, schedule)) };
        const { mechanism, name, worst } = by;
        const measured = mechanism.recovers !== undefined;
        const time = measured
            ? ''
            : `; no drill has yet measured whether it recovers within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rto)}`;
        const sentence = `${target.domain}: covered by ${name}, which loses at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(worst)} (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rpo)} allowed)${time}`;
        return { kind: 'covered', target, judged, by: mechanism, worst, measured, sentence };
    });
}
const doubtIn = ({ domain }, { repositories }) => domain === 'total'
    ? repositories.flatMap(({ name, survives, doubt }) => doubt === undefined || survives !== 'region' ? [] : [{ name, doubt }])[0]
    : undefined;
const doubtText = (name, { problem }) => `the repository ${name} is declared locked, but ${problem}`;
function uncovered(target, best, exact, doubted) {
    const { domain, rto, rpo } = target;
    if (best === undefined && doubted !== undefined) {
        const { name, doubt } = doubted;
        const problem = doubtText(name, doubt);
        const sentence = `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, doubt.help)}`;
        return { kind: 'uncovered', problem, help: doubt.help, sentence };
    }
    const problem = exact !== undefined
        ? `${exact.name} takes ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(exact.mechanism.recovers ?? 0)} to recover (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rto)} allowed)`
        : best !== undefined
            ? `the best mechanism is ${best.name}, which may lose ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(best.worst)} (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} allowed)`
            : 'no declared mechanism survives it';
    const help = exact === undefined ? lossHelp(target) : timeHelp(target);
    return {
        kind: 'uncovered',
        problem,
        help,
        sentence: `${domain}: not covered, because ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(problem, help)}`,
    };
}
function lossHelp({ domain, rpo }) {
    if (domain === 'total')
        return rpo === 0
            ? 'allow some loss, because no archive rules it out'
            : `archive WAL to a locked or offline repository in another region within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)} after it was written, and keep a full backup there`;
    if (rpo === 0)
        return `add a synchronous replica in another ${domain}`;
    return `add a replica in another ${domain} that never lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}, or archive WAL to a repository there within that time`;
}
function timeHelp({ domain }) {
    return domain === 'total'
        ? 'restore with more processes, or make full backups more often, so that less WAL is replayed'
        : `keep a standby in another ${domain}, which needs no restore`;
}
function judge(mechanism, domain, schedule) {
    const name = nameOf(mechanism);
    const worst = worstOf(mechanism);
    const why = uselessIn(mechanism, domain, schedule) ?? (worst === undefined ? 'its loss is unbounded' : undefined);
    return why === undefined && worst !== undefined
        ? { mechanism, name, kind: 'survives', worst }
        : { mechanism, name, kind: 'useless', why: why ?? '' };
}
function uselessIn(mechanism, domain, schedule) {
    if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica') {
        if (domain === 'total')
            return 'a replica is lost with everything else';
        return reaches(mechanism.survives, domain) ? undefined : `it is in the same ${domain}`;
    }
    const repository = schedule.repositories.find(({ name }) => name === mechanism.repository);
    if (repository === undefined)
        throw new RangeError(`no repository ${mechanism.repository} is declared`);
    const { name, survives, keeping, doubt } = repository;
    const needed = domain === 'total' ? 'region' : domain;
    if (!reaches(survives, needed))
        return `the repository ${name} is in the same ${needed}`;
    if (domain === 'total' && doubt !== undefined)
        return doubtText(name, doubt);
    if (domain === 'total' && keeping === 'plain')
        return `the repository ${name} is neither locked nor offline: an attacker who destroys the rest can delete it`;
    const base = schedule.mechanisms.some(each => each.kind === 'backup' && each.type === 'full' && each.repository === name);
    const standsAlone = mechanism.kind === 'dump' || base;
    return standsAlone
        ? undefined
        : `the repository ${name} gets no full backup, so nothing can be restored from it`;
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
function nameOf(mechanism) {
    switch (mechanism.kind) {
        case 'synchronous-replica':
            return `the synchronous replica in another ${mechanism.survives}`;
        case 'asynchronous-replica':
            return `the asynchronous replica in another ${mechanism.survives} (${bounds[mechanism.bound]})`;
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
