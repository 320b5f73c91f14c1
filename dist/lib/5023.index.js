export const id = 5023;
export const ids = [5023];
export const modules = {

/***/ 55023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signAction: () => (/* binding */ signAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/image/selection.js
var selection = __webpack_require__(14469);
// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var toolkit_digest = __webpack_require__(55914);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
;// CONCATENATED MODULE: ./.build/js/src/report/signing.js


function signSummary(app, signed, by) {
    const rows = Object.entries(signed).flatMap(([name, { repository, digest, made, kept }]) => [
        ...made.map(type => [name, (0,toolkit_digest/* shortDigests */.s)(`${repository}@${digest}`), type, 'now']),
        ...kept.map(type => [name, (0,toolkit_digest/* shortDigests */.s)(`${repository}@${digest}`), type, 'before']),
    ]);
    const who = by === '' ? '' : `\n\nSigned by ${(0,markdown/* cell */.Hn)(by)}, and verified in the same way as by a release.`;
    return `### ✅ ${(0,markdown/* cell */.Hn)(app)}: signed${who}\n\n${(0,markdown/* table */.tp)(['image', 'reference', 'what', 'signed'], rows)}\n`;
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/checksums.js
var checksums = __webpack_require__(37108);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var actions_registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/trust.js
var actions_trust = __webpack_require__(55571);
;// CONCATENATED MODULE: ./.build/js/src/actions/sign.js












const signAction = (0,host/* defineAction */.QP)({
    name: 'sign',
    description: 'Sign images as slipway.yml declares, attest their provenance, SBOM and scan result, and verify the signatures.',
    inputs: {
        config: inputs/* config */.$W,
        images: {
            description: 'JSON map from image names in slipway.yml to digests: the output `images` of `push`.',
            required: true,
        },
        from: {
            description: 'Repositories of the images: `release`, or `candidate`, to which `build` pushes.',
            default: 'release',
        },
        reports: {
            description: 'Folder of scan reports for these images: the output `reports` of `scan`. Default: none; then `signing.attest` must not need them.',
            default: '',
        },
        'reports-digest': {
            description: 'Output `reports-digest` of that `scan`; reports that were changed since are refused. Default: the reports are not checked.',
            default: '',
        },
        workflow: {
            description: 'Workflow that builds the images, for the provenance, as in `job.workflow_ref`. Default: the workflow that was started.',
            default: '',
        },
        'tool-mirrors': inputs/* toolMirrors */.Rg,
    },
    outputs: {
        images: 'JSON map from image names to `repository@digest`.',
        attested: 'JSON map from image names to lists of the predicate types that are signed.',
        by: 'The signer, in a few words; empty if `trust` in slipway.yml requires no signature.',
        reason: 'Why the step was refused, in one sentence; otherwise empty.',
    },
    refused: { images: '{}', attested: '{}' },
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        const { signing } = config;
        if (signing === undefined)
            throw new errors/* UserError */.yo('slipway.yml has no `signing`', 'add it, or remove this step');
        const given = (0,selection/* parseDigestsInput */.xx)(inputs.images, config.images);
        const images = Object.fromEntries(Object.entries(given).map(([name, image]) => [
            name,
            { ...image, repository: (0,reference/* repositoryIn */.ce)(inputs.from, { ...config.images[name], ...image }) },
        ]));
        const signal = host.cancellation();
        const registry = await (0,actions_registry/* registryClient */.R)({ signal });
        const { env, report } = host;
        const root = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(inputs.config));
        const [{ trustOf }, { withCosign }, { signingKey }, { signImages }, { attachmentVerifier, verifyImages }, { readGit },] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139)),
            Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506)]).then(__webpack_require__.bind(__webpack_require__, 18506)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(3139)]).then(__webpack_require__.bind(__webpack_require__, 32694)),
            Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8432), __webpack_require__.e(5840)]).then(__webpack_require__.bind(__webpack_require__, 25840)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(7226)]).then(__webpack_require__.bind(__webpack_require__, 38404)),
            Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8367)]).then(__webpack_require__.bind(__webpack_require__, 80748)),
        ]);
        const digest = inputs['reports-digest'];
        const reports = {
            folder: inputs.reports,
            ...(digest === '' ? {} : { sums: await (0,checksums/* readChecksums */.FN)(inputs.reports, digest) }),
        };
        const trust = trustOf(config);
        const { source, revision } = await readGit(env, root);
        const options = { env, signal, report };
        const result = await withCosign(options, async (cosign) => {
            const key = await signingKey({ signing, trustedRoot: trust?.root, root, folder: cosign.folder, env });
            const now = Date.now();
            const asked = trust && { ...(0,actions_trust/* trustOptions */.z5)(inputs.config, config, trust), registry, cosign, env, now };
            const signed = await signImages({
                images,
                attest: signing.attest,
                format: signing.format,
                reports,
                circumstances: {
                    env,
                    workflow: inputs.workflow,
                    ...(source && { source }),
                    ...(revision && { revision }),
                },
                key,
                cosign,
                registry,
                holds: asked === undefined ? async () => false : await attachmentVerifier(asked),
                report,
            });
            const verified = asked && (await verifyImages(images, { ...asked, now: Date.now() }));
            return { signed, verified };
        });
        if (inputs.from === 'release')
            await copyToMirrors(registry, config, images, report);
        const by = Object.values(result.verified ?? {})[0]?.by ?? '';
        const map = (value) => JSON.stringify(Object.fromEntries(Object.keys(images).map(name => [name, value(name)])));
        host.output('images', map(name => `${images[name]?.repository}@${images[name]?.digest}`));
        host.output('attested', map(name => [...(result.signed[name]?.made ?? []), ...(result.signed[name]?.kept ?? [])]));
        host.output('by', by);
        host.output('reason', '');
        await host.summary(signSummary(config.app, result.signed, by));
        return true;
    },
});
async function copyToMirrors(registry, { images: known }, images, report) {
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const { mirrors = [] } = known[name] ?? {};
        const tree = mirrors.length === 0 ? undefined : await registry.tree(repository, digest);
        if (tree === undefined)
            continue;
        for (const mirror of mirrors) {
            const { copyAttached } = await __webpack_require__.e(/* import() */ 2993).then(__webpack_require__.bind(__webpack_require__, 82993));
            const copied = await copyAttached(registry, tree, repository, (0,reference/* parseRepository */.SU)(mirror), { report });
            report(`${name}: copied ${(0,count/* counted */.h)(copied.length, 'attached manifest')} to ${mirror}`);
        }
    }
}


