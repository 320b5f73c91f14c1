export const id = 7242;
export const ids = [7242,7462,8961,6401,5081,348,3853,4094,573];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    return parseSha256((await digestOfFile(file, 'sha256')) ?? '');
}
async function digestOfFile(file, algorithm) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 65561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TH: () => (/* binding */ compareContent),
/* harmony export */   bx: () => (/* binding */ compareDatabase),
/* harmony export */   w: () => (/* binding */ contentCheck)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92954);


const compareDatabase = (expected, found) => {
    const { name } = expected;
    return [
        ...changed(`the PostgreSQL version of ${name}`, majorOf(found.server), majorOf(expected.server)),
        ...ofSchema(name, expected, found),
        ...changed(`the newest marker of ${name}`, found.newestMarker, expected.newestMarker),
        ...ofTables(name, expected, found),
    ];
};
const compareContent = (name, expected, found) => [
    ...ofSchema(name, expected, found),
    ...ofTables(name, expected, found),
];
function contentCheck(name, tables, differences) {
    const rows = tables.reduce((sum, each) => sum + each.rows, 0);
    const sampled = tables.filter(each => each.sampled !== undefined).length;
    const some = sampled === 0 ? '' : `, ${sampled} of them sampled`;
    const matching = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(tables.length, 'table')} with ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(rows, 'row')}, all matching the count${some}`;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .levelCheckOf */ .Uu)('L3', `content of ${name}`, differences, matching);
}
const changed = (what, now, then) => now === then ? [] : [`${what} is ${now ?? 'missing'}; the backup has ${then ?? 'none'}`];
const ofSchema = (name, expected, found) => changed(`the schema version of ${name}`, found.migration, expected.migration);
const ofTables = (name, expected, found) => [
    ...expected.tables.flatMap(each => ofTable(pathOf(name, each), each, tableIn(found, each)) ?? []),
    ...found.tables
        .filter(each => tableIn(expected, each) === undefined)
        .map(each => `the table ${pathOf(name, each)} is not in the backup: the copy was not empty before the restore`),
];
function ofTable(name, expected, found) {
    if (found === undefined)
        return `the table ${name} is missing`;
    const rows = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(expected.rows, 'row');
    const where = expected.sampled === undefined ? '' : ' in the sampled blocks';
    const isSameSample = expected.sampled === found.sampled;
    if (isSameSample && found.rows === 0 && expected.rows > 0)
        return `the table ${name} is empty${where}, but had ${rows}`;
    if (isSameSample && found.rows !== expected.rows)
        return `the table ${name} has ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(found.rows, 'row')}${where} instead of ${expected.rows}`;
    const [now, then] = [found.key, expected.key];
    if (now?.min !== then?.min || now?.max !== then?.max)
        return `the keys of the table ${name} are ${rangeOf(found)} instead of ${rangeOf(expected)}`;
    if (expected.hash === undefined || found.hash === undefined || !isSameSample)
        return `the content of the table ${name} cannot be compared with the backup's`;
    if (expected.hash !== found.hash)
        return `the table ${name} has the expected ${rows}, but different content`;
    return undefined;
}
const tableIn = ({ tables }, { schema, name }) => tables.find(each => each.schema === schema && each.name === name);
const pathOf = (database, { schema, name }) => `${database}.${schema}.${name}`;
const rangeOf = ({ key }) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;


/***/ }),

/***/ 92954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ meanings),
/* harmony export */   G5: () => (/* binding */ checkFor),
/* harmony export */   MF: () => (/* binding */ olderFaults),
/* harmony export */   Uu: () => (/* binding */ levelCheckOf),
/* harmony export */   Yt: () => (/* binding */ missingLevels),
/* harmony export */   ae: () => (/* binding */ levelCheckText),
/* harmony export */   gv: () => (/* binding */ unproved),
/* harmony export */   levels: () => (/* binding */ levels),
/* harmony export */   notRestored: () => (/* binding */ notRestored),
/* harmony export */   reached: () => (/* binding */ reached),
/* harmony export */   z1: () => (/* binding */ partOrFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);



