export const id = 2798;
export const ids = [2798,7462,5081,7896];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
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
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
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

/***/ 53909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  replaceDatabase: () => (/* binding */ replaceDatabase),
  rollBack: () => (/* binding */ rollBack)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/recovery/copy.js
var recovery_copy = __webpack_require__(69060);
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
    const whole = (0,copy_pod.copyPod)({ ...pod, name, volume: pvcVolume(pvc) });
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
    await untilEnded(task, path, `the pod that should ${what} the files of ${pvc}`);
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
            throw new errors/* UserError */.yo(`${what} ${status?.phase === 'Failed' ? 'failed' : 'did not finish'}: ${why ?? status?.conditions?.find(each => each.status === 'False')?.message ?? 'no reason given'}`, 'see its events with kubectl describe, then run the same command again to resume');
        }
        await sleep(500);
    }
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
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
function demandKeptPvcs({ metadata, spec }) {
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

;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/progress.js


const steps = ['moving', 'restoring', 'putting-back', 'back', 'starting', 'done'];
const annotation = 'slipway.dev/restore-in-place';
const isId = (value) => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);
function progressOf({ metadata }) {
    const { id, step, replicas, to, previous } = (0,map/* jsonMap */.vM)(metadata?.annotations?.[annotation] ?? '') ?? {};
    const found = steps.find(each => each === step);
    if (!isId(id) || found === undefined || typeof to !== 'string')
        return undefined;
    if (typeof replicas !== 'number' || !Number.isInteger(replicas) || replicas < 1 || replicas > 100)
        return undefined;
    return { id, step: found, replicas, to, ...(isId(previous) ? { previous } : {}) };
}
async function writeProgress(cluster, at, note, replicas) {
    const { namespace, ref, resourceVersion } = at;
    await cluster.patch((0,kinds/* pathTo */.vs)(namespace, ref), 'merge', {
        metadata: {
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
            annotations: { [annotation]: note === undefined ? null : JSON.stringify(note) },
        },
        ...(replicas === undefined ? {} : { spec: { replicas } }),
    });
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/recovery/exec.js
var recovery_exec = __webpack_require__(46284);
// EXTERNAL MODULE: ./.build/js/src/recovery/workload-pods.js
var workload_pods = __webpack_require__(11345);
;// CONCATENATED MODULE: ./.build/js/src/recovery/in-place/running.js







async function untilStopped(task, workload) {
    const remedy = 'check that its node is up and that nothing else scales the workload, then run the same command again';
    await until(task, remedy, async () => {
        const [still] = await (0,workload_pods/* listPods */.B)(task.cluster, task.namespace, workload);
        return still && `still has the pod ${still.metadata?.name}`;
    });
}
async function demandStopped(task, workload, aside) {
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
    const attempt = await begin(task);
    let levelChecks = [];
    if (attempt.progress.step === 'moving' || attempt.progress.step === 'restoring') {
        try {
            if (attempt.progress.step === 'moving')
                await setAside(task, attempt);
            levelChecks = await restoreFirst(task, attempt, restore);
            demandGood(levelChecks, task.uncompared);
        }
        catch (error) {
            if (task.signal.aborted)
                throw (0,errors/* cancelled */.KW)();
            await restoreOriginals(task, attempt, error);
            throw error;
        }
        await removePrevious(attempt);
        await step(task, attempt, 'starting');
    }
    if (attempt.progress.step === 'starting') {
        await startFirst(task, attempt.workload, attempt.progress.replicas);
        await step(task, attempt, 'done');
    }
    return {
        levelChecks: [...levelChecks, await untilReady(task, attempt.progress.replicas)],
        aside: attempt.files.aside,
    };
}
async function rollBack(task) {
    const { ref } = task;
    const workload = await workloadOf(task);
    const progress = progressOf(workload);
    if (progress === undefined)
        throw new errors/* UserError */.yo(`no in-place restore of ${ref.kind}/${ref.name} is in progress`, 'no action is needed: no original files were moved aside');
    const attempt = attemptOf(task, workload, progress);
    if (progress.step === 'starting' || progress.step === 'done')
        throw new errors/* UserError */.yo(`the restored database of ${ref.kind}/${ref.name} has already started, and archives on a new timeline`, `restore in place again, to another recovery target; the original files are in ${attempt.files.aside} of each volume`);
    await restoreOriginals(task, attempt);
}
async function begin(task) {
    const { cluster, namespace, ref, report, to } = task;
    const workload = await workloadOf(task);
    const left = progressOf(workload);
    if (left !== undefined && left.step !== 'done') {
        const attempt = attemptOf(task, workload, left);
        if (left.step === 'putting-back' || left.step === 'back') {
            await restoreOriginals(task, attempt);
            throw new errors/* UserError */.yo('the restore was not started: an earlier run was moving the original files back, and this run finished that', 'see the log of that run for the reason, then restore again');
        }
        if (left.to !== to)
            throw new errors/* UserError */.yo(`an in-place restore of ${ref.kind}/${ref.name} to ${left.to} is in progress, and this run asks for ${to}`, 'run it again with the same `to` to resume it, or with `to: before` to move the original files back');
        report(`resuming the restore of an earlier run at the step ${left.step}`);
        if (left.step !== 'starting')
            await demandStopped(task, workload, attempt.files.aside);
        return attempt;
    }
    const replicas = workload.spec?.replicas ?? 1;
    if (replicas < 1)
        throw new errors/* UserError */.yo(`${ref.kind}/${ref.name} has no pods`, 'scale it to its normal size, then restore');
    demandKeptPvcs(workload);
    const previous = left?.id;
    const id = (0,external_node_crypto_.randomUUID)().slice(0, 8);
    const progress = {
        id,
        step: 'moving',
        replicas,
        to,
        ...(previous === undefined ? {} : { previous }),
    };
    const attempt = attemptOf(task, workload, progress);
    const { resourceVersion } = workload.metadata ?? {};
    report(`stopping ${ref.kind}/${ref.name}`);
    await writeProgress(cluster, { namespace, ref, resourceVersion }, progress, 0);
    return attempt;
}
function attemptOf(task, workload, progress) {
    const { cluster, patience, signal, sleep } = task;
    const place = placeIn(workload, task.container, task.data, progress.replicas);
    const pod = { ...podOf(task, workload), labels: (0,recovery_copy.copyLabels)({ ...task, name: nameOfCopy(task) }) };
    const files = {
        ...{ cluster, patience, signal, sleep, pod },
        ...place,
        aside: asideOf(place, progress.id),
    };
    return { workload, place, files, progress };
}
const asideOf = ({ folder }, id) => `${folder}.before-${id}`;
const nameOfCopy = ({ name }) => `${name}-in-place`;
async function step({ cluster, namespace, ref }, attempt, next) {
    attempt.progress = { ...attempt.progress, step: next };
    await writeProgress(cluster, { namespace, ref }, attempt.progress);
}
async function setAside(task, attempt) {
    await untilStopped(task, attempt.workload);
    await task.assertHeld();
    task.report(`moving the original files aside, into ${attempt.files.aside}`);
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
    await moveFiles({ ...files, pvcs: [first] }, 'clear');
    const copy = await (0,recovery_copy.createCopy)(cluster, {
        ...{ ...podOf(task, workload), app, run, patience, signal, sleep, report },
        ...{ from: namespace, volume: pvcVolume(first), place: { folder: place.folder, archives: true } },
    });
    const levelChecks = await restore(copy);
    const connection = { database, host: copy_pod.copySocket };
    await (0,spaces.demandOneSpace)(copy.exec, connection, signal);
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
function demandGood(levelChecks, uncompared) {
    const bad = levelChecks.find(({ state }) => state === 'failed' || (state === 'skipped' && !uncompared));
    if (bad === undefined)
        return;
    throw new errors/* UserError */.yo(`${bad.what}: ${bad.sentence}`, bad.state === 'failed'
        ? 'restore another backup, or to another recovery target'
        : 'name a backup set that was counted before the recovery target, or append `uncompared` to `confirm`');
}
async function restoreOriginals(task, attempt, why) {
    const { report } = task;
    const reason = why instanceof Error ? `: ${why.message}` : '';
    report(`moving the original files back${reason}`);
    await task.assertHeld();
    if (attempt.progress.step !== 'back') {
        await step(task, attempt, 'putting-back');
        await removeCopy(task);
        await demandStopped(task, attempt.workload, attempt.files.aside);
        await moveFiles(attempt.files, 'move back');
        await step(task, attempt, 'back');
    }
    await restart(task, attempt.progress.replicas);
    await writeProgress(task.cluster, { namespace: task.namespace, ref: task.ref }, previousOf(attempt.progress));
    report('the original files are back');
}
const previousOf = ({ previous, ...progress }) => previous === undefined ? undefined : { ...progress, id: previous, step: 'done' };
async function removePrevious({ progress, files, place }) {
    if (progress.previous === undefined)
        return;
    await moveFiles({ ...files, aside: asideOf(place, progress.previous) }, 'remove').catch(() => undefined);
}
async function workloadOf({ cluster, namespace, ref }) {
    const workload = await cluster.get((0,kinds/* pathTo */.vs)(namespace, ref));
    if (workload !== undefined)
        return workload;
    throw new errors/* UserError */.yo(`there is no ${ref.kind}/${ref.name} in ${namespace}`, 'restore into a namespace if the workload is lost: an in-place restore needs it');
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
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the database cannot be restored in place: it has tablespaces, whose files are outside the data folder', 'restore it into another namespace, and point the application there');
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
        .map(line => rowOf(line) ?? raise(failed(connection, `unexpected output ${line.slice(0, 80)}`)));
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
const failed = ({ database }, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the query of the database ${database} failed: ${problem.slice(0, 300)}`, 'fix this error, then run the step again');
function raise(error) {
    throw error;
}


/***/ })

};
