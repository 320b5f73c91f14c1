export const id = 7417;
export const ids = [7417,6401,2430];
export const modules = {

/***/ 37417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   chainOf: () => (/* binding */ chainOf),
/* harmony export */   demandRead: () => (/* binding */ demandRead),
/* harmony export */   newestGood: () => (/* binding */ newestGood),
/* harmony export */   parseInfo: () => (/* binding */ parseInfo),
/* harmony export */   unreadIn: () => (/* binding */ unreadIn)
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
    try {
        const plain = text.replaceAll(/[^\P{Cc}\n\r\t]/gu, '?');
        return JSON.parse(plain.replaceAll(/("system-id":\s*)(\d+)/g, '$1"$2"'));
    }
    catch (cause) {
        throw unreadable('it is not JSON', cause);
    }
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
