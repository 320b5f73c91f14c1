export const id = 963;
export const ids = [963];
export const modules = {

/***/ 8963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pushAction: () => (/* binding */ pushAction)
});

// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(3114);
// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(4469);
// EXTERNAL MODULE: ./.build/js/src/image/tags.js
var image_tags = __webpack_require__(9662);
// EXTERNAL MODULE: ./.build/js/src/registry/client.js + 6 modules
var client = __webpack_require__(9150);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(5898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/printable.js
var printable = __webpack_require__(2315);
// EXTERNAL MODULE: ./.build/js/src/registry/parallel.js
var parallel = __webpack_require__(8530);
// EXTERNAL MODULE: ./.build/js/src/registry/transport.js
var transport = __webpack_require__(968);
;// CONCATENATED MODULE: ./.build/js/src/registry/copy.js





const atOnce = 4;
async function copyContents(registry, tree, from, to) {
    const copied = { present: 0, mounted: 0, uploaded: 0, bytes: 0 };
    if (from === to)
        return copied;
    const sameRegistry = (0,reference/* parseReference */.F2)(from).registry === (0,reference/* parseReference */.F2)(to).registry;
    await (0,parallel/* eachOf */.p)(tree.blobs, atOnce, async (blob) => {
        if (await registry.hasBlob(to, blob.digest))
            copied.present += 1;
        else if (sameRegistry && (await registry.mountBlob(to, blob.digest, from)))
            copied.mounted += 1;
        else {
            await registry.uploadBlob(to, blob, () => registry.openBlob(from, blob));
            copied.uploaded += 1;
            copied.bytes += blob.size;
        }
    });
    for (const manifest of tree.manifests)
        await registry.putManifest(to, manifest);
    return copied;
}
const deepest = 3;
async function copyReferrers(registry, digest, from, to, report, depth = 1) {
    if (from === to || depth > deepest)
        return 0;
    const copied = [];
    let deeper = 0;
    for (const referrer of await registry.referrers(from, digest)) {
        const tree = await registry.tree(from, referrer.digest).catch((error) => {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            report(`${referrer.artifactType || 'something'} attached to ${digest} stays behind: ${error.message}`);
            return undefined;
        });
        if (tree === undefined)
            continue;
        await copyContents(registry, tree, from, to);
        copied.push(referrer);
        deeper += await copyReferrers(registry, referrer.digest, from, to, report, depth + 1);
    }
    if (copied.length > 0)
        await registry.list(to, digest, copied);
    return copied.length + deeper;
}
async function moveTag(registry, tree, repository, tag) {
    const before = (await registry.manifest(repository, tag))?.digest;
    if (before !== tree.root.digest)
        await registry.putManifest(repository, tree.root, tag);
    return before;
}
async function readBack(registry, tree, repository, tags) {
    for (const { digest } of tree.manifests) {
        const found = await eventually(registry, digest, () => registry.manifest(repository, digest));
        if (found === undefined)
            throw new errors/* UserError */.yo(`${repository} does not give back ${digest}, which it took`, 'run the step again');
    }
    for (const tag of tags) {
        const found = await eventually(registry, tree.root.digest, () => registry.manifest(repository, tag));
        if (found === tree.root.digest)
            continue;
        throw new errors/* UserError */.yo(`${repository}:${(0,printable/* printable */.g)(tag)} reads as ${found ?? 'nothing'} instead of ${tree.root.digest}`, 'look for another run that moves this tag, then run the step again');
    }
}
async function eventually(registry, expected, read) {
    for (const wait of [500, 2000]) {
        const found = await read();
        if (found?.digest === expected)
            return expected;
        await (0,transport/* pause */.v7)(wait, registry.options);
    }
    return (await read())?.digest;
}

;// CONCATENATED MODULE: ./.build/js/src/registry/push.js



async function pushImages(registry, { images, tags, report }) {
    const found = [];
    for (const [name, { repository, digest }] of Object.entries(images))
        found.push({ name, repository, tree: await candidate(registry, name, repository, digest) });
    for (const { name, repository, tree } of found) {
        const { present, mounted, uploaded, bytes } = await copyContents(registry, tree, (0,reference/* candidateOf */.RH)(repository), repository);
        const megabytes = (bytes / 1e6).toFixed(1);
        report(`${name}: ${tree.root.digest} is in ${repository}; blobs: ${present} were there, ${mounted} shared, ${uploaded} copied (${megabytes} MB)`);
        const attached = await copyReferrers(registry, tree.root.digest, (0,reference/* candidateOf */.RH)(repository), repository, line => report(`${name}: ${line}`));
        if (attached > 0)
            report(`${name}: ${attached} things that are attached to it went along`);
    }
    for (const { name, repository, tree } of found) {
        for (const tag of tags) {
            const before = await moveTag(registry, tree, repository, tag);
            const from = before === undefined ? '' : `, before ${before}`;
            report(`${name}: ${repository}:${tag} ${before === tree.root.digest ? 'stays' : `is set${from}`}`);
        }
    }
    for (const { name, repository, tree } of found) {
        await readBack(registry, tree, repository, tags);
        report(`${name}: read back ${tree.manifests.length} manifests and ${tags.length} tags`);
    }
    return Object.fromEntries(found.map(({ name, repository, tree }) => [name, pushed(repository, tree, tags)]));
}
async function candidate(registry, name, repository, digest) {
    const tree = await registry.tree((0,reference/* candidateOf */.RH)(repository), digest);
    if (tree !== undefined)
        return tree;
    throw new errors/* UserError */.yo(`the image "${name}" with the digest ${digest} is not in ${(0,reference/* candidateOf */.RH)(repository)}`, 'build it there first, and give `push` the `images` output of that `build`');
}
function pushed(repository, { root, images }, tags) {
    const { digest } = root;
    return {
        repository,
        digest,
        platforms: images.flatMap(({ platform }) => platform ?? []),
        references: tags.map(tag => (0,reference/* formatReference */.FH)({ repository, tag, digest })),
    };
}

// EXTERNAL MODULE: ./.build/js/src/report/images.js
var report_images = __webpack_require__(3732);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js
var host = __webpack_require__(9800);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(1648);
;// CONCATENATED MODULE: ./.build/js/src/actions/push.js








const pushAction = (0,host/* defineAction */.QP)({
    name: 'push',
    description: 'Copy images by digest from their candidate repositories to their release repositories, tags last, and read all back.',
    inputs: {
        config: inputs/* config */.$W,
        images: {
            description: 'JSON map from the names in slipway.yml to digests: the output `images` of `build`.',
            required: true,
        },
        tags: {
            description: 'Tags, as a JSON list or with commas between them: the output `tags` of `build`.',
            required: true,
        },
    },
    outputs: {
        images: 'JSON map from image names to digests: what was pushed.',
        references: 'JSON map from image names to lists of `repository:tag@digest`.',
        reason: 'Why it was refused, in one sentence; empty when it was not.',
    },
    refused: { images: '{}', references: '{}' },
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z)(inputs.config);
        const images = (0,selection/* parseDigestsInput */.xx)(inputs.images, config.images);
        const tags = (0,image_tags/* parseTagsInput */.tf)(inputs.tags);
        const pushed = await pushImages(new client/* RegistryClient */.b(), { images, tags, report: host.report });
        const map = (value) => JSON.stringify(Object.fromEntries(Object.keys(pushed).map(name => [name, value(name)])));
        host.output('images', map(name => pushed[name]?.digest));
        host.output('references', map(name => pushed[name]?.references));
        host.output('reason', '');
        await host.summary((0,report_images/* pushSummary */.t)(config.app, tags, pushed));
        return true;
    },
});


