export const id = 7597;
export const ids = [7597];
export const modules = {

/***/ 7597:
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
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/sealed.js
var sealed = __webpack_require__(96561);
// EXTERNAL MODULE: ./.build/js/src/recovery/data-mount.js
var data_mount = __webpack_require__(87493);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/archiver.js
var archiver = __webpack_require__(20597);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/info.js
var info = __webpack_require__(37417);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
var pgbackrest = __webpack_require__(71673);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/backing-up.js




const ownerAnnotation = 'slipway-owner';
const look = 5_000;
async function backUp(task) {
    const { place, report, annotations } = task;
    const before = await current(task);
    const type = typeFor(before, task);
    report(`${place.stanza}: making ${type === 'full' ? 'a full' : 'an incremental'} backup to repository ${place.repository}`);
    const known = new Set(own(before, place).map(({ label }) => label));
    const now = before.lock.held ? own(await follow(task), place) : [];
    const meanwhile = now.filter(({ label }) => !known.has(label)).toReversed();
    const ours = meanwhile.filter(each => each.annotations[ownerAnnotation] === annotations[ownerAnnotation]);
    const suits = ours.find(each => each.type === type || each.type === 'full');
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
    (0,info/* requireRead */.Ml)(now, place.repository, 'no backup is made');
    return now;
}
function requireGoodBackup(after, place, label) {
    (0,info/* requireRead */.Ml)(after, place.repository, `it is unknown whether it holds ${label}`);
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
        const answer = await exec((0,pgbackrest/* backupArguments */.Zg)({ ...place, type, annotations }), { signal });
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
    const answer = await exec((0,pgbackrest/* infoArguments */.hX)(place), { signal });
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

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/recovery/retention.js
var retention = __webpack_require__(61335);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/disk.js


async function diskOf(exec, place, signal) {
    const said = await exec((0,pgbackrest/* settingsArguments */.g1)(place), { signal });
    const fault = (problem) => new errors/* UserError */.yo(`the free space of repository ${place.repository} cannot be read: ${problem}`, 'run `pgbackrest expire --dry-run` and `df` in the pod of the database');
    if (said.code !== 0)
        throw fault((0,pgbackrest/* pgbackrestFailure */.Tj)(said));
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







async function expireBackups(task) {
    const { by, name, signal } = task;
    const asProblem = (error) => {
        if (!(error instanceof errors/* UserError */.yo) || signal.aborted)
            throw error;
        return failed(`${name}: ${error.sentence}`);
    };
    const removed = by === undefined ? nothing : await removeOld(task, by).catch(asProblem);
    return allOf([removed, await diskWarnings(task)]);
}
const allOf = (found) => ({
    problems: found.flatMap(({ problems }) => problems),
    notes: found.flatMap(({ notes }) => notes),
});
const nothing = { problems: [], notes: [] };
const failed = (problem) => ({ problems: [problem], notes: [] });
async function removeOld(task, by) {
    const { name, locked } = task;
    const own = await backupsIn(task);
    const { expired } = judgeBackups(own, locked, by);
    const notes = foreignBackups(name, own, by);
    if (locked === undefined)
        return allOf([{ problems: [], notes }, await remove(task, by, own, expired)]);
    if (expired.length > 0)
        notes.push(`${name}: no longer needed and no longer locked: ${(0,count/* counted */.h)(expired.length, 'backup')} (${sizeOf(own, labelsOf(expired))}), the oldest ${rootsOf(expired)[0]}. Slipway removes nothing from a locked repository, so it grows; remove them with other credentials and \`pgbackrest expire --set\``);
    return { problems: [], notes };
}
async function backupsIn({ exec, place, signal }) {
    const stanza = await stanzaOf({ exec, place, signal });
    (0,info/* requireRead */.Ml)(stanza, place.repository, 'no backup is removed from it');
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
            return exec((0,pgbackrest/* expireArguments */.SZ)(place, { set, fulls, dryRun }), { signal });
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
        return nothing;
    const left = (await backupsIn(task)).find(({ label }) => may.has(label));
    return left === undefined
        ? nothing
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
            return nothing;
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
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 3 modules
var proving = __webpack_require__(73279);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/standby.js
var postgres_standby = __webpack_require__(9864);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/database-backup.js













async function backUpDatabase(task) {
    const connection = { database: task.database };
    const { members } = task;
    requireArchiving(task, members);
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
        backup: requireGoodBackup(after, place, label),
    }));
    for (const { repository, backup } of made)
        task.report(`${repository.name}: ${backupText(backup)}`);
    const counted = await countOn(task, members, connection, made.map(({ backup }) => backup.stopLsn));
    const countedAt = task.now();
    task.report(`${task.name}: counted at ${(0,wal.formatLsn)(counted.lsn)}; waiting until the WAL up to there is archived`);
    const [{ archived }] = await (0,parallel.bothOf)(task.signal, signal => (0,archiver/* askArchiver */.k)(exec, connection, signal), signal => archive({ ...task, signal }, exec));
    const proved = await (0,proving/* proveRepositories */.N6)(task, members, archived, await look(task.signal), made);
    const lastOf = (name) => proved.find(({ repository }) => repository === name)?.read.last;
    return {
        database: {
            ...(0,inventory/* databaseOf */.zJ)(counted.inventory, {
                lsn: (0,wal.formatLsn)(counted.lsn),
                timeline: counted.timeline,
                countedAt,
                segment: members.primary.segmentSize,
                backups: made.map(({ repository: { name }, backup: { label, size, repositoryCopied } }) => {
                    const backup = { repository: name, label, original: size, stored: repositoryCopied };
                    const whole = lastOf(name);
                    return whole === undefined ? backup : { ...backup, whole };
                }),
            }),
            name: task.name,
        },
        backups: made.map(({ repository, backup }) => `${repository.name}: ${backupText(backup)}`),
        levelChecks: proved.flatMap(({ levelChecks }) => levelChecks),
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
            const untouched = new Set([...spared, ...isRead]);
            const { owner, signal, report } = task;
            const all = [];
            for (const { repository, backup } of made) {
                const { name, locked } = repository;
                const by = sets === undefined || untouched.has(name)
                    ? undefined
                    : {
                        owner,
                        policy,
                        made: backup.label,
                        now: task.now(),
                        needed: sets.labels.get(name) ?? new Set(),
                        named: sets.named.get(name) ?? new Set(),
                    };
                const place = placeOf(task, repository);
                all.push(await expireBackups({ exec, place, name, locked, by, signal, report }));
            }
            return allOf(all);
        },
    };
}
const placeOf = ({ stanza }, { number }) => ({ stanza, repository: number });
function requireArchiving({ name, archiveTimeout }, { primary }) {
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
        throw new errors/* UserError */.yo(`the rows of the database ${task.name} cannot be counted: no standby streams WAL from ${primary.pod}`, 'check why replication has stopped, or add a standby');
    const notBefore = ends.find(end => ends.every(other => other <= end));
    return (0,postgres_standby/* pausedInventory */.P)({
        exec: standby.exec,
        primary: primary.exec,
        synchronous: standby.synchronous,
        connection,
        sampling: { most: task.inventory },
        ...(0,map/* defined */.sw)({ notBefore }),
        leftPaused: standby.pod === task.leftPaused,
        note: paused => task.note(paused ? standby.pod : undefined),
        patience: 120_000,
        sleep: task.sleep,
        signal: task.signal,
    });
}
async function archive({ stanza, signal, name }, exec) {
    const answer = await exec((0,pgbackrest/* checkArguments */.PX)({ stanza }), { signal });
    if (answer.code === 0)
        return;
    throw new errors/* UserError */.yo(`WAL of ${name} does not arrive in every repository (${answer.code ?? 'no exit code'}): ${(0,pgbackrest/* pgbackrestFailure */.Tj)(answer)}`, 'check archive_command, pg_stat_archiver and whether each repository can be reached');
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/members.js
var postgres_members = __webpack_require__(84650);
// EXTERNAL MODULE: ./.build/js/src/recovery/sets.js
var recovery_sets = __webpack_require__(58888);
;// CONCATENATED MODULE: ./.build/js/src/recovery/read-back.js


async function readBackBefore({ stores, owner, isTrusted, }) {
    const set = await newestIn(stores, owner);
    if (set === undefined || !(await isTrusted(set)))
        return new Map();
    return new Map(set.manifest.databases.map(({ name, backups }) => [
        name,
        new Map(backups.flatMap(({ repository, whole }) => (whole === undefined ? [] : [[repository, whole]]))),
    ]));
}
async function newestIn(stores, owner) {
    let newest;
    for (const { store } of stores)
        try {
            const id = await (0,recovery_sets.newestSet)(store, owner);
            if (id !== undefined && (newest === undefined || id > newest.id))
                newest = await (0,recovery_sets.readSet)(store, owner, id);
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
        }
    return newest;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/databases.js




async function findDatabases({ recovery, podsOf, signal }) {
    const all = [];
    for (const [name, declared] of Object.entries(recovery.databases)) {
        const found = await podsOf(name);
        const members = await (0,postgres_members.membersOf)(found.pods, { database: declared.database }, signal);
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
function orderFor({ name, declared, members, leftPaused, note, placeIn }, { owner, recovery, type, annotations, signal, now, sleep, report }, readBackAt) {
    const { repositories, databases } = recovery;
    return {
        owner: `${owner.app}/${owner.environment}`,
        name,
        type,
        annotations,
        signal,
        now,
        sleep,
        report,
        members,
        leftPaused,
        note,
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
        inventory: declared.inventory,
        verify: declared.verify,
        readBackAt,
        placeIn,
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/files/backup-sources.js + 2 modules
var backup_sources = __webpack_require__(80048);
// EXTERNAL MODULE: ./.build/js/src/recovery/levels.js
var levels = __webpack_require__(92954);
// EXTERNAL MODULE: ./.build/js/src/recovery/locks.js
var locks = __webpack_require__(89349);
// EXTERNAL MODULE: ./.build/js/src/recovery/missing-sources.js
var missing_sources = __webpack_require__(12062);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/cluster-backup.js
var cluster_backup = __webpack_require__(32842);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backup-pod.js
var backup_pod = __webpack_require__(39793);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/listing.js
var files_listing = __webpack_require__(27833);
;// CONCATENATED MODULE: ./.build/js/src/recovery/volumes.js




async function withBackupPods(backupPodFor, use, stays) {
    const pods = [];
    try {
        return await use(async (what) => {
            const backupPod = await backupPodFor(what);
            pods.push(backupPod);
            return backupPod;
        });
    }
    finally {
        for (const backupPod of pods)
            await backupPod.remove().catch((error) => {
                const why = error instanceof Error ? error.message : String(error);
                stays(`a backup pod was not removed and holds its volume: ${why}; the next backup removes it`);
            });
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
            const kept = { name, folder: backup_pod/* mounts */.Lk.pvc, exec, repositories: [first, ...more] };
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
            const backupPod = await raise(name);
            made.push(await (0,dumping/* dumpManaged */.Sy)({ ...run, name, database, backupPod, repositories: [first, ...more] }));
        });
        if (problem !== undefined)
            problems.push(`managed database ${name}: ${problem}`);
    }
    return { made, problems };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/bucket-backup.js
var bucket_backup = __webpack_require__(72505);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var workloads_pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/recovery/exec.js
var exec = __webpack_require__(46284);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backing-up.js
var backing_up = __webpack_require__(7988);
// EXTERNAL MODULE: ./.build/js/src/recovery/sealing.js
var sealing = __webpack_require__(7322);
// EXTERNAL MODULE: ./.build/js/src/recovery/workload-pods.js
var workload_pods = __webpack_require__(11345);
// EXTERNAL MODULE: ./.build/js/src/recovery/redis/inventory.js
var redis_inventory = __webpack_require__(60425);
// EXTERNAL MODULE: ./.build/js/src/recovery/redis/snapshot-file.js
var snapshot_file = __webpack_require__(45932);
;// CONCATENATED MODULE: ./.build/js/src/recovery/redis/backing-up.js












async function backUpRedis(run, { redis, recipients }, accessTo) {
    const made = [];
    const files = {};
    const problems = [];
    for (const [name, declared] of Object.entries(redis)) {
        const problem = await problemOf(run, async () => {
            const { rdb, ...keys } = await redisSnapshot(await accessTo(name, declared));
            files[attachments.fileNames.redis(name)] = await (0,sealing/* encryptAge */.bP)((0,snapshot_file/* packedRedis */.C)({ rdb, ...keys }), recipients);
            made.push({ name, keys: keys.kept.size, unsettled: keys.unsettled.size, bytes: rdb.length });
            run.report(`redis ${name}: ${(0,count/* counted */.h)(keys.kept.size, 'key')} in ${(0,backing_up/* megabytes */.ix)(rdb.length)}`);
        });
        if (problem !== undefined)
            problems.push(`redis ${name}: ${problem}`);
    }
    return { made, files, problems };
}
async function redisAccess(cluster, namespace, name, { workload: ref, container, password }, signal) {
    const workload = await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref));
    const pods = await (0,workload_pods/* listPods */.B)(cluster, namespace, workload);
    const ready = pods
        .filter(each => (0,workloads_pods/* isLiving */.O)(each) && (0,workloads_pods/* isReady */.i_)(each))
        .flatMap(({ metadata }) => metadata?.name ?? []);
    if (ready.length === 0)
        throw new errors/* UserError */.yo(`${(0,kinds/* titleOf */.Gg)(ref)} has no ready pod in ${namespace}`, `correct \`redis.${name}.workload\`, or wait until it is ready`);
    return currentOf(ready.map(pod => ({
        name: pod,
        exec: (0,exec/* podExec */.r)({ namespace, pod, container }, cluster.reach),
        password,
        signal,
    })));
}
async function currentOf(servers) {
    let replica;
    let failure;
    for (const each of servers)
        try {
            const said = await (0,redis_inventory/* askRedis */.Dr)(each, ['INFO', 'replication']);
            if (/^role:master\b/m.test(said))
                return each;
            if (/^master_link_status:up\b/m.test(said))
                replica ??= each;
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            failure = error;
        }
    if (replica !== undefined)
        return replica;
    throw (failure ??
        new errors/* UserError */.yo(`${servers.map(each => each.name).join(' and ')} may hold old data: a replica without a connection to its master gets no new writes`, 'check why replication has stopped, or back up the workload of the master'));
}
const most = 128 * 2 ** 20;
async function redisSnapshot(access) {
    const used = Number(/^used_memory_dataset:(\d+)/m.exec(await (0,redis_inventory/* askRedis */.Dr)(access, ['INFO', 'memory']))?.[1]);
    if (!(used <= most))
        throw new errors/* UserError */.yo(`${access.name} uses ${(0,backing_up/* megabytes */.ix)(used)} for data, and at most ${(0,backing_up/* megabytes */.ix)(most)} fits into a set`, 'keep it on a volume, and back that up instead');
    const before = await (0,redis_inventory/* redisInventory */.ot)(access);
    const command = (0,redis_inventory/* redisCommand */.L7)(access, ['--rdb', '-']);
    const { stdout, stderr } = await access.exec(['sh', '-c', '"$@" | base64', 'sh', ...command], {
        signal: access.signal,
    });
    const rdb = wholeRdb(Buffer.from(stdout, 'base64'));
    if (rdb === undefined)
        throw new errors/* UserError */.yo(`${access.name} sent no complete RDB file: ${stderr.trim().split('\n').at(-1)?.slice(0, 200)}`, 'check that its image has sh and base64, and that its user may run SYNC');
    const after = await (0,redis_inventory/* redisInventory */.ot)(access);
    const kept = (0,redis_inventory/* stableKeys */.QU)(before, after);
    const unsettled = new Set([...before.keys(), ...after.keys()].filter(key => !kept.has(key)));
    return { rdb, kept, unsettled };
}
const markLength = 40;
function wholeRdb(content) {
    if (Buffer.from(content.subarray(0, 5)).toString('latin1') !== 'REDIS')
        return undefined;
    const isEnd = (length) => length > 17 && content[length - 9] === 255;
    const unmarked = content.length - markLength;
    const tail = Buffer.from(content.subarray(Math.max(0, unmarked))).toString('latin1');
    if (/^[0-9a-f]{40}$/.test(tail) && isEnd(unmarked))
        return content.subarray(0, unmarked);
    return isEnd(content.length) ? content : undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/parts.js







async function backUpParts(run, task, databasePvcs, raise) {
    const { recovery } = task;
    const { report } = run;
    const kept = await (0,cluster_backup/* backUpCluster */.n)({ ...task.cluster, recovery, report, databasePvcs });
    const managed = await backUpManaged(run, task, name => raise({ managed: name }));
    const volumes = await backUpVolumes(run, { ...task, volumes: kept.volumes }, pvc => raise({ pvc }));
    const buckets = await backUpBuckets(run, task.buckets);
    const { cluster, namespace } = task.cluster;
    const redis = await backUpRedis(run, recovery, (name, declared) => redisAccess(cluster, namespace, name, declared, run.signal));
    const folders = [...volumes.made.values(), ...buckets.made.map(({ files }) => files)];
    const inRestic = [...folders, ...managed.made];
    const levelChecks = [
        ...managed.made.flatMap(each => each.levelChecks),
        ...(await (0,backup_sources/* checkRepositories */.T_)(run, inRestic)),
        ...(await task.keepImages(kept.images)),
    ];
    const inBuckets = new Map(buckets.made.map(({ store, files }) => [store.name, files]));
    return {
        cluster: kept,
        managed,
        volumes,
        buckets,
        inRestic,
        levelChecks,
        redis: redis.made,
        files: {
            ...kept.files,
            ...redis.files,
            ...listings(volumes.made, attachments.fileNames.volume),
            ...listings(inBuckets, attachments.fileNames.bucket),
        },
        problems: [managed, volumes, buckets, redis, kept].flatMap(({ problems }) => problems),
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

;// CONCATENATED MODULE: ./.build/js/src/recovery/set-retention.js




async function expireSets(stores, owner, policy, now, report, isTrusted) {
    const problems = [];
    const own = new Set(stores.map(({ name }) => name));
    const held = [];
    try {
        for (const each of stores)
            held.push(await expirableIn(each, owner, { policy, now, isTrusted, own }));
    }
    catch (error) {
        return { problem: `no expired set was removed, so the repositories grow: ${reasonOf(error)}` };
    }
    const remove = async ({ name, store }, id, what, left) => {
        const failed = await (0,recovery_sets.removeSet)(store, owner, id).catch(reasonOf);
        if (failed === undefined)
            report(`${name}: removed ${what}`);
        else
            problems.push(`${name}: ${left}: ${failed}`);
        return failed === undefined;
    };
    const staying = [];
    for (const { from, sets, expired, unfinished } of held) {
        const isLocked = from.locked !== undefined;
        for (const id of unfinished) {
            const rest = `what a killed run left of the set ${id}`;
            await remove(from, id, rest, `${rest} is not removed`);
        }
        for (const set of sets) {
            const what = `the set ${set.id}`;
            const left = `${what} has expired, but is kept with everything that it needs`;
            const isExpired = expired.includes(set.id);
            const isGone = isExpired && !isLocked ? await remove(from, set.id, what, left) : false;
            if (!isGone)
                staying.push({ store: from.name, set, isUnneeded: isExpired && isLocked });
        }
    }
    const all = held.flatMap(({ sets }) => sets);
    const needs = (of) => staying
        .flatMap(({ set, ...rest }) => of(set.manifest).map(each => ({ ...each, ...rest })))
        .filter(({ store, repository, isUnneeded }) => own.has(repository) ? store === repository : !isUnneeded);
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
    const isNeededElsewhere = ({ manifest }) => [...snapshotsIn(manifest), ...labelsIn(manifest)].some(({ repository }) => !by.own.has(repository));
    const isLocked = from.locked !== undefined;
    if (isLocked && !sets.some(isNeededElsewhere))
        return { from, sets, expired: [], unfinished: [], counts: [] };
    const unfinished = isLocked ? [] : await (0,recovery_sets.unfinishedSets)(from.store, owner, by.now - day);
    const expired = expiredSets(sets, by.policy, by.now);
    if (expired.length === 0)
        return { from, sets, expired, unfinished, counts: [] };
    const trusted = await (0,parallel.mapOf)(sets, atOnce, async (set) => ((await by.isTrusted(set)) ? [set] : []));
    const counts = trusted.flat();
    const ids = new Set(counts.map(({ id }) => id));
    return { from, sets, expired: expiredSets(sets, by.policy, by.now, ids), unfinished, counts };
}
const day = 86_400_000;
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
    const found = await findDatabases(task);
    const pvcs = found.map(({ pvc }) => pvc).filter(each => each !== undefined);
    const run = { owner, tags: [`at=${(0,recovery_sets.setId)(at)}`], signal: task.signal, now: task.now, report };
    const left = [];
    const use = async (raise) => {
        const [databases, { parts, previous }] = await (0,parallel.bothOf)(task.signal, signal => backUpDatabases({ ...task, signal }, found), async (signal) => ({
            parts: await backUpParts({ ...run, signal }, task, pvcs, raise),
            previous: await previousIn(task),
        }));
        const { cluster, managed, volumes, buckets, inRestic, files, redis } = parts;
        const levelChecks = [...databases.flatMap(each => each.levelChecks), ...parts.levelChecks];
        const { clusterObjects, images, secrets, sealedObjects } = cluster;
        const manifest = {
            schema: 1,
            at,
            by,
            databases: databases.map(({ database }) => database),
            ...(managed.made.length === 0 ? {} : { managed: managed.made.map(each => each.managed) }),
            ...(redis.length === 0 ? {} : { redis: [...redis] }),
            objectStores: buckets.made.map(({ store }) => store),
            volumes: cluster.volumes.map(each => withFiles(each, volumes.made.get(each.pvc))),
            clusterObjects,
            images,
            secrets,
            ...(sealedObjects === undefined ? {} : { sealedObjects }),
            attachments: (0,recovery_sets.attachmentsOf)(files),
            tools: inRestic[0] === undefined ? {} : { restic: inRestic[0].version },
        };
        const problems = [
            ...(0,levels/* unproved */.gv)(levelChecks),
            ...parts.problems,
            ...(0,missing_sources/* missingSourcesIn */.U)(manifest, recovery, task.cluster.namespace),
        ];
        const { signed, written, growth, notes, faults } = await finish(task, run, {
            at,
            manifest,
            files,
            problems,
            inRestic,
            databases,
        });
        return {
            id: (0,recovery_sets.setId)(at),
            manifest,
            levelChecks,
            growth: [...(0,levels/* olderFaults */.MF)(levelChecks), ...growth],
            signed,
            written,
            problems: [...problems, ...faults],
            backups: Object.fromEntries([
                ...databases.map(({ database, backups }) => [database.name, backups]),
                ...inRestic.map(each => [each.source.name, each.sentences]),
            ]),
            drift: previous && (0,sealed/* driftFrom */.m)(previous, cluster.objects).map(({ sentence }) => sentence),
            notes: [
                ...databases.flatMap(each => each.notes),
                ...managed.made.flatMap(each => each.notes),
                ...[...cluster.notes, ...notes],
            ],
        };
    };
    const made = await withBackupPods(backupPodOf(task), use, sentence => {
        report(sentence);
        left.push(sentence);
    });
    return { ...made, notes: [...made.notes, ...left] };
}
const backupPodOf = (task) => (what) => 'pvc' in what ? task.backupPodFor(what.pvc) : task.dumperFor(what.managed);
async function previousIn({ stores, owner, recovery, report, }) {
    if (!recovery.objects.export)
        return undefined;
    for (const { store } of stores)
        try {
            return await (0,attachments.knownIn)({ store, owner, set: await (0,recovery_sets.readSet)(store, owner, undefined, report) });
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
        return {
            signed: false,
            written: false,
            faults: [],
            ...(await expireIn(databases, undefined, policy, new Set())),
        };
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
    const error = await task.refusalOf({ id, manifest, content, bundle });
    const [refusal, doubt] = error instanceof errors/* UntrustedDocument */.q ? [error] : [undefined, error];
    const expired = await expireSets(stores, owner, policy, task.now(), report, task.isTrusted);
    const isKnown = !('problem' in expired);
    const here = isKnown
        ? [...expired.problems, ...(await (0,backup_sources/* expireSources */.Ke)(run, inRestic, policy, expired))]
        : [expired.problem];
    const { growth, notes } = await expireIn(databases, isKnown ? expired : undefined, policy, doubtful);
    return {
        signed: bundle !== undefined,
        written: true,
        faults: [
            ...unlocked.values(),
            ...(refusal === undefined ? [] : [`a restore would refuse it: ${refusal.sentence}`]),
        ],
        growth: [...[...doubtful].map(sparedText), ...here, ...growth],
        notes: [
            ...(doubt === undefined
                ? []
                : [`it is not known whether a restore would accept the signature: ${doubt.sentence}`]),
            ...notes,
        ],
    };
}
const sparedText = (name) => `${name}: nothing is removed from it, so it grows: slipway.yml declares it locked, but its lock was not confirmed; lock it as slipway.yml says, or delete \`locked\``;
async function expireIn(databases, ...order) {
    const all = [];
    for (const each of databases)
        all.push(await each.expire(...order));
    return {
        growth: all.flatMap(({ problems }) => problems),
        notes: all.flatMap(({ notes }) => notes),
    };
}


/***/ }),

/***/ 87493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ dataMount)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);


function dataMount(workload, container, directory) {
    const { containers = [], volumes = [] } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(workload)?.spec ?? {};
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

/***/ 89349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkLock: () => (/* binding */ checkLock),
/* harmony export */   unlockedIn: () => (/* binding */ unlockedIn)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _sets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58888);



const clockSkew = 60_000;
async function checkLock({ store, others, locked }, owner, now, set) {
    try {
        const id = set ?? (await (0,_sets_js__WEBPACK_IMPORTED_MODULE_2__.newestSet)(store, owner));
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

/***/ 72505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ bucketSource),
/* harmony export */   z: () => (/* binding */ backUpBucket)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _files_backup_sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80048);
/* harmony import */ var _whole_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1517);
/* harmony import */ var _copying_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63381);
/* harmony import */ var _mirror_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39795);







