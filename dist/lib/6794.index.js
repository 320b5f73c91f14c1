export const id = 6794;
export const ids = [6794,548,7462,9060,5081,7896,4094];
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

/***/ 69060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   copyConfiguration: () => (/* binding */ copyConfiguration),
/* harmony export */   copyLabels: () => (/* binding */ copyLabels),
/* harmony export */   createCopy: () => (/* binding */ createCopy),
/* harmony export */   finishedNote: () => (/* binding */ finishedNote),
/* harmony export */   isFinished: () => (/* binding */ isFinished),
/* harmony export */   serviceOfCopy: () => (/* binding */ serviceOfCopy)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90555);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(60630);
/* harmony import */ var _detached_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63303);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46284);
/* harmony import */ var _pod_removal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67759);
/* harmony import */ var _pod_start_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7091);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(39598);
/* harmony import */ var _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(94094);












const copyLabels = ({ app, name }) => ({
    'slipway.dev/app': app,
    'slipway.dev/kind': 'copy',
    'slipway.dev/copy': name,
});
const serviceOfCopy = (name, copy) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: copy.namespace, labels: copyLabels(copy) },
    spec: { selector: copyLabels(copy), ports: [{ name: 'postgresql', port: 5432 }] },
});
const runNote = 'slipway.dev/run';
const finishedNote = 'slipway.dev/finished';
async function isFinished(cluster, request) {
    const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.pod, request.namespace, request.name));
    return there !== undefined && isCopyOf(there, request) && isMarked(there);
}
async function createCopy(cluster, request) {
    const { namespace, name, run, resumed, report } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.pod, namespace, name);
    if (resumed === undefined)
        await makeCopy(cluster, request);
    else
        await requirePod(cluster, path, name, resumed);
    const uid = await (0,_pod_start_js__WEBPACK_IMPORTED_MODULE_8__/* .waitUntilRunning */ .R)(cluster, path, request);
    const raw = (0,_exec_js__WEBPACK_IMPORTED_MODULE_6__/* .podExec */ .r)({ namespace, pod: name, container: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__/* .copyContainer */ .dD }, cluster.reach);
    const kept = {
        exec: raw,
        folder: _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__/* .copyCommands */ .w8,
        report,
        sleep: request.waits ?? request.sleep,
        gone: () => goneOf(cluster, path, name, uid),
    };
    const exec = (0,_detached_command_js__WEBPACK_IMPORTED_MODULE_5__/* .withReconnect */ .SV)({ ...kept, sleep: request.sleep });
    const { place = _postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__/* .separatePlace */ .b } = request;
    const data = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__/* .dataOf */ .qu)(place);
    const orThrow = async (by, command) => {
        const { code, stderr } = await by(command);
        if (code !== 0)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${command[0]} failed in ${name}: ${stderr.trim().slice(0, 300)}`, 'read the log of that pod');
    };
    return {
        uid,
        exec,
        raw,
        detached: of => (0,_detached_command_js__WEBPACK_IMPORTED_MODULE_5__/* .runDetached */ .I3)(kept, of),
        path: data,
        archives: place.archives,
        start: () => orThrow(exec, (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__/* .startCopy */ .EA)(data)),
        restart: () => orThrow((0,_detached_command_js__WEBPACK_IMPORTED_MODULE_5__/* .runDetached */ .I3)(kept, 'restart'), (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__/* .restartCopy */ .xA)(data)),
        open: () => orThrow((0,_detached_command_js__WEBPACK_IMPORTED_MODULE_5__/* .runDetached */ .I3)(kept, 'open'), (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__/* .openCopy */ .G)(data)),
        stop: async () => {
            const [forget = [], end = []] = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__/* .stopCopy */ .eK)(data);
            await orThrow(exec, forget);
            await orThrow(raw, end).catch((error) => {
                if (!(error instanceof _cluster_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .ExecConnectionLost */ .ex))
                    throw error;
            });
            const late = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`PostgreSQL in ${name} does not stop`, 'read the log of that pod');
            await (0,_polling_js__WEBPACK_IMPORTED_MODULE_9__/* .poll */ .w)(request, () => endOf(cluster, path), late);
        },
        ended: () => endOf(cluster, path),
        remove: () => (0,_pod_removal_js__WEBPACK_IMPORTED_MODULE_7__/* .removePod */ .g)(cluster, path, uid, { ...request, signal: new AbortController().signal }),
        finish: async () => {
            await cluster.patch(path, 'merge', { metadata: { annotations: { [finishedNote]: run } } });
        },
    };
}
async function makeCopy(cluster, request) {
    await removeUnfinished(cluster, request);
    for (const each of request.configuration)
        await copyConfiguration(cluster, each, request);
    const pod = (0,_postgres_copy_pod_js__WEBPACK_IMPORTED_MODULE_10__/* .copyPod */ .rU)({ ...request, labels: copyLabels(request) });
    const metadata = { ...pod.metadata, annotations: { [runNote]: request.run } };
    await make(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.pod, request.namespace), { ...pod, metadata }, request);
}
async function requirePod(cluster, path, name, uid) {
    const why = await goneOf(cluster, path, name, uid);
    if (why !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(why, 'remove what is left of this copy, then start the restore again: its data is lost');
}
async function removeUnfinished(cluster, request) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.pod, request.namespace, request.name);
    const there = await cluster.get(path);
    if (there === undefined || !isCopyOf(there, request) || isMarked(there))
        return;
    await (0,_pod_removal_js__WEBPACK_IMPORTED_MODULE_7__/* .removePod */ .g)(cluster, path, there.metadata?.uid, request);
}
async function copyConfiguration(cluster, { kind, name, source: other }, request) {
    const { from, namespace } = request;
    if (from === namespace)
        return;
    const resource = kind === 'Secret' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.secret : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .resources */ .ES.configMap;
    const source = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(resource, from, other ?? name));
    const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(resource, namespace, name));
    if (there !== undefined && (source === undefined || holdsTheSame(there, source)))
        return;
    if (source === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${kind}/${other ?? name} does not exist in ${from}`, 'correct `configuration` of the database in slipway.yml');
    const { data, binaryData, type } = source;
    await make(cluster, (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(resource, namespace), {
        apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .apiVersionOf */ .uO)(resource),
        kind,
        metadata: { name, namespace, labels: copyLabels(request) },
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_11__/* .defined */ .sw)({ data, binaryData, type }),
    }, request);
}
const holdsTheSame = (one, other) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)([one.data, one.binaryData], [other.data, other.binaryData]);
const isCopyOf = ({ metadata }, of) => Object.entries(copyLabels(of)).every(([key, value]) => metadata?.labels?.[key] === value);
const isMarked = ({ metadata }) => metadata?.annotations?.[finishedNote] !== undefined;
async function make(cluster, path, object, request) {
    try {
        await cluster.create(path, object);
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isConflict */ .dh)(error))
            throw error;
        const { name = '' } = object.metadata ?? {};
        const there = await cluster.get(`${path}/${name}`);
        const isOurs = there !== undefined && isCopyOf(there, request);
        const isPod = object.kind === 'Pod';
        if (isOurs && !isPod && holdsTheSame(there, object))
            return;
        const why = isPod ? 'it belongs to a finished restore' : 'it has other content than its original';
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${object.kind}/${name} already exists in ${request.namespace}${isOurs ? `: ${why}` : ''}`, 'restore into another namespace, or remove it if it is no longer needed');
    }
}
async function goneOf(cluster, path, name, uid) {
    const pod = await cluster.get(path);
    if (pod === undefined)
        return `the pod ${name} is gone`;
    if (pod.metadata?.uid !== uid)
        return `the pod ${name} was replaced by another one of the same name`;
    const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
    if (ended === undefined)
        return undefined;
    return `the pod ${name} has ended (${ended.reason ?? 'no reason given'}, exit code ${ended.exitCode})`;
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
    return `${lines.at(-1)?.trim().slice(0, 300) ?? ended.reason ?? 'it exited'} (exit code ${ended.exitCode})`;
}


/***/ }),

/***/ 87493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ dataMount)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);


function dataMount(workload, container, directory) {
    const { containers = [], volumes = [] } = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(workload)?.spec ?? {};
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', directory);
    const mounts = containers.find(({ name }) => container === undefined || name === container)?.volumeMounts;
    const [mount] = (mounts ?? [])
        .map(each => ({ ...each, at: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', each.mountPath) }))
        .filter(({ at }) => path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`))
        .toSorted((a, b) => b.at.length - a.at.length);
    if (mount === undefined)
        return undefined;
    const place = { part: mount.subPath !== undefined, folder: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(mount.at, path) };
    if (workload.spec?.volumeClaimTemplates?.some(({ metadata }) => metadata?.name === mount.name))
        return { pvc: `${mount.name}-${workload.metadata?.name}`, perPod: true, ...place };
    const pvc = volumes.find(({ name }) => name === mount.name)?.persistentVolumeClaim?.claimName;
    return pvc === undefined ? undefined : { pvc, perPod: false, ...place };
}


