export const id = 3367;
export const ids = [3367,3707];
export const modules = {

/***/ 65561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TH: () => (/* binding */ compareContent),
/* harmony export */   bx: () => (/* binding */ compareDatabase),
/* harmony export */   w: () => (/* binding */ contentCheck)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92954);


const compareDatabase = (expected, found) => {
    const { name } = expected;
    return [
        ...changed(`the PostgreSQL version of ${name}`, majorOf(found.server), majorOf(expected.server)),
        ...ofSchema(name, expected, found),
        ...changed(`the newest marker of ${name}`, found.newestMarker, expected.newestMarker),
        ...ofTables(name, expected, found),
    ];
};
const compareContent = (name, expected, found) => [
    ...ofSchema(name, expected, found),
    ...ofTables(name, expected, found),
];
function contentCheck(name, tables, differences) {
    const rows = tables.reduce((sum, each) => sum + each.rows, 0);
    const sampled = tables.filter(each => each.sampled !== undefined).length;
    const some = sampled === 0 ? '' : `, ${sampled} of them sampled`;
    const matching = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(tables.length, 'table')} with ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(rows, 'row')}, all matching the count${some}`;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .levelCheckOf */ .Uu)('L3', `content of ${name}`, differences, matching);
}
const changed = (what, now, then) => now === then ? [] : [`${what} is ${now ?? 'missing'}; the backup has ${then ?? 'none'}`];
const ofSchema = (name, expected, found) => changed(`the schema version of ${name}`, found.migration, expected.migration);
const ofTables = (name, expected, found) => [
    ...expected.tables.flatMap(each => ofTable(pathOf(name, each), each, tableIn(found, each)) ?? []),
    ...found.tables
        .filter(each => tableIn(expected, each) === undefined)
        .map(each => `the table ${pathOf(name, each)} is not in the backup: the copy was not empty before the restore`),
];
function ofTable(name, expected, found) {
    if (found === undefined)
        return `the table ${name} is missing`;
    const rows = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(expected.rows, 'row');
    const where = expected.sampled === undefined ? '' : ' in the sampled blocks';
    const isSameSample = expected.sampled === found.sampled;
    if (isSameSample && found.rows === 0 && expected.rows > 0)
        return `the table ${name} is empty${where}, but had ${rows}`;
    if (isSameSample && found.rows !== expected.rows)
        return `the table ${name} has ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(found.rows, 'row')}${where} instead of ${expected.rows}`;
    const [now, then] = [found.key, expected.key];
    if (now?.min !== then?.min || now?.max !== then?.max)
        return `the keys of the table ${name} are ${rangeOf(found)} instead of ${rangeOf(expected)}`;
    if (expected.hash === undefined || found.hash === undefined || !isSameSample)
        return `the content of the table ${name} cannot be compared with the backup's`;
    if (expected.hash !== found.hash)
        return `the table ${name} has the expected ${rows}, but different content`;
    return undefined;
}
const tableIn = ({ tables }, { schema, name }) => tables.find(each => each.schema === schema && each.name === name);
const pathOf = (database, { schema, name }) => `${database}.${schema}.${name}`;
const rangeOf = ({ key }) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;


/***/ }),

/***/ 93391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ backupFacts),
/* harmony export */   W: () => (/* binding */ levelText),
/* harmony export */   reportOf: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92954);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96001);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6552);



const backupFacts = ({ label, endedAt, size }, repository) => ({ label, repository, endedAt, bytes: size });
function reportOf(facts) {
    const { skipped: _, error: __, refused: ___, ...seen } = facts;
    const { outage, injectedAt, backup, phaseTimes, assumedDetection } = facts;
    const failedAt = injectedAt ?? facts.startedAt;
    const verdict = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeDrill */ .J)(facts);
    return {
        schema: 1,
        ...seen,
        ...verdict,
        reached: (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__.reached)(facts.levelChecks),
        breakdown: outage?.kind === 'over'
            ? (0,_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .divide */ .Qr)({ from: outage.from, to: outage.to }, phaseTimes, assumedDetection)
            : undefined,
        naive: {
            rto: facts.endedAt - facts.startedAt,
            ...(backup === undefined ? {} : { rpo: Math.max(0, failedAt - backup.endedAt) }),
        },
    };
}
const levelText = (level) => level === undefined ? 'none' : `${level}: ${_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .meanings */ .Dd[level]}`;


/***/ }),

/***/ 93638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ pointText),
/* harmony export */   O6: () => (/* binding */ boundText),
/* harmony export */   o0: () => (/* binding */ lostTime),
/* harmony export */   uk: () => (/* binding */ measureLoss)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7840);



