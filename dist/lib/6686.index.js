export const id = 6686;
export const ids = [6686,7462];
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
// EXTERNAL MODULE: ./.build/js/src/registry/save.js
var registry_save = __webpack_require__(69200);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
;// CONCATENATED MODULE: ./.build/js/src/recovery/images-folder.js








const names = {
    repository: 'dev.slipway.repository',
    subject: 'dev.slipway.subject',
    tag: 'dev.slipway.tag',
};
const atOnce = 4;
const blobPath = (folder, digest) => (0,external_node_path_.join)(folder, 'blobs', ...digest.split(':'));
async function readKept(folder) {
    const foreign = (cause) => new errors/* UserError */.yo(`${folder} holds something else than images that slipway put there`, 'name another folder', {
        cause,
    });
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
        const { digest, mediaType, size, annotations } = entry;
        const { [names.repository]: repository, [names.subject]: subject, [names.tag]: tag, } = (0,map/* isMap */.jh)(annotations) ? annotations : {};
        if (typeof digest !== 'string' || !(0,reference/* isDigest */.Bc)(digest) || typeof repository !== 'string')
            throw foreign();
        return {
            ...{ digest, mediaType: String(mediaType), size: Number(size), repository },
            ...(typeof subject === 'string' && (0,reference/* isDigest */.Bc)(subject) ? { subject } : {}),
            ...(typeof tag === 'string' ? { tag } : {}),
        };
    });
}
async function writeKept(folder, kept) {
    const keyOf = ({ repository, digest, subject, tag }) => [repository, digest, subject, tag].join(' ');
    const all = new Map(kept.map(each => [keyOf(each), each]));
    const manifests = [...all.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { digest, mediaType, size, repository, subject, tag }]) => ({
        ...{ mediaType, digest, size },
        annotations: {
            [names.repository]: repository,
            ...(subject === undefined ? {} : { [names.subject]: subject }),
            ...(tag === undefined ? {} : { [names.tag]: tag }),
        },
    }));
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const write = async (name, content) => {
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, `${name}.partial`), content);
        await (0,promises_.rename)((0,external_node_path_.join)(folder, `${name}.partial`), (0,external_node_path_.join)(folder, name));
    };
    await (0,promises_.mkdir)(folder, { recursive: true });
    await write('oci-layout', '{"imageLayoutVersion":"1.0.0"}');
    await write('index.json', JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
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
    for (const { digest, body } of manifests) {
        const path = blobPath(folder, digest);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(`${path}.partial`, body);
        await (0,promises_.rename)(`${path}.partial`, path);
    }
    return bytes;
}
async function faultOf(folder, digest) {
    const [algorithm = '', expected] = digest.split(':');
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(blobPath(folder, digest)))
            hash.update(chunk);
    }
    catch {
        return `${digest} is missing`;
    }
    return hash.digest('hex') === expected ? undefined : `${digest} is damaged`;
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
                unknown.push(`nobody can tell which ${image} the container ${name} of the pod ${metadata?.name} runs`);
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
            throw new errors/* UserError */.yo(`${image} names no digest`, 'name it with @sha256:…');
        const tree = await treeOf(registry, repository, digest);
        const save = (blob, path) => (0,registry_save/* saveBlob */.H)(registry, repository, blob, path);
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
    throw new errors/* UserError */.yo(`${repository} does not have ${digest}, which runs`, 'push it there again, or nothing can be recovered with it');
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
    const rungs = [];
    for (const { name, folder } of folders) {
        await saveImages({ ...task, folder }, images);
        const [first, ...more] = await checkImages(folder, images);
        rungs.push({
            level: 'L1',
            what: `images in ${name}`,
            ...(first === undefined
                ? {
                    state: 'passed',
                    sentence: `${(0,count/* counted */.h)(images.length, 'image')}, every byte read back and right`,
                }
                : {
                    state: 'failed',
                    sentence: `${first}${more.length === 0 ? '' : `, and ${more.length} more`}`,
                }),
        });
    }
    return rungs;
}
async function checkImages(folder, images) {
    const kept = await readKept(folder);
    const there = new Set(kept.map(({ repository, digest }) => `${repository}@${digest}`));
    const problems = images.filter(each => !there.has(each)).map(each => `${each} is not in ${folder}`);
    const faulty = new Map();
    for (const each of kept) {
        const digests = await digestsIn(folder, each).catch((error) => {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            problems.push(error.message);
            return [];
        });
        for (const digest of digests)
            if (!faulty.has(digest))
                faulty.set(digest, await faultOf(folder, digest));
    }
    return [...problems, ...[...faulty.values()].filter(each => each !== undefined)];
}
async function digestsIn(folder, kept) {
    const { manifests, blobs } = await wholeTree(folder, kept);
    return [...manifests, ...blobs].map(({ digest }) => digest);
}
async function wholeTree(folder, { digest, mediaType }) {
    const tree = await (0,layout/* layoutTree */.TA)(folder, { digest, mediaType });
    if (tree !== undefined)
        return tree;
    throw new errors/* UserError */.yo(`${digest} is missing in ${folder}`, 'take another copy of the folder');
}
async function restoreImages({ registry, folder, report }, place) {
    const [problem, ...more] = await checkImages(folder, []);
    if (problem !== undefined)
        throw new errors/* UserError */.yo(`the images in ${folder} are not whole: ${problem}${more.length === 0 ? '' : `, and ${more.length} more`}`, 'take another copy of the folder');
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
            report(`${repository}@${each.digest} is back, ${(0,count/* counted */.h)(tree.images.length, 'platform')}`);
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

/***/ 14744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xf: () => (/* binding */ endIn),
/* harmony export */   aw: () => (/* binding */ restIn),
/* harmony export */   q3: () => (/* binding */ ObjectChanged),
/* harmony export */   uN: () => (/* binding */ resumed)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2055);