/***/ }),

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

/***/ 40548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cL: () => (/* binding */ originalsIn),
/* harmony export */   d7: () => (/* binding */ previousIn),
/* harmony export */   pH: () => (/* binding */ writeProgress),
/* harmony export */   progressOf: () => (/* binding */ progressOf),
/* harmony export */   te: () => (/* binding */ previousOf),
/* harmony export */   uq: () => (/* binding */ keptOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);


const steps = ['stopping', 'moving', 'restoring', 'putting-back', 'back', 'starting', 'done'];
const annotation = 'slipway.dev/restore-in-place';
const isStarted = (step) => step === 'starting' || step === 'done';
const isId = (value) => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);
function progressOf({ metadata }) {
    const { id, step, replicas, to, previous, previousTo } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(metadata?.annotations?.[annotation] ?? '') ?? {};
    const found = steps.find(each => each === step);
    if (!isId(id) || found === undefined || typeof to !== 'string')
        return undefined;
    if (typeof replicas !== 'number' || !Number.isInteger(replicas) || replicas < 1 || replicas > 100)
        return undefined;
    const one = isId(previous) && !isStarted(found) ? [previous] : [];
    return {
        id,
        step: found,
        replicas,
        to,
        previous: Array.isArray(previous) ? previous.filter(isId) : one,
        previousTo: typeof previousTo === 'string' ? previousTo : undefined,
    };
}
function originalsIn({ id, step, previous, previousTo }) {
    const [first = id] = previous;
    return isStarted(step) || previousTo !== undefined ? first : id;
}
function keptOf({ previous, previousTo }) {
    const count = previousTo === undefined ? 0 : 1;
    return { kept: previous.slice(0, count), gone: previous.slice(count) };
}
function previousIn(left) {
    if (left?.step === 'stopping')
        return { previous: left.previous, previousTo: left.previousTo };
    const previous = left === undefined ? [] : [...left.previous, left.id];
    return { previous, previousTo: left?.step === 'starting' ? left.to : undefined };
}
function previousOf({ previous, previousTo, replicas, to, }) {
    const id = previous.at(-1);
    if (id === undefined)
        return undefined;
    return {
        id,
        step: previousTo === undefined ? 'done' : 'starting',
        replicas,
        to: previousTo ?? to,
        previous: previous.slice(0, -1),
    };
}
async function writeProgress(cluster, at, note, replicas) {
    const { namespace, ref, resourceVersion } = at;
    await cluster.patch((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .pathTo */ .vs)(namespace, ref), 'merge', {
        metadata: {
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
            annotations: { [annotation]: note === undefined ? null : JSON.stringify(note) },
        },
        ...(replicas === undefined ? {} : { spec: { replicas } }),
    });
}


