export const id = 8470;
export const ids = [8470,7462,5081,126];
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

/***/ 32842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ backUpCluster),
/* harmony export */   u: () => (/* binding */ declaredSecrets)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8999);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92787);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33451);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7322);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33688);
/* harmony import */ var _exporting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54328);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88325);
/* harmony import */ var _portable_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83622);
/* harmony import */ var _pvcs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(61881);
/* harmony import */ var _sealed_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(96561);











async function backUpCluster(task) {
    const { cluster, namespace, recovery, report } = task;
    const { objects, unread, missing } = await exported(task);
    const { volumes, unmatched } = (0,_pvcs_js__WEBPACK_IMPORTED_MODULE_9__/* .pvcsOf */ .Q)(recovery.objects.export ? objects : await pvcsAlone(cluster, namespace), coverageOf(recovery, task.databasePvcs));
    const split = await sealedApart(objects, task);
    const secrets = await keptSecrets(task);
    const images = await imagesIn(task);
    const kinds = (0,_exporting_js__WEBPACK_IMPORTED_MODULE_5__/* .countsOf */ .mQ)({ objects });
    if (recovery.objects.export)
        report(`${namespace}: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .h)(objects.length, 'object')} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .h)(Object.keys(kinds).length, 'kind')}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .h)(secrets.names.length, 'Secret')}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .h)(images.images.length, 'image')}`);
    return {
        objects,
        volumes,
        clusterObjects: kinds,
        images: images.images,
        secrets: [...secrets.names],
        ...(split.sealed.length === 0 ? {} : { sealedObjects: split.sealed }),
        files: { ...split.files, ...secrets.files },
        problems: [
            ...unread,
            ...missing,
            ...unmatched
                .filter(name => Object.hasOwn(recovery.volumes, name))
                .map(name => `\`volumes\` declares ${name}, but ${namespace} has no PVC of that name`),
            ...split.problems,
            ...images.unknown,
        ],
        notes: [...secrets.notes, ...images.notes],
    };
}
const isOurs = ({ metadata }) => metadata?.labels?.['slipway.dev/recovery'] !== undefined;
async function exported({ cluster, namespace, recovery }) {
    if (!recovery.objects.export)
        return { objects: [], unread: [], missing: [] };
    const { objects, ...faults } = await (0,_exporting_js__WEBPACK_IMPORTED_MODULE_5__/* .exportNamespace */ .m9)(cluster, namespace);
    return { ...faults, objects: objects.filter(each => !isOurs(each)) };
}
async function pvcsAlone(cluster, namespace) {
    const pvcs = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pvc, namespace));
    const sets = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet, namespace));
    return [
        ...pvcs.items.map(each => (0,_portable_js__WEBPACK_IMPORTED_MODULE_7__/* .portable */ .O)({ ...each, apiVersion: 'v1', kind: 'PersistentVolumeClaim' })),
        ...sets.items.map(each => (0,_portable_js__WEBPACK_IMPORTED_MODULE_7__/* .portable */ .O)({ ...each, apiVersion: 'apps/v1', kind: 'StatefulSet' })),
    ];
}
function coverageOf({ volumes }, databasePvcs) {
    return Object.fromEntries([
        ...databasePvcs.map(pvc => [pvc, 'database']),
        ...Object.entries(volumes).map(([pvc, { database, to }]) => [pvc, to !== undefined ? 'files' : database !== undefined ? 'database' : 'not-needed']),
    ]);
}
async function sealedApart(objects, { recovery }) {
    if (!recovery.objects.export)
        return { sealed: [], files: {}, problems: [] };
    const { plain, sealed } = (0,_sealed_js__WEBPACK_IMPORTED_MODULE_8__/* .separated */ .C)(objects);
    const keys = sealed.map(_order_js__WEBPACK_IMPORTED_MODULE_6__/* .keyOf */ .TN);
    const files = {
        [_attachments_js__WEBPACK_IMPORTED_MODULE_1__.fileNames.objects]: new TextEncoder().encode((0,_exporting_js__WEBPACK_IMPORTED_MODULE_5__/* .formatExport */ .Mh)({ objects: plain })),
    };
    const { recipients } = recovery;
    if (sealed.length > 0 && recipients.length > 0)
        files[_attachments_js__WEBPACK_IMPORTED_MODULE_1__.fileNames.sealedObjects] = await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_3__/* .encryptAge */ .bP)((0,_exporting_js__WEBPACK_IMPORTED_MODULE_5__/* .formatExport */ .Mh)({ objects: sealed }), recipients);
    const unsealed = recipients.length > 0 ? [] : keys;
    return {
        sealed: keys,
        files,
        problems: unsealed.map(key => `${key} may hold a secret, and is not backed up: \`recipients\` names no key to encrypt it with`),
    };
}
async function keptSecrets({ cluster, namespace, recovery, passphrases }) {
    const { recipients } = recovery;
    if (recipients.length === 0)
        return {
            names: [],
            files: {},
            notes: [
                'Secrets and passphrases are not backed up: name age public keys in `recipients`, or no backup can be read after a total loss',
            ],
        };
    const declared = declaredSecrets(recovery) ?? (await (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .secretNames */ .XG)(cluster, namespace));
    const { names, file } = await (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .sealSecrets */ .LZ)(cluster, namespace, declared, recipients);
    const files = { [_attachments_js__WEBPACK_IMPORTED_MODULE_1__.fileNames.secrets]: file };
    for (const [repository, passphrase] of passphrases)
        files[_attachments_js__WEBPACK_IMPORTED_MODULE_1__.fileNames.passphrase(repository)] = await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_3__/* .encryptAge */ .bP)(passphrase, recipients);
    return { names, files, notes: [] };
}
function declaredSecrets({ secrets, databases, managed, }) {
    if (secrets === undefined)
        return undefined;
    const ofDatabases = Object.values(databases).flatMap(({ configuration }) => configuration.filter(({ kind }) => kind === 'Secret').map(({ name }) => name));
    const ofManaged = Object.values(managed).map(({ secret }) => secret);
    return [...new Set([...secrets, ...ofDatabases, ...ofManaged])].sort();
}
async function imagesIn({ cluster, namespace, recovery }) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace));
    const own = items.filter(pod => !isOurs(pod));
    const { images, unknown } = (0,_images_js__WEBPACK_IMPORTED_MODULE_2__.runningImages)(own.filter(({ status }) => status?.phase !== 'Pending'));
    const waiting = own.filter(({ status }) => status?.phase === 'Pending');
    const backupPod = recovery['backup-pod']?.image;
    return {
        images: [...new Set([...images, ...(backupPod === undefined ? [] : [backupPod])])].sort(),
        unknown,
        notes: waiting.map(({ metadata }) => `the images of pod ${metadata?.name} are not in the backup: it is still pending`),
    };
}


