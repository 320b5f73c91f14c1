export const id = 5023;
export const ids = [5023];
export const modules = {

/***/ 566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ registryClient),
/* harmony export */   u: () => (/* binding */ withRegistry)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function registryClient(options = {}) {
    const { RegistryClient } = await Promise.all(/* import() */[__webpack_require__.e(1974), __webpack_require__.e(6376)]).then(__webpack_require__.bind(__webpack_require__, 29460));
    return new RegistryClient(options);
}
async function withRegistry(options, work) {
    const registry = await registryClient(options);
    try {
        return await work(registry);
    }
    catch (error) {
        throw registry.changes() === 0 ? error : (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .markAfterChange */ .MU)(error);
    }
}


/***/ }),

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
var toolkit_host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/actions/inputs.js
var inputs = __webpack_require__(41648);
// EXTERNAL MODULE: ./.build/js/src/actions/registry.js
var registry = __webpack_require__(566);
// EXTERNAL MODULE: ./.build/js/src/actions/trust.js
var actions_trust = __webpack_require__(55571);
;// CONCATENATED MODULE: ./.build/js/src/actions/sign.js













const signAction = (0,toolkit_host/* defineAction */.QP)({
    name: 'sign',
    description: 'Sign images as slipway.yml declares, attest their provenance, SBOM and scan result, and verify the signatures.',
    inputs: {
        config: inputs/* config */.$W,
        images: (0,toolkit_host/* required */.mw)('JSON object that maps image names in slipway.yml to digests: the output `images` of `push`.'),
        from: (0,toolkit_host/* optional */.lq)('Repositories of the images: `release`, or `candidate`, to which `build` pushes.', 'release'),
        reports: (0,toolkit_host/* optional */.lq)('Folder of scan reports for these images: the output `reports` of `scan`. Default: none. `signing.attestations` must then list nothing that needs a report.'),
        'reports-digest': (0,toolkit_host/* optional */.lq)('Output `reports-digest` of that `scan`; reports that were changed since are refused. Default: the reports are not checked.'),
        workflow: (0,toolkit_host/* optional */.lq)('Workflow that builds the images, for the provenance, as in `job.workflow_ref`. Default: the workflow that was started.'),
        'tool-mirrors': inputs/* toolMirrors */.Rg,
    },
    outputs: {
        images: 'JSON object that maps image names to `repository@digest`.',
        attested: 'JSON object that maps image names to arrays of the predicate types that are signed.',
        signer: 'The signer, in a few words; empty if `trust` in slipway.yml requires no signature.',
        reason: 'Why the step was refused or failed, in one sentence; otherwise empty.',
    },
    refused: { images: '{}', attested: '{}' },
    run: async (inputs, host) => {
        const config = await (0,load/* loadConfig */.Z9)(inputs.config);
        const { signing } = config;
        if (signing === undefined)
            throw new errors/* UserError */.yo('slipway.yml has no `signing`', 'add it, or remove this step');
        const given = (0,selection/* parseDigestsInput */.xx)(inputs.images, config.images);
        const images = (0,map/* mapValues */.LG)(given, (image, name) => {
            const repository = (0,reference/* repositoryIn */.ce)(inputs.from, { ...config.images[name], ...image });
            return { ...image, repository };
        });
        const signal = host.cancellation();
        const { env, report } = host;
        const root = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(inputs.config));
        const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
        const { withCosign } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(3697)]).then(__webpack_require__.bind(__webpack_require__, 18506));
        const { signingKey } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(1702)]).then(__webpack_require__.bind(__webpack_require__, 32694));
        const { signImages } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(5331), __webpack_require__.e(5840)]).then(__webpack_require__.bind(__webpack_require__, 25840));
        const { attachmentVerifier, verifyImages } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(6078)]).then(__webpack_require__.bind(__webpack_require__, 89159));
        const { readGit } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(748)]).then(__webpack_require__.bind(__webpack_require__, 80748));
        const { reports: folder, 'reports-digest': digest } = inputs;
        const reports = { folder, ...(digest === '' ? {} : { sums: await (0,checksums/* readChecksums */.FN)(folder, digest) }) };
        const trust = trustOf(config);
        const { source, revision } = await readGit(env, root);
        const from = { ...(source && { source }), ...(revision && { revision }) };
        const circumstances = { env, workflow: inputs.workflow, ...from };
        return (0,registry/* withRegistry */.u)({ signal }, async (registry) => {
            const result = await withCosign({ env, signal, report }, async (cosign) => {
                const key = await signingKey({ signing, trustedRoot: trust?.root, root, folder: cosign.folder, env });
                const now = Date.now();
                const asked = trust && { ...(0,actions_trust/* trustOptions */.z5)(inputs.config, config, trust), registry, cosign, env, now };
                const signed = await signImages({
                    images,
                    attestations: signing.attestations,
                    format: signing.format,
                    reports,
                    circumstances,
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
            const attestedOf = (name) => [result.signed[name]?.made ?? [], result.signed[name]?.kept ?? []];
            (0,toolkit_host/* setOutputs */.n0)(host, {
                images: (0,map/* mapValues */.LG)(images, ({ repository, digest }) => `${repository}@${digest}`),
                attested: (0,map/* mapValues */.LG)(images, (_, name) => attestedOf(name).flat()),
                signer: by,
            });
            await host.summary(signSummary(config.app, result.signed, by));
            return true;
        });
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

/***/ 55571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ signatureSentences),
/* harmony export */   LA: () => (/* binding */ verifiedImages),
/* harmony export */   Rr: () => (/* binding */ signaturesOf),
/* harmony export */   SG: () => (/* binding */ signedOutput),
/* harmony export */   eD: () => (/* binding */ signatureDemand),
/* harmony export */   z5: () => (/* binding */ trustOptions)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90927);
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(566);







async function verifiedImages(inputs, { config, environment, images, registry, host }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    return trust === undefined ? {} : verified(inputs, trust, { config, images, registry, host });
}
async function verified(inputs, trust, { config, images, registry, host }) {
    const { withCosign } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(3697)]).then(__webpack_require__.bind(__webpack_require__, 18506));
    const { verifyImages } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8506), __webpack_require__.e(4689), __webpack_require__.e(9159), __webpack_require__.e(6078)]).then(__webpack_require__.bind(__webpack_require__, 89159));
    const { env, report } = host;
    const { signal } = new AbortController();
    const options = trustOptions(inputs.config, config, trust);
    return withCosign({ env, signal, report }, cosign => verifyImages(images, { ...options, registry, cosign, env, now: Date.now() }));
}
async function signatureDemand(inputs, { config, environment, force, host, }) {
    const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    const trust = trustOf(config, environment?.trust);
    if (trust === undefined)
        return undefined;
    return async (references) => {
        if (references.length === 0)
            return;
        try {
            const images = Object.fromEntries(references.map(each => [each, pinnedPlace(each)]));
            const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .registryClient */ .R)();
            await verified(inputs, signatureAlone(trust), { config, images, registry, host });
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
                throw error;
            const isUntrusted = error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK;
            const said = isUntrusted ? 'the image is not trusted' : 'it is not known whether the image is trusted';
            const problem = `${said}: only a record says that it was released, and ${error.message}`;
            const forced = 'or, to restore the image anyway, set the input `force` to your reason';
            if (force === undefined && isUntrusted)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK(problem, `find out who wrote that record, and deploy the version that you want; ${forced}`);
            if (force === undefined)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problem, `${error.remedy}; ${forced}`);
            host.report(`warning: ${problem}. The image is restored because of \`force\`: ${force}`);
        }
    };
}
function pinnedPlace(image) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    if (digest !== undefined)
        return { repository, digest };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UntrustedImage */ .sK(`${image} is not pinned by digest`, 'deploy that version again');
}
function signatureAlone({ 'max-scan-age': _, ...trust }) {
    const { key, identity } = trust;
    const signer = key === undefined ? { identity: { ref: ['refs/heads/*', 'refs/tags/*'], ...identity } } : {};
    return { ...trust, ...signer, attestations: [] };
}
function trustOptions(path, config, trust) {
    return { trust, publicLog: config.signing?.['public-log'] === true, root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) };
}
function signatureSentences(verified) {
    return Object.values(verified).map(({ reference, by, attested }) => {
        const said = attested.length === 0 ? '' : `, with ${attested.map(kind => _signing_predicates_js__WEBPACK_IMPORTED_MODULE_2__/* .nounOf */ .a[kind]).join(', ')}`;
        return `${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigests */ .s)(reference)} is signed by ${by}${said}`;
    });
}
const signaturesOf = (verified) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapValues */ .LG)(verified, ({ by, attested }) => ({ by, attested: [...attested] }));
const signedOutput = (verified) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .mapValues */ .LG)(verified, ({ by }) => by);


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
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85280);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52331);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





