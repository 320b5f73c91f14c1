export const id = 1680;
export const ids = [1680,4094];
export const modules = {

/***/ 16379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  copyConfiguration: () => (/* binding */ copyConfiguration),
  copyLabels: () => (/* binding */ copyLabels),
  isFinished: () => (/* binding */ isFinished),
  raiseCopy: () => (/* binding */ raiseCopy),
  untilRunning: () => (/* binding */ untilRunning)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/cluster/exec.js
var cluster_exec = __webpack_require__(90555);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var toolkit_errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/exec.js
var recovery_exec = __webpack_require__(46284);
// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
;// CONCATENATED MODULE: ./.build/js/src/recovery/lasting.js





const usualPatience = 600_000;
const turns = 50;
const tell = 60_000;
const joinScript = `umask 077
d=$1 what=$2 bytes=$3 turns=$4; shift 4
say() { printf '\\nslipway: %s\\n' "$1"; exit 0; }
lives() { kill -0 "$1" 2> /dev/null && ! grep -q '^State:.Z' "/proc/$1/status" 2> /dev/null; }
if ! [ -e "$d" ]; then
  mkdir -p "\${d%/*}"
  in=$d.in.$$
  # As many bytes and no more: that there are no others is not always told.
  head -c "$bytes" > "$in"
  [ "$(wc -c < "$in")" -eq "$bytes" ] || { rm -f "$in"; say cut; }
  # Of two that come at once one makes the folder.
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
function patient(place) {
    return async (command, options = {}) => {
        const begun = performance.now();
        for (;;) {
            const said = await converse(place, command, options);
            if (!('lost' in said))
                return said;
            if (options.signal?.aborted)
                throw (0,toolkit_errors/* cancelled */.KW)();
            if (performance.now() - begun >= (place.patience ?? usualPatience))
                throw said.lost;
            place.report(`${said.lost.message}; it is asked anew`);
            await place.sleep(1000);
        }
    };
}
function lasting(place, name) {
    const exec = patient(place);
    return async (command, { input = '', signal } = {}) => {
        const what = (0,checksum/* sha256Of */.Bj)(JSON.stringify([command, input]));
        const given = [`${place.folder}/${name}`, what, String(Buffer.byteLength(input)), String(turns)];
        const join = ['sh', '-c', joinScript, 'slipway', ...given, ...command];
        const begun = performance.now();
        let told = begun;
        for (;;) {
            const said = await exec(join, { ...(input !== '' && { input }), ...(signal && { signal }) });
            if (signal?.aborted)
                throw (0,toolkit_errors/* cancelled */.KW)();
            const answer = answerOf(said, name);
            if (answer !== undefined)
                return answer;
            const now = performance.now();
            if (now - told >= tell) {
                told = now;
                place.report(`${name} goes on, ${(0,duration/* formatDuration */.a)(Math.round((now - begun) / 1000) * 1000)} so far`);
            }
            await place.sleep(0);
        }
    };
}
async function converse({ exec, gone }, command, options) {
    try {
        await demandPod(gone);
        return await exec(command, options);
    }
    catch (error) {
        if (!(error instanceof cluster_exec/* ExecLost */.MC || error instanceof ClusterAway)) {
            await demandPod(gone);
            throw error;
        }
        return { lost: error };
    }
}
class ClusterAway extends Error {
}
async function demandPod(gone) {
    const why = await gone().catch((cause) => {
        if (cause instanceof errors/* MissingRight */.tH || !(cause instanceof Error))
            throw cause;
        throw new ClusterAway(cause.message, { cause });
    });
    if (why !== undefined)
        throw new toolkit_errors/* UserError */.yo(why, 'see what became of that pod and of its machine');
}
function answerOf({ code, stdout, stderr }, name) {
    const [end, how] = /\nslipway: (\w+)$/.exec(stdout) ?? [];
    const failed = (problem, remedy) => new toolkit_errors/* UserError */.yo(`${name} ${problem}`, remedy);
    if (end === undefined || how === undefined)
        throw failed(`cannot be run in the pod (${code ?? 'ended'}): ${stderr.trim().slice(0, 300) || 'nothing says why'}`, 'its image needs sh, cat, head, wc, mkdir and grep, and its folder has to be writable');
    switch (how) {
        case 'running':
        case 'cut':
            return undefined;
        case 'other':
            throw failed('was begun there as another command', 'clear away what is left there, and begin anew');
        case 'dead':
            throw failed('ended without saying how: somebody or something has killed it', 'see whether the pod has enough memory and room, and begin anew');
        default:
            return { code: Number(how), stdout: stdout.slice(0, -end.length).replace(/\n$/, ''), stderr };
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/copy-pod.js
var copy_pod = __webpack_require__(94094);
;// CONCATENATED MODULE: ./.build/js/src/recovery/copy.js








const copyLabels = ({ app, name }) => ({
    'slipway.dev/app': app,
    'slipway.dev/kind': 'copy',
    'slipway.dev/copy': name,
});
const runNote = 'slipway.dev/run';
const finishedNote = 'slipway.dev/finished';
async function isFinished(cluster, request) {
    const there = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, request.namespace, request.name));
    return there !== undefined && isCopyOf(there, request) && isMarked(there);
}
async function raiseCopy(cluster, request) {
    const { namespace, name, run, resumed, report } = request;
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace, name);
    if (resumed === undefined)
        await makeCopy(cluster, request);
    else
        await copy_demandPod(cluster, path, name, resumed);
    const uid = await untilRunning(cluster, path, request);
    const raw = (0,recovery_exec/* podExec */.r)({ namespace, pod: name, container: copy_pod.copyContainer }, cluster.reach);
    const kept = {
        ...{ exec: raw, folder: copy_pod.copyCommands, report, sleep: request.waits ?? request.sleep },
        gone: () => goneOf(cluster, path, name, uid),
    };
    const exec = patient({ ...kept, sleep: request.sleep });
    const { place = copy_pod.ownPlace } = request;
    const data = (0,copy_pod.dataOf)(place);
    const must = async (by, command) => {
        const { code, stderr } = await by(command);
        if (code !== 0)
            throw new toolkit_errors/* UserError */.yo(`${command[0]} failed in ${name}: ${stderr.trim().slice(0, 300)}`, 'look at the log of that pod');
    };
    return {
        ...{ uid, exec, raw, lasting: of => lasting(kept, of), path: data, archives: place.archives },
        start: () => must(exec, (0,copy_pod.startCopy)(data)),
        restart: () => must(lasting(kept, 'restart'), (0,copy_pod.restartCopy)(data)),
        stop: async () => {
            const [forget = [], end = []] = (0,copy_pod.stopCopy)(data);
            await must(exec, forget);
            await must(raw, end).catch((error) => {
                if (!(error instanceof cluster_exec/* ExecLost */.MC))
                    throw error;
            });
            await untilEnded(cluster, path, request);
        },
        ended: () => endOf(cluster, path),
        finish: async () => {
            await cluster.patch(path, 'merge', { metadata: { annotations: { [finishedNote]: run } } });
        },
    };
}
async function makeCopy(cluster, request) {
    await removeUnfinished(cluster, request);
    for (const each of request.configuration)
        await copyConfiguration(cluster, each, request);
    const pod = (0,copy_pod.copyPod)({ ...request, labels: copyLabels(request) });
    const metadata = { ...pod.metadata, annotations: { [runNote]: request.run } };
    await make(cluster, (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, request.namespace), { ...pod, metadata }, request);
}
async function copy_demandPod(cluster, path, name, uid) {
    const why = await goneOf(cluster, path, name, uid);
    if (why !== undefined)
        throw new toolkit_errors/* UserError */.yo(why, 'what it had restored is lost: clear it away, and begin anew');
}
async function removeUnfinished(cluster, request) {
    const { namespace, name, patience, signal, sleep } = request;
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace, name);
    const there = await cluster.get(path);
    if (there === undefined || !isCopyOf(there, request) || isMarked(there))
        return;
    await cluster.remove(path, there.metadata?.uid);
    const end = performance.now() + patience;
    while ((await cluster.get(path))?.metadata?.uid === there.metadata?.uid) {
        if (signal.aborted)
            throw (0,toolkit_errors/* cancelled */.KW)();
        if (performance.now() >= end)
            throw new toolkit_errors/* UserError */.yo(`the pod ${name}, which a run before has left, does not end`, 'see whether its node is there; remove it with kubectl delete');
        await sleep(500);
    }
}
async function copyConfiguration(cluster, { kind, name, source: other }, request) {
    const { from, namespace } = request;
    if (from === namespace)
        return;
    const resource = kind === 'Secret' ? resources/* resources */.ES.secret : resources/* resources */.ES.configMap;
    const source = await cluster.get((0,resources/* pathOf */.XM)(resource, from, other ?? name));
    const there = await cluster.get((0,resources/* pathOf */.XM)(resource, namespace, name));
    if (there !== undefined && (source === undefined || holdsTheSame(there, source)))
        return;
    if (source === undefined)
        throw new toolkit_errors/* UserError */.yo(`there is no ${kind}/${other ?? name} in ${from}`, 'correct `configuration` of the database in slipway.yml');
    const { apiVersion, data, binaryData, type } = source;
    await make(cluster, (0,resources/* pathOf */.XM)(resource, namespace), {
        ...{ apiVersion, kind, metadata: { name, namespace, labels: copyLabels(request) } },
        ...(data === undefined ? {} : { data }),
        ...(binaryData === undefined ? {} : { binaryData }),
        ...(type === undefined ? {} : { type }),
    }, request);
}
const holdsTheSame = (one, other) => (0,external_node_util_.isDeepStrictEqual)([one.data, one.binaryData], [other.data, other.binaryData]);
const isCopyOf = ({ metadata }, of) => Object.entries(copyLabels(of)).every(([key, value]) => metadata?.labels?.[key] === value);
const isMarked = ({ metadata }) => metadata?.annotations?.[finishedNote] !== undefined;
async function make(cluster, path, object, request) {
    try {
        await cluster.create(path, object);
    }
    catch (error) {
        if (!(error instanceof errors/* ClusterError */.b$ && error.isConflict))
            throw error;
        const { name = '' } = object.metadata ?? {};
        const there = await cluster.get(`${path}/${name}`);
        const isOurs = there !== undefined && isCopyOf(there, request);
        if (isOurs && object.kind !== 'Pod')
            return;
        throw new toolkit_errors/* UserError */.yo(`${object.kind}/${name} is in ${request.namespace} already${isOurs ? ', of a restore that was finished' : ''}`, 'restore into another namespace, or remove it when nobody needs it');
    }
}
async function untilRunning(cluster, path, { name, patience, signal, sleep }) {
    const end = performance.now() + patience;
    for (;;) {
        if (signal.aborted)
            throw (0,toolkit_errors/* cancelled */.KW)();
        const pod = await cluster.get(path);
        const state = pod?.status?.containerStatuses?.[0]?.state;
        if (state?.running !== undefined)
            return pod?.metadata?.uid ?? '';
        const ended = state?.terminated;
        if (pod === undefined || ended !== undefined || performance.now() >= end)
            throw new toolkit_errors/* UserError */.yo(`the pod ${name} does not run: ${ended?.message ?? ended?.reason ?? state?.waiting?.message ?? state?.waiting?.reason ?? pod?.status?.conditions?.find(({ status }) => status === 'False')?.message ?? 'nobody says why'}`, 'see its events with kubectl describe: an image, a volume or room may be missing');
        await sleep(500);
    }
}
async function untilEnded(cluster, path, { name, patience, signal, sleep }) {
    const end = performance.now() + patience;
    while ((await endOf(cluster, path)) === undefined) {
        if (signal.aborted)
            throw (0,toolkit_errors/* cancelled */.KW)();
        if (performance.now() >= end)
            throw new toolkit_errors/* UserError */.yo(`PostgreSQL in ${name} does not end`, 'look at the log of that pod');
        await sleep(500);
    }
}
async function goneOf(cluster, path, name, uid) {
    const pod = await cluster.get(path);
    if (pod === undefined)
        return `the pod ${name} is gone`;
    if (pod.metadata?.uid !== uid)
        return `the pod ${name} was replaced by another one of its name`;
    const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
    if (ended === undefined)
        return undefined;
    return `the pod ${name} has ended (${ended.reason ?? 'nobody says why'}, exit code ${ended.exitCode})`;
}
async function endOf(cluster, path) {
    const pod = await cluster.get(path);
    if (pod === undefined)
        return 'its pod is gone';
    const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
    if (ended === undefined)
        return undefined;
    const log = await cluster.call('GET', `${path}/log?tailLines=20`).catch(() => undefined);
    const lines = (log?.body ?? '').split('\n').filter(line => /\b(FATAL|PANIC|ERROR)\b/.test(line));
    return `${lines.at(-1)?.trim().slice(0, 300) ?? ended.reason ?? 'it ended'} (exit code ${ended.exitCode})`;
}


/***/ }),

/***/ 65561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compare),
/* harmony export */   g: () => (/* binding */ differencesOf)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8999);

function compare(expected, found) {
    const { databases, objectStores, volumes, clusterObjects, images, secrets } = found;
    const parts = { databases, objectStores, volumes, clusterObjects, images, secrets };
    const unseen = Object.entries(parts).flatMap(([part, value]) => (value === undefined ? [part] : []));
    return {
        differences: [
            ...(databases === undefined ? [] : expected.databases.flatMap(each => ofDatabase(each, databases))),
            ...(objectStores === undefined ? [] : ofStores(expected, objectStores)),
            ...(volumes === undefined ? [] : ofVolumes(expected, volumes)),
            ...(clusterObjects === undefined ? [] : ofObjects(expected, clusterObjects)),
            ...(images === undefined ? [] : missing('missing-image', 'the image', expected.images, images)),
            ...(secrets === undefined ? [] : missing('missing-secret', 'the secret', expected.secrets, secrets)),
        ],
        notCompared: [
            ...unseen,
            ...(databases === undefined ? [] : uncompared(expected, databases)),
            ...(volumes === undefined ? [] : uncomparedFiles(expected, volumes)),
        ],
    };
}
function ofDatabase(expected, databases) {
    const { name } = expected;
    const found = databases.find(each => each.name === name);
    if (found === undefined)
        return [{ kind: 'missing-database', name, sentence: `the database ${name} is missing` }];
    return [
        ...changed(name, 'server-version', 'the PostgreSQL', majorOf(found.server), majorOf(expected.server)),
        ...ofSchema(name, expected, found),
        ...changed(name, 'marker', 'the newest marker', found.newestMarker, expected.newestMarker),
        ...ofTables(name, expected, found),
    ];
}
function changed(name, kind, what, now, then) {
    if (now === then)
        return [];
    return [
        { kind, name, sentence: `${what} of ${name} is ${now ?? 'not there'}, and was ${then ?? 'not there'}` },
    ];
}
const differencesOf = (name, expected, found) => [
    ...ofSchema(name, expected, found),
    ...ofTables(name, expected, found),
];
const ofSchema = (name, expected, found) => changed(name, 'schema-version', 'the schema version', found.migration, expected.migration);
function ofTables(name, expected, found) {
    return [
        ...expected.tables.flatMap(each => ofTable(name, each, tableIn(found, each))),
        ...found.tables
            .filter(each => tableIn(expected, each) === undefined)
            .map((each) => {
            const path = pathOf(name, each);
            const sentence = `the table ${path} was not in the backup: the copy was not empty before`;
            return { kind: 'unexpected-table', name: path, sentence };
        }),
    ];
}
function ofTable(database, expected, found) {
    const name = pathOf(database, expected);
    const difference = (kind, sentence) => [{ kind, name, sentence }];
    if (found === undefined)
        return difference('missing-table', `the table ${name} is missing`);
    const rows = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(expected.rows, 'row');
    if (found.rows === 0 && expected.rows > 0)
        return difference('empty-table', `the table ${name} is empty, and had ${rows}`);
    if (found.rows !== expected.rows)
        return difference('row-count', `the table ${name} has ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(found.rows, 'row')}, and had ${expected.rows}`);
    const [now, then] = [found.key, expected.key];
    if (now?.min !== then?.min || now?.max !== then?.max)
        return difference('key-range', `the keys of the table ${name} are ${rangeOf(found)}, and were ${rangeOf(expected)}`);
    if (hashesDiffer(expected, found))
        return difference('content', `the table ${name} has its ${rows}, and not what was in them`);
    return [];
}
const hashesDiffer = (then, now) => areComparable(then, now) && then.hash !== now.hash;
const areComparable = (then, now) => then.hash !== undefined && now.hash !== undefined && then.sampled === now.sampled;
function uncompared(expected, databases) {
    return expected.databases.flatMap(each => {
        const found = databases.find(({ name }) => name === each.name);
        return each.tables
            .filter(table => {
            const now = found && tableIn(found, table);
            return now !== undefined && !areComparable(table, now);
        })
            .map(table => `the contents of ${pathOf(each.name, table)}`);
    });
}
function ofStores(expected, stores) {
    return expected.objectStores.flatMap(({ name, count, hash }) => {
        const found = stores.find(each => each.name === name);
        if (found === undefined)
            return [{ kind: 'missing-object-store', name, sentence: `the object store ${name} is missing` }];
        const objects = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(found.count, 'object');
        if (found.count !== count)
            return [
                { kind: 'object-count', name, sentence: `the object store ${name} has ${objects}, and had ${count}` },
            ];
        if (found.hash === hash)
            return [];
        return [
            {
                kind: 'object-content',
                name,
                sentence: `the object store ${name} has its ${objects}, and not as they were`,
            },
        ];
    });
}
function ofVolumes(expected, volumes) {
    return expected.volumes
        .filter(({ covered }) => covered !== 'not-needed')
        .flatMap((volume) => {
        const { namespace, claim, covered } = volume;
        const name = `${namespace}/${claim}`;
        const found = volumeIn(volumes, volume);
        if (covered === 'not')
            return [{ kind: 'volume', name, sentence: `the volume ${name} was not covered by the backup` }];
        if (found === undefined)
            return [{ kind: 'volume', name, sentence: `the volume ${name} is missing` }];
        if (found.covered === covered)
            return ofFiles(name, volume.files, found.files);
        return [
            {
                kind: 'volume',
                name,
                sentence: `the volume ${name} is there and was not restored from its ${covered}`,
            },
        ];
    });
}
function ofFiles(name, then, now) {
    if (then === undefined || now === undefined || now.hash === then.hash)
        return [];
    const files = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(now.count, 'file');
    if (now.count !== then.count)
        return [{ kind: 'file-count', name, sentence: `the volume ${name} has ${files}, and had ${then.count}` }];
    return [
        { kind: 'file-content', name, sentence: `the volume ${name} has its ${files}, and not as they were` },
    ];
}
function uncomparedFiles(expected, volumes) {
    return expected.volumes
        .filter(each => each.files !== undefined)
        .filter(each => {
        const now = volumeIn(volumes, each);
        return now !== undefined && now.files === undefined;
    })
        .map(({ namespace, claim }) => `the files of ${namespace}/${claim}`);
}
function ofObjects({ clusterObjects: expected }, found) {
    return Object.entries(expected)
        .filter(([kind, count]) => (found[kind] ?? 0) < count)
        .map(([kind, count]) => ({
        kind: 'cluster-objects',
        name: kind,
        sentence: `${found[kind] ?? 0} of the kind ${kind} are there, and ${count} were`,
    }));
}
function missing(kind, what, expected, found) {
    const there = new Set(found);
    return expected
        .filter(name => !there.has(name))
        .map(name => ({ kind, name, sentence: `${what} ${name} is missing` }));
}
const volumeIn = (volumes, { namespace, claim }) => volumes.find(each => each.namespace === namespace && each.claim === claim);
const tableIn = ({ tables }, { schema, name }) => tables.find(each => each.schema === schema && each.name === name);
const pathOf = (database, { schema, name }) => `${database}.${schema}.${name}`;
const rangeOf = ({ key }) => (key === undefined ? 'none' : `${key.min} to ${key.max}`);
const majorOf = (version) => /^\d+/.exec(version)?.[0] ?? version;


/***/ }),

/***/ 83956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ applicationOf)
/* harmony export */ });
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83622);
/* harmony import */ var _guard_tamed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87568);


function applicationOf(objects, { from, to, database, service }) {
    const own = objects.filter(({ kind, metadata }) => metadata.namespace === from && kind !== 'Namespace');
    const claims = new RegExp(`-${database.name.replaceAll('.', '\\.')}-\\d+$`);
    const wanted = own.filter(({ kind, metadata: { name, labels } }) => !(kind === database.kind && name === database.name) &&
        !(kind === 'Service' && name === service) &&
        !(kind === 'PersistentVolumeClaim' && claims.test(name)) &&
        labels?.['slipway.dev/kind'] === undefined);
    const { manifests, changes } = (0,_guard_tamed_js__WEBPACK_IMPORTED_MODULE_1__/* .tamed */ .kn)(wanted);
    return { objects: (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_0__/* .movedTo */ .r)(manifests, from, to), changes };
}


/***/ }),

/***/ 71680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadArchive: () => (/* binding */ loadArchive),
  notBack: () => (/* binding */ notBack),
  openContents: () => (/* binding */ openContents),
  recoverOffline: () => (/* binding */ recoverOffline),
  restoreDatabases: () => (/* binding */ restoreDatabases)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/copy.js + 1 modules
var recovery_copy = __webpack_require__(16379);
// EXTERNAL MODULE: ./.build/js/src/recovery/images.js + 1 modules
var recovery_images = __webpack_require__(33451);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/mirror.js
var mirror = __webpack_require__(39795);
// EXTERNAL MODULE: ./.build/js/src/recovery/passed-over.js
var passed_over = __webpack_require__(25596);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/proving.js + 2 modules
var proving = __webpack_require__(53153);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/wal.js
var wal = __webpack_require__(26401);
// EXTERNAL MODULE: ./.build/js/src/recovery/restore.js
var restore = __webpack_require__(94383);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/checking.js
var checking = __webpack_require__(59453);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/inventory.js
var inventory = __webpack_require__(58869);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/relocation.js


function relocated(objects, archived, place) {
    const digests = new Map();
    for (const image of archived) {
        const { repository, digest } = (0,reference/* parseReference */.F2)(image);
        if (digest !== undefined)
            digests.set(repository, (digests.get(repository) ?? new Set()).add(digest));
    }
    const foreign = new Set();
    const found = (image) => {
        const { repository, digest } = (0,reference/* parseReference */.F2)(image);
        const known = digests.get(repository) ?? new Set();
        const [only] = known;
        const chosen = digest !== undefined && known.has(digest) ? digest : known.size === 1 ? only : undefined;
        if (chosen !== undefined && (digest === undefined || digest === chosen))
            return `${place(repository)}@${chosen}`;
        foreign.add(image);
        return image;
    };
    const moved = (value) => {
        if (Array.isArray(value))
            return value.map(moved);
        if (!(0,map/* isMap */.jh)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [
            name,
            isContainers(name, each) ? each.map(container => withImage(container, found)) : moved(each),
        ]));
    };
    return { objects: objects.map(each => moved(each)), foreign: [...foreign].sort() };
}
const isContainers = (name, value) => /^(?:initContainers|containers|ephemeralContainers)$/.test(name) && Array.isArray(value);
const withImage = (container, found) => (0,map/* isMap */.jh)(container) && typeof container.image === 'string'
    ? { ...container, image: found(container.image) }
    : container;

// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(83622);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/pointing.js

const configures = (text, number) => new RegExp(`^\\s*repo${number}-s3-bucket\\s*=`, 'm').test(text);
function pointedAt(text, number, bucket) {
    if (!configures(text, number))
        throw new errors/* UserError */.yo(`the configuration of pgBackRest keeps repository ${number} in no bucket`, 'write its configuration for the new place by hand, and make it in the namespace beforehand');
    const { origin, host, pathname } = new URL(bucket.address);
    const own = {
        's3-endpoint': host,
        's3-region': bucket.region,
        's3-bucket': pathname.replace(/^\/+|\/+$/g, ''),
        's3-uri-style': 'path',
        's3-key': bucket.accessKey,
        's3-key-secret': bucket.secretKey,
        ...(bucket.sessionToken === undefined ? {} : { 's3-token': bucket.sessionToken }),
    };
    const lost = /^s3-(?!.*(?:^$))|^storage-(?:host|port|upload-chunk-size)$/;
    const lines = text.split('\n').flatMap(line => {
        const [, found, option = ''] = /^\s*repo(\d+)-([a-z0-9-]+)\s*=/.exec(line) ?? [];
        if (found === undefined)
            return [line];
        if (Number(found) !== number || lost.test(option))
            return [];
        return [line];
    });
    const at = lines.findIndex(line => new RegExp(`^\\s*repo${number}-`).test(line));
    const added = Object.entries(own).map(([option, value]) => `repo${number}-${option}=${value}`);
    if (origin.startsWith('http:'))
        throw new errors/* UserError */.yo(`${bucket.address} is not https`, 'pgBackRest takes no other');
    return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/settings.js



function secretsOf(secrets, place) {
    const pointed = (0,portable/* movedTo */.r)(secrets, place.from, place.into).map(each => pointedSecret(each, place));
    if (place.databases.length > 0 && pointed.every(({ changed }) => !changed))
        place.report(`no Secret configures repository ${place.repository.number} of pgBackRest: it has to be in ${place.into} already`);
    return pointed.map(({ secret }) => secret);
}
function pointedSecret(secret, { repository, newBucket }) {
    if (!(0,map/* isMap */.jh)(secret.data))
        return { changed: false, secret };
    let changed = false;
    const data = Object.entries(secret.data).map(([key, value]) => {
        const text = Buffer.from(String(value), 'base64').toString('utf8');
        if (!configures(text, repository.number))
            return [key, value];
        changed = true;
        return [key, Buffer.from(pointedAt(text, repository.number, newBucket)).toString('base64')];
    });
    return { changed, secret: { ...secret, data: Object.fromEntries(data) } };
}
function configurationOf(objects, { databases, from, into }) {
    const wanted = new Set(databases.flatMap(({ configuration }) => configuration.flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : []))));
    const own = objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === from && wanted.has(metadata.name));
    return (0,portable/* movedTo */.r)(own, from, into);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/offline/starting.js
var starting = __webpack_require__(39653);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/recovering.js















async function recoverOffline(task) {
    const index = await loadArchive(task);
    const opened = await openContents(task, index);
    const { rungs, backups } = await restoreDatabases(task, opened);
    const application = (0,starting/* applicationIn */.cm)(task, opened.objects);
    const { started, changes } = await task.stamper.during('start', async () => {
        await (0,starting/* makeMissing */.pm)(task, application.objects);
        return (0,starting/* startApplication */.xL)(task, application.objects, opened.contents.manifest);
    });
    return {
        rungs: [...rungs, ...notBack(opened.contents.manifest, task.databases)],
        ...{ started, backups },
        changes: [...opened.changes, ...new Set([...application.changes, ...changes])],
    };
}
async function loadArchive({ folder, bucket, registry, place, report, stamper, }) {
    report('reading every byte of the archive');
    const { index, problems } = await stamper.during('decide', () => (0,checking.checkArchive)(folder));
    if (problems.length > 0)
        throw new errors/* UserError */.yo(`the archive is not whole: ${problems[0]}${problems.length === 1 ? '' : `, and ${problems.length - 1} more`}`, 'take another copy of it');
    await stamper.during('provision', async () => {
        await (0,mirror/* restoreBucket */.VZ)((0,external_node_path_.join)(folder, inventory/* places */.zn.bucket), bucket, report, { again: true });
        await (0,recovery_images.restoreImages)({ registry, folder: (0,external_node_path_.join)(folder, inventory/* places */.zn.images), report }, place);
    });
    return index;
}
async function openContents(task, index) {
    const contents = await task.contents();
    const { objects, foreign } = relocated(contents.objects, index.images, task.place);
    await (0,starting/* makeMissing */.pm)(task, secretsOf(contents.secrets, task));
    await (0,starting/* makeMissing */.pm)(task, configurationOf(objects, task));
    const changes = foreign.map(image => `${image} is not in the archive, and is asked for where it was`);
    return { contents, objects, changes };
}
async function restoreDatabases(task, { contents, objects }) {
    const [rungs, backups] = [[], []];
    for (const each of task.databases) {
        const copy = { namespace: task.into, app: task.app, name: nameOfCopy(each) };
        if (await (0,recovery_copy.isFinished)(task.cluster, copy))
            task.report(`the database ${each.name} is back since a run before, and stays`);
        else {
            const restored = await restoreOne(task, each, contents, objects);
            rungs.push(...restored.rungs);
            backups.push(restored.backup);
        }
    }
    return { rungs, backups };
}
function notBack(manifest, databases) {
    const { volumes, objectStores } = manifest;
    const files = [
        ...volumes.flatMap(({ claim, files }) => (files === undefined ? [] : [`files of the claim ${claim}`])),
        ...objectStores.map(({ name }) => `objects of the bucket ${name}`),
    ];
    const sentence = 'they are in the new bucket, and are not restored from it yet';
    return [
        ...files.map((what) => ({ level: 'L2', what, state: 'skipped', sentence })),
        ...(0,passed_over/* passedOver */.J)(manifest, databases.map(({ name }) => name)),
    ];
}
async function restoreOne(task, lost, { manifest }, objects) {
    const { stamper, signal, sleep, report, repository, cluster, into } = task;
    const copy = await stamper.during('provision', () => raise(task, lost, objects));
    const place = { stanza: lost.stanza, repository: repository.number };
    const database = manifest.databases.find(({ name }) => name === lost.name);
    const size = (0,wal.parseSegmentSize)(database?.segment ?? 0) ?? wal.usualSize;
    const label = database?.backups.find(each => each.repository === repository.name)?.label;
    const ages = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };
    const proved = await (0,proving.proveRepository)({
        ...{
            exec: copy.exec,
            verifying: copy.lasting('verify'),
            place,
            size,
            limits: ages,
            signal,
            now: () => cluster.now(),
        },
    });
    const restored = await (0,restore.restoreInto)({
        ...{ copy, database: lost.database, place, size, set: label, target: { kind: 'latest' } },
        expected: database && { manifest, name: lost.name },
        ...{ during: stamper.during, signal, sleep, report },
    });
    const indexes = await (0,restore.checkIndexes)({ copy, database: lost.database, report, signal });
    await copy.finish();
    const name = nameOfCopy(lost);
    await (0,starting/* makeMissing */.pm)(task, [
        {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: lost.service, namespace: into, labels: (0,recovery_copy.copyLabels)({ app: task.app, name }) },
            spec: {
                selector: (0,recovery_copy.copyLabels)({ app: task.app, name }),
                ports: [{ name: 'postgresql', port: 5432 }],
            },
        },
    ]);
    const { backup } = restored.database.choice;
    return {
        rungs: [...proved, ...restored.rungs, ...indexes],
        backup: {
            ...{ label: backup.label, repository: repository.name, endedAt: backup.endedAt },
            bytes: backup.size,
        },
    };
}
const nameOfCopy = ({ name }) => `${name}-recovered`;
async function raise(task, lost, objects) {
    const { cluster, app, from, into, run, patience, signal, sleep, report } = task;
    const workload = objects.find(({ kind, metadata }) => kind === lost.workload.kind && metadata.name === lost.workload.name && metadata.namespace === from);
    const template = (0,kinds/* templateOf */.kW)(workload)?.spec;
    if (template === undefined)
        throw new errors/* UserError */.yo(`the backup has no ${lost.workload.kind}/${lost.workload.name} in ${from}`, 'see whether its objects were backed up; correct `workload` of the database in slipway.yml');
    const name = nameOfCopy(lost);
    return (0,recovery_copy.raiseCopy)(cluster, {
        ...{ app, template, volume: lost.volume, run, patience, signal, sleep, report, name },
        ...{ namespace: into, from: into, container: lost.container, configuration: lost.configuration },
    });
}


/***/ }),

/***/ 39653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cm: () => (/* binding */ applicationIn),
/* harmony export */   pm: () => (/* binding */ makeMissing),
/* harmony export */   xL: () => (/* binding */ startApplication)
/* harmony export */ });
/* unused harmony export mounts */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _cluster_objects_applying_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5809);
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83622);
/* harmony import */ var _drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83956);
/* harmony import */ var _guard_tamed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87568);








async function makeMissing({ cluster, report }, objects) {
    const missing = [];
    for (const object of objects) {
        if (await isThere(cluster, object))
            report(`${object.kind}/${object.metadata.name} is there already, and stays`);
        else
            missing.push(object);
    }
    if (missing.length > 0)
        await (0,_cluster_objects_applying_js__WEBPACK_IMPORTED_MODULE_2__/* .applyExport */ .T)({ cluster, objects: missing, overwrite: false, asleep: true, report });
}
async function isThere(cluster, { apiVersion, kind, metadata }) {
    const resource = await new _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .Discovery */ .TB(cluster).find(apiVersion, kind);
    if (resource === undefined)
        return false;
    return (await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, metadata.namespace ?? '', metadata.name))) !== undefined;
}
function applicationIn({ from, into, databases }, objects) {
    const changes = [];
    let rest = objects;
    for (const { workload, service } of databases) {
        const around = (0,_drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .applicationOf */ .K)(rest, { from, to: from, database: workload, service });
        rest = around.objects;
        changes.push(...around.changes);
    }
    return { objects: (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__/* .movedTo */ .r)(rest, from, into), changes };
}
async function startApplication(task, objects, { volumes }) {
    const { cluster, into, report } = task;
    const [started, changes] = [[], []];
    for (const object of objects) {
        const replicas = (0,_guard_tamed_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasBefore */ .PY)(object);
        if (replicas === undefined || replicas === 0)
            continue;
        const title = `${object.kind}/${object.metadata.name}`;
        const claim = volumes.find(each => each.files !== undefined && mounts(object, each.claim))?.claim;
        if (claim !== undefined) {
            changes.push(`${title} stays without pods: the files of its claim ${claim} are not back`);
            continue;
        }
        const resource = object.kind === 'StatefulSet' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, into, object.metadata.name);
        if (await sleeps(cluster, path))
            await cluster.patch(path, 'merge', { spec: { replicas } });
        await untilReady(task, path, title, replicas);
        started.push(title);
    }
    report(`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(started.length, 'workload')} of the application started`);
    return { started, changes };
}
async function sleeps(cluster, path) {
    const live = await cluster.get(path);
    return live !== undefined && live.spec?.replicas === 0 && (0,_guard_tamed_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasBefore */ .PY)(live) !== undefined;
}
function mounts(object, claim) {
    const spec = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(object.spec) ? object.spec : {};
    const template = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(spec.template) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(spec.template.spec) ? spec.template.spec : {};
    const named = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(template.volumes).some(({ persistentVolumeClaim: of }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(of) && of.claimName === claim);
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(spec.volumeClaimTemplates).map(({ metadata }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(metadata) ? `${metadata.name}-${object.metadata.name}-` : '');
    return named || templates.some(start => start !== '' && claim.startsWith(start));
}
async function untilReady({ cluster, patience, sleep, signal }, path, title, replicas) {
    const end = performance.now() + patience;
    for (;;) {
        signal.throwIfAborted();
        const live = await cluster.get(path);
        const ready = live?.status?.readyReplicas ?? 0;
        if (ready >= replicas)
            return;
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${ready} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(replicas, 'pod')} of ${title} are ready after ${Math.round(patience / 1000)} s`, 'see their events with kubectl describe: an image, a Secret or a volume may be missing');
        await sleep(1000);
    }
}