/***/ }),

/***/ 56794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  replaceDatabase: () => (/* binding */ replaceDatabase),
  restoreOriginalFiles: () => (/* binding */ restoreOriginalFiles)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/copy.js
var recovery_copy = __webpack_require__(69060);
// EXTERNAL MODULE: ./.build/js/src/recovery/pod-removal.js
var pod_removal = __webpack_require__(67759);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/copy-pod.js
var copy_pod = __webpack_require__(94094);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
// EXTERNAL MODULE: ./.build/js/src/recovery/pod-start.js
var pod_start = __webpack_require__(7091);
// EXTERNAL MODULE: ./.build/js/src/recovery/polling.js
var polling = __webpack_require__(39598);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/files.js






const scripts = {
    'move aside': 'if ! [ -e "$2" ]; then if [ -e "$1" ]; then mv -- "$1" "$2"; else mkdir -p -- "$2"; fi; elif [ -e "$1" ]; then mv -- "$1" "$2.found-$(date +%s)"; fi',
    clear: '[ -e "$2" ]; rm -rf -- "$1" "$1.ready" "$1.again"',
    'move back': 'if [ -e "$2" ]; then rm -rf -- "$1" "$1.ready" "$1.again"; mv -- "$2" "$1"; fi',
    remove: 'rm -rf -- "$2"',
};
async function moveFiles(task, what) {
    await Promise.all(task.pvcs.map((pvc, index) => moveIn(task, what, pvc, index)));
}
const pvcVolume = (pvc) => ({
    name: 'slipway-data',
    persistentVolumeClaim: { claimName: pvc },
});
async function moveIn(task, what, pvc, index) {
    const { cluster, pod, folder, aside } = task;
    const name = `${pod.name}-files-${index}`;
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, pod.namespace, name);
    await (0,pod_removal/* removePod */.g)(cluster, path, undefined, task);
    const whole = (0,copy_pod/* copyPod */.rU)({ ...pod, name, volume: pvcVolume(pvc) });
    const [container] = whole.spec?.containers ?? [];
    if (container === undefined)
        throw new Error('a pod without a container');
    const command = [
        '/bin/sh',
        '-ec',
        scripts[what],
        copy_pod/* copyContainer */.dD,
        ...[folder, aside].map(each => `${copy_pod/* volumeFolder */.hF}/${each}`),
    ];
    await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, pod.namespace), {
        ...whole,
        spec: { ...whole.spec, containers: [{ ...container, command }] },
    });
    let there;
    const fault = (how) => new errors/* UserError */.yo(`the pod that should ${what} the files of ${pvc} ${how}: ${(0,pod_start/* reasonIn */.Y)(there)}`, 'see its events with kubectl describe, then run the same command again to resume');
    const look = async () => {
        there = await cluster.get(path);
        const phase = there?.status?.phase;
        if (phase === 'Failed' && !task.signal.aborted)
            throw fault('failed');
        return phase === 'Succeeded' ? true : undefined;
    };
    await (0,polling/* poll */.w)(task, look, () => fault('did not finish'));
    await (0,pod_removal/* removePod */.g)(cluster, path, undefined, task);
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/recovery/data-mount.js
var data_mount = __webpack_require__(87493);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/place.js