function measureLoss({ ledger, recovered, failedAt, target = Number.POSITIVE_INFINITY, skew = 0, takenOverAt = Number.POSITIVE_INFINITY, every, }) {
    if (!(every > 0))
        throw new RangeError(`markers every ${every} ms`);
    const there = new Set(recovered.map(({ seq }) => seq));
    const holes = (among) => {
        const last = among.findLast(({ seq }) => there.has(seq))?.seq ?? 0;
        return among.filter(({ seq }) => seq < last && !there.has(seq));
    };
    const demanded = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .acknowledged */ .Hn)(ledger).filter(({ ackedAt }) => ackedAt <= target - skew);
    const firstLost = demanded.findIndex(({ seq }) => !there.has(seq));
    const lost = demanded.filter(({ seq }) => !there.has(seq));
    const end = highest([Math.min(failedAt, target), ...lost.map(({ ackedAt }) => ackedAt)]);
    const point = pointOf(demanded, firstLost, end, every);
    const gaps = holes(demanded.filter(({ sentAt }) => sentAt < takenOverAt));
    const after = lost.filter(({ sentAt }) => sentAt >= takenOverAt);
    const noted = new Set(numbers(ledger));
    const last = highest([...noted]);
    const acked = new Set(numbers((0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .acknowledged */ .Hn)(ledger)));
    const upToTarget = recovered.filter(({ sentAt }) => sentAt <= target + skew);
    const beyond = recovered.filter(({ sentAt }) => sentAt > target + skew);
    const unknown = numbers(recovered).filter(seq => !noted.has(seq) && seq <= last);
    const inDoubt = numbers(upToTarget).filter(seq => !acked.has(seq) && (noted.has(seq) || seq > last));
    const findings = [
        ...unmeasured(demanded),
        ...about('lost', numbers(lost), 'acknowledged marker', `lost, ${pointText(point)} of writes`),
        ...about('gap', numbers(gaps), 'marker', 'missing although later ones exist'),
        ...about('gap', numbers(after), 'marker', 'missing that the new primary had acknowledged'),
        ...about('corrupt', corrupt(ledger, recovered), 'recovered marker', 'with other content than was sent'),
        ...about('beyond-target', numbers(beyond), 'marker', 'found that came after the target', '; the recovery did not stop at its target'),
        ...about('unknown', unknown, 'marker', 'found that the ledger does not list', '; is it the database of this run?'),
        ...about('in-doubt', inDoubt, 'marker', 'found without an acknowledgement, as a commit in doubt may be'),
    ];
    return { point, demanded: demanded.length, lost: numbers(lost), findings };
}
function lostTime({ point }) {
    switch (point.kind) {
        case 'lost':
            return point.milliseconds;
        case 'all':
            return Number.POSITIVE_INFINITY;
        case 'none':
        case 'unmeasured':
            return 0;
    }
}
const boundText = ({ atMost, because }) => `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(atMost)} (a bound, not measured): ${because}`;
function pointText(point) {
    switch (point.kind) {
        case 'unmeasured':
            return 'not measured';
        case 'none':
            return `at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(point.atMost)}`;
        case 'lost':
            return (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(point.milliseconds);
        case 'all':
            return `at least ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(point.atLeast)}`;
    }
}
function pointOf(demanded, firstLost, end, every) {
    const [first] = demanded;
    if (first === undefined)
        return { kind: 'unmeasured' };
    if (firstLost === -1)
        return { kind: 'none', atMost: every };
    const last = demanded[firstLost - 1];
    if (last === undefined)
        return { kind: 'all', atLeast: Math.max(0, end - first.ackedAt) };
    return { kind: 'lost', milliseconds: Math.max(0, end - last.ackedAt) };
}
function unmeasured(demanded) {
    if (demanded.length > 0)
        return [];
    const sentence = 'no marker was acknowledged before the failure, so the loss cannot be measured';
    return [{ kind: 'unmeasured', seqs: [], wrong: true, sentence }];
}
function about(kind, seqs, noun, what, more = '') {
    if (seqs.length === 0)
        return [];
    const sentence = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(seqs.length, noun)} ${what}: ${ranges(seqs)}${more}`;
    return [{ kind, seqs: ascending(seqs), wrong: kind !== 'lost' && kind !== 'in-doubt', sentence }];
}
function corrupt(ledger, recovered) {
    const sent = new Map(ledger.map(({ seq, sha256 }) => [seq, sha256]));
    const seen = new Set();
    const wrong = recovered.filter(marker => {
        const twice = seen.has(marker.seq);
        seen.add(marker.seq);
        const hash = (0,_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .markerHash */ .nm)(marker);
        return twice || hash !== marker.sha256 || hash !== (sent.get(marker.seq) ?? hash);
    });
    return wrong.map(({ seq }) => seq);
}
const numbers = (markers) => ascending(markers.map(({ seq }) => seq));
const ascending = (seqs) => [...new Set(seqs)].sort((a, b) => a - b);
const highest = (values) => values.reduce((most, each) => Math.max(most, each), 0);
function ranges(seqs) {
    const runs = [];
    for (const seq of ascending(seqs)) {
        const run = runs.at(-1);
        if (run !== undefined && run[1] === seq - 1)
            run[1] = seq;
        else
            runs.push([seq, seq]);
    }
    const shown = runs.slice(0, 6).map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
    return [...shown, ...(runs.length > shown.length ? ['…'] : [])].join(', ');
}


/***/ }),

/***/ 97959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ notRestoredChecks)
/* harmony export */ });
function notRestoredChecks({ databases, managed = [] }, restored, notDrilled = {}) {
    const skipped = (what, name, sentence) => {
        const why = Object.hasOwn(notDrilled, name) ? notDrilled[name] : undefined;
        const levelCheck = { level: 'L2', what, state: 'skipped' };
        return why === undefined
            ? { ...levelCheck, sentence }
            : { ...levelCheck, sentence: `it is not drilled: ${why}`, demanded: false };
    };
    const isLeft = ({ name }) => !restored.includes(name);
    return [
        ...databases
            .filter(isLeft)
            .map(({ name }) => skipped(`database ${name}`, name, 'it is not restored here; prove it with `restore`, and say so in `drills.not-drilled`')),
        ...managed
            .filter(isLeft)
            .map(({ name }) => skipped(`managed database ${name}`, name, `it is outside of the cluster and not restored here; prove it with \`restore\` and \`include: managed/${name}\``)),
    ];
}


/***/ }),

/***/ 14111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ restoreDatabases)
/* harmony export */ });
/* unused harmony export finishWhole */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _copy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69060);
/* harmony import */ var _drill_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93391);
/* harmony import */ var _postgres_proving_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73279);
/* harmony import */ var _postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26401);
/* harmony import */ var _restore_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94383);
/* harmony import */ var _starting_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39653);








