export const id = 5714;
export const ids = [5714];
export const modules = {

/***/ 5714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lackingIn: () => (/* binding */ lackingIn),
  makeSet: () => (/* binding */ makeSet)
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/manifest.js
function completeness(manifest, declared) {
    const stores = new Set(manifest.objectStores.map(({ name }) => name));
    const noSource = (kind, what, name) => ({
        kind,
        name,
        sentence: `${what} ${name} has no source in the backup`,
    });
    return [
        ...declared.databases.flatMap(each => databaseGaps(manifest, each, declared)),
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
        return [{ kind: 'database', name, sentence: `the database ${name} has no source in the backup` }];
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
            sentence: `no table of the database ${name} is listed, so a restore could not be compared with it`,
        });
    if (migrations && found.migration === undefined)
        missing.push({
            kind: 'migration',
            name,
            sentence: `the schema version of the database ${name} is not noted`,
        });
    if (markers && found.newestMarker === undefined)
        missing.push({ kind: 'marker', name, sentence: `no marker is noted of the database ${name}` });
    return missing;
}
function volumeGaps({ volumes }, declared) {
    const path = ({ namespace, claim }) => `${namespace}/${claim}`;
    const covered = new Set(volumes.filter(each => each.covered !== 'not').map(path));
    const all = new Set([...declared.volumes, ...volumes].map(path));
    return without([...all], covered).map(name => ({
        kind: 'volume',
        name,
        sentence: `nothing covers the volume ${name}: declare how it is backed up, or that it is not needed`,
    }));
}
const without = (names, there) => names.filter(each => !there.has(each));

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(8650);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/info.js
var info = __webpack_require__(7417);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
var pgbackrest = __webpack_require__(4054);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/backing-up.js