function placeIn(workload, container, given, replicas) {
    const spec = (0,kinds/* templateOf */.kW)(workload)?.spec;
    const name = workload.metadata?.name ?? '';
    const of = spec?.containers.find(each => container === undefined || each.name === container);
    const data = given ?? of?.env?.find(each => each.name === 'PGDATA')?.value;
    if (data === undefined || data.includes('$('))
        throw new errors/* UserError */.yo(`the data folder of ${name} is unknown: neither slipway.yml nor a literal PGDATA names it`, 'add `in-place: {data: /path}` to the database in slipway.yml');
    const mount = (0,data_mount/* dataMount */.a)(workload, container, data);
    if (mount === undefined || mount.part)
        throw new errors/* UserError */.yo(`${data} of ${name} is on no PVC of its pods`, 'correct `in-place.data` of the database in slipway.yml, or recreate the pod if its data are on no PVC');
    const { pvc, perPod, folder } = mount;
    if (folder === '')
        throw new errors/* UserError */.yo(`the data folder of ${name} is the root of its volume, so it cannot be moved aside`, 'set PGDATA to a folder in the volume, or restore into another namespace and point the application there');
    const numbers = Array.from({ length: replicas }, (_, index) => firstOrdinal(workload) + index);
    return { pvcs: perPod ? numbers.map(each => `${pvc}-${each}`) : [pvc], folder };
}
const asideOf = ({ folder }, id) => `${folder}.before-${id}`;
function requireKeptPvcs({ metadata, spec }) {
    const { persistentVolumeClaimRetentionPolicy: policy } = (0,map/* isMap */.jh)(spec) ? spec : {};
    if (!(0,map/* isMap */.jh)(policy) || policy.whenScaled !== 'Delete')
        return;
    const name = metadata?.name ?? '';
    throw new errors/* UserError */.yo(`a restore scales ${name} to 0, and its persistentVolumeClaimRetentionPolicy would delete the PVCs (whenScaled: Delete)`, `set it to Retain first: kubectl patch statefulset ${name} --type merge -p '{"spec":{"persistentVolumeClaimRetentionPolicy":{"whenScaled":"Retain"}}}'`);
}
function firstOrdinal({ spec }) {
    const { ordinals } = (0,map/* isMap */.jh)(spec) ? spec : {};
    return (0,map/* isMap */.jh)(ordinals) && typeof ordinals.start === 'number' ? ordinals.start : 0;
}

// EXTERNAL MODULE: ./.build/js/src/recovery/in-place/progress.js
var in_place_progress = __webpack_require__(40548);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(20553);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/workloads/pods.js
var pods = __webpack_require__(12502);
// EXTERNAL MODULE: ./.build/js/src/recovery/exec.js
var recovery_exec = __webpack_require__(46284);
// EXTERNAL MODULE: ./.build/js/src/recovery/workload-pods.js
var workload_pods = __webpack_require__(11345);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/running.js











