export const id = 9594;
export const ids = [9594,2835,6342];
export const modules = {

/***/ 99594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alertRules: () => (/* binding */ alertRules),
/* harmony export */   notArchived: () => (/* binding */ notArchived)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _feasibility_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95344);
/* harmony import */ var _last_success_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22835);
/* harmony import */ var _scenario_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6342);




const late = 1.5;
function alertRules({ app, namespace }, { databases, managed }, within) {
    const every = [
        ...Object.values(databases).map(({ incremental }) => incremental),
        ...Object.values(managed).map(each => each.every),
    ];
    const place = { app, namespace };
    return {
        groups: [
            {
                name: `slipway-recovery-${app}`,
                rules: [
                    ...(every.length === 0
                        ? []
                        : [tooOld(place, 'backup', 'SlipwayBackupTooOld', Math.min(...every), 'backup')]),
                    ..._scenario_js__WEBPACK_IMPORTED_MODULE_3__.scenarioIds.flatMap(id => {
                        const most = within[id];
                        if (most === undefined)
                            return [];
                        return [tooOld(place, `drill-${id}`, 'SlipwayDrillTooOld', most / late, `green drill of ${id}`)];
                    }),
                    ...(Object.keys(databases).length === 0 ? [] : archiveRules(place)),
                    ...replicaRules(place, Object.values(databases)),
                ],
            },
        ],
    };
}
function tooOld({ app, namespace }, what, alert, every, noun) {
    const lease = `kube_lease_renew_time{namespace="${namespace}",lease="${(0,_last_success_js__WEBPACK_IMPORTED_MODULE_2__.leaseName)(app, what)}"}`;
    const seconds = Math.round((late * every) / 1000);
    return {
        alert,
        expr: `time() - max(${lease}) > ${seconds} or absent(${lease})`,
        for: '15m',
        labels: { severity: 'critical' },
        annotations: {
            summary: `${app}: the last ${noun} is too old, or there has never been one`,
            description: `The maximum age is ${Math.round((late * every) / 3_600_000)} h. Check whether its workflow still runs: schedules stop silently.`,
        },
    };
}
const notArchived = { alert: 'SlipwayWalNotArchived', for: '5m' };
function archiveRules({ app, namespace }) {
    return [
        {
            alert: notArchived.alert,
            expr: `increase(pg_stat_archiver_failed_count{namespace="${namespace}"}[15m]) > 0`,
            for: notArchived.for,
            labels: { severity: 'critical' },
            annotations: {
                summary: `${app}: WAL archiving fails`,
                description: 'PostgreSQL keeps WAL that it cannot archive, and loses none until its disk is full. Find out which repository is unreachable; never remove WAL by hand.',
            },
        },
        {
            alert: 'SlipwayWalPilesUp',
            expr: `max by (namespace, pod, instance) (pg_wal_size_bytes{namespace="${namespace}"}) > 3 * max by (namespace, pod, instance) (pg_settings_max_wal_size_bytes{namespace="${namespace}"})`,
            for: '10m',
            labels: { severity: 'warning' },
            annotations: {
                summary: `${app}: WAL piles up on the disk of the database`,
                description: 'Either archiving fails, or a standby or replication slot lags far behind: check pg_stat_archiver and pg_replication_slots.',
            },
        },
    ];
}
function replicaRules({ app, namespace }, databases) {
    const replicas = [...Map.groupBy(databases, ({ workload: { kind, name } }) => `${kind}/${name}`).values()]
        .flatMap(each => each.map(database => database.replicas).reduce((a, b) => (a.length < b.length ? b : a)));
    const lags = replicas.flatMap(({ 'max-lag': lag }) => lag ?? []);
    const streams = `{namespace="${namespace}",state="streaming",application_name!~"pg_basebackup|pg_receivewal"}`;
    const written = 'pg_stat_replication_pg_current_wal_lsn_bytes';
    const replayed = `(${written}${streams} - pg_stat_replication_pg_wal_lsn_diff${streams})`;
    return [...new Set(lags)]
        .sort((a, b) => a - b)
        .map(lag => {
        const within = ({ mode, 'max-lag': own }) => mode === 'synchronous' || (own !== undefined && own <= lag);
        const count = replicas.filter(within).length;
        const before = `max by (instance) (${written}{namespace="${namespace}"} offset ${lag}ms)`;
        const near = `${replayed} >= 0 unless ${replayed} < on (instance) group_left () ${before}`;
        return {
            alert: _feasibility_js__WEBPACK_IMPORTED_MODULE_1__/* .replicaBehind */ .pd,
            expr: `(count(${near}) or vector(0)) < ${count}`,
            for: '1m',
            labels: { severity: 'critical' },
            annotations: {
                summary: `${app}: a standby lags more than ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(lag)}, or is disconnected`,
                description: `slipway.yml promises ${count === 1 ? 'one standby' : `${count} standbys`} within this lag. Until this is resolved, the loss of the primary may cost more data than \`plan\` reports: check pg_stat_replication, the network, and the load of the standby.`,
            },
        };
    });
}