class ObjectChanged extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    constructor(what) {
        super(`${what} changed while it was read`, 'run the step again');
    }
}
const progress = 1 << 20;
const resumed = (body) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(chunksOf(body), { objectMode: false });
async function* chunksOf({ what, from, end, first, again }) {
    let [at, chunks, failed] = [from, first, 0];
    for (;;) {
        const began = at;
        let broken;
        const incoming = chunks[Symbol.asyncIterator]();
        try {
            for (;;) {
                const next = await incoming.next().catch((error) => {
                    broken = error;
                    return undefined;
                });
                if (next === undefined || next.done === true)
                    break;
                at += next.value.length;
                yield next.value;
            }
        }
        finally {
            await incoming.return?.();
        }
        if (broken === undefined && (end === undefined || at === end))
            return;
        failed = at - began >= progress ? 1 : failed + 1;
        if (failed >= _patience_js__WEBPACK_IMPORTED_MODULE_2__/* .attempts */ .r2 || (end !== undefined && at > end))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} breaks off at byte ${at}${end === undefined ? '' : ` of ${end}`} each time`, 'see what the store and the network between have against it, then run the step again', { cause: broken });
        await (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .pauseAfter */ .l0)(failed);
        chunks = await again(at);
    }
}
function restIn(answer, from) {
    const { statusCode, headers } = answer;
    if (statusCode === 200)
        return from === 0 ? answer : without(answer, from);
    return statusCode === 206 && rangeIn(headers)?.from === from ? answer : undefined;
}
async function* without(chunks, bytes) {
    let left = bytes;
    for await (const chunk of chunks) {
        if (left < chunk.length)
            yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
    }
}
function endIn({ statusCode, headers }) {
    if (statusCode === 206)
        return rangeIn(headers)?.end;
    const length = headers['content-length'];
    return length === undefined ? undefined : Number(length);
}
function rangeIn(headers) {
    const [, from, last] = /^bytes (\d+)-(\d+)\//.exec(headers['content-range'] ?? '') ?? [];
    return from === undefined ? undefined : { from: Number(from), end: Number(last) + 1 };
}


/***/ }),

/***/ 55893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uM: () => (/* binding */ faultsInMirror),
  mq: () => (/* binding */ mirrorBucket),
  VZ: () => (/* binding */ restoreBucket),
  Bu: () => (/* binding */ totalsOfBucket)
});

// UNUSED EXPORTS: readIndex, totalsOfObjects

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/parallel.js
var parallel = __webpack_require__(48961);
// EXTERNAL MODULE: ./.build/js/src/recovery/checksum.js
var checksum = __webpack_require__(77462);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./.build/js/src/recovery/object-stores/download.js
var download = __webpack_require__(14744);
;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/copying.js








const fileOf = (folder, { key, etag }) => {
    const name = (0,checksum/* sha256Of */.Bj)(JSON.stringify([key, etag]));
    return (0,external_node_path_.join)(folder, 'objects', name.slice(0, 2), name);
};
const journalFile = 'journal.jsonl';
async function openJournal(folder) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const file = (0,external_node_path_.join)(folder, journalFile);
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const notes = Map.groupBy(text.split('\n').flatMap(noteIn), nameOf);
    return {
        notesOf: object => (notes.get(nameOf(object)) ?? []).toSorted((a, b) => a.bytes - b.bytes),
        note: note => (0,promises_.appendFile)(file, `\n${JSON.stringify(note)}`),
        remove: () => (0,promises_.rm)(file, { force: true }),
    };
}
const nameOf = ({ key, etag }) => JSON.stringify([key, etag]);
function noteIn(line) {
    const { key, bytes, sha256, etag, headers, whole } = (0,map/* jsonMap */.vM)(line) ?? {};
    const hash = (0,checksum/* parseSha256 */.tz)(String(sha256));
    if (typeof key !== 'string' || typeof etag !== 'string' || typeof bytes !== 'number')
        return [];
    if (hash === undefined || !(0,map/* isMap */.jh)(headers) || typeof whole !== 'boolean')
        return [];
    return [{ key, bytes, sha256: hash, etag, headers: headers, whole }];
}
const tries = 3;
async function copyObject(copying, listed) {
    const notes = copying.journal.notesOf(listed);
    const whole = notes.find(each => each.whole);
    if (whole !== undefined && (await hashOf(fileOf(copying.folder, whole))) === whole.sha256)
        return mirrored(whole);
    for (let count = 1;; count += 1)
        try {
            return await fetchObject(copying, listed, count === 1 ? notes : []);
        }
        catch (error) {
            if (!(error instanceof download/* ObjectChanged */.q3) || count === tries)
                throw error;
        }
}
async function fetchObject({ bucket, folder, journal, noteEvery }, { key, etag }, notes) {
    const begun = await beginningIn(`${fileOf(folder, { key, etag })}.partial`, notes);
    const opened = await bucket.open(key, begun && { from: begun.bytes, etag });
    if (opened === undefined)
        return undefined;
    const about = { key, etag: opened.etag, headers: opened.headers };
    const file = fileOf(folder, about);
    const partial = `${file}.partial`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    const goesOn = begun !== undefined && opened.from > 0;
    if (goesOn)
        await (0,promises_.truncate)(partial, opened.from);
    const hash = goesOn ? begun.hash : (0,external_node_crypto_.createHash)('sha256');
    let bytes = opened.from;
    let noted = bytes;
    const note = (of, whole) => journal.note({ ...about, bytes, sha256: of.digest('hex'), whole });
    await (0,external_node_stream_promises_.pipeline)(opened.body, async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
            if (bytes - noted < noteEvery)
                continue;
            noted = bytes;
            await note(hash.copy(), false);
        }
    }, (0,external_node_fs_.createWriteStream)(partial, { flags: goesOn ? 'a' : 'w' }));
    await (0,promises_.rename)(partial, file);
    const sha256 = hash.digest('hex');
    await journal.note({ ...about, bytes, sha256, whole: true });
    return { ...about, bytes, sha256 };
}
async function beginningIn(file, notes) {
    let found;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let at = 0;
    for (const { bytes, sha256 } of notes) {
        const read = await addTo(hash, file, at, bytes);
        at += read;
        if (at !== bytes)
            break;
        if (hash.copy().digest('hex') === sha256)
            found = { bytes, hash: hash.copy() };
    }
    return found;
}
async function addTo(hash, file, from, to) {
    let read = 0;
    if (to <= from)
        return read;
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(file, { start: from, end: to - 1 })) {
            hash.update(chunk);
            read += chunk.length;
        }
    }
    catch {
        return 0;
    }
    return read;
}
async function hashOf(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
const mirrored = ({ whole: _, ...rest }) => rest;

;// CONCATENATED MODULE: ./.build/js/src/recovery/object-stores/mirror.js










const atOnce = 8;
const usualNote = 64 << 20;
async function mirrorBucket(bucket, folder, report, { noteEvery = usualNote } = {}) {
    const known = new Map((await readIndex(folder)).map(each => [each.key, each]));
    const listed = await bucket.list();
    const changed = listed.filter(each => !isKnown(known.get(each.key), each));
    const anew = new Set(changed.map(({ key }) => key));
    report(`${bucket.name}: ${(0,count/* counted */.h)(listed.length, 'object')}, ${changed.length} to be copied`);
    const came = new Map();
    const journal = await openJournal(folder);
    const copying = { bucket, folder, journal, noteEvery };
    for (const each of await (0,parallel.mapOf)(changed, atOnce, listed => copyObject(copying, listed)))
        if (each !== undefined)
            came.set(each.key, each);
    await mustBeGone(bucket, changed.filter(({ key }) => !came.has(key)));
    const objects = listed.flatMap(({ key }) => {
        const own = came.get(key) ?? (anew.has(key) ? undefined : known.get(key));
        return own === undefined ? [] : [own];
    });
    await writeIndex(folder, objects);
    await journal.remove();
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
    throw new errors/* UserError */.yo(`${bucket.name} lists ${(0,count/* counted */.h)(still.length, 'object')} that it does not give, such as ${JSON.stringify(still[0]?.key)}`, 'see whether the login may read every object, and what the store says of that one');
}
const isKnown = (known, { bytes, etag }) => known !== undefined && known.bytes === bytes && known.etag === etag;
function totalsOfObjects(objects) {
    return {
        count: objects.length,
        bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
        hash: (0,checksum/* orderFreeHash */.LT)(objects.map(({ key, sha256 }) => ({ path: key, sha256 }))),
    };
}
async function restoreBucket(folder, bucket, report, { again = false } = {}) {
    const objects = await readIndex(folder);
    const own = new Set(again ? objects.map(({ key }) => key) : []);
    const foreign = (await bucket.list()).filter(({ key }) => !own.has(key));
    if (foreign.length > 0)
        throw new errors/* UserError */.yo(`${bucket.name} is not empty: it holds ${(0,count/* counted */.h)(foreign.length, 'object')}${again ? ' of others' : ''}`, 'restore into an empty one');
    await (0,parallel.mapOf)(objects, atOnce, async ({ key, etag, bytes, sha256, headers }) => {
        const file = fileOf(folder, { key, etag });
        if ((await hashOf(file)) !== sha256)
            throw new errors/* UserError */.yo(`the copy of the object ${JSON.stringify(key)} is damaged or missing`, 'restore the folder from another backup');
        await bucket.put(key, {
            bytes,
            sha256,
            headers,
            body: range => (0,external_node_fs_.createReadStream)(file, range && { start: range.from, end: range.to - 1 }),
        });
    });
    report(`${bucket.name}: ${(0,count/* counted */.h)(objects.length, 'object')} put back`);
    return totalsOfObjects(objects);
}
async function faultsInMirror(folder) {
    const objects = await readIndex(folder);
    if (objects.length === 0)
        return ['the copy of the bucket holds nothing'];
    const faults = await (0,parallel.mapOf)(objects, atOnce, async (each) => {
        const found = await hashOf(fileOf(folder, each));
        if (found === each.sha256)
            return undefined;
        return `the object ${JSON.stringify(each.key)} is ${found === undefined ? 'missing' : 'damaged'}`;
    });
    return faults.filter(each => each !== undefined);
}
async function totalsOfBucket(bucket) {
    const objects = await (0,parallel.mapOf)(await bucket.list(), atOnce, async ({ key, etag }) => {
        const opened = await bucket.open(key);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of opened?.body ?? []) {
            hash.update(chunk);
            bytes += chunk.length;
        }
        return { key, bytes, sha256: hash.digest('hex'), etag, headers: {} };
    });
    return totalsOfObjects(objects);
}
async function readIndex(folder) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined)
        return [];
    const document = (0,map/* jsonMap */.vM)(text);
    const fault = () => new errors/* UserError */.yo(`${folder} is no copy of a bucket`, 'name another folder');
    if (document?.schema !== 1)
        throw fault();
    return (0,map/* mapsIn */.nf)(document.objects).map(({ key, bytes, sha256, etag, headers }) => {
        const hash = (0,checksum/* parseSha256 */.tz)(String(sha256));
        if (typeof key !== 'string' || typeof bytes !== 'number' || hash === undefined || !(0,map/* isMap */.jh)(headers))
            throw fault();
        return { key, bytes, sha256: hash, etag: String(etag), headers: headers };
    });
}
async function writeIndex(folder, objects) {
    const sorted = objects.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    await (0,promises_.mkdir)(folder, { recursive: true });
    const file = (0,external_node_path_.join)(folder, 'index.json');
    await (0,promises_.writeFile)(`${file}.partial`, `${JSON.stringify({ schema: 1, objects: sorted }, undefined, 1)}\n`);
    await (0,promises_.rename)(`${file}.partial`, file);
}
async function removeOthers(folder, objects) {
    const wanted = new Set(objects.map(each => fileOf(folder, each)));
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, 'objects'), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const each of entries) {
        const file = (0,external_node_path_.join)(each.parentPath, each.name);
        if (each.isFile() && !wanted.has(file))
            await (0,promises_.rm)(file);
    }
}


/***/ }),

/***/ 2055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y1: () => (/* binding */ reaching),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   r2: () => (/* binding */ attempts)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const attempts = 6;
const firstPause = 200;
const inTime = 60_000;
const busy = (status) => status === undefined || status === 429 || (status >= 500 && status !== 501 && status !== 505);
async function reaching(bucket, attempt, statusOf, again, within = inTime) {
    const end = performance.now() + within;
    const last = (count) => count === attempts || performance.now() > end;
    for (let count = 1;; count += 1) {
        try {
            const answer = await attempt();
            if (last(count) || !busy(statusOf(answer)))
                return answer;
            again(answer);
        }
        catch (error) {
            if (last(count))
                throw outOfReach(bucket, error);
        }
        await pauseAfter(count);
    }
}
const pauseAfter = (count) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(firstPause * 2 ** (count - 1) * (0.5 + Math.random() / 2));
const reasonOf = (error) => error instanceof Error
    ? error.cause instanceof Error
        ? error.cause.message
        : error.message
    : String(error);
const outOfReach = (bucket, error) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${bucket} cannot be reached (${reasonOf(error)})`, 'see whether its address is right and reachable from here', { cause: error });