async function workloadOf({ cluster, namespace, ref }) {
    const workload = await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref));
    if (workload !== undefined)
        return workload;
    throw new errors/* UserError */.yo(`there is no ${ref.kind}/${ref.name} in ${namespace}`, 'restore into a namespace if the workload is lost: an in-place restore needs it');
}
async function requireMovable(task, workload, pvcs, left) {
    const { cluster, namespace, ref } = task;
    const fault = (problem) => new errors/* UserError */.yo(`${ref.kind}/${ref.name} cannot be restored in place: ${problem}, so the files there cannot be moved`, `repair the volume or the node; ${otherwise(left)}`);
    for (const pvc of pvcs) {
        const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.pvc, namespace, pvc);
        const isBound = async () => (await cluster.get(path))?.status?.phase === 'Bound';
        if (!(await isBound().catch((0,cluster_errors/* ifNotAllowed */.hC)(true))))
            throw fault(`the PVC ${pvc} is not bound`);
    }
    if (workload.spec?.replicas === 0)
        return;
    for (const pod of await (0,workload_pods/* listPods */.B)(cluster, namespace, workload)) {
        const { metadata, spec } = pod;
        const node = spec?.nodeName ?? '';
        if (node === '' && left?.step === 'starting')
            continue;
        if (node === '')
            throw fault(`the pod ${metadata?.name} has no node (${(0,pod_start/* reasonIn */.Y)(pod)})`);
        const isUp = async () => (0,pods/* isReady */.i_)((await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.node, '', node))) ?? {});
        if (!(await isUp().catch((0,cluster_errors/* ifNotAllowed */.hC)(true))))
            throw fault(`the node ${node} of the pod ${metadata?.name} is not ready`);
    }
}
function otherwise(left) {
    if (left === undefined)
        return 'if it is lost, delete the PVC and the pod (`kubectl delete pod --force`), so that Kubernetes creates that member anew, or restore into another namespace';
    if (left.step === 'stopping')
        return 'to end the restore that an earlier run began, restore with `target: before`';
    return 'keep the PVC, which may have the only original files, or restore into another namespace';
}
async function untilStopped(task, workload) {
    const remedy = 'check that its node is up and that nothing else scales the workload, then run the same command again';
    await until(task, remedy, async () => {
        const [still] = await (0,workload_pods/* listPods */.B)(task.cluster, task.namespace, workload);
        return still && `still has the pod ${still.metadata?.name}`;
    });
}
async function requireStopped(task, workload, aside) {
    const { cluster, namespace, ref } = task;
    const live = await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref));
    if ((live?.spec?.replicas ?? 0) > 0)
        throw new errors/* UserError */.yo(`${ref.kind}/${ref.name} was scaled up during its in-place restore; the original files are in ${aside} of each volume`, 'pause the controller that scales it, scale it to 0 and run the same command again, which discards the writes since then');
    await untilStopped(task, workload);
}
async function startFirst(task, workload, replicas) {
    const { cluster, namespace, ref, report } = task;
    const live = await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref));
    if ((live?.spec?.replicas ?? 0) === 0) {
        await untilStopped(task, workload);
        for (const { kind, name } of task.leaderObjects) {
            const path = (0,resources/* pathOf */.XM)(leaderKinds[kind], namespace, name);
            const there = await cluster.get(path);
            if (there !== undefined)
                await cluster.remove(path, there.metadata?.uid);
        }
        report(`starting ${ref.kind}/${ref.name}`);
        await scale(task, 1);
    }
    await untilPrimary(task, workload);
    if ((live?.spec?.replicas ?? 0) < replicas)
        await scale(task, replicas);
}
async function restart(task, replicas) {
    task.report(`starting ${task.ref.kind}/${task.ref.name}`);
    const { spec } = await workloadOf(task);
    if ((spec?.replicas ?? 1) < replicas)
        await scale(task, replicas);
}
const scale = ({ cluster, namespace, ref }, replicas) => cluster.patch((0,kinds/* pathTo */.vs)(namespace, ref), 'merge', { spec: { replicas } });
const leaderKinds = {
    ConfigMap: resources/* resources */.ES.configMap,
    Endpoints: { ...resources/* resources */.ES.configMap, plural: 'endpoints', kind: 'Endpoints' },
    Lease: resources/* resources */.ES.lease,
};
const recoveryQuery = `select json_build_object('writes', not pg_is_in_recovery());`;
const seeLog = 'see its log, then run the same command again to resume';
async function untilPrimary(task, workload) {
    const { cluster, namespace, container, database, signal } = task;
    await until(task, seeLog, async () => {
        for (const { metadata, status } of await (0,workload_pods/* listPods */.B)(task.cluster, task.namespace, workload)) {
            if (status?.phase !== 'Running')
                continue;
            const exec = (0,recovery_exec/* podExec */.r)({ namespace, pod: metadata?.name ?? '', container }, cluster.reach);
            const [state] = await (0,sql/* rowsOf */.RO)(exec, { database }, recoveryQuery, signal).catch(() => []);
            if (state?.writes === true)
                return undefined;
        }
        return 'does not accept writes';
    });
}
async function untilReady(task, replicas) {
    const { cluster, namespace, ref } = task;
    const levelCheck = { level: 'L2', what: `members of ${ref.name}` };
    try {
        await until(task, seeLog, async () => {
            const { status } = (await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref))) ?? {};
            return (status?.readyReplicas ?? 0) >= replicas ? undefined : `does not have ${replicas} ready pods`;
        });
        return { ...levelCheck, state: 'passed', sentence: `${(0,count/* counted */.h)(replicas, 'pod')} ready` };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || task.signal.aborted)
            throw error;
        return { ...levelCheck, state: 'failed', sentence: `the database is live, but ${error.message}` };
    }
}
async function until(task, remedy, lacks) {
    const { ref, patience } = task;
    let fault;
    const look = async () => {
        fault = await lacks();
        return fault === undefined ? true : undefined;
    };
    const late = () => new errors/* UserError */.yo(`${ref.kind}/${ref.name} ${fault} after ${Math.round(patience / 1000)} s`, remedy);
    await (0,polling/* poll */.w)(task, look, late);
}

