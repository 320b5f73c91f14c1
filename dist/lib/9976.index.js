export const id = 9976;
export const ids = [9976,1946];
export const modules = {

/***/ 89976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeRecovery: () => (/* binding */ judgeRecovery)
/* harmony export */ });
/* harmony import */ var _image_mentions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(772);
/* harmony import */ var _recovery_missing_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81454);
/* harmony import */ var _recovery_scenario_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1946);
/* harmony import */ var _showing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69105);




const day = 86_400_000;
const days = (ms) => `${Math.floor(ms / day)} days`;
const shownBy = {
    restore: ['D3'],
    pod: ['D14'],
    node: ['D14'],
    zone: ['D15'],
    region: ['D3', 'D16'],
    total: ['D3', 'D17'],
    ...{ corruption: [], rot: [], secrets: [], 'far-down': [] },
    ...{ 'container-kill': ['H5'], 'pod-loss': ['H6'], 'zone-drain': ['H6'], autoscaling: ['P6'] },
};
const many = 4;
function judgeRecovery({ manifest, drills, schedule, images, namespace }, recovery, now, asked) {
    return [
        ...(manifest === undefined
            ? asked.either(['D1', 'D2', 'D4'], 'backup-complete', '', 'the stores hold no finished backup set', 'run `slipway backup`')
            : judgeSet(manifest)),
        ...schedule.flatMap(({ database, rows }) => {
            const open = rows.flatMap(each => (each.kind === 'uncovered' ? [each] : []));
            return asked.either('D18', 'schedule-targets', `the schedule of ${database} can meet its targets`, (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(open.map(({ sentence }) => `${database}: ${sentence}`)), open[0]?.help);
        }),
        ...judgeDrills(drills, recovery, now),
    ];
    function judgeSet(set) {
        const { either, unknown } = asked;
        const { databases } = recovery;
        const age = now - set.at;
        const usual = Math.min(...Object.values(databases).map(({ incremental }) => incremental), 7 * day);
        const labels = set.databases.flatMap(({ backups }) => backups.map(({ label }) => label));
        const newest = (pattern) => labels.flatMap(label => {
            const [, y, m, d] = pattern.exec(label) ?? [];
            return y === undefined ? [] : [Date.parse(`${y}-${m}-${d}T00:00:00Z`)];
        });
        const late = (times, most, what) => times.some(at => now - at > most + day) || times.length === 0
            ? `the newest ${what} backup is ${times.length === 0 ? 'missing' : `${days(now - Math.min(...times))} old`}`
            : undefined;
        const dated = (id, rule, what, times, most) => labels.length === 0
            ? unknown(id, rule, 'the set has no database of pgBackRest')
            : either(id, rule, `a ${what} backup is at most ${days(most)} old`, late(times, most, what), 'look at the last runs of `backup`');
        const gaps = (0,_recovery_missing_sources_js__WEBPACK_IMPORTED_MODULE_1__/* .missingSourcesIn */ .U)(set, recovery, namespace);
        const bare = set.volumes.filter(({ covered }) => covered === 'not');
        const kept = (0,_image_mentions_js__WEBPACK_IMPORTED_MODULE_0__/* .digestsIn */ .V)(set.images.join('\n'));
        const lost = images.filter(image => (0,_image_mentions_js__WEBPACK_IMPORTED_MODULE_0__/* .digestsIn */ .V)(image).some(digest => !kept.includes(digest)));
        const objects = Object.values(set.clusterObjects).reduce((sum, count) => sum + count, 0);
        const state = set.objectStores.length +
            set.volumes.filter(({ covered }) => covered === 'files' || covered === 'snapshot').length;
        return [
            ...either('D2', 'backup-fresh', `the newest backup set is ${Math.floor(age / 3_600_000)} hours old`, age > 1.5 * usual ? `the newest backup set is ${days(age)} old` : undefined, 'find out why `backup` did not run'),
            ...either(['D1', 'D4'], 'backup-complete', 'the newest set has all that slipway.yml declares', (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(gaps), 'correct `recovery` in slipway.yml, and back up again'),
            ...either('D4', 'backup-volumes', 'every volume is backed up, or declared as not needed', (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(bare.map(({ pvc }) => `nothing backs the volume ${pvc} up`)), 'declare how the volume is backed up'),
            ...dated('D5', 'backup-full', 'full', newest(/(\d{4})(\d\d)(\d\d)-\d{6}F/), 7 * day),
            ...dated('D6', 'backup-incremental', 'daily', newest(/(\d{4})(\d\d)(\d\d)-\d{6}[FID]$/), day),
            ...either('D8', 'backup-configuration', `${objects} objects of the cluster are in the set`, objects === 0 ? 'no object of the cluster is in the set' : undefined, 'set `recovery.objects.export`'),
            ...(images.length === 0
                ? unknown('D9', 'backup-images', 'the images of the live release are not known')
                : either('D9', 'backup-images', 'the set names the images of the live release', (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(lost.map(image => `the set does not name ${image}`)), 'back up after each release')),
            ...(state === 0
                ? unknown('D10', 'backup-state', 'the set has no bucket and no volume with state')
                : either('D10', 'backup-state', `${state} buckets and volumes are in the set`, undefined)),
        ];
    }
}
function judgeDrills(drills, { drills: settings }, now) {
    const within = settings?.due?.within ?? {};
    const rows = _recovery_scenario_js__WEBPACK_IMPORTED_MODULE_2__.scenarios.flatMap(({ id, every }) => {
        const last = drills.filter(({ scenario }) => scenario === id).toSorted((a, b) => b.at - a.at)[0];
        return last === undefined ? [] : [{ id, last, most: within[id] ?? 1.5 * Math.max(every, 7) * day }];
    });
    const fresh = rows.filter(({ last, most }) => last.verdict === 'pass' && now - last.at <= most);
    const { either, unknown } = (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .showing */ .E)('the records of drills', 'the stores of backups', now);
    const overdue = Object.keys(within).filter(id => !fresh.some(each => each.id === id));
    if (rows.length === 0)
        return [];
    return [
        ...rows.flatMap(({ id, last, most }) => {
            const { either, unknown } = (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .showing */ .E)(`the drill ${id}`, 'the stores of backups', last.at);
            const ids = shownBy[id];
            if (now - last.at > most)
                return unknown(ids, `drill-${id}`, `the last drill of ${id} is ${days(now - last.at)} old, and ${days(most)} are allowed`);
            if (last.verdict === 'pass')
                return either(ids, `drill-${id}`, `the drill ${id} passed`, undefined);
            return last.verdict === 'breach' || last.verdict === 'fail'
                ? either(ids, `drill-${id}`, '', `the drill ${id} ended as ${last.verdict}`, 'see its report')
                : unknown(ids, `drill-${id}`, `the last drill of ${id} was ${last.verdict}`);
        }),
        ...either('D11', 'drill-due', `${fresh.length} scenarios were rehearsed in time`, fresh.length === 0
            ? 'no scenario was rehearsed in time'
            : (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(overdue.map(id => `the drill ${id} is overdue`)), 'run the drill'),
        ...either('D12', 'drill-variety', `${fresh.map(({ id }) => id).join(', ')} passed`, fresh.length < many ? `${fresh.length} scenarios passed in time, and ${many} count as many` : undefined, 'rehearse more scenarios'),
        ...(fresh.length === 0
            ? unknown('D13', 'drill-measured', 'no drill passed in time')
            : either('D13', 'drill-measured', 'the time to recover was measured', fresh.some(({ last }) => last.rto !== undefined)
                ? undefined
                : 'no drill measured the time to recover', 'set `drills.application`')),
    ];
}


/***/ }),

/***/ 772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ digestsIn),
/* harmony export */   o: () => (/* binding */ imagesIn)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);

function digestsIn(text) {
    const found = text.match(/\bsha(256:[0-9a-f]{64}|512:[0-9a-f]{128})(?![0-9a-f])/g) ?? [];
    return [...new Set(found)].filter(_reference_js__WEBPACK_IMPORTED_MODULE_0__.isDigest);
}
function imagesIn(json) {
    return [...json.matchAll(/"image":"([^"\\]+)"/g)].flatMap(([, image = '']) => {
        try {
            return [(0,_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseReference)(image)];
        }
        catch {
            return [];
        }
    });
}