async function loadConfig(path) {
    const bytes = await readBytes(path);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
    }
    const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(4072)]).then(__webpack_require__.bind(__webpack_require__, 74040));
    const config = parseConfig(text, path);
    if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
        const { requireQueries } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(6828), __webpack_require__.e(9468), __webpack_require__.e(5221), __webpack_require__.e(3407), __webpack_require__.e(3146), __webpack_require__.e(3075)]).then(__webpack_require__.bind(__webpack_require__, 28061));
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
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the environment "${name}" is not in slipway.yml of ${config.app}`, (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .ZA)(name, Object.keys(config.environments)));
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
        if (size > _size_js__WEBPACK_IMPORTED_MODULE_3__/* .largestDocument */ .W)
            throw (0,_size_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLarge */ .g)(path);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        return (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadable */ .O)(path, 'name the path of slipway.yml with the input `config`')(error);
    }
}


/***/ }),

/***/ 52331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ largestDocument),
/* harmony export */   g: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const largestDocument = 1024 * 1024;
function tooLarge(file, remedy = 'name a slipway.yml with the input `config`') {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${file}: the file is larger than 1 MiB`, remedy);
}


/***/ }),

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   vX: () => (/* binding */ isOfCloud)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
const ofClouds = /\.amazonaws\.com(\.cn)?$|(^|[.-])(docker\.pkg\.dev|gcr\.io|azurecr\.io)$|^public\.ecr\.aws$/;
const isOfCloud = (registry) => ofClouds.test(registry);
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
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




