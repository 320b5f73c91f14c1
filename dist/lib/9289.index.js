export const id = 9289;
export const ids = [9289,6401];
export const modules = {

/***/ 71673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dz: () => (/* binding */ expiredLabels),
/* harmony export */   Hq: () => (/* binding */ listArchiveArguments),
/* harmony export */   J2: () => (/* binding */ isLabel),
/* harmony export */   JK: () => (/* binding */ listBackupArguments),
/* harmony export */   LB: () => (/* binding */ readHistoryArguments),
/* harmony export */   PX: () => (/* binding */ checkArguments),
/* harmony export */   SZ: () => (/* binding */ expireArguments),
/* harmony export */   Tj: () => (/* binding */ pgbackrestFailure),
/* harmony export */   Vh: () => (/* binding */ restoreArguments),
/* harmony export */   Zg: () => (/* binding */ backupArguments),
/* harmony export */   g1: () => (/* binding */ settingsArguments),
/* harmony export */   hX: () => (/* binding */ infoArguments),
/* harmony export */   o2: () => (/* binding */ labelIn),
/* harmony export */   qO: () => (/* binding */ verifyArguments)
/* harmony export */ });
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26401);

function backupArguments(request) {
    const annotations = Object.entries(request.annotations ?? {}).map(([name, value]) => {
        if (name === '' || name.includes('='))
            throw new RangeError(`not the name of an annotation: ${name}`);
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
const checkArguments = ({ stanza }) => [...start({ stanza }, 'info'), 'check'];
const infoArguments = (stanza) => [
    ...start(stanza, 'off'),
    '--output=json',
    'info',
];
function verifyArguments(repository, set) {
    return [
        'env',
        'PGBACKREST_JOB_RETRY_INTERVAL=100ms',
        ...start(repository, 'off', 'info'),
        '--output=text',
        '--verbose',
        ...(set === undefined ? [] : [`--set=${label(set)}`]),
        'verify',
    ];
}
const listArchiveArguments = (repository, archive) => list(repository, `archive/${repository.stanza}/${archive}`);
const listBackupArguments = (repository, set) => list(repository, `backup/${repository.stanza}/${label(set)}`);
const list = (repository, folder) => [
    ...start(repository, 'off'),
    ...['--recurse', '--output=json', 'repo-ls', folder],
];
const readHistoryArguments = (repository, archive, timeline) => [
    ...start(repository, 'off'),
    'repo-get',
    `archive/${repository.stanza}/${archive}/${(0,_wal_js__WEBPACK_IMPORTED_MODULE_0__.historyName)(timeline)}`,
];
function restoreArguments(request) {
    const { set, target, timeline, path, atTarget, archives, last } = request;
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
        ...(last === undefined ? [] : [`--recovery-option=restore_command=${getUpTo(last, request)}`]),
        'restore',
    ];
}
function getUpTo(last, { path, ...of }) {
    if (!/^[0-9A-F]{24}$/.test(last))
        throw new RangeError(`not the name of a segment: ${last}`);
    const get = [...start(of, 'off'), `--pg1-path=${path}`, 'archive-get', '%f', '"%p"'].join(' ');
    return `case %f in *.history) true ;; *) expr X%f "<=" X${last} > /dev/null ;; esac && ${get}`;
}
function expireArguments(repository, { set, fulls, dryRun }) {
    const option = `--repo${repository.repository}-retention-archive`;
    return [
        ...start(repository, 'info'),
        `--set=${label(set)}`,
        `${option}=${fulls}`,
        `${option}-type=full`,
        ...(dryRun ? ['--dry-run'] : []),
        'expire',
    ];
}
const settingsArguments = (repository) => [
    ...start(repository, 'info'),
    '--dry-run',
    'expire',
];
const labelIn = (log) => /\bnew backup label = (\S+)/.exec(log)?.[1];
const expiredLabels = (log) => [
    ...new Set(log
        .split('\n')
        .filter(line => /: expire \S+ backup /.test(line))
        .flatMap(line => line.match(/\b\d{8}-\d{6}F(?:_\d{8}-\d{6}[DI])?/g) ?? [])),
];
function pgbackrestFailure({ stdout, stderr }) {
    const said = `${stdout}\n${stderr}`.split('\n').find(line => /\bERROR\b/.test(line)) ?? stderr.trim();
    return said.trim().slice(0, 300);
}
const labels = /^\d{8}-\d{6}F(_\d{8}-\d{6}[DI])?$/;
const isLabel = (text) => labels.test(text);
function label(text) {
    if (!isLabel(text))
        throw new RangeError(`not the label of a backup: ${text}`);
    return text;
}
const placeOf = ({ repository, folder }) => folder === undefined ? [] : [`--repo${repository}-type=posix`, `--repo${repository}-path=${folder}`];
function start(of, console, errors = 'warn') {
    return [
        'pgbackrest',
        `--stanza=${of.stanza}`,
        ...('repository' in of ? [`--repo=${of.repository}`, ...placeOf(of)] : []),
        `--log-level-console=${console}`,
        `--log-level-stderr=${errors}`,
        '--no-log-timestamp',
    ];
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

/***/ 99289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTarget: () => (/* binding */ parseTarget)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _postgres_pgbackrest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71673);
/* harmony import */ var _postgres_wal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26401);



function parseTarget(text) {
    if (text === 'latest' || text === 'counted')
        return { kind: text };
    if ((0,_postgres_pgbackrest_js__WEBPACK_IMPORTED_MODULE_1__/* .isLabel */ .J2)(text))
        return { kind: 'backup', label: text };
    const exclusive = text.startsWith('before ');
    const [, kind = '', value = '', time] = /^(?:before )?(lsn|xid|name):([^@]+?)(?:@(.+))?$/.exec(text) ?? [];
    const at = parseTime(time ?? '');
    if (kind === 'lsn' && time === undefined) {
        const lsn = (0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_2__.parseLsn)(value);
        if (lsn !== undefined)
            return { kind, lsn, exclusive };
    }
    if (kind === 'xid' && /^\d{1,20}$/.test(value) && at !== undefined)
        return { kind, xid: value, at, exclusive };
    if (kind === 'name' && !exclusive && /^[^\p{Cc}"'\\]{1,63}$/u.test(value) && at !== undefined)
        return { kind, name: value, at };
    const moment = parseTime(text);
    if (moment !== undefined)
        return { kind: 'time', at: moment };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${text.slice(0, 80)}" is not a valid recovery target`, 'write latest, counted, a time with its zone such as 2026-11-26T09:00:00Z, lsn:0/3000060, or the label of a backup');
}
function parseTime(text) {
    if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d(:?\d\d)?)$/.test(text))
        return undefined;
    const at = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`));
    return Number.isNaN(at) ? undefined : at;
}


/***/ })

};