/***/ }),

/***/ 25596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ passedOver)
/* harmony export */ });
function passedOver({ databases, managed = [] }, brought) {
    const skipped = (what, sentence) => ({
        ...{ level: 'L2', what, state: 'skipped', sentence, demanded: false },
    });
    const isLeft = ({ name }) => !brought.includes(name);
    return [
        ...databases
            .filter(isLeft)
            .map(({ name }) => skipped(`database ${name}`, 'it is not among those that are brought back here')),
        ...managed
            .filter(isLeft)
            .map(({ name }) => skipped(`managed database ${name}`, `it is outside of the cluster, and is not brought back here: \`restore\` does that, with \`what: managed/${name}\``)),
    ];
}


/***/ }),

/***/ 94094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyCommands: () => (/* binding */ copyCommands),
/* harmony export */   copyContainer: () => (/* binding */ copyContainer),
/* harmony export */   copyPod: () => (/* binding */ copyPod),
/* harmony export */   copySocket: () => (/* binding */ copySocket),
/* harmony export */   dataOf: () => (/* binding */ dataOf),
/* harmony export */   ownPlace: () => (/* binding */ ownPlace),
/* harmony export */   restartCopy: () => (/* binding */ restartCopy),
/* harmony export */   startCopy: () => (/* binding */ startCopy),
/* harmony export */   stopCopy: () => (/* binding */ stopCopy),
/* harmony export */   volumeFolder: () => (/* binding */ volumeFolder)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const ownPlace = { folder: 'pg', archives: false };
const copyContainer = 'postgres';
const volumeFolder = '/slipway/data';
const dataOf = ({ folder }) => `${volumeFolder}/${folder}`;
const copySocket = '/slipway/run';
const copyCommands = '/slipway/run/commands';
const script = `d=$1 archive=$2 conf=$1/postgresql.conf hba=$1/pg_hba.conf ident=$1/pg_ident.conf
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
  postgres -D $d \\
    -c config_file=$conf -c data_directory=$d -c hba_file=$hba -c ident_file=$ident -c external_pid_file= \\
    -c unix_socket_directories=${copySocket} -c listen_addresses=* -c port=5432 -c ssl=off \\
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
const stopCopy = (data) => [
    ['rm', '-f', `${data}.ready`, `${data}.again`],
    ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];
function copyPod(copy) {
    const { name, namespace, labels, template, volume, place = ownPlace } = copy;
    const source = containerOf(template, copy.container);
    const volumes = (template.volumes ?? []).filter(each => isConfiguration(each, copy.configuration));
    const kept = new Set(volumes.map(each => each.name));
    const mounts = (source.volumeMounts ?? []).filter(each => kept.has(each.name));
    const env = (source.env ?? []).filter(({ valueFrom }) => {
        const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
        const reads = [
            ...(secretKeyRef === undefined ? [] : [{ kind: 'Secret', name: secretKeyRef.name }]),
            ...(configMapKeyRef === undefined ? [] : [{ kind: 'ConfigMap', name: configMapKeyRef.name }]),
        ];
        return reads.every(({ kind, name: of }) => copy.configuration.some(each => each.kind === kind && each.name === of));
    });
    const { securityContext, imagePullSecrets, nodeSelector, tolerations } = template;
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace, labels: { ...labels } },
        spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 5,
            ...(securityContext === undefined ? {} : { securityContext }),
            ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
            ...(nodeSelector === undefined ? {} : { nodeSelector }),
            ...(tolerations === undefined ? {} : { tolerations }),
            containers: [
                {
                    name: copyContainer,
                    ...(source.image === undefined ? {} : { image: source.image }),
                    command: ['/bin/sh', '-ec', script, copyContainer, dataOf(place), place.archives ? 'on' : 'off'],
                    env: [...env, { name: 'PGBACKREST_SPOOL_PATH', value: `${copySocket}/spool` }],
                    ...(source.resources === undefined ? {} : { resources: source.resources }),
                    ...(source.securityContext === undefined ? {} : { securityContext: source.securityContext }),
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
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the workload of the database has no container ${name ?? ''}`.trimEnd(), `name one of ${containers.map(each => each.name).join(', ')} as \`container\` in slipway.yml`);
}
function isConfiguration({ secret, configMap, projected }, configuration) {
    const has = (kind, name) => configuration.some(each => each.kind === kind && each.name === name);
    if (secret !== undefined)
        return has('Secret', secret.secretName);
    if (configMap !== undefined)
        return has('ConfigMap', configMap.name);
    const sources = projected?.sources ?? [];
    return (sources.length > 0 &&
        sources.every(each => has('Secret', each.secret?.name) || has('ConfigMap', each.configMap?.name)));
}