const form = 'write a JSON object such as {"shop": "sha256:…"}';
function parseImagesInput(text, images) {
    const entries = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form));
    if (entries.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the input `images` names no image', form);
    return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}
function parseImageNames(text, images) {
    const names = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .listed */ .KE)(text);
    if (names.length === 0)
        return Object.keys(images);
    for (const name of names)
        knownIn(images, name);
    return [...new Set(names)];
}
function knownIn(images, name) {
    if (Object.hasOwn(images, name))
        return images[name];
    const problem = `the input \`images\` names "${name}", which is not in slipway.yml`;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problem, (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .ZA)(name, Object.keys(images)));
}
function parseDigestsInput(text, images) {
    const plain = Object.entries((0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('images', text, form)).find(([name, value]) => Object.hasOwn(images, name) && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(String(value).replace(/^.*@/, '')));
    if (plain !== undefined) {
        const [name, value] = plain;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has ${JSON.stringify(value).slice(0, 120)} instead of a digest for "${name}"`, 'pass the digest from the output `images` of `build`');
    }
    return Object.fromEntries(Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) => 'digest' in image ? [[name, image]] : []));
}
function parseDeployedInput(text, images) {
    const remedy = 'pass a JSON object such as {"shop": "sha256:…"}, like the output `images` of `status`';
    const map = text === '' ? {} : (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .mapInput */ .zQ)('deployed', text, remedy);
    return new Map(Object.entries(map).flatMap(([name, written]) => {
        const image = Object.hasOwn(images, name) ? images[name] : undefined;
        if (image === undefined)
            return [];
        const [before, last = before] = String(written).split('@');
        if (last === undefined || !(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(last))
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`deployed\` has no digest for "${name}"`, remedy);
        const named = before === last || before === undefined ? image.repository : before;
        return [[name, { repository: (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(`${named}@${last}`).repository, digest: last }]];
    }));
}
function select(name, value, images) {
    const image = knownIn(images, name);
    if (typeof value !== 'string')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has no value for "${name}"`, form);
    const repository = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(image.repository);
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(value))
        return { repository, digest: value };
    if (/^sha(256|512):/.test(value)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has an incomplete digest for "${name}": ${value.slice(0, 80)}`, 'write sha256: and its 64 hexadecimal digits');
    }
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(value);
    const { digest, tag } = reference;
    const known = image.elsewhere?.some(place => (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(place) === reference.repository);
    if (known && digest !== undefined)
        return { repository, digest };
    if (reference.repository !== repository) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`, 'name the same repository in both');
    }
    if (digest !== undefined)
        return { repository, digest };
    if (tag !== undefined)
        return { repository, tag };
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`images\` has neither a tag nor a digest for "${name}"`, 'add :tag or @sha256:…, or write only the digest');
}


/***/ }),

/***/ 90927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nounOf),
/* harmony export */   p: () => (/* binding */ typesOf),
/* harmony export */   predicates: () => (/* binding */ predicates)
/* harmony export */ });
const predicates = {
    signature: 'https://sigstore.dev/cosign/sign/v1',
    provenance: 'https://slsa.dev/provenance/v1',
    cyclonedx: 'https://cyclonedx.org/bom',
    spdx: 'https://spdx.dev/Document',
    scan: 'https://cosign.sigstore.dev/attestation/vuln/v1',
    verification: 'https://slipway.dev/attestation/verification/v1',
};
const typesOf = {
    signature: [predicates.signature],
    provenance: [predicates.provenance],
    sbom: [predicates.cyclonedx, predicates.spdx],
    scan: [predicates.scan],
};
const nounOf = {
    signature: 'signature',
    provenance: 'provenance',
    sbom: 'SBOM',
    scan: 'scan result',
};


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
/* harmony import */ var _named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);





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
    const text = await (0,_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(path, 'use the unchanged folder that `scan` wrote');
    if (sha256(text) !== digest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} was changed after the scan: its SHA-256 is ${sha256(text)}, not ${digest}`, 'scan the images again, and find out which jobs of this run write artifacts');
    return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', name = '']) => [name, sum]));
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

/***/ 55914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ shortDigests)
/* harmony export */ });
const shortDigests = (text) => text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');


/***/ }),

/***/ 85280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed),
/* harmony export */   O: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const reasons = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
};
const readNamed = (path, remedy) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(unreadable(path, remedy));
const unreadable = (what, remedy) => (cause) => {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} cannot be read: ${reasons[cause.code ?? ''] ?? cause.message}`, remedy, {
        cause,
    });
};


/***/ })

};
