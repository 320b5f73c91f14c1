export const id = 9594;
export const ids = [9594,1441,5287];
export const modules = {

/***/ 99594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   alertRules: () => (/* binding */ alertRules),
/* harmony export */   notArchived: () => (/* binding */ notArchived)
/* harmony export */ });
/* harmony import */ var _last_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71441);
/* harmony import */ var _scenario_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35287);


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
                    ..._scenario_js__WEBPACK_IMPORTED_MODULE_1__.scenarioIds.flatMap(id => {
                        const most = within[id];
                        if (most === undefined)
                            return [];
                        return [tooOld(place, `drill-${id}`, 'SlipwayDrillTooOld', most / late, `green drill of ${id}`)];
                    }),
                    ...(Object.keys(databases).length === 0 ? [] : archiveRules(place)),
                ],
            },
        ],
    };
}
function tooOld({ app, namespace }, what, alert, every, noun) {
    const lease = `kube_lease_renew_time{namespace="${namespace}",lease="${(0,_last_js__WEBPACK_IMPORTED_MODULE_0__.leaseName)(app, what)}"}`;
    const seconds = Math.round((late * every) / 1000);
    return {
        alert,
        expr: `time() - max(${lease}) > ${seconds} or absent(${lease})`,
        for: '15m',
        labels: { severity: 'critical' },
        annotations: {
            summary: `${app}: the last ${noun} is too old, or there never was one`,
            description: `It may be ${Math.round((late * every) / 3_600_000)} h old. See whether its workflow still runs: schedules stop silently.`,
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
                summary: `${app}: a repository does not take WAL`,
                description: 'PostgreSQL keeps what it cannot archive and loses none of it, until its disk is full. See which repository cannot be reached; never remove WAL by hand.',
            },
        },
        {
            alert: 'SlipwayWalPilesUp',
            expr: `max by (namespace, pod, instance) (pg_wal_size_bytes{namespace="${namespace}"}) > 3 * max by (namespace, pod, instance) (pg_settings_max_wal_size_bytes{namespace="${namespace}"})`,
            for: '10m',
            labels: { severity: 'warning' },
            annotations: {
                summary: `${app}: WAL piles up on the disk of the database`,
                description: 'Either it is not archived, or a standby or a slot is far behind: see pg_stat_archiver and pg_replication_slots.',
            },
        },
    ];
}


/***/ }),

/***/ 71441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   leaseName: () => (/* binding */ leaseName),
/* harmony export */   noteLast: () => (/* binding */ noteLast),
/* harmony export */   readLast: () => (/* binding */ readLast)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const leaseName = (app, what) => `slipway-${app}.${what}.last`;
const factsAnnotation = 'slipway.dev/facts';
const attempts = 3;
async function noteLast(cluster, place, what, last) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, place.namespace);
    for (let attempt = 1;; attempt += 1) {
        const there = await cluster.get(`${path}/${leaseName(place.app, what)}`);
        const known = there && lastIn(there);
        if (known !== undefined && known.at >= last.at)
            return;
        const { resourceVersion } = there?.metadata ?? {};
        const lease = leaseOf(place, what, last, resourceVersion);
        try {
            if (there === undefined)
                await cluster.create(path, lease);
            else
                await cluster.replace(`${path}/${leaseName(place.app, what)}`, lease);
            return;
        }
        catch (error) {
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.isConflict) || attempt === attempts)
                throw error;
        }
    }
}
async function readLast(cluster, { app, namespace }, what) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName(app, what)));
    return lease && lastIn(lease);
}
function lastIn({ metadata, spec }) {
    const at = Date.parse(spec?.renewTime ?? '');
    if (Number.isNaN(at))
        return undefined;
    const facts = Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(metadata?.annotations?.[factsAnnotation] ?? '') ?? {}).filter((each) => typeof each[1] === 'string' || typeof each[1] === 'number');
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