/***/ }),

/***/ 94383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkIndexes: () => (/* binding */ checkIndexes),
/* harmony export */   restoreInto: () => (/* binding */ restoreInto)
/* harmony export */ });
/* harmony import */ var _differences_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65561);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94094);
/* harmony import */ var _postgres_inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80845);
/* harmony import */ var _postgres_restoring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61898);
/* harmony import */ var _postgres_wal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26401);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94410);






async function restoreInto(task) {
    const { copy, expected, place, once = _steps_js__WEBPACK_IMPORTED_MODULE_4__/* .inOneJob */ .L } = task;
    const counted = expected?.manifest.databases.find(({ name }) => name === expected.name);
    const lsn = counted && (0,_postgres_wal_js__WEBPACK_IMPORTED_MODULE_3__.parseLsn)(counted.lsn);
    let comparison;
    let content = contentRungs(counted, undefined);
    const connection = { database: task.database, host: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__.copySocket };
    const look = async (of, there) => {
        content = await once('compared', async () => {
            await there();
            comparison = await compareWith(of, task, connection);
            return contentRungs(of, comparison);
        });
    };
    const database = await (0,_postgres_restoring_js__WEBPACK_IMPORTED_MODULE_2__.restoreDatabase)({
        ...task,
        ...copy,
        connection,
        ...(counted === undefined || lsn === undefined || expected === undefined
            ? {}
            : { stopOver: { lsn, at: expected.manifest.at, look: there => look(counted, there) } }),
    });
    const { target } = database.choice;
    if (counted !== undefined && target.kind === 'lsn' && target.exclusive && target.lsn === lsn)
        await task.during('verify', () => look(counted, async () => undefined));
    const ended = {
        level: 'L2',
        what: `recovery of ${place.stanza}`,
        ...(database.deviations.length === 0
            ? { state: 'passed', sentence: `ended at ${database.reached}, as it was told to` }
            : { state: 'failed', sentence: database.deviations.map(({ sentence }) => sentence).join('; ') }),
    };
    return { database, comparison, rungs: [ended, ...content] };
}
async function compareWith(counted, { copy, report, signal }, connection) {
    report(`comparing with what was counted at ${counted.lsn}`);
    const inventory = await (0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .takeInventory */ .O1)(copy.lasting('count'), connection, {
        sampling: (0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .sampledIn */ .Ag)(counted.tables),
        signal,
    });
    const { lsn, timeline, backups, name } = counted;
    const found = { ...(0,_postgres_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseOf */ .zJ)(inventory, { lsn, timeline, backups }), name };
    const whole = { ...nothingElse, databases: [counted] };
    return (0,_differences_js__WEBPACK_IMPORTED_MODULE_5__/* .compare */ .U)(whole, { databases: [found] });
}
const nothingElse = {
    ...{ schema: 1, at: 0, by: { run: '-', actor: '-' }, databases: [], objectStores: [], volumes: [] },
    ...{ clusterObjects: {}, images: [], secrets: [], tools: {} },
};
function contentRungs(counted, comparison) {
    const what = `content of ${counted?.name ?? 'the database'}`;
    if (counted === undefined || comparison === undefined)
        return [
            { level: 'L3', what, state: 'skipped', sentence: 'nothing was counted that it could be compared with' },
        ];
    const { differences } = comparison;
    const rows = counted.tables.reduce((sum, each) => sum + each.rows, 0);
    const [first] = differences;
    if (first === undefined)
        return [
            {
                level: 'L3',
                what,
                state: 'passed',
                sentence: `${counted.tables.length} tables with ${rows} rows, all as counted`,
            },
        ];
    const more = differences.length === 1 ? '' : `, and ${differences.length - 1} more`;
    return [{ level: 'L3', what, state: 'failed', sentence: `${first.sentence}${more}` }];
}
async function checkIndexes({ copy, database, report, signal, }) {
    const command = ['pg_amcheck', `--host=${_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_0__.copySocket}`, `--database=${database}`, '--install-missing'];
    const checked = copy.lasting('amcheck');
    const { code, stdout, stderr } = await checked([...command, '--heapallindexed', '--parent-check'], {
        signal,
    });
    const said = `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '');
    if (code === 127 || said.some(line => /could not open extension control file/.test(line))) {
        report('indexes are not checked: the image is without pg_amcheck');
        return [];
    }
    const what = `indexes of ${database}`;
    if (code === 0)
        return [{ level: 'L3', what, state: 'passed', sentence: 'each leads to all rows of its table' }];
    return [{ level: 'L3', what, state: 'failed', sentence: (said[0] ?? 'pg_amcheck failed').slice(0, 300) }];
}


/***/ })

};
