export const id = 75;
export const ids = [75];
export const modules = {

/***/ 75:
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
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(630);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/wal.js
const mebibyte = 1024 * 1024;
const usualSize = (16 * mebibyte);
function parseSegmentSize(bytes) {
    const possible = Number.isInteger(Math.log2(bytes)) && bytes >= mebibyte && bytes <= 1024 * mebibyte;
    return possible ? bytes : undefined;
}
function parseLsn(text) {
    const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
    if (high === undefined || low === undefined)
        return undefined;
    return ((BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`));
}
function wal_formatLsn(lsn) {
    return `${hex(lsn >> 32n)}/${hex(lsn & 0xffffffffn)}`;
}
function segmentAt(timeline, lsn, size) {
    return { timeline, number: Number(lsn / BigInt(size)) };
}
function segmentBefore(timeline, lsn, size) {
    return segmentAt(timeline, (lsn === 0n ? lsn : lsn - 1n), size);
}
function beginOf({ number }, size) {
    return (BigInt(number) * BigInt(size));
}
const next = ({ timeline, number }) => ({ timeline, number: number + 1 });
function compareSegments(a, b) {
    return a.timeline - b.timeline || a.number - b.number;
}
function segmentName({ timeline, number }, size) {
    const each = perLog(size);
    return [timeline, Math.floor(number / each), number % each]
        .map(part => hex(part).padStart(8, '0'))
        .join('');
}
function parseSegment(name, size) {
    if (!/^[0-9A-F]{24}$/.test(name))
        return undefined;
    const part = (from) => Number.parseInt(name.slice(from, from + 8), 16);
    const [timeline, log, rest] = [part(0), part(8), part(16)];
    if (timeline === 0 || rest >= perLog(size))
        return undefined;
    return { timeline, number: log * perLog(size) + rest };
}
function parseWalFile(name, size) {
    const history = /^([0-9A-F]{8})\.history$/.exec(name)?.[1];
    if (history !== undefined)
        return { kind: 'history', timeline: Number.parseInt(history, 16) };
    const [, stem = '', ending = ''] = /^([0-9A-F]{24})(\.partial|\.[0-9A-F]{8}\.backup)?$/.exec(name) ?? [];
    const segment = parseSegment(stem, size);
    if (segment === undefined)
        return undefined;
    return { kind: ending === '' ? 'segment' : ending === '.partial' ? 'partial' : 'backup', segment };
}
const perLog = (size) => 2 ** 32 / size;
const hex = (value) => value.toString(16).toUpperCase();

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/info.js



function parseInfo(text, name) {
    const stanza = (0,map/* mapsIn */.nf)(jsonOf(text)).find(each => each.name === name);
    if (stanza === undefined)
        throw unreadable(`the stanza ${name} is not in it`);
    const status = statusOf(stanza.status);
    return {
        name,
        status,
        repositories: (0,map/* mapsIn */.nf)(stanza.repo).map(each => ({
            key: numberAt(each.key, 'repo.key'),
            cipher: textAt(each.cipher, 'repo.cipher'),
            status: statusOf(each.status),
        })),
        backups: (0,map/* mapsIn */.nf)(stanza.backup)
            .map(backupOf)
            .sort((a, b) => a.endedAt - b.endedAt || (a.label < b.label ? -1 : 1)),
        archives: (0,map/* mapsIn */.nf)(stanza.archive).map(archiveOf),
        databases: (0,map/* mapsIn */.nf)(stanza.db).map(each => ({
            id: numberAt(each.id, 'db.id'),
            repository: numberAt(each['repo-key'], 'db.repo-key'),
            systemId: String(each['system-id']),
            version: textAt(each.version, 'db.version'),
        })),
        lock: lockOf(stanza.status),
    };
}
function chainOf({ backups }, backup) {
    const needed = new Set([...backup.reference, ...(backup.prior === undefined ? [] : [backup.prior])]);
    const chain = [backup];
    for (const label of needed) {
        const found = backups.find(each => each.label === label &&
            each.repository === backup.repository &&
            each.databaseId === backup.databaseId);
        if (found === undefined)
            return undefined;
        if (!chain.includes(found))
            chain.push(found);
    }
    return chain;
}
function newestGood(stanza, repository) {
    return stanza.backups.findLast(each => each.repository === repository && each.damaged !== true && chainOf(stanza, each) !== undefined);
}
function backupOf(value) {
    const part = (key) => mapIn(value, key);
    const label = textAt(value.label, 'backup.label');
    const place = (key) => {
        const lsn = parseLsn(String(part('lsn')[key]));
        if (lsn === undefined)
            throw unreadable(`the backup ${label} has no ${key} LSN`);
        return lsn;
    };
    const { type, prior, error } = value;
    if (type !== 'full' && type !== 'diff' && type !== 'incr')
        throw unreadable(`${label} is of the type ${type}`);
    const seconds = (key) => numberAt(part('timestamp')[key], `backup.timestamp.${key}`) * 1000;
    const annotations = Object.entries(part('annotation')).filter((each) => typeof each[1] === 'string');
    return {
        label,
        type,
        ...(typeof prior === 'string' ? { prior } : {}),
        reference: (0,map/* textsIn */.Ej)(value.reference),
        repository: numberAt(part('database')['repo-key'], 'backup.database.repo-key'),
        databaseId: numberAt(part('database').id, 'backup.database.id'),
        startedAt: seconds('start'),
        endedAt: seconds('stop'),
        startLsn: place('start'),
        stopLsn: place('stop'),
        startWal: textOrNull(part('archive').start),
        stopWal: textOrNull(part('archive').stop),
        size: numberAt(part('info').size, 'backup.info.size'),
        copied: numberAt(part('info').delta, 'backup.info.delta'),
        repositoryCopied: numberAt(mapIn(part('info'), 'repository').delta, 'backup.info.repository.delta'),
        ...(typeof error === 'boolean' ? { damaged: error } : {}),
        annotations: Object.fromEntries(annotations),
    };
}
function archiveOf(value) {
    const database = mapIn(value, 'database');
    return {
        id: textAt(value.id, 'archive.id'),
        repository: numberAt(database['repo-key'], 'archive.database.repo-key'),
        databaseId: numberAt(database.id, 'archive.database.id'),
        min: textOrNull(value.min),
        max: textOrNull(value.max),
    };
}
function statusOf(value) {
    if (!(0,map/* isMap */.jh)(value))
        throw unreadable('a status is missing');
    return { code: numberAt(value.code, 'status.code'), message: textAt(value.message, 'status.message') };
}
function lockOf(status) {
    const lock = (0,map/* isMap */.jh)(status) ? mapIn(mapIn(status, 'lock'), 'backup') : {};
    const { held, size, 'size-cplt': done } = lock;
    return {
        held: held === true,
        ...(typeof size === 'number' && typeof done === 'number' ? { progress: { done, of: size } } : {}),
    };
}
function jsonOf(text) {
    try {
        return JSON.parse(text.replaceAll(/("system-id":\s*)(\d+)/g, '$1"$2"'));
    }
    catch (cause) {
        throw unreadable('it is no JSON', cause);
    }
}
const mapIn = (value, key) => {
    const found = value[key];
    return (0,map/* isMap */.jh)(found) ? found : {};
};
const textOrNull = (value) => (typeof value === 'string' ? value : null);
function textAt(value, key) {
    if (typeof value !== 'string')
        throw unreadable(`${key} is missing`);
    return value;
}
function numberAt(value, key) {
    if (!Number.isSafeInteger(value))
        throw unreadable(`${key} is missing`);
    return Number(value);
}
const unreadable = (problem, cause) => new errors/* UserError */.yo(`what pgBackRest says of its backups cannot be read (${problem})`, 'run pgbackrest info --output=json where the database is and look at what it answers', { cause });

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
function backup(request) {
    const annotations = Object.entries(request.annotations ?? {}).map(([name, value]) => {
        if (name === '' || name.includes('='))
            throw new RangeError(`no name of an annotation: ${name}`);
        return `--annotation=${name}=${value}`;
    });
    return [
        ...start(request, 'info'),
        `--type=${request.type}`,
        '--start-fast',
        '--no-expire-auto',
        ...annotations,
        'backup',
    ];
}
const check = ({ stanza, config }) => [
    ...start({ stanza, ...(config === undefined ? {} : { config }) }, 'info'),
    'check',
];
const createStanza = (stanza) => [...start(stanza, 'info'), 'stanza-create'];
const info = (stanza) => [
    ...start(stanza, 'off'),
    '--output=json',
    'info',
];
function verify(repository, set) {
    return [
        ...start(repository, 'off', 'info'),
        '--output=text',
        '--verbose',
        ...(set === undefined ? [] : [`--set=${label(set)}`]),
        'verify',
    ];
}
const listArchive = (repository, archive) => [
    ...start(repository, 'off'),
    '--recurse',
    '--output=json',
    'repo-ls',
    `archive/${repository.stanza}/${archive}`,
];
const readHistory = (repository, archive, timeline) => [
    ...start(repository, 'off'),
    'repo-get',
    `archive/${repository.stanza}/${archive}/${timeline.toString(16).toUpperCase().padStart(8, '0')}.history`,
];
function restore(request) {
    const { set, target, timeline, path, atTarget, archives, overwrite, processes } = request;
    return [
        ...start(request, 'info'),
        `--set=${label(set)}`,
        `--type=${target.type}`,
        ...(target.value === undefined ? [] : [`--target=${target.value}`]),
        ...(target.exclusive === true ? ['--target-exclusive'] : []),
        ...(target.type === 'immediate' ? [] : [`--target-timeline=${timeline}`]),
        ...(target.type === 'default' ? [] : [`--target-action=${atTarget}`]),
        `--archive-mode=${archives ? 'preserve' : 'off'}`,
        `--pg1-path=${path}`,
        ...(overwrite === true ? ['--delta'] : []),
        ...(processes === undefined ? [] : [`--process-max=${processes}`]),
        'restore',
    ];
}
function expire(repository, options) {
    return [
        ...start(repository, 'info'),
        ...(options.set === undefined ? [] : [`--set=${label(options.set)}`]),
        ...(options.dryRun ? ['--dry-run'] : []),
        'expire',
    ];
}
const version = (/* unused pure expression or super */ null && (['pgbackrest', 'version']));
function isKnownVersion(text) {
    const [, major, minor] = /(\d+)\.(\d+)/.exec(text) ?? [];
    return Number(major) === 2 && Number(minor) >= 45 && Number(minor) <= 59;
}
const labels = /^\d{8}-\d{6}F(_\d{8}-\d{6}[DI])?$/;
const isLabel = (text) => labels.test(text);
function label(text) {
    if (!isLabel(text))
        throw new RangeError(`no label of a backup: ${text}`);
    return text;
}
function start(of, console, errors = 'warn') {
    return [
        'pgbackrest',
        ...(of.config === undefined ? [] : [`--config=${of.config}`]),
        `--stanza=${of.stanza}`,
        ...('repository' in of ? [`--repo=${of.repository}`] : []),
        `--log-level-console=${console}`,
        `--log-level-stderr=${errors}`,
        '--no-log-timestamp',
    ];
}

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
    if (chainOf(after, made) === undefined)
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
    if (newest === undefined || newestGood(stanza, place.repository) === undefined)
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
        const answer = await exec(backup({ ...place, type, annotations }), { signal });
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
    const answer = await exec(info(place), { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (answer.code !== 0)
        throw refused(place, answer);
    return parseInfo(answer.stdout, place.stanza);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.build/js/src/recovery/checksum.js

function parseSha256(text) {
    return checksum_isSha256(text) ? text : undefined;
}
const checksum_isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return createHash('sha256').update(content).digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/sql.js


function psql({ database, user, host, port }) {
    const parameters = Object.entries({ dbname: database, user, host, port })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}='${String(value).replaceAll(/['\\]/g, '\\$&')}'`);
    return [
        'psql',
        '--no-psqlrc',
        '--no-password',
        '--quiet',
        '--no-align',
        '--tuples-only',
        '--set=ON_ERROR_STOP=1',
        `--dbname=${parameters.join(' ')}`,
    ];
}
function sql_literal(text) {
    if (text.includes('\0'))
        throw new RangeError('a text with a zero byte');
    const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
    return `E'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}
async function sql_rowsOf(exec, connection, script, signal) {
    const { code, stdout, stderr } = await exec(psql(connection), {
        input: script,
        ...(signal && { signal }),
    });
    if (code !== 0)
        throw failed(connection, stderr.trim().split('\n')[0] || `psql ended with ${code ?? 'a signal'}`);
    return stdout
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => rowOf(line) ?? raise(failed(connection, `it answered ${line.slice(0, 80)}`)));
}
function rowOf(line) {
    try {
        const value = JSON.parse(line);
        return (0,map/* isMap */.jh)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const failed = ({ database }, problem) => new errors/* UserError */.yo(`the database ${database} did not answer: ${problem.slice(0, 300)}`, 'mend that and run it again');
function raise(error) {
    throw error;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/markers.js



const createMarkers = (/* unused pure expression or super */ null && (`
begin;
set local lock_timeout = '10s';
set local client_min_messages = warning;
select from pg_advisory_xact_lock(hashtextextended('slipway_dr', 0));
create schema if not exists slipway_dr;
create table if not exists slipway_dr.marker (
  id bigint generated always as identity unique,
  run_id text not null,
  seq bigint not null check (seq > 0),
  sent_at bigint not null check (sent_at >= 0),
  payload text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  stored_at timestamptz not null default clock_timestamp(),
  primary key (run_id, seq)
);
comment on schema slipway_dr is 'Slipway: markers that recovery drills count; may be dropped when no drill runs';
commit;
`));
function insertMarker({ seq, runId, sentAt, payload, sha256 }) {
    const values = [literal(runId), seq, sentAt, literal(payload), literal(sha256)];
    return `insert into slipway_dr.marker (run_id, seq, sent_at, payload, sha256) values (${values.join(', ')}) returning seq;`;
}
function isAcknowledged(seq, stdout, stderr) {
    return stdout.trim() === String(seq) && stderr.trim() === '';
}
function readMarkers(runId, since) {
    if (!Number.isSafeInteger(since) || since < 0)
        throw new RangeError(`markers since ${since}`);
    return `select json_build_object('seq', seq, 'runId', run_id, 'sentAt', sent_at, 'payload', payload, 'sha256', sha256)
from slipway_dr.marker where run_id = ${literal(runId)} and seq > ${since} order by seq;`;
}
function markersOf(rows) {
    return rows.flatMap(row => {
        if (!isMap(row))
            return [];
        const { seq, runId, sentAt, payload, sha256 } = row;
        if (typeof seq !== 'number' || typeof runId !== 'string' || typeof sentAt !== 'number')
            return [];
        if (typeof payload !== 'string' || typeof sha256 !== 'string' || !isSha256(sha256))
            return [];
        return [{ seq, runId, sentAt, payload, sha256 }];
    });
}
const newestMarkerScript = `
select 'select json_build_object(''kind'', ''marker'', ''runId'', run_id, ''seq'', seq)
  from slipway_dr.marker order by id desc limit 1'
where to_regclass('slipway_dr.marker') is not null \\gexec
`;
function cleanMarkers(before) {
    if (!Number.isSafeInteger(before))
        throw new RangeError(`markers before ${before}`);
    return `delete from slipway_dr.marker where run_id in (
  select run_id from slipway_dr.marker group by run_id having max(sent_at) < ${before});`;
}
const dropMarkers = 'drop schema if exists slipway_dr cascade;';

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/migrations.js


const tools = [
    {
        name: 'flyway',
        table: 'flyway_schema_history',
        has: ['installed_rank', 'version', 'success'],
        version: `(select version from %s where success and version is not null order by installed_rank desc limit 1)
      || case when exists (select from %s where not success) then ' (failed)' else '' end`,
    },
    {
        name: 'alembic',
        table: 'alembic_version',
        has: ['version_num'],
        version: `(select string_agg(version_num, '+' order by version_num collate "C") from %s)`,
    },
    {
        name: 'rails',
        table: 'schema_migrations',
        has: ['version'],
        hasNot: ['dirty'],
        version: `(select max(version::text collate "C") || ' of ' || count(*) from %s)`,
    },
    {
        name: 'golang-migrate',
        table: 'schema_migrations',
        has: ['version', 'dirty'],
        version: `(select version || case when dirty then ' (dirty)' else '' end from %s limit 1)`,
    },
    {
        name: 'django',
        table: 'django_migrations',
        has: ['id', 'app', 'name'],
        version: `(select app || '.' || name || ' of ' || (select count(*) from %s) from %s order by id desc limit 1)`,
    },
    {
        name: 'knex',
        table: 'knex_migrations',
        has: ['id', 'name', 'batch'],
        version: '(select name from %s order by id desc limit 1)',
    },
    {
        name: 'prisma',
        table: '_prisma_migrations',
        has: ['migration_name', 'finished_at', 'rolled_back_at'],
        version: `(select migration_name from %s where finished_at is not null and rolled_back_at is null
        order by finished_at desc, migration_name collate "C" desc limit 1)
      || case when exists (select from %s where finished_at is null and rolled_back_at is null) then ' (unfinished)' else '' end`,
    },
];
const migrationScript = `
select format($make$
  select json_build_object('kind', 'migration', 'tool', %L, 'schema', %L, 'version', version)
  from (select %s as version) v where version is not null
$make$, tool, nspname, replace(version, '%s', format('%I.%I', nspname, relname)))
from (values
  ${tools.map(migrations_rowOf).join(',\n  ')}
) t (tool, name, has, has_not, version)
join pg_class c on c.relname = t.name and c.relkind in ('r', 'p')
join pg_namespace n on n.oid = c.relnamespace and n.nspname !~ '^pg_(temp|toast)'
where has <@ array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped)
  and not has_not && array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped)
order by tool, nspname \\gexec
`;
function migrations_rowOf({ name, table, has, hasNot = [], version }) {
    const list = (names) => `array[${names.map(sql_literal).join(', ')}]::text[]`;
    return `(${[sql_literal(name), sql_literal(table), list(has), list(hasNot), sql_literal(version)].join(', ')})`;
}
function migrationOf(rows) {
    const found = rows
        .filter(map/* isMap */.jh)
        .filter(({ kind }) => kind === 'migration')
        .map(({ tool, schema, version }) => `${tool} ${version}${schema === 'public' ? '' : ` in ${schema}`}`);
    return found.length === 0 ? undefined : found.join(', ');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/inventory-sql.js



const inventory_sql_everything = { tables: [] };
const pinned = {
    search_path: 'pg_catalog',
    client_encoding: 'UTF8',
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    timezone: 'UTC',
    extra_float_digits: '3',
    bytea_output: 'hex',
    xmloption: 'content',
    lc_monetary: 'C',
    quote_all_identifiers: 'off',
    row_security: 'off',
    statement_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    lock_timeout: '1min',
};
function inventory_sql_inventoryScript(sampling, pausing) {
    return [
        ...Object.entries(pinned).map(([name, value]) => `set ${name} = ${sql_literal(value)};`),
        ...(pausing === undefined ? [] : [pauseScript(pausing)]),
        'begin isolation level repeatable read read only;',
        ...(pausing === undefined ? [] : [placeQuery]),
        serverQuery,
        leftOutQuery,
        tableQueries(sampling),
        largeObjectQuery,
        migrationScript,
        newestMarkerScript,
        'commit;',
        `select json_build_object('kind', 'end');`,
    ].join('\n');
}
const pauseScript = (patience) => `select json_build_object('kind', 'pausing') from pg_wal_replay_pause();
do $$ begin
  for i in 1..${Math.max(1, Math.ceil(patience / 100))} loop
    exit when pg_get_wal_replay_pause_state() = 'paused';
    perform pg_sleep(0.1);
  end loop;
end $$;`;
const placeQuery = `select json_build_object('kind', 'place', 'pause', pg_get_wal_replay_pause_state(),
  'lsn', pg_last_wal_replay_lsn()::text, 'timeline', coalesce(
    (select received_tli from pg_stat_wal_receiver where status = 'streaming'),
    (select greatest(c.timeline_id, r.min_recovery_end_timeline) from pg_control_checkpoint() c, pg_control_recovery() r)));`;
const serverQuery = `select json_build_object('kind', 'server', 'database', current_database(),
  'version', split_part(current_setting('server_version'), ' ', 1));`;
const relations = `with relations as (
  select c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relispartition,
    case when c.relispartition then pg_partition_root(c.oid) else c.oid end as root,
    exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      and not exists (select from pg_extension e where c.oid = any (e.extconfig)) as of_extension
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't'
    and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'slipway_dr')
), mixed as (
  select distinct root from relations where relispartition and (relkind = 'f' or relpersistence = 'u')
)`;
const leftOutQuery = `${relations}
select json_build_object('kind', 'left-out', 'schema', nspname, 'name', relname,
  'why', case when of_extension then 'extension' when relkind = 'f' then 'foreign' else 'unlogged' end)