// EXTERNAL MODULE: ./.build/js/src/recovery/in-place/spaces.js
var spaces = __webpack_require__(97896);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/replacing.js












async function replaceDatabase(task, restore) {
    const attempt = await begin(task);
    let levelChecks = [];
    if (attempt.progress.step !== 'starting') {
        try {
            if (attempt.progress.step !== 'restoring')
                await setAside(task, attempt);
            levelChecks = await restoreFirst(task, attempt, restore);
            requireGoodChecks(levelChecks, task.uncompared);
        }
        catch (error) {
            if (task.signal.aborted)
                throw (0,errors/* cancelled */.KW)();
            await restoreOriginals(task, attempt, error);
            throw error;
        }
        await task.assertHeld();
        await removePrevious(attempt);
        await requireStopped(task, attempt.workload, originalsOf(attempt));
        await step(task, attempt, 'starting');
    }
    if (attempt.progress.step === 'starting') {
        await startFirst(task, attempt.workload, attempt.progress.replicas);
        await step(task, attempt, 'done');
    }
    return {
        levelChecks: [...levelChecks, await untilReady(task, attempt.progress.replicas)],
        aside: originalsOf(attempt),
    };
}
async function restoreOriginalFiles(task) {
    const { ref } = task;
    const workload = await workloadOf(task);
    const progress = (0,in_place_progress.progressOf)(workload);
    if (progress === undefined)
        throw new errors/* UserError */.yo(`no in-place restore of ${ref.kind}/${ref.name} is in progress`, 'no action is needed: no original files were moved aside');
    const attempt = attemptOf(task, workload, progress);
    if (progress.step === 'starting' || progress.step === 'done')
        throw new errors/* UserError */.yo(`the restored database of ${ref.kind}/${ref.name} has already started, and archives on a new timeline`, `restore in place again, to another recovery target; the original files are in ${originalsOf(attempt)} of each volume`);
    await restoreOriginals(task, attempt);
}
async function begin(task) {
    const { cluster, namespace, ref, report, to } = task;
    const workload = await workloadOf(task);
    const left = (0,in_place_progress.progressOf)(workload);
    const isReplaced = left?.step === 'stopping' || (left?.step === 'starting' && left.to !== to);
    if (left !== undefined && left.step !== 'done' && !isReplaced) {
        const attempt = attemptOf(task, workload, left);
        if (left.step === 'putting-back' || left.step === 'back') {
            await restoreOriginals(task, attempt);
            throw new errors/* UserError */.yo('the restore was not started: an earlier run was moving the original files back, and this run finished that', 'see the log of that run for the reason, then restore again');
        }
        if (left.to !== to)
            throw new errors/* UserError */.yo(`an in-place restore of ${ref.kind}/${ref.name} to ${left.to} is in progress, and this run asks for ${to}`, 'run it again with the same `target` to resume it, or with `target: before` to move the original files back');
        report(`resuming the restore of an earlier run at the step ${left.step}`);
        if (left.step !== 'starting')
            await requireStopped(task, workload, originalsOf(attempt));
        return attempt;
    }
    const replicas = Math.max(isReplaced ? left.replicas : 0, workload.spec?.replicas ?? 1);
    if (replicas < 1)
        throw new errors/* UserError */.yo(`${ref.kind}/${ref.name} has no pods`, 'scale it to its normal size, then restore');
    requireKeptPvcs(workload);
    const id = (0,external_node_crypto_.randomUUID)().slice(0, 8);
    const { previous, previousTo } = (0,in_place_progress/* previousIn */.d7)(left);
    const progress = { id, step: 'stopping', replicas, to, previous, previousTo };
    const attempt = attemptOf(task, workload, progress);
    await requireMovable(task, workload, attempt.place.pvcs, left);
    const { resourceVersion } = workload.metadata ?? {};
    report(`stopping ${ref.kind}/${ref.name}`);
    await (0,in_place_progress/* writeProgress */.pH)(cluster, { namespace, ref, resourceVersion }, progress, 0);
    return attempt;
}
function attemptOf(task, workload, progress) {
    const { cluster, patience, signal, sleep } = task;
    const place = placeIn(workload, task.container, task.data, progress.replicas);
    const pod = { ...podOf(task, workload), labels: (0,recovery_copy.copyLabels)({ ...task, name: nameOfCopy(task) }) };
    const files = { cluster, patience, signal, sleep, pod, ...place, aside: asideOf(place, progress.id) };
    return { workload, place, files, progress };
}
const originalsOf = ({ place, progress }) => asideOf(place, (0,in_place_progress/* originalsIn */.cL)(progress));
const nameOfCopy = ({ name }) => `${name}-in-place`;
async function step({ cluster, namespace, ref }, attempt, next) {
    attempt.progress = { ...attempt.progress, step: next };
    await (0,in_place_progress/* writeProgress */.pH)(cluster, { namespace, ref }, attempt.progress);
}
async function setAside(task, attempt) {
    if (attempt.progress.step === 'stopping') {
        await untilStopped(task, attempt.workload);
        await step(task, attempt, 'moving');
    }
    await task.assertHeld();
    task.report(`moving the existing files aside, into ${attempt.files.aside}`);
    await moveFiles(attempt.files, 'move aside');
    await step(task, attempt, 'restoring');
}
async function restoreFirst(task, { workload, files, place }, restore) {
    const { cluster, namespace, app, run, patience, signal, sleep, report, database } = task;
    const [first] = place.pvcs;
    if (first === undefined)
        throw new Error('a place without a PVC');
    await task.assertHeld();
    await removeCopy(task);
    await moveFiles(files, 'clear');
    const copy = await (0,recovery_copy.createCopy)(cluster, {
        ...podOf(task, workload),
        app,
        run,
        patience,
        signal,
        sleep,
        report,
        from: namespace,
        volume: pvcVolume(first),
        place: { folder: place.folder, archives: true },
    });
    const levelChecks = await restore(copy);
    const connection = { database, host: copy_pod.copySocket };
    (0,spaces.requireNoTablespaces)(await (0,spaces.tablespacesIn)(copy.exec, connection, signal));
    await (0,sql/* rowsOf */.RO)(copy.exec, connection, forgetTarget, signal);
    await copy.stop();
    await removeCopy(task);
    return levelChecks;
}
const removeCopy = (task) => (0,pod_removal/* removePod */.g)(task.cluster, (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, task.namespace, nameOfCopy(task)), undefined, task);
const forgetTarget = [
    'restore_command',
    ...['', '_action', '_inclusive', '_lsn', '_name', '_time', '_timeline', '_xid'].map(each => `recovery_target${each}`),
]
    .map(each => `alter system reset ${each};`)
    .join('\n');