async function restoreDatabases(task, { contents, objects }) {
    const [levelChecks, backups] = [[], []];
    const failed = [];
    for (const each of task.databases) {
        const copy = { namespace: task.into, app: task.app, name: nameOfCopy(each) };
        if (await (0,_copy_js__WEBPACK_IMPORTED_MODULE_2__.isFinished)(task.cluster, copy)) {
            task.report(`an earlier run has restored the database ${each.name}; keeping it`);
            await serve(task, each);
        }
        else {
            const restored = await restoreOne(task, each, contents, objects);
            levelChecks.push(...restored.ofRepository, ...restored.levelChecks);
            backups.push(restored.backup);
            if (!(await finishWhole(task, each, restored)))
                failed.push(copy.name);
        }
    }
    return { levelChecks, backups, failed };
}
async function finishWhole(task, lost, { copy, levelChecks }) {
    if (levelChecks.some(({ state }) => state === 'failed'))
        return false;
    await copy.finish();
    await serve(task, lost);
    return true;
}
async function serve(task, lost) {
    const copy = { namespace: task.into, app: task.app, name: nameOfCopy(lost) };
    await (0,_starting_js__WEBPACK_IMPORTED_MODULE_7__/* .createMissing */ .PM)(task, [(0,_copy_js__WEBPACK_IMPORTED_MODULE_2__.serviceOfCopy)(lost.service, copy)]);
}
async function restoreOne(task, lost, { manifest }, objects) {
    const { recorder, signal, sleep, report, repository, cluster } = task;
    const copy = await recorder.during('provision', () => raise(task, lost, objects));
    const place = { stanza: lost.stanza, repository: repository.number };
    const database = manifest.databases.find(({ name }) => name === lost.name);
    const size = (0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__.parseSegmentSize)(database?.segment ?? 0) ?? _postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__.usualSize;
    const label = database?.backups.find(each => each.repository === repository.name)?.label;
    const ages = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };
    const ofRepository = await (0,_postgres_proving_js__WEBPACK_IMPORTED_MODULE_4__/* .proveRepository */ .FC)({
        exec: copy.exec,
        verifying: copy.detached('verify'),
        place,
        size,
        limits: ages,
        signal,
        now: () => cluster.now(),
    });
    const restored = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_6__.restoreInto)({
        copy,
        database: lost.database,
        place,
        size,
        set: label,
        target: { kind: 'latest' },
        expected: database && { manifest, name: lost.name },
        during: recorder.during,
        signal,
        sleep,
        report,
    });
    const indexes = await (0,_restore_js__WEBPACK_IMPORTED_MODULE_6__.checkIndexes)({ copy, database: lost.database, report, signal });
    return {
        copy,
        ofRepository,
        levelChecks: [...restored.levelChecks, ...indexes],
        backup: (0,_drill_report_js__WEBPACK_IMPORTED_MODULE_3__/* .backupFacts */ .C)(restored.database.choice.backup, repository.name),
    };
}
const nameOfCopy = ({ name }) => `${name}-recovered`;
async function raise(task, lost, objects) {
    const { cluster, app, from, into, run, patience, signal, sleep, report } = task;
    const workload = objects.find(({ kind, metadata }) => kind === lost.workload.kind && metadata.name === lost.workload.name && metadata.namespace === from);
    const template = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(workload)?.spec;
    if (template === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the backup has no ${lost.workload.kind}/${lost.workload.name} in ${from}`, 'check that its objects were backed up, and correct `workload` of the database in slipway.yml');
    const name = nameOfCopy(lost);
    return (0,_copy_js__WEBPACK_IMPORTED_MODULE_2__.createCopy)(cluster, {
        app,
        template,
        volume: lost.volume,
        run,
        patience,
        signal,
        sleep,
        report,
        name,
        namespace: into,
        from: into,
        container: lost.container,
        configuration: lost.configuration,
    });
}


/***/ }),

/***/ 23367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commandFor: () => (/* binding */ commandFor),
  bt: () => (/* binding */ loadArchive),
  ng: () => (/* binding */ notRestoredOffline),
  h1: () => (/* binding */ openContents),
  recoverOffline: () => (/* binding */ recoverOffline)
});

// UNUSED EXPORTS: leftIn

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/shell-word.js
var shell_word = __webpack_require__(77119);
// EXTERNAL MODULE: ./.build/js/src/recovery/images.js + 1 modules
var recovery_images = __webpack_require__(33451);
// EXTERNAL MODULE: ./.build/js/src/recovery/not-restored.js
var not_restored = __webpack_require__(97959);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/mirror.js
var mirror = __webpack_require__(39795);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/checking.js
var checking = __webpack_require__(59453);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/databases.js
var databases = __webpack_require__(14111);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/files.js
var offline_files = __webpack_require__(1434);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/inventory.js
var inventory = __webpack_require__(58869);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/pvcs.js
var offline_pvcs = __webpack_require__(32157);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/redis.js
var offline_redis = __webpack_require__(61230);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/relocation.js
var relocation = __webpack_require__(3707);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(83622);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/pgbackrest-config.js

const configures = (text, number) => new RegExp(`^\\s*repo${number}-s3-bucket\\s*=`, 'm').test(text);
function withBucket(text, number, bucket) {
    if (!configures(text, number))
        throw new errors/* UserError */.yo(`repository ${number} in the configuration of pgBackRest is not in a bucket`, 'write its configuration for the new place by hand, and create it in the namespace before the recovery');
    const { origin, host, pathname } = new URL(bucket.url);
    const own = {
        's3-endpoint': host,
        's3-region': bucket.region,
        's3-bucket': pathname.replace(/^\/+|\/+$/g, ''),
        's3-uri-style': 'path',
        's3-key': bucket.accessKey,
        's3-key-secret': bucket.secretKey,
        ...(bucket.sessionToken === undefined ? {} : { 's3-token': bucket.sessionToken }),
    };
    const lost = /^s3-(?!.*(?:^$))|^storage-(?:host|port|upload-chunk-size)$/;
    const lines = text.split('\n').flatMap(line => {
        const [, found, option = ''] = /^\s*repo(\d+)-([a-z0-9-]+)\s*=/.exec(line) ?? [];
        if (found === undefined)
            return [line];
        if (Number(found) !== number || lost.test(option))
            return [];
        return [line];
    });
    const at = lines.findIndex(line => new RegExp(`^\\s*repo${number}-`).test(line));
    const added = Object.entries(own).map(([option, value]) => `repo${number}-${option}=${value}`);
    if (origin.startsWith('http:'))
        throw new errors/* UserError */.yo(`${bucket.url} is not an https address`, 'use an https address: pgBackRest requires TLS');
    return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/settings.js



function secretsOf(secrets, place) {
    const pointed = (0,portable/* movedTo */.r)(secrets, place.from, place.into).map(each => pointedSecret(each, place));
    if (place.databases.length > 0 && pointed.every(({ changed }) => !changed))
        place.report(`no archived Secret configures repository ${place.repository.number} of pgBackRest: its configuration must exist in ${place.into}`);
    return pointed.map(({ secret }) => secret);
}
function pointedSecret(secret, { repository, newBucket }) {
    if (!(0,map/* isMap */.jh)(secret.data))
        return { changed: false, secret };
    let changed = false;
    const data = Object.entries(secret.data).map(([key, value]) => {
        const text = Buffer.from(String(value), 'base64').toString('utf8');
        if (!configures(text, repository.number))
            return [key, value];
        changed = true;
        return [key, Buffer.from(withBucket(text, repository.number, newBucket)).toString('base64')];
    });
    return { changed, secret: { ...secret, data: Object.fromEntries(data) } };
}
function configurationOf(objects, { databases, backupPod, from, into }) {
    const wanted = new Set([
        ...databases.flatMap(({ configuration }) => configuration.flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : []))),
        ...(backupPod?.['ca-configmap'] === undefined ? [] : [backupPod['ca-configmap']]),
    ]);
    const own = objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === from && wanted.has(metadata.name));
    return (0,portable/* movedTo */.r)(own, from, into);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/offline/starting.js
var starting = __webpack_require__(39653);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/recovering.js















async function recoverOffline(task) {
    await loadArchive(task);
    const opened = await openContents(task);
    const files = await (0,offline_files/* restorePvcs */.R)(task, opened);
    const { levelChecks, backups, failed } = await (0,databases/* restoreDatabases */.b)(task, opened);
    const { started, changes } = await task.recorder.during('start', async () => {
        await (0,starting/* createMissing */.PM)(task, opened.application);
        return (0,starting/* startApplication */.xL)(task, opened.application, { pvcs: files.notRestored, databases: failed });
    });
    const redis = await (0,offline_redis/* restoreRedisCopies */.J)(task, opened, false);
    return {
        levelChecks: [
            ...files.levelChecks,
            ...redis,
            ...levelChecks,
            ...notRestoredOffline(opened.contents.manifest, task.databases),
        ],
        started,
        backups,
        left: leftIn(opened.contents.manifest),
        changes: [...new Set([...opened.changes, ...changes])],
    };
}
async function loadArchive(task) {
    const { folder, index, bucket, registry, place, report, recorder } = task;
    report('verifying every byte of the archive');
    const problems = await recorder.during('decide', () => (0,checking.checkArchive)(folder, index));
    if (problems.length > 0)
        throw new errors/* UserError */.yo(`the archive is damaged: ${problems[0]}${problems.length === 1 ? '' : `, and ${problems.length - 1} more`}`, 'use another copy of it');
    await recorder.during('provision', async () => {
        await (0,mirror/* restoreBucket */.VZ)((0,external_node_path_.join)(folder, inventory.places.bucket), bucket, report, { again: true });
        await (0,recovery_images.restoreImages)({ registry, folder: (0,external_node_path_.join)(folder, inventory.places.images), report }, place);
    });
}
async function openContents(task) {
    const contents = await task.contents();
    const { objects, foreign } = (0,relocation/* relocated */.q)(contents.objects, contents.manifest.images, task.place);
    const application = (0,starting/* applicationIn */.cm)(task, objects);
    const pvcs = await (0,offline_pvcs/* pvcsFor */.q)(task, application.objects);
    await (0,starting/* createMissing */.PM)(task, secretsOf(contents.secrets, task));
    await (0,starting/* createMissing */.PM)(task, configurationOf(objects, task));
    return {
        contents,
        objects,
        application: pvcs.objects,
        changes: [
            ...foreign.map(image => `${image} is not in the archive: the cluster must pull it from its old registry`),
            ...application.changes,
            ...pvcs.changes,
        ],
    };
}
const leftIn = ({ managed = [], objectStores }) => [
    ...managed.map(({ name }) => `managed/${name}`),
    ...objectStores.map(({ name }) => `bucket/${name}`),
];
function commandFor(left, about) {
    const buckets = left.flatMap(each => (each.startsWith('bucket/') ? each.slice('bucket/'.length) : []));
    const options = {
        environment: about.environment,
        into: about.into,
        include: left.join(','),
        'offline-key-file': about['offline-key-file'],
        buckets: buckets.map(name => `${name}=https://HOST/EMPTY-BUCKET`).join(','),
        'kube-context': about['kube-context'],
    };
    const given = Object.entries(options).filter(([, value]) => value !== '');
    return ['slipway restore', ...given.map(([name, value]) => `--${name} ${(0,shell_word/* shellWord */.r)(value)}`)].join(' ');
}
function notRestoredOffline(manifest, databases, notDrilled = {}) {
    const sentence = 'their backup is in the new bucket, but they are not restored yet';
    return [
        ...manifest.objectStores.map(({ name }) => ({
            level: 'L2',
            what: `objects of the bucket ${name}`,
            state: 'skipped',
            sentence,
        })),
        ...(0,not_restored/* notRestoredChecks */.n)(manifest, databases.map(({ name }) => name), notDrilled),
    ];
}