const bucketSource = (name) => `bucket/${name}`;
async function backUpBucket(run, { name, bucket, folder, exec, repositories }) {
    for (let attempt = 1;; attempt++) {
        const { objects, totals } = await (0,_mirror_js__WEBPACK_IMPORTED_MODULE_5__/* .mirrorBucket */ .mq)(bucket, folder, run.report).catch(error => {
            throw (0,_whole_file_js__WEBPACK_IMPORTED_MODULE_3__/* .diskFault */ .s)(folder, error, 'free space there, or name another disk as its `mirror`') ?? error;
        });
        const files = await (0,_files_backup_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .backUpSource */ .yP)(run, { name: bucketSource(name), folder, exec, repositories });
        const damaged = differingIn(folder, objects, files.listing);
        if (damaged.length === 0)
            return { files, store: { name, ...totals, backups: [...files.backups] } };
        if (attempt === attempts)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(damaged.length, 'object')} in ${folder} ${damaged.length === 1 ? 'is' : 'are'} damaged again after a second download, such as ${JSON.stringify(damaged[0]?.key)}`, 'let no other process write there, or name another disk as its `mirror`');
        await (0,_mirror_js__WEBPACK_IMPORTED_MODULE_5__/* .dropObjects */ .sP)(folder, damaged, run.report);
    }
}
const attempts = 2;
function differingIn(folder, objects, { files }) {
    const found = new Map(files.map(({ path, sha256 }) => [path, sha256]));
    return objects.filter(each => found.get((0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, (0,_copying_js__WEBPACK_IMPORTED_MODULE_4__/* .fileOf */ .W7)(folder, each))) !== each.sha256);
}


/***/ }),

/***/ 63381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JH: () => (/* binding */ copyObject),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   mp: () => (/* binding */ openProgress)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25726);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77462);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(14744);









const fileOf = (folder, object) => {
    const name = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .sha256Of */ .Bj)(nameOf(object));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'objects', name.slice(0, 2), name);
};
const progressFile = 'progress.jsonl';
async function openProgress(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, progressFile);
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file, 'utf8').catch(() => '');
    const notes = Map.groupBy(text.split('\n').flatMap(noteIn), nameOf);
    return {
        notesOf: object => (notes.get(nameOf(object)) ?? []).toSorted((a, b) => a.bytes - b.bytes),
        note: note => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.appendFile)(file, `\n${JSON.stringify(note)}`),
        remove: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true }),
    };
}
const nameOf = ({ key, etag }) => JSON.stringify([key, etag]);
function noteIn(line) {
    const { key, bytes, sha256, etag, headers, whole } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonMap */ .vM)(line) ?? {};
    const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSha256 */ .tz)(String(sha256));
    if (typeof key !== 'string' || typeof etag !== 'string' || typeof bytes !== 'number')
        return [];
    if (hash === undefined || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(headers) || typeof whole !== 'boolean')
        return [];
    return [{ key, bytes, sha256: hash, etag, headers: headers, whole }];
}
const tries = 3;
async function copyObject(copying, listed) {
    const notes = copying.progress.notesOf(listed);
    const whole = notes.find(each => each.whole);
    if (whole !== undefined && (await (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .hashOfFile */ .QY)(fileOf(copying.folder, whole))) === whole.sha256)
        return mirrored(whole);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)({ attempts: tries, temporary: error => error instanceof _download_js__WEBPACK_IMPORTED_MODULE_7__/* .ObjectChanged */ .q3 }, count => fetchObject(copying, listed, count === 1 ? notes : []));
}
async function fetchObject({ bucket, folder, progress, noteEvery }, { key, etag }, notes) {
    const begun = await beginningIn(`${fileOf(folder, { key, etag })}.partial`, notes);
    const opened = await bucket.open(key, begun && { from: begun.bytes, etag });
    if (opened === undefined)
        return undefined;
    const about = { key, etag: opened.etag, headers: opened.headers };
    const file = fileOf(folder, about);
    const partial = `${file}.partial`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), { recursive: true });
    const continues = begun !== undefined && opened.from > 0;
    if (continues)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.truncate)(partial, opened.from);
    const hash = continues ? begun.hash : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = opened.from;
    let noted = bytes;
    const note = (of, whole) => progress.note({ ...about, bytes, sha256: of.digest('hex'), whole });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(opened.body, async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
            if (bytes - noted < noteEvery)
                continue;
            noted = bytes;
            await note(hash.copy(), false);
        }
    }, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(partial, { flags: continues ? 'a' : 'w' }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(partial, file);
    const sha256 = hash.digest('hex');
    await progress.note({ ...about, bytes, sha256, whole: true });
    return { ...about, bytes, sha256 };
}
async function beginningIn(file, notes) {
    let found;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let at = 0;
    for (const { bytes, sha256 } of notes) {
        const read = await addTo(hash, file, at, bytes);
        at += read;
        if (at !== bytes)
            break;
        if (hash.copy().digest('hex') === sha256)
            found = { bytes, hash: hash.copy() };
    }
    return found;
}
async function addTo(hash, file, from, to) {
    let read = 0;
    if (to <= from)
        return read;
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { start: from, end: to - 1 })) {
            hash.update(chunk);
            read += chunk.length;
        }
    }
    catch {
        return 0;
    }
    return read;
}
const mirrored = ({ whole: _, ...rest }) => rest;


/***/ }),

/***/ 14744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xf: () => (/* binding */ endIn),
/* harmony export */   aw: () => (/* binding */ restIn),
/* harmony export */   q3: () => (/* binding */ ObjectChanged),
/* harmony export */   uN: () => (/* binding */ resumed)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77076);




class ObjectChanged extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    constructor(what) {
        super(`${what} changed while it was read`, 'run the step again');
    }
}
const progress = 1 << 20;
const resumed = (body) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(chunksOf(body), { objectMode: false });
async function* chunksOf({ what, from, end, first, again }) {
    let [at, chunks, failed] = [from, first, 0];
    for (;;) {
        const began = at;
        let broken;
        const incoming = chunks[Symbol.asyncIterator]();
        try {
            for (;;) {
                const next = await incoming.next().catch((error) => {
                    broken = error;
                    return undefined;
                });
                if (next === undefined || next.done === true)
                    break;
                at += next.value.length;
                yield next.value;
            }
        }
        finally {
            await incoming.return?.();
        }
        if (broken === undefined && (end === undefined || at === end))
            return;
        failed = at - began >= progress ? 1 : failed + 1;
        if (failed >= _retries_js__WEBPACK_IMPORTED_MODULE_3__/* .attempts */ .r2 || (end !== undefined && at > end))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the download of ${what} breaks off at byte ${at}${end === undefined ? '' : ` of ${end}`} in every attempt`, 'check the store and the network, then run the step again', { cause: broken });
        await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v7)((0,_retries_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseAfter */ .l0)(failed));
        chunks = await again(at);
    }
}
function restIn(answer, from) {
    const { statusCode, headers } = answer;
    if (statusCode === 200)
        return from === 0 ? answer : without(answer, from);
    return statusCode === 206 && rangeIn(headers)?.from === from ? answer : undefined;
}
async function* without(chunks, bytes) {
    let left = bytes;
    for await (const chunk of chunks) {
        if (left < chunk.length)
            yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
    }
}
function endIn({ statusCode, headers }) {
    if (statusCode === 206)
        return rangeIn(headers)?.end;
    const length = headers['content-length'];
    return length === undefined ? undefined : Number(length);
}
function rangeIn(headers) {
    const [, from, last] = /^bytes (\d+)-(\d+)\//.exec(headers['content-range'] ?? '') ?? [];
    return from === undefined ? undefined : { from: Number(from), end: Number(last) + 1 };
}