/***/ }),

/***/ 61881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ pvcsOf),
/* harmony export */   r: () => (/* binding */ templatesOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

function pvcsOf(objects, pvcs) {
    const found = objects.filter(({ kind }) => kind === 'PersistentVolumeClaim');
    const templates = objects.filter(({ kind }) => kind === 'StatefulSet').flatMap(templatesOf);
    const used = new Set();
    const volumes = found.map(({ metadata: { name, namespace = '' } }) => {
        const template = templates.find(each => name.startsWith(`${each}-`) && /^\d+$/.test(name.slice(each.length + 1)));
        const declared = [name, template].find(each => each !== undefined && Object.hasOwn(pvcs, each));
        if (declared !== undefined)
            used.add(declared);
        return { namespace, pvc: name, covered: pvcs[declared ?? ''] ?? 'not' };
    });
    return { volumes, unmatched: Object.keys(pvcs).filter(name => !used.has(name)) };
}
const templatesOf = ({ metadata, spec }) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapsIn */ .nf)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(spec) ? spec.volumeClaimTemplates : []).map(each => `${(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(each.metadata) ? each.metadata.name : ''}-${metadata?.name}`);


/***/ }),

/***/ 96561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ separated),
/* harmony export */   m: () => (/* binding */ driftFrom)
/* harmony export */ });
/* harmony import */ var _plan_difference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12710);
/* harmony import */ var _drift_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34730);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88325);



function separated(objects) {
    const { plain = [], sealed = [] } = Object.groupBy(objects, each => (0,_plan_difference_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsSecret */ .hK)(each) ? 'sealed' : 'plain');
    return { plain, sealed };
}
function driftFrom(before, objects) {
    const now = separated(objects);
    const hidden = new Set([...before.sealed, ...now.sealed.map(_order_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)]);
    const readable = (all) => all.filter(each => !hidden.has((0,_order_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(each)) && !isNote(each));
    const then = new Set([...before.sealed, ...before.plain.map(_order_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)]);
    const there = new Set(objects.map(_order_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    return [
        ...(0,_drift_js__WEBPACK_IMPORTED_MODULE_1__/* .appearances */ .e)(hidden.intersection(then), hidden.intersection(there)),
        ...(0,_drift_js__WEBPACK_IMPORTED_MODULE_1__/* .drift */ .U)({ objects: readable(before.plain) }, { objects: readable(objects) }),
    ];
}
const isNote = ({ metadata }) => metadata.labels?.['slipway.dev/kind'] !== undefined;


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

/***/ 12062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ missingRedis),
/* harmony export */   U: () => (/* binding */ missingSourcesIn)
/* harmony export */ });
/* harmony import */ var _cluster_objects_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32842);