/***/ }),

/***/ 61230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ restoreRedisCopies)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92954);
/* harmony import */ var _redis_restoring_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18648);




async function restoreRedisCopies(task, opened, temporary) {
    const levelChecks = [];
    for (const { name } of opened.contents.manifest.redis ?? [])
        levelChecks.push(...(await (0,_levels_js__WEBPACK_IMPORTED_MODULE_2__/* .partOrFailure */ .z1)(`redis ${name}`, task.signal, () => restored(task, opened, name, temporary))));
    return levelChecks;
}
async function restored({ cluster, into, redis, recorder, signal, sleep, report }, { contents: { at, identities }, objects }, name, temporary) {
    const declared = redis.find(each => each.name === name);
    if (declared === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the slipway.yml of the archive does not declare the Redis ${name}, so its image is not known`, `restore it with \`slipway restore --include redis/${name}\` and a slipway.yml that declares it`);
    const workload = objects.find(each => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .isOf */ .yW)(declared.workload, each));
    if (workload === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)(declared.workload)} is not in the backup set, so the image of the Redis ${name} is not known`, `restore it with \`slipway restore --include redis/${name}\` and a slipway.yml whose \`recovery.redis.${name}.workload\` is in the set; for later sets, correct that, or \`recovery.objects.export\``);
    const { container } = declared;
    return recorder.during('restore', () => (0,_redis_restoring_js__WEBPACK_IMPORTED_MODULE_3__.restoreRedis)({
        cluster,
        at,
        identities,
        into,
        name,
        workload: workload,
        container,
        signal,
        sleep,
        report,
        replace: true,
        temporary,
    }));
}


