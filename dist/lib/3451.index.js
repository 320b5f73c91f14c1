export const id = 3451;
export const ids = [3451,7462,8961,5081,5274];
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

/***/ 33451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkImages: () => (/* binding */ checkImages),
  keepImages: () => (/* binding */ keepImages),
  restoreImages: () => (/* binding */ restoreImages),
  runningImages: () => (/* binding */ runningImages),
  saveImages: () => (/* binding */ saveImages)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/registry/copy.js
var copy = __webpack_require__(91152);
// EXTERNAL MODULE: ./.build/js/src/registry/layout.js
var layout = __webpack_require__(32567);
// EXTERNAL MODULE: ./.build/js/src/registry/legacy.js
var legacy = __webpack_require__(53302);
// EXTERNAL MODULE: ./.build/js/src/registry/manifest.js
var manifest = __webpack_require__(99532);
// EXTERNAL MODULE: ./.build/js/src/registry/verified.js
var verified = __webpack_require__(81);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/registry/contents.js
var contents = __webpack_require__(23931);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: ./.build/js/src/recovery/whole-file.js
var whole_file = __webpack_require__(1517);
;// CONCATENATED MODULE: ./.build/js/src/recovery/images-folder.js










const names = {
    repository: 'dev.slipway.repository',
    subject: 'dev.slipway.subject',
    tag: 'dev.slipway.tag',
};
const atOnce = 4;
const blobPath = (folder, digest) => (0,external_node_path_.join)(folder, 'blobs', ...digest.split(':'));
async function readKept(folder) {
    const foreign = (cause) => new errors/* UserError */.yo(`${folder} contains something other than images saved by slipway`, 'choose another folder', { cause });
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined) {
        const ours = /^(blobs|oci-layout|.+\.partial)$/;
        if ((await (0,promises_.readdir)(folder).catch(() => [])).every(each => ours.test(each)))
            return [];
        throw foreign();
    }
    const manifests = (0,map/* jsonMap */.vM)(text)?.manifests;
    if (!Array.isArray(manifests))
        throw foreign();
    return (0,map/* mapsIn */.nf)(manifests).map((entry) => {
        const kept = (0,contents/* descriptorOf */.nb)(entry);
        const { [names.repository]: repository, [names.subject]: subject = '', [names.tag]: tag, } = (0,map/* textMap */.sP)(entry.annotations);
        if (kept === undefined || repository === undefined)
            throw foreign();
        const { digest, mediaType, size } = kept;
        const of = (0,reference/* isDigest */.Bc)(subject) ? subject : undefined;
        return { digest, mediaType, size, repository, ...(0,map/* defined */.sw)({ subject: of, tag }) };
    });
}
async function writeKept(folder, kept) {
    const keyOf = ({ repository, digest, subject, tag }) => [repository, digest, subject, tag].join(' ');
    const all = new Map(kept.map(each => [keyOf(each), each]));
    const manifests = [...all.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { digest, mediaType, size, repository, subject, tag }]) => ({
        mediaType,
        digest,
        size,
        annotations: (0,map/* defined */.sw)({
            [names.repository]: repository,
            [names.subject]: subject,
            [names.tag]: tag,
        }),
    }));
    await (0,whole_file/* writeWhole */.f)((0,external_node_path_.join)(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    const index = JSON.stringify({ schemaVersion: 2, mediaType: manifest/* indexType */.xt, manifests });
    await (0,whole_file/* writeWhole */.f)((0,external_node_path_.join)(folder, 'index.json'), index);
}
async function putTree(folder, { blobs, manifests }, save) {
    let bytes = 0;
    await (0,parallel.eachOf)(blobs, atOnce, async (blob) => {
        const path = blobPath(folder, blob.digest);
        if ((await (0,promises_.stat)(path).catch(() => undefined))?.size === blob.size)
            return;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        const partial = `${path}.partial`;
        try {
            await save(blob, partial);
            await (0,promises_.rename)(partial, path);
        }
        catch (error) {
            await (0,promises_.rm)(partial, { force: true });
            throw error;
        }
        bytes += blob.size;
    });
    for (const { digest, body } of manifests)
        await (0,whole_file/* writeWhole */.f)(blobPath(folder, digest), body);
    return bytes;
}
async function faultOf(folder, digest) {
    const [algorithm = '', expected] = digest.split(':');
    const found = await (0,checksum/* digestOfFile */.Mk)(blobPath(folder, digest), algorithm);
    if (found === undefined)
        return `${digest} is missing`;
    return found === expected ? undefined : `${digest} is damaged`;
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/images.js










function runningImages(pods) {
    const images = new Set();
    const unknown = [];
    for (const { metadata, spec, status } of pods) {
        const statuses = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
        for (const { name, image = '' } of [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])]) {
            const { repository, digest } = (0,reference/* parseReference */.F2)(image);
            const pulled = statuses.find(each => each.name === name)?.imageID ?? '';
            const [, found = ''] = /@(sha\d+:[0-9a-f]+)$/.exec(pulled) ?? [];
            const known = digest ?? ((0,reference/* isDigest */.Bc)(found) ? found : undefined);
            if (known === undefined)
                unknown.push(`the digest of ${image} in the container ${name} of the pod ${metadata?.name} is unknown`);
            else
                images.add(`${repository}@${known}`);
        }
    }
    return { images: [...images].sort(), unknown };
}
async function saveImages(task, images) {
    const { registry, folder, report } = task;
    let kept = await readKept(folder);
    for (const image of images) {
        const { repository, digest } = (0,reference/* parseReference */.F2)(image);
        if (digest === undefined)
            throw new errors/* UserError */.yo(`${image} has no digest`, 'write it with @sha256:…');
        const tree = await treeOf(registry, repository, digest);
        const save = (blob, path) => (0,verified.saveBlob)(registry, repository, blob, path);
        let bytes = await putTree(folder, tree, save);
        const own = [keptOf(tree, repository)];
        for (const attached of await attachedTo(registry, repository, tree)) {
            bytes += await putTree(folder, attached.tree, save);
            own.push(attached.kept);
        }
        kept = [...kept, ...own];
        await writeKept(folder, kept);
        report(`${image}: ${(0,count/* counted */.h)(tree.images.length, 'platform')}, ${own.length - 1} attached, ${(bytes / 1e6).toFixed(1)} MB copied`);
    }
    return kept;
}
async function treeOf(registry, repository, digest) {
    const tree = await registry.tree(repository, digest);
    if (tree !== undefined)
        return tree;
    throw new errors/* UserError */.yo(`${repository} does not have ${digest}, which is in use`, 'push it there again, because a recovery needs it');
}
function keptOf({ root }, repository, attached = {}) {
    const { digest, mediaType, body } = root;
    return { digest, mediaType, size: body.length, repository, ...attached };
}
const deepest = 3;
async function attachedTo(registry, repository, tree) {
    const all = [];
    const known = new Set();
    let subjects = tree.manifests.map(({ digest }) => digest);
    for (let depth = 1; depth <= deepest && subjects.length > 0; depth += 1) {
        const found = [];
        for (const subject of subjects) {
            known.add(subject);
            for (const { digest } of await registry.referrers(repository, subject))
                found.push(await attachedBy(registry, repository, digest, { subject }));
            for (const suffix of legacy/* suffixes */.kT) {
                const tag = (0,legacy/* legacyTag */.w_)(subject, suffix);
                const there = tag === undefined ? undefined : await registry.manifest(repository, tag);
                if (tag !== undefined && there !== undefined)
                    found.push(await attachedBy(registry, repository, there.digest, { subject, tag }));
            }
        }
        all.push(...found);
        subjects = found.map(({ kept }) => kept.digest).filter(digest => !known.has(digest));
    }
    return all;
}
async function attachedBy(registry, repository, digest, how) {
    const tree = await treeOf(registry, repository, digest);
    return { tree, kept: keptOf(tree, repository, how) };
}
async function keepImages(task, folders, images) {
    const levelChecks = [];
    for (const { name, folder } of folders) {
        await saveImages({ ...task, folder }, images);
        const [first, ...more] = await checkImages(folder, images);
        const others = more.length === 0 ? '' : `, and ${more.length} more`;
        const whole = `${(0,count/* counted */.h)(images.length, 'image')}, every byte read back and correct`;
        levelChecks.push({
            level: 'L1',
            what: `images in ${name}`,
            state: first === undefined ? 'passed' : 'failed',
            sentence: first === undefined ? whole : `${first}${others}`,
        });
    }
    return levelChecks;
}
async function checkImages(folder, images) {
    const kept = await readKept(folder);
    const there = new Set(kept.map(({ repository, digest }) => `${repository}@${digest}`));
    const problems = images.filter(each => !there.has(each)).map(each => `${each} is not in ${folder}`);
    const faulty = new Map();
    for (const each of kept) {
        const { manifests, blobs } = await wholeTree(folder, each).catch((error) => {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            problems.push(error.message);
            return { manifests: [], blobs: [] };
        });
        for (const { digest } of [...manifests, ...blobs])
            if (!faulty.has(digest))
                faulty.set(digest, await faultOf(folder, digest));
    }
    return [...problems, ...[...faulty.values()].filter(each => each !== undefined)];
}
async function wholeTree(folder, { digest, mediaType }) {
    const tree = await (0,layout/* layoutTree */.TA)(folder, { digest, mediaType });
    if (tree !== undefined)
        return tree;
    throw new errors/* UserError */.yo(`${digest} is missing in ${folder}`, 'use another copy of the folder');
}
async function restoreImages({ registry, folder, report }, place) {
    const [problem, ...more] = await checkImages(folder, []);
    if (problem !== undefined)
        throw new errors/* UserError */.yo(`the images in ${folder} are damaged: ${problem}${more.length === 0 ? '' : `, and ${more.length} more`}`, 'use another copy of the folder');
    const kept = await readKept(folder);
    const images = kept.filter(({ subject }) => subject === undefined);
    const uploaded = new Set();
    for (const each of [...images, ...kept.filter(({ subject }) => subject !== undefined)]) {
        const repository = place(each.repository);
        const tree = await wholeTree(folder, each);
        for (const blob of tree.blobs) {
            const key = `${repository} ${blob.digest}`;
            if (uploaded.has(key))
                continue;
            const open = async (from) => (0,external_node_fs_.createReadStream)(blobPath(folder, blob.digest), { start: from });
            await registry.uploadBlob(repository, blob, open);
            uploaded.add(key);
        }
        for (const manifest of tree.manifests)
            await registry.putManifest(repository, manifest);
        await attach(registry, repository, each, tree);
        await (0,copy/* readBack */.e7)(registry, tree, repository, each.tag === undefined ? [] : [each.tag]);
        if (each.subject === undefined)
            report(`restored ${repository}@${each.digest}, ${(0,count/* counted */.h)(tree.images.length, 'platform')}`);
    }
    return images.map(({ repository, digest }) => `${place(repository)}@${digest}`);
}
async function attach(registry, repository, kept, { root }) {
    const { subject, tag, digest, mediaType, size } = kept;
    if (tag !== undefined)
        await registry.putManifest(repository, root, tag);
    else if (subject !== undefined) {
        const artifactType = (0,manifest/* artifactTypeOf */.Gh)(root.body) ?? '';
        await registry.list(repository, subject, [{ digest, mediaType, size, artifactType, annotations: {} }]);
    }
}


