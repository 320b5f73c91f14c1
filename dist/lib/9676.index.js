export const id = 9676;
export const ids = [9676,3451,7462];
export const modules = {

/***/ 40765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finish: () => (/* binding */ finish),
  makeSet: () => (/* binding */ makeSet)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/attachments.js
var attachments = __webpack_require__(92787);
// EXTERNAL MODULE: ./.build/js/src/release/preflight/difference.js
var difference = __webpack_require__(1896);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/drift.js
var drift = __webpack_require__(34730);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/order.js
var order = __webpack_require__(88325);
;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/sealed.js



function separated(objects) {
    const { plain = [], sealed = [] } = Object.groupBy(objects, each => (0,difference/* holdsSecret */.hK)(each) ? 'sealed' : 'plain');
    return { plain, sealed };
}
function driftFrom(before, objects) {
    const now = separated(objects);
    const hidden = new Set([...before.sealed, ...now.sealed.map(order/* keyOf */.TN)]);
    const readable = (all) => all.filter(each => !hidden.has((0,order/* keyOf */.TN)(each)) && !isNote(each));
    const then = new Set([...before.sealed, ...before.plain.map(order/* keyOf */.TN)]);
    const there = new Set(objects.map(order/* keyOf */.TN));
    return [
        ...[...hidden].flatMap((object) => {
            if (!there.has(object))
                return [{ kind: 'missing', object, sentence: `${object} is missing` }];
            return then.has(object) ? [] : [{ kind: 'unexpected', object, sentence: `${object} is new` }];
        }),
        ...(0,drift/* drift */.U)({ objects: readable(before.plain) }, { objects: readable(objects) }),
    ];
}
const isNote = ({ metadata }) => metadata.labels?.['slipway.dev/kind'] !== undefined;

// EXTERNAL MODULE: ./.build/js/src/recovery/data-mount.js
var data_mount = __webpack_require__(87493);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backup-sources.js + 2 modules
var backup_sources = __webpack_require__(80048);
// EXTERNAL MODULE: ./.build/js/src/recovery/ladder.js
var ladder = __webpack_require__(94205);
// EXTERNAL MODULE: ./.build/js/src/recovery/locks.js
var locks = __webpack_require__(89349);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/recovery/images.js + 1 modules
var recovery_images = __webpack_require__(33451);
// EXTERNAL MODULE: ./.build/js/src/recovery/sealing.js
var sealing = __webpack_require__(7322);
// EXTERNAL MODULE: ./.build/js/src/recovery/secrets.js
var secrets = __webpack_require__(33688);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/exporting.js + 3 modules
var exporting = __webpack_require__(54328);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(83622);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/pvcs.js

function pvcsOf(objects, { pvcs }) {
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
function templatesOf({ metadata, spec }) {
    const { volumeClaimTemplates } = (spec ?? {});
    return (0,map/* mapsIn */.nf)(volumeClaimTemplates).map(each => `${String(each.metadata?.name)}-${metadata.name}`);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/cluster-objects/cluster-backup.js











async function backUpCluster(task) {
    const { cluster, namespace, recovery, report } = task;
    const { objects, unread, missing } = await exported(task);
    const { volumes, unmatched } = pvcsOf(recovery.objects.export ? objects : await pvcsAlone(cluster, namespace), coverageOf(recovery, task.databasePvcs));
    const split = await sealedApart(objects, task);
    const secrets = await keptSecrets(task);
    const images = await imagesIn(task);
    const kinds = (0,exporting/* countsOf */.mQ)({ objects });
    if (recovery.objects.export)
        report(`${namespace}: ${(0,count/* counted */.h)(objects.length, 'object')} of ${(0,count/* counted */.h)(Object.keys(kinds).length, 'kind')}, ${(0,count/* counted */.h)(secrets.names.length, 'secret')}, ${(0,count/* counted */.h)(images.images.length, 'image')}`);
    return {
        ...{ objects, volumes, clusterObjects: kinds, images: images.images, secrets: [...secrets.names] },
        ...(split.sealed.length === 0 ? {} : { sealedObjects: split.sealed }),
        files: { ...split.files, ...secrets.files },
        problems: [
            ...unread,
            ...missing,
            ...unmatched
                .filter(name => Object.hasOwn(recovery.volumes, name))
                .map(name => `\`volumes\` declares ${name}, but ${namespace} has no PVC of that name`),
            ...split.problems,
            ...images.unknown,
        ],
        notes: [...secrets.notes, ...images.notes],
    };
}
const isOurs = ({ metadata }) => metadata?.labels?.['slipway.dev/recovery'] !== undefined;
async function exported({ cluster, namespace, recovery }) {
    if (!recovery.objects.export)
        return { objects: [], unread: [], missing: [] };
    const { objects, ...faults } = await (0,exporting/* exportNamespace */.m9)(cluster, namespace);
    return { ...faults, objects: objects.filter(each => !isOurs(each)) };
}
async function pvcsAlone(cluster, namespace) {
    const pvcs = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pvc, namespace));
    const sets = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.statefulSet, namespace));
    return [
        ...pvcs.items.map(each => (0,portable/* portable */.O)({ ...each, apiVersion: 'v1', kind: 'PersistentVolumeClaim' })),
        ...sets.items.map(each => (0,portable/* portable */.O)({ ...each, apiVersion: 'apps/v1', kind: 'StatefulSet' })),
    ];
}
function coverageOf({ volumes }, databasePvcs) {
    return {
        pvcs: {
            ...Object.fromEntries(databasePvcs.map(pvc => [pvc, 'database'])),
            ...Object.fromEntries(Object.entries(volumes).map(([pvc, { database, to }]) => [
                pvc,
                to !== undefined ? 'files' : database !== undefined ? 'database' : 'not-needed',
            ])),
        },
    };
}
async function sealedApart(objects, { recovery }) {
    if (!recovery.objects.export)
        return { sealed: [], files: {}, problems: [] };
    const { plain, sealed } = separated(objects);
    const keys = sealed.map(order/* keyOf */.TN);
    const file = new TextEncoder().encode((0,exporting/* formatExport */.Mh)({ objects: plain }));
    const files = { [attachments.fileNames.objects]: file };
    if (sealed.length === 0)
        return { sealed: keys, files, problems: [] };
    if (recovery.recipients.length === 0)
        return {
            ...{ sealed: keys, files },
            problems: keys.map(key => `${key} may hold a secret, and is not backed up: \`recipients\` names no key to encrypt it with`),
        };
    const content = await (0,sealing/* encryptAge */.bP)((0,exporting/* formatExport */.Mh)({ objects: sealed }), recovery.recipients);
    return { sealed: keys, files: { ...files, [attachments.fileNames.sealedObjects]: content }, problems: [] };
}
async function keptSecrets({ cluster, namespace, recovery, passphrases }) {
    const { recipients } = recovery;
    if (recipients.length === 0)
        return {
            ...{ names: [], files: {} },
            notes: [
                'Secrets and passphrases are not backed up: name age public keys in `recipients`, or no backup can be read after a total loss',
            ],
        };
    const declared = declaredSecrets(recovery) ?? (await (0,secrets/* secretNames */.XG)(cluster, namespace));
    const { names, file } = await (0,secrets/* sealSecrets */.LZ)(cluster, namespace, declared, recipients);
    const wrapped = await Promise.all([...passphrases].map(async ([name, passphrase]) => [attachments.fileNames.passphrase(name), await (0,secrets/* sealPassphrase */.uu)(passphrase, recipients)]));
    return { names, files: { [attachments.fileNames.secrets]: file, ...Object.fromEntries(wrapped) }, notes: [] };
}
function declaredSecrets({ secrets, databases, managed, }) {
    if (secrets === undefined)
        return undefined;
    const ofDatabases = Object.values(databases).flatMap(({ configuration }) => configuration.filter(({ kind }) => kind === 'Secret').map(({ name }) => name));
    const ofManaged = Object.values(managed).map(({ secret }) => secret);
    return [...new Set([...secrets, ...ofDatabases, ...ofManaged])].sort();
}
async function imagesIn({ cluster, namespace, recovery }) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace));
    const own = items.filter(pod => !isOurs(pod));
    const { images, unknown } = (0,recovery_images.runningImages)(own.filter(({ status }) => status?.phase !== 'Pending'));
    const waiting = own.filter(({ status }) => status?.phase === 'Pending');
    const worker = recovery.worker?.image;
    return {
        images: [...new Set([...images, ...(worker === undefined ? [] : [worker])])].sort(),
        unknown,
        notes: waiting.map(({ metadata }) => `the images of pod ${metadata?.name} are not in the backup: it is still pending`),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/manifest.js
function completeness(manifest, declared) {
    const stores = new Set(manifest.objectStores.map(({ name }) => name));
    const noSource = (kind, what, name) => ({
        kind,
        name,
        sentence: `${what} ${name} is not in the backup`,
    });
    return [
        ...declared.databases.flatMap(each => databaseGaps(manifest, each, declared)),
        ...declared.managed.flatMap(each => managedGaps(manifest, each)),
        ...without(declared.objectStores, stores).map(name => noSource('object-store', 'the object store', name)),
        ...volumeGaps(manifest, declared),
        ...declared.kinds
            .filter(kind => (manifest.clusterObjects[kind] ?? 0) === 0)
            .map(kind => noSource('cluster-objects', 'the kind', kind)),
        ...without(declared.images, new Set(manifest.images)).map(name => noSource('image', 'the image', name)),
        ...without(declared.secrets, new Set(manifest.secrets)).map(name => noSource('secret', 'the secret', name)),
    ];
}
function databaseGaps({ databases }, { name, migrations }, { repositories, markers }) {
    const found = databases.find(each => each.name === name);
    if (found === undefined)
        return [{ kind: 'database', name, sentence: `the database ${name} is not in the backup` }];
    const backedUp = new Set(found.backups.map(({ repository }) => repository));
    const missing = without(repositories, backedUp).map(repository => ({
        kind: 'repository',
        name: `${name} in ${repository}`,
        sentence: `the database ${name} has no backup in the repository ${repository}`,
    }));
    if (found.tables.length === 0)
        missing.push({
            kind: 'tables',
            name,
            sentence: `the backup lists no table of the database ${name}, so a restore could not be compared with it`,
        });
    if (migrations && found.migration === undefined)
        missing.push({
            kind: 'migration',
            name,
            sentence: `the backup does not record the schema version of the database ${name}`,
        });
    if (markers && found.newestMarker === undefined)
        missing.push({ kind: 'marker', name, sentence: `the backup records no marker of the database ${name}` });
    return missing;
}
function managedGaps({ managed = [] }, { name, to }) {
    const found = managed.find(each => each.name === name);
    if (found === undefined)
        return [{ kind: 'database', name, sentence: `the managed database ${name} is not in the backup` }];
    const dumped = new Set(found.backups.map(({ repository }) => repository));
    const missing = without(to, dumped).map(repository => ({
        kind: 'repository',
        name: `${name} in ${repository}`,
        sentence: `the managed database ${name} has no dump in the repository ${repository}`,
    }));
    if (found.tables.length === 0)
        missing.push({
            kind: 'tables',
            name,
            sentence: `the backup lists no table of the managed database ${name}, so a restore could not be compared with it`,
        });
    return missing;
}
function volumeGaps({ volumes }, declared) {
    const path = ({ namespace, pvc }) => `${namespace}/${pvc}`;
    const covered = new Set(volumes.filter(each => each.covered !== 'not').map(path));
    const all = new Set([...declared.volumes, ...volumes].map(path));
    return without([...all], covered).map(name => ({
        kind: 'volume',
        name,
        sentence: `nothing covers the volume ${name}: declare how it is backed up, or that it is not needed`,
    }));
}
const without = (names, there) => names.filter(each => !there.has(each));

;// CONCATENATED MODULE: ./.build/js/src/recovery/missing-sources.js


function missingSourcesIn(manifest, recovery, namespace) {
    const { databases, managed, buckets, objects } = recovery;
    const secrets = recovery.recipients.length === 0 ? [] : (declaredSecrets(recovery) ?? []);
    const rest = {
        ...nothing,
        managed: Object.entries(managed).map(([name, { to }]) => ({ name, to })),
        objectStores: Object.keys(buckets),
        kinds: objects.export ? objects.kinds : [],
        secrets: secrets.map(name => `${namespace}/${name}`),
    };
    const lacking = [
        ...Object.entries(databases).flatMap(([name, { to }]) => completeness(manifest, { ...nothing, databases: [{ name, migrations: false }], repositories: to })),
        ...completeness(manifest, rest),
    ];
    const unread = manifest.volumes.filter(({ covered, files }) => covered === 'files' && files === undefined);
    const sentences = [
        ...lacking.map(({ sentence }) => sentence),
        ...unread.map(({ namespace: of, pvc }) => `the files of the volume ${of}/${pvc} are not in the backup`),
    ];
    return [...new Set(sentences)];
}
const nothing = {
    ...{
        databases: [],
        repositories: [],
        managed: [],
        markers: false,
        objectStores: [],
        volumes: [],
        kinds: [],
    },
    ...{ images: [], secrets: [] },
};

// EXTERNAL MODULE: ./.build/js/src/recovery/files/listing.js
var files_listing = __webpack_require__(27833);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/worker.js
var worker = __webpack_require__(28023);
;// CONCATENATED MODULE: ./.build/js/src/recovery/volumes.js




async function withWorkers(workerFor, use) {
    const workers = [];
    try {
        return await use(async (what) => {
            const worker = await workerFor(what);
            workers.push(worker);
            return worker;
        });
    }
    finally {
        for (const worker of workers)
            await worker.remove();
    }
}
async function backUpVolumes(run, { recovery, repositories, volumes }, raise) {
    const made = new Map();
    const problems = [];
    for (const { namespace, pvc } of volumes.filter(({ covered }) => covered === 'files')) {
        const [first, ...more] = repositoriesOf(pvc, recovery).flatMap(name => repositories.get(name) ?? []);
        if (first === undefined)
            throw new Error(`the PVC ${pvc} has no repository`);
        const name = `${namespace}/${pvc}`;
        const problem = await problemOf(run, async () => {
            const { exec } = await raise(pvc);
            const kept = { name, folder: worker/* mounts */.Lk.pvc, exec, repositories: [first, ...more] };
            made.set(pvc, await (0,backup_sources/* backUpSource */.yP)(run, kept));
        });
        if (problem !== undefined)
            problems.push(`volume ${name}: ${problem}`);
    }
    return { made, problems };
}
async function problemOf({ signal }, work) {
    try {
        await work();
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || signal.aborted)
            throw error;
        return error.message;
    }
}
function repositoriesOf(pvc, { volumes }) {
    const declared = volumes[pvc] ?? volumes[pvc.replace(/-\d+$/, '')];
    return declared?.to ?? [];
}
function withFiles(volume, kept) {
    if (kept === undefined)
        return volume;
    const { listing, backups } = kept;
    return {
        ...volume,
        files: { ...(0,files_listing/* totalsOf */.vA)(listing), unsettled: listing.unsettled.length, backups: [...backups] },
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/managed/dumping.js + 2 modules
var dumping = __webpack_require__(16473);
;// CONCATENATED MODULE: ./.build/js/src/recovery/managed/backing-up.js


async function backUpManaged(run, { recovery, repositories }, raise) {
    const made = [];
    const problems = [];
    for (const [name, { database, to }] of Object.entries(recovery.managed)) {
        const [first, ...more] = to.flatMap(each => repositories.get(each) ?? []);
        if (first === undefined)
            throw new Error(`the managed database ${name} has no repository`);
        const problem = await problemOf(run, async () => {
            const worker = await raise(name);
            made.push(await (0,dumping/* dumpManaged */.Sy)({ ...run, name, database, worker, repositories: [first, ...more] }));
        });
        if (problem !== undefined)
            problems.push(`managed database ${name}: ${problem}`);
    }
    return { made, problems };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/bucket-backup.js
var bucket_backup = __webpack_require__(72505);
;// CONCATENATED MODULE: ./.build/js/src/recovery/parts.js






async function backUpParts(run, task, databasePvcs, raise) {
    const { recovery } = task;
    const { report } = run;
    const kept = await backUpCluster({ ...task.cluster, ...{ recovery, report, databasePvcs } });
    const managed = await backUpManaged(run, task, name => raise({ managed: name }));
    const volumes = await backUpVolumes(run, { ...task, volumes: kept.volumes }, pvc => raise({ pvc }));
    const buckets = await backUpBuckets(run, task.buckets);
    const folders = [...volumes.made.values(), ...buckets.made.map(({ files }) => files)];
    const inRestic = [...folders, ...managed.made];
    const rungs = [
        ...managed.made.flatMap(each => each.rungs),
        ...(await (0,backup_sources/* checkRepositories */.T_)(run, inRestic)),
        ...(await task.keepImages(kept.images)),
    ];
    const inBuckets = new Map(buckets.made.map(({ store, files }) => [store.name, files]));
    return {
        ...{ cluster: kept, managed, volumes, buckets, inRestic, rungs },
        files: {
            ...kept.files,
            ...listings(volumes.made, attachments.fileNames.volume),
            ...listings(inBuckets, attachments.fileNames.bucket),
        },
        problems: [managed, volumes, buckets, kept].flatMap(({ problems }) => problems),
    };
}
async function backUpBuckets(run, buckets) {
    const made = [];
    const problems = [];
    for (const bucket of buckets) {
        const problem = await problemOf(run, async () => {
            made.push(await (0,bucket_backup/* backUpBucket */.z)(run, bucket));
        });
        if (problem !== undefined)
            problems.push(`bucket ${bucket.name}: ${problem}`);
    }
    return { made, problems };
}
const listings = (kept, nameOf) => Object.fromEntries([...kept].map(([name, { listing }]) => [nameOf(name), (0,attachments.packedListing)(listing)]));

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/archiver.js
var archiver = __webpack_require__(20597);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/info.js
var info = __webpack_require__(37417);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
var pgbackrest = __webpack_require__(71673);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/backing-up.js




const look = 5_000;
async function backUp(task) {
    const { place, report } = task;
    const before = await current(task);
    const type = typeFor(before, task);
    report(`${place.stanza}: making ${type === 'full' ? 'a full' : 'an incremental'} backup in repository ${place.repository}`);
    const known = new Set(own(before, place).map(({ label }) => label));
    const meanwhile = before.lock.held ? newOnes(await follow(task), place, known) : [];
    const suits = meanwhile.find(each => each.type === type || each.type === 'full');
    if (suits !== undefined)
        report(`${place.stanza}: another run has just made ${suits.label}; using it`);
    const label = suits?.label ?? (await makeOne(task, type));
    report(`${place.stanza}: backup ${label} is in repository ${place.repository}`);
    return label;
}
async function current(task) {
    const { before, place } = task;
    if ((0,info/* unreadIn */.lA)(before, place.repository) === undefined)
        return before;
    const now = await stanzaOf(task);
    (0,info/* demandRead */.aB)(now, place.repository, 'no backup is made');
    return now;
}
function demandGood(after, place, label) {
    (0,info/* demandRead */.aB)(after, place.repository, `it is unknown whether it holds ${label}`);
    const made = own(after, place).find(each => each.label === label);
    if (made === undefined)
        throw new errors/* UserError */.yo(`the backup ${label} of ${place.stanza} was made, but repository ${place.repository} does not list it`, 'check whether another run expired it, then run the step again');
    if ((0,info/* chainOf */.dR)(after, made) === undefined)
        throw new errors/* UserError */.yo(`the backup ${label} cannot be restored: repository ${place.repository} no longer holds a backup that it depends on`, 'make a full backup');
    if (made.damaged === true)
        throw new errors/* UserError */.yo(`the backup ${label} does not count: it has pages with wrong checksums, so the database itself is damaged`, 'find the damaged tables in the log of pgBackRest, and restore them from an older backup');
    return made;
}
function typeFor(stanza, { place, type, full, now }) {
    if (type === 'full')
        return 'full';
    const fulls = own(stanza, place).filter(each => each.type === 'full' && each.damaged !== true);
    const newest = fulls.at(-1);
    if (newest === undefined || (0,info/* newestGood */.an)(stanza, place.repository) === undefined)
        return 'full';
    if (type === 'incremental')
        return 'incr';
    return now() - newest.startedAt >= full ? 'full' : 'incr';
}
async function makeOne(task, type) {
    const { exec, place, annotations, signal } = task;
    const following = new AbortController();
    const watching = watch(task, following.signal);
    try {
        const answer = await exec((0,pgbackrest/* backup */.RR)({ ...place, type, annotations }), { signal });
        if (signal.aborted)
            throw (0,errors/* cancelled */.KW)();
        if (answer.code !== 0)
            throw refused(place, answer);
        const label = (0,pgbackrest/* labelIn */.o2)(answer.stdout);
        if (label !== undefined)
            return label;
        throw new errors/* UserError */.yo(`the label of the new backup of ${place.stanza} in repository ${place.repository} is unknown: pgBackRest did not print it`, 'check what `pgbackrest info` lists, and whether a wrapper script replaces the pgbackrest program');
    }
    finally {
        following.abort();
        await watching;
    }
}
async function follow(task) {
    const { place, report, sleep, signal } = task;
    report(`${place.stanza}: a backup is already running; waiting for it`);
    for (;;) {
        const stanza = await stanzaOf(task);
        if (!stanza.lock.held)
            return stanza;
        report(progressText(place, stanza.lock.progress));
        await sleep(look);
        if (signal.aborted)
            throw (0,errors/* cancelled */.KW)();
    }
}
async function watch(task, signal) {
    let last = '';
    for (;;) {
        await Promise.race([
            task.sleep(look),
            new Promise(resolve => signal.addEventListener('abort', resolve, { once: true })),
        ]);
        if (signal.aborted)
            return;
        const stanza = await stanzaOf(task).catch(() => undefined);
        const line = stanza?.lock.held ? progressText(task.place, stanza.lock.progress) : '';
        if (line !== '' && line !== last)
            task.report(line);
        last = line;
    }
}
async function stanzaOf({ exec, place, signal, }) {
    const answer = await exec((0,pgbackrest/* info */.pq)(place), { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (answer.code !== 0)
        throw refused(place, answer);
    return (0,info/* parseInfo */.YL)(answer.stdout, place.stanza);
}
function progressText({ stanza }, progress) {
    if (progress === undefined || progress.of === 0)
        return `${stanza}: the backup is running`;
    const percent = Math.floor((100 * progress.done) / progress.of);
    const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
    return `${stanza}: ${percent} % (${megabytes(progress.done)} of ${megabytes(progress.of)})`;
}
const own = ({ backups }, { repository }) => backups.filter(each => each.repository === repository);
const newOnes = (stanza, place, known) => own(stanza, place)
    .filter(({ label }) => !known.has(label))
    .toReversed();
const lockHeld = 50;
const remedies = {
    [lockHeld]: 'wait until the other backup or expiry that holds the lock has ended',
    55: 'run `pgbackrest stanza-create` once: the stanza or its files are missing',
    56: 'check whether a primary is running: it does not answer',
    58: 'run CHECKPOINT on the new primary, then run the step again',
    82: 'check archive_command and pg_stat_archiver: WAL does not arrive in the repository',
    103: 'check the address, credentials and stanza of the repository: it cannot be reached or is incomplete',
};
function refused(place, { code, stdout, stderr }) {
    const lines = `${stdout}\n${stderr}`.split('\n').filter(line => /\bERROR\b/.test(line));
    const said = (lines[0] ?? stderr.trim().split('\n').at(-1) ?? '').trim().slice(0, 300);
    const where = 'repository' in place ? ` in repository ${place.repository}` : '';
    return new errors/* UserError */.yo(`pgBackRest failed for ${place.stanza}${where} (${code ?? 'no exit code'}): ${said || 'it printed nothing'}`, remedies[code ?? 0] ?? 'read its log in the pod');
}
function backupText({ label, type, repositoryCopied, startedAt, endedAt }) {
    const kind = { full: 'full', diff: 'differential', incr: 'incremental' }[type];
    return `${label}, ${kind}, ${(repositoryCopied / 1e6).toFixed(1)} MB in ${(0,duration/* formatDuration */.a3)(endedAt - startedAt)}`;
}

// EXTERNAL MODULE: ./.build/js/src/recovery/retention.js
var retention = __webpack_require__(61335);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/disk.js


async function diskOf(exec, place, signal) {
    const said = await exec((0,pgbackrest/* settings */.W0)(place), { signal });
    const fault = (problem) => new errors/* UserError */.yo(`the free space of repository ${place.repository} cannot be read: ${problem}`, 'run `pgbackrest expire --dry-run` and `df` in the pod of the database');
    if (said.code !== 0)
        throw fault((0,pgbackrest/* failureIn */.Q6)(said));
    const folder = folderIn(said.stdout, place.repository);
    if (folder === undefined)
        return undefined;
    const answer = await exec(['df', '-Pk', folder], { signal });
    const [size, , free] = /\s(\d+)\s+(\d+)\s+(\d+)\s+\d+%\s/.exec(answer.stdout)?.slice(1) ?? [];
    if (answer.code !== 0 || size === undefined || free === undefined)
        throw fault(`${answer.stderr.trim().slice(0, 200) || 'df printed no numbers'}`);
    return { folder, size: Number(size) * 1024, free: Number(free) * 1024 };
}
function folderIn(log, repository) {
    const begin = log.split('\n').find(line => line.includes(' command begin '));
    if (begin === undefined)
        throw new errors/* UserError */.yo('pgBackRest did not print its configuration', 'check whether a wrapper script replaces the pgbackrest program');
    const option = (name) => new RegExp(` --repo${repository}-${name}=(\\S+)`).exec(begin)?.[1];
    if (option('host') !== undefined || !['posix', 'cifs'].includes(option('type') ?? 'posix'))
        return undefined;
    return option('path') ?? '/var/lib/pgbackrest';
}
function nearlyFull({ folder, size, free }, next) {
    if (free > size / 10 && free > next)
        return undefined;
    return `${gigabytes(free)} of ${gigabytes(size)} are free on the disk of ${folder}, and the next full backup takes ${gigabytes(next)}: when the disk is full, no WAL is archived, and the primary stops; enlarge the disk, or lower \`keep\``;
}
const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(1)} GB`;

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/expiring.js







const ownerAnnotation = 'slipway-owner';
async function expireBackups(task) {
    const { by, name, signal } = task;
    const asProblem = (error) => {
        if (!(error instanceof errors/* UserError */.yo) || signal.aborted)
            throw error;
        return failed(`${name}: ${error.sentence}`);
    };
    const removed = by === undefined ? expiring_nothing : await removeOld(task, by).catch(asProblem);
    const disk = await diskWarnings(task);
    return { problems: [...removed.problems, ...disk.problems], notes: [...removed.notes, ...disk.notes] };
}
const expiring_nothing = { problems: [], notes: [] };
const failed = (problem) => ({ problems: [problem], notes: [] });
async function removeOld(task, by) {
    const { name, locked } = task;
    const own = await backupsIn(task);
    const { expired } = judgeBackups(own, locked, by);
    const notes = foreignBackups(name, own, by);
    if (locked === undefined) {
        const removed = await remove(task, by, own, expired);
        return { problems: removed.problems, notes: [...notes, ...removed.notes] };
    }
    if (expired.length > 0)
        notes.push(`${name}: no longer needed and no longer locked: ${(0,count/* counted */.h)(expired.length, 'backup')} (${sizeOf(own, labelsOf(expired))}), the oldest ${rootsOf(expired)[0]}. Slipway removes nothing from a locked repository, so it grows; remove them with other credentials and \`pgbackrest expire --set\``);
    return { problems: [], notes };
}
async function backupsIn({ exec, place, signal }) {
    const stanza = await stanzaOf({ exec, place, signal });
    (0,info/* demandRead */.aB)(stanza, place.repository, 'no backup is removed from it');
    return stanza.backups.filter(({ repository }) => repository === place.repository);
}
function judgeBackups(backups, locked, by) {
    const { made, needed, policy, now } = by;
    const proved = chains(backups, new Set([made, ...needed]));
    const newest = backups.find(({ label }) => label === made);
    if (newest === undefined)
        throw new errors/* UserError */.yo(`the backup ${made} of this run no longer exists`, 'find out what else expires backups of this stanza, and let only Slipway do it');
    const others = othersIn(backups, by);
    const all = backups.map((each) => {
        const why = each === newest
            ? 'this run has made and proved it'
            : needed.has(each.label)
                ? retention/* neededBySet */.L
                : others.get(each);
        return {
            label: each.label,
            type: types[each.type],
            ...(each.prior === undefined ? {} : { prior: each.prior }),
            finishedAt: each.endedAt,
            ...(proved.has(each.label) ? { verifiedAt: now } : {}),
            ...(locked === undefined ? {} : { lockedUntil: each.endedAt + locked }),
            ...(why === undefined ? {} : { needed: why }),
        };
    });
    return (0,retention/* keep */.a)(all, policy, Math.max(now, newest.endedAt));
}
const types = { full: 'full', diff: 'differential', incr: 'incremental' };
function othersIn(backups, { made, owner, needed, named }) {
    const ours = chains(backups, new Set([made, ...needed, ...named]));
    return new Map(backups.flatMap(each => {
        const by = each.annotations[ownerAnnotation];
        if (by === undefined)
            return ours.has(each.label) ? [] : [[each, 'it has no owner annotation']];
        return by === owner ? [] : [[each, `${by} made it`]];
    }));
}
function chains(backups, labels) {
    const all = new Map(backups.map(each => [each.label, each]));
    const found = new Set();
    for (const label of labels)
        for (let at = all.get(label); at !== undefined && !found.has(at.label); at = all.get(at.prior ?? ''))
            found.add(at.label);
    return found;
}
function rootsOf(expired) {
    const labels = labelsOf(expired);
    return expired
        .filter(({ backup: { prior } }) => prior === undefined || !labels.has(prior))
        .map(({ backup }) => backup.label)
        .sort();
}
const labelsOf = (expired) => new Set(expired.map(({ backup }) => backup.label));
async function remove(task, by, first, expired) {
    const { exec, place, name, locked, signal, report } = task;
    const may = labelsOf(expired);
    let own = first;
    for (const set of rootsOf(expired)) {
        const runExpire = (dryRun) => {
            const fulls = own.filter(({ type, label }) => type === 'full' && label !== set).length;
            return exec((0,pgbackrest/* expire */.Gb)(place, { set, fulls, dryRun }), { signal });
        };
        const asked = await runExpire(true);
        own = await backupsIn(task);
        const gone = own.map(({ label }) => label).filter(label => label === set || isBuiltUpon(own, label, set));
        const mayNow = labelsOf(judgeBackups(own, locked, by).expired);
        const wrong = [...(0,pgbackrest/* expiredLabels */.Dz)(asked.stdout), ...gone].find(label => !may.has(label)) ??
            gone.find(label => !mayNow.has(label));
        if (wrong !== undefined)
            return failed(`${name}: ${set} was not removed: pgBackRest would also remove ${wrong}, which must be kept; find out what else makes backups in this stanza, and run the step again`);
        const done = asked.code === 0 ? await runExpire(false) : asked;
        if (done.code === lockHeld)
            return {
                problems: [],
                notes: [
                    `${name}: ${set} is no longer needed, but is kept until the next run, because another backup or expiry of this stanza is running`,
                ],
            };
        if (done.code !== 0)
            return failed(`${name}: ${set} is no longer needed but was not removed, so the repository grows: ${refused(place, done).sentence} Allow the credentials of pgBackRest to delete there, or declare the repository \`locked\``);
        report(`${name}: removed ${gone.sort().join(', ')}`);
    }
    if (expired.length === 0)
        return expiring_nothing;
    const left = (await backupsIn(task)).find(({ label }) => may.has(label));
    return left === undefined
        ? expiring_nothing
        : failed(`${name}: pgBackRest still lists ${left.label} after its removal, so the repository grows; read the log of pgBackRest in the pod`);
}
function isBuiltUpon(backups, label, set) {
    return label !== set && chains(backups, new Set([label])).has(set);
}
async function diskWarnings(task) {
    const { exec, place, name, signal } = task;
    try {
        const disk = await diskOf(exec, place, signal);
        if (disk === undefined)
            return expiring_nothing;
        const next = (await backupsIn(task)).findLast(({ type }) => type === 'full')?.repositoryCopied ?? 0;
        const why = nearlyFull(disk, next);
        return { problems: why === undefined ? [] : [`${name}: ${why}`], notes: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || signal.aborted)
            throw error;
        return { problems: [], notes: [`${name}: ${error.sentence}`] };
    }
}
function foreignBackups(name, own, by) {
    const others = [...othersIn(own, by).keys()];
    const groups = Map.groupBy(others, ({ annotations }) => annotations[ownerAnnotation]);
    return [...groups].map(([owner, some]) => {
        const size = sizeOf(some, new Set(some.map(({ label }) => label)));
        const what = `${name}: ${(0,count/* counted */.h)(some.length, 'backup')} (${size}) of this stanza, the newest ${some.at(-1)?.label},`;
        return owner === undefined
            ? `${what} without the annotation \`${ownerAnnotation}\` and in no set of this environment: Slipway does not remove them; remove old ones by hand with \`pgbackrest expire --set\``
            : `${what} made by ${owner}: only its runs remove them`;
    });
}
function sizeOf(backups, labels) {
    const bytes = backups
        .filter(({ label }) => labels.has(label))
        .reduce((sum, { repositoryCopied }) => sum + repositoryCopied, 0);
    return gigabytes(bytes);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory.js
var inventory = __webpack_require__(80845);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 1 modules
var proving = __webpack_require__(64067);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/standby.js + 1 modules
var postgres_standby = __webpack_require__(68271);
// EXTERNAL MODULE: ./.build/js/src/cluster/exec.js
var exec = __webpack_require__(90555);
// EXTERNAL MODULE: ./.build/js/src/recovery/detached-command.js
var detached_command = __webpack_require__(63303);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/verify.js
var verify = __webpack_require__(61788);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/verifying.js







const hour = 3_600_000;
function isDue({ last, every }, now) {
    if (last === undefined || last > now)
        return true;
    return now - last >= every - Math.min(every / 2, 12 * hour);
}
async function readBack(task) {
    const { place, name, label, last, pod } = task;
    const due = isDue(task, task.now());
    const all = due ? await readAll(task) : undefined;
    const whole = all && (0,verify/* verifiedRung */.b)(`all of ${name}`, all.answer, place.stanza, all.labels);
    const passed = whole?.state === 'passed';
    if (whole !== undefined && !passed)
        await (0,detached_command/* removeDetached */.Hq)(pod, fullReadName(task));
    const after = {
        last: passed ? all?.at : last,
        isRunning: due && all === undefined,
        deleteReadResult: async () => {
            if (passed)
                await (0,detached_command/* removeDetached */.Hq)(pod, fullReadName(task));
        },
    };
    if (whole !== undefined && all?.labels.includes(label) === true)
        return { rungs: [whole], ...after };
    const answer = await readSet(task);
    const files = (0,verify/* verifiedRung */.b)(`files of ${name}`, answer, place.stanza, [label], true);
    return {
        rungs: [files, ...(whole === undefined ? [] : [whole]), ...overdueRung(task, after.isRunning)],
        ...after,
    };
}
function overdueRung({ name, every, last, now }, isRunning) {
    const age = last === undefined ? 0 : now() - last;
    if (!isRunning || age <= 2 * every)
        return [];
    const problem = `the last full read was ${(0,duration/* formatDuration */.a3)(Math.floor(age / hour) * hour)} ago, and the current one has not finished; raise process-max of pgBackRest, or \`verify\``;
    return [(0,ladder.rungOf)('L1', `all of ${name}`, [problem], '')];
}
const withStartTime = ['sh', '-c', 'date +%s && exec "$@"', 'sh'];
async function readAll(task) {
    const { place, stanza, pod, signal, stopWaiting = AbortSignal.timeout(hour) } = task;
    try {
        const either = AbortSignal.any([signal, stopWaiting]);
        const { stdout, ...rest } = await run(pod, fullReadName(task), [...withStartTime, ...(0,pgbackrest/* verify */.MX)(place)], either);
        const [, seconds = '', said = ''] = /^(\d+)\n(.*)$/s.exec(stdout) ?? [];
        const at = Number(seconds) * 1000;
        const there = stanza.backups.filter(each => each.repository === place.repository && each.endedAt <= at);
        return { answer: { ...rest, stdout: said }, at, labels: there.map(each => each.label) };
    }
    catch (error) {
        if (signal.aborted || !stopWaiting.aborted)
            throw error;
        return undefined;
    }
}
async function readSet(task) {
    const { place, label, pod, signal } = task;
    const name = nameOf(task, `set-${label}`);
    const answer = await run(pod, name, (0,pgbackrest/* verify */.MX)(place, label), signal);
    await (0,detached_command/* removeDetached */.Hq)(pod, name);
    return answer;
}
const fullReadName = (task) => nameOf(task, `all-${task.last ?? 0}`);
const nameOf = ({ place: { stanza, repository } }, what) => `verify-${stanza}-${repository}-${what}`;
async function run(pod, name, command, signal) {
    try {
        return await (0,detached_command/* runDetached */.I3)(pod, name)(command, { signal });
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && !(error instanceof exec/* ExecConnectionLost */.ex) && !signal.aborted)
            await (0,detached_command/* removeDetached */.Hq)(pod, name);
        throw error;
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/database-backup.js













async function backUpDatabase(task) {
    const connection = { database: task.database };
    const { members } = task;
    demandArchiving(task, members);
    const { exec } = members.primary;
    const look = (signal) => stanzaOf({ exec, place: { stanza: task.stanza }, signal });
    const [, before] = await (0,parallel.bothOf)(task.signal, signal => (0,sql/* rowsOf */.RO)(exec, connection, 'checkpoint;', signal), look);
    const annotations = { ...task.annotations, [ownerAnnotation]: task.owner };
    const labelled = [];
    for (const repository of task.repositories) {
        const place = placeOf(task, repository);
        labelled.push({ repository, place, label: await backUp({ ...task, annotations, exec, place, before }) });
    }
    const after = await look(task.signal);
    const made = labelled.map(({ repository, place, label }) => ({
        repository,
        backup: demandGood(after, place, label),
    }));
    for (const { repository, backup } of made)
        task.report(`${repository.name}: ${backupText(backup)}`);
    const counted = await countOn(task, members, connection, made.map(({ backup }) => backup.stopLsn));
    task.report(`${task.name}: counted at ${(0,wal.formatLsn)(counted.lsn)}; waiting until the WAL up to there is archived`);
    const [{ archived }] = await (0,parallel.bothOf)(task.signal, signal => (0,archiver/* askArchiver */.k)(exec, connection, signal), signal => archive({ ...task, signal }, exec));
    const proved = await prove(task, members, archived, await look(task.signal), made);
    const lastOf = (name) => proved.find(({ repository }) => repository === name)?.read.last;
    return {
        database: {
            ...(0,inventory/* databaseOf */.zJ)(counted.inventory, {
                lsn: (0,wal.formatLsn)(counted.lsn),
                timeline: counted.timeline,
                segment: members.primary.segmentSize,
                backups: made.map(({ repository: { name }, backup: { label } }) => {
                    const whole = lastOf(name);
                    return { repository: name, label, ...(whole === undefined ? {} : { whole }) };
                }),
            }),
            name: task.name,
        },
        backups: made.map(({ repository, backup }) => `${repository.name}: ${backupText(backup)}`),
        rungs: proved.flatMap(({ rungs }) => rungs),
        notes: [
            ...members.unreachable.map(each => `no answer from ${each}`),
            ...counted.notes,
            ...proved
                .filter(({ read }) => read.isRunning)
                .map(({ repository }) => `${repository}: the full read is still running, so nothing is removed from it; the next backup reports its result`),
            ...(0,inventory/* uncounted */.cP)(task.name, counted.inventory, task.declared),
        ],
        deleteReadResult: async () => void (await Promise.all(proved.map(({ read }) => read.deleteReadResult()))),
        expire: async (sets, policy, spared) => {
            const isRead = proved.filter(({ read }) => read.isRunning).map(({ repository }) => repository);
            return expireOld(task, exec, made, { sets, policy, spared: new Set([...spared, ...isRead]) });
        },
    };
}
const placeOf = ({ stanza }, { number }) => ({ stanza, repository: number });
function demandArchiving({ name, archiveTimeout }, { primary }) {
    if (archiveTimeout === undefined)
        return;
    const { archiveTimeout: real } = primary;
    if (real > 0 && real <= archiveTimeout)
        return;
    throw new errors/* UserError */.yo(`the database ${name} has archive_timeout ${real === 0 ? 'off' : (0,duration/* formatDuration */.a3)(real)}, but slipway.yml declares ${(0,duration/* formatDuration */.a3)(archiveTimeout)}`, 'set archive_timeout in the database to the value of `archive-timeout`, or correct slipway.yml: the possible data loss depends on it');
}
async function countOn(task, { standbys, primary }, connection, ends) {
    const standby = standbys.find(({ pod }) => pod === task.leftPaused) ?? standbys.find(({ streams }) => streams);
    if (standby === undefined)
        throw new errors/* UserError */.yo(`the contents of ${task.name} cannot be counted: no standby streams WAL from ${primary.pod}`, 'check why replication has stopped, or add a standby');
    const notBefore = ends.find(end => ends.every(other => other <= end));
    return (0,postgres_standby/* pausedInventory */.P)({
        ...{ exec: standby.exec, primary: primary.exec, synchronous: standby.synchronous },
        ...{ connection, sampling: { most: task.inventory } },
        ...(notBefore === undefined ? {} : { notBefore }),
        leftPaused: standby.pod === task.leftPaused,
        note: paused => task.note(paused ? standby.pod : undefined),
        patience: 120_000,
        sleep: async (milliseconds) => void (await task.sleep(milliseconds)),
        signal: task.signal,
    });
}
async function archive({ stanza, signal, name }, exec) {
    const answer = await exec((0,pgbackrest/* check */.z6)({ stanza }), { signal });
    if (answer.code === 0)
        return;
    throw new errors/* UserError */.yo(`WAL of ${name} does not arrive in every repository (${answer.code ?? 'no exit code'}): ${(0,pgbackrest/* failureIn */.Q6)(answer)}`, 'check archive_command, pg_stat_archiver and whether each repository can be reached');
}
async function prove(task, members, archived, stanza, made) {
    const { name, repositories, signal, now, report, readBackAt, verify: every } = task;
    const { exec, segmentSize, pod } = members.primary;
    const worker = { exec, ...task.placeIn(pod), report, sleep: task.sleep };
    report(`${name}: verifying ${repositories.map(each => each.name).join(' and ')}`);
    return (0,parallel.mapOf)(repositories, repositories.length, async (repository) => {
        const place = placeOf(task, repository);
        const label = made.find(each => each.repository === repository)?.backup.label ?? '';
        const last = readBackAt.get(repository.name);
        const reading = readBack({
            ...{ place, pod: worker, label, stanza, every, last, signal, now },
            name: `repository ${repository.number}`,
        });
        const rungs = await (0,proving.proveRepository)({
            ...{ exec, place, size: segmentSize, archived, signal, now },
            files: reading.then(read => read.rungs),
            limits: { backup: task.incremental, wal: (task.archiveTimeout ?? task.incremental) + task.archiveLag },
            stanza,
        });
        return {
            ...{ repository: repository.name, read: await reading },
            rungs: rungs.map(each => ({ ...each, what: `${repository.name}: ${each.what}` })),
        };
    });
}
async function expireOld(task, exec, made, { sets, policy, spared, }) {
    const { owner, signal, report } = task;
    const all = [];
    for (const { repository, backup } of made) {
        const { name, locked } = repository;
        const by = sets === undefined || spared.has(name)
            ? undefined
            : {
                ...{ owner, policy, made: backup.label, now: task.now() },
                needed: sets.labels.get(name) ?? new Set(),
                named: sets.named.get(name) ?? new Set(),
            };
        const place = placeOf(task, repository);
        all.push(await expireBackups({ exec, place, name, locked, by, signal, report }));
    }
    return {
        problems: all.flatMap(({ problems }) => problems),
        notes: all.flatMap(({ notes }) => notes),
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/members.js
var postgres_members = __webpack_require__(84650);
// EXTERNAL MODULE: ./.build/js/src/recovery/sets.js + 1 modules
var recovery_sets = __webpack_require__(48492);
;// CONCATENATED MODULE: ./.build/js/src/recovery/read-back.js


async function readBackBefore({ stores, owner, isTrusted, }) {
    const set = await newestSet(stores, owner);
    if (set === undefined || !(await isTrusted(set)))
        return new Map();
    return new Map(set.manifest.databases.map(({ name, backups }) => [
        name,
        new Map(backups.flatMap(({ repository, whole }) => (whole === undefined ? [] : [[repository, whole]]))),
    ]));
}
async function newestSet(stores, owner) {
    let newest;
    for (const { store } of stores)
        try {
            const id = (await (0,recovery_sets.listSets)(store, owner)).at(-1);
            if (id !== undefined && (newest === undefined || id > newest.id))
                newest = await (0,recovery_sets.readSet)(store, owner, id);
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
        }
    return newest;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/set-retention.js




async function expireSets(stores, owner, policy, now, report, isTrusted) {
    const problems = [];
    const own = new Set(stores.map(({ name }) => name));
    const held = [];
    try {
        for (const each of stores)
            held.push(await expirableIn(each, owner, { policy, now, isTrusted }));
    }
    catch (error) {
        return { problem: `no expired set was removed, so the repositories grow: ${reasonOf(error)}` };
    }
    const staying = [];
    for (const { from, sets, expired } of held) {
        const gone = new Set();
        for (const id of expired) {
            const failed = await (0,recovery_sets.removeSet)(from.store, owner, id).catch(reasonOf);
            if (failed === undefined) {
                gone.add(id);
                report(`${from.name}: removed the set ${id}`);
            }
            else
                problems.push(`${from.name}: the set ${id} has expired, but is kept with everything that it needs: ${failed}`);
        }
        staying.push(...sets.filter(({ id }) => !gone.has(id)).map(set => ({ store: from.name, set })));
    }
    const all = held.flatMap(({ sets }) => sets);
    const needs = (of) => staying
        .flatMap(({ store, set }) => of(set.manifest).map(each => ({ ...each, store })))
        .filter(({ store, repository }) => store === repository || !own.has(repository));
    return {
        problems,
        verified: new Map(all.flatMap(({ manifest }) => snapshotsIn(manifest).map(({ snapshot }) => [snapshot, manifest.at]))),
        needed: new Set(needs(snapshotsIn).map(({ snapshot }) => snapshot)),
        labels: byRepository(needs(labelsIn)),
        named: byRepository(held.flatMap(({ counts }) => counts.flatMap(({ manifest }) => labelsIn(manifest)))),
    };
}
const byRepository = (all) => new Map([...Map.groupBy(all, ({ repository }) => repository)].map(([repository, some]) => [
    repository,
    new Set(some.map(({ label }) => label)),
]));
async function expirableIn(from, owner, by) {
    const sets = await (0,parallel.mapOf)(await (0,recovery_sets.listSets)(from.store, owner), atOnce, id => readOne(from, owner, id));
    if (from.locked !== undefined)
        return { from, sets, expired: [], counts: [] };
    const expired = expiredSets(sets, by.policy, by.now);
    if (expired.length === 0)
        return { from, sets, expired, counts: [] };
    const trusted = await (0,parallel.mapOf)(sets, atOnce, async (set) => ((await by.isTrusted(set)) ? [set] : []));
    const counts = trusted.flat();
    const ids = new Set(counts.map(({ id }) => id));
    return { from, sets, expired: expiredSets(sets, by.policy, by.now, ids), counts };
}
async function readOne({ name, store }, owner, id) {
    try {
        return await (0,recovery_sets.readSet)(store, owner, id);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        throw new errors/* UserError */.yo(`the manifest of the set ${id} in ${name} cannot be read: ${error.message}`, 'restore the manifest, or remove the set if it is no longer needed', { cause: error });
    }
}
const atOnce = 4;
function expiredSets(sets, policy, now, trusted) {
    const backups = sets.map(({ id, manifest: { at } }) => ({
        label: id,
        type: 'full',
        finishedAt: at,
        ...(trusted === undefined || trusted.has(id) ? { verifiedAt: at } : {}),
    }));
    return (0,retention/* keep */.a)(backups, policy, now)
        .expired.map(({ backup }) => backup.label)
        .sort();
}
const snapshotsIn = ({ volumes, objectStores, managed = [] }) => [
    ...volumes.map(({ files }) => files?.backups ?? []),
    ...objectStores.map(({ backups = [] }) => backups),
    ...managed.map(({ backups }) => backups),
].flat();
const labelsIn = ({ databases }) => databases.flatMap(({ backups }) => backups);
function reasonOf(error) {
    if (error instanceof errors/* UserError */.yo)
        return error.sentence;
    throw error;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/backup.js
















async function makeSet(task) {
    const { recovery, by, owner, report } = task;
    const at = task.now();
    const found = await databasesIn(task);
    const pvcs = found.map(({ pvc }) => pvc).filter(each => each !== undefined);
    const run = { owner, tags: [`at=${(0,recovery_sets.setId)(at)}`], signal: task.signal, now: task.now, report };
    return withWorkers(workerOf(task), async (raise) => {
        const [databases, { parts, previous }] = await (0,parallel.bothOf)(task.signal, signal => backUpDatabases({ ...task, signal }, found), async (signal) => ({
            parts: await backUpParts({ ...run, signal }, task, pvcs, raise),
            previous: await previousIn(task),
        }));
        const { cluster, managed, volumes, buckets, inRestic, files } = parts;
        const rungs = [...databases.flatMap(each => each.rungs), ...parts.rungs];
        const { clusterObjects, images, secrets, sealedObjects } = cluster;
        const manifest = {
            ...{ schema: 1, at, by, databases: databases.map(({ database }) => database) },
            ...(managed.made.length === 0 ? {} : { managed: managed.made.map(each => each.managed) }),
            objectStores: buckets.made.map(({ store }) => store),
            volumes: cluster.volumes.map(each => withFiles(each, volumes.made.get(each.pvc))),
            ...{ clusterObjects, images, secrets, ...(sealedObjects === undefined ? {} : { sealedObjects }) },
            attachments: (0,recovery_sets.attachmentsOf)(files),
            tools: toolsOf(inRestic),
        };
        const problems = [
            ...(0,ladder.unproved)(rungs),
            ...parts.problems,
            ...missingSourcesIn(manifest, recovery, task.cluster.namespace),
        ];
        const { signed, growth, notes, unlocked } = await finish(task, run, {
            at,
            manifest,
            files,
            problems,
            inRestic,
            databases,
        });
        return {
            ...{ id: (0,recovery_sets.setId)(at), manifest, rungs, growth, signed },
            problems: [...problems, ...unlocked],
            backups: Object.fromEntries([
                ...databases.map(({ database, backups }) => [database.name, backups]),
                ...inRestic.map(each => [each.source.name, each.sentences]),
            ]),
            drift: previous && driftFrom(previous, cluster.objects).map(({ sentence }) => sentence),
            notes: [
                ...databases.flatMap(each => each.notes),
                ...managed.made.flatMap(each => each.notes),
                ...[...cluster.notes, ...notes],
            ],
        };
    });
}
const workerOf = (task) => (what) => 'pvc' in what ? task.workerFor(what.pvc) : task.dumperFor(what.managed);
async function databasesIn({ recovery, podsOf, signal }) {
    const all = [];
    for (const [name, declared] of Object.entries(recovery.databases)) {
        const found = await podsOf(name);
        const members = await (0,postgres_members/* membersOf */.l)(found.pods, { database: declared.database }, signal);
        const pvc = (0,data_mount/* dataMount */.a)(found.workload, declared.container, members.primary.data)?.pvc;
        all.push({ ...found, name, declared, members, pvc });
    }
    return all;
}
async function backUpDatabases(task, found) {
    const all = [];
    const before = await readBackBefore(task);
    for (const each of found)
        all.push(await backUpDatabase(orderFor(each, task, before.get(each.name) ?? new Map())));
    return all;
}
function toolsOf([first]) {
    return first === undefined ? {} : { restic: first.version };
}
async function previousIn({ stores, owner, recovery }) {
    if (!recovery.objects.export)
        return undefined;
    for (const { store } of stores)
        try {
            return await (0,attachments.knownIn)({ store, owner, set: await (0,recovery_sets.readSet)(store, owner) });
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
        }
    return undefined;
}
async function finish(task, run, made) {
    const { stores, owner, recovery, report } = task;
    const { at, manifest, files, problems, inRestic, databases } = made;
    const { within: window, ...places } = recovery.keep;
    const policy = { ...places, window };
    if (problems.length > 0)
        return { signed: false, unlocked: [], ...(await expireIn(databases, undefined, policy, new Set())) };
    const id = (0,recovery_sets.setId)(at);
    const content = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
    const bundle = await task.sign(id, content);
    await task.assertHeld();
    for (const { store, locked } of stores)
        await (0,recovery_sets.writeSet)(store, owner, { id, content, bundle, files }, locked === undefined ? undefined : at + locked);
    for (const each of databases)
        await each.deleteReadResult();
    const unlocked = await (0,locks.unlockedIn)(stores, owner, task.now(), id);
    const doubtful = new Set(unlocked.keys());
    const expired = await expireSets(stores, owner, policy, task.now(), report, task.isTrusted);
    const isKnown = !('problem' in expired);
    const here = isKnown
        ? [...expired.problems, ...(await (0,backup_sources/* expireSources */.Ke)(run, inRestic, policy, expired))]
        : [expired.problem];
    const { growth, notes } = await expireIn(databases, isKnown ? expired : undefined, policy, doubtful);
    return {
        signed: bundle !== undefined,
        unlocked: [...unlocked.values()],
        growth: [...[...doubtful].map(sparedText), ...here, ...growth],
        notes,
    };
}
const sparedText = (name) => `${name}: nothing is removed from it, so it grows: slipway.yml declares it locked, but its lock is in doubt; lock it as slipway.yml says, or delete \`locked\``;
async function expireIn(databases, ...order) {
    const all = [];
    for (const each of databases)
        all.push(await each.expire(...order));
    return {
        growth: all.flatMap(({ problems }) => problems),
        notes: all.flatMap(({ notes }) => notes),
    };
}
function orderFor({ name, declared, members, leftPaused, note, placeIn }, { owner, recovery, type, annotations, signal, now, sleep, report }, readBackAt) {
    const { repositories, databases } = recovery;
    return {
        owner: `${owner.app}/${owner.environment}`,
        ...{ name, type, annotations, signal, now, sleep, report },
        ...{ members, leftPaused, note },
        stanza: declared.stanza,
        database: declared.database,
        declared: Object.values(databases)
            .filter(({ stanza }) => stanza === declared.stanza)
            .map(({ database }) => database),
        repositories: declared.to.map(each => ({
            name: each,
            number: repositories[each]?.pgbackrest ?? 0,
            locked: repositories[each]?.locked,
        })),
        full: declared.full,
        incremental: declared.incremental,
        archiveTimeout: declared['archive-timeout'],
        archiveLag: declared['archive-lag'],
        ...{ inventory: declared.inventory, verify: declared.verify, readBackAt, placeIn },
    };
}


/***/ }),

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 87493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ dataMount)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);


function dataMount(workload, container, directory) {
    const { containers = [], volumes = [] } = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(workload)?.spec ?? {};
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', directory);
    const mounts = containers.find(({ name }) => container === undefined || name === container)?.volumeMounts;
    const [mount] = (mounts ?? [])
        .map(each => ({ ...each, at: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', each.mountPath) }))
        .filter(({ at }) => path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`))
        .toSorted((a, b) => b.at.length - a.at.length);
    if (mount === undefined)
        return undefined;
    const place = { part: mount.subPath !== undefined, folder: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(mount.at, path) };
    if (workload.spec?.volumeClaimTemplates?.some(({ metadata }) => metadata?.name === mount.name))
        return { pvc: `${mount.name}-${workload.metadata?.name}`, perPod: true, ...place };
    const pvc = volumes.find(({ name }) => name === mount.name)?.persistentVolumeClaim?.claimName;
    return pvc === undefined ? undefined : { pvc, perPod: false, ...place };
}


/***/ }),

/***/ 63303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hq: () => (/* binding */ removeDetached),
/* harmony export */   I3: () => (/* binding */ runDetached),
/* harmony export */   SV: () => (/* binding */ withReconnect)
/* harmony export */ });
/* unused harmony export joinScript */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90555);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77462);





const usualPatience = 600_000;
const turns = 50;
const tell = 60_000;
const clearing = 30_000;
const lives = `lives() { kill -0 "$1" 2> /dev/null && ! grep -q '^State:.Z' "/proc/$1/status" 2> /dev/null; }`;
const joinScript = `umask 077
d=$1 what=$2 bytes=$3 turns=$4; shift 4
say() { printf '\\nslipway: %s\\n' "$1"; exit 0; }
${lives}
if ! [ -e "$d" ]; then
  mkdir -p "\${d%/*}"
  in=$d.in.$$
  # Exactly this many bytes: the end of the input is not always signaled.
  head -c "$bytes" > "$in"
  [ "$(wc -c < "$in")" -eq "$bytes" ] || { rm -f "$in"; say cut; }
  # Of two concurrent starts, only one creates the folder.
  if mkdir "$d" 2> /dev/null; then
    mv "$in" "$d/in"
    printf %s "$what" > "$d/what"
    (
      trap '' HUP
      code=0
      "$@" < "$d/in" > "$d/out" 2> "$d/err" || code=$?
      rm -f "$d/in"
      echo "$code" > "$d/code.new"
      mv "$d/code.new" "$d/code"
    ) < /dev/null > /dev/null 2>&1 &
    echo "$!" > "$d/pid"
  else
    rm -f "$in"
  fi
fi
n=0
until [ -s "$d/pid" ] || [ "$n" -ge 25 ]; do n=$((n + 1)); sleep 0.2; done
[ "$(cat "$d/what" 2> /dev/null)" = "$what" ] || say other
n=0
until [ -e "$d/code" ]; do
  if ! lives "$(cat "$d/pid" 2> /dev/null)"; then [ -e "$d/code" ] || say dead; fi
  [ "$n" -lt "$turns" ] || say running
  n=$((n + 1))
  sleep 0.2
done
cat "$d/out"
cat "$d/err" >&2
say "$(cat "$d/code")"`;
const forgetScript = `${lives}
if [ -e "$1/code" ] || ! lives "$(cat "$1/pid" 2> /dev/null)"; then rm -rf "$1"; fi`;
async function removeDetached({ exec, folder }, name) {
    const signal = AbortSignal.timeout(clearing);
    await exec(['sh', '-c', forgetScript, 'slipway', `${folder}/${name}`], { signal }).catch(() => undefined);
}
function withReconnect(place) {
    return async (command, options = {}) => {
        const begun = performance.now();
        for (;;) {
            const said = await converse(place, command, options);
            if (!('lost' in said))
                return said;
            if (options.signal?.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
            if (performance.now() - begun >= (place.patience ?? usualPatience))
                throw said.lost;
            place.report(`${said.lost.message}; retrying`);
            await place.sleep(1000);
        }
    };
}
function runDetached(place, name) {
    const exec = withReconnect(place);
    return async (command, { input = '', signal } = {}) => {
        const what = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256Of */ .Bj)(JSON.stringify([command, input]));
        const given = [`${place.folder}/${name}`, what, String(Buffer.byteLength(input)), String(turns)];
        const join = ['sh', '-c', joinScript, 'slipway', ...given, ...command];
        const begun = performance.now();
        let told = begun;
        for (;;) {
            const said = await exec(join, { ...(input !== '' && { input }), ...(signal && { signal }) });
            if (signal?.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
            const answer = answerOf(said, name);
            if (answer !== undefined)
                return answer;
            const now = performance.now();
            if (now - told >= tell) {
                told = now;
                place.report(`${name} is still running, ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(Math.round((now - begun) / 1000) * 1000)} so far`);
            }
            await place.sleep(0);
        }
    };
}
async function converse({ exec, gone }, command, options) {
    try {
        await demandPod(gone);
        return await exec(command, options);
    }
    catch (error) {
        if (!(error instanceof _cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .ExecConnectionLost */ .ex || error instanceof ClusterAway)) {
            await demandPod(gone);
            throw error;
        }
        return { lost: error };
    }
}
class ClusterAway extends Error {
}
async function demandPod(gone) {
    const why = await gone().catch((cause) => {
        if (cause instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingRight */ .tH || !(cause instanceof Error))
            throw cause;
        throw new ClusterAway(cause.message, { cause });
    });
    if (why !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(why, 'find out what happened to that pod and its node');
}
function answerOf({ code, stdout, stderr }, name) {
    const [end, how] = /\nslipway: (\w+)$/.exec(stdout) ?? [];
    const failed = (problem, remedy) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${name} ${problem}`, remedy);
    if (end === undefined || how === undefined)
        throw failed(`cannot be run in the pod (${code ?? 'ended'}): ${stderr.trim().slice(0, 300) || 'no reason given'}`, 'use an image with sh, cat, head, wc, mkdir and grep, and make its folder writable');
    switch (how) {
        case 'running':
        case 'cut':
            return undefined;
        case 'other':
            throw failed('differs from the command of that name that an earlier run started', 'clean up what that run left, and start again');
        case 'dead':
            throw failed('ended without an exit code: it was killed', 'check whether the pod has enough memory and disk space, and start again');
        default:
            return { code: Number(how), stdout: stdout.slice(0, -end.length).replace(/\n$/, ''), stderr };
    }
}


/***/ }),

/***/ 33451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkImages: () => (/* binding */ checkImages),
  keepImages: () => (/* binding */ keepImages),
  restoreImages: () => (/* binding */ restoreImages),
  runningImages: () => (/* binding */ runningImages),
  saveImages: () => (/* binding */ saveImages)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/registry/copy.js
var copy = __webpack_require__(91152);
// EXTERNAL MODULE: ./.build/js/src/registry/layout.js
var layout = __webpack_require__(32567);
// EXTERNAL MODULE: ./.build/js/src/registry/legacy.js
var legacy = __webpack_require__(53302);
// EXTERNAL MODULE: ./.build/js/src/registry/manifest.js
var manifest = __webpack_require__(99532);
// EXTERNAL MODULE: ./.build/js/src/registry/verified.js
var verified = __webpack_require__(81);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
;// CONCATENATED MODULE: ./.build/js/src/recovery/images-folder.js









const names = {
    repository: 'dev.slipway.repository',
    subject: 'dev.slipway.subject',
    tag: 'dev.slipway.tag',
};
const atOnce = 4;
const blobPath = (folder, digest) => (0,external_node_path_.join)(folder, 'blobs', ...digest.split(':'));
async function readKept(folder) {
    const foreign = (cause) => new errors/* UserError */.yo(`${folder} contains something other than images saved by slipway`, 'choose another folder', {
        cause,
    });
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined) {
        const ours = /^(blobs|oci-layout|.+\.partial)$/;
        if ((await (0,promises_.readdir)(folder).catch(() => [])).every(each => ours.test(each)))
            return [];
        throw foreign();
    }
    const manifests = (0,map/* jsonMap */.vM)(text)?.manifests;
    if (!Array.isArray(manifests))
        throw foreign();
    return (0,map/* mapsIn */.nf)(manifests).map((entry) => {
        const { digest, mediaType, size, annotations } = entry;
        const { [names.repository]: repository, [names.subject]: subject, [names.tag]: tag, } = (0,map/* isMap */.jh)(annotations) ? annotations : {};
        if (typeof digest !== 'string' || !(0,reference/* isDigest */.Bc)(digest) || typeof repository !== 'string')
            throw foreign();
        return {
            ...{ digest, mediaType: String(mediaType), size: Number(size), repository },
            ...(typeof subject === 'string' && (0,reference/* isDigest */.Bc)(subject) ? { subject } : {}),
            ...(typeof tag === 'string' ? { tag } : {}),
        };
    });
}
async function writeKept(folder, kept) {
    const keyOf = ({ repository, digest, subject, tag }) => [repository, digest, subject, tag].join(' ');
    const all = new Map(kept.map(each => [keyOf(each), each]));
    const manifests = [...all.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { digest, mediaType, size, repository, subject, tag }]) => ({
        ...{ mediaType, digest, size },
        annotations: {
            [names.repository]: repository,
            ...(subject === undefined ? {} : { [names.subject]: subject }),
            ...(tag === undefined ? {} : { [names.tag]: tag }),
        },
    }));
    const write = async (name, content) => {
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, `${name}.partial`), content);
        await (0,promises_.rename)((0,external_node_path_.join)(folder, `${name}.partial`), (0,external_node_path_.join)(folder, name));
    };
    await (0,promises_.mkdir)(folder, { recursive: true });
    await write('oci-layout', '{"imageLayoutVersion":"1.0.0"}');
    await write('index.json', JSON.stringify({ schemaVersion: 2, mediaType: manifest/* indexType */.xt, manifests }));
}
async function putTree(folder, { blobs, manifests }, save) {
    let bytes = 0;
    await (0,parallel.eachOf)(blobs, atOnce, async (blob) => {
        const path = blobPath(folder, blob.digest);
        if ((await (0,promises_.stat)(path).catch(() => undefined))?.size === blob.size)
            return;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        const partial = `${path}.partial`;
        try {
            await save(blob, partial);
            await (0,promises_.rename)(partial, path);
        }
        catch (error) {
            await (0,promises_.rm)(partial, { force: true });
            throw error;
        }
        bytes += blob.size;
    });
    for (const { digest, body } of manifests) {
        const path = blobPath(folder, digest);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(`${path}.partial`, body);
        await (0,promises_.rename)(`${path}.partial`, path);
    }
    return bytes;
}
async function faultOf(folder, digest) {
    const [algorithm = '', expected] = digest.split(':');
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(blobPath(folder, digest)))
            hash.update(chunk);
    }
    catch {
        return `${digest} is missing`;
    }
    return hash.digest('hex') === expected ? undefined : `${digest} is damaged`;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/images.js










