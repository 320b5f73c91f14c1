export const id = 6068;
export const ids = [6068,6401];
export const modules = {

/***/ 45120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ml: () => (/* binding */ gapText),
/* harmony export */   V: () => (/* binding */ brokenAt),
/* harmony export */   jY: () => (/* binding */ isOnPath),
/* harmony export */   sh: () => (/* binding */ gaps)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26401);


function gaps(present, from, to, spans, size) {
    const path = neededRanges(from, to, spans, size);
    const there = Map.groupBy(present, ({ timeline }) => timeline);
    return path.flatMap(stretch => missingIn((there.get(stretch.timeline) ?? []).map(({ number }) => number), stretch));
}
function neededRanges(from, to, spans, size) {
    const begin = spans.findIndex(({ timeline }) => timeline === from.timeline);
    const end = spans.findIndex(({ timeline }) => timeline === to.timeline);
    if (begin === -1 || end === -1)
        throw new RangeError(`timelines ${from.timeline} and ${to.timeline} do not belong to one lineage`);
    return spans.slice(begin, end + 1).flatMap((span, index, all) => {
        const first = index === 0 ? from.number : (0,_wal_js__WEBPACK_IMPORTED_MODULE_0__.segmentAt)(span.timeline, span.begin, size).number;
        const following = all[index + 1];
        const last = following === undefined ? to.number : lastBefore(following.begin, size);
        const within = { first: Math.max(first, from.number), last: Math.min(last, to.number) };
        return within.first <= within.last ? [{ timeline: span.timeline, ...within }] : [];
    });
}
function isOnPath({ timeline, number }, spans, size) {
    const span = spans.find(each => each.timeline === timeline);
    if (span === undefined || number < (0,_wal_js__WEBPACK_IMPORTED_MODULE_0__.segmentAt)(timeline, span.begin, size).number)
        return false;
    return span.end === undefined || number <= lastBefore(span.end, size);
}
const lastBefore = (begin, size) => (0,_wal_js__WEBPACK_IMPORTED_MODULE_0__.segmentAt)(0, begin, size).number - 1;
function missingIn(numbers, { timeline, first, last }) {
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
    const name = (number) => (0,_wal_js__WEBPACK_IMPORTED_MODULE_0__.segmentName)({ timeline, number }, size);
    const names = first === last ? name(first) : `${name(first)} to ${name(last)}`;
    return `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(last - first + 1, 'segment')} (${names})`;
}
const brokenAt = ({ timeline, first }, size) => (0,_wal_js__WEBPACK_IMPORTED_MODULE_0__.beginOf)({ timeline, number: first }, size);


/***/ }),

/***/ 37417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YL: () => (/* binding */ parseInfo),
/* harmony export */   aB: () => (/* binding */ demandRead),
/* harmony export */   an: () => (/* binding */ newestGood),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   lA: () => (/* binding */ unreadIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26401);




