export const id = 1912;
export const ids = [1912,7462,6379,7896,4094];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

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

// EXTERNAL MODULE: ./.build/js/src/recovery/pod-removal.js
var pod_removal = __webpack_require__(67759);
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
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, request.namespace, request.name);
    const there = await cluster.get(path);
    if (there === undefined || !isCopyOf(there, request) || isMarked(there))
        return;
    await (0,pod_removal/* removePod */.g)(cluster, path, there.metadata?.uid, request);
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

/***/ 87493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ dataMount)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);


function dataMount(workload, container, directory) {
    const { containers = [], volumes = [] } = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .templateOf */ .kW)(workload)?.spec ?? {};
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
        return { claim: `${mount.name}-${workload.metadata?.name}`, perPod: true, ...place };
    const claim = volumes.find(({ name }) => name === mount.name)?.persistentVolumeClaim?.claimName;
    return claim === undefined ? undefined : { claim, perPod: false, ...place };
}


/***/ }),

/***/ 81912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  putBack: () => (/* binding */ putBack),
  replaceDatabase: () => (/* binding */ replaceDatabase)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/copy.js + 1 modules
var recovery_copy = __webpack_require__(16379);
// EXTERNAL MODULE: ./.build/js/src/recovery/pod-removal.js
var pod_removal = __webpack_require__(67759);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/copy-pod.js
var copy_pod = __webpack_require__(94094);
// EXTERNAL MODULE: ./.build/js/src/recovery/postgres/sql.js
var sql = __webpack_require__(16677);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/files.js




const scripts = {
    'move aside': 'if ! [ -e "$2" ]; then if [ -e "$1" ]; then mv -- "$1" "$2"; else mkdir -p -- "$2"; fi; elif [ -e "$1" ]; then mv -- "$1" "$2.found-$(date +%s)"; fi',
    clear: '[ -e "$2" ]; rm -rf -- "$1" "$1.ready" "$1.again"',
    'move back': 'if [ -e "$2" ]; then rm -rf -- "$1" "$1.ready" "$1.again"; mv -- "$2" "$1"; fi',
    remove: 'rm -rf -- "$2"',
};
async function moveFiles(task, what) {
    await Promise.all(task.claims.map((claim, index) => moveIn(task, what, claim, index)));
}
const claimVolume = (claim) => ({
    name: 'slipway-data',
    persistentVolumeClaim: { claimName: claim },
});
async function moveIn(task, what, claim, index) {
    const { cluster, pod, folder, aside } = task;
    const name = `${pod.name}-files-${index}`;
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, pod.namespace, name);
    await (0,pod_removal/* removePod */.g)(cluster, path, undefined, task);
    const whole = (0,copy_pod.copyPod)({ ...pod, name, volume: claimVolume(claim) });
    const [container] = whole.spec?.containers ?? [];
    if (container === undefined)
        throw new Error('a pod without a container');
    const command = [
        '/bin/sh',
        '-ec',
        scripts[what],
        copy_pod.copyContainer,
        ...[folder, aside].map(each => `${copy_pod.volumeFolder}/${each}`),
    ];
    await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, pod.namespace), {
        ...whole,
        spec: { ...whole.spec, containers: [{ ...container, command }] },
    });
    await untilEnded(task, path, `the pod that should ${what} the files of ${claim}`);
    await (0,pod_removal/* removePod */.g)(cluster, path, undefined, task);
}
async function untilEnded({ cluster, patience, signal, sleep }, path, what) {
    const end = performance.now() + patience;
    for (;;) {
        const { status } = (await cluster.get(path)) ?? {};
        if (status?.phase === 'Succeeded')
            return;
        if (signal.aborted)
            throw (0,errors/* cancelled */.KW)();
        if (status?.phase === 'Failed' || performance.now() >= end) {
            const { terminated, waiting } = status?.containerStatuses?.[0]?.state ?? {};
            const why = terminated?.message ?? terminated?.reason ?? waiting?.message ?? waiting?.reason;
            throw new errors/* UserError */.yo(`${what} ${status?.phase === 'Failed' ? 'failed' : 'does not end'}: ${why ?? status?.conditions?.find(each => each.status === 'False')?.message ?? 'nobody says why'}`, 'see its events with kubectl describe, and run the same again: it goes on');
        }
        await sleep(500);
    }
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/note.js


const steps = ['moving', 'restoring', 'putting-back', 'back', 'starting', 'done'];
const annotation = 'slipway.dev/restore-in-place';
const isId = (value) => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);
function noteIn({ metadata }) {
    const { id, step, replicas, to, previous } = (0,map/* jsonMap */.vM)(metadata?.annotations?.[annotation] ?? '') ?? {};
    const found = steps.find(each => each === step);
    if (!isId(id) || found === undefined || typeof to !== 'string')
        return undefined;
    if (typeof replicas !== 'number' || !Number.isInteger(replicas) || replicas < 1 || replicas > 100)
        return undefined;
    return { id, step: found, replicas, to, ...(isId(previous) ? { previous } : {}) };
}
async function writeNote(cluster, at, note, replicas) {
    const { namespace, ref, resourceVersion } = at;
    await cluster.patch((0,kinds/* pathTo */.vs)(namespace, ref), 'merge', {
        metadata: {
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
            annotations: { [annotation]: note === undefined ? null : JSON.stringify(note) },
        },
        ...(replicas === undefined ? {} : { spec: { replicas } }),
    });
}