const levels = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5'];
const meanings = {
    L0: 'a fresh backup exists',
    L1: 'the repository is intact',
    L2: 'everything is restored and running',
    L3: 'the data matches the manifest',
    L4: 'the application works with the data',
    L5: 'the traffic was cut over, and back',
};
function levelCheckOf(level, what, problems, good) {
    const sentence = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .K)(problems);
    return sentence === undefined
        ? { level, what, state: 'passed', sentence: good }
        : { level, what, state: 'failed', sentence };
}
const checkFor = (level, what, fault, good) => ({ level, what, state: fault === undefined ? 'passed' : 'failed', sentence: fault ?? good });
async function partOrFailure(what, signal, restore) {
    try {
        return await restore();
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || signal.aborted)
            throw error;
        return [{ level: 'L2', what, state: 'failed', sentence: error.sentence }];
    }
}
const counts = ({ state, demanded }) => demanded !== false || state !== 'skipped';
function reached(levelChecks) {
    let highest;
    for (const level of levels) {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0 || own.some(({ state }) => state !== 'passed'))
            return highest;
        highest = level;
    }
    return highest;
}
function missingLevels(levelChecks, required) {
    return levels.slice(0, levels.indexOf(required) + 1).flatMap(level => {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0)
            return [`${level} (${meanings[level]}) was not checked`];
        return own
            .filter(({ state }) => state !== 'passed')
            .map(({ what, state, sentence }) => `${level} ${what} ${state === 'failed' ? 'failed' : 'was not checked'}: ${sentence}`);
    });
}
const notRestored = (levelChecks) => levelChecks.filter(each => each.level === 'L2' && each.state === 'skipped' && counts(each));
const unproved = (levelChecks) => failures(levelChecks.filter(({ older }) => older !== true));
const olderFaults = (levelChecks) => failures(levelChecks.filter(({ older }) => older === true));
const failures = (levelChecks) => levelChecks.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);
function levelCheckText({ level, what, state, sentence, took }) {
    const mark = state === 'passed' ? '' : ` ${state}`;
    return `${level} ${what}${mark}: ${sentence}${took === undefined ? '' : ` (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(took)})`}`;
}


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

/***/ 94094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EA: () => (/* binding */ startCopy),
/* harmony export */   G: () => (/* binding */ openCopy),
/* harmony export */   b: () => (/* binding */ separatePlace),
/* harmony export */   copySocket: () => (/* binding */ copySocket),
/* harmony export */   dD: () => (/* binding */ copyContainer),
/* harmony export */   eK: () => (/* binding */ stopCopy),
/* harmony export */   hF: () => (/* binding */ volumeFolder),
/* harmony export */   qu: () => (/* binding */ dataOf),
/* harmony export */   rU: () => (/* binding */ copyPod),
/* harmony export */   w8: () => (/* binding */ copyCommands),
/* harmony export */   xA: () => (/* binding */ restartCopy)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