from relations where of_extension or relkind = 'f' or relpersistence = 'u' order by nspname, relname;`;
function tableQueries(sampling) {
    return `${relations}, tables as (
  select *, format('%s%I.%I', case relkind when 'p' then '' else 'only ' end, nspname, relname) as source,
    ${shareOf(sampling)} as percent
  from relations
  where not of_extension and relpersistence = 'p' and case
    when relkind = 'f' then false
    when root in (select root from mixed) then relkind = 'r'
    else not relispartition end
), parts as (
  select t.oid, k.place, format('k.%I', a.attname) as field,
    format('k.%I%s', a.attname, case when a.attcollation <> 0 then ' collate "C"' else '' end) as ordered
  from tables t
  join pg_index i on i.indrelid = t.oid and i.indisprimary
  cross join unnest(i.indkey::int2[]) with ordinality k (number, place)
  join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
), keys as (
  select oid, case when count(*) = 1 then min(field) else 'row(' || string_agg(field, ', ' order by place) || ')' end as value,
    string_agg(ordered || ' asc', ', ' order by place) as first, string_agg(ordered || ' desc', ', ' order by place) as last
  from parts group by oid
), queries as (
  select t.*,
    case when k.oid is null then 'null' else format('(select (%s)::text from %s k order by %s limit 1)', value, source, first) end as min,
    case when k.oid is null then 'null' else format('(select (%s)::text from %s k order by %s limit 1)', value, source, last) end as max
  from tables t left join keys k using (oid)
)
select format('select json_build_object(''kind'', ''table'', ''schema'', %L, ''name'', %L, ''rows'', count(*), ''percent'', %L::numeric,
  ''min'', %s, ''max'', %s, ''hash'', %s) from %s r',
  nspname, relname, percent,
  min, max,
  case when percent is null then hash else format('(select %s from %s r tablesample system (%s) repeatable (0))', hash, source, percent) end,
  source)
