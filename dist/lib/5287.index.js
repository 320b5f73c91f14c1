export const id = 5287;
export const ids = [5287];
export const modules = {

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


/***/ })

};