/***/ }),

/***/ 4469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(630);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5898);




const form = 'write a JSON map such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries(parseMap(text));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = text
        .split(',')
        .map(name => name.trim())
        .filter(name => name !== '');
    if (names.length === 0)
        return Object.keys(images);
    const unknown = names.find(name => !Object.hasOwn(images, name));
    if (unknown === undefined)
        return [...new Set(names)];
    const problem = `the \`images\` input names "${unknown}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(unknown, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries(parseMap(text)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no digest for "${name}", but ${JSON.stringify(value).slice(0, 120)}`, 'give the digest, as `build` has it in its output `images`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseMap(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not JSON', form, { cause: error });
    }
    if ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_3__/* .isMap */ .j)(value))
        return value;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input is not a JSON map', form);
}
function select(name, value, images) {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
        const problem = `the \`images\` input names "${name}", which is not in slipway.yml`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggest */ .ZA)(name, Object.keys(images)));
    }
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives no text for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives "${name}" no whole digest, but ${value.slice(0, 80)}`, 'give sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(value);
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (reference.digest !== undefined)
        return { repository, digest: reference.digest };
    if (reference.tag !== undefined)
        return { repository, tag: reference.tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input gives neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or give the digest alone');
}


/***/ }),

/***/ 9662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vd: () => (/* binding */ planTags),
/* harmony export */   iP: () => (/* binding */ sanitizeTag),
/* harmony export */   tf: () => (/* binding */ parseTagsInput)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5898);


const longest = 128;
function planTags(git) {
    const version = versionOf(git.ref);
    const commit = git.revision === undefined ? [] : [`sha-${git.revision.slice(0, 7)}`];
    return { version, tags: [...new Set([version, ...commit])] };
}
function sanitizeTag(text, prefix = '') {
    const tag = `${prefix}${text.replace(/[^A-Za-z0-9_.-]+/g, '-')}`.replace(/^[.-]+/, '').slice(0, longest);
    return tag === '' ? 'dev' : tag;
}
function parseTagsInput(text) {
    const tags = text.trimStart().startsWith('[')
        ? parseList(text)
        : text
            .split(',')
            .map(tag => tag.trim())
            .filter(tag => tag !== '');
    if (tags.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `tags` input names no tag', form);
    const wrong = tags.find(tag => typeof tag !== 'string' || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(tag));
    if (wrong === undefined)
        return [...new Set(tags)];
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${JSON.stringify(wrong).slice(0, 140)} in the \`tags\` input is not a tag`, 'write at most 128 letters, digits, ".", "_" and "-", the first a letter, a digit or "_"');
}
const form = 'write a JSON list such as ["1.4.2"], or names with commas between them';
function parseList(text) {
    try {
        const value = JSON.parse(text);
        if (Array.isArray(value))
            return value;
    }
    catch { }
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `tags` input is not a JSON list', form);
}
function versionOf(ref) {
    if (ref === undefined)
        return 'dev';
    if (ref.kind === 'pull-request')
        return `pr-${ref.number}`;
    return sanitizeTag(ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : ref.name);
}