/***/ }),

/***/ 3707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   imageNow: () => (/* binding */ imageNow),
/* harmony export */   imagesFor: () => (/* binding */ imagesFor),
/* harmony export */   q: () => (/* binding */ relocated)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


function imagesFor(running, backupPod) {
    return [...new Set([...running, ...(backupPod === undefined ? [] : [byDigest(backupPod)])])].sort();
}
function imageNow(image, archived, place) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
    return archived.includes(byDigest(image)) ? `${place(repository)}@${digest}` : undefined;
}
function byDigest(image) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
    return `${repository}@${digest}`;
}
function relocated(objects, archived, place) {
    const digests = new Map();
    for (const image of archived) {
        const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
        if (digest !== undefined)
            digests.set(repository, (digests.get(repository) ?? new Set()).add(digest));
    }
    const foreign = new Set();
    const found = (image) => {
        const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
        const known = digests.get(repository) ?? new Set();
        const [only] = known;
        const chosen = digest ?? (known.size === 1 ? only : undefined);
        if (chosen !== undefined && known.has(chosen))
            return `${place(repository)}@${chosen}`;
        foreign.add(image);
        return image;
    };
    const moved = (name, value) => isContainers(name, value) ? value.map(container => withImage(container, found)) : value;
    return {
        objects: objects.map(each => JSON.parse(JSON.stringify(each, moved))),
        foreign: [...foreign].sort(),
    };
}
const isContainers = (name, value) => /^(?:initContainers|containers|ephemeralContainers)$/.test(name) && Array.isArray(value);
const withImage = (container, found) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(container) && typeof container.image === 'string'
    ? { ...container, image: found(container.image) }
    : container;


/***/ }),

/***/ 60425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ askRedis),
/* harmony export */   L7: () => (/* binding */ redisCommand),
/* harmony export */   QU: () => (/* binding */ stableKeys),
/* harmony export */   Yx: () => (/* binding */ redisDifferences),
/* harmony export */   dd: () => (/* binding */ lastingKeys),
/* harmony export */   ot: () => (/* binding */ redisInventory)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);


const mostKeys = 1_000_000;
const page = `
local function flat(value)
  if type(value) ~= 'table' then value = tostring(value) return #value .. ':' .. value end
  local all = {}
  for i, each in ipairs(value) do all[i] = flat(each) end
  return '[' .. table.concat(all) .. ']'
end
local function content(key, kind)
  if kind == 'string' then return flat(redis.call('GET', key)) end
  if kind == 'list' then return flat(redis.call('LRANGE', key, 0, -1)) end
  if kind == 'zset' then return flat(redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')) end
  if kind == 'stream' then return flat(redis.call('XRANGE', key, '-', '+')) end
  if kind ~= 'set' and kind ~= 'hash' then return flat(redis.call('DUMP', key)) end
  local all, step = redis.call(kind == 'set' and 'SMEMBERS' or 'HGETALL', key), kind == 'set' and 1 or 2
  local parts = {}
  for i = 1, #all, step do parts[#parts + 1] = flat(all[i]) .. (step == 2 and flat(all[i + 1]) or '') end
  table.sort(parts)
  return table.concat(parts)
end
local time, found = redis.call('TIME'), redis.call('SCAN', ARGV[1], 'COUNT', 500)
local now, out = time[1] * 1000 + math.floor(time[2] / 1000), { found[1] }
for _, key in ipairs(found[2]) do
  local kind, left = redis.call('TYPE', key).ok, redis.call('PTTL', key)
  if kind ~= 'none' then
    local at = redis.pcall('PEXPIRETIME', key)
    if type(at) == 'table' then at = left < 0 and -1 or now + left end
    local expires = string.format('%.0f', at)
    out[#out + 1] = redis.sha1hex(key) .. ' ' .. redis.sha1hex(kind .. content(key, kind)) .. ' ' .. expires
  end
end
return out`;
const redisCommand = ({ password }, args) => password === undefined
    ? ['redis-cli', ...args]
    : ['sh', '-c', `REDISCLI_AUTH="$${password}" exec redis-cli "$@"`, 'sh', ...args];