from queries, (values ('coalesce(sum(hashtextextended((r.*)::text, 0)), 0)::text')) h (hash)
order by nspname, relname \\gexec`;
}
function shareOf(sampling) {
    if ('tables' in sampling) {
        const cases = sampling.tables.map(({ schema, name, percent }) => `when nspname = ${sql_literal(schema)} and relname = ${sql_literal(name)} then ${share(percent)}`);
        return cases.length === 0 ? 'null::numeric' : `case ${cases.join(' ')} end`;
    }
    const size = `(select sum(pg_relation_size(p.relid)) from pg_partition_tree(oid) p)`;
    const bytes = Math.floor(sampling.above);
    return `case when coalesce(${size}, pg_relation_size(oid)) > ${bytes} then ${share(sampling.percent)} end`;
}
function share(percent) {
    if (!(percent > 0 && percent <= 100))
        throw new RangeError(`a sample of ${percent} %`);
    return `${percent}::numeric`;
}
const largeObjectQuery = `select $q$select json_build_object('kind', 'table', 'schema', 'pg_catalog', 'name', 'pg_largeobject',
  'rows', count(*), 'min', min(loid)::text, 'max', max(loid)::text,
  'hash', coalesce(sum(hashtextextended((r.*)::text, 0)), 0)::text) from pg_largeobject r$q$
