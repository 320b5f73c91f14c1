export const id = 1946;
export const ids = [1946];
export const modules = {

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


/***/ })

};