/***/ 35287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   scenarioIds: () => (/* binding */ scenarioIds),
/* harmony export */   scenarioOf: () => (/* binding */ scenarioOf),
/* harmony export */   scenarios: () => (/* binding */ scenarios)
/* harmony export */ });
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
const restoreDatabase = (from, to) => ({
    phase: 'restore',
    does: 'restore-database',
    says: `Restore the database from ${from} to ${to}, and see that recovery ended there.`,
});
const newest = 'the end of the archived WAL';
const secrets = {
    phase: 'restore',
    does: 'restore-secrets',
    says: 'Open the Secrets of the backup set with the offline key, and take none from anywhere else.',
};
const provision = {
    phase: 'provision',
    does: 'provision',
    says: 'Make an empty namespace whose ways out are closed, and prove that production cannot be reached from it.',
};
const objects = {
    phase: 'start',
    does: 'apply-objects',
    says: 'Apply the objects of the backup without what would act by itself: CronJobs suspended, no load balancer, no webhook.',
};
const start = {
    phase: 'start',
    does: 'start',
    says: 'Start the application on the restored data, and wait until its pods are ready.',
};
const files = {
    phase: 'restore',
    does: 'restore-files',
    says: 'Restore files, dumps of databases outside of the cluster and objects of buckets, and compare them with the manifest.',
};
const verify = {
    phase: 'verify',
    does: 'verify',
    says: 'Compare tables, rows and schema version with the manifest of the backup, read an old record through the application, and write a new one.',
};
const cutOver = {
    phase: 'cutover',
    does: 'cut-over',
    says: 'Move the traffic over, and watch from outside until it has been good thirty times in a row.',
};
const failover = {
    phase: 'detect',
    does: 'wait-for-failover',
    says: 'Do nothing: what was declared for this fails over by itself. When it has not within its time, run the command that `failover` of slipway.yml names.',
};
const catalogue = {
    restore: {
        title: 'A backup is restored',
        question: 'Does the newest backup bring everything back that it says it holds?',
        target: 'region',
        breaks: { kind: 'nothing' },
        moves: [provision, files, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: [],
        required: 'L4',
        where: 'scratch',
        every: 1,
    },
    pod: {
        title: 'The pod with the primary database is gone',
        question: 'Does another one take over by itself, and is nothing lost that was acknowledged?',
        target: 'node',
        breaks: { kind: 'pod' },
        moves: [failover, verify],
        without: ['backups'],
        required: 'L4',
        where: 'standing',
        every: 1,
    },
    node: {
        title: 'The machine with the primary database is gone',
        question: 'Does another machine take over by itself, and is nothing lost that was acknowledged?',
        target: 'node',
        breaks: { kind: 'hook', what: 'node' },
        moves: [failover, verify],
        without: ['backups', 'the disk of that machine'],
        required: 'L4',
        where: 'standing',
        every: 1,
    },
    zone: {
        title: 'A zone is gone, with its disks',
        question: 'Do the other zones go on, and does what was there come back?',
        target: 'zone',
        breaks: { kind: 'hook', what: 'zone' },
        moves: [failover, verify],
        without: ['machines, disks and repositories of that zone'],
        required: 'L5',
        where: 'standing',
        every: 7,
    },
    region: {
        title: 'The region is gone',
        question: 'Does everything come back elsewhere, from what is kept in another region?',
        target: 'region',
        breaks: { kind: 'out-of-reach' },
        moves: [
            provision,
            secrets,
            files,
            restoreDatabase('a repository of another region', newest),
            objects,
            start,
            verify,
            cutOver,
        ],
        without: ['the primary database and its standbys', 'repositories of the region'],
        required: 'L5',
        where: 'scratch',
        every: 30,
    },
    total: {
        title: 'Everything is gone but the archive and the offline key',
        question: 'Does everything come back from the locked archive alone?',
        target: 'total',
        breaks: { kind: 'out-of-reach' },
        moves: [
            provision,
            {
                phase: 'restore',
                does: 'restore-secrets',
                says: 'Open the secrets of the archive with the offline key, and nothing else.',
            },
            { phase: 'restore', does: 'load-images', says: 'Load the images from the archive, by their digests.' },
            files,
            restoreDatabase('the locked repository', newest),
            objects,
            start,
            verify,
        ],
        without: [
            'registries',
            'the source of the code',
            'name servers',
            'every repository that is not locked or offline',
        ],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    corruption: {
        title: 'Rows are gone that somebody deleted by mistake',
        question: 'Does everything of just before come back, and nothing of after?',
        target: 'region',
        breaks: { kind: 'rows' },
        moves: [
            provision,
            restoreDatabase('the nearest repository, from a backup that ended before the mistake,', 'the moment before the mistake'),
            verify,
        ],
        without: ['standbys, which have the mistake, too'],
        required: 'L3',
        where: 'scratch',
        every: 30,
    },
    rot: {
        title: 'A backup rots silently',
        question: 'Is a damaged repository told from a whole one before it is needed?',
        target: undefined,
        breaks: { kind: 'repository-copy' },
        moves: [
            {
                phase: 'detect',
                does: 'notice',
                says: 'Verify the repository, and the chain of WAL in it. Make a full backup at once when either fails, and keep the damaged one to learn from.',
            },
        ],
        without: [],
        required: 'L1',
        where: 'scratch',
        every: 30,
    },
    secrets: {
        title: 'The secrets are gone',
        question: 'Can what is encrypted in the restored data be read with the keys that were kept apart?',
        target: 'region',
        breaks: { kind: 'secrets' },
        moves: [provision, secrets, restoreDatabase('the nearest repository', newest), objects, start, verify],
        without: ['the Secrets of the cluster'],
        required: 'L4',
        where: 'scratch',
        every: 90,
    },
    'far-down': {
        title: 'The far repository cannot be reached',
        question: 'Is it noticed in time, goes the near one on, and is no WAL lost until it is back?',
        target: undefined,
        breaks: { kind: 'far-repository' },
        moves: [
            {
                phase: 'detect',
                does: 'notice',
                says: 'See why it cannot be reached. The database keeps what it has not taken: watch the disk, and never remove WAL by hand.',
            },
            {
                phase: 'replay',
                does: 'catch-up',
                says: 'When it is back, see that every segment since then is in it.',
            },
        ],
        without: [],
        required: 'L1',
        where: 'standing',
        every: 30,
    },
};
function scenarioOf(id) {
    return { id, ...catalogue[id] };
}
const scenarios = scenarioIds.map(scenarioOf);


/***/ }),

/***/ 60630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   nf: () => (/* binding */ mapsIn),
/* harmony export */   vM: () => (/* binding */ jsonMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonMap(body) {
    try {
        const value = JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
        return isMap(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


/***/ })

};
