export const id = 1434;
export const ids = [1434,4094,4363];
export const modules = {

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

/***/ 83956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ applicationOf)
/* harmony export */ });
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83622);
/* harmony import */ var _guard_side_effects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13727);


const isRecord = (kind) => kind !== undefined && kind !== 'shipped';
function applicationOf(objects, { from, to, database, service }) {
    const own = objects.filter(({ kind, metadata }) => metadata.namespace === from && kind !== 'Namespace');
    const pvcs = new RegExp(`-${database.name.replaceAll('.', '\\.')}-\\d+$`);
    const wanted = own.filter(({ kind, metadata: { name, labels } }) => !(kind === database.kind && name === database.name) &&
        !(kind === 'Service' && name === service) &&
        !(kind === 'PersistentVolumeClaim' && pvcs.test(name)) &&
        !isRecord(labels?.['slipway.dev/kind']));
    const { manifests, changes } = (0,_guard_side_effects_js__WEBPACK_IMPORTED_MODULE_1__/* .neutralize */ .YI)(wanted);
    return { objects: (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_0__/* .movedTo */ .r)(manifests, from, to), changes };
}


/***/ }),

/***/ 44363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withFilesNote: () => (/* binding */ withFilesNote)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const note = 'slipway.dev/files';
async function withFilesNote({ cluster, into, pvc, set, back, report }, restore) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pvc, into, pvc);
    const before = (await cluster.get(path))?.metadata?.annotations?.[note];
    if (before === back) {
        report(`an earlier run has restored the files of the PVC ${pvc}; keeping them`);
        return [];
    }
    const mark = async (how) => {
        await cluster.patch(path, 'merge', { metadata: { annotations: { [note]: how } } });
    };
    const begun = `begun ${set}`;
    const levelChecks = await restore(before === begun, () => mark(begun));
    if (levelChecks.every(({ state }) => state === 'passed'))
        await mark(back);
    return levelChecks;
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

/***/ 35896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ combine)
/* harmony export */ });
function combine(answers) {
    if (answers.includes('yes'))
        return 'yes';
    return answers.length > 0 && answers.every(each => each === 'no') ? 'no' : 'unknown';
}


/***/ }),

/***/ 62761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   LF: () => (/* binding */ read),
/* harmony export */   _8: () => (/* binding */ faultIn),
/* harmony export */   oi: () => (/* binding */ expectStatus)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