const look = 5_000;
async function backUp(task) {
    const { place, report } = task;
    const before = await stanzaOf(task);
    const known = new Set(own(before, place).map(({ label }) => label));
    const type = typeFor(before, task);
    report(`${place.stanza}: ${type === 'full' ? 'a full' : 'an incremental'} backup to repository ${place.repository}`);
    if (before.lock.held)
        await follow(task);
    const meanwhile = newOnes(await stanzaOf(task), place, known);
    const suits = meanwhile.find(each => each.type === type || each.type === 'full');
    if (suits !== undefined) {
        report(`${place.stanza}: ${suits.label} was made by another run meanwhile`);
        return suits;
    }
    await makeOne(task, type);
    const after = await stanzaOf(task);
    const [made] = newOnes(after, place, new Set([...known, ...meanwhile.map(({ label }) => label)]));
    if (made === undefined)
        throw new errors/* UserError */.yo(`pgBackRest made a backup of ${place.stanza}, and repository ${place.repository} does not show it`, 'see whether another run expired it, then run the step again');
    if ((0,info/* chainOf */.dR)(after, made) === undefined)
        throw new errors/* UserError */.yo(`the backup ${made.label} needs one that repository ${place.repository} does not hold any more`, 'make a full backup');
    if (made.damaged === true)
        throw new errors/* UserError */.yo(`the backup ${made.label} holds pages with wrong checksums: the database itself is damaged`, 'see the log of pgBackRest for the tables, and restore them from an older backup; this one does not count');
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
    }
    finally {
        following.abort();
        await watching;
    }
}
async function follow(task) {
    const { place, report, sleep, signal } = task;
    report(`${place.stanza}: a backup runs already; it is followed`);
    for (;;) {
        const { lock } = await stanzaOf(task);
        if (!lock.held)
            return;
        report(progressText(place, lock.progress));
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
async function stanzaOf({ exec, place, signal }) {
    const answer = await exec((0,pgbackrest/* info */.pq)(place), { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (answer.code !== 0)
        throw refused(place, answer);
    return (0,info/* parseInfo */.YL)(answer.stdout, place.stanza);
}
function progressText({ stanza }, progress) {
    if (progress === undefined || progress.of === 0)
        return `${stanza}: the backup goes on`;
    const percent = Math.floor((100 * progress.done) / progress.of);
    const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
    return `${stanza}: ${percent} % (${megabytes(progress.done)} of ${megabytes(progress.of)})`;
}
const own = ({ backups }, { repository }) => backups.filter(each => each.repository === repository);
const newOnes = (stanza, place, known) => own(stanza, place)
    .filter(({ label }) => !known.has(label))
    .toReversed();
const remedies = {
    50: 'another backup or expiry holds the lock: wait for it',
    55: 'the stanza or its files are not there: run `pgbackrest stanza-create` once',
    56: 'the primary database does not answer: see whether one is up',
    58: 'run CHECKPOINT on the new primary, then run the step again',
    82: 'WAL does not arrive in the repository: see archive_command and pg_stat_archiver',
    103: 'the repository cannot be reached or is not whole: see its address, login and stanza',
};
function refused({ stanza, repository }, { code, stdout, stderr }) {
    const lines = `${stdout}\n${stderr}`.split('\n').filter(line => /\bERROR\b/.test(line));
    const said = (lines[0] ?? stderr.trim().split('\n').at(-1) ?? '').trim().slice(0, 300);
    return new errors/* UserError */.yo(`pgBackRest does not do it for ${stanza} in repository ${repository} (${code ?? 'ended'}): ${said || 'it said nothing'}`, remedies[code ?? 0] ?? 'see its log in the pod');
}
function backupText({ label, type, repositoryCopied, startedAt, endedAt }) {
    const kind = { full: 'full', diff: 'differential', incr: 'incremental' }[type];
    return `${label}, ${kind}, ${(repositoryCopied / 1e6).toFixed(1)} MB in ${(0,duration/* formatDuration */.a)(endedAt - startedAt)}`;
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory.js
var inventory = __webpack_require__(845);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(6677);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(6401);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/members.js



const query = `select json_build_object('standby', pg_is_in_recovery(),
  'streams', exists (select from pg_stat_wal_receiver where status = 'streaming'),
  'segment', (select setting::bigint from pg_settings where name = 'wal_segment_size'),
  'timeout', (select setting::bigint * 1000 from pg_settings where name = 'archive_timeout'),
  'archived', (select last_archived_wal from pg_stat_archiver),
  'data', current_setting('data_directory'));`;
async function membersOf(pods, connection, signal) {
    const silent = [];
    const asked = [...pods].map(async ([pod, exec]) => {
        try {
            const [row = {}] = await (0,sql/* rowsOf */.RO)(exec, connection, query, signal);
            return [memberOf(pod, exec, row)];
        }
        catch (error) {
            if (signal.aborted)
                throw (0,errors/* cancelled */.KW)();
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            silent.push(`${pod}: ${error.message}`);
            return [];
        }
    });
    const members = (await Promise.all(asked)).flat();
    const [primary, ...more] = members.filter(({ role }) => role === 'primary');
    if (primary === undefined)
        throw new errors/* UserError */.yo(`none of ${pods.size} pods is the primary${silent.length === 0 ? '' : ` (${silent.join('; ')})`}`, 'see whether the database is up, and whether `database` and `container` of slipway.yml are right');
    if (more.length > 0)
        throw new errors/* UserError */.yo(`${[primary, ...more].map(({ pod }) => pod).join(' and ')} all say that they are the primary`, 'find out which one clients write to, and stop the others at once');
    const standbys = members.filter(({ role }) => role === 'standby');
    return { primary, standbys: standbys.toSorted((a, b) => Number(b.streams) - Number(a.streams)), silent };
}
function memberOf(pod, exec, row) {
    const { standby, streams, segment, timeout, archived, data } = row;
    const size = (0,wal.parseSegmentSize)(Number(segment));
    if (size === undefined || typeof standby !== 'boolean' || typeof data !== 'string')
        throw new errors/* UserError */.yo(`${pod} answers what was not expected`, 'it has to be PostgreSQL 14 or later');
    return {
        ...{ pod, exec, data },
        role: standby ? 'standby' : 'primary',
        streams: streams === true,
        segmentSize: size,
        archiveTimeout: Number(timeout),
        archived: typeof archived === 'string' ? archived : undefined,
    };
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 4 modules
var proving = __webpack_require__(997);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/inventory-sql.js
var inventory_sql = __webpack_require__(1666);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/standby.js





async function pausedInventory(standby) {
    const notes = await endOldPause(standby, await stateOf(standby, standby.signal));
    await reach(standby);
    await standby.note(true);
    let failure;
    try {
        return { ...(await counted(standby)), notes };
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
async function counted(standby) {
    const { exec, connection, sampling = inventory_sql/* everything */.YT, patience, signal } = standby;
    for (let attempt = 1;; attempt += 1) {
        try {
            const rows = await (0,sql/* rowsOf */.RO)(exec, connection, (0,inventory_sql/* inventoryScript */.aC)(sampling, patience), signal);
            const place = rows.find(({ kind }) => kind === 'place') ?? {};
            if (place.pause === 'paused')
                return { ...placeOf(place), inventory: (0,inventory/* inventoryOf */.o8)(rows) };
        }
        catch (error) {
            if (!isConflict(error) || attempt === attempts)
                throw error;
        }
        if (attempt === attempts)
            throw new errors/* UserError */.yo('the standby did not pause in time', 'a query may hold its replay, or somebody resumes it at once: look at pg_stat_activity there');
    }
}
const isConflict = (error) => error instanceof errors/* UserError */.yo && /conflict with recovery/.test(error.message);
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
async function stateOf(standby, signal) {
    const [row] = await (0,sql/* rowsOf */.RO)(standby.exec, standby.connection, stateQuery, signal);
    const { pause, timeline } = row ?? {};
    const lsn = (0,wal.parseLsn)(String(row?.lsn));
    if (row?.standby !== true)
        throw new errors/* UserError */.yo('the server is no standby', 'name a standby, on which replay can be paused');
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
        throw new errors/* UserError */.yo(`replay is paused on the standby at ${(0,wal.formatLsn)(lsn)}, and not by us`, 'ask who paused it; select pg_wal_replay_resume() lets it go on');
    await resume(standby);
    return [`a run before ended while replay was paused at ${(0,wal.formatLsn)(lsn)}; it was resumed`];
}
async function reach(standby) {
    const { notBefore, signal } = standby;
    if (notBefore === undefined)
        return;
    const last = await until(standby, signal, state => state.lsn > notBefore);
    if (last.lsn <= notBefore)
        throw new errors/* UserError */.yo(`the standby has replayed up to ${(0,wal.formatLsn)(last.lsn)} and did not come past ${(0,wal.formatLsn)(notBefore)} in time`, 'look at the replication lag');
}
async function resume(standby, cause) {
    try {
        await tell(standby, 'select json_build_object() from pg_wal_replay_resume();', undefined);
        const { pause } = await until(standby, undefined, state => state.pause === 'not paused');
        if (pause !== 'not paused')
            throw odd(`pause: ${pause}`);
    }
    catch (error) {
        throw new errors/* UserError */.yo('replay is still paused on the standby, or nobody knows whether it is', 'run select pg_wal_replay_resume() there at once: it falls behind, and its primary keeps the WAL', { cause: cause === undefined ? error : new AggregateError([error, cause]) });
    }
}
async function tell(standby, script, signal) {
    await (0,sql/* rowsOf */.RO)(standby.exec, standby.connection, script, signal);
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
const odd = (what) => new errors/* UserError */.yo(`the standby answers what was not expected (${what})`, 'it has to be PostgreSQL 14 or later');

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/database-backup.js










async function backUpDatabase(task) {
    const connection = { database: task.database };
    const members = await membersOf(task.pods, connection, task.signal);
    demandArchiving(task, members);
    const { exec } = members.primary;
    await (0,sql/* rowsOf */.RO)(exec, connection, 'checkpoint;', task.signal);
    const made = [];
    for (const repository of task.repositories) {
        const backup = await backUp({ ...task, exec, place: database_backup_placeOf(task, repository) });
        made.push({ repository, backup });
        task.report(`${repository.name}: ${backupText(backup)}`);
    }
    const counted = await countOn(task, members, connection, made.map(({ backup }) => backup.stopLsn));
    task.report(`${task.name}: counted at ${(0,wal.formatLsn)(counted.lsn)}; waiting for the WAL up to there`);
    await archive(task, exec);
    const rungs = await prove(task, members, connection);
    if (rungs.every(({ state }) => state === 'passed'))
        await expireOld(task, exec);
    return {
        database: {
            ...(0,inventory/* databaseOf */.zJ)(counted.inventory, {
                lsn: (0,wal.formatLsn)(counted.lsn),
                timeline: counted.timeline,
                segment: members.primary.segmentSize,
                backups: made.map(({ repository, backup }) => ({ repository: repository.name, label: backup.label })),
            }),
            name: task.name,
        },
        backups: made.map(({ repository, backup }) => `${repository.name}: ${backupText(backup)}`),
        rungs,
        notes: [...members.silent.map(each => `no answer from ${each}`), ...counted.notes],
    };
}
const database_backup_placeOf = ({ stanza }, { number }) => ({ stanza, repository: number });
function demandArchiving({ name, archiveTimeout }, { primary }) {
    if (archiveTimeout === undefined)
        return;
    const { archiveTimeout: real } = primary;
    if (real > 0 && real <= archiveTimeout)
        return;
    throw new errors/* UserError */.yo(`the database ${name} has archive_timeout ${real === 0 ? 'off' : (0,duration/* formatDuration */.a)(real)}, and slipway.yml says ${(0,duration/* formatDuration */.a)(archiveTimeout)}`, 'set it in the database to what `archive-timeout` says, or correct slipway.yml: what may be lost depends on it');
}
async function countOn(task, { standbys, primary }, connection, ends) {
    const standby = standbys.find(({ pod }) => pod === task.leftPaused) ?? standbys.find(({ streams }) => streams);
    if (standby === undefined)
        throw new errors/* UserError */.yo(`no standby of ${task.name} receives the log of ${primary.pod}, and only on one what the backup holds can be counted`, 'see why replication stands still, or add a standby');
    const notBefore = ends.find(end => ends.every(other => other <= end));
    return pausedInventory({
        exec: standby.exec,
        connection,
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
    throw new errors/* UserError */.yo(`WAL of ${name} does not arrive in every repository (${answer.code ?? 'ended'}): ${(0,pgbackrest/* failureIn */.Q6)(answer)}`, 'see archive_command, pg_stat_archiver and whether each repository can be reached');
}
async function prove(task, members, connection) {
    const { exec, segmentSize } = members.primary;
    const [row] = await (0,sql/* rowsOf */.RO)(exec, connection, `select json_build_object('archived', last_archived_wal) from pg_stat_archiver;`, task.signal);
    const archived = typeof row?.archived === 'string' ? row.archived : undefined;
    const rungs = [];
    for (const repository of task.repositories) {
        task.report(`${repository.name}: verifying`);
        const proved = await (0,proving/* proveRepository */.F)({
            exec,
            place: database_backup_placeOf(task, repository),
            size: segmentSize,
            limits: { backup: task.incremental, wal: (task.archiveTimeout ?? task.incremental) + task.archiveLag },
            archived,
            idle: false,
            signal: task.signal,
            now: task.now,
        });
        rungs.push(...proved.map(each => ({ ...each, what: `${repository.name}: ${each.what}` })));
    }
    return rungs;
}
async function expireOld(task, exec) {
    for (const repository of task.repositories.filter(({ expires }) => expires)) {
        const { code, stderr } = await exec((0,pgbackrest/* expire */.Gb)(database_backup_placeOf(task, repository), { dryRun: false }), {
            signal: task.signal,
        });
        if (code !== 0)
            task.report(`${repository.name}: what is too old could not be taken away: ${stderr.trim().slice(0, 200)}`);
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/sets.js + 1 modules
var sets = __webpack_require__(8492);
;// CONCATENATED MODULE: ./.build/js/src/recovery/backup.js



async function makeSet(task) {
    const { recovery, by, stores, owner } = task;
    const at = task.now();
    const made = [];
    for (const [name, declared] of Object.entries(recovery.databases))
        made.push(await backUpDatabase(await orderFor(name, declared, task)));
    const manifest = manifestOf(at, by, made.map(({ database }) => database));
    const rungs = made.flatMap(each => each.rungs);
    const problems = [...failed(rungs), ...lackingIn(manifest, recovery).map(({ sentence }) => sentence)];
    const id = (0,sets.setId)(at);
    const content = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
    const bundle = problems.length === 0 ? await task.sign(id, content) : undefined;
    if (problems.length === 0) {
        await task.assertHeld();
        for (const { store, locked } of stores)
            await (0,sets.writeSet)(store, owner, { id, content, bundle }, locked === undefined ? undefined : at + locked);
    }
    return {
        ...{ id, manifest, rungs, problems, signed: bundle !== undefined },
        backups: Object.fromEntries(made.map(({ database, backups }) => [database.name, backups])),
        notes: made.flatMap(({ notes }) => notes),
    };
}
async function orderFor(name, declared, { podsOf, recovery: { repositories }, type, annotations, signal, now, sleep, report }) {
    return {
        ...{ name, type, annotations, signal, now, sleep, report },
        ...(await podsOf(name)),
        stanza: declared.stanza,
        database: declared.database,
        repositories: declared.to.map(each => ({
            name: each,
            number: repositories[each]?.pgbackrest ?? 0,
            expires: repositories[each]?.locked === undefined,
        })),
        full: declared.full,
        incremental: declared.incremental,
        archiveTimeout: declared['archive-timeout'],
        archiveLag: declared['archive-lag'],
    };
}
const manifestOf = (at, by, databases) => ({
    ...{ schema: 1, at, by, databases },
    ...{ objectStores: [], volumes: [], clusterObjects: {}, images: [], secrets: [], tools: {} },
});
const failed = (rungs) => rungs.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);
function lackingIn(manifest, { databases }) {
    const lacking = Object.entries(databases).flatMap(([name, { to }]) => completeness(manifest, { ...nothing, databases: [{ name, migrations: false }], repositories: to }));
    return [...new Map(lacking.map(each => [each.sentence, each])).values()];
}
const nothing = {
    ...{ databases: [], repositories: [], markers: false, objectStores: [], volumes: [], kinds: [] },
    ...{ images: [], secrets: [] },
};


/***/ }),

/***/ 8492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  documentOf: () => (/* binding */ documentOf),
  isSetId: () => (/* binding */ isSetId),
  listSets: () => (/* binding */ listSets),
  readFileOf: () => (/* binding */ readFileOf),
  readSet: () => (/* binding */ readSet),
  setId: () => (/* binding */ setId),
  writeSet: () => (/* binding */ writeSet)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(512);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(7462);
;// CONCATENATED MODULE: ./.build/js/src/recovery/manifest-schema.js




const manifest_schema_text = schemas/* string */.YjP().min(1);
const count = schemas/* int */.Whr().min(0);
const sha256Schema = schemas/* string */.YjP().refine(checksum/* isSha256 */._h, { error: 'is no SHA-256 in 64 hexadecimal digits' });
const tableSchema = schemas/* object */.Ikc({
    schema: manifest_schema_text,
    name: manifest_schema_text,
    rows: count,
    key: schemas/* object */.Ikc({ min: schemas/* string */.YjP(), max: schemas/* string */.YjP() }).exactOptional().meta({
        description: 'The smallest and the largest key as text; absent of an empty table and one without a key.',
    }),
    hash: schemas/* string */.YjP()
        .regex(/^-?\d+$/)
        .exactOptional()
        .meta({
        description: 'Of all rows in whatever order: coalesce(sum(hashtextextended(t::text, 0)), 0), with DateStyle, TimeZone, extra_float_digits and bytea_output pinned.',
    }),
    sampled: schemas/* number */.aig().gt(0).max(100).exactOptional().meta({
        description: 'Percent of its blocks that `hash` is of; absent when it is of all.',
    }),
});
const databaseSchema = schemas/* object */.Ikc({
    name: manifest_schema_text,
    server: manifest_schema_text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
    lsn: schemas/* string */.YjP()
        .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
        .meta({ description: 'Up to which the rows below are: a standby had replayed it and paused.' }),
    timeline: schemas/* int */.Whr().min(1),
    segment: schemas/* int */.Whr().min(1).exactOptional().meta({ description: 'Bytes of a segment of its WAL.' }),
    backups: schemas/* array */.YOg(schemas/* object */.Ikc({ repository: manifest_schema_text, label: manifest_schema_text }))
        .meta({ description: 'The backup in each repository from which it is restored.' }),
    tables: schemas/* array */.YOg(tableSchema),
    migration: manifest_schema_text
        .exactOptional()
        .meta({ description: 'Version of the schema, by the tool that migrates it.' }),
    newestMarker: schemas/* int */.Whr().min(1).exactOptional(),
});
const snapshotsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ repository: manifest_schema_text, snapshot: manifest_schema_text })).meta({
    description: 'The snapshot of restic in each repository from which it is restored.',
});
const volumeSchema = schemas/* object */.Ikc({
    namespace: manifest_schema_text,
    claim: manifest_schema_text,
    covered: schemas/* enum */.k5n(['files', 'snapshot', 'database', 'objects', 'not-needed', 'not']).meta({
        description: 'By what it is in the backup; `not-needed` is what somebody declared to be rebuilt, as caches are.',
    }),
    files: schemas/* object */.Ikc({ count, bytes: count, hash: sha256Schema, unsettled: count, backups: snapshotsSchema })
        .exactOptional()
        .meta({
        description: 'Of one that is covered as files. `hash`: of (path, SHA-256) of all files that did not change during the backup, in whatever order; `unsettled`: how many did.',
    }),
});
const manifestSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    at: schemas/* int */.Whr().min(0).meta({ description: 'When it was made, in ms since the epoch.' }),
    by: schemas/* object */.Ikc({ run: manifest_schema_text, actor: manifest_schema_text }),
    databases: schemas/* array */.YOg(databaseSchema),
    objectStores: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: manifest_schema_text,
        count,
        bytes: count,
        hash: sha256Schema,
        backups: snapshotsSchema.exactOptional(),
    }))
        .meta({ description: '`hash`: of (path, SHA-256) of all objects in whatever order.' }),
    volumes: schemas/* array */.YOg(volumeSchema),
    clusterObjects: schemas/* record */.g1P(manifest_schema_text, count).meta({
        description: 'How many there are of each kind.',
        examples: [{ 'apps/Deployment': 3, ConfigMap: 7 }],
    }),
    images: schemas/* array */.YOg(schemas/* string */.YjP().regex(/@sha256:[0-9a-f]{64}$/, { error: 'is no image with its digest' })),
    secrets: schemas/* array */.YOg(manifest_schema_text.refine(name => !(0,secrecy/* looksSecret */.n0)(name), { error: 'looks like a secret itself and not like its name' }))
        .meta({ description: 'Their names, never what they hold.' }),
    tools: schemas/* record */.g1P(manifest_schema_text, manifest_schema_text).meta({ description: 'Name → version.' }),
});
function parseManifest(content) {
    const result = manifestSchema.safeParse(jsonOf(content));
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw notOne(`${issue?.path.join('.') || 'it'}: ${issue?.message}`, result.error);
}
function jsonOf(content) {
    try {
        return JSON.parse(content);
    }
    catch (cause) {
        throw notOne('it is no JSON', cause);
    }
}
const notOne = (problem, cause) => new errors/* UserError */.yo(`the manifest of the backup cannot be read (${problem})`, 'take one that slipway wrote', {
    cause,
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/sets.js


const documentOf = ({ app, environment }, { id, content }) => ({
    name: `the manifest of ${id}`,
    content,
    type: 'https://slipway.dev/backup-manifest/v1',
    about: { app, environment, set: id },
});
const manifestFile = 'manifest.json';
const bundleFile = 'manifest.json.sigstore.json';
const setId = (at) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const isSetId = (text) => /^\d{8}T\d{6}Z$/.test(text);
const folderOf = ({ app, environment }, id) => [app, environment, ...(id === undefined ? [] : [id])].join('/');
async function writeSet(store, owner, set, lockedUntil) {
    const put = (name, content) => store.put(`${folderOf(owner, set.id)}/${name}`, content, lockedUntil);
    for (const [name, content] of Object.entries(set.files ?? {}))
        await put(name, content);
    if (set.bundle !== undefined)
        await put(bundleFile, new TextEncoder().encode(set.bundle));
    await put(manifestFile, set.content);
}
async function listSets(store, owner) {
    const paths = await store.list(folderOf(owner));
    return paths
        .flatMap(({ path }) => {
        const [id = '', name] = path.split('/').slice(-2);
        return name === manifestFile && isSetId(id) ? [id] : [];
    })
        .sort();
}
async function readSet(store, owner, id) {
    const wanted = id ?? (await listSets(store, owner)).at(-1);
    if (wanted === undefined)
        throw new errors/* UserError */.yo(`${store.name} holds no finished backup set of ${owner.app} in ${owner.environment}`, 'make a backup, or take another repository');
    const content = await store.get(`${folderOf(owner, wanted)}/${manifestFile}`);
    if (content === undefined)
        throw new errors/* UserError */.yo(`${store.name} holds no finished backup set ${wanted} of ${owner.app} in ${owner.environment}`, 'name one that the output `sets` of `backup` has');
    const bundle = await store.get(`${folderOf(owner, wanted)}/${bundleFile}`);
    return {
        id: wanted,
        manifest: parseManifest(new TextDecoder().decode(content)),
        content,
        bundle: bundle === undefined ? undefined : new TextDecoder().decode(bundle),
    };
}
const readFileOf = (store, owner, id, name) => store.get(`${folderOf(owner, id)}/${name}`);


/***/ })

};