/***/ }),

/***/ 1517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole),
/* harmony export */   s: () => (/* binding */ diskFault)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);



async function writeWhole(file, content) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.partial`, content);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.partial`, file);
}
function diskFault(folder, error, remedy) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOSPC' && code !== 'EROFS' && code !== 'EACCES' && code !== 'EDQUOT')
        return undefined;
    const why = code === 'ENOSPC' ? 'the disk is full' : code;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${folder} cannot be written to: ${why}`, remedy, { cause: error });
}


/***/ }),

/***/ 91152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e7: () => (/* binding */ readBack),
/* harmony export */   qR: () => (/* binding */ copyContents),
/* harmony export */   u4: () => (/* binding */ eventually)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25726);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99532);






const atOnce = 4;
async function copyContents(registry, tree, from, to, carries = () => true) {
    const copied = { present: 0, mounted: 0, uploaded: 0, bytes: 0, listed: false };
    if (from === to)
        return copied;
    const refused = tree.manifests.map(({ body }) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactTypeOf */ .Gh)(body) ?? '').find(type => !carries(type));
    if (refused !== undefined)
        throw new _contents_js__WEBPACK_IMPORTED_MODULE_2__/* .IncompleteError */ .j$(`${from}@${tree.root.digest} contains ${refused}, which is not copied from there`, 'find out who pushed it, and build the image again');
    await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_4__.eachOf)(tree.blobs, atOnce, async (blob) => {
        const arrival = await registry.placeBlob(to, blob, from);
        copied[arrival] += 1;
        if (arrival === 'uploaded')
            copied.bytes += blob.size;
    });
    for (const manifest of tree.manifests) {
        const headers = await registry.putManifest(to, manifest);
        copied.listed = headers.has('oci-subject');
    }
    return copied;
}
async function readBack(registry, tree, repository, tags) {
    const read = async (at) => (await registry.manifest(repository, at))?.digest;
    for (const { digest } of tree.manifests) {
        const found = await eventually(registry, digest, () => read(digest));
        if (found === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} accepted ${digest}, but does not return it`, 'run the step again');
    }
    for (const tag of tags) {
        const found = await eventually(registry, tree.root.digest, () => read(tag));
        if (found === tree.root.digest)
            continue;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository}:${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(tag)} points to ${found ?? 'nothing'} instead of ${tree.root.digest}`, 'check whether another run moves this tag, then run the step again');
    }
}
function eventually(registry, expected, read) {
    const delay = (count) => (count === 1 ? 500 : 2000);
    return (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)({ attempts: 3, unfinished: value => value !== expected, delay, ...registry.options }, read);
}


/***/ }),

/***/ 53302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kT: () => (/* binding */ suffixes),
/* harmony export */   v7: () => (/* binding */ unitedSignatures),
/* harmony export */   w_: () => (/* binding */ legacyTag)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23931);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99532);



const suffixes = ['sig', 'att', 'sbom'];
function legacyTag(digest, suffix) {
    const tag = `${digest.replace(':', '-')}.${suffix}`;
    return tag.length <= 128 ? tag : undefined;
}
function unitedSignatures(there, ours) {
    const [base, more] = [readSignatures(there), readSignatures(ours)];
    if (base === undefined || more === undefined)
        return undefined;
    const known = new Set(base.layers.map(keyOf));
    const added = more.layers.filter(layer => !known.has(keyOf(layer)));
    if (added.length === 0)
        return there;
    const wanted = new Set(more.layers.map(keyOf));
    if (base.layers.every(layer => wanted.has(keyOf(layer))))
        return ours;
    const rootfs = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(base.config.rootfs) ? base.config.rootfs : {};
    const diffs = Array.isArray(rootfs.diff_ids) ? rootfs.diff_ids : [];
    const history = Array.isArray(base.config.history) ? base.config.history : [];
    const config = Buffer.from(JSON.stringify({
        ...base.config,
        history: [...history, ...added.map(() => ({ created: '0001-01-01T00:00:00Z' }))],
        rootfs: { ...rootfs, diff_ids: [...diffs, ...added.map(layer => (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer)?.digest)] },
    }));
    const descriptor = { ...base.descriptor, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(config), size: config.length };
    const document = { ...base.document, config: descriptor, layers: [...base.layers, ...added] };
    const body = Buffer.from(JSON.stringify(document));
    return { manifest: { ...there.manifest, digest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(body), body }, config };
}
function readSignatures({ manifest, config }) {
    const document = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(manifest.body) ?? {};
    const { config: descriptor, layers } = document;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(descriptor) || !Array.isArray(layers))
        return undefined;
    const digest = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(descriptor)?.digest;
    if (digest === undefined || !(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .fits */ .lA)(config, digest))
        return undefined;
    if (!layers.every(layer => (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer) !== undefined))
        return undefined;
    return { document, descriptor, layers, config: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(config) ?? {} };
}
function keyOf(layer) {
    const { digest } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .descriptorOf */ .nb)(layer);
    const annotations = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(layer) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(layer.annotations) ? layer.annotations : {};
    return JSON.stringify([digest, ...Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1))]);
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
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
function serialQueue() {
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
