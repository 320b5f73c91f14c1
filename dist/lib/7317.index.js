export const id = 7317;
export const ids = [7317,7462,3780];
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

/***/ 77674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeArchive: () => (/* binding */ makeArchive)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: ./.build/js/src/recovery/images.js + 1 modules
var recovery_images = __webpack_require__(33451);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/mirror.js
var mirror = __webpack_require__(39795);
// EXTERNAL MODULE: ./.build/js/src/recovery/offline/checking.js
var checking = __webpack_require__(59453);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/durable.js


async function flushFolder(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries)
        if (entry.isFile() || entry.isDirectory())
            await flush((0,external_node_path_.join)(entry.parentPath, entry.name));
    await flush(folder);
}
async function writeDurably(file, content) {
    const partial = `${file}.partial`;
    await (0,promises_.writeFile)(partial, content, { flush: true });
    await (0,promises_.rename)(partial, file);
    await flush((0,external_node_path_.dirname)(file));
}
async function flush(path) {
    const handle = await (0,promises_.open)(path, 'r');
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}

// EXTERNAL MODULE: ./.build/js/src/recovery/offline/inventory.js
var inventory = __webpack_require__(58869);
;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/instructions.js

function instructions({ app, environment, at, set, repository, images, programs, }) {
    const versions = Object.entries(programs)
        .map(([name, version]) => `${name} ${version}`)
        .join(', ');
    return `# ${app}, ${environment}: everything that is needed to bring it back

Made ${new Date(at).toISOString()}, newest backup \`${set}\`, from the repository \`${repository}\`. With it are ${images.length} images by their digests, the repository as it was checked out, and the programs that this takes
(${versions}; for Linux on the processor that it was made on). Nothing of it is fetched from anywhere.

You need besides:

1. the **offline key**, a file that begins with \`AGE-SECRET-KEY-\` or has such a line;
2. a **Kubernetes** cluster, and a kubeconfig that may do everything in one namespace and make some in none;
3. a **registry** that the cluster can pull from, and this machine can push to;
4. an empty **bucket**, which this machine and the cluster can reach.

Then, in this folder:

\`\`\`sh
export PATH="$PWD/${inventory/* places */.zn.programs}:$PATH"
kubectl create namespace ${app}-recovered
export RECOVERED_ACCESS_KEY_ID=… RECOVERED_SECRET_ACCESS_KEY=…   # of the bucket
node ${inventory/* places */.zn.bundle}/cli/index.js recover . --key /path/to/key \\
  --into ${app}-recovered --registry registry.example.com/${app} --bucket https://s3.example.com/${app}
\`\`\`

It first reads every byte of this folder and refuses when one is not what it was. It can be run again after it failed. What is in the namespace already stays as it is, so make there beforehand what has to be
another one in the new place, such as the certificate of a store's authority, or a claim of another size or storage class.

At the end the application runs on the restored data; CronJobs are suspended. See that it is right, then lead the traffic to it.
`;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/archive.js













async function makeArchive(task) {
    const { folder, owner, set, repository, bucket, registry, images, sources, programs, config, report } = task;
    await mustBeOurs(folder, owner);
    try {
        await (0,promises_.rm)((0,external_node_path_.join)(folder, inventory/* places */.zn.index), { force: true });
        await (0,mirror/* mirrorBucket */.mq)(bucket, (0,external_node_path_.join)(folder, inventory/* places */.zn.bucket), report);
        await (0,recovery_images.saveImages)({ registry, folder: (0,external_node_path_.join)(folder, inventory/* places */.zn.images), report }, images);
        const files = await copyFiles(folder, sources);
        report(`${(0,count/* counted */.h)(files.length, 'file')} of programs and of the repository are copied`);
        const index = {
            schema: 1,
            ...{ at: task.now(), app: owner.app, environment: owner.environment },
            ...{ set: set.id, repository, config, programs: { ...programs } },
            ...{ images: [...images], files },
        };
        const whole = { ...index, files: [...files, await instruct(folder, index)] };
        report('flushing the archive to its disk');
        await flushFolder(folder);
        await writeDurably((0,external_node_path_.join)(folder, inventory/* places */.zn.index), (0,inventory/* formatArchive */.oN)(whole));
        return whole;
    }
    catch (error) {
        throw diskFault(folder, error) ?? error;
    }
}
const ours = new Set(Object.values(inventory/* places */.zn));
async function mustBeOurs(folder, { app, environment }) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, inventory/* places */.zn.index), 'utf8').catch(() => undefined);
    const index = text === undefined ? undefined : (0,inventory/* parseArchive */.cM)(text);
    const foreign = (await (0,promises_.readdir)(folder)).filter(each => !ours.has(each) && !each.endsWith('.partial') && each !== 'lost+found');
    if (foreign.length > 0)
        throw new errors/* UserError */.yo(`${folder} holds something else: ${foreign[0]}`, 'name an empty folder, or one of its own');
    if (index !== undefined && (index.app !== app || index.environment !== environment))
        throw new errors/* UserError */.yo(`${folder} holds the archive of ${index.app} in ${index.environment}`, 'name another folder for each environment');
}
async function copyFiles(folder, sources) {
    const files = [];
    for (const each of sources)
        files.push(await copyOne(folder, each));
    const wanted = new Set(files.map(({ path }) => path));
    for (const place of [inventory/* places */.zn.programs, inventory/* places */.zn.bundle, inventory/* places */.zn.checkout])
        for (const path of await pathsIn(folder, place))
            if (!wanted.has(path))
                await (0,promises_.rm)((0,external_node_path_.join)(folder, path));
    return files;
}
async function copyOne(folder, { path, from, runs = false }) {
    const target = (0,external_node_path_.join)(folder, path);
    const { size: bytes } = await (0,promises_.stat)(from);
    const sha256 = await (0,checking.hashOfFile)(from);
    if (sha256 === undefined)
        throw new errors/* UserError */.yo(`${from} cannot be read`, 'see who may read it');
    if ((await (0,checking.hashOfFile)(target)) !== sha256) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(from), (0,external_node_fs_.createWriteStream)(`${target}.partial`));
        await (0,promises_.rename)(`${target}.partial`, target);
    }
    if (runs)
        await (0,promises_.chmod)(target, 0o755);
    return { path, bytes, sha256 };
}
async function pathsIn(folder, place) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, place), { recursive: true, withFileTypes: true }).catch(() => []);
    return entries
        .filter(each => each.isFile())
        .map(each => (0,external_node_path_.join)(each.parentPath, each.name).slice(folder.length).replace(/^\//, ''));
}
async function instruct(folder, index) {
    const content = instructions(index);
    await writeDurably((0,external_node_path_.join)(folder, inventory/* places */.zn.instructions), content);
    return {
        path: inventory/* places */.zn.instructions,
        bytes: Buffer.byteLength(content),
        sha256: (0,checksum/* sha256Of */.Bj)(content),
    };
}
function diskFault(folder, error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOSPC' && code !== 'EROFS' && code !== 'EACCES' && code !== 'EDQUOT')
        return undefined;
    return new errors/* UserError */.yo(`${folder} cannot be written to (${code === 'ENOSPC' ? 'it is full' : code})`, 'make room there or name another folder, and run it again: it goes on with what is there', { cause: error });
}


/***/ }),

/***/ 5346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readUpTo)
/* harmony export */ });
async function readUpTo(body, limit, tooLarge) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body ?? []) {
        size += chunk.length;
        if (size > limit)
            throw tooLarge();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}


/***/ })

};
