export const id = 5495;
export const ids = [5495,7876];
export const modules = {

/***/ 61881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ pvcsOf),
/* harmony export */   r: () => (/* binding */ templatesOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

function pvcsOf(objects, pvcs) {
    const found = objects.filter(({ kind }) => kind === 'PersistentVolumeClaim');
    const templates = objects.filter(({ kind }) => kind === 'StatefulSet').flatMap(templatesOf);
    const used = new Set();
    const volumes = found.map(({ metadata: { name, namespace = '' } }) => {
        const template = templates.find(each => name.startsWith(`${each}-`) && /^\d+$/.test(name.slice(each.length + 1)));
        const declared = [name, template].find(each => each !== undefined && Object.hasOwn(pvcs, each));
        if (declared !== undefined)
            used.add(declared);
        return { namespace, pvc: name, covered: pvcs[declared ?? ''] ?? 'not' };
    });
    return { volumes, unmatched: Object.keys(pvcs).filter(name => !used.has(name)) };
}
const templatesOf = ({ metadata, spec }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec) ? spec.volumeClaimTemplates : []).map(each => `${(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(each.metadata) ? each.metadata.name : ''}-${metadata?.name}`);


/***/ }),

/***/ 35495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeCoverage: () => (/* binding */ judgeCoverage)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _cluster_objects_pvcs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61881);
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
        ...undeclared(recovery, manifests).map(pvc => uncovered(`volume ${pvc}`, 'nothing covers it', `add it to \`volumes\`: \`${pvc}: {to: […]}\`, or \`not-needed\` with the reason`)),
        ...Object.entries(buckets).map(([name, { to }]) => byFiles(`bucket ${name}`, to, known)),
        ...Object.keys(recovery.redis).map(name => inSets(`redis ${name}`, 'encrypted', stores, known)),
        ...(recovery.objects.export ? [inSets('objects of the cluster', 'exported', stores, known)] : []),
        secretsRow(stores, known),
        imagesRow(recovery),
    ];
}
const byFiles = (what, to, recovery) => judged(what, `restic to ${to.join(', ')}`, to, recovery);
function inSets(what, how, stores, recovery) {
    if (stores.length > 0)
        return judged(what, `${how} to ${stores.join(', ')}`, stores, recovery);
    return uncovered(what, 'no repository keeps backup sets', 'give a repository a `store`');
}
const uncovered = (what, problem, help) => ({
    what,
    by: '',
    gap: { problem, help },
});
function secretsRow(stores, recovery) {
    if (recovery.recipients.length > 0)
        return inSets('secrets', 'encrypted', stores, recovery);
    return uncovered('secrets', 'no backup contains them or the passphrases of repositories', 'create a key with `age-keygen`, keep it offline, and name its public key in `recipients`');
}
function imagesRow({ images: { to } }) {
    const by = to.length > 0 ? `copied to ${to.join(', ')}` : 'only their digests, which need their registry';
    return { what: 'images', by };
}
function judged(what, by, to, { repositories, locks }) {
    const kept = to.flatMap((name) => {
        const repository = repositories[name];
        return repository === undefined
            ? []
            : [{ ...repository, name, doubt: (0,_declared_js__WEBPACK_IMPORTED_MODULE_0__/* .lockDoubtOf */ .t)(name, repository, locks) }];
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
            : { problem: (0,_feasibility_js__WEBPACK_IMPORTED_MODULE_1__/* .doubtText */ .Qi)(doubted.name, doubted.doubt), help: doubted.doubt.help },
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
    const isDatabase = ({ kind, metadata }) => ofDatabases.has(`${kind}/${metadata?.name}`);
    const pvcs = manifests
        .filter(each => !isDatabase(each))
        .flatMap(each => {
        if (each.kind === 'PersistentVolumeClaim')
            return [each.metadata?.name ?? ''];
        return each.kind === 'StatefulSet' ? (0,_cluster_objects_pvcs_js__WEBPACK_IMPORTED_MODULE_2__/* .templatesOf */ .r)(each) : [];
    });
    const mounted = new Set(manifests.filter(isDatabase).flatMap(pvcsMounted));
    return [...new Set(pvcs)].filter(pvc => !Object.hasOwn(volumes, pvc) && !mounted.has(pvc)).sort();
}
function pvcsMounted({ spec }) {
    const template = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(spec) ? spec.template : undefined;
    const pod = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(template) ? template.spec : undefined;
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .mapsIn */ .nf)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(pod) ? pod.volumes : []).flatMap(({ persistentVolumeClaim: pvc }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .jh)(pvc) ? [String(pvc.claimName)] : []);
}


/***/ }),

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
