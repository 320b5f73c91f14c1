export const id = 3853;
export const ids = [3853,6401];
export const modules = {

/***/ 8787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   cM: () => (/* binding */ parseArchive),
/* harmony export */   m_: () => (/* binding */ newestTimeline),
/* harmony export */   uP: () => (/* binding */ archivedBy)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26401);



const newestTimeline = (histories, segments) => [...histories, ...segments.map(({ timeline }) => timeline)].reduce((most, each) => Math.max(most, each), 1);
function parseArchive(text, size) {
    const segments = [];
    const branchedAt = new Map();
    const unknown = [];
    for (const [path, { type, size: bytes, time }] of entriesOf(text)) {
        if (type === 'path' || path.endsWith('.pgbackrest.tmp'))
            continue;
        const file = type === 'file' ? (0,_wal_js__WEBPACK_IMPORTED_MODULE_1__.parseWalFile)(nameOf(path), size) : undefined;
        if (file === undefined)
            unknown.push(path);
        else if (file.kind === 'history')
            branchedAt.set(file.timeline, Number(time) * 1000);
        else if (file.kind === 'segment')
            segments.push({ segment: file.segment, path, size: Number(bytes), archivedAt: Number(time) * 1000 });
    }
    return {
        segments: segments.sort((a, b) => (0,_wal_js__WEBPACK_IMPORTED_MODULE_1__.compareSegments)(a.segment, b.segment) || (a.path < b.path ? -1 : 1)),
        histories: [...branchedAt.keys()].sort((a, b) => a - b),
        branchedAt,
        unknown,
    };
}
function newest({ segments }) {
    return segments.reduce((last, { archivedAt }) => Math.max(last ?? archivedAt, archivedAt), undefined);
}
function archivedBy(listing, at) {
    const segments = listing.segments.filter(each => each.archivedAt + 1000 <= at);
    const timeline = segments.at(-1)?.segment.timeline ?? 0;
    return { ...listing, segments, histories: listing.histories.filter(each => each <= timeline) };
}
function nameOf(path) {
    const name = path.split('/').at(-1) ?? '';
    return name.replace(/-[0-9a-f]{40}(\.[a-z0-9]+)?$/, '');
}
function entriesOf(text) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonIn */ .Yf)(text, unreadable);
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value))
        throw unreadable();
    return Object.entries(value).map(([path, entry]) => {
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(entry))
            throw unreadable();
        if (entry.type === 'file' && !(Number.isFinite(entry.size) && Number.isFinite(entry.time)))
            throw unreadable();
        return [path, entry];
    });
}
const unreadable = (cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the WAL archive cannot be read: the output of pgbackrest repo-ls is not the expected JSON', 'run pgbackrest repo-ls --recurse --output=json in the pod of the database and check its output', { cause });


/***/ }),

/***/ 93853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isCountedBefore),
/* harmony export */   passes: () => (/* binding */ passes)
/* harmony export */ });
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41902);

function passes(place, { backup, target, spans }) {
    const { lsn, timeline } = place;
    const comesAfter = target.kind === 'latest' ||
        (target.kind === 'lsn' && target.lsn > lsn) ||
        (target.kind === 'time' && isCountedBefore(place, target.at));
    return lsn > backup.stopLsn && comesAfter && (spans === undefined || (0,_timeline_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9)(spans, timeline, lsn));
}
const isCountedBefore = ({ countedAt }, at) => countedAt !== undefined && countedAt < at - 60_000;


/***/ }),

/***/ 41902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ lineageText),
/* harmony export */   OZ: () => (/* binding */ lineage),
/* harmony export */   Pi: () => (/* binding */ timelineAt),
/* harmony export */   hf: () => (/* binding */ timelineOf),
/* harmony export */   r7: () => (/* binding */ parseTimelineHistory),
/* harmony export */   u7: () => (/* binding */ timelineWith),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _archive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8787);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26401);



function parseTimelineHistory(text) {
    const lines = text.split(/\r?\n/).filter(line => !/^\s*(#|$)/.test(line));
    return lines.map((line, index) => {
        const [, number = '', place = '', reason = ''] = /^\s*(\d+)\s+(\S+)(?:\s+(.*?))?\s*$/.exec(line) ?? [];
        const timeline = Number(number);
        const end = (0,_wal_js__WEBPACK_IMPORTED_MODULE_2__.parseLsn)(place);
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
function timelineAt(at, { listing, histories, backups }, size) {
    const begun = beginnings(listing, backups);
    const all = [...begun.keys()].sort((a, b) => b - a);
    const then = all.find(each => (begun.get(each) ?? 0) <= at) ?? all.at(-1) ?? 1;
    const continues = (timeline) => {
        const spans = lineage(timeline, histories);
        if (spans === undefined)
            return true;
        const span = spans.find(each => each.timeline === then);
        if (span?.end === undefined)
            return span !== undefined;
        const { number } = (0,_wal_js__WEBPACK_IMPORTED_MODULE_2__.segmentAt)(then, span.end, size);
        return !listing.segments.some(({ segment }) => segment.timeline === then && segment.number >= number);
    };
    return all.find(each => each === then || (each > then && continues(each))) ?? then;
}
function beginnings({ segments, branchedAt = new Map() }, backups) {
    const all = [
        ...branchedAt,
        ...segments.map(({ segment, archivedAt }) => [segment.timeline, archivedAt]),
        ...backups.flatMap(each => {
            const timeline = timelineOf(each);
            return timeline === undefined ? [] : [[timeline, each.startedAt]];
        }),
    ];
    const begun = new Map();
    for (const [timeline, at] of all)
        begun.set(timeline, Math.min(at, begun.get(timeline) ?? at));
    return begun;
}
function timelineWith(timeline, lsn, { listing, histories }) {
    const present = listing.segments.map(({ segment }) => segment);
    for (let each = (0,_archive_js__WEBPACK_IMPORTED_MODULE_1__/* .newestTimeline */ .m_)(listing.histories, present); each > timeline; each -= 1) {
        const spans = lineage(each, histories);
        if (spans !== undefined && holds(spans, timeline, lsn))
            return each;
    }
    return timeline;
}
const timelineOf = ({ startWal }) => startWal === null ? undefined : Number.parseInt(startWal.slice(0, 8), 16);
function lineageText(spans) {
    return spans
        .map(({ timeline, end }) => `timeline ${timeline}${end === undefined ? '' : ` up to ${(0,_wal_js__WEBPACK_IMPORTED_MODULE_2__.formatLsn)(end)}`}`)
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
/* harmony export */   historyName: () => (/* binding */ historyName),
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
    if (!name || !/^[0-9A-F]{24}$/.test(name))
        return undefined;
    const part = (from) => Number.parseInt(name.slice(from, from + 8), 16);
    const [timeline, log, rest] = [part(0), part(8), part(16)];
    if (timeline === 0 || rest >= perLog(size))
        return undefined;
    return { timeline, number: log * perLog(size) + rest };
}
const historyName = (timeline) => `${hex(timeline).padStart(8, '0')}.history`;
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
