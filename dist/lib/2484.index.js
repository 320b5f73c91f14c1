export const id = 2484;
export const ids = [2484,7462,5081];
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

/***/ 72484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupPodName: () => (/* binding */ backupPodName),
/* harmony export */   dumperName: () => (/* binding */ dumperName),
/* harmony export */   resticHost: () => (/* binding */ resticHost),
/* harmony export */   startBackupPod: () => (/* binding */ startBackupPod)
/* harmony export */ });
/* unused harmony export nodeOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90555);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77462);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46284);
/* harmony import */ var _pod_start_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7091);
/* harmony import */ var _backup_pod_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39793);









function backupPodName({ pvc, writes }) {
    const prefix = writes ? 'slipway-restore' : 'slipway-files';
    return `${prefix}-${/^[a-z0-9-]{1,45}$/.test(pvc) ? pvc : (0,_checksum_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256Of */ .Bj)(pvc).slice(0, 20)}`;
}
async function resticHost(cluster, { namespace, name }) {
    const found = await cluster
        .get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.namespace, '', namespace))
        .catch(() => undefined);
    return `slipway-${(0,_checksum_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256Of */ .Bj)(`${found?.metadata?.uid ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}/${name}`).slice(0, 20)}`;
}
async function startBackupPod(cluster, request) {
    const { namespace, name, pvc } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod, namespace);
    const { items } = await cluster.list(path);
    const left = items.find(({ metadata }) => metadata?.name === name);
    if (left !== undefined)
        await removed(cluster, `${path}/${name}`, left.metadata?.uid, request);
    const others = items.filter(each => each !== left);
    if (pvc !== undefined)
        requireUnused(others, pvc);
    const node = pvc === undefined ? undefined : nodeOf(others, pvc);
    const hostname = await resticHost(cluster, request);
    const made = await cluster.create(path, (0,_backup_pod_js__WEBPACK_IMPORTED_MODULE_7__/* .backupPodManifest */ .Hk)({ ...request, hostname, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .defined */ .sw)({ node }) }));
    const remove = () => cluster.remove(`${path}/${name}`, made.metadata?.uid);
    try {
        await (0,_pod_start_js__WEBPACK_IMPORTED_MODULE_6__/* .waitUntilRunning */ .R)(cluster, `${path}/${name}`, request);
    }
    catch (error) {
        await remove().catch(() => undefined);
        throw error;
    }
    const place = { namespace, pod: name };
    return {
        exec: (0,_exec_js__WEBPACK_IMPORTED_MODULE_5__/* .podExec */ .r)(place, cluster.reach),
        converse: command => (0,_cluster_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .execInteractive */ .w3)(place, command, { reach: cluster.reach }),
        remove,
    };
}
const dumperName = (name) => `slipway-dump-${name}`;
function requireUnused(pods, pvc) {
    const other = using(pods, pvc).find(({ metadata }) => (0,_backup_pod_js__WEBPACK_IMPORTED_MODULE_7__/* .isBackupPod */ .yV)(metadata?.labels))?.metadata;
    if (other === undefined)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the PVC ${pvc} is in use by ${other.name}, the pod of another backup or restore`, `wait until that has ended; if it was killed, remove the pod with \`kubectl -n ${other.namespace} delete pod ${other.name}\``);
}
const using = (pods, pvc) => pods.filter(({ spec, status }) => status?.phase !== 'Succeeded' &&
    status?.phase !== 'Failed' &&
    spec?.volumes?.some(each => each.persistentVolumeClaim?.claimName === pvc) === true);
function nodeOf(pods, pvc) {
    return using(pods, pvc)
        .map(({ spec }) => spec?.nodeName)
        .find(node => node !== undefined && node !== '');
}
async function removed(cluster, path, uid, { patience, sleep }) {
    await cluster.remove(path, uid);
    const end = performance.now() + patience;
    while ((await cluster.get(path))?.metadata?.uid === uid && performance.now() < end)
        await sleep(250);
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


/***/ })

};
