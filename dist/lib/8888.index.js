export const id = 8888;
export const ids = [8888,4120,6401,3853];
export const modules = {

/***/ 4766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseManifest)
/* harmony export */ });
/* unused harmony export manifestSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60512);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77462);





const text = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1);
const count = zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(0);
const sha256Schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().refine(_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .isSha256 */ ._h, { error: 'is not a SHA-256 in 64 hexadecimal digits' });
const sizeFields = {
    original: count.exactOptional().meta({ description: 'Bytes that the backup read.' }),
    stored: count.exactOptional().meta({ description: 'Bytes that it added to the repository.' }),
};
const tableSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schema: text,
    name: text,
    rows: count.meta({ description: 'Number of rows; in the sample, when the table is sampled.' }),
    key: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ min: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), max: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).exactOptional().meta({
        description: 'The smallest and the largest key as text; absent for an empty table and one without a key.',
    }),
    hash: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^-?\d+$/)
        .exactOptional()
        .meta({
        description: 'Of all rows in any order: coalesce(sum(hashtextextended(t::text, 0)), 0), with DateStyle, TimeZone, extra_float_digits and bytea_output pinned.',
    }),
    sampled: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().gt(0).max(100).exactOptional().meta({
        description: 'Percentage of its blocks that `rows` and `hash` cover; absent when they cover all.',
    }),
});
const databaseSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: text,
    server: text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
    lsn: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
        .meta({ description: 'Position of the counts below: a standby had replayed WAL up to it and paused.' }),
    timeline: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1),
    countedAt: count.exactOptional().meta({
        description: 'When the count had ended, in ms since the epoch: it contains no later commit.',
    }),
    segment: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).exactOptional().meta({ description: 'Size of a WAL segment in bytes.' }),
    backups: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        repository: text,
        label: text,
        ...sizeFields,
        whole: count.exactOptional().meta({
            description: 'Start of the last full read of the repository that found it intact; ms since the epoch.',
        }),
    }))
        .meta({ description: 'The backup in each repository from which it is restored.' }),
    tables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(tableSchema),
    migration: text.exactOptional().meta({ description: 'Schema version, as its migration tool records it.' }),
    newestMarker: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).exactOptional(),
});
const snapshotsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ repository: text, snapshot: text, ...sizeFields })).meta({
    description: 'The restic snapshot in each repository from which it is restored.',
});
const managedSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    name: text,
    server: text.meta({ description: 'Version of PostgreSQL.', examples: ['17.2'] }),
    encoding: text.meta({ description: 'Encoding of its texts, on which their hashes depend.' }),
    roles: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text)
        .meta({ description: 'Roles that its row security policies name: a dump contains no roles.' }),
    tables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(tableSchema),
    migration: text.exactOptional(),
    backups: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ repository: text, snapshot: text, bytes: count, stored: sizeFields.stored }))
        .meta({
        description: 'The restic snapshot with its dump in each repository, and the size of the dump.',
    }),
});
const volumeSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    namespace: text,
    pvc: text,
    covered: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['files', 'snapshot', 'database', 'objects', 'not-needed', 'not']).meta({
        description: 'How the backup covers it; `not-needed` is declared for data that can be rebuilt, such as caches.',
    }),
    files: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ count, bytes: count, hash: sha256Schema, unsettled: count, backups: snapshotsSchema })
        .exactOptional()
        .meta({
        description: 'For a volume that is covered as files. `hash`: of (path, SHA-256) of all files that did not change during the backup, in any order; `unsettled`: how many did change.',
    }),
});
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(0).meta({ description: 'When it was made, in ms since the epoch.' }),
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ run: text, actor: text }),
    databases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(databaseSchema),
    managed: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(managedSchema).exactOptional().meta({
        description: 'Databases outside of the cluster; each dump contains exactly what was counted, because both read one snapshot.',
    }),
    objectStores: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        name: text,
        count,
        bytes: count,
        hash: sha256Schema,
        backups: snapshotsSchema.exactOptional(),
    }))
        .meta({ description: '`hash`: of (path, SHA-256) of all objects in any order.' }),
    redis: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: text, keys: count, unsettled: count, bytes: count }))
        .exactOptional()
        .meta({
        description: 'Redis whose RDB file and list of keys are an encrypted attachment. `unsettled`: how many keys changed during the backup.',
    }),
    volumes: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(volumeSchema),
    clusterObjects: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(text, count).meta({
        description: 'Number of objects of each kind.',
        examples: [{ 'apps/Deployment': 3, ConfigMap: 7 }],
    }),
    images: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/@sha256:[0-9a-f]{64}$/, { error: 'is not an image with a digest' })),
    secrets: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text.refine(name => !(0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .looksSecret */ .n0)(name), { error: 'looks like a secret and not like the name of one' }))
        .meta({ description: 'Names only, never their contents.' }),
    sealedObjects: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text)
        .exactOptional()
        .meta({
        description: 'Objects of the cluster that may hold a secret, by kind and name: they are exported encrypted.',
        examples: [['ConfigMap shop/settings']],
    }),
    attachments: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: text, bytes: count, sha256: sha256Schema }))
        .exactOptional()
        .meta({ description: 'Files beside the manifest; through these hashes, its signature covers them.' }),
    tools: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(text, text).meta({ description: 'Name → version.' }),
});
function parseManifest(content) {
    const result = manifestSchema.safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonIn */ .Yf)(content, cause => notOne('it is not JSON', cause)));
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw notOne(`${issue?.path.join('.') || 'it'}: ${issue?.message}`, result.error);
}
const notOne = (problem, cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the manifest of the backup cannot be read (${problem})`, 'use an unmodified manifest, or another backup set', {
    cause,
});


/***/ }),

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


/***/ }),

/***/ 58888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   attachmentsOf: () => (/* binding */ attachmentsOf),
/* harmony export */   countedBefore: () => (/* binding */ countedBefore),
/* harmony export */   documentOf: () => (/* binding */ documentOf),
/* harmony export */   listSets: () => (/* binding */ listSets),
/* harmony export */   manifestPath: () => (/* binding */ manifestPath),
/* harmony export */   newestSet: () => (/* binding */ newestSet),
/* harmony export */   readFileOf: () => (/* binding */ readFileOf),
/* harmony export */   readSet: () => (/* binding */ readSet),
/* harmony export */   removeSet: () => (/* binding */ removeSet),
/* harmony export */   setId: () => (/* binding */ setId),
/* harmony export */   setTime: () => (/* binding */ setTime),
/* harmony export */   unfinishedSets: () => (/* binding */ unfinishedSets),
/* harmony export */   writeSet: () => (/* binding */ writeSet)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77462);
/* harmony import */ var _manifest_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4766);
/* harmony import */ var _postgres_counted_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93853);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34120);






const documentOf = ({ app, environment }, { id, content }) => ({
    name: `the manifest of ${id}`,
    content,
    type: 'https://slipway.dev/backup-manifest/v1',
    about: { app, environment, set: id },
});
const manifestFile = 'manifest.json';
const bundleFile = 'manifest.json.sigstore.json';
const setId = (at) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const setTime = (id) => Date.parse(id.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
const isSetId = (text) => /^\d{8}T\d{6}Z$/.test(text);
const folderOf = ({ app, environment }, id) => [app, environment, ...(id === undefined ? [] : [id])].join('/');
const manifestPath = (owner, id) => `${folderOf(owner, id)}/${manifestFile}`;
async function writeSet(store, owner, set, lockedUntil) {
    const put = (name, content) => store.put(`${folderOf(owner, set.id)}/${name}`, content, lockedUntil);
    for (const [name, content] of Object.entries(set.files ?? {}))
        await put(name, content);
    if (set.bundle !== undefined)
        await put(bundleFile, new TextEncoder().encode(set.bundle));
    await put(manifestFile, set.content);
}
async function listSets(store, owner) {
    return (await filesOfSets(store, owner))
        .flatMap(({ id, name }) => (name === manifestFile ? [id] : []))
        .sort();
}
async function unfinishedSets(store, owner, before) {
    const files = Map.groupBy(await filesOfSets(store, owner), ({ id }) => id);
    return [...files]
        .filter(([id, own]) => setTime(id) < before && own.every(({ name }) => name !== manifestFile))
        .map(([id]) => id)
        .sort();
}
async function filesOfSets(store, owner) {
    const paths = await store.list(folderOf(owner));
    return paths.flatMap(({ path }) => {
        const [id = '', name] = path.split('/').slice(-2);
        return isSetId(id) ? [{ id, name }] : [];
    });
}
async function countedBefore(store, owner, target, database) {
    const { at } = target;
    if (target.kind !== 'time' || at === undefined)
        return undefined;
    for (const id of (await listSets(store, owner)).toReversed()) {
        if (setTime(id) >= at)
            continue;
        const { manifest } = await readSet(store, owner, id);
        const counted = manifest.databases.find(({ name }) => name === database);
        if (counted?.countedAt === undefined)
            return undefined;
        if ((0,_postgres_counted_place_js__WEBPACK_IMPORTED_MODULE_4__/* .isCountedBefore */ .i)(counted, at))
            return id;
    }
    return undefined;
}
async function newestSet(store, owner, report = () => undefined) {
    const ids = await listSets(store, owner);
    const found = ids.findLast(id => setTime(id) <= Date.now() + _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .maxClockSkew */ .b4);
    const last = ids.at(-1);
    if (last === undefined || last === found)
        return found;
    const future = `the backup set ${last} in ${store.name} is dated in the future`;
    if (found === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${future}, and there is no earlier one`, 'compare the clocks, or name a `set`');
    report(`ignoring a backup set: ${future}; compare the clocks`);
    return found;
}
async function readSet(store, owner, id, report) {
    const wanted = id ?? (await newestSet(store, owner, report));
    if (wanted === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${store.name} contains no finished backup set of ${owner.app} in ${owner.environment}`, 'make a backup, or choose another repository');
    const content = await store.get(`${folderOf(owner, wanted)}/${manifestFile}`);
    if (content === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${store.name} contains no finished backup set ${wanted} of ${owner.app} in ${owner.environment}`, 'use a value of the output `set` of `backup`');
    const bundle = await store.get(`${folderOf(owner, wanted)}/${bundleFile}`);
    return {
        id: wanted,
        manifest: (0,_manifest_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .N)(new TextDecoder().decode(content)),
        content,
        bundle: bundle === undefined ? undefined : new TextDecoder().decode(bundle),
    };
}
const attachmentsOf = (files) => Object.entries(files).map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(content),
}));
async function readFileOf({ store, owner, set }, name) {
    const { id, manifest } = set;
    const expected = manifest.attachments?.find(each => each.name === name);
    if (expected === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the backup set ${id} contains no ${name}`, 'choose a set that contains it');
    const content = await store.get(`${folderOf(owner, id)}/${name}`);
    if (content !== undefined && (0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(content) === expected.sha256)
        return content;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} of the backup set ${id} in ${store.name} is ${content === undefined ? 'missing' : 'not what the manifest says'}`, 'use the set from another repository, or another set');
}
async function removeSet(store, owner, id) {
    const names = (await store.list(folderOf(owner, id))).map(({ path }) => (0,_store_js__WEBPACK_IMPORTED_MODULE_5__/* .checkedPath */ .t)(path));
    const rank = (path) => Number(!path.endsWith(`/${manifestFile}`));
    for (const path of names.toSorted((a, b) => rank(a) - rank(b)))
        await store.remove(path);
}