async function askRedis(access, args) {
    const { code, stdout, stderr } = await access.exec(redisCommand(access, args), { signal: access.signal });
    const said = stdout.trim();
    const wrong = /^(\(error\) |[A-Z]+ )/.test(said);
    if (code === 0 && !wrong)
        return said;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${access.name} does not answer ${args[0] === '-n' ? args[2] : args[0]}: ${(said || stderr.trim()).slice(0, 200).replace(/\.$/, '')}`, 'check that it runs, and `password` in `recovery.redis`');
}
async function redisInventory(access) {
    const spaces = await askRedis(access, ['INFO', 'keyspace']);
    const all = new Map();
    for (const [, number = ''] of spaces.matchAll(/^db(\d{1,5}):/gm)) {
        let cursor = '0';
        do {
            const lines = (await askRedis(access, ['-n', number, 'EVAL', page, '0', cursor])).split('\n');
            cursor = lines[0]?.trim() ?? '';
            for (const line of lines.slice(1)) {
                const [, key, digest, expires] = /^([0-9a-f]{40}) ([0-9a-f]{40}) (-1|\d{1,19})$/.exec(line.trim()) ?? [];
                if (key !== undefined && digest !== undefined)
                    all.set(`${number}/${key}`, { digest, expires: Number(expires) });
                else if (line.trim() !== '')
                    throw unlisted(access, line);
            }
            if (!/^\d{1,20}$/.test(cursor))
                throw unlisted(access, cursor);
            if (all.size > mostKeys)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${access.name} has more than ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(mostKeys, 'key')}`, elsewhere);
        } while (cursor !== '0');
    }
    return all;
}
const elsewhere = 'keep it on a volume, and back that up instead';
const unlisted = ({ name }, line) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} does not list its keys: ${line.slice(0, 200)}`, elsewhere);
const isNear = (one, other) => Math.abs(one - other) <= 1000;
const stableKeys = (before, after) => new Map([...before].filter(([key, { digest, expires }]) => {
    const then = after.get(key);
    return then?.digest === digest && isNear(then.expires, expires);
}));
const lastingKeys = (kept, now) => new Map([...kept].filter(([, { expires }]) => expires === -1 || expires > now + 60_000));
function redisDifferences(kept, unsettled, restored, now) {
    const lasting = [...lastingKeys(kept, now)];
    const having = (wrong) => lasting.filter(([key, each]) => wrong(each, restored.get(key))).length;
    const count = (keys, what) => (keys === 0 ? [] : [`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(keys, 'key')} ${what}`]);
    return [
        ...count(having((_, is) => is === undefined), 'missing'),
        ...count(having(({ digest }, is) => is !== undefined && is.digest !== digest), 'with another value'),
        ...count(having(({ expires }, is) => is !== undefined && !isNear(is.expires, expires)), 'with another expiry'),
        ...count([...restored.keys()].filter(key => !kept.has(key) && !unsettled.has(key)).length, 'that the backup does not list'),
    ];
}


/***/ }),

/***/ 18648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreRedis: () => (/* binding */ restoreRedis)
/* harmony export */ });
/* unused harmony exports useOfRedis, redisPod, redisServer, compareRedis */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92787);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46284);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92954);
/* harmony import */ var _pod_removal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67759);
/* harmony import */ var _pod_start_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7091);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7322);
/* harmony import */ var _sets_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(58888);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60425);
/* harmony import */ var _snapshot_file_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(45932);














async function restoreRedis(task) {
    const { cluster, into, name, signal, report } = task;
    const file = await (0,_sets_js__WEBPACK_IMPORTED_MODULE_9__.readFileOf)(task.at, _attachments_js__WEBPACK_IMPORTED_MODULE_3__.fileNames.redis(name));
    const { rdb, kept, unsettled } = (0,_snapshot_file_js__WEBPACK_IMPORTED_MODULE_11__/* .unpackedRedis */ .t)(await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_8__/* .decryptAge */ .fN)(file, task.identities));
    const pod = redisPod(task);
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, into);
    const podName = pod.metadata?.name ?? '';
    const waiting = { ...task, patience: 300_000 };
    const there = await cluster.get(`${path}/${podName}`);
    const isCopy = there?.metadata?.labels?.[copyLabel] === podName;
    if (task.replace && isCopy)
        await (0,_pod_removal_js__WEBPACK_IMPORTED_MODULE_6__/* .removePod */ .g)(cluster, `${path}/${podName}`, there?.metadata?.uid, waiting);
    else if (there !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the pod ${podName} already exists in ${into}`, 'remove it to restore it again, or leave it out of `include`');
    await cluster.create(path, pod);
    await (0,_pod_start_js__WEBPACK_IMPORTED_MODULE_7__/* .waitUntilRunning */ .R)(cluster, `${path}/${podName}`, { ...waiting, name: podName });
    const access = { name: podName, exec: (0,_exec_js__WEBPACK_IMPORTED_MODULE_4__/* .podExec */ .r)({ namespace: into, pod: podName }, cluster.reach), signal };
    report(`redis ${name}: loading ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(kept.size, 'key')} into ${podName}`);
    await loadRdb(access.exec, rdb, signal);
    const levelChecks = await compareRedis(access, name, { kept, unsettled }, task);
    if (!task.temporary && levelChecks.every(({ state }) => state !== 'failed'))
        report(useOfRedis(task));
    return levelChecks;
}
const folder = '/slipway-redis';
const useOfRedis = ({ name, into }) => `redis ${name}: to load the restored keys into your Redis, write their file with \`kubectl -n ${into} exec ${copyOf(name)} -- base64 ${folder}/dump.rdb | base64 -d > dump.rdb\`, and follow docs/recovery.md#use-a-restored-redis`;
const copyLabel = 'slipway.dev/copy';
const copyOf = (name) => `${name}-redis-copy`;
function redisPod({ name, into, workload, container, }) {
    const template = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.spec;
    const containers = template?.containers ?? [];
    const source = container === undefined ? containers[0] : containers.find(each => each.name === container);
    if (source?.image === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the workload of the Redis ${name} has no such container`, `correct \`redis.${name}.container\``);
    const { securityContext, imagePullSecrets, tolerations } = template ?? {};
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
            name: copyOf(name),
            namespace: into,
            labels: { [copyLabel]: copyOf(name) },
        },
        spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_13__/* .defined */ .sw)({ securityContext, imagePullSecrets, tolerations }),
            containers: [
                {
                    name: 'redis',
                    image: source.image,
                    command: [
                        'sh',
                        '-c',
                        `until [ -e ${folder}/ready ]; do sleep 0.2; done; exec ${redisServer(folder).join(' ')}`,
                    ],
                    volumeMounts: [{ name: 'data', mountPath: folder }],
                    resources: { requests: { cpu: '10m', memory: '64Mi' } },
                    securityContext: {
                        ...source.securityContext,
                        allowPrivilegeEscalation: false,
                        capabilities: { drop: ['ALL'] },
                    },
                },
            ],
            volumes: [{ name: 'data', emptyDir: {} }],
        },
    };
}
const redisServer = (dir) => [
    ...['redis-server', '--dir', dir, '--dbfilename', 'dump.rdb', '--appendonly', 'no'],
    ...['--bind', '127.0.0.1', '--protected-mode', 'yes', '--daemonize', 'no'],
];
async function loadRdb(exec, rdb, signal) {
    const command = `base64 -d > ${folder}/dump.rdb && touch ${folder}/ready`;
    const input = Buffer.from(rdb).toString('base64').replace(/.{76}/g, '$&\n');
    const { code, stderr } = await exec(['sh', '-c', command], { input: `${input}\n`, signal });
    if (code !== 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the RDB file cannot be written: ${stderr.trim().slice(0, 200)}`, 'check that the Redis image has sh and base64, and that its user may write to its data folder');
}
const patience = 120_000;
async function compareRedis(access, name, { kept, unsettled }, { sleep }) {
    const end = performance.now() + patience;
    for (;;)
        try {
            await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .askRedis */ .Dr)(access, ['PING']);
            break;
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || performance.now() >= end)
                throw error;
            access.signal.throwIfAborted();
            await sleep(500);
        }
    const now = Date.now();
    const restored = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .redisInventory */ .ot)(access);
    const compared = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .lastingKeys */ .dd)(kept, now).size;
    const over = kept.size - compared;
    const expired = over === 0 ? '' : `; ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(over, 'key')} expired since then`;
    const same = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(compared, 'key')} of the backup compared, values by digest and expiry within 1s${expired}`;
    const judged = (0,_levels_js__WEBPACK_IMPORTED_MODULE_5__/* .levelCheckOf */ .Uu)('L3', `keys of redis ${name}`, (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .redisDifferences */ .Yx)(kept, unsettled, restored, now), same);
    return [
        {
            level: 'L2',
            what: `redis ${name}`,
            state: 'passed',
            sentence: `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(restored.size, 'key')} restored`,
        },
        compared > 0 || judged.state === 'failed' ? judged : uncompared(judged, over, unsettled.size),
    ];
}
function uncompared(judged, expired, unsettled) {
    const skipped = { ...judged, state: 'skipped' };
    if (unsettled > 0)
        return {
            ...skipped,
            sentence: `nothing was compared: every key that has not expired changed during the backup (${unsettled}); back up while less is written`,
        };
    return expired === 0
        ? judged
        : {
            ...skipped,
            sentence: `nothing was compared: all keys of the backup have expired since then (${expired})`,
            demanded: false,
        };
}