async function expectStatus(answer, good, bucket, what) {
    if (good.includes(answer.status))
        return;
    const code = await codeOf(answer);
    const remedies = {
        NoSuchBucket: 'create the bucket first',
        AccessDenied: 'grant the credentials this permission, and no other',
        InvalidAccessKeyId: 'check that the credentials belong to this store',
        SignatureDoesNotMatch: 'check the secret key and the region',
    };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${bucket} failed to ${what}: ${answer.status} ${code}`.trimEnd(), remedies[code] ?? 'look for this error in the documentation or the logs of the store');
}
const codeOf = async (answer) => String((await faultIn(answer))?.Code ?? '');
async function faultIn(answer) {
    const { Error: fault } = await read(answer.clone()).catch(() => ({ Error: undefined }));
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(fault) ? fault : undefined;
}
async function read(answer) {
    const { XMLParser } = await __webpack_require__.e(/* import() */ 9131).then(__webpack_require__.bind(__webpack_require__, 99131));
    const parser = new XMLParser({
        parseTagValue: false,
        processEntities: true,
        htmlEntities: true,
        trimValues: false,
    });
    return parser.parse(await answer.text());
}


/***/ }),

/***/ 10082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ signedRequests),
/* harmony export */   l: () => (/* binding */ wholeOf)
/* harmony export */ });
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46466);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77076);


async function signedRequests(bucket, { region, accessKey, secretKey, sessionToken }) {
    const [{ AwsClient }, http, https] = await Promise.all([
        __webpack_require__.e(/* import() */ 2580).then(__webpack_require__.bind(__webpack_require__, 12580)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)),
    ]);
    const client = new AwsClient({
        accessKeyId: accessKey,
        secretAccessKey: secretKey,
        service: 's3',
        region,
        retries: 0,
        ...(sessionToken === undefined ? {} : { sessionToken }),
    });
    const once = async (address, { method, headers = {}, body }) => {
        const signed = await client.sign(address, { method, headers });
        const url = new URL(address);
        const init = { method, headers: Object.fromEntries(signed.headers) };
        const outgoing = (url.protocol === 'http:' ? http : https).request(url, init);
        const answered = new Promise((resolve, reject) => {
            outgoing.once('response', resolve).once('error', reject);
        });
        outgoing.setTimeout(silence, () => outgoing.destroy(new Error(`no answer in ${silence / 1000} s`)));
        const sent = body === undefined ? outgoing.end() : (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_0__.pipeline)(body(), outgoing);
        try {
            const [answer] = await Promise.all([answered, sent]);
            return answer;
        }
        catch (error) {
            const early = await Promise.race([answered.catch(() => undefined), Promise.resolve(undefined)]);
            if (early !== undefined)
                return early;
            throw error;
        }
    };
    return {
        complete: (address, asked) => (0,_retries_js__WEBPACK_IMPORTED_MODULE_1__/* .withRetries */ .LH)(bucket, async () => wholeOf(await once(address, asked)), ({ status }) => status, () => undefined, asked.within),
        stream: (address, asked) => (0,_retries_js__WEBPACK_IMPORTED_MODULE_1__/* .withRetries */ .LH)(bucket, () => once(address, asked), ({ statusCode }) => statusCode, answer => answer.resume(), asked.within),
    };
}
const silence = 60_000;
async function wholeOf(answer) {
    const chunks = [];
    for await (const chunk of answer)
        chunks.push(chunk);
    const { statusCode: status = 500 } = answer;
    const body = status === 204 || status === 304 ? undefined : Buffer.concat(chunks);
    return new Response(body, { status, headers: plain(answer.headers) });
}
const plain = (headers) => Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : []));


/***/ }),

/***/ 1434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ restorePvcs),
/* harmony export */   filesOutside: () => (/* binding */ filesOutside),
/* harmony export */   resticIn: () => (/* binding */ resticIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92787);
/* harmony import */ var _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39793);
/* harmony import */ var _files_backup_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72484);
/* harmony import */ var _files_s3_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13012);
/* harmony import */ var _files_note_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44363);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92954);
/* harmony import */ var _restoring_parts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(84158);
/* harmony import */ var _s3_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10031);
/* harmony import */ var _starting_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(39653);










async function restorePvcs(task, { contents, application }) {
    const pvcs = (0,_restoring_parts_js__WEBPACK_IMPORTED_MODULE_7__.pvcsIn)(contents.manifest);
    const isOne = ({ kind, metadata }) => kind === 'PersistentVolumeClaim' && pvcs.includes(metadata.name);
    await (0,_starting_js__WEBPACK_IMPORTED_MODULE_9__/* .createMissing */ .PM)(task, application.filter(isOne));
    const [levelChecks, notRestored] = [[], []];
    for (const pvc of pvcs) {
        const own = await restorePvc(task, contents, pvc);
        levelChecks.push(...own);
        if (own.some(({ state }) => state !== 'passed'))
            notRestored.push(pvc);
    }
    return { levelChecks, notRestored };
}
function restorePvc(task, contents, pvc) {
    const { recorder, signal } = task;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_6__/* .partOrFailure */ .z1)(`files of the PVC ${pvc}`, signal, () => (0,_files_note_js__WEBPACK_IMPORTED_MODULE_5__.withFilesNote)({ ...task, pvc, set: contents.at.set.id, back: 'back' }, (replace, begins) => recorder.during('restore', () => restored(task, contents, pvc, replace, begins))));
}
async function restored(task, contents, pvc, replace, begins) {
    const { cluster, from, into, backupPod, patience, signal, sleep, report } = task;
    if (backupPod === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the archive does not hold the image of `backup-pod`, which restores files', `restore them with \`slipway restore --include volume/${pvc}\` and another image`);
    const repository = await resticOf(task, contents, pvc);
    return (0,_restoring_parts_js__WEBPACK_IMPORTED_MODULE_7__.restoreVolume)({
        cluster,
        pvc,
        from,
        into,
        replace,
        begins,
        signal,
        report,
        at: contents.at,
        identities: contents.identities,
        repository: repository.name,
        repositories: new Map([[repository.name, repository]]),
        raise: () => (0,_files_backup_pods_js__WEBPACK_IMPORTED_MODULE_3__.startBackupPod)(cluster, {
            ...(0,_files_backup_pod_js__WEBPACK_IMPORTED_MODULE_2__/* .declaredPod */ .WX)(backupPod),
            namespace: into,
            name: (0,_files_backup_pods_js__WEBPACK_IMPORTED_MODULE_3__.backupPodName)({ pvc, writes: true }),
            pvc,
            writes: true,
            patience,
            deadline: _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_2__/* .backupPodDeadline */ .Wl,
            signal,
            sleep,
        }),
    });
}
async function resticOf({ repository: { name, restic }, newBucket, backupPod }, { at, identities, manifest }, pvc) {
    if (restic === undefined || !isKeptIn(manifest, pvc, name))
        throw outside(manifest, pvc, name);
    const repository = (0,_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .s3Repository */ .n)({ ...newBucket, url: `${newBucket.url}/${restic}`.replace(/\/$/, '') }, { name, passphrase: await (0,_attachments_js__WEBPACK_IMPORTED_MODULE_1__.passphraseIn)(at, name, identities), locked: true });
    return (0,_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .inPod */ .v)(repository, backupPod?.['ca-configmap']);
}
function resticIn({ repositories }, name) {
    const { store, restic } = repositories[name] ?? {};
    if (store?.url === undefined || restic === undefined)
        return undefined;
    const [archived, own] = [(0,_s3_js__WEBPACK_IMPORTED_MODULE_8__.placeOf)(store.url), (0,_s3_js__WEBPACK_IMPORTED_MODULE_8__.placeOf)(restic.url)];
    const nameOf = (bucket) => new URL(bucket).pathname;
    return nameOf(archived.bucket) === nameOf(own.bucket) ? own.prefix : undefined;
}
function filesOutside(manifest, repository, recovery) {
    const isThere = resticIn(recovery, repository) !== undefined;
    return (0,_restoring_parts_js__WEBPACK_IMPORTED_MODULE_7__.pvcsIn)(manifest)
        .filter(pvc => !isThere || !isKeptIn(manifest, pvc, repository))
        .map(pvc => `the archive will not hold the files of ${pvc}: ${outside(manifest, pvc, repository).sentence}`);
}
const backupsOf = ({ volumes }, pvc) => volumes.find(each => each.pvc === pvc)?.files?.backups ?? [];
const isKeptIn = (manifest, pvc, repository) => backupsOf(manifest, pvc).some(each => each.repository === repository);
function outside(manifest, pvc, repository) {
    const others = backupsOf(manifest, pvc)
        .map(each => each.repository)
        .filter(each => each !== repository);
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(isKeptIn(manifest, pvc, repository)
        ? `\`restic\` of ${repository} is in another bucket than its \`store\`, and only that is archived`
        : `they are backed up to ${others.join(' and ')}, but only ${repository} is archived`, `set \`restic\` of ${repository} to an address in the bucket of its \`store\`, and add ${repository} to \`to\` of the PVC`);
}


