export const id = 1434;
export const ids = [1434,4120];
export const modules = {

/***/ 83956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ applicationOf)
/* harmony export */ });
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83622);
/* harmony import */ var _guard_side_effects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13727);


function applicationOf(objects, { from, to, database, service }) {
    const own = objects.filter(({ kind, metadata }) => metadata.namespace === from && kind !== 'Namespace');
    const pvcs = new RegExp(`-${database.name.replaceAll('.', '\\.')}-\\d+$`);
    const wanted = own.filter(({ kind, metadata: { name, labels } }) => !(kind === database.kind && name === database.name) &&
        !(kind === 'Service' && name === service) &&
        !(kind === 'PersistentVolumeClaim' && pvcs.test(name)) &&
        labels?.['slipway.dev/kind'] === undefined);
    const { manifests, changes } = (0,_guard_side_effects_js__WEBPACK_IMPORTED_MODULE_1__/* .neutralize */ .YI)(wanted);
    return { objects: (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_0__/* .movedTo */ .r)(manifests, from, to), changes };
}


/***/ }),

/***/ 72484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupPodName: () => (/* binding */ backupPodName),
/* harmony export */   dumperName: () => (/* binding */ dumperName),
/* harmony export */   nodeOf: () => (/* binding */ nodeOf),
/* harmony export */   startBackupPod: () => (/* binding */ startBackupPod)
/* harmony export */ });
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90555);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77462);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46284);
/* harmony import */ var _pod_start_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7091);
/* harmony import */ var _backup_pod_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39793);






const backupPodName = (pvc) => /^[a-z0-9-]{1,45}$/.test(pvc) ? `slipway-files-${pvc}` : `slipway-files-${(0,_checksum_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .Bj)(pvc).slice(0, 20)}`;
async function startBackupPod(cluster, request) {
    const { namespace, name, pvc } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, namespace);
    const { items } = await cluster.list(path);
    const left = items.find(({ metadata }) => metadata?.name === name);
    if (left !== undefined)
        await removed(cluster, `${path}/${name}`, left.metadata?.uid, request);
    const others = items.filter(each => each !== left);
    const node = pvc === undefined ? undefined : nodeOf(others, pvc);
    const pod = (0,_backup_pod_js__WEBPACK_IMPORTED_MODULE_5__/* .backupPodManifest */ .Hk)({ ...request, ...(node === undefined ? {} : { node }) });
    const made = await cluster.create(path, pod);
    const remove = () => cluster.remove(`${path}/${name}`, made.metadata?.uid);
    try {
        await (0,_pod_start_js__WEBPACK_IMPORTED_MODULE_4__/* .waitUntilRunning */ .R)(cluster, `${path}/${name}`, request);
    }
    catch (error) {
        await remove().catch(() => undefined);
        throw error;
    }
    const place = { namespace, pod: name };
    return {
        exec: (0,_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .podExec */ .r)(place, cluster.reach),
        converse: command => (0,_cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .execInteractive */ .w3)(place, command, { reach: cluster.reach }),
        remove,
    };
}
const dumperName = (name) => `slipway-dump-${name}`;
function nodeOf(pods, pvc) {
    const using = pods.filter(({ spec, status }) => status?.phase !== 'Succeeded' &&
        status?.phase !== 'Failed' &&
        spec?.volumes?.some(each => each.persistentVolumeClaim?.claimName === pvc) === true);
    return using.map(({ spec }) => spec?.nodeName).find(node => node !== undefined && node !== '');
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   filesOutside: () => (/* binding */ filesOutside),
/* harmony export */   resticIn: () => (/* binding */ resticIn),
/* harmony export */   restorePvcs: () => (/* binding */ restorePvcs)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92787);
/* harmony import */ var _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39793);
/* harmony import */ var _files_backup_pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72484);
/* harmony import */ var _files_s3_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13012);
/* harmony import */ var _restoring_parts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84158);
/* harmony import */ var _s3_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10031);
/* harmony import */ var _starting_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39653);