// EXTERNAL MODULE: ./.build/js/src/recovery/data-mount.js
var data_mount = __webpack_require__(87493);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/place.js




function placeIn(workload, container, given, replicas) {
    const spec = (0,kinds/* templateOf */.kW)(workload)?.spec;
    const name = workload.metadata?.name ?? '';
    const of = spec?.containers.find(each => container === undefined || each.name === container);
    const data = given ?? of?.env?.find(each => each.name === 'PGDATA')?.value;
    if (data === undefined || data.includes('$('))
        throw new errors/* UserError */.yo(`nothing says in which folder the files of ${name} are`, 'add `in-place: {data: /path}` to the database in slipway.yml');
    const mount = (0,data_mount/* dataMount */.a)(workload, container, data);
    if (mount === undefined || mount.part)
        throw new errors/* UserError */.yo(`${data} of ${name} is on no claim of its pods`, 'correct `in-place.data` of the database in slipway.yml; what is on no claim is restored by starting the pod anew');
    const { claim, perPod, folder } = mount;
    if (folder === '')
        throw new errors/* UserError */.yo(`the files of ${name} are all of their volume, and cannot be moved aside in it`, 'let PGDATA be a folder in it, or restore into another namespace and lead the application there');
    const numbers = Array.from({ length: replicas }, (_, index) => firstOrdinal(workload) + index);
    return { claims: perPod ? numbers.map(each => `${claim}-${each}`) : [claim], folder };
}
function demandKeptClaims({ metadata, spec }) {
    const { persistentVolumeClaimRetentionPolicy: policy } = (0,map/* isMap */.jh)(spec) ? spec : {};
    if (!(0,map/* isMap */.jh)(policy) || policy.whenScaled !== 'Delete')
        return;
    const name = metadata?.name ?? '';
    throw new errors/* UserError */.yo(`a restore stops all pods of ${name}, and its persistentVolumeClaimRetentionPolicy deletes their claims then (whenScaled: Delete)`, `set it to Retain first: kubectl patch statefulset ${name} --type merge -p '{"spec":{"persistentVolumeClaimRetentionPolicy":{"whenScaled":"Retain"}}}'`);
}
function firstOrdinal({ spec }) {
    const { ordinals } = (0,map/* isMap */.jh)(spec) ? spec : {};
    return (0,map/* isMap */.jh)(ordinals) && typeof ordinals.start === 'number' ? ordinals.start : 0;
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var pods = __webpack_require__(90352);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/recovery/exec.js
var recovery_exec = __webpack_require__(46284);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/running.js







async function untilStopped(task, workload) {
    const remedy = 'see whether its node is there and whether somebody else scales it; then run the same again';
    await until(task, remedy, async () => {
        const [still] = await podsOf(task, workload);
        return still && `still has the pod ${still.metadata?.name}`;
    });
}
const podsOf = async ({ cluster, namespace }, workload) => (await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), { labelSelector: (0,pods/* selectorOf */.Bk)(workload) })).items;
async function demandStopped(task, workload, aside) {
    const { cluster, namespace, ref } = task;
    const live = await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref));
    if ((live?.spec?.replicas ?? 0) > 0)
        throw new errors/* UserError */.yo(`somebody has scaled ${ref.kind}/${ref.name} while it is being restored over; what was there is in ${aside} of each volume`, 'pause whoever scales it, scale it to 0 and run the same again: what was written since is lost then');
    await untilStopped(task, workload);
}
async function startFirst(task, workload, replicas) {
    const { cluster, namespace, ref, report } = task;
    const live = await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref));
    if ((live?.spec?.replicas ?? 0) === 0) {
        await untilStopped(task, workload);
        for (const { kind, name } of task.forget) {
            const path = (0,resources/* pathOf */.XM)(forgettable[kind], namespace, name);
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
    await scale(task, replicas);
}
const scale = ({ cluster, namespace, ref }, replicas) => cluster.patch((0,kinds/* pathTo */.vs)(namespace, ref), 'merge', { spec: { replicas } });
const forgettable = {
    ConfigMap: resources/* resources */.ES.configMap,
    Endpoints: { ...resources/* resources */.ES.configMap, plural: 'endpoints', kind: 'Endpoints' },
    Lease: resources/* resources */.ES.lease,
};
const recoveryQuery = `select json_build_object('writes', not pg_is_in_recovery());`;
const seeLog = 'see its log; then run the same again, which goes on';
async function untilPrimary(task, workload) {
    const { cluster, namespace, container, database, signal } = task;
    await until(task, seeLog, async () => {
        for (const { metadata, status } of await podsOf(task, workload)) {
            if (status?.phase !== 'Running')
                continue;
            const exec = (0,recovery_exec/* podExec */.r)({ namespace, pod: metadata?.name ?? '', container }, cluster.reach);
            const [state] = await (0,sql/* rowsOf */.RO)(exec, { database }, recoveryQuery, signal).catch(() => []);
            if (state?.writes === true)
                return undefined;
        }
        return 'does not take writes';
    });
}
async function untilReady(task, replicas) {
    const { cluster, namespace, ref } = task;
    const rung = { level: 'L2', what: `members of ${ref.name}` };
    try {
        await until(task, seeLog, async () => {
            const { status } = (await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref))) ?? {};
            return (status?.readyReplicas ?? 0) >= replicas ? undefined : `has not ${replicas} ready pods`;
        });
        return { ...rung, state: 'passed', sentence: `${(0,count/* counted */.h)(replicas, 'pod')} ready` };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || task.signal.aborted)
            throw error;
        return { ...rung, state: 'failed', sentence: `it serves, but ${error.message}` };
    }
}
async function until({ ref, patience, signal, sleep }, remedy, lacks) {
    const end = performance.now() + patience;
    for (;;) {
        const fault = await lacks();
        if (fault === undefined)
            return;
        if (signal.aborted)
            throw (0,errors/* cancelled */.KW)();
        if (performance.now() >= end)
            throw new errors/* UserError */.yo(`${ref.kind}/${ref.name} ${fault} after ${Math.round(patience / 1000)} s`, remedy);
        await sleep(500);
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/in-place/spaces.js
var spaces = __webpack_require__(97896);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/replacing.js













async function replaceDatabase(task, restore) {
    const course = await begin(task);
    let rungs = [];
    if (course.note.step === 'moving' || course.note.step === 'restoring') {
        try {
            if (course.note.step === 'moving')
                await moveAside(task, course);
            rungs = await restoreFirst(task, course, restore);
            demandGood(rungs, task.uncompared);
        }
        catch (error) {
            if (task.signal.aborted)
                throw (0,errors/* cancelled */.KW)();
            await goBack(task, course, error);
            throw error;
        }
        await forgetPrevious(course);
        await step(task, course, 'starting');
    }
    if (course.note.step === 'starting') {
        await startFirst(task, course.workload, course.note.replicas);
        await step(task, course, 'done');
    }
    return { rungs: [...rungs, await untilReady(task, course.note.replicas)], aside: course.files.aside };
}
async function putBack(task) {
    const { ref } = task;
    const workload = await workloadOf(task);
    const note = noteIn(workload);
    if (note === undefined)
        throw new errors/* UserError */.yo(`nothing is under way that would restore over ${ref.kind}/${ref.name}`, 'leave it as it is');
    const course = courseOf(task, workload, note);
    if (note.step === 'starting' || note.step === 'done')
        throw new errors/* UserError */.yo(`what was restored over ${ref.kind}/${ref.name} has been started, and archives on a timeline of its own`, `restore over it once more, to another place; what was there before is in ${course.files.aside} of each volume`);
    await goBack(task, course);
}
async function begin(task) {
    const { cluster, namespace, ref, report, to } = task;
    const workload = await workloadOf(task);
    const left = noteIn(workload);
    if (left !== undefined && left.step !== 'done') {
        const course = courseOf(task, workload, left);
        if (left.step === 'putting-back' || left.step === 'back') {
            await goBack(task, course);
            throw new errors/* UserError */.yo('a run before had begun to put back what was there, and now it is back', 'see in the log of that run why; then restore again');
        }
        if (left.to !== to)
            throw new errors/* UserError */.yo(`a restore over ${ref.kind}/${ref.name} to ${left.to} is under way, and this is one to ${to}`, 'run the same again to go on with it, or with `to: before` to put back what was there');
        report(`going on with what a run before has begun, at the step ${left.step}`);
        if (left.step !== 'starting')
            await demandStopped(task, workload, course.files.aside);
        return course;
    }
    const replicas = workload.spec?.replicas ?? 1;
    if (replicas < 1)
        throw new errors/* UserError */.yo(`${ref.kind}/${ref.name} has no pods`, 'scale it as it should be, then restore');
    demandKeptClaims(workload);
    const previous = left?.id;
    const id = (0,external_node_crypto_.randomUUID)().slice(0, 8);
    const note = { id, step: 'moving', replicas, to, ...(previous === undefined ? {} : { previous }) };
    const course = courseOf(task, workload, note);
    const { resourceVersion } = workload.metadata ?? {};
    report(`stopping ${ref.kind}/${ref.name}`);
    await writeNote(cluster, { namespace, ref, resourceVersion }, note, 0);
    return course;
}
function courseOf(task, workload, note) {
    const { cluster, patience, signal, sleep } = task;
    const place = placeIn(workload, task.container, task.data, note.replicas);
    const pod = { ...podOf(task, workload), labels: (0,recovery_copy.copyLabels)({ ...task, name: nameOfCopy(task) }) };
    const files = { ...{ cluster, patience, signal, sleep, pod }, ...place, aside: asideOf(place, note.id) };
    return { workload, place, files, note };
}
const asideOf = ({ folder }, id) => `${folder}.before-${id}`;
const nameOfCopy = ({ name }) => `${name}-in-place`;
async function step({ cluster, namespace, ref }, course, next) {
    course.note = { ...course.note, step: next };
    await writeNote(cluster, { namespace, ref }, course.note);
}
async function moveAside(task, course) {
    await untilStopped(task, course.workload);
    await task.assertHeld();
    task.report(`moving what is there aside, into ${course.files.aside}`);
    await moveFiles(course.files, 'move aside');
    await step(task, course, 'restoring');
}
async function restoreFirst(task, { workload, files, place }, restore) {
    const { cluster, namespace, app, run, patience, signal, sleep, report, database } = task;
    const [first] = place.claims;
    if (first === undefined)
        throw new Error('a place without a claim');
    await task.assertHeld();
    await removeCopy(task);
    await moveFiles({ ...files, claims: [first] }, 'clear');
    const copy = await (0,recovery_copy.raiseCopy)(cluster, {
        ...{ ...podOf(task, workload), app, run, patience, signal, sleep, report },
        ...{ from: namespace, volume: claimVolume(first), place: { folder: place.folder, archives: true } },
    });
    const rungs = await restore(copy);
    const connection = { database, host: copy_pod.copySocket };
    await (0,spaces.demandOneSpace)(copy.exec, connection, signal);
    await (0,sql/* rowsOf */.RO)(copy.exec, connection, forgetTarget, signal);
    await copy.stop();
    await removeCopy(task);
    return rungs;
}
const removeCopy = (task) => (0,pod_removal/* removePod */.g)(task.cluster, (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, task.namespace, nameOfCopy(task)), undefined, task);
const forgetTarget = [
    'restore_command',
    ...['', '_action', '_inclusive', '_lsn', '_name', '_time', '_timeline', '_xid'].map(each => `recovery_target${each}`),
]
    .map(each => `alter system reset ${each};`)
    .join('\n');
function demandGood(rungs, uncompared) {
    const bad = rungs.find(({ state }) => state === 'failed' || (state === 'skipped' && !uncompared));
    if (bad === undefined)
        return;
    throw new errors/* UserError */.yo(`${bad.what}: ${bad.sentence}`, bad.state === 'failed'
        ? 'restore another backup, or to another place'
        : 'name a backup set that was counted before that place; or write `uncompared` behind what is typed in `confirm`');
}
async function goBack(task, course, why) {
    const { report } = task;
    const reason = why instanceof Error ? `: ${why.message}` : '';
    report(`what was there is put back${reason}`);
    await task.assertHeld();
    if (course.note.step !== 'back') {
        await step(task, course, 'putting-back');
        await removeCopy(task);
        await demandStopped(task, course.workload, course.files.aside);
        await moveFiles(course.files, 'move back');
        await step(task, course, 'back');
    }
    await restart(task, course.note.replicas);
    await writeNote(task.cluster, { namespace: task.namespace, ref: task.ref }, previousOf(course.note));
    report('what was there before is back');
}
const previousOf = ({ previous, ...note }) => previous === undefined ? undefined : { ...note, id: previous, step: 'done' };
async function forgetPrevious({ note, files, place }) {
    if (note.previous === undefined)
        return;
    await moveFiles({ ...files, aside: asideOf(place, note.previous) }, 'remove').catch(() => undefined);
}
async function workloadOf({ cluster, namespace, ref }) {
    const workload = await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref));
    if (workload !== undefined)
        return workload;
    throw new errors/* UserError */.yo(`there is no ${ref.kind}/${ref.name} in ${namespace}`, 'where everything is lost, restore into a namespace; this restores over what is there');
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   demandOneSpace: () => (/* binding */ demandOneSpace)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16677);