/***/ }),

/***/ 39653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PM: () => (/* binding */ createMissing),
/* harmony export */   cm: () => (/* binding */ applicationIn),
/* harmony export */   xL: () => (/* binding */ startApplication)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _cluster_objects_applying_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5809);
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83622);
/* harmony import */ var _copy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69060);
/* harmony import */ var _drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83956);
/* harmony import */ var _guard_side_effects_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13727);









async function createMissing({ cluster, report }, objects) {
    const missing = [];
    for (const object of objects) {
        if (await isThere(cluster, object))
            report(`keeping ${object.kind}/${object.metadata.name}, which exists already`);
        else
            missing.push(object);
    }
    if (missing.length > 0)
        await (0,_cluster_objects_applying_js__WEBPACK_IMPORTED_MODULE_2__/* .applyExport */ .T)({ cluster, objects: missing, overwrite: false, scaledDown: true, report });
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
        const around = (0,_drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .applicationOf */ .K)(rest, { from, to: from, database: workload, service });
        rest = around.objects;
        changes.push(...around.changes);
    }
    return { objects: (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__/* .movedTo */ .r)(rest, from, into), changes };
}
async function startApplication(task, objects, notRestored) {
    const { cluster, into, report } = task;
    const changes = [];
    if (notRestored.databases.length > 0)
        return {
            started: [],
            changes: notRestored.databases.map(pod => `the application is not started: a check of the database in the pod ${pod} failed. Run the step again to restore it again. To use it as it is, first run \`kubectl -n ${into} annotate pod ${pod} ${_copy_js__WEBPACK_IMPORTED_MODULE_4__.finishedNote}=accepted\``),
        };
    const starting = [];
    for (const object of objects) {
        const replicas = (0,_guard_side_effects_js__WEBPACK_IMPORTED_MODULE_6__/* .replicasBefore */ .PY)(object);
        if (replicas === undefined || replicas === 0)
            continue;
        const title = `${object.kind}/${object.metadata.name}`;
        const pvc = notRestored.pvcs.find(each => mounts(object, each));
        if (pvc !== undefined) {
            changes.push(`${title} is not started: the files of its PVC ${pvc} are not restored`);
            continue;
        }
        const resource = object.kind === 'StatefulSet' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, into, object.metadata.name);
        if (await sleeps(cluster, path))
            await cluster.patch(path, 'merge', { spec: { replicas } });
        starting.push({ path, title, replicas });
    }
    for (const each of starting)
        await untilReady(task, each);
    report(`started ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(starting.length, 'workload')} of the application`);
    return { started: starting.map(({ title }) => title), changes };
}
async function sleeps(cluster, path) {
    const live = await cluster.get(path);
    return live !== undefined && live.spec?.replicas === 0 && (0,_guard_side_effects_js__WEBPACK_IMPORTED_MODULE_6__/* .replicasBefore */ .PY)(live) !== undefined;
}
function mounts(object, pvc) {
    const spec = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(object.spec) ? object.spec : {};
    const template = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(spec.template) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(spec.template.spec) ? spec.template.spec : {};
    const named = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .mapsIn */ .nf)(template.volumes).some(({ persistentVolumeClaim: of }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(of) && of.claimName === pvc);
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .mapsIn */ .nf)(spec.volumeClaimTemplates).map(({ metadata }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(metadata) ? `${metadata.name}-${object.metadata.name}-` : '');
    return named || templates.some(start => start !== '' && pvc.startsWith(start));
}
async function untilReady({ cluster, into, patience, sleep, signal }, { path, title, replicas }) {
    const end = performance.now() + patience;
    for (;;) {
        signal.throwIfAborted();
        const live = await cluster.get(path);
        const ready = live?.status?.readyReplicas ?? 0;
        if (ready >= replicas)
            return;
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`only ${ready} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(replicas, 'pod')} of ${title} are ready after ${Math.round(patience / 1000)} s`, `find out why: \`kubectl -n ${into} describe ${title}\`; an image, a Secret or a volume may be missing`);
        await sleep(1000);
    }
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