/***/ }),

/***/ 1946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scenarioIds: () => (/* binding */ scenarioIds),
  scenarioOf: () => (/* binding */ scenarioOf),
  scenarios: () => (/* binding */ scenarios)
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/scenario-application.js
const replaced = {
    phase: 'start',
    action: 'wait-for-pods',
    instruction: 'Do nothing: the controller starts new pods. If they do not become ready, read their events.',
};
const answered = {
    phase: 'verify',
    action: 'check-requests',
    instruction: 'Check that no request fails any more.',
};
const ofApplication = {
    'container-kill': {
        title: 'A container of the application ends',
        question: 'Is it restarted once, and ready again?',
        target: 'node',
        breaks: { kind: 'application', what: 'container' },
        steps: [
            {
                phase: 'start',
                action: 'wait-for-pods',
                instruction: 'Do nothing: the kubelet restarts it. If it ends again and again, roll back the release.',
            },
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
        without: ['that pod'],
        required: 'L2',
        where: 'live',
        every: 7,
    },
    'zone-drain': {
        title: 'The pods of the application leave a zone',
        question: 'Do the pods of other zones serve every request?',
        target: 'zone',
        breaks: { kind: 'application', what: 'zone' },
        steps: [replaced, answered],
        without: ['nodes of that zone'],
        required: 'L2',
        where: 'live',
        every: 30,
    },
    autoscaling: {
        title: 'The load rises',
        question: 'Does the autoscaler add pods under load, and remove them after it?',
        target: undefined,
        breaks: { kind: 'nothing' },
        steps: [
            {
                phase: 'detect',
                action: 'scale-up',
                instruction: 'Compare the metrics with the target of the autoscaler, and raise its maximum if it is reached.',
            },
            { phase: 'verify', action: 'scale-down', instruction: 'After the load, check that it removes pods.' },
        ],
        without: [],
        required: 'L2',
        where: 'live',
        every: 30,
    },
};

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
    'container-kill',
    'pod-loss',
    'zone-drain',
    'autoscaling',
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
    ...ofApplication,
};
function scenarioOf(id) {
    return { id, ...catalog[id] };
}
const scenarios = scenarioIds.map(scenarioOf);


/***/ })

};