function requireGoodChecks(levelChecks, uncompared) {
    const bad = levelChecks.find(({ state }) => state === 'failed' || (state === 'skipped' && !uncompared));
    if (bad === undefined)
        return;
    throw new errors/* UserError */.yo(`${bad.what}: ${bad.sentence}`, bad.state === 'failed'
        ? 'restore another backup, or to another recovery target'
        : 'name a backup set that was counted before the recovery target, or append `uncompared` to `confirm`');
}
async function restoreOriginals(task, attempt, why) {
    const { cluster, namespace, ref, report } = task;
    const reason = why instanceof Error ? `: ${why.message}` : '';
    const isMoved = attempt.progress.step !== 'stopping';
    report(isMoved ? `moving the files back${reason}` : `no file was moved${reason}`);
    await task.assertHeld();
    if (isMoved && attempt.progress.step !== 'back') {
        await step(task, attempt, 'putting-back');
        await removeCopy(task);
        await requireStopped(task, attempt.workload, originalsOf(attempt));
        await moveFiles(attempt.files, 'move back');
        await step(task, attempt, 'back');
    }
    const previous = (0,in_place_progress/* previousOf */.te)(attempt.progress);
    if (previous?.step === 'starting') {
        await (0,in_place_progress/* writeProgress */.pH)(cluster, { namespace, ref }, previous);
        report(`${ref.kind}/${ref.name} stays stopped: restore it to ${previous.to} again, or to another target`);
        return;
    }
    await restart(task, attempt.progress.replicas);
    await (0,in_place_progress/* writeProgress */.pH)(cluster, { namespace, ref }, previous);
    report(isMoved ? 'the original files are back' : `${ref.kind}/${ref.name} runs again`);
}
async function removePrevious(attempt) {
    const { kept, gone } = (0,in_place_progress/* keptOf */.uq)(attempt.progress);
    for (const id of gone)
        await moveFiles({ ...attempt.files, aside: asideOf(attempt.place, id) }, 'remove').catch(() => undefined);
    attempt.progress = { ...attempt.progress, previous: kept };
}
function podOf(task, workload) {
    const { namespace, container, configuration } = task;
    const template = workload.spec?.template?.spec;
    if (template === undefined)
        throw new Error('a workload without a template');
    return { name: nameOfCopy(task), namespace, template, container, configuration };
}