/***/ }),

/***/ 45932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ packedRedis),
/* harmony export */   t: () => (/* binding */ unpackedRedis)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);



const packedRedis = ({ rdb, kept, unsettled }) => (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(JSON.stringify({
    rdb: Buffer.from(rdb).toString('base64'),
    kept: [...kept].map(([key, { digest, expires }]) => [key, digest, expires]),
    unsettled: [...unsettled],
}));
const snapshotSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    rdb: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    kept: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()])),
    unsettled: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
const largest = 2 ** 29;
function unpackedRedis(packed) {
    const { rdb, kept, unsettled } = contentOf(packed);
    const keys = kept.map(([key, digest, expires]) => [key, { digest, expires }]);
    return { rdb: Buffer.from(rdb, 'base64'), kept: new Map(keys), unsettled: new Set(unsettled) };
}
function contentOf(packed) {
    try {
        return snapshotSchema.parse(JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(packed, { maxOutputLength: largest }).toString()));
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the backup of Redis cannot be read', 'use another backup set', { cause: error });
    }
}


/***/ }),

/***/ 94383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkIndexes: () => (/* binding */ checkIndexes),
/* harmony export */   restoreInto: () => (/* binding */ restoreInto)
/* harmony export */ });
/* harmony import */ var _differences_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65561);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92954);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94094);
/* harmony import */ var _postgres_inventory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80845);
/* harmony import */ var _postgres_restoring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61898);
/* harmony import */ var _postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26401);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94410);