/***/ }),

/***/ 63114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ loadConfig),
/* harmony export */   m3: () => (/* binding */ configFor),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);




async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(562), __webpack_require__.e(6715), __webpack_require__.e(3146), __webpack_require__.e(5033)]).then(__webpack_require__.bind(__webpack_require__, 74040));
    const config = parseConfig(text, path);
    if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
        const { requireQueries } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6828), __webpack_require__.e(562), __webpack_require__.e(6715), __webpack_require__.e(3146), __webpack_require__.e(3180)]).then(__webpack_require__.bind(__webpack_require__, 28061));
        requireQueries(config, text, path);
    }
    return config;
}
function environmentOf(config, name) {
    const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
    if (environment !== undefined)
        return environment;
    if (Object.keys(config.environments).length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`slipway.yml of ${config.app} has no environments to release to`, 'add the environment to `environments:`');
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
}
function configFor(config, { repositories = {} }) {
    const all = [config, ...Object.values(config.environments)];
    const images = Object.entries(config.images).map(([name, image]) => {
        const repository = repositories[name] ?? image.repository;
        const places = all.flatMap(each => 'images' in each ? image.repository : (each.repositories?.[name] ?? []));
        const elsewhere = [...new Set(places)].filter(place => place !== repository);
        return [name, { ...image, repository, elsewhere }];
    });
    return { ...config, images: Object.fromEntries(images) };
}
async function readBytes(path) {
    try {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_2__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        const problem = readProblems[String(error.code)];
        if (problem === undefined)
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: ${problem}`, 'name the path of slipway.yml with the `config` input', {
            cause: error,
        });
    }
}
const readProblems = {
    ENOENT: 'the file does not exist',
    ENOTDIR: 'the file does not exist',
    EISDIR: 'this is a folder, not a file',
    EACCES: 'the file cannot be read',
};


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the `config` input') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 14469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseImageNames),
/* harmony export */   M: () => (/* binding */ parseImagesInput),
/* harmony export */   Of: () => (/* binding */ parseDeployedInput),
/* harmony export */   xx: () => (/* binding */ parseDigestsInput)
/* harmony export */ });
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34182);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85898);




const form = 'write a JSON map such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `images` input names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(text);
    if (names.length === 0)
        return Object.keys(images);
    const unknown = names.find(name => !Object.hasOwn(images, name));
    if (unknown === undefined)
        return [...new Set(names)];
    const problem = `the \`images\` input names "${unknown}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(unknown, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has ${JSON.stringify(value).slice(0, 120)} instead of a digest for "${name}"`, 'pass the digest from the output `images` of `build`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseDeployedInput(text, images) {
    const remedy = 'pass a JSON map such as {"shop": "sha256:…"}, like `images` in the output of `status`';
    const map = /^(null)?$/.test(text.trim()) ? {} : (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('deployed', text, remedy);
    return new Map(Object.entries(map).flatMap(([name, written]) => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined)
            return [];
        const [before, last = before] = String(written).split('@');
        if (last === undefined || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(last))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`deployed\` input has no digest for "${name}"`, remedy);
        const named = before === last || before === undefined ? image.repository : before;
        return [[name, { repository: (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(`${named}@${last}`).repository, digest: last }]];
    }));
}
function select(name, value, images) {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
        const problem = `the \`images\` input names "${name}", which is not in slipway.yml`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(images)));
    }
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has no text for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has an incomplete digest for "${name}": ${value.slice(0, 80)}`, 'write sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(value);
    const { digest } = reference;
    const known = image.elsewhere?.some(place => (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(place) === reference.repository);
    if (known && digest !== undefined)
        return { repository, digest };
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (reference.digest !== undefined)
        return { repository, digest: reference.digest };
    if (reference.tag !== undefined)
        return { repository, tag: reference.tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the \`images\` input has neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or write only the digest');
}


/***/ }),

/***/ 37108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ readChecksums),
/* harmony export */   gD: () => (/* binding */ writeChecksums),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export listName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);




const listName = 'checksums.txt';
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
async function writeChecksums(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    const names = entries
        .filter(entry => entry.isFile() && !entry.name.startsWith('.') && entry.name !== listName)
        .map(({ name }) => name)
        .sort();
    const lines = [];
    for (const name of names)
        lines.push(`${sha256(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)))}  ${name}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName), lines.join(''));
    return sha256(lines.join(''));
}
async function readChecksums(folder, digest) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, listName);
    if (!/^[0-9a-f]{64}$/.test(digest))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the digest of the reports is not a SHA-256: "${digest}"`, 'use the output `reports-digest` of `scan`');
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch((error) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} cannot be read`, 'use the unchanged folder that `scan` wrote', {
            cause: error,
        });
    });
    if (sha256(text) !== digest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} was changed after the scan: its SHA-256 is ${sha256(text)}, not ${digest}`, 'scan the images again, and find out which jobs of this run write artifacts');
    return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]));
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
