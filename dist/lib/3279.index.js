export const id = 3279;
export const ids = [3279];
export const modules = {

/***/ 63303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hq: () => (/* binding */ removeDetached),
/* harmony export */   I3: () => (/* binding */ runDetached),
/* harmony export */   SV: () => (/* binding */ withReconnect)
/* harmony export */ });
/* unused harmony export joinScript */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90555);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77462);





const usualPatience = 600_000;
const turns = 50;
const tell = 60_000;
const clearing = 30_000;
const lives = `lives() { kill -0 "$1" 2> /dev/null && ! grep -q '^State:.Z' "/proc/$1/status" 2> /dev/null; }`;
const joinScript = `umask 077
d=$1 what=$2 bytes=$3 turns=$4; shift 4
say() { printf '\\nslipway: %s\\n' "$1"; exit 0; }
${lives}
if ! [ -e "$d" ]; then
  mkdir -p "\${d%/*}"
  in=$d.in.$$
  # Exactly this many bytes: the end of the input is not always signaled.
  head -c "$bytes" > "$in"
  [ "$(wc -c < "$in")" -eq "$bytes" ] || { rm -f "$in"; say cut; }
  # Of two concurrent starts, only one creates the folder.
  if mkdir "$d" 2> /dev/null; then
    mv "$in" "$d/in"
    printf %s "$what" > "$d/what"
    (
      trap '' HUP
      code=0
      "$@" < "$d/in" > "$d/out" 2> "$d/err" || code=$?
      rm -f "$d/in"
      echo "$code" > "$d/code.new"
      mv "$d/code.new" "$d/code"
    ) < /dev/null > /dev/null 2>&1 &
    echo "$!" > "$d/pid"
  else
    rm -f "$in"
  fi
fi
n=0
until [ -s "$d/pid" ] || [ "$n" -ge 25 ]; do n=$((n + 1)); sleep 0.2; done
[ "$(cat "$d/what" 2> /dev/null)" = "$what" ] || say other
n=0
until [ -e "$d/code" ]; do
  if ! lives "$(cat "$d/pid" 2> /dev/null)"; then [ -e "$d/code" ] || say dead; fi
  [ "$n" -lt "$turns" ] || say running
  n=$((n + 1))
  sleep 0.2
done
cat "$d/out"
cat "$d/err" >&2
say "$(cat "$d/code")"`;
const forgetScript = `${lives}
if [ -e "$1/code" ] || ! lives "$(cat "$1/pid" 2> /dev/null)"; then rm -rf "$1"; fi`;
async function removeDetached({ exec, folder }, name) {
    const signal = AbortSignal.timeout(clearing);
    await exec(['sh', '-c', forgetScript, 'slipway', `${folder}/${name}`], { signal }).catch(() => undefined);
}
function withReconnect(place) {
    return async (command, options = {}) => {
        const begun = performance.now();
        for (;;) {
            const said = await converse(place, command, options);
            if (!('lost' in said))
                return said;
            if (options.signal?.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
            if (performance.now() - begun >= (place.patience ?? usualPatience))
                throw said.lost;
            place.report(`${said.lost.message}; retrying`);
            await place.sleep(1000);
        }
    };
}
function runDetached(place, name) {
    const exec = withReconnect(place);
    return async (command, { input = '', signal } = {}) => {
        const what = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256Of */ .Bj)(JSON.stringify([command, input]));
        const given = [`${place.folder}/${name}`, what, String(Buffer.byteLength(input)), String(turns)];
        const join = ['sh', '-c', joinScript, 'slipway', ...given, ...command];
        const begun = performance.now();
        let told = begun;
        for (;;) {
            const said = await exec(join, { ...(input !== '' && { input }), ...(signal && { signal }) });
            if (signal?.aborted)
                throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelled */ .KW)();
            const answer = answerOf(said, name);
            if (answer !== undefined)
                return answer;
            const now = performance.now();
            if (now - told >= tell) {
                told = now;
                place.report(`${name} is still running, ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(Math.round((now - begun) / 1000) * 1000)} so far`);
            }
            await place.sleep(0);
        }
    };
}
async function converse({ exec, gone }, command, options) {
    try {
        await requirePod(gone);
        return await exec(command, options);
    }
    catch (error) {
        if (!(error instanceof _cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .ExecConnectionLost */ .ex || error instanceof ClusterAway)) {
            await requirePod(gone);
            throw error;
        }
        return { lost: error };
    }
}
class ClusterAway extends Error {
}
async function requirePod(gone) {
    const why = await gone().catch((cause) => {
        if (cause instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb || !(cause instanceof Error))
            throw cause;
        throw new ClusterAway(cause.message, { cause });
    });
    if (why !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(why, 'find out what happened to that pod and its node');
}
function answerOf({ code, stdout, stderr }, name) {
    const [end, how] = /\nslipway: (\w+)$/.exec(stdout) ?? [];
    const failed = (problem, remedy) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the command ${name} ${problem}`, remedy);
    if (end === undefined || how === undefined)
        throw failed(`cannot be run in the pod (${code ?? 'ended'}): ${stderr.trim().slice(0, 300) || 'no reason given'}`, 'use an image with sh, cat, head, wc, mkdir and grep, and make its folder writable');
    switch (how) {
        case 'running':
        case 'cut':
            return undefined;
        case 'other':
            throw failed('differs from the command of that name that an earlier run started', 'clean up what that run left, and start again');
        case 'dead':
            throw failed('ended without an exit code: it was killed', 'check whether the pod has enough memory and disk space, and start again');
        default:
            return { code: Number(how), stdout: stdout.slice(0, -end.length).replace(/\n$/, ''), stderr };
    }
}


/***/ }),

/***/ 24058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ declaredLimits),
/* harmony export */   I: () => (/* binding */ freshness)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _info_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37417);


const declaredLimits = (declared) => ({
    backup: 1.5 * declared.incremental,
    wal: (declared['archive-timeout'] ?? declared.incremental) + declared['archive-lag'],
});
function freshness(stanza, repository, archivedAt, limits, now) {
    const found = (0,_info_js__WEBPACK_IMPORTED_MODULE_1__/* .newestGood */ .an)(stanza, repository);
    const backup = found && { label: found.label, age: Math.max(0, now - found.endedAt) };
    const wal = archivedAt === undefined ? undefined : Math.max(0, now - archivedAt);
    const where = `repository ${repository} of ${stanza.name}`;
    const problems = [
        backup === undefined
            ? `${where} holds no backup that can be restored; make one`
            : tooOld(`the newest good backup in ${where}, ${backup.label},`, backup.age, limits.backup),
        wal === undefined
            ? `${where} holds no WAL; check archive_command and pg_stat_archiver`
            : tooOld(`the newest WAL in ${where}`, wal, limits.wal),
    ].filter(each => each !== undefined);
    return { ...(backup && { backup }), ...(wal === undefined ? {} : { wal }), problems };
}
function tooOld(what, age, limit) {
    if (age <= limit)
        return undefined;
    return `${what} is ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(age)} old; at most ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(limit)} is allowed`;
}


/***/ }),

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
/* harmony export */   Ml: () => (/* binding */ requireRead),
/* harmony export */   YL: () => (/* binding */ parseInfo),
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
        lock: lockOf(stanza.status),
    };
}
function unreadIn({ repositories }, repository) {
    const status = repositories.find(({ key }) => key === repository)?.status;
    if (status?.code !== 99)
        return undefined;
    return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(status.message.replaceAll(/\s+/g, ' ')).slice(0, 300);
}
function requireRead(stanza, repository, so) {
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
        repositoryCopied: numberAt(mapIn(part('info'), 'repository').delta, 'backup.info.repository.delta'),
        ...(typeof error === 'boolean' ? { damaged: error } : {}),
        annotations: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .textMap */ .sP)(value.annotation),
    };
}
function archiveOf(value) {
    const database = mapIn(value, 'database');
    return {
        id: textAt(value.id, 'archive.id'),
        repository: numberAt(database['repo-key'], 'archive.database.repo-key'),
        databaseId: numberAt(database.id, 'archive.database.id'),
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
    const plain = text.replaceAll(/[^\P{Cc}\n\r\t]/gu, '?');
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

/***/ 73279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N6: () => (/* binding */ proveRepositories),
  FC: () => (/* binding */ proveRepository),
  x2: () => (/* binding */ readBackWhole),
  readRepository: () => (/* binding */ readRepository)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/levels.js
var levels = __webpack_require__(92954);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/archive.js
var postgres_archive = __webpack_require__(8787);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/gaps.js
var gaps = __webpack_require__(45120);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/info.js
var info = __webpack_require__(37417);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/timeline.js
var postgres_timeline = __webpack_require__(41902);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/continuity.js






function continuity(input) {
    const { stanza, archive, listing, histories, size } = input;
    const backups = stanza.backups.filter(each => each.repository === archive.repository && each.databaseId === archive.databaseId);
    const files = filesOf(neededIn(input, backups), size);
    if (backups.length === 0) {
        const sentence = `repository ${archive.repository} holds no backup of ${stanza.name}, so its WAL is useless; make a backup`;
        return [{ kind: 'backup', name: stanza.name, sentence }, ...files];
    }
    const present = listing.segments.filter(({ size: bytes }) => bytes > 0).map(({ segment }) => segment);
    const needed = backups.slice(oldestIn(backups, input.from));
    const own = needed.flatMap(each => [...brokenChain(stanza, each), ...ownGaps(each, present, size)]);
    const newest = (0,postgres_archive/* newestTimeline */.m_)(listing.histories, present);
    const spans = (0,postgres_timeline/* lineage */.OZ)(newest, histories);
    if (spans === undefined)
        return [...own, noHistory(newest), ...files];
    const path = pathOf(input, needed, spans, present);
    const missing = path === undefined ? [] : (0,gaps/* gaps */.sh)(present, path.from, path.to, spans, size);
    return [...own, ...missing.map(gap => gapFinding(gap, input)), ...files];
}
function oldestIn(backups, label) {
    const oldest = label === undefined ? 0 : backups.findIndex(each => each.label === label);
    if (oldest !== -1)
        return oldest;
    throw new errors/* UserError */.yo(`the backup ${label} does not exist`, 'choose one that `pgbackrest info` lists');
}
function neededIn({ listing, from, size }, backups) {
    const begin = (0,wal.parseSegment)(backups.find(({ label }) => label === from)?.startWal, size);
    if (begin === undefined)
        return listing;
    const segments = listing.segments.filter(({ segment }) => segment.number >= begin.number);
    return { ...listing, segments, unknown: [] };
}
function pathOf({ archived, size }, needed, spans, present) {
    const [from] = needed.flatMap(({ startWal, stopLsn }) => {
        const first = (0,wal.parseSegment)(startWal, size);
        return first !== undefined && (0,postgres_timeline/* holds */.v9)(spans, first.timeline, stopLsn) ? [first] : [];
    });
    return from && { from, to: endOf(spans, present, archived, size) ?? from };
}
function endOf(spans, present, archived, size) {
    const reported = archived === undefined ? undefined : reportedSegment(archived, size);
    const all = reported === undefined ? present : [...present, reported];
    const onIt = spans.flatMap(({ timeline, end }) => all
        .filter(each => each.timeline === timeline)
        .filter(each => end === undefined || each.number < (0,wal.segmentAt)(0, end, size).number)
        .sort(wal.compareSegments));
    return onIt.at(-1);
}
function reportedSegment(archived, size) {
    if (/\.(history|partial|backup)$/.test(archived))
        return undefined;
    const segment = (0,wal.parseSegment)(archived, size);
    if (segment !== undefined)
        return segment;
    throw new errors/* UserError */.yo(`"${archived}" is not the name of a segment of ${size} bytes`, 'check wal_segment_size and pg_stat_archiver of the database');
}
function brokenChain(stanza, backup) {
    if ((0,info/* chainOf */.dR)(stanza, backup) !== undefined)
        return [];
    const sentence = `the backup ${backup.label} cannot be restored: a backup that it depends on is missing; make a full backup`;
    return [{ kind: 'chain', name: backup.label, sentence }];
}
function ownGaps({ label, startWal, stopWal }, present, size) {
    const [from, to] = [(0,wal.parseSegment)(startWal, size), (0,wal.parseSegment)(stopWal, size)];
    if (from === undefined || to === undefined)
        return [];
    const spans = [{ timeline: from.timeline, begin: 0n }];
    return (0,gaps/* gaps */.sh)(present, from, { ...to, timeline: from.timeline }, spans, size).map(gap => ({
        kind: 'backup',
        name: label,
        sentence: `the backup ${label} cannot be restored: ${(0,gaps/* gapText */.Ml)(gap, size)} that it needs ${isOrAre(gap)} not in the archive; make a new backup`,
    }));
}
function gapFinding(gap, { archive, archived, size, listing }) {
    const name = (0,wal.segmentName)({ timeline: gap.timeline, number: gap.first }, size);
    const there = listing.segments.some(({ segment }) => segment.timeline >= gap.timeline && segment.number > gap.last);
    const reported = there || archived === undefined ? '' : `, although archive_command reported ${archived} as archived`;
    return {
        kind: 'gap',
        name,
        sentence: `${(0,gaps/* gapText */.Ml)(gap, size)} ${isOrAre(gap)} not in repository ${archive.repository}${reported}: nothing after ${(0,wal.formatLsn)((0,gaps/* brokenAt */.V)(gap, size))} can be recovered from an earlier backup; make a new backup, and check whether archive-push-queue-max dropped WAL`,
    };
}
const isOrAre = ({ first, last }) => (first === last ? 'is' : 'are');
const noHistory = (timeline) => ({
    kind: 'history',
    name: String(timeline),
    sentence: `the history file of timeline ${timeline} is not in the archive, so no recovery can follow that timeline; archive the file from pg_wal again, or make a full backup`,
});
function filesOf({ segments, unknown }, size) {
    const name = ({ segment }) => (0,wal.segmentName)(segment, size);
    const twice = [...Map.groupBy(segments, name)].filter(([, each]) => each.length > 1);
    return [
        ...twice.map(([segment]) => ({
            kind: 'duplicate',
            name: segment,
            sentence: `${segment} was archived twice with different content: two servers wrote to one archive, and recovery stops there`,
        })),
        ...segments
            .filter(each => each.size === 0)
            .map((each) => ({ kind: 'empty', name: name(each), sentence: `${each.path} is empty` })),
        ...unknown.map((path) => ({
            kind: 'unknown',
            name: path,
            sentence: `${path} does not belong in an archive with segments of ${size} bytes`,
        })),
    ];
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/freshness.js
var freshness = __webpack_require__(24058);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/pgbackrest.js
var pgbackrest = __webpack_require__(71673);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/program.js
var program = __webpack_require__(16428);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/verify.js



function verifiedCheck(what, answer, stanza, demanded, part) {
    const { problems, backups } = judgeVerify(answer, stanza, demanded, part);
    const files = backups.reduce((sum, { checked }) => sum + checked, 0);
    return (0,levels/* levelCheckOf */.Uu)('L1', what, problems, `${(0,count/* counted */.h)(files, 'file')} read back, all valid`);
}
function judgeVerify(answer, stanza, demanded, part) {
    const { status, archives, backups, unknown } = parse(answer.stdout, stanza);
    const read = archives.filter(({ checked }) => part === undefined || checked > 0);
    const counts = part === undefined ? read : read.filter(each => !isDamagedBefore(each, answer.stderr, part));
    const own = part === undefined ? backups : backups.filter(({ label }) => demanded.includes(label));
    const problems = [
        ...(answer.code === 0 ? [] : [`pgBackRest ${(0,program/* endingOf */.z6)(answer.code)}${firstError(answer)}`]),
        ...(status === undefined ? ['pgBackRest printed no status of the repository'] : []),
        ...(demanded.length === 0 ? ['no backup was named that must be valid'] : []),
        ...counts.flatMap(archiveProblems),
        ...own.flatMap(backupProblems),
        ...demanded.flatMap(label => demandedProblems(label, backups)),
        ...(read.length > 0 ? [] : ['no archived WAL was verified']),
        ...unknown.map(line => `unexpected output of pgBackRest: ${line}`),
    ];
    const isOlder = problems.length === 0 &&
        (counts.length < read.length ||
            backups.some(each => !own.includes(each) && backupProblems(each).length > 0));
    if (!isOlder)
        problems.push(...damagedFiles(answer.stderr));
    if (status !== undefined && status !== 'ok' && problems.length === 0 && !isOlder)
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
        const archive = archiveOf(line);
        const backup = backupOf(line);
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
function archiveOf(line) {
    const [, id, checked, valid] = /^archiveId: (\S+), total WAL checked: (\d+), total valid WAL: (\d+)$/.exec(line) ?? [];
    if (id === undefined)
        return undefined;
    return { id, checked: Number(checked), valid: Number(valid), ...none };
}
function backupOf(line) {
    const [, label, status, checked, valid] = /^backup: (\S+), status: ([^,]+), total files checked: (\d+), total valid files: (\d+)$/.exec(line) ?? [];
    if (label === undefined || status === undefined)
        return undefined;
    return { label, status, checked: Number(checked), valid: Number(valid), ...none };
}
function faultsOf(line) {
    const found = /^missing: (\d+), checksum invalid: (\d+), size invalid: (\d+), other: (\d+)$/.exec(line);
    const [missing = 0, checksum = 0, size = 0, other = 0] = found?.slice(1).map(Number) ?? [];
    return found === null ? undefined : { missing, checksum, size, other };
}
function archiveProblems(archive) {
    const { id, checked, valid } = archive;
    if (checked === 0)
        return [`the archive ${id} holds no WAL`];
    if (checked === valid && faults(archive) === '')
        return [];
    return [
        `the archive ${id} is damaged: ${checked - valid} of ${(0,count/* counted */.h)(checked, 'segment')} not valid${faults(archive)}`,
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
                `the backup ${label} is damaged: ${checked - valid} of ${(0,count/* counted */.h)(checked, 'file')} not valid${faults(backup)}`,
            ];
        case 'invalid':
            return [`the backup ${label} is damaged${faults(backup)}; make a new one`];
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
        [checksum, 'with a wrong checksum'],
        [size, 'with a wrong size'],
        [other, 'unreadable'],
    ];
    const some = all.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return some.length === 0 ? '' : ` (${some.join(', ')})`;
}
const mostNamed = 10;
const damaged = /\b(file missing|invalid checksum|invalid size|invalid result) '?([^'\n:]+)'?/g;
const duplicate = /\bduplicate WAL '([0-9A-F]{24})' for '([^']+)'/g;
function isWalDamagedFrom(answer, stanza, from) {
    const read = parse(answer.stdout, stanza).archives.filter(({ checked }) => checked > 0);
    return read.some(each => archiveProblems(each).length > 0 && !isDamagedBefore(each, answer.stderr, { from }));
}
function isDamagedBefore({ id, checked, valid }, log, { from }) {
    const paths = [...log.matchAll(damaged)].map(([, , path = '']) => path.split('/'));
    const invalid = paths.flatMap(([first, ...rest]) => first === id ? [rest.at(-1)?.slice(0, 24) ?? ''] : []);
    const twice = [...log.matchAll(duplicate)].flatMap(([, name = '', archive]) => archive === id ? [name] : []);
    const isKnown = checked > valid && invalid.length + 2 * twice.length === checked - valid;
    return isKnown && [...invalid, ...twice].every(each => each < from);
}
function damagedFiles(log) {
    const found = [...log.matchAll(damaged)].map(([, what = '', path = '']) => `${path}: ${what}`);
    const more = found.length - mostNamed;
    return more > 0 ? [...found.slice(0, mostNamed), `and ${(0,count/* counted */.h)(more, 'more file')}`] : found;
}
function firstError({ stdout, stderr }) {
    const error = /ERROR: (\[\d+\]: .*)/.exec(`${stderr}\n${stdout}`)?.[1];
    return error === undefined ? '' : ` (${error.slice(0, 200)})`;
}

// EXTERNAL MODULE: ./.build/js/src/cluster/exec.js
var exec = __webpack_require__(90555);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/recovery/detached-command.js
var detached_command = __webpack_require__(63303);
;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/verifying.js







const hour = 3_600_000;
function isDue({ last, every }, now) {
    if (last === undefined || last > now)
        return true;
    return now - last >= every - Math.min(every / 2, 12 * hour);
}
async function readBack(task) {
    const { place, name, label, last, pod } = task;
    const due = isDue(task, task.now());
    const all = due ? await readAll(task) : undefined;
    const whole = all && verifiedCheck(`all of ${name}`, all.answer, place.stanza, all.labels);
    const passed = whole?.state === 'passed';
    if (whole !== undefined && !passed)
        await (0,detached_command/* removeDetached */.Hq)(pod, fullReadName(task));
    const after = {
        last: passed ? all?.at : last,
        isRunning: due && all === undefined,
        deleteReadResult: async () => {
            if (passed)
                await (0,detached_command/* removeDetached */.Hq)(pod, fullReadName(task));
        },
    };
    if (whole !== undefined && passed && all?.labels.includes(label) === true)
        return { levelChecks: [whole], ...after };
    const made = task.stanza.backups.find(each => each.repository === place.repository && each.label === label);
    const from = made?.startWal ?? '';
    const isOlder = all !== undefined && !passed && !isWalDamagedFrom(all.answer, place.stanza, from);
    const older = whole === undefined ? [] : [isOlder ? { ...whole, older: true } : whole];
    const answer = await readSet(task);
    const files = verifiedCheck(`files of ${name}`, answer, place.stanza, [label], { from });
    return {
        levelChecks: [files, ...older, ...overdueCheck(task, after.isRunning)],
        ...after,
    };
}
function overdueCheck({ name, every, last, now }, isRunning) {
    const age = last === undefined ? 0 : now() - last;
    if (!isRunning || age <= 2 * every)
        return [];
    const problem = `the last full read was ${(0,duration/* formatDuration */.a3)(Math.floor(age / hour) * hour)} ago, and the current one has not finished; raise process-max of pgBackRest, or \`verify\``;
    return [(0,levels/* levelCheckOf */.Uu)('L1', `all of ${name}`, [problem], '')];
}
const withStartTime = ['sh', '-c', 'date +%s && exec "$@"', 'sh'];
async function readAll(task) {
    const { place, stanza, pod, signal, stopWaiting = AbortSignal.timeout(hour) } = task;
    try {
        const either = AbortSignal.any([signal, stopWaiting]);
        const { stdout, ...rest } = await run(pod, fullReadName(task), [...withStartTime, ...(0,pgbackrest/* verifyArguments */.qO)(place)], either);
        const [, seconds = '', said = ''] = /^(\d+)\n(.*)$/s.exec(stdout) ?? [];
        const at = Number(seconds) * 1000;
        const there = stanza.backups.filter(each => each.repository === place.repository && each.endedAt <= at);
        return { answer: { ...rest, stdout: said }, at, labels: there.map(each => each.label) };
    }
    catch (error) {
        if (signal.aborted || !stopWaiting.aborted)
            throw error;
        return undefined;
    }
}
async function readSet(task) {
    const { place, label, pod, signal } = task;
    const name = nameOf(task, `set-${label}`);
    const answer = await run(pod, name, (0,pgbackrest/* verifyArguments */.qO)(place, label), signal);
    await (0,detached_command/* removeDetached */.Hq)(pod, name);
    return answer;
}
const fullReadName = (task) => nameOf(task, `all-${task.last ?? 0}`);
const nameOf = ({ place: { stanza, repository } }, what) => `verify-${stanza}-${repository}-${what}`;
async function run(pod, name, command, signal) {
    try {
        return await (0,detached_command/* runDetached */.I3)(pod, name)(command, { signal });
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && !(error instanceof exec/* ExecConnectionLost */.ex) && !signal.aborted)
            await (0,detached_command/* removeDetached */.Hq)(pod, name);
        throw error;
    }
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/postgres/proving.js