async function restoreInto(task) {
    const { copy, expected, place, once = _steps_js__WEBPACK_IMPORTED_MODULE_6__/* .inOneJob */ .L } = task;
    const counted = expected?.manifest.databases.find(({ name }) => name === expected.name);
    const lsn = counted && (0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__.parseLsn)(counted.lsn);
    let differences = [];
    let content = [notCompared(counted?.name)];
    const connection = { database: task.database, host: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_2__.copySocket };
    const look = async (of, there) => {
        content = await once('compared', async () => {
            await there();
            differences = await differencesFrom(of, task, connection);
            return [(0,_differences_js__WEBPACK_IMPORTED_MODULE_0__/* .contentCheck */ .w)(of.name, of.tables, differences)];
        });
    };
    const pauseAt = counted === undefined || lsn === undefined
        ? undefined
        : { ...counted, lsn, look: (there) => look(counted, there) };
    const database = await (0,_postgres_restoring_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreDatabase */ .C)({ ...task, ...copy, connection, pauseAt });
    const { target } = database.choice;
    if (counted !== undefined && target.kind === 'lsn' && target.exclusive && target.lsn === lsn)
        await task.during('verify', () => look(counted, async () => undefined));
    const ended = {
        level: 'L2',
        what: `recovery of ${place.stanza}`,
        ...(database.deviations.length === 0
            ? { state: 'passed', sentence: `ended at ${database.reached}, its target` }
            : { state: 'failed', sentence: database.deviations.map(({ sentence }) => sentence).join('; ') }),
    };
    return { database, differences, levelChecks: [ended, ...content] };
}
const notCompared = (name = 'the database') => ({
    level: 'L3',
    what: `content of ${name}`,
    state: 'skipped',
    sentence: 'the backup has no counts to compare it with',
});
async function differencesFrom(counted, { copy, report, signal }, connection) {
    report(`comparing with the counts at ${counted.lsn}`);
    const inventory = await (0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .takeInventory */ .O1)(copy.detached('count'), connection, {
        sampling: (0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .sampledIn */ .Ag)(counted.tables),
        signal,
    });
    const { lsn, timeline, backups, name } = counted;
    return (0,_differences_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDatabase */ .bx)(counted, { ...(0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseOf */ .zJ)(inventory, { lsn, timeline, backups }), name });
}
async function checkIndexes({ copy, database, report, signal, }) {
    const command = ['pg_amcheck', `--host=${_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_2__.copySocket}`, `--database=${database}`, '--install-missing'];
    const checked = copy.detached('amcheck');
    const { code, stdout, stderr } = await checked([...command, '--heapallindexed', '--parent-check'], {
        signal,
    });
    const said = `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '');
    if (code === 127 || said.some(line => /could not open extension control file/.test(line))) {
        report('indexes are not checked: the image has no pg_amcheck');
        return [];
    }
    const what = `indexes of ${database}`;
    const problems = code === 0 ? [] : [(said[0] ?? 'pg_amcheck failed').slice(0, 300)];
    return [(0,_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .levelCheckOf */ .Uu)('L3', what, problems, 'each leads to all rows of its table')];
}


/***/ }),

/***/ 6552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ judgeDrill),
/* harmony export */   r: () => (/* binding */ verdicts)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92954);
/* harmony import */ var _loss_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93638);
/* harmony import */ var _outage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7722);




const verdicts = ['pass', 'breach', 'fail', 'skipped', 'error', 'refused'];
function judgeDrill(evidence) {
    const { refused, skipped, error, mustNotice } = evidence;
    if (refused !== undefined)
        return { verdict: 'refused', reasons: [refused] };
    if (error !== undefined)
        return { verdict: 'error', reasons: [error] };
    if (skipped !== undefined)
        return { verdict: 'skipped', reasons: [skipped] };
    const unnoticed = mustNotice?.noticed === false ? [`not detected: ${mustNotice.what}`] : [];
    const faults = [...unnoticed, ...faultsOf(evidence)];
    if (faults.length > 0)
        return { verdict: 'fail', reasons: faults };
    const missed = missedTargets(evidence);
    return missed.length > 0 ? { verdict: 'breach', reasons: missed } : { verdict: 'pass', reasons: [] };
}
function faultsOf({ outage, loss, levelChecks, required }) {
    const open = outage?.kind === 'unresolved' ? [`the service did not recover: ${outage.why}`] : [];
    const wrong = loss?.findings.filter(each => each.wrong).map(({ sentence }) => sentence) ?? [];
    return [...open, ...wrong, ...(0,_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .missingLevels */ .Yt)(levelChecks, required)];
}
const lostAtMost = (loss, bound) => loss.point.kind === 'all' && bound !== undefined
    ? Math.max(loss.point.atLeast, bound.atMost)
    : (0,_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .lostTime */ .o0)(loss);
function missedTargets({ outage, loss, bound, target, assumedDetection }) {
    const reasons = [];
    if (target === undefined)
        return reasons;
    if (outage?.kind === 'over' && outage.rto + assumedDetection > target.rto) {
        const assumed = assumedDetection === 0 ? '' : ` and ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(assumedDetection)} assumed for detection`;
        reasons.push(`the recovery took ${(0,_outage_js__WEBPACK_IMPORTED_MODULE_3__/* .outageText */ .H)(outage)}${assumed}; ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rto)} is allowed`);
    }
    const allowed = `${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(target.rpo)} is allowed`;
    if (loss !== undefined) {
        const lost = lostAtMost(loss, bound);
        if (lost > target.rpo || (target.rpo === 0 && loss.lost.length > 0))
            reasons.push(`${(0,_loss_js__WEBPACK_IMPORTED_MODULE_2__/* .pointText */ .EK)(loss.point)}${loss.point.kind === 'all' && bound ? `, and at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(lost)},` : ''} of writes were lost (${loss.lost.length} of ${loss.demanded} acknowledged markers); ${allowed}`);
    }
    else if (bound === undefined)
        reasons.push(`the loss was not measured, because no markers were written; ${allowed}`);
    else if (bound.atMost > target.rpo)
        reasons.push(`the loss was not measured; it is at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(bound.atMost)}, and ${allowed}: ${bound.because}`);
    return reasons;
}


/***/ })

};