/***/ }),

/***/ 95344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
    ? repositories.flatMap(({ name, apart, doubt }) => doubt === undefined || apart !== 'region' ? [] : [{ name, doubt }])[0]
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
        return reaches(mechanism.apart, domain) ? undefined : `it is in the same ${domain}`;
    }
    const repository = schedule.repositories.find(({ name }) => name === mechanism.repository);
    if (repository === undefined)
        throw new RangeError(`no repository ${mechanism.repository} is declared`);
    const { name, apart, keeping, doubt } = repository;
    const needed = domain === 'total' ? 'region' : domain;
    if (!reaches(apart, needed))
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
const reaches = (apart, domain) => domains.indexOf(apart) >= domains.indexOf(domain);
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
            return `the synchronous replica in another ${mechanism.apart}`;
        case 'asynchronous-replica':
            return `the asynchronous replica in another ${mechanism.apart} (${bounds[mechanism.bound]})`;
        case 'wal-archive':
            return `the WAL archive ${mechanism.repository}`;
        case 'backup':
            return `the ${mechanism.type} backup to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
        case 'dump':
            return `the logical dump to ${mechanism.repository} every ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(mechanism.every)}`;
    }
}


/***/ }),

/***/ 22835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leaseName: () => (/* binding */ leaseName),
/* harmony export */   readLast: () => (/* binding */ readLast),
/* harmony export */   recordLast: () => (/* binding */ recordLast)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);




const leaseName = (app, what) => `slipway-${app}.${what}.last`;
const factsAnnotation = 'slipway.dev/facts';
async function recordLast(cluster, place, what, last) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, place.namespace);
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({ attempts: 3, passes: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh }, async () => {
        const there = await cluster.get(`${path}/${leaseName(place.app, what)}`);
        const known = there && lastIn(there);
        if (known !== undefined && known.at >= last.at)
            return;
        const { resourceVersion } = there?.metadata ?? {};
        const lease = leaseOf(place, what, last, resourceVersion);
        if (there === undefined)
            await cluster.create(path, lease);
        else
            await cluster.replace(`${path}/${leaseName(place.app, what)}`, lease);
    });
}
async function readLast(cluster, { app, namespace }, what) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName(app, what)));
    return lease && lastIn(lease);
}
function lastIn({ metadata, spec }) {
    const at = Date.parse(spec?.renewTime ?? '');
    if (Number.isNaN(at))
        return undefined;
    const facts = Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonMap */ .vM)(metadata?.annotations?.[factsAnnotation] ?? '') ?? {}).filter((each) => typeof each[1] === 'string' || typeof each[1] === 'number');
    return { at, run: metadata?.annotations?.['slipway.dev/run'] ?? '', facts: Object.fromEntries(facts) };
}
function leaseOf({ app, namespace }, what, { at, run, facts }, resourceVersion) {
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: leaseName(app, what),
            namespace,
            labels: { 'slipway.dev/app': app, 'slipway.dev/kind': 'last' },
            annotations: { 'slipway.dev/run': run, [factsAnnotation]: JSON.stringify(facts) },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: { renewTime: new Date(at).toISOString().replace('Z', '000Z') },
    };
}


/***/ }),

/***/ 6342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scenarioIds: () => (/* binding */ scenarioIds),
  scenarioOf: () => (/* binding */ scenarioOf),
  scenarios: () => (/* binding */ scenarios)
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-steps.js
const restoreDatabase = (from, to) => ({
    phase: 'restore',
    action: 'restore-database',
    instruction: `Restore the database from ${from} to ${to}, and check that recovery ended there.`,
});
const newest = 'the end of the archived WAL';
const secrets = {
    phase: 'restore',
    action: 'restore-secrets',
    instruction: 'Decrypt the Secrets of the backup set with the offline key, and use no others.',
};
const provision = {
    phase: 'provision',
    action: 'provision',
    instruction: 'Create an empty namespace without egress, and prove that production cannot be reached from it.',
};
const objects = {
    phase: 'start',
    action: 'apply-objects',
    instruction: 'Apply the objects of the backup without those that act automatically: suspend CronJobs, and leave out load balancers and webhooks.',
};
const start = {
    phase: 'start',
    action: 'start',
    instruction: 'Start the application on the restored data, and wait until its pods are ready.',
};
const files = {
    phase: 'restore',
    action: 'restore-files',
    instruction: 'Restore files, dumps of databases outside of the cluster, and objects of buckets, and compare them with the manifest.',
};
const verify = {
    phase: 'verify',
    action: 'verify',
    instruction: 'Compare tables, rows and schema version with the manifest of the backup, read an old record through the application, and write a new one.',
};
const cutover = {
    phase: 'cutover',
    action: 'cut-over',
    instruction: 'Switch the traffic, and probe from outside until thirty probes in a row have succeeded.',
};
const failover = {
    phase: 'detect',
    action: 'wait-for-failover',
    instruction: 'Do nothing: the declared mechanism fails over automatically. If it has not done so in time, run the command that `failover` of slipway.yml names.',
};

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario.js

const scenarioIds = [
    'restore',
    'pod',
    'node',
    'zone',
    'region',
    'total',
    'corruption',
    'rot',
    'secrets',
    'far-down',
];
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
        breaks: { kind: 'hook', what: 'node' },
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
        breaks: { kind: 'hook', what: 'zone' },
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
            {
                phase: 'restore',
                action: 'restore-secrets',
                instruction: 'Decrypt the Secrets of the archive with the offline key, and use no others.',
            },
            {
                phase: 'restore',
                action: 'load-images',
                instruction: 'Load the images from the archive, by digest.',
            },
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
            {
                phase: 'detect',
                action: 'notice',
                instruction: 'Verify the repository and its chain of WAL. If either fails, make a full backup at once, and keep the damaged repository for analysis.',
            },
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
    'far-down': {
        title: 'The far repository is unreachable',
        question: 'Is it noticed in time, does the near repository keep working, and is no WAL lost until the far one is back?',
        target: undefined,
        breaks: { kind: 'far-repository' },
        steps: [
            {
                phase: 'detect',
                action: 'notice',
                instruction: 'Find out why it is unreachable. The database keeps WAL that is not archived: watch its disk, and never remove WAL by hand.',
            },
            {
                phase: 'replay',
                action: 'catch-up',
                instruction: 'When it is back, check that it contains every segment since the failure.',
            },
        ],
        without: [],
        required: 'L1',
        where: 'live',
        every: 30,
    },
};
function scenarioOf(id) {
    return { id, ...catalog[id] };
}
const scenarios = scenarioIds.map(scenarioOf);


/***/ })

};