where exists (select from pg_largeobject_metadata) \\gexec`;

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/inventory.js




async function takeInventory(exec, connection, { sampling = everything, signal } = {}) {
    return inventoryOf(await rowsOf(exec, connection, inventoryScript(sampling), signal));
}
function inventoryOf(rows) {
    const of = (kind) => rows.filter(each => each.kind === kind);
    const [server] = of('server');
    if (server === undefined || rows.at(-1)?.kind !== 'end')
        throw notWhole('it ended early');
    const migration = migrationOf(rows);
    const marker = of('marker')[0]?.seq;
    return {
        database: inventory_text(server, 'database'),
        server: inventory_text(server, 'version'),
        tables: of('table').map(tableOf),
        leftOut: of('left-out').map(leftOutOf),
        ...(migration === undefined ? {} : { migration }),
        ...(typeof marker === 'number' ? { newestMarker: marker } : {}),
    };
}
function databaseOf({ database, server, tables, migration, newestMarker }, place) {
    return {
        name: database,
        server,
        ...place,
        tables: [...tables],
        ...(migration === undefined ? {} : { migration }),
        ...(newestMarker === undefined ? {} : { newestMarker }),
    };
}
function sampledIn(tables) {
    return {
        tables: tables.flatMap(({ schema, name, sampled }) => sampled === undefined ? [] : [{ schema, name, percent: sampled }]),
    };
}
function tableOf(row) {
    const { rows, min, max, percent } = row;
    if (!Number.isSafeInteger(rows))
        throw notWhole(`no rows of ${row.schema}.${row.name}`);
    return {
        schema: inventory_text(row, 'schema'),
        name: inventory_text(row, 'name'),
        rows: Number(rows),
        ...(typeof min === 'string' && typeof max === 'string' ? { key: { min, max } } : {}),
        hash: inventory_text(row, 'hash'),
        ...(typeof percent === 'number' ? { sampled: percent } : {}),
    };
}
function leftOutOf(row) {
    const { why } = row;
    if (why !== 'foreign' && why !== 'unlogged' && why !== 'extension')
        throw notWhole(`left out as ${why}`);
    return { schema: inventory_text(row, 'schema'), name: inventory_text(row, 'name'), why };
}
function inventory_text(row, key) {
    const value = row[key];
    if (typeof value !== 'string')
        throw notWhole(`no ${key} of ${row.kind}`);
    return value;
}
const notWhole = (problem) => new errors/* UserError */.yo(`the inventory of the database is not whole: ${problem}`, 'look at the log of the database and run it again');

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
            const [row = {}] = await sql_rowsOf(exec, connection, query, signal);
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
    const size = parseSegmentSize(Number(segment));
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

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/archive.js



function parseArchive(text, size) {
    const segments = [];
    const histories = [];
    const unknown = [];
    for (const [path, { type, size: bytes, time }] of entriesOf(text)) {
        if (type === 'path' || path.endsWith('.pgbackrest.tmp'))
            continue;
        const file = type === 'file' ? parseWalFile(nameOf(path), size) : undefined;
        if (file === undefined)
            unknown.push(path);
        else if (file.kind === 'history')
            histories.push(file.timeline);
        else if (file.kind === 'segment')
            segments.push({ segment: file.segment, path, size: Number(bytes), at: Number(time) * 1000 });
    }
    return {
        segments: segments.sort((a, b) => compareSegments(a.segment, b.segment) || (a.path < b.path ? -1 : 1)),
        histories: histories.sort((a, b) => a - b),
        unknown,
    };
}
function newest({ segments }) {
    return segments.reduce((last, { at }) => Math.max(last ?? at, at), undefined);
}
function nameOf(path) {
    const name = path.split('/').at(-1) ?? '';
    return name.replace(/-[0-9a-f]{40}(\.[a-z0-9]+)?$/, '');
}
function entriesOf(text) {
    const value = archive_jsonOf(text);
    if (!(0,map/* isMap */.jh)(value))
        throw archive_unreadable();
    return Object.entries(value).map(([path, entry]) => {
        if (!(0,map/* isMap */.jh)(entry))
            throw archive_unreadable();
        if (entry.type === 'file' && !(Number.isFinite(entry.size) && Number.isFinite(entry.time)))
            throw archive_unreadable();
        return [path, entry];
    });
}
function archive_jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw archive_unreadable(cause);
    }
}
const archive_unreadable = (cause) => new errors/* UserError */.yo('what pgBackRest lists of its archive cannot be read', 'run pgbackrest repo-ls --recurse --output=json where the database is and look at what it answers', { cause });

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/gaps.js


function gaps(present, from, to, spans, size) {
    const path = stretches(from, to, spans, size);
    const there = Map.groupBy(present, ({ timeline }) => timeline);
    return path.flatMap(stretch => holes((there.get(stretch.timeline) ?? []).map(({ number }) => number), stretch));
}
function stretches(from, to, spans, size) {
    const begin = spans.findIndex(({ timeline }) => timeline === from.timeline);
    const end = spans.findIndex(({ timeline }) => timeline === to.timeline);
    if (begin === -1 || end === -1)
        throw new RangeError(`timelines ${from.timeline} and ${to.timeline} are not of one lineage`);
    return spans.slice(begin, end + 1).flatMap((span, index, all) => {
        const first = index === 0 ? from.number : segmentAt(span.timeline, span.begin, size).number;
        const following = all[index + 1];
        const last = following === undefined ? to.number : lastBefore(following.begin, size);
        const within = { first: Math.max(first, from.number), last: Math.min(last, to.number) };
        return within.first <= within.last ? [{ timeline: span.timeline, ...within }] : [];
    });
}
const lastBefore = (begin, size) => segmentAt(0, begin, size).number - 1;
function holes(numbers, { timeline, first, last }) {
    const found = [];
    let expected = first;
    for (const number of numbers.filter(each => each >= first && each <= last).sort((a, b) => a - b)) {
        if (number > expected)
            found.push({ timeline, first: expected, last: number - 1 });
        expected = Math.max(expected, number + 1);
    }
    if (expected <= last)
        found.push({ timeline, first: expected, last });
    return found;
}
function gapText({ timeline, first, last }, size) {
    const name = (number) => segmentName({ timeline, number }, size);
    const names = first === last ? name(first) : `${name(first)} to ${name(last)}`;
    return `${(0,count/* counted */.h)(last - first + 1, 'segment')} (${names})`;
}
const brokenAt = ({ timeline, first }, size) => beginOf({ timeline, number: first }, size);

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/timeline.js


function parseHistory(text) {
    const lines = text.split(/\r?\n/).filter(line => !/^\s*(#|$)/.test(line));
    return lines.map((line, index) => {
        const [, number = '', place = '', reason = ''] = /^\s*(\d+)\s+(\S+)(?:\s+(.*?))?\s*$/.exec(line) ?? [];
        const timeline = Number(number);
        const end = parseLsn(place);
        const before = /^\s*(\d+)/.exec(lines[index - 1] ?? '')?.[1];
        if (end === undefined || timeline < 1 || timeline <= Number(before ?? 0))
            throw new errors/* UserError */.yo(`line ${index + 1} of a timeline history cannot be read: ${line.slice(0, 80)}`, 'fetch the history file from the archive again');
        return { timeline, end, reason };
    });
}
function lineage(timeline, histories) {
    const history = timeline === 1 ? [] : histories.get(timeline);
    if (history === undefined)
        return undefined;
    const spans = [];
    let end;
    for (const branch of history.toReversed()) {
        if (end === undefined || branch.end < end)
            end = branch.end;
        spans.unshift({ timeline: branch.timeline, begin: zero, end });
    }
    return [...spans, { timeline, begin: zero }].map((span, index) => ({
        ...span,
        begin: spans[index - 1]?.end ?? zero,
    }));
}
const zero = 0n;
function holds(spans, timeline, lsn) {
    return spans.some(each => each.timeline === timeline && (each.end === undefined || lsn <= each.end));
}
function lineageText(spans) {
    return spans
        .map(({ timeline, end }) => `timeline ${timeline}${end === undefined ? '' : ` up to ${formatLsn(end)}`}`)
        .join(', then ');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/continuity.js





function continuity(input) {
    const { stanza, archive, listing, histories, size } = input;
    const backups = stanza.backups.filter(each => each.repository === archive.repository && each.databaseId === archive.databaseId);
    const files = filesOf(listing, size);
    if (backups.length === 0) {
        const sentence = `repository ${archive.repository} holds no backup of ${stanza.name}: its WAL is worth nothing; make one`;
        return { findings: [{ kind: 'backup', name: stanza.name, sentence }, ...files] };
    }
    const present = listing.segments.filter(({ size: bytes }) => bytes > 0).map(({ segment }) => segment);
    const own = backups.flatMap(each => [...brokenChain(stanza, each), ...ownGaps(each, present, size)]);
    const timelines = [...listing.histories, ...present.map(({ timeline }) => timeline)];
    const newest = timelines.reduce((most, each) => Math.max(most, each), 1);
    const spans = lineage(newest, histories);
    if (spans === undefined)
        return { findings: [...own, noHistory(newest), ...files] };
    const path = pathOf(input, backups, spans, present);
    const missing = path === undefined ? [] : gaps(present, path.from, path.to, spans, size);
    return {
        ...(path && { recoverable: recoverable(path, missing, size) }),
        findings: [...own, ...missing.map(gap => gapFinding(gap, input)), ...files],
    };
}
function pathOf({ from: label, archived, size }, backups, spans, present) {
    const oldest = label === undefined ? 0 : backups.findIndex(each => each.label === label);
    if (oldest === -1)
        throw new errors/* UserError */.yo(`there is no backup ${label}`, 'name one that pgbackrest info lists');
    const onIt = backups.slice(oldest).flatMap(base => {
        const from = base.startWal === null ? undefined : parseSegment(base.startWal, size);
        return from !== undefined && holds(spans, from.timeline, base.stopLsn) ? [{ from, base }] : [];
    });
    const [first] = onIt;
    const last = onIt.at(-1);
    if (first === undefined || last === undefined)
        return undefined;
    return { from: first.from, to: endOf(spans, present, archived, size) ?? first.from, base: last.base };
}
function endOf(spans, present, archived, size) {
    const told = archived === undefined ? undefined : toldSegment(archived, size);
    const all = told === undefined ? present : [...present, told];
    const ends = spans.map(({ timeline, end }) => all
        .filter(each => each.timeline === timeline)
        .filter(each => end === undefined || each.number < segmentAt(0, end, size).number)
        .reduce((last, each) => (last && last.number > each.number ? last : each), undefined));
    return ends.findLast(each => each !== undefined);
}
function toldSegment(archived, size) {
    if (/\.(history|partial|backup)$/.test(archived))
        return undefined;
    const segment = parseSegment(archived, size);
    if (segment !== undefined)
        return segment;
    throw new errors/* UserError */.yo(`${archived} names no segment of ${size} bytes`, 'look at wal_segment_size and pg_stat_archiver of the database');
}
function recoverable({ base, to }, missing, size) {
    const broken = missing.find(gap => brokenAt(gap, size) >= base.startLsn || holdsLsn(gap, base.startLsn, size));
    return broken === undefined
        ? { timeline: to.timeline, lsn: beginOf(next(to), size) }
        : { timeline: broken.timeline, lsn: brokenAt(broken, size) };
}
const holdsLsn = ({ first, last }, lsn, size) => {
    const { number } = segmentAt(0, lsn, size);
    return first <= number && number <= last;
};
function brokenChain(stanza, backup) {
    if (chainOf(stanza, backup) !== undefined)
        return [];
    const sentence = `the backup ${backup.label} cannot be restored: a backup that it is built upon is not there; make a full one`;
    return [{ kind: 'chain', name: backup.label, sentence }];
}
function ownGaps({ label, startWal, stopWal }, present, size) {
    const from = startWal === null ? undefined : parseSegment(startWal, size);
    const to = stopWal === null ? undefined : parseSegment(stopWal, size);
    if (from === undefined || to === undefined)
        return [];
    const spans = [{ timeline: from.timeline, begin: 0n }];
    return gaps(present, from, { ...to, timeline: from.timeline }, spans, size).map(gap => ({
        kind: 'backup',
        name: label,
        sentence: `the backup ${label} cannot be restored: ${gapText(gap, size)} of its own WAL ${isOrAre(gap)} not in the archive; make another`,
    }));
}
function gapFinding(gap, { archive, archived, size, listing }) {
    const name = segmentName({ timeline: gap.timeline, number: gap.first }, size);
    const there = listing.segments.some(({ segment }) => segment.timeline >= gap.timeline && segment.number > gap.last);
    const told = there || archived === undefined ? '' : `, although PostgreSQL was told that ${archived} is archived`;
    return {
        kind: 'gap',
        name,
        sentence: `${gapText(gap, size)} ${isOrAre(gap)} not in repository ${archive.repository}${told}: nothing after ${wal_formatLsn(brokenAt(gap, size))} can be recovered from a backup before it; make a new one, and look whether archive-push-queue-max dropped WAL`,
    };
}
const isOrAre = ({ first, last }) => (first === last ? 'is' : 'are');
const noHistory = (timeline) => ({
    kind: 'history',
    name: String(timeline),
    sentence: `the history of timeline ${timeline} is not in the archive, so nobody can recover on it; archive its history file from pg_wal again, or make a full backup`,
});
function filesOf({ segments, unknown }, size) {
    const name = ({ segment }) => segmentName(segment, size);
    const twice = [...Map.groupBy(segments, name)].filter(([, each]) => each.length > 1);
    return [
        ...twice.map(([segment]) => ({
            kind: 'duplicate',
            name: segment,
            sentence: `${segment} was archived twice with another content: two servers wrote into one archive, and recovery stops there`,
        })),
        ...segments
            .filter(each => each.size === 0)
            .map((each) => ({ kind: 'empty', name: name(each), sentence: `${each.path} is empty` })),
        ...unknown.map((path) => ({
            kind: 'unknown',
            name: path,
            sentence: `${path} is no file of an archive with segments of ${size} bytes`,
        })),
    ];
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/freshness.js


function freshness(stanza, repository, archivedAt, limits, now) {
    const found = newestGood(stanza, repository);
    const backup = found && { label: found.label, age: Math.max(0, now - found.endedAt) };
    const wal = archivedAt === undefined ? undefined : Math.max(0, now - archivedAt);
    const where = `repository ${repository} of ${stanza.name}`;
    const problems = [
        backup === undefined
            ? `${where} holds no backup that can be restored: make one`
            : tooOld(`the newest good backup in ${where}, ${backup.label},`, backup.age, limits.backup),
        wal === undefined
            ? `${where} holds no WAL: look at archive_command and at pg_stat_archiver`
            : tooOld(`the newest WAL in ${where}`, wal, limits.wal),
    ].filter(each => each !== undefined);
    return { ...(backup && { backup }), ...(wal === undefined ? {} : { wal }), problems };
}
function tooOld(what, age, limit) {
    if (age <= limit)
        return undefined;
    return `${what} is ${(0,duration/* formatDuration */.a)(Math.round(age))} old, and ${(0,duration/* formatDuration */.a)(limit)} are allowed`;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/verify.js

function judgeVerify(answer, stanza, demanded) {
    const { status, archives, backups, unknown } = parse(answer.stdout, stanza);
    const problems = [
        ...(answer.code === 0 ? [] : [`pgBackRest ended with ${answer.code ?? 'a signal'}${firstError(answer)}`]),
        ...(status === undefined ? ['pgBackRest gave no status of the repository'] : []),
        ...(demanded.length === 0 ? ['no backup was named that has to be valid'] : []),
        ...archives.flatMap(archiveProblems),
        ...backups.flatMap(backupProblems),
        ...demanded.flatMap(label => demandedProblems(label, backups)),
        ...(archives.length === 0 ? ['no archived WAL was verified'] : []),
        ...unknown.map(line => `pgBackRest says: ${line}`),
        ...damagedFiles(answer.stderr),
    ];
    if (status !== undefined && status !== 'ok' && problems.length === 0)
        problems.push(`the status of the repository is ${status}`);
    return { passed: problems.length === 0, archives, backups, problems };
}
const none = { missing: 0, checksum: 0, size: 0, other: 0 };
function parse(text, stanza) {
    let status;
    const archives = [];
    const backups = [];
    const unknown = [];
    let last;
    for (const line of text.split('\n').map(each => each.trim())) {
        const faults = faultsOf(line);
        const archive = verify_archiveOf(line);
        const backup = verify_backupOf(line);
        const found = /^status: (\S+)$/.exec(line)?.[1];
        if (archive !== undefined) {
            archives.push(archive);
            last = archives;
        }
        else if (backup !== undefined) {
            backups.push(backup);
            last = backups;
        }
        else if (faults !== undefined && last !== undefined) {
            Object.assign(last.at(-1) ?? {}, faults);
            last = undefined;
        }
        else if (found !== undefined && status === undefined)
            status = found;
        else if (line !== '' && line !== `stanza: ${stanza}`)
            unknown.push(line);
    }
    return { ...(status === undefined ? {} : { status }), archives, backups, unknown };
}
function verify_archiveOf(line) {
    const [, id, checked, valid] = /^archiveId: (\S+), total WAL checked: (\d+), total valid WAL: (\d+)$/.exec(line) ?? [];
    if (id === undefined)
        return undefined;
    return { id, checked: Number(checked), valid: Number(valid), ...none };
}
function verify_backupOf(line) {
    const [, label, status, checked, valid] = /^backup: (\S+), status: ([^,]+), total files checked: (\d+), total valid files: (\d+)$/.exec(line) ?? [];
    if (label === undefined || status === undefined)
        return undefined;
    return { label, status, checked: Number(checked), valid: Number(valid), ...none };
}
function faultsOf(line) {
    const [, ...counts] = /^missing: (\d+), checksum invalid: (\d+), size invalid: (\d+), other: (\d+)$/.exec(line) ?? [];
    const [missing, checksum, size, other] = counts.map(Number);
    if (missing === undefined || checksum === undefined || size === undefined || other === undefined)
        return undefined;
    return { missing, checksum, size, other };
}
function archiveProblems(archive) {
    const { id, checked, valid } = archive;
    if (checked === 0)
        return [`the archive ${id} holds no WAL`];
    if (checked === valid && faults(archive) === '')
        return [];
    return [
        `${checked - valid} of ${(0,count/* counted */.h)(checked, 'segment')} in the archive ${id} not right${faults(archive)}`,
    ];
}
function backupProblems(backup) {
    const { label, status, checked, valid } = backup;
    switch (status) {
        case 'in-progress':
            return [];
        case 'valid':
            if (checked === 0)
                return [`no file of the backup ${label} was verified`];
            if (checked === valid && faults(backup) === '')
                return [];
            return [
                `${checked - valid} of ${(0,count/* counted */.h)(checked, 'file')} of the backup ${label} not right${faults(backup)}`,
            ];
        case 'invalid':
            return [`the backup ${label} is damaged${faults(backup)}: make a new one`];
        default:
            return [`the backup ${label} is not valid: ${status}`];
    }
}
function demandedProblems(label, backups) {
    const found = backups.find(each => each.label === label);
    if (found === undefined)
        return [`the backup ${label} was not verified`];
    return found.status === 'in-progress' ? [`the backup ${label} is not finished`] : [];
}
function faults({ missing, checksum, size, other }) {
    const all = [
        [missing, 'missing'],
        [checksum, 'with another checksum'],
        [size, 'of another size'],
        [other, 'not readable'],
    ];
    const some = all.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return some.length === 0 ? '' : ` (${some.join(', ')})`;
}
const mostNamed = 10;
function damagedFiles(log) {
    const kinds = /\b(file missing|invalid checksum|invalid size|invalid result) '?([^'\n:]+)'?/g;
    const found = [...log.matchAll(kinds)].map(([, what = '', path = '']) => `${path}: ${what}`);
    const more = found.length - mostNamed;
    return more > 0 ? [...found.slice(0, mostNamed), `and ${(0,count/* counted */.h)(more, 'more file')}`] : found;
}
function firstError({ stdout, stderr }) {
    const error = /ERROR: (\[\d+\]: .*)/.exec(`${stderr}\n${stdout}`)?.[1];
    return error === undefined ? '' : ` (${error.slice(0, 200)})`;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/proving.js








async function readRepository({ exec, place, size, signal, }) {
    const run = async (command) => {
        const { code, stdout, stderr } = await exec(command, { signal });
        if (code === 0)
            return stdout;
        const said = `${stdout}\n${stderr}`.split('\n').find(line => /\bERROR\b/.test(line)) ?? stderr.trim();
        throw new errors/* UserError */.yo(`repository ${place.repository} of ${place.stanza} cannot be read (${code ?? 'ended'}): ${said.trim().slice(0, 300)}`, 'see its address, its login and whether it is whole');
    };
    const stanza = parseInfo(await run(info(place)), place.stanza);
    const own = stanza.archives.filter(each => each.repository === place.repository);
    const archive = own.toSorted((a, b) => a.databaseId - b.databaseId).at(-1);
    const nothing = { segments: [], histories: [], unknown: [] };
    const listing = archive === undefined ? nothing : parseArchive(await run(listArchive(place, archive.id)), size);
    const histories = new Map();
    for (const timeline of archive === undefined ? [] : listing.histories)
        histories.set(timeline, parseHistory(await run(readHistory(place, archive?.id ?? '', timeline))));
    return { stanza, archive, listing, histories };
}
async function proveRepository(task) {
    const { exec, place, size, limits, archived, idle, signal, now } = task;
    const name = `repository ${place.repository}`;
    const contents = await readRepository(task).catch((error) => {
        if (error instanceof errors/* UserError */.yo && !signal.aborted)
            return error;
        throw error;
    });
    if (contents instanceof errors/* UserError */.yo)
        return [{ level: 'L0', what: name, state: 'failed', sentence: contents.message }];
    const { stanza, archive, listing, histories } = contents;
    const archivedAt = idle ? now() : newest(listing);
    const fresh = freshness(stanza, place.repository, archivedAt, limits, now());
    const good = newestGood(stanza, place.repository);
    const rungs = [
        rung('L0', `${name} is fresh`, fresh.problems, `the newest backup is ${fresh.backup?.label ?? 'none'}`),
    ];
    if (archive === undefined)
        return [...rungs, rung('L1', `WAL of ${name}`, ['nothing is archived in it'], '')];
    const begun = now();
    const { findings } = continuity({
        ...{ stanza, archive, listing, histories, size },
        ...(archived === undefined ? {} : { archived }),
    });
    rungs.push(rung('L1', `WAL of ${name}`, findings.map(({ sentence }) => sentence), `${listing.segments.length} segments, none missing`));
    const answer = await exec(verify(place), { signal });
    const verified = judgeVerify(answer, place.stanza, good === undefined ? [] : [good.label]);
    const files = verified.backups.reduce((sum, { checked }) => sum + checked, 0);
    rungs.push({
        ...rung('L1', `files of ${name}`, verified.problems, `${files} files read back and right`),
        took: now() - begun,
    });
    return rungs;
}
function rung(level, what, problems, good) {
    const [first, ...more] = problems;
    if (first === undefined)
        return { level, what, state: 'passed', sentence: good };
    const rest = more.length === 0 ? '' : `, and ${more.length} more`;
    return { level, what, state: 'failed', sentence: `${first}${rest}` };
}

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
    const { exec, connection, sampling = inventory_sql_everything, patience, signal } = standby;
    for (let attempt = 1;; attempt += 1) {
        try {
            const rows = await sql_rowsOf(exec, connection, inventory_sql_inventoryScript(sampling, patience), signal);
            const place = rows.find(({ kind }) => kind === 'place') ?? {};
            if (place.pause === 'paused')
                return { ...placeOf(place), inventory: inventoryOf(rows) };
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
    const lsn = parseLsn(String(text));
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
    const [row] = await sql_rowsOf(standby.exec, standby.connection, stateQuery, signal);
    const { pause, timeline } = row ?? {};
    const lsn = parseLsn(String(row?.lsn));
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
        throw new errors/* UserError */.yo(`replay is paused on the standby at ${wal_formatLsn(lsn)}, and not by us`, 'ask who paused it; select pg_wal_replay_resume() lets it go on');
    await resume(standby);
    return [`a run before ended while replay was paused at ${wal_formatLsn(lsn)}; it was resumed`];
}
async function reach(standby) {
    const { notBefore, signal } = standby;
    if (notBefore === undefined)
        return;
    const last = await until(standby, signal, state => state.lsn > notBefore);
    if (last.lsn <= notBefore)
        throw new errors/* UserError */.yo(`the standby has replayed up to ${wal_formatLsn(last.lsn)} and did not come past ${wal_formatLsn(notBefore)} in time`, 'look at the replication lag');
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
    await sql_rowsOf(standby.exec, standby.connection, script, signal);
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
    await sql_rowsOf(exec, connection, 'checkpoint;', task.signal);
    const made = [];
    for (const repository of task.repositories) {
        const backup = await backUp({ ...task, exec, place: database_backup_placeOf(task, repository) });
        made.push({ repository, backup });
        task.report(`${repository.name}: ${backupText(backup)}`);
    }
    const counted = await countOn(task, members, connection, made.map(({ backup }) => backup.stopLsn));
    task.report(`${task.name}: counted at ${wal_formatLsn(counted.lsn)}; waiting for the WAL up to there`);
    await archive(task, exec);
    const rungs = await prove(task, members, connection);
    if (rungs.every(({ state }) => state === 'passed'))
        await expireOld(task, exec);
    return {
        database: {
            ...databaseOf(counted.inventory, {
                lsn: wal_formatLsn(counted.lsn),
                timeline: counted.timeline,
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
    const { code, stdout, stderr } = await exec(check({ stanza }), { signal });
    if (code === 0)
        return;
    const said = `${stdout}\n${stderr}`.split('\n').find(line => /\bERROR\b/.test(line)) ?? stderr.trim();
    throw new errors/* UserError */.yo(`WAL of ${name} does not arrive in every repository (${code ?? 'ended'}): ${said.trim().slice(0, 300)}`, 'see archive_command, pg_stat_archiver and whether each repository can be reached');
}
async function prove(task, members, connection) {
    const { exec, segmentSize } = members.primary;
    const [row] = await sql_rowsOf(exec, connection, `select json_build_object('archived', last_archived_wal) from pg_stat_archiver;`, task.signal);
    const archived = typeof row?.archived === 'string' ? row.archived : undefined;
    const rungs = [];
    for (const repository of task.repositories) {
        task.report(`${repository.name}: verifying`);
        const proved = await proveRepository({
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
        const { code, stderr } = await exec(expire(database_backup_placeOf(task, repository), { dryRun: false }), {
            signal: task.signal,
        });
        if (code !== 0)
            task.report(`${repository.name}: what is too old could not be taken away: ${stderr.trim().slice(0, 200)}`);
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(512);
;// CONCATENATED MODULE: ./.build/js/src/recovery/manifest-schema.js




const manifest_schema_text = schemas/* string */.YjP().min(1);
const manifest_schema_count = schemas/* int */.Whr().min(0);
const sha256Schema = schemas/* string */.YjP().refine(checksum_isSha256, { error: 'is no SHA-256 in 64 hexadecimal digits' });
const tableSchema = schemas/* object */.Ikc({
    schema: manifest_schema_text,
    name: manifest_schema_text,
    rows: manifest_schema_count,
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
    backups: schemas/* array */.YOg(schemas/* object */.Ikc({ repository: manifest_schema_text, label: manifest_schema_text }))
        .meta({ description: 'The backup in each repository from which it is restored.' }),
    tables: schemas/* array */.YOg(tableSchema),
    migration: manifest_schema_text
        .exactOptional()
        .meta({ description: 'Version of the schema, by the tool that migrates it.' }),
    newestMarker: schemas/* int */.Whr().min(1).exactOptional(),
});
const volumeSchema = schemas/* object */.Ikc({
    namespace: manifest_schema_text,
    claim: manifest_schema_text,
    covered: schemas/* enum */.k5n(['files', 'snapshot', 'database', 'objects', 'not-needed', 'not']).meta({
        description: 'By what it is in the backup; `not-needed` is what somebody declared to be rebuilt, as caches are.',
    }),
});
const manifestSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    at: schemas/* int */.Whr().min(0).meta({ description: 'When it was made, in ms since the epoch.' }),
    by: schemas/* object */.Ikc({ run: manifest_schema_text, actor: manifest_schema_text }),
    databases: schemas/* array */.YOg(databaseSchema),
    objectStores: schemas/* array */.YOg(schemas/* object */.Ikc({ name: manifest_schema_text, count: manifest_schema_count, bytes: manifest_schema_count, hash: sha256Schema })).meta({
        description: '`hash`: of (path, SHA-256) of all objects in whatever order.',
    }),
    volumes: schemas/* array */.YOg(volumeSchema),
    clusterObjects: schemas/* record */.g1P(manifest_schema_text, manifest_schema_count).meta({
        description: 'How many there are of each kind.',
        examples: [{ 'apps/Deployment': 3, ConfigMap: 7 }],
    }),
    images: schemas/* array */.YOg(schemas/* string */.YjP().regex(/@sha256:[0-9a-f]{64}$/, { error: 'is no image with its digest' })),
    secrets: schemas/* array */.YOg(manifest_schema_text.refine(name => !(0,secrecy/* looksSecret */.n0)(name), { error: 'looks like a secret itself and not like its name' }))
        .meta({ description: 'Their names, never what they hold.' }),
    tools: schemas/* record */.g1P(manifest_schema_text, manifest_schema_text).meta({ description: 'Name → version.' }),
});
function manifest_schema_parseManifest(content) {
    const result = manifestSchema.safeParse(manifest_schema_jsonOf(content));
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw notOne(`${issue?.path.join('.') || 'it'}: ${issue?.message}`, result.error);
}
function manifest_schema_jsonOf(content) {
    try {
        return JSON.parse(content);
    }
    catch (cause) {
        throw notOne('it is no JSON', cause);
    }
}
const notOne = (problem, cause) => new UserError(`the manifest of the backup cannot be read (${problem})`, 'take one that slipway wrote', {
    cause,
});

;// CONCATENATED MODULE: ./.build/js/src/recovery/sets.js


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
        throw new UserError(`${store.name} holds no finished backup set of ${owner.app} in ${owner.environment}`, 'make a backup, or take another repository');
    const content = await store.get(`${folderOf(owner, wanted)}/${manifestFile}`);
    if (content === undefined)
        throw new UserError(`${store.name} holds no finished backup set ${wanted} of ${owner.app} in ${owner.environment}`, 'name one that the output `sets` of `backup` has');
    const bundle = await store.get(`${folderOf(owner, wanted)}/${bundleFile}`);
    return {
        id: wanted,
        manifest: parseManifest(new TextDecoder().decode(content)),
        content,
        bundle: bundle === undefined ? undefined : new TextDecoder().decode(bundle),
    };
}
const readFileOf = (store, owner, id, name) => store.get(`${folderOf(owner, id)}/${name}`);

;// CONCATENATED MODULE: ./.build/js/src/recovery/backup.js



async function makeSet(task) {
    const { recovery, by, stores, owner } = task;
    const at = task.now();
    const made = [];
    for (const [name, declared] of Object.entries(recovery.databases))
        made.push(await backUpDatabase(await orderFor(name, declared, task)));
    const manifest = manifestOf(at, by, made.map(({ database }) => database));
    const rungs = made.flatMap(each => each.rungs);
    const problems = [...backup_failed(rungs), ...lackingIn(manifest, recovery).map(({ sentence }) => sentence)];
    const id = setId(at);
    const content = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
    const bundle = problems.length === 0 ? await task.sign(content) : undefined;
    if (problems.length === 0) {
        await task.assertHeld();
        for (const { store, locked } of stores)
            await writeSet(store, owner, { id, content, bundle }, locked === undefined ? undefined : at + locked);
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
const backup_failed = (rungs) => rungs.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);
function lackingIn(manifest, { databases }) {
    const lacking = Object.entries(databases).flatMap(([name, { to }]) => completeness(manifest, { ...nothing, databases: [{ name, migrations: false }], repositories: to }));
    return [...new Map(lacking.map(each => [each.sentence, each])).values()];
}
const nothing = {
    ...{ databases: [], repositories: [], markers: false, objectStores: [], volumes: [], kinds: [] },
    ...{ images: [], secrets: [] },
};


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