async function restorePvcs(task, { contents, application }) {
    const pvcs = (0,_restoring_parts_js__WEBPACK_IMPORTED_MODULE_6__.pvcsIn)(contents.manifest);
    const isOne = ({ kind, metadata }) => kind === 'PersistentVolumeClaim' && pvcs.includes(metadata.name);
    await (0,_starting_js__WEBPACK_IMPORTED_MODULE_8__/* .createMissing */ .PM)(task, application.filter(isOne));
    const [levelChecks, notRestored] = [[], []];
    for (const pvc of pvcs) {
        const own = await restorePvc(task, contents, pvc);
        levelChecks.push(...own);
        if (own.some(({ state }) => state !== 'passed'))
            notRestored.push(pvc);
    }
    return { levelChecks, notRestored };
}
const note = 'slipway.dev/files';
async function restorePvc(task, contents, pvc) {
    const { cluster, into, report, recorder, signal } = task;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pvc, into, pvc);
    const before = (await cluster.get(path))?.metadata?.annotations?.[note];
    if (before === 'back') {
        report(`an earlier run has restored the files of the PVC ${pvc}; keeping them`);
        return [];
    }
    const mark = async (how) => {
        await cluster.patch(path, 'merge', { metadata: { annotations: { [note]: how } } });
    };
    try {
        const levelChecks = await recorder.during('restore', () => restored(task, contents, pvc, before === 'begun', () => mark('begun')));
        if (levelChecks.every(({ state }) => state === 'passed'))
            await mark('back');
        return levelChecks;
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || signal.aborted)
            throw error;
        return [{ level: 'L2', what: `files of the PVC ${pvc}`, state: 'failed', sentence: error.sentence }];
    }
}
async function restored(task, contents, pvc, replace, begins) {
    const { cluster, from, into, backupPod, patience, signal, sleep, report } = task;
    if (backupPod === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the archive does not hold the image of `backup-pod`, which restores files', `restore them with \`slipway restore --include volume/${pvc}\` and another image`);
    const repository = await resticOf(task, contents, pvc);
    return (0,_restoring_parts_js__WEBPACK_IMPORTED_MODULE_6__.restoreVolume)({
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
        raise: () => (0,_files_backup_pods_js__WEBPACK_IMPORTED_MODULE_4__.startBackupPod)(cluster, {
            ...(0,_files_backup_pod_js__WEBPACK_IMPORTED_MODULE_3__/* .declaredPod */ .WX)(backupPod),
            namespace: into,
            name: (0,_files_backup_pods_js__WEBPACK_IMPORTED_MODULE_4__.backupPodName)(pvc),
            pvc,
            writes: true,
            patience,
            deadline: _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_3__/* .backupPodDeadline */ .Wl,
            signal,
            sleep,
        }),
    });
}
async function resticOf({ repository: { name, restic }, newBucket, backupPod }, { at, identities, manifest }, pvc) {
    if (restic === undefined || !isKeptIn(manifest, pvc, name))
        throw outside(manifest, pvc, name);
    const repository = (0,_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .s3Repository */ .n)({ ...newBucket, url: `${newBucket.url}/${restic}`.replace(/\/$/, '') }, { name, passphrase: await (0,_attachments_js__WEBPACK_IMPORTED_MODULE_2__.passphraseIn)(at, name, identities), locked: true });
    return (0,_files_s3_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .inPod */ .v)(repository, backupPod?.['ca-configmap']);
}
function resticIn({ repositories }, name) {
    const { store, restic } = repositories[name] ?? {};
    if (store?.url === undefined || restic === undefined)
        return undefined;
    const [archived, own] = [(0,_s3_js__WEBPACK_IMPORTED_MODULE_7__.placeOf)(store.url), (0,_s3_js__WEBPACK_IMPORTED_MODULE_7__.placeOf)(restic.url)];
    const nameOf = (bucket) => new URL(bucket).pathname;
    return nameOf(archived.bucket) === nameOf(own.bucket) ? own.prefix : undefined;
}
function filesOutside(manifest, repository, recovery) {
    const isThere = resticIn(recovery, repository) !== undefined;
    return (0,_restoring_parts_js__WEBPACK_IMPORTED_MODULE_6__.pvcsIn)(manifest)
        .filter(pvc => !isThere || !isKeptIn(manifest, pvc, repository))
        .map(pvc => `the archive will not hold the files of ${pvc}: ${outside(manifest, pvc, repository).sentence}`);
}
const backupsOf = ({ volumes }, pvc) => volumes.find(each => each.pvc === pvc)?.files?.backups ?? [];
const isKeptIn = (manifest, pvc, repository) => backupsOf(manifest, pvc).some(each => each.repository === repository);
function outside(manifest, pvc, repository) {
    const others = backupsOf(manifest, pvc)
        .map(each => each.repository)
        .filter(each => each !== repository);
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(isKeptIn(manifest, pvc, repository)
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
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60630);
/* harmony import */ var _cluster_objects_applying_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5809);
/* harmony import */ var _cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83622);
/* harmony import */ var _drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83956);
/* harmony import */ var _guard_side_effects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13727);








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
        const around = (0,_drill_scratch_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .applicationOf */ .K)(rest, { from, to: from, database: workload, service });
        rest = around.objects;
        changes.push(...around.changes);
    }
    return { objects: (0,_cluster_objects_portable_js__WEBPACK_IMPORTED_MODULE_3__/* .movedTo */ .r)(rest, from, into), changes };
}
async function startApplication(task, objects, notRestored) {
    const { cluster, into, report } = task;
    const [started, changes] = [[], []];
    for (const object of objects) {
        const replicas = (0,_guard_side_effects_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasBefore */ .PY)(object);
        if (replicas === undefined || replicas === 0)
            continue;
        const title = `${object.kind}/${object.metadata.name}`;
        const pvc = notRestored.find(each => mounts(object, each));
        if (pvc !== undefined) {
            changes.push(`${title} is not started: the files of its PVC ${pvc} are not restored`);
            continue;
        }
        const resource = object.kind === 'StatefulSet' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment;
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, into, object.metadata.name);
        if (await sleeps(cluster, path))
            await cluster.patch(path, 'merge', { spec: { replicas } });
        await untilReady(task, path, title, replicas);
        started.push(title);
    }
    report(`started ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(started.length, 'workload')} of the application`);
    return { started, changes };
}
async function sleeps(cluster, path) {
    const live = await cluster.get(path);
    return live !== undefined && live.spec?.replicas === 0 && (0,_guard_side_effects_js__WEBPACK_IMPORTED_MODULE_5__/* .replicasBefore */ .PY)(live) !== undefined;
}
function mounts(object, pvc) {
    const spec = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(object.spec) ? object.spec : {};
    const template = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(spec.template) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(spec.template.spec) ? spec.template.spec : {};
    const named = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(template.volumes).some(({ persistentVolumeClaim: of }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(of) && of.claimName === pvc);
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .mapsIn */ .nf)(spec.volumeClaimTemplates).map(({ metadata }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_7__/* .isMap */ .jh)(metadata) ? `${metadata.name}-${object.metadata.name}-` : '');
    return named || templates.some(start => start !== '' && pvc.startsWith(start));
}
async function untilReady({ cluster, into, patience, sleep, signal }, path, title, replicas) {
    const end = performance.now() + patience;
    for (;;) {
        signal.throwIfAborted();
        const live = await cluster.get(path);
        const ready = live?.status?.readyReplicas ?? 0;
        if (ready >= replicas)
            return;
        if (performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`only ${ready} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(replicas, 'pod')} of ${title} are ready after ${Math.round(patience / 1000)} s`, `find out why: \`kubectl -n ${into} describe ${title}\`; an image, a Secret or a volume may be missing`);
        await sleep(1000);
    }
}