function runningImages(pods) {
    const images = new Set();
    const unknown = [];
    for (const { metadata, spec, status } of pods) {
        const statuses = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
        for (const { name, image = '' } of [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])]) {
            const { repository, digest } = (0,reference/* parseReference */.F2)(image);
            const pulled = statuses.find(each => each.name === name)?.imageID ?? '';
            const [, found = ''] = /@(sha\d+:[0-9a-f]+)$/.exec(pulled) ?? [];
            const known = digest ?? ((0,reference/* isDigest */.Bc)(found) ? found : undefined);
            if (known === undefined)
                unknown.push(`the digest of ${image} in the container ${name} of the pod ${metadata?.name} is unknown`);
            else
                images.add(`${repository}@${known}`);
        }
    }
    return { images: [...images].sort(), unknown };
}
async function saveImages(task, images) {
    const { registry, folder, report } = task;
    let kept = await readKept(folder);
    for (const image of images) {
        const { repository, digest } = (0,reference/* parseReference */.F2)(image);
        if (digest === undefined)
            throw new errors/* UserError */.yo(`${image} has no digest`, 'write it with @sha256:…');
        const tree = await treeOf(registry, repository, digest);
        const save = (blob, path) => (0,verified.saveBlob)(registry, repository, blob, path);
        let bytes = await putTree(folder, tree, save);
        const own = [keptOf(tree, repository)];
        for (const attached of await attachedTo(registry, repository, tree)) {
            bytes += await putTree(folder, attached.tree, save);
            own.push(attached.kept);
        }
        kept = [...kept, ...own];
        await writeKept(folder, kept);
        report(`${image}: ${(0,count/* counted */.h)(tree.images.length, 'platform')}, ${own.length - 1} attached, ${(bytes / 1e6).toFixed(1)} MB copied`);
    }
    return kept;
}
async function treeOf(registry, repository, digest) {
    const tree = await registry.tree(repository, digest);
    if (tree !== undefined)
        return tree;
    throw new errors/* UserError */.yo(`${repository} does not have ${digest}, which is in use`, 'push it there again, because a recovery needs it');
}
function keptOf({ root }, repository, attached = {}) {
    const { digest, mediaType, body } = root;
    return { digest, mediaType, size: body.length, repository, ...attached };
}
const deepest = 3;
async function attachedTo(registry, repository, tree) {
    const all = [];
    const known = new Set();
    let subjects = tree.manifests.map(({ digest }) => digest);
    for (let depth = 1; depth <= deepest && subjects.length > 0; depth += 1) {
        const found = [];
        for (const subject of subjects) {
            known.add(subject);
            for (const { digest } of await registry.referrers(repository, subject))
                found.push(await attachedBy(registry, repository, digest, { subject }));
            for (const suffix of legacy/* suffixes */.kT) {
                const tag = (0,legacy/* legacyTag */.w_)(subject, suffix);
                const there = tag === undefined ? undefined : await registry.manifest(repository, tag);
                if (tag !== undefined && there !== undefined)
                    found.push(await attachedBy(registry, repository, there.digest, { subject, tag }));
            }
        }
        all.push(...found);
        subjects = found.map(({ kept }) => kept.digest).filter(digest => !known.has(digest));
    }
    return all;
}
async function attachedBy(registry, repository, digest, how) {
    const tree = await treeOf(registry, repository, digest);
    return { tree, kept: keptOf(tree, repository, how) };
}
async function keepImages(task, folders, images) {
    const rungs = [];
    for (const { name, folder } of folders) {
        await saveImages({ ...task, folder }, images);
        const [first, ...more] = await checkImages(folder, images);
        rungs.push({
            level: 'L1',
            what: `images in ${name}`,
            ...(first === undefined
                ? {
                    state: 'passed',
                    sentence: `${(0,count/* counted */.h)(images.length, 'image')}, every byte read back and correct`,
                }
                : {
                    state: 'failed',
                    sentence: `${first}${more.length === 0 ? '' : `, and ${more.length} more`}`,
                }),
        });
    }
    return rungs;
}
async function checkImages(folder, images) {
    const kept = await readKept(folder);
    const there = new Set(kept.map(({ repository, digest }) => `${repository}@${digest}`));
    const problems = images.filter(each => !there.has(each)).map(each => `${each} is not in ${folder}`);
    const faulty = new Map();
    for (const each of kept) {
        const digests = await digestsIn(folder, each).catch((error) => {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            problems.push(error.message);
            return [];
        });
        for (const digest of digests)
            if (!faulty.has(digest))
                faulty.set(digest, await faultOf(folder, digest));
    }
    return [...problems, ...[...faulty.values()].filter(each => each !== undefined)];
}
async function digestsIn(folder, kept) {
    const { manifests, blobs } = await wholeTree(folder, kept);
    return [...manifests, ...blobs].map(({ digest }) => digest);
}
async function wholeTree(folder, { digest, mediaType }) {
    const tree = await (0,layout/* layoutTree */.TA)(folder, { digest, mediaType });
    if (tree !== undefined)
        return tree;
    throw new errors/* UserError */.yo(`${digest} is missing in ${folder}`, 'use another copy of the folder');
}
async function restoreImages({ registry, folder, report }, place) {
    const [problem, ...more] = await checkImages(folder, []);
    if (problem !== undefined)
        throw new errors/* UserError */.yo(`the images in ${folder} are damaged: ${problem}${more.length === 0 ? '' : `, and ${more.length} more`}`, 'use another copy of the folder');
    const kept = await readKept(folder);
    const images = kept.filter(({ subject }) => subject === undefined);
    const uploaded = new Set();
    for (const each of [...images, ...kept.filter(({ subject }) => subject !== undefined)]) {
        const repository = place(each.repository);
        const tree = await wholeTree(folder, each);
        for (const blob of tree.blobs) {
            const key = `${repository} ${blob.digest}`;
            if (uploaded.has(key))
                continue;
            const open = async (from) => (0,external_node_fs_.createReadStream)(blobPath(folder, blob.digest), { start: from });
            await registry.uploadBlob(repository, blob, open);
            uploaded.add(key);
        }
        for (const manifest of tree.manifests)
            await registry.putManifest(repository, manifest);
        await attach(registry, repository, each, tree);
        await (0,copy/* readBack */.e7)(registry, tree, repository, each.tag === undefined ? [] : [each.tag]);
        if (each.subject === undefined)
            report(`restored ${repository}@${each.digest}, ${(0,count/* counted */.h)(tree.images.length, 'platform')}`);
    }
    return images.map(({ repository, digest }) => `${place(repository)}@${digest}`);
}
async function attach(registry, repository, kept, { root }) {
    const { subject, tag, digest, mediaType, size } = kept;
    if (tag !== undefined)
        await registry.putManifest(repository, root, tag);
    else if (subject !== undefined) {
        const artifactType = (0,manifest/* artifactTypeOf */.Gh)(root.body) ?? '';
        await registry.list(repository, subject, [{ digest, mediaType, size, artifactType, annotations: {} }]);
    }
}