/***/ }),

/***/ 97896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireNoTablespaces: () => (/* binding */ requireNoTablespaces),
/* harmony export */   tablespacesIn: () => (/* binding */ tablespacesIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16677);


const query = `select json_build_object('spaces', count(*)) from pg_tablespace
  where spcname not in ('pg_default', 'pg_global');`;
async function tablespacesIn(exec, connection, signal) {
    const [row] = await (0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(exec, connection, query, signal);
    return Number(row?.spaces ?? 0);
}
function requireNoTablespaces(count) {
    if (count === 0)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the database cannot be restored in place: it has tablespaces, whose files are outside the data folder', 'restore it into another namespace, and point the application there');
}


/***/ }),

/***/ 67759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ removePod)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39598);


async function removePod(cluster, path, uid, waiting) {
    await cluster.remove(path, uid);
    const look = async () => {
        const there = await cluster.get(path);
        const isGone = there === undefined || (uid !== undefined && there.metadata?.uid !== uid);
        return isGone ? true : undefined;
    };
    const late = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pod ${path.slice(path.lastIndexOf('/') + 1)} does not terminate`, 'check whether its node is running; remove the pod with kubectl delete');
    await (0,_polling_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(waiting, look, late);
}


/***/ }),

/***/ 7091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ waitUntilRunning),
/* harmony export */   Y: () => (/* binding */ reasonIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39598);


function waitUntilRunning(cluster, path, waiting) {
    const { name, signal } = waiting;
    let pod;
    const fault = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pod ${name} does not start: ${reasonIn(pod)}`, `check its events with \`kubectl describe pod ${name}\`: an image, a volume or capacity may be missing`);
    const look = async () => {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
        pod = await cluster.get(path);
        const { running, terminated } = pod?.status?.containerStatuses?.[0]?.state ?? {};
        if (running !== undefined)
            return pod?.metadata?.uid ?? '';
        if (pod === undefined || terminated !== undefined)
            throw fault();
        return undefined;
    };
    return (0,_polling_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(waiting, look, fault);
}
function reasonIn(pod) {
    const { terminated, waiting } = pod?.status?.containerStatuses?.[0]?.state ?? {};
    const why = terminated?.message ?? terminated?.reason ?? waiting?.message ?? waiting?.reason;
    const unmet = pod?.status?.conditions?.find(({ status }) => status === 'False');
    return why ?? unmet?.message ?? 'no reason given';
}


/***/ }),

/***/ 39598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ poll)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function poll({ patience, signal, sleep }, look, late) {
    const end = performance.now() + patience;
    for (;;) {
        const answer = await look();
        if (answer !== undefined)
            return answer;
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
        if (performance.now() >= end)
            throw late();
        await sleep(500);
    }
}


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

/***/ 16677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   tm: () => (/* binding */ psql)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16428);



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
    const { code, stdout, stderr } = await exec(psql(connection), { input: script, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ signal }) });
    if (code !== 0)
        throw failed(connection, stderr.trim().split('\n')[0] || `psql ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOf */ .z6)(code)}`);
    return stdout
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(line) ?? raise(failed(connection, `unexpected output ${line.slice(0, 80)}`)));
}
const failed = ({ database }, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the query of the database ${database} failed: ${problem.slice(0, 300)}`, 'fix this error, then run the step again');
function raise(error) {
    throw error;
}


/***/ })

};