function missingSourcesIn(manifest, recovery, namespace) {
    const { databases, managed, buckets, objects } = recovery;
    const { volumes, clusterObjects } = manifest;
    const secrets = recovery.recipients.length === 0 ? [] : ((0,_cluster_objects_cluster_backup_js__WEBPACK_IMPORTED_MODULE_0__/* .declaredSecrets */ .u)(recovery) ?? []);
    const kinds = (objects.export ? objects.kinds : []).filter(kind => (clusterObjects[kind] ?? 0) === 0);
    const path = ({ namespace: of, pvc }) => `${of}/${pvc}`;
    const bare = volumes
        .filter(({ covered }) => covered === 'not')
        .map(path)
        .map(volume => `nothing covers the volume ${volume}: declare how it is backed up, or that it is not needed`);
    const unread = volumes.filter(({ covered, files }) => covered === 'files' && files === undefined).map(path);
    const absent = (what) => `${what} is not in the backup`;
    const sentences = [
        ...Object.entries(databases).flatMap(([name, { to }]) => [
            ...databaseGaps(`the database ${name}`, namedIn(manifest.databases, name), to, 'backup'),
            ...bare,
        ]),
        ...Object.entries(managed).flatMap(([name, { to }]) => databaseGaps(`the managed database ${name}`, namedIn(manifest.managed, name), to, 'dump')),
        ...absentFrom(manifest.objectStores, buckets).map(name => absent(`the object store ${name}`)),
        ...bare,
        ...kinds.map(kind => absent(`the kind ${kind}`)),
        ...secrets
            .map(name => `${namespace}/${name}`)
            .filter(secret => !manifest.secrets.includes(secret))
            .map(secret => absent(`the Secret ${secret}`)),
        ...missingRedis(manifest, recovery).map(name => absent(`the Redis ${name}`)),
        ...unread.map(volume => `the files of the volume ${volume} are not in the backup`),
    ];
    return [...new Set(sentences)];
}
function databaseGaps(what, found, to, noun) {
    if (found === undefined)
        return [`${what} is not in the backup`];
    const kept = new Set(found.backups.map(({ repository }) => repository));
    const gaps = to
        .filter(name => !kept.has(name))
        .map(name => `${what} has no ${noun} in the repository ${name}`);
    return found.tables.length > 0
        ? gaps
        : [...gaps, `the backup lists no table of ${what}, so a restore could not be compared with it`];
}
const missingRedis = ({ redis }, { redis: declared }) => absentFrom(redis, declared);
const namedIn = (list = [], name) => list.find(each => each.name === name);
const absentFrom = (list, declared) => Object.keys(declared).filter(name => namedIn(list, name) === undefined);


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

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   N0: () => (/* binding */ tokensOfOthers),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   _X: () => (/* binding */ testUnchanged),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   pI: () => (/* binding */ parseToken),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return parseToken(annotation(object, annotationOf.token(app)));
}
function tokensOfOthers(object, app) {
    const isOther = ([name, value]) => name.startsWith(annotationOf.token('')) && name !== annotationOf.token(app) && parseToken(value) > 0;
    return Object.fromEntries(Object.entries(object.metadata?.annotations ?? {}).filter(isOther));
}
function parseToken(text) {
    return /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : 0;
}
const beyondCounting = 9e9;
function floorOf(tokens) {
    return Math.max(0, ...tokens.filter(each => each < beyondCounting));
}
function isNewer(there, token) {
    return there > token && (there < beyondCounting || token >= beyondCounting);
}
function testUnchanged({ metadata }, name) {
    const value = metadata?.annotations?.[name];
    return value === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: metadata?.resourceVersion }
        : { op: 'test', path: annotationPointer(name), value };
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    if (tokenOn(object, app) === token)
        return [];
    const { annotations, uid } = object.metadata ?? {};
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        testUnchanged(object, name),
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, firstToken) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= firstToken && by <= token;
}


/***/ }),

/***/ 91381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5259);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    requireOwnNames(manifests, environment);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'add it to the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
function requireOwnNames(manifests, { strategy, workload, service }) {
    if (strategy.kind === 'rolling')
        return;
    const temporary = [
        `Deployment/${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.canary(workload.name)}`,
        ...(service === undefined ? [] : [`Service/${_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb.canary(service)}`]),
    ];
    for (const { object, name, source } of manifests)
        if (temporary.includes(`${object.kind}/${name}`))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${source}: ${object.kind}/${name} has the name of an object that a ${strategy.kind} release creates and deletes`, 'rename it');
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object), ours);
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind } = environment.workload;
    const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object));
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 5259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   xD: () => (/* binding */ isWorker)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object), ours) === undefined || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker);
        if (ours.size > 0 && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)(template === undefined ? [] : [template], ours) === undefined) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(liveWorkers) {
    return Object.fromEntries(Object.entries(liveWorkers).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ })

};