const separatePlace = { folder: 'pg', archives: false };
const copyContainer = 'postgres';
const volumeFolder = '/slipway/data';
const dataOf = ({ folder }) => `${volumeFolder}/${folder}`;
const copySocket = '/slipway/run';
const copyCommands = '/slipway/run/commands';
const script = `d=$1 archive=$2 access=$3 wal= conf=$1/postgresql.conf hba=$1/pg_hba.conf ident=$1/pg_ident.conf
[ "$access" = open ] || wal='-c wal_recycle=off -c wal_keep_size=0'
rm -f $d.open
mkdir -p $d ${copySocket}/spool && chmod 700 $d
until [ -e $d.ready ]; do sleep 0.2; done
if ! [ -e $conf ]; then
  conf=${copySocket}/postgresql.conf
  for each in max_connections max_worker_processes max_wal_senders; do
    pg_controldata $d | sed -n "s/^$each setting: */$each = /p"
  done > $conf
  pg_controldata $d | sed -n 's/^max_prepared_xacts setting: */max_prepared_transactions = /p;
    s/^max_locks_per_xact setting: */max_locks_per_transaction = /p' >> $conf
fi
if ! [ -e $hba ]; then
  hba=${copySocket}/pg_hba.conf
  printf 'local all all trust\\nhost all all all scram-sha-256\\n' > $hba
fi
if ! [ -e $ident ]; then
  ident=${copySocket}/pg_ident.conf
  : > $ident
fi
while :; do
  rm -f $d.again
  listen='*'
  [ "$access" = open ] || [ -e $d.open ] || listen=
  postgres -D $d $wal \\
    -c config_file=$conf -c data_directory=$d -c hba_file=$hba -c ident_file=$ident -c external_pid_file= \\
    -c unix_socket_directories=${copySocket} -c "listen_addresses=$listen" -c port=5432 -c ssl=off \\
    -c archive_mode=$archive -c archive_command=false -c synchronous_standby_names= \\
    -c primary_conninfo= -c primary_slot_name= -c hot_standby=on -c logging_collector=off -c log_destination=stderr &
  server=$!
  trap 'kill -INT $server' TERM
  code=0
  wait $server || code=$?
  [ -e $d.again ] || exit $code
done`;
const startCopy = (data) => ['touch', `${data}.ready`];
const restartCopy = (data) => [
    ...['sh', '-c', 'touch "$1.again" && exec pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"'],
    ...['restart', data],
];
const openCopy = (data) => [...['sh', '-ec', opening, 'open', data]];
const opening = `command -v pg_isready > /dev/null || { echo 'the image has no pg_isready' >&2; exit 127; }
touch "$1.open" "$1.again"
pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"
until pg_isready --quiet --host=127.0.0.1 --port=5432; do sleep 0.2; done`;
const stopCopy = (data) => [
    ['rm', '-f', `${data}.ready`, `${data}.again`, `${data}.open`],
    ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];
function copyPod(copy) {
    const { name, namespace, labels, hostname, template, volume, place = separatePlace } = copy;
    const source = containerOf(template, copy.container);
    const has = (kind, of) => copy.configuration.some(each => each.kind === kind && each.name === of);
    const volumes = (template.volumes ?? []).filter(each => isConfiguration(each, has));
    const kept = new Set(volumes.map(each => each.name));
    const mounts = (source.volumeMounts ?? []).filter(each => kept.has(each.name));
    const env = (source.env ?? []).filter(({ valueFrom }) => {
        const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
        return ((secretKeyRef === undefined || has('Secret', secretKeyRef.name)) &&
            (configMapKeyRef === undefined || has('ConfigMap', configMapKeyRef.name)));
    });
    const { securityContext, imagePullSecrets, nodeSelector, tolerations } = template;
    const { image, resources } = source;
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace, labels: { ...labels } },
        spec: {
            ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ hostname, securityContext, imagePullSecrets, nodeSelector, tolerations }),
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 5,
            containers: [
                {
                    name: copyContainer,
                    ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ image, resources, securityContext: source.securityContext }),
                    command: [
                        ...['/bin/sh', '-ec', script, copyContainer, dataOf(place), place.archives ? 'on' : 'off'],
                        copy.closed === true ? 'closed' : 'open',
                    ],
                    env: [...env, { name: 'PGBACKREST_SPOOL_PATH', value: `${copySocket}/spool` }],
                    volumeMounts: [
                        ...mounts,
                        { name: volume.name, mountPath: volumeFolder },
                        { name: 'slipway-run', mountPath: copySocket },
                    ],
                },
            ],
            volumes: [...volumes, volume, { name: 'slipway-run', emptyDir: {} }],
        },
    };
}
function containerOf({ containers }, name) {
    const found = name === undefined ? containers[0] : containers.find(each => each.name === name);
    if (found !== undefined)
        return found;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the workload of the database has no container ${name ?? ''}`.trimEnd(), `set \`container\` in slipway.yml to one of ${containers.map(each => each.name).join(', ')}`);
}
function isConfiguration({ secret, configMap, projected }, has) {
    if (secret !== undefined)
        return has('Secret', secret.secretName);
    if (configMap !== undefined)
        return has('ConfigMap', configMap.name);
    const sources = projected?.sources ?? [];
    return (sources.length > 0 &&
        sources.every(each => has('Secret', each.secret?.name) || has('ConfigMap', each.configMap?.name)));
}


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