/***/ }),

/***/ 39795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ totalsOfBucket),
/* harmony export */   Dg: () => (/* binding */ dropDamaged),
/* harmony export */   VZ: () => (/* binding */ restoreBucket),
/* harmony export */   mq: () => (/* binding */ mirrorBucket),
/* harmony export */   sP: () => (/* binding */ dropObjects),
/* harmony export */   uM: () => (/* binding */ faultsInMirror)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48961);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77462);
/* harmony import */ var _whole_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1517);
/* harmony import */ var _copying_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63381);











const atOnce = 8;
const usualNote = 64 << 20;
async function mirrorBucket(bucket, folder, report, { noteEvery = usualNote } = {}) {
    const known = new Map((await readIndex(folder)).map(each => [each.key, each]));
    const listed = await bucket.list();
    const changed = listed.filter(({ key, bytes, etag }) => {
        const own = known.get(key);
        return own?.bytes !== bytes || own.etag !== etag;
    });
    const anew = new Set(changed.map(({ key }) => key));
    report(`${bucket.name}: copying ${changed.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(listed.length, 'object')}`);
    const came = new Map();
    const progress = await (0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .openProgress */ .mp)(folder);
    const copying = { bucket, folder, progress, noteEvery };
    for (const each of await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__.mapOf)(changed, atOnce, listed => (0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .copyObject */ .JH)(copying, listed)))
        if (each !== undefined)
            came.set(each.key, each);
    const vanished = changed.filter(({ key }) => !came.has(key));
    await requireGone(bucket, vanished);
    const objects = listed.flatMap(({ key }) => {
        const own = came.get(key) ?? (anew.has(key) ? undefined : known.get(key));
        return own === undefined ? [] : [own];
    });
    await writeIndex(folder, objects);
    await progress.remove();
    await removeOthers(folder, objects);
    return { objects, totals: totalsOfObjects(objects), vanished: vanished.length };
}
async function requireGone(bucket, lost) {
    if (lost.length === 0)
        return;
    const there = new Set((await bucket.list()).map(({ key }) => key));
    const still = lost.filter(({ key }) => there.has(key));
    if (still.length === 0)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the bucket ${bucket.name} lists ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(still.length, 'object')} that cannot be read, such as ${JSON.stringify(still[0]?.key)}`, 'check that the credentials may read every object, and that the store still has this one');
}
function totalsOfObjects(objects) {
    return {
        count: objects.length,
        bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_5__/* .orderFreeHash */ .LT)(objects.map(({ key, sha256 }) => ({ path: key, sha256 }))),
    };
}
async function restoreBucket(folder, bucket, report, { again = false } = {}) {
    const objects = await readIndex(folder);
    const own = new Set(again ? objects.map(({ key }) => key) : []);
    const foreign = (await bucket.list()).filter(({ key }) => !own.has(key));
    if (foreign.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the bucket ${bucket.name} is not empty: it holds ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(foreign.length, 'object')}${again ? ' that this backup does not have' : ''}`, 'restore into an empty bucket');
    await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__.mapOf)(objects, atOnce, async ({ key, etag, bytes, sha256, headers }) => {
        const file = (0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .fileOf */ .W7)(folder, { key, etag });
        if ((await (0,_checksum_js__WEBPACK_IMPORTED_MODULE_5__/* .hashOfFile */ .QY)(file)) !== sha256)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`the copy of the object ${JSON.stringify(key)} is damaged or missing`, 'restore the folder from another backup');
        await bucket.put(key, {
            bytes,
            sha256,
            headers,
            body: range => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, range && { start: range.from, end: range.to - 1 }),
        });
    });
    report(`${bucket.name}: restored ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(objects.length, 'object')}`);
    return totalsOfObjects(objects);
}
async function faultsInMirror(folder) {
    const objects = await readIndex(folder);
    if (objects.length === 0)
        return ['the copy of the bucket is empty'];
    return (await damagedIn(folder, objects)).map(({ key, found }) => `the object ${JSON.stringify(key)} is ${found === undefined ? 'missing' : 'damaged'}`);
}
async function dropDamaged(folder, report) {
    await dropObjects(folder, await damagedIn(folder, await readIndex(folder)), report);
}
async function dropObjects(folder, dropped, report) {
    if (dropped.length === 0)
        return;
    const keys = new Set(dropped.map(({ key }) => key));
    const objects = await readIndex(folder);
    await writeIndex(folder, objects.filter(({ key }) => !keys.has(key)));
    report(`${folder}: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(keys.size, 'object')} damaged or missing; downloading again`);
}
async function damagedIn(folder, objects) {
    const all = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__.mapOf)(objects, atOnce, async (each) => ({
        ...each,
        found: await (0,_checksum_js__WEBPACK_IMPORTED_MODULE_5__/* .hashOfFile */ .QY)((0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .fileOf */ .W7)(folder, each)),
    }));
    return all.filter(({ sha256, found }) => found !== sha256);
}
async function totalsOfBucket(bucket) {
    const objects = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__.mapOf)(await bucket.list(), atOnce, async ({ key, etag }) => {
        const opened = await bucket.open(key);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of opened?.body ?? []) {
            hash.update(chunk);
            bytes += chunk.length;
        }
        return { key, bytes, sha256: hash.digest('hex'), etag, headers: {} };
    });
    return totalsOfObjects(objects);
}
async function readIndex(folder) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined)
        return [];
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonMap */ .vM)(text);
    const fault = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${folder} is not a copy of a bucket`, 'name another folder');
    if (document?.schema !== 1)
        throw fault();
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .mapsIn */ .nf)(document.objects).map(({ key, bytes, sha256, etag, headers }) => {
        const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_5__/* .parseSha256 */ .tz)(String(sha256));
        if (typeof key !== 'string' || typeof bytes !== 'number' || hash === undefined || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .isMap */ .jh)(headers))
            throw fault();
        return { key, bytes, sha256: hash, etag: String(etag), headers: headers };
    });
}
async function writeIndex(folder, objects) {
    const sorted = objects.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const text = `${JSON.stringify({ schema: 1, objects: sorted }, undefined, 1)}\n`;
    await (0,_whole_file_js__WEBPACK_IMPORTED_MODULE_6__/* .writeWhole */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'index.json'), text);
}
async function removeOthers(folder, objects) {
    const wanted = new Set(objects.map(each => (0,_copying_js__WEBPACK_IMPORTED_MODULE_7__/* .fileOf */ .W7)(folder, each)));
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'objects'), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const each of entries) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(each.parentPath, each.name);
        if (each.isFile() && !wanted.has(file))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file);
    }
}


/***/ }),

/***/ 77076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   r2: () => (/* binding */ attempts)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);


const attempts = 6;
const firstPause = 200;
const inTime = 60_000;
const busy = (status) => status === undefined || status === 429 || (status >= 500 && status !== 501 && status !== 505);
function withRetries(bucket, attempt, statusOf, again, within = inTime) {
    const unfinished = (answer) => {
        const isBusy = busy(statusOf(answer));
        if (isBusy)
            again(answer);
        return isBusy;
    };
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts, within, unfinished, temporary: () => true, delay: pauseAfter }, attempt).catch(error => {
        throw outOfReach(bucket, error);
    });
}
const pauseAfter = (count) => firstPause * 2 ** (count - 1) * (0.5 + Math.random() / 2);
const outOfReach = (bucket, error) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${bucket} cannot be reached (${(0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .innermostCause */ .$C)(error)})`, 'check that its address is right and reachable from here', { cause: error });


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
        failed: Number(failed),
        waiting: Number(waiting),
        bytes: Number(bytes),
        current: String(current),
        archived: typeof archived === 'string' ? archived : undefined,
    };
}