const query = `select json_build_object('spaces', count(*)) from pg_tablespace
  where spcname not in ('pg_default', 'pg_global');`;
async function demandOneSpace(exec, connection, signal) {
    const [row] = await (0,_postgres_sql_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(exec, connection, query, signal);
    if (Number(row?.spaces ?? 0) === 0)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the database has tablespaces of its own, whose files are elsewhere, and cannot be restored over itself', 'restore it into another namespace, and lead the application there');
}


/***/ }),

/***/ 67759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ removePod)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function removePod(cluster, path, uid, { patience, signal, sleep, }) {
    await cluster.remove(path, uid);
    const end = performance.now() + patience;
    for (;;) {
        const there = await cluster.get(path);
        if (there === undefined || (uid !== undefined && there.metadata?.uid !== uid))
            return;
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pod ${path.slice(path.lastIndexOf('/') + 1)} does not end`, 'see whether its node is there; remove it with kubectl delete');
        await sleep(500);
    }
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
        throw new RangeError('a text with a zero byte');
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
        .map(line => rowOf(line) ?? raise(failed(connection, `it answered ${line.slice(0, 80)}`)));
}
function rowOf(line) {
    try {
        const value = JSON.parse(line);
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const failed = ({ database }, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the database ${database} did not answer: ${problem.slice(0, 300)}`, 'mend that and run it again');
function raise(error) {
    throw error;
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