/***/ }),

/***/ 34120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderStore: () => (/* binding */ folderStore),
/* harmony export */   t: () => (/* binding */ checkedPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _whole_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1517);




const part = /^(?!\.\.?$)[A-Za-z0-9._@+=-]{1,200}$/;
function checkedPath(path) {
    if (path.split('/').every(each => part.test(each)) && path.length <= 900)
        return path;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${JSON.stringify(path)} is not a name that Slipway gives an object`, 'delete it by hand');
}
function folderStore(folder) {
    const fault = (problem, cause) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the folder ${folder} ${problem}`, 'check whether it exists and who may write to it', {
        cause,
    });
    return {
        name: folder,
        put: async (path, content) => {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(path));
            try {
                await (0,_whole_file_js__WEBPACK_IMPORTED_MODULE_3__/* .writeWhole */ .f)(file, content);
            }
            catch (error) {
                throw fault('cannot be written to', error);
            }
        },
        get: async (path) => {
            try {
                return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(path)));
            }
            catch (error) {
                if (isAbsent(error))
                    return undefined;
                throw fault('cannot be read', error);
            }
        },
        remove: async (path) => {
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(path)), { force: true });
            }
            catch (error) {
                throw fault('does not permit deletion', error);
            }
        },
        list: async (prefix) => {
            const top = prefix === '' ? folder : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, checkedPath(prefix));
            const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(top, { recursive: true, withFileTypes: true }).catch(error => {
                if (isAbsent(error))
                    return [];
                throw fault('cannot be read', error);
            });
            const files = entries.filter(each => each.isFile() && !each.name.endsWith('.partial'));
            const found = await Promise.all(files.map(async (each) => {
                const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(each.parentPath, each.name);
                return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, file), bytes: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).size };
            }));
            return found.sort((a, b) => (a.path < b.path ? -1 : 1));
        },
        lockedUntil: async () => undefined,
        lockedByDefault: async () => undefined,
        mayDelete: async () => {
            const fault = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(folder, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK).then(() => undefined, (error) => (error instanceof Error && 'code' in error ? error.code : 'unknown'));
            if (fault === undefined)
                return 'yes';
            return fault === 'EACCES' || fault === 'EROFS' ? 'no' : 'unknown';
        },
    };
}
const isAbsent = (error) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');


/***/ }),

/***/ 1517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole),
/* harmony export */   s: () => (/* binding */ diskFault)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);



async function writeWhole(file, content) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.partial`, content);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.partial`, file);
}
function diskFault(folder, error, remedy) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOSPC' && code !== 'EROFS' && code !== 'EACCES' && code !== 'EDQUOT')
        return undefined;
    const why = code === 'ENOSPC' ? 'the disk is full' : code;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${folder} cannot be written to: ${why}`, remedy, { cause: error });
}


/***/ })

};
