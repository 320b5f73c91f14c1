export const id = 4158;
export const ids = [4158,8961];
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

/***/ 39795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ totalsOfBucket),
/* harmony export */   VZ: () => (/* binding */ restoreBucket),
/* harmony export */   mq: () => (/* binding */ mirrorBucket),
/* harmony export */   uM: () => (/* binding */ faultsInMirror)
/* harmony export */ });
/* unused harmony exports totalsOfObjects, readIndex */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(48961);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77462);










const atOnce = 8;
const fileOf = (folder, { key, etag }) => {
    const name = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .sha256Of */ .Bj)(JSON.stringify([key, etag]));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'objects', name.slice(0, 2), name);
};
async function mirrorBucket(bucket, folder, report) {
    const known = new Map((await readIndex(folder)).map(each => [each.key, each]));
    const listed = await bucket.list();
    const changed = listed.filter(each => !isKnown(known.get(each.key), each));
    const anew = new Set(changed.map(({ key }) => key));
    report(`${bucket.name}: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(listed.length, 'object')}, ${changed.length} to be copied`);
    const came = new Map();
    for (const each of await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapOf */ .A7)(changed, atOnce, ({ key }) => fetchOne(bucket, folder, key)))
        if (each !== undefined)
            came.set(each.key, each);
    await mustBeGone(bucket, changed.filter(({ key }) => !came.has(key)));
    const objects = listed.flatMap(({ key }) => {
        const own = came.get(key) ?? (anew.has(key) ? undefined : known.get(key));
        return own === undefined ? [] : [own];
    });
    await writeIndex(folder, objects);
    await removeOthers(folder, objects);
    return { objects, totals: totalsOfObjects(objects) };
}
async function mustBeGone(bucket, lost) {
    if (lost.length === 0)
        return;
    const there = new Set((await bucket.list()).map(({ key }) => key));
    const still = lost.filter(({ key }) => there.has(key));
    if (still.length === 0)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${bucket.name} lists ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(still.length, 'object')} that it does not give, such as ${JSON.stringify(still[0]?.key)}`, 'see whether the login may read every object, and what the store says of that one');
}
const isKnown = (known, { bytes, etag }) => known !== undefined && known.bytes === bytes && known.etag === etag;
async function fetchOne(bucket, folder, key) {
    const opened = await bucket.open(key);
    if (opened === undefined)
        return undefined;
    const file = fileOf(folder, { key, etag: opened.etag });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(file), { recursive: true });
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(opened.body, async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
        }
    }, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(`${file}.partial`));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(`${file}.partial`, file);
    return { key, bytes, sha256: hash.digest('hex'), etag: opened.etag, headers: opened.headers };
}
function totalsOfObjects(objects) {
    return {
        count: objects.length,
        bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .orderFreeHash */ .LT)(objects.map(({ key, sha256 }) => ({ path: key, sha256 }))),
    };
}
async function restoreBucket(folder, bucket, report, { again = false } = {}) {
    const objects = await readIndex(folder);
    const own = new Set(again ? objects.map(({ key }) => key) : []);
    const foreign = (await bucket.list()).filter(({ key }) => !own.has(key));
    if (foreign.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${bucket.name} is not empty: it holds ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(foreign.length, 'object')}${again ? ' of others' : ''}`, 'restore into an empty one');
    await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapOf */ .A7)(objects, atOnce, async ({ key, etag, bytes, sha256, headers }) => {
        const file = fileOf(folder, { key, etag });
        if ((await hashOf(file)) !== sha256)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`the copy of the object ${JSON.stringify(key)} is damaged or missing`, 'restore the folder from another backup');
        await bucket.put(key, { bytes, sha256, headers, body: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file) });
    });
    report(`${bucket.name}: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(objects.length, 'object')} put back`);
    return totalsOfObjects(objects);
}
async function faultsInMirror(folder) {
    const objects = await readIndex(folder);
    if (objects.length === 0)
        return ['the copy of the bucket holds nothing'];
    const faults = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapOf */ .A7)(objects, atOnce, async (each) => {
        const found = await hashOf(fileOf(folder, each));
        if (found === each.sha256)
            return undefined;
        return `the object ${JSON.stringify(each.key)} is ${found === undefined ? 'missing' : 'damaged'}`;
    });
    return faults.filter(each => each !== undefined);
}
async function totalsOfBucket(bucket) {
    const objects = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapOf */ .A7)(await bucket.list(), atOnce, async ({ key, etag }) => {
        const opened = await bucket.open(key);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of opened?.body ?? []) {
            hash.update(chunk);
            bytes += chunk.length;
        }
        return { key, bytes, sha256: hash.digest('hex'), etag, headers: {} };
    });
    return totalsOfObjects(objects);
}
async function hashOf(file) {
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
async function readIndex(folder) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined)
        return [];
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .jsonMap */ .vM)(text);
    const fault = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${folder} is no copy of a bucket`, 'name another folder');
    if (document?.schema !== 1)
        throw fault();
    return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .mapsIn */ .nf)(document.objects).map(({ key, bytes, sha256, etag, headers }) => {
        const hash = (0,_checksum_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSha256 */ .tz)(String(sha256));
        if (typeof key !== 'string' || typeof bytes !== 'number' || hash === undefined || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .isMap */ .jh)(headers))
            throw fault();
        return { key, bytes, sha256: hash, etag: String(etag), headers: headers };
    });
}
async function writeIndex(folder, objects) {
    const sorted = objects.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true });
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'index.json');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(`${file}.partial`, `${JSON.stringify({ schema: 1, objects: sorted }, undefined, 1)}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(`${file}.partial`, file);
}
async function removeOthers(folder, objects) {
    const wanted = new Set(objects.map(each => fileOf(folder, each)));
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'objects'), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const each of entries) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(each.parentPath, each.name);
        if (each.isFile() && !wanted.has(file))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file);
    }
}