/***/ 10031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   placeOf: () => (/* binding */ placeOf),
/* harmony export */   s3Store: () => (/* binding */ s3Store)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _guard_facts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35896);
/* harmony import */ var _object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62761);
/* harmony import */ var _object_stores_requests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10082);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34120);








async function s3Store(options) {
    const bucketUrl = placeOf(options.url);
    const requests = await (0,_object_stores_requests_js__WEBPACK_IMPORTED_MODULE_4__/* .signedRequests */ .N)(bucketUrl.bucket, options);
    const url = (path) => `${bucketUrl.bucket}/${keyOf(bucketUrl, path).split('/').map(encodeURIComponent).join('/')}`;
    const call = (address, asked = { method: 'GET' }) => requests.complete(address, asked);
    return {
        name: options.url,
        put: async (path, content, lockedUntil) => {
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest();
            const headers = {
                'content-length': String(content.length),
                'x-amz-content-sha256': hash.toString('hex'),
                'x-amz-checksum-sha256': hash.toString('base64'),
                ...(lockedUntil === undefined ? {} : lockHeaders(lockedUntil)),
            };
            const body = content.length === 0 ? {} : { body: () => node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from([content]) };
            const answer = await call(url(path), { method: 'PUT', headers, ...body });
            await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, `store ${path}`);
        },
        get: async (path) => {
            const answer = await call(url(path));
            if (answer.status === 404 && (await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(answer)) !== 'NoSuchBucket')
                return undefined;
            await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, `return ${path}`);
            return new Uint8Array(await answer.arrayBuffer());
        },
        remove: async (path) => {
            const answer = await call(url(path), { method: 'DELETE' });
            if (answer.status !== 404)
                await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200, 204], bucketUrl.bucket, `delete ${path}`);
        },
        list: prefix => listAll(call, bucketUrl, prefix),
        lockedUntil: async (path) => {
            const answer = await call(`${url(path)}?retention`);
            if (answer.status === 404 || answer.status === 400)
                return undefined;
            await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, `report whether ${path} is locked`);
            const retention = Object.values(await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .LF)(answer)).find(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh);
            if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(retention) || retention.Mode !== 'COMPLIANCE')
                return undefined;
            const until = Date.parse(String(retention.RetainUntilDate));
            return Number.isNaN(until) ? undefined : until;
        },
        lockedByDefault: async () => {
            const answer = await call(`${bucketUrl.bucket}?object-lock`);
            if (answer.status === 404 && (await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(answer)) !== 'NoSuchBucket')
                return undefined;
            await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, 'report its default retention');
            return defaultIn(await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .LF)(answer));
        },
        mayDelete: () => mayDelete(call, bucketUrl).catch(() => 'unknown'),
    };
}
async function mayDelete(call, bucketUrl) {
    const missing = `${bucketUrl.bucket}/${keyOf(bucketUrl, `slipway-may-delete-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`)}`;
    const answers = [];
    for (const address of [`${missing}?versionId=null`, missing]) {
        const answer = await call(address, { method: 'DELETE' });
        if (answer.ok)
            return 'yes';
        answers.push(answer.status === 403 && (await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(answer)) === 'AccessDenied' ? 'no' : 'unknown');
    }
    const query = new URLSearchParams({ 'list-type': '2', 'max-keys': '1', prefix: bucketUrl.prefix });
    const looks = await call(`${bucketUrl.bucket}?${query}`);
    return looks.ok ? (0,_guard_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .combine */ .k)(answers) : 'unknown';
}
function defaultIn({ ObjectLockConfiguration: lock }) {
    const rule = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(lock) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(lock.Rule) ? lock.Rule.DefaultRetention : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(rule) || rule.Mode !== 'COMPLIANCE')
        return undefined;
    const days = rule.Days === undefined ? Number(rule.Years) * 365 : Number(rule.Days);
    return Number.isFinite(days) && days > 0 ? days * 86_400_000 : undefined;
}
const lockHeaders = (until) => ({
    'x-amz-object-lock-mode': 'COMPLIANCE',
    'x-amz-object-lock-retain-until-date': new Date(until).toISOString(),
});
function placeOf(address) {
    const url = new URL(address);
    const [bucket = '', ...prefix] = url.pathname.split('/').filter(each => each !== '');
    if (bucket === '')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the address ${address} has no bucket`, 'write the bucket after the host, such as https://s3.example.com/backups/shop');
    return { bucket: `${url.origin}/${bucket}`, prefix: prefix.join('/') };
}
const keyOf = ({ prefix }, path) => `${prefix === '' ? '' : `${prefix}/`}${(0,_store_js__WEBPACK_IMPORTED_MODULE_5__/* .checkedPath */ .t)(path)}`;
async function listAll(call, bucketUrl, prefix) {
    const found = [];
    const top = bucketUrl.prefix === '' ? '' : `${bucketUrl.prefix}/`;
    const below = prefix === '' ? top : `${keyOf(bucketUrl, prefix)}/`;
    for (let token = ''; token !== undefined;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: below });
        if (token !== '')
            query.set('continuation-token', token);
        const answer = await call(`${bucketUrl.bucket}?${query}`);
        await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .expectStatus */ .oi)(answer, [200], bucketUrl.bucket, 'list objects');
        const { ListBucketResult: page } = await (0,_object_stores_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .read */ .LF)(answer);
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(page))
            throw new Error('the listing of a bucket is invalid');
        for (const each of [page.Contents ?? []].flat())
            if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(each))
                found.push({ path: String(each.Key).slice(top.length), bytes: Number(each.Size) });
        token = page.IsTruncated === 'true' ? String(page.NextContinuationToken) : undefined;
    }
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}


/***/ })

};