/***/ }),

/***/ 89349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkLock: () => (/* binding */ checkLock),
/* harmony export */   unlockedIn: () => (/* binding */ unlockedIn)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _sets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48492);



const clockSkew = 60_000;
async function checkLock({ store, others, locked }, owner, now, set) {
    try {
        const id = set ?? (await (0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.listSets)(store, owner)).at(-1);
        if (id === undefined)
            return {
                problem: `${store.name} contains no backup set yet, so no lock can be read`,
                help: 'make a backup',
            };
        const until = await store.lockedUntil((0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.manifestPath)(owner, id));
        if (until === undefined || until <= now)
            return {
                problem: `the set ${id} in ${store.name} is not locked: any user with the permission may delete it`,
                help: 'create the bucket with object lock: not every store can add it later',
            };
        if (until < (0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.setTime)(id) + locked - clockSkew)
            return {
                problem: `the set ${id} in ${store.name} is locked only until ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(until)}, but slipway.yml says ${daysOf(locked)}`,
                help: 'check which setting of the bucket shortens it, or correct `locked`',
            };
        for (const each of others) {
            const usual = (await each.lockedByDefault()) ?? 0;
            if (usual < locked)
                return {
                    problem: `the default retention of ${each.name}, where pgBackRest and restic write, is ${usual === 0 ? 'not set' : `only ${daysOf(usual)}`}, but slipway.yml says ${daysOf(locked)}`,
                    help: 'give the bucket a default retention in COMPLIANCE mode that is at least as long',
                };
        }
        return undefined;
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        return {
            problem: `its lock cannot be read: ${error.message}`,
            help: 'grant the credentials s3:GetObjectRetention and s3:GetBucketObjectLockConfiguration',
        };
    }
}
async function unlockedIn(stores, owner, now, set) {
    const sentences = new Map();
    for (const { name, store, locked, others = [] } of stores) {
        if (locked === undefined)
            continue;
        const doubt = await checkLock({ store, others, locked }, owner, now, set);
        if (doubt !== undefined)
            sentences.set(name, `the repository ${name} is not locked as slipway.yml says: ${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withRemedy */ .v9)(doubt.problem, doubt.help)}`);
    }
    return sentences;
}
const daysOf = (duration) => `${Math.round((duration / 86_400_000) * 10) / 10} days`;