/***/ }),

/***/ 84158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  claimsIn: () => (/* binding */ claimsIn),
  managedIn: () => (/* binding */ managedIn),
  objectsRung: () => (/* binding */ objectsRung),
  restoreBucketOf: () => (/* binding */ restoreBucketOf),
  restoreObjects: () => (/* binding */ restoreObjects),
  restoreSecrets: () => (/* binding */ restoreSecrets),
  restoreVolume: () => (/* binding */ restoreVolume)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/attachments.js
var attachments = __webpack_require__(92787);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/applying.js
var applying = __webpack_require__(5809);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/drift.js
var drift = __webpack_require__(34730);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/exporting.js + 3 modules
var exporting = __webpack_require__(54328);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/order.js
var order = __webpack_require__(88325);
// EXTERNAL MODULE: ./.build/js/src/recovery/cluster-objects/portable.js
var portable = __webpack_require__(83622);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/keeping.js + 2 modules
var keeping = __webpack_require__(88871);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/repository.js
var files_repository = __webpack_require__(34809);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/answers.js
var answers = __webpack_require__(91002);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/backing-up.js
var backing_up = __webpack_require__(7988);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/listing.js
var listing = __webpack_require__(27833);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/listing-script.js
var listing_script = __webpack_require__(60985);
// EXTERNAL MODULE: ./.build/js/src/recovery/files/restic.js
var restic = __webpack_require__(89643);
;// CONCATENATED MODULE: ./.build/js/src/recovery/files/restoring.js








async function restoreFiles(task) {
    const { repository, source, snapshot, into, replace, expected, exec, signal, report } = task;
    await (0,files_repository/* knownVersion */.uQ)(task);
    const there = await (0,files_repository/* snapshotsOf */.XO)(task, source);
    if (there === undefined || !there.some(({ id }) => id === snapshot))
        throw new errors/* UserError */.yo(`the backup ${snapshot.slice(0, 8)} of ${source.name} is not in ${repository.name}`, 'take it from another repository, or choose another backup');
    if (!replace)
        await mustBeEmpty(task);
    report(`${source.name}: ${snapshot.slice(0, 8)} from ${repository.name} into ${into}`);
    const answer = await (0,files_repository/* call */.T1)(task, (0,restic/* restore */.PF)({ snapshot, folder: source.folder, into, replace }), source.name);
    if (answer.code !== 0)
        throw (0,answers/* refused */.J5)(repository, `restore ${source.name}`, answer);
    const { bytes = 0 } = (0,answers/* parseRestored */.k8)(answer) ?? {};
    const files = await (0,backing_up/* listFiles */.CS)(exec, into, signal);
    report(`${source.name}: ${(0,count/* counted */.h)(files.length, 'file')} restored, ${(0,backing_up/* megabytes */.ix)(bytes)}`);
    const unsettled = new Set(expected.unsettled);
    return {
        differences: (0,listing/* compareFiles */.hZ)(expected, files),
        totals: (0,listing/* totalsOf */.vA)({ files: files.filter(({ path }) => !unsettled.has(path)) }),
    };
}
async function mustBeEmpty({ exec, into, signal }) {
    const { code, stdout, stderr } = await exec((0,listing_script/* looking */.WL)(into), { signal });
    if (signal.aborted)
        throw (0,errors/* cancelled */.KW)();
    if (code !== 0)
        throw new errors/* UserError */.yo(`the folder ${into} cannot be looked at: ${stderr.trim().slice(0, 300)}`, 'make it first, for the user that restores');
    if (stdout !== '')
        throw new errors/* UserError */.yo(`the folder ${into} is not empty`, 'restore into an empty one, or agree that what is in it is replaced');
}