/***/ }),

/***/ 14359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ii: () => (/* binding */ guardCommits),
/* harmony export */   is: () => (/* binding */ waitsFor),
/* harmony export */   lS: () => (/* binding */ setElsewhere)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60630);
/* harmony import */ var _inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56428);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16677);




function setElsewhere(...values) {
    const settings = `array[${values.map(each => `'synchronous_commit=${each}'`).join(', ')}]`;
    return `(exists (select from pg_db_role_setting where setconfig && ${settings})
    or exists (select from pg_proc where proconfig && ${settings}))`;
}
const settingsQuery = `select json_build_object(
  'synchronous', current_setting('synchronous_standby_names') <> '',
  'applies', exists (select from pg_settings where name = 'synchronous_commit' and 'remote_apply' in (setting, reset_val))
    or exists (select from pg_file_settings where name = 'synchronous_commit' and setting = 'remote_apply')
    or ${setElsewhere('remote_apply')});`;
async function waitsFor({ primary, connection }, isSynchronous, signal) {
    const [row = {}] = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .RO)(primary, connection, settingsQuery, signal);
    if (row.synchronous !== true)
        return 'none';
    return isSynchronous && row.applies === true ? 'apply' : 'seldom';
}
const waitingQuery = `select json_build_object('commits', coalesce(json_agg(pid || ' ' || xact_start), '[]'))
from pg_stat_activity where wait_event = 'SyncRep' and xact_start is not null;`;
const releaseScript = `select json_build_object() from pg_wal_replay_resume();
select json_build_object('ended', pg_cancel_backend(pid)) from pg_stat_activity
where application_name = '${_inventory_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .counting */ .Mr}' and exists (select from pg_stat_activity where backend_type = 'startup'
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
            await answered(ended, signal => (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .RO)(standby, connection, releaseScript, signal));
        }
        before = now;
    }
}
async function waitingCommits({ primary, connection }, ended) {
    const rows = await answered(ended, signal => (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .RO)(primary, connection, waitingQuery, signal));
    return rows && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)(rows[0]?.commits);
}
async function answered(ended, ask) {
    const signal = AbortSignal.any([ended, AbortSignal.timeout(patience)]);
    const aborted = new Promise(resolve => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
    return Promise.race([ask(signal).catch(ignored), aborted]);
}
function ignored(error) {
    if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return undefined;
    throw error;
}


/***/ }),

/***/ 84650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   membersOf: () => (/* binding */ membersOf)
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
        pod,
        exec,
        data,
        role: standby ? 'standby' : 'primary',
        streams: streams === true,
        segmentSize: size,
        archiveTimeout: Number(timeout),
        archived: typeof archived === 'string' ? archived : undefined,
    };
    return { member, name: String(name), waitsFor: standby ? [] : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .textsIn */ .Ej)(synchronous) };
}


/***/ }),

/***/ 9864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ pausedInventory),
/* harmony export */   d: () => (/* binding */ isConflict)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14359);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80845);
/* harmony import */ var _inventory_sql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56428);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16677);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26401);






async function pausedInventory(standby) {
    const first = await stateOf(standby, standby.signal);
    const notes = await endOldPause(standby, first);
    await reach(standby, first);
    const waits = await (0,_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .waitsFor */ .is)(standby, standby.synchronous, standby.signal);
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
    const { exec, connection, sampling = _inventory_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .everything */ .YT, patience, signal } = standby;
    const script = (0,_inventory_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .inventoryScript */ .aC)(sampling, { patience, resumes: waits === 'apply' });
    for (let attempt = 1;; attempt += 1) {
        try {
            const [rows, waited] = await guarded(standby, waits, () => (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(exec, connection, script, signal));
            const place = rows.find(({ kind }) => kind === 'place') ?? {};
            const notes = waited
                ? ['commits waited for a standby during the count, so its replay was resumed']
                : [];
            if (place.pause === 'paused')
                return { ...placeOf(place), inventory: (0,_inventory_js__WEBPACK_IMPORTED_MODULE_2__/* .inventoryOf */ .o8)(rows), notes };
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
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the standby did not pause in time', 'check pg_stat_activity on the standby: a query may block replay, or another program may resume it at once');
    }
}
async function guarded({ primary, exec, connection, sleep }, waits, work) {
    if (waits === 'none')
        return [await work(), false];
    const ended = new AbortController();
    const guarding = (0,_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .guardCommits */ .ii)({ primary, standby: exec, connection }, ended.signal, sleep);
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
const isConflict = (error) => error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo &&
    /conflict with recovery|due to user request|due to lock timeout/.test(error.message);
const conflicting = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the count conflicted with replay on the standby ${attempts} times: ${cause.message}`, 'set hot_standby_feedback = on on the standby, or add an asynchronous one, and change no table definitions during the count', { cause });
function placeOf({ lsn: text, timeline }) {
    const lsn = (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.parseLsn)(String(text));
    if (lsn === undefined || typeof timeline !== 'number')
        throw odd(`${text} on timeline ${timeline}`);
    return { lsn, timeline };
}
const stateQuery = `select json_build_object('standby', pg_is_in_recovery(),
  'pause', case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() end,
  ${_inventory_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .replayedTo */ .g_});`;