/***/ }),

/***/ 20597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ askArchiver)
/* harmony export */ });
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16677);

const query = `select json_build_object('failed', failed_count::int, 'archived', last_archived_wal,
  'archivedAgo', (extract(epoch from clock_timestamp() - last_archived_time) * 1000)::bigint,
  'timeout', (select setting::bigint * 1000 from pg_settings where name = 'archive_timeout'),
  'current', pg_walfile_name(pg_current_wal_lsn()),
  'waiting', (select count(*)::int from pg_ls_archive_statusdir() where name ~ '^[0-9A-F]{24}[.]ready$'),
  'bytes', (select sum(size)::bigint from pg_ls_waldir())) from pg_stat_archiver;`;
async function askArchiver(exec, connection, signal) {
    const [row = {}] = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .RO)(exec, connection, query, signal);
    const { failed, archived, archivedAgo, timeout, current, waiting, bytes } = row;
    return {
        archivedAgo: typeof archivedAgo === 'number' ? archivedAgo : undefined,
        timeout: Number(timeout),
        ...{ failed: Number(failed), waiting: Number(waiting), bytes: Number(bytes), current: String(current) },
        archived: typeof archived === 'string' ? archived : undefined,
    };
}


/***/ }),

/***/ 84650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ membersOf)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16677);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26401);




