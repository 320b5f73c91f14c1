export const id = 5138;
export const ids = [5138,2753];
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

/***/ 10897:
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
another one in the new place, such as the certificate of a store's authority.

At the end the application runs on the restored data; CronJobs are suspended. See that it is right, then lead the traffic to it.
`;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/offline/archive.js












async function makeArchive(task) {
    const { folder, owner, set, repository, bucket, registry, sources, programs, config, report } = task;
    await mustBeOurs(folder, owner);
    try {
        await (0,promises_.rm)((0,external_node_path_.join)(folder, inventory/* places */.zn.index), { force: true });
        await (0,mirror/* mirrorBucket */.mq)(bucket, (0,external_node_path_.join)(folder, inventory/* places */.zn.bucket), report);
        await (0,recovery_images.saveImages)({ registry, folder: (0,external_node_path_.join)(folder, inventory/* places */.zn.images), report }, set.manifest.images);
        const files = await copyFiles(folder, sources);
        report(`${(0,count/* counted */.h)(files.length, 'file')} of programs and of the repository are copied`);
        const index = {
            schema: 1,
            ...{ at: task.now(), app: owner.app, environment: owner.environment },
            ...{ set: set.id, repository, config, programs: { ...programs } },
            ...{ images: [...set.manifest.images], files },
        };
        const whole = { ...index, files: [...files, await instruct(folder, index)] };
        await write(folder, inventory/* places */.zn.index, (0,inventory/* formatArchive */.oN)(whole));
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
    await write(folder, inventory/* places */.zn.instructions, content);
    return {
        path: inventory/* places */.zn.instructions,
        bytes: Buffer.byteLength(content),
        sha256: (0,checksum/* sha256Of */.Bj)(content),
    };
}
async function write(folder, path, content) {
    const file = (0,external_node_path_.join)(folder, path);
    await (0,promises_.writeFile)(`${file}.partial`, content);
    await (0,promises_.rename)(`${file}.partial`, file);
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