function parseInfo(text, name) {
    const stanza = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(jsonOf(text)).find(each => each.name === name);
    if (stanza === undefined)
        throw unreadable(`the stanza ${name} is not in it`);
    const status = statusOf(stanza.status);
    return {
        name,
        status,
        repositories: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(stanza.repo).map(each => ({
            key: numberAt(each.key, 'repo.key'),
            cipher: textAt(each.cipher, 'repo.cipher'),
            status: statusOf(each.status),
        })),
        backups: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(stanza.backup)
            .map(backupOf)
            .sort((a, b) => a.endedAt - b.endedAt || (a.label < b.label ? -1 : 1)),
        archives: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(stanza.archive).map(archiveOf),
        databases: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(stanza.db).map(each => ({
            id: numberAt(each.id, 'db.id'),
            repository: numberAt(each['repo-key'], 'db.repo-key'),
            systemId: String(each['system-id']),
            version: textAt(each.version, 'db.version'),
        })),
        lock: lockOf(stanza.status),
    };
}
function unreadIn({ repositories }, repository) {
    const status = repositories.find(({ key }) => key === repository)?.status;
    if (status?.code !== 99)
        return undefined;
    return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(status.message.replaceAll(/\s+/g, ' ')).slice(0, 300);
}
function demandRead(stanza, repository, so) {
    const unread = unreadIn(stanza, repository);
    if (unread === undefined)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`repository ${repository} of ${stanza.name} cannot be read${so === undefined ? '' : `, so ${so}`}: ${unread}`, 'check its address and credentials, and whether its passphrase is the one that it was created with');
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
        const lsn = (0,_wal_js__WEBPACK_IMPORTED_MODULE_1__.parseLsn)(String(part('lsn')[key]));
        if (lsn === undefined)
            throw unreadable(`the backup ${label} has no ${key} LSN`);
        return lsn;
    };
    const { type, prior, error } = value;
    if (type !== 'full' && type !== 'diff' && type !== 'incr')
        throw unreadable(`the backup ${label} has the unknown type ${type}`);
    const seconds = (key) => numberAt(part('timestamp')[key], `backup.timestamp.${key}`) * 1000;
    const annotations = Object.entries(part('annotation')).filter((each) => typeof each[1] === 'string');
    return {
        label,
        type,
        ...(typeof prior === 'string' ? { prior } : {}),
        reference: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textsIn */ .Ej)(value.reference),
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
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value))
        throw unreadable('a status is missing');
    return { code: numberAt(value.code, 'status.code'), message: textAt(value.message, 'status.message') };
}
function lockOf(status) {
    const lock = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(status) ? mapIn(mapIn(status, 'lock'), 'backup') : {};
    const { held, size, 'size-cplt': done } = lock;
    return {
        held: held === true,
        ...(typeof size === 'number' && typeof done === 'number' ? { progress: { done, of: size } } : {}),
    };
}
function jsonOf(text) {
    const plain = text.replaceAll(/[^\P{Cc}\n\r\t]/gu, '?').replaceAll(/("system-id":\s*)(\d+)/g, '$1"$2"');
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonIn */ .Yf)(plain, cause => unreadable('it is not JSON', cause));
}
const mapIn = (value, key) => {
    const found = value[key];
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(found) ? found : {};
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
const unreadable = (problem, cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the output of pgbackrest info cannot be read: ${problem}`, 'run pgbackrest info --output=json in the pod of the database and check its output', { cause });


/***/ }),

/***/ 16677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   tm: () => (/* binding */ psql)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


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
const together = ['sh', '-c', 'exec "$@" 3>&2 2>&1', 'sh'];
function literal(text) {
    if (text.includes('\0'))
        throw new RangeError('the text contains a zero byte');
    const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
    return `E'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}
async function rowsOf(exec, connection, script, signal) {
    const { code, stdout, stderr } = await exec(psql(connection), {
        input: script,
        ...(signal && { signal }),
    });
    if (code !== 0)
        throw failed(connection, stderr.trim().split('\n')[0] || `psql ended with ${code ?? 'a signal'}`);
    return stdout
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(line) ?? raise(failed(connection, `unexpected output ${line.slice(0, 80)}`)));
}
const failed = ({ database }, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the query of the database ${database} failed: ${problem.slice(0, 300)}`, 'fix this error, then run the step again');
function raise(error) {
    throw error;
}


/***/ }),

/***/ 76068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   choose: () => (/* binding */ choose),
/* harmony export */   endsTooLate: () => (/* binding */ endsTooLate),
/* harmony export */   formatTarget: () => (/* binding */ formatTarget),
/* harmony export */   passes: () => (/* binding */ passes),
/* harmony export */   targetScript: () => (/* binding */ targetScript),
/* harmony export */   targetText: () => (/* binding */ targetText),
/* harmony export */   timeText: () => (/* binding */ timeText)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _gaps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45120);
/* harmony import */ var _info_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37417);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16677);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41902);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26401);






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
            demandWal(backup, input);
            const timeline = target.kind === 'backup' ? 'current' : (spans.at(-1)?.timeline ?? 'current');
            return { backup, target: formatTarget(target), timeline, rejected };
        }
        rejected.push(`the backup ${backup.label} ${objection}`);
    }
    throw none(input, here, named, rejected);
}
function formatTarget(target) {
    switch (target.kind) {
        case 'time':
            return { type: 'time', value: timeText(target.at) };
        case 'lsn':
            return { type: 'lsn', value: (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(target.lsn), exclusive: target.exclusive };
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
    const settings = type === 'default' ? [] : [`alter system set recovery_target_${type} = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu)(value ?? '')};`];
    const inclusive = type === 'default' ? [] : [`alter system set recovery_target_inclusive = ${exclusive !== true};`];
    const action = type === 'default' ? [] : [`alter system set recovery_target_action = 'promote';`];
    return [
        'alter system reset recovery_target_lsn;',
        'alter system reset recovery_target_inclusive;',
        'alter system reset recovery_target_action;',
        ...[...settings, ...inclusive, ...action],
    ].join('\n');
}
const clockSkew = 60_000;
function passes({ lsn, at }, { backup, target }) {
    const comesAfter = target.kind === 'latest' ||
        (target.kind === 'lsn' && target.lsn > lsn) ||
        (target.kind === 'time' && target.at > at + clockSkew);
    return lsn > backup.stopLsn && comesAfter;
}
const timeText = (at) => new Date(at).toISOString().replace('T', ' ').replace('Z', '+00');
function targetText(target) {
    switch (target.kind) {
        case 'time':
            return timeText(target.at);
        case 'lsn':
            return `${target.exclusive ? 'just before ' : ''}LSN ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(target.lsn)}`;
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
    switch (target.kind) {
        case 'lsn':
            return stopLsn >= target.lsn;
        case 'time':
        case 'xid':
        case 'name':
            return endedAt + 1000 > target.at;
        case 'latest':
            return target.at !== undefined && endedAt + 1000 > target.at;
        case 'backup':
            return false;
    }
}
function objectionTo(backup, { stanza, target, spans }, named) {
    const end = `ended at ${timeText(backup.endedAt)} (${(0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.formatLsn)(backup.stopLsn)})`;
    if (endsTooLate(backup, target))
        return `${end}, not before ${targetText(target)}: it may hold later changes`;
    if ((0,_info_js__WEBPACK_IMPORTED_MODULE_2__/* .chainOf */ .dR)(stanza, backup) === undefined)
        return 'depends on a backup that is missing';
    if (backup.damaged === true && !named)
        return 'has damaged pages; name it explicitly to use it anyway';
    const timeline = timelineOf(backup);
    if (target.kind !== 'backup' && timeline !== undefined && !(0,_timeline_js__WEBPACK_IMPORTED_MODULE_4__/* .holds */ .v9)(spans, timeline, backup.stopLsn))
        return `is on timeline ${timeline} and ${end}, which is not on the path of ${(0,_timeline_js__WEBPACK_IMPORTED_MODULE_4__/* .lineageText */ .B6)(spans)}`;
    return undefined;
}
function none({ target, stanza, repository }, here, named, rejected) {
    const where = `repository ${repository} of ${stanza.name}`;
    if (here.length === 0)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where} holds no backup`, 'choose another repository, or make a backup');
    if (named !== undefined && rejected.length === 0)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where} holds no backup ${named}`, 'choose one that `pgbackrest info` lists');
    const reasons = rejected.slice(-3).join('; ');
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`no backup in ${where} can be recovered to ${targetText(target)}: ${reasons}`, 'choose a later target, or a repository that reaches further back');
}
function demandWal(backup, { target, spans, listing, size, repository }) {
    const from = backup.startWal === null ? undefined : (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.parseSegment)(backup.startWal, size);
    if (from === undefined)
        return;
    const present = listing.segments.filter(({ size: bytes }) => bytes > 0).map(({ segment }) => segment);
    const own = [{ timeline: from.timeline, begin: 0n }];
    const end = (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.segmentBefore)(from.timeline, backup.stopLsn, size);
    const missing = (0,_gaps_js__WEBPACK_IMPORTED_MODULE_1__/* .gaps */ .sh)(present, from, end, own, size);
    if (target.kind !== 'backup') {
        const to = lastNeeded(target, spans, listing, size);
        if (to === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the WAL up to ${targetText(target)} is not in repository ${repository}`, 'run select pg_switch_wal() on the primary if it still exists and wait until the segment is archived, or choose an earlier target');
        missing.push(...(0,_gaps_js__WEBPACK_IMPORTED_MODULE_1__/* .gaps */ .sh)(present, from, to, spans, size));
    }
    const [first] = missing;
    if (first === undefined)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the backup ${backup.label} cannot be recovered to ${targetText(target)}: repository ${repository} lacks ${(0,_gaps_js__WEBPACK_IMPORTED_MODULE_1__/* .gapText */ .Ml)(first, size)}`, 'choose another repository, a later backup, or a target before the gap');
}
function lastNeeded(target, spans, { segments }, size) {
    const onPath = segments.filter(({ segment }) => spans.some(({ timeline, begin, end }) => timeline === segment.timeline &&
        segment.number >= (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.segmentAt)(0, begin, size).number &&
        (end === undefined || segment.number < (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.segmentAt)(0, end, size).number)));
    if (target.kind === 'latest')
        return onPath.at(-1)?.segment;
    if (target.kind === 'lsn') {
        const span = spans.findLast(({ begin }) => (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.segmentAt)(0, begin, size).number <= (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.segmentAt)(0, target.lsn, size).number);
        const needed = span && (0,_wal_js__WEBPACK_IMPORTED_MODULE_5__.segmentAt)(span.timeline, target.lsn, size);
        const last = onPath.at(-1)?.segment;
        return needed === undefined || last === undefined || last.number < needed.number ? undefined : needed;
    }
    return onPath.find(({ archivedAt }) => archivedAt > target.at)?.segment;
}
function timelineOf({ startWal }) {
    return startWal === null ? undefined : Number.parseInt(startWal.slice(0, 8), 16);
}


/***/ }),

/***/ 41902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ lineageText),
/* harmony export */   OZ: () => (/* binding */ lineage),
/* harmony export */   r7: () => (/* binding */ parseTimelineHistory),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26401);


function parseTimelineHistory(text) {
    const lines = text.split(/\r?\n/).filter(line => !/^\s*(#|$)/.test(line));
    return lines.map((line, index) => {
        const [, number = '', place = '', reason = ''] = /^\s*(\d+)\s+(\S+)(?:\s+(.*?))?\s*$/.exec(line) ?? [];
        const timeline = Number(number);
        const end = (0,_wal_js__WEBPACK_IMPORTED_MODULE_1__.parseLsn)(place);
        const before = /^\s*(\d+)/.exec(lines[index - 1] ?? '')?.[1];
        if (end === undefined || timeline < 1 || timeline <= Number(before ?? 0))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`line ${index + 1} of a timeline history cannot be read: ${line.slice(0, 80)}`, 'fetch the history file from the archive again');
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
        .map(({ timeline, end }) => `timeline ${timeline}${end === undefined ? '' : ` up to ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_1__.formatLsn)(end)}`}`)
        .join(', then ');
}


/***/ }),

/***/ 26401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginOf: () => (/* binding */ beginOf),
/* harmony export */   compareSegments: () => (/* binding */ compareSegments),
/* harmony export */   formatLsn: () => (/* binding */ formatLsn),
/* harmony export */   next: () => (/* binding */ next),
/* harmony export */   parseLsn: () => (/* binding */ parseLsn),
/* harmony export */   parseSegment: () => (/* binding */ parseSegment),
/* harmony export */   parseSegmentSize: () => (/* binding */ parseSegmentSize),
/* harmony export */   parseWalFile: () => (/* binding */ parseWalFile),
/* harmony export */   segmentAt: () => (/* binding */ segmentAt),
/* harmony export */   segmentBefore: () => (/* binding */ segmentBefore),
/* harmony export */   segmentName: () => (/* binding */ segmentName),
/* harmony export */   usualSize: () => (/* binding */ usualSize)
/* harmony export */ });
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
function formatLsn(lsn) {
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


/***/ })

};