const query = `select json_build_object('standby', pg_is_in_recovery(),
  'streams', exists (select from pg_stat_wal_receiver where status = 'streaming'),
  'segment', (select setting::bigint from pg_settings where name = 'wal_segment_size'),
  'timeout', (select setting::bigint * 1000 from pg_settings where name = 'archive_timeout'),
  'archived', (select last_archived_wal from pg_stat_archiver),
  'data', current_setting('data_directory'),
  'name', (select coalesce((regexp_match(conninfo, '(?:^| )application_name=([^ ]+)'))[1],
    nullif(current_setting('cluster_name'), ''), 'walreceiver') from pg_stat_wal_receiver),
  'synchronous', (select coalesce(json_agg(application_name), '[]') from pg_stat_replication where sync_state <> 'async'));`;
async function membersOf(pods, connection, signal) {
    const unreachable = [];
    const asked = [...pods].map(async ([pod, exec]) => {
        try {
            const [row = {}] = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(exec, connection, query, signal);
            return [memberOf(pod, exec, row)];
        }
        catch (error) {
            if (signal.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            unreachable.push(`${pod}: ${error.message}`);
            return [];
        }
    });
    const found = (await Promise.all(asked)).flat();
    const waitedFor = new Set(found.flatMap(({ waitsFor }) => waitsFor));
    const members = found.map(({ member, name }) => ({ ...member, synchronous: waitedFor.has(name) }));
    const [primary, ...more] = members.filter(({ role }) => role === 'primary');
    if (primary === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${pods.size === 1 ? 'the only pod is not' : `none of ${pods.size} pods is`} the primary${unreachable.length === 0 ? '' : ` (${unreachable.join('; ')})`}`, 'check whether the database is running, and whether `database` and `container` in slipway.yml are right');
    if (more.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the database has more than one primary: ${[primary, ...more].map(({ pod }) => pod).join(' and ')}`, 'find out which one clients write to, and stop the others at once');
    const standbys = members.filter(({ role }) => role === 'standby');
    const rank = ({ streams, synchronous }) => 2 * Number(!streams) + Number(synchronous);
    return { primary, standbys: standbys.toSorted((a, b) => rank(a) - rank(b)), unreachable };
}
function memberOf(pod, exec, row) {
    const { standby, streams, segment, timeout, archived, data, name, synchronous } = row;
    const size = (0,_wal_js__WEBPACK_IMPORTED_MODULE_2__.parseSegmentSize)(Number(segment));
    if (size === undefined || typeof standby !== 'boolean' || typeof data !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${pod} gave an unexpected answer`, 'use PostgreSQL 14 or later');
    const member = {
        ...{ pod, exec, data },
        role: standby ? 'standby' : 'primary',
        streams: streams === true,
        segmentSize: size,
        archiveTimeout: Number(timeout),
        archived: typeof archived === 'string' ? archived : undefined,
    };
    return { member, name: String(name), waitsFor: standby ? [] : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)(synchronous) };
}


/***/ }),

/***/ 68271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ isConflict),
  P: () => (/* binding */ pausedInventory)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory-sql.js
var inventory_sql = __webpack_require__(56428);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/commits.js




const settingsQuery = `select json_build_object(
  'synchronous', current_setting('synchronous_standby_names') <> '',
  'applies', exists (select from pg_settings where name = 'synchronous_commit' and 'remote_apply' in (setting, reset_val))
    or exists (select from pg_file_settings where name = 'synchronous_commit' and setting = 'remote_apply')
    or exists (select from pg_db_role_setting where 'synchronous_commit=remote_apply' = any (setconfig))
    or exists (select from pg_proc where 'synchronous_commit=remote_apply' = any (proconfig)));`;
async function waitsFor({ primary, connection }, isSynchronous, signal) {
    const [row = {}] = await (0,sql/* rowsOf */.RO)(primary, connection, settingsQuery, signal);
    if (row.synchronous !== true)
        return 'none';
    return isSynchronous && row.applies === true ? 'apply' : 'seldom';
}
const waitingQuery = `select json_build_object('commits', coalesce(json_agg(pid || ' ' || xact_start), '[]'))
from pg_stat_activity where wait_event = 'SyncRep' and xact_start is not null;`;
const releaseScript = `select json_build_object() from pg_wal_replay_resume();
select json_build_object('ended', pg_cancel_backend(pid)) from pg_stat_activity
where application_name = '${inventory_sql/* counting */.Mr}' and exists (select from pg_stat_activity where backend_type = 'startup'
  and (wait_event like 'RecoveryConflict%' or wait_event_type in ('Lock', 'BufferPin')));`;
const interval = 1000;
const patience = 5_000;
async function guardCommits(replicas, ended, sleep) {
    const { standby, connection } = replicas;
    const aborted = new Promise(resolve => ended.addEventListener('abort', resolve, { once: true }));
    let released = false;
    let before = [];
    for (;;) {
        await Promise.race([sleep(interval), aborted]);
        if (ended.aborted)
            return released;
        const now = await waitingCommits(replicas, ended);
        if (ended.aborted)
            return released;
        if (now === undefined || now.some(commit => before?.includes(commit))) {
            released = true;
            await answered(ended, signal => (0,sql/* rowsOf */.RO)(standby, connection, releaseScript, signal));
        }
        before = now;
    }
}
async function waitingCommits({ primary, connection }, ended) {
    const rows = await answered(ended, signal => (0,sql/* rowsOf */.RO)(primary, connection, waitingQuery, signal));
    return rows && (0,map/* textsIn */.Ej)(rows[0]?.commits);
}
async function answered(ended, ask) {
    const signal = AbortSignal.any([ended, AbortSignal.timeout(patience)]);
    const aborted = new Promise(resolve => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
    return Promise.race([ask(signal).catch(ignored), aborted]);
}
function ignored(error) {
    if (error instanceof errors/* UserError */.yo)
        return undefined;
    throw error;
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory.js
var inventory = __webpack_require__(80845);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/standby.js






async function pausedInventory(standby) {
    const first = await stateOf(standby, standby.signal);
    const notes = await endOldPause(standby, first);
    await reach(standby, first);
    const waits = await waitsFor(standby, standby.synchronous, standby.signal);
    await standby.note(true);
    let failure;
    try {
        const found = await counted(standby, waits);
        return { ...found, notes: [...notes, ...found.notes] };
    }
    catch (error) {
        failure = error;
        throw error;
    }
    finally {
        await resume(standby, failure);
        await standby.note(false);
    }
}
const attempts = 3;
const pauseBetween = 1000;
async function counted(standby, waits) {
    const { exec, connection, sampling = inventory_sql/* everything */.YT, patience, signal } = standby;
    const script = (0,inventory_sql/* inventoryScript */.aC)(sampling, { patience, resumes: waits === 'apply' });
    for (let attempt = 1;; attempt += 1) {
        try {
            const [rows, waited] = await guarded(standby, waits, () => (0,sql/* rowsOf */.RO)(exec, connection, script, signal));
            const place = rows.find(({ kind }) => kind === 'place') ?? {};
            const notes = waited
                ? ['commits waited for a standby during the count, so its replay was resumed']
                : [];
            if (place.pause === 'paused')
                return { ...placeOf(place), inventory: (0,inventory/* inventoryOf */.o8)(rows), notes };
        }
        catch (error) {
            if (!isConflict(error))
                throw error;
            if (attempt === attempts)
                throw conflicting(error);
            await resume(standby, error);
            await standby.sleep(pauseBetween);
        }
        if (attempt === attempts)
            throw new errors/* UserError */.yo('the standby did not pause in time', 'check pg_stat_activity on the standby: a query may block replay, or another program may resume it at once');
    }
}
async function guarded({ primary, exec, connection, sleep }, waits, work) {
    if (waits === 'none')
        return [await work(), false];
    const ended = new AbortController();
    const guarding = guardCommits({ primary, standby: exec, connection }, ended.signal, sleep);
    guarding.catch(() => undefined);
    let result;
    try {
        result = await work();
    }
    finally {
        ended.abort();
    }
    return [result, await guarding];
}
const isConflict = (error) => error instanceof errors/* UserError */.yo &&
    /conflict with recovery|due to user request|due to lock timeout/.test(error.message);
const conflicting = (cause) => new errors/* UserError */.yo(`the count conflicted with replay on the standby ${attempts} times: ${cause.message}`, 'set hot_standby_feedback = on on the standby, or add an asynchronous one, and change no table definitions during the count', { cause });
function placeOf({ lsn: text, timeline }) {
    const lsn = (0,wal.parseLsn)(String(text));
    if (lsn === undefined || typeof timeline !== 'number')
        throw odd(`${text} on timeline ${timeline}`);
    return { lsn, timeline };
}
const stateQuery = `select json_build_object('standby', pg_is_in_recovery(),
  'pause', case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() end,
  'lsn', pg_last_wal_replay_lsn()::text,
  'timeline', coalesce(
    (select received_tli from pg_stat_wal_receiver where status = 'streaming'),
    (select greatest(c.timeline_id, r.min_recovery_end_timeline) from pg_control_checkpoint() c, pg_control_recovery() r)));`;
async function stateOf(standby, signal, after = '') {
    const rows = await (0,sql/* rowsOf */.RO)(standby.exec, standby.connection, `${after}${stateQuery}`, signal);
    const row = rows.at(-1);
    const { pause, timeline } = row ?? {};
    const lsn = (0,wal.parseLsn)(String(row?.lsn));
    if (row?.standby !== true)
        throw new errors/* UserError */.yo('the server is not a standby', 'choose a standby, on which replay can be paused');
    if (pause !== 'not paused' && pause !== 'pause requested' && pause !== 'paused')
        throw odd(`pause: ${pause}`);
    if (lsn === undefined || typeof timeline !== 'number')
        throw odd(`${row.lsn} on timeline ${timeline}`);
    return { pause, lsn, timeline };
}
async function endOldPause(standby, { pause, lsn }) {
    if (pause === 'not paused')
        return [];
    if (!standby.leftPaused)
        throw new errors/* UserError */.yo(`replay on the standby is already paused at ${(0,wal.formatLsn)(lsn)}, but not by Slipway`, 'ask who paused it, then resume it with select pg_wal_replay_resume()');
    await resume(standby);
    return [`an earlier run ended while replay was paused at ${(0,wal.formatLsn)(lsn)}; replay was resumed`];
}
async function reach(standby, { lsn }) {
    const { notBefore, signal } = standby;
    if (notBefore === undefined || lsn > notBefore)
        return;
    const last = await until(standby, signal, state => state.lsn > notBefore);
    if (last.lsn <= notBefore)
        throw new errors/* UserError */.yo(`the standby did not replay past ${(0,wal.formatLsn)(notBefore)} in time: it has reached ${(0,wal.formatLsn)(last.lsn)}`, 'check the replication lag');
}
async function resume(standby, cause) {
    try {
        const goes = ({ pause }) => pause === 'not paused';
        const told = await stateOf(standby, undefined, 'select json_build_object() from pg_wal_replay_resume();\n');
        const { pause } = goes(told) ? told : await until(standby, undefined, goes);
        if (pause !== 'not paused')
            throw odd(`pause: ${pause}`);
    }
    catch (error) {
        throw new errors/* UserError */.yo('replay on the standby may still be paused: it could not be resumed', 'run select pg_wal_replay_resume() on the standby at once: it falls behind, and its primary keeps WAL for it', { cause: cause === undefined ? error : new AggregateError([error, cause]) });
    }
}
const standby_interval = 200;
async function until(standby, signal, reached) {
    for (let waited = 0;; waited += standby_interval) {
        const state = await stateOf(standby, signal);
        if (reached(state) || waited >= standby.patience)
            return state;
        await standby.sleep(standby_interval);
    }
}
const odd = (what) => new errors/* UserError */.yo(`the standby gave an unexpected answer: ${what}`, 'use PostgreSQL 14 or later');


/***/ }),

/***/ 91152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e7: () => (/* binding */ readBack),
/* harmony export */   qR: () => (/* binding */ copyContents),
/* harmony export */   u4: () => (/* binding */ eventually)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);




const atOnce = 4;
async function copyContents(registry, tree, from, to) {
    const copied = { present: 0, mounted: 0, uploaded: 0, bytes: 0, listed: false };
    if (from === to)
        return copied;
    await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__.eachOf)(tree.blobs, atOnce, async (blob) => {
        const arrival = await registry.placeBlob(to, blob, from);
        copied[arrival] += 1;
        if (arrival === 'uploaded')
            copied.bytes += blob.size;
    });
    for (const manifest of tree.manifests) {
        const headers = await registry.putManifest(to, manifest);
        copied.listed = headers.has('oci-subject');
    }
    return copied;
}
async function readBack(registry, tree, repository, tags) {
    const read = async (at) => (await registry.manifest(repository, at))?.digest;
    for (const { digest } of tree.manifests) {
        const found = await eventually(registry, digest, () => read(digest));
        if (found === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} accepted ${digest}, but does not return it`, 'run the step again');
    }
    for (const tag of tags) {
        const found = await eventually(registry, tree.root.digest, () => read(tag));
        if (found === tree.root.digest)
            continue;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository}:${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(tag)} points to ${found ?? 'nothing'} instead of ${tree.root.digest}`, 'check whether another run moves this tag, then run the step again');
    }
}
function eventually(registry, expected, read) {
    const delay = (count) => (count === 1 ? 500 : 2000);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts: 3, unfinished: value => value !== expected, delay, ...registry.options }, read);
}


/***/ }),

/***/ 53302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kT: () => (/* binding */ suffixes),
/* harmony export */   v7: () => (/* binding */ unitedSignatures),
/* harmony export */   w_: () => (/* binding */ legacyTag)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99532);



const suffixes = ['sig', 'att', 'sbom'];
function legacyTag(digest, suffix) {
    const tag = `${digest.replace(':', '-')}.${suffix}`;
    return tag.length <= 128 ? tag : undefined;
}
function unitedSignatures(there, ours) {
    const [base, more] = [readSignatures(there), readSignatures(ours)];
    if (base === undefined || more === undefined)
        return undefined;
    const known = new Set(base.layers.map(keyOf));
    const added = more.layers.filter(layer => !known.has(keyOf(layer)));
    if (added.length === 0)
        return there;
    const wanted = new Set(more.layers.map(keyOf));
    if (base.layers.every(layer => wanted.has(keyOf(layer))))
        return ours;
    const rootfs = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(base.config.rootfs) ? base.config.rootfs : {};
    const diffs = Array.isArray(rootfs.diff_ids) ? rootfs.diff_ids : [];
    const history = Array.isArray(base.config.history) ? base.config.history : [];
    const config = Buffer.from(JSON.stringify({
        ...base.config,
        history: [...history, ...added.map(() => ({ created: '0001-01-01T00:00:00Z' }))],
        rootfs: { ...rootfs, diff_ids: [...diffs, ...added.map(layer => (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer)?.digest)] },
    }));
    const descriptor = { ...base.descriptor, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(config), size: config.length };
    const document = { ...base.document, config: descriptor, layers: [...base.layers, ...added] };
    const body = Buffer.from(JSON.stringify(document));
    return { manifest: { ...there.manifest, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(body), body }, config };
}
function readSignatures({ manifest, config }) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(manifest.body) ?? {};
    const { config: descriptor, layers } = document;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(descriptor) || !Array.isArray(layers))
        return undefined;
    const digest = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(descriptor)?.digest;
    if (digest === undefined || !(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .fits */ .lA)(config, digest))
        return undefined;
    if (!layers.every(layer => (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer) !== undefined))
        return undefined;
    return { document, descriptor, layers, config: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(config) ?? {} };
}
function keyOf(layer) {
    const { digest } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer);
    const annotations = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(layer) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(layer.annotations) ? layer.annotations : {};
    return JSON.stringify([digest, ...Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1))]);
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 78968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ howToRun)
/* harmony export */ });
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44998);

const commands = {
    sweep: 'slipway sweep',
    status: 'slipway status',
    resume: 'slipway gate',
    approve: 'slipway gate --approve true',
    rollback: 'slipway rollback',
};
function howToRun(operations, env = process.env) {
    const asked = [operations].flat();
    if ((0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) !== 'github')
        return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
    return asked.includes('sweep')
        ? 'start the workflow sweep.yml'
        : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}


/***/ })

};