// EXTERNAL MODULE: ./.build/js/src/recovery/files/worker.js
var files_worker = __webpack_require__(28023);
// EXTERNAL MODULE: ./.build/js/src/recovery/guard/tamed.js
var tamed = __webpack_require__(87568);
// EXTERNAL MODULE: ./.build/js/src/recovery/managed/dumping.js + 2 modules
var dumping = __webpack_require__(16473);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/keeping.js
var object_stores_keeping = __webpack_require__(93837);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/mirror.js
var mirror = __webpack_require__(39795);
;// CONCATENATED MODULE: ./.build/js/src/recovery/restoring-parts.js


















const compared = (what, sentences, good) => {
    const [first] = sentences;
    if (first === undefined)
        return { level: 'L3', what, state: 'passed', sentence: good };
    const more = sentences.length === 1 ? '' : `, and ${sentences.length - 1} more`;
    return { level: 'L3', what, state: 'failed', sentence: `${first}${more}` };
};
async function restoreObjects(task) {
    const { cluster, from, into, report } = task;
    const { objects } = await (0,attachments.exportIn)(task.at, task.identities);
    const all = (0,portable/* movedTo */.r)(objects, from, into);
    const { manifests, changes } = (0,tamed/* tamed */.kn)(all);
    for (const change of changes)
        report(change);
    const moved = manifests;
    const applied = await (0,applying/* applyExport */.T)({ cluster, objects: moved, overwrite: false, asleep: true, report });
    const left = new Set(applied.left);
    return [
        await objectsRung({ cluster, from, into }, moved.map(applying/* sleeping */.o).filter(each => !left.has((0,order/* keyOf */.TN)(each))), `${(0,count/* counted */.h)(applied.made.length, 'object')} made, all as they were, asleep${all.length === moved.length ? '' : `; ${all.length - moved.length} that would act by themselves left out`}`),
    ];
}
async function objectsRung({ cluster, from, into }, expected, good) {
    const differing = (0,drift/* drift */.U)({ objects: expected }, await (0,exporting/* exportNamespace */.m9)(cluster, into)).filter(({ kind, object }) => kind !== 'unexpected' && !/^(Namespace|PersistentVolume) /.test(object));
    return compared(`objects of ${from} in ${into}`, differing.map(({ sentence }) => sentence), good);
}
async function restoreSecrets(task) {
    const { cluster, from, into, report } = task;
    const secrets = (0,portable/* movedTo */.r)(await (0,attachments.secretsIn)(task.at, task.identities), from, into);
    await (0,applying/* applyExport */.T)({ cluster, objects: secrets, overwrite: false, asleep: true, report });
    const differing = [];
    for (const secret of secrets) {
        const { name } = secret.metadata;
        const found = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.secret, into, name));
        if (!(0,external_node_util_.isDeepStrictEqual)(found?.data ?? {}, secret.data ?? {}))
            differing.push(`the secret ${name} does not hold what it held`);
    }
    return [
        compared(`secrets of ${from} in ${into}`, differing, `${(0,count/* counted */.h)(secrets.length, 'secret')}, each as it was`),
    ];
}
const claimsIn = ({ volumes }) => volumes.filter(({ files }) => files !== undefined).map(({ claim }) => claim);
async function restoreVolume(task) {
    const { at, claim, from, into, repositories, repository, signal, report } = task;
    const volume = at.set.manifest.volumes.find(each => each.claim === claim);
    const source = { name: (0,keeping/* sourceName */.VZ)(at.owner, `${from}/${claim}`), folder: files_worker.mounts.claim };
    const place = chosen(volume?.files?.backups, repositories, repository, `the volume ${claim}`);
    const expected = await (0,attachments.listingIn)(at, attachments.fileNames.volume(claim));
    await claimThere(task);
    const worker = await task.raise();
    try {
        const { differences, totals } = await restoreFiles({
            ...{ ...place, source, expected, signal, report },
            ...{ exec: worker.exec, into: files_worker.mounts.claim, replace: task.replace ?? false },
        });
        return [
            compared(`files of ${claim} in ${into}`, differences.map(({ sentence }) => sentence), `${(0,count/* counted */.h)(totals.count, 'file')} of ${(totals.bytes / 1e6).toFixed(1)} MB, each with the SHA-256 that it had`),
        ];
    }
    finally {
        await worker.remove();
    }
}
async function claimThere({ cluster, at, identities, claim, from, into, report }) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.claim, into);
    if ((await cluster.get(`${path}/${claim}`)) !== undefined)
        return;
    const isIt = ({ kind, metadata }) => kind === 'PersistentVolumeClaim' && metadata.name === claim && metadata.namespace === from;
    const readable = (await (0,attachments.knownIn)(at))?.plain.filter(isIt) ?? [];
    const own = readable.length > 0 ? readable : (await (0,attachments.exportIn)(at, identities)).objects.filter(isIt);
    const found = (0,portable/* movedTo */.r)(own, from, into)[0];
    if (found === undefined)
        throw new errors/* UserError */.yo(`there is no claim ${claim} in ${into}`, 'make it, as large as the one that was lost');
    await cluster.create(path, found);
    report(`the claim ${claim} is made in ${into}`);
}
async function restoreBucketOf(task) {
    const { at, kept, target, repository, signal, report } = task;
    const { name, folder, exec, repositories } = kept;
    const noted = at.set.manifest.objectStores.find(each => each.name === name);
    const all = new Map(repositories.map(each => [each.name, each]));
    const place = chosen(noted?.backups, all, repository, `the bucket ${name}`);
    const expected = await (0,attachments.listingIn)(at, attachments.fileNames.bucket(name));
    const access = { exec, repository: place.repository, signal, report };
    const known = (0,keeping/* sourceName */.VZ)(at.owner, (0,object_stores_keeping/* bucketSource */.W)(name));
    const source = { name: known, folder: await folderThen(access, known, place.snapshot) };
    const { differences } = await restoreFiles({
        ...{ ...access, ...place, source, expected, into: folder, replace: false },
    });
    const [damaged] = differences;
    if (damaged !== undefined)
        throw new errors/* UserError */.yo(`the copy of the bucket ${name} is not as it was: ${damaged.sentence}`, 'restore it from another repository, or another set');
    await (0,mirror/* restoreBucket */.VZ)(folder, target, report);
    const found = await (0,mirror/* totalsOfBucket */.Bu)(target);
    const same = noted !== undefined && found.count === noted.count && found.hash === noted.hash;
    const problem = `it has ${(0,count/* counted */.h)(found.count, 'object')}, and not the ${noted?.count ?? 0} that it had`;
    return [
        compared(`objects of the bucket ${name}`, same ? [] : [problem], `${(0,count/* counted */.h)(found.count, 'object')} of ${(found.bytes / 1e6).toFixed(1)} MB, each read back with the SHA-256 that it had`),
    ];
}
async function folderThen(access, name, snapshot) {
    const all = (await (0,files_repository/* snapshotsOf */.XO)(access, { name })) ?? [];
    const folder = all.find(({ id }) => id === snapshot)?.folders[0];
    if (folder !== undefined)
        return folder;
    throw new errors/* UserError */.yo(`the backup ${snapshot.slice(0, 8)} of ${name} is not in ${access.repository.name}`, 'take it from another repository, or choose another backup');
}
function managedIn({ at, repository }, name, repositories) {
    const managed = at.set.manifest.managed?.find(each => each.name === name);
    const place = chosen(managed?.backups, repositories, repository, `the managed database ${name}`);
    if (managed === undefined)
        throw new Error('a dump of nothing');
    return { managed, source: (0,dumping/* dumpSource */.cw)(at.owner, name), ...place };
}
function chosen(backups = [], repositories, wanted, what) {
    for (const { repository: name, snapshot } of backups) {
        const repository = repositories.get(name);
        if (repository !== undefined && (wanted === undefined || wanted === name))
            return { repository, snapshot };
    }
    throw new errors/* UserError */.yo(`the set holds no backup of ${what}${wanted === undefined ? '' : ` in ${wanted}`}`, backups.length === 0
        ? 'take a set that holds it'
        : `name one of ${backups.map(({ repository }) => repository).join(', ')}`);
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   TG: () => (/* binding */ singleFile),
/* harmony export */   pQ: () => (/* binding */ eachOf),
/* harmony export */   v_: () => (/* binding */ bothOf)
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
function singleFile() {
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