/***/ 94383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkIndexes: () => (/* binding */ checkIndexes),
/* harmony export */   restoreInto: () => (/* binding */ restoreInto)
/* harmony export */ });
/* harmony import */ var _differences_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65561);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92954);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94094);
/* harmony import */ var _postgres_inventory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80845);
/* harmony import */ var _postgres_restoring_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61898);
/* harmony import */ var _postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26401);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94410);







async function restoreInto(task) {
    const { copy, expected, place, once = _steps_js__WEBPACK_IMPORTED_MODULE_6__/* .inOneJob */ .L } = task;
    const counted = expected?.manifest.databases.find(({ name }) => name === expected.name);
    const lsn = counted && (0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_5__.parseLsn)(counted.lsn);
    let differences = [];
    let content = [notCompared(counted?.name)];
    const connection = { database: task.database, host: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_2__.copySocket };
    const look = async (of, there) => {
        content = await once('compared', async () => {
            await there();
            differences = await differencesFrom(of, task, connection);
            return [(0,_differences_js__WEBPACK_IMPORTED_MODULE_0__/* .contentCheck */ .w)(of.name, of.tables, differences)];
        });
    };
    const pauseAt = counted === undefined || lsn === undefined
        ? undefined
        : { ...counted, lsn, look: (there) => look(counted, there) };
    const database = await (0,_postgres_restoring_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreDatabase */ .C)({ ...task, ...copy, connection, pauseAt });
    const { target } = database.choice;
    if (counted !== undefined && target.kind === 'lsn' && target.exclusive && target.lsn === lsn)
        await task.during('verify', () => look(counted, async () => undefined));
    const ended = {
        level: 'L2',
        what: `recovery of ${place.stanza}`,
        ...(database.deviations.length === 0
            ? { state: 'passed', sentence: `ended at ${database.reached}, its target` }
            : { state: 'failed', sentence: database.deviations.map(({ sentence }) => sentence).join('; ') }),
    };
    return { database, differences, levelChecks: [ended, ...content] };
}
const notCompared = (name = 'the database') => ({
    level: 'L3',
    what: `content of ${name}`,
    state: 'skipped',
    sentence: 'the backup has no counts to compare it with',
});
async function differencesFrom(counted, { copy, report, signal }, connection) {
    report(`comparing with the counts at ${counted.lsn}`);
    const inventory = await (0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .takeInventory */ .O1)(copy.detached('count'), connection, {
        sampling: (0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .sampledIn */ .Ag)(counted.tables),
        signal,
    });
    const { lsn, timeline, backups, name } = counted;
    return (0,_differences_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDatabase */ .bx)(counted, { ...(0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseOf */ .zJ)(inventory, { lsn, timeline, backups }), name });
}
async function checkIndexes({ copy, database, report, signal, }) {
    const command = ['pg_amcheck', `--host=${_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_2__.copySocket}`, `--database=${database}`, '--install-missing'];
    const checked = copy.detached('amcheck');
    const { code, stdout, stderr } = await checked([...command, '--heapallindexed', '--parent-check'], {
        signal,
    });
    const said = `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '');
    if (code === 127 || said.some(line => /could not open extension control file/.test(line))) {
        report('indexes are not checked: the image has no pg_amcheck');
        return [];
    }
    const what = `indexes of ${database}`;
    const problems = code === 0 ? [] : [(said[0] ?? 'pg_amcheck failed').slice(0, 300)];
    return [(0,_levels_js__WEBPACK_IMPORTED_MODULE_1__/* .levelCheckOf */ .Uu)('L3', what, problems, 'each leads to all rows of its table')];
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function serialQueue() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ })

};