/***/ }),

/***/ 7091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ waitUntilRunning)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function waitUntilRunning(cluster, path, { name, patience, signal, sleep, }) {
    const end = performance.now() + patience;
    for (;;) {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
        const pod = await cluster.get(path);
        const state = pod?.status?.containerStatuses?.[0]?.state;
        if (state?.running !== undefined)
            return pod?.metadata?.uid ?? '';
        const ended = state?.terminated;
        if (pod === undefined || ended !== undefined || performance.now() >= end)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pod ${name} does not start: ${ended?.message ?? ended?.reason ?? state?.waiting?.message ?? state?.waiting?.reason ?? pod?.status?.conditions?.find(({ status }) => status === 'False')?.message ?? 'no reason given'}`, `check its events with \`kubectl describe pod ${name}\`: an image, a volume or capacity may be missing`);
        await sleep(500);
    }
}


/***/ }),

/***/ 10031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
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
const keyOf = ({ prefix }, path) => `${prefix === '' ? '' : `${prefix}/`}${(0,_store_js__WEBPACK_IMPORTED_MODULE_5__.checkedPath)(path)}`;
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


/***/ }),

/***/ 34120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkedPath: () => (/* binding */ checkedPath),
/* harmony export */   folderStore: () => (/* binding */ folderStore)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);



const part = /^(?!\.\.?$)[A-Za-z0-9._@+=-]{1,200}$/;
function checkedPath(path) {
    if (path.split('/').every(each => part.test(each)) && path.length <= 900)
        return path;
    throw new RangeError(`"${path}" is not a path of a store`);
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
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.partial`, content);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.partial`, file);
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


/***/ })

};