/***/ }),

/***/ 59453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkArchive: () => (/* binding */ checkArchive),
/* harmony export */   hashOfFile: () => (/* binding */ hashOfFile),
/* harmony export */   readArchive: () => (/* binding */ readArchive)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33451);
/* harmony import */ var _object_stores_mirror_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55893);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58869);








async function readArchive(folder) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, _inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .places */ .zn.index), 'utf8').catch(() => undefined);
    if (text !== undefined)
        return (0,_inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .parseArchive */ .cM)(text);
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${folder} is no archive, or one that was not finished`, 'name the folder that `slipway archive` made, or run that once more');
}
async function checkArchive(folder) {
    const index = await readArchive(folder);
    const problems = [];
    for (const { path, sha256 } of index.files) {
        const found = await hashOfFile((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, path));
        if (found !== sha256)
            problems.push(`${path} is ${found === undefined ? 'missing' : 'damaged'}`);
    }
    problems.push(...(await (0,_object_stores_mirror_js__WEBPACK_IMPORTED_MODULE_6__/* .faultsInMirror */ .uM)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, _inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .places */ .zn.bucket))));
    problems.push(...(await (0,_images_js__WEBPACK_IMPORTED_MODULE_5__.checkImages)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, _inventory_js__WEBPACK_IMPORTED_MODULE_7__/* .places */ .zn.images), index.images)));
    return { index, problems };
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


/***/ }),

/***/ 58869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cM: () => (/* binding */ parseArchive),
/* harmony export */   oN: () => (/* binding */ formatArchive),
/* harmony export */   zn: () => (/* binding */ places)
/* harmony export */ });
/* unused harmony export archiveSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77462);



const text = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1);
const fileSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    path: text.refine(path => path.split('/').every(part => part !== '' && part !== '.' && part !== '..'), {
        error: 'leads out of the archive',
    }),
    bytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().refine(_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .isSha256 */ ._h, { error: 'is no SHA-256' }),
});
const archiveSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
    app: text,
    environment: text,
    set: text,
    repository: text,
    config: text,
    images: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(text),
    programs: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(text, text),
    files: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(fileSchema),
});
const places = {
    index: 'archive.json',
    bucket: 'bucket',
    images: 'images',
    programs: 'programs',
    bundle: 'slipway',
    checkout: 'checkout',
    instructions: 'RECOVER.md',
};
function parseArchive(content) {
    try {
        return archiveSchema.parse(JSON.parse(content));
    }
    catch (cause) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${places.index} of the archive cannot be read`, 'take another copy of the archive; this one is damaged, or none that slipway made', { cause });
    }
}
function formatArchive(index) {
    const files = index.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return `${JSON.stringify({ ...index, files }, undefined, 1)}\n`;
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
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50968);




const atOnce = 4;
async function copyContents(registry, tree, from, to) {
    const copied = { present: 0, mounted: 0, uploaded: 0, bytes: 0, listed: false };
    if (from === to)
        return copied;
    await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__.eachOf)(tree.blobs, atOnce, async (blob) => {
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
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository} does not give back ${digest}, which it took`, 'run the step again');
    }
    for (const tag of tags) {
        const found = await eventually(registry, tree.root.digest, () => read(tag));
        if (found === tree.root.digest)
            continue;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${repository}:${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(tag)} reads as ${found ?? 'nothing'} instead of ${tree.root.digest}`, 'look for another run that moves this tag, then run the step again');
    }
}
async function eventually(registry, expected, read) {
    for (const wait of [500, 2000]) {
        if ((await read()) === expected)
            return expected;
        await (0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(wait, registry.options);
    }
    return read();
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