async function readRepository({ exec, place, size, stanza: said, signal, }) {
    const run = async (command) => {
        const answer = await exec(command, { signal });
        if (answer.code === 0)
            return answer.stdout;
        throw new errors/* UserError */.yo(`repository ${place.repository} of ${place.stanza} cannot be read (${answer.code ?? 'no exit code'}): ${(0,pgbackrest/* pgbackrestFailure */.Tj)(answer)}`, 'check its address and credentials, and whether it is complete');
    };
    const stanza = said ?? (0,info/* parseInfo */.YL)(await run((0,pgbackrest/* infoArguments */.hX)(place)), place.stanza);
    (0,info/* requireRead */.Ml)(stanza, place.repository);
    const own = stanza.archives.filter(each => each.repository === place.repository);
    const archive = own.toSorted((a, b) => a.databaseId - b.databaseId).at(-1);
    const histories = new Map();
    if (archive === undefined)
        return { stanza, archive, listing: { segments: [], histories: [], unknown: [] }, histories };
    const listing = (0,postgres_archive/* parseArchive */.cM)(await run((0,pgbackrest/* listArchiveArguments */.Hq)(place, archive.id)), size);
    for (const timeline of listing.histories) {
        const history = await run((0,pgbackrest/* readHistoryArguments */.LB)(place, archive.id, timeline));
        histories.set(timeline, (0,postgres_timeline/* parseTimelineHistory */.r7)(history));
    }
    return { stanza, archive, listing, histories };
}
async function proveRepository(task) {
    const { exec, place, verifying = exec, only, signal, now } = task;
    const begun = now();
    const needless = new AbortController();
    const reading = task.files ?? verifying((0,pgbackrest/* verifyArguments */.qO)(place), { signal: AbortSignal.any([signal, needless.signal]) });
    reading.catch(() => undefined);
    try {
        const contents = await readRepository(task).catch((error) => {
            if (error instanceof errors/* UserError */.yo && !signal.aborted)
                return error;
            throw error;
        });
        if (contents instanceof errors/* UserError */.yo)
            return [(0,levels/* levelCheckOf */.Uu)('L0', proving_nameOf(task), [contents.message], '')];
        const { archive } = contents;
        const looked = only === undefined ? contents : { ...contents, stanza: partOf(contents.stanza, only) };
        const fresh = freshCheck(looked, task);
        if (archive === undefined)
            return [fresh, (0,levels/* levelCheckOf */.Uu)('L1', `WAL of ${proving_nameOf(task)}`, ['no WAL is archived in it'], '')];
        const wal = walChecks({ ...looked, archive }, task);
        const read = await reading;
        const files = 'stdout' in read ? [filesCheck(task, looked.stanza, read)] : read;
        return [fresh, ...wal, ...files.map(each => ({ ...each, took: now() - begun }))];
    }
    finally {
        needless.abort();
    }
}
async function readBackWhole(task) {
    const { exec, place, verifying = exec, signal, now } = task;
    const begun = now();
    const { stanza } = await readRepository(task);
    const read = await verifying((0,pgbackrest/* verifyArguments */.qO)(place), { signal });
    return { ...filesCheck(task, stanza, read), took: now() - begun };
}
function filesCheck(task, stanza, read) {
    const good = (0,info/* newestGood */.an)(stanza, task.place.repository);
    const demanded = good === undefined ? [] : [good.label];
    return verifiedCheck(`files of ${proving_nameOf(task)}`, read, task.place.stanza, demanded);
}
async function proveRepositories(task, members, archived, stanza, made) {
    const { name, repositories, signal, now, report, readBackAt, verify: every } = task;
    const { exec, segmentSize, pod } = members.primary;
    const worker = { exec, ...task.placeIn(pod), report, sleep: task.sleep };
    report(`${name}: verifying ${repositories.map(each => each.name).join(' and ')}`);
    return (0,parallel.mapOf)(repositories, repositories.length, async (repository) => {
        const place = { stanza: task.stanza, repository: repository.number };
        const label = made.find(each => each.repository === repository)?.backup.label ?? '';
        const last = readBackAt.get(repository.name);
        const reading = readBack({
            place,
            pod: worker,
            label,
            stanza,
            every,
            last,
            signal,
            now,
            name: `repository ${repository.number}`,
        });
        const levelChecks = await proveRepository({
            exec,
            place,
            size: segmentSize,
            archived,
            from: label,
            signal,
            now,
            files: reading.then(read => read.levelChecks),
            limits: { backup: task.incremental, wal: (task.archiveTimeout ?? task.incremental) + task.archiveLag },
            stanza,
        });
        return {
            repository: repository.name,
            read: await reading,
            levelChecks: levelChecks.map(each => ({ ...each, what: `${repository.name}: ${each.what}` })),
        };
    });
}
const proving_nameOf = ({ place }) => `repository ${place.repository}`;
function freshCheck({ stanza, listing }, task) {
    const { place, limits, behind } = task;
    const now = task.now();
    const came = (0,postgres_archive/* newest */.BP)(listing);
    const archivedAt = came === undefined || behind === undefined ? came : Math.max(came, now - behind);
    const { backup, problems } = (0,freshness/* freshness */.I)(stanza, place.repository, archivedAt, limits, now);
    return (0,levels/* levelCheckOf */.Uu)('L0', `${proving_nameOf(task)} is fresh`, problems, `the newest backup is ${backup?.label ?? 'none'}`);
}
function walChecks(contents, task) {
    const { size, archived, from } = task;
    const whole = { ...contents, size, ...(0,map/* defined */.sw)({ archived }) };
    const problemsOf = (input) => continuity(input).map(({ sentence }) => sentence);
    const all = problemsOf(whole);
    const own = from === undefined ? all : problemsOf({ ...whole, from });
    const older = all.filter(each => !own.includes(each));
    const what = `WAL of ${proving_nameOf(task)}`;
    return [
        (0,levels/* levelCheckOf */.Uu)('L1', what, own, `${contents.listing.segments.length} segments, none missing`),
        ...(older.length === 0 ? [] : [{ ...(0,levels/* levelCheckOf */.Uu)('L1', `older ${what}`, older, ''), older: true }]),
    ];
}
const partOf = (stanza, labels) => ({
    ...stanza,
    backups: stanza.backups.filter(({ label }) => labels.includes(label)),
});


/***/ })

};
