export const id = 1898;
export const ids = [1898];
export const modules = {

/***/ 61898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  choiceFrom: () => (/* binding */ choiceFrom),
  C: () => (/* binding */ restoreDatabase)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/recovery/steps.js
var steps = __webpack_require__(94410);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/archive.js
var archive = __webpack_require__(8787);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/counted-place.js
var counted_place = __webpack_require__(93853);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
var pgbackrest = __webpack_require__(71673);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 3 modules
var proving = __webpack_require__(73279);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/gaps.js
var gaps = __webpack_require__(45120);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/info.js
var info = __webpack_require__(37417);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/timeline.js
var postgres_timeline = __webpack_require__(41902);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/target.js







function choose(input) {
    const { target, spans, repository, stanza } = input;
    const here = stanza.backups.filter(each => each.repository === repository);
    const named = target.kind === 'backup' ? target.label : input.set;
    const rejected = [];
    for (const backup of here.toReversed()) {
        if (named !== undefined && backup.label !== named)
            continue;
        const objection = objectionTo(backup, input, named !== undefined);
        if (objection === undefined) {
            requireWal(backup, input);
            const timeline = target.kind === 'backup' ? 'current' : (spans.at(-1)?.timeline ?? 'current');
            return { backup, target: formatTarget(target), timeline, spans, rejected };
        }
        rejected.push(`the backup ${backup.label} ${objection}`);
    }
    throw none(input, here, named, rejected);
}
function timelineFor(target, own, size) {
    if (target.kind === 'lsn' && target.timeline !== undefined)
        return (0,postgres_timeline/* timelineWith */.u7)(target.timeline, target.lsn, own);
    if (target.kind === 'time' || target.kind === 'xid' || target.kind === 'name')
        return (0,postgres_timeline/* timelineAt */.Pi)(target.at, own, size);
    return (0,archive/* newestTimeline */.m_)(own.listing.histories, own.listing.segments.map(({ segment }) => segment));
}
function formatTarget(target) {
    switch (target.kind) {
        case 'time':
            return { type: 'time', value: timeText(target.at) };
        case 'lsn':
            return { type: 'lsn', value: (0,wal.formatLsn)(target.lsn), exclusive: target.exclusive };
        case 'xid':
            return { type: 'xid', value: target.xid, exclusive: target.exclusive };
        case 'name':
            return { type: 'name', value: target.name };
        case 'backup':
            return { type: 'immediate' };
        case 'latest':
            return { type: 'default' };
    }
}
function targetScript({ type, value, exclusive }) {
    const reset = ['lsn', 'inclusive', 'action'].map(name => `alter system reset recovery_target_${name};`);
    if (type === 'default')
        return reset.join('\n');
    return [
        ...reset,
        `alter system set recovery_target_${type} = ${(0,sql/* literal */.eu)(value ?? '')};`,
        `alter system set recovery_target_inclusive = ${exclusive !== true};`,
        `alter system set recovery_target_action = 'promote';`,
    ].join('\n');
}
const timeText = (at) => new Date(at).toISOString().replace('T', ' ').replace('Z', '+00');
function targetText(target) {
    switch (target.kind) {
        case 'time':
            return timeText(target.at);
        case 'lsn':
            return `${target.exclusive ? 'just before ' : ''}LSN ${(0,wal.formatLsn)(target.lsn)}`;
        case 'xid':
            return `${target.exclusive ? 'just before ' : ''}transaction ${target.xid}`;
        case 'name':
            return `restore point ${target.name}`;
        case 'backup':
            return `the end of the backup ${target.label}`;
        case 'latest':
            return target.at === undefined
                ? 'the end of the archive'
                : `the end of the archive as of ${timeText(target.at)}`;
    }
}
function endsTooLate({ endedAt, stopLsn }, target) {
    if (target.kind === 'lsn')
        return stopLsn >= target.lsn;
    return target.kind !== 'backup' && target.at !== undefined && endedAt + 1000 > target.at;
}
function objectionTo(backup, { stanza, target, spans }, named) {
    const end = `ended at ${timeText(backup.endedAt)} (${(0,wal.formatLsn)(backup.stopLsn)})`;
    if (endsTooLate(backup, target))
        return `${end}, not before ${targetText(target)}: it may hold later changes`;
    if ((0,info/* chainOf */.dR)(stanza, backup) === undefined)
        return 'depends on a backup that is missing';
    if (backup.damaged === true && !named)
        return 'has damaged pages; name it explicitly to use it anyway';
    const timeline = (0,postgres_timeline/* timelineOf */.hf)(backup);
    if (target.kind !== 'backup' && timeline !== undefined && !(0,postgres_timeline/* holds */.v9)(spans, timeline, backup.stopLsn))
        return `is on timeline ${timeline} and ${end}, which is not in the history of the target timeline (${(0,postgres_timeline/* lineageText */.B6)(spans)})`;
    return undefined;
}
function none({ target, stanza, repository }, here, named, rejected) {
    const where = `repository ${repository} of ${stanza.name}`;
    if (here.length === 0)
        return new errors/* UserError */.yo(`${where} holds no backup`, 'choose another repository, or make a backup');
    if (named !== undefined && rejected.length === 0)
        return new errors/* UserError */.yo(`${where} holds no backup ${named}`, 'choose one that `pgbackrest info` lists');
    const reasons = rejected.slice(-3).join('; ');
    return new errors/* UserError */.yo(`no backup in ${where} can be recovered to ${targetText(target)}: ${reasons}`, 'choose a later target, or a repository that reaches further back');
}
function requireWal(backup, { target, spans, listing, size, repository }) {
    const from = (0,wal.parseSegment)(backup.startWal, size);
    if (from === undefined)
        return;
    const present = listing.segments.filter(({ size: bytes }) => bytes > 0).map(({ segment }) => segment);
    const own = [{ timeline: from.timeline, begin: 0n }];
    const end = (0,wal.segmentBefore)(from.timeline, backup.stopLsn, size);
    const missing = (0,gaps/* gaps */.sh)(present, from, end, own, size);
    if (target.kind !== 'backup') {
        const to = lastNeeded(target, spans, listing, size);
        const used = spans.at(-1)?.timeline ?? 0;
        const newer = (0,archive/* newestTimeline */.m_)(listing.histories, present);
        const absent = `the WAL up to ${targetText(target)} is not in repository ${repository}`;
        if (to === undefined && newer > used)
            throw new errors/* UserError */.yo(`${absent}: timeline ${used}, which was written then, was abandoned before`, `choose an earlier target, or a time after timeline ${newer} began`);
        if (to === undefined)
            throw new errors/* UserError */.yo(absent, 'run select pg_switch_wal() on the primary if it still exists and wait until the segment is archived, or choose an earlier target');
        missing.push(...(0,gaps/* gaps */.sh)(present, from, to, spans, size));
    }
    const [first] = missing;
    if (first === undefined)
        return;
    throw new errors/* UserError */.yo(`the backup ${backup.label} cannot be recovered to ${targetText(target)}: repository ${repository} lacks ${(0,gaps/* gapText */.Ml)(first, size)}`, 'choose another repository, a later backup, or a target before the gap');
}
function lastNeeded(target, spans, { segments }, size) {
    const onPath = segments.filter(({ segment }) => (0,gaps/* isOnPath */.jY)(segment, spans, size));
    if (target.kind === 'latest')
        return onPath.at(-1)?.segment;
    if (target.kind === 'lsn') {
        const span = spans.findLast(({ begin }) => (0,wal.segmentAt)(0, begin, size).number <= (0,wal.segmentAt)(0, target.lsn, size).number);
        const needed = span && (0,wal.segmentAt)(span.timeline, target.lsn, size);
        const last = onPath.at(-1)?.segment;
        return needed === undefined || last === undefined || last.number < needed.number ? undefined : needed;
    }
    return onPath.find(({ archivedAt }) => archivedAt > target.at)?.segment;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/recovery-end.js





const recoveryEndQuery = `
select json_build_object(
  'inRecovery', pg_is_in_recovery(),
  'timeline', case when not pg_is_in_recovery() then substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) end,
  'history', case when not pg_is_in_recovery() then pg_read_file(
    'pg_wal/' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) || '.history', 0, 1000000, true) end,
  'replayed', pg_last_wal_replay_lsn()::text,
  'lastCommit', extract(epoch from pg_last_xact_replay_timestamp()) * 1000,
  'label', pg_read_file('backup_label.old', 0, 10000, true)
)`;
function parseRecoveryEnd(text) {
    const value = (0,map/* jsonIn */.Yf)(text, unreadable);
    if (!(0,map/* isMap */.jh)(value) || typeof value.inRecovery !== 'boolean')
        throw unreadable();
    const { inRecovery, timeline, history, replayed, lastCommit, label } = value;
    const last = typeof history === 'string' ? (0,postgres_timeline/* parseTimelineHistory */.r7)(history).at(-1) : undefined;
    const base = typeof label === 'string' ? /^START WAL LOCATION: (\S+) /m.exec(label)?.[1] : undefined;
    return {
        inRecovery,
        ...(0,map/* defined */.sw)({
            timeline: typeof timeline === 'string' ? Number.parseInt(timeline, 16) : undefined,
            previous: last && { timeline: last.timeline, lsn: last.end, reason: last.reason },
            replayed: typeof replayed === 'string' ? (0,wal.parseLsn)(replayed) : undefined,
            lastCommit: typeof lastCommit === 'number' ? lastCommit : undefined,
            base: base === undefined ? undefined : (0,wal.parseLsn)(base),
        }),
    };
}
function judgeRecovery(end, target, chosen, backups, archive) {
    const { previous } = end;
    const sought = { target, chosen, archive };
    if (end.inRecovery)
        return [{ kind: 'in-recovery', sentence: 'the copy is still in recovery; wait until it has ended' }];
    if (previous === undefined || end.timeline === undefined || end.timeline <= previous.timeline)
        return [
            { kind: 'no-recovery', sentence: 'the copy has not started a new timeline: it was not recovered' },
        ];
    return [
        ...otherBackup(end, target, chosen, backups),
        ...stoppedElsewhere(previous, sought),
        ...beyond(end, previous.lsn, sought),
    ];
}
function otherBackup({ base }, target, chosen, backups) {
    const taken = base === chosen.startLsn ? chosen : backups.find(({ startLsn }) => startLsn === base);
    const name = taken?.label ?? (base === undefined ? 'none' : `one that began at ${(0,wal.formatLsn)(base)}`);
    const found = [];
    if (taken !== chosen)
        found.push({
            kind: 'other-backup',
            sentence: `the copy was not recovered from the backup ${chosen.label}, but from another one: ${name}`,
        });
    if (taken !== undefined && endsTooLate(taken, target))
        found.push({
            kind: 'beyond-target',
            sentence: `the backup ${taken.label} ended at ${timeText(taken.endedAt)} (${(0,wal.formatLsn)(taken.stopLsn)}), not before ${targetText(target)}: the copy holds later changes`,
        });
    return found;
}
const endOfArchive = 'no recovery target specified';
function stoppedElsewhere(stop, sought) {
    const { reason, lsn } = stop;
    const { target } = sought;
    const { isAt, isEarly } = judgeStop(stop, sought);
    if (reason === endOfArchive && target.kind !== 'latest')
        return ignored(`ran to the end of the archive (${(0,wal.formatLsn)(lsn)})`, target);
    if (!isAt)
        return ignored(`ended (${reason})`, target);
    if (!isEarly)
        return [];
    const sentence = `the recovery ended at ${(0,wal.formatLsn)(lsn)} (${reason}), before it reached its target: ${targetText(target)}`;
    return [{ kind: 'too-early', sentence }];
}
function judgeStop({ reason, lsn }, { target, chosen, archive }) {
    switch (target.kind) {
        case 'time': {
            const at = stopTime(reason);
            return { isAt: at !== undefined, isEarly: (at ?? 0) <= target.at };
        }
        case 'lsn': {
            const isAt = new RegExp(`^${sideOf(target)} LSN [0-9A-F]+/[0-9A-F]+$`).test(reason);
            return { isAt, isEarly: ((0,wal.parseLsn)(reason.split(' ')[2] ?? '') ?? 0n) < target.lsn };
        }
        case 'xid':
            return { isAt: reason === `${sideOf(target)} transaction ${target.xid}`, isEarly: false };
        case 'name':
            return { isAt: reason === `at restore point "${target.name}"`, isEarly: false };
        case 'backup':
            return { isAt: reason === 'reached consistency', isEarly: lsn < chosen.stopLsn };
        case 'latest':
            return { isAt: reason === endOfArchive, isEarly: archive !== undefined && lsn <= archive.last };
    }
}
const sideOf = ({ exclusive }) => (exclusive ? 'before' : 'after');
function stopTime(reason) {
    const [, day, time, micros = '', zone = ''] = /^before (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d(?::\d\d)?)$/.exec(reason) ?? [];
    const seconds = Date.parse(`${day}T${time}${zone.length === 3 ? `${zone}:00` : zone}`);
    if (Number.isNaN(seconds))
        return undefined;
    return seconds + Math.ceil(Number(micros.padEnd(6, '0')) / 1000);
}
function beyond({ lastCommit, replayed = 0n }, left, { target, archive }) {
    if (target.kind === 'time' && lastCommit !== undefined && lastCommit > target.at)
        return over(`a transaction that committed at ${timeText(Math.ceil(lastCommit))}`, target);
    const last = replayed > left ? replayed : left;
    const isBeyond = target.kind === 'lsn'
        ? target.exclusive && last > target.lsn
        : target.kind === 'latest' && target.at !== undefined && archive !== undefined && last > archive.end;
    return isBeyond ? over(`a record up to ${(0,wal.formatLsn)(last)}`, target) : [];
}
const ignored = (what, target) => [
    { kind: 'target-ignored', sentence: `the recovery ${what} and ignored its target: ${targetText(target)}` },
];
const over = (what, target) => [
    { kind: 'beyond-target', sentence: `${what} was replayed, although the target was ${targetText(target)}` },
];
const unreadable = (cause) => new errors/* UserError */.yo('the end of the recovery cannot be read: the restored database gave an unexpected answer', 'restore it again', { cause });

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/restoring.js












async function restoreDatabase(task) {
    const { place, during, report, once = steps/* inOneJob */.L } = task;
    let others = [];
    const choice = await during('decide', () => once('chosen', async () => {
        const target = typeof task.target === 'function' ? await task.target() : task.target;
        const contents = asOf(target, await (0,proving.readRepository)(task));
        others = contents.stanza.backups;
        return chosenFrom(contents, { ...task, target });
    }));
    report(`${place.stanza}: restoring ${choice.backup.label} from repository ${place.repository}, then recovering to ${targetText(choice.target)}`);
    const stop = pauseFor(task, choice);
    await during('restore', () => copyFiles(task, choice, stop));
    const end = await during('replay', async () => {
        await task.start();
        if (stop !== undefined) {
            await stop.look(() => waitForPause(stop, task));
            await once('onward', () => resumeToTarget(task, choice));
        }
        return recovered(task);
    });
    const { target, backup } = choice;
    const deviations = judgeRecovery(end, target, backup, others, archiveEnd(choice.last, task.size));
    const at = end.previous?.lsn ?? end.replayed;
    return { choice, deviations, reached: at === undefined ? 'an unknown LSN' : (0,wal.formatLsn)(at) };
}
function chosenFrom(contents, task) {
    const { backup, timeline, spans, rejected } = choiceFrom(contents, task);
    for (const line of rejected)
        task.report(line);
    const latest = contents.listing.segments.at(-1);
    const { label, repository, startLsn, stopLsn, endedAt, size } = backup;
    return {
        backup: { label, repository, startLsn, stopLsn, endedAt, size },
        target: task.target,
        timeline,
        spans,
        ...(latest && { last: (0,wal.segmentName)(latest.segment, task.size), lastAt: latest.archivedAt }),
    };
}
function archiveEnd(last, size) {
    const segment = (0,wal.parseSegment)(last, size);
    return segment && { last: (0,wal.beginOf)(segment, size), end: (0,wal.beginOf)((0,wal.next)(segment), size) };
}
const asOf = (target, contents) => target.kind === 'latest' && target.at !== undefined
    ? { ...contents, listing: (0,archive/* archivedBy */.uP)(contents.listing, target.at) }
    : contents;
const isIn = (archive) => (each) => each.repository === archive?.repository && each.databaseId === archive.databaseId;
function choiceFrom({ stanza, listing, histories, archive }, { place, target, set, size }) {
    const own = { listing, histories, backups: stanza.backups.filter(isIn(archive)) };
    const wanted = timelineFor(target, own, size);
    const spans = (0,postgres_timeline/* lineage */.OZ)(wanted, histories);
    if (archive === undefined || spans === undefined)
        throw new errors/* UserError */.yo(archive === undefined
            ? `repository ${place.repository} holds no WAL of ${place.stanza}`
            : `the history file of timeline ${wanted} is not in repository ${place.repository}`, 'choose another repository');
    return choose({ stanza, repository: place.repository, target, spans, listing, size, ...(0,map/* defined */.sw)({ set }) });
}
function pauseFor({ pauseAt, report }, choice) {
    if (pauseAt === undefined || (0,counted_place.passes)(pauseAt, choice))
        return pauseAt;
    report(`recovery does not pass ${(0,wal.formatLsn)(pauseAt.lsn)}, where the content is known: it is not compared there`);
    return undefined;
}
async function copyFiles({ exec, detached, place, path, archives, signal }, choice, stop) {
    const { target, last } = choice;
    const first = stop && formatTarget({ kind: 'lsn', lsn: stop.lsn, exclusive: true });
    const copying = detached?.('restore') ?? exec;
    const answer = await copying((0,pgbackrest/* restoreArguments */.Vh)({
        ...place,
        set: choice.backup.label,
        target: first ?? formatTarget(choice.target),
        timeline: choice.timeline,
        path,
        atTarget: stop === undefined ? 'promote' : 'pause',
        archives,
        ...(target.kind !== 'latest' || target.at === undefined || last === undefined ? {} : { last }),
    }), { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (answer.code === 0)
        return;
    throw new errors/* UserError */.yo(`pgBackRest could not restore ${choice.backup.label} from repository ${place.repository} (${answer.code ?? 'no exit code'}): ${(0,pgbackrest/* pgbackrestFailure */.Tj)(answer)}`, answer.code === 40
        ? 'empty the folder, or choose another one'
        : 'restore another backup, or restore from another repository');
}
async function waitForPause({ lsn }, task) {
    const state = await until(task, async () => {
        const [row] = await (0,sql/* rowsOf */.RO)(task.exec, task.connection, pauseQuery, task.signal);
        return row?.pause === 'paused' || row?.standby === false ? row : undefined;
    });
    if (state.standby === false)
        throw new errors/* UserError */.yo(`the copy was promoted before it reached ${(0,wal.formatLsn)(lsn)}`, 'read its log: the manifest may be of another database');
}
async function resumeToTarget(task, { target }) {
    await (0,sql/* rowsOf */.RO)(task.exec, task.connection, targetScript(formatTarget(target)), task.signal);
    await task.restart();
    return true;
}
const pauseQuery = `select json_build_object('standby', pg_is_in_recovery(),
  'pause', case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() end);`;
const look = 500;
async function until({ signal, sleep, ended }, ask) {
    for (;;) {
        const answer = await ask().catch((error) => {
            if (error instanceof errors/* UserError */.yo && !signal.aborted)
                return undefined;
            throw signal.aborted ? (0,errors/* cancelled */.KW)() : error;
        });
        if (answer !== undefined)
            return answer;
        const why = await ended();
        if (why !== undefined)
            throw new errors/* UserError */.yo(`PostgreSQL did not start on the restored files: ${why}`, 'read its log, then restore another backup or choose another target');
        await sleep(look);
    }
}
async function recovered(task) {
    const { exec, connection, signal, report } = task;
    let told = performance.now();
    return until(task, async () => {
        const { code, stdout } = await exec((0,sql/* psql */.tm)(connection), { input: recoveryEndQuery, signal });
        if (code !== 0)
            return undefined;
        const end = parseRecoveryEnd(stdout);
        if (!end.inRecovery)
            return end;
        if (performance.now() - told > 10_000) {
            told = performance.now();
            report(`replay is at ${end.replayed === undefined ? 'its start' : (0,wal.formatLsn)(end.replayed)}`);
        }
        return undefined;
    });
}


/***/ }),

/***/ 94410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ inOneJob)
/* harmony export */ });
const inOneJob = (_, work) => work();


/***/ })

};