/***/ }),

/***/ 8530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ eachOf)
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


/***/ }),

/***/ 3732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ buildSummary),
/* harmony export */   t: () => (/* binding */ pushSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(991);

function buildSummary(app, version, { built, reason, tail }) {
    const rows = Object.entries(built).flatMap(([name, image]) => image.inspected.platforms.map(({ platform, bytes }) => [
        name,
        image.digest,
        platform,
        megabytes(bytes),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .time */ .kB)(image.seconds * 1000),
        `${image.steps.cached} of ${image.steps.total}`,
    ]));
    const bases = Object.entries(built).flatMap(([name, image]) => image.bases.map(({ base, digest, whole }) => [
        name,
        base,
        digest,
        whole ? 'begins with all its layers' : 'does not begin with its layers',
    ]));
    const good = reason === undefined;
    return [
        `### ${good ? '✅' : '❌'} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(version)}: ${good ? 'built' : 'not built'}`,
        good ? '' : `**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(reason)}`,
        tail === undefined || tail.length === 0 ? '' : (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)('text', tail),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image', 'digest', 'platform', 'compressed', 'time', 'cached steps'], rows),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image', 'built from', 'digest', 'proof'], bases),
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
function pushSummary(app, tags, pushed) {
    const rows = Object.entries(pushed).map(([name, { repository, digest, platforms }]) => [
        name,
        repository,
        digest,
        platforms.join(', '),
        tags.join(', '),
    ]);
    const head = `### ✅ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(app)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .cell */ .Hn)(tags[0] ?? '')}: pushed`;
    return `${head}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['image', 'repository', 'digest', 'platforms', 'tags'], rows)}\n`;
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}


/***/ })

};