async function stateOf(standby, signal, after = '') {
    const rows = await (0,_sql_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(standby.exec, standby.connection, `${after}${stateQuery}`, signal);
    const row = rows.at(-1) ?? {};
    const { standby: is, pause } = row;
    if (is !== true)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the server is not a standby', 'choose a standby, on which replay can be paused');
    if (pause !== 'not paused' && pause !== 'pause requested' && pause !== 'paused')
        throw odd(`pause: ${pause}`);
    return { pause, ...placeOf(row) };
}
async function endOldPause(standby, { pause, lsn }) {
    if (pause === 'not paused')
        return [];
    if (!standby.leftPaused)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`replay on the standby is already paused at ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(lsn)}, but not by Slipway`, 'ask who paused it, then resume it with select pg_wal_replay_resume()');
    await resume(standby);
    return [`an earlier run ended while replay was paused at ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(lsn)}; replay was resumed`];
}
async function reach(standby, { lsn }) {
    const { notBefore, signal } = standby;
    if (notBefore === undefined || lsn > notBefore)
        return;
    const last = await until(standby, signal, state => state.lsn > notBefore);
    if (last.lsn <= notBefore)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the standby did not replay past ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(notBefore)} in time: it has reached ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(last.lsn)}`, 'check the replication lag');
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
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('replay on the standby may still be paused: it could not be resumed', 'run select pg_wal_replay_resume() on the standby at once: it falls behind, and its primary keeps WAL for it', { cause: cause === undefined ? error : new AggregateError([error, cause]) });
    }
}
const interval = 200;
async function until(standby, signal, reached) {
    for (let waited = 0;; waited += interval) {
        const state = await stateOf(standby, signal);
        if (reached(state) || waited >= standby.patience)
            return state;
        await standby.sleep(interval);
    }
}
const odd = (what) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the standby gave an unexpected answer: ${what}`, 'use PostgreSQL 14 or later');


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

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ })

};
